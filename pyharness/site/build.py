"""Writes the pages from the registry and the verdicts of one run."""

from __future__ import annotations

import functools
import hashlib
import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment as Templates
from jinja2 import FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from pyharness import __version__
from pyharness.project import processors, write_whole
from pyharness.registry import Question

if TYPE_CHECKING:
    from pyharness.checks.engine import Topics
    from pyharness.checks.plots import Picture
    from pyharness.graph import DependencyGraph
    from pyharness.lean.environment import Environment
    from pyharness.project import Project
    from pyharness.registry import Registry, Row
    from pyharness.site.bundle import Bundle

__all__ = ["Site", "build_site"]

_HERE = Path(__file__).parent

#: Sign, word and class of each state of an answer.
STATES = {
    "pass": ("✓", "confirmed", "pass"),
    "fail": ("✗", "failed", "fail"),
    "open": ("?", "claimed and not checked", "fail"),
    "unclaimed": ("·", "not claimed", "none"),
}


@dataclass(frozen=True)
class Site:
    """What was written.

    Parameters
    ----------
    pages
        How many pages there are.
    faults
        The plots that were not drawn because a point of theirs does not hold, each with the point.
    """

    pages: int
    faults: tuple[str, ...] = ()


def build_site(
    project: Project,
    registry: Registry,
    ledger: dict[str, Any],
    environment: Environment | None = None,
    *,
    topics: Topics | None = None,
    again: bool = False,
) -> Site:
    """Write all pages to ``build/site``.

    Parameters
    ----------
    project
        The project.
    registry
        The rows.
    ledger
        The verdicts, as `Ledger.to_json` gives them.
    environment
        The compiled library, for the Lean statements; without it they are left out.
    topics
        The numeric checks, for their plots; default: those that the registry names.
    again
        Whether to try again to make the interactive graph when that failed lately.

    Returns
    -------
    Site
        How many pages there are, and which plots were refused.
    """
    from pyharness.checks.engine import load_topics
    from pyharness.checks.plots import pictures
    from pyharness.graph.build import current_graph
    from pyharness.site.bundle import graph_script

    graph = current_graph(project, registry, environment, ledger)
    script = graph_script(again=again)
    lean = _lean(project, registry, environment)
    # Checks that are given, and not named by the registry, are known to this process only.
    jobs = processors() if topics is None else 1
    topics = load_topics(registry) if topics is None else topics
    drawn = pictures(project, registry.rows.values(), topics, jobs)
    more = [environment.key if environment else "", vars(script), [asdict(p) for p in drawn]]
    stamp = _stamp(registry, ledger, lean, more)
    mark = project.site / ".stamp"
    templates = make_templates(graph)
    templates.globals.update(
        book=registry.book,
        ledger=ledger,
        questions=list(Question),
        states=STATES,
        sign=_sign,
        nodes={row.id: row for row in graph.rows},
        source_href=_source_href,
    )
    pages = _Pages(project, registry, ledger, environment, graph, templates, lean, drawn)
    if not _is_current(mark, stamp, project.site):
        # Without the stamp an interrupted run is repeated; pages are replaced one by one.
        mark.unlink(missing_ok=True)
        names = [*pages.rows(), *pages.sources(), pages.graph_page(script)]
        for folder in (project.site, project.site / "rows", project.site / "lean"):
            for path in folder.glob("*") if folder.is_dir() else ():
                name = str(path.relative_to(project.site))
                if path.is_file() and name not in names and name != "index.html":
                    path.unlink(missing_ok=True)
        write_whole(mark, "\n".join([stamp, *sorted(names)]))
    # The home page shows when the run was, so it is written every time, and last.
    index = templates.get_template("index.html").render(
        chapters=_chapters(registry, ledger), root=""
    )
    write_whole(project.site / "index.html", index)
    faults = tuple(
        f"{picture.row} plots/{picture.name}: {fault}"
        for picture in drawn
        for fault in picture.faults[:1]
    )
    return Site(len(mark.read_text(encoding="utf-8").splitlines()), faults)


