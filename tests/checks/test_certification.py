"""The exact functions of chapter 13, tested on values that are known otherwise."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product

import pytest

from pyharness.checks import certification, robust_geometry, robust_statistics, smoothing
from pyharness.checks.enclosures import ends

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("t", "digits"),
    [(0, 5000000000), (1, 8413447461), (-2, 227501319), (Fraction(3, 2), 9331927987)],
)
def test_normal_distribution_function(t: Fraction, digits: int) -> None:
    low, high = ends(smoothing.normal(Fraction(t)))
    assert high - low < Fraction(1, 10**40)
    assert abs(low - Fraction(digits, 10**10)) <= Fraction(1, 10**10)


def test_quantiles_are_on_the_safe_side() -> None:
    found = smoothing.quantile_below(Fraction(975, 1000))
    assert found == Fraction(1959, 1000)
    assert smoothing.quantile_below(Fraction(1, 40)) == Fraction(-1960, 1000)


def test_total_variation() -> None:
    flat = tuple((z, Fraction(1, 4)) for z in range(4))
    assert smoothing.total_variation(flat, flat) == 0
    assert smoothing.total_variation(flat, smoothing.shifted(flat, 1)) == Fraction(1, 4)
    assert smoothing.total_variation(flat, smoothing.shifted(flat, 9)) == 1
    assert smoothing.box_variation(HALF, (HALF, HALF)) == Fraction(3, 4)


def test_robust_radius() -> None:
    block = ((Fraction(-1), Fraction(2)),)
    assert certification.robust_radius(block, Fraction(0)) == 1
    assert certification.robust_radius(block, Fraction(5)) == 3
    assert certification.robust_radius(block, Fraction(2)) == 0


def test_networks_are_linear_between_kinks() -> None:
    network = (
        (((Fraction(1),), (Fraction(-2),)), (Fraction(-1), Fraction(1))),
        (((Fraction(1), Fraction(3)),), (Fraction(1),)),
    )
    inside = sorted(certification.kinks(network, Fraction(-3), Fraction(3)))
    assert inside == [-3, HALF, 1, 3]
    for low, high in pairwise(inside):
        middle, ends_ = (low + high) / 2, (low, high)
        (value,) = certification.run(network, (middle,))
        assert value == sum(certification.run(network, (x,))[0] for x in ends_) / 2


def test_distance_to_a_loss() -> None:
    corners = ((Fraction(0), Fraction(4)), (Fraction(8), Fraction(-4)))
    assert certification.slope(corners) == 1
    assert certification.distance_to_loss(corners, Fraction(1)) == 3
    assert certification.distance_to_loss(((Fraction(0), Fraction(1)),) * 2, Fraction(1)) is None


def test_covariance() -> None:
    square = robust_statistics.empirical(tuple(product((Fraction(-1), Fraction(1)), repeat=2)))
    assert robust_statistics.covariance(square) == ((1, 0), (0, 1))
    assert robust_statistics.variance_along(square, (Fraction(3), Fraction(4))) == 25


@pytest.mark.parametrize(
    ("dimension", "height", "share"),
    [(3, 0, HALF), (3, HALF, Fraction(1, 4)), (5, HALF, Fraction(5, 32)), (7, 1, 0)],
)
def test_caps(dimension: int, height: Fraction, share: Fraction) -> None:
    assert robust_geometry.cap(dimension, Fraction(height)) == share


def test_hamming_distances() -> None:
    assert robust_geometry.distances_to(frozenset({0, 7}), 3) == [0, 1, 1, 1, 1, 1, 1, 0]
