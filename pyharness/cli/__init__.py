"""The commands. Each one is a module of this package and is imported when it is called.

Exit codes: 0 everything asked for holds; 1 something was checked and does not hold; 2 wrong usage
or wrong input; 3 no usable Lean.
"""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pyharness import __version__
from pyharness.problems import ProblemsError
from pyharness.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "HOLDS",
    "INTERRUPTED",
    "NO_LEAN",
    "REFUTED",
    "WRONG_INPUT",
    "json_option",
    "main",
    "print_json",
]

HOLDS, REFUTED, WRONG_INPUT, NO_LEAN = 0, 1, 2, 3

#: Exit code of an interrupted command, as of any program that Ctrl-C ends.
INTERRUPTED = 130

#: Commands in the order in which a user meets them; ``a-b`` lives in module ``a_b``.
COMMANDS = (
    "verify",
    "status",
    "show",
    "list",
    "build",
    "audit",
    "recheck",
    "check",
    "coverage",
    "counterexample",
    "plot",
    "graph",
    "site",
    "serve",
    "lock",
    "schema",
    "lean",
    "lean-server",
)


class _Commands(click.Group):
    """Imports a command's module when it is needed, so that start-up stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"pyharness.cli.{cmd_name.replace('-', '_')}")
        return module.command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ProblemsError as error:
            for problem in error.problems:
                click.echo(f"{click.style('error', fg='red', bold=True)} {problem}", err=True)
            if len(error.problems) > 1:
                click.echo(f"{len(error.problems)} errors", err=True)
            ctx.exit(getattr(error, "exit_code", WRONG_INPUT))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 holds, 1 does not hold, 2 wrong usage or input, 3 no usable Lean.",
)
@click.version_option(__version__, prog_name="pyharness")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The project's folder. Default: the nearest folder above with a theorems.yaml.",
)
@click.pass_context
def main(ctx: click.Context, root: Path | None) -> None:
    """Build, audit, test on numbers and browse a machine-checked theory of deep learning.

    Start with `pyharness verify`: it does everything and ends with a table of verdicts.
    Then `pyharness show ID` explains one statement of the book.
    """
    ctx.obj = _ProjectFinder(root)


class _ProjectFinder:
    """Finds the project when a command first asks for it, so that ``--help`` works anywhere."""

    def __init__(self, root: Path | None) -> None:
        self._root = root

    def __call__(self) -> Project:
        return Project.find(self._root)


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--json``: the same answer for machines, on standard output."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")(
        function
    )


def print_json(value: object) -> None:
    """Print a value as JSON, sorted and indented."""
    click.echo(json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False))
