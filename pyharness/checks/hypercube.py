"""Checks of chapter 10: Fourier analysis on the hypercube, noise, statistical queries.

Definitions are written as the book has them. A point is a tuple of signs ``1`` and ``-1``; a
function on the cube is the tuple of its values in the order of `points`; a set of coordinates is a
tuple of indices in increasing order.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import combinations, product
from math import ceil, comb, prod
from typing import TYPE_CHECKING

from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Identity,
    Instance,
    RowChecks,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import sympy

__all__ = ["CHECKS"]

Number = int | Fraction
Point = tuple[int, ...]
Subset = tuple[int, ...]
#: The values of a function on the cube, in the order of `points`.
Table = tuple[Number, ...]


# ----- Definitions --------------------------------------------------------------------------------


@cache
def points(dimension: int) -> tuple[Point, ...]:
    """Return the points of the cube."""
    return tuple(product((1, -1), repeat=dimension))


@cache
def subsets(dimension: int) -> tuple[Subset, ...]:
    """Return all sets of coordinates, smaller ones first."""
    return tuple(s for k in range(dimension + 1) for s in combinations(range(dimension), k))


def dimension_of(f: Table) -> int:
    """Return the number of coordinates of a function that is given by its values."""
    dimension = len(f).bit_length() - 1
    assert len(f) == 2**dimension
    return dimension


def table(dimension: int, f: Callable[[Point], Number]) -> Table:
    """Return the values of a function."""
    return tuple(f(x) for x in points(dimension))


def character(subset: Subset, x: Point) -> int:
    """Return the product of the coordinates of ``x`` in the set."""
    return prod(x[i] for i in subset)


def mean(values: tuple[Number, ...]) -> Fraction:
    """Return the average."""
    return Fraction(sum(values)) / len(values)


def coefficient(f: Table, subset: Subset) -> Fraction:
    """Return the Fourier coefficient: the mean of ``f`` times a character."""
    xs = points(dimension_of(f))
    return mean(tuple(y * character(subset, x) for x, y in zip(xs, f, strict=True)))


def spectrum(f: Table) -> dict[Subset, Fraction]:
    """Return all Fourier coefficients."""
    return {s: coefficient(f, s) for s in subsets(dimension_of(f))}


def tail(f: Table, degree: Number) -> Fraction:
    """Return the Fourier mass of a degree and more."""
    return sum((c**2 for s, c in spectrum(f).items() if len(s) >= degree), Fraction(0))


def noisy(x: Point, rate: Fraction) -> dict[Point, Fraction]:
    """Return the distribution of the point with each coordinate changed independently."""
    return {
        y: prod(
            (rate if a != b else 1 - rate for a, b in zip(x, y, strict=True)), start=Fraction(1)
        )
        for y in points(len(x))
    }


def noise_sensitivity(f: Table, rate: Fraction) -> Fraction:
    """Return the probability that noise changes the value at a uniform point."""
    xs = points(dimension_of(f))
    value = dict(zip(xs, f, strict=True))
    changed = sum(p for x in xs for y, p in noisy(x, rate).items() if value[y] != value[x])
    return Fraction(changed) / len(xs)


def sign(a: Number) -> int:
    """Return the sign, with ``1`` at zero."""
    return 1 if a >= 0 else -1


def low_sets(dimension: int, degree: int) -> tuple[Subset, ...]:
    """Return the sets with fewer elements than the degree."""
    return tuple(s for s in subsets(dimension) if len(s) < degree)


def polynomial(dimension: int, coefficients: Mapping[Subset, Number]) -> Table:
    """Return the linear combination of characters."""
    return table(
        dimension,
        lambda x: sum((c * character(s, x) for s, c in coefficients.items()), Fraction(0)),
    )


def square_error(f: Table, g: Table) -> Fraction:
    """Return the mean square distance."""
    return mean(tuple((a - b) ** 2 for a, b in zip(f, g, strict=True)))


def share(f: Table, g: Table) -> Fraction:
    """Return the probability that two functions differ."""
    return mean(tuple(int(a != b) for a, b in zip(f, g, strict=True)))


def influence(f: Table, i: int) -> Fraction:
    """Return the probability that changing one coordinate changes the value."""
    xs = points(dimension_of(f))
    value = dict(zip(xs, f, strict=True))
    return mean(tuple(int(value[x] != value[(*x[:i], -x[i], *x[i + 1 :])]) for x in xs))


def boolean_functions(dimension: int) -> tuple[Table, ...]:
    """Return all functions with values ``1`` and ``-1``."""
    return tuple(product((1, -1), repeat=2**dimension))


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


def parity(dimension: int, subset: Subset | None = None) -> Table:
    """Return a character as a table; of all coordinates when no set is given."""
    chosen = tuple(range(dimension)) if subset is None else subset
    return table(dimension, lambda x: character(chosen, x))


def majority(dimension: int) -> Table:
    """Return the sign of the sum of an odd number of coordinates."""
    return table(dimension, lambda x: sign(sum(x)))


_MAJ3 = majority(3)
_MAJ5 = majority(5)
_AND = table(2, lambda x: -1 if x == (-1, -1) else 1)
_RANDOM: Table = (
    Fraction(2, 3),
    -1,
    Fraction(5, 7),
    0,
    4,
    Fraction(-3, 2),
    Fraction(1, 6),
    Fraction(9, 5),
)
_RATES = (Fraction(0), Fraction(1, 10), Fraction(1, 4), Fraction(1, 3), Fraction(1, 2))


# ----- Characters, inversion, Parseval ------------------------------------------------------------


def product_rule(x: tuple[Number, ...], s: Subset, t: Subset) -> Comparison:
    """The product of two characters is the character of the symmetric difference."""
    difference = tuple(sorted(set(s) ^ set(t)))
    left = prod(x[i] for i in s) * prod(x[i] for i in t)
    return Comparison(left, "=", prod(x[i] for i in difference))


def product_rule_union(x: Point, s: Subset, t: Subset) -> Comparison:
    """The same with the union."""
    union = tuple(sorted(set(s) | set(t)))
    return Comparison(character(s, x) * character(t, x), "=", character(union, x))


def product_rules_fail(dimension: int) -> Comparison:
    """No two characters violate the product rules, in either argument, anywhere."""
    wrong = 0
    for x in points(dimension):
        for s in subsets(dimension):
            wrong += sum(not product_rule(x, s, t).holds for t in subsets(dimension))
            for z in points(dimension):
                xz = tuple(a * b for a, b in zip(x, z, strict=True))
                wrong += character(s, xz) != character(s, x) * character(s, z)
    return Comparison(wrong, "=", 0)


def degree_of_character(dimension: int, subset: Subset) -> Comparison:
    """A character changes its sign when a coordinate changes exactly for the coordinates in it."""
    f = parity(dimension, subset)
    found = tuple(i for i in range(dimension) if influence(f, i) == 1)
    return Comparison(found, "=", subset)


def orthonormal(weights: tuple[Fraction, ...], s: Subset, t: Subset) -> Comparison:
    """The mean of the product of two characters is one if they are equal, else zero."""
    xs = points(dimension_of(weights))
    left = sum(w * character(s, x) * character(t, x) for w, x in zip(weights, xs, strict=True))
    return Comparison(left, "=", int(s == t))


def uniform(dimension: int) -> tuple[Fraction, ...]:
    """Return the weights of the uniform distribution."""
    return (Fraction(1, 2**dimension),) * 2**dimension


def orthonormality_fails(dimension: int) -> Comparison:
    """No two characters violate orthonormality."""
    sets = subsets(dimension)
    wrong = sum(not orthonormal(uniform(dimension), s, t).holds for s in sets for t in sets)
    return Comparison(wrong, "=", 0)


def inversion(f: Table) -> Comparison:
    """The sum of coefficients times characters is the function."""
    return Comparison(polynomial(dimension_of(f), spectrum(f)), "=", f)


def inversion_without_top(f: Table) -> Comparison:
    """The same without the set of all coordinates."""
    d = dimension_of(f)
    return Comparison(polynomial(d, {s: c for s, c in spectrum(f).items() if len(s) < d}), "=", f)


def uniqueness(coefficients: Mapping[Subset, Number]) -> Comparison:
    """The coefficients of a combination of characters of three coordinates are the given ones."""
    return Comparison(spectrum(polynomial(3, coefficients)), "=", dict(coefficients))


def parseval(f: Table) -> Comparison:
    """The mean square is the sum of the squared coefficients."""
    return Comparison(mean(tuple(y**2 for y in f)), "=", tail(f, 0))


def plancherel(f: Table, g: Table) -> Comparison:
    """The mean of a product is the sum of the products of the coefficients."""
    left = mean(tuple(a * b for a, b in zip(f, g, strict=True)))
    return Comparison(left, "=", sum(c * coefficient(g, s) for s, c in spectrum(f).items()))


def mass_is_one(f: Table) -> Comparison:
    """The squared coefficients add up to one."""
    return Comparison(tail(f, 0), "=", 1)


def masses_differ_from_one(dimension: int) -> Comparison:
    """No function with values 1 and -1 has another Fourier mass than one."""
    wrong = sum(tail(f, 0) != 1 for f in boolean_functions(dimension))
    return Comparison(wrong, "=", 0)


def weighted_parseval(weights: tuple[Fraction, ...], f: Table) -> Comparison:
    """Parseval with means over other weights on the left, and in the coefficients."""
    xs = points(dimension_of(f))

    def average(g: Callable[[Point, Number], Number]) -> Number:
        return sum(w * g(x, y) for w, x, y in zip(weights, xs, f, strict=True))

    left = average(lambda _, y: y * y)
    right = sum(average(lambda x, y, s=s: y * character(s, x)) ** 2 for s in subsets(len(xs[0])))
    return Comparison(left, "=", right)


def parseval_two() -> tuple[sympy.Expr, sympy.Expr]:
    """Parseval's identity for an arbitrary function of two coordinates."""
    import sympy

    f = sympy.symbols("a b c d")
    xs = points(2)
    coefficients = [
        sum(y * character(s, x) for x, y in zip(xs, f, strict=True)) / 4 for s in subsets(2)
    ]
    return sum(y**2 for y in f) / sympy.Integer(4), sum(c**2 for c in coefficients)


