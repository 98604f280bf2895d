"""The pages: complete, self-contained, and safe whatever the registry says."""

from __future__ import annotations

import json
import os
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

import pyharness.site
from pyharness.ledger import Findings, Stage, make_ledger
from pyharness.registry import load_registry
from pyharness.site import build_site
from pyharness.site.formulas import typeset
from pyharness.verify import verify

if TYPE_CHECKING:
    from pyharness.project import Project

WEB = Path(pyharness.site.__file__).parent / "web"
_VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """Reads a page strictly enough to see that every element is closed where it must be."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        self.links += [v for k, v in attrs if k in ("href", "src") and v]
        self.ids |= {v for k, v in values.items() if k == "id" and v}
        assert not [k for k in values if k.startswith("on")]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def pages(project: Project) -> dict[Path, Page]:
    return {path: Page(path) for path in project.site.rglob("*.html")}


def test_every_row_has_a_page_and_every_link_leads_somewhere(painted: Project) -> None:
    assert verify(painted).holds
    found = pages(painted)
    names = {str(path.relative_to(painted.site)) for path in found}
    assert names == {
        "graph.html", "index.html", "lean/Small.html", "rows/ch01-paint.html",
        "rows/ch01-remark.html",
    }  # fmt: skip
    for path, page in found.items():
        assert "script" not in page.tags or path.name == "graph.html"
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme == "https"
                assert parts.netloc == "arxiv.org"
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
            assert target in {p.resolve() for p in found}
            if parts.fragment and target.name != "graph.html":
                assert parts.fragment in Page(target).ids


def test_a_page_shows_what_the_ledger_says(painted: Project) -> None:
    verify(painted)
    text = (painted.site / "rows" / "ch01-paint.html").read_text()
    assert "Small.paint_same (c : Small.Colour)" in re.sub("<a [^>]*>|</a>", "", text)
    assert '<a href="../lean/Small.html#L21">lean/Small.lean:21</a>' in text
    # The words of a statement lead to their definitions.
    assert '<a href="../lean/Small.html#L18">Small.paint</a>' in text
    assert "read 3 definitions (9 lines); axioms: none" in text
    assert "<math" in text
    index = (painted.site / "index.html").read_text()
    # stated, proved, rechecked, witnessed
    assert "all 4 claims are confirmed" in index
    for name in ("index.html", "rows/ch01-paint.html", "lean/Small.html"):
        page = (painted.site / name).read_text()
        assert "prefers-color-scheme: dark" in page
        # Nothing is fetched: no images, no style sheets, no scripts.
        assert not re.search(r"<(link|img|script|iframe|object)\b|src=|url\(|@import", page)


def test_pages_of_rows_are_written_again_only_when_they_change(painted: Project) -> None:
    verify(painted)
    page = painted.site / "rows" / "ch01-paint.html"
    before = page.stat().st_mtime_ns
    verify(painted)
    assert page.stat().st_mtime_ns == before
    painted.registry.write_text(painted.registry.read_text().replace("Painting", "Colouring"))
    verify(painted)
    assert "Colouring changes nothing" in page.read_text()
    (painted.site / "rows" / "ch01-remark.html").unlink()
    verify(painted)
    assert (painted.site / "rows" / "ch01-remark.html").exists()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        r"$\text{<script>alert(1)</script>}$",
        r"$\href{javascript:alert(1)}{x}$",
        r"$\class{x\" onclick=\"alert(1)}{y}$",
        r"$\style{background:url(https://example.org)}{x}$",
        r"$\color{red\"><script>alert(1)</script>}{x}$",
        "`<script>alert(1)</script>`",
        "$<script>$",
        "$\\unknown{<b>}$ & <i>",
    ],
)
def test_text_of_the_registry_cannot_become_markup(painted: Project, text: str) -> None:
    registry = load_registry(painted)
    row = registry.rows["ch01-paint"].model_copy(update={"statement": text, "title": text})
    registry.rows["ch01-paint"] = row  # type: ignore[index]
    ledger = make_ledger(registry, Findings(), [Stage("build", False, text, 0.0)])
    build_site(painted, registry, ledger.json)
    for path, page in pages(painted).items():
        assert "i" not in page.tags
        assert page.tags.count("script") == (2 if path.name == "graph.html" else 0)
        assert not [link for link in page.links if "javascript" in link or "example" in link]


def test_the_drawing_without_node(painted: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYHARNESS_NODE", "0")
    verify(painted)
    path = painted.site / "graph.html"
    page = Page(path)
    assert "script" not in page.tags
    assert "rows/ch01-paint.html" in page.links
    text = path.read_text()
    assert "pyharness site build" in text
    assert text.count('<a class="node ') == 2
    assert text.count('<path class="edge declared"') == 1


def test_the_script_is_made_from_the_lock_file() -> None:
    from pyharness.site.bundle import graph_script

    bundle = graph_script()
    assert bundle.text or bundle.reason
    if bundle.text or (os.environ.get("CI") and shutil.which("npm")):
        assert "d3-zoom" in bundle.text[:20000], bundle.reason
        assert "Permission" in bundle.text[:20000]


def test_the_lock_file_names_no_host() -> None:
    lock = json.loads((WEB / "package-lock.json").read_text())
    packages = {name: facts for name, facts in lock["packages"].items() if name}
    assert packages
    assert all("integrity" in facts and "resolved" not in facts for facts in packages.values())


def test_formulas() -> None:
    shown = str(typeset(r"If $a<b$ then `x` costs \$5"))
    assert shown.startswith("If <math")
    assert "<mo>&lt;</mo>" in shown
    assert shown.endswith("<code>x</code> costs $5")
    # Browsers do not know other sorts of letters by attribute.
    assert "ℝ" in str(typeset(r"$\mathbb R$"))
    assert "𝒢" in str(typeset(r"$\mathcal G$"))
    assert "𝛉" in str(typeset(r"$\mathbf{\theta}$"))
    # A formula that cannot be read is shown as it is written.
    assert typeset(r"$\left( a<b$") == '<code class="latex">$\\left( a&lt;b$</code>'


def test_every_formula_of_the_book_is_typeset(project: Project) -> None:
    registry = load_registry(project)
    untranslated = []
    for row in registry.rows.values():
        texts = [row.title, row.statement, *(h.text for h in row.hypotheses)]
        for text in texts:
            html = str(typeset(text))
            if 'class="latex"' in html or re.search(r"<m[ion]>\\", html):
                untranslated.append((row.id, text))
    assert untranslated == []
