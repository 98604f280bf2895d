"""Checks of chapter 4: the geometry of least squares, and systems that any labels solve."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from pyharness.checks import strategies
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    dot,
    gram,
    identity,
    inverse,
    kernel,
    matrices,
    matrix,
    norm_squared,
    numbers,
    rank,
    solve,
    subtract,
    times,
    transpose,
    vector,
    vectors,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Identity,
    Instance,
    RowChecks,
    Search,
)
from pyharness.checks.optimization import gradient, loss

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- The geometry of least squares --------------------------------------------------------------


def second_order_expansion(a: Matrix, b: Vector, x: Vector, y: Vector) -> Comparison:
    """The loss is its linear part at ``x`` plus half the square of ``A (y - x)``."""
    step = subtract(y, x)
    linear = loss(a, b, x) + dot(gradient(a, b, x), step)
    return Comparison(loss(a, b, y), "=", linear + norm_squared(apply(a, step)) / 2)


def second_order_expansion_identity() -> tuple[sympy.Expr, sympy.Expr]:
    """The same for all matrices with two rows and two columns."""
    import sympy

    a, b = sympy.Matrix(2, 2, sympy.symbols("a0:4")), sympy.Matrix(sympy.symbols("b0:2"))
    x, y = sympy.Matrix(sympy.symbols("x0:2")), sympy.Matrix(sympy.symbols("y0:2"))
    half = sympy.Rational(1, 2)
    r, s, d = a * x - b, a * y - b, y - x
    right = half * (r.T * r) + (a.T * r).T * d + half * ((a * d).T * (a * d))
    return half * (s.T * s)[0], right[0]


def other_points_are_worse(a: Matrix, b: Vector, away: Vector) -> Comparison:
    """The loss at another point exceeds that at a solution of the normal equations."""
    best = solve(gram(transpose(a)), apply(transpose(a), b))
    assert best is not None
    return Comparison(loss(a, b, best), "<", loss(a, b, add(best, away)))


def strongly_convex(a: Matrix, b: Vector, x: Vector, y: Vector, modulus: Fraction) -> Comparison:
    """The loss is at least its linear part plus ``μ/2 |y - x|²``, for ``μI ≤ AᵀA``."""
    step = subtract(y, x)
    linear = loss(a, b, x) + dot(gradient(a, b, x), step)
    return Comparison(linear + modulus * norm_squared(step) / 2, "≤", loss(a, b, y))


# ----- Interpolation ------------------------------------------------------------------------------


def solvable(a: Matrix, b: Vector) -> Comparison:
    """The labels can be interpolated: they add nothing to the rank of the matrix."""
    joined = tuple((*row, entry) for row, entry in zip(a, b, strict=True))
    return Comparison(rank(joined), "=", rank(a))


def explicit_solution(a: Matrix, b: Vector) -> Comparison:
    """The vector ``Aᵀ (A Aᵀ)⁻¹ b`` interpolates the labels."""
    x = apply(transpose(a), apply(inverse(gram(a)), b))
    return Comparison(apply(a, x), "=", b)


def dimension_of_solutions(a: Matrix) -> Comparison:
    """The interpolating parameters have ``p - N`` free directions."""
    return Comparison(len(kernel(a)), "=", len(a[0]) - len(a))


# ----- Families -----------------------------------------------------------------------------------


def _strongly_convex_pairs() -> Mapping[str, SearchStrategy[Any]]:
    """Matrices that contain the identity, so that the modulus 1 is right."""
    return {
        "a": matrices(1, 2).map(lambda rows: (*rows, *identity(2))),
        "b": vectors(3),
        "x": vectors(2),
        "y": vectors(2),
        "modulus": numbers(0, 1, 4),
    }


def _full_row_rank() -> Mapping[str, SearchStrategy[Any]]:
    """Matrices ``L [I B]`` with a triangular ``L`` whose diagonal is one."""

    def made(low: Fraction, right: Matrix) -> Matrix:
        eye = identity(2)
        return times(
            matrix((1, 0), (low, 1)), tuple((*e, *r) for e, r in zip(eye, right, strict=True))
        )

    return {"a": strategies.builds(made, numbers(-3, 3, 2), matrices(2, 2)), "b": vectors(2)}


def _small_matrices() -> Iterator[dict[str, Any]]:
    """Yield all matrices of two independent rows with three entries -1, 0, 1."""
    for entries in product((-1, 0, 1), repeat=6):
        a = matrix(entries[:3], entries[3:])
        if rank(a) == 2:
            yield {"a": a}


_ONE = Fraction(1)
_TOY = matrix((1, 2))
_SHEAR = matrix((1, 1), (0, 1))
_LONG = matrix((1, 0, 2), (0, 1, -1))


CHECKS = (
    RowChecks(
        "ch04-ls-strong-convexity",
        identities=(Identity("expansion", second_order_expansion_identity),),
        instances=(
            Instance(
                "expansion",
                second_order_expansion,
                {"a": _LONG, "b": vector(1, -2), "x": vector(1, 0, 0), "y": vector(0, 2, "1/3")},
            ),
            Instance(
                "modulus-of-the-identity",
                strongly_convex,
                {
                    "a": identity(2),
                    "b": vector(1, 2),
                    "x": vector(0, 0),
                    "y": vector(3, -1),
                    "modulus": _ONE,
                },
            ),
            Instance(
                "inconsistent-system",
                other_points_are_worse,
                {"a": matrix((1,), (1,)), "b": vector(0, 1), "away": vector("1/100")},
            ),
        ),
        searches=(
            Search(
                "expansion",
                second_order_expansion,
                lambda: {"a": matrices(2, 3), "b": vectors(2), "x": vectors(3), "y": vectors(3)},
            ),
            Search("modulus-one", strongly_convex, _strongly_convex_pairs),
            Search(
                "unique",
                other_points_are_worse,
                lambda: {
                    "a": matrices(1, 2).map(lambda rows: (*rows, *_SHEAR)),
                    "b": vectors(3),
                    "away": vectors(2).filter(any),
                },
            ),
        ),
        controls=(
            Control(
                "duplicated-column",
                "two columns are equal",
                other_points_are_worse,
                refuted_by={
                    "a": matrix((1, 1), (2, 2)),
                    "b": vector(1, 0),
                    "away": vector(1, -1),
                },
                holds_for={"a": matrix((1, 1), (2, 2)), "b": vector(1, 0), "away": vector(1, 1)},
                drops="full-column-rank",
                over=lambda: {
                    "a": vectors(2, parts=1).map(lambda c: transpose((c, c))),
                    "b": vectors(2),
                    "away": vectors(2, 2, 1).filter(any),
                },
            ),
            Control(
                "larger-modulus",
                "the modulus is larger than the smallest eigenvalue",
                strongly_convex,
                refuted_by={
                    "a": identity(2),
                    "b": vector(1, 2),
                    "x": vector(0, 0),
                    "y": vector(3, -1),
                    "modulus": Fraction(11, 10),
                },
                holds_for={
                    "a": identity(2),
                    "b": vector(1, 2),
                    "x": vector(0, 0),
                    "y": vector(0, 0),
                    "modulus": Fraction(11, 10),
                },
            ),
        ),
    ),
    RowChecks(
        "ch04-interpolation-affine",
        instances=(
            Instance("toy", explicit_solution, {"a": _TOY, "b": vector(1)}),
            Instance("two-examples", explicit_solution, {"a": _LONG, "b": vector(5, "-7/2")}),
            Instance("one-free-direction", dimension_of_solutions, {"a": _LONG}),
            Instance("single-point", dimension_of_solutions, {"a": _SHEAR}),
            Instance("solvable", solvable, {"a": _LONG, "b": vector(5, 8)}),
        ),
        searches=(
            Search("any-labels", explicit_solution, _full_row_rank),
            Exhaustion("dimension", dimension_of_solutions, _small_matrices),
        ),
        controls=(
            Control(
                "equal-inputs",
                "there are as many parameters as examples, but two inputs are equal",
                solvable,
                refuted_by={"a": matrix((1, 2, 0), (1, 2, 0)), "b": vector(0, 1)},
                holds_for={"a": matrix((1, 2, 0), (1, 2, 0)), "b": vector(1, 1)},
                drops="full-row-rank",
                over=lambda: {"a": vectors(3).map(lambda r: (r, r)), "b": vectors(2)},
            ),
            Control(
                "dependent-rows",
                "the dimension is counted for dependent rows",
                dimension_of_solutions,
                refuted_by={"a": matrix((1, 2, 0), (2, 4, 0))},
                holds_for={"a": matrix((1, 2, 0), (2, 5, 0))},
                drops="full-row-rank",
            ),
        ),
    ),
)
