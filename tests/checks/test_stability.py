"""The definitions of the checks of stability and formulas, on values that are known otherwise."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from pyharness.checks import (
    improper_learning,
    lattices,
    learnability_formulas,
    stability_descent,
    stability_optimization,
    stability_replacement,
)
from pyharness.checks.stability_optimization import Loss

HALF = Fraction(1, 2)


def test_hybrid_samples_take_one_example_from_the_second() -> None:
    assert stability_replacement.hybrid((0, 1, 2), (5, 6, 7), 1) == (0, 6, 2)


def test_the_memoriser_loses_one_outside_its_sample() -> None:
    algorithm, loss = stability_replacement.memoriser(3, 2)
    listed = stability_replacement.samples(3, 2)
    assert loss[algorithm[listed.index((0, 2))]] == (0, 1, 0)
    assert stability_replacement.uniform_stability(3, 2, algorithm, loss) == 1


def test_laws_of_samples_are_laws() -> None:
    world = (Fraction(1, 3), Fraction(2, 3))
    assert stability_replacement.independent(world, 2) == tuple(
        Fraction(n, 9) for n in (1, 2, 2, 4)
    )
    assert stability_replacement.copies(world, 2) == (Fraction(1, 3), 0, 0, Fraction(2, 3))


def test_privacy_of_randomized_response() -> None:
    truth = (Fraction(3, 4), Fraction(1, 4))
    assert stability_replacement.excess(truth, truth[::-1], Fraction(3)) == 0
    assert stability_replacement.excess(truth, truth[::-1], Fraction(1)) == HALF


def test_minimisers_on_an_interval_beat_a_grid() -> None:
    losses = (Loss(1, -1, 2, HALF), Loss(HALF, 3, 1, -1), Loss(0, Fraction(-5, 2)))
    low, high = Fraction(-2), Fraction(2)
    best = stability_optimization.average(
        losses, stability_optimization.minimiser(losses, low, high)
    )
    grid = [low + Fraction(n, 60) * (high - low) for n in range(61)]
    assert all(stability_optimization.average(losses, w) >= best for w in grid)
    assert min(stability_optimization.average(losses, w) for w in grid) < best + Fraction(1, 20)


def test_the_median_minimises_absolute_deviations() -> None:
    losses = tuple(Loss(0, 0, 1, c) for c in (0, 3, 1))
    assert stability_optimization.minimiser(losses, Fraction(-5), Fraction(5)) == 1


@pytest.mark.parametrize("w", [Fraction(-3), Fraction(-1, 3), Fraction(0), HALF, Fraction(4)])
def test_the_gradient_of_the_huber_loss_is_its_slope(w: Fraction) -> None:
    dynamics = stability_descent.Dynamics(HALF, Fraction(2))
    h = Fraction(1, 10**6)
    slope = (dynamics.loss(w + h, HALF) - dynamics.loss(w - h, HALF)) / (2 * h)
    assert abs(slope - dynamics.gradient(w, HALF)) < 2 * h


def test_seen_points_have_a_law() -> None:
    for number, size in ((3, 1), (3, 2), (4, 5)):
        law = {
            seen: learnability_formulas.seen_probability(number, seen, size)
            for seen in learnability_formulas.subsets(number)
        }
        assert sum(law.values()) == 1
        drawn = [tuple(sorted(set(xs))) for xs in product(range(number), repeat=size)]
        assert all(p == Fraction(drawn.count(seen), number**size) for seen, p in law.items())


def test_the_learner_of_conjunctions_starts_with_everything_false() -> None:
    # nothing seen: all terms survive, their complement is false everywhere
    assert learnability_formulas.learn((True,) * 4, 2, ()) == (False,) * 4


def test_benchmark_of_constants() -> None:
    weights = ((Fraction(1, 4), Fraction(1, 4)), (Fraction(0), HALF))
    assert improper_learning.least_error(((0, 0), (1, 1)), weights) == Fraction(1, 4)


def test_reduction_keeps_the_lattice() -> None:
    basis = ((5, 8), (8, 13))
    assert sorted(map(abs, sum(lattices.reduce(basis), ()))) == [0, 0, 1, 1]
