"""``pyharness list``: the rows of the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pyharness.cli import json_option, print_json

if TYPE_CHECKING:
    from pyharness.project import Project
    from pyharness.registry import Row

__all__ = ["command"]

_VERDICTS = ("pass", "fail", "not checked")


@click.command(
    epilog="""\b
Examples:
  pyharness list                            all rows
  pyharness list --chapter 20 --kind lemma  lemmas of chapter 20
  pyharness list '*-shift-*'                rows whose id matches
  pyharness list --verdict fail             rows that do not hold, by the last verify
  pyharness list --axioms 'ch10-*'          their theorems, each with the axioms it rests on
"""
)
@click.argument("rows", nargs=-1, metavar="[ID or GLOB]...")
@click.option("--chapter", type=int, multiple=True, help="Rows of this chapter (repeatable).")
@click.option("--kind", multiple=True, metavar="KIND", help="Rows of this kind, such as theorem.")
@click.option(
    "--verdict",
    type=click.Choice(_VERDICTS),
    multiple=True,
    help="Rows with this verdict in the last ledger; needs one that is up to date.",
)
@click.option(
    "--axioms",
    is_flag=True,
    help="The theorems that state the rows, each with its axioms; needs a built library.",
)
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    rows: tuple[str, ...],
    chapter: tuple[int, ...],
    kind: tuple[str, ...],
    verdict: tuple[str, ...],
    axioms: bool,
    as_json: bool,
) -> None:
    """List rows of the book: id, label, title, and what they claim."""
    from pyharness.cli import WRONG_INPUT
    from pyharness.cli.status import fresh_ledger
    from pyharness.registry import Kind, did_you_mean, load_registry

    known = [k.value for k in Kind]
    for given in kind:
        if given not in known:
            hint = did_you_mean(given, known) or f"one of: {', '.join(known)}"
            raise click.UsageError(f"there is no kind `{given}`: {hint}")
    project = ctx.obj()
    registry = load_registry(project)
    chapters = {c.number for c in registry.book.chapters}
    for number in chapter:
        if number not in chapters:
            shown = ", ".join(map(str, sorted(chapters)))
            raise click.UsageError(f"the book has no chapter {number}; it has {shown}")
    verdicts: dict[str, str] = {}
    if verdict:
        ledger = fresh_ledger(project, registry)
        if ledger is None:
            ctx.exit(WRONG_INPUT)
        verdicts = {row: record["verdict"] for row, record in ledger["rows"].items()}
    chosen = [
        row
        for row in registry.select(rows)
        if (not chapter or row.chapter in chapter)
        and (not kind or row.kind in kind)
        and (not verdict or verdicts.get(row.id) in verdict)
    ]
    if axioms:
        _show_axioms(project, chosen, as_json=as_json)
        return
    if as_json:
        print_json([{**row.model_dump(mode="json"), "claims": row.claims} for row in chosen])
        return
    width = max([len(row.id) for row in chosen], default=0)
    labels = max([len(row.label or row.kind) for row in chosen], default=0)
    for row in chosen:
        label = (row.label or row.kind.value).ljust(labels)
        click.echo(f"{row.id.ljust(width)}  {label}  {row.title}")
    click.echo(f"{len(chosen)} of {len(registry.rows)} rows", err=True)


def _show_axioms(project: Project, rows: list[Row], *, as_json: bool) -> None:
    """Print the theorems that state rows, with what they rest on."""
    from pyharness.lean.environment import load_environment

    environment = load_environment(project)
    found = [
        (row.id, name, environment.axioms(name))
        for row in rows
        for name in (row.lean.declarations if row.lean else ())
        if name in environment.constants and environment.constants[name].kind == "theorem"
    ]
    if as_json:
        print_json([{"row": row, "theorem": n, "axioms": list(below)} for row, n, below in found])
        return
    for row, name, below in found:
        click.echo(f"{row}  {name}: {', '.join(below) or 'no axioms'}")
    click.echo(f"{len(found)} theorems", err=True)
