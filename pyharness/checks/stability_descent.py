"""Checks of chapter 8: steps of gradient descent, and the stability of its stochastic form.

Gradient descent runs on quadratics and on Huber losses; expectations run over all sequences of
indices.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from pyharness.checks import strategies as st
from pyharness.checks.matrices import Matrix, Vector, apply, dot, norm_squared, trace
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


# ----- Gradient steps -----------------------------------------------------------------------------


def clamp(value: Fraction, bound: Fraction) -> Fraction:
    """Return the nearest number in ``[-bound, bound]``."""
    return max(-bound, min(bound, value))


def step_contracts(curvature: Matrix, difference: Vector, step: Fraction) -> Comparison:
    """A gradient step of a quadratic does not increase the distance of two points, squared."""
    moved = apply(curvature, difference)
    after = tuple(a - step * b for a, b in zip(difference, moved, strict=True))
    return Comparison(norm_squared(after), "≤", norm_squared(difference))


def step_in_range(factor: Matrix, difference: Vector, part: Fraction) -> Comparison:
    """The same for ``Q = V V^T`` and a part of the largest step ``2/B``, with ``B = tr Q``."""
    curvature = tuple(tuple(dot(u, v) for v in factor) for u in factor)
    bound = trace(curvature) or Fraction(1)
    return step_contracts(curvature, difference, 2 * part / bound)


def cocoercive(factor: Matrix, difference: Vector) -> Comparison:
    """The gradient of a quadratic with ``Q = V V^T`` is co-coercive with ``B = tr Q``."""
    curvature = tuple(tuple(dot(u, v) for v in factor) for u in factor)
    bound = trace(curvature) or Fraction(1)
    change = apply(curvature, difference)
    return Comparison(dot(change, difference), "≥", norm_squared(change) / bound)


def huber_step(w: Fraction, v: Fraction, step: Fraction) -> Comparison:
    """A step on the Huber loss, whose gradient is ``w`` clamped to [-1, 1], contracts."""
    after = (w - step * clamp(w, Fraction(1))) - (v - step * clamp(v, Fraction(1)))
    return Comparison(abs(after), "≤", abs(w - v))


def square_of_step() -> tuple[sympy.Expr, sympy.Expr]:
    """What a step of size ``η`` on ``B w² / 2`` takes from a squared distance."""
    import sympy

    d, eta, b = sympy.symbols("d eta B")
    return d**2 - (d - eta * b * d) ** 2, eta * (2 / b - eta) * (b * d) ** 2


# ----- Stochastic gradient descent ----------------------------------------------------------------


class Dynamics(NamedTuple):
    """Huber losses ``huber(w - centre)`` with slopes up to ``L`` and curvature ``B``.

    With a negative ``B`` they are concave.
    """

    lipschitz: Fraction = Fraction(1)
    smoothness: Fraction = Fraction(1)

    def gradient(self, w: Fraction, centre: Fraction) -> Fraction:
        """Return the derivative of the loss."""
        return clamp(self.smoothness * (w - centre), self.lipschitz)

    def loss(self, w: Fraction, centre: Fraction) -> Fraction:
        """Return the loss."""
        u, knee = abs(w - centre), self.lipschitz / abs(self.smoothness)
        size = u**2 / 2 if u <= knee else knee * u - knee**2 / 2
        return self.smoothness * size

    def run(
        self, centres: tuple[Fraction, ...], steps: tuple[Fraction, ...], indices: tuple[int, ...]
    ) -> Fraction:
        """Run gradient steps from 0 on the losses with these indices."""
        w = Fraction(0)
        for step, i in zip(steps, indices, strict=True):
            w -= step * self.gradient(w, centres[i])
        return w


_HUBER = Dynamics()


def sgd_distance(
    centres: tuple[Fraction, ...],
    new: Fraction,
    steps: tuple[Fraction, ...],
    dynamics: Dynamics = _HUBER,
) -> Comparison:
    """The expected distance of the two runs is at most ``2L/N`` times the sum of the steps.

    The first centre is replaced; the expectation runs over all sequences of indices.
    """
    size = len(centres)
    sequences = list(product(range(size), repeat=len(steps)))
    total = sum(
        (
            abs(dynamics.run(centres, steps, k) - dynamics.run((new, *centres[1:]), steps, k))
            for k in sequences
        ),
        Fraction(0),
    )
    bound = 2 * dynamics.lipschitz / size * sum(steps)
    return Comparison(total / len(sequences), "≤", bound)


def sgd_stability(
    centres: tuple[Fraction, ...], new: Fraction, steps: tuple[Fraction, ...]
) -> Comparison:
    """The expected losses of the two runs differ by at most ``2L²/N`` times the sum of the steps.

    The largest difference over the centres as test examples.
    """
    size = len(centres)
    sequences = list(product(range(size), repeat=len(steps)))
    runs = [
        (_HUBER.run(centres, steps, k), _HUBER.run((new, *centres[1:]), steps, k))
        for k in sequences
    ]
    change = max(
        abs(sum((_HUBER.loss(w, z) - _HUBER.loss(v, z) for w, v in runs), Fraction(0)))
        for z in (*centres, new)
    )
    return Comparison(change / len(sequences), "≤", Fraction(2, size) * sum(steps))


def sgd_distance_squared_size(
    centres: tuple[Fraction, ...], new: Fraction, steps: tuple[Fraction, ...]
) -> Comparison:
    """The same with ``N²`` in place of ``N``."""
    usual = sgd_distance(centres, new, steps)
    return Comparison(usual.left, "≤", usual.right / len(centres))


def sgd_other_indices(
    centres: tuple[Fraction, ...], new: Fraction, steps: tuple[Fraction, ...]
) -> Comparison:
    """The same when the two runs draw their indices independently."""
    size = len(centres)
    sequences = list(product(range(size), repeat=len(steps)))
    second = [_HUBER.run((new, *centres[1:]), steps, k) for k in sequences]
    total = sum(
        (abs(_HUBER.run(centres, steps, k) - v) for k in sequences for v in second), Fraction(0)
    )
    return Comparison(total / len(sequences) ** 2, "≤", Fraction(2, size) * sum(steps))


def sgd_opposite_slopes(length: int, size: int) -> Comparison:
    """Opposite slopes with steps of one half: as far apart as the bound allows."""
    centres = (Fraction(100),) * size
    return sgd_distance(centres, Fraction(-100), (Fraction(1, 2),) * length)


# ----- The checks ---------------------------------------------------------------------------------


def _steps() -> SearchStrategy[dict[str, Any]]:
    number = st.parts(-3, 3, 6)
    return st.fixed_dictionaries(
        {
            "factor": st.tuples(st.tuples(number, number), st.tuples(number, number)),
            "difference": st.tuples(number, number),
            "part": st.parts(0, 1, 12),
        }
    )


def _gradients() -> SearchStrategy[dict[str, Any]]:
    return _steps().map(lambda case: {k: v for k, v in case.items() if k != "part"})


def _huber_steps() -> Iterator[Mapping[str, Any]]:
    numbers = [Fraction(n, 2) for n in range(-5, 6)]
    for w, v in product(numbers, repeat=2):
        for step in (Fraction(1, 2), Fraction(1), Fraction(3, 2), Fraction(2)):
            yield {"w": w, "v": v, "step": step}


def _runs() -> SearchStrategy[dict[str, Any]]:
    number = st.parts(-3, 3, 6)
    return st.fixed_dictionaries(
        {
            "centres": st.lists(number, min_size=1, max_size=3).map(tuple),
            "new": number,
            "steps": st.lists(st.parts(0, 2, 12), min_size=1, max_size=3).map(tuple),
        }
    )


_ZERO, _ONE, _HALF = Fraction(0), Fraction(1), Fraction(1, 2)
_FAR = Fraction(100)

CHECKS = (
    RowChecks(
        "ch08-gd-step-nonexpansive",
        identities=(Identity("parabola", square_of_step),),
        instances=(
            Instance(
                "reflection",
                step_contracts,
                {"curvature": ((1, 0), (0, 1)), "difference": (3, 4), "step": Fraction(2)},
            ),
            Instance(
                "to-the-minimum",
                step_contracts,
                {"curvature": ((2, 0), (0, 2)), "difference": (3, 4), "step": _HALF},
            ),
            Instance(
                "ill-conditioned",
                step_in_range,
                {"factor": ((3, 0), (0, Fraction(1, 3))), "difference": (1, 5), "part": _ONE},
            ),
            Instance("huber", huber_step, {"w": Fraction(3), "v": -_HALF, "step": Fraction(2)}),
        ),
        searches=(
            Exhaustion("huber", huber_step, _huber_steps),
            Search("quadratics", step_in_range, _steps),
            Search("co-coercive", cocoercive, _gradients),
        ),
        controls=(
            Control(
                "concave",
                "the loss is concave",
                step_contracts,
                refuted_by={"curvature": ((-1,),), "difference": (1,), "step": _ONE},
                holds_for={"curvature": ((-1,),), "difference": (1,), "step": _ZERO},
                drops="convex",
            ),
            Control(
                "steep-gradient",
                "the gradient changes faster than B = 1 allows",
                step_contracts,
                refuted_by={"curvature": ((4,),), "difference": (1,), "step": _ONE},
                holds_for={"curvature": ((1,),), "difference": (1,), "step": _ONE},
                drops="smooth",
            ),
            Control(
                "long-step",
                "the step is 3/B",
                step_contracts,
                refuted_by={"curvature": ((1,),), "difference": (1,), "step": Fraction(3)},
                holds_for={"curvature": ((1,),), "difference": (0,), "step": Fraction(3)},
                drops="step-range",
            ),
        ),
        plots=(
            Plot(
                "steps",
                "Squared distance of two points after a step, B = 1",
                step_contracts,
                "step",
                tuple(Fraction(n, 10) for n in range(0, 21)),
                {
                    "curvature 1": {"curvature": ((1,),), "difference": (1,)},
                    "curvature 1/2": {"curvature": ((_HALF,),), "difference": (1,)},
                },
                "step η",
                "after the step",
                "before the step",
            ),
        ),
    ),
    RowChecks(
        "ch08-sgd-coupling",
        instances=(
            Instance("opposite-slopes", sgd_opposite_slopes, {"length": 3, "size": 3}),
            Instance(
                "huber",
                sgd_distance,
                {
                    "centres": (_ZERO, Fraction(2), _ONE),
                    "new": -_ONE,
                    "steps": (_ONE, _HALF, Fraction(1, 3)),
                },
            ),
            Instance(
                "largest-steps",
                sgd_distance,
                {"centres": (_ONE, -_ONE), "new": -_FAR, "steps": (Fraction(2),) * 3},
            ),
            Instance(
                "losses",
                sgd_stability,
                {"centres": (_FAR, -_FAR), "new": -_FAR, "steps": (_HALF, _HALF, _HALF)},
            ),
        ),
        searches=(
            Search("distances", sgd_distance, _runs),
            Search("losses", sgd_stability, _runs),
        ),
        controls=(
            Control(
                "concave",
                "the losses are concave",
                sgd_distance,
                refuted_by={
                    "centres": (_HALF, _ZERO),
                    "new": -_HALF,
                    "steps": (_ONE, _ONE, _ONE),
                    "dynamics": Dynamics(_HALF, -_ONE),
                },
                holds_for={
                    "centres": (_HALF, _ZERO),
                    "new": -_HALF,
                    "steps": (_ONE,),
                    "dynamics": Dynamics(_HALF, -_ONE),
                },
                drops="convex-smooth-lipschitz",
            ),
            Control(
                "long-steps",
                "the steps exceed 2/B",
                sgd_distance,
                refuted_by={
                    "centres": (Fraction(-3, 2), _ZERO),
                    "new": Fraction(3, 2),
                    "steps": (_ONE, Fraction(10)),
                },
                holds_for={
                    "centres": (Fraction(-3, 2), _ZERO),
                    "new": Fraction(3, 2),
                    "steps": (_ONE, Fraction(2)),
                },
                drops="step-range",
            ),
            Control(
                "other-indices",
                "the two runs draw their indices independently",
                sgd_other_indices,
                refuted_by={
                    "centres": (_FAR, _FAR, -_FAR, -_FAR),
                    "new": _FAR,
                    "steps": (_ONE,),
                },
                holds_for={"centres": (_FAR,), "new": -_FAR, "steps": (_ONE, _ONE)},
                drops="shared-indices",
            ),
            Control(
                "size-squared",
                "the bound is divided by N²",
                sgd_distance_squared_size,
                refuted_by={"centres": (_FAR, _FAR), "new": -_FAR, "steps": (_ONE, _ONE)},
                holds_for={"centres": (_FAR,), "new": -_FAR, "steps": (_ONE, _ONE)},
            ),
        ),
    ),
)
