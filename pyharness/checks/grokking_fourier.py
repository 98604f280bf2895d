"""Checks of chapter 19: characters of the integers modulo p.

A finite field with an element of order p has the roots of unity of the complex numbers, and its
arithmetic is exact; its elements are numbers below a prime. Cosines and sines are intervals.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import combinations, product
from math import gcd
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import Interval, cos, distance, ends, pi, real, sin, total
from pyharness.checks.information import TINY
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
    from collections.abc import Iterator, Mapping

    import sympy

__all__ = ["CHECKS"]

#: A complex number with rational parts.
Gaussian = tuple[Fraction, Fraction]


# ----- Rotations ----------------------------------------------------------------------------------


def order(root: int, modulus: int) -> int:
    """Return the least positive exponent for which the power is one."""
    exponent, power = 1, root % modulus
    while power != 1 % modulus:
        exponent, power = exponent + 1, power * root % modulus
    return exponent


def homomorphism(root: int, modulus: int, period: int) -> Comparison:
    """``ω^k ω^l = ω^((k+l) mod p)``, and the ``p`` powers are different."""
    powers = [pow(root, k, modulus) for k in range(period)]
    pairs = list(product(range(period), repeat=2))
    products = tuple(powers[k] * powers[m] % modulus for k, m in pairs)
    sums = tuple(powers[(k + m) % period] for k, m in pairs)
    return Comparison((products, len(set(powers))), "=", (sums, period))


@cache
def _angles(period: int, bits: int) -> tuple[tuple[Interval, Interval], ...]:
    """Return cosine and sine of the multiples of ``2π/p``; exact at zero."""
    del bits  # the precision of the intervals is a part of the key
    turns = [real(Fraction(2 * j, period)) * pi() for j in range(period)]
    return tuple((cos(t), sin(t)) for t in turns)


def rotation(k: int, period: int) -> tuple[Interval, Interval]:
    """Return ``cos`` and ``sin`` of ``2π k/p``."""
    from mpmath import iv

    real(0)  # sets the precision
    return _angles(period, iv.prec)[k % period]


def rotations_add(period: int) -> Comparison:
    """``R_k R_l = R_(k+l)`` for all rotations of the clock: the largest error of an entry."""
    worst = Fraction(0)
    for k, m in product(range(period), repeat=2):
        (c, s), (d, t) = rotation(k, period), rotation(m, period)
        e, u = rotation(k + m, period)
        worst = max(worst, distance(c * d - s * t, e), distance(s * d + c * t, u))
    return Comparison(worst, "<", TINY)


# ----- Characters ---------------------------------------------------------------------------------


def character(root: int, modulus: int, k: int, x: int) -> int:
    """Return ``ω^(k x)``."""
    return pow(root, k * x, modulus)


def orthogonal(root: int, modulus: int, period: int) -> Comparison:
    """The means of ``χ_k`` times the conjugate of ``χ_l`` are one if ``k = l`` and zero if not."""
    indices = range(period)
    mean = pow(period, -1, modulus)
    table = tuple(
        mean * sum(character(root, modulus, k - m, x) for x in indices) % modulus
        for k, m in product(indices, repeat=2)
    )
    return Comparison(table, "=", tuple(int(k == m) for k, m in product(indices, repeat=2)))


def sum_over_frequencies(root: int, modulus: int, period: int) -> Comparison:
    """The mean of ``χ_k(x)`` over the frequencies is one if ``x = 0`` and zero if not."""
    indices = range(period)
    mean = pow(period, -1, modulus)
    table = tuple(
        mean * sum(character(root, modulus, k, x) for k in indices) % modulus for x in indices
    )
    return Comparison(table, "=", tuple(int(x == 0) for x in indices))


def sums_vanish(root: int, modulus: int, period: int) -> Comparison:
    """The sum of ``ω^(j x)`` over all ``x`` is zero unless ``p`` divides ``j``."""
    sums = tuple(
        sum(character(root, modulus, j, x) for x in range(period)) % modulus
        for j in range(1, period)
    )
    return Comparison(sums, "=", (0,) * (period - 1))


def cosines_sum(period: int) -> Comparison:
    """The sums of the cosines of ``2π j x/p`` over all ``x`` are zero, for ``0 < j < p``."""
    worst = max(
        distance(total(rotation(j * x, period)[0] for x in range(period)), real(0))
        for j in range(1, period)
    )
    return Comparison(worst, "<", TINY)


def coefficients(g: tuple[int, ...], root: int, modulus: int) -> tuple[int, ...]:
    """Return ``1/p Σ g(x) ω^(-k x)``."""
    period = len(g)
    mean = pow(period, -1, modulus)
    return tuple(
        mean * sum(g[x] * character(root, modulus, -k, x) for x in range(period)) % modulus
        for k in range(period)
    )


def synthesis(c: tuple[int, ...], root: int, modulus: int) -> tuple[int, ...]:
    """Return the values of ``Σ c_k χ_k``."""
    period = len(c)
    return tuple(
        sum(c[k] * character(root, modulus, k, x) for k in range(period)) % modulus
        for x in range(period)
    )


def inversion(g: tuple[int, ...], root: int, modulus: int) -> Comparison:
    """The function is the sum of its coefficients times the characters."""
    return Comparison(synthesis(coefficients(g, root, modulus), root, modulus), "=", g)


def inversion_without_mean(g: tuple[int, ...], root: int, modulus: int) -> Comparison:
    """The same without the factor ``1/p``."""
    c = tuple(len(g) * entry % modulus for entry in coefficients(g, root, modulus))
    return Comparison(synthesis(c, root, modulus), "=", g)


def unique(root: int, modulus: int, period: int) -> Comparison:
    """Different coefficients give different functions: all of them are counted."""
    found = {synthesis(c, root, modulus) for c in product(range(modulus), repeat=period)}
    return Comparison(len(found), "=", modulus**period)


def inversion_on_four_points() -> tuple[sympy.Expr, sympy.Expr]:
    """Inversion at all four points, with any values; compared is a combination with weights."""
    import sympy

    g, w = sympy.symbols("g0:4"), sympy.symbols("w0:4")
    i = sympy.I
    c = [sum(g[x] * i ** (-k * x) for x in range(4)) / 4 for k in range(4)]
    back = [sum(c[k] * i ** (k * x) for k in range(4)) for x in range(4)]
    return sum(a * b for a, b in zip(w, back, strict=True)), sum(
        a * b for a, b in zip(w, g, strict=True)
    )


# ----- Addition becomes multiplication ------------------------------------------------------------


def multiplicative(root: int, modulus: int, period: int) -> Comparison:
    """``χ_k(a + b) = χ_k(a) χ_k(b)``, with ``a + b`` taken modulo ``p``: all cases."""
    cases = list(product(range(period), repeat=3))
    left = tuple(character(root, modulus, k, (a + b) % period) for k, a, b in cases)
    right = tuple(
        character(root, modulus, k, a) * character(root, modulus, k, b) % modulus
        for k, a, b in cases
    )
    return Comparison(left, "=", right)


def times(z: Gaussian, w: Gaussian) -> Gaussian:
    """Return the product of complex numbers."""
    return z[0] * w[0] - z[1] * w[1], z[0] * w[1] + z[1] * w[0]


def unit(m: int, n: int) -> Gaussian:
    """Return the complex number of modulus one that belongs to a Pythagorean triple."""
    return Fraction(m * m - n * n, m * m + n * n), Fraction(2 * m * n, m * m + n * n)


def multiple(z: Gaussian, k: int) -> Gaussian:
    """Return cosine and sine of ``k`` times the angle, by de Moivre."""
    result = (Fraction(1), Fraction(0))
    for _ in range(k):
        result = times(result, z)
    return result


def angles_add(first: Gaussian, second: Gaussian, k: int, sign: int = -1) -> Comparison:
    """The formulas for cosine and sine of ``k (a + b)``.

    The sign is the one in the formula of the cosine. The angles have rational cosines and sines.
    """
    (c, s), (d, t) = multiple(first, k), multiple(second, k)
    left = multiple(times(first, second), k)
    return Comparison(left, "=", (c * d + sign * s * t, s * d + c * t))


def cosine_of_sum() -> tuple[sympy.Expr, sympy.Expr]:
    """The formula for ``cos k(a + b)``."""
    import sympy

    a, b, k = sympy.symbols("a b k", real=True)
    left = sympy.expand_trig(sympy.cos(k * a + k * b))
    return left, sympy.cos(k * a) * sympy.cos(k * b) - sympy.sin(k * a) * sympy.sin(k * b)


def sine_of_sum() -> tuple[sympy.Expr, sympy.Expr]:
    """The formula for ``sin k(a + b)``, by the exponential function."""
    import sympy

    a, b, k = sympy.symbols("a b k", real=True)
    left = sympy.expand(sympy.sin(k * (a + b)).rewrite(sympy.exp), power_exp=True)
    right = sympy.sin(k * a) * sympy.cos(k * b) + sympy.cos(k * a) * sympy.sin(k * b)
    return left, sympy.expand(right.rewrite(sympy.exp))


# ----- The readout of the sum ---------------------------------------------------------------------


def indicator(root: int, modulus: int, period: int) -> Comparison:
    """The mean of ``χ_k(a) χ_k(b) / χ_k(c)`` over all ``k`` tells whether ``c = a + b``."""
    mean = pow(period, -1, modulus)
    cases = list(product(range(period), repeat=3))
    left = tuple(
        mean * sum(character(root, modulus, k, a + b - c) for k in range(period)) % modulus
        for a, b, c in cases
    )
    return Comparison(left, "=", tuple(int((a + b - c) % period == 0) for a, b, c in cases))


def one_frequency(period: int, k: int) -> Comparison:
    """The cosine of ``2π k (a+b-c)/p`` is less than one for every other ``c``: the largest one."""
    others = [rotation(k * away, period)[0] for away in range(1, period)]
    return Comparison(max(others, key=lambda value: ends(value)[1]), "<", 1)


# ----- A shared harmonic rule ---------------------------------------------------------------------


def product_error(
    characters: tuple[Gaussian, Gaussian], errors: tuple[Gaussian, Gaussian], size: Fraction
) -> Comparison:
    """The product of two features is within ``2e + e²`` of that of their characters.

    Compared are the squares. The errors are of size at most ``e``.
    """
    (x, y), (u, v) = characters, errors
    f, g = (x[0] + u[0], x[1] + u[1]), (y[0] + v[0], y[1] + v[1])
    fg, xy = times(f, g), times(x, y)
    gap = (fg[0] - xy[0]) ** 2 + (fg[1] - xy[1]) ** 2
    return Comparison(gap, "≤", (2 * size + size**2) ** 2)


def product_error_once(
    characters: tuple[Gaussian, Gaussian], errors: tuple[Gaussian, Gaussian], size: Fraction
) -> Comparison:
    """The product of two features is within ``e`` of that of their characters."""
    return Comparison(product_error(characters, errors, size).left, "≤", size**2)


def error_of_product() -> tuple[sympy.Expr, sympy.Expr]:
    """The error of a product of two approximations."""
    import sympy

    x, y, u, v = sympy.symbols("x y u v")
    return (x + u) * (y + v) - x * y, x * v + u * y + u * v


def margin(period: int, frequencies: tuple[int, ...]) -> Interval:
    """Return the least ``Σ (1 - cos(2π k c/p))`` over ``c ≠ 0``."""
    sums = [total(1 - rotation(k * c, period)[0] for k in frequencies) for c in range(1, period)]
    return min(sums, key=lambda value: ends(value)[0])


def positive_margin(period: int, frequencies: tuple[int, ...]) -> Comparison:
    """The margin is positive exactly if no divisor of ``p`` above one divides all frequencies."""
    positive = ends(margin(period, frequencies))[0] > 0
    return Comparison(positive, "=", gcd(period, *frequencies) == 1)


def some_margin(period: int, frequencies: tuple[int, ...]) -> Comparison:
    """The margin is positive."""
    return Comparison(margin(period, frequencies), ">", 0)


def full_margin(period: int) -> Comparison:
    """The margin of all frequencies is ``p``."""
    return Comparison(margin(period, tuple(range(period))), "≈", period)


#: Errors of the features: ``e`` times 1, i, -1 or -i.
_TURNS = ((1, 0), (0, 1), (-1, 0), (0, -1))


def feature(k: int, a: int, period: int, size: Fraction, pattern: int) -> tuple[Interval, Interval]:
    """Return a character with an error of the given size; the pattern decides its direction."""
    c, s = rotation(k * a, period)
    turn = _TURNS[(pattern * (k + 1) * (a + 2) + k + a // 2) % 4]
    return c + real(size * turn[0]), s + real(size * turn[1])


def reads_out_sums(
    period: int, frequencies: tuple[int, ...], size: Fraction, pattern: int
) -> Comparison:
    """The readout is largest exactly at ``a + b``, for all pairs: the least lead over others."""
    leads = []
    for a, b in product(range(period), repeat=2):
        outputs = []
        for c in range(period):
            terms = []
            for k in frequencies:
                (f, g), (h, j) = (
                    feature(k, a, period, size, pattern),
                    feature(k, b, period, size, pattern + 1),
                )
                d, t = rotation(k * c, period)
                terms.append((f * h - g * j) * d + (f * j + g * h) * t)
            outputs.append(total(terms))
        right = (a + b) % period
        leads += [outputs[right] - outputs[c] for c in range(period) if c != right]
    return Comparison(0, "<", min(leads, key=lambda value: ends(value)[0]))


def margin_suffices(
    period: int, frequencies: tuple[int, ...], size: Fraction, pattern: int
) -> Comparison:
    """If the margin exceeds ``2|K|(2e + e²)``, the readout is largest exactly at ``a + b``."""
    allowed = 2 * len(frequencies) * (2 * size + size**2)
    if not Comparison(margin(period, frequencies), ">", allowed).holds:
        raise ValueError("the margin is too small for the statement")
    return reads_out_sums(period, frequencies, size, pattern)


def margin_suffices_for_equal_errors(
    period: int, frequencies: tuple[int, ...], error: Gaussian, size: Fraction, share: int = 2
) -> Comparison:
    """If the margin exceeds ``2|K|(2e + e²)``, features ``χ_k (1 + u)`` read out every sum.

    The error ``u`` has the size ``e``. The readout of ``c`` is the sum of the real parts of
    ``(1 + u)² χ_k(a + b - c)``; compared is the least lead over another ``c``. The factor 2 of the
    margin is the share.
    """
    allowed = share * len(frequencies) * (2 * size + size**2)
    if not Comparison(margin(period, frequencies), ">", allowed).holds:
        raise ValueError("the margin is too small for the statement")
    if error[0] ** 2 + error[1] ** 2 != size**2:
        raise ValueError("the error has another size")
    x, y = times((1 + error[0], error[1]), (1 + error[0], error[1]))
    leads = []
    for away in range(1, period):
        turns = [rotation(k * away, period) for k in frequencies]
        leads.append(total(real(x) * (1 - c) + real(y) * s for c, s in turns))
    return Comparison(0, "<", min(leads, key=lambda value: ends(value)[0]))


# ----- Values -------------------------------------------------------------------------------------

_SEVEN = {"root": 7, "modulus": 29, "period": 7}
_FIVE = {"root": 3, "modulus": 11, "period": 5}
_SIX = {"root": 3, "modulus": 7, "period": 6}
_TENTH = Fraction(1, 10)


def _roots(largest: int) -> Iterator[Mapping[str, int]]:
    """List the elements of the prime fields up to a size, each with its order as the period."""
    for modulus in (q for q in range(2, largest + 1) if all(q % d for d in range(2, q))):
        for root in range(1, modulus):
            yield {"root": root, "modulus": modulus, "period": order(root, modulus)}


def _coprime(largest: int) -> Iterator[Mapping[str, int]]:
    for period in range(2, largest + 1):
        for k in range(1, period):
            if gcd(k, period) == 1:
                yield {"period": period, "k": k}


def _sets(largest: int) -> Iterator[Mapping[str, object]]:
    for period in range(2, largest + 1):
        for size in (1, 2):
            for frequencies in combinations(range(period), size):
                yield {"period": period, "frequencies": frequencies}


def _units() -> object:
    """Return a strategy for complex numbers of modulus one."""
    return st.builds(unit, st.integers(1, 5), st.integers(0, 5))


def _errors(size: Fraction) -> object:
    """Return a strategy for complex numbers of at most this modulus."""
    return st.builds(
        lambda z, part: (size * part * z[0], size * part * z[1]),
        _units(),
        st.sampled_from([Fraction(n, 3) for n in range(-3, 4)]),
    )


CHECKS = (
    RowChecks(
        "ch19-clock-homomorphism",
        instances=(
            Instance("seven-in-a-field", homomorphism, _SEVEN),
            Instance("composite-period", homomorphism, _SIX),
            Instance("period-one", homomorphism, {"root": 1, "modulus": 5, "period": 1}),
            Instance("rotations-of-seven", rotations_add, {"period": 7}),
            Instance("rotations-of-twelve", rotations_add, {"period": 12}),
        ),
        searches=(Exhaustion("prime-fields", homomorphism, lambda: _roots(17)),),
        controls=(
            Control(
                "smaller-order",
                "the order of the element is smaller than the period",
                homomorphism,
                refuted_by={"root": 2, "modulus": 7, "period": 6},
                holds_for={"root": 2, "modulus": 7, "period": 3},
                drops="exact-order",
            ),
            Control(
                "larger-order",
                "the order of the element is larger than the period",
                homomorphism,
                refuted_by={"root": 3, "modulus": 7, "period": 3},
                holds_for=_SIX,
                drops="exact-order",
            ),
        ),
    ),
    RowChecks(
        "ch19-characters",
        instances=(
            Instance("seven", orthogonal, _SEVEN),
            Instance("composite-period", orthogonal, _SIX),
            Instance("over-frequencies", sum_over_frequencies, _FIVE),
            Instance("cosines", cosines_sum, {"period": 9}),
        ),
        searches=(Exhaustion("prime-fields", orthogonal, lambda: _roots(13)),),
        controls=(
            Control(
                "smaller-order",
                "the root is not primitive",
                orthogonal,
                refuted_by={"root": 2, "modulus": 7, "period": 6},
                holds_for={"root": 2, "modulus": 7, "period": 3},
                drops="primitive-root",
            ),
            Control(
                "not-invertible",
                "the order is right, but one minus a power of the root is not invertible",
                sums_vanish,
                refuted_by={"root": 3, "modulus": 8, "period": 2},
                holds_for=_SEVEN,
                drops="primitive-root",
            ),
        ),
    ),
    RowChecks(
        "ch19-fourier-inversion",
        identities=(Identity("four-points", inversion_on_four_points),),
        instances=(
            Instance("seven", inversion, {"g": (1, 4, 0, 28, 7, 3, 3), "root": 7, "modulus": 29}),
            Instance("point-mass", inversion, {"g": (1, 0, 0, 0, 0), "root": 3, "modulus": 11}),
            Instance("constant", inversion, {"g": (4,) * 6, "root": 3, "modulus": 7}),
            Instance("unique", unique, {"root": 2, "modulus": 7, "period": 3}),
        ),
        searches=(
            Exhaustion(
                "three-points",
                inversion,
                lambda: ({"g": g, "root": 2, "modulus": 7} for g in product(range(7), repeat=3)),
            ),
            Search(
                "seven-points",
                inversion,
                lambda: {
                    "g": st.tuples(*[st.integers(0, 28)] * 7),
                    "root": st.just(7),
                    "modulus": st.just(29),
                },
            ),
        ),
        controls=(
            Control(
                "mean-dropped",
                "the factor 1/p is left out",
                inversion_without_mean,
                refuted_by={"g": (1, 0, 0), "root": 2, "modulus": 7},
                holds_for={"g": (0, 0, 0), "root": 2, "modulus": 7},
            ),
            Control(
                "smaller-order",
                "the root is not primitive",
                inversion,
                refuted_by={"g": (1, 0, 0, 0, 0, 0), "root": 2, "modulus": 7},
                holds_for={"g": (1, 0, 0), "root": 2, "modulus": 7},
                drops="primitive-root",
            ),
        ),
    ),
    RowChecks(
        "ch19-character-multiplicative",
        identities=(
            Identity("cosine", cosine_of_sum),
            Identity("sine", sine_of_sum),
        ),
        instances=(
            Instance("seven-in-a-field", multiplicative, _SEVEN),
            Instance(
                "pythagorean-angles",
                angles_add,
                {"first": unit(2, 1), "second": unit(3, 2), "k": 3},
            ),
            Instance(
                "opposite-angles", angles_add, {"first": unit(2, 1), "second": unit(2, -1), "k": 5}
            ),
            Instance(
                "frequency-zero", angles_add, {"first": unit(4, 1), "second": unit(3, 2), "k": 0}
            ),
        ),
        searches=(
            Exhaustion("prime-fields", multiplicative, lambda: _roots(11)),
            Search(
                "angles",
                angles_add,
                lambda: {"first": _units(), "second": _units(), "k": st.integers(0, 6)},
            ),
        ),
        controls=(
            Control(
                "sign",
                "the sign in the formula of the cosine is plus",
                angles_add,
                refuted_by={"first": unit(2, 1), "second": unit(3, 2), "k": 1, "sign": 1},
                holds_for={"first": unit(2, 1), "second": unit(1, 0), "k": 1, "sign": 1},
                over=lambda: {
                    "first": _units(),
                    "second": _units(),
                    "k": st.integers(0, 3),
                    "sign": st.just(1),
                },
            ),
        ),
    ),
    RowChecks(
        "ch19-clock-readout",
        instances=(
            Instance("seven", indicator, _SEVEN),
            Instance("composite-period", indicator, _SIX),
            Instance("one-frequency", one_frequency, {"period": 7, "k": 3}),
            Instance("one-frequency-of-59", one_frequency, {"period": 59, "k": 24}),
        ),
        searches=(
            Exhaustion("prime-fields", indicator, lambda: _roots(7)),
            Exhaustion("coprime", one_frequency, lambda: _coprime(12)),
        ),
        controls=(
            Control(
                "common-factor",
                "the frequency has a factor with the period in common",
                one_frequency,
                refuted_by={"period": 6, "k": 2},
                holds_for={"period": 6, "k": 5},
                drops="coprime",
                over=lambda: {"period": st.just(6), "k": st.integers(1, 5)},
            ),
            Control(
                "smaller-order",
                "the root is not primitive",
                indicator,
                refuted_by={"root": 2, "modulus": 7, "period": 6},
                holds_for={"root": 2, "modulus": 7, "period": 3},
            ),
        ),
        plots=(
            Plot(
                "lead",
                "With one frequency the right answer leads by less the larger the period is",
                one_frequency,
                "period",
                (3, 4, 5, 7, 8, 11, 13, 16, 19, 23, 29, 31),
                {"": {"k": 1}},
                axis="period p",
                left="largest readout of a wrong answer",
                right="readout of the sum",
            ),
        ),
    ),
    RowChecks(
        "ch19-shared-harmonic",
        identities=(Identity("error-of-a-product", error_of_product),),
        instances=(
            Instance(
                "error-with-equality",
                product_error,
                {
                    "characters": (unit(2, 1), unit(3, 2)),
                    "errors": (
                        tuple(_TENTH * x for x in unit(2, 1)),
                        tuple(_TENTH * x for x in unit(3, 2)),
                    ),
                    "size": _TENTH,
                },
            ),
            Instance(
                "all-frequencies",
                margin_suffices,
                {
                    "period": 5,
                    "frequencies": (0, 1, 2, 3, 4),
                    "size": Fraction(1, 5),
                    "pattern": 1,
                },
            ),
            Instance(
                "three-frequencies",
                margin_suffices,
                {"period": 7, "frequencies": (1, 2, 3), "size": Fraction(1, 8), "pattern": 2},
            ),
            Instance(
                "exact-features",
                margin_suffices,
                {"period": 6, "frequencies": (2, 3), "size": Fraction(0), "pattern": 0},
            ),
            Instance("full-margin", full_margin, {"period": 11}),
            Instance(
                "equal-errors",
                margin_suffices_for_equal_errors,
                {
                    "period": 2,
                    "frequencies": (1,),
                    "error": (Fraction(-6, 25), Fraction(8, 25)),
                    "size": Fraction(2, 5),
                },
            ),
        ),
        searches=(
            Exhaustion("margins", positive_margin, lambda: _sets(8)),
            Search(
                "products",
                product_error,
                lambda: {
                    "characters": st.tuples(_units(), _units()),
                    "errors": st.tuples(_errors(_TENTH), _errors(_TENTH)),
                    "size": st.just(_TENTH),
                },
            ),
            Exhaustion(
                "patterns",
                margin_suffices,
                lambda: (
                    {
                        "period": 5,
                        "frequencies": (1, 2),
                        "size": Fraction(1, 5),
                        "pattern": pattern,
                    }
                    for pattern in range(8)
                ),
            ),
        ),
        controls=(
            Control(
                "constant-features",
                "only the frequency zero is used, so the margin is zero",
                reads_out_sums,
                refuted_by={"period": 5, "frequencies": (0,), "size": Fraction(0), "pattern": 0},
                holds_for={"period": 5, "frequencies": (1,), "size": Fraction(0), "pattern": 0},
                drops="margin",
            ),
            Control(
                "common-factor",
                "all frequencies are even and so is the period",
                some_margin,
                refuted_by={"period": 6, "frequencies": (2, 4)},
                holds_for={"period": 6, "frequencies": (2, 3)},
                drops="margin",
            ),
            Control(
                "bad-features",
                "features are far from their characters",
                reads_out_sums,
                refuted_by={"period": 5, "frequencies": (1, 2), "size": Fraction(2), "pattern": 1},
                holds_for={"period": 5, "frequencies": (1, 2), "size": _TENTH, "pattern": 1},
                drops="approximate-features",
            ),
            Control(
                "half-the-margin",
                "the margin exceeds |K| (2e + e²) only, without the factor 2",
                margin_suffices_for_equal_errors,
                refuted_by={
                    "period": 2,
                    "frequencies": (1,),
                    "error": (Fraction(-54, 125), Fraction(72, 125)),
                    "size": Fraction(18, 25),
                    "share": 1,
                },
                holds_for={
                    "period": 2,
                    "frequencies": (1,),
                    "error": (Fraction(-3, 10), Fraction(2, 5)),
                    "size": Fraction(1, 2),
                    "share": 1,
                },
                drops="margin",
            ),
            Control(
                "error-once",
                "the error of a product is that of one factor",
                product_error_once,
                refuted_by={
                    "characters": (unit(1, 0), unit(1, 0)),
                    "errors": ((_TENTH, Fraction(0)), (_TENTH, Fraction(0))),
                    "size": _TENTH,
                },
                holds_for={
                    "characters": (unit(1, 0), unit(1, 0)),
                    "errors": ((_TENTH, Fraction(0)), (Fraction(0), Fraction(0))),
                    "size": _TENTH,
                },
            ),
        ),
    ),
)
