"""The second check: every declaration of the compiled library, by the second kernel.

`recheck` splits the library into units (a declaration, or an inductive type with all that is
declared with it), lets `pyharness.lean.kernel` check each, on all processors, and joins the
answers: a declaration is *accepted* when it was, and everything that it rests on was too. No unit
may rest on itself; that is found here, from the edges of the environment.

What is kept
------------
``build/cache`` keeps the answers under the content of all compiled modules and the code of the
kernel, so that nothing is done twice. After an edit a unit is checked again when its module
changed, or when the meaning of something that the check looked at did. Only acceptance is kept.
"""

from __future__ import annotations

import fnmatch
import json
import time
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pyharness.lean.derived import source_digest
from pyharness.lean.kernel.store import Kept, Store
from pyharness.lean.kernel.units import Answer, Unit, units
from pyharness.lean.kernel.workers import Worker, run
from pyharness.problems import Problem, ProblemsError
from pyharness.project import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from pyharness.lean.environment import Environment

__all__ = ["STEPS", "Answer", "Recheck", "recheck"]

#: Steps after which the check of a unit is given up: about half a minute, and some gigabytes of
#: terms. The longest of the library need a few million.
STEPS = 25_000_000

_REFUSED, _OPEN = 1, 2


@dataclass
class Recheck:
    """The result of a second check.

    Parameters
    ----------
    environment
        What was checked.
    answers
        For each declaration that was not accepted by itself, the answer.
    computed
        For each short cut the declarations whose check took it.
    reasons
        For each short cut the declarations that justify it.
    names
        The declarations that were asked for and all that they rest on; None for the whole library.
    checked
        How many units were checked now; the others were known.
    seconds
        How long it took, now.
    slowest
        Seconds and names of the units that took longest, of those checked now.
    """

    environment: Environment
    answers: dict[str, Answer]
    computed: dict[str, list[str]]
    reasons: dict[str, tuple[str, ...]]
    names: frozenset[str] | None = None
    checked: int = 0
    seconds: float = 0.0
    slowest: list[tuple[float, str]] = field(default_factory=list)

    @cached_property
    def _marks(self) -> dict[str, int]:
        """Declarations that are not accepted, or rest on one that is not, with the kind."""
        marked = {
            name: _REFUSED if answer.verdict == "refused" else _OPEN
            for name, answer in self.answers.items()
        }
        while True:
            marks = self.environment.marks(marked)
            more = dict(marks)
            for shortcut, users in self.computed.items():
                mask = 0
                for reason in self.reasons[shortcut]:
                    mask |= marks.get(reason, 0)
                if mask:
                    for user in users:
                        more[user] = more.get(user, 0) | mask
            if more == marks:
                return marks
            marked = more

    def answer(self, name: str) -> Answer:
        """Return what is said of a declaration together with all that it rests on.

        Raises
        ------
        KeyError
            When it was not among those that were checked.
        """
        if name not in self.environment.constants or (
            self.names is not None and name not in self.names
        ):
            raise KeyError(name)
        if name in self.answers:
            return self.answers[name]
        mask = self._marks.get(name, 0)
        if not mask:
            return Answer("accepted")
        verdict = "refused" if mask & _REFUSED else "not checked"
        below = self._below(name)
        cause = min(n for n in below if n in self.answers and self.answers[n].verdict == verdict)
        return Answer(verdict, f"rests on `{cause}`: {self.answers[cause].message}")

    def _below(self, name: str) -> set[str]:
        """Return all that a declaration rests on, by way of short cuts too."""
        below = self.environment.cone(name)
        taken: set[str] = set()
        while True:
            more = {
                shortcut
                for shortcut, users in self.computed.items()
                if shortcut not in taken and not below.isdisjoint(users)
            }
            if not more:
                return below
            taken |= more
            for shortcut in more:
                for reason in self.reasons[shortcut]:
                    below |= self.environment.cone(reason)

    @cached_property
    def counts(self) -> dict[str, int]:
        """The number of declarations with each verdict, all that they rest on included."""
        found = {"accepted": 0, "refused": 0, "not checked": 0}
        for name in self.environment.constants if self.names is None else self.names:
            mask = self._marks.get(name, 0)
            found["refused" if mask & _REFUSED else "not checked" if mask else "accepted"] += 1
        return found

    @property
    def ok(self) -> bool:
        """Whether nothing is refused."""
        return not any(answer.verdict == "refused" for answer in self.answers.values())

    def to_json(self) -> dict[str, Any]:
        """Return the result as a JSON object."""
        return {
            "ok": self.ok,
            "constants": self.counts,
            "units_checked_now": self.checked,
            "seconds": round(self.seconds, 3),
            "answers": {name: answer._asdict() for name, answer in sorted(self.answers.items())},
            "computed": {name: len(users) for name, users in self.computed.items()},
            "slowest": [[round(seconds, 3), name] for seconds, name in self.slowest],
        }


# The whole ----------------------------------------------------------------------------------------


