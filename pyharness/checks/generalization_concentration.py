"""Checks of chapter 7: concentration of averages, for one fixed hypothesis and bounded variables.

Probabilities are sums over all samples or outcomes; exponentials are intervals with rational ends.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import Interval, digits, exp, lean_digits, real, total
from pyharness.checks.generalization import (
    MODULES,
    THRESHOLDS,
    WORLD,
    WRONG,
    Distribution,
    Hypothesis,
    Sample,
    binomial,
    copies,
    empirical_error,
    gap,
    lean_samples,
    points,
    population_error,
    probability,
)
from pyharness.checks.information import distributions
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


#: The values of a bounded random variable with their probabilities.
Law = tuple[tuple[Fraction, Fraction], ...]


def deviation(number: int, p: Fraction, accuracy: Fraction) -> Fraction:
    """Return the probability that a binomial frequency is off by more than the accuracy."""
    ks = [k for k in range(number + 1) if abs(Fraction(k, number) - p) > accuracy]
    return sum((binomial(number, p, k) for k in ks), Fraction(0))


# ----- One hypothesis -----------------------------------------------------------------------------


def counts_are_binomial(world: Distribution, size: int, h: Hypothesis) -> Comparison:
    """The number of errors on a sample has the binomial distribution."""
    p = population_error(world, h)
    found = [
        probability(world, size, lambda s, k=k: empirical_error(h, s) * size == k)
        for k in range(size + 1)
    ]
    return Comparison(found, "=", [binomial(size, p, k) for k in range(size + 1)])


def hoeffding(
    size: int, p: Fraction, accuracy: Fraction, factor: int = 2, rate: int = 2
) -> Comparison:
    """A deviation greater than the accuracy has a probability of at most 2 exp(-2 N ε²)."""
    bound = factor * exp(-rate * size * accuracy**2)
    return Comparison(deviation(size, p, accuracy), "≤", bound)


def chebyshev(size: int, p: Fraction, accuracy: Fraction) -> Comparison:
    """The elementary substitute: a probability of at most p (1 - p) / (N ε²)."""
    return Comparison(deviation(size, p, accuracy), "≤", p * (1 - p) / (size * accuracy**2))


def chernoff(size: int, p: Fraction, k: int, t: Fraction) -> Comparison:
    """P(S ≥ k) t^k is at most (1 + (t - 1) p)^N for t ≥ 1."""
    tail = sum((binomial(size, p, j) for j in range(k, size + 1)), Fraction(0))
    return Comparison(tail * t**k, "≤", (1 + (t - 1) * p) ** size)


def hoeffding_for_copies(p: Fraction, size: int, accuracy: Fraction) -> Comparison:
    """The same for a sample that repeats one example."""
    world = {(0, 1): p, (0, 0): 1 - p}
    found = probability(world, size, lambda s: gap(world, (0,), s) > accuracy, copies)
    return Comparison(found, "≤", 2 * exp(-2 * size * accuracy**2))


def hoeffding_for_learner(points: int, size: int, accuracy: Fraction, looks: bool) -> Comparison:
    """The same for a hypothesis that is wrong exactly where the sample has no point."""
    world = {(x, 0): Fraction(1, points) for x in range(points)}

    def hypothesis(sample: Sample) -> Hypothesis:
        seen = {x for x, _ in sample} if looks else {0}
        return tuple(int(x not in seen) for x in range(points))

    found = probability(world, size, lambda s: gap(world, hypothesis(s), s) > accuracy)
    return Comparison(found, "≤", 2 * exp(-2 * size * accuracy**2))


def mean(law: Law) -> Fraction:
    """Return the expected value."""
    return sum((p * x for x, p in law), Fraction(0))


def width(law: Law) -> Fraction:
    """Return the length of the smallest interval that contains the values."""
    return max(x for x, _ in law) - min(x for x, _ in law)


def tail(laws: Sequence[Law], accuracy: Fraction, two_sided: bool) -> Fraction:
    """Return the probability that a sum of independent variables is so far from its mean."""
    centre = sum((mean(law) for law in laws), Fraction(0))
    found = Fraction(0)
    for outcome in product(*laws):
        shift = sum((x for x, _ in outcome), Fraction(0)) - centre
        if (abs(shift) if two_sided else shift) >= accuracy:
            found += prod((p for _, p in outcome), start=Fraction(1))
    return found


def hoeffding_lemma(law: Law, t: Fraction) -> Comparison:
    """The centred variable has E exp(t(X - EX)) of at most exp(t² (b - a)² / 8)."""
    moment: Interval = total(real(p) * exp(t * (x - mean(law))) for x, p in law)
    return Comparison(moment, "≤", exp((t * width(law)) ** 2 / 8))


def bounded_sum(laws: tuple[Law, ...], accuracy: Fraction, rate: int = 2) -> Comparison:
    """A sum is off by the accuracy with a probability of at most 2 exp(-2 ε² / Σ (b - a)²)."""
    squares = sum((width(law) ** 2 for law in laws), Fraction(0))
    return Comparison(
        tail(laws, accuracy, two_sided=True), "≤", 2 * exp(-rate * accuracy**2 / squares)
    )


def bernstein(laws: tuple[Law, ...], accuracy: Fraction) -> Comparison:
    """A sum exceeds its mean by ε with a probability of at most exp(-ε² / (2 (V + M ε / 3)))."""
    variance = sum((p * (x - mean(law)) ** 2 for law in laws for x, p in law), Fraction(0))
    excess = max(x - mean(law) for law in laws for x, _ in law)
    bound = exp(-(accuracy**2) / (2 * (variance + excess * accuracy / 3)))
    return Comparison(tail(laws, accuracy, two_sided=False), "≤", bound)


def laws() -> SearchStrategy[Law]:
    """Return a strategy for laws with two different values."""
    low, step = st.parts(-2, 2, 4), st.parts(1, 3, 4)
    values = st.tuples(low, step)
    return st.tuples(values, distributions(2, positive=True)).map(
        lambda c: ((c[0][0], c[1][0]), (c[0][0] + c[0][1], c[1][1]))
    )


_SIGN: Law = ((Fraction(-1), Fraction(1, 2)), (Fraction(1), Fraction(1, 2)))
_SKEWED: Law = (
    (Fraction(0), Fraction(3, 4)),
    (Fraction(1), Fraction(1, 6)),
    (Fraction(2), Fraction(1, 12)),
)
_WIDE: Law = ((Fraction(-2), Fraction(1, 3)), (Fraction(1), Fraction(2, 3)))
_RARE: Law = ((Fraction(0), Fraction(9, 10)), (Fraction(1), Fraction(1, 10)))


CHECKS = (
    RowChecks(
        "ch07-hoeffding-binary",
        instances=(
            Instance(
                "fair-coin",
                hoeffding,
                {"size": 20, "p": Fraction(1, 2), "accuracy": Fraction(1, 5)},
            ),
            Instance(
                "rare-errors",
                hoeffding,
                {"size": 40, "p": Fraction(1, 10), "accuracy": Fraction(3, 20)},
            ),
            Instance(
                "one-example",
                hoeffding,
                {"size": 1, "p": Fraction(1, 3), "accuracy": Fraction(1, 2)},
            ),
            Instance(
                "chebyshev",
                chebyshev,
                {"size": 20, "p": Fraction(1, 2), "accuracy": Fraction(1, 5)},
            ),
            Instance(
                "chernoff",
                chernoff,
                {"size": 20, "p": Fraction(1, 2), "k": 15, "t": Fraction(3)},
            ),
            Instance(
                "counts-are-binomial",
                counts_are_binomial,
                {"world": WORLD, "size": 4, "h": THRESHOLDS[1]},
            ),
            Instance("lemma", hoeffding_lemma, {"law": _SKEWED, "t": Fraction(3, 2)}),
            Instance("lemma-negative", hoeffding_lemma, {"law": _SKEWED, "t": Fraction(-4)}),
            Instance(
                "bounded-variables",
                bounded_sum,
                {"laws": (_SKEWED, _SIGN, _SKEWED, _SIGN, _WIDE), "accuracy": Fraction(4)},
            ),
            Instance("bernstein", bernstein, {"laws": (_RARE,) * 6, "accuracy": Fraction(5, 2)}),
        ),
        searches=(
            Exhaustion(
                "grid",
                hoeffding,
                lambda: (
                    {"size": n, "p": Fraction(i, 8), "accuracy": Fraction(j, 8)}
                    for n in range(1, 11)
                    for i in range(9)
                    for j in range(1, 9)
                ),
            ),
            Search(
                "lemma",
                hoeffding_lemma,
                lambda: {
                    "law": laws(),
                    "t": st.parts(-4, 4, 4).filter(bool),
                },
            ),
            Search(
                "bounded-variables",
                bounded_sum,
                lambda: {
                    "laws": st.lists(laws(), min_size=1, max_size=4).map(tuple),
                    "accuracy": st.parts(Fraction(1, 4), 4, 4),
                },
            ),
        ),
        controls=(
            Control(
                "copies",
                "all examples of the sample are the same",
                hoeffding_for_copies,
                refuted_by={"p": Fraction(1, 2), "size": 10, "accuracy": Fraction(2, 5)},
                holds_for={"p": Fraction(1, 2), "size": 1, "accuracy": Fraction(2, 5)},
                drops="iid-sample",
            ),
            Control(
                "learned",
                "the hypothesis may depend on the sample",
                hoeffding_for_learner,
                refuted_by={"points": 8, "size": 2, "accuracy": Fraction(7, 10), "looks": True},
                holds_for={"points": 8, "size": 2, "accuracy": Fraction(7, 10), "looks": False},
                drops="fixed-hypothesis",
            ),
            Control(
                "negative-accuracy",
                "the accuracy may be negative",
                hoeffding,
                refuted_by={"size": 1, "p": Fraction(1, 2), "accuracy": Fraction(-1)},
                holds_for={"size": 1, "p": Fraction(1, 2), "accuracy": Fraction(1, 10)},
                drops="positive-accuracy",
            ),
            Control(
                "exponent-six",
                "for a sum the exponent is -6 ε² / Σ (b - a)²",
                bounded_sum,
                refuted_by={"laws": (_SIGN,) * 2, "accuracy": Fraction(2), "rate": 6},
                holds_for={"laws": (_SIGN,) * 2, "accuracy": Fraction(1, 2), "rate": 6},
            ),
            Control(
                "exponent-eight",
                "the exponent is -8 N ε²",
                hoeffding,
                refuted_by={
                    "size": 1,
                    "p": Fraction(1, 2),
                    "accuracy": Fraction(49, 100),
                    "rate": 8,
                },
                holds_for={
                    "size": 1,
                    "p": Fraction(1, 2),
                    "accuracy": Fraction(1, 10),
                    "rate": 8,
                },
            ),
            Control(
                "without-factor-two",
                "the factor 2 is left out",
                hoeffding,
                refuted_by={
                    "size": 1,
                    "p": Fraction(1, 2),
                    "accuracy": Fraction(49, 100),
                    "factor": 1,
                },
                holds_for={"size": 1, "p": Fraction(1, 2), "accuracy": Fraction(3, 5), "factor": 1},
            ),
        ),
        computations=(
            Computation(
                "moment-of-sign",
                lean_digits(
                    ".add (.mul (.rat (1/2)) (.exp (.rat (-3/2)))) "
                    "(.mul (.rat (1/2)) (.exp (.rat (3/2))))",
                    8,
                ),
                "Int",
                lambda: digits(
                    total(real(p) * exp(Fraction(3, 2) * (x - mean(_SIGN))) for x, p in _SIGN), 8
                ),
                ("DeepTheory.Real.Interval",),
            ),
            Computation(
                "bound-of-moment",
                lean_digits(".exp (.div (.pow (.rat (3/2 * 2)) 2) (.nat 8))", 8),
                "Int",
                lambda: digits(exp((Fraction(3, 2) * width(_SIGN)) ** 2 / 8), 8),
                ("DeepTheory.Real.Interval",),
            ),
            Computation(
                "bound-of-average",
                lean_digits(
                    ".mul (.nat 2) (.exp (.neg (.div (.mul (.nat 2) (.mul (.nat 30)"
                    " (.pow (.rat (1/4)) 2))) (.pow (.sub (.nat 2) (.rat (1/2))) 2))))",
                    8,
                ),
                "Int",
                lambda: digits(
                    2 * exp(-2 * 30 * Fraction(1, 4) ** 2 / (2 - Fraction(1, 2)) ** 2), 8
                ),
                ("DeepTheory.Real.Interval",),
            ),
            Computation(
                "bernstein-bound",
                lean_digits(
                    ".exp (.neg (.div (.pow (.rat (5/2)) 2) (.mul (.nat 2) "
                    "(.add (.rat (27/50)) (.div (.rat (9/10 * (5/2))) (.nat 3))))))",
                    8,
                ),
                "Int",
                lambda: digits(
                    exp(
                        -Fraction(25, 4)
                        / (
                            2
                            * (
                                6 * sum(p * (x - mean(_RARE)) ** 2 for x, p in _RARE)
                                + Fraction(9, 10) * Fraction(5, 2) / 3
                            )
                        )
                    ),
                    8,
                ),
                ("DeepTheory.Real.Interval",),
            ),
            Computation(
                "tail",
                "Binomial.tail 20 (1 / 2 : Rat) fun k => (1 / 5 : Rat) < |(k : Rat) / 20 - 1 / 2|",
                "Rat",
                lambda: deviation(20, Fraction(1, 2), Fraction(1, 5)),
                ("DeepTheory.Probability.Chernoff", "DeepTheory.Algebra.Rat.Basic"),
            ),
            Computation(
                "tail-of-ten",
                "Binomial.tail 10 (1 / 10 : Rat) fun k => 3 ≤ k",
                "Rat",
                lambda: sum(binomial(10, Fraction(1, 10), k) for k in range(3, 11)),
                ("DeepTheory.Probability.Chernoff", "DeepTheory.Algebra.Rat.Basic"),
            ),
            Computation(
                "all-samples",
                f"{lean_samples(3, 3)}.prob fun s => 2 ≤ Generalization.errorCount ({WRONG} 1) s",
                "Rat",
                lambda: probability(
                    points(3), 3, lambda s: empirical_error((0, 1, 0), s) >= Fraction(2, 3)
                ),
                MODULES,
            ),
            Computation(
                "chernoff-bound",
                "(1 + (3 - 1) * (1 / 2) : Rat) ^ 20 / 3 ^ 15",
                "Rat",
                lambda: (1 + (3 - 1) * Fraction(1, 2)) ** 20 / 3**15,
                ("DeepTheory.Algebra.Rat.Basic",),
            ),
        ),
        plots=(
            Plot(
                "sample-size",
                "How often the error on the sample is off by more than 1/5",
                hoeffding,
                "size",
                tuple(range(1, 61)),
                {
                    "error probability 1/2": {"p": Fraction(1, 2), "accuracy": Fraction(1, 5)},
                    "error probability 1/10": {"p": Fraction(1, 10), "accuracy": Fraction(1, 5)},
                },
                "size $N$ of the sample",
                "exact probability",
                "bound 2 exp(−2Nε²)",
                logarithmic="y",
            ),
        ),
    ),
)
