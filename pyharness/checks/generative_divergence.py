"""Checks of the GAN objective and the Jensen-Shannon divergence: chapters 12 and 14.

Laws on finite sets are tuples of fractions. The objective of a discriminator has the value ``None``
where the book's is minus infinity. Logarithms are intervals with rational ends.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product

from pyharness.checks.enclosures import (
    Interval,
    digits,
    distance,
    ends,
    lean_digits,
    lean_log_sum,
    log,
    real,
    total,
)
from pyharness.checks.information import TINY, Distribution, divergence, grid, point, uniform
from pyharness.checks.model import Comparison, Computation, Control, Instance, RowChecks

__all__ = ["CHECKS"]


# ----- Definitions --------------------------------------------------------------------------------


def objective(p: Distribution, q: Distribution, d: Distribution) -> Interval | None:
    """Return ``Σ p log D + Σ q log(1 - D)``; ``None`` is minus infinity."""
    terms = [*zip(p, d, strict=True), *((b, 1 - t) for b, t in zip(q, d, strict=True))]
    if any(weight and not value for weight, value in terms):
        return None
    return total(real(weight) * log(value) for weight, value in terms if weight)


def optimal(p: Distribution, q: Distribution) -> Distribution:
    """Return ``p / (p + q)``, and one half where both vanish."""
    return tuple(a / (a + b) if a + b else Fraction(1, 2) for a, b in zip(p, q, strict=True))


def best(p: Distribution, q: Distribution) -> Interval:
    """Return the objective of the optimal discriminator."""
    value = objective(p, q, optimal(p, q))
    assert value is not None
    return value


def jensen_shannon(p: Distribution, q: Distribution) -> Interval:
    """Return the mean divergence of two distributions from their mixture."""
    mixture = tuple((a + b) / 2 for a, b in zip(p, q, strict=True))
    return (divergence(p, mixture) + divergence(q, mixture)) / 2


def through_samples(
    p: Distribution, noise: Distribution, generator: tuple[int, ...], d: Distribution
) -> Interval | None:
    """Return the objective with the noise summed over, as it is printed."""
    terms = [*zip(p, d, strict=True)]
    terms += [(w, 1 - d[x]) for w, x in zip(noise, generator, strict=True)]
    if any(weight and not value for weight, value in terms):
        return None
    return total(real(weight) * log(value) for weight, value in terms if weight)


def law(size: int, noise: Distribution, generator: tuple[int, ...]) -> Distribution:
    """Return the law of the generator's samples."""
    return tuple(
        sum((w for w, x in zip(noise, generator, strict=True) if x == y), Fraction(0))
        for y in range(size)
    )


def depends_on_law(
    p: Distribution, noise: Distribution, generator: tuple[int, ...], steps: int
) -> Comparison:
    """For all discriminators on a grid the objective is that of the law of the samples."""
    q = law(len(p), noise, generator)
    wrong = 0
    for d in product([Fraction(k, steps) for k in range(steps + 1)], repeat=len(p)):
        left, right = through_samples(p, noise, generator, d), objective(p, q, d)
        wrong += (left is None) != (right is None)
        wrong += left is not None and right is not None and distance(left, right) > TINY
    return Comparison(wrong, "=", 0)


def maximum_inside(p: Distribution, q: Distribution, steps: int) -> Comparison:
    """Some discriminator on a grid, with all values strictly inside, has the largest objective."""
    inside = [Fraction(k, steps) for k in range(1, steps)]
    values = [objective(p, q, d) for d in product(inside, repeat=len(p))]
    reached = any(v is not None and ends(v - best(p, q))[1] > -TINY for v in values)
    return Comparison(reached, "=", True)


# ----- The optimal discriminator ------------------------------------------------------------------


