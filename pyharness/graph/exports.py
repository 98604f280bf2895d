r"""The graph for other tools.

Each writer returns text. Formats that carry statements need the registry, ``corpus`` needs the
compiled library and its sources.

- ``graphml``, ``json`` (networkx node-link), ``dot`` (Graphviz), ``mermaid``, ``csv`` (edges);
- ``blueprint``: LaTeX for leanblueprint, with ``\lean``, ``\uses`` and, where the verdicts support
  it, ``\leanok``: statement uses with the statement, proof uses with the proof;
- ``formalization``: metadata in the form of formalization.yaml, version 0.4;
- ``corpus``: one line of JSON for each module with its premises, in the form of LeanDojo.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from pyharness.graph.model import DECLARED, PROOF, STATEMENT, DependencyGraph, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyharness.lean.environment import Environment
    from pyharness.project import Project
    from pyharness.registry import Registry, Row

__all__ = [
    "LEVELS",
    "Method",
    "blueprint",
    "corpus",
    "dot",
    "edge_list",
    "formalization",
    "graphml",
    "mermaid",
    "node_link",
]

LEVELS = ("rows", "declarations", "all")
Method = ("manual", "copilot", "agent", "autonomous", "other")

#: Fill colours by state, from the palette of Okabe and Ito, with a sign for those who print.
_FILL = {
    State.PROVED: ("#8fd8c1", "✓"),
    State.STATED: ("#f5cf7f", "□"),
    State.CHECKED: ("#b9dff6", "≈"),
    State.FAILS: ("#f0a578", "✗"),
    State.OPEN: ("#ffffff", ""),
    State.INFORMAL: ("#eeeeee", ""),
    State.UNKNOWN: ("#ffffff", ""),
}


def _plain(text: str) -> str:
    return text.replace("$", "").replace("\\", "")


def graphml(graph: DependencyGraph, level: str = "rows") -> str:
    """Return GraphML; lists become texts with spaces."""
    import networkx

    flat = graph.to_networkx(level)
    for _, facts in flat.nodes(data=True):
        if "declarations" in facts:
            facts["declarations"] = " ".join(facts["declarations"])
    for _, _, facts in flat.edges(data=True):
        facts["kinds"] = " ".join(facts["kinds"])
    return "\n".join(networkx.generate_graphml(flat)) + "\n"


def node_link(graph: DependencyGraph, level: str = "rows") -> str:
    """Return JSON that ``networkx.node_link_graph(data, edges="edges")`` reads."""
    import networkx

    data = networkx.node_link_data(graph.to_networkx(level), edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def edge_list(graph: DependencyGraph, level: str = "rows") -> str:
    """Return CSV: source, target, and for each kind of edge 1 or 0."""
    out = io.StringIO()
    kinds = [DECLARED, STATEMENT, PROOF, *(["states"] if level == "all" else [])]
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["source", "target", *kinds])
    for source, target, facts in graph.to_networkx(level).edges(data=True):
        writer.writerow([source, target, *(int(kind in facts["kinds"]) for kind in kinds)])
    return out.getvalue()


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def dot(graph: DependencyGraph, level: str = "rows") -> str:
    """Return Graphviz DOT; rows stand in a cluster for each chapter. Needs point to users."""
    lines = [
        f"digraph {_quoted(graph.title)} {{",
        '  rankdir=TB; node [shape=box, style="rounded,filled", fontname="sans-serif"];',
    ]
    if level != "declarations":
        for chapter, topic in graph.chapters.items():
            lines += [
                f"  subgraph cluster_{chapter} {{",
                f"    label={_quoted(f'{chapter}. {topic}')};",
            ]
            for row in graph.rows:
                if row.chapter == chapter:
                    colour, sign = _FILL[row.state]
                    label = f"{row.label or row.kind} {sign}\n{_plain(row.title)}"
                    text = _quoted(label).replace("\n", "\\n")
                    lines.append(f'    {_quoted(row.id)} [label={text}, fillcolor="{colour}"];')
            lines.append("  }")
    if level != "rows":
        for number, name in enumerate(graph.names):
            shape = "note" if graph.kind(number) == "theorem" else "component"
            lines.append(f"  {_quoted(name)} [shape={shape}];")
    style = {DECLARED: "dashed", STATEMENT: "bold", PROOF: "solid", "states": "dotted"}
    for source, target, facts in graph.to_networkx(level).edges(data=True):
        kind = facts["kinds"][-1]
        ends = f"{_quoted(target)} -> {_quoted(source)}"
        lines.append(
            f"  {ends} [style={style[kind]}, tooltip={_quoted(' '.join(facts['kinds']))}];"
        )
    return "\n".join([*lines, "}"]) + "\n"


def mermaid(graph: DependencyGraph) -> str:
    """Return a Mermaid flowchart of the rows; needs point to users."""
    lines = ["flowchart TB"]
    name = {row.id: row.id.replace("-", "_") for row in graph.rows}
    for chapter, topic in graph.chapters.items():
        own = [row for row in graph.rows if row.chapter == chapter]
        if not own:
            continue
        lines.append(f'  subgraph chapter_{chapter}["{chapter}. {topic.replace(chr(34), "")}"]')
        for row in own:
            text = _plain(row.title)
            for sign, entity in (("#", "#35;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;")):
                text = text.replace(sign, entity)
            lines.append(f'    {name[row.id]}["{row.label or row.kind}: {text}"]:::{row.state}')
        lines.append("  end")
    for (source, target), kinds in graph.row_edge_kinds().items():
        arrow = "-.->" if kinds == (DECLARED,) else "-->"
        lines.append(f"  {name[graph.rows[target].id]} {arrow} {name[graph.rows[source].id]}")
    lines += [f"  classDef {s} fill:{colour},color:#111" for s, (colour, _) in _FILL.items()]
    return "\n".join(lines) + "\n"


# LaTeX --------------------------------------------------------------------------------------------

#: Environments that leanblueprint knows; what the book calls otherwise is mapped to the nearest.
_ENVIRONMENTS = {
    "definition": "definition",
    "theorem": "theorem",
    "lemma": "lemma",
    "proposition": "proposition",
    "corollary": "corollary",
    "identity": "proposition",
    "example": "proposition",
    "algorithm": "definition",
    "remark": "proposition",
}


def blueprint(graph: DependencyGraph, registry: Registry) -> str:
    r"""Return LaTeX for leanblueprint: to be included as its ``content.tex``.

    ``\leanok`` is written where the verdicts say so, never by hand. ``\uses`` of a statement has
    the statement edges, ``\uses`` of a proof the proof edges; declared edges that Lean does not
    know stand with the proof, or with the statement of a definition.
    """
    parts = [
        "% Generated from the registry, the compiled library and the verdicts; not to be edited.",
        "% Environments: definition, theorem, lemma, proposition, corollary.",
    ]
    kinds = graph.row_edge_kinds()
    for chapter, topic in graph.chapters.items():
        rows = [row for row in registry.rows.values() if row.chapter == chapter]
        if rows:
            parts.append(f"\n\\chapter{{{_tex(topic)}}}\\label{{chapter:{chapter}}}")
        for row in rows:
            number = graph.row_index[row.id]
            used: dict[str, list[str]] = {DECLARED: [], STATEMENT: [], PROOF: []}
            for (source, target), sorts in kinds.items():
                if source == number:
                    used[sorts[-1]].append(graph.rows[target].id)
            parts.append(_blueprint_row(row, graph.rows[number].state, used))
    return "\n".join(parts) + "\n"


def _tex(text: str) -> str:
    """Escape what LaTeX would misread outside of formulas."""
    pieces = text.split("$")
    for i in range(0, len(pieces), 2):
        for sign in "%&#_":
            pieces[i] = pieces[i].replace(f"\\{sign}", sign).replace(sign, f"\\{sign}")
        code = pieces[i].split("`")
        pieces[i] = "".join(f"\\texttt{{{c}}}" if j % 2 else c for j, c in enumerate(code))
    return "$".join(pieces)


def _blueprint_row(row: Row, state: State, used: dict[str, list[str]]) -> str:
    environment = _ENVIRONMENTS[row.kind]
    is_definition = environment == "definition"
    above = used[STATEMENT] + (used[DECLARED] + used[PROOF] if is_definition else [])
    below = [] if is_definition else used[PROOF] + used[DECLARED]
    title = _tex(row.title).replace("]", "{]}")
    lines = [f"\n\\begin{{{environment}}}[{title}]\\label{{{row.id}}}"]
    if row.lean:
        lines.append(f"  \\lean{{{', '.join(row.lean.declarations)}}}")
    if state in (State.PROVED, State.STATED):
        lines.append("  \\leanok")
    if above:
        lines.append(f"  \\uses{{{', '.join(above)}}}")
    lines.append(f"  {_tex(row.statement)}")
    if row.hypotheses:
        lines.append("  \\begin{itemize}")
        lines += [f"    \\item {_tex(hypothesis.text)}" for hypothesis in row.hypotheses]
        lines.append("  \\end{itemize}")
    lines.append(f"\\end{{{environment}}}")
    if not is_definition and (below or row.proof or state is State.PROVED):
        lines.append("\\begin{proof}")
        if state is State.PROVED:
            lines.append("  \\leanok")
        if below:
            lines.append(f"  \\uses{{{', '.join(below)}}}")
        lines += [f"  {_tex(row.proof)}"] if row.proof else []
        lines.append("\\end{proof}")
    return "\n".join(lines)


# Metadata -----------------------------------------------------------------------------------------


def formalization(
    graph: DependencyGraph,
    registry: Registry,
    *,
    name: str,
    license: str,
    authors: Sequence[str] = (),
    method: str = "other",
    review: str = "unchecked",
) -> str:
    """Return metadata in the form of formalization.yaml 0.4.

    Parameters
    ----------
    graph, registry
        The graph, with library and verdicts, and the rows.
    name, license, authors
        Of the formalization, not of the book.
    method
        How the proofs were written: one of `Method`. The registry does not know.
    review
        The status of human review; the registry does not know.
    """
    import yaml

    from pyharness.graph.queries import trust

    book = registry.book
    results, alignment, differences, axioms = [], [], [], set()
    for row in graph.rows:
        entry = registry.rows[row.id]
        if entry.lean is None:
            continue
        alignment.append(
            {
                "source": row.label or row.id,
                "title": row.title,
                "declarations": list(entry.lean.declarations),
                "fidelity": entry.lean.fidelity.value,
                "state": row.state.value,
            }
        )
        if entry.lean.note:
            differences.append(f"{row.label or row.id} ({entry.lean.fidelity}): {entry.lean.note}")
        if row.state is State.PROVED and row.kind != "definition":
            for declaration in row.declarations:
                number = graph.name_index[declaration]
                if graph.kind(number) != "theorem":
                    continue
                rests_on = list(trust(graph, declaration).axioms)
                axioms.update(rests_on)
                results.append(
                    {
                        "declaration": declaration,
                        "file": graph.place(number)[0],
                        "sorry_count": 0,
                        "axioms": rests_on,
                    }
                )
    proved = sum(row.state is State.PROVED for row in graph.rows)
    value: dict[str, Any] = {
        "version": "0.4",
        "project": {
            "name": name,
            "description": f"Statements of “{book.title}”: {proved} of {len(graph.rows)} proved.",
            "authors": list(authors) or [f"the contributors of {name}"],
            "license": license,
        },
        "sources": [
            {
                "title": book.title,
                "authors": list(book.authors),
                **({"id": f"arXiv:{book.arxiv}"} if book.arxiv else {}),
                "type": "book",
                "relationship": "formalizes",
            }
        ],
        "automation": {
            "methods": [{"method": method}],
            **(
                {"notes": "The registry does not record how proofs were written."}
                if method == "other"
                else {}
            ),
        },
        "status": {
            "scope": f"{len(alignment)} of {len(graph.rows)} statements have a formal side",
            # A proof with sorry rests on the axiom sorryAx, so a proved row has none.
            "axioms": sorted(axioms),
            "main_results": results,
        },
        "fidelity": {"divergences": "\n".join(differences) or "none recorded"},
        "review": {"status": review},
        "alignment": alignment,
    }
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=96)


def corpus(project: Project, environment: Environment) -> str:
    """Return the premises of every module, as LeanDojo's ``corpus.jsonl`` has them.

    Lines and columns begin with 1. Every declaration with a place in the sources is a premise.
    """
    premises: dict[str, list[dict[str, Any]]] = {module: [] for module in environment.modules}
    texts: dict[str, list[str]] = {}

    def path_of(module: str) -> str:
        return f"{project.name_of(project.lean_source)}/{module.replace('.', '/')}.lean"

    for name, constant in environment.constants.items():
        place = constant.range
        if place is None or constant.kind in ("constructor", "recursor"):
            continue
        if constant.module not in texts:
            file = project.root / path_of(constant.module)
            texts[constant.module] = file.read_text(encoding="utf-8").split("\n")
        lines = texts[constant.module][place.line - 1 : place.end_line]
        if lines:
            lines[-1] = lines[-1][: place.end_column]
            lines[0] = lines[0][place.column :]
        premises[constant.module].append(
            {
                "full_name": name,
                "code": "\n".join(lines),
                "start": [place.line, place.column + 1],
                "end": [place.end_line, place.end_column + 1],
                "kind": "commanddeclaration",
            }
        )
    out = []
    for module, facts in environment.modules.items():
        entry = {
            "path": path_of(module),
            "imports": [path_of(other) for other in facts.imports],
            "premises": sorted(
                premises[module], key=lambda item: (item["start"], item["full_name"])
            ),
        }
        out.append(json.dumps(entry, ensure_ascii=False))
    return "\n".join(out) + "\n"
