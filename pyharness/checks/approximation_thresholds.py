"""Checks of chapter 3: cosines and ReLU units as mixtures of threshold units.

Integrals over thresholds are sums over cells on which the indicators are constant, with a bound for
the error; the integral of one indicator is exact.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.approximation_barron import turned
from pyharness.checks.approximation_piecewise import PiecewiseAffine, area, relu
from pyharness.checks.enclosures import Interval, pi, real, total
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Identity,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

Number = Fraction | int

_HALF = Fraction(1, 2)


# ----- Thresholds ---------------------------------------------------------------------------------


def threshold_mixture(
    index: int, parts: int, reach: Fraction, phase: Fraction, exchanged: bool = False
) -> Comparison:
    """The cosine difference differs from the two integrals by at most the error of the midpoints.

    ``z`` is ``c index / parts``. The integrals are sums over cells of the width ``h = c / parts``,
    on which the indicators are constant; their error is at most ``(2π)³ h² |z| / 24``.
    """
    width = reach / parts
    z = index * width
    left = turned(z + phase)[0] - turned(phase)[0]
    sum_ = real(0)
    for cell in range(-parts, parts):
        b = (cell + _HALF) * width
        if b > 0 and z >= b:
            sum_ -= turned(b + phase)[1]
        if b < 0 and (z >= b if exchanged else z <= b):
            sum_ += turned(b + phase)[1]
    right = 2 * pi() * real(width) * sum_
    error = (2 * pi()) ** 3 * real(width**2 * abs(z) / 24)
    return Comparison(abs(left - right), "≤", error)


def _mass(reach: Fraction, phase: Fraction, parts: int, side: int) -> Interval:
    """Bound the total mass from above, or from below with the side ``-1``, cell by cell.

    On a cell the absolute value of the sine differs from its value in the middle by at most ``πh``.
    """
    width = reach / parts
    heights = total(
        abs(turned((cell + _HALF) * width + phase)[1]) + side * pi() * real(width)
        for cell in range(-parts, parts)
    )
    return 2 * pi() * real(width) * heights


def threshold_mass(reach: Fraction, phase: Fraction, parts: int) -> Comparison:
    """The total mass, bounded from above cell by cell, is at most ``4πc``."""
    return Comparison(_mass(reach, phase, parts, 1), "≤", 4 * pi() * real(reach))


def mass_from_below(reach: Fraction, phase: Fraction, parts: int) -> Comparison:
    """The total mass, bounded from below cell by cell, is at most ``2πc``."""
    return Comparison(_mass(reach, phase, parts, -1), "≤", 2 * pi() * real(reach))


def rising_part() -> tuple[sympy.Expr, sympy.Expr]:
    """For ``z ≥ 0`` the first integral, from ``0`` to ``z``, is the cosine difference."""
    import sympy

    z, b, phi = sympy.symbols("z b phi", real=True)
    integral = sympy.integrate(sympy.sin(2 * sympy.pi * b + phi), (b, 0, z))
    return -2 * sympy.pi * integral, sympy.cos(2 * sympy.pi * z + phi) - sympy.cos(phi)


def falling_part() -> tuple[sympy.Expr, sympy.Expr]:
    """For ``z ≤ 0`` the second integral, from ``z`` to ``0``, is the cosine difference."""
    import sympy

    z, b, phi = sympy.symbols("z b phi", real=True)
    integral = sympy.integrate(sympy.sin(2 * sympy.pi * b + phi), (b, z, 0))
    return 2 * sympy.pi * integral, sympy.cos(2 * sympy.pi * z + phi) - sympy.cos(phi)


def summed_jumps(values: tuple[Number, ...]) -> Comparison:
    """On a grid ``h(z_j) - h(z_0)`` is the sum of the jumps at thresholds up to ``z_j``."""
    count = len(values)
    left = {j: values[j] - values[0] for j in range(count)}
    right = {
        j: sum((values[i] - values[i - 1]) * int(j >= i) for i in range(1, count))
        for j in range(count)
    }
    return Comparison(left, "=", right)


def integral_of_thresholds(t: Number, reach: Number) -> Comparison:
    """For ``t ≤ c`` the integral of ``1{t ≥ b}`` over ``b`` from ``0`` to ``c`` is ``t₊``."""
    indicator = PiecewiseAffine((t,), ((0, 1), (0, 0)), (1,))
    nothing = PiecewiseAffine((), ((0, 0),), ())
    return Comparison(area(indicator, nothing, 0, reach), "=", relu(t))


def thresholds(t: Number, width: Fraction, first: int) -> Fraction:
    """Return ``h`` times the number of thresholds ``jh``, from the first index on, up to ``t``."""
    count, j = 0, first
    while t >= j * width:
        count, j = count + 1, j + 1
    return width * count


def thresholds_from_below(t: Number, width: Fraction, first: int = 1) -> Comparison:
    """``h Σ 1{t ≥ jh}``, from ``j = 1`` on, is at most ``t₊``."""
    return Comparison(thresholds(t, width, first), "≤", relu(t))


def thresholds_from_above(t: Number, width: Fraction) -> Comparison:
    """``t₊`` is less than ``h + h Σ 1{t ≥ jh}``."""
    return Comparison(relu(t), "<", width + thresholds(t, width, 1))


# ----- Searches -----------------------------------------------------------------------------------


def _thresholds() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "index": st.integers(-8, 8).filter(bool),
        "parts": st.just(8),
        "reach": st.sampled_from([Fraction(1, 4), _HALF, Fraction(1)]),
        "phase": st.parts(0, 1, 12),
    }


def _value_tables() -> Mapping[str, SearchStrategy[Any]]:
    number = st.parts(-3, 3, 12)
    return {"values": st.lists(number, min_size=1, max_size=8).map(tuple)}


def _levels() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "t": st.parts(-2, 5, 12),
        "width": st.parts(Fraction(1, 8), 2, 8),
    }


def _below_reach() -> Iterator[dict[str, Any]]:
    for t in range(-8, 25):
        for reach in range(7):
            if Fraction(t, 4) <= reach:
                yield {"t": Fraction(t, 4), "reach": reach}


_UNIT = {"parts": 16, "reach": Fraction(1)}

CHECKS = (
    RowChecks(
        "ch03-cosine-to-threshold",
        identities=(
            Identity("rising-part", rising_part),
            Identity("falling-part", falling_part),
        ),
        instances=(
            Instance(
                "to-the-right", threshold_mixture, {**_UNIT, "index": 5, "phase": Fraction(0)}
            ),
            Instance(
                "to-the-left", threshold_mixture, {**_UNIT, "index": -7, "phase": Fraction(1, 3)}
            ),
            Instance("end", threshold_mixture, {**_UNIT, "index": 16, "phase": Fraction(1, 8)}),
            Instance(
                "mass", threshold_mass, {"reach": Fraction(1), "phase": Fraction(0), "parts": 48}
            ),
            Instance(
                "mass-near-the-top-of-the-sine",
                threshold_mass,
                {"reach": Fraction(1, 12), "phase": Fraction(1, 4), "parts": 96},
            ),
            Instance("grid", summed_jumps, {"values": (2, 5, -1, Fraction(1, 2), 0)}),
        ),
        searches=(
            Search("phases", threshold_mixture, _thresholds, cases=30),
            Search("grids", summed_jumps, _value_tables, cases=30),
        ),
        controls=(
            Control(
                "too-far",
                "the argument may be larger than c",
                threshold_mixture,
                refuted_by={
                    "index": 16,
                    "parts": 8,
                    "reach": Fraction(1, 4),
                    "phase": Fraction(0),
                },
                holds_for={"index": 8, "parts": 8, "reach": Fraction(1, 4), "phase": Fraction(0)},
                drops="bounded-argument",
            ),
            Control(
                "half-the-mass",
                "the mass is bounded by half as much",
                mass_from_below,
                refuted_by={"reach": Fraction(1), "phase": Fraction(0), "parts": 48},
                holds_for={"reach": Fraction(1, 12), "phase": Fraction(0), "parts": 48},
            ),
            Control(
                "second-indicator",
                "the second indicator is that of z ≥ b",
                threshold_mixture,
                refuted_by={**_UNIT, "index": -2, "phase": Fraction(0), "exchanged": True},
                holds_for={**_UNIT, "index": 4, "phase": Fraction(0), "exchanged": True},
            ),
        ),
    ),
    RowChecks(
        "ch03-relu-integral-of-thresholds",
        instances=(
            Instance("integral", integral_of_thresholds, {"t": Fraction(7, 3), "reach": 3}),
            Instance("negative", integral_of_thresholds, {"t": Fraction(-1), "reach": 2}),
            Instance("on-a-threshold", thresholds_from_below, {"t": 1, "width": Fraction(1, 4)}),
            Instance(
                "below-a-threshold", thresholds_from_above, {"t": Fraction(99, 100), "width": _HALF}
            ),
        ),
        searches=(
            Exhaustion("integrals", integral_of_thresholds, _below_reach),
            Search("from-below", thresholds_from_below, _levels, cases=40),
            Search("from-above", thresholds_from_above, _levels, cases=40),
        ),
        controls=(
            Control(
                "starts-at-zero",
                "the sum of thresholds starts at zero",
                thresholds_from_below,
                refuted_by={"t": 0, "width": _HALF, "first": 0},
                holds_for={"t": -1, "width": _HALF, "first": 0},
            ),
            Control(
                "too-far",
                "the argument may be larger than c",
                integral_of_thresholds,
                refuted_by={"t": 3, "reach": 2},
                holds_for={"t": 2, "reach": 2},
            ),
        ),
        plots=(
            Plot(
                "staircase",
                "Sums of thresholds below the positive part",
                thresholds_from_below,
                "t",
                tuple(Fraction(k, 16) for k in range(-16, 33)),
                {"h = 1/4": {"width": Fraction(1, 4)}},
                "t",
                "sum of thresholds",
                "positive part",
            ),
        ),
    ),
)
