"""Another library's graph, from a repository that LeanDojo has traced.

LeanDojo writes for every Lean file a syntax tree in which identifiers know the constant that they
mean (``.lake/build/ir/**/*.trace.xml``). This module reads these files and nothing else: LeanDojo
itself, which is no longer developed, is not imported, for its own reader asks GitHub for the commit
of Lean. Its format is that of version 4.20; its document type declarations, of which there are
none, are refused, so a file cannot expand or name another one.

What is an edge: a declaration uses the constants that somebody *typed* in it, those in front of
``:=`` with its statement, the others with its proof. What `simp` and other automation found, what
instances, notation and coercions stand for, is not typed and so not there, nor are axioms. A graph
from Lean's own terms has all of it; see `pyharness.graph.build`.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from xml.parsers import expat
from xml.sax.saxutils import unescape

import numpy as np

from pyharness.graph.arrays import Adjacency
from pyharness.graph.model import DECLARED, PROOF, STATEMENT, DependencyGraph
from pyharness.lean.sections import read_sections, write_sections
from pyharness.problems import Problem, Problems, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["NOTE", "load_trace"]

NOTE = (
    "From a LeanDojo trace: the uses are identifiers that somebody typed. What simp and other"
    " automation found, instances, notation and axioms are missing."
)

#: Kinds of declarations. A *part* was made by the declaration around it (a constructor, a field);
#: of what is *outside* there is no trace.
KINDS = (
    "theorem", "theorem with sorry", "definition", "inductive", "opaque", "axiom", "part",
    "outside",
)  # fmt: skip

#: Commands that declare something. Their names are in `full_name`.
_COMMANDS = {
    "CommandDeclarationNode": "",
    "LemmaNode": "theorem",
    "MathlibTacticLemmaNode": "theorem",
    "LeanElabCommandCommandIrreducibleDefNode": "definition",
    # An alias may be of anything; a definition is what has to be read.
    "StdTacticAliasAliasNode": "definition",
    "StdTacticAliasAliaslrNode": "definition",
}
#: What the command declares, by the node inside it.
_SORTS = {
    "CommandTheoremNode": "theorem",
    "CommandDefNode": "definition",
    "CommandDefinitionNode": "definition",
    "CommandAbbrevNode": "definition",
    "CommandInstanceNode": "definition",
    "CommandInductiveNode": "inductive",
    "CommandClassinductiveNode": "inductive",
    "CommandStructureNode": "inductive",
    "CommandOpaqueNode": "opaque",
    "CommandAxiomNode": "axiom",
}
#: Nodes that hold a value or a proof.
_VALUES = frozenset(
    ("CommandDeclvalsimpleNode", "CommandDeclvaleqnsNode", "CommandWherestructinstNode")
)
_SORRY = frozenset(("Lean.Parser.Term.sorry", "Lean.Parser.Tactic.tacticSorry"))

Position = tuple[int, int]


@dataclass
class _Declaration:
    """A command that declares something, as a file shows it."""

    names: tuple[str, ...]
    module: str
    path: str
    start: Position
    end: Position
    kind: str
    name_line: int = 0
    private: bool = False
    instance: bool = False
    sorry: bool = False
    #: Full name, module, path and position of the definition, and whether a value mentions it.
    mentions: list[tuple[str, str, str, Position | None, bool]] = field(default_factory=list)


#: Part of what is kept: to be raised when the graph of the same traces changes.
FORMAT = 1


def load_trace(folder: Path, *, keep: Path | None = None) -> DependencyGraph:
    """Return the graph of a traced repository: declarations and their uses, no rows.

    Parameters
    ----------
    folder
        The repository, or a folder above it, such as an entry of LeanDojo's cache.
    keep
        A folder that keeps the graph for the next time, which is used while all traces have the
        size and the date that they had. None: nothing is kept.

    Returns
    -------
    DependencyGraph
        With `NOTE` among its notes.

    Raises
    ------
    ProblemsError
        When the folder has no traces, or a file is not one.
    """
    files = _trace_files(folder)
    kept = key = None
    if keep is not None:
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
        kept = keep / f"{name[:24]}.bin"
        key = _key(folder, files)
        sections = read_sections(kept)
        if sections is not None and sections.parts.get("made from") == key:
            return DependencyGraph.of_parts(sections)
    problems = Problems()
    declarations = [d for file in files for d in _read(file, str(file), problems)]
    problems.raise_if_any()
    graph = _graph(folder.resolve().name, declarations)
    if kept is not None and key is not None:
        with suppress(OSError):  # the graph is there all the same
            write_sections(kept, {"made from": key, **graph.to_parts()})
    return graph


def _key(folder: Path, files: list[Path]) -> bytes:
    """Return what the graph is made from."""
    digest = hashlib.sha256(str(FORMAT).encode())
    for path in files:
        facts = path.stat()
        digest.update(f"\n{path.relative_to(folder)} {facts.st_size} {facts.st_mtime_ns}".encode())
    return digest.hexdigest().encode()


def _trace_files(folder: Path) -> list[Path]:
    """Return the traces, or say what the folder is instead."""
    if not folder.is_dir():
        found = "this is a file" if folder.exists() else "no such folder"
        raise ProblemsError(
            Problem(str(folder), 0, 0, found, "the folder of a repository that LeanDojo has traced")
        )
    files = sorted(folder.rglob("*.trace.xml"))
    if files:
        return files
    if next(folder.rglob("*.ast.json"), None):
        raise ProblemsError(
            Problem(
                str(folder),
                0,
                0,
                "LeanDojo's extractor was here, but its traces were not written",
                "files *.trace.xml beside the files *.ast.json",
                "with Python 3.12 or older, `pip install 'pyharness[lean-dojo]'`, then in Python"
                " `from lean_dojo import TracedRepo;"
                f" TracedRepo.from_traced_files({str(folder)!r}).save_to_disk()`"
                " (it asks GitHub for the commit of Lean)",
            )
        )
    raise ProblemsError(
        Problem(
            str(folder),
            0,
            0,
            "this folder is no traced repository",
            "files *.trace.xml below it, as a rule in .lake/build/ir",
            "trace the repository with `lean_dojo.trace`, which keeps it in ~/.cache/lean_dojo, or"
            " name another folder",
        )
    )


# Files --------------------------------------------------------------------------------------------


class _RefusedError(Exception):
    """The file is not what LeanDojo writes."""


def _read(path: Path, name: str, problems: Problems) -> list[_Declaration]:
    """Return the declarations of one file."""
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.StartDoctypeDeclHandler = reader.doctype
    try:
        with path.open("rb") as file:
            parser.ParseFile(file)
    except expat.ExpatError as error:
        problems.add(
            f"not well-formed XML: {expat.ErrorString(error.code)}",
            file=name,
            line=error.lineno,
            column=error.offset + 1,
            remedy="trace the repository again",
        )
    except (_RefusedError, ValueError, KeyError) as error:
        message = f"`{error.args[0]}` is missing" if isinstance(error, KeyError) else str(error)
        problems.add(
            message,
            file=name,
            line=parser.CurrentLineNumber,
            expected="a trace as LeanDojo 4.20 writes it",
            remedy="trace the repository again, or move the file away",
        )
    except OSError as error:
        problems.add(f"cannot be read: {error.strerror}", file=name)
    return reader.found


class _Reader:
    """Takes the elements of one file in their order; no tree is built."""

    def __init__(self) -> None:
        self.found: list[_Declaration] = []
        self.path = ""
        self.module = ""
        self.depth = 0
        #: The declaration that is open and its depth, and the depth of its value.
        self.open: tuple[_Declaration, int] | None = None
        self.value = 0

    def doctype(self, *_: Any) -> None:
        raise _RefusedError("a document type declaration, which traces do not have")

    def begin(self, tag: str, facts: Mapping[str, str]) -> None:
        self.depth += 1
        if self.depth == 1:
            if tag != "TracedFile":
                raise _RefusedError(f"the file holds a `{tag}`, not a `TracedFile`")
            self.path = PurePosixPath(facts["path"]).as_posix()
            self.module = _module_of(self.path)
        elif self.open is None:
            # Names of examples and of unnamed instances are absent: nothing can use them.
            if tag in _COMMANDS and "full_name" in facts:
                place = _position(facts["start"]), _position(facts["end"])
                names = _names(facts["full_name"])
                kind = _COMMANDS[tag]
                declaration = _Declaration(names, self.module, self.path, *place, kind)
                self.found.append(declaration)
                self.open = declaration, self.depth
        else:
            self._inside(self.open[0], tag, facts)

    def _inside(self, declaration: _Declaration, tag: str, facts: Mapping[str, str]) -> None:
        if tag == "IdentNode":
            if "full_name" in facts:
                start = facts.get("def_start")
                declaration.mentions.append(
                    (
                        _text(facts["full_name"]),
                        _text(facts.get("mod_name", "")),
                        _text(facts.get("def_path", "")),
                        _position(start) if start else None,
                        self.value > 0,
                    )
                )
        elif tag in _SORTS:
            declaration.kind = declaration.kind or _SORTS[tag]
            declaration.instance |= tag == "CommandInstanceNode"
        elif tag in _VALUES:
            self.value = self.value or self.depth
        elif tag == "CommandDeclidNode":
            if not declaration.name_line and "start" in facts:
                declaration.name_line = _position(facts["start"])[0]
        elif tag == "CommandPrivateNode":
            declaration.private = True
        elif tag == "OtherNode" and facts.get("kind") in _SORRY:
            declaration.sorry = True

    def end(self, _: str) -> None:
        if self.value == self.depth:
            self.value = 0
        if self.open and self.open[1] == self.depth:
            self.open = None
        self.depth -= 1


def _text(value: str) -> str:
    """Undo LeanDojo's own escaping, which comes on top of that of XML."""
    return unescape(value, {"&quot;": '"'})


