"""Reader of compiled Lean modules: the objects of an ``.olean`` file, format version 2.

The format
----------
An ``.olean`` is a memory image: the heap objects of one ``Lean.ModuleData`` value, laid out as the
run time lays them out, so that Lean can map the file and use it. All numbers are little-endian.

======  ========  =================================================================
offset  type      meaning
======  ========  =================================================================
0       char[5]   ``olean``
5       u8        format version, 2
6       u8        flags; bit 0: big naturals are stored as GMP limbs
7       char[33]  Lean version, padded with NUL
40      char[40]  git commit of the Lean compiler that wrote the file
80      u64       base address: the address that the file wants to be mapped to
88      u64       pointer to the root object
96      objects   one after the other, each a multiple of 8 bytes
======  ========  =================================================================

A *word* that stands for a Lean value is either odd (a boxed scalar, value ``word >> 1``) or a
pointer, and ``pointer - base`` is the offset of an object in the file. Each object begins with
``i32`` reference count (0 in a file), ``u16`` size in bytes (constructors only), ``u8`` number of
object fields or size of an element, ``u8`` tag:

=======  ==============  ==================================================================
tag      kind            after the 8 bytes of the header
=======  ==============  ==================================================================
0..243   constructor     its object fields (8 bytes each), then scalar fields, biggest first
246      array           u64 size, u64 capacity, elements
248      scalar array    u64 size, u64 capacity, elements
249      string          u64 size with NUL, u64 capacity, u64 code points, UTF-8, NUL
250      big natural     i32 allocated, i32 limbs (sign), pointer to the limbs that follow
251-252  thunk, task     pointer to the value, a zero
253      reference       pointer to the value
=======  ==============  ==================================================================

An object comes after the objects it points to.

What is checked
---------------
Lean maps the file and trusts it. This reader does not: it walks over all objects once and knows
every address at which an object begins. A pointer is followed only to such an address, a field is
read only inside its object, and whatever loops follows pointers to lower addresses only. So a
truncated, damaged or hostile file gives an `OleanError`, never a crash or an endless loop. Objects
can be shared, so a small file can describe a huge tree; every step of reading is therefore counted
(`Olean.spend`), and a file that asks for far more steps than it has words is refused.
"""

from __future__ import annotations

import sys
from array import array
from typing import TYPE_CHECKING

from pyharness.problems import Problem, ProblemsError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import NoReturn

__all__ = ["ANONYMOUS", "Olean", "OleanError", "header_word", "quote_component"]

#: Text of the empty name.
ANONYMOUS = "[anonymous]"

#: Longest name, in characters.
_LONGEST_NAME = 4096
#: Steps of reading per word of the file. Library files need less than one.
_STEPS_PER_WORD, _FREE_STEPS = 20, 1_000_000

_HEADER = 96
_ARRAY, _SCALARS, _STRING, _NATURAL, _THUNK, _TASK, _REFERENCE = 246, 248, 249, 250, 251, 252, 253
_LAST_CONSTRUCTOR = 243


class OleanError(ProblemsError):
    """A file that is not a well-formed ``.olean``.

    Parameters
    ----------
    name
        The file as the user would name it.
    offset
        The byte at which the file is wrong.
    message
        What is wrong there.
    """

    def __init__(self, name: str, offset: int, message: str) -> None:
        self.offset = offset
        super().__init__(
            Problem(
                name,
                0,
                0,
                f"not a sound .olean: byte {offset}: {message}",
                "a complete file of format version 2, written by Lean",
                "build it again with `pyharness build`; do not edit compiled files",
            )
        )


def header_word(tag: int, fields: int, scalar_bytes: int = 0) -> int:
    """Return the first word of a constructor object.

    Comparing a whole word checks tag, number of fields and size at once.

    Parameters
    ----------
    tag
        Number of the constructor in its inductive type.
    fields
        Number of object fields.
    scalar_bytes
        Room for scalar fields, a multiple of 8.
    """
    return tag << 56 | fields << 48 | (8 + 8 * fields + scalar_bytes) << 32


NAME_STR = header_word(1, 2, 8)
NAME_NUM = header_word(2, 2, 8)
_CONS = header_word(1, 2)
_PAIR = header_word(0, 2)


