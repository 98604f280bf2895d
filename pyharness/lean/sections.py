"""Files of named sections: derived data that loads fast and can be thrown away at any time.

A file is a line with format and checksum, a line with the table of contents (JSON), and the
sections one after the other. A section is raw bytes, numbers (``u32``, little-endian) or JSON.
Whatever is wrong with such a file, reading it gives None and the data is derived again.
"""

from __future__ import annotations

import json
import sys
from array import array
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pyharness.project import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["Sections", "numbers", "pack", "read_sections", "write_sections"]

_MAGIC = b"pyharness-sections 1 "


class Sections:
    """The sections of a file.

    Parameters
    ----------
    parts
        The bytes of each section.
    """

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self.json = cache(self._json)
        self.numbers = cache(self._numbers)

    def raw(self, name: str) -> bytes:
        """Return the bytes of a section."""
        return self.parts[name]

    def _json(self, name: str) -> Any:
        return json.loads(self.parts[name])

    def _numbers(self, name: str) -> array[int]:
        found = array("I")
        found.frombytes(self.parts[name])
        if sys.byteorder == "big":
            found.byteswap()
        return found


def numbers(values: Iterable[int]) -> bytes:
    """Pack numbers below 2^32."""
    packed = values if isinstance(values, array) else array("I", values)
    if sys.byteorder == "big":
        packed = array("I", packed)
        packed.byteswap()
    return packed.tobytes()


def pack(parts: dict[str, bytes]) -> bytes:
    """Return the contents of a file with these sections."""
    table = json.dumps({name: len(data) for name, data in parts.items()}).encode()
    body = table + b"\n" + b"".join(parts.values())
    return _MAGIC + sha256(body).hexdigest().encode() + b"\n" + body


def unpack(data: bytes) -> Sections | None:
    """Return the sections of a file's contents, or None."""
    line, _, body = data.partition(b"\n")
    if line != _MAGIC + sha256(body).hexdigest().encode():
        return None
    table, _, rest = body.partition(b"\n")
    parts = {}
    start = 0
    for name, size in json.loads(table).items():
        parts[name] = rest[start : start + size]
        start += size
    return Sections(parts)


def read_sections(path: Path) -> Sections | None:
    """Read a file; None when it is not there or not whole."""
    try:
        return unpack(path.read_bytes())
    except OSError:
        return None


def write_sections(path: Path, parts: dict[str, bytes]) -> None:
    """Write a file, whole or not at all."""
    write_whole(path, pack(parts))
