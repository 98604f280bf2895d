"""Checks of chapter 14: ranges of generators, mixtures, equilibria, the rotation of a game.

Networks have rational weights, laws are finite, and the value of a game is found exactly from the
basic solutions of its linear program.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, combinations_with_replacement, product
from typing import TYPE_CHECKING

from pyharness.checks import strategies as st
from pyharness.checks.enclosures import Interval, cos, ends, exp, real, sin
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    dot,
    identity,
    matrices,
    matrix,
    rank,
    scale,
    solve,
    subtract,
    times,
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
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import sympy

    from pyharness.checks.information import Distribution

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)


# ----- Ranges of generators -----------------------------------------------------------------------


@dataclass(frozen=True)
class Generator:
    """A network with ReLU units after every layer but the last.

    Parameters
    ----------
    layers
        The matrix and the bias of each layer.
    """

    layers: tuple[tuple[Matrix, Vector], ...]

    def __str__(self) -> str:
        return shown(self.layers)

    def __call__(self, z: Vector) -> Vector:
        """Return the output."""
        for weights, bias in self.layers[:-1]:
            z = tuple(max(a, Fraction(0)) for a in add(apply(weights, z), bias))
        weights, bias = self.layers[-1]
        return add(apply(weights, z), bias)

    def pieces(self) -> Iterator[tuple[Matrix, Vector, tuple[tuple[Vector, Fraction], ...]]]:
        """Yield the affine maps of all patterns of active units.

        Each comes with the inequalities ``a·z + c ≥ 0`` of the inputs that have this pattern.
        """
        units = [len(bias) for _, bias in self.layers[:-1]]
        size = len(self.layers[0][0][0])
        for pattern in product((0, 1), repeat=sum(units)):
            slope, shift, rest = identity(size), (Fraction(0),) * size, pattern
            conditions: list[tuple[Vector, Fraction]] = []
            for weights, bias in self.layers[:-1]:
                slope, shift = times(weights, slope), add(apply(weights, shift), bias)
                active, rest = rest[: len(bias)], rest[len(bias) :]
                for on, row, c in zip(active, slope, shift, strict=True):
                    sign = 1 if on else -1
                    conditions.append((scale(sign, row), sign * c))
                slope = tuple(scale(on, row) for on, row in zip(active, slope, strict=True))
                shift = tuple(on * c for on, c in zip(active, shift, strict=True))
            weights, bias = self.layers[-1]
            yield times(weights, slope), add(apply(weights, shift), bias), tuple(conditions)


def affine_on_the_piece(generator: Generator, z: Vector) -> Comparison:
    """The output is that of every affine map whose pattern the input has."""
    outputs = {
        add(apply(slope, z), shift)
        for slope, shift, conditions in generator.pieces()
        if all(dot(a, z) + c >= 0 for a, c in conditions)
    }
    return Comparison(tuple(outputs), "=", (generator(z),))


def dimension_of_pieces(generator: Generator) -> Comparison:
    """The affine maps have at most the rank that is the dimension of the input."""
    largest = max(rank(slope) for slope, _, _ in generator.pieces())
    return Comparison(largest, "≤", len(generator.layers[0][0][0]))


def in_range(generator: Generator, x: Vector) -> bool:
    """Return whether a generator with one input has the output."""
    for slope, shift, conditions in generator.pieces():
        column, target = tuple(row[0] for row in slope), subtract(x, shift)
        if any(column):
            at = next(t / a for a, t in zip(column, target, strict=True) if a)
            candidates = [at] if scale(at, column) == target else []
        else:
            ends_ = [-c / a[0] for a, c in conditions if a[0]] or [Fraction(0)]
            candidates = ends_ if not any(target) else []
        if any(all(a[0] * z + c >= 0 for a, c in conditions) for z in candidates):
            return True
    return False


def outputs_are_in_the_range(generator: Generator, z: Vector) -> Comparison:
    """The output of an input is a point of the range."""
    return Comparison(in_range(generator, generator(z)), "=", True)


def points_of_the_range(generator: Generator, points: Matrix, found: int) -> Comparison:
    """So many of the points are points of the range."""
    return Comparison(sum(in_range(generator, x) for x in points), "=", found)


def curve_leaves_the_range(
    generator: Generator, center: Vector, radius: Fraction, count: int
) -> Comparison:
    """Of the points ``c + r (s, s², ...)`` at most ``d`` lie in each piece of the range.

    So the range does not contain the ball around ``c``: tried at ``s = 1/n, ..., 1``.
    """
    size = len(center)
    inside = sum(
        in_range(
            generator,
            add(center, tuple(radius * Fraction(k, count) ** (i + 1) for i in range(size))),
        )
        for k in range(1, count + 1)
    )
    return Comparison(inside, "≤", size * sum(1 for _ in generator.pieces()))


def no_full_piece(generator: Generator) -> Comparison:
    """No affine map has the dimension of the output as its rank."""
    largest = max(rank(slope) for slope, _, _ in generator.pieces())
    return Comparison(largest, "<", len(generator.layers[-1][1]))


# ----- Mixtures -----------------------------------------------------------------------------------

#: For each value of a latent its output.
Map = tuple[int, ...]


def law_of(outputs: Mapping[tuple[int, int], int], joint: Matrix) -> dict[int, Fraction]:
    """Return the law of the outputs, without those of probability zero."""
    law: dict[int, Fraction] = {}
    for (i, j), x in outputs.items():
        if joint[i][j]:
            law[x] = law.get(x, Fraction(0)) + joint[i][j]
    return law


def folded_law(
    generators: tuple[Map, ...], selector: Map, joint: Matrix, weights: Distribution | None = None
) -> Comparison:
    """The law of ``G_{s(z₀)}(z)`` is the mixture of the laws of the generators.

    The weights are the probabilities of the values of the selector, unless they are given.
    """
    pairs = product(range(len(joint)), range(len(joint[0])))
    outputs = {(i, j): generators[selector[i]][j] for i, j in pairs}
    chances = tuple(sum(row, Fraction(0)) for row in joint)
    latent = tuple(sum(column, Fraction(0)) for column in transpose(joint))
    if weights is None:
        weights = tuple(
            sum((c for c, s in zip(chances, selector, strict=True) if s == k), Fraction(0))
            for k in range(len(generators))
        )
    mixture: dict[int, Fraction] = {}
    for weight, generator in zip(weights, generators, strict=True):
        for chance, x in zip(latent, generator, strict=True):
            if weight * chance:
                mixture[x] = mixture.get(x, Fraction(0)) + weight * chance
    return Comparison(law_of(outputs, joint), "=", mixture)


def independent(first: Distribution, second: Distribution) -> Matrix:
    """Return the joint law of independent latents."""
    return tuple(tuple(a * b for b in second) for a in first)


# ----- Equilibria ---------------------------------------------------------------------------------


def mixed_value(payoffs: Matrix) -> Fraction:
    """Return the least payoff that a mixture of rows guarantees against every column.

    Some best mixture is a basic solution: as many tight columns as rows in use.
    """
    rows, columns = len(payoffs), len(payoffs[0])
    found = []
    for size in range(1, min(rows, columns) + 1):
        for used in combinations(range(rows), size):
            for tight in combinations(range(columns), size):
                system = (
                    *((*(payoffs[i][j] for i in used), Fraction(-1)) for j in tight),
                    (*(Fraction(1),) * size, Fraction(0)),
                )
                solution = solve(system, (*(Fraction(0),) * size, Fraction(1)))
                if solution is None or any(p < 0 for p in solution[:-1]):
                    continue
                found.append(
                    max(
                        sum(p * payoffs[i][j] for p, i in zip(solution[:-1], used, strict=True))
                        for j in range(columns)
                    )
                )
    return min(found)


def minimax(payoffs: Matrix) -> Comparison:
    """The best guarantee of the rows is the best guarantee of the columns."""
    negative = tuple(tuple(-a for a in column) for column in transpose(payoffs))
    return Comparison(mixed_value(payoffs), "=", -mixed_value(negative))


def pure_minimax(payoffs: Matrix) -> Comparison:
    """The same without mixtures."""
    return Comparison(min(map(max, payoffs)), "=", max(map(min, transpose(payoffs))))


def few_generators(payoffs: Matrix, epsilon: Fraction, count: int) -> Comparison:
    """Some uniform mixture of ``k`` generators is within ``ε`` of the value.

    Rows are generators, columns discriminators, and ``k ≥ log(2N) / (2ε²)``. The left side is the
    excess over the value of the best mixture against its worst discriminator.
    """
    columns = len(payoffs[0])
    if ends(exp(2 * epsilon**2 * count))[0] < 2 * columns:
        raise ValueError("the mixture has too few generators for the bound")
    best = min(
        max(sum(payoffs[i][j] for i in used) for j in range(columns)) / count
        for used in combinations_with_replacement(range(len(payoffs)), count)
    )
    return Comparison(best - mixed_value(payoffs), "≤", epsilon)


def one_generator(payoffs: Matrix, epsilon: Fraction) -> Comparison:
    """A single generator is within ``ε`` of the value."""
    return Comparison(min(map(max, payoffs)) - mixed_value(payoffs), "≤", epsilon)


# ----- The rotation -------------------------------------------------------------------------------


def orbit(point: Vector, time: Fraction, damping: Fraction = Fraction(0)) -> tuple[Interval, ...]:
    """Return ``e^(-δt) (x cos t - y sin t, y cos t + x sin t)``."""
    x, y = map(real, point)
    c, s, factor = cos(time), sin(time), exp(-damping * time)
    return factor * (x * c - y * s), factor * (y * c + x * s)


def conserved(point: Vector, time: Fraction, damping: Fraction = Fraction(0)) -> Comparison:
    """On the orbit ``x² + y²`` is what it was."""
    x, y = orbit(point, time, damping)
    return Comparison(x**2 + y**2, "≈", dot(point, point))


def flows_add_up(point: Vector, first: Fraction, second: Fraction) -> Comparison:
    """The two coordinates at the time ``s + t`` are those at ``t`` after starting from ``s``.

    Compared is the sum of the first coordinate and twice the second.
    """
    x, y = orbit(point, first)
    c, s = cos(second), sin(second)
    right = (x * c - y * s) + 2 * (y * c + x * s)
    u, v = orbit(point, first + second)
    return Comparison(u + 2 * v, "≈", right)


def steps_conserve(point: Vector, step: Fraction, count: int) -> Comparison:
    """So many steps of Euler's method conserve ``x² + y²``."""
    x, y = point
    for _ in range(count):
        x, y = x - step * y, y + step * x
    return Comparison(x**2 + y**2, "=", dot(point, point))


