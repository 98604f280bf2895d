"""Checks of chapter 13: robust radius, relaxations and margins.

Inputs are rational numbers. Classifiers of the line accept a finite union of intervals, so that the
robust radius is a distance of rational numbers. Networks have one input and scores are piecewise
linear, so that the least margin on an interval is attained at an end or at a kink.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

from pyharness.checks.matrices import (
    Matrix,
    Vector,
    matrix,
    vector,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

#: Disjoint closed intervals of the line, in order.
Intervals = tuple[tuple[Fraction, Fraction], ...]
#: A map of layers: weights and shifts; between two layers stands a ReLU.
Network = tuple[tuple[Matrix, Vector], ...]
#: The corners of a piecewise linear function, which is constant outside.
Corners = tuple[tuple[Fraction, Fraction], ...]


# ----- The robust radius --------------------------------------------------------------------------


def accepts(intervals: Intervals, x: Fraction) -> bool:
    """Return whether the classifier of the line accepts a point."""
    return any(low <= x <= high for low, high in intervals)


def robust_radius(intervals: Intervals, x: Fraction) -> Fraction:
    """Return the infimum of the sizes of the steps that change the prediction.

    The prediction changes at the ends of the intervals only, and next to each of them it does.
    """
    ends = [end for interval in intervals for end in interval]
    return min(abs(end - x) for end in ends)


def successful_steps(intervals: Intervals, x: Fraction, parts: int) -> Iterator[Fraction]:
    """Yield the steps to a grid, and to just outside and inside each end, that change ``f``."""
    close = Fraction(1, 1000)
    tried = [Fraction(n, parts) - x for n in range(-10 * parts, 10 * parts + 1)]
    tried += [end + s - x for pair in intervals for end in pair for s in (-close, 0, close)]
    yield from (s for s in tried if accepts(intervals, x + s) != accepts(intervals, x))


def attack_bounds_the_radius(intervals: Intervals, x: Fraction, step: Fraction) -> Comparison:
    """If a step changes the prediction, the robust radius is at most its size."""
    if accepts(intervals, x + step) == accepts(intervals, x):
        raise ValueError("the step does not change the prediction")
    return Comparison(robust_radius(intervals, x), "≤", abs(step))


def attacks_bound_the_radius(intervals: Intervals, x: Fraction) -> Comparison:
    """The robust radius is at most the size of the best of many successful attacks."""
    best = min(abs(step) for step in successful_steps(intervals, x, 2))
    return Comparison(robust_radius(intervals, x), "≤", best)


def certificate_bounds_the_radius(
    intervals: Intervals, x: Fraction, radius: Fraction
) -> Comparison:
    """If the prediction is constant within a radius, the robust radius is at least that."""
    low, high = x - radius, x + radius
    if accepts(intervals, x):
        constant = any(a <= low and high <= b for a, b in intervals)
    else:
        constant = all(b < low or high < a for a, b in intervals)
    return Comparison(robust_radius(intervals, x), "≥", radius if constant else 0)


def failed_search_bounds_the_radius(
    intervals: Intervals, x: Fraction, radius: Fraction, parts: int
) -> Comparison:
    """If no step on a grid within a radius changes the prediction, the radius is a bound."""
    steps = [radius * n / parts for n in range(-parts, parts + 1)]
    failed = all(accepts(intervals, x + s) == accepts(intervals, x) for s in steps)
    return Comparison(robust_radius(intervals, x), "≥", radius if failed else 0)


def adversarial_example_bounds(
    intervals: Intervals, x: Fraction, label: bool, step: Fraction
) -> Comparison:
    """If a step leads to a prediction that is not the label, the radius is at most its size."""
    if accepts(intervals, x + step) == label:
        raise ValueError("the step does not lead to an adversarial example")
    return Comparison(robust_radius(intervals, x), "≤", abs(step))


def _interval_space() -> SearchStrategy[Any]:
    """One to three disjoint intervals with ends in halves."""
    from hypothesis import strategies as st

    def pair_up(ends: list[int]) -> Intervals:
        numbers = [Fraction(n, 2) for n in sorted(ends)]
        return tuple(zip(numbers[::2], numbers[1::2], strict=True))

    return st.sampled_from([2, 4, 6]).flatmap(
        lambda n: st.lists(st.integers(-12, 12), min_size=n, max_size=n, unique=True).map(pair_up)
    )


def _radius_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    x = st.integers(-24, 24).map(lambda n: Fraction(n, 3))
    return {"intervals": _interval_space(), "x": x}


def _certificate_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    return {**_radius_space(), "radius": st.integers(0, 12).map(lambda n: Fraction(n, 6))}


# ----- The hull of a ReLU -------------------------------------------------------------------------


def relu(t: Fraction) -> Fraction:
    """Return the positive part."""
    return max(t, Fraction(0))


def chord_is_below(
    low: Fraction, high: Fraction, a: Fraction, b: Fraction, part: Fraction
) -> Comparison:
    """A point of a chord of the graph satisfies ``s ≤ u(t-ℓ)/(u-ℓ)``."""
    t, s = part * a + (1 - part) * b, part * relu(a) + (1 - part) * relu(b)
    return Comparison(s, "≤", high * (t - low) / (high - low))


def chord_is_above(
    low: Fraction, high: Fraction, a: Fraction, b: Fraction, part: Fraction
) -> Comparison:
    """A point of a chord of the graph satisfies ``s ≥ 0`` and ``s ≥ t``."""
    assert low <= a <= high
    assert low <= b <= high
    t, s = part * a + (1 - part) * b, part * relu(a) + (1 - part) * relu(b)
    return Comparison(s, "≥", relu(t))


def chord_is_below_unshifted(
    low: Fraction, high: Fraction, a: Fraction, b: Fraction, part: Fraction
) -> Comparison:
    """A point of a chord of the graph satisfies ``s ≤ ut/(u-ℓ)``."""
    t, s = part * a + (1 - part) * b, part * relu(a) + (1 - part) * relu(b)
    return Comparison(s, "≤", high * t / (high - low))


def triangle_is_in_the_hull(low: Fraction, high: Fraction, t: Fraction, s: Fraction) -> Comparison:
    """A point with the three inequalities is a mean of points of the graph.

    The weights of the corners ``(ℓ, 0)``, ``(0, 0)``, ``(u, u)`` are found from the point; the
    least of them is compared with zero. For other points some weight must be negative.
    """
    last = s / high
    first = (t - last * high) / low
    inside = s >= 0 and s >= t and s <= high * (t - low) / (high - low)
    least = min(first, 1 - first - last, last)
    return Comparison(least, "≥" if inside else "<", 0)


def _triangle_cases() -> Iterator[dict[str, Any]]:
    for low, high in ((-1, 1), (-2, 1), (-1, 3)):
        for t, s in product(range(2 * low - 1, 2 * high + 2), range(-1, 2 * high + 2)):
            yield {
                "low": Fraction(low),
                "high": Fraction(high),
                "t": Fraction(t, 2),
                "s": Fraction(s, 2),
            }


def _chord_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    def place(case: tuple[int, int, int, int, int]) -> dict[str, Any]:
        low, high, a, b, part = case
        width = Fraction(low + high, 12)
        return {
            "low": Fraction(-low),
            "high": Fraction(high),
            "a": -low + width * a,
            "b": -low + width * b,
            "part": Fraction(part, 6),
        }

    ends, places = st.integers(1, 6), st.integers(0, 12)
    return st.tuples(ends, ends, places, places, st.integers(0, 6)).map(place)


# ----- Outer relaxations --------------------------------------------------------------------------


def affine(layer: tuple[Matrix, Vector], x: Vector) -> Vector:
    """Return ``Wx + b``."""
    weights, shift = layer
    return tuple(
        sum((w * t for w, t in zip(row, x, strict=True)), b)
        for row, b in zip(weights, shift, strict=True)
    )


def run(network: Network, x: Vector) -> Vector:
    """Return the output of a network."""
    for i, layer in enumerate(network):
        x = affine(layer, tuple(map(relu, x)) if i else x)
    return x


def box_image(layer: tuple[Matrix, Vector], low: Vector, high: Vector) -> tuple[Vector, Vector]:
    """Return the bounds ``W⁺l + W⁻u + b`` and ``W⁺u + W⁻l + b``."""
    weights, shift = layer
    positive = tuple(tuple(max(w, Fraction(0)) for w in row) for row in weights)
    negative = tuple(tuple(min(w, Fraction(0)) for w in row) for row in weights)
    none = (Fraction(0),) * len(shift)

    def bound(first: Vector, second: Vector) -> Vector:
        above, below = affine((positive, shift), first), affine((negative, none), second)
        return tuple(a + b for a, b in zip(above, below, strict=True))

    return bound(low, high), bound(high, low)


def propagate(network: Network, low: Vector, high: Vector) -> tuple[Vector, Vector]:
    """Return the bounds of a network's outputs that the composition of the layers gives."""
    for i, layer in enumerate(network):
        if i:
            low, high = tuple(map(relu, low)), tuple(map(relu, high))
        low, high = box_image(layer, low, high)
    return low, high


