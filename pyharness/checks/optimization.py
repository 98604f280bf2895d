"""Checks of chapter 4: gradient descent on least squares, in the space of residuals.

Descent is run step by step; the flow is found as the power series in time that its equation
determines. Eigenvalues are rational where they are needed: a matrix with orthogonal columns is
turned by a rotation with rational entries.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from pyharness.checks import strategies
from pyharness.checks.enclosures import exp, real, total
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    diagonal,
    dot,
    gram,
    identity,
    is_semidefinite,
    matrices,
    matrix,
    norm_squared,
    numbers,
    power,
    rotation,
    scale,
    scale_matrix,
    solve,
    subtract,
    times,
    transpose,
    vector,
    vectors,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Identity,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS", "descent", "flow", "gradient", "loss", "shifted", "slope"]


# ----- Definitions --------------------------------------------------------------------------------


def loss(a: Matrix, b: Vector, x: Vector) -> Fraction:
    """Return half the squared norm of ``a x - b``."""
    return norm_squared(subtract(apply(a, x), b)) / 2


def gradient(a: Matrix, b: Vector, x: Vector) -> Vector:
    """Return the gradient of the loss, ``aᵀ (a x - b)``."""
    return apply(transpose(a), subtract(apply(a, x), b))


def descent(a: Matrix, b: Vector, start: Vector, step: Fraction, steps: int) -> Vector:
    """Return where gradient descent is after so many steps."""
    x = start
    for _ in range(steps):
        x = subtract(x, scale(step, gradient(a, b, x)))
    return x


def residual(a: Matrix, b: Vector, start: Vector, step: Fraction, steps: int) -> Vector:
    """Return the residual of gradient descent after so many steps."""
    return subtract(apply(a, descent(a, b, start, step, steps)), b)


def flow(a: Matrix, b: Vector, start: Vector, time: Fraction, terms: int = 80) -> Vector:
    """Return where gradient flow is at some time, by the first terms of its power series.

    The equation ``ẋ = -aᵀ (a x - b)`` gives each coefficient from the one before it.
    """
    coefficient, position = start, start
    for k in range(1, terms):
        image = apply(a, coefficient)
        slope = apply(transpose(a), subtract(image, b) if k == 1 else image)
        coefficient = scale(Fraction(-1, k), slope)
        position = add(position, scale(time**k, coefficient))
    return position


def slope(g: Callable[[Fraction], Fraction]) -> Fraction:
    """Return the derivative at zero, of a polynomial of degree at most four.

    The difference quotient with five points is exact for these, and for functions that are linear
    on both sides near zero it is the mean of the two slopes.
    """
    h = Fraction(1, 1000)
    return (8 * (g(h) - g(-h)) - (g(2 * h) - g(-2 * h))) / (12 * h)


# ----- The flow of the residuals ------------------------------------------------------------------


def residual_decays_along(
    *, a: Matrix, b: Vector, start: Vector, time: Fraction, direction: Vector, eigenvalue: Fraction
) -> Comparison:
    """Along an eigenvector of ``A Aᵀ`` the residual of the flow is multiplied by ``e^(-λt)``."""
    assert apply(gram(a), direction) == scale(eigenvalue, direction)
    return _along(a, b, start, time, (direction, eigenvalue))


def residual_decays_along_transposed(
    *, a: Matrix, b: Vector, start: Vector, time: Fraction, direction: Vector, eigenvalue: Fraction
) -> Comparison:
    """The same along an eigenvector of ``Aᵀ A``."""
    assert apply(gram(transpose(a)), direction) == scale(eigenvalue, direction)
    return _along(a, b, start, time, (direction, eigenvalue))


def _along(
    a: Matrix, b: Vector, start: Vector, time: Fraction, pair: tuple[Vector, Fraction]
) -> Comparison:
    direction, rate = pair
    now = dot(direction, subtract(apply(a, flow(a, b, start, time)), b))
    before = dot(direction, subtract(apply(a, start), b))
    return Comparison(now, "≈", real(before) * exp(-rate * time))


def flow_of_a_symmetric_pair() -> tuple[sympy.Expr, sympy.Expr]:
    """For ``A = [[p, q], [q, p]]`` the ``x(t)`` whose residual is ``e^(-AAᵀt) r(0)`` is the flow.

    The residual decays at the rates ``(p ± q)²`` along ``(1, ±1)``; the sides are the velocity of
    ``x(t)`` and minus ``Aᵀ`` times its residual, combined with an arbitrary vector.
    """
    import sympy

    p, q, t, b0, b1, c, d, u, v = sympy.symbols("p q t b0 b1 c d u v")
    a = sympy.Matrix([[p, q], [q, p]])
    one = c * sympy.exp(-((p + q) ** 2) * t)
    other = d * sympy.exp(-((p - q) ** 2) * t)
    r = sympy.Matrix([one + other, one - other])
    x = a.inv() * (sympy.Matrix([b0, b1]) + r)
    probe = sympy.Matrix([[u, v]])
    return (probe * x.diff(t))[0], (-probe * a.T * r)[0]


# ----- The recursion of descent -------------------------------------------------------------------


def shifted(factor: Fraction, h: Matrix) -> Matrix:
    """Return the identity plus a multiple of a matrix."""
    return tuple(
        add(row, scale(factor, other)) for row, other in zip(identity(len(h)), h, strict=True)
    )


def residual_recursion(
    a: Matrix, b: Vector, start: Vector, step: Fraction, steps: int
) -> Comparison:
    """The residual after ``t`` steps is ``(I - η A Aᵀ)^t`` times the first one."""
    found = apply(power(shifted(-step, gram(a)), steps), residual(a, b, start, step, 0))
    return Comparison(residual(a, b, start, step, steps), "=", found)


def residual_recursion_transposed(
    a: Matrix, b: Vector, start: Vector, step: Fraction, steps: int
) -> Comparison:
    """The residual after ``t`` steps is ``(I - η Aᵀ A)^t`` times the first one."""
    found = apply(power(shifted(-step, gram(transpose(a))), steps), residual(a, b, start, step, 0))
    return Comparison(residual(a, b, start, step, steps), "=", found)


def residual_recursion_plus(
    a: Matrix, b: Vector, start: Vector, step: Fraction, steps: int
) -> Comparison:
    """The residual after ``t`` steps is ``(I + η A Aᵀ)^t`` times the first one."""
    found = apply(power(shifted(step, gram(a)), steps), residual(a, b, start, step, 0))
    return Comparison(residual(a, b, start, step, steps), "=", found)


def one_step_of_the_residual() -> tuple[sympy.Expr, sympy.Expr]:
    """One step with any matrix of two rows and three columns, combined with any vector."""
    import sympy

    a = sympy.Matrix(2, 3, sympy.symbols("a0:6"))
    b, x = sympy.Matrix(sympy.symbols("b0:2")), sympy.Matrix(sympy.symbols("x0:3"))
    u, eta = sympy.Matrix([sympy.symbols("u0:2")]), sympy.symbols("eta")
    r = a * x - b
    return (u * (a * (x - eta * a.T * r) - b))[0], (u * (r - eta * a * a.T * r))[0]


def eigendirection(
    *,
    a: Matrix,
    first: Vector,
    step: Fraction,
    steps: int,
    direction: Vector,
    eigenvalue: Fraction,
) -> Comparison:
    """Along the direction the residual after ``t`` steps is ``(1 - ηλ)^t`` times the first one."""
    h, r = gram(a), first
    for _ in range(steps):
        r = subtract(r, scale(step, apply(h, r)))
    return Comparison(
        dot(direction, r), "=", (1 - step * eigenvalue) ** steps * dot(direction, first)
    )


def range_part(a: Matrix, v: Vector) -> Vector:
    """Return the orthogonal projection of a vector onto the range of the matrix."""
    nearest = solve(gram(transpose(a)), apply(transpose(a), v))
    assert nearest is not None
    return apply(a, nearest)


def range_part_decays(
    a: Matrix, first: Vector, step: Fraction, gap: Fraction, steps: int
) -> Comparison:
    """The squared norm of the part in the range is at most ``(1 - ηλ)^t`` times the first one."""
    last = residual(a, scale(-1, first), vector(*[0] * len(a[0])), step, steps)
    return Comparison(
        norm_squared(range_part(a, last)),
        "≤",
        (1 - step * gap) ** steps * norm_squared(range_part(a, first)),
    )


def range_part_decays_sharply(
    a: Matrix, first: Vector, step: Fraction, gap: Fraction, steps: int
) -> Comparison:
    """With the smallest positive eigenvalue it is at most ``(1 - ηλ)^(2t)`` times the first one."""
    last = residual(a, scale(-1, first), vector(*[0] * len(a[0])), step, steps)
    return Comparison(
        norm_squared(range_part(a, last)),
        "≤",
        (1 - step * gap) ** (2 * steps) * norm_squared(range_part(a, first)),
    )


def residual_decays(
    a: Matrix, first: Vector, step: Fraction, gap: Fraction, steps: int
) -> Comparison:
    """The squared norm of the whole residual is at most ``(1 - ηλ)^t`` times the first one."""
    last = residual(a, scale(-1, first), vector(*[0] * len(a[0])), step, steps)
    return Comparison(norm_squared(last), "≤", (1 - step * gap) ** steps * norm_squared(first))


def rest_stays(a: Matrix, first: Vector, step: Fraction, steps: int) -> Comparison:
    """The part of the residual that is orthogonal to the range never changes."""
    last = residual(a, scale(-1, first), vector(*[0] * len(a[0])), step, steps)
    return Comparison(
        subtract(last, range_part(a, last)), "=", subtract(first, range_part(a, first))
    )


def bounds_hold(a: Matrix, gap: Fraction, largest: Fraction) -> Comparison:
    """Both hypotheses on the spectrum hold: ``λ |Au|² ≤ |AᵀAu|²`` and ``|AAᵀv|² ≤ Λ |Aᵀv|²``."""
    h, k = gram(transpose(a)), gram(a)
    low = tuple(subtract(row, scale(gap, other)) for row, other in zip(times(h, h), h, strict=True))
    high = tuple(
        subtract(scale(largest, row), other) for row, other in zip(k, times(k, k), strict=True)
    )
    return Comparison((is_semidefinite(low), is_semidefinite(high)), "=", (True, True))


def turned(m: int, n: int, sizes: Vector) -> Matrix:
    """Return a rotation times a diagonal matrix: the squares of its sizes are the eigenvalues."""
    return times(rotation(m, n), diagonal(sizes))


# ----- A fixed kernel -----------------------------------------------------------------------------


def fixed_kernel(
    *,
    angle: tuple[int, int],
    eigenvalues: Vector,
    first: Vector,
    alpha: Fraction,
    rate: Fraction,
    time: Fraction,
) -> Comparison:
    """The squared norm of ``e^(-α²K₀t) r(0)`` is at most ``e^(-2α²λt)`` times the first one.

    The kernel has these eigenvalues along the columns of a rotation.
    """
    coordinates = apply(transpose(rotation(*angle)), first)
    now = total(
        real(c * c) * exp(-2 * alpha**2 * mu * time)
        for c, mu in zip(coordinates, eigenvalues, strict=True)
    )
    return Comparison(now, "≤", real(norm_squared(first)) * exp(-2 * alpha**2 * rate * time))


def changing_kernel(
    pieces: tuple[tuple[Fraction, Fraction], ...], first: Fraction, rate: Fraction
) -> Comparison:
    """One example whose kernel has these values for these times decays at the first rate."""
    exponent = sum((value * time for value, time in pieces), Fraction(0))
    time = sum((time for _, time in pieces), Fraction(0))
    return Comparison(
        real(first**2) * exp(-2 * exponent), "≤", real(first**2) * exp(-2 * rate * time)
    )


def series_of_the_kernel(
    k: Matrix, first: Vector, time: Fraction, direction: Vector, eigenvalue: Fraction
) -> Comparison:
    """The power series of ``ṙ = -K₀ r`` is ``e^(-λt)`` times the first along an eigenvector."""
    r = term = first
    for n in range(1, 80):
        term = scale(-time / n, apply(k, term))
        r = add(r, term)
    assert apply(k, direction) == scale(eigenvalue, direction)
    return Comparison(dot(direction, r), "≈", real(dot(direction, first)) * exp(-eigenvalue * time))


def tangent_flow_decays_along(
    *,
    jacobian: Matrix,
    value: Vector,
    labels: Vector,
    alpha: Fraction,
    time: Fraction,
    direction: Vector,
    eigenvalue: Fraction,
    power: int = 2,
) -> Comparison:
    """Along an eigenvector of ``J₀J₀ᵀ`` the linearised flow multiplies the residual.

    The flow is ``u̇ = -α J₀ᵀ(α f₀(u) - y)`` from ``u = w₀ = 0``, the residual ``α f₀(u) - y``, and
    the factor ``e^(-α²λt)``.
    """
    assert apply(gram(jacobian), direction) == scale(eigenvalue, direction)
    a, b = scale_matrix(alpha, jacobian), subtract(labels, scale(alpha, value))
    start = vector(*[0] * len(jacobian[0]))
    return _along(a, b, start, time, (direction, alpha**power * eigenvalue))


# ----- Families -----------------------------------------------------------------------------------


def _descents() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "a": matrices(2, 3),
        "b": vectors(2),
        "start": vectors(3),
        "step": numbers(0, 1, 8),
        "steps": strategies.integers(0, 5),
    }


def _turned_descents() -> SearchStrategy[dict[str, Any]]:
    """Matrices with known eigenvalues, steps up to ``1/Λ`` and the smallest positive eigenvalue."""

    def made(
        angle: tuple[int, int], sizes: tuple[int, int], first: Vector, share: Fraction, steps: int
    ) -> dict[str, Any]:
        squares = [Fraction(d * d) for d in sizes if d]
        return {
            "a": turned(*angle, vector(*sizes)),
            "first": first,
            "step": share / max(squares),
            "gap": min(squares),
            "steps": steps,
        }

    return strategies.builds(
        made,
        _angles(),
        strategies.tuples(strategies.integers(0, 3), strategies.integers(1, 3)),
        vectors(2),
        numbers(0, 1, 8).filter(bool),
        strategies.integers(0, 6),
    )


def _eigendirections() -> SearchStrategy[dict[str, Any]]:
    def made(
        angle: tuple[int, int], sizes: Vector, which: int, first: Vector, step: Fraction
    ) -> dict[str, Any]:
        return {
            "a": turned(*angle, sizes),
            "first": first,
            "step": step,
            "steps": 5,
            "direction": transpose(rotation(*angle))[which],
            "eigenvalue": sizes[which] ** 2,
        }

    return strategies.builds(
        made,
        _angles(),
        vectors(2, parts=1),
        strategies.integers(0, 1),
        vectors(2),
        numbers(-1, 1, 8),
    )


def _angles() -> SearchStrategy[tuple[int, int]]:
    return strategies.tuples(strategies.integers(1, 4), strategies.integers(0, 4))


def _kernels() -> Mapping[str, SearchStrategy[Any]]:
    """Times that are positive: at time zero both sides are equal, which no interval proves."""
    return {
        "angle": _angles(),
        "eigenvalues": strategies.tuples(numbers(2, 5, 3), numbers(2, 5, 3)),
        "first": vectors(2).filter(any),
        "alpha": numbers(1, 3, 2),
        "rate": numbers(0, 1, 4),
        "time": numbers(1, 4, 5),
    }


_ZERO, _ONE, _HALF, _QUARTER = Fraction(0), Fraction(1), Fraction(1, 2), Fraction(1, 4)
_TOY = matrix((1, 2))
_SHEAR = matrix((1, 1), (0, 1))
_SKEW = matrix((1, 1), (0, 0))
_TILTED = turned(2, 1, vector(1, 2))  # eigenvalues 1 and 4 along (3/5, 4/5) and (-4/5, 3/5)
_LONG = matrix((1, 0, 2), (0, 1, -1))
_FLAT = matrix((1, 0), (0, 0))
_SCALED = {
    "jacobian": _TILTED,
    "value": vector(1, -1),
    "labels": vector(2, 1),
    "time": _HALF,
    "direction": vector("3/5", "4/5"),
    "eigenvalue": _ONE,
}
_ROWS = {"b": vector(1, -2), "start": vector(3, 0, 1)}


CHECKS = (
    RowChecks(
        "ch04-ls-residual-flow",
        identities=(Identity("symmetric-pair", flow_of_a_symmetric_pair),),
        instances=(
            Instance(
                "one-example",
                residual_decays_along,
                {
                    "a": _TOY,
                    "b": vector(1),
                    "start": vector(0, 0),
                    "time": _HALF,
                    "direction": vector(1),
                    "eigenvalue": Fraction(5),
                },
            ),
            Instance(
                "slow-direction",
                residual_decays_along,
                {
                    "a": _TILTED,
                    "b": vector(1, 1),
                    "start": vector(2, -1),
                    "time": _ONE,
                    "direction": vector("3/5", "4/5"),
                    "eigenvalue": _ONE,
                },
            ),
            Instance(
                "fast-direction",
                residual_decays_along,
                {
                    "a": _TILTED,
                    "b": vector(1, 1),
                    "start": vector(2, -1),
                    "time": _ONE,
                    "direction": vector("-4/5", "3/5"),
                    "eigenvalue": Fraction(4),
                },
            ),
            Instance(
                "outside-the-range",
                residual_decays_along,
                {
                    "a": _SKEW,
                    "b": vector(1, 3),
                    "start": vector(0, 2),
                    "time": Fraction(2),
                    "direction": vector(0, 1),
                    "eigenvalue": _ZERO,
                },
            ),
        ),
        searches=(
            Search(
                "tilted",
                residual_decays_along,
                lambda: {
                    "b": vectors(2),
                    "start": vectors(2),
                    "time": numbers(0, 1, 4),
                    "a": strategies.just(_TILTED),
                    "direction": strategies.just(vector("-4/5", "3/5")),
                    "eigenvalue": strategies.just(Fraction(4)),
                },
                cases=20,
            ),
        ),
        controls=(
            Control(
                "transposed",
                "the matrix Aᵀ A takes the place of A Aᵀ",
                residual_decays_along_transposed,
                refuted_by={
                    "a": _SKEW,
                    "b": vector(1, 3),
                    "start": vector(0, 0),
                    "time": _ONE,
                    "direction": vector(1, 1),
                    "eigenvalue": Fraction(2),
                },
                holds_for={
                    "a": diagonal(vector(1, 2)),
                    "b": vector(1, 3),
                    "start": vector(0, 0),
                    "time": _ONE,
                    "direction": vector(0, 1),
                    "eigenvalue": Fraction(4),
                },
            ),
        ),
    ),
    RowChecks(
        "ch04-gd-residual-recursion",
        identities=(Identity("one-step", one_step_of_the_residual),),
        instances=(
            Instance(
                "one-example",
                residual_recursion,
                {
                    "a": _TOY,
                    "b": vector(1),
                    "start": vector(0, 0),
                    "step": Fraction(1, 10),
                    "steps": 5,
                },
            ),
            Instance(
                "shear",
                residual_recursion,
                {
                    "a": _SHEAR,
                    "b": vector(1, 2),
                    "start": vector(0, 0),
                    "step": _QUARTER,
                    "steps": 4,
                },
            ),
            Instance(
                "diverging",
                residual_recursion,
                {"a": _LONG, **_ROWS, "step": Fraction(2), "steps": 6},
            ),
        ),
        searches=(Search("random", residual_recursion, _descents),),
        controls=(
            Control(
                "transposed",
                "the matrix Aᵀ A takes the place of A Aᵀ",
                residual_recursion_transposed,
                refuted_by={
                    "a": _SHEAR,
                    "b": vector(1, 2),
                    "start": vector(0, 0),
                    "step": _QUARTER,
                    "steps": 1,
                },
                holds_for={
                    "a": matrix((1, 2), (2, 1)),
                    "b": vector(1, 2),
                    "start": vector(0, 0),
                    "step": _QUARTER,
                    "steps": 3,
                },
            ),
            Control(
                "other-sign",
                "the sign of the step is changed",
                residual_recursion_plus,
                refuted_by={"a": _LONG, **_ROWS, "step": _QUARTER, "steps": 1},
                holds_for={"a": _LONG, **_ROWS, "step": _QUARTER, "steps": 0},
                over=_descents,
            ),
        ),
    ),
    RowChecks(
        "ch04-eigendirection-decay",
        instances=(
            Instance(
                "slow",
                eigendirection,
                {
                    "a": _TILTED,
                    "first": vector(1, 1),
                    "step": _QUARTER,
                    "steps": 5,
                    "direction": vector("3/5", "4/5"),
                    "eigenvalue": _ONE,
                },
            ),
            Instance(
                "gone-in-one-step",
                eigendirection,
                {
                    "a": _TILTED,
                    "first": vector(1, 1),
                    "step": _QUARTER,
                    "steps": 1,
                    "direction": vector("-4/5", "3/5"),
                    "eigenvalue": Fraction(4),
                },
            ),
            Instance(
                "never-changes",
                eigendirection,
                {
                    "a": matrix((1, 2), (1, 2)),
                    "first": vector(3, -1),
                    "step": Fraction(1, 10),
                    "steps": 7,
                    "direction": vector(1, -1),
                    "eigenvalue": _ZERO,
                },
            ),
        ),
        searches=(Search("turned", eigendirection, _eigendirections),),
        controls=(
            Control(
                "other-direction",
                "the direction is not an eigenvector",
                eigendirection,
                refuted_by={
                    "a": _TILTED,
                    "first": vector(1, 1),
                    "step": _QUARTER,
                    "steps": 1,
                    "direction": vector(1, 0),
                    "eigenvalue": Fraction(73, 25),
                },
                holds_for={
                    "a": diagonal(vector(1, 2)),
                    "first": vector(1, 1),
                    "step": _QUARTER,
                    "steps": 1,
                    "direction": vector(1, 0),
                    "eigenvalue": _ONE,
                },
                drops="eigenvector",
            ),
            Control(
                "singular-value",
                "the singular value takes the place of the eigenvalue",
                eigendirection,
                refuted_by={
                    "a": diagonal(vector(2)),
                    "first": vector(1),
                    "step": _QUARTER,
                    "steps": 1,
                    "direction": vector(1),
                    "eigenvalue": Fraction(2),
                },
                holds_for={
                    "a": diagonal(vector(1)),
                    "first": vector(1),
                    "step": _QUARTER,
                    "steps": 1,
                    "direction": vector(1),
                    "eigenvalue": _ONE,
                },
            ),
        ),
    ),
    RowChecks(
        "ch04-smallest-eigenvalue-rate",
        instances=(
            Instance(
                "tilted",
                range_part_decays,
                {
                    "a": _TILTED,
                    "first": vector(1, 1),
                    "step": _QUARTER,
                    "gap": _ONE,
                    "steps": 6,
                },
            ),
            Instance(
                "no-better-rate",
                range_part_decays_sharply,
                {
                    "a": _TILTED,
                    "first": vector(3, 4),
                    "step": _QUARTER,
                    "gap": _ONE,
                    "steps": 6,
                },
            ),
            Instance(
                "dependent-rows",
                range_part_decays,
                {
                    "a": matrix((1, 2), (1, 2)),
                    "first": vector(3, -1),
                    "step": Fraction(1, 10),
                    "gap": Fraction(10),
                    "steps": 2,
                },
            ),
            Instance(
                "outside-the-range",
                rest_stays,
                {
                    "a": matrix((1, 2), (1, 2)),
                    "first": vector(3, -1),
                    "step": Fraction(1, 10),
                    "steps": 2,
                },
            ),
            Instance(
                "hypotheses",
                bounds_hold,
                {"a": matrix((1, 2), (1, 2)), "gap": Fraction(10), "largest": Fraction(10)},
            ),
        ),
        searches=(
            Search("turned", range_part_decays, _turned_descents, cases=40),
            Search("sharp", range_part_decays_sharply, _turned_descents, cases=40),
        ),
        controls=(
            Control(
                "long-step",
                "the step is three times as long",
                range_part_decays,
                refuted_by={
                    "a": diagonal(vector(1)),
                    "first": vector(1),
                    "step": Fraction(3),
                    "gap": _ONE,
                    "steps": 1,
                },
                holds_for={
                    "a": diagonal(vector(1)),
                    "first": vector(1),
                    "step": _ONE,
                    "gap": _ONE,
                    "steps": 1,
                },
                drops="step-range",
            ),
            Control(
                "largest-eigenvalue",
                "the rate is that of the largest eigenvalue",
                range_part_decays,
                refuted_by={
                    "a": _TILTED,
                    "first": vector(3, 4),
                    "step": Fraction(1, 8),
                    "gap": Fraction(4),
                    "steps": 3,
                },
                holds_for={
                    "a": _TILTED,
                    "first": vector(-4, 3),
                    "step": Fraction(1, 8),
                    "gap": Fraction(4),
                    "steps": 3,
                },
                drops="spectral-gap",
            ),
            Control(
                "too-small-bound",
                "the step is 1/Λ with a number Λ that is no bound",
                range_part_decays,
                refuted_by={
                    "a": diagonal(vector(2)),
                    "first": vector(1),
                    "step": _ONE,
                    "gap": Fraction(4),
                    "steps": 1,
                },
                holds_for={
                    "a": diagonal(vector(2)),
                    "first": vector(1),
                    "step": _QUARTER,
                    "gap": Fraction(4),
                    "steps": 1,
                },
                drops="smooth",
            ),
            Control(
                "whole-residual",
                "the part of the residual outside the range is counted too",
                residual_decays,
                refuted_by={
                    "a": _FLAT,
                    "first": vector(1, 1),
                    "step": _HALF,
                    "gap": _ONE,
                    "steps": 3,
                },
                holds_for={
                    "a": _FLAT,
                    "first": vector(1, 0),
                    "step": _HALF,
                    "gap": _ONE,
                    "steps": 3,
                },
            ),
        ),
        plots=(
            Plot(
                "decay",
                "The residual and the bound of the smallest eigenvalue",
                range_part_decays,
                "steps",
                tuple(range(0, 17)),
                {
                    f"eigenvalues {k * k} and 4": {
                        "a": turned(2, 1, vector(k, 2)),
                        "first": vector(1, 1),
                        "step": _QUARTER,
                        "gap": k * k,
                    }
                    for k in (_HALF, _ONE)
                },
                "steps t",
                "squared norm of the residual",
                "bound (1 - ηλ)^t",
                "y",
            ),
        ),
    ),
    RowChecks(
        "ch04-fixed-kernel-decay",
        instances=(
            Instance(
                "two-rates",
                fixed_kernel,
                {
                    "angle": (2, 1),
                    "eigenvalues": vector(1, 4),
                    "first": vector(1, 1),
                    "alpha": _ONE,
                    "rate": _ONE,
                    "time": _ONE,
                },
            ),
            Instance(
                "larger-scale",
                fixed_kernel,
                {
                    "angle": (2, 1),
                    "eigenvalues": vector(1, 4),
                    "first": vector(1, 1),
                    "alpha": Fraction(3),
                    "rate": _ONE,
                    "time": _ONE,
                },
            ),
            Instance(
                "exponential-of-the-kernel",
                series_of_the_kernel,
                {
                    "k": gram(_TILTED),
                    "first": vector(1, 1),
                    "time": _ONE,
                    "direction": vector("-4/5", "3/5"),
                    "eigenvalue": Fraction(4),
                },
            ),
            Instance(
                "scaled-tangent-flow",
                tangent_flow_decays_along,
                {**_SCALED, "alpha": Fraction(3, 2)},
            ),
        ),
        searches=(
            Search("kernels", fixed_kernel, _kernels),
            Search(
                "tangent-flows",
                tangent_flow_decays_along,
                lambda: {
                    **{key: strategies.just(part) for key, part in _SCALED.items()},
                    "value": vectors(2),
                    "labels": vectors(2),
                    "alpha": numbers(0, 2, 4),
                    "time": numbers(0, 1, 4),
                },
                cases=20,
            ),
        ),
        controls=(
            Control(
                "largest-eigenvalue",
                "the rate is the largest eigenvalue",
                fixed_kernel,
                refuted_by={
                    "angle": (2, 1),
                    "eigenvalues": vector(1, 4),
                    "first": vector(3, 4),
                    "alpha": _ONE,
                    "rate": Fraction(4),
                    "time": _ONE,
                },
                holds_for={
                    "angle": (2, 1),
                    "eigenvalues": vector(1, 4),
                    "first": vector(3, 4),
                    "alpha": _ONE,
                    "rate": _HALF,
                    "time": _ONE,
                },
                drops="kernel-bound",
            ),
            Control(
                "scale-once",
                "the scale enters the rate once instead of squared",
                tangent_flow_decays_along,
                refuted_by={**_SCALED, "alpha": Fraction(3, 2), "power": 1},
                holds_for={**_SCALED, "alpha": _ONE, "power": 1},
            ),
            Control(
                "kernel-degenerates",
                "the kernel vanishes after some time",
                changing_kernel,
                refuted_by={
                    "pieces": ((Fraction(2), _ONE), (_ZERO, Fraction(3))),
                    "first": _ONE,
                    "rate": _ONE,
                },
                holds_for={
                    "pieces": ((Fraction(2), _ONE), (Fraction(3), Fraction(3))),
                    "first": _ONE,
                    "rate": _ONE,
                },
                drops="constant-kernel",
            ),
        ),
        plots=(
            Plot(
                "decay",
                "The residual of the flow and the bound of its slowest rate",
                fixed_kernel,
                "time",
                tuple(Fraction(n, 4) for n in range(1, 17)),
                {
                    "": {
                        "angle": (2, 1),
                        "eigenvalues": vector(1, 4),
                        "first": vector(1, 1),
                        "alpha": _ONE,
                        "rate": _ONE,
                    }
                },
                "time t",
                "squared norm of the residual",
                "bound e^(-2λt)",
                "y",
            ),
        ),
    ),
)
