"""Checks of chapter 15: layers of linear attention are steps of gradient descent.

Inputs are vectors of fractions, labels are fractions.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    dot,
    gram,
    identity,
    inverse,
    matrices,
    matrix,
    norm_squared,
    rank,
    scale,
    subtract,
    transpose,
    vector,
    vectors,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Exhaustion,
    Identity,
    Instance,
    RowChecks,
    Search,
)

if TYPE_CHECKING:
    import sympy

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)


# ----- Gradient descent ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Prompt:
    """The examples, ``inputs`` in rows with their ``labels``, and the ``query``.

    Parameters
    ----------
    inputs, labels, query
        The prompt.
    """

    inputs: Matrix
    labels: Vector
    query: Vector

    def __str__(self) -> str:
        rows = ", ".join(
            f"({', '.join(map(str, x))}) ↦ {y}"
            for x, y in zip(self.inputs, self.labels, strict=True)
        )
        return f"{rows}; ({', '.join(map(str, self.query))}) ↦ ?"


def loss(prompt: Prompt, w: Vector) -> Fraction:
    """Return ``1/(2n) Σ (w·x - y)²``."""
    errors = subtract(apply(prompt.inputs, w), prompt.labels)
    return norm_squared(errors) / (2 * len(errors))


def gradient(prompt: Prompt, w: Vector) -> Vector:
    """Return the gradient of the loss: symmetric differences are exact for a quadratic."""
    return tuple(
        (loss(prompt, add(w, e)) - loss(prompt, subtract(w, e))) / 2 for e in identity(len(w))
    )


def descend(prompt: Prompt, start: Vector, steps: tuple[Fraction, ...]) -> Vector:
    """Return the weights after gradient steps of these sizes."""
    w = start
    for eta in steps:
        w = subtract(w, scale(eta, gradient(prompt, w)))
    return w


def zero(prompt: Prompt) -> Vector:
    """Return the weights zero."""
    return (Fraction(0),) * len(prompt.query)


def linear_read(keys: Matrix, values: Vector, query: Vector) -> Fraction:
    """Return the read of linear attention, ``Σ v ⟨k, q⟩``."""
    return sum((v * dot(k, query) for k, v in zip(keys, values, strict=True)), Fraction(0))


def first_step_is_a_read(prompt: Prompt, eta: Fraction, start: Vector | None = None) -> Comparison:
    """The prediction after one gradient step is ``η/n`` times the read of linear attention."""
    w = descend(prompt, start or zero(prompt), (eta,))
    read = linear_read(prompt.inputs, prompt.labels, prompt.query)
    return Comparison(dot(w, prompt.query), "=", eta / len(prompt.labels) * read)


def first_step_is_an_unscaled_read(prompt: Prompt, eta: Fraction) -> Comparison:
    """The same with the factor ``η``."""
    w = descend(prompt, zero(prompt), (eta,))
    read = linear_read(prompt.inputs, prompt.labels, prompt.query)
    return Comparison(dot(w, prompt.query), "=", eta * read)


def first_step_is_a_normalized_read(prompt: Prompt, eta: Fraction) -> Comparison:
    """The same with weights that are divided by their sum."""
    w = descend(prompt, zero(prompt), (eta,))
    count = (Fraction(1),) * len(prompt.labels)
    read = linear_read(prompt.inputs, prompt.labels, prompt.query)
    sums = linear_read(prompt.inputs, count, prompt.query)
    return Comparison(dot(w, prompt.query), "=", eta / len(prompt.labels) * read / sums)


def first_step() -> tuple[sympy.Expr, sympy.Expr]:
    """One gradient step from zero, for two examples in the plane."""
    import sympy

    x = sympy.Matrix(2, 2, sympy.symbols("x1:5"))
    y = sympy.Matrix(sympy.symbols("y1:3"))
    w, query = sympy.Matrix(sympy.symbols("w1:3")), sympy.Matrix(sympy.symbols("q1:3"))
    eta = sympy.Symbol("eta")
    value = sum(e**2 for e in x * w - y) / 4
    slope = sympy.Matrix([sympy.diff(value, v).subs(dict.fromkeys(w, 0)) for v in w])
    read = sum(y[i] * (x[i, :] * query)[0] for i in range(2))
    return sympy.expand(-eta * (slope.T * query)[0]), eta / 2 * read


# ----- One layer for each step --------------------------------------------------------------------


#: The slots ``R`` of the context tokens and the slot ``q`` of the query.
Slots = tuple[Vector, Fraction]


def layers(
    prompt: Prompt,
    steps: tuple[Fraction, ...],
    conditioners: tuple[Matrix, ...] | None = None,
    *,
    causal: bool = False,
    updated: bool = True,
) -> Slots:
    """Return the slots ``R`` and ``q`` after the layers, one for each step size.

    Keys are the inputs, multiplied by the matrix of the layer if there are conditioners. With
    ``causal`` a context token reads only itself and those before it; without ``updated`` the
    values of all layers are the labels.
    """
    residuals, slot = prompt.labels, Fraction(0)
    count = len(residuals)
    for number, eta in enumerate(steps):
        keys = prompt.inputs
        if conditioners is not None:
            keys = tuple(apply(conditioners[number], x) for x in keys)
        values = residuals if updated else prompt.labels
        reads = [
            linear_read(keys[:visible], values[:visible], x)
            for j, x in enumerate(prompt.inputs)
            for visible in [j + 1 if causal else count]
        ]
        slot -= eta / count * linear_read(keys, values, prompt.query)
        residuals = tuple(r - eta / count * read for r, read in zip(residuals, reads, strict=True))
    return residuals, slot


def expected_slots(prompt: Prompt, w: Vector) -> Slots:
    """Return the residuals of the weights, and minus their prediction."""
    return subtract(prompt.labels, apply(prompt.inputs, w)), -dot(w, prompt.query)


def layers_are_steps(prompt: Prompt, steps: tuple[Fraction, ...]) -> Comparison:
    """After the layers the slots are ``y - w·x`` and ``-w·x⋆`` for gradient descent's ``w``."""
    w = descend(prompt, zero(prompt), steps)
    return Comparison(layers(prompt, steps), "=", expected_slots(prompt, w))


