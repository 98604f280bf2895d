"""Editors: Lean's language server over the project, with no other Lean installed.

An editor extension starts programs called ``lean`` and ``lake``. `write_tools` makes a folder
with two small scripts of these names. ``lean`` runs the accepted toolchain; ``lake`` answers the
three questions that editors ask it: its version, ``lake serve`` (the language server) and
``lake setup-file`` (are the imports of this file built?). The second one is the real Lean server:
nothing of the protocol is reimplemented here.
"""

from __future__ import annotations

import json
import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pyharness.lean import runner
from pyharness.lean.toolchain import VERSION, Toolchain
from pyharness.problems import Problem, ProblemsError
from pyharness.project import write_whole

if TYPE_CHECKING:
    from pyharness.project import Project

__all__ = [
    "IMPORTS_STALE",
    "replace_process",
    "set_up_file",
    "tools_folder",
    "vscode_settings",
    "write_tools",
]

#: Exit code of ``lake setup-file --no-build`` when imports have to be built first.
IMPORTS_STALE = 3


def tools_folder(project: Project) -> Path:
    """Return the folder of the scripts that an editor uses, unless the user names another."""
    return project.build / "editor"


def write_tools(folder: Path, project: Project, toolchain: Toolchain) -> Path:
    """Write ``bin/lean`` and ``bin/lake`` below a folder.

    Parameters
    ----------
    folder
        Where; ``bin`` below it is made.
    project
        The project whose built modules the server imports.
    toolchain
        The compiler that the scripts run.

    Returns
    -------
    Path
        The folder ``bin``.

    Raises
    ------
    ProblemsError
        On Windows, where the editor uses elan's own programs.
    """
    if sys.platform == "win32":
        raise ProblemsError(
            Problem(
                str(folder),
                0,
                0,
                "the scripts are shell scripts, which Windows does not run",
                remedy="let the editor use elan's lean and lake, and build with `lake build`",
            )
        )
    folder = folder.absolute() / "bin"
    try:
        _write_script(folder / "lean", _lean_script(folder, project, toolchain))
        _write_script(folder / "lake", _lake_script(folder, project))
    except OSError as error:
        raise ProblemsError(
            Problem(
                str(folder),
                0,
                0,
                f"the scripts for the editor cannot be written: {error.strerror or error}",
                "a folder that can be written",
                "name one with --install FOLDER",
            )
        ) from error
    return folder


def _lean_script(folder: Path, project: Project, toolchain: Toolchain) -> str:
    # The server starts one worker per file, as the program that LEAN_WORKER_PATH names: this
    # script again. An editor may choose a toolchain with a first argument +NAME; there is one.
    return f"""{_HEAD}
case "${{1-}}" in +*) shift ;; esac
unset LEAN_SYSROOT {runner.PARENT}
export LEAN_SRC_PATH={_quoted(project.lean_source)}
export LEAN_PATH="${{LEAN_PATH-}}"
[ -n "$LEAN_PATH" ] || LEAN_PATH={_quoted(project.lean_build)}
export LEAN_WORKER_PATH={_quoted(folder / "lean")}
export LAKE={_quoted(folder / "lake")}
exec {" ".join(map(_quoted, toolchain.command()))} "$@"
"""


def _lake_script(folder: Path, project: Project) -> str:
    python = f"{_quoted(sys.executable)} -m pyharness --root {_quoted(project.root)}"
    return f"""{_HEAD}
case "${{1-}}" in +*) shift ;; esac
case "${{1-}}" in
  --version) echo "Lake version 5.0.0-pyharness (Lean version {VERSION})" ;;
  serve)
    shift
    [ "${{1-}}" != -- ] || shift
    exec {_quoted(folder / "lean")} --server "$@" ;;
  setup-file)
    shift
    exec {python} lean-server --setup-file "$@" ;;
  *)
    echo "this lake only serves editors; run pyharness build instead" >&2
    exit 2 ;;
esac
"""


_HEAD = """#!/bin/sh
# Written by `pyharness lean-server` for this installation; run it again when that has moved."""


def _quoted(word: Path | str) -> str:
    return shlex.quote(str(word))


def _write_script(path: Path, text: str) -> None:
    write_whole(path, text.encode("utf-8", "surrogateescape"))
    path.chmod(0o755)


def set_up_file(project: Project, file: Path, header: str, *, build_imports: bool) -> int:
    """Answer ``lake setup-file``: the server asks it before it elaborates a file.

    The answer goes to standard output; a server shows what is on standard error at the top of the
    file.

    Parameters
    ----------
    project
        The project.
    file
        The file in the editor.
    header
        The imports of the text in the editor, which need not be saved, as JSON.
    build_imports
        Whether imports are built when they have to be.

    Returns
    -------
    int
        The exit code: 0, `IMPORTS_STALE`, or 1 when an import does not compile.
    """
    from pyharness.lean.build import out_of_date
    from pyharness.lean.source import scan

    wanted = [str(entry["module"]) for entry in json.loads(header or "{}").get("imports", ())]
    known = scan(project.lean_source, project.root).modules
    # Lean itself reports imports of modules that do not exist.
    targets = [name for name in wanted if name in known]
    if targets and (stale := out_of_date(project, targets)):
        if not build_imports:
            print("\n".join(stale))
            return IMPORTS_STALE
        from pyharness.cli.build import build_with_progress

        if not build_with_progress(project, targets=targets).ok:
            return 1
    inside = file.resolve().is_relative_to(project.lean_source)
    shown = file.resolve().relative_to(project.lean_source) if inside else Path(file.name)
    answer = {
        "name": ".".join(shown.with_suffix("").parts),
        "isModule": False,
        "importArts": {},  # imports are found on LEAN_PATH
        "dynlibs": [],
        "plugins": [],
        "options": {},
    }
    print(json.dumps(answer, ensure_ascii=False))
    return 0


def vscode_settings(folder: Path) -> str:
    """Return the settings that make VS Code's Lean 4 extension use the scripts.

    Parameters
    ----------
    folder
        The folder with the scripts, as `write_tools` returned it.

    Returns
    -------
    str
        JSON for ``.vscode/settings.json``.
    """
    settings = {
        # The extension looks for lean and lake here first.
        "lean4.envPathExtensions": [str(folder)],
        # It would warn that elan is missing.
        "lean4.showSetupWarnings": False,
        # If elan is there too, it must not fetch the toolchain of `lean-toolchain` unasked.
        "lean4.alwaysAskBeforeInstallingLeanVersions": True,
    }
    return json.dumps(settings, indent=2, ensure_ascii=False)


def replace_process(command: list[str], environment: dict[str, str]) -> None:
    """Become another program: same standard streams, signals and exit code.

    Parameters
    ----------
    command
        The program and its arguments.
    environment
        Its environment.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform == "win32":
        import subprocess

        sys.exit(subprocess.call(command, env=environment))
    import signal

    # An ignored signal stays ignored in the new program; Python ignores these two.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    os.execve(command[0], command, environment)
