"""Checks of chapter 20: the logistic loss, the gradient of DPO, target margins.

Margins and weights of penalties are fractions; exponentials and logarithms of them are intervals
with rational ends.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
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
)
from pyharness.checks.information import TINY, Distribution
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Identity,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


def numbers(low: int = -6, high: int = 6) -> SearchStrategy[Fraction]:
    """Return a strategy for margins, rewards and the like."""
    return st.parts(low, high, 6)


def penalties() -> SearchStrategy[Fraction]:
    """Return a strategy for the weight of the penalty."""
    return st.parts(Fraction(1, 6), 6, 6)


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


def positive(margin: Fraction) -> Comparison:
    """The loss is positive."""
    return Comparison(loss(margin), ">", 0)


def decreasing(margin: Fraction, larger: Fraction) -> Comparison:
    """The loss at a larger margin is smaller."""
    return Comparison(loss(larger), "<", loss(margin))


def below_chord(first: Fraction, second: Fraction, weight: Fraction) -> Comparison:
    """Between two margins the loss is below the chord."""
    chord = real(weight) * loss(first) + real(1 - weight) * loss(second)
    return Comparison(loss(weight * first + (1 - weight) * second), "<", chord)


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


def weight_is_positive(beta: Fraction, statistic: Fraction) -> Comparison:
    """The weight is positive."""
    return Comparison(weight(beta, statistic), ">", 0)


def weight_is_less_than_beta(beta: Fraction, statistic: Fraction) -> Comparison:
    """The weight is less than ``β``."""
    return Comparison(weight(beta, statistic), "<", beta)


def weight_decreases(beta: Fraction, statistic: Fraction, larger: Fraction) -> Comparison:
    """The weight at a larger statistic is smaller."""
    return Comparison(weight(beta, larger), "<", weight(beta, statistic))


def weight_of_policy(policy: Distribution, reference: Distribution) -> Comparison:
    """For ``β = 1`` the weight is positive: it is the share of the rejected response.

    The share is that of its ratio of policy to reference in the sum of the two ratios.
    """
    preferred, rejected = policy[0] * reference[1], policy[1] * reference[0]
    return Comparison(rejected / (preferred + rejected), ">", 0)


def reference_drops_out(
    policy: Distribution, other: Distribution, reference: Distribution
) -> Comparison:
    """Between two policies the odds ratio changes by the same factor as the odds themselves."""

    def odds_ratio(p: Distribution) -> Fraction:
        return (p[0] / p[1]) / (reference[0] / reference[1])

    odds = (other[0] / other[1]) / (policy[0] / policy[1])
    return Comparison(odds_ratio(other) / odds_ratio(policy), "=", odds)


def steps_cancel(left: Fraction, right: Fraction, step: Fraction) -> Comparison:
    """A step forward and one backward change the loss by opposite amounts, up to two squares.

    The statistic has the slope ``left`` before its value ``0`` and ``right`` after it, and ``β``
    is one.
    """
    change = loss(right * step) + loss(-left * step) - 2 * loss(Fraction(0))
    return Comparison(abs(change), "≤", (left * step) ** 2 + (right * step) ** 2)


def weight_at_reference(beta: Fraction) -> Comparison:
    """At the reference the weight is half of ``β``."""
    return Comparison(distance(weight(beta, Fraction(0)), real(beta / 2)), "<", TINY)


def gradient_factor() -> tuple[sympy.Expr, sympy.Expr]:
    """The derivative of the loss in the statistic is ``-β σ(-β m)``."""
    import sympy

    b, m = sympy.symbols("b m", real=True)
    return sympy.diff(sympy.log(1 + sympy.exp(-b * m)), m), -b / (1 + sympy.exp(b * m))


# ----- Inverse temperature, target margins --------------------------------------------------------


def sharper(beta: Fraction, larger: Fraction, margin: Fraction) -> Comparison:
    """With the larger weight the preference is further away from one half."""
    far, near = (abs(sigmoid(b * margin) - real(Fraction(1, 2))) for b in (larger, beta))
    return Comparison(far, ">", near)


def on_the_side_of_the_margin(beta: Fraction, margin: Fraction) -> Comparison:
    """The preference exceeds one half exactly when the margin is positive."""
    above = Comparison(sigmoid(beta * margin), ">", Fraction(1, 2)).holds
    return Comparison(above, "=", margin > 0)


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
    least = [
        u
        for u in margins
        if all(u == v or Comparison(loss(u), "<", loss(v)).holds for v in margins)
    ]
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
_REFERENCE = (Fraction(1, 6), Fraction(1, 2), Fraction(1, 3))
_MODULES = ("DeepTheory.Real.Interval",)


CHECKS = (
    RowChecks(
        "ch20-logistic-loss-convex",
        identities=(Identity("derivative", loss_derivative),),
        instances=(
            Instance("two-forms", two_forms, {"margin": Fraction(3, 2)}),
            Instance("two-forms-negative", two_forms, {"margin": Fraction(-40)}),
            Instance(
                "remainder", remainder, {"margin": _HALF, "step": Fraction(-2), "constant": _ONE}
            ),
            Instance("positive", positive, {"margin": Fraction(30)}),
            Instance("decreasing", decreasing, {"margin": Fraction(-1), "larger": _HALF}),
            Instance(
                "chord",
                below_chord,
                {"first": Fraction(-1), "second": Fraction(2), "weight": Fraction(1, 3)},
            ),
        ),
        searches=(
            Exhaustion(
                "decreasing",
                decreasing,
                lambda: ({"margin": s, "larger": t} for s, t in combinations(_MARGINS, 2)),
            ),
            Exhaustion(
                "chords",
                below_chord,
                lambda: (
                    {"first": s, "second": t, "weight": Fraction(k, 4)}
                    for s, t in combinations(_MARGINS[::3], 2)
                    for k in range(1, 4)
                ),
            ),
            Search(
                "remainder",
                remainder,
                lambda: {
                    "margin": numbers(),
                    "step": numbers().filter(bool),
                    "constant": st.just(_ONE),
                },
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
        "ch20-dpo-gradient",
        identities=(Identity("factor", gradient_factor),),
        instances=(
            Instance("step", gradient, {"beta": _HALF, "statistic": _ONE, "step": _HALF}),
            Instance(
                "backwards",
                gradient,
                {"beta": Fraction(3), "statistic": _ONE, "step": Fraction(-1, 4)},
            ),
            Instance("at-the-reference", weight_at_reference, {"beta": Fraction(1, 10)}),
            Instance(
                "weight", weight_is_positive, {"beta": Fraction(2), "statistic": Fraction(20)}
            ),
            Instance(
                "weight-at-most",
                weight_is_less_than_beta,
                {"beta": Fraction(2), "statistic": Fraction(-20)},
            ),
            Instance(
                "without-reference",
                reference_drops_out,
                {"policy": _REFERENCE, "other": _REFERENCE[::-1], "reference": _REFERENCE[1:]},
            ),
        ),
        searches=(
            Search(
                "steps",
                gradient,
                lambda: {
                    "beta": penalties(),
                    "statistic": numbers(),
                    "step": numbers().filter(bool),
                },
            ),
            Exhaustion(
                "weight-decreases",
                weight_decreases,
                lambda: (
                    {"beta": Fraction(2), "statistic": s, "larger": t}
                    for s, t in combinations(_MARGINS, 2)
                ),
            ),
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
                weight_is_positive,
                refuted_by={"beta": Fraction(-1), "statistic": _HALF},
                holds_for={"beta": _ONE, "statistic": _HALF},
                drops="positive-penalty",
            ),
            Control(
                "without-rejected-mass",
                "the policy has no mass at the rejected response",
                weight_of_policy,
                refuted_by={"policy": (_ONE, Fraction(0)), "reference": (_HALF, _HALF)},
                holds_for={"policy": _REFERENCE, "reference": (_HALF, _HALF)},
                drops="positive-probabilities",
            ),
            Control(
                "kink",
                "the statistic has other slopes before and after the parameter",
                steps_cancel,
                refuted_by={"left": Fraction(-1), "right": _ONE, "step": Fraction(1, 10)},
                holds_for={"left": _ONE, "right": _ONE, "step": Fraction(1, 10)},
                drops="differentiable",
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
            Instance(
                "positive-margin",
                sharper,
                {"beta": _ONE, "larger": Fraction(3), "margin": Fraction(2, 3)},
            ),
            Instance(
                "negative-margin",
                sharper,
                {"beta": _ONE, "larger": Fraction(20), "margin": Fraction(-1)},
            ),
            Instance("side", on_the_side_of_the_margin, {"beta": _HALF, "margin": Fraction(-1)}),
            Instance(
                "quarter",
                slope,
                {"beta": Fraction(2), "margin": Fraction(1, 9), "constant": Fraction(1, 4)},
            ),
        ),
        searches=(
            Exhaustion(
                "larger-weights",
                sharper,
                lambda: (
                    {"beta": b, "larger": c, "margin": m}
                    for b, c in combinations(_BETAS, 2)
                    for m in _MARGINS
                    if m
                ),
            ),
            Search(
                "slope",
                slope,
                lambda: {
                    "beta": penalties(),
                    "margin": numbers().filter(bool),
                    "constant": st.just(Fraction(1, 4)),
                },
            ),
        ),
        controls=(
            Control(
                "negative-weight",
                "the weight may be negative",
                sharper,
                refuted_by={"beta": Fraction(-1), "larger": _HALF, "margin": _ONE},
                holds_for={"beta": Fraction(1, 3), "larger": _HALF, "margin": _ONE},
                drops="positive-penalty",
            ),
            Control(
                "other-side",
                "the weight may be negative",
                on_the_side_of_the_margin,
                refuted_by={"beta": Fraction(-1), "margin": _ONE},
                holds_for={"beta": _ONE, "margin": _ONE},
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
        searches=(
            Search(
                "targets",
                least_at_target,
                lambda: st.tuples(numbers(), st.lists(numbers(), max_size=6)).map(
                    lambda c: {"target": c[0], "margins": (c[0], *c[1])}
                ),
            ),
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
        computations=(
            Computation(
                "least",
                "decide (∀ u : Fin 13, ((u.val : Rat) / 2 - 3 - 1 / 2) ^ 2 ≤ 0 ↔ u = 7)",
                "Bool",
                lambda: least_at_target(_HALF, _MARGINS).holds and _MARGINS[7] == _HALF,
                ("DeepTheory.Alignment.DPO",),
            ),
            Computation(
                "logistic-loss-at-three",
                lean_digits(".log (.add .one (.exp (.rat (-3))))", 6),
                "Int",
                lambda: digits(loss(Fraction(3)), 6),
                _MODULES,
            ),
        ),
    ),
)
