"""Checks of chapter 18: logits, patching, induction heads and attribution.

Networks are small and exact: attention is hard, so that its output is the value at one position,
and features are rational. A computation with interventions is a list of variables, each with an
operation and the earlier variables that it reads; all small ones are gone through.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from itertools import product
from typing import TYPE_CHECKING, Any

from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    dot,
    matrix,
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
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]

#: The states at all positions.
Stream = tuple[Vector, ...]
#: A head: its direction of scores, and the matrix of what it writes.
Head = tuple[Vector, Matrix]
#: A layer: its heads, and the matrices of its perceptron.
Layer = tuple[tuple[Head, ...], tuple[Matrix, Matrix]]


# ----- Logits of a residual network ---------------------------------------------------------------


def read(head: Head, stream: Stream, position: int) -> Vector:
    """Return what a head writes: from the earlier position whose score is the largest."""
    scores, write = head
    best = max(range(position + 1), key=lambda s: dot(scores, stream[s]))
    return apply(write, stream[best])


def perceptron(matrices: tuple[Matrix, Matrix], state: Vector) -> Vector:
    """Return the output of a layer of ReLU units."""
    first, second = matrices
    return apply(second, tuple(max(x, Fraction(0)) for x in apply(first, state)))


def writes(layers: tuple[Layer, ...], stream: Stream, position: int) -> tuple[Stream, list[Vector]]:
    """Run the layers; return the last stream and what was written at a position, the start first.

    Attention and perceptron of a layer both read the stream before the layer.
    """
    written = [stream[position]]
    for heads, matrices in layers:
        parts = [
            [*(read(head, stream, t) for head in heads), perceptron(matrices, stream[t])]
            for t in range(len(stream))
        ]
        written += parts[position]
        stream = tuple(reduce(add, part, state) for state, part in zip(stream, parts, strict=True))
    return stream, written


def logit_is_the_sum(
    layers: tuple[Layer, ...], stream: Stream, position: int, readout: Vector
) -> Comparison:
    """The logit is the sum of the readouts of the start and of what each component wrote."""
    last, written = writes(layers, stream, position)
    return Comparison(dot(readout, last[position]), "=", sum(dot(readout, w) for w in written))


def normalized_logit_is_the_sum(
    layers: tuple[Layer, ...], stream: Stream, position: int, readout: Vector
) -> Comparison:
    """The same if states are divided by their largest entry before they are read."""

    def normalized(state: Vector) -> Fraction:
        return dot(readout, state) / max(*map(abs, state), Fraction(1, 1000))

    last, written = writes(layers, stream, position)
    return Comparison(normalized(last[position]), "=", sum(map(normalized, written)))


def logit_without_the_perceptrons(
    layers: tuple[Layer, ...], stream: Stream, position: int, readout: Vector
) -> Comparison:
    """The logit is the sum of the readouts of the start and of what the heads wrote."""
    last, written = writes(layers, stream, position)
    kept, place = [written[0]], 1
    for heads, _ in layers:
        kept += written[place : place + len(heads)]
        place += len(heads) + 1
    return Comparison(dot(readout, last[position]), "=", sum(dot(readout, w) for w in kept))


def _network_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    number = st.integers(-2, 2).map(Fraction)
    pair = st.tuples(number, number)
    matrix = st.tuples(pair, pair)
    head = st.tuples(pair, matrix)
    layer = st.tuples(st.lists(head, max_size=2).map(tuple), st.tuples(matrix, matrix))
    return st.fixed_dictionaries(
        {
            "layers": st.lists(layer, min_size=1, max_size=2).map(tuple),
            "stream": st.tuples(pair, pair, pair),
            "position": st.integers(0, 2),
            "readout": pair,
        }
    )


# ----- Activation patching ------------------------------------------------------------------------


#: Operations on truth values, written as 0 and 1.
GATES: Mapping[str, Callable[[int, int], int]] = {
    "and": min,
    "or": max,
    "xor": lambda a, b: a ^ b,
    "first": lambda a, b: a,
    "coin": lambda a, b: a ^ b,
}

#: For every hidden variable its gate and the two earlier variables that it reads; variables 0 and 1
#: are the inputs, and the last one is the output.
Circuit = tuple[tuple[str, int, int], ...]
Inputs = tuple[int, int]


def run(
    circuit: Circuit, inputs: Inputs, patches: Mapping[int, int] | None = None, coin: int = 0
) -> list[int]:
    """Return the values of all variables, with those that are patched replaced.

    The gate ``coin`` is not deterministic: its value is changed by the coin of the run.
    """
    values: list[int] = list(inputs)
    for number, (gate, a, b) in enumerate(circuit, start=2):
        result = GATES[gate](values[a], values[b]) ^ (coin if gate == "coin" else 0)
        values.append((patches or {}).get(number, result))
    return values


def reaches(circuit: Circuit, start: Iterable[int], without: frozenset[int]) -> set[int]:
    """Return the variables to which a path leads that avoids some variables."""
    found = {v for v in start if v not in without}
    for number, (_, a, b) in enumerate(circuit, start=2):
        if number not in without and (a in found or b in found):
            found.add(number)
    return found


def is_cut(circuit: Circuit, patched: frozenset[int]) -> bool:
    """Return whether all paths from the inputs to the output pass through the variables."""
    return len(circuit) + 1 not in reaches(circuit, (0, 1), patched)


def patched_output(
    circuit: Circuit, clean: Inputs, corrupted: Inputs, patched: frozenset[int], coin: int = 0
) -> int:
    """Return the output on the corrupted inputs with variables taken from the clean run."""
    values = run(circuit, clean)
    return run(circuit, corrupted, {v: values[v] for v in patched}, coin)[-1]


def cut_restores(
    circuit: Circuit, clean: Inputs, corrupted: Inputs, patched: frozenset[int]
) -> Comparison:
    """If the patched variables are a cut, the output is that of the clean run."""
    if not is_cut(circuit, patched):
        raise ValueError("the variables are not a cut")
    return Comparison(
        patched_output(circuit, clean, corrupted, patched), "=", run(circuit, clean)[-1]
    )


def patch_restores(
    circuit: Circuit, clean: Inputs, corrupted: Inputs, patched: frozenset[int], coin: int
) -> Comparison:
    """The output is that of the clean run, whatever is patched and with any coin."""
    return Comparison(
        patched_output(circuit, clean, corrupted, patched, coin), "=", run(circuit, clean)[-1]
    )


def unread_patch_changes_nothing(
    circuit: Circuit, clean: Inputs, corrupted: Inputs, patched: int
) -> Comparison:
    """Patching a variable without a path to the output changes nothing."""
    if len(circuit) + 1 in reaches(circuit, (patched,), frozenset()):
        raise ValueError("the variable has a path to the output")
    found = patched_output(circuit, clean, corrupted, frozenset({patched}))
    return Comparison(found, "=", run(circuit, corrupted)[-1])


def _circuits(size: int) -> Iterator[Circuit]:
    """Yield the circuits of three gates that read two different variables."""
    choices = [
        [(g, a, b) for g in ("and", "xor") for b in range(n) for a in range(b)]
        for n in range(2, size + 2)
    ]
    yield from product(*choices)


def _cut_cases() -> Iterator[dict[str, Any]]:
    for circuit in _circuits(3):
        for patched in (frozenset({2}), frozenset({3}), frozenset({2, 3})):
            if is_cut(circuit, patched):
                for clean, corrupted in (((1, 1), (0, 1)), ((1, 1), (1, 0)), ((0, 1), (1, 0))):
                    yield {
                        "circuit": circuit,
                        "clean": clean,
                        "corrupted": corrupted,
                        "patched": patched,
                    }


def _unread_cases() -> Iterator[dict[str, Any]]:
    for circuit in _circuits(3):
        for patched in (2, 3):
            if 4 not in reaches(circuit, (patched,), frozenset()):
                yield {
                    "circuit": circuit,
                    "clean": (1, 1),
                    "corrupted": (0, 1),
                    "patched": patched,
                }


# ----- The experiment with an induction head ------------------------------------------------------


#: Tokens by their numbers.
Prompt = tuple[int, ...]

#: What a head predicts when it has no match.
NOTHING = -1


def match(prompt: Prompt) -> int:
    """Return the position after the first earlier occurrence of the last token, or ``NOTHING``."""
    earlier = [s + 1 for s, token in enumerate(prompt[:-1]) if token == prompt[-1]]
    return earlier[0] if earlier else NOTHING


def copied(prompt: Prompt, place: int) -> int:
    """Return the token at the place of the match."""
    return NOTHING if place == NOTHING else prompt[place]


def corrupt(prompt: Prompt, place: int, token: int) -> Prompt:
    """Return the prompt with another token at a place."""
    return (*prompt[:place], token, *prompt[place + 1 :])


def experiment(prompt: Prompt, token: int) -> Comparison:
    """The clean, the corrupted and the patched prediction are ``B``, nothing and ``B``.

    The earlier occurrence of the last token is replaced, and the match is patched.
    """
    place = match(prompt) - 1
    corrupted = corrupt(prompt, place, token)
    follower = prompt[place + 1]
    found = (
        copied(prompt, match(prompt)),
        copied(corrupted, match(corrupted)),
        copied(corrupted, match(prompt)),
    )
    return Comparison(found, "=", (follower, NOTHING, follower))


def corrupting_the_follower_removes_the_match(prompt: Prompt, token: int) -> Comparison:
    """If the token after the earlier occurrence is replaced, there is no match."""
    corrupted = corrupt(prompt, match(prompt), token)
    return Comparison(copied(corrupted, match(corrupted)), "=", NOTHING)


def _prompts() -> Iterator[dict[str, Any]]:
    """Yield the prompts of five tokens whose last one occurs exactly once before."""
    for prompt in product(range(3), repeat=5):
        if prompt[:-1].count(prompt[-1]) == 1:
            for token in range(3):
                if token != prompt[-1]:
                    yield {"prompt": prompt, "token": token}


# ----- Attribution --------------------------------------------------------------------------------


def quadratic(matrix: Matrix, linear: Vector, z: Vector) -> Fraction:
    """Return ``zᵀQz/2 + cᵀz``."""
    return dot(z, apply(matrix, z)) / 2 + dot(linear, z)


def gradient(matrix: Matrix, linear: Vector, z: Vector) -> Vector:
    """Return the gradient ``Qz + c`` for a symmetric matrix."""
    return add(apply(matrix, z), linear)


def first_order_error(matrix: Matrix, linear: Vector, z: Vector, step: Vector) -> Comparison:
    """The change is the first-order attribution plus ``ΔzᵀQΔz/2``."""
    change = quadratic(matrix, linear, add(z, step)) - quadratic(matrix, linear, z)
    attributed = dot(gradient(matrix, linear, z), step)
    return Comparison(change - attributed, "=", dot(step, apply(matrix, step)) / 2)


def first_order_is_exact(matrix: Matrix, linear: Vector, z: Vector, step: Vector) -> Comparison:
    """The change is the first-order attribution."""
    change = quadratic(matrix, linear, add(z, step)) - quadratic(matrix, linear, z)
    return Comparison(change, "=", dot(gradient(matrix, linear, z), step))


def midpoint_is_exact(matrix: Matrix, linear: Vector, z: Vector, step: Vector) -> Comparison:
    """The change is the attribution with the gradient at the midpoint."""
    change = quadratic(matrix, linear, add(z, step)) - quadratic(matrix, linear, z)
    middle = add(z, tuple(s / 2 for s in step))
    return Comparison(change, "=", dot(gradient(matrix, linear, middle), step))


def midpoint_is_exact_for_a_power(power: int, z: Fraction, step: Fraction) -> Comparison:
    """The same for a power of one feature."""
    middle = z + step / 2
    return Comparison((z + step) ** power - z**power, "=", power * middle ** (power - 1) * step)


def average_is_exact_for_a_kink(kink: Fraction, jump: Fraction, step: Fraction) -> Comparison:
    """For ``ReLU(z - k)`` plus a jump at ``k`` the averaged slope from ``0`` gives the change.

    The slope is one beyond ``k`` and zero before it, so that its average is the part of the way
    that is beyond ``k``; at ``k`` itself the function has no slope.
    """
    beyond = max(step - kink, Fraction(0))
    change = beyond + (jump if step > kink else 0)
    return Comparison(change, "=", step * (beyond / step))


def sign_tells_the_direction(
    matrix: Matrix, linear: Vector, feature: int, size: Fraction
) -> Comparison:
    """From ``0`` a small step along a feature changes ``y`` in the direction of the derivative."""
    step = tuple(size if j == feature else Fraction(0) for j in range(len(linear)))
    change = quadratic(matrix, linear, step)
    return Comparison((change > 0, change < 0), "=", (linear[feature] > 0, linear[feature] < 0))


def interaction(step: Fraction) -> Comparison:
    """For ``y = z_1 + z_1²/2`` the attribution from ``0`` is at most the change."""
    one = ((Fraction(1),),)
    return Comparison(step, "≤", quadratic(one, (Fraction(1),), (step,)))


def averaged_gradient() -> tuple[sympy.Expr, sympy.Expr]:
    """The gradient averaged along the straight path gives the change: a polynomial of two features.

    The polynomial has all terms of degree at most three, with symbols as coefficients.
    """
    import sympy

    x, y, dx, dy, t = sympy.symbols("x y dx dy t")
    terms = [(i, j) for i in range(4) for j in range(4 - i)]
    coefficients = sympy.symbols(f"c0:{len(terms)}")
    p = sum(c * x**i * y**j for c, (i, j) in zip(coefficients, terms, strict=True))
    moved = {x: x + t * dx, y: y + t * dy}
    slope = (sympy.diff(p, x) * dx + sympy.diff(p, y) * dy).subs(moved, simultaneous=True)
    end = p.subs({x: x + dx, y: y + dy}, simultaneous=True)
    return end - p, sympy.integrate(sympy.expand(slope), (t, 0, 1))


def _quadratic_space() -> SearchStrategy[dict[str, Any]]:
    from hypothesis import strategies as st

    number = st.integers(-4, 4).map(lambda n: Fraction(n, 2))
    pair = st.tuples(number, number)
    return st.fixed_dictionaries(
        {
            "matrix": st.tuples(number, number, number).map(lambda q: ((q[0], q[1]), (q[1], q[2]))),
            "linear": pair,
            "z": pair,
            "step": pair,
        }
    )


_HALF = Fraction(1, 2)


_COPY: Head = (vector(1, 0), matrix((0, 1), (1, 0)))
_NEGATE: Head = (vector(0, 1), matrix((-1, 0), (0, -1)))
_MIX = (matrix((1, -1), (-1, 1)), matrix((1, 2), ("1/2", 0)))
_SILENT = (matrix((0, 0), (0, 0)), matrix((0, 0), (0, 0)))
_STREAM = matrix((2, 1), (0, 3), (-1, 1))
_ONE_LAYER: tuple[Layer, ...] = (((_COPY,), _MIX),)
_TWO_LAYERS: tuple[Layer, ...] = (((_COPY, _NEGATE), _MIX), ((_NEGATE,), _MIX))
_LOGIT = {"stream": _STREAM, "position": 2, "readout": vector(3, -1)}
#: ``h = x xor y``, then ``h and x``: the second input of the output bypasses ``h``.
_BYPASS: Circuit = (("xor", 0, 1), ("and", 0, 2))
_CHAIN: Circuit = (("xor", 0, 1), ("and", 0, 1), ("or", 2, 3))
_COINS: Circuit = (("xor", 0, 1), ("coin", 2, 2))
_UNREAD: Circuit = (("xor", 0, 1), ("and", 0, 1), ("or", 0, 3))
#: A residual stream: ``w = x and y``, ``r = x xor w``, output ``r``.
_RESIDUAL: Circuit = (("and", 0, 1), ("xor", 0, 2), ("first", 3, 3))
_FLIP = {"clean": (1, 1), "corrupted": (0, 1)}
_PRODUCT = matrix((0, 1), (1, 0))
_FLAT = matrix((0, 0), (0, 0))
_QUADRATIC = {
    "matrix": matrix((2, 1), (1, -1)),
    "linear": vector(1, "-1/2"),
    "z": vector(1, 2),
    "step": vector("1/2", -1),
}
_CROSS = {"linear": vector(0, 0), "z": vector(1, 1), "step": vector(1, 1)}


CHECKS = (
    RowChecks(
        "ch18-direct-logit",
        instances=(
            Instance("one-layer", logit_is_the_sum, {"layers": _ONE_LAYER, **_LOGIT}),
            Instance("two-layers", logit_is_the_sum, {"layers": _TWO_LAYERS, **_LOGIT}),
            Instance("no-layer", logit_is_the_sum, {"layers": (), **_LOGIT}),
        ),
        searches=(Search("networks", logit_is_the_sum, _network_space, cases=30, thorough=600),),
        controls=(
            Control(
                "normalized",
                "states are normalized before they are read",
                normalized_logit_is_the_sum,
                refuted_by={"layers": _ONE_LAYER, **_LOGIT},
                holds_for={"layers": (), **_LOGIT},
                drops="linear-readout",
            ),
            Control(
                "heads-only",
                "what the perceptrons write is left out",
                logit_without_the_perceptrons,
                refuted_by={"layers": _ONE_LAYER, **_LOGIT},
                holds_for={"layers": (((_COPY,), _SILENT),), **_LOGIT},
            ),
        ),
    ),
    RowChecks(
        "ch18-activation-patching",
        instances=(
            Instance(
                "both-hidden-variables",
                cut_restores,
                {"circuit": _CHAIN, **_FLIP, "patched": frozenset({2, 3})},
            ),
            Instance(
                "whole-residual-stream",
                cut_restores,
                {"circuit": _RESIDUAL, **_FLIP, "patched": frozenset({3})},
            ),
            Instance(
                "unread-variable",
                unread_patch_changes_nothing,
                {"circuit": _UNREAD, **_FLIP, "patched": 2},
            ),
        ),
        searches=(
            Exhaustion("cuts-of-three-gates", cut_restores, _cut_cases),
            Exhaustion("unread-variables", unread_patch_changes_nothing, _unread_cases),
        ),
        controls=(
            Control(
                "bypass",
                "a path leads past the patched variable",
                patch_restores,
                refuted_by={
                    "circuit": _BYPASS,
                    "clean": (1, 0),
                    "corrupted": (0, 0),
                    "patched": frozenset({2}),
                    "coin": 0,
                },
                holds_for={
                    "circuit": _BYPASS,
                    "clean": (1, 0),
                    "corrupted": (1, 1),
                    "patched": frozenset({2}),
                    "coin": 0,
                },
                drops="cut",
            ),
            Control(
                "write-of-one-layer",
                "only what one layer writes to the residual stream is patched",
                patch_restores,
                refuted_by={
                    "circuit": _RESIDUAL,
                    **_FLIP,
                    "patched": frozenset({2}),
                    "coin": 0,
                },
                holds_for={
                    "circuit": _RESIDUAL,
                    **_FLIP,
                    "patched": frozenset({2, 3}),
                    "coin": 0,
                },
                drops="cut",
            ),
            Control(
                "coin",
                "a variable after the cut depends on chance",
                patch_restores,
                refuted_by={
                    "circuit": _COINS,
                    **_FLIP,
                    "patched": frozenset({2}),
                    "coin": 1,
                },
                holds_for={
                    "circuit": _COINS,
                    **_FLIP,
                    "patched": frozenset({2}),
                    "coin": 0,
                },
                drops="feed-forward",
            ),
        ),
    ),
    RowChecks(
        "ch18-induction-experiment",
        instances=(
            Instance("short", experiment, {"prompt": (0, 1, 0), "token": 2}),
            Instance("in-the-middle", experiment, {"prompt": (2, 0, 1, 2, 0), "token": 1}),
            Instance("repeated-follower", experiment, {"prompt": (1, 0, 1, 1, 0), "token": 2}),
        ),
        searches=(Exhaustion("prompts-of-five", experiment, _prompts),),
        controls=(
            Control(
                "second-occurrence",
                "the token occurs twice before",
                experiment,
                refuted_by={"prompt": (0, 1, 0, 2, 0), "token": 1},
                holds_for={"prompt": (0, 1, 1, 2, 0), "token": 1},
                drops="unique-occurrence",
            ),
            Control(
                "other-corruption",
                "the token that follows is replaced instead of the match",
                corrupting_the_follower_removes_the_match,
                refuted_by={"prompt": (0, 1, 0), "token": 2},
                holds_for={"prompt": (0, 0), "token": 2},
            ),
        ),
    ),
    RowChecks(
        "ch18-attribution",
        identities=(Identity("averaged-gradient", averaged_gradient),),
        instances=(
            Instance("quadratic", first_order_error, _QUADRATIC),
            Instance("product", first_order_error, {"matrix": _PRODUCT, **_CROSS}),
            Instance("affine", first_order_is_exact, {**_QUADRATIC, "matrix": _FLAT}),
            Instance("midpoint", midpoint_is_exact, _QUADRATIC),
            Instance(
                "contributor",
                sign_tells_the_direction,
                {
                    "matrix": matrix((-2, 1), (1, 1)),
                    "linear": vector(1, -1),
                    "feature": 0,
                    "size": Fraction(1, 10),
                },
            ),
            Instance(
                "inhibitory",
                sign_tells_the_direction,
                {
                    "matrix": matrix((2, 1), (1, 1)),
                    "linear": vector(1, -1),
                    "feature": 1,
                    "size": Fraction(1, 10),
                },
            ),
        ),
        searches=(
            Search("errors", first_order_error, _quadratic_space, cases=40),
            Search("midpoints", midpoint_is_exact, _quadratic_space, cases=40),
        ),
        controls=(
            Control(
                "jump",
                "the output has a jump on the way",
                average_is_exact_for_a_kink,
                refuted_by={"kink": _HALF, "jump": Fraction(1), "step": Fraction(1)},
                holds_for={"kink": _HALF, "jump": Fraction(0), "step": Fraction(1)},
                drops="differentiable",
            ),
            Control(
                "product",
                "the first order is said to be exact for quadratics",
                first_order_is_exact,
                refuted_by={"matrix": _PRODUCT, **_CROSS},
                holds_for={"matrix": _PRODUCT, **{**_CROSS, "step": vector(1, 0)}},
                over=_quadratic_space,
            ),
            Control(
                "cubic-midpoint",
                "the midpoint is said to be exact for cubics",
                midpoint_is_exact_for_a_power,
                refuted_by={"power": 3, "z": Fraction(0), "step": Fraction(1)},
                holds_for={"power": 2, "z": Fraction(0), "step": Fraction(1)},
            ),
        ),
        plots=(
            Plot(
                "first-order",
                "First-order attribution and the change of a quadratic output",
                interaction,
                "step",
                tuple(Fraction(n, 8) for n in range(-16, 17)),
                {"": {}},
                "change of the feature",
                "attributed",
                "true change",
            ),
        ),
    ),
)
