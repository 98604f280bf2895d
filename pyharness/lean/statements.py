"""Statements as Lean itself shows them: with binder names and notation.

Lean is asked once for all names (``#check`` for theorems, ``#print`` for definitions) and the
answers are kept until the library changes. They are for reading only; nothing is decided by them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pyharness.project import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyharness.lean.environment import Environment
    from pyharness.lean.toolchain import Toolchain
    from pyharness.project import Project

__all__ = ["statements"]

#: Seconds after which Lean is given up; what it did not show is shown without notation.
TIMEOUT = 60.0

#: Part of the cache key: to be raised when the form of the answers changes.
FORMAT = 1

_OPTIONS = ("set_option pp.fieldNotation false", "set_option format.width 92")


def statements(
    project: Project,
    environment: Environment,
    names: Iterable[str],
    toolchain: Toolchain | None = None,
) -> dict[str, str]:
    """Return the statements of declarations as Lean shows them.

    Parameters
    ----------
    project
        A project whose library is built.
    environment
        The library; names that it does not have are left out.
    names
        Declarations.
    toolchain
        The Lean to ask; default: found when something has to be asked.

    Returns
    -------
    dict
        For each name its statement, or its definition.
    """
    wanted = [name for name in dict.fromkeys(names) if name in environment.constants]
    path = project.cache / "statements.json"
    key = f"{FORMAT}:{environment.key}"
    kept: dict[str, str] = {}
    try:
        value = json.loads(path.read_bytes())
        if value["key"] == key:
            kept = {str(name): str(text) for name, text in value["texts"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    missing = [name for name in wanted if name not in kept]
    if missing:
        shown = _ask(project, environment, missing, toolchain)
        kept.update(shown)
        if shown:
            write_whole(path, json.dumps({"key": key, "texts": kept}, ensure_ascii=False))
    return {name: kept[name] for name in wanted if name in kept}


def _ask(
    project: Project, environment: Environment, names: list[str], toolchain: Toolchain | None
) -> dict[str, str]:
    """Run Lean once over a ``#check`` or ``#print`` of each name."""
    from pyharness.lean.toolchain import find_toolchain, run_lean

    modules = sorted({environment.constants[name].module for name in names})
    lines = ["prelude", *(f"import {module}" for module in modules), *_OPTIONS]
    at: dict[int, str] = {}
    for name in names:
        command = "#check" if environment.constants[name].kind == "theorem" else "#print"
        lines.append(f"{command} {name}")
        at[len(lines)] = name
    run = run_lean(
        toolchain or find_toolchain(),
        ["--json", "--stdin", "-j1"],
        cwd=project.root,
        lean_path=[project.lean_build],
        stdin="\n".join(lines) + "\n",
        timeout=TIMEOUT,
    )
    texts: dict[str, str] = {}
    for line in run.stdout.splitlines():
        try:
            message = json.loads(line)
            name = at[message["pos"]["line"]]
            if message["severity"] == "information":
                texts.setdefault(name, message["data"].strip())
        except (ValueError, KeyError, TypeError):
            continue
    return texts