# ----- Low degrees --------------------------------------------------------------------------------


def truncation(f: Table, degree: int) -> Comparison:
    """The mean square error of the low-degree part is the mass of the other degrees."""
    low = {s: c for s, c in spectrum(f).items() if len(s) < degree}
    return Comparison(square_error(f, polynomial(dimension_of(f), low)), "=", tail(f, degree))


def truncation_sup(f: Table, degree: int) -> Comparison:
    """The same with the greatest square error instead of the mean."""
    low = polynomial(dimension_of(f), {s: c for s, c in spectrum(f).items() if len(s) < degree})
    return Comparison(max((a - b) ** 2 for a, b in zip(f, low, strict=True)), "=", tail(f, degree))


def low_degree_error(f: Table, degree: int, g: Mapping[Subset, Number]) -> Comparison:
    """The mean square error of a polynomial: errors of its coefficients, and the tail."""
    d = dimension_of(f)
    left = square_error(f, polynomial(d, g))
    near = sum((coefficient(f, s) - g.get(s, 0)) ** 2 for s in low_sets(d, degree))
    return Comparison(left, "=", near + tail(f, degree))


def concentrated(f: Table, degree: int, error: Fraction) -> Comparison:
    """Concentration says that the low-degree part is near in the mean square."""
    low = polynomial(
        dimension_of(f), {s: coefficient(f, s) for s in low_sets(dimension_of(f), degree)}
    )
    return Comparison(tail(f, degree) <= error, "=", square_error(f, low) <= error)


def strictly_above(f: Table, degree: int, error: Fraction) -> Comparison:
    """Concentration with the mass above the degree, in place of from the degree on."""
    return Comparison(tail(f, degree + 1) <= error, "=", tail(f, degree) <= error)


def coefficient_count(dimension: int, degree: int) -> Comparison:
    """There are at most ``(d + 1) ** (degree - 1)`` sets with fewer elements than the degree."""
    count = len(low_sets(dimension, degree))
    assert count == sum(comb(dimension, j) for j in range(degree))
    return Comparison(count, "≤", Fraction(dimension + 1) ** (degree - 1))


def coefficient_count_without_one(dimension: int, degree: int) -> Comparison:
    """The same with ``d`` in place of ``d + 1``."""
    return Comparison(len(low_sets(dimension, degree)), "≤", Fraction(dimension) ** (degree - 1))


def counts_exceed(greatest: int) -> Comparison:
    """No count up to a size exceeds the bound."""
    wrong = sum(
        not coefficient_count(d, a).holds for d in range(greatest) for a in range(1, greatest)
    )
    return Comparison(wrong, "=", 0)


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


def sign_rounding_fails(dimension: int) -> Comparison:
    """No Boolean function and no polynomial with small coefficients violates sign rounding."""
    values = (Fraction(-1), Fraction(0), Fraction(1, 3))
    wrong = sum(
        not sign_rounding(uniform(dimension), f, g).holds
        for f in boolean_functions(dimension)
        for g in product(values, repeat=2**dimension)
    )
    return Comparison(wrong, "=", 0)


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


def accuracy_fails(dimension: int, degree: int, offset: Fraction) -> Comparison:
    """No Boolean function violates Lemma 10.8 when all coefficients are off by the offset."""
    wrong = 0
    for f in boolean_functions(dimension):
        off = {s: coefficient(f, s) + offset for s in low_sets(dimension, degree)}
        wrong += not accuracy_premises(f, degree, off, abs(offset), tail(f, degree)).holds
    return Comparison(wrong, "=", 0)


# ----- Noise --------------------------------------------------------------------------------------


def noise_is_a_distribution(x: Point, rate: Fraction) -> Comparison:
    """The probabilities of the noisy point add up to one, and each coordinate has the rate."""
    law = noisy(x, rate)
    rates = tuple(sum(p for y, p in law.items() if y[i] != x[i]) for i in range(len(x)))
    return Comparison((sum(law.values()), *rates), "=", (1, *([rate] * len(x))))


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


def multipliers_fail(dimension: int) -> Comparison:
    """No character, point or rate of a list violates the multiplier."""
    wrong = sum(
        not multiplier(s, x, r).holds
        for s in subsets(dimension)
        for x in points(dimension)
        for r in _RATES
    )
    return Comparison(wrong, "=", 0)


def spectral(f: Table, rate: Fraction) -> Comparison:
    """The noise sensitivity by the squared Fourier coefficients."""
    stable = sum((1 - 2 * rate) ** len(s) * c**2 for s, c in spectrum(f).items())
    return Comparison(noise_sensitivity(f, rate), "=", Fraction(1, 2) - stable / 2)


def spectral_single(f: Table, rate: Fraction) -> Comparison:
    """The same with powers of ``1 - rate``."""
    stable = sum((1 - rate) ** len(s) * c**2 for s, c in spectrum(f).items())
    return Comparison(noise_sensitivity(f, rate), "=", Fraction(1, 2) - stable / 2)


def spectral_fails(dimension: int) -> Comparison:
    """No Boolean function and no rate of a list violates the spectral formula."""
    wrong = sum(not spectral(f, r).holds for f in boolean_functions(dimension) for r in _RATES)
    return Comparison(wrong, "=", 0)


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


def stability_tail_fails(dimension: int) -> Comparison:
    """No Boolean function violates the constant ``7/3``, and so the book's ``2 / (1 - e^-2)``."""
    wrong = sum(
        not stability_tail(f, r, Fraction(7, 3)).holds
        for f in boolean_functions(dimension)
        for r in (Fraction(1, 4), Fraction(1, 3), Fraction(2, 5), Fraction(1, 2))
    )
    return Comparison(wrong, "=", 0)


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


