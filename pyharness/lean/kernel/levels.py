"""Universe levels.

Levels are interned: equal levels are the same object, so that a comparison of the usual case is
one instruction. `is_leq` decides the order for all values of the parameters: where an ``imax``
stands in the way, it looks at both cases, its second argument zero or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyharness.lean import expression as node

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "ONE",
    "ZERO",
    "Level",
    "are_equal",
    "from_node",
    "imax",
    "is_equal",
    "is_leq",
    "is_never_zero",
    "maximum",
    "parameter",
    "substitute",
    "successor",
]


class Level:
    """A universe level; made by the functions of this module only.

    Attributes
    ----------
    tag : int
        ``expression.ZERO``, ``SUCC``, ``MAX``, ``IMAX`` or ``PARAM``.
    a, b
        Its parts: levels, or the name of a parameter.
    parameters : frozenset of str
        The parameters in it.
    """

    __slots__ = ("a", "b", "parameters", "tag")

    def __init__(self, tag: int, a: object, b: object) -> None:
        self.tag = tag
        self.a: Level = a  # type: ignore[assignment]
        self.b: Level = b  # type: ignore[assignment]
        self.parameters: frozenset[str] = (
            frozenset([a])  # type: ignore[list-item]
            if tag == node.PARAM
            else frozenset().union(*(x.parameters for x in (a, b) if isinstance(x, Level)))
        )

    def __repr__(self) -> str:
        if self.tag == node.ZERO:
            return "0"
        if self.tag == node.PARAM:
            return str(self.a)
        if self.tag == node.SUCC:
            return f"{self.a}+1"
        return f"{'max' if self.tag == node.MAX else 'imax'}({self.a}, {self.b})"


_levels: dict[tuple[object, ...], Level] = {}


def _make(tag: int, a: object = None, b: object = None) -> Level:
    key = (tag, a, b)
    level = _levels.get(key)
    if level is None:
        level = _levels[key] = Level(tag, a, b)
    return level


ZERO = _make(node.ZERO)


def successor(level: Level) -> Level:
    """Return the next level."""
    return _make(node.SUCC, level)


ONE = successor(ZERO)


def parameter(name: str) -> Level:
    """Return a level parameter."""
    return _make(node.PARAM, name)


def maximum(a: Level, b: Level) -> Level:
    """Return the maximum, simplified where that is plain."""
    if a is b or b is ZERO:
        return a
    if a is ZERO:
        return b
    if a.tag == b.tag == node.SUCC:
        return successor(maximum(a.a, b.a))
    return _make(node.MAX, a, b)


def imax(a: Level, b: Level) -> Level:
    """Return the level of ``(x : A) → B``: zero when ``b`` is zero, otherwise the maximum."""
    if b is ZERO:
        return ZERO
    if _is_positive(b):
        return maximum(a, b)
    if a is ZERO or a is ONE or a is b:
        return b
    return _make(node.IMAX, a, b)


def _is_positive(level: Level) -> bool:
    """Whether a level is plainly not zero."""
    if level.tag == node.MAX:
        return _is_positive(level.a) or _is_positive(level.b)
    return level.tag == node.SUCC or (level.tag == node.IMAX and _is_positive(level.b))


def from_node(level: node.Level) -> Level:
    """Return the level that a node of `pyharness.lean.expression` stands for.

    It keeps its shape: two levels that are written differently stay different objects.
    """
    tag = level[0]
    if tag == node.PARAM:
        return parameter(level[1])
    if tag == node.LEVEL_MVAR:
        raise ValueError("a level metavariable in a finished declaration")
    return _make(tag, *map(from_node, level[1:]))


def substitute(level: Level, values: Mapping[str, Level]) -> Level:
    """Put levels in the place of parameters."""
    if not level.parameters:
        return level
    if level.tag == node.PARAM:
        return values.get(level.a, level)  # type: ignore[call-overload]
    if level.tag == node.SUCC:
        return successor(substitute(level.a, values))
    return _make(level.tag, substitute(level.a, values), substitute(level.b, values))


def _simplify(level: Level) -> Level:
    if level.tag == node.SUCC:
        return successor(_simplify(level.a))
    if level.tag == node.MAX:
        return maximum(_simplify(level.a), _simplify(level.b))
    if level.tag == node.IMAX:
        return imax(_simplify(level.a), _simplify(level.b))
    return level


_known: dict[tuple[Level, Level], bool] = {}


def is_leq(a: Level, b: Level) -> bool:
    """Decide whether ``a ≤ b`` whatever the parameters are."""
    if a is b or a is ZERO:
        return True
    known = _known.get((a, b))
    if known is None:
        known = _known[a, b] = _leq(_simplify(a), _simplify(b), 0)
    return known


def is_equal(a: Level, b: Level) -> bool:
    """Decide whether two levels are equal whatever the parameters are."""
    return a is b or (is_leq(a, b) and is_leq(b, a))


def are_equal(a: Iterable[Level], b: Iterable[Level]) -> bool:
    """Decide whether two lists of levels are equal."""
    left, right = tuple(a), tuple(b)
    return left is right or (len(left) == len(right) and all(map(is_equal, left, right)))


def _leq(a: Level, b: Level, more: int) -> bool:
    """Decide ``a ≤ b + more`` for simplified levels."""
    if (a is ZERO or a is b) and more >= 0:
        return True
    if a.tag == node.SUCC:
        return _leq(a.a, b, more - 1)
    if b.tag == node.SUCC:
        return _leq(a, b.a, more + 1)
    if a.tag == node.MAX:
        return _leq(a.a, b, more) and _leq(a.b, b, more)
    for level in (a, b):
        split = _undecided(level)
        if split is not None:
            return all(
                _leq(
                    _simplify(substitute(a, {split: value})),
                    _simplify(substitute(b, {split: value})),
                    more,
                )
                for value in (ZERO, successor(parameter(split)))
            )
    # No `imax` is left: `a` is zero or a parameter, `b` zero, a parameter or a maximum of such.
    if b.tag == node.MAX:
        return _leq(a, b.a, more) or _leq(a, b.b, more)
    return False


def _undecided(level: Level) -> str | None:
    """Return a parameter on which an ``imax`` in a simplified level hangs."""
    if level.tag == node.IMAX:
        below = _undecided(level.b)
        if below is not None:
            return below
        return min(level.b.parameters)  # simplified, so it is a maximum of parameters
    if level.tag == node.MAX:
        return _undecided(level.a) or _undecided(level.b)
    return _undecided(level.a) if level.tag == node.SUCC else None


def is_never_zero(level: Level) -> bool:
    """Decide whether a level is positive whatever the parameters are."""
    return is_leq(ONE, level)
