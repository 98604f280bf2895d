"""Checks of chapter 13: noise inside a network, and certificates of smoothed classifiers.

Noise on the integers has a finite law, and class probabilities are sums over its outcomes. The
certificate of Gaussian noise is checked in dimension one, for classifiers whose classes are
intervals: there class probabilities are differences of the normal distribution function, which is
enclosed by its alternating series. Its quantiles enter as rational numbers on the safe side.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING, Any

from mpmath import iv

from pyharness.checks.enclosures import Interval, ends, real, sqrt
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
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

#: Integers with their probabilities.
Noise = tuple[tuple[int, Fraction], ...]
#: The class of every integer from zero on; outside the nearest one counts.
Classes = tuple[int, ...]


# ----- Finite noise -------------------------------------------------------------------------------


def shifted(noise: Noise, shift: int) -> Noise:
    """Return the law of the noise plus a number."""
    return tuple((z + shift, p) for z, p in noise)


def total_variation(first: Noise, second: Noise) -> Fraction:
    """Return half of the sum of the differences of the probabilities."""
    p, q = dict(first), dict(second)
    return sum((abs(p.get(z, 0) - q.get(z, 0)) for z in {**p, **q}), Fraction(0)) / 2


def chance(law: Noise, classes: Classes, label: int) -> Fraction:
    """Return the probability of a class under a law of inputs."""
    last = len(classes) - 1
    return sum((p for z, p in law if classes[min(max(z, 0), last)] == label), Fraction(0))


def largest_change(first: Noise, second: Noise, classes: Classes) -> Fraction:
    """Return the largest difference of a class probability under two laws."""
    return max(abs(chance(first, classes, c) - chance(second, classes, c)) for c in set(classes))


def probabilities_move_by_the_variation(
    noise: Noise, classes: Classes, inner: tuple[int, int]
) -> Comparison:
    """Every class probability moves by at most the total variation of the noisy inner values.

    The inner values are those of ``φ`` at the two inputs.
    """
    first, second = (shifted(noise, v) for v in inner)
    return Comparison(largest_change(first, second, classes), "≤", total_variation(first, second))


def variation_is_below_the_supremum(
    noise: Noise, inner: tuple[int, int], sensitivity: int
) -> Comparison:
    """The variation is at most the largest one of a shift by no more than the sensitivity."""
    first, second = (shifted(noise, v) for v in inner)
    steps = range(-sensitivity, sensitivity + 1)
    largest = max(total_variation(noise, shifted(noise, v)) for v in steps)
    return Comparison(total_variation(first, second), "≤", largest)


def probabilities_with_two_noises(
    noises: tuple[Noise, Noise], classes: Classes, inner: tuple[int, int]
) -> Comparison:
    """The same bound if each input has a noise of its own; the variation is that of the first."""
    first, second = (shifted(noise, v) for noise, v in zip(noises, inner, strict=True))
    bound = total_variation(shifted(noises[0], inner[0]), shifted(noises[0], inner[1]))
    return Comparison(largest_change(first, second, classes), "≤", bound)


def half_the_variation(noise: Noise, classes: Classes, inner: tuple[int, int]) -> Comparison:
    """Every class probability moves by at most half of the total variation."""
    first, second = (shifted(noise, v) for v in inner)
    bound = total_variation(first, second) / 2
    return Comparison(largest_change(first, second, classes), "≤", bound)


# ----- Any smoothing noise ------------------------------------------------------------------------


def gap(law: Noise, classes: Classes, label: int) -> Fraction:
    """Return the probability of a class minus the largest of another one."""
    others = [chance(law, classes, c) for c in set(classes) if c != label]
    return chance(law, classes, label) - max(others, default=Fraction(0))


def gap_shrinks_by_twice_the_variation(
    noise: Noise, classes: Classes, label: int, shift: int
) -> Comparison:
    """After a shift the gap is at least the old one minus twice the total variation."""
    moved = shifted(noise, shift)
    bound = gap(noise, classes, label) - 2 * total_variation(noise, moved)
    return Comparison(gap(moved, classes, label), "≥", bound)


def gap_shrinks_by_the_variation(
    noise: Noise, classes: Classes, label: int, shift: int
) -> Comparison:
    """After a shift the gap is at least the old one minus the total variation."""
    moved = shifted(noise, shift)
    bound = gap(noise, classes, label) - total_variation(noise, moved)
    return Comparison(gap(moved, classes, label), "≥", bound)


def gap_with_noise_that_depends(
    noises: tuple[Noise, Noise], classes: Classes, label: int, shift: int
) -> Comparison:
    """The same if the noise at the shifted input is another one; the variation is of the first."""
    moved = shifted(noises[1], shift)
    variation = total_variation(noises[0], shifted(noises[0], shift))
    bound = gap(noises[0], classes, label) - 2 * variation
    return Comparison(gap(moved, classes, label), "≥", bound)


def box_variation(half_width: Fraction, shift: tuple[Fraction | int, ...]) -> Fraction:
    """Return the total variation of the uniform law on a box and its translate.

    It is the part of the box that the translate does not cover.
    """
    side = 2 * half_width
    return 1 - prod(max(side - abs(s), Fraction(0)) / side for s in shift)


def box_variation_is_bounded(half_width: Fraction, shift: tuple[Fraction, ...]) -> Comparison:
    """The variation of a translated box of side ``2λ`` is at most ``Σ|δ_j|/(2λ)``."""
    bound = sum(map(abs, shift), Fraction(0)) / (2 * half_width)
    return Comparison(box_variation(half_width, shift), "≤", bound)


def box_variation_by_the_largest(half_width: Fraction, shift: tuple[Fraction, ...]) -> Comparison:
    """The variation of a translated box of side ``2λ`` is at most ``max|δ_j|/(2λ)``."""
    bound = max(map(abs, shift)) / (2 * half_width)
    return Comparison(box_variation(half_width, shift), "≤", bound)


def box_of_points(half_width: int, dimension: int, shift: tuple[int, ...]) -> Comparison:
    """On a grid the variation, found from all points, is that of boxes."""
    side = range(2 * half_width)
    here = set(product(side, repeat=dimension))
    there = {tuple(a + s for a, s in zip(x, shift, strict=True)) for x in here}
    variation = Fraction(len(here - there), len(here))
    return Comparison(variation, "=", box_variation(Fraction(half_width), shift))


def _all_classes(labels: int, size: int) -> Iterator[Classes]:
    yield from product(range(labels), repeat=size)


def _noise_space() -> SearchStrategy[Noise]:
    """Laws on one to five neighbouring integers."""
    from hypothesis import strategies as st

    def law(weights: list[int]) -> Noise:
        whole = sum(weights)
        return tuple((z, Fraction(w, whole)) for z, w in enumerate(weights))

    return st.lists(st.integers(1, 6), min_size=1, max_size=5).map(law)


def _layer_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    return {
        "noise": _noise_space(),
        "classes": st.lists(st.integers(0, 2), min_size=1, max_size=8).map(tuple),
        "inner": st.tuples(st.integers(0, 5), st.integers(0, 5)),
    }


def _shift_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    return {
        "noise": _noise_space(),
        "classes": st.lists(st.integers(0, 2), min_size=2, max_size=8).map(lambda c: (0, *c)),
        "label": st.just(0),
        "shift": st.integers(0, 4),
    }


def _box_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.integers(-6, 6).map(lambda n: Fraction(n, 4))
    return {
        "half_width": st.integers(1, 8).map(lambda n: Fraction(n, 4)),
        "shift": st.lists(number, min_size=1, max_size=4).map(tuple),
    }


# ----- Gaussian noise -----------------------------------------------------------------------------


def normal(t: Interval | Fraction) -> Interval:
    """Return the standard normal distribution function.

    It is ``1/2`` plus ``Σ (-1)^k t^(2k+1) / (2^k k! (2k+1))`` over the square root of ``2π``; the
    terms alternate and, from the place on where ``t² < 2k``, decrease, so that the rest of the
    series lies between zero and the first term that is left out.
    """
    x = real(t) if isinstance(t, Fraction) else t
    square = x * x / 2
    bound = ends(square)[1]
    power, sum_, k = x, x, 0
    smallest = Fraction(1, 2**iv.prec)
    while True:
        k += 1
        power = -power * square / k
        term = power / (2 * k + 1)
        if k > bound and max(map(abs, ends(term))) < smallest:
            return real(Fraction(1, 2)) + (sum_ + term * iv.mpf([0, 1])) / iv.sqrt(2 * iv.pi)
        sum_ += term


def quantile_below(bound: Fraction, parts: int = 1000) -> Fraction:
    """Return a multiple of ``1/parts`` whose normal probability is at most the bound."""
    low, high = -8 * parts, 8 * parts
    while high - low > 1:
        middle = (low + high) // 2
        if ends(normal(Fraction(middle, parts)))[1] <= bound:
            low = middle
        else:
            high = middle
    return Fraction(low, parts)


def class_chances(cuts: tuple[Fraction, ...], x: Fraction, deviation: Fraction) -> list[Interval]:
    """Return the probabilities of the classes ``..., (c_i, c_(i+1)], ...`` under Gaussian noise."""
    steps = [real(0), *(normal((c - x) / deviation) for c in cuts), real(1)]
    return [b - a for a, b in pairwise(steps)]


def certified_radius(
    cuts: tuple[Fraction, ...], label: int, deviation: Fraction, factor: Fraction
) -> Fraction:
    """Return ``σ/2 (Φ⁻¹(p_A) - Φ⁻¹(p_B))`` at the input ``0``, rounded down.

    In place of ``Φ⁻¹(p_B)`` stands minus a lower bound of ``Φ⁻¹(1 - p_B)``.
    """
    chances = class_chances(cuts, Fraction(0), deviation)
    first = ends(chances[label])[0]
    second = max(ends(p)[1] for c, p in enumerate(chances) if c != label)
    return factor * deviation * (quantile_below(first) + quantile_below(1 - second))


def keeps_its_class(
    cuts: tuple[Fraction, ...], label: int, deviation: Fraction, part: Fraction
) -> Comparison:
    """At a part of the certified radius the class is still the most probable one."""
    return _most_probable(cuts, label, deviation, part, Fraction(1, 2))


def keeps_its_class_twice_as_far(
    cuts: tuple[Fraction, ...], label: int, deviation: Fraction, part: Fraction
) -> Comparison:
    """The same with the factor ``σ`` in place of ``σ/2``."""
    return _most_probable(cuts, label, deviation, part, Fraction(1))


def _most_probable(
    cuts: tuple[Fraction, ...], label: int, deviation: Fraction, part: Fraction, factor: Fraction
) -> Comparison:
    step = part * certified_radius(cuts, label, deviation, factor)
    here = class_chances(cuts, step, deviation)
    there = class_chances(cuts, -step, deviation)
    # The less favourable one of the two directions.
    worst = min(
        (
            (chances[label], max((p for c, p in enumerate(chances) if c != label), key=_middle))
            for chances in (here, there)
        ),
        key=lambda pair: _middle(pair[0]) - _middle(pair[1]),
    )
    return Comparison(worst[0], ">", worst[1])


def _middle(number: Interval) -> Fraction:
    low, high = ends(number)
    return (low + high) / 2


def half_line_radius(cut: Fraction, deviation: Fraction) -> Comparison:
    """For a half-line the certified radius is at most the distance to its end, the true radius."""
    return Comparison(certified_radius((cut,), 0, deviation, Fraction(1, 2)), "≤", cut)


def band_radius(cut: Fraction, deviation: Fraction) -> Comparison:
    """For the band ``(-c, c]`` the class is still the most probable one at the certified radius.

    Compared are its probabilities there and one half.
    """
    cuts = (-cut, cut)
    inside = class_chances(cuts, Fraction(0), deviation)[1]
    outside = 1 - ends(inside)[0]
    step = deviation / 2 * (quantile_below(ends(inside)[0]) + quantile_below(1 - outside))
    return Comparison(class_chances(cuts, step, deviation)[1], "≥", Fraction(1, 2))


def uniform_noise_keeps_its_class(cut: Fraction, step: Fraction) -> Comparison:
    """For noise that is uniform with variance one the same radius is certified for a half-line.

    If the step is less than ``Φ⁻¹(p_A)``, the half-line has still a probability above one half.
    """
    half_width = sqrt(3)
    first = real(Fraction(1, 2)) + real(cut) / (2 * half_width)
    if step >= quantile_below(ends(first)[0]):
        raise ValueError("the step is not certified")
    return Comparison(
        real(Fraction(1, 2)) + real(cut - step) / (2 * half_width), ">", Fraction(1, 2)
    )


def claimed_gap_keeps_the_class(cut: Fraction, claimed: Fraction, part: Fraction) -> Comparison:
    """At a part of the radius of a claimed probability a half-line has still more than one half."""
    step = part * quantile_below(claimed)
    return Comparison(normal(cut - step), ">", Fraction(1, 2))


def _gaussian_space() -> SearchStrategy[dict[str, Any]]:
    """Three classes on intervals around ``0``, the label being that of the middle one."""
    from hypothesis import strategies as st

    def make(case: tuple[int, int, int, int]) -> dict[str, Any]:
        left, right, deviation, part = case
        return {
            "cuts": (Fraction(-left, 2), Fraction(right, 2)),
            "label": 1,
            "deviation": Fraction(deviation, 4),
            "part": Fraction(part, 10),
        }

    return st.tuples(
        st.integers(2, 5), st.integers(2, 5), st.integers(1, 4), st.integers(0, 9)
    ).map(make)


_HALF = Fraction(1, 2)
_FLAT: Noise = tuple((z, Fraction(1, 4)) for z in range(4))
_POINT: Noise = ((0, Fraction(1)),)
_PEAK: Noise = ((0, Fraction(1, 4)), (1, _HALF), (2, Fraction(1, 4)))
_STEP: Classes = (0, 0, 0, 1, 1, 1)
_FOUR_ONE: Classes = (0, 0, 0, 0, 1)
_UNIT = {"deviation": Fraction(1), "part": Fraction(99, 100)}


CHECKS = (
    RowChecks(
        "ch13-noise-layer",
        instances=(
            Instance(
                "step",
                probabilities_move_by_the_variation,
                {"noise": _FLAT, "classes": _STEP, "inner": (0, 2)},
            ),
            Instance(
                "end-of-the-noise",
                probabilities_move_by_the_variation,
                {"noise": _FLAT, "classes": _FOUR_ONE, "inner": (0, 1)},
            ),
            Instance(
                "classes-that-alternate",
                probabilities_move_by_the_variation,
                {"noise": _PEAK, "classes": (0, 1, 0, 1, 0, 1), "inner": (0, 1)},
            ),
            Instance(
                "sensitivity",
                variation_is_below_the_supremum,
                {"noise": _PEAK, "inner": (3, 5), "sensitivity": 2},
            ),
        ),
        searches=(
            Exhaustion(
                "all-classifiers",
                probabilities_move_by_the_variation,
                lambda: (
                    {"noise": _PEAK, "classes": classes, "inner": (0, shift)}
                    for classes in _all_classes(2, 6)
                    for shift in (1, 2)
                ),
            ),
            Search("noises", probabilities_move_by_the_variation, _layer_space),
        ),
        controls=(
            Control(
                "noise-depends-on-the-input",
                "the two inputs have noises of their own",
                probabilities_with_two_noises,
                refuted_by={
                    "noises": (_FLAT, _POINT),
                    "classes": (0, 1, 1, 1, 1),
                    "inner": (0, 0),
                },
                holds_for={"noises": (_FLAT, _FLAT), "classes": _STEP, "inner": (0, 2)},
                drops="independent-noise",
            ),
            Control(
                "sensitivity-too-small",
                "the inner values are farther apart than the sensitivity",
                variation_is_below_the_supremum,
                refuted_by={"noise": _FLAT, "inner": (0, 2), "sensitivity": 1},
                holds_for={"noise": _FLAT, "inner": (0, 1), "sensitivity": 1},
                drops="sensitivity",
            ),
            Control(
                "half-the-variation",
                "the bound is half of the total variation",
                half_the_variation,
                refuted_by={"noise": _FLAT, "classes": _FOUR_ONE, "inner": (0, 1)},
                holds_for={"noise": _FLAT, "classes": (0, 0), "inner": (0, 1)},
                over=_layer_space,
            ),
        ),
    ),
    RowChecks(
        "ch13-smoothing-tv",
        instances=(
            Instance(
                "mass-moves-to-the-other-class",
                gap_shrinks_by_twice_the_variation,
                {"noise": _FLAT, "classes": _FOUR_ONE, "label": 0, "shift": 1},
            ),
            Instance(
                "three-classes",
                gap_shrinks_by_twice_the_variation,
                {"noise": _FLAT, "classes": (0, 0, 0, 1, 2), "label": 0, "shift": 1},
            ),
            Instance(
                "no-shift",
                gap_shrinks_by_twice_the_variation,
                {"noise": _PEAK, "classes": _STEP, "label": 0, "shift": 0},
            ),
            Instance(
                "box-along-an-axis",
                box_variation_is_bounded,
                {"half_width": Fraction(1), "shift": (_HALF, Fraction(0))},
            ),
            Instance(
                "box-along-the-diagonal",
                box_variation_is_bounded,
                {"half_width": Fraction(1), "shift": (_HALF, -_HALF, _HALF)},
            ),
            Instance(
                "box-of-points",
                box_of_points,
                {"half_width": 2, "dimension": 3, "shift": (1, 0, -1)},
            ),
        ),
        searches=(
            Exhaustion(
                "all-classifiers",
                gap_shrinks_by_twice_the_variation,
                lambda: (
                    {"noise": _PEAK, "classes": classes, "label": 0, "shift": shift}
                    for classes in _all_classes(3, 5)
                    if 0 in classes
                    for shift in (1, 2)
                ),
            ),
            Search("noises", gap_shrinks_by_twice_the_variation, _shift_space),
            Search("boxes", box_variation_is_bounded, _box_space),
        ),
        controls=(
            Control(
                "noise-not-added",
                "the noise depends on the input",
                gap_with_noise_that_depends,
                refuted_by={
                    "noises": (_FLAT, ((4, Fraction(1)),)),
                    "classes": _FOUR_ONE,
                    "label": 0,
                    "shift": 0,
                },
                holds_for={
                    "noises": (_FLAT, _FLAT),
                    "classes": _FOUR_ONE,
                    "label": 0,
                    "shift": 1,
                },
                drops="additive-noise",
            ),
            Control(
                "variation-once",
                "the variation is counted once",
                gap_shrinks_by_the_variation,
                refuted_by={"noise": _FLAT, "classes": _FOUR_ONE, "label": 0, "shift": 1},
                holds_for={"noise": _FLAT, "classes": _FOUR_ONE, "label": 0, "shift": 0},
                over=_shift_space,
            ),
            Control(
                "largest-coordinate",
                "the largest coordinate of the shift takes the place of the sum",
                box_variation_by_the_largest,
                refuted_by={"half_width": Fraction(1), "shift": (_HALF, _HALF)},
                holds_for={"half_width": Fraction(1), "shift": (_HALF, Fraction(0))},
                over=_box_space,
            ),
        ),
    ),
    RowChecks(
        "ch13-smoothing-radius",
        instances=(
            Instance("half-line", keeps_its_class, {"cuts": (Fraction(1),), "label": 0, **_UNIT}),
            Instance(
                "band", keeps_its_class, {"cuts": (Fraction(-1), Fraction(1)), "label": 1, **_UNIT}
            ),
            Instance(
                "four-classes",
                keeps_its_class,
                {"cuts": (Fraction(-1), Fraction(3, 2), Fraction(2)), "label": 1, **_UNIT},
            ),
            Instance(
                "radius-of-a-half-line",
                half_line_radius,
                {"cut": Fraction(3, 2), "deviation": _HALF},
            ),
            Instance(
                "radius-of-a-band", band_radius, {"cut": Fraction(1), "deviation": Fraction(1)}
            ),
        ),
        searches=(Search("intervals", keeps_its_class, _gaussian_space, cases=12, thorough=100),),
        controls=(
            Control(
                "uniform-noise",
                "the noise is uniform, with the same variance",
                uniform_noise_keeps_its_class,
                refuted_by={"cut": Fraction(17, 10), "step": Fraction(2)},
                holds_for={"cut": _HALF, "step": Fraction(1, 3)},
                drops="gaussian-noise",
            ),
            Control(
                "gap-too-large",
                "the class has less than the claimed probability",
                claimed_gap_keeps_the_class,
                refuted_by={
                    "cut": Fraction(1),
                    "claimed": Fraction(95, 100),
                    "part": Fraction(9, 10),
                },
                holds_for={
                    "cut": Fraction(1),
                    "claimed": Fraction(84, 100),
                    "part": Fraction(9, 10),
                },
                drops="probability-gap",
            ),
            Control(
                "without-the-half",
                "the factor is σ instead of σ/2",
                keeps_its_class_twice_as_far,
                refuted_by={"cuts": (Fraction(1),), "label": 0, **_UNIT},
                holds_for={
                    "cuts": (Fraction(1),),
                    "label": 0,
                    "deviation": Fraction(1),
                    "part": Fraction(2, 5),
                },
            ),
        ),
        plots=(
            Plot(
                "band",
                "How probable the class is at the certified radius of a band",
                band_radius,
                "cut",
                tuple(Fraction(n, 8) for n in range(7, 21)),
                {"": {"deviation": Fraction(1)}},
                "half width of the band",
                "probability at the certified radius",
                "one half",
            ),
        ),
    ),
)
