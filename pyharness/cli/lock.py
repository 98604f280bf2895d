"""``pyharness lock``: accept what the formal statements say."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from pyharness.cli import HOLDS, REFUTED, json_option, print_json

if TYPE_CHECKING:
    from pyharness.lean.environment import Environment
    from pyharness.lock import StatementLock
    from pyharness.registry import Row

__all__ = ["command"]


@click.command(
    epilog="""\b
Examples:
  pyharness lock                                        what differs from the lock
  pyharness lock ch20-bt-shift-invariance               the same for one row
  pyharness lock ch20-bt-shift-invariance --accept      accept what that shows
"""
)
@click.argument("rows", nargs=-1, metavar="[ID or GLOB]...")
@click.option("--accept", is_flag=True, help="Write theorems.lock.json.")
@json_option
@click.pass_context
def command(ctx: click.Context, /, *, rows: tuple[str, ...], accept: bool, as_json: bool) -> None:
    """Show how formal statements differ from what was locked, and accept them.

    A row is `stated` only while its Lean statements, and every definition that they mention, are
    what somebody read and accepted here. Read the statements that this command prints: that they
    mean what the book means is the one thing that no machine checks.
    """
    from pyharness.lean.environment import load_environment
    from pyharness.lean.statements import statements
    from pyharness.lock import difference, read_lock, relock, write_lock
    from pyharness.problems import Problems
    from pyharness.registry import load_registry

    project = ctx.obj()
    registry = load_registry(project)
    chosen = [row for row in registry.select(rows) if row.lean]
    lock = read_lock(project)
    environment = load_environment(project)
    problems = Problems()
    for row in chosen:
        assert row.lean is not None
        for name in row.lean.named:
            if name not in environment.constants:
                place = registry.places[row.id]
                problems.add(
                    f"there is no declaration `{name}`",
                    file=place.file,
                    line=place.line,
                    remedy="correct the name in the row",
                )
    problems.raise_if_any()

    names = [name for row in chosen if row.lean for name in row.lean.named]
    everyone = [name for row in registry.rows.values() if row.lean for name in row.lean.named]
    changes = {name: difference(lock, environment, name) for name in dict.fromkeys(names)}
    dropped = sorted(set(lock.statements) - set(everyone))
    different = [name for name, change in changes.items() if change != []]
    texts = statements(project, environment, different)
    if as_json:
        print_json(
            {
                "accepted": accept,
                "changes": {
                    name: {"changes": changes[name], "text": texts.get(name, "")}
                    for name in different
                },
                "dropped": dropped,
            }
        )
    else:
        for row in chosen:
            _show(row, changes, lock, environment, texts)
        for name in dropped:
            click.echo(f"no row names `{name}` any more; its entry goes when the lock is written")
    if not different and not dropped:
        if not as_json:
            click.echo(f"{len(changes)} declarations are as locked")
        ctx.exit(HOLDS)
    if not accept:
        if not as_json:
            again = " ".join(["pyharness lock", *rows, "--accept"])
            click.echo(f"\nnothing is written; to accept what is shown: {again}")
        ctx.exit(REFUTED)
    texts |= {n: lock.statements[n].text for n in changes if n not in texts}
    new, conflicts = relock(lock, environment, changes, everyone, texts)
    if conflicts:
        users = [
            row.id
            for row in registry.rows.values()
            if row.lean and set(row.lean.named) & set(conflicts)
        ]
        together = " ".join(dict.fromkeys([*rows, *users]))
        for user in users:
            place = registry.places[user]
            problems.add(
                f"`{user}` rests on a definition that changed and would be accepted here",
                file=place.file,
                line=place.line,
                remedy=f"accept them together: pyharness lock {together} --accept",
            )
        problems.raise_if_any()
    write_lock(project, new)
    if not as_json:
        click.echo(f"\nlocked {len(different)} declarations in {project.name_of(project.lock)}")
    ctx.exit(HOLDS)


def _show(
    row: Row,
    changes: dict[str, list[str] | None],
    lock: StatementLock,
    environment: Environment,
    texts: dict[str, str],
) -> None:
    """Show what differs in one row."""
    assert row.lean is not None
    if all(changes[name] == [] for name in row.lean.named):
        return
    click.echo()
    click.secho(f"{row.id}  {row.label or row.kind}: {row.title}", bold=True)
    click.echo(textwrap.fill(row.statement, 98, initial_indent="  ", subsequent_indent="  "))
    for name in row.lean.named:
        change = changes[name]
        if change == []:
            continue
        click.echo()
        now = texts.get(name) or f"{environment.constants[name].kind} {name}"
        if change is None:
            click.secho("  new", fg="yellow")
        else:
            for sentence in change[:10]:
                click.secho(f"  {sentence}", fg="red")
            if len(change) > 10:
                click.secho(f"  and {len(change) - 10} more changes", fg="red")
            before = lock.statements[name].text
            if before != now:
                click.echo(textwrap.indent(before, "  - "))
        click.echo(textwrap.indent(now, "  + "))
