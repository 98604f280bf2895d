from __future__ import annotations

import json
import re
import shutil
import struct
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from compiled import compile_lean, with_imports

from pyharness.cli import main
from pyharness.lean import audit as audit_module
from pyharness.lean.audit import AXIOMS, FOUNDATION, NATIVE, SELF_EVIDENT, TACTICS, audit, find
from pyharness.lean.declarations import CompiledModule
from pyharness.lean.environment import Environment, load_environment, load_oleans
from pyharness.lean.expression import digest_node, write_expression
from pyharness.lean.reduction import Reduction
from pyharness.lean.reserved import DATA, EQUATIONS, FORBIDDEN, TYPES
from pyharness.problems import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyharness.lean.toolchain import Toolchain
    from pyharness.project import Project

FAULTS = sorted((Path(__file__).parent.parent / "faults" / "audit").glob("*.lean"))
EXPECTED = re.compile(r"^-- expect: (\S+) (\S+) (\d+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def library(built: Project) -> Environment:
    return load_environment(built)


def found(environment: Environment) -> set[tuple[str, str, int]]:
    return {(f.rule, f.declaration, f.line) for f in find(environment)}


# The library --------------------------------------------------------------------------------------


def test_the_library_passes(built, library):
    report = audit(built, library)
    assert report.ok, "\n".join(map(str, report.findings))
    assert len(report.axioms) == len(library.of_kind("theorem")) > 1000
    assert set().union(*report.axioms.values()) <= set(FOUNDATION)


def test_the_lists_have_no_dead_entries(library):
    """An entry that nothing needs would let a fault through one day."""
    constants = library.constants
    for name, (code, _) in NATIVE.items():
        assert code in (constants[name].extern, constants[name].implemented_by), name
    assert set(SELF_EVIDENT) <= {n for n in constants if constants[n].emptiness}
    assert set(library.of_kind("axiom")) == set(AXIOMS)
    for prefix in TACTICS:
        assert any(c.implemented_by for c in constants.values() if c.module.startswith(prefix))


def test_the_report_is_kept_and_told_again(built, library, monkeypatch):
    first = audit(built, library)

    def no_work(*_: object) -> list[object]:
        raise AssertionError("audited again")

    monkeypatch.setattr(audit_module, "find", no_work)
    assert audit(built, library).findings == first.findings


def test_the_command(built):
    run = CliRunner()
    result = run.invoke(main, ["--root", str(built.root), "audit"])
    assert result.exit_code == 0, result.output
    assert "theorems rest on propext" in result.output
    assert "nothing is refused" in result.output
    result = run.invoke(main, ["--root", str(built.root), "audit", "--json"])
    report = json.loads(result.output)
    assert report["ok"]
    assert report["findings"] == []
    assert report["axioms"]["Nat.add_comm"] == []
    result = run.invoke(main, ["--root", str(built.root), "audit", "--axioms", "Classical.em"])
    assert "Classical.em rests on Classical.choice, Quot.sound, propext" in result.output
    result = run.invoke(main, ["--root", str(built.root), "audit", "--axioms", "nothing"])
    assert result.exit_code == 2


def test_the_command_refuses_a_truncated_file(built, tmp_path):
    shutil.copytree(built.lean_source, tmp_path / "lean")
    shutil.copytree(built.lean_build, tmp_path / "build" / "lean")
    (tmp_path / "theorems.yaml").touch()
    path = tmp_path / "build" / "lean" / "DeepTheory" / "Core" / "Decidable.olean"
    path.write_bytes(path.read_bytes()[:-100])
    result = CliRunner().invoke(main, ["--root", str(tmp_path), "audit"])
    assert result.exit_code == 1
    assert "Decidable.olean: not a sound .olean: byte" in result.output
    assert "the file ends inside an object" in result.output


# Planted faults -----------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", FAULTS, ids=lambda path: path.stem)
def test_planted_faults_are_caught_and_nothing_else(built, toolchain, tmp_path, fault):
    text = fault.read_text(encoding="utf-8")
    expected = {(rule, name, int(line)) for rule, name, line in EXPECTED.findall(text)}
    assert expected
    olean = compile_lean(built, toolchain, tmp_path, fault.stem, text)
    environment = load_oleans(
        with_imports(built, **{fault.stem: olean}), cache=built.cache / "environment"
    )
    allowed = _allowed(text)
    assert {entry for entry in found(environment) if entry[:2] not in allowed} == expected
    for finding in find(environment, lambda module: f"lean/{module}.lean"):
        if (finding.rule, finding.declaration, finding.line) in expected:
            assert str(finding).startswith(f"lean/{fault.stem}.lean:{finding.line}: ")


def _allowed(text: str) -> set[tuple[str, str]]:
    """A fault that takes a part of the library only lacks the equations of that part."""
    imports = set(re.findall(r"^import (\S+)", text, re.MULTILINE))
    if imports & {"DeepTheory.Core"} or not imports:
        return set()
    return {("reserved", f"Nat.{name}") for name in ("pred", "add", "sub", "beq", "ble", "pow")}


def test_every_rule_has_a_fault():
    rules = set(re.findall(r"^([a-z-]+) +what|^([a-z-]+) {2,}\S", audit_module.__doc__, re.M))
    named = {first or second for first, second in rules} - {"rule"}
    planted = {rule for fault in FAULTS for rule, _, _ in EXPECTED.findall(fault.read_text())}
    here = {"compiler", "duplicate", "unknown", "axiom-record", "unsafe"}  # by changed files, below
    assert named == planted | here


def test_a_wrong_multiplication_makes_lean_prove_false(built, toolchain, tmp_path):
    """Lean accepts it and sees no axiom: that is why the rule exists."""
    (fault,) = (path for path in FAULTS if path.stem == "wrong_mul")
    olean = compile_lean(built, toolchain, tmp_path, "wrong_mul", fault.read_text("utf-8"))
    environment = load_oleans(
        with_imports(built, wrong_mul=olean), cache=built.cache / "environment"
    )
    module, declaration = environment.declaration("boom")
    assert write_expression(module.expressions.node(declaration.type)) == "False"
    assert environment.axioms("boom") == ()
    messages = [f.message for f in find(environment) if f.declaration == "Nat.mul"]
    assert any("Nat.mul n (Nat.succ m) = Nat.add (Nat.mul n m) n" in m for m in messages)


def test_fast_versions_for_tactics(built, toolchain, tmp_path, monkeypatch):
    """Proofs may rest on them, statements elsewhere may not speak of them."""
    fast = """prelude
import DeepTheory.Core
def fast (n : Nat) : Nat := n + 1
@[implemented_by fast] def slow (n : Nat) : Nat := n
theorem slow_eq (n : Nat) : slow n = n := rfl
"""
    user = """prelude
import Fast
theorem harmless (n : Nat) : n = n := (slow_eq n).symm.trans (slow_eq n)
def disguise (n : Nat) : Nat := slow n
theorem speaks_of_it (n : Nat) : disguise n = n := rfl
"""
    monkeypatch.setattr(audit_module, "TACTICS", {"Fast": "a reason"})
    paths = {
        "Fast": compile_lean(built, toolchain, tmp_path, "Fast", fast),
        "User": compile_lean(built, toolchain, tmp_path, "User", user),
    }
    environment = load_oleans(with_imports(built, **paths), cache=built.cache / "environment")
    (finding,) = find(environment)
    assert (finding.rule, finding.declaration, finding.line) == ("native", "speaks_of_it", 5)
    assert "speaks of `disguise` → `slow`" in finding.message


# Changed files ------------------------------------------------------------------------------------

SMALL = """prelude
import DeepTheory.Core
set_option autoImplicit false

def number : Nat := 1

theorem about_number : number = 1 := rfl

theorem by_extensionality (p q : Prop) (h : p ↔ q) : p = q := propext h
"""


@pytest.fixture
def load(built: Project) -> Callable[[dict[str, Path]], Environment]:
    """Load compiled modules; what is known of the library is taken from its cache."""
    return lambda paths: load_oleans(paths, cache=built.cache / "environment")


@pytest.fixture
def small(built: Project, toolchain: Toolchain, tmp_path: Path, load) -> dict[str, Path]:
    olean = compile_lean(built, toolchain, tmp_path, "Small", SMALL)
    paths = with_imports(built, Small=olean)
    assert found(load(paths)) == set()
    return paths


def change(path: Path, place: int, value: bytes) -> None:
    data = bytearray(path.read_bytes())
    assert data[place : place + len(value)] != value
    data[place : place + len(value)] = value
    path.write_bytes(data)


def test_another_compiler(small, load):
    change(small["Small"], 40, b"0123456789")
    (finding,) = find(load(small))
    assert (finding.rule, finding.file) == ("compiler", "Small")
    assert "commit 0123456789" in finding.message


def test_a_definition_made_unsafe_behind_leans_back(small, load):
    """The kernel would have refused the theorem; who changes the file can have it anyway."""
    olean = CompiledModule.read(small["Small"]).olean
    (place,) = (
        8 * index
        for word, index in olean.at.items()
        if olean.words[index] == 0x04 << 48 | 48 << 32  # ``DefinitionVal``
        and olean.text(olean.words[olean.at[olean.words[index + 1]] + 1]) == "number"
    )
    change(small["Small"], place + 8 + 4 * 8, b"\0")
    assert ("unsafe", "about_number", 7) in found(load(small))


def test_a_record_of_axioms_that_was_changed(small, load):
    """The record says `propext`; let it say nothing."""
    module = CompiledModule.read(small["Small"])
    olean = module.olean
    entries = module._extension("_private.Lean.Util.CollectAxioms.0.Lean.exportedAxiomsExt")
    records = {olean.text(olean.pair(word)[0]): word for word in entries}
    empty = olean.pair(records["about_number"])[1]
    place = 8 * olean.at[records["by_extensionality"]] + 16
    change(small["Small"], place, struct.pack("<Q", empty))
    (finding,) = find(load(small))
    assert (finding.rule, finding.declaration, finding.line) == (
        "axiom-record",
        "by_extensionality",
        9,
    )
    assert "rests on propext, but Lean recorded none" in finding.message


def test_a_constant_in_two_modules(small, load, built, toolchain, tmp_path):
    text = "prelude\nimport DeepTheory.Core\n\ndef number : Nat := 2\ndef other : Nat := 3\n"
    other = compile_lean(built, toolchain, tmp_path, "Twice", text)
    (finding,) = find(load({**small, "Twice": other}))
    assert (finding.rule, finding.declaration, finding.file) == ("duplicate", "number", "Twice")
    assert "declared in Small too" in finding.message


def test_a_constant_that_is_gone(load, built, toolchain, tmp_path):
    first = "prelude\nimport DeepTheory.Core\n\ndef base : Nat := 2\n"
    second = "prelude\nimport First\n\ntheorem on_it : base = base := rfl\n"
    paths = {
        "First": compile_lean(built, toolchain, tmp_path, "First", first),
        "Second": compile_lean(built, toolchain, tmp_path, "Second", second),
    }
    compile_lean(built, toolchain, tmp_path, "First", first.replace("base", "basis"))
    environment = load(with_imports(built, **paths))
    assert found(environment) == {("unknown", "on_it", 4)}


def test_a_truncated_file(small, load):
    data = small["Small"].read_bytes()
    small["Small"].write_bytes(data[:-200])
    with pytest.raises(ProblemsError, match=r"Small\.olean: not a sound \.olean: byte \d+"):
        load(small)


# Reserved names -----------------------------------------------------------------------------------


def test_what_the_kernel_computes_is_all_there(library):
    """The fifteen functions of the kernel, each with equations; those that exist are checked."""
    kernel = "add sub mul div mod gcd beq ble land lor xor shiftLeft shiftRight pow log2"
    assert {e.function for e in EQUATIONS} == {
        f"Nat.{name}" for name in [*kernel.split(" "), "pred"]
    }
    for name in ("Nat", "Nat.zero", "Nat.succ", "Bool", "Eq", "Quot", "Quot.lift", "List"):
        assert name in DATA
        assert name in library.constants
    assert set(FOUNDATION) <= TYPES.keys()
    assert not set(FORBIDDEN) & set(library.constants)


@pytest.mark.parametrize("equation", EQUATIONS, ids=lambda e: e.lean)
def test_equations_hold_of_the_functions_that_python_has(equation):
    """The tables are typed by hand: compare them with Python's arithmetic."""
    for values in _values(equation.variables):
        if all(_evaluate(hypothesis, values) for hypothesis in equation.hypotheses):
            left, right = (_evaluate(side, values) for side in (equation.left, equation.right))
            assert left == right, (equation.lean, values)


def _values(count: int) -> list[tuple[int, ...]]:
    from itertools import product

    return list(product(range(6), repeat=count))


PYTHON = {
    "Nat.zero": 0,
    "Nat.succ": lambda n: n + 1,
    "Nat.pred": lambda n: max(n - 1, 0),
    "Nat.add": lambda n, m: n + m,
    "Nat.sub": lambda n, m: max(n - m, 0),
    "Nat.mul": lambda n, m: n * m,
    "Nat.pow": lambda n, m: n**m,
    "Nat.div": lambda n, m: n // m if m else 0,
    "Nat.mod": lambda n, m: n % m if m else n,
    "Nat.gcd": __import__("math").gcd,
    "Nat.beq": lambda n, m: n == m,
    "Nat.ble": lambda n, m: n <= m,
    "Nat.le": lambda n, m: n <= m,
    "Nat.land": lambda n, m: n & m,
    "Nat.lor": lambda n, m: n | m,
    "Nat.xor": lambda n, m: n ^ m,
    "Nat.shiftLeft": lambda n, m: n << m,
    "Nat.shiftRight": lambda n, m: n >> m,
    "Nat.log2": lambda n: max(n.bit_length() - 1, 0),
    "Bool.true": True,
    "Bool.false": False,
}


def _evaluate(expression, values):
    from pyharness.lean.expression import APP, BVAR

    arguments = []
    while expression[0] == APP:
        arguments.append(_evaluate(expression[2], values))
        expression = expression[1]
    if expression[0] == BVAR:
        return values[len(values) - 1 - expression[1]]
    value = PYTHON[expression[1]]
    return value(*reversed(arguments)) if arguments else value


def test_statements_are_written_as_lean_reads_them(built, toolchain, library, tmp_path):
    """The text of each equation, elaborated by Lean, is the expression that the audit looks for."""
    types = dict.fromkeys((e.function for e in EQUATIONS), "Nat → Nat → Nat")
    types["Nat.log2"] = "Nat → Nat"
    lines = ["prelude", "import DeepTheory.Core"]
    lines += [f"axiom {n} : {kind}" for n, kind in types.items() if n not in library.constants]
    lines += [f"axiom statement{i} : {e.lean}" for i, e in enumerate(EQUATIONS)]
    olean = compile_lean(built, toolchain, tmp_path, "Statements", "\n".join(lines) + "\n")
    module = CompiledModule.read(olean)
    for i, equation in enumerate(EQUATIONS):
        declaration = module.declarations[f"statement{i}"]
        node = module.expressions.node(declaration.type)
        assert write_expression(node) == write_expression(equation.statement)
        assert module.expressions.digest(declaration.type, ()) == digest_node(equation.statement)


def test_computation_agrees_with_python(library):
    """`Reduction` has no short cuts, so that this tests the definitions themselves."""
    from pyharness.lean.expression import APP, CONST, LIT

    reduction = Reduction(library, steps=5_000_000)
    for name in ("add", "sub", "mul", "pow"):
        for n in range(3):
            for m in range(3):
                call = (APP, (APP, (CONST, f"Nat.{name}", ()), (LIT, n)), (LIT, m))
                value = PYTHON[f"Nat.{name}"](n, m)
                assert reduction.same(call, (LIT, value)), (name, n, m)
                assert not reduction.same(call, (LIT, value + 1)), (name, n, m)
