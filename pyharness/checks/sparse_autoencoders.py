"""Checks of chapter 18: dictionaries and codes, their uniqueness, penalties and quality.

Dictionaries, codes and activations are rational. Uniqueness of sparse codes is decided by going
through all codes with small integer entries, which is enough where the columns have the entries
``-1``, ``0`` and ``1``; independence of columns by elimination.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from pyharness.checks.matrices import (
    Matrix,
    Vector,
    apply,
    dot,
    inverse,
    matrix,
    rank,
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
from pyharness.checks.superposition import axes, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

#: The columns of a dictionary, one for every feature.
Dictionary = tuple[Vector, ...]
#: Reconstruction error and penalty of each code that can be chosen.
Choices = tuple[tuple[Fraction, Fraction], ...]


# ----- Definitions --------------------------------------------------------------------------------


def mixed(dictionary: Dictionary, matrix: Matrix) -> Dictionary:
    """Return the columns of ``DT``."""
    return tuple(decode(dictionary, column) for column in zip(*matrix, strict=True))


# ----- Uniqueness of codes ------------------------------------------------------------------------


def mixing_keeps_the_decoding(dictionary: Dictionary, matrix: Matrix, code: Vector) -> Comparison:
    """``(DT)(T⁻¹z)`` is ``Dz``, for two features."""
    other = decode(mixed(dictionary, matrix), apply(inverse(matrix), code))
    return Comparison(other, "=", decode(dictionary, code))


def kernel_keeps_the_decoding(
    dictionary: Dictionary, kernel: Vector, code: Vector, factor: Fraction
) -> Comparison:
    """A multiple of a vector of the kernel may be added to a code."""
    if any(decode(dictionary, kernel)) or not any(kernel):
        raise ValueError("the vector is not a non-zero one of the kernel")
    other = tuple(z + factor * k for z, k in zip(code, kernel, strict=True))
    return Comparison(decode(dictionary, other), "=", decode(dictionary, code))


def sparse_codes(features: int, sparsity: int, largest: int) -> Iterator[Vector]:
    """Yield all codes with few non-zero entries, which are integers of bounded size."""
    values = [Fraction(v) for v in range(-largest, largest + 1)]
    for code in product(values, repeat=features):
        if sum(map(bool, code)) <= sparsity:
            yield code


def codes_are_unique(dictionary: Dictionary, sparsity: int, largest: int) -> bool:
    """Return whether no two sparse codes have one decoding."""
    decoded = [decode(dictionary, z) for z in sparse_codes(len(dictionary), sparsity, largest)]
    return len(set(decoded)) == len(decoded)


def small_sets_are_independent(dictionary: Dictionary, number: int) -> bool:
    """Return whether every set of at most so many columns is linearly independent."""
    return all(
        rank(columns) == size
        for size in range(1, min(number, len(dictionary)) + 1)
        for columns in combinations(dictionary, size)
    )


def unique_exactly_if_independent(
    dictionary: Dictionary, sparsity: int, largest: int
) -> Comparison:
    """Sparse codes are unique exactly if every ``2s`` columns or fewer are independent."""
    unique = codes_are_unique(dictionary, sparsity, largest)
    return Comparison(unique, "=", small_sets_are_independent(dictionary, 2 * sparsity))


def unique_if_few_are_independent(
    dictionary: Dictionary, sparsity: int, largest: int
) -> Comparison:
    """Sparse codes are unique exactly if every ``s`` columns or fewer are independent."""
    unique = codes_are_unique(dictionary, sparsity, largest)
    return Comparison(unique, "=", small_sets_are_independent(dictionary, sparsity))


def unique_if_sets_of_that_size_are(
    dictionary: Dictionary, sparsity: int, largest: int
) -> Comparison:
    """Sparse codes are unique exactly if every set of exactly ``2s`` columns is independent."""
    unique = codes_are_unique(dictionary, sparsity, largest)
    sets = combinations(dictionary, 2 * sparsity)
    return Comparison(unique, "=", all(rank(columns) == 2 * sparsity for columns in sets))


def _small_dictionaries(features: int) -> Iterator[dict[str, Any]]:
    columns = list(product([Fraction(v) for v in (-1, 0, 1)], repeat=2))
    for dictionary in product(columns, repeat=features):
        yield {"dictionary": dictionary, "sparsity": 1, "largest": 1}


def _mixing_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    number = st.integers(-4, 4).map(Fraction)
    pair = st.tuples(number, number)
    regular = st.tuples(pair, pair).filter(lambda m: m[0][0] * m[1][1] != m[0][1] * m[1][0])
    return st.fixed_dictionaries(
        {"dictionary": st.tuples(pair, pair), "matrix": regular, "code": pair}
    )


# ----- Permutation and scaling --------------------------------------------------------------------


def changed(
    dictionary: Dictionary, code: Vector, order: tuple[int, ...], scales: Vector
) -> tuple[Dictionary, Vector]:
    """Return ``DPΛ`` and ``Λ⁻¹Pᵀz``: feature ``j`` becomes the old one ``order[j]``, scaled."""
    columns = tuple(tuple(s * x for x in dictionary[i]) for i, s in zip(order, scales, strict=True))
    return columns, tuple(code[i] / s for i, s in zip(order, scales, strict=True))


def change_keeps_everything(
    dictionary: Dictionary, code: Vector, order: tuple[int, ...], scales: Vector
) -> Comparison:
    """The decoding, the number of active features and the sign of the code stay the same."""
    new_dictionary, new_code = changed(dictionary, code, order, scales)
    left = (decode(new_dictionary, new_code), sum(map(bool, new_code)), min(new_code) >= 0)
    return Comparison(left, "=", (decode(dictionary, code), sum(map(bool, code)), True))


def penalty_vanishes(dictionary: Dictionary, code: Vector, factor: Fraction) -> Comparison:
    """Scaling all columns by ``c`` divides the penalty by ``c``."""
    size = len(code)
    _, new_code = changed(dictionary, code, tuple(range(size)), (factor,) * size)
    return Comparison(sum(map(abs, new_code)), "=", sum(map(abs, code)) / factor)


def penalty_stays(dictionary: Dictionary, code: Vector, factor: Fraction) -> Comparison:
    """Scaling all columns by ``c`` does not change the penalty."""
    size = len(code)
    _, new_code = changed(dictionary, code, tuple(range(size)), (factor,) * size)
    return Comparison(sum(map(abs, new_code)), "=", sum(map(abs, code)))


def _change_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    number = st.integers(-3, 3).map(Fraction)
    return st.integers(1, 4).flatmap(
        lambda m: st.fixed_dictionaries(
            {
                "dictionary": st.tuples(*[st.tuples(number, number)] * m),
                "code": st.tuples(*[st.integers(0, 4).map(Fraction)] * m),
                "order": st.permutations(range(m)).map(tuple),
                "scales": st.tuples(*[st.integers(1, 8).map(lambda n: Fraction(n, 4))] * m),
            }
        )
    )


# ----- Sparsity against reconstruction ------------------------------------------------------------


def minimisers(choices: Choices, weight: Fraction) -> list[tuple[Fraction, Fraction]]:
    """Return the choices with the least ``E + λS``."""
    least = min(e + weight * s for e, s in choices)
    return [(e, s) for e, s in choices if e + weight * s == least]


def penalty_falls(choices: Choices, first: Fraction, second: Fraction) -> Comparison:
    """For a larger ``λ`` every minimiser has at most the penalty of any for the smaller one."""
    least = min(s for _, s in minimisers(choices, first))
    return Comparison(max(s for _, s in minimisers(choices, second)), "≤", least)


def error_grows(choices: Choices, first: Fraction, second: Fraction) -> Comparison:
    """For a larger ``λ`` every minimiser has at least the error of any for the smaller one."""
    largest = max(e for e, _ in minimisers(choices, first))
    return Comparison(min(e for e, _ in minimisers(choices, second)), "≥", largest)


def penalty_falls_strictly(choices: Choices, first: Fraction, second: Fraction) -> Comparison:
    """For a larger ``λ`` every minimiser has less penalty than any for the smaller one."""
    least = min(s for _, s in minimisers(choices, first))
    return Comparison(max(s for _, s in minimisers(choices, second)), "<", least)


def penalty_falls_for(
    choices: Choices, first: Fraction, second: Fraction, chosen: tuple[int, int]
) -> Comparison:
    """The choice for the larger ``λ`` has at most the penalty of that for the smaller one."""
    before, after = (choices[i] for i in chosen)
    return Comparison(after[1], "≤", before[1])


def _choices_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    number = st.integers(-3, 6).map(Fraction)
    weights = st.tuples(st.integers(0, 6), st.integers(1, 6))
    return st.tuples(st.lists(st.tuples(number, number), min_size=1, max_size=6), weights).map(
        lambda case: {
            "choices": tuple(case[0]),
            "first": Fraction(case[1][0], 2),
            "second": Fraction(case[1][0] + case[1][1], 2),
        }
    )


# ----- Shrinkage ----------------------------------------------------------------------------------


def shrunk(a: Fraction, penalty: Fraction) -> Fraction:
    """Return ``max(a - λ/2, 0)``."""
    return max(a - penalty / 2, Fraction(0))


def objective(
    dictionary: Dictionary, activation: Vector, code: Vector, penalty: Fraction
) -> Fraction:
    """Return ``‖a - Dz‖² + λ Σ z_j``."""
    rest = tuple(a - b for a, b in zip(activation, decode(dictionary, code), strict=True))
    return dot(rest, rest) + penalty * sum(code)


def shrunk_is_best(a: Fraction, penalty: Fraction, other: Fraction) -> Comparison:
    """``(a-z)² + λz`` is at ``max(a - λ/2, 0)`` at most what it is at another ``z ≥ 0``."""
    z = shrunk(a, penalty)
    return Comparison((a - z) ** 2 + penalty * z, "≤", (a - other) ** 2 + penalty * other)


def shrunk_is_the_only_best(a: Fraction, penalty: Fraction) -> Comparison:
    """Of the multiples of ``1/8`` from 0 to 8 ``max(a - λ/2, 0)`` alone has the least objective."""
    codes = [Fraction(n, 8) for n in range(65)]
    values = [(a - z) ** 2 + penalty * z for z in codes]
    best = tuple(z for z, value in zip(codes, values, strict=True) if value == min(values))
    return Comparison(best, "=", (shrunk(a, penalty),))


def more_shrunk_is_best(a: Fraction, penalty: Fraction, other: Fraction) -> Comparison:
    """``(a-z)² + λz`` is at ``max(a - λ, 0)`` at most what it is at another ``z ≥ 0``."""
    z = max(a - penalty, Fraction(0))
    return Comparison((a - z) ** 2 + penalty * z, "≤", (a - other) ** 2 + penalty * other)


def encoder_is_best(
    dictionary: Dictionary, activation: Vector, penalty: Fraction, other: Vector
) -> Comparison:
    """The code of the encoder ``ReLU(Dᵀa - λ/2)`` is at least as good as another one."""
    code = tuple(shrunk(dot(d, activation), penalty) for d in dictionary)
    return Comparison(
        objective(dictionary, activation, code, penalty),
        "≤",
        objective(dictionary, activation, other, penalty),
    )


def code_is_underestimated(activation: Fraction, penalty: Fraction) -> Comparison:
    """The best code of an activation is at most its positive part."""
    return Comparison(shrunk(activation, penalty), "≤", max(activation, Fraction(0)))


def completed_square() -> tuple[sympy.Expr, sympy.Expr]:
    """The objective with the square completed, for all activations and penalties."""
    import sympy

    a, z, w = sympy.symbols("a z lambda")
    return (a - z) ** 2 + w * z, (z - (a - w / 2)) ** 2 + a**2 - (a - w / 2) ** 2


def _scalars() -> Iterator[dict[str, Any]]:
    for a, penalty in product(range(-4, 13), range(-8, 17, 2)):
        yield {"a": Fraction(a, 4), "penalty": Fraction(penalty, 4)}


def _scalar_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    return {
        "a": st.integers(-8, 12).map(lambda n: Fraction(n, 4)),
        "penalty": st.integers(-12, 12).map(lambda n: Fraction(n, 4)),
        "other": st.integers(0, 12).map(lambda n: Fraction(n, 4)),
    }


def _encoder_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    number = st.integers(-6, 6).map(lambda n: Fraction(n, 2))
    code = st.integers(0, 6).map(lambda n: Fraction(n, 2))
    return {
        "dictionary": st.sampled_from([_ORTHONORMAL, _ORTHONORMAL[::-1]]),
        "activation": st.tuples(number, number, number),
        "penalty": st.integers(-8, 8).map(lambda n: Fraction(n, 4)),
        "other": st.tuples(code, code),
    }


# ----- Quality of a reconstruction ----------------------------------------------------------------


def mean_of(points: tuple[Vector, ...]) -> Vector:
    """Return the mean of points."""
    return tuple(sum(column, Fraction(0)) / len(points) for column in zip(*points, strict=True))


def square_error(points: tuple[Vector, ...], others: tuple[Vector, ...]) -> Fraction:
    """Return the sum of the squared distances."""
    pairs = zip(points, others, strict=True)
    return sum(((a - b) ** 2 for x, y in pairs for a, b in zip(x, y, strict=True)), Fraction(0))


def explained(points: tuple[Vector, ...], decoded: tuple[Vector, ...]) -> Fraction:
    """Return the fraction of variance explained."""
    spread = square_error(points, (mean_of(points),) * len(points))
    return 1 - square_error(points, decoded) / spread


def explained_is_at_most_one(points: tuple[Vector, ...], decoded: tuple[Vector, ...]) -> Comparison:
    """The fraction of variance explained is at most one."""
    return Comparison(explained(points, decoded), "≤", 1)


def one_exactly_if_perfect(points: tuple[Vector, ...], decoded: tuple[Vector, ...]) -> Comparison:
    """The fraction of variance explained is one exactly for a perfect reconstruction."""
    return Comparison(explained(points, decoded) == 1, "=", points == decoded)


def mean_explains_nothing(points: tuple[Vector, ...]) -> Comparison:
    """The mean predictor explains nothing."""
    return Comparison(explained(points, (mean_of(points),) * len(points)), "=", 0)


def explained_is_not_negative(
    points: tuple[Vector, ...], decoded: tuple[Vector, ...]
) -> Comparison:
    """The fraction of variance explained is at least zero."""
    return Comparison(explained(points, decoded), "≥", 0)


def spread_is_positive(points: tuple[Vector, ...]) -> Comparison:
    """The denominator of the fraction is positive."""
    return Comparison(square_error(points, (mean_of(points),) * len(points)), ">", 0)


def frequencies(codes: tuple[Vector, ...]) -> Vector:
    """Return for every feature the share of codes in which it is active."""
    return tuple(
        Fraction(sum(map(bool, column)), len(codes)) for column in zip(*codes, strict=True)
    )


def activity_is_the_sum_of_frequencies(codes: tuple[Vector, ...]) -> Comparison:
    """The mean number of active features is the sum of the frequencies of the features."""
    active = Fraction(sum(sum(map(bool, code)) for code in codes), len(codes))
    return Comparison(active, "=", sum(frequencies(codes)))


def dead_features_bound_the_activity(codes: tuple[Vector, ...]) -> Comparison:
    """The mean number of active features is at most the number of features that are not dead."""
    found = frequencies(codes)
    dead = Fraction(sum(f == 0 for f in found), len(found))
    return Comparison(sum(found), "≤", len(found) * (1 - dead))


def good_reconstruction_keeps_the_output(
    points: tuple[Vector, ...], decoded: tuple[Vector, ...], readout: Vector, share: Fraction
) -> Comparison:
    """If the explained variance is at least the share, so is that of the outputs of a readout."""
    if explained(points, decoded) < share:
        raise ValueError("the reconstruction is not that good")
    outputs, others = (tuple((dot(readout, x),) for x in xs) for xs in (points, decoded))
    return Comparison(explained(outputs, others), "≥", share)


def _points_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    number = st.integers(-3, 3).map(Fraction)
    pair = st.tuples(number, number)
    return (
        st.lists(st.tuples(pair, pair), min_size=2, max_size=5)
        .map(lambda ps: {"points": tuple(a for a, _ in ps), "decoded": tuple(b for _, b in ps)})
        .filter(lambda case: len(set(case["points"])) > 1)
    )


def _codes_space() -> dict[str, SearchStrategy[Any]]:
    from hypothesis import strategies as st

    entry = st.integers(0, 2).map(Fraction)
    return {"codes": st.lists(st.tuples(*[entry] * 4), min_size=1, max_size=5).map(tuple)}


_HALF = Fraction(1, 2)
_ONE = Fraction(1)


_PLANE = matrix((1, 0), (0, 1), (1, 1))
_FOUR_COLUMNS = matrix((1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1))
_REPEATED = matrix((1, 0), (0, 1), (1, 0))
_ORTHONORMAL = matrix((1, 0, 0), (0, "3/5", "4/5"))
_TILTED = matrix((1, 0), ("3/5", "4/5"))
_CHANGE = {
    "dictionary": _PLANE,
    "code": vector(1, 0, 2),
    "order": (2, 0, 1),
    "scales": vector(2, "1/2", 3),
}
_CHOICES: Choices = tuple((Fraction(e), Fraction(s)) for e, s in ((0, 4), (1, 2), (3, 1), (6, 0)))
_TIED: Choices = tuple((Fraction(e), Fraction(s)) for e, s in ((0, 1), (5, 0)))
#: The second choice is better in both respects.
_NESTED: Choices = ((Fraction(1), Fraction(1)), (Fraction(0), Fraction(0)))
_POINTS = matrix((10, 0), (-10, 0), (0, 1), (0, -1))
_FIRST_KEPT = matrix((10, 0), (-10, 0), (0, 0), (0, 0))
_CODES = matrix((1, 0, 2, 0), (0, 0, 1, 0), (3, 0, 0, 0))


CHECKS = (
    RowChecks(
        "ch18-dense-nonunique",
        instances=(
            Instance(
                "mixed-by-a-shear",
                mixing_keeps_the_decoding,
                {
                    "dictionary": matrix((1, 2), (0, 1)),
                    "matrix": matrix((1, 1), (0, 1)),
                    "code": vector(3, 5),
                },
            ),
            Instance(
                "kernel",
                kernel_keeps_the_decoding,
                {
                    "dictionary": _PLANE,
                    "kernel": vector(1, 1, -1),
                    "code": vector(0, 0, 2),
                    "factor": Fraction(2),
                },
            ),
            Instance(
                "one-sparse-in-the-plane",
                unique_exactly_if_independent,
                {"dictionary": _PLANE, "sparsity": 1, "largest": 2},
            ),
            Instance(
                "two-sparse-in-space",
                unique_exactly_if_independent,
                {"dictionary": _FOUR_COLUMNS, "sparsity": 2, "largest": 1},
            ),
            Instance(
                "two-sparse-in-four-dimensions",
                unique_exactly_if_independent,
                {"dictionary": (*axes(4), vector(1, 1, 1, 1)), "sparsity": 2, "largest": 1},
            ),
            Instance(
                "repeated-column",
                unique_exactly_if_independent,
                {"dictionary": _REPEATED, "sparsity": 1, "largest": 2},
            ),
        ),
        searches=(
            Exhaustion(
                "three-columns-in-the-plane",
                unique_exactly_if_independent,
                lambda: _small_dictionaries(3),
            ),
            Search("mixtures", mixing_keeps_the_decoding, _mixing_space, cases=40),
        ),
        controls=(
            Control(
                "only-s-columns",
                "only sets of at most s columns are independent",
                unique_if_few_are_independent,
                refuted_by={"dictionary": _REPEATED, "sparsity": 1, "largest": 2},
                holds_for={"dictionary": _PLANE, "sparsity": 1, "largest": 2},
                drops="spark",
            ),
            Control(
                "exactly-that-many",
                "sets of exactly 2s columns are asked for, which may not exist",
                unique_if_sets_of_that_size_are,
                refuted_by={"dictionary": matrix((1,), (1,)), "sparsity": 2, "largest": 1},
                holds_for={"dictionary": _PLANE, "sparsity": 1, "largest": 2},
                drops="spark",
            ),
        ),
    ),
    RowChecks(
        "ch18-permutation-scaling",
        instances=(
            Instance("cycle", change_keeps_everything, _CHANGE),
            Instance(
                "nothing-active",
                change_keeps_everything,
                {**_CHANGE, "code": vector(0, 0, 0)},
            ),
            Instance(
                "penalty",
                penalty_vanishes,
                {"dictionary": _PLANE, "code": vector(1, 0, 2), "factor": Fraction(1000)},
            ),
        ),
        searches=(Search("changes", change_keeps_everything, _change_space, cases=40),),
        controls=(
            Control(
                "negative-entry",
                "the code has a negative entry",
                change_keeps_everything,
                refuted_by={**_CHANGE, "code": vector(1, 0, -2)},
                holds_for=_CHANGE,
                drops="nonnegative",
            ),
            Control(
                "negative-scale",
                "a scale is negative",
                change_keeps_everything,
                refuted_by={**_CHANGE, "scales": vector(-2, "1/2", 3)},
                holds_for={**_CHANGE, "code": vector(1, 0, 0), "scales": vector(-2, "1/2", 3)},
            ),
            Control(
                "penalty-stays",
                "the penalty does not depend on the scale",
                penalty_stays,
                refuted_by={
                    "dictionary": _PLANE,
                    "code": vector(1, 0, 2),
                    "factor": Fraction(2),
                },
                holds_for={"dictionary": _PLANE, "code": vector(1, 0, 2), "factor": _ONE},
            ),
        ),
    ),
    RowChecks(
        "ch18-lambda-tradeoff",
        instances=(
            Instance(
                "four-codes", penalty_falls, {"choices": _CHOICES, "first": _HALF, "second": _ONE}
            ),
            Instance(
                "error",
                error_grows,
                {"choices": _CHOICES, "first": _ONE, "second": Fraction(5)},
            ),
            Instance(
                "same-minimiser",
                penalty_falls,
                {"choices": _TIED, "first": Fraction(1), "second": Fraction(2)},
            ),
            Instance(
                "no-penalty",
                error_grows,
                {"choices": _CHOICES, "first": Fraction(0), "second": _HALF},
            ),
        ),
        searches=(
            Search("penalties", penalty_falls, _choices_space),
            Search("errors", error_grows, _choices_space),
        ),
        controls=(
            Control(
                "not-a-minimiser",
                "the codes are not minimisers",
                penalty_falls_for,
                refuted_by={
                    "choices": _CHOICES,
                    "first": _HALF,
                    "second": _ONE,
                    "chosen": (2, 0),
                },
                holds_for={
                    "choices": _CHOICES,
                    "first": _HALF,
                    "second": _ONE,
                    "chosen": (0, 1),
                },
                drops="minimisers",
            ),
            Control(
                "strict",
                "the penalty falls strictly",
                penalty_falls_strictly,
                refuted_by={"choices": _TIED, "first": Fraction(1), "second": Fraction(2)},
                holds_for={"choices": _TIED, "first": Fraction(1), "second": Fraction(6)},
                over=_choices_space,
            ),
            Control(
                "negative-weight",
                "the smaller λ is negative",
                error_grows,
                refuted_by={"choices": _NESTED, "first": Fraction(-2), "second": Fraction(0)},
                holds_for={"choices": _NESTED, "first": Fraction(0), "second": Fraction(2)},
            ),
        ),
    ),
    RowChecks(
        "ch18-soft-threshold",
        identities=(Identity("completed-square", completed_square),),
        instances=(
            Instance(
                "unshrunk-is-worse",
                shrunk_is_best,
                {"a": Fraction(2), "penalty": _ONE, "other": Fraction(2)},
            ),
            Instance(
                "inactive",
                shrunk_is_best,
                {"a": Fraction(1, 4), "penalty": _ONE, "other": Fraction(1, 4)},
            ),
            Instance(
                "no-penalty",
                shrunk_is_best,
                {"a": Fraction(2), "penalty": Fraction(0), "other": Fraction(0)},
            ),
            Instance(
                "two-orthonormal-directions",
                encoder_is_best,
                {
                    "dictionary": _ORTHONORMAL,
                    "activation": vector(1, 5, 0),
                    "penalty": _ONE,
                    "other": vector(1, 3),
                },
            ),
        ),
        searches=(
            Exhaustion("only-minimisers", shrunk_is_the_only_best, _scalars),
            Search("numbers", shrunk_is_best, _scalar_space),
            Search("encoders", encoder_is_best, _encoder_space, cases=40),
        ),
        controls=(
            Control(
                "reward",
                "λ is negative",
                code_is_underestimated,
                refuted_by={"activation": _ONE, "penalty": -_ONE},
                holds_for={"activation": _ONE, "penalty": _ONE},
                drops="penalty",
            ),
            Control(
                "tilted-directions",
                "the directions are not orthogonal",
                encoder_is_best,
                refuted_by={
                    "dictionary": _TILTED,
                    "activation": vector(1, 0),
                    "penalty": Fraction(0),
                    "other": vector(1, 0),
                },
                holds_for={
                    "dictionary": _TILTED,
                    "activation": vector(0, 0),
                    "penalty": Fraction(0),
                    "other": vector(1, 0),
                },
                drops="orthonormal",
            ),
            Control(
                "whole-penalty",
                "the threshold is λ instead of λ/2",
                more_shrunk_is_best,
                refuted_by={"a": Fraction(2), "penalty": _ONE, "other": Fraction(3, 2)},
                holds_for={"a": Fraction(1, 4), "penalty": _ONE, "other": Fraction(1)},
                over=_scalar_space,
            ),
        ),
        plots=(
            Plot(
                "shrinkage",
                "The best code of an activation",
                code_is_underestimated,
                "activation",
                tuple(Fraction(n, 8) for n in range(-8, 25)),
                {"λ = 1": {"penalty": _ONE}, "λ = 3": {"penalty": Fraction(3)}},
                "activation a",
                "best code",
                "activation, if positive",
            ),
        ),
    ),
    RowChecks(
        "ch18-metrics",
        instances=(
            Instance(
                "first-direction-kept",
                explained_is_at_most_one,
                {"points": _POINTS, "decoded": _FIRST_KEPT},
            ),
            Instance(
                "worse-than-the-mean",
                explained_is_at_most_one,
                {"points": _POINTS, "decoded": _POINTS[::-1]},
            ),
            Instance("perfect", one_exactly_if_perfect, {"points": _POINTS, "decoded": _POINTS}),
            Instance("mean", mean_explains_nothing, {"points": _POINTS}),
            Instance("activity", activity_is_the_sum_of_frequencies, {"codes": _CODES}),
            Instance("dead-features", dead_features_bound_the_activity, {"codes": _CODES}),
        ),
        searches=(
            Search("at-most-one", explained_is_at_most_one, _points_space, cases=40),
            Search("perfect", one_exactly_if_perfect, _points_space, cases=40),
            Search("activities", activity_is_the_sum_of_frequencies, _codes_space, cases=30),
            Search("dead-features", dead_features_bound_the_activity, _codes_space, cases=30),
        ),
        controls=(
            Control(
                "constant-activations",
                "the activations are all equal",
                spread_is_positive,
                refuted_by={"points": matrix((1, 2), (1, 2))},
                holds_for={"points": _POINTS},
                drops="non-constant",
            ),
            Control(
                "not-negative",
                "the fraction is said not to be negative",
                explained_is_not_negative,
                refuted_by={"points": _POINTS, "decoded": _POINTS[::-1]},
                holds_for={"points": _POINTS, "decoded": _FIRST_KEPT},
                over=_points_space,
            ),
            Control(
                "faithful-output",
                "a good reconstruction is said to keep the output",
                good_reconstruction_keeps_the_output,
                refuted_by={
                    "points": _POINTS,
                    "decoded": _FIRST_KEPT,
                    "readout": vector(0, 1),
                    "share": Fraction(9, 10),
                },
                holds_for={
                    "points": _POINTS,
                    "decoded": _FIRST_KEPT,
                    "readout": vector(1, 0),
                    "share": Fraction(9, 10),
                },
            ),
        ),
    ),
)
