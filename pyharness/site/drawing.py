"""The graph page's data and its fixed drawing."""

from __future__ import annotations

import functools
import json
import textwrap
from typing import TYPE_CHECKING, Any

from pyharness.graph.layout import CARD_HEIGHT, CARD_WIDTH
from pyharness.graph.model import DECLARED, PROOF, STATEMENT, State
from pyharness.site.formulas import plain, typeset

if TYPE_CHECKING:
    from pyharness.graph.layout import Layout
    from pyharness.graph.model import DependencyGraph, RowNode

__all__ = ["CARD", "SIGNS", "fixed_lines", "graph_data", "nodes", "state_facts"]

CARD = {"width": CARD_WIDTH, "height": CARD_HEIGHT}
#: Shown with the colours, for those who do not see them.
SIGNS = {
    State.PROVED: "✓",
    State.STATED: "□",
    State.CHECKED: "≈",
    State.FAILS: "✗",
    State.OPEN: "",
    State.INFORMAL: "",
    State.UNKNOWN: "?",
}
#: Characters that fit on a line of a card.
_LINE = 25


def name_of(row: RowNode) -> str:
    """Return what the book calls a row: its label, else its kind."""
    return row.label or row.kind.capitalize()


def state_facts(graph: DependencyGraph) -> dict[str, dict[str, Any]]:
    """Return sign, meaning and number of rows for each state, in the order of the states."""
    states = [row.state for row in graph.rows]
    return {
        state.value: {
            "sign": SIGNS[state],
            "meaning": state.meaning,
            "count": states.count(state),
        }
        for state in State
    }


@functools.cache
def _card_lines(title: str) -> tuple[str, ...]:
    lines = textwrap.wrap(plain(title), _LINE)
    if len(lines) > 2:
        lines = [lines[0], textwrap.shorten(lines[1] + " " + "x" * _LINE, _LINE, placeholder=" …")]
    return tuple(lines)


def nodes(graph: DependencyGraph, layout: Layout) -> list[dict[str, Any]]:
    """Return what a card of each row shows, and where."""
    return [
        {
            "id": row.id,
            "chapter": row.chapter,
            "href": f"rows/{row.id}.html" if row.label or row.id.startswith("ch") else "#",
            "name": name_of(row),
            "title": plain(row.title),
            "lines": list(_card_lines(row.title)),
            "state": row.state.value,
            "x": x,
            "y": y,
        }
        for row, (x, y) in zip(graph.rows, layout.places, strict=True)
    ]


def fixed_lines(graph: DependencyGraph, layout: Layout) -> list[tuple[str, str]]:
    """Return the strongest kind and the curve of each edge."""
    lines = []
    for (source, target), kinds in graph.row_edge_kinds().items():
        (x2, y2), (x1, y1) = layout.places[source], layout.places[target]
        down = y2 > y1
        x1, x2 = x1 + CARD_WIDTH / 2, x2 + CARD_WIDTH / 2
        y1, y2 = (y1 + CARD_HEIGHT, y2) if down else (y1, y2 + CARD_HEIGHT)
        bend = (1 if down else -1) * min(max(abs(y2 - y1) / 2, 22), 90)
        path = f"M{x1:g},{y1:g}C{x1:g},{y1 + bend:g} {x2:g},{y2 - bend:g} {x2:g},{y2:g}"
        lines.append((_strongest(kinds), path))
    return lines


def _strongest(kinds: tuple[str, ...]) -> str:
    return next(kind for kind in (STATEMENT, PROOF, DECLARED) if kind in kinds)


def _unused(graph: DependencyGraph, source: int, target: int) -> list[str]:
    """Return why Lean goes without a declared edge, as HTML, in a list; ``[]`` when it does not."""
    reason = graph.rows[source].unused.get(graph.rows[target].id)
    return [str(typeset(reason))] if reason else []


def graph_data(graph: DependencyGraph, layout: Layout, axioms: dict[str, list[str]]) -> str:
    """Return the data of the interactive graph as JSON that can stand inside a page.

    Parameters
    ----------
    graph, layout
        The graph and the places of its rows.
    axioms
        For each row with Lean declarations, the axioms that they rest on.
    """
    bits = {DECLARED: 1, STATEMENT: 2, PROOF: 4}
    rows = []
    for row, card in zip(graph.rows, nodes(graph, layout), strict=True):
        more = {
            "html": str(typeset(row.title)),
            "lean": len(row.declarations),
            "declarations": list(row.declarations),
            "axioms": axioms.get(row.id, []),
        }
        rows.append({**card, **more})
    value = {
        "rows": rows,
        "edges": [
            [source, target, sum(bits[kind] for kind in kinds), *_unused(graph, source, target)]
            for (source, target), kinds in graph.row_edge_kinds().items()
        ],
        "bands": [vars(band) for band in layout.bands],
        "chapters": {band.chapter: band.topic for band in layout.bands},
        "states": state_facts(graph),
        "card": CARD,
        "width": layout.width,
    }
    # As text of a script element it must not end the element.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
