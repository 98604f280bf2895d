"""Checks of chapter 11: couplings, and noisy gradient descent on parities.

Laws on finite sets are tuples of fractions. Probabilities of normal laws are enclosed: by a
series, or by Riemann sums of intervals.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.boolean_functions import parity, subsets
from pyharness.checks.enclosures import Interval, ends, exp, hull, pi, real, rounded, sqrt, total
from pyharness.checks.information import Distribution, grid, point, uniform
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    Plot,
    RowChecks,
    Search,
)
from pyharness.checks.smoothing import normal
from pyharness.checks.statistical_queries import Table, mean, slopes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Maximal couplings --------------------------------------------------------------------------


def total_variation(p: Distribution, q: Distribution) -> Fraction:
    """Return the largest difference of the probabilities of an event."""
    return max(
        sum((a - b for a, b, c in zip(p, q, event, strict=True) if c), Fraction(0))
        for event in product((False, True), repeat=len(p))
    )


#: The probability of each pair.
Coupling = tuple[Distribution, ...]


def maximal_coupling(p: Distribution, q: Distribution) -> Coupling:
    """Return the coupling with as much mass on the diagonal as possible."""
    overlap = [min(a, b) for a, b in zip(p, q, strict=True)]
    rest = 1 - sum(overlap)
    return tuple(
        tuple(
            (overlap[i] if i == j else Fraction(0))
            + ((a - overlap[i]) * (b - overlap[j]) / rest if rest else 0)
            for j, b in enumerate(q)
        )
        for i, a in enumerate(p)
    )


def marginals(coupling: Coupling) -> tuple[Distribution, Distribution]:
    """Return the laws of both parts."""
    return tuple(sum(row) for row in coupling), tuple(map(sum, zip(*coupling, strict=True)))


def disagreement(coupling: Coupling) -> Fraction:
    """Return the probability that the parts differ."""
    return 1 - sum((row[i] for i, row in enumerate(coupling)), Fraction(0))


def attained(p: Distribution, q: Distribution) -> Comparison:
    """Some coupling of both laws differs with the total variation, one minus the overlap."""
    coupling = maximal_coupling(p, q)
    overlap = sum(min(a, b) for a, b in zip(p, q, strict=True))
    left = (*marginals(coupling), disagreement(coupling), 1 - overlap)
    distance = total_variation(p, q)
    return Comparison(left, "=", (p, q, distance, distance))


def no_coupling_is_better(coupling: Coupling) -> Comparison:
    """The parts of a coupling differ at least with the total variation of their laws."""
    return Comparison(disagreement(coupling), "≥", total_variation(*marginals(coupling)))


def no_coupling_is_better_doubled(coupling: Coupling) -> Comparison:
    """The parts of a coupling differ at least with the sum of ``|P(x) - Q(x)|``."""
    p, q = marginals(coupling)
    return Comparison(
        disagreement(coupling), "≥", sum(abs(a - b) for a, b in zip(p, q, strict=True))
    )


def independent_attains(p: Distribution, q: Distribution) -> Comparison:
    """Independent parts differ with the total variation."""
    coupling = tuple(tuple(a * b for b in q) for a in p)
    return Comparison(disagreement(coupling), "=", total_variation(p, q))


# ----- Shifted normal laws ------------------------------------------------------------------------


def within(a: Fraction) -> Interval:
    """Enclose ``2 Φ(a) - 1``, the probability that a standard normal number is in ``[-a, a]``."""
    a = abs(Fraction(a))
    if a > 8:  # what is left out has at most the mass exp(-a²/2)
        return 1 - hull(0, exp(-(real(a) ** 2) / 2))
    return 2 * normal(a) - 1


def shift_bound(shift: Fraction, scale: Fraction) -> Comparison:
    """``2 Φ(|μ - μ'| / 2s) - 1 ≤ |μ - μ'| / (s √(2π))``."""
    return Comparison(within(shift / (2 * scale)), "≤", real(shift / scale) / sqrt(2 * pi()))


def half_bound(shift: Fraction, scale: Fraction) -> Comparison:
    """``2 Φ(|μ - μ'| / 2s) - 1 ≤ |μ - μ'| / (2s)``."""
    return Comparison(within(shift / (2 * scale)), "≤", shift / (2 * scale))


def quarter_bound(shift: Fraction, scale: Fraction) -> Comparison:
    """``2 Φ(|μ - μ'| / 2s) - 1 ≤ |μ - μ'| / (4s)``."""
    return Comparison(within(shift / (2 * scale)), "≤", shift / (4 * scale))


def density(cell: Interval, centre: Fraction, scale: Fraction) -> Interval:
    """Enclose the values of the density of ``N(centre, scale²)``, times ``√(2π)``, in a cell."""
    return exp(-(((cell - real(centre)) / real(scale)) ** 2) / 2) / real(scale)


def normal_distance(shift: Fraction, first: Fraction, second: Fraction) -> Interval:
    """Enclose the total variation of ``N(0, first²)`` and ``N(shift, second²)`` by Riemann sums.

    It is one minus the integral of the smaller density. Beyond eight deviations the first law has
    at most the mass ``exp(-32)``.
    """
    cells, reach = 400, 8 * first
    width = 2 * reach / cells

    parts = []
    for k in range(cells):
        cell = hull(-reach + k * width, -reach + (k + 1) * width)
        p, q = density(cell, Fraction(0), first), density(cell, shift, second)
        parts.append(hull(*map(min, ends(p), ends(q))))
    overlap = total(parts) * real(width) / sqrt(2 * pi())
    return 1 - overlap - hull(0, exp(-32))


def distance_formula(shift: Fraction, scale: Fraction) -> Comparison:
    """The total variation of shifted normal laws is within 1/50 of ``2 Φ(|μ - μ'| / 2s) - 1``."""
    distance = normal_distance(shift, scale, scale) - within(shift / (2 * scale))
    return Comparison(rounded(abs(distance)), "≤", Fraction(1, 50))


def distance_bound(shift: Fraction, first: Fraction, second: Fraction) -> Comparison:
    """The total variation of two normal laws is at most the shift over twice the first deviation.

    Up to 1/50.
    """
    bound = shift / (2 * first) + Fraction(1, 50)
    return Comparison(rounded(normal_distance(shift, first, second)), "≤", bound)


# ----- Coupling step by step ----------------------------------------------------------------------

#: For each step and each history, in lexicographic order, the law of the next of two states.
Process = tuple[tuple[Distribution, ...], ...]


def step_bounds(first: Process, second: Process) -> list[Fraction]:
    """Return for each step the largest total variation over all histories."""
    return [
        max(total_variation(p, q) for p, q in zip(a, b, strict=True))
        for a, b in zip(first, second, strict=True)
    ]


def agreement(first: Process, second: Process, step: int = 0, history: int = 0) -> Fraction:
    """Return the probability that the runs agree when each step is coupled maximally."""
    if step == len(first):
        return Fraction(1)
    p, q = first[step][history], second[step][history]
    return sum(
        (min(p[x], q[x]) * agreement(first, second, step + 1, 2 * history + x) for x in range(2)),
        Fraction(0),
    )


def trajectories(process: Process) -> Distribution:
    """Return the law of the whole run."""
    law = []
    for run in product(range(2), repeat=len(process)):
        history, p = 0, Fraction(1)
        for step, x in enumerate(run):
            p *= process[step][history][x]
            history = 2 * history + x
        law.append(p)
    return tuple(law)


def runs_agree(first: Process, second: Process) -> Comparison:
    """Coupled step by step, the runs differ with at most the sum of the bounds of the steps."""
    return Comparison(1 - agreement(first, second), "≤", sum(step_bounds(first, second)))


def no_runs_agree_more(first: Process, second: Process) -> Comparison:
    """Coupled step by step, the runs differ at least with the total variation of their laws."""
    distance = total_variation(trajectories(first), trajectories(second))
    return Comparison(1 - agreement(first, second), "≥", distance)


def laws_of_runs_agree(first: Process, second: Process) -> Comparison:
    """The total variation of the laws of the runs is at most the sum of the bounds of the steps."""
    distance = total_variation(trajectories(first), trajectories(second))
    return Comparison(distance, "≤", sum(step_bounds(first, second)))


def largest_step(first: Process, second: Process) -> Comparison:
    """The total variation of the laws of the runs is at most the largest bound of a step."""
    distance = total_variation(trajectories(first), trajectories(second))
    return Comparison(distance, "≤", max(step_bounds(first, second)))


def likely_histories(first: Process, second: Process) -> Comparison:
    """The same sum, when the bound of a step is that of its first history only."""
    bounds = [total_variation(a[0], b[0]) for a, b in zip(first, second, strict=True)]
    distance = total_variation(trajectories(first), trajectories(second))
    return Comparison(distance, "≤", sum(bounds))


def other_start(
    first: Process, second: Process, start: Distribution, other: Distribution
) -> Comparison:
    """The same sum, when the runs start with two laws of the start."""
    share = sum(min(a, b) for a, b in zip(start, other, strict=True))
    left = 1 - share * agreement(first, second)
    return Comparison(left, "≤", sum(step_bounds(first, second)))


# ----- Parities and one noisy step ----------------------------------------------------------------


def correlations(dimension: int, query: Table) -> list[Fraction]:
    """Return the correlations of a function with all parities."""
    weights = uniform(2**dimension)
    return [
        mean(weights, tuple(a * b for a, b in zip(parity(dimension, s), query, strict=True)))
        for s in subsets(dimension)
    ]


def mean_square_correlation(dimension: int, slopes: tuple[Table, ...]) -> Comparison:
    """The mean over all parities of the squared norm of the correlations is at most ``p 2^-d``."""
    squares = [c**2 for slope_ in slopes for c in correlations(dimension, slope_)]
    return Comparison(
        sum(squares, Fraction(0)) / 2**dimension, "≤", Fraction(len(slopes), 2**dimension)
    )


def success(dimension: int, query: Table, step: Fraction, noise: Fraction) -> Interval:
    """Enclose the success of the best rule after one noisy step of one parameter.

    The iterate is normal with one of ``2^d`` means. The best rule names a set whose density is the
    largest; the integral of the largest density is ``1 + Σ (2 Φ(gap / 2s) - 1)`` over the gaps
    between neighbouring means.
    """
    means = sorted(step * c for c in correlations(dimension, query))
    gaps = [(b - a) / (2 * noise) for a, b in pairwise(means)]
    return (1 + total(within(gap) for gap in gaps)) / 2**dimension


def largest_density(means: list[Fraction], scale: Fraction) -> Interval:
    """Enclose the integral of the largest density of normal laws by Riemann sums.

    Beyond eight deviations from all means each law has at most the mass ``exp(-32)``.
    """
    cells, low = 300, min(means) - 8 * scale
    width = (max(means) + 8 * scale - low) / cells
    parts = []
    for k in range(cells):
        cell = hull(low + k * width, low + (k + 1) * width)
        found = [ends(density(cell, centre, scale)) for centre in means]
        parts.append(hull(*map(max, zip(*found, strict=True))))
    return total(parts) * real(width) / sqrt(2 * pi()) + hull(0, len(means) * exp(-32))


def success_is_an_integral(
    dimension: int, query: Table, step: Fraction, noise: Fraction
) -> Comparison:
    """The success is within 1/50 of the integral of the largest density over ``2^d``."""
    means = [step * c for c in correlations(dimension, query)]
    integral = largest_density(means, noise) / 2**dimension
    return Comparison(
        rounded(abs(integral - success(dimension, query, step, noise))), "≤", Fraction(1, 50)
    )


def mean_step_variation(
    dimension: int, query: Table, step: Fraction, noise: Fraction
) -> Comparison:
    """The mean variation of a step from one without labels is at most ``η/(2s) 2^(-d/2)``.

    The mean is over all parities, for one parameter. The proof adds such steps up; what a single
    step of one parameter reveals is less.
    """
    found = [within(step * c / (2 * noise)) for c in correlations(dimension, query)]
    bound = real(step / (2 * noise)) / sqrt(2**dimension)
    return Comparison(total(found) / 2**dimension, "≤", bound)


def parity_is_hidden(dimension: int, query: Table, step: Fraction, noise: Fraction) -> Comparison:
    """One step names the set with at most ``2^-d + η/(2s) 2^(-d/2)``: one parameter."""
    bound = real(Fraction(1, 2**dimension))
    bound += real(step / (2 * noise)) / sqrt(2**dimension)
    return Comparison(success(dimension, query, step, noise), "≤", bound)


def parity_is_hidden_from_character(dimension: int, step: Fraction, noise: Fraction) -> Comparison:
    """The same when the derivative of the network is a parity itself."""
    return parity_is_hidden(dimension, parity(dimension), step, noise)


def parity_is_hidden_with(
    dimension: int, query: Table, step: Fraction, noise: Fraction, *, true_noise: Fraction
) -> Comparison:
    """The same bound when the noise has another scale than the bound says."""
    bound = real(Fraction(1, 2**dimension))
    bound += real(step / (2 * noise)) / sqrt(2**dimension)
    return Comparison(success(dimension, query, step, true_noise), "≤", bound)


def parity_is_hidden_loss(
    dimension: int, query: Table, step: Fraction, noise: Fraction, factor: Fraction
) -> Comparison:
    """The same bound when the loss is a multiple of the squared loss."""
    bound = real(Fraction(1, 2**dimension))
    bound += real(step / (2 * noise)) / sqrt(2**dimension)
    return Comparison(success(dimension, query, factor * step, noise), "≤", bound)


# ----- The checks ---------------------------------------------------------------------------------


def _laws() -> Iterator[Mapping[str, Any]]:
    for p, q in product(grid(3, 4), repeat=2):
        yield {"p": p, "q": q}


def _couplings() -> SearchStrategy[dict[str, Any]]:
    counts = st.lists(st.integers(0, 4), min_size=9, max_size=9).filter(any)

    def table(n: list[int]) -> Coupling:
        parts = [Fraction(a, sum(n)) for a in n]
        return tuple(tuple(parts[3 * i : 3 * i + 3]) for i in range(3))

    return st.fixed_dictionaries({"coupling": counts.map(table)})


def _shifts() -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "shift": st.parts(Fraction(1, 10), 5, 20),
            "scale": st.parts(Fraction(1, 2), 3, 12),
        }
    )


def _two_steps() -> Iterator[Mapping[str, Any]]:
    """All pairs of processes of two steps with probabilities 0, 1/2 and 1."""
    laws = tuple(grid(2, 2))
    processes = [((p,), (q, r)) for p, q, r in product(laws, repeat=3)]
    for first, second in product(processes, repeat=2):
        yield {"first": first, "second": second}


def _processes() -> SearchStrategy[dict[str, Any]]:
    law = st.integers(0, 6).map(lambda n: (Fraction(n, 6), Fraction(6 - n, 6)))
    process = st.tuples(*(st.tuples(*(law for _ in range(2**t))) for t in range(3)))
    return st.fixed_dictionaries({"first": process, "second": process})


def _networks() -> SearchStrategy[dict[str, Any]]:
    return st.integers(1, 3).flatmap(
        lambda d: st.fixed_dictionaries(
            {
                "dimension": st.just(d),
                "query": slopes(d),
                "step": st.parts(0, 2, 12),
                "noise": st.parts(Fraction(1, 4), 2, 12),
            }
        )
    )


def _two_slopes() -> Iterator[Mapping[str, Any]]:
    for query in product((-1, 0, 1), repeat=4):
        yield {"dimension": 2, "slopes": (query, (1, 1, 1, -1))}


_ZERO, _ONE, _HALF = Fraction(0), Fraction(1), Fraction(1, 2)
_QUARTER = Fraction(1, 4)
_FAIR, _SURE = (_HALF, _HALF), (_ONE, _ZERO)
_STAY: Process = ((_SURE,), (_SURE, _SURE))
_DRIFT: Process = (((Fraction(3, 4), _QUARTER),), ((Fraction(3, 4), _QUARTER), _FAIR))
_RARE: Process = ((_FAIR,), (_SURE, (_ZERO, _ONE)))
_RARE_OTHER: Process = ((_FAIR,), (_SURE, _SURE))
#: All its correlations have the size 1/2.
_BENT = (1, 1, 1, -1)
_FOUR = tuple(parity(2, s) for s in subsets(2))

CHECKS = (
    RowChecks(
        "ch11-maximal-coupling",
        instances=(
            Instance("coins", attained, {"p": _FAIR, "q": (Fraction(1, 3), Fraction(2, 3))}),
            Instance("equal", attained, {"p": uniform(3), "q": uniform(3)}),
            Instance("separated", attained, {"p": point(3, 0), "q": point(3, 2)}),
            Instance(
                "independent",
                no_coupling_is_better,
                {"coupling": ((_QUARTER, _QUARTER), (_QUARTER, _QUARTER))},
            ),
        ),
        searches=(
            Exhaustion("laws-in-quarters", attained, _laws),
            Search("couplings", no_coupling_is_better, _couplings),
        ),
        controls=(
            Control(
                "independent",
                "the parts are independent",
                independent_attains,
                refuted_by={"p": _FAIR, "q": _FAIR},
                holds_for={"p": _SURE, "q": _FAIR},
            ),
            Control(
                "doubled",
                "the total variation is not halved",
                no_coupling_is_better_doubled,
                refuted_by={"coupling": ((_HALF, _HALF), (_ZERO, _ZERO))},
                holds_for={"coupling": ((_HALF, _ZERO), (_ZERO, _HALF))},
            ),
        ),
    ),
    RowChecks(
        "ch11-gaussian-shift-tv",
        instances=(
            Instance("integral", distance_formula, {"shift": _ONE, "scale": _ONE}),
            Instance("integral-narrow", distance_formula, {"shift": _HALF, "scale": _HALF}),
            Instance("integral-far", distance_formula, {"shift": Fraction(2), "scale": _ONE}),
            Instance("one-deviation", shift_bound, {"shift": _ONE, "scale": _ONE}),
            Instance("small", shift_bound, {"shift": Fraction(1, 100), "scale": _ONE}),
            Instance("large", half_bound, {"shift": Fraction(6), "scale": _ONE}),
        ),
        searches=(
            Search("series", shift_bound, _shifts),
            Search("half", half_bound, _shifts),
        ),
        controls=(
            Control(
                "other-scale",
                "the two laws have different variances",
                distance_bound,
                refuted_by={"shift": _ZERO, "first": _ONE, "second": Fraction(2)},
                holds_for={"shift": _ZERO, "first": _ONE, "second": _ONE},
                drops="same-covariance",
            ),
            Control(
                "quarter",
                "the bound is halved",
                quarter_bound,
                refuted_by={"shift": Fraction(1, 10), "scale": _ONE},
                holds_for={"shift": Fraction(6), "scale": _ONE},
            ),
        ),
        plots=(
            Plot(
                "shift",
                "Total variation of two normal laws",
                half_bound,
                "shift",
                tuple(Fraction(n, 5) for n in range(1, 21)),
                {"": {"scale": _ONE}},
                "shift in deviations",
                "total variation",
                "half the shift",
            ),
        ),
    ),
    RowChecks(
        "ch11-noisy-gd-simulation",
        instances=(
            Instance("drift", runs_agree, {"first": _STAY, "second": _DRIFT}),
            Instance("same", runs_agree, {"first": _DRIFT, "second": _DRIFT}),
            Instance("laws", laws_of_runs_agree, {"first": _STAY, "second": _DRIFT}),
            Instance("history-matters", runs_agree, {"first": _RARE, "second": _RARE_OTHER}),
            Instance("no-better", no_runs_agree_more, {"first": _STAY, "second": _DRIFT}),
        ),
        searches=(
            Exhaustion("two-steps", runs_agree, _two_steps),
            Search("three-steps", runs_agree, _processes),
            Search("laws", laws_of_runs_agree, _processes),
            Search("no-better", no_runs_agree_more, _processes, cases=20),
        ),
        controls=(
            Control(
                "other-start",
                "the two runs may start differently",
                other_start,
                refuted_by={"first": _STAY, "second": _STAY, "start": _SURE, "other": _FAIR},
                holds_for={"first": _STAY, "second": _STAY, "start": _FAIR, "other": _FAIR},
                drops="common-start",
            ),
            Control(
                "one-history",
                "the kernels are close for one history only",
                likely_histories,
                refuted_by={"first": _RARE, "second": _RARE_OTHER},
                holds_for={"first": _STAY, "second": _DRIFT},
                drops="uniform-kernel-bound",
            ),
            Control(
                "largest-step",
                "the bounds of the steps are not added: the largest one is taken",
                largest_step,
                refuted_by={"first": _STAY, "second": (((_HALF, _HALF),), (_FAIR, _FAIR))},
                holds_for={"first": _STAY, "second": (((_HALF, _HALF),), (_SURE, _SURE))},
            ),
        ),
    ),
    RowChecks(
        "ch11-parity-transfer",
        instances=(
            Instance(
                "one-bit",
                parity_is_hidden,
                {"dimension": 1, "query": (1, 1), "step": _ONE, "noise": _ONE},
            ),
            Instance(
                "two-bits",
                parity_is_hidden,
                {"dimension": 2, "query": (1, 1, 1, -1), "step": _ONE, "noise": _HALF},
            ),
            Instance(
                "a-parity",
                parity_is_hidden_from_character,
                {"dimension": 4, "step": _ONE, "noise": _ONE},
            ),
            Instance(
                "no-step",
                parity_is_hidden,
                {"dimension": 2, "query": (1, 0, 1, 0), "step": Fraction(1, 100), "noise": _ONE},
            ),
            Instance("mean-square", mean_square_correlation, {"dimension": 2, "slopes": _FOUR[:3]}),
            Instance(
                "mean-square-of-a-parity",
                mean_square_correlation,
                {"dimension": 3, "slopes": (parity(3),)},
            ),
            Instance(
                "integral",
                success_is_an_integral,
                {"dimension": 2, "query": (1, 1, 1, -1), "step": Fraction(2), "noise": _ONE},
            ),
            Instance(
                "bent",
                mean_step_variation,
                {
                    "dimension": 4,
                    "query": tuple(a * b for a in _BENT for b in _BENT),
                    "step": Fraction(1, 10),
                    "noise": _ONE,
                },
            ),
        ),
        searches=(
            Search("networks", parity_is_hidden, _networks),
            Search("steps", mean_step_variation, _networks, cases=20),
            Exhaustion("correlations", mean_square_correlation, _two_slopes),
        ),
        controls=(
            Control(
                "large-derivative",
                "the derivative of the network is 1000, not at most 1",
                parity_is_hidden,
                refuted_by={
                    "dimension": 2,
                    "query": (1000, 1000, 1000, 1000),
                    "step": Fraction(1, 10),
                    "noise": _ONE,
                },
                holds_for={
                    "dimension": 2,
                    "query": (1, 1, 1, 1),
                    "step": Fraction(1, 10),
                    "noise": _ONE,
                },
                drops="bounded-gradients",
            ),
            Control(
                "little-noise",
                "the noise is far below its scale",
                parity_is_hidden_with,
                refuted_by={
                    "dimension": 2,
                    "query": (1, 1, 1, -1),
                    "step": Fraction(1, 10),
                    "noise": _ONE,
                    "true_noise": Fraction(1, 100),
                },
                holds_for={
                    "dimension": 2,
                    "query": (1, 1, 1, -1),
                    "step": Fraction(1, 10),
                    "noise": _ONE,
                    "true_noise": _ONE,
                },
                drops="noise",
            ),
            Control(
                "other-loss",
                "the loss is a hundred times the squared loss",
                parity_is_hidden_loss,
                refuted_by={
                    "dimension": 2,
                    "query": (1, 1, 1, 1),
                    "step": Fraction(1, 10),
                    "noise": _ONE,
                    "factor": Fraction(100),
                },
                holds_for={
                    "dimension": 2,
                    "query": (1, 1, 1, 1),
                    "step": Fraction(1, 10),
                    "noise": _ONE,
                    "factor": _ONE,
                },
                drops="squared-loss",
            ),
        ),
        plots=(
            Plot(
                "dimension",
                "Naming the parity after one noisy step, η = s = 1",
                parity_is_hidden_from_character,
                "dimension",
                (1, 2, 3, 4, 5),
                {"": {"step": _ONE, "noise": _ONE}},
                "dimension d",
                "success of the best rule",
                "bound",
                "y",
            ),
        ),
    ),
)
