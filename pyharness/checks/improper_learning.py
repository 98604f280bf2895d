"""Checks of chapter 9: benchmarks of classes, the price of a larger class, broken encryption.

Hypotheses are tables of labels; laws of ciphertexts are tuples of fractions.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.learnability import (
    conjunctions,
)
from pyharness.checks.learnability_formulas import functions, seen_probability, subsets, table
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
    from collections.abc import Iterator, Mapping

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Benchmarks and larger classes --------------------------------------------------------------

#: Hypotheses as label tables, with joint weights of point and label ``(point, label)``.
Class = tuple[tuple[int, ...], ...]


def least_error(members: Class, weights: tuple[tuple[Fraction, Fraction], ...]) -> Fraction:
    """Return the least error in a class; ``weights[x][y]`` is the probability of an example."""
    return min(
        sum((w[1 - y] for w, y in zip(weights, h, strict=True)), Fraction(0)) for h in members
    )


def larger_class_is_better(
    small: Class, large: Class, weights: tuple[tuple[Fraction, Fraction], ...]
) -> Comparison:
    """The benchmark of a larger class is at most that of a smaller one."""
    return Comparison(least_error(large, weights), "≤", least_error(small, weights))


def larger_class_is_worse(
    small: Class, large: Class, weights: tuple[tuple[Fraction, Fraction], ...]
) -> Comparison:
    """The benchmark of a smaller class is at most that of a larger one."""
    return Comparison(least_error(small, weights), "≤", least_error(large, weights))


def competes(
    small: Class,
    large: Class,
    weights: tuple[tuple[Fraction, Fraction], ...],
    excess: Fraction,
) -> Comparison:
    """Whatever competes with the larger class within ``ε`` has at most ``OPT + ε`` for the smaller.

    The worst hypothesis, of all label tables, among those that compete.
    """
    everything = product((0, 1), repeat=len(weights))
    errors = [least_error((h,), weights) for h in everything]
    bound = least_error(large, weights) + excess
    worst = max(e for e in errors if e <= bound)
    return Comparison(worst, "≤", least_error(small, weights) + excess)


def some_survivor(members: Class, target: tuple[int, ...], error: Fraction, size: int) -> Fraction:
    """Return the probability that a consistent member of the class has more than this error."""
    number = len(target)
    bad = [
        {k for k in range(number) if h[k] != target[k]}
        for h in members
        if Fraction(sum(a != b for a, b in zip(h, target, strict=True)), number) > error
    ]
    return sum(
        (
            seen_probability(number, seen, size)
            for seen in subsets(number)
            if any(not wrong & set(seen) for wrong in bad)
        ),
        Fraction(0),
    )


def cost_of_class(
    members: Class, target: tuple[int, ...], error: Fraction, size: int
) -> Comparison:
    """Some consistent member has more than the error with at most ``|H'| (1 - ε)^N``."""
    left = some_survivor(members, target, error, size)
    return Comparison(left, "≤", len(members) * (1 - error) ** size)


def cost_of_small_class(
    members: Class, target: tuple[int, ...], error: Fraction, size: int
) -> Comparison:
    """The same with the size of the class that has the target only, instead of ``|H'|``."""
    return Comparison(some_survivor(members, target, error, size), "≤", (1 - error) ** size)


def no_consistent_member_is_bad(
    members: Class, target: tuple[int, ...], error: Fraction, size: int
) -> Comparison:
    """Consistent learning over the class fails with at most ``|H'| (1 - ε)^N``.

    It fails also when no member is consistent.
    """
    number = len(target)
    failed = Fraction(0)
    for seen in subsets(number):
        good = [h for h in members if all(h[k] == target[k] for k in seen)]
        errors = [
            Fraction(sum(a != b for a, b in zip(h, target, strict=True)), number) for h in good
        ]
        if not good or max(errors) > error:
            failed += seen_probability(number, seen, size)
    return Comparison(failed, "≤", len(members) * (1 - error) ** size)


def classes_grow(variables: int, terms: int) -> Comparison:
    """The functions of ``k`` terms are among the complements of those of terms of ``k`` literals.

    Both are counted.
    """
    everything = conjunctions(variables, variables)
    proper = {
        table(chosen, variables)
        for count in range(terms + 1)
        for chosen in combinations(everything, count)
    }
    larger = {tuple(not a for a in f) for f in functions(variables, terms)}
    return Comparison(len(proper | larger), "=", len(larger))


