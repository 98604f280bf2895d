"""Checks of chapter 5: the geometry that an optimizer moves in, and the cost of its state."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from pyharness.checks import strategies
from pyharness.checks.approximation_piecewise import relu
from pyharness.checks.enclosures import exp, real
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    column,
    definite,
    diagonal,
    dot,
    gram,
    identity,
    in_range,
    inverse,
    kernel,
    matrices,
    matrix,
    norm_squared,
    numbers,
    rank,
    rotation,
    scale,
    subtract,
    times,
    transpose,
    vector,
    vectors,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Identity,
    Instance,
    Plot,
    RowChecks,
    Search,
)
from pyharness.checks.optimization import gradient, loss, slope

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Steepest descent in a metric ---------------------------------------------------------------


def penalised(p: Matrix, g: Vector, step: Fraction, d: Vector) -> Fraction:
    """Return ``g·d + d·P⁻¹d / (2η)``."""
    return dot(g, d) + dot(d, apply(inverse(p), d)) / (2 * step)


def value_of_the_step(p: Matrix, g: Vector, step: Fraction) -> Comparison:
    """At ``d = -ηPg`` the value is ``-η/2 g·Pg``."""
    image = apply(p, g)
    return Comparison(penalised(p, g, step, scale(-step, image)), "=", -step / 2 * dot(g, image))


def no_direction_is_better(p: Matrix, g: Vector, step: Fraction, d: Vector) -> Comparison:
    """The value at ``-ηPg`` is at most that at another direction."""
    best = penalised(p, g, step, scale(-step, apply(p, g)))
    return Comparison(best, "≤", penalised(p, g, step, d))


def inverse_step_is_best(p: Matrix, g: Vector, step: Fraction, d: Vector) -> Comparison:
    """The value at ``-ηP⁻¹g`` is at most that at another direction."""
    best = penalised(p, g, step, scale(-step, apply(inverse(p), g)))
    return Comparison(best, "≤", penalised(p, g, step, d))


def completed_square() -> tuple[sympy.Expr, sympy.Expr]:
    """The value minus the least one is the square of ``d + ηPg`` in the norm of ``P⁻¹``."""
    import sympy

    a, b, c, eta = sympy.symbols("a b c eta")
    g, d = sympy.Matrix(sympy.symbols("g0:2")), sympy.Matrix(sympy.symbols("d0:2"))
    p = sympy.Matrix([[a, b], [b, c]])
    moved = d + eta * p * g
    left = (g.T * d + d.T * p.inv() * d / (2 * eta) + eta / 2 * g.T * p * g)[0]
    return left, (moved.T * p.inv() * moved / (2 * eta))[0]


# ----- Flows with a metric ------------------------------------------------------------------------


def loss_along_the_flow(p: Matrix, a: Matrix, b: Vector, x: Vector) -> Comparison:
    """Along ``-P∇f`` the loss of least squares changes at the rate ``-∇f·P∇f``."""
    g = gradient(a, b, x)
    velocity = scale(-1, apply(p, g))
    found = slope(lambda h: loss(a, b, add(x, scale(h, velocity))))
    return Comparison(found, "=", -dot(g, apply(p, g)))


def loss_does_not_increase(p: Matrix, a: Matrix, b: Vector, x: Vector) -> Comparison:
    """Along ``-P∇f`` the loss of least squares does not increase."""
    velocity = scale(-1, apply(p, gradient(a, b, x)))
    return Comparison(slope(lambda h: loss(a, b, add(x, scale(h, velocity)))), "≤", 0)


def limit_point(p: Matrix, a: Matrix, b: Vector) -> Vector:
    """Return ``PAᵀ (APAᵀ)⁻¹ b``."""
    across = times(p, transpose(a))
    return apply(across, apply(inverse(times(a, across)), b))


def limit_exists(p: Matrix, a: Matrix, b: Vector) -> Comparison:
    """The range of ``PAᵀ`` contains exactly one solution."""
    across = times(a, times(p, transpose(a)))
    return Comparison((in_range(across, b), kernel(across)), "=", (True, ()))


def limit_is(p: Matrix, a: Matrix, b: Vector, expected: Vector) -> Comparison:
    """The limit of the flow from zero."""
    return Comparison(limit_point(p, a, b), "=", expected)


def flow_approaches_the_limit(
    p: Matrix, a: Matrix, b: Vector, time: Fraction, coordinate: int
) -> Comparison:
    """For one example the flow from zero is ``1 - e^(-APAᵀt)`` times the limit, at each time.

    The flow is found by the power series that ``ẋ = -PAᵀ(Ax - b)`` determines.
    """
    across, x, coefficient = times(p, transpose(a)), vector(*[0] * len(p)), vector(*[0] * len(p))
    for k in range(1, 120):
        image = apply(a, coefficient)
        change = apply(across, subtract(image, b) if k == 1 else image)
        coefficient = scale(Fraction(-1, k), change)
        x = add(x, scale(time**k, coefficient))
    rate = times(a, across)[0][0]
    limit = limit_point(p, a, b)[coordinate]
    return Comparison(x[coordinate], "≈", (1 - exp(-rate * time)) * real(limit))


def limit_is_shortest(p: Matrix, a: Matrix, b: Vector, away: Fraction) -> Comparison:
    """Among the solutions the limit has the smallest ``x·P⁻¹x``, for one example."""
    metric, best = inverse(p), limit_point(p, a, b)
    other = add(best, scale(away, kernel(a)[0]))
    return Comparison(dot(best, apply(metric, best)), "≤", dot(other, apply(metric, other)))


def limits_agree(p: Matrix, q: Matrix, a: Matrix, b: Vector) -> Comparison:
    """Two metrics give the same limit."""
    return Comparison(limit_point(p, a, b), "=", limit_point(q, a, b))


def flow_of_one_example() -> tuple[sympy.Expr, sympy.Expr]:
    """For ``A = [u v]`` and ``P = diag(p, q)`` the velocity of ``(1 - e^(-APAᵀt)) x∞`` is right."""
    import sympy

    u, v, p, q, b, t, c, d = sympy.symbols("u v p q b t c d")
    a, metric, probe = sympy.Matrix([[u, v]]), sympy.diag(p, q), sympy.Matrix([[c, d]])
    rate = (a * metric * a.T)[0]
    x = metric * a.T * (b / rate) * (1 - sympy.exp(-rate * t))
    return (probe * x.diff(t))[0], (-probe * metric * a.T * (a * x - sympy.Matrix([b])))[0]


# ----- Rescaling ----------------------------------------------------------------------------------


def rescaled_unit(a: Fraction, w: Vector, x: Vector, factor: Fraction) -> Comparison:
    """The unit ``a ReLU(w·x)`` does not change if ``a`` is multiplied and ``w`` divided."""
    right = factor * a * relu(dot(scale(1 / factor, w), x))
    return Comparison(a * relu(dot(w, x)), "=", right)


def rescaled_square(a: Fraction, w: Vector, x: Vector, factor: Fraction) -> Comparison:
    """The same for the activation ``t²``."""
    right = factor * a * dot(scale(1 / factor, w), x) ** 2
    return Comparison(a * dot(w, x) ** 2, "=", right)


def unit_gradient(a: Fraction, w: Fraction, x: Fraction, y: Fraction) -> Vector:
    """Return the gradient of half the squared error of ``a ReLU(wx)``, away from the kink."""

    def half_square(a_: Fraction, w_: Fraction) -> Fraction:
        return (a_ * relu(w_ * x) - y) ** 2 / 2

    return slope(lambda h: half_square(a + h, w)), slope(lambda h: half_square(a, w + h))


def gradients_scale(
    a: Fraction, w: Fraction, x: Fraction, y: Fraction, factor: Fraction
) -> Comparison:
    """At the rescaled point the gradients are divided and multiplied by the factor."""
    g = unit_gradient(a, w, x, y)
    found = unit_gradient(factor * a, w / factor, x, y)
    return Comparison(found, "=", (g[0] / factor, factor * g[1]))


def product_after_a_step(a: Fraction, w: Fraction, step: Fraction) -> Fraction:
    """Return ``aw`` after a step with the input 1 and the label 0."""
    g = unit_gradient(a, w, Fraction(1), Fraction(0))
    return (a - step * g[0]) * (w - step * g[1])


def products_after_a_step(
    a: Fraction, w: Fraction, factor: Fraction, step: Fraction, expected: Vector
) -> Comparison:
    """The two products after a step."""
    found = (product_after_a_step(a, w, step), product_after_a_step(factor * a, w / factor, step))
    return Comparison(found, "=", expected)


def step_is_invariant(a: Fraction, w: Fraction, factor: Fraction, step: Fraction) -> Comparison:
    """The rescaled point gives the same function after a step."""
    return Comparison(
        product_after_a_step(a, w, step), "=", product_after_a_step(factor * a, w / factor, step)
    )


def products_after_a_step_differ() -> tuple[sympy.Expr, sympy.Expr]:
    """With input 1 and label 0 the products differ by ``-ηaw (c² - 1)(a² - w²/c²)``."""
    import sympy

    a, w, c, eta = sympy.symbols("a w c eta")

    def after(u: sympy.Expr, v: sympy.Expr) -> sympy.Expr:
        return (u - eta * u * v * v) * (v - eta * u * v * u)

    return after(c * a, w / c) - after(a, w), -eta * a * w * (c**2 - 1) * (a**2 - w**2 / c**2)


# ----- State --------------------------------------------------------------------------------------


def state_of_adam(shapes: tuple[tuple[int, int], ...]) -> Comparison:
    """After a step Adam holds ``2N`` numbers of its own, and ``4N`` with parameters and gradients.

    The step is taken with ``β₁ = β₂ = 1/2`` on matrices of these shapes, and what it keeps is
    counted.
    """
    half, count = Fraction(1, 2), 0
    own = held = 0
    for rows, columns in shapes:
        count += rows * columns
        parameters = [[Fraction(i - j) for j in range(columns)] for i in range(rows)]
        gradients = [[entry + 1 for entry in row] for row in parameters]
        first = [[half * g for g in row] for row in gradients]
        second = [[half * g * g for g in row] for row in gradients]
        own += sum(len(row) for table in (first, second) for row in table)
        held += sum(len(row) for table in (parameters, gradients, first, second) for row in table)
    return Comparison((own, held), "=", (2 * count, 4 * count))


def factored_is_smaller(rows: int, columns: int) -> Comparison:
    """The sums of rows and columns are at most as many as the entries."""
    return Comparison(rows + columns, "≤", rows * columns)


def factored_square_is_smaller(size: int) -> Comparison:
    """The same for a square matrix."""
    return factored_is_smaller(size, size)


def sums(v: Matrix) -> tuple[Vector, Vector, Fraction]:
    """Return the sums of the rows, of the columns, and of all entries."""
    rows = tuple(sum(row, Fraction(0)) for row in v)
    return rows, tuple(sum(c, Fraction(0)) for c in transpose(v)), sum(rows, Fraction(0))


def factored(v: Matrix) -> Matrix:
    """Return ``R Cᵀ / s``."""
    rows, columns, total = sums(v)
    return tuple(tuple(r * c / total for c in columns) for r in rows)


def factored_has_the_sums(v: Matrix) -> Comparison:
    """The factored matrix has the same sums of rows, columns and all entries."""
    return Comparison(sums(factored(v)), "=", sums(v))


def factored_is_exact_for_rank_one(v: Matrix) -> Comparison:
    """The factored matrix is the matrix exactly when this has rank one."""
    return Comparison(factored(v) == v, "=", rank(v) == 1)


def factored_is_exact_for_any_total(v: Matrix) -> Comparison:
    """The equation ``R Cᵀ = s V`` holds exactly when the matrix has rank one."""
    rows, columns, total = sums(v)
    outer = times(column(rows), (columns,))
    return Comparison(outer == tuple(scale(total, row) for row in v), "=", rank(v) == 1)


def factored_is_exact(v: Matrix) -> Comparison:
    """The factored matrix is the matrix."""
    return Comparison(factored(v), "=", v)


# ----- Projected gradients ------------------------------------------------------------------------


def frobenius(g: Matrix) -> Fraction:
    """Return the sum of the squares of the entries."""
    return sum((norm_squared(row) for row in g), Fraction(0))


def minus(g: Matrix, h: Matrix) -> Matrix:
    """Return the difference of two matrices."""
    return tuple(subtract(a, b) for a, b in zip(g, h, strict=True))


def projected(p: Matrix, g: Matrix) -> Matrix:
    """Return ``PPᵀG``."""
    return times(p, times(transpose(p), g))


def pythagoras(p: Matrix, g: Matrix) -> Comparison:
    """The squares of the projection and of the rest sum to that of the gradient."""
    near = projected(p, g)
    return Comparison(frobenius(g), "=", frobenius(near) + frobenius(minus(g, near)))


def projection_is_nearest(p: Matrix, g: Matrix, m: Matrix) -> Comparison:
    """The projection is at most as far from the gradient as another matrix ``PM``."""
    return Comparison(frobenius(minus(g, projected(p, g))), "≤", frobenius(minus(g, times(p, m))))


def projection_keeps_the_range(p: Matrix, g: Matrix) -> Comparison:
    """The projection is the gradient exactly when all its columns are in the range of ``P``."""
    inside = all(in_range(p, c) for c in transpose(g))
    return Comparison(projected(p, g) == g, "=", inside)


# ----- Families -----------------------------------------------------------------------------------


def _metrics() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "p": definite(2),
        "g": vectors(2),
        "step": numbers(0, 2, 4).filter(bool),
        "d": vectors(2),
    }


def _flows() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "p": strategies.builds(gram, matrices(2, 2, 2)),
        "a": matrices(2, 2),
        "b": vectors(2),
        "x": vectors(2),
    }


def _limits() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "p": definite(2),
        "a": vectors(2).filter(any).map(lambda row: (row,)),
        "b": vectors(1),
        "away": numbers(-3, 3, 2),
    }


def _units() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "a": numbers(-3, 3, 2),
        "w": vectors(2),
        "x": vectors(2),
        "factor": numbers(0, 4, 3).filter(bool),
    }


def _tables() -> Iterator[dict[str, Any]]:
    """Yield all tables of two rows and two or three columns with entries 0, 1, 2, but not zero."""
    for columns in (2, 3):
        for entries in product((0, 1, 2), repeat=2 * columns):
            if any(entries):
                yield {"v": matrix(entries[:columns], entries[columns:])}


def _projections() -> Mapping[str, SearchStrategy[Any]]:
    """Two columns of a rotation of three coordinates, and gradients with two columns."""

    def made(first: tuple[int, int], second: tuple[int, int]) -> Matrix:
        (a, b), (c, d) = rotation(*first)
        (e, f), (g, h) = rotation(*second)
        turn = times(
            matrix((a, b, 0), (c, d, 0), (0, 0, 1)), matrix((1, 0, 0), (0, e, f), (0, g, h))
        )
        return tuple(row[:2] for row in turn)

    pair = strategies.tuples(strategies.integers(1, 3), strategies.integers(0, 3))
    return {"p": strategies.builds(made, pair, pair), "g": matrices(3, 2)}


_ONE, _HALF = Fraction(1), Fraction(1, 2)
_TOY, _B = matrix((1, 2)), vector(1)
_METRIC = matrix((2, 1), (1, 3))
_STEP = {"p": _METRIC, "g": vector(1, -2), "step": _HALF}
_THREE_FOUR = matrix(("3/5",), ("4/5",))
_GRADIENT = matrix((1, 2), (3, -1))
_POINT = {"a": _ONE, "w": _ONE, "factor": Fraction(2), "step": Fraction(1, 8)}


CHECKS = (
    RowChecks(
        "ch05-steepest-descent-metric",
        identities=(Identity("completed-square", completed_square),),
        instances=(
            Instance("value", value_of_the_step, _STEP),
            Instance(
                "euclidean", no_direction_is_better, {**_STEP, "p": identity(2), "d": _STEP["g"]}
            ),
            Instance("itself", no_direction_is_better, {**_STEP, "d": vector(0, "5/2")}),
            Instance(
                "stretched",
                no_direction_is_better,
                {
                    "p": diagonal(vector(100, 1)),
                    "g": vector(1, 1),
                    "step": _ONE,
                    "d": vector(-1, -1),
                },
            ),
        ),
        searches=(Search("directions", no_direction_is_better, _metrics),),
        controls=(
            Control(
                "inverse",
                "the step is -ηP⁻¹g",
                inverse_step_is_best,
                refuted_by={
                    "p": diagonal(vector(4, 1)),
                    "g": vector(1, 1),
                    "step": _ONE,
                    "d": vector(-4, -1),
                },
                holds_for={
                    "p": identity(2),
                    "g": vector(1, 1),
                    "step": _ONE,
                    "d": vector(-4, -1),
                },
            ),
            Control(
                "indefinite",
                "the matrix is indefinite",
                no_direction_is_better,
                refuted_by={**_STEP, "p": diagonal(vector(1, -1)), "d": vector(0, 9)},
                holds_for={**_STEP, "p": diagonal(vector(1, -1)), "d": vector(9, -1)},
                drops="positive-definite",
            ),
            Control(
                "negative-step",
                "the number η is negative",
                no_direction_is_better,
                refuted_by={**_STEP, "step": -_HALF, "d": vector(9, 9)},
                holds_for={**_STEP, "step": -_HALF, "d": vector(0, "-5/2")},
                drops="positive-step",
            ),
        ),
    ),
    RowChecks(
        "ch05-preconditioned-descent",
        instances=(
            Instance(
                "diagonal",
                loss_does_not_increase,
                {"p": diagonal(vector(4, 1)), "a": _TOY, "b": _B, "x": vector(0, 0)},
            ),
            Instance(
                "coupled",
                loss_does_not_increase,
                {"p": _METRIC, "a": _TOY, "b": _B, "x": vector(3, 1)},
            ),
            Instance(
                "low-rank",
                loss_does_not_increase,
                {"p": gram(matrix((2,), (-1,))), "a": _TOY, "b": _B, "x": vector(3, 1)},
            ),
        ),
        searches=(Search("descent", loss_does_not_increase, _flows),),
        controls=(
            Control(
                "indefinite",
                "the matrix has a negative direction",
                loss_does_not_increase,
                refuted_by={
                    "p": diagonal(vector(1, -1)),
                    "a": _TOY,
                    "b": _B,
                    "x": vector(0, 0),
                },
                holds_for={
                    "p": diagonal(vector(1, -1)),
                    "a": matrix((2, 1)),
                    "b": _B,
                    "x": vector(0, 0),
                },
                drops="semidefinite",
            ),
        ),
    ),
    RowChecks(
        "ch05-relu-rescaling",
        instances=(
            Instance(
                "active",
                rescaled_unit,
                {
                    "a": Fraction(3),
                    "w": vector(1, 2),
                    "x": vector(1, 1),
                    "factor": Fraction(7),
                },
            ),
            Instance(
                "inactive",
                rescaled_unit,
                {
                    "a": Fraction(3),
                    "w": vector(1, 2),
                    "x": vector(-1, -1),
                    "factor": Fraction(7),
                },
            ),
            Instance(
                "at-the-kink",
                rescaled_unit,
                {
                    "a": Fraction(-3),
                    "w": vector(1, 2),
                    "x": vector(2, -1),
                    "factor": Fraction(1, 100),
                },
            ),
        ),
        searches=(Search("units", rescaled_unit, _units),),
        controls=(
            Control(
                "negative-factor",
                "the factor may be negative",
                rescaled_unit,
                refuted_by={"a": _ONE, "w": vector(1), "x": vector(1), "factor": -_ONE},
                holds_for={"a": _ONE, "w": vector(1), "x": vector(0), "factor": -_ONE},
                drops="positive-factor",
            ),
            Control(
                "square",
                "the activation is the square",
                rescaled_square,
                refuted_by={"a": _ONE, "w": vector(1), "x": vector(1), "factor": Fraction(2)},
                holds_for={"a": _ONE, "w": vector(1), "x": vector(1), "factor": _ONE},
                drops="positively-homogeneous",
                over=_units,
            ),
        ),
    ),
    RowChecks(
        "ch05-rescaling-noninvariance",
        identities=(Identity("difference", products_after_a_step_differ),),
        instances=(
            Instance(
                "products",
                products_after_a_step,
                {**_POINT, "expected": vector("49/64", "31/64")},
            ),
            Instance(
                "symmetric",
                step_is_invariant,
                {**_POINT, "w": Fraction(2)},
            ),
            Instance(
                "gradients",
                gradients_scale,
                {
                    "a": _ONE,
                    "w": _ONE,
                    "x": _ONE,
                    "y": Fraction(0),
                    "factor": Fraction(2),
                },
            ),
        ),
        searches=(
            Search(
                "gradients",
                gradients_scale,
                lambda: {
                    "a": numbers(-3, 3, 2),
                    "w": numbers(1, 3, 2),
                    "x": numbers(1, 3, 2),
                    "y": numbers(-3, 3, 2),
                    "factor": numbers(0, 4, 3).filter(bool),
                },
            ),
        ),
        controls=(
            Control(
                "invariant",
                "a step is said to give the same function",
                step_is_invariant,
                refuted_by=_POINT,
                holds_for={**_POINT, "factor": _ONE},
                over=lambda: {
                    "a": numbers(1, 3),
                    "w": numbers(1, 3),
                    "factor": numbers(1, 4),
                    "step": numbers(0, 1, 8).filter(bool),
                },
            ),
        ),
    ),
    RowChecks(
        "ch05-metric-flow-descent",
        identities=(Identity("one-example", flow_of_one_example),),
        instances=(
            Instance(
                "rate",
                loss_along_the_flow,
                {"p": _METRIC, "a": _TOY, "b": _B, "x": vector(3, 1)},
            ),
            Instance(
                "euclidean-limit",
                limit_is,
                {"p": identity(2), "a": _TOY, "b": _B, "expected": vector("1/5", "2/5")},
            ),
            Instance(
                "other-limit",
                limit_is,
                {
                    "p": diagonal(vector(4, 1)),
                    "a": _TOY,
                    "b": _B,
                    "expected": vector("1/2", "1/4"),
                },
            ),
            Instance(
                "flow",
                flow_approaches_the_limit,
                {
                    "p": diagonal(vector(4, 1)),
                    "a": _TOY,
                    "b": _B,
                    "time": _HALF,
                    "coordinate": 0,
                },
            ),
            Instance(
                "same-limit",
                limits_agree,
                {"p": identity(2), "q": diagonal(vector(2, 2)), "a": _TOY, "b": _B},
            ),
        ),
        searches=(
            Search("rates", loss_along_the_flow, _flows),
            Search("descent", loss_does_not_increase, _flows),
            Search("shortest", limit_is_shortest, _limits),
        ),
        controls=(
            Control(
                "indefinite",
                "the matrix has a negative direction",
                loss_does_not_increase,
                refuted_by={
                    "p": diagonal(vector(1, -1)),
                    "a": _TOY,
                    "b": _B,
                    "x": vector(0, 0),
                },
                holds_for={
                    "p": diagonal(vector(1, -1)),
                    "a": matrix((2, 1)),
                    "b": _B,
                    "x": vector(0, 0),
                },
                drops="semidefinite",
            ),
            Control(
                "equal-rows",
                "two rows of the matrix are equal",
                limit_exists,
                refuted_by={"p": _METRIC, "a": matrix((1, 2), (1, 2)), "b": vector(1, 0)},
                holds_for={"p": _METRIC, "a": matrix((1, 2), (1, 3)), "b": vector(1, 0)},
                drops="full-row-rank",
            ),
            Control(
                "one-limit",
                "the limit is said not to depend on the metric",
                limits_agree,
                refuted_by={
                    "p": identity(2),
                    "q": diagonal(vector(4, 1)),
                    "a": _TOY,
                    "b": _B,
                },
                holds_for={
                    "p": identity(2),
                    "q": diagonal(vector(4, 4)),
                    "a": _TOY,
                    "b": _B,
                },
            ),
        ),
    ),
    RowChecks(
        "ch05-state-memory",
        instances=(
            Instance("matrix-and-vector", state_of_adam, {"shapes": ((3, 5), (7, 1))}),
            Instance("equality", factored_is_smaller, {"rows": 2, "columns": 2}),
            Instance("large", factored_is_smaller, {"rows": 4096, "columns": 11008}),
        ),
        searches=(
            Exhaustion(
                "factored",
                factored_is_smaller,
                lambda: ({"rows": r, "columns": c} for r, c in product(range(2, 12), repeat=2)),
            ),
        ),
        controls=(
            Control(
                "one-row",
                "there is one row",
                factored_is_smaller,
                refuted_by={"rows": 1, "columns": 5},
                holds_for={"rows": 2, "columns": 5},
            ),
        ),
        plots=(
            Plot(
                "factored",
                "Numbers kept for a square matrix",
                factored_square_is_smaller,
                "size",
                (2, 4, 8, 16, 32, 64, 128, 256, 512, 1024),
                {"": {}},
                "rows and columns",
                "sums of rows and columns",
                "entries",
                "xy",
            ),
        ),
    ),
    RowChecks(
        "ch05-adafactor-rank-one",
        instances=(
            Instance("sums", factored_has_the_sums, {"v": matrix((1, 0, 4), (2, 3, 0))}),
            Instance(
                "rank-one", factored_is_exact_for_rank_one, {"v": matrix((1, 2, 3), (2, 4, 6))}
            ),
            Instance("identity", factored_is_exact_for_rank_one, {"v": matrix((1, 0), (0, 1))}),
        ),
        searches=(
            Exhaustion("sums", factored_has_the_sums, _tables),
            Exhaustion("rank-one", factored_is_exact_for_rank_one, _tables),
        ),
        controls=(
            Control(
                "rank-two",
                "the matrix may have rank two",
                factored_is_exact,
                refuted_by={"v": matrix((1, 0), (0, 1))},
                holds_for={"v": matrix((1, 2), (2, 4))},
            ),
            Control(
                "zero-total",
                "the sum of the entries may be zero",
                factored_is_exact_for_any_total,
                refuted_by={"v": matrix((1, -1, 0), (0, 1, -1))},
                holds_for={"v": matrix((1, 1, 0), (0, 1, 1))},
                drops="positive-total",
            ),
        ),
    ),
    RowChecks(
        "ch05-galore-projection",
        instances=(
            Instance("pythagoras", pythagoras, {"p": _THREE_FOUR, "g": _GRADIENT}),
            Instance(
                "nearest",
                projection_is_nearest,
                {"p": _THREE_FOUR, "g": _GRADIENT, "m": matrix((3, 0))},
            ),
            Instance(
                "in-the-range",
                projection_keeps_the_range,
                {"p": _THREE_FOUR, "g": matrix((3, -6), (4, -8))},
            ),
            Instance(
                "not-in-the-range",
                projection_keeps_the_range,
                {"p": _THREE_FOUR, "g": matrix((3, -6), (4, 8))},
            ),
        ),
        searches=(
            Search("pythagoras", pythagoras, _projections, cases=40),
            Search(
                "nearest",
                projection_is_nearest,
                lambda: {**_projections(), "m": matrices(2, 2)},
                cases=40,
            ),
        ),
        controls=(
            Control(
                "not-orthonormal",
                "the columns are not orthonormal",
                pythagoras,
                refuted_by={"p": matrix((1,), (1,)), "g": _GRADIENT},
                holds_for={"p": matrix((1,), (0,)), "g": _GRADIENT},
                drops="orthonormal",
                over=lambda: {"p": matrices(2, 1), "g": matrices(2, 2)},
            ),
            Control(
                "not-orthonormal-range",
                "the columns are not orthonormal, and gradients in their range are to stay",
                projection_keeps_the_range,
                refuted_by={"p": matrix((3,), (4,)), "g": matrix((3, -6), (4, -8))},
                holds_for={"p": _THREE_FOUR, "g": matrix((3, -6), (4, -8))},
                drops="orthonormal",
            ),
        ),
    ),
)
