"""``pyharness status``: the table of the last verdicts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from pyharness.cli import HOLDS, REFUTED, WRONG_INPUT, json_option, print_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyharness.project import Project
    from pyharness.registry import Registry

__all__ = ["command", "fresh_ledger", "mark", "show_table", "show_totals"]

#: For each state of an answer: sign, the same without Unicode, and colour.
_SIGNS = {
    "pass": ("✓", "ok", "green"),
    "fail": ("✗", "FAIL", "red"),
    "open": ("?", "?", "red"),
    "unclaimed": ("·", "-", None),
}
_LEGEND = {
    "pass": "confirmed",
    "fail": "failed",
    "open": "claimed and not checked",
    "unclaimed": "not claimed",
}


@click.command(
    epilog="""\b
Examples:
  pyharness status                rows that claim something
  pyharness status 'ch20-*'       the rows of chapter 20, also those without claims
  pyharness status --json         the whole ledger
"""
)
@click.argument("rows", nargs=-1, metavar="[ID or GLOB]...")
@json_option
@click.pass_context
def command(ctx: click.Context, /, *, rows: tuple[str, ...], as_json: bool) -> None:
    """Show the verdicts of the last `pyharness verify`.

    Nothing is computed here. When sources changed since then, the verdicts are not shown: they
    would be about other sources.
    """
    from pyharness.registry import load_registry

    project = ctx.obj()
    registry = load_registry(project)
    ledger = fresh_ledger(project, registry)
    if ledger is None:
        ctx.exit(WRONG_INPUT)
    chosen = [row.id for row in registry.select(rows)]
    if as_json:
        print_json({**ledger, "rows": {row: ledger["rows"][row] for row in chosen}})
    else:
        show_table(ledger, chosen, hide_unclaimed=not rows)
        show_totals(ledger)
    ctx.exit(HOLDS if ledger["holds"] else REFUTED)


def fresh_ledger(project: Project, registry: Registry) -> dict[str, Any] | None:
    """Return the last ledger when it is about the sources as they are; otherwise say why not."""
    from pyharness.ledger import changed_sources, read_ledger, source_hashes

    ledger = read_ledger(project)
    changed = changed_sources(ledger["sources"], source_hashes(project, registry))
    if not changed:
        return ledger
    more = f" and {len(changed) - 3} more files" if len(changed) > 3 else ""
    verb = "has" if len(changed) == 1 else "have"
    click.echo(
        f"The verdicts of {ledger['created']} are about other sources: {', '.join(changed[:3])}"
        f"{more} {verb} changed. Run `pyharness verify`.",
        err=True,
    )
    return None


def mark(answer: dict[str, Any]) -> str:
    """Return the state of an answer: a key of the signs."""
    if answer["verdict"] == "not checked":
        return "open" if answer["claimed"] else "unclaimed"
    return str(answer["verdict"])


def _sign(state: str) -> tuple[str, str | None]:
    """Return sign and colour of a state, without Unicode where the output cannot show it."""
    sign, plain, colour = _SIGNS[state]
    try:
        sign.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return plain, colour
    return sign, colour


def show_table(ledger: dict[str, Any], rows: Iterable[str], *, hide_unclaimed: bool = True) -> None:
    """Print rows against questions."""
    from pyharness.registry import Question

    rows = list(rows)
    questions = [question.value for question in Question]
    shown = [
        row
        for row in rows
        if not hide_unclaimed
        or any(answer["claimed"] for answer in ledger["rows"][row]["questions"].values())
        or ledger["rows"][row]["verdict"] == "fail"
    ]
    width = max([len(row) for row in shown], default=0)
    if shown:
        click.echo(" " * width + "  " + "  ".join(questions))
    states = set()
    for row in shown:
        record = ledger["rows"][row]
        cells = []
        for question in questions:
            state = mark(record["questions"][question])
            states.add(state)
            sign, colour = _sign(state)
            cells.append(click.style(sign.center(len(question)), fg=colour, bold=state != "pass"))
        colour = "red" if record["verdict"] == "fail" else None
        click.echo(click.style(row.ljust(width), fg=colour) + "  " + "  ".join(cells))
    if states:
        legend = [f"{_sign(state)[0]} {_LEGEND[state]}" for state in _SIGNS if state in states]
        click.echo(f"\n{'   '.join(legend)}")
    if hidden := len(rows) - len(shown):
        click.echo(f"{hidden} {'row claims' if hidden == 1 else 'rows claim'} nothing yet")
    for row in shown:
        for question, answer in ledger["rows"][row]["questions"].items():
            if not answer["holds"]:
                click.echo(f"{row}  {question}: {answer['verdict']}: {answer['message']}")


def show_totals(ledger: dict[str, Any]) -> None:
    """Print the counts and the verdict of the whole run."""
    rows = ledger["totals"]["rows"]
    click.echo(
        f"{sum(rows.values())} rows: {rows['pass']} hold, {rows['fail']} do not,"
        f" {rows['not checked']} claim nothing; {ledger['confirmed']} claims confirmed"
    )
    bad = [stage["name"] for stage in ledger["stages"] if not stage["ok"]]
    if ledger["holds"]:
        click.secho("holds: every claim is confirmed", fg="green", bold=True)
    elif bad:
        click.secho(f"does not hold: {', '.join(bad)}", fg="red", bold=True)
    elif not ledger["confirmed"]:
        click.secho("does not hold: nothing was confirmed", fg="red", bold=True)
    else:
        click.secho("does not hold: see the lines above", fg="red", bold=True)
