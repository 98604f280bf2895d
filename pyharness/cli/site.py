"""``pyharness site``: the pages."""

from __future__ import annotations

import time

import click

from pyharness.cli import WRONG_INPUT

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
    number = build_site(project, registry, ledger, load_environment(project), again=True)
    if reason := graph_script().reason:
        click.echo(f"The graph is a fixed drawing: {reason}", err=True)
    seconds = time.perf_counter() - began
    click.echo(f"{number} pages in {seconds:.2f} s", err=True)
    click.echo(project.name_of(project.site / "index.html"))
