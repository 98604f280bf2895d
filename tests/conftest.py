"""Fixtures of all tests: the project under test and small projects on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from pyharness.project import Project

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def project() -> Project:
    """The project that this test file belongs to."""
    return Project(ROOT)


@pytest.fixture
def small_project(tmp_path: Path) -> Project:
    """An empty project in a temporary folder: a registry without rows and a Lean folder."""
    (tmp_path / "theorems.yaml").write_text("book: {}\nrows: []\n", encoding="utf-8")
    (tmp_path / "lean").mkdir()
    return Project(tmp_path)
