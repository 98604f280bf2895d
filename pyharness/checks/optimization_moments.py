"""Checks of chapter 5: averages with a memory, Adam, AMSGrad, AdamW and methods that use signs.

Adam's step is a root only in its size, so its sign and its square are compared exactly.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from pyharness.checks import strategies
from pyharness.checks.enclosures import Interval, real, sqrt
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    diagonal,
    dot,
    identity,
    matrices,
    matrix,
    norm_squared,
    numbers,
    scale,
    subtract,
    vector,
    vectors,
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
    from typing import Any

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS", "averages", "squares"]


# ----- Averages -----------------------------------------------------------------------------------


def averages(values: Vector, beta: Fraction, start: Fraction = Fraction(0)) -> Vector:
    """Return ``m_1, m_2, ...`` for ``m_t = β m_{t-1} + (1 - β) g_t``."""
    found, m = [], start
    for g in values:
        m = beta * m + (1 - beta) * g
        found.append(m)
    return tuple(found)


def corrected(values: Vector, beta: Fraction, start: Fraction = Fraction(0)) -> Vector:
    """Return the averages divided by ``1 - β^t``."""
    return tuple(m / (1 - beta**t) for t, m in enumerate(averages(values, beta, start), 1))


def squares(values: Vector) -> Vector:
    """Return the squares."""
    return tuple(g * g for g in values)


def average_is_weighted(values: Vector, beta: Fraction) -> Comparison:
    """The average is ``(1 - β) Σ β^(t-i) g_i``, and the weights sum to ``1 - β^t``."""
    t = len(values)
    weights = tuple((1 - beta) * beta ** (t - i) for i in range(1, t + 1))
    found = (averages(values, beta)[-1], sum(weights, Fraction(0)))
    return Comparison(found, "=", (dot(weights, values), 1 - beta**t))


def constant_gradients(g: Fraction, beta: Fraction, rounds: int) -> Comparison:
    """If all gradients are ``g``, the corrected average is ``g``."""
    return Comparison(corrected((g,) * rounds, beta)[-1], "=", g)


def constant_gradients_uncorrected(g: Fraction, beta: Fraction, rounds: int) -> Comparison:
    """If all gradients are ``g``, the average is ``g``."""
    return Comparison(averages((g,) * rounds, beta)[-1], "=", g)


def below_the_largest(values: Vector, beta: Fraction, start: Fraction = Fraction(0)) -> Comparison:
    """The corrected average is at most the largest gradient."""
    return Comparison(corrected(values, beta, start)[-1], "≤", max(values))


def above_the_smallest(values: Vector, beta: Fraction, start: Fraction = Fraction(0)) -> Comparison:
    """The corrected average is at least the smallest gradient."""
    return Comparison(corrected(values, beta, start)[-1], "≥", min(values))


def square_below_the_largest(values: Vector, beta: Fraction) -> Comparison:
    """The corrected average of the squares is at most the largest square."""
    return Comparison(corrected(squares(values), beta)[-1], "≤", max(squares(values)))


def three_rounds() -> tuple[sympy.Expr, sympy.Expr]:
    """The third average, for all gradients and all ``β``."""
    import sympy

    beta, *g = sympy.symbols("beta g1:4")
    m = 0
    for value in g:
        m = beta * m + (1 - beta) * value
    return m, (1 - beta) * (beta**2 * g[0] + beta * g[1] + g[2])


# ----- Adam ---------------------------------------------------------------------------------------


def squared_step(values: Vector, betas: tuple[Fraction, Fraction]) -> tuple[int, Fraction]:
    """Return the sign and the square of ``m̂ / √v̂``, Adam's last step with ``ε = 0, η = 1``."""
    m, v = corrected(values, betas[0])[-1], corrected(squares(values), betas[1])[-1]
    return (m > 0) - (m < 0), m * m / v


def scale_does_not_matter(
    values: Vector, betas: tuple[Fraction, Fraction], factor: Fraction
) -> Comparison:
    """Gradients multiplied by a factor give the same step."""
    return Comparison(squared_step(scale(factor, values), betas), "=", squared_step(values, betas))


