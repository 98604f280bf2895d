"""Where the declared uses and the actual ones differ, and what else is odd about the graph.

Differences that somebody has to settle are findings: a use that is not declared, a declared use
that Lean does not have, a circle, and a proof that rests on what is not proved. A declared use that
Lean does not have is settled by ``lean.unused`` in the registry, which says why: the book's own
proof goes that way and the formal one takes another. An entry there that is not true is a finding
as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyharness.graph.arrays import Adjacency
from pyharness.graph.model import ALL, DECLARED, PROOF, STATEMENT, State

if TYPE_CHECKING:
    from pyharness.graph.model import DependencyGraph

__all__ = ["Comparison", "compare"]


@dataclass(frozen=True)
class Comparison:
    """What was found; rows by id.

    Parameters
    ----------
    unused
        Declared edges between two formal rows of which the terms know nothing.
    undeclared
        Edges of the terms that are not declared, with their kind.
    mistaken
        Entries of ``lean.unused`` for edges that the terms do have.
    cycles
        Groups of rows that rest on each other.
    unproved
        A proved row, and a row that is not proved but occurs in its statement or proof, with that
        row's state.
    explained
        Declared edges that the terms do not have, and the reason that the registry gives.
    indirect
        Declared edges that the terms follow only through other rows.
    implied
        Edges of the terms that are not declared, with their kind, where the declared uses that
        the terms follow lead there through other rows.
    ahead
        A proved row, and a row that it declares to use and that is not proved, with that row's
        state: the formal proof goes without it.
    orphans
        Rows without any edge.
    comparable, declared
        How many declared edges join two formal rows, and how many there are.
    """

    unused: tuple[tuple[str, str], ...] = ()
    undeclared: tuple[tuple[str, str, str], ...] = ()
    mistaken: tuple[tuple[str, str], ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()
    unproved: tuple[tuple[str, str, str], ...] = ()
    explained: tuple[tuple[str, str, str], ...] = ()
    indirect: tuple[tuple[str, str], ...] = ()
    implied: tuple[tuple[str, str, str], ...] = ()
    ahead: tuple[tuple[str, str, str], ...] = ()
    orphans: tuple[str, ...] = ()
    comparable: int = 0
    declared: int = 0

    @property
    def findings(self) -> int:
        """How many differences nobody has settled."""
        open_ones = (self.unused, self.undeclared, self.mistaken, self.cycles, self.unproved)
        return sum(map(len, open_ones))

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return {**vars(self), "findings": self.findings}


def compare(graph: DependencyGraph) -> Comparison:
    """Compare declared and actual uses.

    Parameters
    ----------
    graph
        The graph, with the library.

    Returns
    -------
    Comparison
        The differences. Only edges between two rows that Lean states can be compared.
    """
    rows = graph.rows
    ids = [row.id for row in rows]
    formal = [bool(row.declarations) for row in rows]
    declared = graph.edges[DECLARED]
    actual = graph.between_rows((STATEMENT, PROOF))
    comparable = [(a, b) for a, b in declared.pairs if formal[a] and formal[b]]
    below = {a: actual.distances([a]) for a in {a for a, _ in comparable}}
    without = [(a, b) for a, b in comparable if below[a][b] < 0]
    # A way through a use that Lean does not have explains nothing.
    followed = Adjacency.of_pairs(len(rows), set(declared.pairs) - set(without))

    undeclared: list[tuple[str, str, str]] = []
    implied: list[tuple[str, str, str]] = []
    for kind in (STATEMENT, PROOF):
        for a, b in graph.edges[kind].pairs:
            if not declared.has(a, b):
                known = followed.distances([a])[b] > 0
                (implied if known else undeclared).append((ids[a], ids[b], kind))

    every = graph.between_rows(ALL)
    used = set(every.ends.tolist()) | set(every.sources.tolist())
    settled = (State.PROVED, State.INFORMAL)
    weaker = [
        (a, b)
        for a, b in every.pairs
        if rows[a].state is State.PROVED and rows[b].state not in settled
    ]
    return Comparison(
        unused=tuple((ids[a], ids[b]) for a, b in without if ids[b] not in rows[a].unused),
        undeclared=tuple(sorted(undeclared)),
        mistaken=tuple(
            (ids[a], ids[b]) for a, b in comparable if ids[b] in rows[a].unused and below[a][b] >= 0
        ),
        cycles=tuple(tuple(ids[i] for i in group) for group in _cycles(every)),
        unproved=tuple(
            (ids[a], ids[b], rows[b].state.value) for a, b in weaker if actual.has(a, b)
        ),
        explained=tuple(
            (ids[a], ids[b], rows[a].unused[ids[b]]) for a, b in without if ids[b] in rows[a].unused
        ),
        indirect=tuple((ids[a], ids[b]) for a, b in comparable if below[a][b] > 1),
        implied=tuple(sorted(implied)),
        ahead=tuple(
            (ids[a], ids[b], rows[b].state.value) for a, b in weaker if not actual.has(a, b)
        ),
        orphans=tuple(row.id for i, row in enumerate(rows) if i not in used),
        comparable=len(comparable),
        declared=declared.edges,
    )


def _cycles(edges: Adjacency) -> list[list[int]]:
    """Return the groups of nodes that rest on each other, and nodes that rest on themselves."""
    import networkx

    graph = networkx.DiGraph(edges.pairs)
    return [
        sorted(group)
        for group in networkx.strongly_connected_components(graph)
        if len(group) > 1 or graph.has_edge(*(2 * tuple(group)))
    ]
