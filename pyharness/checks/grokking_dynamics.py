"""Checks of chapter 19: interpolants of the addition table, delays, and decay in the null space."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    dot,
    gram,
    inverse,
    matrices,
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
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["CHECKS"]

#: The two numbers that are added.
Pair = tuple[int, int]

_HALF = Fraction(1, 2)


# ----- Lookup and rule ----------------------------------------------------------------------------


def rule(period: int, pair: Pair) -> int:
    """Return the sum modulo ``p``."""
    return sum(pair) % period


def lookup(period: int, seen: tuple[Pair, ...], default: int, pair: Pair) -> int:
    """Return what was stored for the pair, or the default."""
    table = {other: rule(period, other) for other in seen}
    return table.get(pair, default)


def pairs(period: int) -> list[Pair]:
    """List all pairs."""
    return list(product(range(period), repeat=2))


def both_interpolate(period: int, seen: tuple[Pair, ...], default: int) -> Comparison:
    """On the training pairs the lookup table is the rule, so neither makes an error."""
    stored = tuple(lookup(period, seen, default, pair) for pair in seen)
    return Comparison(stored, "=", tuple(rule(period, pair) for pair in seen))


def errors_of_lookup(period: int, seen: tuple[Pair, ...], default: int) -> Comparison:
    """The lookup table errs on exactly the unseen pairs whose sum is not the default.

    Compared are the numbers of its errors and of these pairs.
    """
    wrong = sum(lookup(period, seen, default, x) != rule(period, x) for x in pairs(period))
    other = sum(x not in seen and rule(period, x) != default for x in pairs(period))
    return Comparison(wrong, "=", other)


def they_differ(period: int, seen: tuple[Pair, ...], default: int) -> Comparison:
    """Lookup table and rule differ somewhere: the number of pairs where they do."""
    wrong = sum(lookup(period, seen, default, x) != rule(period, x) for x in pairs(period))
    return Comparison(wrong, ">", 0)


def _with_unseen(period: int) -> Iterator[Mapping[str, object]]:
    """List training sets and defaults with an unseen pair whose sum is not the default."""
    for size in range(period**2):
        for seen in combinations(pairs(period), size):
            for default in range(period):
                if any(x not in seen and rule(period, x) != default for x in pairs(period)):
                    yield {"period": period, "seen": seen, "default": default}


# ----- Counting interpolants ----------------------------------------------------------------------


def interpolants(period: int, seen: tuple[Pair, ...]) -> Iterator[dict[Pair, int]]:
    """Yield the functions that agree with addition on the training pairs."""
    unseen = [x for x in pairs(period) if x not in seen]
    known = {x: rule(period, x) for x in seen}
    for values in product(range(period), repeat=len(unseen)):
        yield known | dict(zip(unseen, values, strict=True))


def count_interpolants(period: int, seen: tuple[Pair, ...]) -> Comparison:
    """There are ``p^(p² - n)`` of them, and one is addition."""
    functions = list(interpolants(period, seen))
    addition = sum(all(f[x] == rule(period, x) for x in f) for f in functions)
    distinct = len({tuple(sorted(f.items())) for f in functions})
    return Comparison((distinct, addition), "=", (period ** (period**2 - len(seen)), 1))


def average_accuracy(
    period: int, seen: tuple[Pair, ...], chance: Fraction | None = None
) -> Comparison:
    """On each unseen pair the part of them that is right is ``1/p``, or the given chance."""
    functions = list(interpolants(period, seen))
    unseen = [x for x in pairs(period) if x not in seen]
    found = tuple(
        Fraction(sum(f[x] == rule(period, x) for f in functions), len(functions)) for x in unseen
    )
    chance = Fraction(1, period) if chance is None else chance
    return Comparison(found, "=", (chance,) * len(unseen))


def _training_sets(period: int, least: int) -> Iterator[Mapping[str, object]]:
    """List the training sets with at least so many pairs."""
    for size in range(least, period**2 + 1):
        for seen in combinations(pairs(period), size):
            yield {"period": period, "seen": seen}


# ----- Delays -------------------------------------------------------------------------------------

#: Accuracies at the times 1, 2, ...
Curve = tuple[Fraction, ...]


def first_time(curve: Curve, level: Fraction) -> int | None:
    """Return the first time at which the level is reached, or ``None``."""
    return next((t for t, accuracy in enumerate(curve, 1) if accuracy >= level), None)


def delay(train: Curve, test: Curve, level: Fraction) -> Fraction:
    """Return ``t_test / t_train``; raises `ValueError` when a threshold is not reached."""
    first, second = first_time(train, level), first_time(test, level)
    if first is None or second is None:
        raise ValueError("a threshold is not reached")
    return Fraction(second, first)


def delay_is(train: Curve, test: Curve, level: Fraction, value: Fraction) -> Comparison:
    """The delay has this value."""
    return Comparison(delay(train, test, level), "=", value)


def worse_test_waits(train: Curve, test: Curve, level: Fraction) -> Comparison:
    """If the test accuracy never exceeds the training accuracy the delay is at least one."""
    return Comparison(delay(train, test, level), "≥", 1)


def higher_level_is_later(curve: Curve, low: Fraction, high: Fraction) -> Comparison:
    """A higher level is reached no earlier."""
    first, second = first_time(curve, low), first_time(curve, high)
    return Comparison(first or 0, "≤", len(curve) + 1 if second is None else second)


def higher_level_longer_delay(
    train: Curve, test: Curve, low: Fraction, high: Fraction
) -> Comparison:
    """At a higher level the delay is no shorter."""
    return Comparison(delay(train, test, low), "≤", delay(train, test, high))


def both_reached(train: Curve, test: Curve, level: Fraction) -> Comparison:
    """Both thresholds are reached, so that there is a delay."""
    times = (first_time(train, level), first_time(test, level))
    return Comparison(tuple(t is not None for t in times), "=", (True, True))


# ----- Simplicity ---------------------------------------------------------------------------------

#: Linear predictors are weights; the training data are one equation, the complexity the squared
#: norm.
Equation = tuple[Vector, Fraction]


def training_loss(data: Equation, w: Vector) -> Fraction:
    """Return the squared error of the one example."""
    return (dot(data[0], w) - data[1]) ** 2


def prefers_simple(data: Equation, memory: Vector, simple: Vector, penalty: Fraction) -> Comparison:
    """Training loss plus penalty is smaller for the simple predictor."""
    left, right = (training_loss(data, w) + penalty * norm_squared(w) for w in (simple, memory))
    return Comparison(left, "<", right)


def not_the_simplest(data: Equation, memory: Vector, simple: Vector) -> Comparison:
    """The memorizing predictor is not the simplest that interpolates.

    Compared are the least complexity of an interpolant, at ``a b / |a|²``, and its own; the other
    predictor interpolates and is at least as complex as the least.
    """
    least = scale(data[1] / norm_squared(data[0]), data[0])
    if training_loss(data, simple) or norm_squared(simple) < norm_squared(least):
        raise ValueError("the simple predictor does not interpolate")
    return Comparison(norm_squared(least), "<", norm_squared(memory))


def path(memory: Vector, least: Vector, rate: Fraction, steps: int) -> list[Vector]:
    """Return the predictors that approach the simplest one, by the rate in each step."""
    found = [memory]
    for _ in range(steps):
        found.append(add(found[-1], scale(rate, subtract(least, found[-1]))))
    return found


def leaves_memory(
    data: Equation, memory: Vector, simple: Vector, rate: Fraction, steps: int
) -> Comparison:
    """From the step on at which the simple predictor is no simpler, memory is left for good.

    The predictors interpolate and become simpler; compared are the complexities of the last one
    and of the memorizing one.
    """
    least = scale(data[1] / norm_squared(data[0]), data[0])
    run = path(memory, least, rate, steps)
    if any(training_loss(data, w) for w in (*run, simple)):
        raise ValueError("a predictor does not interpolate")
    if any(norm_squared(v) < norm_squared(w) for v, w in pairwise(run)):
        raise ValueError("the complexity increases")
    return Comparison(norm_squared(run[-1]), "<", norm_squared(memory))


# ----- Weight decay -------------------------------------------------------------------------------


def decayed(
    a: Matrix, b: Vector, start: Vector, eta: Fraction, decay: Fraction, *, steps: int
) -> Vector:
    """Return the weights after steps ``(1 - ηλ) x - η Aᵀ (A x - b)``."""
    x = start
    for _ in range(steps):
        pull = apply(transpose(a), subtract(apply(a, x), b))
        x = subtract(scale(1 - eta * decay, x), scale(eta, pull))
    return x


def ridge_solution(a: Matrix, b: Vector, decay: Fraction) -> Vector:
    """Return ``(AᵀA + λ)⁻¹ Aᵀ b``."""
    moments = gram(transpose(a))
    shifted = tuple(
        tuple(m + decay * int(i == j) for j, m in enumerate(row)) for i, row in enumerate(moments)
    )
    return apply(inverse(shifted), apply(transpose(a), b))


def null_part(
    row: Vector, target: Fraction, start: Vector, eta: Fraction, decay: Fraction, *, steps: int
) -> Comparison:
    """For one equation in the plane the component along the null space decays by ``1 - ηλ``."""
    z = (-row[1], row[0])
    x = decayed((row,), (target,), start, eta, decay, steps=steps)
    return Comparison(dot(z, x), "=", (1 - eta * decay) ** steps * dot(z, start))


def null_part_moves(
    row: Vector, target: Fraction, start: Vector, eta: Fraction, decay: Fraction, *, steps: int
) -> Comparison:
    """In the end the component along the null space is not what it was."""
    z = (-row[1], row[0])
    x = decayed((row,), (target,), start, eta, decay, steps=steps)
    return Comparison(dot(z, x), "≠", dot(z, start))


def fitted_part(
    row: Vector, target: Fraction, start: Vector, eta: Fraction, decay: Fraction, *, steps: int
) -> Comparison:
    """Along the row, an eigenvector with ``μ = |row|²``, the distance from ``c`` shrinks."""
    mu = norm_squared(row)
    limit = target * mu / (mu + decay)
    x = decayed((row,), (target,), start, eta, decay, steps=steps)
    factor = (1 - eta * decay - eta * mu) ** steps
    return Comparison(dot(row, x) - limit, "=", factor * (dot(row, start) - limit))


def contracts(a: Matrix, b: Vector, start: Vector, eta: Fraction, decay: Fraction) -> Comparison:
    """A step brings the weights nearer to the ridge solution, by ``1 - ηλ`` at least.

    Compared are the squared distances.
    """
    goal = ridge_solution(a, b, decay)
    after = norm_squared(subtract(decayed(a, b, start, eta, decay, steps=1), goal))
    before = norm_squared(subtract(start, goal))
    return Comparison(after, "≤", (1 - eta * decay) ** 2 * before)


def contracts_in_range(a: Matrix, b: Vector, start: Vector, part: Fraction) -> Comparison:
    """The same with ``λ = 1/4`` and a part of the largest step that the trace allows."""
    decay = Fraction(1, 4)
    trace = sum(map(norm_squared, a), Fraction(0))
    return contracts(a, b, start, part / (trace + decay), decay)


def residual_vanishes(target: Fraction, decay: Fraction) -> Comparison:
    """For ``A = 1`` the ridge solution has the residual zero."""
    goal = ridge_solution(matrix((1,)), (target,), decay)
    return Comparison(target - goal[0], "=", 0)


def residual_of_ridge(target: Fraction, decay: Fraction) -> Comparison:
    """For ``A = 1`` the ridge solution has the residual ``λ b / (1 + λ)``."""
    goal = ridge_solution(matrix((1,)), (target,), decay)
    return Comparison(target - goal[0], "=", decay * target / (1 + decay))


def fit_is_faster(steps: int, decay: Fraction) -> Comparison:
    """With ``A = (1, 0)``, ``b = 0``, ``η = 1/2`` from ``(1, 1)``: fitted and null component."""
    row = vector(1, 0)
    x = decayed((row,), (Fraction(0),), vector(1, 1), _HALF, decay, steps=steps)
    return Comparison(x[0], "≤", x[1])


# ----- Values -------------------------------------------------------------------------------------

_TRAIN = vector("1/4", "3/4", 1, 1, 1, 1)
_TEST = vector("1/8", "1/4", "1/4", "1/2", "3/4", 1)
_DATA: Equation = (vector(1, 1), Fraction(1))
_MEMORY = vector(3, -2)
_SIMPLE = vector(1, 0)
_DECAY = {
    "row": vector(2, 1),
    "target": Fraction(3),
    "start": vector(1, -4),
    "eta": Fraction(1, 6),
    "decay": Fraction(1, 10),
    "steps": 5,
}


def _curves() -> object:
    """Return a strategy for curves of accuracies that end with one."""
    return st.lists(st.integers(0, 8), min_size=3, max_size=8).map(
        lambda values: (*(Fraction(n, 8) for n in values), Fraction(1))
    )


def _decays() -> object:
    """Return a strategy for the parameters of one equation with weight decay."""
    return {
        "row": vectors(2).filter(any),
        "target": st.parts(-2, 2, 6),
        "start": vectors(2),
        "eta": st.parts(0, 1, 12),
        "decay": st.parts(Fraction(1, 9), 1, 18),
        "steps": st.integers(0, 5),
    }


CHECKS = (
    RowChecks(
        "ch19-lookup-vs-rule",
        instances=(
            Instance(
                "interpolate",
                both_interpolate,
                {"period": 5, "seen": ((0, 1), (2, 3), (4, 4)), "default": 0},
            ),
            Instance(
                "errors", errors_of_lookup, {"period": 5, "seen": ((0, 1), (2, 3)), "default": 0}
            ),
            Instance(
                "one-pair-unseen",
                they_differ,
                {"period": 2, "seen": ((0, 0), (0, 1), (1, 0)), "default": 1},
            ),
            Instance("nothing-seen", they_differ, {"period": 7, "seen": (), "default": 3}),
        ),
        searches=(
            Exhaustion("training-sets-of-two", they_differ, lambda: _with_unseen(2)),
            Exhaustion("errors-of-two", errors_of_lookup, lambda: _with_unseen(2)),
        ),
        controls=(
            Control(
                "everything-seen",
                "every pair is in the training set",
                they_differ,
                refuted_by={"period": 3, "seen": tuple(pairs(3)), "default": 0},
                holds_for={"period": 3, "seen": tuple(pairs(3)[:-1]), "default": 0},
                drops="proper-subset",
            ),
            Control(
                "default-is-the-sum",
                "the default is the sum of every unseen pair",
                they_differ,
                refuted_by={"period": 3, "seen": tuple(pairs(3)[:-1]), "default": 1},
                holds_for={"period": 3, "seen": tuple(pairs(3)[:-1]), "default": 2},
                drops="proper-subset",
            ),
        ),
    ),
    RowChecks(
        "ch19-memorization-count",
        instances=(
            Instance("nothing-seen", count_interpolants, {"period": 2, "seen": ()}),
            Instance("everything-seen", count_interpolants, {"period": 3, "seen": tuple(pairs(3))}),
            Instance("four-unseen", count_interpolants, {"period": 3, "seen": tuple(pairs(3)[:5])}),
            Instance("accuracy", average_accuracy, {"period": 3, "seen": tuple(pairs(3)[2:])}),
            Instance("accuracy-of-two", average_accuracy, {"period": 2, "seen": ((0, 1),)}),
        ),
        searches=(
            Exhaustion("sets-of-two", count_interpolants, lambda: _training_sets(2, 0)),
            Exhaustion(
                "sets-of-three",
                count_interpolants,
                lambda: _training_sets(3, 7),
                lambda: _training_sets(3, 5),
            ),
            Exhaustion("accuracies", average_accuracy, lambda: _training_sets(3, 7)),
        ),
        controls=(
            Control(
                "repeated-pair",
                "a training pair is repeated",
                count_interpolants,
                refuted_by={"period": 2, "seen": ((0, 0), (0, 0))},
                holds_for={"period": 2, "seen": ((0, 0), (0, 1))},
                drops="distinct-pairs",
            ),
            Control(
                "chance-of-a-coin",
                "the average accuracy is said to be one half",
                average_accuracy,
                refuted_by={"period": 3, "seen": tuple(pairs(3)[2:]), "chance": _HALF},
                holds_for={"period": 2, "seen": ((0, 1),), "chance": _HALF},
            ),
        ),
    ),
    RowChecks(
        "ch19-delay",
        instances=(
            Instance(
                "near-perfect",
                delay_is,
                {
                    "train": _TRAIN,
                    "test": _TEST,
                    "level": Fraction(9, 10),
                    "value": Fraction(2),
                },
            ),
            Instance(
                "at-the-level",
                delay_is,
                {
                    "train": _TRAIN,
                    "test": _TEST,
                    "level": Fraction(3, 4),
                    "value": Fraction(5, 2),
                },
            ),
            Instance(
                "same-curve",
                delay_is,
                {"train": _TEST, "test": _TEST, "level": _HALF, "value": Fraction(1)},
            ),
        ),
        searches=(
            Search(
                "worse-test",
                worse_test_waits,
                lambda: st.fixed_dictionaries(
                    {"curve": _curves(), "level": st.sampled_from(vector("1/2", "9/10"))}
                ).map(
                    lambda case: {
                        "train": case["curve"],
                        "test": (*(a / 2 for a in case["curve"][:-1]), Fraction(1)),
                        "level": case["level"],
                    }
                ),
            ),
            Search(
                "levels",
                higher_level_is_later,
                lambda: {
                    "curve": _curves(),
                    "low": st.sampled_from(vector("1/4", "1/2")),
                    "high": st.sampled_from(vector("1/2", "9/10")),
                },
            ),
        ),
        controls=(
            Control(
                "grows-with-the-level",
                "the delay is said to grow with the level",
                higher_level_longer_delay,
                refuted_by={
                    "train": _TRAIN,
                    "test": _TEST,
                    "low": Fraction(3, 4),
                    "high": Fraction(1),
                },
                holds_for={
                    "train": _TEST,
                    "test": _TEST,
                    "low": Fraction(1, 2),
                    "high": Fraction(1),
                },
            ),
            Control(
                "never-reached",
                "the test accuracy never reaches the level",
                both_reached,
                refuted_by={"train": _TRAIN, "test": vector("1/2", "1/2"), "level": Fraction(3, 4)},
                holds_for={"train": _TRAIN, "test": _TEST, "level": Fraction(3, 4)},
                drops="reached",
            ),
        ),
    ),
    RowChecks(
        "ch19-simplicity-bias",
        instances=(
            Instance(
                "small-penalty",
                prefers_simple,
                {
                    "data": _DATA,
                    "memory": _MEMORY,
                    "simple": _SIMPLE,
                    "penalty": Fraction(1, 10**6),
                },
            ),
            Instance(
                "large-penalty",
                prefers_simple,
                {"data": _DATA, "memory": _MEMORY, "simple": _SIMPLE, "penalty": Fraction(100)},
            ),
            Instance(
                "not-the-simplest",
                not_the_simplest,
                {"data": _DATA, "memory": _MEMORY, "simple": _SIMPLE},
            ),
            Instance(
                "left-for-good",
                leaves_memory,
                {
                    "data": _DATA,
                    "memory": _MEMORY,
                    "simple": _SIMPLE,
                    "rate": Fraction(1, 10),
                    "steps": 8,
                },
            ),
        ),
        searches=(
            Search(
                "interpolants",
                prefers_simple,
                lambda: st.tuples(
                    st.parts(-3, 3, 12),
                    st.parts(1, 3, 12),
                    st.parts(Fraction(1, 9), 9, 18),
                ).map(
                    lambda case: {
                        "data": _DATA,
                        "memory": (
                            _HALF + abs(case[0]) + case[1],
                            _HALF - abs(case[0]) - case[1],
                        ),
                        "simple": (_HALF + case[0], _HALF - case[0]),
                        "penalty": case[2],
                    }
                ),
            ),
            Search(
                "paths",
                leaves_memory,
                lambda: {
                    "data": st.just(_DATA),
                    "memory": st.just(_MEMORY),
                    "simple": st.just(_SIMPLE),
                    "rate": st.parts(Fraction(1, 9), 1, 18),
                    "steps": st.integers(1, 6),
                },
            ),
        ),
        controls=(
            Control(
                "equally-simple",
                "both predictors are equally simple",
                prefers_simple,
                refuted_by={
                    "data": _DATA,
                    "memory": vector(0, 1),
                    "simple": _SIMPLE,
                    "penalty": Fraction(1),
                },
                holds_for={
                    "data": _DATA,
                    "memory": _MEMORY,
                    "simple": _SIMPLE,
                    "penalty": Fraction(1),
                },
                drops="simpler-rule",
            ),
            Control(
                "does-not-interpolate",
                "the simple predictor has a training loss",
                prefers_simple,
                refuted_by={
                    "data": _DATA,
                    "memory": _MEMORY,
                    "simple": vector(0, 0),
                    "penalty": Fraction(1, 100),
                },
                holds_for={
                    "data": _DATA,
                    "memory": _MEMORY,
                    "simple": vector(0, 0),
                    "penalty": Fraction(1),
                },
                drops="interpolate",
            ),
            Control(
                "stalls",
                "the complexity stays where it is",
                leaves_memory,
                refuted_by={
                    "data": _DATA,
                    "memory": _MEMORY,
                    "simple": _SIMPLE,
                    "rate": Fraction(0),
                    "steps": 8,
                },
                holds_for={
                    "data": _DATA,
                    "memory": _MEMORY,
                    "simple": _SIMPLE,
                    "rate": Fraction(1),
                    "steps": 8,
                },
                drops="decreasing",
            ),
        ),
    ),
    RowChecks(
        "ch19-weight-decay-drift",
        instances=(
            Instance("null-part", null_part, _DECAY),
            Instance("fitted-part", fitted_part, _DECAY),
            Instance(
                "one-step-fits",
                fitted_part,
                {**_DECAY, "eta": Fraction(10, 51), "steps": 1},
            ),
            Instance(
                "contraction",
                contracts,
                {
                    "a": matrix((1, 2, 0), (0, 1, 1)),
                    "b": vector(1, -1),
                    "start": vector(3, 0, -2),
                    "eta": Fraction(1, 8),
                    "decay": _HALF,
                },
            ),
            Instance(
                "contraction-with-equality",
                contracts,
                {
                    "a": matrix((1, 0)),
                    "b": vector(0),
                    "start": vector(0, 1),
                    "eta": _HALF,
                    "decay": Fraction(1, 4),
                },
            ),
            Instance(
                "residual", residual_of_ridge, {"target": Fraction(1), "decay": Fraction(1, 10)}
            ),
            Instance(
                "large-residual", residual_of_ridge, {"target": Fraction(3), "decay": Fraction(2)}
            ),
        ),
        searches=(
            Search("null-parts", null_part, _decays),
            Search("fitted-parts", fitted_part, _decays),
            Search(
                "contractions",
                contracts_in_range,
                lambda: {
                    "a": matrices(2, 2, bound=2),
                    "b": vectors(2),
                    "start": vectors(2),
                    "part": st.parts(Fraction(1, 9), 1, 18),
                },
            ),
        ),
        controls=(
            Control(
                "no-decay",
                "there is no weight decay",
                null_part_moves,
                refuted_by={**_DECAY, "decay": Fraction(0)},
                holds_for=_DECAY,
                drops="decay",
            ),
            Control(
                "large-steps",
                "the steps are larger than the range allows",
                contracts,
                refuted_by={
                    "a": matrix((1,)),
                    "b": vector(0),
                    "start": vector(1),
                    "eta": Fraction(3),
                    "decay": Fraction(1, 100),
                },
                holds_for={
                    "a": matrix((1,)),
                    "b": vector(0),
                    "start": vector(1),
                    "eta": Fraction(1, 2),
                    "decay": Fraction(1, 100),
                },
                drops="step-range",
            ),
            Control(
                "residual-vanishes",
                "the training error is said to tend to zero",
                residual_vanishes,
                refuted_by={"target": Fraction(1), "decay": Fraction(1, 10)},
                holds_for={"target": Fraction(1), "decay": Fraction(0)},
            ),
        ),
        plots=(
            Plot(
                "two-time-scales",
                "A fast fit and a slow decay in the null space",
                fit_is_faster,
                "steps",
                tuple(range(0, 41, 2)),
                {
                    "λ = 1/10": {"decay": Fraction(1, 10)},
                    "λ = 1/50": {"decay": Fraction(1, 50)},
                },
                axis="steps t",
                left="fitted component",
                right="component in the null space",
                logarithmic="y",
            ),
        ),
    ),
)
