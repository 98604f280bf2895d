"""Checks of chapter 14: distances of laws, what tests see of them, and few points against many.

A law on finitely many points has integer weights; divided by their sum they are probabilities. The
points form a metric space with integer distances. The least cost is then taken over the tables of
integers, and the best critic over the integer functions, because the extreme points of both
problems are integers.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.generative_transport import tables
from pyharness.checks.information import Distribution, grid
from pyharness.checks.matrices import Matrix, Vector, dot, matrix, solve, transpose, vector
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
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


# ----- Values -------------------------------------------------------------------------------------

_LINE: Points = ((0,), (1,), (3,))
_PLANE: Points = ((0, 0), (2, 1), (1, 3), (0, 1))
_FAIR = vector("1/2", "1/2")
_THREE = vector("1/2", "1/3", "1/6")
_OTHER = vector("1/5", 0, "4/5")
_PROGRAM = {"a": matrix((1, 1, 1, 0), (0, 1, 2, 1)), "b": vector(3, 4), "c": vector(2, 1, 3, 1)}
_STAR: Metric = ((0, 2, 2, 1), (2, 0, 2, 1), (2, 2, 0, 1), (1, 1, 1, 0))


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
)
