"""The Lean sources: which modules there are, what they import, and what they must not say.

`scan` reads every ``.lean`` file below a folder, takes its imports from its header, and looks at
its tokens. It finds, before Lean is started, what Lean would report late or not at all: an import
that does not exist, an import cycle, a file that leans on the compiler's own ``Init``, and words
by which a proof can be left out (``sorry``, ``native_decide``, an ``axiom``, ...).

Words are looked for among the tokens of the file, so a word in a comment, a string, a character
literal or a longer name does not count. This is an early and friendly warning only: a macro can
hide any word. The authority is the audit of the compiled environment, which sees what a proof
really uses.
"""

from __future__ import annotations

import difflib
import functools
import hashlib
import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pyharness.problems import Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = [
    "PERMISSIONS",
    "Header",
    "Module",
    "Permission",
    "SourceError",
    "Sources",
    "Token",
    "read_header",
    "read_modules",
    "refusals",
    "rules",
    "scan",
    "tokens",
    "topological_order",
]


class SourceError(ProblemsError):
    """The Lean sources cannot be built: raised with everything that is wrong with them."""

    exit_code = 1


# --------------------------------------------------------------------------------------------------
# Tokens
# --------------------------------------------------------------------------------------------------

# The characters of names, as Lean's `isIdFirst` and `isIdRest` have them.
_LETTERS = (
    "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0391-\u039f\u03a1\u03a2\u03a4-\u03ba\u03bc-\u03fb"
    "\u1f00-\u1ffe\u2100-\u214f\U0001d49c-\U0001d59f"
)
_REST = _LETTERS + "0-9'!?\u2080-\u2089\u2090-\u209c\u1d62-\u1d6a\u2c7c"
_PART = rf"(?:[{_LETTERS}][{_REST}]*|«[^»\n]*»)"
NAME = rf"{_PART}(?:\.{_PART})*"

