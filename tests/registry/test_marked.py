"""Reading YAML with places: what is read, what is refused, and that nothing explodes."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pyharness.problems import Problems
from pyharness.registry.marked import MAX_BYTES, read_marked

if TYPE_CHECKING:
    from pathlib import Path

    from pyharness.registry.marked import Node


def read(path: Path, text: str | bytes) -> tuple[Node | None, list[str]]:
    data = text.encode() if isinstance(text, str) else text
    path.write_bytes(data)
    problems = Problems()
    node = read_marked(path, "file.yaml", problems)
    return node, [str(problem) for problem in problems]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file.yaml"


def test_values_and_their_places(path: Path) -> None:
    node, problems = read(path, "rows:\n  - id: a\n    n: 3\n  - id: 'no'\n    t: true\n    z:\n")
    assert problems == []
    assert node is not None
    assert node.value == {"rows": [{"id": "a", "n": 3}, {"id": "no", "t": True, "z": None}]}
    assert node.at(("rows", 1, "t")) == (5, 5)
    assert node.at(("rows", 1)) == (4, 5)
    # Nothing there: the nearest thing around it.
    assert node.at(("rows", 0, "absent")) == (2, 5)


def test_words_of_yaml_1_1_stay_words(path: Path) -> None:
    node, _ = read(path, "a: no\nb: off\nc: 1:30\nd: 010\ne: 2024-01-01\nf: 1_000\n")
    assert node is not None
    assert node.value == {
        "a": "no",
        "b": "off",
        "c": "1:30",
        "d": "010",
        "e": "2024-01-01",
        "f": "1_000",
    }


@settings(max_examples=80, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.text(min_size=1, max_size=8), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    path = tmp_path_factory.getbasetemp() / "written.yaml"
    text = yaml.safe_dump(value)
    node, problems = read(path, text)
    assert problems == []
    assert node is not None
    assert node.value == value


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.text("[]{}:,-&*!|>'\"#%@`? \n\tab1", max_size=60))
def test_no_text_breaks_the_reader(
    tmp_path_factory: pytest.TempPathFactory, text: str | bytes
) -> None:
    node, problems = read(tmp_path_factory.getbasetemp() / "fuzz.yaml", text)
    assert all(problem.startswith("file.yaml") for problem in problems)
    if not problems and isinstance(text, str):
        # Nothing was refused: then the reference reader finds the same keys, or no document.
        expected = yaml.load(text, Loader=yaml.CBaseLoader)
        if isinstance(expected, dict):
            assert node is not None
            assert set(node.value) == set(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", "file.yaml:3:1: the key `a` is here for the second time; first on "),
        ("a: &x [1]\nb: *x\n", "file.yaml:1:4: anchors and aliases"),
        ("a: !!python/object/apply:os.system [ls]\n", "file.yaml:1:4: the tag tag:yaml.org,2002:p"),
        ("a: !mine 3\n", "file.yaml:1:4: the tag !mine is not used here"),
        ("? [1]\n: 2\n", "file.yaml:1:3: a key must be text, and this is []"),
        ("3: 2\n", "file.yaml:1:1: a key must be text, and this is 3"),
        ("a: 1\n---\nb: 2\n", "file.yaml:2: a second document begins here"),
        ("a: [1\nb: 2\n", "file.yaml:2:2: not valid YAML"),
        ("a: b: c\n", "file.yaml:1:5: not valid YAML: mapping values are not allowed"),
        (b"a: 1\nb: \xff\n", "file.yaml:2: the file is not UTF-8"),
        ("a: \x01\n", "file.yaml: not valid YAML: unacceptable character"),
        ("[" * 900, "file.yaml:1:21: more than 20 maps and lists inside each other"),
        ("- " * 400_000, "file.yaml:1:41: more than 20 maps and lists inside each other"),
        ("x" * (MAX_BYTES + 1), "file.yaml: the file is larger than 8 MiB"),
    ],
)
def test_refused_with_its_place(path: Path, text: str | bytes, expected: str) -> None:
    _, problems = read(path, text)
    assert len(problems) == 1
    assert problems[0].startswith(expected)


def test_lists_far_too_deep(path: Path) -> None:
    # The column is ours, or that of a limit of libyaml's own, which it meets while it looks ahead.
    _, problems = read(path, "[" * 400_000)
    assert len(problems) == 1
    assert problems[0].startswith("file.yaml:1:")
    assert problems[0].endswith("more than 20 maps and lists inside each other")


def test_a_small_file_cannot_unfold_into_a_large_value(path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    began = time.perf_counter()
    node, problems = read(path, "\n".join(lines))
    assert node is None
    assert "anchors and aliases" in problems[0]
    assert time.perf_counter() - began < 0.5


def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    problems = Problems()
    assert read_marked(path, "pipe.yaml", problems) is None
    assert len(problems) == 1
