"""Checks of chapter 16: paths between two laws, and the velocities that transport the marginals.

Couplings are finite, so that means over them are sums and the velocity at a point is the mean over
the paths that meet there. Paths, test functions and schedules are polynomials with rational
coefficients, which are differentiated exactly.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations, product
from typing import TYPE_CHECKING, Any

from pyharness.checks.diffusion import Law, conditional_mean, expectation
from pyharness.checks.matrices import (
    vector,
)
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
    from collections.abc import Iterator, Mapping

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS", "Polynomial", "Vector", "derivative", "value"]

Vector = tuple[Fraction, ...]
#: Probabilities with the two ends of a path.
Coupling = tuple[tuple[Fraction, Fraction, Fraction], ...]
#: Coefficients of a polynomial, the constant one first.
Polynomial = tuple[Fraction, ...]


# ----- Definitions --------------------------------------------------------------------------------


def value(polynomial: Polynomial, t: Fraction) -> Fraction:
    """Return a value of a polynomial."""
    result = Fraction(0)
    for coefficient in reversed(polynomial):
        result = result * t + coefficient
    return result


def derivative(polynomial: Polynomial) -> Polynomial:
    """Return the derivative of a polynomial."""
    return tuple(n * c for n, c in enumerate(polynomial))[1:]


def compose(outer: Polynomial, inner: Polynomial) -> Polynomial:
    """Return the polynomial ``outer(inner(t))``."""
    result: Polynomial = ()
    for coefficient in reversed(outer):
        size = max(len(result) + len(inner) - 1, 1)
        terms = [Fraction(0)] * size
        for (i, a), (j, b) in product(enumerate(result), enumerate(inner)):
            terms[i + j] += a * b
        terms[0] += coefficient
        result = tuple(terms)
    return result


def between(t: Fraction, start: Fraction, end: Fraction) -> Fraction:
    """Return ``(1-t) x_0 + t x_1``."""
    return (1 - t) * start + t * end


def marginal_velocity(coupling: Coupling, t: Fraction) -> dict[Fraction, Fraction]:
    """Return ``E[X_1 - X_0 | X_t = x]`` for every ``x`` that the paths reach."""
    return conditional_mean(tuple((p, between(t, a, b), b - a) for p, a, b in coupling))


# ----- The field of a path ------------------------------------------------------------------------


def paths_follow_the_field(coupling: Coupling, t: Fraction) -> Comparison:
    """Every path has the velocity of the field at its place."""
    field = marginal_velocity(coupling, t)
    found = tuple(field[between(t, a, b)] for _, a, b in coupling)
    return Comparison(found, "=", tuple(b - a for _, a, b in coupling))


def paths_follow_unless_they_cross(coupling: Coupling, t: Fraction) -> Comparison:
    """Every path follows the field exactly if no two paths with different velocities meet."""
    crossing = any(
        between(t, a, b) == between(t, c, d) and b - a != d - c
        for (_, a, b), (_, c, d) in combinations(coupling, 2)
    )
    return Comparison(paths_follow_the_field(coupling, t).holds, "=", not crossing)


def flow_keeps_the_spread() -> tuple[sympy.Expr, sympy.Expr]:
    """For independent Gaussian ends the trajectories of the field are ``x_0 √V_t``.

    The field is the regression of ``X_1 - X_0`` on ``X_t``; ``V`` is the variance of ``X_t``, so
    that the generated process has the law of the path at every time.
    """
    import sympy

    t, s = sympy.symbols("t s", positive=True)
    variance = (1 - t) ** 2 + t**2 * s
    field = (t * s - (1 - t)) / variance
    return sympy.diff(sympy.sqrt(variance), t), field * sympy.sqrt(variance)


# ----- Linear paths -------------------------------------------------------------------------------


def velocity_from_the_place(start: Vector, end: Vector, t: Fraction) -> Comparison:
    """The velocity ``X_1 - X_0`` is ``(X_1 - X_t)/(1-t)``."""
    place = tuple(between(t, a, b) for a, b in zip(start, end, strict=True))
    left = tuple(b - a for a, b in zip(start, end, strict=True))
    return Comparison(left, "=", tuple((b - x) / (1 - t) for b, x in zip(end, place, strict=True)))


def velocity_is_the_rest(start: Vector, end: Vector, t: Fraction) -> Comparison:
    """The velocity ``X_1 - X_0`` is ``X_1 - X_t``."""
    place = tuple(between(t, a, b) for a, b in zip(start, end, strict=True))
    left = tuple(b - a for a, b in zip(start, end, strict=True))
    return Comparison(left, "=", tuple(b - x for b, x in zip(end, place, strict=True)))


def increments(start: Vector, end: Vector, t: Fraction, h: Fraction) -> Comparison:
    """``X_(t+h) - X_t`` is ``h (X_1 - X_0)``."""
    pairs = list(zip(start, end, strict=True))
    left = tuple(between(t + h, a, b) - between(t, a, b) for a, b in pairs)
    return Comparison(left, "=", tuple(h * (b - a) for a, b in pairs))


def velocity_of_the_line() -> tuple[sympy.Expr, sympy.Expr]:
    """The derivative of the path, from its place and its end."""
    import sympy

    a, b, t = sympy.symbols("a b t")
    path = (1 - t) * a + t * b
    return sympy.diff(path, t), (b - path) / (1 - t)


def _ends_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.integers(-6, 6).map(lambda n: Fraction(n, 2))
    pair = st.tuples(number, number)
    return {"start": pair, "end": pair, "t": st.integers(0, 11).map(lambda n: Fraction(n, 12))}


# ----- Conditional flow matching ------------------------------------------------------------------


def conditional_loss_is_shifted(
    coupling: Coupling, t: Fraction, line: tuple[Fraction, Fraction]
) -> Comparison:
    """The loss of ``v(x) = c + kx`` exceeds ``E(v - v_t)²`` by what that of ``0`` does."""
    return _shifted(coupling, t, line, marginal_velocity(coupling, t))


def conditional_loss_for_one_path(
    coupling: Coupling, t: Fraction, line: tuple[Fraction, Fraction]
) -> Comparison:
    """The same with the velocity of the first path through a point in place of ``v_t``."""
    first: dict[Fraction, Fraction] = {}
    for _, a, b in coupling:
        first.setdefault(between(t, a, b), b - a)
    return _shifted(coupling, t, line, first)


def _shifted(
    coupling: Coupling,
    t: Fraction,
    line: tuple[Fraction, Fraction],
    velocity: Mapping[Fraction, Fraction],
) -> Comparison:
    placed = [(p, between(t, a, b), b - a) for p, a, b in coupling]

    def excess(c: Fraction, k: Fraction) -> Fraction:
        conditional = expectation((p, (c + k * x - u) ** 2) for p, x, u in placed)
        return conditional - expectation((p, (c + k * x - velocity[x]) ** 2) for p, x, _ in placed)

    return Comparison(excess(*line), "=", excess(Fraction(0), Fraction(0)))


def marginal_velocity_is_best(
    coupling: Coupling, t: Fraction, line: tuple[Fraction, Fraction]
) -> Comparison:
    """The field ``v_t`` has at most the loss of ``c + kx``."""
    best = marginal_velocity(coupling, t)
    c, k = line
    placed = [(p, between(t, a, b), b - a) for p, a, b in coupling]
    least = expectation((p, (best[x] - u) ** 2) for p, x, u in placed)
    return Comparison(least, "≤", expectation((p, (c + k * x - u) ** 2) for p, x, u in placed))


def _couplings() -> SearchStrategy[Coupling]:
    """Two to five paths between points of a small grid, so that many of them meet."""
    from hypothesis import strategies as st

    entry = st.tuples(st.integers(1, 3), st.integers(-2, 2), st.integers(-2, 2))

    def normalize(entries: list[tuple[int, int, int]]) -> Coupling:
        whole = sum(w for w, _, _ in entries)
        return tuple((Fraction(w, whole), Fraction(a), Fraction(b)) for w, a, b in entries)

    return st.lists(entry, min_size=2, max_size=5).map(normalize)


def _coupling_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    return {"coupling": _couplings(), "t": st.integers(0, 4).map(lambda n: Fraction(n, 4))}


def _coupling_line_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.integers(-4, 4).map(lambda n: Fraction(n, 2))
    return {**_coupling_space(), "line": st.tuples(number, number)}


# ----- Transport of the marginals -----------------------------------------------------------------


#: Probabilities with polynomial paths.
Paths = tuple[tuple[Fraction, Polynomial], ...]


def mean_moves_with_the_field(paths: Paths, test: Polynomial, t: Fraction) -> Comparison:
    """The derivative of ``E φ(X_t)`` is ``E φ'(X_t) v_t(X_t)``."""
    field = conditional_mean(
        tuple((p, value(path, t), value(derivative(path), t)) for p, path in paths)
    )
    return _moves(paths, test, t, field)


