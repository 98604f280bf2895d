"""Questions to the graph: what a statement needs, who uses it, why, what falls with it.

Every function takes the graph and the names of rows or Lean declarations, and returns a value
with ``to_json``. Names are looked up with `find`, which says what was probably meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from pyharness.graph.arrays import Adjacency
from pyharness.graph.model import ALL, DECLARED, PROOF, STATEMENT, State
from pyharness.problems import Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pyharness.graph.model import DependencyGraph, RowNode

__all__ = [
    "Chain",
    "Definition",
    "Impact",
    "Near",
    "Step",
    "Trust",
    "find",
    "frontier",
    "impact",
    "needs",
    "reading_order",
    "trust",
    "used_by",
    "why",
]


@dataclass(frozen=True)
class Near:
    """A row or declaration at some distance.

    Parameters
    ----------
    id
        Row id or declaration name.
    distance
        How many edges away.
    title, state
        Of a row; of a declaration its kind and ``""``.
    file, line
        Where it stands.
    edges
        The kinds of the edge, for direct neighbours.
    """

    id: str
    distance: int
    title: str
    state: str
    file: str
    line: int
    edges: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return {**vars(self), "edges": list(self.edges)}


def find(graph: DependencyGraph, name: str) -> tuple[str, int]:
    """Look up a row id or a declaration.

    Parameters
    ----------
    graph
        The graph.
    name
        What the user typed.

    Returns
    -------
    tuple
        ``"row"`` or ``"declaration"``, and its number.

    Raises
    ------
    ProblemsError
        When there is neither; with the nearest name there is.
    """
    if name in graph.row_index:
        return "row", graph.row_index[name]
    if name in graph.name_index:
        return "declaration", graph.name_index[name]
    import difflib

    known = list(graph.row_index)
    if "." in name or not name.startswith("ch"):
        known += [n for i, n in enumerate(graph.names) if graph.is_named(i)]
    near = [row.id for row in graph.rows if name and name.lower() == row.label.lower()]
    near = near or [other for other in known if name and name.lower() in other.lower()][:3]
    near = near or difflib.get_close_matches(name, known, n=3, cutoff=0.6)
    guess = "did you mean " + ", ".join(f"`{other}`" for other in near) + "?" if near else ""
    if graph.rows:
        message, remedy = "no row and no Lean declaration", "`pyharness list` shows all rows"
    else:
        message, remedy = "no declaration", "names are full names, with their namespaces"
    raise ProblemsError(Problem(graph.origin, 0, 0, f"there is {message} `{name}`", guess, remedy))


def _lean_of(graph: DependencyGraph, sort: str, number: int) -> list[int]:
    """Return the declarations of a row, or the declaration itself."""
    return graph.declarations_of(number) if sort == "row" else [number]


def _lean_edges(graph: DependencyGraph, kinds: Sequence[str]) -> Adjacency:
    """Return the edges of some kinds between declarations; none is declared."""
    parts = [graph.edges[f"lean-{kind}"] for kind in (STATEMENT, PROOF) if kind in kinds]
    if len(parts) == 2:
        return graph.lean
    return parts[0] if parts else Adjacency.of_pairs(len(graph.names), [])


def _near_row(row: RowNode, distance: int, edges: tuple[str, ...] = ()) -> Near:
    return Near(row.id, distance, row.title, row.state.value, row.file, row.line, edges)


def _around(
    graph: DependencyGraph,
    name: str,
    *,
    forward: bool,
    depth: int | None,
    kinds: Sequence[str],
    lean: bool,
) -> list[Near]:
    sort, number = find(graph, name)
    if sort == "row" and not lean:
        edges = graph.between_rows(kinds)
        edges = edges if forward else edges.reverse
        distances = edges.distances([number], depth).tolist()
        of = graph.row_edge_kinds()
        found = []
        for other, distance in enumerate(distances):
            if distance > 0:
                pair = (number, other) if forward else (other, number)
                sorts = tuple(k for k in of.get(pair, ()) if k in kinds)
                found.append(_near_row(graph.rows[other], distance, sorts))
        return sorted(found, key=lambda near: near.distance)
    edges = _lean_edges(graph, kinds)
    turned = edges if forward else edges.reverse
    distance_of = turned.distances(_lean_of(graph, sort, number), depth)
    order = np.flatnonzero((distance_of > 0) & (np.asarray(graph.columns["name_lines"]) > 0))
    order = order[np.argsort(distance_of[order], kind="stable")]
    places = (graph.columns[name][order].tolist() for name in ("kinds", "modules", "name_lines"))
    return [
        Near(graph.names[other], away, graph.kinds[kind], "", graph.files[module], line)
        for other, away, kind, module, line in zip(
            order.tolist(), distance_of[order].tolist(), *places, strict=True
        )
    ]


def needs(
    graph: DependencyGraph,
    name: str,
    *,
    depth: int | None = None,
    kinds: Sequence[str] = ALL,
    lean: bool = False,
) -> list[Near]:
    """Return what a row or declaration rests on, nearest first.

    Parameters
    ----------
    graph
        The graph.
    name
        A row id or a declaration.
    depth
        How many edges to go; None for all.
    kinds
        The kinds of edges to follow.
    lean
        For a row: list declarations instead of rows.
    """
    return _around(graph, name, forward=True, depth=depth, kinds=kinds, lean=lean)


def used_by(
    graph: DependencyGraph,
    name: str,
    *,
    depth: int | None = None,
    kinds: Sequence[str] = ALL,
    lean: bool = False,
) -> list[Near]:
    """Return what rests on a row or declaration, nearest first; parameters as for `needs`."""
    return _around(graph, name, forward=False, depth=depth, kinds=kinds, lean=lean)


# Why ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """One station of a chain.

    Parameters
    ----------
    name
        Row id or declaration.
    edge
        How the station before uses it: statement, proof or declared; ``""`` for the first.
    rows
        The rows that a declaration states.
    file, line
        Where it stands.
    """

    name: str
    edge: str
    rows: tuple[str, ...]
    file: str
    line: int


@dataclass(frozen=True)
class Chain:
    """A shortest chain of uses.

    Parameters
    ----------
    source, target
        The ends.
    kind
        ``"lean"`` for a chain of declarations, ``"declared"`` for one of rows, ``""`` for none.
    steps
        The stations, ends included.
    """

    source: str
    target: str
    kind: str
    steps: tuple[Step, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the chain as a JSON object."""
        return {
            "source": self.source,
            "target": self.target,
            "kind": self.kind,
            "steps": [{**vars(step), "rows": list(step.rows)} for step in self.steps],
        }


