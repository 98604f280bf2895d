"""What Lean said: its messages, how they are shown, and whether a run went well."""

from __future__ import annotations

import json
import re
import signal
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from pyharness.lean.build import ModuleResult
    from pyharness.lean.toolchain import LeanRun

__all__ = ["Message", "judge", "shown_message"]

_ECHO = re.compile(r"internal exception #\d+")
_PANIC = re.compile(r"^(?:INTERNAL )?PANIC\b.*", re.MULTILINE)


@dataclass(frozen=True)
class Message:
    """Something that Lean, or the build, has to say about a place in a source.

    Parameters
    ----------
    severity
        ``error``, ``warning`` or ``information``.
    text
        What is said, possibly in several lines.
    line
        1-based line, 0 when the message concerns the whole file.
    column
        1-based column in characters, 0 when unknown.
    end_line, end_column
        Where the place ends (the column after it), 0 when unknown.
    """

    severity: str
    text: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def to_json(self) -> dict[str, str | int]:
        """Return the fields as a JSON object."""
        return {
            "severity": self.severity,
            "text": self.text,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
        }


def shown_message(result: ModuleResult, message: Message, source: str | None) -> str:
    """Show a message as ``file:line:column`` with the source line and a mark below the place.

    Parameters
    ----------
    result
        The module that it concerns.
    message
        The message.
    source
        The module's source; ``None`` when it cannot be read.

    Returns
    -------
    str
        Several lines, without a newline at the end.
    """
    place = result.file
    if message.line:
        place += f":{message.line}"
        if message.column:
            place += f":{message.column}"
    shown = [f"{place}: {message.severity}: {message.text.rstrip()}"]
    lines = source.split("\n") if source is not None else []
    if 0 < message.line <= len(lines):
        line = lines[message.line - 1].rstrip("\r").expandtabs(1)
        number = f"{message.line:5} | "
        shown.append(f"{number}{line}")
        if message.column:
            start = message.column - 1
            same = message.end_line == message.line and message.end_column > message.column
            end = message.end_column - 1 if same else start + 1
            before = " " * _width(line[:start])
            shown.append(f"{' ' * 5} | {before}{'^' * max(1, _width(line[start:end]))}")
    return "\n".join(shown)


def _width(text: str) -> int:
    """Return the number of terminal columns that a text takes."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def judge(run: LeanRun, olean: Path, ilean: Path, timeout: float) -> tuple[list[Message], str]:
    """Read Lean's answer.

    Returns
    -------
    tuple
        The messages, and why the module failed: empty when it did not.
    """
    messages, rest = _messages(run)
    if run.timed_out:
        text = (
            f"no end after {timeout:g} s, stopped\n"
            "    to do: make the proofs smaller, split the module, or allow more with --timeout"
        )
        return [*messages, Message("error", text)], f"no end after {timeout:g} s"
    panic = _PANIC.search("\n".join((*(message.text for message in messages), *rest)))
    if panic:
        where = next((m for m in messages if _PANIC.search(m.text)), Message("error", ""))
        kept = [message for message in messages if not _PANIC.search(message.text)]
        text = (
            f"Lean's own code failed: {panic[0]}\n"
            "    (Lean may call this a success; what it wrote is not used)"
        )
        return [*kept, replace(where, severity="error", text=text)], "Lean's own code failed"
    if any(message.severity == "error" for message in messages):
        # After an error Lean may add an "internal exception" that only echoes it.
        told = [message for message in messages if not _ECHO.fullmatch(message.text)]
        if any(message.severity == "error" for message in told):
            messages = told
        count = sum(message.severity == "error" for message in messages)
        return messages, f"{count} error{'s' if count > 1 else ''}"
    said = "".join(f"\n    {line}" for line in rest[-12:])
    number = -run.returncode if run.returncode < 0 else run.returncode - 128
    if number > 0:
        try:
            name = signal.Signals(number).name
        except ValueError:
            name = f"signal {number}"
        why = {
            "SIGKILL": "by the system, perhaps for want of memory, or by hand",
            "SIGABRT": "by itself: a binding to a symbol that the compiler does not have does this",
            "SIGSEGV": "for bad memory access: a program bound with a wrong type, or a deep"
            " recursion, does this",
        }.get(name, "from outside")
        text = f"Lean was ended ({name}) {why}{said}"
        return [*messages, Message("error", text)], f"Lean was ended ({name})"
    if run.returncode != 0:
        text = f"Lean ended with exit code {run.returncode} and no error message{said}"
        return [*messages, Message("error", text)], f"Lean's exit code {run.returncode}"
    if not is_olean(olean) or not ilean.is_file() or not ilean.stat().st_size:
        text = f"Lean reported success and wrote no whole output{said}"
        return [*messages, Message("error", text)], "no output"
    if rest:
        messages.append(Message("warning", f"unexpected output:{said}"))
    return messages, ""


def is_olean(path: Path) -> bool:
    """Tell whether a file has the header that the expected Lean writes."""
    from pyharness.lean.toolchain import GITHASH

    try:
        with path.open("rb") as file:
            head = file.read(96)
    except OSError:
        return False
    return head.startswith(b"olean") and GITHASH.encode() in head


def _messages(run: LeanRun) -> tuple[list[Message], list[str]]:
    """Split what Lean wrote into its messages and lines that are none."""
    messages: list[Message] = []
    rest: list[str] = []
    for line in run.stdout.splitlines():
        try:
            messages.append(_message(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError):
            if line.strip():
                rest.append(line)
    rest += [line for line in run.stderr.splitlines() if line.strip()]
    return messages, rest


def _message(value: dict[str, Any]) -> Message:
    """Read one line of ``lean --json``: lines from 1, columns from 0."""
    end = value.get("endPos") or {"line": 0, "column": -1}
    severity, kind = str(value["severity"]), str(value.get("kind", ""))
    if kind == "hasSorry":  # also when a macro hides the word
        severity = "error"
    return Message(
        severity,
        str(value["data"]),
        int(value["pos"]["line"]),
        int(value["pos"]["column"]) + 1,
        int(end["line"]),
        int(end["column"]) + 1,
    )
