"""The exact functions of the approximation checks, tested on values that are known otherwise."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from pyharness.checks import (
    approximation_barron,
    approximation_depth,
    approximation_sawtooth,
    approximation_sparsification,
    approximation_steps,
    optimization_convex,
)
from pyharness.checks import approximation_piecewise as exact

HALF = Fraction(1, 2)
NOTHING = exact.PiecewiseAffine((), ((0, 0),), ())
POINT = exact.PiecewiseAffine((HALF,), ((0, 0), (0, 0)), (7,))


def test_areas() -> None:
    line = exact.PiecewiseAffine((), ((1, -HALF),), ())
    assert exact.area(exact.IDENTITY, NOTHING) == HALF
    assert exact.area(line, NOTHING) == Fraction(1, 4)
    assert exact.area(exact.step(HALF), NOTHING) == HALF
    assert exact.area(POINT, NOTHING) == 0


def test_suprema_take_points_and_one_sided_limits() -> None:
    saw = exact.combination([(1, exact.IDENTITY), (-HALF, exact.step(HALF))])
    # one half is the limit from the left only: the value there is 0
    assert saw(HALF) == 0
    assert exact.distance(saw, NOTHING, 0, Fraction(3, 4)) == HALF
    assert exact.distance(POINT, NOTHING) == 7


@pytest.mark.parametrize("low", [0, Fraction(1, 4), HALF])
def test_area_is_the_limit_of_sums(low: Fraction) -> None:
    f, g = approximation_depth.iterate(3), approximation_depth.iterate(1)
    parts = 480
    width = (1 - low) / Fraction(parts)
    sum_ = sum(abs(f(x) - g(x)) for x in (low + (i + HALF) * width for i in range(parts))) * width
    # the difference has slopes of at most 10
    assert abs(sum_ - exact.area(f, g, low, 1)) <= 10 * width


def test_numbers_of_pieces() -> None:
    assert exact.pieces(NOTHING) == 1
    assert exact.pieces(exact.step(0)) == 2
    assert exact.pieces(POINT) == 3
    assert exact.pieces(POINT, 0, HALF) == 2
    assert exact.pieces(POINT, HALF, 1) == 2
    assert exact.pieces(exact.combination([(1, exact.RELU), (-1, exact.RELU)])) == 1
    assert approximation_sawtooth.partition_number(POINT) == 3


def test_normal_form_forgets_breaks_without_change() -> None:
    hidden = exact.combination([(1, exact.RELU), (-1, exact.RELU), (2, exact.IDENTITY)])
    assert exact.normal(hidden) == ((), ((2, 0),), ())


def test_networks_and_their_functions_agree() -> None:
    network = approximation_depth.tents(3)
    function = exact.piecewise(network)
    for i in range(-20, 50):
        x = Fraction(i, 29)
        assert exact.evaluate(network, [x]) == function(x)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ((), 1),
        ((((0, 0), 5),), 1),
        ((((1, 0), 0), ((1, 0), -1), ((2, 0), -2)), 3),
        ((((1, 0), 0), ((0, 1), 0), ((1, 1), -1)), 7),
        ((((1, 0), -100), ((0, 1), 100)), 4),
    ],
)
def test_cells_of_lines(lines: tuple[exact.Unit, ...], count: int) -> None:
    found = exact.plane_cells(lines)
    assert len(found) == count
    side = max(abs(x) for polygon in found for point in polygon for x in point)

    def doubled_area(polygon: exact.Polygon) -> Fraction:
        around = pairwise([*polygon, polygon[0]])
        return Fraction(sum(p[0] * q[1] - p[1] * q[0] for p, q in around))

    assert sum(map(doubled_area, found)) == 2 * (2 * side) ** 2


def test_moments_are_rational_where_they_can_be() -> None:
    assert approximation_barron.moment({(3, 4): (0, -2), (0, 0): (9, 9)}) == 10
    assert approximation_barron.root(Fraction(9, 16)) == Fraction(3, 4)
    assert not isinstance(approximation_barron.root(2), Fraction)


def test_least_step_errors() -> None:
    values = (0, 0, 3, 3, 6)
    assert approximation_barron.step_error(values, 3) == 0
    assert approximation_barron.step_error(values, 1) == Fraction(126, 25)
    assert approximation_steps.largest_step_error(values, 2) == Fraction(3, 2)


def test_greedy_reaches_the_mean_of_unit_vectors() -> None:
    atoms = ((1, 0), (0, 1))
    assert approximation_sparsification.greedy(atoms, (HALF, HALF), 2) == (HALF, HALF)


@pytest.mark.parametrize(
    "function",
    [optimization_convex.Huber(1), optimization_convex.DoubleWell(), optimization_convex.Power(3)],
)
def test_gradients_are_derivatives(function: optimization_convex.Objective) -> None:
    tiny = Fraction(1, 10**6)
    for i in range(-12, 13):
        x = Fraction(i, 4)
        slope = (function.value((x + tiny,)) - function.value((x - tiny,))) / (2 * tiny)
        assert abs(slope - function.gradient((x,))[0]) <= tiny
