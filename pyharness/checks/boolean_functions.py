"""Functions on the hypercube, with the definitions of chapter 10 as the book has them.

A point is a tuple of signs ``1`` and ``-1``; a function on the cube is the tuple of its values in
the order of `points`; a set of coordinates is a tuple of indices in increasing order.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.model import Comparison, Computation, Instance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hypothesis.strategies import SearchStrategy

__all__ = [
    "AND",
    "FIRST",
    "LEAN_AND",
    "LEAN_MAJ3",
    "MAJ3",
    "MAJ5",
    "MODULES",
    "RATES",
    "SECOND",
    "XOR",
    "Number",
    "Point",
    "Subset",
    "Table",
    "boolean_functions",
    "character",
    "coefficient",
    "computation",
    "dimension_of",
    "influence",
    "instance",
    "lean",
    "low_sets",
    "majority",
    "mean",
    "noise_sensitivity",
    "noisy",
    "parity",
    "points",
    "polynomial",
    "sign",
    "spectrum",
    "subsets",
    "table",
    "tables",
    "tail",
    "uniform",
]

Number = int | Fraction

Point = tuple[int, ...]

Subset = tuple[int, ...]

#: The values of a function on the cube, in the order of `points`.
Table = tuple[Number, ...]


@cache
def points(dimension: int) -> tuple[Point, ...]:
    """Return the points of the cube."""
    return tuple(product((1, -1), repeat=dimension))


@cache
def subsets(dimension: int) -> tuple[Subset, ...]:
    """Return all sets of coordinates, smaller ones first."""
    return tuple(s for k in range(dimension + 1) for s in combinations(range(dimension), k))


def dimension_of(f: Table) -> int:
    """Return the number of coordinates of a function that is given by its values."""
    dimension = len(f).bit_length() - 1
    assert len(f) == 2**dimension
    return dimension


def table(dimension: int, f: Callable[[Point], Number]) -> Table:
    """Return the values of a function."""
    return tuple(f(x) for x in points(dimension))


def character(subset: Subset, x: Point) -> int:
    """Return the product of the coordinates of ``x`` in the set."""
    return prod(x[i] for i in subset)


def mean(values: tuple[Number, ...]) -> Fraction:
    """Return the average."""
    return Fraction(sum(values)) / len(values)


def coefficient(f: Table, subset: Subset) -> Fraction:
    """Return the Fourier coefficient: the mean of ``f`` times a character."""
    xs = points(dimension_of(f))
    return mean(tuple(y * character(subset, x) for x, y in zip(xs, f, strict=True)))


@cache
def spectrum(f: Table) -> dict[Subset, Fraction]:
    """Return all Fourier coefficients."""
    return {s: coefficient(f, s) for s in subsets(dimension_of(f))}


def tail(f: Table, degree: Number) -> Fraction:
    """Return the Fourier mass of a degree and more."""
    return sum((c**2 for s, c in spectrum(f).items() if len(s) >= degree), Fraction(0))


@cache
def noisy(x: Point, rate: Fraction) -> dict[Point, Fraction]:
    """Return the distribution of the point with each coordinate changed independently."""
    return {
        y: prod(
            (rate if a != b else 1 - rate for a, b in zip(x, y, strict=True)), start=Fraction(1)
        )
        for y in points(len(x))
    }


@cache
def noise_sensitivity(f: Table, rate: Fraction) -> Fraction:
    """Return the probability that noise changes the value at a uniform point."""
    xs = points(dimension_of(f))
    value = dict(zip(xs, f, strict=True))
    changed = sum(p for x in xs for y, p in noisy(x, rate).items() if value[y] != value[x])
    return Fraction(changed) / len(xs)


def sign(a: Number) -> int:
    """Return the sign, with ``1`` at zero."""
    return 1 if a >= 0 else -1


def low_sets(dimension: int, degree: int) -> tuple[Subset, ...]:
    """Return the sets with fewer elements than the degree."""
    return tuple(s for s in subsets(dimension) if len(s) < degree)


def polynomial(dimension: int, coefficients: Mapping[Subset, Number]) -> Table:
    """Return the linear combination of characters."""
    return table(
        dimension,
        lambda x: sum((c * character(s, x) for s, c in coefficients.items()), Fraction(0)),
    )


@cache
def influence(f: Table, i: int) -> Fraction:
    """Return the probability that changing one coordinate changes the value."""
    xs = points(dimension_of(f))
    value = dict(zip(xs, f, strict=True))
    return mean(tuple(int(value[x] != value[(*x[:i], -x[i], *x[i + 1 :])]) for x in xs))


def boolean_functions(dimension: int) -> tuple[Table, ...]:
    """Return all functions with values ``1`` and ``-1``."""
    return tuple(product((1, -1), repeat=2**dimension))


def parity(dimension: int, subset: Subset | None = None) -> Table:
    """Return a character as a table; of all coordinates when no set is given."""
    chosen = tuple(range(dimension)) if subset is None else subset
    return table(dimension, lambda x: character(chosen, x))


def majority(dimension: int) -> Table:
    """Return the sign of the sum of an odd number of coordinates."""
    return table(dimension, lambda x: sign(sum(x)))


#: Rates of noise: none, the extremes and some between.
RATES = (Fraction(0), Fraction(1, 10), Fraction(1, 4), Fraction(1, 3), Fraction(1, 2))
MAJ3 = majority(3)

MAJ5 = majority(5)

AND = table(2, lambda x: -1 if x == (-1, -1) else 1)


def tables(dimension: int) -> SearchStrategy[Table]:
    """Return a strategy for functions with small rational values."""
    return st.tuples(*[st.parts(-3, 3, 6)] * 2**dimension)


def uniform(dimension: int) -> tuple[Fraction, ...]:
    """Return the weights of the uniform distribution."""
    return (Fraction(1, 2**dimension),) * 2**dimension


MODULES = ("DeepTheory.Hypercube",)

LEAN_MAJ3 = "(fun x => sign (majority 3 x) : (Fin 3 → Bool) → Rat)"

LEAN_AND = "(fun x => sign (x 0 && x 1) : (Fin 2 → Bool) → Rat)"


def lean(expression: str) -> str:
    """Write an expression with the names of the topic opened."""
    return f"open Hypercube in {expression}"


def computation(name: str, expression: str, type_: str, value: Callable[[], object]) -> Computation:
    """Return a computation in the names of the topic."""
    return Computation(name, lean(expression), type_, value, MODULES)


XOR = parity(2)

FIRST = parity(2, (0,))

SECOND = parity(2, (1,))


def instance(name: str, claim: Callable[..., Comparison], **parameters: object) -> Instance:
    """Return an instance, its parameters given by name."""
    return Instance(name, claim, parameters)
