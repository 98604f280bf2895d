"""Checks of chapter 7: halfspaces, Radon's theorem and networks with sign activations.

Whether labels are separated by a halfspace is decided exactly, by eliminating one coefficient after
the other from the inequalities (Fourier and Motzkin). Definitions are written as the book has them.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import combinations, combinations_with_replacement, pairwise, product
from math import comb, prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["CHECKS"]

#: A point with rational coordinates.
Point = tuple[Fraction | int, ...]
#: ``coefficients · z > 0`` when strict, otherwise ``≥ 0``.
Inequality = tuple[tuple[Fraction, ...], bool]


# ----- Inequalities -------------------------------------------------------------------------------


def solvable(inequalities: Iterable[Inequality], unknowns: int) -> bool:
    """Say whether homogeneous linear inequalities have a common solution."""
    system = set(inequalities)
    for index in range(unknowns):
        kept = {item for item in system if item[0][index] == 0}
        lower = [item for item in system if item[0][index] > 0]
        upper = [item for item in system if item[0][index] < 0]
        for (above, strict), (below, strictly) in product(lower, upper):
            row = tuple(
                x * -below[index] + y * above[index] for x, y in zip(above, below, strict=True)
            )
            scale = max(map(abs, row)) or 1
            kept.add((tuple(x / scale for x in row), strict or strictly))
        system = kept
    return not any(strict for _, strict in system)


def separated(points: Sequence[Point], labels: Sequence[int]) -> bool:
    """Say whether some ``a, b`` has ``a·x + b ≥ 0`` exactly at the points with label 1."""
    rows = [tuple(map(Fraction, (*x, 1))) for x in points]
    return solvable(
        (
            (row if label else tuple(-v for v in row), not label)
            for row, label in zip(rows, labels, strict=True)
        ),
        len(rows[0]) if rows else 0,
    )


@cache
def halfspace_patterns(points: tuple[Point, ...]) -> frozenset[tuple[int, ...]]:
    """Return the labellings of the points by halfspaces."""
    return frozenset(
        labels for labels in product((0, 1), repeat=len(points)) if separated(points, labels)
    )


def simplex(dimension: int) -> tuple[Point, ...]:
    """Return the origin and the unit vectors."""
    unit = [tuple(int(i == j) for j in range(dimension)) for i in range(dimension)]
    return (tuple(0 for _ in range(dimension)), *unit)


def grid(side: int, dimension: int) -> list[Point]:
    """Return the points with coordinates ``0, ..., side - 1``."""
    return list(product(range(side), repeat=dimension))


# ----- Halfspaces ---------------------------------------------------------------------------------


def shattered(points: tuple[Point, ...]) -> Comparison:
    """All labellings of the points are realized by halfspaces."""
    return Comparison(len(halfspace_patterns(points)), "=", 2 ** len(points))


def explicit_shattering(dimension: int) -> Comparison:
    """With ``b = y(0)`` and ``a_i = y(e_i) - b``, all signs occur at the simplex."""
    points = simplex(dimension)
    found = set()
    for signs in product((1, -1), repeat=len(points)):
        offset, slopes = signs[0], [sign - signs[0] for sign in signs[1:]]
        found.add(
            tuple(sum(a * t for a, t in zip(slopes, x, strict=True)) + offset >= 0 for x in points)
        )
    return Comparison(len(found), "=", 2 ** (dimension + 1))


def not_shattered(points: tuple[Point, ...]) -> Comparison:
    """The points are not shattered by halfspaces."""
    return Comparison(len(halfspace_patterns(points)), "<", 2 ** len(points))


def general_position(p: Point, q: Point, r: Point) -> Comparison:
    """Three points of the plane are shattered exactly when they do not lie on a line."""
    area = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    return Comparison(shattered((p, q, r)).holds, "=", area != 0)


# ----- Radon --------------------------------------------------------------------------------------


def affine_relation(points: Sequence[Point]) -> list[Fraction] | None:
    """Find coefficients, not all zero, with sum zero and ``sum of c_i x_i = 0``."""
    rows = [[Fraction(1) for _ in points]]
    rows += [[Fraction(x[j]) for x in points] for j in range(len(points[0]))]
    pivots: list[int] = []
    for column in range(len(points)):
        rest = [i for i in range(len(pivots), len(rows)) if rows[i][column]]
        if not rest:
            solution = [Fraction(0)] * len(points)
            solution[column] = Fraction(1)
            for i, pivot in enumerate(pivots):
                solution[pivot] = -rows[i][column]
            return solution
        place = len(pivots)
        rows[place], rows[rest[0]] = rows[rest[0]], rows[place]
        lead = rows[place][column]
        rows[place] = [v / lead for v in rows[place]]
        for i, row in enumerate(rows):
            if i != place and row[column]:
                factor = row[column]
                rows[i] = [v - factor * w for v, w in zip(row, rows[place], strict=True)]
        pivots.append(column)
    return None


def radon(points: tuple[Point, ...]) -> Comparison:
    """The points fall into two parts with a common point of their convex hulls."""
    relation = affine_relation(points)
    if relation is None:
        return Comparison((), "=", (1,))
    hulls = []
    for sign in (1, -1):
        weights = [max(sign * c, Fraction(0)) for c in relation]
        total = sum(weights)
        meeting = [
            sum((w * x[j] for w, x in zip(weights, points, strict=True)), Fraction(0)) / total
            for j in range(len(points[0]))
        ]
        hulls.append((sum(w / total for w in weights), *meeting))
    return Comparison(hulls[0], "=", hulls[1])


# ----- Sign networks ------------------------------------------------------------------------------


def parameters(widths: Sequence[int]) -> int:
    """Return the number of weights and biases of a network with these widths."""
    return sum(after * (before + 1) for before, after in pairwise(widths))


def numbers_of(widths: Sequence[int]) -> list[tuple[int, int, int]]:
    """List the weights and biases: layer, unit, and input; the bias has the number of inputs."""
    return [
        (layer, unit, entry)
        for layer, (before, after) in enumerate(pairwise(widths))
        for unit in range(after)
        for entry in range(before + 1)
    ]


def counted_parameters(widths: tuple[int, ...]) -> Comparison:
    """The number of parameters is that of all weights and biases, one after the other."""
    return Comparison(parameters(widths), "=", len(numbers_of(widths)))


def counted_weights(widths: tuple[int, ...]) -> Comparison:
    """The number of parameters is that of all weights."""
    weights = [w for w in numbers_of(widths) if w[2] < widths[w[0]]]
    return Comparison(parameters(widths), "=", len(weights))


def unit_bound(number: int, inputs: int) -> int:
    """Return the Sauer-Shelah bound of one unit on ``number`` points."""
    return sum(comb(number, i) for i in range(inputs + 2))


def product_bound(number: int, widths: Sequence[int]) -> int:
    """Return the product over all units."""
    return prod(
        unit_bound(number, before) for before, after in pairwise(widths) for _ in range(after)
    )


def layer_outputs(points: tuple[Point, ...], width: int) -> set[tuple[Point, ...]]:
    """Return what a layer can make of the points: tuples of points with coordinates 1 and -1."""
    units = [[2 * y - 1 for y in pattern] for pattern in halfspace_patterns(points)]
    return {tuple(zip(*chosen, strict=True)) for chosen in product(units, repeat=width)}


def network_patterns(points: tuple[Point, ...], widths: Sequence[int]) -> set[tuple[Point, ...]]:
    """Return what a network can make of the points."""
    found = {points}
    for width in widths:
        found = set().union(*(layer_outputs(inputs, width) for inputs in found))
    return found


def one_unit(points: tuple[Point, ...]) -> Comparison:
    """A network of one unit has the patterns of the halfspaces, with -1 in place of 0."""
    patterns = {tuple((value[0] + 1) // 2 for value in p) for p in network_patterns(points, (1,))}
    return Comparison(sorted(patterns), "=", sorted(halfspace_patterns(points)))


def network_growth(points: tuple[Point, ...], widths: tuple[int, ...]) -> Comparison:
    """The patterns are at most the product of the bounds of the units."""
    inputs = len(points[0])
    patterns = network_patterns(points, widths)
    return Comparison(len(patterns), "≤", product_bound(len(points), (inputs, *widths)))


def parameter_bound(number: int, widths: tuple[int, ...]) -> Comparison:
    """The product of the bounds of the units is at most ``(N + 1)^W``."""
    bound = (number + 1) ** parameters(widths)
    return Comparison(product_bound(number, widths), "≤", bound)


def network_bound(points: tuple[Point, ...], widths: tuple[int, ...]) -> Comparison:
    """The patterns are at most ``(N + 1)^W``."""
    patterns = network_patterns(points, widths)
    bound = (len(points) + 1) ** parameters((len(points[0]), *widths))
    return Comparison(len(patterns), "≤", bound)


def unit_count_bound(points: tuple[Point, ...], widths: tuple[int, ...]) -> Comparison:
    """The same with the number of units in place of W."""
    patterns = network_patterns(points, widths)
    return Comparison(len(patterns), "≤", (len(points) + 1) ** sum(widths))


def labellings_bound(points: tuple[Point, ...], widths: tuple[int, ...]) -> Comparison:
    """The patterns are at most the labellings with two labels."""
    return Comparison(len(network_patterns(points, widths)), "≤", 2 ** len(points))


def any_activation(number: int) -> Comparison:
    """The same for one unit on the line with any function in place of the sign.

    Such a unit, with weight 1 and bias 0, takes all values at distinct points.
    """
    patterns = set(product((-1, 1), repeat=number))
    return Comparison(len(patterns), "≤", (number + 1) ** parameters((1, 1)))


_MODULES = ("DeepTheory.Generalization.SignNetwork", "DeepTheory.Algebra.Rat.Basic")
_LINE = tuple((x,) for x in range(6))
_PLANE: tuple[Point, ...] = ((0, 0), (1, 0), (0, 1), (Fraction(5, 2), Fraction(7, 3)))


CHECKS = (
    RowChecks(
        "ch07-halfspaces-vc",
        instances=(
            Instance("line", shattered, {"points": simplex(1)}),
            Instance("plane", shattered, {"points": simplex(2)}),
            Instance("space", shattered, {"points": simplex(3)}),
            Instance("coefficients", explicit_shattering, {"dimension": 6}),
            Instance("four-in-the-plane", not_shattered, {"points": _PLANE}),
            Instance("five-in-space", not_shattered, {"points": (*simplex(3), (2, 3, 5))}),
            Instance("general-position", general_position, {"p": (0, 0), "q": (1, 1), "r": (2, 3)}),
        ),
        searches=(
            Exhaustion(
                "three-on-the-line",
                not_shattered,
                lambda: ({"points": points} for points in combinations(grid(6, 1), 3)),
            ),
            Exhaustion(
                "four-in-the-plane",
                not_shattered,
                lambda: ({"points": points} for points in combinations(grid(3, 2), 4)),
                lambda: ({"points": points} for points in combinations(grid(4, 2), 4)),
            ),
            Exhaustion(
                "general-position",
                general_position,
                lambda: ({"p": p, "q": q, "r": r} for p, q, r in combinations(grid(3, 2), 3)),
            ),
        ),
        controls=(
            Control(
                "dimension-d",
                "the VC dimension is d",
                not_shattered,
                refuted_by={"points": simplex(2)},
                holds_for={"points": ((0, 0), (1, 1), (2, 2))},
            ),
            Control(
                "any-three-points",
                "any three points of the plane are shattered",
                shattered,
                refuted_by={"points": ((0, 0), (1, 1), (2, 2))},
                holds_for={"points": ((0, 0), (1, 1), (2, 3))},
            ),
        ),
        computations=(
            Computation(
                "corners-of-the-square",
                "VC.vcDim (([-2, 0, 2] : List Int).flatMap fun a => ([-2, 0, 2] : List Int).flatMap"
                " fun c => ([-1, 1] : List Int).map fun b => fun i : Fin 4 =>"
                " decide (0 ≤ (if i.val % 2 = 1 then a else 0) + (if 2 ≤ i.val then c else 0) + b))"
                " (List.finRange 4)",
                "Nat",
                lambda: max(
                    size
                    for size in range(5)
                    for points in combinations(grid(2, 2), size)
                    if shattered(points).holds
                ),
                ("DeepTheory.Generalization.VCComputation",),
            ),
        ),
    ),
    RowChecks(
        "ch07-radon",
        instances=(
            Instance("triangle-and-point", radon, {"points": ((0, 0), (4, 0), (0, 4), (1, 1))}),
            Instance("fractions", radon, {"points": _PLANE}),
            Instance("repeated", radon, {"points": ((1, 2), (1, 2), (0, 0), (3, 1))}),
            Instance("space", radon, {"points": (*simplex(3), (2, 3, 5))}),
        ),
        searches=(
            Exhaustion(
                "on-the-line",
                radon,
                lambda: ({"points": points} for points in product(grid(4, 1), repeat=3)),
            ),
            Exhaustion(
                "in-the-plane",
                radon,
                lambda: (
                    {"points": points} for points in combinations_with_replacement(grid(3, 2), 4)
                ),
            ),
            Search(
                "in-space",
                radon,
                lambda: {"points": st.tuples(*[st.tuples(*[st.integers(-9, 9)] * 3)] * 5)},
            ),
        ),
        controls=(
            Control(
                "one-point-less",
                "there are only d + 1 points",
                radon,
                refuted_by={"points": simplex(2)},
                holds_for={"points": ((0, 0), (1, 1), (2, 2))},
                drops="points",
            ),
        ),
        computations=(
            Computation(
                "common-point",
                "(∑ i : Fin 3, (if i = 0 then 1 / 2 else 1 / 4) * (if i = 2 then 4 else 0) : Rat)",
                "Rat",
                lambda: radon(((0, 0), (4, 0), (0, 4), (1, 1))).left[2],
                ("DeepTheory.Generalization.Halfspace", "DeepTheory.Algebra.Rat.Basic"),
            ),
        ),
    ),
    RowChecks(
        "ch07-sign-network",
        instances=(
            Instance("one-unit-is-a-halfspace", one_unit, {"points": _PLANE}),
            Instance("one-unit-on-the-line", one_unit, {"points": _LINE}),
            Instance("one-unit-of-no-points", one_unit, {"points": ()}),
            Instance("counted", counted_parameters, {"widths": (2, 3, 4, 1)}),
        ),
        searches=(
            Exhaustion(
                "three-points",
                one_unit,
                lambda: ({"points": points} for points in combinations(grid(3, 2), 3)),
            ),
            Exhaustion(
                "widths",
                counted_parameters,
                lambda: (
                    {"widths": widths}
                    for k in range(1, 5)
                    for widths in product((1, 2, 3), repeat=k)
                ),
            ),
        ),
        controls=(
            Control(
                "without-biases",
                "the biases are not counted",
                counted_weights,
                refuted_by={"widths": (2, 3, 1)},
                holds_for={"widths": (2,)},
            ),
        ),
        computations=(
            Computation(
                "parameters",
                "VC.signParameters 2 [3, 4, 1]",
                "Nat",
                lambda: parameters((2, 3, 4, 1)),
                _MODULES,
            ),
            Computation("sign", "VC.sgn (-3 / 2 : Rat)", "Rat", lambda: -1, _MODULES),
            Computation("sign-of-zero", "VC.sgn (0 : Rat)", "Rat", lambda: 1, _MODULES),
        ),
    ),
    RowChecks(
        "ch07-sign-network-growth",
        instances=(
            Instance("one-unit", network_growth, {"points": _PLANE, "widths": (1,)}),
            Instance("two-layers", network_growth, {"points": _LINE[:4], "widths": (2, 1)}),
            Instance("three-units", network_bound, {"points": _LINE[:3], "widths": (2, 2, 1)}),
            Instance("one-point", network_bound, {"points": _LINE[:1], "widths": (2, 1)}),
            Instance("bounds", parameter_bound, {"number": 10, "widths": (3, 5, 4, 1)}),
            Instance("bounds-no-points", parameter_bound, {"number": 0, "widths": (2, 2, 1)}),
        ),
        searches=(
            Exhaustion(
                "small-networks",
                network_growth,
                lambda: (
                    {"points": points, "widths": widths}
                    for points in combinations(_LINE[:4], 3)
                    for widths in ((1,), (2,), (1, 1), (2, 1))
                ),
            ),
            Exhaustion(
                "bounds",
                parameter_bound,
                lambda: (
                    {"number": n, "widths": widths}
                    for n in range(1, 9)
                    for k in range(2, 5)
                    for widths in product((1, 2, 3), repeat=k)
                ),
            ),
        ),
        controls=(
            Control(
                "units-for-parameters",
                "W is the number of units",
                unit_count_bound,
                refuted_by={"points": simplex(2), "widths": (1,)},
                holds_for={"points": _LINE[:1], "widths": (1,)},
            ),
            Control(
                "any-activation",
                "any function may take the place of the sign",
                any_activation,
                refuted_by={"number": 6},
                holds_for={"number": 2},
                drops="sign-activations",
            ),
            Control(
                "two-outputs",
                "the last layer has two units, and then shattering is not what it says",
                labellings_bound,
                refuted_by={"points": _LINE[:1], "widths": (2,)},
                holds_for={"points": _LINE[:1], "widths": (2, 1)},
                drops="binary-output",
            ),
        ),
        computations=(
            Computation(
                "product-of-the-units",
                "VC.signGrowth 5 2 [3, 2, 1]",
                "Nat",
                lambda: product_bound(5, (2, 3, 2, 1)),
                _MODULES,
            ),
            Computation(
                "more-points-than-parameters-allow",
                "decide ((57 + 1) ^ VC.signParameters 2 [2, 1] < 2 ^ 57)",
                "Bool",
                lambda: 58 ** parameters((2, 2, 1)) < 2**57,
                _MODULES,
            ),
        ),
    ),
)
