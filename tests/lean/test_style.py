"""The house style of the library's files, as far as a machine can see it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LIBRARY = Path(__file__).resolve().parents[2] / "lean"
FILES = sorted(LIBRARY.rglob("*.lean"))
#: Written by the generator from the compiler's own names, some of which are long.
GENERATED = LIBRARY / "DeepTheory" / "Core" / "Bindings.lean"


@pytest.mark.parametrize("file", FILES, ids=lambda p: str(p.relative_to(LIBRARY)))
def test_file(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert re.search(r"^/-!\s# \S", text, re.MULTILINE), "a file opens with a module text"
    assert text.endswith("\n") and not text.endswith("\n\n"), "one line end at the end"
    assert not [n for n, line in enumerate(lines, 1) if "\t" in line or line != line.rstrip()]
    if file != GENERATED:
        assert not [n for n, line in enumerate(lines, 1) if len(line) > 100], "100 columns"
        assert len(lines) <= 700, "one topic per file"