def mean_moves_with_one_path(paths: Paths, test: Polynomial, t: Fraction) -> Comparison:
    """The same with the velocity of the first path through a point in place of ``v_t``."""
    field: dict[Fraction, Fraction] = {}
    for _, path in paths:
        field.setdefault(value(path, t), value(derivative(path), t))
    return _moves(paths, test, t, field)


def _moves(
    paths: Paths, test: Polynomial, t: Fraction, field: Mapping[Fraction, Fraction]
) -> Comparison:
    left = expectation((p, value(derivative(compose(test, path)), t)) for p, path in paths)
    slope = derivative(test)
    right = expectation(
        (p, value(slope, value(path, t)) * field[value(path, t)]) for p, path in paths
    )
    return Comparison(left, "=", right)


def _paths_space() -> dict[str, SearchStrategy[Any]]:
    """Paths of degree two that all pass through one of two points at the time ``1/2``."""
    from hypothesis import strategies as st

    number = st.integers(-3, 3)

    def path(case: tuple[int, int, int]) -> Polynomial:
        place, speed, bend = case
        # place + speed (t - 1/2) + bend (t - 1/2)²
        return (
            Fraction(place) - Fraction(speed, 2) + Fraction(bend, 4),
            Fraction(speed - bend),
            Fraction(bend),
        )

    paths = st.lists(st.tuples(st.integers(0, 1), number, number).map(path), min_size=1, max_size=4)
    return {
        "paths": paths.map(lambda ps: tuple((Fraction(1, len(ps)), p) for p in ps)),
        "test": st.tuples(number, number, st.integers(1, 3)).map(lambda c: (Fraction(0), *c)),
        "t": st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1)]),
    }


