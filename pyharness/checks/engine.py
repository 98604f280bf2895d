"""Runs the checks of rows, and keeps what passed until something changes.

A row's results are kept under ``build/cache/checks`` together with a key: the hash of the code of
the engine, of the topic module and of what that imports, the row itself, the seed, the versions of
the packages and, for computations, the compiled Lean modules. Only rows that passed whole are kept:
a failure is always run again.

Checks without Lean may run in other processes: in a pool on this machine, or by any executor that
has the interface of `concurrent.futures`. Such a process finds a check by its module and names.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.metadata
import importlib.util
import inspect
import json
import platform
import re
import sysconfig
import time
import traceback
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import (
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    as_completed,
)
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyharness.checks.enclosures import precision
from pyharness.checks.model import (
    CheckResult,
    Comparison,
    Control,
    Exhaustion,
    Identity,
    Instance,
    RowChecks,
    Search,
    Tightness,
    UndecidedError,
    Verdict,
    shown,
)
from pyharness.problems import Problem, Problems, ProblemsError
from pyharness.project import write_whole
from pyharness.registry import Check, did_you_mean
from pyharness.registry.loader import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pyharness.checks.model import Space
    from pyharness.project import Project
    from pyharness.registry import Registry, Row

__all__ = [
    "Effort",
    "Found",
    "NotFound",
    "Progress",
    "Refutation",
    "Topics",
    "check",
    "counterexample",
    "evaluate",
    "given",
    "in_words",
    "load_topics",
    "refute",
    "run_check",
    "run_item",
    "where",
]

#: Row id -> (the checks, the topic module that has them).
Topics = dict[str, tuple[RowChecks, str]]

_HERE = Path(__file__).parent

#: Part of every key of the cache: to be raised when the form of the results changes.
FORMAT = 3

#: Binary digits of the intervals, in turn, until a comparison is decided.
PRECISIONS = (200, 800, 3200)


@dataclass(frozen=True)
class Effort:
    """How hard searches try.

    Parameters
    ----------
    seed
        Where random searches begin. The same seed gives the same cases.
    thorough
        Whether the larger families and numbers of cases are used.
    """

    seed: int = 0
    thorough: bool = False

    @property
    def options(self) -> str:
        """The options of ``pyharness check`` that ask for this."""
        parts = [*([f"--seed {self.seed}"] if self.seed else [])]
        return " ".join([*parts, *(["--thorough"] if self.thorough else [])])


@dataclass(frozen=True)
class Progress:
    """How far a run is.

    Parameters
    ----------
    result
        The result that has just come.
    done, total
        How many checks have one, and how many there are.
    rows_done, rows
        The same for rows.
    """

    result: CheckResult
    done: int
    total: int
    rows_done: int
    rows: int


def load_topics(registry: Registry, package: str = "pyharness.checks") -> Topics:
    """Import the check modules that the registry names.

    Parameters
    ----------
    registry
        Its ``topics`` are modules, each with a tuple ``CHECKS`` of `RowChecks`.
    package
        The package that topics without a dot in their name belong to; the others are modules
        wherever Python finds them.

    Returns
    -------
    dict
        The checks of each row, with the name of the module that has them.

    Raises
    ------
    ProblemsError
        When a module is missing or does not import, when it has checks for a row that does not
        exist, for a hypothesis that the row does not have, or two checks with one name.
    """
    problems = Problems()
    entry = registry.files[0]
    found: Topics = {}
    for topic in registry.topics:
        name = topic if "." in topic else f"{package}.{topic}"
        try:
            module = importlib.import_module(name)
            rows: Sequence[RowChecks] = module.CHECKS
        except Exception as error:  # whatever a module raises when it is imported
            place = _place_of_error(error)
            problems.add(
                f"the check module {name} cannot be used: {type(error).__name__}: {error}",
                file=place.file or entry,
                line=place.line,
                expected="a module with a tuple CHECKS of RowChecks",
                remedy=f"correct it, or remove `{topic}` from `topics` in {entry}",
            )
            continue
        for checks in rows:
            for message, expected in _faults(checks, registry):
                problems.add(message, file=_source(module), expected=expected)
            if checks.row in found:
                problems.add(f"`{checks.row}` has checks in two places", file=_source(module))
            found[checks.row] = (checks, name)
    problems.raise_if_any()
    return found


def _faults(checks: RowChecks, registry: Registry) -> Iterable[tuple[str, str]]:
    """Find where the checks do not fit their row: messages with what was expected."""
    row = registry.rows.get(checks.row)
    if row is None:
        yield (
            f"checks for a row that does not exist: `{checks.row}`",
            did_you_mean(checks.row, registry.rows),
        )
        return
    for sort in checks.sorts:
        if sort not in row.checks:
            place = registry.places[row.id]
            yield (
                f"`{row.id}` has {sort} that the row does not claim",
                f"`{sort}` under `checks` of the row ({place})",
            )
        names = [item.name for item in checks.of_sort(sort)]
        for name in sorted({n for n in names if names.count(n) > 1}):
            yield f"`{row.id}` has two {sort} with the name `{name}`", "a name for each"
    hypotheses = [hypothesis.id for hypothesis in row.hypotheses]
    for control in checks.controls:
        if control.drops is not None and control.drops not in hypotheses:
            yield (
                f"the control `{control.name}` drops `{control.drops}`, which `{row.id}` does not"
                " assume",
                did_you_mean(control.drops, hypotheses) or f"one of: {', '.join(hypotheses)}",
            )


def _source(module: Any) -> str:
    return _named(Path(inspect.getfile(module)))


def _named(path: Path) -> str:
    """Name a source file of this package independently of where it is installed."""
    root = _HERE.parent.parent
    return str(path.relative_to(root)) if path.is_relative_to(root) else path.name


def _place_of_error(error: BaseException) -> Place:
    """Return the innermost line of our own code that an exception went through."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [f for f in frames if "importlib" not in f.filename and Path(f.filename).is_file()]
    if isinstance(error, SyntaxError) and error.filename:
        return Place(_named(Path(error.filename)), error.lineno or 0, 0)
    own = [f for f in inside if Path(f.filename) != Path(__file__) and _is_own(f.filename)]
    return Place(_named(Path(own[-1].filename)), own[-1].lineno or 0, 0) if own else Place("", 0, 0)