def proper_is_everything(variables: int, terms: int) -> Comparison:
    """The larger class has no more functions than there are disjunctions of ``k`` conjunctions."""
    everything = conjunctions(variables, variables)
    proper = {
        table(chosen, variables)
        for count in range(terms + 1)
        for chosen in combinations(everything, count)
    }
    return Comparison(len(functions(variables, terms)), "≤", len(proper))


# ----- Learning breaks encryption -----------------------------------------------------------------

#: How likely each ciphertext is.
Ciphertexts = tuple[Fraction, ...]


def acceptance(law: Ciphertexts, accepted: tuple[int, ...]) -> Fraction:
    """Return the probability that the hypothesis says 1."""
    return sum((p for p, a in zip(law, accepted, strict=True) if a), Fraction(0))


def attack(
    zero: Ciphertexts,
    one: Ciphertexts,
    accepted: tuple[int, ...],
    *,
    bit: Fraction = Fraction(1, 2),
    factor: int = 2,
    decryption: tuple[int, ...] | None = None,
) -> Comparison:
    """Return the claim for a message that is 1 with some probability.

    Success means that the hypothesis says what the decryption says, or the message itself.
    """
    if decryption is None:
        success = bit * acceptance(one, accepted)
        success += (1 - bit) * (1 - acceptance(zero, accepted))
    else:
        agree = tuple(int(a == b) for a, b in zip(accepted, decryption, strict=True))
        success = bit * acceptance(one, agree) + (1 - bit) * acceptance(zero, agree)
    advantage = acceptance(one, accepted) - acceptance(zero, accepted)
    return Comparison(advantage, "≥", factor * (success - Fraction(1, 2)))


def distinguishes(zero: Ciphertexts, one: Ciphertexts, accepted: tuple[int, ...]) -> Comparison:
    """A hypothesis that is right with ``1/2 + γ`` tells encryptions of 1 and 0 apart by ``2γ``."""
    return attack(zero, one, accepted)


def distinguishes_biased(
    zero: Ciphertexts, one: Ciphertexts, accepted: tuple[int, ...], bit: Fraction
) -> Comparison:
    """The same for a message that is 1 with any probability."""
    return attack(zero, one, accepted, bit=bit)


def distinguishes_decryption(
    zero: Ciphertexts, one: Ciphertexts, accepted: tuple[int, ...], decryption: tuple[int, ...]
) -> Comparison:
    """The same when the labels are those of a decryption."""
    return attack(zero, one, accepted, decryption=decryption)


def distinguishes_twice(
    zero: Ciphertexts, one: Ciphertexts, accepted: tuple[int, ...]
) -> Comparison:
    """The same with ``4γ``."""
    return attack(zero, one, accepted, factor=4)


def advantage_identity() -> tuple[sympy.Expr, sympy.Expr]:
    """Twice the success above one half is the advantage, for all acceptance probabilities."""
    import sympy

    on_one, on_zero = sympy.symbols("a b")
    success = (on_one + 1 - on_zero) / 2
    return 2 * (success - sympy.Rational(1, 2)), on_one - on_zero


# ----- The checks ---------------------------------------------------------------------------------


def _nested() -> Iterator[Mapping[str, Any]]:
    """All classes on two points within the class of all functions."""
    functions_ = tuple(product((0, 1), repeat=2))
    for count in (1, 2, 3):
        for small in combinations(functions_, count):
            yield {"small": small, "large": functions_, "weights": _WEIGHTS}


def _nested_any() -> SearchStrategy[dict[str, Any]]:
    def case(counts: list[int], order: list[int], first: int, second: int) -> dict[str, Any]:
        parts = [Fraction(c, sum(counts)) for c in counts]
        members = [tuple(product((0, 1), repeat=3))[k] for k in order]
        small = min(first, second)
        return {
            "small": tuple(members[:small]),
            "large": tuple(members[: max(first, second)]),
            "weights": tuple(zip(parts[::2], parts[1::2], strict=True)),
        }

    return st.builds(
        case,
        st.lists(st.integers(0, 4), min_size=6, max_size=6).filter(any),
        st.permutations(range(8)),
        st.integers(1, 8),
        st.integers(1, 8),
    )


