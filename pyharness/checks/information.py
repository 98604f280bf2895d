"""Checks of entropy and divergence on finite sets: chapters 7 and 12.

Distributions are tuples of fractions. Logarithms are intervals with rational ends, so an equation
between real numbers is checked up to `TINY`, and an inequality by the ends that decide it.
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
    exp,
    lean_digits,
    lean_log_sum,
    log,
    real,
    total,
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

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

Distribution = tuple[Fraction, ...]

#: What two intervals around the same number may differ by.
TINY = Fraction(1, 10**40)


# ----- Definitions --------------------------------------------------------------------------------


def entropy(p: Distribution) -> Interval:
    """Return ``-Σ p log p`` with ``0 log 0 = 0``."""
    return -total(real(a) * log(a) for a in p if a)


def cross_entropy(p: Distribution, q: Distribution) -> Interval:
    """Return the mean of ``-log q`` under ``p``; ``q`` must be positive where ``p`` is."""
    return -total(real(a) * log(b) for a, b in zip(p, q, strict=True) if a)


def divergence(p: Distribution, q: Distribution) -> Interval:
    """Return ``Σ p log(p / q)`` with ``0 log 0 = 0``; ``q`` must be positive where ``p`` is."""
    return total(real(a) * log(a / b) for a, b in zip(p, q, strict=True) if a)


def point(size: int, at: int) -> Distribution:
    """Return the distribution that is concentrated at one outcome."""
    return tuple(Fraction(int(i == at)) for i in range(size))


def uniform(size: int) -> Distribution:
    """Return the uniform distribution."""
    return (Fraction(1, size),) * size


def grid(size: int, steps: int, *, positive: bool = False) -> Iterator[Distribution]:
    """Yield all distributions whose probabilities are multiples of ``1 / steps``."""
    least = int(positive)
    for counts in product(range(least, steps + 1), repeat=size - 1):
        last = steps - sum(counts)
        if last >= least:
            yield tuple(Fraction(count, steps) for count in (*counts, last))


def distributions(
    size: int, *, positive: bool = False, largest: int = 9
) -> SearchStrategy[Distribution]:
    """Return a strategy for distributions with small numerators."""
    counts = st.lists(st.integers(int(positive), largest), min_size=size, max_size=size)
    return counts.filter(any).map(lambda c: tuple(Fraction(k, sum(c)) for k in c))


# ----- Occam's principle inside KL ----------------------------------------------------------------


def point_posterior(prior: Distribution, at: int) -> Comparison:
    """The divergence of a point posterior is the logarithm of one over its prior."""
    left = divergence(point(len(prior), at), prior)
    return Comparison(left, "≈", log(1 / prior[at]))


def point_posterior_counts(prior: Distribution, at: int) -> Comparison:
    """The divergence of a point posterior is the logarithm of the number of hypotheses."""
    left = divergence(point(len(prior), at), prior)
    return Comparison(left, "≈", log(len(prior)))


def prior_is_power(prior: Distribution, at: int) -> Comparison:
    """The prior is the exponential of minus the divergence of the point posterior.

    Terms where the prior vanishes are left out of the divergence.
    """
    pairs = [(a, b) for a, b in zip(point(len(prior), at), prior, strict=True) if a and b]
    return Comparison(exp(-total(real(a) * log(a / b) for a, b in pairs)), "≈", prior[at])


def uniform_prior(posterior: Distribution) -> Comparison:
    """The divergence from the uniform prior is the logarithm of the number minus the entropy."""
    size = len(posterior)
    left = divergence(posterior, uniform(size))
    return Comparison(left, "≈", log(size) - entropy(posterior))


def uniform_prior_plus(posterior: Distribution) -> Comparison:
    """The divergence from the uniform prior is the logarithm of the number plus the entropy."""
    size = len(posterior)
    left = divergence(posterior, uniform(size))
    return Comparison(left, "≈", log(size) + entropy(posterior))


def at_most_log_count(posterior: Distribution) -> Comparison:
    """The divergence from the uniform prior is below the logarithm of the number of hypotheses.

    Only a point has just that divergence.
    """
    size = len(posterior)
    left = divergence(posterior, uniform(size))
    return Comparison(left, "≈" if max(posterior) == 1 else "<", log(size))


# ----- Maximum likelihood -------------------------------------------------------------------------


def excess(p: Distribution, q: Distribution) -> Comparison:
    """Cross-entropy is entropy plus divergence."""
    left = cross_entropy(p, q)
    return Comparison(left, "≈", entropy(p) + divergence(p, q))


def excess_reversed(p: Distribution, q: Distribution) -> Comparison:
    """Cross-entropy is entropy plus the divergence in the other direction."""
    left = cross_entropy(p, q)
    return Comparison(left, "≈", entropy(p) + divergence(q, p))


def gibbs(p: Distribution, q: Distribution) -> Comparison:
    """The divergence is positive, and zero between equal distributions."""
    return Comparison(divergence(p, q), "=" if p == q else ">", 0)


def nonnegative_without_support(p: Distribution, q: Distribution) -> Comparison:
    """The sum over the common support is not negative."""
    common = [(a, b) for a, b in zip(p, q, strict=True) if a and b]
    return Comparison(total(real(a) * log(a / b) for a, b in common), "≥", 0)


_FAIR = (Fraction(1, 2), Fraction(1, 2))
_BIASED = (Fraction(1, 4), Fraction(3, 4))
_THREE = (Fraction(1, 2), Fraction(1, 3), Fraction(1, 6))
_OTHER = (Fraction(1, 5), Fraction(2, 5), Fraction(2, 5))
_MODULES = ("DeepTheory.Real.Interval",)


def _lean_divergence(p: Distribution, q: Distribution) -> str:
    return lean_log_sum((a, a / b) for a, b in zip(p, q, strict=True) if a)


CHECKS = (
    RowChecks(
        "ch07-kl-occam",
        instances=(
            Instance("third-of-three", point_posterior, {"prior": _THREE, "at": 2}),
            Instance("uniform-prior-of-five", point_posterior, {"prior": uniform(5), "at": 0}),
            Instance("posterior-of-three", uniform_prior, {"posterior": _THREE}),
            Instance("posterior-with-a-zero", uniform_prior, {"posterior": (*_FAIR, Fraction(0))}),
            Instance("posterior-point", at_most_log_count, {"posterior": point(4, 1)}),
        ),
        searches=(
            Exhaustion(
                "all-posteriors",
                at_most_log_count,
                lambda: ({"posterior": q} for q in grid(3, 12)),
            ),
            Search(
                "entropy",
                uniform_prior,
                lambda: {"posterior": distributions(4)},
            ),
        ),
        controls=(
            Control(
                "prior-not-uniform",
                "the prior is not uniform and still only the number of hypotheses counts",
                point_posterior_counts,
                refuted_by={"prior": _THREE, "at": 2},
                holds_for={"prior": uniform(3), "at": 2},
            ),
            Control(
                "entropy-added",
                "the entropy is added instead of subtracted",
                uniform_prior_plus,
                refuted_by={"posterior": _THREE},
                holds_for={"posterior": point(3, 1)},
            ),
            Control(
                "prior-zero",
                "the prior vanishes at the hypothesis, and such terms are left out",
                prior_is_power,
                refuted_by={"prior": (*_FAIR, Fraction(0)), "at": 2},
                holds_for={"prior": _THREE, "at": 2},
                drops="countable-class",
            ),
        ),
        computations=(
            Computation(
                "point-posterior",
                lean_digits(lean_log_sum([(1, 6)]), 6),
                "Int",
                lambda: digits(divergence(point(3, 2), _THREE), 6),
                _MODULES,
            ),
            Computation(
                "posterior-of-three",
                lean_digits(_lean_divergence(_THREE, uniform(3)), 6),
                "Int",
                lambda: digits(log(3) - entropy(_THREE), 6),
                _MODULES,
            ),
        ),
    ),
    RowChecks(
        "ch12-mle-kl",
        instances=(
            Instance("coins", excess, {"p": _FAIR, "q": _BIASED}),
            Instance("three-outcomes", excess, {"p": _THREE, "q": _OTHER}),
            Instance("data-with-a-zero", excess, {"p": (*_FAIR, Fraction(0)), "q": _THREE}),
            Instance("gibbs", gibbs, {"p": _THREE, "q": _OTHER}),
            Instance("gibbs-equal", gibbs, {"p": _THREE, "q": _THREE}),
        ),
        searches=(
            Exhaustion(
                "gibbs-on-a-grid",
                gibbs,
                lambda: ({"p": p, "q": q} for p in grid(3, 7) for q in grid(3, 7, positive=True)),
            ),
            Search(
                "excess",
                excess,
                lambda: {"p": distributions(4), "q": distributions(4, positive=True)},
            ),
        ),
        controls=(
            Control(
                "support",
                "the model may vanish on the data and such terms are left out",
                nonnegative_without_support,
                refuted_by={"p": _FAIR, "q": point(2, 0)},
                holds_for={"p": _FAIR, "q": _BIASED},
                drops="finite-support",
            ),
            Control(
                "direction",
                "the divergence is taken in the other direction",
                excess_reversed,
                refuted_by={"p": _FAIR, "q": _BIASED},
                holds_for={"p": _BIASED, "q": _BIASED[::-1]},
            ),
        ),
        computations=(
            Computation(
                "coins",
                lean_digits(_lean_divergence(_FAIR, _BIASED), 6),
                "Int",
                lambda: digits(cross_entropy(_FAIR, _BIASED) - entropy(_FAIR), 6),
                _MODULES,
            ),
            Computation(
                "coins-reversed",
                lean_digits(_lean_divergence(_BIASED, _FAIR), 6),
                "Int",
                lambda: digits(cross_entropy(_BIASED, _FAIR) - entropy(_BIASED), 6),
                _MODULES,
            ),
        ),
    ),
)
