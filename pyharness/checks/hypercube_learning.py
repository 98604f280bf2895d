"""Checks of chapter 10: the low-degree algorithm and what it learns."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import ceil, comb
from typing import TYPE_CHECKING

from pyharness.checks.boolean_functions import (
    AND,
    LEAN_AND,
    LEAN_MAJ3,
    MAJ3,
    MAJ5,
    XOR,
    Number,
    Point,
    Subset,
    Table,
    boolean_functions,
    character,
    coefficient,
    computation,
    dimension_of,
    instance,
    low_sets,
    mean,
    noise_sensitivity,
    noisy,
    parity,
    points,
    polynomial,
    sign,
    spectrum,
    subsets,
    table,
    tail,
    uniform,
)
from pyharness.checks.model import Comparison, Control, Exhaustion, RowChecks

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CHECKS"]


# ----- Definitions --------------------------------------------------------------------------------


def share(f: Table, g: Table) -> Fraction:
    """Return the probability that two functions differ."""
    return mean(tuple(int(a != b) for a, b in zip(f, g, strict=True)))


# ----- Low degrees --------------------------------------------------------------------------------


def coefficient_count(dimension: int, degree: int) -> Comparison:
    """There are at most ``(d + 1) ** (degree - 1)`` sets with fewer elements than the degree."""
    count = len(low_sets(dimension, degree))
    assert count == sum(comb(dimension, j) for j in range(degree))
    return Comparison(count, "≤", Fraction(dimension + 1) ** (degree - 1))


def coefficient_count_without_one(dimension: int, degree: int) -> Comparison:
    """The same with ``d`` in place of ``d + 1``."""
    return Comparison(len(low_sets(dimension, degree)), "≤", Fraction(dimension) ** (degree - 1))


def sign_rounding(weights: tuple[Fraction, ...], f: Table, g: Table) -> Comparison:
    """A wrong sign has at most the weight of the mean square error."""
    wrong = sum(w for w, a, b in zip(weights, f, g, strict=True) if sign(b) != a)
    return Comparison(
        wrong, "≤", sum(w * (a - b) ** 2 for w, a, b in zip(weights, f, g, strict=True))
    )


def sign_rounding_half(weights: tuple[Fraction, ...], f: Table, g: Table) -> Comparison:
    """The same with half of the mean square error."""
    full = sign_rounding(weights, f, g)
    return Comparison(full.left, "≤", full.right / 2)


def accuracy(
    f: Table,
    degree: int,
    estimates: Mapping[Subset, Number],
    tolerance: Fraction,
    error: Fraction,
    *,
    weights: tuple[Fraction, ...] | None = None,
) -> Comparison:
    """The sign of the estimated polynomial errs at most ``count * tolerance**2 + error`` often."""
    d = dimension_of(f)
    g = polynomial(d, {s: estimates.get(s, 0) for s in low_sets(d, degree)})
    wrong = sum(w for w, a, b in zip(weights or uniform(d), f, g, strict=True) if sign(b) != a)
    return Comparison(wrong, "≤", len(low_sets(d, degree)) * tolerance**2 + error)


def accuracy_premises(
    f: Table, degree: int, estimates: Mapping[Subset, Number], tolerance: Fraction, error: Fraction
) -> Comparison:
    """Lemma 10.8, its premises included: accurate coefficients and concentration are asserted."""
    assert set(f) <= {1, -1}
    assert tail(f, degree) <= error
    d = dimension_of(f)
    assert all(abs(estimates[s] - coefficient(f, s)) <= tolerance for s in low_sets(d, degree))
    return accuracy(f, degree, estimates, tolerance, error)


# ----- Samples and learning -----------------------------------------------------------------------


def empirical(f: Table, sample: tuple[int, ...], subset: Subset) -> Fraction:
    """Return the average of label times character over a sample of positions of points."""
    xs = points(dimension_of(f))
    return mean(tuple(f[k] * character(subset, xs[k]) for k in sample))


def empirical_mean(f: Table, subset: Subset, size: int) -> Comparison:
    """The mean of the empirical coefficient over all samples is the coefficient."""
    samples = tuple(product(range(len(f)), repeat=size))
    return Comparison(
        mean(tuple(empirical(f, k, subset) for k in samples)), "=", coefficient(f, subset)
    )


def empirical_variance(f: Table, subset: Subset, size: int) -> Comparison:
    """The variance of the empirical coefficient is ``(1 - c**2) / size``."""
    c = coefficient(f, subset)
    samples = tuple(product(range(len(f)), repeat=size))
    left = mean(tuple((empirical(f, k, subset) - c) ** 2 for k in samples))
    return Comparison(left, "=", (1 - c**2) / size)


def empirical_variance_same(f: Table, subset: Subset, size: int) -> Comparison:
    """The same when one point is drawn and repeated."""
    c = coefficient(f, subset)
    left = mean(tuple((empirical(f, (k,) * size, subset) - c) ** 2 for k in range(len(f))))
    return Comparison(left, "=", (1 - c**2) / size)


def empirical_variance_square(f: Table, subset: Subset, size: int) -> Comparison:
    """The same with the square of the size of the sample."""
    full = empirical_variance(f, subset, size)
    return Comparison(full.left, "=", full.right / size)


def all_accurate(f: Table, degree: int, size: int, tolerance: Fraction) -> Comparison:
    """Some estimate is off by more than the tolerance with probability at most a quotient."""
    sets = low_sets(dimension_of(f), degree)
    true = {s: coefficient(f, s) for s in sets}
    samples = tuple(product(range(len(f)), repeat=size))
    off = mean(
        tuple(
            int(any(abs(empirical(f, k, s) - true[s]) > tolerance for s in sets)) for k in samples
        )
    )
    return Comparison(off, "≤", len(sets) / (size * tolerance**2))


def learned(f: Table, degree: int, sample: tuple[int, ...]) -> Table:
    """Return the prediction of the low-degree algorithm."""
    d = dimension_of(f)
    g = polynomial(d, {s: empirical(f, sample, s) for s in low_sets(d, degree)})
    return tuple(sign(y) for y in g)


def learns_from_all_points(f: Table, degree: int) -> Comparison:
    """With every point once as the sample, the error is at most the mass of the high degrees."""
    g = learned(f, degree, tuple(range(len(f))))
    return Comparison(share(f, g), "≤", tail(f, degree))


def learns_from_sample(f: Table, degree: int, sample: tuple[int, ...]) -> Comparison:
    """The same for a sample of other points."""
    return Comparison(share(f, learned(f, degree, sample)), "≤", tail(f, degree))


def learns_without_constant(f: Table, degree: int) -> Comparison:
    """The same without the coefficient of degree zero."""
    d = dimension_of(f)
    estimates = {s: coefficient(f, s) for s in low_sets(d, degree) if s}
    g = tuple(sign(y) for y in polynomial(d, estimates))
    return Comparison(share(f, g), "≤", tail(f, degree))


def learning(f: Table, degree: int, size: int, error: Fraction, failure: Fraction) -> Comparison:
    """The algorithm errs on more than twice the tail bound with at most the failure probability."""
    assert tail(f, degree) <= error
    assert len(low_sets(dimension_of(f), degree)) <= size * error * failure
    samples = tuple(product(range(len(f)), repeat=size))
    bad = mean(tuple(int(share(f, learned(f, degree, k)) > 2 * error) for k in samples))
    return Comparison(bad, "≤", failure)


def stable_is_concentrated(f: Table, rate: Fraction) -> Comparison:
    """The mass from degree ``⌈1 / rate⌉`` on is at most three times the noise sensitivity."""
    return Comparison(tail(f, ceil(1 / rate)), "≤", 3 * noise_sensitivity(f, rate))


def stable_from(start: tuple[Point, ...], f: Table, rate: Fraction) -> Comparison:
    """The same if the point before the noise is one of a few, with equal chances."""
    value = dict(zip(points(dimension_of(f)), f, strict=True))
    changed = sum(
        p for x in start for y, p in noisy(x, rate).items() if value[y] != value[x]
    ) / Fraction(len(start))
    return Comparison(tail(f, ceil(1 / rate)), "≤", 3 * changed)


def concentrated_unconditionally(f: Table, rate: Fraction, error: Fraction) -> Comparison:
    """Every function is concentrated below the inverse of the rate."""
    return Comparison(tail(f, ceil(1 / rate)), "≤", error)


#: Minus one where all four coordinates are.
_AND4 = table(4, lambda x: -1 if x == (-1, -1, -1, -1) else 1)

_MAJ3_LOW: Mapping[Subset, Number] = {
    (): 0,
    (0,): Fraction(3, 4),
    (1,): Fraction(1, 2),
    (2,): Fraction(1, 2),
}


CHECKS = (
    RowChecks(
        "ch10-low-degree-algorithm",
        instances=(
            instance("majority-of-three", learns_from_all_points, f=MAJ3, degree=2),
            instance("majority-of-five", learns_from_all_points, f=MAJ5, degree=2),
            instance("constant", learns_from_all_points, f=(-1, -1, -1, -1), degree=1),
            instance(
                "all-samples",
                learning,
                f=(1, -1),
                degree=2,
                size=8,
                error=Fraction(1, 2),
                failure=Fraction(1, 2),
            ),
        ),
        searches=(
            Exhaustion(
                "all-boolean-of-three",
                learns_from_all_points,
                lambda: ({"f": f, "degree": k} for f in boolean_functions(3) for k in range(1, 4)),
            ),
        ),
        controls=(
            Control(
                "without-degree-zero",
                "the coefficient of degree zero is left out",
                learns_without_constant,
                refuted_by={"f": (-1, -1, -1, -1), "degree": 1},
                holds_for={"f": MAJ3, "degree": 2},
            ),
            Control(
                "repeated-point",
                "the points of the sample are all equal",
                learns_from_sample,
                refuted_by={"f": AND, "degree": 3, "sample": (0, 0, 0, 0)},
                holds_for={"f": AND, "degree": 3, "sample": (0, 1, 2, 3)},
                drops="uniform",
            ),
        ),
        computations=(
            computation(
                "learned-from-all-points",
                "prob (fun x => sgn (learn (fun x => sign (x 0 && x 1)) 2 (fun k : Fin 4 =>"
                " fun i : Fin 2 => decide (k.val / (i.val + 1) % 2 = 1)) x)"
                " ≠ (sign (x 0 && x 1) : Rat)) + (0 : Rat)",
                "Rat",
                lambda: share(AND, learned(AND, 2, tuple(range(4)))),
            ),
        ),
    ),
    RowChecks(
        "ch10-coefficient-count",
        instances=(
            instance("four-choose-below-three", coefficient_count, dimension=4, degree=3),
            instance("one-coordinate", coefficient_count, dimension=1, degree=2),
            instance("degree-one", coefficient_count, dimension=5, degree=1),
        ),
        searches=(
            Exhaustion(
                "up-to-eight",
                coefficient_count,
                lambda: ({"dimension": d, "degree": a} for d in range(8) for a in range(1, 8)),
                lambda: ({"dimension": d, "degree": a} for d in range(40) for a in range(1, 40)),
            ),
        ),
        controls=(
            Control(
                "d-in-place-of-d-plus-one",
                "the base is d",
                coefficient_count_without_one,
                refuted_by={"dimension": 3, "degree": 2},
                holds_for={"dimension": 3, "degree": 3},
            ),
        ),
        computations=(
            computation(
                "five-below-three", "lowCount (Fin 5) 3", "Nat", lambda: len(low_sets(5, 3))
            ),
            computation(
                "binomials",
                "∑ j < 3, Nat.choose 5 j",
                "Nat",
                lambda: sum(comb(5, j) for j in range(3)),
            ),
        ),
    ),
    RowChecks(
        "ch10-coefficient-estimation",
        instances=(
            instance("mean", empirical_mean, f=AND, subset=(0,), size=2),
            instance("variance", empirical_variance, f=AND, subset=(0,), size=2),
            instance("variance-of-three", empirical_variance, f=AND, subset=(0, 1), size=3),
            instance("variance-zero", empirical_variance, f=XOR, subset=(0, 1), size=3),
            instance(
                "all-accurate", all_accurate, f=AND, degree=2, size=4, tolerance=Fraction(3, 4)
            ),
        ),
        searches=(
            Exhaustion(
                "all-boolean-of-two",
                empirical_variance,
                lambda: (
                    {"f": f, "subset": s, "size": 2}
                    for f in boolean_functions(2)
                    for s in subsets(2)
                ),
            ),
        ),
        controls=(
            Control(
                "square-of-the-size",
                "the variance falls with the square of the size",
                empirical_variance_square,
                refuted_by={"f": AND, "subset": (0,), "size": 2},
                holds_for={"f": AND, "subset": (0,), "size": 1},
            ),
            Control(
                "repeated-point",
                "the points of the sample are all equal",
                empirical_variance_same,
                refuted_by={"f": AND, "subset": (0,), "size": 2},
                holds_for={"f": XOR, "subset": (0, 1), "size": 2},
                drops="uniform-sample",
            ),
        ),
        computations=(
            computation(
                "variance",
                "sampleExpect (fun X : Fin 2 → Fin 2 → Bool =>"
                f" (empirical {LEAN_AND} X {{0}} - 1 / 2) ^ 2)",
                "Rat",
                lambda: empirical_variance(AND, (0,), 2).left,
            ),
        ),
    ),
    RowChecks(
        "ch10-sign-rounding",
        instances=(
            instance(
                "one-wrong", sign_rounding, weights=uniform(1), f=(1, -1), g=(1, Fraction(1, 2))
            ),
            instance("zero", sign_rounding, weights=uniform(1), f=(1, -1), g=(0, 0)),
            instance(
                "weights",
                sign_rounding,
                weights=(Fraction(1, 7), Fraction(6, 7)),
                f=(-1, -1),
                g=(-3, Fraction(1, 9)),
            ),
        ),
        searches=(
            Exhaustion(
                "all-of-dimension-two",
                sign_rounding,
                lambda: (
                    {"weights": uniform(2), "f": f, "g": g}
                    for f in boolean_functions(2)
                    for g in product((Fraction(-1), Fraction(0), Fraction(1, 3)), repeat=4)
                ),
            ),
        ),
        controls=(
            Control(
                "half",
                "the bound is half of the error",
                sign_rounding_half,
                refuted_by={"weights": uniform(1), "f": (-1, -1), "g": (0, 0)},
                holds_for={"weights": uniform(1), "f": (-1, -1), "g": (-1, -1)},
            ),
            Control(
                "small-values",
                "the function has other values than 1 and -1",
                sign_rounding,
                refuted_by={
                    "weights": uniform(1),
                    "f": (Fraction(1, 2), Fraction(1, 2)),
                    "g": (Fraction(1, 2), Fraction(1, 2)),
                },
                holds_for={"weights": uniform(1), "f": (3, 3), "g": (0, 0)},
                drops="boolean",
            ),
        ),
        computations=(
            computation(
                "wrong-signs",
                f"prob (fun x => sgn (lowDegree 2 (fun S => if S.card = 0 then 1 / 2 else 1 / 3) x)"
                f" ≠ {LEAN_AND} x) + (0 : Rat)",
                "Rat",
                lambda: share(
                    AND,
                    tuple(
                        sign(y)
                        for y in polynomial(
                            2, {(): Fraction(1, 2), (0,): Fraction(1, 3), (1,): Fraction(1, 3)}
                        )
                    ),
                ),
            ),
        ),
    ),
    RowChecks(
        "ch10-coefficient-accuracy",
        instances=(
            instance(
                "majority",
                accuracy_premises,
                f=MAJ3,
                degree=2,
                estimates=_MAJ3_LOW,
                tolerance=Fraction(1, 4),
                error=Fraction(1, 4),
            ),
            instance(
                "exact-coefficients",
                accuracy_premises,
                f=AND,
                degree=2,
                estimates=spectrum(AND),
                tolerance=Fraction(0),
                error=Fraction(1, 4),
            ),
            instance(
                "degree-one",
                accuracy_premises,
                f=AND,
                degree=1,
                estimates={(): Fraction(1, 3)},
                tolerance=Fraction(1, 6),
                error=Fraction(3, 4),
            ),
        ),
        searches=(
            Exhaustion(
                "all-of-dimension-three",
                accuracy_premises,
                lambda: (
                    {
                        "f": f,
                        "degree": 2,
                        "estimates": {
                            s: coefficient(f, s) + Fraction(1, 3) for s in low_sets(3, 2)
                        },
                        "tolerance": Fraction(1, 3),
                        "error": tail(f, 2),
                    }
                    for f in boolean_functions(3)
                ),
            ),
        ),
        controls=(
            Control(
                "half-values",
                "the function has other values than 1 and -1",
                accuracy,
                refuted_by={
                    "f": (Fraction(1, 2), Fraction(1, 2)),
                    "degree": 1,
                    "estimates": {(): Fraction(1, 2)},
                    "tolerance": Fraction(0),
                    "error": Fraction(0),
                },
                holds_for={
                    "f": (1, 1),
                    "degree": 1,
                    "estimates": {(): 1},
                    "tolerance": Fraction(0),
                    "error": Fraction(0),
                },
                drops="boolean",
            ),
            Control(
                "high-degree-parity",
                "the function is not concentrated",
                accuracy,
                refuted_by={
                    "f": XOR,
                    "degree": 2,
                    "estimates": {},
                    "tolerance": Fraction(0),
                    "error": Fraction(1, 4),
                },
                holds_for={
                    "f": XOR,
                    "degree": 2,
                    "estimates": {},
                    "tolerance": Fraction(0),
                    "error": Fraction(1),
                },
                drops="concentrated",
            ),
            Control(
                "wrong-coefficients",
                "the coefficients are not accurate",
                accuracy,
                refuted_by={
                    "f": (1, -1),
                    "degree": 2,
                    "estimates": {(0,): -1},
                    "tolerance": Fraction(1, 2),
                    "error": Fraction(0),
                },
                holds_for={
                    "f": (1, -1),
                    "degree": 2,
                    "estimates": {(0,): Fraction(1, 2)},
                    "tolerance": Fraction(1, 2),
                    "error": Fraction(0),
                },
                drops="accurate",
            ),
            Control(
                "weight-on-errors",
                "the points are not uniform",
                accuracy,
                refuted_by={
                    "f": AND,
                    "degree": 1,
                    "estimates": {(): Fraction(1, 2)},
                    "tolerance": Fraction(0),
                    "error": Fraction(3, 4),
                    "weights": (Fraction(0), Fraction(0), Fraction(0), Fraction(1)),
                },
                holds_for={
                    "f": AND,
                    "degree": 1,
                    "estimates": {(): Fraction(1, 2)},
                    "tolerance": Fraction(0),
                    "error": Fraction(3, 4),
                    "weights": uniform(2),
                },
                drops="uniform",
            ),
        ),
        computations=(
            computation(
                "error-of-estimates",
                f"prob (fun x => sgn (lowDegree 1 (fun _ => 1 / 3) x) ≠ {LEAN_AND} x) + (0 : Rat)",
                "Rat",
                lambda: accuracy(AND, 1, {(): Fraction(1, 3)}, Fraction(0), Fraction(0)).left,
            ),
        ),
    ),
    RowChecks(
        "ch10-noise-to-learning",
        instances=(
            instance("majority-of-three", stable_is_concentrated, f=MAJ3, rate=Fraction(2, 5)),
            instance("majority-of-five", stable_is_concentrated, f=MAJ5, rate=Fraction(1, 3)),
            instance("and", stable_is_concentrated, f=AND, rate=Fraction(1, 2)),
            instance(
                "learning",
                learning,
                f=(1, -1),
                degree=2,
                size=8,
                error=Fraction(1, 2),
                failure=Fraction(1, 2),
            ),
        ),
        searches=(
            Exhaustion(
                "all-boolean-of-three",
                stable_is_concentrated,
                lambda: (
                    {"f": f, "rate": Fraction(1, m)}
                    for f in boolean_functions(3)
                    for m in (2, 3, 4)
                ),
            ),
        ),
        controls=(
            Control(
                "no-stability",
                "nothing is assumed about the noise sensitivity",
                concentrated_unconditionally,
                refuted_by={"f": parity(3), "rate": Fraction(1, 3), "error": Fraction(1, 2)},
                holds_for={"f": MAJ3, "rate": Fraction(1, 3), "error": Fraction(1, 2)},
                drops="noise-stable",
            ),
            Control(
                "parity-times-three",
                "the function has other values than 1 and -1",
                stable_is_concentrated,
                refuted_by={"f": tuple(3 * y for y in parity(3)), "rate": Fraction(1, 3)},
                holds_for={"f": parity(3), "rate": Fraction(1, 3)},
                drops="boolean",
            ),
            Control(
                "far-from-the-minus-one",
                "the point before the noise is not uniform: it is where the function is constant",
                stable_from,
                refuted_by={"start": ((1, 1, 1, 1),), "f": _AND4, "rate": Fraction(1, 4)},
                holds_for={"start": points(4), "f": _AND4, "rate": Fraction(1, 4)},
                drops="uniform",
            ),
        ),
        computations=(
            computation(
                "mass-of-majority-of-three",
                f"highMass {LEAN_MAJ3} 3",
                "Rat",
                lambda: stable_is_concentrated(MAJ3, Fraction(2, 5)).left,
            ),
        ),
    ),
)
