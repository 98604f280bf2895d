"""``pyharness show``: everything about one row."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, Any

import click

from pyharness.cli import json_option, print_json

if TYPE_CHECKING:
    from pyharness.lean.environment import Environment
    from pyharness.project import Project
    from pyharness.registry import Registry, Row

__all__ = ["command", "lean_facts", "paragraph"]


@click.command(
    epilog="""\b
Example:
  pyharness show ch20-bt-shift-invariance
"""
)
@click.argument("row", metavar="ID")
@json_option
@click.pass_context
def command(ctx: click.Context, /, *, row: str, as_json: bool) -> None:
    """Explain one row: the book's statement, the Lean statement, and what each verdict rests on."""
    from pyharness.cli.status import fresh_ledger
    from pyharness.problems import ProblemsError
    from pyharness.registry import load_registry, unknown_row

    project = ctx.obj()
    registry = load_registry(project)
    if row not in registry.rows:
        raise ProblemsError(unknown_row(row, registry.rows))
    chosen = registry.rows[row]
    environment, lean = lean_facts(project, chosen)
    record = None
    try:
        ledger = fresh_ledger(project, registry)
        record = ledger["rows"].get(row) if ledger else None
    except ProblemsError as error:
        click.echo(str(error), err=True)
    if as_json:
        print_json(
            {
                **chosen.model_dump(mode="json"),
                "claims": chosen.claims,
                "place": vars(registry.places[row]),
                "used_by": registry.used_by[row],
                "lean_declarations": lean,
                "record": record,
            }
        )
        return
    _show_book(chosen, registry)
    if chosen.lean:
        _show_lean(chosen, lean, environment)
    if record:
        _show_verdicts(record)
        if record["tightness"]:
            _show_tightness(record["tightness"])


def lean_facts(project: Project, row: Row) -> tuple[Environment | None, dict[str, Any]]:
    """Return what the compiled library says about the row's declarations, if it is built."""
    if row.lean is None:
        return None, {}
    from pyharness.lean.environment import load_environment
    from pyharness.lean.statements import statements
    from pyharness.problems import ProblemsError

    try:
        environment = load_environment(project)
        texts = statements(project, environment, row.lean.named)
    except ProblemsError as error:
        click.echo(f"The Lean side is not shown: {error.problems[0].message}", err=True)
        return None, {}
    lean: dict[str, Any] = {}
    for name in row.lean.named:
        if name not in environment.constants:
            lean[name] = None
            continue
        constant = environment.constants[name]
        file = project.name_of(project.lean_source.joinpath(*constant.module.split(".")))
        lean[name] = {
            "kind": constant.kind,
            "text": texts.get(name, ""),
            "file": f"{file}.lean",
            "line": constant.range.name_line if constant.range else 0,
            "axioms": list(environment.axioms(name)),
            "docstring": constant.docstring.strip(),
        }
    return environment, lean


