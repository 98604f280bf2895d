"""Checks of chapter 14: recovery from measurements of a signal near the range of a generator.

Ranges are finite sets of points with rational coordinates.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    matrices,
    matrix,
    rank,
    subtract,
    vector,
    vectors,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["CHECKS"]


# ----- Recovery from measurements -----------------------------------------------------------------


@dataclass(frozen=True)
class Recovery:
    """A signal, its measurements ``b = A x + e``, and the range of a generator.

    Norms are the largest size of a coordinate.

    Parameters
    ----------
    points
        The range of the generator.
    measure
        The matrix ``A``.
    signal, noise
        The vectors ``x⋆`` and ``e``.
    """

    points: Matrix
    measure: Matrix
    signal: Vector
    noise: Vector

    def __str__(self) -> str:
        return shown((self.points, self.measure, self.signal, self.noise))

    @property
    def gamma(self) -> Fraction:
        """The largest factor of the restricted eigenvalue condition with ``δ = 0``."""
        return min(
            norm(apply(self.measure, subtract(x, y))) / norm(subtract(x, y))
            for x, y in combinations(self.points, 2)
        )

    def residual(self, x: Vector) -> Fraction:
        """Return ``|A x - b|``."""
        b = add(apply(self.measure, self.signal), self.noise)
        return norm(subtract(apply(self.measure, x), b))


def norm(x: Vector) -> Fraction:
    """Return the largest size of a coordinate."""
    return max(map(abs, x))


def recovers(
    problem: Recovery,
    epsilon: Fraction,
    delta: Fraction,
    *,
    gamma: Fraction | None = None,
    every: bool = False,
    factor: int = 2,
) -> Comparison:
    """Every near minimizer of the residual is near the signal.

    Compared are the two sides of the bound where they are closest, over all near minimizers (or
    all points) and all points of the range. The condition holds with ``γ`` plus ``δ`` over the
    diameter, if ``γ`` is not given.
    """
    points = problem.points
    if gamma is None:
        diameter = max(norm(subtract(x, y)) for x, y in combinations(points, 2))
        gamma = problem.gamma + delta / diameter
    least = min(map(problem.residual, points))
    chosen = [x for x in points if every or problem.residual(x) <= least + epsilon]
    sides = []
    for found, other in product(chosen, points):
        away = subtract(other, problem.signal)
        noise = factor * norm(problem.noise)
        error = 2 * norm(apply(problem.measure, away)) + noise + epsilon + delta
        sides.append((norm(subtract(found, problem.signal)), norm(away) + error / gamma))
    left, right = min(sides, key=lambda pair: pair[1] - pair[0])
    return Comparison(left, "≤", right)


def determined(points: tuple[tuple[int, ...], ...], mask: tuple[int, ...]) -> Comparison:
    """The completion is determined for all images that occur exactly if no two points agree."""
    seen = [tuple(x[i] for i in mask) for x in points]
    unique = all(sum(tuple(y[i] for i in mask) == b for y in points) == 1 for b in seen)
    return Comparison(unique, "=", len(set(seen)) == len(points))


def determined_for_one(
    points: tuple[tuple[int, ...], ...], mask: tuple[int, ...], image: tuple[int, ...]
) -> Comparison:
    """The completion of one image is determined exactly if no two points agree."""
    seen = [tuple(x[i] for i in mask) for x in points]
    return Comparison(seen.count(image) == 1, "=", len(set(seen)) == len(points))


def completion_is_unique(
    points: tuple[tuple[int, ...], ...], mask: tuple[int, ...], image: tuple[int, ...]
) -> Comparison:
    """Exactly one point of the range completes the image."""
    count = sum(tuple(x[i] for i in mask) == image for x in points)
    return Comparison(count, "=", 1)


# ----- Values -------------------------------------------------------------------------------------

_LINE = Recovery(matrix((0,), (1,)), matrix((1,)), vector(0), vector("1/2"))
_PLANE = Recovery(
    matrix((0, 0), (1, 0), (1, 2), (-1, 3)), matrix((1, 1), (1, -1)), vector(1, 1), vector(0, "1/4")
)
_KILLED = Recovery(matrix((0, 0), (0, 5)), matrix((1, 0)), vector(0, 0), vector(0))
_THREE_POINTS = ((0, 0), (0, 1), (1, 5))


def _ranges() -> Iterator[Mapping[str, object]]:
    """List the sets of two or three points of ``{0, 1}³`` with a mask of one or two coordinates."""
    cube = list(product((0, 1), repeat=3))
    for size in (2, 3):
        for points in combinations(cube, size):
            for mask in ((0,), (0, 2)):
                yield {"points": points, "mask": mask}


CHECKS = (
    RowChecks(
        "ch14-generative-compressed-sensing",
        instances=(
            Instance(
                "with-equality",
                recovers,
                {"problem": _LINE, "epsilon": Fraction(0), "delta": Fraction(0)},
            ),
            Instance(
                "weak-measurement-with-equality",
                recovers,
                {
                    "problem": Recovery(
                        matrix((0,), (1,)), matrix(("1/2",)), vector(0), vector("1/4")
                    ),
                    "epsilon": Fraction(0),
                    "delta": Fraction(0),
                },
            ),
            Instance(
                "signal-away-with-equality",
                recovers,
                {
                    "problem": Recovery(
                        matrix((1, 1), (3, -1)), matrix((0, 1)), vector(0, 0), vector(0)
                    ),
                    "epsilon": Fraction(0),
                    "delta": Fraction(0),
                },
            ),
            Instance(
                "near-minimizer-with-equality",
                recovers,
                {
                    "problem": Recovery(matrix((0,), (1,)), matrix((1,)), vector(0), vector(0)),
                    "epsilon": Fraction(1),
                    "delta": Fraction(0),
                },
            ),
            Instance(
                "unseen-with-equality",
                recovers,
                {
                    "problem": Recovery(matrix((0,), (1,)), matrix((0,)), vector(0), vector(0)),
                    "epsilon": Fraction(0),
                    "delta": Fraction(1),
                },
            ),
            Instance(
                "plane", recovers, {"problem": _PLANE, "epsilon": Fraction(0), "delta": Fraction(0)}
            ),
            Instance(
                "near-minimizer",
                recovers,
                {"problem": _PLANE, "epsilon": Fraction(3, 2), "delta": Fraction(1, 3)},
            ),
            Instance(
                "signal-in-the-range",
                recovers,
                {
                    "problem": Recovery(_PLANE.points, _PLANE.measure, vector(1, 2), vector(0, 0)),
                    "epsilon": Fraction(0),
                    "delta": Fraction(0),
                },
            ),
        ),
        searches=(
            Search(
                "problems",
                recovers,
                lambda: {
                    "problem": st.builds(
                        Recovery,
                        st.sets(vectors(2, bound=2), min_size=2, max_size=4).map(
                            lambda points: tuple(sorted(points))
                        ),
                        matrices(2, 2, bound=2).filter(lambda a: rank(a) == 2),
                        vectors(2),
                        vectors(2, bound=1),
                    ),
                    "epsilon": st.sampled_from(vector(0, "1/2", 2)),
                    "delta": st.sampled_from(vector(0, 1)),
                },
            ),
        ),
        controls=(
            Control(
                "killed-direction",
                "the measurements do not see a difference of two points of the range",
                recovers,
                refuted_by={
                    "problem": _KILLED,
                    "epsilon": Fraction(0),
                    "delta": Fraction(0),
                    "gamma": Fraction(1),
                },
                holds_for={
                    "problem": _LINE,
                    "epsilon": Fraction(0),
                    "delta": Fraction(0),
                    "gamma": Fraction(1),
                },
                drops="restricted-eigenvalue",
            ),
            Control(
                "any-point",
                "the point need not be a near minimizer",
                recovers,
                refuted_by={
                    "problem": Recovery(matrix((0,), (9,)), matrix((1,)), vector(0), vector(0)),
                    "epsilon": Fraction(0),
                    "delta": Fraction(0),
                    "every": True,
                },
                holds_for={
                    "problem": _LINE,
                    "epsilon": Fraction(0),
                    "delta": Fraction(0),
                    "every": True,
                },
                drops="near-minimiser",
            ),
            Control(
                "noise-once",
                "the noise is counted once instead of twice",
                recovers,
                refuted_by={
                    "problem": _LINE,
                    "epsilon": Fraction(0),
                    "delta": Fraction(0),
                    "factor": 1,
                },
                holds_for={
                    "problem": Recovery(matrix((0,), (1,)), matrix((1,)), vector(0), vector(0)),
                    "epsilon": Fraction(0),
                    "delta": Fraction(0),
                    "factor": 1,
                },
            ),
        ),
    ),
    RowChecks(
        "ch14-inpainting",
        instances=(
            Instance("determined", determined, {"points": ((0, 0), (1, 5)), "mask": (0,)}),
            Instance("not-determined", determined, {"points": _THREE_POINTS, "mask": (0,)}),
            Instance("everything-seen", determined, {"points": _THREE_POINTS, "mask": (0, 1)}),
            Instance(
                "one-image",
                completion_is_unique,
                {"points": _THREE_POINTS, "mask": (0,), "image": (1,)},
            ),
        ),
        searches=(Exhaustion("small-ranges", determined, _ranges),),
        controls=(
            Control(
                "one-image",
                "only one image is asked for",
                determined_for_one,
                refuted_by={"points": _THREE_POINTS, "mask": (0,), "image": (1,)},
                holds_for={"points": _THREE_POINTS, "mask": (0,), "image": (0,)},
            ),
            Control(
                "points-that-agree",
                "two points of the range agree on the mask",
                completion_is_unique,
                refuted_by={"points": _THREE_POINTS, "mask": (0,), "image": (0,)},
                holds_for={"points": _THREE_POINTS[1:], "mask": (0,), "image": (0,)},
            ),
        ),
    ),
)
