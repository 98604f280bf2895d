"""Writes .olean files by hand, sound ones and hostile ones."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from pyharness.lean.expression import (
    APP,
    BVAR,
    CONST,
    LAM,
    LET,
    LIT,
    MAX,
    PARAM,
    PI,
    PROJ,
    SORT,
    SUCC,
    ZERO,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyharness.lean.kernel.levels import Level
    from pyharness.lean.kernel.terms import Term

BASE = 0x7000_0000_0000


def box(value: int) -> int:
    """A boxed scalar."""
    return value << 1 | 1


class Writer:
    """Appends objects; each method returns the pointer to the new object."""

    def __init__(self) -> None:
        self.body = bytearray()
        self._names: dict[str, int] = {"": 1}
        self._terms: dict[Term, int] = {}

    def _end(self) -> int:
        return BASE + 96 + len(self.body)

    def constructor(self, tag: int, *fields: int, scalars: bytes = b"") -> int:
        pointer = self._end()
        scalars += bytes(-len(scalars) % 8)
        size = 8 + 8 * len(fields) + len(scalars)
        self.body += struct.pack("<iHBB", 0, size, len(fields), tag)
        self.body += struct.pack(f"<{len(fields)}Q", *fields) + scalars
        return pointer

    def array(self, *elements: int) -> int:
        pointer = self._end()
        count = len(elements)
        self.body += struct.pack("<iHBBQQ", 0, 1, 0, 246, count, count)
        self.body += struct.pack(f"<{count}Q", *elements)
        return pointer

    def string(self, text: str | bytes) -> int:
        pointer = self._end()
        data = (text.encode() if isinstance(text, str) else text) + b"\0"
        self.body += struct.pack("<iHBBQQQ", 0, 1, 0, 249, len(data), len(data), len(data) - 1)
        self.body += data + bytes(-len(data) % 8)
        return pointer

    def natural(self, value: int) -> int:
        pointer = self._end()
        limbs = (value.bit_length() + 63) // 64
        self.body += struct.pack("<iHBBiiQ", 0, 1, 0, 250, limbs, limbs, pointer + 24)
        self.body += value.to_bytes(8 * limbs, "little")
        return pointer

    def list(self, *elements: int) -> int:
        word = box(0)
        for element in reversed(elements):
            word = self.constructor(1, element, word)
        return word

    def name(self, text: str) -> int:
        if text not in self._names:
            parent, _, last = text.rpartition(".")
            self._names[text] = self.constructor(
                1, self.name(parent), self.string(last), scalars=bytes(8)
            )
        return self._names[text]

    # Expressions --------------------------------------------------------------------------------

    def bvar(self, index: int) -> int:
        return self.constructor(0, box(index), scalars=bytes(8))

    def sort(self, level: int = 1) -> int:
        return self.constructor(3, level, scalars=bytes(8))

    def const(self, name: str) -> int:
        return self.constructor(4, self.name(name), box(0), scalars=bytes(8))

    def app(self, function: int, argument: int) -> int:
        return self.constructor(5, function, argument, scalars=bytes(8))

    def pi(self, domain: int, body: int) -> int:
        return self.constructor(7, self.name("x"), domain, body, scalars=bytes(16))

    def level(self, level: Level) -> int:
        """A universe level of the second kernel."""
        if level.tag == ZERO:
            return box(0)
        if level.tag == PARAM:
            return self.constructor(PARAM, self.name(str(level.a)), scalars=bytes(8))
        parts = [self.level(level.a)]
        if level.tag != SUCC:
            assert level.tag >= MAX
            parts.append(self.level(level.b))
        return self.constructor(level.tag, *parts, scalars=bytes(8))

    def term(self, e: Term) -> int:
        """A term of the second kernel."""
        pointer = self._terms.get(e)
        if pointer is None:
            pointer = self._terms[e] = self._term(e)
        return pointer

    def _term(self, e: Term) -> int:
        data = bytes(8)
        if e.tag == APP:
            return self.constructor(APP, self.term(e.a), self.term(e.b), scalars=data)
        if e.tag in (LAM, PI):
            kind, body = self.term(e.a), self.term(e.b)
            return self.constructor(e.tag, self.name("x"), kind, body, scalars=bytes(16))
        if e.tag == CONST:
            levels = self.list(*map(self.level, e.b))
            return self.constructor(CONST, self.name(e.a), levels, scalars=data)
        if e.tag == BVAR:
            return self.bvar(e.a)
        if e.tag == SORT:
            return self.constructor(SORT, self.level(e.a), scalars=data)
        if e.tag == LET:
            parts = [self.term(e.a), self.term(e.b), self.term(e.c)]
            return self.constructor(LET, self.name("x"), *parts, scalars=bytes(16))
        if e.tag == LIT:
            value = e.a
            if isinstance(value, str):
                inner = self.constructor(1, self.string(value))
            else:
                inner = self.constructor(0, box(value) if value < 1 << 63 else self.natural(value))
            return self.constructor(LIT, inner, scalars=data)
        assert e.tag == PROJ
        return self.constructor(PROJ, self.name(e.a), box(e.b), self.term(e.c), scalars=data)

    # Declarations -------------------------------------------------------------------------------

    def _head(self, name: str, kind: Term, level_params: Sequence[str]) -> int:
        levels = self.list(*map(self.name, level_params))
        return self.constructor(0, self.name(name), levels, self.term(kind))

    def _names_list(self, names: Sequence[str]) -> int:
        return self.list(*map(self.name, names))

    def valued(  # noqa: PLR0917
        self,
        kind: str,
        name: str,
        statement: Term,
        value: Term,
        level_params: Sequence[str] = (),
        safety: str = "safe",
    ) -> int:
        """A definition, theorem or opaque constant."""
        head = self._head(name, statement, level_params)
        word, own = self.term(value), self._names_list([name])
        if kind == "theorem":
            return self.constructor(2, self.constructor(0, head, word, own))
        if kind == "opaque":
            return self.constructor(3, self.constructor(0, head, word, own, scalars=b"\0"))
        byte = bytes([("unsafe", "safe", "partial").index(safety)])
        hint = self.constructor(2, scalars=(1).to_bytes(4, "little"))
        return self.constructor(1, self.constructor(0, head, word, hint, own, scalars=byte))

    def assumed(self, name: str, statement: Term, level_params: Sequence[str] = ()) -> int:
        """An axiom."""
        head = self._head(name, statement, level_params)
        return self.constructor(0, self.constructor(0, head, scalars=b"\0"))

    def inductive(  # noqa: PLR0917
        self,
        name: str,
        kind: Term,
        parameters: int,
        indices: int,
        constructors: Sequence[str],
        level_params: Sequence[str] = (),
        recursive: bool = False,
        nested: int = 0,
        together: Sequence[str] = (),
    ) -> int:
        """An inductive type; ``together`` are the types declared with it, itself too."""
        fields = (
            self._head(name, kind, level_params),
            box(parameters),
            box(indices),
            self._names_list(together or [name]),
            self._names_list(constructors),
            box(nested),
        )
        flags = bytes([recursive, 0, 0])
        return self.constructor(5, self.constructor(0, *fields, scalars=flags))

    def member(  # noqa: PLR0917
        self,
        name: str,
        kind: Term,
        inductive: str,
        index: int,
        parameters: int,
        fields: int,
        level_params: Sequence[str] = (),
    ) -> int:
        """A constructor of an inductive type."""
        parts = (
            self._head(name, kind, level_params),
            self.name(inductive),
            box(index),
            box(parameters),
            box(fields),
        )
        return self.constructor(6, self.constructor(0, *parts, scalars=b"\0"))

    def recursor(  # noqa: PLR0917
        self,
        name: str,
        kind: Term,
        types: Sequence[str],
        numbers: tuple[int, int, int, int],
        rules: Sequence[tuple[str, int, Term]],
        level_params: Sequence[str] = (),
        k: bool = False,
    ) -> int:
        """A recursor; the numbers are parameters, indices, motives, minor premises."""
        written = [
            self.constructor(0, self.name(constructor), box(fields), self.term(right))
            for constructor, fields, right in rules
        ]
        parts = (
            self._head(name, kind, level_params),
            self._names_list(types),
            *map(box, numbers),
            self.list(*written),
        )
        return self.constructor(7, self.constructor(0, *parts, scalars=bytes([k, 0])))

    # Modules ------------------------------------------------------------------------------------

    def axiom(self, name: str, statement: int) -> int:
        head = self.constructor(0, self.name(name), box(0), statement)
        return self.constructor(0, self.constructor(0, head, scalars=b"\0"))

    def definition(self, name: str, statement: int, value: int) -> int:
        head = self.constructor(0, self.name(name), box(0), statement)
        own = self.list(self.name(name))
        inner = self.constructor(0, head, value, box(0), own, scalars=b"\1")
        return self.constructor(1, inner)

    def module(self, imports: Sequence[str] = (), **constants: int) -> bytes:
        """Finish a module with these constants."""
        imported = self.array(
            *(self.constructor(0, self.name(module), scalars=bytes(3)) for module in imports)
        )
        names = self.array(*map(self.name, constants))
        values = self.array(*constants.values())
        root = self.constructor(
            0, imported, names, values, self.array(), self.array(), scalars=b"\0"
        )
        return self.file(root)

    def file(self, root: int) -> bytes:
        header = b"olean\x02\x01" + b"4.35.0".ljust(33, b"\0") + b"0" * 40
        return header + struct.pack("<QQ", BASE, root) + bytes(self.body)
