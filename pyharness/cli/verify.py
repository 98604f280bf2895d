"""``pyharness verify``: everything, ending with a table of verdicts."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from pyharness.cli import HOLDS, INTERRUPTED, REFUTED, json_option, print_json

if TYPE_CHECKING:
    from pyharness.ledger import Stage

__all__ = ["command"]


@click.command(
    epilog="""\b
Examples:
  pyharness verify                 all stages, then the table
  pyharness verify --json          the ledger, for machines
"""
)
@json_option
@click.pass_context
def command(ctx: click.Context, /, *, as_json: bool) -> None:
    """Build the library, audit it, test the rows on numbers, write the verdicts and the pages.

    Every proof is checked twice, by Lean and by a second kernel. Only what changed is done again.
    The verdicts go to build/ledger.json and build/site; the exit code is 0 when every claim of
    every row is confirmed.
    """
    from pyharness.cli.build import build_with_progress
    from pyharness.cli.check import CheckProgress
    from pyharness.cli.recheck import RecheckProgress
    from pyharness.cli.status import show_table, show_totals
    from pyharness.verify import verify

    began = time.perf_counter()
    project = ctx.obj()
    try:
        outcome = verify(
            project,
            build=lambda: build_with_progress(project, strict=True),
            recheck_progress=RecheckProgress(silent=as_json),
            check_progress=CheckProgress(silent=as_json),
            progress=_show_stage,
        )
    except KeyboardInterrupt:
        click.echo("interrupted: there are no verdicts; the next run goes on", err=True)
        ctx.exit(INTERRUPTED)
    ledger = outcome.ledger.json
    seconds = time.perf_counter() - began
    if as_json:
        print_json(
            {
                **ledger,
                "stages": [stage.to_json() for stage in outcome.stages],
                "seconds": round(seconds, 3),
            }
        )
    else:
        click.echo(f"all stages: {seconds:.2f} s\n", err=True)
        show_table(ledger, outcome.registry.rows)
        show_totals(ledger)
        click.echo(f"pages: {project.name_of(project.site / 'index.html')}")
    ctx.exit(HOLDS if outcome.holds else REFUTED)


def _show_stage(stage: Stage) -> None:
    """Print one line about a stage, on standard error."""
    word, colour = ("ok", "green") if stage.ok else ("FAIL", "red")
    click.echo(
        f"{click.style(word.ljust(4), fg=colour, bold=True)} {stage.name:<12}"
        f"{stage.seconds:6.2f} s  {stage.summary}",
        err=True,
    )
