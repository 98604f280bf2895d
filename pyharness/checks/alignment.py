"""Checks of chapter 20: preference models.

Definitions are written as the book has them. Rewards enter through their exponentials, the
strengths, which are positive rational numbers here: adding ``c(x)`` to a reward multiplies the
strength by ``exp(c(x))``. The identities use the exponential itself.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import permutations, product
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import (
    digits,
    exp,
    lean_digits,
    log,
    real,
    total,
)
from pyharness.checks.information import distributions, grid
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
    import sympy
    from hypothesis.strategies import SearchStrategy

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


def strengths() -> SearchStrategy[Fraction]:
    """Return a strategy for positive strengths."""
    return st.parts(Fraction(1, 6), 6, 6)


def tables() -> SearchStrategy[Table]:
    """Return a strategy for the strengths of three responses to two prompts."""
    row = st.fixed_dictionaries(dict.fromkeys(("short", "long", "odd"), strengths()))
    return st.fixed_dictionaries({"easy": row, "hard": row})


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


# ----- Reference-corrected log-odds ---------------------------------------------------------------

#: Probabilities of the responses; the first two are the preferred and the rejected one.
Policy = tuple[Fraction, ...]


def quotient(a: Fraction, b: Fraction) -> Fraction:
    """Return the quotient, and zero if the divisor is zero, as the Lean library has it."""
    return a / b if b else Fraction(0)


def odds_ratio(policy: Policy, reference: Policy) -> Fraction:
    """Return ``exp(m)``: the odds of the pair under the policy over those under the reference."""
    return quotient(quotient(policy[0], policy[1]), quotient(reference[0], reference[1]))


def dpo_likelihood(policy: Policy, reference: Policy, beta: int) -> Fraction:
    """Return ``σ(β m)``; the loss is minus its logarithm, so it decreases where this increases."""
    strength = (
        quotient(Fraction(1), odds_ratio(policy, reference) ** -beta)
        if beta < 0
        else (odds_ratio(policy, reference) ** beta)
    )
    return strength / (strength + 1)


def smaller_loss_larger_odds(
    policy: Policy, other: Policy, reference: Policy, beta: int
) -> Comparison:
    """The loss of the other policy is smaller exactly when its odds of the pair are larger."""
    smaller = dpo_likelihood(policy, reference, beta) < dpo_likelihood(other, reference, beta)
    return Comparison(smaller, "=", policy[0] * other[1] < other[0] * policy[1])


def positive_policies(parts: int) -> list[Policy]:
    """Return the policies for three responses with positive multiples of ``1 / parts``."""
    return list(grid(3, parts, positive=True))


def half_at_reference(reference: Policy, beta: int) -> Comparison:
    """At the reference the likelihood is one half, so the loss is the logarithm of two."""
    return Comparison(dpo_likelihood(reference, reference, beta), "=", Fraction(1, 2))


def relative_not_absolute(policy: Policy, reference: Policy) -> Comparison:
    """The statistic is positive although the preferred response is less likely."""
    facts = (odds_ratio(policy, reference) > 1, policy[0] < policy[1])
    return Comparison(facts, "=", (True, True))


def both_probabilities_fall(policy: Policy, reference: Policy) -> Comparison:
    """The statistic is positive although both responses are less likely than before."""
    falls = (policy[0] < reference[0], policy[1] < reference[1])
    return Comparison((odds_ratio(policy, reference) > 1, *falls), "=", (True, True, True))


def likelihood_compares_policy_only(policy: Policy, reference: Policy) -> Comparison:
    """The likelihood is above one half exactly when the preferred response is the likelier one."""
    above = dpo_likelihood(policy, reference, 1) > Fraction(1, 2)
    return Comparison(above, "=", policy[0] > policy[1])


def tilted(reference: Policy, factor: Policy) -> Policy:
    """Return the distribution proportional to reference times factor."""
    total = sum(r * f for r, f in zip(reference, factor, strict=True))
    return tuple(r * f / total for r, f in zip(reference, factor, strict=True))


def partition_cancels(reference: Policy, factor: Policy, beta: int) -> Comparison:
    """The Bradley-Terry probability for rewards ``β log(factor)`` is the policy's likelihood."""
    return Comparison(
        preference(factor[0] ** beta, factor[1] ** beta),
        "=",
        dpo_likelihood(tilted(reference, factor), reference, beta),
    )


