"""``pyharness check``: the numeric checks."""

from __future__ import annotations

import shutil
import sys
import time
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from pyharness.cli import HOLDS, INTERRUPTED, REFUTED, json_option, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from pyharness.checks import CheckResult
    from pyharness.checks.engine import Progress

__all__ = ["CheckProgress", "command", "result_text"]

_MARKS = {"pass": ("pass", "green"), "fail": ("FAIL", "red"), "not checked": ("open", "yellow")}


@click.command(
    epilog="""\b
Examples:
  pyharness check                              every row
  pyharness check 'ch20-*'                     the rows of chapter 20
  pyharness check ch20-bt-shift-invariance --only controls/response-shift
  pyharness check --thorough --seed 7          larger searches, other random cases
  pyharness check --thorough --executor dask:tcp://127.0.0.1:8786
"""
)
@click.argument("rows", nargs=-1, metavar="[ID or GLOB]...")
@click.option("--only", metavar="SORT/NAME", help="Run the checks of this name only.")
@click.option("--fresh", is_flag=True, help="Run everything again, also what passed before.")
@click.option(
    "--jobs", "-j", type=click.IntRange(min=1), help="Checks at a time. Default: processors."
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Where random searches begin.",
)
@click.option("--thorough", is_flag=True, help="Search larger families, and many more cases.")
@click.option(
    "--executor",
    metavar="dask:ADDRESS",
    help="Run the checks on the workers of a Dask scheduler, such as dask:tcp://127.0.0.1:8786.",
)
@click.option("--verbose", "-v", is_flag=True, help="Show every check, not only what fails.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    rows: tuple[str, ...],
    only: str | None,
    fresh: bool,
    jobs: int | None,
    seed: int,
    thorough: bool,
    executor: str | None,
    verbose: bool,
    as_json: bool,
) -> None:
    """Test rows on exact numbers.

    Identities are proved by computer algebra, instances are compared exactly, searches must find
    no counterexample, controls are altered claims that must be refuted, and computations ask
    Lean's kernel for the value that Python found. Computations need a built library
    (`pyharness build`).
    """
    from pyharness.checks import Effort, Verdict, check, load_topics
    from pyharness.project import processors
    from pyharness.registry import load_registry

    began = time.perf_counter()
    project = ctx.obj()
    registry = load_registry(project)
    if executor is not None and jobs is not None:
        raise click.UsageError("--jobs is for this machine: with --executor the workers decide")
    topics = load_topics(registry)
    try:
        with _workers(executor, [module for _, module in topics.values()]) as pool:
            results = check(
                project,
                registry,
                rows,
                topics=topics,
                only=only,
                cache=not fresh,
                effort=Effort(seed, thorough),
                jobs=jobs or processors(),
                executor=pool,
                progress=CheckProgress(silent=as_json),
            )
    except KeyboardInterrupt:
        click.echo("interrupted: rows that are done are kept, the next run goes on", err=True)
        ctx.exit(INTERRUPTED)
    seconds = time.perf_counter() - began
    passed = [result for result in results if result.verdict is Verdict.PASS]
    if as_json:
        print_json(
            {
                "holds": bool(results) and len(passed) == len(results),
                "seconds": round(seconds, 3),
                "seed": seed,
                "thorough": thorough,
                "results": [result.to_json() for result in results],
            }
        )
    else:
        for result in results:
            if verbose or only or result.verdict is not Verdict.PASS:
                click.echo(result_text(result))
        tested = len({result.row for result in results})
        counts = [
            f"{len([r for r in results if r.verdict is verdict])} {word}"
            for verdict, word in (
                (Verdict.PASS, "passed"),
                (Verdict.FAIL, "failed"),
                (Verdict.NOT_CHECKED, "not checked"),
            )
        ]
        nouns = [
            f"{number} {noun}{'' if number == 1 else 's'}"
            for number, noun in ((len(results), "check"), (tested, "row"))
        ]
        click.echo(f"{' of '.join(nouns)}: {', '.join(counts)}, {seconds:.2f} s")
        if not results:
            click.echo("Nothing was checked: these rows have no checks.", err=True)
    ctx.exit(HOLDS if results and len(passed) == len(results) else REFUTED)


def _workers(name: str | None, modules: list[str]) -> AbstractContextManager[Executor | None]:
    if name is None:
        return nullcontext()
    from pyharness.checks.workers import open_executor

    return open_executor(name, modules)


def result_text(result: CheckResult) -> str:
    """Say what was found and, when it is not a pass, how to see it again.

    Parameters
    ----------
    result
        The result of a check.

    Returns
    -------
    str
        Some lines, with colours.
    """
    return "\n".join(_lines(result))


def _lines(result: CheckResult) -> Iterator[str]:
    word, colour = _MARKS[result.verdict.value]
    mark = click.style(word, fg=colour, bold=True)
    yield f"{mark}  {result.row}  {result.sort}/{result.name}"
    yield f"      {result.message}"
    if result.verdict.value == "pass":
        if result.tightness and result.tightness.get("at"):
            at = result.tightness
            yield f"      tightest: {at['smaller']} against {at['larger']} for {at['at']}"
        return
    if result.says:
        yield f"      the claim: {result.says}"
    for key, value in result.parameters.items():
        yield f"      {key} = {value}"
    if result.file:
        yield f"      written in {result.file}:{result.line}"
    yield f"      again: {result.command}"


class CheckProgress:
    """Shows on a terminal how far the checks are, once they take longer than two seconds.

    Parameters
    ----------
    silent
        Whether nothing is shown in any case.
    """

    def __init__(self, *, silent: bool = False) -> None:
        self._live = not silent and sys.stderr.isatty()
        self._began: float | None = None
        self._shown = False

    def __call__(self, progress: Progress) -> None:
        """Show one more result; after the last one the line is gone."""
        self._began = self._began or time.monotonic()
        seconds = time.monotonic() - self._began
        if self._shown and progress.done == progress.total:
            click.echo("\r\x1b[K", nl=False, err=True)
        if not self._live or seconds < 2 or progress.done == progress.total:
            return
        text = (
            f"{progress.done} of {progress.total} checks, {progress.rows_done} of {progress.rows}"
            f" rows, {seconds:.0f} s  {progress.result.row}"
        )
        text = text[: shutil.get_terminal_size().columns - 1]
        click.echo(f"\r\x1b[K{text}", nl=False, err=True)
        self._shown = True
