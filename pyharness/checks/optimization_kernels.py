"""Checks of chapter 4: tangent models, tangent kernels, and training while the kernel hardly moves.

Models are polynomials in their parameters, so that derivatives along a line are exact. The factor
``1/√m`` of a network of width ``m`` is taken out of its kernel as ``1/m``.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import islice, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from pyharness.checks import strategies
from pyharness.checks.enclosures import sqrt, total
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    diagonal,
    dot,
    gram,
    identity,
    is_semidefinite,
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
    Plot,
    RowChecks,
    Search,
)
from pyharness.checks.optimization import loss, shifted, slope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["ACTIVATIONS", "CHECKS", "output_kernel"]


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


# ----- Training while the kernel is stable --------------------------------------------------------


def path(
    model: str, inputs: Vector, labels: Vector, start: Vector, step: Fraction
) -> Iterator[tuple[Vector, Fraction]]:
    """Yield the iterates of gradient descent and their losses, without an end."""
    w = start
    while True:
        r = subtract(predictions(model, inputs, w), labels)
        yield w, norm_squared(r) / 2
        w = subtract(w, scale(step, apply(transpose(jacobian_of(model, inputs, w)), r)))


class Training(NamedTuple):
    """A training run: the model, its data, where it starts and the step."""

    model: str
    inputs: Vector
    labels: Vector
    start: Vector
    step: Fraction

    def iterates(self, steps: int) -> list[tuple[Vector, Fraction]]:
        """Return the start and the iterates, with their losses."""
        return list(islice(path(*self), steps + 1))


def loss_decays(run: Training, mu: Fraction, steps: int) -> Comparison:
    """The loss after ``t`` steps is at most ``(1 - ημ)^t`` times the first one."""
    losses = [value for _, value in run.iterates(steps)]
    return Comparison(losses[-1], "≤", (1 - run.step * mu) ** steps * losses[0])


def path_is_short(run: Training, mu: Fraction, steps: int) -> Comparison:
    """The lengths of the steps sum to at most ``√(8F(w₀)/μ)``."""
    points = run.iterates(steps)
    lengths = [norm_squared(subtract(v, w)) for (v, _), (w, _) in pairwise(points)]
    return Comparison(total(map(sqrt, lengths)), "≤", sqrt(8 * points[0][1] / mu))


def stays_in_the_ball(run: Training, radius: Fraction, steps: int) -> Comparison:
    """The squared distance of every iterate from the start is less than that of the radius."""
    distances = [norm_squared(subtract(w, run.start)) for w, _ in run.iterates(steps)]
    return Comparison(max(distances), "<", radius**2)


def product_conditions(size: Fraction, gap: Fraction, share: Fraction) -> Comparison:
    """Both conditions hold on the ball of radius ``2s/5`` for ``w₀ w₁`` from ``(s, s)``.

    The label is ``s² - δ`` with ``|δ| ≤ s²/6``, the step ``c/s²``, and ``μ = s²``. One step gives
    the residual the factor ``1 - ηK + η²rf`` with ``K = |w|²``; on the ball there are bounds for
    ``K``, ``r`` and ``f``, and the square of the factor must be at most ``1 - ηK``, which is
    concave in ``K``: the ends of the range of ``K`` decide.
    """
    step, low, high = share / size**2, Fraction(14142, 10000), Fraction(14143, 10000)
    least, largest = ((low - Fraction(2, 5)) * size) ** 2, ((high + Fraction(2, 5)) * size) ** 2
    value = largest / 2
    rest = step**2 * (value + abs(size**2 - gap)) * value
    descends = all((1 - step * k + rest) ** 2 <= 1 - step * k for k in (least, largest))
    positive = rest <= 1 - step * largest + 2 * rest
    radius = 2 * abs(gap) / size < 2 * size / 5
    return Comparison((descends, positive, least >= size**2, radius), "=", (True,) * 4)


def product_trains(size: Fraction, gap: Fraction, share: Fraction, steps: int) -> Comparison:
    """Under these conditions the loss of ``w₀ w₁`` decays as the row says."""
    run = Training("w₀ w₁ x", (Fraction(1),), (size**2 - gap,), (size, size), share / size**2)
    return loss_decays(run, size**2, steps)


def line_trains(labels: Vector, start: Vector, step: Fraction, steps: int) -> Comparison:
    """The model ``w₀ + w₁ x`` at the inputs 1 and -1, whose kernel is twice the identity."""
    run = Training("w₀ + w₁ x", (Fraction(1), Fraction(-1)), labels, start, step)
    return loss_decays(run, Fraction(2), steps)


# ----- Perturbed kernels --------------------------------------------------------------------------


def still_positive(k0: Matrix, change: Matrix, bound: Fraction, v: Vector) -> Comparison:
    """The changed kernel has values of at least half the bound: ``v·Kv ≥ λ/2 |v|²``."""
    k = tuple(add(row, other) for row, other in zip(k0, change, strict=True))
    return Comparison(dot(v, apply(k, v)), "≥", bound * norm_squared(v) / 2)


def hypotheses_of_perturbation(k0: Matrix, change: Matrix, bound: Fraction) -> Comparison:
    """The kernel is at least ``λI``, and the change lies between ``-λ/2 I`` and ``λ/2 I``."""
    eye = identity(len(k0))

    def combined(x: Fraction | int, m: Matrix, y: Fraction | int) -> bool:
        rows = zip(m, eye, strict=True)
        return is_semidefinite(tuple(add(scale(x, r), scale(y, e)) for r, e in rows))

    found = (combined(1, k0, -bound), combined(1, change, bound / 2))
    return Comparison((*found, combined(-1, change, bound / 2)), "=", (True, True, True))


# ----- Families -----------------------------------------------------------------------------------


def _tangent_models() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "model": strategies.builds(Tangent, matrices(2, 3, 2), vectors(2), vectors(2), vectors(3)),
        "step": numbers(0, 1, 8),
        "steps": strategies.integers(0, 4),
    }


def _flows() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "model": strategies.sampled_from([m for m in MODELS if "|" not in m]),
        "inputs": vectors(2),
        "labels": vectors(2),
        "w": vectors(2),
        "alpha": numbers(0, 3, 2),
    }


def _networks() -> Mapping[str, SearchStrategy[Any]]:
    return {
        "activation": strategies.sampled_from(["square", "cube", "identity"]),
        "a": vectors(2),
        "b": matrices(2, 2, 2),
        "x": vectors(2, 2, 1),
        "z": vectors(2, 2, 1),
    }


def _small_jacobians() -> Iterator[dict[str, Any]]:
    """Yield all Jacobians of two or three examples and two parameters with entries -1, 0, 1."""
    for rows in (2, 3):
        for entries in product((-1, 0, 1), repeat=2 * rows):
            yield {"jacobian": matrix(*(entries[2 * i : 2 * i + 2] for i in range(rows)))}


def _products() -> Iterator[dict[str, Any]]:
    """Yield starts, labels and steps for the product of two parameters."""
    for size, part, share in product((1, 2, 3), (-6, -12, 12, 6), (10, 40)):
        yield {
            "size": Fraction(size),
            "gap": Fraction(size**2, part),
            "share": Fraction(1, share),
        }


def _perturbations() -> SearchStrategy[dict[str, Any]]:
    """Kernels ``λI + BBᵀ``, and changes whose rows have absolute sums of at most ``λ/2``."""

    def made(b: Matrix, bound: Fraction, size: Vector, v: Vector) -> dict[str, Any]:
        p, q, s = size
        k0 = tuple(add(row, e) for row, e in zip(gram(b), diagonal((bound,) * 2), strict=True))
        change = ((p * (1 - abs(q)), q), (q, s * (1 - abs(q))))
        return {
            "k0": k0,
            "change": tuple(scale(bound / 2, row) for row in change),
            "bound": bound,
            "v": v,
        }

    return strategies.builds(made, matrices(2, 2), numbers(1, 4, 2), vectors(3, 1, 4), vectors(2))


_ZERO, _ONE, _HALF = Fraction(0), Fraction(1), Fraction(1, 2)
_LONG = matrix((1, 0, 2), (0, 1, -1))
_TANGENT = Tangent(_LONG, vector(1, 1), vector(0, 3), vector(1, 1, 1))
_FLOW = {"inputs": vector(1, "1/2"), "labels": vector(1, -1), "w": vector(2, "1/3")}
_UNITS = {
    "a": vector(2, -1),
    "b": matrix((1, 1), (2, -1)),
    "x": vector(1, 0),
    "z": vector(1, "1/2"),
}
_PRODUCT = Training("w₀ w₁ x", vector(1), vector("7/2"), vector(2, 2), Fraction(1, 40))
_SADDLE = Training("w₀ w₁ x", vector(1), vector(1), vector(1, -1), Fraction(1, 4))
_LINE = Training("w₀ + w₁ x", vector(1, -1), vector(3, 0), vector(0, 0), Fraction(1, 4))


CHECKS = (
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
                    "model": strategies.sampled_from([m for m in MODELS if "|" not in m]),
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
    RowChecks(
        "ch04-bootstrap",
        instances=(
            Instance(
                "conditions",
                product_conditions,
                {"size": Fraction(2), "gap": _HALF, "share": Fraction(1, 10)},
            ),
            Instance("loss", loss_decays, {"run": _PRODUCT, "mu": Fraction(4), "steps": 4}),
            Instance("path", path_is_short, {"run": _PRODUCT, "mu": Fraction(4), "steps": 4}),
            Instance(
                "ball",
                stays_in_the_ball,
                {"run": _PRODUCT, "radius": Fraction(4, 5), "steps": 4},
            ),
            Instance("line", loss_decays, {"run": _LINE, "mu": Fraction(2), "steps": 12}),
        ),
        searches=(
            Exhaustion("conditions-of-products", product_conditions, _products),
            Exhaustion(
                "products",
                product_trains,
                lambda: ({**case, "steps": steps} for case in _products() for steps in (1, 3)),
            ),
            Search(
                "lines",
                line_trains,
                lambda: {
                    "labels": vectors(2),
                    "start": vectors(2),
                    "step": numbers(0, 1, 16).map(lambda n: n / 2).filter(bool),
                    "steps": strategies.integers(0, 6),
                },
            ),
        ),
        controls=(
            Control(
                "small-radius",
                "the kernel is bounded on a ball that is too small, and the model leaves it",
                loss_decays,
                refuted_by={"run": _SADDLE, "mu": Fraction(4, 3), "steps": 4},
                holds_for={"run": _SADDLE, "mu": Fraction(4, 3), "steps": 1},
                drops="radius",
            ),
            Control(
                "larger-bound",
                "the number μ is larger than the smallest eigenvalue of the kernel",
                loss_decays,
                refuted_by={"run": _PRODUCT, "mu": Fraction(20), "steps": 3},
                holds_for={"run": _PRODUCT, "mu": Fraction(20), "steps": 0},
                drops="local-kernel-bound",
            ),
            Control(
                "long-step",
                "the step is so long that it raises the loss",
                loss_decays,
                refuted_by={
                    "run": _LINE._replace(step=Fraction(2)),
                    "mu": Fraction(2, 5),
                    "steps": 1,
                },
                holds_for={"run": _LINE, "mu": Fraction(2, 5), "steps": 1},
                drops="local-descent",
            ),
            Control(
                "negative-step",
                "the step may be negative",
                path_is_short,
                refuted_by={
                    "run": _LINE._replace(step=Fraction(-1, 4)),
                    "mu": Fraction(2),
                    "steps": 6,
                },
                holds_for={"run": _LINE, "mu": Fraction(2), "steps": 6},
                drops="positive-step",
            ),
            Control(
                "shorter-path",
                "the length of the path is bounded by a third as much",
                path_is_short,
                refuted_by={"run": _LINE, "mu": Fraction(18), "steps": 6},
                holds_for={"run": _LINE, "mu": Fraction(2), "steps": 6},
            ),
        ),
        plots=(
            Plot(
                "loss",
                "The loss of the product of two parameters and its bound",
                loss_decays,
                "steps",
                tuple(range(6)),
                {"": {"run": _PRODUCT, "mu": Fraction(4)}},
                "steps t",
                "loss",
                "bound (1 - ημ)^t F(w₀)",
                "y",
            ),
        ),
    ),
    RowChecks(
        "ch04-kernel-perturbation",
        instances=(
            Instance(
                "equality",
                still_positive,
                {
                    "k0": identity(2),
                    "change": diagonal(vector("-1/2", "1/2")),
                    "bound": _ONE,
                    "v": vector(1, 0),
                },
            ),
            Instance(
                "off-diagonal",
                still_positive,
                {
                    "k0": matrix((2, 1), (1, 2)),
                    "change": matrix((0, "1/2"), ("1/2", 0)),
                    "bound": _ONE,
                    "v": vector(1, -1),
                },
            ),
            Instance(
                "hypotheses",
                hypotheses_of_perturbation,
                {
                    "k0": matrix((2, 1), (1, 2)),
                    "change": matrix((0, "1/2"), ("1/2", 0)),
                    "bound": _ONE,
                },
            ),
        ),
        searches=(Search("small-changes", still_positive, _perturbations),),
        controls=(
            Control(
                "larger-change",
                "the change may be as large as λ",
                still_positive,
                refuted_by={
                    "k0": identity(2),
                    "change": diagonal(vector(-1, -1)),
                    "bound": _ONE,
                    "v": vector(1, 0),
                },
                holds_for={
                    "k0": identity(2),
                    "change": diagonal(vector(1, 1)),
                    "bound": _ONE,
                    "v": vector(1, 0),
                },
                drops="stable",
            ),
            Control(
                "no-initial-bound",
                "the first kernel has a smaller eigenvalue",
                still_positive,
                refuted_by={
                    "k0": diagonal(vector(1, "1/2")),
                    "change": diagonal(vector("-1/2", "-1/2")),
                    "bound": _ONE,
                    "v": vector(0, 1),
                },
                holds_for={
                    "k0": diagonal(vector(1, "1/2")),
                    "change": diagonal(vector("-1/2", "-1/2")),
                    "bound": _ONE,
                    "v": vector(1, 0),
                },
                drops="initial-bound",
            ),
        ),
    ),
)
