"""Checks of chapter 20: cycles of preferences, majorities of annotators, coverage.

They are about what one reward, one label or one data set cannot say. The preference model itself is
checked in ``alignment``.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product
from math import prod

from pyharness.checks import strategies as st
from pyharness.checks.alignment import Policy, preference, rationals, strengths
from pyharness.checks.information import distributions, grid
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)

__all__ = ["CHECKS"]


# ----- Cycles and majorities ---------------------------------------------------------------


def cycle_of_odds(strengths: tuple[Fraction, ...]) -> Comparison:
    """The odds around the cycle of all items multiply to one."""
    following = (*strengths[1:], strengths[0])
    odds = [preference(a, b) / preference(b, a) for a, b in zip(strengths, following, strict=True)]
    return Comparison(prod(odds), "=", 1)


def no_cycle_of_strengths(a: Fraction, b: Fraction, c: Fraction) -> Comparison:
    """If the first is preferred to the second and that to the third, so is the first to the third.

    Preferred means a probability of more than one half.
    """
    half = Fraction(1, 2)
    both = preference(a, b) > half and preference(b, c) > half
    return Comparison(not both or preference(a, c) > half, "=", True)


def cycle_of_probabilities(around: tuple[Fraction, ...]) -> Comparison:
    """The odds multiply to one for any probabilities around a cycle, not only Bradley-Terry's."""
    return Comparison(prod(p / (1 - p) for p in around), "=", 1)


#: For each annotator the items from best to worst.
Rankings = tuple[str, ...]


def votes(rankings: Rankings, item: str, other: str) -> Fraction:
    """Return the share of the annotators who rank the item above the other."""
    above = sum(ranking.index(item) < ranking.index(other) for ranking in rankings)
    return Fraction(above, len(rankings))


def majority_circle(rankings: Rankings) -> Comparison:
    """Each of A, B, C beats the next one around the circle with two thirds of the votes."""
    shares = tuple(votes(rankings, item, other) for item, other in ("AB", "BC", "CA"))
    return Comparison(shares, "=", (Fraction(2, 3),) * 3)


def no_stronger_circle(rankings: Rankings) -> Comparison:
    """Not all of the three majorities around the circle A, B, C have more than two thirds."""
    shares = [votes(rankings, item, other) for item, other in ("AB", "BC", "CA")]
    return Comparison(min(shares), "≤", Fraction(2, 3))


def some_majority_circle(annotators: int) -> Comparison:
    """Some rankings of so many annotators have majorities around the circle A, B, C."""
    orders = ["".join(order) for order in permutations("ABC")]
    half = Fraction(1, 2)
    found = any(
        all(votes(rankings, item, other) > half for item, other in ("AB", "BC", "CA"))
        for rankings in product(orders, repeat=annotators)
    )
    return Comparison(found, "=", True)


def unanimous_minority(majority: int, minority: int) -> Comparison:
    """A minority of one opinion is outvoted: its share, and the label against it."""
    rankings = ("AB",) * majority + ("BA",) * minority
    share = Fraction(minority, majority + minority)
    return Comparison(
        (votes(rankings, "B", "A"), votes(rankings, "A", "B") > Fraction(1, 2)),
        "=",
        (share, True),
    )


def coverage_bound(policy: Policy, data: Policy, constant: Fraction, error: Policy) -> Comparison:
    """The mean error under the policy is at most a constant times that under the data."""
    here = sum(p * abs(e) for p, e in zip(policy, error, strict=True))
    there = sum(d * abs(e) for d, e in zip(data, error, strict=True))
    return Comparison(here, "≤", constant * there)


def coverage_iff_bound(policy: Policy, data: Policy, constant: Fraction) -> Comparison:
    """The ratios are bounded exactly when the bound holds for the error at each single response."""
    covered = all(p <= constant * d for p, d in zip(policy, data, strict=True))
    responses = range(len(policy))
    errors = [tuple(Fraction(int(y == z)) for z in responses) for y in responses]
    return Comparison(
        covered, "=", all(coverage_bound(policy, data, constant, e).holds for e in errors)
    )