def _symbols() -> tuple[sympy.Expr, ...]:
    import sympy

    t, x0, y0 = sympy.symbols("t x0 y0", real=True)
    x = x0 * sympy.cos(t) - y0 * sympy.sin(t)
    y = y0 * sympy.cos(t) + x0 * sympy.sin(t)
    return t, x0, y0, x, y


def first_equation() -> tuple[sympy.Expr, sympy.Expr]:
    """The derivative of ``x`` is ``-y``."""
    import sympy

    t, _, _, x, y = _symbols()
    return sympy.diff(x, t), -y


def second_equation() -> tuple[sympy.Expr, sympy.Expr]:
    """The derivative of ``y`` is ``x``."""
    import sympy

    t, _, _, x, y = _symbols()
    return sympy.diff(y, t), x


def conservation() -> tuple[sympy.Expr, sympy.Expr]:
    """On the orbit ``x² + y²`` is constant."""
    _, x0, y0, x, y = _symbols()
    return x**2 + y**2, x0**2 + y0**2


# ----- Values -------------------------------------------------------------------------------------

_BENT = Generator(
    (
        (matrix((1,), (-1,), (2,)), vector(0, 0, -1)),
        (matrix((1, 0, 1), (0, 1, 1)), vector(0, 1)),
    )
)
_DEEP = Generator(
    (
        (matrix((1,), (-1,)), vector(0, 1)),
        (matrix((1, -1), (1, 1)), vector(0, -1)),
        (matrix((1, 0), (2, 1), (0, 1)), vector(0, 0, 1)),
    )
)
_WHOLE = Generator(
    (
        (matrix((1, 0), (-1, 0), (0, 1), (0, -1)), vector(0, 0, 0, 0)),
        (matrix((1, -1, 0, 0), (0, 0, 1, -1)), vector(0, 0)),
    )
)
_PENNIES = matrix((1, 0), (0, 1))
_SCISSORS = matrix(("1/2", 0, 1), (1, "1/2", 0), (0, 1, "1/2"))


