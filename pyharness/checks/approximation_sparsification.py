"""Checks of chapters 2 and 3: few units of a wide average, by sampling and by greedy choice.

Atoms are vectors of rational numbers. A mean over draws is the sum over all tuples of atoms, and
the best choice of atoms is found by trying all of them.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations_with_replacement, permutations, product
from math import prod
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.approximation_piecewise import evaluate
from pyharness.checks.matrices import norm_squared, subtract
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
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import sympy
    from hypothesis.strategies import SearchStrategy

    from pyharness.checks.approximation_piecewise import Unit

__all__ = ["CHECKS", "greedy", "mixture", "variance"]

Number = Fraction | int
Vector = tuple[Number, ...]
Atoms = tuple[Vector, ...]
Weights = tuple[Number, ...]


# ----- Definitions --------------------------------------------------------------------------------


def squared_sum_norm(x: Sequence[Number]) -> Number:
    """Return the square of the sum of the absolute values."""
    return sum(map(abs, x)) ** 2


def squared_largest(x: Sequence[Number]) -> Number:
    """Return the square of the largest absolute value."""
    return max(map(abs, x)) ** 2


_NORMS: Mapping[str, Callable[[Sequence[Number]], Number]] = {
    "Euclidean": norm_squared,
    "sum": squared_sum_norm,
    "largest": squared_largest,
}


def mixture(weights: Sequence[Number], atoms: Sequence[Vector]) -> Vector:
    """Return ``Σ p v``."""
    return tuple(
        sum(p * t for p, t in zip(weights, coordinate, strict=True))
        for coordinate in zip(*atoms, strict=True)
    )


def average(atoms: Sequence[Vector]) -> Vector:
    """Return the mean of atoms, which may repeat."""
    return mixture([Fraction(1, len(atoms))] * len(atoms), atoms)


def variance(weights: Sequence[Number], atoms: Sequence[Vector]) -> Number:
    """Return ``Σ p |v - X|²``."""
    centre = mixture(weights, atoms)
    return sum(p * norm_squared(subtract(v, centre)) for p, v in zip(weights, atoms, strict=True))


# ----- Sampling -----------------------------------------------------------------------------------


def independent(weights: Weights, count: int) -> dict[tuple[int, ...], Number]:
    """Return the law of independent draws."""
    return {
        draw: prod((weights[i] for i in draw), start=Fraction(1))
        for draw in product(range(len(weights)), repeat=count)
    }


def _sampled(
    weights: Weights, atoms: Atoms, law: Mapping[tuple[int, ...], Number], count: int
) -> Comparison:
    """Compare the mean squared error of the averages with ``(E|v|² - |f|²) / k``."""
    target = mixture(weights, atoms)
    left = sum(
        p * norm_squared(subtract(target, average([atoms[i] for i in draw])))
        for draw, p in law.items()
    )
    second = sum(p * norm_squared(v) for p, v in zip(weights, atoms, strict=True))
    return Comparison(left, "=", Fraction(second - norm_squared(target)) / count)


def sampling_error(weights: Weights, atoms: Atoms, count: int) -> Comparison:
    """The mean over all draws of ``|f - average|²`` is ``(E|v|² - |f|²) / k``."""
    return _sampled(weights, atoms, independent(weights, count), count)


def sampling_error_pairwise(atoms: Atoms) -> Comparison:
    """The same for three fair draws of two atoms, the third the sum of the others modulo two.

    The three are independent in pairs but not together.
    """
    law = {(i, j, (i + j) % 2): Fraction(1, 4) for i in (0, 1) for j in (0, 1)}
    return _sampled((Fraction(1, 2),) * 2, atoms, law, 3)


def sampling_error_for_copies(weights: Weights, atoms: Atoms, count: int) -> Comparison:
    """The same for draws that repeat one atom."""
    law = {(i,) * count: p for i, p in enumerate(weights)}
    return _sampled(weights, atoms, law, count)


def sampling_error_without_return(atoms: Atoms, count: int) -> Comparison:
    """The same for fair draws without replacement."""
    draws = list(permutations(range(len(atoms)), count))
    law = {draw: Fraction(1, len(draws)) for draw in draws}
    return _sampled((Fraction(1, len(atoms)),) * len(atoms), atoms, law, count)


def two_atoms() -> tuple[sympy.Expr, sympy.Expr]:
    """Two atoms ``a``, ``b`` on the line, two draws: the sum over the four outcomes."""
    import sympy

    a, b, p = sympy.symbols("a b p")
    target = p * a + (1 - p) * b
    atoms = ((a, p), (b, 1 - p))
    left = sum(u * v * (target - (s + t) / 2) ** 2 for (s, u), (t, v) in product(atoms, repeat=2))
    return left, (p * a**2 + (1 - p) * b**2 - target**2) / 2


# ----- The best atoms -----------------------------------------------------------------------------


def best_average(atoms: Atoms, target: Vector, count: int, norm: str) -> Number:
    """Return the least squared distance of an average of so many atoms, from all choices."""
    measure = _NORMS[norm]
    return min(
        measure(subtract(target, average(chosen)))
        for chosen in combinations_with_replacement(atoms, count)
    )


def best_choice(
    weights: Weights, atoms: Atoms, count: int, norm: str = "Euclidean", power: int = 1
) -> Comparison:
    """Some ``k`` atoms have an average with squared error at most ``(Σ p|v|² - |X|²) / k``."""
    target = mixture(weights, atoms)
    measure = _NORMS[norm]
    second = sum(p * measure(v) for p, v in zip(weights, atoms, strict=True))
    bound = Fraction(second - measure(target)) / count**power
    return Comparison(best_average(atoms, target, count, norm), "≤", bound)


def mean_below_largest(weights: Weights, atoms: Atoms, count: int) -> Comparison:
    """``(Σ p|v|² - |X|²) / k`` is at most ``(sup |v|² - |X|²) / k``."""
    centre = norm_squared(mixture(weights, atoms))
    second = sum(p * norm_squared(v) for p, v in zip(weights, atoms, strict=True))
    largest = max(map(norm_squared, atoms))
    return Comparison(Fraction(second - centre) / count, "≤", Fraction(largest - centre) / count)


# ----- Greedy choice ------------------------------------------------------------------------------


def greedy(
    atoms: Sequence[Vector],
    target: Vector,
    count: int,
    rule: str = "falling",
    norm: str = "Euclidean",
) -> Vector:
    """Return the mixture after so many greedy steps.

    Parameters
    ----------
    atoms, target
        The finite set and the vector to be reached.
    count
        The number of atoms that are chosen, at least one.
    rule
        The weight of the old mixture in step ``i``: ``(i-1)/i`` when it is ``falling``, one half
        when it is ``constant``, and the best one for each atom when it is ``best``.
    norm
        Which norm is made small.
    """
    measure = _NORMS[norm]

    def weight(step: int, old: Vector, atom: Vector) -> Fraction:
        if rule == "falling":
            return Fraction(step - 1, step)
        if rule == "constant":
            return Fraction(1, 2)
        span = subtract(old, atom)
        wanted = sum(s * t for s, t in zip(span, subtract(target, atom), strict=True))
        return min(max(Fraction(wanted) / (norm_squared(span) or 1), Fraction(0)), Fraction(1))

    found = min(atoms, key=lambda v: measure(subtract(v, target)))
    for step in range(2, count + 1):
        candidates = []
        for atom in atoms:
            part = weight(step, found, atom)
            candidates.append(mixture((part, 1 - part), (found, atom)))
        found = min(candidates, key=lambda v: measure(subtract(v, target)))
    return found


def greedy_error(
    weights: Weights,
    atoms: Atoms,
    count: int,
    *,
    rule: str = "falling",
    norm: str = "Euclidean",
    target: Vector | None = None,
) -> Comparison:
    """After ``k`` greedy steps the squared error is at most ``E|V - X|² / k``.

    The target is the mixture of the atoms unless another one is given.
    """
    measure = _NORMS[norm]
    centre = mixture(weights, atoms) if target is None else target
    spread = sum(p * measure(subtract(v, centre)) for p, v in zip(weights, atoms, strict=True))
    reached = greedy(atoms, centre, count, rule, norm)
    return Comparison(measure(subtract(reached, centre)), "≤", Fraction(spread) / count)


def greedy_error_best_weights(weights: Weights, atoms: Atoms, count: int) -> Comparison:
    """The same when each step takes the best weight for each atom."""
    return greedy_error(weights, atoms, count, rule="best")


# ----- Ridge features -----------------------------------------------------------------------------


def invariant(units: tuple[Unit, ...], outer: Vector, x: Vector, shift: Vector) -> Comparison:
    """Along a direction that is orthogonal to all weights the network does not change."""
    network = (units, ((outer, 0),))
    moved = [s + t for s, t in zip(x, shift, strict=True)]
    return Comparison(evaluate(network, moved), "=", evaluate(network, x))


def feature_of_projection(unit: Unit, x: Vector, y: Vector) -> Comparison:
    """A ridge feature has equal values at points with equal projections on its weights.

    The second point is moved along the weights until the projections agree.
    """
    weights, _ = unit
    gap = sum(w * (s - t) for w, s, t in zip(weights, x, y, strict=True))
    scale = Fraction(gap) / norm_squared(weights)
    moved = tuple(t + scale * w for t, w in zip(y, weights, strict=True))
    network = ((unit,), (((1,), 0),))
    return Comparison(evaluate(network, moved), "=", evaluate(network, x))


# ----- Searches -----------------------------------------------------------------------------------


def _mixtures(most_atoms: int, most_draws: int) -> SearchStrategy[dict[str, Any]]:
    number = st.parts(-2, 2, 6)

    def of_size(size: int) -> SearchStrategy[dict[str, Any]]:
        parts = st.tuples(*(st.integers(0, 4) for _ in range(size))).filter(any)
        atoms = st.tuples(*(st.tuples(number, number) for _ in range(size)))
        return st.fixed_dictionaries(
            {
                "weights": parts.map(lambda w: tuple(Fraction(n, sum(w)) for n in w)),
                "atoms": atoms.filter(lambda chosen: len(set(chosen)) > 1),
                "count": st.integers(1, most_draws),
            }
        )

    return st.integers(2, most_atoms).flatmap(of_size)


def _orthogonal_shifts() -> SearchStrategy[dict[str, Any]]:
    """Return networks of two units on space, with a shift along a common normal of the weights."""
    whole = st.integers(-3, 3)
    vector = st.tuples(whole, whole, whole)

    def with_weights(pair: tuple[Vector, Vector]) -> SearchStrategy[dict[str, Any]]:
        (a, b, c), (d, e, f) = pair
        cross = (b * f - c * e, c * d - a * f, a * e - b * d)
        return st.fixed_dictionaries(
            {
                "units": st.tuples(*(st.tuples(st.just(w), whole) for w in pair)),
                "outer": st.tuples(whole, whole),
                "x": vector,
                "shift": st.integers(-2, 2).map(lambda s: tuple(s * t for t in cross)),
            }
        )

    return st.tuples(vector, vector).flatmap(with_weights)


def _unit_vectors(largest: int, draws: int) -> Iterator[dict[str, Any]]:
    for size in range(1, largest + 1):
        for count in range(1, draws + 1):
            yield {**_simplex(size), "count": count}


def _simplex(size: int) -> dict[str, Any]:
    """Return the uniform mixture of the unit vectors."""
    atoms = tuple(tuple(int(i == j) for j in range(size)) for i in range(size))
    return {"weights": (Fraction(1, size),) * size, "atoms": atoms}


_HALF = Fraction(1, 2)
_COIN = {"weights": (Fraction(1, 3), Fraction(2, 3)), "atoms": ((0,), (1,))}
_TRIANGLE = {
    "weights": (_HALF, Fraction(1, 3), Fraction(1, 6)),
    "atoms": ((1, 0), (0, 1), (-1, -1)),
}
_UNITS: tuple[Unit, ...] = (((1, 0, 1), 0), ((0, 1, 1), -1))

CHECKS = (
    RowChecks(
        "ch02-infinite-width-sampling",
        identities=(Identity("two-atoms", two_atoms),),
        instances=(
            Instance("coin", sampling_error, {**_COIN, "count": 4}),
            Instance("triangle", sampling_error, {**_TRIANGLE, "count": 3}),
            Instance("unit-vectors", sampling_error, {**_simplex(4), "count": 3}),
            Instance("one-atom", sampling_error, {**_simplex(1), "count": 3}),
            Instance("pairwise-independent", sampling_error_pairwise, {"atoms": ((1, 2), (-3, 0))}),
        ),
        searches=(
            Search("mixtures", sampling_error, lambda: _mixtures(3, 3), cases=25),
            Exhaustion("unit-vectors", sampling_error, lambda: _unit_vectors(3, 4)),
        ),
        controls=(
            Control(
                "copies",
                "all draws are the same atom",
                sampling_error_for_copies,
                refuted_by={**_COIN, "count": 2},
                holds_for={**_COIN, "count": 1},
                drops="independent",
            ),
            Control(
                "without-replacement",
                "the atoms are drawn without replacement",
                sampling_error_without_return,
                refuted_by={"atoms": ((1, 0), (0, 1)), "count": 2},
                holds_for={"atoms": ((1, 0), (0, 1)), "count": 1},
                drops="independent",
            ),
        ),
    ),
    RowChecks(
        "ch03-shallow-network",
        instances=(
            Instance(
                "one-direction",
                invariant,
                {"units": (((1, 2), -1),), "outer": (3,), "x": (1, 1), "shift": (2, -1)},
            ),
            Instance(
                "two-units",
                invariant,
                {"units": _UNITS, "outer": (1, -2), "x": (1, 2, 3), "shift": (1, 1, -1)},
            ),
            Instance(
                "projection",
                feature_of_projection,
                {"unit": ((3, 4), -1), "x": (1, 1), "y": (0, 5)},
            ),
        ),
        searches=(Search("orthogonal-shifts", invariant, _orthogonal_shifts),),
        controls=(
            Control(
                "not-orthogonal-to-all",
                "the direction is orthogonal to the weights of one unit only",
                invariant,
                refuted_by={"units": _UNITS, "outer": (1, 1), "x": (0, 2, 0), "shift": (0, 1, 0)},
                holds_for={"units": _UNITS, "outer": (1, 0), "x": (0, 2, 0), "shift": (0, 1, 0)},
            ),
        ),
    ),
    RowChecks(
        "ch03-maurey",
        instances=(
            Instance("coin", best_choice, {**_COIN, "count": 2}),
            Instance("coin-exactly", best_choice, {**_COIN, "count": 3}),
            Instance("triangle", best_choice, {**_TRIANGLE, "count": 4}),
            Instance("one-of-four-unit-vectors", best_choice, {**_simplex(4), "count": 1}),
            Instance("two-of-four-unit-vectors", best_choice, {**_simplex(4), "count": 2}),
            Instance("largest-atom", mean_below_largest, {**_TRIANGLE, "count": 4}),
            Instance("equally-long-atoms", mean_below_largest, {**_simplex(4), "count": 2}),
        ),
        searches=(
            Search("mixtures", best_choice, lambda: _mixtures(3, 4), cases=40),
            Search("largest-atoms", mean_below_largest, lambda: _mixtures(4, 4), cases=30),
            Exhaustion("unit-vectors", best_choice, lambda: _unit_vectors(4, 4)),
        ),
        controls=(
            Control(
                "faster-rate",
                "the error falls like 1/k²",
                best_choice,
                refuted_by={**_simplex(4), "count": 2, "power": 2},
                holds_for={**_simplex(4), "count": 1, "power": 2},
            ),
            Control(
                "norm-of-the-largest",
                "the norm is the largest absolute value",
                best_choice,
                refuted_by={
                    "weights": (_HALF, _HALF),
                    "atoms": ((1, 1), (1, -1)),
                    "count": 1,
                    "norm": "largest",
                },
                holds_for={**_COIN, "count": 2, "norm": "largest"},
                drops="inner-product-norm",
            ),
            Control(
                "norm-of-the-sum",
                "the norm is the sum of the absolute values",
                best_choice,
                refuted_by={**_simplex(2), "count": 1, "norm": "sum"},
                holds_for={**_COIN, "count": 2, "norm": "sum"},
                drops="inner-product-norm",
            ),
            Control(
                "negative-weight",
                "a weight may be negative",
                best_choice,
                refuted_by={"weights": (2, -1), "atoms": ((1,), (0,)), "count": 2},
                holds_for={"weights": (1, 0), "atoms": ((1,), (0,)), "count": 2},
                drops="convex-combination",
            ),
        ),
        plots=(
            Plot(
                "unit-vectors",
                "Best average of k unit vectors against the bound",
                best_choice,
                "count",
                tuple(range(1, 9)),
                {"3 vectors": _simplex(3), "5 vectors": _simplex(5)},
                "number of atoms k",
                "least squared error",
                "bound",
            ),
        ),
    ),
    RowChecks(
        "ch03-frank-wolfe-sparsification",
        instances=(
            Instance("coin", greedy_error, {**_COIN, "count": 5}),
            Instance("triangle", greedy_error, {**_TRIANGLE, "count": 6}),
            Instance("first-unit-vector", greedy_error, {**_simplex(5), "count": 1}),
            Instance("unit-vectors", greedy_error, {**_simplex(5), "count": 4}),
            Instance("best-weights", greedy_error, {**_TRIANGLE, "count": 4, "rule": "best"}),
        ),
        searches=(
            Search("mixtures", greedy_error, lambda: _mixtures(4, 6), cases=30),
            Search(
                "best-weights",
                greedy_error_best_weights,
                lambda: _mixtures(4, 4),
                cases=30,
            ),
            Exhaustion("unit-vectors", greedy_error, lambda: _unit_vectors(5, 8)),
        ),
        controls=(
            Control(
                "constant-weight",
                "every step takes the weight one half",
                greedy_error,
                refuted_by={**_simplex(4), "count": 10, "rule": "constant"},
                holds_for={**_simplex(4), "count": 2, "rule": "constant"},
                drops="step-weights",
            ),
            Control(
                "outside-the-hull",
                "the target is not in the convex hull",
                greedy_error,
                refuted_by={"weights": (1,), "atoms": ((0,),), "count": 2, "target": (1,)},
                holds_for={"weights": (1,), "atoms": ((0,),), "count": 2, "target": (0,)},
                drops="in-hull",
            ),
            Control(
                "norm-of-the-sum",
                "the norm is the sum of the absolute values",
                greedy_error,
                refuted_by={**_simplex(8), "count": 3, "norm": "sum"},
                holds_for={**_COIN, "count": 3, "norm": "sum"},
                drops="inner-product-norm",
            ),
        ),
        plots=(
            Plot(
                "unit-vectors",
                "Greedy choice among unit vectors against the bound",
                greedy_error,
                "count",
                tuple(range(1, 13)),
                {"4 vectors": _simplex(4), "8 vectors": _simplex(8)},
                "number of steps k",
                "squared error",
                "bound",
            ),
        ),
    ),
)
