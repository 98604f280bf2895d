"""Checks of chapter 15: attention.

The definition has exponentials, which are intervals with rational ends; its consequences hold for
all positive weights, and are checked with rational ones.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import (
    Interval,
    digits,
    distance,
    ends,
    exp,
    lean_digits,
    log,
    real,
    sqrt,
    total,
)
from pyharness.checks.matrices import Vector, dot, vector, vectors
from pyharness.checks.model import (
    AGREEMENT,
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)

__all__ = ["CHECKS"]


# ----- The definition -----------------------------------------------------------------------------


def scores(query: Vector, keys: tuple[Vector, ...]) -> list[Fraction]:
    """Return the scalar products of a query with the keys."""
    return [dot(query, key) for key in keys]


def softmaxvector(query: Vector, keys: tuple[Vector, ...], visible: int) -> list[Interval]:
    """Return the attention weights of the first positions, as many as are visible."""
    raised = [exp(real(s) / sqrt(len(query))) for s in scores(query, keys)[:visible]]
    return [weight / total(raised) for weight in raised]


def log_odds(
    query: Vector, keys: tuple[Vector, ...], visible: int, scaled: bool = True
) -> Comparison:
    """The logarithm of the ratio of two weights is the difference of the scores over √d."""
    row = softmaxvector(query, keys, visible)
    plain = scores(query, keys)
    scale = sqrt(len(query)) if scaled else real(1)
    worst = max(
        distance(log(row[j] / row[0]), real(plain[j] - plain[0]) / scale) for j in range(visible)
    )
    return Comparison(worst, "<", AGREEMENT)


def sums_to_one(query: Vector, keys: tuple[Vector, ...], visible: int) -> Comparison:
    """The weights of the visible positions are positive and add up to one."""
    row = softmaxvector(query, keys, visible)
    positive = all(ends(weight)[0] > 0 for weight in row)
    return Comparison((positive, distance(total(row), real(1)) < AGREEMENT), "=", (True, True))


def output(query: Vector, keys: tuple[Vector, ...], values: Vector, visible: int) -> Interval:
    """Return what a position with this query reads from the first positions."""
    row = softmaxvector(query, keys, visible)
    return total(a * real(v) for a, v in zip(row, values[:visible], strict=True))


def first_reads_itself(
    query: Vector, keys: tuple[Vector, ...], values: Vector, visible: int = 1
) -> Comparison:
    """The output at the first position is its own value.

    That position sees only itself, unless a number of visible positions is given.
    """
    return Comparison(output(query, keys, values, visible), "≈", values[0])


def without_content_the_past_is_averaged(
    query: Vector, keys: tuple[Vector, ...], values: Vector, visible: int
) -> Comparison:
    """A query that is orthogonal to the differences of the keys reads the mean of the past."""
    mean = sum(values[:visible], Fraction(0)) / visible
    return Comparison(output(query, keys, values, visible), "≈", mean)


def shifted_scores(query: Vector, keys: tuple[Vector, ...], shift: Fraction, at: int) -> Comparison:
    """A constant that is added to all scores does not change a weight of the softmax."""
    plain = [real(s) / sqrt(len(query)) for s in scores(query, keys)]
    raised = [exp(s + real(shift)) for s in plain]
    return Comparison(raised[at] / total(raised), "≈", softmaxvector(query, keys, len(keys))[at])


# ----- Consequences -------------------------------------------------------------------------------


def normalized(weights: Vector) -> Vector:
    """Return the weights over their sum."""
    total = sum(weights, Fraction(0))
    return tuple(w / total if total else Fraction(0) for w in weights)


def average(weights: Vector, values: Vector) -> Fraction:
    """Return the output of attention: the values averaged with normalized weights."""
    return sum((a * v for a, v in zip(normalized(weights), values, strict=True)), Fraction(0))


def rows_are_laws(weights: Vector) -> Comparison:
    """The normalized weights are positive, and their sum is one."""
    row = normalized(weights)
    return Comparison((all(a > 0 for a in row), sum(row, Fraction(0))), "=", (True, 1))


def below_largest(weights: Vector, values: Vector) -> Comparison:
    """The output is at most the largest value."""
    return Comparison(average(weights, values), "≤", max(values))


def above_least(weights: Vector, values: Vector) -> Comparison:
    """The output is at least the smallest value."""
    return Comparison(min(values), "≤", average(weights, values))


def norm_below_largest(weights: Vector, values: tuple[Vector, ...]) -> Comparison:
    """The norm of the output, the sum of the sizes of its entries, is at most the largest one."""
    read = [average(weights, entries) for entries in zip(*values, strict=True)]
    return Comparison(sum(map(abs, read)), "≤", max(sum(map(abs, v)) for v in values))


def sum_below_largest(weights: Vector, values: Vector) -> Comparison:
    """The weighted sum without normalization is at most the largest value."""
    return Comparison(dot(weights, values), "≤", max(values))


def common_factor(weights: Vector, values: Vector, factor: Fraction) -> Comparison:
    """A common factor of the weights changes neither the row nor the output."""
    scaled = tuple(factor * w for w in weights)
    return Comparison(
        (normalized(scaled), average(scaled, values)),
        "=",
        (normalized(weights), average(weights, values)),
    )


def order_of_pairs(weights: Vector, values: Vector) -> Comparison:
    """All orders of the positions give the same output."""
    orders = permutations(range(len(weights)))
    outputs = {
        average(tuple(weights[i] for i in order), tuple(values[i] for i in order))
        for order in orders
    }
    return Comparison(tuple(outputs), "=", (average(weights, values),))


def order_of_keys(weights: Vector, values: Vector) -> Comparison:
    """All orders of the keys alone give the same output."""
    outputs = {
        average(tuple(weights[i] for i in order), values)
        for order in permutations(range(len(weights)))
    }
    return Comparison(len(outputs), "=", 1)


def unnormalized_factor(weights: Vector, values: Vector, factor: Fraction) -> Comparison:
    """A common factor does not change the weighted sum without normalization."""
    scaled = tuple(factor * w for w in weights)
    return Comparison(dot(scaled, values), "=", dot(weights, values))


_WEIGHTS = vector(1, "2/3", 5)
_VALUES = vector(-1, 4, "1/2")
_MODULES = ("DeepTheory.Sequences.Attention",)
_LEAN_WEIGHTS = "(fun j => if j = 0 then 1 else if j = 1 then 2 / 3 else 5 : Fin 3 → Rat)"
_LEAN_VALUES = "(fun j => if j = 0 then -1 else if j = 1 then 4 else 1 / 2 : Fin 3 → Rat)"


_QUERY = vector(1, "-1/2")
_KEYS = (vector(1, 0), vector(2, 1), vector("-1/3", 3))


CHECKS = (
    RowChecks(
        "ch15-attention",
        instances=(
            Instance("log-odds", log_odds, {"query": _QUERY, "keys": _KEYS, "visible": 3}),
            Instance("sum", sums_to_one, {"query": _QUERY, "keys": _KEYS, "visible": 2}),
            Instance(
                "first-position",
                first_reads_itself,
                {"query": _QUERY, "keys": _KEYS, "values": _VALUES},
            ),
            Instance(
                "query-zero",
                without_content_the_past_is_averaged,
                {"query": vector(0, 0), "keys": _KEYS, "values": _VALUES, "visible": 2},
            ),
            Instance(
                "orthogonal-query",
                without_content_the_past_is_averaged,
                {
                    "query": vector(1, -1),
                    "keys": (vector(1, 0), vector(3, 2), vector("1/2", "-1/2")),
                    "values": _VALUES,
                    "visible": 3,
                },
            ),
        ),
        searches=(
            Search(
                "log-odds",
                log_odds,
                lambda: {
                    "query": vectors(2, parts=4),
                    "keys": st.tuples(
                        vectors(2, parts=4), vectors(2, parts=4), vectors(2, parts=4)
                    ),
                    "visible": st.integers(1, 3),
                },
                cases=30,
            ),
            Search(
                "sum",
                sums_to_one,
                lambda: {
                    "query": vectors(3, parts=4),
                    "keys": st.tuples(vectors(3, parts=4), vectors(3, parts=4)),
                    "visible": st.integers(1, 2),
                },
                cases=30,
            ),
        ),
        controls=(
            Control(
                "nothing-visible",
                "no position is visible, as for the first one if it does not see itself",
                sums_to_one,
                refuted_by={"query": _QUERY, "keys": _KEYS, "visible": 0},
                holds_for={"query": _QUERY, "keys": _KEYS, "visible": 1},
                drops="visible",
            ),
            Control(
                "future-visible",
                "the first position sees all positions",
                first_reads_itself,
                refuted_by={"query": _QUERY, "keys": _KEYS, "values": _VALUES, "visible": 3},
                holds_for={
                    "query": _QUERY,
                    "keys": _KEYS,
                    "values": vector(2, 2, 2),
                    "visible": 3,
                },
            ),
            Control(
                "without-scale",
                "the scores are not divided by the square root of the dimension",
                log_odds,
                refuted_by={"query": _QUERY, "keys": _KEYS, "visible": 3, "scaled": False},
                holds_for={
                    "query": vector(2),
                    "keys": (vector(1), vector(-3)),
                    "visible": 2,
                    "scaled": False,
                },
            ),
        ),
        computations=(
            Computation(
                "weight",
                lean_digits(
                    ".div (.exp (.div (.rat (3/2)) (.sqrt (.nat 2))))"
                    " (.add (.exp (.div .one (.sqrt (.nat 2))))"
                    " (.exp (.div (.rat (3/2)) (.sqrt (.nat 2)))))",
                    8,
                ),
                "Int",
                lambda: digits(softmaxvector(_QUERY, _KEYS, 2)[1], 8),
                ("DeepTheory.Real.Interval",),
            ),
            Computation(
                "any-kernel",
                "Attention.causal (fun (a b : Rat) => a * b + 1)"
                f" {_LEAN_WEIGHTS} {_LEAN_WEIGHTS} {_LEAN_VALUES} 1",
                "Rat",
                lambda: average(tuple(_WEIGHTS[1] * key + 1 for key in _WEIGHTS[:2]), _VALUES[:2]),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch15-rows-average",
        instances=(
            Instance("weights", rows_are_laws, {"weights": _WEIGHTS}),
            Instance("largest-value", below_largest, {"weights": _WEIGHTS, "values": _VALUES}),
            Instance("smallest-value", above_least, {"weights": _WEIGHTS, "values": _VALUES}),
            Instance("one-position", below_largest, {"weights": vector(7), "values": vector(-3)}),
            Instance(
                "constant-values",
                above_least,
                {"weights": _WEIGHTS, "values": vector(2, 2, 2)},
            ),
            Instance(
                "norms",
                norm_below_largest,
                {"weights": _WEIGHTS, "values": (vector(1, -2), vector(-3, 0), vector(0, 3))},
            ),
        ),
        searches=(
            Exhaustion(
                "small-rows",
                below_largest,
                lambda: (
                    {"weights": vector(*w), "values": vector(*v)}
                    for w in product(range(1, 4), repeat=3)
                    for v in product(range(-1, 2), repeat=3)
                ),
            ),
            Search(
                "norms",
                norm_below_largest,
                lambda: {
                    "weights": st.tuples(*[st.parts(Fraction(1, 4), 3, 4)] * 3),
                    "values": st.tuples(*[vectors(2)] * 3),
                },
            ),
        ),
        controls=(
            Control(
                "negative-weight",
                "weights may be negative",
                below_largest,
                refuted_by={"weights": vector(2, -1), "values": vector(1, 0)},
                holds_for={"weights": vector(2, 1), "values": vector(1, 0)},
                drops="positive-weights",
            ),
            Control(
                "nothing-visible",
                "no position is visible",
                rows_are_laws,
                refuted_by={"weights": ()},
                holds_for={"weights": vector(1)},
                drops="visible",
            ),
            Control(
                "not-normalized",
                "the weights are not normalized",
                sum_below_largest,
                refuted_by={"weights": vector(1, 1), "values": vector(1, 1)},
                holds_for={"weights": vector("1/2", "1/2"), "values": vector(1, 1)},
            ),
        ),
        computations=(
            Computation(
                "output",
                f"Attention.output Finset.univ {_LEAN_WEIGHTS} {_LEAN_VALUES}",
                "Rat",
                lambda: average(_WEIGHTS, _VALUES),
                _MODULES,
            ),
            Computation(
                "causal",
                "Attention.causal (fun (q k : Rat) => (q - k) ^ 2 + 1)"
                f" {_LEAN_WEIGHTS} {_LEAN_VALUES} {_LEAN_VALUES} 1",
                "Rat",
                lambda: average(
                    tuple((_WEIGHTS[1] - k) ** 2 + 1 for k in _VALUES[:2]), _VALUES[:2]
                ),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch15-softmax-shift",
        instances=(
            Instance(
                "common-factor",
                common_factor,
                {"weights": _WEIGHTS, "values": _VALUES, "factor": Fraction(7, 3)},
            ),
            Instance(
                "small-factor",
                common_factor,
                {"weights": vector(1, 9), "values": vector(0, 1), "factor": Fraction(1, 100)},
            ),
            Instance(
                "scores",
                shifted_scores,
                {"query": _QUERY, "keys": _KEYS, "shift": Fraction(-7, 2), "at": 2},
            ),
            Instance("all-orders", order_of_pairs, {"weights": _WEIGHTS, "values": _VALUES}),
        ),
        searches=(
            Search(
                "factors",
                common_factor,
                lambda: {
                    "weights": vectors(3, parts=4).map(lambda row: tuple(abs(w) + 1 for w in row)),
                    "values": vectors(3, parts=4),
                    "factor": st.parts(Fraction(1, 8), 8, 8),
                },
            ),
            Search(
                "orders",
                order_of_pairs,
                lambda: {
                    "weights": vectors(4, parts=4).map(lambda row: tuple(abs(w) + 1 for w in row)),
                    "values": vectors(4, parts=4),
                },
                cases=30,
            ),
        ),
        controls=(
            Control(
                "keys-without-values",
                "keys are permuted without their values",
                order_of_keys,
                refuted_by={"weights": _WEIGHTS, "values": _VALUES},
                holds_for={"weights": _WEIGHTS, "values": vector(2, 2, 2)},
            ),
            Control(
                "not-normalized",
                "the weights are not normalized",
                unnormalized_factor,
                refuted_by={"weights": _WEIGHTS, "values": _VALUES, "factor": Fraction(2)},
                holds_for={"weights": _WEIGHTS, "values": _VALUES, "factor": Fraction(1)},
                drops="normalised",
            ),
        ),
        computations=(
            Computation(
                "scaled-weight",
                f"Attention.weight Finset.univ (fun j => 7 / 3 * {_LEAN_WEIGHTS} j) 1",
                "Rat",
                lambda: normalized(_WEIGHTS)[1],
                _MODULES,
            ),
        ),
    ),
)
