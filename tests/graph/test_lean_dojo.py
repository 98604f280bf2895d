"""Traced repositories: the fixture was made with LeanDojo's classes (see `make_traced`)."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from pyharness.cli import main
from pyharness.graph import queries as ask
from pyharness.graph.lean_dojo import NOTE, load_trace
from pyharness.problems import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyharness.graph import DependencyGraph

TRACED = Path(__file__).parent / "traced"
UNDER = "_private.Traced.Twice.0.Traced.under"


@pytest.fixture(scope="module")
def traced() -> DependencyGraph:
    return load_trace(TRACED)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(TRACED, tmp_path / "traced")


def edges(graph: DependencyGraph, kind: str) -> set[tuple[str, str]]:
    names = [name.removeprefix("Traced.") for name in graph.names]
    return {(names[a], names[b]) for a, b in graph.edges[f"lean-{kind}"].pairs}


def test_declarations_have_kinds_and_places(traced: DependencyGraph) -> None:
    found = {name: (traced.kind(i), *traced.place(i)) for name, i in traced.name_index.items()}
    one, two = "Traced/Colour.lean", "Traced/Twice.lean"
    assert found == {
        "Traced.Colour": ("inductive", one, 4),
        "Traced.paint": ("definition", one, 9),
        "Traced.Same": ("inductive", one, 12),
        "Traced.Same.refl": ("part", one, 13),
        "Traced.paint_same": ("theorem", one, 16),
        "Traced.paint_eq": ("theorem", one, 18),
        "rfl": ("outside", ".lake/packages/lean4/src/lean/Init/Prelude.lean", 300),
        UNDER: ("theorem", two, 4),
        "Traced.paint_twice": ("theorem", two, 6),
        "Traced.paint_paint": ("theorem", two, 9),
    }
    assert set(traced.modules) == {"Traced.Colour", "Traced.Twice", "Init.Prelude"}


def test_edges_are_what_somebody_typed(traced: DependencyGraph) -> None:
    assert edges(traced, "proof") == {
        ("paint_same", "Same.refl"), ("paint_eq", "rfl"), (UNDER, "paint_same"),
        (UNDER, "paint"), ("paint_twice", UNDER),
    }  # fmt: skip
    assert edges(traced, "statement") == {
        ("paint", "Colour"), ("Same", "Colour"), ("Same.refl", "Same"),
        *((theorem, used) for theorem in ("paint_same", UNDER, "paint_twice")
          for used in ("Colour", "Same", "paint")),
        *((theorem, used) for theorem in ("paint_eq", "paint_paint")
          for used in ("Colour", "paint")),
    }  # fmt: skip


def test_what_simp_found_is_missing_and_said_to_be(traced: DependencyGraph) -> None:
    # Its proof is `by simp`, which uses paint_eq.
    assert ask.why(traced, "Traced.paint_paint", "Traced.paint_eq").steps == ()
    assert traced.notes == [NOTE]
    assert "simp" in NOTE


def test_questions(traced: DependencyGraph) -> None:
    chain = ask.why(traced, "Traced.paint_twice", "Traced.paint_same")
    assert [step.name for step in chain.steps] == ["Traced.paint_twice", UNDER, "Traced.paint_same"]
    found = ask.trust(traced, "Traced.paint_twice")
    assert [item.name for item in found.definitions] == [
        "Traced.Colour", "Traced.paint", "Traced.Same",
    ]  # fmt: skip
    assert found.axioms is None
    assert ask.impact(traced, "Traced.paint").declarations == 5
    with pytest.raises(
        ProblemsError, match=r"traced: there is no declaration.*\n.*Traced\.paint_eq"
    ):
        ask.needs(traced, "Traced.paint_ex")


def test_the_graph_is_kept_while_the_traces_are_as_they_were(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = tmp_path / "kept"
    first = load_trace(copy, keep=keep)
    with monkeypatch.context() as patch:
        patch.setattr("pyharness.graph.lean_dojo._read", None)  # nothing is read again
        again = load_trace(copy, keep=keep)
    assert again.names == first.names
    assert again.notes == first.notes
    assert edges(again, "proof") == edges(first, "proof")
    assert ask.trust(again, "Traced.paint").axioms is None
    path = copy / ".lake/build/ir/Traced/Twice.trace.xml"
    path.write_text(path.read_text().replace('full_name="Traced.paint_twice"', 'full_name="Other"'))
    assert "Other" in load_trace(copy, keep=keep).name_index
    next(keep.iterdir()).write_bytes(b"broken")
    assert "Other" in load_trace(copy, keep=keep).name_index


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["needs", "Traced.paint_twice"], 0, "theorem  Traced/Twice.lean:4"),
        (["used-by", "Traced.paint", "--depth", "1"], 0, "Traced.paint_same"),
        (["why", "Traced.paint_twice", "Traced.paint_same"], 0, "proof: Traced.paint_same"),
        (["impact", "Traced.paint"], 0, "5 declarations in 2 modules"),
        (["trust", "Traced.paint_twice"], 0, "unknown: the trace does not have them"),
        (["path", "Traced.paint_same"], 0, "4. Traced.paint_same"),
        (["frontier"], 2, "a LeanDojo trace has none"),
        (["compare"], 2, "a LeanDojo trace has none"),
        (["export", "--format", "blueprint"], 2, "a LeanDojo trace has none"),
        (["export", "--format", "corpus"], 2, "a LeanDojo trace has none"),
        (["export", "--format", "csv"], 0, "Traced.paint_twice,Traced.Same,0,1,0"),
        (["export", "--format", "mermaid"], 0, "Traced.paint_twice"),
        (["export", "--format", "dot"], 0, '"Traced.Same" -> "Traced.paint_twice"'),
    ],
)
def test_commands_need_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, expected: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    result = CliRunner().invoke(main, ["graph", "--trace", str(TRACED), *arguments])
    assert result.exit_code == code, result.output
    assert expected in result.output
    assert code or NOTE in result.stderr


def test_other_exports_and_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for form in ("graphml", "json"):
        result = CliRunner().invoke(
            main, ["graph", "--trace", str(TRACED), "export", "--format", form]
        )
        assert "Traced.paint_twice" in result.stdout
    for question in (["needs", "Traced.paint_twice"], ["trust", "Traced.paint"]):
        result = CliRunner().invoke(main, ["graph", "--trace", str(TRACED), *question, "--json"])
        assert json.loads(result.stdout)


def test_the_page_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(
        main, ["site", "focus", "Traced.paint_twice", "--trace", str(TRACED), "-o", "page.html"]
    )
    assert result.exit_code == 0, result.output
    text = Path("page.html").read_text()
    assert "Traced.paint_same" in text
    assert NOTE in text


# What is wrong ------------------------------------------------------------------------------------


def refused(folder: Path) -> str:
    with pytest.raises(ProblemsError) as caught:
        load_trace(folder)
    return str(caught.value)


def test_folders_without_traces(tmp_path: Path, copy: Path) -> None:
    assert "no such folder" in refused(tmp_path / "nowhere")
    assert "this is a file" in refused(TRACED / "Traced/Twice.lean")
    (tmp_path / "empty").mkdir()
    assert "this folder is no traced repository" in refused(tmp_path / "empty")
    for path in copy.rglob("*.trace.xml"):
        path.unlink()
    message = refused(copy)
    assert "its traces were not written" in message
    assert "pip install 'pyharness[lean-dojo]'" in message


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("</TracedFile>", "", "not well-formed XML: no element found"),
        ("<FileNode", "<FileNode <", "Twice.trace.xml:2:"),
        ("TracedFile", "Traced", "the file holds a `Traced`, not a `TracedFile`"),
        ('path="Traced/Twice.lean"', "", "`path` is missing"),
        (
            'start="(4, 1)" end="(4, 94)" name',
            'start="here" end="(4, 94)" name',
            "`here` is no pos",
        ),
        ("<TracedFile", '<!DOCTYPE x [<!ENTITY a "b">]><TracedFile', "a document type declaration"),
    ],
)
def test_files_that_are_no_traces(copy: Path, old: str, new: str, expected: str) -> None:
    path = copy / ".lake/build/ir/Traced/Twice.trace.xml"
    path.write_text(path.read_text().replace(old, new))
    assert expected in refused(copy)


def test_a_proof_with_sorry_is_no_proof(copy: Path) -> None:
    path = copy / ".lake/build/ir/Traced/Twice.trace.xml"
    text = path.read_text()
    assert "Lean.Parser.Tactic.simp" in text
    path.write_text(text.replace("Lean.Parser.Tactic.simp", "Lean.Parser.Tactic.tacticSorry"))
    graph = load_trace(copy)
    assert graph.kind(graph.name_index["Traced.paint_paint"]) == "theorem with sorry"
    assert graph.kind(graph.name_index["Traced.paint_twice"]) == "theorem"


def test_names_that_are_declared_twice_are_counted(copy: Path) -> None:
    build = copy / ".lake/build/ir/Traced"
    text = (build / "Colour.trace.xml").read_text().replace("Traced/Colour.lean", "Other.lean")
    (build / "Other.trace.xml").write_text(text)
    graph = load_trace(copy)
    assert graph.notes[1:] == ["5 names are declared more than once; the first counts."]
    assert edges(graph, "proof") == edges(load_trace(TRACED), "proof")


# LeanDojo itself ----------------------------------------------------------------------------------

needs_lean_dojo = pytest.mark.skipif(
    importlib.util.find_spec("lean_dojo") is None,
    reason="LeanDojo is not installed: pip install 'pyharness[lean-dojo]' (Python 3.12 or older)",
)


@pytest.fixture
def make_traced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The script, imported without a network."""
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise OSError("the tests have no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setenv("GITHUB_ACCESS_TOKEN", "")
    monkeypatch.setenv("CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    import make_traced

    yield make_traced
    sys.modules.pop("make_traced", None)


@needs_lean_dojo
def test_the_fixture_is_what_lean_dojo_writes(copy: Path, make_traced: Any) -> None:
    before = {path.name: path.read_bytes() for path in copy.rglob("*.*") if path.is_file()}
    for path in copy.rglob("*.trace.xml"):
        path.unlink()
    make_traced.make(copy)
    assert {p.name: p.read_bytes() for p in copy.rglob("*.*") if p.is_file()} == before


@needs_lean_dojo
def test_lean_dojo_reads_the_same(copy: Path, make_traced: Any, traced: DependencyGraph) -> None:
    from lean_dojo import TracedRepo

    files = make_traced.traced_files(copy)
    # Theorems are asked of a repository, whose only other part here is a name.
    name = SimpleNamespace(url=str(copy), commit="", name="traced")
    repository = TracedRepo(name, {}, copy.resolve(), files, None)
    repository._update_traced_files()
    theorems = repository.get_traced_theorems()
    ours = {n for n, i in traced.name_index.items() if traced.kind(i) == "theorem"}
    theirs = {t.theorem.full_name: t for t in theorems}
    assert {UNDER if name == "Traced.under" else name for name in theirs} == ours
    for name, theorem in theirs.items():
        number = traced.name_index[UNDER if name == "Traced.under" else name]
        used = {traced.names[i] for i in traced.lean.successors(number)}
        assert used == set(theorem.get_premise_full_names())
        assert traced.columns["last_lines"][number] == theorem.end.line_nb
    defined = [p["full_name"] for file in files for p in file.get_premise_definitions()]
    kinds = ("part", "outside")
    mine = [n for n, i in traced.name_index.items() if traced.kind(i) not in kinds]
    assert sorted(defined) == sorted(n.replace(UNDER, "Traced.under") for n in mine)