def partition_by_response(
    reference: Policy, factor: Policy, partition: Policy, beta: int
) -> Comparison:
    """The same if each response has a normalizing constant of its own."""
    policy = tuple(r * f / z for r, f, z in zip(reference, factor, partition, strict=True))
    return Comparison(
        preference(factor[0] ** beta, factor[1] ** beta),
        "=",
        dpo_likelihood(policy, reference, beta),
    )


def partition_cancels_for_rewards(
    reward: tuple[Fraction, ...], reference: Policy, beta: Fraction
) -> Comparison:
    """The preference by rewards is that by the statistic of the tilt by ``exp(reward / β)``.

    A quotient by zero is zero, as the Lean library has it.
    """
    weights = [real(r) * exp(quotient(s, beta)) for r, s in zip(reference, reward, strict=True)]
    z = total(weights)
    margins = [real(beta) * log(w / z / real(r)) for w, r in zip(weights, reference, strict=True)]
    return Comparison(
        1 / (1 + exp(reward[1] - reward[0])), "≈", 1 / (1 + exp(margins[1] - margins[0]))
    )


_TABLE: Table = {
    "easy": {"short": Fraction(2), "long": Fraction(3), "odd": Fraction(1, 7)},
    "hard": {"short": Fraction(5, 2), "long": Fraction(1), "odd": Fraction(4)},
}
_FACTOR = {"easy": Fraction(5), "hard": Fraction(3, 8)}
_SHIFTED: Table = {x: {y: _FACTOR[x] * w for y, w in row.items()} for x, row in _TABLE.items()}
_PAIR: Table = {"prompt": {"good": Fraction(2), "bad": Fraction(1)}}
_TIE: Table = {"prompt": {"good": Fraction(2), "bad": Fraction(2)}}


#: Strengths of up to three for three responses to one prompt.
_SMALL_ROWS = [
    dict(zip("abc", map(Fraction, values), strict=True)) for values in product((1, 2, 3), repeat=3)
]


_MODULES = ("DeepTheory.Alignment.BradleyTerry", "DeepTheory.Algebra.Rat.Basic")

#: The table of the instances as a Lean function of prompt and response (``true`` is "short").
_LEAN_TABLE = "(fun (x y : Bool) => cond x (cond y 2 3) (cond y (5 / 2) 1) : Bool → Bool → Rat)"

#: The logistic function to base 2 of an integer: ``1 / (1 + 2^(-t))``.
_LEAN_LOGISTIC = "(fun t : Int => (1 / (1 + 2 ^ (-t).toNat / 2 ^ t.toNat) : Rat))"

#: A reward that is 0 for the response ``true`` and 3 for the other.
_LEAN_REWARD = "(fun (_ y : Bool) => cond y 0 3 : Bool → Bool → Int)"


def rationals(*values: str) -> Policy:
    """Return the fractions that are written."""
    return tuple(map(Fraction, values))