def kinks(network: Network, low: Fraction, high: Fraction) -> list[Fraction]:
    """Return the ends of an interval and the inputs inside at which a unit is switched.

    For networks with one input and two layers: there the output is linear in between.
    """
    weights, shift = network[0]
    switches = [-b / row[0] for row, b in zip(weights, shift, strict=True) if row[0]]
    return [low, high, *(x for x in switches if low < x < high)]


def margins(network: Network, x: Fraction, label: int) -> Vector:
    """Return the scores of the label minus those of the other classes."""
    scores = run(network, (x,))
    return tuple(scores[label] - s for j, s in enumerate(scores) if j != label)


def margin_layer(network: Network, label: int) -> Network:
    """Append the differences of the scores to the last layer."""
    *first, (weights, shift) = network
    others = [j for j in range(len(shift)) if j != label]
    rows = tuple(
        tuple(a - b for a, b in zip(weights[label], weights[j], strict=True)) for j in others
    )
    return (*first, (rows, tuple(shift[label] - shift[j] for j in others)))


def relaxed_margin_is_sound(
    network: Network, x: Fraction, radius: Fraction, label: int
) -> Comparison:
    """The least margin in the propagated box is at most the least margin of perturbed inputs."""
    low, high = x - radius, x + radius
    relaxed = min(propagate(margin_layer(network, label), (low,), (high,))[0])
    least = min(min(margins(network, t, label)) for t in kinks(network, low, high))
    return Comparison(relaxed, "≤", least)


