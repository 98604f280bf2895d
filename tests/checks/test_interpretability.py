"""The exact functions of chapter 18, tested on values that are known otherwise."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from pyharness.checks import interpretability, sparse_autoencoders, superposition
from pyharness.checks.matrices import dot

ONE, ZERO = Fraction(1), Fraction(0)


def test_hadamard_columns_are_orthonormal() -> None:
    columns = superposition.hadamard(2)
    assert len(columns) == 16
    assert all(dot(u, u) == 1 for u in columns)
    assert all(dot(u, v) == 0 for u, v in combinations(columns, 2))


def test_minimisers_are_all_found() -> None:
    choices = ((ZERO, ONE), (ONE, ZERO), (3 * ONE, ZERO))
    assert sparse_autoencoders.minimisers(choices, ONE) == [(0, 1), (1, 0)]
    assert sparse_autoencoders.minimisers(choices, 2 * ONE) == [(1, 0)]


def test_cuts() -> None:
    bypass = (("xor", 0, 1), ("and", 0, 2))
    assert not interpretability.is_cut(bypass, frozenset({2}))
    assert interpretability.is_cut(bypass, frozenset({3}))
    assert interpretability.reaches(bypass, (1,), frozenset()) == {1, 2, 3}
    assert interpretability.run(bypass, (1, 0)) == [1, 0, 1, 1]
    assert interpretability.run(bypass, (1, 0), {2: 0}) == [1, 0, 0, 0]


def test_matches() -> None:
    assert interpretability.match((0, 1, 0)) == 1
    assert interpretability.match((0, 1, 2)) == interpretability.NOTHING


def test_components_add_up_to_the_stream() -> None:
    copy = ((ONE, ZERO), ((ZERO, ONE), (ONE, ZERO)))
    silent = (((ZERO, ZERO), (ZERO, ZERO)),) * 2
    stream = ((2 * ONE, ONE), (ZERO, 3 * ONE))
    last, written = interpretability.writes((((copy,), silent),), stream, 1)
    assert written == [(0, 3), (1, 2), (0, 0)]
    assert last[1] == (1, 5)
