"""From registry, compiled library and verdicts to the graph, and its cache.

The cache, ``build/cache/graph.bin``, names every file that the graph was made from with its hash;
it is used only while all of them are as they were.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import numpy as np

from pyharness.graph.arrays import Adjacency
from pyharness.graph.model import DECLARED, PROOF, STATEMENT, DependencyGraph, State
from pyharness.lean.sections import read_sections, write_sections

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pyharness.lean.environment import Environment
    from pyharness.project import Project
    from pyharness.registry import Registry, Row

__all__ = ["build_graph", "current_graph", "load_graph", "row_state"]

#: Part of the cache: to be raised when the graph of the same sources changes.
FORMAT = 4


def row_state(row: Row, record: Mapping[str, Any] | None) -> State:
    """Return the state of a row from its record in the ledger.

    Parameters
    ----------
    row
        The row.
    record
        Its record, None when there is no ledger.
    """
    if record is None:
        return State.UNKNOWN

    def passed(question: str) -> bool:
        return record["questions"][question]["verdict"] == "pass"

    if record["verdict"] == "fail":
        return State.FAILS
    if passed("proved") or (row.kind == "definition" and passed("stated")):
        return State.PROVED
    if passed("stated"):
        return State.STATED
    if passed("checked") or passed("computed"):
        return State.CHECKED
    return State.INFORMAL if row.informal else State.OPEN


def build_graph(
    registry: Registry,
    environment: Environment | None,
    ledger: Mapping[str, Any] | None,
    source: str = "lean",
) -> DependencyGraph:
    """Make the graph.

    Parameters
    ----------
    registry
        The rows.
    environment
        The compiled library; None for a graph of rows and declared uses only.
    ledger
        The verdicts, as in ``build/ledger.json``; None when there are none.
    source
        The folder of the Lean sources, as the user names it.

    Returns
    -------
    DependencyGraph
        All rows, all declarations, all edges.
    """
    names, columns, lean = _declarations(environment)
    index = {name: i for i, name in enumerate(names)}
    records = ledger["rows"] if ledger else {}
    rows = []
    for row in registry.rows.values():
        there = [name for name in row.lean.declarations if name in index] if row.lean else []
        place = registry.places[row.id]
        rows.append(
            {
                "id": row.id,
                "chapter": row.chapter,
                "kind": str(row.kind),
                "label": row.label or "",
                "title": row.title,
                "state": row_state(row, records.get(row.id)).value,
                "declarations": there,
                "file": place.file,
                "line": place.line,
                "unused": dict(row.lean.unused) if row.lean else {},
            }
        )
    number = {row["id"]: i for i, row in enumerate(rows)}
    declared = [(number[r.id], number[used]) for r in registry.rows.values() for used in r.uses]
    from pyharness.lean.declarations import KINDS

    information = {
        "title": registry.book.title,
        "chapters": {str(c.number): c.topic for c in registry.book.chapters},
        "rows": rows,
        "modules": list(environment.modules) if environment else [],
        "kinds": list(KINDS),
        "axioms": environment.of_kind("axiom") if environment else [],
        "source": source,
    }
    edges = {DECLARED: Adjacency.of_pairs(len(rows), declared), **lean}
    graph = DependencyGraph(information, names, columns, edges)
    edges[STATEMENT], edges[PROOF] = _contracted(graph)
    return graph


def _declarations(
    environment: Environment | None,
) -> tuple[list[str], dict[str, np.ndarray], dict[str, Adjacency]]:
    """Return names, columns and edges of the library."""
    from pyharness.lean.declarations import KINDS

    fields = ("kinds", "modules", "first_lines", "last_lines", "name_lines", "instances")
    names = list(environment.constants) if environment else []
    size = len(names)
    index = {name: i for i, name in enumerate(names)}
    columns = {name: np.zeros(size, np.uint32) for name in fields}
    uses: dict[str, list[tuple[int, int]]] = {STATEMENT: [], PROOF: []}
    if environment:
        modules = {name: i for i, name in enumerate(environment.modules)}
        for i, name in enumerate(names):
            constant = environment.constants[name]
            place = constant.range
            values = (
                KINDS.index(constant.kind),
                modules[constant.module],
                place.line if place else 0,
                place.end_line if place else 0,
                place.name_line if place else 0,
                constant.is_instance,
            )
            for field, value in zip(fields, values, strict=True):
                columns[field][i] = value
            for kind, mentioned in (
                (STATEMENT, constant.statement_uses),
                (PROOF, constant.proof_uses),
            ):
                uses[kind] += [(i, index[other]) for other in mentioned if other in index]
    return names, columns, {f"lean-{k}": Adjacency.of_pairs(size, v) for k, v in uses.items()}


def _contracted(graph: DependencyGraph) -> tuple[Adjacency, Adjacency]:
    """Return statement and proof edges between rows: through what belongs to no row.

    A row that lists a declaration of another row as a part of its own rests on that row.
    """
    size = len(graph.rows)
    owner = graph.owner
    owned = np.zeros(len(graph.names), bool)
    owned[list(owner)] = True
    pairs: dict[str, list[tuple[int, int]]] = {STATEMENT: [], PROOF: []}
    for number in range(size):
        listed = graph.declarations_of(number)
        own = [d for d in listed if owner[d] == number]
        shared = {owner[d] for d in listed} - {number}
        closed = owned.copy()
        closed[own] = False
        meant: set[int] = set()
        for kind, edges in ((STATEMENT, graph.meaning), (PROOF, graph.lean)):
            reached = np.flatnonzero((edges.distances(own, closed=closed) >= 0) & closed)
            others = ({owner[d] for d in reached.tolist()} | shared) - {number}
            # What the statement mentions is not a use of the proof.
            pairs[kind] += [(number, other) for other in sorted(others - meant)]
            meant |= others
    return Adjacency.of_pairs(size, pairs[STATEMENT]), Adjacency.of_pairs(size, pairs[PROOF])


# The cache ----------------------------------------------------------------------------------------


def load_graph(
    project: Project, *, note: Callable[[str], None] = lambda text: None
) -> DependencyGraph:
    """Return the graph of a project: from the cache while it is current, else made again.

    Parameters
    ----------
    project
        The project. Its library should be built and verified; what is missing is left out.
    note
        Told, in a sentence, what is missing.

    Returns
    -------
    DependencyGraph
        The graph.

    Raises
    ------
    ProblemsError
        When the registry has errors.
    """
    sections = read_sections(_cache(project))
    if sections is not None:
        try:
            facts = sections.json("made from")
            current = (
                facts["format"] == FORMAT and _hashes(project, facts["files"]) == facts["files"]
            )
            if current and sorted(_lean_files(project)) == facts["lean"]:
                for text in facts["notes"]:
                    note(text)
                return DependencyGraph.of_parts(sections)
        except (KeyError, ValueError, TypeError):
            pass
    return _make(project, note)


def _make(project: Project, note: Callable[[str], None]) -> DependencyGraph:
    from pyharness.lean.environment import load_environment
    from pyharness.ledger import changed_sources, read_ledger, source_hashes
    from pyharness.problems import ProblemsError
    from pyharness.registry import load_registry

    registry = load_registry(project)
    notes: list[str] = []
    environment = ledger = None
    try:
        environment = load_environment(project)
    except ProblemsError as error:
        notes.append(f"Lean is left out: {error.problems[0].message}. Run `pyharness verify`.")
    try:
        ledger = read_ledger(project)
        if changed_sources(ledger["sources"], source_hashes(project, registry)):
            ledger = None
            notes.append("Sources changed since the last verdicts. Run `pyharness verify`.")
    except ProblemsError as error:
        notes.append(f"States are unknown: {error.problems[0].message}. Run `pyharness verify`.")
    graph = current_graph(project, registry, environment, ledger, notes)
    for text in notes:
        note(text)
    return graph


def current_graph(
    project: Project,
    registry: Registry,
    environment: Environment | None,
    ledger: Mapping[str, Any] | None,
    notes: list[str] | None = None,
) -> DependencyGraph:
    """Return the graph of what has been loaded, and keep it for `load_graph`.

    Parameters
    ----------
    project
        The project.
    registry, environment, ledger
        As for `build_graph`.
    notes
        What is missing, in sentences, for later callers of `load_graph`.
    """
    records = ledger["rows"] if ledger else {}
    states = {row.id: row_state(row, records.get(row.id)) for row in registry.rows.values()}
    parts = [FORMAT, registry.digest, environment.key if environment else "", states]
    key = hashlib.sha256(json.dumps(parts).encode()).hexdigest()
    lean = _lean_files(project)
    names = [
        *registry.files,
        *lean,
        project.name_of(project.lock),
        project.name_of(project.ledger),
        project.name_of(project.lean_build / "manifest.json"),
    ]
    facts = {
        "format": FORMAT,
        "key": key,
        "files": _hashes(project, names),
        "lean": sorted(lean),
        "notes": notes or [],
    }
    kept = read_sections(_cache(project))
    if kept is not None and kept.json("made from").get("key") == key:
        stored = {**kept.parts, "made from": json.dumps(facts).encode()}
        graph = DependencyGraph.of_parts(kept)
    else:
        graph = build_graph(registry, environment, ledger, project.name_of(project.lean_source))
        stored = {"made from": json.dumps(facts).encode(), **graph.to_parts()}
    write_sections(_cache(project), stored)
    return graph


def _cache(project: Project) -> Path:
    return project.cache / "graph.bin"


def _lean_files(project: Project) -> list[str]:
    root = project.root
    return [str(path.relative_to(root)) for path in sorted(project.lean_source.rglob("*.lean"))]


def _hashes(project: Project, names: Any) -> dict[str, str]:
    hashes = {}
    for name in names:
        try:
            hashes[name] = hashlib.sha256((project.root / name).read_bytes()).hexdigest()[:32]
        except OSError:
            hashes[name] = "absent"
    return hashes
