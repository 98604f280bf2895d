"""Checks of chapter 17: power laws, spectral tails, learning curves, effective dimension.

Powers with real exponents are intervals with rational ends; everything else is exact.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise
from math import ceil, isqrt
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import (
    Interval,
    digits,
    distance,
    ends,
    lean_digits,
    log,
    power,
    real,
)
from pyharness.checks.matrices import (
    Vector,
    add_matrices,
    diagonal,
    inverse,
    rotation,
    times,
    trace,
    transpose,
)
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Identity,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Power laws ---------------------------------------------------------------------------------


def reducible(a: Fraction, alpha: Fraction, n: Fraction) -> Interval:
    """Return ``A N^-α``."""
    return real(a) * power(n, -alpha)


def is_line(a: Fraction, alpha: Fraction, size: Fraction) -> Comparison:
    """The logarithm of the reducible loss is log A - α log N."""
    return Comparison(log(reducible(a, alpha, size)), "≈", log(a) - real(alpha) * log(size))


def ratio_is_constant(
    a: Fraction, alpha: Fraction, k: Fraction, size: Fraction, floor: Fraction
) -> Comparison:
    """A k times larger resource multiplies the loss above the floor by k^-α, at every size.

    The floor is what is subtracted too little: zero when the floor is right.
    """
    larger, here = (reducible(a, alpha, n) + real(floor) for n in (k * size, size))
    return Comparison(larger / here, "≈", power(k, -alpha))


def line_at_squares(a: Fraction, root: int) -> Comparison:
    """For the exponent 1/2 and the size m² the loss A/m lies on the line log A - ½ log m²."""
    return Comparison(log(a / root), "≈", log(a) - log(root**2) / 2)


def one_slope(
    a: Fraction, alphas: tuple[Fraction, Fraction], sizes: tuple[Fraction, Fraction, Fraction]
) -> Comparison:
    """Two slopes on log-log axes are the same; the exponent of the last size is the second."""
    values = [reducible(a, alphas[n == sizes[-1]], n) for n in sizes]
    first, second = (
        (log(w) - log(v)) / (log(m) - log(n))
        for (v, n), (w, m) in pairwise(zip(values, sizes, strict=True))
    )
    return Comparison(first, "≈", second)


def ratio_of_powers() -> tuple[sympy.Expr, sympy.Expr]:
    """For the exponent 3 the ratio is ``1 / k^3``."""
    import sympy

    a, k, n = sympy.symbols("a k n", positive=True)
    return (a / (k * n) ** 3) / (a / n**3), 1 / k**3


#: Floor, constants and exponents of a separable law.
Law = tuple[Fraction, Fraction, Fraction, Fraction, Fraction]


def separable(law: Law, size: Fraction, data: Fraction) -> Interval:
    """Return ``L∞ + A N^-α + B D^-β``."""
    floor, a, b, alpha, beta = law
    return real(floor) + reducible(a, alpha, size) + reducible(b, beta, data)


def decreases_in_size(law: Law, size: Fraction, larger: Fraction, data: Fraction) -> Comparison:
    """The loss for a larger size is smaller."""
    return Comparison(separable(law, larger, data), "<", separable(law, size, data))


def decreases_in_data(law: Law, size: Fraction, data: Fraction, more: Fraction) -> Comparison:
    """The loss for more data is smaller."""
    return Comparison(separable(law, size, more), "<", separable(law, size, data))


def only_data_left(law: Law, data: Fraction, accuracy: Fraction) -> Comparison:
    """For a size beyond (A/ε)^(1/α) the loss is within ε of the floor and the term of the data."""
    floor, a, b, alpha, beta = law
    size = ends(power(a / accuracy, 1 / alpha))[1] + 1
    rest = real(floor) + reducible(b, beta, data)
    return Comparison(distance(separable(law, size, data), rest), "<", accuracy)


# ----- Spectral tails -----------------------------------------------------------------------------


def power_sum(s: int, start: int, stop: int) -> Fraction:
    """Return the sum of ``j^-s`` over ``start < j ≤ stop``."""
    return sum((Fraction(1, j**s) for j in range(start + 1, stop + 1)), Fraction(0))


def telescoped(t: int, first: int, last: int) -> Fraction:
    """Return the difference of ``first^-t`` and ``last^-t``, over ``t``."""
    return (Fraction(1, first**t) - Fraction(1, last**t)) / t


def tail_at_most(s: int, start: int, stop: int, lowered: int = 1) -> Comparison:
    """The sum is at most the telescoping one, with the exponent lowered by one."""
    return Comparison(power_sum(s, start, stop), "≤", telescoped(s - lowered, start, stop))


def tail_at_least(s: int, start: int, stop: int) -> Comparison:
    """The sum is at least the telescoping one that begins and ends one term later."""
    return Comparison(power_sum(s, start, stop), "≥", telescoped(s - 1, start + 1, stop + 1))


def tails() -> Iterator[dict[str, int]]:
    """List small exponents and limits of summation."""
    for s in range(2, 6):
        for start in range(1, 14):
            yield from ({"s": s, "start": start, "stop": stop} for stop in range(start, 14))


def error_is_tail(
    modes: tuple[tuple[int, ...], ...], coefficients: tuple[Fraction, ...], learned: int
) -> Comparison:
    """The mean squared error on uniform points is the sum of the squares of the other coefficients.

    A mode is the tuple of its values at the points.
    """
    points = range(len(modes[0]))
    rest = [
        sum(
            (a * mode[x] for a, mode in zip(coefficients, modes, strict=True)),
            Fraction(0),
        )
        - sum((coefficients[j] * modes[j][x] for j in range(learned)), Fraction(0))
        for x in points
    ]
    error = sum((value**2 for value in rest), Fraction(0)) / len(points)
    return Comparison(error, "=", sum((a**2 for a in coefficients[learned:]), Fraction(0)))


# ----- Learning curves ----------------------------------------------------------------------------


def root_up(n: int) -> int:
    """Return the square root, rounded up."""
    return isqrt(n - 1) + 1 if n else 0


def curve(squares: Sequence[Fraction], learned: int, resource: int, leading: bool) -> Comparison:
    """With so many modes learned the error is at most n^(-1/2).

    This is the case ``C₀ = c = r = 1``, ``γ = 1/2``; without `leading` the last modes are learned.
    """
    left = squares[learned:] if leading else squares[: len(squares) - learned]
    return Comparison(sum(left, Fraction(0)), "≤", power(resource, Fraction(-1, 2)))


def curve_of_square_roots(
    squares: tuple[Fraction, ...], resource: int, leading: bool = True
) -> Comparison:
    """With √n modes learned, rounded up, the error is at most n^(-1/2)."""
    return curve(squares, root_up(resource), resource, leading)


def curve_of_exact_tail(
    constant: Fraction,
    rate: Fraction,
    decay: int,
    speed: int,
    resource: int,
    *,
    inverted: bool = False,
) -> Comparison:
    """For tails ``C₀ m^-r`` and ``c n^γ`` modes, rounded up, the error is at most the bound.

    Compared are the squares of the error and of ``C₀ c^-r n^(-rγ)``; the speed is ``2γ``. The last
    of the modes has the rest of the tail. If inverted, the constant of the bound is ``C₀ c^r``.
    """
    learned = max(1, root_up(ceil(rate**2 * resource**speed)))
    last = learned + 5
    tail = [constant / Fraction(m) ** decay for m in range(1, last + 1)]
    squares = (Fraction(1), *(a - b for a, b in pairwise(tail)), tail[-1])
    error = sum(squares[learned:], Fraction(0))
    factor = rate**decay if inverted else 1 / rate**decay
    return Comparison(error**2, "≤", (constant * factor) ** 2 / resource ** (decay * speed))


def curve_of_one_mode(squares: tuple[Fraction, ...], resource: int) -> Comparison:
    """With one mode learned, whatever n is, the error is at most n^(-1/2)."""
    return curve(squares, 1, resource, leading=True)


# ----- Effective dimension ------------------------------------------------------------------------


def dimension(eigenvalues: Sequence[Fraction], scale: Fraction) -> Fraction:
    """Return the sum of ``μ / (μ + λ)``."""
    return sum((m / (m + scale) for m in eigenvalues), Fraction(0))


def visible(eigenvalues: tuple[Fraction, ...], scale: Fraction) -> int:
    """Return the number of eigenvalues that are at least the scale."""
    return sum(m >= scale for m in eigenvalues)


def at_least_half_visible(eigenvalues: tuple[Fraction, ...], scale: Fraction) -> Comparison:
    """It is at least half the number of visible eigenvalues."""
    bound = Fraction(visible(eigenvalues, scale), 2)
    return Comparison(dimension(eigenvalues, scale), "≥", bound)


def at_most_rank(eigenvalues: tuple[Fraction, ...], scale: Fraction) -> Comparison:
    """It is at most the rank."""
    return Comparison(dimension(eigenvalues, scale), "≤", sum(m != 0 for m in eigenvalues))


def at_most_trace(eigenvalues: tuple[Fraction, ...], scale: Fraction) -> Comparison:
    """It is at most the trace over the scale."""
    return Comparison(dimension(eigenvalues, scale), "≤", sum(eigenvalues, Fraction(0)) / scale)


def at_most_visible_and_rest(eigenvalues: tuple[Fraction, ...], scale: Fraction) -> Comparison:
    """It is at most the number of visible eigenvalues plus the others' sum over the scale."""
    rest = sum((m for m in eigenvalues if m < scale), Fraction(0))
    bound = visible(eigenvalues, scale) + rest / scale
    return Comparison(dimension(eigenvalues, scale), "≤", bound)