def _is_own(name: str) -> bool:
    """Tell whether a file is neither of Python's own library nor of another package."""
    path = Path(name)
    others = {sysconfig.get_path(kind) for kind in ("stdlib", "platstdlib", "purelib", "platlib")}
    return path.is_relative_to(_HERE) or not any(path.is_relative_to(other) for other in others)


# --------------------------------------------------------------------------------------------------
# One check
# --------------------------------------------------------------------------------------------------


def run_check(module: str, row: str, sort: Check, name: str, effort: Effort) -> CheckResult:
    """Find a check by its names and run it: what a worker process does.

    Parameters
    ----------
    module
        The topic module.
    row, sort, name
        Which of its checks; not a computation, which needs Lean.
    effort
        How hard searches try.

    Returns
    -------
    CheckResult
        The result.
    """
    rows: Sequence[RowChecks] = importlib.import_module(module).CHECKS
    checks = next(checks for checks in rows if checks.row == row)
    return run_item(row, sort, next(i for i in checks.of_sort(sort) if i.name == name), effort)


def run_item(row: str, sort: Check, item: Any, effort: Effort) -> CheckResult:
    """Run one check that needs no Lean.

    Parameters
    ----------
    row
        The row's id.
    sort, item
        The check.
    effort
        How hard searches try.

    Returns
    -------
    CheckResult
        The result; a check that raises an error fails.
    """
    claim = item.sides if sort is Check.IDENTITIES else item.claim
    began = time.perf_counter()
    parameters: Mapping[str, Any] = {}
    tightness: Mapping[str, str | None] | None = None
    tool = _python_version()
    try:
        match item:
            case Instance():
                parameters = item.parameters
                comparison = evaluate(item.claim, item.parameters)
                verdict, message = _instance(comparison)
                if comparison.tightness is not None:
                    tightness = comparison.tightness.to_json()
            case Control():
                parameters = item.refuted_by
                verdict, message = refute(item, effort).outcome
            case Exhaustion():
                verdict, message, parameters, tightness = _exhaustion(item, effort)
            case Search():
                verdict, message, parameters, tightness = _search(item, effort)
                tool = _version("hypothesis", "Hypothesis")
            case Identity():
                verdict, message = _identity(item)
                tool = _version("sympy", "SymPy")
            case _:
                raise TypeError(f"{item!r} is not a check")
    except Exception as error:
        place = _place_of_error(error)
        verdict = Verdict.FAIL
        message = f"the check raised {type(error).__name__}: {error} ({place})"
    file, line = where(claim)
    return CheckResult(
        row=row,
        sort=sort,
        name=item.name,
        verdict=verdict,
        message=message,
        parameters={key: shown(value) for key, value in parameters.items()},
        hypothesis=item.drops if isinstance(item, Control) else None,
        file=file,
        line=line,
        seconds=time.perf_counter() - began,
        tool=tool,
        tightness=tightness,
        says=in_words(claim),
        options=effort.options if _is_searched(item) else "",
    )


