"""The second check of a library: what it says, and what it keeps."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from compiled import compile_lean, with_imports

from pyharness.cli import main
from pyharness.lean.environment import load_environment, load_oleans
from pyharness.lean.kernel.library import Library
from pyharness.lean.kernel.numbers import COMPUTE, Shortcuts
from pyharness.lean.kernel.units import units
from pyharness.lean.recheck import recheck
from pyharness.problems import ProblemsError

if TYPE_CHECKING:
    from pathlib import Path

    from pyharness.lean.environment import Environment

FIRST = """prelude
import DeepTheory.Core
set_option autoImplicit false
def one : Nat := 1
def two : Nat := 2
theorem one_lt : one = 1 := rfl
"""
SECOND = """prelude
import First
set_option autoImplicit false
theorem about_one : one = 1 := rfl
theorem about_two : two = 2 := rfl
theorem about_both (h : one = two) : two = one := h.symm
"""


@pytest.fixture(scope="module")
def library(built) -> Environment:
    return load_environment(built)


def _end(*_: object) -> None:
    """End the process, as the system does when memory runs out."""
    os._exit(1)


# The library --------------------------------------------------------------------------------------


def test_the_library_is_accepted(built, library):
    """Everything but what no proof can use."""
    report = recheck(library, cache=built.cache)
    assert report.ok, report.answers
    for name, answer in report.answers.items():
        constant = library.constants[name]
        assert constant.safety != "safe" or name == "sorryAx", (name, answer)
    assert all(report.answer(name).verdict == "accepted" for name in library.of_kind("theorem"))
    assert report.counts["accepted"] == len(library.constants) - len(report.answers)


def test_every_short_cut_is_established(library):
    shortcuts = Shortcuts(library, Library(library))
    assert not shortcuts.refused
    there = {name for name in COMPUTE if name in library.constants}
    assert shortcuts.reasons.keys() == {"Nat", "String", "Nat.pred", *there}
    assert len(there) >= 9


def test_no_short_cut_serves_its_own_justification(library):
    shortcuts = Shortcuts(library, Library(library))
    for name in COMPUTE:
        for reason in shortcuts.reasons.get(name, ()):
            assert name not in shortcuts.allowed((reason,))
    assert "Nat.gcd" in shortcuts.allowed(("Nat.gcd_comm",))


def test_units_are_in_order(library):
    found, refused = units(library)
    assert not refused
    place = {name: i for i, unit in enumerate(found) for name in unit}
    assert place.keys() == set(library.constants)
    for name, constant in library.constants.items():
        for other in constant.statement_uses + constant.proof_uses:
            if library.constants[other].kind != "recursor":
                assert place[other] <= place[name], (name, other)
    assert found[place["Nat"]] == ("Nat", "Nat.succ", "Nat.zero", "Nat.rec")


# The command --------------------------------------------------------------------------------------


def test_the_command(built):
    run = CliRunner()
    root = ["--root", str(built.root), "recheck"]
    result = run.invoke(main, [*root, "Nat.add_comm"])
    assert result.exit_code == 0, result.output
    assert "0 refused, 0 not checked" in result.output
    result = run.invoke(main, [*root, "--json", "Nat.add_*"])
    report = json.loads(result.output)
    assert report["ok"]
    assert report["constants"]["accepted"] > 50
    result = run.invoke(main, [*root, "--fresh", "--slowest", "--steps", "2", "Nat.add_comm"])
    assert result.exit_code == 1
    assert "not checked: gave up after 2 steps" in result.output
    # Below these is a partial definition, which no proof can use.
    result = run.invoke(main, [*root, "Nat.Internal.Linear.Expr.*"])
    assert result.exit_code == 0, result.output
    assert "partial: no proof can use it" in result.output
    result = run.invoke(main, [*root, "nothing.*"])
    assert result.exit_code == 2
    assert "no declaration has this name" in result.output


def test_a_name_that_was_not_asked_for(built, library, tmp_path):
    report = recheck(library, ["Nat.add_comm"], cache=tmp_path)
    with pytest.raises(KeyError):
        report.answer("Classical.em")
    with pytest.raises(KeyError):
        report.answer("nothing")
    with pytest.raises(ProblemsError, match="no declaration has this name"):
        recheck(library, ["nothing"], cache=tmp_path)


def test_processes_find_the_same(library, tmp_path):
    names = ["Nat.gcd_comm", "Classical.em"]
    one = recheck(library, names, jobs=1, cache=tmp_path / "one")
    two = recheck(library, names, jobs=2, cache=tmp_path / "two")
    assert one.checked == two.checked > 100
    assert (one.answers, one.counts) == (two.answers, two.counts)
    assert {k: sorted(v) for k, v in one.computed.items()} == {
        k: sorted(v) for k, v in two.computed.items()
    }


def test_terms_can_be_dropped_between_units(library, tmp_path, monkeypatch):
    from pyharness.lean.kernel import library as module

    names = ["Nat.gcd_comm", "Classical.em", "Lean.Syntax"]
    kept = recheck(library, names, jobs=1, cache=tmp_path / "kept")
    monkeypatch.setattr(module, "_MANY_TERMS", -1)
    dropped = recheck(library, names, jobs=1, cache=tmp_path / "dropped")
    assert dropped.checked == kept.checked > 100
    assert dropped.ok
    assert dropped.counts == kept.counts


def test_a_process_that_is_ended_leaves_units_open(library, tmp_path, monkeypatch):
    """Whatever ends it, too little memory for example: nothing is accepted that was not checked."""
    from pyharness.lean.kernel import workers

    monkeypatch.setattr(workers, "_check_in_pool", _end)
    report = recheck(library, ["Nat.add_comm"], jobs=2, cache=tmp_path)
    assert report.counts["accepted"] == 0
    message = "gave up: the process that checked it was ended"
    assert set(report.answers.values()) == {("not checked", message)}
    monkeypatch.undo()
    again = recheck(library, ["Nat.add_comm"], jobs=1, cache=tmp_path)
    assert again.checked == report.checked
    assert again.answer("Nat.add_comm").verdict == "accepted"


# What is kept -------------------------------------------------------------------------------------


class _Two:
    """A library of two modules that can be compiled again one by one."""

    def __init__(self, built, toolchain, folder: Path) -> None:
        self.built, self.toolchain, self.folder = built, toolchain, folder
        self.paths: dict[str, Path] = {}
        self.cache = folder / "cache"

    def write(self, module: str, text: str) -> None:
        args = (self.built, self.toolchain, self.folder, module, text)
        self.paths[module] = compile_lean(*args)

    def check(self, *names: str, **options):
        paths = with_imports(self.built, **self.paths)
        environment = load_oleans(paths, cache=self.built.cache / "environment")
        own = [n for n, c in environment.constants.items() if c.module in self.paths]
        return recheck(environment, list(names) or own, cache=self.cache, jobs=1, **options)


@pytest.fixture(scope="module")
def checked_once(built, toolchain, tmp_path_factory):
    both = _Two(built, toolchain, tmp_path_factory.mktemp("two"))
    both.write("First", FIRST)
    both.write("Second", SECOND)
    assert both.check().ok
    return both


@pytest.fixture
def two(checked_once, tmp_path):
    """Compiled and checked before; each test has its own copy."""
    folder = tmp_path / "two"
    shutil.copytree(checked_once.folder, folder)
    both = _Two(checked_once.built, checked_once.toolchain, folder)
    both.paths = {name: folder / f"{name}.olean" for name in checked_once.paths}
    return both


def test_nothing_is_done_twice(two):
    assert two.check().checked == 0
    assert two.check(fresh=True).checked > 100
    assert two.check().checked == 0


def test_an_edit_checks_what_changed(two):
    two.write("First", FIRST.replace("one = 1 := rfl", "one = 1 := Eq.refl 1"))
    report = two.check()
    assert report.ok
    # The three declarations of the module; those in the other module looked at nothing that
    # changed: the proof of a theorem is not part of what it means.
    assert report.checked == 3


def test_a_value_that_changed_is_seen_where_it_was_looked_at(two):
    """The other module is not compiled again: its proofs are of the old value."""
    two.write("First", FIRST.replace("two : Nat := 2", "two : Nat := 3"))
    report = two.check()
    assert report.answer("about_one").verdict == "accepted"
    assert report.answer("about_two").verdict == "refused"
    assert report.answer("about_both").verdict == "accepted"
    again = two.check()
    assert again.answer("about_two") == report.answer("about_two")
    assert again.checked >= 1  # only acceptance is kept


def test_what_rests_on_something_refused_is_not_kept(two):
    text = SECOND + "theorem both : two = 2 := about_two\n"
    two.write("Second", text)
    two.write("First", FIRST.replace("two : Nat := 2", "two : Nat := 3"))
    report = two.check("both")
    assert report.answer("both").verdict == "refused"
    assert "rests on `about_two`" in report.answer("both").message
    again = two.check("both")
    assert again.answer("both").verdict == "refused"
    two.write("First", FIRST)
    assert two.check("both").answer("both").verdict == "accepted"


@pytest.mark.parametrize("damage", ["", "{}", "[]", "nonsense", '{"code": 1}'])
def test_a_damaged_cache_is_not_believed(two, damage):
    kept = two.cache / "recheck" / "Second.json"
    kept.write_text(damage)
    assert two.check().checked == 3


def test_the_code_of_the_kernel_is_part_of_the_key(two, monkeypatch):
    from pyharness.lean import recheck as module

    monkeypatch.setattr(module, "_code", lambda: "another")
    assert two.check().checked > 100


def test_every_module_of_the_kernel_is_part_of_the_key(monkeypatch):
    from pathlib import Path

    from pyharness.lean import kernel
    from pyharness.lean import recheck as module

    named: set[str] = set()
    monkeypatch.setattr(module, "source_digest", lambda *names: named.update(names) or "")
    module._code()
    files = {path.stem for path in Path(kernel.__file__).parent.glob("*.py")} - {"__init__"}
    assert {name.removeprefix("kernel/") for name in named if "/" in name} == files


def test_the_whole_library_is_kept_in_one_file(two):
    paths = with_imports(two.built, **two.paths)
    environment = load_oleans(paths, cache=two.built.cache / "environment")
    first = recheck(environment, cache=two.cache)
    again = recheck(environment, cache=two.cache)
    assert first.checked > 100
    assert again.checked == 0
    assert again.seconds < first.seconds
    assert again.answers == first.answers
    assert again.counts == first.counts
    assert again.computed == first.computed
    (file,) = two.cache.glob("recheck-*.json")
    file.write_text("[1]")
    assert recheck(environment, cache=two.cache).counts == first.counts
