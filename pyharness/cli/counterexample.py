"""``pyharness counterexample``: why a hypothesis is needed."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import click

from pyharness.cli import HOLDS, REFUTED, json_option, print_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyharness.checks.counterexamples import Altered, Needed

__all__ = ["command"]


@click.command(
    epilog="""\b
Examples:
  pyharness counterexample ch20-bt-shift-invariance
  pyharness counterexample ch20-bt-shift-invariance --drop prompt-only
"""
)
@click.argument("row", metavar="ID")
@click.option("--drop", metavar="HYPOTHESIS", help="Show what fails without this one only.")
@json_option
@click.pass_context
def command(ctx: click.Context, /, *, row: str, drop: str | None, as_json: bool) -> None:
    """Show what goes wrong without each hypothesis of a row.

    For every hypothesis: how the claim is altered when it is dropped, numbers for which the
    altered claim fails, what a search finds by itself, and the Lean theorems that refute it.
    The exit code is 1 when a hypothesis has no such refutation, or when one does not refute.
    """
    from pyharness.checks import load_topics
    from pyharness.checks.counterexamples import why_needed
    from pyharness.cli.show import lean_facts
    from pyharness.problems import Problem, ProblemsError
    from pyharness.registry import did_you_mean, load_registry, unknown_row

    project = ctx.obj()
    registry = load_registry(project)
    if row not in registry.rows:
        raise ProblemsError(unknown_row(row, registry.rows))
    chosen = registry.rows[row]
    hypotheses = [hypothesis.id for hypothesis in chosen.hypotheses]
    if drop is not None and drop not in hypotheses:
        message = f"`{row}` has no hypothesis `{drop}`"
        known = f"one of: {', '.join(hypotheses)}" if hypotheses else "it assumes nothing"
        place = registry.places[row]
        raise ProblemsError(
            Problem(place.file, place.line, 0, message, did_you_mean(drop, hypotheses) or known)
        )
    checks, _ = load_topics(registry).get(row, (None, ""))
    _, facts = lean_facts(project, chosen)
    found = why_needed(chosen, checks, facts)
    if drop is not None:
        found = [needed for needed in found if needed.hypothesis == drop]
    holds = bool(found) and all(needed.shown for needed in found)
    if as_json:
        print_json(
            {
                "row": row,
                "holds": holds,
                "needed": [
                    {
                        **needed.to_json(),
                        "lean": {name: facts.get(name) for name in needed.theorems},
                    }
                    for needed in found
                ],
            }
        )
    else:
        label = f"{chosen.label}. " if chosen.label else ""
        click.secho(f"{label}{chosen.title}", bold=True)
        for needed in found:
            _show(needed, facts)
        if not hypotheses:
            click.echo("\nThe row assumes nothing that could be dropped.")
        open_ = [needed.hypothesis for needed in found if not (needed.altered or needed.theorems)]
        if open_:
            click.echo(f"\nNothing shows that it is needed: {', '.join(map(str, open_))}")
    ctx.exit(HOLDS if holds else REFUTED)


def _show(needed: Needed, facts: Mapping[str, Any]) -> None:
    from pyharness.cli.show import paragraph

    click.echo()
    if needed.hypothesis is None:
        click.secho("Altered in another way", bold=True)
    else:
        click.secho(f"Without `{needed.hypothesis}`", bold=True)
        paragraph(needed.text)
    for item in needed.altered:
        click.echo()
        _show_altered(item)
    for name, relied_on in needed.theorems.items():
        fact = facts.get(name)
        click.echo()
        if fact is None:
            click.secho(f"  {name}: not in the compiled library", fg="red")
            continue
        mark = "" if relied_on else click.style("  does not count: ", fg="red")
        paragraph(f"In Lean: {' '.join(fact['docstring'].split()) or name}")
        click.echo(textwrap.indent(fact["text"] or f"{fact['kind']} {name}", "    "))
        axioms = ", ".join(fact["axioms"]) or "none"
        click.secho(f"    {mark}{fact['file']}:{fact['line']}   axioms: {axioms}", dim=True)


def _show_altered(item: Altered) -> None:
    from pyharness.checks.model import Verdict, shown
    from pyharness.cli.show import paragraph

    refuted = item.verdict is Verdict.PASS
    says = "the claim fails." if refuted else click.style("the claim should fail.", fg="red")
    paragraph(f"If {item.control.alteration}, {says}")
    if item.says:
        paragraph(f"altered claim: {item.says}", " " * 4)
    for key, value in item.control.refuted_by.items():
        paragraph(f"{key} = {shown(value)}", " " * 6)
    if item.sides and refuted:
        paragraph(f"found: {' '.join(item.sides)}", " " * 4)
    else:
        paragraph(f"found: {item.message}", " " * 4)
    if item.found:
        parameters, sides = item.found
        at = ", ".join(f"{key} = {value}" for key, value in parameters.items())
        paragraph(f"a search finds: {at}: {' '.join(sides)}", " " * 4)
    same = ", ".join(f"{key} = {shown(value)}" for key, value in item.control.holds_for.items())
    paragraph(f"it still holds for: {same}", " " * 4)
    click.secho(f"    {item.file}:{item.line}   again: {item.command}", dim=True)
