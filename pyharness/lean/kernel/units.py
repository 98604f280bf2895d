"""What is checked together, and in which order: none rests on itself.

A unit is one declaration, or an inductive type with all that is declared with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyharness.lean.environment import Environment

__all__ = ["Answer", "Unit", "units"]

_INDUCTIVE = ("inductive", "constructor", "recursor")

Unit = tuple[str, ...]


class Answer(NamedTuple):
    """What the second kernel says of a declaration.

    Attributes
    ----------
    verdict
        ``"accepted"``, ``"refused"`` or ``"not checked"``.
    message
        The reason, when it is not accepted.
    """

    verdict: str
    message: str = ""


def _components(environment: Environment) -> Iterator[list[str]]:
    """Yield the strongly connected components, each after those that it mentions (Tarjan)."""
    constants = environment.constants
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()

    def below(name: str) -> Iterator[str]:
        constant = constants[name]
        return iter(constant.statement_uses + constant.proof_uses)

    for root in constants:
        if root in number:
            continue
        number[root] = low[root] = len(number)
        stack.append(root)
        waiting.add(root)
        path = [(root, below(root))]
        while path:
            name, rest = path[-1]
            for other in rest:
                if other not in constants:
                    continue
                if other not in number:
                    number[other] = low[other] = len(number)
                    stack.append(other)
                    waiting.add(other)
                    path.append((other, below(other)))
                    break
                if other in waiting:
                    low[name] = min(low[name], number[other])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[name])
                if low[name] == number[name]:
                    component = []
                    while not component or component[-1] != name:
                        component.append(stack.pop())
                        waiting.discard(component[-1])
                    yield component


def units(environment: Environment) -> tuple[list[Unit], dict[str, Answer]]:
    """Split a library into what is checked together.

    Returns
    -------
    list of tuple of str
        The units, each after those that it rests on; an inductive type comes first in its unit.
        What is refused because it rests on itself is in none.
    dict of str to Answer
        Declarations that are refused before any check: they rest on themselves, or two modules
        declare them.
    """
    constants = environment.constants
    found: list[list[str]] = []
    place: dict[str, int] = {}
    refused: dict[str, Answer] = {}
    recursors = []
    for component in _components(environment):
        kinds = {name: constants[name].kind for name in component}
        if len(component) > 1 and not set(kinds.values()) <= set(_INDUCTIVE):
            for name in component:
                other = next(n for n in component if n != name)
                refused[name] = Answer("refused", f"rests on itself, by way of `{other}`")
            continue
        own = []
        for name, kind in kinds.items():
            if kind == "recursor" and constants.get(name.rpartition(".")[0]) is not None:
                recursors.append(name)
            else:
                own.append(name)
        if own:
            own.sort(key=lambda name: (kinds[name] != "inductive", name))
            place.update(dict.fromkeys(own, len(found)))
            found.append(own)
    for name in recursors:
        parent = name.rpartition(".")[0]
        if parent in place:
            found[place[parent]].append(name)
        else:
            found.append([name])
    for name, first, second in environment.duplicates:
        message = f"is declared in {first} and in {second}; only one of them is checked"
        refused[name] = Answer("refused", message)
    return [tuple(unit) for unit in found], refused
