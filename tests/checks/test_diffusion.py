"""The exact functions of chapter 16, tested on values that are known otherwise."""

from __future__ import annotations

from fractions import Fraction

from pyharness.checks import diffusion, diffusion_scores, flow_matching, flow_solvers
from pyharness.checks.enclosures import ends

HALF = Fraction(1, 2)
ONE = Fraction(1)


def test_conditional_means() -> None:
    joint = ((HALF, ONE, Fraction(4)), (Fraction(1, 4), ONE, ONE), (Fraction(1, 4), HALF, ONE))
    assert diffusion.conditional_mean(joint) == {1: 3, HALF: 1}
    assert diffusion.conditional_mean(((Fraction(0), ONE, ONE),)) == {}


def test_pythagorean_pairs() -> None:
    assert diffusion.pythagorean(HALF) == (Fraction(3, 5), Fraction(4, 5))


def test_gaussian_moments() -> None:
    x, y = {(1, 0): ONE}, {(0, 1): ONE}
    square = diffusion_scores.times(x, x)
    assert diffusion_scores.gaussian_mean(square) == 1
    assert diffusion_scores.gaussian_mean(diffusion_scores.times(square, square)) == 3
    assert diffusion_scores.gaussian_mean(diffusion_scores.times(x, y)) == 0
    both = diffusion_scores.plus(x, y)
    assert diffusion_scores.gaussian_mean(diffusion_scores.times(both, both)) == 2


def test_slope_of_a_gaussian() -> None:
    point, scales = ((ONE, Fraction(0)),), (ONE, Fraction(2))
    slope = diffusion_scores.slope_of_log(
        diffusion_scores.gaussian_weights, point, scales, Fraction(3)
    )
    low, high = ends(slope)
    assert low <= Fraction(-3, 4) <= high


def test_polynomials() -> None:
    line, square = (ONE, Fraction(2)), (Fraction(0), Fraction(0), ONE)
    assert flow_matching.compose(square, line) == (1, 4, 4)
    assert flow_matching.compose((), line) == ()
    assert flow_matching.derivative((ONE, Fraction(3), Fraction(5))) == (3, 10)
    assert flow_matching.value((ONE, Fraction(3), Fraction(5)), Fraction(2)) == 27


def test_marginal_velocity_at_a_crossing() -> None:
    crossing = ((HALF, -ONE, ONE), (HALF, ONE, -ONE))
    assert flow_matching.marginal_velocity(crossing, HALF) == {0: 0}
    assert flow_matching.marginal_velocity(crossing, Fraction(0)) == {-1: 2, 1: -2}


def test_euler() -> None:
    assert flow_solvers.euler(lambda x, t: x, ONE, 2) == Fraction(9, 4)
    assert flow_solvers.recursion(ONE, ONE, ONE, (Fraction(0),) * 3, Fraction(0)) == 7
