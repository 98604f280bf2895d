"""The lock: what it records, and how a change is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pyharness.lean.build import build
from pyharness.lean.environment import Environment, load_environment
from pyharness.lock import difference, read_lock, relock, write_lock
from pyharness.problems import ProblemsError

if TYPE_CHECKING:
    from pyharness.project import Project

TWO = """
/-- Another colour. -/
def wash (c : Colour) : Colour := c

/-- A statement about both definitions. -/
theorem wash_paint (c : Colour) : Same (wash (paint c)) (wash (paint c)) := Same.refl

/-- A statement about one definition. -/
theorem wash_wash (c : Colour) : Same (wash (wash c)) (wash (wash c)) := Same.refl

end Small
"""


@pytest.fixture
def two(painted: Project) -> Project:
    path = painted.lean_source / "Small.lean"
    path.write_text(path.read_text().replace("\nend Small\n", TWO))
    return painted


def compiled(project: Project) -> Environment:
    report = build(project)
    assert report.ok, report.modules
    return load_environment(project)


def change(project: Project, old: str, new: str) -> Environment:
    path = project.lean_source / "Small.lean"
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))
    return compiled(project)


def test_what_is_written_is_read(painted: Project) -> None:
    lock = read_lock(painted)
    before = painted.lock.read_bytes()
    write_lock(painted, lock)
    assert painted.lock.read_bytes() == before
    painted.lock.unlink()
    assert read_lock(painted).statements == {}


@pytest.mark.parametrize(
    "text", ["", "error", "[]", "{}", '{"format": 2}', '{"format": 1, "statements": {"a": {}}}']
)
def test_a_file_that_is_no_lock_is_refused(painted: Project, text: str) -> None:
    painted.lock.write_text(text)
    with pytest.raises(ProblemsError, match="this is not a lock file"):
        read_lock(painted)


def test_differences_name_what_changed(two: Project) -> None:
    environment = compiled(two)
    names = ["Small.wash_paint", "Small.wash_wash", "Small.wash"]
    lock, conflicts = relock(read_lock(two), environment, names, [], {})
    assert conflicts == []
    assert [difference(lock, environment, name) for name in names] == [[], [], []]
    assert difference(lock, environment, "Small.paint") is None

    # Moving lines, comments and other proofs change nothing.
    environment = change(two, "/-- Another colour. -/", "/-- A comment. -/\n\n")
    assert [difference(lock, environment, name) for name in names] == [[], [], []]

    environment = change(
        two,
        "def wash (c : Colour) : Colour := c",
        "noncomputable def wash (_ : Colour) := Colour.red",
    )
    found = difference(lock, environment, "Small.wash_wash")
    assert found is not None
    assert "the definition of `Small.wash` changed" in found
    assert not any("Small.paint" in sentence for sentence in found)
    assert difference(lock, environment, "Small.wash") == ["the definition of `Small.wash` changed"]

    environment = change(two, "Same (wash (wash c)) (wash (wash c))", "Same (wash c) (wash c)")
    found = difference(lock, environment, "Small.wash_wash")
    assert found is not None
    assert found[0] == "the statement of `Small.wash_wash` changed"


def test_a_changed_definition_is_accepted_for_all_or_not_at_all(two: Project) -> None:
    names = ["Small.wash_paint", "Small.wash_wash"]
    lock, _ = relock(read_lock(two), compiled(two), names, [], {})
    environment = change(
        two,
        "def wash (c : Colour) : Colour := c",
        "noncomputable def wash (c : Colour) : Colour := (fun d => d) c",
    )
    _, conflicts = relock(lock, environment, names[:1], names, {})
    assert conflicts == ["Small.wash_wash"]
    both, conflicts = relock(lock, environment, names, names, {})
    assert conflicts == []
    assert [difference(both, environment, name) for name in names] == [[], []]


def test_locking_one_keeps_the_others(two: Project) -> None:
    environment = compiled(two)
    lock = read_lock(two)
    new, conflicts = relock(lock, environment, ["Small.wash_wash"], lock.statements, {})
    assert conflicts == []
    assert set(new.statements) == {*lock.statements, "Small.wash_wash"}
    assert all(difference(new, environment, name) == [] for name in new.statements)
    dropped, _ = relock(lock, environment, ["Small.wash_wash"], [], {})
    assert set(dropped.statements) == {"Small.wash_wash"}
    assert "Small.paint" not in dropped.definitions
