"""Checks of chapter 6: the toy problem ``x + 2 y = 1``."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Identity,
    Instance,
    RowChecks,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sympy

__all__ = ["CHECKS"]

Point = tuple[Fraction, Fraction]


def solutions(parts: int, *, nonnegative: bool) -> Iterator[Point]:
    """Go through solutions of the equation with ``y`` a multiple of ``1/parts``."""
    for n in range(-2 * parts, 2 * parts + 1):
        y = Fraction(n, parts)
        x = 1 - 2 * y
        if not nonnegative or (x >= 0 and y >= 0):
            yield x, y


def squared_norm(point: Point) -> Fraction:
    """Return the squared Euclidean norm."""
    return point[0] ** 2 + point[1] ** 2


def l1(point: Point) -> Fraction:
    """Return the sum of the absolute values."""
    return abs(point[0]) + abs(point[1])


def smallest_norm(point: Point, parts: int) -> Comparison:
    """The point is the only solution on the grid with the smallest Euclidean norm."""
    found = list(solutions(parts, nonnegative=False))
    least = min(map(squared_norm, found))
    return Comparison(tuple(x for x in found if squared_norm(x) == least), "=", (point,))


def smallest_l1(point: Point, parts: int) -> Comparison:
    """The point is the only nonnegative solution on the grid with the smallest sum."""
    found = list(solutions(parts, nonnegative=True))
    least = min(map(l1, found))
    return Comparison(tuple(x for x in found if l1(x) == least), "=", (point,))


def smallest_l1_of_all(point: Point, parts: int) -> Comparison:
    """The same among all solutions, also those with negative coordinates."""
    found = list(solutions(parts, nonnegative=False))
    least = min(map(l1, found))
    return Comparison(tuple(x for x in found if l1(x) == least), "=", (point,))


def completed_square() -> tuple[sympy.Expr, sympy.Expr]:
    """On the solutions the squared norm is ``5 (y - 2/5)² + 1/5``."""
    import sympy

    y = sympy.symbols("y", real=True)
    return (1 - 2 * y) ** 2 + y**2, 5 * (y - sympy.Rational(2, 5)) ** 2 + sympy.Rational(1, 5)


_L2 = (Fraction(1, 5), Fraction(2, 5))
_L1 = (Fraction(0), Fraction(1, 2))
_MODULES = ("DeepTheory.ImplicitBias.ToyProblem",)


CHECKS = (
    RowChecks(
        "ch06-ex-toy",
        identities=(Identity("completed-square", completed_square),),
        instances=(
            Instance("euclidean", smallest_norm, {"point": _L2, "parts": 60}),
            Instance("sum", smallest_l1, {"point": _L1, "parts": 60}),
            Instance("sum-of-all", smallest_l1_of_all, {"point": _L1, "parts": 60}),
        ),
        controls=(
            Control(
                "answers-exchanged",
                "the two answers are exchanged",
                smallest_norm,
                refuted_by={"point": _L1, "parts": 60},
                holds_for={"point": _L2, "parts": 60},
            ),
            Control(
                "answers-exchanged-for-the-sum",
                "the two answers are exchanged",
                smallest_l1,
                refuted_by={"point": _L2, "parts": 60},
                holds_for={"point": _L1, "parts": 60},
            ),
        ),
        computations=(
            Computation(
                "euclidean",
                "ToyProblem.normSq ((1 / 5, 2 / 5) : Rat × Rat)",
                "Rat",
                lambda: squared_norm(_L2),
                _MODULES,
            ),
            Computation(
                "sum",
                "ToyProblem.l1 ((1 / 5, 2 / 5) : Rat × Rat)",
                "Rat",
                lambda: l1(_L2),
                _MODULES,
            ),
        ),
    ),
)
