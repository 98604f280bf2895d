"""Checks of chapter 12: risk and robust risk of classifiers of points on a line."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from pyharness.checks.model import Comparison, Computation, Control, Instance, RowChecks

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CHECKS"]

#: Points of the line with their labels and probabilities.
Data = tuple[tuple[int, bool, Fraction], ...]
#: The points that a classifier labels true.
Accepted = frozenset[int]


def robust_risk(data: Data, accepted: Accepted, perturbations: Iterable[int]) -> Fraction:
    """Return the probability that some perturbation makes the prediction differ from the label."""
    shifts = tuple(perturbations)
    return sum(
        (p for x, y, p in data if any((x + d in accepted) != y for d in shifts)), Fraction(0)
    )


def risk(data: Data, accepted: Accepted) -> Fraction:
    """Return the probability that the prediction differs from the label."""
    return sum((p for x, y, p in data if (x in accepted) != y), Fraction(0))


def ball(radius: int) -> range:
    """Return the perturbations of size at most the radius."""
    return range(-radius, radius + 1)


def risks_in_order(data: Data, accepted: Accepted, small: int, large: int) -> Comparison:
    """Risk, robust risk with a small budget, and with a large one, are in this order."""
    values = (
        risk(data, accepted),
        robust_risk(data, accepted, ball(small)),
        robust_risk(data, accepted, ball(large)),
    )
    return Comparison(values, "=", tuple(sorted(values)))


def no_budget(data: Data, accepted: Accepted) -> Comparison:
    """Without a budget the robust risk is the risk."""
    return Comparison(robust_risk(data, accepted, ball(0)), "=", risk(data, accepted))


def risk_at_most_robust(
    data: Data, accepted: Accepted, perturbations: tuple[int, ...]
) -> Comparison:
    """The risk is at most the robust risk, for any set of perturbations."""
    return Comparison(risk(data, accepted), "≤", robust_risk(data, accepted, perturbations))


def in_order_everywhere(points: int) -> Comparison:
    """It holds for all classifiers of so many points and all labels of two of them: failures."""
    half = Fraction(1, 2)
    classifiers = [
        frozenset(x for x, bit in enumerate(bits) if bit)
        for bits in product([False, True], repeat=points)
    ]
    failures = sum(
        not risks_in_order(((1, y, half), (points - 2, z, half)), accepted, 1, 2).holds
        for accepted, y, z in product(classifiers, [False, True], [False, True])
    )
    return Comparison(failures, "=", 0)


_DATA: Data = (
    (0, True, Fraction(1, 2)),
    (3, False, Fraction(1, 3)),
    (5, True, Fraction(1, 6)),
)
_ACCEPTED = frozenset({0, 1, 4})
_ONE_POINT: Data = ((0, True, Fraction(1)),)
_MODULES = ("DeepTheory.Robustness.RobustRisk",)


CHECKS = (
    RowChecks(
        "ch12-robust-risk",
        instances=(
            Instance("no-budget", no_budget, {"data": _DATA, "accepted": _ACCEPTED}),
            Instance("no-budget-one-point", no_budget, {"data": _ONE_POINT, "accepted": _ACCEPTED}),
            Instance("no-budget-all-wrong", no_budget, {"data": _DATA, "accepted": frozenset({3})}),
        ),
        controls=(
            Control(
                "no-perturbation",
                "the set of perturbations is empty, as for a negative budget",
                risk_at_most_robust,
                refuted_by={"data": _DATA, "accepted": _ACCEPTED, "perturbations": ()},
                holds_for={"data": _DATA, "accepted": _ACCEPTED, "perturbations": (0,)},
                drops="budget",
            ),
        ),
        computations=(
            Computation(
                "robust-risk",
                "letI : Add (Fin 4) := ⟨fun a b =>"
                " ⟨(a.val + b.val) % 4, Nat.mod_lt _ (by decide)⟩⟩;"
                " Robust.robustRisk (FiniteDistribution.uniform Rat (Fin 4)).expectation"
                " (fun i => i) (fun i => decide (i.val < 2)) (fun x : Fin 4 => decide (x.val < 2))"
                " (fun d => d.val < 2)",
                "Rat",
                lambda: Fraction(
                    sum(any(((x + d) % 4 < 2) != (x < 2) for d in range(2)) for x in range(4)), 4
                ),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch12-risk-le-robust",
        instances=(
            Instance(
                "three-points",
                risks_in_order,
                {"data": _DATA, "accepted": _ACCEPTED, "small": 1, "large": 2},
            ),
            Instance(
                "no-budget",
                risks_in_order,
                {"data": _DATA, "accepted": _ACCEPTED, "small": 0, "large": 1},
            ),
            Instance("equal-without-budget", no_budget, {"data": _DATA, "accepted": _ACCEPTED}),
            Instance("all-classifiers", in_order_everywhere, {"points": 6}),
        ),
        controls=(
            Control(
                "without-the-centre",
                "doing nothing is not a perturbation",
                risk_at_most_robust,
                refuted_by={
                    "data": _ONE_POINT,
                    "accepted": frozenset({-1, 1}),
                    "perturbations": (-1, 1),
                },
                holds_for={
                    "data": _ONE_POINT,
                    "accepted": frozenset({-1, 1}),
                    "perturbations": (-1, 0, 1),
                },
                drops="budget",
            ),
        ),
        computations=(
            Computation(
                "risk",
                "Robust.risk (FiniteDistribution.uniform Rat (Fin 4)).expectation"
                " (fun i => i) (fun i => decide (i.val < 2)) (fun x : Fin 4 => decide (x.val < 3))",
                "Rat",
                lambda: Fraction(sum((x < 3) != (x < 2) for x in range(4)), 4),
                _MODULES,
            ),
        ),
    ),
)
