"""The exact functions behind the checks of chapters 4 to 6, on values that are known otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pyharness.checks.enclosures import distance, exp, real
from pyharness.checks.implicit_bias_margin import output, path
from pyharness.checks.implicit_bias_mirror import divergence, projection
from pyharness.checks.implicit_bias_sparse import basic_solutions
from pyharness.checks.matrices import matrix, vector
from pyharness.checks.optimization import descent, flow, slope
from pyharness.checks.optimization_adaptive import Game, clipped, play, root
from pyharness.checks.optimization_moments import averages, corrected
from pyharness.checks.optimization_selection import examples, least_norm
from pyharness.checks.optimization_width import gaussian_moment

TINY = Fraction(1, 10**30)
TOY = matrix((1, 2))


def test_slope_is_exact_up_to_degree_four() -> None:
    assert slope(lambda h: (1 + h) ** 4) == 4
    assert slope(lambda h: 7 - 3 * h) == -3
    assert slope(lambda h: (1 + h) ** 5) != 5
    assert slope(abs) == 0


def test_descent_and_flow() -> None:
    start = vector(0, 0)
    assert descent(TOY, vector(1), start, Fraction(1, 10), 2) == vector("3/20", "3/10")
    found = flow(TOY, vector(1), start, Fraction(1))
    assert distance(real(found[1]), (1 - exp(-5)) * real(Fraction(2, 5))) < TINY


def test_averages() -> None:
    half = Fraction(1, 2)
    assert averages(vector(1, 0, 1), half) == vector("1/2", "1/4", "5/8")
    assert corrected(vector(1, 0), half) == vector(1, "1/3")


def test_root() -> None:
    assert root(Fraction(9, 4)) == Fraction(3, 2)
    with pytest.raises(AssertionError, match="not the square"):
        root(Fraction(2))


def test_game_of_one_round() -> None:
    game = Game(((vector(0), vector(1)),), (Fraction(0), Fraction(1)), vector(1), vector(0))
    regret, (norm,) = play(game, real(1), Fraction(0))
    assert distance(regret, real(1)) < TINY
    assert distance(norm, real(1)) < TINY
    assert distance(clipped(real(3), game.box), real(1)) < TINY


def test_gaussian_moments() -> None:
    assert [gaussian_moment((0,) * k) for k in range(7)] == [1, 0, 1, 0, 3, 0, 15]


def test_marginal_value_problem() -> None:
    x, y = examples(2, 1)
    assert x[2] == vector(-1, 1, 1, 0, 0, 1, 1, 1, 1, 1)
    assert y == vector(1, 1, -1)
    w = least_norm(2, 1)
    assert [sum(a * b for a, b in zip(row, w, strict=True)) for row in x] == [1, 1, -1]


def test_basic_solutions_of_the_toy_problem() -> None:
    assert basic_solutions(TOY, vector(1)) == [vector(1, 0), vector(0, "1/2")]
    assert basic_solutions(TOY, vector(-1)) == []
    assert basic_solutions(TOY, vector(0)) == [vector(0, 0), vector(0, 0), vector(0, 0)]


def test_divergence_of_the_quartic() -> None:
    assert divergence("x⁴", vector(0), vector(1)) == 3
    assert divergence("x⁴", vector(1), vector(0)) == 1


def test_projection_of_a_small_start() -> None:
    first, second = projection(1, 1, Fraction(1, 100))
    assert distance(first * first * 100, second) < TINY
    assert distance(first + 2 * second, real(1)) < TINY


def test_network_and_path() -> None:
    network = (matrix((1,), (-1,)), matrix((2, 3)))
    assert output(network, vector(5)) == vector(10)
    assert output(network, vector(-5)) == vector(15)
    (a,) = path("logistic", ((vector(1), 1),), Fraction(4), 1)
    assert distance(a, real(2)) < TINY
