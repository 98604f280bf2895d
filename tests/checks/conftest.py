"""A registry with one row and checks for it that tests break; a project with its own checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from own_project import Own, make

from pyharness.project import Project
from pyharness.registry import Registry, load_registry

if TYPE_CHECKING:
    from pathlib import Path

REGISTRY = """\
book: {title: A Book, authors: [Somebody], chapters: [{number: 20, topic: Alignment}]}
topics: [sums]
rows:
  - id: ch20-sum
    chapter: 20
    kind: lemma
    title: The sum
    statement: $a+b=b+a$ for $a\\ge0$.
    hypotheses: [{id: nonnegative, text: $a\\ge0$}]
    checks: [identities, instances, controls]
"""


@pytest.fixture
def one_row(tmp_path: Path) -> Project:
    """A project with one row, without a Lean library."""
    (tmp_path / "theorems.yaml").write_text(REGISTRY, encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture
def registry(one_row: Project) -> Registry:
    """Its registry."""
    return load_registry(one_row)


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """A small project with its own checks."""
    return make(tmp_path)
