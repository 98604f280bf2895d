"""Real numbers in checks: intervals with rational ends, and their digits.

A check compares exact values only. A real number enters as an interval of mpmath, whose ends are
dyadic numbers and so exact fractions; the interval contains the number because every operation
rounds outwards. Lean's kernel has intervals of its own (``Real.ClosedForm.enclose``), found by
other algorithms: a computation asks both for the leading decimal digits, and both ends of both
intervals must agree on them.
"""

from __future__ import annotations

from contextlib import contextmanager
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from mpmath import iv, libmp

from pyharness.checks.model import UndecidedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "Interval",
    "cos",
    "digits",
    "distance",
    "ends",
    "exp",
    "hull",
    "lean_digits",
    "lean_log_sum",
    "log",
    "pi",
    "power",
    "precision",
    "real",
    "rounded",
    "sin",
    "sqrt",
    "total",
]

#: An interval of mpmath, which has no types of its own.
Interval = Any

#: Binary digits of the intervals. The engine raises it when a comparison stays undecided.
_PRECISION = 200

#: Binary digits after the point that Lean computes with.
_LEAN_PRECISION = 40


@contextmanager
def precision(bits: int) -> Iterator[None]:
    """Compute the intervals that are made inside with so many binary digits.

    Examples
    --------
    >>> with precision(20):
    ...     low, high = ends(log(2))
    >>> high - low > Fraction(1, 10**9)
    True
    """
    global _PRECISION  # noqa: PLW0603 - claims take numbers, not a precision
    before, _PRECISION = _PRECISION, bits
    try:
        yield
    finally:
        _PRECISION = before


def real(number: Fraction | int) -> Interval:
    """Return the interval of a rational number.

    Parameters
    ----------
    number
        The number.

    Returns
    -------
    iv.mpf
        An interval that contains it.
    """
    iv.prec = _PRECISION
    value = Fraction(number)
    return iv.mpf(value.numerator) / iv.mpf(value.denominator)


def log(number: Interval | Fraction | int) -> Interval:
    """Return an interval around a logarithm."""
    return iv.log(_interval(number))


def exp(number: Interval | Fraction | int) -> Interval:
    """Return an interval around an exponential."""
    return iv.exp(_interval(number))


def sqrt(number: Interval | Fraction | int) -> Interval:
    """Return an interval around a square root."""
    return iv.sqrt(_interval(number))


def power(base: Interval | Fraction | int, exponent: Interval | Fraction | int) -> Interval:
    """Return an interval around a power of a positive number with a real exponent.

    Examples
    --------
    >>> distance(power(4, Fraction(3, 2)), real(8)) < Fraction(1, 10**40)
    True
    """
    return exp(log(base) * _interval(exponent))


def cos(number: Interval | Fraction | int) -> Interval:
    """Return an interval around a cosine."""
    return iv.cos(_interval(number))


def sin(number: Interval | Fraction | int) -> Interval:
    """Return an interval around a sine."""
    return iv.sin(_interval(number))


def pi() -> Interval:
    """Return an interval around the number π."""
    iv.prec = _PRECISION
    return +iv.pi


def _interval(number: Interval | Fraction | int) -> Interval:
    return real(number) if isinstance(number, Fraction | int) else number


def hull(*numbers: Interval | Fraction | int) -> Interval:
    """Return the smallest interval that contains some intervals and numbers.

    Examples
    --------
    >>> low, high = ends(hull(0, log(2), Fraction(1, 2)))
    >>> low == 0 and high > Fraction(69, 100)
    True
    """
    intervals = [_interval(number) for number in numbers]
    return iv.mpf([min(i.a for i in intervals), max(i.b for i in intervals)])


def total(terms: Iterable[Interval]) -> Interval:
    """Return the sum of intervals."""
    return sum(terms, real(0))


def ends(number: Interval) -> tuple[Fraction, Fraction]:
    """Return the two ends of an interval as fractions.

    Raises
    ------
    UndecidedError
        When an end is infinite, as after a division by an interval that contains zero.

    Examples
    --------
    >>> low, high = ends(log(2))
    >>> low < Fraction(6931471805599453095, 10**19) and high - low < Fraction(1, 10**40)
    True
    >>> ends(1 / (log(2) - log(2)))
    Traceback (most recent call last):
        ...
    pyharness.checks.model.UndecidedError: an interval without bound: [-inf, +inf]
    """
    if any(end in (libmp.finf, libmp.fninf, libmp.fnan) for end in number._mpi_):
        raise UndecidedError(f"an interval without bound: {number}")
    low, high = (Fraction(*libmp.to_rational(end)) for end in number._mpi_)
    return low, high


def distance(left: Interval, right: Interval) -> Fraction:
    """Return a bound for the distance of two real numbers.

    Examples
    --------
    >>> distance(log(4), 2 * log(2)) < Fraction(1, 10**40)
    True
    """
    low, high = ends(left - right)
    return max(abs(low), abs(high))


def digits(number: Interval, count: int) -> int:
    """Return the number times ``10 ** count``, rounded down.

    Raises
    ------
    ValueError
        When the ends of the interval do not agree on it.

    Examples
    --------
    >>> digits(log(2), 9)
    693147180
    """
    low, high = (floor(end * 10**count) for end in ends(number))
    if low != high:
        raise ValueError(f"the interval of {number} is too wide for {count} digits")
    return low


def rounded(number: Interval, places: int = 9) -> Interval:
    """Return a wider interval whose ends have few decimals, so that a message can show them.

    Examples
    --------
    >>> rounded(log(2), 3)
    Enclosure(low=Fraction(693, 1000), high=Fraction(347, 500))
    """
    from pyharness.checks.model import Enclosure

    low, high = (end * 10**places for end in ends(number))
    return Enclosure(Fraction(floor(low), 10**places), Fraction(ceil(high), 10**places))


def lean_digits(term: str, count: int) -> str:
    """Write a Lean expression for the same digits, from the intervals of the library.

    Parameters
    ----------
    term
        A Lean expression of type ``Real.ClosedForm``.
    count
        How many decimal digits after the point.

    Returns
    -------
    str
        An expression of type ``Int``, which is ``-1`` if the ends do not agree.
    """
    scale = 10**count
    return (
        f"(match Real.ClosedForm.enclose {_LEAN_PRECISION} ({term}) with"
        f" | some I => if (I.lo * {scale}).floor = (I.hi * {scale}).floor"
        f" then (I.lo * {scale}).floor else -1"
        " | none => -1)"
    )


def lean_log_sum(terms: Iterable[tuple[Fraction | int, Fraction | int]]) -> str:
    """Write ``c₁ log a₁ + c₂ log a₂ + ...`` as a Lean expression of type ``Real.ClosedForm``.

    Parameters
    ----------
    terms
        The pairs of a factor ``c`` and an argument ``a``.

    Examples
    --------
    >>> lean_log_sum([(1, Fraction(1, 2))])
    '.add .zero (.mul (.rat (1)) (.log (.rat (1/2))))'
    """
    sum_ = ".zero"
    for factor, argument in terms:
        first = sum_ if sum_ == ".zero" else f"({sum_})"
        sum_ = f".add {first} (.mul (.rat ({factor})) (.log (.rat ({argument}))))"
    return sum_
