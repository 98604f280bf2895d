"""The pages in a browser: search, focus, depth, filters, address, keyboard, without scripts."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from pyharness.site.server import make_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from pyharness.project import Project


@pytest.fixture(scope="module")
def server(linked_site: Project) -> Iterator[str]:
    """The pages behind `pyharness serve`; it outlives every page that asks it."""
    server = make_server(linked_site.site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["file", "server"])
def address(request: pytest.FixtureRequest, linked_site: Project, server: str) -> str:
    """Where the pages are: on disk, and behind `pyharness serve`."""
    return linked_site.site.as_uri() if request.param == "file" else server


def drawn(page: Page) -> set[str]:
    return set(page.eval_on_selector_all("#canvas a.node", "all => all.map(a => a.dataset.row)"))


def lines(page: Page) -> set[tuple[str, str]]:
    found = page.eval_on_selector_all(
        "#canvas .edges path", "all => all.map(p => [p.dataset.from, p.dataset.to])"
    )
    return {(a, b) for a, b in found}


def opened(page: Page, address: str, fragment: str = "") -> Page:
    page.goto("about:blank")
    page.goto(f"{address}/graph.html{fragment}")
    page.wait_for_selector("body[data-ready=yes]")
    return page


def test_the_whole_graph_is_drawn(page: Page, address: str) -> None:
    opened(page, address)
    assert len(drawn(page)) == 10
    assert len(lines(page)) == 14
    assert page.locator("#canvas .band").count() == 2
    assert not page.locator(".drawing").is_visible()
    # Every card lies inside the canvas at first.
    canvas = page.locator("#canvas").bounding_box()
    card = page.locator("#canvas a.node").first.bounding_box()
    assert canvas is not None
    assert card is not None
    assert canvas["x"] <= card["x"] <= canvas["x"] + canvas["width"]


def test_search_with_the_keyboard(page: Page, address: str) -> None:
    opened(page, address)
    page.keyboard.press("/")
    page.keyboard.type("four times")
    options = page.locator("#results [role=option]")
    assert options.count() == 1
    page.keyboard.press("Enter")
    assert page.url.endswith("#focus=ch02-undeclared")
    assert page.locator("#panel h2").inner_text() == "Painting four times changes nothing"
    # A Lean name finds its row; arrows choose among several.
    page.keyboard.press("/")
    page.keyboard.type("Linked.paint_twice")
    assert options.count() == 2
    page.keyboard.press("ArrowDown")
    assert options.nth(1).get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    assert page.url.endswith("#focus=ch02-on-sand")
    page.keyboard.press("/")
    page.keyboard.type("no such thing")
    assert page.locator("#results").inner_text() == "Nothing is called like that."


def test_focus_direction_and_depth(page: Page, address: str) -> None:
    opened(page, address)
    page.locator('#canvas a[data-row="ch02-paint-twice"]').click()
    everything = {
        "ch01-paint", "ch01-paint-same", "ch02-paint-twice", "ch02-undeclared", "ch02-on-sand",
        "ch02-other-way", "ch02-mistaken",
    }  # fmt: skip
    assert drawn(page) == everything
    page.locator("[name=dir][value=needs]").check()
    assert drawn(page) == {"ch02-paint-twice", "ch01-paint", "ch01-paint-same"}
    page.locator("[name=dir][value=users]").check()
    assert drawn(page) == everything - {"ch01-paint", "ch01-paint-same"}
    page.locator('#canvas a[data-row="ch02-on-sand"]').click()
    page.locator("[name=dir][value=needs]").check()
    page.locator("[name=kind][value=statement]").uncheck()
    page.locator("#depth").select_option("1")
    assert drawn(page) == {"ch02-on-sand", "ch02-paint-twice", "ch02-open"}
    page.locator("#depth").select_option("all")
    assert drawn(page) == {
        "ch02-on-sand", "ch02-paint-twice", "ch02-open", "ch01-paint-same", "ch01-paint",
    }  # fmt: skip
    page.locator("[name=kind][value=declared]").uncheck()
    assert drawn(page) == {"ch02-on-sand", "ch02-paint-twice", "ch01-paint-same"}
    assert lines(page) == {
        ("ch02-on-sand", "ch02-paint-twice"), ("ch02-paint-twice", "ch01-paint-same"),
    }  # fmt: skip
    page.keyboard.press("Escape")
    assert len(drawn(page)) == 10


def test_edges_can_be_switched(page: Page, address: str) -> None:
    opened(page, address, "#edges=proof")
    assert len(lines(page)) == 4
    page.locator("[name=kind][value=statement]").check()
    assert len(lines(page)) == 11
    assert page.locator("#canvas path.edge.statement").count() == 7
    page.locator("[name=kind][value=proof]").uncheck()
    page.locator("[name=kind][value=statement]").uncheck()
    assert lines(page) == set()


def test_filters(page: Page, address: str) -> None:
    opened(page, address)
    page.locator("[name=state][value=proved]").uncheck()
    assert drawn(page) == {"ch02-open", "ch02-remark"}
    assert "states=open,informal" in page.url
    page.locator("#reset").click()
    page.locator("details.menu summary").click()
    page.locator("[data-only='1']").click()
    assert drawn(page) == {"ch01-paint", "ch01-paint-same"}
    assert page.locator("#canvas .band").count() == 1
    assert page.locator("#chapter-count").inner_text() == "1 of 2"


def test_the_address_restores_a_view(page: Page, address: str, browser: Browser) -> None:
    fragment = "#focus=ch02-on-sand&dir=needs&depth=1&edges=declared,proof&colour=axioms"
    opened(page, address, fragment)
    assert drawn(page) == {"ch02-on-sand", "ch02-paint-twice", "ch02-open"}
    assert page.locator("#depth").input_value() == "1"
    assert page.locator("[name=dir][value=needs]").is_checked()
    assert not page.locator("[name=kind][value=statement]").is_checked()
    assert page.locator("#colour").input_value() == "axioms"
    assert page.locator(".axiom-legend").is_visible()
    page.locator('#canvas a[data-row="ch02-paint-twice"]').click()
    assert page.locator("#panel h2").inner_text() == "Painting twice changes nothing"
    page.go_back()
    assert page.url.endswith(fragment)
    assert page.locator("#panel h2").inner_text() == "Painting twice, and an open question"
    opened(page, address, "#focus=nonsense&depth=x&edges=none&chapters=99&dir=up")
    assert drawn(page) == set()


def test_keyboard_alone(page: Page, address: str) -> None:
    opened(page, address)
    page.locator('#canvas a[data-row="ch02-paint-twice"]').focus()
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.dataset.row").startswith("ch01-")
    page.keyboard.press("Enter")
    assert "#focus=ch01-" in page.url
    before = page.locator("#canvas > g").get_attribute("transform")
    page.keyboard.press("+")
    assert page.locator("#canvas > g").get_attribute("transform") != before


def test_the_wheel_scrolls_and_zooms(page: Page, address: str) -> None:
    opened(page, address)
    page.mouse.move(500, 500)

    def matrix() -> list[float]:
        return page.evaluate(
            "(m => [m.a, m.f])(document.querySelector('#canvas > g')"
            ".transform.baseVal.consolidate().matrix)"
        )

    scale, top = matrix()
    page.mouse.wheel(0, 100)
    page.wait_for_function(
        f"document.querySelector('#canvas > g').transform.baseVal.consolidate().matrix.f < {top}"
    )
    assert matrix()[0] == scale
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function(
        f"document.querySelector('#canvas > g').transform.baseVal.consolidate().matrix.a > {scale}"
    )


def test_a_row_page_and_back(page: Page, address: str) -> None:
    opened(page, address, "#focus=ch02-paint-twice")
    page.locator("#panel .button").click()
    page.wait_for_url("**/rows/ch02-paint-twice.html")
    assert page.locator("h1").inner_text() == "Painting twice changes nothing"
    assert page.locator("math").count() >= 1
    near = page.locator(".two section")
    assert "statement" in near.nth(0).inner_text()
    assert near.nth(1).locator("li").count() == 4
    page.get_by_text("in the graph").click()
    page.wait_for_selector("body[data-ready=yes]")
    assert page.url.endswith("graph.html#focus=ch02-paint-twice")
    page.go_back()
    page.locator("pre a", has_text="Linked.paint").first.click()
    page.wait_for_url("**/lean/Linked.html#L18")
    assert "def paint" in page.locator("span:target").inner_text()


def test_another_way_of_the_formal_proof_is_said(page: Page, address: str) -> None:
    reason = "The formal proof takes another way: Each colour is tried."
    opened(page, address, "#focus=ch02-other-way")
    assert reason in page.locator("#panel").inner_text()
    page.goto(f"{address}/rows/ch02-other-way.html")
    assert reason in page.locator(".two section").nth(0).inner_text()
    page.goto(f"{address}/rows/ch02-paint-twice.html")
    assert reason in page.locator(".two section").nth(1).inner_text()


def test_home(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    assert page.locator("a.square").count() == 10
    assert page.locator("a.square.state-proved").count() == 8
    page.locator("a.square").first.click()
    page.wait_for_url("**/rows/ch01-paint.html")


def test_without_scripts_everything_is_there_to_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/graph.html")
    assert page.locator("svg.fixed a.node").count() == 10
    assert page.locator("svg.fixed").is_visible()
    assert not page.locator("#search").is_visible()
    page.goto(f"{address}/rows/ch02-paint-twice.html")
    assert page.locator(".statement").is_visible()
    context.close()


@pytest.mark.parametrize("name", ["graph.html", "index.html", "rows/ch02-paint-twice.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_needs_no_sideways_scrolling(
    browser: Browser, linked_site: Project, name: str, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{linked_site.site.as_uri()}/{name}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (dark == "rgb(23, 25, 27)") == (scheme == "dark")
    context.close()
