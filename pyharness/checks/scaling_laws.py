"""Checks of chapter 17: power laws, spectral tails, learning curves, effective dimension.

Powers with real exponents are intervals with rational ends; everything else is exact.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import isqrt
from typing import TYPE_CHECKING

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
from pyharness.checks.model import Comparison, Computation, Control, Identity, Instance, RowChecks

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sympy

__all__ = ["CHECKS"]

#: Two real numbers that differ by less are taken for equal.
TINY = Fraction(1, 10**40)


# ----- Power laws ---------------------------------------------------------------------------------


def reducible(a: Fraction, alpha: Fraction, n: Fraction) -> Interval:
    """Return ``A N^-α``."""
    return real(a) * power(n, -alpha)


def is_line(a: Fraction, alpha: Fraction, sizes: tuple[Fraction, ...]) -> Comparison:
    """The logarithm of the reducible loss is log A - α log N."""
    worst = max(distance(log(reducible(a, alpha, n)), log(a) - real(alpha) * log(n)) for n in sizes)
    return Comparison(worst, "<", TINY)


def ratio_is_constant(
    a: Fraction, alpha: Fraction, k: Fraction, sizes: tuple[Fraction, ...], floor: Fraction
) -> Comparison:
    """A k times larger resource multiplies the loss above the floor by k^-α, at every size.

    The floor is what is subtracted too little: zero when the floor is right.
    """
    worst = max(
        distance(
            (reducible(a, alpha, k * n) + real(floor)) / (reducible(a, alpha, n) + real(floor)),
            power(k, -alpha),
        )
        for n in sizes
    )
    return Comparison(worst, "<", TINY)


def one_slope(
    a: Fraction, alphas: tuple[Fraction, Fraction], sizes: tuple[Fraction, ...]
) -> Comparison:
    """All slopes on log-log axes are the same; the exponent of the last size is the second."""
    values = [reducible(a, alphas[n == sizes[-1]], n) for n in sizes]
    slopes = [
        (log(w) - log(v)) / (log(m) - log(n))
        for (v, n), (w, m) in pairwise(zip(values, sizes, strict=True))
    ]
    return Comparison(max(distance(s, slopes[0]) for s in slopes), "<", TINY)


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


def decreases(law: Law, sizes: tuple[Fraction, ...], data: tuple[Fraction, ...]) -> Comparison:
    """The loss decreases in the size and in the data: number of exceptions."""
    rows = [[separable(law, n, d) for d in data] for n in sizes]
    columns = [list(column) for column in zip(*rows, strict=True)]
    exceptions = sum(
        ends(left - right)[0] <= 0 for line in rows + columns for left, right in pairwise(line)
    )
    return Comparison(exceptions, "=", 0)


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


def tail_between(s: int, start: int, stop: int, lowered: int = 1) -> Comparison:
    """The sum lies between the two telescoping bounds, with the exponent lowered by one."""
    t = s - lowered

    def difference(first: int, last: int) -> Fraction:
        return (Fraction(1, first**t) - Fraction(1, last**t)) / t

    value = power_sum(s, start, stop)
    low, high = difference(start + 1, stop + 1), difference(start, stop)
    return Comparison((low <= value, value <= high), "=", (True, True))


def tails_on_a_grid(exponents: int, limit: int) -> Comparison:
    """No exception among all small exponents and limits of summation."""
    exceptions = sum(
        not tail_between(s, m, stop).holds
        for s in range(2, exponents + 1)
        for m in range(1, limit)
        for stop in range(m, limit)
    )
    return Comparison(exceptions, "=", 0)


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


def curve(
    squares: Sequence[Fraction], learned: Sequence[int], resources: Sequence[int], leading: bool
) -> Comparison:
    """With modes learned in number at least √n, the error is at most n^(-1/2), for all n.

    This is the case ``C₀ = c = r = 1``, ``γ = 1/2``; without `leading` the last modes are learned.
    """
    exceptions = 0
    for n, m in zip(resources, learned, strict=True):
        left = squares[m:] if leading else squares[: len(squares) - m]
        exceptions += ends(real(sum(left, Fraction(0))) - power(n, Fraction(-1, 2)))[0] > 0
    return Comparison(exceptions, "=", 0)


def curve_of_square_roots(
    squares: tuple[Fraction, ...], largest: int, leading: bool = True
) -> Comparison:
    """With √n modes learned, rounded up, the error is at most n^(-1/2)."""
    resources = range(1, largest + 1)
    return curve(squares, [root_up(n) for n in resources], resources, leading)


def curve_of_one_mode(squares: tuple[Fraction, ...], largest: int) -> Comparison:
    """With one mode learned, whatever n is, the error is at most n^(-1/2)."""
    resources = range(1, largest + 1)
    return curve(squares, [1] * largest, resources, leading=True)


# ----- Effective dimension ------------------------------------------------------------------------


def dimension(eigenvalues: Sequence[Fraction], scale: Fraction) -> Fraction:
    """Return the sum of ``μ / (μ + λ)``."""
    return sum((m / (m + scale) for m in eigenvalues), Fraction(0))


def dimension_between(eigenvalues: tuple[Fraction, ...], scale: Fraction) -> Comparison:
    """All bounds hold: half the visible ones, rank, trace, and visible ones plus the rest."""
    value = dimension(eigenvalues, scale)
    visible = sum(m >= scale for m in eigenvalues)
    rest = sum((m for m in eigenvalues if m < scale), Fraction(0))
    rank = sum(m != 0 for m in eigenvalues)
    trace = sum(eigenvalues, Fraction(0))
    bounds = (
        Fraction(visible, 2) <= value,
        value <= rank,
        value <= trace / scale,
        value <= visible + rest / scale,
    )
    return Comparison(bounds, "=", (True,) * 4)


def dimension_at_least_visible(eigenvalues: tuple[Fraction, ...], scale: Fraction) -> Comparison:
    """It is at least the number of visible eigenvalues, without the factor one half."""
    visible = sum(m >= scale for m in eigenvalues)
    return Comparison(dimension(eigenvalues, scale), "≥", visible)


def dimension_decreases(
    eigenvalues: tuple[Fraction, ...], scales: tuple[Fraction, ...]
) -> Comparison:
    """It does not increase with the scale."""
    values = [dimension(eigenvalues, c) for c in scales]
    return Comparison(values, "=", sorted(values, reverse=True))


def trace_form(
    cosine: Fraction, sine: Fraction, eigenvalues: tuple[Fraction, Fraction], scale: Fraction
) -> Comparison:
    """The trace of K times the inverse of K + λ, for a rotated diagonal matrix, is the sum."""
    assert cosine**2 + sine**2 == 1
    p, q = eigenvalues
    a = cosine**2 * p + sine**2 * q
    b = cosine * sine * (p - q)
    d = sine**2 * p + cosine**2 * q
    determinant = (a + scale) * (d + scale) - b**2
    trace = (a * (d + scale) - 2 * b**2 + d * (a + scale)) / determinant
    return Comparison(trace, "=", dimension(eigenvalues, scale))


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
            Instance("line", is_line, {"a": Fraction(4064, 10), "alpha": _THIRD, "sizes": _SIZES}),
            Instance(
                "ratio",
                ratio_is_constant,
                {
                    "a": Fraction(5),
                    "alpha": _THIRD,
                    "k": Fraction(3),
                    "sizes": _SIZES,
                    "floor": Fraction(0),
                },
            ),
            Instance(
                "slopes",
                one_slope,
                {"a": Fraction(2), "alphas": (_THIRD, _THIRD), "sizes": _SIZES},
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
                    "sizes": _SIZES,
                    "floor": Fraction(1, 10),
                },
                holds_for={
                    "a": Fraction(5),
                    "alpha": _THIRD,
                    "k": Fraction(1),
                    "sizes": _SIZES,
                    "floor": Fraction(0),
                },
                drops="known-floor",
            ),
            Control(
                "two-regimes",
                "the exponent changes at the last size",
                one_slope,
                refuted_by={"a": Fraction(2), "alphas": (_THIRD, _SCALE), "sizes": _SIZES},
                holds_for={"a": Fraction(2), "alphas": (_THIRD, _THIRD), "sizes": _SIZES},
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
            Instance("decreases", decreases, {"law": _LAW, "sizes": _SIZES, "data": _SIZES}),
            Instance(
                "large-size",
                only_data_left,
                {"law": _LAW, "data": Fraction(10**9), "accuracy": Fraction(1, 100)},
            ),
        ),
        controls=(
            Control(
                "negative-constant",
                "the constant of the size is negative",
                decreases,
                refuted_by={
                    "law": (_LAW[0], -_LAW[1], *_LAW[2:]),
                    "sizes": _SIZES,
                    "data": _SIZES,
                },
                holds_for={"law": _LAW, "sizes": _SIZES, "data": _SIZES},
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
            Instance("squares", tail_between, {"s": 2, "start": 3, "stop": 40}),
            Instance("cubes", tail_between, {"s": 3, "start": 1, "stop": 25}),
            Instance("empty", tail_between, {"s": 2, "start": 5, "stop": 5}),
            Instance("grid", tails_on_a_grid, {"exponents": 5, "limit": 14}),
            Instance(
                "walsh-functions",
                error_is_tail,
                {"modes": _WALSH, "coefficients": _COEFFICIENTS, "learned": 2},
            ),
        ),
        controls=(
            Control(
                "same-exponent",
                "the exponent is not lowered",
                tail_between,
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
            Instance("square-roots", curve_of_square_roots, {"squares": _SQUARES, "largest": 80}),
        ),
        controls=(
            Control(
                "flat-spectrum",
                "the coefficients do not decrease",
                curve_of_square_roots,
                refuted_by={"squares": _FLAT, "largest": 80},
                holds_for={"squares": (Fraction(1),), "largest": 80},
                drops="tail",
            ),
            Control(
                "one-mode",
                "only one mode is learned, whatever the resource",
                curve_of_one_mode,
                refuted_by={"squares": _SQUARES, "largest": 80},
                holds_for={"squares": _SQUARES, "largest": 1},
                drops="learning-speed",
            ),
            Control(
                "last-modes",
                "the last modes are learned instead of the first",
                curve_of_square_roots,
                refuted_by={"squares": _SQUARES, "largest": 80, "leading": False},
                holds_for={"squares": (Fraction(1),), "largest": 80, "leading": False},
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
                "four-eigenvalues",
                dimension_between,
                {"eigenvalues": _EIGENVALUES, "scale": _SCALE},
            ),
            Instance(
                "at-an-eigenvalue",
                dimension_between,
                {"eigenvalues": _EIGENVALUES, "scale": Fraction(1)},
            ),
            Instance(
                "decreases",
                dimension_decreases,
                {
                    "eigenvalues": _EIGENVALUES,
                    "scales": (Fraction(1, 100), _SCALE, Fraction(1), Fraction(30)),
                },
            ),
            Instance(
                "trace",
                trace_form,
                {
                    "cosine": Fraction(3, 5),
                    "sine": Fraction(4, 5),
                    "eigenvalues": (Fraction(3), Fraction(1, 4)),
                    "scale": _SCALE,
                },
            ),
        ),
        controls=(
            Control(
                "negative-scale",
                "the scale may be negative",
                dimension_between,
                refuted_by={"eigenvalues": _EIGENVALUES, "scale": Fraction(-1, 2)},
                holds_for={"eigenvalues": _EIGENVALUES, "scale": _SCALE},
                drops="positive-scale",
            ),
            Control(
                "without-one-half",
                "the factor one half of the lower bound is left out",
                dimension_at_least_visible,
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