def spectra() -> SearchStrategy[dict[str, object]]:
    """Return a strategy for up to five eigenvalues and a scale."""
    eigenvalues = st.lists(st.parts(0, 4, 6), max_size=5).map(tuple)
    scale = st.parts(Fraction(1, 6), 4, 6)
    return st.fixed_dictionaries({"eigenvalues": eigenvalues, "scale": scale})


def at_least_visible(eigenvalues: tuple[Fraction, ...], scale: Fraction) -> Comparison:
    """It is at least the number of visible eigenvalues, without the factor one half."""
    return Comparison(dimension(eigenvalues, scale), "≥", visible(eigenvalues, scale))


def dimension_decreases(
    eigenvalues: tuple[Fraction, ...], scale: Fraction, larger: Fraction
) -> Comparison:
    """It does not increase with the scale."""
    return Comparison(dimension(eigenvalues, larger), "≤", dimension(eigenvalues, scale))


def trace_form(turn: tuple[int, int], eigenvalues: Vector, scale: Fraction) -> Comparison:
    """The trace of K times the inverse of K + λ, for a rotated diagonal matrix, is the sum."""
    u = rotation(*turn)
    k = times(u, diagonal(eigenvalues), transpose(u))
    shifted = add_matrices(k, diagonal((scale, scale)))
    return Comparison(trace(times(k, inverse(shifted))), "=", dimension(eigenvalues, scale))


