"""Checks of chapter 3: the tent map and depth separation.

Functions of one variable are piecewise affine with known breaks, lines and values; the iterates of
the tent map are composed from its ReLU module, so that their closed form is a claim about them.
Numbers of pieces are least numbers, and errors are integrals, all exact.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.approximation_piecewise import (
    IDENTITY,
    Layer,
    Network,
    PiecewiseAffine,
    area,
    cells,
    composed,
    evaluate,
    interpolation,
    normal,
    pieces,
    piecewise,
    relu,
    size,
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

__all__ = [
    "CHECKS",
    "iterate",
    "iterate_from_zero",
    "jumping",
    "networks",
    "numbers",
    "tents",
]

Number = Fraction | int

_HALF = Fraction(1, 2)
_BOTH = (((1,), 0), ((1,), -_HALF))


# ----- The tent map -------------------------------------------------------------------------------


def tents(depth: int) -> Network:
    """Return the network that stacks modules of three units: two hinges, then the clipped sum."""
    clipped: Layer = (((2, -4), 0),)
    return (*(layer for _ in range(depth) for layer in (_BOTH, clipped)), (((1,), 0),))


@cache
def iterate(depth: int) -> PiecewiseAffine:
    """Return the tent map, composed with itself so many times, as a function on the line."""
    return piecewise(tents(1)) if depth == 1 else composed(iterate(1), iterate(depth - 1))


def iterate_from_zero(depth: int) -> PiecewiseAffine:
    """Return the iterate, for ``0`` the identity."""
    return iterate(depth) if depth else IDENTITY


def tent(x: Number) -> Number:
    """Return ``2x`` on ``[0, 1/2]``, ``2 - 2x`` on ``(1/2, 1]`` and ``0`` elsewhere."""
    if 0 <= x <= _HALF:
        return 2 * x
    return 2 - 2 * x if _HALF < x <= 1 else 0


def module(x: Fraction, factor: Number = 4) -> Comparison:
    """``ReLU(2 ReLU(x) - 4 ReLU(x - 1/2))`` is ``2x``, ``2 - 2x`` or ``0``."""
    return Comparison(relu(2 * relu(x) - factor * relu(x - _HALF)), "=", tent(x))


def module_unclipped(x: Fraction) -> Comparison:
    """``2 ReLU(x) - 4 ReLU(x - 1/2)`` is ``2x``, ``2 - 2x`` or ``0``."""
    return Comparison(2 * relu(x) - 4 * relu(x - _HALF), "=", tent(x))


def module_lines(factor: Number = 4) -> Comparison:
    """The module has these breaks, these lines between them and these values at them."""
    network = (_BOTH, (((2, -factor), 0),), (((1,), 0),))
    lines = ((0, 0), (2, 0), (-2, 2), (0, 0))
    return Comparison(normal(piecewise(network)), "=", ((0, _HALF, 1), lines, (0, 1, 0)))


def iterated(depth: int, x: Number) -> Number:
    """Return the tent map applied so many times."""
    for _ in range(depth):
        x = tent(x)
    return x


def closed_form(depth: int, index: int, part: Fraction, odd_rises: bool = False) -> Comparison:
    """On ``[j 2^-k, (j+1) 2^-k]`` the iterate is ``2^k x - j`` or ``(j+1) - 2^k x`` by parity.

    ``part`` is the place of the point in the interval, from ``0`` to ``1``.
    """
    x = (index + part) / 2**depth
    rises = index % 2 == int(odd_rises)
    formula = 2**depth * x - index if rises else index + 1 - 2**depth * x
    return Comparison(iterated(depth, x), "=", formula)


def at_dyadic_points(depth: int) -> Comparison:
    """At ``j 2^-k`` the iterate is the parity of ``j``."""
    count = 2**depth
    values = tuple(iterated(depth, Fraction(j, count)) for j in range(count + 1))
    return Comparison(values, "=", tuple(j % 2 for j in range(count + 1)))


def of_the_fractional_part(depth: int, x: Fraction) -> Comparison:
    """For ``0 ≤ x < 1`` the iterate is the tent map of the fractional part of ``2^(k-1) x``."""
    large = 2 ** (depth - 1) * x
    return Comparison(iterated(depth, x), "=", tent(large - floor(large)))


def network_is_iterate(depth: int, x: Fraction) -> Comparison:
    """``k`` stacked modules of three units have the values of the iterate."""
    return Comparison(evaluate(tents(depth), [x]), "=", iterated(depth, x))


def _pieces_of_iterates(largest: int, parts: int) -> Iterator[dict[str, Any]]:
    for depth in range(1, largest + 1):
        for index in range(2**depth):
            for part in range(parts + 1):
                yield {"depth": depth, "index": index, "part": Fraction(part, parts)}


# ----- Teeth --------------------------------------------------------------------------------------


def census(f: PiecewiseAffine) -> tuple[int, int, int]:
    """Return the numbers of affine pieces, of maxima of height one inside, and of zeros."""
    between = list(cells(f, 0, 1))
    lines = [cell for cell in between if not cell.is_point]
    points = [cell for cell in between if cell.is_point]
    teeth = sum(
        left.line[0] > 0 > right.line[0] and point.line[1] == 1
        for (left, right), point in zip(pairwise(lines), points[1:-1], strict=True)
    )
    return pieces(f, 0, 1), teeth, sum(point.line[1] == 0 for point in points)


def teeth(depth: int) -> Comparison:
    """On ``[0, 1]`` there are ``2^k`` pieces, ``2^(k-1)`` teeth and ``2^(k-1) + 1`` zeros."""
    half = Fraction(2) ** (depth - 1)
    return Comparison(census(iterate_from_zero(depth)), "=", (2**depth, half, half + 1))


def tops_and_zeros(depth: int) -> Comparison:
    """The maxima of height one are at ``(2i+1) 2^-k``, the zeros at ``i 2^-(k-1)``."""
    f, count = iterate(depth), 2**depth
    points = [cell.low for cell in cells(f, 0, 1) if cell.is_point]
    tops = tuple(x for x in points if f(x) == 1)
    zeros = tuple(x for x in points if f(x) == 0)
    expected = [tuple(Fraction(j, count) for j in range(first, count + 1, 2)) for first in (1, 0)]
    return Comparison((tops, zeros), "=", tuple(expected))


def teeth_by_exponent(depth: int, exponent: int) -> Comparison:
    """The number of teeth is the power of two with the exponent."""
    return Comparison(census(iterate(depth))[1], "=", 2**exponent)


def units_of_iterate(depth: int) -> Comparison:
    """The network of the iterate has ``3k`` units."""
    return Comparison(size(tents(depth)), "=", 3 * depth)


def shallow_needs(depth: int) -> Comparison:
    """One hidden layer with as many units has fewer pieces than the iterate, from ``k = 4`` on.

    A layer of ``n`` units has at most ``n + 1`` affine pieces.
    """
    return Comparison(size(tents(depth)) + 1, "<", pieces(iterate(depth)))


# ----- Depth separation ---------------------------------------------------------------------------


def separation(network: Network, depth: int = 2) -> Comparison:
    """The distance of a network with ``L`` layers and ``2^L`` units from the iterate, in the mean.

    The iterate is ``m^(L^2 + 2)``; the distance is at least ``1/16``.
    """
    distance = area(iterate(depth**2 + 2), piecewise(network))
    return Comparison(distance, "≥", Fraction(1, 16))


def separation_by_half(network: Network) -> Comparison:
    """The distance of the network from ``m^(6)`` is at least ``1/2``."""
    return Comparison(area(iterate(6), piecewise(network)), "≥", _HALF)


def size_of_target(depth: int) -> Comparison:
    """The target ``m^(L^2 + 2)`` has ``2 (L^2 + 2)`` hidden layers and ``3 (L^2 + 2)`` units."""
    number = depth**2 + 2
    network = tents(number)
    return Comparison((len(network) - 1, size(network)), "=", (2 * number, 3 * number))


# ----- Missing triangles --------------------------------------------------------------------------


def far_points(depth: int, g: PiecewiseAffine) -> int:
    """Return how many of the points ``j 2^-k`` have the distance ``1/2`` or more."""
    f, count = iterate_from_zero(depth), 2**depth
    at = (Fraction(j, count) for j in range(count + 1))
    return sum(abs(f(x) - g(x)) >= _HALF for x in at)


def missed(depth: int, g: PiecewiseAffine) -> Comparison:
    """At least ``2^(k-1) + 1 - P`` of the points ``j 2^-k`` have the distance ``1/2`` or more."""
    return Comparison(far_points(depth, g), "≥", Fraction(2) ** (depth - 1) + 1 - pieces(g, 0, 1))


def missed_more(depth: int, g: PiecewiseAffine) -> Comparison:
    """At least ``2^(k-1) + 1 - floor(P/2)`` of the points have the distance ``1/2`` or more."""
    return Comparison(far_points(depth, g), "≥", 2 ** (depth - 1) + 1 - pieces(g, 0, 1) // 2)


def missed_with_budget(depth: int, g: PiecewiseAffine, budget: int) -> Comparison:
    """At least ``2^(k-1) + 1 - P`` points are missed, for a number ``P`` chosen freely."""
    return Comparison(far_points(depth, g), "≥", 2 ** (depth - 1) + 1 - budget)


def fewest_missed(depth: int, budget: int) -> Comparison:
    """A best function with ``P`` pieces misses ``2^(k-1) + 1 - P`` of the points, or none.

    On its piece a function with one line lies above one half on a beginning or on an end of the
    points; the best choice of the pieces and of these patterns is found by going through the
    points once, with the number of pieces and the pattern so far.
    """
    count = 2**depth
    # (pieces, bit, whether the bit has changed in this piece) -> fewest misses so far
    best = {(1, bit, False): bit for bit in (0, 1)}
    for j in range(1, count + 1):
        found: dict[tuple[int, int, bool], int] = {}
        for (used, bit, changed), misses in best.items():
            moves = [(used, bit, changed)]
            moves += [] if changed else [(used, 1 - bit, True)]
            moves += [(used + 1, new, False) for new in (0, 1)] if used < budget else []
            for move in moves:
                total = misses + (move[1] != j % 2)
                found[move] = min(total, found.get(move, total))
        best = found
    return Comparison(min(best.values()), "=", max(2 ** (depth - 1) + 1 - budget, 0))


def missed_area(depth: int, g: PiecewiseAffine) -> Comparison:
    """The integral of ``|m^(k) - g|`` is at least ``(2^(k-1) - P) 2^(-k-2)``."""
    bound = (Fraction(2) ** (depth - 1) - pieces(g, 0, 1)) / 2 ** (depth + 2)
    return Comparison(area(iterate_from_zero(depth), g), "≥", bound)


def missed_area_of_iterates(depth: int, modules: int) -> Comparison:
    """The same for an iterate of fewer modules, which has ``2^j`` pieces."""
    return missed_area(depth, iterate_from_zero(modules))


def missed_area_four_times(depth: int, g: PiecewiseAffine) -> Comparison:
    """The integral of ``|m^(k) - g|`` is at least ``(2^(k-1) - P) 2^-k``."""
    bound = Fraction(2 ** (depth - 1) - pieces(g, 0, 1), 2**depth)
    return Comparison(area(iterate(depth), g), "≥", bound)


def missed_on_translate(depth: int, u: Fraction, g: PiecewiseAffine) -> Comparison:
    """At the points ``(j + u) 2^-k`` the distances sum to ``(2^(k-1) - P) |u - 1/2|`` or more."""
    f = iterate_from_zero(depth)
    at = ((j + u) / 2**depth for j in range(2**depth))
    bound = (Fraction(2) ** (depth - 1) - pieces(g, 0, 1)) * abs(u - _HALF)
    return Comparison(sum(abs(f(x) - g(x)) for x in at), "≥", bound)


def riemann_sum(depth: int, g: PiecewiseAffine, parts: int) -> Fraction:
    """Return the mean of ``|m^(k) - g|`` at the beginnings of equal parts of ``[0, 1]``."""
    at = (Fraction(j, parts) for j in range(parts))
    return sum((abs(Fraction(iterated(depth, x) - g(x))) for x in at), Fraction(0)) / parts


# ----- Searches -----------------------------------------------------------------------------------


def numbers(most: int = 3, denominator: int = 3) -> SearchStrategy[Fraction]:
    """Return a strategy for fractions of bounded size and denominator."""
    return st.fractions(-most, most, max_denominator=denominator)


def _depths() -> SearchStrategy[int]:
    return st.integers(1, 5)


def jumping(low: int, high: int, most: int) -> SearchStrategy[PiecewiseAffine]:
    """Return a strategy for functions with at most so many breaks, which may jump."""

    def with_lines(at: list[Fraction]) -> SearchStrategy[PiecewiseAffine]:
        line = st.tuples(st.integers(-4, 4), numbers(2, 2))
        return st.builds(
            PiecewiseAffine,
            st.just(tuple(sorted(at))),
            st.tuples(*(line for _ in range(len(at) + 1))),
            st.tuples(*(numbers(2, 2) for _ in at)),
        )

    place = st.fractions(low, high, max_denominator=8)
    return st.lists(place, max_size=most, unique=True).flatmap(with_lines)


def _continuous(most: int) -> SearchStrategy[PiecewiseAffine]:
    """Return a strategy for continuous functions with knots in ``[0, 1]``."""
    knot = st.tuples(st.fractions(0, 1, max_denominator=16), st.fractions(0, 1, max_denominator=4))
    knots = st.lists(knot, min_size=1, max_size=most, unique_by=lambda point: point[0])
    slope = st.integers(-3, 3)
    return st.builds(interpolation, knots.map(sorted), slope, slope)


def networks(widths: SearchStrategy[tuple[int, ...]]) -> SearchStrategy[Network]:
    """Return a strategy for networks with one input."""
    weight = st.integers(-4, 4)

    def layer(inputs: int, units: int) -> SearchStrategy[Layer]:
        unit = st.tuples(st.tuples(*(weight for _ in range(inputs))), numbers(2, 4))
        return st.tuples(*(unit for _ in range(units)))

    return widths.flatmap(
        lambda chosen: st.tuples(*(layer(a, b) for a, b in pairwise((1, *chosen, 1))))
    )


def _two_layers() -> Mapping[str, SearchStrategy[Any]]:
    """Return networks with at most two hidden layers and at most four units."""
    shapes = [(), (1,), (2,), (3,), (4,), (1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (1, 3)]
    return {"network": networks(st.sampled_from(shapes))}


def _fractional_parts() -> Mapping[str, SearchStrategy[Any]]:
    below_one = st.fractions(0, 1, max_denominator=100).filter(lambda x: x < 1)
    return {"depth": st.integers(1, 12), "x": below_one}


def _budgets(deepest: int) -> Iterator[dict[str, int]]:
    for depth in range(1, deepest + 1):
        for budget in range(1, 2**depth + 2):
            yield {"depth": depth, "budget": budget}


def _affine(slope: Number, constant: Number) -> PiecewiseAffine:
    return PiecewiseAffine((), ((slope, constant),), ())


#: Follows two rising edges of the iterate of two modules.
_TIGHT = PiecewiseAffine((Fraction(3, 8),), ((4, 0), (4, -2)), (Fraction(3, 2),))
_LEVEL: Network = ((((0,), _HALF),),)
_FOUR: Network = (
    (((1,), 0), ((1,), Fraction(-1, 4)), ((1,), Fraction(-1, 2)), ((1,), Fraction(-3, 4))),
    (((4, -8, 8, -8), 0),),
)

_MODULES = ("DeepTheory.Approximation",)
_LEAN_TIGHT = "(if x < 3 / 8 then 4 * x else if x = 3 / 8 then 3 / 2 else 4 * x - 2)"
_LEAN_FOUR = (
    "(.layer (k := 4) (fun _ _ => 1) (fun i => -(i.val : Rat) / 4)"
    " (.affine (fun _ j => if j = 0 then 4 else if j.val % 2 = 0 then 8 else -8) 0)"
    " : Network Rat 1 1)"
)


def _value(function: str, x: str) -> str:
    return f"{function}.eval relu (fun _ => {x}) 0"


CHECKS = (
    RowChecks(
        "ch03-tent-relu-module",
        instances=(
            Instance("lines", module_lines, {}),
            Instance("top", module, {"x": _HALF}),
            Instance("right-of-the-tent", module, {"x": Fraction(2)}),
            Instance("left-of-the-tent", module, {"x": Fraction(-1, 3)}),
        ),
        searches=(
            Exhaustion(
                "sixty-fourths",
                module,
                lambda: ({"x": Fraction(k, 64)} for k in range(-128, 193)),
            ),
        ),
        controls=(
            Control(
                "not-clipped",
                "the outer ReLU is dropped",
                module_unclipped,
                refuted_by={"x": Fraction(2)},
                holds_for={"x": Fraction(3, 4)},
            ),
            Control(
                "three-instead-of-four",
                "the second hinge has the factor three",
                module,
                refuted_by={"x": Fraction(1), "factor": 3},
                holds_for={"x": Fraction(1, 4), "factor": 3},
            ),
        ),
        computations=(
            Computation(
                "rising", "tent (3 / 7 : Rat)", "Rat", lambda: tent(Fraction(3, 7)), _MODULES
            ),
            Computation(
                "falling", "tent (4 / 7 : Rat)", "Rat", lambda: tent(Fraction(4, 7)), _MODULES
            ),
            Computation(
                "right", "tent (5 / 2 : Rat)", "Rat", lambda: tent(Fraction(5, 2)), _MODULES
            ),
            Computation(
                "left", "tent (-1 / 3 : Rat)", "Rat", lambda: tent(Fraction(-1, 3)), _MODULES
            ),
        ),
    ),
    RowChecks(
        "ch03-tent-iterate-formula",
        instances=(
            Instance("first-piece", closed_form, {"depth": 3, "index": 0, "part": _HALF}),
            Instance("last-piece", closed_form, {"depth": 3, "index": 7, "part": Fraction(1, 3)}),
            Instance(
                "twenty-modules",
                closed_form,
                {"depth": 20, "index": 699050, "part": Fraction(2, 7)},
            ),
            Instance("dyadic-points", at_dyadic_points, {"depth": 6}),
            Instance("fractional-part", of_the_fractional_part, {"depth": 5, "x": Fraction(5, 7)}),
        ),
        searches=(
            Exhaustion("all-pieces", closed_form, lambda: _pieces_of_iterates(6, 3)),
            Search(
                "fractional-parts",
                of_the_fractional_part,
                _fractional_parts,
            ),
        ),
        controls=(
            Control(
                "parity-exchanged",
                "the even and the odd case are exchanged",
                closed_form,
                refuted_by={"depth": 1, "index": 0, "part": Fraction(0), "odd_rises": True},
                holds_for={"depth": 1, "index": 0, "part": _HALF, "odd_rises": True},
            ),
            Control(
                "beyond-one",
                "the form with the fractional part is used beyond the unit interval",
                of_the_fractional_part,
                refuted_by={"depth": 1, "x": Fraction(5, 2)},
                holds_for={"depth": 3, "x": Fraction(1)},
            ),
        ),
        computations=(
            Computation(
                "five-modules",
                "Nat.iterate tent 5 (5 / 7 : Rat)",
                "Rat",
                lambda: iterated(5, Fraction(5, 7)),
                _MODULES,
            ),
            Computation(
                "twenty-modules",
                "Nat.iterate tent 20 (2 / 37 : Rat)",
                "Rat",
                lambda: iterated(20, Fraction(2, 37)),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch03-tent-teeth-count",
        instances=(
            Instance("one-module", teeth, {"depth": 1}),
            Instance("three-modules", teeth, {"depth": 3}),
            Instance("nine-modules", teeth, {"depth": 9}),
            Instance("places", tops_and_zeros, {"depth": 4}),
            Instance("units", units_of_iterate, {"depth": 4}),
            Instance("network", network_is_iterate, {"depth": 4, "x": Fraction(7, 19)}),
        ),
        searches=(
            Exhaustion(
                "depths",
                teeth,
                lambda: ({"depth": k} for k in range(1, 8)),
                thorough=lambda: ({"depth": k} for k in range(1, 12)),
            ),
        ),
        controls=(
            Control(
                "as-many-as-pieces",
                "the exponent is k instead of k - 1",
                teeth_by_exponent,
                refuted_by={"depth": 1, "exponent": 1},
                holds_for={"depth": 1, "exponent": 0},
            ),
            Control(
                "no-module",
                "the number of modules may be zero",
                teeth,
                refuted_by={"depth": 0},
                holds_for={"depth": 1},
                drops="positive-depth",
            ),
        ),
        computations=(
            Computation(
                "network",
                _value("(tentNetwork Rat 4)", "7 / 19"),
                "Rat",
                lambda: evaluate(tents(4), [Fraction(7, 19)]),
                _MODULES,
            ),
            Computation(
                "units", "(tentNetwork Rat 4).size", "Nat", lambda: size(tents(4)), _MODULES
            ),
            Computation(
                "layers", "(tentNetwork Rat 4).depth", "Nat", lambda: len(tents(4)) - 1, _MODULES
            ),
            Computation(
                "tops",
                "((Finset.range 17).filter fun j : Nat =>"
                " Nat.iterate tent 3 ((j : Rat) / 16) = 1).card",
                "Nat",
                lambda: census(iterate(3))[1],
                _MODULES,
            ),
            Computation(
                "zeros",
                "((Finset.range 17).filter fun j : Nat =>"
                " Nat.iterate tent 3 ((j : Rat) / 16) = 0).card",
                "Nat",
                lambda: census(iterate(3))[2],
                _MODULES,
            ),
        ),
        plots=(
            Plot(
                "units-and-pieces",
                "Stacked modules against one layer of as many units",
                shallow_needs,
                "depth",
                tuple(range(4, 11)),
                {"": {}},
                "number of modules",
                "pieces of one layer, at most",
                "pieces of the iterate",
                "y",
            ),
        ),
    ),
    RowChecks(
        "ch03-telgarsky",
        instances=(
            Instance("constant", separation, {"network": _LEVEL}),
            Instance("one-module", separation, {"network": tents(1)}),
            Instance("four-units", separation, {"network": _FOUR}),
            Instance("three-layers", separation, {"network": _LEVEL, "depth": 3}),
            Instance("size-of-the-target", size_of_target, {"depth": 2}),
        ),
        searches=(Search("networks-of-four-units", separation, _two_layers, cases=40),),
        controls=(
            Control(
                "target-itself",
                "the network may be as large as the target",
                separation,
                refuted_by={"network": tents(6)},
                holds_for={"network": tents(1)},
                drops="bounded-size",
            ),
            Control(
                "one-half",
                "the distance is said to be at least one half",
                separation_by_half,
                refuted_by={"network": _LEVEL},
                holds_for={"network": ((((0,), 3),),)},
            ),
        ),
        computations=(
            Computation(
                "four-units",
                _value(_LEAN_FOUR, "5 / 13"),
                "Rat",
                lambda: evaluate(_FOUR, [Fraction(5, 13)]),
                _MODULES,
            ),
            Computation(
                "units-and-layers",
                f"10 * {_LEAN_FOUR}.depth + {_LEAN_FOUR}.size",
                "Nat",
                lambda: 10 * (len(_FOUR) - 1) + size(_FOUR),
                _MODULES,
            ),
            Computation(
                "mean-distance",
                "riemannSum (fun x : Rat => |Nat.iterate tent 6 x -"
                f" {_value(_LEAN_FOUR, 'x')}|) 20 (fun j => (j : Rat) / 20)",
                "Rat",
                lambda: riemann_sum(6, piecewise(_FOUR), 20),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch03-missing-triangles",
        instances=(
            Instance("constant", missed, {"depth": 3, "g": _affine(0, _HALF)}),
            Instance("tight-with-a-jump", missed, {"depth": 2, "g": _TIGHT}),
            Instance("itself", missed, {"depth": 3, "g": iterate(3)}),
            Instance("area-with-a-jump", missed_area, {"depth": 2, "g": _TIGHT}),
            Instance("area-of-a-constant", missed_area, {"depth": 4, "g": _affine(0, _HALF)}),
            Instance("area-of-an-iterate", missed_area, {"depth": 6, "g": iterate(3)}),
        ),
        searches=(
            Exhaustion(
                "best-function",
                fewest_missed,
                lambda: _budgets(5),
                thorough=lambda: _budgets(8),
            ),
            Search(
                "functions-that-jump",
                missed,
                lambda: {"depth": _depths(), "g": jumping(0, 1, 4)},
                cases=40,
            ),
            Search(
                "translates",
                missed_on_translate,
                lambda: {
                    "depth": _depths(),
                    "u": st.fractions(0, 1, max_denominator=9),
                    "g": jumping(0, 1, 4),
                },
                cases=40,
            ),
            Search(
                "area-of-functions-that-jump",
                missed_area,
                lambda: {"depth": _depths(), "g": jumping(0, 1, 4)},
                cases=40,
            ),
            Search(
                "continuous-functions",
                missed_area,
                lambda: {"depth": _depths(), "g": _continuous(4)},
                cases=40,
            ),
        ),
        controls=(
            Control(
                "half-the-pieces",
                "only half of the pieces are subtracted",
                missed_more,
                refuted_by={"depth": 2, "g": _TIGHT},
                holds_for={"depth": 2, "g": _affine(0, _HALF)},
            ),
            Control(
                "area-four-times",
                "the factor of the area is 2^-k",
                missed_area_four_times,
                refuted_by={"depth": 4, "g": _affine(0, _HALF)},
                holds_for={"depth": 2, "g": _affine(0, _HALF)},
            ),
            Control(
                "more-pieces",
                "the function may have more pieces than are subtracted",
                missed_with_budget,
                refuted_by={"depth": 2, "g": iterate(2), "budget": 1},
                holds_for={"depth": 2, "g": iterate(2), "budget": 4},
                drops="few-pieces",
            ),
            Control(
                "no-module",
                "the number of modules may be zero",
                missed,
                refuted_by={"depth": 0, "g": IDENTITY},
                holds_for={"depth": 1, "g": IDENTITY},
                drops="positive-depth",
            ),
        ),
        computations=(
            Computation(
                "far-points",
                "((Finset.range 5).filter fun j : Nat =>"
                " 1 / 2 ≤ |Nat.iterate tent 2 ((j : Rat) / 4)"
                f" - (fun x : Rat => {_LEAN_TIGHT}) ((j : Rat) / 4)|).card",
                "Nat",
                lambda: far_points(2, _TIGHT),
                _MODULES,
            ),
            Computation(
                "riemann-sum",
                f"riemannSum (fun x : Rat => |Nat.iterate tent 2 x - {_LEAN_TIGHT}|) 16"
                " (fun j => (j : Rat) / 16)",
                "Rat",
                lambda: riemann_sum(2, _TIGHT, 16),
                _MODULES,
            ),
        ),
        plots=(
            Plot(
                "area-of-iterates",
                "Error of an iterate with 2^j pieces against m^(8)",
                missed_area_of_iterates,
                "modules",
                tuple(range(8)),
                {"": {"depth": 8}},
                "modules of the approximating iterate",
                "error",
                "bound",
            ),
        ),
    ),
)
