"""The exported schema is the committed one, and says what the models say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pyharness.registry import Row
from pyharness.registry.schema import SCHEMA_FILE, schema_text

if TYPE_CHECKING:
    from pyharness.project import Project


def test_committed_schema_is_fresh(project: Project) -> None:
    committed = (project.root / SCHEMA_FILE).read_text(encoding="utf-8")
    assert committed == schema_text(), f"run `pyharness schema > {SCHEMA_FILE}`"


def test_editors_find_the_schema(project: Project) -> None:
    first = project.registry.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={SCHEMA_FILE}"


def test_schema_describes_every_field_and_refuses_unknown_keys() -> None:
    schema = json.loads(schema_text())
    row = schema["$defs"]["Row"]
    assert set(row["properties"]) == set(Row.model_fields)
    assert all(value.get("description") or "$ref" in value for value in row["properties"].values())
    assert row["additionalProperties"] is False
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == {"book", "topics", "include", "references", "rows"}
    assert set(schema["$defs"]["PartFile"]["properties"]) == {"references", "rows"}