def coverage_at_largest_ratio(policy: Policy, data: Policy, error: Policy) -> Comparison:
    """The bound with the largest density ratio as the constant."""
    constant = max(p / d for p, d in zip(policy, data, strict=True))
    return coverage_bound(policy, data, constant, error)


_UNIFORM = rationals("1/3", "1/3", "1/3")
_BOTH_FALL = rationals("3/10", "1/10", "6/10")
_HALVES = rationals("1/2", "1/2")
_ERROR = rationals("1/2", "-7", "4")
_LEAN_POLICY = "(fun y => if y = 0 then 3 / 10 else if y = 1 then 1 / 10 else 3 / 5 : Fin 3 → Rat)"
_LEAN_ERROR = "(fun y => if y = 0 then 1 / 2 else if y = 1 then -7 else 4 : Fin 3 → Rat)"
_CYCLES = ("DeepTheory.Alignment.PreferenceCycles",)


CHECKS = (
    RowChecks(
        "ch20-preference-cycles",
        instances=(
            Instance("three-items", cycle_of_odds, {"strengths": rationals("2", "3", "1/7")}),
            Instance("two-items", cycle_of_odds, {"strengths": rationals("5/3", "4")}),
            Instance(
                "five-items", cycle_of_odds, {"strengths": rationals("1", "2", "9", "1/3", "4")}
            ),
            Instance(
                "no-cycle",
                no_cycle_of_strengths,
                {"a": Fraction(3), "b": Fraction(2), "c": Fraction(3, 2)},
            ),
        ),
        searches=(
            Exhaustion(
                "no-cycle",
                no_cycle_of_strengths,
                lambda: (
                    {"a": Fraction(a), "b": Fraction(b), "c": Fraction(c)}
                    for a, b, c in product(range(1, 9), repeat=3)
                ),
            ),
            Search(
                "odds-around-a-cycle",
                cycle_of_odds,
                lambda: {"strengths": st.lists(strengths(), min_size=2, max_size=6).map(tuple)},
            ),
        ),
        controls=(
            Control(
                "any-probabilities",
                "the preferences need not come from a reward; these are even transitive",
                cycle_of_probabilities,
                refuted_by={"around": rationals("2/3", "2/3", "1/3")},
                holds_for={"around": rationals("2/3", "2/3", "1/5")},
                drops="scalar-reward",
            ),
        ),
        computations=(
            Computation(
                "odds",
                "(BradleyTerry.preference (2 : Rat) 3 / BradleyTerry.preference (3 : Rat) 2)",
                "Rat",
                lambda: preference(Fraction(2), Fraction(3)) / preference(Fraction(3), Fraction(2)),
                _CYCLES,
            ),
        ),
    ),
    RowChecks(
        "ch20-majority-cycle",
        instances=(
            Instance("condorcet", majority_circle, {"rankings": ("ABC", "BCA", "CAB")}),
            Instance("six-annotators", majority_circle, {"rankings": ("ABC", "BCA", "CAB") * 2}),
            Instance("minority-of-49", unanimous_minority, {"majority": 51, "minority": 49}),
            Instance("three-annotators", some_majority_circle, {"annotators": 3}),
        ),
        searches=(
            Exhaustion(
                "two-thirds-is-the-most",
                no_stronger_circle,
                lambda: (
                    {"rankings": rankings}
                    for rankings in product(map("".join, permutations("ABC")), repeat=3)
                ),
                lambda: (
                    {"rankings": rankings}
                    for rankings in product(map("".join, permutations("ABC")), repeat=5)
                ),
            ),
            Exhaustion(
                "minorities",
                unanimous_minority,
                lambda: ({"majority": m, "minority": k} for m in range(1, 12) for k in range(m)),
            ),
        ),
        controls=(
            Control(
                "two-annotators",
                "there are two annotators only: no rankings make a circle",
                some_majority_circle,
                refuted_by={"annotators": 2},
                holds_for={"annotators": 3},
            ),
            Control(
                "same-ranking",
                "all annotators have the same ranking",
                majority_circle,
                refuted_by={"rankings": ("ABC", "ABC", "ABC")},
                holds_for={"rankings": ("ABC", "BCA", "CAB")},
            ),
        ),
        computations=(
            Computation(
                "condorcet",
                "BradleyTerry.majority BradleyTerry.condorcet 2 0",
                "Rat",
                lambda: votes(("ABC", "BCA", "CAB"), "C", "A"),
                _CYCLES,
            ),
        ),
    ),
    RowChecks(
        "ch20-coverage",
        instances=(
            Instance(
                "ratio-two",
                coverage_bound,
                {
                    "policy": rationals("1", "0"),
                    "data": _HALVES,
                    "constant": Fraction(2),
                    "error": rationals("-3", "5"),
                },
            ),
            Instance(
                "three-responses",
                coverage_bound,
                {
                    "policy": _BOTH_FALL,
                    "data": _UNIFORM,
                    "constant": Fraction(9, 5),
                    "error": _ERROR,
                },
            ),
            Instance(
                "necessary",
                coverage_iff_bound,
                {"policy": rationals("3/4", "1/4"), "data": _HALVES, "constant": Fraction(3, 2)},
            ),
        ),
        searches=(
            Exhaustion(
                "quarters",
                coverage_iff_bound,
                lambda: (
                    {"policy": p, "data": d, "constant": Fraction(c, 2)}
                    for p, d in product(grid(2, 4), repeat=2)
                    for c in range(6)
                ),
            ),
            Search(
                "largest-ratio",
                coverage_at_largest_ratio,
                lambda: {
                    "policy": distributions(3),
                    "data": distributions(3, positive=True),
                    "error": st.tuples(*[st.parts(-4, 4, 4)] * 3),
                },
            ),
        ),
        controls=(
            Control(
                "smaller-constant",
                "the constant is smaller than a density ratio: its square root",
                coverage_bound,
                refuted_by={
                    "policy": rationals("1", "0"),
                    "data": rationals("1/4", "3/4"),
                    "constant": Fraction(2),
                    "error": rationals("1", "0"),
                },
                holds_for={
                    "policy": rationals("1", "0"),
                    "data": rationals("1/4", "3/4"),
                    "constant": Fraction(4),
                    "error": rationals("1", "0"),
                },
                drops="density-ratio",
            ),
            Control(
                "outside-of-the-data",
                "the policy has mass outside of the data",
                coverage_bound,
                refuted_by={
                    "policy": _HALVES,
                    "data": rationals("1", "0"),
                    "constant": Fraction(1000),
                    "error": rationals("0", "1"),
                },
                holds_for={
                    "policy": _HALVES,
                    "data": rationals("1", "0"),
                    "constant": Fraction(1000),
                    "error": rationals("1", "0"),
                },
                drops="density-ratio",
            ),
        ),
        computations=(
            Computation(
                "error-of-the-policy",
                f"∑ y : Fin 3, {_LEAN_POLICY} y * |{_LEAN_ERROR} y|",
                "Rat",
                lambda: coverage_bound(_BOTH_FALL, _UNIFORM, Fraction(9, 5), _ERROR).left,
                ("DeepTheory.Alignment.Coverage",),
            ),
            Computation(
                "bound",
                f"9 / 5 * ∑ y : Fin 3, 1 / 3 * |{_LEAN_ERROR} y|",
                "Rat",
                lambda: coverage_bound(_BOTH_FALL, _UNIFORM, Fraction(9, 5), _ERROR).right,
                ("DeepTheory.Alignment.Coverage",),
            ),
        ),
    ),
)
