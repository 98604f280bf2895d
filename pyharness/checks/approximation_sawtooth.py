"""Checks of chapter 3: sawtooth functions, their sums and compositions, and univariate networks.

The sawtooth number of a piecewise affine function is the least number of intervals, single points
among them, on each of which it is affine. It is found from left to right, and for small functions
by trying all partitions. Functions may jump.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise, product
from math import prod
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.approximation_depth import (
    iterate,
    iterate_from_zero,
    jumping,
    networks,
    numbers,
    tents,
)
from pyharness.checks.approximation_piecewise import (
    IDENTITY,
    RELU,
    Cell,
    Network,
    PiecewiseAffine,
    cells,
    combination,
    composed,
    evaluate,
    pieces,
    piecewise,
    plane_cells,
    size,
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
    from collections.abc import Mapping, Sequence

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

Number = Fraction | int

_HALF = Fraction(1, 2)


# ----- Sawtooth functions -------------------------------------------------------------------------


def partition_number(f: PiecewiseAffine) -> int:
    """Return the least number of intervals by trying all ways to join neighbouring cells."""
    line = list(cells(f))
    for cuts in range(len(line)):
        for places in combinations(range(1, len(line)), cuts):
            runs = [line[a:b] for a, b in pairwise((0, *places, len(line)))]
            if all(_affine_on(run) for run in runs):
                return cuts + 1
    raise AssertionError("cells are affine")


def _affine_on(run: Sequence[Cell]) -> bool:
    """Say whether some line agrees with all cells: that of an interval, or any through a point."""
    lines = {cell.line for cell in run if not cell.is_point} or {run[0].line}
    return any(all(cell.allows(line) for cell in run) for line in lines)


def is_sawtooth(f: PiecewiseAffine, number: int) -> Comparison:
    """The least number of intervals on which the function is affine, from all partitions."""
    return Comparison(partition_number(f), "=", number)


def left_to_right(f: PiecewiseAffine) -> Comparison:
    """Pieces as long as possible, from left to right, are as few as possible."""
    return Comparison(pieces(f), "=", partition_number(f))


def joined(f: PiecewiseAffine, number: int) -> Comparison:
    """The least number of intervals if points may not be pieces of their own.

    The value at a break is then that of the line to the right.
    """
    values = tuple(line[0] * b + line[1] for b, line in zip(f.breaks, f.lines[1:], strict=True))
    return Comparison(partition_number(PiecewiseAffine(f.breaks, f.lines, values)), "=", number)


def tent_numbers(depth: int) -> Comparison:
    """The iterate needs ``2^k + 2`` pieces on the line and ``2^k`` on ``[0, 1]``."""
    f = iterate_from_zero(depth)
    return Comparison((pieces(f), pieces(f, 0, 1)), "=", (2**depth + 2, 2**depth))


def tent_needs(number: int, depth: int) -> Comparison:
    """The iterate is affine on each of so many intervals of the line."""
    return Comparison(pieces(iterate(depth)), "≤", number)


def sum_rule(f: PiecewiseAffine, g: PiecewiseAffine) -> Comparison:
    """``f + g`` has at most ``s + t - 1`` pieces."""
    sum_ = combination([(1, f), (1, g)])
    return Comparison(pieces(sum_), "≤", pieces(f) + pieces(g) - 1)


def sum_rule_largest(f: PiecewiseAffine, g: PiecewiseAffine) -> Comparison:
    """``f + g`` has at most ``max(s, t)`` pieces."""
    return Comparison(pieces(combination([(1, f), (1, g)])), "≤", max(pieces(f), pieces(g)))


def sum_rule_of_breakpoints(f: PiecewiseAffine, g: PiecewiseAffine) -> Comparison:
    """``f + g`` has at most ``s + t - 1`` cut points when ``f`` and ``g`` have ``s`` and ``t``."""
    sum_ = combination([(1, f), (1, g)])
    return Comparison(pieces(sum_) - 1, "≤", pieces(f) - 1 + pieces(g) - 1 - 1)


def combination_rule(
    functions: tuple[PiecewiseAffine, ...], weights: tuple[Number, ...]
) -> Comparison:
    """A linear combination has at most ``1 + Σ (t_i - 1)`` pieces."""
    sum_ = combination(zip(weights, functions, strict=True))
    return Comparison(pieces(sum_), "≤", 1 + sum(pieces(f) - 1 for f in functions))


def composition_rule(f: PiecewiseAffine, g: PiecewiseAffine) -> Comparison:
    """``f ∘ g`` has at most ``s t`` pieces."""
    return Comparison(pieces(composed(f, g)), "≤", pieces(f) * pieces(g))


def composition_rule_sum(f: PiecewiseAffine, g: PiecewiseAffine) -> Comparison:
    """``f ∘ g`` has at most ``s + t`` pieces."""
    return Comparison(pieces(composed(f, g)), "≤", pieces(f) + pieces(g))


def composition_values(f: PiecewiseAffine, g: PiecewiseAffine) -> Comparison:
    """The composition has the values ``f(g(x))`` at its breaks and around them."""
    h = composed(f, g)
    at = sorted({b + shift for b in h.breaks or (0,) for shift in (-1, 0, Fraction(1, 7), 1)})
    return Comparison({x: h(x) for x in at}, "=", {x: f(g(x)) for x in at})


# ----- Networks -----------------------------------------------------------------------------------


def layers_multiply(network: Network) -> Comparison:
    """The network has at most ``Π 2 m_l`` affine pieces."""
    bound = prod(2 * len(layer) for layer in network[:-1])
    return Comparison(pieces(piecewise(network)), "≤", bound)


def layers_multiply_with(network: Network, activation: PiecewiseAffine) -> Comparison:
    """With the given activation the network has at most ``Π 2 m_l`` affine pieces."""
    bound = prod(2 * len(layer) for layer in network[:-1])
    return Comparison(pieces(piecewise(network, activation)), "≤", bound)


def balanced_layers(widths: tuple[int, ...]) -> Comparison:
    """``Π 2 m_l`` is at most ``(2m / L)^L``."""
    total, depth = sum(widths), len(widths)
    return Comparison(prod(2 * m for m in widths), "≤", Fraction(2 * total, depth) ** depth)


def twice_the_units(depth: int) -> Comparison:
    """The iterate has at most as many pieces as twice the number of its units."""
    return Comparison(pieces(iterate(depth)), "≤", 2 * size(tents(depth)))


def two_inputs(count: int) -> Comparison:
    """One layer of units on the plane has at most ``2 m`` affine pieces, one for each cell."""
    lines = tuple(((2 * i, -1), -i * i) for i in range(count))
    return Comparison(len(plane_cells(lines)), "≤", 2 * count)


def pieces_against_bound(depth: int) -> Comparison:
    """The iterate has at most as many pieces as its layers, of two units and of one, allow."""
    return layers_multiply(tents(depth))


# ----- Searches -----------------------------------------------------------------------------------


def _pairs() -> Mapping[str, SearchStrategy[Any]]:
    return {"f": jumping(-2, 2, 2), "g": jumping(-2, 2, 2)}


def _families() -> Mapping[str, SearchStrategy[Any]]:
    three = [jumping(-2, 2, 2) for _ in range(3)]
    return {"functions": st.tuples(*three), "weights": st.tuples(*(numbers() for _ in range(3)))}


def _small_networks() -> Mapping[str, SearchStrategy[Any]]:
    widths = st.lists(st.integers(1, 3), min_size=1, max_size=3).map(tuple)
    return {"network": networks(widths)}


_ABSOLUTE = PiecewiseAffine((0,), ((-1, 0), (1, 0)), (0,))
_LATER = PiecewiseAffine((1,), ((0, 0), (1, -1)), (0,))
_POINT = PiecewiseAffine((0,), ((0, 0), (0, 0)), (1,))
_CLIPPED = PiecewiseAffine((0, 1), ((0, 0), (1, 0), (0, 1)), (0, 1))
_DEEP: Network = ((((1,), 0), ((1,), -1)), (((1, -2), 0), ((-1, 3), 1)), (((2, -1), 0),))
_ONE_UNIT: Network = ((((1,), 0),), (((1,), 0),))
_EMPTY: Network = ((), (((), 1),))

_MODULES = ("DeepTheory.Approximation",)
_LEAN_DEEP = (
    "(.layer (k := 2) (fun _ _ => 1) (fun i => if i = 0 then 0 else -1)"
    " (.layer (k := 2) (fun i j => if i = 0 then (if j = 0 then 1 else -2)"
    " else if j = 0 then -1 else 3) (fun i => if i = 0 then 0 else 1)"
    " (.affine (fun _ j => if j = 0 then 2 else -1) 0)) : Network Rat 1 1)"
)

CHECKS = (
    RowChecks(
        "ch03-sawtooth-def",
        instances=(
            Instance("affine", is_sawtooth, {"f": IDENTITY, "number": 1}),
            Instance("relu", is_sawtooth, {"f": RELU, "number": 2}),
            Instance("threshold", is_sawtooth, {"f": step(0), "number": 2}),
            Instance("exceptional-point", is_sawtooth, {"f": _POINT, "number": 3}),
            Instance("tent", is_sawtooth, {"f": iterate(1), "number": 4}),
        ),
        searches=(
            Search("left-to-right", left_to_right, lambda: {"f": jumping(-2, 2, 3)}, cases=40),
        ),
        controls=(
            Control(
                "cut-points-counted",
                "the number counts cut points instead of intervals",
                sum_rule_of_breakpoints,
                refuted_by={"f": RELU, "g": _LATER},
                holds_for={"f": RELU, "g": RELU},
            ),
            Control(
                "no-points",
                "single points may not be intervals of the partition",
                joined,
                refuted_by={"f": _POINT, "number": 3},
                holds_for={"f": RELU, "number": 2},
            ),
        ),
    ),
    RowChecks(
        "ch03-tent-sawtooth-number",
        instances=(
            Instance("tent", tent_numbers, {"depth": 1}),
            Instance("three-modules", tent_numbers, {"depth": 3}),
            Instance("nine-modules", tent_numbers, {"depth": 9}),
            Instance("all-partitions", is_sawtooth, {"f": iterate(2), "number": 6}),
        ),
        searches=(
            Exhaustion(
                "depths",
                tent_numbers,
                lambda: ({"depth": k} for k in range(1, 8)),
                thorough=lambda: ({"depth": k} for k in range(1, 12)),
            ),
        ),
        controls=(
            Control(
                "three-pieces",
                "the tent map is said to be 3-sawtooth",
                tent_needs,
                refuted_by={"depth": 1, "number": 3},
                holds_for={"depth": 1, "number": 4},
            ),
            Control(
                "no-module",
                "the number of modules may be zero",
                tent_numbers,
                refuted_by={"depth": 0},
                holds_for={"depth": 1},
                drops="positive-depth",
            ),
        ),
    ),
    RowChecks(
        "ch03-sawtooth-sum",
        instances=(
            Instance("two-hinges", sum_rule, {"f": RELU, "g": _LATER}),
            Instance("common-hinge", sum_rule, {"f": RELU, "g": _ABSOLUTE}),
            Instance("point-and-threshold", sum_rule, {"f": _POINT, "g": step(1)}),
            Instance(
                "three-functions",
                combination_rule,
                {"functions": (RELU, _LATER, step(-1)), "weights": (1, -2, Fraction(1, 3))},
            ),
            Instance(
                "cancelled",
                combination_rule,
                {"functions": (iterate(3), iterate(3)), "weights": (1, -1)},
            ),
        ),
        searches=(
            Search("pairs", sum_rule, _pairs, cases=40),
            Search("combinations", combination_rule, _families, cases=30),
        ),
        controls=(
            Control(
                "larger-number",
                "the sum is said to need only as many pieces as one of the functions",
                sum_rule_largest,
                refuted_by={"f": RELU, "g": _LATER},
                holds_for={"f": RELU, "g": RELU},
            ),
        ),
    ),
    RowChecks(
        "ch03-sawtooth-composition",
        instances=(
            Instance(
                "zigzag",
                composition_rule,
                {"f": _ABSOLUTE, "g": combination([(1, _ABSOLUTE)], -1)},
            ),
            Instance("tent-of-tent", composition_rule, {"f": iterate(1), "g": iterate(1)}),
            Instance(
                "relu-of-jumps",
                composition_rule,
                {"f": RELU, "g": combination([(1, IDENTITY), (-3, step(2))])},
            ),
            Instance("relu-of-a-line", composition_rule, {"f": RELU, "g": IDENTITY}),
            Instance("constant-inside", composition_values, {"f": _POINT, "g": RELU}),
        ),
        searches=(
            Search("pairs", composition_rule, _pairs, cases=25),
            Search("values", composition_values, _pairs, cases=15),
        ),
        controls=(
            Control(
                "sum-of-the-numbers",
                "the numbers are added instead of multiplied",
                composition_rule_sum,
                refuted_by={"f": iterate(2), "g": iterate(2)},
                holds_for={"f": iterate(1), "g": iterate(1)},
            ),
        ),
    ),
    RowChecks(
        "ch03-sawtooth-network-bound",
        instances=(
            Instance("one-unit", layers_multiply, {"network": _ONE_UNIT}),
            Instance("two-layers", layers_multiply, {"network": _DEEP}),
            Instance("three-modules", layers_multiply, {"network": tents(3)}),
            Instance("unequal-widths", balanced_layers, {"widths": (1, 5, 2)}),
            Instance("equal-widths", balanced_layers, {"widths": (3, 3, 3)}),
        ),
        searches=(
            Search("networks", layers_multiply, _small_networks, cases=40),
            Exhaustion(
                "widths",
                balanced_layers,
                lambda: (
                    {"widths": widths}
                    for depth in (1, 2, 3)
                    for widths in product(range(1, 6), repeat=depth)
                ),
            ),
        ),
        controls=(
            Control(
                "twice-the-units",
                "the bound is said to be 2m for every depth",
                twice_the_units,
                refuted_by={"depth": 5},
                holds_for={"depth": 4},
            ),
            Control(
                "two-inputs",
                "the network has two inputs",
                two_inputs,
                refuted_by={"count": 4},
                holds_for={"count": 1},
                drops="univariate",
            ),
            Control(
                "three-pieces",
                "the activation has three pieces",
                layers_multiply_with,
                refuted_by={"network": _ONE_UNIT, "activation": _CLIPPED},
                holds_for={"network": _ONE_UNIT, "activation": _ABSOLUTE},
                drops="two-piece-activation",
            ),
            Control(
                "empty-layer",
                "a layer may be empty",
                layers_multiply,
                refuted_by={"network": _EMPTY},
                holds_for={"network": _ONE_UNIT},
                drops="nonempty-layers",
            ),
        ),
        computations=(
            Computation(
                "value",
                f"{_LEAN_DEEP}.eval relu (fun _ => 9 / 5) 0",
                "Rat",
                lambda: evaluate(_DEEP, [Fraction(9, 5)]),
                _MODULES,
            ),
            Computation(
                "bound",
                f"{_LEAN_DEEP}.widths.foldProd fun w => 2 * w",
                "Nat",
                lambda: prod(2 * len(layer) for layer in _DEEP[:-1]),
                _MODULES,
            ),
            Computation(
                "bound-of-modules",
                "(tentNetwork Rat 3).widths.foldProd fun w => 2 * w",
                "Nat",
                lambda: prod(2 * len(layer) for layer in tents(3)[:-1]),
                _MODULES,
            ),
            Computation("units", f"{_LEAN_DEEP}.size", "Nat", lambda: size(_DEEP), _MODULES),
        ),
        plots=(
            Plot(
                "iterates",
                "Pieces of the iterated tent map and the bound for its layers",
                pieces_against_bound,
                "depth",
                tuple(range(1, 10)),
                {"": {}},
                "number of modules",
                "pieces",
                "bound",
                "y",
            ),
        ),
    ),
)