_UNIFORM = rationals("1/3", "1/3", "1/3")
_BOTH_FALL = rationals("3/10", "1/10", "6/10")
_HALVES = rationals("1/2", "1/2")
_DPO = ("DeepTheory.Alignment.ReferenceLogOdds",)
_LEAN_BOTH_FALL = (
    "(fun y => if y = 0 then 3 / 10 else if y = 1 then 1 / 10 else 3 / 5 : Fin 3 → Rat)"
)


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
        searches=(
            Search(
                "strengths",
                share_is_logistic,
                lambda: {"strength": strengths(), "other": strengths()},
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
            Computation(
                "logistic-of-one",
                lean_digits(".inv (.add .one (.exp (.neg .one)))", 9),
                "Int",
                lambda: digits(1 / (1 + exp(-1)), 9),
                ("DeepTheory.Real.Interval",),
            ),
        ),
        plots=(
            Plot(
                "strength",
                "On a logarithmic axis a stronger opponent only moves the logistic curve",
                share_is_logistic,
                "strength",
                tuple(Fraction(2) ** k for k in range(-6, 9)),
                {f"opponent of strength {other}": {"other": Fraction(other)} for other in (1, 8)},
                "strength eʳ",
                "share of the strength",
                "logistic function of the difference of rewards",
                logarithmic="x",
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
        searches=(
            Search(
                "shifts",
                prompt_shift,
                lambda: {
                    "table": tables(),
                    "factor": st.fixed_dictionaries(dict.fromkeys(("easy", "hard"), strengths())),
                },
            ),
            Exhaustion(
                "converse",
                same_up_to_prompt,
                lambda: (
                    {"table": {"prompt": first}, "other": {"prompt": second}}
                    for first in _SMALL_ROWS
                    for second in _SMALL_ROWS
                ),
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
    RowChecks(
        "ch20-reference-log-odds",
        instances=(
            Instance(
                "smaller-loss",
                smaller_loss_larger_odds,
                {"policy": _UNIFORM, "other": _BOTH_FALL, "reference": _UNIFORM, "beta": 1},
            ),
            Instance(
                "larger-penalty",
                smaller_loss_larger_odds,
                {
                    "policy": _BOTH_FALL,
                    "other": rationals("1/2", "1/4", "1/4"),
                    "reference": rationals("1/5", "3/5", "1/5"),
                    "beta": 3,
                },
            ),
            Instance("at-reference", half_at_reference, {"reference": _BOTH_FALL, "beta": 2}),
            Instance(
                "relative-not-absolute",
                relative_not_absolute,
                {"policy": rationals("2/5", "3/5"), "reference": rationals("1/5", "4/5")},
            ),
            Instance(
                "both-fall",
                both_probabilities_fall,
                {"policy": _BOTH_FALL, "reference": _UNIFORM},
            ),
        ),
        searches=(
            Exhaustion(
                "all-sixths",
                smaller_loss_larger_odds,
                lambda: (
                    {"policy": p, "other": q, "reference": r, "beta": 2}
                    for p, q, r in product(positive_policies(6), repeat=3)
                ),
                lambda: (
                    {"policy": p, "other": q, "reference": r, "beta": beta}
                    for p, q, r in product(positive_policies(7), repeat=3)
                    for beta in (1, 3)
                ),
            ),
        ),
        controls=(
            Control(
                "no-penalty",
                "the penalty is zero",
                smaller_loss_larger_odds,
                refuted_by={
                    "policy": _UNIFORM,
                    "other": _BOTH_FALL,
                    "reference": _UNIFORM,
                    "beta": 0,
                },
                holds_for={
                    "policy": _UNIFORM,
                    "other": _UNIFORM,
                    "reference": _UNIFORM,
                    "beta": 0,
                },
                drops="positive-penalty",
            ),
            Control(
                "negative-penalty",
                "the penalty is negative",
                smaller_loss_larger_odds,
                refuted_by={
                    "policy": _UNIFORM,
                    "other": _BOTH_FALL,
                    "reference": _UNIFORM,
                    "beta": -1,
                },
                holds_for={
                    "policy": _UNIFORM,
                    "other": _UNIFORM,
                    "reference": _UNIFORM,
                    "beta": -1,
                },
                drops="positive-penalty",
            ),
            Control(
                "reference-without-mass",
                "the reference has no mass at the rejected response",
                half_at_reference,
                refuted_by={"reference": rationals("1", "0"), "beta": 1},
                holds_for={"reference": rationals("1/4", "3/4"), "beta": 1},
                drops="positive-probabilities",
            ),
            Control(
                "two-responses",
                "there are two responses only",
                both_probabilities_fall,
                refuted_by={
                    "policy": rationals("2/5", "3/5"),
                    "reference": rationals("1/5", "4/5"),
                },
                holds_for={"policy": _BOTH_FALL, "reference": _UNIFORM},
            ),
            Control(
                "absolute-preference",
                "the loss is said to compare the two probabilities of the policy",
                likelihood_compares_policy_only,
                refuted_by={
                    "policy": rationals("2/5", "3/5"),
                    "reference": rationals("1/5", "4/5"),
                },
                holds_for={"policy": rationals("3/5", "2/5"), "reference": _HALVES},
            ),
        ),
        computations=(
            Computation(
                "odds-ratio",
                f"DPO.oddsRatio {_LEAN_BOTH_FALL} (fun _ => 1 / 3) 0 1",
                "Rat",
                lambda: odds_ratio(_BOTH_FALL, _UNIFORM),
                _DPO,
            ),
            Computation(
                "likelihood",
                f"DPO.likelihood (fun a => a ^ 2) {_LEAN_BOTH_FALL} (fun _ => 1 / 3) 0 1",
                "Rat",
                lambda: dpo_likelihood(_BOTH_FALL, _UNIFORM, 2),
                _DPO,
            ),
            Computation(
                "loss",
                lean_digits(".log (.add .one (.exp (.neg (.mul (.nat 2) (.log (.rat 3))))))", 9),
                "Int",
                lambda: digits(log(1 + exp(-2 * log(3))), 9),
                ("DeepTheory.Real.Interval",),
            ),
        ),
    ),
    RowChecks(
        "ch20-dpo-reparameterization",
        instances=(
            Instance(
                "penalty-one",
                partition_cancels,
                {"reference": _BOTH_FALL, "factor": rationals("2", "3", "1/2"), "beta": 1},
            ),
            Instance(
                "penalty-three",
                partition_cancels,
                {"reference": _UNIFORM, "factor": rationals("5/7", "3", "11"), "beta": 3},
            ),
            Instance(
                "penalty-negative",
                partition_cancels,
                {"reference": _BOTH_FALL, "factor": rationals("5/7", "3", "11"), "beta": -2},
            ),
            Instance(
                "rewards",
                partition_cancels_for_rewards,
                {
                    "reward": rationals("1", "-1/2", "3"),
                    "reference": _BOTH_FALL,
                    "beta": Fraction(1, 5),
                },
            ),
        ),
        searches=(
            Search(
                "penalties-of-both-signs",
                partition_cancels,
                lambda: {
                    "reference": distributions(3, positive=True),
                    "factor": st.tuples(strengths(), strengths(), strengths()),
                    "beta": st.sampled_from((-3, -2, -1, 1, 2, 3)),
                },
            ),
        ),
        controls=(
            Control(
                "partition-by-response",
                "the normalizing constant may depend on the response",
                partition_by_response,
                refuted_by={
                    "reference": _UNIFORM,
                    "factor": rationals("2", "3", "1"),
                    "partition": rationals("1", "2", "1"),
                    "beta": 1,
                },
                holds_for={
                    "reference": _UNIFORM,
                    "factor": rationals("2", "3", "1"),
                    "partition": rationals("2", "2", "2"),
                    "beta": 1,
                },
            ),
            Control(
                "reference-without-mass",
                "the reference has no mass at the rejected response",
                partition_cancels,
                refuted_by={
                    "reference": rationals("1/2", "0", "1/2"),
                    "factor": rationals("2", "3", "1"),
                    "beta": 1,
                },
                holds_for={
                    "reference": rationals("1/2", "1/2", "0"),
                    "factor": rationals("2", "3", "1"),
                    "beta": 1,
                },
                drops="positive-reference",
            ),
            Control(
                "no-penalty",
                "the penalty is zero",
                partition_cancels_for_rewards,
                refuted_by={
                    "reward": rationals("1", "0"),
                    "reference": _HALVES,
                    "beta": Fraction(0),
                },
                holds_for={
                    "reward": rationals("1", "1"),
                    "reference": _HALVES,
                    "beta": Fraction(0),
                },
                drops="positive-penalty",
            ),
        ),
        computations=(
            Computation(
                "tilted",
                f"DPO.tilt {_LEAN_BOTH_FALL} (fun y => y.val + 1) 2",
                "Rat",
                lambda: tilted(_BOTH_FALL, rationals("1", "2", "3"))[2],
                _DPO,
            ),
            Computation(
                "likelihood",
                f"DPO.likelihood id (DPO.tilt {_LEAN_BOTH_FALL} (fun y => y.val + 1))"
                f" {_LEAN_BOTH_FALL} 0 1",
                "Rat",
                lambda: preference(Fraction(1), Fraction(2)),
                _DPO,
            ),
            Computation(
                "reward",
                lean_digits(
                    ".add (.mul (.nat 3) (.log (.rat (2/5 / (1/3)))))"
                    " (.mul (.nat 3) (.log (.rat (7/2))))",
                    9,
                ),
                "Int",
                lambda: digits(3 * log(Fraction(6, 5)) + 3 * log(Fraction(7, 2)), 9),
                ("DeepTheory.Real.Interval",),
            ),
        ),
    ),
)
