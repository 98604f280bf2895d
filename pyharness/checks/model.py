"""What a check is: claims about exact numbers, and the values they are made of.

A *claim* is a Python function from parameters to a `Comparison`, two exact values and a relation
between them. *Instances* are parameters for which the claim of a row must hold. *Controls* are
altered claims (a hypothesis dropped, a constant changed) with parameters for which they must fail:
a check that cannot fail checks nothing. *Identities* are proved by computer algebra for all values
of their symbols. *Computations* are Lean expressions whose value, found by Lean's kernel, must be
the one that Python finds.

Floating point has no place here: a `float` in a comparison is an error.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pyharness.registry.model import Check, Question

if TYPE_CHECKING:
    import sympy

__all__ = [
    "RELATIONS",
    "CheckResult",
    "Comparison",
    "Computation",
    "Control",
    "Identity",
    "Instance",
    "RowChecks",
    "Verdict",
    "exact",
    "shown",
]

RELATIONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "≠": operator.ne,
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
}

#: The opposite of each relation, to say what an instance shows when the claim fails.
NEGATED = {"=": "≠", "≠": "=", "<": "≥", "≤": ">", ">": "≤", "≥": "<"}


class Verdict(StrEnum):
    """An answer. What was not checked is never counted as a pass."""

    PASS = "pass"
    FAIL = "fail"
    NOT_CHECKED = "not checked"


def exact(value: Any) -> Any:
    """Accept an exact value: truth value, integer, fraction, or a tuple or mapping of these.

    Parameters
    ----------
    value
        What a claim computed.

    Returns
    -------
    bool, int, Fraction, tuple or dict
        The same value, with SymPy's rational numbers turned into fractions.

    Raises
    ------
    TypeError
        For anything that is not exact, above all a ``float``.

    Examples
    --------
    >>> exact((1, Fraction(1, 2)))
    (1, Fraction(1, 2))
    >>> exact(0.5)
    Traceback (most recent call last):
        ...
    TypeError: 0.5 is a float: a check compares exact values only
    """
    if isinstance(value, bool | int | Fraction):
        return value
    if isinstance(value, tuple | list):
        return tuple(exact(item) for item in value)
    if isinstance(value, Mapping):
        return {key: exact(item) for key, item in value.items()}
    if getattr(value, "is_Rational", False):
        return Fraction(int(value.p), int(value.q))
    raise TypeError(f"{value!r} is a {type(value).__name__}: a check compares exact values only")


def shown(value: Any) -> str:
    """Write a value as a reader expects it: ``2/5``, ``(1, 1/2)``."""
    match value:
        case bool():
            return "true" if value else "false"
        case tuple() | list():
            return f"({', '.join(map(shown, value))})"
        case dict():
            return "{" + ", ".join(f"{shown(k)}: {shown(v)}" for k, v in value.items()) + "}"
        case _:
            return str(value)


@dataclass(frozen=True)
class Comparison:
    """Two exact values and the relation that is claimed between them.

    Parameters
    ----------
    left, right
        The two sides.
    relation
        One of ``= ≠ < ≤ > ≥``.
    """

    left: Any
    relation: str
    right: Any

    def __post_init__(self) -> None:
        if self.relation not in RELATIONS:
            raise ValueError(
                f"unknown relation {self.relation!r}: use one of {' '.join(RELATIONS)}"
            )
        object.__setattr__(self, "left", exact(self.left))
        object.__setattr__(self, "right", exact(self.right))

    @property
    def holds(self) -> bool:
        """Whether the relation holds between the two sides."""
        return bool(RELATIONS[self.relation](self.left, self.right))

    def __str__(self) -> str:
        relation = self.relation if self.holds else NEGATED[self.relation]
        if isinstance(self.left, dict) and isinstance(self.right, dict):
            return self._difference()
        return f"{shown(self.left)} {relation} {shown(self.right)}"

    def _difference(self) -> str:
        """Say of two tables of values where they differ first, or how much they share."""
        for key in [*self.left, *(key for key in self.right if key not in self.left)]:
            if key not in self.left or key not in self.right:
                return f"{shown(key)} is on one side only"
            if self.left[key] != self.right[key]:
                return f"{shown(key)}: {shown(self.left[key])} ≠ {shown(self.right[key])}"
        if not self.left:
            return "both sides are empty"
        key, value = next(iter(self.left.items()))
        return f"{len(self.left)} equal values, such as {shown(key)}: {shown(value)}"


#: A row's statement as a function of its parameters.
Claim = Callable[..., Comparison]


@dataclass(frozen=True)
class Instance:
    """Parameters for which a claim must hold.

    Parameters
    ----------
    name
        Lower-case words joined by hyphens, unique among the row's instances.
    claim
        The statement; its docstring says it in words.
    parameters
        What the claim is evaluated at.
    """

    name: str
    claim: Claim
    parameters: Mapping[str, Any]


@dataclass(frozen=True)
class Control:
    """An altered claim that must be refuted.

    Parameters
    ----------
    name
        Lower-case words joined by hyphens, unique among the row's controls.
    alteration
        What is altered, in words that follow "if": "the factor may depend on the response".
    claim
        The altered statement.
    refuted_by
        Parameters for which the altered statement must fail.
    holds_for
        Parameters for which it must hold, because there the alteration makes no difference. This
        shows that the claim is altered and not merely broken.
    drops
        The id of the hypothesis that is dropped; ``None`` when something else is changed.
    """

    name: str
    alteration: str
    claim: Claim
    refuted_by: Mapping[str, Any]
    holds_for: Mapping[str, Any]
    drops: str | None = None


@dataclass(frozen=True)
class Identity:
    """An equation that must hold for all values of its symbols.

    Parameters
    ----------
    name
        Lower-case words joined by hyphens, unique among the row's identities.
    sides
        Makes the two sides as SymPy expressions; its docstring says the equation in words.
    """

    name: str
    sides: Callable[[], tuple[sympy.Expr, sympy.Expr]]


@dataclass(frozen=True)
class Computation:
    """A Lean expression and the value that Python finds for it.

    Parameters
    ----------
    name
        Lower-case words joined by hyphens, unique among the row's computations.
    lean
        The expression; it must have decidable equality and compute in the kernel.
    type
        Its Lean type: ``Bool``, ``Nat``, ``Int`` or ``Rat``.
    value
        Computes the value independently.
    modules
        The modules that the expression needs.
    """

    name: str
    lean: str
    type: str
    value: Callable[[], Any]
    modules: tuple[str, ...]


@dataclass(frozen=True)
class RowChecks:
    """All checks of one row.

    Parameters
    ----------
    row
        The row's id.
    identities, instances, controls, computations
        The checks, by sort.
    """

    row: str
    identities: tuple[Identity, ...] = ()
    instances: tuple[Instance, ...] = ()
    controls: tuple[Control, ...] = ()
    computations: tuple[Computation, ...] = ()

    def of_sort(self, sort: Check) -> tuple[Any, ...]:
        """Return the checks of one sort."""
        return getattr(self, sort.value)

    @property
    def sorts(self) -> tuple[Check, ...]:
        """The sorts of which there is at least one check."""
        return tuple(sort for sort in Check if self.of_sort(sort))


@dataclass(frozen=True)
class CheckResult:
    """The outcome of one check.

    Parameters
    ----------
    row
        The row's id.
    sort, name
        Which check it is.
    verdict
        Pass, fail, or not checked.
    message
        What was found, in one sentence, with the numbers.
    parameters
        The parameters, written out.
    hypothesis
        For a control, the hypothesis that it drops.
    file, line
        Where the claim is written.
    seconds
        Time taken when it was run.
    tool
        What decided it, with its version.
    """

    row: str
    sort: Check
    name: str
    verdict: Verdict
    message: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    hypothesis: str | None = None
    file: str = ""
    line: int = 0
    seconds: float = 0.0
    tool: str = ""

    @property
    def question(self) -> Question:
        """The question that the check answers."""
        return self.sort.question

    @property
    def command(self) -> str:
        """The command that runs this check alone."""
        return f"pyharness check {self.row} --only {self.sort}/{self.name}"

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return {
            "row": self.row,
            "sort": self.sort.value,
            "name": self.name,
            "verdict": self.verdict.value,
            "message": self.message,
            "parameters": dict(self.parameters),
            "hypothesis": self.hypothesis,
            "file": self.file,
            "line": self.line,
            "seconds": round(self.seconds, 4),
            "tool": self.tool,
            "command": self.command,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> CheckResult:
        """Read what `to_json` wrote; raises `KeyError`, `TypeError` or `ValueError` otherwise."""
        fields = {key: item for key, item in value.items() if key != "command"}
        fields["sort"] = Check(fields["sort"])
        fields["verdict"] = Verdict(fields["verdict"])
        return cls(**fields)
