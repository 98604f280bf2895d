"""Checks of optimal transport: chapters 12 and 14.

A law has integer weights at integer points of the line; divided by their sum the weights are
probabilities. Couplings are tables of integers with given sums of rows and columns: the extreme
points of all couplings are among them, so that the least cost is the least over the tables.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product
from typing import TYPE_CHECKING

from pyharness.checks import generative_divergence
from pyharness.checks.enclosures import (
    Interval,
    digits,
    distance,
    lean_digits,
    lean_log_sum,
    log,
)
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyharness.checks.information import Distribution

__all__ = ["CHECKS"]

#: Pairs of a point and its weight.
Law = tuple[tuple[int, int], ...]
Table = tuple[tuple[int, ...], ...]


# ----- Definitions --------------------------------------------------------------------------------


def splits(amount: int, limits: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """List the ways to split an amount into parts below the limits."""
    if not limits:
        if amount == 0:
            yield ()
        return
    for part in range(min(amount, limits[0]) + 1):
        for rest in splits(amount - part, limits[1:]):
            yield (part, *rest)


def tables(rows: Sequence[int], columns: Sequence[int]) -> Iterator[Table]:
    """List the tables of integers with these sums of rows and columns."""
    if not rows:
        if not any(columns):
            yield ()
        return
    for first in splits(rows[0], columns):
        left = [c - f for c, f in zip(columns, first, strict=True)]
        for rest in tables(rows[1:], left):
            yield (first, *rest)


def size(p: Law) -> int:
    """Return the sum of the weights."""
    return sum(w for _, w in p)


def cost(p: Law, q: Law, table: Table) -> Fraction:
    """Return the mean distance under a coupling."""
    moved = sum(
        table[i][j] * abs(x - y) for i, (x, _) in enumerate(p) for j, (y, _) in enumerate(q)
    )
    return Fraction(moved, size(p))


def couplings(p: Law, q: Law) -> Iterator[Table]:
    """List the couplings with integer weights."""
    return tables([w for _, w in p], [w for _, w in q])


def wasserstein(p: Law, q: Law) -> Fraction:
    """Return the least cost of a coupling."""
    return min(cost(p, q, table) for table in couplings(p, q))


def mean(p: Law, f: dict[int, int]) -> Fraction:
    """Return the mean of a function of the point."""
    return Fraction(sum(w * f[x] for x, w in p), size(p))


def critics(points: Sequence[int], slope: int) -> Iterator[dict[int, int]]:
    """List the integer functions with at most this slope that vanish at the first point."""
    ordered = sorted(points)
    steps = [range(-slope * (b - a), slope * (b - a) + 1) for a, b in pairwise(ordered)]
    for heights in product(*steps):
        f, value = {ordered[0]: 0}, 0
        for x, step in zip(ordered[1:], heights, strict=True):
            value += step
            f[x] = value
        yield f


# ----- The distance -------------------------------------------------------------------------------


def area_between(p: Law, q: Law) -> Fraction:
    """Return the area between the two distribution functions."""
    points = sorted({x for x, _ in p + q})

    def below(law: Law, x: int) -> Fraction:
        return Fraction(sum(w for y, w in law if y <= x), size(law))

    return sum(((b - a) * abs(below(p, a) - below(q, a)) for a, b in pairwise(points)), Fraction(0))


def least_cost_is_area(p: Law, q: Law) -> Comparison:
    """On the line the least cost is the area between the distribution functions."""
    return Comparison(wasserstein(p, q), "=", area_between(p, q))


def independent_is_least(p: Law, q: Law) -> Comparison:
    """The product of the two laws has the least cost."""
    product_cost = sum(
        (Fraction(v * w * abs(x - y), size(p) * size(q)) for x, v in p for y, w in q), Fraction(0)
    )
    return Comparison(product_cost, "=", wasserstein(p, q))


def triangle(p: Law, q: Law, r: Law) -> Comparison:
    """The distance satisfies the triangle inequality."""
    return Comparison(wasserstein(p, r), "≤", wasserstein(p, q) + wasserstein(q, r))


def zero_for_equal_laws(p: Law, q: Law) -> Comparison:
    """The distance is zero exactly between equal laws, and symmetric."""
    there, back = wasserstein(p, q), wasserstein(q, p)
    return Comparison((there == 0, there), "=", (p == q, back))


def bounded_with_growing_points(ratio: Fraction, terms: int) -> Comparison:
    """The distance of zero from the law with mass ``2^-k`` at ``ratio^k`` is below 3.

    Here ``k`` is at most a number of terms, and the rest of the mass is at zero. The only coupling
    has the mean of the law as its cost.
    """
    return Comparison(sum((ratio / 2) ** k for k in range(1, terms + 1)), "<", 3)


def mean_is_settled(ratio: Fraction, first: int, last: int) -> Comparison:
    """The mean of the law with mass ``2^-k`` at ``ratio^k`` hardly changes after the first terms.

    Up to the last term it changes by at most 1/10.
    """
    rest = sum(((ratio / 2) ** k for k in range(first + 1, last + 1)), Fraction(0))
    return Comparison(rest, "≤", Fraction(1, 10))


def laws(points: Sequence[int], weight: int) -> list[Law]:
    """List the laws with integer weights of this sum at the points."""
    weights = splits(weight, [weight] * len(points))
    return [tuple(zip(points, w, strict=True)) for w in weights]


# ----- Critics ------------------------------------------------------------------------------------


def no_critic_exceeds(p: Law, q: Law, slope: int = 1) -> Comparison:
    """No critic exceeds the cost of any coupling."""
    points = sorted({x for x, _ in p + q})
    best = max(mean(p, f) - mean(q, f) for f in critics(points, slope))
    return Comparison(best, "≤", min(cost(p, q, t) for t in couplings(p, q)))


def duality(p: Law, q: Law) -> Comparison:
    """The best critic reaches the least cost."""
    points = sorted({x for x, _ in p + q})
    best = max(mean(p, f) - mean(q, f) for f in critics(points, 1))
    return Comparison(best, "=", wasserstein(p, q))


def mean_over_coupling(p: Law, q: Law, table: Table, f: dict[int, int]) -> Comparison:
    """The difference of the means is the mean of the differences under the coupling."""
    over = sum(
        table[i][j] * (f[x] - f[y]) for i, (x, _) in enumerate(p) for j, (y, _) in enumerate(q)
    )
    return Comparison(mean(p, f) - mean(q, f), "=", Fraction(over, size(p)))


def critic_below_plan(p: Law, q: Law, table: Table, f: dict[int, int]) -> Comparison:
    """The difference of the means of a critic is at most the cost of the table."""
    return Comparison(mean(p, f) - mean(q, f), "≤", cost(p, q, table))


# ----- Point masses -------------------------------------------------------------------------------


def masses(p: Law, q: Law) -> tuple[Distribution, Distribution]:
    """Return the probabilities of all points of both laws."""
    points = sorted({x for x, _ in p + q})
    first, second = (
        tuple(Fraction(dict(law).get(x, 0), size(law)) for x in points) for law in (p, q)
    )
    return first, second


def jensen_shannon(p: Law, q: Law) -> Interval:
    """Return the mean divergence of two laws from their mixture."""
    return generative_divergence.jensen_shannon(*masses(p, q))


def variation(p: Law, q: Law) -> Fraction:
    """Return half the sum of the distances of the probabilities."""
    return sum((abs(a - b) for a, b in zip(*masses(p, q), strict=True)), Fraction(0)) / 2


def point_masses(t: int, largest: int = 10**9) -> Comparison:
    """Between the points 0 and t: the distances |t|, 1 and log 2, or 0 if t = 0.

    The distance is also the value of the critic ``-sgn(t) x``.
    """
    p, q = ((0, 1),), ((t, 1),)
    sign = (t > 0) - (t < 0)
    critic = {x: -sign * x for x in (0, t)}
    close = distance(jensen_shannon(p, q), log(2 if t else 1)) < Fraction(1, 10**40)
    values = (wasserstein(p, q), mean(p, critic) - mean(q, critic), variation(p, q), close)
    return Comparison(values, "=", (min(abs(t), largest), abs(t), int(t != 0), True))


_FIRST: Law = ((0, 2), (1, 1), (5, 3))
_SECOND: Law = ((1, 3), (2, 1), (4, 2))
_THIRD: Law = ((-2, 1), (3, 5))
_COIN: Law = ((0, 1), (1, 1))
_ONE: Law = ((1, 2),)
_TRANSPORT = ("DeepTheory.Generative.Wasserstein",)


CHECKS = (
    RowChecks(
        "ch12-w1",
        instances=(
            Instance("three-points", least_cost_is_area, {"p": _FIRST, "q": _SECOND}),
            Instance("two-points", least_cost_is_area, {"p": _FIRST, "q": _THIRD}),
            Instance("equal", least_cost_is_area, {"p": _FIRST, "q": _FIRST}),
            Instance("triangle", triangle, {"p": _FIRST, "q": _SECOND, "r": _THIRD}),
            Instance("zero", zero_for_equal_laws, {"p": _FIRST, "q": _FIRST}),
        ),
        searches=(
            Exhaustion(
                "area",
                least_cost_is_area,
                lambda: ({"p": p, "q": q} for p, q in product(laws((-1, 0, 3), 4), repeat=2)),
            ),
            Exhaustion(
                "zero",
                zero_for_equal_laws,
                lambda: ({"p": p, "q": q} for p, q in product(laws((0, 1, 5), 3), repeat=2)),
            ),
            Exhaustion(
                "triangle",
                triangle,
                lambda: (
                    {"p": p, "q": q, "r": r} for p, q, r in product(laws((0, 1, 3), 2), repeat=3)
                ),
            ),
        ),
        controls=(
            Control(
                "independent",
                "the coupling is the product of the laws",
                independent_is_least,
                refuted_by={"p": _COIN, "q": _COIN},
                holds_for={"p": _COIN, "q": _ONE},
            ),
            Control(
                "heavy-tail",
                "the first moment is not finite: the points double while their masses halve",
                bounded_with_growing_points,
                refuted_by={"ratio": Fraction(2), "terms": 3},
                holds_for={"ratio": Fraction(3, 2), "terms": 40},
                drops="first-moments",
            ),
        ),
        computations=(
            Computation(
                "coin-to-one",
                "Transport.coinToTrue.expectation.mean fun z => Transport.discrete z.1 z.2",
                "Rat",
                lambda: wasserstein(_COIN, _ONE),
                _TRANSPORT,
            ),
        ),
    ),
    RowChecks(
        "ch14-kr-weak",
        instances=(
            Instance("three-points", no_critic_exceeds, {"p": _FIRST, "q": _SECOND}),
            Instance("two-points", no_critic_exceeds, {"p": _THIRD, "q": (*_COIN, (2, 4))}),
            Instance("duality", duality, {"p": _FIRST, "q": _SECOND}),
            Instance(
                "means",
                mean_over_coupling,
                {
                    "p": _COIN,
                    "q": ((0, 1), (2, 1)),
                    "table": ((0, 1), (1, 0)),
                    "f": {0: 0, 1: 1, 2: 0},
                },
            ),
        ),
        searches=(
            Exhaustion(
                "duality",
                duality,
                lambda: ({"p": p, "q": q} for p, q in product(laws((0, 1, 3), 3), repeat=2)),
            ),
            Exhaustion(
                "means",
                mean_over_coupling,
                lambda: (
                    {"p": _COIN, "q": q, "table": table, "f": f}
                    for q in laws((0, 2), 2)
                    for table in couplings(_COIN, q)
                    for f in critics((0, 1, 2), 1)
                ),
            ),
        ),
        controls=(
            Control(
                "other-marginals",
                "the plan leaves all mass where it is and does not have the second marginal",
                critic_below_plan,
                refuted_by={
                    "p": _COIN,
                    "q": ((0, 1), (2, 1)),
                    "table": ((2, 0), (0, 0)),
                    "f": {0: 0, 1: -1, 2: -2},
                },
                holds_for={
                    "p": _COIN,
                    "q": ((0, 1), (2, 1)),
                    "table": ((1, 0), (0, 1)),
                    "f": {0: 0, 1: -1, 2: -2},
                },
                drops="coupling",
            ),
            Control(
                "slope-two",
                "the critic has the Lipschitz constant two",
                no_critic_exceeds,
                refuted_by={"p": _COIN, "q": _ONE, "slope": 2},
                holds_for={"p": _ONE, "q": _ONE, "slope": 2},
                drops="lipschitz",
            ),
            Control(
                "heavy-tail",
                "the means are not finite: the points double while their masses halve",
                mean_is_settled,
                refuted_by={"ratio": Fraction(2), "first": 20, "last": 21},
                holds_for={"ratio": Fraction(3, 2), "first": 20, "last": 60},
                drops="first-moments",
            ),
        ),
        computations=(
            Computation(
                "critic-of-the-coin",
                "Transport.coin.expectation.mean (fun b => if b = true then 0 else 1) -"
                " (FiniteDistribution.point Rat true).expectation.mean"
                " (fun b => if b = true then 0 else 1)",
                "Rat",
                lambda: max(mean(_COIN, f) - mean(_ONE, f) for f in critics([0, 1], 1)),
                _TRANSPORT,
            ),
        ),
    ),
    RowChecks(
        "ch14-point-mass",
        instances=(
            Instance("three", point_masses, {"t": 3}),
            Instance("minus-seven", point_masses, {"t": -7}),
            Instance("same-point", point_masses, {"t": 0}),
        ),
        searches=(
            Exhaustion(
                "up-to-twenty",
                point_masses,
                lambda: ({"t": t} for t in range(-20, 21)),
            ),
        ),
        controls=(
            Control(
                "bounded-distance",
                "the distance is said to be at most one",
                point_masses,
                refuted_by={"t": 3, "largest": 1},
                holds_for={"t": 1, "largest": 1},
            ),
        ),
        computations=(
            Computation(
                "variation",
                "Information.tvDist (Information.point 0 : Fin 3 → Rat) (Information.point 2)",
                "Rat",
                lambda: variation(((0, 1),), ((2, 1),)),
                _TRANSPORT,
            ),
            Computation(
                "jensen-shannon",
                lean_digits(lean_log_sum([(Fraction(1, 2), 2), (Fraction(1, 2), 2)]), 9),
                "Int",
                lambda: digits(jensen_shannon(((0, 1),), ((2, 1),)), 9),
                ("DeepTheory.Real.Interval",),
            ),
        ),
    ),
)
