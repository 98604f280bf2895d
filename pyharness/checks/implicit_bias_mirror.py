"""Checks of chapter 6: Bregman divergences, mirror descent, and small initialisation.

Potentials are sums over the coordinates. Polynomial ones are exact; the entropy is an interval.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from pyharness.checks import strategies
from pyharness.checks.enclosures import Interval, exp, log, real, sqrt, total
from pyharness.checks.implicit_bias_sparse import square_velocity
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    definite,
    diagonal,
    dot,
    identity,
    inverse,
    kernel,
    matrices,
    matrix,
    norm_squared,
    numbers,
    scale,
    subtract,
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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Divergences --------------------------------------------------------------------------------


#: Functions of one coordinate with their derivatives.
POTENTIALS: Mapping[str, tuple[Callable[[Fraction], Fraction], Callable[[Fraction], Fraction]]] = {
    "x²": (lambda x: x * x, lambda x: 2 * x),
    "x⁴": (lambda x: x**4, lambda x: 4 * x**3),
    # Not convex.
    "x³": (lambda x: x**3, lambda x: 3 * x * x),
    "-x²": (lambda x: -x * x, lambda x: -2 * x),
    # Convex, but not strictly.
    "max(x, 0)²": (lambda x: max(x, Fraction(0)) ** 2, lambda x: 2 * max(x, Fraction(0))),
}


def potential(name: str, x: Vector) -> Fraction:
    """Return the sum of the potential over the coordinates."""
    return sum((POTENTIALS[name][0](c) for c in x), Fraction(0))


def mirror(name: str, x: Vector) -> Vector:
    """Return the gradient of the potential."""
    return tuple(POTENTIALS[name][1](c) for c in x)


def divergence(name: str, x: Vector, z: Vector) -> Fraction:
    """Return ``φ(x) - φ(z) - ∇φ(z)·(x - z)``."""
    linear = potential(name, z) + dot(mirror(name, z), subtract(x, z))
    return potential(name, x) - linear


def not_negative(name: str, x: Vector, z: Vector) -> Comparison:
    """The divergence is not negative."""
    return Comparison(divergence(name, x, z), "≥", 0)


def positive_if_different(name: str, x: Vector, z: Vector) -> Comparison:
    """The divergence is zero exactly for equal points."""
    return Comparison(divergence(name, x, z) == 0, "=", x == z)


def squared_distance(x: Vector, z: Vector) -> Comparison:
    """The divergence of ``x²`` is the squared distance."""
    d = subtract(x, z)
    return Comparison(divergence("x²", x, z), "=", dot(d, d))


def convex_in_the_first(name: str, x: Vector, y: Vector, z: Vector) -> Comparison:
    """At the midpoint of two points the divergence is at most the mean of theirs."""
    middle = scale(Fraction(1, 2), add(x, y))
    mean = (divergence(name, x, z) + divergence(name, y, z)) / 2
    return Comparison(divergence(name, middle, z), "≤", mean)


def symmetric(name: str, x: Vector, z: Vector) -> Comparison:
    """The divergence is symmetric."""
    return Comparison(divergence(name, x, z), "=", divergence(name, z, x))


def triangle(name: str, x: Vector, w: Vector, z: Vector) -> Comparison:
    """The divergence satisfies the triangle inequality."""
    right = divergence(name, x, w) + divergence(name, w, z)
    return Comparison(divergence(name, x, z), "≤", right)


def quartic_factors() -> tuple[sympy.Expr, sympy.Expr]:
    """The divergence of ``x⁴`` is ``(x - z)² (x² + 2xz + 3z²)``."""
    import sympy

    x, z = sympy.symbols("x z")
    return x**4 - z**4 - 4 * z**3 * (x - z), (x - z) ** 2 * (x**2 + 2 * x * z + 3 * z**2)


def three_points(name: str, x: Vector, w: Vector, z: Vector) -> Comparison:
    """``D(x, z) = D(x, w) + D(w, z) + (∇φ(w) - ∇φ(z))·(x - w)``."""
    inner = dot(subtract(mirror(name, w), mirror(name, z)), subtract(x, w))
    right = divergence(name, x, w) + divergence(name, w, z) + inner
    return Comparison(divergence(name, x, z), "=", right)


def three_points_minus(name: str, x: Vector, w: Vector, z: Vector) -> Comparison:
    """``D(x, z) = D(x, w) + D(w, z) - (∇φ(w) - ∇φ(z))·(x - w)``."""
    inner = dot(subtract(mirror(name, w), mirror(name, z)), subtract(x, w))
    right = divergence(name, x, w) + divergence(name, w, z) - inner
    return Comparison(divergence(name, x, z), "=", right)


def three_points_for_any_function() -> tuple[sympy.Expr, sympy.Expr]:
    """The same for any values and gradients, in two dimensions."""
    import sympy

    fx, fw, fz = sympy.symbols("fx fw fz")
    x, w, z, gw, gz = (
        sympy.Matrix(sympy.symbols(f"{name}0:2")) for name in ("x", "w", "z", "gw", "gz")
    )
    left = fx - fz - (gz.T * (x - z))[0]
    right = fx - fw - (gw.T * (x - w))[0] + fw - fz - (gz.T * (w - z))[0]
    return left, right + ((gw - gz).T * (x - w))[0]


# ----- Projections --------------------------------------------------------------------------------


def pythagoras(name: str, best: Vector, z: Vector, x: Vector) -> Comparison:
    """``D(x, z) = D(x, x⋆) + D(x⋆, z)``."""
    right = divergence(name, x, best) + divergence(name, best, z)
    return Comparison(divergence(name, x, z), "=", right)


def pythagoras_on_the_plane(
    name: str, best: Vector, z: Vector, away: tuple[Fraction, ...]
) -> Comparison:
    """The same for ``x`` with ``Ax = Ax⋆``, where ``A`` has the row ``∇φ(x⋆) - ∇φ(z)``."""
    return pythagoras(name, best, z, _on_the_plane(name, best, z, away))


def nearest_on_the_plane(
    name: str, best: Vector, z: Vector, away: tuple[Fraction, ...]
) -> Comparison:
    """The point ``x⋆`` has at most the divergence of another point of the plane."""
    x = _on_the_plane(name, best, z, away)
    return Comparison(divergence(name, best, z), "≤", divergence(name, x, z))


def _on_the_plane(name: str, best: Vector, z: Vector, away: tuple[Fraction, ...]) -> Vector:
    row, x = subtract(mirror(name, best), mirror(name, z)), best
    for factor, direction in zip(away, kernel((row,)), strict=False):
        x = add(x, scale(factor, direction))
    return x


# ----- Entropy ------------------------------------------------------------------------------------


def entropy(x: Vector) -> Interval:
    """Return ``Σ x log x - x`` with ``0 log 0 = 0``."""
    return total(real(c) * log(c) - real(c) for c in x if c)


def entropy_divergence(x: Vector, z: Vector) -> Interval:
    """Return the divergence of the entropy, from its definition."""
    linear = total(log(c) * real(d - c) for c, d in zip(z, x, strict=True))
    return entropy(x) - entropy(z) - linear


def generalised(x: Vector, z: Vector) -> Interval:
    """Return ``Σ x log(x/z) - x + z``."""
    return total(
        (real(c) * log(c / d) if c else real(0)) + real(d - c) for c, d in zip(x, z, strict=True)
    )


def entropy_divergence_is(x: Vector, z: Vector) -> Comparison:
    """The divergence of the entropy is ``Σ x log(x/z) - x + z``."""
    return Comparison(entropy_divergence(x, z), "≈", generalised(x, z))


def entropy_divergence_is_positive(x: Vector, z: Vector) -> Comparison:
    """For different points ``Σ x log(x/z) - x + z`` is positive."""
    return Comparison(generalised(x, z), ">", 0)


def relative_entropy_is_positive(x: Vector, z: Vector) -> Comparison:
    """For different points ``Σ x log(x/z)`` is positive."""
    sum_ = total(real(c) * log(c / d) for c, d in zip(x, z, strict=True) if c)
    return Comparison(sum_, ">", 0)


def second_derivative_of_the_entropy() -> tuple[sympy.Expr, sympy.Expr]:
    """The derivatives of ``x log x - x`` are ``log x`` and ``1/x``, with any factors."""
    import sympy

    x = sympy.symbols("x", positive=True)
    u, v = sympy.symbols("u v")
    phi = x * sympy.log(x) - x
    return u * phi.diff(x) + v * phi.diff(x, 2), u * sympy.log(x) + v / x


# ----- Mirror flows -------------------------------------------------------------------------------


def square_flow_is_mirror_flow(a: Matrix, b: Vector, y: Vector, speed: int) -> Comparison:
    """The velocity of ``y ⊙ y`` is that of the mirror flow, times the speed (which is 4).

    The mirror flow has the velocity ``-(∇²φ)⁻¹∇f`` with the Hessian ``diag(1/x)`` of the entropy.
    """
    x = tuple(c * c for c in y)
    hessian = diagonal(tuple(1 / c for c in x))
    gradient = apply(transpose(a), subtract(apply(a, x), b))
    right = scale(-speed, apply(inverse(hessian), gradient))
    return Comparison(square_velocity(a, b, y), "=", right)


def kernel_is_conserved(a: Matrix, b: Vector, y: Vector) -> Comparison:
    """Along the square flow ``z·log x`` does not change, for ``z`` in the kernel of ``A``."""
    x = tuple(c * c for c in y)
    change = tuple(v / c for v, c in zip(square_velocity(a, b, y), x, strict=True))
    null = kernel(a)
    return Comparison(tuple(dot(z, change) for z in null), "=", (Fraction(0),) * len(null))


def flow_of_one_coordinate() -> tuple[sympy.Expr, sympy.Expr]:
    """For the mirror flow ``x(t)`` of ``(ax - b)²/2``, ``√x(4t)`` follows the square flow."""
    import sympy

    a, b, c, t = sympy.symbols("a b c t", positive=True)
    y = sympy.sqrt(b / (a * (1 + c * sympy.exp(-4 * a * b * t))))
    return y.diff(t), -2 * y * a * (a * y**2 - b)


def mirror_steps(
    q: Matrix, a: Matrix, start: Vector, steps: tuple[tuple[Fraction, Vector], ...]
) -> Vector:
    """Return where mirror descent with ``φ = x·Qx/2`` is after steps along ``Aᵀv``."""
    x = start
    for step, v in steps:
        dual = subtract(apply(q, x), scale(step, apply(transpose(a), v)))
        x = apply(inverse(q), dual)
    return x


def dual_stays_in_the_range(
    q: Matrix, a: Matrix, start: Vector, steps: tuple[tuple[Fraction, Vector], ...]
) -> Comparison:
    """The displacement of ``∇φ`` is orthogonal to the kernel of ``A``."""
    moved = subtract(apply(q, mirror_steps(q, a, start, steps)), apply(q, start))
    null = kernel(a)
    return Comparison(tuple(dot(moved, z) for z in null), "=", (Fraction(0),) * len(null))


def primal_stays_in_the_range(
    q: Matrix, a: Matrix, start: Vector, steps: tuple[tuple[Fraction, Vector], ...]
) -> Comparison:
    """The displacement of the point itself is orthogonal to the kernel of ``A``."""
    moved = subtract(mirror_steps(q, a, start, steps), start)
    null = kernel(a)
    return Comparison(tuple(dot(moved, z) for z in null), "=", (Fraction(0),) * len(null))


def entropy_step_stays_in_the_range(
    a: Vector, start: Vector, step: Fraction, v: Fraction
) -> Comparison:
    """A step ``x ⊙ e^(-η aᵀv)`` of the entropy does not change ``z·log x``, for ``z ⟂ a``."""
    moved = [real(x) * exp(-step * v * c) for x, c in zip(start, a, strict=True)]
    z = kernel((a,))[0]
    after = total(real(c) * log(x) for c, x in zip(z, moved, strict=True))
    return Comparison(after, "≈", total(real(c) * log(x) for c, x in zip(z, start, strict=True)))


def limit_is_projection(
    *, q: Matrix, a: Vector, b: Fraction, start: Vector, steps: int, away: Fraction
) -> Comparison:
    """Where mirror descent arrives has at most the divergence of another solution.

    With one equation and the step ``1/(aᵀQ⁻¹a)`` it arrives after one step.
    """
    _, best = _measured(q, a, start, _arrival(q, a, b, start, steps))
    _, other = _measured(q, a, start, _solution(a, b, away))
    return Comparison(best, "≤", other)


def limit_solves(
    *, q: Matrix, a: Vector, b: Fraction, start: Vector, steps: int, away: Fraction
) -> Comparison:
    """Where mirror descent arrives, and another point, have the label ``b``; it is the nearer one.

    The sides have the label of each of the two points, and whether the first is at most as far.
    """
    label, best = _measured(q, a, start, _arrival(q, a, b, start, steps))
    other_label, other = _measured(q, a, start, _solution(a, b, away))
    return Comparison((label, other_label, best <= other), "=", (b, b, True))


def _measured(q: Matrix, a: Vector, start: Vector, z: Vector) -> tuple[Fraction, Fraction]:
    """Return the label of a point and its divergence from the start."""
    d = subtract(z, start)
    return dot(a, z), dot(d, apply(q, d)) / 2


def _solution(a: Vector, b: Fraction, away: Fraction) -> Vector:
    """Return the shortest solution of the equation plus a multiple of a vector of the kernel."""
    return add(scale(b / norm_squared(a), a), scale(away, kernel((a,))[0]))


def limits_agree(q: Matrix, a: Vector, b: Fraction, start: Vector, other: Vector) -> Comparison:
    """Mirror descent arrives at the same solution from two starts."""
    return Comparison(_arrival(q, a, b, start, 1), "=", _arrival(q, a, b, other, 1))


def _arrival(q: Matrix, a: Vector, b: Fraction, start: Vector, steps: int) -> Vector:
    step, x = 1 / dot(a, apply(inverse(q), a)), start
    for _ in range(steps):
        x = mirror_steps(q, (a,), x, ((step, (dot(a, x) - b,)),))
    return x


# ----- Small initialisation -----------------------------------------------------------------------


def projection(ones: int, twos: int, delta: Fraction) -> list[Interval]:
    """Return the projection of ``δ1`` onto ``x₁ + ... + 2 x_{k+1} + ... = 1`` in the entropy.

    By its multiplier the projection is ``δu`` where the coefficient is 1 and ``δu²`` where it is
    2, with ``δ (k u + 2l u²) = 1``.
    """
    if not twos:
        return [real(Fraction(1, ones))] * ones
    u = (sqrt(real(ones**2) + 8 * twos / real(delta)) - ones) / (4 * twos)
    return [real(delta) * u] * ones + [real(delta) * u * u] * twos


def projection_solves(ones: int, twos: int, delta: Fraction) -> Comparison:
    """The projection satisfies the equation."""
    x = projection(ones, twos, delta)
    return Comparison(total(x[:ones]) + 2 * total(x[ones:]), "≈", 1)


def _divergence_of(x: list[Interval], delta: Fraction) -> Interval:
    return total(c * log(c / real(delta)) - c + real(delta) for c in x)


def projection_is_nearest(twos: int, delta: Fraction, share: Fraction) -> Comparison:
    """With one coefficient 1 another solution has a larger divergence from ``δ1``.

    The other solution has this share at the first coordinate, and the rest spread evenly.
    """
    best = _divergence_of(projection(1, twos, delta), delta)
    rest = (1 - share) / (2 * twos)
    other = generalised((share, *(rest,) * twos), (delta,) * (1 + twos))
    return Comparison(best, "≤", other)


def sum_is_nearly_least(ones: int, twos: int, delta: Fraction, x: Vector) -> Comparison:
    """The sum of the projection is at most that of ``x`` plus ``(Φ(x) + m)/log(1/δ)``."""
    excess = (entropy(x) + real(len(x))) / log(1 / delta)
    sum_ = total(projection(ones, twos, delta))
    return Comparison(sum_, "≤", real(sum(x, Fraction(0))) + excess)


def sum_with_half_the_number(ones: int, twos: int, delta: Fraction, x: Vector) -> Comparison:
    """The same with ``m/2`` in place of ``m``."""
    excess = (entropy(x) + real(Fraction(len(x), 2))) / log(1 / delta)
    sum_ = total(projection(ones, twos, delta))
    return Comparison(sum_, "≤", real(sum(x, Fraction(0))) + excess)


def sum_of_the_toy(delta: Fraction) -> Comparison:
    """For ``x₁ + 2x₂ = 1`` the sum is at most ``1/2 + (Φ(0, 1/2) + 2)/log(1/δ)``."""
    return sum_is_nearly_least(1, 1, delta, vector(0, "1/2"))


def first_coordinate_vanishes(twos: int, delta: Fraction, bound: Fraction) -> Comparison:
    """The coordinate that the solutions of least sum do not use is smaller than the bound."""
    return Comparison(projection(1, twos, delta)[0], "<", bound)


def limit_has_least_entropy(ones: int, entry: Fraction) -> Comparison:
    """If all coefficients are 1, the limit is uniform: it has the least ``Φ`` of the solutions.

    The other solution has one entry that is not ``1/k``, and the rest spread evenly.
    """
    uniform = (Fraction(1, ones),) * ones
    other = (entry, *((1 - entry) / (ones - 1),) * (ones - 1))
    return Comparison(entropy(uniform), "<", entropy(other))


# ----- Families -----------------------------------------------------------------------------------


def _points(*names: str) -> Mapping[str, SearchStrategy[Any]]:
    """Points in two dimensions, with a convex potential."""
    return {
        "name": strategies.sampled_from(["x²", "x⁴"]),
        **{name: vectors(2) for name in names},
    }


def _planes() -> Mapping[str, SearchStrategy[Any]]:
    away = strategies.tuples(*[numbers(-2, 2, 2)] * 3)
    return {
        "name": strategies.sampled_from(["x²", "x⁴"]),
        "best": vectors(3, 2),
        "z": vectors(3, 2),
        "away": away,
    }


def _positive(size: int) -> SearchStrategy[Vector]:
    return strategies.tuples(*[numbers(0, 3, 3).filter(bool)] * size)


def _different() -> SearchStrategy[dict[str, Any]]:
    """Two different points: for equal ones no interval proves that the divergence is zero."""
    pairs = strategies.tuples(_positive(2), _positive(2)).filter(lambda pair: pair[0] != pair[1])
    return pairs.map(lambda pair: {"x": pair[0], "z": pair[1]})


def _square_flows() -> Mapping[str, SearchStrategy[Any]]:
    return {"a": matrices(2, 3, 2), "b": vectors(2), "y": _positive(3)}


def _mirror_steps() -> Mapping[str, SearchStrategy[Any]]:
    one = strategies.tuples(numbers(-1, 1, 4), vectors(1))
    return {
        "q": definite(2),
        "a": vectors(2).map(lambda row: (row,)),
        "start": vectors(2),
        "steps": strategies.lists(one, min_size=1, max_size=3).map(tuple),
    }


def _arrivals() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "q": definite(2),
        "a": vectors(2).filter(any),
        "b": numbers(-3, 3, 2),
        "start": vectors(2),
        "steps": strategies.just(1),
        "away": numbers(-3, 3, 2),
    }


def _small_starts() -> Iterator[dict[str, Any]]:
    """Yield equations, starts and feasible points."""
    for ones, twos in ((1, 1), (2, 1), (1, 2), (3, 0)):
        size = ones + twos
        for power in (1, 3, 6):
            for j in range(size):
                x = tuple(Fraction(int(i == j), 1 if j < ones else 2) for i in range(size))
                yield {"ones": ones, "twos": twos, "delta": Fraction(1, 10**power), "x": x}


_ONE, _HALF = Fraction(1), Fraction(1, 2)
_TOY = matrix((1, 2))
_SKEWED = matrix((2, 1), (1, 3))
_FLOW = {"a": _TOY, "b": vector(1), "y": vector(1, "1/2")}
_DUAL = {
    "q": _SKEWED,
    "a": _TOY,
    "start": vector(1, 1),
    "steps": ((_HALF, vector(1)), (Fraction(-3), vector(2))),
}
_ARRIVAL = {"q": _SKEWED, "a": vector(1, 2), "b": _ONE, "start": vector(0, 0)}
_BEST = {"name": "x⁴", "best": vector(1, 2), "z": vector(0, 1)}


CHECKS = (
    RowChecks(
        "ch06-bregman",
        instances=(
            Instance("squared-distance", squared_distance, {"x": vector(1, 2), "z": vector(4, -2)}),
            Instance(
                "quartic",
                positive_if_different,
                {"name": "x⁴", "x": vector(1, 0), "z": vector(0, 1)},
            ),
            Instance(
                "equal-points",
                positive_if_different,
                {"name": "x⁴", "x": vector(0, 1), "z": vector(0, 1)},
            ),
        ),
        searches=(Search("squared", squared_distance, lambda: {"x": vectors(2), "z": vectors(2)}),),
        controls=(
            Control(
                "not-strictly-convex",
                "the potential is convex, but not strictly",
                positive_if_different,
                refuted_by={"name": "max(x, 0)²", "x": vector(-1), "z": vector(-2)},
                holds_for={"name": "max(x, 0)²", "x": vector(1), "z": vector(2)},
                drops="smooth-strictly-convex",
            ),
        ),
    ),
    RowChecks(
        "ch06-bregman-nonneg",
        identities=(Identity("quartic", quartic_factors),),
        instances=(
            Instance("from-zero", not_negative, {"name": "x⁴", "x": vector(1), "z": vector(0)}),
            Instance("to-zero", not_negative, {"name": "x⁴", "x": vector(0), "z": vector(1)}),
            Instance(
                "equal-points",
                positive_if_different,
                {"name": "x⁴", "x": vector(1, -2), "z": vector(1, -2)},
            ),
            Instance(
                "midpoint",
                convex_in_the_first,
                {"name": "x⁴", "x": vector(0), "y": vector(2), "z": vector(-1)},
            ),
        ),
        searches=(
            Search("positive", positive_if_different, lambda: _points("x", "z")),
            Search("not-negative", not_negative, lambda: _points("x", "z")),
            Search("convex", convex_in_the_first, lambda: _points("x", "y", "z")),
        ),
        controls=(
            Control(
                "not-convex",
                "the potential is not convex",
                not_negative,
                refuted_by={"name": "x³", "x": vector(-2), "z": vector(0)},
                holds_for={"name": "x³", "x": vector(2), "z": vector(0)},
                drops="strictly-convex",
            ),
            Control(
                "not-strictly-convex",
                "the potential is convex, but not strictly",
                positive_if_different,
                refuted_by={"name": "max(x, 0)²", "x": vector(-1), "z": vector(-2)},
                holds_for={"name": "max(x, 0)²", "x": vector(1), "z": vector(2)},
                drops="strictly-convex",
            ),
            Control(
                "symmetric",
                "the divergence is said to be symmetric",
                symmetric,
                refuted_by={"name": "x⁴", "x": vector(0), "z": vector(1)},
                holds_for={"name": "x²", "x": vector(0), "z": vector(1)},
            ),
            Control(
                "triangle",
                "the divergence is said to satisfy the triangle inequality",
                triangle,
                refuted_by={"name": "x²", "x": vector(0), "w": vector(1), "z": vector(2)},
                holds_for={"name": "x²", "x": vector(0), "w": vector(0), "z": vector(2)},
            ),
        ),
    ),
    RowChecks(
        "ch06-bregman-three-point",
        identities=(Identity("any-function", three_points_for_any_function),),
        instances=(
            Instance(
                "quartic",
                three_points,
                {"name": "x⁴", "x": vector(1, 2), "w": vector(0, -1), "z": vector(3, 1)},
            ),
            Instance(
                "cosines",
                three_points,
                {"name": "x²", "x": vector(0, 3), "w": vector(0, 0), "z": vector(4, 0)},
            ),
            Instance(
                "not-convex",
                three_points,
                {"name": "x³", "x": vector(1, 2), "w": vector(0, -1), "z": vector(3, 1)},
            ),
        ),
        searches=(
            Search(
                "points",
                three_points,
                lambda: {
                    **_points("x", "w", "z"),
                    "name": strategies.sampled_from(list(POTENTIALS)),
                },
            ),
        ),
        controls=(
            Control(
                "other-sign",
                "the inner product has the other sign",
                three_points_minus,
                refuted_by={
                    "name": "x⁴",
                    "x": vector(1, 2),
                    "w": vector(0, -1),
                    "z": vector(3, 1),
                },
                holds_for={
                    "name": "x²",
                    "x": vector(0, 3),
                    "w": vector(0, 0),
                    "z": vector(4, 0),
                },
                over=lambda: _points("x", "w", "z"),
            ),
        ),
    ),
    RowChecks(
        "ch06-bregman-projection",
        instances=(
            Instance("quartic", pythagoras_on_the_plane, {**_BEST, "away": (Fraction(3),)}),
            Instance(
                "euclidean",
                pythagoras,
                {
                    "name": "x²",
                    "best": vector("1/5", "2/5"),
                    "z": vector(0, 0),
                    "x": vector(1, 0),
                },
            ),
            Instance("nearest", nearest_on_the_plane, {**_BEST, "away": (-_HALF,)}),
        ),
        searches=(
            Search("pythagoras", pythagoras_on_the_plane, _planes),
            Search("nearest", nearest_on_the_plane, _planes),
        ),
        controls=(
            Control(
                "off-the-plane",
                "the other point does not solve the system",
                pythagoras,
                refuted_by={**_BEST, "x": vector(1, 1)},
                holds_for={**_BEST, "x": vector(8, 1)},
            ),
            Control(
                "not-convex",
                "the potential is not convex",
                nearest_on_the_plane,
                refuted_by={**_BEST, "name": "-x²", "away": (_ONE,)},
                holds_for={**_BEST, "name": "x²", "away": (_ONE,)},
                drops="convex-in-domain",
            ),
        ),
    ),
    RowChecks(
        "ch06-entropy-hessian",
        identities=(Identity("derivatives", second_derivative_of_the_entropy),),
        instances=(
            Instance("formula", entropy_divergence_is, {"x": vector(1, 2), "z": vector(3, "1/2")}),
            Instance(
                "distributions",
                entropy_divergence_is,
                {"x": vector("1/4", "3/4"), "z": vector("1/2", "1/2")},
            ),
            Instance("positive", entropy_divergence_is_positive, {"x": vector(1), "z": vector(2)}),
            Instance(
                "nearly-equal",
                entropy_divergence_is_positive,
                {"x": vector(1), "z": vector("1000001/1000000")},
            ),
        ),
        searches=(
            Search(
                "formula",
                entropy_divergence_is,
                lambda: {"x": _positive(2), "z": _positive(2)},
                cases=30,
            ),
            Search("positive", entropy_divergence_is_positive, _different, cases=30),
        ),
        controls=(
            Control(
                "without-totals",
                "the terms -x + z are left out",
                relative_entropy_is_positive,
                refuted_by={"x": vector(1), "z": vector(2)},
                holds_for={"x": vector("1/4", "3/4"), "z": vector("1/2", "1/2")},
                over=_different,
            ),
        ),
    ),
    RowChecks(
        "ch06-mirror-flow-equivalence",
        identities=(Identity("one-coordinate", flow_of_one_coordinate),),
        instances=(
            Instance("toy", square_flow_is_mirror_flow, {**_FLOW, "speed": 4}),
            Instance(
                "at-a-solution",
                square_flow_is_mirror_flow,
                {"a": _TOY, "b": vector(3), "y": vector(1, 1), "speed": 4},
            ),
            Instance("conserved", kernel_is_conserved, _FLOW),
        ),
        searches=(
            Search(
                "velocities",
                square_flow_is_mirror_flow,
                lambda: {**_square_flows(), "speed": strategies.just(4)},
                cases=40,
            ),
            Search("conserved", kernel_is_conserved, _square_flows, cases=40),
        ),
        controls=(
            Control(
                "twice",
                "the square flow is twice as fast",
                square_flow_is_mirror_flow,
                refuted_by={**_FLOW, "speed": 2},
                holds_for={"a": _TOY, "b": vector(3), "y": vector(1, 1), "speed": 2},
            ),
        ),
    ),
    RowChecks(
        "ch06-mirror-dual-invariance",
        instances=(
            Instance("quadratic", dual_stays_in_the_range, _DUAL),
            Instance(
                "entropy",
                entropy_step_stays_in_the_range,
                {"a": vector(1, 2), "start": vector(1, "1/3"), "step": _HALF, "v": Fraction(-3)},
            ),
            Instance(
                "limit",
                limit_is_projection,
                {**_ARRIVAL, "start": vector(1, 1), "steps": 1, "away": Fraction(2)},
            ),
        ),
        searches=(
            Search("duals", dual_stays_in_the_range, _mirror_steps),
            Search("limits", limit_is_projection, _arrivals),
            Search("limits-solve", limit_solves, _arrivals, cases=30),
        ),
        controls=(
            Control(
                "primal",
                "the point itself is said to move in the range",
                primal_stays_in_the_range,
                refuted_by=_DUAL,
                holds_for={**_DUAL, "q": identity(2)},
                over=_mirror_steps,
            ),
            Control(
                "no-solution-yet",
                "the limit does not solve the system",
                limit_solves,
                refuted_by={**_ARRIVAL, "steps": 0, "away": _ONE},
                holds_for={**_ARRIVAL, "steps": 3, "away": _ONE},
                drops="interior-limit",
            ),
            Control(
                "any-start",
                "the limit is said not to depend on the start",
                limits_agree,
                refuted_by={**_ARRIVAL, "other": vector(1, 0)},
                holds_for={**_ARRIVAL, "other": vector(1, 3)},
            ),
        ),
    ),
    RowChecks(
        "ch06-kl-small-init-l1",
        instances=(
            Instance("equation", projection_solves, {"ones": 1, "twos": 1, "delta": _HALF}),
            Instance("toy", sum_of_the_toy, {"delta": Fraction(1, 100)}),
            Instance(
                "one-point",
                sum_is_nearly_least,
                {"ones": 1, "twos": 0, "delta": Fraction(1, 2), "x": vector(1)},
            ),
            Instance("toy-smaller", sum_of_the_toy, {"delta": Fraction(1, 10**12)}),
            Instance(
                "vanishes",
                first_coordinate_vanishes,
                {"twos": 1, "delta": Fraction(1, 10**12), "bound": Fraction(1, 10**6)},
            ),
            Instance("not-unique", limit_has_least_entropy, {"ones": 3, "entry": _HALF}),
        ),
        searches=(
            Exhaustion(
                "equations",
                projection_solves,
                lambda: (
                    {key: case[key] for key in ("ones", "twos", "delta")}
                    for case in _small_starts()
                ),
            ),
            Exhaustion("bounds", sum_is_nearly_least, _small_starts),
            Exhaustion(
                "nearest",
                projection_is_nearest,
                lambda: (
                    {"twos": twos, "delta": Fraction(1, 10**power), "share": Fraction(n, 7)}
                    for twos in (1, 2)
                    for power in (1, 4)
                    for n in range(8)
                ),
            ),
        ),
        controls=(
            Control(
                "infeasible",
                "the other point does not solve the system",
                sum_is_nearly_least,
                refuted_by={
                    "ones": 1,
                    "twos": 1,
                    "delta": Fraction(1, 10**6),
                    "x": vector(0, 0),
                },
                holds_for={
                    "ones": 1,
                    "twos": 1,
                    "delta": Fraction(1, 10**6),
                    "x": vector(1, 0),
                },
            ),
            Control(
                "large-start",
                "the start is larger than one",
                sum_is_nearly_least,
                refuted_by={"ones": 1, "twos": 1, "delta": Fraction(3), "x": vector(0, "1/2")},
                holds_for={
                    "ones": 1,
                    "twos": 1,
                    "delta": Fraction(1, 3),
                    "x": vector(0, "1/2"),
                },
                drops="small-start",
            ),
            Control(
                "half-the-number",
                "half of the number of coordinates takes its place",
                sum_with_half_the_number,
                refuted_by={"ones": 1, "twos": 0, "delta": _HALF, "x": vector(1)},
                holds_for={"ones": 1, "twos": 1, "delta": Fraction(1, 100), "x": vector(1, 0)},
            ),
            Control(
                "not-small",
                "the start is not small, and the projection is to be sparse",
                first_coordinate_vanishes,
                refuted_by={"twos": 1, "delta": Fraction(9, 10), "bound": Fraction(1, 100)},
                holds_for={"twos": 1, "delta": Fraction(1, 10**6), "bound": Fraction(1, 100)},
            ),
        ),
        plots=(
            Plot(
                "sum",
                "The sum of the projection and its bound",
                sum_of_the_toy,
                "delta",
                tuple(Fraction(1, 10**power) for power in range(16, 0, -1)),
                {"": {}},
                "initialisation δ",
                "sum of the projection",
                "1/2 + (Φ + 2)/log(1/δ)",
                "x",
            ),
        ),
    ),
)
