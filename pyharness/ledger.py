"""The ledger: for every row and question an answer, with what it rests on.

An answer is *pass*, *fail* or *not checked*. Lean and the checks decide; this module only collects
what they found. Three rules keep the collection honest:

- what was not checked never counts as a pass;
- a row that claims a question which stays open fails, whatever the reason: a module that was not
  built, a check that disappeared, a declaration that was renamed;
- the ledger is made from the results of one run and never from an older ledger, and a run in
  which nothing was confirmed does not hold.
"""

from __future__ import annotations

import functools
import hashlib
import json
import platform
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pyharness import __version__
from pyharness.checks.model import CheckResult, Verdict
from pyharness.lock import StatementLock, difference
from pyharness.problems import Problem, ProblemsError
from pyharness.project import write_whole
from pyharness.registry import Check, Kind, Question, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pyharness.lean.audit import AuditReport
    from pyharness.lean.build import BuildReport
    from pyharness.lean.environment import Constant, Environment
    from pyharness.lean.recheck import Recheck
    from pyharness.project import Project
    from pyharness.registry import Registry, Row

__all__ = [
    "Answer",
    "Evidence",
    "Findings",
    "Ledger",
    "Record",
    "Stage",
    "changed_sources",
    "make_ledger",
    "read_ledger",
    "row_tightness",
    "source_hashes",
    "write_ledger",
]

#: Written into the file; a file with another number is refused.
FORMAT = 2


@dataclass(frozen=True)
class Evidence:
    """One fact that an answer rests on.

    Parameters
    ----------
    what
        The fact in one sentence.
    file, line
        Where it can be seen in the sources.
    tool
        What established it, with its version.
    seconds
        Time it took, where it was measured.
    data
        Further facts for machines: axioms, hashes, parameters.
    """

    what: str
    file: str = ""
    line: int = 0
    tool: str = ""
    seconds: float | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the fields that are set, as a JSON object."""
        value: dict[str, Any] = {"what": self.what}
        if self.file:
            value |= {"file": self.file, "line": self.line}
        if self.tool:
            value["tool"] = self.tool
        if self.seconds is not None:
            value["seconds"] = round(self.seconds, 4)
        if self.data:
            value["data"] = dict(self.data)
        return value


@dataclass(frozen=True)
class Answer:
    """The answer to one question about one row.

    Parameters
    ----------
    question
        The question.
    verdict
        Pass, fail or not checked.
    claimed
        Whether the row claims it.
    message
        The reason, in one sentence.
    evidence
        What the verdict rests on.
    """

    question: Question
    verdict: Verdict
    claimed: bool
    message: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the answer is in order: nothing failed, and what is claimed is confirmed."""
        return self.verdict is Verdict.PASS or (
            self.verdict is Verdict.NOT_CHECKED and not self.claimed
        )

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return {
            "verdict": self.verdict.value,
            "claimed": self.claimed,
            "holds": self.holds,
            "message": self.message,
            "evidence": [item.to_json() for item in self.evidence],
        }


@dataclass(frozen=True)
class Record:
    """All answers about one row.

    Parameters
    ----------
    row
        The row's id.
    answers
        One for each question, in the order of the questions.
    tightness
        How close the sides of its inequalities are, from `row_tightness`.
    """

    row: str
    answers: tuple[Answer, ...]
    tightness: Mapping[str, Any] | None = None

    @property
    def verdict(self) -> Verdict:
        """The row as a whole: fail when an answer does not hold, pass when a claim is confirmed."""
        if not all(answer.holds for answer in self.answers):
            return Verdict.FAIL
        if any(answer.claimed for answer in self.answers):
            return Verdict.PASS
        return Verdict.NOT_CHECKED

    def to_json(self) -> dict[str, Any]:
        """Return the record as a JSON object."""
        return {
            "verdict": self.verdict.value,
            "questions": {answer.question.value: answer.to_json() for answer in self.answers},
            "tightness": None if self.tightness is None else dict(self.tightness),
        }


@dataclass(frozen=True)
class Stage:
    """One stage of the run.

    Parameters
    ----------
    name
        Such as ``build``.
    ok
        Whether it holds.
    summary
        What it found, in one line.
    seconds
        How long it took.
    """

    name: str
    ok: bool
    summary: str
    seconds: float

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return {**vars(self), "seconds": round(self.seconds, 3)}


