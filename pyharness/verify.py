"""Everything in order: build, environment, audit, second kernel, checks, ledger, pages.

Each stage takes what the earlier ones found and hands on what it found itself; none reads a later
one. A stage that cannot take place does not stop the run: the ledger then has open questions, and
the run fails where a row claims them. The ledger of an earlier run is removed before anything
else, so a run that breaks off leaves no verdicts behind.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pyharness.ledger import (
    Findings,
    Ledger,
    Stage,
    make_ledger,
    source_hashes,
    write_ledger,
)
from pyharness.problems import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyharness.checks import Topics
    from pyharness.checks.engine import Progress
    from pyharness.lean.build import BuildReport
    from pyharness.project import Project
    from pyharness.registry import Registry

__all__ = ["STAGES", "Verified", "verify"]

#: The stages in their order.
STAGES = (
    "registry",
    "build",
    "environment",
    "audit",
    "recheck",
    "checks",
    "ledger",
    "pages",
)


@dataclass(frozen=True)
class Verified:
    """The outcome of a run.

    Parameters
    ----------
    registry
        The rows.
    ledger
        The verdicts.
    findings
        What the verdicts were made from.
    stages
        All stages with their times; those after the ledger are not part of it.
    """

    registry: Registry
    ledger: Ledger
    findings: Findings
    stages: tuple[Stage, ...]

    @property
    def holds(self) -> bool:
        """Whether the verdicts hold and every stage went well."""
        return self.ledger.holds and all(stage.ok for stage in self.stages)


class _Stages:
    """Takes the time of each stage and tells about it."""

    def __init__(self, tell: Callable[[Stage], None]) -> None:
        self._tell = tell
        self._began = time.perf_counter()
        self.done: list[Stage] = []

    def end(self, ok: bool, summary: str) -> None:
        """End the present stage; the next one begins."""
        now = time.perf_counter()
        stage = Stage(STAGES[len(self.done)], ok, summary, now - self._began)
        self.done.append(stage)
        self._tell(stage)
        self._began = time.perf_counter()


def verify(
    project: Project,
    *,
    build: Callable[[], BuildReport] | None = None,
    topics: Topics | None = None,
    pages: bool = True,
    progress: Callable[[Stage], None] | None = None,
    recheck_progress: Callable[[int, int], None] | None = None,
    check_progress: Callable[[Progress], None] | None = None,
) -> Verified:
    """Run every stage and write the ledger and the pages.

    Parameters
    ----------
    project
        The project.
    build
        Builds the library, for a caller that wants to show its progress; default: silently.
    topics
        The numeric checks; default: those that the registry names.
    pages
        Whether to write the pages.
    progress
        Called after each stage.
    recheck_progress
        Called during the second check, with the number of units that are done and of all.
    check_progress
        Called for every numeric check that is run.

    Returns
    -------
    Verified
        The verdicts and how the stages went.

    Raises
    ------
    ProblemsError
        When the registry or the lock has errors, a check module cannot be used, or there is no
        usable Lean: then there are no verdicts at all.
    """
    from pyharness.lock import read_lock
    from pyharness.registry import load_registry

    project.ledger.unlink(missing_ok=True)
    (project.site / "index.html").unlink(missing_ok=True)
    stages = _Stages(progress or (lambda stage: None))

    registry = load_registry(project)
    # Taken before anything is read from the sources: what changes during the run shows as changed.
    sources = source_hashes(project, registry)
    findings = Findings(lock=read_lock(project))
    noun = "row" if len(registry.rows) == 1 else "rows"
    stages.end(True, f"{len(registry.rows)} {noun} in {len(registry.files)} file(s)")

    findings = _build(project, findings, build, stages)
    findings = _environment(project, findings, stages)
    findings = _audit(project, findings, stages)
    findings = _recheck(project, findings, stages, progress=recheck_progress)
    findings = _checks(project, registry, findings, topics, stages, progress=check_progress)

    ledger = make_ledger(registry, findings, stages.done, sources)
    write_ledger(project, ledger)
    stages.end(ledger.holds, f"{ledger.confirmed} claims confirmed")

    if pages:
        from pyharness.site import build_site

        site = build_site(project, registry, ledger.json, findings.environment, topics=topics)
        summary = f"{site.pages} pages in {project.name_of(project.site)}"
        for fault in site.faults[:5]:
            summary += f"\n    {fault}"
        stages.end(not site.faults, summary)
    return Verified(registry, ledger, findings, tuple(stages.done))


def _build(
    project: Project,
    findings: Findings,
    build: Callable[[], BuildReport] | None,
    stages: _Stages,
) -> Findings:
    """Compile what is out of date. Warnings count as errors."""
    from pyharness.lean import build as builder

    report = build() if build else builder.build(project)
    failed = report.count("failed") + report.count("skipped")
    parts = [f"{len(report.modules)} modules"]
    if compiled := report.count("built"):
        parts.append(f"{compiled} compiled")
    if failed:
        parts.append(f"{failed} not built")
    if report.ok and not report.clean:
        parts.append("with warnings or output, which library files must not have")
    stages.end(report.ok and report.clean, ", ".join(parts))
    return replace(findings, build=report)


def _environment(project: Project, findings: Findings, stages: _Stages) -> Findings:
    """Read the compiled modules: all of them, or after a failure those that were built."""
    from pyharness.lean.environment import load_oleans
    from pyharness.lean.manifest import read_manifest

    report = findings.build
    assert report is not None
    # The build has just decided which compiled files belong to the sources.
    paths = {
        module.name: project.lean_build.joinpath(*module.name.split(".")).with_suffix(".olean")
        for module in report.modules
        if module.status in ("built", "fresh")
    }
    try:
        environment = load_oleans(
            paths, cache=project.cache / "environment", name_of=project.name_of
        )
    except ProblemsError as error:
        reason = f"the compiled library cannot be read: {error.problems[0]}"
        stages.end(False, str(error))
        return replace(findings, trouble={**findings.trouble, "environment": reason})
    # The build trusts sizes and dates; here the bytes have been read, so they are compared.
    entries = read_manifest(project).modules
    altered = [
        name
        for name, module in environment.modules.items()
        if name not in entries or entries[name].olean.sha256 != module.sha256
    ]
    if altered:
        reason = (
            f"the compiled file of {altered[0]} is not the one that the build wrote;"
            " run `pyharness build --check`"
        )
        stages.end(False, reason)
        return replace(findings, trouble={**findings.trouble, "environment": reason})
    theorems = sum(1 for _ in environment.of_kind("theorem"))
    stages.end(True, f"{len(environment.constants)} constants, {theorems} theorems")
    return replace(findings, environment=environment)


def _audit(project: Project, findings: Findings, stages: _Stages) -> Findings:
    """Audit what was read."""
    if findings.environment is None:
        reason = "not audited: the library was not read"
        stages.end(False, reason)
        return replace(findings, trouble={**findings.trouble, "audit": reason})
    from pyharness.lean.audit import audit

    report = audit(project, findings.environment)
    number = len(report.findings)
    summary = "nothing found" if report.ok else f"{number} finding{'s' if number != 1 else ''}"
    if findings.build is None or not findings.build.ok:
        summary += " in what was built"
    for finding in report.findings[:5]:
        summary += f"\n    {finding.file}:{finding.line}: {finding.message}"
    stages.end(report.ok, summary)
    return replace(findings, audit=report)


def _recheck(
    project: Project,
    findings: Findings,
    stages: _Stages,
    *,
    progress: Callable[[int, int], None] | None,
) -> Findings:
    """Check every declaration with the second kernel."""
    if findings.environment is None:
        reason = "not checked again: the library was not read"
        stages.end(False, reason)
        return replace(findings, trouble={**findings.trouble, "recheck": reason})
    from pyharness.lean.recheck import recheck

    report = recheck(findings.environment, cache=project.cache, progress=progress)
    counts = report.counts
    summary = f"{counts['accepted']} declarations accepted by the second kernel"
    refused = [name for name, answer in report.answers.items() if answer.verdict == "refused"]
    for verdict in ("refused", "not checked"):
        if counts[verdict]:
            summary += f", {counts[verdict]} {verdict}"
    for name in refused[:5]:
        summary += f"\n    {name}: {report.answers[name].message}"
    stages.end(report.ok, summary)
    return replace(findings, recheck=report)


def _checks(
    project: Project,
    registry: Registry,
    findings: Findings,
    topics: Topics | None,
    stages: _Stages,
    *,
    progress: Callable[[Progress], None] | None,
) -> Findings:
    """Run the numeric checks of all rows, on all processors."""
    from pyharness.checks import Verdict, check
    from pyharness.project import processors

    # Checks that are given, and not named by the registry, are known to this process only.
    jobs = processors() if topics is None else 1
    results = check(project, registry, topics=topics, jobs=jobs, progress=progress)
    failed = [result for result in results if result.verdict is Verdict.FAIL]
    opened = [result for result in results if result.verdict is Verdict.NOT_CHECKED]
    summary = f"{len(results)} checks"
    if failed:
        summary += f", {len(failed)} failed"
    if opened:
        summary += f", {len(opened)} not checked"
    for result in [*failed, *opened][:5]:
        summary += f"\n    {result.row} {result.sort}/{result.name}: {result.message}"
        summary += f"\n      again: {result.command}"
    stages.end(not failed, summary)
    return replace(findings, checks=results)