def sampled_margin_is_sound(
    network: Network, x: Fraction, radius: Fraction, label: int
) -> Comparison:
    """The least margin at the centre and the ends is at most that of all perturbed inputs."""
    low, high = x - radius, x + radius
    sampled = min(min(margins(network, t, label)) for t in (low, x, high))
    least = min(min(margins(network, t, label)) for t in kinks(network, low, high))
    return Comparison(sampled, "≤", least)


def negative_margin_disproves(
    network: Network, x: Fraction, radius: Fraction, label: int
) -> Comparison:
    """If the propagated box has a margin that is not positive, some perturbed input has one."""
    low, high = x - radius, x + radius
    relaxed = min(propagate(margin_layer(network, label), (low,), (high,))[0])
    least = min(min(margins(network, t, label)) for t in kinks(network, low, high))
    return Comparison(least > 0, "=", relaxed > 0)


def bounds_of_a_layer(layer: tuple[Matrix, Vector], low: Vector, high: Vector) -> Comparison:
    """In each coordinate the bounds are the least and largest value at the corners of the box."""
    corners = [affine(layer, corner) for corner in product(*zip(low, high, strict=True))]
    columns = list(zip(*corners, strict=True))
    exact = tuple(map(min, columns)), tuple(map(max, columns))
    return Comparison(box_image(layer, low, high), "=", exact)


def bounds_without_signs(layer: tuple[Matrix, Vector], low: Vector, high: Vector) -> Comparison:
    """In each coordinate ``Wl + b`` and ``Wu + b`` are the least and largest value."""
    corners = [affine(layer, corner) for corner in product(*zip(low, high, strict=True))]
    columns = list(zip(*corners, strict=True))
    exact = tuple(map(min, columns)), tuple(map(max, columns))
    return Comparison((affine(layer, low), affine(layer, high)), "=", exact)


def composition_is_sound(
    network: Network, low: Fraction, high: Fraction, place: Fraction, output: int
) -> Comparison:
    """An output of the network is at most its propagated upper bound."""
    value = run(network, (low + place * (high - low),))[output]
    return Comparison(value, "≤", propagate(network, (low,), (high,))[1][output])


def composition_is_tight(network: Network, low: Fraction, high: Fraction) -> Comparison:
    """The propagated upper bounds are attained."""
    outputs = [run(network, (t,)) for t in kinks(network, low, high)]
    largest = tuple(map(max, zip(*outputs, strict=True)))
    return Comparison(propagate(network, (low,), (high,))[1], "=", largest)