# One token. The order matters: a comment is looked for wherever a token may begin, and the symbols
# that contain or end in `-` or `/` come before single characters, as in Lean's longest match:
# `x <--1` compares, and `{x // p}` is no comment.
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<line>--[^\n]*)
  | (?P<doc>/-[-!])
  | (?P<block>/-)
  | (?P<raw>r(?P<fence>\#*)")
  | (?P<interpolated>[A-Za-z]+!")
  | (?P<string>"(?:[^"\\]|\\.)*(?:"|\Z))
  | (?P<name>{NAME})
  | (?P<literal>``?{NAME})
  | (?P<char>'(?:\\(?:x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|.)|[^\\'])')
  | (?P<number>0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<symbol><-|\|-|//|\\/|/\\|:=|=>|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_BLOCK_MARK = re.compile(r"-/|/-")
_INTERPOLATED_PIECE = re.compile(r'(?:[^"\\{]|\\.)*', re.DOTALL)


class Token(NamedTuple):
    """One token of a Lean file.

    Parameters
    ----------
    kind
        ``name``, ``symbol``, ``number``, ``string``, ``raw``, ``interpolated`` (a piece of an
        interpolated string), ``char``, ``literal`` (of a name: `` `x ``) or ``doc``.
    text
        The token as written.
    start
        Offset of its first character.
    """

    kind: str
    text: str
    start: int


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """Split a Lean source into tokens; comments and white space are left out.

    Documentation comments are tokens (Lean gives them to the declaration that follows), terms in
    the holes of interpolated strings are tokens as well. An unterminated comment or string extends
    to the end of the text; Lean reports it.

    Parameters
    ----------
    text
        The source.
    start
        Offset at which to begin.

    Yields
    ------
    Token
        In the order of the text, not overlapping.
    """
    position, end = start, len(text)
    holes: list[int] = []  # depth of braces in each interpolated string that we are in a hole of
    while position < end:
        match = _TOKEN.match(text, position)
        assert match is not None  # the last alternative takes any character
        kind = match.lastgroup or ""
        start, position = position, match.end()
        if kind in ("space", "line"):
            continue
        if kind == "block":
            position = _end_of_block(text, position + 1)  # Lean skips one character: `/-/` opens
            continue
        if kind == "doc":
            position = _end_of_block(text, position)
        elif kind in ("raw", "fence"):
            kind = "raw"
            close = text.find('"' + (match["fence"] or ""), position)
            position = end if close < 0 else close + 1 + len(match["fence"] or "")
        elif kind == "interpolated":
            position = _end_of_piece(text, position, holes)
        elif kind == "symbol" and holes:
            if match[0] == "{":
                holes[-1] += 1
            elif match[0] == "}":
                holes[-1] -= 1
                if holes[-1] == 0:
                    holes.pop()
                    kind = "interpolated"
                    position = _end_of_piece(text, position, holes)
        yield Token(kind, text[start:position], start)


def _end_of_block(text: str, position: int) -> int:
    """Return the offset after the block comment whose text starts at ``position``."""
    depth = 1
    for mark in _BLOCK_MARK.finditer(text, position):
        depth += 1 if mark[0] == "/-" else -1
        if depth == 0:
            return mark.end()
    return len(text)


def _end_of_piece(text: str, position: int, holes: list[int]) -> int:
    """Skip a piece of an interpolated string; a hole that opens is pushed on ``holes``."""
    match = _INTERPOLATED_PIECE.match(text, position)
    assert match is not None  # it matches the empty text
    position = match.end()
    if text[position : position + 1] == "{":
        holes.append(1)
    return min(position + 1, len(text))


class _Places:
    """Turns offsets into 1-based lines and columns."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def __call__(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


# --------------------------------------------------------------------------------------------------
# Headers
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Header:
    """What stands before the first command of a file.

    Parameters
    ----------
    prelude
        Whether the file declines the compiler's own ``Init``.
    imports
        Each imported module with the offset of its name.
    end
        Offset of the first token after the header.
    """

    prelude: bool
    imports: tuple[tuple[str, int], ...]
    end: int


def read_header(text: str) -> Header:
    """Read ``module``, ``prelude`` and the imports at the beginning of a Lean source.

    Parameters
    ----------
    text
        The source.

    Returns
    -------
    Header
        Its header; a malformed rest is left to Lean.
    """
    prelude, importing = False, False
    imports: list[tuple[str, int]] = []
    for token in tokens(text):
        if token.kind != "name":
            return Header(prelude, tuple(imports), token.start)
        if importing and token.text == "all":
            continue
        if importing:
            imports.append((token.text.replace("«", "").replace("»", ""), token.start))
            importing = False
        elif token.text == "prelude":
            prelude = True
        elif token.text == "import":
            importing = True
        elif token.text not in ("module", "public", "meta"):
            return Header(prelude, tuple(imports), token.start)
    return Header(prelude, tuple(imports), len(text))


# --------------------------------------------------------------------------------------------------
# Words that library files do not use
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Permission:
    """Leave for some modules to use words that other files must not use.

    Parameters
    ----------
    modules
        Pattern for module names, ``*`` stands for anything.
    words
        The words.
    reason
        Why this is sound or needed.
    """

    modules: str
    words: frozenset[str]
    reason: str


def _permission(modules: str, words: str, reason: str) -> Permission:
    return Permission(modules, frozenset(words.split()), reason)


#: Who may use which word, and why. The audit checks that no theorem rests on any of it beyond the
#: three axioms: see `pyharness.lean.audit`.
PERMISSIONS: tuple[Permission, ...] = (
    _permission(
        "DeepTheory.Core.Logic",
        "axiom unsafe",
        "the compiler's markers lcErased, lcProof, ...: unsafe, so no theorem can use them",
    ),
    _permission(
        "DeepTheory.Core.*",
        "axiom",
        "propext, Quot.sound and Classical.choice, and sorryAx, which the elaborator needs to go on"
        " after an error",
    ),
    _permission(
        "DeepTheory.Core.*",
        "extern opaque implemented_by",
        "binds programs of the compiler (parsers, syntax, fast arithmetic) to core's names; the"
        " kernel never runs them",
    ),
    _permission(
        "DeepTheory.Core.Meta.*",
        "unsafe partial",
        "programs that run while a file is elaborated; the kernel checks the terms they make",
    ),
    _permission(
        "DeepTheory.Algebra.Int.Defs",
        "extern",
        "programs compute with the compiler's integers; every definition has a body all the same,"
        " and that is what the kernel unfolds",
    ),
    _permission(
        "DeepTheory.Algebra.Tactic.*",
        "extern implemented_by opaque unsafe partial",
        "tactics are programs; the kernel checks the proofs they make, by unfolding definitions and"
        " not by running programs",
    ),
)

#: What an axiom may be called, its namespace left out, where `PERMISSIONS` lets a module have one.
AXIOMS = frozenset(
    (
        *("propext", "sound", "choice", "sorryAx"),
        *("lcErased", "lcAny", "lcVoid", "lcProof", "lcUnreachable", "lcInv", "lcMk"),
    )
)


class _Refusal(NamedTuple):
    """Why a word is refused and what to do instead."""

    expected: str
    remedy: str


_PROOF = _Refusal(
    "a complete proof",
    "finish the proof, or keep the statement out of the library until it has one",
)
_NATIVE = _Refusal(
    "a proof that the kernel checks itself, not one that trusts compiled code",
    "use `decide +kernel`, or a smaller instance",
)
_PROGRAM = _Refusal(
    "definitions that the kernel can unfold",
    "use a total `def`; a binding to the compiler belongs to DeepTheory.Core, with an entry and a"
    " reason in PERMISSIONS (pyharness/lean/source.py)",
)
_OPTION = _Refusal(
    "declarations that are checked as written",
    "remove the option",
)
_SILENT = _Refusal(
    "a library file that prints nothing",
    "move the command to a test below tests/lean, or remove it",
)
_REFUSED: dict[str, _Refusal] = {
    **dict.fromkeys(("sorry", "admit", "sorryAx", "Lean.sorryAx"), _PROOF),
    **dict.fromkeys(
        (
            "native_decide",
            "Lean.ofReduceBool",
            "Lean.ofReduceNat",
            "Lean.trustCompiler",
        ),
        _NATIVE,
    ),
    **dict.fromkeys(("unsafe", "partial", "opaque", "extern", "implemented_by"), _PROGRAM),
    "axiom": _Refusal(
        "no axiom beyond propext, Quot.sound and Classical.choice, which DeepTheory.Core states",
        "prove it, or make it a hypothesis of the theorems that need it",
    ),
}
_REFUSED_OPTIONS = re.compile(r"debug\..*|warn\.sorry")
_PRINTING = frozenset(
    (
        *("check", "check_failure", "check_simp", "check_tactic", "eval", "find", "guard"),
        *("guard_expr", "guard_msgs", "help", "print", "reduce", "synth", "unfold", "version"),
        *("where", "discr_tree_key", "discr_tree_simp_key"),
    )
)

# No token is refused unless one of these occurs in the text, so most files need no second look.
_SUSPICIOUS = (
    *(word for word in _REFUSED if "." not in word and word != "sorryAx"),
    *("ofReduce", "trustCompiler", "native", "debug.", "warn."),
)
_PRINTS = re.compile(rf"#(?:{'|'.join(sorted(_PRINTING))})\b")


def refusals(module: str, text: str, file: str) -> list[Problem]:
    """Find the tokens of a library file that it must not have.

    Parameters
    ----------
    module
        The module's name; `PERMISSIONS` may allow it some of the words.
    text
        Its source.
    file
        Its file, as the user would name it.

    Returns
    -------
    list of Problem
        One for each refused token, in the order of the text.
    """
    allowed: set[str] = set()
    for permission in PERMISSIONS:
        if fnmatchcase(module, permission.modules):
            allowed |= permission.words
    watched = [word for word in _SUSPICIOUS if word == "axiom" or word not in allowed]
    if not any(word in text for word in watched) and not _PRINTS.search(text):
        return []
    places = _Places(text)
    found: list[Problem] = []

    def refuse(token: Token, what: str, refusal: _Refusal) -> None:
        line, column = places(token.start)
        found.append(
            Problem(file, line, column, f"{what} is refused", refusal.expected, refusal.remedy)
        )

    before = Token("symbol", "", 0)
    for token in tokens(text):
        word = token.text
        if token.kind == "name":
            if before.text == "set_option" and _REFUSED_OPTIONS.fullmatch(word):
                refuse(token, f"option `{word}`", _OPTION)
            elif before.text == "axiom" and "axiom" in allowed:
                if word.rpartition(".")[2] not in AXIOMS:
                    refuse(token, f"axiom `{word}`", _REFUSED["axiom"])
            elif word == "native" and before.text == "+":
                refuse(before, "`+native`", _NATIVE)
            else:
                plain = word.removeprefix("_root_.")
                refusal = _REFUSED.get(plain)
                if refusal is not None and plain not in allowed:
                    refuse(token, f"`{word}`", refusal)
        elif token.kind == "symbol" and word == ":=" and before.text == "native":
            refuse(before, "`native := ...`", _NATIVE)
        if before.text == "#" and before.start + 1 == token.start and word in _PRINTING:
            refuse(before, f"`#{word}`", _SILENT)
        before = token
    return found


# --------------------------------------------------------------------------------------------------
# Modules
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Module:
    """One Lean source file.

    Parameters
    ----------
    name
        ``A.B`` for the file ``A/B.lean``.
    path
        The file.
    file
        The file as the user would name it.
    imports
        The imported modules, in the order of the file, each once.
    sha256
        Of the file's bytes.
    size
        Number of bytes.
    places
        1-based line and column of each import.
    """

    name: str
    path: Path
    file: str
    imports: tuple[str, ...]
    sha256: str
    size: int = 0
    places: tuple[tuple[int, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Sources:
    """All modules of a folder, and what is wrong with them.

    Parameters
    ----------
    modules
        By name. A file that cannot be read has no imports.
    problems
        By module name; only modules with problems are listed.
    """

    modules: dict[str, Module]
    problems: dict[str, tuple[Problem, ...]]

    def all_problems(self) -> list[Problem]:
        """Return every problem, sorted by place, each once."""
        return sorted({problem for problems in self.problems.values() for problem in problems})


@functools.cache
def rules() -> str:
    """Return a hash of the rules of this module: what it once accepted it still accepts."""
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


def scan(
    folder: Path, root: Path | None = None, accepted: Mapping[str, str] | None = None
) -> Sources:
    """Read all Lean sources below a folder, whatever is wrong with them.

    Parameters
    ----------
    folder
        Module ``A.B`` is ``A/B.lean`` below it.
    root
        Files are named relative to this folder; default: the parent of ``folder``.
    accepted
        Modules (with the hash of the source) in which these `rules` found no refused word: they
        are not searched again.

    Returns
    -------
    Sources
        The modules and their problems.
    """
    root = root or folder.parent
    modules: dict[str, Module] = {}
    problems: defaultdict[str, list[Problem]] = defaultdict(list)
    if not folder.is_dir():
        raise SourceError(
            Problem(_shown(folder, root), 0, 0, "no such folder", "the folder of the Lean sources")
        )
    for path in _lean_files(folder):
        parts = path.relative_to(folder).with_suffix("").parts
        name, file = ".".join(parts), _shown(path, root)
        for part in parts:
            if not _plain_name().fullmatch(part):
                problems[name].append(
                    Problem(
                        file,
                        0,
                        0,
                        f"`{part}` cannot be part of a module's name",
                        "letters, digits and underscores, beginning with a letter",
                        "rename the file or folder",
                    )
                )
        try:
            data = path.read_bytes()
            text = data.decode()
        except (OSError, UnicodeDecodeError) as error:
            problems[name].append(_unreadable(file, error))
            modules[name] = Module(name, path, file, (), "", 0)
            continue
        module, header = _module(name, path, file, data, text)
        modules[name] = module
        if not header.prelude:
            line, column = _Places(text)(header.end)
            problems[name].append(
                Problem(
                    file,
                    line,
                    column,
                    "the file does not begin with `prelude`",
                    "a library file that rests on DeepTheory.Core and not on the compiler's Init",
                    "put `prelude` on the first line, before the imports",
                )
            )
        if not accepted or accepted.get(name) != module.sha256:
            problems[name].extend(refusals(name, text, file))
    _check_imports(modules, problems)
    _check_letter_case(modules, problems)
    _check_cycles(modules, problems)
    return Sources(
        modules, {name: tuple(sorted(found)) for name, found in problems.items() if found}
    )


def read_modules(folder: Path, root: Path | None = None) -> dict[str, Module]:
    """Read all Lean sources below a folder.

    Parameters
    ----------
    folder
        Module ``A.B`` is ``A/B.lean`` below it.
    root
        Files are named relative to this folder; default: the parent of ``folder``.

    Returns
    -------
    dict
        The modules by name, imported ones before those that import them.

    Raises
    ------
    SourceError
        With everything that is wrong with any of them.
    """
    sources = scan(folder, root)
    if sources.problems:
        raise SourceError(*sources.all_problems())
    return {name: sources.modules[name] for name in topological_order(sources.modules)}


def topological_order(modules: Mapping[str, Module]) -> list[str]:
    """Order modules so that each comes after those it imports.

    Parameters
    ----------
    modules
        By name. Imports that are not among them are ignored.

    Returns
    -------
    list of str
        All names; modules that lie on or behind an import cycle come last, in order of names.
    """
    waiting = {
        name: sum(1 for other in module.imports if other in modules)
        for name, module in modules.items()
    }
    users: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(modules):
        for other in modules[name].imports:
            users[other].append(name)
    order = [name for name in sorted(modules) if waiting[name] == 0]
    for name in order:  # grows while it is read
        for user in users[name]:
            waiting[user] -= 1
            if waiting[user] == 0:
                order.append(user)
    return order + sorted(modules.keys() - set(order))


@functools.cache
def _plain_name() -> re.Pattern[str]:
    return re.compile(rf"[{_LETTERS}][{_REST}]*")


def _lean_files(folder: Path) -> Iterator[Path]:
    """Yield the Lean files in order of names; hidden files (of editors) are not sources."""
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.name.endswith(".lean"):
            yield from _lean_files(entry)
        elif entry.name.endswith(".lean"):
            yield entry


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _unreadable(file: str, error: OSError | UnicodeDecodeError) -> Problem:
    if isinstance(error, UnicodeDecodeError):
        line = error.object.count(b"\n", 0, error.start) + 1
        return Problem(
            file,
            line,
            0,
            f"byte 0x{error.object[error.start]:02x} is not UTF-8",
            "Lean sources are UTF-8",
            "save the file as UTF-8",
        )
    return Problem(
        file,
        0,
        0,
        f"cannot be read: {error.strerror or error}",
        "a readable file",
        "correct its permissions, or remove it",
    )


def _module(name: str, path: Path, file: str, data: bytes, text: str) -> tuple[Module, Header]:
    header = read_header(text)
    places = _Places(text[: header.end])
    first = {}
    for imported, offset in header.imports:
        first.setdefault(imported, places(offset))
    sha256 = hashlib.sha256(data).hexdigest()
    return (
        Module(name, path, file, tuple(first), sha256, len(data), tuple(first.values())),
        header,
    )


def _check_imports(modules: dict[str, Module], problems: defaultdict[str, list[Problem]]) -> None:
    for module in modules.values():
        for imported, (line, column) in zip(module.imports, module.places, strict=True):
            if imported in modules:
                continue
            by_case = [name for name in modules if name.lower() == imported.lower()]
            close = by_case or difflib.get_close_matches(imported, modules, n=3)
            if by_case:
                expected = f"the letter case of the file: `{by_case[0]}`"
            else:
                expected = f"a file {imported.replace('.', '/')}.lean among the sources"
            problems[module.name].append(
                Problem(
                    module.file,
                    line,
                    column,
                    f"there is no module `{imported}`",
                    expected,
                    f"did you mean {_either(close)}?" if close else "write it, or do not import it",
                )
            )


def _either(names: Iterable[str]) -> str:
    return " or ".join(f"`{name}`" for name in names)


def _check_letter_case(
    modules: dict[str, Module], problems: defaultdict[str, list[Problem]]
) -> None:
    seen: dict[str, str] = {}
    for name, module in modules.items():
        other = seen.setdefault(name.lower(), name)
        if other != name:
            problems[name].append(
                Problem(
                    module.file,
                    0,
                    0,
                    f"differs from {modules[other].file} in letter case only",
                    "names that are different on every file system",
                    "rename one of them",
                )
            )


def _check_cycles(modules: dict[str, Module], problems: defaultdict[str, list[Problem]]) -> None:
    """Report each import cycle once, at each of its modules."""
    # What is left when modules without (remaining) imports and then those without users are taken
    # away lies on a cycle or between two.
    left = dict(modules)
    while True:
        imported = {other for module in left.values() for other in module.imports}
        keep = {
            name: module
            for name, module in left.items()
            if name in imported and any(other in left for other in module.imports)
        }
        if len(keep) == len(left):
            break
        left = keep
    reported: set[str] = set()
    for start in sorted(left):
        if start in reported:
            continue
        cycle = _shortest_cycle(left, start)
        if not cycle:
            continue
        shown = " → ".join((*cycle, start))
        for name, following in zip(cycle, (*cycle[1:], start), strict=True):
            reported.add(name)
            module = left[name]
            line, column = module.places[module.imports.index(following)]
            problems[name].append(
                Problem(
                    module.file,
                    line,
                    column,
                    f"import cycle: {shown}",
                    "imports without a cycle",
                    "move what both sides need into a module of its own",
                )
            )


def _shortest_cycle(modules: dict[str, Module], start: str) -> list[str]:
    """Return the modules of a shortest cycle through ``start``; empty when there is none."""
    reached_from: dict[str, str] = {}
    queue = [start]
    for name in queue:  # grows while it is read
        for other in modules[name].imports:
            if other == start:
                path = [name]
                while path[-1] != start:
                    path.append(reached_from[path[-1]])
                return path[::-1]
            if other in modules and other not in reached_from:
                reached_from[other] = name
                queue.append(other)
    return []
