"""Checks of chapters 2 and 3: spectra, their first moments, and networks of threshold units.

Spectral measures have finitely many atoms. Lengths with rational squares are rational where they
can be, and intervals otherwise. Cosines at multiples of a sixth or a quarter of a turn are
rational, so that the errors of threshold networks on finite sets of points are exact.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise, product
from math import factorial, isqrt
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.approximation_sparsification import greedy
from pyharness.checks.enclosures import Interval, cos, pi, real, sin, sqrt, total
from pyharness.checks.matrices import dot, norm_squared
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
    from collections.abc import Iterator

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS", "turned"]

Number = Fraction | int
Vector = tuple[Number, ...]
#: A complex number with rational parts.
Complex = tuple[Number, Number]
#: The atoms of a finite complex measure.
Spectrum = Mapping[Vector, Complex]

_HALF = Fraction(1, 2)


# ----- Spectra ------------------------------------------------------------------------------------


def root(square: Number) -> Fraction | Interval:
    """Return a square root: a fraction where it is one, otherwise an interval."""
    value = Fraction(square)
    top, bottom = isqrt(value.numerator), isqrt(value.denominator)
    if top**2 == value.numerator and bottom**2 == value.denominator:
        return Fraction(top, bottom)
    return sqrt(value)


def as_interval(number: Number | Interval) -> Interval:
    """Return an interval around a number that may be one already."""
    return real(number) if isinstance(number, Fraction | int) else number


def moment(spectrum: Spectrum) -> Fraction | Interval:
    """Return ``∫ |ω| d|F|``: the sum of lengths of frequencies times absolute values of weights."""
    terms = [
        root(norm_squared(frequency) * norm_squared(weight))
        for frequency, weight in spectrum.items()
    ]
    known = sum((term for term in terms if isinstance(term, Fraction)), Fraction(0))
    others = [term for term in terms if not isinstance(term, Fraction)]
    return total([real(known), *others]) if others else known


def plus(f: Spectrum, g: Spectrum) -> dict[Vector, Complex]:
    """Return the sum of two measures."""
    zero = (0, 0)
    return {
        w: (f.get(w, zero)[0] + g.get(w, zero)[0], f.get(w, zero)[1] + g.get(w, zero)[1])
        for w in {**f, **g}
    }


def times(factor: Complex, f: Spectrum) -> dict[Vector, Complex]:
    """Return a complex multiple of a measure."""
    a, b = factor
    return {w: (a * x - b * y, a * y + b * x) for w, (x, y) in f.items()}


def triangle(f: Spectrum, g: Spectrum) -> Comparison:
    """``B(f + g)`` is at most ``B(f) + B(g)``; the moments of the two are rational."""
    return Comparison(moment(plus(f, g)), "≤", moment(f) + moment(g))


def additive(f: Spectrum, g: Spectrum) -> Comparison:
    """``B(f + g)`` is ``B(f) + B(g)``."""
    return Comparison(moment(plus(f, g)), "=", moment(f) + moment(g))


def multiple(factor: Complex, f: Spectrum) -> Comparison:
    """``B(c f)`` is ``|c| B(f)``."""
    return Comparison(moment(times(factor, f)), "=", root(norm_squared(factor)) * moment(f))


def constants_are_free(weight: Complex, dimension: int) -> Comparison:
    """A constant has ``B = 0``."""
    return Comparison(moment({(0,) * dimension: weight}), "=", 0)


def positive_unless_zero(f: Spectrum) -> Comparison:
    """A measure that is not zero has ``B > 0``."""
    return Comparison(moment(f), ">", 0)


def partial_moment(power: int, atoms: int) -> Comparison:
    """With atoms of weight ``n^-p`` at ``n`` the moment of the first atoms is at most ``2``.

    For ``p = 2`` the measure is finite and its first moment is not.
    """
    spectrum = {(n,): (Fraction(1, n**power), 0) for n in range(1, atoms + 1)}
    return Comparison(moment(spectrum), "≤", 2)


def cosine(u: Vector, factor: int) -> dict[Vector, Complex]:
    """Return the spectral measure of ``cos(2π q ⟨u, x⟩)``."""
    waves = [{tuple(sign * factor * t for t in u): (_HALF, 0)} for sign in (1, -1)]
    return plus(*waves)


def value(f: Spectrum, x: Vector) -> tuple[Interval, Interval]:
    """Return real and imaginary part of ``∫ exp(2πi⟨ω, x⟩) dF``."""
    parts = []
    for frequency, (a, b) in f.items():
        angle = 2 * pi() * real(dot(frequency, x))
        c, s = cos(angle), sin(angle)
        parts.append((real(a) * c - real(b) * s, real(a) * s + real(b) * c))
    return total(p for p, _ in parts), total(p for _, p in parts)


def moment_of_cosine(u: Vector, factor: int, power: int = 1) -> Comparison:
    """``cos(2π q ⟨u, x⟩)`` has ``B = q |u|``."""
    return Comparison(moment(cosine(u, factor)), "≈", factor**power * root(norm_squared(u)))


def measure_of_cosine(u: Vector, factor: int, x: Vector) -> Comparison:
    """The measure represents the cosine: the distance of the two sides is zero."""
    left, imaginary = value(cosine(u, factor), x)
    right = cos(2 * pi() * real(factor * dot(u, x)))
    return Comparison(abs(left - right) + abs(imaginary), "≈", 0)


def two_exponentials() -> tuple[sympy.Expr, sympy.Expr]:
    """``cos t`` is the mean of ``exp(it)`` and ``exp(-it)``."""
    import sympy

    t = sympy.Symbol("t", real=True)
    return (sympy.exp(sympy.I * t) + sympy.exp(-sympy.I * t)) / 2, sympy.cos(t)


# ----- The phase form -----------------------------------------------------------------------------

#: Frequency, absolute value and phase, the phase in turns.
Wave = tuple[Vector, Number, Number]


def turned(turns: Number) -> tuple[Interval, Interval]:
    """Return cosine and sine of an angle that is given in turns."""
    angle = 2 * pi() * real(turns)
    return cos(angle), sin(angle)


def phase_form(waves: tuple[Wave, ...], x: Vector, change: Number = 0) -> Comparison:
    """``f(x) - f(0)`` and the integral of the phase form are at distance zero.

    The function is the inverse transform, a complex number, except that its value at ``0`` may be
    changed.
    """
    difference = [real(0), real(0)]
    right = real(0)
    for frequency, size, phase in waves:
        c, s = turned(dot(frequency, x))
        a, b = turned(phase)
        difference[0] += real(size) * ((c * a - s * b) - a)
        difference[1] += real(size) * ((c * b + s * a) - b)
        right += real(size) * (turned(dot(frequency, x) + phase)[0] - a)
    real_part, imaginary = difference
    return Comparison(abs(real_part - real(change) - right) + abs(imaginary), "≈", 0)


def phase_form_without_constant(waves: tuple[Wave, ...], x: Vector) -> Comparison:
    """``f(x) - f(0)`` is the integral of ``cos(2π⟨ω, x⟩ + φ)``, without the cosine of the phase."""
    left = total(
        real(size) * (turned(dot(w, x) + phase)[0] - turned(phase)[0]) for w, size, phase in waves
    )
    right = total(real(size) * turned(dot(w, x) + phase)[0] for w, size, phase in waves)
    return Comparison(left, "≈", right)


def real_pair(frequency: Vector, size: Number, phase: Number) -> tuple[Wave, Wave]:
    """Return a wave with its mirror image: together they are real."""
    return (frequency, size, phase), (tuple(-t for t in frequency), size, -phase)


def addition_theorem() -> tuple[sympy.Expr, sympy.Expr]:
    """The real part of ``c exp(iφ) (exp(iθ) - 1)`` is ``c (cos(θ + φ) - cos φ)``."""
    import sympy

    c, phi, theta = sympy.symbols("c phi theta", real=True)
    wave = c * (sympy.cos(phi) + sympy.I * sympy.sin(phi))
    moved = sympy.cos(theta) + sympy.I * sympy.sin(theta) - 1
    left = sympy.re(sympy.expand(wave * moved))
    return left, sympy.expand_trig(c * (sympy.cos(theta + phi) - sympy.cos(phi)))


# ----- The Gaussian spectrum ----------------------------------------------------------------------


def typical_radius(dimension: int) -> Interval:
    """Return ``E|g| = √2 Γ((d+1)/2) / Γ(d/2)`` for a standard Gaussian vector ``g``."""
    n, odd = divmod(dimension, 2)
    if odd:
        ratio = Fraction(factorial(n) ** 2 * 4**n, factorial(2 * n))
        return sqrt(2) * real(ratio) / sqrt(pi())
    ratio = Fraction(factorial(2 * n), 4**n * factorial(n) * factorial(n - 1))
    return sqrt(2 * pi()) * real(ratio)


def radius_from_below(dimension: int) -> Comparison:
    """``d / √(d+2)`` is at most ``E|g|``."""
    return Comparison(real(dimension) / sqrt(dimension + 2), "≤", typical_radius(dimension))


def radius_from_above(dimension: int, less: Number = 0) -> Comparison:
    """``E|g|`` is at most ``√d``."""
    return Comparison(typical_radius(dimension), "≤", sqrt(Fraction(dimension) - less))


def neighbouring_radii(dimension: int) -> Comparison:
    """The product of ``E|g|`` in the dimensions ``d`` and ``d + 1`` is ``d``."""
    product_ = typical_radius(dimension) * typical_radius(dimension + 1)
    return Comparison(product_, "≈", dimension)


def radius_of_law(law: Mapping[Number, Number]) -> Comparison:
    """For a law of radii with ``E r² = d`` in place of the Gaussian one, ``E r ≥ d / √(d+2)``.

    The sides are squared.
    """
    second = sum(p * r**2 for r, p in law.items())
    first = sum(p * r for r, p in law.items())
    return Comparison(Fraction(first) ** 2, "≥", Fraction(second) ** 2 / (second + 2))


def _radial(power: int) -> sympy.Expr:
    """Return the mean of a power of the radius, as a quotient of two integrals."""
    import sympy

    d, r = sympy.symbols("d r", positive=True)
    above, below = (
        sympy.integrate(r ** (d - 1 + k) * sympy.exp(-(r**2) / 2), (r, 0, sympy.oo))
        for k in (power, 0)
    )
    return sympy.gammasimp(above / below)


def radius_formula() -> tuple[sympy.Expr, sympy.Expr]:
    """The mean radius is ``√2 Γ((d+1)/2) / Γ(d/2)``."""
    import sympy

    d = sympy.Symbol("d", positive=True)
    return _radial(1), sympy.sqrt(2) * sympy.gamma((d + 1) / 2) / sympy.gamma(d / 2)


def second_moment() -> tuple[sympy.Expr, sympy.Expr]:
    """The mean of the squared radius is ``d``."""
    import sympy

    return _radial(2), sympy.Symbol("d", positive=True)


def fourth_moment() -> tuple[sympy.Expr, sympy.Expr]:
    """The mean of the fourth power of the radius is ``d (d + 2)``."""
    import sympy

    d = sympy.Symbol("d", positive=True)
    return _radial(4), d * (d + 2)


# ----- Barron's theorem on finite sets ------------------------------------------------------------

#: Cosines at the angles of a sixth and a quarter of a turn.
_COSINES = {
    Fraction(0): Fraction(1),
    Fraction(1, 6): _HALF,
    Fraction(1, 4): Fraction(0),
    Fraction(1, 3): -_HALF,
    _HALF: Fraction(-1),
    Fraction(2, 3): -_HALF,
    Fraction(3, 4): Fraction(0),
    Fraction(5, 6): _HALF,
}

#: Sums of ``amplitude · cos(2π⟨frequency, x⟩)``.
Waves = tuple[tuple[Number, Vector], ...]
Points = tuple[Vector, ...]


def rational_cosine(turns: Number) -> Fraction:
    """Return the cosine of an angle in turns, where it is in the table."""
    return _COSINES[Fraction(turns) % 1]


def wave_values(waves: Waves, points: Points) -> Vector:
    """Return the values of a sum of cosines."""
    return tuple(sum(a * rational_cosine(dot(w, x)) for a, w in waves) for x in points)


def barron_norm(waves: Waves) -> Interval:
    """Return ``Σ |a| |ω|``."""
    return total(real(abs(a)) * as_interval(root(norm_squared(w))) for a, w in waves)


def squared_diameter(points: Points) -> Number:
    """Return the square of the largest distance."""
    return max(
        norm_squared([s - t for s, t in zip(x, y, strict=True)])
        for x, y in product(points, repeat=2)
    )


def threshold_atoms(waves: Waves, points: Points) -> list[tuple[Number, Vector]]:
    """Write ``f - f(x₀)`` as a sum of weights times threshold ridge functions on the points.

    For each wave the values of ``⟨ω, x⟩`` are sorted. Thresholds above that of ``x₀`` switch on to
    the right, those below to the left, with the change of the cosine as weight.
    """
    found = []
    for a, w in waves:
        places = [dot(w, x) for x in points]
        for left, right in pairwise(sorted(set(places))):
            change = a * (rational_cosine(right) - rational_cosine(left))
            if right > places[0]:
                found.append((change, tuple(int(z >= right) for z in places)))
            else:
                found.append((-change, tuple(int(z <= left) for z in places)))
    return [(weight, ridge) for weight, ridge in found if weight]


def network_error(waves: Waves, points: Points, count: int) -> Comparison:
    """A network of ``k`` threshold units has a mean squared error of at most ``C B(f)² / k``.

    One unit carries the value at the first point; the others are chosen greedily among threshold
    ridge functions. ``C = 8π² diam(K)²``, the measure is uniform on the points, and ``B(f)`` is the
    moment of the sum of cosines.
    """
    target = wave_values(waves, points)
    rest = tuple(y - target[0] for y in target)
    atoms = threshold_atoms(waves, points)
    mass = sum(abs(weight) for weight, _ in atoms)
    reached: Vector = (0,) * len(points)
    if count > 1 and mass:
        signed = [
            tuple(mass * t if weight > 0 else -mass * t for t in ridge) for weight, ridge in atoms
        ]
        reached = greedy(signed, rest, count - 1)
    error = Fraction(norm_squared([s - t for s, t in zip(rest, reached, strict=True)]), len(points))
    return Comparison(error, "≤", barron_bound(barron_norm(waves) ** 2, points, count))


def barron_bound(squared: Interval | Number, points: Points, count: int) -> Interval:
    """Return ``8π² diam(K)² B² / k`` for the given ``B²``."""
    return 8 * pi() ** 2 * real(Fraction(squared_diameter(points)) / count) * as_interval(squared)


def step_error(values: Vector, pieces: int) -> Fraction:
    """Return the least mean squared error of a function with at most so many constant pieces."""
    count = len(values)

    def spread(i: int, j: int) -> Fraction:
        part = values[i:j]
        mean = Fraction(sum(part)) / len(part)
        return sum(((y - mean) ** 2 for y in part), Fraction(0))

    best = [Fraction(0), *(spread(0, j) for j in range(1, count + 1))]
    for _ in range(pieces - 1):
        best = [
            min([best[j], *(best[i] + spread(i, j) for i in range(1, j))]) for j in range(count + 1)
        ]
    return best[count] / count


def scaled_wave(scale: int, count: int) -> Comparison:
    """The best error of ``k`` threshold units on the line is at most ``C B(f) / k``.

    The function is a multiple of a cosine on the sixths of the unit interval. A network of ``k``
    threshold units has at most ``k + 1`` constant pieces, so the least error of these bounds its
    error from below.
    """
    points = tuple((Fraction(i, 6),) for i in range(7))
    values = wave_values(((scale, (1,)),), points)
    return Comparison(step_error(values, count + 1), "≤", barron_bound(scale, points, count))


def long_wave(size: int, count: int) -> Comparison:
    """On the points ``0, 1/2, 1, ...`` the error is at most ``C / k`` with the ``C`` of ``[0, 1]``.

    The cosine alternates. ``k`` thresholds separate at most ``k`` of the disjoint pairs of
    neighbours, and every other pair adds at least ``2`` to the sum of squares.
    """
    least = Fraction(2 * max(size // 2 - count, 0), size)
    return Comparison(least, "≤", barron_bound(1, ((0,), (1,)), count))


def affine_units(count: int) -> Comparison:
    """With ``σ(t) = t`` the least error on ``0, 1/2, 1`` is at most ``C B(f)² / k``.

    Such networks are affine; the least error is that of the line of regression.
    """
    points = ((Fraction(0),), (_HALF,), (Fraction(1),))
    values = wave_values(((1, (1,)),), points)
    places = [x for (x,) in points]
    middle, mean = sum(places) / 3, sum(values) / 3
    slope = dot([x - middle for x in places], values) / norm_squared([x - middle for x in places])
    error = sum((y - mean - slope * (x - middle)) ** 2 for x, y in zip(places, values, strict=True))
    return Comparison(error / 3, "≤", barron_bound(1, points, count))


# ----- Searches -----------------------------------------------------------------------------------

#: Vectors and complex numbers with rational lengths.
_LENGTHS: tuple[Complex, ...] = (
    (3, 4),
    (-4, 3),
    (5, 0),
    (0, -5),
    (5, 12),
    (8, -15),
    (0, 0),
    (-1, 0),
)


def _spectra() -> SearchStrategy[dict[Vector, Complex]]:
    return st.dictionaries(st.sampled_from(_LENGTHS), st.sampled_from(_LENGTHS), max_size=4)


def _complex_multiples() -> Mapping[str, SearchStrategy[Any]]:
    return {"factor": st.sampled_from(_LENGTHS), "f": _spectra()}


def _frequencies() -> Mapping[str, SearchStrategy[Any]]:
    whole = st.integers(-6, 6)
    return {"u": st.tuples(whole, whole, whole), "factor": st.integers(0, 9)}


def _real_waves() -> Mapping[str, SearchStrategy[Any]]:
    whole = st.integers(-3, 3)
    turn = st.parts(0, 1, 12)
    pair = st.builds(real_pair, st.tuples(whole, whole), st.parts(0, 3, 12), turn)
    pairs = st.lists(pair, min_size=1, max_size=3)
    return {
        "waves": pairs.map(lambda chosen: tuple(wave for both in chosen for wave in both)),
        "x": st.tuples(turn, turn),
    }


def _dimensions(largest: int) -> Iterator[dict[str, int]]:
    return ({"dimension": d} for d in range(1, largest + 1))


def _wave_sums() -> Mapping[str, SearchStrategy[Any]]:
    amplitude = st.parts(-2, 2, 2)
    frequency = st.tuples(st.integers(-2, 2), st.integers(-2, 2))
    waves = st.lists(st.tuples(amplitude, frequency), min_size=1, max_size=2).map(tuple)
    chosen = st.lists(st.sampled_from(_PLANE), min_size=1, max_size=6, unique=True).map(tuple)
    return {"waves": waves, "points": chosen, "count": st.integers(1, 5)}


_PLANE: Points = tuple((Fraction(i, 3), Fraction(j, 3)) for i in range(4) for j in range(4))
_LINE: Points = tuple((Fraction(i, 6),) for i in range(7))
_SHEAR: Waves = ((1, (1, 1)), (_HALF, (2, -1)))
_LOW: Waves = ((1, (1,)),)
_HIGH: Waves = ((1, (2,)),)
_PAIR = real_pair((1, 2), 3, Fraction(1, 8))
_MANY = (*_PAIR, *real_pair((0, 1), 1, Fraction(1, 3)), ((0, 0), 2, 0))
_SPECTRUM = {(3, 4): (Fraction(3, 5), Fraction(4, 5)), (0, 5): (-1, 0), (0, 0): (7, 0)}
_REFLECTED = {(3, 4): (Fraction(4, 5), Fraction(-3, 5)), (5, 12): (0, 2)}

CHECKS = (
    RowChecks(
        "ch02-barron-seminorm",
        instances=(
            Instance("triangle", triangle, {"f": _SPECTRUM, "g": _REFLECTED}),
            Instance("separate", triangle, {"f": {(3, 4): (1, 0)}, "g": {(5, 12): (0, -1)}}),
            Instance("opposite", triangle, {"f": {(3, 4): (1, 0)}, "g": {(3, 4): (-1, 0)}}),
            Instance("complex-multiple", multiple, {"factor": (3, -4), "f": _SPECTRUM}),
            Instance("constant", constants_are_free, {"weight": (7, 0), "dimension": 3}),
        ),
        searches=(
            Search("pairs", triangle, lambda: {"f": _spectra(), "g": _spectra()}),
            Search("multiples", multiple, _complex_multiples, cases=30),
        ),
        controls=(
            Control(
                "norm",
                "the seminorm is said to be a norm",
                positive_unless_zero,
                refuted_by={"f": {(0, 0): (1, 0)}},
                holds_for={"f": {(3, 4): (1, 0)}},
            ),
            Control(
                "infinite-moment",
                "the measure has no finite first moment",
                partial_moment,
                refuted_by={"power": 2, "atoms": 4},
                holds_for={"power": 3, "atoms": 100},
                drops="first-moment",
            ),
            Control(
                "additive",
                "the moments of two functions are said to add up",
                additive,
                refuted_by={"f": {(3, 4): (1, 0)}, "g": {(3, 4): (-1, 0)}},
                holds_for={"f": {(3, 4): (1, 0)}, "g": {(5, 12): (0, -1)}},
            ),
        ),
    ),
    RowChecks(
        "ch02-ex-frequencies",
        identities=(Identity("two-exponentials", two_exponentials),),
        instances=(
            Instance("low", moment_of_cosine, {"u": (3, 4), "factor": 1}),
            Instance("high", moment_of_cosine, {"u": (3, 4), "factor": 10}),
            Instance("irrational-length", moment_of_cosine, {"u": (1, 1, 1), "factor": 3}),
            Instance("frequency-zero", moment_of_cosine, {"u": (3, 4), "factor": 0}),
            Instance(
                "measure",
                measure_of_cosine,
                {"u": (1, -2), "factor": 3, "x": (Fraction(1, 7), Fraction(2, 5))},
            ),
        ),
        searches=(Search("frequencies", moment_of_cosine, _frequencies, cases=40),),
        controls=(
            Control(
                "square-of-the-factor",
                "the moment grows like the square of the factor",
                moment_of_cosine,
                refuted_by={"u": (3, 4), "factor": 2, "power": 2},
                holds_for={"u": (3, 4), "factor": 1, "power": 2},
            ),
        ),
    ),
    RowChecks(
        "ch02-barron-theorem",
        instances=(
            Instance("low-frequency", network_error, {"waves": _LOW, "points": _LINE, "count": 4}),
            Instance(
                "high-frequency", network_error, {"waves": _HIGH, "points": _LINE, "count": 4}
            ),
            Instance(
                "hundred-units", network_error, {"waves": _LOW, "points": _LINE, "count": 100}
            ),
            Instance(
                "hundred-units-from-the-middle",
                network_error,
                {"waves": _LOW, "points": (_LINE[3], *_LINE[:3], *_LINE[4:]), "count": 100},
            ),
            Instance("plane", network_error, {"waves": _SHEAR, "points": _PLANE, "count": 8}),
            Instance("one-unit", network_error, {"waves": _SHEAR, "points": _PLANE, "count": 1}),
            Instance(
                "constant", network_error, {"waves": ((3, (0,)),), "points": _LINE, "count": 2}
            ),
        ),
        searches=(Search("sums-of-cosines", network_error, _wave_sums, cases=30),),
        controls=(
            Control(
                "first-power",
                "the bound has the first power of B(f)",
                scaled_wave,
                refuted_by={"scale": 1000, "count": 1},
                holds_for={"scale": 1, "count": 1},
            ),
            Control(
                "unbounded",
                "the constant does not depend on the diameter",
                long_wave,
                refuted_by={"size": 2000, "count": 200},
                holds_for={"size": 3, "count": 200},
                drops="bounded-domain",
            ),
            Control(
                "affine-activation",
                "the activation is the identity",
                affine_units,
                refuted_by={"count": 100},
                holds_for={"count": 1},
                drops="sigmoidal",
            ),
        ),
        plots=(
            Plot(
                "number-of-units",
                "Error of a greedy threshold network against the bound",
                network_error,
                "count",
                tuple(range(1, 17)),
                {
                    "line": {"waves": _LOW, "points": _LINE},
                    "plane": {"waves": _SHEAR, "points": _PLANE},
                },
                "number of units k",
                "mean squared error",
                "bound",
                "y",
            ),
        ),
    ),
    RowChecks(
        "ch03-fourier-phase-form",
        identities=(Identity("addition-theorem", addition_theorem),),
        instances=(
            Instance("one-pair", phase_form, {"waves": _PAIR, "x": (Fraction(1, 5), _HALF)}),
            Instance(
                "many-waves", phase_form, {"waves": _MANY, "x": (Fraction(2, 7), Fraction(-3))}
            ),
            Instance("origin", phase_form, {"waves": _MANY, "x": (0, 0)}),
        ),
        searches=(Search("real-sums", phase_form, _real_waves, cases=30),),
        controls=(
            Control(
                "one-sided",
                "the function may be complex",
                phase_form,
                refuted_by={"waves": _PAIR[:1], "x": (Fraction(1, 5), _HALF)},
                holds_for={"waves": _PAIR, "x": (Fraction(1, 5), _HALF)},
                drops="real-valued",
            ),
            Control(
                "changed-at-zero",
                "the value at 0 is changed",
                phase_form,
                refuted_by={"waves": _PAIR, "x": (Fraction(1, 5), _HALF), "change": 1},
                holds_for={"waves": _PAIR, "x": (Fraction(1, 5), _HALF), "change": 0},
                drops="inversion",
            ),
            Control(
                "no-constant",
                "the cosine of the phase is not subtracted",
                phase_form_without_constant,
                refuted_by={"waves": _PAIR, "x": (0, 0)},
                holds_for={"waves": (((1, 2), 3, Fraction(1, 4)),), "x": (0, 0)},
            ),
        ),
    ),
    RowChecks(
        "ch03-gaussian-spectral-moment",
        identities=(
            Identity("mean-radius", radius_formula),
            Identity("second-moment", second_moment),
            Identity("fourth-moment", fourth_moment),
        ),
        instances=(
            Instance("one-dimension", radius_from_below, {"dimension": 1}),
            Instance("ten-dimensions", radius_from_below, {"dimension": 10}),
            Instance("two-dimensions", radius_from_above, {"dimension": 2}),
            Instance("thousand-dimensions", radius_from_above, {"dimension": 1000}),
            Instance("neighbours", neighbouring_radii, {"dimension": 7}),
        ),
        searches=(
            Exhaustion("from-below", radius_from_below, lambda: _dimensions(60)),
            Exhaustion("from-above", radius_from_above, lambda: _dimensions(60)),
            Exhaustion("neighbours", neighbouring_radii, lambda: _dimensions(60)),
        ),
        controls=(
            Control(
                "another-law",
                "the radius has another law with the same second moment",
                radius_of_law,
                refuted_by={"law": {0: Fraction(99, 100), 10: Fraction(1, 100)}},
                holds_for={"law": {1: Fraction(1)}},
                drops="gaussian-spectrum",
            ),
            Control(
                "one-half-less",
                "the upper bound is the root of d - 1/2",
                radius_from_above,
                refuted_by={"dimension": 1, "less": _HALF},
                holds_for={"dimension": 1, "less": 0},
            ),
        ),
        plots=(
            Plot(
                "dimensions",
                "The mean radius of a Gaussian vector and its lower bound",
                radius_from_below,
                "dimension",
                tuple(range(1, 41)),
                {"": {}},
                "dimension",
                "d / √(d+2)",
                "mean radius",
            ),
        ),
    ),
)