def union_bound_fails(rate: Fraction) -> Comparison:
    """No combination of any two Boolean functions of two coordinates violates the union bound."""
    wrong = 0
    for f in boolean_functions(2):
        for g in boolean_functions(2):
            for values in product((1, -1), repeat=4):
                rule = dict(zip(points(2), values, strict=True))
                h = tuple(rule[a, b] for a, b in zip(f, g, strict=True))
                wrong += not union_bound(f, g, h, rate).holds
    return Comparison(wrong, "=", 0)


def parity_spectrum(dimension: int, subset: Subset) -> Comparison:
    """The coefficients of a parity: one at its set, and zero elsewhere."""
    expected = {s: Fraction(int(s == subset)) for s in subsets(dimension)}
    return Comparison(spectrum(parity(dimension, subset)), "=", expected)


def parity_sensitivity(dimension: int, subset: Subset, rate: Fraction) -> Comparison:
    """The noise sensitivity of a parity."""
    expected = (1 - (1 - 2 * rate) ** len(subset)) / 2
    return Comparison(noise_sensitivity(parity(dimension, subset), rate), "=", expected)


def parity_sensitivity_linear(dimension: int, subset: Subset, rate: Fraction) -> Comparison:
    """The same to first order: the rate times the number of coordinates."""
    return Comparison(noise_sensitivity(parity(dimension, subset), rate), "=", rate * len(subset))


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
    return Comparison(noise_sensitivity(_MAJ3, rate), "=", Fraction(1, 2) - (3 * rho + rho**3) / 8)


def majority_coefficients() -> tuple[sympy.Expr, sympy.Expr]:
    """Majority of three is half of the sum less half of the product, where squares are one."""
    import sympy

    x, y, z = sympy.symbols("x y z")
    whole = (x + y + z - x * y * z) ** 2
    expanded = sympy.expand(whole)
    for v in (x, y, z):
        expanded = sympy.expand(expanded.subs(v**3, v).subs(v**2, 1))
    return expanded, sympy.Integer(4)


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


def concentrated_unconditionally(f: Table, rate: Fraction, error: Fraction) -> Comparison:
    """Every function is concentrated below the inverse of the rate."""
    return Comparison(tail(f, ceil(1 / rate)), "≤", error)


def queries_answered(q: tuple[Table, ...], size: int, tolerance: Fraction) -> Comparison:
    """Some query is answered off by more than the tolerance with probability at most a quotient."""
    samples = tuple(product(range(len(q[0])), repeat=size))
    off = mean(
        tuple(
            int(any(abs(mean(tuple(f[k] for k in s)) - mean(f)) > tolerance for f in q))
            for s in samples
        )
    )
    return Comparison(off, "≤", len(q) / (size * tolerance**2))


def queries_answered_same(q: tuple[Table, ...], size: int, tolerance: Fraction) -> Comparison:
    """The same when one point is drawn and repeated."""
    off = mean(
        tuple(int(any(abs(f[k] - mean(f)) > tolerance for f in q)) for k in range(len(q[0])))
    )
    return Comparison(off, "≤", len(q) / (size * tolerance**2))


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


def influences_fail(dimension: int) -> Comparison:
    """No unate Boolean function violates either statement; every halfspace is unate."""
    unate = [f for f in boolean_functions(dimension) if is_unate(f)]
    wrong = sum(not influence_is_coefficient(f).holds for f in unate)
    wrong += sum(not total_influence(f).holds for f in unate)
    wrong += sum(not is_unate(f) for f in halfspaces(dimension, 2))
    return Comparison(wrong, "=", 0)


def peres(f: Table, rate: Fraction) -> Comparison:
    """The square of the noise sensitivity is at most twice the rate."""
    return Comparison(noise_sensitivity(f, rate) ** 2, "≤", 2 * rate)


def peres_inverse(f: Table, count: int) -> Comparison:
    """At the rate ``1 / count`` the square of the noise sensitivity is at most that rate."""
    rate = Fraction(1, count)
    return Comparison(noise_sensitivity(f, rate) ** 2, "≤", rate)


def peres_linear(f: Table, rate: Fraction) -> Comparison:
    """The noise sensitivity is at most ``5/4`` times the rate."""
    return Comparison(noise_sensitivity(f, rate), "≤", Fraction(5, 4) * rate)


def peres_fails(dimension: int) -> Comparison:
    """No halfspace with small weights violates either form of the bound."""
    wrong = 0
    for f in halfspaces(dimension, 2):
        wrong += sum(not peres_inverse(f, m).holds for m in (2, 3, 4, 8))
        wrong += sum(not peres(f, r).holds for r in _RATES if r > 0)
    return Comparison(wrong, "=", 0)


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


def combinations_fail(rate: Fraction) -> Comparison:
    """No intersection of two small halfspaces of two coordinates violates the bound."""
    wrong = 0
    for f in halfspaces(2, 2):
        for g in halfspaces(2, 2):
            h = tuple(1 if a == b == 1 else -1 for a, b in zip(f, g, strict=True))
            wrong += not halfspaces_combined(f, g, h, rate).holds
    return Comparison(wrong, "=", 0)


# ----- Statistical queries and parities -----------------------------------------------------------


def correlations(f: Table) -> Comparison:
    """The squared correlations of a bounded function with all parities add up to at most one."""
    assert all(abs(y) <= 1 for y in f)
    return Comparison(tail(f, 0), "≤", 1)


def correlated(f: Table, tolerance: Fraction) -> int:
    """Return the number of parities whose correlation exceeds the tolerance."""
    return sum(abs(c) > tolerance for c in spectrum(f).values())


def few_correlated(f: Table, tolerance: Fraction) -> Comparison:
    """Fewer than ``1 / tolerance**2`` parities are correlated above the tolerance."""
    return Comparison(correlated(f, tolerance), "<", 1 / tolerance**2)


def few_correlated_linear(f: Table, tolerance: Fraction) -> Comparison:
    """The same with ``1 / tolerance``."""
    return Comparison(correlated(f, tolerance), "<", 1 / tolerance)


def few_correlated_fails(dimension: int, tolerance: Fraction) -> Comparison:
    """No function with values -1, 0, 1 violates the bound."""
    wrong = sum(
        not few_correlated(f, tolerance).holds for f in product((-1, 0, 1), repeat=2**dimension)
    )
    return Comparison(wrong, "=", 0)


def query_mean(q: tuple[Table, Table], subset: Subset) -> Fraction:
    """Return the mean of a query when the labels are a parity; ``q`` is split by the label."""
    labels = parity(dimension_of(q[0]), subset)
    return mean(tuple(q[0][k] if y == 1 else q[1][k] for k, y in enumerate(labels)))


def one_answer_for_most(q: tuple[Table, Table], tolerance: Fraction) -> Comparison:
    """The label-free answer is wrong for fewer than ``1 / tolerance**2`` parities."""
    answer = mean(tuple(Fraction(a + b) / 2 for a, b in zip(*q, strict=True)))
    wrong = sum(abs(query_mean(q, s) - answer) > tolerance for s in subsets(dimension_of(q[0])))
    return Comparison(wrong, "<", 1 / tolerance**2)


def sample_equation(dimension: int, subset: Subset) -> Comparison:
    """The label is minus one exactly when an odd number of chosen coordinates is minus one."""
    left = tuple(int(y == -1) for y in parity(dimension, subset))
    right = tuple(sum(x[i] == -1 for i in subset) % 2 for x in points(dimension))
    return Comparison(left, "=", right)


def consistent(dimension: int, sample: Mapping[Point, int]) -> tuple[Subset, ...]:
    """Return the parities that agree with all labels."""
    return tuple(
        s for s in subsets(dimension) if all(character(s, x) == y for x, y in sample.items())
    )


