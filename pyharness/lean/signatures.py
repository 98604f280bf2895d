"""Statements for humans: declarations as Lean prints them.

Lean is asked once for many declarations (``#check name``), and what it said is kept in the cache
until some compiled module changes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pyharness.lean.derived import source_digest
from pyharness.lean.environment import LibraryError, load_environment
from pyharness.problems import Problem
from pyharness.project import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyharness.lean.environment import Environment
    from pyharness.lean.toolchain import Toolchain
    from pyharness.project import Project

__all__ = ["signatures"]

#: Seconds for one run of Lean.
_TIMEOUT = 120.0


def signatures(
    project: Project,
    toolchain: Toolchain,
    names: Iterable[str],
    environment: Environment | None = None,
) -> dict[str, str]:
    """Return declarations as Lean prints them: name, variables and statement.

    Parameters
    ----------
    project
        A project with a built library.
    toolchain
        The compiler.
    names
        Names of declarations of the library. Names that no one can write, those of private
        declarations and those that Lean made up, are left out.
    environment
        The compiled library, if it is loaded already.

    Returns
    -------
    dict of str to str
        Such as ``"Nat.add_comm (n m : Nat) : n + m = m + n"`` for ``"Nat.add_comm"``.

    Raises
    ------
    LibraryError
        When a name does not exist, or Lean does not answer.
    """
    environment = environment or load_environment(project)
    wanted = list(dict.fromkeys(names))
    missing = [name for name in wanted if name not in environment.constants]
    if missing:
        raise LibraryError(
            *(Problem("", 0, 0, f"the library has no declaration `{name}`") for name in missing)
        )
    path = project.cache / f"signatures-{environment.key[:32]}-{source_digest('signatures')}.json"
    try:
        known: dict[str, str] = json.loads(path.read_bytes())
    except (OSError, ValueError):
        known = {}
    new = [name for name in wanted if name not in known and _is_writable(name)]
    if new:
        known |= _ask(project, toolchain, new, environment)
        for old in project.cache.glob("signatures-*.json"):
            if old != path:
                old.unlink(missing_ok=True)
        write_whole(path, json.dumps(known, ensure_ascii=False))
    return {name: known[name] for name in wanted if known.get(name)}


def _is_writable(name: str) -> bool:
    """Whether a name can be written in a source file."""
    return not name.startswith("_private.") and not any(part.isdigit() for part in name.split("."))


def _ask(
    project: Project, toolchain: Toolchain, names: list[str], environment: Environment
) -> dict[str, str]:
    """Ask Lean for signatures; ``""`` for a name that Lean does not accept."""
    from pyharness.lean.toolchain import run_lean

    header = ["prelude", *(f"import {module}" for module in environment.modules)]
    questions = [f"#check {name}" for name in names]
    run = run_lean(
        toolchain,
        ["--json", "--stdin"],
        cwd=project.root,
        lean_path=[project.lean_build],
        stdin="\n".join([*header, *questions]) + "\n",
        timeout=_TIMEOUT,
    )
    answers = dict.fromkeys(names, "")
    refusals = []
    for line in run.stdout.splitlines():
        if not line.startswith("{"):
            continue
        message = json.loads(line)
        place = message["pos"]["line"] - 1 - len(header)
        if message["severity"] == "information" and 0 <= place < len(names):
            answers[names[place]] = message["data"].strip()
        elif message["severity"] == "error":
            refusals.append(message["data"])
    if not any(answers.values()) and (refusals or run.returncode):
        said = (refusals or [run.stderr.strip() or "nothing"])[0]
        raise LibraryError(
            Problem(project.name_of(project.lean_build), 0, 0, f"Lean prints no signatures: {said}")
        )
    return answers