@dataclass(frozen=True)
class Ledger:
    """The verdicts of one run.

    Parameters
    ----------
    records
        One for each row, in registry order.
    stages
        The stages that came before.
    sources
        The hash of each file that the verdicts depend on.
    created
        When the run ended, in UTC.
    """

    records: Mapping[str, Record]
    stages: tuple[Stage, ...]
    sources: Mapping[str, str]
    created: str = ""

    @property
    def confirmed(self) -> int:
        """How many claims were confirmed."""
        return sum(
            answer.claimed and answer.verdict is Verdict.PASS
            for record in self.records.values()
            for answer in record.answers
        )

    @property
    def holds(self) -> bool:
        """Whether every stage and every row is in order, and at least one claim was confirmed."""
        return (
            bool(self.stages)
            and all(stage.ok for stage in self.stages)
            and all(record.verdict is not Verdict.FAIL for record in self.records.values())
            and self.confirmed > 0
        )

    def count(self, question: Question, verdict: Verdict) -> int:
        """Count the rows with this answer."""
        return sum(
            answer.verdict is verdict
            for record in self.records.values()
            for answer in record.answers
            if answer.question is question
        )

    @cached_property
    def json(self) -> dict[str, Any]:
        """The ledger as a JSON object."""
        from pyharness.lean.toolchain import GITHASH, VERSION

        rows = [record.verdict for record in self.records.values()]
        return {
            "format": FORMAT,
            "created": self.created,
            "holds": self.holds,
            "confirmed": self.confirmed,
            "tools": {
                "pyharness": __version__,
                "python": platform.python_version(),
                "lean": VERSION,
                "lean_githash": GITHASH,
            },
            "totals": {
                "rows": {verdict.value: rows.count(verdict) for verdict in Verdict},
                "questions": {
                    question.value: {
                        verdict.value: self.count(question, verdict) for verdict in Verdict
                    }
                    for question in Question
                },
            },
            "stages": [stage.to_json() for stage in self.stages],
            "rows": {row: record.to_json() for row, record in self.records.items()},
            "sources": dict(self.sources),
        }


@dataclass(frozen=True)
class Findings:
    """What the stages of a run found; the only thing that a ledger is made from.

    Parameters
    ----------
    build
        The build of the library; None when it did not take place.
    environment
        The compiled library; None when it could not be read.
    audit
        The audit of the environment; None when it did not take place.
    recheck
        What the second kernel says of the environment; None when it was not asked.
    checks
        The numeric checks; None when they were not run.
    lock
        The accepted statements.
    trouble
        For a stage that did not take place (by name), the reason.
    """

    build: BuildReport | None = None
    environment: Environment | None = None
    audit: AuditReport | None = None
    recheck: Recheck | None = None
    checks: Sequence[CheckResult] | None = None
    lock: StatementLock = field(default_factory=StatementLock)
    trouble: Mapping[str, str] = field(default_factory=dict)


# --------------------------------------------------------------------------------------------------
# The answers
# --------------------------------------------------------------------------------------------------


def make_ledger(
    registry: Registry,
    findings: Findings,
    stages: Iterable[Stage] = (),
    sources: Mapping[str, str] | None = None,
) -> Ledger:
    """Answer every question for every row.

    Parameters
    ----------
    registry
        The rows.
    findings
        What the stages found.
    stages
        How the stages went.
    sources
        The hashes of the files that the verdicts depend on, from `source_hashes`.

    Returns
    -------
    Ledger
        The verdicts.
    """
    judge = _Judge(findings)
    results: dict[str, list[CheckResult]] = {}
    for result in findings.checks or ():
        results.setdefault(result.row, []).append(result)
    records = {
        row.id: Record(row.id, judge.answers(row), row_tightness(results.get(row.id, ())))
        for row in registry.rows.values()
    }
    if findings.environment is not None:
        findings.environment.keep_facts()
    created = datetime.now(UTC).isoformat(timespec="seconds")
    return Ledger(records, tuple(stages), dict(sources or {}), created)