def scale_does_not_matter_with_epsilon(
    values: Vector, betas: tuple[Fraction, Fraction], factor: Fraction, epsilon: Fraction
) -> Comparison:
    """The same for the step ``m̂ / (√v̂ + ε)``."""

    def step(found: Vector) -> Interval:
        m, v = corrected(found, betas[0])[-1], corrected(squares(found), betas[1])[-1]
        return real(m) / (sqrt(v) + real(epsilon))

    return Comparison(step(scale(factor, values)), "≈", step(values))


def step_is_bounded(values: Vector, beta: Fraction) -> Comparison:
    """Without momentum and correction the square of ``g_t/√v_t`` is at most ``1/(1 - β₂)``."""
    return Comparison(values[-1] ** 2 / averages(squares(values), beta)[-1], "≤", 1 / (1 - beta))


def step_with_momentum_is_bounded(values: Vector, betas: tuple[Fraction, Fraction]) -> Comparison:
    """The square of ``m_t/√v_t`` is at most ``1/(1 - β₂)``."""
    m, v = averages(values, betas[0])[-1], averages(squares(values), betas[1])[-1]
    return Comparison(m * m / v, "≤", 1 / (1 - betas[1]))


def first_step(g: Fraction, betas: tuple[Fraction, Fraction], epsilon: Fraction) -> Comparison:
    """Adam's first step is ``g/(|g| + ε)``, whatever the memories are."""
    m, v = corrected((g,), betas[0])[0], corrected((g * g,), betas[1])[0]
    return Comparison(real(m) / (sqrt(v) + real(epsilon)), "≈", g / (abs(g) + epsilon))


def first_step_uncorrected(
    g: Fraction, betas: tuple[Fraction, Fraction], epsilon: Fraction
) -> Comparison:
    """The same without the corrections of the bias."""
    m, v = averages((g,), betas[0])[0], averages((g * g,), betas[1])[0]
    return Comparison(real(m) / (sqrt(v) + real(epsilon)), "≈", g / (abs(g) + epsilon))


def equal_gradients(
    g: Fraction, betas: tuple[Fraction, Fraction], epsilon: Fraction, rounds: int
) -> Comparison:
    """If all gradients are equal, every step is ``g/(|g| + ε)``."""
    m, v = corrected((g,) * rounds, betas[0])[-1], corrected((g * g,) * rounds, betas[1])[-1]
    return Comparison(real(m) / (sqrt(v) + real(epsilon)), "≈", g / (abs(g) + epsilon))


# ----- AMSGrad ------------------------------------------------------------------------------------


def largest_so_far(values: Vector, beta: Fraction, start: Fraction = Fraction(0)) -> Vector:
    """Return AMSGrad's ``ṽ_1, ṽ_2, ...``."""
    found, largest = [], start
    for v in corrected(squares(values), beta):
        largest = max(largest, v)
        found.append(largest)
    return tuple(found)


def is_the_largest(values: Vector, beta: Fraction, start: Fraction = Fraction(0)) -> Comparison:
    """AMSGrad's ``ṽ_t`` is the largest of ``v̂_1, ..., v̂_t``."""
    return Comparison(
        largest_so_far(values, beta, start)[-1], "=", max(corrected(squares(values), beta))
    )


def denominator_grows(values: Vector, beta: Fraction) -> Comparison:
    """AMSGrad's ``ṽ_t`` is at least the one before."""
    before, after = largest_so_far(values, beta)[-2:]
    return Comparison(before, "≤", after)


def adam_denominator_grows(values: Vector, beta: Fraction) -> Comparison:
    """Adam's ``v̂_t`` is at least the one before."""
    before, after = corrected(squares(values), beta)[-2:]
    return Comparison(before, "≤", after)


def adam_after_a_silent_round(beta: Fraction) -> Comparison:
    """For the gradients 1 and 0 Adam has ``v̂₁ = 1`` and ``v̂₂ = β/(1 + β)``."""
    return Comparison(corrected(vector(1, 0), beta), "=", (Fraction(1), beta / (1 + beta)))


def two_rounds_of_adam() -> tuple[sympy.Expr, sympy.Expr]:
    """The corrected average of the squares after the gradients 1 and 0."""
    import sympy

    beta = sympy.symbols("beta")
    return beta * (1 - beta) / (1 - beta**2), beta / (1 + beta)


# ----- Weight decay -------------------------------------------------------------------------------


