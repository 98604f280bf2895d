"""Checks of chapter 5: AdaGrad, its rates and its regret.

The square roots of AdaGrad are intervals. The regret is that of losses which are sums of quadratic
functions of single coordinates, on a box: there the projection in the norm of AdaGrad is clipping.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import isqrt
from typing import TYPE_CHECKING, NamedTuple

from mpmath import iv

from pyharness.checks import strategies
from pyharness.checks.enclosures import Interval, ends, real, sqrt, total
from pyharness.checks.matrices import (
    Vector,
    dot,
    numbers,
    real_vector,
    subtract,
    vector,
)
from pyharness.checks.model import (
    AGREEMENT,
    Comparison,
    Control,
    Exhaustion,
    Instance,
    Plot,
    RowChecks,
    Search,
)
from pyharness.checks.optimization_moments import averages, squares

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Rates --------------------------------------------------------------------------------------


def sums_of_squares(gradients: Vector) -> Vector:
    """Return the numbers ``s_1, s_2, ...`` of one coordinate."""
    sums, s = [], Fraction(0)
    for g in gradients:
        s += g * g
        sums.append(s)
    return tuple(sums)


def root(number: Fraction) -> Fraction:
    """Return the root of a number that is the square of a fraction."""
    value = Fraction(isqrt(number.numerator), isqrt(number.denominator))
    assert value**2 == number, f"{number} is not the square of a fraction"
    return value


def rates(gradients: Vector, step: Fraction, epsilon: Fraction) -> Vector:
    """Return the effective rates ``η / (√s_t + ε)``, where all ``s_t`` are squares of fractions."""
    return tuple(step / (root(s) + epsilon) for s in sums_of_squares(gradients))


def rate_after_another_round(
    gradients: Vector, another: Fraction, step: Fraction, epsilon: Fraction
) -> Comparison:
    """The rate after another round is at most the rate before it."""
    before, after = rates((*gradients, another), step, epsilon)[-2:]
    return Comparison(after, "≤", before)


def rate_after_another_round_strictly(
    gradients: Vector, another: Fraction, step: Fraction, epsilon: Fraction
) -> Comparison:
    """The rate after another round is less than the rate before it."""
    before, after = rates((*gradients, another), step, epsilon)[-2:]
    return Comparison(after, "<", before)


def rate_decreases(gradients: Vector, another: Fraction, epsilon: Fraction) -> Comparison:
    """The rate ``1/(√s + ε)`` after a round with a gradient is less than the rate before it."""
    before, after = sums_of_squares((*gradients, another))[-2:]
    return Comparison(1 / (sqrt(after) + real(epsilon)), "<", 1 / (sqrt(before) + real(epsilon)))


# ----- The sum lemma ------------------------------------------------------------------------------


def scaled_sum(gradients: Vector) -> Interval:
    """Return the sum of ``g_t² / √s_t`` over the rounds with ``s_t > 0``."""
    sums = sums_of_squares(gradients)
    return total(real(g * g) / sqrt(s) for g, s in zip(gradients, sums, strict=True) if s)


def sum_lemma(gradients: Vector) -> Comparison:
    """The sum of ``g_t² / √s_t`` is at most ``2 √s_T``."""
    return Comparison(scaled_sum(gradients), "≤", 2 * sqrt(sums_of_squares(gradients)[-1]))


def sum_lemma_once(gradients: Vector) -> Comparison:
    """The sum of ``g_t² / √s_t`` is at most ``√s_T`` and an agreement of thirty digits."""
    return Comparison(
        scaled_sum(gradients), "≤", sqrt(sums_of_squares(gradients)[-1]) + real(AGREEMENT)
    )


def sum_lemma_before(gradients: Vector) -> Comparison:
    """The sum of ``g_t² / √s_{t-1}`` over the rounds with ``s_{t-1} > 0`` is at most ``2 √s_T``."""
    sums = sums_of_squares(gradients)
    rounds = zip(gradients[1:], sums, strict=False)
    return Comparison(total(real(g * g) / sqrt(s) for g, s in rounds if s), "≤", 2 * sqrt(sums[-1]))


def sum_lemma_for_ones(rounds: int) -> Comparison:
    """For gradients 1 the lemma says that the sum of ``1/√t`` is at most ``2 √T``."""
    return sum_lemma((Fraction(1),) * rounds)


# ----- Regret -------------------------------------------------------------------------------------


class Game(NamedTuple):
    """An online problem on a box.

    The loss of a round is the sum over the coordinates of ``a θ²/2 + b θ``.
    """

    losses: tuple[tuple[Vector, Vector], ...]
    box: tuple[Fraction, Fraction]
    start: Vector
    comparator: Vector

    @property
    def diameter(self) -> Fraction:
        """The side of the box."""
        return self.box[1] - self.box[0]


def clipped(number: Interval, box: tuple[Fraction, Fraction]) -> Interval:
    """Return the nearest number of an interval of fractions."""
    low, high = (min(max(end, box[0]), box[1]) for end in ends(number))
    return iv.mpf([real(low).a, real(high).b])


def play(
    game: Game, step: Interval, epsilon: Fraction, *, project: bool = True
) -> tuple[Interval, list[Interval]]:
    """Return the regret of AdaGrad and the norms of the gradients of the coordinates."""
    point = list(real_vector(game.start))
    sums = [real(0)] * len(point)
    regret = real(0)
    for a, b in game.losses:
        for j, (curvature, linear) in enumerate(zip(a, b, strict=True)):
            here, there = point[j], real(game.comparator[j])
            regret += real(curvature) / 2 * (here**2 - there**2) + real(linear) * (here - there)
            g = real(curvature) * here + real(linear)
            sums[j] = sums[j] + g**2
            if ends(sums[j])[1] == 0 and not epsilon:
                continue  # the convention 0/0 = 0
            point[j] = here - step * g / (sqrt(sums[j]) + real(epsilon))
            if project:
                point[j] = clipped(point[j], game.box)
    return regret, [sqrt(s) for s in sums]


def regret_bound(game: Game, step: Fraction, epsilon: Fraction) -> Comparison:
    """The regret is at most the sum of ``D²/(2η) (|g_j| + ε) + η |g_j|`` over the coordinates."""
    regret, norms = play(game, real(step), epsilon)
    return Comparison(regret, "≤", _bound(norms, game.diameter, step, epsilon))


def regret_bound_without_projection(game: Game, step: Fraction, epsilon: Fraction) -> Comparison:
    """The same without the projections."""
    regret, norms = play(game, real(step), epsilon, project=False)
    return Comparison(regret, "≤", _bound(norms, game.diameter, step, epsilon))


def regret_bound_with_diameter(
    game: Game, step: Fraction, epsilon: Fraction, diameter: Fraction
) -> Comparison:
    """The same with a given number in place of the diameter."""
    regret, norms = play(game, real(step), epsilon)
    return Comparison(regret, "≤", _bound(norms, diameter, step, epsilon))


def regret_bound_of_half_the_distance(game: Game, step: Fraction) -> Comparison:
    """With ``ε = 0`` it is at most the sum of ``D²/(4η) |g_j| + η |g_j|`` over the coordinates."""
    regret, norms = play(game, real(step), Fraction(0))
    factor = game.diameter**2 / (4 * step) + step
    return Comparison(regret, "≤", real(factor) * total(norms))


def _bound(
    norms: Iterable[Interval], diameter: Fraction, step: Fraction, epsilon: Fraction
) -> Interval:
    return total(
        real(diameter**2 / (2 * step)) * (norm + real(epsilon)) + real(step) * norm
        for norm in norms
    )


def regret_at_the_best_step(game: Game) -> Comparison:
    """With ``ε = 0`` and ``η = D/√2`` the regret is at most ``√2 D`` times the sum of the norms."""
    regret, norms = play(game, real(game.diameter) / sqrt(2), Fraction(0))
    return Comparison(regret, "≤", sqrt(2) * real(game.diameter) * total(norms))


def regret_at_the_best_step_halved(game: Game) -> Comparison:
    """With ``ε = 0`` and ``η = D/√2`` the regret is at most ``D/√2`` times the sum of the norms."""
    regret, norms = play(game, real(game.diameter) / sqrt(2), Fraction(0))
    return Comparison(regret, "≤", real(game.diameter) / sqrt(2) * total(norms))


def regret_in_rounds(game: Game, largest: Fraction) -> Comparison:
    """With ``ε = 0, η = D/√2`` and ``|g| ≤ G`` the regret is at most ``√2 d D G √T``."""
    regret, _ = play(game, real(game.diameter) / sqrt(2), Fraction(0))
    size = real(len(game.start) * game.diameter * largest)
    return Comparison(regret, "≤", size * sqrt(2) * sqrt(len(game.losses)))


def regret_of_one_direction(rounds: int) -> Comparison:
    """For ``T`` losses ``θ`` on ``[0, 1]``, from 1 and against 0, it is at most ``√(2T)``."""
    return regret_in_rounds(_line((1,) * rounds), Fraction(1))


def linear_bound(
    losses: tuple[tuple[Vector, Vector], ...], points: tuple[Vector, ...], u: Vector
) -> Comparison:
    """The regret is at most the sum of ``g_t · (θ_t - u)``."""

    def loss(a: Vector, b: Vector, at: Vector) -> Fraction:
        return sum((c * x * x / 2 + d * x for c, d, x in zip(a, b, at, strict=True)), Fraction(0))

    regret = right = Fraction(0)
    for (a, b), point in zip(losses, points, strict=True):
        regret += loss(a, b, point) - loss(a, b, u)
        g = tuple(c * x + d for c, d, x in zip(a, b, point, strict=True))
        right += dot(g, subtract(point, u))
    return Comparison(regret, "≤", right)


# ----- Rare features ------------------------------------------------------------------------------


def final_rates(active: tuple[bool, ...], size: Fraction, step: Fraction) -> tuple[Interval, ...]:
    """Return the final rates of a feature that is always active and of one that is not always.

    The gradients are 1 and -1 in turn for the first, and of the given size for the second.
    """
    common = sums_of_squares(tuple(Fraction((-1) ** t) for t in range(len(active))))[-1]
    rare = sums_of_squares(tuple(size * on for on in active))[-1]
    return real(step) / sqrt(common), real(step) / sqrt(rare)


def squared_ratio_of_rates(active: tuple[bool, ...], size: Fraction = Fraction(1)) -> Comparison:
    """The square of the ratio of the final rates is ``T/k``."""
    common, rare = final_rates(active, size, Fraction(1))
    return Comparison((rare / common) ** 2, "≈", Fraction(len(active), sum(active)))


def ratio_of_rates(active: tuple[bool, ...]) -> Comparison:
    """The ratio of the final rates is ``T/k``."""
    common, rare = final_rates(active, Fraction(1), Fraction(1))
    return Comparison(rare / common, "≈", Fraction(len(active), sum(active)))


def rare_rate(active: tuple[bool, ...], step: Fraction) -> Comparison:
    """The final rate of the rare feature is ``η/√k``."""
    return Comparison(
        final_rates(active, Fraction(1), step)[1], "≈", real(step) / sqrt(sum(active))
    )


# ----- Memory -------------------------------------------------------------------------------------


def accumulates(gradients: Vector, least: Fraction) -> Comparison:
    """If no gradient is smaller than ``c``, the sum ``s_t`` is at least ``c² t``."""
    assert all(abs(g) >= least for g in gradients)
    return Comparison(least**2 * len(gradients), "≤", sums_of_squares(gradients)[-1])


def second_moments(
    gradients: Vector, another: Fraction, beta: Fraction, start: Fraction = Fraction(0)
) -> tuple[Fraction, Fraction]:
    """Return Adam's ``v`` before and after another gradient, from the given first value."""
    before, after = averages(squares((*gradients, another)), beta, start)[-2:]
    return before, after