def row_tightness(results: Iterable[CheckResult]) -> dict[str, Any] | None:
    """Say how close the two sides of a row's inequalities are.

    Parameters
    ----------
    results
        The results of the row's checks.

    Returns
    -------
    dict or None
        How many checks are inequalities, the names of those in which the sides are equal, and the
        tightest with its numbers, parameters and command; ``None`` when there is no inequality.
    """
    found = [(r, r.tightness) for r in results if r.verdict is Verdict.PASS and r.tightness]
    if not found:
        return None
    best, numbers = max(found, key=lambda pair: _rank(pair[1]))
    at = ", ".join(f"{key} = {value}" for key, value in best.parameters.items())
    return {
        "inequalities": len(found),
        "equalities": [f"{r.sort}/{r.name}" for r, sides in found if sides["slack"] == "0"],
        "tightest": {
            **numbers,
            "check": f"{best.sort}/{best.name}",
            "claim": best.says,
            "at": numbers.get("at") or at,
            "command": best.command,
        },
    }


def _rank(sides: Mapping[str, str | None]) -> tuple[int, Decimal]:
    """Order tightness as `pyharness.checks.model.Tightness.rank` does, from its decimals."""
    slack, ratio = Decimal(sides["slack"] or 0), sides["ratio"]
    if not slack:
        return 2, slack
    return (0, -slack) if ratio is None else (1, Decimal(ratio))


class _Collected:
    """The parts of one answer: evidence, failures and open points."""

    def __init__(self) -> None:
        self.evidence: list[Evidence] = []
        self.failures: list[str] = []
        self.open: list[str] = []

    def answer(self, question: Question, claimed: bool, passed: str) -> Answer:
        """Conclude: a failure outweighs an open point, and that outweighs a pass."""
        if self.failures:
            verdict, message = Verdict.FAIL, "; ".join(self.failures)
        elif self.open:
            verdict, message = Verdict.NOT_CHECKED, "; ".join(self.open)
        elif not self.evidence:
            verdict, message = Verdict.NOT_CHECKED, "there is no evidence"
        else:
            verdict, message = Verdict.PASS, passed
        return Answer(question, verdict, claimed, message, tuple(self.evidence))


