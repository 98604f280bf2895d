"""What a check is: claims about exact numbers, and the values they are made of.

A *claim* is a Python function from parameters to a `Comparison`, two values and a relation between
them. *Instances* are parameters for which the claim of a row must hold. *Searches* try the claim at
many parameters, at all of a finite family (`Exhaustion`) or at random ones (`Search`), and must not
find a counterexample. *Controls* are altered claims (a hypothesis dropped, a constant changed) with
parameters for which they must fail: a check that cannot fail checks nothing. *Identities* are
proved by computer algebra for all values of their symbols. *Computations* are Lean expressions
whose value, found by Lean's kernel, must be the one that Python finds. *Plots* draw the two sides
of a claim while one parameter runs.

Values are exact: truth values, integers, fractions, and tuples or tables of these. A real number
enters as an `Enclosure`, an interval with rational ends that contains it; a relation between
enclosures holds only when the ends prove it, and may stay undecided. Floating point has no place
here: a `float` in a comparison is an error.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pyharness.registry.model import Check, Question

if TYPE_CHECKING:
    import sympy
    from hypothesis.strategies import SearchStrategy

__all__ = [
    "RELATIONS",
    "CheckResult",
    "Comparison",
    "Computation",
    "Control",
    "Enclosure",
    "Exhaustion",
    "Identity",
    "Instance",
    "Plot",
    "RowChecks",
    "Search",
    "Tightness",
    "UndecidedError",
    "Verdict",
    "decimal",
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
NEGATED = {"=": "≠", "≠": "=", "<": "≥", "≤": ">", ">": "≤", "≥": "<", "≈": "≉"}

#: The relation ``≈`` says that two real numbers differ by less than this. No interval proves that
#: two real numbers are equal; that they agree to so many digits it can prove.
AGREEMENT = Fraction(1, 10**30)


#: Fractions with more characters than this are also shown as decimals.
LONG = 9


class UndecidedError(ArithmeticError):
    """Two enclosures are too wide to tell whether a relation holds."""


class Verdict(StrEnum):
    """An answer. What was not checked is never counted as a pass."""

    PASS = "pass"
    FAIL = "fail"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True)
class Enclosure:
    """A real number, known by an interval with rational ends that contains it.

    Parameters
    ----------
    low, high
        The ends, ``low <= high``.
    """

    low: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"an interval from {self.low} down to {self.high}")

    def __str__(self) -> str:
        middle = (self.low + self.high) / 2
        width = self.high - self.low
        return (
            decimal(middle)
            if width * 10**6 <= abs(middle)
            else f"[{decimal(self.low)}, {decimal(self.high)}]"
        )


def decimal(number: Fraction | int, digits: int = 6) -> str:
    """Write a number with a few significant digits, rounded: for reading, never for a verdict.

    Examples
    --------
    >>> decimal(Fraction(2, 3)), decimal(Fraction(1, 10**9)), decimal(0)
    ('0.666667', '1e-9', '0')
    """
    from decimal import Context, Decimal

    value = Fraction(number)
    context = Context(prec=digits)
    quotient = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    return f"{quotient:g}"


def exact(value: Any) -> Any:
    """Accept a value of a check: exact, or an interval around a real number.

    Parameters
    ----------
    value
        What a claim computed.

    Returns
    -------
    bool, int, Fraction, Enclosure, tuple or dict
        The same value, with SymPy's rational numbers turned into fractions and intervals of mpmath
        into enclosures.

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
    if isinstance(value, bool | int | Fraction | Enclosure):
        return value
    if hasattr(value, "_mpi_"):
        from pyharness.checks.enclosures import ends

        return Enclosure(*ends(value))
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
    """Two values and the relation that is claimed between them.

    Parameters
    ----------
    left, right
        The two sides: exact values, or intervals around real numbers.
    relation
        One of ``= ≠ < ≤ > ≥``, or ``≈`` for real numbers that agree to thirty decimal places.
    """

    left: Any
    relation: str
    right: Any

    def __post_init__(self) -> None:
        if self.relation not in NEGATED:
            raise ValueError(f"unknown relation {self.relation!r}: use one of {' '.join(NEGATED)}")
        object.__setattr__(self, "left", exact(self.left))
        object.__setattr__(self, "right", exact(self.right))

    @cached_property
    def verdict(self) -> bool | None:
        """Whether the relation holds between the two sides; ``None`` when that is undecided."""
        if self.relation != "≈" and not any(
            isinstance(side, Enclosure) for side in (self.left, self.right)
        ):
            return bool(RELATIONS[self.relation](self.left, self.right))
        left, right = _interval(self.left), _interval(self.right)
        # The ends of the difference decide every relation.
        low, high = left.low - right.high, left.high - right.low
        match self.relation:
            case "<":
                return True if high < 0 else False if low >= 0 else None
            case "≤":
                return True if high <= 0 else False if low > 0 else None
            case ">":
                return True if low > 0 else False if high <= 0 else None
            case "≥":
                return True if low >= 0 else False if high < 0 else None
            case "≈":
                if max(abs(low), abs(high)) < AGREEMENT:
                    return True
                return False if max(low, -high) >= AGREEMENT else None
        apart = low > 0 or high < 0
        same = low == high == 0
        if not apart and not same:
            return None
        return same if self.relation == "=" else apart

    @property
    def holds(self) -> bool:
        """Whether the relation holds between the two sides.

        Raises
        ------
        UndecidedError
            When the enclosures are too wide to tell.
        """
        if self.verdict is None:
            raise UndecidedError(
                f"undecided: {shown(self.left)} {self.relation} {shown(self.right)}"
            )
        return self.verdict

    @property
    def tightness(self) -> Tightness | None:
        """How close the two sides of an inequality between numbers are, where it holds."""
        if self.relation not in ("<", "≤", ">", "≥") or not self.verdict:
            return None
        if not all(_is_number(side) for side in (self.left, self.right)):
            return None
        sides = [_interval(self.left), _interval(self.right)]
        smaller, larger = sides if self.relation in ("<", "≤") else sides[::-1]
        if 0 < larger.high < AGREEMENT:
            # A bound for a distance that says, as ≈ does, that two real numbers agree.
            return None
        return Tightness((smaller.low + smaller.high) / 2, (larger.low + larger.high) / 2)

    def __str__(self) -> str:
        relation = self.relation if self.holds else NEGATED[self.relation]
        if isinstance(self.left, dict) and isinstance(self.right, dict):
            return self._difference()
        text = f"{shown(self.left)} {relation} {shown(self.right)}"
        sides = (self.left, self.right)
        if any(isinstance(side, Fraction) and len(str(side)) > LONG for side in sides):
            about = [decimal(side) if isinstance(side, Fraction) else shown(side) for side in sides]
            text += f", about {about[0]} {relation} {about[1]}"
        return text

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


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Fraction | Enclosure) and not isinstance(value, bool)


