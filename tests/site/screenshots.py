"""Makes pictures of the pages in headless Chromium, to be looked at after a change.

    python tests/site/screenshots.py                 pictures of build/site in build/screenshots
    python tests/site/screenshots.py SITE -o FOLDER  of other pages, elsewhere

Each picture shows one thing that a reader does: the state of the book at a glance, a statement with
its hypotheses and controls, the whole graph, a statement in focus, a search, all of it in light and
dark, on a desk and on a phone.
"""

from __future__ import annotations

import argparse
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

#: A desk and a phone, in CSS pixels.
DESK, PHONE = (1280, 860), (390, 844)


@dataclass(frozen=True)
class Picture:
    """One picture: a page, with what is done on it before.

    Parameters
    ----------
    name
        The file's name.
    page
        The page, with its fragment.
    shows
        What one should see on it.
    size
        Width and height of the window.
    scheme
        Light or dark.
    whole
        Whether the whole page is taken, not only the window.
    typed
        Typed into the search field first.
    """

    name: str
    page: str
    shows: str
    size: tuple[int, int] = DESK
    scheme: Literal["light", "dark"] = "light"
    whole: bool = False
    typed: str = ""


PICTURES = (
    Picture("home", "index.html", "the state of the book: a square for every statement"),
    Picture("home-dark", "index.html", "the same in dark colours", scheme="dark"),
    Picture("home-phone", "index.html", "the same on a phone: nothing is cut off", PHONE),
    Picture(
        "row",
        "rows/ch07-finite-class-agnostic.html",
        "a theorem: statement, hypotheses with their controls, Lean, verdicts, plots",
        whole=True,
    ),
    Picture(
        "row-dark",
        "rows/ch20-bt-shift-invariance.html",
        "another in dark colours",
        scheme="dark",
        whole=True,
    ),
    Picture("row-phone", "rows/ch07-sauer-shelah.html", "one on a phone", PHONE, whole=True),
    Picture("graph", "graph.html", "the whole graph: chapters as bands, a map at the side"),
    Picture(
        "graph-focus",
        "graph.html#focus=ch07-sauer-shelah&depth=2",
        "what one statement rests on, and what rests on it, edges by kind",
    ),
    Picture(
        "graph-dark",
        "graph.html#focus=ch10-peres&depth=3",
        "another in dark colours",
        scheme="dark",
    ),
    Picture("graph-search", "graph.html", "a search: statements by title and id", typed="parseval"),
    Picture("graph-phone", "graph.html#focus=ch20-bradley-terry", "the graph on a phone", PHONE),
)

#: Nothing but the pages is loaded.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def chromium() -> str | None:
    """Return the browser of the system."""
    found = (shutil.which(name) for name in ("chromium", "google-chrome"))
    return os.environ.get("CHROMIUM") or next((path for path in found if path), None)


def take(site: Path, folder: Path) -> None:
    """Take all pictures of the pages in ``site`` and write them to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for picture in PICTURES:
            width, height = picture.size
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme=picture.scheme
            )
            page.goto(f"{site.resolve().as_uri()}/{picture.page}")
            if picture.page.startswith("graph.html"):
                page.wait_for_selector("body[data-ready=yes]")
            if picture.typed:
                page.keyboard.press("/")
                page.keyboard.type(picture.typed)
            page.wait_for_timeout(600)  # until the view has come to rest
            path = folder / f"{picture.name}.png"
            page.screenshot(path=path, full_page=picture.whole)
            page.close()
            print(f"{path}: {picture.shows}")
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("site", nargs="?", type=Path, default=Path("build/site"))
    parser.add_argument("-o", "--output", type=Path, default=Path("build/screenshots"))
    given = parser.parse_args()
    take(given.site, given.output)
