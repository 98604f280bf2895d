"""The order of universe levels, against the values that they can have."""

from __future__ import annotations

import random
from itertools import product

import pytest

from pyharness.lean import expression as node
from pyharness.lean.kernel import levels
from pyharness.lean.kernel.levels import Level

PARAMETERS = ("u", "v", "w")


def value(level: Level, values: dict[str, int]) -> int:
    """The definition, literally."""
    if level.tag == node.ZERO:
        return 0
    if level.tag == node.PARAM:
        return values[str(level.a)]
    if level.tag == node.SUCC:
        return value(level.a, values) + 1
    a, b = value(level.a, values), value(level.b, values)
    return 0 if level.tag == node.IMAX and b == 0 else max(a, b)


def made_up(rng: random.Random, depth: int) -> Level:
    """A level as a file can write it, with nothing simplified."""
    kind = rng.random()
    if depth == 0 or kind < 0.2:
        return rng.choice([levels.ZERO, *map(levels.parameter, PARAMETERS)])
    if kind < 0.45:
        return levels.successor(made_up(rng, depth - 1))
    tag = rng.choice([node.MAX, node.IMAX])
    return levels.from_node((tag, *(_node(made_up(rng, depth - 1)) for _ in range(2))))


def _node(level: Level) -> node.Level:
    if level.tag == node.PARAM:
        return (node.PARAM, level.a)
    parts = [part for part in (level.a, level.b) if isinstance(part, Level)]
    return (level.tag, *map(_node, parts))


#: A level of depth 4 is at most a value plus 4, so values beyond decide nothing new.
VALUES = [dict(zip(PARAMETERS, v, strict=True)) for v in product(range(6), repeat=3)]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_is_the_order_of_values(seed):
    rng = random.Random(seed)
    seen = set()
    for _ in range(500):
        a, b = made_up(rng, 4), made_up(rng, 4)
        expected = all(value(a, v) <= value(b, v) for v in VALUES)
        assert levels.is_leq(a, b) == expected, (a, b)
        assert levels.is_never_zero(a) == all(value(a, v) > 0 for v in VALUES)
        seen.add(expected)
    assert seen == {True, False}


def test_operations_keep_values():
    rng = random.Random(9)
    for _ in range(500):
        a, b = made_up(rng, 3), made_up(rng, 3)
        put = {"u": b, "v": levels.ZERO}
        for v in VALUES[::7]:
            x, y = value(a, v), value(b, v)
            assert value(levels.maximum(a, b), v) == max(x, y)
            assert value(levels.imax(a, b), v) == (0 if y == 0 else max(x, y))
            inner = {**v, "u": y, "v": 0}
            assert value(levels.substitute(a, put), v) == value(a, inner)


def test_equal_levels_are_one_object():
    u = levels.parameter("u")
    assert levels.successor(u) is levels.successor(levels.parameter("u"))
    assert levels.is_equal(levels.imax(u, u), u)
    assert not levels.is_equal(levels.maximum(u, levels.ONE), u)
