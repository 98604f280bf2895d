"""Lean's own values: what the kernel confirms, and what it does not."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from pyharness.checks import Computation, RowChecks, Verdict, check
from pyharness.checks.lean_values import equation
from pyharness.project import processors
from pyharness.registry import Row

if TYPE_CHECKING:
    from pyharness.checks import CheckResult
    from pyharness.project import Project

MODULES = ("DeepTheory.Alignment.BradleyTerry", "DeepTheory.Algebra.Rat.Basic")
ROW = Row(id="ch20-x", chapter=20, kind="lemma", title="t", statement="s")


def compute(project: Project, *items: Computation) -> list[CheckResult]:
    from pyharness.checks.lean_values import compute as run

    return list(run(project, [(ROW, item) for item in items]))


def computation(
    lean: str, type_: str, value: Any, modules: tuple[str, ...] = MODULES
) -> Computation:
    return Computation("c", lean, type_, lambda: value, modules)


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        ("Nat", 3, "((e) : Nat) = (3 : Nat)"),
        ("Int", -3, "((e) : Int) = (-3 : Int)"),
        ("Bool", True, "((e) : Bool) = true"),
        ("Rat", 2, "((e) : Rat).num = (2 : Int) ∧ ((e) : Rat).den = (1 : Nat)"),
        ("Rat", Fraction(-2, 4), "((e) : Rat).num = (-1 : Int) ∧ ((e) : Rat).den = (2 : Nat)"),
    ],
)
def test_equation(type_: str, value: Any, expected: str) -> None:
    assert equation("e", type_, value) == expected


@pytest.mark.parametrize(
    ("type_", "value"),
    [("Nat", -1), ("Nat", True), ("Rat", True), ("Bool", 1), ("Int", Fraction(1, 2)), ("Real", 1)],
)
def test_values_that_a_type_does_not_have(type_: str, value: Any) -> None:
    with pytest.raises(TypeError, match="is not a value of the Lean type"):
        equation("e", type_, value)


def test_what_the_kernel_confirms_and_what_it_refuses(built: Project) -> None:
    preference = "BradleyTerry.preference (2 : Rat) 3"
    results = compute(
        built,
        computation(preference, "Rat", Fraction(2, 5)),
        computation(preference, "Rat", Fraction(3, 5)),
        computation("BradleyTerry.preferense (2 : Rat) 3", "Rat", Fraction(2, 5)),
        computation("2 + 3 : Nat", "Nat", 5),
        computation("sorryAx Nat false", "Nat", 5),
        computation("2 : Nat", "Nat", 0.5),
        computation("2 : Nat", "Nat", 2, ("DeepTheory.Nowhere",)),
    )
    by_value = [(r.verdict, r.message) for r in results]
    # What cannot be asked is answered first, the rest in order after one run of Lean.
    assert by_value[0][0] is Verdict.FAIL
    assert "0.5 is a float" in by_value[0][1]
    assert by_value[1] == (Verdict.NOT_CHECKED, "the module DeepTheory.Nowhere is not built")
    assert by_value[2] == (Verdict.PASS, f"{preference} = 2/5")
    assert by_value[3][0] is Verdict.FAIL
    assert f"Lean does not find {preference} = 3/5" in by_value[3][1]
    assert by_value[4][0] is Verdict.FAIL
    assert by_value[5][0] is Verdict.PASS
    assert by_value[6][0] is Verdict.FAIL


def test_an_injected_command_does_not_make_its_own_verdict(built: Project) -> None:
    """Text that breaks out of its line is still one line, and what it says is not believed."""
    trick = "1 : Nat) = (1 : Nat) := by decide +kernel\n#print axioms «computation 0» --"
    (result,) = compute(built, computation(trick, "Nat", 2))
    assert result.verdict is Verdict.FAIL


def test_a_library_that_does_not_import_is_not_checked(
    built: Project, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When Lean cannot even read the imports, the false equation is not refused either."""
    from pyharness.lean import build
    from pyharness.project import Project

    empty = Project(tmp_path)
    (empty.lean_build).mkdir(parents=True)
    # The manifest of the real library, without its files.
    (empty.lean_build / "manifest.json").write_bytes(
        (built.lean_build / "manifest.json").read_bytes()
    )
    assert build.read_manifest(empty).modules
    (result,) = compute(empty, computation("2 : Nat", "Nat", 2))
    assert result.verdict is Verdict.NOT_CHECKED
    assert "did not refuse a false equation" in result.message


def test_all_checks_of_the_book_pass(built: Project) -> None:
    from pyharness.registry import load_registry

    registry = load_registry(built)
    results = check(built, registry, cache=False, jobs=processors())
    assert {r.row for r in results} == {row.id for row in registry.rows.values() if row.checks}
    assert [r for r in results if r.verdict is not Verdict.PASS] == []


def test_a_changed_library_is_asked_again(built: Project) -> None:
    from pyharness.checks.engine import Effort, _Keys

    item = computation("2 : Nat", "Nat", 2)
    keys = _Keys(built, Effort())
    checks = RowChecks("ch20-x", computations=(item,))
    before = keys._key(ROW, checks, "pyharness.checks.alignment")
    assert keys._interfaces is not None
    keys._interfaces[MODULES[0]] = "another"
    assert keys._key(ROW, checks, "pyharness.checks.alignment") != before
