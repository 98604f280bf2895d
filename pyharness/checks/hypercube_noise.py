"""Checks of chapter 10: noise sensitivity, the tail of stable functions, influences, halfspaces."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.boolean_functions import (
    AND,
    FIRST,
    LEAN_AND,
    LEAN_MAJ3,
    MAJ3,
    MAJ5,
    RATES,
    SECOND,
    XOR,
    Point,
    Subset,
    Table,
    boolean_functions,
    character,
    coefficient,
    computation,
    dimension_of,
    influence,
    instance,
    majority,
    noise_sensitivity,
    noisy,
    parity,
    points,
    sign,
    spectrum,
    subsets,
    table,
    tail,
)
from pyharness.checks.enclosures import (
    digits,
    exp,
    lean_digits,
    sqrt,
)
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Identity,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    import sympy

__all__ = ["CHECKS"]


# ----- Definitions --------------------------------------------------------------------------------


def halfspaces(dimension: int, greatest: int) -> tuple[Table, ...]:
    """Return all halfspaces with small integer weights and thresholds, each once."""
    weights = product(range(-greatest, greatest + 1), repeat=dimension)
    found = {
        table(
            dimension, lambda x, a=a, t=t: sign(sum(u * v for u, v in zip(a, x, strict=True)) - t)
        )
        for a in weights
        for t in range(-dimension * greatest, dimension * greatest + 1)
    }
    return tuple(sorted(found))


def is_unate(f: Table) -> bool:
    """Tell whether the function is monotone in each coordinate, up to the direction."""
    xs = points(dimension_of(f))
    value = dict(zip(xs, f, strict=True))
    for i in range(dimension_of(f)):
        steps = {value[x] - value[(*x[:i], -1, *x[i + 1 :])] for x in xs if x[i] == 1}
        if any(s > 0 for s in steps) and any(s < 0 for s in steps):
            return False
    return True


# ----- Noise --------------------------------------------------------------------------------------


def noise_is_a_distribution(x: Point, rate: Fraction) -> Comparison:
    """The probabilities of the noisy point add up to one, and each coordinate has the rate."""
    law = noisy(x, rate)
    rates = tuple(sum(p for y, p in law.items() if y[i] != x[i]) for i in range(len(x)))
    return Comparison((sum(law.values()), *rates), "=", (1, *([rate] * len(x))))


def noise_has_chances(x: Point, rate: Fraction) -> Comparison:
    """No probability of a noisy point is negative."""
    return Comparison(min(noisy(x, rate).values()), "≥", 0)


def noise_sensitivity_symmetric(f: Table, rate: Fraction) -> Comparison:
    """Noise sensitivity by pairs in the other order: the pair is symmetric."""
    xs = points(dimension_of(f))
    value = dict(zip(xs, f, strict=True))
    other = sum(noisy(y, rate)[x] for x in xs for y in xs if value[x] != value[y])
    return Comparison(noise_sensitivity(f, rate), "=", Fraction(other) / len(xs))


def one_flip(f: Table, rate: Fraction) -> Comparison:
    """Noise that changes at most one coordinate, in place of each independently."""
    d = dimension_of(f)
    return Comparison(
        noise_sensitivity(f, rate), "=", rate * sum(influence(f, i) for i in range(d))
    )


def multiplier(subset: Subset, x: Point, rate: Fraction) -> Comparison:
    """The mean of a character at the noisy point is a power of ``1 - 2 * rate`` times it."""
    left = sum(p * character(subset, y) for y, p in noisy(x, rate).items())
    return Comparison(left, "=", (1 - 2 * rate) ** len(subset) * character(subset, x))


def multiplier_single(subset: Subset, x: Point, rate: Fraction) -> Comparison:
    """The same with powers of ``1 - rate``."""
    full = multiplier(subset, x, rate)
    return Comparison(full.left, "=", (1 - rate) ** len(subset) * character(subset, x))


def multiplier_together(subset: Subset, x: Point, rate: Fraction) -> Comparison:
    """The same when all coordinates change together or not at all."""
    flipped = tuple(-a for a in x)
    left = (1 - rate) * character(subset, x) + rate * character(subset, flipped)
    return Comparison(left, "=", (1 - 2 * rate) ** len(subset) * character(subset, x))


def spectral(f: Table, rate: Fraction) -> Comparison:
    """The noise sensitivity by the squared Fourier coefficients."""
    stable = sum((1 - 2 * rate) ** len(s) * c**2 for s, c in spectrum(f).items())
    return Comparison(noise_sensitivity(f, rate), "=", Fraction(1, 2) - stable / 2)


def spectral_single(f: Table, rate: Fraction) -> Comparison:
    """The same with powers of ``1 - rate``."""
    stable = sum((1 - rate) ** len(s) * c**2 for s, c in spectrum(f).items())
    return Comparison(noise_sensitivity(f, rate), "=", Fraction(1, 2) - stable / 2)


def stability_tail(f: Table, rate: Fraction, constant: Fraction) -> Comparison:
    """The mass of degree ``1 / rate`` and more is at most a constant times the sensitivity."""
    return Comparison(tail(f, 1 / rate), "≤", constant * noise_sensitivity(f, rate))


def stability_tail_early(f: Table, rate: Fraction, constant: Fraction) -> Comparison:
    """The same with the mass from half of that degree on."""
    return Comparison(tail(f, 1 / (2 * rate)), "≤", constant * noise_sensitivity(f, rate))


def parity_tail(dimension: int, rate: Fraction, constant: Fraction) -> Comparison:
    """The same for the parity of all coordinates, by its closed forms."""
    mass = int(dimension >= 1 / rate)
    return Comparison(mass, "≤", constant * (1 - (1 - 2 * rate) ** dimension) / 2)


def exact_tail(f: Table, rate: Fraction, degree: int) -> Comparison:
    """The form without exponentials: the mass from a degree on, and the power of the multiplier."""
    left = (1 - (1 - 2 * rate) ** degree) * tail(f, degree)
    return Comparison(left, "≤", 2 * noise_sensitivity(f, rate))


def union_bound(f: Table, g: Table, h: Table, rate: Fraction) -> Comparison:
    """The sensitivity of a combination is at most the sum of those of its two parts."""
    combined = {(a, b): c for a, b, c in zip(f, g, h, strict=True)}
    assert all(combined[a, b] == c for a, b, c in zip(f, g, h, strict=True)), "not a combination"
    total = noise_sensitivity(f, rate) + noise_sensitivity(g, rate)
    return Comparison(noise_sensitivity(h, rate), "≤", total)


def union_bound_unrelated(f: Table, g: Table, h: Table, rate: Fraction) -> Comparison:
    """The same where the third function need not be a combination of the others."""
    total = noise_sensitivity(f, rate) + noise_sensitivity(g, rate)
    return Comparison(noise_sensitivity(h, rate), "≤", total)


def union_bound_greatest(f: Table, g: Table, h: Table, rate: Fraction) -> Comparison:
    """The same with the greater of the two in place of the sum."""
    greater = max(noise_sensitivity(f, rate), noise_sensitivity(g, rate))
    return Comparison(noise_sensitivity(h, rate), "≤", greater)


def union_bound_other_noise(
    f: Table, g: Table, h: Table, rate: Fraction, other: Fraction
) -> Comparison:
    """The same with another rate of noise for the parts."""
    total = noise_sensitivity(f, other) + noise_sensitivity(g, other)
    return Comparison(noise_sensitivity(h, rate), "≤", total)


def piling_up(rates: tuple[Fraction, ...]) -> Comparison:
    """The probability that an odd number of independent bits is one."""
    odd = sum(
        prod(r if b else 1 - r for r, b in zip(rates, bits, strict=True))
        for bits in product((0, 1), repeat=len(rates))
        if sum(bits) % 2
    )
    return Comparison(odd, "=", Fraction(1 - prod(1 - 2 * r for r in rates)) / 2)


def piling_up_linear(rates: tuple[Fraction, ...]) -> Comparison:
    """The same to first order: the sum of the probabilities."""
    return Comparison(piling_up(rates).left, "=", sum(rates))


def piling_up_equal_bits(count: int, rate: Fraction) -> Comparison:
    """The same for bits that are all equal."""
    return Comparison(rate if count % 2 else 0, "=", (1 - (1 - 2 * rate) ** count) / 2)


def majority_formula(rate: Fraction) -> Comparison:
    """The noise sensitivity of majority of three in closed form."""
    rho = 1 - 2 * rate
    return Comparison(noise_sensitivity(MAJ3, rate), "=", Fraction(1, 2) - (3 * rho + rho**3) / 8)


def majority_formula_single(rate: Fraction) -> Comparison:
    """The same with powers of ``1 - rate``."""
    rho = 1 - rate
    return Comparison(noise_sensitivity(MAJ3, rate), "=", Fraction(1, 2) - (3 * rho + rho**3) / 8)


def majority_coefficients() -> tuple[sympy.Expr, sympy.Expr]:
    """Majority of three is half of the sum less half of the product, where squares are one."""
    import sympy

    x, y, z = sympy.symbols("x y z")
    whole = (x + y + z - x * y * z) ** 2
    expanded = sympy.expand(whole)
    for v in (x, y, z):
        expanded = sympy.expand(expanded.subs(v**3, v).subs(v**2, 1))
    return expanded, sympy.Integer(4)


# ----- Influences and halfspaces ------------------------------------------------------------------


def influence_is_coefficient(f: Table) -> Comparison:
    """The influences are the absolute values of the coefficients of degree one."""
    d = dimension_of(f)
    return Comparison(
        tuple(influence(f, i) for i in range(d)),
        "=",
        tuple(abs(coefficient(f, (i,))) for i in range(d)),
    )


def total_influence(f: Table) -> Comparison:
    """The square of the total influence is at most the number of coordinates."""
    d = dimension_of(f)
    return Comparison(sum(influence(f, i) for i in range(d)) ** 2, "≤", d)


def halfspace_is_unate(f: Table) -> Comparison:
    """A halfspace is monotone in each coordinate, up to the direction."""
    return Comparison(is_unate(f), "=", True)


def peres(f: Table, rate: Fraction) -> Comparison:
    """The square of the noise sensitivity is at most twice the rate."""
    return Comparison(noise_sensitivity(f, rate) ** 2, "≤", 2 * rate)


def peres_root(f: Table, rate: Fraction) -> Comparison:
    """The noise sensitivity is at most the square root of twice the rate."""
    return Comparison(noise_sensitivity(f, rate), "≤", sqrt(2 * rate))


def peres_inverse(f: Table, count: int) -> Comparison:
    """At the rate ``1 / count`` the square of the noise sensitivity is at most that rate."""
    rate = Fraction(1, count)
    return Comparison(noise_sensitivity(f, rate) ** 2, "≤", rate)


def peres_linear(f: Table, rate: Fraction) -> Comparison:
    """The noise sensitivity is at most ``5/4`` times the rate."""
    return Comparison(noise_sensitivity(f, rate), "≤", Fraction(5, 4) * rate)


def conjunction_peres(start: tuple[Point, ...], rate: Fraction) -> Comparison:
    """The bound for the halfspace of the points with a plus, if the first point is one of a few.

    They have equal chances. The label changes from all minus to some plus or back.
    """
    changed = sum(
        p for x in start for y, p in noisy(x, rate).items() if (max(x) == 1) != (max(y) == 1)
    ) / Fraction(len(start))
    return Comparison(changed**2, "≤", 2 * rate)


def parity_peres(dimension: int, count: int) -> Comparison:
    """The bound at the rate ``1 / count`` for the parity of all coordinates."""
    sensitivity = (1 - (1 - Fraction(2, count)) ** dimension) / 2
    return Comparison(sensitivity**2, "≤", Fraction(1, count))


def halfspaces_combined(f: Table, g: Table, h: Table, rate: Fraction) -> Comparison:
    """A combination of two halfspaces: the square of its sensitivity is at most ``8 * rate``."""
    assert union_bound(f, g, h, rate).holds
    return Comparison(noise_sensitivity(h, rate) ** 2, "≤", 4 * 2 * rate)


def many_parities(count: int, rate: Fraction) -> Comparison:
    """The bound without the number of halfspaces, for the parity of single coordinates."""
    return Comparison(((1 - (1 - 2 * rate) ** count) / 2) ** 2, "≤", 2 * rate)


CHECKS = (
    RowChecks(
        "ch10-noise",
        instances=(
            instance("a-point", noise_is_a_distribution, x=(1, -1, 1), rate=Fraction(1, 5)),
            instance("no-noise", noise_is_a_distribution, x=(1, -1), rate=Fraction(0)),
            instance("half", noise_is_a_distribution, x=(-1, -1, 1, 1), rate=Fraction(1, 2)),
            instance("symmetric", noise_sensitivity_symmetric, f=AND, rate=Fraction(1, 3)),
        ),
        searches=(
            Exhaustion(
                "all-of-dimension-three",
                noise_is_a_distribution,
                lambda: ({"x": x, "rate": r} for x in points(3) for r in RATES),
            ),
        ),
        controls=(
            Control(
                "one-coordinate-at-most",
                "at most one coordinate changes",
                one_flip,
                refuted_by={"f": MAJ3, "rate": Fraction(1, 4)},
                holds_for={"f": FIRST, "rate": Fraction(1, 4)},
            ),
            Control(
                "rate-above-one",
                "the rate may exceed one",
                noise_has_chances,
                refuted_by={"x": (1, -1), "rate": Fraction(5, 4)},
                holds_for={"x": (1, -1), "rate": Fraction(1, 4)},
                drops="noise-range",
            ),
        ),
        computations=(
            computation(
                "majority-of-three",
                "noiseSensitivity (1 / 10 : Rat) (majority 3)",
                "Rat",
                lambda: noise_sensitivity(MAJ3, Fraction(1, 10)),
            ),
            computation(
                "majority-of-five",
                "noiseSensitivity (1 / 7 : Rat) (majority 5)",
                "Rat",
                lambda: noise_sensitivity(MAJ5, Fraction(1, 7)),
            ),
            computation(
                "and",
                f"noiseSensitivity (1 / 3) {LEAN_AND}",
                "Rat",
                lambda: noise_sensitivity(AND, Fraction(1, 3)),
            ),
        ),
    ),
    RowChecks(
        "ch10-noise-multiplier",
        instances=(
            instance("two", multiplier, subset=(0, 1), x=(1, -1, -1), rate=Fraction(1, 5)),
            instance("empty", multiplier, subset=(), x=(1, -1), rate=Fraction(1, 3)),
            instance("half", multiplier, subset=(1,), x=(1, -1), rate=Fraction(1, 2)),
        ),
        searches=(
            Exhaustion(
                "all-of-dimension-three",
                multiplier,
                lambda: (
                    {"subset": s, "x": x, "rate": r}
                    for s in subsets(3)
                    for x in points(3)
                    for r in RATES
                ),
            ),
        ),
        controls=(
            Control(
                "one-minus-rate",
                "the multiplier is a power of one less the rate",
                multiplier_single,
                refuted_by={"subset": (0,), "x": (1, 1), "rate": Fraction(1, 4)},
                holds_for={"subset": (), "x": (1, 1), "rate": Fraction(1, 4)},
            ),
            Control(
                "all-together",
                "all coordinates change together",
                multiplier_together,
                refuted_by={"subset": (0, 1), "x": (1, 1), "rate": Fraction(1, 4)},
                holds_for={"subset": (0,), "x": (1, 1), "rate": Fraction(1, 4)},
                drops="independent-flips",
            ),
        ),
        computations=(
            computation(
                "two",
                "noiseMean (1 / 5 : Rat) (character {0, 1}) (fun i : Fin 3 => decide (i = 2))",
                "Rat",
                lambda: multiplier((0, 1), (1, 1, -1), Fraction(1, 5)).left,
            ),
        ),
    ),
    RowChecks(
        "ch10-spectral-ns",
        instances=(
            instance("majority-of-three", spectral, f=MAJ3, rate=Fraction(1, 10)),
            instance("majority-of-five", spectral, f=MAJ5, rate=Fraction(1, 7)),
            instance("and", spectral, f=AND, rate=Fraction(1, 3)),
            instance("above-half", spectral, f=MAJ3, rate=Fraction(9, 10)),
        ),
        searches=(
            Exhaustion(
                "all-boolean-of-three",
                spectral,
                lambda: ({"f": f, "rate": r} for f in boolean_functions(3) for r in RATES),
            ),
        ),
        controls=(
            Control(
                "one-minus-rate",
                "the multiplier is a power of one less the rate",
                spectral_single,
                refuted_by={"f": (1, -1), "rate": Fraction(1, 4)},
                holds_for={"f": (1, 1), "rate": Fraction(1, 4)},
            ),
            Control(
                "constant-two",
                "the function has other values than 1 and -1",
                spectral,
                refuted_by={"f": (2, 2), "rate": Fraction(1, 4)},
                holds_for={"f": (1, 1), "rate": Fraction(1, 4)},
                drops="boolean",
            ),
        ),
        computations=(
            computation(
                "spectral-side",
                "(1 / 2 - 1 / 2 * ∑ S, (1 - 2 * (1 / 10)) ^ S.card *"
                f" coefficient {LEAN_MAJ3} S ^ 2 : Rat)",
                "Rat",
                lambda: spectral(MAJ3, Fraction(1, 10)).right,
            ),
            computation(
                "probability-side",
                f"noiseSensitivity (1 / 10) {LEAN_MAJ3}",
                "Rat",
                lambda: spectral(MAJ3, Fraction(1, 10)).left,
            ),
        ),
    ),
    RowChecks(
        "ch10-stability-tail",
        instances=(
            instance(
                "parity-of-three",
                stability_tail,
                f=parity(3),
                rate=Fraction(1, 3),
                constant=Fraction(7, 3),
            ),
            instance(
                "majority-of-five",
                stability_tail,
                f=MAJ5,
                rate=Fraction(1, 3),
                constant=Fraction(7, 3),
            ),
            instance(
                "parity-of-a-hundred",
                parity_tail,
                dimension=100,
                rate=Fraction(1, 100),
                constant=Fraction(7, 3),
            ),
            instance("exact", exact_tail, f=MAJ5, rate=Fraction(1, 5), degree=3),
            instance("exact-degree-zero", exact_tail, f=MAJ3, rate=Fraction(1, 5), degree=0),
        ),
        searches=(
            Exhaustion(
                "all-boolean-of-three",
                stability_tail,
                lambda: (
                    {"f": f, "rate": r, "constant": Fraction(7, 3)}
                    for f in boolean_functions(3)
                    for r in (Fraction(1, 4), Fraction(1, 3), Fraction(2, 5), Fraction(1, 2))
                ),
            ),
        ),
        controls=(
            Control(
                "constant-two",
                "the constant is 2",
                parity_tail,
                refuted_by={"dimension": 3, "rate": Fraction(1, 3), "constant": Fraction(2)},
                holds_for={"dimension": 2, "rate": Fraction(1, 2), "constant": Fraction(2)},
            ),
            Control(
                "nine-quarters",
                "the constant is 9/4",
                parity_tail,
                refuted_by={"dimension": 12, "rate": Fraction(1, 12), "constant": Fraction(9, 4)},
                holds_for={"dimension": 3, "rate": Fraction(1, 3), "constant": Fraction(9, 4)},
            ),
            Control(
                "from-half-the-degree",
                "the mass is counted from half of the degree on",
                stability_tail_early,
                refuted_by={
                    "f": parity(2),
                    "rate": Fraction(1, 4),
                    "constant": Fraction(7, 3),
                },
                holds_for={"f": FIRST, "rate": Fraction(1, 2), "constant": Fraction(7, 3)},
            ),
            Control(
                "tripled",
                "the function has other values than 1 and -1",
                stability_tail,
                refuted_by={
                    "f": tuple(3 * y for y in XOR),
                    "rate": Fraction(1, 2),
                    "constant": Fraction(7, 3),
                },
                holds_for={"f": XOR, "rate": Fraction(1, 2), "constant": Fraction(7, 3)},
                drops="boolean",
            ),
            Control(
                "rate-one",
                "the rate is above one half",
                stability_tail,
                refuted_by={"f": XOR, "rate": Fraction(1), "constant": Fraction(7, 3)},
                holds_for={"f": FIRST, "rate": Fraction(1), "constant": Fraction(7, 3)},
                drops="noise-range",
            ),
        ),
        computations=(
            computation(
                "mass-of-majority",
                f"∑ S ∈ Finset.univ.filter (fun S : Finset (Fin 3) => 1 ≤ (1 / 3 : Rat) * S.card),"
                f" coefficient {LEAN_MAJ3} S ^ 2",
                "Rat",
                lambda: tail(MAJ3, 3),
            ),
            Computation(
                "printed-constant",
                lean_digits(".div (.nat 2) (.sub .one (.exp (.neg (.nat 2))))", 9),
                "Int",
                lambda: digits(2 / (1 - exp(-2)), 9),
                ("DeepTheory.Real.Interval",),
            ),
        ),
    ),
    RowChecks(
        "ch10-unate-influences",
        instances=(
            instance("majority-of-three", influence_is_coefficient, f=MAJ3),
            instance("majority-of-five", influence_is_coefficient, f=MAJ5),
            instance("and", influence_is_coefficient, f=AND),
            instance("total-of-majority", total_influence, f=MAJ5),
        ),
        searches=(
            Exhaustion(
                "all-unate-of-three",
                influence_is_coefficient,
                lambda: ({"f": f} for f in boolean_functions(3) if is_unate(f)),
            ),
            Exhaustion(
                "totals-of-all-unate-of-three",
                total_influence,
                lambda: ({"f": f} for f in boolean_functions(3) if is_unate(f)),
            ),
            Exhaustion(
                "halfspaces-of-three",
                halfspace_is_unate,
                lambda: ({"f": f} for f in halfspaces(3, 2)),
            ),
        ),
        controls=(
            Control(
                "exclusive-or",
                "the function is not unate",
                total_influence,
                refuted_by={"f": XOR},
                holds_for={"f": FIRST},
                drops="unate",
            ),
            Control(
                "value-zero-at-zero",
                "the function is zero where the sum is zero",
                influence_is_coefficient,
                refuted_by={"f": (1, 0, 0, -1)},
                holds_for={"f": (1, 1, 1, -1)},
            ),
        ),
        computations=(
            computation(
                "total-of-majority",
                "(totalInfluence (majority 3) : Rat)",
                "Rat",
                lambda: sum(influence(MAJ3, i) for i in range(3)),
            ),
            computation(
                "influence-in-majority-of-five",
                "(influence 2 (majority 5) : Rat)",
                "Rat",
                lambda: influence(MAJ5, 2),
            ),
        ),
    ),
    RowChecks(
        "ch10-peres",
        instances=(
            instance("majority-of-three", peres, f=MAJ3, rate=Fraction(1, 10)),
            instance("majority-of-five", peres_inverse, f=MAJ5, count=5),
            instance("coordinate", peres_inverse, f=FIRST, count=2),
        ),
        searches=(
            Exhaustion(
                "halfspaces-of-three",
                peres,
                lambda: ({"f": f, "rate": r} for f in halfspaces(3, 2) for r in RATES if r),
            ),
            Exhaustion(
                "halfspaces-of-three-inverse",
                peres_inverse,
                lambda: ({"f": f, "count": m} for f in halfspaces(3, 2) for m in (2, 3, 4, 8)),
            ),
        ),
        controls=(
            Control(
                "linear",
                "the bound is linear in the rate",
                peres_linear,
                refuted_by={"f": MAJ3, "rate": Fraction(1, 10)},
                holds_for={"f": FIRST, "rate": Fraction(1, 10)},
            ),
            Control(
                "parity-of-eight",
                "the function is not a halfspace",
                parity_peres,
                refuted_by={"dimension": 8, "count": 8},
                holds_for={"dimension": 1, "count": 8},
                drops="halfspace",
            ),
            Control(
                "from-the-corner",
                "the point before the noise is not uniform: all its coordinates are minus",
                conjunction_peres,
                refuted_by={"start": ((-1,) * 7,), "rate": Fraction(1, 16)},
                holds_for={"start": points(3), "rate": Fraction(1, 16)},
                drops="uniform",
            ),
        ),
        computations=(
            computation(
                "weights",
                "noiseSensitivity (1 / 3) (halfspace sgn (fun i : Fin 3 => (i.val + 1 : Rat)) 1)",
                "Rat",
                lambda: noise_sensitivity(
                    table(3, lambda x: sign(x[0] + 2 * x[1] + 3 * x[2] - 1)), Fraction(1, 3)
                ),
            ),
            Computation(
                "printed-bound",
                lean_digits(".sqrt (.rat (2 * (1/10)))", 9),
                "Int",
                lambda: digits(sqrt(Fraction(1, 5)), 9),
                ("DeepTheory.Real.Interval",),
            ),
        ),
        plots=(
            Plot(
                "rate",
                "The more coordinates a majority has, the more its noise sensitivity is like √δ",
                peres_root,
                "rate",
                tuple(Fraction(k, 40) for k in range(1, 21)),
                {
                    "one coordinate": {"f": majority(1)},
                    "majority of 3": {"f": MAJ3},
                    "majority of 5": {"f": MAJ5},
                },
                "noise rate δ",
                "noise sensitivity",
                "bound √(2δ)",
            ),
        ),
    ),
    RowChecks(
        "ch10-majority-margin",
        identities=(Identity("majority-of-three", majority_coefficients),),
        instances=(
            instance("tenth", majority_formula, rate=Fraction(1, 10)),
            instance("third", majority_formula, rate=Fraction(1, 3)),
            instance("half", majority_formula, rate=Fraction(1, 2)),
        ),
        searches=(
            Search(
                "rates",
                majority_formula,
                lambda: {"rate": st.parts(0, 1, 40)},
            ),
        ),
        controls=(
            Control(
                "one-minus-rate",
                "the correlation of the noisy coordinates is one less the rate",
                majority_formula_single,
                refuted_by={"rate": Fraction(1, 4)},
                holds_for={"rate": Fraction(0)},
                over=lambda: {"rate": st.parts(0, 1, 40)},
            ),
        ),
    ),
    RowChecks(
        "ch10-ns-union",
        instances=(
            instance("exclusive-or", union_bound, f=FIRST, g=SECOND, h=XOR, rate=Fraction(1, 4)),
            instance("and", union_bound, f=FIRST, g=SECOND, h=AND, rate=Fraction(1, 3)),
            instance(
                "of-majority",
                union_bound,
                f=MAJ3,
                g=parity(3),
                h=tuple(-a if b == 1 else a for a, b in zip(MAJ3, parity(3), strict=True)),
                rate=Fraction(1, 5),
            ),
        ),
        searches=(
            Exhaustion(
                "all-of-dimension-two",
                union_bound,
                lambda: (
                    {
                        "f": f,
                        "g": g,
                        "h": tuple(rule[points(2).index(ab)] for ab in zip(f, g, strict=True)),
                        "rate": Fraction(1, 4),
                    }
                    for f in boolean_functions(2)
                    for g in boolean_functions(2)
                    for rule in product((1, -1), repeat=4)
                ),
            ),
        ),
        controls=(
            Control(
                "greatest",
                "the greatest takes the place of the sum",
                union_bound_greatest,
                refuted_by={"f": FIRST, "g": SECOND, "h": XOR, "rate": Fraction(1, 4)},
                holds_for={"f": FIRST, "g": SECOND, "h": FIRST, "rate": Fraction(1, 4)},
            ),
            Control(
                "not-a-combination",
                "the function is not a combination of the others",
                union_bound_unrelated,
                refuted_by={
                    "f": (1, 1, 1, 1),
                    "g": (-1, -1, -1, -1),
                    "h": FIRST,
                    "rate": Fraction(1, 4),
                },
                holds_for={"f": FIRST, "g": SECOND, "h": XOR, "rate": Fraction(1, 4)},
            ),
            Control(
                "other-noise",
                "the parts have another rate of noise",
                union_bound_other_noise,
                refuted_by={
                    "f": FIRST,
                    "g": SECOND,
                    "h": XOR,
                    "rate": Fraction(1, 2),
                    "other": Fraction(0),
                },
                holds_for={
                    "f": FIRST,
                    "g": SECOND,
                    "h": XOR,
                    "rate": Fraction(1, 2),
                    "other": Fraction(1, 2),
                },
                drops="same-noise",
            ),
        ),
        computations=(
            computation(
                "exclusive-or",
                "noiseSensitivity (1 / 4 : Rat) (fun x : Fin 2 → Bool => x 0 ^^ x 1)",
                "Rat",
                lambda: noise_sensitivity(XOR, Fraction(1, 4)),
            ),
        ),
    ),
    RowChecks(
        "ch10-intersections-learnable",
        instances=(
            instance(
                "and-of-coordinates",
                halfspaces_combined,
                f=FIRST,
                g=SECOND,
                h=AND,
                rate=Fraction(1, 8),
            ),
            instance(
                "exclusive-or",
                halfspaces_combined,
                f=FIRST,
                g=SECOND,
                h=XOR,
                rate=Fraction(1, 3),
            ),
            instance(
                "one-halfspace-twice",
                halfspaces_combined,
                f=MAJ3,
                g=MAJ3,
                h=MAJ3,
                rate=Fraction(1, 5),
            ),
        ),
        searches=(
            Exhaustion(
                "intersections-of-two",
                halfspaces_combined,
                lambda: (
                    {
                        "f": f,
                        "g": g,
                        "h": tuple(1 if a == b == 1 else -1 for a, b in zip(f, g, strict=True)),
                        "rate": Fraction(1, 4),
                    }
                    for f in halfspaces(2, 2)
                    for g in halfspaces(2, 2)
                ),
            ),
        ),
        controls=(
            Control(
                "sixteen-coordinates",
                "the bound does not grow with the number of halfspaces",
                many_parities,
                refuted_by={"count": 16, "rate": Fraction(1, 32)},
                holds_for={"count": 1, "rate": Fraction(1, 32)},
            ),
            Control(
                "from-the-corner",
                "one halfspace, and the point before the noise has all coordinates minus",
                conjunction_peres,
                refuted_by={"start": ((-1,) * 7,), "rate": Fraction(1, 16)},
                holds_for={"start": points(3), "rate": Fraction(1, 16)},
                drops="uniform",
            ),
        ),
        computations=(
            computation(
                "and",
                f"noiseSensitivity (1 / 8) {LEAN_AND}",
                "Rat",
                lambda: noise_sensitivity(AND, Fraction(1, 8)),
            ),
        ),
    ),
    RowChecks(
        "ch10-piling-up",
        instances=(
            instance("two", piling_up, rates=(Fraction(1, 4), Fraction(1, 4))),
            instance("four", piling_up, rates=(Fraction(1, 5),) * 4),
            instance("none", piling_up, rates=()),
            instance(
                "different", piling_up, rates=(Fraction(1, 2), Fraction(1, 7), Fraction(9, 10))
            ),
        ),
        searches=(
            Search(
                "rates",
                piling_up,
                lambda: {"rates": st.lists(st.parts(0, 1, 9), max_size=6).map(tuple)},
            ),
        ),
        controls=(
            Control(
                "first-order",
                "only the first order is kept",
                piling_up_linear,
                refuted_by={"rates": (Fraction(1, 4), Fraction(1, 4))},
                holds_for={"rates": (Fraction(1, 4),)},
            ),
            Control(
                "equal-bits",
                "the bits are all equal",
                piling_up_equal_bits,
                refuted_by={"count": 2, "rate": Fraction(1, 4)},
                holds_for={"count": 1, "rate": Fraction(1, 4)},
                drops="independent",
            ),
        ),
        computations=(
            computation(
                "three",
                "∑ z ∈ Finset.univ.filter (fun z : Fin 3 → Bool => (Finset.ofBool z).card % 2 = 1),"
                " bitsProb (fun _ => (1 / 3 : Rat)) z",
                "Rat",
                lambda: piling_up((Fraction(1, 3),) * 3).left,
            ),
        ),
    ),
)
