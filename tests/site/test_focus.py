"""The page of the surroundings of one declaration."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from pyharness.cli import main
from pyharness.graph import load_graph
from pyharness.lean.build import build
from pyharness.project import Project
from pyharness.site.focus import surroundings

if TYPE_CHECKING:
    from pyharness.lean.toolchain import Toolchain


@pytest.fixture
def linked(tmp_path: Path, toolchain: Toolchain) -> Project:
    shutil.copytree(Path(__file__).parents[1] / "linked", tmp_path / "linked")
    project = Project(tmp_path / "linked")
    assert build(project, toolchain).ok
    return project


def test_surroundings(linked: Project) -> None:
    graph = load_graph(linked)
    near = surroundings(graph, "Linked.paint_under", depth=1)
    assert {row.id for row in near.rows} == {
        "Linked.paint_under", "Linked.paint_same", "Linked.paint_twice", "Linked.paint",
        "Linked.Same", "Linked.Colour",
    }  # fmt: skip
    assert len(surroundings(graph, "ch02-paint-twice", depth=9, limit=4).rows) == 4


def test_command(linked: Project, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    arguments = ["--root", str(linked.root), "site", "focus", "Linked.paint", "-o", str(target)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    text = target.read_text()
    assert "Around Linked.paint" in text
    assert "Linked.paint_under" in text
