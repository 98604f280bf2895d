"""The whole run, on a small project with a library of its own: green once, and then never by
mistake. Each test below plants one way in which such a run could be green although it must not be.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from pyharness.checks import Comparison, Instance, RowChecks, Verdict
from pyharness.cli import main
from pyharness.problems import ProblemsError
from pyharness.registry import Question
from pyharness.verify import STAGES, Verified, verify

if TYPE_CHECKING:
    from pathlib import Path

    from pyharness.ledger import Answer
    from pyharness.project import Project

ROW = "ch01-paint"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def small(project: Project) -> Path:
    return project.lean_source / "Small.lean"


def answer(outcome: Verified, question: Question) -> Answer:
    return next(a for a in outcome.ledger.records[ROW].answers if a.question is question)


def run(project: Project, *arguments: str) -> Any:
    return CliRunner().invoke(main, ["--root", str(project.root), *arguments])


def test_the_small_project_holds(painted: Project) -> None:
    outcome = verify(painted)
    assert outcome.holds
    assert tuple(stage.name for stage in outcome.stages) == STAGES
    record = outcome.ledger.records[ROW]
    assert {a.question: a.verdict for a in record.answers if a.claimed} == {
        Question.STATED: Verdict.PASS,
        Question.PROVED: Verdict.PASS,
        Question.RECHECKED: Verdict.PASS,
        Question.WITNESSED: Verdict.PASS,
    }
    proved = answer(outcome, Question.PROVED)
    assert proved.evidence[0].file == "lean/Small.lean"
    assert proved.evidence[0].tool == "Lean 4.35.0"
    assert proved.evidence[0].data == {"axioms": []}
    again = answer(outcome, Question.RECHECKED)
    assert again.evidence[0].tool.endswith("second kernel")
    assert again.message == "2 declarations and all that they rest on"

    written = json.loads(painted.ledger.read_text())
    assert written["holds"] is True
    assert written["rows"]["ch01-remark"]["verdict"] == "not checked"
    assert written["totals"]["rows"] == {"pass": 1, "fail": 0, "not checked": 1}


def test_a_second_run_builds_nothing_and_says_the_same(painted: Project) -> None:
    first, second = verify(painted), verify(painted)
    assert second.holds
    assert second.findings.build is not None
    assert [m.status for m in second.findings.build.modules] == ["fresh"]
    assert [r.to_json() for r in second.ledger.records.values()] == [
        r.to_json() for r in first.ledger.records.values()
    ]


# ----- A statement that changes -------------------------------------------------------------------


def test_a_theorem_that_turns_false(painted: Project) -> None:
    """The compiled file of the true version lies there; it must not answer."""
    assert verify(painted).holds
    edit(
        small(painted),
        "def paint (c : Colour) : Colour := c",
        "noncomputable def paint (_ : Colour) : Colour := Colour.red",
    )
    outcome = verify(painted)
    assert not outcome.holds
    for question in (Question.STATED, Question.PROVED, Question.RECHECKED, Question.WITNESSED):
        assert answer(outcome, question).verdict is not Verdict.PASS
    assert json.loads(painted.ledger.read_text())["holds"] is False
    assert "The run does not hold" in (painted.site / "index.html").read_text()


def test_a_definition_that_changes_under_a_true_theorem(painted: Project) -> None:
    assert verify(painted).holds
    edit(
        small(painted),
        "def paint (c : Colour) : Colour := c",
        "noncomputable def paint (c : Colour) : Colour := (fun d => d) c",
    )
    outcome = verify(painted)
    stated = answer(outcome, Question.STATED)
    assert stated.verdict is Verdict.FAIL
    assert "the definition of `Small.paint` changed" in stated.message
    assert "Small.Colour`" not in stated.message
    assert answer(outcome, Question.PROVED).verdict is Verdict.PASS
    assert not outcome.holds


def test_a_statement_that_is_weakened(painted: Project) -> None:
    edit(
        small(painted),
        "(c : Colour) (dry : Same c c) : Same (paint c) c := dry",
        "(c : Colour) (dry : Same (paint c) c) (_ : Same c c) : Same c (paint c) := dry",
    )
    outcome = verify(painted)
    assert "the statement of `Small.paint_same` changed" in answer(outcome, Question.STATED).message
    assert not outcome.holds


def test_a_theorem_that_assumes_its_conclusion(painted: Project) -> None:
    edit(
        small(painted),
        "(c : Colour) (dry : Same c c) : Same (paint c) c := dry",
        "(c : Colour) (dry : Same (paint c) c) : Same (paint c) c := dry",
    )
    run(painted, "build")
    assert run(painted, "lock", "--accept").exit_code == 0
    outcome = verify(painted)
    stated = answer(outcome, Question.STATED)
    assert stated.verdict is Verdict.FAIL
    assert "says nothing: its conclusion is one of its hypotheses" in stated.message


def test_a_proof_that_is_left_out(painted: Project) -> None:
    edit(small(painted), ": Same (paint c) c := dry", ": Same (paint c) c := sorry")
    outcome = verify(painted)
    assert not outcome.holds
    assert answer(outcome, Question.PROVED).verdict is Verdict.FAIL


def test_an_axiom(painted: Project) -> None:
    edit(small(painted), "end Small", "axiom wrong : Same Colour.red Colour.green\nend Small")
    assert not verify(painted).holds


# ----- The second kernel --------------------------------------------------------------------------


def test_a_proof_that_the_second_kernel_gives_up(painted: Project, monkeypatch) -> None:
    from functools import partial

    from pyharness.lean import recheck as module

    monkeypatch.setattr(module, "recheck", partial(module.recheck, steps=1))
    outcome = verify(painted)
    again = answer(outcome, Question.RECHECKED)
    assert again.verdict is Verdict.NOT_CHECKED
    assert "`Small.paint_same`: gave up after 1 steps" in again.message
    assert answer(outcome, Question.PROVED).verdict is Verdict.PASS
    assert not outcome.holds


def test_a_declaration_that_the_second_kernel_refuses(painted: Project, monkeypatch) -> None:
    """It is no declaration of the row, but those rest on it."""
    from pyharness.lean import recheck as module

    def refuse(environment, **options):
        answers = {"Small.Same": module.Answer("refused", "for a test")}
        return replace(recheck(environment, **options), answers=answers)

    recheck = module.recheck
    monkeypatch.setattr(module, "recheck", refuse)
    outcome = verify(painted)
    again = answer(outcome, Question.RECHECKED)
    assert again.verdict is Verdict.FAIL
    assert "`Small.paint_same` is refused: rests on `Small.Same`: for a test" in again.message
    (stage,) = (stage for stage in outcome.stages if stage.name == "recheck")
    assert not stage.ok
    assert "Small.Same: for a test" in stage.summary
    assert not outcome.holds


# ----- A row that says something else than the library --------------------------------------------


def test_a_wrong_lean_name(painted: Project) -> None:
    edit(painted.registry, "declaration: Small.paint_same", "declaration: Small.paint_sane")
    outcome = verify(painted)
    for question in (Question.STATED, Question.PROVED):
        found = answer(outcome, question)
        assert found.verdict is Verdict.FAIL
        assert found.message == (
            "there is no declaration `Small.paint_sane`; did you mean `Small.paint_same`?"
        )
    assert not outcome.holds


def test_a_part_that_regressed(painted: Project) -> None:
    edit(painted.registry, "fidelity: exact", "parts: [Small.paint_twice]\n      fidelity: exact")
    outcome = verify(painted)
    assert answer(outcome, Question.PROVED).verdict is Verdict.FAIL
    assert not outcome.holds


def test_a_definition_is_not_a_proof(painted: Project) -> None:
    edit(painted.registry, "declaration: Small.paint_same", "declaration: Small.paint")
    run(painted, "build")
    assert run(painted, "lock", "--accept").exit_code == 0
    outcome = verify(painted)
    assert answer(outcome, Question.STATED).verdict is Verdict.PASS
    assert (
        answer(outcome, Question.PROVED).message == "`Small.paint` is a definition, not a theorem"
    )
    assert not outcome.holds


def test_a_witness_that_assumes_something(painted: Project) -> None:
    edit(painted.registry, "[Small.paint_same_witness]", "[Small.paint_same]")
    outcome = verify(painted)
    witnessed = answer(outcome, Question.WITNESSED)
    assert witnessed.verdict is Verdict.FAIL
    assert "the witness `Small.paint_same` assumes something itself: `c`" in witnessed.message


def test_a_statement_that_nobody_accepted(painted: Project) -> None:
    painted.lock.unlink()
    outcome = verify(painted)
    stated = answer(outcome, Question.STATED)
    assert stated.verdict is Verdict.NOT_CHECKED
    assert "2 declarations are not locked: run `pyharness lock ch01-paint`" in stated.message
    # Claimed and not checked: the row fails.
    assert outcome.ledger.records[ROW].verdict is Verdict.FAIL
    assert not outcome.holds


# ----- Checks that are missing, skipped or broken -------------------------------------------------


def claim(a: int, b: int) -> Comparison:
    """A claim of no importance."""
    return Comparison(a, "=", b)


def test_claimed_checks_that_do_not_exist(painted: Project) -> None:
    edit(painted.registry, "uses: [ch01-remark]", "checks: [instances, controls]")
    outcome = verify(painted)
    assert answer(outcome, Question.CHECKED).message == (
        "the row claims instances, and there are none"
    )
    assert not outcome.holds


@pytest.mark.parametrize(("right", "holds"), [(1, True), (2, False)])
def test_a_failing_instance(painted: Project, right: int, holds: bool) -> None:
    edit(painted.registry, "uses: [ch01-remark]", "checks: [instances]")
    checks = RowChecks(ROW, instances=(Instance("one", claim, {"a": 1, "b": right}),))
    outcome = verify(painted, topics={ROW: (checks, __name__)})
    assert outcome.holds is holds
    evidence = answer(outcome, Question.CHECKED).evidence[0]
    assert evidence.data["command"] == "pyharness check ch01-paint --only instances/one"


def test_nothing_claimed_is_not_a_success(painted: Project) -> None:
    """Without any claim there is nothing that fails; that is no pass."""
    text = painted.registry.read_text()
    painted.registry.write_text(text[: text.index("  - id: ch01-paint")])
    outcome = verify(painted)
    assert all(record.verdict is Verdict.NOT_CHECKED for record in outcome.ledger.records.values())
    assert not outcome.holds
    result = run(painted, "verify")
    assert result.exit_code == 1
    assert "does not hold: nothing was confirmed" in result.output


# ----- What is left from earlier runs -------------------------------------------------------------


def test_an_error_in_the_registry_leaves_no_verdicts(painted: Project) -> None:
    assert verify(painted).holds
    edit(painted.registry, "kind: lemma", "kind: lema")
    with pytest.raises(ProblemsError):
        verify(painted)
    assert not painted.ledger.exists()
    assert not (painted.site / "index.html").exists()


def test_the_old_ledger_is_not_an_input(painted: Project) -> None:
    painted.lock.unlink()
    verify(painted)
    # An old ledger that claims everything.
    text = painted.ledger.read_text().replace('"not checked"', '"pass"').replace("false", "true")
    painted.ledger.write_text(text)
    assert not verify(painted).holds


def test_a_tampered_olean(painted: Project) -> None:
    """Same size and date as the build left it: the bytes are compared."""
    import os

    assert verify(painted).holds
    olean = painted.lean_build / "Small.olean"
    status, data = olean.stat(), bytearray(olean.read_bytes())
    place = data.index(b"paint_same")
    data[place : place + 5] = b"point"
    olean.write_bytes(data)
    os.utime(olean, ns=(status.st_atime_ns, status.st_mtime_ns))
    outcome = verify(painted)
    assert not outcome.holds
    stage = next(stage for stage in outcome.stages if stage.name == "environment")
    assert not stage.ok
    assert answer(outcome, Question.PROVED).verdict is not Verdict.PASS


def test_status_is_not_shown_when_sources_changed(painted: Project) -> None:
    missing = run(painted, "status")
    assert missing.exit_code == 2
    assert "there are no verdicts yet" in missing.output
    verify(painted)
    fresh = run(painted, "status")
    assert fresh.exit_code == 0
    assert "holds: every claim is confirmed" in fresh.output
    for path, name in ((small(painted), "lean/Small.lean"), (painted.lock, "theorems.lock.json")):
        before = path.read_text()
        path.write_text(before + "\n")
        stale = run(painted, "status")
        assert stale.exit_code == 2
        assert f"are about other sources: {name} has changed" in stale.output
        assert "✓" not in stale.output
        path.write_text(before)
    assert run(painted, "status").exit_code == 0


@pytest.mark.parametrize("text", ["", "error: no such file\n", "[]", '{"format": 0}', "null"])
def test_a_ledger_that_holds_something_else(painted: Project, text: str) -> None:
    verify(painted)
    painted.ledger.write_text(text)
    result = run(painted, "status")
    assert result.exit_code == 2
    assert "run `pyharness verify`" in result.output


# ----- The commands -------------------------------------------------------------------------------


def test_verify_command(painted: Project) -> None:
    result = run(painted, "verify")
    assert result.exit_code == 0
    assert "holds: every claim is confirmed" in result.output
    assert "1 row claims nothing yet" in result.output
    as_json = run(painted, "verify", "--json")
    value = json.loads(as_json.stdout)
    assert value["holds"] is True
    assert [stage["name"] for stage in value["stages"]] == list(STAGES)
    edit(painted.registry, "declaration: Small.paint_same", "declaration: Small.paint_sane")
    assert run(painted, "verify").exit_code == 1


def test_show_and_list(painted: Project) -> None:
    verify(painted)
    shown = run(painted, "show", ROW)
    assert shown.exit_code == 0
    assert "Small.paint_same (c : Small.Colour)" in shown.output
    assert "axioms: none" in shown.output
    assert "lean/Small.lean:21" in shown.output
    value = json.loads(run(painted, "show", ROW, "--json").stdout)
    assert value["record"]["verdict"] == "pass"
    unknown = run(painted, "show", "ch01-pain")
    assert unknown.exit_code == 2
    assert "did you mean `ch01-paint`?" in unknown.output

    assert "ch01-paint   Lemma 1.1" in run(painted, "list").output
    assert run(painted, "list", "--kind", "lemma", "--json").output.count('"id": "ch01') == 1
    assert "did you mean `ch01-paint`" in run(painted, "list", "ch01-pant").output
    assert (
        "there is no kind `lema`: did you mean `lemma`"
        in run(painted, "list", "--kind", "lema").output
    )
    assert "the book has no chapter 2" in run(painted, "list", "--chapter", "2").output
    passed = json.loads(run(painted, "list", "--verdict", "pass", "--json").stdout)
    assert [row["id"] for row in passed] == [ROW]
    assert f"{ROW}  Small.paint_same: no axioms" in run(painted, "list", "--axioms").output
    (theorem,) = json.loads(run(painted, "list", "--axioms", "--json").stdout)
    assert theorem == {"row": ROW, "theorem": "Small.paint_same", "axioms": []}


def test_output_without_unicode(painted: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess
    import sys

    verify(painted)
    command = [sys.executable, "-m", "pyharness", "--root", str(painted.root), "status"]
    environ = {"PYTHONIOENCODING": "ascii", "PATH": ""}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "ok" in done.stdout
    assert "- not claimed" in done.stdout


def test_lock_shows_before_it_writes(painted: Project) -> None:
    verify(painted)
    before = painted.lock.read_text()
    assert run(painted, "lock").output == "2 declarations are as locked\n"
    edit(
        small(painted),
        "def paint (c : Colour) : Colour := c",
        "noncomputable def paint (c : Colour) : Colour := (fun d => d) c",
    )
    assert run(painted, "lock").exit_code == 1  # not built from these sources
    run(painted, "build")
    shown = run(painted, "lock", ROW)
    assert shown.exit_code == 1
    assert "the definition of `Small.paint` changed" in shown.output
    assert "to accept what is shown: pyharness lock ch01-paint --accept" in shown.output
    assert painted.lock.read_text() == before
    accepted = run(painted, "lock", ROW, "--accept")
    assert accepted.exit_code == 0
    assert painted.lock.read_text() != before
    assert verify(painted).holds
