"""Checks of chapter 9: formulas of several terms and their learning by a larger class.

Conjunctions are sets of literals, formulas are tuples of them, and a formula is known by its truth
table. The points of a sample are drawn independently and uniformly: what a learner of truth tables
does depends only on which points were seen, so probabilities are sums over sets of points.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import chain, combinations, product
from math import ceil, comb, prod
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import ends, log, real
from pyharness.checks.learnability import (
    Bits,
    Conjunction,
    conjunctions,
    delete,
    disjunction,
    points,
    satisfied,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    Plot,
    RowChecks,
    Search,
    UndecidedError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

#: A disjunction of conjunctions.
Formula = tuple[Conjunction, ...]
#: A disjunction of literals.
Clause = frozenset[tuple[int, bool]]
#: The values at all points.
Table = tuple[bool, ...]


def table(formula: Iterable[Conjunction], variables: int) -> Table:
    """Return the truth table of a disjunction of conjunctions."""
    return tuple(disjunction(tuple(formula), x) for x in points(variables))


# ----- From terms to clauses ----------------------------------------------------------------------


def clauses(terms: Formula) -> tuple[Clause, ...]:
    """Return the clauses that choose one literal from each term."""
    return tuple(frozenset(chosen) for chosen in product(*terms))


def all_true(cnf: Iterable[Clause], x: Bits) -> bool:
    """Return whether every clause has a true literal."""
    return all(any(x[i] == b for i, b in clause) for clause in cnf)


def same_as_clauses(terms: Formula, variables: int) -> Comparison:
    """The clauses have the truth table of the terms."""
    right = tuple(all_true(clauses(terms), x) for x in points(variables))
    return Comparison(table(terms, variables), "=", right)


def number_of_clauses(terms: Formula, variables: int) -> Comparison:
    """There are at most ``(2d)^k`` clauses."""
    assert len(clauses(terms)) == prod(len(term) for term in terms)
    return Comparison(len(clauses(terms)), "≤", (2 * variables) ** len(terms))


def width_of_clauses(terms: Formula) -> Comparison:
    """Every clause has at most ``k`` literals."""
    return Comparison(max((len(c) for c in clauses(terms)), default=0), "≤", len(terms))


def same_without_last(terms: Formula, variables: int) -> Comparison:
    """Clauses that choose a literal from all terms but the last have the same truth table."""
    right = tuple(all_true(clauses(terms[:-1]), x) for x in points(variables))
    return Comparison(table(terms, variables), "=", right)


def same_with_empty_false(terms: Formula, variables: int) -> Comparison:
    """The same when a term without literals counts as false."""
    left = table(tuple(term for term in terms if term), variables)
    right = tuple(all_true(clauses(terms), x) for x in points(variables))
    return Comparison(left, "=", right)


# ----- Formulas of a function ---------------------------------------------------------------------


def terms_of_points(labels: Table) -> Comparison:
    """A function is the disjunction of the conjunctions that are true at one of its points only."""
    variables = len(labels).bit_length() - 1
    chosen = [frozenset(enumerate(x)) for x, b in zip(points(variables), labels, strict=True) if b]
    return Comparison(table(chosen, variables), "=", labels)


def clauses_of_points(labels: Table) -> Comparison:
    """A function is the conjunction of the clauses that are false at one of its other points."""
    variables = len(labels).bit_length() - 1
    chosen = [
        frozenset((i, not b) for i, b in enumerate(x))
        for x, value in zip(points(variables), labels, strict=True)
        if not value
    ]
    return Comparison(tuple(all_true(chosen, x) for x in points(variables)), "=", labels)


def has_terms(labels: Table, count: int) -> Comparison:
    """A function is a disjunction of so many conjunctions."""
    variables = len(labels).bit_length() - 1
    everything = conjunctions(variables, variables)
    found = any(
        table(terms, variables) == labels
        for size in range(count + 1)
        for terms in combinations(everything, size)
    )
    return Comparison(found, "=", True)


# ----- Complements --------------------------------------------------------------------------------


def opposite(clause: Clause) -> Conjunction:
    """Return the conjunction of the opposite literals."""
    return frozenset((i, not b) for i, b in clause)


def complement_is_disjunction(cnf: tuple[Clause, ...], variables: int) -> Comparison:
    """The complement of the clauses is the disjunction of their opposites."""
    left = tuple(not all_true(cnf, x) for x in points(variables))
    return Comparison(left, "=", table([opposite(c) for c in cnf], variables))


def complement_by_one_term(cnf: tuple[Clause, ...], variables: int) -> Comparison:
    """The complement of the clauses is the conjunction of all opposite literals."""
    left = tuple(not all_true(cnf, x) for x in points(variables))
    literals = frozenset(chain.from_iterable(opposite(c) for c in cnf))
    return Comparison(left, "=", tuple(satisfied(literals, x) for x in points(variables)))


def complement_width(cnf: tuple[Clause, ...], width: int) -> Comparison:
    """The terms of the complement have at most as many literals as the clauses."""
    return Comparison(max((len(opposite(c)) for c in cnf), default=0), "≤", width)


def complement_has_few_terms(cnf: tuple[Clause, ...], width: int, variables: int) -> Comparison:
    """The complement of clauses of ``k`` literals is a disjunction of ``k`` conjunctions."""
    left = tuple(not all_true(cnf, x) for x in points(variables))
    everything = conjunctions(variables, variables)
    found = any(table(terms, variables) == left for terms in combinations(everything, width))
    return Comparison(found, "=", True)


# ----- Counting candidates ------------------------------------------------------------------------


def number_of_candidates(variables: int, literals: int) -> int:
    """Return ``Σ C(d, j) 2^j`` for ``j`` up to ``k``."""
    return sum(comb(variables, j) * 2**j for j in range(literals + 1))


def candidate_count(variables: int, literals: int) -> Comparison:
    """The conjunctions of at most ``k`` literals are ``Σ C(d, j) 2^j`` in number."""
    left = len(set(conjunctions(variables, literals)))
    return Comparison(left, "=", number_of_candidates(variables, literals))


def candidate_bound(variables: int, literals: int) -> Comparison:
    """There are at most ``(2d + 1)^k`` conjunctions of at most ``k`` literals."""
    count = number_of_candidates(variables, literals)
    return Comparison(count, "≤", (2 * variables + 1) ** literals)


def candidate_bound_short(variables: int, literals: int) -> Comparison:
    """There are at most ``2 d^k`` conjunctions of at most ``k`` literals."""
    return Comparison(number_of_candidates(variables, literals), "≤", 2 * variables**literals)


def functions(variables: int, literals: int) -> set[Table]:
    """Return the truth tables of all disjunctions of conjunctions of at most ``k`` literals."""
    terms = {table([term], variables) for term in conjunctions(variables, literals)}
    found: set[Table] = {(False,) * 2**variables}
    for term in terms:
        found |= {tuple(a or b for a, b in zip(term, f, strict=True)) for f in found}
    return found


def all_functions(variables: int) -> Comparison:
    """With as many literals as variables the enlarged class has all functions."""
    return Comparison(len(functions(variables, variables)), "=", 2 ** (2**variables))


def class_size(variables: int, literals: int) -> Comparison:
    """The enlarged class has at most ``2^((2d + 1)^k)`` members."""
    bound = 2 ** ((2 * variables + 1) ** literals)
    return Comparison(len(functions(variables, literals)), "≤", bound)


# ----- Improper learning --------------------------------------------------------------------------


def learn(labels: Table, literals: int, seen: Iterable[int]) -> Table:
    """Run the deletion algorithm on swapped labels and return the complement of its output."""
    variables = len(labels).bit_length() - 1
    xs = points(variables)
    sample = tuple((xs[k], not labels[k]) for k in seen)
    survivors = delete(conjunctions(variables, literals), sample)
    return tuple(not value for value in table(survivors, variables))


def seen_probability(number: int, seen: tuple[int, ...], size: int) -> Fraction:
    """Return the probability that a sample of uniform points consists of exactly these points."""
    count = len(seen)
    ways = sum((-1) ** (count - j) * comb(count, j) * j**size for j in range(count + 1))
    return Fraction(ways, number**size)


def subsets(number: int) -> Iterator[tuple[int, ...]]:
    """List the sets of points that a sample can have."""
    return chain.from_iterable(combinations(range(number), j) for j in range(1, number + 1))


def failure(
    labels: Table, error: Fraction, size: int, learner: Callable[[tuple[int, ...]], Table]
) -> Fraction:
    """Return the probability that the hypothesis of a learner has more than this error."""
    number = len(labels)
    total = Fraction(0)
    for seen in subsets(number):
        wrong = sum(a != b for a, b in zip(learner(seen), labels, strict=True))
        if Fraction(wrong, number) > error:
            total += seen_probability(number, seen, size)
    return total


def consistent(labels: Table, literals: int, seen: tuple[int, ...]) -> Comparison:
    """The learned hypothesis agrees with the labels at the points that were seen."""
    learned = learn(labels, literals, seen)
    return Comparison(tuple(learned[k] for k in seen), "=", tuple(labels[k] for k in seen))


def learns(labels: Table, literals: int, error: Fraction, size: int) -> Comparison:
    """The hypothesis has a larger error with at most ``2^((2d + 1)^k) (1 - ε)^N``."""
    variables = len(labels).bit_length() - 1
    left = failure(labels, error, size, lambda seen: learn(labels, literals, seen))
    return Comparison(left, "≤", 2 ** ((2 * variables + 1) ** literals) * (1 - error) ** size)


def learns_without_class(labels: Table, literals: int, error: Fraction, size: int) -> Comparison:
    """The hypothesis has a larger error with at most ``(1 - ε)^N``."""
    left = failure(labels, error, size, lambda seen: learn(labels, literals, seen))
    return Comparison(left, "≤", (1 - error) ** size)


def sample_size(variables: int, literals: int, error: Fraction, delta: Fraction) -> int:
    """Return the least whole number from ``((2d + 1)^k log 2 + log(1/δ)) / ε`` on."""
    needed = (real((2 * variables + 1) ** literals) * log(2) + log(1 / delta)) / real(error)
    low, high = map(ceil, ends(needed))
    if low != high:
        raise UndecidedError("the sample size is not decided")
    return low


def size_suffices(variables: int, literals: int, error: Fraction, delta: Fraction) -> Comparison:
    """For the row's sample size ``2^((2d + 1)^k) (1 - ε)^N ≤ δ``."""
    size = sample_size(variables, literals, error, delta)
    return Comparison(2 ** ((2 * variables + 1) ** literals) * (1 - error) ** size, "≤", delta)


