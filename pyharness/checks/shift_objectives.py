"""Checks of chapter 21: worst groups as a game, invariant risks, energy scores, ensembles.

Scores enter the energy through positive weights ``e^(f/T)`` where equality matters, and through
intervals elsewhere.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import Interval, exp, log, real, total
from pyharness.checks.generative_games import mixed_value
from pyharness.checks.information import grid
from pyharness.checks.matrices import Matrix, Vector, dot, matrix, transpose, vector
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

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import sympy

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)
_QUARTER = Fraction(1, 4)


# ----- The worst group ----------------------------------------------------------------------------


def worst_mixture(risks: Vector, steps: int) -> Comparison:
    """The largest risk of a mixture, on a grid of weights with the vertices, is the worst group's.

    The risks are those of one predictor in the groups.
    """
    largest = max(dot(weights, risks) for weights in grid(len(risks), steps))
    return Comparison(largest, "=", max(risks))


def robust_choice(risks: Matrix, steps: int) -> Comparison:
    """The least worst group risk is the least worst risk of a mixture; rows are predictors."""
    left = min(map(max, risks))
    right = min(max(dot(weights, row) for weights in grid(len(row), steps)) for row in risks)
    return Comparison(left, "=", right)


def mixed_minimax(risks: Matrix) -> Comparison:
    """With mixed predictors the least worst risk is the largest best answer to the groups."""
    negative = tuple(tuple(-a for a in column) for column in transpose(risks))
    return Comparison(mixed_value(risks), "=", -mixed_value(negative))


def pure_minimax(risks: Matrix, steps: int) -> Comparison:
    """The same for predictors that are not mixed, with group weights on a grid."""
    least_worst = min(map(max, risks))
    weights = grid(len(risks[0]), steps)
    return Comparison(least_worst, "=", max(min(dot(q, row) for row in risks) for q in weights))


# ----- Invariant risks ----------------------------------------------------------------------------

#: Outcomes of an environment: probability, feature, label.
Environment = tuple[tuple[Fraction, Fraction, Fraction], ...]


def mean(environment: Environment, power: int, label: int) -> Fraction:
    """Return the mean of a product of powers of feature and label."""
    return sum((p * phi**power * y**label for p, phi, y in environment), Fraction(0))


def squared_risk(environment: Environment, w: Fraction) -> Fraction:
    """Return the mean of ``(w Φ - Y)²``."""
    return sum((p * (w * phi - y) ** 2 for p, phi, y in environment), Fraction(0))


def absolute_risk(environment: Environment, w: Fraction) -> Fraction:
    """Return the mean of ``|w Φ - Y|``."""
    return sum((p * abs(w * phi - y) for p, phi, y in environment), Fraction(0))


def slope_at_one(environment: Environment) -> Fraction:
    """Return the derivative of the risk at ``w = 1``: a symmetric difference, exact for squares."""
    one = Fraction(1)
    return (squared_risk(environment, one + 1) - squared_risk(environment, one - 1)) / 2


def gradient_formula(environment: Environment) -> Comparison:
    """The derivative at ``w = 1`` is ``2 E[(Φ - Y) Φ]``."""
    right = 2 * sum((p * (phi - y) * phi for p, phi, y in environment), Fraction(0))
    return Comparison(slope_at_one(environment), "=", right)


def gradient_formula_absolute(environment: Environment) -> Comparison:
    """The same for the absolute loss, whose difference quotient is exact away from its kinks."""
    step = Fraction(1, 1000)
    one = Fraction(1)
    left = (absolute_risk(environment, one + step) - absolute_risk(environment, one - step)) / (
        2 * step
    )
    right = 2 * sum((p * (phi - y) * phi for p, phi, y in environment), Fraction(0))
    return Comparison(left, "=", right)


def penalty(environments: tuple[Environment, ...]) -> Fraction:
    """Return the sum of the squared derivatives at ``w = 1``."""
    return sum((slope_at_one(e) ** 2 for e in environments), Fraction(0))


def penalty_and_slopes(environments: tuple[Environment, ...]) -> Comparison:
    """The penalty is zero exactly if the least-squares slopes are one where they are defined."""
    slopes = all(mean(e, 1, 1) / mean(e, 2, 0) == 1 for e in environments if mean(e, 2, 0))
    return Comparison(penalty(environments) == 0, "=", slopes)


def penalty_and_defined_slopes(environments: tuple[Environment, ...]) -> Comparison:
    """The same, with the slope zero where the feature vanishes."""
    slopes = all(mean(e, 2, 0) and mean(e, 1, 1) / mean(e, 2, 0) == 1 for e in environments)
    return Comparison(penalty(environments) == 0, "=", slopes)


def penalty_and_feasibility(environments: tuple[Environment, ...]) -> Comparison:
    """The penalty is zero exactly if no other ``w`` has a smaller risk in any environment.

    Tried are numbers next to one: the risk is a convex quadratic.
    """
    steps = [Fraction(s, n) for s in (1, -1) for n in (1, 10, 10**6)]
    best = all(
        squared_risk(e, Fraction(1)) <= squared_risk(e, 1 + s) for e in environments for s in steps
    )
    return Comparison(penalty(environments) == 0, "=", best)


def has_penalty(environments: tuple[Environment, ...]) -> Comparison:
    """The penalty is positive."""
    return Comparison(penalty(environments), ">", 0)


def gradient_of_risk() -> tuple[sympy.Expr, sympy.Expr]:
    """The derivative of the risk with two outcomes, at ``w = 1``."""
    import sympy

    p, a, b, y, z, w = sympy.symbols("p phi1 phi2 y1 y2 w", real=True)
    value = p * (w * a - y) ** 2 + (1 - p) * (w * b - z) ** 2
    return sympy.diff(value, w).subs(w, 1), 2 * (p * (a - y) * a + (1 - p) * (b - z) * b)


# ----- Representations ----------------------------------------------------------------------------

#: What a representation keeps of ``(x₁, x₂)``: nothing, the first, the second, both.
_KEEPS = ((), (0,), (1,), (0, 1))


def outcomes(alpha: Fraction, beta: Fraction) -> Iterator[tuple[Fraction, tuple[int, int], int]]:
    """Yield the probabilities of features and label in an environment.

    The label is a fair bit; the first feature differs from it with probability ``α``, the second
    with probability ``β``, independently.
    """
    for y, first, second in product((0, 1), repeat=3):
        mass = (alpha if first != y else 1 - alpha) * (beta if second != y else 1 - beta)
        yield mass / 2, (first, second), y


#: A rule on top of a representation: the answer for each of its values.
Rule = dict[tuple[int, ...], Fraction]


def rule_risk(alpha: Fraction, beta: Fraction, kept: tuple[int, ...], rule: Rule) -> Fraction:
    """Return the squared risk of a rule on top of a representation."""
    return sum(
        (p * (rule[tuple(x[i] for i in kept)] - y) ** 2 for p, x, y in outcomes(alpha, beta)),
        Fraction(0),
    )


def best_rule(alpha: Fraction, beta: Fraction, kept: tuple[int, ...]) -> Rule:
    """Return the conditional means of the label, which have the least squared risk."""
    masses: Rule = {}
    labels: Rule = {}
    for p, x, y in outcomes(alpha, beta):
        key = tuple(x[i] for i in kept)
        masses[key] = masses.get(key, Fraction(0)) + p
        labels[key] = labels.get(key, Fraction(0)) + p * y
    return {key: labels[key] / mass for key, mass in masses.items()}


def invariant_choice(alpha: Fraction, betas: Vector, number: int = 1) -> Comparison:
    """Among the representations with a rule that is best in all environments, which is best.

    The number says what it keeps: 0 nothing, 1 the stable feature, 2 the other one, 3 both.
    """
    risks = {}
    for index, kept in enumerate(_KEEPS):
        rules = [best_rule(alpha, beta, kept) for beta in betas]
        if all(rule == rules[0] for rule in rules):
            risks[index] = sum(rule_risk(alpha, beta, kept, rules[0]) for beta in betas)
    return Comparison(min(risks, key=risks.__getitem__), "=", number)


def unconstrained_choice(alpha: Fraction, betas: Vector) -> Comparison:
    """Without the constraint, too, the stable feature alone is at least as good as both.

    The rule on top of a representation is the best one for the sum of the risks.
    """
    beta = sum(betas, Fraction(0)) / len(betas)
    first, both = (
        len(betas) * rule_risk(alpha, beta, kept, best_rule(alpha, beta, kept))
        for kept in (_KEEPS[1], _KEEPS[3])
    )
    return Comparison(first, "≤", both)


def out_of_distribution(alpha: Fraction, betas: Vector, feature: int) -> Fraction:
    """Return the largest 0-1 risk of the rule that answers with a feature."""
    return max(
        sum((p for p, x, y in outcomes(alpha, beta) if x[feature] != y), Fraction(0))
        for beta in betas
    )


def least_upper_bound(alpha: Fraction, betas: Vector, feature: int, level: Fraction) -> Comparison:
    """The risk out of distribution is at most a level exactly if the risks of all are."""
    risks = [out_of_distribution(alpha, (beta,), feature) for beta in betas]
    return Comparison(
        out_of_distribution(alpha, betas, feature) <= level, "=", all(r <= level for r in risks)
    )


def worst_environment(alpha: Fraction, betas: Vector, feature: int, value: Fraction) -> Comparison:
    """The risk out of distribution has this value."""
    return Comparison(out_of_distribution(alpha, betas, feature), "=", value)


def seen_environments_tell(
    alpha: Fraction, seen: Vector, betas: Vector, feature: int
) -> Comparison:
    """The risk out of distribution is the largest one of the environments that were seen."""
    return Comparison(
        out_of_distribution(alpha, betas, feature), "=", out_of_distribution(alpha, seen, feature)
    )


# ----- Energy scores ------------------------------------------------------------------------------


def energy(scores: Vector, temperature: Fraction) -> Interval:
    """Return ``-T log Σ e^(f/T)``."""
    return -real(temperature) * log(total(exp(f / temperature) for f in scores))


def above(scores: Vector, temperature: Fraction) -> Comparison:
    """The energy is at most minus the largest score."""
    return Comparison(energy(scores, temperature), "≤", -max(scores))


def below(scores: Vector, temperature: Fraction) -> Comparison:
    """The energy is at least minus the largest score, less ``T log K``."""
    bound = real(-max(scores)) - real(temperature) * log(len(scores))
    return Comparison(bound, "≤", energy(scores, temperature))


def below_without_temperature(scores: Vector, temperature: Fraction) -> Comparison:
    """The same with ``log K`` in place of ``T log K``."""
    bound = real(-max(scores)) - log(len(scores))
    return Comparison(bound, "≤", energy(scores, temperature))


def equal_scores_reach_the_bound(score: Fraction, count: int, temperature: Fraction) -> Comparison:
    """If all scores are equal the energy is minus the score, less ``T log K``."""
    bound = real(-score) - real(temperature) * log(count)
    return Comparison(energy((score,) * count, temperature), "≈", bound)


def sum_between(weights: Vector) -> Comparison:
    """The sum of the weights is at least the largest of them: the upper bound of the energy."""
    return Comparison(max(weights), "≤", sum(weights))


def sum_at_most(weights: Vector) -> Comparison:
    """The sum is at most the number times the largest of them: the lower bound."""
    return Comparison(sum(weights), "≤", len(weights) * max(weights))


def sum_at_most_once(weights: Vector) -> Comparison:
    """The sum is at most the largest of them: the lower bound without ``T log K``."""
    return Comparison(sum(weights), "≤", max(weights))


def shifted(scores: Vector, temperature: Fraction, shift: Fraction) -> Comparison:
    """To add ``c`` to all scores subtracts it from the energy."""
    moved = tuple(f + shift for f in scores)
    return Comparison(energy(moved, temperature), "≈", energy(scores, temperature) - real(shift))


def unchanged(scores: Vector, temperature: Fraction, shift: Fraction) -> Comparison:
    """To add ``c`` to all scores does not change the energy, as it does not change the softmax."""
    moved = tuple(f + shift for f in scores)
    return Comparison(energy(moved, temperature), "≈", energy(scores, temperature))


def separated(sums: Vector, threshold: Fraction, power: int) -> Comparison:
    """To threshold the sums of weights separates as to threshold a power of them."""
    left = tuple(s >= threshold for s in sums)
    return Comparison(left, "=", tuple(s**power >= threshold**power for s in sums))


# ----- Ensembles ----------------------------------------------------------------------------------

#: The predictive distributions of a member, a row for each input.
Member = Matrix


def brier(law: Matrix, member: Member) -> Fraction:
    """Return the mean of the squared distance of the prediction from the label's point mass."""
    answer = Fraction(0)
    for row, predicted in zip(law, member, strict=True):
        for y, p in enumerate(row):
            answer += p * sum((a - int(k == y)) ** 2 for k, a in enumerate(predicted))
    return answer