def forgets(gradients: Vector, beta: Fraction, start: Fraction = Fraction(0)) -> Comparison:
    """After a gradient that is zero, ``v`` is less than before, if it was positive."""
    before, after = second_moments(gradients, Fraction(0), beta, start)
    assert before > 0
    return Comparison(after, "<", before)


def forgets_by_the_factor(gradients: Vector, beta: Fraction) -> Comparison:
    """After a gradient that is zero, ``v`` is ``β₂`` times the average of the squares before.

    The average is the sum of the squares with the weights ``(1 - β₂) β₂^(t-i)``.
    """
    rounds = len(gradients)
    before = sum(
        ((1 - beta) * beta ** (rounds - i) * g * g for i, g in enumerate(gradients, 1)),
        Fraction(0),
    )
    return Comparison(second_moments(gradients, Fraction(0), beta)[1], "=", beta * before)


def never_decreases(gradients: Vector, another: Fraction, beta: Fraction) -> Comparison:
    """Adam's ``v`` does not decrease."""
    before, after = second_moments(gradients, another, beta)
    return Comparison(after, "≥", before)


# ----- Families -----------------------------------------------------------------------------------


def _line(slopes: tuple[int, ...], start: int = 1, u: int = 0) -> Game:
    """Return the game of linear losses on ``[0, 1]``."""
    losses = tuple((vector(0), vector(g)) for g in slopes)
    return Game(losses, (Fraction(0), Fraction(1)), vector(start), vector(u))


