"""``pyharness lean``: the Lean compiler, as its own command line has it."""

from __future__ import annotations

import os

import click

__all__ = ["command"]


@click.command(
    context_settings={"ignore_unknown_options": True},
    epilog="""\b
Examples:
  pyharness lean -- --version
  pyharness lean -- lean/DeepTheory/Core/Logic.lean
  echo 'prelude import DeepTheory.Core #check Nat.add_comm' | pyharness lean -- --stdin
  pyharness lean -- --help                     the options of Lean itself
""",
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[--] [ARG...]")
@click.pass_context
def command(ctx: click.Context, arguments: tuple[str, ...]) -> None:
    """Run Lean with any arguments.

    It is the compiler that `pyharness build` uses. Inside a project, imports are found among the
    modules that `pyharness build` has built, unless LEAN_PATH is set. Input, output and exit code
    are those of Lean.
    """
    from pyharness.lean.server import replace_process
    from pyharness.lean.toolchain import find_toolchain
    from pyharness.problems import ProblemsError

    toolchain = find_toolchain()
    environment = toolchain.environment()
    given = os.environ.get("LEAN_PATH")
    if given:
        environment["LEAN_PATH"] = given
    else:
        try:
            environment["LEAN_PATH"] = str(ctx.obj().lean_build)
        except ProblemsError:
            del environment["LEAN_PATH"]
    replace_process(toolchain.command(*arguments), environment)
