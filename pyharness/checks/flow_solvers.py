"""Checks of chapter 16: solvers of the flow, sorted pairings and kinetic energy.

Trajectories are polynomials with rational coefficients or have rational closed forms. Exponentials
of the error bounds are enclosed.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, combinations_with_replacement, permutations, product
from typing import TYPE_CHECKING, Any

from pyharness.checks.enclosures import exp, real
from pyharness.checks.flow_matching import Polynomial, derivative, value
from pyharness.checks.matrices import (
    Vector,
    norm_squared,
    vector,
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

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Straight trajectories ----------------------------------------------------------------------


def euler(field: Callable[[Fraction, Fraction], Fraction], start: Fraction, steps: int) -> Fraction:
    """Return where Euler's method ends at the time one."""
    h = Fraction(1, steps)
    for k in range(steps):
        start = start + h * field(start, k * h)
    return start


def euler_is_exact_on_a_fan(
    centre: Fraction, delay: Fraction, start: Fraction, steps: int
) -> Comparison:
    """For ``v(x, t) = (x-c)/(t+τ)`` Euler's method ends at ``x_0 + (x_0-c)/τ``.

    The trajectories are straight lines that fan out from ``c``, each with a constant velocity.
    """
    end = euler(lambda x, t: (x - centre) / (t + delay), start, steps)
    return Comparison(end, "=", start + (start - centre) / delay)


def euler_is_exact_with_speed(speed: Polynomial, start: Fraction, steps: int) -> Comparison:
    """For a velocity that depends on time alone Euler's method ends where the path does."""
    path = (start, *(c / (n + 1) for n, c in enumerate(speed)))
    return Comparison(
        euler(lambda x, t: value(speed, t), start, steps), "=", value(path, Fraction(1))
    )


def defect_is_bounded(path: Polynomial, t: Fraction, h: Fraction) -> Comparison:
    """One step of length ``h`` is off by at most ``Mh²/2``: for paths of degree three.

    Then the acceleration is linear, and ``M`` is the larger one of its sizes at the two times.
    """
    return _defect(path, t, h, largest_acceleration(path, t, h) * h**2 / 2)


def defect_is_half_as_large(path: Polynomial, t: Fraction, h: Fraction) -> Comparison:
    """One step of length ``h`` is off by at most ``Mh²/4``."""
    return _defect(path, t, h, largest_acceleration(path, t, h) * h**2 / 4)


def defect_from_the_first_acceleration(path: Polynomial, t: Fraction, h: Fraction) -> Comparison:
    """One step is off by at most ``Mh²/2`` with the size ``M`` of the acceleration at its start."""
    first = abs(value(derivative(derivative(path)), t))
    return _defect(path, t, h, first * h**2 / 2)


def largest_acceleration(path: Polynomial, t: Fraction, h: Fraction) -> Fraction:
    """Return the largest acceleration between two times, for paths of degree three."""
    acceleration = derivative(derivative(path))
    return max(abs(value(acceleration, t)), abs(value(acceleration, t + h)))


def _defect(path: Polynomial, t: Fraction, h: Fraction, bound: Fraction) -> Comparison:
    step = value(path, t + h) - value(path, t) - h * value(derivative(path), t)
    return Comparison(abs(step), "≤", bound)


def _fan_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.integers(-6, 6).map(lambda n: Fraction(n, 2))
    return {
        "centre": number,
        "delay": st.integers(1, 8).map(lambda n: Fraction(n, 4)),
        "start": number,
        "steps": st.integers(1, 6),
    }


def _defect_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.integers(-5, 5).map(Fraction)
    return {
        "path": st.tuples(number, number, number, number),
        "t": st.integers(-4, 4).map(lambda n: Fraction(n, 4)),
        "h": st.integers(0, 8).map(lambda n: Fraction(n, 4)),
    }


# ----- Sorted pairing -----------------------------------------------------------------------------


#: Costs of a difference.
COSTS: Mapping[str, Callable[[Fraction], Fraction]] = {
    "square": lambda d: d**2,
    "absolute": abs,
    "fourth power": lambda d: d**4,
    "positive part": lambda d: max(d, Fraction(0)),
    "capped": lambda d: min(abs(d), Fraction(1)),
    "minus square": lambda d: -(d**2),
}