def none_is_better(p: Distribution, q: Distribution, steps: int) -> Comparison:
    """No discriminator on a grid of the cube exceeds the optimal one."""
    bound = best(p, q)
    levels = [Fraction(k, steps) for k in range(steps + 1)]
    values = [objective(p, q, d) for d in product(levels, repeat=len(p))]
    better = [v for v in values if v is not None and ends(v - bound)[1] > TINY]
    return Comparison(len(better), "=", 0)


def below_optimal(p: Distribution, q: Distribution, d: Distribution) -> Comparison:
    """The objective of a discriminator, with any values, is at most that of the optimal one.

    A logarithm of a negative number is replaced by that of its absolute value.
    """
    terms = [*zip(p, d, strict=True), *((b, 1 - t) for b, t in zip(q, d, strict=True))]
    value = total(real(weight) * log(abs(size)) for weight, size in terms if weight)
    return Comparison(ends(value - best(p, q))[1], "≤", TINY)


def as_good(p: Distribution, q: Distribution, d: Distribution) -> Comparison:
    """The discriminator is as good as ``p / (p + q)``."""
    value = objective(p, q, d)
    assert value is not None
    return Comparison(ends(value - best(p, q))[1], "≥", -TINY)


# ----- The Jensen-Shannon form --------------------------------------------------------------------


def objective_is_divergence(p: Distribution, q: Distribution) -> Comparison:
    """The largest objective is ``-log 4`` plus twice the Jensen-Shannon divergence."""
    return Comparison(distance(best(p, q), 2 * jensen_shannon(p, q) - log(4)), "<", TINY)


def objective_is_divergence_once(p: Distribution, q: Distribution) -> Comparison:
    """The largest objective is ``-log 4`` plus the Jensen-Shannon divergence."""
    return Comparison(distance(best(p, q), jensen_shannon(p, q) - log(4)), "<", TINY)


def least_at_data(p: Distribution, steps: int) -> Comparison:
    """Of all generators on a grid exactly those with the law of the data have ``-log 4``."""
    least = [q for q in grid(len(p), steps) if ends(best(p, q) + log(4))[0] < TINY]
    return Comparison(least, "=", [p])


def constant_reaches(p: Distribution, q: Distribution, steps: int) -> Comparison:
    """Some constant discriminator reaches ``-log 4`` plus twice the divergence."""
    bound = 2 * jensen_shannon(p, q) - log(4)
    values = [objective(p, q, (Fraction(k, steps),) * len(p)) for k in range(1, steps)]
    reached = any(v is not None and ends(v - bound)[1] > -TINY for v in values)
    return Comparison(reached, "=", True)


def minimum_is_minus_log_four(p: Distribution, generators: tuple[Distribution, ...]) -> Comparison:
    """The least value over the generators is ``-log 4``."""
    return Comparison(min(ends(best(p, q) + log(4))[1] for q in generators), "<", TINY)


# ----- Bounds, separated supports -----------------------------------------------------------------


def between(size: int, steps: int) -> Comparison:
    """On a grid the divergence lies in ``[0, log 2]``, with the ends where the row says so."""
    wrong = 0
    for p, q in product(grid(size, steps), repeat=2):
        value = jensen_shannon(p, q)
        low, high = ends(value)[0], ends(log(2) - value)[0]
        disjoint = all(not (a and b) for a, b in zip(p, q, strict=True))
        wrong += (low > TINY) != (p != q) or (high > TINY) != (not disjoint)
    return Comparison(wrong, "=", 0)


def saturated(p: Distribution, q: Distribution) -> Comparison:
    """The divergence is ``log 2``."""
    return Comparison(distance(jensen_shannon(p, q), log(2)), "<", TINY)


def perfect(p: Distribution, q: Distribution) -> Comparison:
    """The indicator of the support of the data has the objective ``0``, as the optimal one has."""
    indicator = tuple(Fraction(int(a > 0)) for a in p)
    value = objective(p, q, indicator)
    worst = 1 if value is None else max(distance(value, real(0)), distance(best(p, q), real(0)))
    return Comparison(worst, "<", TINY)


