"""Checks of chapter 20: KL-regularised policies.

Rewards and weights of penalties are fractions; exponentials and logarithms of them are intervals
with rational ends.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product

from pyharness.checks import strategies as st
from pyharness.checks.alignment_margins import numbers, penalties
from pyharness.checks.enclosures import (
    Interval,
    digits,
    distance,
    exp,
    lean_digits,
    lean_log_sum,
    log,
    real,
    total,
)
from pyharness.checks.information import TINY, Distribution, distributions, divergence, grid
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


# ----- KL-regularised policies --------------------------------------------------------------------


def partition(beta: Fraction, reward: Distribution, reference: Distribution) -> Interval:
    """Return ``Z``, the sum of ``reference * exp(reward / beta)``."""
    return total(real(b) * exp(r / beta) for r, b in zip(reward, reference, strict=True))


def value(
    beta: Fraction, reward: Distribution, reference: Distribution, policy: Distribution
) -> Interval:
    """Return the mean reward minus ``beta`` times the divergence from the reference."""
    mean = sum(r * a for r, a in zip(reward, policy, strict=True))
    return real(mean) - real(beta) * divergence(policy, reference)


def exact_identity(
    beta: Fraction, reward: Distribution, reference: Distribution, policy: Distribution
) -> Comparison:
    """The value is ``β log Z`` minus ``β`` times the divergence from the tilt."""
    z = partition(beta, reward, reference)
    tilt = [real(b) * exp(r / beta) / z for r, b in zip(reward, reference, strict=True)]
    far = total(real(a) * log(real(a) / t) for a, t in zip(policy, tilt, strict=True) if a)
    right = real(beta) * log(z) - real(beta) * far
    return Comparison(distance(value(beta, reward, reference, policy), right), "<", TINY)


def at_most_optimal(
    beta: Fraction, reward: Distribution, reference: Distribution, policy: Distribution
) -> Comparison:
    """The value of the policy is at most ``β log Z``; responses the reference lacks are free."""
    mean = sum(r * a for r, a in zip(reward, policy, strict=True))
    common = [(a, b) for a, b in zip(policy, reference, strict=True) if a and b]
    penalty = total(real(a) * log(a / b) for a, b in common)
    bound = real(beta) * log(partition(beta, reward, reference))
    return Comparison(real(mean) - real(beta) * penalty, "≤", bound)


def sum_of_penalties(
    beta: Fraction, reward: Distribution, reference: Distribution, policy: Distribution
) -> Comparison:
    """The objective is the mean of the reward minus ``β`` times the log-ratio of the response."""
    terms = [
        real(a) * (real(r) - real(beta) * log(a / b))
        for a, r, b in zip(policy, reward, reference, strict=True)
        if a
    ]
    return Comparison(value(beta, reward, reference, policy), "≈", total(terms))


def sum_of_reversed_penalties(
    beta: Fraction, reward: Distribution, reference: Distribution, policy: Distribution
) -> Comparison:
    """The same with the divergence of the reference from the policy."""
    mean = sum(r * a for r, a in zip(reward, policy, strict=True))
    reversed_ = real(mean) - real(beta) * divergence(reference, policy)
    return Comparison(value(beta, reward, reference, policy), "≈", reversed_)


def penalty_costs(
    beta: Fraction, reward: Distribution, reference: Distribution, policy: Distribution
) -> Comparison:
    """Away from the reference the objective is less than the mean reward."""
    mean = sum(r * a for r, a in zip(reward, policy, strict=True))
    return Comparison(value(beta, reward, reference, policy), "<", mean)


def penalty_costs_with_quotient_zero(
    beta: Fraction, reward: Distribution, reference: Distribution, policy: Distribution
) -> Comparison:
    """The same if the logarithm of the ratio is zero where the reference vanishes."""
    mean = sum(r * a for r, a in zip(reward, policy, strict=True))
    common = [(a, b) for a, b in zip(policy, reference, strict=True) if a and b]
    penalty = total(real(a) * log(a / b) for a, b in common)
    return Comparison(real(mean) - real(beta) * penalty, "<", mean)


def value_without_beta(beta: Fraction, reward: Distribution, reference: Distribution) -> Comparison:
    """The value of constant rewards at the reference is ``log Z``."""
    left = value(beta, reward, reference, reference)
    return Comparison(distance(left, log(partition(beta, reward, reference))), "<", TINY)


Table = tuple[tuple[int, int], ...]


def best_policies(table: Table, beta: Fraction) -> list[int]:
    """Return the indices of the policies with the greatest reward minus beta times penalty."""
    values = [reward - beta * penalty for reward, penalty in table]
    return [i for i, v in enumerate(values) if v == max(values)]


def tradeoff(table: Table, small: Fraction, large: Fraction) -> Comparison:
    """A best policy for the larger weight has at most the reward and the penalty of the other."""
    worst = max(
        max(table[q][0] - table[p][0], table[q][1] - table[p][1])
        for p, q in product(best_policies(table, small), best_policies(table, large))
    )
    return Comparison(worst, "≤", 0)


def tradeoff_of_any(table: Table, p: int, q: int) -> Comparison:
    """The second policy has at most the reward and the penalty of the first."""
    return Comparison(table[q][0] <= table[p][0] and table[q][1] <= table[p][1], "=", True)


_HALF = Fraction(1, 2)
_ONE = Fraction(1)
_REWARD = (_ONE, Fraction(0), Fraction(-1, 2))
_REFERENCE = (Fraction(1, 6), Fraction(1, 2), Fraction(1, 3))
_POLICY = (Fraction(1, 2), Fraction(0), Fraction(1, 2))
_TRADE: Table = ((0, 0), (2, 1), (3, 4))
_LEAN_REWARD = "(fun y => if y = 0 then 0 else if y = 1 then 2 else 3 : Fin 3 → Rat)"
_LEAN_PENALTY = "(fun y => if y = 0 then 0 else if y = 1 then 1 else 4 : Fin 3 → Rat)"
_MODULES = ("DeepTheory.Real.Interval",)


CHECKS = (
    RowChecks(
        "ch20-kl-objective",
        instances=(
            Instance(
                "three-responses",
                sum_of_penalties,
                {"beta": _HALF, "reward": _REWARD, "reference": _REFERENCE, "policy": _POLICY},
            ),
            Instance(
                "at-the-reference",
                sum_of_penalties,
                {"beta": _ONE, "reward": _REWARD, "reference": _REFERENCE, "policy": _REFERENCE},
            ),
            Instance(
                "penalty",
                penalty_costs,
                {"beta": _HALF, "reward": _REWARD, "reference": _REFERENCE, "policy": _POLICY},
            ),
        ),
        searches=(
            Search(
                "two-forms",
                sum_of_penalties,
                lambda: {
                    "beta": penalties(),
                    "reward": st.tuples(numbers(), numbers(), numbers()),
                    "reference": distributions(3, positive=True),
                    "policy": distributions(3),
                },
            ),
        ),
        controls=(
            Control(
                "negative-penalty",
                "the weight of the penalty may be negative",
                penalty_costs,
                refuted_by={
                    "beta": Fraction(-1),
                    "reward": _REWARD,
                    "reference": _REFERENCE,
                    "policy": _POLICY,
                },
                holds_for={
                    "beta": _ONE,
                    "reward": _REWARD,
                    "reference": _REFERENCE,
                    "policy": _POLICY,
                },
                drops="positive-penalty",
            ),
            Control(
                "outside-the-reference",
                "the policy may leave the reference and pays nothing there",
                penalty_costs_with_quotient_zero,
                refuted_by={
                    "beta": _ONE,
                    "reward": _REWARD,
                    "reference": (Fraction(0), _HALF, _HALF),
                    "policy": _POLICY,
                },
                holds_for={
                    "beta": _ONE,
                    "reward": _REWARD,
                    "reference": _REFERENCE,
                    "policy": _POLICY,
                },
                drops="positive-penalty",
            ),
            Control(
                "direction",
                "the divergence is taken in the other direction",
                sum_of_reversed_penalties,
                refuted_by={
                    "beta": _ONE,
                    "reward": _REWARD,
                    "reference": _REFERENCE,
                    "policy": (Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)),
                },
                holds_for={
                    "beta": _ONE,
                    "reward": _REWARD,
                    "reference": _REFERENCE,
                    "policy": _REFERENCE,
                },
            ),
        ),
        computations=(
            Computation(
                "three-responses",
                lean_digits(
                    lean_log_sum(
                        (-_HALF * a, a / b) for a, b in zip(_POLICY, _REFERENCE, strict=True) if a
                    ),
                    6,
                ),
                "Int",
                lambda: digits(value(_HALF, (Fraction(0),) * 3, _REFERENCE, _POLICY), 6),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch20-gibbs-variational",
        instances=(
            Instance(
                "three-responses",
                exact_identity,
                {"beta": _HALF, "reward": _REWARD, "reference": _REFERENCE, "policy": _POLICY},
            ),
            Instance(
                "large-penalty",
                exact_identity,
                {
                    "beta": Fraction(7),
                    "reward": _REWARD,
                    "reference": _REFERENCE,
                    "policy": _REFERENCE[::-1],
                },
            ),
            Instance(
                "at-the-reference",
                exact_identity,
                {"beta": _ONE, "reward": _REWARD, "reference": _REFERENCE, "policy": _REFERENCE},
            ),
            Instance(
                "uniform-policy",
                at_most_optimal,
                {
                    "beta": _HALF,
                    "reward": _REWARD,
                    "reference": _REFERENCE,
                    "policy": (Fraction(1, 3),) * 3,
                },
            ),
        ),
        searches=(
            Exhaustion(
                "all-policies",
                at_most_optimal,
                lambda: (
                    {"beta": _HALF, "reward": _REWARD, "reference": _REFERENCE, "policy": policy}
                    for policy in grid(3, 12)
                ),
            ),
            Search(
                "identity",
                exact_identity,
                lambda: {
                    "beta": penalties(),
                    "reward": st.tuples(numbers(), numbers(), numbers()),
                    "reference": distributions(3, positive=True),
                    "policy": distributions(3),
                },
            ),
        ),
        controls=(
            Control(
                "negative-penalty",
                "the penalty has a negative weight",
                at_most_optimal,
                refuted_by={
                    "beta": Fraction(-1),
                    "reward": _REWARD,
                    "reference": _REFERENCE,
                    "policy": _POLICY,
                },
                holds_for={
                    "beta": _ONE,
                    "reward": _REWARD,
                    "reference": _REFERENCE,
                    "policy": _POLICY,
                },
                drops="positive-penalty",
            ),
            Control(
                "outside-the-reference",
                "the reference may vanish and leaving it is free",
                at_most_optimal,
                refuted_by={
                    "beta": _ONE,
                    "reward": (_ONE, Fraction(0)),
                    "reference": (Fraction(0), _ONE),
                    "policy": (_HALF, _HALF),
                },
                holds_for={
                    "beta": _ONE,
                    "reward": (_ONE, Fraction(0)),
                    "reference": (_HALF, _HALF),
                    "policy": (_HALF, _HALF),
                },
                drops="finite-responses",
            ),
            Control(
                "value-without-weight",
                "the optimal value is log Z without the weight of the penalty",
                value_without_beta,
                refuted_by={"beta": Fraction(2), "reward": (_ONE,) * 3, "reference": _REFERENCE},
                holds_for={"beta": _ONE, "reward": (_ONE,) * 3, "reference": _REFERENCE},
            ),
        ),
        computations=(
            Computation(
                "optimal-value",
                lean_digits(
                    ".mul (.rat (1/2)) (.log (.add (.add (.mul (.rat (1/6)) (.exp (.rat 2)))"
                    " (.mul (.rat (1/2)) (.exp .zero))) (.mul (.rat (1/3)) (.exp (.rat (-1))))))",
                    6,
                ),
                "Int",
                lambda: digits(real(_HALF) * log(partition(_HALF, _REWARD, _REFERENCE)), 6),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch20-kl-reward-tradeoff",
        instances=(
            Instance(
                "three-policies",
                tradeoff,
                {"table": _TRADE, "small": _HALF, "large": Fraction(3)},
            ),
            Instance(
                "from-zero",
                tradeoff,
                {"table": ((0, 0), (1, 5)), "small": Fraction(0), "large": _ONE},
            ),
            Instance(
                "close-weights",
                tradeoff,
                {"table": ((0, 0), (1, 1)), "small": _ONE, "large": Fraction(101, 100)},
            ),
        ),
        searches=(
            Exhaustion(
                "three-policies",
                tradeoff,
                lambda: (
                    {"table": table, "small": _HALF, "large": Fraction(2)}
                    for table in product(product(range(3), repeat=2), repeat=3)
                ),
            ),
            Exhaustion(
                "from-zero",
                tradeoff,
                lambda: (
                    {"table": table, "small": Fraction(0), "large": _ONE}
                    for table in product(product(range(4), repeat=2), repeat=2)
                ),
            ),
            Search(
                "any-weights",
                tradeoff,
                lambda: st.tuples(
                    st.lists(st.tuples(st.integers(-5, 5), st.integers(-5, 5)), min_size=1),
                    st.parts(0, 4, 6),
                    penalties(),
                ).map(lambda c: {"table": tuple(c[0]), "small": c[1], "large": c[1] + c[2]}),
            ),
        ),
        controls=(
            Control(
                "not-best",
                "the policies need not be best",
                tradeoff_of_any,
                refuted_by={"table": ((0, 0), (1, 1)), "p": 0, "q": 1},
                holds_for={"table": ((0, 0), (1, 1)), "p": 1, "q": 0},
                drops="maximisers",
            ),
            Control(
                "negative-weight",
                "the smaller weight may be negative",
                tradeoff,
                refuted_by={
                    "table": ((0, 2), (1, 0)),
                    "small": Fraction(-1),
                    "large": Fraction(0),
                },
                holds_for={"table": ((0, 2), (1, 0)), "small": Fraction(0), "large": _ONE},
            ),
        ),
        computations=(
            Computation(
                "witness",
                "decide (∀ p q : Fin 3,"
                f" (∀ x, {_LEAN_REWARD} x - 1 / 2 * {_LEAN_PENALTY} x"
                f" ≤ {_LEAN_REWARD} p - 1 / 2 * {_LEAN_PENALTY} p) →"
                f" (∀ x, {_LEAN_REWARD} x - 3 * {_LEAN_PENALTY} x"
                f" ≤ {_LEAN_REWARD} q - 3 * {_LEAN_PENALTY} q) → p = 1 ∧ q = 0)",
                "Bool",
                lambda: (
                    (best_policies(_TRADE, _HALF), best_policies(_TRADE, Fraction(3))) == ([1], [0])
                ),
                ("DeepTheory.Alignment.KLRegularization",),
            ),
        ),
    ),
)
