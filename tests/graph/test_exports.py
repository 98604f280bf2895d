"""Exports are read back by the tools that they are for, where those are at hand."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import networkx
import yaml
from click.testing import CliRunner

from pyharness.cli import main
from pyharness.graph import exports
from pyharness.lean.environment import load_environment
from pyharness.registry import load_registry

if TYPE_CHECKING:
    from pathlib import Path

    from pyharness.graph import DependencyGraph
    from pyharness.project import Project

#: How many edges join two rows of the fixture.
EDGES = 14


def test_graphml_and_json_are_read_back(graph: DependencyGraph) -> None:
    for level in exports.LEVELS:
        original = graph.to_networkx(level)
        read = networkx.parse_graphml(exports.graphml(graph, level))
        assert set(read.edges) == set(original.edges)
        data = json.loads(exports.node_link(graph, level))
        again = networkx.node_link_graph(data, edges="edges")
        assert networkx.utils.graphs_equal(again, original)


def test_csv(graph: DependencyGraph) -> None:
    rows = list(csv.DictReader(io.StringIO(exports.edge_list(graph))))
    assert len(rows) == EDGES
    edge = next(r for r in rows if r["source"] == "ch02-unrelated")
    assert [edge[kind] for kind in ("declared", "statement", "proof")] == ["1", "0", "0"]


def test_dot_and_mermaid_have_every_row_and_edge(graph: DependencyGraph) -> None:
    text = exports.dot(graph)
    assert text.count("[label=") == len(graph.rows)
    assert text.count(" -> ") == EDGES
    assert text.count("{") == text.count("}")
    chart = exports.mermaid(graph)
    assert chart.count(":::") == len(graph.rows)
    assert len(re.findall(r"--> |-\.-> ", chart)) == EDGES
    lean = exports.mermaid(graph, "declarations")
    assert len(re.findall(r"^    d\d+\[", lean, re.MULTILINE)) == len(graph.names)
    assert lean.count(" --> ") == graph.lean.edges
    assert 'subgraph module_0["Linked"]' in lean
    both = exports.mermaid(graph, "all")
    assert both.count(" -.- ") == sum(len(row.declarations) for row in graph.rows)


def test_blueprint(graph: DependencyGraph, linked: Project) -> None:
    text = exports.blueprint(graph, load_registry(linked))
    assert text.count(r"\begin{") == text.count(r"\end{")
    theorem = text[text.index(r"\label{ch02-paint-twice}") :]
    theorem = theorem[: theorem.index(r"\end{proof}")]
    statement, proof = theorem.split(r"\begin{proof}")
    assert r"\lean{Linked.paint_twice}" in statement
    assert r"\leanok" in statement
    assert r"\uses{ch01-paint}" in statement
    assert r"\uses{ch01-paint-same}" in proof
    assert r"\leanok" in proof
    unproved = text[text.index(r"\label{ch02-open}") :].split(r"\begin{proposition}")[0]
    assert r"\leanok" not in unproved
    assert r"\notready" in text[text.index(r"\label{ch02-remark}") :]
    # A proof says what it proves, once.
    labels = set(re.findall(r"\\label\{(ch\d\d-[^}]*)\}", text))
    assert set(re.findall(r"\\proves\{([^}]*)\}", text)) <= labels == set(graph.row_index)
    assert text.count(r"\proves{") == text.count(r"\begin{proof}")
    for used in re.findall(r"\\uses\{([^}]*)\}", text):
        assert set(used.split(", ")) <= labels
    # What Lean's proof goes without is no use of the proof that is marked as Lean's.
    other = text[text.index(r"\label{ch02-other-way}") :].split(r"\end{proof}")[0]
    assert "ch02-paint-twice" not in "".join(re.findall(r"\\uses\{[^}]*\}", other))
    assert "% The book's proof uses ch02-paint-twice, Lean's does not: Each colour" in other


def test_formalization_has_what_it_must(graph: DependencyGraph, linked: Project) -> None:
    text = exports.formalization(graph, load_registry(linked), name="linked", license="MIT")
    value = yaml.safe_load(text)
    assert value["version"] == "0.4"
    assert all(value["project"][key] for key in ("name", "authors", "license"))
    assert value["sources"][0]["title"] == "A Book"
    assert value["automation"]["methods"][0]["method"] in exports.Method
    assert value["review"]["status"] == "unchecked"
    assert value["status"]["sorry_count"] == value["status"]["sorry_in_definitions"] == 0
    results = value["status"]["main_results"]
    assert {r["declaration"] for r in results} == {
        "Linked.paint_same", "Linked.paint_twice", "Linked.same_self", "Linked.paint_four",
        "Linked.paint_twice_again", "Linked.paint_other_way", "Linked.paint_mistaken",
    }  # fmt: skip
    assert {r["file"] for r in results} == {"lean/Linked.lean"}


def test_mathlib_list(graph: DependencyGraph, linked: Project) -> None:
    text = exports.mathlib(graph, load_registry(linked), authors=["A. Name"])
    entries = yaml.safe_load(text)
    assert set(entries) == set(graph.row_index)
    assert entries["ch02-paint-twice"] == {
        "title": "Painting twice changes nothing",
        "decl": "Linked.paint_twice",
        "authors": "A. Name",
    }
    assert entries["ch02-mistaken"]["decls"] == ["Linked.paint_mistaken", "Linked.paint_four"]
    assert entries["ch02-open"] == {"title": "An open question"}


def test_corpus_quotes_the_sources(linked: Project) -> None:
    lines = exports.corpus(linked, load_environment(linked)).splitlines()
    assert len(lines) == 1
    module = json.loads(lines[0])
    assert module["path"] == "lean/Linked.lean"
    premises = {p["full_name"]: p for p in module["premises"]}
    assert premises["Linked.paint_twice"]["code"] == (
        "theorem paint_twice (c : Colour) : Same (paint (paint c)) c"
    )
    assert premises["Linked.paint"]["code"] == "def paint (c : Colour) : Colour := c"
    assert premises["Linked.paint"]["start"] == [17, 1]


def test_the_command_writes_each_format(linked: Project, tmp_path: Path) -> None:
    for form in (
        "graphml", "dot", "json", "mermaid", "csv", "blueprint", "formalization", "mathlib",
        "corpus",
    ):  # fmt: skip
        target = tmp_path / form
        arguments = ["--root", str(linked.root), "graph", "export", "--format", form]
        result = CliRunner().invoke(main, [*arguments, "-o", str(target)])
        assert result.exit_code == 0, result.output
        assert CliRunner().invoke(main, arguments).stdout == target.read_text()
