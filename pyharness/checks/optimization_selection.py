"""Checks of chapter 5: the interpolant that AdaGrad selects, and the one of gradient descent."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from pyharness.checks.enclosures import Interval, distance, ends, real, sqrt, total
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    apply,
    gram,
    inverse,
    matrix,
    real_vector,
    scale,
    transpose,
    vector,
)
from pyharness.checks.model import (
    AGREEMENT,
    Comparison,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
)
from pyharness.checks.optimization import descent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


__all__ = ["CHECKS"]


# ----- The selected interpolant -------------------------------------------------------------------


def examples(positive: int, negative: int) -> tuple[Matrix, Vector]:
    """Return the inputs and labels of the marginal-value problem."""
    width = 3 + positive + 5 * negative
    rows, labels = [], [1] * positive + [-1] * negative
    first = 3
    for label in labels:
        size = 1 if label == 1 else 5
        own = [int(first <= j < first + size) for j in range(3, width)]
        rows.append((label, 1, 1, *own))
        first += size
    return matrix(*rows), vector(*labels)


def signs(positive: int, negative: int) -> Vector:
    """Return the signs of ``Xᵀy``."""
    x, y = examples(positive, negative)
    return tuple(Fraction((s > 0) - (s < 0)) for s in apply(transpose(x), y))


def least_norm(positive: int, negative: int) -> Vector:
    """Return the interpolant of least norm, ``Xᵀ (X Xᵀ)⁻¹ y``."""
    x, y = examples(positive, negative)
    return apply(transpose(x), apply(inverse(gram(x)), y))


def fresh(w: Vector) -> tuple[Fraction, Fraction]:
    """Return the predictions for a fresh positive and a fresh negative example.

    Their own blocks are new, so the weights there are zero.
    """
    return w[0] + w[1] + w[2], -w[0] + w[1] + w[2]


#: The numbers of the examples of each step.
Batches = tuple[tuple[int, ...], ...]


def adagrad(
    counts: tuple[int, int], start: Vector, rate: tuple[Fraction, Fraction], batches: Batches
) -> tuple[Interval, ...]:
    """Return where diagonal AdaGrad, with ``(η, ε)``, is after one step for each batch."""
    x, y = examples(*counts)
    w, sums = list(real_vector(start)), [real(0)] * len(x[0])
    for batch in batches:
        errors = {
            i: total(real(e) * c for e, c in zip(x[i], w, strict=True) if e) - real(y[i])
            for i in batch
        }
        for j in range(len(w)):
            g = total(real(x[i][j]) * errors[i] for i in batch if x[i][j])
            sums[j] = sums[j] + g**2
            if ends(sums[j])[1]:
                w[j] = w[j] - real(rate[0]) * g / (sqrt(sums[j]) + real(rate[1]))
    return tuple(w)


def all_batches(positive: int, negative: int, steps: int) -> Batches:
    """Return the batches that are the whole training set."""
    return (tuple(range(positive + negative)),) * steps


def zeros(positive: int, negative: int) -> Vector:
    """Return the start at zero."""
    return (Fraction(0),) * (3 + positive + 5 * negative)


def signs_interpolate(positive: int, negative: int) -> Comparison:
    """The vector ``sgn(Xᵀy) / 4`` interpolates the labels."""
    x, y = examples(positive, negative)
    return Comparison(apply(x, scale(Fraction(1, 4), signs(positive, negative))), "=", y)


def stays_on_the_line(
    positive: int, negative: int, step: Fraction, epsilon: Fraction, steps: int
) -> Comparison:
    """AdaGrad stays on the multiples of ``sgn(Xᵀy)``: the spread of ``w_j`` times sign is zero."""
    found = adagrad(
        (positive, negative),
        zeros(positive, negative),
        (step, epsilon),
        all_batches(positive, negative, steps),
    )
    return _spread(found, signs(positive, negative))


def stays_on_the_line_from(start: Vector, step: Fraction, batches: Batches) -> Comparison:
    """The same for two positive examples and a negative one, from any start, with any batches."""
    return _spread(adagrad((2, 1), start, (step, Fraction(0)), batches), signs(2, 1))


def _spread(found: tuple[Interval, ...], sign: Vector) -> Comparison:
    first = found[0] * real(sign[0])
    spread = max(distance(w * real(s), first) for w, s in zip(found, sign, strict=True))
    return Comparison(spread, "<", AGREEMENT)


def reaches_the_signs(
    positive: int, negative: int, step: Fraction, steps: int, tolerance: Fraction
) -> Comparison:
    """AdaGrad from zero is close to ``sgn(Xᵀy) / 4`` in every coordinate."""
    found = adagrad(
        (positive, negative),
        zeros(positive, negative),
        (step, Fraction(0)),
        all_batches(positive, negative, steps),
    )
    pairs = zip(found, signs(positive, negative), strict=True)
    return Comparison(max(distance(w, real(s / 4)) for w, s in pairs), "<", tolerance)


def adagrad_calls_all_positive(positive: int, negative: int) -> Comparison:
    """The limit of AdaGrad predicts ``(3/4, 1/4)`` on fresh examples: both are positive."""
    found = fresh(scale(Fraction(1, 4), signs(positive, negative)))
    return Comparison(found, "=", (Fraction(3, 4), Fraction(1, 4)))


def least_norm_is_right(positive: int, negative: int) -> Comparison:
    """The interpolant of least norm predicts ``1 - α₊ > 0`` and ``-1 - 5α₋ < 0``."""
    found = fresh(least_norm(positive, negative))
    size = 8 * positive * negative + 15 * positive + 3 * negative + 5
    plus, minus = Fraction(4 * negative + 5, size), -Fraction(4 * positive + 1, size)
    expected = (1 - plus, -1 - 5 * minus)
    return Comparison((found, found[0] > 0, found[1] < 0), "=", (expected, True, True))


def descent_is_right(positive: int, negative: int, step: Fraction, steps: int) -> Comparison:
    """Gradient descent from zero, run for a while, classifies both fresh examples correctly."""
    x, y = examples(positive, negative)
    found = fresh(descent(x, y, zeros(positive, negative), step, steps))
    return Comparison((found[0] > 0, found[1] < 0), "=", (True, True))


# ----- Families -----------------------------------------------------------------------------------


def _pairs(largest: int) -> Iterator[dict[str, Any]]:
    """Yield the counts ``p > q ≥ 1``."""
    for positive in range(2, largest + 1):
        for negative in range(1, positive):
            yield {"positive": positive, "negative": negative}


_ONE, _ZERO = Fraction(1), Fraction(0)
_WHOLE = all_batches(2, 1, 3)


CHECKS = (
    RowChecks(
        "ch05-marginal-value",
        instances=(
            Instance("signs-interpolate", signs_interpolate, {"positive": 2, "negative": 1}),
            Instance(
                "one-step",
                reaches_the_signs,
                {
                    "positive": 2,
                    "negative": 1,
                    "step": Fraction(1, 4),
                    "steps": 1,
                    "tolerance": AGREEMENT,
                },
            ),
            Instance(
                "twenty-steps",
                reaches_the_signs,
                {
                    "positive": 3,
                    "negative": 2,
                    "step": Fraction(1, 8),
                    "steps": 20,
                    "tolerance": Fraction(1, 10**4),
                },
            ),
            Instance("fresh-adagrad", adagrad_calls_all_positive, {"positive": 5, "negative": 2}),
            Instance("fresh-least-norm", least_norm_is_right, {"positive": 5, "negative": 2}),
            Instance(
                "fresh-descent",
                descent_is_right,
                {"positive": 2, "negative": 1, "step": Fraction(1, 16), "steps": 20},
            ),
        ),
        searches=(
            Exhaustion("signs-interpolate", signs_interpolate, lambda: _pairs(5)),
            Exhaustion("fresh-adagrad", adagrad_calls_all_positive, lambda: _pairs(5)),
            Exhaustion("fresh-least-norm", least_norm_is_right, lambda: _pairs(5)),
            Exhaustion(
                "line",
                stays_on_the_line,
                lambda: (
                    {**pair, "step": step, "epsilon": _ZERO, "steps": 3}
                    for pair in _pairs(3)
                    for step in (Fraction(1, 10), _ONE)
                ),
            ),
        ),
        controls=(
            Control(
                "as-many-negatives",
                "there are as many negative as positive examples",
                signs_interpolate,
                refuted_by={"positive": 2, "negative": 2},
                holds_for={"positive": 3, "negative": 2},
                drops="more-positives",
            ),
            Control(
                "positive-epsilon",
                "the number ε is one",
                stays_on_the_line,
                refuted_by={
                    "positive": 2,
                    "negative": 1,
                    "step": Fraction(1, 10),
                    "epsilon": _ONE,
                    "steps": 5,
                },
                holds_for={
                    "positive": 2,
                    "negative": 1,
                    "step": Fraction(1, 10),
                    "epsilon": _ZERO,
                    "steps": 5,
                },
                drops="zero-epsilon",
            ),
            Control(
                "single-examples",
                "every step takes the gradient of one example",
                stays_on_the_line_from,
                refuted_by={
                    "start": zeros(2, 1),
                    "step": Fraction(1, 10),
                    "batches": ((0,), (1,), (2,)),
                },
                holds_for={"start": zeros(2, 1), "step": Fraction(1, 10), "batches": _WHOLE},
                drops="full-batch",
            ),
            Control(
                "other-start",
                "descent starts at another interpolant, the first coordinate",
                stays_on_the_line_from,
                refuted_by={
                    "start": vector(1, *[0] * 9),
                    "step": Fraction(1, 10),
                    "batches": _WHOLE,
                },
                holds_for={
                    "start": scale(Fraction(1, 4), signs(2, 1)),
                    "step": Fraction(1, 10),
                    "batches": _WHOLE,
                },
                drops="zero-start",
            ),
        ),
    ),
)
