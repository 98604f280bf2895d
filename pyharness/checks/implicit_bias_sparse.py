"""Checks of chapter 6: the square form of least squares, and sparse solutions.

The flow of the square form is not run: its velocity is found exactly, as the derivative along a
line, and compared with the one that the statement names.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from pyharness.checks import strategies
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    apply,
    dot,
    matrices,
    matrix,
    norm_squared,
    numbers,
    rank,
    scale,
    solve,
    subtract,
    transpose,
    vector,
    vectors,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Identity,
    Instance,
    RowChecks,
    Search,
)
from pyharness.checks.optimization import loss, slope

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS", "square_velocity"]


# ----- The square form ----------------------------------------------------------------------------


def square_loss(a: Matrix, b: Vector, y: Vector) -> Fraction:
    """Return the loss at ``y ⊙ y``."""
    return loss(a, b, tuple(c * c for c in y))


def square_gradient(a: Matrix, b: Vector, y: Vector) -> Vector:
    """Return ``2 y ⊙ Aᵀ(A(y ⊙ y) - b)``."""
    r = subtract(apply(a, tuple(c * c for c in y)), b)
    return tuple(2 * c * g for c, g in zip(y, apply(transpose(a), r), strict=True))


def gradient_is(a: Matrix, b: Vector, y: Vector) -> Comparison:
    """The partial derivatives of the loss at ``y ⊙ y`` are ``2 y ⊙ Aᵀ(A(y ⊙ y) - b)``."""
    return Comparison(_partials(a, b, y), "=", square_gradient(a, b, y))


def gradient_is_half(a: Matrix, b: Vector, y: Vector) -> Comparison:
    """The partial derivatives are the same without the factor 2."""
    half = scale(Fraction(1, 2), square_gradient(a, b, y))
    return Comparison(_partials(a, b, y), "=", half)


def _partials(a: Matrix, b: Vector, y: Vector) -> Vector:
    return tuple(
        slope(lambda h, k=k: square_loss(a, b, (*y[:k], y[k] + h, *y[k + 1 :])))
        for k in range(len(y))
    )


def gradient_of_two_coordinates() -> tuple[sympy.Expr, sympy.Expr]:
    """The same for two equations in two unknowns, combined with any vector."""
    import sympy

    a, b = sympy.Matrix(2, 2, sympy.symbols("a0:4")), sympy.Matrix(sympy.symbols("b0:2"))
    y, u = sympy.symbols("y0:2"), sympy.symbols("u0:2")
    r = a * sympy.Matrix([c**2 for c in y]) - b
    value = (r.T * r)[0] / 2
    back = a.T * r
    left = sum(v * value.diff(c) for v, c in zip(u, y, strict=True))
    return left, sum(2 * v * c * back[i] for i, (v, c) in enumerate(zip(u, y, strict=True)))


def square_velocity(a: Matrix, b: Vector, y: Vector, exponent: int = 2) -> Vector:
    """Return the velocity of ``x = y^k`` when ``y`` follows the gradient flow of its loss.

    The gradient is ``k y^(k-1) ⊙ Aᵀ(Ax - b)``, and ``x`` moves along it.
    """
    r = subtract(apply(a, tuple(c**exponent for c in y)), b)
    back = apply(transpose(a), r)
    gradient = tuple(exponent * c ** (exponent - 1) * g for c, g in zip(y, back, strict=True))
    return tuple(
        slope(lambda h, c=c, g=g: (c - h * g) ** exponent) for c, g in zip(y, gradient, strict=True)
    )


def velocity_is(a: Matrix, b: Vector, y: Vector, factor: int, exponent: int = 2) -> Comparison:
    """The velocity of ``x = y ⊙ y`` is minus the factor (which is 4) times ``x ⊙ Aᵀ(Ax - b)``."""
    x = tuple(c**exponent for c in y)
    back = apply(transpose(a), subtract(apply(a, x), b))
    right = tuple(-factor * c * g for c, g in zip(x, back, strict=True))
    return Comparison(square_velocity(a, b, y, exponent), "=", right)


def step_is_multiplicative(a: Matrix, b: Vector, y: Vector, step: Fraction) -> Comparison:
    """A step in ``y`` multiplies ``x`` by the square of ``1 - 2η Aᵀ(Ax - b)``."""
    moved = subtract(y, scale(step, square_gradient(a, b, y)))
    x = tuple(c * c for c in y)
    back = apply(transpose(a), subtract(apply(a, x), b))
    right = tuple(c * (1 - 2 * step * g) ** 2 for c, g in zip(x, back, strict=True))
    return Comparison(tuple(c * c for c in moved), "=", right)


# ----- Sparse solutions ---------------------------------------------------------------------------


def basic_solutions(a: Matrix, b: Vector) -> list[Vector]:
    """Return the nonnegative solutions whose columns are linearly independent."""
    columns, found = transpose(a), []
    for count in range(len(a) + 1):
        for chosen in combinations(range(len(columns)), count):
            if not chosen:
                if not any(b):
                    found.append((Fraction(0),) * len(columns))
                continue
            part = transpose(tuple(columns[j] for j in chosen))
            entries = solve(part, b)
            if rank(part) < count or entries is None or min(entries) < 0:
                continue
            x = [Fraction(0)] * len(columns)
            for j, entry in zip(chosen, entries, strict=True):
                x[j] = entry
            found.append(tuple(x))
    return found


def basic_solution_is_best(a: Matrix, x: Vector) -> Comparison:
    """Of all solutions with the labels ``Ax`` a basic one has a sum at most that of ``x``."""
    found = basic_solutions(a, apply(a, x))
    return Comparison(min(sum(y, Fraction(0)) for y in found), "≤", sum(x, Fraction(0)))


def basic_solution_is_shortest(a: Matrix, x: Vector) -> Comparison:
    """Of all solutions with the labels ``Ax`` a basic one has a norm at most that of ``x``."""
    found = basic_solutions(a, apply(a, x))
    return Comparison(min(map(norm_squared, found)), "≤", norm_squared(x))


def basic_solution_exists(a: Matrix, b: Vector) -> Comparison:
    """There is a basic nonnegative solution, with at most as many entries as equations."""
    found = basic_solutions(a, b)
    few = all(sum(map(bool, x)) <= len(a) for x in found)
    return Comparison((len(found) > 0, few), "=", (True, True))


def dual_bound(a: Matrix, x: Vector, u: Vector) -> Comparison:
    """For labels ``Ax`` no sum of absolute values is below ``u·Ax/|Aᵀu|∞``."""
    back = apply(transpose(a), u)
    largest = max(map(abs, back))
    return Comparison(dot(u, apply(a, x)) / largest, "≤", sum(map(abs, x), Fraction(0)))


def dual_bound_without_scaling(a: Matrix, x: Vector, u: Vector) -> Comparison:
    """For labels ``Ax`` no sum of absolute values is below ``u·Ax``."""
    return Comparison(dot(u, apply(a, x)), "≤", sum(map(abs, x), Fraction(0)))


def certified_sparse(a: Matrix, x: Vector, u: Vector) -> Comparison:
    """The vector ``u`` certifies ``x``: ``|Aᵀu|∞ ≤ 1``, and ``u·Ax`` is the sum ``|x|₁``."""
    back = apply(transpose(a), u)
    found = (max(map(abs, back)) <= 1, dot(u, apply(a, x)))
    return Comparison(found, "=", (True, sum(map(abs, x), Fraction(0))))


# ----- Families -----------------------------------------------------------------------------------


def _squares() -> Mapping[str, SearchStrategy[Any]]:
    return {"a": matrices(2, 2), "b": vectors(2), "y": vectors(2)}


def _sparse() -> Mapping[str, SearchStrategy[Any]]:
    entry = numbers(0, 3)
    return {"a": matrices(2, 4, 2), "x": strategies.tuples(entry, entry, entry, entry)}


_TOY = matrix((1, 2))
_SQUARE = {"a": _TOY, "b": vector(1), "y": vector(1, "1/2")}


CHECKS = (
    RowChecks(
        "ch06-square-gradient",
        identities=(Identity("two-coordinates", gradient_of_two_coordinates),),
        instances=(
            Instance("toy", gradient_is, _SQUARE),
            Instance("negative-root", gradient_is, {**_SQUARE, "y": vector(-1, "1/2")}),
            Instance("zero-root", gradient_is, {**_SQUARE, "y": vector(0, 3)}),
        ),
        searches=(Search("systems", gradient_is, _squares),),
        controls=(
            Control(
                "without-two",
                "the factor 2 is left out",
                gradient_is_half,
                refuted_by=_SQUARE,
                holds_for={**_SQUARE, "y": vector(0, 0)},
                over=_squares,
            ),
        ),
    ),
    RowChecks(
        "ch06-square-flow",
        instances=(
            Instance("velocity", velocity_is, {**_SQUARE, "factor": 4}),
            Instance("zero-stays", velocity_is, {**_SQUARE, "y": vector(0, 3), "factor": 4}),
            Instance("step", step_is_multiplicative, {**_SQUARE, "step": Fraction(1, 10)}),
        ),
        searches=(
            Search(
                "velocities",
                velocity_is,
                lambda: {**_squares(), "factor": strategies.just(4)},
            ),
            Search(
                "steps", step_is_multiplicative, lambda: {**_squares(), "step": numbers(-1, 1, 8)}
            ),
        ),
        controls=(
            Control(
                "factor-two",
                "the factor is 2 instead of 4",
                velocity_is,
                refuted_by={**_SQUARE, "factor": 2},
                holds_for={**_SQUARE, "y": vector(0, 0), "factor": 2},
            ),
            Control(
                "cube",
                "the parameterisation is the cube",
                velocity_is,
                refuted_by={**_SQUARE, "y": vector(2, 1), "factor": 4, "exponent": 3},
                holds_for={**_SQUARE, "y": vector(2, 1), "factor": 4, "exponent": 2},
                drops="square-map",
            ),
        ),
    ),
    RowChecks(
        "ch06-basis-pursuit",
        instances=(
            Instance(
                "toy", certified_sparse, {"a": _TOY, "x": vector(0, "1/2"), "u": vector("1/2")}
            ),
            Instance(
                "signed",
                certified_sparse,
                {
                    "a": matrix((1, 0, 1), (0, 1, -1)),
                    "x": vector(0, 0, 2),
                    "u": vector("1/2", "-1/2"),
                },
            ),
            Instance(
                "not-the-shortest",
                dual_bound,
                {"a": _TOY, "x": vector("1/5", "2/5"), "u": vector(1)},
            ),
        ),
        searches=(
            Search(
                "duality",
                dual_bound,
                lambda: {
                    "a": matrices(2, 3, 2).filter(lambda a: rank(a) == 2),
                    "x": vectors(3),
                    "u": vectors(2).filter(any),
                },
            ),
        ),
        controls=(
            Control(
                "unscaled",
                "the dual vector is not scaled",
                dual_bound_without_scaling,
                refuted_by={"a": _TOY, "x": vector(0, "1/2"), "u": vector(1)},
                holds_for={"a": _TOY, "x": vector(0, "1/2"), "u": vector("1/2")},
            ),
            Control(
                "not-sparse",
                "the shortest solution is said to be certified",
                certified_sparse,
                refuted_by={"a": _TOY, "x": vector("1/5", "2/5"), "u": vector("1/2")},
                holds_for={"a": _TOY, "x": vector(0, "1/2"), "u": vector("1/2")},
            ),
        ),
    ),
    RowChecks(
        "ch06-l1-vertex-sparsity",
        instances=(
            Instance("toy", basic_solution_is_best, {"a": _TOY, "x": vector("1/5", "2/5")}),
            Instance(
                "four-unknowns",
                basic_solution_is_best,
                {"a": matrix((1, 0, 1, 2), (0, 1, 1, -1)), "x": vector(1, 1, 1, 1)},
            ),
            Instance(
                "few-entries",
                basic_solution_exists,
                {"a": matrix((1, 0, 1, 2), (0, 1, 1, -1)), "b": vector(4, 1)},
            ),
        ),
        searches=(Search("feasible", basic_solution_is_best, _sparse),),
        controls=(
            Control(
                "euclidean",
                "the norm is the Euclidean one",
                basic_solution_is_shortest,
                refuted_by={"a": _TOY, "x": vector("1/5", "2/5")},
                holds_for={"a": _TOY, "x": vector(1, 0)},
                over=_sparse,
            ),
            Control(
                "infeasible",
                "there is no nonnegative solution",
                basic_solution_exists,
                refuted_by={"a": _TOY, "b": vector(-1)},
                holds_for={"a": _TOY, "b": vector(1)},
                drops="feasible",
            ),
        ),
    ),
)
