"""Checks of chapter 10: statistical queries, and parities."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from pyharness.checks.boolean_functions import (
    AND,
    FIRST,
    LEAN_MAJ3,
    MAJ3,
    MAJ5,
    SECOND,
    XOR,
    Point,
    Subset,
    Table,
    boolean_functions,
    character,
    computation,
    dimension_of,
    instance,
    mean,
    parity,
    points,
    spectrum,
    subsets,
    tail,
    uniform,
)
from pyharness.checks.model import Comparison, Control, Exhaustion, RowChecks

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CHECKS"]


# ----- Samples and learning -----------------------------------------------------------------------


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


def query_mean(q: tuple[Table, Table], subset: Subset) -> Fraction:
    """Return the mean of a query when the labels are a parity; ``q`` is split by the label."""
    labels = parity(dimension_of(q[0]), subset)
    return mean(tuple(q[0][k] if y == 1 else q[1][k] for k, y in enumerate(labels)))


def few_correlated_from(weights: tuple[Fraction, ...], f: Table, tolerance: Fraction) -> Comparison:
    """The same for a distribution of the points with the given weights."""
    d = dimension_of(f)
    means = [
        sum(w * y * character(s, x) for w, x, y in zip(weights, points(d), f, strict=True))
        for s in subsets(d)
    ]
    return Comparison(sum(abs(c) > tolerance for c in means), "<", 1 / tolerance**2)


def several_answers(q: tuple[Table, Table], subset: Subset, tolerance: Fraction) -> Comparison:
    """More than one multiple of 1/20 is a valid answer."""
    valid = [k for k in range(-20, 21) if abs(query_mean(q, subset) - Fraction(k, 20)) <= tolerance]
    return Comparison(len(valid), ">", 1)


def exact_for_most(q: tuple[Table, Table], tolerance: Fraction) -> Comparison:
    """The label-free answer is the mean itself for all but fewer than ``1 / tolerance**2``."""
    answer = mean(tuple(Fraction(a + b) / 2 for a, b in zip(*q, strict=True)))
    wrong = sum(query_mean(q, s) != answer for s in subsets(dimension_of(q[0])))
    return Comparison(wrong, "<", 1 / tolerance**2)


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


def one_minus_each(dimension: int) -> tuple[Point, ...]:
    """Return the points with just one coordinate minus one; as vectors they are a basis."""
    return tuple(tuple(-1 if i == k else 1 for i in range(dimension)) for k in range(dimension))


def recovered_with_error(dimension: int, xs: tuple[Point, ...], subset: Subset) -> Comparison:
    """The same when the label of the first point is wrong."""
    labels = {x: character(subset, x) * (-1 if k == 0 else 1) for k, x in enumerate(xs)}
    return Comparison(consistent(dimension, labels), "=", (subset,))


def spanning_probability(dimension: int, count: int) -> Comparison:
    """Points fail to span the cube, as vectors modulo two, at most ``(2**d - 1) / 2**n`` often."""
    fail = 0
    for xs in product(points(dimension), repeat=count):
        fail += len(consistent(dimension, dict.fromkeys(xs, 1))) > 1
    exact = 1 - prod(1 - Fraction(2**i, 2**count) for i in range(dimension))
    assert Fraction(fail, 2 ** (dimension * count)) == exact
    return Comparison(exact, "≤", Fraction(2**dimension - 1, 2**count))


def spanning_probability_same(dimension: int, count: int) -> Comparison:
    """The same when one point is drawn and repeated."""
    fail = sum(len(consistent(dimension, {x: 1})) > 1 for x in points(dimension))
    return Comparison(Fraction(fail, 2**dimension), "≤", Fraction(2**dimension - 1, 2**count))


def spanning_probability_square(dimension: int, count: int) -> Comparison:
    """The same with the square of the number of points in the denominator."""
    return Comparison(
        spanning_probability(dimension, count).left, "≤", Fraction(2**dimension, 4**count)
    )


CHECKS = (
    RowChecks(
        "ch10-sq-model",
        instances=(
            instance(
                "correlation-query",
                one_answer_for_most,
                q=(XOR, tuple(-y for y in XOR)),
                tolerance=Fraction(1, 2),
            ),
            instance(
                "label-free-query", one_answer_for_most, q=(AND, AND), tolerance=Fraction(1, 3)
            ),
            instance(
                "label-query",
                one_answer_for_most,
                q=((1, 1, 1, 1), (-1, -1, -1, -1)),
                tolerance=Fraction(1, 5),
            ),
        ),
        searches=(
            Exhaustion(
                "all-signed-queries-of-two",
                one_answer_for_most,
                lambda: (
                    {"q": (a, b), "tolerance": Fraction(1, 2)}
                    for a in boolean_functions(2)
                    for b in boolean_functions(2)
                ),
            ),
        ),
        controls=(
            Control(
                "no-tolerance",
                "the tolerance is zero",
                several_answers,
                refuted_by={"q": (AND, AND), "subset": (0,), "tolerance": Fraction(0)},
                holds_for={"q": (AND, AND), "subset": (0,), "tolerance": Fraction(1, 10)},
                drops="positive-tolerance",
            ),
        ),
        computations=(
            computation(
                "mean-of-a-query",
                "(parityMean (fun x y => sign (x 0) * y) ({0} : Finset (Fin 2)) : Rat)",
                "Rat",
                lambda: query_mean((FIRST, tuple(-y for y in FIRST)), (0,)),
            ),
        ),
    ),
    RowChecks(
        "ch10-samples-simulate-sq",
        instances=(
            instance("one", queries_answered, q=(AND,), size=4, tolerance=Fraction(3, 4)),
            instance("two", queries_answered, q=(FIRST, XOR), size=4, tolerance=Fraction(3, 4)),
            instance(
                "certain", queries_answered, q=((1, 1, 1, 1),), size=3, tolerance=Fraction(1, 9)
            ),
        ),
        searches=(
            Exhaustion(
                "all-queries-of-one",
                queries_answered,
                lambda: (
                    {"q": (f, g), "size": 3, "tolerance": Fraction(t, 4)}
                    for f in product((-1, 0, 1), repeat=2)
                    for g in product((-1, 0, 1), repeat=2)
                    for t in (1, 2, 3, 4)
                ),
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
            computation(
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
            instance("first-and-third", sample_equation, dimension=3, subset=(0, 2)),
            instance("empty", sample_equation, dimension=2, subset=()),
            instance("all", sample_equation, dimension=4, subset=(0, 1, 2, 3)),
        ),
        searches=(
            Exhaustion(
                "up-to-dimension-four",
                sample_equation,
                lambda: ({"dimension": d, "subset": s} for d in range(5) for s in subsets(d)),
            ),
        ),
        computations=(
            computation(
                "mean-label",
                "(parityMean (fun x y => (1 + sign (x 1)) * y) ({1} : Finset (Fin 2)) : Rat)",
                "Rat",
                lambda: query_mean(
                    (
                        tuple(1 + y for y in SECOND),
                        tuple(-1 - y for y in SECOND),
                    ),
                    (1,),
                ),
            ),
        ),
    ),
    RowChecks(
        "ch10-parity-sq-lower-bound",
        instances=(
            instance("majority", few_correlated, f=MAJ3, tolerance=Fraction(2, 5)),
            instance("parity", few_correlated, f=XOR, tolerance=Fraction(9, 10)),
            instance("sum", correlations, f=MAJ5),
            instance(
                "label-free-answer",
                one_answer_for_most,
                q=(MAJ3, tuple(-y for y in MAJ3)),
                tolerance=Fraction(2, 5),
            ),
        ),
        searches=(
            Exhaustion(
                "all-of-dimension-two",
                few_correlated,
                lambda: (
                    {"f": f, "tolerance": Fraction(2, 5)} for f in product((-1, 0, 1), repeat=4)
                ),
            ),
        ),
        controls=(
            Control(
                "inverse-tolerance",
                "the bound is the inverse of the tolerance",
                few_correlated_linear,
                refuted_by={"f": MAJ3, "tolerance": Fraction(2, 5)},
                holds_for={"f": XOR, "tolerance": Fraction(2, 5)},
            ),
            Control(
                "doubled",
                "the function is not bounded by one",
                few_correlated,
                refuted_by={"f": tuple(2 * y for y in XOR), "tolerance": Fraction(3, 2)},
                holds_for={"f": XOR, "tolerance": Fraction(1, 2)},
                drops="bounded-queries",
            ),
            Control(
                "exact-answers",
                "the answer must be the expectation itself",
                exact_for_most,
                refuted_by={"q": (AND, tuple(-y for y in AND)), "tolerance": Fraction(2, 3)},
                holds_for={"q": (AND, AND), "tolerance": Fraction(2, 3)},
                drops="tolerance",
            ),
            Control(
                "one-point",
                "the distribution of the points is not uniform: it has one point only",
                few_correlated_from,
                refuted_by={
                    "weights": (Fraction(1), Fraction(0), Fraction(0), Fraction(0)),
                    "f": XOR,
                    "tolerance": Fraction(9, 10),
                },
                holds_for={"weights": uniform(2), "f": XOR, "tolerance": Fraction(9, 10)},
                drops="uniform",
            ),
        ),
        computations=(
            computation(
                "correlated-with-majority",
                f"(correlated {LEAN_MAJ3} (2 / 5)).card",
                "Nat",
                lambda: correlated(MAJ3, Fraction(2, 5)),
            ),
        ),
    ),
    RowChecks(
        "ch10-parity-f2-system",
        instances=(
            instance("equation", sample_equation, dimension=3, subset=(0, 2)),
            instance("unique", recovered, dimension=2, xs=((-1, 1), (-1, -1)), subset=(0, 1)),
            instance(
                "unique-of-three",
                recovered,
                dimension=3,
                xs=((-1, -1, 1), (1, -1, -1), (-1, -1, -1)),
                subset=(1,),
            ),
        ),
        searches=(
            Exhaustion(
                "every-parity-up-to-four",
                recovered,
                lambda: (
                    {"dimension": d, "xs": one_minus_each(d), "subset": s}
                    for d in range(5)
                    for s in subsets(d)
                ),
            ),
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
            computation(
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
            instance("one-of-one", spanning_probability, dimension=1, count=1),
            instance("two-of-two", spanning_probability, dimension=2, count=2),
            instance("three-of-two", spanning_probability, dimension=2, count=3),
            instance("four-of-three", spanning_probability, dimension=3, count=4),
        ),
        searches=(
            Exhaustion(
                "small",
                spanning_probability,
                lambda: ({"dimension": d, "count": n} for d in range(1, 4) for n in range(d, 5)),
            ),
        ),
        controls=(
            Control(
                "square",
                "the probability falls with the square of the number of points",
                spanning_probability_square,
                refuted_by={"dimension": 2, "count": 3},
                holds_for={"dimension": 1, "count": 1},
            ),
            Control(
                "repeated-point",
                "the points are all equal",
                spanning_probability_same,
                refuted_by={"dimension": 2, "count": 3},
                holds_for={"dimension": 1, "count": 1},
                drops="uniform-sample",
            ),
        ),
    ),
)
