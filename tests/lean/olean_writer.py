"""Writes .olean files by hand, sound ones and hostile ones."""

from __future__ import annotations

import struct

BASE = 0x7000_0000_0000


def box(value: int) -> int:
    """A boxed scalar."""
    return value << 1 | 1


class Writer:
    """Appends objects; each method returns the pointer to the new object."""

    def __init__(self) -> None:
        self.body = bytearray()
        self._names: dict[str, int] = {"": 1}

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

    # Modules ------------------------------------------------------------------------------------

    def axiom(self, name: str, statement: int) -> int:
        head = self.constructor(0, self.name(name), box(0), statement)
        return self.constructor(0, self.constructor(0, head, scalars=b"\0"))

    def definition(self, name: str, statement: int, value: int) -> int:
        head = self.constructor(0, self.name(name), box(0), statement)
        own = self.list(self.name(name))
        inner = self.constructor(0, head, value, box(0), own, scalars=b"\1")
        return self.constructor(1, inner)

    def module(self, **constants: int) -> bytes:
        """Finish a module with these constants."""
        names = self.array(*map(self.name, constants))
        values = self.array(*constants.values())
        root = self.constructor(
            0, self.array(), names, values, self.array(), self.array(), scalars=b"\0"
        )
        return self.file(root)

    def file(self, root: int) -> bytes:
        header = b"olean\x02\x01" + b"4.35.0".ljust(33, b"\0") + b"0" * 40
        return header + struct.pack("<QQ", BASE, root) + bytes(self.body)
