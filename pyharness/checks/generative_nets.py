"""Checks of chapter 14: what samples tell of a family of discriminators, by a net of parameters.

Laws are finite; a discriminator is the tuple of its values.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import ceil, prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import exp, real
from pyharness.checks.generative_metrics import class_distance
from pyharness.checks.information import grid
from pyharness.checks.matrices import Matrix, Vector, matrix, vector
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    Plot,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from pyharness.checks.information import Distribution

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)


# ----- Nets of parameters -------------------------------------------------------------------------

#: Parameters with the row of the values of their discriminator.
Family = tuple[tuple[Fraction, Vector], ...]


def to_the_net(family: Family, net: tuple[Fraction, ...]) -> Fraction:
    """Return the largest distance of a parameter from the net."""
    return max(min(abs(psi - center) for center in net) for psi, _ in family)


def net_decides(
    family: Family,
    lipschitz: Fraction,
    net: tuple[Fraction, ...],
    p: Distribution,
    q: Distribution,
    *,
    factor: int = 2,
    radius: Fraction | None = None,
) -> Comparison:
    """The largest difference of means over the family is near the one over the net.

    It is larger by at most ``2 L ε``; the radius ``ε`` is the right one unless it is given.
    """
    epsilon = to_the_net(family, net) if radius is None else radius
    everywhere = class_distance(tuple(f for _, f in family), p, q)
    on_net = class_distance(tuple(f for psi, f in family if psi in net), p, q)
    return Comparison(everywhere, "≤", on_net + factor * lipschitz * epsilon)


def exceeding(tests: Matrix, p: Distribution, count: int, level: Fraction) -> Fraction:
    """Return the probability that some mean over the samples is off by more than the level."""
    answer = Fraction(0)
    for samples in product(range(len(p)), repeat=count):
        empirical = tuple(Fraction(samples.count(i), count) for i in range(len(p)))
        if class_distance(tests, p, empirical) > level:
            answer += prod((p[i] for i in samples), start=Fraction(1))
    return answer


def rarely_off_by_moments(
    tests: Matrix, p: Distribution, count: int, level: Fraction
) -> Comparison:
    """Some test is off by more than ``t`` with probability at most ``|N| / (m t²)``."""
    return Comparison(exceeding(tests, p, count, level), "≤", len(tests) / (count * level**2))


def rarely_off(
    tests: Matrix, p: Distribution, count: int, level: Fraction, *, rate: Fraction = _HALF
) -> Comparison:
    """Some test is off by more than ``t`` with probability at most ``2 |N| e^(-m t²/2)``.

    The rate in the exponent is one half, unless it is given.
    """
    bound = 2 * len(tests) * exp(-count * level**2 * rate)
    return Comparison(real(exceeding(tests, p, count, level)), "≤", bound)


def box_has_a_net(dimension: int, radius: Fraction, parts: int, share: int = 1) -> Comparison:
    """With ``⌈1/ε⌉^p`` points every point of the box is near one: tried on a grid.

    The left side is the largest distance in the sup norm of a point of the grid from the net. With
    a share ``s`` the net has ``⌈1/(s ε)⌉^p`` points.
    """
    cells = ceil(1 / (share * radius))
    centers = [Fraction(2 * k + 1, 2 * cells) for k in range(cells)]
    net = list(product(centers, repeat=dimension))
    points = product([Fraction(k, parts) for k in range(parts + 1)], repeat=dimension)
    worst = max(
        min(max(abs(a - b) for a, b in zip(x, y, strict=True)) for y in net) for x in points
    )
    return Comparison(worst, "≤", radius)


# ----- Values -------------------------------------------------------------------------------------

_FAIR = vector("1/2", "1/2")
_THREE = vector("1/2", "1/3", "1/6")
_OTHER = vector("1/5", 0, "4/5")
#: Discriminators ``ψ s(x)`` with ``s = (1, -1)``, and ``|ψ - x|`` at ``x = 0, 1/2, 1``.
_SLOPES: Family = tuple((Fraction(k, 8), vector(Fraction(k, 8), -Fraction(k, 8))) for k in range(9))
_STEEP: Family = tuple((psi, tuple(3 * a for a in row)) for psi, row in _SLOPES)
_TENTS: Family = tuple(
    (Fraction(k, 8), tuple(abs(Fraction(k, 8) - x) for x in vector(0, "1/2", 1))) for k in range(9)
)
_STEPS: Family = tuple((Fraction(k, 8), vector(int(k > 4), -int(k > 4))) for k in range(9))
_TESTS = matrix((1, -1), ("1/2", 0))


CHECKS = (
    RowChecks(
        "ch14-covering-generalization",
        instances=(
            Instance(
                "with-equality",
                net_decides,
                {
                    "family": _SLOPES,
                    "lipschitz": Fraction(1),
                    "net": vector(0),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                },
            ),
            Instance(
                "steep-with-equality",
                net_decides,
                {
                    "family": _STEEP,
                    "lipschitz": Fraction(3),
                    "net": vector("1/4"),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                },
            ),
            Instance(
                "tents",
                net_decides,
                {
                    "family": _TENTS,
                    "lipschitz": Fraction(1),
                    "net": vector("1/4", "3/4"),
                    "p": _THREE,
                    "q": _OTHER,
                },
            ),
            Instance(
                "ten-samples",
                rarely_off,
                {"tests": _TESTS, "p": _FAIR, "count": 10, "level": Fraction(4, 5)},
            ),
            Instance(
                "one-sample",
                rarely_off,
                {"tests": matrix((1, -1)), "p": _FAIR, "count": 1, "level": Fraction(99, 100)},
            ),
            Instance(
                "three-tests",
                rarely_off,
                {
                    "tests": matrix((1, 1, -1, -1), (1, -1, 1, -1), (1, -1, -1, 1)),
                    "p": vector("1/4", "1/4", "1/4", "1/4"),
                    "count": 2,
                    "level": Fraction(99, 100),
                },
            ),
            Instance(
                "three-tests-by-moments",
                rarely_off_by_moments,
                {
                    "tests": matrix((1, 1, -1, -1), (1, -1, 1, -1), (1, -1, -1, 1)),
                    "p": vector("1/4", "1/4", "1/4", "1/4"),
                    "count": 2,
                    "level": Fraction(99, 100),
                },
            ),
            Instance(
                "small-level",
                rarely_off,
                {"tests": matrix((1, -1)), "p": _FAIR, "count": 9, "level": Fraction(33, 100)},
            ),
            Instance(
                "small-level-by-moments",
                rarely_off_by_moments,
                {"tests": matrix((1, -1)), "p": _FAIR, "count": 4, "level": Fraction(49, 100)},
            ),
            Instance(
                "one-sample-by-moments",
                rarely_off_by_moments,
                {"tests": matrix((1, -1)), "p": _FAIR, "count": 1, "level": Fraction(99, 100)},
            ),
            Instance(
                "second-moments",
                rarely_off_by_moments,
                {"tests": _TESTS, "p": _FAIR, "count": 8, "level": Fraction(4, 5)},
            ),
            Instance("box", box_has_a_net, {"dimension": 2, "radius": Fraction(2, 5), "parts": 6}),
        ),
        searches=(
            Search(
                "nets",
                net_decides,
                lambda: {
                    "family": st.just(_TENTS),
                    "lipschitz": st.just(Fraction(1)),
                    "net": st.sets(
                        st.sampled_from([psi for psi, _ in _TENTS]), min_size=1, max_size=4
                    ).map(lambda net: tuple(sorted(net))),
                    "p": st.sampled_from(list(grid(3, 4))),
                    "q": st.sampled_from(list(grid(3, 4))),
                },
            ),
            Exhaustion(
                "deviations",
                rarely_off,
                lambda: (
                    {"tests": _TESTS, "p": (p, 1 - p), "count": m, "level": Fraction(t, 4)}
                    for p in vector("1/2", "1/5", 1)
                    for m in (1, 2, 5)
                    for t in range(1, 8)
                ),
            ),
        ),
        controls=(
            Control(
                "radius-once",
                "the difference is at most Lε",
                net_decides,
                refuted_by={
                    "family": _SLOPES,
                    "lipschitz": Fraction(1),
                    "net": vector(0),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                    "factor": 1,
                },
                holds_for={
                    "family": _SLOPES,
                    "lipschitz": Fraction(1),
                    "net": vector(0),
                    "p": vector(1, 0),
                    "q": _FAIR,
                    "factor": 1,
                },
            ),
            Control(
                "faster-decay",
                "the exponent is m t² instead of its half",
                rarely_off,
                refuted_by={
                    "tests": matrix((1, -1)),
                    "p": _FAIR,
                    "count": 1,
                    "level": Fraction(99, 100),
                    "rate": Fraction(1),
                },
                holds_for={
                    "tests": matrix((1, -1)),
                    "p": _FAIR,
                    "count": 1,
                    "level": Fraction(1, 2),
                    "rate": Fraction(1),
                },
            ),
            Control(
                "coarse-net",
                "the net of the box has a third as many points on each axis",
                box_has_a_net,
                refuted_by={"dimension": 2, "radius": Fraction(1, 3), "parts": 6, "share": 3},
                holds_for={"dimension": 2, "radius": Fraction(1, 2), "parts": 6, "share": 3},
            ),
            Control(
                "jumps",
                "discriminators jump when the parameter moves",
                net_decides,
                refuted_by={
                    "family": _STEPS,
                    "lipschitz": Fraction(1),
                    "net": vector("1/4", "1/2"),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                },
                holds_for={
                    "family": _STEPS,
                    "lipschitz": Fraction(1),
                    "net": vector("1/4", "3/4"),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                },
                drops="lipschitz-parameters",
            ),
            Control(
                "no-net",
                "some parameter is further from the net than the radius",
                net_decides,
                refuted_by={
                    "family": _SLOPES,
                    "lipschitz": Fraction(1),
                    "net": vector(0),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                    "radius": Fraction(1, 4),
                },
                holds_for={
                    "family": _SLOPES,
                    "lipschitz": Fraction(1),
                    "net": vector("1/4", "3/4"),
                    "p": vector(1, 0),
                    "q": vector(0, 1),
                    "radius": Fraction(1, 4),
                },
                drops="finite-net",
            ),
            Control(
                "large-tests",
                "tests are larger than one",
                rarely_off,
                refuted_by={
                    "tests": matrix((4, -4)),
                    "p": _FAIR,
                    "count": 2,
                    "level": Fraction(3),
                },
                holds_for={
                    "tests": matrix((1, -1)),
                    "p": _FAIR,
                    "count": 2,
                    "level": Fraction(3),
                },
                drops="bounded-tests",
            ),
        ),
        plots=(
            Plot(
                "deviations",
                "How often some test is off by more than 1/2, and the bound",
                rarely_off,
                "count",
                tuple(range(1, 13)),
                {"": {"tests": _TESTS, "p": _FAIR, "level": _HALF}},
                axis="samples m",
                left="probability",
                right="2 |N| e^(-m t²/2)",
                logarithmic="y",
            ),
        ),
    ),
)
