"""Numeric checks: exact instances, controls that must refute, identities, Lean's own values.

- `model` says what a check is;
- `engine` runs checks and keeps what passed;
- `lean_values` lets Lean's kernel compute;
- every other module is a topic: its tuple ``CHECKS`` holds the checks of its rows. The registry
  names its topics. Topic modules do not import each other.
"""

from pyharness.checks.engine import Topics, check, load_topics
from pyharness.checks.model import (
    CheckResult,
    Comparison,
    Computation,
    Control,
    Identity,
    Instance,
    RowChecks,
    Verdict,
)

__all__ = [
    "CheckResult",
    "Comparison",
    "Computation",
    "Control",
    "Identity",
    "Instance",
    "RowChecks",
    "Topics",
    "Verdict",
    "check",
    "load_topics",
]
