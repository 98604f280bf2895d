"""Checks of chapter 11: shallow networks whose output weights hide a subset of the coordinates.

The factor ``1/√r`` inside the activation is left out: it only rescales the points, and for ReLU it
is a factor of the whole function.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb, factorial, prod
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.boolean_functions import Subset, character, points, subsets
from pyharness.checks.enclosures import exp, total
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
    from collections.abc import Callable, Iterator, Mapping

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

Number = int | Fraction
Vector = tuple[Number, ...]


# ----- The family ---------------------------------------------------------------------------------


def relu(t: Number) -> Number:
    """Return the positive part."""
    return max(t, 0)


def step(t: Number) -> Fraction:
    """Return 1, 1/2 or 0 by the sign: a constant plus an odd function."""
    return Fraction(1 + (t > 0) - (t < 0), 2)


def cube(t: Number) -> Number:
    """Return the third power."""
    return t**3


#: Activations by name.
ACTIVATIONS: dict[str, Callable[[Number], Number]] = {
    "relu": relu,
    "absolute": abs,
    "cube": cube,
    "step": step,
    "identity": lambda t: t,
}


def inner(omega: tuple[int, ...], x: Vector) -> Number:
    """Return the inner product with signs."""
    return sum(a * b for a, b in zip(omega, x, strict=True))


def network(x: Vector, activation: str) -> Number:
    """Return ``Σ χ(ω) σ(⟨ω, x⟩)`` over all signs, for the coordinates of the subset."""
    act = ACTIVATIONS[activation]
    return sum(prod(omega) * act(inner(omega, x)) for omega in points(len(x)))


def network_of(subset: Subset, x: Vector, activation: str) -> Number:
    """Return ``g_S(x)``."""
    return network(tuple(x[i] for i in subset), activation)


def sigmoid_network(x: Vector) -> Any:
    """Enclose the same sum for the sigmoid."""
    return total(prod(omega) / (1 + exp(Fraction(-inner(omega, x)))) for omega in points(len(x)))


def logarithm(m: int) -> int:
    """Return ``⌈log₂ m⌉``."""
    return (m - 1).bit_length()


def chosen_size(m: int, kind: str) -> int:
    """Return the largest size up to ``⌈log₂ m⌉`` of the right parity."""
    top = logarithm(m)
    right = (lambda r: r == 1 or r % 2 == 0) if kind == "relu" else (lambda r: r % 2 == 1)
    return max(r for r in range(1, top + 1) if right(r))


def few_units(m: int, kind: str) -> Comparison:
    """The network has fewer than ``2m`` units."""
    return Comparison(2 ** chosen_size(m, kind), "<", 2 * m)


def enough_units(m: int, kind: str) -> Comparison:
    """The network has at least ``m/2`` units: the size loses one at most by its parity."""
    return Comparison(2 ** chosen_size(m, kind), "≥", Fraction(m, 2))


def few_units_rounded_up(m: int) -> Comparison:
    """The network for ReLU has fewer than ``2m`` units if an odd size is rounded up."""
    size = logarithm(m)
    return Comparison(2 ** (size + (size > 1 and size % 2)), "<", 2 * m)


def not_zero(m: int, kind: str) -> Comparison:
    """The network of the chosen size is not zero at ``(1, ..., 1)``."""
    ones = (1,) * chosen_size(m, kind)
    value = network(ones, "relu") if kind == "relu" else sigmoid_network(ones)
    return Comparison(value, "≠", 0)


def not_zero_at_signs(m: int) -> Comparison:
    """The ReLU network of size ``⌈log₂ m⌉`` is not zero at all sign vectors."""
    size = logarithm(m)
    largest = max(abs(network(x, "relu")) for x in points(size))
    return Comparison(largest, ">", 0)


# ----- When the family vanishes -------------------------------------------------------------------


def vanishes(x: Vector, activation: str) -> Comparison:
    """The network is zero at a point."""
    return Comparison(network(x, activation), "=", 0)


def sigmoid_vanishes(x: Vector) -> Comparison:
    """The network with the sigmoid is zero at a point, to thirty places."""
    return Comparison(sigmoid_network(x), "≈", 0)


def relu_is_half_absolute(x: Vector) -> Comparison:
    """With ReLU the network is half of that with the absolute value."""
    return Comparison(network(x, "relu"), "=", Fraction(network(x, "absolute"), 2))


def size_at_signs(size: int) -> Comparison:
    """The ReLU network has the absolute value ``2 C(r-2, r/2-1)`` at every sign vector."""
    values = {abs(network(x, "relu")) for x in points(size)}
    return Comparison(tuple(sorted(values)), "=", (2 * comb(size - 2, size // 2 - 1),))


def mean_square_at_signs(size: int) -> Comparison:
    """Under uniform signs the mean square of the ReLU network is ``4 C(r-2, r/2-1)²``."""
    values = [network(x, "relu") ** 2 for x in points(size)]
    return Comparison(
        Fraction(sum(values), len(values)), "=", 4 * comb(size - 2, size // 2 - 1) ** 2
    )


def size_at_signs_power(size: int) -> Comparison:
    """The ReLU network has the absolute value ``2^(r - 1)`` at every sign vector."""
    values = {abs(network(x, "relu")) for x in points(size)}
    return Comparison(tuple(sorted(values)), "=", (2 ** (size - 1),))


# ----- Counting subsets ---------------------------------------------------------------------------


def subset_count(dimension: int, size: int) -> Comparison:
    """There are at least ``(d/r)^r`` subsets of size ``r``."""
    return Comparison(comb(dimension, size), "≥", Fraction(dimension, size) ** size)


def subset_count_power(dimension: int, size: int) -> Comparison:
    """There are at least ``d^r`` subsets of size ``r``."""
    return Comparison(comb(dimension, size), "≥", dimension**size)


# ----- Sign flips and orthogonality ---------------------------------------------------------------


def flipped(x: Vector, signs: tuple[int, ...]) -> Vector:
    """Return the coordinatewise product."""
    return tuple(a * b for a, b in zip(x, signs, strict=True))


def flip(subset: Subset, x: Vector, signs: tuple[int, ...], activation: str) -> Comparison:
    """Flipping signs multiplies the network by the parity of the flips in its subset."""
    left = network_of(subset, flipped(x, signs), activation)
    return Comparison(left, "=", character(subset, signs) * network_of(subset, x, activation))


def flip_with_equal_weights(
    subset: Subset, x: Vector, signs: tuple[int, ...], activation: str
) -> Comparison:
    """The same when all output weights are 1."""
    act = ACTIVATIONS[activation]

    def plain(point: Vector) -> Number:
        chosen = tuple(point[i] for i in subset)
        return sum(act(inner(omega, chosen)) for omega in points(len(chosen)))

    return Comparison(plain(flipped(x, signs)), "=", character(subset, signs) * plain(x))


#: Points with their probabilities.
Law = tuple[tuple[Vector, Fraction], ...]


def orthogonal_under(first: Subset, second: Subset, law: Law, activation: str) -> Comparison:
    """The mean of the product of two networks is zero."""
    mean = sum(
        (p * network_of(first, x, activation) * network_of(second, x, activation) for x, p in law),
        Fraction(0),
    )
    return Comparison(mean, "=", 0)


def orthogonal(first: Subset, second: Subset, x: Vector, activation: str) -> Comparison:
    """The same when all sign flips of a point are equally likely."""
    signs = points(len(x))
    law = tuple((flipped(x, z), Fraction(1, len(signs))) for z in signs)
    return orthogonal_under(first, second, law, activation)


# ----- The parity filter --------------------------------------------------------------------------


def filtered(x: Vector, power: int) -> Number:
    """Return ``Σ χ(ω) ⟨ω, x⟩^j`` over all signs."""
    return sum(prod(omega) * inner(omega, x) ** power for omega in points(len(x)))


def low_powers_vanish(x: Vector, power: int) -> Comparison:
    """Powers below ``r``, and those of the other parity, give zero."""
    assert power < len(x) or (power - len(x)) % 2
    return Comparison(filtered(x, power), "=", 0)


def other_powers_vanish(x: Vector, power: int) -> Comparison:
    """All powers other than ``r`` give zero."""
    return Comparison(filtered(x, power), "=", 0)


def top_power(x: Vector) -> Comparison:
    """The power ``r`` gives ``2^r r!`` times the product of the coordinates."""
    size = len(x)
    return Comparison(filtered(x, size), "=", 2**size * factorial(size) * prod(x))


def top_power_short(x: Vector) -> Comparison:
    """The power ``r`` gives ``r!`` times the product of the coordinates."""
    return Comparison(filtered(x, len(x)), "=", factorial(len(x)) * prod(x))


def _polarized(size: int) -> tuple[sympy.Expr, sympy.Expr]:
    import sympy

    x = sympy.symbols(f"x1:{size + 1}")
    left = sum(
        prod(omega) * sum(a * b for a, b in zip(omega, x, strict=True)) ** size
        for omega in points(size)
    )
    return left, 2**size * factorial(size) * prod(x)


def polarization_two() -> tuple[sympy.Expr, sympy.Expr]:
    """The second powers of sums with signs, for all numbers."""
    return _polarized(2)


def polarization_three() -> tuple[sympy.Expr, sympy.Expr]:
    """The third powers of sums with signs, for all numbers."""
    return _polarized(3)


# ----- The checks ---------------------------------------------------------------------------------


def _units() -> Iterator[Mapping[str, Any]]:
    for m, kind in product(range(2, 65), ("relu", "sigmoid")):
        yield {"m": m, "kind": kind}


def _small_units() -> Iterator[Mapping[str, Any]]:
    for m, kind in product(range(2, 33), ("relu", "sigmoid")):
        yield {"m": m, "kind": kind}


def _points_of(*sizes: int) -> SearchStrategy[Vector]:
    number = st.parts(-3, 3, 6)
    return st.sampled_from(sizes).flatmap(lambda r: st.tuples(*(number for _ in range(r))))


def _vanishing() -> SearchStrategy[dict[str, Any]]:
    """An even activation with an odd size, or a constant plus an odd one with an even size."""
    odd = st.fixed_dictionaries({"x": _points_of(1, 3), "activation": st.just("absolute")})
    even = st.fixed_dictionaries(
        {"x": _points_of(2, 4), "activation": st.sampled_from(("step", "cube", "identity"))}
    )
    return odd | even


def _larger() -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"x": _points_of(2, 3, 4)})


def _counts() -> Iterator[Mapping[str, Any]]:
    for dimension in range(1, 26):
        for size in range(1, dimension + 1):
            yield {"dimension": dimension, "size": size}


def _flips() -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "subset": st.sampled_from(subsets(3)[1:]),
            "x": _points_of(3),
            "signs": st.sampled_from(points(3)),
            "activation": st.sampled_from(tuple(ACTIVATIONS)),
        }
    )


def _all_flips() -> Iterator[Mapping[str, Any]]:
    for subset, signs in product(subsets(3)[1:], points(3)):
        yield {"subset": subset, "x": (1, 2, Fraction(-7, 2)), "signs": signs, "activation": "relu"}


def _pairs() -> Iterator[Mapping[str, Any]]:
    for first, second in product(subsets(3)[1:], repeat=2):
        for activation in ("relu", "cube"):
            if first != second:
                yield {"first": first, "second": second, "x": _POINT, "activation": activation}


def _orthogonal() -> SearchStrategy[dict[str, Any]]:
    pairs = st.permutations(subsets(3)[1:]).map(lambda order: order[:2])
    return st.builds(
        lambda pair, x, activation: {
            "first": pair[0],
            "second": pair[1],
            "x": x,
            "activation": activation,
        },
        pairs,
        _points_of(3),
        st.sampled_from(tuple(ACTIVATIONS)),
    )


def _low_powers() -> Iterator[Mapping[str, Any]]:
    for size in (1, 2, 3, 4):
        for power in range(8):
            if power < size or (power - size) % 2:
                yield {"x": (1, Fraction(1, 2), -3, 2)[:size], "power": power}


def _tops() -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"x": _points_of(1, 2, 3, 4)})


_HALF = Fraction(1, 2)
_POINT = (1, 2, Fraction(-7, 2))

CHECKS = (
    RowChecks(
        "ch11-hidden-subset-family",
        instances=(
            Instance("two-units", few_units, {"m": 2, "kind": "relu"}),
            Instance("power-of-two", few_units, {"m": 16, "kind": "relu"}),
            Instance("odd-logarithm", not_zero, {"m": 8, "kind": "relu"}),
            Instance("sigmoid", not_zero, {"m": 8, "kind": "sigmoid"}),
            Instance("sigmoid-even-logarithm", not_zero, {"m": 16, "kind": "sigmoid"}),
        ),
        searches=(
            Exhaustion("units", few_units, _units),
            Exhaustion("enough-units", enough_units, _units),
            Exhaustion("not-zero", not_zero, _small_units),
        ),
        controls=(
            Control(
                "logarithm",
                "the size is the logarithm, whatever its parity",
                not_zero_at_signs,
                refuted_by={"m": 8},
                holds_for={"m": 16},
            ),
            Control(
                "rounded-up",
                "an odd size is rounded up",
                few_units_rounded_up,
                refuted_by={"m": 5},
                holds_for={"m": 4},
            ),
        ),
    ),
    RowChecks(
        "ch11-norm-lower-bound",
        instances=(
            Instance("even-of-three", vanishes, {"x": (1, 2, 3), "activation": "absolute"}),
            Instance("odd-of-two", vanishes, {"x": (1, _HALF), "activation": "step"}),
            Instance("sigmoid-of-two", sigmoid_vanishes, {"x": (1, Fraction(1, 3))}),
            Instance("relu-of-three", vanishes, {"x": (1, 2, -5), "activation": "relu"}),
            Instance("two-signs", size_at_signs, {"size": 2}),
            Instance("four-signs", size_at_signs, {"size": 4}),
            Instance("six-signs", size_at_signs, {"size": 6}),
            Instance("mean-square", mean_square_at_signs, {"size": 4}),
            Instance("mean-square-of-six", mean_square_at_signs, {"size": 6}),
        ),
        searches=(
            Search("zero", vanishes, _vanishing),
            Search("half-absolute", relu_is_half_absolute, _larger),
        ),
        controls=(
            Control(
                "right-parity",
                "the family is said to vanish for every size",
                vanishes,
                refuted_by={"x": (1, 1), "activation": "relu"},
                holds_for={"x": (1, 1, 1), "activation": "relu"},
            ),
            Control(
                "one-coordinate",
                "the absolute value replaces ReLU for one coordinate",
                relu_is_half_absolute,
                refuted_by={"x": (1,)},
                holds_for={"x": (1, 2)},
            ),
            Control(
                "odd-size",
                "the size is odd",
                size_at_signs,
                refuted_by={"size": 3},
                holds_for={"size": 4},
            ),
            Control(
                "power-of-two",
                "the absolute value is said to be 2^(r - 1)",
                size_at_signs_power,
                refuted_by={"size": 4},
                holds_for={"size": 2},
            ),
        ),
    ),
    RowChecks(
        "ch11-subset-count",
        instances=(
            Instance("one", subset_count, {"dimension": 7, "size": 1}),
            Instance("all", subset_count, {"dimension": 7, "size": 7}),
            Instance("half", subset_count, {"dimension": 20, "size": 10}),
        ),
        searches=(Exhaustion("up-to-25", subset_count, _counts),),
        controls=(
            Control(
                "too-large",
                "the size exceeds the number of coordinates",
                subset_count,
                refuted_by={"dimension": 3, "size": 4},
                holds_for={"dimension": 3, "size": 3},
                drops="size-range",
            ),
            Control(
                "power",
                "the bound is said to be d^r",
                subset_count_power,
                refuted_by={"dimension": 3, "size": 2},
                holds_for={"dimension": 3, "size": 1},
            ),
        ),
        plots=(
            Plot(
                "size",
                "Subsets of 24 coordinates",
                subset_count,
                "size",
                tuple(range(1, 25)),
                {"": {"dimension": 24}},
                "size r",
                "number of subsets",
                "(d/r)^r",
                "y",
            ),
        ),
    ),
    RowChecks(
        "ch11-sign-flip",
        instances=(
            Instance(
                "one-flip",
                flip,
                {"subset": (0, 1), "x": _POINT, "signs": (-1, 1, 1), "activation": "relu"},
            ),
            Instance(
                "flip-outside",
                flip,
                {"subset": (0, 1), "x": _POINT, "signs": (1, 1, -1), "activation": "relu"},
            ),
            Instance(
                "cube",
                flip,
                {"subset": (0, 1, 2), "x": _POINT, "signs": (-1, -1, -1), "activation": "cube"},
            ),
        ),
        searches=(
            Exhaustion("all-flips", flip, _all_flips),
            Search("points", flip, _flips),
        ),
        controls=(
            Control(
                "equal-weights",
                "all output weights are 1",
                flip_with_equal_weights,
                refuted_by={
                    "subset": (0, 1),
                    "x": _POINT,
                    "signs": (-1, 1, 1),
                    "activation": "relu",
                },
                holds_for={
                    "subset": (0, 1),
                    "x": _POINT,
                    "signs": (-1, -1, 1),
                    "activation": "relu",
                },
            ),
        ),
    ),
    RowChecks(
        "ch11-orthogonality",
        instances=(
            Instance(
                "overlapping",
                orthogonal,
                {"first": (0, 1), "second": (1, 2), "x": _POINT, "activation": "relu"},
            ),
            Instance(
                "nested",
                orthogonal,
                {"first": (0,), "second": (0, 1), "x": _POINT, "activation": "relu"},
            ),
            Instance(
                "cubes",
                orthogonal,
                {"first": (0,), "second": (2,), "x": _POINT, "activation": "cube"},
            ),
        ),
        searches=(
            Exhaustion("all-pairs", orthogonal, _pairs),
            Search("points", orthogonal, _orthogonal),
        ),
        controls=(
            Control(
                "one-point",
                "the distribution has no sign symmetry: it is one point",
                orthogonal_under,
                refuted_by={
                    "first": (0, 1),
                    "second": (1, 2),
                    "law": ((_POINT, Fraction(1)),),
                    "activation": "relu",
                },
                holds_for={
                    "first": (0, 1),
                    "second": (1, 2),
                    "law": (((0, 0, 0), Fraction(1)),),
                    "activation": "relu",
                },
                drops="sign-symmetric",
            ),
            Control(
                "same-subset",
                "the two subsets are equal",
                orthogonal,
                refuted_by={
                    "first": (0, 1),
                    "second": (0, 1),
                    "x": _POINT,
                    "activation": "relu",
                },
                holds_for={
                    "first": (0, 1, 2),
                    "second": (0, 1, 2),
                    "x": _POINT,
                    "activation": "relu",
                },
                drops="distinct",
            ),
        ),
    ),
    RowChecks(
        "ch11-parity-filter",
        identities=(
            Identity("two", polarization_two),
            Identity("three", polarization_three),
        ),
        instances=(
            Instance("constant", low_powers_vanish, {"x": (1, 2), "power": 0}),
            Instance("linear", low_powers_vanish, {"x": (1, 2, _HALF), "power": 1}),
            Instance("other-parity", low_powers_vanish, {"x": (1, 2), "power": 5}),
            Instance("square", top_power, {"x": (3, _HALF)}),
            Instance("fourth-power", top_power, {"x": (1, -1, 2, 3)}),
        ),
        searches=(
            Exhaustion("low-powers", low_powers_vanish, _low_powers),
            Search("top-power", top_power, _tops),
        ),
        controls=(
            Control(
                "higher-powers",
                "higher powers of the same parity are said to vanish too",
                other_powers_vanish,
                refuted_by={"x": (1, 2), "power": 4},
                holds_for={"x": (1, 2), "power": 3},
            ),
            Control(
                "without-power-of-two",
                "the factor 2^r is left out",
                top_power_short,
                refuted_by={"x": (1,)},
                holds_for={"x": (0,)},
                over=_tops,
            ),
        ),
    ),
)