# ----- Cost of averaged paths ---------------------------------------------------------------------


def averaged_energy(coupling: Coupling, t: Fraction) -> tuple[Fraction, Fraction]:
    """Return ``E v_t(X_t)²`` and ``E (X_1 - X_0)²``."""
    field = marginal_velocity(coupling, t)
    return (
        expectation((p, field[between(t, a, b)] ** 2) for p, a, b in coupling),
        expectation((p, (b - a) ** 2) for p, a, b in coupling),
    )


def averaging_is_not_dearer(coupling: Coupling, t: Fraction) -> Comparison:
    """``E v_t(X_t)²`` is at most ``E (X_1 - X_0)²``."""
    averaged, whole = averaged_energy(coupling, t)
    return Comparison(averaged, "≤", whole)


def averaging_is_not_cheaper(coupling: Coupling, t: Fraction) -> Comparison:
    """``E v_t(X_t)²`` is at least ``E (X_1 - X_0)²``."""
    averaged, whole = averaged_energy(coupling, t)
    return Comparison(averaged, "≥", whole)


def equal_without_crossing(coupling: Coupling, t: Fraction) -> Comparison:
    """Both are equal exactly when paths that meet at the time ``t`` have one velocity."""
    averaged, whole = averaged_energy(coupling, t)
    field = marginal_velocity(coupling, t)
    crossing = any(field[between(t, a, b)] != b - a for _, a, b in coupling)
    return Comparison(averaged == whole, "=", not crossing)


def equal_without_any_crossing(coupling: Coupling, t: Fraction) -> Comparison:
    """Both are equal exactly when no two paths meet with different velocities at any time."""
    averaged, whole = averaged_energy(coupling, t)
    crossing = any(
        (a - c) * (b - d) < 0 or ((a == c) != (b == d))
        for (_, a, b), (_, c, d) in combinations(coupling, 2)
    )
    return Comparison(averaged == whole, "=", not crossing)


def _all_pairings() -> Iterator[dict[str, Any]]:
    points = [Fraction(n) for n in range(4)]
    for targets in permutations(points):
        coupling = tuple((Fraction(1, 4), a, b) for a, b in zip(points, targets, strict=True))
        for t in (Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(1)):
            yield {"coupling": coupling, "t": t}


