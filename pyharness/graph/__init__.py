"""The dependency graph: what rests on what, from the elaborated terms and from the registry.

- `load_graph`, `build_graph`: the graph of a project;
- `pyharness.graph.queries`: what a statement needs, who uses it, why, what falls with it;
- `pyharness.graph.compare`: where declared and actual uses differ;
- `pyharness.graph.exports`: the graph for other tools;
- `pyharness.graph.lean_dojo`: the graph of another library, from a trace;
- `pyharness.graph.layout`: places for a drawing.
"""

from pyharness.graph.build import build_graph, load_graph
from pyharness.graph.model import DependencyGraph, State

__all__ = ["DependencyGraph", "State", "build_graph", "load_graph"]
