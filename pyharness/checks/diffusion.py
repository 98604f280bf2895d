"""Checks of chapter 16: forward corruption, regression targets and reverse sampling.

Data and noise with finite laws go through a schedule of Pythagorean pairs ``a² + b² = 1``, in place
of ``√(1-β)`` and ``√β``, so that everything stays rational and expectations are sums over outcomes.
The noise of these checks has mean zero and variance one; what the rows say of Gaussian noise beyond
that is checked by its moment generating function, or for Gaussian data by second moments.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any

from pyharness.checks.enclosures import exp, real
from pyharness.checks.model import (
    Comparison,
    Control,
    Identity,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS", "Law", "Step", "conditional_mean", "expectation", "finite_data"]

#: Probabilities with values.
Law = tuple[tuple[Fraction, Fraction], ...]
#: A pair ``(a, b)`` with ``a² + b² = 1``: the signal and the noise that a step keeps and adds.
Step = tuple[Fraction, Fraction]
#: Probabilities with an observation and a target.
Joint = tuple[tuple[Fraction, Fraction, Fraction], ...]


def expectation(terms: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the sum of the values times their probabilities."""
    return sum((p * value for p, value in terms), Fraction(0))


def conditional_mean(joint: Joint) -> dict[Fraction, Fraction]:
    """Return the mean of the target for every observation of positive probability."""
    weights: dict[Fraction, Fraction] = {}
    sums: dict[Fraction, Fraction] = {}
    for p, x, u in joint:
        weights[x] = weights.get(x, Fraction(0)) + p
        sums[x] = sums.get(x, Fraction(0)) + p * u
    return {x: sums[x] / weights[x] for x in weights if weights[x]}


def pythagorean(parameter: Fraction) -> Step:
    """Return ``((1-s²)/(1+s²), 2s/(1+s²))``."""
    whole = 1 + parameter**2
    return (1 - parameter**2) / whole, 2 * parameter / whole


# ----- The forward process ------------------------------------------------------------------------


def noises(noise: Law, count: int) -> Iterable[tuple[Fraction, tuple[Fraction, ...]]]:
    """Yield the outcomes of independent noises with their probabilities."""
    for outcome in product(noise, repeat=count):
        yield prod(p for p, _ in outcome), tuple(z for _, z in outcome)


def forward(steps: tuple[Step, ...], start: Fraction, noise: tuple[Fraction, ...]) -> Fraction:
    """Return the last of ``x_t = a_t x_(t-1) + b_t ε_t``."""
    for (a, b), z in zip(steps, noise, strict=True):
        start = a * start + b * z
    return start


def mean_and_variance(law: Law) -> tuple[Fraction, Fraction]:
    """Return the mean and the variance of a law."""
    mean = expectation(law)
    return mean, expectation((p, (x - mean) ** 2) for p, x in law)


def signal(steps: tuple[Step, ...]) -> Fraction:
    """Return ``√ᾱ``, the product of the factors ``√(1-β)``."""
    return prod((a for a, _ in steps), start=Fraction(1))


def closed_form(steps: tuple[Step, ...], start: Fraction, noise: Law) -> Comparison:
    """Given ``x_0``, the last value has the mean ``√ᾱ x_0`` and the variance ``1 - ᾱ``."""
    law = tuple((p, forward(steps, start, z)) for p, z in noises(noise, len(steps)))
    left = signal(steps)
    return Comparison(mean_and_variance(law), "=", (left * start, 1 - left**2))


def closed_form_of_equal_noises(steps: tuple[Step, ...], start: Fraction, noise: Law) -> Comparison:
    """The same if one noise is used in all steps."""
    law = tuple((p, forward(steps, start, (z,) * len(steps))) for p, z in noise)
    left = signal(steps)
    return Comparison(mean_and_variance(law), "=", (left * start, 1 - left**2))


def closed_form_of_the_sum(steps: tuple[Step, ...], start: Fraction, noise: Law) -> Comparison:
    """The variance is the sum of the ``β``."""
    law = tuple((p, forward(steps, start, z)) for p, z in noises(noise, len(steps)))
    return Comparison(mean_and_variance(law)[1], "=", sum(b**2 for _, b in steps))


