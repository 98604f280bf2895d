"""Checks of chapter 2: risks, the decomposition of the excess risk, and feature maps.

Means over samples are sums over all samples, and whether labels are linear in some features is
decided exactly.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.generalization import copies, samples
from pyharness.checks.generalization_halfspaces import separated
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Identity,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import sympy
    from hypothesis.strategies import SearchStrategy

    from pyharness.checks.generalization import Distribution, Sample

__all__ = ["CHECKS"]

Number = Fraction | int
Point = tuple[Number, ...]
#: The values of a predictor at the points ``0, 1, ...``.
Predictor = tuple[Number, ...]

_HALF = Fraction(1, 2)


# ----- Risks --------------------------------------------------------------------------------------


def loss(y: Number, value: Number) -> Number:
    """Return the squared loss."""
    return (y - value) ** 2


def risk(world: Distribution, f: Predictor) -> Fraction:
    """Return the mean loss under the distribution."""
    return sum((p * loss(y, f[x]) for (x, y), p in world.items()), Fraction(0))


def empirical_risk(sample: Sample, f: Predictor) -> Fraction:
    """Return the mean loss on the sample."""
    return Fraction(sum(loss(y, f[x]) for x, y in sample)) / len(sample)


def mean_is_risk(world: Distribution, size: int, f: Predictor) -> Comparison:
    """The mean of the empirical risk over all samples is the risk."""
    mean = sum((p * empirical_risk(s, f) for s, p in samples(world, size)), Fraction(0))
    return Comparison(mean, "=", risk(world, f))


def mean_is_risk_for_copies(world: Distribution, size: int, f: Predictor) -> Comparison:
    """Over samples that repeat one example the variance of the empirical risk is that of a mean.

    The mean is still the risk; the variance is said to be that of one example divided by the size.
    """
    return _variance(world, size, f, copies)


def variance_of_mean(world: Distribution, size: int, f: Predictor) -> Comparison:
    """The variance of the empirical risk is that of one loss, divided by the size of the sample."""
    return _variance(world, size, f, samples)


def _variance(
    world: Distribution,
    size: int,
    f: Predictor,
    drawing: Callable[[Distribution, int], Iterator[tuple[Sample, Fraction]]],
) -> Comparison:
    target = risk(world, f)
    spread = sum((p * (empirical_risk(s, f) - target) ** 2 for s, p in drawing(world, size)), 0)
    one = sum((p * (loss(y, f[x]) - target) ** 2 for (x, y), p in world.items()), 0)
    return Comparison(spread, "=", Fraction(one) / size)


def mean_is_risk_elsewhere(
    world: Distribution, drawn: Distribution, size: int, f: Predictor
) -> Comparison:
    """The mean of the empirical risk over samples from another distribution is the risk."""
    mean = sum((p * empirical_risk(s, f) for s, p in samples(drawn, size)), Fraction(0))
    return Comparison(mean, "=", risk(world, f))


def mean_of_best(world: Distribution, size: int, predictors: tuple[Predictor, ...]) -> Comparison:
    """For the predictor that is best on the sample the mean empirical risk is the mean risk."""
    left, right = Fraction(0), Fraction(0)
    for sample, p in samples(world, size):
        best = min(predictors, key=lambda f: empirical_risk(sample, f))
        left += p * empirical_risk(sample, best)
        right += p * risk(world, best)
    return Comparison(left, "=", right)


def two_examples() -> tuple[sympy.Expr, sympy.Expr]:
    """Two examples with losses ``a``, ``b``: the mean over the four samples of size two."""
    import sympy

    a, b, p = sympy.symbols("a b p")
    losses = ((a, p), (b, 1 - p))
    mean = sum(u * v * (s + t) / 2 for (s, u), (t, v) in product(losses, repeat=2))
    return mean, p * a + (1 - p) * b


# ----- The decomposition of the excess risk -------------------------------------------------------


def excess_risk(
    risks: tuple[Number, ...],
    empirical: tuple[Number, ...],
    chosen: int,
    target: Number,
    factor: int = 2,
) -> Comparison:
    """The excess risk is at most approximation plus optimization plus twice the largest gap.

    The class has one predictor for each pair of a risk and an empirical risk.
    """
    gap = max(abs(a - b) for a, b in zip(risks, empirical, strict=True))
    optimization = empirical[chosen] - min(empirical)
    approximation = min(risks) - target
    return Comparison(risks[chosen] - target, "≤", approximation + optimization + factor * gap)


def excess_risk_own_gap(
    risks: tuple[Number, ...], empirical: tuple[Number, ...], chosen: int, target: Number
) -> Comparison:
    """The same, with the gap of the chosen predictor instead of the largest gap."""
    gap = abs(risks[chosen] - empirical[chosen])
    bound = min(risks) - target + empirical[chosen] - min(empirical) + 2 * gap
    return Comparison(risks[chosen] - target, "≤", bound)


def _tables(size: int) -> Iterator[dict[str, Any]]:
    values = (0, _HALF, 1)
    for risks in product(values, repeat=size):
        for empirical in product(values, repeat=size):
            for chosen in range(size):
                yield {"risks": risks, "empirical": empirical, "chosen": chosen, "target": 0}


# ----- Feature maps -------------------------------------------------------------------------------

#: The symmetric form of a conic: the coefficients of ``(x₁, x₂, 1) M (x₁, x₂, 1)ᵀ``.
Conic = tuple[Point, Point, Point]


def features(x: Point) -> Point:
    """Return ``(x₁, x₂, x₁², x₂², x₁x₂)``."""
    u, v = x
    return (u, v, u * u, v * v, u * v)


def conic(matrix: Conic, x: Point) -> Number:
    """Return the value of the quadratic polynomial."""
    point = (*x, 1)
    return sum(
        a * s * t
        for s, row in zip(point, matrix, strict=True)
        for t, a in zip(point, row, strict=True)
    )


def read_off(matrix: Conic) -> tuple[Point, Number]:
    """Return the weights and the constant of the linear rule."""
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return (c + g, f + h, a, e, b + d), i


def conic_is_linear(matrix: Conic, points: tuple[Point, ...]) -> Comparison:
    """The conic rule and the linear rule of the features give the same labels."""
    weights, constant = read_off(matrix)
    left = {x: conic(matrix, x) >= 0 for x in points}
    right = {
        x: sum(w * t for w, t in zip(weights, features(x), strict=True)) + constant >= 0
        for x in points
    }
    return Comparison(left, "=", right)


def conic_values() -> tuple[sympy.Expr, sympy.Expr]:
    """The quadratic polynomial is a linear function of the features, for all coefficients."""
    import sympy

    matrix = sympy.Matrix(3, 3, sympy.symbols("m0:9"))
    x = sympy.symbols("x1 x2")
    rows = tuple(tuple(matrix.row(i)) for i in range(3))
    weights, constant = read_off(rows)
    return conic(rows, x), sum(w * t for w, t in zip(weights, features(x), strict=True)) + constant


def linear_in(
    points: tuple[Point, ...], labels: tuple[int, ...], kept: tuple[int, ...]
) -> Comparison:
    """Some halfspace in the chosen features separates the labels; decided exactly."""
    images = [tuple(features(x)[i] for i in kept) for x in points]
    return Comparison(separated(images, labels), "=", True)


def separable_sign_patterns(labels: tuple[int, ...]) -> Comparison:
    """Labels of ``{±1}²`` are linear in the features; in ``x`` if they are no exclusive or."""
    inside = separated([features(x) for x in _SQUARE], labels)
    plain = separated(_SQUARE, labels)
    exclusive = labels in ((1, 0, 0, 1), (0, 1, 1, 0))
    return Comparison((inside, plain), "=", (True, not exclusive))


# ----- Searches -----------------------------------------------------------------------------------


def _number(low: int = -3, high: int = 3, parts: int = 6) -> SearchStrategy[Fraction]:
    return st.parts(low, high, parts)


def _worlds() -> Mapping[str, SearchStrategy[Any]]:
    examples = list(product(range(2), range(2)))
    world = (
        st.tuples(*(st.integers(0, 4) for _ in examples))
        .filter(any)
        .map(lambda w: {e: Fraction(n, sum(w)) for e, n in zip(examples, w, strict=True)})
    )
    return {"world": world, "size": st.integers(1, 3), "f": st.tuples(_number(), _number())}


def _risk_tables() -> SearchStrategy[dict[str, Any]]:
    def of_size(size: int) -> SearchStrategy[dict[str, Any]]:
        table = st.tuples(*(_number(0, 2, 6) for _ in range(size)))
        return st.fixed_dictionaries(
            {
                "risks": table,
                "empirical": table,
                "chosen": st.integers(0, size - 1),
                "target": _number(-2, 2, 6),
            }
        )

    return st.integers(1, 6).flatmap(of_size)


def _conics() -> Mapping[str, SearchStrategy[Any]]:
    row = st.tuples(*(st.integers(-4, 4) for _ in range(3)))
    point = st.tuples(_number(), _number())
    return {
        "matrix": st.tuples(row, row, row),
        "points": st.lists(point, min_size=1, max_size=6).map(tuple),
    }


_COIN = {(0, 0): Fraction(1, 3), (0, 1): Fraction(2, 3)}
_WORLD = {(0, 0): Fraction(1, 6), (0, 1): _HALF, (1, 0): Fraction(1, 4), (1, 1): Fraction(1, 12)}
_OTHER = {
    (0, 0): Fraction(1, 4),
    (0, 1): Fraction(1, 4),
    (1, 0): Fraction(1, 4),
    (1, 1): Fraction(1, 4),
}
_CERTAIN = {(0, 0): Fraction(1), (0, 1): Fraction(0)}
_SQUARE: tuple[Point, ...] = ((-1, -1), (-1, 1), (1, -1), (1, 1))
_XOR = (1, 0, 0, 1)
_GRID: tuple[Point, ...] = tuple(product((-2, -1, 0, 1, 2), repeat=2))
_CIRCLE: Conic = ((-1, 0, 0), (0, -1, 0), (0, 0, 2))
_HYPERBOLA: Conic = ((0, 1, 0), (0, 0, 0), (0, 0, 0))
_CONSTANT: Conic = ((0, 0, 0), (0, 0, 0), (0, 0, -1))
CHECKS = (
    RowChecks(
        "ch02-risk-definitions",
        identities=(Identity("two-examples", two_examples),),
        instances=(
            Instance("coin", mean_is_risk, {"world": _COIN, "size": 3, "f": (_HALF,)}),
            Instance("four-examples", mean_is_risk, {"world": _WORLD, "size": 3, "f": (1, 0)}),
            Instance("one-draw", mean_is_risk, {"world": _WORLD, "size": 1, "f": (2, -1)}),
            Instance("variance", variance_of_mean, {"world": _WORLD, "size": 3, "f": (1, 0)}),
        ),
        searches=(Search("distributions", mean_is_risk, _worlds, cases=25),),
        controls=(
            Control(
                "best-on-the-sample",
                "the predictor is chosen after the sample",
                mean_of_best,
                refuted_by={"world": _COIN, "size": 2, "predictors": ((0,), (1,))},
                holds_for={"world": _COIN, "size": 2, "predictors": ((1,),)},
            ),
            Control(
                "another-law",
                "the sample has another distribution",
                mean_is_risk_elsewhere,
                refuted_by={"world": _WORLD, "drawn": _OTHER, "size": 2, "f": (1, 0)},
                holds_for={"world": _WORLD, "drawn": _WORLD, "size": 2, "f": (1, 0)},
                drops="iid-sample",
            ),
            Control(
                "one-example-repeated",
                "the sample repeats one example, and the variance is that of a mean",
                mean_is_risk_for_copies,
                refuted_by={"world": _COIN, "size": 2, "f": (1,)},
                holds_for={"world": _CERTAIN, "size": 2, "f": (1,)},
                drops="iid-sample",
            ),
        ),
    ),
    RowChecks(
        "ch02-error-decomposition",
        instances=(
            Instance(
                "equality",
                excess_risk,
                {"risks": (0, 1), "empirical": (_HALF, _HALF), "chosen": 1, "target": 0},
            ),
            Instance(
                "no-gap",
                excess_risk,
                {"risks": (1, 2, 3), "empirical": (1, 2, 3), "chosen": 2, "target": _HALF},
            ),
            Instance(
                "negative-target",
                excess_risk,
                {"risks": (0, 1), "empirical": (_HALF, _HALF), "chosen": 1, "target": -3},
            ),
            Instance(
                "four-predictors",
                excess_risk,
                {
                    "risks": (Fraction(1, 5), Fraction(2, 5), _HALF, 1),
                    "empirical": (Fraction(3, 10), Fraction(1, 4), _HALF, Fraction(9, 10)),
                    "chosen": 1,
                    "target": Fraction(1, 10),
                },
            ),
        ),
        searches=(
            Exhaustion(
                "two-predictors", excess_risk, lambda: _tables(2), thorough=lambda: _tables(3)
            ),
            Search("tables", excess_risk, _risk_tables),
        ),
        controls=(
            Control(
                "gap-once",
                "the largest gap is counted once",
                excess_risk,
                refuted_by={
                    "risks": (0, 1),
                    "empirical": (_HALF, _HALF),
                    "chosen": 1,
                    "target": 0,
                    "factor": 1,
                },
                holds_for={
                    "risks": (0, 1),
                    "empirical": (0, 1),
                    "chosen": 1,
                    "target": 0,
                    "factor": 1,
                },
            ),
            Control(
                "own-gap",
                "only the gap of the chosen predictor counts",
                excess_risk_own_gap,
                refuted_by={"risks": (0, 1), "empirical": (2, 1), "chosen": 1, "target": 0},
                holds_for={"risks": (0, 1), "empirical": (0, 1), "chosen": 1, "target": 0},
            ),
        ),
    ),
    RowChecks(
        "ch02-feature-map-linearizes",
        identities=(Identity("quadratic-polynomials", conic_values),),
        instances=(
            Instance("disc", conic_is_linear, {"matrix": _CIRCLE, "points": _GRID}),
            Instance("quadrants", conic_is_linear, {"matrix": _HYPERBOLA, "points": _GRID}),
            Instance("empty-rule", conic_is_linear, {"matrix": _CONSTANT, "points": _GRID}),
            Instance(
                "exclusive-or",
                linear_in,
                {"points": _SQUARE, "labels": _XOR, "kept": (0, 1, 2, 3, 4)},
            ),
        ),
        searches=(
            Search("conics", conic_is_linear, _conics),
            Exhaustion(
                "labels-of-the-square",
                separable_sign_patterns,
                lambda: ({"labels": labels} for labels in product((0, 1), repeat=4)),
            ),
        ),
        controls=(
            Control(
                "no-product",
                "the product of the coordinates is not among the features",
                linear_in,
                refuted_by={"points": _SQUARE, "labels": _XOR, "kept": (0, 1, 2, 3)},
                holds_for={"points": _SQUARE, "labels": (0, 0, 0, 1), "kept": (0, 1, 2, 3)},
            ),
            Control(
                "no-features",
                "the rule is linear in the point itself",
                linear_in,
                refuted_by={"points": _SQUARE, "labels": _XOR, "kept": (0, 1)},
                holds_for={"points": _SQUARE, "labels": (0, 1, 1, 1), "kept": (0, 1)},
            ),
        ),
    ),
)
