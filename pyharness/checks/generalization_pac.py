"""Checks of chapter 7: no free lunch, PAC learnability, agnostic learning.

A hypothesis is the tuple of its labels at the points ``0, 1, ...``, a class is a tuple of them, and
a learner is a function of the sample, a tuple of points with labels. Probabilities over samples are
sums over all samples, or over the numbers of times that the examples occur.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import ceil
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import digits, ends, lean_digits, log, real
from pyharness.checks.generalization_symmetrization import frequencies, samples
from pyharness.checks.information import distributions
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from pyharness.checks.enclosures import Interval

__all__ = ["CHECKS"]

#: A point and its label.
Example = tuple[int, int]
Sample = tuple[Example, ...]
#: The labels that a hypothesis gives to the points.
Table = tuple[int, ...]
Learner = Callable[[Sample], Table]
#: The probability of each example.
World = dict[Example, Fraction]

_ONE = Fraction(1)
_HALF = Fraction(1, 2)


# ----- Definitions --------------------------------------------------------------------------------


def labelled(points: dict[int, Fraction], target: Table) -> World:
    """Return the distribution of the points with the labels of the target."""
    return {(x, target[x]): p for x, p in points.items()}


def uniform(number: int) -> dict[int, Fraction]:
    """Return equally likely points."""
    return {x: Fraction(1, number) for x in range(number)}


def error(world: World, h: Table) -> Fraction:
    """Return the probability that the hypothesis is wrong."""
    return sum((p for (x, y), p in world.items() if h[x] != y), Fraction(0))


def mean_error(world: World, learner: Learner, size: int) -> Fraction:
    """Return the mean error of a learner."""
    return sum((p * error(world, learner(s)) for s, p in samples(world, size)), Fraction(0))


def probability_of_error(
    world: World, learner: Learner, size: int, large: Callable[[Fraction], bool]
) -> Fraction:
    """Return the probability that the error of a learner is large."""
    return sum((p for s, p in samples(world, size) if large(error(world, learner(s)))), Fraction(0))


# ----- Learners -----------------------------------------------------------------------------------


def memorizer(points: int, default: int = 0) -> Learner:
    """Return the learner that repeats the labels it saw, and has one label for other points."""

    def learn(sample: Sample) -> Table:
        seen = dict(sample)
        return tuple(seen.get(x, default) for x in range(points))

    return learn


def majority_memorizer(points: int) -> Learner:
    """Return the learner that gives the other points the more frequent label."""

    def learn(sample: Sample) -> Table:
        default = int(2 * sum(y for _, y in sample) > len(sample))
        return memorizer(points, default)(sample)

    return learn


def balanced(sample: Sample) -> Table:
    """Predict of two points the second like the first, and the first unlike the second."""
    ((x, y),) = sample
    return (y, y) if x == 0 else (1 - y, y)


def consistent(tables: tuple[Table, ...]) -> Learner:
    """Return the learner that returns the first member without error on the sample, if any."""

    def learn(sample: Sample) -> Table:
        right = (h for h in tables if all(h[x] == y for x, y in sample))
        return next(right, tables[0])

    return learn


def named(name: str, points: int) -> Learner:
    """Return the learner of that name for so many points.

    Raises
    ------
    ValueError
        When there is no such learner.
    """
    match name:
        case "memorizer":
            return memorizer(points)
        case "majority":
            return majority_memorizer(points)
        case "balanced" if points == 2:
            return balanced
        case "zero":
            return lambda _: (0,) * points
    raise ValueError(f"there is no learner {name!r} for {points} points")


# ----- No free lunch ------------------------------------------------------------------------------


def worst_mean(
    learner: Learner, size: int, points: int, targets: tuple[Table, ...] | None = None
) -> Fraction:
    """Return the largest mean error over the labellings of equally likely points."""
    chosen = tuple(product((0, 1), repeat=points)) if targets is None else targets
    return max(mean_error(labelled(uniform(points), f), learner, size) for f in chosen)


def no_free_lunch(learner: str, size: int, points: int) -> Comparison:
    """For some labelling the mean error of the learner is at least 1/4."""
    return Comparison(worst_mean(named(learner, points), size, points), "≥", Fraction(1, 4))


def no_free_lunch_probability(learner: str, size: int, points: int) -> Comparison:
    """For the worst labelling the error is at least 1/8 with probability at least 1/7."""
    worst = max(
        product((0, 1), repeat=points),
        key=lambda f: mean_error(labelled(uniform(points), f), named(learner, points), size),
    )
    world = labelled(uniform(points), worst)
    probability = probability_of_error(
        world, named(learner, points), size, lambda e: e >= Fraction(1, 8)
    )
    return Comparison(probability, "≥", Fraction(1, 7))


def no_free_lunch_for_outputs(outputs: tuple[Table, ...]) -> Comparison:
    """For some labelling of two points, a learner from one example has mean error at least 1/4.

    The learner is given by its predictions after the examples (0, 0), (0, 1), (1, 0), (1, 1).
    """
    rule = dict(zip(product((0, 1), repeat=2), outputs, strict=True))
    return Comparison(worst_mean(lambda s: rule[s[0]], 1, 2), "≥", Fraction(1, 4))


def consistent_learner_fails(size: int, tables: tuple[Table, ...]) -> Comparison:
    """For some member of a class, a consistent learner has mean error at least 1/4."""
    points = len(tables[0])
    return Comparison(worst_mean(consistent(tables), size, points, tables), "≥", Fraction(1, 4))


def third(learner: str, size: int, points: int) -> Comparison:
    """For some labelling the mean error of the learner is at least 1/3."""
    return Comparison(worst_mean(named(learner, points), size, points), "≥", Fraction(1, 3))


# ----- PAC learnability ---------------------------------------------------------------------------


def learns(
    masses: dict[int, Fraction],
    target: Table,
    tables: tuple[Table, ...],
    *,
    size: int,
    accuracy: Fraction,
    failure: Fraction,
) -> Comparison:
    """The error of a consistent learner is larger than the accuracy at most as often as allowed."""
    world = labelled(masses, target)
    bad = probability_of_error(world, consistent(tables), size, lambda e: e > accuracy)
    return Comparison(bad, "≤", failure)


def all_masses(points: int) -> Iterator[dict[int, Fraction]]:
    """List the distributions of the points with ratios of one, two and three."""
    for weights in product(range(1, 4), repeat=points):
        yield {x: Fraction(w, sum(weights)) for x, w in enumerate(weights)}


def learns_from(
    world: World, tables: tuple[Table, ...], size: int, accuracy: Fraction, failure: Fraction
) -> Comparison:
    """For labels that no member of the class need give, the learner succeeds as often."""
    good = probability_of_error(world, consistent(tables), size, lambda e: e <= accuracy)
    return Comparison(1 - failure, "≤", good)


def sample_size(dimension: int, accuracy: Fraction, failure: Fraction) -> Interval:
    """Return ``16 / ε² (k log(32 e / ε²) + log(4 / δ))`` as an interval."""
    logs = dimension * (1 + log(32 / accuracy**2)) + log(4 / failure)
    return real(16 / accuracy**2) * logs


def enough(
    world: World,
    tables: tuple[Table, ...],
    dimension: int,
    accuracy: Fraction,
    failure: Fraction,
) -> Comparison:
    """With that many examples all members without error on the sample have small error."""
    size = ceil(ends(sample_size(dimension, accuracy, failure))[1])
    good = Fraction(0)
    for counts, p in frequencies(world, size):
        right = [h for h in tables if all(h[x] == y for (x, y), c in counts.items() if c)]
        good += p if all(error(world, h) <= accuracy for h in right) else 0
    return Comparison(1 - failure, "≤", good)


def shattered_is_hard(learner: str, size: int) -> Comparison:
    """On twice as many points as examples some target is missed: not ε = 1/10, δ = 1/8."""
    points = 2 * size
    worst = max(
        product((0, 1), repeat=points),
        key=lambda f: mean_error(labelled(uniform(points), f), named(learner, points), size),
    )
    world = labelled(uniform(points), worst)
    good = probability_of_error(world, named(learner, points), size, lambda e: e <= Fraction(1, 10))
    return Comparison(good, "<", Fraction(7, 8))


def learns_all_labellings(learner: str, size: int, points: int) -> Comparison:
    """The class of all labellings is learned from the given number of examples."""
    worst = max(
        probability_of_error(
            labelled(uniform(points), f),
            named(learner, points),
            size,
            lambda e: e > Fraction(1, 10),
        )
        for f in product((0, 1), repeat=points)
    )
    return Comparison(worst, "≤", Fraction(1, 8))


def minimizers(counts: dict[Example, int], tables: tuple[Table, ...]) -> list[Table]:
    """Return the members with the fewest errors on a sample."""

    def wrong(h: Table) -> int:
        return sum(c for (x, y), c in counts.items() if h[x] != y)

    least = min(map(wrong, tables))
    return [h for h in tables if wrong(h) == least]


def excess_is_small(
    world: World, tables: tuple[Table, ...], size: int, accuracy: Fraction, best: Fraction | None
) -> Fraction:
    """Return the probability that all minimizers have small error above the best."""
    least = min(error(world, h) for h in tables) if best is None else best
    return sum(
        (
            p
            for counts, p in frequencies(world, size)
            if all(error(world, h) <= least + accuracy for h in minimizers(counts, tables))
        ),
        Fraction(0),
    )


def agnostic(
    world: World, tables: tuple[Table, ...], size: int, accuracy: Fraction, failure: Fraction
) -> Comparison:
    """Every minimizer of the empirical error is almost the best, with the wanted probability."""
    return Comparison(1 - failure, "≤", excess_is_small(world, tables, size, accuracy, None))


def agnostic_enough(
    world: World,
    tables: tuple[Table, ...],
    dimension: int,
    accuracy: Fraction,
    failure: Fraction,
) -> Comparison:
    """With as many examples as half the accuracy needs, every minimizer is almost the best."""
    size = ceil(ends(sample_size(dimension, accuracy / 2, failure))[1])
    return agnostic(world, tables, size, accuracy, failure)


def agnostic_against_zero(
    world: World, tables: tuple[Table, ...], size: int, accuracy: Fraction, failure: Fraction
) -> Comparison:
    """The error of every minimizer is small, not only in comparison with the best."""
    return Comparison(1 - failure, "≤", excess_is_small(world, tables, size, accuracy, Fraction(0)))


def noisy_learner(
    world: World, tables: tuple[Table, ...], size: int, accuracy: Fraction, failure: Fraction
) -> Comparison:
    """A learner that returns the last member, whatever the sample, is almost the best."""
    least = min(error(world, h) for h in tables)
    good = sum(
        (p for _, p in frequencies(world, size) if error(world, tables[-1]) <= least + accuracy),
        Fraction(0),
    )
    return Comparison(1 - failure, "≤", good)


# ----- Random labels ------------------------------------------------------------------------------


def chance(
    joint: dict[tuple[int, int, int], Fraction], predictor: dict[tuple[int, int], int]
) -> Comparison:
    """The predictor, a function of what it sees, is wrong with probability 1/2."""
    wrong = (p for (s, x, y), p in joint.items() if predictor[s, x] != y)
    return Comparison(sum(wrong, Fraction(0)), "=", _HALF)


def chance_of_learner(learner: str, size: int, points: int) -> Comparison:
    """A learner that is trained on random labels is at chance on random labels."""
    world = {(x, y): Fraction(1, 2 * points) for x in range(points) for y in (0, 1)}
    mean = mean_error(world, named(learner, points), size)
    return Comparison(mean, "=", _HALF)


def drawn_apart(
    seen: dict[tuple[int, int], Fraction], one: Fraction = _HALF
) -> dict[tuple[int, int, int], Fraction]:
    """Add a label that is independent of sample and input, 1 with the given probability."""
    return {(s, x, y): p * (one if y else 1 - one) for (s, x), p in seen.items() for y in (0, 1)}


# ----- Classes, worlds, Lean ----------------------------------------------------------------------

_HALF_LINES: tuple[Table, ...] = ((0, 0, 0), (0, 0, 1), (0, 1, 1), (1, 1, 1))
_TWO_LINES: tuple[Table, ...] = ((0, 0), (0, 1), (1, 1))
_CONSTANTS: tuple[Table, ...] = ((0,), (1,))
_ALL_TWO: tuple[Table, ...] = tuple(product((0, 1), repeat=2))
_FAIR: World = {(0, 0): _HALF, (0, 1): _HALF}
_BIASED: World = {(0, 0): Fraction(2, 3), (0, 1): Fraction(1, 3)}
_NOISY: World = {(0, 0): _HALF, (1, 0): Fraction(1, 6), (1, 1): Fraction(1, 3)}
_FLIPS = {(s, x): Fraction(1, 4) for s in (0, 1) for x in (0, 1)}
#: A sample and an input that depend on each other.
_LINKED = {(0, 0): _HALF, (0, 1): Fraction(1, 8), (1, 1): Fraction(3, 8)}
_DIFFERENCE = {(s, x): s ^ x for s in (0, 1) for x in (0, 1)}
_TWO_POINTS: World = {(0, 0): Fraction(1, 5), (1, 1): Fraction(4, 5)}

_MODULES = (
    "DeepTheory.Generalization.NoFreeLunch",
    "DeepTheory.Algebra.Rat.Basic",
)
_LABELS = ("DeepTheory.Generalization.RandomLabels",)
_REAL = ("DeepTheory.Real.Tactic.Enclosure",)


def lean_error(points: int, size: int, learner: str, ones: int) -> tuple[str, str]:
    """Write samples of equally likely points, and the error of a learner.

    The points below ``ones`` have the label ``true``.
    """
    law = f"((FiniteDistribution.uniform Rat (Fin {points}) (h := ⟨0⟩)).iid {size}).expectation"
    error_ = (
        f"(Generalization.learnerError (h := ⟨0⟩) Rat (fun i => i)"
        f" (fun i : Fin {points} => decide (i.val < {ones})) {learner})"
    )
    return law, error_


def lean_memorizer(points: int, size: int) -> str:
    """Write the learner that repeats the labels it saw, and predicts ``false`` otherwise."""
    return f"(fun (s : Fin {size} → Fin {points} × Bool) x => decide (∃ j, s j = (x, true)))"


def _ones(points: int, ones: int) -> World:
    return labelled(uniform(points), tuple(int(x < ones) for x in range(points)))


_LAW, _ERROR = lean_error(4, 2, lean_memorizer(4, 2), 3)
_LEAN_COIN = "(FiniteDistribution.bernoulli (1 / 3 : Rat) (by decide +kernel) (by decide +kernel))"


CHECKS = (
    RowChecks(
        "ch07-no-free-lunch",
        instances=(
            Instance("memorizer", no_free_lunch, {"learner": "memorizer", "size": 2, "points": 4}),
            Instance(
                "majority",
                no_free_lunch,
                {"learner": "majority", "size": 2, "points": 4},
            ),
            Instance("equal", no_free_lunch, {"learner": "balanced", "size": 1, "points": 2}),
            Instance(
                "more-points",
                no_free_lunch,
                {"learner": "majority", "size": 2, "points": 5},
            ),
            Instance("constant", no_free_lunch, {"learner": "zero", "size": 1, "points": 3}),
            Instance(
                "probability-memorizer",
                no_free_lunch_probability,
                {"learner": "memorizer", "size": 2, "points": 4},
            ),
            Instance(
                "probability-equal",
                no_free_lunch_probability,
                {"learner": "balanced", "size": 1, "points": 2},
            ),
        ),
        searches=(
            Exhaustion(
                "all-learners-from-one-example",
                no_free_lunch_for_outputs,
                lambda: (
                    {"outputs": outputs}
                    for outputs in product(list(product((0, 1), repeat=2)), repeat=4)
                ),
            ),
        ),
        controls=(
            Control(
                "few-labellings",
                "only some labellings are possible",
                consistent_learner_fails,
                refuted_by={"size": 1, "tables": _TWO_LINES[:1]},
                holds_for={"size": 1, "tables": tuple(product((0, 1), repeat=2))},
                drops="shattered",
            ),
            Control(
                "few-points",
                "there may be fewer points than twice the number of examples",
                no_free_lunch,
                refuted_by={"learner": "memorizer", "size": 1, "points": 1},
                holds_for={"learner": "zero", "size": 1, "points": 1},
                drops="large-support",
            ),
            Control(
                "one-third",
                "1/3 takes the place of 1/4",
                third,
                refuted_by={"learner": "balanced", "size": 1, "points": 2},
                holds_for={"learner": "memorizer", "size": 1, "points": 2},
            ),
        ),
        computations=(
            Computation(
                "mean-error",
                f"{_LAW}.mean {_ERROR}",
                "Rat",
                lambda: mean_error(_ones(4, 3), memorizer(4), 2),
                _MODULES,
            ),
            Computation(
                "probability",
                f"{_LAW}.prob fun s => (1 / 8 : Rat) ≤ {_ERROR} s",
                "Rat",
                lambda: probability_of_error(
                    _ones(4, 3), memorizer(4), 2, lambda e: e >= Fraction(1, 8)
                ),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch07-pac",
        instances=(
            Instance(
                "half-lines",
                learns,
                {
                    "masses": uniform(3),
                    "target": _HALF_LINES[1],
                    "tables": _HALF_LINES,
                    "size": 5,
                    "accuracy": Fraction(2, 5),
                    "failure": Fraction(1, 5),
                },
            ),
            Instance(
                "constants",
                learns,
                {
                    "masses": uniform(1),
                    "target": (1,),
                    "tables": _CONSTANTS,
                    "size": 1,
                    "accuracy": Fraction(1, 100),
                    "failure": Fraction(1, 100),
                },
            ),
            Instance(
                "all-functions-enough-examples",
                learns,
                {
                    "masses": uniform(2),
                    "target": (1, 1),
                    "tables": _ALL_TWO,
                    "size": 8,
                    "accuracy": Fraction(1, 10),
                    "failure": Fraction(1, 4),
                },
            ),
        ),
        searches=(
            Exhaustion(
                "half-lines",
                learns,
                lambda: (
                    {
                        "masses": masses,
                        "target": target,
                        "tables": _HALF_LINES,
                        "size": 5,
                        "accuracy": Fraction(2, 5),
                        "failure": Fraction(1, 5),
                    }
                    for masses in all_masses(3)
                    for target in _HALF_LINES
                ),
            ),
            Exhaustion(
                "all-functions",
                learns,
                lambda: (
                    {
                        "masses": masses,
                        "target": target,
                        "tables": _ALL_TWO,
                        "size": 8,
                        "accuracy": Fraction(1, 10),
                        "failure": Fraction(1, 4),
                    }
                    for masses in all_masses(2)
                    for target in _ALL_TWO
                ),
            ),
        ),
        controls=(
            Control(
                "coin-flip-labels",
                "the labels are not given by a member of the class",
                learns_from,
                refuted_by={
                    "world": _FAIR,
                    "tables": _CONSTANTS,
                    "size": 6,
                    "accuracy": Fraction(1, 4),
                    "failure": _HALF,
                },
                holds_for={
                    "world": {(0, 1): _ONE},
                    "tables": _CONSTANTS,
                    "size": 6,
                    "accuracy": Fraction(1, 4),
                    "failure": _HALF,
                },
                drops="realizable",
            ),
        ),
        computations=(
            Computation(
                "success",
                f"{_LAW}.prob fun s => {_ERROR} s ≤ (1 / 4 : Rat)",
                "Rat",
                lambda: probability_of_error(
                    _ones(4, 3), memorizer(4), 2, lambda e: e <= Fraction(1, 4)
                ),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch07-fundamental-theorem",
        instances=(
            Instance(
                "enough-half-lines",
                enough,
                {
                    "world": _TWO_POINTS,
                    "tables": _TWO_LINES,
                    "dimension": 1,
                    "accuracy": _HALF,
                    "failure": Fraction(1, 100),
                },
            ),
            Instance(
                "enough-all-functions",
                enough,
                {
                    "world": _TWO_POINTS,
                    "tables": tuple(product((0, 1), repeat=2)),
                    "dimension": 2,
                    "accuracy": _HALF,
                    "failure": Fraction(1, 20),
                },
            ),
            Instance("hard-memorizer", shattered_is_hard, {"learner": "memorizer", "size": 2}),
            Instance("hard-majority", shattered_is_hard, {"learner": "majority", "size": 2}),
            Instance("hard-equal", shattered_is_hard, {"learner": "balanced", "size": 1}),
        ),
        searches=(
            Exhaustion(
                "enough",
                enough,
                lambda: (
                    {
                        "world": labelled({0: Fraction(k, 5), 1: Fraction(5 - k, 5)}, (0, 1)),
                        "tables": _TWO_LINES,
                        "dimension": 1,
                        "accuracy": _HALF,
                        "failure": Fraction(1, 100),
                    }
                    for k in range(1, 5)
                ),
            ),
            Exhaustion(
                "hard",
                shattered_is_hard,
                lambda: (
                    {"learner": learner, "size": size}
                    for learner in ("memorizer", "majority", "zero")
                    for size in (1, 2)
                ),
            ),
        ),
        controls=(
            Control(
                "all-labellings",
                "the VC dimension may be twice the number of examples",
                learns_all_labellings,
                refuted_by={"learner": "memorizer", "size": 2, "points": 4},
                holds_for={"learner": "memorizer", "size": 1, "points": 1},
            ),
        ),
        computations=(
            Computation(
                "sample-size",
                lean_digits(
                    ".mul (.rat 64) (.add (.mul (.nat 3) (.log (.div (.mul (.nat 32)"
                    " (.exp .one)) (.rat (1/4))))) (.log (.rat 80)))",
                    6,
                ),
                "Int",
                lambda: digits(sample_size(3, _HALF, Fraction(1, 20)), 6),
                _REAL,
            ),
        ),
    ),
    RowChecks(
        "ch07-agnostic",
        instances=(
            Instance(
                "biased-coin",
                agnostic,
                {
                    "world": _BIASED,
                    "tables": _CONSTANTS,
                    "size": 15,
                    "accuracy": Fraction(1, 10),
                    "failure": Fraction(1, 5),
                },
            ),
            Instance(
                "noisy-half-lines",
                agnostic,
                {
                    "world": _NOISY,
                    "tables": _TWO_LINES,
                    "size": 24,
                    "accuracy": Fraction(1, 10),
                    "failure": Fraction(1, 4),
                },
            ),
            Instance(
                "enough-biased-coin",
                agnostic_enough,
                {
                    "world": _BIASED,
                    "tables": _CONSTANTS,
                    "dimension": 1,
                    "accuracy": Fraction(9, 10),
                    "failure": _HALF,
                },
            ),
            Instance(
                "realizable",
                agnostic,
                {
                    "world": _TWO_POINTS,
                    "tables": _TWO_LINES,
                    "size": 12,
                    "accuracy": Fraction(1, 10),
                    "failure": Fraction(1, 10),
                },
            ),
        ),
        searches=(
            Exhaustion(
                "coins",
                agnostic,
                lambda: (
                    {
                        "world": {(0, 0): Fraction(k, 24), (0, 1): Fraction(24 - k, 24)},
                        "tables": _CONSTANTS,
                        "size": 60,
                        "accuracy": Fraction(1, 6),
                        "failure": Fraction(1, 5),
                    }
                    for k in range(25)
                ),
            ),
        ),
        controls=(
            Control(
                "against-zero",
                "the error is compared with zero and not with the best member",
                agnostic_against_zero,
                refuted_by={
                    "world": _BIASED,
                    "tables": _CONSTANTS,
                    "size": 15,
                    "accuracy": Fraction(1, 10),
                    "failure": Fraction(1, 5),
                },
                holds_for={
                    "world": _TWO_POINTS,
                    "tables": _TWO_LINES,
                    "size": 12,
                    "accuracy": Fraction(1, 10),
                    "failure": Fraction(1, 10),
                },
            ),
            Control(
                "without-the-sample",
                "the learner ignores the sample",
                noisy_learner,
                refuted_by={
                    "world": _BIASED,
                    "tables": _CONSTANTS,
                    "size": 15,
                    "accuracy": Fraction(1, 10),
                    "failure": Fraction(1, 5),
                },
                holds_for={
                    "world": _FAIR,
                    "tables": _CONSTANTS,
                    "size": 15,
                    "accuracy": Fraction(1, 10),
                    "failure": Fraction(1, 5),
                },
            ),
        ),
        computations=(
            Computation(
                "minimizers",
                f"({_LEAN_COIN}.iid 4).expectation.prob fun s => ∀ b : Bool,"
                " Generalization.errorCount (fun _ : Unit => b) (fun i => ((), s i)) ≤"
                " Generalization.errorCount (fun _ : Unit => !b) (fun i => ((), s i)) →"
                f" Generalization.populationError ({_LEAN_COIN}.expectation.map"
                " fun y => ((), y)) (fun _ => b) ≤ (1 / 3 : Rat) + 1 / 10",
                "Rat",
                lambda: excess_is_small(_BIASED, _CONSTANTS, 4, Fraction(1, 10), None),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch07-random-labels-chance",
        instances=(
            Instance(
                "independent-bits",
                chance,
                {"joint": drawn_apart(_FLIPS), "predictor": _DIFFERENCE},
            ),
            Instance(
                "linked",
                chance,
                {"joint": drawn_apart(_LINKED), "predictor": dict.fromkeys(_LINKED, 1)},
            ),
            Instance(
                "memorizer", chance_of_learner, {"learner": "memorizer", "size": 3, "points": 3}
            ),
            Instance(
                "majority", chance_of_learner, {"learner": "majority", "size": 3, "points": 2}
            ),
        ),
        searches=(
            Exhaustion(
                "all-predictors",
                chance,
                lambda: (
                    {
                        "joint": drawn_apart(seen),
                        "predictor": dict(zip(seen, labels, strict=True)),
                    }
                    for seen in (_FLIPS, _LINKED)
                    for labels in product((0, 1), repeat=len(seen))
                ),
            ),
            Search(
                "laws",
                chance,
                lambda: {
                    "joint": distributions(4).map(
                        lambda p: drawn_apart(dict(zip(_FLIPS, p, strict=True)))
                    ),
                    "predictor": st.fixed_dictionaries(dict.fromkeys(_FLIPS, st.integers(0, 1))),
                },
            ),
        ),
        controls=(
            Control(
                "each-alone",
                "the label is independent of the sample and of the input, but not of both",
                chance,
                refuted_by={
                    "joint": {(s, x, s ^ x): p for (s, x), p in _FLIPS.items()},
                    "predictor": _DIFFERENCE,
                },
                holds_for={"joint": drawn_apart(_FLIPS), "predictor": _DIFFERENCE},
                drops="jointly-independent",
            ),
            Control(
                "biased-label",
                "the label is 1 with probability 3/4",
                chance,
                refuted_by={
                    "joint": drawn_apart(_FLIPS, Fraction(3, 4)),
                    "predictor": dict.fromkeys(_FLIPS, 1),
                },
                holds_for={"joint": drawn_apart(_FLIPS), "predictor": dict.fromkeys(_FLIPS, 1)},
                drops="uniform-label",
            ),
        ),
        computations=(
            Computation(
                "both",
                "(Generalization.twoFlips.prod (FiniteDistribution.uniform Rat Bool"
                " (h := ⟨true⟩))).expectation.prob fun p => (p.1.1 && p.1.2) ≠ p.2",
                "Rat",
                lambda: (
                    chance(
                        drawn_apart(_FLIPS), {(s, x): s & x for s in (0, 1) for x in (0, 1)}
                    ).left
                ),
                _LABELS,
            ),
        ),
    ),
)