def _letter_like(c: int) -> bool:
    """Whether a code point counts as a letter in Lean identifiers, beside ASCII letters."""
    return (
        (0x3B1 <= c <= 0x3C9 and c != 0x3BB)
        or (0x391 <= c <= 0x3A9 and c not in (0x3A0, 0x3A3))
        or 0x3CA <= c <= 0x3FB
        or 0x1F00 <= c <= 0x1FFE
        or 0x2100 <= c <= 0x214F
        or 0x1D49C <= c <= 0x1D59F
        or (0xC0 <= c <= 0xFF and c not in (0xD7, 0xF7))
        or 0x100 <= c <= 0x17F
    )


def _subscript(c: int) -> bool:
    return 0x2080 <= c <= 0x2089 or 0x2090 <= c <= 0x209C or 0x1D62 <= c <= 0x1D6A or c == 0x2C7C


def quote_component(text: str) -> str:
    """Write one component of a name as Lean does: in «» when it is not an identifier.

    A ``»`` inside is doubled, which keeps different names different.

    >>> quote_component("succ"), quote_component("term_+_"), quote_component("α₁")
    ('succ', '«term_+_»', 'α₁')
    """
    if text.isascii() and text.isidentifier():
        return text
    if text:
        first, *rest = map(ord, text)
        if (first == 0x5F or (first < 128 and chr(first).isalpha()) or _letter_like(first)) and all(
            c == 0x5F
            or (c < 128 and (chr(c).isalnum() or c in b"'!?"))
            or _letter_like(c)
            or _subscript(c)
            for c in rest
        ):
            return text
    return "«" + text.replace("»", "»»") + "»"


