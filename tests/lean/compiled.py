"""Compiles small Lean files against the built library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyharness.lean.declarations import CompiledModule
from pyharness.lean.toolchain import run_lean

if TYPE_CHECKING:
    from pathlib import Path

    from pyharness.lean.toolchain import Toolchain
    from pyharness.project import Project


def compile_lean(
    built: Project, toolchain: Toolchain, folder: Path, module: str, text: str
) -> Path:
    """Compile a source; return the .olean. Imports are looked up in ``folder`` too."""
    source = folder / f"{module}.lean"
    source.write_text(text, encoding="utf-8")
    olean = folder / f"{module}.olean"
    run = run_lean(
        toolchain,
        ["-R", folder, "-o", olean, source],
        cwd=folder,
        lean_path=[built.lean_build, folder],
        timeout=60,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return olean


def with_imports(built: Project, **oleans: Path) -> dict[str, Path]:
    """Return the compiled modules and all library modules behind them, by module name."""
    paths: dict[str, Path] = {}
    todo = dict(oleans)
    while todo:
        name, path = todo.popitem()
        if name not in paths:
            paths[name] = path
            for other in CompiledModule.read(path).imports:
                parts = other.module.split(".")
                found = built.lean_build.joinpath(*parts).with_suffix(".olean")
                todo.setdefault(other.module, oleans.get(other.module, found))
    return paths