def closed_form_without_shrinking(
    steps: tuple[Step, ...], start: Fraction, noise: Law
) -> Comparison:
    """The same for ``x_t = x_(t-1) + √β_t ε_t``."""
    grown = tuple((Fraction(1), b) for _, b in steps)
    law = tuple((p, forward(grown, start, z)) for p, z in noises(noise, len(steps)))
    left = signal(steps)
    return Comparison(mean_and_variance(law), "=", (left * start, 1 - left**2))


def one_more_step() -> tuple[sympy.Expr, sympy.Expr]:
    """The variance after one more step, for all ``ᾱ`` and ``β``."""
    import sympy

    alpha, beta = sympy.symbols("alpha beta")
    return (1 - beta) * (1 - alpha) + beta, 1 - (1 - beta) * alpha


def sum_of_gaussians() -> tuple[sympy.Expr, sympy.Expr]:
    """The moment generating function of ``√(1-β) N(m, v) + √β N(0, 1)``."""
    import sympy

    m, s = sympy.symbols("m s", real=True)
    v, beta = sympy.symbols("v beta", positive=True)
    r = sympy.sqrt(1 - beta)

    def generating(mean: sympy.Expr, variance: sympy.Expr, at: sympy.Expr) -> sympy.Expr:
        return sympy.exp(mean * at + variance * at**2 / 2)

    parts = generating(m, v, r * s) * generating(0, 1, sympy.sqrt(beta) * s)
    return parts, generating(r * m, (1 - beta) * v + beta, s)


def _steps_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    step = st.integers(0, 6).map(lambda n: pythagorean(Fraction(n, 6)))
    return {
        "steps": st.lists(step, max_size=3).map(tuple),
        "start": st.integers(-4, 4).map(lambda n: Fraction(n, 2)),
        "noise": st.sampled_from([_SIGN, _SKEWED]),
    }


# ----- The forward process forgets ----------------------------------------------------------------


def left_of(betas: tuple[Fraction, ...]) -> Fraction:
    """Return ``ᾱ``, the product of the ``1 - β``."""
    return prod((1 - beta for beta in betas), start=Fraction(1))


def below_one_over_the_sum(betas: tuple[Fraction, ...]) -> Comparison:
    """``ᾱ`` is at most ``1/(1 + Σβ)``."""
    return Comparison(left_of(betas), "≤", 1 / (1 + sum(betas, Fraction(0))))


def below_exponential(betas: tuple[Fraction, ...]) -> Comparison:
    """``ᾱ`` is at most ``e^(-Σβ)``."""
    return Comparison(real(left_of(betas)), "≤", exp(-sum(betas, Fraction(0))))


def constant_schedule(beta: Fraction, steps: int) -> Comparison:
    """For a constant schedule ``ᾱ`` is at most ``1/(1 + tβ)``."""
    return below_one_over_the_sum((beta,) * steps)


def below_one_over_twice_the_sum(betas: tuple[Fraction, ...]) -> Comparison:
    """``ᾱ`` is at most ``1/(1 + 2Σβ)``."""
    return Comparison(left_of(betas), "≤", 1 / (1 + 2 * sum(betas, Fraction(0))))


def below_one_over_the_steps(betas: tuple[Fraction, ...]) -> Comparison:
    """``ᾱ`` is at most one over one plus the number of steps."""
    return Comparison(left_of(betas), "≤", Fraction(1, 1 + len(betas)))


def unit_variance_stays(steps: tuple[Step, ...], data: Law, noise: Law) -> Comparison:
    """If the data have the variance one, so has the last value."""
    law = tuple(
        (q * p, forward(steps, x, z)) for q, x in data for p, z in noises(noise, len(steps))
    )
    return Comparison(mean_and_variance(law)[1], "=", 1)


def unit_variance_stays_if_copied(step: Step, data: Law) -> Comparison:
    """The same after one step whose noise is the datum itself."""
    a, b = step
    law = tuple((p, a * x + b * x) for p, x in data)
    return Comparison(mean_and_variance(law)[1], "=", 1)