def causal_layers_are_steps(prompt: Prompt, steps: tuple[Fraction, ...]) -> Comparison:
    """The same for ``-w·x⋆`` when context tokens read only themselves and those before them."""
    w = descend(prompt, zero(prompt), steps)
    return Comparison(-layers(prompt, steps, causal=True)[1], "=", dot(w, prompt.query))


def stale_layers_are_steps(prompt: Prompt, steps: tuple[Fraction, ...]) -> Comparison:
    """The same when the values of every layer are the labels."""
    w = descend(prompt, zero(prompt), steps)
    return Comparison(-layers(prompt, steps, updated=False)[1], "=", dot(w, prompt.query))


def constant_layers_are_steps(prompt: Prompt, steps: tuple[Fraction, ...]) -> Comparison:
    """The same when every layer uses the first step size."""
    w = descend(prompt, zero(prompt), steps)
    constant = steps[:1] * len(steps)
    return Comparison(-layers(prompt, constant)[1], "=", dot(w, prompt.query))


# ----- Preconditioners ----------------------------------------------------------------------------


def descend_with(
    prompt: Prompt, start: Vector, steps: tuple[Fraction, ...], conditioners: tuple[Matrix, ...]
) -> Vector:
    """Return the weights after steps ``w - η P ∇``."""
    w = start
    for eta, conditioner in zip(steps, conditioners, strict=True):
        w = subtract(w, scale(eta, apply(conditioner, gradient(prompt, w))))
    return w


def layers_are_conditioned_steps(
    prompt: Prompt, steps: tuple[Fraction, ...], conditioners: tuple[Matrix, ...]
) -> Comparison:
    """After the layers the slots are those of the preconditioned iterate."""
    w = descend_with(prompt, zero(prompt), steps, conditioners)
    return Comparison(layers(prompt, steps, conditioners), "=", expected_slots(prompt, w))


def causal_layers_are_conditioned_steps(
    prompt: Prompt, steps: tuple[Fraction, ...], conditioners: tuple[Matrix, ...]
) -> Comparison:
    """The same for ``-w·x⋆`` when context tokens read only themselves and those before them."""
    w = descend_with(prompt, zero(prompt), steps, conditioners)
    slot = layers(prompt, steps, conditioners, causal=True)[1]
    return Comparison(-slot, "=", dot(w, prompt.query))


def second_moments(prompt: Prompt) -> Matrix:
    """Return ``XᵀX / n``."""
    return tuple(
        scale(Fraction(1, len(prompt.labels)), row) for row in gram(transpose(prompt.inputs))
    )


