"""Searches on arrays give what networkx gives."""

from __future__ import annotations

import itertools

import networkx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pyharness.graph.arrays import Adjacency, union

_PAIRS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40)


def both(pairs: list[tuple[int, int]]) -> tuple[Adjacency, networkx.DiGraph]:
    other = networkx.DiGraph()
    other.add_nodes_from(range(12))
    other.add_edges_from(pairs)
    return Adjacency.of_pairs(12, pairs), other


@given(_PAIRS, st.integers(0, 11))
def test_distances(pairs: list[tuple[int, int]], origin: int) -> None:
    ours, other = both(pairs)
    expected = networkx.single_source_shortest_path_length(other, origin)
    found = {i: d for i, d in enumerate(ours.distances([origin]).tolist()) if d >= 0}
    assert found == expected
    near = {i for i, d in enumerate(ours.distances([origin], 2).tolist()) if d >= 0}
    assert near == {i for i, d in expected.items() if d <= 2}


@given(_PAIRS, st.integers(0, 11), st.integers(0, 11))
def test_paths(pairs: list[tuple[int, int]], origin: int, goal: int) -> None:
    ours, other = both(pairs)
    path = ours.path([origin], [goal])
    if not networkx.has_path(other, origin, goal):
        assert path == []
        return
    assert len(path) - 1 == networkx.shortest_path_length(other, origin, goal)
    assert path[0] == origin
    assert path[-1] == goal
    assert all(other.has_edge(*edge) for edge in itertools.pairwise(path))


@given(_PAIRS, _PAIRS)
def test_union_and_reverse(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    joined = union(Adjacency.of_pairs(12, first), Adjacency.of_pairs(12, second))
    assert set(joined.pairs) == {*first, *second}
    assert joined.edges == len({*first, *second})
    assert set(joined.reverse.pairs) == {(b, a) for a, b in joined.pairs}


@given(_PAIRS, st.integers(0, 11), st.sets(st.integers(0, 11)))
def test_closed_nodes_are_not_passed(
    pairs: list[tuple[int, int]], origin: int, closed: set[int]
) -> None:
    ours, other = both(pairs)
    mask = np.zeros(12, bool)
    mask[list(closed)] = True
    other.remove_edges_from([(a, b) for a, b in list(other.edges) if a in closed and a != origin])
    reached = {i for i, d in enumerate(ours.distances([origin], closed=mask).tolist()) if d >= 0}
    assert reached == {origin, *networkx.descendants(other, origin)}
