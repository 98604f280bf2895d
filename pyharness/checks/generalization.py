"""Checks of chapter 7: empirical and population error, finite classes.

Examples are pairs of a point and a label, a hypothesis is the tuple of its labels at the points
``0, 1, ...``, and a distribution gives every example its probability. Probabilities over samples
are sums over all samples; exponentials are intervals with rational ends.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import comb, prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import (
    digits,
    exp,
    lean_digits,
    log,
    sqrt,
)
from pyharness.checks.information import distributions, grid
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
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

#: A point and its label.
Example = tuple[int, int]
#: The probability of each example.
Distribution = Mapping[Example, Fraction]
#: The labels that a hypothesis gives to the points.
Hypothesis = tuple[int, ...]
Sample = tuple[Example, ...]


# ----- Definitions --------------------------------------------------------------------------------


def empirical_error(h: Hypothesis, sample: Sample) -> Fraction:
    """Return the fraction of the examples of the sample on which the hypothesis is wrong."""
    return Fraction(sum(h[x] != y for x, y in sample), len(sample))


def population_error(world: Distribution, h: Hypothesis) -> Fraction:
    """Return the probability that the hypothesis is wrong on an example."""
    return sum((p for (x, y), p in world.items() if h[x] != y), Fraction(0))


def gap(world: Distribution, h: Hypothesis, sample: Sample) -> Fraction:
    """Return the distance between empirical and population error."""
    return abs(empirical_error(h, sample) - population_error(world, h))


def samples(world: Distribution, size: int) -> Iterator[tuple[Sample, Fraction]]:
    """List the independent samples with their probabilities."""
    for sample in product(world, repeat=size):
        yield sample, prod((world[example] for example in sample), start=Fraction(1))


def copies(world: Distribution, size: int) -> Iterator[tuple[Sample, Fraction]]:
    """List the samples that repeat one example."""
    for example, p in world.items():
        yield (example,) * size, p


Drawing = Callable[[Distribution, int], Iterator[tuple[Sample, Fraction]]]


def probability(
    world: Distribution, size: int, event: Callable[[Sample], bool], drawing: Drawing = samples
) -> Fraction:
    """Return the probability that a sample has a property."""
    return sum((p for sample, p in drawing(world, size) if event(sample)), Fraction(0))


def binomial(number: int, p: Fraction, k: int) -> Fraction:
    """Return the probability of exactly ``k`` among ``number`` independent events."""
    return comb(number, k) * p**k * (1 - p) ** (number - k)


# ----- Errors -------------------------------------------------------------------------------------


def unbiased(world: Distribution, size: int, h: Hypothesis) -> Comparison:
    """The mean of the empirical error over all samples is the population error."""
    mean = sum((p * empirical_error(h, s) for s, p in samples(world, size)), Fraction(0))
    return Comparison(mean, "=", population_error(world, h))


def unbiased_elsewhere(
    world: Distribution, drawn_from: Distribution, size: int, h: Hypothesis
) -> Comparison:
    """The same for a sample that is drawn from another distribution."""
    mean = sum((p * empirical_error(h, s) for s, p in samples(drawn_from, size)), Fraction(0))
    return Comparison(mean, "=", population_error(world, h))


# ----- Finite classes, agnostic -------------------------------------------------------------------


def some_gap(
    world: Distribution,
    size: int,
    hypotheses: Sequence[Hypothesis],
    accuracy: Fraction,
    drawing: Drawing = samples,
) -> Fraction:
    """Return the probability that some hypothesis has a gap greater than the accuracy."""
    return probability(
        world, size, lambda s: any(gap(world, h, s) > accuracy for h in hypotheses), drawing
    )


def agnostic(
    world: Distribution, size: int, hypotheses: Sequence[Hypothesis], accuracy: Fraction
) -> Comparison:
    """Some gap exceeds the accuracy with a probability of at most 2 |H| exp(-2 N ε²)."""
    bound = 2 * len(hypotheses) * exp(-2 * size * accuracy**2)
    return Comparison(some_gap(world, size, hypotheses, accuracy), "≤", bound)


def agnostic_chebyshev(
    world: Distribution, size: int, hypotheses: Sequence[Hypothesis], accuracy: Fraction
) -> Comparison:
    """The elementary substitute: a probability of at most |H| / (4 N ε²)."""
    bound = Fraction(len(hypotheses)) / (4 * size * accuracy**2)
    return Comparison(some_gap(world, size, hypotheses, accuracy), "≤", bound)


def agnostic_without_number(
    world: Distribution, size: int, hypotheses: Sequence[Hypothesis], accuracy: Fraction
) -> Comparison:
    """The same without the factor |H|."""
    bound = 2 * exp(-2 * size * accuracy**2)
    return Comparison(some_gap(world, size, hypotheses, accuracy), "≤", bound)


def agnostic_for_copies(
    world: Distribution, size: int, hypotheses: Sequence[Hypothesis], accuracy: Fraction
) -> Comparison:
    """The same for a sample that repeats one example."""
    bound = 2 * len(hypotheses) * exp(-2 * size * accuracy**2)
    return Comparison(some_gap(world, size, hypotheses, accuracy, copies), "≤", bound)


def confidence(
    world: Distribution, size: int, hypotheses: Sequence[Hypothesis], delta: Fraction
) -> Comparison:
    """All gaps are at most sqrt(log(2 |H| / δ) / (2 N)) with probability at least 1 - δ."""
    radius = sqrt(log(2 * len(hypotheses) / delta) / (2 * size))
    good = probability(
        world,
        size,
        lambda s: all(Comparison(gap(world, h, s), "≤", radius).holds for h in hypotheses),
    )
    return Comparison(good, "≥", 1 - delta)


def minimizer_loses_little(
    world: Distribution, hypotheses: Sequence[Hypothesis], sample: Sample, factor: int = 2
) -> Comparison:
    """Each empirical minimizer is within twice the largest gap of the best hypothesis."""
    largest = max(gap(world, h, sample) for h in hypotheses)
    least = min(empirical_error(h, sample) for h in hypotheses)
    worst = max(
        population_error(world, h) for h in hypotheses if empirical_error(h, sample) == least
    )
    best = min(population_error(world, h) for h in hypotheses)
    return Comparison(worst, "≤", best + factor * largest)


# ----- Finite classes, realizable -----------------------------------------------------------------


def survival(
    world: Distribution,
    size: int,
    hypotheses: Sequence[Hypothesis],
    accuracy: Fraction,
    drawing: Drawing = samples,
) -> Fraction:
    """Return the probability that a hypothesis of a greater error has no error on the sample."""
    bad = [h for h in hypotheses if population_error(world, h) > accuracy]
    return probability(world, size, lambda s: any(empirical_error(h, s) == 0 for h in bad), drawing)


def realizable(
    world: Distribution,
    size: int,
    hypotheses: Sequence[Hypothesis],
    accuracy: Fraction,
    power: int = 1,
) -> Comparison:
    """A hypothesis of error above ε survives with probability at most |H| (1 - ε)^N."""
    bound = len(hypotheses) * (1 - accuracy) ** (power * size)
    return Comparison(survival(world, size, hypotheses, accuracy), "≤", bound)


def bound_of_bound(size: int, accuracy: Fraction) -> Comparison:
    """(1 - ε)^N is at most exp(-N ε)."""
    return Comparison((1 - accuracy) ** size, "≤", exp(-size * accuracy))


def realizable_without_number(
    world: Distribution, size: int, hypotheses: Sequence[Hypothesis], accuracy: Fraction
) -> Comparison:
    """The same without the factor |H|."""
    return Comparison(survival(world, size, hypotheses, accuracy), "≤", (1 - accuracy) ** size)


def realizable_for_copies(
    world: Distribution, size: int, hypotheses: Sequence[Hypothesis], accuracy: Fraction
) -> Comparison:
    """The same for a sample that repeats one example."""
    bound = len(hypotheses) * (1 - accuracy) ** size
    return Comparison(survival(world, size, hypotheses, accuracy, copies), "≤", bound)


def consistent_learner(
    world: Distribution, size: int, hypotheses: Sequence[Hypothesis], accuracy: Fraction
) -> Comparison:
    """The worst hypothesis without error on the sample errs more than ε with that probability.

    When there is none, the worst of all is returned.
    """

    def learned(sample: Sample) -> Fraction:
        right = [h for h in hypotheses if empirical_error(h, sample) == 0]
        return max(population_error(world, h) for h in right or hypotheses)

    found = probability(world, size, lambda s: learned(s) > accuracy)
    return Comparison(found, "≤", len(hypotheses) * (1 - accuracy) ** size)


# ----- Worlds -----------------------------------------------------------------------------------


def worlds(examples: Sequence[Example], parts: int) -> Iterator[Distribution]:
    """List the distributions on the examples with probabilities in multiples of ``1 / parts``."""
    for shares in grid(len(examples), parts):
        yield dict(zip(examples, shares, strict=True))


def any_worlds(examples: Sequence[Example]) -> SearchStrategy[Distribution]:
    """Return a strategy for distributions on the examples."""
    return distributions(len(examples)).map(lambda shares: dict(zip(examples, shares, strict=True)))


# ----- Instances ----------------------------------------------------------------------------------


def points(number: int) -> Distribution:
    """Equally likely points with the label 0."""
    return {(x, 0): Fraction(1, number) for x in range(number)}


def wrong_once(number: int) -> tuple[Hypothesis, ...]:
    """The hypotheses that are wrong at exactly one of the points with the label 0."""
    return tuple(tuple(int(x == a) for x in range(number)) for a in range(number))


#: Three points; the label of the second is a coin flip.
WORLD: Distribution = {
    (0, 1): Fraction(1, 2),
    (1, 0): Fraction(1, 6),
    (1, 1): Fraction(1, 6),
    (2, 0): Fraction(1, 6),
}
THRESHOLDS = tuple(tuple(int(x < k) for x in range(3)) for k in range(4))
#: Three points of different probabilities, all with the label 0.
CLEAN: Distribution = {(0, 0): Fraction(1, 2), (1, 0): Fraction(1, 3), (2, 0): Fraction(1, 6)}
FUNCTIONS = tuple(product((0, 1), repeat=3))
#: All examples with two points.
EXAMPLES = tuple(product((0, 1), repeat=2))
FUNCTIONS_OF_TWO = EXAMPLES
#: The corners of the cube with the label 0, and the three coordinates as hypotheses.
_CUBE: Distribution = points(8)
_COORDINATES = tuple(tuple(x >> j & 1 for x in range(8)) for j in range(3))

MODULES = (
    "DeepTheory.Generalization.FiniteClassControls",
    "DeepTheory.Probability.Finite",
    "DeepTheory.Algebra.Rat.Basic",
)
WRONG = "Generalization.wrongAt"
_LEAN_SAMPLE = "(fun i : Fin 4 => (if i = 0 then 0 else if i = 1 then 2 else 1, decide (i = 3)))"
_SAMPLE: Sample = ((0, 0), (2, 0), (1, 0), (1, 1))


def lean_samples(number: int, size: int) -> str:
    """Write the expectation of samples of equally likely points with the label ``false``."""
    return f"((Generalization.points {number - 1}).iid {size}).expectation"


def lean_error(number: int, h: str) -> str:
    return f"Generalization.populationError (Generalization.points {number - 1}).expectation {h}"


CHECKS = (
    RowChecks(
        "ch07-errors",
        instances=(
            Instance("noisy-labels", unbiased, {"world": WORLD, "size": 3, "h": THRESHOLDS[1]}),
            Instance("one-example", unbiased, {"world": CLEAN, "size": 1, "h": (1, 0, 1)}),
            Instance("always-wrong", unbiased, {"world": CLEAN, "size": 4, "h": (1, 1, 1)}),
        ),
        searches=(
            Exhaustion(
                "all-hypotheses",
                unbiased,
                lambda: ({"world": WORLD, "size": n, "h": h} for h in FUNCTIONS for n in (1, 2, 3)),
            ),
            Search(
                "distributions",
                unbiased,
                lambda: {
                    "world": any_worlds(EXAMPLES),
                    "size": st.integers(1, 3),
                    "h": st.sampled_from(FUNCTIONS[:4]),
                },
            ),
        ),
        controls=(
            Control(
                "another-distribution",
                "the sample is drawn from another distribution",
                unbiased_elsewhere,
                refuted_by={
                    "world": WORLD,
                    "drawn_from": CLEAN,
                    "size": 2,
                    "h": THRESHOLDS[0],
                },
                holds_for={"world": WORLD, "drawn_from": WORLD, "size": 2, "h": THRESHOLDS[0]},
                drops="iid-sample",
            ),
        ),
        computations=(
            Computation(
                "empirical",
                f"Generalization.empiricalError ({WRONG} (1 : Fin 3)) {_LEAN_SAMPLE}",
                "Rat",
                lambda: empirical_error((0, 1, 0), _SAMPLE),
                MODULES,
            ),
            Computation(
                "population",
                lean_error(3, f"({WRONG} 1)"),
                "Rat",
                lambda: population_error(points(3), (0, 1, 0)),
                MODULES,
            ),
            Computation(
                "gap",
                "Generalization.gap (Generalization.points 2).expectation"
                f" ({WRONG} 1) {_LEAN_SAMPLE}",
                "Rat",
                lambda: (
                    population_error(points(3), (0, 1, 0)) - empirical_error((0, 1, 0), _SAMPLE)
                ),
                MODULES,
            ),
            Computation(
                "mean",
                f"{lean_samples(2, 2)}.mean fun s => Generalization.empiricalError ({WRONG} 0) s",
                "Rat",
                lambda: population_error(points(2), (1, 0)),
                MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch07-finite-class-agnostic",
        instances=(
            Instance(
                "thresholds",
                agnostic,
                {
                    "world": WORLD,
                    "size": 6,
                    "hypotheses": THRESHOLDS,
                    "accuracy": Fraction(11, 20),
                },
            ),
            Instance(
                "coordinates",
                agnostic,
                {
                    "world": _CUBE,
                    "size": 4,
                    "hypotheses": _COORDINATES,
                    "accuracy": Fraction(49, 100),
                },
            ),
            Instance(
                "chebyshev",
                agnostic_chebyshev,
                {
                    "world": _CUBE,
                    "size": 4,
                    "hypotheses": _COORDINATES,
                    "accuracy": Fraction(9, 20),
                },
            ),
            Instance(
                "confidence",
                confidence,
                {
                    "world": WORLD,
                    "size": 5,
                    "hypotheses": THRESHOLDS,
                    "delta": Fraction(1, 2),
                },
            ),
            Instance(
                "minimizers",
                minimizer_loses_little,
                {
                    "world": WORLD,
                    "hypotheses": FUNCTIONS,
                    "sample": ((0, 1), (1, 1), (2, 0), (2, 0)),
                },
            ),
        ),
        searches=(
            Exhaustion(
                "noisy-worlds",
                agnostic,
                lambda: (
                    {
                        "world": world,
                        "size": n,
                        "hypotheses": FUNCTIONS_OF_TWO,
                        "accuracy": Fraction(k, 10),
                    }
                    for world in worlds(EXAMPLES, 3)
                    for n in (1, 2, 3)
                    for k in (4, 6, 9)
                ),
            ),
            Exhaustion(
                "minimizers",
                minimizer_loses_little,
                lambda: (
                    {"world": WORLD, "hypotheses": FUNCTIONS, "sample": sample}
                    for sample in combinations_with_replacement(WORLD, 4)
                ),
            ),
        ),
        controls=(
            Control(
                "without-number",
                "the number of hypotheses does not enter the bound",
                agnostic_without_number,
                refuted_by={
                    "world": _CUBE,
                    "size": 4,
                    "hypotheses": _COORDINATES,
                    "accuracy": Fraction(49, 100),
                },
                holds_for={
                    "world": _CUBE,
                    "size": 4,
                    "hypotheses": _COORDINATES[:1],
                    "accuracy": Fraction(49, 100),
                },
                drops="finite-class",
            ),
            Control(
                "copies",
                "all examples of the sample are the same",
                agnostic_for_copies,
                refuted_by={
                    "world": _CUBE,
                    "size": 10,
                    "hypotheses": _COORDINATES,
                    "accuracy": Fraction(2, 5),
                },
                holds_for={
                    "world": _CUBE,
                    "size": 1,
                    "hypotheses": _COORDINATES,
                    "accuracy": Fraction(2, 5),
                },
                drops="iid-sample",
            ),
            Control(
                "negative-accuracy",
                "the accuracy may be negative",
                agnostic,
                refuted_by={
                    "world": points(2),
                    "size": 2,
                    "hypotheses": wrong_once(2),
                    "accuracy": Fraction(-1),
                },
                holds_for={
                    "world": points(2),
                    "size": 2,
                    "hypotheses": wrong_once(2),
                    "accuracy": Fraction(1, 10),
                },
                drops="positive-accuracy",
            ),
            Control(
                "one-gap",
                "a minimizer is within one gap of the best",
                minimizer_loses_little,
                refuted_by={
                    "world": points(4),
                    "hypotheses": ((1, 0, 1, 1), (1, 0, 0, 0)),
                    "sample": ((0, 0), (1, 0)),
                    "factor": 1,
                },
                holds_for={
                    "world": points(4),
                    "hypotheses": ((1, 0, 0, 0),),
                    "sample": ((0, 0), (1, 0)),
                    "factor": 1,
                },
            ),
        ),
        computations=(
            Computation(
                "some-gap",
                f"{lean_samples(3, 1)}.prob fun s =>"
                f" ∃ h, h ∈ Generalization.wrongOnce 3 ∧ (1 / 2 : Rat) <"
                f" |Generalization.empiricalError h s - {lean_error(3, 'h')}|",
                "Rat",
                lambda: some_gap(points(3), 1, wrong_once(3), Fraction(1, 2)),
                MODULES,
            ),
            Computation(
                "two-examples",
                f"{lean_samples(2, 2)}.prob fun s =>"
                f" ∃ h, h ∈ Generalization.wrongOnce 2 ∧ (1 / 3 : Rat) <"
                f" |Generalization.empiricalError h s - {lean_error(2, 'h')}|",
                "Rat",
                lambda: some_gap(points(2), 2, wrong_once(2), Fraction(1, 3)),
                MODULES,
            ),
            Computation(
                "sum-of-tails",
                "∑ h ∈ Generalization.wrongOnce 3, Binomial.tail 10"
                f" ({lean_error(3, 'h')}) fun k => 6 ≤ k",
                "Rat",
                lambda: 3 * sum(binomial(10, Fraction(1, 3), k) for k in range(6, 11)),
                (*MODULES, "DeepTheory.Probability.Chernoff"),
            ),
            Computation(
                "printed-bound",
                lean_digits(".mul (.nat 40) (.exp (.neg (.rat (2 * 100 * (1/5) ^ 2))))", 6),
                "Int",
                lambda: digits(40 * exp(-2 * 100 * Fraction(1, 5) ** 2), 6),
                ("DeepTheory.Real.Interval",),
            ),
            Computation(
                "printed-deviation",
                lean_digits(".sqrt (.div (.log (.rat (2 * 20 / (1/20)))) (.nat 200))", 6),
                "Int",
                lambda: digits(sqrt(log(Fraction(2 * 20 * 20)) / 200), 6),
                ("DeepTheory.Real.Interval",),
            ),
        ),
    ),
    RowChecks(
        "ch07-finite-class-realizable",
        instances=(
            Instance(
                "all-functions",
                realizable,
                {
                    "world": CLEAN,
                    "size": 6,
                    "hypotheses": FUNCTIONS,
                    "accuracy": Fraction(2, 5),
                },
            ),
            Instance(
                "noisy-labels",
                realizable,
                {
                    "world": WORLD,
                    "size": 4,
                    "hypotheses": THRESHOLDS,
                    "accuracy": Fraction(3, 10),
                },
            ),
            Instance(
                "nearly-attained",
                realizable,
                {
                    "world": points(2),
                    "size": 5,
                    "hypotheses": wrong_once(2),
                    "accuracy": Fraction(49, 100),
                },
            ),
            Instance("exponential", bound_of_bound, {"size": 30, "accuracy": Fraction(1, 10)}),
            Instance(
                "learner",
                consistent_learner,
                {
                    "world": CLEAN,
                    "size": 5,
                    "hypotheses": FUNCTIONS,
                    "accuracy": Fraction(2, 5),
                },
            ),
        ),
        searches=(
            Exhaustion(
                "all-functions",
                realizable,
                lambda: (
                    {
                        "world": world,
                        "size": n,
                        "hypotheses": FUNCTIONS,
                        "accuracy": Fraction(k, 4),
                    }
                    for world in worlds(tuple(CLEAN), 4)
                    for n in (1, 2, 3)
                    for k in range(1, 5)
                ),
            ),
            Search(
                "learners",
                consistent_learner,
                lambda: {
                    "world": any_worlds(tuple(CLEAN)),
                    "size": st.integers(1, 3),
                    "hypotheses": st.just(FUNCTIONS),
                    "accuracy": st.parts(Fraction(1, 8), 1, 8),
                },
            ),
        ),
        controls=(
            Control(
                "without-number",
                "the number of hypotheses does not enter the bound",
                realizable_without_number,
                refuted_by={
                    "world": points(2),
                    "size": 2,
                    "hypotheses": wrong_once(2),
                    "accuracy": Fraction(2, 5),
                },
                holds_for={
                    "world": points(2),
                    "size": 2,
                    "hypotheses": wrong_once(2)[:1],
                    "accuracy": Fraction(2, 5),
                },
                drops="finite-class",
            ),
            Control(
                "copies",
                "all examples of the sample are the same",
                realizable_for_copies,
                refuted_by={
                    "world": points(2),
                    "size": 5,
                    "hypotheses": wrong_once(2),
                    "accuracy": Fraction(2, 5),
                },
                holds_for={
                    "world": points(2),
                    "size": 1,
                    "hypotheses": wrong_once(2),
                    "accuracy": Fraction(2, 5),
                },
                drops="iid-sample",
            ),
            Control(
                "not-realizable",
                "no member of the class has error 0",
                consistent_learner,
                refuted_by={
                    "world": points(2),
                    "size": 5,
                    "hypotheses": ((1, 1),),
                    "accuracy": Fraction(1, 2),
                },
                holds_for={
                    "world": points(2),
                    "size": 5,
                    "hypotheses": ((0, 0),),
                    "accuracy": Fraction(1, 2),
                },
                drops="realizable",
            ),
            Control(
                "accuracy-two",
                "the accuracy may exceed 1",
                realizable,
                refuted_by={
                    "world": points(2),
                    "size": 1,
                    "hypotheses": wrong_once(2),
                    "accuracy": Fraction(2),
                },
                holds_for={
                    "world": points(2),
                    "size": 1,
                    "hypotheses": wrong_once(2),
                    "accuracy": Fraction(1),
                },
                drops="accuracy-range",
            ),
            Control(
                "twice-the-exponent",
                "the exponent is 2 N",
                realizable,
                refuted_by={
                    "world": points(2),
                    "size": 3,
                    "hypotheses": wrong_once(2)[:1],
                    "accuracy": Fraction(2, 5),
                    "power": 2,
                },
                holds_for={
                    "world": points(2),
                    "size": 3,
                    "hypotheses": wrong_once(2)[:1],
                    "accuracy": Fraction(3, 5),
                    "power": 2,
                },
            ),
        ),
        computations=(
            Computation(
                "two-survivors",
                f"{lean_samples(2, 3)}.prob fun s =>"
                f" ∃ h, h ∈ Generalization.wrongOnce 2 ∧ (2 / 5 : Rat) <"
                f" {lean_error(2, 'h')} ∧ (Generalization.empiricalError h s : Rat) = 0",
                "Rat",
                lambda: survival(points(2), 3, wrong_once(2), Fraction(2, 5)),
                MODULES,
            ),
            Computation(
                "three-survivors",
                f"{lean_samples(3, 2)}.prob fun s =>"
                f" ∃ h, h ∈ Generalization.wrongOnce 3 ∧ (1 / 4 : Rat) <"
                f" {lean_error(3, 'h')} ∧ (Generalization.empiricalError h s : Rat) = 0",
                "Rat",
                lambda: survival(points(3), 2, wrong_once(3), Fraction(1, 4)),
                MODULES,
            ),
            Computation(
                "bound",
                "((Generalization.wrongOnce 3).card : Rat) * (1 - 1 / 4) ^ 10",
                "Rat",
                lambda: len(wrong_once(3)) * (1 - Fraction(1, 4)) ** 10,
                MODULES,
            ),
            Computation(
                "printed-bound",
                lean_digits(".mul (.nat 20) (.exp (.neg (.rat (1/10 * 60))))", 6),
                "Int",
                lambda: digits(20 * exp(-Fraction(60, 10)), 6),
                ("DeepTheory.Real.Interval",),
            ),
            Computation(
                "printed-error",
                lean_digits(".div (.add (.log (.nat 20)) (.log (.rat 20))) (.nat 60)", 6),
                "Int",
                lambda: digits((log(20) + log(20)) / 60, 6),
                ("DeepTheory.Real.Interval",),
            ),
        ),
        plots=(
            Plot(
                "sample-size",
                "How often a hypothesis that is wrong at one point survives the sample",
                realizable,
                "size",
                tuple(range(1, 10)),
                {
                    f"{number} points": {
                        "world": points(number),
                        "hypotheses": wrong_once(number),
                        "accuracy": Fraction(1, number) - Fraction(1, 1000),
                    }
                    for number in (2, 3)
                },
                "size $N$ of the sample",
                "exact probability",
                "bound |H| (1 − ε)ᴺ",
                logarithmic="y",
            ),
        ),
    ),
)
