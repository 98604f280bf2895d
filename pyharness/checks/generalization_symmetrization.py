"""Checks of chapter 7: ghost samples, Rademacher complexity, the VC uniform convergence bound.

A hypothesis is the tuple of its labels at the points ``0, 1, ...``, a class is a list of them, and
a world gives every example, a point and its label, its probability. Probabilities over samples are
sums over all samples, or over the numbers of times that the examples occur; means over signs are
sums over all signs.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations, product
from math import factorial, prod
from typing import TYPE_CHECKING

from mpmath import iv

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import digits, ends, exp, lean_digits, log, real
from pyharness.checks.information import distributions
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
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pyharness.checks.enclosures import Interval

__all__ = ["CHECKS"]

#: A point and its label.
Example = tuple[int, int]
#: The probability of each example.
World = dict[Example, Fraction]
#: The labels, or values, that a function gives to the points.
Table = tuple[int, ...]
#: A class of functions.
Tables = tuple[Table, ...]
Sample = tuple[Example, ...]
Signs = tuple[int, ...]

_ONE = Fraction(1)
_HALF = Fraction(1, 2)


# ----- Definitions --------------------------------------------------------------------------------


def loss(h: Table, example: Example) -> int:
    """Return one if the hypothesis is wrong on the example, else zero."""
    x, y = example
    return int(h[x] != y)


def empirical(h: Table, sample: Sample) -> Fraction:
    """Return the fraction of the examples of the sample on which the hypothesis is wrong."""
    return Fraction(sum(loss(h, example) for example in sample), len(sample))


def population(world: World, h: Table) -> Fraction:
    """Return the probability that the hypothesis is wrong on an example."""
    return sum((p for example, p in world.items() if loss(h, example)), Fraction(0))


def samples(world: World, size: int) -> Iterator[tuple[Sample, Fraction]]:
    """List the independent samples with their probabilities."""
    for sample in product(world, repeat=size):
        yield sample, prod((world[example] for example in sample), start=_ONE)


def copies(world: World, size: int) -> Iterator[tuple[Sample, Fraction]]:
    """List the samples that repeat one example, with their probabilities."""
    for example, p in world.items():
        yield (example,) * size, p


def frequencies(world: World, size: int) -> Iterator[tuple[dict[Example, int], Fraction]]:
    """List how often the examples occur in a sample, with the probabilities."""

    def parts(total: int, number: int) -> Iterator[tuple[int, ...]]:
        if number == 1:
            yield (total,)
            return
        for first in range(total + 1):
            for rest in parts(total - first, number - 1):
                yield (first, *rest)

    examples = list(world)
    for counts in parts(size, len(examples)):
        orders = factorial(size) // prod(factorial(c) for c in counts)
        weight = prod((world[e] ** c for e, c in zip(examples, counts, strict=True)), start=_ONE)
        yield dict(zip(examples, counts, strict=True)), orders * weight


def counted(world: World, size: int) -> Iterator[tuple[Sample, Fraction]]:
    """List the independent samples up to order, with the probabilities of all their orders."""
    for counts, weight in frequencies(world, size):
        yield tuple(example for example, count in counts.items() for _ in range(count)), weight


def largest_gap(world: World, tables: Tables, sample: Sample) -> Fraction:
    """Return the largest distance of empirical and population error in the class."""
    return max(abs(population(world, h) - empirical(h, sample)) for h in tables)


def gap_probability(
    world: World,
    tables: Tables,
    size: int,
    large: Callable[[Fraction], bool],
    draw: Callable[[World, int], Iterator[tuple[Sample, Fraction]]] = counted,
) -> Fraction:
    """Return the probability that the largest gap on a sample is large."""
    return sum(
        (p for sample, p in draw(world, size) if large(largest_gap(world, tables, sample))),
        Fraction(0),
    )


def growth(tables: Tables, points: int, number: int) -> int:
    """Return the growth function: the most patterns on at most ``number`` points."""
    return max(
        len({tuple(h[x] for x in chosen) for h in tables})
        for k in range(min(points, number) + 1)
        for chosen in combinations(range(points), k)
    )


def classes(functions: Sequence[Table]) -> Iterator[Tables]:
    """List the classes of functions that have a member."""
    for code in range(1, 2 ** len(functions)):
        yield tuple(h for i, h in enumerate(functions) if code >> i & 1)


def signs(number: int) -> list[Signs]:
    """List all signs, which are equally likely."""
    return list(product((1, -1), repeat=number))


def rademacher(vectors: Sequence[Sequence[int]]) -> Fraction:
    """Return the Rademacher complexity of functions, given by their values at the points."""
    number = len(vectors[0])
    best = (
        max(sum(s * v for s, v in zip(sigma, g, strict=True)) for g in vectors)
        for sigma in signs(number)
    )
    return Fraction(sum(best), number * 2**number)


def losses(tables: Tables, sample: Sample) -> list[list[int]]:
    """List the losses of the members at the examples of the sample."""
    return [[loss(h, example) for example in sample] for h in tables]


def realizes_all(vectors: Sequence[Sequence[int]]) -> bool:
    """Say whether every tuple of signs is the values of some function at the points."""
    return {tuple(v) for v in vectors} >= set(signs(len(vectors[0])))


# ----- Ghost samples ------------------------------------------------------------------------------


def exchange(sample: Sample, ghost: Sample, marked: Sequence[int]) -> tuple[Sample, Sample]:
    """Exchange the points of two samples at the marked indices."""
    pairs = [
        (g, s) if i in marked else (s, g)
        for i, (s, g) in enumerate(zip(sample, ghost, strict=True))
    ]
    return tuple(s for s, _ in pairs), tuple(g for _, g in pairs)


def law_is_invariant(
    world: World,
    size: int,
    marked: tuple[int, ...],
    draw: Callable[[World, int], Iterator[tuple[Sample, Fraction]]] = samples,
) -> Comparison:
    """Two samples have the same law when the points at the marked indices are exchanged."""
    before: dict[tuple[Sample, Sample], Fraction] = {}
    after: dict[tuple[Sample, Sample], Fraction] = {}
    for s, p in draw(world, size):
        for g, q in draw(world, size):
            before[s, g] = before.get((s, g), Fraction(0)) + p * q
            pair = exchange(s, g, marked)
            after[pair] = after.get(pair, Fraction(0)) + p * q
    differ = [pair for pair in before | after if before.get(pair, 0) != after.get(pair, 0)]
    return Comparison(len(differ), "=", 0)


def law_of_copies_is_invariant(world: World, size: int, marked: tuple[int, ...]) -> Comparison:
    """Two samples, each of one repeated example, keep their law under the exchange."""
    return law_is_invariant(world, size, marked, copies)


def same_law_with_signs(world: World, tables: Tables, size: int) -> Comparison:
    """The largest difference of errors has the law of its form with random signs."""
    plain: Counter[Fraction] = Counter()
    signed: Counter[Fraction] = Counter()
    for s, p in samples(world, size):
        for g, q in samples(world, size):
            plain[max(empirical(h, g) - empirical(h, s) for h in tables)] += p * q
            for sigma in signs(size):
                best = max(
                    sum(c * (loss(h, b) - loss(h, a)) for c, a, b in zip(sigma, s, g, strict=True))
                    for h in tables
                )
                signed[Fraction(best, size)] += p * q / 2**size
    return Comparison(plain, "=", signed)


def mean_gap(
    world: World,
    tables: Tables,
    size: int,
    draw: Callable[[World, int], Iterator[tuple[Sample, Fraction]]] = samples,
) -> Fraction:
    """Return the mean of the largest signed gap."""
    return sum(
        (
            p * max(population(world, h) - empirical(h, sample) for h in tables)
            for sample, p in draw(world, size)
        ),
        Fraction(0),
    )


def mean_complexity(
    world: World,
    tables: Tables,
    size: int,
    draw: Callable[[World, int], Iterator[tuple[Sample, Fraction]]] = samples,
) -> Fraction:
    """Return the mean Rademacher complexity of the losses."""
    return sum(
        (p * rademacher(losses(tables, sample)) for sample, p in draw(world, size)), Fraction(0)
    )


def symmetrized(world: World, tables: Tables, size: int) -> Comparison:
    """The mean of the largest gap is at most twice the mean Rademacher complexity."""
    return Comparison(mean_gap(world, tables, size), "≤", 2 * mean_complexity(world, tables, size))


def without_two(world: World, tables: Tables, size: int) -> Comparison:
    """The mean of the largest gap is at most the mean Rademacher complexity."""
    return Comparison(mean_gap(world, tables, size), "≤", mean_complexity(world, tables, size))


def symmetrized_for_copies(world: World, tables: Tables, size: int) -> Comparison:
    """For samples that repeat one example, the inequality holds."""
    return Comparison(
        mean_gap(world, tables, size, copies),
        "≤",
        2 * mean_complexity(world, tables, size, copies),
    )


def symmetrized_with(
    world: World, tables: Tables, size: int, sign_of: Mapping[Example, int]
) -> Comparison:
    """The inequality holds when the sign of a point is a function of its example."""
    mean = sum(
        (
            p
            * Fraction(
                max(sum(sign_of[e] * loss(h, e) for e in sample) for h in tables), len(sample)
            )
            for sample, p in samples(world, size)
        ),
        Fraction(0),
    )
    return Comparison(mean_gap(world, tables, size), "≤", 2 * mean)


# ----- Rademacher complexity ----------------------------------------------------------------------


def complexity_is(vectors: tuple[tuple[int, ...], ...], value: Fraction) -> Comparison:
    """The Rademacher complexity of the functions has the given value."""
    return Comparison(rademacher(vectors), "=", value)


def larger_class(vectors: tuple[tuple[int, ...], ...], number: int) -> Comparison:
    """The complexity of the first functions is at most that of all."""
    return Comparison(rademacher(vectors[:number]), "≤", rademacher(vectors))


def constant_signs(vectors: tuple[tuple[int, ...], ...], value: Fraction) -> Comparison:
    """The complexity may be computed with equal signs only."""
    number = len(vectors[0])
    best = sum(max(sum(s * x for x in g) for g in vectors) for s in (1, -1))
    return Comparison(Fraction(best, 2 * number), "=", value)


def one_means_all(vectors: tuple[tuple[int, ...], ...]) -> Comparison:
    """The complexity is one exactly when the functions realize all labellings of the points."""
    return Comparison(rademacher(vectors) == 1, "=", realizes_all(vectors))


def labellings_of_the_set(tables: Tables, points: tuple[int, ...]) -> Comparison:
    """Complexity one means all labellings of the set of the points, even if some are repeated."""
    vectors = [tuple(h[x] for x in points) for h in tables]
    once = [tuple(h[x] for x in sorted(set(points))) for h in tables]
    return Comparison(rademacher(vectors) == 1, "=", realizes_all(once))


def bound_says_nothing(points: int) -> Comparison:
    """If all labellings are realized, twice the complexity of the losses is one."""
    tables = tuple(product((0, 1), repeat=points))
    sample = tuple((x, x % 2) for x in range(points))
    return Comparison(2 * rademacher(losses(tables, sample)), "=", 1)


# ----- The VC bound -------------------------------------------------------------------------------


def square_root(number: Interval) -> Interval:
    """Return an interval around a square root."""
    return iv.sqrt(number)


def tail(factor: Fraction | int | Interval, size: int, accuracy: Fraction) -> Interval:
    """Return ``4 · factor · exp(-N ε² / 8)`` as an interval."""
    number = factor if not isinstance(factor, Fraction | int) else real(factor)
    return 4 * number * exp(-size * accuracy**2 / 8)


def power_bound(size: int, dimension: int) -> Interval:
    """Return ``(2 e N / k)^k`` as an interval."""
    return (exp(1) * real(Fraction(2 * size, dimension))) ** dimension


def squared_deviation(size: int, dimension: int, failure: Fraction) -> Interval:
    """Return ``8 / N (k log(2 e N / k) + log(4 / δ))`` as an interval."""
    logs = dimension * (1 + log(Fraction(2 * size, dimension))) + log(4 / failure)
    return real(Fraction(8, size)) * logs


def vc_bound(world: World, tables: Tables, size: int, accuracy: Fraction) -> Comparison:
    """The largest gap exceeds the accuracy with at most the probability in the VC bound."""
    factor = growth(tables, len(tables[0]), 2 * size)
    return Comparison(
        gap_probability(world, tables, size, lambda gap: gap > accuracy),
        "≤",
        ends(tail(factor, size, accuracy))[0],
    )


def vc_bound_says_something(tables: Tables, size: int, accuracy: Fraction) -> Comparison:
    """The bound is less than one."""
    factor = growth(tables, len(tables[0]), 2 * size)
    return Comparison(ends(tail(factor, size, accuracy))[1], "<", 1)


def dimension_bound(
    world: World, tables: Tables, size: int, accuracy: Fraction, dimension: int
) -> Comparison:
    """The largest gap exceeds the accuracy with at most the probability from the dimension."""
    return Comparison(
        gap_probability(world, tables, size, lambda gap: gap > accuracy),
        "≤",
        ends(tail(power_bound(size, dimension), size, accuracy))[0],
    )


def growth_at_most_power(tables: Tables, size: int, dimension: int) -> Comparison:
    """The growth function at twice the size is at most the power."""
    return Comparison(
        growth(tables, len(tables[0]), 2 * size), "≤", ends(power_bound(size, dimension))[0]
    )


def confidence(
    world: World, tables: Tables, size: int, dimension: int, failure: Fraction
) -> Comparison:
    """All gaps are at most the square root, but for the given probability of failure."""
    square = ends(squared_deviation(size, dimension, failure))[0]
    small = 1 - gap_probability(world, tables, size, lambda gap: gap**2 > square)
    return Comparison(1 - failure, "≤", small)


def vc_bound_for_copies(world: World, tables: Tables, size: int, accuracy: Fraction) -> Comparison:
    """The VC bound holds for samples that repeat one example."""
    factor = growth(tables, len(tables[0]), 2 * size)
    return Comparison(
        gap_probability(world, tables, size, lambda gap: gap > accuracy, copies),
        "≤",
        ends(tail(factor, size, accuracy))[0],
    )


def bound_without_growth(points: int, size: int, accuracy: Fraction) -> Comparison:
    """For all functions on equally likely points, the bound holds without the growth function."""
    # The largest gap is at least the fraction of points that the sample leaves out.
    if Fraction(points - size, points) > accuracy:
        probability = _ONE
    else:
        tables = tuple(product((0, 1), repeat=points))
        probability = gap_probability(uniform(points), tables, size, lambda gap: gap > accuracy)
    return Comparison(probability, "≤", ends(tail(1, size, accuracy))[0])


def sharper_exponent(world: World, tables: Tables, size: int, accuracy: Fraction) -> Comparison:
    """The bound is ``2 G(2N) exp(-4 N ε²)``."""
    factor = growth(tables, len(tables[0]), 2 * size)
    bound = 2 * real(factor) * exp(-4 * size * accuracy**2)
    return Comparison(
        gap_probability(world, tables, size, lambda gap: gap > accuracy), "≤", ends(bound)[0]
    )


# ----- Worlds and classes -------------------------------------------------------------------------


def uniform(points: int) -> World:
    """Return equally likely points with the label zero."""
    return {(x, 0): Fraction(1, points) for x in range(points)}


#: One point, whose label is a coin flip.
_COIN: World = {(0, 0): _HALF, (0, 1): _HALF}
_CONSTANTS: Tables = ((0,), (1,))
#: Two points, one of them with a noisy label.
_NOISY: World = {(0, 0): _HALF, (1, 0): Fraction(1, 6), (1, 1): Fraction(1, 3)}
_HALF_LINES: Tables = ((0, 0), (0, 1), (1, 1))
_ALL_TWO: Tables = tuple(product((0, 1), repeat=2))
_MISS_ONE: Tables = ((0, 1, 1), (1, 0, 1), (1, 1, 0))
_THREE_LINES: Tables = ((0, 0, 0), (0, 0, 1), (0, 1, 1), (1, 1, 1))

_MODULES = (
    "DeepTheory.Generalization.SymmetrizationControls",
    "DeepTheory.Algebra.Rat.Basic",
)
_REAL = ("DeepTheory.Real.Tactic.Enclosure",)
_GROWTH = ("DeepTheory.Generalization.VCComputation",)


def lean_function(values: Sequence[int], type_: str = "Bool") -> str:
    """Write a function on ``Fin n`` by its values."""
    words = {"Bool": {0: "false", 1: "true"}}.get(type_, {})
    listed = ", ".join(words.get(v, f"({v})") for v in values)
    default = "false" if type_ == "Bool" else "0"
    return f"(fun i : Fin {len(values)} => ([{listed}] : List {type_}).getD i.val {default})"


def lean_complexity(name: str, vectors: tuple[tuple[int, ...], ...]) -> Computation:
    """Make the computation of a Rademacher complexity."""
    first, *rest = (lean_function(v, "Rat") for v in vectors)
    return Computation(
        name,
        f"Generalization.rademacher {first} [{', '.join(rest)}]"
        f" (fun i : Fin {len(vectors[0])} => i)",
        "Rat",
        lambda: rademacher(vectors),
        _MODULES,
    )


_LEAN_COIN = "Generalization.coinExample"
_LEAN_TRUE, _LEAN_FALSE = "(fun _ : Unit => true)", "(fun _ : Unit => false)"


def lean_base(size: int, dimension: int) -> str:
    """Write ``2 e N / k`` as a Lean expression of type ``Real.ClosedForm``."""
    return f".div (.mul (.mul (.nat 2) (.exp .one)) (.nat {size})) (.nat {dimension})"


def lean_power(size: int, dimension: int) -> str:
    """Write ``(2 e N / k)^k`` as a Lean expression of type ``Real.ClosedForm``."""
    return f".pow ({lean_base(size, dimension)}) {dimension}"


def lean_deviation(size: int, dimension: int, failure: Fraction) -> str:
    """Write the square root of the confidence form as a Lean expression."""
    main = f".mul (.nat {dimension}) (.log ({lean_base(size, dimension)}))"
    logs = f".add ({main}) (.log (.rat (4 / ({failure}))))"
    return f".sqrt (.mul (.div (.nat 8) (.nat {size})) ({logs}))"


CHECKS = (
    RowChecks(
        "ch07-ghost-symmetrization",
        instances=(
            Instance(
                "one-exchange", law_is_invariant, {"world": _NOISY, "size": 2, "marked": (0,)}
            ),
            Instance(
                "all-exchanged", law_is_invariant, {"world": _COIN, "size": 3, "marked": (0, 1, 2)}
            ),
            Instance(
                "same-law-coin",
                same_law_with_signs,
                {"world": _COIN, "tables": _CONSTANTS, "size": 3},
            ),
            Instance(
                "same-law-half-lines",
                same_law_with_signs,
                {"world": _NOISY, "tables": _HALF_LINES, "size": 2},
            ),
            Instance("coin", symmetrized, {"world": _COIN, "tables": _CONSTANTS, "size": 4}),
            Instance(
                "half-lines", symmetrized, {"world": _NOISY, "tables": _HALF_LINES, "size": 4}
            ),
            Instance(
                "one-function", symmetrized, {"world": _NOISY, "tables": ((0, 1),), "size": 3}
            ),
            Instance(
                "sets-that-miss-one",
                symmetrized,
                {"world": uniform(3), "tables": _MISS_ONE, "size": 1},
            ),
        ),
        searches=(
            Exhaustion(
                "all-classes",
                symmetrized,
                lambda: (
                    {"world": uniform(2), "tables": tables, "size": 3}
                    for tables in classes(_ALL_TWO)
                ),
            ),
            Exhaustion(
                "exchanges",
                law_is_invariant,
                lambda: (
                    {"world": _NOISY, "size": 2, "marked": marked}
                    for size in range(3)
                    for marked in combinations(range(2), size)
                ),
            ),
            Search(
                "worlds",
                symmetrized,
                lambda: {
                    "world": distributions(4).map(
                        lambda p: dict(zip(product((0, 1), repeat=2), p, strict=True))
                    ),
                    "tables": st.sampled_from(list(classes(_ALL_TWO))),
                    "size": st.integers(1, 2),
                },
            ),
        ),
        controls=(
            Control(
                "copies-exchanged",
                "each of the two samples repeats one example",
                law_of_copies_is_invariant,
                refuted_by={"world": _COIN, "size": 2, "marked": (0,)},
                holds_for={"world": _COIN, "size": 2, "marked": (0, 1)},
                drops="iid-samples",
            ),
            Control(
                "copies",
                "the sample repeats one example",
                symmetrized_for_copies,
                refuted_by={"world": _COIN, "tables": _CONSTANTS, "size": 4},
                holds_for={"world": _COIN, "tables": _CONSTANTS, "size": 1},
                drops="iid-samples",
            ),
            Control(
                "dependent-signs",
                "the sign of a point depends on its example",
                symmetrized_with,
                refuted_by={
                    "world": _COIN,
                    "tables": ((0,),),
                    "size": 1,
                    "sign_of": {(0, 0): 1, (0, 1): -1},
                },
                holds_for={
                    "world": _COIN,
                    "tables": ((0,),),
                    "size": 1,
                    "sign_of": {(0, 0): -1, (0, 1): 1},
                },
                drops="independent-signs",
            ),
            Control(
                "one-for-two",
                "the factor two is left out",
                without_two,
                refuted_by={"world": uniform(3), "tables": _MISS_ONE, "size": 1},
                holds_for={"world": _COIN, "tables": _CONSTANTS, "size": 2},
            ),
        ),
        computations=(
            Computation(
                "mean-gap",
                f"({_LEAN_COIN}.iid 3).expectation.mean fun s => Generalization.maxOf (fun h =>"
                f" Generalization.gap {_LEAN_COIN}.expectation h s) {_LEAN_TRUE} [{_LEAN_FALSE}]",
                "Rat",
                lambda: mean_gap(_COIN, _CONSTANTS, 3),
                _MODULES,
            ),
            Computation(
                "mean-complexity",
                f"({_LEAN_COIN}.iid 3).expectation.mean fun s => Generalization.rademacher"
                f" (Generalization.zeroOneLoss {_LEAN_TRUE})"
                f" [Generalization.zeroOneLoss {_LEAN_FALSE}] s",
                "Rat",
                lambda: mean_complexity(_COIN, _CONSTANTS, 3),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch07-rademacher",
        instances=(
            Instance("one-function", complexity_is, {"vectors": ((3, -1, 2),), "value": _ONE * 0}),
            Instance(
                "opposite-signs",
                complexity_is,
                {"vectors": ((1, 1, 1, 1), (-1, -1, -1, -1)), "value": Fraction(3, 8)},
            ),
            Instance("all-signs", complexity_is, {"vectors": tuple(signs(3)), "value": _ONE}),
            Instance(
                "zero-and-one",
                complexity_is,
                {"vectors": tuple(product((0, 1), repeat=3)), "value": _HALF},
            ),
            Instance(
                "larger-class",
                larger_class,
                {"vectors": ((1, 2, 0), (0, -1, 1), (2, 2, -3)), "number": 2},
            ),
        ),
        searches=(
            Search(
                "larger-class",
                larger_class,
                lambda: {
                    "vectors": st.lists(
                        st.tuples(*[st.integers(-3, 3)] * 3), min_size=1, max_size=4
                    ).map(tuple),
                    "number": st.just(1),
                },
            ),
        ),
        controls=(
            Control(
                "equal-signs",
                "all signs are equal",
                constant_signs,
                refuted_by={"vectors": ((1, 1, 1, 1), (-1, -1, -1, -1)), "value": Fraction(3, 8)},
                holds_for={"vectors": ((3,), (-1,)), "value": Fraction(2)},
            ),
        ),
        computations=(
            lean_complexity("opposite-signs", ((1, 1, 1, 1), (-1, -1, -1, -1))),
            lean_complexity("three-functions", ((1, 2, 0), (0, -1, 1), (2, 2, -3))),
            lean_complexity("one-function", ((3, -1, 2),)),
        ),
    ),
    RowChecks(
        "ch07-random-labels-rademacher",
        instances=(
            Instance("all-labellings", one_means_all, {"vectors": tuple(signs(4))}),
            Instance("one-missing", one_means_all, {"vectors": tuple(signs(4)[1:])}),
            Instance("bound-says-nothing", bound_says_nothing, {"points": 4}),
        ),
        searches=(
            Exhaustion(
                "all-classes",
                one_means_all,
                lambda: (
                    {"vectors": vectors}
                    for points in (1, 2, 3)
                    for vectors in classes(signs(points))
                ),
            ),
        ),
        controls=(
            Control(
                "other-values",
                "the functions may have other values than the signs",
                one_means_all,
                refuted_by={"vectors": ((2,), (0,))},
                holds_for={"vectors": ((2,), (1,))},
                drops="sign-valued",
            ),
            Control(
                "repeated-points",
                "a point may occur twice, and the labellings are those of the set of points",
                labellings_of_the_set,
                refuted_by={"tables": ((1,), (-1,)), "points": (0, 0)},
                holds_for={"tables": ((1,), (-1,)), "points": (0,)},
                drops="distinct-points",
            ),
        ),
        computations=(
            lean_complexity("all-labellings", tuple(signs(3))),
            lean_complexity("one-missing", tuple(signs(3)[1:])),
        ),
    ),
    RowChecks(
        "ch07-vc-bound",
        instances=(
            Instance(
                "coin",
                vc_bound,
                {"world": _COIN, "tables": _CONSTANTS, "size": 200, "accuracy": Fraction(2, 5)},
            ),
            Instance(
                "coin-says-something",
                vc_bound_says_something,
                {"tables": _CONSTANTS, "size": 200, "accuracy": Fraction(2, 5)},
            ),
            Instance(
                "half-lines",
                vc_bound,
                {"world": _NOISY, "tables": _HALF_LINES, "size": 60, "accuracy": Fraction(7, 10)},
            ),
            Instance(
                "half-lines-says-something",
                vc_bound_says_something,
                {"tables": _HALF_LINES, "size": 60, "accuracy": Fraction(7, 10)},
            ),
            Instance(
                "small-accuracy",
                vc_bound,
                {"world": _NOISY, "tables": _ALL_TWO, "size": 8, "accuracy": Fraction(1, 100)},
            ),
            Instance(
                "dimension-one",
                dimension_bound,
                {
                    "world": _NOISY,
                    "tables": _HALF_LINES,
                    "size": 100,
                    "accuracy": Fraction(4, 5),
                    "dimension": 1,
                },
            ),
            Instance(
                "power-half-lines",
                growth_at_most_power,
                {"tables": _THREE_LINES, "size": 2, "dimension": 1},
            ),
            Instance(
                "power-all-functions",
                growth_at_most_power,
                {"tables": _ALL_TWO, "size": 1, "dimension": 2},
            ),
            Instance(
                "confidence-half",
                confidence,
                {
                    "world": _NOISY,
                    "tables": _HALF_LINES,
                    "size": 100,
                    "dimension": 1,
                    "failure": _HALF,
                },
            ),
            Instance(
                "confidence-small",
                confidence,
                {
                    "world": _COIN,
                    "tables": _CONSTANTS,
                    "size": 120,
                    "dimension": 1,
                    "failure": Fraction(1, 20),
                },
            ),
        ),
        searches=(
            Exhaustion(
                "all-classes",
                vc_bound,
                lambda: (
                    {
                        "world": uniform(2),
                        "tables": tables,
                        "size": 50,
                        "accuracy": Fraction(1, 10),
                    }
                    for tables in classes(_ALL_TWO)
                ),
            ),
            Exhaustion(
                "coins",
                vc_bound,
                lambda: (
                    {
                        "world": {(0, 0): Fraction(k, 8), (0, 1): Fraction(8 - k, 8)},
                        "tables": _CONSTANTS,
                        "size": 100,
                        "accuracy": Fraction(2, 5),
                    }
                    for k in range(9)
                ),
            ),
        ),
        controls=(
            Control(
                "copies",
                "the sample repeats one example",
                vc_bound_for_copies,
                refuted_by={
                    "world": _COIN,
                    "tables": _CONSTANTS,
                    "size": 200,
                    "accuracy": Fraction(2, 5),
                },
                holds_for={
                    "world": _COIN,
                    "tables": _CONSTANTS,
                    "size": 200,
                    "accuracy": Fraction(3, 5),
                },
                drops="iid-sample",
            ),
            Control(
                "negative-accuracy",
                "the accuracy may be negative",
                vc_bound,
                refuted_by={
                    "world": _COIN,
                    "tables": ((0,),),
                    "size": 32,
                    "accuracy": Fraction(-1),
                },
                holds_for={"world": _COIN, "tables": ((0,),), "size": 32, "accuracy": _HALF},
                drops="positive-accuracy",
            ),
            Control(
                "no-growth-function",
                "the growth function is left out",
                bound_without_growth,
                refuted_by={"points": 400, "size": 200, "accuracy": Fraction(2, 5)},
                holds_for={"points": 2, "size": 200, "accuracy": Fraction(2, 5)},
            ),
            Control(
                "exponent",
                "the bound is 2 G(2N) exp(-4 N ε²)",
                sharper_exponent,
                refuted_by={
                    "world": _COIN,
                    "tables": _CONSTANTS,
                    "size": 200,
                    "accuracy": Fraction(1, 10),
                },
                holds_for={
                    "world": {(0, 0): _ONE},
                    "tables": _CONSTANTS,
                    "size": 200,
                    "accuracy": Fraction(1, 10),
                },
            ),
        ),
        computations=(
            Computation(
                "some-gap",
                f"({_LEAN_COIN}.iid 4).expectation.prob fun s => ∃ b : Bool, (1 / 3 : Rat) <"
                " |Generalization.empiricalError (fun _ => b) s -"
                f" Generalization.populationError {_LEAN_COIN}.expectation fun _ => b|",
                "Rat",
                lambda: gap_probability(_COIN, _CONSTANTS, 4, lambda gap: gap > Fraction(1, 3)),
                _MODULES,
            ),
            Computation(
                "growth",
                "VC.growth (([[false, false, false], [false, false, true], [false, true, true],"
                " [true, true, true]] : List (List Bool)).map"
                " fun p (i : Fin 3) => p.getD i.val false) (List.finRange 3) (2 * 1)",
                "Nat",
                lambda: growth(_THREE_LINES, 3, 2),
                _GROWTH,
            ),
            Computation(
                "bound",
                lean_digits(".mul (.nat 12) (.exp (.neg (.rat (147/40))))", 6),
                "Int",
                lambda: digits(tail(growth(_HALF_LINES, 2, 120), 60, Fraction(7, 10)), 6),
                _REAL,
            ),
            Computation(
                "bound-from-dimension",
                lean_digits(
                    f".mul (.mul (.nat 4) ({lean_power(120, 2)})) (.exp (.neg (.rat 15)))", 5
                ),
                "Int",
                lambda: digits(tail(power_bound(120, 2), 120, _ONE), 5),
                _REAL,
            ),
            Computation(
                "deviation",
                lean_digits(lean_deviation(1000, 3, Fraction(1, 20)), 6),
                "Int",
                lambda: digits(square_root(squared_deviation(1000, 3, Fraction(1, 20))), 6),
                _REAL,
            ),
        ),
    ),
)
