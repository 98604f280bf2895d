"""Checks of chapter 8: strong convexity and the stability of regularised minimisers.

Losses of one variable are ``a w²/2 + g w + b |w - c|``; their exact minimisers on an interval are
kinks, ends or stationary points. Expected risks are sums over all samples.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import isqrt, prod
from typing import TYPE_CHECKING, Any, NamedTuple

from pyharness.checks import strategies as st
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
    from collections.abc import Iterable, Iterator

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

Number = int | Fraction


# ----- Losses of one variable ---------------------------------------------------------------------


class Loss(NamedTuple):
    """The function ``a w²/2 + g w + b |w - c|``."""

    a: Number
    g: Number = 0
    b: Number = 0
    c: Number = 0

    def at(self, w: Fraction) -> Fraction:
        """Return the value at a point."""
        return Fraction(self.a) * w**2 / 2 + self.g * w + self.b * abs(w - self.c)

    def steepness(self, low: Fraction, high: Fraction) -> Fraction:
        """Return the Lipschitz constant of a convex loss on an interval."""
        return max(
            abs(Fraction(self.a) * w + self.g + side * self.b)
            for w in (low, high)
            for side in (-1, 1)
        )


Losses = tuple[Loss, ...]


def square(modulus: Number, centre: Number) -> Loss:
    """Return ``modulus (w - centre)² / 2`` up to a constant."""
    return Loss(modulus, -modulus * Fraction(centre))


def average(losses: Losses, w: Fraction) -> Fraction:
    """Return the empirical risk."""
    return sum((loss.at(w) for loss in losses), Fraction(0)) / len(losses)


def candidates(losses: Losses, low: Fraction, high: Fraction) -> Iterator[Fraction]:
    """List points of an interval among which the minimisers of the average are."""
    yield from (low, high)
    yield from (Fraction(loss.c) for loss in losses if low <= loss.c <= high)
    curvature = sum(loss.a for loss in losses)
    if curvature:
        slopes = {Fraction(sum(loss.g for loss in losses))}
        for loss in losses:
            slopes = {s + side * loss.b for s in slopes for side in (-1, 1)}
        yield from (-s / curvature for s in slopes if low <= -s / curvature <= high)


def minimiser(losses: Losses, low: Fraction, high: Fraction) -> Fraction:
    """Return the least minimiser of the average on an interval."""
    return minimiser_among(losses, tuple(candidates(losses, low, high)))


def minimiser_among(losses: Losses, points: Iterable[Fraction]) -> Fraction:
    """Return the least minimiser of the average among some points."""
    return min(points, key=lambda w: (average(losses, w), w))


# ----- Strong convexity ---------------------------------------------------------------------------


def convex_with(
    losses: Losses, modulus: Number, x: Fraction, y: Fraction, t: Fraction
) -> Comparison:
    """Between two points the average lies below the chord by ``α t (1 - t) (x - y)² / 2``."""
    chord = t * average(losses, x) + (1 - t) * average(losses, y)
    bend = Fraction(modulus) / 2 * t * (1 - t) * (x - y) ** 2
    return Comparison(average(losses, t * x + (1 - t) * y), "≤", chord - bend)


def common_modulus(losses: Losses, x: Fraction, y: Fraction, t: Fraction) -> Comparison:
    """The average is as strongly convex as the least of the losses."""
    return convex_with(losses, min(loss.a for loss in losses), x, y, t)


def bend_of_square() -> tuple[sympy.Expr, sympy.Expr]:
    """The distance of a parabola from its chord, for all points."""
    import sympy

    alpha, x, y, t = sympy.symbols("alpha x y t")

    def f(w: sympy.Expr) -> sympy.Expr:
        return alpha * w**2 / 2

    return (
        t * f(x) + (1 - t) * f(y) - f(t * x + (1 - t) * y),
        alpha / 2 * t * (1 - t) * (x - y) ** 2,
    )


def growth_from(
    losses: Losses, modulus: Number, start: Fraction, w: Fraction, factor: Fraction
) -> Comparison:
    """The average exceeds its value at the start by ``factor · α (w - start)²``."""
    grown = average(losses, w) - average(losses, start)
    return Comparison(grown, "≥", factor * modulus * (w - start) ** 2)


def growth(losses: Losses, low: Fraction, high: Fraction, t: Fraction) -> Comparison:
    """Quadratic growth with ``α/2`` from the minimiser on an interval to any of its points."""
    best = minimiser(losses, low, high)
    w = low + t * (high - low)
    return growth_from(losses, min(loss.a for loss in losses), best, w, Fraction(1, 2))


def growth_among(losses: Losses, points: tuple[Fraction, ...]) -> Comparison:
    """Quadratic growth with ``α/2`` from the best to the last of some points."""
    best = minimiser_among(losses, points)
    return growth_from(losses, min(loss.a for loss in losses), best, points[-1], Fraction(1, 2))


# ----- Stability of minimisers --------------------------------------------------------------------


def displacement(
    first: Fraction, second: Fraction, lipschitz: Number, modulus: Number, size: int
) -> Comparison:
    """Two minimisers are at most ``2L / (αN)`` apart."""
    return Comparison(abs(second - first), "≤", Fraction(2 * lipschitz) / (modulus * size))


def minimisers(
    losses: Losses, new: Loss, low: Fraction, high: Fraction
) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """Return both minimisers when the first loss is replaced, and the constants ``L`` and ``α``."""
    everything = (*losses, new)
    return (
        minimiser(losses, low, high),
        minimiser((new, *losses[1:]), low, high),
        max(loss.steepness(low, high) for loss in everything),
        Fraction(min(loss.a for loss in everything)),
    )


def minimiser_moves_little(losses: Losses, new: Loss, low: Fraction, high: Fraction) -> Comparison:
    """Replacing one loss moves the minimiser by at most ``2L / (αN)``."""
    return displacement(*minimisers(losses, new, low, high), size=len(losses))


def minimiser_moves_half(losses: Losses, new: Loss, low: Fraction, high: Fraction) -> Comparison:
    """Replacing one loss moves the minimiser by at most ``L / (αN)``."""
    first, second, lipschitz, modulus = minimisers(losses, new, low, high)
    return displacement(first, second, lipschitz / 2, modulus, size=len(losses))


def losses_change_little(losses: Losses, new: Loss, low: Fraction, high: Fraction) -> Comparison:
    """Replacing one loss changes every loss at the minimiser by at most ``2L² / (αN)``."""
    first, second, lipschitz, modulus = minimisers(losses, new, low, high)
    change = max(abs(loss.at(second) - loss.at(first)) for loss in (*losses, new))
    return Comparison(change, "≤", 2 * lipschitz**2 / (modulus * len(losses)))


def constants_given(
    losses: Losses, new: Loss, lipschitz: Fraction, modulus: Fraction
) -> Comparison:
    """On [0, 1] the minimiser moves by at most ``2L / (αN)``, with these ``L`` and ``α``."""
    first = minimiser(losses, Fraction(0), Fraction(1))
    second = minimiser((new, *losses[1:]), Fraction(0), Fraction(1))
    return displacement(first, second, lipschitz, modulus, size=len(losses))


def moves_among(losses: Losses, new: Loss, points: tuple[Fraction, ...]) -> Comparison:
    """The minimiser among some points moves by at most ``2L / (αN)``."""
    everything = (*losses, new)
    first = minimiser_among(losses, points)
    second = minimiser_among((new, *losses[1:]), points)
    lipschitz = max(loss.steepness(min(points), max(points)) for loss in everything)
    modulus = min(loss.a for loss in everything)
    return displacement(first, second, lipschitz, modulus, size=len(losses))


def near_minimisers(losses: Losses, low: Fraction, high: Fraction, error: Fraction) -> Comparison:
    """The minimiser and any point within ``error`` of the least risk are ``2L / (αN)`` apart.

    Tried on a grid of 32 steps, for one sample and itself.
    """
    first, _, lipschitz, modulus = minimisers(losses, losses[0], low, high)
    grid = [low + Fraction(n, 32) * (high - low) for n in range(33)]
    least = average(losses, first)
    near = [first, *(w for w in grid if average(losses, w) <= least + error)]
    second = max(near, key=lambda w: abs(w - first))
    return displacement(first, second, lipschitz, modulus, size=len(losses))


# ----- Regularisation -----------------------------------------------------------------------------

#: Losses with their probabilities.
World = tuple[tuple[Loss, Fraction], ...]


def risk(world: World, w: Fraction) -> Fraction:
    """Return the population risk."""
    return sum((p * loss.at(w) for loss, p in world), Fraction(0))


def regularized_risk(
    world: World, size: int, penalty: Fraction, radius: Fraction, drawn: World
) -> Fraction:
    """Return the expected risk of the minimiser of empirical risk plus ``α w² / 2``.

    The minimiser is sought in ``[-radius, radius]``; the samples are drawn from ``drawn``.
    """
    total = Fraction(0)
    for sample in product(drawn, repeat=size):
        losses = tuple(loss._replace(a=loss.a + penalty) for loss, _ in sample)
        w = minimiser(losses, -radius, radius)
        total += prod((p for _, p in sample), start=Fraction(1)) * risk(world, w)
    return total


def tradeoff_with(
    world: World,
    size: int,
    penalty: Fraction,
    radius: Fraction,
    comparator: Fraction,
    *,
    lipschitz: Fraction | None = None,
    drawn: World | None = None,
) -> Comparison:
    """The expected risk is at most ``R(w⋆) + α w⋆² / 2 + 2L² / (αN)``, on ``[-radius, radius]``."""
    if lipschitz is None:
        lipschitz = max(loss.steepness(-radius, radius) for loss, _ in world)
    left = regularized_risk(world, size, penalty, radius, drawn or world)
    right = risk(world, comparator) + penalty * comparator**2 / 2
    return Comparison(left, "≤", right + 2 * lipschitz**2 / (penalty * size))


def tradeoff(
    world: World, size: int, penalty: Fraction, radius: Fraction, t: Fraction
) -> Comparison:
    """The same for the comparator at ``t · radius``."""
    return tradeoff_with(world, size, penalty, radius, t * radius)


def best_penalty(world: World, size: int, radius: Fraction, comparator: Fraction) -> Comparison:
    """With ``α = 2L / (|w⋆| √N)`` the expected risk is at most ``R(w⋆) + 2L |w⋆| / √N``.

    For square numbers ``N``, so that everything is rational.
    """
    root = isqrt(size)
    assert root**2 == size
    lipschitz = max(loss.steepness(-radius, radius) for loss, _ in world)
    penalty = 2 * lipschitz / (abs(comparator) * root)
    left = regularized_risk(world, size, penalty, radius, world)
    return Comparison(left, "≤", risk(world, comparator) + 2 * lipschitz * abs(comparator) / root)


def tradeoff_without_stability(
    world: World, size: int, penalty: Fraction, radius: Fraction, comparator: Fraction
) -> Comparison:
    """The expected risk is at most ``R(w⋆) + α w⋆² / 2``."""
    return tradeoff_with(world, size, penalty, radius, comparator, lipschitz=Fraction(0))


def minimal_penalty() -> tuple[sympy.Expr, sympy.Expr]:
    """The bound minus its value at the best penalty is a square, for all constants."""
    import sympy

    alpha, lipschitz, w, n = sympy.symbols("alpha L w n", positive=True)
    bound = alpha * w**2 / 2 + 2 * lipschitz**2 / (alpha * n**2)
    return (
        bound - 2 * lipschitz * w / n,
        (alpha * w - 2 * lipschitz / n) ** 2 / (2 * alpha),
    )


# ----- The checks ---------------------------------------------------------------------------------


def _chords() -> SearchStrategy[dict[str, Any]]:
    number = st.parts(-3, 3, 12)
    return st.fixed_dictionaries(
        {
            "losses": st.lists(_loss(), min_size=1, max_size=3).map(tuple),
            "x": number,
            "y": number,
            "t": st.parts(0, 1, 12),
        }
    )


def _loss(least: Number = 0) -> SearchStrategy[Loss]:
    """Convex losses with at least this curvature."""
    number = st.parts(-2, 2, 6)
    return st.builds(
        Loss,
        a=st.parts(least, 3, 2),
        g=number,
        b=st.parts(0, 2, 2),
        c=number,
    )


def _growths() -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "losses": st.lists(_loss(Fraction(1, 2)), min_size=1, max_size=3).map(tuple),
            "low": st.parts(-2, 0, 6),
            "high": st.parts(0, 2, 6),
            "t": st.parts(0, 1, 12),
        }
    )


def _replacements() -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "losses": st.lists(_loss(Fraction(1, 2)), min_size=1, max_size=3).map(tuple),
            "new": _loss(Fraction(1, 2)),
            "low": st.parts(-2, 0, 6),
            "high": st.parts(0, 2, 6),
        }
    )


def _worlds() -> SearchStrategy[dict[str, Any]]:
    share = st.parts(0, 1, 10)
    world = st.builds(lambda a, b, p: ((a, p), (b, 1 - p)), _loss(), _loss(), share)
    return st.fixed_dictionaries(
        {
            "world": world,
            "size": st.integers(1, 3),
            "penalty": st.parts(Fraction(1, 4), 4, 12),
            "radius": st.parts(Fraction(1, 2), 2, 2),
            "t": st.parts(-1, 1, 12),
        }
    )


_ZERO, _ONE, _HALF = Fraction(0), Fraction(1), Fraction(1, 2)
_KINK = Loss(1, 0, 1, _HALF)
_BOX = {"low": _ZERO, "high": _ONE}
_WIDE = {"low": -_ONE, "high": _ONE}
_UP, _DOWN = Loss(0, 1), Loss(0, -1)
#: Five losses ``w²/2 + w`` and four ``w²/2 - w``, of which one more takes the place of a first one.
_BALANCED = {
    "losses": (Loss(1, 1),) * 5 + (Loss(1, -1),) * 4,
    "new": Loss(1, -1),
    "low": -Fraction(1, 9),
    "high": Fraction(1, 9),
}
#: The absolute deviations from 1 and from -1.
_SIDES = ((Loss(0, 0, 1, 1), Fraction(2, 3)), (Loss(0, 0, 1, -1), Fraction(1, 3)))

CHECKS = (
    RowChecks(
        "ch08-strong-convex-average",
        identities=(Identity("parabola", bend_of_square),),
        instances=(
            Instance(
                "equal-parabolas",
                common_modulus,
                {"losses": (square(2, 0), square(2, 1)), "x": _ZERO, "y": Fraction(3), "t": _HALF},
            ),
            Instance(
                "weight-decay",
                common_modulus,
                {"losses": (_KINK, Loss(1, -1)), "x": -_ONE, "y": _ONE, "t": Fraction(1, 3)},
            ),
            Instance(
                "one-is-flat",
                common_modulus,
                {"losses": (_UP, square(4, 0)), "x": _ZERO, "y": _ONE, "t": _HALF},
            ),
        ),
        searches=(Search("chords", common_modulus, _chords),),
        controls=(
            Control(
                "largest-modulus",
                "only one of the losses has the modulus",
                convex_with,
                refuted_by={
                    "losses": (square(1, 0), _UP),
                    "modulus": 1,
                    "x": _ZERO,
                    "y": _ONE,
                    "t": _HALF,
                },
                holds_for={
                    "losses": (square(1, 0), square(1, 1)),
                    "modulus": 1,
                    "x": _ZERO,
                    "y": _ONE,
                    "t": _HALF,
                },
                drops="common-modulus",
            ),
            Control(
                "sum-of-moduli",
                "the modulus is multiplied by the number of losses",
                convex_with,
                refuted_by={
                    "losses": (square(1, 0), square(1, 1)),
                    "modulus": 2,
                    "x": _ZERO,
                    "y": _ONE,
                    "t": _HALF,
                },
                holds_for={
                    "losses": (square(2, 0),),
                    "modulus": 2,
                    "x": _ZERO,
                    "y": _ONE,
                    "t": _HALF,
                },
            ),
        ),
    ),
    RowChecks(
        "ch08-quadratic-growth",
        instances=(
            Instance("parabola", growth, {"losses": (square(3, _HALF),), **_BOX, "t": _ONE}),
            Instance("at-the-end", growth, {"losses": (square(2, 5),), **_BOX, "t": _ZERO}),
            Instance("kink", growth, {"losses": (_KINK, square(1, 0)), **_WIDE, "t": _ONE}),
        ),
        searches=(Search("intervals", growth, _growths),),
        controls=(
            Control(
                "two-points",
                "the domain is not convex: it has two points",
                growth_among,
                refuted_by={"losses": (square(1, 0),), "points": (-_ONE, Fraction(3, 2))},
                holds_for={"losses": (square(1, 0),), "points": (_ZERO, Fraction(3, 2))},
                drops="convex-domain",
            ),
            Control(
                "not-the-minimiser",
                "growth is measured from a point that is not the minimiser",
                growth_from,
                refuted_by={
                    "losses": (square(1, 0),),
                    "modulus": 1,
                    "start": _ONE,
                    "w": _ZERO,
                    "factor": _HALF,
                },
                holds_for={
                    "losses": (square(1, 0),),
                    "modulus": 1,
                    "start": _ZERO,
                    "w": _ONE,
                    "factor": _HALF,
                },
                drops="minimiser",
            ),
            Control(
                "flat",
                "the function is not strongly convex: it is constant",
                growth_from,
                refuted_by={
                    "losses": (Loss(0),),
                    "modulus": 1,
                    "start": _ZERO,
                    "w": _ONE,
                    "factor": _HALF,
                },
                holds_for={
                    "losses": (Loss(1),),
                    "modulus": 1,
                    "start": _ZERO,
                    "w": _ONE,
                    "factor": _HALF,
                },
                drops="strongly-convex",
            ),
            Control(
                "without-half",
                "the growth is said to be α times the squared distance",
                growth_from,
                refuted_by={
                    "losses": (Loss(1),),
                    "modulus": 1,
                    "start": _ZERO,
                    "w": _ONE,
                    "factor": _ONE,
                },
                holds_for={
                    "losses": (Loss(2),),
                    "modulus": 1,
                    "start": _ZERO,
                    "w": _ONE,
                    "factor": _ONE,
                },
            ),
        ),
    ),
    RowChecks(
        "ch08-erm-stability",
        instances=(
            Instance(
                "means",
                minimiser_moves_little,
                {"losses": (square(1, 0), square(1, 1)), "new": square(1, 1), **_BOX},
            ),
            Instance(
                "kinks",
                minimiser_moves_little,
                {"losses": (_KINK, _KINK, square(1, 0)), "new": square(1, -1), **_WIDE},
            ),
            Instance(
                "one-loss",
                minimiser_moves_little,
                {"losses": (square(1, 0),), "new": square(1, 1), **_BOX},
            ),
            Instance("balanced", minimiser_moves_little, _BALANCED),
            Instance("loss-of-balanced", losses_change_little, _BALANCED),
            Instance(
                "loss-of-means",
                losses_change_little,
                {"losses": (square(2, 0),) * 3, "new": square(2, 1), **_BOX},
            ),
        ),
        searches=(
            Search("minimisers", minimiser_moves_little, _replacements),
            Search("losses", losses_change_little, _replacements),
        ),
        controls=(
            Control(
                "linear-losses",
                "the losses are linear, and α = 1 is claimed",
                constants_given,
                refuted_by={
                    "losses": (_UP, _UP, _DOWN),
                    "new": _DOWN,
                    "lipschitz": _ONE,
                    "modulus": _ONE,
                },
                holds_for={
                    "losses": (_UP, _UP, _UP),
                    "new": _DOWN,
                    "lipschitz": _ONE,
                    "modulus": _ONE,
                },
                drops="strongly-convex",
            ),
            Control(
                "steep-losses",
                "the losses are steeper than L",
                constants_given,
                refuted_by={
                    "losses": (square(1, 0), square(1, 0)),
                    "new": square(1, 1),
                    "lipschitz": Fraction(1, 4),
                    "modulus": _ONE,
                },
                holds_for={
                    "losses": (square(1, 0), square(1, 0)),
                    "new": square(1, 1),
                    "lipschitz": _ONE,
                    "modulus": _ONE,
                },
                drops="lipschitz",
            ),
            Control(
                "two-points",
                "the domain is not convex: it has two points",
                moves_among,
                refuted_by={
                    "losses": (square(1, 0), square(1, 0), square(1, 1)),
                    "new": square(1, 1),
                    "points": (_ZERO, _ONE),
                },
                holds_for={
                    "losses": (square(1, 0), square(1, 0), square(1, 0)),
                    "new": square(1, 1),
                    "points": (_ZERO, _ONE),
                },
                drops="convex-domain",
            ),
            Control(
                "near-minimisers",
                "the minimisers are only approximate",
                near_minimisers,
                refuted_by={"losses": (square(1, 0),) * 8, **_WIDE, "error": Fraction(1, 8)},
                holds_for={"losses": (square(1, 0),) * 8, **_WIDE, "error": _ZERO},
                drops="exact-minimisers",
            ),
            Control(
                "half",
                "the displacement is bounded by half of the bound",
                minimiser_moves_half,
                refuted_by=_BALANCED,
                holds_for={
                    "losses": (square(1, 1), square(1, 1)),
                    "new": square(1, 1),
                    **_WIDE,
                },
            ),
        ),
    ),
    RowChecks(
        "ch08-regularized-tradeoff",
        identities=(Identity("best-penalty", minimal_penalty),),
        instances=(
            Instance(
                "two-sides",
                tradeoff,
                {"world": _SIDES, "size": 3, "penalty": _ONE, "radius": _ONE, "t": _ONE},
            ),
            Instance(
                "strong-penalty",
                tradeoff,
                {"world": _SIDES, "size": 2, "penalty": Fraction(8), "radius": _ONE, "t": _ZERO},
            ),
            Instance(
                "one-example",
                tradeoff,
                {
                    "world": ((_UP, _ONE),),
                    "size": 1,
                    "penalty": Fraction(2),
                    "radius": _ONE,
                    "t": -_HALF,
                },
            ),
            Instance(
                "best-penalty",
                best_penalty,
                {"world": _SIDES, "size": 4, "radius": _ONE, "comparator": _ONE},
            ),
        ),
        searches=(Search("worlds", tradeoff, _worlds),),
        controls=(
            Control(
                "steep-losses",
                "the losses are steeper than L",
                tradeoff_with,
                refuted_by={
                    "world": _SIDES,
                    "size": 1,
                    "penalty": Fraction(1, 10),
                    "radius": _ONE,
                    "comparator": _ONE,
                    "lipschitz": Fraction(1, 20),
                },
                holds_for={
                    "world": _SIDES,
                    "size": 1,
                    "penalty": Fraction(1, 10),
                    "radius": _ONE,
                    "comparator": _ONE,
                    "lipschitz": _ONE,
                },
                drops="convex-losses",
            ),
            Control(
                "comparator-outside",
                "the comparator is outside the domain",
                tradeoff_with,
                refuted_by={
                    "world": ((Loss(0, 0, 10, 1), _ONE),),
                    "size": 25,
                    "penalty": _ONE,
                    "radius": Fraction(1, 10),
                    "comparator": _ONE,
                },
                holds_for={
                    "world": ((Loss(0, 0, 10, 1), _ONE),),
                    "size": 25,
                    "penalty": _ONE,
                    "radius": Fraction(1, 10),
                    "comparator": Fraction(1, 10),
                },
                drops="comparator",
            ),
            Control(
                "negative-penalty",
                "the penalty may be negative",
                tradeoff_with,
                refuted_by={
                    "world": _SIDES,
                    "size": 2,
                    "penalty": -_ONE,
                    "radius": _ONE,
                    "comparator": _ONE,
                },
                holds_for={
                    "world": _SIDES,
                    "size": 2,
                    "penalty": _ONE,
                    "radius": _ONE,
                    "comparator": _ONE,
                },
                drops="positive-penalty",
            ),
            Control(
                "other-law",
                "the sample is drawn from another law",
                tradeoff_with,
                refuted_by={
                    "world": ((Loss(0, 0, 1, 1), _ONE),),
                    "size": 10,
                    "penalty": Fraction(1, 2),
                    "radius": _ONE,
                    "comparator": _ONE,
                    "drawn": ((Loss(0, 0, 1, -1), _ONE),),
                },
                holds_for={
                    "world": ((Loss(0, 0, 1, 1), _ONE),),
                    "size": 10,
                    "penalty": Fraction(1, 2),
                    "radius": _ONE,
                    "comparator": _ONE,
                    "drawn": ((Loss(0, 0, 1, 1), _ONE),),
                },
                drops="iid-sample",
            ),
            Control(
                "without-stability",
                "the price of instability is left out",
                tradeoff_without_stability,
                refuted_by={
                    "world": _SIDES,
                    "size": 1,
                    "penalty": Fraction(1, 10),
                    "radius": _ONE,
                    "comparator": _ONE,
                },
                holds_for={
                    "world": ((_UP, _ONE),),
                    "size": 1,
                    "penalty": Fraction(1, 10),
                    "radius": _ONE,
                    "comparator": -_ONE,
                },
            ),
        ),
        plots=(
            Plot(
                "penalty",
                "Expected risk of the regularised minimiser, three examples",
                tradeoff,
                "penalty",
                tuple(Fraction(n, 4) for n in range(1, 25)),
                {"": {"world": _SIDES, "size": 3, "radius": _ONE, "t": _ONE}},
                "penalty α",
                "expected risk",
                "bound",
            ),
        ),
    ),
)
