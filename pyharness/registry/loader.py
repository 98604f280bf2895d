"""From ``theorems.yaml`` to typed rows, with every error at once.

The entry point holds the book, the references and rows; it may list further files under
``include``. Reading stops at nothing: each file that can be parsed is checked row by row, then
the rows are checked against each other, and all that is wrong is reported together, each problem
with its file, line and column.
"""

from __future__ import annotations

import difflib
import hashlib
import types
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from pyharness.problems import Problem, Problems, ProblemsError
from pyharness.registry.marked import Node, read_marked
from pyharness.registry.model import Book, Reference, Row
from pyharness.registry.schema import Entry, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyharness.project import Project

__all__ = ["Place", "Registry", "did_you_mean", "load_registry", "unknown_row"]


M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, order=True)
class Place:
    """A place in a source file: the file as the user names it, 1-based line and column."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Registry:
    """The book as data.

    Parameters
    ----------
    book
        Title, authors, chapters.
    references
        The works that rows refer to, by key.
    rows
        The rows by id, in the order of the files.
    places
        Where each row begins.
    topics
        The check modules that belong to this registry, see `pyharness.checks.load_topics`.
    digest
        SHA-256 of all files that were read.
    files
        The files that were read, as the user names them.
    """

    book: Book
    references: Mapping[str, Reference]
    rows: Mapping[str, Row]
    places: Mapping[str, Place]
    topics: tuple[str, ...]
    digest: str
    files: tuple[str, ...]

    @cached_property
    def used_by(self) -> dict[str, tuple[str, ...]]:
        """For each row, the rows that declare that they use it."""
        users: dict[str, list[str]] = {row: [] for row in self.rows}
        for row in self.rows.values():
            for used in row.uses:
                users[used].append(row.id)
        return {row: tuple(ids) for row, ids in users.items()}

    def select(self, patterns: Iterable[str]) -> list[Row]:
        """Return the rows that match any of the ids or glob patterns, in registry order.

        Parameters
        ----------
        patterns
            Ids or shell patterns such as ``ch20-*``; none means all rows.

        Raises
        ------
        ProblemsError
            For a pattern that matches nothing: a misspelt id must not select the empty set.
        """
        from fnmatch import fnmatchcase

        patterns = list(patterns)
        if not patterns:
            return list(self.rows.values())
        problems = Problems()
        chosen: set[str] = set()
        for pattern in patterns:
            found = [id_ for id_ in self.rows if fnmatchcase(id_, pattern)]
            if not found:
                problems.found.append(unknown_row(pattern, self.rows))
            chosen.update(found)
        problems.raise_if_any()
        return [row for row in self.rows.values() if row.id in chosen]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``"did you mean `x`?"`` for the nearest known word, or an empty text."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else ""


def unknown_row(name: str, rows: Iterable[str]) -> Problem:
    """Make the problem for an id or pattern that names no row."""
    rows = list(rows)
    glob = any(sign in name for sign in "*?[")
    return Problem(
        "theorems.yaml",
        0,
        0,
        f"no row matches `{name}`" if glob else f"there is no row `{name}`",
        "" if glob else did_you_mean(name, rows),
        "`pyharness list` shows all rows" if rows else "the registry has no rows yet",
    )


@dataclass
class _Reading:
    """What is known while files are read: rows so far, with the nodes they came from.

    ``incomplete`` says that a file could not be read: then a missing row means nothing.
    """

    problems: Problems = field(default_factory=Problems)
    rows: dict[str, Row] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    reference_places: dict[str, Place] = field(default_factory=dict)
    incomplete: bool = False


def load_registry(project: Project) -> Registry:
    """Read ``theorems.yaml`` and what it includes.

    Parameters
    ----------
    project
        The project whose registry is read.

    Returns
    -------
    Registry
        Rows that are well-formed one by one and fit together.

    Raises
    ------
    ProblemsError
        With everything that is wrong in any of the files.
    """
    reading = _Reading()
    problems = reading.problems
    entry_name = project.name_of(project.registry)
    digest = hashlib.sha256()
    files = [entry_name]
    book: Book | None = None
    topics: tuple[str, ...] = ()
    chapters_known = False

    document = read_marked(project.registry, entry_name, problems)
    if document is not None and _is_map(document, entry_name, problems):
        digest.update(project.registry.read_bytes())
        head = {k: v for k, v in document.value.items() if k not in ("rows", "references")}
        entry = _validate(Entry, document, entry_name, problems, head)
        _collect(document, entry_name, reading)
        if entry is not None:
            book, topics, chapters_known = entry.book, entry.topics, True
        for index, name in _indexed(document, "include"):
            line, column = document.at(("include", index))
            path = _included(project, name, Place(entry_name, line, column), problems, files)
            if path is None:
                reading.incomplete = True
                continue
            files.append(name)
            part = read_marked(path, name, problems)
            if part is None or not _is_map(part, name, problems):
                reading.incomplete = True
                continue
            digest.update(b"\0" + name.encode() + b"\0" + path.read_bytes())
            head = {k: v for k, v in part.value.items() if k not in ("rows", "references")}
            _validate(Part, part, name, problems, head)
            _collect(part, name, reading)
        _nothing_left_out(project, files, problems)
    chapters = {c.number for c in book.chapters} if book and chapters_known else None
    _check_together(reading, chapters)
    problems.raise_if_any()
    if book is None:
        problem = Problem(entry_name, 0, 0, "the file is empty", "a map with `book` and `rows`")
        raise ProblemsError(problem)
    return Registry(
        book,
        reading.references,
        reading.rows,
        reading.places,
        topics,
        digest.hexdigest(),
        tuple(files),
    )


def _is_map(node: Node, name: str, problems: Problems) -> bool:
    """Tell whether the document is a map, and note it when it is not."""
    if isinstance(node.value, dict):
        return True
    problems.add(
        f"the file holds {_kind(node.value)}",
        file=name,
        line=node.line,
        expected="a map with keys such as `rows`",
    )
    return False


def _included(
    project: Project, name: str, place: Place, problems: Problems, files: list[str]
) -> Any:
    """Return the path of an included file when it is one that may be included."""
    at = {"file": place.file, "line": place.line, "column": place.column}
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or pure.suffix != ".yaml":
        problems.add(
            f"`{name}` cannot be included",
            expected="a relative path below the project that ends in .yaml",
            **at,
        )
        return None
    if name in files:
        problems.add(f"`{name}` is included twice", remedy="remove one of the two lines", **at)
        return None
    path = project.root / pure
    if not path.resolve().is_relative_to(project.root.resolve()):
        problems.add(f"`{name}` leads out of the project", expected="a file of the project", **at)
        return None
    if not path.is_file():
        problems.add(
            f"there is no file `{name}`",
            expected=did_you_mean(
                name, (project.name_of(p) for p in path.parent.glob("*.yaml") if p.is_file())
            ),
            remedy="create it, or remove the line",
            **at,
        )
        return None
    return path


def _nothing_left_out(project: Project, files: list[str], problems: Problems) -> None:
    """Note registry files that lie beside included ones and are not included themselves."""
    for folder in sorted({(project.root / name).parent for name in files[1:]}):
        if folder == project.root:
            continue
        for path in sorted(folder.glob("*.y*ml")):
            if project.name_of(path) not in files:
                problems.add(
                    "this file lies beside included files and is not included",
                    file=project.name_of(path),
                    remedy="list it under `include:` in theorems.yaml, or move it away",
                )


def _collect(document: Node, name: str, reading: _Reading) -> None:
    """Validate the rows and references of one file and add them to the reading."""
    problems = reading.problems
    for key, model, into, places in (
        ("references", Reference, reading.references, reading.reference_places),
        ("rows", Row, reading.rows, reading.places),
    ):
        if key not in document.value:
            continue
        values = document.value[key]
        assert isinstance(document.items, dict)
        if not isinstance(values, list):
            line, column = document.at((key,))
            if values is not None:
                problems.add(
                    f"`{key}` is {_kind(values)}",
                    file=name,
                    line=line,
                    column=column,
                    expected="a list",
                )
            continue
        nodes = document.items[key].items
        assert isinstance(nodes, list)
        for node in nodes:
            item = _validate(model, node, name, problems)
            own = node.value.get("id") if isinstance(node.value, dict) else None
            if not isinstance(own, str):
                continue
            line, column = node.at(("id",))
            if own in places:
                problems.add(
                    f"the id `{own}` is used twice: also at {places[own]}",
                    file=name,
                    line=line,
                    column=column,
                    expected="a name of its own for each entry",
                    remedy="rename one of the two",
                )
                continue
            places[own] = Place(name, line, column)
            if model is Row:
                reading.nodes[own] = node
            if item is not None:
                into[own] = item  # type: ignore[index]


def _check_together(reading: _Reading, chapters: set[int] | None) -> None:
    """Check what concerns several rows: chapters, uses, references, cycles."""
    problems = reading.problems
    for own, node in reading.nodes.items():
        file = reading.places[own].file

        def note(
            *path: str | int, node: Node = node, file: str = file, message: str, **hints: str
        ) -> None:
            line, column = node.at(path)
            problems.add(message, file=file, line=line, column=column, **hints)

        # The plain values are looked at, so that a row with another fault is checked as well.
        chapter = node.value.get("chapter")
        if chapters is not None and type(chapter) is int and chapter not in chapters:
            known = ", ".join(map(str, sorted(chapters))) or "none are listed"
            message = f"the book has no chapter {chapter}"
            note("chapter", message=message, expected=f"one of: {known}")
        if reading.incomplete:
            continue
        for index, used in _indexed(node, "uses"):
            if used == own:
                message = "a row cannot use itself"
                note("uses", index, message=message, remedy="remove this entry")
            elif used not in reading.places:
                note(
                    "uses",
                    index,
                    message=f"there is no row `{used}`",
                    expected=did_you_mean(used, reading.places),
                    remedy="name an existing row, or add it",
                )
        for index, key in _indexed(node, "references"):
            if key not in reading.reference_places:
                note(
                    "references",
                    index,
                    message=f"there is no reference `{key}`",
                    expected=did_you_mean(key, reading.reference_places),
                    remedy="name a key under `references`, or add the work there",
                )
    _no_circles(reading)


def _indexed(node: Node, key: str) -> list[tuple[int, str]]:
    """Return the texts of a list under ``key`` with their positions in it."""
    value = node.value.get(key)
    if not isinstance(value, list):
        return []
    return [(index, text) for index, text in enumerate(value) if isinstance(text, str)]


def _no_circles(reading: _Reading) -> None:
    """Note rows that use each other in a circle; each circle once."""
    uses = {
        own: [used for _, used in _indexed(node, "uses") if used in reading.nodes and used != own]
        for own, node in reading.nodes.items()
    }
    while True:
        try:
            TopologicalSorter(uses).prepare()
            return
        except CycleError as error:
            # graphlib lists each node before its user; the last repeats the first.
            cycle = error.args[1][::-1]
        start = cycle.index(min(cycle))
        cycle = [*cycle[start:-1], *cycle[: start + 1]]
        first, second = cycle[:2]
        index = reading.nodes[first].value["uses"].index(second)
        line, column = reading.nodes[first].at(("uses", index))
        steps = " -> ".join(f"{a} (line {reading.places[a].line})" for a in cycle)
        reading.problems.add(
            f"these rows use each other in a circle: {steps}",
            file=reading.places[first].file,
            line=line,
            column=column,
            expected="no row rests on itself",
            remedy="remove the entry that no proof needs",
        )
        uses[first].remove(second)


def _validate(
    model: type[M], node: Node, file: str, problems: Problems, value: Any = None
) -> M | None:
    """Validate a node's value (or ``value`` in its place); turn errors into problems."""
    try:
        return model.model_validate(node.value if value is None else value)
    except ValidationError as error:
        for item in error.errors(include_url=False):
            path = tuple(step for step in item["loc"] if step != "[key]")
            line, column = node.at(path)
            message, expected, remedy = _explain(item, path, model)
            problems.add(
                message, file=file, line=line, column=column, expected=expected, remedy=remedy
            )
        return None