def decoupled(
    p: Matrix, theta: Vector, gradient: Vector, rates: tuple[Fraction, Fraction]
) -> Vector:
    """Return the step of AdamW with ``(η, λ)``."""
    step, decay = rates
    return subtract(scale(1 - step * decay, theta), scale(step, apply(p, gradient)))


def regularised(
    p: Matrix, theta: Vector, gradient: Vector, rates: tuple[Fraction, Fraction]
) -> Vector:
    """Return the step of preconditioned descent on the loss plus ``λ/2 |θ|²``."""
    step, decay = rates
    return subtract(theta, scale(step, apply(p, add(gradient, scale(decay, theta)))))


def difference_of_decays(
    p: Matrix, theta: Vector, gradient: Vector, rates: tuple[Fraction, Fraction]
) -> Comparison:
    """The steps of AdamW and of regularisation differ by ``ηλ (P - I) θ``."""
    return difference_with_momentum(p, theta, gradient, gradient, rates)


def difference_with_momentum(
    p: Matrix, theta: Vector, gradient: Vector, momentum: Vector, rates: tuple[Fraction, Fraction]
) -> Comparison:
    """The same if AdamW has another vector in place of the gradient."""
    found = subtract(decoupled(p, theta, momentum, rates), regularised(p, theta, gradient, rates))
    expected = scale(rates[0] * rates[1], subtract(apply(p, theta), theta))
    return Comparison(found, "=", expected)


def coincide_only_for_identity(
    p: Matrix, gradient: Vector, rates: tuple[Fraction, Fraction]
) -> Comparison:
    """The steps coincide at all unit vectors exactly when ``P = I``."""
    same = all(
        decoupled(p, e, gradient, rates) == regularised(p, e, gradient, rates)
        for e in identity(len(p))
    )
    return Comparison(same, "=", p == identity(len(p)))


def coincide_if_diagonal(
    sizes: Vector, theta: Vector, gradient: Vector, rates: tuple[Fraction, Fraction]
) -> Comparison:
    """The steps coincide if ``P`` is diagonal."""
    p = diagonal(sizes)
    return Comparison(
        decoupled(p, theta, gradient, rates), "=", regularised(p, theta, gradient, rates)
    )


# ----- Clipping and signs -------------------------------------------------------------------------


def clip(number: Fraction, bound: Fraction) -> Fraction:
    """Return the nearest number of the interval from ``-ρ`` to ``ρ``."""
    return min(max(number, -bound), bound)


def clipped_step(
    m: Fraction, h: Fraction, floor: Fraction, bound: Fraction, step: Fraction
) -> Comparison:
    """A coordinate moves by at most ``ηρ``."""
    return Comparison(abs(step * clip(m / max(h, floor), bound)), "≤", step * bound)


def unclipped_step(
    m: Fraction, h: Fraction, floor: Fraction, bound: Fraction, step: Fraction
) -> Comparison:
    """A coordinate moves by at most ``ηρ`` without clipping."""
    return Comparison(abs(step * m / max(h, floor)), "≤", step * bound)


def sign(x: Vector) -> Vector:
    """Return the signs of the coordinates."""
    return tuple(Fraction((a > 0) - (a < 0)) for a in x)


def sign_of_multiple(m: Vector, factor: Fraction) -> Comparison:
    """A multiple of the vector has the same signs."""
    return Comparison(sign(scale(factor, m)), "=", sign(m))


def moves_by_the_step(m: Vector, step: Fraction) -> Comparison:
    """Every coordinate that is not zero moves by exactly ``η``."""
    moved = scale(-step, sign(m))
    return Comparison(
        tuple(abs(d) for d in moved), "=", tuple(step if a else Fraction(0) for a in m)
    )


def least_on_the_cube(g: Vector, d: Vector) -> Comparison:
    """On the cube ``|d_j| ≤ 1`` the inner product is at least ``-|g|₁``."""
    return Comparison(dot(g, d), "≥", -sum(map(abs, g), Fraction(0)))


def attained_by_the_sign(g: Vector) -> Comparison:
    """The vector ``-sgn(g)`` attains ``-|g|₁``, and no corner of the cube has less."""
    corners = product((Fraction(1), Fraction(-1)), repeat=len(g))
    size = sum(map(abs, g), Fraction(0))
    found = (dot(g, scale(-1, sign(g))), min(dot(g, d) for d in corners))
    return Comparison(found, "=", (-size, -size))


