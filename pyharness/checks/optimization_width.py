"""Checks of chapter 4: wide networks as averages over independent hidden units.

Hidden weights have a finite law, and expectations are sums over all draws of all units. For
Gaussian weights the activation is the identity: then every expectation is a Gaussian moment.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    dot,
    identity,
    matrices,
    numbers,
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
from pyharness.checks.optimization_kernels import ACTIVATIONS, output_kernel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

#: Hidden weights and their probabilities.
Law = tuple[tuple[Vector, Fraction], ...]


# ----- Random features ----------------------------------------------------------------------------


def kernel_of_features(activation: str, b: Matrix, x: Vector, z: Vector) -> Comparison:
    """With the output weights alone the inner product of the gradients is ``K_a``."""
    return Comparison(
        _feature_kernel(activation, b, x, z) / len(b), "=", output_kernel(activation, b, x, z)
    )


def kernel_of_features_unscaled(activation: str, b: Matrix, x: Vector, z: Vector) -> Comparison:
    """The same without the factor ``1/m``."""
    return Comparison(_feature_kernel(activation, b, x, z), "=", output_kernel(activation, b, x, z))


def _feature_kernel(activation: str, b: Matrix, x: Vector, z: Vector) -> Fraction:
    """Return the sum over the output weights of the products of the derivatives."""
    units = identity(len(b))
    return sum((_network(activation, e, b, x) * _network(activation, e, b, z) for e in units), _0)


def _network(activation: str, a: Vector, b: Matrix, x: Vector) -> Fraction:
    sigma = ACTIVATIONS[activation][0]
    return sum((c * sigma(dot(r, x)) for c, r in zip(a, b, strict=True)), _0)


def linear_in_the_output_weights(
    activation: str, b: Matrix, a: Vector, other: Vector, x: Vector
) -> Comparison:
    """The output at a sum of output weights is the sum of the outputs."""
    both = tuple(p + q for p, q in zip(a, other, strict=True))
    right = _network(activation, a, b, x) + _network(activation, other, b, x)
    return Comparison(_network(activation, both, b, x), "=", right)


# ----- Averages over the units --------------------------------------------------------------------


def draws(law: Law, width: int) -> Iterator[tuple[Matrix, Fraction]]:
    """Yield all draws of independent hidden weights with their probabilities."""
    for units in product(law, repeat=width):
        yield tuple(b for b, _ in units), prod((p for _, p in units), start=Fraction(1))


def copies(law: Law, width: int) -> Iterator[tuple[Matrix, Fraction]]:
    """Yield the draws of one hidden weight that all units share."""
    for b, p in law:
        yield (b,) * width, p


def mean(found: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the expectation, from values and probabilities."""
    return sum((value * p for value, p in found), _0)


