"""Checks of chapter 8: risks, uniform stability and the bias-variance decomposition.

All laws are finite, so every expectation is a sum. Samples, algorithms and losses are those of the
checks of stability under replacement.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.information import Distribution, point, uniform
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
from pyharness.checks.stability_replacement import (
    Algorithm,
    Loss,
    SampleLaw,
    expected_gap,
    hybrid,
    memoriser,
    samples,
    shrunk_mean,
    uniform_stability,
)
from pyharness.checks.stability_replacement import independent as iid

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

#: Values and their probabilities.
Law = tuple[tuple[Fraction, Fraction], ...]
#: Pairs of noise and prediction, and their probabilities.
JointLaw = tuple[tuple[Fraction, Fraction, Fraction], ...]


def mean(law: Law) -> Fraction:
    """Return the expected value."""
    return sum((p * x for x, p in law), Fraction(0))


def variance(law: Law) -> Fraction:
    """Return the mean square of the distance from the expected value."""
    return sum((p * (x - mean(law)) ** 2 for x, p in law), Fraction(0))


def independent(noise: Law, prediction: Law) -> JointLaw:
    """Return the joint law of independent noise and prediction."""
    return tuple((e, g, p * q) for (e, p), (g, q) in product(noise, prediction))


def decomposition_of_joint(target: Fraction, joint: JointLaw) -> Comparison:
    """The mean squared error is squared bias plus variance plus noise, for any joint law."""
    noise = tuple((e, p) for e, _, p in joint)
    prediction = tuple((g, p) for _, g, p in joint)
    error = sum((p * (target + e - g) ** 2 for e, g, p in joint), Fraction(0))
    bias = target - mean(prediction)
    return Comparison(error, "=", bias**2 + variance(prediction) + variance(noise))


def decomposition(target: Fraction, noise: Law, prediction: Law) -> Comparison:
    """The same for independent noise and prediction."""
    return decomposition_of_joint(target, independent(noise, prediction))


def decomposition_without_noise(target: Fraction, noise: Law, prediction: Law) -> Comparison:
    """The mean squared error is squared bias plus variance."""
    joint = independent(noise, prediction)
    error = sum((p * (target + e - g) ** 2 for e, g, p in joint), Fraction(0))
    return Comparison(error, "=", (target - mean(prediction)) ** 2 + variance(prediction))


def square_of_sum() -> tuple[sympy.Expr, sympy.Expr]:
    """Error, bias, variance and noise, for two values each of noise and prediction.

    The noise is ``a`` with probability ``1 - p`` and ``-a (1 - p) / p`` otherwise, so it is
    centred; the prediction is ``g`` or ``h``.
    """
    import sympy

    f, a, p, g, h, q = sympy.symbols("f a p g h q")
    noise = ((a, 1 - p), (-a * (1 - p) / p, p))
    prediction = ((g, q), (h, 1 - q))
    error = sum(u * v * (f + e - b) ** 2 for (e, u), (b, v) in product(noise, prediction))
    middle = q * g + (1 - q) * h
    spread = sum(v * (b - middle) ** 2 for b, v in prediction)
    return error, (f - middle) ** 2 + spread + sum(u * e**2 for e, u in noise)


# ----- Risks and stability of an algorithm --------------------------------------------------------


def gap_of_parameter(
    world: Distribution, law: SampleLaw, size: int, losses: tuple[Fraction, ...]
) -> Comparison:
    """For a parameter that does not depend on the sample, the mean of ``R - R_S`` is zero."""
    algorithm = (0,) * len(law)
    return Comparison(expected_gap(world, law, size, algorithm, (losses,)), "=", 0)


def gap_of_draws(world: Distribution, size: int, losses: tuple[Fraction, ...]) -> Comparison:
    """The same for independent examples."""
    return gap_of_parameter(world, iid(world, size), size, losses)


def gap_of_memoriser(world: Distribution, size: int) -> Comparison:
    """For the memoriser, which depends on the sample, the mean of ``R - R_S`` is zero."""
    algorithm, loss = memoriser(len(world), size)
    return Comparison(expected_gap(world, iid(world, size), size, algorithm, loss), "=", 0)


def mean_of_bits(size: int, weight: Fraction) -> tuple[Algorithm, Loss]:
    """Return the mean of a sample of bits after adding equal weights of zeros and ones.

    The loss is ``|w - z|``.
    """
    values = shrunk_mean(size, weight)
    return tuple(map(sum, samples(2, size))), tuple((abs(w), abs(w - 1)) for w in values)


def stability_of_mean(size: int, weight: Fraction) -> Comparison:
    """The uniform stability of a shrunk mean of bits is ``1 / (N + 2 · weight)``."""
    algorithm, loss = mean_of_bits(size, weight)
    return Comparison(uniform_stability(2, size, algorithm, loss), "=", 1 / (size + 2 * weight))


def stability_of_memoriser(examples: int, size: int) -> Comparison:
    """The uniform stability of the memoriser is 1."""
    return Comparison(uniform_stability(examples, size, *memoriser(examples, size)), "=", 1)


def stability_at_new_example(
    examples: int, size: int, algorithm: Algorithm, loss: Loss, *, factor: int = 2
) -> Comparison:
    """The stability is at most ``factor`` times the one that tests at the new example only."""
    output = dict(zip(samples(examples, size), algorithm, strict=True))
    tested = max(
        abs(loss[output[hybrid(s, (z,) * size, i)]][z] - loss[output[s]][z])
        for s in output
        for i in range(size)
        for z in range(examples)
    )
    left = uniform_stability(examples, size, algorithm, loss)
    return Comparison(left, "≤", factor * tested)


def stability_on_the_sample(examples: int, size: int) -> Comparison:
    """Over test examples that are in both samples the memoriser changes by as much."""
    algorithm, loss = memoriser(examples, size)
    output = dict(zip(samples(examples, size), algorithm, strict=True))
    changes = [
        abs(loss[output[hybrid(s, (z,) * size, i)]][test] - loss[output[s]][test])
        for s in output
        for i in range(size)
        for z in range(examples)
        for test in set(s) & set(hybrid(s, (z,) * size, i))
    ]
    return Comparison(max(changes), "=", uniform_stability(examples, size, algorithm, loss))


def stability_of_coin(
    world: Distribution, size: int, keep: Fraction, *, data_too: bool = False
) -> Comparison:
    """Memorising with some probability, and else always losing 1: the stability is that number.

    The expectation is over the coin; with ``data_too`` it is over the sample as well.
    """
    algorithm, loss = memoriser(len(world), size)
    listed = samples(len(world), size)
    output = dict(zip(listed, algorithm, strict=True))
    law = dict(zip(listed, iid(world, size), strict=True))

    def change(s: tuple[int, ...], i: int, z: int, test: int) -> Fraction:
        """Return the difference of the losses, averaged over the coin."""
        after, before = loss[output[hybrid(s, (z,) * size, i)]][test], loss[output[s]][test]
        return keep * after + (1 - keep) - (keep * before + (1 - keep))

    cases = list(product(range(size), range(len(world)), range(len(world))))
    if data_too:
        changes = [abs(sum(p * change(s, *case) for s, p in law.items())) for case in cases]
    else:
        changes = [abs(change(s, *case)) for s in listed for case in cases]
    return Comparison(max(changes), "=", keep)


# ----- The checks ---------------------------------------------------------------------------------


def _small_values() -> Iterator[Mapping[str, Any]]:
    """Fair coins as noise, and all predictions with two small values."""
    values = [Fraction(n) for n in range(-2, 3)]
    for a, e, g, h in product(values, repeat=4):
        yield {
            "target": a,
            "noise": ((e, _HALF), (-e, _HALF)),
            "prediction": ((g, _HALF), (h, _HALF)),
        }


def _laws() -> SearchStrategy[dict[str, Any]]:
    """A target, centred noise and a prediction with three values."""
    number = st.parts(-3, 3, 6)
    weights = st.tuples(*(st.integers(0, 5) for _ in range(3))).filter(any)

    def law(values: tuple[Fraction, ...], counts: tuple[int, ...]) -> Law:
        return tuple((x, Fraction(n, sum(counts))) for x, n in zip(values, counts, strict=True))

    laws = st.builds(law, st.tuples(number, number, number), weights)
    return st.fixed_dictionaries(
        {
            "target": number,
            "noise": laws.map(lambda noise: tuple((x - mean(noise), p) for x, p in noise)),
            "prediction": laws,
        }
    )


def _parameters() -> SearchStrategy[dict[str, Any]]:
    number = st.parts(-3, 3, 6)
    counts = st.tuples(*(st.integers(0, 5) for _ in range(3))).filter(any)
    return st.fixed_dictionaries(
        {
            "world": counts.map(lambda n: tuple(Fraction(a, sum(n)) for a in n)),
            "size": st.integers(1, 3),
            "losses": st.tuples(number, number, number),
        }
    )


def _tables() -> SearchStrategy[dict[str, Any]]:
    """Samples of two of three examples, three parameters and their losses."""
    row = st.tuples(*(st.parts(-3, 3, 6) for _ in range(3)))
    return st.fixed_dictionaries(
        {
            "examples": st.just(3),
            "size": st.just(2),
            "algorithm": st.tuples(*(st.integers(0, 2) for _ in range(9))),
            "loss": st.tuples(row, row, row),
        }
    )


def _means() -> Iterator[Mapping[str, Any]]:
    for size, weight in product(range(1, 7), range(4)):
        yield {"size": size, "weight": Fraction(weight, 2)}


def _coins() -> Iterator[Mapping[str, Any]]:
    for size, keep in product((1, 2), range(5)):
        yield {"world": uniform(3), "size": size, "keep": Fraction(keep, 4)}


def _law(*pairs: tuple[str, str]) -> Law:
    """Write a law as values and probabilities."""
    return tuple((Fraction(x), Fraction(p)) for x, p in pairs)


_COIN = _law(("1", "1/2"), ("-1", "1/2"))
_SKEW = _law(("2", "1/3"), ("-1", "2/3"))
_PREDICTION = _law(("0", "1/4"), ("3/2", "1/4"), ("-5", "1/2"))
_ONE, _HALF = Fraction(1), Fraction(1, 2)
_FAIR = (_HALF, _HALF)
_THREE = (_HALF, Fraction(1, 3), Fraction(1, 6))

#: One example, and the parameter is the example.
_IDENTITY = {"examples": 3, "size": 1, "algorithm": (0, 1, 2)}
_DISCRETE = tuple(tuple(Fraction(int(w != z)) for z in range(3)) for w in range(3))
_APART = (
    (Fraction(0), Fraction(0), Fraction(1)),
    (Fraction(0), Fraction(0), Fraction(-1)),
    (Fraction(0), Fraction(0), Fraction(0)),
)

_MODULES = ("DeepTheory.Stability.BiasVariance",)


CHECKS = (
    RowChecks(
        "ch08-risks",
        instances=(
            Instance(
                "coin", gap_of_draws, {"world": _FAIR, "size": 3, "losses": (Fraction(0), _ONE)}
            ),
            Instance(
                "three-examples",
                gap_of_draws,
                {"world": _THREE, "size": 2, "losses": (_ONE, Fraction(-2), _HALF)},
            ),
            Instance(
                "one-draw", gap_of_draws, {"world": _FAIR, "size": 1, "losses": (_ONE, Fraction(5))}
            ),
        ),
        searches=(Search("parameters", gap_of_draws, _parameters),),
        controls=(
            Control(
                "other-law",
                "the sample is drawn from another law",
                gap_of_parameter,
                refuted_by={
                    "world": _FAIR,
                    "law": iid(point(2, 0), 2),
                    "size": 2,
                    "losses": (Fraction(0), _ONE),
                },
                holds_for={
                    "world": _FAIR,
                    "law": iid(_FAIR, 2),
                    "size": 2,
                    "losses": (Fraction(0), _ONE),
                },
                drops="iid-sample",
            ),
            Control(
                "memoriser",
                "the parameter is chosen with the sample",
                gap_of_memoriser,
                refuted_by={"world": _FAIR, "size": 1},
                holds_for={"world": point(2, 0), "size": 1},
            ),
        ),
    ),
    RowChecks(
        "ch08-uniform-stability",
        instances=(
            Instance("mean-of-four", stability_of_mean, {"size": 4, "weight": Fraction(0)}),
            Instance("shrunk-mean", stability_of_mean, {"size": 4, "weight": Fraction(3)}),
            Instance("memoriser", stability_of_memoriser, {"examples": 3, "size": 2}),
            Instance("twice", stability_at_new_example, {**_IDENTITY, "loss": _APART}),
        ),
        searches=(
            Exhaustion("means", stability_of_mean, _means),
            Search("new-example", stability_at_new_example, _tables),
        ),
        controls=(
            Control(
                "at-new-example",
                "testing at the new example only is said to be equivalent",
                stability_at_new_example,
                refuted_by={**_IDENTITY, "loss": _APART, "factor": 1},
                holds_for={**_IDENTITY, "loss": _DISCRETE, "factor": 1},
            ),
            Control(
                "on-the-sample",
                "only test examples that are in both samples count",
                stability_on_the_sample,
                refuted_by={"examples": 3, "size": 2},
                holds_for={"examples": 1, "size": 2},
            ),
        ),
    ),
    RowChecks(
        "ch08-expected-uniform-stability",
        instances=(
            Instance("half", stability_of_coin, {"world": _FAIR, "size": 2, "keep": _HALF}),
            Instance("never", stability_of_coin, {"world": _FAIR, "size": 2, "keep": Fraction(0)}),
            Instance("always", stability_of_coin, {"world": _THREE, "size": 1, "keep": _ONE}),
        ),
        searches=(Exhaustion("coins", stability_of_coin, _coins),),
        controls=(
            Control(
                "data-too",
                "the expectation is over the sample too",
                stability_of_coin,
                refuted_by={"world": _FAIR, "size": 2, "keep": _HALF, "data_too": True},
                holds_for={"world": _FAIR, "size": 2, "keep": Fraction(0), "data_too": True},
                drops="internal-randomness",
            ),
        ),
    ),
    RowChecks(
        "ch08-bias-variance",
        identities=(Identity("two-values", square_of_sum),),
        instances=(
            Instance(
                "coin",
                decomposition,
                {"target": Fraction(3), "noise": _COIN, "prediction": _PREDICTION},
            ),
            Instance(
                "skew-noise",
                decomposition,
                {"target": Fraction(-2, 7), "noise": _SKEW, "prediction": _PREDICTION},
            ),
            Instance(
                "fixed-prediction",
                decomposition,
                {"target": Fraction(3), "noise": _SKEW, "prediction": _law(("1/2", "1"))},
            ),
        ),
        searches=(
            Exhaustion("small-values", decomposition, _small_values),
            Search("three-values", decomposition, _laws),
        ),
        controls=(
            Control(
                "prediction-knows-the-noise",
                "the prediction is not independent of the noise: it is the label",
                decomposition_of_joint,
                refuted_by={
                    "target": Fraction(0),
                    "joint": ((_ONE, _ONE, _HALF), (-_ONE, -_ONE, _HALF)),
                },
                holds_for={"target": Fraction(0), "joint": independent(_COIN, _COIN)},
                drops="independent-noise",
            ),
            Control(
                "noise-with-a-mean",
                "the noise is not centred",
                decomposition,
                refuted_by={
                    "target": Fraction(0),
                    "noise": _law(("1", "1")),
                    "prediction": _law(("0", "1")),
                },
                holds_for={"target": Fraction(0), "noise": _COIN, "prediction": _law(("0", "1"))},
                drops="centred-noise",
            ),
            Control(
                "without-noise",
                "the variance of the noise is left out",
                decomposition_without_noise,
                refuted_by={"target": Fraction(0), "noise": _COIN, "prediction": _COIN},
                holds_for={
                    "target": Fraction(0),
                    "noise": _law(("0", "1")),
                    "prediction": _COIN,
                },
            ),
        ),
        computations=(
            Computation(
                "error",
                "∑ s : Bool, ∑ b : Bool, (cond s (1 / 4) (3 / 4) * (1 / 2)) *"
                " (3 + cond b 1 (-1) - cond s 2 5) ^ 2",
                "Rat",
                lambda: sum(
                    p * Fraction(1, 2) * (3 + e - g) ** 2
                    for (g, p), e in product(_law(("2", "1/4"), ("5", "3/4")), (1, -1))
                ),
                _MODULES,
            ),
            Computation(
                "variance",
                "BiasVariance.coin.expectation.var fun b => cond b 2 5",
                "Rat",
                lambda: variance(_law(("2", "1/2"), ("5", "1/2"))),
                _MODULES,
            ),
            Computation(
                "covariance",
                "BiasVariance.coin.expectation.cov (fun b => cond b 2 5) BiasVariance.side",
                "Rat",
                lambda: Fraction(1, 2) * (2 * 1 + 5 * -1),
                _MODULES,
            ),
        ),
    ),
)