def sorted_pairing_is_best(
    cost: str, first: Vector, second: Vector, order: tuple[int, ...]
) -> Comparison:
    """Pairing sorted points costs at most as much as another pairing."""
    c = COSTS[cost]
    xs, ys = sorted(first), sorted(second)
    best = sum((c(x - y) for x, y in zip(xs, ys, strict=True)), Fraction(0))
    other = sum((c(x - ys[i]) for x, i in zip(xs, order, strict=True)), Fraction(0))
    return Comparison(best, "≤", other)


def reversed_pairing_is_best(
    cost: str, first: Vector, second: Vector, order: tuple[int, ...]
) -> Comparison:
    """Pairing the points in opposite orders costs at most as much as another pairing."""
    c = COSTS[cost]
    xs, ys = sorted(first), sorted(second)
    best = sum((c(x - y) for x, y in zip(xs, reversed(ys), strict=True)), Fraction(0))
    other = sum((c(x - ys[i]) for x, i in zip(xs, order, strict=True)), Fraction(0))
    return Comparison(best, "≤", other)


def sorted_pairing_of_points(
    first: tuple[Vector, ...], second: tuple[Vector, ...], order: tuple[int, ...]
) -> Comparison:
    """Pairing points sorted by coordinates costs at most as much as another pairing."""
    xs, ys = sorted(first), sorted(second)

    def cost(x: Vector, y: Vector) -> Fraction:
        return sum(((a - b) ** 2 for a, b in zip(x, y, strict=True)), Fraction(0))

    best = sum((cost(x, y) for x, y in zip(xs, ys, strict=True)), Fraction(0))
    other = sum((cost(x, ys[i]) for x, i in zip(xs, order, strict=True)), Fraction(0))
    return Comparison(best, "≤", other)


def _three_points() -> Iterator[dict[str, Any]]:
    triples = list(combinations_with_replacement([Fraction(n) for n in range(3)], 3))
    for first, second, order in product(triples, triples, permutations(range(3))):
        yield {"cost": "absolute", "first": first, "second": second, "order": order}


def _pairing_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    number = st.integers(-6, 6).map(Fraction)
    return st.integers(2, 5).flatmap(
        lambda n: st.fixed_dictionaries(
            {
                "cost": st.sampled_from(["square", "absolute", "fourth power", "positive part"]),
                "first": st.tuples(*[number] * n),
                "second": st.tuples(*[number] * n),
                "order": st.permutations(range(n)).map(tuple),
            }
        )
    )


# ----- Kinetic energy -----------------------------------------------------------------------------


def energy_is_least_on_the_line(moves: tuple[Vector, ...]) -> Comparison:
    """``n Σ‖Δ_i‖²`` is at least ``‖Σ Δ_i‖²``."""
    whole = tuple(map(sum, zip(*moves, strict=True)))
    return Comparison(norm_squared(whole), "≤", len(moves) * sum(map(norm_squared, moves)))


def energy_without_the_number(moves: tuple[Vector, ...]) -> Comparison:
    """``Σ‖Δ_i‖²`` is at least ``‖Σ Δ_i‖²``."""
    whole = tuple(map(sum, zip(*moves, strict=True)))
    return Comparison(norm_squared(whole), "≤", sum(map(norm_squared, moves)))


def equal_on_the_line_alone(moves: tuple[Vector, ...]) -> Comparison:
    """Both are equal exactly when all increments are equal."""
    whole = tuple(map(sum, zip(*moves, strict=True)))
    equal = norm_squared(whole) == len(moves) * sum(map(norm_squared, moves))
    return Comparison(equal, "=", len(set(moves)) == 1)


def squares_of_differences() -> tuple[sympy.Expr, sympy.Expr]:
    """The difference of the two sides is the sum of the squared differences: four increments."""
    import sympy

    d = sympy.symbols("d1:5")
    left = 4 * sum(x**2 for x in d) - sum(d) ** 2
    return left, sum((x - y) ** 2 for x, y in combinations(d, 2))


def _small_moves() -> Iterator[dict[str, Any]]:
    numbers = [Fraction(n) for n in range(-2, 3)]
    for moves in product(numbers, repeat=3):
        yield {"moves": tuple((m,) for m in moves)}


def _moves_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.integers(-5, 5).map(lambda n: Fraction(n, 2))
    return {"moves": st.lists(st.tuples(number, number), min_size=1, max_size=5).map(tuple)}


# ----- Errors of solvers --------------------------------------------------------------------------


def recursion(
    lipschitz: Fraction, h: Fraction, defect: Fraction, parts: tuple[Fraction, ...], start: Fraction
) -> Fraction:
    """Return ``e_n`` if ``e_(k+1)`` is less than its bound by the given parts."""
    error = start
    for part in parts:
        error = (1 + h * lipschitz) * error + h * defect - part
    return error


