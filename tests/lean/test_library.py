"""The library seen from a user's file: what must compile, and what must be refused.

Every ``tests/lean/<Area>/<Name>.lean`` is compiled against the built library and must give no
error; every ``tests/lean/refused/<Name>.lean`` must be refused with the text of its ``-- expect:``
line.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pyharness.lean.toolchain import Toolchain, run_lean
from pyharness.project import Project

HERE = Path(__file__).resolve().parent
FILES = sorted(p for p in HERE.rglob("*.lean") if p.parent.name != "refused")
REFUSED = sorted((HERE / "refused").glob("*.lean"))


def compile_file(project: Project, toolchain: Toolchain, file: Path) -> tuple[int, str]:
    """Compile one file against the built library; return the exit code and all that was printed."""
    run = run_lean(
        toolchain,
        ["-R", str(HERE), str(file)],
        cwd=HERE,
        lean_path=[project.lean_build],
        timeout=120,
    )
    return run.returncode, run.stdout + run.stderr


@pytest.mark.parametrize("file", FILES, ids=lambda p: str(p.relative_to(HERE)))
def test_compiles(built: Project, toolchain: Toolchain, file: Path) -> None:
    code, printed = compile_file(built, toolchain, file)
    assert code == 0 and "error" not in printed and "PANIC" not in printed, printed


@pytest.mark.parametrize("file", REFUSED, ids=lambda p: p.stem)
def test_refused(built: Project, toolchain: Toolchain, file: Path) -> None:
    expected = re.search(r"^-- expect: (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert expected, f"{file.name} has no '-- expect: TEXT' line"
    code, printed = compile_file(built, toolchain, file)
    assert code != 0, f"{file.name} was accepted"
    assert expected[1] in printed, printed


def test_there_is_something_to_check() -> None:
    assert FILES and REFUSED
