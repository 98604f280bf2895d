"""Checks of chapter 21: adaptation to a domain, domain classifiers, matching of marginals.

Laws and predictors are those of `shift`.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product

from pyharness.checks import strategies as st
from pyharness.checks.information import grid
from pyharness.checks.matrices import Vector, add, dot, matrix, vector
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)
from pyharness.checks.shift import (
    Law,
    Predictor,
    deterministic,
    inputs_of,
    laws,
    predictors,
    risk,
    shares,
    small_laws,
)

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)


# ----- Adaptation to a domain ---------------------------------------------------------------------


def disagreement(law: Law, first: Predictor, second: Predictor) -> Fraction:
    """Return the probability that two predictors differ."""
    return sum(
        (m for m, a, b in zip(inputs_of(law), first, second, strict=True) if a != b), Fraction(0)
    )


def adaptation(
    source: Law,
    target: Law,
    hypotheses: tuple[Predictor, ...],
    h: Predictor,
    *,
    discrepancy: bool = True,
    joint_error: bool = True,
) -> Comparison:
    """The risk in the target is at most that in the source, the discrepancy and ``λ``.

    Either of the two may be left out.
    """
    bound = risk(source, h)
    if discrepancy:
        bound += max(
            abs(disagreement(source, f, g) - disagreement(target, f, g))
            for f, g in product(hypotheses, repeat=2)
        )
    if joint_error:
        bound += min(risk(source, f) + risk(target, f) for f in hypotheses)
    return Comparison(risk(target, h), "≤", bound)


def domain_error(source: Vector, target: Vector, g: Predictor, weight: Fraction) -> Fraction:
    """Return the error of telling the domains apart: ``g = 1`` says target.

    The source has the given weight. With one half it is ``½ (P_S[g=1] + P_T[g=0])``.
    """
    return weight * dot(source, g) + (1 - weight) * (1 - dot(target, g))


def discrepancy_is_error(
    source: Vector, target: Vector, classifiers: tuple[Predictor, ...], weight: Fraction = _HALF
) -> Comparison:
    """The largest difference of ``P[g=1]`` is one minus twice the least domain error."""
    largest = max(abs(dot(source, g) - dot(target, g)) for g in classifiers)
    least = min(domain_error(source, target, g, weight) for g in classifiers)
    return Comparison(largest, "=", 1 - 2 * least)


def _closed(size: int) -> list[tuple[Predictor, ...]]:
    """List classes of one or two classifiers with their complements."""
    found = []
    for count in (1, 2):
        for chosen in combinations(predictors(size, 2), count):
            both = {*chosen, *(tuple(1 - a for a in g) for g in chosen)}
            found.append(tuple(sorted(both)))
    return found


# ----- Matching of marginals ----------------------------------------------------------------------


def represented(law: Law, features: Predictor) -> Law:
    """Return the joint law of the feature of the input and the label."""
    size = max(features) + 1
    rows = [(Fraction(0),) * len(law[0])] * size
    for z, row in zip(features, law, strict=True):
        rows[z] = add(rows[z], row)
    return tuple(rows)


def marginals_match_and_fail(
    source: Law, target: Law, features: Predictor, h: Predictor
) -> Comparison:
    """The feature has the same law in both domains, and the risks are zero and one.

    Compared are also the least joint error of a classifier of the feature, and one.
    """
    s, t = represented(source, features), represented(target, features)
    least = min(risk(s, f) + risk(t, f) for f in predictors(len(s), len(s[0])))
    return Comparison(
        (inputs_of(s) == inputs_of(t), risk(s, h), risk(t, h), least), "=", (True, 0, 1, 1)
    )


def same_risk(source: Law, target: Law, features: Predictor, h: Predictor) -> Comparison:
    """A classifier of the feature has the same risk in both domains."""
    return Comparison(
        risk(represented(source, features), h), "=", risk(represented(target, features), h)
    )


def flipped(law: Law) -> Law:
    """Return the law with the two labels exchanged."""
    return tuple((b, a) for a, b in law)


# ----- Values -------------------------------------------------------------------------------------

_STEPS: tuple[Predictor, ...] = ((0, 0, 0), (0, 0, 1), (0, 1, 1), (1, 1, 1))
_SOURCE = matrix(("1/2", 0), ("1/4", "1/4"), (0, 0))
_TARGET = matrix((0, 0), ("1/4", "1/4"), (0, "1/2"))


CHECKS = (
    RowChecks(
        "ch21-domain-adaptation",
        instances=(
            Instance(
                "steps",
                adaptation,
                {"source": _SOURCE, "target": _TARGET, "hypotheses": _STEPS, "h": (0, 0, 0)},
            ),
            Instance(
                "same-domain",
                adaptation,
                {"source": _SOURCE, "target": _SOURCE, "hypotheses": _STEPS, "h": (0, 1, 1)},
            ),
            Instance(
                "discrepancy-with-equality",
                adaptation,
                {
                    "source": matrix((1, 0), (0, 0)),
                    "target": matrix((0, 0), (0, 1)),
                    "hypotheses": ((0, 0), (0, 1)),
                    "h": (0, 0),
                },
            ),
            Instance(
                "source-risk-with-equality",
                adaptation,
                {
                    "source": matrix((1, 0), (0, 0)),
                    "target": matrix((1, 0), (0, 0)),
                    "hypotheses": ((0, 0), (1, 0)),
                    "h": (1, 0),
                },
            ),
            Instance(
                "opposite-labels",
                adaptation,
                {
                    "source": matrix((1, 0)),
                    "target": matrix((0, 1)),
                    "hypotheses": ((0,), (1,)),
                    "h": (0,),
                },
            ),
        ),
        searches=(
            Search(
                "laws",
                adaptation,
                lambda: {
                    "source": laws(3),
                    "target": laws(3),
                    "hypotheses": st.just(_STEPS),
                    "h": st.sampled_from(_STEPS),
                },
            ),
            Exhaustion(
                "two-by-two",
                adaptation,
                lambda: (
                    {"source": p, "target": q, "hypotheses": ((0, 0), (0, 1)), "h": (0, 1)}
                    for p, q in product(small_laws(2), repeat=2)
                ),
            ),
        ),
        controls=(
            Control(
                "no-joint-error",
                "the term λ is left out",
                adaptation,
                refuted_by={
                    "source": matrix((1, 0)),
                    "target": matrix((0, 1)),
                    "hypotheses": ((0,), (1,)),
                    "h": (0,),
                    "joint_error": False,
                },
                holds_for={
                    "source": matrix((1, 0)),
                    "target": matrix((1, 0)),
                    "hypotheses": ((0,), (1,)),
                    "h": (0,),
                    "joint_error": False,
                },
            ),
            Control(
                "no-discrepancy",
                "the discrepancy is left out",
                adaptation,
                refuted_by={
                    "source": matrix((1, 0), (0, 0)),
                    "target": matrix((0, 0), (0, 1)),
                    "hypotheses": ((0, 0), (0, 1)),
                    "h": (0, 0),
                    "discrepancy": False,
                },
                holds_for={
                    "source": matrix((1, 0), (0, 0)),
                    "target": matrix((0, 0), (0, 1)),
                    "hypotheses": ((0, 0), (0, 1)),
                    "h": (0, 1),
                    "discrepancy": False,
                },
            ),
            Control(
                "not-in-the-class",
                "the predictor is not in the class",
                adaptation,
                refuted_by={
                    "source": matrix((1, 0), (0, 0)),
                    "target": matrix((0, 0), (1, 0)),
                    "hypotheses": ((0, 0),),
                    "h": (0, 1),
                },
                holds_for={
                    "source": matrix((1, 0), (0, 0)),
                    "target": matrix((0, 0), (1, 0)),
                    "hypotheses": ((0, 0),),
                    "h": (1, 0),
                },
                drops="in-class",
            ),
        ),
    ),
    RowChecks(
        "ch21-domain-classifier",
        instances=(
            Instance(
                "all-classifiers",
                discrepancy_is_error,
                {
                    "source": vector("1/2", "1/3", "1/6"),
                    "target": vector("1/5", "2/5", "2/5"),
                    "classifiers": tuple(predictors(3, 2)),
                },
            ),
            Instance(
                "one-and-its-complement",
                discrepancy_is_error,
                {
                    "source": vector("3/4", "1/4"),
                    "target": vector("1/4", "3/4"),
                    "classifiers": ((1, 0), (0, 1)),
                },
            ),
            Instance(
                "same-domain",
                discrepancy_is_error,
                {
                    "source": vector("1/2", "1/2"),
                    "target": vector("1/2", "1/2"),
                    "classifiers": ((1, 0), (0, 1)),
                },
            ),
        ),
        searches=(
            Exhaustion(
                "classes",
                discrepancy_is_error,
                lambda: (
                    {"source": p, "target": q, "classifiers": classifiers}
                    for p, q in product(grid(3, 2), repeat=2)
                    if p != q
                    for classifiers in _closed(3)
                ),
            ),
        ),
        controls=(
            Control(
                "unbalanced",
                "the domains have different weights",
                discrepancy_is_error,
                refuted_by={
                    "source": vector("1/2", "1/2"),
                    "target": vector("1/2", "1/2"),
                    "classifiers": ((1, 1), (0, 0)),
                    "weight": Fraction(3, 4),
                },
                holds_for={
                    "source": vector(1, 0),
                    "target": vector(0, 1),
                    "classifiers": ((1, 0), (0, 1)),
                    "weight": Fraction(3, 4),
                },
                drops="balanced",
            ),
            Control(
                "no-complement",
                "the class has no complements",
                discrepancy_is_error,
                refuted_by={
                    "source": vector("3/4", "1/4"),
                    "target": vector("1/4", "3/4"),
                    "classifiers": ((1, 0),),
                },
                holds_for={
                    "source": vector("1/4", "3/4"),
                    "target": vector("3/4", "1/4"),
                    "classifiers": ((1, 0),),
                },
                drops="complement-closed",
            ),
        ),
    ),
    RowChecks(
        "ch21-marginal-matching-impossible",
        instances=(
            Instance(
                "flipped-labels",
                marginals_match_and_fail,
                {
                    "source": matrix(("1/2", 0), (0, "1/2")),
                    "target": matrix((0, "1/2"), ("1/2", 0)),
                    "features": (0, 1),
                    "h": (0, 1),
                },
            ),
            Instance(
                "even-with-covariate-shift",
                marginals_match_and_fail,
                {
                    "source": matrix((1, 0), (0, 0)),
                    "target": matrix((0, 0), (0, 1)),
                    "features": (0, 0),
                    "h": (0,),
                },
            ),
            Instance(
                "three-inputs",
                marginals_match_and_fail,
                {
                    "source": matrix(("1/4", 0), ("1/4", 0), (0, "1/2")),
                    "target": matrix((0, 0), (0, "1/2"), ("1/2", 0)),
                    "features": (0, 0, 1),
                    "h": (0, 1),
                },
            ),
        ),
        searches=(
            Search(
                "flipped",
                marginals_match_and_fail,
                lambda: st.tuples(shares(3), st.sampled_from(predictors(3, 2))).map(
                    lambda case: {
                        "source": deterministic(*case),
                        "target": flipped(deterministic(*case)),
                        "features": (0, 1, 2),
                        "h": case[1],
                    }
                ),
            ),
        ),
        controls=(
            Control(
                "shared-conditional",
                "the labels have the same law given the feature",
                marginals_match_and_fail,
                refuted_by={
                    "source": matrix(("1/2", 0), (0, "1/2")),
                    "target": matrix(("1/2", 0), (0, "1/2")),
                    "features": (0, 1),
                    "h": (0, 1),
                },
                holds_for={
                    "source": matrix(("1/2", 0), (0, "1/2")),
                    "target": matrix((0, "1/2"), ("1/2", 0)),
                    "features": (0, 1),
                    "h": (0, 1),
                },
                drops="no-shared-conditional",
            ),
            Control(
                "same-risk",
                "equal laws of the feature are said to give equal risks",
                same_risk,
                refuted_by={
                    "source": matrix((1, 0), (0, 0)),
                    "target": matrix((0, 0), (0, 1)),
                    "features": (0, 0),
                    "h": (0,),
                },
                holds_for={
                    "source": matrix((1, 0), (0, 0)),
                    "target": matrix((0, 0), (1, 0)),
                    "features": (0, 0),
                    "h": (0,),
                },
            ),
        ),
    ),
)