def _network_space(outputs: int) -> SearchStrategy[Network]:
    from hypothesis import strategies as st

    number = st.integers(-3, 3).map(Fraction)
    row = st.tuples(number, number)
    first = st.tuples(st.tuples(st.tuples(number), st.tuples(number)), row)
    second = st.tuples(st.tuples(*[row] * outputs), st.tuples(*[number] * outputs))
    return st.tuples(first, second)


def _relaxation_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    return {
        "network": _network_space(3),
        "x": st.integers(-4, 4).map(lambda n: Fraction(n, 2)),
        "radius": st.integers(0, 4).map(lambda n: Fraction(n, 2)),
        "label": st.integers(0, 2),
    }


def _layer_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    number = st.integers(-3, 3).map(Fraction)
    three = st.tuples(number, number, number)
    width = st.integers(0, 3).map(Fraction)

    def make(case: tuple[Matrix, Vector, Vector, Vector]) -> dict[str, Any]:
        weights, shift, low, widths = case
        high = tuple(a + b for a, b in zip(low, widths, strict=True))
        return {"layer": (weights, shift), "low": low, "high": high}

    return st.tuples(
        st.tuples(three, three), st.tuples(number, number), three, st.tuples(width, width, width)
    ).map(make)


def _composition_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    return {
        "network": _network_space(2),
        "low": st.integers(-3, 0).map(Fraction),
        "high": st.integers(0, 3).map(Fraction),
        "place": st.integers(0, 6).map(lambda n: Fraction(n, 6)),
        "output": st.integers(0, 1),
    }


# ----- The Lipschitz margin -----------------------------------------------------------------------


def at(corners: Corners, x: Fraction) -> Fraction:
    """Return a value of a piecewise linear function."""
    if x <= corners[0][0]:
        return corners[0][1]
    for (a, s), (b, t) in pairwise(corners):
        if x <= b:
            return s + (t - s) * (x - a) / (b - a)
    return corners[-1][1]


def slope(corners: Corners) -> Fraction:
    """Return the Lipschitz constant, the largest absolute slope."""
    pairs = pairwise(corners)
    return max(abs((t - s) / (b - a)) for (a, s), (b, t) in pairs)


def difference(f: Corners, g: Corners) -> Corners:
    """Return the difference of two piecewise linear functions."""
    return tuple((x, at(f, x) - at(g, x)) for x in sorted({x for x, _ in (*f, *g)}))


def distance_to_loss(margin: Corners, x: Fraction) -> Fraction | None:
    """Return the distance of a point to the inputs without a positive margin, if there are any."""
    zeros = [a for a, s in margin if s <= 0]
    for (a, s), (b, t) in pairwise(margin):
        if s * t < 0:
            zeros.append(a + (b - a) * s / (s - t))
    return min((abs(z - x) for z in zeros), default=None)


def margin_over_slope(scores: tuple[Corners, ...], x: Fraction) -> Comparison:
    """``min_j m_j(x)/L_j`` is at most the robust radius of the first class."""
    found = [difference(scores[0], other) for other in scores[1:]]
    certified = min(at(m, x) / slope(m) for m in found)
    radius = min(d for m in found if (d := distance_to_loss(m, x)) is not None)
    return Comparison(certified, "≤", radius)


def margin_over_slope_of_the_score(scores: tuple[Corners, ...], x: Fraction) -> Comparison:
    """The same with the Lipschitz constant of the first score instead of the margins."""
    found = [difference(scores[0], other) for other in scores[1:]]
    certified = min(at(m, x) / slope(scores[0]) for m in found)
    radius = min(d for m in found if (d := distance_to_loss(m, x)) is not None)
    return Comparison(certified, "≤", radius)


def prediction_stays(scores: tuple[Corners, ...], x: Fraction, part: Fraction) -> Comparison:
    """Within a part of ``min_j m_j(x)/L_j`` all margins are positive.

    The least value is attained at a corner or at an end.
    """
    found = [difference(scores[0], other) for other in scores[1:]]
    radius = part * min(at(m, x) / slope(m) for m in found)
    return Comparison(least_margin(found, x, radius), ">", 0)


def least_margin(found: list[Corners], x: Fraction, radius: Fraction) -> Fraction:
    """Return the least value of piecewise linear functions within a radius."""
    inside = [x - radius, x + radius]
    inside += [a for m in found for a, _ in m if abs(a - x) <= radius]
    return min(at(m, t) for m in found for t in inside)


