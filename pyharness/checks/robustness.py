"""Checks of chapter 12: robust risk on a line, and linear attacks in finite dimension.

Perturbations are taken from a grid of the ball, which contains the extreme points of the balls of
the norms with rational extreme points.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import digits, lean_digits, real, sqrt
from pyharness.checks.matrices import Vector, add, dot, scale, vectors
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

#: Points of the line with their labels and probabilities.
Data = tuple[tuple[int, bool, Fraction], ...]
#: The points that a classifier labels true.
Accepted = frozenset[int]


# ----- Risks on a line ----------------------------------------------------------------------------


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


def near_an_error(
    data: Data, accepted: Accepted, budget: int, *, every: bool = False
) -> Comparison:
    """The robust risk is the mass of the points that some error is near.

    For a point with its label, the distance to the nearest point that the classifier labels
    otherwise is at most the budget. Such points are looked for among the integers up to 20. With
    ``every`` the robust risk asks all perturbations to change the prediction.
    """
    mass = sum(
        (
            p
            for x, y, p in data
            if min((abs(x - z) for z in range(-20, 21) if (z in accepted) != y), default=21)
            <= budget
        ),
        Fraction(0),
    )
    if every:
        wrong = [(p, [(x + d in accepted) != y for d in ball(budget)]) for x, y, p in data]
        return Comparison(sum((p for p, found in wrong if all(found)), Fraction(0)), "=", mass)
    return Comparison(robust_risk(data, accepted, ball(budget)), "=", mass)


def no_budget(data: Data, accepted: Accepted) -> Comparison:
    """Without a budget the robust risk is the risk."""
    return Comparison(robust_risk(data, accepted, ball(0)), "=", risk(data, accepted))


def risk_at_most_robust(
    data: Data, accepted: Accepted, perturbations: tuple[int, ...]
) -> Comparison:
    """The risk is at most the robust risk, for any set of perturbations."""
    return Comparison(risk(data, accepted), "≤", robust_risk(data, accepted, perturbations))


def classifiers(points: int) -> Iterator[Accepted]:
    """List the sets of accepted points."""
    for bits in product([False, True], repeat=points):
        yield frozenset(x for x, bit in enumerate(bits) if bit)


def _budgets_of_classifiers() -> Iterator[Mapping[str, object]]:
    """List the classifiers of six points of the line with small budgets."""
    for accepted, budget in product(classifiers(6), range(4)):
        yield {"data": _DATA, "accepted": accepted, "budget": budget}


def two_points(points: int) -> Iterator[Data]:
    """List the labels of two points with equal chances, next to the ends of the line."""
    half = Fraction(1, 2)
    for y, z in product([False, True], repeat=2):
        yield (1, y, half), (points - 2, z, half)


def budgets() -> SearchStrategy[Fraction]:
    """Return a strategy for budgets."""
    return st.parts(0, 2, 6)


# ----- Linear attacks -----------------------------------------------------------------------------


def l1(v: Vector) -> Fraction:
    """Return the sum of the absolute values."""
    return sum((abs(a) for a in v), Fraction(0))


def largest(v: Vector) -> Fraction:
    """Return the largest absolute value."""
    return max(abs(a) for a in v)


def sign(a: Fraction) -> int:
    """Return 1, 0 or -1."""
    return (a > 0) - (a < 0)


def perturbations(
    size: int, budget: Fraction, steps: int, norm: Callable[[Vector], Fraction]
) -> Iterator[Vector]:
    """List the points of a grid within the budget; the grid has its corners."""
    levels = [budget * k / steps for k in range(-steps, steps + 1)]
    yield from (d for d in product(levels, repeat=size) if norm(d) <= budget)


def attack_largest(g: Vector, budget: Fraction, steps: int) -> Comparison:
    """For the norm ℓ∞ the greatest value of ⟨g, δ⟩ is ε times the sum of the |g_i|."""
    greatest = max(dot(g, d) for d in perturbations(len(g), budget, steps, largest))
    return Comparison(greatest, "=", budget * l1(g))


def attack_largest_own(g: Vector, budget: Fraction, steps: int) -> Comparison:
    """For the norm ℓ∞ the greatest value of ⟨g, δ⟩ is ε times the largest of the |g_i|."""
    greatest = max(dot(g, d) for d in perturbations(len(g), budget, steps, largest))
    return Comparison(greatest, "=", budget * largest(g))


def attack_l1(g: Vector, budget: Fraction, steps: int) -> Comparison:
    """For the norm ℓ₁ the greatest value of ⟨g, δ⟩ is ε times the largest of the |g_i|."""
    greatest = max(dot(g, d) for d in perturbations(len(g), budget, steps, l1))
    return Comparison(greatest, "=", budget * largest(g))


def attack_l2(g: Vector, length: Fraction, budget: Fraction, steps: int) -> Comparison:
    """For the norm ℓ₂ no value exceeds ε times the length of g, and ε g / ‖g‖ attains it."""
    assert dot(g, g) == length**2
    attained = tuple(budget * a / length for a in g)
    inside = [d for d in perturbations(len(g), budget, steps, largest) if dot(d, d) <= budget**2]
    greatest = max(dot(g, d) for d in [attained, *inside])
    return Comparison((greatest, dot(attained, attained)), "=", (budget * length, budget**2))


def sign_attack_fits(g: Vector, budget: Fraction) -> Comparison:
    """The perturbation ε sgn(g) has a norm ℓ∞ of at most ε."""
    return Comparison(largest(tuple(budget * sign(a) for a in g)), "≤", budget)


def sign_attack_attains(g: Vector, budget: Fraction) -> Comparison:
    """At the perturbation ε sgn(g) the linear form has the value ε ‖g‖₁."""
    return Comparison(dot(g, tuple(budget * sign(a) for a in g)), "=", budget * l1(g))


def one_coordinate_attains(g: Vector, budget: Fraction) -> Comparison:
    """For the norm ℓ₁ a perturbation of one coordinate alone attains ε times the largest |g_i|."""
    units = [tuple(Fraction(int(i == j)) for j in range(len(g))) for i in range(len(g))]
    values = [dot(g, scale(s * budget, unit)) for unit in units for s in (1, -1)]
    return Comparison(max(values), "=", budget * largest(g))


def greatest_shift(w: Vector, x: Vector, budget: Fraction, steps: int) -> Comparison:
    """The score shifts by at most ε times the sum of the weights' absolute values, attained."""
    shifts = (
        abs(dot(w, add(x, d)) - dot(w, x)) for d in perturbations(len(w), budget, steps, largest)
    )
    return Comparison(max(shifts), "=", budget * l1(w))


