"""How fast the graph is on a library of Mathlib's size.

A made-up library of 250,000 declarations in 5,000 modules with 2,000,000 edges, most of them to
near modules, some to anywhere below, as in real libraries; 2,000 rows state some of them.

    python benchmarks/graph.py [--nodes N] [--edges M]
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

import numpy as np

from pyharness.graph.arrays import Adjacency
from pyharness.graph.build import _contracted
from pyharness.graph.model import DECLARED, PROOF, STATEMENT, DependencyGraph
from pyharness.lean.sections import read_sections, write_sections


def made_up(nodes: int, edges: int, rows: int = 2000, seed: int = 1) -> DependencyGraph:
    """Return a graph of the given size."""
    random = np.random.default_rng(seed)
    per_module = 50
    modules = nodes // per_module
    sources = random.integers(1, nodes, edges)
    near = sources - 1 - np.minimum(random.geometric(1 / 400, edges), sources - 1)
    anywhere = (sources * random.random(edges) ** 3).astype(np.int64)
    targets = np.where(random.random(edges) < 0.8, near, anywhere)
    in_proof = random.random(edges) < 0.65
    numbers = np.arange(nodes)
    columns = {
        "kinds": np.where(numbers % 5 == 0, 1, 2),
        "modules": numbers // per_module,
        "first_lines": 1 + 8 * (numbers % per_module),
        "last_lines": 7 + 8 * (numbers % per_module),
        "name_lines": 2 + 8 * (numbers % per_module),
        "instances": np.zeros(nodes, np.int64),
    }
    names = [f"Library.Part{i // per_module}.result_{i}" for i in range(nodes)]
    stated = np.sort(random.choice(nodes, rows, replace=False)).tolist()
    information = {
        "title": "A made-up library",
        "chapters": {str(c): f"Part {c}" for c in range(1, 41)},
        "rows": [
            {
                "id": f"ch{1 + 40 * k // rows:02}-result-{number}",
                "chapter": 1 + 40 * k // rows,
                "kind": "theorem",
                "label": "",
                "title": f"Result {number}",
                "state": "proved",
                "declarations": [names[number]],
                "file": "theorems.yaml",
                "line": k + 1,
            }
            for k, number in enumerate(stated)
        ],
        "modules": [f"Library.Part{i}" for i in range(modules + 1)],
        "kinds": ["axiom", "definition", "theorem"],
        "axioms": [],
        "source": "lean",
    }
    empty = Adjacency.of_pairs(rows, [])
    lean = {
        "lean-statement": Adjacency.of_arrays(nodes, sources[~in_proof], targets[~in_proof]),
        "lean-proof": Adjacency.of_arrays(nodes, sources[in_proof], targets[in_proof]),
    }
    return DependencyGraph(
        information, names, columns, {DECLARED: empty, STATEMENT: empty, PROOF: empty, **lean}
    )


def main() -> None:
    """Measure building, storing, loading and each question."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nodes", type=int, default=250_000)
    parser.add_argument("--edges", type=int, default=2_000_000)
    options = parser.parse_args()
    measured: list[tuple[str, float, str]] = []

    def measure(what, question, tell=lambda value: ""):
        began = time.perf_counter()
        value = question()
        measured.append((what, time.perf_counter() - began, tell(value)))
        print(f"{what:<28}{measured[-1][1]:9.3f} s  {measured[-1][2]}", flush=True)
        return value

    graph = measure(
        "build", lambda: made_up(options.nodes, options.edges),
        lambda g: f"{len(g.names)} nodes, {g.edges['lean-statement'].edges} + "
        f"{g.edges['lean-proof'].edges} edges",
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.bin"
        measure("store", lambda: write_sections(path, graph.to_parts()),
                lambda _: f"{path.stat().st_size / 1e6:.0f} MB")  # fmt: skip
        graph = measure("load", lambda: DependencyGraph.of_parts(read_sections(path)))
    from pyharness.graph import queries as ask
    from pyharness.site.focus import focus_page

    measure("index of names", lambda: graph.name_index["Library.Part1.result_50"])
    measure("union of edges", lambda: graph.lean.edges)
    measure("edges turned round", lambda: graph.lean.reverse.edges)
    low, middle, high = (graph.names[int(len(graph.names) * f)] for f in (0.001, 0.5, 0.999))
    count = len
    measure("needs, depth 2", lambda: ask.needs(graph, high, depth=2), count)
    measure("needs, all", lambda: ask.needs(graph, high), count)
    measure("used-by, all", lambda: ask.used_by(graph, low), count)
    measure("why, far", lambda: ask.why(graph, high, low), lambda c: f"{len(c.steps)} steps")
    measure("why, near", lambda: ask.why(graph, high, graph.names[-2000]),
            lambda c: f"{len(c.steps)} steps")  # fmt: skip
    measure("impact, of the bottom", lambda: ask.impact(graph, low),
            lambda i: f"{i.declarations} declarations")  # fmt: skip
    measure("impact, of the middle", lambda: ask.impact(graph, middle),
            lambda i: f"{i.declarations} declarations")  # fmt: skip
    measure("trust, first time", lambda: ask.trust(graph, high),
            lambda t: f"{len(t.definitions)} definitions")  # fmt: skip
    measure("trust, again", lambda: ask.trust(graph, middle),
            lambda t: f"{len(t.definitions)} definitions")  # fmt: skip
    measure("focus page", lambda: focus_page(graph, middle, depth=2),
            lambda text: f"{len(text) / 1e3:.0f} kB")  # fmt: skip
    # Contraction is one search for each row and is done once for each state of the library.
    few = DependencyGraph(
        {**graph._information, "rows": graph._information["rows"][:: len(graph.rows) // 10]},
        graph.names, graph.columns, graph.edges,
    )  # fmt: skip
    few.__dict__.update(lean=graph.lean, meaning=graph.meaning)
    measure("contract 10 rows", lambda: _contracted(few), lambda e: f"{e[1].edges} proof edges")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"largest memory: {memory:.2f} GB")


if __name__ == "__main__":
    main()