def least_margin_is_positive(
    scores: tuple[Corners, ...], x: Fraction, constant: Fraction, radius: Fraction
) -> Comparison:
    """If the margins are at least ``Lε``, they are positive within the radius ``ε``.

    The least value is attained at a corner or at an end. The row asks for more than ``Lε``.
    """
    found = [difference(scores[0], other) for other in scores[1:]]
    if any(at(m, x) < constant * radius for m in found):
        raise ValueError("a margin is too small")
    return Comparison(least_margin(found, x, radius), ">", 0)


def _stays_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    parts = st.integers(0, 9).map(lambda n: Fraction(n, 10))
    return st.builds(lambda case, part: {**case, "part": part}, _scores_space(), parts)


def _scores_space() -> SearchStrategy[dict[str, Any]]:
    """Two or three piecewise linear scores, the first one the largest at ``x = 0``."""
    from hypothesis import strategies as st

    values = st.tuples(*[st.integers(-4, 4)] * 5)

    def make(rows: list[tuple[int, ...]]) -> dict[str, Any]:
        top = max(row[2] for row in rows[1:]) - rows[0][2] + 1
        lifted = [tuple(v + max(top, 0) for v in rows[0]), *rows[1:]]
        # A last corner at which every margin is negative makes the radius finite.
        scores = tuple(
            (
                *((Fraction(2 * i - 4), Fraction(v)) for i, v in enumerate(row)),
                (Fraction(20), Fraction(-20 if not j else 0)),
            )
            for j, row in enumerate(lifted)
        )
        return {"scores": scores, "x": Fraction(0)}

    return st.lists(values, min_size=2, max_size=3).map(make)


def _corners(*points: tuple[int, int]) -> Corners:
    return tuple((Fraction(x), Fraction(y)) for x, y in points)


_HALF = Fraction(1, 2)
_ONE = Fraction(1)
_TWO = Fraction(2)
_BLOCK: Intervals = ((Fraction(-1), Fraction(2)),)
_THIN: Intervals = ((Fraction(-5), Fraction(-4)), (Fraction(3, 10), Fraction(4, 10)))
#: A bump of height one at the input ``1/2``: ``relu(t) - 2 relu(t - 1/2)`` against ``1/4``.
_BUMP: Network = (
    (matrix((1,), (1,)), vector(0, "-1/2")),
    (matrix((0, 0), (1, -2)), vector("1/4", 0)),
)
_BUMP_BELOW: Network = (
    (matrix((1,), (1,)), vector(0, "-1/2")),
    (matrix((0, 0), (1, -2)), vector(2, 0)),
)
#: The difference of two equal units is zero.
_TWINS: Network = ((matrix((1,), (1,)), vector(0, 0)), (matrix((1, -1)), vector(0)))
_ONE_UNIT: Network = ((matrix((1,)), vector(0)), (matrix((2,)), vector(1)))
_MIXED = (matrix((1, -2), (3, 0)), vector(1, -1))
_POSITIVE = (matrix((1, 2), (3, 0)), vector(1, -1))
#: Scores that move towards each other with slope one each: the margin has slope two.
_CLOSING = (_corners((0, 4), (8, -4)), _corners((0, 0), (8, 8)))
_LEVEL = (_corners((0, 4), (8, -4)), _corners((0, 0), (8, 0)))
_THREE_SCORES = (*_CLOSING, _corners((0, 1), (1, 1), (2, 3), (8, 3)))


