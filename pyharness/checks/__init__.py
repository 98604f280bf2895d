"""Numeric checks: exact instances, searches, controls that must refute, Lean's own values.

- `model` says what a check is;
- `engine` runs checks and keeps what passed;
- `enclosures` has intervals around real numbers, `matrices` has vectors and matrices of fractions,
  `strategies` those of Hypothesis;
- `lean_values` lets Lean's kernel compute, `workers` lets other machines run checks;
- `plots` draws claims, `counterexamples` tells what controls show, `coverage` counts;
- every other module is a topic: its tuple ``CHECKS`` holds the checks of its rows. The registry
  names its topics.
"""

from pyharness.checks.engine import Effort, Topics, check, load_topics
from pyharness.checks.model import (
    CheckResult,
    Comparison,
    Computation,
    Control,
    Enclosure,
    Exhaustion,
    Identity,
    Instance,
    Plot,
    RowChecks,
    Search,
    Verdict,
)

__all__ = [
    "CheckResult",
    "Comparison",
    "Computation",
    "Control",
    "Effort",
    "Enclosure",
    "Exhaustion",
    "Identity",
    "Instance",
    "Plot",
    "RowChecks",
    "Search",
    "Topics",
    "Verdict",
    "check",
    "load_topics",
]