# ----- Velocity and score -------------------------------------------------------------------------


#: The values and the derivatives of ``α_t`` and ``σ_t`` at one time.
Rates = tuple[Fraction, Fraction, Fraction, Fraction]


def velocity_of_gaussian_data(rates: Rates, variance: Fraction, x: Fraction) -> Comparison:
    """For Gaussian data the regression of the velocity is the row's expression in the score.

    The regression is ``x`` times the covariance of velocity and place over the variance ``V`` of
    the place, and the score is ``-x/V``.
    """
    alpha, sigma, dalpha, dsigma = rates
    whole = alpha**2 * variance + sigma**2
    velocity = (dalpha * alpha * variance + dsigma * sigma) / whole * x
    rate = dalpha / alpha
    return Comparison(velocity, "=", rate * x + (rate * sigma**2 - dsigma * sigma) * (-x / whole))


def velocity_with_the_other_sign(rates: Rates, variance: Fraction, x: Fraction) -> Comparison:
    """The same with ``+ σ̇σ``."""
    alpha, sigma, dalpha, dsigma = rates
    whole = alpha**2 * variance + sigma**2
    velocity = (dalpha * alpha * variance + dsigma * sigma) / whole * x
    rate = dalpha / alpha
    return Comparison(velocity, "=", rate * x + (rate * sigma**2 + dsigma * sigma) * (-x / whole))


def velocity_of_correlated_noise(rates: Rates, correlation: Fraction, x: Fraction) -> Comparison:
    """The same for unit data that are correlated with the noise."""
    alpha, sigma, dalpha, dsigma = rates
    whole = alpha**2 + sigma**2 + 2 * alpha * sigma * correlation
    shared = dalpha * alpha + dsigma * sigma + (dalpha * sigma + dsigma * alpha) * correlation
    rate = dalpha / alpha
    right = rate * x + (rate * sigma**2 - dsigma * sigma) * (-x / whole)
    return Comparison(shared / whole * x, "=", right)


def score_determines_the_velocity(
    rates: Rates, first: Fraction, second: Fraction, x: Fraction
) -> Comparison:
    """If two data laws ``N(m, 1)`` have the same score at ``x``, they have the same velocity."""
    alpha, sigma, dalpha, dsigma = rates
    whole = alpha**2 + sigma**2
    found = []
    for mean in (first, second):
        away = (x - alpha * mean) / whole
        found.append((-away, dalpha * mean + (dalpha * alpha + dsigma * sigma) * away))
    (score_1, velocity_1), (score_2, velocity_2) = found
    return Comparison(score_1 != score_2 or velocity_1 == velocity_2, "=", True)


def velocity_of_two_points() -> tuple[sympy.Expr, sympy.Expr]:
    """The relation for two data with all weights, by differentiation of the density."""
    import sympy

    x, y, z, da, ds = sympy.symbols("x y z dalpha dsigma", real=True)
    a, s, v, w = sympy.symbols("alpha sigma v w", positive=True)
    parts = [c * sympy.exp(-((x - a * u) ** 2) / (2 * s**2)) for c, u in ((v, y), (w, z))]
    speeds = [da * u + ds * (x - a * u) / s for u in (y, z)]
    velocity = sum(p * t for p, t in zip(parts, speeds, strict=True)) / sum(parts)
    score = sympy.diff(sympy.log(sum(parts)), x)
    return velocity, da / a * x + (da / a * s**2 - ds * s) * score


def _rates_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    positive = st.integers(1, 6).map(lambda n: Fraction(n, 3))
    number = st.integers(-6, 6).map(lambda n: Fraction(n, 3))
    return {
        "rates": st.tuples(positive, positive, number, number),
        "variance": st.integers(0, 6).map(Fraction),
        "x": number,
    }


# ----- Stochastic interpolants --------------------------------------------------------------------


def law_at(schedule: tuple[Polynomial, ...], laws: tuple[Law, ...], t: Fraction) -> dict[Any, Any]:
    """Return the law of ``a_t X_0 + b_t X_1 + c_t Z`` for independent variables."""
    factors = [value(polynomial, t) for polynomial in schedule]
    law: dict[Fraction, Fraction] = {}
    for outcome in product(*laws):
        weight, place = Fraction(1), Fraction(0)
        for factor, (p, x) in zip(factors, outcome, strict=True):
            weight, place = weight * p, place + factor * x
        law[place] = law.get(place, Fraction(0)) + weight
    return law


