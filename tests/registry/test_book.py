"""The project's own registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyharness.registry import Question, load_registry

if TYPE_CHECKING:
    from pyharness.project import Project


def test_the_book_loads(project: Project) -> None:
    registry = load_registry(project)
    assert registry.book.arxiv == "2607.01311"
    assert [chapter.number for chapter in registry.book.chapters] == list(range(2, 23))


def test_the_first_theorem_claims_everything_that_can_be_claimed(project: Project) -> None:
    row = load_registry(project).rows["ch20-bt-shift-invariance"]
    assert row.label == "Proposition 20.5"
    assert set(row.claims) == set(Question) - {Question.RECHECKED}
    assert row.lean is not None
    assert set(row.lean.controls) == {hypothesis.id for hypothesis in row.hypotheses}
