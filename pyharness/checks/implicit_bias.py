"""Checks of chapter 6: interpolants of least squares, and which of them a method selects."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from pyharness.checks import strategies
from pyharness.checks.enclosures import exp, real
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
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
    solve,
    subtract,
    times,
    transpose,
    vector,
    vectors,
)
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Identity,
    Instance,
    Plot,
    RowChecks,
    Search,
)
from pyharness.checks.optimization import descent, flow, loss

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Solutions ----------------------------------------------------------------------------------


def is_solution_if_in_the_plane(a: Matrix, b: Vector, known: Vector, x: Vector) -> Comparison:
    """A point solves the system, and has loss zero, exactly when it lies in ``x₀ + ker A``."""
    basis = kernel(a)
    away = subtract(x, known)
    inside = rank((*basis, away)) == len(basis)
    return Comparison((apply(a, x) == b, loss(a, b, x) == 0), "=", (inside, inside))


def has_many_solutions(a: Matrix, b: Vector) -> Comparison:
    """The system has a solution and a direction in which there are more."""
    return Comparison((in_range(a, b), bool(kernel(a))), "=", (True, True))


def shortest(a: Matrix, b: Vector) -> Vector:
    """Return the solution ``Aᵀu`` with ``AAᵀu = b``, of a system that has a solution."""
    u = solve(gram(a), b)
    assert u is not None
    return apply(transpose(a), u)


def pythagoras(a: Matrix, u: Vector, away: Vector) -> Comparison:
    """For ``x† = Aᵀu`` and another solution ``x``: ``|x|² = |x†|² + |x - x†|²``.

    The other solution is ``x†`` plus the combination of the kernel with these factors.
    """
    x = apply(transpose(a), u)
    for factor, z in zip(away, kernel(a), strict=False):
        x = add(x, scale(factor, z))
    return pythagoras_between(apply(transpose(a), u), x)


def pythagoras_between(x: Vector, other: Vector) -> Comparison:
    """The squared norm of another point is that of this one plus that of the difference."""
    return Comparison(norm_squared(other), "=", norm_squared(x) + norm_squared(subtract(other, x)))


def explicit_is_shortest(a: Matrix, b: Vector, other: Vector) -> Comparison:
    """With full row rank ``Aᵀ(AAᵀ)⁻¹b`` is at most as long as another solution."""
    assert apply(a, other) == b
    x = apply(transpose(a), apply(inverse(gram(a)), b))
    return Comparison(norm_squared(x), "≤", norm_squared(other))


def explicit_has_least_sum(a: Matrix, b: Vector, other: Vector) -> Comparison:
    """The same for the sum of the absolute values."""
    x = apply(transpose(a), apply(inverse(gram(a)), b))
    return Comparison(sum(map(abs, x)), "≤", sum(map(abs, other)))


# ----- Paths --------------------------------------------------------------------------------------


def stays_in_the_row_space(
    a: Matrix, start: Vector, steps: tuple[tuple[Fraction, Vector], ...]
) -> Comparison:
    """Steps ``x - η Aᵀv`` never change the inner products with the kernel of ``A``."""
    x = start
    for step, v in steps:
        x = subtract(x, scale(step, apply(transpose(a), v)))
    return _kept(a, start, x)


def scaled_steps_stay_in_the_row_space(
    a: Matrix, start: Vector, steps: tuple[tuple[Fraction, Vector], ...], scales: Vector
) -> Comparison:
    """The same for steps whose coordinates are multiplied by some numbers."""
    x = start
    for step, v in steps:
        x = subtract(x, scale(step, apply(diagonal(scales), apply(transpose(a), v))))
    return _kept(a, start, x)


def _kept(a: Matrix, start: Vector, x: Vector) -> Comparison:
    null = kernel(a)
    return Comparison(tuple(dot(x, z) for z in null), "=", tuple(dot(start, z) for z in null))


def descent_arrives(a: Matrix, b: Vector, start: Vector, step: Fraction, steps: int) -> Comparison:
    """Gradient descent arrives at the shortest solution."""
    return Comparison(descent(a, b, start, step, steps), "=", shortest(a, b))


def descent_solves(a: Matrix, b: Vector, start: Vector, step: Fraction, steps: int) -> Comparison:
    """Gradient descent arrives at a solution."""
    return Comparison(apply(a, descent(a, b, start, step, steps)), "=", b)


def flow_of_one_example(a: Vector, b: Fraction, time: Fraction, coordinate: int) -> Comparison:
    """The flow from zero is ``1 - e^(-|a|²t)`` times the shortest solution, at each time."""
    found = flow((a,), (b,), (Fraction(0),) * len(a), time)[coordinate]
    limit = shortest((a,), (b,))[coordinate]
    return Comparison(found, "≈", (1 - exp(-norm_squared(a) * time)) * real(limit))


def flow_from_anywhere(
    a: Vector, b: Fraction, start: Vector, time: Fraction, coordinate: int
) -> Comparison:
    """From any start the flow of one example tends to the nearest solution, at the same rate."""
    found = flow((a,), (b,), start, time)[coordinate]
    nearest = add(start, scale((b - dot(a, start)) / norm_squared(a), a))[coordinate]
    decay = exp(-norm_squared(a) * time)
    return Comparison(found, "≈", real(nearest) + decay * real(start[coordinate] - nearest))


# ----- Ridge --------------------------------------------------------------------------------------


def ridge(a: Matrix, b: Vector, penalty: Fraction) -> Vector:
    """Return the solution of the normal equations ``(AᵀA + λI) x = Aᵀb``."""
    h = gram(transpose(a))
    shifted = tuple(add(row, scale(penalty, e)) for row, e in zip(h, identity(len(h)), strict=True))
    return apply(inverse(shifted), apply(transpose(a), b))


def ridge_is_dual(a: Matrix, b: Vector, penalty: Fraction) -> Comparison:
    """The minimiser is ``Aᵀ (AAᵀ + λI)⁻¹ b``."""
    k = gram(a)
    shifted = tuple(add(row, scale(penalty, e)) for row, e in zip(k, identity(len(k)), strict=True))
    right = apply(transpose(a), apply(inverse(shifted), b))
    return Comparison(ridge(a, b, penalty), "=", right)


def ridge_is_best(a: Matrix, b: Vector, penalty: Fraction, away: Vector) -> Comparison:
    """The penalised loss at the minimiser is at most that at a point away from it."""

    def value(x: Vector) -> Fraction:
        return loss(a, b, x) + penalty / 2 * norm_squared(x)

    best = ridge(a, b, penalty)
    return Comparison(value(best), "≤", value(add(best, away)))


def ridge_is_shorter(a: Matrix, x: Vector, penalty: Fraction) -> Comparison:
    """For the labels ``Ax`` the minimiser is at most as long as the shortest solution."""
    b = apply(a, x)
    return Comparison(norm_squared(ridge(a, b, penalty)), "≤", norm_squared(shortest(a, b)))


def ridge_is_longer(a: Matrix, x: Vector, penalty: Fraction) -> Comparison:
    """For the labels ``Ax`` the minimiser is at least as long as the shortest solution."""
    b = apply(a, x)
    return Comparison(norm_squared(ridge(a, b, penalty)), "≥", norm_squared(shortest(a, b)))


def ridge_is_near(a: Matrix, b: Vector, penalty: Fraction, least: Fraction) -> Comparison:
    """The squared distance from the shortest solution ``x†`` is at most ``(λ/σ)² |x†|²``."""
    x = shortest(a, b)
    away = norm_squared(subtract(ridge(a, b, penalty), x))
    return Comparison(away, "≤", (penalty / least) ** 2 * norm_squared(x))


def ridge_nearly_solves(a: Matrix, b: Vector, penalty: Fraction, tolerance: Fraction) -> Comparison:
    """With a small penalty the minimiser nearly solves the system: its loss is small."""
    return Comparison(loss(a, b, ridge(a, b, penalty)), "<", tolerance)


# ----- A step as a minimisation -------------------------------------------------------------------


def model_value(g: Vector, x: Vector, step: Fraction, at: Vector) -> Fraction:
    """Return ``g·(at - x) + |at - x|²/(2η)``, without the constant value of the function."""
    away = subtract(at, x)
    return dot(g, away) + norm_squared(away) / (2 * step)


def step_is_minimum(g: Vector, x: Vector, step: Fraction, other: Vector) -> Comparison:
    """The step has at most the value of another point."""
    moved = subtract(x, scale(step, g))
    return Comparison(model_value(g, x, step, moved), "≤", model_value(g, x, step, other))


def excess_is_square(g: Vector, x: Vector, step: Fraction, other: Vector) -> Comparison:
    """Another point has a larger value, by its squared distance divided by ``2η``."""
    moved = subtract(x, scale(step, g))
    excess = model_value(g, x, step, other) - model_value(g, x, step, moved)
    return Comparison(excess, "=", norm_squared(subtract(other, moved)) / (2 * step))


def step_is_minimum_with_other_penalty(
    g: Vector, x: Vector, step: Fraction, other: Vector
) -> Comparison:
    """The same with the penalty ``|at - x|²/η``."""
    moved = subtract(x, scale(step, g))
    half = step / 2
    return Comparison(model_value(g, x, half, moved), "≤", model_value(g, x, half, other))


def completed_square_of_the_step() -> tuple[sympy.Expr, sympy.Expr]:
    """The value is ``|at - x + ηg|²/(2η)`` minus a constant, in two dimensions."""
    import sympy

    g, x, z = (sympy.Matrix(sympy.symbols(f"{name}0:2")) for name in "gxz")
    eta = sympy.symbols("eta")
    away, moved = z - x, z - x + eta * g
    left = (g.T * away + away.T * away / (2 * eta))[0]
    return left, (moved.T * moved / (2 * eta) - eta / 2 * g.T * g)[0]


# ----- The toy problem ----------------------------------------------------------------------------

Point = tuple[Fraction, Fraction]


def solutions(parts: int, *, nonnegative: bool) -> Iterator[Point]:
    """Go through solutions of the equation with ``y`` a multiple of ``1/parts``."""
    for n in range(-2 * parts, 2 * parts + 1):
        y = Fraction(n, parts)
        x = 1 - 2 * y
        if not nonnegative or (x >= 0 and y >= 0):
            yield x, y


def l1(point: Point) -> Fraction:
    """Return the sum of the absolute values."""
    return abs(point[0]) + abs(point[1])


def smallest_norm(point: Point, parts: int) -> Comparison:
    """The point is the only solution on the grid with the smallest Euclidean norm."""
    found = list(solutions(parts, nonnegative=False))
    least = min(map(norm_squared, found))
    return Comparison(tuple(x for x in found if norm_squared(x) == least), "=", (point,))


def smallest_l1(point: Point, parts: int) -> Comparison:
    """The point is the only nonnegative solution on the grid with the smallest sum."""
    found = list(solutions(parts, nonnegative=True))
    least = min(map(l1, found))
    return Comparison(tuple(x for x in found if l1(x) == least), "=", (point,))


def smallest_l1_of_all(point: Point, parts: int) -> Comparison:
    """The same among all solutions, also those with negative coordinates."""
    found = list(solutions(parts, nonnegative=False))
    least = min(map(l1, found))
    return Comparison(tuple(x for x in found if l1(x) == least), "=", (point,))


def no_solution_is_shorter(y: Fraction) -> Comparison:
    """The solution with this second coordinate has a squared norm of at least 1/5."""
    return Comparison(Fraction(1, 5), "≤", norm_squared((1 - 2 * y, y)))


def no_solution_has_a_smaller_sum(y: Fraction) -> Comparison:
    """The solution with this second coordinate has a sum of absolute values of at least 1/2."""
    return Comparison(Fraction(1, 2), "≤", l1((1 - 2 * y, y)))


def completed_square() -> tuple[sympy.Expr, sympy.Expr]:
    """On the solutions the squared norm is ``5 (y - 2/5)² + 1/5``."""
    import sympy

    y = sympy.symbols("y", real=True)
    return (1 - 2 * y) ** 2 + y**2, 5 * (y - sympy.Rational(2, 5)) ** 2 + sympy.Rational(1, 5)


# ----- Families -----------------------------------------------------------------------------------


def _systems() -> Mapping[str, SearchStrategy[Any]]:
    return {"a": matrices(2, 3, 2), "u": vectors(2), "away": vectors(2)}


def _steps() -> Mapping[str, SearchStrategy[Any]]:
    one = strategies.tuples(numbers(-1, 1, 4), vectors(2))
    return {
        "a": matrices(2, 3, 2),
        "start": vectors(3),
        "steps": strategies.lists(one, min_size=1, max_size=4).map(tuple),
    }


def _orthogonal_systems() -> SearchStrategy[dict[str, Any]]:
    """Two orthogonal rows of length ``c``, the step ``1/c²`` and a start in the row space."""

    def made(angle: tuple[int, int], size: Fraction, b: Vector, u: Vector) -> dict[str, Any]:
        (p, q), (r, s) = rotation(*angle)
        a = times(diagonal((size, size)), times(matrix((p, q, 0), (0, 0, 1)), _third(r, s)))
        start = apply(transpose(a), u)
        return {"a": a, "b": b, "start": start, "step": 1 / size**2, "steps": 1}

    pair = strategies.tuples(strategies.integers(1, 3), strategies.integers(0, 3))
    return strategies.builds(made, pair, numbers(1, 3, 2), vectors(2), vectors(2))


def _third(r: Fraction, s: Fraction) -> Matrix:
    """Return a rotation of the last two coordinates."""
    return matrix((1, 0, 0), (0, s, -r), (0, r, s))


def _ridges() -> Mapping[str, SearchStrategy[Any]]:
    return {"a": matrices(2, 3, 2), "b": vectors(2), "penalty": numbers(0, 4, 4).filter(bool)}


def _rated_ridges() -> SearchStrategy[dict[str, Any]]:
    """Matrices ``[sI B]``, for which ``AAᵀ`` is at least ``s²``."""

    def made(size: Fraction, right: Matrix, b: Vector, penalty: Fraction) -> dict[str, Any]:
        left = diagonal((size, size))
        a = tuple((*row, *other) for row, other in zip(left, right, strict=True))
        return {"a": a, "b": b, "penalty": penalty, "least": size**2}

    return strategies.builds(
        made, numbers(1, 3, 2), matrices(2, 1), vectors(2), numbers(0, 4, 4).filter(bool)
    )


def _models() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "g": vectors(2),
        "x": vectors(2),
        "step": numbers(0, 2, 4).filter(bool),
        "other": vectors(2),
    }


def _grid() -> Iterator[dict[str, Any]]:
    """Yield the points of a grid, for a system of two equations with three unknowns."""
    for x in product((-1, 0, 1, 2), repeat=3):
        yield {"a": _LONG, "b": vector(1, 1), "known": vector(1, 1, 0), "x": vector(*x)}


_ONE, _HALF, _FIFTH = Fraction(1), Fraction(1, 2), Fraction(1, 5)
_TOY = matrix((1, 2))
_LONG = matrix((1, 0, 2), (0, 1, -1))
_START = {"a": _TOY, "b": vector(1), "step": _FIFTH, "steps": 1}
_MODEL = {"g": vector(2, -1), "x": vector(0, 1), "step": _HALF}
_L2 = (Fraction(1, 5), Fraction(2, 5))
_L1 = (Fraction(0), Fraction(1, 2))
_MODULES = ("DeepTheory.ImplicitBias.ToyProblem",)


CHECKS = (
    RowChecks(
        "ch06-interpolation-set",
        instances=(
            Instance(
                "toy",
                is_solution_if_in_the_plane,
                {"a": _TOY, "b": vector(1), "known": vector(1, 0), "x": vector(-3, 2)},
            ),
            Instance(
                "not-a-solution",
                is_solution_if_in_the_plane,
                {"a": _TOY, "b": vector(1), "known": vector(1, 0), "x": vector(-3, 1)},
            ),
            Instance("many", has_many_solutions, {"a": _LONG, "b": vector(1, 1)}),
        ),
        searches=(Exhaustion("grid", is_solution_if_in_the_plane, _grid),),
        controls=(
            Control(
                "square",
                "there are as many equations as unknowns",
                has_many_solutions,
                refuted_by={"a": matrix((1, 2), (0, 1)), "b": vector(1, 1)},
                holds_for={"a": _LONG, "b": vector(1, 1)},
                drops="underdetermined",
            ),
            Control(
                "inconsistent",
                "the system has no solution",
                has_many_solutions,
                refuted_by={"a": matrix((1, 1, 1), (2, 2, 2)), "b": vector(1, 1)},
                holds_for={"a": matrix((1, 1, 1), (2, 2, 2)), "b": vector(1, 2)},
                drops="consistent",
            ),
        ),
    ),
    RowChecks(
        "ch06-min-norm-interpolant",
        instances=(
            Instance("toy", pythagoras, {"a": _TOY, "u": vector("1/5"), "away": vector(3)}),
            Instance(
                "explicit",
                explicit_is_shortest,
                {"a": _LONG, "b": vector(1, 1), "other": vector(1, 1, 0)},
            ),
            Instance(
                "dependent-rows",
                pythagoras,
                {"a": matrix((1, 1, 0), (2, 2, 0)), "u": vector(1, 0), "away": vector(1, -1)},
            ),
        ),
        searches=(Search("solutions", pythagoras, _systems),),
        controls=(
            Control(
                "not-in-the-row-space",
                "the solution is not in the row space",
                pythagoras_between,
                refuted_by={"x": vector(1, 0), "other": vector("1/5", "2/5")},
                holds_for={"x": vector("1/5", "2/5"), "other": vector(1, 0)},
            ),
            Control(
                "other-labels",
                "the other point does not solve the system",
                pythagoras_between,
                refuted_by={"x": vector("1/5", "2/5"), "other": vector(1, 1)},
                holds_for={"x": vector("1/5", "2/5"), "other": vector(-1, 1)},
            ),
            Control(
                "sum-of-absolute-values",
                "the norm is the sum of the absolute values",
                explicit_has_least_sum,
                refuted_by={"a": _TOY, "b": vector(1), "other": vector(0, "1/2")},
                holds_for={"a": _TOY, "b": vector(1), "other": vector(1, 0)},
            ),
        ),
    ),
    RowChecks(
        "ch06-rowspace-invariance",
        instances=(
            Instance(
                "residuals",
                stays_in_the_row_space,
                {
                    "a": _TOY,
                    "start": vector(2, -1),
                    "steps": ((_FIFTH, vector(-1)), (_HALF, vector(3))),
                },
            ),
            Instance(
                "any-vectors",
                stays_in_the_row_space,
                {
                    "a": _LONG,
                    "start": vector(0, 0, 0),
                    "steps": ((Fraction(-7), vector(1, 2)), (_ONE, vector(0, "1/3"))),
                },
            ),
            Instance(
                "large-kernel",
                stays_in_the_row_space,
                {
                    "a": matrix((1, 1, 1, 1)),
                    "start": vector(1, 2, 3, 4),
                    "steps": ((_ONE, vector(5)),),
                },
            ),
        ),
        searches=(Search("steps", stays_in_the_row_space, _steps),),
        controls=(
            Control(
                "scaled-coordinates",
                "the coordinates of the steps are scaled, as adaptive methods do",
                scaled_steps_stay_in_the_row_space,
                refuted_by={
                    "a": _TOY,
                    "start": vector(0, 0),
                    "steps": ((_ONE, vector(1)),),
                    "scales": vector(1, "1/2"),
                },
                holds_for={
                    "a": _TOY,
                    "start": vector(0, 0),
                    "steps": ((_ONE, vector(1)),),
                    "scales": vector("1/2", "1/2"),
                },
                over=lambda: {**_steps(), "scales": vectors(3)},
            ),
        ),
    ),
    RowChecks(
        "ch06-min-norm-gf",
        instances=(
            Instance(
                "flow",
                flow_of_one_example,
                {"a": vector(1, 2), "b": _ONE, "time": _ONE, "coordinate": 1},
            ),
            Instance(
                "flow-from-elsewhere",
                flow_from_anywhere,
                {
                    "a": vector(1, 2),
                    "b": _ONE,
                    "start": vector(2, -1),
                    "time": _ONE,
                    "coordinate": 0,
                },
            ),
            Instance("one-step", descent_arrives, {**_START, "start": vector(0, 0)}),
            Instance("row-space", descent_arrives, {**_START, "start": vector(3, 6)}),
        ),
        searches=(Search("orthogonal-rows", descent_arrives, _orthogonal_systems),),
        controls=(
            Control(
                "other-start",
                "the path starts outside the row space",
                descent_arrives,
                refuted_by={**_START, "start": vector(2, -1)},
                holds_for={**_START, "start": vector(1, 2)},
                drops="start-in-row-space",
            ),
            Control(
                "not-convergent",
                "the path does not converge",
                descent_arrives,
                refuted_by={**_START, "start": vector(0, 0), "step": 2 * _FIFTH, "steps": 6},
                holds_for={**_START, "start": vector(0, 0), "steps": 6},
                drops="convergent",
            ),
            Control(
                "inconsistent",
                "the system has no solution",
                descent_solves,
                refuted_by={
                    "a": matrix((1, 0), (1, 0)),
                    "b": vector(0, 1),
                    "start": vector(0, 0),
                    "step": _HALF,
                    "steps": 3,
                },
                holds_for={
                    "a": matrix((1, 0), (1, 0)),
                    "b": vector(1, 1),
                    "start": vector(0, 0),
                    "step": _HALF,
                    "steps": 3,
                },
                drops="consistent",
            ),
        ),
    ),
    RowChecks(
        "ch06-vanishing-ridge",
        instances=(
            Instance("dual", ridge_is_dual, {"a": _LONG, "b": vector(1, 1), "penalty": _HALF}),
            Instance(
                "best",
                ridge_is_best,
                {"a": _TOY, "b": vector(1), "penalty": _HALF, "away": vector("1/5", "2/5")},
            ),
            Instance(
                "dependent-rows",
                ridge_is_shorter,
                {"a": matrix((1,), (1,)), "x": vector(1), "penalty": _HALF},
            ),
            Instance(
                "rate",
                ridge_is_near,
                {
                    "a": _TOY,
                    "b": vector(1),
                    "penalty": Fraction(1, 100),
                    "least": Fraction(5),
                },
            ),
        ),
        searches=(
            Search("dual", ridge_is_dual, _ridges),
            Search("best", ridge_is_best, lambda: {**_ridges(), "away": vectors(3, 1, 16)}),
            Search(
                "shorter",
                ridge_is_shorter,
                lambda: {
                    "a": matrices(2, 3, 2),
                    "x": vectors(3),
                    "penalty": numbers(0, 4, 4).filter(bool),
                },
            ),
            Search("rate", ridge_is_near, _rated_ridges),
        ),
        controls=(
            Control(
                "negative-penalty",
                "the penalty is negative",
                ridge_is_shorter,
                refuted_by={"a": matrix((1,)), "x": vector(1), "penalty": -_HALF},
                holds_for={"a": matrix((1,)), "x": vector(0), "penalty": -_HALF},
                drops="positive-penalty",
            ),
            Control(
                "larger-eigenvalue",
                "the number σ is larger than the smallest eigenvalue",
                ridge_is_near,
                refuted_by={
                    "a": diagonal(vector("1/2", 2)),
                    "b": vector(1, 0),
                    "penalty": _HALF,
                    "least": Fraction(4),
                },
                holds_for={
                    "a": diagonal(vector("1/2", 2)),
                    "b": vector(0, 1),
                    "penalty": _HALF,
                    "least": Fraction(4),
                },
                drops="full-row-rank",
            ),
            Control(
                "inconsistent",
                "the system has no solution that the minimisers could approach",
                ridge_nearly_solves,
                refuted_by={
                    "a": matrix((1,), (1,)),
                    "b": vector(0, 1),
                    "penalty": Fraction(1, 1000),
                    "tolerance": Fraction(1, 100),
                },
                holds_for={
                    "a": matrix((1,), (1,)),
                    "b": vector(1, 1),
                    "penalty": Fraction(1, 1000),
                    "tolerance": Fraction(1, 100),
                },
                drops="consistent",
            ),
            Control(
                "longer",
                "the minimiser is said to be longer",
                ridge_is_longer,
                refuted_by={"a": matrix((1,)), "x": vector(1), "penalty": _ONE},
                holds_for={"a": matrix((1,)), "x": vector(0), "penalty": _ONE},
            ),
        ),
        plots=(
            Plot(
                "rate",
                "The squared distance of the ridge solution from the shortest interpolant",
                ridge_is_near,
                "penalty",
                tuple(Fraction(2**k, 64) for k in range(10)),
                {"": {"a": _TOY, "b": vector(1), "least": Fraction(5)}},
                "penalty λ",
                "squared distance",
                "bound (λ/σ)² |x†|²",
                "xy",
            ),
        ),
    ),
    RowChecks(
        "ch06-ex-toy",
        identities=(Identity("completed-square", completed_square),),
        instances=(
            Instance("euclidean", smallest_norm, {"point": _L2, "parts": 60}),
            Instance("sum", smallest_l1, {"point": _L1, "parts": 60}),
            Instance("sum-of-all", smallest_l1_of_all, {"point": _L1, "parts": 60}),
            Instance("shortest", no_solution_is_shorter, {"y": Fraction(2, 5)}),
        ),
        searches=(
            Search("norms", no_solution_is_shorter, lambda: {"y": numbers(-2, 2, 60)}),
            Search("sums", no_solution_has_a_smaller_sum, lambda: {"y": numbers(-2, 2, 60)}),
        ),
        controls=(
            Control(
                "answers-exchanged",
                "the two answers are exchanged",
                smallest_norm,
                refuted_by={"point": _L1, "parts": 60},
                holds_for={"point": _L2, "parts": 60},
            ),
            Control(
                "answers-exchanged-for-the-sum",
                "the two answers are exchanged",
                smallest_l1,
                refuted_by={"point": _L2, "parts": 60},
                holds_for={"point": _L1, "parts": 60},
            ),
        ),
        computations=(
            Computation(
                "euclidean",
                "ToyProblem.normSq ((1 / 5, 2 / 5) : Rat × Rat)",
                "Rat",
                lambda: norm_squared(_L2),
                _MODULES,
            ),
            Computation(
                "sum",
                "ToyProblem.l1 ((1 / 5, 2 / 5) : Rat × Rat)",
                "Rat",
                lambda: l1(_L2),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch06-gd-proximal",
        identities=(Identity("completed-square", completed_square_of_the_step),),
        instances=(
            Instance("excess", excess_is_square, {**_MODEL, "other": vector(3, 3)}),
            Instance("itself", step_is_minimum, {**_MODEL, "other": vector(-1, "3/2")}),
            Instance("stay", step_is_minimum, {**_MODEL, "other": vector(0, 1)}),
        ),
        searches=(
            Search("minimum", step_is_minimum, _models),
            Search("excess", excess_is_square, _models),
        ),
        controls=(
            Control(
                "other-penalty",
                "the penalty is twice as large",
                step_is_minimum_with_other_penalty,
                refuted_by={**_MODEL, "other": vector("-1/2", "5/4")},
                holds_for={**_MODEL, "other": vector(3, 3)},
            ),
            Control(
                "negative-step",
                "the step is negative",
                step_is_minimum,
                refuted_by={**_MODEL, "step": -_HALF, "other": vector(9, 9)},
                holds_for={**_MODEL, "step": -_HALF, "other": vector(1, "1/2")},
                drops="positive-step",
            ),
        ),
    ),
)
