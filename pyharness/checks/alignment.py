"""Checks of chapter 20: preference models.

Definitions are written as the book has them. Rewards enter through their exponentials, the
strengths, which are positive rational numbers here: adding ``c(x)`` to a reward multiplies the
strength by ``exp(c(x))``. The identities use the exponential itself.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import permutations
from typing import TYPE_CHECKING

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

#: Strength of each response to each prompt: ``table[prompt][response]``.
Table = Mapping[str, Mapping[str, Fraction]]


def preference(strength: Fraction, other: Fraction) -> Fraction:
    """Return the probability that the first response is preferred: its share of the strength."""
    return strength / (strength + other)


def logistic_of_log(odds: Fraction) -> Fraction:
    """Return ``σ(t) = 1 / (1 + e^(-t))`` at ``t = log(odds)``."""
    return 1 / (1 + 1 / odds)


def probabilities(table: Table) -> dict[str, Fraction]:
    """Return all preference probabilities of a table, prompt by prompt and pair by pair."""
    return {
        f"{y} over {other} given {x}": preference(row[y], row[other])
        for x, row in table.items()
        for y, other in permutations(row, 2)
    }


# ----- The model ----------------------------------------------------------------------------------


def share_is_logistic(strength: Fraction, other: Fraction) -> Comparison:
    """The share of the strength is the logistic function of the difference of rewards."""
    return Comparison(preference(strength, other), "=", logistic_of_log(strength / other))


def share_is_logistic_of_sum(strength: Fraction, other: Fraction) -> Comparison:
    """The share of the strength is the logistic function of the sum of the rewards."""
    return Comparison(preference(strength, other), "=", logistic_of_log(strength * other))


def one_response_wins(strength: Fraction, other: Fraction) -> Comparison:
    """The probabilities of the two outcomes of a comparison add up to one."""
    return Comparison(preference(strength, other) + preference(other, strength), "=", 1)


def logistic_form() -> tuple[sympy.Expr, sympy.Expr]:
    """The logistic function of the difference is the share of the exponentials."""
    import sympy

    r, s = sympy.symbols("r s", real=True)
    return 1 / (1 + sympy.exp(-(r - s))), sympy.exp(r) / (sympy.exp(r) + sympy.exp(s))


# ----- Invariance under prompt shifts -------------------------------------------------------------


def prompt_shift(table: Table, factor: Mapping[str, Fraction]) -> Comparison:
    """A factor that depends on the prompt only leaves all preference probabilities as they are."""
    shifted = {x: {y: factor[x] * w for y, w in row.items()} for x, row in table.items()}
    return Comparison(probabilities(shifted), "=", probabilities(table))


def response_shift(table: Table, factor: Table) -> Comparison:
    """A factor that may depend on prompt and response leaves all probabilities as they are."""
    shifted = {x: {y: factor[x][y] * w for y, w in row.items()} for x, row in table.items()}
    return Comparison(probabilities(shifted), "=", probabilities(table))


def change_of_scale(table: Table, power: int) -> Comparison:
    """Multiplying rewards (strengths to a power) leaves all probabilities as they are."""
    scaled = {x: {y: w**power for y, w in row.items()} for x, row in table.items()}
    return Comparison(probabilities(scaled), "=", probabilities(table))


def same_up_to_prompt(table: Table, other: Table) -> Comparison:
    """Tables have the same probabilities exactly when their ratio depends on the prompt only."""
    ratios = {x: {other[x][y] / w for y, w in row.items()} for x, row in table.items()}
    same = probabilities(table) == probabilities(other)
    return Comparison(same, "=", all(len(values) == 1 for values in ratios.values()))


def even_link_tells_tables_apart(table: Table, other: Table) -> Comparison:
    """With the even link ``σ(|t|)``, tables agree exactly when they differ by a prompt factor."""

    def likelihoods(table: Table) -> dict[tuple[str, str, str], Fraction]:
        return {
            (x, y, z): preference(max(row[y], row[z]), min(row[y], row[z]))
            for x, row in table.items()
            for y, z in permutations(row, 2)
        }

    ratios = [{other[x][y] / w for y, w in row.items()} for x, row in table.items()]
    same = likelihoods(table) == likelihoods(other)
    return Comparison(same, "=", all(len(values) == 1 for values in ratios))


def exponential_shift() -> tuple[sympy.Expr, sympy.Expr]:
    """The book's probabilities with the reward ``r + c`` and with the reward ``r``."""
    import sympy

    r, s, c = sympy.symbols("r s c", real=True)
    exp = sympy.exp
    return exp(r + c) / (exp(r + c) + exp(s + c)), exp(r) / (exp(r) + exp(s))


def odds_are_ratios() -> tuple[sympy.Expr, sympy.Expr]:
    """The odds of a preference are the ratio of the strengths: the heart of the converse."""
    import sympy

    u, v = sympy.symbols("u v", positive=True)
    p = u / (u + v)
    return p / (1 - p), u / v


_TABLE: Table = {
    "easy": {"short": Fraction(2), "long": Fraction(3), "odd": Fraction(1, 7)},
    "hard": {"short": Fraction(5, 2), "long": Fraction(1), "odd": Fraction(4)},
}
_FACTOR = {"easy": Fraction(5), "hard": Fraction(3, 8)}
_SHIFTED: Table = {x: {y: _FACTOR[x] * w for y, w in row.items()} for x, row in _TABLE.items()}
_PAIR: Table = {"prompt": {"good": Fraction(2), "bad": Fraction(1)}}
_TIE: Table = {"prompt": {"good": Fraction(2), "bad": Fraction(2)}}