def _explain(
    item: Any, path: tuple[str | int, ...], model: type[BaseModel]
) -> tuple[str, str, str]:
    """Say what a pydantic error means: message, what was expected, what to do."""
    name = ".".join(str(step) for step in path if isinstance(step, str)) or model.__name__.lower()
    last, kind, given = (path[-1] if path else ""), item["type"], item.get("input")
    if kind == "missing":
        return f"`{last}` is missing", _description(model, path), "add it"
    if kind == "extra_forbidden":
        known = _fields(model, path[:-1])
        guess = did_you_mean(str(last), known)
        return f"unknown key `{last}`", guess or "one of: " + ", ".join(sorted(known)), ""
    if kind in ("enum", "literal_error"):
        choices = item["ctx"]["expected"]
        options = [choice.strip(" '") for choice in choices.replace(" or ", ", ").split(",")]
        guess = did_you_mean(str(given), options)
        return f"`{name}` is {given!r}", f"one of: {', '.join(options)}", guess
    if kind == "string_pattern_mismatch":
        return f"`{name}` is {given!r}", _description(model, path) or item["msg"], ""
    if kind == "string_type":
        quotable = isinstance(given, int | float) or given is None
        remedy = "put it in quotes" if quotable and given is not None else ""
        return f"`{name}` is {_kind(given)}", "text", remedy
    if kind == "string_too_short" or (kind == "too_short" and not given):
        return f"`{name}` is empty", _description(model, path), "fill it in, or remove it"
    if kind == "value_error":
        return str(item["ctx"]["error"]), "", ""
    if kind in ("tuple_type", "list_type"):
        return f"`{name}` is {_kind(given)}", "a list", ""
    if kind in ("model_type", "dict_type"):
        return f"`{name}` is {_kind(given)}", "a map", ""
    if kind == "int_type":
        return f"`{name}` is {_kind(given)}", "a whole number", ""
    return f"`{name}`: {item['msg'][0].lower()}{item['msg'][1:]}", "", ""