def least_is_the_euclidean_norm(g: Vector) -> Comparison:
    """The square of the minimum over the corners of the cube is ``|g|₂²``."""
    corners = product((Fraction(1), Fraction(-1)), repeat=len(g))
    return Comparison(min(dot(g, d) for d in corners) ** 2, "=", norm_squared(g))


# ----- Two memories -------------------------------------------------------------------------------


def impulse(rounds: int) -> Vector:
    """Return the gradients 1, 0, 0, ..."""
    return vector(1, *[0] * (rounds - 1))


def memory_of_an_impulse(beta: Fraction, rounds: int) -> Comparison:
    """The memory of one impulse is ``(1 - β) β^(t-1)``."""
    return Comparison(averages(impulse(rounds), beta)[-1], "=", (1 - beta) * beta ** (rounds - 1))


def slow_is_larger(fast: Fraction, slow: Fraction, rounds: int) -> Comparison:
    """The slow memory of an impulse is larger than the fast one."""
    gradients = impulse(rounds)
    return Comparison(averages(gradients, fast)[-1], "<", averages(gradients, slow)[-1])


def slow_is_larger_late(fast: Fraction, slow: Fraction) -> Comparison:
    """It is larger from the first round ``t > 1 + β_f/(1 - β_s)`` on, by Bernoulli's inequality."""
    return slow_is_larger(fast, slow, int(1 + fast / (1 - slow)) + 1)


def fast_is_larger_first(fast: Fraction, slow: Fraction) -> Comparison:
    """In the first round the fast memory is larger."""
    return Comparison(averages(impulse(1), fast)[0], ">", averages(impulse(1), slow)[0])


def memory_plot(beta: Fraction, other: Fraction, rounds: int) -> Comparison:
    """The two memories differ."""
    gradients = impulse(rounds)
    return Comparison(averages(gradients, beta)[-1], "≠", averages(gradients, other)[-1])


# ----- Families -----------------------------------------------------------------------------------


def _betas() -> SearchStrategy[Fraction]:
    return numbers(0, 1, 10).filter(lambda beta: beta < 1)


def _lists(*, nonzero: bool = False) -> SearchStrategy[Vector]:
    entry = numbers(-3, 3, 2)
    values = strategies.lists(entry, min_size=1, max_size=6).map(tuple)
    return values.filter(any) if nonzero else values


def _averaged() -> Mapping[str, SearchStrategy[Any]]:
    return {"values": _lists(), "beta": _betas()}


def _small_gradients() -> Iterator[dict[str, Any]]:
    """Yield all sequences of two to four gradients 0, 1, 2, with two memories."""
    for length in (2, 3, 4):
        for values in product((0, 1, 2), repeat=length):
            for beta in (Fraction(1, 2), Fraction(9, 10)):
                yield {"values": vector(*values), "beta": beta}


def _decays() -> Mapping[str, SearchStrategy[Any]]:
    positive = numbers(0, 2, 4).filter(bool)
    return {
        "p": matrices(2, 2),
        "theta": vectors(2),
        "gradient": vectors(2),
        "rates": strategies.tuples(positive, positive),
    }


def _clips() -> Mapping[str, SearchStrategy[Any]]:
    positive = numbers(0, 2, 4).filter(bool)
    return {
        "m": numbers(-5, 5, 2),
        "h": numbers(-2, 4, 4),
        "floor": positive,
        "bound": positive,
        "step": positive,
    }


def _two_memories() -> SearchStrategy[dict[str, Any]]:
    pairs = strategies.tuples(strategies.integers(1, 19), strategies.integers(1, 19))
    return pairs.filter(lambda pair: pair[0] != pair[1]).map(
        lambda pair: {"fast": Fraction(min(pair), 20), "slow": Fraction(max(pair), 20)}
    )


_ZERO, _ONE, _HALF, _NINE = Fraction(0), Fraction(1), Fraction(1, 2), Fraction(9, 10)
_ADAM = (_NINE, Fraction(99, 100))
_RATES = (Fraction(1, 10), _HALF)
_DECAY = {
    "p": diagonal(vector(1, 2)),
    "theta": vector(1, 1),
    "gradient": vector(0, 1),
    "rates": _RATES,
}
_CLIP = {"m": Fraction(3), "floor": Fraction(1, 100), "bound": _ONE, "step": Fraction(1, 10)}