_MODULES = ("DeepTheory.Alignment.BradleyTerry", "DeepTheory.Algebra.Rat.Basic")

#: The table of the instances as a Lean function of prompt and response (``true`` is "short").
_LEAN_TABLE = "(fun (x y : Bool) => cond x (cond y 2 3) (cond y (5 / 2) 1) : Bool → Bool → Rat)"

#: The logistic function to base 2 of an integer: ``1 / (1 + 2^(-t))``.
_LEAN_LOGISTIC = "(fun t : Int => (1 / (1 + 2 ^ (-t).toNat / 2 ^ t.toNat) : Rat))"

#: A reward that is 0 for the response ``true`` and 3 for the other.
_LEAN_REWARD = "(fun (_ y : Bool) => cond y 0 3 : Bool → Bool → Int)"


CHECKS = (
    RowChecks(
        "ch20-bradley-terry",
        identities=(Identity("logistic-form", logistic_form),),
        instances=(
            Instance(
                "two-to-three",
                share_is_logistic,
                {"strength": Fraction(2), "other": Fraction(3)},
            ),
            Instance(
                "fractions",
                share_is_logistic,
                {"strength": Fraction(3, 7), "other": Fraction(11, 5)},
            ),
            Instance(
                "one-wins",
                one_response_wins,
                {"strength": Fraction(3, 7), "other": Fraction(11, 5)},
            ),
        ),
        controls=(
            Control(
                "sum-of-rewards",
                "rewards are added instead of subtracted",
                share_is_logistic_of_sum,
                refuted_by={"strength": Fraction(2), "other": Fraction(3)},
                holds_for={"strength": Fraction(2), "other": Fraction(1)},
            ),
        ),
        computations=(
            Computation(
                "two-to-three",
                "BradleyTerry.preference (2 : Rat) 3",
                "Rat",
                lambda: preference(Fraction(2), Fraction(3)),
                _MODULES,
            ),
            Computation(
                "fractions",
                "BradleyTerry.preference (3 / 7 : Rat) (11 / 5)",
                "Rat",
                lambda: preference(Fraction(3, 7), Fraction(11, 5)),
                _MODULES,
            ),
            Computation(
                "table",
                f"BradleyTerry.prob {_LEAN_TABLE} false true false",
                "Rat",
                lambda: probabilities(_TABLE)["short over long given hard"],
                _MODULES,
            ),
            Computation(
                "logistic-of-log",
                f"BradleyTerry.likelihood {_LEAN_LOGISTIC} {_LEAN_REWARD} true true false",
                "Rat",
                lambda: logistic_of_log(Fraction(1, 2**3)),
                _MODULES,
            ),
            Computation(
                "logistic-of-log-reversed",
                f"BradleyTerry.likelihood {_LEAN_LOGISTIC} {_LEAN_REWARD} true false true",
                "Rat",
                lambda: logistic_of_log(Fraction(2**3)),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch20-bt-shift-invariance",
        identities=(
            Identity("exponential-shift", exponential_shift),
            Identity("odds-are-ratios", odds_are_ratios),
        ),
        instances=(
            Instance(
                "two-prompts-three-responses",
                prompt_shift,
                {"table": _TABLE, "factor": _FACTOR},
            ),
            Instance("converse-same", same_up_to_prompt, {"table": _TABLE, "other": _SHIFTED}),
            Instance(
                "converse-different",
                same_up_to_prompt,
                {"table": _TABLE, "other": {**_SHIFTED, "hard": _TABLE["easy"]}},
            ),
        ),
        controls=(
            Control(
                "response-shift",
                "the shift may depend on the response",
                response_shift,
                refuted_by={
                    "table": _PAIR,
                    "factor": {"prompt": {"good": Fraction(1), "bad": Fraction(2)}},
                },
                holds_for={
                    "table": _PAIR,
                    "factor": {"prompt": {"good": Fraction(2), "bad": Fraction(2)}},
                },
                drops="prompt-only",
            ),
            Control(
                "doubled-rewards",
                "rewards are multiplied by 2 instead of shifted",
                change_of_scale,
                refuted_by={"table": _PAIR, "power": 2},
                holds_for={"table": _TIE, "power": 2},
            ),
            Control(
                "even-link",
                "the link is even, so not injective",
                even_link_tells_tables_apart,
                refuted_by={
                    "table": _PAIR,
                    "other": {"prompt": {"good": Fraction(1), "bad": Fraction(2)}},
                },
                holds_for={
                    "table": _PAIR,
                    "other": {"prompt": {"good": Fraction(6), "bad": Fraction(3)}},
                },
                drops="injective-link",
            ),
        ),
        computations=(
            Computation(
                "shifted",
                f"BradleyTerry.prob (fun x y => cond x 5 (3 / 8) * {_LEAN_TABLE} x y)"
                " false true false",
                "Rat",
                lambda: probabilities(_SHIFTED)["short over long given hard"],
                _MODULES,
            ),
            Computation(
                "shifted-other-prompt",
                f"BradleyTerry.prob (fun x y => cond x 5 (3 / 8) * {_LEAN_TABLE} x y)"
                " true false true",
                "Rat",
                lambda: probabilities(_TABLE)["long over short given easy"],
                _MODULES,
            ),
        ),
    ),
)
