"""The project's own registry: the whole book is there, and a page can typeset every row."""

from __future__ import annotations

import re
import time
from collections import Counter
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from pyharness.registry import Question, load_registry
from pyharness.registry.model import Kind, latex_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyharness.project import Project
    from pyharness.registry import Registry, Row

#: How many statements of each chapter the rows hold; a row is not to get lost unnoticed.
STATEMENTS = {
    2: 17, 3: 23, 4: 20, 5: 27, 6: 23, 7: 28, 8: 20, 9: 25, 10: 33, 11: 23, 12: 18, 13: 22, 14: 20,
    15: 18, 16: 22, 17: 18, 18: 17, 19: 17, 20: 18, 21: 15, 22: 14,
}  # fmt: skip

#: Rows beyond these: what several proofs need and the book does not state.
ADDED = {"ch14-lp-duality"}

#: The book's own numbers that are left in the text, by kind.
LABELS = """
Definition: 2.1 2.4 3.6 3.11 3.12 5.1 5.2 5.6 5.8 5.11 6.8 7.1 7.14 8.1 8.13 8.17 9.7 9.17 10.1 10.6
    10.9 10.22 12.2 12.6 12.9 12.11 12.14 12.17 13.1 13.11 15.1 15.2 16.1 16.2 17.1 19.1 19.3 20.2
    21.1 21.10 22.9
Proposition: 2.7 5.10 8.16 10.11 10.17 11.2 11.17 12.4 14.11 17.4 17.6 17.9 19.5 19.8 19.9 20.5 20.9
Example: 2.13 5.5 6.7 7.7 12.8 15.9 18.9 19.2 20.12
Theorem: 3.9 5.3 9.3 9.4 9.10 10.4 10.16 11.7 13.18 14.8 15.8 16.7
Remark: 3.15 5.12 5.14 5.15 7.5 7.16 9.18 13.20 14.10 15.10 17.3 18.5 20.13
Lemma: 6.2 7.9 7.12 9.12 10.8 10.13 11.11 11.18 14.3 16.6 17.8
Corollary: 11.6
Equation: 18.7
"""

#: Where the book is wrong, and the row says so.
ERRATA = {
    "ch02-barron-seminorm",
    "ch03-tent-teeth-count",
    "ch03-smooth-def",
    "ch05-adagrad-regret",
    "ch08-hybrid-sample",
    "ch10-coefficient-count",
    "ch10-gaussian-normals",
    "ch11-csq",
    "ch11-hidden-subset-family",
    "ch11-positive-trace",
    "ch13-robust-gaussian",
    "ch15-causal-mask",
    "ch16-corruption-score",
    "ch16-flow-matching",
    "ch19-shared-harmonic",
    "ch22-bigram-estimator",
}

#: Kinds of statements that one could prove.
PROVABLE = frozenset(Kind) - {Kind.DEFINITION, Kind.REMARK}


@pytest.fixture(scope="module")
def registry(project: Project) -> Registry:
    return load_registry(project)


def texts(row: Row) -> Iterator[tuple[str, str]]:
    """Give every text of a row that a page shows, with its name."""
    yield "title", row.title
    yield "statement", row.statement
    for hypothesis in row.hypotheses:
        yield f"hypothesis {hypothesis.id}", hypothesis.text
    for name in ("object_controlled", "leaves_unexplained", "proof", "remark"):
        if text := getattr(row, name):
            yield name, text
    if row.erratum:
        yield "erratum.problem", row.erratum.problem
        yield "erratum.correction", row.erratum.correction
    if row.lean and row.lean.note:
        yield "lean.note", row.lean.note


def formulas(text: str) -> list[str]:
    """Return the formulas between dollar signs."""
    return re.split(r"(?<!\\)\$", text)[1::2]


def words(text: str) -> str:
    """Return what is neither formula nor code."""
    return " ".join(re.sub(r"`[^`]*`", "", part) for part in re.split(r"(?<!\\)\$", text)[0::2])


def test_the_book_loads(registry: Registry) -> None:
    assert registry.book.arxiv == "2607.01311"
    assert [chapter.number for chapter in registry.book.chapters] == list(range(2, 23))


def test_each_chapter_has_a_file_of_its_own(registry: Registry) -> None:
    assert {row.chapter for row in registry.rows.values()} == set(STATEMENTS)
    for row in registry.rows.values():
        assert registry.places[row.id].file == f"theorems/ch{row.chapter:02}.yaml"


def test_every_statement_is_there(registry: Registry) -> None:
    found = Counter(row.chapter for row in registry.rows.values() if row.id not in ADDED)
    assert dict(found) == STATEMENTS
    assert set(registry.rows) >= ADDED
    assert sum(STATEMENTS.values()) == 438


def test_labels_are_the_book_s(registry: Registry) -> None:
    expected = {
        f"{line.split(':')[0]} {number}"
        for line in re.sub(r"\n +", " ", LABELS).strip().splitlines()
        for number in line.split(":")[1].split()
    }
    found = [row.label for row in registry.rows.values() if row.label]
    assert sorted(found) == sorted(expected)
    # Definitions, theorems and so on are counted together; only equations have their own count.
    numbers = Counter(label.split()[1] for label in found if not label.startswith("Equation"))
    assert [number for number, times in numbers.items() if times > 1] == []