def joins_the_laws(schedule: tuple[Polynomial, ...], laws: tuple[Law, ...], end: int) -> Comparison:
    """At the times zero and one the law is that of the first and of the second variable."""
    expected: dict[Fraction, Fraction] = {}
    for p, x in laws[end]:
        expected[x] = expected.get(x, Fraction(0)) + p
    return Comparison(law_at(schedule, laws, Fraction(end)), "=", expected)


def _schedule_space() -> dict[str, SearchStrategy[Any]]:
    """Schedules of degree three with the boundary values of the row."""
    from hypothesis import strategies as st

    number = st.integers(-3, 3).map(Fraction)

    def made(case: tuple[Fraction, ...]) -> tuple[Polynomial, ...]:
        # Multiples of t(1-t) do not change the boundary values.
        (a, b, c) = ((Fraction(0), k, -k) for k in case)
        return ((Fraction(1), a[1] - 1, a[2]), (Fraction(0), b[1] + 1, b[2]), c)

    points = st.lists(number, min_size=1, max_size=3).map(
        lambda xs: tuple((Fraction(1, len(xs)), x) for x in xs)
    )
    return {
        "schedule": st.tuples(number, number, number).map(made),
        "laws": st.tuples(points, points, points),
        "end": st.integers(0, 1),
    }


_HALF = Fraction(1, 2)


def _even(*pairs: tuple[int, int]) -> Coupling:
    """Give the paths between the pairs of points the same probability."""
    return tuple((Fraction(1, len(pairs)), Fraction(a), Fraction(b)) for a, b in pairs)


def _even_paths(*paths: tuple[int | str, ...]) -> Paths:
    return tuple((Fraction(1, len(paths)), vector(*path)) for path in paths)


def _even_law(*points: int) -> Law:
    return tuple((Fraction(1, len(points)), Fraction(x)) for x in points)


_CROSSING = _even((-1, 1), (1, -1))
_PARALLEL = _even((0, 2), (1, 3))
_THREE_PATHS = _even((0, 2), (2, 0), (1, 1))
_LINE = (Fraction(1), Fraction(2))
_CUBE = vector(0, 0, 0, 1)
_LINES_CROSSING = _even_paths((-1, 2), (1, -2))
_CURVES = _even_paths((0, 1, 1), ("3/4", 1, "-1/2"), (0, 0, 3))
_LINEAR = (vector(1, -1), vector(0, 1), ())
_NOISY = (vector(1, -1), vector(0, 1), vector(0, 1, -1))
_SQUARES = (vector(1, 0, -1), vector(0, 0, 1), vector(0, 2, -2))
_NOISE_AT_THE_END = (vector(1, -1), vector(0, 1), vector(0, 1))
_LAWS = (_even_law(0, 1), _even_law(-2, 3, 5), _even_law(-1, 1))
_QUIET_LAWS = (_even_law(0, 1), _even_law(-2, 3, 5), _even_law(0))
_RATES: Rates = (Fraction(3, 5), Fraction(4, 5), Fraction(1), Fraction(-2))
_LOST: Rates = (Fraction(0), Fraction(1), Fraction(1), Fraction(-1))


