"""Checks of chapter 19: metrics with a threshold."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction

from pyharness.checks.matrices import vector
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
)

__all__ = ["CHECKS"]

#: Coefficients of a polynomial, the constant one first.
Polynomial = tuple[Fraction, ...]


def value(score: Polynomial, scale: Fraction) -> Fraction:
    """Return the score at a scale."""
    return sum((c * scale**n for n, c in enumerate(score)), Fraction(0))


def report(score: Polynomial, threshold: Fraction, scale: Fraction) -> int:
    """Return what the benchmark reports: whether the score has reached the threshold."""
    return int(value(score, scale) >= threshold)


def single_step(score: Polynomial, start: Fraction, scales: tuple[Fraction, ...]) -> Comparison:
    """With the threshold at the score of ``start``, the report is a step there."""
    threshold = value(score, start)
    reports = tuple(report(score, threshold, c) for c in scales)
    return Comparison(reports, "=", tuple(int(c >= start) for c in scales))


def rescaled(score: Polynomial, threshold: Fraction, scales: tuple[Fraction, ...]) -> Comparison:
    """The report does not change if score and threshold are cubed."""
    cubed = tuple(int(value(score, c) ** 3 >= threshold**3) for c in scales)
    return Comparison(cubed, "=", tuple(report(score, threshold, c) for c in scales))


def rescaled_by_square(
    score: Polynomial, threshold: Fraction, scales: tuple[Fraction, ...]
) -> Comparison:
    """The same for squares, which do not increase everywhere."""
    squared = tuple(int(value(score, c) ** 2 >= threshold**2) for c in scales)
    return Comparison(squared, "=", tuple(report(score, threshold, c) for c in scales))


_SCALES = vector(-2, -1, "-1/2", 0, "1/3", "1/2", 1, "7/2")
_SEVENTHS = tuple(Fraction(n, 7) for n in range(-14, 15))
_MODULES = ("DeepTheory.Grokking.ThresholdedMetrics", "DeepTheory.Algebra.Rat.Basic")


CHECKS = (
    RowChecks(
        "ch19-thresholded-metrics",
        instances=(
            Instance(
                "line",
                single_step,
                {"score": vector(1, "1/100"), "start": Fraction(1, 2), "scales": _SCALES},
            ),
            Instance(
                "cubic",
                single_step,
                {"score": vector(0, 1, 0, 5), "start": Fraction(0), "scales": _SCALES},
            ),
            Instance(
                "rescaled",
                rescaled,
                {"score": vector(0, 1), "threshold": Fraction(1, 2), "scales": _SCALES},
            ),
        ),
        searches=(
            Exhaustion(
                "lines",
                single_step,
                lambda: (
                    {"score": (Fraction(b), Fraction(1, a)), "start": start, "scales": _SEVENTHS}
                    for a in range(1, 7)
                    for b in range(-1, 2)
                    for start in _SEVENTHS
                ),
            ),
        ),
        controls=(
            Control(
                "not-increasing",
                "the score need not increase: the square",
                single_step,
                refuted_by={
                    "score": vector(0, 0, 1),
                    "start": Fraction(1),
                    "scales": _SCALES,
                },
                holds_for={
                    "score": vector(0, 0, 1),
                    "start": Fraction(1),
                    "scales": vector(0, "1/2", 1, "7/2"),
                },
                drops="increasing",
            ),
            Control(
                "not-strictly",
                "the score is constant",
                single_step,
                refuted_by={"score": vector(1), "start": Fraction(0), "scales": _SCALES},
                holds_for={
                    "score": vector(1),
                    "start": Fraction(0),
                    "scales": vector(0, 1),
                },
                drops="increasing",
            ),
            Control(
                "rescaled-by-square",
                "the scale of the score is changed by a function that is not increasing",
                rescaled_by_square,
                refuted_by={
                    "score": vector(0, 1),
                    "threshold": Fraction(1),
                    "scales": _SCALES,
                },
                holds_for={
                    "score": vector(0, 1),
                    "threshold": Fraction(1),
                    "scales": vector(0, "1/2", 1, "7/2"),
                },
            ),
        ),
        computations=(
            Computation(
                "below",
                "ThresholdedMetric.report Nat (fun c : Rat => c ^ 3 + c) 2 (99 / 100)",
                "Nat",
                lambda: report(vector(0, 1, 0, 1), Fraction(2), Fraction(99, 100)),
                _MODULES,
            ),
            Computation(
                "at-the-threshold",
                "ThresholdedMetric.report Nat (fun c : Rat => c ^ 3 + c) 2 1",
                "Nat",
                lambda: report(vector(0, 1, 0, 1), Fraction(2), Fraction(1)),
                _MODULES,
            ),
        ),
    ),
)
