"""Checks of chapter 7: shattering, growth functions and the VC dimension.

A class on the points ``0, ..., n - 1`` is a set of tables: tuples of values, one for each point.
Definitions are written as the book has them, by search over all sets of points.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import comb, floor
from typing import TYPE_CHECKING

from pyharness.checks.enclosures import (
    digits,
    exp,
    lean_digits,
    real,
)
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    Plot,
    RowChecks,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["CHECKS"]

#: The values of a function at the points.
Table = tuple[object, ...]
#: A class of functions.
Tables = frozenset[Table]


# ----- Definitions --------------------------------------------------------------------------------


def restriction(tables: Tables, points: Sequence[int]) -> set[Table]:
    """Return the class restricted to some points: the patterns that it realizes there."""
    return {tuple(h[x] for x in points) for h in tables}


def shatters(tables: Tables, points: Sequence[int]) -> bool:
    """Say whether every labelling of the points is the restriction of some member."""
    realized = restriction(tables, points)
    return all(labels in realized for labels in product((0, 1), repeat=len(points)))


def subsets(number: int, size: int | None = None) -> list[tuple[int, ...]]:
    """List the sets of points with at most ``size`` elements, or all."""
    sizes = range(min(number, number if size is None else size) + 1)
    return [points for k in sizes for points in combinations(range(number), k)]


def growth(tables: Tables, points: int, number: int) -> int:
    """Return the growth function: the most patterns on at most ``number`` points."""
    return max(len(restriction(tables, chosen)) for chosen in subsets(points, number))


def vc_dimension(tables: Tables, points: int) -> int:
    """Return the size of the largest shattered set of points; the class must have a member."""
    return max(len(chosen) for chosen in subsets(points) if shatters(tables, chosen))


def binomial_sum(number: int, top: int) -> int:
    """Return the sum of the binomial coefficients of ``number`` up to ``top``."""
    return sum(comb(number, i) for i in range(top + 1))


# ----- Classes ------------------------------------------------------------------------------------


def table(points: int, function: Callable[[int], bool]) -> Table:
    """Return the values of a function at the points."""
    return tuple(int(function(x)) for x in range(points))


def all_functions(points: int) -> Tables:
    """Return all functions."""
    return frozenset(product((0, 1), repeat=points))


def half_lines(points: int) -> Tables:
    """Return the half-lines from some point on, and the empty one."""
    return frozenset(table(points, lambda x, a=a: a <= x) for a in range(points + 1))


def intervals(points: int) -> Tables:
    """Return the intervals, also the empty one."""
    ends = range(points + 1)
    return frozenset(table(points, lambda x, a=a, b=b: a <= x < b) for a in ends for b in ends)


def small_sets(points: int, size: int) -> Tables:
    """Return the sets with at most ``size`` elements."""
    return frozenset(table(points, set(chosen).__contains__) for chosen in subsets(points, size))


def singletons(points: int) -> Tables:
    """Return the sets with exactly one element."""
    return frozenset(table(points, a.__eq__) for a in range(points))


def all_classes(points: int) -> list[Tables]:
    """Return all classes that have a member."""
    functions = sorted(all_functions(points))
    return [
        frozenset(h for bit, h in enumerate(functions) if code >> bit & 1)
        for code in range(1, 2 ** len(functions))
    ]


def scattered(points: int, members: int, seed: int) -> Tables:
    """Return a class without pattern: members found by a linear congruence."""
    found: set[Table] = set()
    state = seed
    while len(found) < members:
        state = (state * 1103515245 + 12345) % 2**31
        found.add(table(points, lambda x, s=state: s >> (x + 12) & 1))
    return frozenset(found)


# ----- Shattering, growth function, VC dimension --------------------------------------------------


def dimension_is(tables: Tables, points: int, dimension: int) -> Comparison:
    """The largest shattered set has the given size."""
    return Comparison(vc_dimension(tables, points), "=", dimension)


def growth_is(tables: Tables, points: int, values: tuple[int, ...]) -> Comparison:
    """The growth function at 0, 1, 2, ... has the given values."""
    return Comparison([growth(tables, points, n) for n in range(len(values))], "=", values)


def full_growth_is_shattering(tables: Tables, points: int, number: int) -> Comparison:
    """``G(N) = 2^N`` exactly when some set of N points is shattered."""
    full = growth(tables, points, number) == 2**number
    shattered = any(shatters(tables, c) for c in combinations(range(points), number))
    return Comparison(full, "=", shattered)


def subset_of_shattered(
    tables: Tables, large: tuple[int, ...], small: tuple[int, ...]
) -> Comparison:
    """A subset of a shattered set is shattered."""
    return Comparison(not shatters(tables, large) or shatters(tables, small), "=", True)


def one_labelling_suffices(tables: Tables, points: int) -> Comparison:
    """Points with at least one realized pattern are shattered."""
    chosen = tuple(range(points))
    return Comparison(bool(restriction(tables, chosen)), "=", shatters(tables, chosen))


# ----- The Sauer-Shelah lemma ---------------------------------------------------------------------


def sauer_shelah(tables: Tables, points: int, number: int, bound: int | None = None) -> Comparison:
    """``G(N) ≤ sum of C(N, i) for i ≤ k``, where k is the VC dimension."""
    top = vc_dimension(tables, points) if bound is None else bound
    return Comparison(growth(tables, points, number), "≤", binomial_sum(number, top))


def one_term_less(tables: Tables, points: int, number: int) -> Comparison:
    """The same with the sum up to ``k - 1``."""
    return sauer_shelah(tables, points, number, vc_dimension(tables, points) - 1)


def some_bound(tables: Tables, points: int, number: int, bound: int) -> Comparison:
    """The same with a number k that has nothing to do with the VC dimension."""
    return sauer_shelah(tables, points, number, bound)


def bound_is_attained(points: int, size: int) -> Comparison:
    """The sets with at most k elements attain the bound for every N."""
    tables = small_sets(points, size)
    numbers = range(points + 1)
    return Comparison(
        [growth(tables, points, n) for n in numbers], "=", [binomial_sum(n, size) for n in numbers]
    )


def pajor(tables: Tables, points: int) -> Comparison:
    """A family of sets shatters at least as many sets as it has members."""
    shattered = sum(shatters(tables, chosen) for chosen in subsets(points))
    return Comparison(len(tables), "≤", shattered)


# ----- The sum of binomial coefficients -----------------------------------------------------------


def closed_form(number: int, top: int) -> Comparison:
    """``sum of C(N, i) for i ≤ k  ≤  (N/k)^k (1 + k/N)^N``."""
    right = Fraction(number, top) ** top * (1 + Fraction(top, number)) ** number
    return Comparison(binomial_sum(number, top), "≤", right)


def with_e(number: int, top: int) -> Comparison:
    """``sum of C(N, i) for i ≤ k  ≤  (eN/k)^k``."""
    right = exp(top) * real(Fraction(number, top) ** top)
    return Comparison(binomial_sum(number, top), "≤", right)


def with_two(number: int, top: int) -> Comparison:
    """The same with 2 in place of e."""
    return Comparison(binomial_sum(number, top), "≤", Fraction(2 * number, top) ** top)


def polynomial(number: int, top: int) -> Comparison:
    """``sum of C(N, i) for i ≤ k  ≤  (N + 1)^k``."""
    return Comparison(binomial_sum(number, top), "≤", (number + 1) ** top)


def smaller_polynomial(number: int, top: int) -> Comparison:
    """The same with ``N^k``."""
    return Comparison(binomial_sum(number, top), "≤", number**top)


# ----- Products and compositions ------------------------------------------------------------------


def pairs(first: Tables, second: Tables) -> Tables:
    """Return the class of the functions ``x -> (f(x), g(x))``."""
    return frozenset(tuple(zip(f, g, strict=True)) for f in first for g in second)


def compositions(first: Tables, second: Tables) -> Tables:
    """Return the class of the functions ``x -> g(f(x))``; values of ``f`` are points of ``g``."""
    return frozenset(tuple(g[int(str(y))] for y in f) for f in first for g in second)


def product_rule(first: Tables, second: Tables, points: int, number: int) -> Comparison:
    """``G(N)`` of the pairs is at most the product of the growth functions."""
    both = growth(pairs(first, second), points, number)
    return Comparison(both, "≤", growth(first, points, number) * growth(second, points, number))


def sum_rule(first: Tables, second: Tables, points: int, number: int) -> Comparison:
    """The same with the sum instead of the product."""
    both = growth(pairs(first, second), points, number)
    return Comparison(both, "≤", growth(first, points, number) + growth(second, points, number))


def composition_rule(
    first: Tables, second: Tables, points: int, middle: int, number: int
) -> Comparison:
    """``G(N)`` of the compositions is at most the product of the growth functions."""
    both = growth(compositions(first, second), points, number)
    return Comparison(both, "≤", growth(first, points, number) * growth(second, middle, number))


def maximum_rule(
    first: Tables, second: Tables, points: int, middle: int, number: int
) -> Comparison:
    """The same with the maximum instead of the product."""
    both = growth(compositions(first, second), points, number)
    return Comparison(both, "≤", max(growth(first, points, number), growth(second, middle, number)))


# ----- The sine class -----------------------------------------------------------------------------


def sign_of_sine(multiple: Fraction) -> int:
    """Return the sign of ``sin(π t)`` for a number t that is not an integer."""
    if multiple.denominator == 1:
        raise ValueError("the sine vanishes at the multiples of π")
    return -1 if floor(multiple) % 2 else 1


def sine_patterns(frequencies: Iterable[Fraction], number: int) -> set[tuple[int, ...]]:
    """Return the signs of ``sin(a x)`` at ``x = 1/2, ..., 2^-N`` for ``a = π t``."""
    points = [Fraction(1, 2**i) for i in range(1, number + 1)]
    return {tuple(sign_of_sine(t * x) for x in points) for t in frequencies}


def sine_shatters(number: int) -> Comparison:
    """The frequencies ``π (n + 1/2)`` realize all sign patterns at ``1/2, ..., 2^-N``."""
    frequencies = (n + Fraction(1, 2) for n in range(2 ** (number + 1)))
    return Comparison(len(sine_patterns(frequencies, number)), "=", 2**number)


def frequency_of_labels(labels: tuple[int, ...]) -> Comparison:
    """With ``n`` the sum of ``2^i`` over the labels -1, the frequency ``π (n + 1/2)`` has them."""
    n = sum(2**i for i, label in enumerate(labels, 1) if label == -1)
    points = [Fraction(1, 2**i) for i in range(1, len(labels) + 1)]
    signs = tuple(sign_of_sine((n + Fraction(1, 2)) * x) for x in points)
    return Comparison(signs, "=", labels)


def slow_sine_shatters(number: int, largest: Fraction, step: Fraction) -> Comparison:
    """The frequencies ``π t`` with ``|t|`` up to a bound, on a grid, realize them all."""
    steps = floor(largest / step)
    grid = [i * step for i in range(-steps, steps + 1) if i]
    usable = [t for t in grid if all((t / 2**i).denominator > 1 for i in range(1, number + 1))]
    return Comparison(len(sine_patterns(usable, number)), "=", 2**number)


# ----- Lean ---------------------------------------------------------------------------------------

_MODULES = ("DeepTheory.Generalization.VCComputation",)
_SUMS = ("DeepTheory.Generalization.BinomialSum",)


def lean_class(tables: Tables, points: int) -> str:
    """Write a class as a list of Lean functions on ``Fin points``."""
    lists = (f"[{', '.join('true' if value else 'false' for value in h)}]" for h in sorted(tables))
    return (
        f"(([{', '.join(lists)}] : List (List Bool)).map"
        f" fun p (i : Fin {points}) => p.getD i.val false)"
    )


def lean_dimension(name: str, tables: Tables, points: int) -> Computation:
    """Make the computation of a VC dimension."""
    return Computation(
        name,
        f"VC.vcDim {lean_class(tables, points)} (List.finRange {points})",
        "Nat",
        lambda: vc_dimension(tables, points),
        _MODULES,
    )


def lean_growth(name: str, tables: Tables, points: int, number: int) -> Computation:
    """Make the computation of a value of a growth function."""
    return Computation(
        name,
        f"VC.growth {lean_class(tables, points)} (List.finRange {points}) {number}",
        "Nat",
        lambda: growth(tables, points, number),
        _MODULES,
    )


_EVEN = frozenset({(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)})
_SCATTERED = scattered(6, 20, 7)
_THREE = frozenset({(0,), (1,), (2,)})
_CONSTANTS = frozenset({(0,), (1,)})
_CONSTANTS_OF_TWO = frozenset({(0, 0), (1, 1)})
#: Two functions on two points with four values in all.
_FOUR_VALUES = frozenset({(0, 2), (1, 3)})
_NINE = scattered(5, 9, 4)


CHECKS = (
    RowChecks(
        "ch07-vc-definition",
        instances=(
            Instance(
                "half-lines", dimension_is, {"tables": half_lines(5), "points": 5, "dimension": 1}
            ),
            Instance(
                "intervals", dimension_is, {"tables": intervals(5), "points": 5, "dimension": 2}
            ),
            Instance("even-sets", dimension_is, {"tables": _EVEN, "points": 3, "dimension": 2}),
            Instance(
                "single-points",
                dimension_is,
                {"tables": singletons(4), "points": 4, "dimension": 1},
            ),
            Instance(
                "growth-of-intervals",
                growth_is,
                {"tables": intervals(4), "points": 4, "values": (1, 2, 4, 7, 11, 11)},
            ),
        ),
        searches=(
            Exhaustion(
                "full-growth-is-shattering",
                full_growth_is_shattering,
                lambda: (
                    {"tables": tables, "points": 3, "number": number}
                    for tables in all_classes(3)
                    for number in range(5)
                ),
            ),
            Exhaustion(
                "subsets-of-shattered",
                subset_of_shattered,
                lambda: (
                    {"tables": tables, "large": large, "small": small}
                    for tables in all_classes(3)
                    for large in subsets(3)
                    for small in subsets(3)
                    if set(small) <= set(large)
                ),
            ),
        ),
        controls=(
            Control(
                "one-labelling",
                "one realized labelling is enough for shattering",
                one_labelling_suffices,
                refuted_by={"tables": half_lines(2), "points": 2},
                holds_for={"tables": all_functions(2), "points": 2},
            ),
        ),
        computations=(
            lean_dimension("half-lines", half_lines(5), 5),
            lean_dimension("intervals", intervals(5), 5),
            lean_dimension("even-sets", _EVEN, 3),
            lean_dimension("scattered", _SCATTERED, 6),
            lean_growth("intervals-growth", intervals(5), 5, 3),
            lean_growth("more-points-than-there-are", intervals(4), 4, 9),
            Computation(
                "definition-itself",
                "decide (VC.IsVCDim (fun h : Fin 4 → Bool =>"
                " ∃ a : Fin 5, ∀ x, h x = true ↔ a.val ≤ x.val) 1)",
                "Bool",
                lambda: vc_dimension(half_lines(4), 4) == 1,
                _MODULES,
            ),
            Computation(
                "definition-refuted",
                "decide (VC.IsVCDim (fun h : Fin 4 → Bool =>"
                " ∃ a : Fin 5, ∀ x, h x = true ↔ a.val ≤ x.val) 2)",
                "Bool",
                lambda: vc_dimension(half_lines(4), 4) == 2,
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch07-sauer-shelah",
        instances=(
            Instance("scattered", sauer_shelah, {"tables": _SCATTERED, "points": 6, "number": 6}),
            Instance(
                "scattered-few-points",
                sauer_shelah,
                {"tables": scattered(6, 12, 5), "points": 6, "number": 4},
            ),
            Instance("pajor", pajor, {"tables": scattered(6, 30, 3), "points": 6}),
            Instance("attained", bound_is_attained, {"points": 6, "size": 2}),
            Instance("attained-by-nothing", bound_is_attained, {"points": 4, "size": 0}),
            Instance(
                "more-points-than-there-are",
                sauer_shelah,
                {
                    "tables": intervals(4),
                    "points": 4,
                    "number": 9,
                },
            ),
        ),
        searches=(
            Exhaustion(
                "all-classes-on-three-points",
                sauer_shelah,
                lambda: (
                    {"tables": tables, "points": 3, "number": number}
                    for tables in all_classes(3)
                    for number in range(5)
                ),
            ),
            Exhaustion(
                "pajor-for-all-families",
                pajor,
                lambda: ({"tables": tables, "points": 3} for tables in all_classes(3)),
            ),
        ),
        controls=(
            Control(
                "one-term-less",
                "the sum stops at k - 1",
                one_term_less,
                refuted_by={"tables": small_sets(5, 2), "points": 5, "number": 5},
                holds_for={"tables": _EVEN, "points": 3, "number": 3},
            ),
            Control(
                "any-dimension",
                "the VC dimension may be larger than k",
                some_bound,
                refuted_by={"tables": all_functions(4), "points": 4, "number": 4, "bound": 2},
                holds_for={"tables": small_sets(4, 2), "points": 4, "number": 4, "bound": 2},
                drops="finite-vc",
            ),
        ),
        computations=(
            lean_growth("small-sets", small_sets(5, 2), 5, 5),
            lean_dimension("small-sets-dimension", small_sets(5, 2), 5),
            lean_growth("scattered", _SCATTERED, 6, 4),
            Computation(
                "bound", "∑ i < 2 + 1, Nat.choose 5 i", "Nat", lambda: binomial_sum(5, 2), _SUMS
            ),
        ),
        plots=(
            Plot(
                "points",
                "Patterns of a class on N of eight points, against the bound from its VC dimension",
                sauer_shelah,
                "number",
                tuple(range(9)),
                {
                    "intervals": {"tables": intervals(8), "points": 8},
                    "forty functions without pattern": {"tables": scattered(8, 40, 1), "points": 8},
                },
                "number $N$ of points",
                "growth function",
                "sum of binomial coefficients",
            ),
        ),
    ),
    RowChecks(
        "ch07-binomial-sum-bound",
        instances=(
            Instance("ten-three", closed_form, {"number": 10, "top": 3}),
            Instance("smallest", closed_form, {"number": 1, "top": 1}),
            Instance("with-e", with_e, {"number": 100, "top": 7}),
            Instance("with-e-equal", with_e, {"number": 6, "top": 6}),
            Instance("polynomial-large", polynomial, {"number": 200, "top": 9}),
        ),
        searches=(
            Exhaustion(
                "up-to-thirty",
                closed_form,
                lambda: ({"number": n, "top": k} for n in range(1, 31) for k in range(1, n + 1)),
            ),
            Exhaustion(
                "with-e",
                with_e,
                lambda: ({"number": n, "top": k} for n in range(1, 31) for k in range(1, n + 1)),
            ),
            Exhaustion(
                "polynomial",
                polynomial,
                lambda: ({"number": n, "top": k} for n, k in product(range(21), repeat=2)),
            ),
        ),
        controls=(
            Control(
                "more-terms-than-points",
                "k may be larger than N",
                closed_form,
                refuted_by={"number": 1, "top": 4},
                holds_for={"number": 4, "top": 4},
                drops="range",
            ),
            Control(
                "two-for-e",
                "2 takes the place of e",
                with_two,
                refuted_by={"number": 100, "top": 20},
                holds_for={"number": 10, "top": 2},
            ),
            Control(
                "smaller-polynomial",
                "the bound is N^k",
                smaller_polynomial,
                refuted_by={"number": 1, "top": 1},
                holds_for={"number": 3, "top": 2},
            ),
        ),
        computations=(
            Computation(
                "sum", "∑ i < 3 + 1, Nat.choose 10 i", "Nat", lambda: binomial_sum(10, 3), _SUMS
            ),
            Computation(
                "closed-form",
                "((10 : Rat) / 3) ^ 3 * (1 + (3 : Rat) / 10) ^ 10",
                "Rat",
                lambda: closed_form(10, 3).right,
                (*_SUMS, "DeepTheory.Algebra.Rat.Basic"),
            ),
            Computation(
                "bound-holds",
                "decide (((∑ i < 3 + 1, Nat.choose 10 i : Nat) : Rat) ≤"
                " ((10 : Rat) / 3) ^ 3 * (1 + (3 : Rat) / 10) ^ 10)",
                "Bool",
                lambda: closed_form(10, 3).holds,
                (*_SUMS, "DeepTheory.Algebra.Rat.Basic"),
            ),
            Computation(
                "printed-bound",
                lean_digits(".pow (.div (.mul (.exp .one) (.nat 10)) (.nat 3)) 3", 6),
                "Int",
                lambda: digits((exp(1) * 10 / 3) ** 3, 6),
                ("DeepTheory.Real.Interval",),
            ),
        ),
        plots=(
            Plot(
                "number",
                "The bound loses a factor that hardly depends on N",
                with_e,
                "number",
                tuple(range(8, 61, 2)),
                {f"k = {top}": {"top": top} for top in (1, 2, 4, 8)},
                "number $N$",
                "sum of C(N, i) for i ≤ k",
                "(eN/k)ᵏ",
                logarithmic="xy",
            ),
        ),
    ),
    RowChecks(
        "ch07-growth-product",
        instances=(
            Instance(
                "half-lines-and-intervals",
                product_rule,
                {"first": half_lines(4), "second": intervals(4), "points": 4, "number": 3},
            ),
            Instance(
                "three-values",
                product_rule,
                {"first": _THREE, "second": _THREE, "points": 1, "number": 1},
            ),
            Instance(
                "scattered",
                product_rule,
                {"first": scattered(5, 6, 2), "second": _NINE, "points": 5, "number": 4},
            ),
        ),
        searches=(
            Exhaustion(
                "all-classes-on-two-points",
                product_rule,
                lambda: (
                    {"first": first, "second": second, "points": 2, "number": number}
                    for first, second in product(all_classes(2), repeat=2)
                    for number in range(4)
                ),
            ),
        ),
        controls=(
            Control(
                "sum",
                "the growth functions are added instead of multiplied",
                sum_rule,
                refuted_by={"first": _THREE, "second": _THREE, "points": 1, "number": 1},
                holds_for={"first": _CONSTANTS, "second": _CONSTANTS, "points": 1, "number": 1},
            ),
        ),
        computations=(
            Computation(
                "pairs-on-four-points",
                "VC.patternCount ((List.finRange 4).flatMap fun x => [(x, true), (x, false)])"
                f" ({lean_class(half_lines(4), 4)}.flatMap fun f =>"
                f" {lean_class(intervals(4), 4)}.map fun g z => cond z.2 (f z.1) (g z.1))",
                "Nat",
                lambda: growth(pairs(half_lines(4), intervals(4)), 4, 4),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch07-growth-composition",
        instances=(
            Instance(
                "through-two-points",
                composition_rule,
                {
                    "first": half_lines(5),
                    "second": all_functions(2),
                    "points": 5,
                    "middle": 2,
                    "number": 4,
                },
            ),
            Instance(
                "constants",
                composition_rule,
                {
                    "first": _CONSTANTS,
                    "second": _FOUR_VALUES,
                    "points": 1,
                    "middle": 2,
                    "number": 1,
                },
            ),
            Instance(
                "through-intervals",
                composition_rule,
                {
                    "first": intervals(3),
                    "second": _CONSTANTS_OF_TWO,
                    "points": 3,
                    "middle": 2,
                    "number": 3,
                },
            ),
        ),
        searches=(
            Exhaustion(
                "all-classes-on-two-points",
                composition_rule,
                lambda: (
                    {"first": first, "second": second, "points": 2, "middle": 2, "number": number}
                    for first, second in product(all_classes(2), repeat=2)
                    for number in range(4)
                ),
            ),
        ),
        controls=(
            Control(
                "maximum",
                "the maximum takes the place of the product",
                maximum_rule,
                refuted_by={
                    "first": _CONSTANTS,
                    "second": _FOUR_VALUES,
                    "points": 1,
                    "middle": 2,
                    "number": 1,
                },
                holds_for={
                    "first": all_functions(2),
                    "second": all_functions(2),
                    "points": 2,
                    "middle": 2,
                    "number": 2,
                },
            ),
        ),
        computations=(
            Computation(
                "through-two-points",
                f"VC.growth ({lean_class(half_lines(4), 4)}.flatMap fun f =>"
                " [fun y => y, fun y => !y].map fun g x => g (f x)) (List.finRange 4) 3",
                "Nat",
                lambda: growth(compositions(half_lines(4), frozenset({(0, 1), (1, 0)})), 4, 3),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch07-sine-vc-infinite",
        instances=(
            *(
                Instance(f"points-{number}", sine_shatters, {"number": number})
                for number in (0, 1, 2, 3, 5, 8)
            ),
        ),
        searches=(
            Exhaustion(
                "all-labels",
                frequency_of_labels,
                lambda: (
                    {"labels": labels} for k in range(8) for labels in product((1, -1), repeat=k)
                ),
            ),
        ),
        controls=(
            Control(
                "bounded-frequency",
                "the frequency is at most π, with points between 0 and 1",
                slow_sine_shatters,
                refuted_by={"number": 2, "largest": Fraction(1), "step": Fraction(1, 64)},
                holds_for={"number": 2, "largest": Fraction(8), "step": Fraction(1, 64)},
                drops="real-parameter",
            ),
        ),
    ),
)
