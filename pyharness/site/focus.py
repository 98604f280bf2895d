"""A page with the surroundings of one declaration, for libraries of any size.

The graph page of a project draws rows. This one draws Lean declarations: the nearest ones that
something rests on, and those that rest on it, with modules as bands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pyharness.graph.arrays import Adjacency
from pyharness.graph.model import DECLARED, PROOF, STATEMENT, DependencyGraph, State

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["focus_page", "surroundings"]

#: How many declarations are drawn at most.
LIMIT = 150


def surroundings(
    graph: DependencyGraph, name: str, *, depth: int = 2, limit: int = LIMIT
) -> DependencyGraph:
    """Return the surroundings of a row or declaration as a graph whose rows are declarations.

    Parameters
    ----------
    graph
        The whole.
    name
        A row id or a declaration.
    depth
        How many edges to go in each direction.
    limit
        How many declarations to keep at most, the nearest first, half of them in each direction.
    """
    from pyharness.graph.queries import find

    sort, number = find(graph, name)
    own = graph.declarations_of(number) if sort == "row" else [number]
    written = np.asarray(graph.columns["name_lines"]) > 0

    def nearest(edges: Adjacency) -> NDArray[np.int64]:
        away = edges.distances(own, depth)
        found = np.flatnonzero((away > 0) & written)
        return found[np.argsort(away[found], kind="stable")]

    below, above = nearest(graph.lean), nearest(graph.lean.reverse)
    half = max((limit - len(own)) // 2, 0)
    kept = [*own, *below[: max(half, limit - len(own) - len(above))].tolist()]
    kept += above[: max(limit - len(kept), 0)].tolist()
    kept = sorted(set(kept))
    place = {old: new for new, old in enumerate(kept)}
    modules = sorted({int(graph.columns["modules"][i]) for i in kept})
    rows = []
    for i in kept:
        file, line = graph.place(i)
        kind = graph.kind(i)
        owner = graph.rows_of.get(i)
        rows.append(
            {
                "id": graph.names[i],
                "chapter": modules.index(int(graph.columns["modules"][i])) + 1,
                "kind": kind,
                "label": graph.rows[owner[0]].label if owner else "",
                "title": graph.names[i].replace("$", ""),
                "state": (State.PROVED if kind == "theorem" else State.STATED).value,
                "declarations": [],
                "file": file,
                "line": line,
            }
        )
    edges = {DECLARED: Adjacency.of_pairs(len(kept), [])}
    for kind in (STATEMENT, PROOF):
        whole = graph.edges[f"lean-{kind}"]
        edges[kind] = Adjacency.of_pairs(
            len(kept),
            [(place[i], place[j]) for i in kept for j in whole.successors(i) if j in place],
        )
        edges[f"lean-{kind}"] = Adjacency.of_pairs(0, [])
    information = {
        "title": f"Around {name}",
        "chapters": {k: graph.modules[m] for k, m in enumerate(modules, start=1)},
        "rows": rows,
        "modules": [],
        "kinds": [],
        "axioms": [],
        "source": graph.source,
        "notes": graph.notes,
    }
    return DependencyGraph(information, [], {}, edges)


def focus_page(graph: DependencyGraph, name: str, *, depth: int = 2, limit: int = LIMIT) -> str:
    """Return a page that opens from disk with the surroundings of a row or declaration.

    Parameters
    ----------
    graph, name, depth, limit
        As for `surroundings`.
    """
    from pyharness.site.build import make_templates, render_graph
    from pyharness.site.bundle import graph_script

    near = surroundings(graph, name, depth=depth, limit=limit)
    return render_graph(
        make_templates(near), near, graph_script(), axioms={}, title=near.title, home="#"
    )