def recovered(dimension: int, xs: tuple[Point, ...], subset: Subset) -> Comparison:
    """Only the true parity agrees with its labels at the given points."""
    found = consistent(dimension, {x: character(subset, x) for x in xs})
    return Comparison(found, "=", (subset,))


def recovered_with_error(dimension: int, xs: tuple[Point, ...], subset: Subset) -> Comparison:
    """The same when the label of the first point is wrong."""
    labels = {x: character(subset, x) * (-1 if k == 0 else 1) for k, x in enumerate(xs)}
    return Comparison(consistent(dimension, labels), "=", (subset,))


def recoveries_fail(dimension: int) -> Comparison:
    """Points with one coordinate minus one determine every parity."""
    xs = tuple(tuple(-1 if i == k else 1 for i in range(dimension)) for k in range(dimension))
    wrong = sum(not recovered(dimension, xs, s).holds for s in subsets(dimension))
    return Comparison(wrong, "=", 0)


def spanning_probability(dimension: int, count: int) -> Comparison:
    """Points fail to span the cube, as vectors modulo two, at most ``(2**d - 1) / 2**n`` often."""
    fail = 0
    for xs in product(points(dimension), repeat=count):
        fail += len(consistent(dimension, dict.fromkeys(xs, 1))) > 1
    exact = 1 - prod(1 - Fraction(2**i, 2**count) for i in range(dimension))
    assert Fraction(fail, 2 ** (dimension * count)) == exact
    return Comparison(exact, "≤", Fraction(2**dimension - 1, 2**count))


def spanning_probability_square(dimension: int, count: int) -> Comparison:
    """The same with the square of the number of points in the denominator."""
    return Comparison(
        spanning_probability(dimension, count).left, "≤", Fraction(2**dimension, 4**count)
    )


# ----- The checks ---------------------------------------------------------------------------------

_MODULES = ("DeepTheory.Hypercube",)
_LEAN_MAJ3 = "(fun x => sign (majority 3 x) : (Fin 3 → Bool) → Rat)"
_LEAN_MAJ5 = "(fun x => sign (majority 5 x) : (Fin 5 → Bool) → Rat)"
_LEAN_AND = "(fun x => sign (x 0 && x 1) : (Fin 2 → Bool) → Rat)"


def _lean(expression: str) -> str:
    """Write an expression with the names of the topic opened."""
    return f"open Hypercube in {expression}"


def _compute(name: str, expression: str, type_: str, value: Callable[[], object]) -> Computation:
    return Computation(name, _lean(expression), type_, value, _MODULES)


_HALVES = {s: Fraction(len(s) - 1, 2) for s in subsets(3)}
_XOR = parity(2)
_FIRST = parity(2, (0,))
_SECOND = parity(2, (1,))
_MAJ3_LOW: Mapping[Subset, Number] = {
    (): 0,
    (0,): Fraction(3, 4),
    (1,): Fraction(1, 2),
    (2,): Fraction(1, 2),
}
_BIASED = (Fraction(3, 4), Fraction(1, 4))


def _instance(name: str, claim: Callable[..., Comparison], **parameters: object) -> Instance:
    return Instance(name, claim, parameters)


