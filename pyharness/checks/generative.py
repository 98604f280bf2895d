"""Checks of chapter 14: descent-ascent in the bilinear game, Lipschitz constants of critics."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import digits, lean_digits, sqrt
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    matrix,
    norm_squared,
    subtract,
    vector,
)
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Identity,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sympy

__all__ = ["CHECKS"]

Point = tuple[Fraction, Fraction]
#: Weights and constants of each layer.
Network = tuple[tuple[Matrix, Vector], ...]


# ----- The bilinear game --------------------------------------------------------------------------


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


def only_origin(x: int, y: int, largest: int) -> Comparison:
    """The point is an equilibrium of the payoff ``x y`` exactly if it is the origin.

    Moves are tried among small integers.
    """
    values = range(-largest, largest + 1)
    stable = all(x * b <= x * y for b in values) and all(x * y <= a * y for a in values)
    return Comparison(stable, "=", (x, y) == (0, 0))


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


# ----- Lipschitz constants ------------------------------------------------------------------------


def relu(t: Fraction) -> Fraction:
    """Return the larger of the number and zero."""
    return max(t, Fraction(0))


def evaluate(network: Network, slope: int, x: Vector) -> Vector:
    """Return the output of the network; its activation is ReLU times a slope."""
    for index, (weights, constants) in enumerate(network):
        if index:
            x = tuple(slope * relu(t) for t in x)
        x = add(apply(weights, x), constants)
    return x


def largest(v: Vector) -> Fraction:
    """Return the largest absolute value."""
    return max(abs(t) for t in v)


def row_norm(weights: Matrix) -> Fraction:
    """Return the largest sum of the absolute values of a row."""
    return max(sum((abs(a) for a in row), Fraction(0)) for row in weights)


def grid(size: int, steps: int) -> Iterator[Vector]:
    """List the points of a grid of the cube around zero."""
    yield from product([Fraction(k, steps) for k in range(-steps, steps + 1)], repeat=size)


def constant_is_product(network: Network, x: Vector, y: Vector, slope: int = 1) -> Comparison:
    """Two points are at most as far apart after the network as the product of norms allows."""
    bound = prod((row_norm(weights) for weights, _ in network), start=Fraction(1))
    apart = subtract(evaluate(network, slope, x), evaluate(network, slope, y))
    return Comparison(largest(apart), "≤", bound * largest(subtract(x, y)))


def normalized_is_contraction(network: Network, x: Vector, y: Vector) -> Comparison:
    """After every weight is divided by its layer's norm, the distance does not grow."""
    scaled = tuple((tuple(tuple(a / row_norm(w) for a in row) for row in w), b) for w, b in network)
    apart = subtract(evaluate(scaled, 1, x), evaluate(scaled, 1, y))
    return Comparison(largest(apart), "≤", largest(subtract(x, y)))


def row_norm_is_attained(weights: Matrix, steps: int) -> Comparison:
    """The largest image of a point of the cube is the largest sum of a row."""
    images = (largest(apply(weights, x)) for x in grid(len(weights[0]), steps))
    return Comparison(max(images), "=", row_norm(weights))


def clipped(weights: Matrix, bound: Fraction, x: Vector, both: bool = True) -> Comparison:
    """With entries in [-c, c] the square of a length grows at most by c² times both dimensions."""
    assert all(abs(a) <= bound for row in weights for a in row)
    factor = bound**2 * len(weights[0]) * (len(weights) if both else 1)
    return Comparison(norm_squared(apply(weights, x)), "≤", factor * norm_squared(x))


def spectral(weights: Matrix, norm: Fraction, x: Vector) -> Comparison:
    """The square of a length grows at most by the square of the norm."""
    return Comparison(norm_squared(apply(weights, x)), "≤", norm**2 * norm_squared(x))


_POINT = (Fraction(3, 2), Fraction(-1))
_TENTH = Fraction(1, 10)
_MODULES = ("DeepTheory.Generative.DescentAscent",)
_LIPSCHITZ = ("DeepTheory.Generative.LipschitzNetwork",)


