"""Checks of chapter 7: empirical and population error, finite classes, Occam bounds.

Examples are pairs of a point and a label, a hypothesis is the tuple of its labels at the points
``0, 1, ...``, and a distribution gives every example its probability. Probabilities over samples
are sums over all samples. The exponential function enters through rational bounds: where a
probability must be at most a bound, the bound is rounded down.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import comb, floor, prod

from pyharness.checks.enclosures import Interval, digits, ends, exp, lean_digits, real, total
from pyharness.checks.model import Comparison, Computation, Control, Instance, Plot, RowChecks

__all__ = ["CHECKS"]

#: A point and its label.
Example = tuple[int, int]
#: The probability of each example.
Distribution = Mapping[Example, Fraction]
#: The labels that a hypothesis gives to the points.
Hypothesis = tuple[int, ...]
Sample = tuple[Example, ...]
#: The values of a bounded random variable with their probabilities.
Law = tuple[tuple[Fraction, Fraction], ...]


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


def deviation(number: int, p: Fraction, accuracy: Fraction) -> Fraction:
    """Return the probability that a binomial frequency is off by more than the accuracy."""
    ks = [k for k in range(number + 1) if abs(Fraction(k, number) - p) > accuracy]
    return sum((binomial(number, p, k) for k in ks), Fraction(0))


def exp_bounds(x: Fraction) -> tuple[Fraction, Fraction]:
    """Return rational numbers below and above the exponential function."""
    if x < 0:
        low, high = exp_bounds(-x)
        return 1 / high, 1 / low
    terms = 8 + 4 * int(x)
    term, total = Fraction(1), Fraction(0)
    for k in range(terms):
        total += term
        term = term * x / (k + 1)
    # The rest is at most a geometric series with the ratio x / (terms + 1), which is below 1/2.
    return total, total + 2 * term


def exp_below(x: Fraction) -> Fraction:
    """Return the exponential function, rounded down to twelve decimals."""
    return Fraction(floor(exp_bounds(Fraction(x))[0] * 10**12), 10**12)


# ----- Errors -------------------------------------------------------------------------------------


def unbiased(world: Distribution, size: int, h: Hypothesis) -> Comparison:
    """The mean of the empirical error over all samples is the population error."""
    mean = sum((p * empirical_error(h, s) for s, p in samples(world, size)), Fraction(0))
    return Comparison(mean, "=", population_error(world, h))


def unbiased_everywhere(world: Distribution, points: int, size: int) -> Comparison:
    """The same for all hypotheses on the points."""
    hypotheses = list(product((0, 1), repeat=points))
    means = [
        sum((p * empirical_error(h, s) for s, p in samples(world, size)), Fraction(0))
        for h in hypotheses
    ]
    return Comparison(means, "=", [population_error(world, h) for h in hypotheses])


def unbiased_elsewhere(
    world: Distribution, drawn_from: Distribution, size: int, h: Hypothesis
) -> Comparison:
    """The same for a sample that is drawn from another distribution."""
    mean = sum((p * empirical_error(h, s) for s, p in samples(drawn_from, size)), Fraction(0))
    return Comparison(mean, "=", population_error(world, h))


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
    bound = factor * exp_below(-rate * size * accuracy**2)
    return Comparison(deviation(size, p, accuracy), "≤", bound)


def hoeffding_everywhere(largest: int, parts: int) -> Comparison:
    """No violation for all sample sizes, probabilities and accuracies on a grid."""
    grid = [Fraction(i, parts) for i in range(parts + 1)]
    violations = [
        (n, p, e)
        for n in range(1, largest + 1)
        for p in grid
        for e in grid[1:]
        if not hoeffding(n, p, e).holds
    ]
    return Comparison(len(violations), "=", 0)


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
    return Comparison(found, "≤", 2 * exp_below(-2 * size * accuracy**2))


def hoeffding_for_learner(points: int, size: int, accuracy: Fraction, looks: bool) -> Comparison:
    """The same for a hypothesis that is wrong exactly where the sample has no point."""
    world = {(x, 0): Fraction(1, points) for x in range(points)}

    def hypothesis(sample: Sample) -> Hypothesis:
        seen = {x for x, _ in sample} if looks else {0}
        return tuple(int(x not in seen) for x in range(points))

    found = probability(world, size, lambda s: gap(world, hypothesis(s), s) > accuracy)
    return Comparison(found, "≤", 2 * exp_below(-2 * size * accuracy**2))


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
    return Comparison(ends(moment)[1], "≤", ends(exp((t * width(law)) ** 2 / 8))[0])


def bounded_sum(laws: tuple[Law, ...], accuracy: Fraction, rate: int = 2) -> Comparison:
    """A sum is off by the accuracy with a probability of at most 2 exp(-2 ε² / Σ (b - a)²)."""
    squares = sum((width(law) ** 2 for law in laws), Fraction(0))
    return Comparison(
        tail(laws, accuracy, two_sided=True), "≤", 2 * exp_below(-rate * accuracy**2 / squares)
    )


def bernstein(laws: tuple[Law, ...], accuracy: Fraction) -> Comparison:
    """A sum exceeds its mean by ε with a probability of at most exp(-ε² / (2 (V + M ε / 3)))."""
    variance = sum((p * (x - mean(law)) ** 2 for law in laws for x, p in law), Fraction(0))
    excess = max(x - mean(law) for law in laws for x, _ in law)
    bound = exp_below(-(accuracy**2) / (2 * (variance + excess * accuracy / 3)))
    return Comparison(tail(laws, accuracy, two_sided=False), "≤", bound)


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
    bound = 2 * len(hypotheses) * exp_below(-2 * size * accuracy**2)
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
    bound = 2 * exp_below(-2 * size * accuracy**2)
    return Comparison(some_gap(world, size, hypotheses, accuracy), "≤", bound)


def agnostic_for_copies(
    world: Distribution, size: int, hypotheses: Sequence[Hypothesis], accuracy: Fraction
) -> Comparison:
    """The same for a sample that repeats one example."""
    bound = 2 * len(hypotheses) * exp_below(-2 * size * accuracy**2)
    return Comparison(some_gap(world, size, hypotheses, accuracy, copies), "≤", bound)


def confidence(
    world: Distribution, size: int, hypotheses: Sequence[Hypothesis], delta: Fraction
) -> Comparison:
    """All gaps are at most sqrt(log(2 |H| / δ) / (2 N)) with probability at least 1 - δ."""
    # A gap is at most the radius when exp(2 N gap²) ≤ 2 |H| / δ.
    limit = 2 * len(hypotheses) / delta
    good = probability(
        world,
        size,
        lambda s: all(exp_bounds(2 * size * gap(world, h, s) ** 2)[1] <= limit for h in hypotheses),
    )
    return Comparison(good, "≥", 1 - delta)


def minimizer_loses_little(
    world: Distribution, size: int, hypotheses: Sequence[Hypothesis], factor: int = 2
) -> Comparison:
    """On every sample each empirical minimizer is within twice the largest gap of the best."""
    best = min(population_error(world, h) for h in hypotheses)
    violations = 0
    for sample, _ in samples(world, size):
        largest = max(gap(world, h, sample) for h in hypotheses)
        least = min(empirical_error(h, sample) for h in hypotheses)
        for h in hypotheses:
            if empirical_error(h, sample) == least:
                violations += population_error(world, h) > best + factor * largest
    return Comparison(violations, "=", 0)


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
    return Comparison((1 - accuracy) ** size, "≤", exp_below(-size * accuracy))


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


def realizable_everywhere(points: int, parts: int, largest: int) -> Comparison:
    """No violation for all functions as class, on a grid of distributions and accuracies."""
    functions = list(product((0, 1), repeat=points))
    violations = 0
    for shares in product(range(parts + 1), repeat=points):
        if sum(shares) != parts:
            continue
        world = {(x, 0): Fraction(k, parts) for x, k in enumerate(shares)}
        for size in range(1, largest + 1):
            for i in range(1, parts + 1):
                claim = realizable(world, size, functions, Fraction(i, parts))
                violations += not claim.holds
    return Comparison(violations, "=", 0)


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
    found = probability(
        world,
        size,
        lambda s: any(
            exp_bounds(2 * size * gap(world, h, s) ** 2)[1] > 2 / (w * delta)
            for h, w in weights.items()
        ),
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


# ----- Instances ----------------------------------------------------------------------------------


def points(number: int) -> Distribution:
    """Equally likely points with the label 0."""
    return {(x, 0): Fraction(1, number) for x in range(number)}


def wrong_once(number: int) -> tuple[Hypothesis, ...]:
    """The hypotheses that are wrong at exactly one of the points with the label 0."""
    return tuple(tuple(int(x == a) for x in range(number)) for a in range(number))


#: Three points; the label of the second is a coin flip.
_WORLD: Distribution = {
    (0, 1): Fraction(1, 2),
    (1, 0): Fraction(1, 6),
    (1, 1): Fraction(1, 6),
    (2, 0): Fraction(1, 6),
}
_THRESHOLDS = tuple(tuple(int(x < k) for x in range(3)) for k in range(4))
#: Three points of different probabilities, all with the label 0.
_CLEAN: Distribution = {(0, 0): Fraction(1, 2), (1, 0): Fraction(1, 3), (2, 0): Fraction(1, 6)}
_FUNCTIONS = tuple(product((0, 1), repeat=3))
_SIGN: Law = ((Fraction(-1), Fraction(1, 2)), (Fraction(1), Fraction(1, 2)))
_SKEWED: Law = (
    (Fraction(0), Fraction(3, 4)),
    (Fraction(1), Fraction(1, 6)),
    (Fraction(2), Fraction(1, 12)),
)
_WIDE: Law = ((Fraction(-2), Fraction(1, 3)), (Fraction(1), Fraction(2, 3)))
_RARE: Law = ((Fraction(0), Fraction(9, 10)), (Fraction(1), Fraction(1, 10)))
#: The corners of the cube with the label 0, and the three coordinates as hypotheses.
_CUBE: Distribution = points(8)
_COORDINATES = tuple(tuple(x >> j & 1 for x in range(8)) for j in range(3))
#: Weights 2^-length of the code words 0, 10, 110, 111 for the thresholds.
_CODE = dict(zip(_THRESHOLDS, (Fraction(1, 2), Fraction(1, 4), *[Fraction(1, 8)] * 2), strict=True))
_HALVES = dict.fromkeys(wrong_once(2), Fraction(1, 2))
_ONES = dict.fromkeys(wrong_once(2), Fraction(1))

_MODULES = (
    "DeepTheory.Generalization.FiniteClassControls",
    "DeepTheory.Probability.Finite",
    "DeepTheory.Algebra.Rat.Basic",
)
_WRONG = "Generalization.wrongAt"
_LEAN_SAMPLE = "(fun i : Fin 4 => (if i = 0 then 0 else if i = 1 then 2 else 1, decide (i = 3)))"
_SAMPLE: Sample = ((0, 0), (2, 0), (1, 0), (1, 1))


def _iid(number: int, size: int) -> str:
    """Write the expectation of samples of equally likely points with the label ``false``."""
    return f"((Generalization.points {number - 1}).iid {size}).expectation"


def _population(number: int, h: str) -> str:
    return f"Generalization.populationError (Generalization.points {number - 1}).expectation {h}"


CHECKS = (
    RowChecks(
        "ch07-errors",
        instances=(
            Instance("noisy-labels", unbiased, {"world": _WORLD, "size": 3, "h": _THRESHOLDS[1]}),
            Instance("one-example", unbiased, {"world": _CLEAN, "size": 1, "h": (1, 0, 1)}),
            Instance("always-wrong", unbiased, {"world": _CLEAN, "size": 4, "h": (1, 1, 1)}),
            Instance(
                "all-hypotheses",
                unbiased_everywhere,
                {"world": _WORLD, "points": 3, "size": 2},
            ),
        ),
        controls=(
            Control(
                "another-distribution",
                "the sample is drawn from another distribution",
                unbiased_elsewhere,
                refuted_by={
                    "world": _WORLD,
                    "drawn_from": _CLEAN,
                    "size": 2,
                    "h": _THRESHOLDS[0],
                },
                holds_for={"world": _WORLD, "drawn_from": _WORLD, "size": 2, "h": _THRESHOLDS[0]},
                drops="iid-sample",
            ),
        ),
        computations=(
            Computation(
                "empirical",
                f"Generalization.empiricalError ({_WRONG} (1 : Fin 3)) {_LEAN_SAMPLE}",
                "Rat",
                lambda: empirical_error((0, 1, 0), _SAMPLE),
                _MODULES,
            ),
            Computation(
                "population",
                _population(3, f"({_WRONG} 1)"),
                "Rat",
                lambda: population_error(points(3), (0, 1, 0)),
                _MODULES,
            ),
            Computation(
                "gap",
                "Generalization.gap (Generalization.points 2).expectation"
                f" ({_WRONG} 1) {_LEAN_SAMPLE}",
                "Rat",
                lambda: (
                    population_error(points(3), (0, 1, 0)) - empirical_error((0, 1, 0), _SAMPLE)
                ),
                _MODULES,
            ),
            Computation(
                "mean",
                f"{_iid(2, 2)}.mean fun s => Generalization.empiricalError ({_WRONG} 0) s",
                "Rat",
                lambda: population_error(points(2), (1, 0)),
                _MODULES,
            ),
        ),
    ),
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
            Instance("grid", hoeffding_everywhere, {"largest": 10, "parts": 8}),
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
                {"world": _WORLD, "size": 4, "h": _THRESHOLDS[1]},
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
                f"{_iid(3, 3)}.prob fun s => 2 ≤ Generalization.errorCount ({_WRONG} 1) s",
                "Rat",
                lambda: probability(
                    points(3), 3, lambda s: empirical_error((0, 1, 0), s) >= Fraction(2, 3)
                ),
                _MODULES,
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
    RowChecks(
        "ch07-finite-class-agnostic",
        instances=(
            Instance(
                "thresholds",
                agnostic,
                {
                    "world": _WORLD,
                    "size": 6,
                    "hypotheses": _THRESHOLDS,
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
                    "world": _WORLD,
                    "size": 5,
                    "hypotheses": _THRESHOLDS,
                    "delta": Fraction(1, 2),
                },
            ),
            Instance(
                "minimizers",
                minimizer_loses_little,
                {"world": _WORLD, "size": 4, "hypotheses": _FUNCTIONS},
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
                    "size": 2,
                    "hypotheses": ((1, 0, 1, 1), (1, 0, 0, 0)),
                    "factor": 1,
                },
                holds_for={
                    "world": points(4),
                    "size": 2,
                    "hypotheses": ((1, 0, 0, 0),),
                    "factor": 1,
                },
            ),
        ),
        computations=(
            Computation(
                "some-gap",
                f"{_iid(3, 1)}.prob fun s => ∃ h, h ∈ Generalization.wrongOnce 3 ∧ (1 / 2 : Rat) <"
                f" |Generalization.empiricalError h s - {_population(3, 'h')}|",
                "Rat",
                lambda: some_gap(points(3), 1, wrong_once(3), Fraction(1, 2)),
                _MODULES,
            ),
            Computation(
                "two-examples",
                f"{_iid(2, 2)}.prob fun s => ∃ h, h ∈ Generalization.wrongOnce 2 ∧ (1 / 3 : Rat) <"
                f" |Generalization.empiricalError h s - {_population(2, 'h')}|",
                "Rat",
                lambda: some_gap(points(2), 2, wrong_once(2), Fraction(1, 3)),
                _MODULES,
            ),
            Computation(
                "sum-of-tails",
                "∑ h ∈ Generalization.wrongOnce 3, Binomial.tail 10"
                f" ({_population(3, 'h')}) fun k => 6 ≤ k",
                "Rat",
                lambda: 3 * sum(binomial(10, Fraction(1, 3), k) for k in range(6, 11)),
                (*_MODULES, "DeepTheory.Probability.Chernoff"),
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
                    "world": _CLEAN,
                    "size": 6,
                    "hypotheses": _FUNCTIONS,
                    "accuracy": Fraction(2, 5),
                },
            ),
            Instance(
                "noisy-labels",
                realizable,
                {
                    "world": _WORLD,
                    "size": 4,
                    "hypotheses": _THRESHOLDS,
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
            Instance("grid", realizable_everywhere, {"points": 3, "parts": 4, "largest": 3}),
            Instance("exponential", bound_of_bound, {"size": 30, "accuracy": Fraction(1, 10)}),
            Instance(
                "learner",
                consistent_learner,
                {
                    "world": _CLEAN,
                    "size": 5,
                    "hypotheses": _FUNCTIONS,
                    "accuracy": Fraction(2, 5),
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
                f"{_iid(2, 3)}.prob fun s => ∃ h, h ∈ Generalization.wrongOnce 2 ∧ (2 / 5 : Rat) <"
                f" {_population(2, 'h')} ∧ (Generalization.empiricalError h s : Rat) = 0",
                "Rat",
                lambda: survival(points(2), 3, wrong_once(2), Fraction(2, 5)),
                _MODULES,
            ),
            Computation(
                "three-survivors",
                f"{_iid(3, 2)}.prob fun s => ∃ h, h ∈ Generalization.wrongOnce 3 ∧ (1 / 4 : Rat) <"
                f" {_population(3, 'h')} ∧ (Generalization.empiricalError h s : Rat) = 0",
                "Rat",
                lambda: survival(points(3), 2, wrong_once(3), Fraction(1, 4)),
                _MODULES,
            ),
            Computation(
                "bound",
                "((Generalization.wrongOnce 3).card : Rat) * (1 - 1 / 4) ^ 10",
                "Rat",
                lambda: len(wrong_once(3)) * (1 - Fraction(1, 4)) ** 10,
                _MODULES,
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
    RowChecks(
        "ch07-occam-weighted",
        instances=(
            Instance(
                "prefix-code",
                occam,
                {"world": _WORLD, "size": 4, "weights": _CODE, "delta": Fraction(1, 2)},
            ),
            Instance(
                "attained",
                occam,
                {"world": points(2), "size": 2, "weights": _HALVES, "delta": Fraction(1, 2)},
            ),
            Instance(
                "small-delta",
                occam,
                {"world": _WORLD, "size": 6, "weights": _CODE, "delta": Fraction(1, 50)},
            ),
            Instance(
                "agnostic",
                occam_agnostic,
                {"world": _WORLD, "size": 4, "weights": _CODE, "delta": Fraction(3, 4)},
            ),
            Instance(
                "agnostic-coin",
                occam_agnostic,
                {"world": points(2), "size": 8, "weights": _HALVES, "delta": Fraction(1, 10)},
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
                f"{_iid(2, 2)}.prob fun s => ∃ h, h ∈ Generalization.wrongOnce 2 ∧"
                " (Generalization.empiricalError h s : Rat) = 0 ∧"
                f" (1 - {_population(2, 'h')}) ^ 2 ≤ 1 / 2 * (1 / 2)",
                "Rat",
                lambda: occam(points(2), 2, _HALVES, Fraction(1, 2)).left,
                _MODULES,
            ),
            Computation(
                "too-much-weight",
                f"{_iid(2, 1)}.prob fun s => ∃ h, h ∈ Generalization.wrongOnce 2 ∧"
                " (Generalization.empiricalError h s : Rat) = 0 ∧"
                f" (1 - {_population(2, 'h')}) ^ 1 ≤ 1 / 2 * 1",
                "Rat",
                lambda: occam(points(2), 1, _ONES, Fraction(1, 2)).left,
                _MODULES,
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
                        "world": _CLEAN,
                        "size": 6,
                        "weights": dict.fromkeys(_FUNCTIONS, Fraction(1, 8)),
                    },
                },
                "permitted probability δ",
                "exact probability",
                "bound δ",
            ),
        ),
    ),
)
