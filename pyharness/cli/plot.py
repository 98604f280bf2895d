"""``pyharness plot``: pictures of claims."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pyharness.cli import HOLDS, REFUTED, json_option, print_json

if TYPE_CHECKING:
    from typing import Any

__all__ = ["command"]


@click.command(
    epilog="""\b
Examples:
  pyharness plot -o pictures                        every plot of every row
  pyharness plot ch17-pass-bounds -o . --format png
"""
)
@click.argument("rows", nargs=-1, metavar="[ID or GLOB]...")
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="The folder for the pictures; it is made when missing.",
)
@click.option(
    "--format", "form", type=click.Choice(["svg", "png"]), default="svg", show_default=True
)
@json_option
@click.pass_context
def command(
    ctx: click.Context, /, *, rows: tuple[str, ...], output: Path, form: str, as_json: bool
) -> None:
    """Draw the two sides of claims while one parameter runs: a bound against what it bounds.

    Every point that is drawn is evaluated exactly first, and its claim must hold: otherwise the
    picture is not drawn and the exit code is 1. The same claims give the same files.
    """
    from pyharness.checks import load_topics
    from pyharness.checks.plots import make
    from pyharness.project import processors, write_whole
    from pyharness.registry import load_registry

    project = ctx.obj()
    registry = load_registry(project)
    topics = load_topics(registry)
    tasks = [
        (row, plot, topics[row.id][1])
        for row in registry.select(rows)
        if row.id in topics
        for plot in topics[row.id][0].plots
    ]
    drawn: list[dict[str, Any]] = []
    for picture, data in make(tasks, form, processors()):
        path = output / f"{picture.row}.{picture.name}.{form}"
        # A picture of an earlier run must not stand for one that is refused now.
        path.unlink(missing_ok=True)
        if not picture.faults:
            write_whole(path, data)
        fact = {
            "row": picture.row,
            "plot": picture.name,
            "points": picture.size,
            "file": None if picture.faults else str(path),
            "faults": picture.faults,
        }
        drawn.append(fact)
        if not as_json:
            _show(fact, f"{picture.file}:{picture.line}")
    holds = bool(drawn) and not any(fact["faults"] for fact in drawn)
    if as_json:
        print_json({"holds": holds, "pictures": drawn})
    elif not drawn:
        click.echo("Nothing was drawn: these rows have no plots.", err=True)
    ctx.exit(HOLDS if holds else REFUTED)


def _show(fact: dict[str, Any], place: str) -> None:
    if not fact["faults"]:
        click.echo(f"{fact['file']}  {fact['points']} points")
        return
    word = click.style("FAIL", fg="red", bold=True)
    click.echo(f"{word}  {fact['row']}  plots/{fact['plot']}: not drawn")
    for fault in fact["faults"][:3]:
        click.echo(f"      {fault}")
    if len(fact["faults"]) > 3:
        click.echo(f"      and {len(fact['faults']) - 3} more points")
    click.echo(f"      written in {place}")