def paragraph(text: str, indent: str = "  ") -> None:
    """Print a text, filled."""
    width = min(shutil.get_terminal_size().columns, 100)
    # Formulas are long words; they are kept whole.
    click.echo(
        textwrap.fill(
            text,
            width,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def _heading(text: str) -> None:
    click.echo()
    click.secho(text, bold=True)


def _show_book(row: Row, registry: Registry) -> None:
    label = f"{row.label}. " if row.label else ""
    click.secho(f"{label}{row.title}", bold=True)
    notes = [
        *(["supplied here"] if row.origin == "supplied" else []),
        *(["completed from damaged text"] if row.reconstructed else []),
        *(["informal"] if row.informal else []),
    ]
    facts = [row.id, row.kind, f"chapter {row.chapter}", str(registry.places[row.id]), *notes]
    click.echo(" · ".join(facts))
    click.echo()
    paragraph(row.statement)
    if row.hypotheses:
        _heading("Hypotheses")
        for hypothesis in row.hypotheses:
            paragraph(f"{hypothesis.id}: {hypothesis.text}")
    for name, text in (
        ("The object it controls", row.object_controlled),
        ("What it leaves unexplained", row.leaves_unexplained),
        ("Idea of a proof", row.proof),
        ("Remark", row.remark),
    ):
        if text:
            _heading(name)
            paragraph(text)
    if row.erratum:
        _heading("Erratum of the book")
        paragraph(f"Problem: {row.erratum.problem}")
        paragraph(f"Correction: {row.erratum.correction}")
    if row.uses or registry.used_by[row.id]:
        _heading("Rests on, and is used by")
        for used in row.uses:
            click.echo(f"  uses     {used}  {registry.rows[used].title}")
            if row.lean and used in row.lean.unused:
                paragraph(f"The formal proof takes another way: {row.lean.unused[used]}")
        for user in registry.used_by[row.id]:
            click.echo(f"  used by  {user}  {registry.rows[user].title}")
    if row.references:
        _heading("References")
        for key in row.references:
            work = registry.references[key]
            authors = ", ".join(work.authors) + (" et al." if work.and_others else "")
            paragraph(f"{authors}: {work.title}" + (f" ({work.year})" if work.year else ""))


def _show_lean(row: Row, lean: dict[str, Any], environment: Environment | None) -> None:
    assert row.lean is not None
    _heading(f"In Lean ({row.lean.fidelity})")
    if row.lean.note:
        paragraph(row.lean.note)
    if row.mathlib:
        click.echo(f"  in Mathlib: {row.mathlib}")
    roles = [
        ("", row.lean.declarations),
        ("witness: the hypotheses can hold", row.lean.witness),
        *((f"control: fails without `{h}`", names) for h, names in row.lean.controls.items()),
    ]
    for role, names in roles:
        for name in names:
            fact = lean.get(name)
            click.echo()
            if role:
                click.secho(f"  {role}", italic=True)
            if fact is None:
                missing = "" if environment is None else ": there is no such declaration"
                click.echo(f"  {name}{missing}")
                continue
            click.echo(textwrap.indent(fact["text"] or f"{fact['kind']} {name}", "  "))
            axioms = ", ".join(fact["axioms"]) or "none"
            click.secho(f"    {fact['file']}:{fact['line']}   axioms: {axioms}", dim=True)


def _show_verdicts(record: dict[str, Any]) -> None:
    from pyharness.cli.status import mark
    from pyharness.registry import Question

    colours = {"pass": "green", "fail": "red", "open": "red", "unclaimed": None}
    _heading("Verdicts")
    for name, answer in record["questions"].items():
        state = mark(answer)
        word = click.style(
            answer["verdict"].ljust(11), fg=colours[state], bold=state != "unclaimed"
        )
        click.echo(f"  {word}  {name:<10}  {answer['message']}")
        if state == "unclaimed":
            continue
        click.secho(f"               {Question(name).meaning}", dim=True)
        for item in answer["evidence"]:
            place = f"  [{item['file']}:{item['line']}]" if item.get("file") else ""
            paragraph(f"- {item['what']}{place}", " " * 15)


def _show_tightness(tightness: dict[str, Any]) -> None:
    number, equal = tightness["inequalities"], tightness["equalities"]
    best = tightness["tightest"]
    _heading("Tightness")
    some = {0: "none of them with equal sides", number: "all of them with equal sides"}
    noun = "inequality" if number == 1 else "inequalities"
    paragraph(f"{number} {noun}, {some.get(len(equal), f'{len(equal)} with equal sides')}")
    for name in equal:
        click.echo(f"  equal     {name}")
    if not equal:
        ratio = f"ratio {best['ratio']}, " if best["ratio"] else ""
        click.echo(f"  tightest  {best['check']}: {best['smaller']} against {best['larger']},")
        click.echo(f"            {ratio}slack {best['slack']}")
        if best["at"]:
            paragraph(f"for {best['at']}", " " * 12)
    click.secho(f"            {best['command']}", dim=True)
