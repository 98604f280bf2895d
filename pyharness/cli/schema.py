"""``pyharness schema``: the shape of ``theorems.yaml`` for editors."""

from __future__ import annotations

import click

from pyharness.cli import REFUTED

__all__ = ["command"]


@click.command(
    epilog="""\b
Examples:
  pyharness schema > theorems.schema.json     write it where editors look for it
  pyharness schema --check                    is the committed file up to date?
"""
)
@click.option("--check", is_flag=True, help="Compare with the committed file instead of printing.")
@click.pass_context
def command(ctx: click.Context, /, *, check: bool) -> None:
    """Print the JSON Schema of theorems.yaml.

    An editor with a YAML language server then completes keys, explains them, and marks mistakes
    while a row is written. The first line of theorems.yaml says where it finds the schema.
    """
    from pyharness.registry.schema import SCHEMA_FILE, schema_text

    text = schema_text()
    if not check:
        click.echo(text, nl=False)
        return
    path = ctx.obj().root / SCHEMA_FILE
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        click.echo(f"{SCHEMA_FILE} is up to date")
        return
    state = "is out of date" if path.is_file() else "is missing"
    click.echo(f"{SCHEMA_FILE} {state}: run `pyharness schema > {SCHEMA_FILE}`", err=True)
    ctx.exit(REFUTED)