def close_to_the_noise(
    step: Step, data: tuple[tuple[Fraction, tuple[Fraction, ...]], ...]
) -> Comparison:
    """The coupling has ``E‖x_t - ε‖² ≤ ᾱ E‖x_0‖² + ᾱ² d``, the data being independent of ``ε``.

    Only the second moments of ``ε`` enter: here its coordinates are independent signs.
    """
    a, b = step
    size = len(data[0][1])
    left = sum(
        (
            p * q * sum((a * x + (b - 1) * e) ** 2 for x, e in zip(point, z, strict=True))
            for p, point in data
            for q, z in noises(_SIGN, size)
        ),
        Fraction(0),
    )
    energy = sum((p * sum(x * x for x in point) for p, point in data), Fraction(0))
    return Comparison(left, "≤", a**2 * energy + a**4 * size)


def forgotten_data_look_gaussian(noise: Law) -> Comparison:
    """If nothing is left of the data, the fourth moment is ``3``, as for a Gaussian."""
    law = tuple(
        (p, forward(((Fraction(0), Fraction(1)),), Fraction(5), z)) for p, z in noises(noise, 1)
    )
    return Comparison(expectation((p, x**4) for p, x in law), "=", 3)


def _schedule_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    beta = st.integers(0, 12).map(lambda n: Fraction(n, 12))
    return {"betas": st.lists(beta, max_size=8).map(tuple)}


def _coupling_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.integers(-3, 3).map(Fraction)
    points = st.lists(st.tuples(number, number), min_size=1, max_size=3)
    return {
        "step": st.integers(0, 8).map(lambda n: pythagorean(Fraction(n, 8))),
        "data": points.map(lambda ps: tuple((Fraction(1, len(ps)), p) for p in ps)),
    }


# ----- Regression onto a random target ------------------------------------------------------------


def square_loss(joint: Joint, predictor: dict[Fraction, Fraction]) -> Fraction:
    """Return ``E (s(X) - U)²``."""
    return expectation((p, (predictor[x] - u) ** 2) for p, x, u in joint)


def loss_splits(joint: Joint, values: tuple[Fraction, ...]) -> Comparison:
    """``E(s-U)²`` is ``E(s-E[U|X])² + E(U-E[U|X])²``; ``s`` takes the values in turn."""
    best = conditional_mean(joint)
    predictor = dict(zip(best, values, strict=False))
    apart = expectation((p, (predictor[x] - best[x]) ** 2) for p, x, _ in joint)
    return Comparison(square_loss(joint, predictor), "=", apart + square_loss(joint, best))


def mean_is_best(joint: Joint, values: tuple[Fraction, ...]) -> Comparison:
    """The conditional mean has at most the loss of any other predictor."""
    best = conditional_mean(joint)
    predictor = dict(zip(best, values, strict=False))
    return Comparison(square_loss(joint, best), "≤", square_loss(joint, predictor))


def mean_is_best_absolutely(joint: Joint, values: tuple[Fraction, ...]) -> Comparison:
    """The same for the absolute loss."""
    best = conditional_mean(joint)
    predictor = dict(zip(best, values, strict=False))

    def loss(s: dict[Fraction, Fraction]) -> Fraction:
        return expectation((p, abs(s[x] - u)) for p, x, u in joint)

    return Comparison(loss(best), "≤", loss(predictor))


def loss_splits_for_part_of_the_target(joint: Joint, part: Fraction) -> Comparison:
    """The same for a predictor ``part · U``, which sees the target."""
    best = conditional_mean(joint)
    apart = expectation((p, (part * u - best[x]) ** 2) for p, x, u in joint)
    loss = expectation((p, (part * u - u) ** 2) for p, _, u in joint)
    return Comparison(loss, "=", apart + square_loss(joint, best))


def two_targets() -> tuple[sympy.Expr, sympy.Expr]:
    """The split of the loss for two targets with all weights, at one observation."""
    import sympy

    s, u, v = sympy.symbols("s u v")
    p, q = sympy.symbols("p q", positive=True)
    mean = (p * u + q * v) / (p + q)
    least = p * (u - mean) ** 2 + q * (v - mean) ** 2
    return p * (s - u) ** 2 + q * (s - v) ** 2, (p + q) * (s - mean) ** 2 + least