def _competitors() -> SearchStrategy[dict[str, Any]]:
    return st.builds(
        lambda case, excess: {**case, "excess": excess},
        _nested_any(),
        st.parts(0, 1, 12),
    )


def _realizable() -> SearchStrategy[dict[str, Any]]:
    members = st.lists(
        st.sampled_from(tuple(product((0, 1), repeat=4))), min_size=1, max_size=8, unique=True
    )
    return members.flatmap(
        lambda found: st.fixed_dictionaries(
            {
                "members": st.just(tuple(found)),
                "target": st.sampled_from(found),
                "error": st.parts(0, 1, 10),
                "size": st.integers(1, 10),
            }
        )
    )


def _attacks() -> SearchStrategy[dict[str, Any]]:
    parts = st.lists(st.integers(0, 4), min_size=4, max_size=4).filter(any)
    law = parts.map(lambda n: tuple(Fraction(a, sum(n)) for a in n))
    return st.fixed_dictionaries(
        {"zero": law, "one": law, "accepted": st.tuples(*(st.integers(0, 1) for _ in range(4)))}
    )


_ZERO, _ONE, _HALF = Fraction(0), Fraction(1), Fraction(1, 2)
_WEIGHTS = ((Fraction(1, 2), Fraction(1, 6)), (Fraction(1, 12), Fraction(1, 4)))
_ALL_FOUR = tuple(product((0, 1), repeat=4))
_LAW_ZERO = (_HALF, Fraction(1, 4), Fraction(1, 4), _ZERO)
_LAW_ONE = (_ZERO, Fraction(1, 4), Fraction(1, 4), _HALF)
_TARGET = (0, 0, 0, 0)
#: The functions that are wrong at one of four points: almost the union of disjoint failures.
_ONE_ERROR = tuple(h for h in _ALL_FOUR if sum(h) == 1)