def greatest_shift_of_parabola(
    curvature: Fraction, x: Fraction, budget: Fraction, steps: int
) -> Comparison:
    """The same for the score x + c x² with its derivative 1 + 2 c x as the weight."""
    shifts = (
        abs(d + curvature * ((x + d) ** 2 - x**2))
        for (d,) in perturbations(1, budget, steps, largest)
    )
    return Comparison(max(shifts), "=", budget * abs(1 + 2 * curvature * x))


def shift_is_within(w: Vector, shift: Vector, budget: Fraction) -> Comparison:
    """A perturbation, which need not be within the budget, shifts the score by at most ε ‖w‖₁."""
    return Comparison(abs(dot(w, shift)), "≤", budget * l1(w))


def greatest_shift_of_signs(size: int, root: int, budget: Fraction, steps: int) -> Comparison:
    """With weights ±1 the shift is ε d for ℓ∞ and, for d = r², ε r for ℓ₂."""
    assert root**2 == size
    w = tuple(Fraction((-1) ** i) for i in range(size))
    cube = max(abs(dot(w, d)) for d in perturbations(size, budget, steps, largest))
    even = tuple(budget * a / root for a in w)
    ball = [
        even,
        *(d for d in perturbations(size, budget, steps, largest) if dot(d, d) <= budget**2),
    ]
    return Comparison(
        (cube, max(abs(dot(w, d)) for d in ball)), "=", (budget * size, budget * root)
    )