def size_suffices_without_class(
    variables: int, literals: int, error: Fraction, delta: Fraction
) -> Comparison:
    """The same for the sample size ``log(1/δ) / ε``, which is that of one hypothesis."""
    size = sample_size(variables, literals, error, delta * 2 ** ((2 * variables + 1) ** literals))
    return Comparison(2 ** ((2 * variables + 1) ** literals) * (1 - error) ** size, "≤", delta)


def enough_examples(labels: Table, literals: int, error: Fraction, delta: Fraction) -> Comparison:
    """With the row's sample size the error is larger with at most ``δ``."""
    size = sample_size(len(labels).bit_length() - 1, literals, error, delta)
    left = failure(labels, error, size, lambda seen: learn(labels, literals, seen))
    return Comparison(left, "≤", delta)


def samples_are_counted(number: int, size: int) -> Comparison:
    """The probability of each set of points is the share of samples that consist of it."""
    found = Counter(tuple(sorted(set(xs))) for xs in product(range(number), repeat=size))
    return Comparison(
        {seen: seen_probability(number, seen, size) for seen in subsets(number)},
        "=",
        {seen: Fraction(found[seen], number**size) for seen in subsets(number)},
    )


def learns_from_copies(labels: Table, literals: int, error: Fraction, size: int) -> Comparison:
    """The same bound for samples that repeat one example."""
    variables = len(labels).bit_length() - 1
    number = len(labels)
    wrong = sum(
        Fraction(sum(a != b for a, b in zip(learn(labels, literals, (k,)), labels, strict=True)))
        > error * number
        for k in range(number)
    )
    bound = 2 ** ((2 * variables + 1) ** literals) * (1 - error) ** size
    return Comparison(Fraction(wrong, number), "≤", bound)


