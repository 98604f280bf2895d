"""Checks of chapter 18: more features than dimensions, and their interference.

Directions are unit vectors with rational coordinates. The pentagon and other regular polygons have
real coordinates, which are enclosed; two such numbers are equal up to thirty decimal places.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from mpmath import iv

from pyharness.checks.enclosures import Interval, real, total
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    apply,
    dot,
    gram,
    identity,
    is_semidefinite,
    rank,
    transpose,
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
    from collections.abc import Iterator

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS", "axes", "decode"]

Directions = tuple[Vector, ...]
#: Which features are active, with their values.
Code = tuple[Fraction, ...]


# ----- Definitions --------------------------------------------------------------------------------


def coherence(directions: Directions) -> Fraction:
    """Return the largest absolute inner product of two different directions."""
    return max(abs(dot(u, v)) for u, v in combinations(directions, 2))


def decode(directions: Directions, code: Code) -> Vector:
    """Return ``Dz``, the sum of the directions times the entries of the code."""
    return apply(transpose(directions), code)


def require_units(directions: Directions) -> None:
    """Refuse directions that are not of length one."""
    if any(dot(d, d) != 1 for d in directions):
        raise ValueError("a direction is not of length one")


def axes(dimension: int) -> Directions:
    """Return the standard basis."""
    return identity(dimension)


def hadamard(power: int) -> Directions:
    """Return the columns of the Sylvester-Hadamard matrix of size ``4^k``, scaled by ``2^-k``.

    The entry at ``(x, y)`` has the sign of the parity of the common binary digits.
    """
    size, scale = 4**power, Fraction(1, 2**power)
    return tuple(
        tuple(-scale if (x & y).bit_count() % 2 else scale for x in range(size))
        for y in range(size)
    )


def basis_and_hadamard(power: int) -> Directions:
    """Return the standard basis together with the Hadamard columns: ``2·4^k`` directions."""
    return (*axes(4**power), *hadamard(power))


def binary(active: tuple[int, ...], size: int) -> Code:
    """Return the code whose active features have the value one."""
    return tuple(Fraction(int(j in active)) for j in range(size))


def unit_vectors(dimension: int) -> SearchStrategy[Vector]:
    """Return a strategy for rational unit vectors, by stereographic projection."""
    from hypothesis import strategies as st

    number = st.integers(-3, 3).map(Fraction)

    def project(point: tuple[Fraction, ...]) -> Vector:
        square = dot(point, point)
        return (*(2 * x / (1 + square) for x in point), (square - 1) / (1 + square))

    return st.tuples(*[number] * (dimension - 1)).map(project)


# ----- Orthogonal features ------------------------------------------------------------------------


def some_features_interfere(dimension: int, directions: Directions) -> Comparison:
    """Of more unit vectors than dimensions two are not orthogonal."""
    require_units(directions)
    if len(directions) <= dimension:
        raise ValueError("there are no more directions than dimensions")
    return Comparison(coherence(directions), ">", 0)


def axes_do_not_interfere(dimension: int) -> Comparison:
    """As many unit vectors as dimensions can be orthogonal."""
    return Comparison(coherence(axes(dimension)), "=", 0)


def twice_as_many_interfere_little(power: int) -> Comparison:
    """Basis and Hadamard columns have inner products of at most ``1/√d`` with ``d = 4^k``."""
    return Comparison(coherence(basis_and_hadamard(power)), "≤", Fraction(1, 2**power))


def recovered(directions: Directions, code: Code) -> Comparison:
    """The features whose readings are at least one half are those of a binary code."""
    found = decode(directions, code)
    readings = (j for j, d in enumerate(directions) if dot(d, found) >= Fraction(1, 2))
    return Comparison(tuple(readings), "=", tuple(j for j, z in enumerate(code) if z))


def hadamard_code_is_recovered(power: int, active: tuple[int, ...]) -> Comparison:
    """A code with fewer than ``√d/2`` active features is recovered from basis and Hadamard."""
    if 2 * len(set(active)) >= 2**power:
        raise ValueError("there are too many active features")
    return recovered(basis_and_hadamard(power), binary(active, 2 * 4**power))


def denser_hadamard_code_is_recovered(power: int, active: tuple[int, ...]) -> Comparison:
    """A code with any number of active features is recovered from basis and Hadamard."""
    return recovered(basis_and_hadamard(power), binary(active, 2 * 4**power))


def _too_many_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    return st.integers(2, 3).flatmap(
        lambda d: st.fixed_dictionaries(
            {"dimension": st.just(d), "directions": st.tuples(*[unit_vectors(d)] * (d + 1))}
        )
    )


# ----- The Welch bound ----------------------------------------------------------------------------


def potential_is_large(directions: Directions) -> Comparison:
    """``Σ ⟨u_i, u_j⟩²`` over all pairs is at least ``n²/d``."""
    sum_ = sum((dot(u, v) ** 2 for u, v in product(directions, repeat=2)), Fraction(0))
    return Comparison(sum_, "≥", Fraction(len(directions) ** 2, len(directions[0])))


def potential_with_less(directions: Directions) -> Comparison:
    """``Σ ⟨u_i, u_j⟩²`` over all pairs is at least ``n²/(d-1)``."""
    sum_ = sum((dot(u, v) ** 2 for u, v in product(directions, repeat=2)), Fraction(0))
    return Comparison(sum_, "≥", Fraction(len(directions) ** 2, len(directions[0]) - 1))


def largest_is_large(directions: Directions) -> Comparison:
    """The largest ``⟨u_i, u_j⟩²`` with ``i ≠ j`` is at least ``(n-d)/(d(n-1))``."""
    n, d = len(directions), len(directions[0])
    return Comparison(coherence(directions) ** 2, "≥", Fraction(n - d, d * (n - 1)))


def largest_is_large_by_products(products: Matrix, scale: Fraction) -> Comparison:
    """The same for unit vectors that are given by their inner products times a number.

    Such vectors exist in dimension ``d`` and no smaller one exactly if the matrix of the products
    is semidefinite of rank ``d``; their coordinates need not be rational.
    """
    n, d = len(products), rank(products)
    if any(products[i][i] != scale for i in range(n)) or not is_semidefinite(products):
        raise ValueError("these are not the inner products of vectors of that length")
    largest = max(abs(products[i][j]) for i, j in combinations(range(n), 2)) / scale
    return Comparison(largest**2, "≥", Fraction(n - d, d * (n - 1)))


def simplex(dimension: int) -> Matrix:
    """Return the inner products of the corners of a regular simplex, times the dimension."""
    size = range(dimension + 1)
    return tuple(tuple(Fraction(dimension if i == j else -1) for j in size) for i in size)


def twenty_eight_lines() -> Matrix:
    """Return the inner products of the vectors with two entries 3 and six entries -1.

    They are orthogonal to ``(1, ..., 1)``, so that they lie in a space of dimension seven.
    """
    return gram(
        tuple(
            tuple(Fraction(3 if i in pair else -1) for i in range(8))
            for pair in combinations(range(8), 2)
        )
    )


def lines_in_the_plane(number: int) -> Comparison:
    """For lines with equal angles in the plane the largest ``⟨u, v⟩²`` is at least the bound."""
    real(0)  # sets the precision
    largest = iv.cos(iv.pi / number) ** 2
    return Comparison(largest, "≥", Fraction(number - 2, 2 * (number - 1)))


def lines_with_less(number: int) -> Comparison:
    """The same with the bound ``(n-d)/((d-1)(n-1))``."""
    real(0)  # sets the precision
    largest = iv.cos(iv.pi / number) ** 2
    return Comparison(largest, "≥", Fraction(number - 2, number - 1))


def _directions_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    return st.integers(2, 4).flatmap(
        lambda d: st.fixed_dictionaries(
            {"directions": st.lists(unit_vectors(d), min_size=2, max_size=6).map(tuple)}
        )
    )


# ----- The pentagon -------------------------------------------------------------------------------


def polygon(number: int) -> list[tuple[Interval, Interval]]:
    """Return the directions of a regular polygon."""
    real(0)  # sets the precision
    angles = [2 * iv.pi * k / number for k in range(number)]
    return [(iv.cos(angle), iv.sin(angle)) for angle in angles]


def root_five() -> Interval:
    """Return the square root of five."""
    return iv.sqrt(real(5))


def adjacent_product(number: int) -> Comparison:
    """The inner product of neighbours is ``(√5 - 1)/4``."""
    (a, b), (c, d) = polygon(number)[:2]
    return Comparison(a * c + b * d, "≈", (root_five() - 1) / 4)


def other_product(number: int) -> Comparison:
    """The inner product of the first and the third direction is ``-(1 + √5)/4``."""
    (a, b), _, (c, d) = polygon(number)[:3]
    return Comparison(a * c + b * d, "≈", -(1 + root_five()) / 4)


def potential_of_a_polygon(number: int) -> Comparison:
    """The sum of the squared inner products of a regular polygon is ``n²/2``."""
    pairs = product(polygon(number), repeat=2)
    sum_ = total((a * c + b * d) ** 2 for (a, b), (c, d) in pairs)
    return Comparison(sum_, "≈", Fraction(number**2, 2))


def sum_of_a_polygon(number: int) -> Comparison:
    """The sum of the directions of a regular polygon has the squared length zero."""
    corners = polygon(number)
    return Comparison(total(a for a, _ in corners) ** 2 + total(b for _, b in corners) ** 2, "≈", 0)


def neighbours_are_orthogonal(number: int) -> Comparison:
    """The inner product of neighbours is zero."""
    (a, b), (c, d) = polygon(number)[:2]
    return Comparison(a * c + b * d, "≈", 0)


def potential_from_the_products() -> tuple[sympy.Expr, sympy.Expr]:
    """Five times the squares of one direction's products with all five is ``25/2``."""
    import sympy

    near, far = (sympy.sqrt(5) - 1) / 4, -(1 + sympy.sqrt(5)) / 4
    return 5 * (1 + 2 * near**2 + 2 * far**2), sympy.Rational(25, 2)


