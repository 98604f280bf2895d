"""A registry on disk that is right, for tests that break it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pyharness.problems import ProblemsError
from pyharness.project import Project
from pyharness.registry import load_registry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: A registry that loads; line numbers in tests refer to it.
RIGHT = """\
book:
  title: A Book
  authors: [Somebody]
  chapters:
    - {number: 7, topic: Generalization}
    - {number: 20, topic: Alignment}
references:
  - {id: author-2001, title: A work, authors: [Author]}
rows:
  - id: ch20-model
    chapter: 20
    kind: definition
    title: The model
    statement: The model is $m$.
  - id: ch20-claim
    chapter: 20
    label: Lemma 20.1
    kind: lemma
    title: The claim
    statement: Then $m=1$.
    hypotheses:
      - {id: positive, text: $m$ is positive}
    lean:
      declaration: Model.claim
      fidelity: exact
      witness: [Model.claim_witness]
      controls: {positive: [Model.claim_needs_positive]}
    uses: [ch20-model]
    checks: [instances]
    references: [author-2001]
"""


@pytest.fixture
def right(tmp_path: Path) -> Project:
    """A project whose registry loads."""
    (tmp_path / "theorems.yaml").write_text(RIGHT, encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture
def broken(right: Project) -> Callable[..., list[str]]:
    """Make replacements in the right registry and return the problems that it then has."""

    def load(*replacements: tuple[str, str], added: str = "") -> list[str]:
        text = RIGHT
        for old, new in replacements:
            assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
            text = text.replace(old, new)
        right.registry.write_text(text + added, encoding="utf-8")
        with pytest.raises(ProblemsError) as caught:
            load_registry(right)
        return [str(problem) for problem in caught.value.problems]

    return load
