"""Fixtures of the tests of the second kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from compiled import with_imports
from olean_writer import Writer

from pyharness.lean.environment import load_oleans
from pyharness.lean.recheck import recheck

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pyharness.lean.recheck import Recheck
    from pyharness.project import Project


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is known of the library, kept between the tests of a file."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def checked(built: Project, tmp_path: Path, known: Path) -> Callable[..., Recheck]:
    """Write a module and check some of its declarations."""

    def run(
        build: Callable[[Writer], dict[str, int]],
        *names: str,
        imports: tuple[str, ...] = ("DeepTheory.Core",),
    ) -> Recheck:
        writer = Writer()
        constants = build(writer)
        path = tmp_path / "Fault.olean"
        path.write_bytes(writer.module(imports, **constants))
        environment = load_oleans(
            with_imports(built, Fault=path), cache=built.cache / "environment"
        )
        return recheck(environment, names or list(constants), cache=known, jobs=1)

    return run
