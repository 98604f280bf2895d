"""Errors that a user can act on: where, what was expected, what to do.

A stage collects every problem it finds in a `Problems` list and raises them together, so that one
run shows all that is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Problem", "Problems", "ProblemsError"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, with its place and its remedy.

    Parameters
    ----------
    file
        The file as the user would name it (relative to the project where possible), or ``""``.
    line
        1-based line, 0 when the problem concerns the whole file.
    column
        1-based column, 0 when unknown.
    message
        What was found.
    expected
        What was expected instead; may be empty.
    remedy
        What to do; may be empty.
    """

    file: str
    line: int
    column: int
    message: str
    expected: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        text = f"{place}: {self.message}" if place else self.message
        if self.expected:
            text += f"\n    expected: {self.expected}"
        if self.remedy:
            text += f"\n    to do: {self.remedy}"
        return text

    def to_json(self) -> dict[str, str | int]:
        """Return the fields as a JSON object."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "message": self.message,
            "expected": self.expected,
            "remedy": self.remedy,
        }


class ProblemsError(Exception):
    """Raised with every problem that a stage found.

    Parameters
    ----------
    problems
        At least one problem, in the order in which they are to be shown.
    """

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("a ProblemsError needs at least one problem")
        self.problems: tuple[Problem, ...] = problems
        super().__init__("\n".join(str(p) for p in problems))


@dataclass
class Problems:
    """Collects problems; `raise_if_any` ends the stage with all of them, sorted by place."""

    found: list[Problem] = field(default_factory=list)

    def add(
        self,
        message: str,
        *,
        file: str = "",
        line: int = 0,
        column: int = 0,
        expected: str = "",
        remedy: str = "",
    ) -> None:
        """Note one problem; see `Problem` for the fields."""
        self.found.append(Problem(file, line, column, message, expected, remedy))

    def extend(self, other: Problems | ProblemsError) -> None:
        """Take over all problems of another collection."""
        self.found.extend(other.problems if isinstance(other, ProblemsError) else other.found)

    def raise_if_any(self) -> None:
        """Raise `ProblemsError` when something was found."""
        if self.found:
            raise ProblemsError(*sorted(self.found))

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)
