"""What a compiled module holds: its declarations and what Lean noted beside them.

`CompiledModule` reads the ``Lean.ModuleData`` value of an ``.olean`` file: imports, constants, and
those of the environment extensions that the harness needs (source places, texts, attributes,
Lean's own record of axioms). Types and values stay where they are in the file; they are named by
the word that points to them and read through `CompiledModule.expressions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from pyharness.lean.expression import Expressions
from pyharness.lean.olean import Olean

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["KINDS", "CompiledModule", "Declaration", "Import", "Kind", "Rule", "SourceRange"]

Kind = Literal[
    "axiom", "definition", "theorem", "opaque", "quotient", "inductive", "constructor", "recursor"
]
#: The kinds of constants, in the order of the constructors of ``Lean.ConstantInfo``.
KINDS: tuple[Kind, ...] = (
    "axiom",
    "definition",
    "theorem",
    "opaque",
    "quotient",
    "inductive",
    "constructor",
    "recursor",
)
_FIELDS = (1, 4, 3, 3, 1, 6, 5, 7)
_SAFETY = ("unsafe", "safe", "partial")
_QUOTIENT = ("type", "constructor", "lift", "induction")


class SourceRange(NamedTuple):
    """Where a declaration stands: lines from 1, columns from 0 in characters.

    ``name_line`` and ``name_column`` are the place of its name.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    name_line: int
    name_column: int


class Import(NamedTuple):
    """One import of a module."""

    module: str
    all: bool
    exported: bool
    meta: bool


class Rule(NamedTuple):
    """A computation rule of a recursor."""

    constructor: str
    fields: int
    value: int


@dataclass(slots=True)
class Declaration:
    """One constant as the kernel knows it.

    Parameters
    ----------
    name, kind, level_params
        As in Lean.
    type, value
        Words in the file, for `CompiledModule.expressions`; ``value`` is None where there is none.
    safety
        ``"safe"``, ``"unsafe"`` or ``"partial"``.
    all
        The names that were declared together (mutual blocks).
    hint
        How eagerly the kernel unfolds a definition: ``"opaque"``, ``"abbreviation"`` or a height.
    quotient
        Which of the four quotient constants this is.
    inductive
        The type that a constructor belongs to.
    index, parameters, indices, fields, nested, motives, minors
        Counts of inductive types, constructors and recursors.
    constructors, rules
        Of inductive types and recursors.
    recursive, reflexive, k
        Flags of inductive types and recursors.
    """

    name: str
    kind: Kind
    level_params: tuple[str, ...]
    type: int
    value: int | None = None
    safety: str = "safe"
    all: tuple[str, ...] = ()
    hint: str | int = ""
    quotient: str = ""
    inductive: str = ""
    index: int = 0
    parameters: int = 0
    indices: int = 0
    fields: int = 0
    nested: int = 0
    motives: int = 0
    minors: int = 0
    constructors: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    recursive: bool = False
    reflexive: bool = False
    k: bool = False


