"""Checks of chapter 15: prediction with the posterior over tasks, and short prompts.

Laws are finite: means and conditional probabilities are sums over all outcomes.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod
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
    from collections.abc import Callable, Iterator, Mapping

    import sympy

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)


# ----- Prediction with the posterior --------------------------------------------------------------


#: Inputs of the examples with their labels; then the input of the query.
Context = tuple[tuple[int, ...], tuple[int, ...], int]


@dataclass(frozen=True)
class Mixture:
    """A finite family of tasks with inputs and labels in ``{0, 1}``.

    Parameters
    ----------
    prior
        The probability of each task.
    tasks
        For each task and input the probability of the label one.
    telling
        Whether every input is the number of the task instead of a fair coin.
    copied
        Whether all labels are that of the first input.
    """

    prior: Vector
    tasks: Matrix
    telling: bool = False
    copied: bool = False

    def __str__(self) -> str:
        flags = [name for name in ("telling", "copied") if getattr(self, name)]
        return " ".join([f"prior {shown(self.prior)}, tasks {shown(self.tasks)}", *flags])

    def likelihood(self, w: int, xs: tuple[int, ...], ys: tuple[int, ...]) -> Fraction:
        """Return the probability of the labels, given the task and the inputs."""
        chances = [
            self.tasks[w][x] if y else 1 - self.tasks[w][x] for x, y in zip(xs, ys, strict=True)
        ]
        if self.copied:
            return chances[0] if len(set(ys)) == 1 else Fraction(0)
        return prod(chances, start=Fraction(1))

    def joint(self, w: int, xs: tuple[int, ...], ys: tuple[int, ...]) -> Fraction:
        """Return the probability of the task, the inputs and the labels."""
        inputs = Fraction(int(all(x == w for x in xs))) if self.telling else _HALF ** len(xs)
        return self.prior[w] * inputs * self.likelihood(w, xs, ys)

    def mass(self, context: Context) -> Fraction:
        """Return the probability of a context."""
        xs, ys, query = context
        tasks = range(len(self.prior))
        return sum(
            (self.joint(w, (*xs, query), (*ys, y)) for w in tasks for y in (0, 1)), Fraction(0)
        )


def posterior(mixture: Mixture, context: Context) -> Vector:
    """Return the conditional law of the task, from the joint law; zero if it is undefined."""
    xs, ys, query = context
    masses = [
        sum((mixture.joint(w, (*xs, query), (*ys, y)) for y in (0, 1)), Fraction(0))
        for w in range(len(mixture.prior))
    ]
    whole = sum(masses, Fraction(0))
    return tuple(m / whole if whole else Fraction(0) for m in masses)


def prediction(mixture: Mixture, context: Context) -> Fraction:
    """Return the conditional probability of the label one, from the joint law."""
    xs, ys, query = context
    tasks = range(len(mixture.prior))
    masses = [sum(mixture.joint(w, (*xs, query), (*ys, y)) for w in tasks) for y in (0, 1)]
    return masses[1] / (masses[0] + masses[1])


def weights_by_formula(mixture: Mixture, context: Context) -> Vector:
    """Return ``p(w) Π p(y|x,w)``, normalized; zero if all vanish."""
    xs, ys, _ = context
    weights = []
    for p, task in zip(mixture.prior, mixture.tasks, strict=True):
        chances = [task[x] if y else 1 - task[x] for x, y in zip(xs, ys, strict=True)]
        weights.append(prod(chances, start=p))
    whole = sum(weights, Fraction(0))
    return tuple(w / whole if whole else Fraction(0) for w in weights)


def posterior_by_formula(mixture: Mixture, context: Context) -> Comparison:
    """The posterior is proportional to the prior times the likelihoods."""
    return Comparison(posterior(mixture, context), "=", weights_by_formula(mixture, context))


def posterior_is_a_law(mixture: Mixture, context: Context) -> Comparison:
    """The weights of the formula have the sum one."""
    return Comparison(sum(weights_by_formula(mixture, context)), "=", 1)


def prediction_by_formula(mixture: Mixture, context: Context) -> Comparison:
    """The law of the next label is the mixture of the tasks, weighted with the posterior."""
    weights = weights_by_formula(mixture, context)
    right = sum(
        (a * task[context[2]] for a, task in zip(weights, mixture.tasks, strict=True)), Fraction(0)
    )
    return Comparison(prediction(mixture, context), "=", right)


def _contexts(count: int) -> Iterator[Context]:
    bits = (0, 1)
    for xs in product(bits, repeat=count):
        for ys in product(bits, repeat=count):
            for query in bits:
                yield xs, ys, query


def risk(mixture: Mixture, count: int, predict: Callable[[Context], Fraction]) -> Fraction:
    """Return the mean squared error over all contexts with so many examples."""
    answer = Fraction(0)
    for context in _contexts(count):
        xs, ys, query = context
        guess = predict(context)
        for w, y in product(range(len(mixture.prior)), (0, 1)):
            answer += mixture.joint(w, (*xs, query), (*ys, y)) * (guess - y) ** 2
    return answer


def excess_risk(mixture: Mixture, predictor: Vector) -> Comparison:
    """The risk exceeds that of the posterior mean by the mean squared distance from it.

    The predictor is a table with the answers in the order of all contexts with one example.
    """
    table = dict(zip(_contexts(1), predictor, strict=True))

    def best(context: Context) -> Fraction:
        return prediction(mixture, context)

    distance = sum(
        (mixture.mass(c) * (guess - best(c)) ** 2 for c, guess in table.items()), Fraction(0)
    )
    excess = risk(mixture, 1, table.__getitem__) - risk(mixture, 1, best)
    return Comparison(excess, "=", distance)


def mode_is_best(mixture: Mixture) -> Comparison:
    """To predict with the most probable task has the risk of the posterior mean."""

    def by_mode(context: Context) -> Fraction:
        weights = posterior(mixture, context)
        return mixture.tasks[weights.index(max(weights))][context[2]]

    mean_risk = risk(mixture, 1, lambda context: prediction(mixture, context))
    return Comparison(risk(mixture, 1, by_mode), "≤", mean_risk)


# ----- Ridge regression ---------------------------------------------------------------------------


def ridge(inputs: Matrix, penalty: Fraction) -> Matrix:
    """Return the matrix that maps the labels to the weights."""
    moments = gram(transpose(inputs))
    shifted = tuple(
        tuple(a + penalty * int(i == j) for j, a in enumerate(row)) for i, row in enumerate(moments)
    )
    return times(inverse(shifted), transpose(inputs))


def squares(inputs: Matrix, labels: Vector, w: Vector, noise: Fraction, size: Fraction) -> Fraction:
    """Return ``|y - Xw|²/σ² + |w|²/τ²``."""
    return norm_squared(subtract(labels, apply(inputs, w))) / noise**2 + norm_squared(w) / size**2


def ridge_minimizes(
    inputs: Matrix, labels: Vector, noise: Fraction, size: Fraction, move: Vector
) -> Comparison:
    """To move from the ridge weights costs ``|Xv|²/σ² + |v|²/τ²``, so they are the minimizer."""
    w = apply(ridge(inputs, noise**2 / size**2), labels)
    cost = squares(inputs, labels, add(w, move), noise, size)
    here = squares(inputs, labels, w, noise, size)
    more = norm_squared(apply(inputs, move)) / noise**2 + norm_squared(move) / size**2
    return Comparison(cost - here, "=", more)


def ridge_minimizes_with(
    inputs: Matrix, labels: Vector, noise: Fraction, size: Fraction, penalty: Fraction
) -> Comparison:
    """With this penalty no weights next to the ridge weights have a smaller sum of squares."""
    w = apply(ridge(inputs, penalty), labels)
    moves = [scale(s, e) for e in identity(len(w)) for s in (Fraction(1, 100), Fraction(-1, 100))]
    cost = min(squares(inputs, labels, add(w, move), noise, size) for move in moves)
    return Comparison(squares(inputs, labels, w, noise, size), "≤", cost)


def linear_risk(
    inputs: Matrix,
    query: Vector,
    noise: Fraction,
    size: Fraction,
    rule: Vector,
    *,
    tied: bool = False,
) -> Fraction:
    """Return the mean squared error of the prediction ``rule · y`` of the label of the query.

    The coordinates of the task are ``±τ`` and the noises are ``±σ``, all signs independent and
    equally likely: the moments are those of the Gaussian laws. If the noises are tied to the task,
    each has the sign of the first coordinate.
    """
    answer, cases = Fraction(0), 0
    signs = [Fraction(1), Fraction(-1)]
    for w in product(signs, repeat=len(query)):
        task = scale(size, w)
        for xi in product(signs, repeat=len(inputs) + 1):
            noises = (noise * w[0],) * len(xi) if tied else scale(noise, xi)
            labels = add(apply(inputs, task), noises[1:])
            answer += (dot(rule, labels) - dot(query, task) - noises[0]) ** 2
            cases += 1
    return answer / cases


def ridge_is_best_linear(
    inputs: Matrix,
    query: Vector,
    noise: Fraction,
    size: Fraction,
    rule: Vector,
    *,
    tied: bool = False,
) -> Comparison:
    """No linear rule has a smaller mean squared error than ridge regression."""
    best = apply(transpose(ridge(inputs, noise**2 / size**2)), query)
    return Comparison(
        linear_risk(inputs, query, noise, size, best, tied=tied),
        "≤",
        linear_risk(inputs, query, noise, size, rule, tied=tied),
    )


def moving_from_ridge_costs(
    inputs: Matrix, query: Vector, noise: Fraction, size: Fraction, move: Vector
) -> Comparison:
    """Another linear rule costs the mean square by which its prediction moves, so ridge is best.

    That is ``σ² |v|² + τ² |Xᵀv|²`` for a rule that differs by ``v``.
    """
    best = apply(transpose(ridge(inputs, noise**2 / size**2)), query)
    here, there = (linear_risk(inputs, query, noise, size, r) for r in (best, add(best, move)))
    moved = noise**2 * norm_squared(move) + size**2 * norm_squared(apply(transpose(inputs), move))
    return Comparison(there - here, "=", moved)


def mean_is_ridge(noise: Fraction, label: Fraction) -> Comparison:
    """For one input ``1`` the conditional mean of the task is the ridge prediction.

    The task is ``±1`` and the noise ``±σ``: the mean is taken over the outcomes with this label.
    """
    outcomes = [(w, w + s * noise) for w in (1, -1) for s in (1, -1)]
    tasks = [Fraction(w) for w, y in outcomes if y == label]
    mean = sum(tasks, Fraction(0)) / len(tasks)
    return Comparison(mean, "=", label / (1 + noise**2))


def weights_are_determined(inputs: Matrix, penalty: Fraction) -> Comparison:
    """The matrix ``XᵀX + λI`` has full rank."""
    moments = gram(transpose(inputs))
    shifted = tuple(
        tuple(a + penalty * int(i == j) for j, a in enumerate(row)) for i, row in enumerate(moments)
    )
    return Comparison(rank(shifted), "=", len(shifted))


def gaussian_exponent() -> tuple[sympy.Expr, sympy.Expr]:
    """The exponent of the posterior density is a square around the ridge weight, and a constant."""
    import sympy

    x, y, w = sympy.symbols("x y w", real=True)
    sigma, tau = sympy.symbols("sigma tau", positive=True)
    middle = x * y / (x**2 + sigma**2 / tau**2)
    left = (y - x * w) ** 2 / sigma**2 + w**2 / tau**2
    constant = y**2 / (sigma**2 + tau**2 * x**2)
    return left, (x**2 / sigma**2 + 1 / tau**2) * (w - middle) ** 2 + constant


# ----- Selection of a family ----------------------------------------------------------------------


def family_posterior(prior: Vector, likelihoods: Vector) -> Vector:
    """Return the conditional law of the family, given that the context occurred.

    The outcomes are the pairs of a family and whether the context occurs; conditional
    probabilities are quotients of sums over outcomes, zero if they are undefined.
    """
    law = {
        (k, seen): p * (chance if seen else 1 - chance)
        for k, (p, chance) in enumerate(zip(prior, likelihoods, strict=True))
        for seen in (True, False)
    }
    whole = sum((mass for (_, seen), mass in law.items() if seen), Fraction(0))
    return tuple(law[k, True] / whole if whole else Fraction(0) for k in range(len(prior)))


def selects_by_product(prior: Vector, likelihoods: Vector) -> Comparison:
    """One family is more probable than another exactly if its ``π L`` is larger: all pairs."""
    found = family_posterior(prior, likelihoods)
    products = [p * chance for p, chance in zip(prior, likelihoods, strict=True)]
    pairs = list(product(range(len(prior)), repeat=2))
    return Comparison(
        tuple(found[k] > found[j] for k, j in pairs),
        "=",
        tuple(products[k] > products[j] for k, j in pairs),
    )


def selects_by_likelihood(prior: Vector, likelihoods: Vector) -> Comparison:
    """One family is more probable than another exactly if its likelihood is larger."""
    found = family_posterior(prior, likelihoods)
    pairs = list(product(range(len(prior)), repeat=2))
    return Comparison(
        tuple(found[k] > found[j] for k, j in pairs),
        "=",
        tuple(likelihoods[k] > likelihoods[j] for k, j in pairs),
    )


def evidence_needed(prior: Vector, likelihoods: Vector) -> Comparison:
    """The ratio of the posteriors is that of the priors times that of the likelihoods."""
    first, second = family_posterior(prior, likelihoods)[:2]
    return Comparison(first / second, "=", prior[0] / prior[1] * (likelihoods[0] / likelihoods[1]))


def families_share_one(prior: Vector, likelihoods: Vector) -> Comparison:
    """The posterior probabilities have the sum one."""
    return Comparison(sum(family_posterior(prior, likelihoods)), "=", 1)


def _mixtures() -> Iterator[Mapping[str, Vector]]:
    """List priors and likelihoods of three families for which the context is possible."""
    levels = [Fraction(n, 2) for n in range(3)]
    for a, b in product(range(4), repeat=2):
        if a + b <= 3:
            prior = (Fraction(a, 3), Fraction(b, 3), Fraction(3 - a - b, 3))
            for likelihoods in product(levels, repeat=3):
                if dot(prior, likelihoods):
                    yield {"prior": prior, "likelihoods": likelihoods}


# ----- Short prompts ------------------------------------------------------------------------------


def any_answer_fits(inputs: Matrix, task: Vector, query: Vector, answer: Fraction) -> Comparison:
    """Some task agrees with the given one on all examples and has this answer at the query.

    Elimination finds it; an empty tuple says that there is none.
    """
    labels = apply(inputs, task)
    found = solve((*inputs, query), (*labels, answer))
    left = () if found is None else (*apply(inputs, found), dot(found, query))
    return Comparison(left, "=", (*labels, answer))


def _short_prompts() -> Iterator[Mapping[str, object]]:
    """List two small inputs in space with a query outside their span."""
    digits = [vector(*x) for x in product((0, 1), repeat=3)]
    for first, second, query in product(digits, repeat=3):
        if rank((first, second, query)) > rank((first, second)):
            for answer in (Fraction(-1), Fraction(3)):
                yield {
                    "inputs": (first, second),
                    "task": vector(1, 2, -1),
                    "query": query,
                    "answer": answer,
                }


# ----- Values -------------------------------------------------------------------------------------

_COINS = Mixture(vector("1/3", "2/3"), matrix(("1/4", "3/4"), ("1/2", "1/8")))
_RULES = Mixture(vector("1/2", "1/2"), matrix((0, 1), (1, 0)))
_THREE = Mixture(vector("1/6", "1/3", "1/2"), matrix((0, 1), ("1/2", "1/2"), (1, "2/3")))
_INPUTS = matrix((1, 2), (0, 1), (3, -1))


def _laws(size: int) -> object:
    """Return a strategy for laws with positive probabilities."""
    return st.tuples(*[st.integers(1, 5)] * size).map(
        lambda counts: tuple(Fraction(n, sum(counts)) for n in counts)
    )


def _chances(rows: int) -> object:
    """Return a strategy for tables of probabilities that are neither zero nor one."""
    return st.tuples(*[st.tuples(*[st.integers(1, 7).map(lambda n: Fraction(n, 8))] * 2)] * rows)


CHECKS = (
    RowChecks(
        "ch15-bayes-prediction",
        instances=(
            Instance(
                "two-rules", posterior_by_formula, {"mixture": _RULES, "context": ((0,), (1,), 1)}
            ),
            Instance(
                "two-coins",
                posterior_by_formula,
                {"mixture": _COINS, "context": ((0, 1), (1, 1), 0)},
            ),
            Instance(
                "no-example", prediction_by_formula, {"mixture": _COINS, "context": ((), (), 1)}
            ),
            Instance(
                "three-tasks",
                prediction_by_formula,
                {"mixture": _THREE, "context": ((0, 1), (1, 0), 1)},
            ),
            Instance(
                "excess-risk",
                excess_risk,
                {"mixture": _COINS, "predictor": vector(0, 1, "1/2", 0, 1, 1, 0, "1/3")},
            ),
        ),
        searches=(
            Exhaustion(
                "contexts-of-two",
                prediction_by_formula,
                lambda: ({"mixture": _COINS, "context": context} for context in _contexts(2)),
            ),
            Search(
                "posteriors",
                posterior_by_formula,
                lambda: {
                    "mixture": st.builds(Mixture, _laws(3), _chances(3)),
                    "context": st.sampled_from(list(_contexts(2))),
                },
            ),
            Search(
                "excess-risk",
                excess_risk,
                lambda: {
                    "mixture": st.builds(Mixture, _laws(2), _chances(2)),
                    "predictor": st.tuples(*[st.parts(0, 1, 12)] * 8),
                },
                cases=30,
            ),
        ),
        controls=(
            Control(
                "inputs-tell-the-task",
                "every input is the number of the task",
                posterior_by_formula,
                refuted_by={
                    "mixture": Mixture(
                        vector("1/2", "1/2"), matrix(("1/2", "1/2"), ("1/2", "1/2")), telling=True
                    ),
                    "context": ((1,), (0,), 1),
                },
                holds_for={
                    "mixture": Mixture(vector(1), matrix(("1/2", "1/2")), telling=True),
                    "context": ((0,), (0,), 0),
                },
                drops="independent-inputs",
            ),
            Control(
                "copied-labels",
                "all labels are that of the first input",
                prediction_by_formula,
                refuted_by={
                    "mixture": Mixture(_COINS.prior, _COINS.tasks, copied=True),
                    "context": ((0,), (1,), 0),
                },
                holds_for={
                    "mixture": Mixture(_COINS.prior, _COINS.tasks, copied=True),
                    "context": ((), (), 0),
                },
                drops="conditionally-independent",
            ),
            Control(
                "impossible-context",
                "no task allows the context",
                posterior_is_a_law,
                refuted_by={"mixture": _RULES, "context": ((0, 0), (0, 1), 0)},
                holds_for={"mixture": _RULES, "context": ((0,), (0,), 0)},
                drops="possible-context",
            ),
            Control(
                "most-probable-task",
                "the prediction is that of the most probable task",
                mode_is_best,
                refuted_by={"mixture": _COINS},
                holds_for={"mixture": Mixture(vector(1), matrix(("1/4", "3/4")))},
            ),
        ),
    ),
    RowChecks(
        "ch15-linear-gaussian",
        identities=(Identity("gaussian-exponent", gaussian_exponent),),
        instances=(
            Instance(
                "minimizer",
                ridge_minimizes,
                {
                    "inputs": _INPUTS,
                    "labels": vector(1, -1, 2),
                    "noise": _HALF,
                    "size": Fraction(2),
                    "move": vector(1, "1/3"),
                },
            ),
            Instance(
                "fewer-examples-than-dimensions",
                ridge_minimizes,
                {
                    "inputs": matrix((1, 1)),
                    "labels": vector(3),
                    "noise": Fraction(1),
                    "size": Fraction(1),
                    "move": vector(1, -1),
                },
            ),
            Instance(
                "other-linear-rule",
                moving_from_ridge_costs,
                {
                    "inputs": _INPUTS[:2],
                    "query": vector(1, 1),
                    "noise": _HALF,
                    "size": Fraction(3),
                    "move": vector("1/10", "-1/7"),
                },
            ),
            Instance(
                "best-linear",
                ridge_is_best_linear,
                {
                    "inputs": _INPUTS[:2],
                    "query": vector(1, 1),
                    "noise": _HALF,
                    "size": Fraction(1),
                    "rule": vector("1/2", 0),
                },
            ),
        ),
        searches=(
            Search(
                "minimizers",
                ridge_minimizes,
                lambda: {
                    "inputs": matrices(2, 2, bound=2),
                    "labels": vectors(2),
                    "noise": st.sampled_from(vector("1/2", 1, 3)),
                    "size": st.sampled_from(vector("1/3", 1, 2)),
                    "move": vectors(2),
                },
            ),
            Search(
                "linear-rules",
                moving_from_ridge_costs,
                lambda: {
                    "inputs": matrices(2, 2, bound=2),
                    "query": vectors(2, bound=2),
                    "noise": st.sampled_from(vector("1/2", 1, 3)),
                    "size": st.sampled_from(vector("1/3", 1, 2)),
                    "move": vectors(2, bound=1),
                },
                cases=25,
            ),
        ),
        controls=(
            Control(
                "signs",
                "the task is ±1 and the noise ±σ instead of Gaussian",
                mean_is_ridge,
                refuted_by={"noise": _HALF, "label": _HALF},
                holds_for={"noise": Fraction(1), "label": Fraction(0)},
                drops="gaussian",
            ),
            Control(
                "tied-noise",
                "the noises have the sign of the task",
                ridge_is_best_linear,
                refuted_by={
                    "inputs": matrix((1,)),
                    "query": vector(1),
                    "noise": _HALF,
                    "size": Fraction(1),
                    "rule": vector(1),
                    "tied": True,
                },
                holds_for={
                    "inputs": matrix((1,)),
                    "query": vector(1),
                    "noise": _HALF,
                    "size": Fraction(1),
                    "rule": vector(0),
                    "tied": True,
                },
                drops="independent",
            ),
            Control(
                "no-noise",
                "the noise is zero, and so is the penalty",
                weights_are_determined,
                refuted_by={"inputs": matrix((1, 1)), "penalty": Fraction(0)},
                holds_for={"inputs": matrix((1, 1)), "penalty": Fraction(1)},
                drops="positive-variances",
            ),
            Control(
                "inverse-penalty",
                "the penalty is τ²/σ²",
                ridge_minimizes_with,
                refuted_by={
                    "inputs": _INPUTS,
                    "labels": vector(1, -1, 2),
                    "noise": _HALF,
                    "size": Fraction(2),
                    "penalty": Fraction(16),
                },
                holds_for={
                    "inputs": _INPUTS,
                    "labels": vector(1, -1, 2),
                    "noise": Fraction(2),
                    "size": Fraction(2),
                    "penalty": Fraction(1),
                },
            ),
            Control(
                "noise-alone",
                "the penalty is σ², without the size of the tasks",
                ridge_minimizes_with,
                refuted_by={
                    "inputs": _INPUTS,
                    "labels": vector(1, -1, 2),
                    "noise": Fraction(1),
                    "size": _HALF,
                    "penalty": Fraction(1),
                },
                holds_for={
                    "inputs": _INPUTS,
                    "labels": vector(1, -1, 2),
                    "noise": _HALF,
                    "size": Fraction(1),
                    "penalty": Fraction(1, 4),
                },
            ),
        ),
    ),
    RowChecks(
        "ch15-algorithm-selection",
        instances=(
            Instance(
                "two-families",
                evidence_needed,
                {"prior": vector("9/10", "1/10"), "likelihoods": vector("1/8", "3/4")},
            ),
            Instance(
                "rare-family",
                selects_by_product,
                {"prior": vector("9/10", "1/10"), "likelihoods": vector("1/20", "1/2")},
            ),
            Instance(
                "tie",
                selects_by_product,
                {"prior": vector("3/4", "1/4"), "likelihoods": vector("1/4", "3/4")},
            ),
            Instance(
                "prior-zero",
                selects_by_product,
                {"prior": vector(0, 1), "likelihoods": vector(1, "1/100")},
            ),
        ),
        searches=(
            Exhaustion("three-families", selects_by_product, _mixtures),
            Exhaustion("sum-one", families_share_one, _mixtures),
        ),
        controls=(
            Control(
                "likelihood-alone",
                "families are compared by their likelihoods alone",
                selects_by_likelihood,
                refuted_by={"prior": vector("9/10", "1/10"), "likelihoods": vector("1/4", "1/2")},
                holds_for={"prior": vector("1/2", "1/2"), "likelihoods": vector("1/4", "1/2")},
                over=lambda: {
                    "prior": _laws(2),
                    "likelihoods": st.tuples(*[st.parts(0, 1, 12)] * 2),
                },
            ),
            Control(
                "impossible-context",
                "no family allows the context",
                families_share_one,
                refuted_by={"prior": vector(0, 1), "likelihoods": vector(1, 0)},
                holds_for={"prior": vector("1/2", "1/2"), "likelihoods": vector(1, 0)},
                drops="possible-context",
            ),
        ),
    ),
    RowChecks(
        "ch15-short-prompt-ambiguity",
        instances=(
            Instance(
                "one-example",
                any_answer_fits,
                {
                    "inputs": matrix((1, 1)),
                    "task": vector(2, 1),
                    "query": vector(1, 0),
                    "answer": Fraction(-7),
                },
            ),
            Instance(
                "no-example",
                any_answer_fits,
                {"inputs": (), "task": vector(2, 1), "query": vector(0, 1), "answer": Fraction(9)},
            ),
            Instance(
                "repeated-examples",
                any_answer_fits,
                {
                    "inputs": matrix((1, 0, 1), (2, 0, 2), (0, 1, 0)),
                    "task": vector(1, 1, 1),
                    "query": vector(0, 0, 1),
                    "answer": _HALF,
                },
            ),
        ),
        searches=(Exhaustion("two-examples", any_answer_fits, _short_prompts),),
        controls=(
            Control(
                "query-in-the-span",
                "the query is in the span of the inputs",
                any_answer_fits,
                refuted_by={
                    "inputs": matrix((1, 1)),
                    "task": vector(2, 1),
                    "query": vector(2, 2),
                    "answer": Fraction(5),
                },
                holds_for={
                    "inputs": matrix((1, 1)),
                    "task": vector(2, 1),
                    "query": vector(2, 2),
                    "answer": Fraction(6),
                },
                drops="outside-span",
            ),
        ),
    ),
)
