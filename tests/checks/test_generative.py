"""The exact functions of the checks of chapters 12 and 14, tested on values known otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pyharness.checks import attacks, generative_games, generative_metrics, reinforcement
from pyharness.checks.matrices import matrix, vector

HALF = Fraction(1, 2)


def test_value_of_a_game() -> None:
    assert generative_games.mixed_value(matrix((1, 0), (0, 1))) == HALF
    assert generative_games.mixed_value(matrix((3, 1), (2, 4))) == Fraction(5, 2)
    assert generative_games.mixed_value(matrix((2, 5), (1, 3))) == 3  # a saddle point
    assert generative_games.mixed_value(matrix((7,))) == 7
    # the second column is never the worst
    assert generative_games.mixed_value(matrix((1, 0, 0), (0, 0, 1))) == HALF


def test_transport_cost_and_critics() -> None:
    line = generative_metrics.metric(((0,), (1,), (3,)))
    assert generative_metrics.transport_cost(line, (1, 0, 0), (0, 0, 1)) == 3
    assert generative_metrics.transport_cost(line, (1, 0, 1), (0, 2, 0)) == Fraction(3, 2)
    assert generative_metrics.critic_value(line, (1, 0, 1), (0, 2, 0)) == Fraction(3, 2)
    assert generative_metrics.critic_value(line, (1, 0, 1), (0, 2, 0), slope=2) == 3


def test_linear_programs() -> None:
    a, b, c = matrix((1, 1, 1)), vector(2), vector(3, 1, 2)
    assert generative_metrics.least_value(a, b, c) == 2
    assert generative_metrics.dual_value(a, b, c) == 2
    points = set(generative_metrics.basic_points(a, b))
    assert points == {vector(2, 0, 0), vector(0, 2, 0), vector(0, 0, 2)}
    assert not list(generative_metrics.basic_points(matrix((1, 1)), vector(-1)))
    assert (-1,) in generative_metrics.certificates(matrix((-1, -1)), vector(1), 2)


def test_range_of_a_generator() -> None:
    fold = generative_games.Generator(
        ((matrix((1,), (-1,)), vector(0, 0)), (matrix((1, 1), (1, -1)), vector(0, 0)))
    )
    assert fold(vector(-2)) == vector(2, -2)  # z -> (|z|, z)
    for x, inside in [((3, 3), True), ((3, -3), True), ((3, 2), False), ((-1, -1), False)]:
        assert generative_games.in_range(fold, vector(*x)) is inside
    constant = generative_games.Generator(
        ((matrix((0,)), vector(-1)), (matrix((5,), (5,)), vector(1, 2)))
    )
    assert generative_games.in_range(constant, vector(1, 2))
    assert not generative_games.in_range(constant, vector(1, 1))


def test_few_generators_needs_enough_of_them() -> None:
    with pytest.raises(ValueError, match="too few"):
        generative_games.few_generators(matrix((1, 0), (0, 1)), Fraction(1, 4), 11)


def test_nearest_flip() -> None:
    lines = ((Fraction(1), Fraction(0)), (Fraction(5), Fraction(-12)))
    assert attacks.score(lines, Fraction(1)) == 0
    assert attacks.nearest_flip(lines, Fraction(-1)) == 2
    # the second line is below the first where it vanishes, so that its zero does not count
    assert attacks.nearest_flip(lines, Fraction(13, 5)) == Fraction(8, 5)


def test_returns_of_a_known_process() -> None:
    there_and_back = reinforcement.Process(
        (matrix((0, 1)), matrix((1, 0))), matrix((1,), (0,)), matrix((1,), (1,)), HALF
    )
    assert reinforcement.mean_return(there_and_back, 0, 3) == Fraction(5, 4)
    assert reinforcement.value(there_and_back) == vector("4/3", "2/3")
    with pytest.raises(ValueError, match="no unique solution"):
        reinforcement.value(reinforcement.one_state(Fraction(1)))