_FAIR = (Fraction(1, 2), Fraction(1, 2))
_BIASED = (Fraction(1, 4), Fraction(3, 4))
_THREE = (Fraction(1, 2), Fraction(1, 3), Fraction(1, 6))
_OTHER = (Fraction(1, 5), Fraction(0), Fraction(4, 5))
_LEFT = (Fraction(1, 3), Fraction(2, 3), Fraction(0), Fraction(0))
_RIGHT = (Fraction(0), Fraction(0), Fraction(1, 7), Fraction(6, 7))
_MODULES = ("DeepTheory.Real.Interval",)


def _lean_best(p: Distribution, q: Distribution) -> str:
    pairs = list(zip(p, q, strict=True))
    return lean_log_sum(
        [(a, a / (a + b)) for a, b in pairs if a] + [(b, b / (a + b)) for a, b in pairs if b]
    )


def _lean_jensen_shannon(p: Distribution, q: Distribution) -> str:
    pairs = list(zip(p, q, strict=True))
    return lean_log_sum(
        [(a / 2, 2 * a / (a + b)) for a, b in pairs if a]
        + [(b / 2, 2 * b / (a + b)) for a, b in pairs if b]
    )


_NOISE = (Fraction(2, 5), Fraction(1, 5), Fraction(1, 5), Fraction(1, 5))