def _kind(value: Any) -> str:
    """Name a YAML value in plain words."""
    match value:
        case None:
            return "empty"
        case bool():
            return f"the truth value {str(value).lower()}"
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text {value[:40]!r}"
        case list():
            return "a list"
        case dict():
            return "a map"
        case _:
            return repr(value)


def _model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Return the model that describes the value at ``path``."""
    here: Any = model
    for step in path:
        if isinstance(step, int):
            continue
        info = here.model_fields.get(step) if isinstance(here, type) else None
        if info is None:
            return None
        here = _inner_model(info.annotation)
        if here is None:
            return None
    return here


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside an annotation such as ``tuple[Model, ...] | None``."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    if get_origin(annotation) in (tuple, list, dict, Union, types.UnionType) or get_args(
        annotation
    ):
        for argument in get_args(annotation):
            if (found := _inner_model(argument)) is not None:
                return found
    return None


def _fields(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Return the keys that are known at ``path``."""
    here = _model_at(model, path)
    if here is None:
        return []
    extra = ["rows", "references"] if here in (Entry, Part) else []
    return [*here.model_fields, *extra]


def _description(model: type[BaseModel], path: tuple[str | int, ...]) -> str:
    """Return the help text of the field at ``path``, or of its item type, as an expectation."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return ""
    here = _model_at(model, tuple(names[:-1]))
    info = here.model_fields.get(names[-1]) if here else None
    if info is None:
        return ""
    text = info.description or ""
    return text.rstrip(".").split("\n")[0]
