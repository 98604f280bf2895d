"""Pictures of claims: both sides of a claim while one parameter runs.

Every point that is drawn is an instance: its claim is evaluated exactly and must hold. Only then
are its sides rounded, to be drawn. The pictures are made by matplotlib, which is loaded when there
is something to draw; the same claims give the same files, byte for byte.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.metadata
import io
import json
import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pyharness.checks.engine import ENGINE, Sources, evaluate, given, in_words, where
from pyharness.checks.model import Enclosure, Plot, decimal, shown
from pyharness.project import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pyharness.checks.engine import Topics
    from pyharness.project import Project
    from pyharness.registry import Row

__all__ = ["Curve", "Picture", "Point", "curves", "draw", "inline", "make", "pictures"]

#: Part of every key of the cache: to be raised when the form of the pictures changes.
FORMAT = 1

#: Colours that are told apart by most readers, also in grey; a page replaces them by its own.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#b0508a", "#8a6d00")
INK, LINE = "#1d1f21", "#dcdcd6"


@dataclass(frozen=True)
class Point:
    """The claim for one value of the parameter.

    Parameters
    ----------
    x, left, right
        The value and the two sides, as decimals for reading.
    fault
        Why the point must not be drawn; empty when the claim holds.
    """

    x: str
    left: str
    right: str
    fault: str = ""


@dataclass(frozen=True)
class Curve:
    """The points of one pair of curves.

    Parameters
    ----------
    label
        What distinguishes it from the other pairs.
    points
        Its points, in the order of the parameter.
    """

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Picture:
    """A picture of a row.

    Parameters
    ----------
    row, name
        The row's id and the plot's name.
    title, axis, left, right, says
        What is drawn, in words; ``says`` is the claim.
    curves
        The numbers.
    file, line
        Where the claim is written.
    svg
        The drawing; empty when a point is at fault.
    """

    row: str
    name: str
    title: str
    axis: str
    left: str
    right: str
    says: str
    curves: tuple[Curve, ...]
    file: str
    line: int
    svg: str = ""

    @property
    def faults(self) -> list[str]:
        """What is wrong with points, each with its place."""
        return [
            f"{'' if not curve.label else f'{curve.label}, '}at {point.x}: {point.fault}"
            for curve in self.curves
            for point in curve.points
            if point.fault
        ]

    @property
    def size(self) -> int:
        """How many points there are."""
        return sum(len(curve.points) for curve in self.curves)

    @property
    def description(self) -> str:
        """What a reader would see, in words."""
        parts = [f"{self.title}. {self.left} and {self.right} against {self.axis}."]
        for curve in self.curves:
            first, last = curve.points[0], curve.points[-1]
            label = f"{curve.label}: from" if curve.label else "From"
            parts.append(
                f"{label} {first.left} and {first.right} at {first.x}"
                f" to {last.left} and {last.right} at {last.x}."
            )
        return " ".join(part.replace("$", "") for part in parts)

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Picture:
        """Read what `dataclasses.asdict` and JSON made of a picture."""
        found = tuple(
            Curve(curve["label"], tuple(Point(**point) for point in curve["points"]))
            for curve in value["curves"]
        )
        return cls(**{**value, "curves": found})


def curves(plot: Plot) -> tuple[Curve, ...]:
    """Evaluate the claim of a plot at every point.

    Parameters
    ----------
    plot
        The plot.

    Returns
    -------
    tuple of Curve
        One for each of its pairs of curves. A point at which the claim fails, is undecided or
        raises an error has a ``fault``.
    """
    return tuple(
        Curve(label, tuple(_point(plot, value, fixed) for value in plot.values))
        for label, fixed in plot.fixed.items()
    )


def _point(plot: Plot, value: Any, fixed: Mapping[str, Any]) -> Point:
    parameters = {**fixed, plot.parameter: value}
    at = f"for {given(parameters)}"
    try:
        x = decimal(Fraction(value))
        comparison = evaluate(plot.claim, parameters)
        left, right = (_middle(side) for side in (comparison.left, comparison.right))
    except Exception as error:
        return Point(
            shown(value), "", "", f"the claim raised {type(error).__name__}: {error}, {at}"
        )
    fault = ""
    if comparison.verdict is None:
        fault = f"undecided, {at}"
    elif not comparison.holds:
        fault = f"claimed is {comparison.relation}, found is {comparison}, {at}"
    elif "x" in plot.logarithmic and Fraction(value) <= 0:
        fault = f"{x} has no place on a logarithmic axis"
    elif "y" in plot.logarithmic and min(left, right) <= 0:
        fault = f"{decimal(min(left, right))} has no place on a logarithmic axis, {at}"
    return Point(x, decimal(left), decimal(right), fault)


def _middle(side: Any) -> Fraction:
    if isinstance(side, Enclosure):
        return (side.low + side.high) / 2
    if isinstance(side, bool) or not isinstance(side, int | Fraction):
        raise TypeError(f"{shown(side)} is not a number and cannot be drawn")
    return Fraction(side)


def make(
    tasks: Sequence[tuple[Row, Plot, str]], form: str, jobs: int = 1
) -> Iterator[tuple[Picture, bytes]]:
    """Evaluate and draw plots.

    Parameters
    ----------
    tasks
        The plots, each with its row and with the topic module that has it.
    form
        ``svg`` or ``png``.
    jobs
        How many processes draw; with 1 it is this one.

    Yields
    ------
    tuple of Picture and bytes
        In order: the points in words and numbers, and the file, which is empty when a point is at
        fault.
    """
    if jobs > 1 and len(tasks) > 1:
        with ProcessPoolExecutor(min(jobs, len(tasks))) as pool:
            names = [(row, plot.name, module, form) for row, plot, module in tasks]
            yield from pool.map(_made_elsewhere, names)
    else:
        for row, plot, _ in tasks:
            yield _made(row, plot, form)


def _made_elsewhere(task: tuple[Row, str, str, str]) -> tuple[Picture, bytes]:
    """Find a plot by its names and draw it: what a worker process does."""
    row, name, module, form = task
    checks = next(c for c in importlib.import_module(module).CHECKS if c.row == row.id)
    return _made(row, next(plot for plot in checks.plots if plot.name == name), form)


def _made(row: Row, plot: Plot, form: str) -> tuple[Picture, bytes]:
    found = curves(plot)
    picture = _described(row, plot, found)
    return picture, b"" if picture.faults else draw(row, plot, found, form)


def pictures(project: Project, rows: Iterable[Row], topics: Topics, jobs: int = 1) -> list[Picture]:
    """Draw the plots of rows, or take them from the cache when nothing has changed.

    Parameters
    ----------
    project
        The project, whose cache is used.
    rows
        The rows.
    topics
        Their checks.
    jobs
        How many processes draw.

    Returns
    -------
    list of Picture
        In the order of the rows and of their plots.
    """
    sources = Sources()
    version = importlib.metadata.version("matplotlib")
    result: list[Picture | None] = []
    stale: list[tuple[Row, Plot, str]] = []
    places: list[tuple[int, Path, str]] = []
    for row in rows:
        checks, module = topics.get(row.id, (None, ""))
        for plot in checks.plots if checks else ():
            path = project.cache / "plots" / f"{row.id}.{plot.name}.json"
            parts = [
                FORMAT,
                version,
                *(sources.of(name) for name in (module, *ENGINE, __name__)),
                _heading(row),
            ]
            key = hashlib.sha256(json.dumps(parts).encode()).hexdigest()
            result.append(_kept(path, key))
            if result[-1] is None:
                stale.append((row, plot, module))
                places.append((len(result) - 1, path, key))
    for (index, path, key), (words, data) in zip(places, make(stale, "svg", jobs), strict=True):
        picture = replace(words, svg=data.decode())
        result[index] = picture
        if picture.faults:
            path.unlink(missing_ok=True)
        else:
            value = {"key": key, "picture": asdict(picture)}
            write_whole(path, json.dumps(value, ensure_ascii=False))
    return [picture for picture in result if picture is not None]


def _kept(path: Path, key: str) -> Picture | None:
    try:
        value = json.loads(path.read_bytes())
        return Picture.from_json(value["picture"]) if value["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _described(row: Row, plot: Plot, found: tuple[Curve, ...]) -> Picture:
    """Describe a plot with its points, not drawn yet."""
    return Picture(
        row.id,
        plot.name,
        plot.title,
        plot.axis,
        plot.left,
        plot.right,
        in_words(plot.claim),
        found,
        *where(plot.claim),
    )


# --------------------------------------------------------------------------------------------------
# Drawing
# --------------------------------------------------------------------------------------------------


def _heading(row: Row) -> str:
    from pyharness.site.formulas import plain

    return f"{row.label}. {plain(row.title)}" if row.label else plain(row.title)


#: How pictures look, whatever a user has set for matplotlib.
_STYLE: Mapping[str, Any] = {
    "axes.axisbelow": True,
    "axes.edgecolor": INK,
    "axes.facecolor": "none",
    "axes.grid": True,
    "axes.labelcolor": INK,
    "axes.labelsize": 10,
    "axes.linewidth": 0.8,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.dpi": 100,
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "grid.color": LINE,
    "grid.linewidth": 0.7,
    "legend.fontsize": 9,
    "legend.frameon": False,
    "legend.labelcolor": INK,
    "savefig.dpi": 160,
    "savefig.facecolor": "white",
    "svg.fonttype": "none",
    "svg.hashsalt": "pyharness",
    "text.color": INK,
    "xtick.color": INK,
    "xtick.labelsize": 9,
    "ytick.color": INK,
    "ytick.labelsize": 9,
}


def draw(row: Row, plot: Plot, found: Sequence[Curve], form: str) -> bytes:
    """Draw a plot whose points all hold.

    Parameters
    ----------
    row
        The row, whose label and title head the picture.
    plot
        What is drawn.
    found
        Its points, from `curves`.
    form
        ``svg`` or ``png``.

    Returns
    -------
    bytes
        The file.
    """
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_STYLE)
        figure = Figure(figsize=(6.8, 4.6), layout="constrained")
        axes = figure.add_subplot()
        axes.set_title(_folded(_heading(row)), loc="left", fontsize=11, fontweight="bold", pad=24)
        axes.annotate(
            plot.title,
            (0, 1),
            xycoords="axes fraction",
            xytext=(0, 8),
            textcoords="offset points",
            fontsize=9.5,
        )
        axes.set_xlabel(plot.axis)
        handles = _draw_curves(axes, plot, found)
        columns = 2 if len(found) == 1 else 1 + (len(found) + 1) // 2
        figure.legend(handles=handles, loc="outside lower left", ncols=columns)
        if "x" in plot.logarithmic:
            _logarithmic(axes.xaxis, float(plot.values[0]), float(plot.values[-1]))
        if "y" in plot.logarithmic:
            ys = [float(y) for c in found for p in c.points for y in (p.left, p.right)]
            _logarithmic(axes.yaxis, min(ys), max(ys))
        if "x" not in plot.logarithmic and all(isinstance(value, int) for value in plot.values):
            from matplotlib.ticker import MaxNLocator

            axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        if "y" not in plot.logarithmic:
            low, high = axes.get_ylim()
            # Zero is shown where the curves come near it: a cut axis exaggerates.
            if 0 < low < (high - low) / 2:
                axes.set_ylim(0, high)
        file = io.BytesIO()
        metadata = {"svg": {"Date": None, "Creator": None}, "png": {"Software": None}}[form]
        figure.savefig(file, format=form, metadata=metadata)
        return file.getvalue()


def _folded(heading: str, width: int = 72) -> str:
    import textwrap

    return "\n".join(textwrap.wrap(heading, width))


def _draw_curves(axes: Any, plot: Plot, found: Sequence[Curve]) -> list[Any]:
    """Draw all curves and return the entries of the legend."""
    from matplotlib.lines import Line2D

    xs = [float(Fraction(value)) for value in plot.values]
    left_style: dict[str, Any] = {"marker": "o", "markersize": 3.5, "linewidth": 1.1}
    right_style: dict[str, Any] = {"linestyle": (0, (5, 2)), "linewidth": 1.7}
    one = len(found) == 1
    # A side that is the same in all pairs belongs to none of them.
    shared = {
        side: len({tuple(getattr(p, side) for p in curve.points) for curve in found}) == 1
        for side in ("left", "right")
    }
    for number, curve in enumerate(found):
        colour = COLOURS[number % len(COLOURS)]
        left, right = ([float(getattr(p, s)) for p in curve.points] for s in ("left", "right"))
        if not (shared["right"] and number):
            own = COLOURS[1] if one else INK if shared["right"] else colour
            axes.plot(xs, right, color=own, **right_style, zorder=2)
        if not (shared["left"] and number):
            # Where both sides are equal, marks let the other curve be seen.
            equal = {"linestyle": "none"} if left == right else {}
            own = INK if shared["left"] and not one else colour
            axes.plot(xs, left, color=own, **{**left_style, **equal}, zorder=3)
    handles = [
        Line2D([], [], color=COLOURS[0] if one else INK, label=plot.left, **left_style),
        Line2D([], [], color=COLOURS[1] if one else INK, label=plot.right, **right_style),
    ]
    if not one:
        handles += [
            Line2D([], [], color=COLOURS[n % len(COLOURS)], linewidth=4, label=curve.label)
            for n, curve in enumerate(found)
        ]
    return handles


def _logarithmic(axis: Any, low: float, high: float) -> None:
    """Label a logarithmic axis with round numbers that do not run into each other."""
    from math import log10

    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

    axis.axes.set_xscale("log") if axis.axis_name == "x" else axis.axes.set_yscale("log")
    decades = log10(high / low)
    axis.set_major_locator(LogLocator(subs=(1, 2, 5) if decades < 3.5 else (1,), numticks=12))
    axis.set_minor_formatter(NullFormatter())
    if low >= 1e-3 and high < 1e5:
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))


def inline(picture: Picture) -> str:
    """Return the drawing for a page: without prologue, with the colours and fonts of the page.

    Parameters
    ----------
    picture
        A picture that has a drawing.

    Returns
    -------
    str
        An ``svg`` element whose ids belong to this picture alone.
    """
    text = picture.svg[picture.svg.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    text = re.sub(r"<title>.*?</title>", "", text, flags=re.DOTALL)
    # The background of the page shows.
    text = re.sub(r'<g id="patch_1">.*?</g>', "", text, count=1, flags=re.DOTALL)
    text = re.sub(r'\bid="', f'id="{picture.name}-', text)
    text = re.sub(r'(url\(#|href="#)', rf"\g<1>{picture.name}-", text)
    for number, colour in enumerate(COLOURS, 1):
        text = text.replace(colour, f"var(--curve-{number})")
    text = text.replace(INK, "var(--ink)").replace(LINE, "var(--line)")
    text = re.sub(r"'DejaVu Sans'(, [^;\"]*)?", "system-ui, sans-serif", text)
    head, end, rest = text.partition(">")
    return re.sub(r' (width|height|xmlns:xlink|version)="[^"]*"', "", head) + end + rest
