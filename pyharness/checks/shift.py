"""Checks of chapter 21: risks under two distributions.

A joint law is a table with a row for each input and a column for each label; a predictor is the
tuple of its labels. The loss is the 0-1 loss where nothing else is said.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.generative_metrics import events_distance
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    dot,
    matrix,
    scale,
    transpose,
    vector,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["CHECKS"]

#: A joint law of input and label.
Law = Matrix
Predictor = tuple[int, ...]

_HALF = Fraction(1, 2)


# ----- Definitions --------------------------------------------------------------------------------


def zero_one(labels: int) -> Matrix:
    """Return the table of the 0-1 loss: prediction, label."""
    return tuple(tuple(Fraction(int(a != b)) for b in range(labels)) for a in range(labels))


def risk(law: Law, predictor: Predictor, loss: Matrix | None = None) -> Fraction:
    """Return the mean loss."""
    loss = zero_one(len(law[0])) if loss is None else loss
    return sum(
        (p * loss[predictor[x]][y] for x, row in enumerate(law) for y, p in enumerate(row)),
        Fraction(0),
    )


def inputs_of(law: Law) -> Vector:
    """Return the law of the input."""
    return tuple(sum(row, Fraction(0)) for row in law)


def labels_of(law: Law) -> Vector:
    """Return the law of the label."""
    return inputs_of(transpose(law))


def flat(law: Law) -> Vector:
    """Return the probabilities of all pairs."""
    return sum(law, ())


def joint(inputs: Vector, conditional: Matrix) -> Law:
    """Return the joint law of an input and a label with the given conditional laws."""
    return tuple(scale(p, row) for p, row in zip(inputs, conditional, strict=True))


def predictors(inputs: int, labels: int) -> list[Predictor]:
    """List all predictors."""
    return list(product(range(labels), repeat=inputs))


def deterministic(inputs: Vector, predictor: Predictor, labels: int = 2) -> Law:
    """Return the joint law whose labels are those of a predictor."""
    return tuple(
        tuple(p * int(y == label) for y in range(labels))
        for p, label in zip(inputs, predictor, strict=True)
    )


# ----- The price of a shift -----------------------------------------------------------------------


def shift_at_most_variation(
    p: Law, q: Law, predictor: Predictor, loss: Matrix | None = None
) -> Comparison:
    """The risks differ by at most the largest difference of the probabilities of an event."""
    gap = abs(risk(q, predictor, loss) - risk(p, predictor, loss))
    return Comparison(gap, "≤", events_distance(flat(p), flat(q)))


def shift_at_most_half(p: Law, q: Law, predictor: Predictor) -> Comparison:
    """The same with half of it."""
    gap = abs(risk(q, predictor) - risk(p, predictor))
    return Comparison(gap, "≤", events_distance(flat(p), flat(q)) / 2)


def variation_of_mass(p: Law, q: Law) -> Comparison:
    """The largest difference of an event is half the sum of the differences of the masses."""
    masses = sum(abs(a - b) for a, b in zip(flat(p), flat(q), strict=True)) / 2
    return Comparison(events_distance(flat(p), flat(q)), "=", masses)


# ----- Outside the support ------------------------------------------------------------------------


def hidden_errors(
    p: Law,
    q: Law,
    predictor: Predictor,
    *,
    deterministic: bool = False,
    allowed: tuple[Predictor, ...] | None = None,
) -> Comparison:
    """Some predictor that agrees with it on the support has a large risk in deployment.

    The largest risk of such a predictor, among all or the allowed ones, is at least the mass
    outside the support, times ``1 - 1/K`` if the labels are not known to be deterministic.
    """
    if risk(p, predictor):
        raise ValueError("the predictor makes errors in training")
    support = [x for x, mass in enumerate(inputs_of(p)) if mass]
    outside = sum((m for x, m in enumerate(inputs_of(q)) if x not in support), Fraction(0))
    labels = len(p[0])
    candidates = predictors(len(p), labels) if allowed is None else list(allowed)
    worst = max(
        risk(q, other) for other in candidates if all(other[x] == predictor[x] for x in support)
    )
    bound = outside if deterministic else outside * (1 - Fraction(1, labels))
    return Comparison(worst, "≥", bound)


# ----- Kinds of shift -----------------------------------------------------------------------------


def same_conditionals(p: Law, q: Law) -> bool:
    """Return whether the label has the same law given each input that both have."""
    return all(
        scale(1 / sum(first), first) == scale(1 / sum(second), second)
        for first, second in zip(p, q, strict=True)
        if any(first) and any(second)
    )


def kind(p: Law, q: Law) -> tuple[bool, bool, bool]:
    """Return whether the shift is one of the covariates, of the labels, of the concept."""
    covariate = inputs_of(p) != inputs_of(q) and same_conditionals(p, q)
    label = labels_of(p) != labels_of(q) and same_conditionals(transpose(p), transpose(q))
    return covariate, label, not same_conditionals(p, q)


def kind_is(p: Law, q: Law, kinds: tuple[bool, bool, bool]) -> Comparison:
    """The shift is one of these kinds: of the covariates, of the labels, of the concept."""
    return Comparison(kind(p, q), "=", kinds)


def groups_differ(groups: tuple[Law, ...], first: Vector, second: Vector) -> Comparison:
    """Mixtures of the same groups with other weights are other laws."""
    left, right = (mixture(groups, weights) for weights in (first, second))
    return Comparison(left, "≠", right)


def no_shift(p: Law, q: Law) -> Comparison:
    """The laws are equal exactly if neither the inputs nor the conditional laws differ."""
    same = inputs_of(p) == inputs_of(q) and same_conditionals(p, q)
    return Comparison(p == q, "=", same)


def equal_marginals(p: Law, q: Law) -> Comparison:
    """The laws are equal exactly if inputs and labels have the same laws."""
    same = inputs_of(p) == inputs_of(q) and labels_of(p) == labels_of(q)
    return Comparison(p == q, "=", same)


def small_laws(parts: int) -> list[Law]:
    """List the joint laws of two inputs and two labels with multiples of ``1/parts``."""
    return [
        ((Fraction(a, parts), Fraction(b, parts)), (Fraction(c, parts), Fraction(d, parts)))
        for a, b, c, d in product(range(parts + 1), repeat=4)
        if a + b + c + d == parts
    ]


# ----- Importance weights -------------------------------------------------------------------------


def weighted_risk(p: Law, q: Law, predictor: Predictor) -> Comparison:
    """The risk under ``Q`` is that under ``P`` with importance weights, which have the mean one.

    A weight with denominator zero is zero.
    """
    first, second = inputs_of(p), inputs_of(q)
    weights = [b / a if a else Fraction(0) for a, b in zip(first, second, strict=True)]
    weighted = tuple(scale(w, row) for w, row in zip(weights, p, strict=True))
    return Comparison(
        (risk(weighted, predictor), dot(weights, first)), "=", (risk(q, predictor), 1)
    )


# ----- Subpopulations -----------------------------------------------------------------------------


def mixture(groups: tuple[Law, ...], weights: Vector) -> Law:
    """Return the mixture of laws."""
    parts = [tuple(scale(w, row) for row in law) for w, law in zip(weights, groups, strict=True)]
    result = parts[0]
    for part in parts[1:]:
        result = tuple(map(add, result, part))
    return result


def risk_is_linear(groups: tuple[Law, ...], weights: Vector, predictor: Predictor) -> Comparison:
    """The risk of a mixture is the mean of the risks of the groups."""
    risks = tuple(risk(law, predictor) for law in groups)
    return Comparison(risk(mixture(groups, weights), predictor), "=", dot(weights, risks))


def worst_group(groups: tuple[Law, ...], weights: Vector, predictor: Predictor) -> Comparison:
    """The risk of a mixture is at most that of the worst group."""
    worst = max(risk(law, predictor) for law in groups)
    return Comparison(risk(mixture(groups, weights), predictor), "≤", worst)


def better_on_average(
    groups: tuple[Law, ...], weights: Vector, old: Predictor, new: Predictor
) -> Comparison:
    """A predictor that is better on average has no larger risk in the worst group."""
    law = mixture(groups, weights)
    if risk(law, new) >= risk(law, old):
        raise ValueError("the new predictor is not better on average")
    worst = [max(risk(group, f) for group in groups) for f in (new, old)]
    return Comparison(worst[0], "≤", worst[1])


# ----- Shortcuts ----------------------------------------------------------------------------------


def rule_errors(alpha: Fraction, beta: Fraction) -> dict[str, Fraction]:
    """Return the errors of the rules, summed over all values of ``Y``, ``X₁`` and ``X₂``.

    Given the label the two features are independent.
    """
    rules = {
        "x1": lambda a, b: a,
        "-x1": lambda a, b: -a,
        "x2": lambda a, b: b,
        "-x2": lambda a, b: -b,
        "1": lambda a, b: 1,
        "-1": lambda a, b: -1,
    }
    errors = dict.fromkeys(rules, Fraction(0))
    for y, a, b in product((1, -1), repeat=3):
        mass = (1 - alpha if a == y else alpha) * (1 - beta if b == y else beta) / 2
        for name, rule in rules.items():
            errors[name] += mass * (rule(a, b) != y)
    return errors


def shortcut_is_best(alpha: Fraction, beta: Fraction) -> Comparison:
    """In training ``X₂`` has a smaller error than the best of the other rules."""
    errors = rule_errors(alpha, beta)
    return Comparison(errors.pop("x2"), "<", min(errors.values()))


def errors_are(alpha: Fraction, beta: Fraction) -> Comparison:
    """The errors of ``X₁`` and ``X₂`` are exactly the two probabilities."""
    errors = rule_errors(alpha, beta)
    return Comparison((errors["x1"], errors["x2"]), "=", (alpha, beta))


def shortcut_stays(alpha: Fraction, beta: Fraction, beta_test: Fraction) -> Comparison:
    """The rule that is best in training has no larger error than ``X₁`` in the test."""
    train, test = rule_errors(alpha, beta), rule_errors(alpha, beta_test)
    best = min(train, key=train.__getitem__)
    return Comparison(test[best], "≤", test["x1"])


# ----- Values -------------------------------------------------------------------------------------

_P = matrix(("1/2", "1/8"), ("1/8", "1/4"))
_Q = matrix(("1/4", "1/4"), ("1/2", 0))
_CONDITIONAL = matrix(("3/4", "1/4"), ("1/5", "4/5"))
_COVARIATE = (
    joint(vector("1/2", "1/2"), _CONDITIONAL),
    joint(vector("1/10", "9/10"), _CONDITIONAL),
)
_LABEL = tuple(map(transpose, _COVARIATE))
_CONCEPT = (matrix((0, "1/2"), ("1/2", 0)), matrix(("1/2", 0), (0, "1/2")))
_GROUPS = (matrix(("1/2", 0), (0, "1/2")), matrix((0, "1/4"), ("1/2", "1/4")))
_CONSTANTS: tuple[Predictor, ...] = ((0, 0), (1, 1))


def laws(inputs: int, labels: int = 2) -> object:
    """Return a strategy for joint laws."""
    size = inputs * labels
    return (
        st.tuples(*[st.integers(0, 3)] * size)
        .filter(any)
        .map(
            lambda counts: tuple(
                tuple(Fraction(n, sum(counts)) for n in counts[x * labels : (x + 1) * labels])
                for x in range(inputs)
            )
        )
    )


def shares(size: int) -> object:
    """Return a strategy for probabilities."""
    return (
        st.tuples(*[st.integers(0, 4)] * size)
        .filter(any)
        .map(lambda counts: tuple(Fraction(n, sum(counts)) for n in counts))
    )


def _covariate_shifts() -> object:
    """Return a strategy for two laws with the same conditional laws, all inputs possible."""
    positive = st.tuples(*[st.integers(1, 4)] * 2).map(
        lambda counts: tuple(Fraction(n, sum(counts)) for n in counts)
    )
    return st.tuples(positive, shares(2), st.tuples(shares(2), shares(2))).map(
        lambda case: (joint(case[0], case[2]), joint(case[1], case[2]))
    )


def _unseen_inputs() -> object:
    """Return a strategy for a law without errors on two inputs, and a law on three."""
    return st.tuples(shares(2), st.sampled_from(predictors(3, 2)), laws(3)).map(
        lambda case: {
            "p": deterministic((*case[0], Fraction(0)), case[1]),
            "q": case[2],
            "predictor": case[1],
        }
    )


def _alphas() -> Iterator[Mapping[str, Fraction]]:
    """List the probabilities with ``0 ≤ β < α ≤ 1/2``."""
    for a, b in product(range(9), repeat=2):
        if b < a:
            yield {"alpha": Fraction(a, 16), "beta": Fraction(b, 16)}


CHECKS = (
    RowChecks(
        "ch21-risk-shift",
        instances=(
            Instance(
                "two-inputs", shift_at_most_variation, {"p": _P, "q": _Q, "predictor": (0, 1)}
            ),
            Instance(
                "with-equality",
                shift_at_most_variation,
                {
                    "p": matrix((1, 0), (0, 0)),
                    "q": matrix((0, 0), (0, 1)),
                    "predictor": (0, 0),
                },
            ),
            Instance(
                "other-loss",
                shift_at_most_variation,
                {
                    "p": _P,
                    "q": _Q,
                    "predictor": (0, 1),
                    "loss": matrix((0, "1/3"), (1, "1/10")),
                },
            ),
            Instance("masses", variation_of_mass, {"p": _P, "q": _Q}),
        ),
        searches=(
            Exhaustion(
                "two-by-two",
                variation_of_mass,
                lambda: ({"p": p, "q": q} for p, q in product(small_laws(3), repeat=2)),
            ),
            Search(
                "losses",
                shift_at_most_variation,
                lambda: {
                    "p": laws(3),
                    "q": laws(3),
                    "predictor": st.tuples(*[st.integers(0, 1)] * 3),
                    "loss": st.tuples(*[st.tuples(*[st.parts(0, 1, 3)] * 2)] * 2),
                },
            ),
        ),
        controls=(
            Control(
                "large-loss",
                "the loss may be two",
                shift_at_most_variation,
                refuted_by={
                    "p": matrix((1, 0), (0, 0)),
                    "q": matrix((0, 0), (0, 1)),
                    "predictor": (0, 0),
                    "loss": matrix((0, 2), (2, 0)),
                },
                holds_for={
                    "p": matrix((1, 0), (0, 0)),
                    "q": matrix((1, 0), (0, 0)),
                    "predictor": (0, 0),
                    "loss": matrix((0, 2), (2, 0)),
                },
                drops="bounded-loss",
            ),
            Control(
                "half",
                "the bound is half the total variation",
                shift_at_most_half,
                refuted_by={
                    "p": matrix((1, 0), (0, 0)),
                    "q": matrix((0, 0), (0, 1)),
                    "predictor": (0, 0),
                },
                holds_for={"p": _P, "q": _P, "predictor": (0, 0)},
                over=lambda: {
                    "p": laws(2),
                    "q": laws(2),
                    "predictor": st.tuples(*[st.integers(0, 1)] * 2),
                },
            ),
        ),
    ),
    RowChecks(
        "ch21-support-mismatch",
        instances=(
            Instance(
                "fair-labels",
                hidden_errors,
                {
                    "p": matrix((1, 0), (0, 0)),
                    "q": matrix((0, 0), ("1/2", "1/2")),
                    "predictor": (0, 0),
                },
            ),
            Instance(
                "deterministic",
                hidden_errors,
                {
                    "p": matrix((1, 0), (0, 0)),
                    "q": matrix(("1/4", 0), (0, "3/4")),
                    "predictor": (0, 1),
                    "deterministic": True,
                },
            ),
            Instance(
                "three-labels",
                hidden_errors,
                {
                    "p": matrix((0, 1, 0), (0, 0, 0)),
                    "q": matrix((0, 0, 0), ("1/3", "1/3", "1/3")),
                    "predictor": (1, 2),
                },
            ),
            Instance(
                "nothing-outside",
                hidden_errors,
                {"p": matrix((1, 0), (0, 0)), "q": matrix((1, 0), (0, 0)), "predictor": (0, 1)},
            ),
        ),
        searches=(Search("laws", hidden_errors, _unseen_inputs),),
        controls=(
            Control(
                "constants",
                "only constant predictors are allowed",
                hidden_errors,
                refuted_by={
                    "p": matrix((1, 0), (0, 0)),
                    "q": matrix((0, 0), (1, 0)),
                    "predictor": (0, 0),
                    "allowed": _CONSTANTS,
                },
                holds_for={
                    "p": matrix((1, 0), (0, 0)),
                    "q": matrix((0, 0), (0, 1)),
                    "predictor": (0, 0),
                    "allowed": _CONSTANTS,
                },
                drops="unrestricted",
            ),
            Control(
                "noisy-labels",
                "the labels outside the support are those of a fair coin",
                hidden_errors,
                refuted_by={
                    "p": matrix((1, 0), (0, 0)),
                    "q": matrix((0, 0), ("1/2", "1/2")),
                    "predictor": (0, 0),
                    "deterministic": True,
                },
                holds_for={
                    "p": matrix((1, 0), (0, 0)),
                    "q": matrix((0, 0), (1, 0)),
                    "predictor": (0, 0),
                    "deterministic": True,
                },
                drops="deterministic-labels",
            ),
        ),
    ),
    RowChecks(
        "ch21-shift-types",
        instances=(
            Instance(
                "covariates",
                kind_is,
                {"p": _COVARIATE[0], "q": _COVARIATE[1], "kinds": (True, False, False)},
            ),
            Instance(
                "labels", kind_is, {"p": _LABEL[0], "q": _LABEL[1], "kinds": (False, True, True)}
            ),
            Instance(
                "concept",
                kind_is,
                {"p": _CONCEPT[0], "q": _CONCEPT[1], "kinds": (False, False, True)},
            ),
            Instance(
                "subpopulations",
                groups_differ,
                {
                    "groups": _GROUPS,
                    "first": vector("1/2", "1/2"),
                    "second": vector("9/10", "1/10"),
                },
            ),
        ),
        searches=(
            Exhaustion(
                "inputs-or-conditionals",
                no_shift,
                lambda: ({"p": p, "q": q} for p, q in product(small_laws(4), repeat=2)),
            ),
        ),
        controls=(
            Control(
                "equal-marginals",
                "equal laws of inputs and labels are said to exclude a shift",
                equal_marginals,
                refuted_by={"p": _CONCEPT[0], "q": _CONCEPT[1]},
                holds_for={"p": _COVARIATE[0], "q": _COVARIATE[1]},
            ),
        ),
    ),
    RowChecks(
        "ch21-importance-weighting",
        instances=(
            Instance(
                "covariates",
                weighted_risk,
                {"p": _COVARIATE[0], "q": _COVARIATE[1], "predictor": (0, 1)},
            ),
            Instance(
                "no-shift",
                weighted_risk,
                {"p": _COVARIATE[0], "q": _COVARIATE[0], "predictor": (1, 0)},
            ),
            Instance(
                "part-of-the-support",
                weighted_risk,
                {"p": _COVARIATE[0], "q": joint(vector(0, 1), _CONDITIONAL), "predictor": (1, 0)},
            ),
        ),
        searches=(
            Search(
                "covariate-shifts",
                weighted_risk,
                lambda: st.tuples(_covariate_shifts(), st.sampled_from(predictors(2, 2))).map(
                    lambda case: {"p": case[0][0], "q": case[0][1], "predictor": case[1]}
                ),
            ),
        ),
        controls=(
            Control(
                "concept",
                "the conditional laws differ",
                weighted_risk,
                refuted_by={"p": _CONCEPT[0], "q": _CONCEPT[1], "predictor": (0, 1)},
                holds_for={"p": _CONCEPT[0], "q": _CONCEPT[1], "predictor": (0, 0)},
                drops="covariate-shift",
            ),
            Control(
                "missing-support",
                "an input of deployment does not occur in training",
                weighted_risk,
                refuted_by={
                    "p": joint(vector(1, 0), _CONDITIONAL),
                    "q": joint(vector("1/2", "1/2"), _CONDITIONAL),
                    "predictor": (0, 1),
                },
                holds_for={
                    "p": joint(vector(1, 0), _CONDITIONAL),
                    "q": joint(vector(1, 0), _CONDITIONAL),
                    "predictor": (0, 1),
                },
                drops="absolutely-continuous",
            ),
        ),
    ),
    RowChecks(
        "ch21-subpopulation",
        instances=(
            Instance(
                "two-groups",
                risk_is_linear,
                {"groups": _GROUPS, "weights": vector("9/10", "1/10"), "predictor": (0, 1)},
            ),
            Instance(
                "one-group",
                worst_group,
                {"groups": _GROUPS, "weights": vector(0, 1), "predictor": (0, 1)},
            ),
            Instance(
                "hidden-group",
                worst_group,
                {"groups": _GROUPS, "weights": vector("9/10", "1/10"), "predictor": (0, 1)},
            ),
        ),
        searches=(
            Search(
                "mixtures",
                risk_is_linear,
                lambda: {
                    "groups": st.tuples(*[laws(2)] * 3),
                    "weights": shares(3),
                    "predictor": st.sampled_from(predictors(2, 2)),
                },
            ),
            Search(
                "worst-groups",
                worst_group,
                lambda: {
                    "groups": st.tuples(*[laws(2)] * 3),
                    "weights": shares(3),
                    "predictor": st.sampled_from(predictors(2, 2)),
                },
            ),
        ),
        controls=(
            Control(
                "better-on-average",
                "a better average is said to improve the worst group",
                better_on_average,
                refuted_by={
                    "groups": _GROUPS,
                    "weights": vector("9/10", "1/10"),
                    "old": (1, 1),
                    "new": (0, 1),
                },
                holds_for={
                    "groups": _GROUPS,
                    "weights": vector(1, 0),
                    "old": (1, 0),
                    "new": (0, 1),
                },
            ),
        ),
    ),
    RowChecks(
        "ch21-shortcut",
        instances=(
            Instance(
                "training", shortcut_is_best, {"alpha": Fraction(1, 4), "beta": Fraction(1, 10)}
            ),
            Instance("perfect-shortcut", shortcut_is_best, {"alpha": _HALF, "beta": Fraction(0)}),
            Instance("test", errors_are, {"alpha": Fraction(1, 4), "beta": Fraction(1)}),
        ),
        searches=(
            Exhaustion("training", shortcut_is_best, _alphas),
            Exhaustion("errors", errors_are, _alphas),
        ),
        controls=(
            Control(
                "stable-feature-is-worse-than-chance",
                "α may exceed one half",
                shortcut_is_best,
                refuted_by={"alpha": Fraction(9, 10), "beta": _HALF},
                holds_for={"alpha": Fraction(9, 10), "beta": Fraction(1, 20)},
                drops="shortcut",
            ),
            Control(
                "shortcut-is-worse",
                "β may exceed α",
                shortcut_is_best,
                refuted_by={"alpha": Fraction(1, 10), "beta": Fraction(1, 4)},
                holds_for={"alpha": Fraction(1, 4), "beta": Fraction(1, 10)},
                drops="shortcut",
            ),
            Control(
                "best-in-training",
                "the best rule in training is said to be as good as X₁ in the test",
                shortcut_stays,
                refuted_by={
                    "alpha": Fraction(1, 4),
                    "beta": Fraction(1, 10),
                    "beta_test": Fraction(1),
                },
                holds_for={
                    "alpha": Fraction(1, 4),
                    "beta": Fraction(1, 10),
                    "beta_test": Fraction(1, 10),
                },
            ),
        ),
    ),
)