_REAL = ("DeepTheory.Real.Interval",)
_THIRD = Fraction(17, 50)
_SIZES = (Fraction(1), Fraction(10), Fraction(10**6), Fraction(10**9))
#: The constants of Hoffmann and others, rounded.
_LAW: Law = (
    Fraction(169, 100),
    Fraction(4064, 10),
    Fraction(4107, 10),
    Fraction(34, 100),
    Fraction(28, 100),
)
_WALSH = ((1, 1, 1, 1), (1, -1, 1, -1), (1, 1, -1, -1), (1, -1, -1, 1))
_COEFFICIENTS = (Fraction(1), Fraction(-1, 2), Fraction(1, 3), Fraction(2, 5))
_SQUARES = tuple(Fraction(1, j**2) for j in range(1, 60))
_FLAT = (Fraction(1),) * 59
_EIGENVALUES = (Fraction(3), Fraction(1), Fraction(1, 4), Fraction(0))
_LEAN_EIGENVALUES = (
    "(fun j : Fin 4 => if j.val = 0 then (3 : Rat) else if j.val = 1 then 1"
    " else if j.val = 2 then 1 / 4 else 0)"
)
_SCALE = Fraction(1, 2)


CHECKS = (
    RowChecks(
        "ch17-loglog",
        identities=(Identity("ratio", ratio_of_powers),),
        instances=(
            Instance(
                "line",
                is_line,
                {"a": Fraction(4064, 10), "alpha": _THIRD, "size": Fraction(10**9)},
            ),
            Instance("line-at-a-square", line_at_squares, {"a": Fraction(7, 2), "root": 12}),
            Instance(
                "ratio",
                ratio_is_constant,
                {
                    "a": Fraction(5),
                    "alpha": _THIRD,
                    "k": Fraction(3),
                    "size": Fraction(10**6),
                    "floor": Fraction(0),
                },
            ),
            Instance(
                "slopes",
                one_slope,
                {"a": Fraction(2), "alphas": (_THIRD, _THIRD), "sizes": _SIZES[:3]},
            ),
        ),
        searches=(
            Search(
                "line",
                is_line,
                lambda: {
                    "a": st.parts(Fraction(1, 6), 6, 6),
                    "alpha": st.parts(-2, 2, 6),
                    "size": st.integers(1, 10**9).map(Fraction),
                },
            ),
            Search(
                "ratio",
                ratio_is_constant,
                lambda: {
                    "a": st.parts(Fraction(1, 6), 6, 6),
                    "alpha": st.parts(-2, 2, 6),
                    "k": st.parts(Fraction(1, 6), 6, 6),
                    "size": st.integers(1, 10**9).map(Fraction),
                    "floor": st.just(Fraction(0)),
                },
            ),
        ),
        controls=(
            Control(
                "wrong-floor",
                "the floor that is subtracted is too small",
                ratio_is_constant,
                refuted_by={
                    "a": Fraction(5),
                    "alpha": _THIRD,
                    "k": Fraction(3),
                    "size": Fraction(10),
                    "floor": Fraction(1, 10),
                },
                holds_for={
                    "a": Fraction(5),
                    "alpha": _THIRD,
                    "k": Fraction(1),
                    "size": Fraction(10),
                    "floor": Fraction(1, 10),
                },
                drops="known-floor",
            ),
            Control(
                "two-regimes",
                "the exponent changes at the last size",
                one_slope,
                refuted_by={"a": Fraction(2), "alphas": (_THIRD, _SCALE), "sizes": _SIZES[1:]},
                holds_for={"a": Fraction(2), "alphas": (_THIRD, _THIRD), "sizes": _SIZES[1:]},
            ),
        ),
        computations=(
            Computation(
                "logarithm-of-the-loss",
                lean_digits(".log (.mul (.rat (4064/10)) (.rpow (.nat 1000) (.rat (-17/50))))", 7),
                "Int",
                lambda: digits(log(Fraction(4064, 10)) - real(_THIRD) * log(1000), 7),
                _REAL,
            ),
        ),
    ),
    RowChecks(
        "ch17-separable-law",
        instances=(
            Instance(
                "larger-size",
                decreases_in_size,
                {
                    "law": _LAW,
                    "size": Fraction(10**9),
                    "larger": Fraction(10**9 + 1),
                    "data": Fraction(10**6),
                },
            ),
            Instance(
                "more-data",
                decreases_in_data,
                {
                    "law": _LAW,
                    "size": Fraction(10**9),
                    "data": Fraction(1),
                    "more": Fraction(2),
                },
            ),
            Instance(
                "large-size",
                only_data_left,
                {"law": _LAW, "data": Fraction(10**9), "accuracy": Fraction(1, 100)},
            ),
        ),
        searches=(
            Exhaustion(
                "larger-sizes",
                decreases_in_size,
                lambda: (
                    {"law": _LAW, "size": n, "larger": m, "data": d}
                    for n, m in combinations(_SIZES, 2)
                    for d in _SIZES
                ),
            ),
            Exhaustion(
                "more-data",
                decreases_in_data,
                lambda: (
                    {"law": _LAW, "size": n, "data": d, "more": e}
                    for d, e in combinations(_SIZES, 2)
                    for n in _SIZES
                ),
            ),
        ),
        controls=(
            Control(
                "negative-constant",
                "the constant of the size is negative",
                decreases_in_size,
                refuted_by={
                    "law": (_LAW[0], -_LAW[1], *_LAW[2:]),
                    "size": Fraction(10),
                    "larger": Fraction(100),
                    "data": Fraction(10),
                },
                holds_for={
                    "law": _LAW,
                    "size": Fraction(10),
                    "larger": Fraction(100),
                    "data": Fraction(10),
                },
                drops="positive",
            ),
        ),
        computations=(
            Computation(
                "loss",
                lean_digits(
                    ".add (.add (.rat (169/100))"
                    " (.mul (.rat (4064/10)) (.rpow (.nat 1000000) (.rat (-34/100)))))"
                    " (.mul (.rat (4107/10)) (.rpow (.nat 1000000000) (.rat (-28/100))))",
                    6,
                ),
                "Int",
                lambda: digits(separable(_LAW, Fraction(10**6), Fraction(10**9)), 6),
                _REAL,
            ),
        ),
    ),
    RowChecks(
        "ch17-spectral-tail",
        instances=(
            Instance("squares", tail_at_most, {"s": 2, "start": 3, "stop": 40}),
            Instance("cubes", tail_at_least, {"s": 3, "start": 1, "stop": 25}),
            Instance("empty", tail_at_most, {"s": 2, "start": 5, "stop": 5}),
            Instance(
                "walsh-functions",
                error_is_tail,
                {"modes": _WALSH, "coefficients": _COEFFICIENTS, "learned": 2},
            ),
        ),
        searches=(
            Exhaustion("at-most", tail_at_most, tails),
            Exhaustion("at-least", tail_at_least, tails),
            Search(
                "coefficients",
                error_is_tail,
                lambda: {
                    "modes": st.just(_WALSH),
                    "coefficients": st.tuples(*[st.parts(-2, 2, 5)] * 4),
                    "learned": st.integers(0, 4),
                },
            ),
        ),
        controls=(
            Control(
                "same-exponent",
                "the exponent is not lowered",
                tail_at_most,
                refuted_by={"s": 2, "start": 3, "stop": 40, "lowered": 0},
                holds_for={"s": 2, "start": 3, "stop": 3, "lowered": 0},
            ),
            Control(
                "not-orthonormal",
                "two modes are equal",
                error_is_tail,
                refuted_by={
                    "modes": (*_WALSH[:3], _WALSH[2]),
                    "coefficients": _COEFFICIENTS,
                    "learned": 2,
                },
                holds_for={"modes": _WALSH, "coefficients": _COEFFICIENTS, "learned": 2},
                drops="orthonormal",
            ),
        ),
        computations=(
            Computation(
                "squares",
                "SpectralTail.powerSum Rat 2 3 37",
                "Rat",
                lambda: power_sum(2, 3, 40),
                ("DeepTheory.Scaling.SpectralTail",),
            ),
        ),
    ),
    RowChecks(
        "ch17-spectral-curve",
        instances=(
            Instance("one", curve_of_square_roots, {"squares": _SQUARES, "resource": 1}),
            Instance("nine", curve_of_square_roots, {"squares": _SQUARES, "resource": 9}),
            Instance(
                "with-equality",
                curve_of_exact_tail,
                {
                    "constant": Fraction(3),
                    "rate": Fraction(2),
                    "decay": 1,
                    "speed": 1,
                    "resource": 9,
                },
            ),
            Instance(
                "squared-tail-with-equality",
                curve_of_exact_tail,
                {
                    "constant": Fraction(3),
                    "rate": Fraction(1, 2),
                    "decay": 2,
                    "speed": 2,
                    "resource": 8,
                },
            ),
            Instance("eighty", curve_of_square_roots, {"squares": _SQUARES, "resource": 80}),
        ),
        searches=(
            Exhaustion(
                "square-roots",
                curve_of_square_roots,
                lambda: ({"squares": _SQUARES, "resource": n} for n in range(1, 81)),
            ),
            Exhaustion(
                "exact-tails",
                curve_of_exact_tail,
                lambda: (
                    {
                        "constant": Fraction(5),
                        "rate": rate,
                        "decay": decay,
                        "speed": speed,
                        "resource": n,
                    }
                    for rate in (Fraction(1, 3), Fraction(3, 2))
                    for decay in (1, 2, 3)
                    for speed in (1, 2, 3)
                    for n in range(1, 17)
                ),
            ),
        ),
        controls=(
            Control(
                "inverted-rate",
                "faster learning is said to make the bound larger, with c^r instead of c^-r",
                curve_of_exact_tail,
                refuted_by={
                    "constant": Fraction(3),
                    "rate": Fraction(1, 2),
                    "decay": 1,
                    "speed": 1,
                    "resource": 64,
                    "inverted": True,
                },
                holds_for={
                    "constant": Fraction(3),
                    "rate": Fraction(1),
                    "decay": 1,
                    "speed": 1,
                    "resource": 64,
                    "inverted": True,
                },
            ),
            Control(
                "flat-spectrum",
                "the coefficients do not decrease",
                curve_of_square_roots,
                refuted_by={"squares": _FLAT, "resource": 80},
                holds_for={"squares": (Fraction(1),), "resource": 80},
                drops="tail",
            ),
            Control(
                "one-mode",
                "only one mode is learned, whatever the resource",
                curve_of_one_mode,
                refuted_by={"squares": _SQUARES, "resource": 80},
                holds_for={"squares": _SQUARES, "resource": 1},
                drops="learning-speed",
            ),
            Control(
                "last-modes",
                "the last modes are learned instead of the first",
                curve_of_square_roots,
                refuted_by={"squares": _SQUARES, "resource": 80, "leading": False},
                holds_for={"squares": (Fraction(1),), "resource": 80, "leading": False},
                drops="leading-modes",
            ),
        ),
        computations=(
            Computation(
                "bound",
                lean_digits(
                    ".mul (.rat (1/2)) (.mul (.rpow (.rat (3/4)) (.rat (-2)))"
                    " (.rpow (.nat 1000) (.rat (-2 * (3/5)))))",
                    9,
                ),
                "Int",
                lambda: digits(
                    real(Fraction(1, 2))
                    * power(real(Fraction(3, 4)) * power(1000, Fraction(3, 5)), -2),
                    9,
                ),
                _REAL,
            ),
        ),
    ),
    RowChecks(
        "ch17-effective-dimension",
        instances=(
            Instance(
                "half-the-visible",
                at_least_half_visible,
                {"eigenvalues": _EIGENVALUES, "scale": Fraction(1)},
            ),
            Instance("rank", at_most_rank, {"eigenvalues": _EIGENVALUES, "scale": _SCALE}),
            Instance(
                "trace-over-scale",
                at_most_trace,
                {"eigenvalues": _EIGENVALUES, "scale": Fraction(10)},
            ),
            Instance(
                "visible-and-rest",
                at_most_visible_and_rest,
                {"eigenvalues": _EIGENVALUES, "scale": _SCALE},
            ),
            Instance(
                "nothing-visible",
                at_most_visible_and_rest,
                {
                    "eigenvalues": (Fraction(1, 4), Fraction(1, 4), Fraction(1, 10)),
                    "scale": _SCALE,
                },
            ),
            Instance(
                "decreases",
                dimension_decreases,
                {"eigenvalues": _EIGENVALUES, "scale": _SCALE, "larger": Fraction(1)},
            ),
            Instance(
                "trace",
                trace_form,
                {"turn": (2, 1), "eigenvalues": (Fraction(3), Fraction(1, 4)), "scale": _SCALE},
            ),
        ),
        searches=(
            Search("half-the-visible", at_least_half_visible, spectra),
            Search("rank", at_most_rank, spectra),
            Search("trace-over-scale", at_most_trace, spectra),
            Search("visible-and-rest", at_most_visible_and_rest, spectra),
            Search(
                "decreases",
                dimension_decreases,
                lambda: spectra().flatmap(
                    lambda c: st.integers(0, 9).map(lambda k: {**c, "larger": c["scale"] * (1 + k)})
                ),
            ),
        ),
        controls=(
            Control(
                "negative-scale",
                "the scale may be negative",
                at_most_trace,
                refuted_by={"eigenvalues": _EIGENVALUES, "scale": Fraction(-1, 2)},
                holds_for={"eigenvalues": _EIGENVALUES, "scale": _SCALE},
                drops="positive-scale",
            ),
            Control(
                "negative-eigenvalue",
                "an eigenvalue is negative",
                dimension_decreases,
                refuted_by={
                    "eigenvalues": (Fraction(3), Fraction(-2, 5)),
                    "scale": _SCALE,
                    "larger": Fraction(1),
                },
                holds_for={
                    "eigenvalues": (Fraction(3), Fraction(2, 5)),
                    "scale": _SCALE,
                    "larger": Fraction(1),
                },
                drops="nonnegative-eigenvalues",
            ),
            Control(
                "without-one-half",
                "the factor one half of the lower bound is left out",
                at_least_visible,
                refuted_by={"eigenvalues": _EIGENVALUES, "scale": Fraction(1)},
                holds_for={"eigenvalues": _EIGENVALUES, "scale": Fraction(5)},
            ),
        ),
        computations=(
            Computation(
                "four-eigenvalues",
                f"EffectiveDimension.dim {_LEAN_EIGENVALUES} (1 / 2)",
                "Rat",
                lambda: dimension(_EIGENVALUES, _SCALE),
                ("DeepTheory.Scaling.EffectiveDimension",),
            ),
        ),
    ),
)