def _joint_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    entry = st.tuples(st.integers(1, 5), st.integers(0, 2), st.integers(-4, 4))

    def normalize(entries: list[tuple[int, int, int]]) -> Joint:
        whole = sum(w for w, _, _ in entries)
        return tuple((Fraction(w, whole), Fraction(x), Fraction(u)) for w, x, u in entries)

    value = st.integers(-8, 8).map(lambda n: Fraction(n, 2))
    return {
        "joint": st.lists(entry, min_size=1, max_size=6).map(normalize),
        "values": st.tuples(value, value, value),
    }


# ----- Noise prediction ---------------------------------------------------------------------------


def corrupted(
    data: Law, noise: Law, step: Step
) -> list[tuple[Fraction, Fraction, Fraction, Fraction]]:
    """Return the probabilities of ``(x_t, x_0, ε)``."""
    a, b = step
    return [(p * q, a * x + b * z, x, z) for (p, x), (q, z) in product(data, noise)]


def predictions_convert(data: Law, noise: Law, step: Step) -> Comparison:
    """For every ``x`` the mean of the data is ``(x - b E[ε|x])/a``."""
    outcomes = corrupted(data, noise, step)
    mean_data = conditional_mean(tuple((p, x, x0) for p, x, x0, _ in outcomes))
    mean_noise = conditional_mean(tuple((p, x, z) for p, x, _, z in outcomes))
    a, b = step
    return Comparison(mean_data, "=", {x: (x - b * z) / a for x, z in mean_noise.items()})


def predictions_convert_with_plus(data: Law, noise: Law, step: Step) -> Comparison:
    """For every ``x`` the mean of the data is ``(x + b E[ε|x])/a``."""
    outcomes = corrupted(data, noise, step)
    mean_data = conditional_mean(tuple((p, x, x0) for p, x, x0, _ in outcomes))
    mean_noise = conditional_mean(tuple((p, x, z) for p, x, _, z in outcomes))
    a, b = step
    return Comparison(mean_data, "=", {x: (x + b * z) / a for x, z in mean_noise.items()})


def same_noise_means_same_data(first: Law, second: Law, noise: Law, step: Step) -> Comparison:
    """Two laws of data with the same ``E[ε|x_t]`` have the same ``E[x_0|x_t]``."""
    tables = []
    for data in (first, second):
        outcomes = corrupted(data, noise, step)
        tables.append(
            (
                conditional_mean(tuple((p, x, z) for p, x, _, z in outcomes)),
                conditional_mean(tuple((p, x, x0) for p, x, x0, _ in outcomes)),
            )
        )
    (noise_1, data_1), (noise_2, data_2) = tables
    return Comparison(noise_1 != noise_2 or data_1 == data_2, "=", True)


def noise_loss_is_shifted(
    data: Law, noise: Law, step: Step, line: tuple[Fraction, Fraction]
) -> Comparison:
    """The loss of ``e(x) = c + kx`` exceeds ``E(e - E[ε|x_t])²`` by what that of ``0`` does."""
    joint = tuple((p, x, z) for p, x, _, z in corrupted(data, noise, step))
    best = conditional_mean(joint)

    def excess(c: Fraction, k: Fraction) -> Fraction:
        loss = expectation((p, (c + k * x - z) ** 2) for p, x, z in joint)
        return loss - expectation((p, (c + k * x - best[x]) ** 2) for p, x, _ in joint)

    return Comparison(excess(*line), "=", excess(Fraction(0), Fraction(0)))


def noise_mean_is_best(
    data: Law, noise: Law, step: Step, line: tuple[Fraction, Fraction]
) -> Comparison:
    """The predictor ``E[ε|x_t]`` has at most the loss of ``c + kx``."""
    joint = tuple((p, x, z) for p, x, _, z in corrupted(data, noise, step))
    c, k = line
    other = expectation((p, (c + k * x - z) ** 2) for p, x, z in joint)
    return Comparison(square_loss(joint, conditional_mean(joint)), "≤", other)


def finite_data() -> SearchStrategy[Law]:
    """Return a strategy for laws of one to four data."""
    from hypothesis import strategies as st

    point = st.integers(-4, 4).map(lambda n: Fraction(n, 2))
    return st.lists(st.tuples(st.integers(1, 4), point), min_size=1, max_size=4).map(
        lambda entries: tuple((Fraction(w, sum(v for v, _ in entries)), x) for w, x in entries)
    )