CHECKS = (
    RowChecks(
        "ch13-robust-radius",
        instances=(
            Instance("block", attacks_bound_the_radius, {"intervals": _BLOCK, "x": Fraction(0)}),
            Instance(
                "best-attack",
                attack_bounds_the_radius,
                {"intervals": _BLOCK, "x": Fraction(5), "step": Fraction(-3)},
            ),
            Instance(
                "poor-attack",
                attack_bounds_the_radius,
                {"intervals": _BLOCK, "x": Fraction(5), "step": Fraction(-6)},
            ),
            Instance(
                "largest-certificate",
                certificate_bounds_the_radius,
                {"intervals": _BLOCK, "x": Fraction(0), "radius": _ONE},
            ),
            Instance(
                "small-certificate",
                certificate_bounds_the_radius,
                {"intervals": _THIN, "x": Fraction(0), "radius": Fraction(1, 4)},
            ),
            Instance(
                "adversarial-example",
                adversarial_example_bounds,
                {"intervals": _BLOCK, "x": Fraction(1), "label": True, "step": _TWO},
            ),
        ),
        searches=(
            Search("attacks", attacks_bound_the_radius, _radius_space, cases=40),
            Search("certificates", certificate_bounds_the_radius, _certificate_space),
        ),
        controls=(
            Control(
                "misclassified",
                "the clean input is misclassified",
                adversarial_example_bounds,
                refuted_by={
                    "intervals": _BLOCK,
                    "x": Fraction(5),
                    "label": True,
                    "step": Fraction(0),
                },
                holds_for={
                    "intervals": _BLOCK,
                    "x": Fraction(1),
                    "label": True,
                    "step": Fraction(3, 2),
                },
                drops="correct",
            ),
            Control(
                "failed-search",
                "a failed search on a grid counts as a certificate",
                failed_search_bounds_the_radius,
                refuted_by={"intervals": _THIN, "x": Fraction(0), "radius": _TWO, "parts": 8},
                holds_for={"intervals": _THIN, "x": Fraction(0), "radius": _TWO, "parts": 20},
            ),
        ),
    ),
    RowChecks(
        "ch13-relu-triangle",
        instances=(
            Instance(
                "upper-edge",
                chord_is_below,
                {"low": -_TWO, "high": _ONE, "a": -_TWO, "b": _ONE, "part": _HALF},
            ),
            Instance(
                "inner-chord",
                chord_is_below,
                {"low": -_TWO, "high": _ONE, "a": -_ONE, "b": _HALF, "part": _HALF},
            ),
            Instance(
                "lower-edge",
                chord_is_above,
                {"low": -_ONE, "high": Fraction(3), "a": _ONE, "b": _TWO, "part": _HALF},
            ),
            Instance(
                "interior-point",
                triangle_is_in_the_hull,
                {"low": -_ONE, "high": _TWO, "t": _HALF, "s": Fraction(3, 4)},
            ),
            Instance(
                "point-of-the-edge",
                triangle_is_in_the_hull,
                {"low": -_ONE, "high": _TWO, "t": _HALF, "s": _ONE},
            ),
        ),
        searches=(
            Exhaustion("points-of-a-grid", triangle_is_in_the_hull, _triangle_cases),
            Search("chords-below", chord_is_below, _chord_space),
            Search("chords-above", chord_is_above, _chord_space, cases=30),
        ),
        controls=(
            Control(
                "active-unit",
                "the unit is always active",
                chord_is_below,
                refuted_by={"low": _ONE, "high": _TWO, "a": _ONE, "b": _TWO, "part": _HALF},
                holds_for={"low": _ONE, "high": _TWO, "a": _TWO, "b": _TWO, "part": _HALF},
                drops="ambiguous",
            ),
            Control(
                "unshifted",
                "the upper edge goes through the origin",
                chord_is_below_unshifted,
                refuted_by={"low": -_ONE, "high": _ONE, "a": _ONE, "b": _ONE, "part": _ONE},
                holds_for={
                    "low": -_ONE,
                    "high": _ONE,
                    "a": Fraction(0),
                    "b": Fraction(0),
                    "part": _ONE,
                },
                over=_chord_space,
            ),
        ),
    ),
    RowChecks(
        "ch13-relaxation-sound",
        instances=(
            Instance(
                "certified",
                relaxed_margin_is_sound,
                {"network": _BUMP_BELOW, "x": _HALF, "radius": _HALF, "label": 0},
            ),
            Instance(
                "fake-activations",
                relaxed_margin_is_sound,
                {"network": _BUMP, "x": _HALF, "radius": _HALF, "label": 1},
            ),
            Instance(
                "no-perturbation",
                relaxed_margin_is_sound,
                {"network": _BUMP, "x": _HALF, "radius": Fraction(0), "label": 1},
            ),
        ),
        searches=(Search("networks", relaxed_margin_is_sound, _relaxation_space),),
        controls=(
            Control(
                "inner-approximation",
                "the outputs at the centre and the ends stand for all outputs",
                sampled_margin_is_sound,
                refuted_by={
                    "network": _BUMP,
                    "x": Fraction(1, 4),
                    "radius": Fraction(2, 3),
                    "label": 0,
                },
                holds_for={"network": _BUMP, "x": _HALF, "radius": _HALF, "label": 0},
                drops="outer",
            ),
            Control(
                "converse",
                "a relaxed margin that is not positive disproves robustness",
                negative_margin_disproves,
                refuted_by={
                    "network": _BUMP,
                    "x": _HALF,
                    "radius": Fraction(1, 5),
                    "label": 1,
                },
                holds_for={"network": _BUMP_BELOW, "x": _HALF, "radius": _HALF, "label": 0},
            ),
        ),
    ),
    RowChecks(
        "ch13-interval-propagation",
        instances=(
            Instance(
                "mixed-signs",
                bounds_of_a_layer,
                {"layer": _MIXED, "low": vector(0, -1), "high": vector(2, 1)},
            ),
            Instance(
                "negative-weight",
                bounds_of_a_layer,
                {
                    "layer": (matrix((-1,)), vector(0)),
                    "low": vector(0),
                    "high": vector(1),
                },
            ),
            Instance(
                "single-point",
                bounds_of_a_layer,
                {"layer": _MIXED, "low": vector(1, 1), "high": vector(1, 1)},
            ),
            Instance(
                "twins",
                composition_is_sound,
                {"network": _TWINS, "low": -_ONE, "high": _ONE, "place": _ONE, "output": 0},
            ),
        ),
        searches=(
            Search("layers", bounds_of_a_layer, _layer_space, cases=40),
            Search("networks", composition_is_sound, _composition_space, cases=40),
        ),
        controls=(
            Control(
                "reversed-bounds",
                "the lower bound may exceed the upper one",
                bounds_of_a_layer,
                refuted_by={"layer": _MIXED, "low": vector(2, 1), "high": vector(0, -1)},
                holds_for={"layer": _MIXED, "low": vector(0, -1), "high": vector(2, 1)},
                drops="ordered-bounds",
            ),
            Control(
                "signs-ignored",
                "the weights are not split by sign",
                bounds_without_signs,
                refuted_by={"layer": _MIXED, "low": vector(0, -1), "high": vector(2, 1)},
                holds_for={"layer": _POSITIVE, "low": vector(0, -1), "high": vector(2, 1)},
                over=_layer_space,
            ),
            Control(
                "composition-tight",
                "the composition over layers is tight",
                composition_is_tight,
                refuted_by={"network": _TWINS, "low": -_ONE, "high": _ONE},
                holds_for={"network": _ONE_UNIT, "low": -_ONE, "high": _ONE},
            ),
        ),
    ),
    RowChecks(
        "ch13-lipschitz-margin",
        instances=(
            Instance("closing-scores", margin_over_slope, {"scores": _CLOSING, "x": Fraction(0)}),
            Instance("level-score", margin_over_slope, {"scores": _LEVEL, "x": _ONE}),
            Instance("three-classes", margin_over_slope, {"scores": _THREE_SCORES, "x": _ONE}),
            Instance(
                "inside-the-radius",
                least_margin_is_positive,
                {"scores": _CLOSING, "x": Fraction(0), "constant": _TWO, "radius": _ONE},
            ),
        ),
        searches=(
            Search("scores", margin_over_slope, _scores_space, cases=40),
            Search("predictions", prediction_stays, _stays_space, cases=40),
        ),
        controls=(
            Control(
                "constant-too-small",
                "the margin changes faster than the constant says",
                least_margin_is_positive,
                refuted_by={"scores": _CLOSING, "x": Fraction(0), "constant": _ONE, "radius": _TWO},
                holds_for={"scores": _CLOSING, "x": Fraction(0), "constant": _ONE, "radius": _ONE},
                drops="lipschitz",
            ),
            Control(
                "margin-at-the-bound",
                "the margin is only as large as the constant times the radius",
                least_margin_is_positive,
                refuted_by={"scores": _CLOSING, "x": Fraction(0), "constant": _TWO, "radius": _TWO},
                holds_for={"scores": _CLOSING, "x": Fraction(0), "constant": _TWO, "radius": _ONE},
                drops="positive-margin",
            ),
            Control(
                "score-instead-of-margin",
                "the constant is that of the first score alone",
                margin_over_slope_of_the_score,
                refuted_by={"scores": _CLOSING, "x": Fraction(0)},
                holds_for={"scores": _LEVEL, "x": Fraction(0)},
            ),
        ),
    ),
)
