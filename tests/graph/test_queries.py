"""The graph of a small library, asked everything."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from pyharness.cli import main
from pyharness.graph import State, load_graph
from pyharness.graph import queries as ask
from pyharness.problems import ProblemsError
from pyharness.project import Project

if TYPE_CHECKING:
    from pyharness.graph import DependencyGraph


def ids(found: list) -> list[str]:
    return [near.id for near in found]


def kinds(graph: DependencyGraph) -> dict[tuple[str, str], tuple[str, ...]]:
    return {
        (graph.rows[a].id, graph.rows[b].id): sorts
        for (a, b), sorts in graph.row_edge_kinds().items()
    }


def test_edges_come_from_the_terms(graph: DependencyGraph) -> None:
    assert kinds(graph) == {
        ("ch01-paint-same", "ch01-paint"): ("declared", "statement"),
        # Through a lemma that belongs to no row.
        ("ch02-paint-twice", "ch01-paint-same"): ("declared", "proof"),
        ("ch02-paint-twice", "ch01-paint"): ("statement",),
        ("ch02-unrelated", "ch01-paint-same"): ("declared",),
        ("ch02-undeclared", "ch02-paint-twice"): ("proof",),
        ("ch02-undeclared", "ch01-paint"): ("statement",),
        ("ch02-on-sand", "ch02-paint-twice"): ("declared", "proof"),
        ("ch02-on-sand", "ch01-paint"): ("statement",),
        ("ch02-on-sand", "ch02-open"): ("declared",),
        ("ch02-other-way", "ch01-paint"): ("declared", "statement"),
        ("ch02-other-way", "ch02-paint-twice"): ("declared",),
        ("ch02-mistaken", "ch01-paint"): ("statement",),
        ("ch02-mistaken", "ch02-paint-twice"): ("declared", "proof"),
        # A part that belongs to the other row.
        ("ch02-mistaken", "ch02-undeclared"): ("declared", "statement"),
    }


def test_needs_and_used_by(graph: DependencyGraph) -> None:
    assert ids(ask.needs(graph, "ch02-paint-twice")) == ["ch01-paint", "ch01-paint-same"]
    assert ids(ask.needs(graph, "ch02-on-sand", depth=1, kinds=("declared",))) == [
        "ch02-paint-twice",
        "ch02-open",
    ]
    assert ids(ask.needs(graph, "ch02-undeclared", kinds=("declared",))) == []
    assert ids(ask.used_by(graph, "ch02-paint-twice")) == [
        "ch02-undeclared", "ch02-on-sand", "ch02-other-way", "ch02-mistaken",
    ]  # fmt: skip
    lean = ask.needs(graph, "Linked.paint_twice", kinds=("proof",), depth=1)
    assert ids(lean) == ["Linked.Colour", "Linked.paint_under"]
    assert lean[1].file == "lean/Linked.lean"


def test_why_shows_the_lemmas_on_the_way(graph: DependencyGraph) -> None:
    chain = ask.why(graph, "ch02-paint-twice", "ch01-paint-same")
    assert [step.name for step in chain.steps] == [
        "Linked.paint_twice",
        "Linked.paint_under",
        "Linked.paint_same",
    ]
    assert [step.edge for step in chain.steps] == ["", "proof", "proof"]
    assert chain.steps[-1].rows == ("ch01-paint-same",)
    assert ask.why(graph, "ch02-unrelated", "ch01-paint-same").kind == "declared"
    assert ask.why(graph, "ch01-paint", "ch02-open").steps == ()


def test_impact(graph: DependencyGraph) -> None:
    found = ask.impact(graph, "ch01-paint-same")
    assert {row.id for row in found.rows} == {
        "ch02-paint-twice", "ch02-unrelated", "ch02-undeclared", "ch02-on-sand", "ch02-mistaken",
    }  # fmt: skip
    # paint_under, paint_twice, paint_four, paint_twice_again, paint_mistaken
    assert found.declarations == 5
    through_lemma = ask.impact(graph, "Linked.paint_under")
    assert {row.id for row in through_lemma.rows} == {
        "ch02-paint-twice", "ch02-undeclared", "ch02-on-sand", "ch02-mistaken",
    }  # fmt: skip
    # Its proof does not go through the row that it declares.
    assert "ch02-other-way" not in ids(ask.impact(graph, "ch02-paint-twice").rows)


def test_trust_lists_definitions_and_no_theorems(graph: DependencyGraph) -> None:
    found = ask.trust(graph, "ch02-paint-twice")
    assert [item.name for item in found.definitions] == [
        "Linked.Same",
        "Linked.Colour",
        "Linked.paint",
    ]
    assert [item.lines for item in found.definitions] == [3, 4, 2]
    assert found.lines == 9
    assert found.axioms == ()


def test_states_frontier_and_reading_order(graph: DependencyGraph) -> None:
    states = {row.id: row.state for row in graph.rows}
    assert states["ch02-paint-twice"] is State.PROVED
    assert states["ch01-paint"] is State.PROVED
    assert states["ch02-open"] is State.OPEN
    assert states["ch02-remark"] is State.INFORMAL
    assert [(row.id, weight) for row, weight in ask.frontier(graph)] == [("ch02-open", 1)]
    assert ask.frontier(graph, [1]) == []
    assert ids(ask.reading_order(graph, "ch02-on-sand")) == [
        "ch01-paint", "ch01-paint-same", "ch02-paint-twice", "ch02-open", "ch02-on-sand",
    ]  # fmt: skip
    assert ids(ask.reading_order(graph, "ch02-on-sand", depth=1)) == [
        "ch01-paint", "ch02-paint-twice", "ch02-open", "ch02-on-sand",
    ]  # fmt: skip


def test_reading_order_of_declarations(graph: DependencyGraph) -> None:
    order = [
        "Linked.Colour", "Linked.Same", "Linked.paint", "Linked.paint_same", "Linked.paint_under",
    ]  # fmt: skip
    found = ids(ask.reading_order(graph, "Linked.paint_under"))
    assert sorted(found) == sorted(order)
    assert found[-2:] == order[-2:]
    lean = ids(ask.reading_order(graph, "ch02-paint-twice", lean=True))
    assert lean == [*found, "Linked.paint_twice"]
    # A declaration that states a row is taken for the row.
    assert ids(ask.reading_order(graph, "Linked.paint_twice")) == [
        "ch01-paint", "ch01-paint-same", "ch02-paint-twice",
    ]  # fmt: skip


def test_unknown_names_are_guessed(graph: DependencyGraph) -> None:
    with pytest.raises(ProblemsError, match="did you mean `ch02-paint-twice`"):
        ask.needs(graph, "ch02-paint-twise")
    with pytest.raises(ProblemsError, match=r"did you mean `Linked\.paint_under`"):
        ask.needs(graph, "Linked.paint_undr")


def test_the_cache_is_used_only_while_it_is_current(linked: Project, tmp_path: Path) -> None:
    shutil.copytree(linked.root, tmp_path / "copy")
    project = Project(tmp_path / "copy")
    notes: list[str] = []
    load_graph(project, note=notes.append)
    cache = project.cache / "graph.bin"
    before = cache.stat().st_mtime_ns
    load_graph(project)
    assert cache.stat().st_mtime_ns == before
    assert notes == []
    project.registry.write_text(project.registry.read_text().replace("Paint is wet", "It is wet"))
    changed = load_graph(project, note=notes.append)
    assert any("Sources changed" in text for text in notes)
    assert {row.state for row in changed.rows} == {State.UNKNOWN}
    assert any(row.title.startswith("It is wet") for row in changed.rows)
    cache.write_bytes(cache.read_bytes()[:-1])
    assert len(load_graph(project).rows) == len(changed.rows)


def test_without_a_library_the_declared_edges_remain(painted: Project) -> None:
    notes: list[str] = []
    found = load_graph(painted, note=notes.append)
    assert found.edges["declared"].edges == 1
    assert found.names == []
    assert any("pyharness verify" in text for text in notes)


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["needs", "ch02-paint-twice"], 0, "ch01-paint-same"),
        (["needs", "ch01-paint"], 0, "rests on nothing"),
        (["used-by", "ch01-paint", "--lean", "--edges", "p"], 0, "Linked.paint_under  "),
        (["used-by", "ch02-on-sand", "--lean"], 0, "is used by nothing"),
        (["why", "ch02-paint-twice", "ch01-paint-same"], 0, "proof: Linked.paint_under"),
        (["why", "ch01-paint", "ch02-open"], 1, "does not rest on"),
        (["impact", "ch01-paint-same"], 0, "5 rows; in Lean 5 declarations"),
        (["trust", "ch02-paint-twice"], 0, "3 definitions, 9 lines"),
        (["frontier"], 0, "1 rows could be proved next"),
        (["path", "ch02-on-sand"], 0, "  5. ch02-on-sand"),
        (["path", "ch02-on-sand", "--depth", "1"], 0, "  4. ch02-on-sand"),
        (["path", "Linked.paint_under"], 0, "  5. Linked.paint_under  theorem  lean/Linked.lean:"),
        (["compare"], 0, "ch02-unrelated -> ch01-paint-same"),
        (["compare"], 0, "ch02-other-way -> ch02-paint-twice: Each colour is tried."),
        (["compare", "--strict"], 1, "Used, but not declared: 2"),
        (["needs", "x", "--edges", "y"], 2, "no kind of edge"),
        (["neds"], 2, "needs"),
    ],
)
def test_commands(linked: Project, arguments: list[str], code: int, expected: str) -> None:
    result = CliRunner().invoke(main, ["--root", str(linked.root), "graph", *arguments])
    assert result.exit_code == code, result.output
    assert expected in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["needs", "ch02-on-sand"],
        ["why", "ch02-paint-twice", "ch01-paint"],
        ["impact", "ch01-paint"],
        ["trust", "ch02-on-sand"],
        ["frontier"],
        ["path", "ch02-on-sand"],
        ["compare"],
    ],
)
def test_json(linked: Project, arguments: list[str]) -> None:
    result = CliRunner().invoke(main, ["--root", str(linked.root), "graph", *arguments, "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)