class _Judge:
    """Answers questions from the findings of one run."""

    def __init__(self, findings: Findings) -> None:
        from pyharness.lean.audit import FOUNDATION
        from pyharness.lean.toolchain import VERSION

        self._findings = findings
        self._allowed = frozenset(FOUNDATION)
        self._lean = f"Lean {VERSION}"
        self._second_kernel = f"pyharness {__version__}, second kernel"
        self._results: dict[tuple[str, Question], list[CheckResult]] = {}
        for result in findings.checks or ():
            self._results.setdefault((result.row, result.question), []).append(result)
        build = findings.build
        self._built = {module.name: module for module in build.modules} if build else {}

    def answers(self, row: Row) -> tuple[Answer, ...]:
        """Answer all questions about one row."""
        return (
            self._stated(row),
            self._proved(row),
            self._rechecked(row),
            self._witnessed(row),
            self._by_checks(row, Question.CHECKED),
            self._by_checks(row, Question.CONTROLLED),
            self._by_checks(row, Question.COMPUTED),
        )

    # ----- Lean -----------------------------------------------------------------------------------

    def _constant(self, name: str, into: _Collected) -> Constant | None:
        """Find a declaration; note its absence as a failure, an absent library as an open point."""
        environment = self._findings.environment
        if environment is None:
            reason = self._findings.trouble.get("environment", "the library was not read")
            if reason not in into.open:
                into.open.append(reason)
            return None
        if name in environment.constants:
            return environment.constants[name]
        failed = [m.name for m in self._built.values() if m.status in ("failed", "skipped")]
        if failed:
            missing = ", ".join(failed[:3])
            into.failures.append(f"`{name}` is not in what was built; not built: {missing}")
        else:
            last = name.rsplit(".", 1)[-1]
            near = [other for other in environment.constants if other.rsplit(".", 1)[-1] == last]
            guess = did_you_mean(name, near or environment.constants)
            into.failures.append(
                f"there is no declaration `{name}`" + (f"; {guess}" if guess else "")
            )
        return None

    def _fact(self, constant: Constant, what: str, **data: Any) -> Evidence:
        module = self._built.get(constant.module)
        file = module.file if module else ""
        line = constant.range.name_line if constant.range else 0
        return Evidence(what, file, line, self._lean, data=data)

    def _sound(self, constant: Constant, into: _Collected) -> tuple[str, ...]:
        """Check that a declaration is safe, from allowed axioms, and built without error."""
        environment = self._findings.environment
        assert environment is not None
        name = constant.name
        if constant.safety != "safe":
            into.failures.append(f"`{name}` is {constant.safety}")
        axioms = environment.axioms(name)
        if forbidden := sorted(set(axioms) - self._allowed):
            into.failures.append(f"`{name}` rests on {', '.join(forbidden)}, which is not allowed")
        module = self._built.get(constant.module)
        if module is None:
            into.open.append(f"the module {constant.module} was not built in this run")
        elif module.status not in ("built", "fresh"):
            into.failures.append(f"the module {constant.module} was {module.status}")
        return axioms

    def _stated(self, row: Row) -> Answer:
        into = _Collected()
        claimed = Question.STATED in row.claims
        if row.lean is None:
            into.open.append("the row has no formal side")
            return into.answer(Question.STATED, claimed, "")
        unlocked: list[str] = []
        for name in row.lean.named:
            constant = self._constant(name, into)
            if constant is None:
                continue
            if constant.kind == "theorem" and constant.emptiness:
                says = "True" if constant.emptiness == "true" else "one of its hypotheses"
                into.failures.append(f"`{name}` says nothing: its conclusion is {says}")
            if constant.kind != "theorem":
                self._sound(constant, into)
            assert self._findings.environment is not None
            changes = difference(self._findings.lock, self._findings.environment, name)
            if changes is None:
                unlocked.append(name)
            elif changes:
                more = f" and {len(changes) - 3} more changes" if len(changes) > 3 else ""
                into.failures.append(
                    f"`{name}` is not what was locked: {', '.join(changes[:3])}{more};"
                    f" run `pyharness lock {row.id}` to see and accept it"
                )
            else:
                locked = self._findings.lock.statements[name]
                what = f"{constant.kind} `{name}` says what was locked"
                into.evidence.append(self._fact(constant, what, fingerprint=locked.fingerprint))
        if unlocked:
            which = f"`{unlocked[0]}`" if len(unlocked) == 1 else f"{len(unlocked)} declarations"
            verb = "is" if len(unlocked) == 1 else "are"
            into.open.append(f"{which} {verb} not locked: run `pyharness lock {row.id}`")
        number = len(row.lean.named)
        passed = f"{number} declaration{'s' if number > 1 else ''} as locked ({row.lean.fidelity})"
        return into.answer(Question.STATED, claimed, passed)

    def _proved(self, row: Row) -> Answer:
        into = _Collected()
        claimed = Question.PROVED in row.claims
        if row.lean is None:
            into.open.append("the row has no formal side")
            return into.answer(Question.PROVED, claimed, "")
        used: set[str] = set()
        for name in row.lean.declarations:
            constant = self._constant(name, into)
            if constant is None:
                continue
            if constant.kind != "theorem":
                if row.kind is not Kind.DEFINITION and name == row.lean.declaration:
                    into.failures.append(f"`{name}` is a {constant.kind}, not a theorem")
                continue
            rests_on = self._sound(constant, into)
            used.update(rests_on)
            how = f"from {', '.join(rests_on)}" if rests_on else "without any axiom"
            what = f"theorem `{name}`, {how}"
            into.evidence.append(self._fact(constant, what, axioms=list(rests_on)))
        if not into.failures and not into.open and not into.evidence:
            into.open.append("a definition: there is nothing to prove")
        elif into.evidence:
            self._audited(row.lean.declarations, into)
        number = len(into.evidence)
        axioms = ", ".join(sorted(used)) or "none"
        passed = f"{number} theorem{'s' if number > 1 else ''}, axioms: {axioms}"
        return into.answer(Question.PROVED, claimed, passed)

    def _audited(self, names: Sequence[str], into: _Collected) -> None:
        """Require that the audit found nothing in what these declarations rest on."""
        audit, environment = self._findings.audit, self._findings.environment
        if audit is None or environment is None:
            reason = self._findings.trouble.get("audit", "the library was not audited")
            into.open.append(reason)
            return
        if audit.ok:
            return
        cone = {
            used
            for name in names
            if name in environment.constants
            for used in (name, *environment.cone(name))
        }
        for finding in audit.findings:
            # A finding about no known declaration may concern everything.
            if finding.declaration in cone or finding.declaration not in environment.constants:
                into.failures.append(f"audit: {finding.message}")

    def _rechecked(self, row: Row) -> Answer:
        """Require that the second kernel accepted all that the row names, down to the axioms."""
        into = _Collected()
        claimed = Question.RECHECKED in row.claims
        if row.lean is None:
            into.open.append("the row has no formal side")
            return into.answer(Question.RECHECKED, claimed, "")
        report = self._findings.recheck
        if report is None:
            reason = self._findings.trouble.get("recheck", "the second kernel was not asked")
            into.open.append(reason)
            return into.answer(Question.RECHECKED, claimed, "")
        for name in row.lean.named:
            constant = self._constant(name, into)
            if constant is None:
                continue
            answer = report.answer(name)
            if answer.verdict == "refused":
                into.failures.append(f"`{name}` is refused: {answer.message}")
            elif answer.verdict != "accepted":
                into.open.append(f"`{name}`: {answer.message}")
            else:
                what = f"{constant.kind} `{name}`, with all that it rests on"
                into.evidence.append(replace(self._fact(constant, what), tool=self._second_kernel))
        number = len(into.evidence)
        passed = f"{number} declaration{'s' if number > 1 else ''} and all that they rest on"
        return into.answer(Question.RECHECKED, claimed, passed)

    def _witnessed(self, row: Row) -> Answer:
        into = _Collected()
        claimed = Question.WITNESSED in row.claims
        if row.lean is None or not row.lean.witness:
            into.open.append("the row names no witness")
            return into.answer(Question.WITNESSED, claimed, "")
        for name in row.lean.witness:
            constant = self._constant(name, into)
            if constant is None:
                continue
            if constant.kind != "theorem":
                into.failures.append(f"the witness `{name}` is a {constant.kind}, not a theorem")
                continue
            assert self._findings.environment is not None
            assumed = self._findings.environment.fact(
                "assumes", name, functools.partial(self._assumes, name)
            )
            if assumed:
                into.failures.append(f"the witness `{name}` assumes something itself: {assumed}")
            if constant.emptiness:
                into.failures.append(f"the witness `{name}` says nothing")
            self._sound(constant, into)
            into.evidence.append(self._fact(constant, f"theorem `{name}`"))
        if into.evidence:
            self._audited(row.lean.witness, into)
        passed = f"{len(into.evidence)} of the theorem's hypothesis sets shown satisfiable"
        if len(into.evidence) == 1:
            passed = "the hypotheses can hold"
        return into.answer(Question.WITNESSED, claimed, passed)

    def _assumes(self, name: str) -> str:
        """Return the first variable of a statement that is neither a type nor an instance."""
        from pyharness.lean.expression import BINDERS, MDATA, PI, SORT

        environment = self._findings.environment
        assert environment is not None
        module, declaration = environment.declaration(name)
        expression = module.expressions.node(declaration.type)
        while True:
            if expression[0] == MDATA:
                expression = expression[1]
                continue
            if expression[0] != PI:
                return ""
            _, variable, kind, body, binder = expression
            if kind[0] != SORT and BINDERS[binder] != "instance implicit":
                return f"`{variable}`"
            expression = body

    # ----- Checks ---------------------------------------------------------------------------------

    def _by_checks(self, row: Row, question: Question) -> Answer:
        """Answer from the numeric checks, and for `controlled` from the Lean controls too."""
        into = _Collected()
        claimed = question in row.claims
        results = self._results.get((row.id, question), [])
        sorts = [sort for sort in row.checks if sort.question is question]
        if self._findings.checks is None and sorts:
            into.open.append(self._findings.trouble.get("checks", "the checks were not run"))
        else:
            for sort in sorts:
                if not any(result.sort is sort for result in results):
                    into.open.append(f"the row claims {sort}, and there are none")
        for result in results:
            if result.verdict is Verdict.FAIL:
                into.failures.append(f"{result.sort}/{result.name}: {result.message}")
            elif result.verdict is Verdict.NOT_CHECKED:
                into.open.append(f"{result.sort}/{result.name}: {result.message}")
            into.evidence.append(
                Evidence(
                    result.message,
                    result.file,
                    result.line,
                    result.tool,
                    result.seconds,
                    {
                        "check": f"{result.sort}/{result.name}",
                        "verdict": result.verdict.value,
                        "parameters": dict(result.parameters),
                        "command": result.command,
                        **({"hypothesis": result.hypothesis} if result.hypothesis else {}),
                        **({"tightness": dict(result.tightness)} if result.tightness else {}),
                    },
                )
            )
        if question is Question.CONTROLLED and row.lean:
            self._lean_controls(row, into)
        if not into.evidence and not into.open and not into.failures:
            into.open.append("the row claims no such check")
        counts = []
        for sort in Check:
            if number := sum(result.sort is sort for result in results):
                counts.append(f"{number} {sort if number > 1 else _SINGULAR[sort]}")
        if question is Question.CONTROLLED and row.lean and row.lean.controls:
            number = sum(len(names) for names in row.lean.controls.values())
            counts.append(f"{number} Lean control{'s' if number > 1 else ''}")
        return into.answer(question, claimed, ", ".join(counts))

    def _lean_controls(self, row: Row, into: _Collected) -> None:
        """Require that the theorems which refute the row without a hypothesis are proved."""
        assert row.lean is not None
        for hypothesis, names in row.lean.controls.items():
            for name in names:
                constant = self._constant(name, into)
                if constant is None:
                    continue
                if constant.kind != "theorem":
                    into.failures.append(f"the control `{name}` is a {constant.kind}")
                    continue
                self._sound(constant, into)
                if constant.emptiness:
                    into.failures.append(f"the control `{name}` says nothing")
                what = f"without `{hypothesis}` the claim fails: theorem `{name}`"
                into.evidence.append(self._fact(constant, what, hypothesis=hypothesis))
        names = [name for group in row.lean.controls.values() for name in group]
        if names and self._findings.environment is not None:
            self._audited(names, into)


