"""Loading the registry: every error at once, each with its place."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from pyharness.problems import ProblemsError
from pyharness.registry import Kind, Question, load_registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyharness.project import Project

    Broken = Callable[..., list[str]]


def test_right_registry(right: Project) -> None:
    registry = load_registry(right)
    assert list(registry.rows) == ["ch20-model", "ch20-claim"]
    row = registry.rows["ch20-claim"]
    assert row.kind is Kind.LEMMA
    assert row.lean is not None
    assert row.lean.named == ("Model.claim", "Model.claim_witness", "Model.claim_needs_positive")
    assert str(registry.places["ch20-claim"]) == "theorems.yaml:15"
    assert registry.used_by["ch20-model"] == ("ch20-claim",)
    assert [r.id for r in registry.select(["ch20-m*"])] == ["ch20-model"]


def test_claims_follow_from_what_the_row_has(right: Project) -> None:
    rows = load_registry(right).rows
    assert rows["ch20-model"].claims == ()
    assert rows["ch20-claim"].claims == (
        Question.STATED,
        Question.PROVED,
        Question.RECHECKED,
        Question.WITNESSED,
        Question.CHECKED,
        Question.CONTROLLED,
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "id: ch20-claim",
            "id: ch20-model",
            "theorems.yaml:15:5: the id `ch20-model` is used twice",
        ),
        (
            "label: Lemma",
            "lable: Lemma",
            "theorems.yaml:17:5: unknown key `lable`\n    expected: did",
        ),
        ("fidelity: exact", "fidelty: exact", "theorems.yaml:25:7: unknown key `fidelty`"),
        ("topic: Generalization", "topik: x", "theorems.yaml:5:19: unknown key `topik`"),
        ("kind: lemma", "kind: lema", "theorems.yaml:18:5: `kind` is 'lema'\n    expected: one of"),
        (
            "chapter: 20\n    label",
            "chapter: 21\n    label",
            "theorems.yaml:16:5: the book has no c",
        ),
        (
            "Lemma 20.1",
            "Lemma 7.9",
            "theorems.yaml:15:5: the label `Lemma 7.9` is not of chapter 20",
        ),
        (
            "Lemma 20.1",
            "lemma 20.1",
            "theorems.yaml:17:5: `label` is 'lemma 20.1'\n    expected: The",
        ),
        (
            "uses: [ch20-model]",
            "uses: [ch20-modell]",
            "theorems.yaml:28:12: there is no row `ch20-m",
        ),
        (
            "uses: [ch20-model]",
            "uses: [ch20-claim]",
            "theorems.yaml:28:12: a row cannot use itself",
        ),
        (
            "uses: [ch20-model]",
            "uses: ch20-model",
            "theorems.yaml:28:5: `uses` is the text 'ch20-mo",
        ),
        (
            "[author-2001]",
            "[autor-2001]",
            "theorems.yaml:30:18: there is no reference `autor-2001`",
        ),
        (
            "title: The claim",
            "title: 3",
            "theorems.yaml:19:5: `title` is the number 3\n    expected:",
        ),
        ("title: The claim", "title:", "theorems.yaml:19:5: `title` is empty\n    expected: text"),
        ("$m=1$", "$m=1", "theorems.yaml:20:5: a formula is not closed"),
        ("$m=1$", "$m_{1$", "theorems.yaml:20:5: braces do not match in $m_{1$"),
        (
            "Model.claim\n",
            "Model claim\n",
            "theorems.yaml:24:7: `lean.declaration` is 'Model claim'",
        ),
        ("Model.claim\n", '"#eval 1"\n', "theorems.yaml:24:7: `lean.declaration` is '#eval 1'"),
        (
            "fidelity: exact",
            "fidelity: corrected\n      note: x",
            "theorems.yaml:15:5: fidelity `corr",
        ),
        (
            "fidelity: exact",
            "fidelity: generalized",
            "theorems.yaml:23:5: fidelity `generalized` nee",
        ),
        (
            "{positive: [",
            "{positiv: [",
            "theorems.yaml:15:5: `lean.controls` names no hypothesis of t",
        ),
        (
            "checks: [instances]",
            "checks: [instanses]",
            "theorems.yaml:29:14: `checks` is 'instanses'",
        ),
        (
            "checks: [instances]",
            "informal: true",
            "theorems.yaml:15:5: an informal row has no `lean`",
        ),
        ("number: 7", "number: seven", "theorems.yaml:5:8: `book.chapters.number`"),
        ("number: 7", "number: 7.5", "theorems.yaml:5:8: `book.chapters.number`"),
        ("book:", "bok:", "theorems.yaml:1:1: `book` is missing"),
    ],
)
def test_one_fault(broken: Broken, old: str, new: str, expected: str) -> None:
    problems = broken((old, new))
    assert any(problem.startswith(expected) for problem in problems), problems


def test_duplicate_id_names_both_lines(broken: Broken) -> None:
    problems = broken(("id: ch20-claim", "id: ch20-model"))
    assert "theorems.yaml:15:5" in problems[0]
    assert "also at theorems.yaml:10" in problems[0]


def test_unknown_key_is_never_ignored(broken: Broken) -> None:
    # A misspelt `checks` must not silently become a row without checks.
    problems = broken(("checks: [instances]", "cheks: [instances]"))
    assert problems == [
        "theorems.yaml:29:5: unknown key `cheks`\n    expected: did you mean `checks`?"
    ]


def test_circle_of_uses_is_named_once(broken: Broken) -> None:
    problems = broken(("statement: The model is $m$.", "statement: x\n    uses: [ch20-claim]"))
    assert len(problems) == 1
    assert problems[0].startswith(
        "theorems.yaml:29:12: these rows use each other in a circle:"
        " ch20-claim (line 16) -> ch20-model (line 10) -> ch20-claim (line 16)"
    )


def test_two_circles_are_both_named(broken: Broken) -> None:
    row = (
        "  - {{id: ch07-{0}, chapter: 7, kind: lemma, title: t, statement: s, uses: [ch07-{1}]}}\n"
    )
    added = (
        row.format("a", "b") + row.format("b", "a") + row.format("c", "d") + row.format("d", "c")
    )
    problems = broken(added=added)
    assert len(problems) == 2
    assert "ch07-a (line 31) -> ch07-b (line 32) -> ch07-a (line 31)" in problems[0]
    assert "ch07-c (line 33) -> ch07-d (line 34) -> ch07-c (line 33)" in problems[1]


def test_all_errors_at_once_in_order(broken: Broken) -> None:
    problems = broken(
        ("title: A Book", "titel: A Book"),
        ("kind: definition", "kind: definitoin"),
        ("fidelity: exact", "fidelity: exakt"),
        ("uses: [ch20-model]", "uses: [ch20-x]"),
        ("[author-2001]", "[author-2002]"),
    )
    lines = [int(problem.split(":")[1]) for problem in problems]
    assert lines == sorted(lines)
    assert set(lines) == {1, 2, 12, 25, 28, 30}


def test_included_files(right: Project) -> None:
    text = right.registry.read_text() + "include: [rows/ch07.yaml]\n"
    right.registry.write_text(text)
    folder = right.root / "rows"
    folder.mkdir()
    row = "rows:\n  - {id: ch07-x, chapter: 7, kind: lemma, title: t, statement: s}\n"
    (folder / "ch07.yaml").write_text(row)
    registry = load_registry(right)
    assert str(registry.places["ch07-x"]) == "rows/ch07.yaml:2"
    assert registry.files == ("theorems.yaml", "rows/ch07.yaml")

    before = registry.digest
    (folder / "ch07.yaml").write_text(row + "# changed\n")
    assert load_registry(right).digest != before

    # A file beside it that nobody includes would be rows that silently do not count.
    (folder / "ch08.yaml").write_text("rows: []\n")
    with pytest.raises(ProblemsError, match=r"rows/ch08\.yaml: this file lies beside included"):
        load_registry(right)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("/etc/passwd.yaml", "cannot be included"),
        ("../outside.yaml", "cannot be included"),
        ("rows/ch07.txt", "cannot be included"),
        ("rows/none.yaml", "there is no file `rows/none.yaml`"),
        ("link.yaml", "leads out of the project"),
    ],
)
def test_what_cannot_be_included(right: Project, name: str, expected: str) -> None:
    outside = right.root.parent / "outside.yaml"
    outside.write_text("rows: []\n")
    (right.root / "link.yaml").symlink_to(outside)
    right.registry.write_text(right.registry.read_text() + f"include: [{name}]\n")
    with pytest.raises(ProblemsError, match=expected) as caught:
        load_registry(right)
    assert caught.value.problems[0].line == 31


def test_missing_file_does_not_bury_its_own_message(right: Project) -> None:
    text = right.registry.read_text().replace("[ch20-model]", "[ch07-elsewhere]")
    right.registry.write_text(text + "include: [rows/ch07.yaml]\n")
    with pytest.raises(ProblemsError) as caught:
        load_registry(right)
    assert [p.message for p in caught.value.problems] == ["there is no file `rows/ch07.yaml`"]


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n", "3\n", "rows: 3\nbook: 4\n"])
def test_not_a_registry(right: Project, text: str) -> None:
    right.registry.write_text(text)
    with pytest.raises(ProblemsError):
        load_registry(right)


def test_pattern_that_matches_nothing_is_an_error(right: Project) -> None:
    registry = load_registry(right)
    with pytest.raises(ProblemsError, match="did you mean `ch20-model`"):
        registry.select(["ch20-modle"])
    with pytest.raises(ProblemsError, match="no row matches"):
        registry.select(["ch21-*"])


def test_the_whole_book_loads_fast(right: Project) -> None:
    """As many rows, and as large a file, as the whole book needs."""
    text = "x" * 700
    rows = "".join(
        f"  - id: ch20-row{n}\n    chapter: 20\n    kind: theorem\n    title: Row {n}\n"
        f"    statement: >-\n      If $a_{n}$ then {text}\n"
        f"    hypotheses:\n      - {{id: first, text: $a>{n}$}}\n      - {{id: second, text: b}}\n"
        f"    uses: [ch20-model{f', ch20-row{n - 1}' if n else ''}]\n"
        for n in range(450)
    )
    right.registry.write_text(right.registry.read_text() + rows)
    assert right.registry.stat().st_size > 400_000
    times = []
    for _ in range(3):
        began = time.process_time()
        registry = load_registry(right)
        times.append(time.process_time() - began)
    assert len(registry.rows) == 452
    assert min(times) < 0.3