def in_words(function: Callable[..., Any]) -> str:
    """Return the first paragraph of a claim's docstring."""
    words = (inspect.getdoc(function) or "").partition("\n\n")[0].split()
    return " ".join(words).replace("``", "`")


def _is_searched(item: Any) -> bool:
    """Tell whether the outcome depends on how hard is searched."""
    return isinstance(item, Search | Exhaustion) or getattr(item, "over", None) is not None


def where(function: Callable[..., Any]) -> tuple[str, int]:
    """Return file and line of a function."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return (_named(Path(code.co_filename)), code.co_firstlineno) if code else ("", 0)


def evaluate(claim: Callable[..., Any], parameters: Mapping[str, Any]) -> Comparison:
    """Evaluate a claim, with narrower and narrower intervals while it is undecided.

    Parameters
    ----------
    claim
        The claim.
    parameters
        What it is evaluated at.

    Returns
    -------
    Comparison
        The comparison; its ``verdict`` is ``None`` when the narrowest intervals do not decide it.
    """
    comparison: Comparison | None = None
    for bits in PRECISIONS:
        with precision(bits):
            try:
                comparison = claim(**parameters)
            except UndecidedError:
                continue
        if not isinstance(comparison, Comparison):
            raise TypeError(f"a claim returns a Comparison, not {comparison!r}")
        if comparison.verdict is not None:
            break
    if comparison is None:
        raise UndecidedError(
            f"a part of the claim stays undecided with {PRECISIONS[-1]} binary digits"
        )
    return comparison


def _instance(comparison: Comparison) -> tuple[Verdict, str]:
    if comparison.verdict is None:
        return Verdict.NOT_CHECKED, _undecided(comparison)
    if comparison.holds:
        return Verdict.PASS, str(comparison)
    return Verdict.FAIL, f"claimed is {comparison.relation}, found is {comparison}"


def _undecided(comparison: Comparison) -> str:
    sides = f"{shown(comparison.left)} {comparison.relation} {shown(comparison.right)}"
    return f"undecided with {PRECISIONS[-1]} binary digits: {sides}"


@dataclass(frozen=True)
class Refutation:
    """What becomes of an altered claim.

    Parameters
    ----------
    control
        The control that alters it.
    unaltered
        The altered claim where the alteration makes no difference.
    altered
        The altered claim where it must fail.
    found
        What a search for a refutation found, when the control has one.
    cases
        How many cases the search may try.
    """

    control: Control
    unaltered: Comparison
    altered: Comparison
    found: Found | NotFound | None
    cases: int

    @property
    def outcome(self) -> tuple[Verdict, str]:
        """Whether the altered claim is refuted as it must be, with the reason."""
        control = self.control
        for comparison in (self.unaltered, self.altered):
            if comparison.verdict is None:
                return Verdict.NOT_CHECKED, _undecided(comparison)
        if not self.unaltered.holds:
            return (
                Verdict.FAIL,
                "the altered claim fails also where the alteration makes no difference"
                f" ({given(control.holds_for)}): {self.unaltered}; it is broken, not altered",
            )
        if self.altered.holds:
            return (
                Verdict.FAIL,
                f"if {control.alteration}, the claim still holds here: {self.altered}; this"
                " instance refutes nothing",
            )
        message = f"if {control.alteration}, the claim fails: {self.altered}"
        match self.found:
            case NotFound():
                refuted = f"but a search of {self.cases} cases finds no refutation"
                return Verdict.FAIL, f"{message}; {refuted}"
            case Found():
                message += f"; a search finds {given(self.found.parameters)}"
        return Verdict.PASS, message


def refute(control: Control, effort: Effort) -> Refutation:
    """Evaluate an altered claim, and search for a refutation when the control wants that.

    Parameters
    ----------
    control
        The control.
    effort
        How hard the search tries.

    Returns
    -------
    Refutation
        What was found.
    """
    unaltered = evaluate(control.claim, control.holds_for)
    altered = evaluate(control.claim, control.refuted_by)
    cases = _cases(Search(control.name, control.claim, control.over or dict), effort)
    found = None
    if control.over is not None and unaltered.verdict and altered.verdict is False:
        found = counterexample(control.claim, control.over, cases, effort.seed)
    return Refutation(control, unaltered, altered, found, cases)


def given(parameters: Mapping[str, Any]) -> str:
    """Write parameters in one line."""
    return ", ".join(f"{key} = {shown(value)}" for key, value in parameters.items())


#: Verdict, message, parameters of a counterexample, and the tightest case.
_Outcome = tuple[Verdict, str, "Mapping[str, Any]", "Mapping[str, str | None] | None"]


def _exhaustion(item: Exhaustion, effort: Effort) -> _Outcome:
    make = item.thorough if effort.thorough and item.thorough is not None else item.cases
    number = 0
    tightest = _Tightest()
    for parameters in make():
        number += 1
        comparison = evaluate(item.claim, parameters)
        if not comparison.verdict:
            verdict, message = _instance(comparison)
            return verdict, f"case {number}: {message}", parameters, None
        tightest.see(comparison, parameters)
    if not number:
        return Verdict.NOT_CHECKED, "the family has no cases", {}, None
    return Verdict.PASS, f"all {number} cases hold", {}, tightest.to_json()


def _search(item: Search, effort: Effort) -> _Outcome:
    cases = _cases(item, effort)
    found = counterexample(item.claim, item.over, cases, effort.seed)
    if isinstance(found, Found):
        verdict, message = _instance(found.comparison)
        return verdict, f"a search finds a counterexample: {message}", found.parameters, None
    if found.undecided:
        message = f"undecided in {found.undecided} of {found.tried} cases"
        return Verdict.NOT_CHECKED, message, {}, None
    if not found.tried:
        return Verdict.NOT_CHECKED, "the search tried no case", {}, None
    message = f"no counterexample in {found.tried} cases, seed {effort.seed}"
    return Verdict.PASS, message, {}, found.tightest.to_json()


class _Tightest:
    """Remembers the case of an inequality in which the two sides are closest."""

    def __init__(self) -> None:
        self._found: tuple[Tightness, Mapping[str, Any]] | None = None

    def see(self, comparison: Comparison, parameters: Mapping[str, Any]) -> None:
        """Compare one more case with the tightest so far."""
        tightness = comparison.tightness
        if tightness is not None and (self._found is None or tightness.rank > self._found[0].rank):
            self._found = tightness, parameters

    def to_json(self) -> Mapping[str, str | None] | None:
        """Return the tightest case, if there was an inequality at all."""
        if self._found is None:
            return None
        tightness, parameters = self._found
        return {**tightness.to_json(), "at": given(parameters)}


def _cases(item: Search, effort: Effort) -> int:
    return item.thorough if effort.thorough else item.cases


@dataclass(frozen=True)
class Found:
    """A counterexample, as small as Hypothesis can make it."""

    parameters: Mapping[str, Any]
    comparison: Comparison


@dataclass(frozen=True)
class NotFound:
    """How many cases a search tried, how many it could not decide, and the tightest of them."""

    tried: int
    undecided: int
    tightest: _Tightest


class _RefutedError(Exception):
    """Tells Hypothesis that a case is a counterexample."""


def counterexample(
    claim: Callable[..., Any], over: Space, cases: int, seed: int
) -> Found | NotFound:
    """Search for parameters at which a claim fails.

    Parameters
    ----------
    claim
        The claim.
    over
        Where to search.
    cases
        How many cases are tried.
    seed
        Where the search begins.

    Returns
    -------
    Found or NotFound
        The smallest counterexample, or how many cases there were.
    """
    import hypothesis
    from hypothesis import HealthCheck, Phase, Verbosity, strategies

    space = over()
    if isinstance(space, Mapping):
        space = strategies.fixed_dictionaries(dict(space))
    tried = undecided = 0
    last: Found | None = None
    tightest = _Tightest()

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=cases,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        report_multiple_bugs=False,
    )
    @hypothesis.given(space)
    def attempt(parameters: dict[str, Any]) -> None:
        nonlocal tried, undecided, last
        tried += 1
        comparison = evaluate(claim, parameters)
        if comparison.verdict is None:
            undecided += 1
        elif not comparison.holds:
            last = Found(parameters, comparison)
            raise _RefutedError
        else:
            tightest.see(comparison, parameters)

    try:
        attempt()
    except _RefutedError:
        assert last is not None
        return last
    return NotFound(tried, undecided, tightest)


#: Values tried, in turn, for the symbols of an identity that is not recognized.
_TRIALS = ((2, 3, 5, 7, 11, 13), (1, 2, 4, 3, 6, 5), (-3, 5, -2, 7, 4, -5))


def _identity(item: Identity) -> tuple[Verdict, str]:
    import sympy

    left, right = map(sympy.sympify, item.sides())
    difference = sympy.cancel(sympy.together(sympy.expand(left - right, power_exp=True)))
    if difference != 0:
        difference = sympy.simplify(difference)
    names = ", ".join(sorted(map(str, left.free_symbols | right.free_symbols)))
    if difference == 0:
        return Verdict.PASS, f"{left} = {right}" + (f" for all {names}" if names else "")
    symbols = sorted(difference.free_symbols, key=str)
    for trial in _TRIALS:
        values = {s: sympy.Rational(v) for s, v in zip(symbols, trial, strict=False)}
        if len(values) < len(symbols):
            break
        found = sympy.simplify(difference.subs(values))
        # Only a proof that the difference is not zero refutes; a numerical impression does not.
        if found.is_zero is False:
            at = ", ".join(f"{s} = {v}" for s, v in values.items())
            sides = f"left {left.subs(values)}, right {right.subs(values)}"
            return Verdict.FAIL, f"not an identity: for {at}: {sides}"
    return Verdict.NOT_CHECKED, f"undecided: the difference simplifies to {difference}"


def _python_version() -> str:
    return f"Python {platform.python_version()}"


@cache
def _versions() -> tuple[str, ...]:
    packages = ("hypothesis", "mpmath", "sympy")
    return (platform.python_version(), *map(importlib.metadata.version, packages))


def _version(package: str, name: str) -> str:
    return f"{name} {importlib.metadata.version(package)}"


# --------------------------------------------------------------------------------------------------
# Many checks
# --------------------------------------------------------------------------------------------------


def check(
    project: Project,
    registry: Registry,
    ids: Iterable[str] = (),
    *,
    topics: Topics | None = None,
    only: str | None = None,
    cache: bool = True,
    effort: Effort | None = None,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> list[CheckResult]:
    """Run the checks of the chosen rows.

    Parameters
    ----------
    project, registry
        The project and its rows.
    ids
        Ids or glob patterns; none means all rows.
    topics
        The checks; default: those of the modules that the registry names.
    only
        ``SORT/NAME`` (patterns allowed): run these checks only, and do not use the cache.
    cache
        Whether results that passed before may be used again.
    effort
        How hard searches try; default: seed 0, not thorough.
    jobs
        How many processes of this machine run checks; with 1 they run in this process.
    executor
        Runs the checks instead, wherever it likes; its workers must be able to import the topic
        modules. Lean's computations stay on this machine.
    progress
        Called for every result, in the order in which they come.

    Returns
    -------
    list of CheckResult
        In the order of the registry. A row without checks has no results: that is for the ledger
        to judge.

    Raises
    ------
    ProblemsError
        When a pattern or ``only`` selects nothing, or a check module cannot be used.
    """
    rows = registry.select(ids)
    if topics is None:
        topics = load_topics(registry)
    effort = effort or Effort()
    keys = _Keys(project, effort)
    chosen = [row for row in rows if row.id in topics]
    kept: list[CheckResult] = []
    work = _Work(topics, effort)
    for row in chosen:
        checks, module = topics[row.id]
        known = keys.read(row, checks, module) if cache and only is None else None
        if known is not None:
            kept += known
            continue
        for sort, item in _items(checks):
            if only is None or fnmatchcase(f"{sort}/{item.name}", only):
                work.add(row, sort, item)
    results = {(result.row, result.sort, result.name): result for result in kept}
    left = Counter(row for row, _, _ in work.names)
    rows_done = len({result.row for result in kept})
    total = len(results) + work.size

    def of_row(row: str) -> list[CheckResult]:
        """Return the results of a row in the order of its checks."""
        names = [(row, sort, item.name) for sort, item in _items(topics[row][0])]
        return [results[name] for name in names if name in results]

    for result in work.run(project, jobs, executor):
        results[result.row, result.sort, result.name] = result
        left[result.row] -= 1
        if not left[result.row]:
            rows_done += 1
            # At once, so that a run that breaks off can go on where it was.
            if only is None:
                row = registry.rows[result.row]
                keys.write(row, *topics[row.id], of_row(row.id))
        if progress is not None:
            progress(Progress(result, len(results), total, rows_done, len(chosen)))
    if only is not None and not results:
        names = [f"{sort}/{i.name}" for row in chosen for sort, i in _items(topics[row.id][0])]
        raise ProblemsError(
            Problem(
                "",
                0,
                0,
                f"no check of these rows is called `{only}`",
                did_you_mean(only, names) or f"one of: {', '.join(names) or 'there are none'}",
            )
        )
    return [result for row in chosen for result in of_row(row.id)]


class _Work:
    """The checks that a run has to do, and how they are shared out."""

    def __init__(self, topics: Topics, effort: Effort) -> None:
        self._topics = topics
        self._effort = effort
        self._tasks: list[tuple[str, Check, Any]] = []
        self._computations: list[tuple[Row, Any]] = []

    def add(self, row: Row, sort: Check, item: Any) -> None:
        """Add one check."""
        if sort is Check.COMPUTATIONS:
            self._computations.append((row, item))
        else:
            self._tasks.append((row.id, sort, item))

    @property
    def names(self) -> list[tuple[str, Check, str]]:
        """Row, sort and name of every check."""
        return [
            *((row, sort, item.name) for row, sort, item in self._tasks),
            *((row.id, Check.COMPUTATIONS, item.name) for row, item in self._computations),
        ]

    @property
    def size(self) -> int:
        """How many checks there are."""
        return len(self._tasks) + len(self._computations)

    def run(self, project: Project, jobs: int, executor: Executor | None) -> Iterator[CheckResult]:
        """Run all of them; results come as they are found."""
        from pyharness.checks.lean_values import compute

        if executor is not None:
            yield from self._share(project, executor)
        elif jobs > 1 and len(self._tasks) > 1:
            with ProcessPoolExecutor(min(jobs, len(self._tasks))) as pool:
                yield from self._share(project, pool)
        else:
            for row, sort, item in self._tasks:
                yield run_item(row, sort, item, self._effort)
            yield from compute(project, self._computations)

    def _share(self, project: Project, executor: Executor) -> Iterator[CheckResult]:
        """Let an executor run the checks, and Lean its computations at the same time."""
        from pyharness.checks.lean_values import compute

        futures: dict[Future[Any], tuple[str, Check, Any] | None] = {
            executor.submit(run_check, self._topics[row][1], row, sort, item.name, self._effort): (
                row,
                sort,
                item,
            )
            for row, sort, item in self._tasks
        }
        # Threads begin after the processes, which are copies of this one.
        with ThreadPoolExecutor(1) as thread:
            lean = thread.submit(lambda: list(compute(project, self._computations)))
            futures[lean] = None
            try:
                for future in as_completed(futures):
                    task = futures[future]
                    yield from lean.result() if task is None else [self._result(future, *task)]
            finally:
                for future in futures:
                    future.cancel()

    def _result(self, future: Future[Any], row: str, sort: Check, item: Any) -> CheckResult:
        """Return the result of a check; when the worker gave none, it was not checked."""
        try:
            return future.result()
        except Exception as error:
            file, line = where(item.sides if sort is Check.IDENTITIES else item.claim)
            said = str(error).splitlines()
            message = f"the worker gave no result: {type(error).__name__}" + (
                f": {said[0]}" if said else ""
            )
            return CheckResult(
                row, sort, item.name, Verdict.NOT_CHECKED, message, file=file, line=line
            )


def _items(checks: RowChecks) -> list[tuple[Check, Any]]:
    return [(sort, item) for sort in checks.sorts for item in checks.of_sort(sort)]


class Sources:
    """Hashes of the code that results depend on."""

    def __init__(self) -> None:
        self._hashes: dict[str, str] = {}

    def of(self, module: str) -> str:
        """Hash the code of a module and of the check modules that it imports."""
        if module not in self._hashes:
            self._hashes[module] = ""  # ends a circle of imports
            text = Path(inspect.getfile(importlib.import_module(module))).read_bytes()
            parts = [hashlib.sha256(text).hexdigest()]
            parts += [self.of(name) for name in self._imported(module, text.decode())]
            self._hashes[module] = hashlib.sha256("".join(parts).encode()).hexdigest()
        return self._hashes[module]

    @staticmethod
    def _imported(module: str, text: str) -> Iterator[str]:
        """Find the check modules that a module imports: those of this package and of its own."""
        packages = "|".join({re.escape(module.rpartition(".")[0]), r"pyharness\.checks"})
        pattern = rf"^ *from ({packages})(?:\.(\w+))? import (.*)"
        for package, name, names in re.findall(pattern, text, re.MULTILINE):
            if name:
                yield f"{package}.{name}"
                continue
            for word in re.findall(r"\w+", names):
                if importlib.util.find_spec(f"{package}.{word}"):
                    yield f"{package}.{word}"


class _Keys:
    """The cache of results: a file per row with the key under which it is valid."""

    def __init__(self, project: Project, effort: Effort) -> None:
        self._project = project
        self._effort = effort
        self._folder = project.cache / "checks"
        self._sources = Sources()
        self._interfaces: dict[str, str] | None = None

    def read(self, row: Row, checks: RowChecks, module: str) -> list[CheckResult] | None:
        """Return the kept results when nothing they depend on has changed."""
        try:
            value = json.loads(self._path(row).read_bytes())
            if value["key"] != self._key(row, checks, module):
                return None
            results = [CheckResult.from_json(item) for item in value["results"]]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        wanted = [(sort, item.name) for sort, item in _items(checks)]
        found = [(r.sort, r.name) for r in results if r.verdict is Verdict.PASS and r.row == row.id]
        return results if sorted(found) == sorted(wanted) else None

    def write(
        self, row: Row, checks: RowChecks, module: str, results: Sequence[CheckResult]
    ) -> None:
        """Keep the results of a row that passed whole; forget those of any other."""
        path = self._path(row)
        if not all(result.verdict is Verdict.PASS for result in results):
            path.unlink(missing_ok=True)
            return
        value = {
            "key": self._key(row, checks, module),
            "results": [result.to_json() for result in results],
        }
        write_whole(path, json.dumps(value, ensure_ascii=False))

    def _path(self, row: Row) -> Path:
        # A thorough run must not make the next quick one forget what it knows.
        return self._folder / f"{row.id}{'.thorough' if self._effort.thorough else ''}.json"

    def _key(self, row: Row, checks: RowChecks, module: str) -> str:
        parts = [
            FORMAT,
            *_versions(),
            self._effort.seed,
            self._effort.thorough,
            self._sources.of(module),
            *(self._sources.of(name) for name in ENGINE),
            row.model_dump_json(),
            [self._interface(name) for item in checks.computations for name in item.modules],
        ]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def _interface(self, module: str) -> str:
        if self._interfaces is None:
            from pyharness.lean.manifest import read_manifest

            entries = read_manifest(self._project).modules
            self._interfaces = {name: entry.interface for name, entry in entries.items()}
        return self._interfaces.get(module, "not built")


#: The modules whose code every result depends on.
ENGINE = (
    "pyharness.checks.model",
    "pyharness.checks.engine",
    "pyharness.checks.enclosures",
    "pyharness.checks.lean_values",
    "pyharness.registry.model",
)