_SINGULAR = {
    Check.IDENTITIES: "identity",
    Check.INSTANCES: "instance",
    Check.SEARCHES: "search",
    Check.CONTROLS: "control",
    Check.COMPUTATIONS: "computation",
}


# --------------------------------------------------------------------------------------------------
# The file
# --------------------------------------------------------------------------------------------------


def source_hashes(project: Project, registry: Registry) -> dict[str, str]:
    """Hash the files that verdicts depend on: registry, lock, Lean sources and check modules.

    Parameters
    ----------
    project
        The project.
    registry
        Its rows, which know their files and their check modules.

    Returns
    -------
    dict
        A short hash for each file, by its name.
    """
    from importlib.util import find_spec
    from pathlib import Path

    import pyharness.checks

    paths = {name: project.root / name for name in registry.files}
    paths[project.name_of(project.lock)] = project.lock
    for path in sorted(project.lean_source.rglob("*.lean")):
        paths[project.name_of(path)] = path
    for path in sorted(Path(pyharness.checks.__file__).parent.glob("*.py")):
        paths[f"pyharness/checks/{path.name}"] = path
    for topic in registry.topics:
        # The others are among those above. A missing one is the concern of those who import it.
        with suppress(ModuleNotFoundError):
            if "." in topic and (spec := find_spec(topic)) and spec.origin:
                paths[topic] = Path(spec.origin)
    hashes = {}
    for name, path in paths.items():
        try:
            hashes[name] = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        except OSError:
            hashes[name] = "absent"
    return hashes


