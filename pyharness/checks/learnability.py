"""Checks of chapter 9: the deletion algorithm and intersections of halfspaces."""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations, product
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.model import (
    Comparison,
    Computation,
    Control,
    Exhaustion,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

Bits = tuple[bool, ...]
#: A conjunction of literals: pairs of a variable and the truth value that it must have.
Conjunction = frozenset[tuple[int, bool]]
Sample = tuple[tuple[Bits, bool], ...]


# ----- The deletion algorithm ---------------------------------------------------------------------


def points(variables: int) -> list[Bits]:
    """Return all truth values of so many variables."""
    return list(product([False, True], repeat=variables))


def conjunctions(variables: int, literals: int) -> list[Conjunction]:
    """Return all consistent conjunctions of at most so many literals."""
    return [
        frozenset(zip(chosen, signs, strict=True))
        for size in range(literals + 1)
        for chosen in combinations(range(variables), size)
        for signs in product([False, True], repeat=size)
    ]


def satisfied(term: Conjunction, x: Bits) -> bool:
    """Return whether all literals are true."""
    return all(x[i] == b for i, b in term)


def disjunction(terms: list[Conjunction] | tuple[Conjunction, ...], x: Bits) -> bool:
    """Return whether some term is true."""
    return any(satisfied(term, x) for term in terms)


def delete(candidates: list[Conjunction], sample: Sample) -> list[Conjunction]:
    """Run the deletion algorithm: example by example."""
    survivors = list(candidates)
    for x, label in sample:
        if not label:
            survivors = [term for term in survivors if not satisfied(term, x)]
    return survivors


def labelled(target: tuple[Conjunction, ...], xs: tuple[Bits, ...]) -> Sample:
    """Label points by the target."""
    return tuple((x, disjunction(target, x)) for x in xs)


def target_survives(
    target: tuple[Conjunction, ...], variables: int, literals: int, sample: Sample
) -> Comparison:
    """All terms of the target survive, whatever the labels are."""
    survivors = delete(conjunctions(variables, literals), sample)
    return Comparison(sum(term in survivors for term in target), "=", len(target))


def output_is_consistent(
    target: tuple[Conjunction, ...], candidates: list[Conjunction], sample: Sample
) -> Comparison:
    """The output contains the target and agrees with all examples."""
    survivors = delete(candidates, sample)
    variables = len(sample[0][0])
    contains = all(disjunction(survivors, x) for x in points(variables) if disjunction(target, x))
    agrees = all(disjunction(survivors, x) == label for x, label in sample)
    return Comparison((contains, agrees), "=", (True, True))


def order_does_not_matter(variables: int, literals: int, sample: Sample) -> Comparison:
    """In every order of the examples those survive that no negative example satisfies.

    A set of survivors is written as a truth value for each candidate.
    """
    candidates = conjunctions(variables, literals)
    outputs = set()
    for order in permutations(sample):
        survivors = delete(candidates, order)
        outputs.add(tuple(term in survivors for term in candidates))
    negative = [x for x, label in sample if not label]
    expected = tuple(not any(satisfied(term, x) for x in negative) for term in candidates)
    return Comparison(tuple(sorted(outputs)), "=", (expected,))


# ----- Threshold gates ----------------------------------------------------------------------------


def and_argument(inputs: tuple[int, ...]) -> Comparison:
    """The sum minus ``m - 1`` is 1 if all inputs are 1, and at most -1 otherwise."""
    argument = sum(inputs) - (len(inputs) - 1)
    if all(g == 1 for g in inputs):
        return Comparison(argument, "=", 1)
    return Comparison(argument, "≤", -1)


def or_argument(inputs: tuple[int, ...]) -> Comparison:
    """The sum plus ``m - 1`` is nonnegative if and only if some input is 1."""
    argument = sum(inputs) + len(inputs) - 1
    return Comparison(argument >= 0, "=", any(g == 1 for g in inputs))


def shifted_threshold(inputs: tuple[int, ...], shift: int) -> Comparison:
    """With the threshold ``m - shift`` the argument is nonnegative if and only if all are 1."""
    argument = sum(inputs) - (len(inputs) - shift)
    return Comparison(argument >= 0, "=", all(g == 1 for g in inputs))


#: Normals and offsets of halfspaces of the plane.
Halfspaces = tuple[tuple[Fraction, Fraction, Fraction], ...]


def network_is_intersection(
    halfspaces: Halfspaces, zero: int, x: Fraction, y: Fraction
) -> Comparison:
    """The network of threshold gates is positive exactly at the points of the intersection."""

    def sign(t: Fraction) -> int:
        return zero if t == 0 else (1 if t > 0 else -1)

    gates = [sign(a * x + b * y + c) for a, b, c in halfspaces]
    inside = all(a * x + b * y + c >= 0 for a, b, c in halfspaces)
    return Comparison(sum(gates) - (len(gates) - 1) > 0, "=", inside)


def separable(labels: tuple[bool, bool, bool]) -> Comparison:
    """Some gate ``a x + b ≥ 0`` labels the points -2, 0, 2 like this."""
    grid = [Fraction(n, 2) for n in range(-8, 9)]
    found = any(
        tuple(a * x + b >= 0 for x in (-2, 0, 2)) == labels for a, b in product(grid, repeat=2)
    )
    return Comparison(found, "=", True)


# ----- The checks ---------------------------------------------------------------------------------


def _pairs() -> Iterator[Mapping[str, Any]]:
    """All pairs of terms of two literals, and all samples of two points with their labels."""
    for pair in combinations(conjunctions(3, 2), 2):
        for xs in combinations(points(3), 2):
            yield {"target": pair, "variables": 3, "literals": 2, "sample": labelled(pair, xs)}


def _labelled_targets() -> SearchStrategy[tuple[tuple[Conjunction, ...], Sample]]:
    """Formulas of at most three terms of at most two literals over four variables."""
    target = st.lists(st.sampled_from(conjunctions(4, 2)), max_size=3).map(tuple)
    xs = st.lists(st.sampled_from(points(4)), min_size=1, max_size=6).map(tuple)
    return st.builds(lambda formula, chosen: (formula, labelled(formula, chosen)), target, xs)


def _targets() -> SearchStrategy[dict[str, Any]]:
    return _labelled_targets().map(
        lambda pair: {"target": pair[0], "variables": 4, "literals": 2, "sample": pair[1]}
    )


def _consistent() -> SearchStrategy[dict[str, Any]]:
    return _labelled_targets().map(
        lambda pair: {"target": pair[0], "candidates": conjunctions(4, 2), "sample": pair[1]}
    )


def _orders() -> SearchStrategy[dict[str, Any]]:
    example = st.tuples(st.sampled_from(points(3)), st.booleans())
    return st.fixed_dictionaries(
        {
            "variables": st.just(3),
            "literals": st.just(2),
            "sample": st.lists(example, max_size=3).map(tuple),
        }
    )


def _inputs() -> Iterator[Mapping[str, Any]]:
    for m in range(9):
        for inputs in product((-1, 1), repeat=m):
            yield {"inputs": inputs}


_FIRST: Conjunction = frozenset({(0, True)})
_PAIR = (_FIRST, frozenset({(1, False), (2, True)}))
_XS = ((True, False, True), (False, False, False), (False, True, True))
_SAMPLE = labelled(_PAIR, _XS)
_TRIANGLE: Halfspaces = (
    (Fraction(1), Fraction(0), Fraction(1)),
    (Fraction(0), Fraction(1), Fraction(1)),
    (Fraction(-1), Fraction(-1), Fraction(1, 2)),
)
#: The points with a first coordinate of at most one in size.
_STRIP: Halfspaces = (
    (Fraction(1), Fraction(0), Fraction(1)),
    (Fraction(-1), Fraction(0), Fraction(1)),
)
_DELETION = ("DeepTheory.Learnability.Deletion",)
_GATES = ("DeepTheory.Learnability.Halfspaces", "DeepTheory.Algebra.Rat.Basic")
_LEAN_SAMPLE = "[(fun i => decide (i.val = 0), true), (fun _ => false, false)]"


CHECKS = (
    RowChecks(
        "ch09-no-false-deletions",
        instances=(
            Instance(
                "two-terms",
                target_survives,
                {"target": _PAIR, "variables": 3, "literals": 2, "sample": _SAMPLE},
            ),
            Instance(
                "empty-term",
                target_survives,
                {
                    "target": (frozenset(),),
                    "variables": 3,
                    "literals": 1,
                    "sample": labelled((frozenset(),), _XS),
                },
            ),
            Instance(
                "no-example",
                target_survives,
                {"target": _PAIR, "variables": 3, "literals": 2, "sample": ()},
            ),
        ),
        searches=(
            Exhaustion("pairs-and-two-points", target_survives, _pairs),
            Search("targets", target_survives, _targets),
        ),
        controls=(
            Control(
                "wrong-label",
                "an example has the wrong label",
                target_survives,
                refuted_by={
                    "target": (_FIRST,),
                    "variables": 3,
                    "literals": 2,
                    "sample": ((_XS[0], False),),
                },
                holds_for={
                    "target": (_FIRST,),
                    "variables": 3,
                    "literals": 2,
                    "sample": ((_XS[1], True),),
                },
                drops="noise-free",
            ),
        ),
        computations=(
            Computation(
                "survivors",
                "(Deletion.survivors Deletion.Conjunction.eval (Deletion.conjunctions 3 2)"
                f" {_LEAN_SAMPLE}).length",
                "Nat",
                lambda: len(
                    delete(
                        conjunctions(3, 2),
                        (((True, False, False), True), ((False, False, False), False)),
                    )
                ),
                _DELETION,
            ),
            Computation(
                "candidates",
                "(Deletion.conjunctions 3 2).length",
                "Nat",
                lambda: len(conjunctions(3, 2)),
                _DELETION,
            ),
        ),
    ),
    RowChecks(
        "ch09-deletion-algorithm",
        instances=(
            Instance(
                "order", order_does_not_matter, {"variables": 3, "literals": 2, "sample": _SAMPLE}
            ),
            Instance(
                "order-with-repetition",
                order_does_not_matter,
                {"variables": 3, "literals": 3, "sample": _SAMPLE + _SAMPLE[:1]},
            ),
            Instance(
                "consistent",
                output_is_consistent,
                {"target": _PAIR, "candidates": conjunctions(3, 2), "sample": _SAMPLE},
            ),
        ),
        searches=(Search("orders", order_does_not_matter, _orders),),
        controls=(
            Control(
                "target-not-a-candidate",
                "a term of the target is not among the candidates",
                output_is_consistent,
                refuted_by={"target": _PAIR, "candidates": [], "sample": _SAMPLE},
                holds_for={
                    "target": _PAIR,
                    "candidates": conjunctions(3, 3),
                    "sample": _SAMPLE,
                },
                drops="noise-free",
            ),
        ),
        computations=(
            Computation(
                "survivors",
                "(Deletion.survivors Deletion.Conjunction.eval (Deletion.conjunctions 3 1)"
                f" {_LEAN_SAMPLE}).length",
                "Nat",
                lambda: len(delete(conjunctions(3, 1), (((False,) * 3, False),))),
                _DELETION,
            ),
        ),
    ),
    RowChecks(
        "ch09-deletion-consistent",
        instances=(
            Instance(
                "two-terms",
                output_is_consistent,
                {"target": _PAIR, "candidates": conjunctions(3, 2), "sample": _SAMPLE},
            ),
            Instance(
                "all-points",
                output_is_consistent,
                {
                    "target": _PAIR,
                    "candidates": conjunctions(3, 3),
                    "sample": labelled(_PAIR, tuple(points(3))),
                },
            ),
            Instance(
                "empty-target",
                output_is_consistent,
                {
                    "target": (),
                    "candidates": conjunctions(3, 2),
                    "sample": labelled((), tuple(points(3))),
                },
            ),
        ),
        searches=(Search("targets", output_is_consistent, _consistent),),
        controls=(
            Control(
                "wrong-label",
                "an example has the wrong label",
                output_is_consistent,
                refuted_by={
                    "target": (_FIRST,),
                    "candidates": conjunctions(3, 2),
                    "sample": ((_XS[0], False),),
                },
                holds_for={
                    "target": (_FIRST,),
                    "candidates": conjunctions(3, 2),
                    "sample": ((_XS[0], True),),
                },
                drops="noise-free",
            ),
        ),
        computations=(
            Computation(
                "output",
                "decide (∀ x : Fin 3 → Bool, Deletion.dnf Deletion.Conjunction.eval"
                " (Deletion.survivors Deletion.Conjunction.eval (Deletion.conjunctions 3 1)"
                f" {_LEAN_SAMPLE}) x = (x 0 || x 1 || x 2))",
                "Bool",
                lambda: all(
                    disjunction(delete(conjunctions(3, 1), (((False,) * 3, False),)), x) == any(x)
                    for x in points(3)
                ),
                _DELETION,
            ),
        ),
    ),
    RowChecks(
        "ch09-and-threshold-gate",
        instances=(
            Instance("all-true", and_argument, {"inputs": (1, 1, 1)}),
            Instance("one-false", and_argument, {"inputs": (1, -1, 1, 1)}),
            Instance("no-input", and_argument, {"inputs": ()}),
        ),
        searches=(
            Exhaustion("and-up-to-eight", and_argument, _inputs),
            Exhaustion("or-up-to-eight", or_argument, _inputs),
        ),
        controls=(
            Control(
                "other-values",
                "the inputs are not signs",
                and_argument,
                refuted_by={"inputs": (3, -1)},
                holds_for={"inputs": (1, -1)},
                drops="signs",
            ),
            Control(
                "smaller-threshold",
                "the threshold is m - 2",
                shifted_threshold,
                refuted_by={"inputs": (1, -1), "shift": 2},
                holds_for={"inputs": (-1, -1), "shift": 2},
            ),
        ),
        computations=(
            Computation(
                "argument",
                "ThresholdGate.andArg (fun i : Fin 5 => if i = 2 then -1 else 1 : Fin 5 → Int)",
                "Int",
                lambda: 4 - 1 - (5 - 1),
                _GATES,
            ),
            Computation(
                "sign",
                "ThresholdGate.sgn (ThresholdGate.andArg (fun _ : Fin 5 => 1 : Fin 5 → Int))",
                "Int",
                lambda: 1,
                _GATES,
            ),
        ),
    ),
    RowChecks(
        "ch09-intersection-depth-two",
        instances=(
            Instance(
                "inside-the-triangle",
                network_is_intersection,
                {
                    "halfspaces": _TRIANGLE,
                    "zero": 1,
                    "x": Fraction(-1, 2),
                    "y": Fraction(1, 3),
                },
            ),
            Instance(
                "corner-of-the-triangle",
                network_is_intersection,
                {"halfspaces": _TRIANGLE, "zero": 1, "x": Fraction(-1), "y": Fraction(-1)},
            ),
            Instance(
                "outside-of-the-strip",
                network_is_intersection,
                {"halfspaces": _STRIP, "zero": 1, "x": Fraction(3, 2), "y": Fraction(0)},
            ),
        ),
        searches=(
            Exhaustion(
                "grid",
                network_is_intersection,
                lambda: (
                    {"halfspaces": h, "zero": 1, "x": Fraction(x, 2), "y": Fraction(y, 2)}
                    for h in (_TRIANGLE, _TRIANGLE[:1], _STRIP)
                    for x, y in product(range(-5, 6), repeat=2)
                ),
            ),
            Search(
                "any-halfspaces",
                network_is_intersection,
                lambda: {
                    "halfspaces": st.lists(
                        st.tuples(*[st.integers(-2, 2).map(Fraction)] * 3), min_size=1, max_size=4
                    ).map(tuple),
                    "zero": st.just(1),
                    "x": st.integers(-2, 2).map(Fraction),
                    "y": st.integers(-2, 2).map(Fraction),
                },
            ),
        ),
        controls=(
            Control(
                "sign-of-zero",
                "the sign of zero is -1",
                network_is_intersection,
                refuted_by={
                    "halfspaces": _TRIANGLE,
                    "zero": -1,
                    "x": Fraction(-1),
                    "y": Fraction(0),
                },
                holds_for={
                    "halfspaces": _TRIANGLE,
                    "zero": -1,
                    "x": Fraction(-1, 2),
                    "y": Fraction(0),
                },
                drops="sign-of-zero",
            ),
            Control(
                "one-gate-for-a-strip",
                "a single gate is said to give a strip",
                separable,
                refuted_by={"labels": (False, True, False)},
                holds_for={"labels": (False, True, True)},
            ),
        ),
        computations=(
            Computation(
                "network",
                "ThresholdGate.network (fun (j : Bool) (_ : Unit) => if j = true then (1 : Rat)"
                " else -1) (fun _ => 1) (fun _ => 3 / 2)",
                "Rat",
                lambda: 1 if -1 <= Fraction(3, 2) <= 1 else -1,
                _GATES,
            ),
        ),
    ),
)