def _corrupted_space() -> dict[str, SearchStrategy[Any]]:
    """Data in multiples of ``4/3``: then outcomes of other data and noises meet."""
    from hypothesis import strategies as st

    entries = st.lists(st.tuples(st.integers(1, 4), st.integers(-3, 3)), min_size=2, max_size=4)
    return {
        "data": entries.map(
            lambda found: tuple(
                (Fraction(w, sum(v for v, _ in found)), Fraction(4 * n, 3)) for w, n in found
            )
        ),
        "noise": st.sampled_from([_SIGN, _SKEWED, _FIVE]),
        "step": st.sampled_from([_THREE_FOUR, _KEEP]),
    }


def _line_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.integers(-4, 4).map(lambda n: Fraction(n, 2))
    return {**_corrupted_space(), "line": st.tuples(number, number)}


# ----- Reverse sampling ---------------------------------------------------------------------------


def reverse_step(variance: Fraction, step: Step) -> tuple[Fraction, Fraction]:
    """Return the factor and the variance of the reverse step for Gaussian data.

    The mean is ``(x + β ∇log p_t(x))/√(1-β)`` with the score ``-x/V`` of the corrupted law; the
    variance is ``β v/V``.
    """
    a, b = step
    after = a**2 * variance + b**2
    return (1 - b**2 / after) / a, b**2 * variance / after


def reverse_matches(variance: Fraction, step: Step) -> Comparison:
    """The reverse step from ``x_t`` gives the second moments of ``(x_(t-1), x_t)``."""
    factor, added = reverse_step(variance, step)
    a, b = step
    after = a**2 * variance + b**2
    made = (factor**2 * after + added, factor * after, after)
    return Comparison(made, "=", (variance, a * variance, after))


def reverse_matches_without_score(variance: Fraction, step: Step) -> Comparison:
    """The same with the mean ``x_t/√(1-β)``."""
    a, b = step
    after = a**2 * variance + b**2
    added = reverse_step(variance, step)[1]
    return Comparison((after / a**2 + added, after / a), "=", (variance, a * variance))


def reverse_matches_with_covariance(
    variance: Fraction, step: Step, prescribed: Fraction
) -> Comparison:
    """The reverse step with a prescribed variance gives the variance of ``x_(t-1)``."""
    a, b = step
    factor = reverse_step(variance, step)[0]
    return Comparison(factor**2 * (a**2 * variance + b**2) + prescribed, "=", variance)


def sampling_error(variance: Fraction, steps: tuple[Step, ...]) -> Comparison:
    """Started from ``N(0, 1)``, the sampled variance is off by at most ``ᾱ`` times ``1 - v``.

    For Gaussian data of a variance ``v`` of at most one.
    """
    variances = [variance]
    for a, b in steps:
        variances.append(a**2 * variances[-1] + b**2)
    sampled = Fraction(1)
    for before, step in reversed(list(zip(variances, steps, strict=False))):
        factor, added = reverse_step(before, step)
        sampled = factor**2 * sampled + added
    return Comparison(abs(sampled - variance), "≤", signal(steps) ** 2 * (1 - variance))


def _reverse_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    return {
        "variance": st.integers(1, 30).map(lambda n: Fraction(n, 6)),
        "step": st.integers(0, 5).map(lambda n: pythagorean(Fraction(n, 6))),
    }


def _sampling_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    step = st.integers(0, 5).map(lambda n: pythagorean(Fraction(n, 6)))
    return {
        "variance": st.integers(1, 6).map(lambda n: Fraction(n, 6)),
        "steps": st.lists(step, max_size=4).map(tuple),
    }