CHECKS = (
    RowChecks(
        "ch09-benchmark",
        instances=(
            Instance(
                "constants",
                larger_class_is_better,
                {
                    "small": ((0, 0), (1, 1)),
                    "large": ((0, 0), (1, 1), (0, 1)),
                    "weights": _WEIGHTS,
                },
            ),
            Instance(
                "same-class",
                larger_class_is_better,
                {"small": ((0, 0),), "large": ((0, 0),), "weights": _WEIGHTS},
            ),
            Instance(
                "competitor",
                competes,
                {
                    "small": ((0, 0), (1, 1)),
                    "large": ((0, 0), (1, 1), (0, 1)),
                    "weights": _WEIGHTS,
                    "excess": Fraction(1, 6),
                },
            ),
        ),
        searches=(
            Exhaustion("two-points", larger_class_is_better, _nested),
            Search("three-points", larger_class_is_better, _nested_any),
            Search("competitors", competes, _competitors),
        ),
        controls=(
            Control(
                "smaller-is-better",
                "the inclusion is reversed",
                larger_class_is_worse,
                refuted_by={
                    "small": ((1, 1),),
                    "large": ((1, 1), (0, 1)),
                    "weights": _WEIGHTS,
                },
                holds_for={"small": ((0, 1),), "large": ((1, 1), (0, 1)), "weights": _WEIGHTS},
            ),
        ),
    ),
    RowChecks(
        "ch09-learning-breaks-crypto",
        identities=(Identity("advantage", advantage_identity),),
        instances=(
            Instance(
                "leaky",
                distinguishes,
                {"zero": _LAW_ZERO, "one": _LAW_ONE, "accepted": (0, 0, 1, 1)},
            ),
            Instance(
                "perfect",
                distinguishes,
                {"zero": (_ONE, _ZERO), "one": (_ZERO, _ONE), "accepted": (0, 1)},
            ),
            Instance(
                "blind",
                distinguishes,
                {"zero": _LAW_ZERO, "one": _LAW_ONE, "accepted": (1, 1, 1, 1)},
            ),
        ),
        searches=(Search("schemes", distinguishes, _attacks),),
        controls=(
            Control(
                "biased-bit",
                "the message is 1 with probability 3/4",
                distinguishes_biased,
                refuted_by={
                    "zero": _LAW_ZERO,
                    "one": _LAW_ONE,
                    "accepted": (1, 1, 1, 1),
                    "bit": Fraction(3, 4),
                },
                holds_for={
                    "zero": _LAW_ZERO,
                    "one": _LAW_ONE,
                    "accepted": (1, 1, 1, 1),
                    "bit": _HALF,
                },
                drops="uniform-bit",
            ),
            Control(
                "wrong-decryption",
                "the labels come from a decryption that has nothing to do with the message",
                distinguishes_decryption,
                refuted_by={
                    "zero": (_HALF, _HALF),
                    "one": (_HALF, _HALF),
                    "accepted": (0, 1),
                    "decryption": (0, 1),
                },
                holds_for={
                    "zero": (_ONE, _ZERO),
                    "one": (_ZERO, _ONE),
                    "accepted": (0, 1),
                    "decryption": (0, 1),
                },
                drops="correct-decryption",
            ),
            Control(
                "four-gamma",
                "the advantage is said to be 4γ",
                distinguishes_twice,
                refuted_by={"zero": _LAW_ZERO, "one": _LAW_ONE, "accepted": (0, 0, 1, 1)},
                holds_for={"zero": _LAW_ZERO, "one": _LAW_ONE, "accepted": (1, 1, 1, 1)},
                over=_attacks,
            ),
        ),
    ),
    RowChecks(
        "ch09-improper-sample-cost",
        instances=(
            Instance(
                "all-functions",
                cost_of_class,
                {
                    "members": _ALL_FOUR,
                    "target": _TARGET,
                    "error": Fraction(1, 3),
                    "size": 12,
                },
            ),
            Instance(
                "target-alone",
                cost_of_class,
                {"members": (_TARGET,), "target": _TARGET, "error": _ZERO, "size": 1},
            ),
            Instance(
                "always-wrong",
                cost_of_class,
                {
                    "members": (_TARGET, (1, 0, 0, 0)),
                    "target": _TARGET,
                    "error": Fraction(1, 5),
                    "size": 3,
                },
            ),
            Instance(
                "one-error-each",
                cost_of_class,
                {
                    "members": (_TARGET, *_ONE_ERROR),
                    "target": _TARGET,
                    "error": Fraction(49, 200),
                    "size": 12,
                },
            ),
            Instance("two-terms", classes_grow, {"variables": 2, "terms": 2}),
            Instance("three-variables", classes_grow, {"variables": 3, "terms": 2}),
        ),
        searches=(Search("classes", cost_of_class, _realizable),),
        controls=(
            Control(
                "no-target",
                "the class does not have the target",
                no_consistent_member_is_bad,
                refuted_by={
                    "members": ((1, 1, 1, 1),),
                    "target": _TARGET,
                    "error": _HALF,
                    "size": 3,
                },
                holds_for={
                    "members": ((1, 1, 1, 1), _TARGET),
                    "target": _TARGET,
                    "error": _HALF,
                    "size": 3,
                },
                drops="realizable",
            ),
            Control(
                "smaller-class",
                "only the smaller class is counted",
                cost_of_small_class,
                refuted_by={
                    "members": _ALL_FOUR,
                    "target": _TARGET,
                    "error": Fraction(1, 5),
                    "size": 2,
                },
                holds_for={
                    "members": (_TARGET,),
                    "target": _TARGET,
                    "error": Fraction(1, 5),
                    "size": 2,
                },
            ),
            Control(
                "no-growth",
                "the larger class is said to have no more functions",
                proper_is_everything,
                refuted_by={"variables": 3, "terms": 2},
                holds_for={"variables": 1, "terms": 2},
            ),
        ),
        plots=(
            Plot(
                "sample-size",
                "A consistent function of four points may still be wrong at two of them",
                cost_of_class,
                "size",
                tuple(range(1, 31)),
                {"": {"members": _ALL_FOUR, "target": _TARGET, "error": Fraction(1, 3)}},
                "sample size N",
                "probability",
                "bound",
                "y",
            ),
        ),
    ),
)