class CompiledModule:
    """One compiled module.

    Parameters
    ----------
    data
        The ``.olean`` file.
    file
        The file as the user would name it.

    Raises
    ------
    OleanError
        When the file is not well-formed; reading on can raise it too.
    """

    def __init__(self, data: bytes, file: str = "<bytes>") -> None:
        self.olean = Olean(data, file)
        self.expressions = Expressions(self.olean)
        root = self.olean.fields(self.olean.root, 5, "the module's data")
        self._imports, self._names, self._constants, _, self._entries = root
        if self.olean.scalar_byte(self.olean.root, 0, "the module's data"):
            self.olean.fail_at(
                self.olean.root, "a module of the module system; plain modules were expected"
            )

    @classmethod
    def read(cls, path: Path, file: str | None = None) -> CompiledModule:
        """Read a file."""
        return cls(path.read_bytes(), file or str(path))

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """The imports in their order."""
        olean = self.olean
        found = []
        for word in olean.array(self._imports, "the imports"):
            (name,) = olean.fields(word, 1, "an import")
            flags = (bool(olean.scalar_byte(word, i, "an import")) for i in range(3))
            found.append(Import(olean.text(name), *flags))
        return tuple(found)

    # Constants ----------------------------------------------------------------------------------

    @cached_property
    def declarations(self) -> dict[str, Declaration]:
        """The constants by name."""
        olean = self.olean
        found: dict[str, Declaration] = {}
        names = olean.array(self._names, "the names of the constants")
        words = olean.array(self._constants, "the constants")
        if len(names) != len(words):
            olean.fail_at(self._constants, f"{len(names)} names for {len(words)} constants")
        for name, word in zip(names, words, strict=True):
            declaration = self._declaration(word)
            if declaration.name != olean.text(name):
                olean.fail_at(word, f"`{declaration.name}` under the name `{olean.text(name)}`")
            if declaration.name in found:
                olean.fail_at(word, f"`{declaration.name}` for the second time")
            found[declaration.name] = declaration
        return found

    def _declaration(self, word: int) -> Declaration:
        olean = self.olean
        tag = olean.tag(word)
        if word & 1 or tag >= len(KINDS):
            olean.fail_at(word, "a constant was expected")
        kind = KINDS[tag]
        (inner,) = olean.fields(word, 1, "a constant", tag)
        fields = olean.fields(inner, _FIELDS[tag], f"the data of a constant ({kind})")
        name, levels, statement = olean.fields(fields[0], 3, "name and type of a constant")
        texts, number = olean.texts, olean.small

        def flag(position: int) -> int:
            return olean.scalar_byte(inner, position, f"the data of a constant ({kind})")

        def unsafe(position: int) -> str:
            return "unsafe" if flag(position) else "safe"

        def choice(options: tuple[str, ...]) -> str:
            if flag(0) >= len(options):
                olean.fail_at(inner, f"the data of a constant ({kind}) was expected")
            return options[flag(0)]

        new = Declaration(olean.text(name), kind, tuple(texts(levels)), statement)
        if kind == "axiom":
            new.safety = unsafe(0)
        elif kind == "definition":
            new.value = fields[1]
            new.hint = self._hint(fields[2])
            new.all = tuple(texts(fields[3]))
            new.safety = choice(_SAFETY)
        elif kind == "theorem":
            new.value = fields[1]
            new.all = tuple(texts(fields[2]))
        elif kind == "opaque":
            new.value = fields[1]
            new.all = tuple(texts(fields[2]))
            new.safety = unsafe(0)
        elif kind == "quotient":
            new.quotient = choice(_QUOTIENT)
        elif kind == "inductive":
            new.parameters, new.indices = number(fields[1]), number(fields[2])
            new.all = tuple(texts(fields[3]))
            new.constructors = tuple(texts(fields[4]))
            new.nested = number(fields[5])
            new.recursive, new.reflexive = bool(flag(0)), bool(flag(2))
            new.safety = unsafe(1)
        elif kind == "constructor":
            new.inductive = olean.text(fields[1])
            new.index, new.parameters, new.fields = map(number, fields[2:5])
            new.safety = unsafe(0)
        else:
            new.all = tuple(texts(fields[1]))
            new.parameters, new.indices, new.motives, new.minors = map(number, fields[2:6])
            rules = []
            for rule in olean.list(fields[6], "the rules of a recursor"):
                constructor, count, value = olean.fields(rule, 3, "a rule of a recursor")
                rules.append(Rule(olean.text(constructor), number(count), value))
            new.rules = tuple(rules)
            new.k = bool(flag(0))
            new.safety = unsafe(1)
        return new

    def _hint(self, word: int) -> str | int:
        if word & 1:
            if word >> 1 > 1:
                self.olean.fail_at(word, "a reducibility hint was expected")
            return ("opaque", "abbreviation")[word >> 1]
        parts = (self.olean.scalar_byte(word, i, "a reducibility hint") for i in range(4))
        return int.from_bytes(bytes(parts), "little")

    # What Lean noted beside ---------------------------------------------------------------------

    @cached_property
    def _extensions(self) -> dict[str, int]:
        olean = self.olean
        found: dict[str, int] = {}
        for word in olean.array(self._entries, "the entries of extensions"):
            name, entries = olean.pair(word)
            key = olean.text(name)
            if key in found:
                olean.fail_at(word, f"entries of `{key}` for the second time")
            found[key] = entries
        return found

    def _extension(self, name: str) -> list[int]:
        word = self._extensions.get(name)
        return [] if word is None else list(self.olean.array(word, f"the entries of {name}"))

    @property
    def extensions(self) -> dict[str, int]:
        """Number of entries of each environment extension."""
        return {name: len(self.olean.array(word)) for name, word in self._extensions.items()}

    def _position(self, word: int) -> tuple[int, int]:
        line, column = self.olean.pair(word, "a position")
        return self.olean.small(line), self.olean.small(column)

    @cached_property
    def ranges(self) -> dict[str, SourceRange]:
        """Source places of declarations; those that Lean made itself have none."""
        olean = self.olean
        found = {}
        for word in self._extension("Lean.declRangeExt"):
            name, ranges = olean.pair(word)
            whole, selection = olean.pair(ranges, "source ranges")
            start, _, end, _ = olean.fields(whole, 4, "a source range")
            name_start = olean.fields(selection, 4, "a source range")[0]
            found[olean.text(name)] = SourceRange(
                *self._position(start), *self._position(end), *self._position(name_start)
            )
        return found

    @cached_property
    def docstrings(self) -> dict[str, str]:
        """Texts of declarations."""
        pairs = map(self.olean.pair, self._extension("Lean.docStringExt"))
        return {self.olean.text(name): self.olean.string(text).strip() for name, text in pairs}

    @cached_property
    def texts(self) -> tuple[tuple[int, str], ...]:
        """The module's own texts (``/-! ... -/``), each with its line."""
        found = []
        extension = "_private.Lean.DocString.Extension.0.Lean.moduleDocExt"
        for word in self._extension(extension):
            text, place = self.olean.pair(word)
            start = self.olean.fields(place, 4, "a source range")[0]
            found.append((self._position(start)[0], self.olean.string(text).strip()))
        return tuple(found)

    @cached_property
    def recorded_axioms(self) -> dict[str, tuple[str, ...]]:
        """Lean's own record of the axioms below each constant, as ``#print axioms`` shows it."""
        olean = self.olean
        found = {}
        for word in self._extension("_private.Lean.Util.CollectAxioms.0.Lean.exportedAxiomsExt"):
            name, axioms = olean.pair(word)
            found[olean.text(name)] = tuple(sorted(map(olean.text, olean.array(axioms))))
        return found

    @cached_property
    def extern(self) -> dict[str, str]:
        """Native symbols that compiled code uses in place of a constant (``@[extern]``)."""
        olean = self.olean
        found = {}
        for word in self._extension("Lean.externAttr"):
            name, entries = olean.pair(word)
            symbols = []
            for entry in olean.list(entries, "native symbols"):
                parts = self._any_fields(entry)
                symbols.append(olean.string(parts[1]) if len(parts) > 1 else "")
            found[olean.text(name)] = " ".join(symbols)
        return found

    @cached_property
    def implemented_by(self) -> dict[str, str]:
        """Constants that compiled code uses in place of a constant (``@[implemented_by]``)."""
        pairs = map(self.olean.pair, self._extension("Lean.Compiler.implementedByAttr"))
        return {self.olean.text(name): self.olean.text(other) for name, other in pairs}

    @cached_property
    def classes(self) -> frozenset[str]:
        """Structures and inductive types that are classes."""
        words = self._extension("Lean.classExtension")
        return frozenset(self.olean.text(self._any_fields(word)[0]) for word in words)

    @cached_property
    def instances(self) -> frozenset[str]:
        """Declarations that are instances."""
        found = set()
        for word in self._extension("Lean.Meta.instanceExtension"):
            fields = self._any_fields(self._any_fields(word)[0])
            if len(fields) > 3 and not fields[3] & 1:
                found.add(self.olean.text(self._any_fields(fields[3])[0]))
        return frozenset(found)

    def _any_fields(self, word: int) -> list[int]:
        """Return the fields of an entry whose exact shape does not matter here; at least one."""
        index = self.olean.at.get(word)
        count = 0 if index is None else self.olean.words[index] >> 48 & 0xFF
        if not count:
            self.olean.fail_at(word, "an entry of an extension was expected")
        return list(self.olean.fields(word, count, "an entry of an extension", None))
