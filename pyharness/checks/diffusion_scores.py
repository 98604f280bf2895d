"""Checks of chapter 16: scores of corrupted data, score matching, reverse equations and guidance.

The noise is Gaussian. The data are finite, so that densities are finite sums of exponentials, which
are enclosed; or they are Gaussian, so that moments are rational. The derivative of the logarithm of
a density is compared with a difference quotient, whose distance from it is bounded by the third
derivative, and found by computer algebra for two data.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any

from pyharness.checks.diffusion import Law, Step, finite_data
from pyharness.checks.enclosures import Interval, exp, log, real, total
from pyharness.checks.model import (
    Comparison,
    Control,
    Identity,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Reverse equation and probability flow ------------------------------------------------------


def rate_of_the_flow(a: Fraction, g: Fraction, variance: Fraction) -> Comparison:
    """The flow ``ẋ = ax - g²/2 ∇log p`` changes the variance of ``N(0, v)`` as the equation does.

    The variance of ``dx = ax dt + g dW`` changes at the rate ``2av + g²``, that of a linear flow
    ``ẋ = cx`` at the rate ``2cv``; the score of ``N(0, v)`` is ``-x/v``.
    """
    slope = a - g**2 / 2 * (-1 / variance)
    return Comparison(2 * slope * variance, "=", 2 * a * variance + g**2)


def rate_of_the_flow_with_full_score(a: Fraction, g: Fraction, variance: Fraction) -> Comparison:
    """The same with the coefficient ``1`` of the score instead of ``1/2``."""
    slope = a - g**2 * (-1 / variance)
    return Comparison(2 * slope * variance, "=", 2 * a * variance + g**2)


def rate_of_the_flow_from(
    a: Fraction, g: Fraction, variance: Fraction, start: Fraction
) -> Comparison:
    """Started from the variance ``u`` the flow changes it as the equation changes ``v``."""
    slope = a - g**2 / 2 * (-1 / variance)
    return Comparison(2 * slope * start, "=", 2 * a * variance + g**2)


def rate_of_the_reverse_equation(a: Fraction, g: Fraction, variance: Fraction) -> Comparison:
    """The reverse equation changes the variance backwards at the opposite rate."""
    backward_slope = -(a - g**2 * (-1 / variance))
    return Comparison(2 * backward_slope * variance + g**2, "=", -(2 * a * variance + g**2))


def rate_of_the_reverse_equation_with_half(
    a: Fraction, g: Fraction, variance: Fraction
) -> Comparison:
    """The same with the coefficient ``1/2`` of the score."""
    backward_slope = -(a - g**2 / 2 * (-1 / variance))
    return Comparison(2 * backward_slope * variance + g**2, "=", -(2 * a * variance + g**2))


def fokker_planck_is_continuity() -> tuple[sympy.Expr, sympy.Expr]:
    """The Fokker-Planck equation is the continuity equation of the flow, in dimension one."""
    import sympy

    x, g = sympy.symbols("x g", real=True)
    p, f = sympy.Function("p")(x), sympy.Function("f")(x)
    density = -sympy.diff(f * p, x) + g**2 / 2 * sympy.diff(p, x, 2)
    velocity = f - g**2 / 2 * sympy.diff(sympy.log(p), x)
    return density.doit(), -sympy.diff(velocity * p, x).doit()


def reverse_equation_goes_back() -> tuple[sympy.Expr, sympy.Expr]:
    """The reverse equation changes the density backwards at the opposite rate, in dimension one."""
    import sympy

    x, g = sympy.symbols("x g", real=True)
    p, f = sympy.Function("p")(x), sympy.Function("f")(x)
    density = -sympy.diff(f * p, x) + g**2 / 2 * sympy.diff(p, x, 2)
    drift = -(f - g**2 * sympy.diff(sympy.log(p), x))
    return -density.doit(), (-sympy.diff(drift * p, x) + g**2 / 2 * sympy.diff(p, x, 2)).doit()


def _rate_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.integers(-8, 8).map(lambda n: Fraction(n, 4))
    return {"a": number, "g": number, "variance": st.integers(1, 20).map(lambda n: Fraction(n, 5))}


# ----- The score of corrupted data ----------------------------------------------------------------


#: The factor ``α`` of the data and ``σ`` of the noise.
Scales = tuple[Fraction, Fraction]

#: Half the width of the difference quotients.
_WIDTH = Fraction(1, 10**6)


def gaussian_weights(data: Law, scales: Scales, x: Fraction) -> list[Interval]:
    """Return ``w exp(-(x - αx_0)²/(2σ²))`` for every datum: the density without its constant."""
    alpha, sigma = scales
    return [real(w) * exp(-((x - alpha * x0) ** 2) / (2 * sigma**2)) for w, x0 in data]


def laplace_weights(data: Law, scales: Scales, x: Fraction) -> list[Interval]:
    """Return ``w exp(-|x - αx_0|/σ)`` for every datum."""
    alpha, sigma = scales
    return [real(w) * exp(-abs(x - alpha * x0) / sigma) for w, x0 in data]


def slope_of_log(
    weights: Callable[[Law, Scales, Fraction], list[Interval]],
    data: Law,
    scales: Scales,
    x: Fraction,
) -> Interval:
    """Return the symmetric difference quotient of the logarithm of the density."""
    above, below = (log(total(weights(data, scales, x + s * _WIDTH))) for s in (1, -1))
    return (above - below) / real(2 * _WIDTH)


def posterior_mean(weights: list[Interval], values: Iterable[Fraction]) -> Interval:
    """Return the mean of values with weights that need not sum to one."""
    return total(w * real(v) for w, v in zip(weights, values, strict=True)) / total(weights)


def quotient_bound(data: Law, scales: Scales) -> Fraction:
    """Bound the distance of the difference quotient from the derivative.

    It is ``h²/6`` times the third derivative of ``log p``, which is the third cumulant of
    ``αx_0/σ²`` under the posterior law, at most the cube of the range of that.
    """
    alpha, sigma = scales
    points = [x0 for _, x0 in data]
    return _WIDTH**2 / 6 * (abs(alpha) * (max(points) - min(points)) / sigma**2) ** 3


def score_is_a_mean(data: Law, scales: Scales, x: Fraction) -> Comparison:
    """``E[-(x - αX_0)/σ² | x]`` is within the error of the quotient from ``∇log p``."""
    alpha, sigma = scales
    weights = gaussian_weights(data, scales, x)
    mean = posterior_mean(weights, [-(x - alpha * x0) / sigma**2 for _, x0 in data])
    distance = abs(mean - slope_of_log(gaussian_weights, data, scales, x))
    return Comparison(distance, "≤", quotient_bound(data, scales) + Fraction(1, 10**30))


def tweedie(data: Law, scales: Scales, x: Fraction) -> Comparison:
    """``α E[X_0 | x]`` is within the error of the quotient from ``x + σ² ∇log p``."""
    alpha, sigma = scales
    weights = gaussian_weights(data, scales, x)
    left = real(alpha) * posterior_mean(weights, [x0 for _, x0 in data])
    right = real(x) + real(sigma**2) * slope_of_log(gaussian_weights, data, scales, x)
    bound = sigma**2 * quotient_bound(data, scales) + Fraction(1, 10**30)
    return Comparison(abs(left - right), "≤", bound)


def score_with_deviation(data: Law, scales: Scales, x: Fraction) -> Comparison:
    """The same for ``E[-(x - αX_0)/σ | x]``."""
    alpha, sigma = scales
    weights = gaussian_weights(data, scales, x)
    mean = posterior_mean(weights, [-(x - alpha * x0) / sigma for _, x0 in data])
    distance = abs(mean - slope_of_log(gaussian_weights, data, scales, x))
    return Comparison(distance, "≤", quotient_bound(data, scales) + Fraction(1, 10**30))


def score_of_laplace_noise(data: Law, scales: Scales, x: Fraction) -> Comparison:
    """The same, up to a thousandth, if the noise has the density ``e^(-|z|)/2``."""
    alpha, sigma = scales
    weights = laplace_weights(data, scales, x)
    mean = posterior_mean(weights, [-(x - alpha * x0) / sigma**2 for _, x0 in data])
    distance = abs(mean - slope_of_log(laplace_weights, data, scales, x))
    return Comparison(distance, "≤", Fraction(1, 1000))


def score_with_correlation(scales: Scales, correlation: Fraction, x: Fraction) -> Comparison:
    """``-E[ε|x]/σ`` is the score if ``X_0`` and ``ε`` are jointly Gaussian with a correlation."""
    alpha, sigma = scales
    variance = alpha**2 + sigma**2 + 2 * alpha * sigma * correlation
    mean_noise = (sigma + alpha * correlation) / variance * x
    return Comparison(-mean_noise / sigma, "=", -x / variance)


def score_of_two_points() -> tuple[sympy.Expr, sympy.Expr]:
    """The score for two data with all weights and scales, by differentiation."""
    import sympy

    x, y, z = sympy.symbols("x y z", real=True)
    a, s, v, w = sympy.symbols("alpha sigma v w", positive=True)
    parts = [c * sympy.exp(-((x - a * u) ** 2) / (2 * s**2)) for c, u in ((v, y), (w, z))]
    slopes = [-(x - a * u) / s**2 for u in (y, z)]
    mean = sum(p * t for p, t in zip(parts, slopes, strict=True)) / sum(parts)
    return sympy.diff(sympy.log(sum(parts)), x), mean


def _score_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    scale = st.integers(1, 4).map(lambda n: Fraction(n, 2))
    return {
        "data": finite_data(),
        "scales": st.tuples(scale, scale),
        "x": st.integers(-6, 6).map(lambda n: Fraction(n, 2)),
    }


# ----- Denoising score matching -------------------------------------------------------------------


#: A polynomial in two variables: exponents and coefficients.
Polynomial = dict[tuple[int, int], Fraction]


def times(p: Polynomial, q: Polynomial) -> Polynomial:
    """Return the product."""
    result: Polynomial = {}
    for ((i, j), a), ((k, m), b) in product(p.items(), q.items()):
        result[i + k, j + m] = result.get((i + k, j + m), Fraction(0)) + a * b
    return result


def plus(p: Polynomial, q: Polynomial) -> Polynomial:
    """Return the sum."""
    return {key: p.get(key, Fraction(0)) + q.get(key, Fraction(0)) for key in {**p, **q}}


def gaussian_mean(p: Polynomial) -> Fraction:
    """Return the mean of a polynomial in two independent standard Gaussian variables."""

    def moment(n: int) -> int:
        return 0 if n % 2 else prod(range(1, n, 2))

    return sum((a * moment(i) * moment(j) for (i, j), a in p.items()), Fraction(0))


def matching_losses(
    scales: Scales,
    spread: Fraction,
    field: tuple[Fraction, ...],
    correlation: Step = (Fraction(0), Fraction(1)),
    power: int = 2,
) -> tuple[Fraction, Fraction]:
    """Return the losses of a polynomial field against the target and against the score.

    The data are ``spread · Z``, the noise is ``ρZ + √(1-ρ²) Z'``, the target is
    ``-(X - αX_0)/σ^power``.
    """
    alpha, sigma = scales
    noise = {(1, 0): correlation[0], (0, 1): correlation[1]}
    corrupted_ = plus({(1, 0): alpha * spread}, {key: sigma * c for key, c in noise.items()})
    variance = gaussian_mean(times(corrupted_, corrupted_))
    value: Polynomial = {}
    for coefficient in reversed(field):
        value = plus(times(value, corrupted_), {(0, 0): coefficient})
    losses = []
    for other in (
        {key: c * sigma / sigma**power for key, c in noise.items()},
        {key: c / variance for key, c in corrupted_.items()},
    ):
        error = plus(value, other)
        losses.append(gaussian_mean(times(error, error)))
    return losses[0], losses[1]


def losses_differ_by_a_constant(
    scales: Scales, spread: Fraction, field: tuple[Fraction, ...]
) -> Comparison:
    """The two losses differ by ``1/σ² - 1/V``, whatever the field.

    For Gaussian data and a polynomial field; ``V`` is the variance of ``X``.
    """
    alpha, sigma = scales
    denoising, matching = matching_losses(scales, spread, field)
    constant = 1 / sigma**2 - 1 / (alpha**2 * spread**2 + sigma**2)
    return Comparison(denoising - matching, "=", constant)


def losses_differ_as_for_zero(
    scales: Scales, spread: Fraction, field: tuple[Fraction, ...], correlation: Step
) -> Comparison:
    """The two losses differ as for the field zero, if the noise is correlated with the data."""
    denoising, matching = matching_losses(scales, spread, field, correlation)
    first, second = matching_losses(scales, spread, (), correlation)
    return Comparison(denoising - matching, "=", first - second)


def losses_differ_with_deviation(
    scales: Scales, spread: Fraction, field: tuple[Fraction, ...]
) -> Comparison:
    """The two losses differ as for the field zero, with the target ``-(X - αX_0)/σ``."""
    denoising, matching = matching_losses(scales, spread, field, power=1)
    first, second = matching_losses(scales, spread, (), power=1)
    return Comparison(denoising - matching, "=", first - second)


def _field_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    scale = st.integers(1, 4).map(lambda n: Fraction(n, 2))
    number = st.integers(-3, 3).map(Fraction)
    return {
        "scales": st.tuples(scale, scale),
        "spread": st.integers(0, 3).map(Fraction),
        "field": st.lists(number, max_size=4).map(tuple),
    }


# ----- Guidance -----------------------------------------------------------------------------------


#: For every class its probability, mean and deviation, the laws given the class being Gaussian.
Classes = tuple[tuple[Fraction, Fraction, Fraction], ...]


def class_weights(classes: Classes, x: Fraction) -> list[Interval]:
    """Return ``p(c) p(x|c)`` for every class, without the common constant."""
    return [real(w / s) * exp(-((x - m) ** 2) / (2 * s**2)) for w, m, s in classes]


def guided(classes: Classes, chosen: int, weight: Fraction, x: Fraction) -> Interval:
    """Return ``(1+w) s(x|c) - w s(x)``, with ``s(x)`` the mean of the scores given ``x``."""
    scores = [-(x - m) / s**2 for _, m, s in classes]
    weights = class_weights(classes, x)
    overall = total(p * real(s) for p, s in zip(weights, scores, strict=True)) / total(weights)
    return real((1 + weight) * scores[chosen]) - real(weight) * overall


def guided_is_tilted(classes: Classes, chosen: int, weight: Fraction, x: Fraction) -> Comparison:
    """The guided score is the slope of ``log(p(x|c)^(1+w)/p(x)^w)``, up to ``10⁻⁹``.

    The slope is the difference quotient of width ``2·10⁻⁶``; the third derivative of the logarithm
    is at most ``5·10³`` for the classes that are used here, ``|x| ≤ 3`` and ``|w| ≤ 3``.
    """

    def logarithm(at: Fraction) -> Interval:
        weights = class_weights(classes, at)
        return real(1 + weight) * log(weights[chosen]) - real(weight) * log(total(weights))

    slope = (logarithm(x + _WIDTH) - logarithm(x - _WIDTH)) / real(2 * _WIDTH)
    distance = abs(guided(classes, chosen, weight, x) - slope)
    return Comparison(distance, "≤", Fraction(1, 10**9))


def no_guidance(classes: Classes, chosen: int, x: Fraction) -> Comparison:
    """With the weight zero the guided score is the conditional one."""
    _, m, s = classes[chosen]
    return Comparison(guided(classes, chosen, Fraction(0), x), "≈", -(x - m) / s**2)


def guidance_ignores_the_class(
    classes: Classes, first: int, second: int, x: Fraction
) -> Comparison:
    """With the weight minus one the guided score does not depend on the class."""
    left, right = (guided(classes, c, Fraction(-1), x) for c in (first, second))
    return Comparison(left, "≈", right)


def other_convention(scores: tuple[Fraction, Fraction], weight: Fraction) -> Comparison:
    """``w s(x|c) - (1-w) s(x)`` is the common score if both scores are equal."""
    conditional, overall = scores
    return Comparison(weight * conditional - (1 - weight) * overall, "=", overall)


def logarithmic_derivative() -> tuple[sympy.Expr, sympy.Expr]:
    """The guided score is the slope of ``log(p(x|c)^(1+w)/p(x)^w)``, for all positive densities."""
    import sympy

    x, w = sympy.symbols("x w", real=True)
    given, overall = (sympy.exp(sympy.Function(name)(x)) for name in ("F", "G"))
    tilted = (1 + w) * sympy.log(given) - w * sympy.log(overall)
    scores = [sympy.diff(p, x) / p for p in (given, overall)]
    return sympy.diff(tilted, x), (1 + w) * scores[0] - w * scores[1]


def two_forms() -> tuple[sympy.Expr, sympy.Expr]:
    """The two forms of the guided score, for all scores and weights."""
    import sympy

    c, s, w = sympy.symbols("c s w")
    return (1 + w) * c - w * s, s + (1 + w) * (c - s)


def _guidance_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    return {
        "classes": st.just(_CLASSES),
        "chosen": st.integers(0, 2),
        "weight": st.integers(-4, 12).map(lambda n: Fraction(n, 4)),
        "x": st.integers(-9, 9).map(lambda n: Fraction(n, 3)),
    }


_HALF = Fraction(1, 2)
_UNIT: Scales = (Fraction(1), Fraction(1))
_SMALL: Scales = (Fraction(4, 5), Fraction(3, 5))
_TWO_POINTS: Law = ((_HALF, Fraction(-1)), (_HALF, Fraction(1)))
_THREE_POINTS: Law = (
    (_HALF, Fraction(0)),
    (Fraction(1, 3), Fraction(1)),
    (Fraction(1, 6), Fraction(-2)),
)
_POINT: Law = ((Fraction(1), Fraction(3)),)
_INDEPENDENT: Step = (Fraction(0), Fraction(1))
_COPIED: Step = (Fraction(1), Fraction(0))
_CUBIC = tuple(Fraction(c) for c in (1, -2, 0, 1))
_CLASSES: Classes = (
    (_HALF, Fraction(-1), Fraction(1)),
    (Fraction(1, 3), Fraction(1), _HALF),
    (Fraction(1, 6), Fraction(0), Fraction(2)),
)
_RATES = {"a": -_HALF, "g": Fraction(1)}


CHECKS = (
    RowChecks(
        "ch16-pf-ode",
        identities=(
            Identity("flow", fokker_planck_is_continuity),
            Identity("reverse-equation", reverse_equation_goes_back),
        ),
        instances=(
            Instance("growing", rate_of_the_flow, {**_RATES, "variance": Fraction(1, 4)}),
            Instance("stationary", rate_of_the_flow, {**_RATES, "variance": Fraction(1)}),
            Instance("backwards", rate_of_the_reverse_equation, {**_RATES, "variance": _HALF}),
            Instance(
                "no-noise",
                rate_of_the_reverse_equation,
                {"a": -_HALF, "g": Fraction(0), "variance": Fraction(2)},
            ),
        ),
        searches=(
            Search("flows", rate_of_the_flow, _rate_space),
            Search("reverse-equations", rate_of_the_reverse_equation, _rate_space),
        ),
        controls=(
            Control(
                "other-start",
                "the flow is started from another law",
                rate_of_the_flow_from,
                refuted_by={**_RATES, "variance": _HALF, "start": Fraction(0)},
                holds_for={**_RATES, "variance": _HALF, "start": _HALF},
                drops="initial-law",
            ),
            Control(
                "full-score",
                "the flow has the coefficient g² of the score",
                rate_of_the_flow_with_full_score,
                refuted_by={**_RATES, "variance": _HALF},
                holds_for={"a": Fraction(1), "g": Fraction(0), "variance": _HALF},
                over=_rate_space,
            ),
            Control(
                "half-score",
                "the reverse equation has the coefficient g²/2 of the score",
                rate_of_the_reverse_equation_with_half,
                refuted_by={**_RATES, "variance": _HALF},
                holds_for={"a": Fraction(1), "g": Fraction(0), "variance": _HALF},
                over=_rate_space,
            ),
        ),
    ),
    RowChecks(
        "ch16-corruption-score",
        identities=(Identity("two-data", score_of_two_points),),
        instances=(
            Instance(
                "two-data", score_is_a_mean, {"data": _TWO_POINTS, "scales": _SMALL, "x": _HALF}
            ),
            Instance(
                "three-data",
                score_is_a_mean,
                {"data": _THREE_POINTS, "scales": _UNIT, "x": Fraction(-1)},
            ),
            Instance("one-datum", score_is_a_mean, {"data": _POINT, "scales": _UNIT, "x": _HALF}),
            Instance(
                "no-signal",
                score_is_a_mean,
                {"data": _TWO_POINTS, "scales": (Fraction(0), Fraction(2)), "x": Fraction(3)},
            ),
            Instance("tweedie", tweedie, {"data": _THREE_POINTS, "scales": _SMALL, "x": _HALF}),
            Instance(
                "uncorrelated-gaussians",
                score_with_correlation,
                {"scales": _SMALL, "correlation": Fraction(0), "x": Fraction(2)},
            ),
        ),
        searches=(
            Search("scores", score_is_a_mean, _score_space, cases=30),
            Search("tweedie", tweedie, _score_space, cases=30),
        ),
        controls=(
            Control(
                "correlated-noise",
                "the noise is the datum",
                score_with_correlation,
                refuted_by={"scales": _UNIT, "correlation": Fraction(1), "x": Fraction(4)},
                holds_for={"scales": _UNIT, "correlation": Fraction(0), "x": Fraction(4)},
                drops="independent-gaussian",
            ),
            Control(
                "laplace-noise",
                "the noise has the Laplace law",
                score_of_laplace_noise,
                refuted_by={"data": _TWO_POINTS, "scales": _UNIT, "x": Fraction(3)},
                holds_for={"data": _TWO_POINTS, "scales": _UNIT, "x": Fraction(0)},
                drops="independent-gaussian",
            ),
            Control(
                "deviation",
                "the difference is divided by σ instead of σ²",
                score_with_deviation,
                refuted_by={"data": _TWO_POINTS, "scales": _SMALL, "x": _HALF},
                holds_for={"data": _TWO_POINTS, "scales": _UNIT, "x": _HALF},
                over=_score_space,
            ),
        ),
    ),
    RowChecks(
        "ch16-dsm",
        instances=(
            Instance(
                "no-field",
                losses_differ_by_a_constant,
                {"scales": _UNIT, "spread": Fraction(1), "field": ()},
            ),
            Instance(
                "score-itself",
                losses_differ_by_a_constant,
                {"scales": _UNIT, "spread": Fraction(1), "field": (Fraction(0), -_HALF)},
            ),
            Instance(
                "cubic-field",
                losses_differ_by_a_constant,
                {"scales": _SMALL, "spread": Fraction(2), "field": _CUBIC},
            ),
            Instance(
                "constant-data",
                losses_differ_by_a_constant,
                {"scales": _SMALL, "spread": Fraction(0), "field": _CUBIC},
            ),
        ),
        searches=(Search("fields", losses_differ_by_a_constant, _field_space, cases=40),),
        controls=(
            Control(
                "copied-noise",
                "the noise is the datum",
                losses_differ_as_for_zero,
                refuted_by={
                    "scales": _UNIT,
                    "spread": Fraction(1),
                    "field": (Fraction(0), Fraction(1)),
                    "correlation": _COPIED,
                },
                holds_for={
                    "scales": _UNIT,
                    "spread": Fraction(1),
                    "field": (Fraction(0), Fraction(1)),
                    "correlation": _INDEPENDENT,
                },
                drops="independent-gaussian",
            ),
            Control(
                "deviation",
                "the target is divided by σ instead of σ²",
                losses_differ_with_deviation,
                refuted_by={"scales": _SMALL, "spread": Fraction(1), "field": _CUBIC},
                holds_for={"scales": _UNIT, "spread": Fraction(1), "field": _CUBIC},
                over=_field_space,
            ),
        ),
    ),
    RowChecks(
        "ch16-cfg",
        identities=(
            Identity("logarithmic-derivative", logarithmic_derivative),
            Identity("two-forms", two_forms),
        ),
        instances=(
            Instance("conditional", no_guidance, {"classes": _CLASSES, "chosen": 1, "x": _HALF}),
            Instance(
                "unconditional",
                guidance_ignores_the_class,
                {"classes": _CLASSES, "first": 0, "second": 2, "x": _HALF},
            ),
            Instance(
                "sharpened",
                guided_is_tilted,
                {"classes": _CLASSES, "chosen": 0, "weight": Fraction(2), "x": Fraction(0)},
            ),
        ),
        searches=(Search("weights", guided_is_tilted, _guidance_space, cases=30),),
        controls=(
            Control(
                "other-convention",
                "the combination is w s(x|c) - (1-w) s(x)",
                other_convention,
                refuted_by={"scores": (Fraction(1), Fraction(1)), "weight": _HALF},
                holds_for={"scores": (Fraction(1), Fraction(1)), "weight": Fraction(1)},
            ),
        ),
    ),
)