class Olean:
    """The objects of one ``.olean`` file.

    Parameters
    ----------
    data
        The whole file.
    name
        The file as the user would name it; used in messages.

    Attributes
    ----------
    lean_version, githash : str
        The compiler that wrote the file.
    words : array
        The file as 64-bit words.
    at : dict
        Index into `words` of the object at a pointer; its keys are the valid pointers.
    root : int
        Pointer to the ``Lean.ModuleData``.

    Raises
    ------
    OleanError
        When the file is not a sequence of whole objects.
    """

    def __init__(self, data: bytes, name: str = "<bytes>") -> None:
        self.name = name
        if data[:5] != b"olean":
            self.fail(0, "the file does not begin with `olean`" if data else "the file is empty")
        if len(data) < _HEADER:
            self.fail(len(data), "the file ends inside its header")
        if data[5] != 2:
            self.fail(5, f"format version {data[5]}, only version 2 is known")
        if len(data) % 8:
            self.fail(len(data), "the file ends inside an object (its size is no multiple of 8)")
        self.data = data
        self._gmp = bool(data[6] & 1)
        self.lean_version = self._header_text(7, 40)
        self.githash = self._header_text(40, 80)
        words = array("Q")
        words.frombytes(data)
        if sys.byteorder == "big":
            words.byteswap()
        self.words = words
        self._steps_left = _FREE_STEPS + _STEPS_PER_WORD * len(words)
        self.base: int = words[10]
        if self.base % 8:
            self.fail(80, "the base address is no multiple of 8")
        self.at: dict[int, int] = {}
        self._scan()
        self.root: int = words[11]
        if self.root not in self.at:
            self.fail(88, "the root pointer does not point to an object")
        self._names: dict[int, str] = {1: ANONYMOUS}

    @classmethod
    def read(cls, path: Path, name: str | None = None) -> Olean:
        """Read a file; see `Olean`."""
        return cls(path.read_bytes(), name or str(path))

    def fail(self, offset: int, message: str) -> NoReturn:
        """Raise an `OleanError` for a byte of the file."""
        raise OleanError(self.name, offset, message)

    def fail_at(self, word: int, message: str) -> NoReturn:
        """Raise an `OleanError` for the object that a word points to."""
        if word & 1:
            raise OleanError(self.name, 0, f"{message}, found the scalar {word >> 1}")
        offset = word - self.base
        if word not in self.at:
            message = f"a pointer leads to byte {offset}, where no object begins ({message})"
            offset = min(max(offset, 0), len(self.data))
        raise OleanError(self.name, offset, message)

    def spend(self, steps: int) -> None:
        """Count steps of reading; refuse a file that needs unreasonably many."""
        self._steps_left -= steps
        if self._steps_left < 0:
            self.fail(0, "shared objects blow this file up beyond all measure")

    def _header_text(self, start: int, end: int) -> str:
        try:
            return self.data[start:end].rstrip(b"\0").decode("ascii")
        except UnicodeDecodeError:
            self.fail(start, "text in the header is not ASCII")

    # Objects ------------------------------------------------------------------------------------

    def _scan(self) -> None:
        """Find where each object begins, and check that the objects fill the file."""
        words, at = self.words, self.at
        end = len(words)
        index, pointer = _HEADER // 8, self.base + _HEADER
        sizes: dict[int, int] = {}  # of constructor objects, by header word: there are few
        while index < end:
            header = words[index]
            size = sizes.get(header)
            if size is None:
                size = self._size(index, header)
                if header >> 56 <= _LAST_CONSTRUCTOR:
                    sizes[header] = size
            at[pointer] = index
            index += size
            pointer += 8 * size
        if index != end:
            self.fail(8 * end, f"the file ends inside an object that ends at byte {8 * index}")

    def _size(self, index: int, header: int) -> int:
        """Size in words of the object at an index."""
        words, offset = self.words, 8 * index
        if header & 0xFFFFFFFF:
            self.fail(offset, "an object with a reference count other than 0")
        tag, other, size = header >> 56, header >> 48 & 0xFF, header >> 32 & 0xFFFF
        if tag <= _LAST_CONSTRUCTOR:
            if size % 8 or size < 8 + 8 * other:
                self.fail(offset, f"a constructor object of {size} bytes with {other} fields")
            return size // 8
        room = len(words) - index
        if tag in (_ARRAY, _SCALARS, _STRING):
            if room < (4 if tag == _STRING else 3):
                self.fail(offset, "the file ends inside the header of an object")
            used, capacity = words[index + 1], words[index + 2]
            if used > capacity:
                self.fail(offset, f"{used} elements in room for {capacity}")
            if tag == _ARRAY:
                total = 3 + capacity
            elif tag == _SCALARS:
                if other not in (1, 2, 4, 8):
                    self.fail(offset, f"a scalar array with elements of {other} bytes")
                total = 3 + (capacity * other + 7) // 8
            else:
                total = 4 + (capacity + 7) // 8
                if total <= room and (used == 0 or self.data[offset + 31 + used]):
                    self.fail(offset, "a string that does not end with NUL")
        elif tag == _NATURAL:
            if not self._gmp:
                self.fail(offset, "big naturals in an unknown encoding (flag bit 0 is not set)")
            if room < 3:
                self.fail(offset, "the file ends inside a big natural")
            limbs = words[index + 1] >> 32
            if limbs >> 31:
                self.fail(offset, "a negative natural number")
            if words[index + 2] != self.base + offset + 24:
                self.fail(offset, "a big natural whose limbs are elsewhere")
            total = 3 + limbs
        elif tag in (_THUNK, _TASK):
            total = 3
        elif tag == _REFERENCE:
            total = 2
        else:
            self.fail(offset, f"an object with tag {tag}, which no module can hold")
        if total > room:
            self.fail(offset, f"an object of {8 * total} bytes, but only {8 * room} are left")
        return total

    def tag(self, word: int) -> int:
        """Tag of an object; for a boxed scalar the scalar itself (a constructor without fields)."""
        if word & 1:
            return word >> 1
        index = self.at.get(word)
        if index is None:
            self.fail_at(word, "a value was expected")
        return self.words[index] >> 56

    def fields(self, word: int, count: int, what: str, tag: int | None = 0) -> array[int]:
        """Return the object fields of a constructor object.

        Parameters
        ----------
        word
            Pointer to the object.
        count
            The number of fields it must have.
        what
            What it is, for the message when it is something else.
        tag
            The tag it must have; None for any constructor.
        """
        index = self.at.get(word)
        if index is None:
            self.fail_at(word, f"{what} was expected")
        header = self.words[index]
        found = header >> 56
        if found > _LAST_CONSTRUCTOR or header >> 48 & 0xFF != count or tag not in (None, found):
            self.fail_at(word, f"{what} was expected")
        return self.words[index + 1 : index + 1 + count]

    def scalar_byte(self, word: int, position: int, what: str) -> int:
        """Return one byte of the scalar fields of a constructor object."""
        index = self.at.get(word)
        if index is None:
            self.fail_at(word, f"{what} was expected")
        header = self.words[index]
        place = 8 + 8 * (header >> 48 & 0xFF) + position
        if header >> 56 > _LAST_CONSTRUCTOR or place >= header >> 32 & 0xFFFF:
            self.fail_at(word, f"{what} was expected")
        return self.data[8 * index + place]

    def array(self, word: int, what: str = "an array") -> array[int]:
        """Return the elements of an array of objects."""
        index = self.at.get(word)
        if index is None or self.words[index] >> 56 != _ARRAY:
            self.fail_at(word, f"{what} was expected")
        self.spend(self.words[index + 1])
        return self.words[index + 3 : index + 3 + self.words[index + 1]]

    def list(self, word: int, what: str = "a list") -> list[int]:
        """Return the elements of a ``List``."""
        found: list[int] = []
        words, at = self.words, self.at
        limit = len(words)
        while word != 1:
            index = at.get(word, limit)
            if index >= limit or words[index] != _CONS:
                self.fail_at(word, f"{what} was expected")
            limit = index
            found.append(words[index + 1])
            word = words[index + 2]
        self.spend(len(found))
        return found

    def pair(self, word: int, what: str = "a pair") -> tuple[int, int]:
        """Return both parts of a pair (or of any structure with exactly two object fields)."""
        index = self.at.get(word)
        if index is None or self.words[index] != _PAIR:
            self.fail_at(word, f"{what} was expected")
        return self.words[index + 1], self.words[index + 2]

    def string(self, word: int, what: str = "a string") -> str:
        """Return a string."""
        index = self.at.get(word)
        if index is None or self.words[index] >> 56 != _STRING:
            self.fail_at(word, f"{what} was expected")
        start, size = 8 * index + 32, self.words[index + 1] - 1
        self.spend(size >> 3)
        try:
            return self.data[start : start + size].decode("utf-8")
        except UnicodeDecodeError as error:
            self.fail(start + error.start, "a string that is not UTF-8")

    def natural(self, word: int, what: str = "a natural number") -> int:
        """Return a natural number of any size."""
        if word & 1:
            return word >> 1
        index = self.at.get(word)
        if index is None or self.words[index] >> 56 != _NATURAL:
            self.fail_at(word, f"{what} was expected")
        start = 8 * index + 24
        limbs = self.words[index + 1] >> 32
        self.spend(limbs)
        return int.from_bytes(self.data[start : start + 8 * limbs], "little")

    def small(self, word: int, what: str = "a small number") -> int:
        """Return a natural number that must be a boxed scalar below 2^31."""
        if not word & 1 or word >> 32:
            self.fail_at(word, f"{what} was expected")
        return word >> 1

    def _scalar(self, word: int, what: str) -> int:
        if not word & 1:
            self.fail_at(word, f"{what} was expected")
        return word >> 1

    # Names --------------------------------------------------------------------------------------

    def component(self, word: int) -> str:
        """Return the last component of a name, unquoted; ``""`` for the empty name."""
        if word == 1:
            return ""
        _, last = self.fields(word, 2, "a name", None)
        return self.string(last) if self.tag(word) == 1 else str(self._scalar(last, "a number"))

    def text(self, word: int) -> str:
        """Return a name as Lean writes it."""
        names = self._names
        text = names.get(word)
        if text is not None:
            return text
        words, at = self.words, self.at
        parts: list[str] = []
        start, limit = word, len(words)
        while text is None:
            index = at.get(word, limit)
            if index >= limit:
                self.fail_at(word, "a name was expected")
            limit = index
            header = words[index]
            if header == NAME_STR:
                parts.append(quote_component(self.string(words[index + 2])))
            elif header == NAME_NUM:
                parts.append(str(self._scalar(words[index + 2], "the number in a name")))
            else:
                self.fail_at(word, "a name was expected")
            word = words[index + 1]
            text = names.get(word)
        if word != 1:
            parts.append(text)
        self.spend(len(parts))
        text = ".".join(reversed(parts))
        if len(text) > _LONGEST_NAME:
            self.fail_at(start, f"a name of {len(text)} characters")
        names[start] = text
        return text

    def texts(self, word: int, what: str = "a list of names") -> list[str]:
        """Return a ``List Name``."""
        return [self.text(name) for name in self.list(word, what)]