def why(graph: DependencyGraph, source: str, target: str) -> Chain:
    """Return why one thing rests on another: a shortest chain through statements and proofs.

    When the terms have no such chain, the declared uses are searched.

    Parameters
    ----------
    graph
        The graph.
    source, target
        Row ids or declarations.
    """
    first, last = find(graph, source), find(graph, target)
    starts, goals = _lean_of(graph, *first), _lean_of(graph, *last)
    path = graph.lean.path(starts, goals) if starts and goals else []
    if path:
        steps = []
        statement = graph.edges["lean-statement"]
        for i, number in enumerate(path):
            edge = ""
            if i:
                edge = STATEMENT if statement.has(path[i - 1], number) else PROOF
            rows = tuple(graph.rows[row].id for row in graph.rows_of.get(number, ()))
            steps.append(Step(graph.names[number], edge, rows, *graph.place(number)))
        return Chain(source, target, "lean", tuple(steps))
    if first[0] == last[0] == "row":
        path = graph.edges[DECLARED].path([first[1]], [last[1]])
        steps = [
            Step(row.id, DECLARED if i else "", (row.id,), row.file, row.line)
            for i, row in enumerate(graph.rows[number] for number in path)
        ]
        if steps:
            return Chain(source, target, DECLARED, tuple(steps))
    return Chain(source, target, "", ())


