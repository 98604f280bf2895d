"""Exact values and comparisons."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
import sympy

from pyharness.checks import CheckResult, Comparison, Verdict
from pyharness.checks.model import exact, shown
from pyharness.registry import Check

if TYPE_CHECKING:
    from pyharness.project import Project


@pytest.mark.parametrize(
    ("left", "relation", "right", "holds"),
    [
        (Fraction(1, 3), "=", Fraction(2, 6), True),
        (1, "≠", 1, False),
        (Fraction(1, 3), "<", Fraction(1, 2), True),
        (Fraction(1, 2), "≤", Fraction(1, 2), True),
        (2, ">", 3, False),
        (2, "≥", 3, False),
        ((1, 2), "=", [1, 2], True),
        ({"a": 1}, "=", {"a": 2}, False),
        ({"a": 1}, "=", {}, False),
        (sympy.Rational(1, 3), "=", Fraction(1, 3), True),
        (True, "=", False, False),
    ],
)
def test_comparison(left: object, relation: str, right: object, holds: bool) -> None:
    assert Comparison(left, relation, right).holds is holds


@pytest.mark.parametrize("value", [0.5, float("nan"), 1j, "1", None, sympy.sqrt(2), sympy.pi])
def test_nothing_inexact_is_compared(value: object) -> None:
    with pytest.raises(TypeError, match="exact values only"):
        Comparison(value, "=", 1)
    with pytest.raises(TypeError, match="exact values only"):
        exact((1, {"a": value}))


def test_unknown_relation() -> None:
    with pytest.raises(ValueError, match="unknown relation '=='"):
        Comparison(1, "==", 1)


def test_what_is_shown() -> None:
    assert shown({"a": (Fraction(1, 2), True)}) == "{a: (1/2, true)}"
    assert str(Comparison(1, "≤", 0)) == "1 > 0"
    assert str(Comparison({"a": 1, "b": 2}, "=", {"a": 1, "b": 3})) == "b: 2 ≠ 3"
    assert str(Comparison({"a": 1}, "=", {})) == "a is on one side only"
    assert str(Comparison({"a": 1}, "=", {"a": 1})) == "1 equal values, such as a: 1"


def test_result_survives_its_json() -> None:
    result = CheckResult(
        "ch20-x", Check.CONTROLS, "c", Verdict.PASS, "m", {"a": "1"}, "h", "f.py", 3, 0.25, "t"
    )
    assert CheckResult.from_json(result.to_json()) == result
    assert result.command == "pyharness check ch20-x --only controls/c"


def test_reading_the_checks_does_not_load_hypothesis(project: Project) -> None:
    # A run in which everything is kept must start fast.
    code = (
        "import sys; from pyharness.checks import load_topics;"
        "from pyharness.project import Project; from pyharness.registry import load_registry;"
        "load_topics(load_registry(Project.find())); print('hypothesis' in sys.modules)"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=project.root,
    )
    assert found.stdout.strip() == "False"


def test_long_fractions_are_also_shown_as_decimals() -> None:
    claim = Comparison(Fraction(169, 512), ">", Fraction(29297925957, 100000000000))
    assert str(claim) == "169/512 > 29297925957/100000000000, about 0.330078 > 0.292979"
    assert str(Comparison(Fraction(1, 3), "<", 1)) == "1/3 < 1"