def _interval(value: Any) -> Enclosure:
    if isinstance(value, Enclosure):
        return value
    if not _is_number(value):
        raise TypeError(f"{shown(value)} cannot be compared with a real number")
    return Enclosure(Fraction(value), Fraction(value))


@dataclass(frozen=True)
class Tightness:
    """How close the two sides of an inequality are at one instance.

    Parameters
    ----------
    smaller, larger
        The two sides; for real numbers the middle of the enclosure.
    """

    smaller: Fraction
    larger: Fraction

    @property
    def slack(self) -> Fraction:
        """The difference of the sides."""
        return self.larger - self.smaller

    @property
    def ratio(self) -> Fraction | None:
        """The smaller side as a part of the larger one, when that makes sense."""
        return self.smaller / self.larger if self.smaller >= 0 < self.larger else None

    @property
    def rank(self) -> tuple[int, Fraction]:
        """A key by which tighter is greater: equality, then by the ratio, else by the slack."""
        if not self.slack:
            return 2, Fraction(0)
        return (0, -self.slack) if self.ratio is None else (1, self.ratio)

    def to_json(self) -> dict[str, Any]:
        """Return decimals for reading."""
        return {
            "smaller": decimal(self.smaller),
            "larger": decimal(self.larger),
            "slack": decimal(self.slack),
            "ratio": None if self.ratio is None else decimal(self.ratio),
        }


#: A row's statement as a function of its parameters.
Claim = Callable[..., Comparison]