def variance(found: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the variance, from values and probabilities."""
    values = list(found)
    centre = mean(values)
    return mean(((value - centre) ** 2, p) for value, p in values)


def single(activation: str, law: Law, x: Vector, z: Vector) -> list[tuple[Fraction, Fraction]]:
    """Return the values of ``σ(b·x) σ(b·z)`` with their probabilities."""
    sigma = ACTIVATIONS[activation][0]
    return [(sigma(dot(b, x)) * sigma(dot(b, z)), p) for b, p in law]


def kernels(
    sample: Iterator[tuple[Matrix, Fraction]], activation: str, x: Vector, z: Vector
) -> list[tuple[Fraction, Fraction]]:
    """Return the values of ``K_a`` with their probabilities."""
    return [(output_kernel(activation, b, x, z), p) for b, p in sample]


def mean_of_the_kernel(activation: str, law: Law, x: Vector, z: Vector, width: int) -> Comparison:
    """The mean of ``K_a`` over all draws is that of a single unit."""
    found = kernels(draws(law, width), activation, x, z)
    return Comparison(mean(found), "=", mean(single(activation, law, x, z)))


def variance_of_the_kernel(
    activation: str, law: Law, x: Vector, z: Vector, width: int
) -> Comparison:
    """The variance of ``K_a`` over all draws is that of a single unit, divided by the width."""
    found = kernels(draws(law, width), activation, x, z)
    return Comparison(variance(found), "=", variance(single(activation, law, x, z)) / width)


def variance_over_square(activation: str, law: Law, x: Vector, z: Vector, width: int) -> Comparison:
    """The variance is that of a single unit, divided by the square of the width."""
    found = kernels(draws(law, width), activation, x, z)
    return Comparison(variance(found), "=", variance(single(activation, law, x, z)) / width**2)


def variance_of_copies(activation: str, law: Law, x: Vector, z: Vector, width: int) -> Comparison:
    """The variance is divided by the width if all units have the same weights."""
    found = kernels(copies(law, width), activation, x, z)
    return Comparison(variance(found), "=", variance(single(activation, law, x, z)) / width)


def far_from_the_mean(law: Law, x: Vector, z: Vector, width: int, far: Fraction) -> Comparison:
    """With the ReLU a deviation of ``t`` has at most the probability ``Var / (m t²)``."""
    found = kernels(draws(law, width), "ReLU", x, z)
    centre = mean(single("ReLU", law, x, z))
    tail = sum((p for value, p in found if abs(value - centre) >= far), _0)
    return Comparison(tail, "≤", variance(single("ReLU", law, x, z)) / (width * far**2))


def far_from_the_mean_squared(
    law: Law, x: Vector, z: Vector, width: int, far: Fraction
) -> Comparison:
    """A deviation of ``t`` has at most the probability ``Var / (m t)²``."""
    found = kernels(draws(law, width), "ReLU", x, z)
    centre = mean(single("ReLU", law, x, z))
    tail = sum((p for value, p in found if abs(value - centre) >= far), _0)
    return Comparison(tail, "≤", variance(single("ReLU", law, x, z)) / (width * far) ** 2)


# ----- Gaussian weights ---------------------------------------------------------------------------


def gaussian_moment(indices: tuple[int, ...]) -> int:
    """Return the mean of a product of independent standard Gaussian variables, by their indices.

    Examples
    --------
    >>> gaussian_moment((0, 0, 1, 1)), gaussian_moment((0, 0, 0, 0)), gaussian_moment((0, 1))
    (1, 3, 0)
    """
    counts = [indices.count(i) for i in set(indices)]
    if any(count % 2 for count in counts):
        return 0
    return prod(prod(range(count - 1, 0, -2)) for count in counts)


def output_moment(width: int, order: int) -> int:
    """Return the mean of a power of ``Σ a_r b_r`` for independent Gaussian weights."""
    return sum(gaussian_moment(i) ** 2 for i in product(range(width), repeat=order))


def covariance_of_outputs(width: int, x: Fraction, z: Fraction) -> Comparison:
    """The outputs of ``(1/√m) Σ a b x`` have the covariance ``x z``, at every width."""
    return Comparison(x * z * output_moment(width, 2) / width, "=", x * z)


def covariance_with_mean_scaling(width: int, x: Fraction, z: Fraction) -> Comparison:
    """The same with the factor ``1/m`` in place of ``1/√m``."""
    return Comparison(x * z * output_moment(width, 2) / width**2, "=", x * z)


def fourth_moment(width: int) -> Comparison:
    """The fourth moment of the output of variance one is ``3 + 6/m``: nearly Gaussian."""
    return Comparison(Fraction(output_moment(width, 4), width**2), "=", 3 + Fraction(6, width))


def nearly_gaussian(width: int, tolerance: Fraction) -> Comparison:
    """The fourth moment differs from that of a Gaussian variable by at most the tolerance."""
    return Comparison(abs(Fraction(output_moment(width, 4), width**2) - 3), "≤", tolerance)


def tangent_kernel_concentrates(width: int, x: Fraction, z: Fraction) -> Comparison:
    """The tangent kernel has the mean ``2xz`` and the variance ``4x²z²/m``."""
    weights = range(2 * width)  # first the output weights, then the hidden ones
    first = sum(gaussian_moment((i, i)) for i in weights)
    second = sum(gaussian_moment((i, i, j, j)) for i, j in product(weights, repeat=2))
    centre = x * z * Fraction(first, width)
    spread = (x * z) ** 2 * Fraction(second, width**2) - centre**2
    return Comparison((centre, spread), "=", (2 * x * z, 4 * (x * z) ** 2 / width))


# ----- Families -----------------------------------------------------------------------------------


def _laws(largest: int) -> Mapping[str, SearchStrategy[Any]]:
    """Laws of two different hidden weights, and widths up to a largest one."""

    def made(weights: list[Vector], part: int) -> Law:
        b, c = weights
        return ((b, Fraction(part, 6)), (c, 1 - Fraction(part, 6)))

    pair = strategies.lists(vectors(2, 2, 1), min_size=2, max_size=2, unique=True)
    entry = numbers(0, 2)  # so that few units are silent at both inputs
    return {
        "law": strategies.builds(made, pair, strategies.integers(1, 5)),
        "x": strategies.tuples(entry, entry).filter(any),
        "z": strategies.tuples(entry, entry).filter(any),
        "width": strategies.integers(1, largest),
    }


def _moments() -> Mapping[str, SearchStrategy[Any]]:
    return {"activation": strategies.sampled_from(["ReLU", "square", "identity"]), **_laws(4)}


def _tails() -> SearchStrategy[dict[str, Any]]:
    """The same with a deviation that some draw of the units has."""

    def varies(case: dict[str, Any]) -> bool:
        return variance(single("ReLU", case["law"], case["x"], case["z"])) > 0

    def made(case: dict[str, Any], number: int) -> dict[str, Any]:
        found = kernels(draws(case["law"], case["width"]), "ReLU", case["x"], case["z"])
        centre = mean(found)
        deviations = [abs(value - centre) for value, _ in found if value != centre]
        return {**case, "far": deviations[number % len(deviations)]}

    cases = strategies.fixed_dictionaries(_laws(5)).filter(varies)
    return strategies.builds(made, cases, strategies.integers(0, 31))


def _with(found: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
    return {**found, **changes}


_0, _1, _HALF = Fraction(0), Fraction(1), Fraction(1, 2)
#: The four hidden weights with entries ``±1``, equally likely.
_SIGNS: Law = tuple((vector(*b), Fraction(1, 4)) for b in product((1, -1), repeat=2))
_COIN: Law = ((vector(1), _HALF), (vector(-1), _HALF))
_PAIR = {"law": _SIGNS, "x": vector(1, 0), "z": vector(1, "1/2")}
_FEATURES = {
    "activation": "ReLU",
    "b": (vector(1, 0), vector(1, 1), vector(-2, 1)),
    "x": vector(1, 2),
    "z": vector(2, "1/3"),
}


CHECKS = (
    RowChecks(
        "ch04-random-features",
        instances=(
            Instance("three-units", kernel_of_features, _FEATURES),
            Instance("one-unit", kernel_of_features, _with(_FEATURES, b=(vector(1, 1),))),
            Instance("square", kernel_of_features, _with(_FEATURES, activation="square")),
            Instance(
                "linear",
                linear_in_the_output_weights,
                {
                    "activation": "ReLU",
                    "b": _FEATURES["b"],
                    "a": vector(1, -2, 3),
                    "other": vector("1/2", 1, 0),
                    "x": vector(1, 2),
                },
            ),
        ),
        searches=(
            Search(
                "features",
                kernel_of_features,
                lambda: {
                    "activation": strategies.sampled_from(list(ACTIVATIONS)),
                    "b": matrices(3, 2),
                    "x": vectors(2),
                    "z": vectors(2),
                },
            ),
        ),
        controls=(
            Control(
                "without-the-width",
                "the factor 1/m is left out",
                kernel_of_features_unscaled,
                refuted_by=_FEATURES,
                holds_for=_with(_FEATURES, b=(vector(1, 1),)),
            ),
        ),
    ),
    RowChecks(
        "ch04-width-averaging",
        instances=(
            Instance("mean", mean_of_the_kernel, _with(_PAIR, activation="ReLU", width=3)),
            Instance("variance", variance_of_the_kernel, _with(_PAIR, activation="ReLU", width=3)),
            Instance(
                "no-variance",
                variance_of_the_kernel,
                {
                    "activation": "square",
                    "law": _COIN,
                    "x": vector(1),
                    "z": vector(2),
                    "width": 4,
                },
            ),
            Instance("deviation", far_from_the_mean, _with(_PAIR, width=4, far=_HALF)),
            Instance(
                "chebyshev-is-sharp",
                far_from_the_mean,
                {"law": _COIN, "x": vector(1), "z": vector(1), "width": 1, "far": _HALF},
            ),
        ),
        searches=(
            Search("means", mean_of_the_kernel, _moments),
            Search("variances", variance_of_the_kernel, _moments),
            Search("deviations", far_from_the_mean, _tails, cases=40),
        ),
        controls=(
            Control(
                "same-weights",
                "all units have the same hidden weights",
                variance_of_copies,
                refuted_by=_with(_PAIR, activation="ReLU", width=2),
                holds_for=_with(_PAIR, activation="ReLU", width=1),
                drops="iid-weights",
                over=_moments,
            ),
            Control(
                "square-of-the-width",
                "the variance is divided by the square of the width",
                variance_over_square,
                refuted_by=_with(_PAIR, activation="ReLU", width=2),
                holds_for=_with(_PAIR, activation="ReLU", width=1),
            ),
            Control(
                "smaller-tail",
                "the bound for a deviation has the square of the width",
                far_from_the_mean_squared,
                refuted_by={
                    "law": _COIN,
                    "x": vector(1),
                    "z": vector(1),
                    "width": 2,
                    "far": _HALF,
                },
                holds_for={
                    "law": _COIN,
                    "x": vector(1),
                    "z": vector(1),
                    "width": 1,
                    "far": _HALF,
                },
            ),
        ),
        plots=(
            Plot(
                "deviation",
                "The probability that the kernel is far from its mean",
                far_from_the_mean,
                "width",
                tuple(range(1, 11)),
                {
                    f"t = {far}": {
                        "law": _COIN,
                        "x": vector(1),
                        "z": vector(1),
                        "far": far,
                    }
                    for far in (Fraction(1, 4), Fraction(3, 8))
                },
                "width m",
                "probability",
                "Chebyshev's bound",
            ),
        ),
    ),
    RowChecks(
        "ch04-infinite-width-limits",
        instances=(
            Instance("covariance", covariance_of_outputs, {"width": 4, "x": _1, "z": -_HALF}),
            Instance("one-unit", fourth_moment, {"width": 1}),
            Instance("six-units", fourth_moment, {"width": 6}),
            Instance(
                "kernel", tangent_kernel_concentrates, {"width": 5, "x": Fraction(3), "z": _HALF}
            ),
        ),
        searches=(
            Exhaustion(
                "fourth-moments", fourth_moment, lambda: ({"width": m} for m in range(1, 8))
            ),
            Exhaustion(
                "kernels",
                tangent_kernel_concentrates,
                lambda: ({"width": m, "x": _1, "z": Fraction(2)} for m in range(1, 9)),
            ),
        ),
        controls=(
            Control(
                "mean-scaling",
                "the factor is 1/m: the outputs vanish in the limit",
                covariance_with_mean_scaling,
                refuted_by={"width": 4, "x": _1, "z": _1},
                holds_for={"width": 1, "x": _1, "z": _1},
                drops="ntk-scaling",
            ),
            Control(
                "narrow",
                "the network is narrow",
                nearly_gaussian,
                refuted_by={"width": 1, "tolerance": Fraction(3, 4)},
                holds_for={"width": 8, "tolerance": Fraction(3, 4)},
                drops="wide",
            ),
        ),
        plots=(
            Plot(
                "fourth-moment",
                "The fourth moment of the output at initialisation",
                fourth_moment,
                "width",
                tuple(range(1, 9)),
                {"": {}},
                "width m",
                "fourth moment, by summation",
                "3 + 6/m",
            ),
        ),
    ),
)
