"""Checks with one planted error in each row but the last."""

from __future__ import annotations

from fractions import Fraction
from math import comb
from typing import Any

from pyharness.checks import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)
from pyharness.checks.enclosures import exp

HALF = Fraction(1, 2)


def deviation_bound(size: int, p: Fraction, accuracy: Fraction) -> Comparison:
    """A deviation above ε has a probability of at most 2 exp(-4 N ε²). Planted: it is 2 N ε²."""
    off = [k for k in range(size + 1) if abs(Fraction(k, size) - p) > accuracy]
    exact = sum((comb(size, k) * p**k * (1 - p) ** (size - k) for k in off), Fraction(0))
    return Comparison(exact, "≤", 2 * exp(-4 * size * accuracy**2))


def grid() -> list[dict[str, Any]]:
    return [
        {"size": size, "p": HALF, "accuracy": Fraction(k, 20)}
        for size in range(1, 9)
        for k in range(1, 10)
    ]


def at_least(p: Fraction, attempts: int) -> Comparison:
    """Some of K attempts succeeds with probability at least K p. Planted: it is at most."""
    return Comparison(1 - (1 - p) ** attempts, "≥", attempts * p)


def at_most(p: Fraction, attempts: int) -> Comparison:
    """Some of K attempts succeeds with probability at most K p."""
    return Comparison(1 - (1 - p) ** attempts, "≤", attempts * p)


def attempts() -> dict[str, Any]:
    from hypothesis import strategies as st

    return {"p": st.fractions(0, 1, max_denominator=12), "attempts": st.integers(0, 12)}


def inverse(number: int) -> Comparison:
    """The inverse is at most one. Planted: zero has none."""
    return Comparison(Fraction(1, number), "≤", 1)


CHECKS = (
    RowChecks(
        "ch07-wrong-constant",
        instances=(
            Instance("small", deviation_bound, {"size": 2, "p": HALF, "accuracy": Fraction(1, 5)}),
        ),
        searches=(Exhaustion("fair-coins", deviation_bound, grid),),
    ),
    RowChecks("ch07-swapped-inequality", searches=(Search("attempts", at_least, attempts),)),
    RowChecks(
        "ch07-wrong-definition",
        computations=(
            Computation(
                "five-up-to-two",
                "Planted.binomialSum 5 2",
                "Nat",
                lambda: sum(comb(5, i) for i in range(3)),
                ("Planted",),
            ),
        ),
    ),
    RowChecks(
        "ch07-idle-control",
        controls=(
            Control(
                "above-one",
                "p may be above one",
                at_most,
                {"p": Fraction(3, 2), "attempts": 2},
                {"p": HALF, "attempts": 2},
                drops="range",
            ),
        ),
    ),
    RowChecks(
        "ch07-raises",
        instances=(
            Instance("one", inverse, {"number": 1}),
            Instance("zero", inverse, {"number": 0}),
        ),
    ),
    RowChecks(
        "ch07-healthy",
        instances=(Instance("two-halves", at_most, {"p": HALF, "attempts": 2}),),
        searches=(Search("attempts", at_most, attempts),),
        controls=(
            Control(
                "at-least",
                "the bound is said to be one from below",
                at_least,
                {"p": HALF, "attempts": 2},
                {"p": HALF, "attempts": 1},
                over=attempts,
            ),
        ),
    ),
)
