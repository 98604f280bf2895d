"""The registry: ``theorems.yaml`` as typed rows.

- `marked` reads YAML with places, safely;
- `model` says what a row is;
- `schema` says what the files hold and exports it as JSON Schema;
- `loader` puts it together and reports every error at once.
"""

from pyharness.registry.loader import Place, Registry, did_you_mean, load_registry, unknown_row
from pyharness.registry.model import (
    Book,
    Chapter,
    Check,
    Erratum,
    Fidelity,
    Hypothesis,
    Kind,
    Lean,
    Question,
    Reference,
    Row,
)

__all__ = [
    "Book",
    "Chapter",
    "Check",
    "Erratum",
    "Fidelity",
    "Hypothesis",
    "Kind",
    "Lean",
    "Place",
    "Question",
    "Reference",
    "Registry",
    "Row",
    "did_you_mean",
    "load_registry",
    "unknown_row",
]
