"""Checks of chapter 13: the influence of one training example.

Least-squares estimates are found by solving the normal equations of the sample as it is, with the
example weighted, added or left out. Examples are rational.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pyharness.checks.matrices import (
    Vector,
    apply,
    dot,
    inverse,
    subtract,
    vector,
)
from pyharness.checks.model import Comparison, Control, Identity, Instance, RowChecks, Search

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

#: An example of a regression: the features and the response.
Example = tuple[Vector, Fraction]


def least_squares(weighted: Sequence[tuple[Fraction, Example]]) -> Vector:
    """Return the stationary point of the weighted sum of ``(y - xᵀθ)²/2``."""
    size = range(len(weighted[0][1][0]))
    matrix = tuple(
        tuple(sum((w * x[i] * x[j] for w, (x, _) in weighted), Fraction(0)) for j in size)
        for i in size
    )
    right = tuple(sum((w * y * x[i] for w, (x, y) in weighted), Fraction(0)) for i in size)
    return apply(inverse(matrix), right)


def _equal_weights(data: Sequence[Example]) -> list[tuple[Fraction, Example]]:
    return [(Fraction(1, len(data)), example) for example in data]


def _newton_direction(data: Sequence[Example], example: Example) -> tuple[Vector, Fraction]:
    """Return ``H⁻¹∇ℓ(z)`` at the estimate from the data, and ``xᵀH⁻¹x``."""
    theta = least_squares(_equal_weights(data))
    x, y = example
    size = range(len(x))
    hessian = tuple(
        tuple(sum((f[i] * f[j] for f, _ in data), Fraction(0)) / len(data) for j in size)
        for i in size
    )
    gradient = tuple(-(y - dot(x, theta)) * t for t in x)
    inverted = inverse(hessian)
    return apply(inverted, gradient), dot(x, apply(inverted, x))


def weighted_estimate(data: tuple[Example, ...], example: Example, weight: Fraction) -> Comparison:
    """Upweighting moves the estimate by ``-ε/(1 + ε xᵀH⁻¹x) H⁻¹∇ℓ(z)``, exactly."""
    direction, leverage = _newton_direction(data, example)
    old = least_squares(_equal_weights(data))
    new = least_squares([*_equal_weights(data), (weight, example)])
    step = -weight / (1 + weight * leverage)
    return Comparison(subtract(new, old), "=", tuple(step * t for t in direction))


def weighted_estimate_first_order(
    data: tuple[Example, ...], example: Example, weight: Fraction
) -> Comparison:
    """Upweighting moves the estimate by ``-ε H⁻¹∇ℓ(z)``, exactly."""
    direction, _ = _newton_direction(data, example)
    old = least_squares(_equal_weights(data))
    new = least_squares([*_equal_weights(data), (weight, example)])
    return Comparison(subtract(new, old), "=", tuple(-weight * t for t in direction))


def left_out(data: tuple[Example, ...], place: int) -> Comparison:
    """The weight ``-1/n`` gives the estimate from the sample without the example."""
    direction, leverage = _newton_direction(data, data[place])
    weight = -Fraction(1, len(data))
    step = -weight / (1 + weight * leverage)
    old = least_squares(_equal_weights(data))
    without = least_squares(_equal_weights([*data[:place], *data[place + 1 :]]))
    return Comparison(
        without, "=", tuple(a + step * t for a, t in zip(old, direction, strict=True))
    )


def stationary_point_is_best(
    data: tuple[Example, ...], example: Example, weight: Fraction, other: Vector
) -> Comparison:
    """The stationary point of the weighted loss is not worse than another parameter."""
    weighted = [*_equal_weights(data), (weight, example)]

    def loss(theta: Vector) -> Fraction:
        return sum((w * (y - dot(x, theta)) ** 2 / 2 for w, (x, y) in weighted), Fraction(0))

    return Comparison(loss(least_squares(weighted)), "≤", loss(other))


def nothing_else_is_stationary(data: tuple[Example, ...], other: Vector) -> Comparison:
    """At a parameter other than zero the gradient is not zero, if all responses are zero."""
    gradient = tuple(
        sum((-(y - dot(x, other)) * x[i] for x, y in data), Fraction(0)) for i in range(len(other))
    )
    return Comparison(gradient, "≠", (0,) * len(other))


def derivative_of_the_estimate() -> tuple[sympy.Expr, sympy.Expr]:
    """The derivative of the estimate is ``-H⁻¹∇ℓ(z)``, for one feature and a quadratic loss."""
    import sympy

    h, theta, x, y, e = sympy.symbols("h theta x y epsilon", positive=True)
    branch = (h * theta + e * x * y) / (h + e * x**2)
    return sympy.diff(branch, e).subs(e, 0), -(-(y - x * theta) * x) / h


def derivative_of_a_branch() -> tuple[sympy.Expr, sympy.Expr]:
    """The same for a loss with a cubic term: the branch solves ``h(θ-θ₀) + a(θ-θ₀)² + εg = 0``."""
    import sympy

    h, a, g, e = sympy.symbols("h a g epsilon", positive=True)
    shift = (-h + sympy.sqrt(h**2 - 4 * a * e * g)) / (2 * a)
    return sympy.diff(shift, e).subs(e, 0), -g / h


def derivative_of_a_test_loss() -> tuple[sympy.Expr, sympy.Expr]:
    """The test loss changes at the rate ``-∇ℓ(z_test) H⁻¹ ∇ℓ(z)``, for one feature."""
    import sympy

    h, theta, x, y, u, v, e = sympy.symbols("h theta x y u v epsilon", positive=True)
    branch = (h * theta + e * x * y) / (h + e * x**2)
    rate = sympy.diff((v - u * branch) ** 2 / 2, e).subs(e, 0)
    return rate, -(-(v - u * theta) * u) / h * (-(y - x * theta) * x)


def _influence_space() -> SearchStrategy[dict[str, Any]]:
    """Samples that contain examples along both axes, so that ``H`` is regular."""
    from hypothesis import strategies as st

    number = st.integers(-2, 2).map(Fraction)
    example = st.tuples(st.tuples(number, number), number)
    return st.fixed_dictionaries(
        {
            "data": st.lists(example, min_size=1, max_size=3).map(lambda e: (*_CROSS, *e)),
            "example": example,
            "weight": st.fractions(0, 3, max_denominator=4),
        }
    )


def _left_out_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    number = st.integers(-2, 2).map(Fraction)
    example = st.tuples(st.tuples(number, number), number)
    return st.fixed_dictionaries(
        {"data": st.lists(example, min_size=1, max_size=3).map(lambda e: (*_CROSS, *e))}
    ).flatmap(
        lambda made: st.fixed_dictionaries(
            {"data": st.just(made["data"]), "place": st.integers(0, len(made["data"]) - 1)}
        )
    )


_LINE = (
    (vector(1, 0), Fraction(1)),
    (vector(1, 1), Fraction(3)),
    (vector(1, 2), Fraction(4)),
)
#: Two examples along each axis: leaving any one out keeps the features independent.
_CROSS = (
    (vector(1, 0), Fraction(1)),
    (vector(0, 1), Fraction(-1)),
    (vector(1, 0), Fraction(0)),
    (vector(0, 2), Fraction(3)),
)
_SCALAR = ((vector(1), Fraction(1)),)


CHECKS = (
    RowChecks(
        "ch13-influence",
        identities=(
            Identity("quadratic-loss", derivative_of_the_estimate),
            Identity("cubic-loss", derivative_of_a_branch),
            Identity("test-loss", derivative_of_a_test_loss),
        ),
        instances=(
            Instance(
                "one-feature",
                weighted_estimate,
                {"data": _SCALAR, "example": (vector(2), Fraction(5)), "weight": Fraction(1)},
            ),
            Instance(
                "line",
                weighted_estimate,
                {
                    "data": _LINE,
                    "example": (vector(1, 4), Fraction(0)),
                    "weight": Fraction(1, 3),
                },
            ),
            Instance(
                "fitted-example",
                weighted_estimate,
                {"data": _SCALAR, "example": (vector(2), Fraction(2)), "weight": Fraction(1)},
            ),
            Instance("first-left-out", left_out, {"data": _LINE, "place": 0}),
            Instance("middle-left-out", left_out, {"data": _LINE, "place": 1}),
            Instance(
                "still-a-minimum",
                stationary_point_is_best,
                {
                    "data": _SCALAR,
                    "example": (vector(2), Fraction(5)),
                    "weight": -Fraction(1, 5),
                    "other": vector(1),
                },
            ),
        ),
        searches=(
            Search("weights", weighted_estimate, _influence_space, cases=30),
            Search("left-out", left_out, _left_out_space, cases=30),
        ),
        controls=(
            Control(
                "first-order",
                "the denominator is left out",
                weighted_estimate_first_order,
                refuted_by={
                    "data": _SCALAR,
                    "example": (vector(2), Fraction(5)),
                    "weight": Fraction(1),
                },
                holds_for={
                    "data": _SCALAR,
                    "example": (vector(2), Fraction(2)),
                    "weight": Fraction(1),
                },
                over=_influence_space,
            ),
            Control(
                "large-negative-weight",
                "1 + ε xᵀH⁻¹x is negative",
                stationary_point_is_best,
                refuted_by={
                    "data": _SCALAR,
                    "example": (vector(2), Fraction(5)),
                    "weight": Fraction(-1),
                    "other": vector(0),
                },
                holds_for={
                    "data": _SCALAR,
                    "example": (vector(2), Fraction(5)),
                    "weight": -Fraction(1, 5),
                    "other": vector(0),
                },
                drops="still-minimum",
            ),
            Control(
                "singular-hessian",
                "the Hessian is singular and still only one parameter is stationary",
                nothing_else_is_stationary,
                refuted_by={"data": ((vector(1, 0), Fraction(0)),), "other": vector(0, 1)},
                holds_for={
                    "data": ((vector(1, 0), Fraction(0)), (vector(0, 1), Fraction(0))),
                    "other": vector(0, 1),
                },
                drops="positive-hessian",
            ),
        ),
    ),
)
