"""Why the hypotheses of a row are needed: what refutes it without them.

A hypothesis is accounted for by controls in Python that drop it, by Lean theorems that refute the
row without it, or by both. One that has neither is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyharness.checks.engine import Effort, Found, given, in_words, refute, where
from pyharness.checks.model import NEGATED, Comparison, Control, Verdict, shown
from pyharness.registry import Check

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pyharness.checks.model import RowChecks
    from pyharness.registry import Row

__all__ = ["Altered", "Needed", "why_needed"]


@dataclass(frozen=True)
class Altered:
    """A claim that is altered by one control, and what became of it.

    Parameters
    ----------
    control
        The control.
    says
        The altered claim in words.
    verdict, message
        Whether it is refuted as it must be, with the numbers.
    sides
        Left side, relation that holds, right side, at the control's parameters; absent when the
        claim raised an error.
    found
        What a search found by itself: the parameters and the sides there.
    file, line
        Where the altered claim is written.
    command
        Checks the control again.
    """

    control: Control
    says: str
    verdict: Verdict
    message: str
    sides: tuple[str, str, str] | None
    found: tuple[Mapping[str, str], tuple[str, str, str]] | None
    file: str
    line: int
    command: str

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        found = None
        if self.found is not None:
            parameters, sides = self.found
            found = {"parameters": dict(parameters), "sides": sides}
        return {
            "control": self.control.name,
            "alteration": self.control.alteration,
            "claim": self.says,
            "verdict": self.verdict.value,
            "message": self.message,
            "parameters": {k: shown(v) for k, v in self.control.refuted_by.items()},
            "sides": self.sides,
            "holds_for": {k: shown(v) for k, v in self.control.holds_for.items()},
            "search": found,
            "file": self.file,
            "line": self.line,
            "command": self.command,
        }


@dataclass(frozen=True)
class Needed:
    """What shows that a hypothesis is needed.

    Parameters
    ----------
    hypothesis
        Its id; ``None`` for controls that alter something else.
    text
        The hypothesis.
    altered
        The controls that drop it.
    theorems
        The Lean theorems that refute the row without it, with whether each can be relied on.
    """

    hypothesis: str | None
    text: str
    altered: tuple[Altered, ...]
    theorems: Mapping[str, bool]

    @property
    def shown(self) -> bool:
        """Whether there is a refutation, and none of those that are claimed fails."""
        verdicts = [item.verdict is Verdict.PASS for item in self.altered]
        return all([*verdicts, *self.theorems.values()]) and bool(verdicts or self.theorems)

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return {
            "hypothesis": self.hypothesis,
            "text": self.text,
            "shown": self.shown,
            "controls": [item.to_json() for item in self.altered],
            "lean": dict(self.theorems),
        }


def why_needed(
    row: Row,
    checks: RowChecks | None,
    facts: Mapping[str, Mapping[str, Any] | None],
    effort: Effort | None = None,
) -> list[Needed]:
    """Say for every hypothesis of a row what happens without it.

    Parameters
    ----------
    row
        The row.
    checks
        Its checks, if it has any.
    facts
        What the compiled library says of the Lean theorems that the row names: their ``kind`` and
        their ``axioms``.
    effort
        How hard searches try.

    Returns
    -------
    list of Needed
        One for each hypothesis, and last, if there are such controls, one for what else is altered.
    """
    effort = effort or Effort()
    controls = checks.controls if checks else ()
    lean = row.lean.controls if row.lean else {}
    result = [
        Needed(
            hypothesis.id,
            hypothesis.text,
            _all(row, [c for c in controls if c.drops == hypothesis.id], effort),
            {name: _relied_on(facts.get(name)) for name in lean.get(hypothesis.id, ())},
        )
        for hypothesis in row.hypotheses
    ]
    if others := [control for control in controls if control.drops is None]:
        result.append(Needed(None, "", _all(row, others, effort), {}))
    return result


def _relied_on(fact: Mapping[str, Any] | None) -> bool:
    from pyharness.lean.audit import FOUNDATION

    if fact is None or fact["kind"] != "theorem":
        return False
    return set(fact["axioms"]) <= set(FOUNDATION)


def _all(row: Row, controls: Sequence[Control], effort: Effort) -> tuple[Altered, ...]:
    return tuple(_altered(row, control, effort) for control in controls)


def _altered(row: Row, control: Control, effort: Effort) -> Altered:
    sides = found = None
    try:
        outcome = refute(control, effort)
        verdict, message = outcome.outcome
        sides = _sides(outcome.altered)
        if isinstance(outcome.found, Found):
            parameters = {k: shown(v) for k, v in outcome.found.parameters.items()}
            found = parameters, _sides(outcome.found.comparison)
    except Exception as error:
        verdict = Verdict.FAIL
        message = f"the check raised {type(error).__name__}: {error} ({given(control.refuted_by)})"
    file, line = where(control.claim)
    options = f" {effort.options}" if effort.options and control.over else ""
    command = f"pyharness check {row.id} --only {Check.CONTROLS}/{control.name}{options}"
    return Altered(
        control, in_words(control.claim), verdict, message, sides, found, file, line, command
    )


def _sides(comparison: Comparison) -> tuple[str, str, str]:
    relation = comparison.relation
    if comparison.verdict is None:
        relation = f"{relation}?"
    elif not comparison.verdict:
        relation = NEGATED[relation]
    return shown(comparison.left), relation, shown(comparison.right)
