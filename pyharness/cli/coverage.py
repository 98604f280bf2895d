"""``pyharness coverage``: how many checks each row has, and what is missing."""

from __future__ import annotations

import click

from pyharness.cli import HOLDS, REFUTED, json_option, print_json

__all__ = ["command"]


@click.command(
    epilog="""\b
Examples:
  pyharness coverage                     the rows that have checks or a proof
  pyharness coverage 'ch10-*'            the rows of chapter 10, also those without
  pyharness coverage --missing           only the rows that lack something
"""
)
@click.argument("rows", nargs=-1, metavar="[ID or GLOB]...")
@click.option("--missing", is_flag=True, help="Show only the rows that lack something.")
@json_option
@click.pass_context
def command(ctx: click.Context, /, *, rows: tuple[str, ...], missing: bool, as_json: bool) -> None:
    """Count the checks of each row, and say what is missing to the norm.

    The norm is for rows that are proved in Lean: at least three identities or instances, a search,
    a control for every hypothesis (in Python or in Lean), a computation. The exit code is 1 when
    something is missing.
    """
    from pyharness.checks import load_topics
    from pyharness.checks.coverage import COLUMNS, coverage
    from pyharness.registry import load_registry

    registry = load_registry(ctx.obj())
    found = coverage(registry.select(rows), load_topics(registry))
    lacking = [item for item in found if item.missing]
    totals = {column: sum(item.counts[column] for item in found) for column in COLUMNS}
    proved = [item for item in found if item.proved]
    if as_json:
        print_json(
            {
                "holds": not lacking,
                "rows": [item.to_json() for item in found if item.missing or not missing],
                "totals": totals,
                "proved": len(proved),
                "complete": len(proved) - len(lacking),
            }
        )
        ctx.exit(REFUTED if lacking else HOLDS)
    listed = [
        item
        for item in found
        if item.missing or (not missing and (rows or item.proved or any(item.counts.values())))
    ]
    width = max([len(item.row) for item in listed], default=len("total"))
    if listed:
        click.echo(" " * width + "  " + "  ".join(COLUMNS))
    for item in listed:
        cells = [str(item.counts[c] or "·").center(len(c)) for c in COLUMNS]
        line = f"{item.row.ljust(width)}  {'  '.join(cells)}".rstrip()
        if item.missing:
            line += click.style(f"  missing: {', '.join(item.missing)}", fg="yellow")
        click.echo(line)
    cells = [str(totals[c]).center(len(c)) for c in COLUMNS]
    click.secho(f"{'total'.ljust(width)}  {'  '.join(cells)}".rstrip(), bold=True)
    click.echo(
        f"{len(found)} rows, {len(proved)} with a proof in Lean;"
        f" {len(proved) - len(lacking)} of these have all the checks that they should have"
    )
    ctx.exit(REFUTED if lacking else HOLDS)