def averaged(members: tuple[Member, ...], weights: Vector) -> Member:
    """Return the averaged predictive distributions."""
    inputs = range(len(members[0]))
    return tuple(
        tuple(dot(weights, column) for column in transpose(tuple(m[x] for m in members)))
        for x in inputs
    )


def brier_identity(law: Matrix, members: tuple[Member, ...], weights: Vector) -> Comparison:
    """The score of the average is the average score less the mean squared distances."""
    average = averaged(members, weights)
    inputs = [sum(row, Fraction(0)) for row in law]
    spread = [
        sum(
            p * sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
            for p, one, other in zip(inputs, member, average, strict=True)
        )
        for member in members
    ]
    scores = [brier(law, member) for member in members]
    return Comparison(
        brier(law, average), "=", dot(weights, tuple(scores)) - dot(weights, tuple(spread))
    )


def brier_no_worse(law: Matrix, members: tuple[Member, ...], weights: Vector) -> Comparison:
    """The score of the average is at most the average score."""
    scores = tuple(brier(law, member) for member in members)
    return Comparison(brier(law, averaged(members, weights)), "≤", dot(weights, scores))


def beats_the_best(law: Matrix, members: tuple[Member, ...], weights: Vector) -> Comparison:
    """The score of the average is at most that of the best member."""
    scores = [brier(law, member) for member in members]
    return Comparison(brier(law, averaged(members, weights)), "≤", min(scores))


