"""Checks of chapter 10: characters, Fourier coefficients, Parseval, low-degree parts."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.boolean_functions import (
    AND,
    LEAN_AND,
    LEAN_MAJ3,
    MAJ3,
    MAJ5,
    RATES,
    Number,
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
    low_sets,
    mean,
    noise_sensitivity,
    parity,
    points,
    polynomial,
    spectrum,
    subsets,
    tables,
    tail,
    uniform,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Identity,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import sympy

__all__ = ["CHECKS"]


# ----- Definitions --------------------------------------------------------------------------------


def square_error(f: Table, g: Table) -> Fraction:
    """Return the mean square distance."""
    return mean(tuple((a - b) ** 2 for a, b in zip(f, g, strict=True)))


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


def product_of_points(x: Point, z: Point, s: Subset) -> Comparison:
    """A character of the coordinatewise product of two points is the product of its values."""
    xz = tuple(a * b for a, b in zip(x, z, strict=True))
    return Comparison(character(s, xz), "=", character(s, x) * character(s, z))


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


@cache
def low_part(f: Table, degree: int) -> Table:
    """Return the part of the function below a degree."""
    return polynomial(
        dimension_of(f), {s: coefficient(f, s) for s in low_sets(dimension_of(f), degree)}
    )


def truncation(f: Table, degree: int) -> Comparison:
    """The mean square error of the low-degree part is the mass of the other degrees."""
    return Comparison(square_error(f, low_part(f, degree)), "=", tail(f, degree))


def truncation_sup(f: Table, degree: int) -> Comparison:
    """The same with the greatest square error instead of the mean."""
    errors = [(a - b) ** 2 for a, b in zip(f, low_part(f, degree), strict=True)]
    return Comparison(max(errors), "=", tail(f, degree))


def low_degree_error(f: Table, degree: int, g: Mapping[Subset, Number]) -> Comparison:
    """The mean square error of a polynomial: errors of its coefficients, and the tail."""
    d = dimension_of(f)
    left = square_error(f, polynomial(d, g))
    near = sum((coefficient(f, s) - g.get(s, 0)) ** 2 for s in low_sets(d, degree))
    return Comparison(left, "=", near + tail(f, degree))


def concentrated(f: Table, degree: int, error: Fraction) -> Comparison:
    """Concentration says that the low-degree part is near in the mean square."""
    near = square_error(f, low_part(f, degree)) <= error
    return Comparison(tail(f, degree) <= error, "=", near)


def strictly_above(f: Table, degree: int, error: Fraction) -> Comparison:
    """Concentration with the mass above the degree, in place of from the degree on."""
    return Comparison(tail(f, degree + 1) <= error, "=", tail(f, degree) <= error)


# ----- Noise --------------------------------------------------------------------------------------


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


_LEAN_MAJ5 = "(fun x => sign (majority 5 x) : (Fin 5 → Bool) → Rat)"

_HALVES = {s: Fraction(len(s) - 1, 2) for s in subsets(3)}

_BIASED = (Fraction(3, 4), Fraction(1, 4))


CHECKS = (
    RowChecks(
        "ch10-parity-characters",
        instances=(
            instance("first-and-third", degree_of_character, dimension=3, subset=(0, 2)),
            instance("empty", degree_of_character, dimension=3, subset=()),
            instance("all-of-four", degree_of_character, dimension=4, subset=(0, 1, 2, 3)),
        ),
        searches=(
            Exhaustion(
                "up-to-dimension-four",
                degree_of_character,
                lambda: ({"dimension": d, "subset": s} for d in range(5) for s in subsets(d)),
            ),
        ),
        computations=(
            computation(
                "at-a-point",
                "(character {0, 2} (fun i : Fin 3 => decide (i = 2)) : Rat)",
                "Rat",
                lambda: character((0, 2), (1, 1, -1)),
            ),
            computation(
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
            instance("overlap", product_rule, x=(1, -1, -1), s=(0, 1), t=(1, 2)),
            instance("equal", product_rule, x=(-1, -1, 1), s=(0, 1), t=(0, 1)),
            instance("disjoint", product_rule, x=(-1, 1, -1), s=(0,), t=(1, 2)),
        ),
        searches=(
            Exhaustion(
                "all-of-dimension-three",
                product_rule,
                lambda: (
                    {"x": x, "s": s, "t": t}
                    for x in points(3)
                    for s in subsets(3)
                    for t in subsets(3)
                ),
                lambda: (
                    {"x": x, "s": s, "t": t}
                    for x in points(5)
                    for s in subsets(5)
                    for t in subsets(5)
                ),
            ),
            Exhaustion(
                "all-pairs-of-points",
                product_of_points,
                lambda: (
                    {"x": x, "z": z, "s": s}
                    for x in points(3)
                    for z in points(3)
                    for s in subsets(3)
                ),
            ),
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
            computation(
                "all-products",
                "decide (∀ S T : Finset (Fin 2), ∀ x : Fin 2 → Bool,"
                " (character S x * character T x : Rat) = character (symmDiff S T) x)",
                "Bool",
                lambda: all(
                    product_rule(x, s, t).holds
                    for x in points(2)
                    for s in subsets(2)
                    for t in subsets(2)
                ),
            ),
        ),
    ),
    RowChecks(
        "ch10-orthonormality",
        instances=(
            instance("equal", orthonormal, weights=uniform(3), s=(0, 2), t=(0, 2)),
            instance("nested", orthonormal, weights=uniform(3), s=(0, 2), t=(0,)),
            instance("empty", orthonormal, weights=uniform(2), s=(), t=(0, 1)),
        ),
        searches=(
            Exhaustion(
                "all-of-dimension-four",
                orthonormal,
                lambda: (
                    {"weights": uniform(4), "s": s, "t": t} for s in subsets(4) for t in subsets(4)
                ),
            ),
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
            computation(
                "one-pair",
                "(expect (fun x : Fin 3 → Bool => character {0, 2} x * character {0} x) : Rat)",
                "Rat",
                lambda: orthonormal(uniform(3), (0, 2), (0,)).left,
            ),
            computation(
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
            instance("rational-values", inversion, f=_RANDOM),
            instance("majority-of-three", inversion, f=MAJ3),
            instance("and", inversion, f=AND),
            instance("uniqueness", uniqueness, coefficients=_HALVES),
        ),
        searches=(
            Search(
                "rational-functions",
                inversion,
                lambda: {"f": tables(3)},
            ),
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
            computation(
                "majority-single",
                f"coefficient {LEAN_MAJ3} {{1}}",
                "Rat",
                lambda: coefficient(MAJ3, (1,)),
            ),
            computation(
                "majority-all",
                f"coefficient {LEAN_MAJ3} Finset.univ",
                "Rat",
                lambda: coefficient(MAJ3, (0, 1, 2)),
            ),
            computation(
                "majority-of-five-all",
                f"coefficient {_LEAN_MAJ5} Finset.univ",
                "Rat",
                lambda: coefficient(MAJ5, (0, 1, 2, 3, 4)),
            ),
            computation(
                "majority-of-five-three",
                f"coefficient {_LEAN_MAJ5} {{0, 2, 3}}",
                "Rat",
                lambda: coefficient(MAJ5, (0, 2, 3)),
            ),
        ),
    ),
    RowChecks(
        "ch10-parseval",
        identities=(Identity("two-coordinates", parseval_two),),
        instances=(
            instance("rational-values", parseval, f=_RANDOM),
            instance("majority-of-five", parseval, f=MAJ5),
            instance("plancherel", plancherel, f=_RANDOM, g=MAJ3),
            instance("boolean", mass_is_one, f=MAJ5),
        ),
        searches=(
            Exhaustion(
                "all-boolean-of-three",
                mass_is_one,
                lambda: ({"f": f} for f in boolean_functions(3)),
            ),
            Search(
                "rational-functions",
                parseval,
                lambda: {"f": tables(3)},
            ),
            Search(
                "two-functions",
                plancherel,
                lambda: {"f": tables(2), "g": tables(2)},
            ),
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
            computation(
                "mass-of-majority",
                f"∑ S, coefficient {LEAN_MAJ3} S ^ 2",
                "Rat",
                lambda: tail(MAJ3, 0),
            ),
            computation(
                "not-boolean",
                "∑ S : Finset (Fin 2), coefficient (fun x => cond (x 0 && x 1) (3 / 2) 5 : "
                "(Fin 2 → Bool) → Rat) S ^ 2",
                "Rat",
                lambda: tail(tuple(Fraction(3, 2) if y == -1 else 5 for y in AND), 0),
            ),
        ),
    ),
    RowChecks(
        "ch10-truncation-error",
        instances=(
            instance("rational-values", truncation, f=_RANDOM, degree=2),
            instance("majority-of-five", truncation, f=MAJ5, degree=3),
            instance("nothing", truncation, f=_RANDOM, degree=0),
            instance(
                "other-coefficients",
                low_degree_error,
                f=_RANDOM,
                degree=2,
                g={(): Fraction(1, 2), (0,): -1, (2,): Fraction(1, 3)},
            ),
        ),
        searches=(
            Search(
                "rational-functions",
                truncation,
                lambda: {"f": tables(3), "degree": st.integers(0, 4)},
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
            computation(
                "error-of-majority",
                f"expect (fun x => ({LEAN_MAJ3} x - truncate {LEAN_MAJ3} 2 x) ^ 2)",
                "Rat",
                lambda: truncation(MAJ3, 2).left,
            ),
        ),
    ),
    RowChecks(
        "ch10-fourier-concentration",
        instances=(
            instance("holds", concentrated, f=MAJ3, degree=2, error=Fraction(1, 4)),
            instance("fails", concentrated, f=MAJ3, degree=3, error=Fraction(1, 5)),
            instance("no-error", concentrated, f=AND, degree=3, error=Fraction(0)),
        ),
        searches=(
            Exhaustion(
                "boolean-of-three",
                concentrated,
                lambda: (
                    {"f": f, "degree": k, "error": Fraction(e, 4)}
                    for f in boolean_functions(3)
                    for k in range(5)
                    for e in range(5)
                ),
            ),
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
            computation(
                "mass-of-majority", f"highMass {LEAN_MAJ3} 2", "Rat", lambda: tail(MAJ3, 2)
            ),
            computation("mass-of-and", f"highMass {LEAN_AND} 1", "Rat", lambda: tail(AND, 1)),
        ),
    ),
    RowChecks(
        "ch10-parity-spectrum",
        instances=(
            instance("spectrum", parity_spectrum, dimension=3, subset=(0, 2)),
            instance("spectrum-empty", parity_spectrum, dimension=2, subset=()),
            instance(
                "sensitivity",
                parity_sensitivity,
                dimension=3,
                subset=(0, 1, 2),
                rate=Fraction(1, 5),
            ),
            instance(
                "sensitivity-empty", parity_sensitivity, dimension=2, subset=(), rate=Fraction(1, 3)
            ),
        ),
        searches=(
            Exhaustion(
                "up-to-dimension-four",
                parity_sensitivity,
                lambda: (
                    {"dimension": d, "subset": s, "rate": r}
                    for d in range(5)
                    for s in subsets(d)
                    for r in RATES
                ),
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
            computation(
                "coefficient",
                "(coefficient (character {0, 2}) ({0, 2} : Finset (Fin 3)) : Rat)",
                "Rat",
                lambda: coefficient(parity(3, (0, 2)), (0, 2)),
            ),
            computation(
                "sensitivity",
                "noiseSensitivity (1 / 5) (fun x : Fin 3 → Bool => (character {0, 2} x : Rat))",
                "Rat",
                lambda: noise_sensitivity(parity(3, (0, 2)), Fraction(1, 5)),
            ),
        ),
        plots=(
            Plot(
                "rate",
                "The more coordinates a parity has, the sooner noise makes it a coin flip",
                parity_sensitivity,
                "rate",
                tuple(Fraction(k, 40) for k in range(21)),
                {
                    f"parity of {size}": {"dimension": size, "subset": tuple(range(size))}
                    for size in (1, 2, 4)
                },
                "noise rate δ",
                "noise sensitivity, from all pairs of points",
                "(1 − (1 − 2δ)ᵏ) / 2",
            ),
        ),
    ),
)
