"""Checks of chapter 4: training while the kernel hardly moves."""

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
    matrices,
    matrix,
    norm_squared,
    numbers,
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
    Instance,
    Plot,
    RowChecks,
    Search,
)
from pyharness.checks.optimization_kernels import jacobian_of, predictions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


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


def stays_in_the_ball(run: Training, mu: Fraction, steps: int) -> Comparison:
    """No squared distance of an iterate from the start exceeds ``8F(w₀)/μ``."""
    points = run.iterates(steps)
    distances = [norm_squared(subtract(w, run.start)) for w, _ in points]
    return Comparison(max(distances), "≤", 8 * points[0][1] / mu)


def local_descent(run: Training, radius: Fraction) -> Comparison:
    """At 49 points of the ball condition (i) holds: right side minus left side is not negative.

    The points have multiples of a quarter of the radius as coordinates from the start.
    """
    excess = []
    for w in _ball(run.start, radius):
        r = subtract(predictions(run.model, run.inputs, w), run.labels)
        gradient = apply(transpose(jacobian_of(run.model, run.inputs, w)), r)
        (_, now), (_, after) = run._replace(start=w).iterates(1)
        excess.append(now - run.step / 2 * norm_squared(gradient) - after)
    return Comparison(min(excess), "≥", 0)


def local_kernel_bound(run: Training, mu: Fraction, radius: Fraction) -> Comparison:
    """At these points condition (ii) holds: ``|∇F|²`` divided by ``2F`` is at least ``μ``."""
    quotients = []
    for w in _ball(run.start, radius):
        r = subtract(predictions(run.model, run.inputs, w), run.labels)
        gradient = apply(transpose(jacobian_of(run.model, run.inputs, w)), r)
        if any(r):
            quotients.append(norm_squared(gradient) / norm_squared(r))
    return Comparison(min(quotients), "≥", mu)


def _ball(centre: Vector, radius: Fraction) -> Iterator[Vector]:
    for i, j in product(range(-4, 5), repeat=2):
        if i * i + j * j <= 16:
            yield add(centre, (i * radius / 4, j * radius / 4))


def product_conditions(size: Fraction, gap: Fraction, share: Fraction) -> Comparison:
    """Both conditions hold on the ball of radius ``2s/5`` for ``w₀ w₁`` from ``(s, s)``.

    The label is ``s² - δ`` with ``|δ| ≤ s²/6``, the step ``c/s²``, and ``μ = s²``. One step gives
    the residual the factor ``1 - ηK + η²rf`` with ``K = |w|²``; on the ball there are bounds for
    ``K``, ``r`` and ``f``. The square of the factor must be at most ``1 - ηK``; the difference is
    concave in ``K``, so the ends of its range decide.
    """
    step, low, high = share / size**2, Fraction(14142, 10000), Fraction(14143, 10000)
    least, largest = ((low - Fraction(2, 5)) * size) ** 2, ((high + Fraction(2, 5)) * size) ** 2
    value = largest / 2
    rest = step**2 * (value + abs(size**2 - gap)) * value
    descends = all((1 - step * k + rest) ** 2 <= 1 - step * k for k in (least, largest))
    positive = step * largest <= 1
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


_ONE, _HALF = Fraction(1), Fraction(1, 2)
_PRODUCT = Training("w₀ w₁ x", vector(1), vector("7/2"), vector(2, 2), Fraction(1, 40))
_RADIUS = Fraction(4, 5)
_SADDLE = Training("w₀ w₁ x", vector(1), vector(1), vector(1, -1), Fraction(1, 4))
_LINE = Training("w₀ + w₁ x", vector(1, -1), vector(3, 0), vector(0, 0), Fraction(1, 4))


CHECKS = (
    RowChecks(
        "ch04-bootstrap",
        instances=(
            Instance(
                "conditions",
                product_conditions,
                {"size": Fraction(2), "gap": _HALF, "share": Fraction(1, 10)},
            ),
            Instance("descent-in-the-ball", local_descent, {"run": _PRODUCT, "radius": _RADIUS}),
            Instance(
                "kernel-in-the-ball",
                local_kernel_bound,
                {"run": _PRODUCT, "mu": Fraction(4), "radius": _RADIUS},
            ),
            Instance(
                "descent-near-the-saddle",
                local_descent,
                {"run": _SADDLE, "radius": Fraction(1, 4)},
            ),
            Instance(
                "kernel-near-the-saddle",
                local_kernel_bound,
                {"run": _SADDLE, "mu": Fraction(4, 3), "radius": Fraction(1, 4)},
            ),
            Instance("loss", loss_decays, {"run": _PRODUCT, "mu": Fraction(4), "steps": 4}),
            Instance("path", path_is_short, {"run": _PRODUCT, "mu": Fraction(4), "steps": 4}),
            Instance(
                "ball",
                stays_in_the_ball,
                {"run": _LINE, "mu": Fraction(2), "steps": 12},
            ),
            Instance("line", loss_decays, {"run": _LINE, "mu": Fraction(2), "steps": 12}),
            Instance("path-of-line", path_is_short, {"run": _LINE, "mu": Fraction(2), "steps": 6}),
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
                holds_for={"run": _PRODUCT, "mu": Fraction(4), "steps": 3},
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
                "far-label",
                "the label is farther away, and the ball that is known must still be large enough",
                product_conditions,
                refuted_by={"size": Fraction(2), "gap": Fraction(2), "share": Fraction(1, 10)},
                holds_for={"size": Fraction(2), "gap": _HALF, "share": Fraction(1, 10)},
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
