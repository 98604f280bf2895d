"""Checks of chapters 8 and 9: the limiting risk of ridgeless regression.

The limits are functions of the aspect ratio ``γ``; double descent is their algebra. Integrals over
the Marchenko-Pastur law are enclosed by Riemann sums of intervals. Mean spectral moments of
matrices with independent signs are exact: they count pairs of partitions.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import pairwise, product
from math import comb, perm
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import Interval, cos, hull, pi, real, rounded, sin, sqrt, total
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    apply,
    norm_squared,
    pseudo_inverse,
    times,
    trace,
    transpose,
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
    from collections.abc import Iterator, Mapping

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- The risk curve -----------------------------------------------------------------------------


def limiting_risk(ratio: Fraction, signal: Fraction, noise: Fraction) -> Any:
    """Return ``R(γ)`` for ``r²`` and ``σ²``."""
    if ratio < 1:
        return noise * ratio / (1 - ratio)
    return signal * (1 - 1 / ratio) + noise / (ratio - 1)


def beats_null(ratio: Fraction, signal: Fraction, noise: Fraction) -> Comparison:
    """Beyond 1, ``R < r²`` if and only if ``SNR > 1`` and ``γ > SNR / (SNR - 1)``."""
    strength = signal / noise
    right = strength > 1 and ratio > strength / (strength - 1)
    return Comparison(limiting_risk(ratio, signal, noise) < signal, "=", right)


def beats_null_always(ratio: Fraction, signal: Fraction, noise: Fraction) -> Comparison:
    """The risk is below the null risk."""
    return Comparison(limiting_risk(ratio, signal, noise), "<", signal)


def near_null(ratio: Fraction, signal: Fraction, noise: Fraction) -> Comparison:
    """Beyond 1 the risk differs from ``r²`` by at most ``r²/γ + σ²/(γ-1)``, which tends to 0."""
    distance = abs(limiting_risk(ratio, signal, noise) - signal)
    return Comparison(distance, "≤", signal / ratio + noise / (ratio - 1))


def spike(level: Fraction, signal: Fraction, noise: Fraction) -> Comparison:
    """The risk exceeds any level ``M``: at ``γ = 1 ± σ²/(M + σ²)`` it is at least ``M``."""
    near = (noise or Fraction(1)) / (level + noise)
    risks = [limiting_risk(1 + side * near, signal, noise) for side in (-1, 1)]
    return Comparison(min(risks), "≥", level)


def spike_from_below(level: Fraction, signal: Fraction, noise: Fraction) -> Comparison:
    """At ``γ = M/(M + σ²)`` the risk is ``M``."""
    return Comparison(limiting_risk(level / (level + noise), signal, noise), "=", level)


def null_limit() -> tuple[sympy.Expr, sympy.Expr]:
    """The limit of the risk for large ratios, for all signals and noises."""
    import sympy

    ratio, signal, noise = sympy.symbols("gamma r2 sigma2", positive=True)
    return sympy.limit(signal * (1 - 1 / ratio) + noise / (ratio - 1), ratio, sympy.oo), signal


def excess_of_risk() -> tuple[sympy.Expr, sympy.Expr]:
    """Risk minus null risk as one fraction, for all ratios."""
    import sympy

    ratio, signal, noise = sympy.symbols("gamma r2 sigma2", positive=True)
    return (
        signal * (1 - 1 / ratio) + noise / (ratio - 1) - signal,
        ((noise - signal) * ratio + signal) / (ratio * (ratio - 1)),
    )


def least_risk(ratio: Fraction, s: Fraction, noise: Fraction) -> Comparison:
    """For ``SNR = s² > 1`` the risk beyond 1 is at least ``σ² (2s - 1)``."""
    return Comparison(limiting_risk(ratio, s**2 * noise, noise), "≥", noise * (2 * s - 1))


def unique_minimum(ratio: Fraction, s: Fraction, noise: Fraction) -> Comparison:
    """The value ``σ² (2s - 1)`` is taken at ``s / (s - 1)`` and nowhere else beyond 1."""
    equal = limiting_risk(ratio, s**2 * noise, noise) == noise * (2 * s - 1)
    return Comparison(equal, "=", ratio == s / (s - 1))


def distance_from_least() -> tuple[sympy.Expr, sympy.Expr]:
    """Risk minus its least value as a square over a product, with ``u = γ - 1``."""
    import sympy

    u, s, noise = sympy.symbols("u s sigma2", positive=True)
    risk = s**2 * noise * (1 - 1 / (1 + u)) + noise / u
    return risk - noise * (2 * s - 1), noise * ((s - 1) * u - 1) ** 2 / (u * (1 + u))


def decreasing(first: Fraction, second: Fraction, signal: Fraction, noise: Fraction) -> Comparison:
    """Of two ratios beyond 1 the larger one has the smaller risk."""
    low, high = sorted((first, second))
    return Comparison(limiting_risk(high, signal, noise), "<", limiting_risk(low, signal, noise))


def least_at_crossing(ratio: Fraction, s: Fraction, noise: Fraction) -> Comparison:
    """The risk beyond 1 is least at ``SNR / (SNR - 1)``."""
    crossing = s**2 / (s**2 - 1)
    return Comparison(
        limiting_risk(ratio, s**2 * noise, noise),
        "≥",
        limiting_risk(crossing, s**2 * noise, noise),
    )


# ----- The Marchenko-Pastur law -------------------------------------------------------------------


def spectral_integral(ratio: Fraction, power: int, cells: int = 300) -> Interval:
    """Enclose the integral of ``s^(-power)`` over ``s > 0`` for the Marchenko-Pastur law.

    The density is ``√((b - s)(s - a)) / (2π γ s)`` between ``a, b = (1 ∓ √γ)²``. With
    ``s = 1 + γ + 2 √γ cos θ`` the integral is ``(2/π) ∫ sin² θ / s^(power + 1) dθ`` over half a
    turn. Its Riemann sum over intervals that contain all values in a cell contains the integral.
    """
    root = sqrt(ratio)
    marks = [pi() * k / cells for k in range(cells + 1)]
    terms = []
    for low, high in pairwise(marks):
        cell = hull(low, high)
        s = 1 + real(ratio) + 2 * root * cos(cell)
        terms.append(sin(cell) ** 2 / s ** (power + 1))
    return 2 * total(terms) / cells


def near(value: Interval, expected: Fraction, part: Fraction) -> Comparison:
    """Two numbers differ by at most a part of the second."""
    return Comparison(rounded(abs(value - real(expected))), "≤", part * abs(expected))


_PART = Fraction(1, 20)


def inverse_moment(ratio: Fraction) -> Comparison:
    """The inverse moment of the Marchenko-Pastur law is within a twentieth of ``1 / (1 - γ)``."""
    return near(spectral_integral(ratio, 1), 1 / (1 - ratio), _PART)


def inverse_moment_plus(ratio: Fraction) -> Comparison:
    """The inverse moment of the Marchenko-Pastur law is within a twentieth of ``1 / (1 + γ)``."""
    return near(spectral_integral(ratio, 1), 1 / (1 + ratio), _PART)


def near_exact(value: Fraction, expected: Fraction) -> Comparison:
    """Two rational numbers differ by at most a twentieth of the second, whatever their length."""
    return near(real(value), expected, _PART)


def mass_is_one(ratio: Fraction) -> Comparison:
    """The Marchenko-Pastur density has a mass within a twentieth of 1, for ratios up to 1."""
    return near(spectral_integral(ratio, 0), Fraction(1), _PART)


def partitions(size: int) -> Iterator[tuple[int, ...]]:
    """List the partitions of so many positions, as the class of each position."""

    def extend(start: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if len(start) == size:
            yield start
            return
        for label in range(max(start, default=-1) + 2):
            yield from extend((*start, label))

    return extend(())


def mean_moment(rows: int, columns: int, power: int) -> Fraction:
    """Return the mean of ``tr(S^power) / p`` for independent signs as entries of ``X``.

    It counts cycles through rows and columns that use every entry an even number of times.
    """
    count = 0
    for i, j in product(list(partitions(power)), repeat=2):
        used = Counter(
            edge for t in range(power) for edge in ((i[t], j[t]), (i[t], j[(t + 1) % power]))
        )
        if all(number % 2 == 0 for number in used.values()):
            count += perm(rows, max(i) + 1) * perm(columns, max(j) + 1)
    return Fraction(count, columns * rows**power)


def enumerated_moment(rows: int, columns: int, power: int) -> Fraction:
    """Return the same mean by listing all sign matrices."""
    whole = Fraction(0)
    for flat in product((1, -1), repeat=rows * columns):
        x: Matrix = tuple(flat[k * columns : (k + 1) * columns] for k in range(rows))
        gram = times(transpose(x), x)
        whole += trace(times(gram, *(gram,) * (power - 1)))
    return whole / 2 ** (rows * columns) / (columns * rows**power)


def limiting_moment(ratio: Fraction, power: int) -> Fraction:
    """Return the moment of the Marchenko-Pastur law, a Narayana polynomial."""
    return sum(
        (ratio**r * comb(power, r) * comb(power - 1, r) / (r + 1) for r in range(power)),
        Fraction(0),
    )


def counted(rows: int, columns: int, power: int) -> Comparison:
    """Counting cycles gives the mean moment over all sign matrices."""
    return Comparison(
        mean_moment(rows, columns, power), "=", enumerated_moment(rows, columns, power)
    )


def moments_approach(rows: int, columns: int, power: int) -> Comparison:
    """For independent signs the mean moment is within ``8 (1 + γ)^3 / n`` of the limiting one.

    For powers up to 4.
    """
    ratio = Fraction(columns, rows)
    distance = abs(mean_moment(rows, columns, power) - limiting_moment(ratio, power))
    return Comparison(distance, "≤", 8 * (1 + ratio) ** 3 / rows)


def moments_approach_other(rows: int, columns: int, power: int, ratio: Fraction) -> Comparison:
    """The mean moment is within ``8 (1 + γ)^3 / n`` of the moment for a given ratio."""
    distance = abs(mean_moment(rows, columns, power) - limiting_moment(ratio, power))
    return Comparison(distance, "≤", 8 * (1 + ratio) ** 3 / rows)


def binomial_mean(rows: int, columns: int, f: Any) -> Fraction:
    """Return the mean of ``f(N)``, where ``N`` of the rows are ``±√p`` times one coordinate."""
    p = Fraction(1, columns)
    weights = ((k, comb(rows, k) * p**k * (1 - p) ** (rows - k)) for k in range(rows + 1))
    return sum((w * f(k) for k, w in weights), Fraction(0))


def moments_of_coordinate_rows(rows: int, columns: int, power: int) -> Comparison:
    """For rows ``±√p e_J`` the mean moment is within ``8 (1 + γ)^3 / n`` of the limiting one."""
    ratio = Fraction(columns, rows)
    moment = ratio**power * binomial_mean(rows, columns, lambda k: k**power)
    return Comparison(abs(moment - limiting_moment(ratio, power)), "≤", 8 * (1 + ratio) ** 3 / rows)


# ----- Variance and risk --------------------------------------------------------------------------


def variance_limit(ratio: Fraction) -> Fraction:
    """Return ``γ / (1 - γ)`` or ``1 / (γ - 1)``."""
    return limiting_risk(ratio, Fraction(0), Fraction(1))


def variance_of_law(ratio: Fraction) -> Comparison:
    """For a Marchenko-Pastur spectrum the variance is within a twentieth of its limit.

    The variance over ``σ²`` is ``γ`` times the integral of ``1/s`` over ``s > 0``.
    """
    return near(real(ratio) * spectral_integral(ratio, 1), variance_limit(ratio), _PART)


def variance_of_first_branch(ratio: Fraction) -> Comparison:
    """The same with the limit ``γ / |1 - γ|`` on both sides of 1."""
    value = real(ratio) * spectral_integral(ratio, 1)
    return near(value, ratio / abs(1 - ratio), _PART)


def variance_of_coordinate_rows(rows: int, columns: int) -> Comparison:
    """For rows ``±√p e_J`` the mean variance over ``σ²`` is within a twentieth of its limit."""
    mean = binomial_mean(rows, columns, lambda k: Fraction(int(k > 0), k or 1))
    limit = variance_limit(Fraction(columns, rows))
    return near_exact(mean, limit)


def inverse_chi_square() -> tuple[sympy.Expr, sympy.Expr]:
    """The mean of ``1 / (X^T X)`` for one Gaussian column of ``n > 2`` rows is ``1/(n - 2)``."""
    import sympy

    x, excess = sympy.symbols("x k", positive=True)
    # The density of X^T X is x^(n/2 - 1) exp(-x/2), up to a constant; n = k + 2.
    weight = x ** (excess / 2) * sympy.exp(-x / 2)
    mean, mass = (sympy.integrate(f, (x, 0, sympy.oo), conds="none") for f in (weight / x, weight))
    return sympy.gammasimp(mean / mass), 1 / excess


def finite_risk(rows: int, columns: int, signal: Fraction, noise: Fraction) -> Fraction:
    """Return the mean risk of a Gaussian design, from the mean of the inverse Wishart matrix."""
    if columns < rows:
        return noise * columns / Fraction(rows - columns - 1)
    return signal * (1 - Fraction(rows, columns)) + noise * rows / Fraction(columns - rows - 1)


def finite_near_limit(rows: int, columns: int, signal: Fraction, noise: Fraction) -> Comparison:
    """The mean risk of a Gaussian design is within ``3/n`` of the limit for its ratio."""
    limit = limiting_risk(Fraction(columns, rows), signal, noise)
    distance = abs(finite_risk(rows, columns, signal, noise) - limit)
    return Comparison(distance, "≤", Fraction(3, rows))


def risk_of_law(ratio: Fraction, signal: Fraction, noise: Fraction) -> Comparison:
    """For a Marchenko-Pastur spectrum the risk is within a twentieth of its limit.

    The bias is ``r²`` times the mass at 0, the variance ``σ² γ`` times the integral of ``1/s``.
    """
    empty = 1 - spectral_integral(ratio, 0) if ratio > 1 else real(0)
    value = real(signal) * empty + real(noise * ratio) * spectral_integral(ratio, 1)
    return near(value, limiting_risk(ratio, signal, noise), _PART)


def risk_of_law_bias(ratio: Fraction, signal: Fraction, noise: Fraction) -> Comparison:
    """The same with the bias ``r² (1 - γ)`` beyond 1."""
    empty = 1 - spectral_integral(ratio, 0) if ratio > 1 else real(0)
    value = real(signal) * empty + real(noise * ratio) * spectral_integral(ratio, 1)
    bias = signal * (1 - ratio) if ratio > 1 else Fraction(0)
    return near(value, bias + noise * variance_limit(ratio), _PART)


def risk_of_coordinate_rows(
    rows: int, columns: int, signal: Fraction, noise: Fraction
) -> Comparison:
    """For rows ``±√p e_J`` the mean risk is within a twentieth of the limit for its ratio."""
    empty = (1 - Fraction(1, columns)) ** rows
    spread = binomial_mean(rows, columns, lambda k: Fraction(int(k > 0), k or 1))
    limit = limiting_risk(Fraction(columns, rows), signal, noise)
    return near_exact(signal * empty + noise * spread, limit)


def noise_from_the_design(design: Matrix, vector: Vector) -> Comparison:
    """For the noise ``X v`` with ``|v|² = σ²`` the squared error is the limiting risk of ``p/n``.

    The noise then has the mean square ``σ²`` for isotropic rows, but it depends on the design.
    """
    mistaken = apply(pseudo_inverse(design), apply(design, vector))
    limit = variance_limit(Fraction(len(vector), len(design)))
    return Comparison(norm_squared(mistaken), "=", norm_squared(vector) * limit)


# ----- The checks ---------------------------------------------------------------------------------


def _curve() -> Iterator[Mapping[str, Any]]:
    for ratio in (Fraction(n, 4) for n in range(5, 25)):
        for signal in (Fraction(n, 2) for n in range(1, 9)):
            yield {"ratio": ratio, "signal": signal, "noise": Fraction(1)}


def _ratios() -> SearchStrategy[dict[str, Any]]:
    size = st.parts(Fraction(1, 10), 10, 20)
    return st.fixed_dictionaries(
        {"ratio": size.map(lambda u: 1 + u), "signal": size, "noise": size}
    )


def _levels() -> SearchStrategy[dict[str, Any]]:
    size = st.parts(Fraction(1, 10), 10, 20)
    return st.fixed_dictionaries({"level": st.parts(1, 1000, 6), "signal": size, "noise": size})


def _minima() -> SearchStrategy[dict[str, Any]]:
    size = st.parts(Fraction(1, 10), 10, 20)
    above = size.map(lambda u: 1 + u)
    return st.fixed_dictionaries({"ratio": above, "s": above, "noise": size})


def _minima_or_not() -> SearchStrategy[dict[str, Any]]:
    """The same, and half of the time at the minimum."""

    def moved(case: dict[str, Any], there: bool) -> dict[str, Any]:
        s = case["s"]
        return {**case, "ratio": s / (s - 1) if there else case["ratio"]}

    return st.builds(moved, _minima(), st.booleans())


def _weak_signals() -> SearchStrategy[dict[str, Any]]:
    size = st.parts(Fraction(1, 10), 10, 20)
    above = size.map(lambda u: 1 + u)
    return st.builds(
        lambda first, second, noise, part: {
            "first": first,
            "second": second if second != first else first + 1,
            "signal": part * noise,
            "noise": noise,
        },
        above,
        above,
        size,
        st.parts(0, 1, 20),
    )


def _shapes() -> Iterator[Mapping[str, Any]]:
    for rows, columns in product((5, 20, 100, 1000), repeat=2):
        for power in (1, 2, 3):
            yield {"rows": rows, "columns": columns, "power": power}


def _far_from_critical() -> Iterator[Mapping[str, Any]]:
    for rows in (100, 400, 2000):
        for columns in (rows // 4, rows // 2, 2 * rows, 5 * rows):
            for signal in (Fraction(1), Fraction(4)):
                yield {"rows": rows, "columns": columns, "signal": signal, "noise": Fraction(1)}


_ONE, _TWO, _HALF = Fraction(1), Fraction(2), Fraction(1, 2)
_CURVE = tuple(1 + Fraction(n, 8) for n in range(1, 57))

CHECKS = (
    RowChecks(
        "ch08-ridgeless-limits",
        identities=(Identity("null-limit", null_limit), Identity("excess", excess_of_risk)),
        instances=(
            Instance(
                "strong-signal",
                beats_null,
                {"ratio": Fraction(3), "signal": Fraction(4), "noise": _ONE},
            ),
            Instance(
                "at-the-crossing",
                beats_null,
                {"ratio": Fraction(4, 3), "signal": Fraction(4), "noise": _ONE},
            ),
            Instance(
                "weak-signal",
                beats_null,
                {"ratio": Fraction(100), "signal": _HALF, "noise": _ONE},
            ),
            Instance("spike", spike, {"level": Fraction(1000), "signal": _ONE, "noise": _ONE}),
            Instance(
                "null-risk", near_null, {"ratio": Fraction(1000), "signal": _ONE, "noise": _ONE}
            ),
        ),
        searches=(
            Exhaustion("curve", beats_null, _curve),
            Search("crossing", beats_null, _ratios),
            Search("null-risk", near_null, _ratios),
            Search("spike", spike, _levels),
            Search("spike-from-below", spike_from_below, _levels, cases=30),
        ),
        controls=(
            Control(
                "no-noise",
                "there is no noise",
                spike,
                refuted_by={"level": Fraction(1000), "signal": _ONE, "noise": Fraction(0)},
                holds_for={"level": Fraction(1000), "signal": _ONE, "noise": Fraction(1, 100)},
                drops="noise",
            ),
            Control(
                "coordinate-rows",
                "the rows of the design are multiples of coordinate vectors, not Gaussian",
                risk_of_coordinate_rows,
                refuted_by={
                    "rows": 100,
                    "columns": 200,
                    "signal": _ONE,
                    "noise": Fraction(0),
                },
                holds_for={
                    "rows": 100,
                    "columns": 2000,
                    "signal": _ONE,
                    "noise": Fraction(0),
                },
                drops="isotropic-design",
            ),
            Control(
                "any-signal",
                "the risk is said to fall below the null risk whatever the signal",
                beats_null_always,
                refuted_by={"ratio": Fraction(100), "signal": _HALF, "noise": _ONE},
                holds_for={"ratio": Fraction(100), "signal": _TWO, "noise": _ONE},
                over=_ratios,
            ),
        ),
    ),
    RowChecks(
        "ch08-ridgeless-minimum",
        identities=(Identity("square", distance_from_least),),
        instances=(
            Instance("at-the-minimum", least_risk, {"ratio": _TWO, "s": _TWO, "noise": _ONE}),
            Instance(
                "before-the-minimum",
                least_risk,
                {"ratio": Fraction(4, 3), "s": _TWO, "noise": _ONE},
            ),
            Instance(
                "far-behind", least_risk, {"ratio": Fraction(100), "s": Fraction(3), "noise": _ONE}
            ),
            Instance(
                "no-minimum",
                decreasing,
                {"first": _TWO, "second": Fraction(50), "signal": _ONE, "noise": _ONE},
            ),
        ),
        searches=(
            Search("least", least_risk, _minima),
            Search("unique", unique_minimum, _minima_or_not),
            Search("decreasing", decreasing, _weak_signals),
        ),
        controls=(
            Control(
                "no-noise",
                "there is no noise and no signal",
                decreasing,
                refuted_by={
                    "first": _TWO,
                    "second": Fraction(3),
                    "signal": Fraction(0),
                    "noise": Fraction(0),
                },
                holds_for={
                    "first": _TWO,
                    "second": Fraction(3),
                    "signal": Fraction(0),
                    "noise": _ONE,
                },
                drops="noise",
            ),
            Control(
                "strong-signal",
                "the risk is said to decrease whatever the signal",
                decreasing,
                refuted_by={
                    "first": _TWO,
                    "second": Fraction(3),
                    "signal": Fraction(4),
                    "noise": _ONE,
                },
                holds_for={
                    "first": Fraction(3, 2),
                    "second": _TWO,
                    "signal": Fraction(4),
                    "noise": _ONE,
                },
            ),
            Control(
                "crossing",
                "the minimum is said to be at SNR / (SNR - 1)",
                least_at_crossing,
                refuted_by={"ratio": _TWO, "s": _TWO, "noise": _ONE},
                holds_for={"ratio": Fraction(5, 4), "s": _TWO, "noise": _ONE},
                over=_minima,
            ),
        ),
        plots=(
            Plot(
                "second-descent",
                "The risk beyond the interpolation threshold and its least value",
                least_risk,
                "ratio",
                _CURVE,
                {
                    "SNR = 4": {"s": _TWO, "noise": _ONE},
                    "SNR = 9/4": {"s": Fraction(3, 2), "noise": _ONE},
                },
                "aspect ratio γ",
                "risk",
                "least risk",
            ),
        ),
    ),
    RowChecks(
        "ch09-marchenko-pastur",
        instances=(
            Instance("quarter", inverse_moment, {"ratio": Fraction(1, 4)}),
            Instance("tenth", inverse_moment, {"ratio": Fraction(1, 10)}),
            Instance("mass", mass_is_one, {"ratio": _HALF}),
            Instance("enumerated", counted, {"rows": 2, "columns": 3, "power": 3}),
            Instance("fourth-moment", moments_approach, {"rows": 100, "columns": 50, "power": 4}),
        ),
        searches=(Exhaustion("moments", moments_approach, _shapes),),
        controls=(
            Control(
                "coordinate-rows",
                "the rows, but not the entries, are independent",
                moments_of_coordinate_rows,
                refuted_by={"rows": 400, "columns": 400, "power": 4},
                holds_for={"rows": 400, "columns": 400, "power": 3},
                drops="iid-entries",
            ),
            Control(
                "other-ratio",
                "the ratio of the matrix is not γ",
                moments_approach_other,
                refuted_by={"rows": 1000, "columns": 500, "power": 2, "ratio": _TWO},
                holds_for={"rows": 1000, "columns": 500, "power": 2, "ratio": _HALF},
                drops="proportional",
            ),
            Control(
                "ratio-above-one",
                "the ratio exceeds one",
                inverse_moment,
                refuted_by={"ratio": Fraction(4)},
                holds_for={"ratio": Fraction(1, 4)},
                drops="proportional",
            ),
            Control(
                "plus",
                "the inverse moment is said to be 1/(1 + γ)",
                inverse_moment_plus,
                refuted_by={"ratio": Fraction(1, 4)},
                holds_for={"ratio": Fraction(1, 200)},
            ),
        ),
    ),
    RowChecks(
        "ch09-variance-limit",
        identities=(Identity("one-column", inverse_chi_square),),
        instances=(
            Instance("quarter", variance_of_law, {"ratio": Fraction(1, 4)}),
            Instance("four", variance_of_law, {"ratio": Fraction(4)}),
            Instance("nine", variance_of_law, {"ratio": Fraction(9)}),
        ),
        searches=(
            Exhaustion(
                "ratios",
                variance_of_law,
                lambda: ({"ratio": r} for r in (Fraction(1, 3), Fraction(1, 8), Fraction(5))),
            ),
        ),
        controls=(
            Control(
                "coordinate-rows",
                "the rows, but not the entries, are independent",
                variance_of_coordinate_rows,
                refuted_by={"rows": 200, "columns": 100},
                holds_for={"rows": 500, "columns": 5},
                drops="iid-entries",
            ),
            Control(
                "critical",
                "the ratio tends to one",
                finite_near_limit,
                refuted_by={"rows": 1000, "columns": 998, "signal": Fraction(0), "noise": _ONE},
                holds_for={"rows": 1000, "columns": 500, "signal": Fraction(0), "noise": _ONE},
                drops="proportional",
            ),
            Control(
                "one-branch",
                "the formula for ratios below one is used beyond one too, without its sign",
                variance_of_first_branch,
                refuted_by={"ratio": Fraction(4)},
                holds_for={"ratio": Fraction(1, 4)},
            ),
        ),
    ),
    RowChecks(
        "ch09-thm-ridgeless",
        instances=(
            Instance(
                "few-columns",
                risk_of_law,
                {"ratio": Fraction(1, 4), "signal": _ONE, "noise": _ONE},
            ),
            Instance(
                "many-columns",
                risk_of_law,
                {"ratio": Fraction(4), "signal": _TWO, "noise": _ONE},
            ),
            Instance(
                "no-noise",
                risk_of_law,
                {"ratio": Fraction(9), "signal": _ONE, "noise": Fraction(0)},
            ),
            Instance(
                "finite",
                finite_near_limit,
                {"rows": 1000, "columns": 2000, "signal": _ONE, "noise": _ONE},
            ),
        ),
        searches=(Exhaustion("finite", finite_near_limit, _far_from_critical),),
        controls=(
            Control(
                "coordinate-rows",
                "the rows are multiples of coordinate vectors, not Gaussian",
                risk_of_coordinate_rows,
                refuted_by={
                    "rows": 100,
                    "columns": 200,
                    "signal": _ONE,
                    "noise": Fraction(0),
                },
                holds_for={
                    "rows": 100,
                    "columns": 2000,
                    "signal": _ONE,
                    "noise": Fraction(0),
                },
                drops="gaussian-design",
            ),
            Control(
                "critical",
                "the ratio tends to one",
                finite_near_limit,
                refuted_by={"rows": 1000, "columns": 1002, "signal": _ONE, "noise": _ONE},
                holds_for={"rows": 1000, "columns": 2000, "signal": _ONE, "noise": _ONE},
                drops="not-critical",
            ),
            Control(
                "noise-from-the-design",
                "the noise is a combination of the columns of the design",
                noise_from_the_design,
                refuted_by={"design": ((1,), (1,), (-1,), (1,)), "vector": (2,)},
                holds_for={"design": ((1,), (-1,)), "vector": (2,)},
                drops="noise",
            ),
            Control(
                "other-bias",
                "the bias is said to be r² (1 - γ)",
                risk_of_law_bias,
                refuted_by={"ratio": Fraction(4), "signal": _ONE, "noise": _ONE},
                holds_for={"ratio": Fraction(1, 4), "signal": _ONE, "noise": _ONE},
            ),
        ),
    ),
)
