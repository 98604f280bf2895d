"""Checks of chapter 20 with real numbers: logistic loss, KL-regularised policies, DPO.

Rewards, margins and weights of penalties are fractions; exponentials and logarithms of them are
intervals with rational ends. The preference model itself is checked in ``alignment``.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product
from typing import TYPE_CHECKING

from pyharness.checks.enclosures import (
    Interval,
    digits,
    distance,
    ends,
    exp,
    lean_digits,
    log,
    real,
    total,
)
from pyharness.checks.information import TINY, Distribution, divergence, grid
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Identity,
    Instance,
    RowChecks,
)

if TYPE_CHECKING:
    import sympy

__all__ = ["CHECKS"]


# ----- The logistic loss --------------------------------------------------------------------------


def sigmoid(t: Fraction) -> Interval:
    """Return ``1 / (1 + exp(-t))``."""
    return 1 / (1 + exp(-t))


def loss(t: Fraction) -> Interval:
    """Return ``-log σ(t)``."""
    return -log(sigmoid(t))


def two_forms(margin: Fraction) -> Comparison:
    """The loss is ``log(1 + exp(-margin))``."""
    return Comparison(distance(loss(margin), log(1 + exp(-margin))), "<", TINY)


def one_sign(margin: Fraction) -> Comparison:
    """The loss is ``log(1 + exp(margin))``."""
    return Comparison(distance(loss(margin), log(1 + exp(margin))), "<", TINY)


def decreasing_and_positive(margins: tuple[Fraction, ...]) -> Comparison:
    """The loss is positive and decreases along the margins, which increase."""
    values = [loss(t) for t in margins]
    steps = pairwise(values)
    wrong = sum(ends(v)[0] <= 0 for v in values) + sum(ends(a - b)[0] <= 0 for a, b in steps)
    return Comparison(wrong, "=", 0)


def below_chords(margins: tuple[Fraction, ...], steps: int) -> Comparison:
    """Between any two margins the loss is below the chord."""
    wrong = 0
    for s, t, k in product(margins, margins, range(1, steps)):
        w = Fraction(k, steps)
        chord = real(w) * loss(s) + real(1 - w) * loss(t)
        wrong += s != t and ends(chord - loss(w * s + (1 - w) * t))[0] <= 0
    return Comparison(wrong, "=", 0)


def remainder(margin: Fraction, step: Fraction, constant: Fraction) -> Comparison:
    """Loss minus tangent is at least 0 and at most a constant times the square of the step."""
    value = loss(margin + step) - loss(margin) + sigmoid(-margin) * real(step)
    low, high = ends(value)
    return Comparison(max(-low, high - constant * step**2), "≤", 0)


def loss_derivative() -> tuple[sympy.Expr, sympy.Expr]:
    """The derivative of the loss is ``-σ(-t)``."""
    import sympy

    t = sympy.symbols("t", real=True)
    return sympy.diff(sympy.log(1 + sympy.exp(-t)), t), -1 / (1 + sympy.exp(t))


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


def no_policy_better(
    beta: Fraction, reward: Distribution, reference: Distribution, steps: int
) -> Comparison:
    """No policy on the grid has more than ``β log Z``; responses the reference lacks are free."""
    bound = real(beta) * log(partition(beta, reward, reference))
    better = 0
    for policy in grid(len(reward), steps):
        mean = sum(r * a for r, a in zip(reward, policy, strict=True))
        common = [(a, b) for a, b in zip(policy, reference, strict=True) if a and b]
        penalty = total(real(a) * log(a / b) for a, b in common)
        better += ends(real(mean) - real(beta) * penalty - bound)[1] > TINY
    return Comparison(better, "=", 0)


def value_without_beta(beta: Fraction, reward: Distribution, reference: Distribution) -> Comparison:
    """The value of constant rewards at the reference is ``log Z``."""
    left = value(beta, reward, reference, reference)
    return Comparison(distance(left, log(partition(beta, reward, reference))), "<", TINY)


Table = tuple[tuple[int, int], ...]


def best_policies(table: Table, beta: Fraction) -> list[int]:
    """Return the indices of the policies with the greatest reward minus beta times penalty."""
    values = [reward - beta * penalty for reward, penalty in table]
    return [i for i, v in enumerate(values) if v == max(values)]


def tradeoff(size: int, levels: int, small: Fraction, large: Fraction) -> Comparison:
    """In all tables of rewards and penalties the best policy for the larger weight has less."""
    wrong = 0
    for table in product(product(range(levels), repeat=2), repeat=size):
        for p, q in product(best_policies(table, small), best_policies(table, large)):
            wrong += table[q][0] > table[p][0] or table[q][1] > table[p][1]
    return Comparison(wrong, "=", 0)


def tradeoff_of_any(table: Table, p: int, q: int) -> Comparison:
    """The second policy has at most the reward and the penalty of the first."""
    return Comparison(table[q][0] <= table[p][0] and table[q][1] <= table[p][1], "=", True)


# ----- The gradient of DPO ------------------------------------------------------------------------


def weight(beta: Fraction, statistic: Fraction) -> Interval:
    """Return the weight ``β σ(-β m)`` of the gradient."""
    return real(beta) * sigmoid(-beta * statistic)


def gradient(beta: Fraction, statistic: Fraction, step: Fraction) -> Comparison:
    """The loss changes at the rate of minus the weight, up to the squared step times ``β²``."""
    change = loss(beta * (statistic + step)) - loss(beta * statistic)
    low, high = ends(change + weight(beta, statistic) * real(step))
    return Comparison(max(-low, high - (beta * step) ** 2), "≤", 0)


def gradient_other_sign(beta: Fraction, statistic: Fraction, step: Fraction) -> Comparison:
    """The loss changes at the rate ``-β σ(β m)``."""
    change = loss(beta * (statistic + step)) - loss(beta * statistic)
    low, high = ends(change + weight(beta, -statistic) * real(step))
    return Comparison(max(-low, high - (beta * step) ** 2), "≤", 0)


def weight_in_range(beta: Fraction, statistics: tuple[Fraction, ...]) -> Comparison:
    """The weight lies in ``(0, β)`` and decreases along the statistics, which increase."""
    values = [weight(beta, m) for m in statistics]
    wrong = sum(ends(v)[0] <= 0 or ends(v)[1] >= beta for v in values)
    wrong += sum(ends(a - b)[0] <= 0 for a, b in pairwise(values))
    return Comparison(wrong, "=", 0)


def weight_at_reference(beta: Fraction) -> Comparison:
    """At the reference the weight is half of ``β``."""
    return Comparison(distance(weight(beta, Fraction(0)), real(beta / 2)), "<", TINY)


def gradient_factor() -> tuple[sympy.Expr, sympy.Expr]:
    """The derivative of the loss in the statistic is ``-β σ(-β m)``."""
    import sympy

    b, m = sympy.symbols("b m", real=True)
    return sympy.diff(sympy.log(1 + sympy.exp(-b * m)), m), -b / (1 + sympy.exp(b * m))


# ----- Inverse temperature, target margins --------------------------------------------------------


def sharper(betas: tuple[Fraction, ...], margin: Fraction) -> Comparison:
    """Along increasing weights the preference moves away from one half, to the margin's side."""
    sign = 1 if margin > 0 else -1
    values = [real(sign) * (sigmoid(b * margin) - real(Fraction(1, 2))) for b in betas]
    wrong = sum(ends(v)[0] <= 0 for v in values)
    wrong += sum(ends(b - a)[0] <= 0 for a, b in pairwise(values))
    return Comparison(wrong, "=", 0)


