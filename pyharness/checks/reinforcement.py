"""Checks of chapter 12: returns, values and the Bellman equations of finite decision processes.

A return of finitely many steps is a mean over all trajectories; values solve linear equations.
"""

# ruff: noqa: D401 - the docstring of a claim is the claim

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from pyharness.checks import strategies as st
from pyharness.checks.matrices import (
    Matrix,
    Vector,
    add,
    apply,
    dot,
    identity,
    matrix,
    rank,
    scale,
    solve,
    subtract,
    vector,
    vectors,
)
from pyharness.checks.model import (
    Comparison,
    Control,
    Instance,
    Plot,
    RowChecks,
    Search,
    shown,
)

__all__ = ["CHECKS"]

_HALF = Fraction(1, 2)


# ----- Definitions --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Process:
    """A decision process with a policy.

    Parameters
    ----------
    moves
        For each state and action the law of the next state.
    rewards
        For each state the rewards of the actions.
    policy
        For each state the law of the action.
    gamma
        The discount.
    """

    moves: tuple[Matrix, ...]
    rewards: Matrix
    policy: Matrix
    gamma: Fraction

    def __str__(self) -> str:
        return shown((self.moves, self.rewards, self.policy, self.gamma))

    @property
    def transitions(self) -> Matrix:
        """The matrix ``P_π``: the law of the next state."""
        return tuple(
            tuple(dot(chances, column) for column in zip(*rows, strict=True))
            for chances, rows in zip(self.policy, self.moves, strict=True)
        )

    @property
    def reward(self) -> Vector:
        """The mean reward in each state."""
        return tuple(map(dot, self.policy, self.rewards))

    def backup(self, v: Vector) -> Vector:
        """Return ``r_π + γ P_π v``."""
        return add(self.reward, scale(self.gamma, apply(self.transitions, v)))


def size(v: Vector) -> Fraction:
    """Return the largest size of an entry."""
    return max(map(abs, v))


def largest_reward(process: Process) -> Fraction:
    """Return the largest size of a reward."""
    return max(map(size, process.rewards))


def mean_return(process: Process, state: int, steps: int, first: int | None = None) -> Fraction:
    """Return the mean of ``Σ γ^t r(s_t, a_t)`` over all trajectories of so many steps.

    With a first action the trajectories are those that begin with it.
    """
    states, actions = range(len(process.moves)), range(len(process.moves[0]))
    answer = Fraction(0)
    if steps == 0:
        return answer
    for chosen in product(actions, repeat=steps):
        if first is not None and chosen[0] != first:
            continue
        for later in product(states, repeat=steps - 1):
            visited = (state, *later)
            mass, gain = Fraction(1), Fraction(0)
            for t, (s, a) in enumerate(zip(visited, chosen, strict=True)):
                if first is None or t:
                    mass *= process.policy[s][a]
                if t + 1 < steps:
                    mass *= process.moves[s][a][visited[t + 1]]
                gain += process.gamma**t * process.rewards[s][a]
            answer += mass * gain
    return answer


def returns(process: Process, steps: int) -> Vector:
    """Return ``Σ_(t<T) γ^t P^t r``."""
    v = (Fraction(0),) * len(process.moves)
    for _ in range(steps):
        v = process.backup(v)
    return v


def value(process: Process) -> Vector:
    """Return the solution of ``v = r + γ P v``; raises `ValueError` if it is not unique."""
    system = tuple(
        subtract(unit, scale(process.gamma, row))
        for unit, row in zip(identity(len(process.moves)), process.transitions, strict=True)
    )
    found = solve(system, process.reward)
    if found is None or rank(system) < len(system):
        raise ValueError("the equation has no unique solution")
    return found


# ----- Returns ------------------------------------------------------------------------------------


def return_of_trajectories(process: Process, state: int, steps: int) -> Comparison:
    """The mean over all trajectories is the sum of ``γ^t P^t r``."""
    return Comparison(mean_return(process, state, steps), "=", returns(process, steps)[state])


def policy_averages_actions(process: Process, state: int, steps: int) -> Comparison:
    """The mean return of a state is that of its actions, averaged over the policy."""
    actions = range(len(process.moves[0]))
    by_action = tuple(mean_return(process, state, steps, a) for a in actions)
    return Comparison(
        mean_return(process, state, steps), "=", dot(process.policy[state], by_action)
    )


def later_steps_matter_little(process: Process, steps: int, more: int) -> Comparison:
    """Further steps change a return by at most ``γ^T r_max / (1 - γ)``: the series converges."""
    change = size(subtract(returns(process, steps + more), returns(process, steps)))
    bound = process.gamma**steps * largest_reward(process) / (1 - process.gamma)
    return Comparison(change, "≤", bound)


def later_steps_add_at_most(process: Process, steps: int, more: int, bound: Fraction) -> Comparison:
    """Further steps change a return by at most the bound."""
    change = size(subtract(returns(process, steps + more), returns(process, steps)))
    return Comparison(change, "≤", bound)


