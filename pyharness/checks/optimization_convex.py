"""Checks of chapter 3: convex and smooth functions, and gradient descent on them.

Objectives have rational values and gradients at rational points: quadratics in the plane, and
functions of one variable that are put together from parabolas and lines, or are polynomials.
Whether a symmetric matrix is positive semidefinite is decided by its principal minors, and
inequalities between norms are compared as squares.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any, Protocol

from pyharness.checks import strategies as st
from pyharness.checks.matrices import dot, norm_squared, subtract
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Identity,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

Number = Fraction | int
Vector = tuple[Number, ...]
#: The entries ``a``, ``b``, ``c`` of the symmetric matrix with the rows ``a b`` and ``b c``.
Symmetric = tuple[Number, Number, Number]

_HALF = Fraction(1, 2)


# ----- Objectives ---------------------------------------------------------------------------------


class Objective(Protocol):
    """A function with its gradient."""

    def value(self, x: Vector) -> Number:
        """Return the value at a point."""

    def gradient(self, x: Vector) -> Vector:
        """Return the gradient at a point."""


def mixed(weight: Number, x: Vector, y: Vector) -> Vector:
    """Return ``λ x + (1 - λ) y``."""
    return tuple(weight * s + (1 - weight) * t for s, t in zip(x, y, strict=True))


def applied(matrix: Symmetric, x: Vector) -> Vector:
    """Return the product of a symmetric matrix with a vector."""
    a, b, c = matrix
    return a * x[0] + b * x[1], b * x[0] + c * x[1]


@dataclass(frozen=True)
class Quadratic:
    """The function ``½ xᵀQx - ⟨b, x⟩`` of the plane."""

    matrix: Symmetric
    linear: Vector = (0, 0)

    def value(self, x: Vector) -> Number:
        """Return the value at a point."""
        return Fraction(dot(x, applied(self.matrix, x))) / 2 - dot(self.linear, x)

    def gradient(self, x: Vector) -> Vector:
        """Return ``Qx - b``."""
        return subtract(applied(self.matrix, x), self.linear)


@dataclass(frozen=True)
class Huber:
    """The function ``½ x²`` for ``|x| ≤ a``, and ``a|x| - ½ a²`` outside: convex and 1-smooth."""

    width: Number

    def value(self, x: Vector) -> Number:
        """Return the value at a point."""
        size = abs(x[0])
        if size <= self.width:
            return Fraction(size**2) / 2
        return self.width * size - Fraction(self.width**2) / 2

    def gradient(self, x: Vector) -> Vector:
        """Return the derivative, ``x`` cut off at the width."""
        return (max(-self.width, min(x[0], self.width)),)


@dataclass(frozen=True)
class DoubleWell:
    """The function ``-½ x²`` for ``|x| ≤ 1``, and ``½ (|x| - 2)² - 1`` outside: 1-smooth."""

    def value(self, x: Vector) -> Number:
        """Return the value at a point."""
        size = abs(x[0])
        return Fraction(-(size**2) if size <= 1 else (size - 2) ** 2 - 2) / 2

    def gradient(self, x: Vector) -> Vector:
        """Return the derivative."""
        (t,) = x
        return (-t if abs(t) <= 1 else t - 2 if t > 0 else t + 2,)


@dataclass(frozen=True)
class Power:
    """The function ``c xⁿ`` of one variable."""

    degree: int
    factor: Number = 1

    def value(self, x: Vector) -> Number:
        """Return the value at a point."""
        return self.factor * x[0] ** self.degree

    def gradient(self, x: Vector) -> Vector:
        """Return the derivative."""
        return (self.factor * self.degree * x[0] ** (self.degree - 1),)


@dataclass(frozen=True)
class Largest:
    """The largest of several linear functions of the plane or the line, each plus a constant."""

    slopes: tuple[Vector, ...]
    constants: Vector

    def value(self, x: Vector) -> Number:
        """Return the value at a point."""
        return max(dot(a, x) + b for a, b in zip(self.slopes, self.constants, strict=True))

    def gradient(self, x: Vector) -> Vector:
        """Return the slope of the first linear function that is largest."""
        values = [dot(a, x) + b for a, b in zip(self.slopes, self.constants, strict=True)]
        return self.slopes[values.index(max(values))]


# ----- Convex functions ---------------------------------------------------------------------------


def jensen(function: Objective, x: Vector, y: Vector, weight: Number) -> Comparison:
    """The value at a mixture of two points is at most the mixture of the values."""
    right = weight * function.value(x) + (1 - weight) * function.value(y)
    return Comparison(function.value(mixed(weight, x, y)), "≤", right)


def jensen_gap() -> tuple[sympy.Expr, sympy.Expr]:
    """A quadratic has the gap ``½ λ (1 - λ) (x - y)ᵀQ(x - y)`` between the two sides."""
    import sympy

    a, b, c, s, t, weight, x1, x2, y1, y2 = sympy.symbols("a b c s t lambda x1 x2 y1 y2")

    def value(u: Any, v: Any) -> Any:
        return (a * u**2 + 2 * b * u * v + c * v**2) / 2 - s * u - t * v

    mixture = value(weight * x1 + (1 - weight) * y1, weight * x2 + (1 - weight) * y2)
    u, v = x1 - y1, x2 - y2
    gap = weight * (1 - weight) * (a * u**2 + 2 * b * u * v + c * v**2) / 2
    return weight * value(x1, x2) + (1 - weight) * value(y1, y2) - mixture, gap


def sublevel(function: Objective, x: Vector, y: Vector, weight: Number) -> Comparison:
    """Between two points the value is at most the larger of the two values."""
    right = max(function.value(x), function.value(y))
    return Comparison(function.value(mixed(weight, x, y)), "≤", right)


def better_on_the_way(function: Objective, x: Vector, better: Vector, weight: Number) -> Comparison:
    """On the way from a point to a better one all values are smaller than that at the point.

    So a point that is no global minimum is no local one.
    """
    assert function.value(better) < function.value(x)
    return Comparison(function.value(mixed(weight, better, x)), "<", function.value(x))


def stationary(function: Objective, x: Vector, y: Vector) -> Comparison:
    """Where the gradient is zero the value is at most that at any other point."""
    assert not any(function.gradient(x))
    return Comparison(function.value(x), "≤", function.value(y))


def stationary_at(matrix: Symmetric, x: Vector, y: Vector) -> Comparison:
    """A quadratic with a positive semidefinite matrix is least where its gradient is zero."""
    return stationary(Quadratic(matrix, applied(matrix, x)), x, y)


# ----- Smooth functions ---------------------------------------------------------------------------


def semidefinite(matrix: Symmetric) -> bool:
    """Say whether a symmetric matrix is positive semidefinite, by its principal minors."""
    a, b, c = matrix
    return a >= 0 and c >= 0 and a * c - b * b >= 0


def _shifted(bound: Number, matrix: Symmetric, sign: int) -> Symmetric:
    a, b, c = matrix
    return bound + sign * a, sign * b, bound + sign * c


def _gradients_lipschitz(matrix: Symmetric, bound: Number) -> bool:
    """Say whether ``|Qz| ≤ B|z|`` for all ``z``: whether ``B² - Q²`` is semidefinite."""
    a, b, c = matrix
    return semidefinite(_shifted(bound**2, (a * a + b * b, b * (a + c), b * b + c * c), -1))


def smooth_iff(matrix: Symmetric, bound: Number) -> Comparison:
    """``|Qz| ≤ B|z|`` for all ``z`` exactly when ``-B ≤ Q ≤ B``, for ``B ≥ 0``."""
    between = all(semidefinite(_shifted(bound, matrix, sign)) for sign in (1, -1))
    return Comparison(_gradients_lipschitz(matrix, bound), "=", between)


def smooth_iff_one_sided(matrix: Symmetric, bound: Number) -> Comparison:
    """``|Qz| ≤ B|z|`` for all ``z`` exactly when ``Q ≤ B``."""
    below = semidefinite(_shifted(bound, matrix, -1))
    return Comparison(_gradients_lipschitz(matrix, bound), "=", below)


def gradients_close(function: Objective, x: Vector, y: Vector, bound: Number) -> Comparison:
    """``|∇F(x) - ∇F(y)|²`` is at most ``B² |x - y|²``."""
    left = norm_squared(subtract(function.gradient(x), function.gradient(y)))
    return Comparison(left, "≤", bound**2 * norm_squared(subtract(x, y)))


def _matrices() -> Iterator[dict[str, Any]]:
    for entries in product(range(-3, 4), repeat=3):
        for bound in range(5):
            yield {"matrix": entries, "bound": bound}


def _grams() -> Iterator[dict[str, Any]]:
    """Yield the matrices ``AᵀA`` with small entries of ``A``."""
    for p, q, r, s in product(range(-1, 3), repeat=4):
        for bound in range(6):
            yield {"matrix": (p * p + r * r, p * q + r * s, q * q + s * s), "bound": bound}


# ----- Gradient descent ---------------------------------------------------------------------------


def quadratic_bound(
    function: Objective, x: Vector, y: Vector, bound: Number, part: Fraction = _HALF
) -> Comparison:
    """``F(y)`` is at most ``F(x) + ⟨∇F(x), y - x⟩ + ½ B |y - x|²``."""
    step = subtract(y, x)
    right = function.value(x) + dot(function.gradient(x), step) + part * bound * norm_squared(step)
    return Comparison(function.value(y), "≤", right)


def descended(function: Objective, x: Vector, step: Number) -> Vector:
    """Return ``x - η ∇F(x)``."""
    return tuple(s - step * t for s, t in zip(x, function.gradient(x), strict=True))


def decrease(function: Objective, x: Vector, bound: Number, step: Number) -> Comparison:
    """After a step the value is at most ``F(x) - η (1 - Bη/2) |∇F(x)|²``."""
    gain = step * (1 - Fraction(bound) * step / 2) * norm_squared(function.gradient(x))
    return Comparison(function.value(descended(function, x, step)), "≤", function.value(x) - gain)


def decreases(function: Objective, x: Vector, step: Number) -> Comparison:
    """After a step from a point with a gradient that is not zero the value is smaller."""
    return Comparison(function.value(descended(function, x, step)), "<", function.value(x))


def second_order() -> tuple[sympy.Expr, sympy.Expr]:
    """For a quadratic ``F(y) - F(x) - ⟨∇F(x), y - x⟩`` is ``½ (y - x)ᵀQ(y - x)``."""
    import sympy

    a, b, c, s, t, x1, x2, y1, y2 = sympy.symbols("a b c s t x1 x2 y1 y2")

    def value(u: Any, v: Any) -> Any:
        return (a * u**2 + 2 * b * u * v + c * v**2) / 2 - s * u - t * v

    u, v = y1 - x1, y2 - x2
    slope = (a * x1 + b * x2 - s) * u + (b * x1 + c * x2 - t) * v
    half = (a * u**2 + 2 * b * u * v + c * v**2) / 2
    return value(y1, y2) - value(x1, x2) - slope, half


def convex_rate(
    function: Objective,
    start: Vector,
    other: Vector,
    bound: Number,
    steps: int,
    *,
    step: Number | None = None,
    constant: Fraction | None = None,
) -> Comparison:
    """After ``T`` steps of size ``1/B`` the value exceeds that at ``z`` by at most ``B|x₀-z|²/2T``.

    Another size of the steps and another constant in place of ``1/2T`` may be given.
    """
    size = 1 / Fraction(bound) if step is None else step
    x = start
    for _ in range(steps):
        x = descended(function, x, size)
    part = Fraction(1, 2 * steps) if constant is None else constant
    right = part * bound * norm_squared(subtract(start, other))
    return Comparison(function.value(x) - function.value(other), "≤", right)


def convex_rate_of_slow(steps: int) -> Comparison:
    """The rate for the Huber function of width ``1/(2T+1)`` and the start ``1``.

    All steps have the same length, and the excess is ``1/(4T+2)``.
    """
    return convex_rate(Huber(Fraction(1, 2 * steps + 1)), (Fraction(1),), (0,), 1, steps)


# ----- Searches -----------------------------------------------------------------------------------


def _number(most: int = 3) -> SearchStrategy[Fraction]:
    return st.fractions(-most, most, max_denominator=4)


def _point() -> SearchStrategy[Vector]:
    return st.tuples(_number(), _number())


def _gram() -> SearchStrategy[Symmetric]:
    """Return a strategy for positive semidefinite matrices."""
    whole = st.integers(-2, 2)
    return st.tuples(whole, whole, whole, whole).map(
        lambda m: (m[0] ** 2 + m[2] ** 2, m[0] * m[1] + m[2] * m[3], m[1] ** 2 + m[3] ** 2)
    )


def _convex() -> SearchStrategy[Objective]:
    """Return a strategy for convex functions of the plane."""
    lines = st.lists(st.tuples(_point(), _number()), min_size=1, max_size=3)
    largest = lines.map(lambda chosen: Largest(*zip(*chosen, strict=True)))
    return st.one_of(st.builds(Quadratic, _gram(), _point()), largest)


def _segments() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "function": _convex(),
        "x": _point(),
        "y": _point(),
        "weight": st.fractions(0, 1, max_denominator=6),
    }


def _stationary_points() -> Mapping[str, SearchStrategy[Any]]:
    return {"matrix": _gram(), "x": _point(), "y": _point()}


def _bounded() -> SearchStrategy[tuple[Objective, Number]]:
    """Return a strategy for quadratics, with a bound for the sums of absolute values of rows."""
    whole = st.integers(-4, 4)
    return st.tuples(whole, whole, whole).map(
        lambda m: (Quadratic(m), abs(m[1]) + max(abs(m[0]), abs(m[2])))
    )


def _smooth() -> SearchStrategy[dict[str, Any]]:
    """Return smooth functions with their bound and two points."""
    plane = st.tuples(_bounded(), _point(), _point())
    one = st.tuples(_number())
    width = st.fractions(Fraction(1, 4), 2, max_denominator=4)
    line = st.tuples(
        st.one_of(st.builds(Huber, width), st.just(DoubleWell())).map(lambda f: (f, 1)), one, one
    )
    return st.one_of(plane, line).map(
        lambda drawn: {
            "function": drawn[0][0],
            "bound": drawn[0][1],
            "x": drawn[1],
            "y": drawn[2],
        }
    )


def _steps() -> SearchStrategy[dict[str, Any]]:
    part = st.fractions(0, 2, max_denominator=5)
    return st.tuples(_smooth(), part).map(
        lambda drawn: {
            "function": drawn[0]["function"],
            "bound": drawn[0]["bound"],
            "x": drawn[0]["x"],
            "step": drawn[1] / max(drawn[0]["bound"], 1),
        }
    )


def _descents() -> SearchStrategy[dict[str, Any]]:
    """Return convex quadratics, with the trace of the matrix as bound, and two points."""

    def with_bound(matrix: Symmetric) -> SearchStrategy[dict[str, Any]]:
        return st.fixed_dictionaries(
            {
                "function": st.builds(Quadratic, st.just(matrix), st.just((0, 0))),
                "start": _point(),
                "other": _point(),
                "bound": st.just(matrix[0] + matrix[2] or 1),
                "steps": st.integers(1, 5),
            }
        )

    return _gram().flatmap(with_bound)


_BOWL = Quadratic((2, 1, 3), (1, -1))
_VALLEY = Quadratic((1, 0, 0))
_FLAT = Quadratic((1, 0, Fraction(1, 4)))
_SADDLE = Quadratic((1, 0, -1))
_ABSOLUTE = Largest(((1,), (-1,)), (0, 0))
_ROOF = Largest(((1, 0), (0, 1), (-1, -1)), (0, 0, 1))
_LINE = Largest(((2, -1),), (3,))
_TIGHT = Huber(Fraction(1, 11))

CHECKS = (
    RowChecks(
        "ch03-convex-def",
        identities=(Identity("gap-of-a-quadratic", jensen_gap),),
        instances=(
            Instance(
                "bowl",
                jensen,
                {"function": _BOWL, "x": (1, 2), "y": (-1, 0), "weight": Fraction(1, 3)},
            ),
            Instance(
                "affine", jensen, {"function": _LINE, "x": (1, 2), "y": (-1, 0), "weight": _HALF}
            ),
            Instance(
                "kink", jensen, {"function": _ROOF, "x": (2, 0), "y": (-2, 1), "weight": _HALF}
            ),
            Instance("end", jensen, {"function": _BOWL, "x": (1, 2), "y": (-1, 0), "weight": 1}),
        ),
        searches=(Search("convex-functions", jensen, _segments),),
        controls=(
            Control(
                "extrapolation",
                "the weight may be larger than one",
                jensen,
                refuted_by={"function": Power(2), "x": (1,), "y": (0,), "weight": 2},
                holds_for={"function": _LINE, "x": (1, 2), "y": (-1, 0), "weight": 2},
            ),
            Control(
                "saddle",
                "the matrix of a quadratic has a negative eigenvalue",
                jensen,
                refuted_by={"function": _SADDLE, "x": (0, 1), "y": (0, -1), "weight": _HALF},
                holds_for={"function": _SADDLE, "x": (1, 0), "y": (-1, 0), "weight": _HALF},
            ),
        ),
    ),
    RowChecks(
        "ch03-sublevel-convex",
        instances=(
            Instance(
                "bowl", sublevel, {"function": _BOWL, "x": (1, 2), "y": (-1, 0), "weight": _HALF}
            ),
            Instance(
                "flat-direction",
                sublevel,
                {"function": _VALLEY, "x": (1, 5), "y": (1, -5), "weight": _HALF},
            ),
            Instance(
                "no-local-minimum",
                better_on_the_way,
                {"function": _ROOF, "x": (3, 0), "better": (0, 0), "weight": Fraction(1, 1000)},
            ),
            Instance(
                "stationary-point", stationary_at, {"matrix": (2, 1, 3), "x": (1, -1), "y": (4, 0)}
            ),
            Instance(
                "line-of-minima", stationary_at, {"matrix": (1, 1, 1), "x": (1, -1), "y": (0, 0)}
            ),
        ),
        searches=(
            Search("convex-functions", sublevel, _segments, cases=40),
            Search("stationary-points", stationary_at, _stationary_points, cases=40),
        ),
        controls=(
            Control(
                "concave",
                "the function may be concave",
                sublevel,
                refuted_by={"function": Power(2, -1), "x": (-1,), "y": (1,), "weight": _HALF},
                holds_for={"function": Power(2), "x": (-1,), "y": (1,), "weight": _HALF},
                drops="convex",
            ),
            Control(
                "cubic",
                "the sublevel sets are convex and the function is not",
                stationary,
                refuted_by={"function": Power(3), "x": (0,), "y": (-1,)},
                holds_for={"function": Power(4), "x": (0,), "y": (-1,)},
                drops="convex",
            ),
            Control(
                "converse",
                "a function with convex sublevel sets is said to be convex",
                jensen,
                refuted_by={"function": Power(3), "x": (-2,), "y": (0,), "weight": _HALF},
                holds_for={"function": Power(3), "x": (2,), "y": (0,), "weight": _HALF},
            ),
        ),
    ),
    RowChecks(
        "ch03-smooth-def",
        instances=(
            Instance("saddle", smooth_iff, {"matrix": (1, 0, -1), "bound": 1}),
            Instance("too-steep", smooth_iff, {"matrix": (-10, 0, 0), "bound": 1}),
            Instance("rank-one", smooth_iff, {"matrix": (1, 2, 4), "bound": 5}),
            Instance(
                "huber",
                gradients_close,
                {"function": Huber(1), "x": (-3,), "y": (_HALF,), "bound": 1},
            ),
            Instance(
                "double-well",
                gradients_close,
                {"function": DoubleWell(), "x": (-_HALF,), "y": (_HALF,), "bound": 1},
            ),
        ),
        searches=(
            Exhaustion("small-matrices", smooth_iff, _matrices),
            Exhaustion("convex-quadratics", smooth_iff_one_sided, _grams),
            Search("smooth-functions", gradients_close, _smooth, cases=40),
        ),
        controls=(
            Control(
                "one-sided",
                "the one-sided form is used without convexity",
                smooth_iff_one_sided,
                refuted_by={"matrix": (-10, 0, 0), "bound": 1},
                holds_for={"matrix": (10, 0, 0), "bound": 1},
                drops="convex",
            ),
            Control(
                "kink",
                "the function has a kink",
                gradients_close,
                refuted_by={
                    "function": _ABSOLUTE,
                    "x": (Fraction(1, 100),),
                    "y": (Fraction(-1, 100),),
                    "bound": 50,
                },
                holds_for={"function": _ABSOLUTE, "x": (1,), "y": (2,), "bound": 50},
                drops="differentiable",
            ),
        ),
    ),
    RowChecks(
        "ch03-descent-lemma",
        identities=(Identity("second-order", second_order),),
        instances=(
            Instance(
                "equality",
                quadratic_bound,
                {"function": Quadratic((3, 0, 3)), "x": (1, 0), "y": (-1, 2), "bound": 3},
            ),
            Instance(
                "huber", quadratic_bound, {"function": Huber(1), "x": (0,), "y": (3,), "bound": 1}
            ),
            Instance(
                "huber-near-zero",
                quadratic_bound,
                {"function": Huber(1), "x": (0,), "y": (1,), "bound": 1},
            ),
            Instance(
                "wells-equality",
                quadratic_bound,
                {"function": DoubleWell(), "x": (2,), "y": (1,), "bound": 1},
            ),
            Instance(
                "not-convex",
                quadratic_bound,
                {"function": DoubleWell(), "x": (Fraction(3, 2),), "y": (-2,), "bound": 1},
            ),
            Instance(
                "best-step",
                decrease,
                {"function": _BOWL, "x": (2, 2), "bound": 4, "step": Fraction(1, 4)},
            ),
            Instance(
                "nearly-too-long",
                decreases,
                {"function": Quadratic((1, 0, 1)), "x": (1, 0), "step": Fraction(199, 100)},
            ),
        ),
        searches=(
            Search("smooth-functions", quadratic_bound, _smooth, cases=40),
            Search("steps", decrease, _steps, cases=40),
        ),
        controls=(
            Control(
                "quarter",
                "the quadratic term has the factor B/4",
                quadratic_bound,
                refuted_by={
                    "function": Power(2),
                    "x": (0,),
                    "y": (1,),
                    "bound": 2,
                    "part": Fraction(1, 4),
                },
                holds_for={
                    "function": Huber(Fraction(1, 10)),
                    "x": (0,),
                    "y": (1,),
                    "bound": 1,
                    "part": Fraction(1, 4),
                },
            ),
            Control(
                "long-step",
                "the step may be longer than 2/B",
                decreases,
                refuted_by={"function": Quadratic((1, 0, 1)), "x": (1, 0), "step": 3},
                holds_for={"function": Quadratic((1, 0, 1)), "x": (1, 0), "step": 1},
                drops="step-range",
            ),
            Control(
                "fourth-power",
                "the gradient may grow faster than B",
                quadratic_bound,
                refuted_by={"function": Power(4), "x": (0,), "y": (2,), "bound": 2},
                holds_for={"function": Power(4), "x": (0,), "y": (1,), "bound": 2},
                drops="smooth",
            ),
        ),
        plots=(
            Plot(
                "step-size",
                "The value after one step and the bound of the lemma, for B = 1",
                decrease,
                "step",
                tuple(Fraction(k, 12) for k in range(25)),
                {
                    "curvatures 1 and 1/4": {"function": _FLAT, "x": (1, 2), "bound": 1},
                    "Huber": {"function": Huber(1), "x": (Fraction(3, 2),), "bound": 1},
                },
                "step size",
                "value after the step",
                "bound",
            ),
        ),
    ),
    RowChecks(
        "ch03-gd-convex-rate",
        instances=(
            Instance(
                "bowl",
                convex_rate,
                {
                    "function": _BOWL,
                    "start": (2, 2),
                    "other": (Fraction(4, 5), Fraction(-3, 5)),
                    "bound": 5,
                    "steps": 4,
                },
            ),
            Instance(
                "one-step",
                convex_rate,
                {
                    "function": Quadratic((1, 0, 1)),
                    "start": (3, 4),
                    "other": (0, 0),
                    "bound": 1,
                    "steps": 1,
                },
            ),
            Instance(
                "slow-huber",
                convex_rate,
                {
                    "function": _TIGHT,
                    "start": (Fraction(1),),
                    "other": (0,),
                    "bound": 1,
                    "steps": 5,
                },
            ),
            Instance(
                "no-minimiser",
                convex_rate,
                {"function": _FLAT, "start": (1, 1), "other": (1, 0), "bound": 1, "steps": 3},
            ),
        ),
        searches=(
            Search("quadratics", convex_rate, _descents, cases=40),
            Exhaustion(
                "slow-functions", convex_rate_of_slow, lambda: ({"steps": t} for t in range(1, 21))
            ),
        ),
        controls=(
            Control(
                "double-well",
                "the function need not be convex",
                convex_rate,
                refuted_by={
                    "function": DoubleWell(),
                    "start": (Fraction(0),),
                    "other": (2,),
                    "bound": 1,
                    "steps": 3,
                },
                holds_for={
                    "function": DoubleWell(),
                    "start": (Fraction(3, 2),),
                    "other": (2,),
                    "bound": 1,
                    "steps": 3,
                },
                drops="convex",
            ),
            Control(
                "bound-too-small",
                "the function is less smooth than B says",
                convex_rate,
                refuted_by={
                    "function": Power(2, 5),
                    "start": (1,),
                    "other": (0,),
                    "bound": 1,
                    "steps": 1,
                },
                holds_for={
                    "function": Power(2, 5),
                    "start": (1,),
                    "other": (0,),
                    "bound": 10,
                    "steps": 1,
                },
                drops="smooth",
            ),
            Control(
                "double-step",
                "the step size is 2/B",
                convex_rate,
                refuted_by={
                    "function": Quadratic((1, 0, 1)),
                    "start": (1, 0),
                    "other": (0, 0),
                    "bound": 1,
                    "steps": 2,
                    "step": 2,
                },
                holds_for={
                    "function": Quadratic((1, 0, 1)),
                    "start": (1, 0),
                    "other": (0, 0),
                    "bound": 1,
                    "steps": 1,
                    "step": 2,
                },
                drops="step",
            ),
            Control(
                "smaller-constant",
                "the constant is 1/(4T + 4)",
                convex_rate,
                refuted_by={
                    "function": _TIGHT,
                    "start": (Fraction(1),),
                    "other": (0,),
                    "bound": 1,
                    "steps": 5,
                    "constant": Fraction(1, 24),
                },
                holds_for={
                    "function": Quadratic((1, 0, 1)),
                    "start": (1, 0),
                    "other": (0, 0),
                    "bound": 1,
                    "steps": 5,
                    "constant": Fraction(1, 24),
                },
            ),
        ),
        plots=(
            Plot(
                "number-of-steps",
                "Gradient descent on a slow function for each number of steps",
                convex_rate_of_slow,
                "steps",
                tuple(range(1, 31)),
                {"": {}},
                "number of steps T",
                "excess of the value",
                "bound",
                "xy",
            ),
        ),
    ),
)
