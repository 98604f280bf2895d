"""``pyharness recheck``: every proof again, by the second kernel."""

from __future__ import annotations

import sys
import time

import click

from pyharness.cli import HOLDS, REFUTED, json_option, print_json

__all__ = ["RecheckProgress", "command"]


@click.command(
    "recheck",
    epilog="""\b
Examples:
  pyharness recheck                    the whole library
  pyharness recheck Nat.add_comm       one theorem and all that it rests on
  pyharness recheck 'BradleyTerry.*'   those of a namespace
  pyharness recheck --fresh --jobs 1   everything again, in one process
""",
)
@click.argument("names", nargs=-1, metavar="[NAME or GLOB]...")
@click.option("--jobs", "-j", type=click.IntRange(1), help="Processes. Default: one per processor.")
@click.option("--fresh", is_flag=True, help="Check again what was accepted before.")
@click.option(
    "--steps", type=click.IntRange(1), help="Give a declaration up after this many steps."
)
@click.option("--slowest", is_flag=True, help="Show what took longest.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    names: tuple[str, ...],
    jobs: int | None,
    fresh: bool,
    steps: int | None,
    slowest: bool,
    as_json: bool,
) -> None:
    """Check declarations with a second kernel, from the bytes of the compiled files.

    Lean's kernel accepted every declaration when the library was built. The second kernel, written
    independently in Python, checks them again: types and proofs, inductive types and their
    recursors, and that arithmetic on numerals is what the library's definitions say.

    A declaration counts as accepted when all that it rests on is accepted too. Unsafe and partial
    definitions are not checked, and nothing safe may mention them. Exit code 1 when something is
    refused, or when names were given and a safe declaration below them was not checked.
    """
    from pyharness.lean.environment import load_environment
    from pyharness.lean.recheck import STEPS, recheck

    project = ctx.obj()
    environment = load_environment(project)
    report = recheck(
        environment,
        names,
        cache=project.cache,
        fresh=fresh,
        jobs=jobs,
        steps=steps or STEPS,
        progress=RecheckProgress(silent=as_json),
    )
    left = [name for name in report.answers if environment.constants[name].safety == "safe"]
    holds = report.ok and not (names and left)
    if as_json:
        print_json(report.to_json())
        ctx.exit(HOLDS if holds else REFUTED)
    reasons: dict[str, list[str]] = {}
    for name, answer in sorted(report.answers.items()):
        if answer.verdict == "refused":
            word = click.style("refused", fg="red", bold=True)
            click.echo(f"{word} `{name}` {answer.message}")
        else:
            reasons.setdefault(answer.message, []).append(name)
    for message, members in reasons.items():
        examples = ", ".join(members[:2]) + (", ..." if len(members) > 2 else "")
        click.echo(f"{len(members):6} not checked: {message} ({examples})")
    if slowest:
        for seconds, name in report.slowest:
            click.echo(f"{seconds:8.2f} s  {name}")
    counts = report.counts
    parts = [f"{counts['accepted']} accepted with all that they rest on"]
    parts += [f"{counts[verdict]} {verdict}" for verdict in ("refused", "not checked")]
    click.echo(
        f"{sum(counts.values())} declarations: {', '.join(parts)}; "
        f"{report.checked} units checked now, {report.seconds:.2f} s"
    )
    ctx.exit(HOLDS if holds else REFUTED)


class RecheckProgress:
    """Shows on a terminal how far the second kernel is.

    Parameters
    ----------
    silent
        Whether nothing is shown in any case.
    """

    def __init__(self, *, silent: bool = False) -> None:
        self._live = not silent and sys.stderr.isatty()
        self._last = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Show how many units are done; after the last one the line is gone."""
        if not self._live:
            return
        now = time.monotonic()
        if done == total:
            click.echo("\r\x1b[K", nl=False, err=True)
        elif now - self._last > 0.1:
            self._last = now
            click.echo(f"\r{done} of {total} units checked again", nl=False, err=True)