def _games(*, curved: bool) -> SearchStrategy[Game]:
    """Games on a box with small integers, with quadratic losses if these are wanted."""
    entry, curvature = numbers(-3, 3), numbers(0, 2 if curved else 0)
    loss = strategies.tuples(
        strategies.tuples(curvature, curvature), strategies.tuples(entry, entry)
    )
    inside = strategies.tuples(numbers(-1, 2, 2), numbers(-1, 2, 2))
    return strategies.builds(
        Game,
        strategies.lists(loss, min_size=1, max_size=6).map(tuple),
        strategies.just((Fraction(-1), Fraction(2))),
        inside,
        inside,
    )


def _patterns(rounds: int) -> Iterator[dict[str, Any]]:
    """Yield all patterns in which the rare feature is active at least once."""
    for length in range(1, rounds + 1):
        for active in product((False, True), repeat=length):
            if any(active):
                yield {"active": active}


def _plane(low: int) -> SearchStrategy[Vector]:
    return strategies.tuples(numbers(low, 3, 2), numbers(low, 3, 2))


def _lists(low: int, high: int, least: int = 1) -> SearchStrategy[Vector]:
    entry = numbers(low, high, 2)
    return strategies.lists(entry, min_size=least, max_size=8).map(tuple)


_ONE, _HALF, _ZERO = Fraction(1), Fraction(1, 2), Fraction(0)
_SQUARES = vector(3, 4, 12, 84)  # the sums are the squares of 3, 5, 13 and 85
_TWO = Game(
    (
        (vector(0, 0), vector(1, 0)),
        (vector(0, 0), vector(-1, 3)),
        (vector(0, 0), vector(2, 0)),
    ),
    (_ZERO, _ONE),
    vector("1/2", 1),
    vector(0, 0),
)
_CURVED = Game(
    ((vector(2), vector(-1)), (vector(1), vector(1)), (vector(0), vector(-1))),
    (-_ONE, _ONE),
    vector(1),
    vector("-1/3"),
)
_THERE_AND_BACK = _line((1,) * 24 + (-1,) * 24)
_RATE = {"step": _ONE, "epsilon": _ZERO}


