"""``pyharness site``: the pages."""

from __future__ import annotations

import time
from pathlib import Path

import click

from pyharness.cli import HOLDS, REFUTED, WRONG_INPUT

__all__ = ["command"]


@click.group()
def command() -> None:
    """Make the pages."""


@command.command(
    epilog="""\b
Example:
  pyharness site build && pyharness serve --open
"""
)
@click.pass_context
def build(ctx: click.Context) -> None:
    """Write the pages from the last verdicts to build/site; they open from disk.

    `pyharness verify` does the same at its end. This command needs verdicts that are about the
    sources as they are. The interactive graph needs Node.js when it is made for the first time;
    without it the pages show a fixed drawing.
    """
    from pyharness.cli.status import fresh_ledger
    from pyharness.lean.environment import load_environment
    from pyharness.registry import load_registry
    from pyharness.site import build_site
    from pyharness.site.bundle import graph_script

    began = time.perf_counter()
    project = ctx.obj()
    registry = load_registry(project)
    ledger = fresh_ledger(project, registry)
    if ledger is None:
        ctx.exit(WRONG_INPUT)
    site = build_site(project, registry, ledger, load_environment(project), again=True)
    if reason := graph_script().reason:
        click.echo(f"The graph is a fixed drawing: {reason}", err=True)
    seconds = time.perf_counter() - began
    for fault in site.faults:
        click.echo(f"not drawn: {fault}", err=True)
    click.echo(f"{site.pages} pages in {seconds:.2f} s", err=True)
    click.echo(project.name_of(project.site / "index.html"))
    ctx.exit(REFUTED if site.faults else HOLDS)


@command.command(
    epilog="""\b
Example:
  pyharness site focus BradleyTerry.prob --depth 1 -o prob.html
  pyharness site focus Nat.add_comm --trace TRACED_REPOSITORY -o add_comm.html
"""
)
@click.argument("name", metavar="ID")
@click.option("--depth", type=click.IntRange(1), default=2, show_default=True)
@click.option("--limit", type=click.IntRange(2, 1000), default=150, show_default=True)
@click.option(
    "--trace",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Another library: a repository that LeanDojo has traced.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.pass_context
def focus(
    ctx: click.Context, /, *, name: str, depth: int, limit: int, trace: Path | None, output: Path
) -> None:
    """Write one page with the Lean declarations around ID, modules as bands."""
    from pyharness.cli.graph import load_any
    from pyharness.project import write_whole
    from pyharness.site.focus import focus_page

    graph = load_any(ctx, trace)
    write_whole(output, focus_page(graph, name, depth=depth, limit=limit))
    click.echo(output)