def slope(beta: Fraction, margin: Fraction, constant: Fraction) -> Comparison:
    """The preference is one half plus a constant times ``β m``, up to the square of ``β m``."""
    change = sigmoid(beta * margin) - real(Fraction(1, 2)) - real(constant * beta * margin)
    return Comparison(distance(change, real(0)), "≤", (beta * margin) ** 2)


def slope_at_zero() -> tuple[sympy.Expr, sympy.Expr]:
    """The slope of ``σ(β m)`` at ``0`` is ``β / 4``."""
    import sympy

    b, m = sympy.symbols("b m", real=True)
    return sympy.diff(1 / (1 + sympy.exp(-b * m)), m).subs(m, 0), b / 4


def least_at_target(target: Fraction, margins: tuple[Fraction, ...]) -> Comparison:
    """The squared loss is least exactly at the target."""
    values = {u: (u - target) ** 2 for u in margins}
    least = [u for u, v in values.items() if v == min(values.values())]
    return Comparison(least, "=", [target])


def logistic_least_at_target(target: Fraction, margins: tuple[Fraction, ...]) -> Comparison:
    """The logistic loss is least exactly at the target."""
    values = {u: ends(loss(u)) for u in margins}
    least = [u for u in margins if all(values[u][0] <= values[v][1] for v in margins)]
    return Comparison(least, "=", [target])


