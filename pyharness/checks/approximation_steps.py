"""Checks of chapter 2: approximation by thresholds, lookup tables and boxes.

The supremum of an error in one dimension is exact, with one-sided limits, because both functions
are piecewise affine. In several dimensions the functions are known on a finite grid, where their
modulus of continuity is a largest difference.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise, product
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.approximation_barron import step_error as mean_step_error
from pyharness.checks.approximation_piecewise import (
    PiecewiseAffine,
    cells,
    combination,
    distance,
    interpolation,
    step,
)
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hypothesis.strategies import SearchStrategy


__all__ = ["CHECKS"]

Number = Fraction | int
Point = tuple[Number, ...]

_HALF = Fraction(1, 2)


# ----- Step approximation -------------------------------------------------------------------------


def steps(g: PiecewiseAffine, count: int) -> PiecewiseAffine:
    """Return the threshold network ``g(0) + Σ (g(x_i) - g(x_(i-1))) H(x - x_i)``, ``i < m``."""
    at = [Fraction(i, count) for i in range(count)]
    return combination([(g(b) - g(a), step(b)) for a, b in pairwise(at)], g(0))


def steepness(g: PiecewiseAffine) -> Number:
    """Return the least Lipschitz constant on the unit interval."""
    return max(abs(cell.line[0]) for cell in cells(g, 0, 1) if not cell.is_point)


def step_error(knots: tuple[Point, ...], accuracy: Fraction) -> Comparison:
    """With ``m`` the least natural number from ``max(1, ρ/ε)`` on, the error is at most ``ε``."""
    return step_error_for(knots, steepness(interpolation(knots)), accuracy)


def step_error_for(knots: tuple[Point, ...], slope: Number, accuracy: Number) -> Comparison:
    """The same for a number ``ρ`` that need not bound the slopes."""
    return step_error_with(knots, max(1, ceil(Fraction(slope) / accuracy)), accuracy)


def step_error_with(knots: tuple[Point, ...], count: int, accuracy: Number) -> Comparison:
    """The largest error of ``m`` steps is at most ``ε``."""
    g = interpolation(knots)
    return Comparison(distance(g, steps(g, count)), "≤", accuracy)


def step_error_by_count(knots: tuple[Point, ...], count: int) -> Comparison:
    """The largest error of ``m - 1`` threshold units is at most ``ρ / m``."""
    g = interpolation(knots)
    return Comparison(distance(g, steps(g, count)), "≤", Fraction(steepness(g)) / count)


# ----- Universal approximation --------------------------------------------------------------------


def approximated(knots: tuple[Point, ...], accuracy: Fraction) -> Comparison:
    """Some sum of threshold units has the largest error ``ε`` or less: ``1, 2, 4, ..., 256`` steps.

    No constant of the function is used.
    """
    g = interpolation(knots)
    error = distance(g, steps(g, 1))
    for power in range(1, 9):
        if error <= accuracy:
            break
        error = distance(g, steps(g, 2**power))
    return Comparison(error, "≤", accuracy)


def approximated_by_constants(knots: tuple[Point, ...], accuracy: Fraction) -> Comparison:
    """Some constant has the largest error ``ε`` or less: half the oscillation of the function."""
    heights = [y for _, y in knots]
    return Comparison(Fraction(max(heights) - min(heights)) / 2, "≤", accuracy)


def approximated_on_long_interval(length: int, units: int, accuracy: Fraction) -> Comparison:
    """On ``0, 1, ..., N`` some sum of ``m`` threshold units is as close to ``x`` as ``ε``.

    The least error for these points bounds that on ``[0, N]`` from below.
    """
    return Comparison(largest_step_error(tuple(range(length + 1)), units + 1), "≤", accuracy)


# ----- The best network of a class ----------------------------------------------------------------


def largest_step_error(values: Point, pieces: int) -> Fraction:
    """Return the least largest error of a function with so many constant pieces, from all cuts.

    More pieces than points are as many as points.
    """
    count = len(values)

    def spread(i: int, j: int) -> Fraction:
        return Fraction(max(values[i:j]) - min(values[i:j])) / 2

    return min(
        max(spread(i, j) for i, j in pairwise((0, *cuts, count)))
        for cuts in combinations(range(1, count), min(pieces, count) - 1)
    )


def network_error(values: Point, units: tuple[Point, ...], constant: Number) -> Fraction:
    """Return the largest error of the network ``c + Σ a H(x - b)`` of the pairs ``(a, b)``.

    The target is given at ``0, 1, 2, ...``.
    """
    network = combination([(a, step(b)) for a, b in units], constant)
    return max(abs(Fraction(y) - network(x)) for x, y in enumerate(values))


def no_network_is_better(values: Point, units: tuple[Point, ...], constant: Number) -> Comparison:
    """No network of threshold units has a smaller largest error than the least one."""
    least = largest_step_error(values, len(units) + 1)
    return Comparison(network_error(values, units, constant), "≥", least)


def network_is_best(values: Point, units: tuple[Point, ...], constant: Number) -> Comparison:
    """The network has the least largest error."""
    least = largest_step_error(values, len(units) + 1)
    return Comparison(network_error(values, units, constant), "=", least)


def norms_compared(values: Point, units: int) -> Comparison:
    """The least squared error in the mean is at most the square of the least largest error.

    The class has the sums of a constant and ``m`` threshold units, and the target is given at
    points of the line with equal weights: the best network has ``m + 1`` constant pieces.
    """
    return Comparison(
        mean_step_error(values, units + 1), "≤", largest_step_error(values, units + 1) ** 2
    )


def norms_exchanged(values: Point, units: int) -> Comparison:
    """The square of the least largest error is at most the least squared error in the mean."""
    return Comparison(
        largest_step_error(values, units + 1) ** 2, "≤", mean_step_error(values, units + 1)
    )


def more_units_help(values: Point, units: int) -> Comparison:
    """With one more unit the least error is at most as large."""
    larger = largest_step_error(values, units + 1)
    return Comparison(largest_step_error(values, units + 2), "≤", larger)


def enough_units(values: Point, units: int) -> Comparison:
    """The least error is zero when there are as many units as gaps between the points."""
    return Comparison(largest_step_error(values, units + 1), "=", 0)


# ----- Lookup tables ------------------------------------------------------------------------------


def largest(x: Point) -> Number:
    """Return the largest coordinate."""
    return max(map(abs, x))


def cell_of(x: Point, side: int) -> tuple[int, ...]:
    """Return the cell of the uniform grid that a point of the cube lies in, the last one closed."""
    return tuple(min(floor(t * side), side - 1) for t in x)


def ridge_maximum(slopes: tuple[Point, ...], x: Point) -> Number:
    """Return the largest of several linear functions."""
    return max(sum(a * t for a, t in zip(slope, x, strict=True)) for slope in slopes)


def _cube(dimension: int, parts: int) -> list[Point]:
    return [
        tuple(Fraction(i, parts) for i in x) for x in product(range(parts + 1), repeat=dimension)
    ]


def modulus(values: Mapping[Point, Number], mesh: Fraction) -> Number:
    """Return the largest difference of values at points of distance at most ``δ``."""
    return max(
        (
            abs(u - v)
            for (x, u), (y, v) in combinations(values.items(), 2)
            if largest(tuple(s - t for s, t in zip(x, y, strict=True))) <= mesh
        ),
        default=0,
    )


def lookup_error(values: Mapping[Point, Number], side: int, last: bool) -> Number:
    """Return the largest error of the table with one value in each cell.

    The value is that at the first or at the last point of the cell.
    """
    chosen: dict[tuple[int, ...], Number] = {}
    for x, value in values.items():
        if last:
            chosen[cell_of(x, side)] = value
        else:
            chosen.setdefault(cell_of(x, side), value)
    return max(abs(value - chosen[cell_of(x, side)]) for x, value in values.items())


def lookup(slopes: tuple[Point, ...], mesh: Fraction, parts: int, last: bool = False) -> Comparison:
    """The table on ``ceil(1/δ)^d`` cells has an error of at most the modulus at ``δ``.

    The function is a largest of linear functions, on the grid with the given number of parts.
    """
    values = {x: ridge_maximum(slopes, x) for x in _cube(len(slopes[0]), parts)}
    return Comparison(lookup_error(values, ceil(1 / mesh), last), "≤", modulus(values, mesh))


def lookup_of_table(
    table: tuple[Number, ...], parts: int, mesh: Fraction, last: bool
) -> Comparison:
    """The same for any values on the points of a grid of the square."""
    values = dict(zip(_cube(2, parts), table, strict=True))
    return Comparison(lookup_error(values, ceil(1 / mesh), last), "≤", modulus(values, mesh))


def lookup_coarse(slopes: tuple[Point, ...], mesh: Fraction, parts: int, side: int) -> Comparison:
    """The table on cells of any side has an error of at most the modulus at ``δ``."""
    values = {x: ridge_maximum(slopes, x) for x in _cube(len(slopes[0]), parts)}
    return Comparison(lookup_error(values, side, last=False), "≤", modulus(values, mesh))


def lookup_promised(
    slopes: tuple[Point, ...], mesh: Fraction, parts: int, accuracy: Number
) -> Comparison:
    """The table on ``ceil(1/δ)^d`` cells has an error of at most the given ``ε``."""
    values = {x: ridge_maximum(slopes, x) for x in _cube(len(slopes[0]), parts)}
    return Comparison(lookup_error(values, ceil(1 / mesh), last=False), "≤", accuracy)


def diameter_of_cells(mesh: Fraction, dimension: int, parts: int) -> Comparison:
    """The points of one cell of the grid with ``ceil(1/δ)`` parts are at distance at most ``δ``."""
    side = ceil(1 / mesh)
    spread = max(
        largest(tuple(s - t for s, t in zip(x, y, strict=True)))
        for x, y in product(_cube(dimension, parts), repeat=2)
        if cell_of(x, side) == cell_of(y, side)
    )
    return Comparison(spread, "≤", mesh)


def diameter_of_a_point(mesh: Fraction, x: Point) -> Comparison:
    """A cell with one point has a diameter of at most ``δ``."""
    return Comparison(largest(tuple(s - t for s, t in zip(x, x, strict=True))), "≤", mesh)


def number_of_cells(mesh: Fraction, dimension: int) -> Comparison:
    """The number of cells, ``ceil(1/δ)^d``, is at least ``δ^-d``."""
    return Comparison(ceil(1 / mesh) ** dimension, "≥", (1 / mesh) ** dimension)


def cells_are_counted(side: int, dimension: int) -> Comparison:
    """The cells that contain points of a finer grid are ``k^d``."""
    found = {cell_of(x, side) for x in _cube(dimension, 2 * side)}
    return Comparison(len(found), "=", side**dimension)


def packing(mesh: Fraction, dimension: int) -> Comparison:
    """``k^d`` points, ``k = ceil(1/δ) ≥ 2``, are at mutual distances above ``δ``.

    No two of them are in one set of diameter ``δ``, so a cover has at least ``k^d`` members.
    """
    return packing_of(mesh, dimension, ceil(1 / mesh))


def packing_of(mesh: Fraction, dimension: int, side: int) -> Comparison:
    """``k^d`` points of a grid are at mutual distances above ``δ``, for any ``k ≥ 2``."""
    points = _cube(dimension, side - 1)
    assert len(points) == side**dimension
    apart = min(
        largest(tuple(s - t for s, t in zip(x, y, strict=True))) for x, y in combinations(points, 2)
    )
    return Comparison(apart, ">", mesh)


def cells_linear_in_dimension(mesh: Fraction, dimension: int) -> Comparison:
    """``ceil(d/δ)`` sets of diameter ``δ`` are enough for as many points as there are cells."""
    return Comparison(ceil(1 / mesh) ** dimension, "≤", ceil(dimension / mesh))


# ----- Boxes --------------------------------------------------------------------------------------


def threshold(t: Number) -> int:
    """Return ``1`` for ``t ≥ 0``, otherwise ``0``."""
    return int(t >= 0)


def box(a: Point, b: Point, x: Point, level: int | None = None) -> Comparison:
    """The indicator of the box is the threshold of the sum of the brackets minus ``d``."""
    level = len(x) if level is None else level
    inside = all(s <= t < u for s, t, u in zip(a, x, b, strict=True))
    brackets = (threshold(t - s) - threshold(t - u) for s, t, u in zip(a, x, b, strict=True))
    return Comparison(threshold(sum(brackets) - level), "=", int(inside))


def closed_box(a: Point, b: Point, x: Point) -> Comparison:
    """The indicator of the closed box is the same network."""
    inside = all(s <= t <= u for s, t, u in zip(a, x, b, strict=True))
    brackets = (threshold(t - s) - threshold(t - u) for s, t, u in zip(a, x, b, strict=True))
    return Comparison(threshold(sum(brackets) - len(x)), "=", int(inside))


def _boxes(dimension: int, side: int) -> Iterator[dict[str, Point]]:
    """Yield all boxes with corners on the grid, proper or not, with all points of the grid."""
    interval = list(product(range(side), repeat=3))
    for chosen in product(interval, repeat=dimension):
        a, x, b = zip(*chosen, strict=True)
        yield {"a": a, "b": b, "x": x}


# ----- Searches -----------------------------------------------------------------------------------


def _number(low: int = -3, high: int = 3, parts: int = 6) -> SearchStrategy[Fraction]:
    return st.parts(low, high, parts)


def _targets() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "values": st.lists(_number(), min_size=3, max_size=6).map(tuple),
        "units": st.integers(0, 2),
    }


def _networks() -> Mapping[str, SearchStrategy[Any]]:
    unit = st.tuples(_number(), st.integers(-1, 5))
    return {
        "values": st.lists(_number(), min_size=2, max_size=5).map(tuple),
        "units": st.lists(unit, max_size=3).map(tuple),
        "constant": _number(),
    }


def _small_targets() -> Iterator[dict[str, Any]]:
    for values in product((-1, 0, 1), repeat=4):
        for units in range(4):
            yield {"values": values, "units": units}


def _graphs() -> SearchStrategy[tuple[Point, ...]]:
    """Return a strategy for knots over ``[0, 1]``."""
    inside = st.lists(st.parts(0, 1, 10), max_size=4)

    def with_values(points: list[Fraction]) -> SearchStrategy[tuple[Point, ...]]:
        at = sorted({Fraction(0), *points, Fraction(1)})
        return st.tuples(*(_number(0, 1, 12) for _ in at)).map(
            lambda values: tuple(zip(at, values, strict=True))
        )

    return inside.flatmap(with_values)


def _accuracies() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "knots": _graphs(),
        "accuracy": _number(0, 2, 8).filter(lambda accuracy: accuracy >= Fraction(1, 8)),
    }


def _lookup_tables() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "table": st.tuples(*(st.integers(-3, 3) for _ in range(25))),
        "parts": st.just(4),
        "mesh": st.sampled_from(
            [Fraction(1, 4), Fraction(1, 3), Fraction(2, 5), _HALF, Fraction(1)]
        ),
        "last": st.booleans(),
    }


def _meshes(least: int) -> Iterator[dict[str, Any]]:
    for denominator in range(1, 8):
        for numerator in range(1, denominator + 1):
            for dimension in (1, 2, 3):
                mesh = Fraction(numerator, denominator)
                if least <= ceil(1 / mesh) and ceil(1 / mesh) ** dimension <= 64:
                    yield {"mesh": mesh, "dimension": dimension}


_PARABOLA: Point = tuple(Fraction(i * i, 256) for i in range(17))
_RAMP: tuple[Point, ...] = ((0, 0), (1, 1))
_MOUNTAIN: tuple[Point, ...] = ((0, 0), (_HALF, 1), (1, 0))
_CLIFF: tuple[Point, ...] = ((0, 0), (_HALF, 0), (Fraction(3, 5), 1), (1, 1))
_PLANE: tuple[Point, ...] = ((1, 1),)
_ROOF: tuple[Point, ...] = ((1, 0), (0, 1), (-1, 2))

_MODULES = ("DeepTheory.Approximation",)
_VALLEY: tuple[Point, ...] = ((0, 1), (_HALF, 0), (1, 1))
_LEAN_STEPS = "(stepNetwork (fun x : Rat => |2 * x - 1|) 4)"


def _lean_box(x: str) -> str:
    corners = "(fun _ : Fin 2 => (0 : Rat)) (fun i : Fin 2 => if i = 0 then 1 else 2)"
    return f"(boxNetwork {corners}).eval heaviside {x} 0"


CHECKS = (
    RowChecks(
        "ch02-approximation-problem",
        instances=(
            Instance("equality", norms_compared, {"values": (1, -1, 1, -1), "units": 0}),
            Instance("spike", norms_compared, {"values": (0, 0, 3, 0, 0), "units": 1}),
            Instance("parabola", norms_compared, {"values": _PARABOLA, "units": 3}),
            Instance("one-unit-more", more_units_help, {"values": _PARABOLA, "units": 3}),
            Instance("enough-units", enough_units, {"values": (1, -1, 1, -1), "units": 3}),
            Instance(
                "best-network",
                network_is_best,
                {
                    "values": (0, 0, 3, 0, 0),
                    "units": ((Fraction(3, 2), 2),),
                    "constant": 0,
                },
            ),
        ),
        searches=(
            Search("targets", norms_compared, _targets, cases=40),
            Exhaustion("small-targets", more_units_help, _small_targets),
            Search("networks", no_network_is_better, _networks, cases=40),
        ),
        controls=(
            Control(
                "norms-exchanged",
                "the two norms are exchanged",
                norms_exchanged,
                refuted_by={"values": (1, 0, 0), "units": 0},
                holds_for={"values": (1, -1), "units": 0},
            ),
            Control(
                "too-few-units",
                "there are fewer units than gaps between the points",
                enough_units,
                refuted_by={"values": (1, -1, 1, -1), "units": 2},
                holds_for={"values": (1, 1, 1, -1), "units": 2},
            ),
        ),
        plots=(
            Plot(
                "parabola",
                "Least errors of m threshold units for a parabola on 17 points",
                norms_compared,
                "units",
                tuple(range(12)),
                {"": {"values": _PARABOLA}},
                "number of units m",
                "squared error in the mean",
                "square of the largest error",
                "y",
            ),
        ),
    ),
    RowChecks(
        "ch02-universal-approximator",
        instances=(
            Instance("ramp", approximated, {"knots": _RAMP, "accuracy": Fraction(1, 100)}),
            Instance("mountain", approximated, {"knots": _MOUNTAIN, "accuracy": Fraction(1, 10)}),
            Instance("cliff", approximated, {"knots": _CLIFF, "accuracy": Fraction(1, 20)}),
        ),
        searches=(Search("functions", approximated, _accuracies, cases=30),),
        controls=(
            Control(
                "constants",
                "the class has the constants only",
                approximated_by_constants,
                refuted_by={"knots": _RAMP, "accuracy": Fraction(1, 4)},
                holds_for={"knots": _RAMP, "accuracy": _HALF},
                over=_accuracies,
            ),
            Control(
                "unbounded",
                "the domain is the half-line: one sum of units would have to serve all intervals",
                approximated_on_long_interval,
                refuted_by={"length": 12, "units": 3, "accuracy": Fraction(1)},
                holds_for={"length": 11, "units": 3, "accuracy": Fraction(1)},
                drops="compact",
            ),
        ),
    ),
    RowChecks(
        "ch02-lipschitz-step",
        instances=(
            Instance("ramp", step_error, {"knots": _RAMP, "accuracy": Fraction(1, 4)}),
            Instance("mountain", step_error, {"knots": _MOUNTAIN, "accuracy": Fraction(1, 3)}),
            Instance("cliff", step_error, {"knots": _CLIFF, "accuracy": Fraction(2, 5)}),
            Instance(
                "descent", step_error, {"knots": ((0, 1), (1, 0)), "accuracy": Fraction(1, 4)}
            ),
            Instance("constant", step_error, {"knots": ((0, 1), (1, 1)), "accuracy": Fraction(1)}),
        ),
        searches=(Search("functions", step_error, _accuracies, cases=40),),
        controls=(
            Control(
                "half-the-steps",
                "half as many steps are said to suffice",
                step_error_with,
                refuted_by={"knots": _RAMP, "count": 2, "accuracy": Fraction(1, 4)},
                holds_for={"knots": _RAMP, "count": 4, "accuracy": Fraction(1, 4)},
                drops="enough-units",
            ),
            Control(
                "steeper",
                "the function may be steeper than ρ",
                step_error_for,
                refuted_by={"knots": _CLIFF, "slope": 1, "accuracy": Fraction(1, 4)},
                holds_for={"knots": _RAMP, "slope": 1, "accuracy": Fraction(1, 4)},
                drops="lipschitz",
            ),
            Control(
                "negative-accuracy",
                "the accuracy may be negative",
                step_error_for,
                refuted_by={"knots": _RAMP, "slope": 1, "accuracy": -1},
                holds_for={"knots": _RAMP, "slope": 1, "accuracy": 1},
                drops="positive-accuracy",
            ),
        ),
        computations=(
            Computation(
                "between-steps",
                f"{_LEAN_STEPS}.eval heaviside (fun _ => 5 / 7) 0",
                "Rat",
                lambda: steps(interpolation(_VALLEY), 5)(Fraction(5, 7)),
                _MODULES,
            ),
            Computation(
                "on-a-step",
                f"{_LEAN_STEPS}.eval heaviside (fun _ => 2 / 5) 0",
                "Rat",
                lambda: steps(interpolation(_VALLEY), 5)(Fraction(2, 5)),
                _MODULES,
            ),
            Computation(
                "units",
                "(stepNetwork (fun x : Rat => x) 4).size",
                "Nat",
                lambda: len(steps(interpolation(_RAMP), 5).breaks),
                _MODULES,
            ),
        ),
        plots=(
            Plot(
                "number-of-steps",
                "Largest error of a step approximation",
                step_error_by_count,
                "count",
                tuple(range(1, 25)),
                {"mountain": {"knots": _MOUNTAIN}, "ramp": {"knots": _RAMP}},
                "number of steps m",
                "largest error",
                "ρ / m",
                "xy",
            ),
        ),
    ),
    RowChecks(
        "ch02-cell-lookup",
        instances=(
            Instance("plane", lookup, {"slopes": _PLANE, "mesh": Fraction(1, 3), "parts": 12}),
            Instance("roof", lookup, {"slopes": _ROOF, "mesh": _HALF, "parts": 8, "last": True}),
            Instance(
                "three-dimensions",
                lookup,
                {"slopes": ((1, -1, 2), (0, 0, 0)), "mesh": _HALF, "parts": 4},
            ),
            Instance(
                "cells-are-small",
                diameter_of_cells,
                {"mesh": Fraction(2, 5), "dimension": 2, "parts": 9},
            ),
        ),
        searches=(Search("tables", lookup_of_table, _lookup_tables, cases=40),),
        controls=(
            Control(
                "larger-cells",
                "the cells have twice the diameter",
                lookup_coarse,
                refuted_by={"slopes": _PLANE, "mesh": Fraction(1, 4), "parts": 8, "side": 2},
                holds_for={"slopes": _PLANE, "mesh": Fraction(1, 4), "parts": 8, "side": 4},
            ),
            Control(
                "negative-mesh",
                "the mesh may be negative: then no cell at all is small enough",
                diameter_of_a_point,
                refuted_by={"mesh": -_HALF, "x": (_HALF, _HALF)},
                holds_for={"mesh": _HALF, "x": (_HALF, _HALF)},
                drops="positive-mesh",
            ),
            Control(
                "any-accuracy",
                "the function may vary by more than ε over a distance δ",
                lookup_promised,
                refuted_by={
                    "slopes": _PLANE,
                    "mesh": Fraction(1, 4),
                    "parts": 8,
                    "accuracy": Fraction(1, 8),
                },
                holds_for={"slopes": _PLANE, "mesh": Fraction(1, 4), "parts": 8, "accuracy": _HALF},
                drops="modulus",
            ),
        ),
    ),
    RowChecks(
        "ch02-grid-count",
        instances=(
            Instance("cells", cells_are_counted, {"side": 3, "dimension": 3}),
            Instance("equality", number_of_cells, {"mesh": Fraction(1, 4), "dimension": 5}),
            Instance("rounded", number_of_cells, {"mesh": Fraction(2, 5), "dimension": 10}),
            Instance("packing", packing, {"mesh": Fraction(1, 3), "dimension": 3}),
            Instance("barely-apart", packing, {"mesh": Fraction(49, 100), "dimension": 2}),
        ),
        searches=(
            Exhaustion("numbers", number_of_cells, lambda: _meshes(1)),
            Exhaustion("packings", packing, lambda: _meshes(2)),
        ),
        controls=(
            Control(
                "linear-in-dimension",
                "as few as ceil(d/δ) cells are said to suffice",
                cells_linear_in_dimension,
                refuted_by={"mesh": Fraction(49, 100), "dimension": 2},
                holds_for={"mesh": Fraction(49, 100), "dimension": 1},
            ),
            Control(
                "more-points",
                "one point more in each direction is said to have room",
                packing_of,
                refuted_by={"mesh": Fraction(2, 5), "dimension": 2, "side": 4},
                holds_for={"mesh": Fraction(2, 5), "dimension": 2, "side": 3},
            ),
            Control(
                "negative-mesh",
                "the mesh may be negative",
                number_of_cells,
                refuted_by={"mesh": Fraction(-2, 5), "dimension": 2},
                holds_for={"mesh": Fraction(2, 5), "dimension": 2},
                drops="mesh",
            ),
        ),
        computations=(
            Computation(
                "cells",
                "Fintype.card (Fin 3 → Fin 2)",
                "Nat",
                lambda: cells_are_counted(2, 3).left,
                _MODULES,
            ),
        ),
        plots=(
            Plot(
                "dimensions",
                "The number of cells grows exponentially with the dimension",
                number_of_cells,
                "dimension",
                tuple(range(1, 11)),
                {
                    "δ = 2/5": {"mesh": Fraction(2, 5)},
                    "δ = 1/10": {"mesh": Fraction(1, 10)},
                },
                "dimension",
                "cells",
                "δ^-d",
                "y",
            ),
        ),
    ),
    RowChecks(
        "ch02-box-bump-threshold",
        instances=(
            Instance("corner", box, {"a": (0, 0), "b": (1, 2), "x": (0, 0)}),
            Instance("far-corner", box, {"a": (0, 0), "b": (1, 2), "x": (1, 2)}),
            Instance("one-coordinate-outside", box, {"a": (0, 0), "b": (1, 1), "x": (_HALF, 3)}),
            Instance("empty-box", box, {"a": (1, 0), "b": (0, 1), "x": (_HALF, _HALF)}),
        ),
        searches=(
            Exhaustion("interval", box, lambda: _boxes(1, 5)),
            Exhaustion("plane", box, lambda: _boxes(2, 3), thorough=lambda: _boxes(2, 5)),
        ),
        controls=(
            Control(
                "lower-level",
                "the threshold is d - 1",
                box,
                refuted_by={"a": (0, 0), "b": (1, 1), "x": (_HALF, 3), "level": 1},
                holds_for={"a": (0, 0), "b": (1, 1), "x": (_HALF, _HALF), "level": 1},
            ),
            Control(
                "closed-box",
                "the box contains its upper faces",
                closed_box,
                refuted_by={"a": (0,), "b": (1,), "x": (1,)},
                holds_for={"a": (0,), "b": (1,), "x": (0,)},
            ),
        ),
        computations=(
            Computation(
                "inside",
                _lean_box("(fun i => if i = 0 then 0 else 3 / 2)"),
                "Rat",
                lambda: Fraction(box((0, 0), (1, 2), (0, Fraction(3, 2))).left),
                _MODULES,
            ),
            Computation(
                "upper-face",
                _lean_box("(fun i => if i = 0 then 1 / 2 else 2)"),
                "Rat",
                lambda: Fraction(box((0, 0), (1, 2), (_HALF, 2)).left),
                _MODULES,
            ),
        ),
    ),
)