def test_a_label_says_what_the_row_is(registry: Registry) -> None:
    for row in registry.rows.values():
        if row.label and not row.label.startswith("Equation"):
            assert row.label.split()[0].lower() == row.kind, row.id


def test_uses_have_no_circles(registry: Registry) -> None:
    graph = nx.DiGraph((row.id, used) for row in registry.rows.values() for used in row.uses)
    assert set(graph) <= set(registry.rows)
    assert nx.is_directed_acyclic_graph(graph)


def test_what_rests_on_nothing_formal_is_said_to_be_informal(registry: Registry) -> None:
    """A statement that is no remark may rest on an informal one only if it is informal itself."""
    for row in registry.rows.values():
        if row.kind in PROVABLE and not row.informal:
            informal = [used for used in row.uses if registry.rows[used].informal]
            assert informal == [], row.id


def test_references_are_the_book_s_list(registry: Registry) -> None:
    numbers = [work.number for work in registry.references.values() if work.number]
    assert sorted(numbers) == list(range(1, 65))
    used = {key for row in registry.rows.values() for key in row.references}
    assert set(registry.references) == used


def test_formulas_are_closed(registry: Registry) -> None:
    faults = [
        f"{row.id} {name}: {fault}"
        for row in registry.rows.values()
        for name, text in texts(row)
        if (fault := latex_fault(text))
    ]
    assert faults == []


def test_formulas_can_be_typeset(registry: Registry) -> None:
    """Each formula becomes MathML, and no command is left over in it."""
    convert = pytest.importorskip("latex2mathml.converter").convert
    faults = []
    for row in registry.rows.values():
        for name, text in texts(row):
            for formula in formulas(text):
                try:
                    left = re.findall(r"\\[a-zA-Z]+", convert(formula))
                except Exception as error:  # of many kinds
                    left = [repr(error)]
                if left:
                    faults.append(f"{row.id} {name}: {left[0]} in ${formula}$")
    assert faults == []


def test_mathematics_is_between_dollar_signs(registry: Registry) -> None:
    outside = re.compile(r"\\[a-zA-Z]+|[<>]=?|[_^]\{|\w\^\w|\b(?:eps|sqrt|lambda|alpha|argmin)\b")
    faults = [
        f"{row.id} {name}: {found[0]}"
        for row in registry.rows.values()
        for name, text in texts(row)
        if (found := outside.search(words(text)))
    ]
    assert faults == []


def test_names_of_rows_in_texts_exist(registry: Registry) -> None:
    for row in registry.rows.values():
        for name, text in texts(row):
            for mentioned in re.findall(r"\bch[0-9]{2}(?:-[a-z0-9]+)+", text):
                assert mentioned in registry.rows, f"{row.id} {name}"
                assert f"`{mentioned}`" in text, f"{row.id} {name}: put the name in backquotes"


def test_errata(registry: Registry) -> None:
    errata = {row.id: row.erratum for row in registry.rows.values() if row.erratum}
    assert set(errata) == ERRATA
    for id_, erratum in errata.items():
        assert len(erratum.problem.split()) >= 8, f"{id_}: say what is wrong and where one sees it"
        assert len(erratum.correction.split()) >= 4, f"{id_}: say what the row states"
        assert erratum.problem != erratum.correction


def test_a_row_without_formal_side_claims_nothing(registry: Registry) -> None:
    for row in registry.rows.values():
        if row.lean is None and not row.checks:
            assert row.claims == ()
        if row.informal:
            assert row.proof is None, f"{row.id}: an informal statement has no proof"


def test_what_could_be_proved_says_how(registry: Registry) -> None:
    silent = [
        row.id
        for row in registry.rows.values()
        if row.kind in PROVABLE and not (row.informal or row.lean or row.proof)
    ]
    assert silent == []


def test_hypotheses_are_single_sentences(registry: Registry) -> None:
    for row in registry.rows.values():
        for hypothesis in row.hypotheses:
            assert not words(hypothesis.text).rstrip().endswith("."), f"{row.id} {hypothesis.id}"
            assert not hypothesis.text.startswith("none"), f"{row.id} {hypothesis.id}"


def test_files_read_well(project: Project, registry: Registry) -> None:
    for name in registry.files:
        if not name.startswith("theorems/"):
            continue
        lines = (project.root / name).read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("# yaml-language-server: $schema=../theorems.schema.json")
        chapter = int(name[len("theorems/ch") : -len(".yaml")])
        assert lines[2].startswith(f"# Chapter {chapter}. "), name
        long = [number for number, line in enumerate(lines, 1) if len(line) > 100]
        assert long == [], name


def test_loading_is_quick(project: Project) -> None:
    """About 0.2 seconds of computing; the bound is for slow machines."""
    load_registry(project)
    seconds = []
    for _ in range(3):
        start = time.process_time()
        load_registry(project)
        seconds.append(time.process_time() - start)
    assert min(seconds) < 1


def test_the_first_theorem_claims_everything_that_can_be_claimed(registry: Registry) -> None:
    row = registry.rows["ch20-bt-shift-invariance"]
    assert row.label == "Proposition 20.5"
    assert set(row.claims) == set(Question)
    assert row.lean is not None
    assert set(row.lean.controls) == {hypothesis.id for hypothesis in row.hypotheses}