# ----- The robust radius of a linear classifier ---------------------------------------------------


def score(w: Vector, b: Fraction, x: Vector, d: Vector) -> Fraction:
    """Return the score of the perturbed point."""
    return dot(w, add(x, d)) + b


def radius_is_exact(
    w: Vector, b: Fraction, x: Vector, steps: int, closed: bool = False
) -> Comparison:
    """Below |⟨w, x⟩ + b| / ‖w‖₁ in ℓ∞ the label stays; at that distance the boundary is reached."""
    centre = dot(w, x) + b
    radius = abs(centre) / l1(w)
    ball = list(perturbations(len(w), radius, steps, largest))
    inside = [d for d in ball if closed or largest(d) < radius]
    changed = sum(sign(score(w, b, x, d)) != sign(centre) for d in inside)
    touching = [d for d in ball if largest(d) == radius and score(w, b, x, d) == 0]
    return Comparison((changed, bool(touching)), "=", (0, True))


def boundary_reached(w: Vector, b: Fraction, x: Vector, reach: Fraction, steps: int) -> Comparison:
    """Some perturbation leads to the boundary."""
    ball = perturbations(len(w), reach, steps, largest)
    return Comparison(any(score(w, b, x, d) == 0 for d in ball), "=", True)


_DATA: Data = (
    (0, True, Fraction(1, 2)),
    (3, False, Fraction(1, 3)),
    (5, True, Fraction(1, 6)),
)
_ACCEPTED = frozenset({0, 1, 4})
_ONE_POINT: Data = ((0, True, Fraction(1)),)
_MODULES = ("DeepTheory.Robustness.RobustRisk",)
_LINEAR = ("DeepTheory.Robustness.DualNorm",)
_GRADIENT: Vector = (Fraction(1, 2), Fraction(-2), Fraction(0))
_OTHER: Vector = (Fraction(-3, 4), Fraction(1, 3), Fraction(5))
_LEAN_GRADIENT = "(fun i : Fin 3 => if i = 0 then (1 / 2 : Rat) else if i = 1 then -2 else 0)"
_ONES: Vector = (Fraction(1), Fraction(1))
_ZERO: Vector = (Fraction(0), Fraction(0))


