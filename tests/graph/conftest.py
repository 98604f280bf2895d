"""A small library in which declared and actual uses differ in every way; verified once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pyharness.graph import DependencyGraph, load_graph
from pyharness.project import Project
from pyharness.verify import verify


@pytest.fixture(scope="session")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project of tests/linked, verified."""
    folder = tmp_path_factory.mktemp("linked") / "project"
    shutil.copytree(Path(__file__).parents[1] / "linked", folder)
    project = Project(folder)
    assert verify(project).holds
    return project


@pytest.fixture(scope="session")
def graph(linked: Project) -> DependencyGraph:
    """Its graph."""
    return load_graph(linked)
