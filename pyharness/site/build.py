"""Writes the pages from the registry and the verdicts of one run."""

from __future__ import annotations

import functools
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment as Templates
from jinja2 import FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from pyharness import __version__
from pyharness.project import write_whole
from pyharness.registry import Question

if TYPE_CHECKING:
    from pyharness.lean.environment import Environment
    from pyharness.project import Project
    from pyharness.registry import Registry, Row

__all__ = ["build_site"]

_HERE = Path(__file__).parent

#: Sign, word and class of each state of an answer.
STATES = {
    "pass": ("✓", "confirmed", "pass"),
    "fail": ("✗", "failed", "fail"),
    "open": ("?", "claimed and not checked", "fail"),
    "unclaimed": ("·", "not claimed", "none"),
}


def build_site(
    project: Project,
    registry: Registry,
    ledger: dict[str, Any],
    environment: Environment | None = None,
) -> int:
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

    Returns
    -------
    int
        How many pages there are.
    """
    lean = _lean(project, registry, environment)
    stamp = _stamp(registry, ledger, lean)
    rows = list(registry.rows.values())
    names = {f"{row.id}.html" for row in rows}
    folder, mark = project.site / "rows", project.site / ".stamp"
    templates = Templates(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    from pyharness.site.formulas import typeset

    templates.filters["typeset"] = typeset
    templates.globals.update(
        book=registry.book,
        ledger=ledger,
        questions=list(Question),
        states=STATES,
        sign=_sign,
        style=(_HERE / "templates" / "style.css").read_text(encoding="utf-8"),
        version=__version__,
    )
    if not _is_current(mark, stamp, folder, names):
        # Without the stamp an interrupted run is repeated; pages are replaced one by one.
        mark.unlink(missing_ok=True)
        template = templates.get_template("row.html")
        for row in rows:
            text = template.render(
                row=row,
                record=ledger["rows"][row.id],
                registry=registry,
                place=registry.places[row.id],
                uses=[registry.rows[used] for used in row.uses],
                used_by=[registry.rows[user] for user in registry.used_by[row.id]],
                references=[registry.references[key] for key in row.references],
                lean=lean,
                root="../",
            )
            write_whole(folder / f"{row.id}.html", text)
        for path in folder.glob("*") if folder.is_dir() else ():
            if path.name not in names:
                path.unlink(missing_ok=True)
    # The home page shows when the run was, so it is written every time, and last.
    write_whole(mark, stamp)
    index = templates.get_template("index.html").render(
        chapters=_chapters(registry, ledger), root=""
    )
    write_whole(project.site / "index.html", index)
    return len(rows) + 1


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


def _stamp(registry: Registry, ledger: dict[str, Any], lean: dict[str, Any]) -> str:
    """Hash everything that the pages of rows show, apart from times."""

    def timeless(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: timeless(v) for k, v in value.items() if k != "seconds"}
        return [timeless(v) for v in value] if isinstance(value, list) else value

    code = [
        path.read_bytes().hex()
        for path in sorted(_HERE.rglob("*"))
        if path.is_file() and path.suffix in (".py", ".html", ".css")
    ]
    parts = [__version__, registry.digest, timeless(ledger["rows"]), lean, code]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _is_current(mark: Path, stamp: str, folder: Path, names: set[str]) -> bool:
    """Tell whether the pages of rows are all there and show this content."""
    try:
        return mark.read_text() == stamp and {path.name for path in folder.iterdir()} == names
    except OSError:
        return False


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
