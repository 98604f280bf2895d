"""Builds the Lean library: what is out of date, in the order of imports, as parallel as possible.

A module is compiled again when its key changes: the hash of its source, of Lean's revision and
options, and of everything that it imports. Imports enter with the hash of their ``.olean`` and,
recursively, of their own imports' (a module sees what is behind its direct imports too). An edit
that leaves an ``.olean`` as it was, in a comment that moves no line for example, therefore stops
there and nothing behind it is compiled again. Lean's ``.olean`` files are reproducible but hold the
line numbers of declarations, so an edit that moves lines does not stop.

Lean writes into a fresh folder and finished files are renamed into place, so an interrupted build
leaves no half-written file, and the next one continues. The rule for ``build/lean`` is: a file that
the manifest does not list is not used and is removed, and a listed file is used only if it still is
what was written. Size and modification time answer that on every build (a no-op build must not read
all files again); whoever preserves both while changing the bytes is found out with ``check``, which
reads and hashes them all.
"""

from __future__ import annotations

import contextlib
import hashlib
import heapq
import json
import os
import shutil
import time
from concurrent.futures import (
    FIRST_COMPLETED,
    CancelledError,
    Future,
    ThreadPoolExecutor,
    wait,
)
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from pyharness.lean.manifest import FORMAT, Entry, Output, manifest_path, read_manifest
from pyharness.lean.messages import Message, judge
from pyharness.lean.source import (
    Module,
    SourceError,
    Sources,
    rules,
    scan,
    topological_order,
)
from pyharness.problems import Problem, ProblemsError
from pyharness.project import processors, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from pyharness.lean.toolchain import LeanRun, Toolchain
    from pyharness.project import Project

__all__ = [
    "TIMEOUT",
    "BuildReport",
    "Event",
    "ModuleResult",
    "build",
    "out_of_date",
]

#: Options given to Lean for every module, part of every key.
OPTIONS: tuple[str, ...] = ()

#: Seconds after which one module is given up.
TIMEOUT = 120.0

Status = Literal["built", "fresh", "failed", "skipped"]


# --------------------------------------------------------------------------------------------------
# Results
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ModuleResult:
    """What became of one module.

    Parameters
    ----------
    name
        The module.
    file
        Its source, as the user would name it.
    status
        ``built`` now; ``fresh`` from an earlier build; ``failed``; ``skipped`` because a module
        that it imports failed.
    seconds
        Time that Lean took, in this or in an earlier build.
    max_rss_mb
        Largest memory that Lean used, in MB.
    messages
        What Lean said. Warnings of an earlier build are repeated.
    reason
        Why it failed or was skipped, in a few words.
    needs
        The failed modules for want of which it was skipped.
    """

    name: str
    file: str
    status: Status
    seconds: float = 0.0
    max_rss_mb: float = 0.0
    messages: tuple[Message, ...] = ()
    reason: str = ""
    needs: tuple[str, ...] = ()

    def count(self, severity: str) -> int:
        """Return the number of messages of one severity."""
        return sum(message.severity == severity for message in self.messages)

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return {
            "name": self.name,
            "file": self.file,
            "status": self.status,
            "seconds": round(self.seconds, 3),
            "max_rss_mb": round(self.max_rss_mb, 1),
            "reason": self.reason,
            "needs": list(self.needs),
            "messages": [message.to_json() for message in self.messages],
        }


