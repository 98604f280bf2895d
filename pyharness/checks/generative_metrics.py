"""Checks of chapter 14: distances of laws, what tests see of them, and what samples tell.

A law on finitely many points has integer weights; divided by their sum they are probabilities. The
points form a metric space with integer distances. The least cost is then taken over the tables of
integers, and the best critic over the integer functions, because the extreme points of both
problems are integers.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import ceil, prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import exp, real
from pyharness.checks.generative_transport import tables
from pyharness.checks.information import Distribution, grid
from pyharness.checks.matrices import Matrix, Vector, dot, matrix, solve, transpose, vector
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
    from collections.abc import Iterator, Mapping

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)

Weights = tuple[int, ...]
#: The table of all distances.
Metric = tuple[tuple[int, ...], ...]
#: Points with integer coordinates; their distance is the sum of those of the coordinates.
Points = tuple[tuple[int, ...], ...]


# ----- Distances ----------------------------------------------------------------------------------


def metric(points: Points) -> Metric:
    """Return the distances of points."""
    return tuple(
        tuple(sum(abs(a - b) for a, b in zip(x, y, strict=True)) for y in points) for x in points
    )


def probabilities(weights: Weights) -> Distribution:
    """Return the weights over their sum."""
    return tuple(Fraction(w, sum(weights)) for w in weights)


def transport_cost(d: Metric, p: Weights, q: Weights) -> Fraction:
    """Return the least mean distance under a coupling; the weights have the same sum."""
    pairs = list(product(range(len(p)), repeat=2))
    least = min(sum(plan[i][j] * d[i][j] for i, j in pairs) for plan in tables(p, q))
    return Fraction(least, sum(p))


def critic_value(d: Metric, p: Weights, q: Weights, slope: int = 1) -> Fraction:
    """Return the best difference of means of a function with this Lipschitz constant."""
    size = len(p)
    ranges = [range(-slope * d[0][i], slope * d[0][i] + 1) for i in range(1, size)]
    best = 0
    for rest in product(*ranges):
        f = (0, *rest)
        if all(abs(f[i] - f[j]) <= slope * d[i][j] for i, j in combinations(range(size), 2)):
            best = max(best, sum((a - b) * c for a, b, c in zip(p, q, f, strict=True)))
    return Fraction(best, sum(p))


def events_distance(p: Distribution, q: Distribution) -> Fraction:
    """Return the total variation, the largest difference of the probabilities of an event."""
    events = product((0, 1), repeat=len(p))
    return max(abs(dot(event, p) - dot(event, q)) for event in events)


def bounded_value(p: Weights, q: Weights) -> Fraction:
    """Return the best difference of means of a function with values in ``[-1, 1]``."""
    return class_distance(
        tuple(product((Fraction(-1), Fraction(1)), repeat=len(p))),
        probabilities(p),
        probabilities(q),
    )


# ----- Classes of tests ---------------------------------------------------------------------------


def class_distance(tests: Matrix, p: Distribution, q: Distribution) -> Fraction:
    """Return the largest difference of the means of a test; a test is the row of its values."""
    return max(abs(dot(f, p) - dot(f, q)) for f in tests)


def invisible(tests: Matrix, p: Distribution, q: Distribution) -> Comparison:
    """The distance is zero exactly if all tests have the same mean."""
    same = all(dot(f, p) == dot(f, q) for f in tests)
    return Comparison(class_distance(tests, p, q) == 0, "=", same)


def more_tests_see_more(
    tests: Matrix, more: Matrix, p: Distribution, q: Distribution
) -> Comparison:
    """More tests give no smaller distance."""
    return Comparison(class_distance(tests, p, q), "≤", class_distance(tests + more, p, q))


def bounded_tests(p: Distribution, q: Distribution) -> Comparison:
    """With all tests of size at most one the distance is twice the total variation.

    The largest difference is attained at tests with the values ``±1``.
    """
    signs = tuple(product((Fraction(-1), Fraction(1)), repeat=len(p)))
    return Comparison(class_distance(signs, p, q), "=", 2 * events_distance(p, q))


def bounded_tests_once(p: Distribution, q: Distribution) -> Comparison:
    """The same without the factor two."""
    signs = tuple(product((Fraction(-1), Fraction(1)), repeat=len(p)))
    return Comparison(class_distance(signs, p, q), "=", events_distance(p, q))


def at_most_variation(tests: Matrix, p: Distribution, q: Distribution) -> Comparison:
    """The distance is at most twice the total variation."""
    return Comparison(class_distance(tests, p, q), "≤", 2 * events_distance(p, q))


# ----- Linear programs ----------------------------------------------------------------------------


def basic_points(a: Matrix, b: Vector) -> Iterator[Vector]:
    """Yield the non-negative solutions of ``a x = b`` with at most as many entries as rows."""
    columns = transpose(a)
    for size in range(len(a) + 1):
        for chosen in combinations(range(len(columns)), size):
            if size == 0:
                found: Vector | None = () if not any(b) else None
            else:
                found = solve(transpose(tuple(columns[j] for j in chosen)), b)
            if found is not None and all(value >= 0 for value in found):
                entries = dict(zip(chosen, found, strict=True))
                yield tuple(entries.get(j, Fraction(0)) for j in range(len(columns)))


def certificates(a: Matrix, b: Vector, largest: int) -> Iterator[Vector]:
    """Yield the small integer vectors with ``aᵀ y ≥ 0`` and ``b·y < 0``."""
    columns = transpose(a)
    for y in product(range(-largest, largest + 1), repeat=len(a)):
        if dot(b, y) < 0 and all(dot(column, y) >= 0 for column in columns):
            yield y


def one_alternative(a: Matrix, b: Vector) -> Comparison:
    """Either ``a x = b`` has a solution ``x ≥ 0``, or there is a certificate, and not both."""
    solved = any(True for _ in basic_points(a, b))
    refuted = any(True for _ in certificates(a, b, 2))
    return Comparison(solved, "≠", refuted)


def one_alternative_signless(a: Matrix, b: Vector) -> Comparison:
    """The same when solutions may be negative."""
    solved = solve(a, b) is not None
    refuted = any(True for _ in certificates(a, b, 2))
    return Comparison(solved, "≠", refuted)


def least_value(a: Matrix, b: Vector, c: Vector) -> Fraction:
    """Return the least ``c·x`` with ``a x = b`` and ``x ≥ 0``, from the basic points."""
    return min(dot(c, x) for x in basic_points(a, b))


def dual_value(a: Matrix, b: Vector, c: Vector) -> Fraction:
    """Return the largest ``b·y`` with ``aᵀ y ≤ c``, from the vertices; the rows are independent."""
    columns = transpose(a)
    found = []
    for chosen in combinations(range(len(columns)), len(a)):
        y = solve(tuple(columns[j] for j in chosen), tuple(c[j] for j in chosen))
        if y is not None and all(dot(k, y) <= e for k, e in zip(columns, c, strict=True)):
            found.append(dot(b, y))
    return max(found)


def strong_duality(a: Matrix, b: Vector, c: Vector) -> Comparison:
    """The least value is the largest value of the dual program."""
    return Comparison(least_value(a, b, c), "=", dual_value(a, b, c))


def strong_duality_of_integers(a: Matrix, b: Vector, c: Vector, largest: int) -> Comparison:
    """The same when the variables are integers, none above the largest one."""
    points = product(range(largest + 1), repeat=len(c))
    least = min(dot(c, x) for x in points if tuple(dot(row, x) for row in a) == b)
    return Comparison(least, "=", dual_value(a, b, c))


# ----- The 1-Wasserstein distance -----------------------------------------------------------------


def triangle(points: Points, laws: tuple[Weights, Weights, Weights], power: int = 1) -> Comparison:
    """The triangle inequality; the cost is the distance, or a power of it."""
    d = tuple(tuple(entry**power for entry in row) for row in metric(points))
    p, q, r = laws
    return Comparison(
        transport_cost(d, p, r), "≤", transport_cost(d, p, q) + transport_cost(d, q, r)
    )


def symmetric_and_definite(points: Points, p: Weights, q: Weights) -> Comparison:
    """It is symmetric, and zero exactly between equal laws."""
    d = metric(points)
    there, back = transport_cost(d, p, q), transport_cost(d, q, p)
    return Comparison((there, there == 0), "=", (back, p == q))


def below_diameter(points: Points, p: Weights, q: Weights, length: int | None = None) -> Comparison:
    """It is at most the diameter, or the given length, times the total variation."""
    d = metric(points)
    diameter = max(map(max, d)) if length is None else length
    variation = events_distance(probabilities(p), probabilities(q))
    return Comparison(transport_cost(d, p, q), "≤", diameter * variation)


def moments_differ(points: Points, p: Weights, q: Weights, power: int = 1) -> Comparison:
    """It is at least the distance of the means, or of those of a power of the coordinates."""
    columns = [tuple(Fraction(a) ** power for a in column) for column in zip(*points, strict=True)]
    first, second = probabilities(p), probabilities(q)
    gap = sum((abs(dot(c, first) - dot(c, second)) for c in columns), Fraction(0))
    return Comparison(gap, "≤", transport_cost(metric(points), p, q))


def duality(points: Points, p: Weights, q: Weights, slope: int = 1) -> Comparison:
    """The best critic with Lipschitz constant one reaches the least cost of a coupling."""
    d = metric(points)
    return Comparison(critic_value(d, p, q, slope), "=", transport_cost(d, p, q))


def duality_of_bounded(points: Points, p: Weights, q: Weights) -> Comparison:
    """The same for critics of size at most one instead of Lipschitz ones."""
    return Comparison(bounded_value(p, q), "=", transport_cost(metric(points), p, q))


# ----- Few points against many --------------------------------------------------------------------


def few_points(d: Metric, q: Weights, separation: int) -> Comparison:
    """A law on ``m`` of ``M`` points is far from the uniform law on all: ``ρ (1 - m/M)``.

    The weights of the uniform law are those of the other one, divided evenly: their sum is a
    multiple of ``M``.
    """
    size = len(q)
    uniform = (sum(q) // size,) * size
    support = sum(1 for w in q if w)
    bound = separation * (1 - Fraction(support, size))
    return Comparison(transport_cost(d, uniform, q), "≥", bound)


def few_points_of_the_metric(d: Metric, q: Weights) -> Comparison:
    """The same, with the least distance of two points as the separation."""
    return few_points(d, q, min(d[i][j] for i, j in combinations(range(len(d)), 2)))


def few_points_in_variation(q: Weights) -> Comparison:
    """The total variation to the uniform law on all points is at least ``1 - m/M``."""
    size, support = len(q), sum(1 for w in q if w)
    uniform = (Fraction(1, size),) * size
    return Comparison(events_distance(uniform, probabilities(q)), "≥", 1 - Fraction(support, size))


def few_points_elsewhere(d: Metric, p: Weights, q: Weights, separation: int) -> Comparison:
    """The bound ``ρ (1 - m/M)`` for a law on ``m`` points that are not among the ``M`` ones."""
    size, support = sum(1 for w in p if w), sum(1 for w in q if w)
    bound = separation * (1 - Fraction(support, size))
    return Comparison(transport_cost(d, p, q), "≥", bound)


# ----- Nets of parameters -------------------------------------------------------------------------

#: Parameters with the row of the values of their discriminator.
Family = tuple[tuple[Fraction, Vector], ...]


def to_the_net(family: Family, net: tuple[Fraction, ...]) -> Fraction:
    """Return the largest distance of a parameter from the net."""
    return max(min(abs(psi - center) for center in net) for psi, _ in family)


def net_decides(
    family: Family,
    lipschitz: Fraction,
    net: tuple[Fraction, ...],
    p: Distribution,
    q: Distribution,
    *,
    factor: int = 2,
    radius: Fraction | None = None,
) -> Comparison:
    """The largest difference of means over the family is near the one over the net.

    It is larger by at most ``2 L ε``; the radius ``ε`` is the right one unless it is given.
    """
    epsilon = to_the_net(family, net) if radius is None else radius
    everywhere = class_distance(tuple(f for _, f in family), p, q)
    on_net = class_distance(tuple(f for psi, f in family if psi in net), p, q)
    return Comparison(everywhere, "≤", on_net + factor * lipschitz * epsilon)


def exceeding(tests: Matrix, p: Distribution, count: int, level: Fraction) -> Fraction:
    """Return the probability that some mean over the samples is off by more than the level."""
    answer = Fraction(0)
    for samples in product(range(len(p)), repeat=count):
        empirical = tuple(Fraction(samples.count(i), count) for i in range(len(p)))
        if class_distance(tests, p, empirical) > level:
            answer += prod((p[i] for i in samples), start=Fraction(1))
    return answer


def rarely_off_by_moments(
    tests: Matrix, p: Distribution, count: int, level: Fraction
) -> Comparison:
    """Some test is off by more than ``t`` with probability at most ``|N| / (m t²)``."""
    return Comparison(exceeding(tests, p, count, level), "≤", len(tests) / (count * level**2))


def rarely_off(
    tests: Matrix, p: Distribution, count: int, level: Fraction, *, rate: Fraction = _HALF
) -> Comparison:
    """Some test is off by more than ``t`` with probability at most ``2 |N| e^(-m t²/2)``.

    The rate in the exponent is one half, unless it is given.
    """
    bound = 2 * len(tests) * exp(-count * level**2 * rate)
    return Comparison(real(exceeding(tests, p, count, level)), "≤", bound)


def box_has_a_net(dimension: int, radius: Fraction, parts: int, share: int = 1) -> Comparison:
    """With ``⌈1/ε⌉^p`` points every point of the box is near one: tried on a grid.

    The left side is the largest distance in the sup norm of a point of the grid from the net. With
    a share ``s`` the net has ``⌈1/(s ε)⌉^p`` points.
    """
    cells = ceil(1 / (share * radius))
    centers = [Fraction(2 * k + 1, 2 * cells) for k in range(cells)]
    net = list(product(centers, repeat=dimension))
    points = product([Fraction(k, parts) for k in range(parts + 1)], repeat=dimension)
    worst = max(
        min(max(abs(a - b) for a, b in zip(x, y, strict=True)) for y in net) for x in points
    )
    return Comparison(worst, "≤", radius)


# ----- Values -------------------------------------------------------------------------------------

_LINE: Points = ((0,), (1,), (3,))
_PLANE: Points = ((0, 0), (2, 1), (1, 3), (0, 1))
_FAIR = vector("1/2", "1/2")
_THREE = vector("1/2", "1/3", "1/6")
_OTHER = vector("1/5", 0, "4/5")
_PROGRAM = {"a": matrix((1, 1, 1, 0), (0, 1, 2, 1)), "b": vector(3, 4), "c": vector(2, 1, 3, 1)}
_STAR: Metric = ((0, 2, 2, 1), (2, 0, 2, 1), (2, 2, 0, 1), (1, 1, 1, 0))
#: Discriminators ``ψ s(x)`` with ``s = (1, -1)``, and ``|ψ - x|`` at ``x = 0, 1/2, 1``.
_SLOPES: Family = tuple((Fraction(k, 8), vector(Fraction(k, 8), -Fraction(k, 8))) for k in range(9))
_STEEP: Family = tuple((psi, tuple(3 * a for a in row)) for psi, row in _SLOPES)
_TENTS: Family = tuple(
    (Fraction(k, 8), tuple(abs(Fraction(k, 8) - x) for x in vector(0, "1/2", 1))) for k in range(9)
)
_STEPS: Family = tuple((Fraction(k, 8), vector(int(k > 4), -int(k > 4))) for k in range(9))
_TESTS = matrix((1, -1), ("1/2", 0))


def _tables_of_signs() -> Iterator[Mapping[str, object]]:
    """List the systems of two equations in two unknowns with entries -1, 0, 1."""
    entries = vector(-1, 0, 1)
    for a11, a12, a21, a22 in product(entries, repeat=4):
        for b in product(entries, repeat=2):
            yield {"a": ((a11, a12), (a21, a22)), "b": b}


def _feasible_program(parts: dict[str, tuple]) -> dict[str, object]:
    """Return a program with independent rows that the given point satisfies."""
    (p, q), (r, s) = parts["rows"]
    a = ((p, q, Fraction(1), Fraction(0)), (r, s, Fraction(0), Fraction(1)))
    return {"a": a, "b": tuple(dot(row, parts["x"]) for row in a), "c": parts["c"]}


def _compositions(size: int, whole: int) -> list[Weights]:
    """List the weights with this sum."""
    return [w for w in product(range(whole + 1), repeat=size) if sum(w) == whole]


def _laws(size: int, whole: int) -> object:
    return st.sampled_from(_compositions(size, whole))


def _points(size: int) -> object:
    """Return a strategy for different points of the plane."""
    point = st.tuples(st.integers(-1, 2), st.integers(0, 2))
    return st.lists(point, min_size=size, max_size=size, unique=True).map(tuple)


def _pairs(size: int, steps: int) -> Iterator[Mapping[str, object]]:
    for p, q in product(grid(size, steps), repeat=2):
        yield {"p": p, "q": q}


CHECKS = (
    RowChecks(
        "ch14-test-class",
        instances=(
            Instance("coins", bounded_tests, {"p": _FAIR, "q": vector("1/4", "3/4")}),
            Instance("three-points", bounded_tests, {"p": _THREE, "q": _OTHER}),
            Instance(
                "mean-sees-nothing",
                invisible,
                {"tests": matrix((-1, 0, 1)), "p": vector("1/2", 0, "1/2"), "q": vector(0, 1, 0)},
            ),
            Instance(
                "second-moment-sees",
                more_tests_see_more,
                {
                    "tests": matrix((-1, 0, 1)),
                    "more": matrix((1, 0, 1)),
                    "p": vector("1/2", 0, "1/2"),
                    "q": vector(0, 1, 0),
                },
            ),
        ),
        searches=(
            Exhaustion("laws-on-a-grid", bounded_tests, lambda: _pairs(3, 4)),
            Search(
                "more-tests",
                more_tests_see_more,
                lambda: st.fixed_dictionaries(
                    {
                        name: st.lists(
                            st.tuples(*[st.integers(-2, 2).map(Fraction)] * 3),
                            min_size=1,
                            max_size=3,
                        ).map(tuple)
                        for name in ("tests", "more")
                    }
                    | {name: st.sampled_from(list(grid(3, 4))) for name in ("p", "q")}
                ).filter(lambda case: case["p"] != case["q"]),
            ),
        ),
        controls=(
            Control(
                "factor-lost",
                "the distance is once the total variation",
                bounded_tests_once,
                refuted_by={"p": _FAIR, "q": vector("1/4", "3/4")},
                holds_for={"p": _FAIR, "q": _FAIR},
            ),
            Control(
                "large-tests",
                "a test is larger than one",
                at_most_variation,
                refuted_by={"tests": matrix((3, 0)), "p": vector(1, 0), "q": vector(0, 1)},
                holds_for={"tests": matrix((1, -1)), "p": vector(1, 0), "q": vector(0, 1)},
                drops="bounded-tests",
            ),
        ),
    ),
    RowChecks(
        "ch14-lp-duality",
        instances=(
            Instance(
                "solvable", one_alternative, {"a": matrix((1, 1), (1, -1)), "b": vector(1, 0)}
            ),
            Instance(
                "not-solvable", one_alternative, {"a": matrix((1, 1), (1, 1)), "b": vector(1, -1)}
            ),
            Instance("program", strong_duality, _PROGRAM),
            Instance(
                "one-equation",
                strong_duality,
                {"a": matrix((2, 1)), "b": vector(1), "c": vector(1, 1)},
            ),
            Instance(
                "transport",
                strong_duality,
                {
                    "a": matrix((1, 1, 0, 0), (0, 0, 1, 1), (1, 0, 1, 0)),
                    "b": vector("1/2", "1/2", "1/4"),
                    "c": vector(0, 1, 1, 0),
                },
            ),
        ),
        searches=(
            Exhaustion("two-equations", one_alternative, _tables_of_signs),
            Search(
                "programs",
                strong_duality,
                lambda: st.fixed_dictionaries(
                    {
                        "rows": st.tuples(
                            *[st.tuples(*[st.integers(-2, 2).map(Fraction)] * 2)] * 2
                        ),
                        "x": st.tuples(*[st.integers(0, 3).map(Fraction)] * 4),
                        "c": st.tuples(*[st.integers(0, 3).map(Fraction)] * 4),
                    }
                ).map(_feasible_program),
            ),
        ),
        controls=(
            Control(
                "negative-solutions",
                "solutions may be negative",
                one_alternative_signless,
                refuted_by={"a": matrix((1,)), "b": vector(-1)},
                holds_for={"a": matrix((1,)), "b": vector(1)},
            ),
            Control(
                "integers",
                "the variables are integers",
                strong_duality_of_integers,
                refuted_by={
                    "a": matrix((2, 1)),
                    "b": vector(1),
                    "c": vector(1, 1),
                    "largest": 2,
                },
                holds_for={"a": matrix((2, 1)), "b": vector(2), "c": vector(1, 1), "largest": 2},
            ),
        ),
    ),
    RowChecks(
        "ch14-w1-primal",
        instances=(
            Instance(
                "triangle",
                triangle,
                {"points": _PLANE, "laws": ((2, 1, 0, 1), (0, 2, 2, 0), (1, 1, 1, 1))},
            ),
            Instance(
                "triangle-on-the-line",
                triangle,
                {"points": ((0,), (1,), (2,)), "laws": ((1, 0, 0), (0, 1, 0), (0, 0, 1))},
            ),
            Instance(
                "below", below_diameter, {"points": _PLANE, "p": (2, 1, 0, 1), "q": (0, 2, 2, 0)}
            ),
            Instance(
                "below-with-equality",
                below_diameter,
                {"points": _LINE, "p": (2, 1, 0), "q": (0, 1, 2)},
            ),
            Instance(
                "means", moments_differ, {"points": _PLANE, "p": (2, 1, 0, 1), "q": (0, 2, 2, 0)}
            ),
            Instance(
                "means-on-the-line",
                moments_differ,
                {"points": _LINE, "p": (3, 0, 0), "q": (0, 2, 1)},
            ),
        ),
        searches=(
            Exhaustion(
                "definite",
                symmetric_and_definite,
                lambda: (
                    {"points": _LINE, "p": p, "q": q}
                    for p, q in product(_compositions(3, 3), repeat=2)
                ),
            ),
            Search(
                "triangles",
                triangle,
                lambda: {"points": _points(3), "laws": st.tuples(*[_laws(3, 4)] * 3)},
            ),
            Search(
                "above-means",
                moments_differ,
                lambda: {"points": _points(3), "p": _laws(3, 4), "q": _laws(3, 4)},
            ),
            Search(
                "below-diameter",
                below_diameter,
                lambda: {"points": _points(3), "p": _laws(3, 4), "q": _laws(3, 4)},
            ),
        ),
        controls=(
            Control(
                "squared-cost",
                "the cost is the squared distance",
                triangle,
                refuted_by={
                    "points": ((0,), (1,), (2,)),
                    "laws": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
                    "power": 2,
                },
                holds_for={
                    "points": ((0,), (1,), (2,)),
                    "laws": ((1, 0, 0), (1, 0, 0), (0, 0, 1)),
                    "power": 2,
                },
            ),
            Control(
                "second-moments",
                "the means are replaced by the second moments",
                moments_differ,
                refuted_by={"points": _LINE, "p": (0, 1, 0), "q": (0, 0, 1), "power": 2},
                holds_for={"points": _LINE, "p": (1, 0, 0), "q": (0, 1, 0), "power": 2},
            ),
            Control(
                "least-distance",
                "the diameter is replaced by the least distance",
                below_diameter,
                refuted_by={"points": _LINE, "p": (1, 0, 0), "q": (0, 0, 1), "length": 1},
                holds_for={"points": _LINE, "p": (1, 0, 0), "q": (0, 1, 0), "length": 1},
            ),
        ),
    ),
    RowChecks(
        "ch14-kantorovich-rubinstein",
        instances=(
            Instance("plane", duality, {"points": _PLANE, "p": (2, 1, 0, 1), "q": (0, 2, 2, 0)}),
            Instance("line", duality, {"points": _LINE, "p": (1, 1, 4), "q": (2, 4, 0)}),
            Instance("equal-laws", duality, {"points": _LINE, "p": (1, 1, 1), "q": (1, 1, 1)}),
            Instance("two-points", duality, {"points": ((0,), (3,)), "p": (1, 0), "q": (0, 1)}),
        ),
        searches=(
            Exhaustion(
                "laws-on-the-line",
                duality,
                lambda: (
                    {"points": _LINE, "p": p, "q": q}
                    for p, q in product(_compositions(3, 3), repeat=2)
                ),
                lambda: (
                    {"points": _PLANE, "p": p, "q": q}
                    for p, q in product(_compositions(4, 3), repeat=2)
                ),
            ),
            Search(
                "points-of-the-plane",
                duality,
                lambda: {"points": _points(3), "p": _laws(3, 4), "q": _laws(3, 4)},
            ),
        ),
        controls=(
            Control(
                "bounded-critics",
                "critics are of size at most one instead of Lipschitz",
                duality_of_bounded,
                refuted_by={"points": ((0,), (1,)), "p": (1, 0), "q": (0, 1)},
                holds_for={"points": ((0,), (2,)), "p": (1, 0), "q": (0, 1)},
                over=lambda: {
                    "points": st.just(((0,), (1,))),
                    "p": _laws(2, 2),
                    "q": _laws(2, 2),
                },
            ),
            Control(
                "slope-two",
                "critics have the Lipschitz constant two",
                duality,
                refuted_by={"points": _LINE, "p": (1, 0, 0), "q": (0, 1, 0), "slope": 2},
                holds_for={"points": _LINE, "p": (1, 0, 0), "q": (1, 0, 0), "slope": 2},
            ),
        ),
    ),
    RowChecks(
        "ch14-finite-support-gap",
        instances=(
            Instance("half", few_points_of_the_metric, {"d": metric(_PLANE), "q": (2, 2, 0, 0)}),
            Instance("collapsed", few_points_of_the_metric, {"d": metric(_LINE), "q": (0, 3, 0)}),
            Instance(
                "equal-distances",
                few_points_of_the_metric,
                {"d": ((0, 2, 2), (2, 0, 2), (2, 2, 0)), "q": (3, 3, 0)},
            ),
            Instance("variation", few_points_in_variation, {"q": (1, 2, 0, 0, 3)}),
            Instance("variation-with-equality", few_points_in_variation, {"q": (1, 1, 0, 0)}),
        ),
        searches=(
            Search(
                "plane",
                few_points_of_the_metric,
                lambda: {"d": _points(4).map(metric), "q": _laws(4, 4)},
            ),
            Exhaustion(
                "variation",
                few_points_in_variation,
                lambda: ({"q": q} for q in _compositions(4, 5)),
            ),
        ),
        controls=(
            Control(
                "near-points",
                "two points are nearer than the separation",
                few_points,
                refuted_by={"d": ((0, 1), (1, 0)), "q": (2, 0), "separation": 3},
                holds_for={"d": ((0, 3), (3, 0)), "q": (2, 0), "separation": 3},
                drops="separated",
                over=lambda: {
                    "d": _points(2).map(metric),
                    "q": _laws(2, 2),
                    "separation": st.just(3),
                },
            ),
            Control(
                "elsewhere",
                "the other law may have points of its own",
                few_points_elsewhere,
                refuted_by={"d": _STAR, "p": (1, 1, 1, 0), "q": (0, 0, 0, 3), "separation": 2},
                holds_for={"d": _STAR, "p": (1, 1, 1, 0), "q": (3, 0, 0, 0), "separation": 2},
            ),
        ),
    ),
    RowChecks(
        "ch14-covering-generalization",
        instances=(
            Instance(
                "with-equality",
                net_decides,
                {
                    "family": _SLOPES,
                    "lipschitz": Fraction(1),
                    "net": vector(0),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                },
            ),
            Instance(
                "steep-with-equality",
                net_decides,
                {
                    "family": _STEEP,
                    "lipschitz": Fraction(3),
                    "net": vector("1/4"),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                },
            ),
            Instance(
                "tents",
                net_decides,
                {
                    "family": _TENTS,
                    "lipschitz": Fraction(1),
                    "net": vector("1/4", "3/4"),
                    "p": _THREE,
                    "q": _OTHER,
                },
            ),
            Instance(
                "ten-samples",
                rarely_off,
                {"tests": _TESTS, "p": _FAIR, "count": 10, "level": Fraction(4, 5)},
            ),
            Instance(
                "one-sample",
                rarely_off,
                {"tests": matrix((1, -1)), "p": _FAIR, "count": 1, "level": Fraction(99, 100)},
            ),
            Instance(
                "three-tests",
                rarely_off,
                {
                    "tests": matrix((1, 1, -1, -1), (1, -1, 1, -1), (1, -1, -1, 1)),
                    "p": vector("1/4", "1/4", "1/4", "1/4"),
                    "count": 2,
                    "level": Fraction(99, 100),
                },
            ),
            Instance(
                "three-tests-by-moments",
                rarely_off_by_moments,
                {
                    "tests": matrix((1, 1, -1, -1), (1, -1, 1, -1), (1, -1, -1, 1)),
                    "p": vector("1/4", "1/4", "1/4", "1/4"),
                    "count": 2,
                    "level": Fraction(99, 100),
                },
            ),
            Instance(
                "small-level",
                rarely_off,
                {"tests": matrix((1, -1)), "p": _FAIR, "count": 9, "level": Fraction(33, 100)},
            ),
            Instance(
                "small-level-by-moments",
                rarely_off_by_moments,
                {"tests": matrix((1, -1)), "p": _FAIR, "count": 4, "level": Fraction(49, 100)},
            ),
            Instance(
                "one-sample-by-moments",
                rarely_off_by_moments,
                {"tests": matrix((1, -1)), "p": _FAIR, "count": 1, "level": Fraction(99, 100)},
            ),
            Instance(
                "second-moments",
                rarely_off_by_moments,
                {"tests": _TESTS, "p": _FAIR, "count": 8, "level": Fraction(4, 5)},
            ),
            Instance("box", box_has_a_net, {"dimension": 2, "radius": Fraction(2, 5), "parts": 6}),
        ),
        searches=(
            Search(
                "nets",
                net_decides,
                lambda: {
                    "family": st.just(_TENTS),
                    "lipschitz": st.just(Fraction(1)),
                    "net": st.sets(
                        st.sampled_from([psi for psi, _ in _TENTS]), min_size=1, max_size=4
                    ).map(lambda net: tuple(sorted(net))),
                    "p": st.sampled_from(list(grid(3, 4))),
                    "q": st.sampled_from(list(grid(3, 4))),
                },
            ),
            Exhaustion(
                "deviations",
                rarely_off,
                lambda: (
                    {"tests": _TESTS, "p": (p, 1 - p), "count": m, "level": Fraction(t, 4)}
                    for p in vector("1/2", "1/5", 1)
                    for m in (1, 2, 5)
                    for t in range(1, 8)
                ),
            ),
        ),
        controls=(
            Control(
                "radius-once",
                "the difference is at most Lε",
                net_decides,
                refuted_by={
                    "family": _SLOPES,
                    "lipschitz": Fraction(1),
                    "net": vector(0),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                    "factor": 1,
                },
                holds_for={
                    "family": _SLOPES,
                    "lipschitz": Fraction(1),
                    "net": vector(0),
                    "p": vector(1, 0),
                    "q": _FAIR,
                    "factor": 1,
                },
            ),
            Control(
                "faster-decay",
                "the exponent is m t² instead of its half",
                rarely_off,
                refuted_by={
                    "tests": matrix((1, -1)),
                    "p": _FAIR,
                    "count": 1,
                    "level": Fraction(99, 100),
                    "rate": Fraction(1),
                },
                holds_for={
                    "tests": matrix((1, -1)),
                    "p": _FAIR,
                    "count": 1,
                    "level": Fraction(1, 2),
                    "rate": Fraction(1),
                },
            ),
            Control(
                "coarse-net",
                "the net of the box has a third as many points on each axis",
                box_has_a_net,
                refuted_by={"dimension": 2, "radius": Fraction(1, 3), "parts": 6, "share": 3},
                holds_for={"dimension": 2, "radius": Fraction(1, 2), "parts": 6, "share": 3},
            ),
            Control(
                "jumps",
                "discriminators jump when the parameter moves",
                net_decides,
                refuted_by={
                    "family": _STEPS,
                    "lipschitz": Fraction(1),
                    "net": vector("1/4", "1/2"),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                },
                holds_for={
                    "family": _STEPS,
                    "lipschitz": Fraction(1),
                    "net": vector("1/4", "3/4"),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                },
                drops="lipschitz-parameters",
            ),
            Control(
                "no-net",
                "some parameter is further from the net than the radius",
                net_decides,
                refuted_by={
                    "family": _SLOPES,
                    "lipschitz": Fraction(1),
                    "net": vector(0),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                    "radius": Fraction(1, 4),
                },
                holds_for={
                    "family": _SLOPES,
                    "lipschitz": Fraction(1),
                    "net": vector("1/4", "3/4"),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                    "radius": Fraction(1, 4),
                },
                drops="finite-net",
            ),
            Control(
                "large-tests",
                "tests are larger than one",
                rarely_off,
                refuted_by={
                    "tests": matrix((4, -4)),
                    "p": _FAIR,
                    "count": 2,
                    "level": Fraction(3),
                },
                holds_for={
                    "tests": matrix((1, -1)),
                    "p": _FAIR,
                    "count": 2,
                    "level": Fraction(3),
                },
                drops="bounded-tests",
            ),
        ),
        plots=(
            Plot(
                "deviations",
                "How often some test is off by more than 1/2, and the bound",
                rarely_off,
                "count",
                tuple(range(1, 13)),
                {"": {"tests": _TESTS, "p": _FAIR, "level": _HALF}},
                axis="samples m",
                left="probability",
                right="2 |N| e^(-m t²/2)",
                logarithmic="y",
            ),
        ),
    ),
)