def log_no_worse(chances: Vector, counts: tuple[int, ...]) -> Comparison:
    """The log score of the average is at most the average log score, as a product.

    The chances are those that the members give to the label; the weights are the counts over
    their sum ``n``, and both sides are raised to the power ``n``.
    """
    whole = sum(counts)
    average = sum((c * p for c, p in zip(counts, chances, strict=True)), Fraction(0)) / whole
    powers = prod((p**c for c, p in zip(counts, chances, strict=True)), start=Fraction(1))
    return Comparison(powers, "≤", average**whole)


def log_score(chances: Vector, weights: Vector) -> Comparison:
    """The log score of the average is at most the average log score."""
    right = -total(real(w) * log(p) for w, p in zip(weights, chances, strict=True) if w)
    return Comparison(-log(dot(weights, chances)), "≤", right)


# ----- Values -------------------------------------------------------------------------------------

_ENVIRONMENTS: tuple[Environment, ...] = (
    ((_HALF, Fraction(1), Fraction(2)), (_HALF, Fraction(1), Fraction(0))),
    ((_HALF, Fraction(2), Fraction(2)), (_HALF, Fraction(-1), Fraction(-1))),
)
#: The label is the feature in the first environment and its opposite in the second.
_SHORTCUT: tuple[Environment, ...] = (
    ((_HALF, Fraction(1), Fraction(1)), (_HALF, Fraction(-1), Fraction(-1))),
    ((_HALF, Fraction(1), Fraction(-1)), (_HALF, Fraction(-1), Fraction(1))),
)
_VANISHING: tuple[Environment, ...] = (((Fraction(1), Fraction(0), Fraction(3)),),)
_RISKS = matrix(("1/10", "1/2", "1/5"), ("3/10", "1/4", "2/5"), (1, 0, 0))
_PENNIES = matrix((1, 0), (0, 1))
_LAW = matrix(("1/2", "1/8"), ("1/8", "1/4"))
_MEMBERS: tuple[Member, ...] = (
    matrix(("9/10", "1/10"), ("1/2", "1/2")),
    matrix(("3/5", "2/5"), ("1/10", "9/10")),
)
_SURE: tuple[Member, ...] = (matrix((1, 0)), matrix((0, 1)))


