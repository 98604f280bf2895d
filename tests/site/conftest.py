"""Chromium, and a verified project to look at."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from screenshots import ARGUMENTS, chromium

from pyharness.project import Project
from pyharness.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


def _missing(what: str, *, must: bool = True) -> None:
    """Skip, with the reason; where everything must be there, fail."""
    if os.environ.get("CI") and must:
        pytest.fail(f"the pages were not tested in a browser: {what}", pytrace=False)
    pytest.skip(f"{what}; with it the pages are tested in a browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, as the system has it."""
    path = chromium()
    if not path:
        _missing("there is no Chromium (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield instance
        instance.close()


@pytest.fixture(scope="session")
def linked_site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project of tests/linked with its pages, the interactive graph among them."""
    from pyharness.site.bundle import graph_script

    if reason := graph_script(again=True).reason:
        # A machine without Node has the fixed drawing, which is tested elsewhere.
        must = shutil.which("npm") is not None
        _missing(f"there is no interactive graph: {reason}", must=must)
    folder = tmp_path_factory.mktemp("site") / "project"
    shutil.copytree(Path(__file__).parents[1] / "linked", folder)
    project = Project(folder)
    assert verify(project).holds
    return project


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which no script may fail and from which no request may leave."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("file:", "http://127.0.0.1:"))
            else wrong.append(request.url)
        ),
    )
    yield page
    context.close()
    assert wrong == []