def _generators() -> object:
    """Return a strategy for generators with one input and one hidden layer."""
    hidden = st.tuples(matrices(2, 1, bound=2), vectors(2, bound=1))
    last = st.tuples(matrices(2, 2, bound=1), vectors(2, bound=1))
    return st.tuples(hidden, last).map(Generator)


def _payoffs(rows: int, columns: int) -> object:
    """Return a strategy for payoffs in the unit interval."""
    entry = st.integers(0, 4).map(lambda n: Fraction(n, 4))
    return st.tuples(*[st.tuples(*[entry] * columns)] * rows)


def _law(size: int) -> object:
    """Return a strategy for laws."""
    return (
        st.tuples(*[st.integers(0, 3)] * size)
        .filter(any)
        .map(lambda counts: tuple(Fraction(n, sum(counts)) for n in counts))
    )


CHECKS = (
    RowChecks(
        "ch14-generator-range",
        instances=(
            Instance("bent-line", dimension_of_pieces, {"generator": _BENT}),
            Instance("deep", dimension_of_pieces, {"generator": _DEEP}),
            Instance("affine-piece", affine_on_the_piece, {"generator": _BENT, "z": vector("1/3")}),
            Instance("affine-at-a-kink", affine_on_the_piece, {"generator": _DEEP, "z": vector(0)}),
            Instance(
                "two-of-five-points",
                points_of_the_range,
                {
                    "generator": _BENT,
                    "points": matrix(("1/4", 1), (2, 2), (0, 0), ("1/4", "5/4"), (-1, 2)),
                    "found": 2,
                },
            ),
            Instance(
                "ball-around-an-output",
                curve_leaves_the_range,
                {
                    "generator": _BENT,
                    "center": _BENT(vector(1)),
                    "radius": Fraction(1, 10),
                    "count": 40,
                },
            ),
            Instance("no-full-piece", no_full_piece, {"generator": _DEEP}),
        ),
        searches=(
            Search(
                "pieces",
                affine_on_the_piece,
                lambda: {"generator": _generators(), "z": vectors(1)},
            ),
            Search(
                "outputs",
                outputs_are_in_the_range,
                lambda: {"generator": _generators(), "z": vectors(1)},
            ),
            Search(
                "balls",
                curve_leaves_the_range,
                lambda: {
                    "generator": _generators(),
                    "center": vectors(2, bound=1),
                    "radius": st.sampled_from(vector("1/8", 1)),
                    "count": st.just(12),
                },
                cases=25,
            ),
        ),
        controls=(
            Control(
                "as-many-inputs",
                "there are as many inputs as outputs",
                no_full_piece,
                refuted_by={"generator": _WHOLE},
                holds_for={"generator": _BENT},
            ),
        ),
    ),
    RowChecks(
        "ch14-mixture-fold",
        instances=(
            Instance(
                "two-generators",
                folded_law,
                {
                    "generators": ((0, 1, 1), (2, 2, 0)),
                    "selector": (0, 1),
                    "joint": independent(vector("1/3", "2/3"), vector("1/2", "1/4", "1/4")),
                },
            ),
            Instance(
                "point-masses",
                folded_law,
                {
                    "generators": ((5,), (7,), (9,)),
                    "selector": (2, 0, 1, 0),
                    "joint": independent(vector("1/4", "1/4", "1/4", "1/4"), vector(1)),
                },
            ),
            Instance(
                "equal-generators",
                folded_law,
                {
                    "generators": ((0, 1), (0, 1)),
                    "selector": (0, 1),
                    "joint": independent(vector("1/5", "4/5"), vector("1/2", "1/2")),
                },
            ),
        ),
        searches=(
            Search(
                "latents",
                folded_law,
                lambda: {
                    "generators": st.tuples(*[st.tuples(*[st.integers(0, 2)] * 3)] * 2),
                    "selector": st.tuples(*[st.integers(0, 1)] * 3),
                    "joint": st.builds(independent, _law(3), _law(3)),
                },
            ),
        ),
        controls=(
            Control(
                "dependent-latents",
                "the latent of the selector depends on the other one",
                folded_law,
                refuted_by={
                    "generators": ((0, 1), (1, 0)),
                    "selector": (0, 1),
                    "joint": matrix(("1/2", 0), (0, "1/2")),
                },
                holds_for={
                    "generators": ((0, 1), (0, 1)),
                    "selector": (0, 1),
                    "joint": matrix(("1/2", 0), (0, "1/2")),
                },
                drops="selector",
            ),
            Control(
                "other-weights",
                "the weights are not the probabilities of the values of the selector",
                folded_law,
                refuted_by={
                    "generators": ((0,), (1,)),
                    "selector": (0, 1),
                    "joint": independent(vector("1/3", "2/3"), vector(1)),
                    "weights": vector("1/2", "1/2"),
                },
                holds_for={
                    "generators": ((0,), (1,)),
                    "selector": (0, 1),
                    "joint": independent(vector("1/2", "1/2"), vector(1)),
                    "weights": vector("1/2", "1/2"),
                },
                drops="selector",
            ),
        ),
    ),
    RowChecks(
        "ch14-mixed-equilibrium",
        instances=(
            Instance("matching-pennies", minimax, {"payoffs": _PENNIES}),
            Instance("three-by-three", minimax, {"payoffs": _SCISSORS}),
            Instance("saddle-point", minimax, {"payoffs": matrix(("1/2", "1/4"), (1, "3/4"))}),
            Instance(
                "fifteen-generators",
                few_generators,
                {"payoffs": _SCISSORS, "epsilon": Fraction(1, 4), "count": 15},
            ),
            Instance(
                "odd-mixture",
                few_generators,
                {"payoffs": _PENNIES, "epsilon": Fraction(1, 4), "count": 13},
            ),
            Instance(
                "one-discriminator",
                few_generators,
                {"payoffs": matrix((1,), (0,)), "epsilon": Fraction(1), "count": 1},
            ),
        ),
        searches=(
            Search("minimax", minimax, lambda: {"payoffs": _payoffs(3, 3)}),
            Search(
                "few-generators",
                few_generators,
                lambda: {
                    "payoffs": _payoffs(3, 2),
                    "epsilon": st.just(_HALF),
                    "count": st.sampled_from((3, 4)),
                },
            ),
            Exhaustion(
                "two-by-two",
                minimax,
                lambda: (
                    {"payoffs": ((a, b), (c, d))}
                    for a, b, c, d in product(vector(0, "1/2", 1), repeat=4)
                ),
            ),
        ),
        controls=(
            Control(
                "pure",
                "strategies are not mixed",
                pure_minimax,
                refuted_by={"payoffs": _PENNIES},
                holds_for={"payoffs": matrix(("1/2", "1/4"), (1, "3/4"))},
                over=lambda: {"payoffs": _payoffs(2, 2)},
            ),
            Control(
                "large-payoffs",
                "payoffs are as large as 100",
                few_generators,
                refuted_by={
                    "payoffs": matrix((100, 0), (0, 100)),
                    "epsilon": Fraction(1, 4),
                    "count": 13,
                },
                holds_for={
                    "payoffs": matrix((100, 0), (0, 100)),
                    "epsilon": Fraction(1, 4),
                    "count": 14,
                },
                drops="bounded-payoffs",
            ),
            Control(
                "one-generator",
                "a single generator is said to suffice",
                one_generator,
                refuted_by={"payoffs": _PENNIES, "epsilon": Fraction(1, 4)},
                holds_for={"payoffs": matrix((0, 0), (1, 1)), "epsilon": Fraction(1, 4)},
            ),
        ),
    ),
    RowChecks(
        "ch14-bilinear-flow",
        identities=(
            Identity("first-equation", first_equation),
            Identity("second-equation", second_equation),
            Identity("conservation", conservation),
        ),
        instances=(
            Instance("time-one", conserved, {"point": vector("3/2", -1), "time": Fraction(1)}),
            Instance("time-hundred", conserved, {"point": vector(1, 2), "time": Fraction(100)}),
            Instance("equilibrium", conserved, {"point": vector(0, 0), "time": Fraction(5)}),
            Instance(
                "flows-add-up",
                flows_add_up,
                {"point": vector("3/2", -1), "first": Fraction(1, 3), "second": Fraction(7)},
            ),
        ),
        searches=(
            Search(
                "times",
                conserved,
                lambda: {"point": vectors(2), "time": st.parts(-9, 9, 18)},
            ),
        ),
        controls=(
            Control(
                "damping",
                "the flow is damped",
                conserved,
                refuted_by={
                    "point": vector(1, 2),
                    "time": Fraction(1),
                    "damping": Fraction(1, 100),
                },
                holds_for={"point": vector(1, 2), "time": Fraction(1), "damping": Fraction(0)},
            ),
            Control(
                "steps",
                "the flow is replaced by steps",
                steps_conserve,
                refuted_by={"point": vector(1, 2), "step": Fraction(1, 100), "count": 1},
                holds_for={"point": vector(0, 0), "step": Fraction(1, 100), "count": 1},
            ),
        ),
    ),
)