def recheck(
    environment: Environment,
    patterns: Sequence[str] = (),
    *,
    cache: Path | None = None,
    fresh: bool = False,
    jobs: int | None = None,
    steps: int = STEPS,
    progress: Callable[[int, int], None] | None = None,
) -> Recheck:
    """Check declarations with the second kernel, and all that they rest on.

    Parameters
    ----------
    environment
        The compiled library.
    patterns
        Names of declarations, or patterns such as ``Nat.*``; empty for the whole library.
    cache
        The folder of derived data; None to keep nothing.
    fresh
        Whether to check again what was accepted before.
    jobs
        Processes at a time; default: one for each processor.
    steps
        Steps after which the check of a unit is given up.
    progress
        Called with the number of units that are done and the number of all.

    Returns
    -------
    Recheck
        The answers.

    Raises
    ------
    ProblemsError
        When a pattern matches no declaration.
    """
    began = time.perf_counter()
    code = _code()
    wanted = _matching(environment, patterns) if patterns else None
    whole = cache / f"recheck-{environment.key[:32]}-{code}-{steps}.json" if cache else None
    if whole and wanted is None and not fresh:
        known = _read_whole(whole, environment)
        if known is not None:
            known.seconds = time.perf_counter() - began
            return known
    worker = Worker(environment)
    reasons = worker.shortcuts.reasons
    names = None if wanted is None else _scope(environment, wanted, reasons.values())
    all_units, answers = units(environment)
    if names is not None:
        all_units = [unit for unit in all_units if not names.isdisjoint(unit)]
        answers = {name: answer for name, answer in answers.items() if name in names}
    store = Store(environment, cache / "recheck" if cache else None, code)
    earlier = store.read()
    accepted: dict[str, Kept] = {}
    todo: list[Unit] = []
    for unit in all_units:
        kept = None if fresh else earlier.get(unit[0])
        if kept and set(kept.computed) <= worker.shortcuts.allowed(unit):
            accepted[unit[0]] = kept
        else:
            todo.append(unit)
    slowest: list[tuple[float, str]] = []
    for unit, result in run(
        environment,
        worker,
        todo,
        cache=cache,
        jobs=jobs,
        steps=steps,
        progress=progress,
        total=len(all_units),
    ):
        slowest.append((result.seconds, unit[0]))
        if result.verdict == "accepted":
            accepted[unit[0]] = Kept(result.seen, result.opened, result.computed)
        else:
            for name in unit:
                answers.setdefault(name, Answer(result.verdict, result.message))
    computed: dict[str, list[str]] = {}
    for first, kept in accepted.items():
        for shortcut in kept.computed:
            computed.setdefault(shortcut, []).append(first)
    report = Recheck(environment, answers, computed, reasons, names, len(todo))
    report.slowest = sorted(slowest, reverse=True)[:10]
    if todo:
        good = {first: kept for first, kept in accepted.items() if first not in report._marks}
        if names is not None:
            # Units beyond what was asked for still hold.
            good |= {first: kept for first, kept in earlier.items() if first not in names}
        store.write(good, {environment.constants[unit[0]].module for unit in todo})
    if whole and wanted is None:
        for old in whole.parent.glob("recheck-*.json"):
            old.unlink(missing_ok=True)
        value = {"answers": answers, "computed": computed, "reasons": reasons}
        write_whole(whole, json.dumps(value, ensure_ascii=False))
    report.seconds = time.perf_counter() - began
    return report


def _scope(
    environment: Environment, wanted: Sequence[str], reasons: Iterable[Sequence[str]]
) -> frozenset[str]:
    """Return all that declarations rest on, with all that justifies short cuts."""
    below: set[str] = set()
    for name in [*wanted, *(reason for group in reasons for reason in group)]:
        if name not in below:
            below |= environment.cone(name)
    return frozenset(below & environment.constants.keys())


def _code() -> str:
    """Hash the code that the answers depend on."""
    kernel = (
        "levels",
        "terms",
        "library",
        "numbers",
        "reduction",
        "equality",
        "inference",
        "inductive",
        "nested",
        "declarations",
        "units",
        "store",
        "workers",
    )
    return source_digest(
        "recheck",
        "reserved",
        "audit",
        "expression",
        "olean",
        "declarations",
        "derived",
        "environment",
        "sections",
        *(f"kernel/{name}" for name in kernel),
    )


def _read_whole(path: Path, environment: Environment) -> Recheck | None:
    """Read what is known of the whole library."""
    try:
        value = json.loads(path.read_bytes())
        return Recheck(
            environment,
            {name: Answer(*answer) for name, answer in value["answers"].items()},
            value["computed"],
            {name: tuple(reasons) for name, reasons in value["reasons"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _matching(environment: Environment, patterns: Sequence[str]) -> list[str]:
    """Return the declarations that patterns name."""
    found: dict[str, None] = {}
    problems = []
    for pattern in patterns:
        if pattern in environment.constants:
            found[pattern] = None
            continue
        names = fnmatch.filter(environment.constants, pattern)
        if not names:
            problems.append(
                Problem(pattern, 0, 0, "no declaration has this name", "", "see `pyharness graph`")
            )
        found.update(dict.fromkeys(names))
    if problems:
        raise ProblemsError(*problems)
    return list(found)