CHECKS = (
    RowChecks(
        "ch05-ema-weights",
        identities=(Identity("three-rounds", three_rounds),),
        instances=(
            Instance("weights", average_is_weighted, {"values": vector(1, -2, 5), "beta": _NINE}),
            Instance(
                "constant", constant_gradients, {"g": Fraction(7), "beta": _NINE, "rounds": 4}
            ),
            Instance("no-memory", below_the_largest, {"values": vector(1, 5), "beta": _ZERO}),
            Instance("smallest", above_the_smallest, {"values": vector(3, 1, 1), "beta": _NINE}),
            Instance("squares", square_below_the_largest, {"values": vector(-3, 1), "beta": _NINE}),
        ),
        searches=(
            Search("weights", average_is_weighted, _averaged),
            Search("largest", below_the_largest, _averaged),
            Search("smallest", above_the_smallest, _averaged),
            Search("squares", square_below_the_largest, _averaged),
        ),
        controls=(
            Control(
                "uncorrected",
                "the bias is not corrected",
                constant_gradients_uncorrected,
                refuted_by={"g": _ONE, "beta": _NINE, "rounds": 1},
                holds_for={"g": _ONE, "beta": _ZERO, "rounds": 1},
            ),
            Control(
                "other-start",
                "the average starts at another number",
                below_the_largest,
                refuted_by={"values": vector(0, 0), "beta": _HALF, "start": _ONE},
                holds_for={"values": vector(0, 0), "beta": _HALF, "start": _ZERO},
                drops="zero-start",
            ),
            Control(
                "negative-memory",
                "the factor β may be negative",
                above_the_smallest,
                refuted_by={"values": vector(1, 0), "beta": -_HALF},
                holds_for={"values": vector(1, 1), "beta": -_HALF},
                drops="memory-range",
            ),
        ),
    ),
    RowChecks(
        "ch05-adam",
        instances=(
            Instance(
                "first",
                first_step,
                {"g": -Fraction(3), "betas": _ADAM, "epsilon": Fraction(1, 10**8)},
            ),
            Instance("no-gradient", first_step, {"g": _ZERO, "betas": _ADAM, "epsilon": _ONE}),
            Instance(
                "equal-gradients",
                equal_gradients,
                {"g": _HALF, "betas": _ADAM, "epsilon": _ONE, "rounds": 5},
            ),
        ),
        searches=(
            Search(
                "first",
                first_step,
                lambda: {
                    "g": numbers(-5, 5, 2),
                    "betas": strategies.tuples(_betas(), _betas()),
                    "epsilon": numbers(0, 1, 4).filter(bool),
                },
            ),
        ),
        controls=(
            Control(
                "uncorrected",
                "the biases are not corrected",
                first_step_uncorrected,
                refuted_by={"g": _ONE, "betas": _ADAM, "epsilon": _ONE},
                holds_for={"g": _ONE, "betas": (_ZERO, _ZERO), "epsilon": _ONE},
            ),
        ),
    ),
    RowChecks(
        "ch05-adam-scale-invariance",
        instances=(
            Instance(
                "hundredfold",
                scale_does_not_matter,
                {"values": vector(1, -2, 3), "betas": _ADAM, "factor": Fraction(100)},
            ),
            Instance(
                "one-round",
                scale_does_not_matter,
                {"values": vector(-7), "betas": _ADAM, "factor": Fraction(1, 7)},
            ),
            Instance("bound", step_is_bounded, {"values": vector(1, 2, 1), "beta": _NINE}),
            Instance("bound-is-sharp", step_is_bounded, {"values": vector(0, 0, 5), "beta": _NINE}),
        ),
        searches=(
            Search(
                "factors",
                scale_does_not_matter,
                lambda: {
                    "values": _lists(nonzero=True),
                    "betas": strategies.tuples(_betas(), _betas().filter(bool)),
                    "factor": numbers(0, 5, 3).filter(bool),
                },
            ),
            Search(
                "bounds",
                step_is_bounded,
                lambda: {"values": _lists(nonzero=True), "beta": _betas().filter(bool)},
            ),
        ),
        controls=(
            Control(
                "epsilon-one",
                "the number ε is one",
                scale_does_not_matter_with_epsilon,
                refuted_by={
                    "values": vector(1, 2),
                    "betas": _ADAM,
                    "factor": Fraction(2),
                    "epsilon": _ONE,
                },
                holds_for={
                    "values": vector(1, 2),
                    "betas": _ADAM,
                    "factor": Fraction(2),
                    "epsilon": _ZERO,
                },
                drops="zero-epsilon",
            ),
            Control(
                "negative-factor",
                "the factor may be negative",
                scale_does_not_matter,
                refuted_by={"values": vector(1, 2), "betas": _ADAM, "factor": -_ONE},
                holds_for={"values": vector(1, 2), "betas": _ADAM, "factor": _ONE},
            ),
            Control(
                "momentum",
                "there is momentum",
                step_with_momentum_is_bounded,
                refuted_by={"values": vector(100, 1), "betas": (_NINE, Fraction(1, 10**6))},
                holds_for={"values": vector(100, 1), "betas": (_ZERO, Fraction(1, 10**6))},
            ),
        ),
    ),
    RowChecks(
        "ch05-amsgrad-monotone",
        identities=(Identity("two-rounds", two_rounds_of_adam),),
        instances=(
            Instance("largest", is_the_largest, {"values": vector(1, 3, 0), "beta": _NINE}),
            Instance("grows", denominator_grows, {"values": vector(3, 0), "beta": _NINE}),
            Instance("adam", adam_after_a_silent_round, {"beta": Fraction(99, 100)}),
        ),
        searches=(
            Exhaustion("largest", is_the_largest, _small_gradients),
            Exhaustion("grows", denominator_grows, _small_gradients),
        ),
        controls=(
            Control(
                "adam",
                "the largest value is not kept",
                adam_denominator_grows,
                refuted_by={"values": vector(1, 0), "beta": _NINE},
                holds_for={"values": vector(1, 2), "beta": _NINE},
            ),
            Control(
                "other-start",
                "the largest value starts at five",
                is_the_largest,
                refuted_by={"values": vector(1), "beta": _NINE, "start": Fraction(5)},
                holds_for={"values": vector(3), "beta": _NINE, "start": Fraction(5)},
                drops="zero-start",
            ),
        ),
    ),
    RowChecks(
        "ch05-adamw-decoupling",
        instances=(
            Instance("diagonal", difference_of_decays, _DECAY),
            Instance("coupled", difference_of_decays, {**_DECAY, "p": matrix((2, 1), (1, 3))}),
            Instance("sgd", difference_of_decays, {**_DECAY, "p": identity(2)}),
            Instance(
                "only-the-identity",
                coincide_only_for_identity,
                {"p": diagonal(vector(1, "11/10")), "gradient": vector(1, 2), "rates": _RATES},
            ),
        ),
        searches=(
            Search("differences", difference_of_decays, _decays),
            Exhaustion(
                "only-the-identity",
                coincide_only_for_identity,
                lambda: (
                    {"p": matrix(e[:2], e[2:]), "gradient": vector(1, 2), "rates": _RATES}
                    for e in product((-1, 0, 1), repeat=4)
                ),
            ),
        ),
        controls=(
            Control(
                "diagonal",
                "diagonal scaling is said to make no difference",
                coincide_if_diagonal,
                refuted_by={
                    "sizes": vector(1, 2),
                    "theta": vector(1, 1),
                    "gradient": vector(0, 1),
                    "rates": _RATES,
                },
                holds_for={
                    "sizes": vector(1, 1),
                    "theta": vector(1, 1),
                    "gradient": vector(0, 1),
                    "rates": _RATES,
                },
            ),
            Control(
                "momentum",
                "the momentum is not the gradient",
                difference_with_momentum,
                refuted_by={**_DECAY, "momentum": vector(1, 1)},
                holds_for={**_DECAY, "momentum": vector(0, 1)},
                drops="no-momentum",
            ),
            Control(
                "no-decay",
                "the decay may be zero",
                coincide_only_for_identity,
                refuted_by={
                    "p": diagonal(vector(1, 2)),
                    "gradient": vector(1, 2),
                    "rates": (_HALF, _ZERO),
                },
                holds_for={
                    "p": diagonal(vector(1, 2)),
                    "gradient": vector(1, 2),
                    "rates": (_HALF, _ONE),
                },
                drops="positive",
            ),
        ),
    ),
    RowChecks(
        "ch05-sophia",
        instances=(
            Instance("clipped", clipped_step, {**_CLIP, "h": Fraction(1, 1000)}),
            Instance("not-clipped", clipped_step, {**_CLIP, "h": Fraction(6)}),
            Instance("negative-curvature", clipped_step, {**_CLIP, "h": Fraction(-2)}),
        ),
        searches=(Search("steps", clipped_step, _clips),),
        controls=(
            Control(
                "without-clipping",
                "the step is not clipped",
                unclipped_step,
                refuted_by={**_CLIP, "h": Fraction(1, 1000)},
                holds_for={**_CLIP, "h": Fraction(6)},
                over=_clips,
            ),
        ),
    ),
    RowChecks(
        "ch05-sign-momentum",
        instances=(
            Instance("scale", sign_of_multiple, {"m": vector(3, 0, -1), "factor": Fraction(100)}),
            Instance("step", moves_by_the_step, {"m": vector(3, 0, -1), "step": Fraction(1, 10)}),
            Instance("minimum", attained_by_the_sign, {"g": vector(3, 0, -1)}),
            Instance("inside", least_on_the_cube, {"g": vector(1, -2), "d": vector("-1/2", 1)}),
        ),
        searches=(
            Search(
                "cube",
                least_on_the_cube,
                lambda: {"g": vectors(3), "d": vectors(3, 1, 4)},
            ),
            Exhaustion(
                "minima",
                attained_by_the_sign,
                lambda: ({"g": vector(*g)} for g in product((-2, 0, 1), repeat=3)),
            ),
        ),
        controls=(
            Control(
                "euclidean",
                "the minimum is said to be minus the Euclidean norm",
                least_is_the_euclidean_norm,
                refuted_by={"g": vector(1, 1)},
                holds_for={"g": vector(0, 3)},
            ),
            Control(
                "negative-factor",
                "the factor may be negative",
                sign_of_multiple,
                refuted_by={"m": vector(3, 0, -1), "factor": -_ONE},
                holds_for={"m": vector(0, 0), "factor": -_ONE},
            ),
            Control(
                "larger-ball",
                "the vector may leave the cube",
                least_on_the_cube,
                refuted_by={"g": vector(1, -2), "d": vector(-2, 2)},
                holds_for={"g": vector(1, -2), "d": vector(-1, 1)},
            ),
        ),
    ),
    RowChecks(
        "ch05-two-memory-momentum",
        instances=(
            Instance("impulse", memory_of_an_impulse, {"beta": _NINE, "rounds": 8}),
            Instance("first", fast_is_larger_first, {"fast": _HALF, "slow": _NINE}),
            Instance("late", slow_is_larger_late, {"fast": _HALF, "slow": _NINE}),
            Instance(
                "nearly-equal", slow_is_larger_late, {"fast": _NINE, "slow": Fraction(91, 100)}
            ),
        ),
        searches=(
            Search("late", slow_is_larger_late, _two_memories),
            Search("first", fast_is_larger_first, _two_memories),
            Exhaustion(
                "impulses",
                memory_of_an_impulse,
                lambda: (
                    {"beta": Fraction(n, 10), "rounds": t}
                    for n in range(1, 10)
                    for t in range(1, 9)
                ),
            ),
        ),
        controls=(
            Control(
                "always-slow",
                "the slow memory is said to be larger in every round",
                slow_is_larger,
                refuted_by={"fast": _HALF, "slow": _NINE, "rounds": 1},
                holds_for={"fast": _HALF, "slow": _NINE, "rounds": 7},
            ),
            Control(
                "exchanged",
                "the fast memory decays more slowly",
                slow_is_larger,
                refuted_by={"fast": _NINE, "slow": _HALF, "rounds": 20},
                holds_for={"fast": _HALF, "slow": _NINE, "rounds": 20},
                drops="decay-rates",
            ),
        ),
        plots=(
            Plot(
                "impulse",
                "The fast and the slow memory of one impulse",
                memory_plot,
                "rounds",
                tuple(range(1, 21)),
                {"": {"beta": _HALF, "other": _NINE}},
                "rounds t",
                "fast memory, β = 1/2",
                "slow memory, β = 9/10",
                "y",
            ),
        ),
    ),
)
