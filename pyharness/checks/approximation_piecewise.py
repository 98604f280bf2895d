"""Piecewise affine functions and ReLU networks: checks of chapter 2.

A function of one real variable that is affine between finitely many breaks is known exactly, with
its jumps: by its breaks, its lines between them and its values at them. Sums, compositions, least
numbers of pieces, integrals and suprema are computed exactly. Networks are evaluated unit by unit,
as the book defines them, and turned into piecewise affine functions by these operations.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise
from math import comb
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
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
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = [
    "CHECKS",
    "IDENTITY",
    "RELU",
    "Cell",
    "Layer",
    "Network",
    "PiecewiseAffine",
    "area",
    "cells",
    "combination",
    "composed",
    "distance",
    "evaluate",
    "interpolation",
    "normal",
    "pieces",
    "piecewise",
    "plane_cells",
    "relu",
    "size",
    "step",
]

Number = Fraction | int
Point = tuple[Number, ...]
#: Slope and constant term.
Line = tuple[Number, Number]

#: A unit's weights and bias.
Unit = tuple[tuple[Number, ...], Number]
Layer = tuple[Unit, ...]
#: The hidden layers and, last, the affine output with one unit.
Network = tuple[Layer, ...]


# ----- Piecewise affine functions -----------------------------------------------------------------


@dataclass(frozen=True)
class PiecewiseAffine:
    """A function of one variable that is affine between its breaks.

    Parameters
    ----------
    breaks
        Increasing.
    lines
        One more than the breaks: slope and constant on each open interval between them.
    values
        The values at the breaks, which need not continue a line.
    """

    breaks: tuple[Number, ...]
    lines: tuple[Line, ...]
    values: tuple[Number, ...]

    def __call__(self, x: Number) -> Number:
        """Return the value at a point."""
        index = bisect_left(self.breaks, x)
        if index < len(self.breaks) and self.breaks[index] == x:
            return self.values[index]
        slope, constant = self.lines[index]
        return slope * x + constant


@dataclass(frozen=True)
class Cell:
    """A point, or an open interval between neighbouring breaks, with the function on it.

    Parameters
    ----------
    low, high
        The ends; equal for a point, and ``None`` where the interval is unbounded.
    line
        The line on an interval; for a point ``(0, value)``.
    """

    low: Number | None
    high: Number | None
    line: Line

    @property
    def is_point(self) -> bool:
        """Whether the cell is one point."""
        return self.low is not None and self.low == self.high

    def allows(self, line: Line) -> bool:
        """Say whether the function agrees with a line here."""
        if self.is_point:
            return line[0] * self.low + line[1] == self.line[1]
        return line == self.line


def cells(
    f: PiecewiseAffine, low: Number | None = None, high: Number | None = None
) -> Iterator[Cell]:
    """Yield the points and open intervals of a function, on the line or on ``[low, high]``."""
    inside = [b for b in f.breaks if (low is None or low < b) and (high is None or b < high)]
    ends = [low, *inside, high]
    first = 0 if low is None else bisect_left(f.breaks, low) + (low in f.breaks)
    for index, (a, b) in enumerate(pairwise(ends)):
        if a is not None:
            yield Cell(a, a, (0, f(a)))
        yield Cell(a, b, f.lines[first + index])
    if high is not None:
        yield Cell(high, high, (0, f(high)))


def _agree(run: Sequence[Cell]) -> bool:
    """Say whether one line agrees with the function on all the cells of a run."""
    lines = [cell.line for cell in run if not cell.is_point]
    # A run without an interval is a single point, as points have intervals between them.
    return not lines or all(cell.allows(lines[0]) for cell in run)


def pieces(f: PiecewiseAffine, low: Number | None = None, high: Number | None = None) -> int:
    """Return the least number of intervals, points among them, on each of which ``f`` is affine.

    A piece may always be shortened, so going from left to right with pieces as long as possible
    gives the least number.
    """
    count = 0
    run: list[Cell] = []
    for cell in cells(f, low, high):
        if not run or not _agree([*run[-2:], cell]):
            count, run = count + 1, []
        run.append(cell)
    return count


def normal(f: PiecewiseAffine) -> tuple[Any, ...]:
    """Return breaks, lines and values without the breaks at which nothing changes."""
    kept = [
        i
        for i, (b, value) in enumerate(zip(f.breaks, f.values, strict=True))
        if f.lines[i] != f.lines[i + 1] or f.lines[i][0] * b + f.lines[i][1] != value
    ]
    return (
        tuple(f.breaks[i] for i in kept),
        (f.lines[0], *(f.lines[i + 1] for i in kept)),
        tuple(f.values[i] for i in kept),
    )


def combination(
    terms: Iterable[tuple[Number, PiecewiseAffine]], constant: Number = 0
) -> PiecewiseAffine:
    """Return ``constant + Σ a f``."""
    parts = [(a, f) for a, f in terms if a]
    breaks = sorted({b for _, f in parts for b in f.breaks})
    lines = []
    for index in range(len(breaks) + 1):
        slope, height = Fraction(0), Fraction(constant)
        for a, f in parts:
            at = bisect_left(f.breaks, breaks[index]) if index < len(breaks) else -1
            slope += a * f.lines[at][0]
            height += a * f.lines[at][1]
        lines.append((slope, height))
    values = (constant + sum(a * f(b) for a, f in parts) for b in breaks)
    return PiecewiseAffine(tuple(breaks), tuple(lines), tuple(values))


def composed(f: PiecewiseAffine, g: PiecewiseAffine) -> PiecewiseAffine:
    """Return ``f ∘ g``."""
    breaks: list[Number] = []
    lines: list[Line] = []
    values: list[Number] = []
    for cell in cells(g):
        slope, constant = cell.line
        if cell.is_point:
            breaks.append(cell.low)
            values.append(f(constant))
            continue
        if slope == 0:
            lines.append((Fraction(0), f(constant)))
            continue
        meets = [
            (Fraction(b - constant) / slope, index)
            for index, b in enumerate(f.breaks)
            if (cell.low is None or b != slope * cell.low + constant)
            and (cell.high is None or b != slope * cell.high + constant)
        ]
        inside = sorted(
            (x, index)
            for x, index in meets
            if (cell.low is None or cell.low < x) and (cell.high is None or x < cell.high)
        )
        ends = [cell.low, *(x for x, _ in inside), cell.high]
        for number, (a, b) in enumerate(pairwise(ends)):
            if a is None:
                within = Fraction(0) if b is None else b - 1
            else:
                within = a + 1 if b is None else Fraction(a + b) / 2
            steep, height = f.lines[bisect_left(f.breaks, slope * within + constant)]
            lines.append((steep * slope, steep * constant + height))
            if number < len(inside):
                breaks.append(b)
                values.append(f.values[inside[number][1]])
    return PiecewiseAffine(tuple(breaks), tuple(lines), tuple(values))


def interpolation(knots: Sequence[Point], before: Number = 0, after: Number = 0) -> PiecewiseAffine:
    """Return the continuous function through the knots, with given slopes outside them."""
    slopes = [Fraction(v - u) / (t - s) for (s, u), (t, v) in pairwise(knots)]
    lines = [(before, knots[0][1] - before * knots[0][0])]
    lines += [
        (slope, y - slope * x)
        for (x, y), slope in zip(knots, [*slopes, Fraction(after)], strict=True)
    ]
    return PiecewiseAffine(
        tuple(x for x, _ in knots), tuple(lines), tuple(Fraction(y) for _, y in knots)
    )


def step(at: Number) -> PiecewiseAffine:
    """Return the threshold unit ``1{x ≥ at}``."""
    return PiecewiseAffine((at,), ((0, 0), (0, 1)), (1,))


def distance(f: PiecewiseAffine, g: PiecewiseAffine, low: Number = 0, high: Number = 1) -> Fraction:
    """Return the supremum of ``|f - g|`` on ``[low, high]``, one-sided limits included."""
    difference = combination([(1, f), (-1, g)])
    return Fraction(
        max(
            abs(cell.line[0] * end + cell.line[1])
            for cell in cells(difference, low, high)
            for end in (cell.low, cell.high)
        )
    )


def area(f: PiecewiseAffine, g: PiecewiseAffine, low: Number = 0, high: Number = 1) -> Fraction:
    """Return the integral of ``|f - g|`` over ``[low, high]``."""
    sum_ = Fraction(0)
    for cell in cells(combination([(1, f), (-1, g)]), low, high):
        slope, constant = cell.line
        if cell.is_point:
            continue
        left, right = slope * cell.low + constant, slope * cell.high + constant
        if left * right >= 0:
            mean = abs(left + right) / Fraction(2)
        else:  # two triangles
            mean = Fraction(left**2 + right**2) / (2 * (abs(left) + abs(right)))
        sum_ += mean * (cell.high - cell.low)
    return sum_


# ----- Networks -----------------------------------------------------------------------------------


def relu(t: Number) -> Number:
    """Return the positive part."""
    return max(t, 0)


RELU = PiecewiseAffine((0,), ((0, 0), (1, 0)), (0,))
IDENTITY = PiecewiseAffine((), ((1, 0),), ())


def _affine(unit: Unit, x: Sequence[Number]) -> Number:
    weights, bias = unit
    return sum((w * t for w, t in zip(weights, x, strict=True)), bias)


def evaluate(network: Network, x: Sequence[Number]) -> Number:
    """Return the output of a ReLU network, layer by layer."""
    *hidden, (output,) = network
    for layer in hidden:
        x = [relu(_affine(unit, x)) for unit in layer]
    return _affine(output, x)


def piecewise(network: Network, activation: PiecewiseAffine = RELU) -> PiecewiseAffine:
    """Return the function of a network with one input."""
    *hidden, (output,) = network
    functions = [IDENTITY]
    for layer in hidden:
        functions = [
            composed(activation, combination(zip(weights, functions, strict=True), bias))
            for weights, bias in layer
        ]
    return combination(zip(output[0], functions, strict=True), output[1])


def size(network: Network) -> int:
    """Return the number of hidden units."""
    return sum(len(layer) for layer in network[:-1])


def shallow(units: Sequence[tuple[Number, Number, Number]], constant: Number) -> Network:
    """Return the network ``c + Σ a ReLU(w x + b)`` of the triples ``(a, w, b)``."""
    hidden = tuple(((w,), b) for _, w, b in units)
    return (hidden, ((tuple(a for a, _, _ in units), constant),))


# ----- The cells of a sum of ReLU units -----------------------------------------------------------

Polygon = tuple[Point, ...]


def plane_cells(lines: Sequence[Unit]) -> list[Polygon]:
    """Return the open cells of lines in the plane, cut off by a square that meets all of them.

    The square has all crossings of the lines, and a point of each line, in its interior, so that
    every cell has a part inside.
    """
    proper = [(w, b) for w, b in lines if any(w)]
    corners: list[Number] = [0]
    for (u, v), b in proper:
        corners.append(-Fraction(b) / (u or v))
    for ((p, q), b), ((u, v), c) in combinations(proper, 2):
        if determinant := p * v - q * u:
            corners += [Fraction(q * c - v * b, determinant), Fraction(u * b - p * c, determinant)]
    reach = max(map(abs, corners)) + 1
    found: list[Polygon] = [((-reach, -reach), (reach, -reach), (reach, reach), (-reach, reach))]
    for line in proper:
        found = [part for polygon in found for part in _cut(polygon, line)]
    return found


def _cut(polygon: Polygon, line: Unit) -> Iterator[Polygon]:
    """Yield the parts of a convex polygon with interior on the two sides of a line."""
    heights = [_affine(line, vertex) for vertex in polygon]
    for sign in (1, -1):
        if not any(sign * height > 0 for height in heights):
            continue
        part: list[Point] = []
        around = list(zip(polygon, heights, strict=True))
        for (p, a), (q, b) in pairwise([*around, around[0]]):
            if sign * a >= 0:
                part.append(p)
            if a * b < 0:
                part.append(
                    tuple(s + Fraction(a) / (a - b) * (t - s) for s, t in zip(p, q, strict=True))
                )
        yield tuple(part)


def affine_on_cells(units: tuple[Unit, ...], weights: tuple[Number, ...]) -> Comparison:
    """On every cell the value at the mean of the corners is the mean of the values there.

    For a single unit, which is convex, this holds only if the unit is affine on the whole cell.
    """
    network = (units, ((weights, 0),))
    centres, means = {}, {}
    for polygon in plane_cells(units):
        centre = tuple(sum(c) / Fraction(len(polygon)) for c in zip(*polygon, strict=True))
        centres[centre] = evaluate(network, centre)
        means[centre] = sum(evaluate(network, v) for v in polygon) / Fraction(len(polygon))
    return Comparison(centres, "=", means)


def affine_everywhere(units: tuple[Unit, ...], weights: tuple[Number, ...]) -> Comparison:
    """The value in the middle of a square is the mean of the values at its corners."""
    network = (units, ((weights, 0),))
    corners = [(x, y) for x in (-1, 1) for y in (-1, 1)]
    mean = Fraction(sum(evaluate(network, corner) for corner in corners), 4)
    return Comparison(evaluate(network, (0, 0)), "=", mean)


def few_plane_cells(lines: tuple[Unit, ...]) -> Comparison:
    """``m`` lines leave at most ``1 + m + m(m-1)/2`` open cells of the plane."""
    count = len(lines)
    return Comparison(len(plane_cells(lines)), "≤", sum(comb(count, i) for i in range(3)))


def few_plane_cells_short(lines: tuple[Unit, ...]) -> Comparison:
    """``m`` lines leave at most ``1 + m`` open cells of the plane."""
    return Comparison(len(plane_cells(lines)), "≤", 1 + len(lines))


def few_intervals(lines: tuple[Unit, ...]) -> Comparison:
    """``m`` points leave at most ``1 + m`` open intervals of the line."""
    hinges = {-Fraction(b) / w for (w,), b in lines if w}
    return Comparison(len(hinges) + 1, "≤", 1 + len(lines))


def tangents(count: int) -> tuple[Unit, ...]:
    """Return tangents of a parabola, no three of them through a point and no two parallel."""
    return tuple(((2 * i, -1), -i * i) for i in range(count))


def cells_against_patterns(count: int) -> Comparison:
    """Lines in general position leave at most as many cells as there are sign patterns."""
    return Comparison(len(plane_cells(tangents(count))), "≤", 2**count)


# ----- One input ----------------------------------------------------------------------------------

Units = tuple[tuple[Number, Number, Number], ...]


def few_pieces(units: Units, constant: Number) -> Comparison:
    """The network has at most one affine piece more than units."""
    return Comparison(pieces(piecewise(shallow(units, constant))), "≤", len(units) + 1)


def fewer_pieces(units: Units, constant: Number) -> Comparison:
    """The network has at most as many affine pieces as units."""
    return Comparison(pieces(piecewise(shallow(units, constant))), "≤", len(units))


def affine_between_hinges(units: Units, constant: Number) -> Comparison:
    """Between neighbouring hinges the middle value is the mean: values of the network itself."""
    network = shallow(units, constant)
    hinges = sorted({-Fraction(b) / w for _, w, b in units if w})
    if not hinges:
        hinges = [Fraction(0)]
    ends = [hinges[0] - 2, *hinges, hinges[-1] + 2]
    middles = {(a + b) / 2: evaluate(network, [(a + b) / 2]) for a, b in pairwise(ends)}
    means = {
        (a + b) / 2: (evaluate(network, [a]) + evaluate(network, [b])) / Fraction(2)
        for a, b in pairwise(ends)
    }
    return Comparison(middles, "=", means)


def _at(f: PiecewiseAffine) -> list[Number]:
    """Return the breaks of a function with points between and outside of them."""
    breaks = list(f.breaks) or [Fraction(0)]
    between = [Fraction(a + b) / 2 for a, b in pairwise(breaks)]
    return [breaks[0] - 1, *sorted([*breaks, *between]), breaks[-1] + 1]


def hinge_formula(
    knots: tuple[Point, ...], before: Number, after: Number, jump: Number = 0
) -> Comparison:
    """At breaks and between, ``f(x) = f(t₁) + s₀(x - t₁) + Σ (s_j - s_(j-1)) ReLU(x - t_j)``.

    With a ``jump`` the function is raised by it to the right of the first knot.
    """
    f = interpolation(knots, before, after)
    if jump:
        f = combination([(1, f), (jump, step(knots[0][0])), (-jump, _spike(knots[0][0]))])
    slopes = [line[0] for line in f.lines]
    first = knots[0][0]

    def formula(x: Number) -> Number:
        kinks = zip(knots, pairwise(slopes), strict=True)
        return (
            f(first)
            + slopes[0] * (x - first)
            + sum((right - left) * relu(x - t) for (t, _), (left, right) in kinks)
        )

    at = _at(f)
    return Comparison({x: f(x) for x in at}, "=", {x: formula(x) for x in at})


def _spike(at: Number) -> PiecewiseAffine:
    return PiecewiseAffine((at,), ((0, 0), (0, 0)), (1,))


def hinge_formula_without_slope(
    knots: tuple[Point, ...], before: Number, after: Number
) -> Comparison:
    """The function is ``f(t₁) + Σ (s_j - s_(j-1)) ReLU(x - t_j)``, without the first slope."""
    f = interpolation(knots, before, after)
    slopes = [line[0] for line in f.lines]
    units = [(b - a, 1, -t) for (t, _), (a, b) in zip(knots, pairwise(slopes), strict=True)]
    network = shallow(units, f(knots[0][0]))
    at = _at(f)
    return Comparison({x: f(x) for x in at}, "=", {x: evaluate(network, [x]) for x in at})


# ----- Homogeneity --------------------------------------------------------------------------------


def homogeneous(
    weights: tuple[tuple[tuple[Number, ...], ...], ...], x: Point, c: Number
) -> Comparison:
    """For ``c ≥ 0`` a ReLU network without biases takes ``c x`` to ``c`` times its value."""
    network = tuple(tuple((row, 0) for row in layer) for layer in weights)
    left = evaluate(network, [c * t for t in x])
    return Comparison(left, "=", c * evaluate(network, x))


def homogeneous_with_bias(network: Network, x: Point, c: Number) -> Comparison:
    """A ReLU network takes ``c x`` to ``c`` times the value at ``x``."""
    return Comparison(evaluate(network, [c * t for t in x]), "=", c * evaluate(network, x))


def without_activation(network: Network, x: Point, y: Point, weight: Fraction) -> Comparison:
    """A composition of affine maps takes a mixture of two points to the mixture of the values."""

    def value(z: Sequence[Number]) -> Number:
        for layer in network:
            z = [_affine(unit, z) for unit in layer]
        return z[0]

    mixture = [weight * s + (1 - weight) * t for s, t in zip(x, y, strict=True)]
    return Comparison(value(mixture), "=", weight * value(x) + (1 - weight) * value(y))


def with_activation(network: Network, x: Point, y: Point, weight: Fraction) -> Comparison:
    """The value of a ReLU network at a mixture of two points is the mixture of the values."""
    mixture = [weight * s + (1 - weight) * t for s, t in zip(x, y, strict=True)]
    right = weight * evaluate(network, x) + (1 - weight) * evaluate(network, y)
    return Comparison(evaluate(network, mixture), "=", right)


def sigmoid_is_symmetric() -> tuple[sympy.Expr, sympy.Expr]:
    """``s(t) + s(-t) = 1``."""
    import sympy

    t = sympy.Symbol("t", real=True)
    return 1 / (1 + sympy.exp(-t)) + 1 / (1 + sympy.exp(t)), sympy.Integer(1)


def sigmoid_derivative() -> tuple[sympy.Expr, sympy.Expr]:
    """``s' = s (1 - s)``."""
    import sympy

    t = sympy.Symbol("t", real=True)
    s = 1 / (1 + sympy.exp(-t))
    return sympy.diff(s, t), s * (1 - s)


