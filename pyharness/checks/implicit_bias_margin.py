"""Checks of chapter 6: homogeneous networks, margins, and descent on the logistic loss.

A margin is a root only through the norm, so its sign and its square are compared. Logistic losses
are intervals.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from pyharness.checks import strategies
from pyharness.checks.enclosures import Interval, exp, log, real, total
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    dot,
    kernel,
    matrices,
    matrix,
    norm_squared,
    numbers,
    real_vector,
    scale,
    subtract,
    vector,
    vectors,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

#: Examples: a point and its label, 1 or -1.
Data = tuple[tuple[Vector, int], ...]
#: The matrices of a network without biases, the first layer first.
Network = tuple[Matrix, ...]


# ----- Homogeneous networks -----------------------------------------------------------------------


def output(network: Network, x: Vector) -> Vector:
    """Return the output of a ReLU network, whose last layer is linear."""
    *hidden, last = network
    for layer in hidden:
        x = tuple(max(t, Fraction(0)) for t in apply(layer, x))
    return apply(last, x)


def multiplied(network: Network, factors: Vector) -> Network:
    """Return the network whose layers are multiplied by the factors."""
    return tuple(
        tuple(scale(c, row) for row in layer) for c, layer in zip(factors, network, strict=True)
    )


def is_homogeneous(network: Network, x: Vector, factor: Fraction) -> Comparison:
    """Multiplying all ``L`` layers by ``c`` multiplies the output by ``c^L``."""
    size = len(network)
    found = output(multiplied(network, (factor,) * size), x)
    return Comparison(found, "=", scale(factor**size, output(network, x)))


def balance_does_not_matter(network: Network, x: Vector, factor: Fraction) -> Comparison:
    """Multiplying the first layer by ``c`` and the last by ``1/c`` changes nothing."""
    factors = (factor, *(Fraction(1),) * (len(network) - 2), 1 / factor)
    return Comparison(output(multiplied(network, factors), x), "=", output(network, x))


def is_homogeneous_with_bias(
    network: Network, bias: Fraction, x: Vector, factor: Fraction
) -> Comparison:
    """The same as the first for a network with one output and a bias in the last layer."""
    size = len(network)
    found = output(multiplied(network, (factor,) * size), x)[0] + factor * bias
    return Comparison(found, "=", factor**size * (output(network, x)[0] + bias))


# ----- Separation ---------------------------------------------------------------------------------


def least_product(data: Data, a: Vector, intercept: Fraction = Fraction(0)) -> Fraction:
    """Return the least ``y (a·x + c)`` of the examples."""
    return min(y * (dot(a, x) + intercept) for x, y in data)


def separates(data: Data, a: Vector, intercept: Fraction) -> Comparison:
    """The hyperplane separates the examples."""
    return Comparison(least_product(data, a, intercept), ">", 0)


def does_not_separate(data: Data, a: Vector, intercept: Fraction) -> Comparison:
    """The hyperplane does not separate the examples."""
    return Comparison(least_product(data, a, intercept), "≤", 0)


def obstruction(data: Data) -> Comparison:
    """The vectors ``y (x, 1)`` sum to zero: so no hyperplane separates the examples."""
    sums = [sum((y * x[j] for x, y in data), Fraction(0)) for j in range(len(data[0][0]))]
    return Comparison((*sums, sum(y for _, y in data)), "=", (0,) * (len(sums) + 1))


def signed_square(data: Data, a: Vector) -> Fraction:
    """Return the square of the normalised margin, with the sign of the margin."""
    least = least_product(data, a)
    return least * abs(least) / norm_squared(a)


def margin_of_multiple(data: Data, a: Vector, factor: Fraction) -> Comparison:
    """A multiple of the vector has the same margin."""
    return Comparison(signed_square(data, scale(factor, a)), "=", signed_square(data, a))


# ----- The largest margin -------------------------------------------------------------------------


def distance_to_hyperplane(a: Vector, x: Vector, along: Vector) -> Comparison:
    """No point of the hyperplane is nearer to ``x`` than ``|a·x|/|a|``, as squares.

    The point is the foot of the perpendicular plus a combination of the directions of the plane.
    """
    foot = subtract(x, scale(dot(a, x) / norm_squared(a), a))
    for factor, direction in zip(along, kernel((a,)), strict=False):
        foot = add(foot, scale(factor, direction))
    assert dot(a, foot) == 0
    return Comparison(dot(a, x) ** 2 / norm_squared(a), "≤", norm_squared(subtract(x, foot)))


def distance_is_attained(a: Vector, x: Vector) -> Comparison:
    """The foot of the perpendicular from ``x`` has the distance ``|a·x|/|a|``, as squares."""
    foot = subtract(x, scale(dot(a, x) / norm_squared(a), a))
    assert dot(a, foot) == 0
    return Comparison(norm_squared(subtract(x, foot)), "=", dot(a, x) ** 2 / norm_squared(a))


def combination(data: Data, weights: Vector) -> Vector:
    """Return the sum of ``α y x`` over the examples."""
    a = (Fraction(0),) * len(data[0][0])
    for (x, y), weight in zip(data, weights, strict=True):
        a = add(a, scale(weight * y, x))
    return a


def is_certificate(data: Data, weights: Vector) -> Comparison:
    """The weights certify that their combination is the separator of largest margin.

    They are not negative, all products ``y a·x`` are at least one, and equal to one where the
    weight is positive.
    """
    products = [y * dot(combination(data, weights), x) for x, y in data]
    found = (
        min(weights) >= 0,
        min(products) >= 1,
        all(p == 1 for p, w in zip(products, weights, strict=True) if w),
    )
    return Comparison(found, "=", (True, True, True))


def no_margin_is_larger(data: Data, weights: Vector, other: Vector) -> Comparison:
    """No vector has a larger margin than the certified one."""
    best = combination(data, weights)
    return Comparison(signed_square(data, other), "≤", signed_square(data, best))


def only_multiples_are_as_good(data: Data, weights: Vector, other: Vector) -> Comparison:
    """A vector has the same margin exactly when it is a positive multiple of the certified one."""
    best = combination(data, weights)
    inner = dot(best, other)
    multiple = inner > 0 and inner**2 == norm_squared(best) * norm_squared(other)
    equal = signed_square(data, other) == signed_square(data, best)
    return Comparison(equal, "=", multiple)


def margin_is_one_over_norm(data: Data, a: Vector) -> Comparison:
    """Divided by its least product, a separator is feasible, and one over its norm is the margin.

    The sides are the least product of the divided vector and its squared norm, then 1 and one over
    the square of the margin of the vector itself.
    """
    divided = scale(1 / least_product(data, a), a)
    found = (least_product(data, divided), norm_squared(divided))
    return Comparison(found, "=", (1, 1 / signed_square(data, a)))


def no_feasible_is_shorter(data: Data, weights: Vector, other: Vector) -> Comparison:
    """A vector whose products ``y a·x`` are at least one is at least as long as the certified one.

    The vector is divided by its least product.
    """
    feasible = scale(1 / least_product(data, other), other)
    best = combination(data, weights)
    return Comparison(norm_squared(best), "≤", norm_squared(feasible))


def margin_of_many(examples: int, bound: Fraction) -> Comparison:
    """The margin of the points ``1, 1/2, 1/3, ...`` on the line exceeds the bound."""
    data = tuple((vector(Fraction(1, n)), 1) for n in range(1, examples + 1))
    return Comparison(least_product(data, vector(1)), ">", bound)


def mean_has_the_largest_margin(data: Data, other: Vector) -> Comparison:
    """No vector has a larger margin than the sum of ``y x`` over all examples."""
    mean = combination(data, (Fraction(1),) * len(data))
    return Comparison(signed_square(data, other), "≤", signed_square(data, mean))


# ----- Descent on losses of the margin ------------------------------------------------------------


def products(data: Data, a: tuple[Interval, ...]) -> list[Interval]:
    """Return the numbers ``y a·x``."""
    return [y * total(real(c) * w for c, w in zip(x, a, strict=True)) for x, y in data]


def logistic(data: Data, a: tuple[Interval, ...]) -> Interval:
    """Return the sum of ``log(1 + e^(-y a·x))``."""
    return total(log(1 + exp(-p)) for p in products(data, a))


def slopes(loss: str, data: Data, a: tuple[Interval, ...]) -> tuple[Interval, ...]:
    """Return the gradient, of the logistic loss or of the sum of ``(y a·x - 1)²/2``."""
    weights = [-1 / (1 + exp(p)) if loss == "logistic" else p - real(1) for p in products(data, a)]
    return tuple(
        total(w * real(y * x[j]) for (x, y), w in zip(data, weights, strict=True))
        for j in range(len(a))
    )


def path(loss: str, data: Data, step: Fraction, steps: int) -> tuple[Interval, ...]:
    """Return where gradient descent from zero is after so many steps."""
    a = (real(0),) * len(data[0][0])
    for _ in range(steps):
        g = slopes(loss, data, a)
        a = tuple(w - real(step) * s for w, s in zip(a, g, strict=True))
    return a


def descends_towards(data: Data, separator: Vector, a: Vector) -> Comparison:
    """At every point the gradient of the logistic loss has a negative product with a separator."""
    g = slopes("logistic", data, real_vector(a))
    return Comparison(total(real(c) * s for c, s in zip(separator, g, strict=True)), "<", 0)


def step_lowers_the_loss(data: Data, a: Vector, step: Fraction) -> Comparison:
    """A step lowers the logistic loss, if it is shorter than ``8/|X|²``."""
    here = real_vector(a)
    g = slopes("logistic", data, here)
    there = tuple(w - real(step) * s for w, s in zip(here, g, strict=True))
    return Comparison(logistic(data, there), "<", logistic(data, here))


def norm_exceeds(loss: str, data: Data, step: Fraction, steps: int, bound: Fraction) -> Comparison:
    """Descent from zero has a squared norm above the bound."""
    return Comparison(total(w * w for w in path(loss, data, step, steps)), ">", bound)


def norm_grows(data: Data, step: Fraction, steps: int) -> Comparison:
    """After twice as many steps the norm is larger."""
    before = total(w * w for w in path("logistic", data, step, steps))
    return Comparison(before, "<", total(w * w for w in path("logistic", data, step, 2 * steps)))


def squared_tangent(data: Data, best: Vector, step: Fraction, steps: int) -> Interval:
    """Return the squared tangent of the angle between descent from zero and a vector."""
    a = path("logistic", data, step, steps)
    along = real(best[0]) * a[0] + real(best[1]) * a[1]
    across = real(best[0]) * a[1] - real(best[1]) * a[0]
    return (across / along) ** 2


def angle_shrinks(data: Data, best: Vector, step: Fraction, steps: int) -> Comparison:
    """After four times as many steps the angle to the separator of largest margin is smaller."""
    later = squared_tangent(data, best, step, 4 * steps)
    return Comparison(later, "<", squared_tangent(data, best, step, steps))


def angle_is_below(
    data: Data, best: Vector, step: Fraction, steps: int, tangent: Fraction
) -> Comparison:
    """After so many steps the angle has at most this tangent."""
    return Comparison(squared_tangent(data, best, step, steps), "≤", tangent**2)


def angle_of_two_points(steps: int) -> Comparison:
    """For the points (2, 1) and (-1, 1) the angle is smaller than after one step."""
    first = squared_tangent(_TWO, vector(0, 1), Fraction(1), 1)
    return Comparison(squared_tangent(_TWO, vector(0, 1), Fraction(1), steps), "<", first)


# ----- Families -----------------------------------------------------------------------------------


def _networks() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "network": strategies.tuples(matrices(3, 2, 2), matrices(2, 3, 2), matrices(1, 2, 2)),
        "x": vectors(2, 2, 1),
        "factor": numbers(0, 3, 3).filter(bool),
    }


def _hyperplanes() -> Iterator[dict[str, Any]]:
    """Yield the hyperplanes with small integers, for the four points of exclusive or."""
    for a in product(range(-3, 4), repeat=2):
        for c in range(-3, 4):
            yield {"data": _XOR, "a": vector(*a), "intercept": Fraction(c)}


def _certified(share: Fraction | None = None) -> SearchStrategy[dict[str, Any]]:
    """Data in the plane with a certificate: two points at distance one from the origin's line.

    Along the separator the first two have the product one, with opposite displacements across it;
    the other points have larger products. Labels are turned together with their points. The other
    vector has small coordinates along and across the separator; with a share it is the separator
    plus at most this share across, so that it separates as well if the share is small.
    """

    def made(
        a: Vector, across: Fraction, others: list[Vector], flips: int, other: Vector
    ) -> dict[str, Any]:
        unit, turned = scale(1 / norm_squared(a), a), (-a[1], a[0])
        places = [(Fraction(1), across), (Fraction(1), -across), *others]
        points = [add(scale(s, unit), scale(t, turned)) for s, t in places]
        labels = [-1 if flips >> i & 1 else 1 for i in range(len(points))]
        data = tuple((scale(y, x), y) for x, y in zip(points, labels, strict=True))
        half = norm_squared(a) / 2
        weights = (half, half, *(Fraction(0),) * len(others))
        if share is not None:
            other = (Fraction(1), share * other[1] / norm_squared(a))
        vector_ = add(scale(other[0], a), scale(other[1], turned))
        return {"data": data, "weights": weights, "other": vector_}

    farther = strategies.tuples(numbers(1, 3, 2), numbers(-2, 2, 2))
    return strategies.builds(
        made,
        vectors(2, 2, 1).filter(any),
        numbers(-2, 2, 2),
        strategies.lists(farther, max_size=2),
        strategies.integers(0, 15),
        vectors(2, 3, 1).filter(any),
    )


def _feasible() -> SearchStrategy[dict[str, Any]]:
    """The same with another vector that separates the examples, too."""
    return _certified(Fraction(1, 8))


def _separators() -> SearchStrategy[dict[str, Any]]:
    return _feasible().map(lambda case: {"data": case["data"], "a": case["other"]})


def _separated() -> Mapping[str, SearchStrategy[Any]]:
    """Points in the half-plane of the separator (1, 1), with labels turned together with them."""
    point = strategies.tuples(numbers(0, 3), numbers(0, 3)).filter(any)
    example = strategies.tuples(point, strategies.sampled_from([1, -1])).map(
        lambda pair: (scale(pair[1], pair[0]), pair[1])
    )
    return {
        "data": strategies.lists(example, min_size=1, max_size=3).map(tuple),
        "a": vectors(2),
    }


def _short_steps() -> SearchStrategy[dict[str, Any]]:
    """Steps below ``8/|X|²``, since the norm is at most the root of the sum of all squares."""

    def made(found: dict[str, Any], share: Fraction) -> dict[str, Any]:
        size = sum((norm_squared(x) for x, _ in found["data"]), Fraction(0))
        return {**found, "step": share * 8 / size}

    share = numbers(0, 1, 8).filter(lambda c: 0 < c < 1)
    return strategies.builds(made, strategies.fixed_dictionaries(dict(_separated())), share)


_ZERO, _ONE, _HALF = Fraction(0), Fraction(1), Fraction(1, 2)
_NET = (matrix((1, 2), (-1, 1), (0, 3)), matrix((1, -1, 2), (0, 1, 1)), matrix((2, -1)))
_UNIT = (matrix((1,)), matrix((1,)))
_XOR: Data = tuple((vector(*x), x[0] * x[1]) for x in product((1, -1), repeat=2))
_AND: Data = tuple((vector(*x), 1 if x == (1, 1) else -1) for x in product((1, -1), repeat=2))
_TWO: Data = ((vector(2, 1), 1), (vector(-1, 1), 1))  # the largest margin is along (0, 1)
_TURNED: Data = ((vector(2, 1), 1), (vector(1, -1), -1), (vector(5, 3), 1))
_CONFLICT: Data = ((vector(1), 1), (vector(1), -1))
_LINE: Data = ((vector(1), 1),)
_THIRDS = vector("1/3", "2/3")


CHECKS = (
    RowChecks(
        "ch06-homogeneity",
        instances=(
            Instance(
                "three-layers",
                is_homogeneous,
                {"network": _NET, "x": vector(1, -2), "factor": Fraction(3)},
            ),
            Instance(
                "one-layer",
                is_homogeneous,
                {"network": (matrix((1, 2)),), "x": vector(1, 1), "factor": _HALF},
            ),
            Instance(
                "balance",
                balance_does_not_matter,
                {"network": _NET, "x": vector(1, -2), "factor": Fraction(1, 100)},
            ),
        ),
        searches=(
            Search("networks", is_homogeneous, _networks),
            Search("balance", balance_does_not_matter, _networks),
        ),
        controls=(
            Control(
                "last-bias",
                "the last layer has a bias",
                is_homogeneous_with_bias,
                refuted_by={
                    "network": _UNIT,
                    "bias": _ONE,
                    "x": vector(0),
                    "factor": Fraction(2),
                },
                holds_for={
                    "network": _UNIT,
                    "bias": _ZERO,
                    "x": vector(5),
                    "factor": Fraction(2),
                },
                drops="no-biases",
            ),
            Control(
                "negative-factor",
                "the factor may be negative",
                is_homogeneous,
                refuted_by={"network": _UNIT, "x": vector(1), "factor": -_ONE},
                holds_for={"network": _UNIT, "x": vector(0), "factor": -_ONE},
                drops="positive-factor",
            ),
        ),
    ),
    RowChecks(
        "ch06-linear-separability",
        instances=(
            Instance("and", separates, {"data": _AND, "a": vector(1, 1), "intercept": -_ONE}),
            Instance(
                "two-points", separates, {"data": _TWO, "a": vector(0, 1), "intercept": _ZERO}
            ),
            Instance("exclusive-or", obstruction, {"data": _XOR}),
            Instance(
                "multiple",
                margin_of_multiple,
                {"data": _TWO, "a": vector(1, 4), "factor": Fraction(10)},
            ),
        ),
        searches=(
            Exhaustion("exclusive-or", does_not_separate, _hyperplanes),
            Search(
                "multiples",
                margin_of_multiple,
                lambda: {
                    "data": strategies.just(_TURNED),
                    "a": vectors(2).filter(any),
                    "factor": numbers(0, 4, 3).filter(bool),
                },
            ),
        ),
        controls=(
            Control(
                "without-intercept",
                "there is no intercept",
                separates,
                refuted_by={"data": _AND, "a": vector(1, 1), "intercept": _ZERO},
                holds_for={"data": _TWO, "a": vector(0, 1), "intercept": _ZERO},
            ),
            Control(
                "negative-factor",
                "the factor is negative",
                margin_of_multiple,
                refuted_by={"data": _TWO, "a": vector(0, 1), "factor": -_ONE},
                holds_for={"data": _CONFLICT, "a": vector(1), "factor": -_ONE},
            ),
        ),
    ),
    RowChecks(
        "ch06-max-margin",
        instances=(
            Instance("certificate", is_certificate, {"data": _TWO, "weights": _THIRDS}),
            Instance(
                "turned",
                is_certificate,
                {"data": _TURNED, "weights": (*_THIRDS, _ZERO)},
            ),
            Instance(
                "other",
                no_margin_is_larger,
                {"data": _TWO, "weights": _THIRDS, "other": vector(1, 4)},
            ),
            Instance(
                "distance",
                distance_is_attained,
                {"a": vector(3, 4), "x": vector(5, 5)},
            ),
            Instance("constraints", margin_is_one_over_norm, {"data": _TWO, "a": vector(1, 4)}),
        ),
        searches=(
            Search("certified", no_margin_is_larger, _certified),
            Search("unique", only_multiples_are_as_good, _certified),
            Search("constraints", margin_is_one_over_norm, _separators),
            Search("feasible", no_feasible_is_shorter, _feasible),
            Search(
                "distances",
                distance_to_hyperplane,
                lambda: {"a": vectors(3).filter(any), "x": vectors(3), "along": vectors(2)},
            ),
        ),
        controls=(
            Control(
                "not-separable",
                "nothing separates the examples",
                margin_is_one_over_norm,
                refuted_by={"data": _CONFLICT, "a": vector(1)},
                holds_for={"data": _LINE, "a": vector(7)},
                drops="separable",
            ),
            Control(
                "other-weights",
                "the weights are equal",
                is_certificate,
                refuted_by={"data": _TWO, "weights": (Fraction(1, 2), Fraction(1, 2))},
                holds_for={"data": _TWO, "weights": _THIRDS},
            ),
            Control(
                "many-examples",
                "there are ever more examples, and the margin is to stay above a bound",
                margin_of_many,
                refuted_by={"examples": 100, "bound": Fraction(1, 100)},
                holds_for={"examples": 99, "bound": Fraction(1, 100)},
                drops="finite-data",
            ),
            Control(
                "mean",
                "the sum of all examples is said to have the largest margin",
                mean_has_the_largest_margin,
                refuted_by={"data": _TWO, "other": vector(0, 1)},
                holds_for={"data": _TWO, "other": vector(1, 0)},
            ),
        ),
    ),
    RowChecks(
        "ch06-gd-max-margin",
        instances=(
            Instance(
                "towards-the-separator",
                descends_towards,
                {"data": _TWO, "separator": vector(0, 1), "a": vector(-5, -3)},
            ),
            Instance("step", step_lowers_the_loss, {"data": _TWO, "a": vector(3, 0), "step": _ONE}),
            Instance("norm", norm_grows, {"data": _TWO, "step": _ONE, "steps": 32}),
            Instance(
                "unbounded",
                norm_exceeds,
                {
                    "loss": "logistic",
                    "data": _LINE,
                    "step": Fraction(7),
                    "steps": 60,
                    "bound": Fraction(36),
                },
            ),
            Instance(
                "angle",
                angle_shrinks,
                {"data": _TWO, "best": vector(0, 1), "step": _ONE, "steps": 16},
            ),
            Instance(
                "small-angle",
                angle_is_below,
                {
                    "data": _TWO,
                    "best": vector(0, 1),
                    "step": _ONE,
                    "steps": 128,
                    "tangent": Fraction(1, 20),
                },
            ),
        ),
        searches=(
            Search(
                "towards-the-separator",
                descends_towards,
                lambda: {**_separated(), "separator": strategies.just(vector(1, 1))},
                cases=40,
            ),
            Search("steps", step_lowers_the_loss, _short_steps, cases=40),
        ),
        controls=(
            Control(
                "conflict",
                "the examples are not separable",
                norm_grows,
                refuted_by={"data": _CONFLICT, "step": _ONE, "steps": 8},
                holds_for={"data": _LINE, "step": _ONE, "steps": 8},
                drops="separable",
            ),
            Control(
                "squared-loss",
                "the loss is the squared one",
                norm_exceeds,
                refuted_by={
                    "loss": "squared",
                    "data": _LINE,
                    "step": _HALF,
                    "steps": 60,
                    "bound": Fraction(4),
                },
                holds_for={
                    "loss": "logistic",
                    "data": _LINE,
                    "step": _HALF,
                    "steps": 60,
                    "bound": Fraction(4),
                },
                drops="logistic-loss",
            ),
            Control(
                "long-step",
                "the step is longer than 8/|X|², and is to lower the loss",
                step_lowers_the_loss,
                refuted_by={"data": _TWO, "a": vector(3, 0), "step": Fraction(20)},
                holds_for={"data": _TWO, "a": vector(3, 0), "step": _ONE},
            ),
            Control(
                "mean-direction",
                "the direction is said to be that of the sum of the examples",
                angle_shrinks,
                refuted_by={"data": _TWO, "best": vector(1, 2), "step": _ONE, "steps": 16},
                holds_for={"data": _TWO, "best": vector(0, 1), "step": _ONE, "steps": 16},
            ),
        ),
        plots=(
            Plot(
                "angle",
                "The angle between descent and the separator of largest margin",
                angle_of_two_points,
                "steps",
                (2, 4, 8, 16, 32, 64, 128, 256),
                {"": {}},
                "steps t",
                "squared tangent of the angle",
                "after one step",
                "xy",
            ),
        ),
    ),
)
