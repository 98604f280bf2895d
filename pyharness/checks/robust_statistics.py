"""Checks of chapter 13: estimates from contaminated samples.

Samples are tuples of points with rational coordinates. Means and covariances are computed from the
points themselves, the contaminated law as a list of points with weights.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from pyharness.checks.matrices import (
    Matrix,
    Vector,
    dot,
    subtract,
    vector,
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
    from collections.abc import Iterator, Sequence

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

#: A sample of numbers.
Sample = tuple[Fraction, ...]
#: A multiset of points.
Points = tuple[Vector, ...]
#: Points with their weights.
Law = tuple[tuple[Fraction, Vector], ...]


# ----- Definitions --------------------------------------------------------------------------------


def sample_mean(sample: Sample) -> Fraction:
    """Return the mean of a sample of numbers."""
    return sum(sample, Fraction(0)) / len(sample)


def sample_variance(sample: Sample) -> Fraction:
    """Return the mean square deviation from the mean."""
    centre = sample_mean(sample)
    return sum(((x - centre) ** 2 for x in sample), Fraction(0)) / len(sample)


def median(sample: Sample) -> Fraction:
    """Return the middle element of a sample of odd size."""
    if len(sample) % 2 == 0:
        raise ValueError("a sample of even size has two middle elements")
    return sorted(sample)[len(sample) // 2]


def empirical(points: Points) -> Law:
    """Give every point the same weight."""
    return tuple((Fraction(1, len(points)), x) for x in points)


def mixture(share: Fraction, clean: Points, bad: Points) -> Law:
    """Return the law that draws from the bad points with the probability ``share``."""
    return (
        *((w * (1 - share), x) for w, x in empirical(clean)),
        *((w * share, x) for w, x in empirical(bad)),
    )


def mean(law: Law) -> Vector:
    """Return the mean of a law."""
    size = len(law[0][1])
    return tuple(sum((w * x[i] for w, x in law), Fraction(0)) for i in range(size))


def covariance(law: Law) -> Matrix:
    """Return the covariance of a law, from its deviations."""
    centre = mean(law)
    shifted = [(w, subtract(x, centre)) for w, x in law]
    size = range(len(centre))
    return tuple(
        tuple(sum((w * x[i] * x[j] for w, x in shifted), Fraction(0)) for j in size) for i in size
    )


def variance_along(law: Law, v: Vector) -> Fraction:
    """Return the variance of the projection to a direction, from the projected points."""
    projected = [(w, dot(v, x)) for w, x in law]
    centre = sum((w * t for w, t in projected), Fraction(0))
    return sum((w * (t - centre) ** 2 for w, t in projected), Fraction(0))


# ----- The mean under contamination ---------------------------------------------------------------


def one_point_sets_the_mean(clean: Sample, target: Fraction) -> Comparison:
    """Some value of one more point gives the sample any mean that is wanted."""
    bad = target * (len(clean) + 1) - sum(clean)
    return Comparison(sample_mean((*clean, bad)), "=", target)


def bad_part_sets_the_mean(clean: Points, share: Fraction, target: Fraction) -> Comparison:
    """With the share ``ε`` of the right bad point the mean of the mixture is what is wanted.

    The bad point is found by solving the linear equation; with ``ε = 0`` there is nothing to
    choose.
    """
    at_zero = mean(mixture(share, clean, ((Fraction(0),),)))[0]
    slope = mean(mixture(share, clean, ((Fraction(1),),)))[0] - at_zero
    bad = (target - at_zero) / slope if slope else Fraction(0)
    return Comparison(mean(mixture(share, clean, ((bad,),)))[0], "=", target)


def bounded_point_sets_the_mean(clean: Sample, target: Fraction, bound: Fraction) -> Comparison:
    """The same if the bad point is confined to an interval: the nearest mean that it reaches."""
    bad = max(-bound, min(bound, target * (len(clean) + 1) - sum(clean)))
    return Comparison(sample_mean((*clean, bad)), "=", target)


def one_point_sets_the_variance(clean: Sample, bad: Fraction) -> Comparison:
    """The variance is at least ``(n-1)/n²`` times the squared distance of the bad point."""
    number = len(clean) + 1
    part = Fraction(number - 1, number**2) * (bad - sample_mean(clean)) ** 2
    return Comparison(part, "≤", sample_variance((*clean, bad)))


def far_point_exceeds(clean: Sample, wanted: Fraction) -> Comparison:
    """A point at the distance ``n (1 + wanted)`` makes the variance larger than is wanted."""
    number = len(clean) + 1
    bad = (sample_mean(clean) if clean else 0) + number * (1 + wanted)
    return Comparison(sample_variance((*clean, bad)), ">", wanted)


def one_over_n(clean: Sample, bad: Fraction) -> Comparison:
    """The variance is at least ``(n-1)/n`` times the squared distance of the bad point."""
    number = len(clean) + 1
    part = Fraction(number - 1, number) * (bad - sample_mean(clean)) ** 2
    return Comparison(part, "≤", sample_variance((*clean, bad)))


def _one_point_space(name: str) -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.fractions(-5, 5, max_denominator=4)
    clean = st.lists(number, min_size=1, max_size=5).map(tuple)
    return {"clean": clean, name: st.fractions(-100, 100, max_denominator=4)}


# ----- The median ---------------------------------------------------------------------------------


def alterations(sample: Sample, count: int, values: Sequence[Fraction]) -> Iterator[Sample]:
    """Yield the sample with at most ``count`` of its points replaced by some of the values."""
    for places in combinations(range(len(sample)), count):
        for new in product(values, repeat=count):
            altered = list(sample)
            for place, value in zip(places, new, strict=True):
                altered[place] = value
            yield tuple(altered)


def _changed(clean: Sample, altered: Sample) -> int:
    return sum(a != b for a, b in zip(clean, altered, strict=True))


def order_statistic_above(clean: Sample, altered: Sample, rank: int) -> Comparison:
    """If ``k`` points are altered, the ``j``-th smallest is at least the old ``(j-k)``-th."""
    low = sorted(clean)[rank - _changed(clean, altered) - 1]
    return Comparison(sorted(altered)[rank - 1], "≥", low)


def order_statistic_below(clean: Sample, altered: Sample, rank: int) -> Comparison:
    """If ``k`` points are altered, the ``j``-th smallest is at most the old ``(j+k)``-th."""
    high = sorted(clean)[rank + _changed(clean, altered) - 1]
    return Comparison(sorted(altered)[rank - 1], "≤", high)


def order_statistic_one_closer(clean: Sample, altered: Sample, rank: int) -> Comparison:
    """It is at most the old one of rank ``j + k - 1``."""
    high = sorted(clean)[rank + _changed(clean, altered) - 2]
    return Comparison(sorted(altered)[rank - 1], "≤", high)


def median_is_inside(clean: Sample, altered: Sample) -> Comparison:
    """The median of the altered sample is at most the largest clean point."""
    return Comparison(median(altered), "≤", max(clean))


def mean_is_inside(clean: Sample, altered: Sample) -> Comparison:
    """The mean of the altered sample is at most the largest clean point."""
    return Comparison(sample_mean(altered), "≤", max(clean))


def _small_alterations(size: int, top: int) -> Iterator[dict[str, Any]]:
    levels = [Fraction(n) for n in range(top + 1)]
    values = [Fraction(-9), *levels, Fraction(9)]
    for clean in product(levels, repeat=size):
        if list(clean) != sorted(clean):
            continue
        for count in range(1, (size + 1) // 2):
            for altered in alterations(clean, count, values):
                changed = _changed(clean, altered)
                for rank in range(1 + changed, size - changed + 1):
                    yield {"clean": clean, "altered": altered, "rank": rank}


def _median_space() -> SearchStrategy[dict[str, Any]]:
    """Samples of odd size with less than half of the points altered, and a rank that exists."""
    from hypothesis import strategies as st

    @st.composite
    def make(draw: Any) -> dict[str, Any]:
        half = draw(st.integers(1, 4))
        values = st.integers(-5, 5).map(Fraction)
        clean = draw(st.lists(values, min_size=2 * half + 1, max_size=2 * half + 1))
        places = draw(st.sets(st.integers(0, 2 * half), max_size=half))
        altered = list(clean)
        for place in places:
            altered[place] = draw(st.integers(-100, 100).map(Fraction))
        changed = _changed(tuple(clean), tuple(altered))
        rank = draw(st.integers(1 + changed, 2 * half + 1 - changed))
        return {"clean": tuple(clean), "altered": tuple(altered), "rank": rank}

    return make()


# ----- The covariance of a mixture ----------------------------------------------------------------


def mixture_covariance(share: Fraction, clean: Points, bad: Points) -> Comparison:
    """The covariance of the mixture is ``(1-ε)Σ_P + εΣ_Q + ε(1-ε)(μ_P-μ_Q)(μ_P-μ_Q)ᵀ``."""
    return _with_rank_one(share, clean, bad, share * (1 - share))


def mixture_covariance_with_share(share: Fraction, clean: Points, bad: Points) -> Comparison:
    """The same with the factor ``ε`` of the last part."""
    return _with_rank_one(share, clean, bad, share)


def mixture_covariance_with_square(share: Fraction, clean: Points, bad: Points) -> Comparison:
    """The same with the factor ``ε²`` of the last part."""
    return _with_rank_one(share, clean, bad, share**2)


def _with_rank_one(share: Fraction, clean: Points, bad: Points, factor: Fraction) -> Comparison:
    p, q = empirical(clean), empirical(bad)
    gap = subtract(mean(p), mean(q))
    right = tuple(
        tuple(
            (1 - share) * a + share * b + factor * u * v
            for a, b, v in zip(row_p, row_q, gap, strict=True)
        )
        for row_p, row_q, u in zip(covariance(p), covariance(q), gap, strict=True)
    )
    return Comparison(covariance(mixture(share, clean, bad)), "=", right)


def variance_along_the_gap(share: Fraction, clean: Points, bad: Points) -> Comparison:
    """Along ``μ_P - μ_Q`` the variance is at least ``ε(1-ε)|μ_P - μ_Q|⁴``.

    This is the row's bound for the unit direction, times the squared length.
    """
    gap = subtract(mean(empirical(clean)), mean(empirical(bad)))
    left = share * (1 - share) * dot(gap, gap) ** 2
    return Comparison(left, "≤", variance_along(mixture(share, clean, bad), gap))


def total_covariance() -> tuple[sympy.Expr, sympy.Expr]:
    """The law of total covariance, for all first and second moments of two coordinates."""
    import sympy

    e, p1, p2, p12, q1, q2, q12 = sympy.symbols("e p1 p2 p12 q1 q2 q12")
    mixed = (1 - e) * p12 + e * q12 - ((1 - e) * p1 + e * q1) * ((1 - e) * p2 + e * q2)
    parts = (1 - e) * (p12 - p1 * p2) + e * (q12 - q1 * q2)
    return mixed, parts + e * (1 - e) * (p1 - q1) * (p2 - q2)


# ----- A certificate for the mean -----------------------------------------------------------------


def gap_is_bounded(share: Fraction, clean: Points, bad: Points, v: Vector) -> Comparison:
    """``ε(1-ε)⟨v, μ_P - μ_Q⟩²`` is at most the variance of the mixture along ``v``."""
    gap = dot(v, subtract(mean(empirical(clean)), mean(empirical(bad))))
    right = variance_along(mixture(share, clean, bad), v)
    return Comparison(share * (1 - share) * gap**2, "≤", right)


def mean_is_certified(share: Fraction, clean: Points, bad: Points, v: Vector) -> Comparison:
    """``⟨v, μ - μ_P⟩²`` is at most ``ε/(1-ε)`` times the variance of the mixture along ``v``."""
    law = mixture(share, clean, bad)
    error = dot(v, subtract(mean(law), mean(empirical(clean))))
    return Comparison(error**2, "≤", share / (1 - share) * variance_along(law, v))


def certified_with_square(share: Fraction, clean: Points, bad: Points, v: Vector) -> Comparison:
    """``⟨v, μ - μ_P⟩²`` is at most ``ε²/(1-ε)`` times the variance of the mixture along ``v``."""
    law = mixture(share, clean, bad)
    error = dot(v, subtract(mean(law), mean(empirical(clean))))
    return Comparison(error**2, "≤", share**2 / (1 - share) * variance_along(law, v))


def _mixture_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.integers(-3, 3).map(Fraction)
    points = st.lists(st.tuples(number, number), min_size=1, max_size=3).map(tuple)
    share = st.fractions(0, Fraction(9, 10), max_denominator=10)
    return {"share": share, "clean": points, "bad": points}


def _directed_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.integers(-3, 3).map(Fraction)
    return {**_mixture_space(), "v": st.tuples(number, number)}


def _points(*points: tuple[int | str, ...]) -> Points:
    return tuple(vector(*point) for point in points)


_HALF = Fraction(1, 2)
_TENTH = Fraction(1, 10)
_SQUARE = _points((1, 1), (1, -1), (-1, 1), (-1, -1))
_ORIGIN = _points((0, 0))
_FAR = _points((6, 8))
_FAR_PAIR = _points((6, 7), (6, 9))
_PAIR_ON_THE_LINE = _points((0,), (2,))


CHECKS = (
    RowChecks(
        "ch13-contamination-mean",
        instances=(
            Instance(
                "any-mean",
                one_point_sets_the_mean,
                {"clean": vector(1, 2, 3), "target": Fraction(1000)},
            ),
            Instance(
                "a-hundredth-of-the-data",
                bad_part_sets_the_mean,
                {
                    "clean": _PAIR_ON_THE_LINE,
                    "share": Fraction(1, 100),
                    "target": Fraction(-50),
                },
            ),
            Instance(
                "only-bad-data",
                bad_part_sets_the_mean,
                {"clean": _PAIR_ON_THE_LINE, "share": Fraction(1), "target": Fraction(7)},
            ),
            Instance(
                "variance-of-equal-points",
                one_point_sets_the_variance,
                {"clean": vector(2, 2, 2), "bad": Fraction(10)},
            ),
            Instance(
                "variance-of-spread-points",
                one_point_sets_the_variance,
                {"clean": vector(0, 1, 5), "bad": Fraction(30)},
            ),
            Instance(
                "large-variance",
                far_point_exceeds,
                {"clean": vector(0, 1), "wanted": Fraction(10**6)},
            ),
        ),
        searches=(
            Search("means", one_point_sets_the_mean, lambda: _one_point_space("target"), cases=30),
            Search(
                "variances", one_point_sets_the_variance, lambda: _one_point_space("bad"), cases=30
            ),
        ),
        controls=(
            Control(
                "no-bad-data",
                "the share of bad data is zero",
                bad_part_sets_the_mean,
                refuted_by={
                    "clean": _PAIR_ON_THE_LINE,
                    "share": Fraction(0),
                    "target": Fraction(5),
                },
                holds_for={"clean": _PAIR_ON_THE_LINE, "share": _TENTH, "target": Fraction(5)},
                drops="positive-fraction",
            ),
            Control(
                "bounded-point",
                "the bad point is confined to an interval",
                bounded_point_sets_the_mean,
                refuted_by={
                    "clean": vector(0, 0, 0),
                    "target": Fraction(10),
                    "bound": Fraction(8),
                },
                holds_for={"clean": vector(0, 0, 0), "target": Fraction(2), "bound": Fraction(8)},
            ),
            Control(
                "single-point",
                "the sample has only one point",
                far_point_exceeds,
                refuted_by={"clean": (), "wanted": Fraction(1)},
                holds_for={"clean": vector(0), "wanted": Fraction(1)},
            ),
            Control(
                "one-over-n",
                "the bad point counts with (n-1)/n instead of (n-1)/n²",
                one_over_n,
                refuted_by={"clean": vector(0), "bad": Fraction(2)},
                holds_for={"clean": vector(2), "bad": Fraction(2)},
                over=lambda: _one_point_space("bad"),
            ),
        ),
    ),
    RowChecks(
        "ch13-median-stable",
        instances=(
            Instance(
                "one-of-three",
                order_statistic_below,
                {"clean": vector(1, 2, 3), "altered": vector(100, 2, 3), "rank": 2},
            ),
            Instance(
                "two-of-five-upwards",
                order_statistic_below,
                {
                    "clean": vector(1, 2, 3, 4, 5),
                    "altered": vector(99, 99, 3, 4, 5),
                    "rank": 3,
                },
            ),
            Instance(
                "two-of-five-downwards",
                order_statistic_above,
                {
                    "clean": vector(1, 2, 3, 4, 5),
                    "altered": vector(1, 2, 3, -99, -99),
                    "rank": 3,
                },
            ),
            Instance(
                "ties",
                order_statistic_above,
                {"clean": vector(0, 0, 1), "altered": vector(0, 0, -5), "rank": 2},
            ),
            Instance(
                "median-inside",
                median_is_inside,
                {"clean": vector(1, 2, 3, 4, 5), "altered": vector(99, 99, 3, 4, 5)},
            ),
        ),
        searches=(
            Exhaustion(
                "three-points-below", order_statistic_below, lambda: _small_alterations(3, 2)
            ),
            Exhaustion(
                "three-points-above",
                order_statistic_above,
                lambda: _small_alterations(3, 2),
                lambda: _small_alterations(5, 1),
            ),
            Search("below", order_statistic_below, _median_space, cases=30),
            Search("above", order_statistic_above, _median_space, cases=30),
        ),
        controls=(
            Control(
                "most-points-altered",
                "half or more of the points are altered",
                median_is_inside,
                refuted_by={"clean": vector(1, 2, 3), "altered": vector(1, 99, 99)},
                holds_for={"clean": vector(1, 2, 3), "altered": vector(1, 2, 99)},
                drops="few-alterations",
            ),
            Control(
                "mean",
                "the mean takes the place of the median",
                mean_is_inside,
                refuted_by={"clean": vector(1, 2, 3), "altered": vector(1, 2, 99)},
                holds_for={"clean": vector(1, 2, 3), "altered": vector(1, 2, 5)},
            ),
            Control(
                "one-rank-closer",
                "the order statistics shift by one rank less",
                order_statistic_one_closer,
                refuted_by={
                    "clean": vector(1, 2, 3),
                    "altered": vector(100, 2, 3),
                    "rank": 2,
                },
                holds_for={"clean": vector(1, 2, 3), "altered": vector(1, 2, 100), "rank": 2},
                over=_median_space,
            ),
        ),
    ),
    RowChecks(
        "ch13-filter-certificate",
        instances=(
            Instance(
                "points",
                mean_is_certified,
                {"share": _TENTH, "clean": _ORIGIN, "bad": _FAR, "v": vector(3, 4)},
            ),
            Instance(
                "cloud-and-outlier",
                mean_is_certified,
                {"share": _TENTH, "clean": _SQUARE, "bad": _FAR, "v": vector(3, 4)},
            ),
            Instance(
                "no-contamination",
                mean_is_certified,
                {"share": Fraction(0), "clean": _SQUARE, "bad": _FAR, "v": vector(1, 0)},
            ),
            Instance(
                "gap",
                gap_is_bounded,
                {"share": _TENTH, "clean": _SQUARE, "bad": _FAR_PAIR, "v": vector(0, 1)},
            ),
            Instance(
                "gap-of-near-points",
                gap_is_bounded,
                {"share": _HALF, "clean": _ORIGIN, "bad": _points((1, 0)), "v": vector(1, 0)},
            ),
            Instance(
                "gap-of-points",
                gap_is_bounded,
                {"share": _HALF, "clean": _ORIGIN, "bad": _FAR, "v": vector(1, 0)},
            ),
        ),
        searches=(
            Search("means", mean_is_certified, _directed_space, cases=30),
            Search("gaps", gap_is_bounded, _directed_space, cases=30),
        ),
        controls=(
            Control(
                "more-than-everything",
                "the share of bad points is above one",
                mean_is_certified,
                refuted_by={
                    "share": Fraction(2),
                    "clean": _ORIGIN,
                    "bad": _SQUARE,
                    "v": vector(1, 0),
                },
                holds_for={
                    "share": _HALF,
                    "clean": _ORIGIN,
                    "bad": _SQUARE,
                    "v": vector(1, 0),
                },
                drops="fraction",
            ),
            Control(
                "square",
                "the variance is multiplied by ε² instead of ε",
                certified_with_square,
                refuted_by={"share": _TENTH, "clean": _ORIGIN, "bad": _FAR, "v": vector(3, 4)},
                holds_for={"share": _TENTH, "clean": _SQUARE, "bad": _SQUARE, "v": vector(1, 0)},
                over=_directed_space,
            ),
        ),
        plots=(
            Plot(
                "error-and-certificate",
                "The error of the mean and what the variance certifies",
                mean_is_certified,
                "share",
                tuple(Fraction(n, 20) for n in range(13)),
                {
                    "outlier at a distance": {
                        "clean": _SQUARE,
                        "bad": _FAR,
                        "v": vector("3/5", "4/5"),
                    },
                    "outlier nearby": {
                        "clean": _SQUARE,
                        "bad": _points(("6/5", "8/5")),
                        "v": vector("3/5", "4/5"),
                    },
                },
                "share ε of bad points",
                "squared error of the mean",
                "certified bound",
            ),
        ),
    ),
    RowChecks(
        "ch13-mixture-covariance",
        identities=(Identity("total-covariance", total_covariance),),
        instances=(
            Instance(
                "points",
                mixture_covariance,
                {"share": Fraction(1, 4), "clean": _ORIGIN, "bad": _FAR},
            ),
            Instance(
                "square-and-pair",
                mixture_covariance,
                {"share": _TENTH, "clean": _SQUARE, "bad": _FAR_PAIR},
            ),
            Instance(
                "equal-means",
                mixture_covariance,
                {"share": _HALF, "clean": _SQUARE, "bad": _ORIGIN},
            ),
            Instance(
                "variance-of-points",
                variance_along_the_gap,
                {"share": Fraction(1, 4), "clean": _ORIGIN, "bad": _FAR},
            ),
            Instance(
                "variance-of-a-cloud",
                variance_along_the_gap,
                {"share": _TENTH, "clean": _SQUARE, "bad": _FAR},
            ),
        ),
        searches=(
            Search("covariance", mixture_covariance, _mixture_space, cases=30),
            Search("along-the-gap", variance_along_the_gap, _mixture_space, cases=30),
        ),
        controls=(
            Control(
                "share",
                "the rank-one part has the factor ε",
                mixture_covariance_with_share,
                refuted_by={"share": Fraction(1, 4), "clean": _ORIGIN, "bad": _FAR},
                holds_for={"share": Fraction(1, 4), "clean": _ORIGIN, "bad": _SQUARE},
            ),
            Control(
                "square",
                "the rank-one part has the factor ε²",
                mixture_covariance_with_square,
                refuted_by={"share": Fraction(1, 4), "clean": _ORIGIN, "bad": _FAR},
                holds_for={"share": _HALF, "clean": _ORIGIN, "bad": _FAR},
            ),
            Control(
                "beyond-one",
                "the fraction may exceed one",
                variance_along_the_gap,
                refuted_by={"share": Fraction(2), "clean": _SQUARE, "bad": _FAR},
                holds_for={"share": Fraction(2), "clean": _ORIGIN, "bad": _FAR},
                drops="fraction",
            ),
        ),
    ),
)