CHECKS = (
    RowChecks(
        "ch16-flow-matching",
        identities=(Identity("gaussian-ends", flow_keeps_the_spread),),
        instances=(
            Instance("parallel", paths_follow_the_field, {"coupling": _PARALLEL, "t": _HALF}),
            Instance(
                "before-the-crossing",
                paths_follow_the_field,
                {"coupling": _CROSSING, "t": Fraction(1, 3)},
            ),
            Instance(
                "three-paths-meet",
                paths_follow_unless_they_cross,
                {"coupling": _THREE_PATHS, "t": _HALF},
            ),
        ),
        searches=(
            Exhaustion("pairings-of-four", paths_follow_unless_they_cross, _all_pairings),
            Search("couplings", paths_follow_unless_they_cross, _coupling_space, cases=40),
        ),
        controls=(
            Control(
                "crossing",
                "the paths cross, and are said to follow the field",
                paths_follow_the_field,
                refuted_by={"coupling": _CROSSING, "t": _HALF},
                holds_for={"coupling": _CROSSING, "t": Fraction(1, 3)},
                over=_coupling_space,
            ),
        ),
    ),
    RowChecks(
        "ch16-linear-path",
        identities=(Identity("velocity", velocity_of_the_line),),
        instances=(
            Instance(
                "quarter",
                velocity_from_the_place,
                {"start": vector(0, 1), "end": vector(4, -1), "t": Fraction(1, 4)},
            ),
            Instance(
                "start",
                velocity_from_the_place,
                {"start": vector(0, 1), "end": vector(4, -1), "t": Fraction(0)},
            ),
            Instance(
                "increment",
                increments,
                {"start": vector(0, 1), "end": vector(4, -1), "t": _HALF, "h": _HALF},
            ),
        ),
        searches=(Search("velocities", velocity_from_the_place, _ends_space),),
        controls=(
            Control(
                "not-divided",
                "the rest of the way is not divided by the time that is left",
                velocity_is_the_rest,
                refuted_by={"start": vector(0, 1), "end": vector(4, -1), "t": _HALF},
                holds_for={"start": vector(0, 1), "end": vector(4, -1), "t": Fraction(0)},
                over=_ends_space,
            ),
        ),
    ),
    RowChecks(
        "ch16-cfm",
        instances=(
            Instance(
                "crossing",
                conditional_loss_is_shifted,
                {"coupling": _CROSSING, "t": _HALF, "line": _LINE},
            ),
            Instance(
                "three-paths-meet",
                conditional_loss_is_shifted,
                {"coupling": _THREE_PATHS, "t": _HALF, "line": _LINE},
            ),
            Instance(
                "parallel",
                conditional_loss_is_shifted,
                {"coupling": _PARALLEL, "t": Fraction(1, 3), "line": _LINE},
            ),
            Instance(
                "best-at-a-crossing",
                marginal_velocity_is_best,
                {"coupling": _CROSSING, "t": _HALF, "line": _LINE},
            ),
            Instance(
                "class-has-the-best",
                marginal_velocity_is_best,
                {"coupling": _PARALLEL, "t": _HALF, "line": (Fraction(2), Fraction(0))},
            ),
        ),
        searches=(
            Search("losses", conditional_loss_is_shifted, _coupling_line_space, cases=40),
            Search("minimisers", marginal_velocity_is_best, _coupling_line_space, cases=40),
        ),
        controls=(
            Control(
                "one-path",
                "the marginal velocity is that of one path through the point",
                conditional_loss_for_one_path,
                refuted_by={"coupling": _CROSSING, "t": _HALF, "line": _LINE},
                holds_for={"coupling": _CROSSING, "t": Fraction(0), "line": _LINE},
                over=_coupling_line_space,
            ),
        ),
    ),
    RowChecks(
        "ch16-marginal-transport",
        instances=(
            Instance(
                "crossing",
                mean_moves_with_the_field,
                {"paths": _LINES_CROSSING, "test": _CUBE, "t": _HALF},
            ),
            Instance(
                "curves-that-meet",
                mean_moves_with_the_field,
                {"paths": _CURVES, "test": vector(1, -2, 3), "t": _HALF},
            ),
            Instance(
                "apart",
                mean_moves_with_the_field,
                {"paths": _CURVES, "test": _CUBE, "t": Fraction(1, 3)},
            ),
        ),
        searches=(Search("paths", mean_moves_with_the_field, _paths_space, cases=40),),
        controls=(
            Control(
                "one-path",
                "the field has the velocity of one path through the point",
                mean_moves_with_one_path,
                refuted_by={"paths": _LINES_CROSSING, "test": vector(0, 1), "t": _HALF},
                holds_for={
                    "paths": _LINES_CROSSING,
                    "test": vector(0, 1),
                    "t": Fraction(1, 3),
                },
                over=_paths_space,
            ),
        ),
    ),
    RowChecks(
        "ch16-rectified-cost",
        instances=(
            Instance("crossing", averaging_is_not_dearer, {"coupling": _CROSSING, "t": _HALF}),
            Instance(
                "three-paths-meet", averaging_is_not_dearer, {"coupling": _THREE_PATHS, "t": _HALF}
            ),
            Instance("parallel", averaging_is_not_dearer, {"coupling": _PARALLEL, "t": _HALF}),
            Instance(
                "equal-away-from-the-crossing",
                equal_without_crossing,
                {"coupling": _CROSSING, "t": Fraction(1, 3)},
            ),
        ),
        searches=(
            Exhaustion("pairings-of-four", averaging_is_not_dearer, _all_pairings),
            Exhaustion("equality-for-pairings-of-four", equal_without_crossing, _all_pairings),
            Search("couplings", averaging_is_not_dearer, _coupling_space, cases=40),
        ),
        controls=(
            Control(
                "reversed",
                "the inequality is reversed",
                averaging_is_not_cheaper,
                refuted_by={"coupling": _CROSSING, "t": _HALF},
                holds_for={"coupling": _CROSSING, "t": Fraction(0)},
                over=_coupling_space,
            ),
            Control(
                "crossing-at-another-time",
                "a crossing at another time counts as well",
                equal_without_any_crossing,
                refuted_by={"coupling": _CROSSING, "t": Fraction(0)},
                holds_for={"coupling": _CROSSING, "t": _HALF},
            ),
        ),
    ),
    RowChecks(
        "ch16-pf-velocity",
        identities=(Identity("two-data", velocity_of_two_points),),
        instances=(
            Instance(
                "circle",
                velocity_of_gaussian_data,
                {"rates": _RATES, "variance": Fraction(2), "x": Fraction(1)},
            ),
            Instance(
                "linear-path",
                velocity_of_gaussian_data,
                {
                    "rates": (_HALF, _HALF, Fraction(1), Fraction(-1)),
                    "variance": Fraction(1),
                    "x": Fraction(3),
                },
            ),
            Instance(
                "constant-data",
                velocity_of_gaussian_data,
                {"rates": _RATES, "variance": Fraction(0), "x": Fraction(1)},
            ),
        ),
        searches=(Search("schedules", velocity_of_gaussian_data, _rates_space),),
        controls=(
            Control(
                "correlated-noise",
                "the data are correlated with the noise",
                velocity_of_correlated_noise,
                refuted_by={"rates": _RATES, "correlation": _HALF, "x": Fraction(1)},
                holds_for={"rates": _RATES, "correlation": Fraction(0), "x": Fraction(1)},
                drops="independent-gaussian",
            ),
            Control(
                "no-signal",
                "nothing of the data is left, and the velocity still follows from the score",
                score_determines_the_velocity,
                refuted_by={
                    "rates": _LOST,
                    "first": Fraction(0),
                    "second": Fraction(1),
                    "x": Fraction(2),
                },
                holds_for={
                    "rates": _RATES,
                    "first": Fraction(0),
                    "second": Fraction(1),
                    "x": Fraction(2),
                },
                drops="nondegenerate",
            ),
            Control(
                "sign",
                "σ̇σ is added instead of subtracted",
                velocity_with_the_other_sign,
                refuted_by={"rates": _RATES, "variance": Fraction(2), "x": Fraction(1)},
                holds_for={"rates": _RATES, "variance": Fraction(2), "x": Fraction(0)},
                over=_rates_space,
            ),
        ),
    ),
    RowChecks(
        "ch16-stochastic-interpolant",
        instances=(
            Instance("linear-end", joins_the_laws, {"schedule": _LINEAR, "laws": _LAWS, "end": 1}),
            Instance("noisy-start", joins_the_laws, {"schedule": _NOISY, "laws": _LAWS, "end": 0}),
            Instance("noisy-end", joins_the_laws, {"schedule": _NOISY, "laws": _LAWS, "end": 1}),
            Instance("quadratic", joins_the_laws, {"schedule": _SQUARES, "laws": _LAWS, "end": 1}),
        ),
        searches=(Search("schedules", joins_the_laws, _schedule_space, cases=40),),
        controls=(
            Control(
                "noise-at-the-end",
                "the noise does not vanish at the end",
                joins_the_laws,
                refuted_by={"schedule": _NOISE_AT_THE_END, "laws": _LAWS, "end": 1},
                holds_for={"schedule": _NOISE_AT_THE_END, "laws": _QUIET_LAWS, "end": 1},
                drops="boundary",
            ),
        ),
    ),
)