@dataclass(frozen=True)
class BuildReport:
    """What a build did.

    Parameters
    ----------
    modules
        One result per module asked for or imported by those, imported ones first.
    seconds
        Wall time of the build.
    removed
        Outputs that belonged to no module any more and were removed.
    """

    modules: tuple[ModuleResult, ...]
    seconds: float
    removed: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether every module is there."""
        return all(result.status in ("built", "fresh") for result in self.modules)

    @property
    def clean(self) -> bool:
        """Whether every module is there and Lean had nothing to say about any of them."""
        return self.ok and not any(result.messages for result in self.modules)

    def count(self, status: Status) -> int:
        """Return the number of modules of one status."""
        return sum(result.status == status for result in self.modules)

    def messages(self, severity: str) -> int:
        """Return the number of messages of one severity."""
        return sum(result.count(severity) for result in self.modules)

    def to_json(self) -> dict[str, Any]:
        """Return the report as a JSON object."""
        return {
            "ok": self.ok,
            "clean": self.clean,
            "seconds": round(self.seconds, 3),
            "counts": {
                status: self.count(status) for status in ("built", "fresh", "failed", "skipped")
            },
            "warnings": self.messages("warning"),
            "removed": list(self.removed),
            "modules": [result.to_json() for result in self.modules],
        }


@dataclass(frozen=True)
class Event:
    """One step of a build, for whoever shows its progress.

    Parameters
    ----------
    kind
        ``wait`` for another build of the same project; ``start`` or ``end`` of one module;
        ``tick`` now and then while Lean works.
    done
        Modules that are finished, out of those that were not fresh at the beginning.
    total
        Modules that were not fresh at the beginning.
    running
        Modules that Lean works on.
    result
        The finished module, when ``kind`` is ``end``.
    note
        More about it: who is waited for.
    """

    kind: Literal["wait", "start", "end", "tick"]
    done: int = 0
    total: int = 0
    running: tuple[str, ...] = ()
    result: ModuleResult | None = None
    note: str = ""


# --------------------------------------------------------------------------------------------------
# The build
# --------------------------------------------------------------------------------------------------


def build(
    project: Project,
    toolchain: Toolchain | None = None,
    *,
    jobs: int | None = None,
    targets: Sequence[str] | None = None,
    timeout: float = TIMEOUT,
    check: bool = False,
    progress: Callable[[Event], None] | None = None,
) -> BuildReport:
    """Build the Lean library, or some of its modules with all that they import.

    Parameters
    ----------
    project
        The project.
    toolchain
        The Lean to use; ``None`` looks for one when something has to be compiled.
    jobs
        How many modules to compile at the same time; default: as many as there are processors.
    targets
        Names of modules; default: all.
    timeout
        Seconds after which a module is given up.
    check
        Read and hash every output instead of trusting its size and modification time.
    progress
        Called with every step, always from the calling thread.

    Returns
    -------
    BuildReport
        One result per module. Modules that fail do not stop those that do not need them.

    Raises
    ------
    ProblemsError
        When a target does not exist, there are no sources, or no Lean can be used.
    KeyboardInterrupt
        When interrupted; what was finished is kept.
    """
    began = time.perf_counter()
    plan = _Plan(project, targets, check)
    if plan.is_done():  # no lock is needed to find that there is nothing to do
        return plan.report(time.perf_counter() - began)
    with _locked(project, progress or (lambda event: None)):
        # Another build may have ended, and the sources may have changed, while we waited.
        plan = _Plan(project, targets, check)
        if plan.pending and toolchain is None:
            from pyharness.lean.toolchain import find_toolchain

            toolchain = find_toolchain()
        jobs = jobs or processors()
        removed = _Run(
            project, toolchain, plan, jobs=jobs, timeout=timeout, progress=progress
        ).perform()
    return plan.report(time.perf_counter() - began, removed)


def out_of_date(project: Project, targets: Sequence[str]) -> list[str]:
    """Tell what a build of some modules would have to look at.

    Parameters
    ----------
    project
        The project.
    targets
        Names of modules.

    Returns
    -------
    list of str
        Those of the modules, and of all that they import, that have no valid output; in the order
        of imports.
    """
    plan = _Plan(project, targets, check=False)
    results = ((name, plan.results.get(name)) for name in plan.order)
    return [name for name, result in results if result is None or result.status != "fresh"]


def _read_sources(
    project: Project, targets: Sequence[str] | None, accepted: dict[str, str]
) -> Sources:
    """Read the sources and check that the targets are among them."""
    sources = scan(project.lean_source, project.root, accepted)
    if not sources.modules:
        raise SourceError(
            Problem(
                project.name_of(project.lean_source), 0, 0, "no Lean sources", "at least one module"
            )
        )
    unknown = [name for name in targets or () if name not in sources.modules]
    if unknown:
        import difflib

        raise ProblemsError(
            *(
                Problem(
                    "",
                    0,
                    0,
                    f"there is no module `{name}`",
                    "the name of a module, such as "
                    + " or ".join(
                        f"`{other}`"
                        for other in difflib.get_close_matches(name, sources.modules, n=2)
                        or [next(iter(sources.modules))]
                    ),
                    f"see the files below {project.name_of(project.lean_source)}",
                )
                for name in unknown
            )
        )
    return sources


class _Plan:
    """What is fresh, what has to be looked at again, and what became of everything."""

    def __init__(
        self,
        project: Project,
        targets: Sequence[str] | None,
        check: bool,
    ) -> None:
        self.project = project
        self.manifest = manifest = read_manifest(project)
        self.sources = sources = _read_sources(project, targets, manifest.accepted())
        self.check = check
        # Whether the manifest has to be written even if nothing is compiled.
        self.touched = manifest.rules != rules()
        self.results: dict[str, ModuleResult] = {}
        modules = sources.modules
        order = topological_order(modules)
        wanted = set(targets or modules)
        for name in reversed(order):
            if name in wanted:
                wanted.update(other for other in modules[name].imports if other in modules)
        self.order = [name for name in order if name in wanted]
        # Modules that are not asked for are looked at too: whether all are there is recorded.
        self.pending = [name for name in order if not self.settle(name) and name in wanted]

    def settle(self, name: str) -> bool:
        """Decide about a module without compiling it, if possible."""
        module = self.sources.modules[name]
        problems = self.sources.problems.get(name)
        if problems:
            self.results[name] = ModuleResult(
                name,
                module.file,
                "failed",
                messages=tuple(_of_problem(problem) for problem in problems),
                reason="its source is refused",
            )
            return True
        states = [self.results.get(other) for other in module.imports]
        bad = [state for state in states if state and state.status in ("failed", "skipped")]
        if bad and None not in states:
            needs = sorted({need for state in bad for need in state.needs or (state.name,)})
            reason = f"for want of {', '.join(needs)}"
            self.results[name] = ModuleResult(
                name, module.file, "skipped", reason=reason, needs=tuple(needs)
            )
            return True
        if None in states:
            return False
        entry = self.manifest.modules.get(name)
        if entry is None or entry.key != self.key(name) or not self._intact(name, entry):
            return False
        self.results[name] = ModuleResult(
            name, module.file, "fresh", entry.seconds, entry.max_rss_mb, entry.messages
        )
        return True

    def key(self, name: str) -> str:
        """Hash everything that a module's outputs are made from; its imports are settled."""
        from pyharness.lean.toolchain import GITHASH

        module = self.sources.modules[name]
        imports = [(other, self.manifest.modules[other].interface) for other in module.imports]
        return _hash([FORMAT, GITHASH, OPTIONS, name, module.sha256, imports])

    def interface(self, name: str, olean: Output) -> str:
        """Hash everything that users of a module see."""
        imports = self.sources.modules[name].imports
        behind = [self.manifest.modules[other].interface for other in imports]
        return _hash([olean.sha256, *behind])

    def _intact(self, name: str, entry: Entry) -> bool:
        """Tell whether the outputs are what the manifest says they are."""
        found: list[Output] = []
        for recorded, path in zip((entry.olean, entry.ilean), self.outputs(name), strict=True):
            try:
                status = path.stat()
                same_date = status.st_mtime_ns == recorded.mtime_ns
                if status.st_size != recorded.size:
                    return False
                if same_date and not self.check:
                    found.append(recorded)
                    continue
                # Copied files (a restored cache) have new dates and the right content.
                output = Output.of(path)
            except OSError:
                return False
            if output.sha256 != recorded.sha256:
                return False
            found.append(output)
        if found != [entry.olean, entry.ilean]:
            self.manifest.modules[name] = replace(entry, olean=found[0], ilean=found[1])
            self.touched = True
        return True

    def outputs(self, name: str) -> tuple[Path, Path]:
        """Return the places of a module's ``.olean`` and ``.ilean``."""
        olean = self.project.lean_build.joinpath(*name.split(".")).with_suffix(".olean")
        return olean, olean.with_suffix(".ilean")

    def is_done(self) -> bool:
        """Tell whether nothing has to be compiled, removed or recorded."""
        return (
            not self.pending
            and not self.touched
            and self.manifest.complete == self.is_complete()
            and not list(self.strays())
            and all(name in self.sources.modules for name in self.manifest.modules)
            and all(self.results[name].status == "fresh" for name in self.order)
        )

    def is_complete(self) -> bool:
        """Tell whether all modules of the sources have valid outputs."""
        return len(self.results) == len(self.sources.modules) and all(
            result.status in ("built", "fresh") for result in self.results.values()
        )

    def strays(self) -> Iterator[Path]:
        """Yield the outputs that the manifest does not list."""
        listed = {path for name in self.manifest.modules for path in self.outputs(name)}
        for folder, _, files in os.walk(self.project.lean_build):
            for file in files:
                if file.endswith((".olean", ".ilean")):
                    path = self.project.lean_build / folder / file
                    if path not in listed:
                        yield path

    def report(self, seconds: float, removed: Iterable[str] = ()) -> BuildReport:
        """Return the report of what was decided."""
        results = tuple(self.results[name] for name in self.order)
        return BuildReport(results, seconds, tuple(removed))