CHECKS = (
    RowChecks(
        "ch10-parity-characters",
        instances=(
            _instance("first-and-third", degree_of_character, dimension=3, subset=(0, 2)),
            _instance("empty", degree_of_character, dimension=3, subset=()),
            _instance("all-of-four", degree_of_character, dimension=4, subset=(0, 1, 2, 3)),
        ),
        computations=(
            _compute(
                "at-a-point",
                "(character {0, 2} (fun i : Fin 3 => decide (i = 2)) : Rat)",
                "Rat",
                lambda: character((0, 2), (1, 1, -1)),
            ),
            _compute(
                "sum-over-the-cube",
                "(∑ x : Fin 3 → Bool, ∑ S, character S x : Rat)",
                "Rat",
                lambda: sum(character(s, x) for x in points(3) for s in subsets(3)),
            ),
        ),
    ),
    RowChecks(
        "ch10-character-product",
        instances=(
            _instance("overlap", product_rule, x=(1, -1, -1), s=(0, 1), t=(1, 2)),
            _instance("equal", product_rule, x=(-1, -1, 1), s=(0, 1), t=(0, 1)),
            _instance("disjoint", product_rule, x=(-1, 1, -1), s=(0,), t=(1, 2)),
            _instance("all-of-dimension-three", product_rules_fail, dimension=3),
        ),
        controls=(
            Control(
                "union",
                "the union takes the place of the symmetric difference",
                product_rule_union,
                refuted_by={"x": (-1, 1), "s": (0,), "t": (0, 1)},
                holds_for={"x": (-1, 1), "s": (0,), "t": (1,)},
            ),
            Control(
                "zero-and-two",
                "coordinates are other numbers than signs",
                product_rule,
                refuted_by={"x": (2, 0), "s": (0,), "t": (0,)},
                holds_for={"x": (2, 0), "s": (0,), "t": (1,)},
                drops="signs",
            ),
        ),
        computations=(
            _compute(
                "all-products",
                "decide (∀ S T : Finset (Fin 2), ∀ x : Fin 2 → Bool,"
                " (character S x * character T x : Rat) = character (symmDiff S T) x)",
                "Bool",
                lambda: product_rules_fail(2).holds,
            ),
        ),
    ),
    RowChecks(
        "ch10-orthonormality",
        instances=(
            _instance("equal", orthonormal, weights=uniform(3), s=(0, 2), t=(0, 2)),
            _instance("nested", orthonormal, weights=uniform(3), s=(0, 2), t=(0,)),
            _instance("empty", orthonormal, weights=uniform(2), s=(), t=(0, 1)),
            _instance("all-of-dimension-four", orthonormality_fails, dimension=4),
        ),
        controls=(
            Control(
                "biased",
                "the distribution is not uniform",
                orthonormal,
                refuted_by={"weights": _BIASED, "s": (), "t": (0,)},
                holds_for={"weights": _BIASED, "s": (0,), "t": (0,)},
                drops="uniform",
            ),
        ),
        computations=(
            _compute(
                "one-pair",
                "(expect (fun x : Fin 3 → Bool => character {0, 2} x * character {0} x) : Rat)",
                "Rat",
                lambda: orthonormal(uniform(3), (0, 2), (0,)).left,
            ),
            _compute(
                "sum-of-squares",
                "(∑ S : Finset (Fin 3), ∑ T : Finset (Fin 3),"
                " expect (fun x => character S x * character T x) ^ 2 : Rat)",
                "Rat",
                lambda: sum(
                    orthonormal(uniform(3), s, t).left ** 2 for s in subsets(3) for t in subsets(3)
                ),
            ),
        ),
    ),
    RowChecks(
        "ch10-fourier-inversion",
        instances=(
            _instance("rational-values", inversion, f=_RANDOM),
            _instance("majority-of-three", inversion, f=_MAJ3),
            _instance("and", inversion, f=_AND),
            _instance("uniqueness", uniqueness, coefficients=_HALVES),
        ),
        controls=(
            Control(
                "without-the-full-set",
                "the set of all coordinates is left out",
                inversion_without_top,
                refuted_by={"f": parity(3)},
                holds_for={"f": parity(3, (0, 1))},
            ),
        ),
        computations=(
            _compute(
                "majority-single",
                f"coefficient {_LEAN_MAJ3} {{1}}",
                "Rat",
                lambda: coefficient(_MAJ3, (1,)),
            ),
            _compute(
                "majority-all",
                f"coefficient {_LEAN_MAJ3} Finset.univ",
                "Rat",
                lambda: coefficient(_MAJ3, (0, 1, 2)),
            ),
            _compute(
                "majority-of-five-all",
                f"coefficient {_LEAN_MAJ5} Finset.univ",
                "Rat",
                lambda: coefficient(_MAJ5, (0, 1, 2, 3, 4)),
            ),
            _compute(
                "majority-of-five-three",
                f"coefficient {_LEAN_MAJ5} {{0, 2, 3}}",
                "Rat",
                lambda: coefficient(_MAJ5, (0, 2, 3)),
            ),
        ),
    ),
    RowChecks(
        "ch10-parseval",
        identities=(Identity("two-coordinates", parseval_two),),
        instances=(
            _instance("rational-values", parseval, f=_RANDOM),
            _instance("majority-of-five", parseval, f=_MAJ5),
            _instance("plancherel", plancherel, f=_RANDOM, g=_MAJ3),
            _instance("boolean", mass_is_one, f=_MAJ5),
            _instance("all-boolean-of-three", masses_differ_from_one, dimension=3),
        ),
        controls=(
            Control(
                "constant-two",
                "the function has other values than 1 and -1",
                mass_is_one,
                refuted_by={"f": (2, 2)},
                holds_for={"f": (1, 1)},
            ),
            Control(
                "biased",
                "the distribution is not uniform",
                weighted_parseval,
                refuted_by={"weights": _BIASED, "f": (0, -2)},
                holds_for={"weights": uniform(1), "f": (0, -2)},
                drops="uniform",
            ),
        ),
        computations=(
            _compute(
                "mass-of-majority",
                f"∑ S, coefficient {_LEAN_MAJ3} S ^ 2",
                "Rat",
                lambda: tail(_MAJ3, 0),
            ),
            _compute(
                "not-boolean",
                "∑ S : Finset (Fin 2), coefficient (fun x => cond (x 0 && x 1) (3 / 2) 5 : "
                "(Fin 2 → Bool) → Rat) S ^ 2",
                "Rat",
                lambda: tail(tuple(Fraction(3, 2) if y == -1 else 5 for y in _AND), 0),
            ),
        ),
    ),
    RowChecks(
        "ch10-truncation-error",
        instances=(
            _instance("rational-values", truncation, f=_RANDOM, degree=2),
            _instance("majority-of-five", truncation, f=_MAJ5, degree=3),
            _instance("nothing", truncation, f=_RANDOM, degree=0),
            _instance(
                "other-coefficients",
                low_degree_error,
                f=_RANDOM,
                degree=2,
                g={(): Fraction(1, 2), (0,): -1, (2,): Fraction(1, 3)},
            ),
        ),
        controls=(
            Control(
                "greatest-error",
                "the greatest square error takes the place of the mean",
                truncation_sup,
                refuted_by={"f": _RANDOM, "degree": 2},
                holds_for={"f": parity(3), "degree": 3},
            ),
        ),
        computations=(
            _compute(
                "error-of-majority",
                f"expect (fun x => ({_LEAN_MAJ3} x - truncate {_LEAN_MAJ3} 2 x) ^ 2)",
                "Rat",
                lambda: truncation(_MAJ3, 2).left,
            ),
        ),
    ),
    RowChecks(
        "ch10-fourier-concentration",
        instances=(
            _instance("holds", concentrated, f=_MAJ3, degree=2, error=Fraction(1, 4)),
            _instance("fails", concentrated, f=_MAJ3, degree=3, error=Fraction(1, 5)),
            _instance("no-error", concentrated, f=_AND, degree=3, error=Fraction(0)),
        ),
        controls=(
            Control(
                "above-the-degree",
                "the mass above the degree takes the place of that from the degree on",
                strictly_above,
                refuted_by={"f": parity(3), "degree": 3, "error": Fraction(1, 2)},
                holds_for={"f": parity(3), "degree": 2, "error": Fraction(1, 2)},
            ),
        ),
        computations=(
            _compute("mass-of-majority", f"highMass {_LEAN_MAJ3} 2", "Rat", lambda: tail(_MAJ3, 2)),
            _compute("mass-of-and", f"highMass {_LEAN_AND} 1", "Rat", lambda: tail(_AND, 1)),
        ),
    ),
    RowChecks(
        "ch10-low-degree-algorithm",
        instances=(
            _instance("majority-of-three", learns_from_all_points, f=_MAJ3, degree=2),
            _instance("majority-of-five", learns_from_all_points, f=_MAJ5, degree=2),
            _instance("constant", learns_from_all_points, f=(-1, -1, -1, -1), degree=1),
            _instance(
                "all-samples",
                learning,
                f=(1, -1),
                degree=2,
                size=8,
                error=Fraction(1, 2),
                failure=Fraction(1, 2),
            ),
        ),
        controls=(
            Control(
                "without-degree-zero",
                "the coefficient of degree zero is left out",
                learns_without_constant,
                refuted_by={"f": (-1, -1, -1, -1), "degree": 1},
                holds_for={"f": _MAJ3, "degree": 2},
            ),
        ),
        computations=(
            _compute(
                "learned-from-all-points",
                "prob (fun x => sgn (learn (fun x => sign (x 0 && x 1)) 2 (fun k : Fin 4 =>"
                " fun i : Fin 2 => decide (k.val / (i.val + 1) % 2 = 1)) x)"
                " ≠ (sign (x 0 && x 1) : Rat)) + (0 : Rat)",
                "Rat",
                lambda: share(_AND, learned(_AND, 2, tuple(range(4)))),
            ),
        ),
    ),
    RowChecks(
        "ch10-coefficient-count",
        instances=(
            _instance("four-choose-below-three", coefficient_count, dimension=4, degree=3),
            _instance("one-coordinate", coefficient_count, dimension=1, degree=2),
            _instance("degree-one", coefficient_count, dimension=5, degree=1),
            _instance("up-to-eight", counts_exceed, greatest=8),
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
            _compute("five-below-three", "lowCount (Fin 5) 3", "Nat", lambda: len(low_sets(5, 3))),
            _compute(
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
            _instance("mean", empirical_mean, f=_AND, subset=(0,), size=2),
            _instance("variance", empirical_variance, f=_AND, subset=(0,), size=2),
            _instance("variance-of-three", empirical_variance, f=_AND, subset=(0, 1), size=3),
            _instance("variance-zero", empirical_variance, f=_XOR, subset=(0, 1), size=3),
            _instance(
                "all-accurate", all_accurate, f=_AND, degree=2, size=4, tolerance=Fraction(3, 4)
            ),
        ),
        controls=(
            Control(
                "square-of-the-size",
                "the variance falls with the square of the size",
                empirical_variance_square,
                refuted_by={"f": _AND, "subset": (0,), "size": 2},
                holds_for={"f": _AND, "subset": (0,), "size": 1},
            ),
            Control(
                "repeated-point",
                "the points of the sample are all equal",
                empirical_variance_same,
                refuted_by={"f": _AND, "subset": (0,), "size": 2},
                holds_for={"f": _XOR, "subset": (0, 1), "size": 2},
                drops="uniform-sample",
            ),
        ),
        computations=(
            _compute(
                "variance",
                "sampleExpect (fun X : Fin 2 → Fin 2 → Bool =>"
                f" (empirical {_LEAN_AND} X {{0}} - 1 / 2) ^ 2)",
                "Rat",
                lambda: empirical_variance(_AND, (0,), 2).left,
            ),
        ),
    ),
    RowChecks(
        "ch10-sign-rounding",
        instances=(
            _instance(
                "one-wrong", sign_rounding, weights=uniform(1), f=(1, -1), g=(1, Fraction(1, 2))
            ),
            _instance("zero", sign_rounding, weights=uniform(1), f=(1, -1), g=(0, 0)),
            _instance(
                "weights",
                sign_rounding,
                weights=(Fraction(1, 7), Fraction(6, 7)),
                f=(-1, -1),
                g=(-3, Fraction(1, 9)),
            ),
            _instance("all-of-dimension-two", sign_rounding_fails, dimension=2),
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
            _compute(
                "wrong-signs",
                f"prob (fun x => sgn (lowDegree 2 (fun S => if S.card = 0 then 1 / 2 else 1 / 3) x)"
                f" ≠ {_LEAN_AND} x) + (0 : Rat)",
                "Rat",
                lambda: share(
                    _AND,
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
            _instance(
                "majority",
                accuracy_premises,
                f=_MAJ3,
                degree=2,
                estimates=_MAJ3_LOW,
                tolerance=Fraction(1, 4),
                error=Fraction(1, 4),
            ),
            _instance(
                "exact-coefficients",
                accuracy_premises,
                f=_AND,
                degree=2,
                estimates=spectrum(_AND),
                tolerance=Fraction(0),
                error=Fraction(1, 4),
            ),
            _instance(
                "degree-one",
                accuracy_premises,
                f=_AND,
                degree=1,
                estimates={(): Fraction(1, 3)},
                tolerance=Fraction(1, 6),
                error=Fraction(3, 4),
            ),
            _instance(
                "all-of-dimension-three",
                accuracy_fails,
                dimension=3,
                degree=2,
                offset=Fraction(1, 3),
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
                    "f": _XOR,
                    "degree": 2,
                    "estimates": {},
                    "tolerance": Fraction(0),
                    "error": Fraction(1, 4),
                },
                holds_for={
                    "f": _XOR,
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
                    "f": _AND,
                    "degree": 1,
                    "estimates": {(): Fraction(1, 2)},
                    "tolerance": Fraction(0),
                    "error": Fraction(3, 4),
                    "weights": (Fraction(0), Fraction(0), Fraction(0), Fraction(1)),
                },
                holds_for={
                    "f": _AND,
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
            _compute(
                "error-of-estimates",
                f"prob (fun x => sgn (lowDegree 1 (fun _ => 1 / 3) x) ≠ {_LEAN_AND} x) + (0 : Rat)",
                "Rat",
                lambda: accuracy(_AND, 1, {(): Fraction(1, 3)}, Fraction(0), Fraction(0)).left,
            ),
        ),
    ),
    RowChecks(
        "ch10-noise",
        instances=(
            _instance("a-point", noise_is_a_distribution, x=(1, -1, 1), rate=Fraction(1, 5)),
            _instance("no-noise", noise_is_a_distribution, x=(1, -1), rate=Fraction(0)),
            _instance("half", noise_is_a_distribution, x=(-1, -1, 1, 1), rate=Fraction(1, 2)),
            _instance("symmetric", noise_sensitivity_symmetric, f=_AND, rate=Fraction(1, 3)),
        ),
        controls=(
            Control(
                "one-coordinate-at-most",
                "at most one coordinate changes",
                one_flip,
                refuted_by={"f": _MAJ3, "rate": Fraction(1, 4)},
                holds_for={"f": _FIRST, "rate": Fraction(1, 4)},
            ),
        ),
        computations=(
            _compute(
                "majority-of-three",
                "noiseSensitivity (1 / 10 : Rat) (majority 3)",
                "Rat",
                lambda: noise_sensitivity(_MAJ3, Fraction(1, 10)),
            ),
            _compute(
                "majority-of-five",
                "noiseSensitivity (1 / 7 : Rat) (majority 5)",
                "Rat",
                lambda: noise_sensitivity(_MAJ5, Fraction(1, 7)),
            ),
            _compute(
                "and",
                f"noiseSensitivity (1 / 3) {_LEAN_AND}",
                "Rat",
                lambda: noise_sensitivity(_AND, Fraction(1, 3)),
            ),
        ),
    ),
    RowChecks(
        "ch10-noise-multiplier",
        instances=(
            _instance("two", multiplier, subset=(0, 1), x=(1, -1, -1), rate=Fraction(1, 5)),
            _instance("empty", multiplier, subset=(), x=(1, -1), rate=Fraction(1, 3)),
            _instance("half", multiplier, subset=(1,), x=(1, -1), rate=Fraction(1, 2)),
            _instance("all-of-dimension-three", multipliers_fail, dimension=3),
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
            _compute(
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
            _instance("majority-of-three", spectral, f=_MAJ3, rate=Fraction(1, 10)),
            _instance("majority-of-five", spectral, f=_MAJ5, rate=Fraction(1, 7)),
            _instance("and", spectral, f=_AND, rate=Fraction(1, 3)),
            _instance("above-half", spectral, f=_MAJ3, rate=Fraction(9, 10)),
            _instance("all-boolean-of-three", spectral_fails, dimension=3),
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
            _compute(
                "spectral-side",
                "(1 / 2 - 1 / 2 * ∑ S, (1 - 2 * (1 / 10)) ^ S.card *"
                f" coefficient {_LEAN_MAJ3} S ^ 2 : Rat)",
                "Rat",
                lambda: spectral(_MAJ3, Fraction(1, 10)).right,
            ),
            _compute(
                "probability-side",
                f"noiseSensitivity (1 / 10) {_LEAN_MAJ3}",
                "Rat",
                lambda: spectral(_MAJ3, Fraction(1, 10)).left,
            ),
        ),
    ),
    RowChecks(
        "ch10-stability-tail",
        instances=(
            _instance(
                "parity-of-three",
                stability_tail,
                f=parity(3),
                rate=Fraction(1, 3),
                constant=Fraction(7, 3),
            ),
            _instance(
                "majority-of-five",
                stability_tail,
                f=_MAJ5,
                rate=Fraction(1, 3),
                constant=Fraction(7, 3),
            ),
            _instance(
                "parity-of-a-hundred",
                parity_tail,
                dimension=100,
                rate=Fraction(1, 100),
                constant=Fraction(7, 3),
            ),
            _instance("exact", exact_tail, f=_MAJ5, rate=Fraction(1, 5), degree=3),
            _instance("exact-degree-zero", exact_tail, f=_MAJ3, rate=Fraction(1, 5), degree=0),
            _instance("all-boolean-of-three", stability_tail_fails, dimension=3),
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
                holds_for={"f": _FIRST, "rate": Fraction(1, 2), "constant": Fraction(7, 3)},
            ),
            Control(
                "tripled",
                "the function has other values than 1 and -1",
                stability_tail,
                refuted_by={
                    "f": tuple(3 * y for y in _XOR),
                    "rate": Fraction(1, 2),
                    "constant": Fraction(7, 3),
                },
                holds_for={"f": _XOR, "rate": Fraction(1, 2), "constant": Fraction(7, 3)},
                drops="boolean",
            ),
            Control(
                "rate-one",
                "the rate is above one half",
                stability_tail,
                refuted_by={"f": _XOR, "rate": Fraction(1), "constant": Fraction(7, 3)},
                holds_for={"f": _FIRST, "rate": Fraction(1), "constant": Fraction(7, 3)},
                drops="noise-range",
            ),
        ),
        computations=(
            _compute(
                "mass-of-majority",
                f"∑ S ∈ Finset.univ.filter (fun S : Finset (Fin 3) => 1 ≤ (1 / 3 : Rat) * S.card),"
                f" coefficient {_LEAN_MAJ3} S ^ 2",
                "Rat",
                lambda: tail(_MAJ3, 3),
            ),
        ),
    ),
    RowChecks(
        "ch10-noise-to-learning",
        instances=(
            _instance("majority-of-three", stable_is_concentrated, f=_MAJ3, rate=Fraction(2, 5)),
            _instance("majority-of-five", stable_is_concentrated, f=_MAJ5, rate=Fraction(1, 3)),
            _instance("and", stable_is_concentrated, f=_AND, rate=Fraction(1, 2)),
            _instance(
                "learning",
                learning,
                f=(1, -1),
                degree=2,
                size=8,
                error=Fraction(1, 2),
                failure=Fraction(1, 2),
            ),
        ),
        controls=(
            Control(
                "no-stability",
                "nothing is assumed about the noise sensitivity",
                concentrated_unconditionally,
                refuted_by={"f": parity(3), "rate": Fraction(1, 3), "error": Fraction(1, 2)},
                holds_for={"f": _MAJ3, "rate": Fraction(1, 3), "error": Fraction(1, 2)},
                drops="noise-stable",
            ),
        ),
        computations=(
            _compute(
                "mass-of-majority-of-three",
                f"highMass {_LEAN_MAJ3} 3",
                "Rat",
                lambda: stable_is_concentrated(_MAJ3, Fraction(2, 5)).left,
            ),
        ),
    ),
    RowChecks(
        "ch10-unate-influences",
        instances=(
            _instance("majority-of-three", influence_is_coefficient, f=_MAJ3),
            _instance("majority-of-five", influence_is_coefficient, f=_MAJ5),
            _instance("and", influence_is_coefficient, f=_AND),
            _instance("total-of-majority", total_influence, f=_MAJ5),
            _instance("all-unate-of-three", influences_fail, dimension=3),
        ),
        controls=(
            Control(
                "exclusive-or",
                "the function is not unate",
                total_influence,
                refuted_by={"f": _XOR},
                holds_for={"f": _FIRST},
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
            _compute(
                "total-of-majority",
                "(totalInfluence (majority 3) : Rat)",
                "Rat",
                lambda: sum(influence(_MAJ3, i) for i in range(3)),
            ),
            _compute(
                "influence-in-majority-of-five",
                "(influence 2 (majority 5) : Rat)",
                "Rat",
                lambda: influence(_MAJ5, 2),
            ),
        ),
    ),
    RowChecks(
        "ch10-peres",
        instances=(
            _instance("majority-of-three", peres, f=_MAJ3, rate=Fraction(1, 10)),
            _instance("majority-of-five", peres_inverse, f=_MAJ5, count=5),
            _instance("coordinate", peres_inverse, f=_FIRST, count=2),
            _instance("all-small-of-three", peres_fails, dimension=3),
        ),
        controls=(
            Control(
                "linear",
                "the bound is linear in the rate",
                peres_linear,
                refuted_by={"f": _MAJ3, "rate": Fraction(1, 10)},
                holds_for={"f": _FIRST, "rate": Fraction(1, 10)},
            ),
            Control(
                "parity-of-eight",
                "the function is not a halfspace",
                parity_peres,
                refuted_by={"dimension": 8, "count": 8},
                holds_for={"dimension": 1, "count": 8},
                drops="halfspace",
            ),
        ),
        computations=(
            _compute(
                "weights",
                "noiseSensitivity (1 / 3) (halfspace sgn (fun i : Fin 3 => (i.val + 1 : Rat)) 1)",
                "Rat",
                lambda: noise_sensitivity(
                    table(3, lambda x: sign(x[0] + 2 * x[1] + 3 * x[2] - 1)), Fraction(1, 3)
                ),
            ),
        ),
    ),
    RowChecks(
        "ch10-majority-margin",
        identities=(Identity("majority-of-three", majority_coefficients),),
        instances=(
            _instance("tenth", majority_formula, rate=Fraction(1, 10)),
            _instance("third", majority_formula, rate=Fraction(1, 3)),
            _instance("half", majority_formula, rate=Fraction(1, 2)),
        ),
    ),
    RowChecks(
        "ch10-ns-union",
        instances=(
            _instance(
                "exclusive-or", union_bound, f=_FIRST, g=_SECOND, h=_XOR, rate=Fraction(1, 4)
            ),
            _instance("and", union_bound, f=_FIRST, g=_SECOND, h=_AND, rate=Fraction(1, 3)),
            _instance(
                "of-majority",
                union_bound,
                f=_MAJ3,
                g=parity(3),
                h=tuple(-a if b == 1 else a for a, b in zip(_MAJ3, parity(3), strict=True)),
                rate=Fraction(1, 5),
            ),
            _instance("all-of-dimension-two", union_bound_fails, rate=Fraction(1, 4)),
        ),
        controls=(
            Control(
                "greatest",
                "the greatest takes the place of the sum",
                union_bound_greatest,
                refuted_by={"f": _FIRST, "g": _SECOND, "h": _XOR, "rate": Fraction(1, 4)},
                holds_for={"f": _FIRST, "g": _SECOND, "h": _FIRST, "rate": Fraction(1, 4)},
            ),
            Control(
                "not-a-combination",
                "the function is not a combination of the others",
                union_bound_unrelated,
                refuted_by={
                    "f": (1, 1, 1, 1),
                    "g": (-1, -1, -1, -1),
                    "h": _FIRST,
                    "rate": Fraction(1, 4),
                },
                holds_for={"f": _FIRST, "g": _SECOND, "h": _XOR, "rate": Fraction(1, 4)},
            ),
            Control(
                "other-noise",
                "the parts have another rate of noise",
                union_bound_other_noise,
                refuted_by={
                    "f": _FIRST,
                    "g": _SECOND,
                    "h": _XOR,
                    "rate": Fraction(1, 2),
                    "other": Fraction(0),
                },
                holds_for={
                    "f": _FIRST,
                    "g": _SECOND,
                    "h": _XOR,
                    "rate": Fraction(1, 2),
                    "other": Fraction(1, 2),
                },
                drops="same-noise",
            ),
        ),
        computations=(
            _compute(
                "exclusive-or",
                "noiseSensitivity (1 / 4 : Rat) (fun x : Fin 2 → Bool => x 0 ^^ x 1)",
                "Rat",
                lambda: noise_sensitivity(_XOR, Fraction(1, 4)),
            ),
        ),
    ),
    RowChecks(
        "ch10-intersections-learnable",
        instances=(
            _instance(
                "and-of-coordinates",
                halfspaces_combined,
                f=_FIRST,
                g=_SECOND,
                h=_AND,
                rate=Fraction(1, 8),
            ),
            _instance(
                "exclusive-or",
                halfspaces_combined,
                f=_FIRST,
                g=_SECOND,
                h=_XOR,
                rate=Fraction(1, 3),
            ),
            _instance(
                "one-halfspace-twice",
                halfspaces_combined,
                f=_MAJ3,
                g=_MAJ3,
                h=_MAJ3,
                rate=Fraction(1, 5),
            ),
            _instance("all-small-of-two", combinations_fail, rate=Fraction(1, 4)),
        ),
        controls=(
            Control(
                "sixteen-coordinates",
                "the bound does not grow with the number of halfspaces",
                many_parities,
                refuted_by={"count": 16, "rate": Fraction(1, 32)},
                holds_for={"count": 1, "rate": Fraction(1, 32)},
            ),
        ),
        computations=(
            _compute(
                "and",
                f"noiseSensitivity (1 / 8) {_LEAN_AND}",
                "Rat",
                lambda: noise_sensitivity(_AND, Fraction(1, 8)),
            ),
        ),
    ),
    RowChecks(
        "ch10-sq-model",
        instances=(
            _instance(
                "correlation-query",
                one_answer_for_most,
                q=(_XOR, tuple(-y for y in _XOR)),
                tolerance=Fraction(1, 2),
            ),
            _instance(
                "label-free-query", one_answer_for_most, q=(_AND, _AND), tolerance=Fraction(1, 3)
            ),
            _instance(
                "label-query",
                one_answer_for_most,
                q=((1, 1, 1, 1), (-1, -1, -1, -1)),
                tolerance=Fraction(1, 5),
            ),
        ),
        computations=(
            _compute(
                "mean-of-a-query",
                "(parityMean (fun x y => sign (x 0) * y) ({0} : Finset (Fin 2)) : Rat)",
                "Rat",
                lambda: query_mean((_FIRST, tuple(-y for y in _FIRST)), (0,)),
            ),
        ),
    ),
    RowChecks(
        "ch10-samples-simulate-sq",
        instances=(
            _instance("one", queries_answered, q=(_AND,), size=4, tolerance=Fraction(3, 4)),
            _instance("two", queries_answered, q=(_FIRST, _XOR), size=4, tolerance=Fraction(3, 4)),
            _instance(
                "certain", queries_answered, q=((1, 1, 1, 1),), size=3, tolerance=Fraction(1, 9)
            ),
        ),
        controls=(
            Control(
                "repeated-point",
                "the points of the sample are all equal",
                queries_answered_same,
                refuted_by={"q": ((1, -1),), "size": 4, "tolerance": Fraction(3, 4)},
                holds_for={"q": ((1, 1),), "size": 4, "tolerance": Fraction(3, 4)},
                drops="iid-sample",
            ),
            Control(
                "unbounded-query",
                "a query has values up to four",
                queries_answered,
                refuted_by={"q": ((4, -4),), "size": 3, "tolerance": Fraction(1)},
                holds_for={"q": ((1, -1),), "size": 3, "tolerance": Fraction(1)},
                drops="bounded-queries",
            ),
        ),
        computations=(
            _compute(
                "two-queries",
                "sampleProb (fun X : Fin 3 → Fin 1 → Bool =>"
                " 1 / 2 < |empiricalMean (fun x => (sign (x 0) : Rat)) X|) + (0 : Rat)",
                "Rat",
                lambda: queries_answered(((1, -1),), 3, Fraction(1, 2)).left,
            ),
        ),
    ),
    RowChecks(
        "ch10-unknown-parity",
        instances=(
            _instance("first-and-third", sample_equation, dimension=3, subset=(0, 2)),
            _instance("empty", sample_equation, dimension=2, subset=()),
            _instance("all", sample_equation, dimension=4, subset=(0, 1, 2, 3)),
        ),
        computations=(
            _compute(
                "mean-label",
                "(parityMean (fun x y => (1 + sign (x 1)) * y) ({1} : Finset (Fin 2)) : Rat)",
                "Rat",
                lambda: query_mean(
                    (
                        tuple(1 + y for y in _SECOND),
                        tuple(-1 - y for y in _SECOND),
                    ),
                    (1,),
                ),
            ),
        ),
    ),
    RowChecks(
        "ch10-parity-spectrum",
        instances=(
            _instance("spectrum", parity_spectrum, dimension=3, subset=(0, 2)),
            _instance("spectrum-empty", parity_spectrum, dimension=2, subset=()),
            _instance(
                "sensitivity",
                parity_sensitivity,
                dimension=3,
                subset=(0, 1, 2),
                rate=Fraction(1, 5),
            ),
            _instance(
                "sensitivity-empty", parity_sensitivity, dimension=2, subset=(), rate=Fraction(1, 3)
            ),
        ),
        controls=(
            Control(
                "first-order",
                "only the first order in the rate is kept",
                parity_sensitivity_linear,
                refuted_by={"dimension": 2, "subset": (0, 1), "rate": Fraction(1, 4)},
                holds_for={"dimension": 2, "subset": (0,), "rate": Fraction(1, 4)},
            ),
        ),
        computations=(
            _compute(
                "coefficient",
                "(coefficient (character {0, 2}) ({0, 2} : Finset (Fin 3)) : Rat)",
                "Rat",
                lambda: coefficient(parity(3, (0, 2)), (0, 2)),
            ),
            _compute(
                "sensitivity",
                "noiseSensitivity (1 / 5) (fun x : Fin 3 → Bool => (character {0, 2} x : Rat))",
                "Rat",
                lambda: noise_sensitivity(parity(3, (0, 2)), Fraction(1, 5)),
            ),
        ),
    ),
    RowChecks(
        "ch10-parity-sq-lower-bound",
        instances=(
            _instance("majority", few_correlated, f=_MAJ3, tolerance=Fraction(2, 5)),
            _instance("parity", few_correlated, f=_XOR, tolerance=Fraction(9, 10)),
            _instance("sum", correlations, f=_MAJ5),
            _instance(
                "label-free-answer",
                one_answer_for_most,
                q=(_MAJ3, tuple(-y for y in _MAJ3)),
                tolerance=Fraction(2, 5),
            ),
            _instance(
                "all-of-dimension-two", few_correlated_fails, dimension=2, tolerance=Fraction(2, 5)
            ),
        ),
        controls=(
            Control(
                "inverse-tolerance",
                "the bound is the inverse of the tolerance",
                few_correlated_linear,
                refuted_by={"f": _MAJ3, "tolerance": Fraction(2, 5)},
                holds_for={"f": _XOR, "tolerance": Fraction(2, 5)},
            ),
            Control(
                "doubled",
                "the function is not bounded by one",
                few_correlated,
                refuted_by={"f": tuple(2 * y for y in _XOR), "tolerance": Fraction(3, 2)},
                holds_for={"f": _XOR, "tolerance": Fraction(1, 2)},
                drops="bounded-queries",
            ),
        ),
        computations=(
            _compute(
                "correlated-with-majority",
                f"(correlated {_LEAN_MAJ3} (2 / 5)).card",
                "Nat",
                lambda: correlated(_MAJ3, Fraction(2, 5)),
            ),
        ),
    ),
    RowChecks(
        "ch10-parity-f2-system",
        instances=(
            _instance("equation", sample_equation, dimension=3, subset=(0, 2)),
            _instance("unique", recovered, dimension=2, xs=((-1, 1), (-1, -1)), subset=(0, 1)),
            _instance(
                "unique-of-three",
                recovered,
                dimension=3,
                xs=((-1, -1, 1), (1, -1, -1), (-1, -1, -1)),
                subset=(1,),
            ),
            _instance("every-parity-of-four", recoveries_fail, dimension=4),
        ),
        controls=(
            Control(
                "wrong-label",
                "a label is wrong",
                recovered_with_error,
                refuted_by={"dimension": 2, "xs": ((-1, 1), (-1, -1)), "subset": (0, 1)},
                holds_for={"dimension": 0, "xs": (), "subset": ()},
                drops="noise-free",
            ),
            Control(
                "points-do-not-span",
                "the points do not span the cube",
                recovered,
                refuted_by={"dimension": 2, "xs": ((-1, -1),), "subset": (0, 1)},
                holds_for={"dimension": 2, "xs": ((-1, 1), (1, -1)), "subset": (0, 1)},
            ),
        ),
        computations=(
            _compute(
                "parities-that-agree",
                "(Finset.univ.filter (fun S : Finset (Fin 2) =>"
                " (character S (fun _ => true) : Rat) = -1)).card",
                "Nat",
                lambda: len(consistent(2, {(-1, -1): -1})),
            ),
        ),
    ),
    RowChecks(
        "ch10-parity-span-probability",
        instances=(
            _instance("one-of-one", spanning_probability, dimension=1, count=1),
            _instance("two-of-two", spanning_probability, dimension=2, count=2),
            _instance("three-of-two", spanning_probability, dimension=2, count=3),
            _instance("four-of-three", spanning_probability, dimension=3, count=4),
        ),
        controls=(
            Control(
                "square",
                "the probability falls with the square of the number of points",
                spanning_probability_square,
                refuted_by={"dimension": 2, "count": 3},
                holds_for={"dimension": 1, "count": 1},
            ),
        ),
    ),
    RowChecks(
        "ch10-piling-up",
        instances=(
            _instance("two", piling_up, rates=(Fraction(1, 4), Fraction(1, 4))),
            _instance("four", piling_up, rates=(Fraction(1, 5),) * 4),
            _instance("none", piling_up, rates=()),
            _instance(
                "different", piling_up, rates=(Fraction(1, 2), Fraction(1, 7), Fraction(9, 10))
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
            _compute(
                "three",
                "∑ z ∈ Finset.univ.filter (fun z : Fin 3 → Bool => (Finset.ofBool z).card % 2 = 1),"
                " bitsProb (fun _ => (1 / 3 : Rat)) z",
                "Rat",
                lambda: piling_up((Fraction(1, 3),) * 3).left,
            ),
        ),
    ),
)
