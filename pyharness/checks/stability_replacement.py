"""Checks of chapter 8: stability under the replacement of one example, and privacy.

Examples are the numbers from 0 on, with a law. An algorithm is a table: the parameter that it
returns for each sample, in lexicographic order of the samples. A loss is a table: a row for each
parameter, a column for each example. Expectations are sums over all samples.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import pairwise, product
from math import comb, prod
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import log, real, sqrt
from pyharness.checks.information import Distribution, grid, point, uniform
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

Sample = tuple[int, ...]
#: The probability of each sample, in lexicographic order.
SampleLaw = tuple[Fraction, ...]
#: The parameter for each sample, in lexicographic order.
Algorithm = tuple[int, ...]
#: Losses by parameter and example.
Loss = tuple[tuple[Fraction, ...], ...]


# ----- Definitions --------------------------------------------------------------------------------


def samples(examples: int, size: int) -> tuple[Sample, ...]:
    """List the samples in lexicographic order."""
    return tuple(product(range(examples), repeat=size))


def independent(world: Distribution, size: int) -> SampleLaw:
    """Return the law of a sample of independent examples."""
    return tuple(prod((world[z] for z in s), start=Fraction(1)) for s in samples(len(world), size))


def copies(world: Distribution, size: int) -> SampleLaw:
    """Return the law of a sample that repeats one example."""
    return tuple(
        world[s[0]] if len(set(s)) == 1 else Fraction(0) for s in samples(len(world), size)
    )


def hybrid(first: Sample, second: Sample, i: int) -> Sample:
    """Return the first sample with its example ``i`` taken from the second."""
    return (*first[:i], second[i], *first[i + 1 :])


def population_risk(world: Distribution, losses: tuple[Any, ...]) -> Any:
    """Return the expected loss of a parameter, whose losses are given."""
    return sum(p * a for p, a in zip(world, losses, strict=True))


def empirical_risk(sample: Sample, losses: tuple[Any, ...]) -> Any:
    """Return the average loss of a parameter on a sample."""
    return sum(losses[z] for z in sample) / Fraction(len(sample))


def expected_gap(
    world: Distribution, law: SampleLaw, size: int, algorithm: Algorithm, loss: Loss
) -> Any:
    """Return the expected difference of population and empirical risk of the output."""
    listed = samples(len(world), size)
    return sum(
        p * (population_risk(world, loss[w]) - empirical_risk(s, loss[w]))
        for s, p, w in zip(listed, law, algorithm, strict=True)
    )


def average_stability(
    world: Distribution, law: SampleLaw, size: int, algorithm: Algorithm, loss: Loss
) -> Any:
    """Return the mean of ``l(A(S^(i)), z_i) - l(A(S), z_i)`` over samples and coordinates."""
    listed = samples(len(world), size)
    output = dict(zip(listed, algorithm, strict=True))
    return sum(
        p * q * (loss[output[hybrid(s, t, i)]][s[i]] - loss[output[s]][s[i]])
        for (s, p), (t, q) in product(zip(listed, law, strict=True), repeat=2)
        for i in range(size)
    ) / Fraction(size)


def uniform_stability(examples: int, size: int, algorithm: Algorithm, loss: Loss) -> Fraction:
    """Return the largest change of a loss when one example is replaced."""
    output = dict(zip(samples(examples, size), algorithm, strict=True))
    return max(
        abs(loss[output[hybrid(s, (z,) * size, i)]][test] - loss[output[s]][test])
        for s in output
        for i in range(size)
        for z in range(examples)
        for test in range(examples)
    )


def memoriser(examples: int, size: int) -> tuple[Algorithm, Loss]:
    """Return the algorithm that remembers the sample, with loss 1 on what it has not seen."""
    listed = samples(examples, size)
    loss = tuple(tuple(Fraction(int(z not in s)) for z in range(examples)) for s in listed)
    return tuple(range(len(listed))), loss


# ----- Hybrid samples -----------------------------------------------------------------------------


def same_law(
    examples: int, size: int, first: SampleLaw, second: SampleLaw, i: int, *, swapped: bool = True
) -> Comparison:
    """The pairs ``(S, z_i')`` and ``(S^(i), z_i)`` have the same law."""
    listed = samples(examples, size)
    left: dict[tuple[int, ...], Fraction] = defaultdict(Fraction)
    right: dict[tuple[int, ...], Fraction] = defaultdict(Fraction)
    for (s, p), (t, q) in product(
        zip(listed, first, strict=True), zip(listed, second, strict=True)
    ):
        if p * q:
            left[*s, t[i]] += p * q
            right[*hybrid(s, t, i), s[i] if swapped else t[i]] += p * q
    return Comparison(dict(left), "=", dict(right))


def same_law_of_draws(world: Distribution, size: int, i: int) -> Comparison:
    """The same for two samples of independent examples with one law."""
    law = independent(world, size)
    return same_law(len(world), size, law, law, i)


def differ_little(first: Sample, second: Sample, i: int) -> Comparison:
    """A sample and its hybrid differ in at most one coordinate."""
    changed = sum(a != b for a, b in zip(first, hybrid(first, second, i), strict=True))
    return Comparison(changed, "≤", 1)


def differ_always(first: Sample, second: Sample, i: int) -> Comparison:
    """A sample and its hybrid differ in exactly one coordinate."""
    changed = sum(a != b for a, b in zip(first, hybrid(first, second, i), strict=True))
    return Comparison(changed, "=", 1)


# ----- Average and uniform stability --------------------------------------------------------------


def gap_is_average_stability(
    world: Distribution, law: SampleLaw, size: int, algorithm: Algorithm, loss: Loss
) -> Comparison:
    """The expected generalization gap is the average stability."""
    return Comparison(
        expected_gap(world, law, size, algorithm, loss),
        "=",
        average_stability(world, law, size, algorithm, loss),
    )


def gap_of_draws(world: Distribution, size: int, algorithm: Algorithm, loss: Loss) -> Comparison:
    """The same for a sample of independent examples."""
    return gap_is_average_stability(world, independent(world, size), size, algorithm, loss)


def gap_at_new_example(
    world: Distribution, size: int, algorithm: Algorithm, loss: Loss
) -> Comparison:
    """The expected gap is the mean of ``l(A(S^(i)), z_i') - l(A(S), z_i')``."""
    listed = samples(len(world), size)
    law = independent(world, size)
    output = dict(zip(listed, algorithm, strict=True))
    changed = sum(
        p * q * (loss[output[hybrid(s, t, i)]][t[i]] - loss[output[s]][t[i]])
        for (s, p), (t, q) in product(zip(listed, law, strict=True), repeat=2)
        for i in range(size)
    ) / Fraction(size)
    return Comparison(expected_gap(world, law, size, algorithm, loss), "=", changed)


def two_examples() -> tuple[sympy.Expr, sympy.Expr]:
    """Gap and average stability, for all losses of all algorithms on two draws of two examples."""
    import sympy

    p = sympy.Symbol("p")
    loss = tuple(tuple(sympy.symbols(f"a{s} b{s}")) for s in range(4))
    world = (p, 1 - p)
    law = tuple(world[i] * world[j] for i, j in samples(2, 2))
    algorithm = (0, 1, 2, 3)
    return (
        expected_gap(world, law, 2, algorithm, loss),
        average_stability(world, law, 2, algorithm, loss),
    )


def gap_within(
    world: Distribution,
    law: SampleLaw,
    size: int,
    algorithm: Algorithm,
    loss: Loss,
    *,
    gamma: Fraction,
) -> Comparison:
    """The expected generalization gap is at most ``γ`` in absolute value."""
    return Comparison(abs(expected_gap(world, law, size, algorithm, loss)), "≤", gamma)


def gap_within_stability(
    world: Distribution, size: int, algorithm: Algorithm, loss: Loss
) -> Comparison:
    """The expected gap of independent examples is at most the uniform stability."""
    gamma = uniform_stability(len(world), size, algorithm, loss)
    return gap_within(world, independent(world, size), size, algorithm, loss, gamma=gamma)


def memoriser_gap(examples: int, size: int) -> Comparison:
    """The expected gap of memorising a uniform law is at most its uniform stability, which is 1."""
    algorithm, loss = memoriser(examples, size)
    return gap_within_stability(uniform(examples), size, algorithm, loss)


def gap_within_part(world: Distribution, size: int, algorithm: Algorithm, loss: Loss) -> Comparison:
    """The expected gap is at most the uniform stability divided by the number of examples."""
    gamma = uniform_stability(len(world), size, algorithm, loss) / size
    return gap_within(world, independent(world, size), size, algorithm, loss, gamma=gamma)


# ----- High probability ---------------------------------------------------------------------------

#: The predicted number for each count of ones in a sample of bits.
Rule = tuple[Fraction, ...]


def shrunk_mean(size: int, weight: Fraction | int) -> Rule:
    """Return the mean of the sample after adding so many zeros and as many ones."""
    return tuple(Fraction(k + weight) / (size + 2 * weight) for k in range(size + 1))


def rule_stability(rule: Rule) -> Fraction:
    """Return the uniform stability for the loss ``|w - z|`` with bits ``z``."""
    return max(abs(a - b) for a, b in pairwise(rule))


def rule_gap(rule: Rule, p: Fraction, count: int) -> Fraction:
    """Return population minus empirical risk when the sample has so many ones."""
    w, size = rule[count], len(rule) - 1
    population = p * (1 - w) + (1 - p) * w
    return population - (count * (1 - w) + (size - count) * w) / size


def rule_is_an_algorithm(rule: Rule, p: Fraction) -> Comparison:
    """Stability and gaps of a rule are those of the algorithm that counts the ones of a sample.

    The sides have the uniform stability and the gap for every sample of bits, by the definitions.
    """
    size = len(rule) - 1
    listed = samples(2, size)
    loss = tuple((abs(w), abs(w - 1)) for w in rule)
    world = (1 - p, p)
    gaps = {
        s: population_risk(world, loss[sum(s)]) - empirical_risk(s, loss[sum(s)]) for s in listed
    }
    stability = uniform_stability(2, size, tuple(map(sum, listed)), loss)
    found = {"stability": rule_stability(rule), **{s: rule_gap(rule, p, sum(s)) for s in listed}}
    return Comparison(found, "=", {"stability": stability, **gaps})


def failure(
    rule: Rule,
    p: Fraction,
    delta: Fraction,
    gamma: Fraction,
    *,
    scale: int = 1,
    same: bool = False,
    part: Fraction = Fraction(1),
) -> Fraction:
    """Return the probability that the bound fails, for a loss bounded by 1.

    The loss is ``scale |w - z|``; with ``same`` all examples of a sample are equal. The term with
    the logarithm is multiplied by ``part``.
    """
    size = len(rule) - 1
    width = real(part) * (2 * size * real(gamma) + 1) * sqrt(log(1 / delta) / (2 * size))
    total = Fraction(0)
    for k in range(size + 1):
        chance = comb(size, k) * p**k * (1 - p) ** (size - k)
        if same:
            chance = {0: 1 - p, size: p}.get(k, Fraction(0))
        if Comparison(real(scale * rule_gap(rule, p, k) - gamma), ">", width).holds:
            total += chance
    return total


def rarely_above(rule: Rule, p: Fraction, delta: Fraction) -> Comparison:
    """The bound fails with probability at most ``δ``: loss ``|w - z|``, independent bits."""
    return Comparison(failure(rule, p, delta, rule_stability(rule)), "≤", delta)


def rarely_above_altered(
    rule: Rule, p: Fraction, delta: Fraction, gamma: Fraction, *, scale: int, same: bool
) -> Comparison:
    """The same with any ``γ``, a loss that is ``scale`` times larger, or equal examples."""
    return Comparison(failure(rule, p, delta, gamma, scale=scale, same=same), "≤", delta)


def rarely_above_half(rule: Rule, p: Fraction, delta: Fraction) -> Comparison:
    """The same with half of the term with the logarithm."""
    found = failure(rule, p, delta, rule_stability(rule), part=Fraction(1, 2))
    return Comparison(found, "≤", delta)


def rarely_above_mean(rule: Rule, p: Fraction, delta: Fraction) -> Comparison:
    """The risk exceeds empirical risk plus ``γ`` with probability at most ``δ``."""
    size = len(rule) - 1
    above = [k for k in range(size + 1) if rule_gap(rule, p, k) > rule_stability(rule)]
    chance = sum((comb(size, k) * p**k * (1 - p) ** (size - k) for k in above), Fraction(0))
    return Comparison(chance, "≤", delta)


def bounded_difference(
    world: Distribution, size: int, algorithm: Algorithm, loss: Loss
) -> Comparison:
    """Replacing one example changes the gap by at most ``2γ + M/N``."""
    gamma = uniform_stability(len(world), size, algorithm, loss)
    largest = max(max(row) for row in loss)
    change = difference(world, size, algorithm, loss)
    return Comparison(change, "≤", 2 * gamma + largest / size)


def difference_with_one_stability(
    world: Distribution, size: int, algorithm: Algorithm, loss: Loss
) -> Comparison:
    """Replacing one example changes the gap by at most ``γ + M/N``."""
    gamma = uniform_stability(len(world), size, algorithm, loss)
    largest = max(max(row) for row in loss)
    change = difference(world, size, algorithm, loss)
    return Comparison(change, "≤", gamma + largest / size)


def partial_difference(
    world: Distribution, size: int, algorithm: Algorithm, loss: Loss
) -> Comparison:
    """Replacing one example changes the gap by at most ``γ``."""
    gamma = uniform_stability(len(world), size, algorithm, loss)
    return Comparison(difference(world, size, algorithm, loss), "≤", gamma)


def difference(world: Distribution, size: int, algorithm: Algorithm, loss: Loss) -> Fraction:
    """Return the largest change of the gap when one example is replaced."""
    gaps = {
        s: population_risk(world, loss[w]) - empirical_risk(s, loss[w])
        for s, w in zip(samples(len(world), size), algorithm, strict=True)
    }
    return max(
        abs(gaps[s] - gaps[hybrid(s, (z,) * size, i)])
        for s in gaps
        for i in range(size)
        for z in range(len(world))
    )


# ----- Differential privacy -----------------------------------------------------------------------


def excess(p: Distribution, q: Distribution, k: Fraction) -> Fraction:
    """Return the least ``δ`` with ``P(E) ≤ k Q(E) + δ`` and the reverse for all events ``E``."""
    return max(
        sum((a - k * b for a, b, c in zip(one, two, event, strict=True) if c), Fraction(0))
        for one, two in ((p, q), (q, p))
        for event in product((False, True), repeat=len(p))
    )


def mean_loss(p: Distribution, loss: tuple[Fraction, ...]) -> Fraction:
    """Return the expected loss of an output."""
    return sum((a * b for a, b in zip(p, loss, strict=True)), Fraction(0))


def loss_transfers(
    p: Distribution, q: Distribution, loss: tuple[Fraction, ...], k: Fraction
) -> Comparison:
    """``E_P loss ≤ k E_Q loss + δ``, where ``k`` stands for ``exp(ε)``."""
    return Comparison(mean_loss(p, loss), "≤", k * mean_loss(q, loss) + excess(p, q, k))


def losses_close(
    p: Distribution, q: Distribution, loss: tuple[Fraction, ...], k: Fraction
) -> Comparison:
    """The expected losses differ by at most ``k - 1 + δ``."""
    change = abs(mean_loss(p, loss) - mean_loss(q, loss))
    return Comparison(change, "≤", k - 1 + excess(p, q, k))


def randomized_response(k: Fraction) -> Comparison:
    """Answering a bit truthfully ``k`` times as often as not: the stability is at most ``k - 1``.

    The loss is the answer itself.
    """
    p, q = response(k)
    loss = (Fraction(1), Fraction(0))
    return Comparison(abs(mean_loss(p, loss) - mean_loss(q, loss)), "≤", k - 1)


def response(k: Fraction) -> tuple[Distribution, Distribution]:
    """Return the laws of the answer of randomized response for the two bits."""
    truth = Fraction(k) / (1 + k)
    return (truth, 1 - truth), (1 - truth, truth)


def response_is_private(k: Fraction) -> Comparison:
    """Answering a bit truthfully ``k`` times as often as not is private with ``δ = 0``."""
    return Comparison(excess(*response(k), k), "=", 0)


def losses_within_a_third(
    p: Distribution, q: Distribution, loss: tuple[Fraction, ...], k: Fraction
) -> Comparison:
    """The expected losses differ by at most ``(k - 1)/3 + δ``."""
    change = abs(mean_loss(p, loss) - mean_loss(q, loss))
    return Comparison(change, "≤", (k - 1) / 3 + excess(p, q, k))


def loss_transfers_by_outcomes(
    p: Distribution, q: Distribution, loss: tuple[Fraction, ...], k: Fraction
) -> Comparison:
    """The same when privacy is required of single outcomes only."""
    delta = max(max(a - k * b, b - k * a, Fraction(0)) for a, b in zip(p, q, strict=True))
    return Comparison(mean_loss(p, loss), "≤", k * mean_loss(q, loss) + delta)


def privacy_from_stability(
    p: Distribution, q: Distribution, loss: tuple[Fraction, ...], k: Fraction
) -> Comparison:
    """Privacy with the stability of the expected loss as ``δ``."""
    return Comparison(excess(p, q, k), "≤", abs(mean_loss(p, loss) - mean_loss(q, loss)))


# ----- The checks ---------------------------------------------------------------------------------


def _every_draw() -> Iterator[Mapping[str, Any]]:
    for world in grid(3, 3):
        for i in range(2):
            yield {"world": world, "size": 2, "i": i}


def _memorised() -> Iterator[Mapping[str, Any]]:
    """All algorithms that return one of two parameters for two draws of two examples."""
    loss = ((Fraction(0), Fraction(1)), (Fraction(3), Fraction(-1)))
    for algorithm in product((0, 1), repeat=4):
        yield {"world": _SKEW, "size": 2, "algorithm": algorithm, "loss": loss}


def _algorithms(least: int = -3) -> SearchStrategy[dict[str, Any]]:
    """Worlds of three examples, samples of two, three parameters, losses from ``least`` to 3."""
    parts = st.tuples(*(st.integers(0, 5) for _ in range(3))).filter(any)
    world = parts.map(lambda n: tuple(Fraction(a, sum(n)) for a in n))
    row = st.tuples(*(st.parts(least, 3, 6) for _ in range(3)))
    return st.fixed_dictionaries(
        {
            "world": world,
            "size": st.just(2),
            "algorithm": st.tuples(*(st.integers(0, 2) for _ in range(9))),
            "loss": st.tuples(row, row, row),
        }
    )


def _bounded() -> SearchStrategy[dict[str, Any]]:
    return _algorithms(0)


def _rules() -> SearchStrategy[dict[str, Any]]:
    """Rules for at most ten bits, with any numbers between 0 and 1."""
    unit = st.parts(0, 1, 24)
    return st.integers(1, 10).flatmap(
        lambda size: st.fixed_dictionaries(
            {
                "rule": st.tuples(*(unit for _ in range(size + 1))),
                "p": unit,
                "delta": st.parts(Fraction(1, 50), 1, 50),
            }
        )
    )


def _mechanisms() -> Iterator[Mapping[str, Any]]:
    """All pairs of laws on three outputs in thirds, with all 0-1 losses."""
    for p, q in product(grid(3, 3), repeat=2):
        for loss in product((Fraction(0), Fraction(1)), repeat=3):
            yield {"p": p, "q": q, "loss": loss, "k": Fraction(3, 2)}


def _private() -> SearchStrategy[dict[str, Any]]:
    parts = st.tuples(*(st.integers(0, 6) for _ in range(4))).filter(any)
    law = parts.map(lambda n: tuple(Fraction(a, sum(n)) for a in n))
    unit = st.parts(0, 1, 12)
    return st.fixed_dictionaries(
        {
            "p": law,
            "q": law,
            "loss": st.tuples(unit, unit, unit, unit),
            "k": st.parts(1, 4, 12),
        }
    )


def _case(
    world: Distribution, size: int, pair: tuple[Algorithm, Loss], **more: Any
) -> dict[str, Any]:
    return {"world": world, "size": size, "algorithm": pair[0], "loss": pair[1], **more}


def _altered(
    rule: Rule,
    p: Fraction,
    delta: Fraction,
    *,
    gamma: Fraction = Fraction(0),
    scale: int = 1,
    same: bool = False,
) -> dict[str, Any]:
    return {"rule": rule, "p": p, "delta": delta, "gamma": gamma, "scale": scale, "same": same}


_HALF = Fraction(1, 2)
_ZERO, _ONE = Fraction(0), Fraction(1)
_FAIR = (_HALF, _HALF)
_SKEW = (Fraction(1, 3), Fraction(2, 3))
_THREE = (_HALF, Fraction(1, 3), Fraction(1, 6))
#: Always the same parameter, with the loss 0 on the first and 1 on the second example.
_CONSTANT = ((0, 0, 0, 0), ((_ZERO, _ONE),))
_CONSTANT_RULE = (_ZERO,) * 11
#: Three examples, of which the last is frequent, and an algorithm that returns another parameter
#: on the sample of two middle examples: there both risks turn.
_LAST = (Fraction(1, 20), Fraction(1, 20), Fraction(9, 10))
_TURNING = ((1, 1, 1, 1, 0, 1, 1, 1, 1), ((_ZERO, _ONE, _ZERO), (_ZERO, _ZERO, _ONE)))

CHECKS = (
    RowChecks(
        "ch08-hybrid-sample",
        instances=(
            Instance("fair-coins", same_law_of_draws, {"world": _FAIR, "size": 2, "i": 0}),
            Instance("three-examples", same_law_of_draws, {"world": _THREE, "size": 2, "i": 1}),
            Instance("three-draws", same_law_of_draws, {"world": _SKEW, "size": 3, "i": 1}),
            Instance("replaced", differ_little, {"first": (0, 1, 2), "second": (2, 2, 2), "i": 1}),
            Instance("equal-draw", differ_little, {"first": (0, 1), "second": (0, 0), "i": 0}),
        ),
        searches=(Exhaustion("worlds-in-thirds", same_law_of_draws, _every_draw),),
        controls=(
            Control(
                "copies",
                "the examples of a sample are copies of one example",
                same_law,
                refuted_by={
                    "examples": 2,
                    "size": 2,
                    "first": copies(_FAIR, 2),
                    "second": copies(_FAIR, 2),
                    "i": 0,
                },
                holds_for={
                    "examples": 2,
                    "size": 1,
                    "first": copies(_FAIR, 1),
                    "second": copies(_FAIR, 1),
                    "i": 0,
                },
                drops="iid-samples",
            ),
            Control(
                "other-law",
                "the second sample has another law",
                same_law,
                refuted_by={"examples": 2, "size": 1, "first": _FAIR, "second": _SKEW, "i": 0},
                holds_for={"examples": 2, "size": 1, "first": _SKEW, "second": _SKEW, "i": 0},
                drops="iid-samples",
            ),
            Control(
                "not-exchanged",
                "the new example is paired with both samples",
                same_law,
                refuted_by={
                    "examples": 2,
                    "size": 1,
                    "first": _FAIR,
                    "second": _FAIR,
                    "i": 0,
                    "swapped": False,
                },
                holds_for={
                    "examples": 2,
                    "size": 1,
                    "first": point(2, 0),
                    "second": point(2, 0),
                    "i": 0,
                    "swapped": False,
                },
            ),
            Control(
                "exactly-one",
                "sample and hybrid are said to differ in exactly one coordinate",
                differ_always,
                refuted_by={"first": (0, 1), "second": (0, 0), "i": 0},
                holds_for={"first": (0, 1), "second": (1, 1), "i": 0},
            ),
        ),
    ),
    RowChecks(
        "ch08-average-stability",
        identities=(Identity("two-examples", two_examples),),
        instances=(
            Instance("memoriser", gap_of_draws, _case(_THREE, 2, memoriser(3, 2))),
            Instance("memoriser-of-one", gap_of_draws, _case(_FAIR, 1, memoriser(2, 1))),
            Instance("three-draws", gap_of_draws, _case(_SKEW, 3, memoriser(2, 3))),
            Instance("constant", gap_of_draws, _case(_SKEW, 2, _CONSTANT)),
        ),
        searches=(
            Exhaustion("two-parameters", gap_of_draws, _memorised),
            Search("any-table", gap_of_draws, _algorithms),
        ),
        controls=(
            Control(
                "copies",
                "the examples of a sample are copies of one example",
                gap_is_average_stability,
                refuted_by=_case(_FAIR, 2, memoriser(2, 2), law=copies(_FAIR, 2)),
                holds_for=_case(_FAIR, 2, memoriser(2, 2), law=independent(_FAIR, 2)),
                drops="iid-sample",
            ),
            Control(
                "new-example",
                "the losses are compared at the new example",
                gap_at_new_example,
                refuted_by=_case(_FAIR, 1, memoriser(2, 1)),
                holds_for=_case(_SKEW, 2, _CONSTANT),
            ),
        ),
    ),
    RowChecks(
        "ch08-uniform-implies-average",
        instances=(
            Instance("memoriser", memoriser_gap, {"examples": 3, "size": 2}),
            Instance("coin", memoriser_gap, {"examples": 2, "size": 1}),
            Instance("nearly-equal", memoriser_gap, {"examples": 20, "size": 1}),
            Instance("constant", gap_within_stability, _case(_SKEW, 2, _CONSTANT)),
        ),
        searches=(
            Exhaustion("two-parameters", gap_within_stability, _memorised),
            Search("any-table", gap_within_stability, _algorithms),
        ),
        controls=(
            Control(
                "other-law",
                "the sample is drawn from another law",
                gap_within,
                refuted_by=_case(_SKEW, 2, _CONSTANT, law=independent(point(2, 0), 2), gamma=_ZERO),
                holds_for=_case(_SKEW, 2, _CONSTANT, law=independent(_SKEW, 2), gamma=_ZERO),
                drops="iid-sample",
            ),
            Control(
                "not-stable",
                "γ is smaller than the uniform stability",
                gap_within,
                refuted_by=_case(
                    _FAIR, 1, memoriser(2, 1), law=independent(_FAIR, 1), gamma=Fraction(1, 3)
                ),
                holds_for=_case(_FAIR, 1, memoriser(2, 1), law=independent(_FAIR, 1), gamma=_ONE),
                drops="uniformly-stable",
            ),
            Control(
                "divided",
                "the stability is divided by the number of examples",
                gap_within_part,
                refuted_by=_case(uniform(5), 2, memoriser(5, 2)),
                holds_for=_case(_FAIR, 1, memoriser(2, 1)),
            ),
        ),
        plots=(
            Plot(
                "memoriser",
                "Memorising one example of a uniform law",
                memoriser_gap,
                "examples",
                tuple(range(2, 25)),
                {"": {"size": 1}},
                "number of examples in the world",
                "expected gap",
                "uniform stability",
            ),
        ),
    ),
    RowChecks(
        "ch08-uniform-stability-hp",
        instances=(
            Instance(
                "shrunk-mean",
                rarely_above,
                {"rule": shrunk_mean(20, 5), "p": _HALF, "delta": Fraction(1, 10)},
            ),
            Instance(
                "constant",
                rarely_above,
                {"rule": _CONSTANT_RULE, "p": _HALF, "delta": Fraction(1, 4)},
            ),
            Instance(
                "slow",
                rarely_above,
                {
                    "rule": tuple(Fraction(k, 320) for k in range(41)),
                    "p": _HALF,
                    "delta": _HALF,
                },
            ),
            Instance(
                "certain", rarely_above, {"rule": shrunk_mean(6, 1), "p": _HALF, "delta": _ONE}
            ),
            Instance(
                "rule-of-four-bits",
                rule_is_an_algorithm,
                {"rule": (*shrunk_mean(4, 1)[:4], _ZERO), "p": Fraction(1, 3)},
            ),
            Instance("differences", bounded_difference, _case(_THREE, 2, memoriser(3, 2))),
            Instance("differences-equal", bounded_difference, _case(_SKEW, 2, _CONSTANT)),
            Instance("differences-of-both-risks", bounded_difference, _case(_LAST, 2, _TURNING)),
        ),
        searches=(
            Search("rules", rarely_above, _rules),
            Search("differences", bounded_difference, _bounded),
        ),
        controls=(
            Control(
                "jump",
                "γ is smaller than the uniform stability",
                rarely_above_altered,
                refuted_by=_altered((_ZERO, _ONE), _HALF, Fraction(2, 3)),
                holds_for=_altered((_ZERO, _ONE), _HALF, Fraction(2, 3), gamma=_ONE),
                drops="uniformly-stable",
            ),
            Control(
                "large-loss",
                "the loss is ten times its bound",
                rarely_above_altered,
                refuted_by=_altered((_ZERO, _ZERO), _HALF, Fraction(1, 4), scale=10),
                holds_for=_altered((_ZERO, _ZERO), _HALF, Fraction(1, 4)),
                drops="bounded-loss",
            ),
            Control(
                "copies",
                "the examples of a sample are copies of one example",
                rarely_above_altered,
                refuted_by=_altered(_CONSTANT_RULE, _HALF, Fraction(1, 4), same=True),
                holds_for=_altered(_CONSTANT_RULE, _HALF, Fraction(1, 4)),
                drops="iid-sample",
            ),
            Control(
                "half-the-logarithm",
                "the term with the logarithm is half as large",
                rarely_above_half,
                refuted_by={"rule": (_ZERO,) * 17, "p": _HALF, "delta": Fraction(1, 20)},
                holds_for={"rule": (_ZERO,) * 17, "p": _ZERO, "delta": Fraction(1, 20)},
            ),
            Control(
                "stability-once",
                "the gap is said to change by at most γ + M/N",
                difference_with_one_stability,
                refuted_by=_case(_LAST, 2, _TURNING),
                holds_for=_case(_SKEW, 2, _CONSTANT),
            ),
            Control(
                "mean-only",
                "the term with the logarithm is left out",
                rarely_above_mean,
                refuted_by={"rule": (_ZERO, _ZERO), "p": _HALF, "delta": Fraction(1, 4)},
                holds_for={"rule": (_ZERO, _ZERO), "p": _ZERO, "delta": Fraction(1, 4)},
            ),
            Control(
                "difference-of-stability",
                "the gap is said to change by at most γ",
                partial_difference,
                refuted_by=_case(_SKEW, 2, _CONSTANT),
                holds_for=_case(_SKEW, 2, ((0, 0, 0, 0), ((_ONE, _ONE),))),
            ),
        ),
    ),
    RowChecks(
        "ch08-dp-stability",
        instances=(
            Instance("response-three", randomized_response, {"k": Fraction(3)}),
            Instance("response-private", response_is_private, {"k": Fraction(3)}),
            Instance("response-fine", randomized_response, {"k": Fraction(11, 10)}),
            Instance("no-leak", randomized_response, {"k": _ONE}),
            Instance(
                "equality",
                loss_transfers,
                {"p": uniform(3), "q": _THREE, "loss": (_ZERO, _ZERO, _ONE), "k": Fraction(5, 4)},
            ),
            Instance(
                "released-bit",
                losses_close,
                {"p": point(2, 0), "q": point(2, 1), "loss": (_ONE, _ZERO), "k": _ONE},
            ),
        ),
        searches=(
            Exhaustion("laws-in-thirds", loss_transfers, _mechanisms),
            Search("transfer", loss_transfers, _private),
            Search("closeness", losses_close, _private),
        ),
        controls=(
            Control(
                "single-outcomes",
                "privacy is required of single outcomes, not of all events",
                loss_transfers_by_outcomes,
                refuted_by={
                    "p": (_HALF, _HALF, _ZERO, _ZERO),
                    "q": (_ZERO, _ZERO, _HALF, _HALF),
                    "loss": (_ONE, _ONE, _ZERO, _ZERO),
                    "k": _ONE,
                },
                holds_for={
                    "p": point(2, 0),
                    "q": point(2, 1),
                    "loss": (_ONE, _ZERO),
                    "k": _ONE,
                },
                drops="private",
            ),
            Control(
                "large-loss",
                "the loss may exceed 1",
                loss_transfers,
                refuted_by={
                    "p": point(2, 0),
                    "q": _FAIR,
                    "loss": (Fraction(2), _ZERO),
                    "k": _ONE,
                },
                holds_for={"p": point(2, 0), "q": _FAIR, "loss": (_ONE, _ZERO), "k": _ONE},
                drops="bounded-loss",
            ),
            Control(
                "a-third",
                "a third of k - 1 takes its place",
                losses_within_a_third,
                refuted_by={
                    "p": (Fraction(11, 21), Fraction(10, 21)),
                    "q": (Fraction(10, 21), Fraction(11, 21)),
                    "loss": (_ONE, _ZERO),
                    "k": Fraction(11, 10),
                },
                holds_for={
                    "p": point(2, 0),
                    "q": point(2, 1),
                    "loss": (_ONE, _ZERO),
                    "k": _ONE,
                },
            ),
            Control(
                "converse",
                "stability is said to imply privacy",
                privacy_from_stability,
                refuted_by={
                    "p": point(2, 0),
                    "q": point(2, 1),
                    "loss": (_HALF, _HALF),
                    "k": _ONE,
                },
                holds_for={
                    "p": point(2, 0),
                    "q": point(2, 1),
                    "loss": (_ONE, _ZERO),
                    "k": _ONE,
                },
            ),
        ),
        plots=(
            Plot(
                "randomized-response",
                "Stability of randomized response",
                randomized_response,
                "k",
                tuple(1 + Fraction(n, 10) for n in range(0, 31)),
                {"": {}},
                "exp(ε)",
                "change of the expected loss",
                "exp(ε) - 1",
            ),
        ),
    ),
)