def one_step_is_least_squares(prompt: Prompt, start: Vector) -> Comparison:
    """With ``P = (XᵀX/n)⁻¹`` and ``η = 1`` one step from anywhere makes the gradient zero."""
    w = descend_with(prompt, start, (Fraction(1),), (inverse(second_moments(prompt)),))
    return Comparison(gradient(prompt, w), "=", zero(prompt))


def one_step_without_inverse(prompt: Prompt, start: Vector) -> Comparison:
    """The same with ``P = XᵀX/n``."""
    w = descend_with(prompt, start, (Fraction(1),), (second_moments(prompt),))
    return Comparison(gradient(prompt, w), "=", zero(prompt))


def one_step_of_another_prompt(prompt: Prompt, other: Prompt, start: Vector) -> Comparison:
    """The same with the matrix of another prompt."""
    w = descend_with(prompt, start, (Fraction(1),), (inverse(second_moments(other)),))
    return Comparison(gradient(prompt, w), "=", zero(prompt))


def least_squares_is_unique(prompt: Prompt) -> Comparison:
    """Among the integer weights near zero at most one makes the gradient zero."""
    grid = product(range(-2, 3), repeat=len(prompt.query))
    found = [w for w in grid if not any(gradient(prompt, vector(*w)))]
    return Comparison(len(found), "≤", 1)


# ----- Values -------------------------------------------------------------------------------------

_PROMPT = Prompt(matrix((1, 0), (1, 1), (2, -1)), vector(1, 3, -2), vector(1, 4))
_ONE = Prompt(matrix((1,), (1,)), vector(1, 2), vector(1))
_STEPS = vector("1/2", "1/3", 1, "1/5")
_CONDITIONERS = (
    matrix((1, 0), (0, "1/2")),
    matrix((1, 1), (0, 1)),
    matrix((0, 0), (0, 0)),
    matrix((2, -1), (1, 1)),
)


def _prompts(count: int = 3) -> object:
    """Return a strategy for prompts in the plane."""
    return st.builds(Prompt, matrices(count, 2, bound=2), vectors(count), vectors(2))


def _sizes(count: int) -> object:
    """Return a strategy for so many step sizes."""
    return st.tuples(*[st.parts(-1, 2, 6)] * count)