# Impact -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Impact:
    """What falls when something falls.

    Parameters
    ----------
    name
        What falls.
    rows
        The rows that rest on it, nearest first.
    declarations
        How many named declarations rest on it in Lean.
    modules
        In how many modules.
    """

    name: str
    rows: tuple[Near, ...]
    declarations: int
    modules: int

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return {**vars(self), "rows": [row.to_json() for row in self.rows]}


def impact(graph: DependencyGraph, name: str) -> Impact:
    """Return the rows and declarations that rest on a row or declaration, directly or not.

    A declared use counts as long as the registry does not say that the formal proof goes without.
    """
    sort, number = find(graph, name)
    own = _lean_of(graph, sort, number)
    resting = np.flatnonzero(graph.lean.reverse.distances(own) > 0)
    named = resting[graph.columns["name_lines"][resting] > 0] if len(resting) else resting
    if sort == "row":
        origins, first = [number], 0
    else:
        reached = set(resting.tolist()) | set(own)
        origins, first = [row for d in reached for row in graph.rows_of.get(d, ())], 1
    kinds = graph.row_edge_kinds()
    distances = graph.needed.reverse.distances(origins).tolist()
    found = [
        _near_row(graph.rows[i], d + first, kinds.get((i, number), ()) if sort == "row" else ())
        for i, d in enumerate(distances)
        if d + first > 0
    ]
    found.sort(key=lambda near: near.distance)
    modules = np.unique(graph.columns["modules"][named]) if len(named) else named
    return Impact(name, tuple(found), len(named), len(modules))


# Trust --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Definition:
    """A definition that a reader has to read.

    Parameters
    ----------
    name, kind, module
        As in Lean.
    file, line, lines
        Where it stands, and how many lines it takes.
    """

    name: str
    kind: str
    module: str
    file: str
    line: int
    lines: int


@dataclass(frozen=True)
class Trust:
    """What one has to trust to believe a statement, when one trusts Lean's kernel.

    Parameters
    ----------
    name
        The row or declaration.
    statements
        The declarations whose statements have to be read, with their places.
    definitions
        The definitions that the statements speak of, directly or not.
    axioms
        The axioms that the proofs rest on, with their places; None when the graph does not know.
    """

    name: str
    statements: tuple[Definition, ...]
    definitions: tuple[Definition, ...]
    axioms: tuple[Definition, ...] | None

    @property
    def lines(self) -> int:
        """How many lines the definitions take."""
        return sum(definition.lines for definition in self.definitions)

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return {
            "name": self.name,
            "statements": [vars(item) for item in self.statements],
            "definitions": [vars(item) for item in self.definitions],
            "axioms": None if self.axioms is None else [vars(item) for item in self.axioms],
            "lines": self.lines,
        }


#: Kinds of declarations that belong to another one.
_PARTS = ("constructor", "recursor", "part")
#: Kinds of declarations that need not be read to understand a statement: checked, or not meant.
_NOT_READ = (*_PARTS, "theorem", "theorem with sorry", "axiom")


def _definition(graph: DependencyGraph, number: int) -> Definition:
    file, line = graph.place(number)
    columns = graph.columns
    lines = int(columns["last_lines"][number]) - int(columns["first_lines"][number]) + 1
    module = graph.modules[columns["modules"][number]]
    return Definition(graph.names[number], graph.kind(number), module, file, line, lines)


def trust(graph: DependencyGraph, name: str) -> Trust:
    """Return the definitions and axioms that a reader of a statement must trust.

    Theorems need no trust: the kernel checked them. What counts is what the words of the
    statement mean: the definitions that it mentions, those that these mention, and so on. Parts
    of a definition (constructors, recursors, what Lean derives) count with it.

    Parameters
    ----------
    graph
        The graph, with the library.
    name
        A row id or a declaration.
    """
    own = _lean_of(graph, *find(graph, name))
    if not own:
        return Trust(name, (), (), ())
    reached = graph.meaning.distances(own) > 0
    reached[own] = False
    columns = graph.columns
    found = [
        number
        for number in np.flatnonzero(reached).tolist()
        if graph.is_named(number) and graph.kind(number) not in _NOT_READ
    ]

    def place(number: int) -> tuple[int, int, int]:
        return (
            int(columns["modules"][number]),
            int(columns["first_lines"][number]),
            -int(columns["last_lines"][number]),
        )

    # What stands inside another definition, such as a projection of a structure, is part of it.
    meant: list[int] = []
    for number in sorted(found, key=place):
        last = place(meant[-1]) if meant else (-1, 0, 0)
        if last[0] == place(number)[0] and last[2] <= place(number)[2]:
            continue
        meant.append(number)
    axioms = None
    if graph.axioms is not None:
        below = graph.lean.distances(own) >= 0
        known = (graph.name_index[name] for name in sorted(graph.axioms))
        axioms = tuple(_definition(graph, number) for number in known if below[number])
    return Trust(
        name,
        tuple(_definition(graph, number) for number in own),
        tuple(_definition(graph, number) for number in meant),
        axioms,
    )