CHECKS = (
    RowChecks(
        "ch05-regret",
        instances=(
            Instance(
                "linear-losses",
                linear_bound,
                {
                    "losses": ((vector(0), vector(1)), (vector(0), vector(-2))),
                    "points": (vector(1), vector(0)),
                    "u": vector("1/2"),
                },
            ),
            Instance(
                "quadratic-losses",
                linear_bound,
                {
                    "losses": ((vector(2), vector(-2)), (vector(2), vector(2))),
                    "points": (vector(0), vector(1)),
                    "u": vector("1/2"),
                },
            ),
            Instance(
                "no-rounds",
                linear_bound,
                {"losses": (), "points": (), "u": vector(0)},
            ),
        ),
        searches=(
            Search(
                "convex-losses",
                linear_bound,
                lambda: {
                    "losses": strategies.tuples(*[strategies.tuples(_plane(0), _plane(-3))] * 3),
                    "points": strategies.tuples(*[_plane(-3)] * 3),
                    "u": _plane(-3),
                },
            ),
        ),
        controls=(
            Control(
                "concave",
                "the losses are concave",
                linear_bound,
                refuted_by={
                    "losses": ((vector(-2), vector(0)),),
                    "points": (vector(1),),
                    "u": vector(0),
                },
                holds_for={
                    "losses": ((vector(-2), vector(0)),),
                    "points": (vector(1),),
                    "u": vector(1),
                },
                drops="convex",
            ),
        ),
    ),
    RowChecks(
        "ch05-adagrad",
        instances=(
            Instance(
                "pythagorean",
                rate_after_another_round,
                {"gradients": _SQUARES[:3], "another": _SQUARES[3], **_RATE},
            ),
            Instance(
                "zero-gradient",
                rate_after_another_round,
                {"gradients": _SQUARES, "another": _ZERO, **_RATE},
            ),
            Instance(
                "no-gradient-yet",
                rate_after_another_round,
                {"gradients": vector(0), "another": _ONE, **_RATE, "epsilon": Fraction(1, 100)},
            ),
        ),
        searches=(
            Search(
                "rates",
                rate_decreases,
                lambda: {
                    "gradients": _lists(-3, 3),
                    "another": numbers(-3, 3, 2).filter(bool),
                    "epsilon": numbers(0, 2, 4).filter(bool),
                },
            ),
        ),
        controls=(
            Control(
                "strictly",
                "the rate is said to decrease strictly",
                rate_after_another_round_strictly,
                refuted_by={"gradients": _SQUARES, "another": _ZERO, **_RATE},
                holds_for={"gradients": _SQUARES[:3], "another": _SQUARES[3], **_RATE},
            ),
            Control(
                "negative-epsilon",
                "the number ε may be negative",
                rate_decreases,
                refuted_by={
                    "gradients": vector(1),
                    "another": Fraction(2),
                    "epsilon": -Fraction(2),
                },
                holds_for={
                    "gradients": vector(1),
                    "another": Fraction(2),
                    "epsilon": -Fraction(1, 2),
                },
                drops="positive-epsilon",
            ),
            Control(
                "negative-step",
                "the step may be negative",
                rate_after_another_round,
                refuted_by={
                    "gradients": _SQUARES[:3],
                    "another": _SQUARES[3],
                    **_RATE,
                    "step": -Fraction(1),
                },
                holds_for={
                    "gradients": _SQUARES,
                    "another": _ZERO,
                    **_RATE,
                    "step": -Fraction(1),
                },
                drops="positive-step",
            ),
        ),
    ),
    RowChecks(
        "ch05-adagrad-sum-lemma",
        instances=(
            Instance("pythagorean", sum_lemma, {"gradients": _SQUARES}),
            Instance("ones", sum_lemma, {"gradients": vector(*[1] * 16)}),
            Instance("nearly-two", sum_lemma_for_ones, {"rounds": 400}),
            Instance("all-zero", sum_lemma, {"gradients": vector(0, 0)}),
            Instance("growing", sum_lemma, {"gradients": vector(1, 100, 10000)}),
        ),
        searches=(Search("gradients", sum_lemma, lambda: {"gradients": _lists(-4, 4)}),),
        controls=(
            Control(
                "constant-one",
                "the constant is one instead of two",
                sum_lemma_once,
                refuted_by={"gradients": vector(1, 1)},
                holds_for={"gradients": vector(0, 5)},
                over=lambda: {"gradients": _lists(-4, 4)},
            ),
            Control(
                "earlier-sum",
                "the denominator is that of the round before",
                sum_lemma_before,
                refuted_by={"gradients": vector(1, 100)},
                holds_for={"gradients": vector(1, 1)},
            ),
        ),
        plots=(
            Plot(
                "ones",
                "The sum for gradients 1 and the bound",
                sum_lemma_for_ones,
                "rounds",
                (1, 2, 3, 5, 8, 13, 21, 34, 55, 89),
                {"": {}},
                "rounds T",
                "sum of 1/√t",
                "2 √T",
                "xy",
            ),
        ),
    ),
    RowChecks(
        "ch05-adagrad-regret",
        instances=(
            Instance("two-coordinates", regret_bound, {"game": _TWO, **_RATE}),
            Instance(
                "quadratic-losses",
                regret_bound,
                {"game": _CURVED, "step": _HALF, "epsilon": Fraction(1, 10)},
            ),
            Instance("best-step", regret_at_the_best_step, {"game": _TWO}),
            Instance("one-round", regret_of_one_direction, {"rounds": 1}),
            Instance(
                "one-round-of-a-larger-box",
                regret_at_the_best_step,
                {"game": Game(((vector(0), vector(1)),), (-_ONE, _ONE), vector(1), vector(-1))},
            ),
            Instance("one-direction", regret_of_one_direction, {"rounds": 9}),
            Instance(
                "to-and-fro",
                regret_in_rounds,
                {"game": _line((-1, 1) * 12, start=0), "largest": _ONE},
            ),
            Instance(
                "two-rounds", regret_bound, {"game": _line((1, 1)), "step": _HALF, "epsilon": _ZERO}
            ),
        ),
        searches=(
            Search(
                "linear-losses",
                regret_bound,
                lambda: {
                    "game": _games(curved=False),
                    "step": numbers(0, 3, 2).filter(bool),
                    "epsilon": numbers(0, 1, 2),
                },
            ),
            Search(
                "quadratic-losses",
                regret_bound,
                lambda: {
                    "game": _games(curved=True),
                    "step": numbers(0, 3, 2).filter(bool),
                    "epsilon": numbers(0, 1, 4).filter(bool),
                },
            ),
            Search("best-step", regret_at_the_best_step, lambda: {"game": _games(curved=False)}),
        ),
        controls=(
            Control(
                "concave-loss",
                "a loss is concave",
                regret_bound,
                refuted_by={
                    "game": Game(
                        ((vector(-2), vector(0)),), (_ZERO, _ONE), vector("1/10"), vector(1)
                    ),
                    **_RATE,
                },
                holds_for={
                    "game": Game(((vector(-2), vector(0)),), (_ZERO, _ONE), vector(1), vector(1)),
                    **_RATE,
                },
                drops="convex",
            ),
            Control(
                "small-diameter",
                "the domain is larger than the diameter that the bound has",
                regret_bound_with_diameter,
                refuted_by={
                    "game": _line((1,)),
                    **_RATE,
                    "step": Fraction(1, 10),
                    "diameter": _ZERO,
                },
                holds_for={"game": _line((1,)), **_RATE, "step": Fraction(1, 10), "diameter": _ONE},
                drops="bounded-domain",
            ),
            Control(
                "without-projection",
                "the steps are not projected",
                regret_bound_without_projection,
                refuted_by={
                    "game": _THERE_AND_BACK,
                    "step": Fraction(3),
                    "epsilon": _ZERO,
                },
                holds_for={"game": _line((1,)), "step": Fraction(3), "epsilon": _ZERO},
                drops="projected",
            ),
            Control(
                "start-outside",
                "the first iterate is outside the domain",
                regret_bound,
                refuted_by={"game": _line((1,), start=10), **_RATE},
                holds_for={"game": _line((1,), start=1), **_RATE},
                drops="projected",
            ),
            Control(
                "far-comparator",
                "the comparator is outside the domain",
                regret_bound,
                refuted_by={"game": _line((1,), u=-10), **_RATE},
                holds_for={"game": _line((1,), u=0), **_RATE},
                drops="comparator",
            ),
            Control(
                "negative-epsilon",
                "the number ε is negative",
                regret_bound,
                refuted_by={
                    "game": _line((1,)),
                    "step": Fraction(7, 20),
                    "epsilon": -Fraction(3, 4),
                },
                holds_for={"game": _line((1,)), "step": Fraction(7, 20), "epsilon": _ZERO},
                drops="positive-epsilon",
            ),
            Control(
                "large-gradients",
                "the gradients are larger than the bound says",
                regret_in_rounds,
                refuted_by={"game": _line((3,)), "largest": _ONE},
                holds_for={"game": _line((3,)), "largest": Fraction(3)},
                drops="bounded-gradients",
            ),
            Control(
                "half-the-distance",
                "the term with the diameter is half as large",
                regret_bound_of_half_the_distance,
                refuted_by={"game": _line((1, 1)), "step": _HALF},
                holds_for={"game": _line((1, 1), start=0), "step": _HALF},
            ),
            Control(
                "halved",
                "the bound is half as large",
                regret_at_the_best_step_halved,
                refuted_by={"game": _line((1,))},
                holds_for={"game": _line((1,), start=0)},
            ),
        ),
        plots=(
            Plot(
                "one-direction",
                "The regret for losses θ on [0, 1] and the bound",
                regret_of_one_direction,
                "rounds",
                (1, 2, 4, 8, 16, 32),
                {"": {}},
                "rounds T",
                "regret",
                "√(2T)",
                "x",
            ),
        ),
    ),
    RowChecks(
        "ch05-ex-rare-features",
        instances=(
            Instance(
                "once-in-four", squared_ratio_of_rates, {"active": (False, True, False, False)}
            ),
            Instance("always", squared_ratio_of_rates, {"active": (True,) * 5}),
            Instance(
                "rare-rate",
                rare_rate,
                {"active": (True, False, True, False, False), "step": Fraction(1, 10)},
            ),
        ),
        searches=(
            Exhaustion(
                "patterns",
                squared_ratio_of_rates,
                lambda: _patterns(5),
                lambda: _patterns(10),
            ),
        ),
        controls=(
            Control(
                "unsquared",
                "the ratio of the rates is said to be T/k",
                ratio_of_rates,
                refuted_by={"active": (True, False, False, False)},
                holds_for={"active": (True, True)},
            ),
            Control(
                "larger-gradients",
                "the gradients of the rare feature are larger",
                squared_ratio_of_rates,
                refuted_by={"active": (True, False, False, False), "size": Fraction(2)},
                holds_for={"active": (True, False, False, False), "size": -_ONE},
                drops="unit-gradients",
            ),
        ),
    ),
    RowChecks(
        "ch05-adagrad-never-forgets",
        instances=(
            Instance(
                "equality", accumulates, {"gradients": vector(2, -2, 2), "least": Fraction(2)}
            ),
            Instance("growing", accumulates, {"gradients": vector(1, 3, -5), "least": _ONE}),
            Instance("forgets", forgets, {"gradients": vector(1), "beta": _HALF}),
            Instance("forgets-at-once", forgets, {"gradients": vector(1), "beta": _ZERO}),
            Instance(
                "forgets-by-the-factor",
                forgets_by_the_factor,
                {"gradients": vector(3, -1, 2), "beta": Fraction(9, 10)},
            ),
        ),
        searches=(
            Search(
                "accumulates",
                accumulates,
                lambda: {"gradients": _lists(1, 4), "least": numbers(0, 1, 4)},
            ),
            Search(
                "forgets",
                forgets,
                lambda: {
                    "gradients": _lists(1, 3),
                    "beta": numbers(0, 1, 10).filter(lambda beta: beta < 1),
                },
            ),
        ),
        controls=(
            Control(
                "no-decay",
                "the factor β₂ may be one, and v starts at one",
                forgets,
                refuted_by={"gradients": vector(1), "beta": _ONE, "start": _ONE},
                holds_for={"gradients": vector(1), "beta": Fraction(999, 1000), "start": _ONE},
                drops="memory-range",
            ),
            Control(
                "monotone",
                "Adam's average is said never to decrease",
                never_decreases,
                refuted_by={"gradients": vector(1), "another": _ZERO, "beta": _HALF},
                holds_for={"gradients": vector(1), "another": Fraction(2), "beta": _HALF},
            ),
        ),
    ),
)
