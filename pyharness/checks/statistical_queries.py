"""Checks of chapter 11: correlational queries, gradients as correlations, orthogonal families.

Laws on finite sets are tuples of fractions; expectations are sums.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.boolean_functions import parity, subsets
from pyharness.checks.information import Distribution, point, uniform
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Identity,
    Instance,
    RowChecks,
    Search,
)
from pyharness.checks.optimization import slope as polynomial_slope

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

Number = int | Fraction
Table = tuple[Number, ...]


def mean(weights: Distribution, values: Table) -> Fraction:
    """Return the expected value."""
    return sum((p * v for p, v in zip(weights, values, strict=True)), Fraction(0))


# ----- Splitting of queries -----------------------------------------------------------------------

#: The values of a query at each point: for the label 1, and for the label -1.
Query = tuple[tuple[Number, Number], ...]


#: Points and labels with their probabilities.
Joint = tuple[tuple[int, int, Fraction], ...]


def correlational(query: Query) -> Table:
    """Return the query ``(q(x, 1) - q(x, -1)) / 2`` that is multiplied by the label."""
    return tuple(Fraction(a - b, 2) for a, b in query)


def means(joint: Joint, query: Query) -> tuple[Fraction, Fraction, Fraction]:
    """Return the means of a query, of its part that ignores the label, and of the correlation.

    A label other than 1 reads the second value of the query.
    """
    phi = correlational(query)
    whole = sum((p * query[x][0 if y == 1 else 1] for x, y, p in joint), Fraction(0))
    known = sum((p * Fraction(sum(query[x]), 2) for x, _, p in joint), Fraction(0))
    return whole, known, sum((p * y * phi[x] for x, y, p in joint), Fraction(0))


def split_means(joint: Joint, query: Query) -> Comparison:
    """The mean of a query is a mean that ignores the label plus a correlation with the label."""
    left, known, correlation = means(joint, query)
    return Comparison(left, "=", known + correlation)


def correlation_is_bounded(query: Query) -> Comparison:
    """The correlational query that is left of a query between -1 and 1 is between -1 and 1."""
    return Comparison(max(map(abs, correlational(query))), "≤", 1)


def simulated(joint: Joint, query: Query, error: Fraction, tolerance: Fraction) -> Comparison:
    """With signs as labels a correlational answer gives a statistical one with the same tolerance.

    The mean that ignores the label is known; the answer has an error up to the tolerance.
    """
    assert abs(error) <= tolerance
    truth, known, correlation = means(joint, query)
    return Comparison(abs(known + correlation + error - truth), "≤", tolerance)


def correlation_is_statistical(values: tuple[Number, ...]) -> Comparison:
    """The query ``y φ(x)`` is bounded by 1 when ``φ`` is, so it is a statistical query."""
    return Comparison(max(abs(y * v) for v in values for y in (1, -1)), "≤", 1)


def tolerance_counts(value: Fraction, factor: Fraction, tolerance: Fraction) -> Comparison:
    """An oracle can make a correlation uncertain by the tolerance.

    The query is multiplied by a factor, the answer is off by the tolerance and divided by it.
    """
    answer = factor * value + tolerance
    return Comparison(abs(answer / factor - value), "≥", tolerance)


def correlations_decide(first: Joint, second: Joint) -> Comparison:
    """Laws with the same marginal and the same correlations have the same mean squared label."""

    def moments(joint: Joint, power: int) -> dict[int, Fraction]:
        found: dict[int, Fraction] = {}
        for x, y, p in joint:
            found[x] = found.get(x, Fraction(0)) + p * y**power
        return found

    assert all(moments(first, k) == moments(second, k) for k in (0, 1))
    return Comparison(moments(first, 2), "=", moments(second, 2))


def splitting() -> tuple[sympy.Expr, sympy.Expr]:
    """The formula at both labels at once, for all values of the query."""
    import sympy

    a, b, t = sympy.symbols("a b t")

    def split(y: int) -> sympy.Expr:
        return (a + b) / 2 + y * (a - b) / 2

    return split(1) + t * split(-1), a + t * b


# ----- Gradients are correlations -----------------------------------------------------------------

#: Examples ``(x, y)``, equally likely.
Data = tuple[tuple[Number, Number], ...]
#: The network is ``c (a x)²``, with the parameters ``(a, c)``.
Parameters = tuple[Fraction, Fraction]


def network(parameters: Parameters, x: Number) -> Fraction:
    """Return the output of one hidden unit with the square as activation."""
    a, c = parameters
    return c * (a * x) ** 2


def slope(parameters: Parameters, x: Number, j: int) -> Fraction:
    """Return the derivative of the output in a parameter."""
    a, c = parameters
    return 2 * a * c * x**2 if j == 0 else a**2 * Fraction(x) ** 2


def risk(parameters: Parameters, data: Data, power: int) -> Fraction:
    """Return the mean of ``(f(x) - y)^power / power``."""
    losses = [(network(parameters, x) - y) ** power / power for x, y in data]
    return sum(losses, Fraction(0)) / len(data)


def slope_of_risk(parameters: Parameters, data: Data, j: int, power: int) -> Fraction:
    """Return the derivative of the risk, a polynomial of degree at most four in the parameter."""

    def moved(h: Fraction) -> Fraction:
        return risk((parameters[0] + h * (j == 0), parameters[1] + h * (j == 1)), data, power)

    return polynomial_slope(moved)


def gradient_is_correlation(
    parameters: Parameters, data: Data, j: int, power: int = 2
) -> Comparison:
    """The derivative of the risk is ``E[f f_j] - E[y f_j]``."""
    right = sum((network(parameters, x) - y) * slope(parameters, x, j) for x, y in data) / Fraction(
        len(data)
    )
    return Comparison(slope_of_risk(parameters, data, j, power), "=", right)


def gradient_from_query(
    parameters: Parameters, data: Data, j: int, error: Fraction, assumed: tuple[Number, ...] = ()
) -> Comparison:
    """One answer with some error gives the derivative within ``B`` times the error.

    ``B`` is the largest ``|f_j|``; ``assumed`` are other points than those of the data, if any.
    """
    bound = max(abs(slope(parameters, x, j)) for x, _ in data) or Fraction(1)
    answer = sum(y * slope(parameters, x, j) / bound for x, y in data) / len(data) + error
    points = assumed or tuple(x for x, _ in data)
    own = sum(network(parameters, x) * slope(parameters, x, j) for x in points) / len(points)
    distance = abs(own - bound * answer - slope_of_risk(parameters, data, j, 2))
    return Comparison(distance, "≤", bound * abs(error))


def query_is_bounded(
    parameters: Parameters, points: tuple[Number, ...], j: int, bound: Fraction
) -> Comparison:
    """The query ``f_j / B`` has values between -1 and 1."""
    return Comparison(max(abs(slope(parameters, x, j)) for x in points) / bound, "≤", 1)


def gradient_identity() -> tuple[sympy.Expr, sympy.Expr]:
    """Derivative of the risk and correlations, for all parameters, labels and two points."""
    import sympy

    a, c, x, z, y, w, p = sympy.symbols("a c x z y w p")

    def f(point_: sympy.Expr) -> sympy.Expr:
        return c * (a * point_ + a**2) ** 2

    examples = ((x, y, p), (z, w, 1 - p))
    whole = sum(q * (f(u) - v) ** 2 / 2 for u, v, q in examples)
    right = sum(q * (f(u) - v) * sympy.diff(f(u), a) for u, v, q in examples)
    return sympy.diff(whole, a), right


# ----- From coordinates to the Euclidean norm -----------------------------------------------------


def update_moves(errors: Table, tolerance: Fraction, step: Fraction) -> Comparison:
    """The squared move of the mean update is at most ``η² p τ²``."""
    assert all(abs(e) <= tolerance for e in errors)
    left = step**2 * sum(Fraction(e) ** 2 for e in errors)
    return Comparison(left, "≤", step**2 * len(errors) * tolerance**2)


def update_moves_less(errors: Table, tolerance: Fraction, step: Fraction) -> Comparison:
    """The squared move of the mean update is at most ``η² τ²``."""
    left = step**2 * sum(Fraction(e) ** 2 for e in errors)
    return Comparison(left, "≤", step**2 * tolerance**2)


# ----- Orthogonal families ------------------------------------------------------------------------


def correlated(
    family: tuple[Table, ...], weights: Distribution, query: Table, tolerance: Fraction
) -> int:
    """Return the number of members that have more than this correlation with a query."""
    return sum(
        abs(mean(weights, tuple(a * b for a, b in zip(g, query, strict=True)))) > tolerance
        for g in family
    )


def few_correlated(
    family: tuple[Table, ...], weights: Distribution, query: Table, tolerance: Fraction
) -> Comparison:
    """Fewer than ``1/τ²`` members of a family have a correlation above ``τ`` with the query."""
    assert mean(weights, tuple(Fraction(a) ** 2 for a in query)) <= 1
    count = correlated(family, weights, query, tolerance)
    return Comparison(count * tolerance**2, "<", 1)


def few_parities(dimension: int, query: Table, tolerance: Fraction) -> Comparison:
    """The same for all parities under the uniform law."""
    family = tuple(parity(dimension, s) for s in subsets(dimension))
    return few_correlated(family, uniform(2**dimension), query, tolerance)


def few_indicators(weights: Distribution, scales: Table, tolerance: Fraction) -> Comparison:
    """The same for multiples of the indicators of points, of norm 1, and the query 1.

    The weights are squares of the rational ``scales``.
    """
    family = tuple(
        tuple(Fraction(int(i == j)) / Fraction(c) for j in range(len(scales)))
        for i, c in enumerate(scales)
    )
    return few_correlated(family, weights, (1,) * len(scales), tolerance)


def fewest_queries(family: tuple[Table, ...], weights: Distribution, tolerance: Fraction) -> int:
    """Return how many sign queries are needed, if answers are 0 whenever that is allowed."""
    signs = list(product((1, -1), repeat=len(weights)))
    for number in range(len(family)):
        for queries in combinations(signs, number):
            left = [
                g
                for g in family
                if not any(correlated((g,), weights, q, tolerance) for q in queries)
            ]
            if len(left) <= 1:
                return number
    return len(family)


def many_queries(
    family: tuple[Table, ...], weights: Distribution, tolerance: Fraction
) -> Comparison:
    """Identifying a member takes more than ``τ² (l - 1)`` queries."""
    needed = fewest_queries(family, weights, tolerance)
    return Comparison(needed, ">", tolerance**2 * (len(family) - 1))


# ----- The checks ---------------------------------------------------------------------------------


def _simulations() -> SearchStrategy[dict[str, Any]]:
    unit = st.parts(-1, 1, 12)
    counts = st.tuples(*(st.integers(0, 5) for _ in range(4))).filter(any)
    cases = ((0, 1), (0, -1), (1, 1), (1, -1))
    return st.builds(
        lambda n, values, tolerance, part: {
            "joint": tuple((x, y, Fraction(a, sum(n))) for (x, y), a in zip(cases, n, strict=True)),
            "query": (values[:2], values[2:]),
            "error": part * tolerance,
            "tolerance": tolerance,
        },
        counts,
        st.tuples(unit, unit, unit, unit),
        st.parts(0, 1, 10),
        unit,
    )


def _queries() -> Iterator[Mapping[str, Any]]:
    for a, b, c, d in product((-1, 0, 1), repeat=4):
        yield {"joint": _NOISY, "query": ((a, b), (c, d))}


def _steps_of_networks() -> SearchStrategy[dict[str, Any]]:
    number = st.parts(-2, 2, 6)
    return st.fixed_dictionaries(
        {
            "parameters": st.tuples(number, number),
            "data": st.lists(st.tuples(number, number), min_size=1, max_size=3).map(tuple),
            "j": st.integers(0, 1),
        }
    )


def _answers() -> SearchStrategy[dict[str, Any]]:
    return st.builds(
        lambda case, error: {**case, "error": error},
        _steps_of_networks(),
        st.parts(Fraction(-1, 2), Fraction(1, 2), 20),
    )


def _errors() -> Iterator[Mapping[str, Any]]:
    tolerance = Fraction(1, 3)
    for size in (1, 2, 3, 4):
        for errors in product((-tolerance, Fraction(0), tolerance), repeat=size):
            yield {"errors": errors, "tolerance": tolerance, "step": Fraction(1, 2)}


def slopes(dimension: int) -> SearchStrategy[Table]:
    """Draw functions on the cube with values between -1 and 1."""
    number = st.parts(-1, 1, 12)
    return st.tuples(*(number for _ in range(2**dimension)))


def _sign_queries() -> Iterator[Mapping[str, Any]]:
    for query in product((-1, 0, 1), repeat=4):
        for tolerance in (Fraction(1, 4), Fraction(1, 2), Fraction(7, 10)):
            yield {"dimension": 2, "query": query, "tolerance": tolerance}


def _real_queries() -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "dimension": st.just(3),
            "query": slopes(3),
            "tolerance": st.parts(Fraction(1, 10), 1, 20),
        }
    )


_ZERO, _ONE, _HALF = Fraction(0), Fraction(1), Fraction(1, 2)
_QUARTER = Fraction(1, 4)
_NOISY = ((0, 1, _HALF), (0, -1, Fraction(1, 6)), (1, 1, Fraction(1, 12)), (1, -1, _QUARTER))
_BITS = ((0, 1, _HALF), (1, 0, _HALF))
_SILENT = ((0, 0, _ONE),)
_FLIPPED = ((0, 1, _HALF), (0, -1, _HALF))
_DATA: Data = ((1, 1), (-2, 3), (Fraction(1, 2), -1))
_FOUR = tuple(parity(2, s) for s in subsets(2))

CHECKS = (
    RowChecks(
        "ch11-csq",
        instances=(
            Instance(
                "largest-error",
                simulated,
                {
                    "joint": _NOISY,
                    "query": ((1, -1), (_HALF, 1)),
                    "error": Fraction(1, 10),
                    "tolerance": Fraction(1, 10),
                },
            ),
            Instance(
                "no-error",
                simulated,
                {
                    "joint": _NOISY,
                    "query": ((1, -1), (_HALF, 1)),
                    "error": Fraction(0),
                    "tolerance": Fraction(1, 10),
                },
            ),
            Instance("correlation", correlation_is_statistical, {"values": (1, -1, _HALF)}),
        ),
        searches=(Search("simulation", simulated, _simulations),),
        controls=(
            Control(
                "large-query",
                "queries may exceed 1, so a multiple of the query is asked",
                tolerance_counts,
                refuted_by={
                    "value": _HALF,
                    "factor": Fraction(10),
                    "tolerance": Fraction(1, 10),
                },
                holds_for={"value": _HALF, "factor": Fraction(1), "tolerance": Fraction(1, 10)},
                drops="bounded-queries",
            ),
            Control(
                "bits",
                "the labels are 0 and 1",
                simulated,
                refuted_by={
                    "joint": _BITS,
                    "query": ((1, -1), (1, -1)),
                    "error": Fraction(0),
                    "tolerance": Fraction(1, 10),
                },
                holds_for={
                    "joint": _BITS,
                    "query": ((1, 1), (1, 1)),
                    "error": Fraction(0),
                    "tolerance": Fraction(1, 10),
                },
            ),
        ),
    ),
    RowChecks(
        "ch11-sq-splitting",
        identities=(Identity("both-labels", splitting),),
        instances=(
            Instance("product", split_means, {"joint": _NOISY, "query": ((1, -1), (-1, 1))}),
            Instance("ignores-label", split_means, {"joint": _NOISY, "query": ((1, 1), (0, 0))}),
            Instance(
                "fractions",
                split_means,
                {"joint": _NOISY, "query": ((_HALF, -_ONE), (Fraction(1, 3), _ZERO))},
            ),
            Instance("bounded", correlation_is_bounded, {"query": ((1, -1), (_HALF, 1))}),
        ),
        searches=(
            Exhaustion("small-queries", split_means, _queries),
            Exhaustion(
                "bounded",
                correlation_is_bounded,
                lambda: ({"query": c["query"]} for c in _queries()),
            ),
        ),
        controls=(
            Control(
                "bits",
                "the labels are 0 and 1",
                split_means,
                refuted_by={"joint": _BITS, "query": ((1, -1), (1, -1))},
                holds_for={"joint": _BITS, "query": ((1, 1), (1, 1))},
                drops="sign-labels",
            ),
            Control(
                "real-labels",
                "the label may be 0",
                correlations_decide,
                refuted_by={"first": _SILENT, "second": _FLIPPED},
                holds_for={"first": _FLIPPED, "second": _FLIPPED},
                drops="sign-labels",
            ),
        ),
    ),
    RowChecks(
        "ch11-gradient-csq",
        identities=(Identity("two-points", gradient_identity),),
        instances=(
            Instance(
                "inner-weight",
                gradient_is_correlation,
                {"parameters": (_ONE, Fraction(2)), "data": _DATA, "j": 0},
            ),
            Instance(
                "outer-weight",
                gradient_is_correlation,
                {"parameters": (_HALF, -_ONE), "data": _DATA, "j": 1},
            ),
            Instance(
                "one-query",
                gradient_from_query,
                {
                    "parameters": (_ONE, Fraction(2)),
                    "data": _DATA,
                    "j": 0,
                    "error": Fraction(1, 10),
                },
            ),
            Instance(
                "bounded",
                query_is_bounded,
                {
                    "parameters": (_ONE, Fraction(2)),
                    "points": (1, -2, _HALF),
                    "j": 0,
                    "bound": Fraction(16),
                },
            ),
        ),
        searches=(
            Search("gradients", gradient_is_correlation, _steps_of_networks),
            Search("answers", gradient_from_query, _answers),
        ),
        controls=(
            Control(
                "fourth-power",
                "the loss is the fourth power of the error, over four",
                gradient_is_correlation,
                refuted_by={
                    "parameters": (_ONE, Fraction(2)),
                    "data": ((1, 0),),
                    "j": 1,
                    "power": 4,
                },
                holds_for={
                    "parameters": (_ONE, Fraction(2)),
                    "data": ((1, 1),),
                    "j": 1,
                    "power": 4,
                },
                drops="squared-loss",
            ),
            Control(
                "other-marginal",
                "the distribution of the points is not the one that is assumed",
                gradient_from_query,
                refuted_by={
                    "parameters": (_ONE, _ONE),
                    "data": ((1, 1),),
                    "j": 1,
                    "error": _ZERO,
                    "assumed": (2,),
                },
                holds_for={
                    "parameters": (_ONE, _ONE),
                    "data": ((1, 1),),
                    "j": 1,
                    "error": _ZERO,
                    "assumed": (-1,),
                },
                drops="known-marginal",
            ),
            Control(
                "small-bound",
                "the derivative exceeds its bound",
                query_is_bounded,
                refuted_by={
                    "parameters": (_ONE, Fraction(2)),
                    "points": (1, -2),
                    "j": 0,
                    "bound": _ONE,
                },
                holds_for={
                    "parameters": (_ONE, Fraction(2)),
                    "points": (1, -2),
                    "j": 0,
                    "bound": Fraction(16),
                },
                drops="bounded-gradient",
            ),
        ),
    ),
    RowChecks(
        "ch11-coordinate-to-euclid",
        instances=(
            Instance(
                "all-equal",
                update_moves,
                {"errors": (1, -1, 1, 1), "tolerance": _ONE, "step": _HALF},
            ),
            Instance(
                "long-step",
                update_moves,
                {"errors": (3, -3), "tolerance": Fraction(3), "step": Fraction(3)},
            ),
            Instance(
                "one-coordinate", update_moves, {"errors": (1,), "tolerance": _ONE, "step": _ONE}
            ),
            Instance(
                "mixed",
                update_moves,
                {
                    "errors": (_HALF, _ZERO, Fraction(-1, 3)),
                    "tolerance": _HALF,
                    "step": Fraction(2),
                },
            ),
        ),
        searches=(Exhaustion("extreme-errors", update_moves, _errors),),
        controls=(
            Control(
                "without-dimension",
                "the factor √p is left out",
                update_moves_less,
                refuted_by={"errors": (1, 1), "tolerance": _ONE, "step": _ONE},
                holds_for={"errors": (1, 0), "tolerance": _ONE, "step": _ONE},
            ),
        ),
    ),
    RowChecks(
        "ch11-csq-dimension",
        instances=(
            Instance(
                "parities",
                few_parities,
                {"dimension": 2, "query": (1, 1, 1, -1), "tolerance": Fraction(49, 100)},
            ),
            Instance(
                "one-parity",
                few_parities,
                {"dimension": 2, "query": (1, -1, -1, 1), "tolerance": Fraction(99, 100)},
            ),
            Instance(
                "indicators",
                few_indicators,
                {
                    "weights": (_QUARTER, _QUARTER, _QUARTER, _QUARTER),
                    "scales": (_HALF,) * 4,
                    "tolerance": Fraction(49, 100),
                },
            ),
            Instance(
                "queries",
                many_queries,
                {"family": _FOUR, "weights": uniform(4), "tolerance": Fraction(2, 5)},
            ),
            Instance(
                "query-for-each",
                many_queries,
                {"family": _FOUR, "weights": uniform(4), "tolerance": Fraction(9, 10)},
            ),
        ),
        searches=(
            Exhaustion("small-queries", few_parities, _sign_queries),
            Search("real-queries", few_parities, _real_queries),
        ),
        controls=(
            Control(
                "equal-members",
                "the members of the family are equal",
                few_correlated,
                refuted_by={
                    "family": (_FOUR[1],) * 4,
                    "weights": uniform(4),
                    "query": _FOUR[1],
                    "tolerance": _HALF,
                },
                holds_for={
                    "family": _FOUR,
                    "weights": uniform(4),
                    "query": _FOUR[1],
                    "tolerance": _HALF,
                },
                drops="orthogonal",
            ),
            Control(
                "other-marginal",
                "the points have another distribution than the one for which the family is"
                " orthogonal",
                few_correlated,
                refuted_by={
                    "family": _FOUR,
                    "weights": point(4, 0),
                    "query": (1, 1, 1, 1),
                    "tolerance": _HALF,
                },
                holds_for={
                    "family": _FOUR,
                    "weights": uniform(4),
                    "query": (1, 1, 1, 1),
                    "tolerance": _HALF,
                },
                drops="known-marginal",
            ),
            Control(
                "negative-tolerance",
                "the tolerance may be negative",
                few_correlated,
                refuted_by={
                    "family": _FOUR,
                    "weights": uniform(4),
                    "query": (1, 1, 1, 1),
                    "tolerance": -_HALF,
                },
                holds_for={
                    "family": _FOUR,
                    "weights": uniform(4),
                    "query": (1, 1, 1, 1),
                    "tolerance": _HALF,
                },
                drops="tolerance",
            ),
            Control(
                "one-member",
                "the family has one member",
                many_queries,
                refuted_by={"family": _FOUR[:1], "weights": uniform(4), "tolerance": _HALF},
                holds_for={"family": _FOUR[:2], "weights": uniform(4), "tolerance": _HALF},
                drops="several",
            ),
        ),
    ),
)
