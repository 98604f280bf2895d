r"""The graph for other tools.

Each writer returns text. Formats that carry statements need the registry, ``corpus`` needs the
compiled library and its sources.

- ``graphml``, ``json`` (networkx node-link), ``dot`` (Graphviz), ``mermaid``, ``csv`` (edges);
- ``blueprint``: LaTeX for leanblueprint, with ``\lean``, ``\uses``, ``\proves`` and, where the
  verdicts support it, ``\leanok``: statement uses with the statement, proof uses with the proof;
- ``formalization``: metadata in the form of formalization.yaml, version 0.4;
- ``mathlib``: a list of theorems with the keys of Mathlib's ``docs/1000.yaml``;
- ``corpus``: one line of JSON for each module with its premises, in the form of LeanDojo.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from pyharness.graph.model import DECLARED, PROOF, STATEMENT, DependencyGraph, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyharness.graph.model import RowNode
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
    "mathlib",
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


def mermaid(graph: DependencyGraph, level: str = "rows") -> str:
    """Return a Mermaid flowchart: rows in their chapters, declarations in their modules.

    Needs point to users.
    """
    lines = ["flowchart TB"]
    if level != "declarations":
        for chapter, topic in graph.chapters.items():
            own = [i for i, row in enumerate(graph.rows) if row.chapter == chapter]
            if own:
                lines.append(f'  subgraph chapter_{chapter}["{_entities(f"{chapter}. {topic}")}"]')
                for i in own:
                    row = graph.rows[i]
                    text = _entities(f"{row.label or row.kind}: {_plain(row.title)}")
                    lines.append(f'    r{i}["{text}"]:::{row.state}')
                lines.append("  end")
        for (source, target), kinds in graph.row_edge_kinds().items():
            arrow = "-.->" if kinds == (DECLARED,) else "-->"
            lines.append(f"  r{target} {arrow} r{source}")
    if level != "rows":
        members: dict[int, list[int]] = {}
        for i, module in enumerate(graph.columns["modules"].tolist()):
            members.setdefault(module, []).append(i)
        for module, own in sorted(members.items()):
            lines.append(f'  subgraph module_{module}["{_entities(graph.modules[module])}"]')
            lines += [f'    d{i}["{_entities(graph.names[i])}"]' for i in own]
            lines.append("  end")
        lines += [f"  d{target} --> d{source}" for source, target in graph.lean.pairs]
    if level == "all":
        lines += [
            f"  r{i} -.- d{number}"
            for i in range(len(graph.rows))
            for number in graph.declarations_of(i)
        ]
    if level != "declarations":
        lines += [f"  classDef {s} fill:{colour},color:#111" for s, (colour, _) in _FILL.items()]
    return "\n".join(lines) + "\n"


def _entities(text: str) -> str:
    """Write characters that mean something in Mermaid as entities."""
    for sign, entity in (("#", "#35;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;")):
        text = text.replace(sign, entity)
    return text


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
    know stand with the proof, or with the statement of a definition; those that the formal proof
    goes without are named in a comment only, since ``\leanok`` says that Lean has the proof.
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
            node = graph.rows[number]
            used: dict[str, list[str]] = {DECLARED: [], STATEMENT: [], PROOF: []}
            for (source, target), sorts in kinds.items():
                other = graph.rows[target].id
                if source == number and (sorts != (DECLARED,) or other not in node.unused):
                    used[sorts[-1]].append(other)
            parts.append(_blueprint_row(row, node, used))
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


def _blueprint_row(row: Row, node: RowNode, used: dict[str, list[str]]) -> str:
    state = node.state
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
    if state is State.INFORMAL:
        lines.append("  \\notready")
    if above:
        lines.append(f"  \\uses{{{', '.join(above)}}}")
    lines.append(f"  {_tex(row.statement)}")
    if row.hypotheses:
        lines.append("  \\begin{itemize}")
        lines += [f"    \\item {_tex(hypothesis.text)}" for hypothesis in row.hypotheses]
        lines.append("  \\end{itemize}")
    lines.append(f"\\end{{{environment}}}")
    if not is_definition and (below or row.proof or state is State.PROVED):
        lines += ["\\begin{proof}", f"  \\proves{{{row.id}}}"]
        if state is State.PROVED:
            lines.append("  \\leanok")
        if below:
            lines.append(f"  \\uses{{{', '.join(below)}}}")
        for other, reason in node.unused.items():
            comment = " ".join(reason.split())
            lines.append(f"  % The book's proof uses {other}, Lean's does not: {comment}")
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
                rests_on = [axiom.name for axiom in trust(graph, declaration).axioms or ()]
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
            "sorry_count": _sorries(graph, definitions=False),
            "sorry_in_definitions": _sorries(graph, definitions=True),
            "axioms": sorted(axioms),
            "main_results": results,
        },
        "fidelity": {"divergences": "\n".join(differences) or "none recorded"},
        "review": {"status": review},
        "alignment": alignment,
    }
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=96)


def _sorries(graph: DependencyGraph, *, definitions: bool) -> int:
    """Return how many theorems, or how many definitions, use the axiom behind ``sorry``."""
    number = graph.name_index.get("sorryAx")
    users = graph.lean.reverse.successors(number) if number is not None else []
    return sum((graph.kind(user) != "theorem") is definitions for user in users)


def mathlib(graph: DependencyGraph, registry: Registry, *, authors: Sequence[str] = ()) -> str:
    """Return the rows as a list of theorems with the keys of Mathlib's ``docs/1000.yaml``.

    ``decl`` or ``decls`` are there for what is proved (a definition: stated), ``statement`` for
    what is only stated. Entries stand under the ids of the rows.

    Parameters
    ----------
    graph, registry
        The graph, with library and verdicts, and the rows.
    authors
        Of the formalization.
    """
    import yaml

    entries: dict[str, dict[str, Any]] = {}
    for node in graph.rows:
        row = registry.rows[node.id]
        entry: dict[str, Any] = {"title": row.title}
        names = list(node.declarations)
        if row.lean and names and node.state in (State.PROVED, State.STATED):
            if node.state is State.STATED:
                entry["statement"] = names[0]
            elif len(names) == 1:
                entry["decl"] = names[0]
            else:
                entry["decls"] = names
            if authors:
                entry["authors"] = ", ".join(authors)
            if row.lean.note:
                entry["comment"] = f"{row.lean.fidelity.value}: {row.lean.note}"
        entries[node.id] = entry
    return yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=96)


# LeanDojo -----------------------------------------------------------------------------------------

_COMMENT = re.compile(r"--[^\n]*|/-.*-/", re.DOTALL)


def _premise_code(text: str, *, theorem: bool) -> str:
    r"""Return the code of a premise as LeanDojo gives it: no comments, of a theorem no proof.

    Examples
    --------
    >>> _premise_code("theorem t (h : a) : -- why\n    a := h", theorem=True)
    'theorem t (h : a) : \n    a'
    >>> _premise_code("theorem t : ∀ n, p n\n  | 0 => z\n  | n + 1 => s", theorem=True)
    'theorem t : ∀ n, p n'
    """
    from pyharness.lean.source import tokens

    parts: list[str] = []
    end = depth = 0
    #: How many parts there were before a line that begins with a bar.
    bar: int | None = None
    for token in tokens(text):
        gap = _COMMENT.sub("", text[end : token.start])
        end = token.start + len(token.text)
        if token.kind == "doc":
            continue
        if theorem and token.kind == "symbol":
            depth += (token.text in "([{⟨") - (token.text in ")]}⟩")
            if depth == 0:
                if token.text == ":=":
                    break
                if token.text == "|" and bar is None and "\n" in gap:
                    bar = len(parts)
                if token.text == "=>" and bar is not None:
                    return "".join(parts[:bar]).strip()
        parts.append(gap + token.text)
    return "".join(parts).strip()


def corpus(project: Project, environment: Environment) -> str:
    """Return the premises of every module, as LeanDojo's ``corpus.jsonl`` has them.

    Lines and columns begin with 1. Every declaration with a place in the sources is a premise; its
    code has no comments, that of a theorem no proof.
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
                "code": _premise_code("\n".join(lines), theorem=constant.kind == "theorem"),
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
