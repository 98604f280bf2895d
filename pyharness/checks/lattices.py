"""Checks of chapter 9: shortest vectors of lattices in the plane.

A basis vector may be multiplied by the root of a whole number; the squared length of a combination
is then enclosed, and otherwise exact.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import isqrt
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import real, sqrt
from pyharness.checks.matrices import Matrix, Vector, dot, inverse, norm_squared, times
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Definitions --------------------------------------------------------------------------------


def shortest(basis: Matrix) -> Fraction:
    """Return the least squared length of the vectors of a lattice but zero.

    If ``v = x u + y w`` is no longer than ``w``, then ``|x| = |v × w| / |det| ≤ w·w / |det|``; for
    each such ``x`` the best ``y`` is next to ``-x u·w / w·w``.
    """
    u, w = basis
    square = norm_squared(w)
    found = [square]
    for x in range(1, square // abs(u[0] * w[1] - u[1] * w[0]) + 1):
        below = -x * dot(u, w) // square
        found += [norm_squared(vector(basis, (x, y))) for y in (below, below + 1)]
    return min(found)


def combinations_within(size: int) -> Iterator[tuple[int, int]]:
    """List the pairs of whole numbers up to a size, without the pair of zeros."""
    for z in product(range(-size, size + 1), repeat=2):
        if any(z):
            yield z


def vector(basis: Matrix, z: tuple[int, int]) -> Vector:
    """Return a combination of the basis."""
    return tuple(z[0] * a + z[1] * b for a, b in zip(*basis, strict=True))


def reduce(basis: Matrix) -> Matrix:
    """Reduce a basis of the plane as Gauss did: the first vector becomes a shortest one."""
    u, v = basis
    while True:
        if norm_squared(u) > norm_squared(v):
            u, v = v, u
        nearest = round(dot(u, v) / norm_squared(u))
        if not nearest:
            return u, v
        v = tuple(b - nearest * a for a, b in zip(u, v, strict=True))


# ----- Claims -------------------------------------------------------------------------------------


def reduced_is_shortest(basis: Matrix) -> Comparison:
    """The first vector of the reduced basis is a shortest vector of the lattice of the basis."""
    return Comparison(norm_squared(reduce(basis)[0]), "=", shortest(basis))


def reduced_spans(basis: Matrix) -> Comparison:
    """Each basis consists of whole combinations of the other: both have the same lattice."""
    other = reduce(basis)
    changes = (times(basis, inverse(other)), times(other, inverse(basis)))
    return Comparison(
        tuple(entry.denominator for change in changes for row in change for entry in row),
        "=",
        (1,) * 8,
    )


def shortest_is_bounded(basis: Matrix) -> Comparison:
    """A shortest vector ``u`` has ``|u|² ≤ (2/√3) |det|``; here squared: ``3 |u|⁴ ≤ 4 det²``."""
    (a, b), (c, d) = basis
    return Comparison(3 * norm_squared(reduce(basis)[0]) ** 2, "≤", 4 * (a * d - b * c) ** 2)


def first_is_shortest(basis: Matrix) -> Comparison:
    """The first vector of the basis itself is a shortest vector of the lattice."""
    return Comparison(norm_squared(basis[0]), "=", shortest(basis))


def none_shorter(first: int, root: int, length: Fraction, size: int) -> Comparison:
    """No combination of the numbers ``first`` and ``√root``, not both times 0, is shorter.

    Numbers are vectors of dimension one; tried are the combinations within a size.
    """
    if isqrt(root) ** 2 == root:
        other: Any = Fraction(isqrt(root))
        lengths = [abs(a * first + b * other) for a, b in combinations_within(size)]
        return Comparison(min(x for x in lengths if x), "≥", length)
    lengths = [abs(real(a * first) + b * sqrt(root)) for a, b in combinations_within(size)]
    return Comparison(min(lengths, key=lambda x: x.mid), "≥", length)


# ----- The checks ---------------------------------------------------------------------------------


def _bases() -> SearchStrategy[dict[str, Any]]:
    number = st.integers(-12, 12)
    pair = st.tuples(number, number)
    return (
        st.tuples(pair, pair)
        .filter(lambda b: b[0][0] * b[1][1] != b[0][1] * b[1][0])
        .map(lambda b: {"basis": b})
    )


def _small_bases() -> Iterator[Mapping[str, Any]]:
    for a, b, c, d in product(range(-2, 3), repeat=4):
        if a * d != b * c:
            yield {"basis": ((a, b), (c, d))}


CHECKS = (
    RowChecks(
        "ch09-lattice",
        instances=(
            Instance("squares", reduced_is_shortest, {"basis": ((1, 0), (0, 1))}),
            Instance("skew", reduced_is_shortest, {"basis": ((5, 8), (8, 13))}),
            Instance("sparse", reduced_is_shortest, {"basis": ((7, 1), (12, -5))}),
            Instance("same-lattice", reduced_spans, {"basis": ((5, 8), (8, 13))}),
            Instance("almost-hexagonal", shortest_is_bounded, {"basis": ((7, 4), (0, 8))}),
        ),
        searches=(
            Exhaustion("small-bases", reduced_is_shortest, _small_bases),
            Search("bases", reduced_is_shortest, _bases),
            Search("same-lattice", reduced_spans, _bases),
            Search("bounds", shortest_is_bounded, _bases),
        ),
        controls=(
            Control(
                "dependent",
                "the numbers 1 and √2 are taken as a basis in dimension one",
                none_shorter,
                refuted_by={"first": 1, "root": 2, "length": Fraction(1, 10), "size": 12},
                holds_for={"first": 1, "root": 4, "length": Fraction(1, 10), "size": 12},
                drops="independent",
            ),
            Control(
                "not-reduced",
                "a vector of the basis is said to be a shortest one",
                first_is_shortest,
                refuted_by={"basis": ((5, 8), (8, 13))},
                holds_for={"basis": ((1, 0), (0, 1))},
                over=_bases,
            ),
        ),
    ),
)