# ----- Narrow networks ----------------------------------------------------------------------------


def narrow(f: PiecewiseAffine, lift: Number | None = None) -> Network:
    """Return the network of width three that computes a function on ``[0, 1]``.

    Layer ``j`` has the units ``x``, the hinge of the break ``j`` and the sum of the hinges before,
    lifted by a constant that keeps it positive.
    """
    breaks = [b for b in f.breaks if 0 < b < 1]
    slopes = [cell.line[0] for cell in cells(f, 0, 1) if not cell.is_point]
    kinks = [b - a for a, b in pairwise(slopes)]
    if lift is None:
        lift = sum(map(abs, kinks))
    first, *rest = breaks or [0]
    layers: list[Layer] = [(((1,), 0), ((1,), -first), ((0,), lift))]
    for kink, at in zip(kinks, rest, strict=False):
        layers.append((((1, 0, 0), 0), ((1, 0, 0), -at), ((0, kink, 1), 0)))
    last = kinks[-1] if kinks else 0
    return (*layers, (((slopes[0], last, 1), f(0) - lift),))


def narrow_computes(knots: tuple[Point, ...]) -> Comparison:
    """The network of width three differs from the function by ``0`` on ``[0, 1]``."""
    f = interpolation(knots)
    return Comparison(distance(f, piecewise(narrow(f))), "=", 0)


