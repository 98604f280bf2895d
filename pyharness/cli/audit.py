"""``pyharness audit``: what must hold of every declaration of the compiled library."""

from __future__ import annotations

from collections import Counter

import click

from pyharness.cli import HOLDS, REFUTED, json_option, print_json

__all__ = ["command"]


@click.command("audit")
@json_option
@click.option("--axioms", metavar="NAME", help="Show the axioms that one declaration rests on.")
@click.pass_context
def command(ctx: click.Context, as_json: bool, axioms: str | None) -> None:
    r"""Audit every declaration of the compiled library.

    Lean's kernel checks each proof. The audit checks what the kernel leaves open: that no proof is
    left out and none rests on an axiom beyond the three of Lean's logic, that no theorem rests on
    compiled code, that the names which the kernel treats specially mean what it assumes, that no
    theorem claims nothing, and that the compiled files are those that Lean wrote.

    Run `pyharness build` first. Exit code 1 when something is refused.

    \b
    Examples:
      pyharness audit
      pyharness audit --axioms Nat.add_comm
    """
    from pyharness.lean.audit import audit
    from pyharness.lean.environment import load_environment

    project = ctx.obj()
    environment = load_environment(project)
    if axioms is not None:
        if axioms not in environment.constants:
            raise click.BadParameter(f"there is no declaration `{axioms}`", param_hint="--axioms")
        found = environment.axioms(axioms)
        if as_json:
            print_json({"declaration": axioms, "axioms": list(found)})
        else:
            click.echo(f"{axioms} rests on {', '.join(found) or 'no axioms'}")
        return
    report = audit(project, environment)
    if as_json:
        print_json(report.to_json())
    else:
        for finding in report.findings:
            click.echo(f"{click.style('refused', fg='red', bold=True)} {finding}")
        counts = Counter(report.axioms.values())
        for below, number in sorted(counts.items()):
            click.echo(f"{number:6} theorems rest on {', '.join(below) or 'no axioms'}")
        verdict = "nothing is refused" if report.ok else f"{len(report.findings)} refused"
        click.echo(
            f"{len(environment.constants)} declarations in {len(environment.modules)} modules: "
            f"{verdict}"
        )
    ctx.exit(HOLDS if report.ok else REFUTED)