def make_templates(graph: DependencyGraph) -> Templates:
    """Return the templates with what all pages know."""
    from pyharness.site.drawing import SIGNS, state_facts
    from pyharness.site.formulas import plain, typeset

    templates = Templates(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    facts = state_facts(graph)
    templates.filters.update(typeset=typeset, plain=plain)
    templates.globals.update(
        signs=SIGNS,
        state_facts=facts,
        states_used={state: fact for state, fact in facts.items() if fact["count"]},
        style=(_HERE / "templates" / "style.css").read_text(encoding="utf-8"),
        version=__version__,
    )
    return templates


@dataclass
class _Pages:
    """Writes the pages and returns their names."""

    project: Project
    registry: Registry
    ledger: dict[str, Any]
    environment: Environment | None
    graph: DependencyGraph
    templates: Templates
    lean: dict[str, dict[str, Any]]
    pictures: list[Picture]
    #: Modules whose sources other pages point to.
    modules: set[str] = field(default_factory=set)

    def rows(self) -> list[str]:
        from pyharness.checks.plots import inline
        from pyharness.graph.queries import trust

        registry, graph = self.registry, self.graph
        template = self.templates.get_template("row.html")
        edges = graph.between_rows()
        kinds = graph.row_edge_kinds()
        facts = {name: self._linked(name, fact) for name, fact in self.lean.items()}
        names = []
        for number, node in enumerate(graph.rows):
            row = registry.rows[node.id]
            found = trust(graph, node.id) if node.declarations else None
            if found:
                named = (*found.definitions, *(found.axioms or ()))
                self.modules.update(item.module for item in named)
            text = template.render(
                row=row,
                node=node,
                record=self.ledger["rows"][row.id],
                registry=registry,
                place=registry.places[row.id],
                uses=[
                    (graph.rows[i], kinds[number, i], node.unused.get(graph.rows[i].id))
                    for i in edges.successors(number)
                ],
                used_by=[
                    (graph.rows[i], kinds[i, number], graph.rows[i].unused.get(node.id))
                    for i in edges.reverse.successors(number)
                ],
                references=[registry.references[key] for key in row.references],
                lean=facts,
                trust=found,
                pictures=[
                    (picture, Markup(inline(picture)) if picture.svg else "")
                    for picture in self.pictures
                    if picture.row == row.id
                ],
                root="../",
            )
            names.append(f"rows/{row.id}.html")
            write_whole(self.project.site / names[-1], text)
        return names

    def _linked(self, name: str, fact: dict[str, Any]) -> dict[str, Any]:
        """Add a link to the source, and links from the words of a statement to definitions."""
        environment = self.environment
        assert environment is not None
        constant = environment.constants[name]
        self.modules.add(constant.module)
        parts, end = [], 0
        for word in _WORD.finditer(fact["text"]):
            other = environment.constants.get(word[0])
            if other is None or other.range is None or word[0] == name:
                continue
            self.modules.add(other.module)
            href = f"../{_source_href(other.module, other.range.name_line)}"
            link = Markup('<a href="{}">{}</a>').format(href, word[0])
            parts += [escape(fact["text"][end : word.start()]), link]
            end = word.end()
        parts.append(escape(fact["text"][end:]))
        href = _source_href(constant.module, fact["line"])
        return {**fact, "html": Markup("").join(parts), "href": href}

    def sources(self) -> list[str]:
        """Write the sources that other pages point to, with a target for each line."""
        template = self.templates.get_template("source.html")
        names = []
        for module in sorted(self.modules):
            path = self.project.lean_source.joinpath(*module.split(".")).with_suffix(".lean")
            text = template.render(
                module=module,
                file=self.project.name_of(path),
                lines=path.read_text(encoding="utf-8").splitlines(),
                root="../",
            )
            names.append(f"lean/{module}.html")
            write_whole(self.project.site / names[-1], text)
        return names

    def graph_page(self, script: Bundle) -> str:
        environment = self.environment
        axioms = {
            row.id: sorted({a for name in row.declarations for a in environment.axioms(name)})
            for row in self.graph.rows
            if environment and row.declarations
        }
        text = render_graph(
            self.templates, self.graph, script, axioms=axioms, title=self.registry.book.title
        )
        write_whole(self.project.site / "graph.html", text)
        return "graph.html"


def render_graph(
    templates: Templates,
    graph: DependencyGraph,
    script: Bundle,
    *,
    axioms: dict[str, list[str]],
    title: str,
    home: str = "index.html",
) -> str:
    """Return the page of a graph.

    Parameters
    ----------
    templates
        From `make_templates`.
    graph
        What to draw.
    script
        The interactive part.
    axioms
        The axioms of rows that are stated in Lean.
    title, home
        What the page belongs to.
    """
    from pyharness.graph.layout import layered
    from pyharness.site import drawing

    layout = layered(graph)
    nodes = drawing.nodes(graph, layout)
    picture = templates.get_template("drawing.svg").render(
        layout=layout, card=drawing.CARD, nodes=nodes, lines=drawing.fixed_lines(graph, layout)
    )
    return templates.get_template("graph.html").render(
        title=title,
        home=home,
        kinds=[("declared", "declared"), ("statement", "statement"), ("proof", "proof")],
        bands=layout.bands,
        drawing=Markup(picture),
        script=Markup(script.text),
        reason=script.reason,
        notes=graph.notes,
        data=Markup(drawing.graph_data(graph, layout, axioms)),
        root="",
    )


#: A Lean name inside a statement.
_WORD = re.compile(r"[A-Za-z_\u0370-\u03ff][\w'!?₀-₉]*(?:\.[A-Za-z_\u0370-\u03ff][\w'!?₀-₉]*)*")


def _source_href(module: str, line: int) -> str:
    return f"lean/{module}.html#L{line}"


def _sign(answer: dict[str, Any]) -> Markup:
    """Return the mark of an answer, with its meaning for those who hover or listen."""
    state = str(answer["verdict"])
    if state == "not checked":
        state = "open" if answer["claimed"] else "unclaimed"
    return _mark(state, answer["message"])


@functools.cache
def _mark(state: str, message: str) -> Markup:
    sign, word, kind = STATES[state]
    return Markup('<span class="{}" title="{}: {}" role="img" aria-label="{}">{}</span>').format(
        kind, word, message, word, sign
    )


def _lean(
    project: Project, registry: Registry, environment: Environment | None
) -> dict[str, dict[str, Any]]:
    """Return the statements of all declarations that rows name, as Lean shows them."""
    if environment is None:
        return {}
    from pyharness.lean.statements import statements

    names = [name for row in registry.rows.values() if row.lean for name in row.lean.named]
    texts = statements(project, environment, names)
    facts = {}
    for name in texts:
        constant = environment.constants[name]
        module = project.lean_source.joinpath(*constant.module.split("."))
        facts[name] = {
            "kind": constant.kind,
            "text": texts[name],
            "file": f"{project.name_of(module)}.lean",
            "line": constant.range.name_line if constant.range else 0,
            "axioms": list(environment.axioms(name)),
        }
    return facts


def _stamp(
    registry: Registry, ledger: dict[str, Any], lean: dict[str, Any], more: list[Any]
) -> str:
    """Hash everything that the pages show, apart from times."""

    def timeless(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: timeless(v) for k, v in value.items() if k != "seconds"}
        return [timeless(v) for v in value] if isinstance(value, list) else value

    code = [
        path.read_bytes().hex()
        for folder in (_HERE, _HERE.parent / "graph")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in (".py", ".html", ".css", ".svg")
    ]
    code.append((_HERE.parent / "checks" / "plots.py").read_bytes().hex())
    parts = [__version__, registry.digest, timeless(ledger["rows"]), lean, code, more]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _is_current(mark: Path, stamp: str, site: Path) -> bool:
    """Tell whether all pages but the home page are there and show this content."""
    try:
        first, *names = mark.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    there = {f"rows/{path.name}" for path in (site / "rows").glob("*")}
    there |= {f"lean/{path.name}" for path in (site / "lean").glob("*")}
    there |= {"graph.html"} if (site / "graph.html").is_file() else set()
    return first == stamp and set(names) == there


def _chapters(registry: Registry, ledger: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the chapters with their rows and how many of them hold."""
    rows: dict[int, list[Row]] = {}
    for row in registry.rows.values():
        rows.setdefault(row.chapter, []).append(row)
    result = []
    for chapter in registry.book.chapters:
        own = rows.get(chapter.number, [])
        verdicts = [ledger["rows"][row.id]["verdict"] for row in own]
        result.append(
            {
                "number": chapter.number,
                "topic": chapter.topic,
                "rows": own,
                "counts": {
                    "pass": verdicts.count("pass"),
                    "fail": verdicts.count("fail"),
                    "none": verdicts.count("not checked"),
                },
            }
        )
    return result
