"""A small project with checks of its own, for tests that start real processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from pyharness.project import Project

ROOT = Path(__file__).resolve().parents[2]

REGISTRY = """\
book: {title: A Book, authors: [Somebody], chapters: [{number: 1, topic: Numbers}]}
topics: [own_checks.numbers]
rows:
  - id: ch01-square
    chapter: 1
    label: Lemma 1.1
    kind: lemma
    title: Squares grow
    statement: $n\\le n^2$ for whole numbers $n$.
    hypotheses:
      - {id: whole, text: $n$ is a whole number}
      - {id: real, text: $n$ is a real number}
    checks: [instances, searches, controls]
  - id: ch01-sum
    chapter: 1
    kind: lemma
    title: Sums commute
    statement: $a+b=b+a$.
    checks: [instances]
"""

TOPIC = '''\
"""Checks of a small book."""

import time
from fractions import Fraction

from hypothesis import strategies as st

from pyharness.checks import *


def grows(n):
    """A number is at most its square.

    For whole numbers only.
    """
    return Comparison(n, "≤", n * n)


def slowly(n):
    """A number is at most its square, after a while."""
    time.sleep(0.1)
    return grows(n)


def commutes(a, b):
    """Sums commute."""
    return Comparison(a + b, "=", b + a)


def numbers():
    return {"n": st.integers(0, 50)}


def fractions():
    return {"n": st.fractions(0, 5, max_denominator=4)}


CHECKS = (
    RowChecks(
        "ch01-square",
        instances=(
            Instance("one", grows, {"n": 1}),
            Instance("two", grows, {"n": 2}),
            Instance("three", grows, {"n": 3}),
        ),
        searches=(
            Exhaustion("first-numbers", grows, lambda: ({"n": n} for n in range(2, 20))),
            Search("numbers", grows, numbers, cases=20, thorough=200),
        ),
        controls=(
            Control(
                "a-half",
                "$n$ may be a fraction",
                grows,
                {"n": Fraction(1, 2)},
                {"n": 3},
                drops="whole",
                over=fractions,
            ),
        ),
    ),
    RowChecks("ch01-sum", instances=(Instance("two-and-three", commutes, {"a": 2, "b": 3}),)),
)
'''


class Own:
    """A small project whose checks are a module of its own, and real processes that use it."""

    def __init__(self, folder: Path) -> None:
        self.project = Project(folder)
        self.topic = folder / "own_checks" / "numbers.py"
        self.environment = {**os.environ, "PYTHONPATH": f"{folder}:{ROOT}", "COLUMNS": "200"}

    def command(self, *arguments: str) -> list[str]:
        """Return the words that run pyharness in this project."""
        return [
            sys.executable, "-m", "pyharness", "--root", str(self.project.root), *arguments,
        ]  # fmt: skip

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run pyharness in this project."""
        return subprocess.run(
            self.command(*arguments),
            env=self.environment,
            cwd=self.project.root,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def edit(self, old: str, new: str) -> None:
        """Change the topic module at one place."""
        text = self.topic.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        self.topic.write_text(text.replace(old, new), encoding="utf-8")


def make(folder: Path) -> Own:
    """Write the project into an empty folder."""
    (folder / "theorems.yaml").write_text(REGISTRY, encoding="utf-8")
    shutil.copytree(ROOT / "tests" / "painted" / "lean", folder / "lean")
    (folder / "own_checks").mkdir()
    (folder / "own_checks" / "__init__.py").touch()
    (folder / "own_checks" / "numbers.py").write_text(TOPIC, encoding="utf-8")
    return Own(folder)
