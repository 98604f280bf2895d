"""Checks of chapter 15: causal masks, the residual stream, heads and retrieval.

The weights of attention come from a positive rational kernel in place of the exponential, so that
states are exact. The state of a token is a vector of fractions.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import exp, real, total
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    dot,
    matrices,
    matrix,
    rank,
    subtract,
    times,
    transpose,
    vector,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Instance,
    Plot,
    RowChecks,
    Search,
    shown,
)
from pyharness.checks.sequences import average, normalized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["CHECKS"]


# ----- The causal mask ----------------------------------------------------------------------------


def mask_scores(scores: Matrix) -> Matrix:
    """Return the attention matrix: later scores are removed, then each row is normalized."""
    return tuple(
        normalized(row[: t + 1]) + (Fraction(0),) * (len(row) - t - 1)
        for t, row in enumerate(scores)
    )


def mask_weights(scores: Matrix) -> Matrix:
    """Return the matrix whose rows are normalized first, then later weights are set to zero."""
    return tuple(
        normalized(row)[: t + 1] + (Fraction(0),) * (len(row) - t - 1)
        for t, row in enumerate(scores)
    )


def no_mask(scores: Matrix) -> Matrix:
    """Return the attention matrix without a mask."""
    return tuple(map(normalized, scores))


def later_replaced(scores: Matrix, others: Matrix) -> Matrix:
    """Return the scores with those of later positions taken from another matrix."""
    return tuple(
        row[: t + 1] + other[t + 1 :]
        for t, (row, other) in enumerate(zip(scores, others, strict=True))
    )


def rows_see_the_past(scores: Matrix, others: Matrix) -> Comparison:
    """No row of the attention matrix changes when the scores of later positions do."""
    return Comparison(mask_scores(scores), "=", mask_scores(later_replaced(scores, others)))


def rows_see_the_past_masked_late(scores: Matrix, others: Matrix) -> Comparison:
    """The same when weights are set to zero after normalization."""
    return Comparison(mask_weights(scores), "=", mask_weights(later_replaced(scores, others)))


def triangular_and_stochastic(scores: Matrix) -> Comparison:
    """The attention matrix is lower triangular and its rows have the sum one."""
    rows = mask_scores(scores)
    later = tuple(a for t, row in enumerate(rows) for a in row[t + 1 :])
    sums = tuple(sum(row, Fraction(0)) for row in rows)
    return Comparison((*later, *sums), "=", (0,) * len(later) + (1,) * len(sums))


def attention_is(scores: Matrix, expected: Matrix) -> Comparison:
    """The attention matrix is this one: each row normalized over the positions it sees."""
    return Comparison(mask_scores(scores), "=", expected)


def _positive_rows(size: int, largest: int) -> Iterator[Matrix]:
    """List the square matrices with entries from one to the largest."""
    entries = [Fraction(n) for n in range(1, largest + 1)]
    for numbers in product(entries, repeat=size * size):
        yield tuple(numbers[i * size : (i + 1) * size] for i in range(size))


# ----- Stacks of layers ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Layer:
    """Attention with a mask and residual, then an MLP with residual.

    Parameters
    ----------
    query, key, value, token
        The matrices; ``token`` is the one of the MLP ``u -> max(token u, 0)``.
    mask
        Turns the matrix of scores into the attention matrix.
    """

    query: Matrix
    key: Matrix
    value: Matrix
    token: Matrix
    mask: Callable[[Matrix], Matrix] = mask_scores

    def __str__(self) -> str:
        parts = (self.query, self.key, self.value, self.token)
        return f"{self.mask.__name__} {shown(parts)}"


def attention(layer: Layer, states: Matrix) -> Matrix:
    """Return what attention writes: averages of values, with the kernel ``1 + (q·k)²``."""
    queries, keys, values = (
        [apply(m, h) for h in states] for m in (layer.query, layer.key, layer.value)
    )
    scores = tuple(tuple(1 + dot(q, k) ** 2 for k in keys) for q in queries)
    return times(layer.mask(scores), tuple(values))


def rectify(x: Vector) -> Vector:
    """Return the positive parts."""
    return tuple(max(a, Fraction(0)) for a in x)


def mlp(layer: Layer, states: Matrix) -> Matrix:
    """Return what the MLP writes, position by position."""
    return tuple(rectify(apply(layer.token, u)) for u in states)


def plus(states: Matrix, writes: Matrix) -> Matrix:
    """Return the sum, position by position."""
    return tuple(map(add, states, writes))


def stream(layers: tuple[Layer, ...], states: Matrix) -> tuple[Matrix, ...]:
    """Return the states before the first layer and after each."""
    found = [states]
    for layer in layers:
        states = plus(states, attention(layer, states))
        states = plus(states, mlp(layer, states))
        found.append(states)
    return tuple(found)


def centred_stream(layers: tuple[Layer, ...], states: Matrix) -> tuple[Matrix, ...]:
    """The same, but the mean over all positions is subtracted after each layer."""
    found = [states]
    for layer in layers:
        states = stream((layer,), states)[-1]
        mean = tuple(sum(column) / len(states) for column in transpose(states))
        states = tuple(subtract(h, mean) for h in states)
        found.append(states)
    return tuple(found)


def prefix_decides(layers: tuple[Layer, ...], tokens: Matrix, others: Matrix) -> Comparison:
    """Other tokens after a prefix change no state at a position of the prefix, in any layer.

    The second input has the first tokens of the first one, and then the others.
    """
    agree = len(tokens) - len(others)
    inputs = (tokens, tokens[:agree] + others)
    left, right = ([h[:agree] for h in stream(layers, x)] for x in inputs)
    return Comparison(left, "=", right)


def prefix_decides_centred(layers: tuple[Layer, ...], tokens: Matrix, others: Matrix) -> Comparison:
    """The same for layers that subtract the mean over all positions."""
    agree = len(tokens) - len(others)
    inputs = (tokens, tokens[:agree] + others)
    left, right = ([h[:agree] for h in centred_stream(layers, x)] for x in inputs)
    return Comparison(left, "=", right)


def writes_add_up(layers: tuple[Layer, ...], tokens: Matrix) -> Comparison:
    """The last state is the first one plus what all layers write."""
    summed, states = tokens, tokens
    for layer in layers:
        first = attention(layer, states)
        after_attention = plus(states, first)
        second = mlp(layer, after_attention)
        summed = plus(plus(summed, first), second)
        states = plus(after_attention, second)
    return Comparison(stream(layers, tokens)[-1], "=", summed)


def shrunk(states: Matrix) -> Matrix:
    """Return the states, each divided by the larger of one and the sum of its sizes."""
    return tuple(tuple(a / max(1, sum(map(abs, h))) for a in h) for h in states)


def writes_add_up_normalized(layers: tuple[Layer, ...], tokens: Matrix) -> Comparison:
    """The same when the states are normalized after each layer."""
    summed, states = tokens, tokens
    for layer in layers:
        first = attention(layer, states)
        second = mlp(layer, plus(states, first))
        summed = plus(plus(summed, first), second)
        states = shrunk(plus(plus(states, first), second))
    return Comparison(states, "=", summed)


def nothing_written(tokens: Matrix, count: int) -> Comparison:
    """Layers that write zero leave the stream unchanged."""
    size = len(tokens[0])
    zero = ((Fraction(0),) * size,) * size
    one = tuple(tuple(Fraction(int(i == j)) for j in range(size)) for i in range(size))
    layers = (Layer(one, one, zero, zero),) * count
    return Comparison(stream(layers, tokens), "=", (tokens,) * (count + 1))


# ----- Heads --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Head:
    """The matrices ``A``, ``W_V`` and ``W_O`` of a head; states are rows.

    Parameters
    ----------
    attention, value, output
        The three matrices.
    """

    attention: Matrix
    value: Matrix
    output: Matrix

    def __str__(self) -> str:
        return shown((self.attention, self.value, self.output))


def read(head: Head, states: Matrix) -> Matrix:
    """Return ``A H W_V``."""
    return times(times(head.attention, states), head.value)


def concatenated(parts: list[Matrix]) -> Matrix:
    """Return the matrices side by side."""
    return tuple(sum(rows, ()) for rows in zip(*parts, strict=True))


def heads_add_up(heads: tuple[Head, ...], states: Matrix) -> Comparison:
    """Concatenated heads times the stacked output matrices are the sum of the heads."""
    joined = concatenated([read(head, states) for head in heads])
    stacked = sum((head.output for head in heads), ())
    writes = [times(read(head, states), head.output) for head in heads]
    summed = writes[0]
    for write in writes[1:]:
        summed = plus(summed, write)
    return Comparison(times(joined, stacked), "=", summed)


def heads_add_up_shuffled(heads: tuple[Head, ...], states: Matrix) -> Comparison:
    """The same when the output matrices are stacked in the opposite order."""
    joined = concatenated([read(head, states) for head in heads])
    stacked = sum((head.output for head in reversed(heads)), ())
    right = heads_add_up(heads, states).right
    return Comparison(times(joined, stacked), "=", right)


def heads_add_up_mixed(heads: tuple[Head, ...], states: Matrix) -> Comparison:
    """The same when each row of the concatenation is divided by one plus its sum of squares."""
    joined = concatenated([read(head, states) for head in heads])
    mixed = tuple(tuple(a / (1 + dot(row, row)) for a in row) for row in joined)
    stacked = sum((head.output for head in heads), ())
    alone = [
        times(
            tuple(tuple(a / (1 + dot(row, row)) for a in row) for row in read(head, states)),
            head.output,
        )
        for head in heads
    ]
    summed = alone[0]
    for write in alone[1:]:
        summed = plus(summed, write)
    return Comparison(times(mixed, stacked), "=", summed)


def rank_of_a_head(head: Head, states: Matrix) -> Comparison:
    """What a head writes has at most the rank that is the dimension of the head."""
    return Comparison(rank(times(read(head, states), head.output)), "≤", len(head.output))


# ----- The induction head -------------------------------------------------------------------------


def one_hot(symbol: str, alphabet: str) -> Vector:
    """Return the vector of a symbol."""
    return tuple(Fraction(int(symbol == other)) for other in alphabet)


def mean_of_matches(keys: tuple[str, ...], values: str, query: str, alphabet: str) -> Vector:
    """Return the mean vector of the values whose key is the query; zero if there is none."""
    found = [one_hot(v, alphabet) for k, v in zip(keys, values, strict=True) if k == query]
    if not found:
        return one_hot("", alphabet)
    return tuple(sum(column) / len(found) for column in zip(*found, strict=True))


def induction_head(sequence: str, alphabet: str) -> Vector:
    """Return the output of the two layers: previous tokens as keys, then one hard read."""
    previous = ("", *sequence[:-1])  # the first position has a null key
    return mean_of_matches(previous, sequence, sequence[-1], alphabet)


def copies_the_successor(sequence: str, alphabet: str) -> Comparison:
    """The output is the token after the latest earlier occurrence of the last token."""
    earlier = sequence.rindex(sequence[-1], 0, len(sequence) - 1)
    return Comparison(
        induction_head(sequence, alphabet), "=", one_hot(sequence[earlier + 1], alphabet)
    )


def copies_without_shift(sequence: str, alphabet: str) -> Comparison:
    """The same when the key of a position is its own token."""
    earlier = sequence.rindex(sequence[-1], 0, len(sequence) - 1)
    output = mean_of_matches(tuple(sequence), sequence, sequence[-1], alphabet)
    return Comparison(output, "=", one_hot(sequence[earlier + 1], alphabet))


def finds_something(sequence: str, alphabet: str) -> Comparison:
    """The output is a probability vector."""
    return Comparison(sum(induction_head(sequence, alphabet)), "=", 1)


def _with_one_match(longest: int, alphabet: str) -> Iterator[Mapping[str, object]]:
    """List the sequences whose last token has occurred exactly once before."""
    for length in range(2, longest + 1):
        for symbols in product(alphabet, repeat=length):
            if symbols[:-1].count(symbols[-1]) == 1:
                yield {"sequence": "".join(symbols), "alphabet": alphabet}


# ----- Retrieval with a margin --------------------------------------------------------------------


def largest_ratio(weights: Vector, star: int) -> Fraction:
    """Return ``e^(-Δ)``: the largest other weight over that of the position."""
    return max(w / weights[star] for j, w in enumerate(weights) if j != star)


def weight_at_least(weights: Vector, star: int, ratio: Fraction | None = None) -> Comparison:
    """The weight of the position is at least ``1 / (1 + (n-1) e^(-Δ))``.

    Weights are exponentials of scores; ``e^(-Δ)`` is the given ratio or the right one.
    """
    given = largest_ratio(weights, star) if ratio is None else ratio
    return Comparison(normalized(weights)[star], "≥", 1 / (1 + (len(weights) - 1) * given))


def weight_at_least_alone(weights: Vector, star: int) -> Comparison:
    """The same without the factor ``n - 1``."""
    return Comparison(normalized(weights)[star], "≥", 1 / (1 + largest_ratio(weights, star)))


def output_is_near(weights: Vector, star: int, values: Matrix) -> Comparison:
    """The output is near the value of the position, in the largest coordinate."""

    def size(x: Vector) -> Fraction:
        return max(map(abs, x))

    output = tuple(average(weights, column) for column in transpose(values))
    lost = (len(weights) - 1) * largest_ratio(weights, star)
    spread = max(size(subtract(v, values[star])) for v in values)
    return Comparison(size(subtract(output, values[star])), "≤", lost / (1 + lost) * spread)


def weight_of_scores(margin: Fraction, others: int, gap: Fraction) -> Comparison:
    """With a margin Δ below the position, and the gap between the other scores, the same.

    Here the weights are exponentials, as in the softmax.
    """
    scores = [-margin - k * gap for k in range(others)]
    weight = 1 / (1 + total(exp(s) for s in scores))
    return Comparison(weight, "≥", 1 / (1 + real(others) * exp(-margin)))


# ----- Values -------------------------------------------------------------------------------------

_E = matrix((1, 0), (0, 1))
_TURN = matrix((0, 1), (-1, 0))
_MIX = matrix((1, "1/2"), (-1, 1))
_FIRST_LAYER = Layer(_E, _TURN, _MIX, _TURN)
_SECOND_LAYER = Layer(_MIX, _E, _TURN, _MIX)
_LAYERS = (_FIRST_LAYER, _SECOND_LAYER)
_TOKENS = matrix((1, 0), (0, 1), (1, -1), (2, 1))
_OTHERS = matrix((-1, 3), (0, 0))
_HEADS = (
    Head(matrix((1, 0), ("1/2", "1/2")), matrix((1,), (2,)), matrix((1, -1))),
    Head(matrix((1, 0), ("1/3", "2/3")), matrix((0,), (1,)), matrix((2, 1))),
)
_STATES = matrix((1, 2), (3, -1))
_HALF = Fraction(1, 2)
_SCORES = matrix((1, 4, 2), (3, 1, 5), (1, 1, 2))
_LATER = matrix((1, 7, 1), (1, 1, 9), (1, 1, 1))


def _one_dimensional(mask: Callable[[Matrix], Matrix]) -> Layer:
    one = matrix((1,))
    return Layer(one, one, one, one, mask)


def _small_inputs() -> Iterator[Mapping[str, object]]:
    """List pairs of inputs with three tokens that agree on the first one or two."""
    digits = [vector(n) for n in (-1, 0, 2)]
    for tokens in product(digits, repeat=3):
        for count in (1, 2):
            for others in product(digits, repeat=count):
                layers = (_one_dimensional(mask_scores),) * 2
                yield {"layers": layers, "tokens": tokens, "others": others}


def _layers() -> object:
    """Return a strategy for a layer with small integer matrices."""
    return st.builds(Layer, *[matrices(2, 2, bound=1)] * 4)


CHECKS = (
    RowChecks(
        "ch15-causal-mask",
        instances=(
            Instance(
                "two-positions", triangular_and_stochastic, {"scores": matrix((1, 9), (1, 3))}
            ),
            Instance("three-positions", triangular_and_stochastic, {"scores": _SCORES}),
            Instance(
                "entries",
                attention_is,
                {
                    "scores": _SCORES,
                    "expected": matrix((1, 0, 0), ("3/4", "1/4", 0), ("1/4", "1/4", "1/2")),
                },
            ),
            Instance(
                "erratum-of-the-book",
                rows_see_the_past,
                {"scores": matrix((1, 1), (1, 1)), "others": matrix((1, 2), (1, 1))},
            ),
            Instance("later-keys", rows_see_the_past, {"scores": _SCORES, "others": _LATER}),
        ),
        searches=(
            Exhaustion(
                "two-positions",
                rows_see_the_past,
                lambda: (
                    {"scores": s, "others": o}
                    for s in _positive_rows(2, 3)
                    for o in (matrix((1, 1), (1, 1)), matrix((1, 5), (1, 1)))
                ),
            ),
            Search(
                "triangular",
                triangular_and_stochastic,
                lambda: {"scores": st.tuples(*[st.tuples(*[st.parts(1, 4, 2)] * 3)] * 3)},
            ),
        ),
        controls=(
            Control(
                "weights-set-to-zero",
                "weights of later positions are set to zero after normalization",
                rows_see_the_past_masked_late,
                refuted_by={"scores": matrix((1, 1), (1, 1)), "others": matrix((1, 2), (1, 1))},
                holds_for={"scores": _SCORES, "others": _SCORES},
                over=lambda: {
                    "scores": st.sampled_from(list(_positive_rows(2, 2))),
                    "others": st.sampled_from(list(_positive_rows(2, 2))),
                },
            ),
        ),
    ),
    RowChecks(
        "ch15-causal-prefix",
        instances=(
            Instance(
                "two-layers",
                prefix_decides,
                {"layers": _LAYERS, "tokens": _TOKENS, "others": _OTHERS},
            ),
            Instance(
                "one-layer",
                prefix_decides,
                {"layers": _LAYERS[:1], "tokens": _TOKENS, "others": _OTHERS[:1]},
            ),
            Instance(
                "first-position-alone",
                prefix_decides,
                {"layers": _LAYERS * 2, "tokens": _TOKENS[:3], "others": _OTHERS},
            ),
        ),
        searches=(
            Exhaustion("small-tokens", prefix_decides, _small_inputs),
            Search(
                "layers",
                prefix_decides,
                lambda: {
                    "layers": st.tuples(_layers(), _layers()),
                    "tokens": matrices(3, 2, bound=2),
                    "others": matrices(1, 2, bound=2),
                },
                cases=30,
            ),
        ),
        controls=(
            Control(
                "one-layer-without-mask",
                "one layer has no mask",
                prefix_decides,
                refuted_by={
                    "layers": (_one_dimensional(mask_scores), _one_dimensional(no_mask)),
                    "tokens": matrix((1,), (2,)),
                    "others": matrix((0,)),
                },
                holds_for={
                    "layers": (_one_dimensional(mask_scores), _one_dimensional(no_mask)),
                    "tokens": matrix((1,), (2,)),
                    "others": matrix((2,)),
                },
                drops="causal-rows",
            ),
            Control(
                "mask-after-normalization",
                "later weights are set to zero after normalization, and rows depend on later keys",
                prefix_decides,
                refuted_by={
                    "layers": (_one_dimensional(mask_weights),),
                    "tokens": matrix((1,), (2,)),
                    "others": matrix((0,)),
                },
                holds_for={
                    "layers": (_one_dimensional(mask_weights),),
                    "tokens": matrix((0,), (2,)),
                    "others": matrix((0,)),
                },
                drops="causal-rows",
                over=lambda: {
                    "layers": st.just((_one_dimensional(mask_weights),)),
                    "tokens": matrices(2, 1),
                    "others": matrices(1, 1),
                },
            ),
            Control(
                "mean-over-positions",
                "a layer subtracts the mean over all positions",
                prefix_decides_centred,
                refuted_by={
                    "layers": (_one_dimensional(mask_scores),),
                    "tokens": matrix((1,), (2,)),
                    "others": matrix((0,)),
                },
                holds_for={
                    "layers": (_one_dimensional(mask_scores),),
                    "tokens": matrix((1,), (2,)),
                    "others": matrix((2,)),
                },
                drops="token-wise",
            ),
        ),
    ),
    RowChecks(
        "ch15-block",
        instances=(
            Instance("two-layers", writes_add_up, {"layers": _LAYERS, "tokens": _TOKENS}),
            Instance("one-token", writes_add_up, {"layers": _LAYERS, "tokens": _TOKENS[:1]}),
            Instance("no-layer", writes_add_up, {"layers": (), "tokens": _TOKENS}),
            Instance("zero-writes", nothing_written, {"tokens": _TOKENS, "count": 3}),
        ),
        searches=(
            Search(
                "layers",
                writes_add_up,
                lambda: {
                    "layers": st.lists(_layers(), max_size=2).map(tuple),
                    "tokens": matrices(2, 2, bound=2),
                },
                cases=30,
            ),
        ),
        controls=(
            Control(
                "normalized-after-each-layer",
                "the states are normalized after each layer",
                writes_add_up_normalized,
                refuted_by={"layers": _LAYERS, "tokens": _TOKENS},
                holds_for={"layers": (), "tokens": _TOKENS},
            ),
        ),
    ),
    RowChecks(
        "ch15-multihead",
        instances=(
            Instance("two-heads", heads_add_up, {"heads": _HEADS, "states": _STATES}),
            Instance("one-head", heads_add_up, {"heads": _HEADS[:1], "states": _STATES}),
            Instance("equal-heads", heads_add_up, {"heads": _HEADS[:1] * 3, "states": _STATES}),
            Instance("rank-one", rank_of_a_head, {"head": _HEADS[0], "states": _STATES}),
        ),
        searches=(
            Search(
                "heads",
                heads_add_up,
                lambda: {
                    "heads": st.tuples(
                        *[st.builds(Head, matrices(2, 2), matrices(3, 2), matrices(2, 3))] * 2
                    ),
                    "states": matrices(2, 3),
                },
            ),
            Search(
                "rank",
                rank_of_a_head,
                lambda: {
                    "head": st.builds(Head, matrices(3, 3), matrices(3, 1), matrices(1, 3)),
                    "states": matrices(3, 3),
                },
            ),
        ),
        controls=(
            Control(
                "blocks-in-another-order",
                "the output matrices are stacked in another order than the heads",
                heads_add_up_shuffled,
                refuted_by={"heads": _HEADS, "states": _STATES},
                holds_for={"heads": _HEADS[:1] * 2, "states": _STATES},
                drops="block-partition",
            ),
            Control(
                "normalized-together",
                "the concatenation is normalized before the output matrix",
                heads_add_up_mixed,
                refuted_by={"heads": _HEADS, "states": _STATES},
                holds_for={"heads": _HEADS[:1], "states": _STATES},
            ),
        ),
    ),
    RowChecks(
        "ch15-induction-head",
        instances=(
            Instance("aba", copies_the_successor, {"sequence": "aba", "alphabet": "ab"}),
            Instance("repeated", copies_the_successor, {"sequence": "aa", "alphabet": "ab"}),
            Instance("long-ago", copies_the_successor, {"sequence": "acbdbca", "alphabet": "abcd"}),
        ),
        searches=(
            Exhaustion(
                "all-short-sequences",
                copies_the_successor,
                lambda: _with_one_match(5, "abc"),
                lambda: _with_one_match(7, "abc"),
            ),
        ),
        controls=(
            Control(
                "keys-not-shifted",
                "the key of a position is its own token instead of the one before it",
                copies_without_shift,
                refuted_by={"sequence": "aba", "alphabet": "ab"},
                holds_for={"sequence": "baa", "alphabet": "ab"},
            ),
            Control(
                "two-occurrences",
                "the last token has occurred twice, with different successors",
                copies_the_successor,
                refuted_by={"sequence": "abaca", "alphabet": "abc"},
                holds_for={"sequence": "ababa", "alphabet": "abc"},
                drops="previous-occurrence",
            ),
            Control(
                "no-occurrence",
                "the last token has not occurred before",
                finds_something,
                refuted_by={"sequence": "aab", "alphabet": "ab"},
                holds_for={"sequence": "aba", "alphabet": "ab"},
                drops="previous-occurrence",
            ),
        ),
    ),
    RowChecks(
        "ch15-soft-retrieval",
        instances=(
            Instance(
                "all-others-equal", weight_at_least, {"weights": vector(8, 1, 1, 1), "star": 0}
            ),
            Instance("others-differ", weight_at_least, {"weights": vector(1, 5, 2), "star": 1}),
            Instance("no-margin", weight_at_least, {"weights": vector(1, 1, 1), "star": 2}),
            Instance(
                "softmax",
                weight_of_scores,
                {"margin": Fraction(3), "others": 4, "gap": _HALF},
            ),
            Instance(
                "output",
                output_is_near,
                {"weights": vector(1, 5, 2), "star": 1, "values": _TOKENS[:3]},
            ),
            Instance(
                "output-with-equality",
                output_is_near,
                {"weights": vector(8, 1, 1), "star": 0, "values": matrix((0,), (3,), (3,))},
            ),
        ),
        searches=(
            Search(
                "weights",
                weight_at_least,
                lambda: {
                    "weights": st.lists(st.parts(Fraction(1, 4), 8, 4), min_size=2, max_size=5).map(
                        tuple
                    ),
                    "star": st.integers(0, 1),
                },
            ),
            Search(
                "outputs",
                output_is_near,
                lambda: {
                    "weights": st.tuples(*[st.parts(Fraction(1, 4), 8, 4)] * 3),
                    "star": st.integers(0, 2),
                    "values": matrices(3, 2),
                },
            ),
        ),
        controls=(
            Control(
                "one-other-position",
                "the factor n - 1 is left out",
                weight_at_least_alone,
                refuted_by={"weights": vector(2, 1, 1), "star": 0},
                holds_for={"weights": vector(2, 1), "star": 0},
            ),
            Control(
                "no-margin",
                "one of the other scores is nearer than the margin",
                weight_at_least,
                refuted_by={"weights": vector(4, 3, 3), "star": 0, "ratio": _HALF},
                holds_for={"weights": vector(4, 2, 1), "star": 0, "ratio": _HALF},
                drops="margin",
                over=lambda: {
                    "weights": st.tuples(*[st.integers(1, 9).map(Fraction)] * 3),
                    "star": st.just(0),
                    "ratio": st.just(_HALF),
                },
            ),
        ),
        plots=(
            Plot(
                "weight",
                "The weight of the best position grows with its margin",
                weight_of_scores,
                "margin",
                tuple(Fraction(k, 2) for k in range(13)),
                {
                    "4 positions": {"others": 3, "gap": _HALF},
                    "32 positions": {"others": 31, "gap": Fraction(1, 16)},
                },
                axis="margin Δ",
                left="weight",
                right="1 / (1 + (n-1) e^(-Δ))",
            ),
        ),
    ),
)
