"""The Python definitions of chapter 10, tested by other means than those they are written with."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from pyharness.checks import boolean_functions as cube
from pyharness.checks import (
    hypercube,
    hypercube_learning,
    hypercube_noise,
    hypercube_queries,
)
from pyharness.checks.model import Comparison


def transform(values: tuple[int, ...]) -> list[Fraction]:
    """Compute all coefficients by the fast transform; position bits are the set of coordinates."""
    result = [Fraction(v) for v in values]
    step = 1
    while step < len(result):
        for start in range(0, len(result), 2 * step):
            for k in range(start, start + step):
                a, b = result[k], result[k + step]
                result[k], result[k + step] = (a + b) / 2, (a - b) / 2
        step *= 2
    return result


@pytest.mark.parametrize("values", [(3, 1, 4, 1, 5, 9, 2, 6), (1, -1, -1, -1), (7,)])
def test_coefficients_agree_with_the_fast_transform(values: tuple[int, ...]) -> None:
    dimension = cube.dimension_of(values)
    fast = transform(values)
    for subset, value in cube.spectrum(values).items():
        # the last coordinate changes fastest, and a set bit stands for the sign -1
        position = sum(1 << (dimension - 1 - i) for i in subset)
        assert fast[position] == value


def test_known_values_of_majority() -> None:
    assert cube.noise_sensitivity(cube.majority(3), Fraction(1, 10)) == Fraction(17, 125)
    assert cube.coefficient(cube.majority(5), (0, 1, 2, 3, 4)) == Fraction(3, 8)
    assert cube.tail(cube.majority(3), 2) == Fraction(1, 4)


def test_noise_of_rate_one_changes_everything() -> None:
    assert cube.noise_sensitivity((1, -1), Fraction(1)) == 1
    assert cube.noise_sensitivity(cube.parity(2), Fraction(1)) == 0


def test_halfspaces_are_those_of_two_coordinates() -> None:
    # all Boolean functions of two coordinates but the exclusive or and its opposite
    assert len(hypercube_noise.halfspaces(2, 2)) == 14
    assert cube.parity(2) not in hypercube_noise.halfspaces(2, 2)
    assert not hypercube_noise.is_unate(cube.parity(2))


def test_a_wrong_dimension_is_refused() -> None:
    with pytest.raises(AssertionError):
        cube.coefficient((1, 2, 3), ())


def test_every_control_differs_from_a_claim_that_holds() -> None:
    modules = (hypercube, hypercube_learning, hypercube_noise, hypercube_queries)
    for row in (row for module in modules for row in module.CHECKS):
        for control in row.controls:
            refuted = control.claim(**control.refuted_by)
            assert isinstance(refuted, Comparison)
            assert not refuted.holds, (row.row, control.name)
            assert control.claim(**control.holds_for).holds, (row.row, control.name)


def test_points_and_sets_are_complete() -> None:
    assert set(cube.points(3)) == set(product((1, -1), repeat=3))
    assert len(cube.subsets(4)) == 16