_NETWORK: Network = (
    (matrix((1, -2), ("1/2", 1), (0, 3)), vector(1, 0, -1)),
    (matrix((1, 1, "-1/3")), vector(2)),
)
_ONE_NEURON: Network = ((matrix((3,)), vector(1)), (matrix((2,)), vector(0)))
_ONES = matrix((1, 1, 1), (1, 1, 1))
_SYMMETRIC = matrix((2, 1), (1, 2))
_CLIPPED = matrix(("1/2", "-1/3", "1/2"), (0, "1/2", "-1/2"))
_ZERO, _ONE = Fraction(0), Fraction(1)


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
            Instance("origin", only_origin, {"x": 0, "y": 0, "largest": 4}),
            Instance(
                "divergence",
                leaves_every_bound,
                {"eta": _TENTH, "point": _POINT, "steps": 500, "bound": Fraction(100)},
            ),
        ),
        searches=(
            Exhaustion(
                "equilibria",
                only_origin,
                lambda: (
                    {"x": x, "y": y, "largest": 4} for x, y in product(range(-4, 5), repeat=2)
                ),
            ),
            Search(
                "growth",
                growth,
                lambda: {
                    "eta": st.parts(-2, 2, 5),
                    "point": st.tuples(*[st.parts(-2, 2, 5)] * 2),
                    "steps": st.integers(0, 6),
                },
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
        plots=(
            Plot(
                "steps",
                "Simultaneous steps lead away from the equilibrium, at any step size",
                growth,
                "steps",
                tuple(range(0, 81, 4)),
                {
                    f"step size {eta}": {"eta": eta, "point": _POINT}
                    for eta in (_TENTH, Fraction(1, 4), Fraction(1, 2))
                },
                "number $t$ of steps",
                "squared distance x² + y²",
                "(1 + η²)ᵗ times the first",
                logarithmic="y",
            ),
        ),
    ),
    RowChecks(
        "ch14-lipschitz-control",
        instances=(
            Instance(
                "two-layers",
                constant_is_product,
                {"network": _NETWORK, "x": (_ONE, -_ONE), "y": (_ZERO, _ZERO)},
            ),
            Instance(
                "constant-attained",
                constant_is_product,
                {"network": _ONE_NEURON, "x": (Fraction(5),), "y": (_ZERO,)},
            ),
            Instance(
                "normalized",
                normalized_is_contraction,
                {"network": _NETWORK, "x": (_ONE, -_ONE), "y": (_ZERO, _ZERO)},
            ),
            Instance(
                "normalized-with-equality",
                normalized_is_contraction,
                {"network": _ONE_NEURON, "x": (_ONE,), "y": (_ZERO,)},
            ),
            Instance(
                "clipping-with-equality",
                clipped,
                {
                    "weights": matrix((3, 3, 3), (3, 3, 3)),
                    "bound": Fraction(3),
                    "x": (_ONE,) * 3,
                },
            ),
            Instance("row-norm", row_norm_is_attained, {"weights": _NETWORK[0][0], "steps": 2}),
            Instance(
                "spectral-norm-attained",
                spectral,
                {"weights": _SYMMETRIC, "norm": Fraction(3), "x": (_ONE, _ONE)},
            ),
            Instance(
                "clipping",
                clipped,
                {"weights": _CLIPPED, "bound": Fraction(1, 2), "x": (_ONE, -_ONE, _ONE)},
            ),
        ),
        searches=(
            Exhaustion(
                "two-layers",
                constant_is_product,
                lambda: (
                    {"network": _NETWORK, "x": x, "y": y} for x, y in combinations(grid(2, 2), 2)
                ),
                lambda: (
                    {"network": _NETWORK, "x": x, "y": y} for x, y in combinations(grid(2, 4), 2)
                ),
            ),
            Exhaustion(
                "normalized",
                normalized_is_contraction,
                lambda: (
                    {"network": _NETWORK, "x": x, "y": y} for x, y in combinations(grid(2, 2), 2)
                ),
            ),
            Exhaustion(
                "spectral-norm",
                spectral,
                lambda: ({"weights": _SYMMETRIC, "norm": Fraction(3), "x": x} for x in grid(2, 5)),
            ),
            Search(
                "clipping",
                clipped,
                lambda: {
                    "weights": st.tuples(*[st.tuples(*[st.parts(-1, 1, 4)] * 3)] * 2),
                    "bound": st.just(_ONE),
                    "x": st.tuples(*[st.parts(-1, 1, 4)] * 3),
                },
            ),
        ),
        controls=(
            Control(
                "steep-activation",
                "the activation has slope two",
                constant_is_product,
                refuted_by={
                    "network": _ONE_NEURON,
                    "x": (_ONE,),
                    "y": (_ZERO,),
                    "slope": 2,
                },
                holds_for={
                    "network": _ONE_NEURON,
                    "x": (_ONE,),
                    "y": (_ZERO,),
                    "slope": 1,
                },
                drops="lipschitz-activation",
            ),
            Control(
                "one-dimension",
                "only the number of inputs is counted",
                clipped,
                refuted_by={"weights": _ONES, "bound": _ONE, "x": (_ONE,) * 3, "both": False},
                holds_for={"weights": _ONES[:1], "bound": _ONE, "x": (_ONE,) * 3, "both": False},
            ),
        ),
        computations=(
            Computation(
                "product",
                "Network.product LipschitzNetwork.rowNorm (LipschitzNetwork.oneNeuron Rat)",
                "Rat",
                lambda: row_norm(_ONE_NEURON[0][0]) * row_norm(_ONE_NEURON[1][0]),
                _LIPSCHITZ,
            ),
            Computation(
                "clipping-bound",
                lean_digits(".sqrt (.mul (.pow (.rat (1/100)) 2) (.mul (.nat 3) (.nat 5)))", 9),
                "Int",
                lambda: digits(sqrt(Fraction(1, 100) ** 2 * 3 * 5), 9),
                ("DeepTheory.Real.Interval",),
            ),
            Computation(
                "output",
                "(LipschitzNetwork.oneNeuron Rat).eval (fun t => max t 0) (fun _ => 1 / 5) 0",
                "Rat",
                lambda: evaluate(_ONE_NEURON, 1, (Fraction(1, 5),))[0],
                _LIPSCHITZ,
            ),
        ),
    ),
)
