"""Checks of chapter 14: gradient descent-ascent in the bilinear game."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Identity,
    Instance,
    RowChecks,
)

if TYPE_CHECKING:
    import sympy

__all__ = ["CHECKS"]

Point = tuple[Fraction, Fraction]


def simultaneous_step(eta: Fraction, point: Point) -> Point:
    """Return the next point: down the slope ``y`` in ``x``, up the slope ``x`` in ``y``."""
    x, y = point
    return x - eta * y, y + eta * x


def squared_norm(point: Point) -> Fraction:
    """Return ``x² + y²``."""
    return point[0] ** 2 + point[1] ** 2


def after(eta: Fraction, point: Point, steps: int) -> Point:
    """Return the point after so many steps."""
    for _ in range(steps):
        point = simultaneous_step(eta, point)
    return point


def growth(eta: Fraction, point: Point, steps: int) -> Comparison:
    """The squared norm is multiplied by ``1 + η²`` in each step."""
    return Comparison(
        squared_norm(after(eta, point, steps)),
        "=",
        (1 + eta**2) ** steps * squared_norm(point),
    )


def rotation(eta: Fraction, point: Point) -> Comparison:
    """The signed area between a point and the next is ``η (x² + y²)``."""
    x, y = point
    u, v = simultaneous_step(eta, point)
    return Comparison(x * v - y * u, "=", eta * squared_norm(point))


def leaves_every_bound(eta: Fraction, point: Point, steps: int, bound: Fraction) -> Comparison:
    """After so many steps the squared norm is above the bound."""
    return Comparison(squared_norm(after(eta, point, steps)), ">", bound)


def equilibria(largest: int) -> Comparison:
    """Among small integer points only the origin is an equilibrium of the payoff ``x y``."""
    values = range(-largest, largest + 1)
    found = tuple(
        (x, y)
        for x, y in product(values, repeat=2)
        if all(x * b <= x * y for b in values) and all(x * y <= a * y for a in values)
    )
    return Comparison(found, "=", ((0, 0),))


def shrinks(eta: Fraction, point: Point) -> Comparison:
    """A step multiplies the squared norm by ``1 - η²``."""
    after_step = squared_norm(simultaneous_step(eta, point))
    return Comparison(after_step, "=", (1 - eta**2) * squared_norm(point))


def growth_identity() -> tuple[sympy.Expr, sympy.Expr]:
    """The factor of one step, for all step sizes and points."""
    import sympy

    x, y, eta = sympy.symbols("x y eta", real=True)
    return (x - eta * y) ** 2 + (y + eta * x) ** 2, (1 + eta**2) * (x**2 + y**2)


def extragradient_identity() -> tuple[sympy.Expr, sympy.Expr]:
    """The factor of one extragradient step."""
    import sympy

    x, y, eta = sympy.symbols("x y eta", real=True)
    u, v = x - eta * (y + eta * x), y + eta * (x - eta * y)
    return u**2 + v**2, (1 - eta**2 + eta**4) * (x**2 + y**2)


_POINT = (Fraction(3, 2), Fraction(-1))
_TENTH = Fraction(1, 10)
_MODULES = ("DeepTheory.Generative.DescentAscent",)


CHECKS = (
    RowChecks(
        "ch14-bilinear-gda",
        identities=(
            Identity("growth", growth_identity),
            Identity("extragradient", extragradient_identity),
        ),
        instances=(
            Instance("one-step", growth, {"eta": _TENTH, "point": _POINT, "steps": 1}),
            Instance("ten-steps", growth, {"eta": Fraction(-2, 3), "point": _POINT, "steps": 10}),
            Instance("rotation", rotation, {"eta": _TENTH, "point": _POINT}),
            Instance("equilibria", equilibria, {"largest": 4}),
            Instance(
                "divergence",
                leaves_every_bound,
                {"eta": _TENTH, "point": _POINT, "steps": 500, "bound": Fraction(100)},
            ),
        ),
        controls=(
            Control(
                "no-step",
                "the step size is zero",
                leaves_every_bound,
                refuted_by={
                    "eta": Fraction(0),
                    "point": _POINT,
                    "steps": 500,
                    "bound": Fraction(100),
                },
                holds_for={"eta": _TENTH, "point": _POINT, "steps": 500, "bound": Fraction(100)},
                drops="nonzero",
            ),
            Control(
                "start-at-the-equilibrium",
                "the start is the equilibrium",
                leaves_every_bound,
                refuted_by={
                    "eta": _TENTH,
                    "point": (Fraction(0), Fraction(0)),
                    "steps": 500,
                    "bound": Fraction(100),
                },
                holds_for={"eta": _TENTH, "point": _POINT, "steps": 500, "bound": Fraction(100)},
                drops="nonzero",
            ),
            Control(
                "contraction",
                "the factor is said to be 1 - η²",
                shrinks,
                refuted_by={"eta": _TENTH, "point": _POINT},
                holds_for={"eta": Fraction(0), "point": _POINT},
            ),
        ),
        computations=(
            Computation(
                "ten-steps",
                "BilinearGame.normSq (BilinearGame.orbit (1 / 10 : Rat) (3 / 2, -1) 10)",
                "Rat",
                lambda: squared_norm(after(_TENTH, _POINT, 10)),
                _MODULES,
            ),
        ),
    ),
)