def narrow_values(knots: tuple[Point, ...]) -> Comparison:
    """The network of width three, unit by unit, has the values of the function on a grid."""
    f = interpolation(knots)
    network = narrow(f)
    at = [Fraction(i, 24) for i in range(25)]
    return Comparison({x: evaluate(network, [x]) for x in at}, "=", {x: f(x) for x in at})


def narrow_shape(knots: tuple[Point, ...]) -> Comparison:
    """There is a hidden layer of three units for each break inside, and at least one layer."""
    f = interpolation(knots)
    breaks = len([b for b in f.breaks if 0 < b < 1])
    widths = tuple(len(layer) for layer in narrow(f)[:-1])
    return Comparison(widths, "=", (3,) * max(breaks, 1))


def narrow_without_lift(knots: tuple[Point, ...]) -> Comparison:
    """The network that does not lift the sum of the hinges differs by ``0`` from the function."""
    f = interpolation(knots)
    return Comparison(distance(f, piecewise(narrow(f, 0))), "=", 0)


def narrow_with_jump(knots: tuple[Point, ...], at: Number, jump: Number) -> Comparison:
    """The network of width three differs by ``0`` from a function that jumps."""
    f = combination([(1, interpolation(knots)), (jump, step(at))])
    return Comparison(distance(f, piecewise(narrow(f))), "=", 0)