def products_are_roots() -> tuple[sympy.Expr, sympy.Expr]:
    """The two inner products are the roots of ``x² + x/2 - 1/4``."""
    import sympy

    x = sympy.Symbol("x")
    near, far = (sympy.sqrt(5) - 1) / 4, -(1 + sympy.sqrt(5)) / 4
    return (x - near) * (x - far), x**2 + x / 2 - sympy.Rational(1, 4)


# ----- Bounded interference -----------------------------------------------------------------------


def reading_is_close(
    directions: Directions, code: Code, feature: int, interference: Fraction, sparsity: int
) -> Comparison:
    """A reading is off by at most ``sμB``, and by ``(s-1)μB`` for an active feature."""
    require_units(directions)
    largest = max(map(abs, code))
    others = sparsity - (1 if code[feature] else 0)
    error = abs(dot(directions[feature], decode(directions, code)) - code[feature])
    return Comparison(error, "≤", others * interference * largest)


def reading_is_close_by_coherence(directions: Directions, code: Code, feature: int) -> Comparison:
    """The same with the coherence of the directions and the number of active features."""
    active = sum(1 for z in code if z)
    return reading_is_close(directions, code, feature, coherence(directions), active)


def reading_is_closer(directions: Directions, code: Code, feature: int) -> Comparison:
    """Every reading is off by at most ``(s-1)μB``."""
    active = sum(1 for z in code if z)
    error = abs(dot(directions[feature], decode(directions, code)) - code[feature])
    return Comparison(error, "≤", (active - 1) * coherence(directions) * max(map(abs, code)))