CHECKS = (
    RowChecks(
        "ch12-gan-objective",
        instances=(
            Instance(
                "three-points",
                depends_on_law,
                {"p": _THREE, "noise": _NOISE, "generator": (0, 2, 2, 1), "steps": 6},
            ),
            Instance(
                "constant-generator",
                depends_on_law,
                {"p": _FAIR, "noise": _NOISE, "generator": (1, 1, 1, 1), "steps": 12},
            ),
        ),
        controls=(
            Control(
                "open-interval",
                "discriminators have values strictly between 0 and 1",
                maximum_inside,
                refuted_by={"p": point(2, 0), "q": point(2, 1), "steps": 20},
                holds_for={"p": _FAIR, "q": _FAIR, "steps": 20},
            ),
        ),
        computations=(
            Computation(
                "fair-coin",
                lean_digits(
                    lean_log_sum(
                        [
                            (Fraction(1, 2), Fraction(1, 3)),
                            (Fraction(1, 2), Fraction(3, 4)),
                            (Fraction(2, 5), Fraction(2, 3)),
                            (Fraction(3, 5), Fraction(1, 4)),
                        ]
                    ),
                    6,
                ),
                "Int",
                lambda: digits(
                    through_samples(_FAIR, _NOISE, (0, 1, 1, 1), (Fraction(1, 3), Fraction(3, 4))),
                    6,
                ),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch12-support-separation",
        instances=(
            Instance("two-points", perfect, {"p": point(2, 0), "q": point(2, 1)}),
            Instance("four-points", perfect, {"p": _LEFT, "q": _RIGHT}),
            Instance("moved", perfect, {"p": _LEFT, "q": (*_RIGHT[:2], *_RIGHT[:1:-1])}),
        ),
        controls=(
            Control(
                "overlap",
                "the supports may overlap",
                perfect,
                refuted_by={"p": _FAIR, "q": point(2, 1)},
                holds_for={"p": point(2, 0), "q": point(2, 1)},
                drops="disjoint-supports",
            ),
        ),
        computations=(
            Computation(
                "overlap",
                lean_digits(_lean_best(_FAIR, point(2, 1)), 6),
                "Int",
                lambda: digits(best(_FAIR, point(2, 1)), 6),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch14-optimal-discriminator",
        instances=(
            Instance("coins", none_is_better, {"p": _FAIR, "q": _BIASED, "steps": 24}),
            Instance("three-points", none_is_better, {"p": _THREE, "q": _OTHER, "steps": 8}),
            Instance("separated", none_is_better, {"p": _LEFT, "q": _RIGHT, "steps": 4}),
            Instance("equal", none_is_better, {"p": _FAIR, "q": _FAIR, "steps": 24}),
        ),
        controls=(
            Control(
                "outside",
                "values outside the interval are allowed",
                below_optimal,
                refuted_by={"p": _FAIR, "q": _FAIR, "d": (Fraction(3), Fraction(3))},
                holds_for={"p": _FAIR, "q": _FAIR, "d": _BIASED},
                drops="closed-range",
            ),
            Control(
                "exchanged",
                "the optimal discriminator is q / (p + q)",
                as_good,
                refuted_by={"p": _FAIR, "q": _BIASED, "d": optimal(_BIASED, _FAIR)},
                holds_for={"p": _FAIR, "q": _FAIR, "d": optimal(_FAIR, _FAIR)},
            ),
        ),
        computations=(
            Computation(
                "coins",
                lean_digits(_lean_best(_FAIR, _BIASED), 6),
                "Int",
                lambda: digits(best(_FAIR, _BIASED), 6),
                _MODULES,
            ),
            Computation(
                "law-of-samples",
                "GAN.pushforward (fun z : Fin 4 => if z = 0 then (2 / 5 : Rat) else 1 / 5)"
                " (fun z => decide (z = 0) || decide (z = 3)) true",
                "Rat",
                lambda: Fraction(2, 5) + Fraction(1, 5),
                ("DeepTheory.Generative.Discriminator",),
            ),
        ),
    ),
    RowChecks(
        "ch14-gan-js",
        instances=(
            Instance("coins", objective_is_divergence, {"p": _FAIR, "q": _BIASED}),
            Instance("three-points", objective_is_divergence, {"p": _THREE, "q": _OTHER}),
            Instance("separated", objective_is_divergence, {"p": _LEFT, "q": _RIGHT}),
            Instance("best-generators", least_at_data, {"p": _THREE, "steps": 6}),
        ),
        controls=(
            Control(
                "constant-discriminators",
                "discriminators are constant",
                constant_reaches,
                refuted_by={"p": _FAIR, "q": _BIASED, "steps": 40},
                holds_for={"p": _FAIR, "q": _FAIR, "steps": 40},
                drops="all-discriminators",
            ),
            Control(
                "not-realizable",
                "no generator has the law of the data",
                minimum_is_minus_log_four,
                refuted_by={"p": _FAIR, "generators": (_BIASED, point(2, 0))},
                holds_for={"p": _FAIR, "generators": (_BIASED, _FAIR)},
                drops="realizable",
            ),
            Control(
                "once",
                "the divergence is counted once instead of twice",
                objective_is_divergence_once,
                refuted_by={"p": _FAIR, "q": _BIASED},
                holds_for={"p": _FAIR, "q": _FAIR},
            ),
        ),
        computations=(
            Computation(
                "three-points",
                lean_digits(_lean_best(_THREE, _OTHER), 6),
                "Int",
                lambda: digits(2 * jensen_shannon(_THREE, _OTHER) - log(4), 6),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch14-js-disjoint",
        instances=(
            Instance("on-a-grid", between, {"size": 3, "steps": 5}),
            Instance("two-points", saturated, {"p": point(3, 0), "q": point(3, 1)}),
            Instance("four-points", saturated, {"p": _LEFT, "q": _RIGHT}),
        ),
        controls=(
            Control(
                "overlap",
                "the supports may overlap",
                saturated,
                refuted_by={"p": uniform(2), "q": point(2, 0)},
                holds_for={"p": point(2, 1), "q": point(2, 0)},
            ),
        ),
        computations=(
            Computation(
                "coin-and-point",
                lean_digits(_lean_jensen_shannon(_FAIR, point(2, 0)), 6),
                "Int",
                lambda: digits(jensen_shannon(_FAIR, point(2, 0)), 6),
                _MODULES,
            ),
        ),
    ),
)
