"""Runs the checks of rows, and keeps what passed until something changes.

A row's results are kept under ``build/cache/checks`` together with a key: the hash of the code of
the engine and of the topic module, the row itself, the versions of Python and SymPy and, for
computations, the compiled Lean modules. Only rows that passed whole are kept: a failure is always
run again.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.metadata
import inspect
import json
import platform
import time
import traceback
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyharness.checks.model import (
    CheckResult,
    Comparison,
    Control,
    Identity,
    Instance,
    RowChecks,
    Verdict,
    shown,
)
from pyharness.problems import Problem, Problems, ProblemsError
from pyharness.project import write_whole
from pyharness.registry import Check, did_you_mean
from pyharness.registry.loader import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pyharness.project import Project
    from pyharness.registry import Registry, Row

__all__ = ["Topics", "check", "load_topics", "where"]

#: Row id -> (the checks, the topic module that has them).
Topics = dict[str, tuple[RowChecks, str]]

_HERE = Path(__file__).parent

#: Part of every key of the cache: to be raised when the form of the results changes.
FORMAT = 1


def load_topics(registry: Registry, package: str = "pyharness.checks") -> Topics:
    """Import the check modules that the registry names.

    Parameters
    ----------
    registry
        Its ``topics`` are modules of ``package``, each with a tuple ``CHECKS`` of `RowChecks`.
    package
        The package that the modules belong to.

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
        name = f"{package}.{topic}"
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
    own = [f for f in inside if Path(f.filename) != Path(__file__)]
    return Place(_named(Path(own[-1].filename)), own[-1].lineno or 0, 0) if own else Place("", 0, 0)


# --------------------------------------------------------------------------------------------------
# One check
# --------------------------------------------------------------------------------------------------


def _run(row: Row, sort: Check, item: Any) -> CheckResult:
    """Run one check that needs no Lean."""
    claim = item.sides if sort is Check.IDENTITIES else item.claim
    began = time.perf_counter()
    parameters: Mapping[str, Any] = {}
    try:
        match item:
            case Instance():
                parameters = item.parameters
                verdict, message = _instance(item)
            case Control():
                parameters = item.refuted_by
                verdict, message = _control(item)
            case Identity():
                verdict, message = _identity(item)
            case _:
                raise TypeError(f"{item!r} is not a check")
    except Exception as error:
        place = _place_of_error(error)
        verdict = Verdict.FAIL
        message = f"the check raised {type(error).__name__}: {error} ({place})"
    file, line = where(claim)
    return CheckResult(
        row=row.id,
        sort=sort,
        name=item.name,
        verdict=verdict,
        message=message,
        parameters={key: shown(value) for key, value in parameters.items()},
        hypothesis=item.drops if isinstance(item, Control) else None,
        file=file,
        line=line,
        seconds=time.perf_counter() - began,
        tool=_sympy_version() if sort is Check.IDENTITIES else _python_version(),
    )