#: Where a search looks: a strategy of Hypothesis for each parameter, or one for all of them
#: together when they depend on each other. It is a function, so that Hypothesis is loaded only by
#: a search.
Space = Callable[[], "Mapping[str, SearchStrategy[Any]] | SearchStrategy[dict[str, Any]]"]


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
class Exhaustion:
    """A finite family of parameters for which a claim must hold, all of them tried.

    Parameters
    ----------
    name
        Lower-case words joined by hyphens, unique among the row's searches.
    claim
        The statement; its docstring says it in words.
    cases
        Makes the parameters of every case.
    thorough
        Makes those of a larger family, for ``pyharness check --thorough``.
    """

    name: str
    claim: Claim
    cases: Callable[[], Iterable[Mapping[str, Any]]]
    thorough: Callable[[], Iterable[Mapping[str, Any]]] | None = None


@dataclass(frozen=True)
class Search:
    """A space of parameters in which a search must find no counterexample to a claim.

    Parameters
    ----------
    name
        Lower-case words joined by hyphens, unique among the row's searches.
    claim
        The statement; its docstring says it in words.
    over
        Strategies for parameters that satisfy the hypotheses of the row.
    cases
        How many cases are tried.
    thorough
        How many are tried by ``pyharness check --thorough``.
    """

    name: str
    claim: Claim
    over: Space
    cases: int = 60
    thorough: int = 2000


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
    over
        Strategies for parameters among which a search must find a refutation by itself.
    """

    name: str
    alteration: str
    claim: Claim
    refuted_by: Mapping[str, Any]
    holds_for: Mapping[str, Any]
    drops: str | None = None
    over: Space | None = None


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
class Plot:
    """The two sides of a claim, drawn while one parameter runs.

    Parameters
    ----------
    name
        Lower-case words joined by hyphens, unique among the row's plots.
    title
        What the picture shows, in a few words.
    claim
        The statement, between two numbers; it must hold at every point that is drawn.
    parameter
        The name of the parameter that runs.
    values
        Its values, increasing.
    fixed
        The other parameters, for each pair of curves by its label. With one pair the label may be
        empty.
    axis
        What the parameter is, for the axis.
    left, right
        What the two sides of the claim are, for the legend.
    logarithmic
        Which axes are logarithmic: ``""``, ``"x"``, ``"y"`` or ``"xy"``.
    """

    name: str
    title: str
    claim: Claim
    parameter: str
    values: tuple[Any, ...]
    fixed: Mapping[str, Mapping[str, Any]]
    axis: str
    left: str
    right: str
    logarithmic: str = ""


@dataclass(frozen=True)
class RowChecks:
    """All checks of one row.

    Parameters
    ----------
    row
        The row's id.
    identities, instances, searches, controls, computations
        The checks, by sort.
    plots
        Pictures of the row's claim.
    """

    row: str
    identities: tuple[Identity, ...] = ()
    instances: tuple[Instance, ...] = ()
    searches: tuple[Exhaustion | Search, ...] = ()
    controls: tuple[Control, ...] = ()
    computations: tuple[Computation, ...] = ()
    plots: tuple[Plot, ...] = ()

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
    tightness
        For an inequality: the two sides, their difference and their ratio, as decimals; for a
        search those of its tightest case, with its parameters under ``at``.
    says
        The claim in words.
    options
        The options of ``pyharness check`` without which the outcome would be another.
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
    tightness: Mapping[str, str | None] | None = None
    says: str = ""
    options: str = ""

    @property
    def question(self) -> Question:
        """The question that the check answers."""
        return self.sort.question

    @property
    def command(self) -> str:
        """The command that runs this check alone."""
        return f"pyharness check {self.row} --only {self.sort}/{self.name} {self.options}".strip()

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
            "tightness": None if self.tightness is None else dict(self.tightness),
            "says": self.says,
            "options": self.options,
            "command": self.command,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> CheckResult:
        """Read what `to_json` wrote; raises `KeyError`, `TypeError` or `ValueError` otherwise."""
        fields = {key: item for key, item in value.items() if key != "command"}
        fields["sort"] = Check(fields["sort"])
        fields["verdict"] = Verdict(fields["verdict"])
        return cls(**fields)