def _of_problem(problem: Problem) -> Message:
    text = problem.message
    if problem.expected:
        text += f"\n    expected: {problem.expected}"
    if problem.remedy:
        text += f"\n    to do: {problem.remedy}"
    return Message("error", text, problem.line, problem.column)


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()


@contextlib.contextmanager
def _locked(project: Project, progress: Callable[[Event], None]) -> Iterator[None]:
    """Hold the lock of the build folder; wait, and say so, while another build holds it."""
    import filelock

    project.lean_build.mkdir(parents=True, exist_ok=True)
    owner = project.lean_build / ".lock.owner"
    lock = filelock.FileLock(project.lean_build / ".lock")
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        try:
            note = f"process {int(owner.read_text())}"
        except (OSError, ValueError):
            note = "another process"
        progress(Event("wait", note=note))
        lock.acquire(poll_interval=0.1)
    try:
        owner.write_text(str(os.getpid()))
        yield
    finally:
        with contextlib.suppress(OSError):
            owner.unlink()
        lock.release()


class _Run:
    """One build that holds the lock.

    Modules wait until their imports are settled. Of those that are ready, the one with the longest
    chain of work behind it goes first, going by the times of earlier builds.
    """

    #: The manifest is written after a module if that was not done for this many seconds.
    SAVE_EVERY = 0.5

    def __init__(
        self,
        project: Project,
        toolchain: Toolchain | None,
        plan: _Plan,
        *,
        jobs: int,
        timeout: float,
        progress: Callable[[Event], None] | None,
    ) -> None:
        self._project = project
        self._toolchain = toolchain
        self._plan = plan
        self._jobs = max(1, jobs)
        self._timeout = timeout
        self._progress = progress or (lambda event: None)
        self._stopped = False
        self._new = project.lean_build / ".new" / str(os.getpid())
        self._saved = time.monotonic()
        self._total = len(plan.pending)
        self._done = 0
        self._running: dict[Future[LeanRun], Module] = {}

    def perform(self) -> list[str]:
        """Compile what has to be compiled; return the files that were removed."""
        manifest = self._plan.manifest
        shutil.rmtree(self._new.parent, ignore_errors=True)  # of a build that was killed
        for record in (manifest.modules, manifest.costs):
            for name in record.keys() - self._plan.sources.modules.keys():
                del record[name]
        for result in self._plan.results.values():
            if result.status in ("failed", "skipped"):
                manifest.modules.pop(result.name, None)
        removed = [self._remove(path) for path in self._plan.strays()]
        manifest.complete = False
        self._save()
        for name in self._plan.order:
            result = self._plan.results.get(name)
            if result and result.status == "failed":
                self._progress(Event("end", 0, self._total, (), result))
        try:
            if self._plan.pending:
                self._new.mkdir(parents=True)
                self._compile_all()
            manifest.complete = self._plan.is_complete()
        finally:
            shutil.rmtree(self._new.parent, ignore_errors=True)
            self._save()
        return removed

    def _remove(self, path: Path) -> str:
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self._project.lean_build:
                break
            with contextlib.suppress(OSError):  # not empty
                folder.rmdir()
        return path.relative_to(self._project.lean_build).as_posix()

    def _save(self) -> None:
        text = json.dumps(self._plan.manifest.to_json(), indent=1)
        write_whole(manifest_path(self._project), text)
        self._saved = time.monotonic()

    def _compile_all(self) -> None:
        plan = self._plan
        urgency = self._urgency()
        users: dict[str, list[str]] = {name: [] for name in plan.order}
        missing: dict[str, int] = {}
        ready: list[tuple[float, str]] = []
        for name in plan.pending:
            unsettled = [
                other for other in plan.sources.modules[name].imports if other not in plan.results
            ]
            missing[name] = len(unsettled)
            for other in unsettled:
                users[other].append(name)
            if not unsettled:
                heapq.heappush(ready, (-urgency[name], name))
        with ThreadPoolExecutor(self._jobs) as pool:
            try:
                while ready or self._running:
                    while ready and len(self._running) < self._jobs:
                        _, name = heapq.heappop(ready)
                        if plan.settle(name):
                            self._finish(plan.results[name], users, missing, ready, urgency)
                        else:
                            module = plan.sources.modules[name]
                            # A module on its own gets all processors: Lean checks proofs in
                            # parallel, and what it writes does not depend on that.
                            busy = 1 + len(ready) + len(self._running)
                            threads = max(1, self._jobs // busy)
                            future = pool.submit(self._compile, module, threads)
                            self._running[future] = module
                            self._tell("start")
                    finished, _ = wait(self._running, 0.25, return_when=FIRST_COMPLETED)
                    if not finished:
                        self._tell("tick")
                    for future in finished:
                        result = self._accept(self._running.pop(future), future.result())
                        self._finish(result, users, missing, ready, urgency)
                    if time.monotonic() - self._saved > self.SAVE_EVERY:
                        self._save()
            except BaseException:
                self._stop()
                raise

    def _stop(self) -> None:
        """End the Lean processes, also one that a thread is just about to start."""
        from pyharness.lean.toolchain import stop_running_lean

        self._stopped = True
        for future in self._running:
            future.cancel()
        while not all(future.done() for future in self._running):
            stop_running_lean()
            wait(self._running, 0.02)

    def _urgency(self) -> dict[str, float]:
        """Return for each module the length in seconds of the longest chain that begins with it."""
        costs = self._plan.manifest.costs
        known = [
            (cost, self._plan.sources.modules[name].size)
            for name, cost in costs.items()
            if name in self._plan.sources.modules
        ]
        # Guess for a module that was never compiled: time by size, as for the others.
        rate = sum(cost for cost, _ in known) / max(1, sum(size for _, size in known)) or 1e-4
        urgency: dict[str, float] = {}
        longest: dict[str, float] = {}
        for name in reversed(self._plan.order):
            module = self._plan.sources.modules[name]
            cost = costs.get(name, 0.1 + rate * module.size)
            urgency[name] = cost + longest.get(name, 0.0)
            for other in module.imports:
                longest[other] = max(longest.get(other, 0.0), urgency[name])
        return urgency

    def _finish(
        self,
        result: ModuleResult,
        users: dict[str, list[str]],
        missing: dict[str, int],
        ready: list[tuple[float, str]],
        urgency: dict[str, float],
    ) -> None:
        """Note a result and see which modules it makes ready."""
        name = result.name
        self._plan.results[name] = result
        if result.status in ("failed", "skipped"):
            self._plan.manifest.modules.pop(name, None)
            for path in self._plan.outputs(name):
                path.unlink(missing_ok=True)
        self._done += 1
        self._tell("end", result)
        for user in users[name]:
            missing[user] -= 1
            if missing[user] == 0:
                heapq.heappush(ready, (-urgency[user], user))

    def _tell(
        self, kind: Literal["start", "end", "tick"], result: ModuleResult | None = None
    ) -> None:
        running = tuple(sorted(module.name for module in self._running.values()))
        self._progress(Event(kind, self._done, self._total, running, result))

    def _new_outputs(self, module: Module) -> tuple[Path, Path]:
        return self._new / f"{module.name}.olean", self._new / f"{module.name}.ilean"

    def _compile(self, module: Module, threads: int) -> LeanRun:
        """Run Lean on one module; runs in a thread of the pool."""
        from pyharness.lean.toolchain import run_lean

        if self._stopped:
            raise CancelledError
        olean, ilean = self._new_outputs(module)
        path = module.path.relative_to(self._project.lean_source)
        assert self._toolchain is not None  # found before the first module is compiled
        place = ["-R", ".", "-o", str(olean), "-i", str(ilean)]
        return run_lean(
            self._toolchain,
            ["--json", *place, f"-j{threads}", *OPTIONS, str(path)],
            cwd=self._project.lean_source,
            lean_path=(self._project.lean_build,),
            timeout=self._timeout,
        )

    def _accept(self, module: Module, run: LeanRun) -> ModuleResult:
        """Judge what Lean did and put its outputs in place when they can be used."""
        name, manifest = module.name, self._plan.manifest
        new, final = self._new_outputs(module), self._plan.outputs(name)
        messages, reason = judge(run, *new, self._timeout)
        if not reason:
            try:
                if hashlib.sha256(module.path.read_bytes()).hexdigest() != module.sha256:
                    reason = "its source changed while it was compiled"
                    messages.append(Message("error", f"{reason}\n    to do: build again"))
            except OSError as error:
                reason = f"its source cannot be read any more: {error}"
                messages.append(Message("error", reason))
        if not reason:
            try:
                outputs = Output.of(new[0]), Output.of(new[1])
                final[0].parent.mkdir(parents=True, exist_ok=True)
                new[0].replace(final[0])
                new[1].replace(final[1])
            except OSError as error:
                reason = f"its output cannot be stored: {error}"
                messages.append(
                    Message("error", f"{reason}\n    to do: close programs that use it, try again")
                )
            else:
                manifest.modules[name] = Entry(
                    self._plan.key(name),
                    module.sha256,
                    self._plan.interface(name, outputs[0]),
                    *outputs,
                    run.seconds,
                    run.max_rss_mb,
                    tuple(messages),
                )
        manifest.costs[name] = run.seconds
        return ModuleResult(
            name,
            module.file,
            "failed" if reason else "built",
            run.seconds,
            run.max_rss_mb,
            tuple(messages),
            reason,
        )
