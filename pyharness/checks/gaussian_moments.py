"""Checks of chapter 11: Stein's identity, Hermite polynomials, and response-weighted covariances.

Moments of the standard normal law are exact: rational for polynomials, and of the form
``a + b / √(2π)`` for functions that are one polynomial on each side of 0. Covariances are those of
finite laws that are symmetric and independent where the row needs it.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb, factorial, isqrt, prod
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.flow_matching import derivative
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add_matrices,
    apply,
    dot,
    identity,
    norm_squared,
    outer,
    pseudo_inverse,
    scale_matrix,
    trace,
    transpose,
)
from pyharness.checks.matrices import times as product_of
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

__all__ = ["CHECKS"]

Number = int | Fraction
#: Coefficients, from the constant on.
Polynomial = tuple[Number, ...]


# ----- Polynomials and moments --------------------------------------------------------------------


def double_factorial(n: int) -> int:
    """Return ``n (n - 2) (n - 4) ...``, and 1 for an empty product."""
    return prod(range(n, 0, -2))


def normal_moment(n: int) -> int:
    """Return the moment of the standard normal law."""
    return 0 if n % 2 else double_factorial(n - 1)


def sign_moment(n: int) -> int:
    """Return the moment of a fair sign."""
    return 1 - n % 2


def expected(g: Polynomial, moment: Callable[[int], int] = normal_moment) -> Fraction:
    """Apply the moment functional to a polynomial."""
    return sum((Fraction(c) * moment(n) for n, c in enumerate(g)), Fraction(0))


def times(g: Polynomial, h: Polynomial) -> Polynomial:
    """Return the product."""
    out = [Fraction(0)] * (len(g) + len(h) - 1)
    for (i, a), (j, b) in product(enumerate(g), enumerate(h)):
        out[i + j] += a * b
    return tuple(out)


X: Polynomial = (0, 1)
SECOND: Polynomial = (-1, 0, 1)


def stein(g: Polynomial) -> Comparison:
    """``E[g X] = E[g']`` for the moment functional."""
    return Comparison(expected(times(g, X)), "=", expected(derivative(g)))


def stein_second(g: Polynomial) -> Comparison:
    """``E[g (X² - 1)] = E[g'']`` for the moment functional."""
    return Comparison(expected(times(g, SECOND)), "=", expected(derivative(derivative(g))))


def stein_for_signs(g: Polynomial) -> Comparison:
    """``E[g X] = E[g']`` for a fair sign."""
    return Comparison(expected(times(g, X), sign_moment), "=", expected(derivative(g), sign_moment))


def stein_for_variance(g: Polynomial, variance: Fraction) -> Comparison:
    """``E[g X] = E[g']`` for a centred normal law of some variance."""

    def mean(h: Polynomial) -> Fraction:
        # Odd moments vanish, so only whole powers of the variance occur.
        return sum(
            (Fraction(c) * variance ** (n // 2) * normal_moment(n) for n, c in enumerate(h)),
            Fraction(0),
        )

    return Comparison(mean(times(g, X)), "=", mean(derivative(g)))


def only_functional(degree: int) -> Comparison:
    """A functional with ``E[1] = 1`` and the first identity has the moments ``(n - 1)!!``."""
    moments = [Fraction(1)]
    for n in range(degree):
        # The identity for the power n determines the moment of the power n + 1.
        moments.append(n * moments[n - 1] if n else Fraction(0))
    return Comparison(tuple(moments), "=", tuple(normal_moment(n) for n in range(degree + 1)))


# ----- Functions in two pieces --------------------------------------------------------------------


def half_moment(n: int) -> tuple[Fraction, Fraction]:
    """Return the integral of ``x^n`` over ``x > 0`` as ``(a, b)`` for ``a + b / √(2π)``."""
    value = Fraction(double_factorial(n - 1))
    return (Fraction(0), value) if n % 2 else (value / 2, Fraction(0))


def expected_pieces(left: Polynomial, right: Polynomial) -> tuple[Fraction, Fraction]:
    """Return the mean of a function that is ``left`` below and ``right`` above 0."""
    a = b = Fraction(0)
    for side, g in ((-1, left), (1, right)):
        for n, c in enumerate(g):
            one, two = half_moment(n)
            a += side**n * c * one
            b += side**n * c * two
    return a, b


def stein_pieces(left: Polynomial, right: Polynomial) -> Comparison:
    """``E[g X] = E[g']`` for a function in two pieces, as ``a + b / √(2π)``."""
    return Comparison(
        expected_pieces(times(left, X), times(right, X)),
        "=",
        expected_pieces(derivative(left), derivative(right)),
    )


def stein_second_pieces(left: Polynomial, right: Polynomial) -> Comparison:
    """``E[g (X² - 1)] = E[g'']`` for a function in two pieces, as ``a + b / √(2π)``."""
    return Comparison(
        expected_pieces(times(left, SECOND), times(right, SECOND)),
        "=",
        expected_pieces(derivative(derivative(left)), derivative(derivative(right))),
    )


def half_moments() -> tuple[sympy.Expr, sympy.Expr]:
    """The means over ``x > 0`` of ``px² + qx³``, of which functions in two pieces are made."""
    import sympy

    x = sympy.Symbol("x", positive=True)
    p, q = sympy.symbols("p q")
    root = sympy.sqrt(2 * sympy.pi)
    density = sympy.exp(-(x**2) / 2) / root
    left = sympy.integrate(sympy.expand((p * x**2 + q * x**3) * density), (x, 0, sympy.oo))
    parts = [sympy.Rational(a) + sympy.Rational(b) / root for a, b in map(half_moment, (2, 3))]
    return left, p * parts[0] + q * parts[1]


def _integrals(second: bool) -> tuple[sympy.Expr, sympy.Expr]:
    import sympy

    x, a = sympy.symbols("x a", real=True)
    g = sympy.cos(a * x) if second else sympy.sin(a * x)
    weight = sympy.exp(-(x**2) / 2)
    left = g * (x**2 - 1) if second else g * x
    right = sympy.diff(g, x, 2 if second else 1)
    whole = (x, -sympy.oo, sympy.oo)
    return sympy.integrate(left * weight, whole), sympy.integrate(right * weight, whole)


def stein_sine() -> tuple[sympy.Expr, sympy.Expr]:
    """The first identity for ``sin(ax)``, for all ``a``, up to the factor ``1/√(2π)``."""
    return _integrals(second=False)


def stein_second_cosine() -> tuple[sympy.Expr, sympy.Expr]:
    """The second identity for ``cos(ax)``, for all ``a``, up to the factor ``1/√(2π)``."""
    return _integrals(second=True)


# ----- Hermite polynomials ------------------------------------------------------------------------


def hermite(k: int) -> Polynomial:
    """Return the Hermite polynomial, by ``h_(k+1) = x h_k - h_k'``."""
    h: Polynomial = (1,)
    for _ in range(k):
        lowered = derivative(h)
        raised = times(h, X)
        h = tuple(a - (lowered[n] if n < len(lowered) else 0) for n, a in enumerate(raised))
    return h


def in_direction(g: Polynomial, u: Vector) -> dict[tuple[int, int], Fraction]:
    """Return the coefficients of ``g(u_1 x + u_2 y)``."""
    out: dict[tuple[int, int], Fraction] = {}
    for n, c in enumerate(g):
        for i in range(n + 1):
            term = Fraction(c) * comb(n, i) * Fraction(u[0]) ** i * Fraction(u[1]) ** (n - i)
            out[i, n - i] = out.get((i, n - i), Fraction(0)) + term
    return out


def hermite_product(
    j: int, k: int, u: Vector, v: Vector, moment: Callable[[int], int] = normal_moment
) -> Fraction:
    """Return ``E[h_j(⟨u, x⟩) h_k(⟨v, x⟩)]`` for two independent coordinates."""
    first, second = in_direction(hermite(j), u), in_direction(hermite(k), v)
    return sum(
        (
            a * b * moment(m + p) * moment(n + q)
            for ((m, n), a), ((p, q), b) in product(first.items(), second.items())
        ),
        Fraction(0),
    )


def hermite_products(j: int, k: int, u: Vector, v: Vector) -> Comparison:
    """``E[h_j(⟨u, x⟩) h_k(⟨v, x⟩)]`` is ``k! ⟨u, v⟩^k`` for equal degrees, else 0."""
    right = factorial(k) * dot(u, v) ** k if j == k else Fraction(0)
    return Comparison(hermite_product(j, k, u, v), "=", right)


def hermite_products_plain(j: int, k: int, u: Vector, v: Vector) -> Comparison:
    """The same without the factorial."""
    right = dot(u, v) ** k if j == k else Fraction(0)
    return Comparison(hermite_product(j, k, u, v), "=", right)


def hermite_products_of_signs(j: int, k: int, u: Vector, v: Vector) -> Comparison:
    """The same when the coordinates are fair signs."""
    right = factorial(k) * dot(u, v) ** k if j == k else Fraction(0)
    return Comparison(hermite_product(j, k, u, v, sign_moment), "=", right)


# ----- Large responses ----------------------------------------------------------------------------

#: Units: the output weight and the vector of the input weights.
Units = tuple[tuple[Number, Vector], ...]


def response(units: Units, x: Vector) -> Fraction:
    """Return ``Σ a_i ReLU(⟨w_i, x⟩)``."""
    return sum((Fraction(a) * max(dot(w, x), Fraction(0)) for a, w in units), Fraction(0))


def projected(units: Units, x: Vector) -> Fraction:
    """Return the squared norm of the projection on the span of the input weights."""
    rows = tuple(w for _, w in units)
    return norm_squared(apply(product_of(pseudo_inverse(rows), rows), x))


def strength(units: Units) -> Fraction:
    """Return ``Σ |a_i| |w_i|``; the norms must be rational."""
    total = Fraction(0)
    for a, w in units:
        square = norm_squared(w)
        root = Fraction(_root(square.numerator), _root(square.denominator))
        total += abs(a) * root
    return total


def _root(square: int) -> int:
    root = isqrt(square)
    assert root**2 == square, "the norms of the input weights are rational here"
    return root


def response_bound(units: Units, x: Vector) -> Comparison:
    """The squared response is at most ``A² |P x|²``."""
    return Comparison(response(units, x) ** 2, "≤", strength(units) ** 2 * projected(units, x))


def response_bound_by_one(units: Units, x: Vector) -> Comparison:
    """The squared response is at most ``A² ⟨w_1, x⟩² / |w_1|²``."""
    first = units[0][1]
    part = dot(first, x) ** 2 / norm_squared(first)
    return Comparison(response(units, x) ** 2, "≤", strength(units) ** 2 * part)


def selected_is_large(units: Units, x: Vector) -> Comparison:
    """Where the response reaches ``√(2m) A`` the squared projection is at least ``2m``."""
    return selected_by(units, x, threshold=2)


def selected_from_half(units: Units, x: Vector) -> Comparison:
    """The same where the response reaches ``√m A``."""
    return selected_by(units, x, threshold=1)


def selected_by(units: Units, x: Vector, *, threshold: int) -> Comparison:
    """Return the claim for responses that reach ``√(threshold m) A``.

    Nothing is asked where the response is smaller.
    """
    size = len(units)
    selected = response(units, x) ** 2 >= threshold * size * strength(units) ** 2
    return Comparison(projected(units, x) if selected else 2 * size, "≥", 2 * size)


# ----- Response-weighted covariance ---------------------------------------------------------------

#: Points in coordinates of an orthonormal basis: their probability and whether they are selected.
Selection = tuple[tuple[Vector, Fraction, Number], ...]


def independent_signs(inside: Selection, outside: int) -> Selection:
    """Extend points of ``V`` by independent fair signs as further coordinates."""
    return tuple(
        ((*x, *signs), p / 2**outside, weight)
        for x, p, weight in inside
        for signs in product((1, -1), repeat=outside)
    )


def weighted_covariance(law: Selection, basis: Matrix, *, centred: bool = True) -> Matrix:
    """Return ``E[ψ (x x^T - I)]`` in standard coordinates; the basis vectors are rows."""
    columns = transpose(basis)
    one = identity(len(basis))
    terms = []
    for coordinates, p, weight in law:
        x = apply(columns, coordinates)
        term = add_matrices(outer(x, x), scale_matrix(-1, one)) if centred else outer(x, x)
        terms.append(scale_matrix(p * weight, term))
    return add_matrices(*terms)


def vanishes_outside(
    law: Selection, basis: Matrix, inside: int, *, centred: bool = True
) -> Comparison:
    """The matrix maps the basis vectors outside ``V`` to zero; the first ones span ``V``."""
    m = weighted_covariance(law, basis, centred=centred)
    images = tuple(apply(m, v) for v in basis[inside:])
    return Comparison(images, "=", tuple((0,) * len(basis) for _ in images))


def vanishes_for_signs(inside: Selection, basis: Matrix) -> Comparison:
    """The same for points of ``V`` extended by independent signs."""
    size = len(inside[0][0])
    return vanishes_outside(independent_signs(inside, len(basis) - size), basis, size)


def probability(law: Selection) -> Fraction:
    """Return the probability of being selected."""
    return sum((p for _, p, weight in law if weight), Fraction(0))


def trace_is_large(law: Selection, basis: Matrix, units: int) -> Comparison:
    """The trace is at least ``m`` times the probability of being selected."""
    left = trace(weighted_covariance(law, basis))
    return Comparison(left, "≥", units * probability(law))


def trace_is_large_for_signs(inside: Selection, basis: Matrix, units: int) -> Comparison:
    """The same for points of ``V`` with independent signs, selected from ``|x|² = 2m`` on."""
    chosen = tuple((x, p, int(norm_squared(x) >= 2 * units)) for x, p, _ in inside)
    law = independent_signs(chosen, len(basis) - len(inside[0][0]))
    return trace_is_large(law, basis, units)


def trace_is_positive(law: Selection, basis: Matrix) -> Comparison:
    """The trace is positive."""
    return Comparison(trace(weighted_covariance(law, basis)), ">", 0)


def signal_direction(inside: Selection, basis: Matrix, units: int) -> Comparison:
    """Some basis vector ``v`` of ``V`` has ``v^T M v > 0``."""
    chosen = tuple((x, p, int(norm_squared(x) >= 2 * units)) for x, p, _ in inside)
    size = len(inside[0][0])
    m = weighted_covariance(independent_signs(chosen, len(basis) - size), basis)
    return Comparison(max(dot(v, apply(m, v)) for v in basis[:size]), ">", 0)


# ----- The checks ---------------------------------------------------------------------------------


def _monomials() -> Iterator[Mapping[str, Any]]:
    for n in range(11):
        yield {"g": (0,) * n + (1,)}


def _polynomials() -> SearchStrategy[dict[str, Any]]:
    number = st.parts(-3, 3, 12)
    return st.fixed_dictionaries({"g": st.lists(number, min_size=1, max_size=6).map(tuple)})


def _pieces(common: int) -> SearchStrategy[dict[str, Any]]:
    """Two polynomials whose first coefficients agree."""
    number = st.parts(-3, 3, 12)
    tail = st.lists(number, max_size=3).map(tuple)
    start = st.tuples(*(number for _ in range(common)))
    return st.builds(
        lambda shared, left, right: {"left": (*shared, *left), "right": (*shared, *right)},
        start,
        tail,
        tail,
    )


def _continuous() -> SearchStrategy[dict[str, Any]]:
    return _pieces(1)


def _smooth() -> SearchStrategy[dict[str, Any]]:
    return _pieces(2)


def _degrees() -> Iterator[Mapping[str, Any]]:
    for j, k in product(range(5), repeat=2):
        for u, v in product(_UNITS, repeat=2):
            yield {"j": j, "k": k, "u": u, "v": v}


def _responses() -> SearchStrategy[dict[str, Any]]:
    """Input weights with rational norms."""
    number = st.parts(-3, 3, 6)
    weight = st.sampled_from(((3, 4, 0), (0, 0, 2), (1, 2, 2), (-2, 1, 2), (0, 5, 12), (0, 0, 0)))
    units = st.lists(st.tuples(number, weight), min_size=1, max_size=3).map(tuple)
    return st.fixed_dictionaries({"units": units, "x": st.tuples(number, number, number)})


def _selected() -> SearchStrategy[dict[str, Any]]:
    """Points near the input weights, where responses are large."""

    def case(units: Units, factor: Fraction, shift: Vector) -> dict[str, Any]:
        first = units[0][1]
        return {
            "units": units,
            "x": tuple(factor * w + e for w, e in zip(first, shift, strict=True)),
        }

    number, far = st.sampled_from((-1, 1, 2)), st.parts(Fraction(1, 2), 2, 12)
    weight = st.sampled_from(((3, 4, 0), (0, 3, 4), (1, 2, 2), (-2, 1, 2), (0, 5, 12)))
    units = st.lists(st.tuples(number, weight), min_size=1, max_size=3).map(tuple)
    return st.builds(case, units, far, st.tuples(*[st.parts(-1, 1, 6)] * 3)).filter(
        lambda found: (
            response(**found) ** 2 >= 2 * len(found["units"]) * strength(found["units"]) ** 2
        )
    )


def _weighted(*sizes: int) -> SearchStrategy[Selection]:
    """Points of a subspace with probabilities and any weights."""
    number = st.parts(-3, 3, 2)

    def points(size: int) -> SearchStrategy[Selection]:
        row = st.tuples(st.tuples(*(number for _ in range(size))), st.integers(1, 4), number)
        return st.lists(row, min_size=1, max_size=3).map(
            lambda rows: tuple(
                (x, Fraction(n, sum(row[1] for row in rows)), weight) for x, n, weight in rows
            )
        )

    return st.sampled_from(sizes).flatmap(points)


def _filters() -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"inside": _weighted(1, 2), "basis": st.just(_TURNED)})


def _traces() -> SearchStrategy[dict[str, Any]]:
    return _weighted(1, 2).flatmap(
        lambda inside: st.fixed_dictionaries(
            {
                "inside": st.just(inside),
                "basis": st.just(_TURNED),
                "units": st.integers(len(inside[0][0]), 3),
            }
        )
    )


_HALF, _QUARTER, _ONE = Fraction(1, 2), Fraction(1, 4), Fraction(1)
_UNITS: tuple[Vector, ...] = (
    (1, 0),
    (Fraction(3, 5), Fraction(4, 5)),
    (Fraction(-5, 13), Fraction(12, 13)),
)
_PLAIN: Matrix = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
_TURNED: Matrix = (
    (Fraction(3, 5), Fraction(4, 5), Fraction(0)),
    (Fraction(-4, 5), Fraction(3, 5), Fraction(0)),
    (Fraction(0), Fraction(0), Fraction(1)),
)
_LINE: Selection = (((0,), _HALF, 0), ((2,), _QUARTER, 1), ((-2,), _QUARTER, 1))
_SKEW: Selection = (((3,), _QUARTER, 2), ((-1,), Fraction(3, 4), -1))
_PLANE: Selection = (((2, 0), _QUARTER, 1), ((1, 2), _QUARTER, 1), ((0, -1), _HALF, 0))
_TWINS: Units = ((1, (1, 0)), (1, (1, 0)))
_TEACHER: Units = ((1, (3, 4, 0)), (-2, (0, 0, 2)))

CHECKS = (
    RowChecks(
        "ch11-hermite-landscape",
        instances=(
            Instance(
                "same-direction", hermite_products, {"j": 3, "k": 3, "u": _UNITS[1], "v": _UNITS[1]}
            ),
            Instance(
                "two-directions", hermite_products, {"j": 4, "k": 4, "u": _UNITS[0], "v": _UNITS[1]}
            ),
            Instance(
                "other-degree", hermite_products, {"j": 2, "k": 4, "u": _UNITS[1], "v": _UNITS[2]}
            ),
            Instance("orthogonal", hermite_products, {"j": 2, "k": 2, "u": (1, 0), "v": (0, 1)}),
        ),
        searches=(Exhaustion("degrees", hermite_products, _degrees),),
        controls=(
            Control(
                "long-vectors",
                "the vectors have another length",
                hermite_products,
                refuted_by={"j": 2, "k": 2, "u": (1, 1), "v": (2, 0)},
                holds_for={"j": 1, "k": 1, "u": (1, 1), "v": (2, 0)},
                drops="unit-vectors",
            ),
            Control(
                "signs",
                "the coordinates are fair signs",
                hermite_products_of_signs,
                refuted_by={"j": 2, "k": 2, "u": (1, 0), "v": (1, 0)},
                holds_for={"j": 1, "k": 1, "u": (1, 0), "v": (1, 0)},
                drops="gaussian",
            ),
            Control(
                "without-factorial",
                "the factor k! is left out",
                hermite_products_plain,
                refuted_by={"j": 2, "k": 2, "u": _UNITS[0], "v": _UNITS[1]},
                holds_for={"j": 1, "k": 1, "u": _UNITS[0], "v": _UNITS[1]},
            ),
        ),
    ),
    RowChecks(
        "ch11-large-response",
        instances=(
            Instance("one-unit", response_bound, {"units": ((2, (3, 4)),), "x": (3, 4)}),
            Instance("two-units", response_bound, {"units": _TEACHER, "x": (1, 1, -1)}),
            Instance("negative-side", response_bound, {"units": _TEACHER, "x": (-1, -1, -1)}),
            Instance("selected", selected_is_large, {"units": _TEACHER, "x": (6, 8, -1)}),
            Instance("just-selected", selected_is_large, {"units": _TWINS, "x": (2, 0)}),
            Instance(
                "not-selected",
                selected_is_large,
                {"units": ((1, (1, 0)), (2, (1, 0))), "x": (Fraction(17, 10), 0)},
            ),
        ),
        searches=(
            Search("bound", response_bound, _responses),
            Search("selected", selected_is_large, _selected),
        ),
        controls=(
            Control(
                "no-response",
                "all units are zero",
                selected_is_large,
                refuted_by={"units": ((0, (1, 0)),), "x": (1, 0)},
                holds_for={"units": ((1, (1, 0)),), "x": (1, 0)},
                drops="nonzero",
            ),
            Control(
                "half-threshold",
                "responses are selected from √m A on",
                selected_from_half,
                refuted_by={"units": _TWINS, "x": (Fraction(3, 2), 0)},
                holds_for={"units": _TWINS, "x": (2, 0)},
            ),
            Control(
                "one-direction",
                "the projection on the first input weights alone is used",
                response_bound_by_one,
                refuted_by={"units": ((1, (1, 0)), (1, (0, 1))), "x": (0, 1)},
                holds_for={"units": ((1, (1, 0)),), "x": (0, 1)},
            ),
        ),
    ),
    RowChecks(
        "ch11-mpsi-vanishes",
        instances=(
            Instance("line", vanishes_for_signs, {"inside": _LINE, "basis": _PLAIN}),
            Instance("turned-line", vanishes_for_signs, {"inside": _SKEW, "basis": _TURNED}),
            Instance("plane", vanishes_for_signs, {"inside": _PLANE, "basis": _TURNED}),
        ),
        searches=(Search("weights", vanishes_for_signs, _filters),),
        controls=(
            Control(
                "dependent",
                "the coordinate outside copies the one inside",
                vanishes_outside,
                refuted_by={
                    "law": (((1, 1), _HALF, 1), ((-1, -1), _HALF, 1)),
                    "basis": ((1, 0), (0, 1)),
                    "inside": 1,
                },
                holds_for={
                    "law": independent_signs((((1,), _HALF, 1), ((-1,), _HALF, 1)), 1),
                    "basis": ((1, 0), (0, 1)),
                    "inside": 1,
                },
                drops="independent-complement",
            ),
            Control(
                "other-variance",
                "the coordinate outside has the variance 4",
                vanishes_outside,
                refuted_by={
                    "law": (((1, 2), _HALF, 1), ((1, -2), _HALF, 1)),
                    "basis": ((1, 0), (0, 1)),
                    "inside": 1,
                },
                holds_for={
                    "law": (((1, 1), _HALF, 1), ((1, -1), _HALF, 1)),
                    "basis": ((1, 0), (0, 1)),
                    "inside": 1,
                },
                drops="independent-complement",
            ),
            Control(
                "without-identity",
                "the identity matrix is not subtracted",
                vanishes_outside,
                refuted_by={
                    "law": independent_signs(_LINE, 1),
                    "basis": ((1, 0), (0, 1)),
                    "inside": 1,
                    "centred": False,
                },
                holds_for={
                    "law": (((1, 0), _ONE, 1),),
                    "basis": ((1, 0), (0, 1)),
                    "inside": 1,
                    "centred": False,
                },
            ),
        ),
    ),
    RowChecks(
        "ch11-positive-trace",
        instances=(
            Instance(
                "line",
                trace_is_large_for_signs,
                {"inside": _LINE, "basis": _PLAIN, "units": 1},
            ),
            Instance(
                "plane",
                trace_is_large_for_signs,
                {"inside": _PLANE, "basis": _TURNED, "units": 2},
            ),
            Instance(
                "just-selected",
                trace_is_large_for_signs,
                {
                    "inside": (((2, 0), _HALF, 1), ((0, 1), _HALF, 0)),
                    "basis": _TURNED,
                    "units": 2,
                },
            ),
            Instance(
                "small-space",
                trace_is_large_for_signs,
                {"inside": _LINE, "basis": _TURNED, "units": 2},
            ),
            Instance(
                "direction", signal_direction, {"inside": _LINE, "basis": _TURNED, "units": 1}
            ),
        ),
        searches=(Search("filters", trace_is_large_for_signs, _traces),),
        controls=(
            Control(
                "small-projection",
                "the selected projections have the squared norm m, not 2m",
                trace_is_large,
                refuted_by={
                    "law": independent_signs((((1,), _HALF, 1), ((-1,), _HALF, 1)), 1),
                    "basis": ((1, 0), (0, 1)),
                    "units": 1,
                },
                holds_for={
                    "law": independent_signs(_LINE, 1),
                    "basis": ((1, 0), (0, 1)),
                    "units": 1,
                },
                drops="large-projection",
            ),
            Control(
                "nothing-selected",
                "nothing is selected",
                trace_is_positive,
                refuted_by={
                    "law": independent_signs((((1,), _HALF, 0), ((-1,), _HALF, 0)), 1),
                    "basis": ((1, 0), (0, 1)),
                },
                holds_for={
                    "law": independent_signs(_LINE, 1),
                    "basis": ((1, 0), (0, 1)),
                },
                drops="selects",
            ),
            Control(
                "large-span",
                "the span has the dimension 2 for one unit",
                trace_is_large,
                refuted_by={
                    "law": (((1, 1), _HALF, 1), ((1, -1), _HALF, 1)),
                    "basis": ((1, 0), (0, 1)),
                    "units": 1,
                },
                holds_for={
                    "law": independent_signs(_LINE, 1),
                    "basis": ((1, 0), (0, 1)),
                    "units": 1,
                },
                drops="small-span",
            ),
            Control(
                "nothing-outside",
                "the coordinates outside the span are zero, so the matrix does not vanish there",
                trace_is_large,
                refuted_by={
                    "law": (((2, 0, 0), _HALF, 1), ((-2, 0, 0), _HALF, 1)),
                    "basis": _PLAIN,
                    "units": 2,
                },
                holds_for={
                    "law": independent_signs(_LINE, 2),
                    "basis": _PLAIN,
                    "units": 1,
                },
                drops="vanishes-outside",
            ),
        ),
    ),
    RowChecks(
        "ch11-stein",
        identities=(
            Identity("sine", stein_sine),
            Identity("cosine", stein_second_cosine),
            Identity("half-moments", half_moments),
        ),
        instances=(
            Instance("relu", stein_pieces, {"left": (0,), "right": (0, 1)}),
            Instance("absolute-value", stein_pieces, {"left": (1, -1), "right": (1, 1)}),
            Instance("relu-squared", stein_second_pieces, {"left": (0,), "right": (0, 0, 1)}),
            Instance("cube", stein_second, {"g": (0, 0, 0, 1)}),
        ),
        searches=(
            Search("first", stein_pieces, _continuous),
            Search("second", stein_second_pieces, _smooth),
        ),
        controls=(
            Control(
                "jump",
                "the function jumps at 0: it is the sign",
                stein_pieces,
                refuted_by={"left": (-1,), "right": (1,)},
                holds_for={"left": (1,), "right": (1,)},
                drops="smooth-decaying",
            ),
            Control(
                "kink",
                "the derivative jumps at 0: the function is the absolute value",
                stein_second_pieces,
                refuted_by={"left": (0, -1), "right": (0, 1)},
                holds_for={"left": (0, 1), "right": (0, 1)},
                drops="smooth-decaying",
            ),
            Control(
                "variance",
                "the variance is not 1",
                stein_for_variance,
                refuted_by={"g": (0, 1), "variance": Fraction(2)},
                holds_for={"g": (0, 1), "variance": _ONE},
            ),
        ),
    ),
    RowChecks(
        "ch11-stein-polynomial",
        instances=(
            Instance("constant", stein, {"g": (1,)}),
            Instance("fifth-power", stein, {"g": (0, 0, 0, 0, 0, 1)}),
            Instance("hermite", stein_second, {"g": (-1, 0, 1)}),
            Instance("unique", only_functional, {"degree": 12}),
        ),
        searches=(
            Exhaustion("powers", stein, _monomials),
            Exhaustion("powers-second", stein_second, _monomials),
            Search("polynomials", stein, _polynomials),
            Search("polynomials-second", stein_second, _polynomials),
        ),
        controls=(
            Control(
                "signs",
                "the moments are those of a fair sign",
                stein_for_signs,
                refuted_by={"g": (0, 0, 0, 1)},
                holds_for={"g": (0, 1)},
                over=_polynomials,
            ),
            Control(
                "sign-function",
                "the function is the sign, and not a polynomial",
                stein_pieces,
                refuted_by={"left": (-1,), "right": (1,)},
                holds_for={"left": (0, 1), "right": (0, 1)},
                drops="polynomial",
            ),
        ),
    ),
)
