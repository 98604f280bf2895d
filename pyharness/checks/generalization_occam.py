"""Checks of chapter 7: Occam bounds, with weights of the hypotheses that are fixed in advance.

Probabilities are sums over all samples; logarithms are intervals with rational ends.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import (
    digits,
    lean_digits,
    log,
    sqrt,
)
from pyharness.checks.generalization import (
    CLEAN,
    FUNCTIONS,
    MODULES,
    THRESHOLDS,
    WORLD,
    Distribution,
    Drawing,
    Hypothesis,
    Sample,
    copies,
    empirical_error,
    gap,
    lean_error,
    lean_samples,
    points,
    population_error,
    probability,
    samples,
    wrong_once,
)
from pyharness.checks.information import distributions
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Occam bounds -------------------------------------------------------------------------------


def occam(
    world: Distribution,
    size: int,
    weights: Mapping[Hypothesis, Fraction],
    delta: Fraction,
    drawing: Drawing = samples,
) -> Comparison:
    """Some h without error and with (1 - err_D)^N ≤ δ w(h): probability at most δ."""
    found = probability(
        world,
        size,
        lambda s: any(
            empirical_error(h, s) == 0 and (1 - population_error(world, h)) ** size <= delta * w
            for h, w in weights.items()
        ),
        drawing,
    )
    return Comparison(found, "≤", delta)


def occam_for_copies(
    world: Distribution, size: int, weights: Mapping[Hypothesis, Fraction], delta: Fraction
) -> Comparison:
    """The same for a sample that repeats one example."""
    return occam(world, size, weights, delta, copies)


def occam_agnostic(
    world: Distribution, size: int, weights: Mapping[Hypothesis, Fraction], delta: Fraction
) -> Comparison:
    """Some gap exceeds sqrt((log(1/w) + log(2/δ)) / (2 N)) with probability at most δ."""
    radii = {h: sqrt((log(1 / w) + log(2 / delta)) / (2 * size)) for h, w in weights.items()}
    found = probability(
        world,
        size,
        lambda s: any(Comparison(gap(world, h, s), ">", r).holds for h, r in radii.items()),
    )
    return Comparison(found, "≤", delta)


def occam_with_hindsight(
    world: Distribution, size: int, hypotheses: Sequence[Hypothesis], delta: Fraction, late: bool
) -> Comparison:
    """The same with weights that are shared by the hypotheses without error on the sample."""

    def weight(h: Hypothesis, sample: Sample) -> Fraction:
        if not late:
            return Fraction(1, len(hypotheses))
        right = [g for g in hypotheses if empirical_error(g, sample) == 0]
        return Fraction(h in right, max(1, len(right)))

    found = probability(
        world,
        size,
        lambda s: any(
            empirical_error(h, s) == 0
            and (1 - population_error(world, h)) ** size <= delta * weight(h, s)
            for h in hypotheses
        ),
    )
    return Comparison(found, "≤", delta)


def weights() -> SearchStrategy[Mapping[Hypothesis, Fraction]]:
    """Return a strategy for positive weights of the thresholds with sum one."""
    return distributions(4, positive=True).map(lambda w: dict(zip(THRESHOLDS, w, strict=True)))


#: Weights 2^-length of the code words 0, 10, 110, 111 for the thresholds.
_CODE = dict(zip(THRESHOLDS, (Fraction(1, 2), Fraction(1, 4), *[Fraction(1, 8)] * 2), strict=True))
_HALVES = dict.fromkeys(wrong_once(2), Fraction(1, 2))
_ONES = dict.fromkeys(wrong_once(2), Fraction(1))


CHECKS = (
    RowChecks(
        "ch07-occam-weighted",
        instances=(
            Instance(
                "prefix-code",
                occam,
                {"world": WORLD, "size": 4, "weights": _CODE, "delta": Fraction(1, 2)},
            ),
            Instance(
                "attained",
                occam,
                {"world": points(2), "size": 2, "weights": _HALVES, "delta": Fraction(1, 2)},
            ),
            Instance(
                "small-delta",
                occam,
                {"world": WORLD, "size": 6, "weights": _CODE, "delta": Fraction(1, 50)},
            ),
            Instance(
                "agnostic",
                occam_agnostic,
                {"world": WORLD, "size": 4, "weights": _CODE, "delta": Fraction(3, 4)},
            ),
            Instance(
                "agnostic-coin",
                occam_agnostic,
                {"world": points(2), "size": 8, "weights": _HALVES, "delta": Fraction(1, 10)},
            ),
        ),
        searches=(
            Search(
                "realizable",
                occam,
                lambda: {
                    "world": st.just(WORLD),
                    "size": st.integers(1, 4),
                    "weights": weights(),
                    "delta": st.parts(Fraction(1, 12), 1, 12),
                },
                cases=30,
            ),
            Search(
                "agnostic",
                occam_agnostic,
                lambda: {
                    "world": st.just(WORLD),
                    "size": st.integers(1, 3),
                    "weights": weights(),
                    "delta": st.parts(Fraction(1, 12), 1, 12),
                },
                cases=20,
            ),
        ),
        controls=(
            Control(
                "sum-two",
                "the weights add up to 2",
                occam,
                refuted_by={
                    "world": points(2),
                    "size": 1,
                    "weights": _ONES,
                    "delta": Fraction(1, 2),
                },
                holds_for={
                    "world": points(2),
                    "size": 1,
                    "weights": _HALVES,
                    "delta": Fraction(1, 2),
                },
                drops="summable-weights",
            ),
            Control(
                "hindsight",
                "the weights may depend on the sample",
                occam_with_hindsight,
                refuted_by={
                    "world": points(2),
                    "size": 1,
                    "hypotheses": wrong_once(2),
                    "delta": Fraction(1, 2),
                    "late": True,
                },
                holds_for={
                    "world": points(2),
                    "size": 1,
                    "hypotheses": wrong_once(2),
                    "delta": Fraction(1, 2),
                    "late": False,
                },
                drops="fixed-weights",
            ),
            Control(
                "copies",
                "all examples of the sample are the same",
                occam_for_copies,
                refuted_by={
                    "world": points(2),
                    "size": 2,
                    "weights": _HALVES,
                    "delta": Fraction(1, 2),
                },
                holds_for={
                    "world": points(2),
                    "size": 1,
                    "weights": _HALVES,
                    "delta": Fraction(1, 2),
                },
                drops="iid-sample",
            ),
        ),
        computations=(
            Computation(
                "attained",
                f"{lean_samples(2, 2)}.prob fun s => ∃ h, h ∈ Generalization.wrongOnce 2 ∧"
                " (Generalization.empiricalError h s : Rat) = 0 ∧"
                f" (1 - {lean_error(2, 'h')}) ^ 2 ≤ 1 / 2 * (1 / 2)",
                "Rat",
                lambda: occam(points(2), 2, _HALVES, Fraction(1, 2)).left,
                MODULES,
            ),
            Computation(
                "too-much-weight",
                f"{lean_samples(2, 1)}.prob fun s => ∃ h, h ∈ Generalization.wrongOnce 2 ∧"
                " (Generalization.empiricalError h s : Rat) = 0 ∧"
                f" (1 - {lean_error(2, 'h')}) ^ 1 ≤ 1 / 2 * 1",
                "Rat",
                lambda: occam(points(2), 1, _ONES, Fraction(1, 2)).left,
                MODULES,
            ),
            Computation(
                "printed-deviation",
                lean_digits(".sqrt (.div (.add (.log (.rat 8)) (.log (.rat 40))) (.nat 100))", 6),
                "Int",
                lambda: digits(sqrt((log(8) + log(40)) / 100), 6),
                ("DeepTheory.Real.Interval",),
            ),
        ),
        plots=(
            Plot(
                "confidence",
                "How often the bound is broken, against the permitted probability",
                occam,
                "delta",
                tuple(Fraction(k, 40) for k in range(1, 41)),
                {
                    "two equal weights, N = 2": {"world": points(2), "size": 2, "weights": _HALVES},
                    "eight equal weights, N = 6": {
                        "world": CLEAN,
                        "size": 6,
                        "weights": dict.fromkeys(FUNCTIONS, Fraction(1, 8)),
                    },
                },
                "permitted probability δ",
                "exact probability",
                "bound δ",
            ),
        ),
    ),
)
