"""The command: what it prints, and that what it prints can be typed again."""

from __future__ import annotations

import dataclasses
import json
import shlex
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from pyharness.checks import Comparison, alignment
from pyharness.cli import main

if TYPE_CHECKING:
    import pytest

    from pyharness.project import Project

ROW = "ch20-bt-shift-invariance"


def run(project: Project, *arguments: str) -> Any:
    return CliRunner().invoke(main, ["--root", str(project.root), "check", *arguments])


def test_one_check(project: Project) -> None:
    result = run(project, ROW, "--only", "instances/two-prompts-three-responses")
    assert result.exit_code == 0
    assert "12 equal values, such as short over long given easy: 2/5" in result.output
    assert "1 check of 1 row: 1 passed, 0 failed, 0 not checked" in result.output


def test_a_failure_prints_numbers_and_the_command_that_shows_it_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(strength: Any, other: Any) -> Comparison:
        return Comparison(alignment.preference(other, strength), "=", strength / (strength + other))

    (row, *rest) = alignment.CHECKS
    broken = type(row.instances[0])("two-to-three", wrong, row.instances[0].parameters)
    changed = dataclasses.replace(row, instances=(broken,))
    monkeypatch.setattr(alignment, "CHECKS", (changed, *rest))
    result = run(project, "ch20-bradley-terry", "--only", "inst*/*", "--fresh")
    assert result.exit_code == 1
    assert "claimed is =, found is 3/5 ≠ 2/5" in result.output
    assert "strength = 2" in result.output
    assert "test_command.py:" in result.output
    again = next(line for line in result.output.splitlines() if "again: " in line)
    words = shlex.split(again.partition("again: ")[2])
    assert words[:2] == ["pyharness", "check"]
    assert "claimed is =, found is 3/5 ≠ 2/5" in run(project, *words[2:]).output


def test_nothing_to_check_is_not_a_success(painted: Project) -> None:
    result = run(painted)
    assert result.exit_code == 1
    assert "Nothing was checked: these rows have no checks." in result.output
    assert json.loads(run(painted, "--json").stdout)["holds"] is False


def test_wrong_names(project: Project) -> None:
    assert "did you mean `ch20-bradley-terry`" in run(project, "ch20-bradly-terry").output
    assert run(project, "ch20-bradly-terry").exit_code == 2
    assert run(project, ROW, "--only", "instance/x").exit_code == 2


def test_schema_command(project: Project, painted: Project) -> None:
    def schema(root: Project) -> Any:
        return CliRunner().invoke(main, ["--root", str(root.root), "schema", "--check"])

    assert schema(project).exit_code == 0
    assert schema(painted).exit_code == 1
    assert "theorems.schema.json is missing" in schema(painted).output
