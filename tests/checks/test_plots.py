"""Plots: drawn by the real command and on the pages, and refused where the claim does not hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from own_project import Own

    from pyharness.project import Project

PLOTS = """
def below_root(n, shift):
    \"\"\"The root is at most the number.\"\"\"
    from pyharness.checks.enclosures import sqrt
    return Comparison(sqrt(n + shift), "≤", n + shift)


_SQUARES = Plot(
    "squares", "Numbers and their squares", grows, "n", tuple(range(1, 9)),
    {"": {}}, "number $n$", "n", "n²",
)
_ROOTS = Plot(
    "roots", "Roots", below_root, "n", (1, Fraction(3, 2), 4, 50),
    {"here": {"shift": 0}, "moved by <1>": {"shift": 1}}, "number", "√n", "n", logarithmic="xy",
)


CHECKS = (
"""


@pytest.fixture
def plotted(own: Own) -> Own:
    own.edit("CHECKS = (\n", PLOTS.lstrip())
    own.edit("        searches=(\n", "        plots=(_SQUARES, _ROOTS),\n        searches=(\n")
    return own


def drawn(plotted: Own, *arguments: str) -> dict[str, bytes]:
    found = plotted.run("plot", "-o", "pictures", *arguments)
    assert found.returncode == 0, found.stdout + found.stderr
    folder = plotted.project.root / "pictures"
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_command_draws_every_plot(plotted: Own) -> None:
    files = drawn(plotted)
    assert set(files) == {"ch01-square.squares.svg", "ch01-square.roots.svg"}
    for data in files.values():
        ElementTree.fromstring(data)
    text = files["ch01-square.squares.svg"].decode()
    assert "Lemma 1.1. Squares grow" in text
    assert "Numbers and their squares" in text
    assert "n²" in text
    assert "moved by &lt;1&gt;" in files["ch01-square.roots.svg"].decode()


def test_the_same_claims_give_the_same_files(plotted: Own, tmp_path: Path) -> None:
    first = drawn(plotted)
    settings = tmp_path / "settings"
    settings.mkdir()
    (settings / "matplotlibrc").write_text("axes.facecolor: red\nfont.size: 30\n")
    plotted.environment["MPLCONFIGDIR"] = str(settings)
    assert drawn(plotted) == first


def test_png(plotted: Own) -> None:
    files = drawn(plotted, "ch01-square", "--format", "png")
    assert files["ch01-square.squares.png"].startswith(b"\x89PNG")


def test_a_point_that_does_not_hold_is_not_drawn(plotted: Own) -> None:
    drawn(plotted)
    plotted.edit("tuple(range(1, 9)),", "tuple(Fraction(k, 2) for k in range(1, 9)),")
    found = plotted.run("plot", "-o", "pictures")
    assert found.returncode == 1
    assert "FAIL  ch01-square  plots/squares: not drawn" in found.stdout
    assert "at 0.5: claimed is ≤, found is 1/2 > 1/4, for n = 1/2" in found.stdout
    assert "written in numbers.py:" in found.stdout
    # The picture of the earlier run is gone; the other plot is drawn.
    left = {path.name for path in (plotted.project.root / "pictures").iterdir()}
    assert left == {"ch01-square.roots.svg"}
    value = json.loads(plotted.run("plot", "-o", "pictures", "--json").stdout)
    assert value["holds"] is False
    assert [(p["plot"], p["points"], bool(p["file"])) for p in value["pictures"]] == [
        ("squares", 8, False),
        ("roots", 8, True),
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("tuple(range(1, 9))", "(0.5, 1)", "0.5"),
        ('return Comparison(n, "≤", n * n)', "return 1 / 0", "the claim raised ZeroDivisionError"),
        ("(1, Fraction(3, 2), 4, 50)", "(0, 1)", "has no place on a logarithmic axis"),
        (
            'return Comparison(n, "≤", n * n)',
            'return Comparison((n,), "≤", (n * n,))',
            "(1) is not a number and cannot be drawn",
        ),
    ],
)
def test_points_that_cannot_be_drawn(plotted: Own, old: str, new: str, said: str) -> None:
    plotted.edit(old, new)
    found = plotted.run("plot", "-o", "pictures")
    assert found.returncode == 1
    assert said in found.stdout


def test_nothing_to_draw(plotted: Own) -> None:
    found = plotted.run("plot", "ch01-sum", "-o", "pictures")
    assert found.returncode == 1
    assert "Nothing was drawn: these rows have no plots." in found.stderr
    assert plotted.run("plot", "ch01-sun", "-o", "pictures").returncode == 2


def test_the_page_shows_picture_words_and_numbers(plotted: Own) -> None:
    plotted.run("verify")
    page = (plotted.project.site / "rows" / "ch01-square.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 2
    assert "<h2>Pictures</h2>" in page
    assert (
        'aria-label="Numbers and their squares. n and n² against number n. From 1 and 1 at 1'
        in (page)
    )
    assert "A number is at most its square." in page
    assert "<td>8</td><td>8</td><td>64</td>" in page
    assert "<td>1.5</td><td>1.22474</td><td>1.5</td><td>1.58114</td><td>2.5</td>" in page
    # The colours are those of the page, light or dark, and no id is there twice.
    assert "var(--curve-1)" in page
    assert "#0072b2" not in page.partition("<figure>")[2]
    ids = [part.partition('"')[0] for part in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
    other = (plotted.project.site / "rows" / "ch01-sum.html").read_text(encoding="utf-8")
    assert "<figure>" not in other


def test_pictures_are_drawn_again_only_when_something_changed(plotted: Own) -> None:
    plotted.run("verify")
    kept = plotted.project.cache / "plots" / "ch01-square.squares.json"
    before = kept.stat().st_mtime_ns
    plotted.run("verify")
    assert kept.stat().st_mtime_ns == before
    plotted.edit("Numbers and their squares", "Squares")
    plotted.run("verify")
    assert kept.stat().st_mtime_ns > before
    page = (plotted.project.site / "rows" / "ch01-square.html").read_text(encoding="utf-8")
    assert 'aria-label="Squares. ' in page


def test_a_plot_that_does_not_hold_fails_the_run_and_is_said_on_the_page(plotted: Own) -> None:
    plotted.edit("tuple(range(1, 9)),", "tuple(Fraction(k, 2) for k in range(1, 9)),")
    found = plotted.run("verify")
    assert found.returncode == 1
    assert "FAIL pages" in found.stderr
    assert "ch01-square plots/squares: at 0.5: claimed is ≤, found is 1/2 > 1/4" in found.stderr
    page = (plotted.project.site / "rows" / "ch01-square.html").read_text(encoding="utf-8")
    assert "not drawn, a point does not hold: at 0.5" in page
    assert page.count("<svg") == 1


def test_the_plots_of_the_book_hold(project: Project) -> None:
    from pyharness.checks import load_topics
    from pyharness.checks.plots import curves
    from pyharness.registry import load_registry

    topics = load_topics(load_registry(project))
    plots = [plot for checks, _ in topics.values() for plot in checks.plots]
    assert len(plots) >= 12
    faults = [p.fault for plot in plots for c in curves(plot) for p in c.points if p.fault]
    assert faults == []
