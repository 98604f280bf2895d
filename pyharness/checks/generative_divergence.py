"""Checks of the GAN objective and the Jensen-Shannon divergence: chapters 12 and 14.

Laws on finite sets are tuples of fractions. The objective of a discriminator has the value ``None``
where the book's is minus infinity. Logarithms are intervals with rational ends.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
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
from pyharness.checks.information import (
    TINY,
    Distribution,
    distributions,
    divergence,
    grid,
    point,
    uniform,
)
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    p: Distribution, noise: Distribution, generator: tuple[int, ...], d: Distribution
) -> Comparison:
    """The objective of a discriminator is that of the law of the samples.

    Where one of the two is minus infinity, so is the other.
    """
    left, right = (
        through_samples(p, noise, generator, d),
        objective(p, law(len(p), noise, generator), d),
    )
    if left is None or right is None:
        return Comparison(left is None, "=", right is None)
    return Comparison(left, "≈", right)


def discriminators(size: int, steps: int) -> Iterator[Distribution]:
    """Yield the discriminators with values in multiples of ``1 / steps``."""
    yield from product([Fraction(k, steps) for k in range(steps + 1)], repeat=size)


def maximum_inside(p: Distribution, q: Distribution, steps: int) -> Comparison:
    """Some discriminator on a grid, with all values strictly inside, has the largest objective."""
    inside = [Fraction(k, steps) for k in range(1, steps)]
    values = [objective(p, q, d) for d in product(inside, repeat=len(p))]
    reached = any(v is not None and ends(v - best(p, q))[1] > -TINY for v in values)
    return Comparison(reached, "=", True)


# ----- The optimal discriminator ------------------------------------------------------------------


def worse_than_optimal(p: Distribution, q: Distribution, d: Distribution) -> Comparison:
    """The objective of another discriminator is smaller than that of the optimal one."""
    value = objective(p, q, d)
    assert value is not None
    return Comparison(value, "<", best(p, q))


def finite_others(p: Distribution, q: Distribution, steps: int) -> Iterator[Distribution]:
    """Yield the discriminators with another value than the optimal one somewhere on the supports.

    Those with the objective minus infinity are left out.
    """
    for d in discriminators(len(p), steps):
        other = any(t != s for a, b, s, t in zip(p, q, optimal(p, q), d, strict=True) if a + b)
        if other and objective(p, q, d) is not None:
            yield d


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
    return Comparison(best(p, q), "≈", 2 * jensen_shannon(p, q) - log(4))


def objective_is_divergence_once(p: Distribution, q: Distribution) -> Comparison:
    """The largest objective is ``-log 4`` plus the Jensen-Shannon divergence."""
    return Comparison(best(p, q), "≈", jensen_shannon(p, q) - log(4))


def least_at_data(p: Distribution, q: Distribution) -> Comparison:
    """The best objective exceeds ``-log 4``, and is that number if the generator has the law."""
    return Comparison(best(p, q), "≈" if p == q else ">", -log(4))


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


def positive_unless_equal(p: Distribution, q: Distribution) -> Comparison:
    """The divergence is positive, and zero between equal laws."""
    return Comparison(jensen_shannon(p, q), "=" if p == q else ">", 0)


def below_log_two(p: Distribution, q: Distribution) -> Comparison:
    """The divergence is below ``log 2``, and just that for disjoint supports."""
    disjoint = all(not (a and b) for a, b in zip(p, q, strict=True))
    return Comparison(jensen_shannon(p, q), "≈" if disjoint else "<", log(2))


def saturated(p: Distribution, q: Distribution) -> Comparison:
    """The divergence is ``log 2``."""
    return Comparison(jensen_shannon(p, q), "≈", log(2))


def perfect(p: Distribution, q: Distribution) -> Comparison:
    """The indicator of the support of the data has the objective ``0``, as the optimal one has."""
    indicator = tuple(Fraction(int(a > 0)) for a in p)
    value = objective(p, q, indicator)
    worst = 1 if value is None else max(distance(value, real(0)), distance(best(p, q), real(0)))
    return Comparison(worst, "<", TINY)


def never_above_zero(p: Distribution, q: Distribution, d: Distribution) -> Comparison:
    """No discriminator has an objective above 0, and only a perfect one has 0.

    An objective of minus infinity is below 0.
    """
    value = objective(p, q, d)
    pairs = [*zip(p, d, strict=True), *((b, 1 - t) for b, t in zip(q, d, strict=True))]
    right = all(guess == 1 for weight, guess in pairs if weight)
    return Comparison(-1 if value is None else value, "=" if right else "<", 0)


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
                {"p": _THREE, "noise": _NOISE, "generator": (0, 2, 2, 1), "d": _OTHER},
            ),
            Instance(
                "constant-generator",
                depends_on_law,
                {"p": _FAIR, "noise": _NOISE, "generator": (1, 1, 1, 1), "d": _BIASED},
            ),
            Instance(
                "minus-infinity",
                depends_on_law,
                {"p": _FAIR, "noise": _NOISE, "generator": (0, 1, 1, 1), "d": point(2, 0)},
            ),
        ),
        searches=(
            Exhaustion(
                "discriminators-of-three-points",
                depends_on_law,
                lambda: (
                    {"p": _THREE, "noise": _NOISE, "generator": (0, 2, 2, 1), "d": d}
                    for d in discriminators(3, 6)
                ),
            ),
            Search(
                "noises",
                depends_on_law,
                lambda: {
                    "p": distributions(3),
                    "noise": distributions(4),
                    "generator": st.tuples(*[st.integers(0, 2)] * 4),
                    "d": st.tuples(*[st.parts(0, 1, 4)] * 3),
                },
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
        searches=(
            Exhaustion(
                "separated-laws",
                perfect,
                lambda: (
                    {"p": p, "q": q}
                    for p, q in product(grid(3, 4), repeat=2)
                    if not any(a and b for a, b in zip(p, q, strict=True))
                ),
            ),
            Exhaustion(
                "never-above-zero",
                never_above_zero,
                lambda: ({"p": _LEFT, "q": _RIGHT, "d": d} for d in discriminators(4, 3)),
            ),
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
            Instance("coins", worse_than_optimal, {"p": _FAIR, "q": _BIASED, "d": _FAIR}),
            Instance(
                "close",
                worse_than_optimal,
                {"p": _FAIR, "q": _FAIR, "d": (Fraction(51, 100), Fraction(1, 2))},
            ),
            Instance(
                "separated",
                worse_than_optimal,
                {"p": _LEFT, "q": _RIGHT, "d": (*_FAIR, Fraction(0), Fraction(1, 100))},
            ),
        ),
        searches=(
            Exhaustion(
                "coins",
                worse_than_optimal,
                lambda: (
                    {"p": _FAIR, "q": _BIASED, "d": d} for d in finite_others(_FAIR, _BIASED, 24)
                ),
            ),
            Exhaustion(
                "separated",
                worse_than_optimal,
                lambda: (
                    {"p": _LEFT, "q": _RIGHT, "d": d} for d in finite_others(_LEFT, _RIGHT, 4)
                ),
            ),
            Search(
                "laws",
                worse_than_optimal,
                lambda: st.fixed_dictionaries(
                    {
                        "p": distributions(3, positive=True),
                        "q": distributions(3),
                        "d": st.tuples(*[st.parts(Fraction(1, 6), Fraction(5, 6), 6)] * 3),
                    }
                ).filter(lambda c: c["d"] != optimal(c["p"], c["q"])),
            ),
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
            Instance("law-of-the-data", least_at_data, {"p": _THREE, "q": _THREE}),
            Instance("other-law", least_at_data, {"p": _THREE, "q": _OTHER}),
        ),
        searches=(
            Exhaustion(
                "generators",
                least_at_data,
                lambda: ({"p": _THREE, "q": q} for q in grid(3, 12)),
            ),
            Search(
                "laws",
                objective_is_divergence,
                lambda: {"p": distributions(4), "q": distributions(4)},
            ),
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
            Instance("two-points", saturated, {"p": point(3, 0), "q": point(3, 1)}),
            Instance("four-points", saturated, {"p": _LEFT, "q": _RIGHT}),
            Instance("overlap", below_log_two, {"p": _THREE, "q": _OTHER}),
            Instance("equal", positive_unless_equal, {"p": _THREE, "q": _THREE}),
        ),
        searches=(
            Exhaustion(
                "positive-on-a-grid",
                positive_unless_equal,
                lambda: ({"p": p, "q": q} for p, q in product(grid(3, 5), repeat=2)),
            ),
            Exhaustion(
                "below-log-two-on-a-grid",
                below_log_two,
                lambda: ({"p": p, "q": q} for p, q in product(grid(3, 5), repeat=2)),
            ),
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