def growing_rewards(growth: Fraction, gamma: Fraction, steps: int, bound: Fraction) -> Comparison:
    """If the reward of the step ``t`` is ``b^t``, the discounted sum is at most the bound."""
    gain = sum(((gamma * growth) ** t for t in range(steps)), Fraction(0))
    return Comparison(gain, "≤", bound)


# ----- Bellman ------------------------------------------------------------------------------------


def value_is_limit(process: Process, steps: int) -> Comparison:
    """The returns of ``T`` steps are within ``γ^T r_max / (1 - γ)`` of the solution."""
    gap = size(subtract(returns(process, steps), value(process)))
    bound = process.gamma**steps * largest_reward(process) / (1 - process.gamma)
    return Comparison(gap, "≤", bound)


def action_value(process: Process, state: int, action: int, steps: int) -> Comparison:
    """``r + γ Σ P V`` is the value of an action: near the mean return that begins with it.

    The distance from the mean over trajectories is at most ``γ^T r_max / (1 - γ)``.
    """
    q = process.rewards[state][action]
    q += process.gamma * dot(process.moves[state][action], value(process))
    gap = abs(mean_return(process, state, steps, action) - q)
    bound = process.gamma**steps * largest_reward(process) / (1 - process.gamma)
    return Comparison(gap, "≤", bound)


def average_of_action_values(process: Process) -> Comparison:
    """The value of a state is that of its actions, averaged over the policy."""
    v = value(process)
    q = [
        [r + process.gamma * dot(row, v) for r, row in zip(rewards, rows, strict=True)]
        for rewards, rows in zip(process.rewards, process.moves, strict=True)
    ]
    return Comparison(tuple(map(dot, process.policy, map(tuple, q))), "=", v)


def contraction(process: Process, v: Vector, w: Vector) -> Comparison:
    """A backup brings two functions nearer, by the factor ``γ``."""
    gap = size(subtract(process.backup(v), process.backup(w)))
    return Comparison(gap, "≤", process.gamma * size(subtract(v, w)))


def bounded_value(process: Process, bound: Fraction | None = None) -> Comparison:
    """The value is at most ``r_max / (1 - γ)``, with the largest reward or the given bound."""
    largest = largest_reward(process) if bound is None else bound
    return Comparison(size(value(process)), "≤", largest / (1 - process.gamma))


def bounded_by_discount(process: Process) -> Comparison:
    """The value is at most ``r_max / γ``."""
    return Comparison(size(value(process)), "≤", largest_reward(process) / process.gamma)


def unique_solution(process: Process) -> Comparison:
    """The matrix ``I - γ P`` has full rank."""
    system = tuple(
        subtract(unit, scale(process.gamma, row))
        for unit, row in zip(identity(len(process.moves)), process.transitions, strict=True)
    )
    return Comparison(rank(system), "=", len(system))


# ----- Values -------------------------------------------------------------------------------------


def one_state(gamma: Fraction, stays: Fraction = Fraction(1)) -> Process:
    """Return the process with one state, one action and the reward one."""
    return Process((((stays,),),), matrix((1,)), matrix((1,)), gamma)


_PROCESS = Process(
    (
        matrix(("1/2", "1/2"), (0, 1)),
        matrix((1, 0), ("1/4", "3/4")),
    ),
    matrix((1, 0), (-2, "1/2")),
    matrix(("1/3", "2/3"), ("1/2", "1/2")),
    Fraction(3, 4),
)
_SHORTSIGHTED = Process(_PROCESS.moves, _PROCESS.rewards, _PROCESS.policy, Fraction(0))


def _law() -> object:
    """Return a strategy for laws on two points."""
    return st.integers(0, 4).map(lambda n: (Fraction(n, 4), 1 - Fraction(n, 4)))


def _processes() -> object:
    """Return a strategy for processes with two states and two actions."""
    rows = st.tuples(_law(), _law())
    return st.builds(
        Process,
        st.tuples(rows, rows),
        st.tuples(vectors(2, bound=2), vectors(2, bound=2)),
        rows,
        st.sampled_from(vector(0, "1/3", "3/4", "9/10")),
    )


