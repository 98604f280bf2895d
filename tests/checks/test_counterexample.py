"""`pyharness counterexample`: what fails without a hypothesis, and what nothing is shown for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from pyharness.cli import main

if TYPE_CHECKING:
    from own_project import Own

    from pyharness.project import Project


def test_a_control_is_told_in_words_and_numbers(own: Own) -> None:
    found = own.run("counterexample", "ch01-square", "--drop", "whole")
    assert found.returncode == 0, found.stderr
    text = " ".join(found.stdout.split())
    for said in (
        "Lemma 1.1. Squares grow",
        "Without `whole` $n$ is a whole number",
        "If $n$ may be a fraction, the claim fails.",
        "altered claim: A number is at most its square. n = 1/2 found: 1/2 > 1/4",
        "a search finds: n = 1/2: 1/2 > 1/4",
        "it still holds for: n = 3",
        "again: pyharness check ch01-square --only controls/a-half",
    ):
        assert said in text
    assert "For whole numbers only" not in text


def test_a_hypothesis_without_control_is_named(own: Own) -> None:
    found = own.run("counterexample", "ch01-square")
    assert found.returncode == 1
    assert "Nothing shows that it is needed: real" in found.stdout
    assert "ch01-square --only controls/a-half" in found.stdout
    value = json.loads(own.run("counterexample", "ch01-square", "--json").stdout)
    assert value["holds"] is False
    assert [(n["hypothesis"], n["shown"]) for n in value["needed"]] == [
        ("whole", True),
        ("real", False),
    ]
    control = value["needed"][0]["controls"][0]
    assert control["sides"] == ["1/2", ">", "1/4"]
    assert control["search"] == {"parameters": {"n": "1/2"}, "sides": ["1/2", ">", "1/4"]}
    assert control["holds_for"] == {"n": "3"}


def test_a_control_that_refutes_nothing(own: Own) -> None:
    own.edit('{"n": Fraction(1, 2)}', '{"n": 4}')
    found = own.run("counterexample", "ch01-square", "--drop", "whole")
    assert found.returncode == 1
    text = " ".join(found.stdout.split())
    assert "If $n$ may be a fraction, the claim should fail." in text
    assert "the claim still holds here: 4 ≤ 16; this instance refutes nothing" in text


def test_a_control_that_raises(own: Own) -> None:
    own.edit('{"n": Fraction(1, 2)}', '{"m": 4}')
    found = own.run("counterexample", "ch01-square", "--drop", "whole")
    assert found.returncode == 1
    assert "the check raised TypeError" in " ".join(found.stdout.split())


def test_a_row_that_assumes_nothing(own: Own) -> None:
    found = own.run("counterexample", "ch01-sum")
    assert found.returncode == 1
    assert "The row assumes nothing that could be dropped." in found.stdout


def test_wrong_names(own: Own) -> None:
    found = own.run("counterexample", "ch01-squar")
    assert (found.returncode, found.stdout) == (2, "")
    assert "did you mean `ch01-square`?" in found.stderr
    found = own.run("counterexample", "ch01-square", "--drop", "whol")
    assert (found.returncode, found.stdout) == (2, "")
    assert "`ch01-square` has no hypothesis `whol`" in found.stderr
    assert "did you mean `whole`?" in found.stderr
    found = own.run("counterexample", "ch01-sum", "--drop", "whole")
    assert "it assumes nothing" in found.stderr


def test_the_theorems_that_refute_are_shown(built: Project) -> None:
    arguments = [
        "--root",
        str(built.root),
        "counterexample",
        "ch17-oracle-pass",
        "--drop",
        "oracle",
    ]
    found = CliRunner().invoke(main, arguments)
    assert found.exit_code == 0
    assert "PassAtK.passProb_eq_needs_oracle : (∑" in found.stdout
    assert "lean/DeepTheory/Scaling/PassAtK.lean:" in found.stdout
    value = json.loads(CliRunner().invoke(main, [*arguments, "--json"]).stdout)
    (needed,) = value["needed"]
    assert needed["lean"]["PassAtK.passProb_eq_needs_oracle"]["kind"] == "theorem"


def test_without_the_library_its_theorems_do_not_count(own: Own) -> None:
    text = own.project.registry.read_text(encoding="utf-8")
    lean = (
        "    lean: {declaration: Small.paint_same, fidelity: exact,"
        " controls: {real: [Small.paint_same_witness]}}\n"
    )
    own.project.registry.write_text(text.replace("  - id: ch01-sum", lean + "  - id: ch01-sum"))
    found = own.run("counterexample", "ch01-square", "--drop", "real")
    assert found.returncode == 1
    assert "Small.paint_same_witness: not in the compiled library" in found.stdout
    assert own.run("build").returncode == 0
    found = own.run("counterexample", "ch01-square", "--drop", "real")
    assert found.returncode == 0, found.stdout
    assert "lean/Small.lean:" in found.stdout
