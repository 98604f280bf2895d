"""Checks of chapter 13: how far the nearest error is, on spheres, in the plane and on the cube.

Points of the plane have rational coordinates, so that squared distances are rational. The laws on a
cycle and on the Hamming cube are uniform, so that means over them are sums; sets of vertices of the
cube are sets of numbers, whose binary digits are the coordinates.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import comb, prod
from typing import TYPE_CHECKING, Any

from pyharness.checks.enclosures import exp, real, sqrt
from pyharness.checks.matrices import (
    Vector,
    norm_squared,
    subtract,
    vector,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Spheres ------------------------------------------------------------------------------------


def square_distance(u: Vector, v: Vector) -> Fraction:
    """Return the squared distance."""
    return norm_squared(subtract(u, v))


def rule(x: Vector, outer: Fraction) -> bool:
    """Return whether the rule assigns a point to the outer sphere: ``‖x‖ ≥ (1+R)/2``."""
    return norm_squared(x) >= ((1 + outer) / 2) ** 2


def change_is_far(outer: Fraction, x: Vector, other: Vector) -> Comparison:
    """Points with different predictions are at a distance of at least ``(R-1)/2`` from a datum."""
    return _far(outer, x, other, (outer - 1) / 2)


def change_is_twice_as_far(outer: Fraction, x: Vector, other: Vector) -> Comparison:
    """Points with different predictions are at a distance of at least ``R-1`` from a datum."""
    return _far(outer, x, other, outer - 1)


def _far(outer: Fraction, x: Vector, other: Vector, radius: Fraction) -> Comparison:
    if norm_squared(x) not in (1, outer**2):
        raise ValueError("the point is on neither sphere")
    bound = radius**2 if rule(x, outer) != rule(other, outer) else Fraction(0)
    return Comparison(square_distance(x, other), "≥", bound)


def midpoint_is_near(outer: Fraction, x: Vector) -> Comparison:
    """The midpoint of ``x`` and ``Rx`` is at ``(R-1)/2`` from both: one of them is attacked."""
    far = tuple(outer * t for t in x)
    middle = tuple((a + b) / 2 for a, b in zip(x, far, strict=True))
    found = (square_distance(x, middle), square_distance(far, middle))
    return Comparison(found, "=", (((outer - 1) / 2) ** 2,) * 2)


def rule_is_correct(outer: Fraction, x: Vector) -> Comparison:
    """The rule assigns ``x`` to the inner and ``Rx`` to the outer sphere."""
    far = tuple(outer * t for t in x)
    return Comparison((rule(x, outer), rule(far, outer)), "=", (False, True))


def circle_point(parameter: Fraction) -> Vector:
    """Return a rational point of the unit circle."""
    whole = 1 + parameter**2
    return ((1 - parameter**2) / whole, 2 * parameter / whole)


def _rays() -> Iterator[dict[str, Any]]:
    """A datum of each sphere and points along its ray, up to three times the inner radius."""
    for outer in (Fraction(13, 10), _TWO):
        for radius, n in product((Fraction(1), outer), range(61)):
            x, other = (tuple(t * f for t in _PYTHAGOREAN) for f in (radius, Fraction(n, 20)))
            yield {"outer": outer, "x": x, "other": other}


def _sphere_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    number = st.integers(-8, 8).map(lambda n: Fraction(n, 2))

    def make(case: tuple[Fraction, Fraction, bool, Fraction, Fraction]) -> dict[str, Any]:
        step, parameter, on_outer, a, b = case
        outer = 1 + step
        x = circle_point(parameter)
        return {
            "outer": outer,
            "x": tuple(outer * t for t in x) if on_outer else x,
            "other": (a, b),
        }

    step = st.integers(1, 8).map(lambda n: Fraction(n, 4))
    return st.tuples(step, number, st.booleans(), number, number).map(make)


# ----- Separators ---------------------------------------------------------------------------------


#: Points of the plane with their labels.
Labelled = tuple[tuple[Vector, bool], ...]


def nearest_is_of_the_class(data: Labelled, place: int, step: Vector) -> Comparison:
    """From a perturbed point the nearest one of its class is nearer than any of the other."""
    x, label = data[place]
    moved = tuple(a + b for a, b in zip(x, step, strict=True))
    same = min(square_distance(moved, p) for p, y in data if y == label)
    other = min(square_distance(moved, p) for p, y in data if y != label)
    return Comparison(same, "<", other)


def linear_margin(data: Labelled, direction: Vector) -> Comparison:
    """A linear separator with this unit normal has at most the margin ``3/2``."""
    if norm_squared(direction) != 1:
        raise ValueError("the direction is not of length one")
    heights = [(sum(a * b for a, b in zip(direction, x, strict=True)), y) for x, y in data]
    gap = min(h for h, y in heights if y) - max(h for h, y in heights if not y)
    return Comparison(gap / 2, "≤", Fraction(3, 2))


def linear_margin_less(data: Labelled, direction: Vector) -> Comparison:
    """A linear separator with this unit normal has at most the margin ``1``."""
    return Comparison(linear_margin(data, direction).left, "≤", 1)


def _separated_space() -> SearchStrategy[dict[str, Any]]:
    """Points of a grid of width ``5``, and steps of length at most ``2``: here ``ε = 2``."""
    from hypothesis import strategies as st

    places = st.tuples(st.integers(-2, 2), st.integers(-2, 2))
    steps = [(0, 0), (2, 0), (-2, 0), (0, 2), (0, -2), (1, 1), (-1, 1), (1, -1), (-1, -1)]
    exact = [*steps, (Fraction(6, 5), Fraction(8, 5)), (Fraction(-8, 5), Fraction(6, 5))]

    @st.composite
    def make(draw: Any) -> dict[str, Any]:
        points = draw(st.lists(places, min_size=2, max_size=5, unique=True))
        data = tuple(
            ((Fraction(5 * a), Fraction(5 * b)), draw(st.booleans()) if i > 1 else bool(i))
            for i, (a, b) in enumerate(points)
        )
        step = draw(st.sampled_from(exact))
        place = draw(st.integers(0, len(data) - 1))
        return {"data": data, "place": place, "step": tuple(map(Fraction, step))}

    return make()


# ----- Expansion on the sphere --------------------------------------------------------------------


def cap(dimension: int, height: Fraction) -> Fraction:
    """Return the share of the sphere in ``R^d`` with a first coordinate above a height.

    The first coordinate has the density ``(1-s²)^((d-3)/2)`` up to a factor, which is a polynomial
    in odd dimension.
    """
    power = (dimension - 3) // 2

    def area(s: Fraction) -> Fraction:
        return sum(
            (
                Fraction((-1) ** k * comb(power, k), 2 * k + 1) * s ** (2 * k + 1)
                for k in range(power + 1)
            ),
            Fraction(0),
        )

    one = area(Fraction(1))
    return (one - area(height)) / (2 * one)


def sine_and_square(parameter: Fraction) -> tuple[Fraction, Fraction, Fraction]:
    """Return the sine and the cosine of an angle, and the squared length of its chord."""
    cosine, sine = circle_point(parameter)
    return sine, cosine, 2 - 2 * cosine


def cap_is_known(dimension: int, height: Fraction) -> Comparison:
    """In dimensions three and five the share of a cap is ``(1-s)/2`` and ``(2-3s+s³)/4``."""
    known = {3: (1 - height) / 2, 5: (2 - 3 * height + height**3) / 4}
    return Comparison(cap(dimension, height), "=", known[dimension])


def mean_height_is_known(dimension: int) -> Comparison:
    """The mean positive part of the first coordinate is ``Γ(d/2) / (2√π Γ((d+1)/2))``.

    In odd dimension that is a quarter times ``3/4 · 5/6 ⋯ (d-2)/(d-1)``.
    """
    known = prod((Fraction(k, k + 1) for k in range(3, dimension, 2)), start=Fraction(1, 4))
    return Comparison(mean_height(dimension), "=", known)


def far_from_a_hemisphere(dimension: int, parameter: Fraction) -> Comparison:
    """At most ``2 e^(-dε²/4)`` of the sphere is farther than ``ε`` from a hemisphere.

    In odd dimension, for the row's constant ``c = 1/4``; farther than the chord ``ε`` are the
    points above the height of the sine of its angle.
    """
    sine, _, square = sine_and_square(parameter)
    return Comparison(real(cap(dimension, sine)), "≤", 2 * exp(-dimension * square / 4))


def far_with_eight_times_the_rate(dimension: int, parameter: Fraction) -> Comparison:
    """At most ``2 e^(-2dε²)`` of the sphere is farther than ``ε`` from a hemisphere."""
    sine, _, square = sine_and_square(parameter)
    return Comparison(real(cap(dimension, sine)), "≤", 2 * exp(-2 * dimension * square))


def far_from_a_pole(dimension: int, parameter: Fraction, mass: Fraction) -> Comparison:
    """The same if both poles of the axis have a mass, the rest being uniform."""
    sine, _, square = sine_and_square(parameter)
    share = mass + (1 - 2 * mass) * cap(dimension, sine)
    return Comparison(real(share), "≤", 2 * exp(-dimension * square / 4))


def hemisphere_expands_least(parameter: Fraction, polar: bool) -> Comparison:
    """In space no more is far from two polar caps, or from a band, than from a hemisphere.

    Each of the sets is half of the sphere: the caps are above and the band is between the heights
    ``±1/2``, at the latitude of 30 degrees.
    """
    sine, cosine, _ = sine_and_square(parameter)
    half_root = sqrt(3) / 2
    if polar:
        share = real(cosine / 2) - half_root * real(sine)
    else:
        share = 1 - real(cosine / 2) - half_root * real(sine)
    return Comparison(share, "≤", cap(3, sine))


def hemisphere_expands_most(parameter: Fraction) -> Comparison:
    """In space no less is far from two polar caps than from a hemisphere of the same measure."""
    sine, cosine, _ = sine_and_square(parameter)
    share = real(cosine / 2) - sqrt(3) / 2 * real(sine)
    return Comparison(share, "≥", cap(3, sine))


def mean_height(dimension: int) -> Fraction:
    """Return the mean of the positive part of the first coordinate, in odd dimension."""
    power = (dimension - 3) // 2
    whole = 2 * sum(Fraction((-1) ** k * comb(power, k), 2 * k + 1) for k in range(power + 1))
    return Fraction(1, 2 * power + 2) / whole


def mean_distance_to_a_hemisphere(dimension: int) -> Comparison:
    """The squared mean distance to a hemisphere is at most ``1/(2d)``, in odd dimension.

    A chord is at most the square root of two times the sine of its angle, up to a right angle; on
    the left is twice the squared mean of the positive part of the first coordinate.
    """
    return Comparison(2 * mean_height(dimension) ** 2, "≤", Fraction(1, 2 * dimension))


# ----- Expansion on the cube ----------------------------------------------------------------------


def distances_to(errors: frozenset[int], dimension: int) -> list[int]:
    """Return the Hamming distance of every vertex of the cube to a set of vertices."""
    return [min((x ^ e).bit_count() for e in errors) for x in range(2**dimension)]


def mean_distance_is_bounded(errors: frozenset[int], dimension: int) -> Comparison:
    """The squared mean distance to the set is at most ``d(1-p)/(4p)``."""
    size = 2**dimension
    p = Fraction(len(errors), size)
    mean = Fraction(sum(distances_to(errors, dimension)), size)
    return Comparison(mean**2, "≤", dimension * (1 - p) / (4 * p))


def mean_distance_without_dimension(errors: frozenset[int], dimension: int) -> Comparison:
    """The squared mean distance to the set is at most ``(1-p)/(4p)``."""
    size = 2**dimension
    p = Fraction(len(errors), size)
    mean = Fraction(sum(distances_to(errors, dimension)), size)
    return Comparison(mean**2, "≤", (1 - p) / (4 * p))


def weighted_distance_is_bounded(
    errors: frozenset[int], dimension: int, weights: tuple[Fraction, ...]
) -> Comparison:
    """The same for a law with the given weights of the vertices."""
    p = sum((weights[e] for e in errors), Fraction(0))
    mean = sum(
        (w * d for w, d in zip(weights, distances_to(errors, dimension), strict=True)), Fraction(0)
    )
    return Comparison(mean**2, "≤", dimension * (1 - p) / (4 * p))


def ball(dimension: int, radius: int) -> tuple[Fraction, Fraction]:
    """Return the measure of a ball around a vertex and the mean distance to it.

    Distances depend on the weight alone.
    """
    size = 2**dimension
    p = Fraction(sum(comb(dimension, k) for k in range(radius + 1)), size)
    mean = sum(comb(dimension, k) * (k - radius) for k in range(radius + 1, dimension + 1))
    return p, Fraction(mean, size)


def ball_by_enumeration(dimension: int, radius: int) -> Comparison:
    """The measure and the mean distance of a ball are those that its vertices give."""
    size = 2**dimension
    errors = frozenset(x for x in range(size) if x.bit_count() <= radius)
    mean = Fraction(sum(distances_to(errors, dimension)), size)
    return Comparison(ball(dimension, radius), "=", (Fraction(len(errors), size), mean))


def ball_expansion(dimension: int, radius: int) -> Comparison:
    """The bound for a ball around a vertex."""
    p, mean = ball(dimension, radius)
    return Comparison(mean**2, "≤", dimension * (1 - p) / (4 * p))


def half_ball_expansion(dimension: int) -> Comparison:
    """The bound for the ball of radius ``(d-1)/2`` in odd dimension, half of the cube."""
    return ball_expansion(dimension, (dimension - 1) // 2)


def _all_sets(dimension: int) -> Iterator[dict[str, Any]]:
    for size in range(1, 2**dimension + 1):
        for chosen in combinations(range(2**dimension), size):
            yield {"errors": frozenset(chosen), "dimension": dimension}


def _sets_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    vertices = st.frozensets(st.integers(0, 31), min_size=1, max_size=20)
    return {"errors": vertices, "dimension": st.just(5)}


# ----- Error sets ---------------------------------------------------------------------------------


def distance_to_errors(
    points: int, labels: frozenset[int], accepted: frozenset[int], x: int
) -> int:
    """Return the distance on a cycle to the nearest point that is misclassified."""
    errors = labels ^ accepted
    return min(min((x - e) % points, (e - x) % points) for e in errors)


def robust_error(
    points: int, labels: frozenset[int], accepted: frozenset[int], radius: int
) -> Fraction:
    """Return the share of points from which some step leads to a prediction unlike their label."""
    attacked = sum(
        any(((x + s) % points in accepted) != (x in labels) for s in range(-radius, radius + 1))
        for x in range(points)
    )
    return Fraction(attacked, points)


def near_errors_are_the_robust_error(
    points: int, labels: frozenset[int], accepted: frozenset[int], radius: int
) -> Comparison:
    """The share of points within a radius of an error is the robust error."""
    near = sum(distance_to_errors(points, labels, accepted, x) <= radius for x in range(points))
    return Comparison(Fraction(near, points), "=", robust_error(points, labels, accepted, radius))


def mean_distance_is_an_area(
    points: int, labels: frozenset[int], accepted: frozenset[int]
) -> Comparison:
    """The mean distance is the sum over the radii of one minus the robust error."""
    mean = Fraction(
        sum(distance_to_errors(points, labels, accepted, x) for x in range(points)), points
    )
    return Comparison(
        mean, "=", sum(1 - robust_error(points, labels, accepted, r) for r in range(points))
    )


def area_is_at_most(
    points: int, labels: frozenset[int], accepted: frozenset[int], bound: int
) -> Comparison:
    """The sum over the radii up to the number of points is at most half that number."""
    area = sum(1 - robust_error(points, labels, accepted, r) for r in range(bound))
    return Comparison(area, "≤", Fraction(points, 2))


def _constant_labels(points: int) -> Iterator[dict[str, Any]]:
    everything = frozenset(range(points))
    for size in range(points):
        for chosen in combinations(range(points), size):
            yield {"points": points, "labels": everything, "accepted": frozenset(chosen)}


_HALF = Fraction(1, 2)
_TWO = Fraction(2)
_PYTHAGOREAN = vector("3/5", "4/5")
_TRIANGLE: Labelled = (
    (vector(4, 0), True),
    (vector(-4, 0), True),
    (vector(0, 3), False),
)
#: A distance just above ``2ε`` for ``ε = 2``.
_ALMOST_CLOSE: Labelled = ((vector(0, 0), True), (vector("401/100", 0), False))
_OPPOSITE: Labelled = ((vector(0, 0), True), (vector(3, 0), False))
_EIGHT = frozenset(range(8))
_ONE_ERROR = {"points": 8, "labels": _EIGHT, "accepted": _EIGHT - {0}}
_HALVES = {"points": 8, "labels": frozenset(range(4)), "accepted": frozenset(range(1, 5))}
_HALF_CUBE = frozenset(x for x in range(8) if x.bit_count() < 2)


CHECKS = (
    RowChecks(
        "ch13-spheres",
        instances=(
            Instance(
                "towards-the-other-sphere",
                change_is_far,
                {"outer": _TWO, "x": _PYTHAGOREAN, "other": vector("9/10", "6/5")},
            ),
            Instance(
                "from-the-outer-sphere",
                change_is_far,
                {"outer": _TWO, "x": vector("6/5", "8/5"), "other": vector("4/5", 1)},
            ),
            Instance("midpoint", midpoint_is_near, {"outer": Fraction(13, 10), "x": _PYTHAGOREAN}),
            Instance("far-midpoint", midpoint_is_near, {"outer": Fraction(4), "x": _PYTHAGOREAN}),
            Instance("correct", rule_is_correct, {"outer": Fraction(13, 10), "x": _PYTHAGOREAN}),
        ),
        searches=(
            Exhaustion("rays", change_is_far, _rays),
            Search("steps", change_is_far, _sphere_space),
        ),
        controls=(
            Control(
                "spheres-exchanged",
                "the second sphere is not the larger one",
                rule_is_correct,
                refuted_by={"outer": _HALF, "x": _PYTHAGOREAN},
                holds_for={"outer": _TWO, "x": _PYTHAGOREAN},
                drops="separated-spheres",
            ),
            Control(
                "whole-gap",
                "the robust radius is the distance of the spheres",
                change_is_twice_as_far,
                refuted_by={"outer": _TWO, "x": _PYTHAGOREAN, "other": vector("9/10", "6/5")},
                holds_for={"outer": _TWO, "x": _PYTHAGOREAN, "other": vector("6/5", "8/5")},
            ),
        ),
    ),
    RowChecks(
        "ch13-robust-separator-complexity",
        instances=(
            Instance(
                "towards-the-other-class",
                nearest_is_of_the_class,
                {"data": _TRIANGLE, "place": 0, "step": vector("-8/5", "6/5")},
            ),
            Instance(
                "from-the-other-class",
                nearest_is_of_the_class,
                {"data": _TRIANGLE, "place": 2, "step": vector(0, -2)},
            ),
            Instance(
                "almost-too-close",
                nearest_is_of_the_class,
                {"data": _ALMOST_CLOSE, "place": 0, "step": vector(2, 0)},
            ),
            Instance(
                "largest-linear-margin",
                linear_margin,
                {"data": _TRIANGLE, "direction": vector(0, -1)},
            ),
            Instance(
                "tilted-separator",
                linear_margin,
                {"data": _TRIANGLE, "direction": vector("7/25", "-24/25")},
            ),
        ),
        searches=(
            Search("nearest-neighbours", nearest_is_of_the_class, _separated_space, cases=40),
            Exhaustion(
                "directions",
                linear_margin,
                lambda: (
                    {"data": _TRIANGLE, "direction": circle_point(Fraction(n, 10))}
                    for n in range(-100, 101)
                ),
            ),
        ),
        controls=(
            Control(
                "close-points",
                "points with different labels are at a distance of 3ε/2",
                nearest_is_of_the_class,
                refuted_by={"data": _OPPOSITE, "place": 0, "step": vector(2, 0)},
                holds_for={"data": _OPPOSITE, "place": 0, "step": vector(1, 0)},
                drops="finite-sample",
            ),
            Control(
                "margin-one",
                "the largest linear margin is one",
                linear_margin_less,
                refuted_by={"data": _TRIANGLE, "direction": vector(0, -1)},
                holds_for={"data": _TRIANGLE, "direction": vector(1, 0)},
            ),
        ),
    ),
    RowChecks(
        "ch13-error-set-distance",
        instances=(
            Instance("one-error", near_errors_are_the_robust_error, {**_ONE_ERROR, "radius": 2}),
            Instance(
                "everything-wrong",
                mean_distance_is_an_area,
                {"points": 8, "labels": _EIGHT, "accepted": frozenset()},
            ),
            Instance("mean-distance-two", mean_distance_is_an_area, _ONE_ERROR),
        ),
        searches=(
            Exhaustion(
                "classifiers-of-six-points", mean_distance_is_an_area, lambda: _constant_labels(6)
            ),
            Exhaustion(
                "near-errors",
                near_errors_are_the_robust_error,
                lambda: ({**case, "radius": r} for case in _constant_labels(5) for r in range(3)),
            ),
        ),
        controls=(
            Control(
                "no-errors",
                "there are no errors",
                area_is_at_most,
                refuted_by={"points": 8, "labels": _EIGHT, "accepted": _EIGHT, "bound": 8},
                holds_for={**_ONE_ERROR, "bound": 8},
                drops="nonempty",
            ),
            Control(
                "labels-change",
                "the labels change within the radius, and the robust error has the clean label",
                near_errors_are_the_robust_error,
                refuted_by={**_HALVES, "radius": 1},
                holds_for={**_HALVES, "radius": 0},
            ),
        ),
    ),
    RowChecks(
        "ch13-sphere-expansion",
        instances=(
            Instance("space", far_from_a_hemisphere, {"dimension": 3, "parameter": Fraction(1, 3)}),
            Instance(
                "hundred-and-one-dimensions",
                far_from_a_hemisphere,
                {"dimension": 101, "parameter": Fraction(1, 5)},
            ),
            Instance(
                "no-distance", far_from_a_hemisphere, {"dimension": 3, "parameter": Fraction(0)}
            ),
            Instance(
                "two-polar-caps",
                hemisphere_expands_least,
                {"parameter": Fraction(1, 8), "polar": True},
            ),
            Instance(
                "band", hemisphere_expands_least, {"parameter": Fraction(1, 8), "polar": False}
            ),
            Instance("mean-distance", mean_distance_to_a_hemisphere, {"dimension": 101}),
            Instance("mean-height", mean_height_is_known, {"dimension": 11}),
            Instance("cap-of-Archimedes", cap_is_known, {"dimension": 3, "height": Fraction(1, 3)}),
            Instance(
                "cap-in-dimension-five", cap_is_known, {"dimension": 5, "height": Fraction(1, 3)}
            ),
        ),
        searches=(
            Exhaustion(
                "hemispheres",
                far_from_a_hemisphere,
                lambda: (
                    {"dimension": d, "parameter": Fraction(n, 8)}
                    for d in (3, 5, 7, 21)
                    for n in range(9)
                ),
            ),
            Exhaustion(
                "half-of-the-sphere",
                hemisphere_expands_least,
                lambda: (
                    {"parameter": Fraction(n, 16), "polar": polar}
                    for n in range(5)
                    for polar in (True, False)
                ),
            ),
            Exhaustion(
                "mean-distances",
                mean_distance_to_a_hemisphere,
                lambda: ({"dimension": d} for d in range(3, 60, 2)),
            ),
        ),
        controls=(
            Control(
                "heavy-poles",
                "most of the mass is at two opposite points",
                far_from_a_pole,
                refuted_by={
                    "dimension": 21,
                    "parameter": Fraction(1, 2),
                    "mass": Fraction(1, 2),
                },
                holds_for={"dimension": 21, "parameter": Fraction(1, 2), "mass": Fraction(0)},
                drops="uniform",
            ),
            Control(
                "rate",
                "the constant is c = 2",
                far_with_eight_times_the_rate,
                refuted_by={"dimension": 3, "parameter": Fraction(1, 2)},
                holds_for={"dimension": 3, "parameter": Fraction(0)},
            ),
            Control(
                "hemisphere-expands-most",
                "spherical caps have the largest neighbourhoods",
                hemisphere_expands_most,
                refuted_by={"parameter": Fraction(1, 8)},
                holds_for={"parameter": Fraction(0)},
            ),
        ),
        plots=(
            Plot(
                "hemisphere",
                "How much of the sphere is far from a hemisphere",
                far_from_a_hemisphere,
                "dimension",
                tuple(range(3, 124, 8)),
                {
                    "ε² = 2/5": {"parameter": Fraction(1, 3)},
                    "ε² = 2/25": {"parameter": Fraction(1, 7)},
                },
                "dimension d",
                "share farther than ε",
                "2 exp(-dε²/4)",
                "y",
            ),
        ),
    ),
    RowChecks(
        "ch13-cube-expansion",
        instances=(
            Instance(
                "vertex-of-the-cube",
                mean_distance_is_bounded,
                {"errors": frozenset({0}), "dimension": 3},
            ),
            Instance(
                "half-of-the-cube", mean_distance_is_bounded, {"errors": _HALF_CUBE, "dimension": 3}
            ),
            Instance(
                "one-dimension",
                mean_distance_is_bounded,
                {"errors": frozenset({0}), "dimension": 1},
            ),
            Instance(
                "everything",
                mean_distance_is_bounded,
                {"errors": frozenset(range(8)), "dimension": 3},
            ),
            Instance("ball", ball_by_enumeration, {"dimension": 6, "radius": 2}),
            Instance("ball-in-dimension-101", ball_expansion, {"dimension": 101, "radius": 50}),
        ),
        searches=(
            Exhaustion(
                "all-sets-in-two-dimensions", mean_distance_is_bounded, lambda: _all_sets(2)
            ),
            Exhaustion(
                "all-sets-in-three-dimensions", mean_distance_is_bounded, lambda: _all_sets(3)
            ),
            Search("sets-in-five-dimensions", mean_distance_is_bounded, _sets_space, cases=30),
        ),
        controls=(
            Control(
                "two-heavy-vertices",
                "the law is not uniform",
                weighted_distance_is_bounded,
                refuted_by={
                    "errors": frozenset({0}),
                    "dimension": 2,
                    "weights": (Fraction(1, 2), Fraction(0), Fraction(0), Fraction(1, 2)),
                },
                holds_for={
                    "errors": frozenset({0}),
                    "dimension": 2,
                    "weights": (Fraction(1, 4),) * 4,
                },
                drops="uniform",
            ),
            Control(
                "no-dimension",
                "the bound does not grow with the dimension",
                mean_distance_without_dimension,
                refuted_by={"errors": frozenset({0}), "dimension": 2},
                holds_for={"errors": frozenset({0}), "dimension": 1},
                over=_sets_space,
            ),
        ),
        plots=(
            Plot(
                "half-of-the-cube",
                "Mean distance to a Hamming ball that is half of the cube",
                half_ball_expansion,
                "dimension",
                tuple(range(1, 82, 4)),
                {"": {}},
                "dimension d",
                "squared mean distance",
                "d(1-p)/(4p) = d/4",
            ),
        ),
    ),
)
