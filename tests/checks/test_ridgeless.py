"""The definitions of the checks of ridgeless regression, on values that are known otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pyharness.checks import ridgeless, ridgeless_limits
from pyharness.checks.enclosures import ends
from pyharness.checks.matrices import identity, times

HALF = Fraction(1, 2)


def test_the_projector_on_the_line_of_equal_entries() -> None:
    assert ridgeless.projector(((1, -1),)) == ((HALF, HALF), (HALF, HALF))


def test_one_step_of_gradient_descent() -> None:
    assert ridgeless.descend(((1, 2),), (5,), (0, 0), Fraction(1, 5), 1) == (1, 2)


def test_signed_permutations_form_a_group_of_the_right_size() -> None:
    group = set(ridgeless.signed_permutations(3))
    assert len(group) == 48
    assert all(times(u, v) in group for u in list(group)[:6] for v in group)
    assert sum(u == identity(3) for u in group) == 1


@pytest.mark.parametrize(
    ("a", "zeros"),
    [(((2, 0), (0, 3)), 0), (((1, 1), (1, 1)), 1), (((0, 0), (0, 0)), 2), (((0, 1), (0, 0)), 2)],
)
def test_multiplicity_of_zero(a: tuple[tuple[int, ...], ...], zeros: int) -> None:
    assert ridgeless.zero_roots(a) == zeros


def test_numbers_of_partitions_are_those_of_bell() -> None:
    assert [len(list(ridgeless_limits.partitions(n))) for n in range(1, 6)] == [1, 2, 5, 15, 52]


def test_limiting_moments_at_ratio_one_are_the_numbers_of_catalan() -> None:
    moments = [ridgeless_limits.limiting_moment(Fraction(1), k) for k in range(1, 6)]
    assert moments == [1, 2, 5, 14, 42]


def test_the_integral_of_the_density_encloses_its_mass() -> None:
    low, high = ends(ridgeless_limits.spectral_integral(HALF, 0))
    assert low < 1 < high
    low, high = ends(ridgeless_limits.spectral_integral(Fraction(4), 0))
    assert low < Fraction(1, 4) < high


def test_the_first_moment_of_the_law_is_one() -> None:
    low, high = ends(ridgeless_limits.spectral_integral(HALF, -1))
    assert low < 1 < high


def test_the_risk_on_both_sides_of_the_threshold() -> None:
    assert ridgeless_limits.limiting_risk(HALF, Fraction(7), Fraction(3)) == 3
    assert ridgeless_limits.limiting_risk(Fraction(2), Fraction(1), HALF) == 1
