"""Checks of chapter 12: projected attacks, certificates, one robust feature among fragile ones.

The noise of the fragile features is symmetric and takes finitely many values instead of being
Gaussian; accuracies are sums over all its outcomes.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod

from pyharness.checks import strategies as st
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    matrix,
    norm_squared,
    scale,
    subtract,
    transpose,
    vector,
    vectors,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)


# ----- Projected gradients ------------------------------------------------------------------------


def largest(x: Vector) -> Fraction:
    """Return the largest size of a coordinate."""
    return max(map(abs, x))


def clip(x: Vector, epsilon: Fraction) -> Vector:
    """Return the vector with each coordinate moved into ``[-ε, ε]``."""
    return tuple(max(-epsilon, min(epsilon, a)) for a in x)


def rescale(x: Vector, epsilon: Fraction) -> Vector:
    """Return the multiple of the vector that is in the cube."""
    return x if largest(x) <= epsilon else scale(epsilon / largest(x), x)


def clipping_is_nearest(x: Vector, other: Vector, epsilon: Fraction) -> Comparison:
    """No point of the cube is nearer than the clipped vector: squared distances.

    The other point is taken from the cube by clipping.
    """
    near = norm_squared(subtract(x, clip(x, epsilon)))
    return Comparison(near, "≤", norm_squared(subtract(x, clip(other, epsilon))))


def rescaling_is_nearest(x: Vector, other: Vector, epsilon: Fraction) -> Comparison:
    """The same for the rescaled vector."""
    near = norm_squared(subtract(x, rescale(x, epsilon)))
    return Comparison(near, "≤", norm_squared(subtract(x, clip(other, epsilon))))


def attack(
    a: Matrix,
    b: Vector,
    epsilon: Fraction,
    eta: Fraction,
    steps: int,
    *,
    signs: bool = False,
    projected: bool = True,
) -> list[Vector]:
    """Return the iterates from zero for ``½ |A δ - b|²``, or with signs of gradients."""
    found = [(Fraction(0),) * len(a[0])]
    for _ in range(steps):
        gradient = apply(transpose(a), subtract(apply(a, found[-1]), b))
        if signs:
            gradient = tuple(Fraction((g > 0) - (g < 0)) for g in gradient)
        step = add(found[-1], scale(eta, gradient))
        found.append(clip(step, epsilon) if projected else step)
    return found


def stays_in_the_cube(
    a: Matrix,
    b: Vector,
    epsilon: Fraction,
    eta: Fraction,
    *,
    signs: bool = False,
    projected: bool = True,
) -> Comparison:
    """The largest coordinate of six iterates is at most the budget."""
    steps = attack(a, b, epsilon, eta, 6, signs=signs, projected=projected)
    return Comparison(max(map(largest, steps)), "≤", epsilon)


def signs_reach_the_corner(g: Vector, epsilon: Fraction) -> Comparison:
    """For a linear loss one step with signs and ``η = ε`` has the value ``ε |g|₁``."""
    step = clip(scale(epsilon, tuple(Fraction((a > 0) - (a < 0)) for a in g)), epsilon)
    reached = sum(x * y for x, y in zip(step, g, strict=True))
    return Comparison(reached, "=", epsilon * sum(map(abs, g)))


def nearest_is_unique(budget: Vector, x: Fraction) -> Comparison:
    """One point of the budget is nearest: the number of nearest points."""
    least = min(abs(x - b) for b in budget)
    return Comparison(sum(abs(x - b) == least for b in budget), "=", 1)


# ----- Certificates -------------------------------------------------------------------------------

#: Slopes and constants of the lines whose maximum is the score.
Score = tuple[tuple[Fraction, Fraction], ...]


def score(lines: Score, x: Fraction) -> Fraction:
    """Return the largest of the lines, less one: its sign is the label."""
    return max(a * x + b for a, b in lines) - 1


def nearest_flip(lines: Score, x: Fraction) -> Fraction:
    """Return the distance to the nearest point where the score is zero.

    Such a point is a zero of one of the lines; the score must vanish somewhere.
    """
    zeros = [(1 - b) / a for a, b in lines if a]
    return min(abs(x - z) for z in zeros if score(lines, z) == 0)


def certified(lines: Score, x: Fraction) -> Comparison:
    """The score over its Lipschitz constant is a certificate: at most the distance of a flip."""
    slope = max(abs(a) for a, _ in lines)
    return Comparison(abs(score(lines, x)) / slope, "≤", nearest_flip(lines, x))


def certified_by_gradient(lines: Score, x: Fraction) -> Comparison:
    """The same with the slope of the score at the point itself."""
    slope = max((a * x + b, abs(a)) for a, b in lines)[1]
    return Comparison(abs(score(lines, x)) / slope, "≤", nearest_flip(lines, x))


# ----- Fragile features ---------------------------------------------------------------------------

#: Values of the noise with their probabilities; symmetric.
Noise = tuple[tuple[Fraction, Fraction], ...]


def accuracy(
    noise: Noise, eta: Fraction, count: int, shift: Fraction = Fraction(0), *, copied: bool = False
) -> Fraction:
    """Return how often the average of ``η Y + noise`` has the sign of ``Y``, after an attack.

    The attack subtracts ``shift · Y`` from all features. If the noise is copied, it is the same in
    all features.
    """
    answer = Fraction(0)
    for y in (1, -1):
        if copied:
            outcomes = [((value,) * count, mass) for value, mass in noise]
        else:
            outcomes = [
                (
                    tuple(value for value, _ in choice),
                    prod((mass for _, mass in choice), start=Fraction(1)),
                )
                for choice in product(noise, repeat=count)
            ]
        for values, mass in outcomes:
            average = sum((eta - shift) * y + value for value in values)
            answer += mass / 2 if average * y > 0 else 0
    return answer


def shifted_law(noise: Noise, eta: Fraction, shift: Fraction) -> dict[Fraction, Fraction]:
    """Return the law of ``η Y + noise - shift · Y`` for the label one."""
    return {eta - shift + value: mass for value, mass in noise if mass}


def law_of_other_label(noise: Noise, eta: Fraction, factor: int = 2) -> Comparison:
    """After the attack with ``2η`` the features have the law of the other label."""
    other = {-eta + value: mass for value, mass in noise if mass}
    return Comparison(shifted_law(noise, eta, factor * eta), "=", other)


def attacked_accuracy(
    noise: Noise, eta: Fraction, count: int, budget: Fraction | None = None
) -> Comparison:
    """With the budget ``2η`` the robust accuracy is at most one less the accuracy."""
    shift = 2 * eta if budget is None else budget
    return Comparison(accuracy(noise, eta, count, shift), "≤", 1 - accuracy(noise, eta, count))


def more_features_help(
    noise: Noise, eta: Fraction, count: int, *, copied: bool = False
) -> Comparison:
    """So many features are more accurate than one."""
    return Comparison(accuracy(noise, eta, 1), "<", accuracy(noise, eta, count, copied=copied))


def robust_feature_survives(epsilon: Fraction, parts: int) -> Comparison:
    """The sign of ``X₁ = ±1`` is kept by all perturbations of at most ``ε``: on a grid.

    Compared are zero and the least product of the feature before and after.
    """
    moves = [epsilon * Fraction(k, parts) for k in range(-parts, parts + 1)]
    return Comparison(0, "<", min((x + move) * x for x in (1, -1) for move in moves))


# ----- Values -------------------------------------------------------------------------------------

_SIGNS: Noise = ((Fraction(1), _HALF), (Fraction(-1), _HALF))
_THREE: Noise = (
    (Fraction(2), Fraction(1, 8)),
    (Fraction(0), Fraction(3, 4)),
    (Fraction(-2), Fraction(1, 8)),
)
_MATRIX = matrix((2, 1), (-1, 3))
_SCORE: Score = ((Fraction(1), Fraction(0)), (Fraction(5), Fraction(-12)))


CHECKS = (
    RowChecks(
        "ch12-pgd",
        instances=(
            Instance(
                "nearest",
                clipping_is_nearest,
                {"x": vector(3, "1/4"), "other": vector(1, "1/3"), "epsilon": Fraction(1)},
            ),
            Instance(
                "inside",
                clipping_is_nearest,
                {"x": vector("1/2", 0), "other": vector("1/2", 0), "epsilon": Fraction(1)},
            ),
            Instance(
                "gradients",
                stays_in_the_cube,
                {"a": _MATRIX, "b": vector(1, 1), "epsilon": _HALF, "eta": Fraction(1)},
            ),
            Instance(
                "signs",
                stays_in_the_cube,
                {
                    "a": _MATRIX,
                    "b": vector(1, 1),
                    "epsilon": _HALF,
                    "eta": Fraction(1, 8),
                    "signs": True,
                },
            ),
            Instance(
                "corner", signs_reach_the_corner, {"g": vector(3, 0, "-1/2"), "epsilon": _HALF}
            ),
        ),
        searches=(
            Search(
                "nearest",
                clipping_is_nearest,
                lambda: {
                    "x": vectors(3),
                    "other": vectors(3),
                    "epsilon": st.sampled_from(vector(0, "1/2", 2)),
                },
            ),
            Search(
                "iterates",
                stays_in_the_cube,
                lambda: {
                    "a": st.just(_MATRIX),
                    "b": vectors(2),
                    "epsilon": st.sampled_from(vector("1/4", 1)),
                    "eta": st.parts(0, 3, 12),
                    "signs": st.booleans(),
                },
                cases=40,
            ),
        ),
        controls=(
            Control(
                "rescaled",
                "the projection is a rescaling",
                rescaling_is_nearest,
                refuted_by={
                    "x": vector(2, 1),
                    "other": vector(1, 1),
                    "epsilon": Fraction(1),
                },
                holds_for={"x": vector(2, 2), "other": vector(1, 1), "epsilon": Fraction(1)},
                over=lambda: {
                    "x": vectors(2),
                    "other": vectors(2),
                    "epsilon": st.just(Fraction(1)),
                },
            ),
            Control(
                "not-projected",
                "the steps are not projected",
                stays_in_the_cube,
                refuted_by={
                    "a": _MATRIX,
                    "b": vector(1, 1),
                    "epsilon": _HALF,
                    "eta": Fraction(1, 4),
                    "projected": False,
                },
                holds_for={
                    "a": _MATRIX,
                    "b": vector(1, 1),
                    "epsilon": _HALF,
                    "eta": Fraction(1, 12),
                    "signs": True,
                    "projected": False,
                },
            ),
            Control(
                "two-points",
                "the budget has two points and is not convex",
                nearest_is_unique,
                refuted_by={"budget": vector(-1, 1), "x": Fraction(0)},
                holds_for={"budget": vector(-1, 1), "x": Fraction(1, 3)},
                drops="convex-budget",
            ),
        ),
    ),
    RowChecks(
        "ch12-certificate",
        instances=(
            Instance("two-lines", certified, {"lines": _SCORE, "x": Fraction(-1)}),
            Instance(
                "one-line",
                certified,
                {"lines": ((Fraction(2), Fraction(0)),), "x": Fraction(3)},
            ),
            Instance("on-the-boundary", certified, {"lines": _SCORE, "x": Fraction(1)}),
        ),
        searches=(
            Search(
                "points",
                certified,
                lambda: {
                    "lines": st.just(_SCORE),
                    "x": st.parts(-4, 4, 10),
                },
            ),
        ),
        controls=(
            Control(
                "slope-at-the-point",
                "the score is divided by its slope at the point",
                certified_by_gradient,
                refuted_by={
                    "lines": ((Fraction(1, 10), Fraction(0)), (Fraction(5), Fraction(-12))),
                    "x": Fraction(2),
                },
                holds_for={
                    "lines": ((Fraction(1, 10), Fraction(0)), (Fraction(5), Fraction(-12))),
                    "x": Fraction(3),
                },
            ),
        ),
    ),
    RowChecks(
        "ch12-robust-fragile",
        instances=(
            Instance(
                "five-features",
                attacked_accuracy,
                {"noise": _SIGNS, "eta": Fraction(1, 3), "count": 5},
            ),
            Instance("law", law_of_other_label, {"noise": _THREE, "eta": Fraction(1, 3)}),
            Instance(
                "more-features",
                more_features_help,
                {"noise": _SIGNS, "eta": Fraction(1, 3), "count": 5},
            ),
            Instance(
                "robust-feature",
                robust_feature_survives,
                {"epsilon": Fraction(99, 100), "parts": 10},
            ),
        ),
        searches=(
            Exhaustion(
                "attacks",
                attacked_accuracy,
                lambda: (
                    {"noise": noise, "eta": eta, "count": count}
                    for noise in (_SIGNS, _THREE)
                    for eta in vector("1/10", "1/3", 3)
                    for count in (1, 2, 4)
                ),
            ),
        ),
        controls=(
            Control(
                "budget-eta",
                "the budget is η instead of 2η",
                attacked_accuracy,
                refuted_by={
                    "noise": _SIGNS,
                    "eta": Fraction(2, 3),
                    "count": 5,
                    "budget": Fraction(2, 3),
                },
                holds_for={
                    "noise": _SIGNS,
                    "eta": Fraction(2, 3),
                    "count": 5,
                    "budget": Fraction(4, 3),
                },
                drops="budget",
            ),
            Control(
                "copied-noise",
                "the noise of all features is the same",
                more_features_help,
                refuted_by={"noise": _SIGNS, "eta": Fraction(1, 3), "count": 5, "copied": True},
                holds_for={"noise": _SIGNS, "eta": Fraction(1, 3), "count": 5, "copied": False},
                drops="independent-features",
            ),
            Control(
                "budget-one",
                "the budget is one",
                robust_feature_survives,
                refuted_by={"epsilon": Fraction(1), "parts": 10},
                holds_for={"epsilon": Fraction(9, 10), "parts": 10},
            ),
            Control(
                "law-of-the-mean",
                "the attack subtracts η instead of 2η",
                law_of_other_label,
                refuted_by={"noise": _THREE, "eta": Fraction(1, 3), "factor": 1},
                holds_for={"noise": _THREE, "eta": Fraction(0), "factor": 1},
            ),
        ),
    ),
)
