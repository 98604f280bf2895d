"""Checks of chapters 8 and 9: minimum-norm least squares and its exact risk, on rational designs.

Pseudo-inverses are rational; expectations run over all values of noise, fresh points and signed
permutations.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product
from typing import TYPE_CHECKING, Any

from pyharness.checks import strategies as st
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    add_matrices,
    apply,
    dot,
    identity,
    inverse,
    kernel,
    norm_squared,
    outer,
    pseudo_inverse,
    rank,
    scale,
    scale_matrix,
    subtract,
    times,
    trace,
    transpose,
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
    from collections.abc import Iterable, Iterator, Mapping

    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = ["CHECKS"]


# ----- Least squares of minimum norm --------------------------------------------------------------


def closed_form(design: Matrix, y: Vector) -> Vector:
    """Return ``(X^T X)^(-1) X^T y`` for more rows than columns, else ``X^T (X X^T)^(-1) y``."""
    columns = transpose(design)
    if len(columns) < len(design):
        return apply(times(inverse(times(columns, design)), columns), y)
    return apply(times(columns, inverse(times(design, columns))), y)


def error(design: Matrix, y: Vector, b: Vector) -> Fraction:
    """Return the squared error on the data."""
    return norm_squared(subtract(y, apply(design, b)))


def projector(design: Matrix) -> Matrix:
    """Return ``I - S^+ S`` with ``S = X^T X / n``."""
    covariance = scale_matrix(Fraction(1, len(design)), times(transpose(design), design))
    visible = times(pseudo_inverse(covariance), covariance)
    return add_matrices(identity(len(visible)), scale_matrix(-1, visible))


def least_error(design: Matrix, y: Vector, other: Vector) -> Comparison:
    """No other coefficients have a smaller squared error than the closed form."""
    best = closed_form(design, y)
    return Comparison(error(design, y, best), "≤", error(design, y, other))


def least_norm(design: Matrix, y: Vector, other: Vector) -> Comparison:
    """The closed form has the least norm among coefficients with its error.

    These are the closed form plus vectors that the design does not see.
    """
    best = closed_form(design, y)
    equal = add(best, apply(projector(design), other))
    assert error(design, y, equal) == error(design, y, best)
    return Comparison(norm_squared(best), "≤", norm_squared(equal))


def interpolates(design: Matrix, y: Vector) -> Comparison:
    """The estimator ``X^+ y`` fits the data exactly."""
    return Comparison(apply(design, apply(pseudo_inverse(design), y)), "=", y)


def pseudo_inverse_gives(design: Matrix, y: Vector) -> Comparison:
    """The closed form is ``X^+ y``."""
    return Comparison(closed_form(design, y), "=", apply(pseudo_inverse(design), y))


# ----- Gradient descent ---------------------------------------------------------------------------


def descend(design: Matrix, y: Vector, start: Vector, step: Fraction, count: int) -> Vector:
    """Run gradient descent on half the squared error."""
    b = start
    for _ in range(count):
        gradient = apply(transpose(design), subtract(apply(design, b), y))
        b = subtract(b, tuple(step * g for g in gradient))
    return b


def error_of_iterate(
    design: Matrix, y: Vector, step: Fraction, count: int, start: Vector | None = None
) -> Comparison:
    """``b_t - b⋆ = -(I - η X^T X)^t b⋆`` for the minimum-norm solution ``b⋆``."""
    best = apply(pseudo_inverse(design), y)
    start = start or (Fraction(0),) * len(best)
    left = subtract(descend(design, y, start, step, count), best)
    right = tuple(-a for a in best)
    for _ in range(count):
        seen = apply(times(transpose(design), design), right)
        right = subtract(right, tuple(step * a for a in seen))
    return Comparison(left, "=", right)


def converges(
    rows: Matrix, y: Vector, step: Fraction, count: int, start: Vector | None = None
) -> Comparison:
    """The squared distance from the minimum-norm solution is at most ``ρ^(2t)`` times its start.

    The rows are orthogonal, so their squared lengths are the eigenvalues ``λ`` of ``X^T X`` that
    are not zero; ``ρ`` is the largest ``|1 - ηλ|``.
    """
    best = apply(pseudo_inverse(rows), y)
    start = start or (Fraction(0),) * len(best)
    rate = max(abs(1 - step * norm_squared(row)) for row in rows)
    left = norm_squared(subtract(descend(rows, y, start, step, count), best))
    return Comparison(left, "≤", rate ** (2 * count) * norm_squared(subtract(start, best)))


def no_step_away(design: Matrix, y: Vector, step: Fraction, count: int) -> Comparison:
    """A step from the iterate does not increase the distance from the minimum-norm solution."""
    best = apply(pseudo_inverse(design), y)
    zero = (Fraction(0),) * len(best)
    before = subtract(descend(design, y, zero, step, count), best)
    after = subtract(descend(design, y, zero, step, count + 1), best)
    return Comparison(norm_squared(after), "≤", norm_squared(before))


def no_step_away_in_range(design: Matrix, y: Vector, part: Fraction, count: int) -> Comparison:
    """The same with ``η`` a part of ``2 / tr(X^T X)``."""
    total = trace(times(transpose(design), design)) or Fraction(1)
    return no_step_away(design, y, 2 * part / total, count)


# ----- The null space -----------------------------------------------------------------------------


def projects_on_kernel(design: Matrix) -> Comparison:
    """``P² = P = P^T``, ``X P = 0``, and the rank of ``P`` is the dimension of the kernel."""
    p = projector(design)
    nothing = scale_matrix(0, design)
    left = (times(p, p), transpose(p), times(design, p), rank(p))
    return Comparison(left, "=", (p, p, nothing, len(design[0]) - rank(design)))


def keeps_kernel(design: Matrix, factors: Vector) -> Comparison:
    """``P z = z`` for a combination ``z`` of a basis of the kernel, found by elimination."""
    z = (Fraction(0),) * len(design[0])
    for factor, basis_vector in zip(factors, kernel(design), strict=False):
        z = add(z, scale(factor, basis_vector))
    return Comparison(apply(projector(design), z), "=", z)


def row_form(design: Matrix) -> Comparison:
    """For full row rank ``P = I - X^T (X X^T)^(-1) X``, with the trace ``p - n``."""
    columns = transpose(design)
    seen = times(columns, inverse(times(design, columns)), design)
    p = projector(design)
    right = add_matrices(identity(len(columns)), scale_matrix(-1, seen))
    return Comparison((p, trace(p)), "=", (right, len(columns) - len(design)))


def trace_is(design: Matrix) -> Comparison:
    """The trace of ``P`` is ``p - n``."""
    return Comparison(trace(projector(design)), "=", len(design[0]) - len(design))


def trace_is_rows(design: Matrix) -> Comparison:
    """The trace of ``P`` is the number of rows."""
    return Comparison(trace(projector(design)), "=", len(design))


# ----- Conditional risk ---------------------------------------------------------------------------

#: Pairs of a noise vector and a fresh point, equally likely.
Joint = tuple[tuple[Vector, Vector], ...]


def signs(size: int, deviation: Fraction) -> tuple[Vector, ...]:
    """Return all noise vectors with entries ``±σ``."""
    return tuple(product((deviation, -deviation), repeat=size))


def mean_square(design: Matrix, beta: Vector, joint: Joint) -> Fraction:
    """Return the mean of ``(x_0^T b - x_0^T β)²`` for ``b = X^+ (X β + ε)``."""
    solve = pseudo_inverse(design)
    total = Fraction(0)
    for noise, fresh in joint:
        estimate = apply(solve, add(apply(design, beta), noise))
        total += dot(fresh, subtract(estimate, beta)) ** 2
    return total / len(joint)


def risk_terms(
    design: Matrix, beta: Vector, variance: Fraction, points: tuple[Vector, ...]
) -> tuple[Fraction, Fraction]:
    """Return ``β^T P Σ P β`` and ``σ² tr(S^+ Σ)``, with ``Σ`` the second moment of the points."""
    second = scale_matrix(Fraction(1, len(points)), add_matrices(*(outer(x, x) for x in points)))
    hidden = apply(projector(design), beta)
    covariance = scale_matrix(Fraction(1, len(design)), times(transpose(design), design))
    spread = trace(times(pseudo_inverse(covariance), second))
    return dot(hidden, apply(second, hidden)), variance * spread


def risk_of_joint(design: Matrix, beta: Vector, variance: Fraction, joint: Joint) -> Comparison:
    """The conditional risk is squared bias plus variance, for any joint law of noise and point."""
    bias, spread = risk_terms(design, beta, variance, tuple(x for _, x in joint))
    return Comparison(mean_square(design, beta, joint), "=", bias + spread / len(design))


def risk(
    design: Matrix, beta: Vector, deviation: Fraction, points: tuple[Vector, ...]
) -> Comparison:
    """The same for noise ``±σ`` in every row and an independent point, uniform among some."""
    joint = tuple(product(signs(len(design), deviation), points))
    return risk_of_joint(design, beta, deviation**2, joint)


def risk_without_size(
    design: Matrix, beta: Vector, deviation: Fraction, points: tuple[Vector, ...]
) -> Comparison:
    """The same with ``σ² tr(S^+ Σ)`` not divided by the number of rows."""
    joint = tuple(product(signs(len(design), deviation), points))
    bias, spread = risk_terms(design, beta, deviation**2, points)
    return Comparison(mean_square(design, beta, joint), "=", bias + spread)


# ----- Isotropic bias -----------------------------------------------------------------------------


def signed_permutations(size: int) -> Iterator[Matrix]:
    """List the signed permutation matrices."""
    for order in permutations(range(size)):
        for flips in product((1, -1), repeat=size):
            yield tuple(tuple(flips[i] * (order[i] == j) for j in range(size)) for i in range(size))


def plain_permutations(size: int) -> Iterator[Matrix]:
    """List the permutation matrices."""
    for order in permutations(range(size)):
        yield tuple(tuple(int(order[i] == j) for j in range(size)) for i in range(size))


def mean_bias(designs: Iterable[Matrix], beta: Vector) -> Fraction:
    """Return the mean of ``|P β|²`` over designs."""
    biases = [norm_squared(apply(projector(x), beta)) for x in designs]
    return sum(biases, Fraction(0)) / len(biases)


def hidden_part(design: Matrix, beta: Vector) -> Comparison:
    """Over all signed permutations of the columns the mean bias is ``|β|² (1 - n/p)``."""
    rows, columns = len(design), len(design[0])
    orbit = (times(design, u) for u in signed_permutations(columns))
    return Comparison(
        mean_bias(orbit, beta), "=", norm_squared(beta) * (1 - Fraction(rows, columns))
    )


def hidden_part_of_one(design: Matrix, beta: Vector) -> Comparison:
    """The bias of one design is ``|β|² (1 - n/p)``."""
    share = 1 - Fraction(len(design), len(design[0]))
    return Comparison(mean_bias((design,), beta), "=", norm_squared(beta) * share)


def hidden_part_without_signs(design: Matrix, beta: Vector) -> Comparison:
    """Over all permutations of the columns, without signs, the mean bias is ``|β|² (1 - n/p)``."""
    rows, columns = len(design), len(design[0])
    orbit = (times(design, u) for u in plain_permutations(columns))
    return Comparison(
        mean_bias(orbit, beta), "=", norm_squared(beta) * (1 - Fraction(rows, columns))
    )


def visible_part(design: Matrix, beta: Vector) -> Comparison:
    """Over all signed permutations of the columns the mean bias is ``|β|² n/p``."""
    rows, columns = len(design), len(design[0])
    orbit = (times(design, u) for u in signed_permutations(columns))
    return Comparison(mean_bias(orbit, beta), "=", norm_squared(beta) * Fraction(rows, columns))


# ----- Zero eigenvalues and duality ---------------------------------------------------------------


def zero_roots(a: Matrix) -> int:
    """Return the multiplicity of 0 as a root of the characteristic polynomial.

    The coefficients are found by the recursion of Faddeev and LeVerrier.
    """
    size = len(a)
    coefficients = [Fraction(1)]
    power = scale_matrix(0, a)
    for k in range(1, size + 1):
        power = add_matrices(times(a, power), scale_matrix(coefficients[-1], identity(size)))
        coefficients.append(-trace(times(a, power)) / k)
    return next(k for k, c in enumerate(reversed(coefficients)) if c)


def zero_eigenvalues(design: Matrix) -> Comparison:
    """The sample covariance has at least ``p - n`` zero eigenvalues."""
    found = zero_roots(times(transpose(design), design))
    return Comparison(found, "≥", len(design[0]) - len(design))


def equality_by_rank(design: Matrix) -> Comparison:
    """There are exactly ``p - n`` zero eigenvalues if and only if the rows are independent."""
    found = zero_roots(times(transpose(design), design))
    equal = found == len(design[0]) - len(design)
    return Comparison(equal, "=", rank(design) == len(design))


def singular(design: Matrix) -> Comparison:
    """The sample covariance has a zero eigenvalue."""
    return Comparison(zero_roots(times(transpose(design), design)), ">", 0)


def zero_eigenvalues_rows(design: Matrix) -> Comparison:
    """The sample covariance has at least as many zero eigenvalues as there are rows."""
    return Comparison(zero_roots(times(transpose(design), design)), "≥", len(design))


def traces_agree(design: Matrix) -> Comparison:
    """``tr (X^T X)^+ = tr (X X^T)^+``."""
    columns = transpose(design)
    left = trace(pseudo_inverse(times(columns, design)))
    return Comparison(left, "=", trace(pseudo_inverse(times(design, columns))))


def trace_by_inverse(design: Matrix) -> Comparison:
    """For full row rank ``tr (X^T X)^+ = tr (X X^T)^(-1)``."""
    columns = transpose(design)
    left = trace(pseudo_inverse(times(columns, design)))
    return Comparison(left, "=", trace(inverse(times(design, columns))))


def full_rank(design: Matrix) -> Comparison:
    """``X^T X`` has full rank if and only if ``X X^T`` has."""
    columns = transpose(design)
    left = rank(times(columns, design)) == len(columns)
    return Comparison(left, "=", rank(times(design, columns)) == len(design))


def entries_agree(design: Matrix) -> Comparison:
    """The sums of all entries of ``(X^T X)^+`` and ``(X X^T)^+`` agree."""
    columns = transpose(design)
    sums = [
        sum((sum(row, Fraction(0)) for row in pseudo_inverse(a)), Fraction(0))
        for a in (times(columns, design), times(design, columns))
    ]
    return Comparison(sums[0], "=", sums[1])


def limits_exchange() -> tuple[sympy.Expr, sympy.Expr]:
    """``γ/(1-γ)`` at ``1/γ`` is ``1/(γ-1)``, for all aspect ratios."""
    import sympy

    gamma = sympy.Symbol("gamma", positive=True)
    return (1 / gamma) / (1 - 1 / gamma), 1 / (gamma - 1)


# ----- The checks ---------------------------------------------------------------------------------


def _designs(rows: int, columns: int, *entries: int) -> Iterator[dict[str, Any]]:
    for flat in product(entries, repeat=rows * columns):
        yield {"design": tuple(flat[i * columns : (i + 1) * columns] for i in range(rows))}


def _all_designs() -> Iterator[Mapping[str, Any]]:
    """All matrices of zeros and ones with at most two rows and three columns."""
    for rows, columns in product((1, 2), (1, 2, 3)):
        yield from _designs(rows, columns, 0, 1)


def _wide() -> Iterator[Mapping[str, Any]]:
    yield from _designs(1, 3, -1, 0, 1)
    yield from _designs(2, 3, 0, 1)


def _integers(shape: tuple[int, int]) -> SearchStrategy[Matrix]:
    number = st.integers(-3, 3)
    row = st.tuples(*(number for _ in range(shape[1])))
    return st.tuples(*(row for _ in range(shape[0])))


def _data(*shapes: tuple[int, int], full: bool = False) -> SearchStrategy[dict[str, Any]]:
    """Designs of some shapes, of full rank if so wished, with data and coefficients."""

    def with_data(design: Matrix) -> SearchStrategy[dict[str, Any]]:
        number = st.parts(-3, 3, 2)
        return st.fixed_dictionaries(
            {
                "design": st.just(design),
                "y": st.tuples(*(number for _ in design)),
                "other": st.tuples(*(number for _ in design[0])),
            }
        )

    designs = st.sampled_from(shapes).flatmap(_integers)
    if full:
        designs = designs.filter(lambda x: rank(x) == min(len(x), len(x[0])))
    return designs.flatmap(with_data)


def _full_data() -> SearchStrategy[dict[str, Any]]:
    return _data((3, 2), (2, 3), (1, 3), (3, 1), full=True)


def _any_run() -> SearchStrategy[dict[str, Any]]:
    return st.builds(
        lambda data, part, count: {
            "design": data["design"],
            "y": data["y"],
            "part": part,
            "count": count,
        },
        _data((2, 2), (2, 3), (3, 2)),
        st.parts(0, 1, 12),
        st.integers(0, 2),
    )


def _any_error() -> SearchStrategy[dict[str, Any]]:
    return st.builds(
        lambda data, step, count: {
            "design": data["design"],
            "y": data["y"],
            "step": step,
            "count": count,
        },
        _data((2, 2), (2, 3), (3, 2)),
        st.parts(0, 1, 12),
        st.integers(0, 3),
    )


def _kernels() -> SearchStrategy[dict[str, Any]]:
    return _data((1, 3), (2, 3), (3, 3)).map(
        lambda data: {"design": data["design"], "factors": data["other"]}
    )


def _plain_designs() -> SearchStrategy[dict[str, Any]]:
    return _data((2, 3), (3, 2), (3, 3)).map(lambda data: {"design": data["design"]})


def _risks() -> SearchStrategy[dict[str, Any]]:
    return _data((2, 2), (2, 3), (3, 2)).flatmap(
        lambda data: st.fixed_dictionaries(
            {
                "design": st.just(data["design"]),
                "beta": st.just(data["other"]),
                "deviation": st.parts(0, 2, 6),
                "points": _integers((2, len(data["other"]))),
            }
        )
    )


def _hidden() -> Iterator[Mapping[str, Any]]:
    """Rows with small entries, alone or below a coordinate vector, and one coefficient vector."""
    for case in (*_designs(1, 2, 0, 1, 2), *_designs(1, 3, 0, 1), *_designs(2, 3, 0, 1)):
        rows = case["design"]
        if rank(rows) == len(rows) and (len(rows) == 1 or rows[0] == (0, 0, 1)):
            yield {**case, "beta": tuple(range(1, len(case["design"][0]) + 1))}


def _corners(*values: int) -> tuple[Vector, ...]:
    return tuple(product(values, repeat=2))


_ZERO, _ONE, _HALF = Fraction(0), Fraction(1), Fraction(1, 2)
_TALL: Matrix = ((1, 0), (1, 1), (1, 2))
_BROAD: Matrix = ((1, 2, 0), (0, 1, 1))
_TWINS: Matrix = ((1, 1), (1, 1))
_ORTHOGONAL: Matrix = ((1, 1, 0), (1, -1, 1))
_PLANE = ((1, 0), (1, 2), (-1, 1))
_SPACE = ((1, 0, 0), (1, 2, 1), (-1, 1, 0))
_SQUARE: Matrix = ((1, 2), (3, 4))

CHECKS = (
    RowChecks(
        "ch08-min-norm-ls",
        instances=(
            Instance(
                "regression-line",
                least_error,
                {"design": _TALL, "y": (0, 0, 3), "other": (_ZERO, _ONE)},
            ),
            Instance("fewer-rows", least_norm, {"design": _BROAD, "y": (1, 2), "other": (1, 0, 0)}),
            Instance("one-row", interpolates, {"design": ((3, 4),), "y": (5,)}),
            Instance("two-rows", interpolates, {"design": _BROAD, "y": (1, 2)}),
            Instance("closed-form-tall", pseudo_inverse_gives, {"design": _TALL, "y": (1, 0, 2)}),
            Instance("closed-form-broad", pseudo_inverse_gives, {"design": _BROAD, "y": (3, -1)}),
        ),
        searches=(
            Search("least-error", least_error, _full_data),
            Search("least-norm", least_norm, _full_data),
        ),
        controls=(
            Control(
                "twin-rows",
                "the rows are equal",
                interpolates,
                refuted_by={"design": _TWINS, "y": (0, 1)},
                holds_for={"design": _TWINS, "y": (1, 1)},
                drops="rank",
            ),
            Control(
                "more-rows",
                "there are more rows than columns",
                interpolates,
                refuted_by={"design": ((1,), (1,)), "y": (0, 1)},
                holds_for={"design": ((1,), (1,)), "y": (2, 2)},
            ),
        ),
    ),
    RowChecks(
        "ch08-gd-selects-min-norm",
        instances=(
            Instance(
                "one-row",
                error_of_iterate,
                {"design": ((1, 2),), "y": (5,), "step": Fraction(1, 10), "count": 4},
            ),
            Instance(
                "inconsistent",
                error_of_iterate,
                {"design": _TWINS, "y": (0, 1), "step": Fraction(1, 8), "count": 5},
            ),
            Instance(
                "orthogonal-rows",
                converges,
                {"rows": _ORTHOGONAL, "y": (1, 4), "step": Fraction(1, 3), "count": 12},
            ),
            Instance(
                "one-row-rate",
                converges,
                {"rows": ((3, 4),), "y": (5,), "step": Fraction(1, 50), "count": 20},
            ),
        ),
        searches=(
            Search("error", error_of_iterate, _any_error),
            Search("distance", no_step_away_in_range, _any_run),
        ),
        controls=(
            Control(
                "other-start",
                "the start has a part that the data do not see",
                converges,
                refuted_by={
                    "rows": ((1, 1),),
                    "y": (2,),
                    "step": Fraction(1, 4),
                    "count": 3,
                    "start": (1, -1),
                },
                holds_for={
                    "rows": ((1, 1),),
                    "y": (2,),
                    "step": Fraction(1, 4),
                    "count": 3,
                    "start": (3, 3),
                },
                drops="zero-start",
            ),
            Control(
                "long-step",
                "the step exceeds the range",
                no_step_away,
                refuted_by={"design": ((1, 1),), "y": (2,), "step": Fraction(3, 2), "count": 1},
                holds_for={"design": ((1, 1),), "y": (2,), "step": _ONE, "count": 1},
                drops="step-range",
            ),
            Control(
                "any-start",
                "the formula for the error is used for another start",
                error_of_iterate,
                refuted_by={
                    "design": ((1, 1),),
                    "y": (2,),
                    "step": Fraction(1, 4),
                    "count": 3,
                    "start": (1, -1),
                },
                holds_for={
                    "design": ((1, 1),),
                    "y": (2,),
                    "step": Fraction(1, 4),
                    "count": 3,
                    "start": (0, 0),
                },
            ),
        ),
    ),
    RowChecks(
        "ch09-nullspace-projector",
        instances=(
            Instance("one-row", row_form, {"design": ((3, 4),)}),
            Instance("two-rows", row_form, {"design": _BROAD}),
            Instance("twin-rows", projects_on_kernel, {"design": _TWINS}),
            Instance("nothing-seen", projects_on_kernel, {"design": ((0, 0),)}),
            Instance("everything-seen", projects_on_kernel, {"design": _TALL}),
            Instance("kernel", keeps_kernel, {"design": _BROAD, "factors": (5,)}),
        ),
        searches=(
            Exhaustion("zeros-and-ones", projects_on_kernel, _all_designs),
            Search("kernels", keeps_kernel, _kernels),
        ),
        controls=(
            Control(
                "twin-rows",
                "the rows are equal",
                trace_is,
                refuted_by={"design": ((1, 2, 0), (1, 2, 0))},
                holds_for={"design": _BROAD},
                drops="full-row-rank",
            ),
            Control(
                "number-of-rows",
                "the trace is said to be the number of rows",
                trace_is_rows,
                refuted_by={"design": _BROAD},
                holds_for={"design": ((3, 4),)},
            ),
        ),
    ),
    RowChecks(
        "ch09-conditional-bias-variance",
        instances=(
            Instance(
                "more-rows",
                risk,
                {"design": _TALL, "beta": (2, -1), "deviation": _ONE, "points": _PLANE},
            ),
            Instance(
                "more-columns",
                risk,
                {"design": _BROAD, "beta": (1, 1, 1), "deviation": _HALF, "points": _SPACE},
            ),
            Instance(
                "no-noise",
                risk,
                {"design": ((1, 1),), "beta": (3, 1), "deviation": _ZERO, "points": _PLANE},
            ),
            Instance(
                "nothing-seen",
                risk,
                {"design": ((0, 0),), "beta": (3, 1), "deviation": _ONE, "points": _PLANE},
            ),
        ),
        searches=(Search("designs", risk, _risks),),
        controls=(
            Control(
                "shifted-noise",
                "the noise is not centred: it is always 1",
                risk_of_joint,
                refuted_by={
                    "design": ((1, 1),),
                    "beta": (1, 0),
                    "variance": _ONE,
                    "joint": (((1,), (1, 0)),),
                },
                holds_for={
                    "design": ((1, 1),),
                    "beta": (1, 0),
                    "variance": _ONE,
                    "joint": (((1,), (1, 0)), ((-1,), (1, 0))),
                },
                drops="centred-noise",
            ),
            Control(
                "common-noise",
                "the noise of all rows is the same",
                risk_of_joint,
                refuted_by={
                    "design": ((1,), (1,)),
                    "beta": (1,),
                    "variance": _ONE,
                    "joint": (((1, 1), (1,)), ((-1, -1), (1,))),
                },
                holds_for={
                    "design": ((1,), (1,)),
                    "beta": (1,),
                    "variance": _ONE,
                    "joint": tuple((noise, (1,)) for noise in _corners(1, -1)),
                },
                drops="centred-noise",
            ),
            Control(
                "point-follows-noise",
                "the fresh point depends on the noise",
                risk_of_joint,
                refuted_by={
                    "design": ((1, 1),),
                    "beta": (1, -1),
                    "variance": _ONE,
                    "joint": (((1,), (1, 0)), ((-1,), (0, 1))),
                },
                holds_for={
                    "design": ((1, 1),),
                    "beta": (1, -1),
                    "variance": _ONE,
                    "joint": tuple(product(((1,), (-1,)), ((1, 0), (0, 1)))),
                },
                drops="fresh-point",
            ),
            Control(
                "without-size",
                "the variance is not divided by the number of rows",
                risk_without_size,
                refuted_by={
                    "design": _TALL,
                    "beta": (2, -1),
                    "deviation": _ONE,
                    "points": _PLANE,
                },
                holds_for={
                    "design": ((1, 1),),
                    "beta": (2, -1),
                    "deviation": _ONE,
                    "points": _PLANE,
                },
            ),
        ),
    ),
    RowChecks(
        "ch09-isotropic-bias",
        instances=(
            Instance("one-coordinate", hidden_part, {"design": ((1, 0),), "beta": (3, 4)}),
            Instance("skew-row", hidden_part, {"design": ((1, 2, -5),), "beta": (1, 0, 2)}),
            Instance("two-rows", hidden_part, {"design": _BROAD, "beta": (1, 1, 1)}),
        ),
        searches=(Exhaustion("small-designs", hidden_part, _hidden),),
        controls=(
            Control(
                "one-design",
                "the design is fixed",
                hidden_part_of_one,
                refuted_by={"design": ((1, 0),), "beta": (1, 0)},
                holds_for={"design": ((1, 0),), "beta": (1, 1)},
                drops="invariant",
            ),
            Control(
                "without-signs",
                "the columns are permuted, but their signs are kept",
                hidden_part_without_signs,
                refuted_by={"design": ((1, 1),), "beta": (1, 1)},
                holds_for={"design": ((1, 0),), "beta": (1, 1)},
                drops="invariant",
            ),
            Control(
                "twin-rows",
                "the rows are equal",
                hidden_part,
                refuted_by={"design": ((1, 0, 0), (1, 0, 0)), "beta": (1, 0, 0)},
                holds_for={"design": ((1, 0, 0), (0, 1, 0)), "beta": (1, 0, 0)},
                drops="full-row-rank",
            ),
            Control(
                "visible-part",
                "the visible part n/p is taken for the hidden one",
                visible_part,
                refuted_by={"design": ((1, 2, -5),), "beta": (1, 0, 2)},
                holds_for={"design": ((1, 0),), "beta": (3, 4)},
            ),
        ),
    ),
    RowChecks(
        "ch09-zero-mass",
        instances=(
            Instance("one-row", zero_eigenvalues, {"design": ((3, 4, 0),)}),
            Instance("twin-rows", zero_eigenvalues, {"design": ((1, 2, 0), (1, 2, 0))}),
            Instance("two-rows", equality_by_rank, {"design": _BROAD}),
            Instance("rank-one", equality_by_rank, {"design": ((1, 2, 0), (2, 4, 0))}),
        ),
        searches=(
            Exhaustion("at-least", zero_eigenvalues, _wide),
            Exhaustion("equality", equality_by_rank, _wide),
        ),
        controls=(
            Control(
                "as-many-rows",
                "there are as many rows as columns",
                singular,
                refuted_by={"design": _SQUARE},
                holds_for={"design": _BROAD},
                drops="overparameterized",
            ),
            Control(
                "number-of-rows",
                "the number of rows is taken for the number of zero eigenvalues",
                zero_eigenvalues_rows,
                refuted_by={"design": _BROAD},
                holds_for={"design": ((3, 4),)},
            ),
        ),
    ),
    RowChecks(
        "ch09-variance-duality",
        identities=(Identity("limits", limits_exchange),),
        instances=(
            Instance("two-rows", traces_agree, {"design": _BROAD}),
            Instance("twin-rows", traces_agree, {"design": _TWINS}),
            Instance("inverse", trace_by_inverse, {"design": _BROAD}),
            Instance("one-row", trace_by_inverse, {"design": ((3, 4),)}),
        ),
        searches=(
            Exhaustion("zeros-and-ones", traces_agree, _all_designs),
            Search("integers", traces_agree, _plain_designs),
        ),
        controls=(
            Control(
                "full-rank",
                "both matrices are said to be invertible together",
                full_rank,
                refuted_by={"design": _BROAD},
                holds_for={"design": _SQUARE},
            ),
            Control(
                "all-entries",
                "all entries are added, not only those of the diagonal",
                entries_agree,
                refuted_by={"design": ((3, 4),)},
                holds_for={"design": ((2, 0), (0, 1))},
            ),
        ),
    ),
)
