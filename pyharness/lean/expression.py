"""Expressions of Lean's kernel, as they stand in an ``.olean`` file.

Two views are offered. `Expressions.node` gives immutable nodes for whoever looks inside a term.
`Expressions.uses` and `Expressions.digest` answer the two questions that are asked of every
declaration, which constants it mentions and what it says, directly on the words of the file,
which is several times faster than building nodes first.

Nodes
-----
A node is a tuple that begins with one of these numbers (Lean's constructor numbers):

=========  =======================================================================
tag        the rest of the tuple
=========  =======================================================================
`BVAR`     de Bruijn index
`FVAR`     name (never in a finished declaration)
`MVAR`     name (never in a finished declaration)
`SORT`     level
`CONST`    name, tuple of levels
`APP`      function, argument
`LAM`      binder name, type of the variable, body, binder kind (index of `BINDERS`)
`PI`       as `LAM`
`LET`      name, type, value, body, whether the body is checked without the value
`LIT`      a natural number (int) or a string (str)
`MDATA`    expression
`PROJ`     structure name, field number, expression
=========  =======================================================================

A level is ``(ZERO,)``, ``(SUCC, l)``, ``(MAX, l, m)``, ``(IMAX, l, m)``, ``(PARAM, name)`` or
``(LEVEL_MVAR, name)``. Nodes that are shared in the file are the same Python object.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from pyharness.lean.olean import header_word

if TYPE_CHECKING:
    from pyharness.lean.olean import Olean

__all__ = [
    "APP",
    "BINDERS",
    "BVAR",
    "CONST",
    "FVAR",
    "IMAX",
    "LAM",
    "LET",
    "LEVEL_MVAR",
    "LIT",
    "MAX",
    "MDATA",
    "MVAR",
    "PARAM",
    "PI",
    "PROJ",
    "SORT",
    "SUCC",
    "ZERO",
    "Expr",
    "Expressions",
    "Level",
    "digest_node",
    "write_expression",
    "write_level",
]

Expr = tuple[Any, ...]
Level = tuple[Any, ...]

BVAR, FVAR, MVAR, SORT, CONST, APP, LAM, PI, LET, LIT, MDATA, PROJ = range(12)
ZERO, SUCC, MAX, IMAX, PARAM, LEVEL_MVAR = range(6)
BINDERS = ("default", "implicit", "strict implicit", "instance implicit")

# Header words of expression objects. Each has 8 bytes of cached data, which are not trusted here.
_BVAR = header_word(BVAR, 1, 8)
_FVAR = header_word(FVAR, 1, 8)
_MVAR = header_word(MVAR, 1, 8)
_SORT = header_word(SORT, 1, 8)
_CONST = header_word(CONST, 2, 8)
_APP = header_word(APP, 2, 8)
_LAM = header_word(LAM, 3, 16)
_PI = header_word(PI, 3, 16)
_LET = header_word(LET, 4, 16)
_LIT = header_word(LIT, 1, 8)
_MDATA = header_word(MDATA, 2, 8)
_PROJ = header_word(PROJ, 3, 8)

_SUCC = header_word(SUCC, 1, 8)
_MAX = header_word(MAX, 2, 8)
_IMAX = header_word(IMAX, 2, 8)
_PARAM = header_word(PARAM, 1, 8)
_LEVEL_MVAR = header_word(LEVEL_MVAR, 1, 8)

_LITERAL = header_word(0, 1)
_STRING_LITERAL = header_word(1, 1)

#: Which fields of an expression are expressions, by header word.
_CHILDREN = {
    _APP: (1, 2),
    _LAM: (2, 3),
    _PI: (2, 3),
    _LET: (2, 3, 4),
    _MDATA: (2,),
    _PROJ: (3,),
    _BVAR: (),
    _FVAR: (),
    _MVAR: (),
    _SORT: (),
    _CONST: (),
    _LIT: (),
}

_WHAT = "an expression"


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=20).digest()


class Expressions:
    """Reads the expressions of one file.

    Parameters
    ----------
    olean
        The file. Expressions are named by the words that point to them.
    """

    def __init__(self, olean: Olean) -> None:
        self._olean = olean
        self._nodes: dict[int, Expr] = {}
        self._levels: dict[int, Level] = {1: (ZERO,)}
        self._level_lists: dict[int, tuple[Level, ...]] = {}
        self._digests: dict[tuple[str, ...], dict[int, bytes]] = {}
        self._level_digests: dict[tuple[str, ...], dict[int, bytes]] = {}
        self._literals: dict[int, int | str] = {}

    # Constants that are mentioned ---------------------------------------------------------------

    def uses(self, *roots: int) -> set[str]:
        """Return the names of all constants that expressions mention.

        Structures named by a projection and the types of literals count as mentioned.
        """
        olean = self._olean
        words, at, text = olean.words, olean.at, olean.text
        children = _CHILDREN
        todo = list(roots)
        push, pop = todo.append, todo.pop
        seen: set[int] = set()
        note = seen.add
        names: set[int] = set()
        found: set[str] = set()
        try:
            while todo:
                word = pop()
                while word not in seen:
                    note(word)
                    index = at[word]
                    header = words[index]
                    if header == _APP:
                        push(words[index + 2])
                        word = words[index + 1]
                        continue
                    if header == _CONST:
                        names.add(words[index + 1])
                        break
                    if header in (_PI, _LAM):
                        push(words[index + 2])
                        word = words[index + 3]
                        continue
                    for place in children[header]:
                        push(words[index + place])
                    if header == _PROJ:
                        names.add(words[index + 1])
                    elif header == _LIT:
                        literal = self.literal(words[index + 1])
                        found.add("Nat" if isinstance(literal, int) else "String")
                    break
        except KeyError:
            olean.fail_at(word, f"{_WHAT} was expected")
        olean.spend(len(seen))
        found.update(map(text, names))
        return found

    def literal(self, word: int) -> int | str:
        """Return the value of a literal."""
        value = self._literals.get(word)
        if value is None:
            olean = self._olean
            tag = olean.tag(word) if not word & 1 else None
            (inner,) = olean.fields(word, 1, "a literal", None)
            value = olean.string(inner) if tag == 1 else olean.natural(inner)
            self._literals[word] = value
        return value

    def reachable(self, root: int, done: dict[int, Any]) -> list[int]:
        """Return the expressions below ``root`` that are not done, each before its users."""
        olean = self._olean
        words, at = olean.words, olean.at
        todo = [root]
        seen: set[int] = set()
        try:
            while todo:
                word = todo.pop()
                if word in seen or word in done:
                    continue
                seen.add(word)
                index = at[word]
                for place in _CHILDREN[words[index]]:
                    child = words[index + place]
                    if child >= word:
                        olean.fail_at(word, "an object that points forward")
                    todo.append(child)
        except KeyError:
            olean.fail_at(word, f"{_WHAT} was expected")
        olean.spend(len(seen))
        return sorted(seen)

    # Levels -------------------------------------------------------------------------------------

    def _levels_below(self, root: int, done: dict[int, Any]) -> list[int]:
        olean = self._olean
        words, at = olean.words, olean.at
        todo = [root]
        seen: set[int] = set()
        while todo:
            word = todo.pop()
            if word in seen or word in done:
                continue
            seen.add(word)
            index = at.get(word)
            header = words[index] if index is not None else 0
            if header in (_MAX, _IMAX):
                below = [words[index + 1], words[index + 2]]
            elif header == _SUCC:
                below = [words[index + 1]]
            elif header in (_PARAM, _LEVEL_MVAR):
                below = []
            else:
                olean.fail_at(word, "a universe level was expected")
            if any(child >= word for child in below):
                olean.fail_at(word, "an object that points forward")
            todo += below
        olean.spend(len(seen))
        return sorted(seen)

    def level(self, root: int) -> Level:
        """Return a universe level."""
        memo = self._levels
        if root not in memo:
            olean = self._olean
            words, at = olean.words, olean.at
            for word in self._levels_below(root, memo):
                index = at[word]
                tag = words[index] >> 56
                first = words[index + 1]
                if tag == SUCC:
                    memo[word] = (SUCC, memo[first])
                elif tag in (MAX, IMAX):
                    memo[word] = (tag, memo[first], memo[words[index + 2]])
                else:
                    memo[word] = (tag, olean.text(first))
        return memo[root]

    def levels(self, word: int) -> tuple[Level, ...]:
        """Return a list of universe levels."""
        levels = self._level_lists.get(word)
        if levels is None:
            levels = tuple(map(self.level, self._olean.list(word, "a list of levels")))
            self._level_lists[word] = levels
        return levels

    def _level_digest(self, root: int, parameters: tuple[str, ...]) -> bytes:
        memo = self._level_digests.get(parameters)
        if memo is None:
            memo = self._level_digests[parameters] = {1: _digest(b"level zero")}
        if root not in memo:
            olean = self._olean
            words, at = olean.words, olean.at
            for word in self._levels_below(root, memo):
                index = at[word]
                tag = words[index] >> 56
                first = words[index + 1]
                if tag == SUCC:
                    data = b"level succ" + memo[first]
                elif tag in (MAX, IMAX):
                    data = b"level max%d" % tag + memo[first] + memo[words[index + 2]]
                else:
                    name = olean.text(first)
                    known = tag == PARAM and name in parameters
                    data = (
                        b"level param %d" % parameters.index(name)
                        if known
                        else b"level unknown " + name.encode()
                    )
                memo[word] = _digest(data)
        return memo[root]

    def _level_digests_of(self, word: int) -> list[bytes]:
        levels = self._olean.list(word, "a list of levels")
        return [self._level_digest(level, ()) for level in levels]

    # Digests ------------------------------------------------------------------------------------

    def digest(self, root: int, parameters: tuple[str, ...]) -> bytes:
        """Hash what an expression says.

        Names of bound variables and of universe parameters, binder kinds (explicit, implicit ...),
        annotations and the way in which the file shares subterms make no difference.

        Parameters
        ----------
        root
            The expression.
        parameters
            The universe parameters of its declaration; they count by position.
        """
        memo = self._digests.get(parameters)
        if memo is None:
            memo = self._digests[parameters] = {}
        done = memo.get(root)
        if done is not None:
            return done
        olean = self._olean
        words, at = olean.words, olean.at
        for word in self.reachable(root, memo):
            index = at[word]
            header = words[index]
            if header == _APP:
                data = b"A" + memo[words[index + 1]] + memo[words[index + 2]]
            elif header == _CONST:
                arguments = olean.list(words[index + 2], "a list of levels")
                levels = b"".join(self._level_digest(level, parameters) for level in arguments)
                data = b"C" + olean.text(words[index + 1]).encode() + b"\0" + levels
            elif header == _PI:
                data = b"P" + memo[words[index + 2]] + memo[words[index + 3]]
            elif header == _LAM:
                data = b"L" + memo[words[index + 2]] + memo[words[index + 3]]
            elif header == _BVAR:
                data = b"B%x" % olean.natural(words[index + 1])
            elif header == _SORT:
                data = b"S" + self._level_digest(words[index + 1], parameters)
            elif header == _MDATA:
                memo[word] = memo[words[index + 2]]
                continue
            elif header == _LET:
                data = b"T" + b"".join(memo[words[index + place]] for place in (2, 3, 4))
            elif header == _PROJ:
                field = b"J%x " % olean.natural(words[index + 2])
                data = field + memo[words[index + 3]] + olean.text(words[index + 1]).encode()
            elif header == _LIT:
                value = self.literal(words[index + 1])
                data = b"N%x" % value if isinstance(value, int) else b"U" + value.encode()
            else:
                data = b"V%d " % (header >> 56) + olean.text(words[index + 1]).encode()
            memo[word] = blake2b(data, digest_size=20).digest()
        return memo[root]

    # Nodes --------------------------------------------------------------------------------------

    def node(self, root: int) -> Expr:
        """Return an expression as immutable nodes; see the text of this module."""
        memo = self._nodes
        if root in memo:
            return memo[root]
        olean = self._olean
        words, at, text = olean.words, olean.at, olean.text
        for word in self.reachable(root, memo):
            index = at[word]
            header = words[index]
            tag = header >> 56
            if header == _APP:
                node: Expr = (APP, memo[words[index + 1]], memo[words[index + 2]])
            elif header in (_PI, _LAM):
                name, kind, body = words[index + 1 : index + 4]
                binder = words[index + 5] & 0xFF
                if binder >= len(BINDERS):
                    olean.fail_at(word, "a binder kind was expected")
                node = (tag, text(name), memo[kind], memo[body], binder)
            elif header == _CONST:
                node = (CONST, text(words[index + 1]), self.levels(words[index + 2]))
            elif header == _BVAR:
                node = (BVAR, olean.natural(words[index + 1]))
            elif header == _SORT:
                node = (SORT, self.level(words[index + 1]))
            elif header == _LET:
                name, kind, value, body = words[index + 1 : index + 5]
                independent = bool(words[index + 6] & 0xFF)
                node = (LET, text(name), memo[kind], memo[value], memo[body], independent)
            elif header == _LIT:
                node = (LIT, self.literal(words[index + 1]))
            elif header == _MDATA:
                node = (MDATA, memo[words[index + 2]])
            elif header == _PROJ:
                field = olean.natural(words[index + 2])
                node = (PROJ, text(words[index + 1]), field, memo[words[index + 3]])
            else:
                node = (tag, text(words[index + 1]))
            memo[word] = node
        return memo[root]

    # Statements that say nothing ----------------------------------------------------------------

    def emptiness(self, root: int) -> str:
        """Tell whether a statement claims nothing, by its shape alone.

        Parameters
        ----------
        root
            The type of a theorem.

        Returns
        -------
        str
            ``"true"`` when the conclusion is ``True``, ``"hypothesis"`` when some hypothesis is the
            rest of the statement, otherwise ``""``.
        """
        olean = self._olean
        words, at = olean.words, olean.at
        hypotheses, rest = self._telescope(root)
        conclusion = at[rest[-1]]
        if words[conclusion] == _CONST and olean.text(words[conclusion + 1]) == "True":
            return "true"
        count = len(hypotheses)
        for position, hypothesis in enumerate(hypotheses):
            # A hypothesis with k hypotheses of its own can only be the last k + 1 parts.
            place = count - len(self._telescope(hypothesis)[0])
            if place > position and self._same_lifted(hypothesis, rest[place], place - position):
                return "hypothesis"
        return ""

    def _telescope(self, word: int) -> tuple[list[int], list[int]]:
        """Return the types of the variables of a statement, and what remains after each."""
        olean = self._olean
        words, at = olean.words, olean.at
        types: list[int] = []
        rest: list[int] = []
        while True:
            word = self._without_annotations(word)
            rest.append(word)
            index = at[word]
            if words[index] != _PI:
                break
            types.append(words[index + 2])
            if words[index + 3] >= word:
                olean.fail_at(word, "an object that points forward")
            word = words[index + 3]
        olean.spend(len(types))
        return types, rest

    def _without_annotations(self, word: int) -> int:
        olean = self._olean
        limit = len(olean.words)
        while True:
            index = olean.at.get(word, limit)
            if index >= limit:
                olean.fail_at(word, f"{_WHAT} was expected")
            if olean.words[index] != _MDATA:
                return word
            limit = index
            word = olean.words[index + 2]

    def _same_lifted(self, small: int, large: int, by: int) -> bool:
        """Whether ``large`` is ``small`` with its free variables raised by ``by``."""
        olean = self._olean
        words, at = olean.words, olean.at
        todo = [(small, large, 0)]
        seen: set[tuple[int, int, int]] = set()
        while todo:
            left, right, depth = todo.pop()
            left, right = self._without_annotations(left), self._without_annotations(right)
            if (left, right, depth) in seen:
                continue
            seen.add((left, right, depth))
            olean.spend(1)
            i, j = at[left], at[right]
            header = words[i]
            if header != words[j]:
                return False
            if header == _BVAR:
                variable = olean.natural(words[i + 1])
                lifted = variable + by if variable >= depth else variable
                if lifted != olean.natural(words[j + 1]):
                    return False
            elif header == _CONST:
                if olean.text(words[i + 1]) != olean.text(words[j + 1]) or (
                    self._level_digests_of(words[i + 2]) != self._level_digests_of(words[j + 2])
                ):
                    return False
            elif header == _SORT:
                if self._level_digest(words[i + 1], ()) != self._level_digest(words[j + 1], ()):
                    return False
            elif header == _LIT:
                if self.literal(words[i + 1]) != self.literal(words[j + 1]):
                    return False
            elif header in (_FVAR, _MVAR):
                return False
            else:
                if header == _PROJ and (
                    olean.text(words[i + 1]) != olean.text(words[j + 1])
                    or words[i + 2] != words[j + 2]
                ):
                    return False
                *types, body = _CHILDREN[header]
                todo += [(words[i + place], words[j + place], depth) for place in types]
                inner = depth + (header in (_PI, _LAM, _LET))
                todo.append((words[i + body], words[j + body], inner))
        return True


def digest_node(expression: Expr, parameters: tuple[str, ...] = ()) -> bytes:
    """Hash a small expression as `Expressions.digest` does in a file."""

    def level(e: Level) -> bytes:
        tag = e[0]
        if tag == ZERO:
            return _digest(b"level zero")
        if tag == SUCC:
            return _digest(b"level succ" + level(e[1]))
        if tag in (MAX, IMAX):
            return _digest(b"level max%d" % tag + level(e[1]) + level(e[2]))
        return _digest(b"level param %d" % parameters.index(e[1]))

    def go(e: Expr) -> bytes:
        tag = e[0]
        if tag == APP:
            return _digest(b"A" + go(e[1]) + go(e[2]))
        if tag == CONST:
            return _digest(b"C" + e[1].encode() + b"\0" + b"".join(map(level, e[2])))
        if tag in (PI, LAM):
            return _digest((b"P" if tag == PI else b"L") + go(e[2]) + go(e[3]))
        if tag == BVAR:
            return _digest(b"B%x" % e[1])
        if tag == SORT:
            return _digest(b"S" + level(e[1]))
        if tag == MDATA:
            return go(e[1])
        raise ValueError(f"not for expressions with tag {tag}")

    return go(expression)


# Text ---------------------------------------------------------------------------------------------


def write_level(level: Level, parameters: tuple[str, ...] = ()) -> str:
    """Write a universe level; parameters in the list are written ``u0``, ``u1`` ...

    >>> write_level((SUCC, (MAX, (PARAM, "u"), (ZERO,))), ("u",))
    'max(u0, 0)+1'
    """
    out: list[str] = []
    todo: list[Level | str] = [level]
    while todo:
        if len(out) > 1000:
            return "".join(out) + "…"
        item = todo.pop()
        if isinstance(item, str):
            out.append(item)
            continue
        tag = item[0]
        if tag == SUCC:
            above = 0
            while item[0] == SUCC:
                item, above = item[1], above + 1
            if item[0] == ZERO:
                out.append(str(above))
            else:
                todo += [f"+{above}", item]
        elif tag == ZERO:
            out.append("0")
        elif tag in (MAX, IMAX):
            todo += [")", item[2], ", ", item[1], "max(" if tag == MAX else "imax("]
        else:
            name = item[1]
            out.append(f"u{parameters.index(name)}" if name in parameters else name)
    return "".join(out)


def write_expression(
    expression: Expr, parameters: tuple[str, ...] = (), limit: int = 20_000
) -> str:
    """Write an expression in a plain form that has no names of bound variables.

    ``(Π A B)``, ``(λ A B)``, ``(let A v B)``, ``(f a b)``, ``#0`` for the innermost variable,
    ``Type``, ``Prop``, ``Sort l``, ``Eq.{1}``, ``proj S 0 e``. Two expressions with the same text
    are equal up to names of bound variables, binder kinds and annotations.

    Parameters
    ----------
    expression
        A node.
    parameters
        Universe parameters, written ``u0``, ``u1`` ... by position.
    limit
        Longest text; beyond it the text ends with ``…``.
    """
    out: list[str] = []
    length = 0
    todo: list[Expr | str] = [expression]
    while todo:
        item = todo.pop()
        if isinstance(item, str):
            out.append(item)
            length += len(item)
            if length > limit:
                return "".join(out)[:limit] + "…"
            continue
        tag = item[0]
        if tag == BVAR:
            todo.append(f"#{item[1]}")
        elif tag == SORT:
            level = write_level(item[1], parameters)
            todo.append({"0": "Prop", "1": "Type"}.get(level, f"(Sort {level})"))
        elif tag == CONST:
            levels = ",".join(write_level(level, parameters) for level in item[2])
            todo.append(item[1] + (f".{{{levels}}}" if levels else ""))
        elif tag == APP:
            todo.append(")")
            while item[0] == APP:
                todo += [item[2], " "]
                item = item[1]
            todo += [item, "("]
        elif tag in (PI, LAM):
            todo += [")", item[3], " ", item[2], "(Π " if tag == PI else "(λ "]
        elif tag == LET:
            todo += [")", item[4], " ", item[3], " ", item[2], "(let "]
        elif tag == LIT:
            value = item[1]
            big = isinstance(value, int) and value.bit_length() > 10_000
            todo.append(
                hex(value) if big else str(value) if isinstance(value, int) else repr(value)
            )
        elif tag == MDATA:
            todo.append(item[1])
        elif tag == PROJ:
            todo += [")", item[3], f"(proj {item[1]} {item[2]} "]
        else:
            todo.append(f"?{item[1]}")
    return "".join(out)