_HALF = Fraction(1, 2)
_THREE_FOUR: Step = (Fraction(3, 5), Fraction(4, 5))
_FOUR_THREE: Step = (Fraction(4, 5), Fraction(3, 5))
_KEEP: Step = (Fraction(1), Fraction(0))
_FORGET: Step = (Fraction(0), Fraction(1))
#: Laws of mean zero and variance one; the last one has the fourth moment of a Gaussian.
_SIGN: Law = ((_HALF, Fraction(1)), (_HALF, Fraction(-1)))
_SKEWED: Law = ((Fraction(1, 5), Fraction(2)), (Fraction(4, 5), -_HALF))
_FIVE: Law = (
    (_HALF, Fraction(0)),
    *((Fraction(1, 6), Fraction(x)) for x in (-1, 1)),
    *((Fraction(1, 12), Fraction(x)) for x in (-2, 2)),
)
_WIDE: Law = ((_HALF, Fraction(2)), (_HALF, Fraction(-2)))
_ZERO_ONE: Law = ((_HALF, Fraction(0)), (_HALF, Fraction(1)))
_ZERO_ONE_TWO: Law = tuple((Fraction(1, 3), Fraction(x)) for x in range(3))
#: Targets ``0, 0, 3`` at one observation and ``±1`` at another one.
_JOINT: Joint = (
    *((Fraction(1, 6), Fraction(0), Fraction(u)) for u in (0, 0, 3)),
    *((Fraction(1, 4), Fraction(1), Fraction(u)) for u in (-1, 1)),
)
_CERTAIN: Joint = ((_HALF, Fraction(0), Fraction(2)), (_HALF, Fraction(1), Fraction(5)))
_SQUARE_DATA = tuple((Fraction(1, 4), (Fraction(a), Fraction(b))) for a in (-1, 1) for b in (-1, 1))