def squared_derivative() -> tuple[sympy.Expr, sympy.Expr]:
    """The derivative of the squared loss is ``2 (u - m)``."""
    import sympy

    u, m = sympy.symbols("u m", real=True)
    return sympy.diff((u - m) ** 2, u), 2 * (u - m)


_HALF = Fraction(1, 2)
_ONE = Fraction(1)
_MARGINS = tuple(Fraction(k, 2) for k in range(-6, 7))
_BETAS = (Fraction(1, 10), _HALF, _ONE, Fraction(3), Fraction(20))
_REWARD = (_ONE, Fraction(0), Fraction(-1, 2))
_REFERENCE = (Fraction(1, 6), Fraction(1, 2), Fraction(1, 3))
_POLICY = (Fraction(1, 2), Fraction(0), Fraction(1, 2))
_MODULES = ("DeepTheory.Real.Interval",)


CHECKS = (
    RowChecks(
        "ch20-logistic-loss-convex",
        identities=(Identity("derivative", loss_derivative),),
        instances=(
            Instance("two-forms", two_forms, {"margin": Fraction(3, 2)}),
            Instance("two-forms-negative", two_forms, {"margin": Fraction(-40)}),
            Instance("decreasing", decreasing_and_positive, {"margins": _MARGINS}),
            Instance("chords", below_chords, {"margins": _MARGINS[::3], "steps": 4}),
            Instance(
                "remainder", remainder, {"margin": _HALF, "step": Fraction(-2), "constant": _ONE}
            ),
        ),
        controls=(
            Control(
                "sign",
                "the margin has the other sign",
                one_sign,
                refuted_by={"margin": _ONE},
                holds_for={"margin": Fraction(0)},
            ),
            Control(
                "smaller-remainder",
                "the remainder is at most a tenth of the square of the step",
                remainder,
                refuted_by={
                    "margin": Fraction(0),
                    "step": Fraction(1, 10),
                    "constant": Fraction(1, 10),
                },
                holds_for={
                    "margin": Fraction(5),
                    "step": Fraction(1, 10),
                    "constant": Fraction(1, 10),
                },
            ),
        ),
        computations=(
            Computation(
                "margin-one",
                lean_digits(".log (.add .one (.exp (.neg .one)))", 6),
                "Int",
                lambda: digits(loss(_ONE), 6),
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
                "all-policies",
                no_policy_better,
                {"beta": _HALF, "reward": _REWARD, "reference": _REFERENCE, "steps": 20},
            ),
        ),
        controls=(
            Control(
                "negative-penalty",
                "the penalty has a negative weight",
                no_policy_better,
                refuted_by={
                    "beta": Fraction(-1),
                    "reward": _REWARD,
                    "reference": _REFERENCE,
                    "steps": 6,
                },
                holds_for={"beta": _ONE, "reward": _REWARD, "reference": _REFERENCE, "steps": 6},
                drops="positive-penalty",
            ),
            Control(
                "outside-the-reference",
                "the reference may vanish and leaving it is free",
                no_policy_better,
                refuted_by={
                    "beta": _ONE,
                    "reward": (_ONE, Fraction(0)),
                    "reference": (Fraction(0), _ONE),
                    "steps": 4,
                },
                holds_for={
                    "beta": _ONE,
                    "reward": (_ONE, Fraction(0)),
                    "reference": (_HALF, _HALF),
                    "steps": 4,
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
                {"size": 3, "levels": 3, "small": _HALF, "large": Fraction(2)},
            ),
            Instance(
                "from-zero", tradeoff, {"size": 2, "levels": 4, "small": Fraction(0), "large": _ONE}
            ),
            Instance(
                "close-weights",
                tradeoff,
                {"size": 2, "levels": 4, "small": _ONE, "large": Fraction(101, 100)},
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
                refuted_by={"size": 2, "levels": 3, "small": Fraction(-1), "large": Fraction(0)},
                holds_for={"size": 2, "levels": 3, "small": Fraction(0), "large": _ONE},
            ),
        ),
    ),
    RowChecks(
        "ch20-dpo-gradient",
        identities=(Identity("factor", gradient_factor),),
        instances=(
            Instance("step", gradient, {"beta": _HALF, "statistic": _ONE, "step": _HALF}),
            Instance(
                "backwards",
                gradient,
                {"beta": Fraction(3), "statistic": _ONE, "step": Fraction(-1, 4)},
            ),
            Instance("weight", weight_in_range, {"beta": Fraction(2), "statistics": _MARGINS}),
            Instance("at-the-reference", weight_at_reference, {"beta": Fraction(1, 10)}),
        ),
        controls=(
            Control(
                "other-sign",
                "the weight increases with the margin",
                gradient_other_sign,
                refuted_by={"beta": _ONE, "statistic": _ONE, "step": Fraction(1, 10)},
                holds_for={"beta": _ONE, "statistic": Fraction(0), "step": Fraction(1, 10)},
            ),
            Control(
                "negative-penalty",
                "the weight of the penalty may be negative",
                weight_in_range,
                refuted_by={"beta": Fraction(-1), "statistics": _MARGINS},
                holds_for={"beta": _ONE, "statistics": _MARGINS},
                drops="positive-penalty",
            ),
        ),
        computations=(
            Computation(
                "weight",
                lean_digits(".div (.rat 2) (.add .one (.exp (.rat 2)))", 6),
                "Int",
                lambda: digits(weight(Fraction(2), _ONE), 6),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch20-beta-sharpness",
        identities=(Identity("slope", slope_at_zero),),
        instances=(
            Instance("positive-margin", sharper, {"betas": _BETAS, "margin": Fraction(2, 3)}),
            Instance("negative-margin", sharper, {"betas": _BETAS, "margin": Fraction(-1)}),
            Instance(
                "quarter",
                slope,
                {"beta": Fraction(2), "margin": Fraction(1, 9), "constant": Fraction(1, 4)},
            ),
        ),
        controls=(
            Control(
                "negative-weight",
                "the weight may be negative",
                sharper,
                refuted_by={"betas": (Fraction(-1), _HALF), "margin": _ONE},
                holds_for={"betas": (Fraction(1, 3), _HALF), "margin": _ONE},
                drops="positive-penalty",
            ),
            Control(
                "half",
                "the slope is half of the weight",
                slope,
                refuted_by={"beta": _ONE, "margin": Fraction(1, 9), "constant": _HALF},
                holds_for={"beta": _ONE, "margin": Fraction(2), "constant": _HALF},
            ),
        ),
        computations=(
            Computation(
                "three-halves",
                lean_digits(".div .one (.add .one (.exp (.neg (.rat (3/2)))))", 6),
                "Int",
                lambda: digits(sigmoid(Fraction(3, 2)), 6),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch20-ipo",
        identities=(Identity("derivative", squared_derivative),),
        instances=(
            Instance("half", least_at_target, {"target": _HALF, "margins": _MARGINS}),
            Instance("two", least_at_target, {"target": Fraction(2), "margins": _MARGINS}),
            Instance("last", least_at_target, {"target": Fraction(3), "margins": _MARGINS}),
        ),
        controls=(
            Control(
                "logistic",
                "the loss is logistic",
                logistic_least_at_target,
                refuted_by={"target": _HALF, "margins": _MARGINS},
                holds_for={"target": Fraction(3), "margins": _MARGINS},
            ),
        ),
    ),
)
