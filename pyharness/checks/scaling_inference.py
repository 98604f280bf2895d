"""Checks of chapter 17: votes, selection among candidates, budgets at inference.

Every probability is a sum over all outcomes of the answers.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.matrices import Matrix, Vector, matrix, vector
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Identity,
    Instance,
    Plot,
    RowChecks,
    Search,
)
from pyharness.checks.scaling import passing, probability

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import sympy

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)
_QUARTER = Fraction(1, 4)


# ----- Majority votes -----------------------------------------------------------------------------


def majority(p: Fraction, count: int) -> Fraction:
    """Return the probability that more than half of the answers are correct."""
    return probability([p] * count, lambda outcome: 2 * sum(outcome) > count)


def two_more_voters(p: Fraction, m: int) -> Comparison:
    """From ``2m - 1`` to ``2m + 1`` answers the gain is ``C(2m-1, m) (pq)^m (2p - 1)``."""
    gain = majority(p, 2 * m + 1) - majority(p, 2 * m - 1)
    return Comparison(gain, "=", comb(2 * m - 1, m) * (p * (1 - p)) ** m * (2 * p - 1))


def direction(p: Fraction, m: int) -> Comparison:
    """Two more answers help exactly if ``1/2 < p < 1``, and harm exactly if ``0 < p < 1/2``."""
    before, after = majority(p, 2 * m - 1), majority(p, 2 * m + 1)
    return Comparison((after > before, after < before), "=", (_HALF < p < 1, 0 < p < _HALF))


def grows_if_better(p: Fraction, m: int) -> Comparison:
    """Two more answers help exactly if ``p > 1/2``."""
    return Comparison(majority(p, 2 * m + 1) > majority(p, 2 * m - 1), "=", p > _HALF)


def no_worse_than_one(p: Fraction, count: int) -> Comparison:
    """The majority is correct at least as often as one answer."""
    return Comparison(p, "≤", majority(p, count))


def error_bound(p: Fraction, count: int) -> Comparison:
    """The majority is wrong with probability at most ``pq / (K (p - 1/2)²)``."""
    bound = p * (1 - p) / (count * (p - _HALF) ** 2)
    return Comparison(1 - majority(p, count), "≤", bound)


def error_bound_not_squared(p: Fraction, count: int) -> Comparison:
    """The majority is wrong with probability at most ``pq / (K (p - 1/2))``."""
    return Comparison(1 - majority(p, count), "≤", p * (1 - p) / (count * (p - _HALF)))


def error_bound_of_copies(p: Fraction, count: int) -> Comparison:
    """The same if all answers are the same: then the majority is wrong as often as one."""
    bound = p * (1 - p) / (count * (p - _HALF) ** 2)
    return Comparison(1 - p, "≤", bound)


def gain_of_two_voters() -> tuple[sympy.Expr, sympy.Expr]:
    """What three answers gain over one, for every probability."""
    import sympy

    p = sympy.Symbol("p")
    return p**3 + 3 * p**2 * (1 - p) - p, p * (1 - p) * (2 * p - 1)


def gain_of_four_voters() -> tuple[sympy.Expr, sympy.Expr]:
    """What five answers gain over three, for every probability."""
    import sympy

    p = sympy.Symbol("p")
    q = 1 - p
    five = p**5 + 5 * p**4 * q + 10 * p**3 * q**2
    three = p**3 + 3 * p**2 * q
    return five - three, 3 * (p * q) ** 2 * (2 * p - 1)


# ----- Selection ----------------------------------------------------------------------------------

#: For each pattern of correct candidates its probability.
Patterns = tuple[tuple[tuple[bool, ...], Fraction], ...]


def independent(p: Fraction, count: int) -> Patterns:
    """Return the law of independent candidates."""
    return tuple(
        (outcome, probability([p] * count, lambda other, outcome=outcome: other == outcome))
        for outcome in product((False, True), repeat=count)
    )


def selected_correct(patterns: Patterns, policy: Matrix) -> Fraction:
    """Return the probability that the selected candidate is correct.

    The policy has a row for each pattern: the law of the selected index.
    """
    return sum(
        (
            mass * chance * good
            for (outcome, mass), row in zip(patterns, policy, strict=True)
            for chance, good in zip(row, outcome, strict=True)
        ),
        Fraction(0),
    )


def gain_is_covariance(patterns: Patterns, policy: Matrix) -> Comparison:
    """The gain over ``p`` is the sum of the covariances of selection and correctness.

    The number ``p`` is the probability that the first candidate is correct.
    """
    candidates = range(len(patterns[0][0]))
    rows = list(zip(patterns, policy, strict=True))
    covariances = Fraction(0)
    for i in candidates:
        both = sum(mass * row[i] * outcome[i] for (outcome, mass), row in rows)
        chosen = sum(mass * row[i] for (_, mass), row in rows)
        good = sum(mass * outcome[i] for (outcome, mass), _ in rows)
        covariances += both - chosen * good
    p = sum((mass for outcome, mass in patterns if outcome[0]), Fraction(0))
    return Comparison(selected_correct(patterns, policy) - p, "=", covariances)


def no_gain(patterns: Patterns, row: Vector) -> Comparison:
    """If the selected index does not depend on the pattern there is no gain."""
    p = sum((mass for outcome, mass in patterns if outcome[0]), Fraction(0))
    return Comparison(selected_correct(patterns, (row,) * len(patterns)), "=", p)


def gain(patterns: Patterns, row: Vector) -> Comparison:
    """The same, but there is said to be a gain."""
    p = sum((mass for outcome, mass in patterns if outcome[0]), Fraction(0))
    return Comparison(selected_correct(patterns, (row,) * len(patterns)), ">", p)


def at_most_some_correct(patterns: Patterns, policy: Matrix) -> Comparison:
    """The selected candidate is correct at most with probability ``1 - (1 - p)^K``."""
    p = sum((mass for outcome, mass in patterns if outcome[0]), Fraction(0))
    return Comparison(selected_correct(patterns, policy), "≤", passing(p, len(patterns[0][0])))


def equality_if_oracle(patterns: Patterns, policy: Matrix) -> Comparison:
    """Equality holds exactly if a correct candidate is selected whenever there is one."""
    p = sum((mass for outcome, mass in patterns if outcome[0]), Fraction(0))
    reached = selected_correct(patterns, policy) == passing(p, len(patterns[0][0]))
    oracle = all(
        sum(chance for chance, good in zip(row, outcome, strict=True) if good) == 1
        for (outcome, mass), row in zip(patterns, policy, strict=True)
        if mass and any(outcome)
    )
    return Comparison(reached, "=", oracle)


def best_first(patterns: Patterns) -> Matrix:
    """Return the policy that selects the first correct candidate, or the first one."""
    rows = []
    for outcome, _ in patterns:
        at = outcome.index(True) if any(outcome) else 0
        rows.append(tuple(Fraction(int(i == at)) for i in range(len(outcome))))
    return tuple(rows)


# ----- Costs --------------------------------------------------------------------------------------


def total_cost(training: Fraction, per_query: Fraction, queries: int) -> Fraction:
    """Return the training cost plus the inference costs of all queries."""
    return training + sum((per_query for _ in range(queries)), Fraction(0))


def break_even(
    first: tuple[Fraction, Fraction], second: tuple[Fraction, Fraction], queries: int
) -> Comparison:
    """The model with more training is cheaper exactly beyond the break-even number of queries.

    A model is its training cost and its cost per query; the second has more of the first and less
    of the other. The break-even number is the quotient of the differences.
    """
    at = (second[0] - first[0]) / (first[1] - second[1])
    cheaper = total_cost(*second, queries) < total_cost(*first, queries)
    return Comparison(cheaper, "=", queries > at)


def break_even_divided(
    first: tuple[Fraction, Fraction], second: tuple[Fraction, Fraction], queries: int
) -> Comparison:
    """The same if both costs are divided by the number of queries."""
    at = (second[0] - first[0]) / (first[1] - second[1])
    costs = [training / queries + per_query / queries for training, per_query in (first, second)]
    return Comparison(costs[1] < costs[0], "=", queries > at)


def cost_per_query(training: Fraction, per_query: Fraction, queries: int) -> Comparison:
    """The cost of a query is its inference cost and its share of the training cost."""
    left = total_cost(training, per_query, queries) / queries
    return Comparison(left, "=", training / queries + per_query)


def small_beats_large(p: Fraction, count: int, large: Fraction) -> Comparison:
    """So many samples of the small model succeed more often than one of the large one.

    Both cost the same; a correct sample is recognized.
    """
    return Comparison(probability([p] * count, any), ">", large)


def small_beats_large_unverified(p: Fraction, count: int, large: Fraction) -> Comparison:
    """The same if one of the samples is selected blindly."""
    blind = sum(
        (probability([p] * count, lambda outcome, i=i: outcome[i]) for i in range(count)),
        Fraction(0),
    )
    return Comparison(blind / count, ">", large)


def hopeless(count: int) -> Comparison:
    """If the small model never succeeds, no number of samples helps."""
    return Comparison(probability([Fraction(0)] * count, any), "=", 0)


# ----- Budgets ------------------------------------------------------------------------------------


def allocations(queries: int, budget: int) -> Iterator[tuple[int, ...]]:
    """Yield the ways to spend the budget."""
    for counts in product(range(budget + 1), repeat=queries):
        if sum(counts) == budget:
            yield counts


def solved(chances: Vector, counts: tuple[int, ...], *, same: bool = False) -> Fraction:
    """Return the mean number of solved queries.

    If the samples of a query are the same, more of them than one do not help.
    """
    return sum(
        (passing(p, min(k, 1) if same else k) for p, k in zip(chances, counts, strict=True)),
        Fraction(0),
    )


def greedy(chances: Vector, budget: int) -> tuple[int, ...]:
    """Return the counts that give each sample to the query with the largest ``p (1 - p)^K``."""
    counts = [0] * len(chances)
    for _ in range(budget):
        gains = [p * (1 - p) ** k for p, k in zip(chances, counts, strict=True)]
        counts[gains.index(max(gains))] += 1
    return tuple(counts)


def greedy_is_best(
    chances: Vector, budget: int, *, believed: Vector | None = None, same: bool = False
) -> Comparison:
    """The greedy allocation solves as many queries as the best one.

    It may be computed from believed chances instead of the right ones.
    """
    counts = greedy(chances if believed is None else believed, budget)
    best = max(solved(chances, k, same=same) for k in allocations(len(chances), budget))
    return Comparison(solved(chances, counts, same=same), "=", best)


def hardest_is_best(chances: Vector, budget: int) -> Comparison:
    """To spend everything on the query with the smallest chance is best."""
    hardest = chances.index(min(chances))
    counts = tuple(budget if i == hardest else 0 for i in range(len(chances)))
    best = max(solved(chances, k) for k in allocations(len(chances), budget))
    return Comparison(solved(chances, counts), "=", best)


def uniform_is_best(chances: Vector, budget: int) -> Comparison:
    """To spend the budget evenly is best."""
    best = max(solved(chances, k) for k in allocations(len(chances), budget))
    counts = (budget // len(chances),) * len(chances)
    return Comparison(solved(chances, counts), "=", best)


def stopping(chances: Vector, budget: int) -> Fraction:
    """Return the best mean number of solved queries if a solved query gets no more samples."""
    if budget == 0 or not chances:
        return Fraction(0)
    values = []
    for i, p in enumerate(chances):
        rest = chances[:i] + chances[i + 1 :]
        success = p * (1 + stopping(rest, budget - 1))
        values.append(success + (1 - p) * stopping(chances, budget - 1))
    return max(values)


def stopping_is_no_worse(chances: Vector, budget: int) -> Comparison:
    """With a verifier, to stop at success is no worse than the best committed allocation."""
    best = max(solved(chances, k) for k in allocations(len(chances), budget))
    return Comparison(best, "≤", stopping(chances, budget))


def stopping_is(chances: Vector, budget: int, value: Fraction) -> Comparison:
    """To stop at success solves this mean number of queries."""
    return Comparison(stopping(chances, budget), "=", value)


# ----- Values -------------------------------------------------------------------------------------

_TWO = independent(_HALF, 2)
_THREE = independent(Fraction(1, 3), 3)
#: Exactly one of two candidates is correct.
_ONE_OF_TWO: Patterns = (((True, False), _HALF), ((False, True), _HALF))
_SKILLED: Patterns = (((True, False), Fraction(1)),)
_SMALL = (Fraction(100), Fraction(3))
_LARGE = (Fraction(400), Fraction(1))


def _policies(count: int, patterns: int) -> object:
    """Return a strategy for selection policies."""
    row = (
        st.tuples(*[st.integers(0, 3)] * count)
        .filter(any)
        .map(lambda weights: tuple(Fraction(w, sum(weights)) for w in weights))
    )
    return st.tuples(*[row] * patterns)


def _budgets() -> Iterator[Mapping[str, object]]:
    """List chances of three queries with small budgets."""
    for chances in product(vector(0, "1/3", "1/2", 1), repeat=3):
        for budget in range(5):
            yield {"chances": chances, "budget": budget}


CHECKS = (
    RowChecks(
        "ch17-majority-vote",
        identities=(
            Identity("three-voters", gain_of_two_voters),
            Identity("five-voters", gain_of_four_voters),
        ),
        instances=(
            Instance("nine-voters", two_more_voters, {"p": Fraction(2, 3), "m": 4}),
            Instance("fair-coin", direction, {"p": _HALF, "m": 2}),
            Instance("certain", direction, {"p": Fraction(1), "m": 3}),
            Instance("no-worse", no_worse_than_one, {"p": Fraction(3, 5), "count": 9}),
            Instance("one-voter", no_worse_than_one, {"p": Fraction(3, 5), "count": 1}),
            Instance("error", error_bound, {"p": Fraction(4, 5), "count": 9}),
            Instance("error-near-chance", error_bound, {"p": Fraction(3, 5), "count": 11}),
        ),
        searches=(
            Exhaustion(
                "gains",
                two_more_voters,
                lambda: ({"p": Fraction(n, 12), "m": m} for n in range(13) for m in (1, 2, 3)),
            ),
            Exhaustion(
                "directions",
                direction,
                lambda: ({"p": Fraction(n, 12), "m": m} for n in range(13) for m in (1, 2, 3)),
            ),
            Search(
                "errors",
                error_bound,
                lambda: {
                    "p": st.parts(Fraction(4, 7), 1, 20),
                    "count": st.sampled_from((1, 3, 5, 7)),
                },
                cases=40,
            ),
        ),
        controls=(
            Control(
                "worse-than-chance",
                "an answer is correct less often than not",
                no_worse_than_one,
                refuted_by={"p": _QUARTER, "count": 3},
                holds_for={"p": Fraction(3, 4), "count": 3},
                drops="better-than-chance",
                over=lambda: {
                    "p": st.parts(0, 1, 8),
                    "count": st.sampled_from((1, 3)),
                },
            ),
            Control(
                "error-below-chance",
                "the bound of the error is used below chance",
                error_bound,
                refuted_by={"p": _QUARTER, "count": 9},
                holds_for={"p": Fraction(3, 4), "count": 9},
                drops="better-than-chance",
            ),
            Control(
                "not-squared",
                "the distance from one half is not squared",
                error_bound_not_squared,
                refuted_by={"p": Fraction(3, 5), "count": 11},
                holds_for={"p": Fraction(4, 5), "count": 11},
            ),
            Control(
                "copies",
                "all answers are the same",
                error_bound_of_copies,
                refuted_by={"p": Fraction(3, 4), "count": 99},
                holds_for={"p": Fraction(3, 4), "count": 1},
                drops="independent",
            ),
            Control(
                "two-voters",
                "the number of answers is even, and a tie is no majority",
                no_worse_than_one,
                refuted_by={"p": Fraction(3, 4), "count": 2},
                holds_for={"p": Fraction(3, 4), "count": 3},
                drops="two-answers",
            ),
            Control(
                "certain-answers",
                "two more answers are said to help whenever p exceeds one half",
                grows_if_better,
                refuted_by={"p": Fraction(1), "m": 1},
                holds_for={"p": Fraction(3, 4), "m": 1},
            ),
        ),
        plots=(
            Plot(
                "errors",
                "How often the majority of K answers is wrong, and the bound",
                error_bound,
                "count",
                (1, 3, 5, 7, 9, 11),
                {"p = 3/5": {"p": Fraction(3, 5)}, "p = 4/5": {"p": Fraction(4, 5)}},
                axis="answers K",
                left="probability of a wrong majority",
                right="pq / (K (p - 1/2)²)",
                logarithmic="y",
            ),
        ),
    ),
    RowChecks(
        "ch17-selection-matters",
        instances=(
            Instance("oracle", gain_is_covariance, {"patterns": _TWO, "policy": best_first(_TWO)}),
            Instance(
                "oracle-of-three",
                at_most_some_correct,
                {"patterns": _THREE, "policy": best_first(_THREE)},
            ),
            Instance("blind", no_gain, {"patterns": _THREE, "row": vector("1/2", "1/3", "1/6")}),
            Instance(
                "dependent-candidates",
                gain_is_covariance,
                {"patterns": _ONE_OF_TWO, "policy": matrix((1, 0), ("1/3", "2/3"))},
            ),
            Instance(
                "equality", equality_if_oracle, {"patterns": _THREE, "policy": best_first(_THREE)}
            ),
        ),
        searches=(
            Search(
                "covariances",
                gain_is_covariance,
                lambda: {"patterns": st.just(_THREE), "policy": _policies(3, 8)},
            ),
            Search(
                "bounds",
                at_most_some_correct,
                lambda: {"patterns": st.just(_THREE), "policy": _policies(3, 8)},
            ),
            Exhaustion(
                "equality",
                equality_if_oracle,
                lambda: (
                    {"patterns": _TWO, "policy": policy}
                    for policy in product(matrix((1, 0), (0, 1), ("1/2", "1/2")), repeat=4)
                ),
            ),
        ),
        controls=(
            Control(
                "different-skills",
                "the candidates are correct with different probabilities",
                gain_is_covariance,
                refuted_by={"patterns": _SKILLED, "policy": matrix((0, 1))},
                holds_for={"patterns": _SKILLED, "policy": matrix((1, 0))},
                drops="equal-skill",
            ),
            Control(
                "dependent",
                "exactly one of the candidates is correct",
                at_most_some_correct,
                refuted_by={"patterns": _ONE_OF_TWO, "policy": matrix((1, 0), (0, 1))},
                holds_for={"patterns": _ONE_OF_TWO, "policy": matrix((1, 0), (1, 0))},
                drops="independent",
            ),
            Control(
                "blind-gain",
                "selection without knowledge of the pattern is said to gain",
                gain,
                refuted_by={"patterns": _TWO, "row": vector("1/2", "1/2")},
                holds_for={
                    "patterns": (((False, True), Fraction(1)),),
                    "row": vector("1/2", "1/2"),
                },
            ),
        ),
    ),
    RowChecks(
        "ch17-inference-objective",
        instances=(
            Instance("before", break_even, {"first": _SMALL, "second": _LARGE, "queries": 149}),
            Instance("at", break_even, {"first": _SMALL, "second": _LARGE, "queries": 150}),
            Instance("beyond", break_even, {"first": _SMALL, "second": _LARGE, "queries": 151}),
            Instance(
                "per-query",
                cost_per_query,
                {"training": Fraction(400), "per_query": Fraction(1), "queries": 7},
            ),
        ),
        searches=(
            Search(
                "models",
                break_even,
                lambda: st.tuples(*[st.integers(1, 20)] * 4, st.integers(0, 60)).map(
                    lambda n: {
                        "first": (Fraction(n[0]), Fraction(n[1] + n[3])),
                        "second": (Fraction(n[0] + n[2]), Fraction(n[1])),
                        "queries": n[4],
                    }
                ),
            ),
        ),
        controls=(
            Control(
                "both-divided",
                "the inference cost is shared by the queries as well",
                break_even_divided,
                refuted_by={"first": _SMALL, "second": _LARGE, "queries": 151},
                holds_for={"first": _SMALL, "second": _LARGE, "queries": 149},
            ),
        ),
    ),
    RowChecks(
        "ch17-thinking-vs-size",
        instances=(
            Instance(
                "four-samples",
                small_beats_large,
                {"p": _QUARTER, "count": 4, "large": Fraction(2, 3)},
            ),
            Instance(
                "ten-samples",
                small_beats_large,
                {"p": Fraction(1, 5), "count": 10, "large": Fraction(4, 5)},
            ),
            Instance("hopeless", hopeless, {"count": 8}),
        ),
        searches=(
            Exhaustion(
                "below-the-oracle",
                small_beats_large,
                lambda: (
                    {"p": Fraction(n, 8), "count": k, "large": large}
                    for n in range(9)
                    for k in range(1, 7)
                    for large in (Fraction(m, 10) for m in range(11))
                    if large < passing(Fraction(n, 8), k)
                ),
            ),
        ),
        controls=(
            Control(
                "no-verifier",
                "a sample is selected blindly",
                small_beats_large_unverified,
                refuted_by={"p": _QUARTER, "count": 4, "large": Fraction(2, 3)},
                holds_for={"p": _QUARTER, "count": 4, "large": Fraction(1, 5)},
                drops="independent-oracle",
            ),
            Control(
                "better-large-model",
                "the large model succeeds as often as some of the samples",
                small_beats_large,
                refuted_by={"p": _QUARTER, "count": 4, "large": Fraction(175, 256)},
                holds_for={"p": _QUARTER, "count": 4, "large": Fraction(174, 256)},
            ),
        ),
    ),
    RowChecks(
        "ch17-adaptive-budget",
        instances=(
            Instance("two-queries", greedy_is_best, {"chances": vector("1/2", 0), "budget": 2}),
            Instance(
                "four-queries",
                greedy_is_best,
                {"chances": vector("1/10", "1/2", "9/10", "1/3"), "budget": 6},
            ),
            Instance(
                "equal-queries", uniform_is_best, {"chances": vector("1/3", "1/3"), "budget": 4}
            ),
            Instance(
                "stop-at-success",
                stopping_is,
                {"chances": vector("1/2", "1/2"), "budget": 3, "value": Fraction(11, 8)},
            ),
            Instance(
                "stop-the-easier-first",
                stopping_is,
                {"chances": vector("1/4", "1/2"), "budget": 2, "value": Fraction(7, 8)},
            ),
            Instance(
                "stop-in-any-order",
                stopping_is,
                {"chances": vector("1/2", "1/4"), "budget": 2, "value": Fraction(7, 8)},
            ),
            Instance(
                "stopping-helps",
                stopping_is_no_worse,
                {"chances": vector("1/2", "1/2"), "budget": 3},
            ),
        ),
        searches=(
            Exhaustion("three-queries", greedy_is_best, _budgets),
            Search(
                "stopping",
                stopping_is_no_worse,
                lambda: {
                    "chances": st.tuples(*[st.parts(0, 1, 12)] * 2),
                    "budget": st.integers(0, 4),
                },
                cases=40,
            ),
        ),
        controls=(
            Control(
                "uniform",
                "the budget is spent evenly",
                uniform_is_best,
                refuted_by={"chances": vector("1/2", 0), "budget": 2},
                holds_for={"chances": vector("1/2", "1/2"), "budget": 2},
            ),
            Control(
                "hardest",
                "everything is spent on the hardest query",
                hardest_is_best,
                refuted_by={"chances": vector("1/2", 0), "budget": 2},
                holds_for={"chances": vector("1/2", "1/2"), "budget": 1},
            ),
            Control(
                "same-samples",
                "all samples of a query are the same",
                greedy_is_best,
                refuted_by={"chances": vector("1/2", "1/10"), "budget": 2, "same": True},
                holds_for={"chances": vector("1/2", "1/10"), "budget": 1, "same": True},
                drops="independent",
            ),
            Control(
                "wrong-beliefs",
                "the chances are not known",
                greedy_is_best,
                refuted_by={
                    "chances": vector("1/2", "1/10"),
                    "budget": 1,
                    "believed": vector("1/10", "1/2"),
                },
                holds_for={
                    "chances": vector("1/2", "1/10"),
                    "budget": 1,
                    "believed": vector("9/10", "1/2"),
                },
                drops="known-skill",
            ),
        ),
    ),
)
