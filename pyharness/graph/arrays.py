"""Directed graphs as two arrays, for libraries of hundreds of thousands of declarations.

The interface of the graph is networkx (`DependencyGraph.to_networkx`); searches run on compressed
adjacency rows with numpy: each layer of a breadth-first search is a few array operations.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

__all__ = ["Adjacency", "union"]


class Adjacency:
    """The successors of every node of a graph with nodes ``0 .. n-1``.

    Parameters
    ----------
    starts
        ``n + 1`` positions: the successors of node ``i`` are ``ends[starts[i]:starts[i+1]]``.
    ends
        The successors, node by node.

    Examples
    --------
    >>> graph = Adjacency.of_pairs(4, [(0, 1), (1, 2), (0, 3)])
    >>> graph.successors(0)
    [1, 3]
    >>> graph.distances([0]).tolist()
    [0, 1, 2, 1]
    >>> graph.path([0], [2])
    [0, 1, 2]
    """

    def __init__(self, starts: NDArray[np.integer], ends: NDArray[np.integer]) -> None:
        self.starts = np.asarray(starts, dtype=np.int64)
        self.ends = np.asarray(ends, dtype=np.int64)

    @classmethod
    def of_arrays(
        cls, size: int, sources: NDArray[np.integer], targets: NDArray[np.integer]
    ) -> Adjacency:
        """Make a graph of ``size`` nodes from the two ends of its edges; repeated edges count once.

        Parameters
        ----------
        size
            How many nodes there are.
        sources, targets
            The ends of the edges.
        """
        keys = np.asarray(sources, np.int64) * max(size, 1) + np.asarray(targets)
        keys.sort(kind="stable")  # runs that are sorted already are merged in linear time
        keys = keys[np.concatenate([[True], keys[1:] != keys[:-1]])] if len(keys) else keys
        sources, targets = np.divmod(keys, max(size, 1))
        starts = np.zeros(size + 1, np.int64)
        np.cumsum(np.bincount(sources, minlength=size), out=starts[1:])
        return cls(starts, targets)

    @classmethod
    def of_pairs(cls, size: int, pairs: Iterable[tuple[int, int]]) -> Adjacency:
        """Make a graph of ``size`` nodes from pairs of nodes."""
        ends = np.array(list(pairs), np.int64).reshape(-1, 2)
        return cls.of_arrays(size, ends[:, 0], ends[:, 1])

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return len(self.starts) - 1

    @property
    def edges(self) -> int:
        """How many edges there are."""
        return len(self.ends)

    @property
    def sources(self) -> NDArray[np.int64]:
        """The source of every edge, in the order of ``ends``."""
        return np.repeat(np.arange(self.size), np.diff(self.starts))

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The edges."""
        return list(zip(self.sources.tolist(), self.ends.tolist(), strict=True))

    @cached_property
    def reverse(self) -> Adjacency:
        """The graph with every edge turned round."""
        order = np.argsort(self.ends, kind="stable")
        starts = np.zeros(self.size + 1, np.int64)
        np.cumsum(np.bincount(self.ends, minlength=self.size), out=starts[1:])
        turned = Adjacency(starts, self.sources[order])
        turned.__dict__["reverse"] = self
        return turned

    def successors(self, node: int) -> list[int]:
        """Return the successors of a node."""
        return self.ends[self.starts[node] : self.starts[node + 1]].tolist()

    def has(self, source: int, target: int) -> bool:
        """Tell whether there is an edge."""
        return target in self.ends[self.starts[source] : self.starts[source + 1]]

    def _step(self, nodes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the edges that leave some nodes, as positions, and how many leave each."""
        first = self.starts[nodes]
        counts = self.starts[nodes + 1] - first
        before = np.cumsum(counts) - counts
        return np.repeat(first - before, counts) + np.arange(counts.sum()), counts

    def distances(
        self,
        origins: Iterable[int],
        depth: int | None = None,
        closed: NDArray[np.bool_] | None = None,
    ) -> NDArray[np.int32]:
        """Return how far each node is from the nearest origin; -1 where none leads there.

        Parameters
        ----------
        origins
            Where the search begins.
        depth
            How far it goes at most.
        closed
            Nodes that are reached but not passed through; origins are left in any case.
        """
        found = np.full(self.size, -1, np.int32)
        layer = np.unique(np.fromiter(origins, np.int64))
        found[layer] = 0
        away = 0
        while len(layer) and (depth is None or away < depth):
            away += 1
            edges, _ = self._step(layer)
            reached = self.ends[edges]
            layer = np.unique(reached[found[reached] < 0])
            found[layer] = away
            if closed is not None:
                layer = layer[~closed[layer]]
        return found

    def path(self, origins: Iterable[int], goals: Iterable[int]) -> list[int]:
        """Return a shortest path from an origin to a goal, ``[]`` if there is none."""
        layer = np.unique(np.fromiter(origins, np.int64))
        wanted = np.zeros(self.size, bool)
        wanted[np.fromiter(goals, np.int64)] = True
        before = np.full(self.size, -1, np.int64)
        before[layer] = layer
        while len(layer) and not (hit := layer[wanted[layer]]).size:
            edges, counts = self._step(layer)
            reached, came_from = self.ends[edges], np.repeat(layer, counts)
            new = before[reached] < 0
            layer, first = np.unique(reached[new], return_index=True)
            before[layer] = came_from[new][first]
        if not len(layer):
            return []
        chain = [int(hit[0])]
        while before[chain[-1]] != chain[-1]:
            chain.append(int(before[chain[-1]]))
        return chain[::-1]


def union(first: Adjacency, *others: Adjacency) -> Adjacency:
    """Return the graph with the edges of all, which have the same nodes; each edge once."""
    if not others:
        return first
    parts = (first, *others)
    return Adjacency.of_arrays(
        first.size,
        np.concatenate([part.sources for part in parts]),
        np.concatenate([part.ends for part in parts]),
    )