def changed_sources(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Name the files that differ between two sets of `source_hashes`."""
    return sorted(name for name in {*before, *now} if before.get(name) != now.get(name))


def write_ledger(project: Project, ledger: Ledger) -> None:
    """Write the ledger to ``build/ledger.json``, whole or not at all; one line for each row."""
    value = ledger.json
    parts = []
    for key, item in value.items():
        text = json.dumps(item, ensure_ascii=False)
        if key == "rows" and item:
            lines = (
                f"  {json.dumps(row)}: {json.dumps(record, ensure_ascii=False)}"
                for row, record in item.items()
            )
            text = "{\n" + ",\n".join(lines) + "\n }"
        parts.append(f" {json.dumps(key)}: {text}")
    write_whole(project.ledger, "{\n" + ",\n".join(parts) + "\n}\n")


def read_ledger(project: Project) -> dict[str, Any]:
    """Read the last ledger, for display only.

    Raises
    ------
    ProblemsError
        When there is none, or when it cannot be understood.
    """
    name = project.name_of(project.ledger)
    remedy = "run `pyharness verify`"
    try:
        value = json.loads(project.ledger.read_bytes())
    except FileNotFoundError:
        message = "there are no verdicts yet"
        raise ProblemsError(Problem(name, 0, 0, message, "", remedy)) from None
    except (OSError, ValueError) as error:
        message = f"the ledger cannot be read: {error}"
        raise ProblemsError(Problem(name, 0, 0, message, "", remedy)) from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        message = "the ledger was written by another version"
        raise ProblemsError(Problem(name, 0, 0, message, "", remedy))
    return value