def error_is_bounded(
    lipschitz: Fraction, h: Fraction, defect: Fraction, parts: tuple[Fraction, ...]
) -> Comparison:
    """``e_n`` is at most ``δ ((1+hL)^n - 1)/L``."""
    bound = defect * ((1 + h * lipschitz) ** len(parts) - 1) / lipschitz
    return Comparison(recursion(lipschitz, h, defect, parts, Fraction(0)), "≤", bound)


def error_is_bounded_from(
    lipschitz: Fraction, h: Fraction, defect: Fraction, steps: int, start: Fraction
) -> Comparison:
    """The same bound if the error starts somewhere."""
    bound = defect * ((1 + h * lipschitz) ** steps - 1) / lipschitz
    error = recursion(lipschitz, h, defect, (Fraction(0),) * steps, start)
    return Comparison(error, "≤", bound)


def error_is_bounded_exponentially(
    lipschitz: Fraction, h: Fraction, defect: Fraction, parts: tuple[Fraction, ...]
) -> Comparison:
    """``e_n`` is at most ``δ (e^(LT) - 1)/L`` with ``T = nh``."""
    error = recursion(lipschitz, h, defect, parts, Fraction(0))
    grown = exp(lipschitz * h * len(parts)) - 1
    return Comparison(real(error), "≤", real(defect / lipschitz) * grown)


def error_is_bounded_linearly(
    lipschitz: Fraction, h: Fraction, defect: Fraction, parts: tuple[Fraction, ...]
) -> Comparison:
    """``e_n`` is at most ``δT``."""
    error = recursion(lipschitz, h, defect, parts, Fraction(0))
    return Comparison(error, "≤", defect * h * len(parts))


def error_of_equal_steps(lipschitz: Fraction, steps: int) -> Comparison:
    """For ``T = δ = 1`` and the largest errors: ``e_n`` against ``(e^L - 1)/L``."""
    return error_is_bounded_exponentially(
        lipschitz, Fraction(1, steps), Fraction(1), (Fraction(0),) * steps
    )


def euler_error(rate: Fraction, shift: Fraction, steps: int) -> Comparison:
    """Euler for ``ẋ = Lx + shift`` is off from ``ẋ = Lx``, ``x_0 = 1``, by at most the bound.

    The time is one. The field is off by ``shift``, and a step by ``h²/2`` times the largest second
    derivative, which is ``L² e^L``.
    """
    h = Fraction(1, steps)
    x = Fraction(1)
    for _ in range(steps):
        x = x + h * (rate * x + shift)
    defect = real(abs(shift)) + real(h / 2 * rate**2) * exp(rate)
    return Comparison(abs(exp(rate) - real(x)), "≤", defect * (exp(rate) - 1) / real(rate))


def _recursion_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    part = st.integers(0, 6).map(lambda n: Fraction(n, 3))
    return {
        "lipschitz": st.integers(1, 6).map(lambda n: Fraction(n, 2)),
        "h": st.integers(1, 6).map(lambda n: Fraction(n, 6)),
        "defect": st.integers(0, 6).map(lambda n: Fraction(n, 2)),
        "parts": st.lists(part, max_size=6).map(tuple),
    }


def _largest_space() -> SearchStrategy[dict[str, Any]]:
    """Recursions that reach their bound in every step."""
    from hypothesis import strategies as st

    return st.fixed_dictionaries(_recursion_space()).map(
        lambda case: {**case, "parts": (Fraction(0),) * len(case["parts"])}
    )


_HALF = Fraction(1, 2)
_ONE = Fraction(1)


_FAN = {"centre": Fraction(1), "delay": _HALF, "start": Fraction(3)}
_PARABOLA = vector(0, 0, 3)
_CUBIC = vector(0, 0, 0, 1)
_SIDES = {"first": vector(0, 3), "second": vector(1, 5), "order": (1, 0)}
_SPREAD = {"first": vector(0, 1, 4), "second": vector(0, 2, 2), "order": (2, 0, 1)}
_LARGEST = {"lipschitz": _ONE, "h": _ONE, "defect": _ONE, "parts": vector(0, 0, 0)}

_SMALL_STEPS = {"h": Fraction(1, 20), "defect": _ONE, "parts": (Fraction(0),) * 20}


