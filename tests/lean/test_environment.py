from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from compiled import compile_lean, with_imports

from pyharness.lean import derived
from pyharness.lean.declarations import SourceRange
from pyharness.lean.environment import Environment, LibraryError, load_environment, load_oleans
from pyharness.lean.toolchain import run_lean
from pyharness.problems import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pyharness.lean.toolchain import Toolchain
    from pyharness.project import Project


@pytest.fixture(scope="module")
def library(built: Project) -> Environment:
    return load_environment(built)


@pytest.fixture
def load(built: Project, toolchain: Toolchain, tmp_path: Path) -> Callable[[str], Environment]:
    """Compile a text against the core library and load both."""

    def compile_and_load(text: str) -> Environment:
        text = f"prelude\nimport DeepTheory.Core\nset_option autoImplicit false\n{text}"
        olean = compile_lean(built, toolchain, tmp_path, "Small", text)
        cache = built.cache / "environment"
        return load_oleans(with_imports(built, Small=olean), cache=cache)

    return compile_and_load


# The library --------------------------------------------------------------------------------------


def test_axioms_are_those_that_lean_recorded_for_every_constant(library):
    assert len(library.constants) > 3000
    for name, constant in library.constants.items():
        assert constant.recorded_axioms == library.axioms(name), name


def test_axioms_are_those_that_lean_prints(library, built, toolchain):
    theorems = [n for n in library.of_kind("theorem") if library.constants[n].range]
    sample = [n for n in theorems if not n.startswith("_private.")][:: max(1, len(theorems) // 60)]
    header = ["prelude", *(f"import {module}" for module in library.modules)]
    run = run_lean(
        toolchain,
        ["--stdin"],
        cwd=built.root,
        lean_path=[built.lean_build],
        stdin="\n".join([*header, *(f"#print axioms {name}" for name in sample)]) + "\n",
        timeout=60,
    )
    said = run.stdout.replace("\n ", " ")
    for name in sample:
        axioms = library.axioms(name)
        if axioms:
            line = next(x for x in said.splitlines() if f"'{name}' depends on axioms: [" in x)
            found = line[line.index("[") + 1 : line.index("]")]
            assert sorted(part.strip() for part in found.split(",")) == list(axioms)
        else:
            assert f"'{name}' does not depend on any axioms" in said


def test_every_edge_leads_to_a_constant(library):
    assert library.unknown == []
    assert library.duplicates == []


def test_modules_come_after_their_imports(library):
    seen = set()
    for module in library.modules.values():
        assert seen.issuperset(module.imports)
        seen.add(module.name)
    assert library.modules["DeepTheory.Core.Logic"].texts[0][1].startswith("# ")


def test_ranges_point_at_the_declaration(library, built):
    checked = 0
    for constant in library.constants.values():
        if constant.range is None or constant.kind != "theorem" or checked > 300:
            continue
        parts = constant.module.split(".")
        path = built.lean_source.joinpath(*parts).with_suffix(".lean")
        line = path.read_text(encoding="utf-8").split("\n")[constant.range.name_line - 1]
        rest = line[constant.range.name_column :]
        last = constant.name.rpartition(".")[2]
        if last in line:  # not for names that an attribute or a macro made
            assert rest.startswith((constant.name[:1], last[:1], "_root_")) or last in rest
            checked += 1
    assert checked > 200


def test_a_second_load_gives_the_same_and_reads_nothing(built, library, monkeypatch):
    def no_reading(*_: object) -> bytes:
        raise AssertionError("an .olean is read again")

    monkeypatch.setattr("pyharness.lean.derived.derive", no_reading)
    again = load_environment(built)
    assert again.key == library.key
    assert list(again.constants) == list(library.constants)
    name = "Nat.add_comm"
    assert again.constants[name] == library.constants[name]
    assert again.fingerprint(name) == library.fingerprint(name)


def test_the_library_loads_the_same_without_a_cache(built, library, tmp_path):
    paths = {name: module.path for name, module in library.modules.items()}
    fresh = load_oleans(paths)
    for name, constant in library.constants.items():
        assert fresh.constants[name] == constant
        assert fresh.axioms(name) == library.axioms(name)


def test_a_damaged_cache_is_made_again(built, library, tmp_path):
    paths = with_imports(built, **{"DeepTheory.Core.Decidable": _olean(built, "Decidable")})
    first = load_oleans(paths, cache=tmp_path)
    files = sorted(tmp_path.iterdir())
    assert len(files) == len(paths) + 1
    for position, file in enumerate(files):
        data = bytearray(file.read_bytes())
        data[(position * 7919) % len(data)] ^= 1
        file.write_bytes(data)
    files[0].write_bytes(b"")
    files[1].write_bytes(b"pyharness-sections 1 \nnonsense")
    second = load_oleans(paths, cache=tmp_path)
    assert dict(second.constants) == dict(first.constants)
    assert [f.stat().st_size for f in sorted(tmp_path.iterdir())] > [0]


def test_one_changed_module_is_read_alone(built, tmp_path, monkeypatch):
    paths = with_imports(built, **{"DeepTheory.Core.Decidable": _olean(built, "Decidable")})
    load_oleans(paths, cache=tmp_path / "cache")
    changed = tmp_path / "Decidable.olean"
    data = bytearray(_olean(built, "Decidable").read_bytes())
    data[40:44] = b"beef"
    changed.write_bytes(data)
    read = []
    derive = derived.derive
    monkeypatch.setattr(derived, "derive", lambda d, f: read.append(f) or derive(d, f))
    load_oleans({**paths, "DeepTheory.Core.Decidable": changed}, cache=tmp_path / "cache")
    assert read == [str(changed)]


def _olean(built: Project, name: str) -> Path:
    return built.lean_build.joinpath("DeepTheory", "Core", f"{name}.olean")


def test_old_cache_files_go_away(built, tmp_path):
    old = tmp_path / "module-old"
    old.write_bytes(b"x")
    os.utime(old, (1, 1))
    load_oleans({"DeepTheory.Core.Logic": _olean(built, "Logic")}, cache=tmp_path)
    assert not old.exists()


# Refusals -----------------------------------------------------------------------------------------


def test_a_truncated_file_is_refused_with_its_name(built, tmp_path):
    whole = _olean(built, "Logic").read_bytes()
    short = tmp_path / "Logic.olean"
    short.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ProblemsError) as caught:
        load_oleans({"DeepTheory.Core.Logic": short})
    assert "Logic.olean: not a sound .olean" in str(caught.value)
    assert "pyharness build" in str(caught.value)


def test_all_damaged_files_are_reported_at_once(built, tmp_path):
    paths = {}
    for name in ("Logic", "Decidable"):
        paths[f"DeepTheory.Core.{name}"] = tmp_path / f"{name}.olean"
        paths[f"DeepTheory.Core.{name}"].write_bytes(_olean(built, name).read_bytes()[:5000])
    with pytest.raises(ProblemsError) as caught:
        load_oleans(paths)
    assert len(caught.value.problems) == 2


def test_a_missing_import_is_refused(built):
    with pytest.raises(ProblemsError, match="which is not compiled here"):
        load_oleans({"DeepTheory.Core.Decidable": _olean(built, "Decidable")})


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(ProblemsError, match="cannot read the compiled module"):
        load_oleans({"A": tmp_path / "A.olean"})


def test_a_source_that_is_not_built_is_refused(small_project):
    (small_project.lean_source / "A.lean").write_text("prelude\n", encoding="utf-8")
    for check in (True, False):
        with pytest.raises(LibraryError, match="not built from the sources"):
            load_environment(small_project, check=check)


def test_compiled_files_older_than_the_sources_are_refused(built, tmp_path):
    from pyharness.project import Project

    other = Project(tmp_path)
    shutil.copytree(built.lean_source, other.lean_source)
    shutil.copytree(built.lean_build, other.lean_build)
    path = other.lean_source / "DeepTheory" / "Core" / "Logic.lean"
    with path.open("a", encoding="utf-8") as file:
        file.write("\ntheorem new : True := True.intro\n")
    with pytest.raises(LibraryError, match=r"DeepTheory\.Core\.Logic"):
        load_environment(other)


def test_a_compiled_file_that_was_changed_in_place_is_refused(built, tmp_path):
    """Size and time of the file are those of the build; only its content tells."""
    from pyharness.project import Project

    other = Project(tmp_path)
    shutil.copytree(built.lean_source, other.lean_source)
    shutil.copytree(built.lean_build, other.lean_build)
    load_environment(other)
    path = other.lean_build / "DeepTheory" / "Core" / "Logic.olean"
    status = path.stat()
    data = bytearray(path.read_bytes())
    data[79] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    with pytest.raises(ProblemsError, match=r"Logic\.olean: is not the file that the build wrote"):
        load_environment(other)


# Constants ----------------------------------------------------------------------------------------


def test_what_is_known_of_a_constant(load):
    environment = load(
        """
/-- Twice a number. -/
def double (n : Nat) : Nat := n + n

theorem double_zero : double 0 = 0 := rfl

theorem by_way_of (n : Nat) (h : n = 0) : double n = 0 := h ▸ double_zero

class Marked (α : Type) where
  mark : α

instance : Marked Nat := ⟨0⟩

private theorem hidden (n : Nat) : n = n := rfl
"""
    )
    constants = environment.constants
    double = constants["double"]
    assert (double.kind, double.module, double.safety) == ("definition", "Small", "safe")
    assert double.docstring == "Twice a number."
    assert double.range == SourceRange(5, 0, 6, 35, 6, 4)
    assert double.statement_uses == ("Nat",)
    assert "HAdd.hAdd" in double.proof_uses
    theorem = constants["by_way_of"]
    assert "double" in theorem.statement_uses
    assert "double_zero" not in theorem.statement_uses
    assert "double_zero" in theorem.proof_uses
    assert constants["Marked"].is_class
    assert constants["instMarkedNat"].is_instance
    assert not constants["double"].is_instance
    assert constants["Marked.mk"].proof_uses == ("Marked",)
    assert "Marked.mk" in constants["Marked"].proof_uses
    assert any(name.endswith(".hidden") for name in constants)
    assert "nothing" not in constants
    with pytest.raises(KeyError):
        environment.axioms("nothing")
    assert environment.path("by_way_of", "Nat.add", proofs=False) == [
        "by_way_of",
        "double",
        "instAddNat",
        "Nat.add",
    ]
    assert "double_zero" in environment.cone("by_way_of")
    assert "double_zero" not in environment.mentions("by_way_of")
    assert {"double", "Nat", "Nat.succ", "Eq"} <= set(environment.mentions("by_way_of"))


def test_compiled_code_is_noted(load):
    environment = load(
        """
def slow (n : Nat) : Nat := n
def fast (n : Nat) : Nat := n
attribute [implemented_by fast] slow
@[extern "lean_nat_add"] opaque native (n m : Nat) : Nat
unsafe def careless (n : Nat) : Nat := n
"""
    )
    constants = environment.constants
    assert constants["slow"].implemented_by == "fast"
    assert constants["fast"].implemented_by == ""
    assert (constants["native"].kind, constants["native"].extern) == ("opaque", "lean_nat_add")
    assert constants["careless"].safety == "unsafe"


# Fingerprints -------------------------------------------------------------------------------------

STATEMENT = """
/-- A pair of equal things. -/
structure Twin (α : Type) where
  left : α
  right : α
  same : left = right

def half (n : Nat) : Nat := n / 2

def halves (n : Nat) : Nat := half n + half n

theorem small (n : Nat) (t : Twin Nat) (h : halves n = t.left) : halves n = t.right :=
  h.trans t.same
"""


@pytest.mark.parametrize(
    "replacements",
    [
        {
            "(n : Nat) (t : Twin Nat) (h : halves n = t.left)": (
                "(k : Nat) (u : Twin Nat) (h' : halves k = u.left)"
            ),
            "halves n = t.right": "halves k = u.right",
            "h.trans t.same": "h'.trans u.same",
        },
        {"(n : Nat) (t : Twin Nat)": "{n : Nat} {t : Twin Nat}"},
        {"/-- A pair of equal things. -/": "/-- Another text. -/"},
        {"h.trans t.same": "by rw [h, t.same]"},
        {"theorem small": "\n\ntheorem other : 1 = 1 := rfl\n\ntheorem small"},
    ],
    ids=["names", "binder kinds", "text", "proof", "place"],
)
def test_what_makes_no_difference(load, replacements):
    text = STATEMENT
    for old, new in replacements.items():
        assert old in text
        text = text.replace(old, new)
    assert load(text).fingerprint("small") == load(STATEMENT).fingerprint("small")


def test_names_of_universes_make_no_difference(load):
    rest = " (α : Sort u) (β : Sort v) (a : α) (b : β) : a = a ∧ b = b := ⟨rfl, rfl⟩"
    one = load("theorem t.{u, v}" + rest)
    two = load("theorem t.{x, y}" + rest.replace("Sort u", "Sort x").replace("Sort v", "Sort y"))
    swapped = load("theorem t.{v, u}" + rest)
    assert one.fingerprint("t") == two.fingerprint("t")
    assert one.fingerprint("t") != swapped.fingerprint("t")


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("n / 2", "n / 3", {"half"}),
        ("half n + half n", "half n + half n + 0", {"halves"}),
        ("  same : left = right", "  same : right = left", {"Twin.mk"}),
        ("def half (n", "@[irreducible] def half (n", set()),
    ],
)
def test_what_makes_a_difference_and_is_explained(load, old, new, changed):
    before = load(STATEMENT).fingerprint("small")
    text = STATEMENT.replace(old, new)
    if "right = left" in new:
        text = text.replace("h.trans t.same", "h.trans t.same.symm")
    after = load(text).fingerprint("small")
    assert (after.hash == before.hash) == (not changed)
    assert after.statement == before.statement
    different = {n for n in before.mentions if after.mentions.get(n) != before.mentions[n]}
    assert changed <= different
    if not changed:
        assert not different


def test_a_change_of_the_statement_itself(load):
    before = load(STATEMENT).fingerprint("small")
    after = load(
        STATEMENT.replace("halves n = t.right :=", "t.right = halves n :=").replace(
            "h.trans t.same", "(h.trans t.same).symm"
        )
    ).fingerprint("small")
    assert after.statement != before.statement
    assert after.mentions == before.mentions


def test_a_theorem_is_not_an_axiom(load):
    one = load("theorem t : ∀ n : Nat, n = n := fun _ => rfl").fingerprint("t")
    two = load("axiom t : ∀ n : Nat, n = n").fingerprint("t")
    assert one.statement == two.statement
    assert one.hash != two.hash
