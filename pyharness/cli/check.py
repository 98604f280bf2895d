"""``pyharness check``: the numeric checks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from pyharness.cli import HOLDS, REFUTED, json_option, print_json

if TYPE_CHECKING:
    from pyharness.checks import CheckResult

__all__ = ["command", "show_result"]

_MARKS = {"pass": ("pass", "green"), "fail": ("FAIL", "red"), "not checked": ("open", "yellow")}


@click.command(
    epilog="""\b
Examples:
  pyharness check                              every row
  pyharness check 'ch20-*'                     the rows of chapter 20
  pyharness check ch20-bt-shift-invariance --only controls/response-shift
"""
)
@click.argument("rows", nargs=-1, metavar="[ID or GLOB]...")
@click.option("--only", metavar="SORT/NAME", help="Run the checks of this name only.")
@click.option("--fresh", is_flag=True, help="Run everything again, also what passed before.")
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
    verbose: bool,
    as_json: bool,
) -> None:
    """Test rows on exact numbers.

    Identities are proved by computer algebra, instances are compared exactly, controls are altered
    claims that must be refuted, and computations ask Lean's kernel for the value that Python
    found. Computations need a built library (`pyharness build`).
    """
    from pyharness.checks import Verdict, check
    from pyharness.registry import load_registry

    began = time.perf_counter()
    project = ctx.obj()
    registry = load_registry(project)
    results = check(project, registry, rows, only=only, cache=not fresh)
    seconds = time.perf_counter() - began
    passed = [result for result in results if result.verdict is Verdict.PASS]
    if as_json:
        print_json(
            {
                "holds": bool(results) and len(passed) == len(results),
                "seconds": round(seconds, 3),
                "results": [result.to_json() for result in results],
            }
        )
    else:
        for result in results:
            if verbose or only or result.verdict is not Verdict.PASS:
                show_result(result)
        tested = len({result.row for result in results})
        counts = [
            f"{len([r for r in results if r.verdict is verdict])} {word}"
            for verdict, word in (
                (Verdict.PASS, "passed"),
                (Verdict.FAIL, "failed"),
                (Verdict.NOT_CHECKED, "not checked"),
            )
        ]
        noun = "row" if tested == 1 else "rows"
        click.echo(
            f"{len(results)} checks of {tested} {noun}: {', '.join(counts)}, {seconds:.2f} s"
        )
        if not results:
            click.echo("Nothing was checked: these rows have no checks.", err=True)
    ctx.exit(HOLDS if results and len(passed) == len(results) else REFUTED)


def show_result(result: CheckResult) -> None:
    """Print one result: what was found and, when it failed, how to see it again."""
    word, colour = _MARKS[result.verdict.value]
    click.echo(
        f"{click.style(word, fg=colour, bold=True)}  {result.row}  {result.sort}/{result.name}"
    )
    click.echo(f"      {result.message}")
    if result.verdict.value == "pass":
        return
    for key, value in result.parameters.items():
        click.echo(f"      {key} = {value}")
    if result.file:
        click.echo(f"      written in {result.file}:{result.line}")
    click.echo(f"      again: {result.command}")
