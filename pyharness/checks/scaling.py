"""Checks of chapter 17: repeated sampling and the allocation of a training budget.

Probabilities of repeated attempts are found by going through all outcomes; the losses of the
allocation have natural exponents, where they are rational numbers.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import ceil, comb, prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import Interval, digits, ends, lean_digits, log, power, real
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Identity,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import sympy

__all__ = ["CHECKS"]


# ----- Repeated sampling --------------------------------------------------------------------------


def probability(chances: Sequence[Fraction], event: Callable[[tuple[bool, ...]], bool]) -> Fraction:
    """Return the probability of an event about independent attempts, from all outcomes."""
    return sum(
        (
            prod(p if good else 1 - p for p, good in zip(chances, outcome, strict=True))
            for outcome in product([False, True], repeat=len(chances))
            if event(outcome)
        ),
        Fraction(0),
    )


def some_attempt_succeeds(p: Fraction, attempts: int) -> Comparison:
    """Some of the independent attempts succeeds with probability ``1 - (1 - p)^K``."""
    return Comparison(probability([p] * attempts, any), "=", 1 - (1 - p) ** attempts)


def first_attempt_decides(p: Fraction, attempts: int) -> Comparison:
    """The same if the verifier looks at the first attempt only."""
    return Comparison(
        probability([p] * attempts, lambda outcome: outcome[0]), "=", 1 - (1 - p) ** attempts
    )


def equal_attempts(p: Fraction, attempts: int) -> Comparison:
    """The same if all attempts have the same outcome: then some succeeds with probability ``p``."""
    law = {(True,) * attempts: p, (False,) * attempts: 1 - p}
    return Comparison(
        sum(weight for outcome, weight in law.items() if any(outcome)),
        "=",
        1 - (1 - p) ** attempts,
    )


def estimate(samples: int, attempts: int, correct: int) -> Fraction:
    """Return one minus the share of the sets of samples without a correct one."""
    return 1 - Fraction(comb(samples - correct, attempts), comb(samples, attempts))


def estimator_is_unbiased(p: Fraction, samples: int, attempts: int) -> Comparison:
    """The mean of the estimate over all outcomes of the samples is ``1 - (1 - p)^K``."""
    mean = sum(
        probability([p] * samples, lambda outcome, c=c: sum(outcome) == c)
        * estimate(samples, attempts, c)
        for c in range(samples + 1)
    )
    return Comparison(mean, "=", 1 - (1 - p) ** attempts)


def plug_in_is_unbiased(p: Fraction, samples: int, attempts: int) -> Comparison:
    """The same for the estimate ``1 - (1 - c/n)^K``."""
    mean = sum(
        probability([p] * samples, lambda outcome, c=c: sum(outcome) == c)
        * (1 - (1 - Fraction(c, samples)) ** attempts)
        for c in range(samples + 1)
    )
    return Comparison(mean, "=", 1 - (1 - p) ** attempts)


def passing(p: Fraction, attempts: int) -> Fraction:
    """Return ``1 - (1 - p)^K``."""
    return 1 - (1 - p) ** attempts


def at_most_the_expected_number(p: Fraction, attempts: int) -> Comparison:
    """The probability is at most ``min(1, Kp)``."""
    return Comparison(passing(p, attempts), "≤", min(1, attempts * p))


def at_least_the_odds(p: Fraction, attempts: int) -> Comparison:
    """The probability is at least ``Kp / (1 + Kp)``."""
    return Comparison(passing(p, attempts), "≥", attempts * p / (1 + attempts * p))


def enough_samples(p: Fraction, delta: Fraction) -> Comparison:
    """With ``K = (1-δ)/(δp)`` attempts, rounded up, the probability is at least ``1 - δ``."""
    return Comparison(passing(p, ceil((1 - delta) / (delta * p))), "≥", 1 - delta)


def enough_by_logarithm(p: Fraction, delta: Fraction) -> Comparison:
    """With ``K = log(1/δ)/p`` attempts, rounded up, the probability is at least ``1 - δ``."""
    attempts = ceil(ends(log(1 / delta) / real(p))[1])
    return Comparison(passing(p, attempts), "≥", 1 - delta)


def half_the_samples(p: Fraction, delta: Fraction) -> Comparison:
    """Half as many attempts are enough."""
    return Comparison(passing(p, ceil((1 - delta) / (2 * delta * p))), "≥", 1 - delta)


def expected_number_is_a_lower_bound(p: Fraction, attempts: int) -> Comparison:
    """The probability is at least ``Kp``."""
    return Comparison(attempts * p, "≤", passing(p, attempts))


def one_more_attempt(p: Fraction, attempts: int) -> Comparison:
    """One more attempt adds ``p (1 - p)^K``, and not more than the one before it."""
    added = passing(p, attempts + 1) - passing(p, attempts)
    before = passing(p, attempts) - passing(p, attempts - 1)
    return Comparison((added, added <= before), "=", (p * (1 - p) ** attempts, True))


def gain_is_largest(best: Fraction, attempts: int, p: Fraction) -> Comparison:
    """A success probability gains at most what the one with ``K (1-p)^(K-1) = 1`` gains."""
    assert attempts * (1 - best) ** (attempts - 1) == 1
    return Comparison(passing(p, attempts) - p, "≤", passing(best, attempts) - best)


def gain_is_largest_at_the_root(attempts: int, p: Fraction) -> Comparison:
    """A rational success probability gains less than ``1 - K^(-1/(K-1))``, irrational for K > 2."""
    q = power(attempts, Fraction(-1, attempts - 1))
    return Comparison(real(passing(p, attempts) - p), "<", q - q**attempts)


def gain_is_largest_at_the_inverse(attempts: int, p: Fraction) -> Comparison:
    """A success probability gains at most what ``1/K`` gains."""
    best = Fraction(1, attempts)
    return Comparison(passing(p, attempts) - p, "≤", passing(best, attempts) - best)


def gain_is_positive(p: Fraction, attempts: int) -> Comparison:
    """The gain is positive except for the probabilities zero and one."""
    return Comparison(passing(p, attempts) - p > 0, "=", p not in (0, 1))


def gain_grows_with_skill(p: Fraction, q: Fraction, attempts: int) -> Comparison:
    """Better attempts gain more from repetition."""
    return Comparison(passing(p, attempts) - p, "≤", passing(q, attempts) - q)


def difference_of_powers() -> tuple[sympy.Expr, sympy.Expr]:
    """What one more attempt adds, for all probabilities and numbers of attempts."""
    import sympy

    p, k = sympy.symbols("p k", positive=True)
    return (1 - (1 - p) ** (k + 1)) - (1 - (1 - p) ** k), p * (1 - p) ** k


# ----- Allocation of a budget ---------------------------------------------------------------------


#: The numbers ``A``, ``B``, ``α``, ``β``.
Law = tuple[Fraction, Fraction, int, int]
#: The same with real exponents.
RealLaw = tuple[Fraction, Fraction, Fraction, Fraction]


def loss(law: Law, size: Fraction, data: Fraction) -> Fraction:
    """Return the reducible loss ``A N^(-α) + B D^(-β)``."""
    a, b, alpha, beta = law
    return a / size**alpha + b / data**beta


def balanced(law: Law, size: Fraction, data: Fraction) -> bool:
    """Return whether both terms respond equally: ``α A N^(-α) = β B D^(-β)``."""
    a, b, alpha, beta = law
    return alpha * a / size**alpha == beta * b / data**beta


def balanced_is_best(law: Law, size: Fraction, data: Fraction, factor: Fraction) -> Comparison:
    """A balanced allocation is better than another of the same budget.

    The other one has the size times a factor, and the data divided by it.
    """
    assert balanced(law, size, data)
    return Comparison(loss(law, size, data), "<", loss(law, size * factor, data / factor))


def balanced_is_least(law: Law, size: Fraction, data: Fraction, factor: Fraction) -> Comparison:
    """Another size, and so other data within the same budget, have at least the balanced loss."""
    assert balanced(law, size, data)
    return Comparison(loss(law, size * factor, data / factor), "≥", loss(law, size, data))


def equal_terms_are_best(law: Law, size: Fraction, data: Fraction, factor: Fraction) -> Comparison:
    """The same for an allocation that makes the two terms of the loss equal."""
    a, b, alpha, beta = law
    assert a / size**alpha == b / data**beta
    return Comparison(loss(law, size, data), "<", loss(law, size * factor, data / factor))


def better_than_swapped(first: tuple[int, int], second: tuple[int, int]) -> Comparison:
    """With ``A=2, B=1, α=1, β=2`` the first allocation is at least as good as the second."""
    values = [
        loss((Fraction(2), Fraction(1), 1, 2), Fraction(n), Fraction(d)) for n, d in (first, second)
    ]
    return Comparison(values[0], "≤", values[1])


def larger_size_helps(law: Law, size: Fraction, data: Fraction) -> Comparison:
    """A slightly larger size lowers the loss exactly when the term of the size responds more."""
    a, b, alpha, beta = law
    t = Fraction(1001, 1000)
    lower = loss(law, size * t, data / t) < loss(law, size, data)
    return Comparison(lower, "=", alpha * a / size**alpha > beta * b / data**beta)


def exchange_costs(law: Law, size: Fraction, data: Fraction, factor: Fraction) -> Comparison:
    """An exchange costs at least the difference of the marginal returns, to first order.

    If the data are divided by ``t`` and the size is multiplied, the loss grows by at least
    ``(βBD^-β - αAN^-α / t) (t - 1)``.
    """
    a, b, alpha, beta = law
    growth = loss(law, size * factor, data / factor) - loss(law, size, data)
    returns = beta * b / data**beta - alpha * a / size**alpha / factor
    return Comparison(growth, "≥", returns * (factor - 1))


def larger_term_responds_more(law: Law, size: Fraction, data: Fraction) -> Comparison:
    """A slightly larger size lowers the loss exactly when the term of the size is larger."""
    a, b, alpha, beta = law
    t = Fraction(1001, 1000)
    lower = loss(law, size * t, data / t) < loss(law, size, data)
    return Comparison(lower, "=", a / size**alpha > b / data**beta)


def best_size(
    a: Fraction, b: Fraction, alpha: Fraction, beta: Fraction, budget: Fraction
) -> Interval:
    """Return ``(αA / βB)^(1/(α+β)) C^(β/(α+β))``."""
    ratio = alpha * a / (beta * b)
    return power(ratio, 1 / (alpha + beta)) * power(budget, beta / (alpha + beta))


def real_loss(law: RealLaw, budget: Fraction, size: Interval) -> tuple[Interval, Interval]:
    """Return the two terms of the loss, ``A N^-α`` and ``B (C/N)^-β``."""
    a, b, alpha, beta = law
    return real(a) * power(size, -alpha), real(b) * power(real(budget) / size, -beta)


def best_size_is_best(law: RealLaw, budget: Fraction, factor: Fraction) -> Comparison:
    """With real exponents another size than ``N⋆``, some factor times it, has a larger loss."""
    size = best_size(*law, budget)
    return Comparison(
        sum(real_loss(law, budget, size)), "<", sum(real_loss(law, budget, size * real(factor)))
    )


def responds_equally(law: RealLaw, budget: Fraction, factor: Fraction) -> Comparison:
    """At a factor times ``N⋆`` both terms of the loss respond equally."""
    *_, alpha, beta = law
    first, second = real_loss(law, budget, best_size(*law, budget) * real(factor))
    return Comparison(real(alpha) * first, "≈", real(beta) * second)


def best_size_formula() -> tuple[sympy.Expr, sympy.Expr]:
    """At ``N⋆`` both terms respond equally, in logarithms."""
    import sympy

    a, b, alpha, beta, c = sympy.symbols("a b alpha beta c", positive=True)
    ratio = sympy.log(alpha * a / (beta * b), evaluate=False)
    log_size = ratio / (alpha + beta) + beta / (alpha + beta) * sympy.log(c)
    return ratio, alpha * log_size - beta * (sympy.log(c) - log_size)


def _allocation(law: tuple[str, str, int, int], size: str, data: str) -> dict[str, object]:
    """Write the parameters of an allocation."""
    a, b, alpha, beta = law
    return {
        "law": (Fraction(a), Fraction(b), alpha, beta),
        "size": Fraction(size),
        "data": Fraction(data),
    }


_HALF = Fraction(1, 2)
_QUARTER = Fraction(1, 4)
_BALANCED = _allocation(("2", "1", 1, 2), "4", "2")
_PASS = ("DeepTheory.Scaling.PassAtK",)
#: Constants and exponents of Hoffmann and others, rounded.
_MEASURED = (Fraction(4064, 10), Fraction(4107, 10), Fraction(34, 100), Fraction(28, 100))
_ALLOCATION = ("DeepTheory.Scaling.BalancedAllocation",)

#: Numbers of attempts, each about a quarter more than the one before.
_ATTEMPTS = (
    1,
    2,
    3,
    4,
    5,
    6,
    8,
    10,
    13,
    16,
    20,
    25,
    32,
    40,
    50,
    64,
    80,
    100,
    128,
    160,
    200,
    256,
    320,
    400,
)


CHECKS = (
    RowChecks(
        "ch17-oracle-pass",
        instances=(
            Instance("three-coins", some_attempt_succeeds, {"p": _HALF, "attempts": 3}),
            Instance("no-attempt", some_attempt_succeeds, {"p": _HALF, "attempts": 0}),
            Instance("hopeless", some_attempt_succeeds, {"p": Fraction(0), "attempts": 4}),
            Instance("ten", some_attempt_succeeds, {"p": Fraction(2, 7), "attempts": 10}),
            Instance(
                "unbiased-estimator",
                estimator_is_unbiased,
                {"p": Fraction(1, 3), "samples": 6, "attempts": 4},
            ),
            Instance(
                "estimator-with-all-samples",
                estimator_is_unbiased,
                {"p": Fraction(3, 5), "samples": 5, "attempts": 5},
            ),
        ),
        searches=(
            Exhaustion(
                "sixths",
                some_attempt_succeeds,
                lambda: ({"p": Fraction(a, 6), "attempts": k} for a in range(7) for k in range(7)),
            ),
            Exhaustion(
                "estimators",
                estimator_is_unbiased,
                lambda: (
                    {"p": Fraction(a, 5), "samples": n, "attempts": k}
                    for a in range(6)
                    for n in range(1, 6)
                    for k in range(n + 1)
                ),
            ),
        ),
        controls=(
            Control(
                "same-outcome",
                "the attempts are not independent: they have the same outcome",
                equal_attempts,
                refuted_by={"p": _HALF, "attempts": 2},
                holds_for={"p": _HALF, "attempts": 1},
                drops="independent",
            ),
            Control(
                "first-attempt",
                "the verifier looks at the first attempt only",
                first_attempt_decides,
                refuted_by={"p": _HALF, "attempts": 2},
                holds_for={"p": _HALF, "attempts": 1},
                drops="oracle",
            ),
            Control(
                "plug-in",
                "the estimate is the plug-in one",
                plug_in_is_unbiased,
                refuted_by={"p": _HALF, "samples": 2, "attempts": 2},
                holds_for={"p": _HALF, "samples": 2, "attempts": 1},
            ),
        ),
        computations=(
            Computation(
                "three-attempts",
                "PassAtK.passProb (fun (_ : Fin 3) (b : Bool) => cond b (2 / 7) (5 / 7) :"
                " Fin 3 → Bool → Rat) fun _ b => b",
                "Rat",
                lambda: probability([Fraction(2, 7)] * 3, any),
                _PASS,
            ),
            Computation(
                "attempts-that-differ",
                "PassAtK.passProb (fun (i : Bool) (b : Bool) => cond b (cond i (1 / 3) (1 / 5))"
                " (cond i (2 / 3) (4 / 5)) : Bool → Bool → Rat) fun _ b => b",
                "Rat",
                lambda: probability([Fraction(1, 3), Fraction(1, 5)], any),
                _PASS,
            ),
            Computation(
                "estimate",
                "PassAtK.estimator 10 4 3",
                "Rat",
                lambda: estimate(10, 4, 3),
                _PASS,
            ),
            Computation(
                "mean-of-the-estimate",
                "PassAtK.binomialMean 5 (1 / 3) (PassAtK.estimator 5 3)",
                "Rat",
                lambda: passing(Fraction(1, 3), 3),
                _PASS,
            ),
        ),
    ),
    RowChecks(
        "ch17-pass-bounds",
        instances=(
            Instance("two-quarters", at_least_the_odds, {"p": _QUARTER, "attempts": 2}),
            Instance("at-most", at_most_the_expected_number, {"p": _QUARTER, "attempts": 2}),
            Instance("certain", at_most_the_expected_number, {"p": Fraction(1), "attempts": 3}),
            Instance("one-attempt", at_most_the_expected_number, {"p": _QUARTER, "attempts": 1}),
            Instance("enough", enough_samples, {"p": _QUARTER, "delta": Fraction(1, 10)}),
            Instance(
                "enough-by-logarithm",
                enough_by_logarithm,
                {"p": _QUARTER, "delta": Fraction(1, 10)},
            ),
        ),
        searches=(
            Exhaustion(
                "at-most",
                at_most_the_expected_number,
                lambda: (
                    {"p": Fraction(a, 10), "attempts": k} for a in range(11) for k in range(13)
                ),
            ),
            Exhaustion(
                "at-least",
                at_least_the_odds,
                lambda: (
                    {"p": Fraction(a, 10), "attempts": k} for a in range(11) for k in range(13)
                ),
            ),
            Search(
                "enough",
                enough_samples,
                lambda: {
                    "p": st.parts(Fraction(1, 12), 1, 12),
                    "delta": st.parts(Fraction(1, 12), Fraction(11, 12), 12),
                },
            ),
            Search(
                "enough-by-logarithm",
                enough_by_logarithm,
                lambda: {
                    "p": st.parts(Fraction(1, 12), 1, 12),
                    "delta": st.parts(Fraction(1, 12), Fraction(11, 12), 12),
                },
            ),
        ),
        controls=(
            Control(
                "no-probability",
                "the number p may be above one",
                at_most_the_expected_number,
                refuted_by={"p": Fraction(3), "attempts": 3},
                holds_for={"p": Fraction(1), "attempts": 3},
                drops="range",
            ),
            Control(
                "half-the-samples",
                "half as many samples are said to suffice",
                half_the_samples,
                refuted_by={"p": _QUARTER, "delta": _HALF},
                holds_for={"p": Fraction(1), "delta": _HALF},
            ),
            Control(
                "expected-number",
                "the upper bound is taken for a lower bound",
                expected_number_is_a_lower_bound,
                refuted_by={"p": _HALF, "attempts": 2},
                holds_for={"p": _HALF, "attempts": 1},
            ),
        ),
        computations=(
            Computation(
                "pass",
                "PassAtK.pass (1 / 4 : Rat) 36",
                "Rat",
                lambda: passing(_QUARTER, 36),
                _PASS,
            ),
        ),
        plots=(
            Plot(
                "from-below",
                "Repetition overcomes a small success probability, and how fast",
                at_least_the_odds,
                "attempts",
                _ATTEMPTS,
                {f"p = {p}": {"p": p} for p in (_QUARTER, Fraction(1, 20), Fraction(1, 100))},
                "number $K$ of attempts",
                "probability that some attempt succeeds",
                "lower bound Kp / (1 + Kp)",
                logarithmic="x",
            ),
            Plot(
                "from-above",
                "At first every attempt counts in full, later they repeat each other",
                at_most_the_expected_number,
                "attempts",
                _ATTEMPTS,
                {f"p = {p}": {"p": p} for p in (_QUARTER, Fraction(1, 20), Fraction(1, 100))},
                "number $K$ of attempts",
                "probability that some attempt succeeds",
                "upper bound min(1, Kp)",
                logarithmic="xy",
            ),
        ),
    ),
    RowChecks(
        "ch17-diminishing-returns",
        identities=(Identity("one-more", difference_of_powers),),
        instances=(
            Instance("fourth", one_more_attempt, {"p": Fraction(2, 7), "attempts": 3}),
            Instance("second", one_more_attempt, {"p": _HALF, "attempts": 1}),
            Instance(
                "largest-gain",
                gain_is_largest,
                {"best": _HALF, "attempts": 2, "p": Fraction(2, 5)},
            ),
            Instance(
                "largest-gain-of-three",
                gain_is_largest_at_the_root,
                {"attempts": 3, "p": Fraction(423, 1000)},
            ),
        ),
        searches=(
            Exhaustion(
                "one-more",
                one_more_attempt,
                lambda: (
                    {"p": Fraction(a, 12), "attempts": k} for a in range(13) for k in range(1, 8)
                ),
            ),
            Exhaustion(
                "gains",
                gain_is_positive,
                lambda: (
                    {"p": Fraction(a, 12), "attempts": k} for a in range(13) for k in range(2, 8)
                ),
            ),
            Exhaustion(
                "largest-gain",
                gain_is_largest,
                lambda: ({"best": _HALF, "attempts": 2, "p": Fraction(a, 60)} for a in range(61)),
            ),
            Exhaustion(
                "largest-gain-at-the-root",
                gain_is_largest_at_the_root,
                lambda: (
                    {"attempts": k, "p": Fraction(a, 60)} for k in (3, 4, 10) for a in range(61)
                ),
            ),
        ),
        controls=(
            Control(
                "one-over-the-number",
                "the gain is said to be largest at 1/K",
                gain_is_largest_at_the_inverse,
                refuted_by={"attempts": 3, "p": Fraction(2, 5)},
                holds_for={"attempts": 2, "p": Fraction(2, 5)},
            ),
            Control(
                "gain-grows",
                "the gain is said to grow with the success probability",
                gain_grows_with_skill,
                refuted_by={"p": _HALF, "q": Fraction(1), "attempts": 2},
                holds_for={"p": Fraction(0), "q": _HALF, "attempts": 2},
            ),
            Control(
                "no-probability",
                "the number p may be above one",
                one_more_attempt,
                refuted_by={"p": Fraction(3), "attempts": 2},
                holds_for={"p": Fraction(1), "attempts": 2},
                drops="range",
            ),
        ),
        computations=(
            Computation(
                "one-more",
                "PassAtK.pass (2 / 7 : Rat) 4 - PassAtK.pass (2 / 7) 3",
                "Rat",
                lambda: Fraction(2, 7) * Fraction(5, 7) ** 3,
                _PASS,
            ),
        ),
    ),
    RowChecks(
        "ch17-balanced-allocation",
        identities=(Identity("best-size", best_size_formula),),
        instances=(
            Instance("one-and-two", balanced_is_best, {**_BALANCED, "factor": _HALF}),
            Instance(
                "equal-exponents",
                balanced_is_best,
                {**_allocation(("4", "1", 1, 1), "2", "1/2"), "factor": Fraction(11, 10)},
            ),
            Instance(
                "two-and-three",
                balanced_is_best,
                {**_allocation(("3/5", "2", 2, 3), "5", "5"), "factor": Fraction(2)},
            ),
            Instance(
                "real-exponents",
                best_size_is_best,
                {"law": _MEASURED, "budget": Fraction(10**18), "factor": Fraction(11, 10)},
            ),
            Instance(
                "equal-returns",
                responds_equally,
                {"law": _MEASURED, "budget": Fraction(10**18), "factor": Fraction(1)},
            ),
        ),
        searches=(
            Exhaustion(
                "exchanges",
                balanced_is_best,
                lambda: (
                    {**allocation, "factor": Fraction(n, 12)}
                    for allocation in (
                        _BALANCED,
                        _allocation(("4", "1", 1, 1), "2", "1/2"),
                        _allocation(("3/5", "2", 2, 3), "5", "5"),
                    )
                    for n in range(1, 48)
                    if n != 12
                ),
            ),
            Exhaustion(
                "real-exponents",
                best_size_is_best,
                lambda: (
                    {"law": _MEASURED, "budget": Fraction(10**18), "factor": Fraction(n, 12)}
                    for n in range(1, 48)
                    if n != 12
                ),
            ),
            Search(
                "equal-returns",
                responds_equally,
                lambda: {
                    "law": st.tuples(*[st.parts(Fraction(1, 4), 4, 4)] * 4),
                    "budget": st.integers(1, 10**6).map(Fraction),
                    "factor": st.just(Fraction(1)),
                },
                cases=30,
            ),
        ),
        controls=(
            Control(
                "twice-the-size",
                "with real exponents the size is twice the best one",
                responds_equally,
                refuted_by={"law": _MEASURED, "budget": Fraction(10**18), "factor": Fraction(2)},
                holds_for={"law": _MEASURED, "budget": Fraction(10**18), "factor": Fraction(1)},
            ),
            Control(
                "equal-terms",
                "the two terms of the loss are made equal, without the exponents",
                equal_terms_are_best,
                refuted_by={
                    **_allocation(("1", "1", 1, 2), "1", "1"),
                    "factor": Fraction(11, 12),
                },
                holds_for={
                    **_allocation(("1", "1", 2, 2), "1", "1"),
                    "factor": Fraction(11, 12),
                },
            ),
            Control(
                "negative-constants",
                "the constants may be negative",
                balanced_is_best,
                refuted_by={**_allocation(("-1", "-1", 1, 1), "1", "1"), "factor": _HALF},
                holds_for={**_allocation(("1", "1", 1, 1), "1", "1"), "factor": _HALF},
                drops="positive",
            ),
            Control(
                "swapped-exponents",
                "the exponents of the best size and of the data are exchanged",
                better_than_swapped,
                refuted_by={"first": (2, 4), "second": (4, 2)},
                holds_for={"first": (4, 2), "second": (2, 4)},
            ),
        ),
        computations=(
            Computation(
                "balanced",
                "Allocation.loss (2 : Rat) 1 1 2 4 2",
                "Rat",
                lambda: loss((Fraction(2), Fraction(1), 1, 2), Fraction(4), Fraction(2)),
                _ALLOCATION,
            ),
            Computation(
                "best-size",
                lean_digits(
                    ".mul (.rpow (.rat (34 * 4064 / (28 * 4107))) (.rat (50/31)))"
                    " (.rpow (.nat 1000000) (.rat (14/31)))",
                    6,
                ),
                "Int",
                lambda: digits(best_size(*_MEASURED, Fraction(10**6)), 6),
                ("DeepTheory.Real.Interval",),
            ),
            Computation(
                "swapped",
                "Allocation.loss (2 : Rat) 1 1 2 2 4",
                "Rat",
                lambda: loss((Fraction(2), Fraction(1), 1, 2), Fraction(2), Fraction(4)),
                _ALLOCATION,
            ),
        ),
        plots=(
            Plot(
                "share",
                "The loss when a budget is shared differently, against that of the balanced share",
                balanced_is_least,
                "factor",
                tuple(Fraction(2) ** (k // 4) * Fraction(4 + k % 4, 4) for k in range(-12, 13)),
                {
                    "α = 1, β = 2": _BALANCED,
                    "α = 2, β = 3": _allocation(("3/5", "2", 2, 3), "5", "5"),
                },
                "size, as a multiple of the balanced one",
                "loss",
                "loss of the balanced allocation",
                logarithmic="xy",
            ),
        ),
    ),
    RowChecks(
        "ch17-marginal-returns",
        instances=(
            Instance(
                "size-too-small",
                larger_size_helps,
                _allocation(("2", "1", 1, 2), "2", "4"),
            ),
            Instance(
                "size-too-large",
                larger_size_helps,
                _allocation(("2", "1", 1, 2), "8", "1"),
            ),
            Instance("balanced", larger_size_helps, _BALANCED),
            Instance("exchange", exchange_costs, {**_BALANCED, "factor": Fraction(2)}),
        ),
        searches=(
            Exhaustion(
                "small-laws",
                larger_size_helps,
                lambda: (
                    {
                        "law": (Fraction(a), Fraction(b), alpha, beta),
                        "size": Fraction(n),
                        "data": Fraction(d),
                    }
                    for a, b, alpha, beta, n, d in product(range(1, 3), repeat=6)
                ),
            ),
            Search(
                "exchanges",
                exchange_costs,
                lambda: {
                    "law": st.tuples(
                        *[st.parts(Fraction(1, 4), 4, 4)] * 2,
                        st.integers(1, 3),
                        st.integers(1, 3),
                    ),
                    "size": st.parts(Fraction(1, 4), 4, 4),
                    "data": st.parts(Fraction(1, 4), 4, 4),
                    "factor": st.parts(Fraction(1, 4), 4, 4),
                },
            ),
        ),
        controls=(
            Control(
                "terms-without-exponents",
                "the terms of the loss are compared without their exponents",
                larger_term_responds_more,
                refuted_by=_allocation(("1", "1", 1, 3), "1", "6/5"),
                holds_for=_allocation(("2", "1", 1, 2), "2", "4"),
            ),
            Control(
                "negative-constants",
                "the constants may be negative",
                exchange_costs,
                refuted_by={**_allocation(("-2", "-1", 1, 2), "4", "2"), "factor": _HALF},
                holds_for={**_BALANCED, "factor": _HALF},
                drops="positive",
            ),
        ),
        computations=(
            Computation(
                "exchange",
                "Allocation.loss (2 : Rat) 1 1 2 8 1 - Allocation.loss 2 1 1 2 4 2",
                "Rat",
                lambda: exchange_costs(**_BALANCED, factor=Fraction(2)).left,
                _ALLOCATION,
            ),
        ),
    ),
)
