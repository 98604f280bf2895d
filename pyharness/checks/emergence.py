"""Checks of chapter 22: metrics, aggregates and skills that look sharper or smoother than they are.

Scores, losses and frequencies are fractions. Infinite tails of power sums come from the closed
forms ``π²/6`` and ``π⁴/90``, as intervals.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from itertools import pairwise, permutations, product
from math import prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import Interval, pi, real
from pyharness.checks.matrices import Vector, vector
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)


# ----- Thresholds ---------------------------------------------------------------------------------


def average_accuracy(thresholds: Vector, score: Fraction) -> Fraction:
    """Return the mean over the tasks of whether the score reaches the threshold."""
    return Fraction(sum(score >= t for t in thresholds), len(thresholds))


def distribution_function(thresholds: Vector, score: Fraction) -> Comparison:
    """The average accuracy is the empirical distribution function of the thresholds.

    That is found from the place of the score among the sorted thresholds.
    """
    place = bisect_right(sorted(thresholds), score)
    return Comparison(average_accuracy(thresholds, score), "=", Fraction(place, len(thresholds)))


def grows_with_score(thresholds: Vector, low: Fraction, high: Fraction) -> Comparison:
    """A higher score has no lower average accuracy."""
    return Comparison(average_accuracy(thresholds, low), "≤", average_accuracy(thresholds, high))


def jumps(thresholds: Vector, low: Fraction, high: Fraction) -> Comparison:
    """Between the two scores the average accuracy goes from zero to one."""
    return Comparison(
        average_accuracy(thresholds, high) - average_accuracy(thresholds, low), "=", 1
    )


# ----- Exact match --------------------------------------------------------------------------------


def match_probability(p: Fraction, length: int, *, same: bool = False) -> Fraction:
    """Return the probability that all tokens are correct, summed over all outcomes.

    If the tokens are the same, all of them are correct or none is.
    """
    answer = Fraction(0)
    for outcome in product((True, False), repeat=length):
        if same:
            mass = p if all(outcome) else 1 - p if not any(outcome) else Fraction(0)
        else:
            mass = prod((p if ok else 1 - p for ok in outcome), start=Fraction(1))
        answer += mass if all(outcome) else 0
    return answer


def is_a_power(p: Fraction, length: int, *, same: bool = False) -> Comparison:
    """The probability of an exact match is ``p^L``."""
    return Comparison(match_probability(p, length, same=same), "=", p**length)


def at_least_linear(p: Fraction, length: int) -> Comparison:
    """An exact match has at least the probability ``1 - L (1 - p)``."""
    return Comparison(1 - length * (1 - p), "≤", p**length)


def at_most_hyperbola(p: Fraction, length: int) -> Comparison:
    """An exact match has at most the probability ``1 / (1 + L (1 - p))``."""
    return Comparison(p**length, "≤", 1 / (1 + length * (1 - p)))


def at_least_token(p: Fraction, length: int) -> Comparison:
    """An exact match has at least the probability ``p``."""
    return Comparison(p, "≤", p**length)


def is_a_multiple(p: Fraction, length: int) -> Comparison:
    """The probability of an exact match is ``L p``."""
    return Comparison(match_probability(p, length), "=", length * p)


# ----- Slices -------------------------------------------------------------------------------------

#: The values of each slice at the scales.
Slices = tuple[Vector, ...]


def aggregate(slices: Slices, weights: Vector) -> Vector:
    """Return the weighted sums at the scales."""
    return tuple(
        sum((w * a for w, a in zip(weights, column, strict=True)), Fraction(0))
        for column in zip(*slices, strict=True)
    )


def does_not_decrease(slices: Slices, weights: Vector) -> Comparison:
    """If no slice decreases, the aggregate does not: its least increase is compared with zero."""
    if any(b < a for values in slices for a, b in pairwise(values)):
        raise ValueError("a slice decreases")
    values = aggregate(slices, weights)
    return Comparison(min(b - a for a, b in pairwise(values)), "≥", 0)


def does_not_decrease_moving(slices: Slices, weights: tuple[Vector, ...]) -> Comparison:
    """The same with weights for each scale."""
    values = [
        sum(w * a for w, a in zip(at, column, strict=True))
        for at, column in zip(weights, zip(*slices, strict=True), strict=True)
    ]
    return Comparison(min(b - a for a, b in pairwise(values)), "≥", 0)


def slices_do_not_decrease(slices: Slices, weights: Vector) -> Comparison:
    """If the aggregate does not decrease, no slice does."""
    values = aggregate(slices, weights)
    if any(b < a for a, b in pairwise(values)):
        raise ValueError("the aggregate decreases")
    return Comparison(min(b - a for s in slices for a, b in pairwise(s)), "≥", 0)


def first_slice(c: Fraction) -> Fraction:
    """Return ``½ min(C, |2 - C|)``: up, down, up."""
    return min(c, abs(2 - c)) / 2


def second_slice(c: Fraction) -> Fraction:
    """Return ``½ |1 - C|``: down, up."""
    return abs(1 - c) / 2


def kink(c: Fraction) -> Comparison:
    """The two slices of the row add up to one half, and from two on to ``C - 3/2``."""
    slices = ((first_slice(c),), (second_slice(c),))
    return Comparison(aggregate(slices, vector(1, 1)), "=", (max(_HALF, c - Fraction(3, 2)),))


def opposite_trends(low: Fraction, high: Fraction) -> Comparison:
    """Between two scales the slices change by opposite amounts."""
    return Comparison(
        first_slice(high) - first_slice(low), "=", second_slice(low) - second_slice(high)
    )


# ----- Quanta -------------------------------------------------------------------------------------

#: Frequency and threshold of each skill.
Skills = tuple[tuple[Fraction, int], ...]


def aggregate_loss(skills: Skills, resource: Fraction, high: Fraction, low: Fraction) -> Fraction:
    """Return the mean loss with so much of the resource."""
    return sum((p * (low if resource >= n else high) for p, n in skills), Fraction(0))


def drop(skills: Skills, at: int, high: Fraction, low: Fraction) -> Fraction:
    """Return how much the loss drops at a threshold: half a unit before it, and at it."""
    before = aggregate_loss(skills, at - _HALF, high, low)
    return before - aggregate_loss(skills, Fraction(at), high, low)


def drops_are(skills: Skills, high: Fraction, low: Fraction) -> Comparison:
    """At the threshold of a skill the loss drops by its frequency times ``high - low``."""
    found = tuple(drop(skills, n, high, low) for _, n in skills)
    return Comparison(found, "=", tuple(p * (high - low) for p, _ in skills))


def largest_drop(skills: Skills, high: Fraction, low: Fraction) -> Comparison:
    """The largest drop is at most the largest frequency times ``high - low``."""
    found = max(drop(skills, n, high, low) for _, n in skills)
    return Comparison(found, "≤", max(p for p, _ in skills) * (high - low))


# ----- Power laws of tasks ------------------------------------------------------------------------


def unlearned(alpha: int, learned: frozenset[int], tasks: int) -> Fraction:
    """Return the loss: the frequency of the tasks that are not learned."""
    weights = {j: Fraction(1, j**alpha) for j in range(1, tasks + 1)}
    rest = sum((w for j, w in weights.items() if j not in learned), Fraction(0))
    return rest / sum(weights.values())


def loss_is_tail(alpha: int, order: tuple[int, ...], count: int) -> Comparison:
    """After the first tasks of an order the loss is the tail over the sum."""
    tasks = len(order)
    tail = sum((Fraction(1, j**alpha) for j in range(count + 1, tasks + 1)), Fraction(0))
    whole = sum((Fraction(1, j**alpha) for j in range(1, tasks + 1)), Fraction(0))
    return Comparison(unlearned(alpha, frozenset(order[:count]), tasks), "=", tail / whole)


def infinite_tail(alpha: int, count: int) -> Interval:
    """Return the sum of ``j^(-α)`` over ``j > n``, for the exponents two and four."""
    whole = {2: pi() ** 2 / 6, 4: pi() ** 4 / 90}[alpha]
    return whole - real(sum((Fraction(1, j**alpha) for j in range(1, count + 1)), Fraction(0)))


def tail_at_most(alpha: int, count: int) -> Comparison:
    """The infinite tail is at most ``1 / ((α-1) n^(α-1))``."""
    return Comparison(
        infinite_tail(alpha, count), "≤", Fraction(1, (alpha - 1) * count ** (alpha - 1))
    )


def tail_at_least(alpha: int, count: int) -> Comparison:
    """The infinite tail is at least ``1 / ((α-1) (n+1)^(α-1))``."""
    return Comparison(
        Fraction(1, (alpha - 1) * (count + 1) ** (alpha - 1)), "≤", infinite_tail(alpha, count)
    )


def tail_at_most_steep(alpha: int, count: int) -> Comparison:
    """The same upper bound with the exponent ``α``."""
    return Comparison(infinite_tail(alpha, count), "≤", Fraction(1, (alpha - 1) * count**alpha))


def gradual_loss(
    alpha: int, times: tuple[int, ...], time: Fraction, low: Fraction, high: Fraction
) -> Fraction:
    """Return the loss when the error of task ``j`` falls in a line from ``a n_j`` to ``b n_j``."""
    answer = Fraction(0)
    for j, n in enumerate(times, 1):
        start, end = low * n, high * n
        error = 0 if time >= end else 1 if time <= start else (end - time) / (end - start)
        answer += error * Fraction(1, j**alpha)
    return answer


def above_early_steps(
    alpha: int, times: tuple[int, ...], time: Fraction, low: Fraction, high: Fraction
) -> Comparison:
    """The loss is at least that of steps at ``a n_j``."""
    early = sum(Fraction(1, j**alpha) for j, n in enumerate(times, 1) if time < low * n)
    return Comparison(early, "≤", gradual_loss(alpha, times, time, low, high))


def below_late_steps(
    alpha: int, times: tuple[int, ...], time: Fraction, low: Fraction, high: Fraction
) -> Comparison:
    """The loss is at most that of steps at ``b n_j``."""
    late = sum(Fraction(1, j**alpha) for j, n in enumerate(times, 1) if time < high * n)
    return Comparison(gradual_loss(alpha, times, time, low, high), "≤", late)


# ----- Two minima ---------------------------------------------------------------------------------

#: Constant term and slope.
Line = tuple[Fraction, Fraction]


def at(line: Line, c: Fraction) -> Fraction:
    """Return the value of a line."""
    return line[0] + line[1] * c


def state(first: Line, second: Line, c: Fraction) -> int:
    """Return which state has the smaller free energy, the first at a tie."""
    return 1 if at(first, c) <= at(second, c) else 2


def switches(
    first: Line, second: Line, crossing: Fraction, steps: tuple[Fraction, ...]
) -> Comparison:
    """The first state is the minimum up to the crossing, and the second beyond it."""
    before = tuple(state(first, second, crossing - s) for s in steps)
    after = tuple(state(first, second, crossing + s) for s in steps)
    return Comparison((before, after), "=", ((1,) * len(steps), (2,) * len(steps)))


def minimum_is_continuous(
    first: Line, second: Line, crossing: Fraction, step: Fraction
) -> Comparison:
    """Across the crossing the minimum changes by at most the step times the larger slope, twice."""
    low, high = crossing - step, crossing + step
    left, right = (min(at(first, c), at(second, c)) for c in (low, high))
    return Comparison(abs(right - left), "≤", 2 * step * max(abs(first[1]), abs(second[1])))


def observable_jumps(values: tuple[Line, Line], crossing: Fraction) -> Comparison:
    """The observable jumps exactly if its values in the two states differ at the crossing.

    The jump is the limit of the difference: that of two distances from the crossing, extrapolated
    to zero, which is exact for lines.
    """
    gaps = [
        at(values[1], crossing + s) - at(values[0], crossing - s)
        for s in (Fraction(1), Fraction(2))
    ]
    jump = 2 * gaps[0] - gaps[1]
    return Comparison(jump != 0, "=", at(values[0], crossing) != at(values[1], crossing))


def any_observable_jumps(values: tuple[Line, Line], crossing: Fraction) -> Comparison:
    """The observable jumps if its values in the two states are different functions."""
    jump = at(values[1], crossing) - at(values[0], crossing)
    return Comparison(jump != 0, "=", values[0] != values[1])


def minimum_of_steps_is_continuous(height: Fraction, step: Fraction) -> Comparison:
    """If the first free energy rises by a height at zero, the minimum changes by one step at most.

    The first free energy is ``0`` before zero and the height from there on, the second one is
    ``1 - C``.
    """
    values = [min(Fraction(0) if c < 0 else height, 1 - c) for c in (-step / 2, step / 2)]
    return Comparison(abs(values[1] - values[0]), "≤", step)


# ----- Values -------------------------------------------------------------------------------------

_SKILLS: Skills = ((Fraction(1, 2), 3), (Fraction(1, 3), 10), (Fraction(1, 6), 100))
_GRADUAL = {
    "alpha": 2,
    "times": (1, 4, 9, 16),
    "time": Fraction(6),
    "low": _HALF,
    "high": Fraction(2),
}
_FIRST: Line = (Fraction(0), Fraction(1))
_SECOND: Line = (Fraction(2), Fraction(-1, 3))


def _probabilities() -> object:
    """Return a strategy for probabilities."""
    return st.parts(0, 1, 12)


def _growing(size: int) -> object:
    """Return a strategy for values that do not decrease."""
    return st.lists(st.parts(-1, 1, 4), min_size=size, max_size=size).map(
        lambda values: tuple(sorted(values))
    )


def _gradual() -> object:
    """Return strategies for tasks that are learned gradually."""
    return {
        "alpha": st.integers(1, 3),
        "times": st.sets(st.integers(1, 9), min_size=1, max_size=5).map(
            lambda times: tuple(sorted(times))
        ),
        "time": st.parts(0, 20, 12),
        "low": st.sampled_from(vector("1/3", 1)),
        "high": st.sampled_from(vector(1, 2)),
    }


def _orders() -> Iterator[Mapping[str, object]]:
    """List the cases of three skills with different thresholds."""
    for order in permutations((1, 2, 5)):
        for counts in product(range(4), repeat=3):
            if any(counts):
                skills = tuple(
                    (Fraction(c, sum(counts)), n) for c, n in zip(counts, order, strict=True)
                )
                yield {"skills": skills, "high": Fraction(3), "low": Fraction(1)}


CHECKS = (
    RowChecks(
        "ch22-threshold-metric",
        instances=(
            Instance(
                "four-tasks",
                distribution_function,
                {"thresholds": vector(3, 1, 2, 2), "score": Fraction(2)},
            ),
            Instance(
                "one-task", distribution_function, {"thresholds": vector(1), "score": Fraction(1)}
            ),
            Instance(
                "below-all",
                distribution_function,
                {"thresholds": vector(1, 2), "score": Fraction(1, 2)},
            ),
            Instance(
                "one-threshold-for-all",
                jumps,
                {
                    "thresholds": vector(1, 1, 1),
                    "low": Fraction(99, 100),
                    "high": Fraction(1),
                },
            ),
        ),
        searches=(
            Search(
                "tasks",
                distribution_function,
                lambda: {
                    "thresholds": st.lists(st.parts(-2, 2, 3), min_size=1, max_size=6).map(tuple),
                    "score": st.parts(-2, 2, 3),
                },
            ),
            Search(
                "scores",
                grows_with_score,
                lambda: st.tuples(
                    st.lists(st.parts(-2, 2, 3), min_size=1, max_size=6).map(tuple),
                    _growing(2),
                ).map(
                    lambda case: {
                        "thresholds": case[0],
                        "low": case[1][0],
                        "high": case[1][1],
                    }
                ),
            ),
        ),
        controls=(
            Control(
                "dispersed-thresholds",
                "the thresholds of the tasks are dispersed",
                jumps,
                refuted_by={
                    "thresholds": vector(1, 2, 3),
                    "low": Fraction(99, 100),
                    "high": Fraction(1),
                },
                holds_for={
                    "thresholds": vector(1, 1, 1),
                    "low": Fraction(99, 100),
                    "high": Fraction(1),
                },
            ),
        ),
    ),
    RowChecks(
        "ch22-exact-match",
        instances=(
            Instance("ten-tokens", is_a_power, {"p": Fraction(9, 10), "length": 10}),
            Instance("lower", at_least_linear, {"p": Fraction(99, 100), "length": 10}),
            Instance("upper", at_most_hyperbola, {"p": Fraction(99, 100), "length": 100}),
            Instance("one-token", at_least_linear, {"p": Fraction(2, 3), "length": 1}),
            Instance("certain", at_most_hyperbola, {"p": Fraction(1), "length": 50}),
        ),
        searches=(
            Search(
                "powers", is_a_power, lambda: {"p": _probabilities(), "length": st.integers(0, 6)}
            ),
            Search(
                "lower",
                at_least_linear,
                lambda: {"p": _probabilities(), "length": st.integers(0, 30)},
            ),
            Search(
                "upper",
                at_most_hyperbola,
                lambda: {"p": _probabilities(), "length": st.integers(0, 30)},
            ),
        ),
        controls=(
            Control(
                "same-outcome",
                "all tokens are correct or none is",
                is_a_power,
                refuted_by={"p": _HALF, "length": 2, "same": True},
                holds_for={"p": _HALF, "length": 1, "same": True},
                drops="independent-tokens",
            ),
            Control(
                "multiple",
                "the probability is said to be L p",
                is_a_multiple,
                refuted_by={"p": Fraction(1, 4), "length": 2},
                holds_for={"p": Fraction(1, 4), "length": 1},
            ),
            Control(
                "length-dropped",
                "the lower bound is that of one token",
                at_least_token,
                refuted_by={"p": _HALF, "length": 2},
                holds_for={"p": _HALF, "length": 1},
                over=lambda: {"p": _probabilities(), "length": st.integers(1, 4)},
            ),
        ),
        plots=(
            Plot(
                "upper-bound",
                "Exact match of many tokens appears late",
                at_most_hyperbola,
                "p",
                tuple(Fraction(k, 40) for k in range(20, 41)),
                {"L = 5": {"length": 5}, "L = 50": {"length": 50}},
                axis="token accuracy p",
                left="p^L",
                right="1 / (1 + L(1-p))",
            ),
        ),
    ),
    RowChecks(
        "ch22-slice-aggregation",
        instances=(
            Instance("on-the-plateau", kink, {"c": Fraction(7, 5)}),
            Instance("at-the-kink", kink, {"c": Fraction(2)}),
            Instance("beyond", kink, {"c": Fraction(5, 2)}),
            Instance("opposite-trends", opposite_trends, {"low": Fraction(0), "high": Fraction(1)}),
            Instance("trends-reversed", opposite_trends, {"low": Fraction(1), "high": Fraction(2)}),
            Instance(
                "two-slices",
                does_not_decrease,
                {
                    "slices": (vector(0, "1/2", "1/2"), vector(0, 0, 1)),
                    "weights": vector("1/3", "2/3"),
                },
            ),
        ),
        searches=(
            Exhaustion("scales", kink, lambda: ({"c": Fraction(n, 12)} for n in range(37))),
            Search(
                "slices",
                does_not_decrease,
                lambda: {
                    "slices": st.tuples(*[_growing(4)] * 3),
                    "weights": st.tuples(*[st.parts(0, 2, 4)] * 3),
                },
            ),
        ),
        controls=(
            Control(
                "converse",
                "a constant aggregate is said to have slices that do not decrease",
                slices_do_not_decrease,
                refuted_by={
                    "slices": (vector(0, "1/2", 0), vector("1/2", 0, "1/2")),
                    "weights": vector(1, 1),
                },
                holds_for={
                    "slices": (vector(0, 0, 0), vector("1/2", "1/2", "1/2")),
                    "weights": vector(1, 1),
                },
            ),
            Control(
                "negative-weight",
                "a weight is negative",
                does_not_decrease,
                refuted_by={
                    "slices": (vector(0, "1/4"), vector(0, 1)),
                    "weights": vector(1, -1),
                },
                holds_for={
                    "slices": (vector(0, "1/4"), vector(0, 1)),
                    "weights": vector(1, 1),
                },
                drops="fixed-weights",
            ),
            Control(
                "moving-weights",
                "the weights change with the scale",
                does_not_decrease_moving,
                refuted_by={
                    "slices": (vector("9/10", 1), vector(0, "1/10")),
                    "weights": (vector("1/2", "1/2"), vector(0, 1)),
                },
                holds_for={
                    "slices": (vector("9/10", 1), vector(0, "1/10")),
                    "weights": (vector("1/2", "1/2"), vector("1/2", "1/2")),
                },
                drops="fixed-weights",
            ),
        ),
    ),
    RowChecks(
        "ch22-quanta",
        instances=(
            Instance(
                "three-skills", drops_are, {"skills": _SKILLS, "high": Fraction(5), "low": _HALF}
            ),
            Instance(
                "one-skill",
                drops_are,
                {"skills": ((Fraction(1), 4),), "high": Fraction(1), "low": Fraction(0)},
            ),
            Instance(
                "most-frequent-skill",
                largest_drop,
                {"skills": _SKILLS, "high": Fraction(5), "low": _HALF},
            ),
            Instance(
                "hundred-skills",
                largest_drop,
                {
                    "skills": tuple((Fraction(1, 100), n) for n in range(1, 101)),
                    "high": Fraction(1),
                    "low": Fraction(0),
                },
            ),
        ),
        searches=(
            Exhaustion("three-skills", drops_are, _orders),
            Exhaustion("largest-drops", largest_drop, _orders),
        ),
        controls=(
            Control(
                "common-threshold",
                "all skills have the same threshold",
                largest_drop,
                refuted_by={
                    "skills": ((_HALF, 7), (_HALF, 7)),
                    "high": Fraction(1),
                    "low": Fraction(0),
                },
                holds_for={
                    "skills": ((_HALF, 7), (_HALF, 8)),
                    "high": Fraction(1),
                    "low": Fraction(0),
                },
                drops="distinct-thresholds",
                over=lambda: {
                    "skills": st.tuples(*[st.integers(1, 3).map(lambda n: (_HALF, n))] * 2),
                    "high": st.just(Fraction(1)),
                    "low": st.just(Fraction(0)),
                },
            ),
        ),
    ),
    RowChecks(
        "ch22-multitask-parity",
        instances=(
            Instance(
                "five-of-twenty",
                loss_is_tail,
                {"alpha": 2, "order": tuple(range(1, 21)), "count": 5},
            ),
            Instance("all-learned", loss_is_tail, {"alpha": 3, "order": (1, 2, 3), "count": 3}),
            Instance("upper", tail_at_most, {"alpha": 2, "count": 10}),
            Instance("lower", tail_at_least, {"alpha": 4, "count": 10}),
            Instance("above-early-steps", above_early_steps, _GRADUAL),
            Instance("below-late-steps", below_late_steps, _GRADUAL),
            Instance("sudden-above", above_early_steps, {**_GRADUAL, "low": Fraction(2)}),
            Instance("sudden-below", below_late_steps, {**_GRADUAL, "high": _HALF}),
        ),
        searches=(
            Exhaustion(
                "upper",
                tail_at_most,
                lambda: ({"alpha": a, "count": n} for a in (2, 4) for n in range(1, 25)),
            ),
            Exhaustion(
                "lower",
                tail_at_least,
                lambda: ({"alpha": a, "count": n} for a in (2, 4) for n in range(1, 25)),
            ),
            Search("above-early-steps", above_early_steps, _gradual),
            Search("below-late-steps", below_late_steps, _gradual),
        ),
        controls=(
            Control(
                "other-order",
                "rare tasks are learned first",
                loss_is_tail,
                refuted_by={"alpha": 2, "order": (3, 2, 1), "count": 1},
                holds_for={"alpha": 2, "order": (3, 2, 1), "count": 3},
                drops="by-frequency",
                over=lambda: {
                    "alpha": st.just(2),
                    "order": st.permutations((1, 2, 3, 4)).map(tuple),
                    "count": st.integers(1, 4),
                },
            ),
            Control(
                "steeper",
                "the exponent is α instead of α - 1",
                tail_at_most_steep,
                refuted_by={"alpha": 2, "count": 10},
                holds_for={"alpha": 2, "count": 1},
            ),
        ),
        plots=(
            Plot(
                "tail",
                "The frequency of the tasks that are not yet learned, and the bound",
                tail_at_most,
                "count",
                (1, 2, 3, 5, 8, 13, 21, 34, 55, 89),
                {"α = 2": {"alpha": 2}, "α = 4": {"alpha": 4}},
                axis="learned tasks n",
                left="tail",
                right="1 / ((α-1) n^(α-1))",
                logarithmic="xy",
            ),
        ),
    ),
    RowChecks(
        "ch22-two-minima",
        instances=(
            Instance(
                "switch",
                switches,
                {
                    "first": _FIRST,
                    "second": _SECOND,
                    "crossing": Fraction(3, 2),
                    "steps": vector("1/1000", 1, 5),
                },
            ),
            Instance(
                "continuous",
                minimum_is_continuous,
                {
                    "first": _FIRST,
                    "second": _SECOND,
                    "crossing": Fraction(3, 2),
                    "step": Fraction(1, 1000),
                },
            ),
            Instance(
                "nearly-parallel",
                minimum_is_continuous,
                {
                    "first": (Fraction(0), Fraction(1)),
                    "second": (Fraction(1, 100), Fraction(99, 100)),
                    "crossing": Fraction(1),
                    "step": Fraction(1, 10),
                },
            ),
            Instance(
                "jump",
                observable_jumps,
                {
                    "values": ((Fraction(0), Fraction(1)), (Fraction(5), Fraction(0))),
                    "crossing": Fraction(2),
                },
            ),
            Instance(
                "no-jump",
                observable_jumps,
                {
                    "values": ((Fraction(0), Fraction(0)), (Fraction(-2), Fraction(1))),
                    "crossing": Fraction(2),
                },
            ),
        ),
        searches=(
            Search(
                "crossings",
                switches,
                lambda: st.tuples(
                    *[st.parts(-3, 3, 6)] * 3,
                    st.parts(Fraction(1, 9), 3, 18),
                ).map(
                    lambda case: {
                        "first": (case[0], case[1]),
                        "second": (case[0] + case[2] * case[3], case[1] - case[3]),
                        "crossing": case[2],
                        "steps": vector("1/100", 1, 3),
                    }
                ),
            ),
            Search(
                "observables",
                observable_jumps,
                lambda: {
                    "values": st.tuples(*[st.tuples(*[st.integers(-2, 2).map(Fraction)] * 2)] * 2),
                    "crossing": st.integers(-1, 1).map(Fraction),
                },
            ),
        ),
        controls=(
            Control(
                "equal-slopes",
                "the free energies differ by a constant",
                switches,
                refuted_by={
                    "first": (Fraction(0), Fraction(1)),
                    "second": (Fraction(1), Fraction(1)),
                    "crossing": Fraction(0),
                    "steps": vector(1),
                },
                holds_for={
                    "first": (Fraction(0), Fraction(1)),
                    "second": (Fraction(0), Fraction(0)),
                    "crossing": Fraction(0),
                    "steps": vector(1),
                },
                drops="one-crossing",
            ),
            Control(
                "jump-of-a-free-energy",
                "a free energy jumps",
                minimum_of_steps_is_continuous,
                refuted_by={"height": Fraction(1), "step": Fraction(1, 100)},
                holds_for={"height": Fraction(0), "step": Fraction(1, 100)},
                drops="continuous",
            ),
            Control(
                "different-functions",
                "an observable is said to jump if it is not the same function in both states",
                any_observable_jumps,
                refuted_by={
                    "values": ((Fraction(0), Fraction(0)), (Fraction(-2), Fraction(1))),
                    "crossing": Fraction(2),
                },
                holds_for={
                    "values": ((Fraction(0), Fraction(0)), (Fraction(1), Fraction(0))),
                    "crossing": Fraction(2),
                },
            ),
        ),
    ),
)
