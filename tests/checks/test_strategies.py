"""Strategies: fractions with a common denominator."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings

from pyharness.checks import strategies as st


@settings(max_examples=50, database=None)
@given(st.parts(Fraction(-1, 3), 2, 4))
def test_parts_are_multiples_between_the_ends(value):
    assert Fraction(-1, 3) <= value <= 2
    assert (4 * value).denominator == 1


def test_other_names_are_those_of_hypothesis():
    from hypothesis import strategies

    assert st.integers is strategies.integers