def width_one(knots: tuple[Point, ...], grid: int) -> Comparison:
    """Networks with hidden layers of one unit come arbitrarily close, on a grid of ``[0, 1]``.

    Such a network is monotone. The best monotone function is at the distance of half the largest
    fall, or half the largest rise, whichever is smaller.
    """
    f = interpolation(knots)
    values = [f(Fraction(i, grid)) for i in range(grid + 1)]
    fall = max(a - b for i, a in enumerate(values) for b in values[i:])
    rise = max(b - a for i, a in enumerate(values) for b in values[i:])
    return Comparison(Fraction(min(fall, rise)) / 2, "=", 0)


# ----- Searches -----------------------------------------------------------------------------------


def _number(most: int = 3, parts: int = 6) -> SearchStrategy[Fraction]:
    return st.parts(-most, most, parts)


def _knots(least: int, most: int) -> SearchStrategy[tuple[Point, ...]]:
    """Return a strategy for knots on ``[0, 1]``, the ends not among the breaks inside."""
    inside = st.lists(st.parts(0, 1, 12), min_size=least, max_size=most, unique=True)

    def with_values(points: list[Fraction]) -> SearchStrategy[tuple[Point, ...]]:
        at = sorted({Fraction(0), *points, Fraction(1)})
        return st.tuples(*(_number() for _ in at)).map(
            lambda values: tuple(zip(at, values, strict=True))
        )

    return inside.flatmap(with_values)