def recovered_below(directions: Directions, code: Code, limit: Fraction) -> Comparison:
    """If ``sμ`` is below the limit, the binary code is recovered."""
    if sum(code) * coherence(directions) >= limit:
        raise ValueError("the code is not sparse enough")
    return recovered(directions, code)


def _code_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    def build(n: int) -> SearchStrategy[dict[str, Any]]:
        value = st.integers(-4, 4).map(lambda k: Fraction(k, 2))
        return st.fixed_dictionaries(
            {
                "directions": st.tuples(*[unit_vectors(3)] * n),
                "code": st.tuples(value.filter(bool), *[value] * (n - 1)),
                "feature": st.integers(0, n - 1),
            }
        )

    return st.integers(2, 5).flatmap(build)


def _single_space() -> SearchStrategy[dict[str, Any]]:
    """Codes with one active feature, and another feature that is read."""
    from hypothesis import strategies as st

    return st.fixed_dictionaries(
        {
            "directions": st.tuples(*[unit_vectors(3)] * 3),
            "code": st.integers(1, 4).map(lambda k: vector(k, 0, 0)),
            "feature": st.integers(1, 2),
        }
    )


def _sparse_codes() -> Iterator[dict[str, Any]]:
    """Yield binary codes with ``sμ < 1/2`` for a direction and two that lean towards it."""
    for lean, rest in (("5/13", "12/13"), ("7/25", "24/25"), ("13/85", "84/85")):
        directions = (vector(1, 0, 0), vector(lean, rest, 0), vector(lean, 0, rest))
        for code in product((Fraction(0), Fraction(1)), repeat=3):
            if sum(code) * Fraction(lean) < Fraction(1, 2):
                yield {"directions": directions, "code": code, "limit": Fraction(1, 2)}