CHECKS = (
    RowChecks(
        "ch12-rl-values",
        instances=(
            Instance(
                "three-steps", return_of_trajectories, {"process": _PROCESS, "state": 0, "steps": 3}
            ),
            Instance(
                "no-step", return_of_trajectories, {"process": _PROCESS, "state": 1, "steps": 0}
            ),
            Instance(
                "actions", policy_averages_actions, {"process": _PROCESS, "state": 1, "steps": 3}
            ),
            Instance(
                "convergence",
                later_steps_matter_little,
                {"process": _PROCESS, "steps": 10, "more": 20},
            ),
            Instance(
                "nearly-equal",
                later_steps_matter_little,
                {"process": one_state(_HALF), "steps": 3, "more": 20},
            ),
            Instance(
                "without-future",
                later_steps_matter_little,
                {"process": _SHORTSIGHTED, "steps": 1, "more": 5},
            ),
        ),
        searches=(
            Search(
                "trajectories",
                return_of_trajectories,
                lambda: {
                    "process": _processes(),
                    "state": st.integers(0, 1),
                    "steps": st.integers(0, 2),
                },
                cases=40,
            ),
            Search(
                "convergence",
                later_steps_matter_little,
                lambda: {
                    "process": _processes(),
                    "steps": st.integers(0, 4),
                    "more": st.integers(0, 4),
                },
            ),
        ),
        controls=(
            Control(
                "no-discount",
                "the discount is one",
                later_steps_add_at_most,
                refuted_by={
                    "process": one_state(Fraction(1)),
                    "steps": 10,
                    "more": 11,
                    "bound": Fraction(10),
                },
                holds_for={
                    "process": one_state(Fraction(9, 10)),
                    "steps": 10,
                    "more": 11,
                    "bound": Fraction(10),
                },
                drops="discount",
            ),
            Control(
                "growing-rewards",
                "rewards grow without bound",
                growing_rewards,
                refuted_by={
                    "growth": Fraction(2),
                    "gamma": _HALF,
                    "steps": 11,
                    "bound": Fraction(10),
                },
                holds_for={
                    "growth": Fraction(1),
                    "gamma": _HALF,
                    "steps": 11,
                    "bound": Fraction(10),
                },
                drops="bounded-rewards",
            ),
        ),
    ),
    RowChecks(
        "ch12-bellman",
        instances=(
            Instance("two-states", value_is_limit, {"process": _PROCESS, "steps": 6}),
            Instance("with-equality", value_is_limit, {"process": one_state(_HALF), "steps": 5}),
            Instance(
                "action-value",
                action_value,
                {"process": _PROCESS, "state": 0, "action": 1, "steps": 4},
            ),
            Instance(
                "action-value-with-equality",
                action_value,
                {"process": one_state(_HALF), "state": 0, "action": 0, "steps": 4},
            ),
            Instance("average", average_of_action_values, {"process": _PROCESS}),
            Instance(
                "contraction",
                contraction,
                {"process": _PROCESS, "v": vector(3, -1), "w": vector(0, 2)},
            ),
            Instance(
                "contraction-with-equality",
                contraction,
                {"process": _PROCESS, "v": vector(1, 1), "w": vector(0, 0)},
            ),
            Instance("bound", bounded_value, {"process": _PROCESS}),
            Instance("bound-with-equality", bounded_value, {"process": one_state(Fraction(3, 4))}),
            Instance("no-future", bounded_value, {"process": _SHORTSIGHTED}),
        ),
        searches=(
            Search(
                "limits",
                value_is_limit,
                lambda: {"process": _processes(), "steps": st.integers(0, 5)},
            ),
            Search(
                "contractions",
                contraction,
                lambda: {"process": _processes(), "v": vectors(2), "w": vectors(2)},
            ),
            Search(
                "actions",
                action_value,
                lambda: {
                    "process": _processes(),
                    "state": st.integers(0, 1),
                    "action": st.integers(0, 1),
                    "steps": st.integers(1, 2),
                },
                cases=30,
            ),
            Search("bounds", bounded_value, lambda: {"process": _processes()}),
        ),
        controls=(
            Control(
                "no-discount",
                "the discount is one",
                unique_solution,
                refuted_by={"process": one_state(Fraction(1))},
                holds_for={"process": one_state(Fraction(9, 10))},
                drops="discount",
            ),
            Control(
                "not-stochastic",
                "the rows of the transition matrix have the sum two",
                contraction,
                refuted_by={
                    "process": one_state(Fraction(3, 4), Fraction(2)),
                    "v": vector(1),
                    "w": vector(0),
                },
                holds_for={
                    "process": one_state(Fraction(3, 4), Fraction(1)),
                    "v": vector(1),
                    "w": vector(0),
                },
                drops="stochastic",
            ),
            Control(
                "larger-rewards",
                "a reward is larger than the bound",
                bounded_value,
                refuted_by={"process": one_state(_HALF), "bound": Fraction(9, 10)},
                holds_for={"process": one_state(_HALF), "bound": Fraction(1)},
                drops="bounded-rewards",
            ),
            Control(
                "divided-by-the-discount",
                "the bound is the largest reward over γ",
                bounded_by_discount,
                refuted_by={"process": one_state(Fraction(3, 4))},
                holds_for={"process": one_state(_HALF)},
                over=lambda: {"process": _processes().filter(lambda p: p.gamma > 0)},
            ),
        ),
        plots=(
            Plot(
                "returns",
                "Returns of finitely many steps approach the value",
                value_is_limit,
                "steps",
                tuple(range(0, 25, 2)),
                {"": {"process": _PROCESS}},
                axis="steps T",
                left="distance from the value",
                right="γ^T r_max / (1-γ)",
                logarithmic="y",
            ),
        ),
    ),
)
