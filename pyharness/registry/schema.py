"""The shape of the registry's files, and its export as JSON Schema for editors."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import Field

from pyharness.registry.model import Book, Reference, Row, Text, _Model

__all__ = ["SCHEMA_FILE", "Entry", "EntryFile", "Part", "PartFile", "schema_text"]

#: Where the schema is committed; the first line of ``theorems.yaml`` points an editor to it.
SCHEMA_FILE = "theorems.schema.json"


class Part(_Model):
    """The head of an included file: nothing but rows and references."""


class Entry(_Model):
    """The head of ``theorems.yaml``: everything but its rows and references."""

    book: Book
    """The book that the rows come from."""
    topics: tuple[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$")], ...] = ()
    """The check modules of these rows: below `pyharness.checks`, or with a dot anywhere."""
    include: tuple[Text, ...] = ()
    """Further files with rows, relative to the project; best one per chapter."""


class PartFile(Part):
    """An included file of the registry."""

    references: tuple[Reference, ...] = ()
    """Works that rows refer to."""
    rows: tuple[Row, ...] = ()
    """The statements, in the book's order."""


class EntryFile(Entry):
    """The registry: a book as data, one row for each statement."""

    references: tuple[Reference, ...] = ()
    """Works that rows refer to."""
    rows: tuple[Row, ...] = ()
    """The statements, in the book's order."""


def schema_text() -> str:
    """Return the JSON Schema of ``theorems.yaml`` and, under ``$defs``, of included files."""
    schema: dict[str, Any] = EntryFile.model_json_schema()
    part = PartFile.model_json_schema()
    schema["$defs"].update(part.pop("$defs"))
    schema["$defs"]["PartFile"] = part
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
