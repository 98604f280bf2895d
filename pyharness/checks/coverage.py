"""How well the rows are checked: how many checks of each sort, and what is missing to the norm.

The norm is for rows that are proved in Lean: at least three instances, among which identities
count, a search, a control for every hypothesis, in Python or in Lean, and a computation in Lean's
kernel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyharness.registry import Check, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyharness.checks.engine import Topics
    from pyharness.registry import Row

__all__ = ["COLUMNS", "INSTANCES", "RowCoverage", "coverage"]

#: What is counted.
COLUMNS = (*(sort.value for sort in Check), "plots")

#: How many identities and instances a row should have.
INSTANCES = 3


@dataclass(frozen=True)
class RowCoverage:
    """The checks of one row.

    Parameters
    ----------
    row
        Its id.
    counts
        How many checks of each sort there are.
    proved
        Whether the row claims a proof in Lean, so that the norm applies.
    missing
        What is missing to the norm, in words.
    """

    row: str
    counts: Mapping[str, int]
    proved: bool
    missing: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return {
            "row": self.row,
            "counts": dict(self.counts),
            "proved": self.proved,
            "missing": list(self.missing),
        }


def coverage(rows: Iterable[Row], topics: Topics) -> list[RowCoverage]:
    """Count the checks of rows.

    Parameters
    ----------
    rows
        The rows.
    topics
        Their checks.

    Returns
    -------
    list of RowCoverage
        One for each row.
    """
    return [_of(row, topics) for row in rows]


def _of(row: Row, topics: Topics) -> RowCoverage:
    checks = topics[row.id][0] if row.id in topics else None
    counts = {column: len(getattr(checks, column, ())) for column in COLUMNS}
    proved = Question.PROVED in row.claims
    missing: list[str] = []
    if proved:
        lacking = INSTANCES - counts["identities"] - counts["instances"]
        if lacking > 0:
            missing.append(f"{lacking} instance{'s' if lacking > 1 else ''}")
        if not counts["searches"]:
            missing.append("a search")
        dropped = {control.drops for control in checks.controls} if checks else set()
        dropped |= set(row.lean.controls) if row.lean else set()
        missing += [
            f"a control for `{hypothesis.id}`"
            for hypothesis in row.hypotheses
            if hypothesis.id not in dropped
        ]
        if not counts["computations"]:
            missing.append("a computation")
    return RowCoverage(row.id, counts, proved, tuple(missing))
