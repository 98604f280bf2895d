"""Fixtures of all tests: the project under test, its built library, small projects on disk."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pyharness.project import Project

if TYPE_CHECKING:
    from pyharness.lean.toolchain import Toolchain

ROOT = Path(__file__).resolve().parent.parent


# A shell that starts the tests in the background ignores interrupts, and all processes below would
# inherit that: the tests that interrupt a build would wait for ever.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def project() -> Project:
    """The project that this test file belongs to."""
    return Project(ROOT)


@pytest.fixture(scope="session")
def toolchain() -> Toolchain:
    """The Lean compiler that this machine offers."""
    from pyharness.lean.toolchain import find_toolchain

    return find_toolchain()


@pytest.fixture(scope="session")
def built(project: Project, toolchain: Toolchain) -> Project:
    """The project with its Lean library built."""
    from pyharness.lean.build import build

    report = build(project, toolchain)
    assert report.ok, [m for m in report.modules if m.status == "failed"]
    return project


@pytest.fixture
def small_project(tmp_path: Path) -> Project:
    """An empty project in a temporary folder: a registry without rows and a Lean folder."""
    (tmp_path / "theorems.yaml").write_text(
        "book: {title: A Book, authors: [Somebody]}\nrows: []\n", encoding="utf-8"
    )
    (tmp_path / "lean").mkdir()
    return Project(tmp_path)


@pytest.fixture
def painted(tmp_path: Path) -> Project:
    """A project with one row and its own tiny library, accepted and locked; not yet verified."""
    source = ROOT / "tests" / "painted"
    shutil.copytree(source, tmp_path / "painted")
    return Project(tmp_path / "painted")
