"""Checks of chapter 8: the bias-variance decomposition, on finite distributions."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product

from pyharness.checks.model import Comparison, Computation, Control, Instance, RowChecks

__all__ = ["CHECKS"]

#: Values and their probabilities.
Law = tuple[tuple[Fraction, Fraction], ...]
#: Pairs of noise and prediction, and their probabilities.
JointLaw = tuple[tuple[Fraction, Fraction, Fraction], ...]


def mean(law: Law) -> Fraction:
    """Return the expected value."""
    return sum((p * x for x, p in law), Fraction(0))


def variance(law: Law) -> Fraction:
    """Return the mean square of the distance from the expected value."""
    return sum((p * (x - mean(law)) ** 2 for x, p in law), Fraction(0))


def independent(noise: Law, prediction: Law) -> JointLaw:
    """Return the joint law of independent noise and prediction."""
    return tuple((e, g, p * q) for (e, p), (g, q) in product(noise, prediction))


def decomposition_of_joint(target: Fraction, joint: JointLaw) -> Comparison:
    """The mean squared error is squared bias plus variance plus noise, for any joint law."""
    noise = tuple((e, p) for e, _, p in joint)
    prediction = tuple((g, p) for _, g, p in joint)
    error = sum((p * (target + e - g) ** 2 for e, g, p in joint), Fraction(0))
    bias = target - mean(prediction)
    return Comparison(error, "=", bias**2 + variance(prediction) + variance(noise))


def decomposition(target: Fraction, noise: Law, prediction: Law) -> Comparison:
    """The same for independent noise and prediction."""
    return decomposition_of_joint(target, independent(noise, prediction))


def decomposition_without_noise(target: Fraction, noise: Law, prediction: Law) -> Comparison:
    """The mean squared error is squared bias plus variance."""
    joint = independent(noise, prediction)
    error = sum((p * (target + e - g) ** 2 for e, g, p in joint), Fraction(0))
    return Comparison(error, "=", (target - mean(prediction)) ** 2 + variance(prediction))


def decomposition_everywhere(largest: int) -> Comparison:
    """It holds for fair coins as noise and all predictions with two small values: failures."""
    half = Fraction(1, 2)
    values = [Fraction(n) for n in range(-largest, largest + 1)]
    failures = sum(
        not decomposition(a, ((e, half), (-e, half)), ((g, half), (h, half))).holds
        for a, e, g, h in product(values, repeat=4)
    )
    return Comparison(failures, "=", 0)


def _law(*pairs: tuple[str, str]) -> Law:
    """Write a law as values and probabilities."""
    return tuple((Fraction(x), Fraction(p)) for x, p in pairs)


_COIN = _law(("1", "1/2"), ("-1", "1/2"))
_SKEW = _law(("2", "1/3"), ("-1", "2/3"))
_PREDICTION = _law(("0", "1/4"), ("3/2", "1/4"), ("-5", "1/2"))
_ONE, _HALF = Fraction(1), Fraction(1, 2)

_MODULES = ("DeepTheory.Stability.BiasVariance",)


CHECKS = (
    RowChecks(
        "ch08-bias-variance",
        instances=(
            Instance(
                "coin",
                decomposition,
                {"target": Fraction(3), "noise": _COIN, "prediction": _PREDICTION},
            ),
            Instance(
                "skew-noise",
                decomposition,
                {"target": Fraction(-2, 7), "noise": _SKEW, "prediction": _PREDICTION},
            ),
            Instance(
                "fixed-prediction",
                decomposition,
                {"target": Fraction(3), "noise": _SKEW, "prediction": _law(("1/2", "1"))},
            ),
            Instance("small-values", decomposition_everywhere, {"largest": 2}),
        ),
        controls=(
            Control(
                "prediction-knows-the-noise",
                "the prediction is not independent of the noise: it is the label",
                decomposition_of_joint,
                refuted_by={
                    "target": Fraction(0),
                    "joint": ((_ONE, _ONE, _HALF), (-_ONE, -_ONE, _HALF)),
                },
                holds_for={"target": Fraction(0), "joint": independent(_COIN, _COIN)},
                drops="independent-noise",
            ),
            Control(
                "noise-with-a-mean",
                "the noise is not centred",
                decomposition,
                refuted_by={
                    "target": Fraction(0),
                    "noise": _law(("1", "1")),
                    "prediction": _law(("0", "1")),
                },
                holds_for={"target": Fraction(0), "noise": _COIN, "prediction": _law(("0", "1"))},
                drops="centred-noise",
            ),
            Control(
                "without-noise",
                "the variance of the noise is left out",
                decomposition_without_noise,
                refuted_by={"target": Fraction(0), "noise": _COIN, "prediction": _COIN},
                holds_for={
                    "target": Fraction(0),
                    "noise": _law(("0", "1")),
                    "prediction": _COIN,
                },
            ),
        ),
        computations=(
            Computation(
                "error",
                "∑ s : Bool, ∑ b : Bool, (cond s (1 / 4) (3 / 4) * (1 / 2)) *"
                " (3 + cond b 1 (-1) - cond s 2 5) ^ 2",
                "Rat",
                lambda: sum(
                    p * Fraction(1, 2) * (3 + e - g) ** 2
                    for (g, p), e in product(_law(("2", "1/4"), ("5", "3/4")), (1, -1))
                ),
                _MODULES,
            ),
            Computation(
                "variance",
                "BiasVariance.coin.expectation.var fun b => cond b 2 5",
                "Rat",
                lambda: variance(_law(("2", "1/2"), ("5", "1/2"))),
                _MODULES,
            ),
            Computation(
                "covariance",
                "BiasVariance.coin.expectation.cov (fun b => cond b 2 5) BiasVariance.side",
                "Rat",
                lambda: Fraction(1, 2) * (2 * 1 + 5 * -1),
                _MODULES,
            ),
        ),
    ),
)
