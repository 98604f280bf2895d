"""The definitions of the checks of chapter 11, on values that are known otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pyharness.checks import (
    gaussian_moments,
    hidden_subsets,
    noisy_descent,
    statistical_queries,
)
from pyharness.checks.enclosures import ends

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("a", "digits"),
    [
        (Fraction(1), "0.682689492137085897"),
        (Fraction(2), "0.954499736103641585"),
        (Fraction(1, 10), "0.079655674554057962"),
        (Fraction(5), "0.999999426696856"),
    ],
)
def test_probabilities_of_the_normal_law(a: Fraction, digits: str) -> None:
    low, high = ends(noisy_descent.within(a))
    known = Fraction(digits)
    assert high - low < Fraction(1, 10**40)
    assert known <= low < high < known + Fraction(1, 10 ** (len(digits) - 2))


def test_far_probabilities_of_the_normal_law_are_enclosed() -> None:
    low, high = ends(noisy_descent.within(Fraction(9)))
    assert 1 - Fraction(1, 10**17) < low < high <= 1


def test_a_maximal_coupling_of_equal_laws_is_diagonal() -> None:
    law = (Fraction(1, 3), Fraction(2, 3))
    assert noisy_descent.maximal_coupling(law, law) == ((law[0], 0), (0, law[1]))


def test_the_law_of_a_run_is_a_law() -> None:
    process = (((HALF, HALF),), ((1, 0), (Fraction(1, 3), Fraction(2, 3))))
    assert noisy_descent.trajectories(process) == (HALF, 0, Fraction(1, 6), Fraction(1, 3))
    assert noisy_descent.agreement(process, process) == 1


def test_the_slope_of_a_risk_without_error_is_zero() -> None:
    parameters = (Fraction(2), Fraction(3))
    data = tuple((x, statistical_queries.network(parameters, x)) for x in (1, -2))
    assert statistical_queries.slope_of_risk(parameters, data, 0, 2) == 0


def test_networks_of_one_and_two_coordinates() -> None:
    # ReLU(t) - ReLU(-t) = t
    assert hidden_subsets.network((Fraction(-7, 2),), "relu") == Fraction(-7, 2)
    # |x + y| - |x - y| is twice the smaller of two positive numbers
    assert hidden_subsets.network((3, 5), "absolute") == 2 * (8 - 2)


@pytest.mark.parametrize(
    ("k", "coefficients"),
    [(0, (1,)), (1, (0, 1)), (2, (-1, 0, 1)), (3, (0, -3, 0, 1)), (4, (3, 0, -6, 0, 1))],
)
def test_hermite_polynomials(k: int, coefficients: tuple[int, ...]) -> None:
    assert gaussian_moments.hermite(k) == coefficients


def test_half_moments_add_up_to_moments() -> None:
    for n in range(8):
        even, _ = gaussian_moments.expected_pieces((0,) * n + (1,), (0,) * n + (1,))
        assert even == gaussian_moments.normal_moment(n)


def test_the_mean_of_the_absolute_value() -> None:
    # E|X| = 2/√(2π)
    assert gaussian_moments.expected_pieces((0, -1), (0, 1)) == (0, 2)


def test_the_covariance_of_signs_vanishes() -> None:
    law = gaussian_moments.independent_signs((((), Fraction(1), 1),), 2)
    assert gaussian_moments.weighted_covariance(law, ((1, 0), (0, 1))) == ((0, 0), (0, 0))