def where(function: Callable[..., Any]) -> tuple[str, int]:
    """Return file and line of a function."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return (_named(Path(code.co_filename)), code.co_firstlineno) if code else ("", 0)


def _evaluated(claim: Callable[..., Any], parameters: Mapping[str, Any]) -> Comparison:
    comparison = claim(**parameters)
    if not isinstance(comparison, Comparison):
        raise TypeError(f"a claim returns a Comparison, not {comparison!r}")
    return comparison


def _instance(item: Instance) -> tuple[Verdict, str]:
    comparison = _evaluated(item.claim, item.parameters)
    if comparison.holds:
        return Verdict.PASS, str(comparison)
    return Verdict.FAIL, f"claimed is {comparison.relation}, found is {comparison}"


def _control(item: Control) -> tuple[Verdict, str]:
    unaltered = _evaluated(item.claim, item.holds_for)
    if not unaltered.holds:
        given = ", ".join(f"{k} = {shown(v)}" for k, v in item.holds_for.items())
        return (
            Verdict.FAIL,
            f"the altered claim fails also where the alteration makes no difference ({given}):"
            f" {unaltered}; it is broken, not altered",
        )
    comparison = _evaluated(item.claim, item.refuted_by)
    if comparison.holds:
        return (
            Verdict.FAIL,
            f"if {item.alteration}, the claim still holds here: {comparison}; this instance"
            " refutes nothing",
        )
    return Verdict.PASS, f"if {item.alteration}, the claim fails: {comparison}"


#: Values tried, in turn, for the symbols of an identity that is not recognized.
_TRIALS = ((2, 3, 5, 7, 11, 13), (1, 2, 4, 3, 6, 5), (-3, 5, -2, 7, 4, -5))


def _identity(item: Identity) -> tuple[Verdict, str]:
    import sympy

    left, right = item.sides()
    difference = sympy.cancel(sympy.together(sympy.expand(left - right, power_exp=True)))
    if difference != 0:
        difference = sympy.simplify(difference)
    names = ", ".join(sorted(map(str, (left - right).free_symbols)))
    if difference == 0:
        return Verdict.PASS, f"{left} = {right} for all {names}"
    symbols = sorted(difference.free_symbols, key=str)
    for trial in _TRIALS:
        values = {s: sympy.Rational(v) for s, v in zip(symbols, trial, strict=False)}
        if len(values) < len(symbols):
            break
        found = sympy.simplify(difference.subs(values))
        # Only a proof that the difference is not zero refutes; a numerical impression does not.
        if found.is_zero is False:
            given = ", ".join(f"{s} = {v}" for s, v in values.items())
            sides = f"left {left.subs(values)}, right {right.subs(values)}"
            return Verdict.FAIL, f"not an identity: for {given}: {sides}"
    return Verdict.NOT_CHECKED, f"undecided: the difference simplifies to {difference}"


def _python_version() -> str:
    return f"Python {platform.python_version()}"


def _sympy_version() -> str:
    return f"SymPy {importlib.metadata.version('sympy')}"


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
    progress: Callable[[CheckResult], None] | None = None,
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
    progress
        Called with every result.

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
    from pyharness.checks.lean_values import compute

    rows = registry.select(ids)
    if topics is None:
        topics = load_topics(registry)
    report = progress or (lambda result: None)
    keys = _Keys(project)
    results: dict[str, list[CheckResult]] = {}
    pending: list[tuple[Row, Any]] = []
    fresh: list[Row] = []
    for row in rows:
        if row.id not in topics:
            continue
        checks, module = topics[row.id]
        kept = keys.read(row, checks, module) if cache and only is None else None
        if kept is not None:
            results[row.id] = kept
            for result in kept:
                report(result)
            continue
        fresh.append(row)
        results[row.id] = []
        for sort in checks.sorts:
            for item in checks.of_sort(sort):
                if only is not None and not fnmatchcase(f"{sort}/{item.name}", only):
                    continue
                if sort is Check.COMPUTATIONS:
                    pending.append((row, item))
                    continue
                result = _run(row, sort, item)
                results[row.id].append(result)
                report(result)
    for result in compute(project, pending):
        results[result.row].append(result)
        report(result)
    if only is not None and not any(results.values()):
        names = [
            f"{sort}/{item.name}"
            for row in rows
            if row.id in topics
            for sort in topics[row.id][0].sorts
            for item in topics[row.id][0].of_sort(sort)
        ]
        raise ProblemsError(
            Problem(
                "",
                0,
                0,
                f"no check of these rows is called `{only}`",
                did_you_mean(only, names) or f"one of: {', '.join(names) or 'there are none'}",
            )
        )
    if only is None:
        for row in fresh:
            keys.write(row, *topics[row.id], results[row.id])
    return [result for row in rows for result in results.get(row.id, ())]


class _Keys:
    """The cache of results: a file per row with the key under which it is valid."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._folder = project.cache / "checks"
        self._sources: dict[str, str] = {}
        self._interfaces: dict[str, str] | None = None

    def read(self, row: Row, checks: RowChecks, module: str) -> list[CheckResult] | None:
        """Return the kept results when nothing they depend on has changed."""
        try:
            value = json.loads((self._folder / f"{row.id}.json").read_bytes())
            if value["key"] != self._key(row, checks, module):
                return None
            results = [CheckResult.from_json(item) for item in value["results"]]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        wanted = [(sort, item.name) for sort in checks.sorts for item in checks.of_sort(sort)]
        found = [(r.sort, r.name) for r in results if r.verdict is Verdict.PASS and r.row == row.id]
        return results if sorted(found) == sorted(wanted) else None

    def write(
        self, row: Row, checks: RowChecks, module: str, results: Sequence[CheckResult]
    ) -> None:
        """Keep the results of a row that passed whole; forget those of any other."""
        path = self._folder / f"{row.id}.json"
        if not all(result.verdict is Verdict.PASS for result in results):
            path.unlink(missing_ok=True)
            return
        value = {
            "key": self._key(row, checks, module),
            "results": [result.to_json() for result in results],
        }
        write_whole(path, json.dumps(value, ensure_ascii=False))

    def _key(self, row: Row, checks: RowChecks, module: str) -> str:
        parts = [
            FORMAT,
            platform.python_version(),
            importlib.metadata.version("sympy"),
            self._source_of(module),
            *(self._source_of(name) for name in ENGINE),
            row.model_dump_json(),
            [self._interface(name) for item in checks.computations for name in item.modules],
        ]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def _source_of(self, module: str) -> str:
        if module not in self._sources:
            file = inspect.getfile(importlib.import_module(module))
            self._sources[module] = hashlib.sha256(Path(file).read_bytes()).hexdigest()
        return self._sources[module]

    def _interface(self, module: str) -> str:
        if self._interfaces is None:
            from pyharness.lean.build import read_manifest

            entries = read_manifest(self._project).modules
            self._interfaces = {name: entry.interface for name, entry in entries.items()}
        return self._interfaces.get(module, "not built")


#: The modules whose code every result depends on.
ENGINE = (
    "pyharness.checks.model",
    "pyharness.checks.engine",
    "pyharness.checks.lean_values",
    "pyharness.registry.model",
)