def output_is_proper(labels: Table, literals: int, seen: tuple[int, ...]) -> Comparison:
    """The learned hypothesis is a disjunction of ``k`` conjunctions."""
    variables = len(labels).bit_length() - 1
    learned = learn(labels, literals, seen)
    everything = conjunctions(variables, variables)
    found = any(
        table(terms, variables) == learned
        for count in range(literals + 1)
        for terms in combinations(everything, count)
    )
    return Comparison(found, "=", True)


# ----- The checks ---------------------------------------------------------------------------------


def _functions() -> Iterator[Mapping[str, Any]]:
    """All functions of three variables."""
    for labels in product((False, True), repeat=8):
        yield {"labels": labels}


def _pairs() -> Iterator[Mapping[str, Any]]:
    """All pairs of conjunctions of at most two literals over three variables."""
    for pair in combinations(conjunctions(3, 2), 2):
        yield {"terms": pair, "variables": 3}


def _triples() -> Iterator[Mapping[str, Any]]:
    for triple in combinations(conjunctions(2, 2), 3):
        yield {"terms": triple, "variables": 2}


def _cnfs() -> Iterator[Mapping[str, Any]]:
    """All pairs of clauses of at most two literals over three variables."""
    for pair in combinations(conjunctions(3, 2), 2):
        yield {"cnf": pair, "variables": 3}


