"""Checks of chapter 22: connection in random graphs, in-context bigrams, nested likelihoods.

Probabilities are sums over all sets of edges; likelihoods are products of fractions.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.matrices import Vector, vector
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
from pyharness.checks.sequences_causality import induction_head, mean_of_matches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import sympy

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)


# ----- Percolation --------------------------------------------------------------------------------

Edge = tuple[int, int]
Graph = tuple[Edge, ...]


def component(edges: tuple[Edge, ...], start: int) -> frozenset[int]:
    """Return the vertices that the edges connect to one."""
    found = {start}
    while True:
        more = {b for e in edges for a, b in (e, e[::-1]) if a in found} - found
        if not more:
            return frozenset(found)
        found |= more


def connected(vertices: tuple[int, ...]) -> Callable[[tuple[Edge, ...]], bool]:
    """Return whether the kept edges connect all the vertices."""
    return lambda edges: set(vertices) <= component(edges, vertices[0])


def chance(graph: Graph, p: Fraction, event: Callable[[tuple[Edge, ...]], bool]) -> Fraction:
    """Return the probability of an event of the kept edges, each kept with probability ``p``."""
    answer = Fraction(0)
    for kept in product((True, False), repeat=len(graph)):
        edges = tuple(e for e, keep in zip(graph, kept, strict=True) if keep)
        if event(edges):
            answer += prod((p if keep else 1 - p for keep in kept), start=Fraction(1))
    return answer


def grows_with_probability(
    graph: Graph, vertices: tuple[int, ...], p: Fraction, q: Fraction
) -> Comparison:
    """The vertices are connected with no smaller probability if edges are kept more often."""
    event = connected(vertices)
    return Comparison(chance(graph, p, event), "≤", chance(graph, q, event))


def grows_with_edges(
    graph: Graph, more: Graph, vertices: tuple[int, ...], p: Fraction
) -> Comparison:
    """The vertices are connected with no smaller probability in a graph with more edges."""
    event = connected(vertices)
    return Comparison(chance(graph, p, event), "≤", chance(graph + more, p, event))


def polynomial_is(
    graph: Graph, vertices: tuple[int, ...], p: Fraction, coefficients: tuple[int, ...]
) -> Comparison:
    """The probability of connection is the polynomial with these coefficients."""
    value = sum((c * p**k for k, c in enumerate(coefficients)), Fraction(0))
    return Comparison(chance(graph, p, connected(vertices)), "=", value)


def two_components_grow(graph: Graph, size: int, p: Fraction, q: Fraction) -> Comparison:
    """There are exactly two components with no smaller probability if edges are kept more often."""

    def event(edges: tuple[Edge, ...]) -> bool:
        return len({component(edges, v) for v in range(size)}) == 2

    return Comparison(chance(graph, p, event), "≤", chance(graph, q, event))


def series_grows(p: Fraction, q: Fraction, *, opposite: bool) -> Comparison:
    """Two edges in a row connect with no smaller probability if they are kept more often.

    At the first probability both edges are kept together or not at all, at the second they are
    kept as rarely together as possible if they are opposite, and independently if not.
    """
    second = max(Fraction(0), 2 * q - 1) if opposite else q**2
    first = p if opposite else p**2
    return Comparison(first, "≤", second)


def bridge() -> tuple[sympy.Expr, sympy.Expr]:
    """The probability of connection across the bridge with five edges."""
    import sympy

    p = sympy.Symbol("p")
    event = connected((0, 3))
    total = sympy.Integer(0)
    for kept in product((True, False), repeat=len(_BRIDGE)):
        if event(tuple(e for e, keep in zip(_BRIDGE, kept, strict=True) if keep)):
            total += sympy.Mul(*[p if keep else 1 - p for keep in kept])
    return total, 2 * p**2 + 2 * p**3 - 5 * p**4 + 2 * p**5


# ----- Bigrams ------------------------------------------------------------------------------------


def bigram(context: str, symbol: str, alphabet: str) -> Vector:
    """Return the frequencies of the successors of a symbol; zero if it has none."""
    followers = [b for a, b in pairwise(context) if a == symbol]
    count = len(followers)
    return tuple(Fraction(followers.count(b), count) if count else Fraction(0) for b in alphabet)


def bigram_with_last(context: str, symbol: str, alphabet: str) -> Vector:
    """Return the numbers of transitions over all occurrences, with the last token."""
    followers = [b for a, b in pairwise(context) if a == symbol]
    return tuple(Fraction(followers.count(b), context.count(symbol)) for b in alphabet)


def is_a_distribution(context: str, symbol: str, alphabet: str) -> Comparison:
    """The estimate has the sum one."""
    return Comparison(sum(bigram(context, symbol, alphabet)), "=", 1)


def is_a_distribution_with_last(context: str, symbol: str, alphabet: str) -> Comparison:
    """The same if the last token is counted in the denominator."""
    return Comparison(sum(bigram_with_last(context, symbol, alphabet)), "=", 1)


def likelihood(context: str, rows: Mapping[str, Vector], alphabet: str) -> Fraction:
    """Return the product of the probabilities of all transitions."""
    return prod((rows[a][alphabet.index(b)] for a, b in pairwise(context)), start=Fraction(1))


def most_likely(context: str, first: Fraction, second: Fraction) -> Comparison:
    """For two symbols the estimate has at least the likelihood of these transitions.

    They are the probabilities of ``a`` after ``a`` and after ``b``.
    """
    other = {"a": (first, 1 - first), "b": (second, 1 - second)}
    estimate = {s: bigram(context, s, "ab") for s in "ab"}
    return Comparison(likelihood(context, other, "ab"), "≤", likelihood(context, estimate, "ab"))


def most_likely_with_last(context: str, first: Fraction, second: Fraction) -> Comparison:
    """The same for the estimate with the last token in the denominator."""
    other = {"a": (first, 1 - first), "b": (second, 1 - second)}
    estimate = {s: bigram_with_last(context, s, "ab") for s in "ab" if s in context}
    return Comparison(likelihood(context, other, "ab"), "≤", likelihood(context, estimate, "ab"))


def head_is_bigram(context: str, alphabet: str) -> Comparison:
    """The averaging induction head outputs the bigram estimate of the last token."""
    estimate = bigram(context, context[-1], alphabet)
    return Comparison(induction_head(context, alphabet), "=", estimate)


def unshifted_head_is_bigram(context: str, alphabet: str) -> Comparison:
    """The same for a head that reads the matching positions themselves."""
    output = mean_of_matches(tuple(context), context, context[-1], alphabet)
    return Comparison(output, "=", bigram(context, context[-1], alphabet))


def head_has_sum_one(context: str, alphabet: str) -> Comparison:
    """The output of the head has the sum one."""
    return Comparison(sum(induction_head(context, alphabet)), "=", 1)


# ----- Nested likelihoods -------------------------------------------------------------------------


def maximum(targets: str) -> Fraction:
    """Return the largest likelihood of one law for all targets: their frequencies."""
    return prod((Fraction(targets.count(b), len(targets)) for b in targets), start=Fraction(1))


def rows_of(context: str) -> list[str]:
    """Return the successors of each symbol that has some."""
    return [
        "".join(b for a, b in pairwise(context) if a == symbol)
        for symbol in sorted(set(context[:-1]))
    ]


def uniform_below_unigram(context: str, alphabet: str) -> Comparison:
    """The uniform law has at most the likelihood of the best unigram law, for all targets."""
    targets = context[1:]
    return Comparison(Fraction(1, len(alphabet)) ** len(targets), "≤", maximum(targets))


def unigram_below_bigram(context: str) -> Comparison:
    """The best unigram law has at most the likelihood of the best bigram law."""
    best = prod(map(maximum, rows_of(context)), start=Fraction(1))
    return Comparison(maximum(context[1:]), "≤", best)


def equal_if_rows_agree(context: str) -> Comparison:
    """Both likelihoods are equal exactly if all rows have the frequencies of the targets."""
    targets, rows = context[1:], rows_of(context)
    best = prod(map(maximum, rows), start=Fraction(1))
    agree = all(
        Fraction(row.count(b), len(row)) == Fraction(targets.count(b), len(targets))
        for row in rows
        for b in set(targets)
    )
    return Comparison(maximum(targets) == best, "=", agree)


def unigram_of_fewer_targets(context: str, skipped: int) -> Comparison:
    """The same for a unigram law that predicts fewer of the targets."""
    best = prod(map(maximum, rows_of(context)), start=Fraction(1))
    return Comparison(maximum(context[1 + skipped :]), "≤", best)


# ----- Values -------------------------------------------------------------------------------------

_TRIANGLE: Graph = ((0, 1), (1, 2), (0, 2))
_PATH: Graph = ((0, 1), (1, 2), (2, 3))
#: Four vertices, two routes and an edge between them.
_BRIDGE: Graph = ((0, 1), (0, 2), (1, 2), (1, 3), (2, 3))


def _words(longest: int, alphabet: str) -> Iterator[str]:
    """List the words with at least two letters."""
    for length in range(2, longest + 1):
        for letters in product(alphabet, repeat=length):
            yield "".join(letters)


def _graphs(size: int) -> Iterator[Graph]:
    """List the graphs on so many vertices."""
    edges = [(a, b) for a in range(size) for b in range(a + 1, size)]
    for kept in product((True, False), repeat=len(edges)):
        yield tuple(e for e, keep in zip(edges, kept, strict=True) if keep)


CHECKS = (
    RowChecks(
        "ch22-percolation",
        identities=(Identity("bridge", bridge),),
        instances=(
            Instance(
                "triangle",
                polynomial_is,
                {
                    "graph": _TRIANGLE,
                    "vertices": (0, 1),
                    "p": _HALF,
                    "coefficients": (0, 1, 1, -1),
                },
            ),
            Instance(
                "path",
                polynomial_is,
                {
                    "graph": _PATH,
                    "vertices": (0, 3),
                    "p": Fraction(2, 3),
                    "coefficients": (0, 0, 0, 1),
                },
            ),
            Instance(
                "three-vertices",
                grows_with_probability,
                {
                    "graph": _BRIDGE,
                    "vertices": (0, 1, 3),
                    "p": Fraction(1, 3),
                    "q": Fraction(1, 2),
                },
            ),
            Instance(
                "one-more-edge",
                grows_with_edges,
                {"graph": _PATH, "more": ((0, 3),), "vertices": (0, 3), "p": _HALF},
            ),
            Instance(
                "certain",
                grows_with_probability,
                {"graph": _PATH, "vertices": (0, 3), "p": Fraction(0), "q": Fraction(1)},
            ),
        ),
        searches=(
            Exhaustion(
                "graphs-on-four-vertices",
                grows_with_probability,
                lambda: (
                    {"graph": graph, "vertices": (0, 3), "p": Fraction(1, 3), "q": _HALF}
                    for graph in _graphs(4)
                ),
            ),
            Exhaustion(
                "one-more-edge",
                grows_with_edges,
                lambda: (
                    {"graph": graph, "more": (edge,), "vertices": (0, 3), "p": Fraction(1, 3)}
                    for graph in _graphs(4)
                    for edge in (*_PATH, (0, 3))
                    if edge not in graph
                ),
            ),
            Search(
                "probabilities",
                grows_with_probability,
                lambda: st.tuples(*[st.parts(0, 1, 8)] * 2).map(
                    lambda pair: {
                        "graph": _BRIDGE,
                        "vertices": (0, 3),
                        "p": min(pair),
                        "q": max(pair),
                    }
                ),
                cases=30,
            ),
        ),
        controls=(
            Control(
                "two-components",
                "the event is that there are exactly two components",
                two_components_grow,
                refuted_by={
                    "graph": _TRIANGLE,
                    "size": 3,
                    "p": Fraction(1, 3),
                    "q": Fraction(9, 10),
                },
                holds_for={
                    "graph": _TRIANGLE,
                    "size": 3,
                    "p": Fraction(0),
                    "q": Fraction(1, 3),
                },
            ),
            Control(
                "dependent-edges",
                "edges are kept together at one probability and apart at the other",
                series_grows,
                refuted_by={"p": _HALF, "q": Fraction(2, 3), "opposite": True},
                holds_for={"p": _HALF, "q": Fraction(2, 3), "opposite": False},
                drops="independent-edges",
            ),
        ),
        plots=(
            Plot(
                "one-more-edge",
                "One more edge connects the ends of a path more often",
                grows_with_edges,
                "p",
                tuple(Fraction(k, 16) for k in range(17)),
                {"": {"graph": _PATH, "more": ((0, 2),), "vertices": (0, 3)}},
                axis="probability p of an edge",
                left="path of three edges",
                right="with a shortcut",
            ),
        ),
    ),
    RowChecks(
        "ch22-bigram-estimator",
        instances=(
            Instance(
                "abac", is_a_distribution, {"context": "abac", "symbol": "a", "alphabet": "abc"}
            ),
            Instance(
                "last-token-not-counted",
                is_a_distribution,
                {"context": "aba", "symbol": "a", "alphabet": "ab"},
            ),
            Instance(
                "fair-coin",
                most_likely,
                {"context": "abaabb", "first": _HALF, "second": _HALF},
            ),
            Instance(
                "with-equality",
                most_likely,
                {"context": "aabab", "first": Fraction(1, 3), "second": Fraction(1)},
            ),
        ),
        searches=(
            Exhaustion(
                "distributions",
                is_a_distribution,
                lambda: (
                    {"context": word, "symbol": symbol, "alphabet": "ab"}
                    for word in _words(6, "ab")
                    for symbol in sorted(set(word[:-1]))
                ),
            ),
            Exhaustion(
                "likelihoods",
                most_likely,
                lambda: (
                    {"context": word, "first": p, "second": q}
                    for word in _words(5, "ab")
                    for p, q in product(vector(0, "1/3", "1/2", 1), repeat=2)
                ),
            ),
        ),
        controls=(
            Control(
                "last-token-counted",
                "the last token is counted in the denominator",
                is_a_distribution_with_last,
                refuted_by={"context": "aba", "symbol": "a", "alphabet": "ab"},
                holds_for={"context": "aba", "symbol": "b", "alphabet": "ab"},
            ),
            Control(
                "last-token-counted-likelihood",
                "the likelihood is that of the estimate with the last token in the denominator",
                most_likely_with_last,
                refuted_by={"context": "aba", "first": Fraction(0), "second": Fraction(1)},
                holds_for={"context": "aab", "first": _HALF, "second": _HALF},
            ),
            Control(
                "no-successor",
                "the symbol occurs only at the end",
                is_a_distribution,
                refuted_by={"context": "aab", "symbol": "b", "alphabet": "ab"},
                holds_for={"context": "aab", "symbol": "a", "alphabet": "ab"},
                drops="has-successor",
            ),
        ),
    ),
    RowChecks(
        "ch22-induction-bigram",
        instances=(
            Instance("two-successors", head_is_bigram, {"context": "abaca", "alphabet": "abc"}),
            Instance("one-successor", head_is_bigram, {"context": "aba", "alphabet": "ab"}),
            Instance("constant", head_is_bigram, {"context": "aaaa", "alphabet": "ab"}),
        ),
        searches=(
            Exhaustion(
                "short-contexts",
                head_is_bigram,
                lambda: (
                    {"context": word, "alphabet": "abc"}
                    for word in _words(5, "abc")
                    if word[-1] in word[:-1]
                ),
            ),
        ),
        controls=(
            Control(
                "not-shifted",
                "the head reads the matching positions themselves",
                unshifted_head_is_bigram,
                refuted_by={"context": "aba", "alphabet": "ab"},
                holds_for={"context": "aaa", "alphabet": "ab"},
            ),
            Control(
                "no-previous-occurrence",
                "the token has not occurred before",
                head_has_sum_one,
                refuted_by={"context": "aab", "alphabet": "ab"},
                holds_for={"context": "aba", "alphabet": "ab"},
                drops="previous-occurrence",
            ),
        ),
    ),
    RowChecks(
        "ch22-shortcut-ordering",
        instances=(
            Instance("unigram", uniform_below_unigram, {"context": "aabab", "alphabet": "ab"}),
            Instance("balanced", uniform_below_unigram, {"context": "aabba", "alphabet": "ab"}),
            Instance("bigram", unigram_below_bigram, {"context": "ababab"}),
            Instance("constant", unigram_below_bigram, {"context": "aaaa"}),
            Instance("equality", equal_if_rows_agree, {"context": "aabba"}),
        ),
        searches=(
            Exhaustion(
                "unigrams",
                uniform_below_unigram,
                lambda: ({"context": word, "alphabet": "ab"} for word in _words(7, "ab")),
            ),
            Exhaustion(
                "bigrams",
                unigram_below_bigram,
                lambda: ({"context": word} for word in _words(5, "abc")),
            ),
            Exhaustion(
                "equality",
                equal_if_rows_agree,
                lambda: ({"context": word} for word in _words(5, "abc")),
            ),
        ),
        controls=(
            Control(
                "fewer-targets",
                "the unigram law predicts fewer targets than the bigram law",
                unigram_of_fewer_targets,
                refuted_by={"context": "abaa", "skipped": 2},
                holds_for={"context": "abaa", "skipped": 0},
                drops="same-targets",
            ),
        ),
    ),
)
