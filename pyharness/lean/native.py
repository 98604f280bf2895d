"""What Lean's native library knows about syntax: names of symbols, and parser descriptors.

Names
    The compiler turns the Lean name ``Lean.Parser.Tactic.intro`` into the symbol
    ``l_Lean_Parser_Tactic_intro``. `mangle` and `demangle` are that map and its inverse.

Descriptors
    A ``syntax`` declaration compiles to a constant of type ``Lean.ParserDescr``, which the
    library holds as a data symbol: a pointer to a tree of Lean objects, laid out at compile time
    or built when the module is initialised. `read_descriptors` decodes all of them.

The library is loaded in a CHILD process, which runs this file as a script, so it uses nothing but
the standard library. The child reads its own memory through ``/proc/self/mem``: an address that is
not mapped is an error there, not a fault, so that a symbol that is no descriptor (the types of
symbols are not recorded) is simply rejected. Whatever happens in the child, the parent only sees
an exit code and a text.
"""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Descriptor", "Name", "demangle", "mangle", "read_descriptors"]

Name = tuple[str | int, ...]
"""A Lean name as its components; ``()`` is the anonymous name."""

PREFIX = "l_"
_SEPARATOR = "\0"
_RUN = re.compile(r"(_+)(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|00)?")


# --- names of symbols ---------------------------------------------------------------------------


def _mangle_text(text: str) -> str:
    parts: list[str] = []
    for char in text:
        code = ord(char)
        if char.isascii() and char.isalnum():
            parts.append(char)
        elif char == "_":
            parts.append("__")
        elif code < 0x100:
            parts.append(f"_x{code:02x}")
        elif code < 0x10000:
            parts.append(f"_u{code:04x}")
        else:
            parts.append(f"_U{code:08x}")
    return "".join(parts)


def _looks_escaped(mangled: str) -> bool:
    """Tell whether a separator in front of this text could be read as part of an escape."""
    text = mangled.lstrip("_")
    if not text:
        return True
    width = {"x": 2, "u": 4, "U": 8}.get(text[0], 0)
    digits = text[1 : 1 + width]
    return text[0].isdigit() or (
        width > 0 and len(digits) == width and set(digits) <= set("0123456789abcdef")
    )


def mangle(name: Name) -> str:
    """Give the symbol of a Lean name.

    Parameters
    ----------
    name
        The components.

    Returns
    -------
    str
        The symbol, with its prefix ``l_``.
    """
    text = ""
    for position, component in enumerate(name):
        if isinstance(component, int):
            text += f"_{component}_" if position else f"{component}_"
            continue
        mangled = _mangle_text(component)
        previous = name[position - 1] if position else ""
        after_underscore = isinstance(previous, str) and previous.endswith("_")
        # `00` keeps the separator apart from what surrounds it.
        mark = "00" if after_underscore or _looks_escaped(mangled) else ""
        text += ("_" if position else "") + mark + mangled
    return PREFIX + text