def _sizes(largest: int, literals: int) -> Iterator[Mapping[str, Any]]:
    for d, k in product(range(1, largest + 1), range(literals + 1)):
        yield {"variables": d, "literals": k}


def _targets() -> Iterator[Mapping[str, Any]]:
    """All functions of two terms over two variables, and all sets of points that are seen."""
    tables = {table(pair, 2) for pair in combinations(conjunctions(2, 2), 2)}
    for labels, seen in product(sorted(tables), subsets(4)):
        yield {"labels": labels, "literals": 2, "seen": seen}


def _three_variables() -> SearchStrategy[dict[str, Any]]:
    terms = st.sampled_from(conjunctions(3, 3))
    return st.fixed_dictionaries(
        {
            "labels": st.tuples(terms, terms).map(lambda pair: table(pair, 3)),
            "literals": st.just(2),
            "seen": st.lists(st.integers(0, 7), max_size=8, unique=True).map(tuple),
        }
    )


def _sample_sizes() -> Iterator[Mapping[str, Any]]:
    errors, deltas = (Fraction(1, 20), Fraction(1, 2), Fraction(1)), (Fraction(1, 100), Fraction(1))
    for variables, literals, error, delta in product((1, 2), (0, 1, 2), errors, deltas):
        yield {"variables": variables, "literals": literals, "error": error, "delta": delta}


def _bounds() -> Iterator[Mapping[str, Any]]:
    labels = sorted({table([term], 2) for term in conjunctions(2, 2)})
    for target, size in product(labels, (5, 12, 20, 40)):
        yield {"labels": target, "literals": 1, "error": Fraction(1, 5), "size": size}


_TRUE: Conjunction = frozenset()
_X: Conjunction = frozenset({(0, True)})
_XY: Conjunction = frozenset({(0, True), (1, True)})
_NOT_X_Z: Conjunction = frozenset({(0, False), (2, True)})
_EQUAL: Formula = (_XY, frozenset({(0, False), (1, False)}))
#: Two terms of all literals of two variables; both are always false.
_ALL: Formula = (frozenset(product(range(2), (False, True))),) * 2
_SMALL_ERROR: Mapping[str, Any] = {
    "variables": 1,
    "literals": 1,
    "error": Fraction(1, 100),
    "delta": Fraction(1, 10),
}
#: All labels are true. The learned hypothesis is the least face of the square that has the sample;
#: it is wrong when the sample lies in one of the four edges.
_EDGES: Mapping[str, Any] = {
    "labels": (True,) * 4,
    "literals": 1,
    "error": Fraction(9, 20),
    "size": 8,
}
_PARITY: Table = tuple(sum(x) % 2 == 1 for x in points(3))

