"""Vectors and matrices of fractions for checks: tuples, and tuples of rows.

Everything is exact: elimination decides rank, solvability and semidefiniteness. The strategies of
Hypothesis have small numbers, so that a counterexample can be read.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import SearchStrategy

    from pyharness.checks.enclosures import Interval

__all__ = [
    "Matrix",
    "Vector",
    "add",
    "add_matrices",
    "apply",
    "column",
    "definite",
    "diagonal",
    "dot",
    "gram",
    "identity",
    "in_range",
    "inverse",
    "is_semidefinite",
    "kernel",
    "matrices",
    "matrix",
    "norm_squared",
    "numbers",
    "outer",
    "power",
    "pseudo_inverse",
    "rank",
    "real_vector",
    "rotation",
    "scale",
    "scale_matrix",
    "solve",
    "subtract",
    "times",
    "trace",
    "transpose",
    "vector",
    "vectors",
]

Vector = tuple[Fraction, ...]
Matrix = tuple[Vector, ...]


# ----- Making them --------------------------------------------------------------------------------


def vector(*entries: Fraction | int | str) -> Vector:
    """Return a vector.

    Examples
    --------
    >>> vector(1, "2/3")
    (Fraction(1, 1), Fraction(2, 3))
    """
    return tuple(Fraction(entry) for entry in entries)


def matrix(*rows: Sequence[Fraction | int | str]) -> Matrix:
    """Return the matrix with these rows."""
    return tuple(vector(*row) for row in rows)


def column(entries: Vector) -> Matrix:
    """Return the matrix with one column."""
    return tuple((entry,) for entry in entries)


def diagonal(entries: Vector) -> Matrix:
    """Return the diagonal matrix."""
    return tuple(
        tuple(entry if i == j else Fraction(0) for j in range(len(entries)))
        for i, entry in enumerate(entries)
    )


def identity(size: int) -> Matrix:
    """Return the identity matrix."""
    return diagonal((Fraction(1),) * size)


def rotation(m: int, n: int) -> Matrix:
    """Return the rational rotation that comes from the Pythagorean triple of two numbers.

    Examples
    --------
    >>> rotation(2, 1)[0]
    (Fraction(3, 5), Fraction(-4, 5))
    """
    c, s = Fraction(m * m - n * n, m * m + n * n), Fraction(2 * m * n, m * m + n * n)
    return ((c, -s), (s, c))


# ----- Arithmetic ---------------------------------------------------------------------------------


def dot(x: Vector, y: Vector) -> Fraction:
    """Return the inner product."""
    return sum((a * b for a, b in zip(x, y, strict=True)), Fraction(0))


def norm_squared(x: Vector) -> Fraction:
    """Return the squared Euclidean norm."""
    return dot(x, x)


def add(x: Vector, y: Vector) -> Vector:
    """Return the sum."""
    return tuple(a + b for a, b in zip(x, y, strict=True))


def subtract(x: Vector, y: Vector) -> Vector:
    """Return the difference."""
    return tuple(a - b for a, b in zip(x, y, strict=True))


def scale(factor: Fraction | int, x: Vector) -> Vector:
    """Return a multiple of a vector."""
    return tuple(factor * a for a in x)


def apply(a: Matrix, x: Vector) -> Vector:
    """Return the matrix times the vector."""
    return tuple(dot(row, x) for row in a)


def transpose(a: Matrix) -> Matrix:
    """Return the transposed matrix, of a matrix with at least one row."""
    return tuple(zip(*a, strict=True))


def times(a: Matrix, *others: Matrix) -> Matrix:
    """Return the product of matrices."""
    for b in others:
        columns = transpose(b)
        a = tuple(tuple(dot(row, other) for other in columns) for row in a)
    return a


def add_matrices(first: Matrix, *others: Matrix) -> Matrix:
    """Return the sum of matrices."""
    return tuple(
        tuple(sum(entries, Fraction(0)) for entries in zip(*rows, strict=True))
        for rows in zip(first, *others, strict=True)
    )


def scale_matrix(factor: Fraction | int, a: Matrix) -> Matrix:
    """Return a multiple of a matrix."""
    return tuple(scale(factor, row) for row in a)


def outer(x: Vector, y: Vector) -> Matrix:
    """Return the products of an entry of ``x`` and one of ``y``."""
    return tuple(scale(a, y) for a in x)


def trace(a: Matrix) -> Fraction:
    """Return the sum of the diagonal."""
    return sum((row[i] for i, row in enumerate(a)), Fraction(0))


def gram(a: Matrix) -> Matrix:
    """Return the inner products of the rows, the matrix times its transpose."""
    return times(a, transpose(a))


def power(a: Matrix, exponent: int) -> Matrix:
    """Return a power of a square matrix."""
    result = identity(len(a))
    for _ in range(exponent):
        result = times(result, a)
    return result


def real_vector(x: Vector) -> tuple[Interval, ...]:
    """Return the intervals of the entries."""
    from pyharness.checks.enclosures import real

    return tuple(map(real, x))


# ----- Elimination --------------------------------------------------------------------------------


def _reduced(a: Matrix) -> tuple[list[list[Fraction]], list[int]]:
    """Return the reduced row echelon form and the columns of its pivots."""
    rows, pivots = [[Fraction(entry) for entry in row] for row in a], []
    for j in range(len(a[0])):
        i = len(pivots)
        found = next((k for k in range(i, len(rows)) if rows[k][j]), None)
        if found is None:
            continue
        rows[i], rows[found] = rows[found], rows[i]
        lead = rows[i][j]
        rows[i] = [entry / lead for entry in rows[i]]
        for k in range(len(rows)):
            if k != i and rows[k][j]:
                factor = rows[k][j]
                rows[k] = [x - factor * y for x, y in zip(rows[k], rows[i], strict=True)]
        pivots.append(j)
    return rows, pivots


def rank(a: Matrix) -> int:
    """Return the rank."""
    return len(_reduced(a)[1])


def kernel(a: Matrix) -> tuple[Vector, ...]:
    """Return a basis of the vectors that the matrix maps to zero.

    Examples
    --------
    >>> kernel(matrix((1, 2)))
    ((Fraction(-2, 1), Fraction(1, 1)),)
    """
    rows, pivots = _reduced(a)
    basis = []
    for free in (j for j in range(len(a[0])) if j not in pivots):
        entries = [Fraction(0)] * len(a[0])
        entries[free] = Fraction(1)
        for i, j in enumerate(pivots):
            entries[j] = -rows[i][free]
        basis.append(tuple(entries))
    return tuple(basis)


def solve(a: Matrix, b: Vector) -> Vector | None:
    """Return one solution of ``a x = b``, or ``None`` when there is none.

    Examples
    --------
    >>> solve(matrix((1, 1), (1, 1)), vector(1, 2)) is None
    True
    """
    rows, pivots = _reduced(tuple((*row, entry) for row, entry in zip(a, b, strict=True)))
    size = len(a[0])
    if size in pivots:
        return None
    entries = [Fraction(0)] * size
    for i, j in enumerate(pivots):
        entries[j] = rows[i][size]
    return tuple(entries)


def in_range(a: Matrix, b: Vector) -> bool:
    """Return whether ``a x = b`` has a solution."""
    return solve(a, b) is not None


def inverse(a: Matrix) -> Matrix:
    """Return the inverse of an invertible matrix."""
    size = len(a)
    joined = tuple((*row, *unit) for row, unit in zip(a, identity(size), strict=True))
    rows, pivots = _reduced(joined)
    if pivots != list(range(size)):
        raise ValueError("the matrix is not invertible")
    return tuple(tuple(row[size:]) for row in rows)


def pseudo_inverse(a: Matrix) -> Matrix:
    """Return the Moore-Penrose pseudo-inverse, which is rational.

    It comes from a factorization into matrices of full rank, not from singular values.

    Examples
    --------
    >>> pseudo_inverse(matrix((1, 1)))
    ((Fraction(1, 2),), (Fraction(1, 2),))
    """
    echelon, pivots = _reduced(a)
    if not pivots:
        return tuple((Fraction(0),) * len(a) for _ in a[0])
    rows = tuple(map(tuple, echelon[: len(pivots)]))
    columns = tuple(tuple(row[j] for j in pivots) for row in a)  # a = columns · rows
    right = times(transpose(rows), inverse(gram(rows)))
    return times(right, inverse(gram(transpose(columns))), transpose(columns))


def is_semidefinite(a: Matrix) -> bool:
    """Return whether a symmetric matrix has no negative value ``x·ax``, by completing squares."""
    if not a:
        return True
    pivot, row = a[0][0], a[0][1:]
    rest = tuple(other[1:] for other in a[1:])
    if pivot < 0 or (pivot == 0 and any(row)):
        return False
    if pivot == 0:
        return is_semidefinite(rest)
    return is_semidefinite(
        tuple(
            tuple(entry - row[i] * row[j] / pivot for j, entry in enumerate(other))
            for i, other in enumerate(rest)
        )
    )


# ----- Strategies ---------------------------------------------------------------------------------


def numbers(low: int, high: int, parts: int = 1) -> SearchStrategy[Fraction]:
    """Return a strategy for the multiples of ``1/parts`` between two integers."""
    from pyharness.checks.strategies import parts as parts_between

    return parts_between(low, high, parts)


def vectors(size: int, bound: int = 3, parts: int = 2) -> SearchStrategy[Vector]:
    """Return a strategy for vectors with small entries."""
    from hypothesis import strategies

    return strategies.tuples(*[numbers(-bound, bound, parts)] * size)


def matrices(rows: int, columns: int, bound: int = 3, parts: int = 1) -> SearchStrategy[Matrix]:
    """Return a strategy for matrices with small entries."""
    from hypothesis import strategies

    return strategies.tuples(*[vectors(columns, bound, parts)] * rows)


def definite(size: int) -> SearchStrategy[Matrix]:
    """Return a strategy for positive definite matrices ``I + BBᵀ``."""
    from hypothesis import strategies

    def made(b: Matrix) -> Matrix:
        return tuple(add(row, e) for row, e in zip(gram(b), identity(size), strict=True))

    return strategies.builds(made, matrices(size, size, 2))
