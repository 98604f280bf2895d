"""Checks of chapter 4: tangent models and tangent kernels.

Models are polynomials in their parameters, so that derivatives along a line are exact. The factor
``1/√m`` of a network of width ``m`` is taken out of its kernel as ``1/m``.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from pyharness.checks import strategies
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    dot,
    gram,
    kernel,
    matrices,
    matrix,
    norm_squared,
    numbers,
    power,
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
from pyharness.checks.optimization import loss, shifted, slope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["ACTIVATIONS", "CHECKS", "jacobian_of", "output_kernel", "predictions"]


# ----- Models -------------------------------------------------------------------------------------


#: Models of two parameters: the prediction at an input, and its gradient.
MODELS: Mapping[str, tuple[Callable[..., Fraction], Callable[..., Vector]]] = {
    "w₀ + w₁ x": (lambda w, x: w[0] + w[1] * x, lambda w, x: (Fraction(1), x)),
    "w₀ w₁ x": (lambda w, x: w[0] * w[1] * x, lambda w, x: (w[1] * x, w[0] * x)),
    "(w₀ + w₁ x)²": (
        lambda w, x: (w[0] + w[1] * x) ** 2,
        lambda w, x: (2 * (w[0] + w[1] * x), 2 * (w[0] + w[1] * x) * x),
    ),
    # Not differentiable where it vanishes: there the gradient of one side is taken.
    "|w₀ + w₁ x|": (
        lambda w, x: abs(w[0] + w[1] * x),
        lambda w, x: scale(1 if w[0] + w[1] * x >= 0 else -1, (Fraction(1), x)),
    ),
}


def predictions(model: str, inputs: Vector, w: Vector) -> Vector:
    """Return the predictions at the inputs."""
    return tuple(MODELS[model][0](w, x) for x in inputs)


def jacobian_of(model: str, inputs: Vector, w: Vector) -> Matrix:
    """Return the gradients of the predictions, a row for each input."""
    return tuple(MODELS[model][1](w, x) for x in inputs)


def response(model: str, inputs: Vector, w: Vector, i: int, j: int) -> Comparison:
    """Along the gradient at one input the prediction at another changes at the rate ``K(i, j)``."""
    kernel = gram(jacobian_of(model, inputs, w))
    direction = MODELS[model][1](w, inputs[j])
    changed = slope(lambda h: MODELS[model][0](add(w, scale(h, direction)), inputs[i]))
    return Comparison(changed, "=", kernel[i][j])


def response_to_own_gradient(model: str, inputs: Vector, w: Vector, i: int, j: int) -> Comparison:
    """The same along the gradient at the first input."""
    kernel = gram(jacobian_of(model, inputs, w))
    direction = MODELS[model][1](w, inputs[i])
    changed = slope(lambda h: MODELS[model][0](add(w, scale(h, direction)), inputs[i]))
    return Comparison(changed, "=", kernel[i][j])


def response_of_a_network() -> tuple[sympy.Expr, sympy.Expr]:
    """The same for ``a tanh(b x)``: the rate is the inner product of the two gradients."""
    import sympy

    a, b, x, z, h = sympy.symbols("a b x z h")
    at = {"a": sympy.tanh(b * z), "b": a * z * (1 - sympy.tanh(b * z) ** 2)}
    moved = (a + h * at["a"]) * sympy.tanh((b + h * at["b"]) * x)
    f, g = a * sympy.tanh(b * x), a * sympy.tanh(b * z)
    return moved.diff(h).subs(h, 0), f.diff(a) * g.diff(a) + f.diff(b) * g.diff(b)


def gradient_of_the_loss(model: str, inputs: Vector, labels: Vector, w: Vector) -> Comparison:
    """The partial derivatives of the loss ``|f(w) - y|²/2`` are ``Jᵀ (f(w) - y)``."""
    r = subtract(predictions(model, inputs, w), labels)
    back = apply(transpose(jacobian_of(model, inputs, w)), r)
    return Comparison(_loss_partials(model, inputs, labels, w), "=", back)


def gradient_of_the_loss_without_residual(
    model: str, inputs: Vector, labels: Vector, w: Vector
) -> Comparison:
    """The partial derivatives of the loss are ``Jᵀ f(w)``."""
    back = apply(transpose(jacobian_of(model, inputs, w)), predictions(model, inputs, w))
    return Comparison(_loss_partials(model, inputs, labels, w), "=", back)


def _loss_partials(model: str, inputs: Vector, labels: Vector, w: Vector) -> Vector:
    def value(u: Vector) -> Fraction:
        return norm_squared(subtract(predictions(model, inputs, u), labels)) / 2

    return (
        slope(lambda h: value((w[0] + h, w[1]))),
        slope(lambda h: value((w[0], w[1] + h))),
    )


def tangent_value(model: str, inputs: Vector, w0: Vector, u: Vector) -> Vector:
    """Return the predictions ``f(w₀) + J₀ (u - w₀)`` of the tangent model."""
    moved = apply(jacobian_of(model, inputs, w0), subtract(u, w0))
    return add(predictions(model, inputs, w0), moved)


def tangent_touches(model: str, inputs: Vector, w0: Vector, direction: Vector) -> Comparison:
    """In every direction at ``w₀`` the model and its tangent model change at the same rate."""

    def along(values: Callable[[Vector], Vector]) -> Vector:
        size = range(len(inputs))
        return tuple(slope(lambda h, i=i: values(add(w0, scale(h, direction)))[i]) for i in size)

    tangent = along(lambda u: tangent_value(model, inputs, w0, u))
    return Comparison(along(lambda u: predictions(model, inputs, u)), "=", tangent)


def tangent_is_the_model(model: str, inputs: Vector, w0: Vector, u: Vector) -> Comparison:
    """The tangent model has the predictions of the model, for a model that is linear."""
    return Comparison(tangent_value(model, inputs, w0, u), "=", predictions(model, inputs, u))


# ----- The tangent model --------------------------------------------------------------------------


class Tangent(NamedTuple):
    """A tangent model with labels: ``J₀``, ``f(w₀)``, ``y`` and ``w₀``."""

    jacobian: Matrix
    value: Vector
    labels: Vector
    origin: Vector

    def residual(self, u: Vector) -> Vector:
        """Return ``f(w₀) + J₀ (u - w₀) - y``."""
        moved = apply(self.jacobian, subtract(u, self.origin))
        return subtract(add(self.value, moved), self.labels)

    def descent(self, start: Vector, step: Fraction, steps: int) -> Vector:
        """Return where gradient descent is after so many steps."""
        u = start
        for _ in range(steps):
            u = subtract(u, scale(step, apply(transpose(self.jacobian), self.residual(u))))
        return u


def tangent_loss(model: Tangent, u: Vector) -> Comparison:
    """The loss of the tangent model is that of least squares with ``x = u - w₀, b = y - f(w₀)``."""
    b, x = subtract(model.labels, model.value), subtract(u, model.origin)
    return Comparison(norm_squared(model.residual(u)) / 2, "=", loss(model.jacobian, b, x))


def tangent_residual(model: Tangent, step: Fraction, steps: int) -> Comparison:
    """Descent on the tangent model from ``w₀`` has residuals ``(I - η K₀)^t (f(w₀) - y)``."""
    found = model.residual(model.descent(model.origin, step, steps))
    one = shifted(-step, gram(model.jacobian))
    return Comparison(found, "=", apply(power(one, steps), subtract(model.value, model.labels)))


def displacement_in_range(model: Tangent, step: Fraction, steps: int) -> Comparison:
    """The displacement from ``w₀`` is orthogonal to all directions that ``J₀`` maps to zero."""
    return displacement_from_elsewhere(model, model.origin, step, steps)


def displacement_from_elsewhere(
    model: Tangent, start: Vector, step: Fraction, steps: int
) -> Comparison:
    """The same for descent that starts elsewhere."""
    moved = subtract(model.descent(start, step, steps), model.origin)
    null = kernel(model.jacobian)
    return Comparison(tuple(dot(moved, z) for z in null), "=", (Fraction(0),) * len(null))


# ----- The kernel is a Gram matrix ----------------------------------------------------------------


def value_of_the_kernel(jacobian: Matrix, v: Vector) -> Comparison:
    """The value ``v·Kv`` is the squared norm of ``Jᵀv``."""
    return Comparison(
        dot(v, apply(gram(jacobian), v)), "=", norm_squared(apply(transpose(jacobian), v))
    )


def definite_if_independent(jacobian: Matrix) -> Comparison:
    """The kernel is positive definite exactly when the gradients are linearly independent."""
    return Comparison(_definite(gram(jacobian)), "=", rank(jacobian) == len(jacobian))


def definite_if_distinct(jacobian: Matrix) -> Comparison:
    """The kernel is positive definite exactly when the gradients are distinct."""
    return Comparison(_definite(gram(jacobian)), "=", len(set(jacobian)) == len(jacobian))


def definite_if_many(jacobian: Matrix) -> Comparison:
    """The kernel is positive definite exactly when there are as many parameters as examples."""
    return Comparison(_definite(gram(jacobian)), "=", len(jacobian[0]) >= len(jacobian))


def _definite(k: Matrix) -> bool:
    """Return whether all leading minors are positive, for a kernel of at most three examples."""

    def minor(size: int) -> Fraction:
        a = [row[:size] for row in k[:size]]
        if size == 1:
            return a[0][0]
        if size == 2:
            return a[0][0] * a[1][1] - a[0][1] * a[1][0]
        return sum(
            a[0][i] * (a[1][j] * a[2][k] - a[1][k] * a[2][j])
            for i, j, k in ((0, 1, 2), (1, 2, 0), (2, 0, 1))
        )

    return all(minor(size) > 0 for size in range(1, len(k) + 1))


# ----- Residuals of a model that is not linear ----------------------------------------------------


def residual_velocity(
    model: str, inputs: Vector, labels: Vector, w: Vector, alpha: Fraction
) -> Comparison:
    """Along the flow of the scaled model the residual changes at the rate ``-α² K r``."""
    return _velocity(alpha**2, (model, inputs, labels, w, alpha))


def residual_velocity_once(
    model: str, inputs: Vector, labels: Vector, w: Vector, alpha: Fraction
) -> Comparison:
    """Along the flow of the scaled model the residual changes at the rate ``-α K r``."""
    return _velocity(alpha, (model, inputs, labels, w, alpha))


def _residual_and_velocity(
    model: str, inputs: Vector, labels: Vector, w: Vector, alpha: Fraction
) -> tuple[Callable[[Fraction], Vector], Vector, Matrix]:
    """Return the residual along the line of the velocity, the residual now, and the Jacobian."""

    def r(u: Vector) -> Vector:
        return subtract(scale(alpha, predictions(model, inputs, u)), labels)

    jacobian = jacobian_of(model, inputs, w)
    velocity = scale(-alpha, apply(transpose(jacobian), r(w)))
    return lambda h: r(add(w, scale(h, velocity))), r(w), jacobian


def _velocity(factor: Fraction, world: tuple[str, Vector, Vector, Vector, Fraction]) -> Comparison:
    along, now, jacobian = _residual_and_velocity(*world)
    found = tuple(slope(lambda h, i=i: along(h)[i]) for i in range(len(now)))
    return Comparison(found, "=", scale(-factor, apply(gram(jacobian), now)))


def loss_velocity(
    model: str, inputs: Vector, labels: Vector, w: Vector, alpha: Fraction
) -> Comparison:
    """Along the flow the loss changes at the rate ``-α² |Jᵀr|²``, which is not positive."""
    along, now, jacobian = _residual_and_velocity(model, inputs, labels, w, alpha)
    found = slope(lambda h: norm_squared(along(h)) / 2)
    rate = -(alpha**2) * norm_squared(apply(transpose(jacobian), now))
    return Comparison((found, rate <= 0), "=", (rate, True))


def residual_flow_of_a_network() -> tuple[sympy.Expr, sympy.Expr]:
    """The same for ``a tanh(b x)`` at two inputs, as a combination of the two residuals."""
    import sympy

    alpha, u, v, t = sympy.symbols("alpha u v t")
    x, y = sympy.symbols("x0:2"), sympy.symbols("y0:2")
    a, b = (sympy.Function(name)(t) for name in "ab")
    f = sympy.Matrix([a * sympy.tanh(b * z) for z in x])
    r = alpha * f - sympy.Matrix(y)
    jacobian = sympy.Matrix.hstack(f.diff(a), f.diff(b))
    velocity = -alpha * jacobian.T * r
    probe = sympy.Matrix([[u, v]])
    changed = r.diff(t).subs({a.diff(t): velocity[0], b.diff(t): velocity[1]})
    return (probe * changed)[0], (-(alpha**2) * probe * jacobian * jacobian.T * r)[0]


# ----- Two layers ---------------------------------------------------------------------------------


#: Activations with their derivatives.
ACTIVATIONS: Mapping[str, tuple[Callable[[Fraction], Fraction], Callable[[Fraction], Fraction]]] = {
    "square": (lambda t: t * t, lambda t: 2 * t),
    "cube": (lambda t: t**3, lambda t: 3 * t * t),
    "identity": (lambda t: t, lambda t: Fraction(1)),
    # The derivative at zero, where there is none, is set to zero.
    "ReLU": (lambda t: max(t, Fraction(0)), lambda t: Fraction(int(t > 0))),
}


def output_kernel(activation: str, b: Matrix, x: Vector, z: Vector) -> Fraction:
    """Return ``K_a``, the mean over the units of ``σ(b·x) σ(b·z)``."""
    sigma = ACTIVATIONS[activation][0]
    return sum((sigma(dot(r, x)) * sigma(dot(r, z)) for r in b), Fraction(0)) / len(b)


def hidden_kernel(activation: str, a: Vector, b: Matrix, x: Vector, z: Vector) -> Fraction:
    """Return ``K_b``, the mean over the units of ``a² σ'(b·x) σ'(b·z) x·z``."""
    slope_ = ACTIVATIONS[activation][1]
    units = zip(a, b, strict=True)
    return sum(
        (c * c * slope_(dot(r, x)) * slope_(dot(r, z)) * dot(x, z) for c, r in units), Fraction(0)
    ) / len(b)


def kernel_of_gradients(activation: str, a: Vector, b: Matrix, x: Vector, z: Vector) -> Fraction:
    """Return the inner product of the gradients of the network, one parameter after another."""
    sigma = ACTIVATIONS[activation][0]
    w = (*a, *(entry for row in b for entry in row))
    width, size = len(a), len(x)

    def network(u: Vector, at: Vector) -> Fraction:
        rows = [u[width + size * r : width + size * (r + 1)] for r in range(width)]
        return sum((u[r] * sigma(dot(rows[r], at)) for r in range(width)), Fraction(0))

    def gradient(at: Vector) -> Vector:
        return tuple(
            slope(lambda h, k=k: network((*w[:k], w[k] + h, *w[k + 1 :]), at))
            for k in range(len(w))
        )

    return dot(gradient(x), gradient(z)) / width


def kernel_splits(activation: str, a: Vector, b: Matrix, x: Vector, z: Vector) -> Comparison:
    """The tangent kernel of a network with two layers is ``K_a + K_b``."""
    right = output_kernel(activation, b, x, z) + hidden_kernel(activation, a, b, x, z)
    return Comparison(kernel_of_gradients(activation, a, b, x, z), "=", right)


def kernel_splits_without_weights(
    activation: str, a: Vector, b: Matrix, x: Vector, z: Vector
) -> Comparison:
    """The same without the squares of the output weights."""
    ones = (Fraction(1),) * len(a)
    right = output_kernel(activation, b, x, z) + hidden_kernel(activation, ones, b, x, z)
    return Comparison(kernel_of_gradients(activation, a, b, x, z), "=", right)


def kernel_splits_for_tanh() -> tuple[sympy.Expr, sympy.Expr]:
    """The same for two units with the hyperbolic tangent and inputs with two coordinates."""
    import sympy

    a, b = sympy.symbols("a0:2"), sympy.symbols("b0:4")
    x, z = sympy.symbols("x0:2"), sympy.symbols("z0:2")

    def at(point: tuple[sympy.Symbol, ...]) -> list[sympy.Expr]:
        return [b[2 * r] * point[0] + b[2 * r + 1] * point[1] for r in range(2)]

    def network(point: tuple[sympy.Symbol, ...]) -> sympy.Expr:
        return sum(a[r] * sympy.tanh(t) for r, t in enumerate(at(point))) / sympy.sqrt(2)

    left = sum(network(x).diff(w) * network(z).diff(w) for w in (*a, *b))
    right = 0
    for r, (s, t) in enumerate(zip(at(x), at(z), strict=True)):
        inner = x[0] * z[0] + x[1] * z[1]
        slopes = (1 - sympy.tanh(s) ** 2) * (1 - sympy.tanh(t) ** 2)
        right += (sympy.tanh(s) * sympy.tanh(t) + a[r] ** 2 * slopes * inner) / 2
    return left, right


# ----- Families -----------------------------------------------------------------------------------


def _tangent_models() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "model": strategies.builds(Tangent, matrices(2, 3, 2), vectors(2), vectors(2), vectors(3)),
        "step": numbers(0, 1, 8),
        "steps": strategies.integers(0, 4),
    }


def _losses() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "model": strategies.sampled_from(_SMOOTH),
        "inputs": vectors(2),
        "labels": vectors(2),
        "w": vectors(2),
    }


def _flows() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "model": strategies.sampled_from(_SMOOTH),
        "inputs": vectors(2),
        "labels": vectors(2),
        "w": vectors(2),
        "alpha": numbers(0, 3, 2),
    }


def _networks() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "activation": strategies.sampled_from(["square", "cube", "identity"]),
        "a": vectors(2).filter(any),
        "b": matrices(2, 2, 2).filter(lambda b: all(map(any, b))),
        "x": vectors(2, 2, 1).filter(any),
        "z": vectors(2, 2, 1).filter(any),
    }


def _small_jacobians() -> Iterator[dict[str, Any]]:
    """Yield all Jacobians of two or three examples and two parameters with entries -1, 0, 1."""
    for rows in (2, 3):
        for entries in product((-1, 0, 1), repeat=2 * rows):
            yield {"jacobian": matrix(*(entries[2 * i : 2 * i + 2] for i in range(rows)))}


#: The models that are differentiable everywhere.
_SMOOTH = [name for name in MODELS if "|" not in name]
_ONE = Fraction(1)
_LONG = matrix((1, 0, 2), (0, 1, -1))
_TANGENT = Tangent(_LONG, vector(1, 1), vector(0, 3), vector(1, 1, 1))
_FLOW = {"inputs": vector(1, "1/2"), "labels": vector(1, -1), "w": vector(2, "1/3")}
_UNITS = {
    "a": vector(2, -1),
    "b": matrix((1, 1), (2, -1)),
    "x": vector(1, 0),
    "z": vector(1, "1/2"),
}


CHECKS = (
    RowChecks(
        "ch04-prediction-vector",
        instances=(
            Instance("line", gradient_of_the_loss, {"model": "w₀ + w₁ x", **_FLOW}),
            Instance("product", gradient_of_the_loss, {"model": "w₀ w₁ x", **_FLOW}),
            Instance(
                "three-examples",
                gradient_of_the_loss,
                {
                    "model": "w₀ w₁ x",
                    "inputs": vector(1, 2, 3),
                    "labels": vector(0, 1, 0),
                    "w": vector(1, -2),
                },
            ),
        ),
        searches=(Search("gradients", gradient_of_the_loss, _losses),),
        controls=(
            Control(
                "without-labels",
                "the predictions take the place of the residual",
                gradient_of_the_loss_without_residual,
                refuted_by={"model": "w₀ w₁ x", **_FLOW},
                holds_for={"model": "w₀ w₁ x", **_FLOW, "labels": vector(0, 0)},
                over=_losses,
            ),
        ),
    ),
    RowChecks(
        "ch04-linearization",
        instances=(
            Instance(
                "touches",
                tangent_touches,
                {
                    "model": "(w₀ + w₁ x)²",
                    "inputs": vector(1, 2),
                    "w0": vector(1, -2),
                    "direction": vector(3, 1),
                },
            ),
            Instance(
                "start",
                tangent_is_the_model,
                {
                    "model": "(w₀ + w₁ x)²",
                    "inputs": vector(1, 2),
                    "w0": vector(1, -2),
                    "u": vector(1, -2),
                },
            ),
            Instance(
                "linear-model",
                tangent_is_the_model,
                {
                    "model": "w₀ + w₁ x",
                    "inputs": vector(1, 2),
                    "w0": vector(1, -2),
                    "u": vector(100, 7),
                },
            ),
        ),
        searches=(
            Search(
                "directions",
                tangent_touches,
                lambda: {
                    "model": strategies.sampled_from(_SMOOTH),
                    "inputs": vectors(2),
                    "w0": vectors(2),
                    "direction": vectors(2),
                },
            ),
        ),
        controls=(
            Control(
                "product",
                "the model is not linear in its parameters",
                tangent_is_the_model,
                refuted_by={
                    "model": "w₀ w₁ x",
                    "inputs": vector(1, 2),
                    "w0": vector(1, -2),
                    "u": vector(2, -1),
                },
                holds_for={
                    "model": "w₀ w₁ x",
                    "inputs": vector(1, 2),
                    "w0": vector(1, -2),
                    "u": vector(2, -2),
                },
            ),
        ),
    ),
    RowChecks(
        "ch04-empirical-ntk",
        identities=(Identity("response", response_of_a_network),),
        instances=(
            Instance(
                "product",
                response,
                {
                    "model": "w₀ w₁ x",
                    "inputs": vector(1, 3),
                    "w": vector(2, -1),
                    "i": 0,
                    "j": 1,
                },
            ),
            Instance(
                "square",
                response,
                {
                    "model": "(w₀ + w₁ x)²",
                    "inputs": vector(1, "-1/2"),
                    "w": vector(2, 3),
                    "i": 1,
                    "j": 0,
                },
            ),
            Instance(
                "itself",
                response,
                {
                    "model": "(w₀ + w₁ x)²",
                    "inputs": vector(1, "-1/2"),
                    "w": vector(2, 3),
                    "i": 1,
                    "j": 1,
                },
            ),
        ),
        searches=(
            Search(
                "responses",
                response,
                lambda: {
                    "model": strategies.sampled_from(_SMOOTH),
                    "inputs": vectors(2),
                    "w": vectors(2),
                    "i": strategies.integers(0, 1),
                    "j": strategies.integers(0, 1),
                },
            ),
        ),
        controls=(
            Control(
                "kink",
                "the model has a kink, and the gradient is that of one side",
                response,
                refuted_by={
                    "model": "|w₀ + w₁ x|",
                    "inputs": vector(1, 2),
                    "w": vector(1, -1),
                    "i": 0,
                    "j": 1,
                },
                holds_for={
                    "model": "|w₀ + w₁ x|",
                    "inputs": vector(1, 2),
                    "w": vector(3, -1),
                    "i": 0,
                    "j": 1,
                },
                drops="differentiable",
            ),
            Control(
                "own-gradient",
                "the step is along the gradient of the example itself",
                response_to_own_gradient,
                refuted_by={
                    "model": "w₀ w₁ x",
                    "inputs": vector(1, 3),
                    "w": vector(2, -1),
                    "i": 0,
                    "j": 1,
                },
                holds_for={
                    "model": "w₀ w₁ x",
                    "inputs": vector(1, 3),
                    "w": vector(2, -1),
                    "i": 1,
                    "j": 1,
                },
            ),
        ),
    ),
    RowChecks(
        "ch04-ntk-psd",
        instances=(
            Instance("value", value_of_the_kernel, {"jacobian": _LONG, "v": vector(2, "-1/3")}),
            Instance(
                "equal-gradients",
                value_of_the_kernel,
                {"jacobian": matrix((1, 2), (1, 2)), "v": vector(1, -1)},
            ),
            Instance("definite", definite_if_independent, {"jacobian": _LONG}),
            Instance(
                "more-examples-than-parameters",
                definite_if_independent,
                {"jacobian": matrix((1, 0), (0, 1), (1, 1))},
            ),
        ),
        searches=(
            Search(
                "values",
                value_of_the_kernel,
                lambda: {"jacobian": matrices(3, 2), "v": vectors(3)},
            ),
            Exhaustion("small-jacobians", definite_if_independent, _small_jacobians),
        ),
        controls=(
            Control(
                "distinct",
                "distinct gradients are said to be enough",
                definite_if_distinct,
                refuted_by={"jacobian": matrix((1,), (2,))},
                holds_for={"jacobian": matrix((1, 0), (0, 1))},
            ),
            Control(
                "many-parameters",
                "as many parameters as examples are said to be enough",
                definite_if_many,
                refuted_by={"jacobian": matrix((1, 2, 3), (2, 4, 6))},
                holds_for={"jacobian": _LONG},
                over=lambda: {"jacobian": matrices(2, 2, 1)},
            ),
        ),
    ),
    RowChecks(
        "ch04-network-residual-ode",
        identities=(Identity("tanh-network", residual_flow_of_a_network),),
        instances=(
            Instance("product", residual_velocity, {"model": "w₀ w₁ x", **_FLOW, "alpha": _ONE}),
            Instance(
                "square",
                residual_velocity,
                {"model": "(w₀ + w₁ x)²", **_FLOW, "alpha": Fraction(2)},
            ),
            Instance(
                "loss", loss_velocity, {"model": "(w₀ + w₁ x)²", **_FLOW, "alpha": Fraction(2)}
            ),
        ),
        searches=(
            Search("residuals", residual_velocity, _flows),
            Search("losses", loss_velocity, _flows),
        ),
        controls=(
            Control(
                "scale-once",
                "the scale enters once instead of squared",
                residual_velocity_once,
                refuted_by={"model": "w₀ w₁ x", **_FLOW, "alpha": Fraction(2)},
                holds_for={"model": "w₀ w₁ x", **_FLOW, "alpha": _ONE},
                over=_flows,
            ),
            Control(
                "kink",
                "the model has a kink, and the gradient is that of one side",
                residual_velocity,
                refuted_by={
                    "model": "|w₀ + w₁ x|",
                    **_FLOW,
                    "w": vector(-1, 1),
                    "alpha": _ONE,
                },
                holds_for={"model": "|w₀ + w₁ x|", **_FLOW, "alpha": _ONE},
                drops="differentiable",
            ),
        ),
    ),
    RowChecks(
        "ch04-ls-dictionary",
        instances=(
            Instance("loss", tangent_loss, {"model": _TANGENT, "u": vector(2, 0, "1/2")}),
            Instance(
                "residual",
                tangent_residual,
                {"model": _TANGENT, "step": Fraction(1, 8), "steps": 4},
            ),
            Instance(
                "displacement",
                displacement_in_range,
                {"model": _TANGENT, "step": Fraction(1, 10), "steps": 5},
            ),
        ),
        searches=(
            Search("residuals", tangent_residual, _tangent_models),
            Search("displacements", displacement_in_range, _tangent_models),
        ),
        controls=(
            Control(
                "other-start",
                "descent starts elsewhere",
                displacement_from_elsewhere,
                refuted_by={
                    "model": _TANGENT,
                    "start": vector(0, 0, 1),
                    "step": Fraction(1, 10),
                    "steps": 5,
                },
                holds_for={
                    "model": _TANGENT,
                    "start": vector(2, 1, 3),
                    "step": Fraction(1, 10),
                    "steps": 5,
                },
                drops="start",
            ),
        ),
    ),
    RowChecks(
        "ch04-two-layer-ntk",
        identities=(Identity("tanh-network", kernel_splits_for_tanh),),
        instances=(
            Instance("square", kernel_splits, {"activation": "square", **_UNITS}),
            Instance("relu", kernel_splits, {"activation": "ReLU", **_UNITS}),
            Instance("cube", kernel_splits, {"activation": "cube", **_UNITS}),
            Instance(
                "orthogonal-inputs",
                kernel_splits,
                {"activation": "square", **_UNITS, "z": vector(0, 1)},
            ),
        ),
        searches=(Search("networks", kernel_splits, _networks, cases=40),),
        controls=(
            Control(
                "without-weights",
                "the squares of the output weights are left out",
                kernel_splits_without_weights,
                refuted_by={"activation": "square", **_UNITS},
                holds_for={"activation": "square", **_UNITS, "a": vector(1, -1)},
                over=_networks,
            ),
            Control(
                "kink",
                "a preactivation of the ReLU network is zero",
                kernel_splits,
                refuted_by={"activation": "ReLU", **_UNITS, "z": vector(1, 2)},
                holds_for={"activation": "ReLU", **_UNITS, "z": vector(1, "3/2")},
                drops="differentiable",
            ),
        ),
    ),
)