CHECKS = (
    RowChecks(
        "ch09-cnf-dnf",
        instances=(
            Instance("parity", terms_of_points, {"labels": _PARITY}),
            Instance("parity-clauses", clauses_of_points, {"labels": _PARITY}),
            Instance("equality", has_terms, {"labels": table(_EQUAL, 2), "count": 2}),
            Instance("never", has_terms, {"labels": (False,) * 4, "count": 0}),
        ),
        searches=(
            Exhaustion("terms", terms_of_points, _functions),
            Exhaustion("clauses", clauses_of_points, _functions),
        ),
        controls=(
            Control(
                "too-few-terms",
                "two terms are said to be enough for every function",
                has_terms,
                refuted_by={"labels": _PARITY, "count": 2},
                holds_for={"labels": table((_XY, _NOT_X_Z), 3), "count": 2},
            ),
        ),
    ),
    RowChecks(
        "ch09-dnf-to-cnf",
        instances=(
            Instance("two-terms", same_as_clauses, {"terms": (_XY, _NOT_X_Z), "variables": 3}),
            Instance("empty-term", same_as_clauses, {"terms": (_TRUE, _XY), "variables": 2}),
            Instance("no-term", same_as_clauses, {"terms": (), "variables": 2}),
            Instance("equality", same_as_clauses, {"terms": _EQUAL, "variables": 2}),
            Instance("contradictory-terms", same_as_clauses, {"terms": _ALL, "variables": 2}),
            Instance("number", number_of_clauses, {"terms": (_XY, _NOT_X_Z), "variables": 3}),
            Instance("most-clauses", number_of_clauses, {"terms": _ALL, "variables": 2}),
            Instance("width", width_of_clauses, {"terms": (_XY, _NOT_X_Z)}),
        ),
        searches=(
            Exhaustion("pairs", same_as_clauses, _pairs),
            Exhaustion("triples", same_as_clauses, _triples),
            Exhaustion("numbers", number_of_clauses, _pairs),
            Exhaustion(
                "widths", width_of_clauses, lambda: ({"terms": c["terms"]} for c in _pairs())
            ),
        ),
        controls=(
            Control(
                "empty-false",
                "a term without literals counts as false",
                same_with_empty_false,
                refuted_by={"terms": (_TRUE, _XY), "variables": 2},
                holds_for={"terms": (_X, _XY), "variables": 2},
                drops="finite-terms",
            ),
            Control(
                "one-term-less",
                "no literal is chosen from the last term",
                same_without_last,
                refuted_by={"terms": (_XY, _NOT_X_Z), "variables": 3},
                holds_for={"terms": (_X, _XY), "variables": 3},
            ),
        ),
    ),
    RowChecks(
        "ch09-cnf-complement",
        instances=(
            Instance("two-clauses", complement_is_disjunction, {"cnf": _EQUAL, "variables": 2}),
            Instance("no-clause", complement_is_disjunction, {"cnf": (), "variables": 2}),
            Instance("empty-clause", complement_is_disjunction, {"cnf": (_TRUE,), "variables": 2}),
            Instance("width", complement_width, {"cnf": (_X, _XY, _NOT_X_Z), "width": 2}),
        ),
        searches=(
            Exhaustion("pairs", complement_is_disjunction, _cnfs),
            Exhaustion(
                "widths",
                complement_width,
                lambda: ({"cnf": c["cnf"], "width": 2} for c in _cnfs()),
            ),
        ),
        controls=(
            Control(
                "one-term",
                "the complement is said to be one conjunction",
                complement_by_one_term,
                refuted_by={"cnf": _EQUAL, "variables": 2},
                holds_for={"cnf": (_XY,), "variables": 2},
            ),
            Control(
                "few-terms",
                "the complement is said to have at most as many terms as a clause has literals",
                complement_has_few_terms,
                refuted_by={
                    "cnf": tuple(frozenset({(i, True)}) for i in range(3)),
                    "width": 1,
                    "variables": 3,
                },
                holds_for={"cnf": (_XY,), "width": 1, "variables": 2},
            ),
        ),
    ),
    RowChecks(
        "ch09-candidate-count",
        instances=(
            Instance("three-two", candidate_count, {"variables": 3, "literals": 2}),
            Instance("more-literals", candidate_count, {"variables": 1, "literals": 3}),
            Instance("one-literal", candidate_bound, {"variables": 4, "literals": 1}),
            Instance("six-three", candidate_bound, {"variables": 6, "literals": 3}),
            Instance("class", class_size, {"variables": 2, "literals": 1}),
            Instance("whole-class", all_functions, {"variables": 2}),
        ),
        searches=(
            Exhaustion("counts", candidate_count, lambda: _sizes(4, 4)),
            Exhaustion("bounds", candidate_bound, lambda: _sizes(20, 6)),
            Exhaustion("classes", class_size, lambda: _sizes(2, 2)),
        ),
        controls=(
            Control(
                "short-bound",
                "the bound is said to be 2 d^k",
                candidate_bound_short,
                refuted_by={"variables": 1, "literals": 3},
                holds_for={"variables": 3, "literals": 0},
            ),
        ),
        plots=(
            Plot(
                "variables",
                "Conjunctions of at most two literals",
                candidate_bound,
                "variables",
                tuple(range(1, 21)),
                {"": {"literals": 2}},
                "number of variables d",
                "conjunctions",
                "(2d + 1)²",
            ),
        ),
    ),
    RowChecks(
        "ch09-valiant",
        instances=(
            Instance(
                "equality",
                consistent,
                {"labels": table(_EQUAL, 2), "literals": 2, "seen": (0, 1, 3)},
            ),
            Instance(
                "three-variables",
                consistent,
                {"labels": table((_XY, _NOT_X_Z), 3), "literals": 2, "seen": (0, 2, 5, 7)},
            ),
            Instance(
                "bound",
                learns,
                {
                    "labels": table((_XY,), 2),
                    "literals": 1,
                    "error": Fraction(1, 5),
                    "size": 20,
                },
            ),
            Instance("edges-of-a-square", learns, _EDGES),
            Instance(
                "enough",
                enough_examples,
                {
                    "labels": table((_X,), 1),
                    "literals": 1,
                    "error": Fraction(1, 4),
                    "delta": Fraction(1, 10),
                },
            ),
            Instance("sample-size", size_suffices, _SMALL_ERROR),
            Instance("all-samples", samples_are_counted, {"number": 4, "size": 5}),
        ),
        searches=(
            Exhaustion("two-variables", consistent, _targets),
            Search("three-variables", consistent, _three_variables),
            Exhaustion("bounds", learns, _bounds),
            Exhaustion("sample-sizes", size_suffices, _sample_sizes),
        ),
        controls=(
            Control(
                "parity",
                "the labels are those of a parity of three variables",
                consistent,
                refuted_by={"labels": _PARITY, "literals": 2, "seen": tuple(range(8))},
                holds_for={
                    "labels": table((_XY, _NOT_X_Z), 3),
                    "literals": 2,
                    "seen": tuple(range(8)),
                },
                drops="realizable",
            ),
            Control(
                "copies",
                "the sample repeats one example",
                learns_from_copies,
                refuted_by={
                    "labels": table((_XY,), 2),
                    "literals": 1,
                    "error": Fraction(1, 5),
                    "size": 40,
                },
                holds_for={
                    "labels": table((_XY,), 2),
                    "literals": 1,
                    "error": Fraction(1, 5),
                    "size": 1,
                },
                drops="iid-sample",
            ),
            Control(
                "size-for-one",
                "the sample size is that of a class with one member",
                size_suffices_without_class,
                refuted_by=_SMALL_ERROR,
                holds_for={**_SMALL_ERROR, "error": Fraction(1)},
            ),
            Control(
                "without-the-class",
                "the number of hypotheses is left out of the bound",
                learns_without_class,
                refuted_by=_EDGES,
                holds_for={
                    "labels": table((_XY,), 2),
                    "literals": 1,
                    "error": Fraction(1, 5),
                    "size": 20,
                },
            ),
            Control(
                "proper",
                "the output is said to be a formula of the target's form",
                output_is_proper,
                refuted_by={"labels": (True,) * 8, "literals": 2, "seen": (0, 3, 5)},
                holds_for={"labels": table((_X,), 1), "literals": 1, "seen": (0, 1)},
            ),
        ),
    ),
)