CHECKS = (
    RowChecks(
        "ch16-ddpm-closed-form",
        identities=(
            Identity("one-more-step", one_more_step),
            Identity("sum-of-gaussians", sum_of_gaussians),
        ),
        instances=(
            Instance(
                "two-steps",
                closed_form,
                {"steps": (_FOUR_THREE, _THREE_FOUR), "start": Fraction(2), "noise": _SIGN},
            ),
            Instance(
                "skewed-noise",
                closed_form,
                {"steps": (_FOUR_THREE,) * 3, "start": Fraction(-1), "noise": _SKEWED},
            ),
            Instance(
                "no-noise",
                closed_form,
                {"steps": (_KEEP, _KEEP), "start": Fraction(7), "noise": _SIGN},
            ),
            Instance(
                "only-noise",
                closed_form,
                {"steps": (_FOUR_THREE, _FORGET), "start": Fraction(7), "noise": _SIGN},
            ),
        ),
        searches=(Search("schedules", closed_form, _steps_space, cases=40),),
        controls=(
            Control(
                "same-noise",
                "one noise is used in all steps",
                closed_form_of_equal_noises,
                refuted_by={
                    "steps": (_FOUR_THREE, _THREE_FOUR),
                    "start": Fraction(0),
                    "noise": _SIGN,
                },
                holds_for={"steps": (_FOUR_THREE,), "start": Fraction(0), "noise": _SIGN},
                drops="independent",
            ),
            Control(
                "wide-noise",
                "the noise has the variance four",
                closed_form,
                refuted_by={"steps": (_FOUR_THREE,), "start": Fraction(0), "noise": _WIDE},
                holds_for={"steps": (_KEEP,), "start": Fraction(0), "noise": _WIDE},
                drops="unit-noise",
            ),
            Control(
                "sum-of-the-schedule",
                "the variance is the sum of the β",
                closed_form_of_the_sum,
                refuted_by={
                    "steps": (_FOUR_THREE, _THREE_FOUR),
                    "start": Fraction(0),
                    "noise": _SIGN,
                },
                holds_for={"steps": (_KEEP, _FOUR_THREE), "start": Fraction(0), "noise": _SIGN},
                over=_steps_space,
            ),
            Control(
                "no-shrinking",
                "the signal is not multiplied by √(1-β)",
                closed_form_without_shrinking,
                refuted_by={"steps": (_FOUR_THREE,), "start": Fraction(1), "noise": _SIGN},
                holds_for={"steps": (_KEEP,), "start": Fraction(1), "noise": _SIGN},
            ),
        ),
    ),
    RowChecks(
        "ch16-ddpm-terminal",
        instances=(
            Instance("one-step", below_one_over_the_sum, {"betas": (_HALF,)}),
            Instance("no-step", below_one_over_the_sum, {"betas": ()}),
            Instance("everything-lost", below_one_over_the_sum, {"betas": (_HALF, Fraction(1))}),
            Instance(
                "linear-schedule",
                below_exponential,
                {"betas": tuple(Fraction(n, 100) for n in range(1, 21))},
            ),
            Instance(
                "unit-variance",
                unit_variance_stays,
                {"steps": (_FOUR_THREE, _THREE_FOUR), "data": _SKEWED, "noise": _SIGN},
            ),
            Instance(
                "coupling",
                close_to_the_noise,
                {"step": (Fraction(7, 25), Fraction(24, 25)), "data": _SQUARE_DATA},
            ),
            Instance(
                "coupling-of-nothing",
                close_to_the_noise,
                {
                    "step": (Fraction(15, 113), Fraction(112, 113)),
                    "data": ((Fraction(1), (Fraction(0), Fraction(0))),),
                },
            ),
            Instance(
                "coupling-at-the-end", close_to_the_noise, {"step": _FORGET, "data": _SQUARE_DATA}
            ),
            Instance("fourth-moment", forgotten_data_look_gaussian, {"noise": _FIVE}),
        ),
        searches=(
            Search("sums", below_one_over_the_sum, _schedule_space),
            Search("exponentials", below_exponential, _schedule_space, cases=30),
            Search("couplings", close_to_the_noise, _coupling_space, cases=30),
        ),
        controls=(
            Control(
                "beta-above-one",
                "β may be larger than one",
                below_one_over_the_sum,
                refuted_by={"betas": (Fraction(3), Fraction(3))},
                holds_for={"betas": (Fraction(1), Fraction(3))},
                drops="schedule",
            ),
            Control(
                "copied-noise",
                "the noise is the datum",
                unit_variance_stays_if_copied,
                refuted_by={"step": _FOUR_THREE, "data": _SIGN},
                holds_for={"step": _KEEP, "data": _SIGN},
                drops="independent",
            ),
            Control(
                "signs",
                "the noise is a sign instead of a Gaussian",
                forgotten_data_look_gaussian,
                refuted_by={"noise": _SIGN},
                holds_for={"noise": _FIVE},
                drops="gaussian",
            ),
            Control(
                "summable-schedule",
                "the number of steps takes the place of the sum of the β",
                below_one_over_the_steps,
                refuted_by={"betas": tuple(Fraction(1, (s + 1) ** 2) for s in range(1, 6))},
                holds_for={"betas": (_HALF,) * 3},
                over=_schedule_space,
            ),
            Control(
                "twice-the-sum",
                "the sum is counted twice",
                below_one_over_twice_the_sum,
                refuted_by={"betas": (Fraction(1, 10),)},
                holds_for={"betas": (_HALF,)},
                over=_schedule_space,
            ),
        ),
        plots=(
            Plot(
                "constant-schedule",
                "What is left of the data after t steps",
                constant_schedule,
                "steps",
                tuple(range(0, 61, 3)),
                {
                    "β = 1/10": {"beta": Fraction(1, 10)},
                    "β = 1/40": {"beta": Fraction(1, 40)},
                },
                "steps t",
                "ᾱ",
                "1/(1 + Σβ)",
                "y",
            ),
        ),
    ),
    RowChecks(
        "ch16-l2-projection",
        identities=(Identity("two-targets", two_targets),),
        instances=(
            Instance("two-observations", loss_splits, {"joint": _JOINT, "values": (_HALF, _HALF)}),
            Instance(
                "conditional-mean",
                loss_splits,
                {"joint": _JOINT, "values": (Fraction(1), Fraction(0))},
            ),
            Instance(
                "certain-targets",
                loss_splits,
                {"joint": _CERTAIN, "values": (Fraction(0), Fraction(0))},
            ),
            Instance(
                "median-is-worse",
                mean_is_best,
                {"joint": _JOINT, "values": (Fraction(0), Fraction(0))},
            ),
        ),
        searches=(
            Search("losses", loss_splits, _joint_space),
            Search("minimisers", mean_is_best, _joint_space, cases=30),
        ),
        controls=(
            Control(
                "absolute-loss",
                "the loss is absolute instead of quadratic",
                mean_is_best_absolutely,
                refuted_by={"joint": _JOINT, "values": (Fraction(0), Fraction(0))},
                holds_for={"joint": _CERTAIN, "values": (Fraction(0), Fraction(0))},
            ),
            Control(
                "target-is-seen",
                "the predictor may depend on the target",
                loss_splits_for_part_of_the_target,
                refuted_by={"joint": _JOINT, "part": Fraction(1)},
                holds_for={"joint": _JOINT, "part": Fraction(0)},
            ),
        ),
    ),
    RowChecks(
        "ch16-noise-prediction",
        instances=(
            Instance(
                "two-points",
                predictions_convert,
                {"data": _ZERO_ONE, "noise": _SIGN, "step": _THREE_FOUR},
            ),
            Instance(
                "outcomes-that-meet",
                predictions_convert,
                {"data": _SIGN, "noise": _SIGN, "step": (_HALF, _HALF)},
            ),
            Instance(
                "no-noise",
                predictions_convert,
                {"data": _ZERO_ONE_TWO, "noise": _SIGN, "step": _KEEP},
            ),
            Instance(
                "shifted-loss",
                noise_loss_is_shifted,
                {
                    "data": _SIGN,
                    "noise": _SIGN,
                    "step": (_HALF, _HALF),
                    "line": (Fraction(1), Fraction(2)),
                },
            ),
            Instance(
                "linear-predictor",
                noise_mean_is_best,
                {
                    "data": _ZERO_ONE_TWO,
                    "noise": _FIVE,
                    "step": (_HALF, _HALF),
                    "line": (-_HALF, _HALF),
                },
            ),
        ),
        searches=(
            Search("conversions", predictions_convert, _corrupted_space, cases=40),
            Search("losses", noise_loss_is_shifted, _line_space, cases=40),
            Search("minimisers", noise_mean_is_best, _line_space, cases=40),
        ),
        controls=(
            Control(
                "signal-lost",
                "nothing of the signal is left",
                same_noise_means_same_data,
                refuted_by={
                    "first": _ZERO_ONE,
                    "second": _ZERO_ONE_TWO,
                    "noise": _SIGN,
                    "step": _FORGET,
                },
                holds_for={
                    "first": _ZERO_ONE,
                    "second": _ZERO_ONE_TWO,
                    "noise": _SIGN,
                    "step": _THREE_FOUR,
                },
                drops="signal-left",
            ),
            Control(
                "sign",
                "the noise is added back instead of subtracted",
                predictions_convert_with_plus,
                refuted_by={"data": _ZERO_ONE, "noise": _SIGN, "step": _THREE_FOUR},
                holds_for={"data": _ZERO_ONE, "noise": _SIGN, "step": _KEEP},
                over=_corrupted_space,
            ),
        ),
    ),
    RowChecks(
        "ch16-reverse-sampling",
        instances=(
            Instance(
                "narrow-data", reverse_matches, {"variance": Fraction(1, 4), "step": _FOUR_THREE}
            ),
            Instance("unit-data", reverse_matches, {"variance": Fraction(1), "step": _THREE_FOUR}),
            Instance("no-noise", reverse_matches, {"variance": Fraction(4), "step": _KEEP}),
            Instance(
                "four-steps",
                sampling_error,
                {"variance": Fraction(1, 4), "steps": (_FOUR_THREE,) * 4},
            ),
            Instance(
                "started-exactly",
                sampling_error,
                {"variance": Fraction(1), "steps": (_FOUR_THREE,) * 2},
            ),
        ),
        searches=(
            Search("steps", reverse_matches, _reverse_space),
            Search("samplers", sampling_error, _sampling_space),
        ),
        controls=(
            Control(
                "no-score",
                "the mean is x/√(1-β), without the score",
                reverse_matches_without_score,
                refuted_by={"variance": Fraction(1, 4), "step": _FOUR_THREE},
                holds_for={"variance": Fraction(1, 4), "step": _KEEP},
                over=_reverse_space,
            ),
            Control(
                "other-covariance",
                "the covariance is not the prescribed one but zero",
                reverse_matches_with_covariance,
                refuted_by={
                    "variance": Fraction(1),
                    "step": _FOUR_THREE,
                    "prescribed": Fraction(0),
                },
                holds_for={
                    "variance": Fraction(1),
                    "step": _FOUR_THREE,
                    "prescribed": Fraction(9, 25),
                },
                drops="prescribed-covariance",
            ),
        ),
    ),
)
