"""The exact functions of the checks of chapters 15, 17, 19, 21, 22, on values known otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pyharness.checks import (
    emergence,
    emergence_mechanisms,
    grokking_dynamics,
    grokking_fourier,
    scaling_inference,
    sequences_causality,
    sequences_icl,
    sequences_posterior,
    shift,
    shift_objectives,
)
from pyharness.checks.enclosures import distance, real
from pyharness.checks.matrices import matrix, vector

HALF = Fraction(1, 2)


def test_masks() -> None:
    scores = matrix((1, 9), (1, 3))
    assert sequences_causality.mask_scores(scores) == matrix((1, 0), ("1/4", "3/4"))
    assert sequences_causality.mask_weights(scores) == matrix(("1/10", 0), ("1/4", "3/4"))
    assert sequences_causality.no_mask(scores) == matrix(("1/10", "9/10"), ("1/4", "3/4"))


def test_induction_head() -> None:
    assert sequences_causality.induction_head("abaca", "abc") == vector(0, "1/2", "1/2")
    assert sequences_causality.induction_head("abc", "abc") == vector(0, 0, 0)


def test_gradient_of_least_squares() -> None:
    prompt = sequences_icl.Prompt(matrix((1, 0), (1, 2)), vector(1, 3), vector(0, 1))
    assert sequences_icl.gradient(prompt, vector(0, 0)) == vector(-2, -3)
    assert sequences_icl.gradient(prompt, vector(1, 1)) == vector(0, 0)


def test_posterior_of_two_rules() -> None:
    rules = sequences_posterior.Mixture(vector("1/3", "2/3"), matrix((0, 1), (1, 0)))
    assert sequences_posterior.posterior(rules, ((), (), 0)) == vector("1/3", "2/3")
    assert sequences_posterior.posterior(rules, ((0,), (1,), 0)) == vector(0, 1)
    assert sequences_posterior.prediction(rules, ((0,), (1,), 1)) == 0


def test_votes_and_budgets() -> None:
    assert scaling_inference.majority(HALF, 5) == HALF
    assert scaling_inference.majority(Fraction(2, 3), 3) == Fraction(20, 27)
    assert scaling_inference.stopping(vector("1/2"), 3) == Fraction(7, 8)
    assert scaling_inference.greedy(vector("1/10", "1/2"), 3) == (0, 3)
    assert len(list(scaling_inference.allocations(3, 4))) == 15


def test_order_of_an_element() -> None:
    assert [grokking_fourier.order(root, 7) for root in range(1, 7)] == [1, 3, 6, 3, 6, 2]


def test_margins() -> None:
    assert distance(grokking_fourier.margin(4, (1,)), real(1)) < Fraction(1, 10**40)
    assert distance(grokking_fourier.margin(6, (2, 3)), real(Fraction(3, 2))) < Fraction(1, 10**40)


def test_first_times_and_delays() -> None:
    curve = vector(0, "1/2", 1)
    assert grokking_dynamics.first_time(curve, HALF) == 2
    assert grokking_dynamics.first_time(curve, Fraction(2)) is None
    with pytest.raises(ValueError, match="not reached"):
        grokking_dynamics.delay(curve, curve, Fraction(2))


def test_interpolants_agree_with_the_training_pairs() -> None:
    found = list(grokking_dynamics.interpolants(2, ((0, 1), (1, 1))))
    assert len(found) == 4
    assert all(f[0, 1] == 1 and f[1, 1] == 0 for f in found)


def test_kinds_of_shift() -> None:
    p = matrix(("1/2", 0), (0, "1/2"))
    assert shift.kind(p, p) == (False, False, False)
    # each label has its own input: inputs and labels shift together
    assert shift.kind(p, matrix(("1/4", 0), (0, "3/4"))) == (True, True, False)


def test_brier_score() -> None:
    assert shift_objectives.brier(matrix((1, 0)), matrix((1, 0))) == 0
    assert shift_objectives.brier(matrix((1, 0)), matrix(("1/2", "1/2"))) == HALF
    assert shift_objectives.brier(matrix((1, 0)), matrix((0, 1))) == 2


def test_gradual_loss() -> None:
    at = [emergence.gradual_loss(1, (4,), Fraction(t), HALF, Fraction(3, 2)) for t in (2, 4, 6)]
    assert at == [1, HALF, 0]
    # a step, when the error falls at once
    one = Fraction(1)
    assert emergence.gradual_loss(1, (4,), Fraction(4), one, one) == 0


def test_connection_of_a_triangle() -> None:
    triangle = ((0, 1), (1, 2), (0, 2))
    event = emergence_mechanisms.connected((0, 1, 2))
    assert emergence_mechanisms.chance(triangle, HALF, event) == HALF
    assert emergence_mechanisms.chance((), HALF, event) == 0


def test_bigrams() -> None:
    assert emergence_mechanisms.bigram("aab", "a", "ab") == vector("1/2", "1/2")
    assert emergence_mechanisms.bigram("aab", "b", "ab") == vector(0, 0)
    assert emergence_mechanisms.maximum("aab") == Fraction(4, 27)