CHECKS = (
    RowChecks(
        "ch15-linear-attention-gd",
        identities=(Identity("two-examples", first_step),),
        instances=(
            Instance("three-examples", first_step_is_a_read, {"prompt": _PROMPT, "eta": _HALF}),
            Instance("one-dimension", first_step_is_a_read, {"prompt": _ONE, "eta": Fraction(1)}),
            Instance(
                "orthogonal-query",
                first_step_is_a_read,
                {
                    "prompt": Prompt(matrix((1, 0), (2, 0)), vector(1, 5), vector(0, 1)),
                    "eta": Fraction(1),
                },
            ),
        ),
        searches=(
            Search(
                "prompts",
                first_step_is_a_read,
                lambda: {"prompt": _prompts(), "eta": st.parts(-2, 2, 10)},
            ),
        ),
        controls=(
            Control(
                "start-elsewhere",
                "gradient descent starts at other weights than zero",
                first_step_is_a_read,
                refuted_by={"prompt": _ONE, "eta": _HALF, "start": vector(1)},
                holds_for={"prompt": _ONE, "eta": _HALF, "start": vector(0)},
                drops="zero-start",
                over=lambda: {
                    "prompt": st.just(_ONE),
                    "eta": st.just(_HALF),
                    "start": vectors(1),
                },
            ),
            Control(
                "normalized",
                "the weights of attention are divided by their sum",
                first_step_is_a_normalized_read,
                refuted_by={"prompt": _ONE, "eta": _HALF},
                holds_for={
                    "prompt": Prompt(matrix((1,)), vector(3), vector(1)),
                    "eta": _HALF,
                },
                drops="linear-attention",
            ),
            Control(
                "not-divided-by-the-number",
                "the scale is η instead of η/n",
                first_step_is_an_unscaled_read,
                refuted_by={"prompt": _ONE, "eta": _HALF},
                holds_for={
                    "prompt": Prompt(matrix((2,)), vector(3), vector(1)),
                    "eta": _HALF,
                },
            ),
        ),
    ),
    RowChecks(
        "ch15-depth-gd",
        instances=(
            Instance("four-layers", layers_are_steps, {"prompt": _PROMPT, "steps": _STEPS}),
            Instance("no-layer", layers_are_steps, {"prompt": _PROMPT, "steps": ()}),
            Instance("two-layers", layers_are_steps, {"prompt": _ONE, "steps": vector(1, 1)}),
        ),
        searches=(
            Exhaustion(
                "small-prompts",
                layers_are_steps,
                lambda: (
                    {
                        "prompt": Prompt(matrix((a,), (b,)), vector(c, d), vector(1)),
                        "steps": vector(1, "1/2", -1),
                    }
                    for a, b, c, d in product((-1, 0, 2), repeat=4)
                ),
            ),
            Search(
                "prompts",
                layers_are_steps,
                lambda: {"prompt": _prompts(), "steps": _sizes(3)},
                cases=40,
            ),
        ),
        controls=(
            Control(
                "values-not-updated",
                "the values of every layer are the labels",
                stale_layers_are_steps,
                refuted_by={"prompt": _ONE, "steps": vector(1, 1)},
                holds_for={"prompt": _ONE, "steps": vector(1)},
            ),
            Control(
                "causal",
                "context tokens read only themselves and those before them",
                causal_layers_are_steps,
                refuted_by={"prompt": _ONE, "steps": vector(1, 1)},
                holds_for={"prompt": _ONE, "steps": vector(1)},
                drops="full-attention",
            ),
            Control(
                "one-step-size",
                "every layer uses the first step size",
                constant_layers_are_steps,
                refuted_by={"prompt": _ONE, "steps": vector("1/2", 1)},
                holds_for={"prompt": _ONE, "steps": vector(1, 1)},
                drops="step-sizes",
            ),
        ),
    ),
    RowChecks(
        "ch15-preconditioned-gd",
        instances=(
            Instance(
                "four-layers",
                layers_are_conditioned_steps,
                {"prompt": _PROMPT, "steps": _STEPS, "conditioners": _CONDITIONERS},
            ),
            Instance(
                "identity",
                layers_are_conditioned_steps,
                {"prompt": _PROMPT, "steps": _STEPS[:2], "conditioners": (identity(2),) * 2},
            ),
            Instance(
                "least-squares",
                one_step_is_least_squares,
                {"prompt": _PROMPT, "start": vector(5, -7)},
            ),
            Instance(
                "least-squares-in-one-dimension",
                one_step_is_least_squares,
                {"prompt": _ONE, "start": vector(100)},
            ),
        ),
        searches=(
            Search(
                "layers",
                layers_are_conditioned_steps,
                lambda: {
                    "prompt": _prompts(),
                    "steps": _sizes(2),
                    "conditioners": st.tuples(*[matrices(2, 2, bound=2)] * 2),
                },
                cases=40,
            ),
            Search(
                "least-squares",
                one_step_is_least_squares,
                lambda: {
                    "prompt": _prompts().filter(lambda p: rank(p.inputs) == 2),
                    "start": vectors(2),
                },
                cases=40,
            ),
        ),
        controls=(
            Control(
                "causal",
                "context tokens read only themselves and those before them",
                causal_layers_are_conditioned_steps,
                refuted_by={
                    "prompt": _ONE,
                    "steps": vector(1, 1),
                    "conditioners": (matrix((1,)),) * 2,
                },
                holds_for={"prompt": _ONE, "steps": vector(1), "conditioners": (matrix((1,)),)},
                drops="full-attention",
            ),
            Control(
                "dependent-inputs",
                "the inputs do not span the space, so that least squares has many solutions",
                least_squares_is_unique,
                refuted_by={"prompt": Prompt(matrix((1, 1), (1, 1)), vector(1, 1), vector(1, 0))},
                holds_for={"prompt": Prompt(matrix((1, 1), (1, 0)), vector(1, 1), vector(1, 0))},
                drops="invertible",
            ),
            Control(
                "not-inverted",
                "the preconditioner is XᵀX/n itself",
                one_step_without_inverse,
                refuted_by={
                    "prompt": Prompt(matrix((2,)), vector(1), vector(1)),
                    "start": vector(0),
                },
                holds_for={
                    "prompt": Prompt(matrix((1,)), vector(1), vector(1)),
                    "start": vector(0),
                },
            ),
            Control(
                "fixed",
                "the preconditioner is that of another prompt",
                one_step_of_another_prompt,
                refuted_by={
                    "prompt": Prompt(matrix((2,)), vector(1), vector(1)),
                    "other": Prompt(matrix((1,)), vector(1), vector(1)),
                    "start": vector(0),
                },
                holds_for={"prompt": _ONE, "other": _ONE, "start": vector(0)},
            ),
        ),
    ),
)
