"""Checks of chapter 12: laws of generated samples, the distances that tests give, likelihood.

Laws are finite. A test is the tuple of its values.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.generative_metrics import class_distance
from pyharness.checks.information import Distribution, grid
from pyharness.checks.matrices import Matrix, Vector, dot, matrix, vector, vectors
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

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)


# ----- Pushforward --------------------------------------------------------------------------------


def pushforward(latent: Distribution, outputs: tuple[int, ...], size: int) -> Distribution:
    """Return the law of the output: the probability of each of its preimages."""
    return tuple(
        sum((p for p, x in zip(latent, outputs, strict=True) if x == y), Fraction(0))
        for y in range(size)
    )


def change_of_variables(latent: Distribution, outputs: tuple[int, ...], test: Vector) -> Comparison:
    """The mean of a test under the law of the output is the mean of its composition."""
    left = dot(pushforward(latent, outputs, len(test)), test)
    right = dot(latent, tuple(test[x] for x in outputs))
    return Comparison(left, "=", right)


def is_a_law(latent: Distribution, outputs: tuple[int, ...], size: int) -> Comparison:
    """The law of the output has the sum one."""
    return Comparison(sum(pushforward(latent, outputs, size)), "=", 1)


def density_pushes_forward(slope: Fraction) -> Comparison:
    """The density of a latent, taken at ``G⁻¹(x)``, is the density of the output: its integral.

    The latent is uniform on the unit interval and ``G(z) = a z``, so the density has the value one
    on an interval of the length ``|a|``.
    """
    value, length = Fraction(1), abs(slope)
    return Comparison(value * length, "=", 1)


# ----- Distances of tests -------------------------------------------------------------------------


def triangle(tests: Matrix, laws: tuple[Distribution, ...]) -> Comparison:
    """The triangle inequality."""
    p, q, r = laws
    return Comparison(
        class_distance(tests, p, r), "≤", class_distance(tests, p, q) + class_distance(tests, q, r)
    )


def symmetric_and_zero(tests: Matrix, p: Distribution, q: Distribution) -> Comparison:
    """It is symmetric, and zero between equal laws."""
    left = (class_distance(tests, p, q), class_distance(tests, p, p))
    return Comparison(left, "=", (class_distance(tests, q, p), 0))


def monotone(tests: Matrix, more: Matrix, p: Distribution, q: Distribution) -> Comparison:
    """A larger class gives no smaller distance."""
    return Comparison(class_distance(tests, p, q), "≤", class_distance(tests + more, p, q))


def finite(tests: Matrix, bound: Fraction, p: Distribution, q: Distribution) -> Comparison:
    """The distance is at most twice the bound of the tests."""
    return Comparison(class_distance(tests, p, q), "≤", 2 * bound)


def metric_if_separating(tests: Matrix, steps: int) -> Comparison:
    """It is a metric exactly if different laws have different means of some test.

    Decided for all laws on a grid: on the left by the distances, on the right by the tuples of
    means.
    """
    laws = list(grid(len(tests[0]), steps))
    metric = all(class_distance(tests, p, q) > 0 for p, q in product(laws, repeat=2) if p != q)
    means = {tuple(dot(f, p) for f in tests) for p in laws}
    return Comparison(metric, "=", len(means) == len(laws))


def always_a_metric(tests: Matrix, p: Distribution, q: Distribution) -> Comparison:
    """Different laws have a positive distance."""
    return Comparison(class_distance(tests, p, q) > 0, "=", p != q)


# ----- Weak discriminators ------------------------------------------------------------------------


def values(coefficients: tuple[Fraction, ...], points: Vector) -> Vector:
    """Return the values of a polynomial at the points."""
    return tuple(sum((c * x**k for k, c in enumerate(coefficients)), Fraction(0)) for x in points)


def sees_nothing(
    points: Vector, p: Distribution, q: Distribution, coefficients: tuple[Fraction, ...]
) -> Comparison:
    """The test with these coefficients has the same mean under both laws."""
    test = values(coefficients, points)
    return Comparison(dot(test, p), "=", dot(test, q))


def _equal_means() -> Iterator[Mapping[str, object]]:
    """List pairs of laws on four points of the line with the same mean, and affine tests."""
    points = vector(-1, 0, 1, 3)
    laws = list(grid(4, 4))
    for p, q in product(laws, repeat=2):
        if p != q and dot(points, p) == dot(points, q):
            yield {"points": points, "p": p, "q": q, "coefficients": vector(2, "-3/2")}


# ----- Likelihood ---------------------------------------------------------------------------------


def likelihood(counts: tuple[int, ...], model: Distribution) -> Fraction:
    """Return the product of the probabilities of all samples, given how often each occurs.

    Its logarithm over the number of samples is the mean log likelihood.
    """
    return prod((p**n for p, n in zip(model, counts, strict=True)), start=Fraction(1))


def frequencies_are_best(counts: tuple[int, ...], model: Distribution) -> Comparison:
    """Among all laws the frequencies have the largest likelihood."""
    best = tuple(Fraction(n, sum(counts)) for n in counts)
    return Comparison(likelihood(counts, model), "≤", likelihood(counts, best))


def has_a_logarithm(counts: tuple[int, ...], model: Distribution) -> Comparison:
    """The likelihood is positive, so that it has a logarithm."""
    return Comparison(likelihood(counts, model), ">", 0)


def model_is_best(counts: tuple[int, ...], model: Distribution, other: Distribution) -> Comparison:
    """The model has at least the likelihood of the other one."""
    return Comparison(likelihood(counts, other), "≤", likelihood(counts, model))


# ----- Values -------------------------------------------------------------------------------------

_FAIR = vector("1/2", "1/2")
_THREE = vector("1/2", "1/3", "1/6")
_OTHER = vector("1/5", 0, "4/5")
_TESTS = matrix((1, 0, 0), (0, 1, 0))
_CONSTANT = matrix((1, 1, 1))
_LINE = vector(-1, 0, 1)


def _laws(size: int) -> object:
    """Return a strategy for laws."""
    return st.sampled_from(list(grid(size, 5)))


def _tests() -> object:
    """Return a strategy for classes of tests on three points."""
    return st.lists(vectors(3, bound=2), min_size=1, max_size=3).map(tuple)


CHECKS = (
    RowChecks(
        "ch12-pushforward",
        instances=(
            Instance(
                "two-to-one",
                change_of_variables,
                {"latent": _THREE, "outputs": (0, 1, 0), "test": vector(3, -2)},
            ),
            Instance(
                "collapse",
                change_of_variables,
                {"latent": _THREE, "outputs": (1, 1, 1), "test": vector(5, 7)},
            ),
            Instance("law", is_a_law, {"latent": _OTHER, "outputs": (3, 2, 0), "size": 4}),
        ),
        searches=(
            Search(
                "tests",
                change_of_variables,
                lambda: {
                    "latent": _laws(4),
                    "outputs": st.tuples(*[st.integers(0, 2)] * 4),
                    "test": vectors(3),
                },
            ),
        ),
        controls=(
            Control(
                "density-without-slope",
                "a density is pushed forward without the factor of the slope",
                density_pushes_forward,
                refuted_by={"slope": Fraction(2)},
                holds_for={"slope": Fraction(1)},
            ),
        ),
    ),
    RowChecks(
        "ch12-ipm",
        instances=(
            Instance(
                "triangle", triangle, {"tests": _TESTS, "laws": (_THREE, _OTHER, vector(1, 0, 0))}
            ),
            Instance(
                "triangle-with-equality",
                triangle,
                {"tests": _TESTS, "laws": (_THREE, _THREE, _OTHER)},
            ),
            Instance("symmetric", symmetric_and_zero, {"tests": _TESTS, "p": _THREE, "q": _OTHER}),
            Instance("separating", metric_if_separating, {"tests": _TESTS, "steps": 4}),
            Instance("not-separating", metric_if_separating, {"tests": _CONSTANT, "steps": 4}),
            Instance(
                "bound-with-equality",
                finite,
                {
                    "tests": matrix((3, -3)),
                    "bound": Fraction(3),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                },
            ),
            Instance(
                "monotone",
                monotone,
                {"tests": _CONSTANT, "more": _TESTS, "p": _THREE, "q": _OTHER},
            ),
        ),
        searches=(
            Search(
                "triangles",
                triangle,
                lambda: {"tests": _tests(), "laws": st.tuples(*[_laws(3)] * 3)},
            ),
            Search(
                "larger-classes",
                monotone,
                lambda: {"tests": _tests(), "more": _tests(), "p": _laws(3), "q": _laws(3)},
            ),
            Search(
                "bounds",
                finite,
                lambda: {
                    "tests": _tests(),
                    "bound": st.just(Fraction(2)),
                    "p": _laws(3),
                    "q": _laws(3),
                },
            ),
        ),
        controls=(
            Control(
                "constant-tests",
                "the class does not separate laws",
                always_a_metric,
                refuted_by={"tests": _CONSTANT, "p": _THREE, "q": _OTHER},
                holds_for={"tests": _TESTS, "p": _THREE, "q": _OTHER},
            ),
            Control(
                "unbounded-class",
                "the class has tests above every bound",
                finite,
                refuted_by={
                    "tests": matrix((1, 0), (10, 0), (100, 0)),
                    "bound": Fraction(10),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                },
                holds_for={
                    "tests": matrix((1, 0), (10, 0)),
                    "bound": Fraction(10),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                },
                drops="bounded-class",
            ),
        ),
    ),
    RowChecks(
        "ch12-weak-discriminator",
        instances=(
            Instance(
                "collapse",
                sees_nothing,
                {
                    "points": _LINE,
                    "p": vector("1/2", 0, "1/2"),
                    "q": vector(0, 1, 0),
                    "coefficients": vector(1, 7),
                },
            ),
            Instance(
                "skewed",
                sees_nothing,
                {
                    "points": vector(-1, 0, 2),
                    "p": vector("2/3", 0, "1/3"),
                    "q": vector(0, 1, 0),
                    "coefficients": vector(-3, "1/2"),
                },
            ),
            Instance(
                "two-and-three-points",
                sees_nothing,
                {
                    "points": vector(-2, -1, 1, 2),
                    "p": vector(0, "1/3", "2/3", 0),
                    "q": vector("1/3", 0, "1/3", "1/3"),
                    "coefficients": vector(1, -5),
                },
            ),
        ),
        searches=(Exhaustion("equal-means", sees_nothing, _equal_means),),
        controls=(
            Control(
                "square",
                "the class has the square",
                sees_nothing,
                refuted_by={
                    "points": _LINE,
                    "p": vector("1/2", 0, "1/2"),
                    "q": vector(0, 1, 0),
                    "coefficients": vector(0, 0, 1),
                },
                holds_for={
                    "points": _LINE,
                    "p": vector("1/2", 0, "1/2"),
                    "q": vector("1/2", 0, "1/2"),
                    "coefficients": vector(0, 0, 1),
                },
                drops="affine-tests",
            ),
            Control(
                "different-means",
                "the means of the laws differ",
                sees_nothing,
                refuted_by={
                    "points": _LINE,
                    "p": vector(1, 0, 0),
                    "q": vector(0, 1, 0),
                    "coefficients": vector(0, 1),
                },
                holds_for={
                    "points": _LINE,
                    "p": vector(1, 0, 0),
                    "q": vector(0, 1, 0),
                    "coefficients": vector(1, 0),
                },
            ),
        ),
    ),
    RowChecks(
        "ch12-mle",
        instances=(
            Instance("coin", frequencies_are_best, {"counts": (3, 1), "model": _FAIR}),
            Instance("frequencies", frequencies_are_best, {"counts": (3, 2, 1), "model": _THREE}),
            Instance("one-sample", frequencies_are_best, {"counts": (1, 0), "model": _FAIR}),
        ),
        searches=(
            Exhaustion(
                "grid",
                frequencies_are_best,
                lambda: (
                    {"counts": counts, "model": model}
                    for counts in product(range(4), repeat=3)
                    if any(counts)
                    for model in grid(3, 4)
                ),
            ),
        ),
        controls=(
            Control(
                "probability-zero",
                "the model gives a sample the probability zero",
                has_a_logarithm,
                refuted_by={"counts": (2, 1), "model": vector(1, 0)},
                holds_for={"counts": (2, 0), "model": vector(1, 0)},
                drops="positive-density",
            ),
            Control(
                "uniform",
                "the uniform law is said to be the best",
                model_is_best,
                refuted_by={"counts": (3, 1), "model": _FAIR, "other": vector("3/4", "1/4")},
                holds_for={"counts": (2, 2), "model": _FAIR, "other": vector("3/4", "1/4")},
            ),
        ),
    ),
)