def _shallow_networks() -> Mapping[str, SearchStrategy[Any]]:
    unit = st.tuples(_number(), _number(), _number())
    return {"units": st.lists(unit, min_size=1, max_size=4).map(tuple), "constant": _number()}


def _functions() -> Mapping[str, SearchStrategy[Any]]:
    moved = st.builds(
        lambda knots, shift: tuple((x + shift, y) for x, y in knots), _knots(1, 5), _number()
    )
    return {"knots": moved, "before": _number(), "after": _number()}


def _lines() -> SearchStrategy[tuple[Unit, ...]]:
    whole = st.integers(-3, 3)
    return st.lists(st.tuples(st.tuples(whole, whole), whole), max_size=5).map(tuple)


def _units_and_weights() -> SearchStrategy[dict[str, Any]]:
    return _lines().flatmap(
        lambda units: st.fixed_dictionaries(
            {
                "units": st.just(units),
                "weights": st.tuples(*(st.integers(-3, 3) for _ in units)),
            }
        )
    )


def _biasless() -> Mapping[str, SearchStrategy[Any]]:
    def layer(units: int, inputs: int, least: int) -> SearchStrategy[Any]:
        row = st.tuples(*(st.integers(least, 3) for _ in range(inputs)))
        return st.tuples(*(row for _ in range(units)))

    # More positive than negative weights, so that not all units are silent.
    return {
        "weights": st.tuples(layer(3, 2, -3), layer(2, 3, -1), layer(1, 2, 1)),
        "x": st.tuples(_number(), _number()),
        "c": st.parts(0, 5, 12),
    }