_HALF = Fraction(1, 2)


_TILTED: Directions = (vector(1, 0), vector("3/5", "4/5"))
_THREE: Directions = (*_TILTED, vector("-3/5", "4/5"))
#: Two directions on different sides of the first one.
_FORK: Directions = (vector(1, 0), vector("3/5", "4/5"), vector("3/5", "-4/5"))
#: An orthonormal basis other than the standard one.
_ROTATED: Directions = (
    vector("1/3", "2/3", "2/3"),
    vector("2/3", "1/3", "-2/3"),
    vector("2/3", "-2/3", "1/3"),
)
_SMALL: Directions = (vector("1/2", 0), vector(0, "1/2"))


CHECKS = (
    RowChecks(
        "ch18-superposition",
        instances=(
            Instance(
                "three-in-the-plane",
                some_features_interfere,
                {"dimension": 2, "directions": _THREE},
            ),
            Instance("three-axes", axes_do_not_interfere, {"dimension": 3}),
            Instance("two-in-one-dimension", twice_as_many_interfere_little, {"power": 0}),
            Instance("eight-in-four-dimensions", twice_as_many_interfere_little, {"power": 1}),
            Instance("thirty-two-in-sixteen", twice_as_many_interfere_little, {"power": 2}),
            Instance("nothing-active", hadamard_code_is_recovered, {"power": 1, "active": ()}),
            Instance(
                "three-of-128-active",
                hadamard_code_is_recovered,
                {"power": 3, "active": (0, 64, 127)},
            ),
        ),
        searches=(
            Search("unit-vectors", some_features_interfere, _too_many_space),
            Exhaustion(
                "one-of-32-active",
                hadamard_code_is_recovered,
                lambda: ({"power": 2, "active": (j,)} for j in range(32)),
            ),
        ),
        controls=(
            Control(
                "one-more-dimension",
                "the space has one more dimension than is counted",
                some_features_interfere,
                refuted_by={"dimension": 2, "directions": axes(3)},
                holds_for={"dimension": 2, "directions": _THREE},
                drops="dimension",
            ),
            Control(
                "dense-code",
                "as many as √d/2 features are active",
                denser_hadamard_code_is_recovered,
                refuted_by={"power": 1, "active": (0,)},
                holds_for={"power": 1, "active": ()},
            ),
        ),
    ),
    RowChecks(
        "ch18-welch",
        instances=(
            Instance("two-bases", potential_is_large, {"directions": (*axes(2), *axes(2))}),
            Instance("tilted-lines", potential_is_large, {"directions": _THREE}),
            Instance(
                "basis-and-hadamard", potential_is_large, {"directions": basis_and_hadamard(1)}
            ),
            Instance("largest-of-tilted-lines", largest_is_large, {"directions": _THREE}),
            Instance("largest-of-eight", largest_is_large, {"directions": basis_and_hadamard(1)}),
            Instance("orthonormal", largest_is_large, {"directions": _ROTATED}),
            Instance(
                "tetrahedron",
                largest_is_large_by_products,
                {"products": simplex(3), "scale": Fraction(3)},
            ),
            Instance(
                "twenty-eight-lines",
                largest_is_large_by_products,
                {"products": twenty_eight_lines(), "scale": Fraction(24)},
            ),
        ),
        searches=(
            Search("potentials", potential_is_large, _directions_space, cases=30),
            Search("largest", largest_is_large, _directions_space, cases=30),
        ),
        controls=(
            Control(
                "short-vectors",
                "the vectors are of length one half",
                potential_is_large,
                refuted_by={"directions": _SMALL},
                holds_for={"directions": axes(2)},
                drops="unit-vectors",
            ),
            Control(
                "one-dimension-less",
                "the sum is compared with n²/(d-1)",
                potential_with_less,
                refuted_by={"directions": axes(3)},
                holds_for={"directions": (vector(1, 0), vector(1, 0))},
            ),
            Control(
                "largest-one-dimension-less",
                "the largest one is compared with (n-d)/((d-1)(n-1))",
                lines_with_less,
                refuted_by={"number": 4},
                holds_for={"number": 9},
            ),
        ),
        plots=(
            Plot(
                "lines-in-the-plane",
                "Interference of n lines with equal angles in the plane",
                lines_in_the_plane,
                "number",
                tuple(range(4, 25)),
                {"": {}},
                "number n of lines",
                "largest ⟨u, v⟩²",
                "Welch bound (n-2)/(2(n-1))",
            ),
        ),
    ),
    RowChecks(
        "ch18-pentagon",
        identities=(
            Identity("potential", potential_from_the_products),
            Identity("roots", products_are_roots),
        ),
        instances=(
            Instance("adjacent", adjacent_product, {"number": 5}),
            Instance("not-adjacent", other_product, {"number": 5}),
            Instance("potential", potential_of_a_polygon, {"number": 5}),
            Instance("sum", sum_of_a_polygon, {"number": 5}),
        ),
        searches=(
            Exhaustion(
                "polygons",
                potential_of_a_polygon,
                lambda: ({"number": n} for n in range(3, 11)),
            ),
        ),
        controls=(
            Control(
                "orthogonal",
                "neighbours are orthogonal",
                neighbours_are_orthogonal,
                refuted_by={"number": 5},
                holds_for={"number": 4},
            ),
            Control(
                "two-directions",
                "there are only two directions",
                potential_of_a_polygon,
                refuted_by={"number": 2},
                holds_for={"number": 3},
            ),
        ),
    ),
    RowChecks(
        "ch18-interference-bound",
        instances=(
            Instance(
                "inactive-feature",
                reading_is_close_by_coherence,
                {"directions": _TILTED, "code": vector(1, 0), "feature": 1},
            ),
            Instance(
                "active-feature",
                reading_is_close_by_coherence,
                {"directions": _THREE, "code": vector(1, 1, -2), "feature": 0},
            ),
            Instance(
                "interference-adds-up",
                reading_is_close_by_coherence,
                {"directions": _FORK, "code": vector(1, 1, 1), "feature": 0},
            ),
            Instance(
                "alone",
                reading_is_close_by_coherence,
                {"directions": _THREE, "code": vector(0, 3, 0), "feature": 1},
            ),
            Instance(
                "recovered",
                recovered_below,
                {
                    "directions": basis_and_hadamard(2),
                    "code": binary((20,), 32),
                    "limit": _HALF,
                },
            ),
        ),
        searches=(
            Search("codes", reading_is_close_by_coherence, _code_space),
            Search("single-codes", reading_is_close_by_coherence, _single_space, cases=30),
            Exhaustion("leaning-directions", recovered_below, _sparse_codes),
        ),
        controls=(
            Control(
                "dense",
                "more features are active than are counted",
                reading_is_close,
                refuted_by={
                    "directions": _FORK,
                    "code": vector(1, 1, 1),
                    "feature": 0,
                    "interference": Fraction(3, 5),
                    "sparsity": 2,
                },
                holds_for={
                    "directions": _FORK,
                    "code": vector(1, 1, 0),
                    "feature": 0,
                    "interference": Fraction(3, 5),
                    "sparsity": 2,
                },
                drops="sparse",
            ),
            Control(
                "coherent",
                "the directions have larger inner products than the bound says",
                reading_is_close,
                refuted_by={
                    "directions": _TILTED,
                    "code": vector(1, 0),
                    "feature": 1,
                    "interference": _HALF,
                    "sparsity": 1,
                },
                holds_for={
                    "directions": _TILTED,
                    "code": vector(1, 0),
                    "feature": 1,
                    "interference": Fraction(3, 5),
                    "sparsity": 1,
                },
                drops="coherence",
            ),
            Control(
                "larger-limit",
                "codes are recovered if only sμ < 51/100",
                recovered_below,
                refuted_by={
                    "directions": (axes(4)[0], hadamard(1)[0]),
                    "code": vector(1, 0),
                    "limit": Fraction(51, 100),
                },
                holds_for={
                    "directions": axes(2),
                    "code": vector(1, 0),
                    "limit": Fraction(51, 100),
                },
            ),
            Control(
                "one-less",
                "inactive features have the smaller bound too",
                reading_is_closer,
                refuted_by={"directions": _TILTED, "code": vector(1, 0), "feature": 1},
                holds_for={"directions": _TILTED, "code": vector(1, 0), "feature": 0},
                over=_single_space,
            ),
        ),
    ),
)
