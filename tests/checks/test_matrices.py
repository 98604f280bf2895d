"""Vectors and matrices of fractions: known values, and what elimination must find."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from pyharness.checks.matrices import (
    Matrix,
    apply,
    dot,
    gram,
    identity,
    in_range,
    inverse,
    is_semidefinite,
    kernel,
    matrix,
    power,
    pseudo_inverse,
    rank,
    rotation,
    solve,
    times,
    trace,
    transpose,
    vector,
)

WIDE = matrix((1, 0, 2), (0, 1, -1))
SINGULAR = matrix((1, 2), (2, 4))


def test_products() -> None:
    assert times(WIDE, transpose(WIDE)) == gram(WIDE) == matrix((5, -2), (-2, 2))
    assert apply(WIDE, vector(1, 1, 1)) == vector(3, 0)
    assert power(matrix((1, 1), (0, 1)), 5) == matrix((1, 5), (0, 1))


def test_elimination() -> None:
    assert rank(WIDE) == 2
    assert rank(SINGULAR) == 1
    assert rank(matrix((0, 0), (0, 0))) == 0
    assert all(not any(apply(WIDE, z)) for z in kernel(WIDE))
    assert len(kernel(SINGULAR)) == 1
    x = solve(WIDE, vector(3, 4))
    assert x is not None
    assert apply(WIDE, x) == vector(3, 4)
    assert solve(SINGULAR, vector(1, 1)) is None
    assert in_range(SINGULAR, vector(1, 2))
    assert times(inverse(gram(WIDE)), gram(WIDE)) == identity(2)
    with pytest.raises(ValueError, match="not invertible"):
        inverse(SINGULAR)


def test_rotations_are_orthogonal() -> None:
    for m, n in product(range(1, 4), range(4)):
        assert gram(rotation(m, n)) == identity(2)


def test_semidefinite_is_what_values_say() -> None:
    """A symmetric matrix with small entries has a negative value at a small vector if anywhere."""
    points = [vector(*x) for x in product(range(-4, 5), repeat=2)]
    for a, b, c in product(range(-2, 3), repeat=3):
        m = matrix((a, b), (b, c))
        assert is_semidefinite(m) == all(dot(x, apply(m, x)) >= 0 for x in points), m
    assert is_semidefinite(matrix((1, 1, 1), (1, 1, 1), (1, 1, 1)))
    assert not is_semidefinite(matrix((0, 1), (1, 100)))
    assert not is_semidefinite(matrix((1, 0, 0), (0, 1, 2), (0, 2, Fraction(399, 100))))


@pytest.mark.parametrize(
    "a", [WIDE, transpose(WIDE), SINGULAR, ((0, 0, 0),), ((3,),), ((1, 2), (3, 4), (5, 6))]
)
def test_pseudo_inverses_satisfy_the_equations_of_penrose(a: Matrix) -> None:
    p = pseudo_inverse(a)
    assert times(a, p, a) == a
    assert times(p, a, p) == p
    assert transpose(times(a, p)) == times(a, p)
    assert transpose(times(p, a)) == times(p, a)
    assert trace(times(p, a)) == rank(a)


def test_elimination_divides_whole_numbers_exactly() -> None:
    assert inverse(((3,),)) == matrix(("1/3",))
