"""Checks of chapter 15: attention.

The definition has exponentials, which are intervals with rational ends; its consequences hold for
all positive weights, and are checked with rational ones.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product
from typing import TYPE_CHECKING

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
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

Row = tuple[Fraction, ...]

#: What two intervals around the same number may differ by.
TINY = Fraction(1, 10**40)


# ----- The definition -----------------------------------------------------------------------------


def scores(query: Row, keys: tuple[Row, ...]) -> list[Fraction]:
    """Return the scalar products of a query with the keys."""
    return [sum((a * b for a, b in zip(query, key, strict=True)), Fraction(0)) for key in keys]


def softmax_row(query: Row, keys: tuple[Row, ...], visible: int) -> list[Interval]:
    """Return the attention weights of the first positions, as many as are visible."""
    raised = [exp(real(s) / sqrt(len(query))) for s in scores(query, keys)[:visible]]
    return [weight / total(raised) for weight in raised]


def log_odds(query: Row, keys: tuple[Row, ...], visible: int, scaled: bool = True) -> Comparison:
    """The logarithm of the ratio of two weights is the difference of the scores over √d."""
    row = softmax_row(query, keys, visible)
    plain = scores(query, keys)
    scale = sqrt(len(query)) if scaled else real(1)
    worst = max(
        distance(log(row[j] / row[0]), real(plain[j] - plain[0]) / scale) for j in range(visible)
    )
    return Comparison(worst, "<", TINY)


def sums_to_one(query: Row, keys: tuple[Row, ...], visible: int) -> Comparison:
    """The weights of the visible positions are positive and add up to one."""
    row = softmax_row(query, keys, visible)
    positive = all(ends(weight)[0] > 0 for weight in row)
    return Comparison((positive, distance(total(row), real(1)) < TINY), "=", (True, True))


def first_reads_itself(query: Row, keys: tuple[Row, ...], values: Row) -> Comparison:
    """The output at the first position is its own value."""
    row = softmax_row(query, keys, 1)
    output = total(weight * real(v) for weight, v in zip(row, values[:1], strict=True))
    return Comparison(output, "≈", real(values[0]))


# ----- Consequences -------------------------------------------------------------------------------


def normalized(weights: Row) -> Row:
    """Return the weights over their sum."""
    total = sum(weights, Fraction(0))
    return tuple(w / total if total else Fraction(0) for w in weights)


def average(weights: Row, values: Row) -> Fraction:
    """Return the output of attention: the values averaged with normalized weights."""
    return sum((a * v for a, v in zip(normalized(weights), values, strict=True)), Fraction(0))


def rows_average(weights: Row, values: Row) -> Comparison:
    """Weights are positive with sum one, and the output is between the extreme values."""
    row = normalized(weights)
    output = average(weights, values)
    facts = (
        all(a > 0 for a in row),
        sum(row, Fraction(0)) == 1,
        min(values, default=output) <= output <= max(values, default=output),
    )
    return Comparison(facts, "=", (True, True, True))


def output_between_values(weights: Row, values: Row) -> Comparison:
    """The output is between the extreme values, whatever the signs of the weights."""
    output = average(weights, values)
    return Comparison(min(values) <= output <= max(values), "=", True)


def sum_between_values(weights: Row, values: Row) -> Comparison:
    """The same for the weighted sum without normalization."""
    output = sum((w * v for w, v in zip(weights, values, strict=True)), Fraction(0))
    return Comparison(min(values) <= output <= max(values), "=", True)


def rows(size: int, low: int = -3) -> SearchStrategy[Row]:
    """Return a strategy for rows of numbers."""
    return st.tuples(*[st.parts(low, 3, 4)] * size)


def common_factor(weights: Row, values: Row, factor: Fraction) -> Comparison:
    """A common factor of the weights changes neither the row nor the output."""
    scaled = tuple(factor * w for w in weights)
    return Comparison(
        (normalized(scaled), average(scaled, values)),
        "=",
        (normalized(weights), average(weights, values)),
    )


def order_of_pairs(weights: Row, values: Row) -> Comparison:
    """All orders of the positions give the same output."""
    orders = permutations(range(len(weights)))
    outputs = {
        average(tuple(weights[i] for i in order), tuple(values[i] for i in order))
        for order in orders
    }
    return Comparison(tuple(outputs), "=", (average(weights, values),))


def order_of_keys(weights: Row, values: Row) -> Comparison:
    """All orders of the keys alone give the same output."""
    outputs = {
        average(tuple(weights[i] for i in order), values)
        for order in permutations(range(len(weights)))
    }
    return Comparison(len(outputs), "=", 1)


def unnormalized_factor(weights: Row, values: Row, factor: Fraction) -> Comparison:
    """A common factor does not change the weighted sum without normalization."""
    plain = sum((w * v for w, v in zip(weights, values, strict=True)), Fraction(0))
    return Comparison(factor * plain, "=", plain)


def _row(*entries: str) -> Row:
    """Write a row of numbers."""
    return tuple(map(Fraction, entries))


_WEIGHTS = _row("1", "2/3", "5")
_VALUES = _row("-1", "4", "1/2")
_MODULES = ("DeepTheory.Sequences.Attention",)
_LEAN_WEIGHTS = "(fun j => if j = 0 then 1 else if j = 1 then 2 / 3 else 5 : Fin 3 → Rat)"
_LEAN_VALUES = "(fun j => if j = 0 then -1 else if j = 1 then 4 else 1 / 2 : Fin 3 → Rat)"


_QUERY = _row("1", "-1/2")
_KEYS = (_row("1", "0"), _row("2", "1"), _row("-1/3", "3"))


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
        ),
        searches=(
            Search(
                "log-odds",
                log_odds,
                lambda: {
                    "query": rows(2),
                    "keys": st.tuples(rows(2), rows(2), rows(2)),
                    "visible": st.integers(1, 3),
                },
                cases=30,
            ),
            Search(
                "sum",
                sums_to_one,
                lambda: {
                    "query": rows(3),
                    "keys": st.tuples(rows(3), rows(3)),
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
                "without-scale",
                "the scores are not divided by the square root of the dimension",
                log_odds,
                refuted_by={"query": _QUERY, "keys": _KEYS, "visible": 3, "scaled": False},
                holds_for={
                    "query": _row("2"),
                    "keys": (_row("1"), _row("-3")),
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
                lambda: digits(softmax_row(_QUERY, _KEYS, 2)[1], 8),
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
            Instance("three-positions", rows_average, {"weights": _WEIGHTS, "values": _VALUES}),
            Instance("one-position", rows_average, {"weights": _row("7"), "values": _row("-3")}),
            Instance(
                "constant-values",
                rows_average,
                {"weights": _WEIGHTS, "values": _row("2", "2", "2")},
            ),
        ),
        searches=(
            Exhaustion(
                "small-rows",
                rows_average,
                lambda: (
                    {"weights": tuple(map(Fraction, w)), "values": tuple(map(Fraction, v))}
                    for w in product(range(1, 4), repeat=3)
                    for v in product(range(-1, 2), repeat=3)
                ),
            ),
        ),
        controls=(
            Control(
                "negative-weight",
                "weights may be negative",
                output_between_values,
                refuted_by={"weights": _row("2", "-1"), "values": _row("1", "0")},
                holds_for={"weights": _row("2", "1"), "values": _row("1", "0")},
                drops="positive-weights",
            ),
            Control(
                "nothing-visible",
                "no position is visible",
                rows_average,
                refuted_by={"weights": (), "values": ()},
                holds_for={"weights": _row("1"), "values": _row("1")},
                drops="visible",
            ),
            Control(
                "not-normalized",
                "the weights are not normalized",
                sum_between_values,
                refuted_by={"weights": _row("1", "1"), "values": _row("1", "1")},
                holds_for={"weights": _row("1/2", "1/2"), "values": _row("1", "1")},
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
                {"weights": _row("1", "9"), "values": _row("0", "1"), "factor": Fraction(1, 100)},
            ),
            Instance("all-orders", order_of_pairs, {"weights": _WEIGHTS, "values": _VALUES}),
        ),
        searches=(
            Search(
                "factors",
                common_factor,
                lambda: {
                    "weights": rows(3).map(lambda row: tuple(abs(w) + 1 for w in row)),
                    "values": rows(3),
                    "factor": st.parts(Fraction(1, 8), 8, 8),
                },
            ),
            Search(
                "orders",
                order_of_pairs,
                lambda: {
                    "weights": rows(4).map(lambda row: tuple(abs(w) + 1 for w in row)),
                    "values": rows(4),
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
                holds_for={"weights": _WEIGHTS, "values": _row("2", "2", "2")},
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
