"""Where the declared uses and the actual ones differ, and what else is odd about the graph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pyharness.graph.model import ALL, DECLARED, PROOF, STATEMENT, State

if TYPE_CHECKING:
    from pyharness.graph.arrays import Adjacency
    from pyharness.graph.model import DependencyGraph

__all__ = ["Comparison", "compare"]


@dataclass(frozen=True)
class Comparison:
    """What was found; rows by id.

    Parameters
    ----------
    unused
        Declared edges between two formal rows of which the terms know nothing.
    indirect
        Declared edges that the terms follow only through other rows.
    undeclared
        Edges of the terms that are not declared, with their kind.
    implied
        The same, where the declared uses lead there through other rows.
    cycles
        Groups of rows that rest on each other.
    orphans
        Rows without any edge.
    weaker
        A proved row and a row that it rests on which is not proved, with that row's state.
    comparable, declared
        How many declared edges join two formal rows, and how many there are.
    """

    unused: tuple[tuple[str, str], ...] = ()
    indirect: tuple[tuple[str, str], ...] = ()
    undeclared: tuple[tuple[str, str, str], ...] = ()
    implied: tuple[tuple[str, str, str], ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()
    orphans: tuple[str, ...] = ()
    weaker: tuple[tuple[str, str, str], ...] = ()
    comparable: int = 0
    declared: int = 0
    findings: int = field(init=False)

    def __post_init__(self) -> None:
        number = sum(map(len, (self.unused, self.undeclared, self.cycles)))
        object.__setattr__(self, "findings", number)

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return dict(vars(self))


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
    ids = [row.id for row in graph.rows]
    formal = [bool(row.declarations) for row in graph.rows]
    declared = graph.edges[DECLARED]
    actual = graph.between_rows((STATEMENT, PROOF))
    comparable = [(a, b) for a, b in declared.pairs if formal[a] and formal[b]]
    below = {a: actual.distances([a]) for a in {a for a, _ in comparable}}
    unused = [(a, b) for a, b in comparable if below[a][b] < 0]
    indirect = [(a, b) for a, b in comparable if below[a][b] > 1]

    undeclared: list[tuple[str, str, str]] = []
    implied: list[tuple[str, str, str]] = []
    for kind in (STATEMENT, PROOF):
        for a, b in graph.edges[kind].pairs:
            if not declared.has(a, b):
                known = declared.distances([a])[b] > 0
                (implied if known else undeclared).append((ids[a], ids[b], kind))

    every = graph.between_rows(ALL)
    used = set(every.ends.tolist()) | set(every.sources.tolist())
    weaker = [
        (ids[a], ids[b], graph.rows[b].state.value)
        for a, b in every.pairs
        if graph.rows[a].state is State.PROVED
        and graph.rows[b].state not in (State.PROVED, State.INFORMAL)
    ]
    return Comparison(
        tuple((ids[a], ids[b]) for a, b in unused),
        tuple((ids[a], ids[b]) for a, b in indirect),
        tuple(sorted(undeclared)),
        tuple(sorted(implied)),
        tuple(tuple(ids[i] for i in group) for group in _cycles(every)),
        tuple(row.id for i, row in enumerate(graph.rows) if i not in used),
        tuple(weaker),
        len(comparable),
        declared.edges,
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
