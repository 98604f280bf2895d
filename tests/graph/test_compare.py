"""Declared and actual uses: of a library that differs in every way, and of this project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pyharness.graph import load_graph
from pyharness.graph import queries as ask
from pyharness.graph.arrays import Adjacency
from pyharness.graph.compare import Comparison, compare
from pyharness.graph.model import DependencyGraph
from pyharness.problems import ProblemsError
from pyharness.project import Project
from pyharness.registry import load_registry

if TYPE_CHECKING:
    from collections.abc import Iterable


def with_edges(
    graph: DependencyGraph, kind: str, pairs: Iterable[tuple[str, str]]
) -> DependencyGraph:
    """Return the graph with more edges of one kind."""
    more = [(graph.row_index[a], graph.row_index[b]) for a, b in pairs]
    edges = Adjacency.of_pairs(len(graph.rows), [*graph.edges[kind].pairs, *more])
    parts = graph._information, graph.names, graph.columns
    return DependencyGraph(*parts, {**graph.edges, kind: edges})


def test_every_difference_is_found(graph: DependencyGraph) -> None:
    found = compare(graph)
    assert found.unused == (("ch02-unrelated", "ch01-paint-same"),)
    assert found.undeclared == (
        ("ch02-undeclared", "ch01-paint", "statement"),
        ("ch02-undeclared", "ch02-paint-twice", "proof"),
    )
    assert found.mistaken == (("ch02-mistaken", "ch02-paint-twice"),)
    assert found.explained == (("ch02-other-way", "ch02-paint-twice", "Each colour is tried."),)
    assert {pair[:2] for pair in found.implied} == {
        ("ch02-paint-twice", "ch01-paint"),
        ("ch02-on-sand", "ch01-paint"),
        ("ch02-mistaken", "ch01-paint"),
    }
    assert found.ahead == (("ch02-on-sand", "ch02-open", "open"),)
    assert found.unproved == ()
    assert found.orphans == ("ch02-remark",)
    assert found.cycles == ()
    assert found.declared == 9
    assert found.comparable == 8
    assert found.findings == 4


def test_what_a_proof_goes_round_explains_nothing(graph: DependencyGraph) -> None:
    # ch02-other-way declares a way to this row, but only through the edge that Lean does not have.
    more = with_edges(graph, "proof", [("ch02-other-way", "ch01-paint-same")])
    assert ("ch02-other-way", "ch01-paint-same", "proof") in compare(more).undeclared


def test_a_proof_from_what_is_not_proved_is_found(graph: DependencyGraph) -> None:
    more = with_edges(graph, "proof", [("ch02-paint-twice", "ch02-open")])
    assert compare(more).unproved == (("ch02-paint-twice", "ch02-open", "open"),)


def test_cycles_are_found(graph: DependencyGraph) -> None:
    bad = with_edges(graph, "declared", [("ch01-paint", "ch02-paint-twice")])
    assert compare(bad).cycles == (("ch01-paint", "ch01-paint-same", "ch02-paint-twice"),)
    order = [row.id for row in ask.reading_order(bad, "ch02-paint-twice")]
    assert sorted(order) == ["ch01-paint", "ch01-paint-same", "ch02-paint-twice"]


def test_only_declared_uses_can_be_said_to_be_unused(painted: Project) -> None:
    text = painted.registry.read_text().replace(
        "fidelity: exact", "fidelity: exact\n      unused: {ch01-x: Why.}", 1
    )
    painted.registry.write_text(text)
    with pytest.raises(ProblemsError, match=r"`lean\.unused` names no entry of `uses`: ch01-x"):
        load_registry(painted)


def settled(found: Comparison) -> str:
    """Return what somebody has to settle, in words; ``""`` when there is nothing."""
    return "\n".join(
        [
            *(f"{a} declares {b} under `uses`, and Lean has no use of it" for a, b in found.unused),
            *(f"{a} uses {b} in its {kind}; declare it" for a, b, kind in found.undeclared),
            *(f"`lean.unused` of {a} names {b}, which Lean uses" for a, b in found.mistaken),
            *(f"these rest on each other: {', '.join(group)}" for group in found.cycles),
            *(f"{a} is proved from {b}, which is {state}" for a, b, state in found.unproved),
        ]
    )


def test_the_gate_fails_on_the_fixture(graph: DependencyGraph) -> None:
    lines = settled(compare(graph)).splitlines()
    assert len(lines) == 4
    assert "ch02-undeclared uses ch02-paint-twice in its proof; declare it" in lines


def test_this_project_has_settled_every_difference(built: Project) -> None:
    found = compare(load_graph(built))
    assert settled(found) == ""
    # The comparison was about something.
    assert found.comparable > 80
