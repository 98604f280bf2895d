"""Lets Lean's kernel compute the formal definitions, and compares the values with Python's.

All computations of a run go into one generated file, a theorem for each that says what the value
of an expression is, proved by ``decide +kernel``: the kernel evaluates the expression. A theorem
counts only when Lean names it and its axioms afterwards, so a file that was not read to its end,
or not at all, proves nothing. The file begins with an equation that is false: a run that accepts it
is thrown away.
"""

from __future__ import annotations

import json
import time
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pyharness.checks.model import CheckResult, Computation, Verdict, exact, shown
from pyharness.registry import Check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyharness.project import Project
    from pyharness.registry import Row

__all__ = ["compute", "equation"]

#: Seconds after which the run is given up.
TIMEOUT = 120.0


def equation(expression: str, type_: str, value: Any) -> str:
    """Write the Lean proposition that an expression has an exact value.

    A rational number is compared by numerator and denominator, so nothing is taken for granted
    about division in Lean.

    Parameters
    ----------
    expression
        A Lean expression.
    type_
        Its Lean type: ``Bool``, ``Nat``, ``Int`` or ``Rat``.
    value
        The value: a truth value, an integer or a fraction.

    Returns
    -------
    str
        The proposition.

    Raises
    ------
    TypeError
        When the type has no such value.

    Examples
    --------
    >>> equation("f 3", "Rat", Fraction(-2, 5))
    '((f 3) : Rat).num = (-2 : Int) ∧ ((f 3) : Rat).den = (5 : Nat)'
    """
    number = exact(value)
    if isinstance(number, bool) == (type_ == "Bool"):
        match type_, number:
            case "Bool", _:
                return f"(({expression}) : Bool) = {shown(number)}"
            case "Rat", int() | Fraction():
                top, bottom = Fraction(number).as_integer_ratio()
                term = f"(({expression}) : Rat)"
                return f"{term}.num = ({top} : Int) ∧ {term}.den = ({bottom} : Nat)"
            case ("Int", int()):
                return f"(({expression}) : Int) = ({number} : Int)"
            case ("Nat", int()) if number >= 0:
                return f"(({expression}) : Nat) = ({number} : Nat)"
    raise TypeError(f"{shown(number)} is not a value of the Lean type {type_}")


def compute(project: Project, items: Sequence[tuple[Row, Computation]]) -> Iterator[CheckResult]:
    """Let Lean decide whether its values equal Python's.

    Parameters
    ----------
    project
        A project whose library is built.
    items
        The computations, each with its row.

    Yields
    ------
    CheckResult
        One for each computation, in order. When Lean cannot be run on the file at all, they are
        not checked; when Lean refuses one equation, that one fails.
    """
    if not items:
        return
    from pyharness.lean.manifest import read_manifest
    from pyharness.lean.toolchain import find_toolchain, run_lean

    entries = read_manifest(project).modules
    theorems: list[tuple[Row, Computation, str, str]] = []
    for row, item in items:
        absent = [module for module in item.modules if module not in entries]
        if absent:
            message = f"the module {absent[0]} is not built"
            yield _result(row, item, Verdict.NOT_CHECKED, message)
            continue
        try:
            value = exact(item.value())
            statement = equation(item.lean, item.type, value)
        except Exception as error:
            message = f"the check raised {type(error).__name__}: {error}"
            yield _result(row, item, Verdict.FAIL, message)
            continue
        theorems.append((row, item, shown(value), statement))
    if not theorems:
        return

    modules = sorted({module for _, item, _, _ in theorems for module in item.modules})
    lines = ["prelude", *(f"import {module}" for module in modules)]
    sentinel = len(lines) + 1
    lines.append("theorem «false equation» : (0 : Nat) = 1 := by decide +kernel")
    places: list[tuple[int, int]] = []
    for index, (_, _, _, statement) in enumerate(theorems):
        # One line each, so that a message's line tells which theorem it is about.
        flat = " ".join(statement.split())
        lines.append(f"theorem «computation {index}» : {flat} := by decide +kernel")
        lines.append(f"#print axioms «computation {index}»")
        places.append((len(lines) - 1, len(lines)))

    began = time.perf_counter()
    run = run_lean(
        find_toolchain(),
        ["--json", "--stdin", "-j1"],
        cwd=project.root,
        lean_path=[project.lean_build],
        stdin="\n".join(lines) + "\n",
        timeout=TIMEOUT,
    )
    seconds = (time.perf_counter() - began) / len(theorems)
    errors, notes = _messages(run.stdout)
    unusable = ""
    if run.timed_out or run.panicked or run.returncode not in (0, 1):
        unusable = run.failure()
    elif sentinel not in errors:
        unusable = "Lean did not refuse a false equation: " + (
            next(iter(errors.values()), "") or run.stderr.strip()[:300] or "no message"
        )
    for (row, item, value, _), (theorem, axioms) in zip(theorems, places, strict=True):
        if unusable:
            yield _result(row, item, Verdict.NOT_CHECKED, unusable, seconds)
        elif theorem in errors:
            message = f"Lean does not find {item.lean} = {value}: {errors[theorem]}"
            yield _result(row, item, Verdict.FAIL, message, seconds)
        elif not _sound(notes.get(axioms, ""), errors.get(axioms, "")):
            said = notes.get(axioms) or errors.get(axioms) or "nothing"
            message = f"Lean does not confirm {item.lean} = {value}; it says: {said}"
            yield _result(row, item, Verdict.FAIL, message, seconds)
        else:
            yield _result(row, item, Verdict.PASS, f"{item.lean} = {value}", seconds)


def _result(
    row: Row, item: Computation, verdict: Verdict, message: str, seconds: float = 0.0
) -> CheckResult:
    from pyharness.checks.engine import where
    from pyharness.lean.toolchain import VERSION

    file, line = where(item.value)
    return CheckResult(
        row=row.id,
        sort=Check.COMPUTATIONS,
        name=item.name,
        verdict=verdict,
        message=message,
        file=file,
        line=line,
        seconds=seconds,
        tool=f"Lean {VERSION}",
    )


def _messages(output: str) -> tuple[dict[int, str], dict[int, str]]:
    """Sort Lean's messages by line: errors (the first of each line) and other messages."""
    errors: dict[int, str] = {}
    notes: dict[int, str] = {}
    for text in output.splitlines():
        try:
            value = json.loads(text)
            line, said = value["pos"]["line"], value["data"].strip()
            into = errors if value["severity"] == "error" else notes
        except (ValueError, KeyError, TypeError):
            continue
        into.setdefault(line, " ".join(said.split())[:400])
    return errors, notes


def _sound(note: str, error: str) -> bool:
    """Tell from the answer to ``#print axioms`` whether only allowed axioms were used."""
    from pyharness.lean.audit import FOUNDATION

    if error or not note:
        return False
    if note.endswith("does not depend on any axioms"):
        return True
    _, found, axioms = note.partition("depends on axioms:")
    return bool(found) and {a.strip() for a in axioms.strip(" []").split(",")} <= set(FOUNDATION)