CHECKS = (
    RowChecks(
        "ch16-straight-euler",
        instances=(
            Instance("fan-in-one-step", euler_is_exact_on_a_fan, {**_FAN, "steps": 1}),
            Instance("fan-in-five-steps", euler_is_exact_on_a_fan, {**_FAN, "steps": 5}),
            Instance(
                "centre-of-the-fan",
                euler_is_exact_on_a_fan,
                {"centre": Fraction(1), "delay": _HALF, "start": Fraction(1), "steps": 2},
            ),
            Instance("parabola", defect_is_bounded, {"path": _PARABOLA, "t": _ONE, "h": _HALF}),
            Instance(
                "long-step", defect_is_bounded, {"path": _PARABOLA, "t": _ONE, "h": Fraction(4)}
            ),
            Instance("cubic", defect_is_bounded, {"path": _CUBIC, "t": _HALF, "h": _HALF}),
        ),
        searches=(
            Search("fans", euler_is_exact_on_a_fan, _fan_space),
            Search("defects", defect_is_bounded, _defect_space),
        ),
        controls=(
            Control(
                "straight-with-changing-speed",
                "the path is straight but its speed changes",
                euler_is_exact_with_speed,
                refuted_by={"speed": vector(0, 2), "start": Fraction(0), "steps": 1},
                holds_for={"speed": vector(2), "start": Fraction(0), "steps": 1},
                drops="straight",
            ),
            Control(
                "acceleration-at-the-start",
                "the constant bounds the acceleration at the start only",
                defect_from_the_first_acceleration,
                refuted_by={"path": _CUBIC, "t": Fraction(0), "h": _ONE},
                holds_for={"path": _PARABOLA, "t": Fraction(0), "h": _ONE},
                drops="lipschitz-velocity",
                over=_defect_space,
            ),
            Control(
                "quarter",
                "the bound has a quarter instead of a half",
                defect_is_half_as_large,
                refuted_by={"path": _PARABOLA, "t": Fraction(0), "h": _ONE},
                holds_for={"path": vector(0, 1), "t": Fraction(0), "h": _ONE},
            ),
        ),
    ),
    RowChecks(
        "ch16-monotone-coupling",
        instances=(
            Instance("two-points", sorted_pairing_is_best, {"cost": "square", **_SIDES}),
            Instance("absolute", sorted_pairing_is_best, {"cost": "absolute", **_SPREAD}),
            Instance("not-symmetric", sorted_pairing_is_best, {"cost": "positive part", **_SPREAD}),
            Instance(
                "no-difference",
                sorted_pairing_is_best,
                {
                    "cost": "absolute",
                    "first": vector(0, 1),
                    "second": vector(5, 6),
                    "order": (1, 0),
                },
            ),
        ),
        searches=(
            Exhaustion("three-points", sorted_pairing_is_best, _three_points),
            Search("pairings", sorted_pairing_is_best, _pairing_space),
        ),
        controls=(
            Control(
                "capped-cost",
                "the cost is not convex",
                sorted_pairing_is_best,
                refuted_by={
                    "cost": "capped",
                    "first": vector(0, 1),
                    "second": vector(1, 2),
                    "order": (1, 0),
                },
                holds_for={"cost": "capped", **_SIDES},
                drops="convex-cost",
            ),
            Control(
                "concave-cost",
                "the cost is concave",
                sorted_pairing_is_best,
                refuted_by={"cost": "minus square", **_SIDES},
                holds_for={"cost": "minus square", **{**_SIDES, "order": (0, 1)}},
                drops="convex-cost",
            ),
            Control(
                "plane",
                "the points lie in the plane and are sorted by their coordinates",
                sorted_pairing_of_points,
                refuted_by={
                    "first": (vector(0, 0), vector(1, 5)),
                    "second": (vector(0, 5), vector(1, 0)),
                    "order": (1, 0),
                },
                holds_for={
                    "first": (vector(0, 0), vector(1, 0)),
                    "second": (vector(0, 0), vector(1, 0)),
                    "order": (1, 0),
                },
                drops="one-dimension",
            ),
            Control(
                "reversed",
                "the points are paired in opposite orders",
                reversed_pairing_is_best,
                refuted_by={"cost": "square", **{**_SIDES, "order": (0, 1)}},
                holds_for={"cost": "square", **_SIDES},
                over=_pairing_space,
            ),
        ),
    ),
    RowChecks(
        "ch16-kinetic-energy",
        identities=(Identity("squares-of-differences", squares_of_differences),),
        instances=(
            Instance(
                "detour",
                energy_is_least_on_the_line,
                {"moves": (vector(1, 1), vector(1, -1))},
            ),
            Instance(
                "straight",
                energy_is_least_on_the_line,
                {"moves": (vector(1, 2), vector(1, 2), vector(1, 2))},
            ),
            Instance(
                "there-and-back",
                energy_is_least_on_the_line,
                {"moves": (vector(3, 0), vector(-3, 0))},
            ),
            Instance(
                "equality",
                equal_on_the_line_alone,
                {"moves": (vector(1, 2), vector(1, 2), vector(1, 2))},
            ),
        ),
        searches=(
            Exhaustion("three-small-moves", equal_on_the_line_alone, _small_moves),
            Search("moves", energy_is_least_on_the_line, _moves_space),
        ),
        controls=(
            Control(
                "without-the-number",
                "the energy is not multiplied by the number of increments",
                energy_without_the_number,
                refuted_by={"moves": (vector(1, 0), vector(1, 0))},
                holds_for={"moves": (vector(1, 0),)},
                over=_moves_space,
            ),
        ),
    ),
    RowChecks(
        "ch16-solver-gronwall",
        instances=(
            Instance("largest-errors", error_is_bounded, _LARGEST),
            Instance("slow-growth", error_is_bounded, {**_LARGEST, "lipschitz": _HALF}),
            Instance("smaller-errors", error_is_bounded, {**_LARGEST, "parts": vector(1, 0, 2)}),
            Instance("no-step", error_is_bounded, {**_LARGEST, "parts": ()}),
            Instance("negative-defect", error_is_bounded, {**_LARGEST, "defect": Fraction(-1)}),
            Instance("exponential", error_is_bounded_exponentially, _LARGEST),
            Instance(
                "small-steps",
                error_is_bounded_exponentially,
                {**_SMALL_STEPS, "lipschitz": _ONE},
            ),
            Instance(
                "small-steps-slow-growth",
                error_is_bounded_exponentially,
                {**_SMALL_STEPS, "lipschitz": _HALF},
            ),
            Instance("euler", euler_error, {"rate": _ONE, "shift": Fraction(1, 10), "steps": 10}),
            Instance(
                "slow-growth-of-euler",
                euler_error,
                {"rate": _HALF, "shift": Fraction(0), "steps": 20},
            ),
            Instance("exact-field", euler_error, {"rate": _ONE, "shift": Fraction(0), "steps": 20}),
        ),
        searches=(
            Search("recursions", error_is_bounded, _recursion_space),
            Search("largest", error_is_bounded, _largest_space, cases=30),
            Search("exponentials", error_is_bounded_exponentially, _recursion_space, cases=40),
        ),
        controls=(
            Control(
                "contracting",
                "L is negative and hL less than -1",
                error_is_bounded,
                refuted_by={
                    "lipschitz": Fraction(-3),
                    "h": _ONE,
                    "defect": _ONE,
                    "parts": vector(10, 0),
                },
                holds_for={**_LARGEST, "parts": vector(10, 0)},
                drops="positive",
            ),
            Control(
                "error-at-the-start",
                "the error at the start is not zero",
                error_is_bounded_from,
                refuted_by={
                    "lipschitz": _ONE,
                    "h": _ONE,
                    "defect": _ONE,
                    "steps": 2,
                    "start": _ONE,
                },
                holds_for={
                    "lipschitz": _ONE,
                    "h": _ONE,
                    "defect": _ONE,
                    "steps": 2,
                    "start": Fraction(0),
                },
                drops="recursion",
            ),
            Control(
                "negative-defect",
                "the defect is negative",
                error_is_bounded_exponentially,
                refuted_by={**_LARGEST, "defect": Fraction(-1)},
                holds_for=_LARGEST,
                drops="nonnegative-defect",
            ),
            Control(
                "linear-growth",
                "the errors only add up",
                error_is_bounded_linearly,
                refuted_by=_LARGEST,
                holds_for={**_LARGEST, "parts": vector(0)},
                over=_largest_space,
            ),
        ),
        plots=(
            Plot(
                "equal-steps",
                "The largest error after n steps and the exponential bound",
                error_of_equal_steps,
                "steps",
                (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64),
                {"L = 1": {"lipschitz": _ONE}, "L = 3": {"lipschitz": Fraction(3)}},
                "steps n, of length 1/n",
                "largest error",
                "(e^L - 1)/L",
                "xy",
            ),
        ),
    ),
)