def _position(value: str) -> Position:
    found = re.fullmatch(r"\((\d+), ?(\d+)\)", value)
    if not found:
        raise _RefusedError(f"`{value[:40]}` is no position")
    return int(found[1]), int(found[2])


def _names(value: str) -> tuple[str, ...]:
    """Return one name, or those of an alias in two directions, which is written as a list."""
    value = _text(value)
    if value.startswith("["):
        return tuple(name.strip(" '\"") for name in value[1:-1].split(",") if name.strip())
    return (value,)


def _module_of(path: str) -> str:
    """Return the module of a Lean file of the repository, of a package, or of Lean itself."""
    parts = PurePosixPath(path).with_suffix("").parts
    if parts[:2] == (".lake", "packages"):
        parts = parts[3:]
        if parts[:2] == ("src", "lean"):
            parts = parts[2:]
            parts = parts[1:] if parts[:1] == ("lake",) else parts
    return ".".join(parts)


# The graph ----------------------------------------------------------------------------------------

_PRIVATE = re.compile(r"_private\.(?P<module>.+)\.0\.(?P<name>.+)")


class _Names:
    """Numbers for names: declarations first, then whatever they mention."""

    def __init__(self, declarations: Iterable[_Declaration]) -> None:
        self.names: list[str] = []
        self.index: dict[str, int] = {}
        self.columns: dict[str, list[int]] = {
            name: []
            for name in ("kinds", "modules", "first_lines", "last_lines", "name_lines", "instances")
        }
        self.modules: dict[str, int] = {}
        self.files: list[str] = []
        #: For each file the declarations with their ranges, in order.
        self.ranges: dict[str, list[tuple[Position, Position, int]]] = {}
        self.repeated = 0
        self.numbers: list[tuple[_Declaration, int]] = []
        for declaration in declarations:
            for name in declaration.names:
                self._declare(declaration, name)
        for ranges in self.ranges.values():
            ranges.sort()

    def _declare(self, declaration: _Declaration, name: str) -> None:
        if declaration.private:
            name = f"_private.{declaration.module}.0.{name}"
        if name in self.index:
            self.repeated += 1
            number = self.index[name]
        else:
            kind = declaration.kind or "definition"
            if declaration.sorry and kind == "theorem":
                kind = "theorem with sorry"
            first, last = declaration.start[0], declaration.end[0]
            lines = first, last, declaration.name_line or first
            where = declaration.module, declaration.path
            number = self._add(name, kind, where, lines, declaration.instance)
        self.numbers.append((declaration, number))
        place = declaration.start, declaration.end, number
        self.ranges.setdefault(declaration.path, []).append(place)

    def _add(
        self,
        name: str,
        kind: str,
        where: tuple[str, str],
        lines: tuple[int, int, int],
        instance: bool = False,
    ) -> int:
        module, file = where
        if module not in self.modules:
            self.modules[module] = len(self.modules)
            self.files.append(file)
        values = KINDS.index(kind), self.modules[module], *lines, int(instance)
        for column, value in zip(self.columns.values(), values, strict=True):
            column.append(value)
        self.index[name] = len(self.names)
        self.names.append(name)
        return self.index[name]

    def _around(self, path: str, position: Position) -> int | None:
        """Return the declaration of a traced file in which something is defined."""
        ranges = self.ranges.get(path, [])
        place = bisect_right(ranges, (position, (1 << 60, 0), 0)) - 1
        if place >= 0 and ranges[place][0] <= position <= ranges[place][1]:
            return ranges[place][2]
        return None

    def mentioned(
        self, name: str, module: str, path: str, position: Position | None
    ) -> tuple[int, int | None]:
        """Return the number of a constant; for a new part also the declaration that made it."""
        if name in self.index:
            return self.index[name], None
        found = _PRIVATE.fullmatch(name)
        if found and found["name"] in self.index:
            # LeanDojo does not see every private declaration as one.
            return self.index[found["name"]], None
        owner = self._around(path, position) if position else None
        line = position[0] if position else 0
        module = module or _module_of(path)
        kind = "outside" if owner is None else "part"
        return self._add(name, kind, (module, path), (line, line, line)), owner


