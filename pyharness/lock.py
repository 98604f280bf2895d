"""The lock: what the formal statements said when somebody read and accepted them.

``theorems.lock.json`` has, for every declaration that a row names, the hash of its statement
together with every definition it mentions, and the text that was read. A later change of the
statement, or of a definition far below it, shows as a difference that names what changed. Nothing
is locked by a build: only ``pyharness lock --accept`` writes the file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pyharness.problems import Problem, ProblemsError
from pyharness.project import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyharness.lean.environment import Environment
    from pyharness.project import Project

__all__ = ["Locked", "StatementLock", "difference", "read_lock", "relock", "write_lock"]

#: Written into the file; a file with another number is refused.
FORMAT = 1


@dataclass(frozen=True)
class Locked:
    """One locked declaration.

    Parameters
    ----------
    fingerprint
        Hash of the statement and of everything it mentions.
    statement
        Hash of the statement alone.
    text
        The statement as Lean shows it, for the reader of the file.
    """

    fingerprint: str
    statement: str
    text: str


@dataclass(frozen=True)
class StatementLock:
    """The content of the lock file.

    Parameters
    ----------
    statements
        The locked declarations by name.
    definitions
        The hash of every definition that a locked statement mentions.
    """

    statements: Mapping[str, Locked] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)


def read_lock(project: Project) -> StatementLock:
    """Read the lock; an absent file is an empty lock.

    Raises
    ------
    ProblemsError
        When the file is there and is not a lock.
    """
    if not project.lock.is_file():
        return StatementLock()
    name = project.name_of(project.lock)
    try:
        value = json.loads(project.lock.read_bytes())
        if value["format"] != FORMAT:
            raise ValueError(f"format {value['format']!r}")
        statements = {
            str(key): Locked(item["fingerprint"], item["statement"], item["text"])
            for key, item in value["statements"].items()
        }
        return StatementLock(statements, {str(k): str(v) for k, v in value["definitions"].items()})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        raise ProblemsError(
            Problem(
                name,
                line,
                0,
                f"this is not a lock file: {error}",
                f"JSON with format {FORMAT}, as `pyharness lock --accept` writes it",
                "restore the file from version control, or remove it and lock again",
            )
        ) from error


def write_lock(project: Project, lock: StatementLock) -> None:
    """Write the lock, sorted, so that a change shows as few lines."""
    value: dict[str, Any] = {
        "format": FORMAT,
        "statements": {
            name: {"fingerprint": item.fingerprint, "statement": item.statement, "text": item.text}
            for name, item in sorted(lock.statements.items())
        },
        "definitions": dict(sorted(lock.definitions.items())),
    }
    write_whole(project.lock, json.dumps(value, indent=1, ensure_ascii=False) + "\n")


def difference(lock: StatementLock, environment: Environment, name: str) -> list[str] | None:
    """Say how a declaration differs from what was locked.

    Parameters
    ----------
    lock
        The lock.
    environment
        The library as it is now.
    name
        A declaration of the environment.

    Returns
    -------
    list of str or None
        One sentence for each change; empty when nothing changed; ``None`` when the declaration is
        not locked.
    """
    locked = lock.statements.get(name)
    if locked is None:
        return None
    if environment.fingerprint_hash(name) == locked.fingerprint:
        return []
    now = environment.fingerprint(name)
    changes = []
    if now.statement != locked.statement:
        changes.append(f"the statement of `{name}` changed")
    for definition, value in now.mentions.items():
        before = lock.definitions.get(definition)
        if before is None:
            changes.append(f"it now mentions `{definition}`")
        elif before != value:
            changes.append(f"the definition of `{definition}` changed")
    return changes or [f"the definition of `{name}` changed"]


def relock(
    lock: StatementLock,
    environment: Environment,
    names: Iterable[str],
    kept: Iterable[str],
    texts: Mapping[str, str],
) -> tuple[StatementLock, list[str]]:
    """Lock declarations as they are now.

    A definition has one locked hash, shared by all statements that mention it. So a changed
    definition can only be accepted for all of them together.

    Parameters
    ----------
    lock
        The lock so far.
    environment
        The library as it is now.
    names
        The declarations to lock.
    kept
        Further declarations whose entries stay as they are; all others are dropped.
    texts
        The statements as Lean shows them.

    Returns
    -------
    StatementLock, list of str
        The new lock, and those of ``kept`` that were locked with another version of a definition
        that is accepted here: they have to be locked as well.
    """
    names = list(dict.fromkeys(names))
    kept = [name for name in dict.fromkeys(kept) if name in lock.statements and name not in names]
    statements: dict[str, Locked] = {name: lock.statements[name] for name in kept}
    definitions: dict[str, str] = {}
    for name in names:
        now = environment.fingerprint(name)
        statements[name] = Locked(now.hash, now.statement, texts.get(name, ""))
        definitions.update(now.mentions)
    conflicts = []
    for name in kept:
        if name not in environment.constants:
            continue
        for mentioned in environment.fingerprint(name).mentions:
            before = lock.definitions.get(mentioned)
            if before is None:
                continue
            if definitions.setdefault(mentioned, before) != before:
                conflicts.append(name)
                break
    return StatementLock(statements, definitions), conflicts
