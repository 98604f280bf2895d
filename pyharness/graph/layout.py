"""Places for a drawing: layers, with the chapters as bands from top to bottom.

Within a band a row stands below every row of its chapter that it rests on; a layer with many rows
takes several lines. In a line the rows are ordered and moved towards the rows that they are
joined with, by sweeps over the lines: first the order by mean position of the neighbours, then
the nearest places that keep the order and the distance (isotonic regression).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyharness.graph.model import ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyharness.graph.model import DependencyGraph

__all__ = ["Band", "Layout", "layered"]

#: Measures of a drawing, in pixels at scale 1.
CARD_WIDTH, CARD_HEIGHT = 176, 54
COLUMNS, GAP_X, GAP_Y = 7, 14, 30
HEAD, FOOT = 40, 26
_SWEEPS = 12


@dataclass(frozen=True)
class Band:
    """A chapter in the drawing: its number and topic, where it begins and how high it is."""

    chapter: int
    topic: str
    top: float
    height: float


@dataclass(frozen=True)
class Layout:
    """A drawing.

    Parameters
    ----------
    places
        For each row the left upper corner of its card.
    bands
        The chapters that have rows.
    width, height
        The size of the whole.
    """

    places: tuple[tuple[float, float], ...]
    bands: tuple[Band, ...]
    width: float
    height: float


def layered(graph: DependencyGraph) -> Layout:
    """Return places for all rows.

    Parameters
    ----------
    graph
        The graph.
    """
    edges = graph.between_rows(ALL)
    size = len(graph.rows)
    chapters = [row.chapter for row in graph.rows]
    lines: list[list[int]] = []
    tops: list[float] = []
    bands = []
    top = 0.0
    needs = [edges.successors(i) for i in range(size)]
    for chapter in sorted(set(chapters)):
        layers = _layers([i for i in range(size) if chapters[i] == chapter], needs)
        here = [layer[k : k + COLUMNS] for layer in layers for k in range(0, len(layer), COLUMNS)]
        for number, line in enumerate(here):
            lines.append(line)
            tops.append(top + HEAD + number * (CARD_HEIGHT + GAP_Y))
        height = HEAD + len(here) * (CARD_HEIGHT + GAP_Y) - GAP_Y + FOOT
        bands.append(Band(chapter, graph.chapters.get(chapter, ""), top, height))
        top += height
    joined = [[*needs[i], *edges.reverse.successors(i)] for i in range(size)]
    width = COLUMNS * (CARD_WIDTH + GAP_X) - GAP_X
    lefts = _sweep(lines, joined, size, width)
    places: list[tuple[float, float]] = [(0.0, 0.0)] * size
    for line, y in zip(lines, tops, strict=True):
        for i in line:
            places[i] = (round(lefts[i], 1), y)
    return Layout(tuple(places), tuple(bands), width, top)


def _layers(rows: list[int], needs: Sequence[Sequence[int]]) -> list[list[int]]:
    """Put rows into layers by the longest chain of needs within the group; cycles are cut."""
    here = set(rows)
    depth: dict[int, int] = {}

    def visit(start: int) -> None:
        stack = [(start, iter([j for j in needs[start] if j in here]))]
        depth[start] = 0
        while stack:
            node, rest = stack[-1]
            for other in rest:
                if other not in depth:
                    depth[other] = 0
                    stack.append((other, iter([j for j in needs[other] if j in here])))
                    break
                depth[node] = max(depth[node], depth[other] + 1)
            else:
                stack.pop()
                if stack:
                    user = stack[-1][0]
                    depth[user] = max(depth[user], depth[node] + 1)

    for row in rows:
        if row not in depth:
            visit(row)
    layers: list[list[int]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for row in rows:
        layers[depth[row]].append(row)
    return [layer for layer in layers if layer]


def _sweep(
    lines: Sequence[list[int]], joined: Sequence[Sequence[int]], size: int, width: float
) -> list[float]:
    """Return the left edge of every card."""
    pitch = CARD_WIDTH + GAP_X
    lefts = [0.0] * size
    for line in lines:
        start = (width - len(line) * pitch + GAP_X) / 2
        for k, i in enumerate(line):
            lefts[i] = start + k * pitch
    for sweep in range(_SWEEPS):
        for line in lines if sweep % 2 == 0 else reversed(lines):
            wish = {
                i: sum(lefts[j] for j in joined[i]) / len(joined[i]) if joined[i] else lefts[i]
                for i in line
            }
            line.sort(key=lambda i: (wish[i], i))
            shifted = _isotonic([wish[i] - k * pitch for k, i in enumerate(line)])
            limit = width - len(line) * pitch + GAP_X
            for k, i in enumerate(line):
                lefts[i] = min(max(shifted[k], 0.0), limit) + k * pitch
    return lefts


def _isotonic(values: Sequence[float]) -> list[float]:
    """Return the nearest non-decreasing values, in the mean of squares.

    Examples
    --------
    >>> _isotonic([1.0, 3.0, 2.0, 5.0])
    [1.0, 2.5, 2.5, 5.0]
    """
    blocks: list[tuple[float, int]] = []
    for value in values:
        blocks.append((value, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, m), (b, n) = blocks[-2:]
            blocks[-2:] = [((a * m + b * n) / (m + n), m + n)]
    return [mean for mean, count in blocks for _ in range(count)]
