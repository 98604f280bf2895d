"""Planted errors: the real command must find each of them, and say what it is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from own_project import Own

if TYPE_CHECKING:
    from pyharness.project import Project

FAULTS = Path(__file__).resolve().parents[1] / "faults" / "checks"


@pytest.fixture(scope="module")
def planted(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Own:
    """A project with the planted checks, and the library with one module more."""
    root = tmp_path_factory.mktemp("planted") / "project"
    shutil.copytree(FAULTS, root, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(built.lean_source, root / "lean")
    shutil.move(root / "Planted.lean", root / "lean" / "Planted.lean")
    shutil.copytree(built.lean_build, root / "build" / "lean")
    own = Own(root)
    found = own.run("build", "Planted")
    assert found.returncode == 0, found.stdout + found.stderr
    assert "1 built" in found.stdout
    return own


def said(planted: Own, row: str) -> str:
    found = planted.run("check", row)
    assert found.returncode == 1, found.stdout + found.stderr
    assert "Traceback" not in found.stdout + found.stderr
    return found.stdout


def test_all_of_them_and_nothing_else(planted: Own) -> None:
    found = planted.run("check", "--json")
    assert found.returncode == 1
    value = json.loads(found.stdout)
    assert value["holds"] is False
    verdicts = {(r["row"], f"{r['sort']}/{r['name']}"): r["verdict"] for r in value["results"]}
    assert verdicts == {
        ("ch07-wrong-constant", "instances/small"): "pass",
        ("ch07-wrong-constant", "searches/fair-coins"): "fail",
        ("ch07-swapped-inequality", "searches/attempts"): "fail",
        ("ch07-wrong-definition", "computations/five-up-to-two"): "fail",
        ("ch07-idle-control", "controls/above-one"): "fail",
        ("ch07-raises", "instances/one"): "pass",
        ("ch07-raises", "instances/zero"): "fail",
        ("ch07-healthy", "instances/two-halves"): "pass",
        ("ch07-healthy", "searches/attempts"): "pass",
        ("ch07-healthy", "controls/at-least"): "pass",
    }


def test_a_wrong_constant_in_a_bound(planted: Own) -> None:
    text = said(planted, "ch07-wrong-constant")
    assert "FAIL  ch07-wrong-constant  searches/fair-coins" in text
    assert "case 9: claimed is ≤, found is 1 > 0.889716" in text
    assert "size = 1" in text
    assert "accuracy = 9/20" in text
    assert "written in bounds.py:" in text
    assert "again: pyharness check ch07-wrong-constant --only searches/fair-coins\n" in text


def test_a_swapped_inequality(planted: Own) -> None:
    text = said(planted, "ch07-swapped-inequality")
    assert "a search finds a counterexample: claimed is ≥, found is " in text
    # The smallest number of attempts for which the inequality is strict.
    assert "attempts = 2" in text


def test_a_wrong_definition_in_lean(planted: Own) -> None:
    text = said(planted, "ch07-wrong-definition")
    assert "Lean does not find Planted.binomialSum 5 2 = 16" in text


def test_a_control_that_does_not_refute(planted: Own) -> None:
    text = said(planted, "ch07-idle-control")
    assert "if p may be above one, the claim still holds here: 3/4 ≤ 3" in text
    assert "this instance refutes nothing" in text
    found = planted.run("counterexample", "ch07-idle-control")
    assert found.returncode == 1
    assert "the claim should fail." in found.stdout


def test_a_check_that_raises(planted: Own) -> None:
    text = said(planted, "ch07-raises")
    assert "FAIL  ch07-raises  instances/zero" in text
    assert "the check raised ZeroDivisionError: Fraction(1, 0) (bounds.py:" in text
    assert "number = 0" in text


def test_the_row_without_an_error(planted: Own) -> None:
    found = planted.run("check", "ch07-healthy")
    assert found.returncode == 0
    assert "3 checks of 1 row: 3 passed" in found.stdout


def test_a_run_of_everything_does_not_hold(planted: Own) -> None:
    found = planted.run("verify")
    assert found.returncode == 1
    assert "FAIL checks" in found.stderr
    ledger = json.loads(planted.project.ledger.read_text(encoding="utf-8"))
    assert ledger["holds"] is False
    rows = {row: record["verdict"] for row, record in ledger["rows"].items()}
    assert rows.pop("ch07-healthy") == "pass"
    assert set(rows.values()) == {"fail"}
