"""The graph as a value: rows, Lean declarations, and the edges between them.

Edges lead from what rests to what it rests on. Between rows there are three kinds:

- *declared*: the registry says so (``uses``);
- *statement*: the formal statement mentions the other row's declaration, directly or through
  definitions that belong to no row;
- *proof*: the proof uses it, directly or through lemmas that belong to no row.

Between declarations there are statement and proof edges as the kernel sees them. The value of a
definition belongs to its meaning, so rows count it as statement.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from pyharness.graph.arrays import Adjacency, union

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx
    from numpy.typing import NDArray

    from pyharness.lean.sections import Sections

__all__ = ["ALL", "DECLARED", "PROOF", "STATEMENT", "DependencyGraph", "RowNode", "State"]

DECLARED, STATEMENT, PROOF = "declared", "statement", "proof"
#: The kinds of edges between rows.
ALL = (DECLARED, STATEMENT, PROOF)

#: Kinds of constants whose value (constructors, rules) is part of their meaning.
_MEANT = ("definition", "inductive", "constructor", "recursor", "quotient")


class State(StrEnum):
    """What is known about a row, in one word; the best that its verdicts support."""

    FAILS = "fails"
    PROVED = "proved"
    STATED = "stated"
    CHECKED = "checked"
    OPEN = "open"
    INFORMAL = "informal"
    UNKNOWN = "unknown"

    @property
    def meaning(self) -> str:
        """The state in a sentence."""
        return _STATES[self]


_STATES = {
    State.FAILS: "a claim about it was refuted or could not be confirmed",
    State.PROVED: "proved in Lean, or for a definition: stated in Lean",
    State.STATED: "stated in Lean, not proved",
    State.CHECKED: "tested on numbers, not proved",
    State.OPEN: "nothing is confirmed yet",
    State.INFORMAL: "the book says it in words only",
    State.UNKNOWN: "there are no verdicts: run `pyharness verify`",
}


@dataclass(frozen=True, slots=True)
class RowNode:
    """A row as the graph knows it.

    Parameters
    ----------
    id, chapter, kind, label, title
        As in the registry; ``label`` is ``""`` when the book gives none.
    state
        What is known about it.
    declarations
        The Lean declarations that state it, those that are there.
    file, line
        Where it stands in the registry.
    unused
        Declared uses that the formal side does not need, each with the reason, as the registry
        gives it.
    """

    id: str
    chapter: int
    kind: str
    label: str
    title: str
    state: State
    declarations: tuple[str, ...]
    file: str
    line: int
    unused: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_json(cls, value: Mapping[str, Any]) -> RowNode:
        """Make the row that `to_json` gave."""
        state, declarations = State(value["state"]), tuple(value["declarations"])
        return cls(**{**value, "state": state, "declarations": declarations})

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return {
            "id": self.id,
            "chapter": self.chapter,
            "kind": self.kind,
            "label": self.label,
            "title": self.title,
            "state": self.state.value,
            "declarations": list(self.declarations),
            "file": self.file,
            "line": self.line,
            "unused": dict(self.unused),
        }


class DependencyGraph:
    """Rows and declarations with their edges; immutable.

    Parameters
    ----------
    information
        Book title, chapters, rows, module names, the kinds of constants, the axioms and the
        ``source`` folder. Of another library also ``files`` (one for each module), its name as
        ``origin``, and ``notes`` on what the graph lacks; its ``axioms`` may be None: unknown.
    names
        The declarations.
    columns
        For each declaration: kind, module, first line, last line, line of the name (0 for what
        Lean made itself), and whether it is an instance.
    edges
        ``declared``, ``statement``, ``proof`` between rows, ``lean-statement`` and ``lean-proof``
        between declarations.
    """

    def __init__(
        self,
        information: Mapping[str, Any],
        names: list[str],
        columns: Mapping[str, NDArray[np.integer]],
        edges: Mapping[str, Adjacency],
    ) -> None:
        self.title: str = information["title"]
        self.chapters: dict[int, str] = {int(k): v for k, v in information["chapters"].items()}
        self.rows = [RowNode.of_json(row) for row in information["rows"]]
        self.modules: list[str] = information["modules"]
        self.kinds: list[str] = information["kinds"]
        self.axioms: list[str] | None = information["axioms"]
        self.source: str = information["source"]
        #: Where names come from, for messages.
        self.origin: str = information.get("origin", "theorems.yaml")
        #: What a reader has to know about the graph.
        self.notes: list[str] = information.get("notes", [])
        self.names = names
        self.columns = columns
        self.edges = edges
        self._information = information

    # Names ----------------------------------------------------------------------------------------

    @cached_property
    def files(self) -> list[str]:
        """The Lean file of each module."""
        return self._information.get("files") or [
            f"{self.source}/{module.replace('.', '/')}.lean" for module in self.modules
        ]

    @cached_property
    def row_index(self) -> dict[str, int]:
        """The number of each row."""
        return {row.id: i for i, row in enumerate(self.rows)}

    @cached_property
    def name_index(self) -> dict[str, int]:
        """The number of each declaration."""
        return {name: i for i, name in enumerate(self.names)}

    @cached_property
    def rows_of(self) -> dict[int, list[int]]:
        """For each declaration that states a row, the rows."""
        owners: dict[int, list[int]] = {}
        for number, row in enumerate(self.rows):
            for name in row.declarations:
                owners.setdefault(self.name_index[name], []).append(number)
        return owners

    @cached_property
    def owner(self) -> dict[int, int]:
        """For each declaration that states a row, the row that it belongs to.

        When several rows name it: the first one whose main declaration it is, else the first one.
        """
        return {
            declaration: next(
                (row for row in rows if self.rows[row].declarations[0] == self.names[declaration]),
                rows[0],
            )
            for declaration, rows in self.rows_of.items()
        }

    def declarations_of(self, row: int) -> list[int]:
        """Return the numbers of the declarations that state a row."""
        return [self.name_index[name] for name in self.rows[row].declarations]

    def kind(self, declaration: int) -> str:
        """Return the kind of a declaration."""
        return self.kinds[self.columns["kinds"][declaration]]

    def place(self, declaration: int) -> tuple[str, int]:
        """Return file and line of a declaration; line 0 for what Lean made itself."""
        line = int(self.columns["name_lines"][declaration])
        return self.files[self.columns["modules"][declaration]], line

    def is_named(self, declaration: int) -> bool:
        """Tell whether a declaration was written by somebody, not made by Lean."""
        return bool(self.columns["name_lines"][declaration])

    # Edges ----------------------------------------------------------------------------------------

    def between_rows(self, kinds: Iterable[str] = ALL) -> Adjacency:
        """Return the edges of some kinds between rows."""
        kinds = tuple(kinds)
        empty = Adjacency.of_pairs(len(self.rows), [])
        return union(empty, *(self.edges[kind] for kind in kinds)) if kinds else empty

    @cached_property
    def needed(self) -> Adjacency:
        """All edges between rows, without those of which the registry says that Lean has no use."""
        pairs = [
            (source, target)
            for (source, target), kinds in self.row_edge_kinds().items()
            if kinds != (DECLARED,) or self.rows[target].id not in self.rows[source].unused
        ]
        return Adjacency.of_pairs(len(self.rows), pairs)

    @cached_property
    def lean(self) -> Adjacency:
        """All edges between declarations."""
        return union(self.edges["lean-statement"], self.edges["lean-proof"])

    @cached_property
    def meaning(self) -> Adjacency:
        """The edges that lead to what one has to know to understand a declaration."""
        meant = np.array([kind in _MEANT for kind in self.kinds], bool)[self.columns["kinds"]]
        proof = self.edges["lean-proof"]
        kept = meant[proof.sources] if proof.edges else np.zeros(0, bool)
        values = Adjacency.of_arrays(proof.size, proof.sources[kept], proof.ends[kept])
        return union(self.edges["lean-statement"], values)

    def row_edge_kinds(self) -> dict[tuple[int, int], tuple[str, ...]]:
        """Return the kinds of each edge between rows."""
        found: dict[tuple[int, int], list[str]] = {}
        for kind in ALL:
            for pair in self.edges[kind].pairs:
                found.setdefault(pair, []).append(kind)
        return {pair: tuple(kinds) for pair, kinds in found.items()}

    def to_networkx(self, level: str = "rows") -> networkx.DiGraph:
        """Return the graph for networkx.

        Parameters
        ----------
        level
            ``"rows"``, ``"declarations"`` (those that somebody wrote and those that Lean made), or
            ``"all"``: both, with an edge of kind ``states`` from a row to its declarations.

        Returns
        -------
        networkx.DiGraph
            Nodes are row ids and declaration names; edges have a list ``kinds``, and ``unused``
            with the reason where the formal side goes another way than the registry declares.
        """
        import networkx

        graph = networkx.DiGraph(title=self.title)
        if level in ("rows", "all"):
            for row in self.rows:
                facts = row.to_json()
                del facts["unused"]
                graph.add_node(facts.pop("id"), type="row", **facts)
            for (source, target), kinds in self.row_edge_kinds().items():
                user, used = self.rows[source], self.rows[target].id
                graph.add_edge(user.id, used, kinds=list(kinds))
                if used in user.unused:
                    graph.edges[user.id, used]["unused"] = user.unused[used]
        if level in ("declarations", "all"):
            for number, name in enumerate(self.names):
                file, line = self.place(number)
                graph.add_node(
                    name, type="declaration", kind=self.kind(number), file=file, line=line
                )
            for kind in (STATEMENT, PROOF):
                for source, target in self.edges[f"lean-{kind}"].pairs:
                    ends = self.names[source], self.names[target]
                    if graph.has_edge(*ends):
                        graph.edges[ends]["kinds"].append(kind)
                    else:
                        graph.add_edge(*ends, kinds=[kind])
        if level == "all":
            for row in self.rows:
                for name in row.declarations:
                    graph.add_edge(row.id, name, kinds=["states"])
        return graph

    # Storing --------------------------------------------------------------------------------------

    def to_parts(self) -> dict[str, bytes]:
        """Return the graph as sections of a file."""
        import json

        parts = {
            "information": json.dumps(self._information).encode(),
            "names": "\n".join(self.names).encode(),
        }
        for name, column in self.columns.items():
            parts[f"column {name}"] = _pack(column)
        for name, graph in self.edges.items():
            parts[f"starts {name}"], parts[f"ends {name}"] = _pack(graph.starts), _pack(graph.ends)
        return parts

    @classmethod
    def of_parts(cls, sections: Sections) -> DependencyGraph:
        """Make the graph that `to_parts` stored."""
        columns, edges = {}, {}
        for name in sections.parts:
            sort, _, rest = name.partition(" ")
            if sort == "column":
                columns[rest] = _unpack(sections.raw(name))
            elif sort == "starts":
                edges[rest] = Adjacency(
                    _unpack(sections.raw(name)), _unpack(sections.raw(f"ends {rest}"))
                )
        names = sections.raw("names").decode().split("\n") if sections.raw("names") else []
        return cls(sections.json("information"), names, columns, edges)


def _pack(values: NDArray[np.integer]) -> bytes:
    return np.asarray(values).astype("<u4").tobytes()


def _unpack(data: bytes) -> NDArray[np.integer]:
    return np.frombuffer(data, "<u4")