def _environments() -> object:
    """Return a strategy for two environments with two outcomes."""
    number = st.parts(-2, 2, 2)
    outcomes = st.tuples(
        st.sampled_from(vector("1/4", "1/2", 1)), number, number, number, number
    ).map(lambda n: ((n[0], n[1], n[2]), (1 - n[0], n[3], n[4])))
    return st.tuples(outcomes, outcomes)


def _small_environments() -> Iterator[Mapping[str, object]]:
    """List environments with a feature and a label among small integers, half and half."""
    digits = vector(-1, 0, 1, 2)
    for phi, psi, y, z in product(digits, repeat=4):
        yield {"environments": (((_HALF, phi, y), (_HALF, psi, z)),)}


def _predictions() -> object:
    """Return a strategy for predictive distributions at two inputs with two labels."""
    row = st.integers(0, 4).map(lambda n: (Fraction(n, 4), 1 - Fraction(n, 4)))
    return st.tuples(row, row)


CHECKS = (
    RowChecks(
        "ch21-group-dro",
        instances=(
            Instance("three-groups", worst_mixture, {"risks": _RISKS[0], "steps": 6}),
            Instance("best-predictor", robust_choice, {"risks": _RISKS, "steps": 5}),
            Instance("mixed", mixed_minimax, {"risks": _RISKS}),
            Instance("matching-pennies", mixed_minimax, {"risks": _PENNIES}),
        ),
        searches=(
            Exhaustion(
                "risks-on-a-grid",
                worst_mixture,
                lambda: (
                    {"risks": risks, "steps": 4} for risks in product(vector(0, "1/2", 1), repeat=3)
                ),
            ),
            Search(
                "mixed",
                mixed_minimax,
                lambda: {
                    "risks": st.tuples(
                        *[st.tuples(*[st.integers(0, 4).map(lambda n: Fraction(n, 4))] * 3)] * 3
                    )
                },
            ),
        ),
        controls=(
            Control(
                "pure",
                "predictors are not mixed",
                pure_minimax,
                refuted_by={"risks": _PENNIES, "steps": 4},
                holds_for={"risks": matrix(("1/2", "1/4"), (1, "3/4")), "steps": 4},
                drops="finite-groups",
            ),
        ),
    ),
    RowChecks(
        "ch21-environment-risk",
        instances=(
            Instance(
                "stable-feature",
                worst_environment,
                {
                    "alpha": _QUARTER,
                    "betas": vector("1/10", "1/5", 1),
                    "feature": 0,
                    "value": _QUARTER,
                },
            ),
            Instance(
                "other-feature",
                worst_environment,
                {
                    "alpha": _QUARTER,
                    "betas": vector("1/10", "1/5", 1),
                    "feature": 1,
                    "value": Fraction(1),
                },
            ),
            Instance(
                "one-environment",
                worst_environment,
                {
                    "alpha": _QUARTER,
                    "betas": vector("1/10"),
                    "feature": 1,
                    "value": Fraction(1, 10),
                },
            ),
        ),
        searches=(
            Search(
                "levels",
                least_upper_bound,
                lambda: {
                    "alpha": st.parts(0, 1, 10),
                    "betas": st.lists(st.parts(0, 1, 10), min_size=1, max_size=4).map(tuple),
                    "feature": st.integers(0, 1),
                    "level": st.parts(0, 1, 10),
                },
            ),
        ),
        controls=(
            Control(
                "seen-environments",
                "only the environments that were seen are counted",
                seen_environments_tell,
                refuted_by={
                    "alpha": _QUARTER,
                    "seen": vector("1/10", "1/5"),
                    "betas": vector("1/10", "1/5", 1),
                    "feature": 1,
                },
                holds_for={
                    "alpha": _QUARTER,
                    "seen": vector("1/10", "1/5"),
                    "betas": vector("1/10", "1/5", 1),
                    "feature": 0,
                },
            ),
        ),
    ),
    RowChecks(
        "ch21-irm",
        instances=(
            Instance(
                "two-environments",
                invariant_choice,
                {"alpha": _QUARTER, "betas": vector("1/10", "1/5")},
            ),
            Instance(
                "reversed-environment",
                invariant_choice,
                {"alpha": Fraction(2, 5), "betas": vector("1/10", "9/10")},
            ),
            Instance(
                "no-stable-feature",
                invariant_choice,
                {"alpha": _HALF, "betas": vector("1/10", "1/5"), "number": 0},
            ),
        ),
        searches=(
            Exhaustion(
                "environments",
                invariant_choice,
                lambda: (
                    {"alpha": Fraction(a, 9), "betas": (Fraction(b, 9), Fraction(c, 9))}
                    for a in range(1, 5)
                    for b, c in product(range(1, 9), repeat=2)
                    if b != c
                ),
            ),
        ),
        controls=(
            Control(
                "one-environment",
                "there is one environment",
                invariant_choice,
                refuted_by={"alpha": _QUARTER, "betas": vector("1/10")},
                holds_for={"alpha": _QUARTER, "betas": vector("1/10", "1/5")},
            ),
            Control(
                "no-constraint",
                "the rule need not be best in every environment",
                unconstrained_choice,
                refuted_by={"alpha": _QUARTER, "betas": vector("1/10", "1/5")},
                holds_for={"alpha": _QUARTER, "betas": vector("1/4", "3/4")},
            ),
        ),
    ),
    RowChecks(
        "ch21-irmv1",
        identities=(Identity("two-outcomes", gradient_of_risk),),
        instances=(
            Instance("gradient", gradient_formula, {"environment": _SHORTCUT[1]}),
            Instance("invariant", penalty_and_slopes, {"environments": _ENVIRONMENTS}),
            Instance("shortcut", has_penalty, {"environments": _SHORTCUT}),
            Instance("feasible", penalty_and_feasibility, {"environments": _ENVIRONMENTS}),
            Instance(
                "unequal-masses",
                penalty_and_slopes,
                {
                    "environments": (
                        (
                            (_QUARTER, Fraction(1), Fraction(4)),
                            (Fraction(3, 4), Fraction(1), Fraction(0)),
                        ),
                    )
                },
            ),
            Instance("vanishing-feature", penalty_and_slopes, {"environments": _VANISHING}),
        ),
        searches=(
            Exhaustion("small-slopes", penalty_and_slopes, _small_environments),
            Exhaustion("small-feasible", penalty_and_feasibility, _small_environments),
            Search(
                "gradients",
                gradient_formula,
                lambda: {"environment": _environments().map(lambda pair: pair[0])},
            ),
        ),
        controls=(
            Control(
                "absolute-loss",
                "the loss is the absolute one",
                gradient_formula_absolute,
                refuted_by={"environment": ((Fraction(1), Fraction(1), Fraction(3)),)},
                holds_for={"environment": ((Fraction(1), Fraction(1), Fraction(3, 2)),)},
                drops="squared-loss",
            ),
            Control(
                "slope-of-nothing",
                "a feature that vanishes is said to have a penalty",
                penalty_and_defined_slopes,
                refuted_by={"environments": _VANISHING},
                holds_for={"environments": _ENVIRONMENTS},
            ),
            Control(
                "one-environment",
                "a feature that predicts in one environment is said to have a penalty",
                has_penalty,
                refuted_by={"environments": _SHORTCUT[:1]},
                holds_for={"environments": _SHORTCUT},
            ),
        ),
    ),
    RowChecks(
        "ch21-energy-score",
        instances=(
            Instance("above", above, {"scores": vector(1, 3, -2), "temperature": Fraction(1)}),
            Instance("below", below, {"scores": vector(1, 3, -2), "temperature": Fraction(2)}),
            Instance(
                "nearly-equal",
                below,
                {"scores": vector("1/2", "1/2", "49/100"), "temperature": Fraction(2)},
            ),
            Instance(
                "lower-bound-with-equality",
                equal_scores_reach_the_bound,
                {"score": Fraction(-3, 2), "count": 4, "temperature": Fraction(1, 3)},
            ),
            Instance("equal-scores", sum_at_most, {"weights": vector(3, 3, 3)}),
            Instance("one-score", sum_between, {"weights": vector(7)}),
            Instance(
                "shift",
                shifted,
                {
                    "scores": vector(1, 3, -2),
                    "temperature": Fraction(1, 2),
                    "shift": Fraction(10),
                },
            ),
            Instance(
                "cubes",
                separated,
                {"sums": vector("1/2", 2, 3, 5), "threshold": Fraction(2), "power": 3},
            ),
        ),
        searches=(
            Search(
                "upper",
                above,
                lambda: {
                    "scores": st.tuples(*[st.parts(-3, 3, 2)] * 3),
                    "temperature": st.sampled_from(vector("1/4", 1, 3)),
                },
            ),
            Search(
                "lower",
                sum_at_most,
                lambda: {
                    "weights": st.lists(
                        st.parts(Fraction(1, 9), 9, 18), min_size=1, max_size=5
                    ).map(tuple)
                },
            ),
            Search(
                "lower-with-temperatures",
                below,
                lambda: st.tuples(
                    st.parts(-3, 3, 2),
                    st.parts(Fraction(1, 20), 2, 20),
                    st.parts(0, 2, 20),
                    st.sampled_from(vector("1/4", 1, 3)),
                ).map(
                    lambda n: {
                        "scores": (n[0], n[0] - n[1], n[0] - n[1] - n[2]),
                        "temperature": n[3],
                    }
                ),
            ),
            Search(
                "shifts",
                shifted,
                lambda: {
                    "scores": st.tuples(*[st.parts(-3, 3, 2)] * 3),
                    "temperature": st.sampled_from(vector("1/4", 1, 3)),
                    "shift": st.parts(-5, 5, 6),
                },
            ),
        ),
        controls=(
            Control(
                "negative-temperature",
                "the temperature is negative",
                above,
                refuted_by={"scores": vector(0, 1), "temperature": Fraction(-1)},
                holds_for={"scores": vector(0, 1), "temperature": Fraction(1)},
                drops="positive-temperature",
            ),
            Control(
                "temperature-dropped",
                "the gap is log K, without the temperature",
                below_without_temperature,
                refuted_by={
                    "scores": vector("1/2", "1/2", "49/100"),
                    "temperature": Fraction(2),
                },
                holds_for={
                    "scores": vector("1/2", "1/2", "49/100"),
                    "temperature": Fraction(1),
                },
            ),
            Control(
                "count-dropped",
                "the term T log K is left out",
                sum_at_most_once,
                refuted_by={"weights": vector(3, 3)},
                holds_for={"weights": vector(3)},
            ),
            Control(
                "shift-invariant",
                "the energy is said not to change when a constant is added to all scores",
                unchanged,
                refuted_by={
                    "scores": vector(1, 3),
                    "temperature": Fraction(1),
                    "shift": Fraction(1),
                },
                holds_for={
                    "scores": vector(1, 3),
                    "temperature": Fraction(1),
                    "shift": Fraction(0),
                },
            ),
            Control(
                "constant-transform",
                "the transform is constant",
                separated,
                refuted_by={"sums": vector("1/2", 2), "threshold": Fraction(2), "power": 0},
                holds_for={"sums": vector(2, 3), "threshold": Fraction(2), "power": 0},
            ),
        ),
        plots=(
            Plot(
                "temperature",
                "The energy leaves the largest score as the temperature grows",
                below,
                "temperature",
                tuple(Fraction(k, 4) for k in range(1, 17)),
                {
                    "f = (0, 0, -1)": {"scores": vector(0, 0, -1)},
                    "f = (0, -4, -4)": {"scores": vector(0, -4, -4)},
                },
                axis="temperature T",
                left="-max f - T log K",
                right="energy",
            ),
        ),
    ),
    RowChecks(
        "ch21-ensemble",
        instances=(
            Instance(
                "identity",
                brier_identity,
                {"law": _LAW, "members": _MEMBERS, "weights": vector("1/3", "2/3")},
            ),
            Instance(
                "signed-weights",
                brier_identity,
                {"law": _LAW, "members": _MEMBERS, "weights": vector(2, -1)},
            ),
            Instance(
                "no-worse",
                brier_no_worse,
                {"law": _LAW, "members": _MEMBERS, "weights": vector("1/3", "2/3")},
            ),
            Instance(
                "equal-members",
                brier_no_worse,
                {"law": _LAW, "members": _MEMBERS[:1] * 2, "weights": vector("1/3", "2/3")},
            ),
            Instance(
                "log-score",
                log_score,
                {"chances": vector("9/10", "1/10"), "weights": vector("1/3", "2/3")},
            ),
            Instance(
                "log-score-with-equality",
                log_no_worse,
                {"chances": vector("1/3", "1/3"), "counts": (2, 5)},
            ),
        ),
        searches=(
            Search(
                "identities",
                brier_identity,
                lambda: {
                    "law": st.sampled_from([(p[:2], p[2:]) for p in grid(4, 3)]),
                    "members": st.tuples(_predictions(), _predictions()),
                    "weights": st.parts(-2, 3, 12).map(lambda a: (a, 1 - a)),
                },
            ),
            Search(
                "inequalities",
                brier_no_worse,
                lambda: {
                    "law": st.sampled_from([(p[:2], p[2:]) for p in grid(4, 3)]),
                    "members": st.tuples(_predictions(), _predictions()),
                    "weights": st.parts(0, 1, 12).map(lambda a: (a, 1 - a)),
                },
            ),
            Exhaustion(
                "log-scores",
                log_no_worse,
                lambda: (
                    {"chances": chances, "counts": counts}
                    for chances in combinations([Fraction(n, 5) for n in range(1, 6)], 3)
                    for counts in product(range(1, 4), repeat=3)
                ),
            ),
        ),
        controls=(
            Control(
                "signed-weights",
                "a weight is negative",
                brier_no_worse,
                refuted_by={
                    "law": matrix((1, 0)),
                    "members": _SURE,
                    "weights": vector(2, -1),
                },
                holds_for={"law": matrix((1, 0)), "members": _SURE, "weights": vector(1, 0)},
                drops="weights-nonnegative",
                over=lambda: {
                    "law": st.just(matrix((1, 0))),
                    "members": st.just(_SURE),
                    "weights": st.integers(-2, 2).map(lambda n: vector(1 - n, n)),
                },
            ),
            Control(
                "weights-of-sum-two",
                "the weights have the sum two",
                brier_identity,
                refuted_by={"law": matrix((1, 0)), "members": _SURE, "weights": vector(1, 1)},
                holds_for={"law": matrix((1, 0)), "members": _SURE, "weights": vector(0, 1)},
                drops="weights-sum",
            ),
            Control(
                "best-member",
                "the ensemble is said to be as good as its best member",
                beats_the_best,
                refuted_by={
                    "law": matrix((1, 0)),
                    "members": _SURE,
                    "weights": vector("1/2", "1/2"),
                },
                holds_for={"law": matrix((1, 0)), "members": _SURE, "weights": vector(1, 0)},
            ),
        ),
    ),
)
