"""``pyharness lean-server``: hover, goals and errors in an editor."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pyharness.project import Project

__all__ = ["command"]


@click.command(
    context_settings={"ignore_unknown_options": True},
    epilog="""\b
Examples:
  pyharness lean-server                        the settings for VS Code
  pyharness lean-server --install ~/lean-tools the scripts elsewhere
  pyharness lean-server --stdio                the server itself, for Neovim, Emacs, Helix ...
""",
)
@click.option(
    "--stdio",
    is_flag=True,
    help="Be the language server, on standard input and output. ARGs go to `lean --server`.",
)
@click.option(
    "--install",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Write the scripts below this folder. Default: build/editor in the project.",
)
@click.option("--setup-file", is_flag=True, hidden=True)  # asked by the script `lake`
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[ARG...]")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    stdio: bool,
    install: Path | None,
    setup_file: bool,
    arguments: tuple[str, ...],
) -> None:
    """Connect an editor with Lean's language server.

    Without options: write two small scripts, `lean` and `lake`, into the project's build/editor/bin
    and print the settings for VS Code with its extension "Lean 4". Put them into
    .vscode/settings.json and reload the window.

    Every other editor with a Lean mode or an LSP client starts `pyharness lean-server --stdio`
    in the project, or finds the scripts when build/editor/bin comes first on its PATH.

    The server sees the modules that `pyharness build` has built. Where the imports of a file are
    out of date it says so; restarting the file in the editor builds them.
    """
    project: Project = ctx.obj()
    if setup_file:
        ctx.exit(_set_up_file(project, arguments))
    if arguments and not stdio:
        raise click.UsageError(f"arguments without --stdio: {' '.join(arguments)}")
    from pyharness.lean import server
    from pyharness.lean.toolchain import find_toolchain

    folder = install or server.tools_folder(project)
    scripts = server.write_tools(folder, project, find_toolchain())
    if stdio:
        os.chdir(project.root)
        lean = [str(scripts / "lean"), "--server", *arguments]
        server.replace_process(lean, dict(os.environ))
    click.echo(f"wrote lean and lake into {scripts}", err=True)
    click.echo("settings for VS Code, for .vscode/settings.json:", err=True)
    click.echo(server.vscode_settings(scripts))


def _set_up_file(project: Project, arguments: tuple[str, ...]) -> int:
    """Read what ``lake setup-file FILE [- [--no-build ...]]`` was given, and answer."""
    from pyharness.lean.server import set_up_file

    if not arguments:
        raise click.UsageError("setup-file needs a file")
    header = sys.stdin.read() if "-" in arguments[1:] else ""
    build = "--no-build" not in arguments
    return set_up_file(project, Path(arguments[0]), header, build_imports=build)