# What next ----------------------------------------------------------------------------------------


def frontier(graph: DependencyGraph, chapters: Iterable[int] = ()) -> list[tuple[RowNode, int]]:
    """Return the rows to prove next: not proved, not informal, everything they need is proved.

    Parameters
    ----------
    graph
        The graph, with verdicts.
    chapters
        Only rows of these chapters; none means all.

    Returns
    -------
    list
        Rows, each with the number of rows that rest on it; the most useful first.
    """
    edges = graph.between_rows()
    # Informal rows are nothing that a proof can wait for.
    settled = (State.PROVED, State.INFORMAL)
    wanted = set(chapters)
    found = []
    for number, row in enumerate(graph.rows):
        if row.state in settled or (wanted and row.chapter not in wanted):
            continue
        if all(graph.rows[other].state in settled for other in edges.successors(number)):
            weight = int((edges.reverse.distances([number]) > 0).sum())
            found.append((row, weight))
    return sorted(found, key=lambda item: -item[1])


def reading_order(
    graph: DependencyGraph,
    name: str,
    *,
    depth: int | None = None,
    kinds: Sequence[str] = ALL,
    lean: bool = False,
) -> list[RowNode] | list[Near]:
    """Return everything that a row or declaration needs and itself, prerequisites first.

    Among what can be read next, the order of the book decides, in Lean that of the names.

    Parameters
    ----------
    graph, name, depth, kinds, lean
        As for `needs`. A declaration that states a row is taken for the row, unless ``lean``.

    Returns
    -------
    list
        Rows; for a declaration that states none, or with ``lean``, declarations without those
        that are part of another one.
    """
    sort, number = find(graph, name)
    owner = number if sort == "row" else graph.owner.get(number)
    if owner is not None and not lean:
        edges = graph.between_rows(kinds)
        wanted = set(np.flatnonzero(edges.distances([owner], depth) >= 0).tolist())
        return [graph.rows[i] for i in _topological(edges, wanted)]
    edges = _lean_edges(graph, kinds)
    away = edges.distances(_lean_of(graph, sort, number), depth)
    found = _topological(edges, set(np.flatnonzero(away >= 0).tolist()))
    return [
        Near(graph.names[i], int(away[i]), graph.kind(i), "", *graph.place(i))
        for i in found
        if graph.is_named(i) and graph.kind(i) not in _PARTS
    ]


def _topological(edges: Adjacency, wanted: set[int]) -> list[int]:
    """Order nodes so that what they rest on comes first; cycles are cut where they are met."""
    import heapq

    open_needs = {i: sum(j in wanted and j != i for j in edges.successors(i)) for i in wanted}
    ready = [i for i, count in open_needs.items() if count == 0]
    heapq.heapify(ready)
    order: list[int] = []
    done: set[int] = set()
    while len(order) < len(wanted):
        if not ready:
            heapq.heappush(ready, min(wanted - done, key=lambda i: (open_needs[i], i)))
        number = heapq.heappop(ready)
        if number in done:
            continue
        done.add(number)
        order.append(number)
        for user in edges.reverse.successors(number):
            if user in wanted and user not in done:
                open_needs[user] -= 1
                if open_needs[user] == 0:
                    heapq.heappush(ready, user)
    return order