def _three_line_families() -> Iterator[dict[str, Any]]:
    """Yield all triples of lines with coefficients -1, 0, 1."""
    values = (-1, 0, 1)
    lines = [((u, v), b) for u in values for v in values for b in values if (u, v) > (0, 0)]
    for chosen in combinations(lines, 3):
        yield {"lines": chosen}


_HALF = Fraction(1, 2)
_TENT: Units = ((2, 1, 0), (-4, 1, -_HALF), (2, 1, -1))
_ZIGZAG: tuple[Point, ...] = ((0, 0), (Fraction(1, 4), 1), (_HALF, -1), (Fraction(3, 4), 2), (1, 0))
_MOUNTAIN: tuple[Point, ...] = ((0, 0), (_HALF, 1), (1, 0))
_VALLEY: tuple[Point, ...] = ((0, 1), (Fraction(1, 3), 0), (Fraction(2, 3), 0), (1, 1))
_CROSS: tuple[Unit, ...] = (((1, 0), 0), ((0, 1), 0))
_XOR: Network = (_CROSS, (((1, 1), -1), ((1, 1), 0)), (((2, -1), 0),))

CHECKS = (
    RowChecks(
        "ch02-feedforward-network",
        identities=(
            Identity("sigmoid-is-symmetric", sigmoid_is_symmetric),
            Identity("sigmoid-derivative", sigmoid_derivative),
        ),
        instances=(
            Instance(
                "positive-factor",
                homogeneous,
                {"weights": (((1, -1), (2, 1)), ((1, -3),)), "x": (1, -_HALF), "c": 3},
            ),
            Instance(
                "factor-zero",
                homogeneous,
                {"weights": (((1,), (-1,)), ((1, 1),)), "x": (-4,), "c": 0},
            ),
            Instance(
                "without-activation",
                without_activation,
                {"network": _XOR, "x": (1, 1), "y": (-1, 0), "weight": Fraction(1, 3)},
            ),
        ),
        searches=(Search("networks-without-biases", homogeneous, _biasless),),
        controls=(
            Control(
                "negative-factor",
                "the factor may be negative",
                homogeneous,
                refuted_by={"weights": (((1,),), ((1,),)), "x": (1,), "c": -1},
                holds_for={"weights": (((1,), (-1,)), ((1, -1),)), "x": (1,), "c": -1},
            ),
            Control(
                "with-biases",
                "there may be biases",
                homogeneous_with_bias,
                refuted_by={"network": _XOR, "x": (1, 1), "c": 2},
                holds_for={"network": _XOR, "x": (1, 1), "c": 1},
            ),
            Control(
                "activation-forgotten",
                "networks with the activation are said to be affine",
                with_activation,
                refuted_by={"network": _XOR, "x": (1, 0), "y": (-1, 0), "weight": _HALF},
                holds_for={"network": _XOR, "x": (1, 1), "y": (2, 2), "weight": _HALF},
            ),
        ),
    ),
    RowChecks(
        "ch02-relu-unit-affine",
        instances=(
            Instance("one-unit", affine_on_cells, {"units": (((1, 2), -1),), "weights": (1,)}),
            Instance("cross", affine_on_cells, {"units": _CROSS, "weights": (1, -3)}),
            Instance(
                "unit-without-weights",
                affine_on_cells,
                {"units": (((0, 0), 2), ((1, 1), 0)), "weights": (5, 1)},
            ),
            Instance("general-position", few_plane_cells, {"lines": tangents(5)}),
            Instance("parallel", few_plane_cells, {"lines": tuple(((1, 1), b) for b in range(4))}),
            Instance(
                "through-one-point",
                few_plane_cells,
                {"lines": (((1, 0), 0), ((0, 1), 0), ((1, 1), 0), ((1, -1), 0))},
            ),
            Instance(
                "points-of-a-line",
                few_intervals,
                {"lines": (((1,), 0), ((2,), -1), ((-2,), 1))},
            ),
            Instance(
                "different-points-of-a-line",
                few_intervals,
                {"lines": (((1,), 0), ((2,), -1), ((-2,), -1))},
            ),
        ),
        searches=(
            Exhaustion("all-triples-of-lines", few_plane_cells, _three_line_families),
            Search("random-lines", few_plane_cells, lambda: {"lines": _lines()}),
            Search("random-units", affine_on_cells, _units_and_weights),
        ),
        controls=(
            Control(
                "one-dimension-less",
                "the sum of binomial coefficients ends at d - 1",
                few_plane_cells_short,
                refuted_by={"lines": _CROSS},
                holds_for={"lines": (((1, 0), 0), ((1, 0), 1))},
                over=lambda: {"lines": _lines()},
            ),
            Control(
                "across-cells",
                "the sum is said to be affine across the cells",
                affine_everywhere,
                refuted_by={"units": _CROSS, "weights": (1, 1)},
                holds_for={"units": (((1, 1), 5),), "weights": (1,)},
            ),
        ),
        plots=(
            Plot(
                "general-position",
                "Lines in general position: cells and sign patterns",
                cells_against_patterns,
                "count",
                tuple(range(9)),
                {"": {}},
                "number of lines",
                "open cells",
                "sign patterns",
                "y",
            ),
        ),
    ),
    RowChecks(
        "ch02-relu-1d-piecewise-linear",
        instances=(
            Instance("one-unit", few_pieces, {"units": ((1, 1, 0),), "constant": 0}),
            Instance("tent", few_pieces, {"units": _TENT, "constant": 0}),
            Instance("cancelled", few_pieces, {"units": ((1, 1, 0), (-1, 1, 0)), "constant": 3}),
            Instance("tent-between-hinges", affine_between_hinges, {"units": _TENT, "constant": 1}),
            Instance(
                "zigzag-from-hinges", hinge_formula, {"knots": _ZIGZAG, "before": -1, "after": 3}
            ),
            Instance(
                "absolute-value", hinge_formula, {"knots": ((0, 0),), "before": -1, "after": 1}
            ),
        ),
        searches=(
            Search("pieces", few_pieces, _shallow_networks, cases=30),
            Search("between-hinges", affine_between_hinges, _shallow_networks, cases=30),
            Search("from-hinges", hinge_formula, _functions, cases=30),
        ),
        controls=(
            Control(
                "one-piece-less",
                "there are said to be at most m pieces",
                fewer_pieces,
                refuted_by={"units": ((1, 1, 0),), "constant": 0},
                holds_for={"units": ((1, 1, 0), (1, -1, 0)), "constant": 0},
            ),
            Control(
                "jump",
                "the function may jump",
                hinge_formula,
                refuted_by={"knots": _ZIGZAG, "before": 0, "after": 0, "jump": 1},
                holds_for={"knots": _ZIGZAG, "before": 0, "after": 0, "jump": 0},
            ),
            Control(
                "first-slope-forgotten",
                "the term with the first slope is left out",
                hinge_formula_without_slope,
                refuted_by={"knots": ((0, 0),), "before": -1, "after": 1},
                holds_for={"knots": _MOUNTAIN, "before": 0, "after": 0},
            ),
        ),
        computations=(
            Computation(
                "tent",
                "reluSum (fun j : Fin 3 => if j = 1 then (-4 : Rat) else 2) (fun _ => 1)"
                " (fun j => if j = 0 then 0 else if j = 1 then -(1 / 2) else -1) 1 (5 / 7)",
                "Rat",
                lambda: evaluate(shallow(_TENT, 1), [Fraction(5, 7)]),
                ("DeepTheory.Approximation",),
            ),
        ),
    ),
    RowChecks(
        "ch02-narrow-relu-universal",
        instances=(
            Instance("zigzag", narrow_computes, {"knots": _ZIGZAG}),
            Instance("mountain", narrow_values, {"knots": _MOUNTAIN}),
            Instance("valley", narrow_computes, {"knots": _VALLEY}),
            Instance("no-breaks", narrow_computes, {"knots": ((0, 2), (1, -1))}),
            Instance("shape-of-zigzag", narrow_shape, {"knots": _ZIGZAG}),
            Instance("shape-without-breaks", narrow_shape, {"knots": ((0, 2), (1, -1))}),
        ),
        searches=(
            Search("functions", narrow_computes, lambda: {"knots": _knots(0, 4)}),
            Search("values", narrow_values, lambda: {"knots": _knots(0, 4)}, cases=30),
        ),
        controls=(
            Control(
                "jump",
                "the function may jump",
                narrow_with_jump,
                refuted_by={"knots": _MOUNTAIN, "at": _HALF, "jump": 1},
                holds_for={"knots": _MOUNTAIN, "at": _HALF, "jump": 0},
                drops="piecewise-affine",
            ),
            Control(
                "no-lift",
                "the sum of the hinges is not lifted above zero",
                narrow_without_lift,
                refuted_by={"knots": _ZIGZAG},
                holds_for={"knots": ((0, 1), (Fraction(1, 3), 0), (1, 2))},
            ),
            Control(
                "width-one",
                "width one is said to be enough",
                width_one,
                refuted_by={"knots": _MOUNTAIN, "grid": 8},
                holds_for={"knots": ((0, 0), (_HALF, 0), (1, 1)), "grid": 8},
            ),
        ),
    ),
)