def demangle(symbol: str) -> Name | None:
    """Give the Lean name of a symbol.

    Parameters
    ----------
    symbol
        A symbol of the library.

    Returns
    -------
    Name or None
        The name that `mangle` maps to this symbol. None when there is none, and for the names
        with a number in them (private names), which nobody here needs.
    """

    def decode(match: re.Match[str]) -> str:
        run, rest = len(match[1]), match[2] or ""
        underscores = "_" * (run // 2)  # two for each one of the name
        if run % 2 == 0:
            return underscores + rest
        # One is left: it begins an escape, or it separates two components.
        if rest == "00":
            return underscores + _SEPARATOR
        if rest:
            return underscores + chr(int(rest[1:], 16))
        return _SEPARATOR + underscores

    if not symbol.startswith(PREFIX):
        return None
    name = tuple(_RUN.sub(decode, symbol[len(PREFIX) :]).split(_SEPARATOR))
    return name if mangle(name) == symbol else None


# --- what the parent asks -----------------------------------------------------------------------


@dataclass(frozen=True)
class Descriptor:
    """One ``ParserDescr`` constant of the library.

    Parameters
    ----------
    symbol
        Its symbol.
    form
        ``"node"`` and ``"trailing"`` stand in a syntax category, the latter begins with a term of
        that category (``a + b``); ``"alias"`` is a named part of other syntax.
    kind
        The kind of the syntax nodes that it makes; nearly always its own name.
    grammar
        What it accepts, for readers.
    """

    symbol: str
    form: str
    kind: Name
    grammar: str


class NativeError(Exception):
    """The child process could not read the library; the text says why."""


def read_descriptors(
    library: Path, symbols: tuple[str, ...], timeout: float = 120
) -> list[Descriptor]:
    """Decode the descriptors among data symbols of Lean's library.

    Parameters
    ----------
    library
        The shared library.
    symbols
        Data symbols; those that are no descriptors are left out.
    timeout
        Seconds after which the child process is ended.

    Returns
    -------
    list of Descriptor
        In the order of ``symbols``.

    Raises
    ------
    NativeError
        When the child process fails, with its last words.
    """
    try:
        child = subprocess.run(
            # -I: neither the working folder nor this one is searched for modules.
            [sys.executable, "-I", str(Path(__file__).resolve()), str(library)],
            input="\n".join(symbols),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NativeError(f"{library}: no answer within {timeout:g} s") from error
    if child.returncode:
        last = child.stderr.strip()[-2000:]
        raise NativeError(f"{library}: exit code {child.returncode}: {last}")
    rows = [json.loads(line) for line in child.stdout.splitlines()]
    return [Descriptor(row[0], row[1], tuple(row[2]), row[3]) for row in rows]


# --- what the child does ------------------------------------------------------------------------
#
# A Lean object is an 8-byte header (i32 reference count, u16 size, u8 number of fields or element
# size, u8 tag) and its 8-byte fields. A field is a pointer, or, if odd, a small number times two
# plus one. Tags up to 243 are constructors, 249 is a string: u64 size with the final zero, u64
# capacity, u64 length in characters, then UTF-8.

_OBJECT = struct.Struct("<iHBB")
_WORD = struct.Struct("<Q")
_STRING = struct.Struct("<QQQ")
_TAG_STRING = 249
_LONGEST_STRING = 1 << 16
_DEEPEST = 200
_ADDRESS_BITS = 47  # user space, x86-64 and AArch64

# Constructors of `Lean.ParserDescr` in their order, with the types of their pointer fields:
# N name, n number, s string, p descriptor. (The Bool fields of some come after these.)
_CONSTRUCTORS = (
    ("const", "N"),
    ("unary", "Np"),
    ("binary", "Npp"),
    ("node", "Nnp"),
    ("trailingNode", "Nnnp"),
    ("symbol", "s"),
    ("nonReservedSymbol", "s"),
    ("cat", "Nn"),
    ("parser", "N"),
    ("nodeWithAntiquot", "sNp"),
    ("sepBy", "psp"),
    ("sepBy1", "psp"),
    ("unicodeSymbol", "ss"),
)
_FORMS = {"node": "node", "trailingNode": "trailing", "nodeWithAntiquot": "alias"}
# Parsers that accept no text of their own: layout and positions.
_SILENT = frozenset(
    [
        "colEq",
        "colGe",
        "colGt",
        "noWs",
        "ws",
        "ppAllowUngrouped",
        "ppHardSpace",
        "ppLine",
        "ppSpace",
        "linebreak",
    ]
)


class _NotThisTypeError(Exception):
    """What lies at an address is not an object of the expected type."""


class _Memory:
    """Reads Lean objects from this process; a wrong address is an exception."""

    def __init__(self) -> None:
        self._file = os.open("/proc/self/mem", os.O_RDONLY)

    def bytes(self, address: int, size: int) -> bytes:
        try:
            data = os.pread(self._file, size, address)
        except (OSError, OverflowError) as error:
            raise _NotThisTypeError from error
        if len(data) != size:
            raise _NotThisTypeError
        return data

    def word(self, address: int) -> int:
        return int(_WORD.unpack(self.bytes(address, 8))[0])

    def header(self, address: int) -> tuple[int, int]:
        """Return number of fields and tag of the object at an address."""
        if address % 8 or not 4096 <= address < 1 << _ADDRESS_BITS:
            raise _NotThisTypeError
        _, _, fields, tag = _OBJECT.unpack(self.bytes(address, 8))
        return fields, tag

    def string(self, address: int) -> str:
        if self.header(address)[1] != _TAG_STRING:
            raise _NotThisTypeError
        size, capacity, length = _STRING.unpack(self.bytes(address + 8, 24))
        if not 1 <= size <= min(capacity, _LONGEST_STRING):
            raise _NotThisTypeError
        data = self.bytes(address + 32, size)
        try:
            text = data[:-1].decode()
        except UnicodeDecodeError as error:
            raise _NotThisTypeError from error
        if data[-1] or len(text) != length:
            raise _NotThisTypeError
        return text

    def number(self, word: int) -> int:
        if word % 2 == 0:
            raise _NotThisTypeError
        return word >> 1

    def name(self, word: int, depth: int = 0) -> Name:
        if word == 1:  # `Name.anonymous`: constructor 0 without fields
            return ()
        fields, tag = self.header(word)
        if fields != 2 or tag not in (1, 2) or depth > _DEEPEST:
            raise _NotThisTypeError
        last = self.word(word + 16)
        component = self.string(last) if tag == 1 else self.number(last)
        return (*self.name(self.word(word + 8), depth + 1), component)

    def descriptor(self, address: int, depth: int = 0) -> tuple[Any, ...]:
        """Return ``(constructor, field, ...)``."""
        fields, tag = self.header(address)
        if tag >= len(_CONSTRUCTORS) or depth > _DEEPEST:
            raise _NotThisTypeError
        constructor, types = _CONSTRUCTORS[tag]
        if fields != len(types):
            raise _NotThisTypeError
        values: list[Any] = [constructor]
        for position, kind in enumerate(types):
            word = self.word(address + 8 + 8 * position)
            if kind == "p":
                values.append(self.descriptor(word, depth + 1))
            elif kind == "N":
                values.append(self.name(word))
            elif kind == "n":
                values.append(self.number(word))
            else:
                values.append(self.string(word))
        return tuple(values)


def _grammar(tree: tuple[Any, ...]) -> str:
    """Write a ``node``, ``trailingNode`` or ``nodeWithAntiquot`` as a grammar rule."""
    left = "_ " if tree[0] == "trailingNode" else ""  # the operand on the left
    return left + _rule(tree[-1])[0]


_ALTERNATIVE, _SEQUENCE, _ITEM = range(3)
_SUFFIX = {
    "optional": "?",
    "many": "*",
    "many1": "+",
    "sepByIndentSemicolon": ";*",
    "sepBy1IndentSemicolon": ";+",
}
_TOKENS = frozenset(["symbol", "nonReservedSymbol"])
_LIST = {"sepBy": "*", "sepBy1": "+"}


def _rule(tree: tuple[Any, ...]) -> tuple[str, int]:
    """Return the text of a part and how tightly it holds together."""
    match tree:
        case ("symbol" | "nonReservedSymbol", text):
            return f'"{text.strip()}"', _ITEM
        case ("unicodeSymbol", text, ascii_text):
            return f'"{text.strip()}" | "{ascii_text.strip()}"', _ALTERNATIVE
        case ("const" | "cat" | "parser", name, *_):
            return ("" if name[-1] in _SILENT else str(name[-1])), _ITEM
        case ("nodeWithAntiquot", name, _, (constructor, token, *_)):
            is_token = constructor in _TOKENS and token.strip() == name
            return (f'"{name}"' if is_token else name), _ITEM
        case ("unary", (*_, "interpolatedStr"), _):
            return "interpolatedStr", _ITEM
        case ("unary", (*_, "notFollowedBy"), _):
            return "", _ITEM
        case ("unary", (*_, combinator), body) if combinator in _SUFFIX:
            return _item(body, _SUFFIX[combinator]), _ITEM
        case ("sepBy" | "sepBy1" as combinator, body, separator, _):
            return _item(body, separator.strip() + _LIST[combinator]), _ITEM
        case ("binary", (*_, "orelse"), *parts):
            return _join(" | ", parts, _ALTERNATIVE)
        case ("binary", (*_, "andthen"), *parts):
            return _join(" ", parts, _SEQUENCE)
        case (*_, body):  # positions, layout, grouping
            return _rule(body)
    return "", _ITEM


def _item(tree: tuple[Any, ...], suffix: str) -> str:
    text, rank = _rule(tree)
    return (text if rank == _ITEM else f"({text})") + suffix if text else ""


def _join(separator: str, parts: list[tuple[Any, ...]], rank: int) -> tuple[str, int]:
    rules = [rule for rule in map(_rule, parts) if rule[0]]
    if len(rules) == 1:
        return rules[0]
    texts = [text if inner >= rank else f"({text})" for text, inner in rules]
    return separator.join(texts), rank if rules else _ITEM


def _serve(library: str) -> None:
    """Write one JSON row ``[symbol, form, kind, grammar]`` per descriptor among standard input."""
    import ctypes  # only the child needs it

    symbols = sys.stdin.read().split("\n")
    native = ctypes.CDLL(library, mode=ctypes.RTLD_GLOBAL)
    native.lean_initialize_runtime_module()
    # Runs the initialisers of the modules of Init, which build the descriptors that are not laid
    # out at compile time. `1` asks for the built-in ones too. The result is an IO result: `ok` is
    # constructor 0.
    native.initialize_Init.restype = ctypes.c_void_p
    result = native.initialize_Init(ctypes.c_uint8(1))
    memory = _Memory()
    if memory.header(result)[1] != 0:
        raise SystemExit("the modules of Init cannot be initialised")
    rows: list[str] = []
    for symbol in symbols:
        variable = ctypes.addressof(ctypes.c_void_p.in_dll(native, symbol))
        try:
            tree = memory.descriptor(memory.word(variable))
        except _NotThisTypeError:
            continue
        form = _FORMS.get(tree[0])
        if form:  # the other constructors look like values of many types, and name no syntax
            kind = tree[2] if form == "alias" else tree[1]
            rows.append(json.dumps([symbol, form, kind, _grammar(tree)]))
    sys.stdout.write("\n".join(rows))
    sys.stdout.flush()
    os._exit(0)  # without the native library's clean-up, which expects a whole Lean process


if __name__ == "__main__":
    _serve(sys.argv[1])
