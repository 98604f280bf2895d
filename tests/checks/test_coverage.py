"""`pyharness coverage`: what is counted, and what is missing to the norm."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from own_project import Own

LEAN = """\
    lean:
      declaration: Small.paint_same
      fidelity: exact
      witness: [Small.paint_same_witness]
"""


def with_lean(own: Own, lean: str) -> None:
    """Give the first row a formal side."""
    text = own.project.registry.read_text(encoding="utf-8")
    assert text.count("  - id: ch01-sum\n") == 1
    changed = text.replace("  - id: ch01-sum\n", f"{lean}  - id: ch01-sum\n")
    own.project.registry.write_text(changed, encoding="utf-8")


def test_a_row_without_a_proof_lacks_nothing(own: Own) -> None:
    found = own.run("coverage")
    assert found.returncode == 0, found.stderr
    lines = [line.split() for line in found.stdout.splitlines()]
    assert lines[0] == [
        "identities", "instances", "searches", "controls", "computations", "plots",
    ]  # fmt: skip
    assert lines[1] == ["ch01-square", "·", "3", "2", "1", "·", "·"]
    assert lines[2] == ["ch01-sum", "·", "1", "·", "·", "·", "·"]
    assert lines[3] == ["total", "0", "4", "2", "1", "0", "0"]
    assert "2 rows, 0 with a proof in Lean; 0 of these have" in found.stdout


def test_what_is_missing_to_the_norm(own: Own) -> None:
    with_lean(own, LEAN)
    own.edit('            Instance("two", grows, {"n": 2}),\n', "")
    found = own.run("coverage")
    assert found.returncode == 1
    assert "missing: 1 instance, a control for `real`, a computation" in found.stdout
    assert "2 rows, 1 with a proof in Lean; 0 of these have" in found.stdout
    value = json.loads(own.run("coverage", "--missing", "--json").stdout)
    assert value["holds"] is False
    assert (value["proved"], value["complete"]) == (1, 0)
    (row,) = value["rows"]
    assert row["missing"] == ["1 instance", "a control for `real`", "a computation"]
    assert row["counts"] == {
        "identities": 0, "instances": 2, "searches": 2, "controls": 1, "computations": 0,
        "plots": 0,
    }  # fmt: skip


def test_a_lean_control_counts_and_a_search_is_wanted(own: Own) -> None:
    with_lean(own, LEAN + "      controls: {real: [Small.paint_same_witness]}\n")
    own.edit('            Search("numbers", grows, numbers, cases=20, thorough=200),\n', "")
    own.edit('Exhaustion("first-numbers", grows, lambda: ({"n": n} for n in range(2, 20))),', "")
    found = own.run("coverage", "ch01-square")
    assert "missing: a search, a computation" in found.stdout


def test_wrong_names(own: Own) -> None:
    found = own.run("coverage", "ch01-squar")
    assert found.returncode == 2
    assert "did you mean `ch01-square`?" in found.stderr