CHECKS = (
    RowChecks(
        "ch12-robust-risk",
        instances=(
            Instance(
                "budget-one", near_an_error, {"data": _DATA, "accepted": _ACCEPTED, "budget": 1}
            ),
            Instance(
                "budget-two",
                near_an_error,
                {"data": _ONE_POINT, "accepted": frozenset({-1, 0, 1}), "budget": 2},
            ),
            Instance(
                "budget-too-small",
                near_an_error,
                {"data": _ONE_POINT, "accepted": frozenset({-1, 0, 1}), "budget": 1},
            ),
            Instance("no-budget", no_budget, {"data": _DATA, "accepted": _ACCEPTED}),
            Instance("no-budget-one-point", no_budget, {"data": _ONE_POINT, "accepted": _ACCEPTED}),
            Instance("no-budget-all-wrong", no_budget, {"data": _DATA, "accepted": frozenset({3})}),
        ),
        searches=(
            Exhaustion(
                "all-classifiers",
                no_budget,
                lambda: ({"data": _DATA, "accepted": a} for a in classifiers(6)),
            ),
            Exhaustion("near-errors", near_an_error, _budgets_of_classifiers),
        ),
        controls=(
            Control(
                "every-perturbation",
                "every perturbation must change the prediction, instead of some",
                near_an_error,
                refuted_by={"data": _DATA, "accepted": _ACCEPTED, "budget": 1, "every": True},
                holds_for={"data": _DATA, "accepted": _ACCEPTED, "budget": 0, "every": True},
            ),
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
        ),
        searches=(
            Exhaustion(
                "all-classifiers",
                risks_in_order,
                lambda: (
                    {"data": data, "accepted": a, "small": 1, "large": 2}
                    for a in classifiers(6)
                    for data in two_points(6)
                ),
            ),
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
    RowChecks(
        "ch12-dual-norm-attack",
        instances=(
            Instance(
                "largest-entry",
                attack_largest,
                {"g": _GRADIENT, "budget": Fraction(1, 10), "steps": 3},
            ),
            Instance("sum-of-entries", attack_l1, {"g": _OTHER, "budget": Fraction(2), "steps": 3}),
            Instance(
                "euclidean",
                attack_l2,
                {
                    "g": (Fraction(2), Fraction(-3), Fraction(6)),
                    "length": Fraction(7),
                    "budget": Fraction(1, 2),
                    "steps": 4,
                },
            ),
            Instance("no-budget", attack_l1, {"g": _GRADIENT, "budget": Fraction(0), "steps": 1}),
            Instance("sign", sign_attack_fits, {"g": _OTHER, "budget": Fraction(1, 3)}),
            Instance("sign-value", sign_attack_attains, {"g": _OTHER, "budget": Fraction(1, 3)}),
            Instance(
                "one-coordinate", one_coordinate_attains, {"g": _GRADIENT, "budget": Fraction(3, 2)}
            ),
        ),
        searches=(
            Search(
                "largest-entry",
                attack_largest,
                lambda: {"g": vectors(3, parts=4), "budget": budgets(), "steps": st.just(2)},
            ),
            Search(
                "sum-of-entries",
                attack_l1,
                lambda: {"g": vectors(3, parts=4), "budget": budgets(), "steps": st.just(2)},
            ),
        ),
        controls=(
            Control(
                "negative-budget",
                "the budget may be negative",
                sign_attack_fits,
                refuted_by={"g": _GRADIENT, "budget": Fraction(-1)},
                holds_for={"g": _GRADIENT, "budget": Fraction(1)},
                drops="budget",
            ),
            Control(
                "own-norm",
                "the norm ℓ∞ is its own dual",
                attack_largest_own,
                refuted_by={"g": _ONES, "budget": Fraction(1), "steps": 2},
                holds_for={"g": (Fraction(1), Fraction(0)), "budget": Fraction(1), "steps": 2},
            ),
        ),
        computations=(
            Computation(
                "sum-of-entries",
                f"l1Norm {_LEAN_GRADIENT}",
                "Rat",
                lambda: l1(_GRADIENT),
                _LINEAR,
            ),
            Computation(
                "largest-entry",
                f"supNorm {_LEAN_GRADIENT}",
                "Rat",
                lambda: largest(_GRADIENT),
                _LINEAR,
            ),
            Computation(
                "sign-attack",
                f"{_LEAN_GRADIENT} ⬝ᵥ fun i => 1 / 10 * Robust.sgn ({_LEAN_GRADIENT} i)",
                "Rat",
                lambda: Fraction(1, 10) * l1(_GRADIENT),
                _LINEAR,
            ),
            Computation(
                "euclidean-value",
                lean_digits(".mul (.rat (1/10)) (.sqrt (.rat (1/4 + 4)))", 8),
                "Int",
                lambda: digits(sqrt(dot(_GRADIENT, _GRADIENT)) * real(Fraction(1, 10)), 8),
                ("DeepTheory.Real.Interval",),
            ),
        ),
    ),
    RowChecks(
        "ch12-linf-score-shift",
        instances=(
            Instance(
                "three-weights",
                greatest_shift,
                {"w": _GRADIENT, "x": _OTHER, "budget": Fraction(1, 4), "steps": 2},
            ),
            Instance(
                "four-signs",
                greatest_shift_of_signs,
                {"size": 4, "root": 2, "budget": Fraction(1, 10), "steps": 2},
            ),
            Instance(
                "one-sign",
                greatest_shift_of_signs,
                {"size": 1, "root": 1, "budget": Fraction(1, 100), "steps": 9},
            ),
        ),
        searches=(
            Search(
                "scores",
                greatest_shift,
                lambda: {
                    "w": vectors(3, parts=4),
                    "x": vectors(3, parts=4),
                    "budget": budgets(),
                    "steps": st.just(2),
                },
            ),
        ),
        controls=(
            Control(
                "square",
                "the score has a square",
                greatest_shift_of_parabola,
                refuted_by={
                    "curvature": Fraction(1, 2),
                    "x": Fraction(1),
                    "budget": Fraction(1),
                    "steps": 2,
                },
                holds_for={
                    "curvature": Fraction(0),
                    "x": Fraction(1),
                    "budget": Fraction(1),
                    "steps": 2,
                },
                drops="linear-score",
            ),
            Control(
                "negative-budget",
                "the budget is negative, and doing nothing is still possible",
                shift_is_within,
                refuted_by={"w": _GRADIENT, "shift": (Fraction(0),) * 3, "budget": Fraction(-1)},
                holds_for={"w": _GRADIENT, "shift": (Fraction(1),) * 3, "budget": Fraction(1)},
                drops="budget",
            ),
        ),
        computations=(
            Computation(
                "nine-signs",
                "l1Norm (fun i : Fin 9 => if i.val % 2 = 0 then (1 : Rat) else -1)",
                "Rat",
                lambda: Fraction(9),
                _LINEAR,
            ),
            Computation(
                "root-of-ten",
                lean_digits(".mul (.rat (1/100)) (.sqrt (.nat 10))", 9),
                "Int",
                lambda: digits(sqrt(10) * real(Fraction(1, 100)), 9),
                ("DeepTheory.Real.Interval",),
            ),
        ),
    ),
    RowChecks(
        "ch12-linear-certificate",
        instances=(
            Instance(
                "three-weights",
                radius_is_exact,
                {"w": _GRADIENT, "b": Fraction(1, 3), "x": _OTHER, "steps": 4},
            ),
            Instance(
                "negative-side",
                radius_is_exact,
                {"w": _ONES, "b": Fraction(-7, 2), "x": _ONES, "steps": 8},
            ),
            Instance(
                "on-the-boundary",
                radius_is_exact,
                {"w": _ONES, "b": Fraction(-2), "x": _ONES, "steps": 2},
            ),
        ),
        searches=(
            Search(
                "classifiers",
                radius_is_exact,
                lambda: {
                    "w": vectors(2, parts=4).filter(any),
                    "b": st.parts(-3, 3, 4),
                    "x": vectors(2, parts=4),
                    "steps": st.just(4),
                },
            ),
        ),
        controls=(
            Control(
                "closed-ball",
                "the ball is closed",
                radius_is_exact,
                refuted_by={
                    "w": _ONES,
                    "b": Fraction(1),
                    "x": _ONES,
                    "steps": 2,
                    "closed": True,
                },
                holds_for={
                    "w": _ONES,
                    "b": Fraction(-2),
                    "x": _ONES,
                    "steps": 2,
                    "closed": True,
                },
            ),
            Control(
                "constant-score",
                "all weights are zero",
                boundary_reached,
                refuted_by={
                    "w": _ZERO,
                    "b": Fraction(1),
                    "x": _ONES,
                    "reach": Fraction(3),
                    "steps": 6,
                },
                holds_for={
                    "w": _ONES,
                    "b": Fraction(1),
                    "x": _ONES,
                    "reach": Fraction(3),
                    "steps": 6,
                },
                drops="nonzero-weights",
            ),
        ),
        computations=(
            Computation(
                "euclidean-radius",
                lean_digits(".div (.rat (17/24)) (.sqrt (.rat (17/4)))", 8),
                "Int",
                lambda: digits(
                    real(abs(dot(_GRADIENT, _OTHER) + Fraction(1, 3)))
                    / sqrt(dot(_GRADIENT, _GRADIENT)),
                    8,
                ),
                ("DeepTheory.Real.Interval",),
            ),
            Computation(
                "radius",
                f"|{_LEAN_GRADIENT} ⬝ᵥ (fun i => if i = 0 then (-3 / 4 : Rat) else"
                f" if i = 1 then 1 / 3 else 5) + 1 / 3| / l1Norm {_LEAN_GRADIENT}",
                "Rat",
                lambda: abs(dot(_GRADIENT, _OTHER) + Fraction(1, 3)) / l1(_GRADIENT),
                _LINEAR,
            ),
        ),
    ),
)