def _graph(title: str, declarations: list[_Declaration]) -> DependencyGraph:
    """Return the graph of what all files declare."""
    table = _Names(declarations)
    uses: dict[str, set[tuple[int, int]]] = {STATEMENT: set(), PROOF: set()}
    for declaration, number in table.numbers:
        for name, module, path, position, in_value in declaration.mentions:
            used, owner = table.mentioned(name, module, path, position)
            if owner is not None:
                uses[STATEMENT].add((used, owner))
            if used != number:
                uses[PROOF if in_value else STATEMENT].add((number, used))
    notes = [NOTE]
    if table.repeated:
        notes.append(f"{table.repeated} names are declared more than once; the first counts.")
    size = len(table.names)
    nothing = Adjacency.of_pairs(0, [])
    edges = dict.fromkeys((DECLARED, STATEMENT, PROOF), nothing)
    edges |= {f"lean-{kind}": Adjacency.of_pairs(size, pairs) for kind, pairs in uses.items()}
    information = {
        "title": title,
        "chapters": {},
        "rows": [],
        "modules": list(table.modules),
        "files": table.files,
        "kinds": list(KINDS),
        "axioms": None,
        "source": "",
        "origin": title,
        "notes": notes,
    }
    columns = {name: np.array(values, np.uint32) for name, values in table.columns.items()}
    return DependencyGraph(information, table.names, columns, edges)
