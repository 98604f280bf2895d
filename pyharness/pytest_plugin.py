"""Numeric checks as pytest items: ``pytest theorems.yaml``.

A registry is collected only when it is named on the command line. Each check is an item,
``theorems.yaml::ROW::SORT/NAME``, and fails with the text that ``pyharness check`` prints. All
computations that were selected are answered by one run of Lean, when the first of them runs.

This module is loaded with every run of pytest in an environment that has pyharness, so it lies
outside of the packages that it uses, and imports them only when there is a registry to collect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyharness.checks import CheckResult, RowChecks
    from pyharness.project import Project
    from pyharness.registry import Check, Row

__all__ = ["CheckItem", "RegistryFile", "RowCollector", "pytest_collect_file"]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> RegistryFile | None:
    """Collect a registry that was named on the command line."""
    if file_path.name == "theorems.yaml" and parent.session.isinitpath(file_path):
        return RegistryFile.from_parent(parent, path=file_path)
    return None


class RegistryFile(pytest.File):
    """The rows of a registry that have checks."""

    project: Project
    #: What Lean said about computations, by row and name.
    computed: dict[tuple[str, str], CheckResult]

    def collect(self) -> Iterator[RowCollector]:
        """Make a collector of each row, in the order of the registry."""
        from pyharness.checks import load_topics
        from pyharness.problems import ProblemsError
        from pyharness.project import Project
        from pyharness.registry import load_registry

        self.project = Project(self.path.parent)
        self.computed = {}
        try:
            registry = load_registry(self.project)
            topics = load_topics(registry)
        except ProblemsError as error:
            raise self.CollectError(str(error)) from None
        for row in registry.rows.values():
            if row.id in topics:
                yield RowCollector.from_parent(
                    self, name=row.id, file=self, row=row, checks=topics[row.id][0]
                )


class RowCollector(pytest.Collector):
    """The checks of one row."""

    def __init__(self, *, file: RegistryFile, row: Row, checks: RowChecks, **rest: Any) -> None:
        super().__init__(**rest)
        self._file = file
        self._row = row
        self._checks = checks

    def collect(self) -> Iterator[CheckItem]:
        """Make an item of each check."""
        for sort in self._checks.sorts:
            for check in self._checks.of_sort(sort):
                yield CheckItem.from_parent(
                    self,
                    name=f"{sort}/{check.name}",
                    file=self._file,
                    row=self._row,
                    sort=sort,
                    check=check,
                )


class _DoesNotHoldError(Exception):
    """Carries the result of a check that is not a pass."""

    def __init__(self, result: CheckResult) -> None:
        super().__init__(result.message)
        self.result = result


class CheckItem(pytest.Item):
    """One check."""

    def __init__(
        self, *, file: RegistryFile, row: Row, sort: Check, check: Any, **rest: Any
    ) -> None:
        super().__init__(**rest)
        self._file = file
        self._row = row
        self._sort = sort
        self._check = check

    def runtest(self) -> None:
        """Run the check; what is not checked is not a pass."""
        from pyharness.checks import Verdict

        result = self._computed() if self._sort == "computations" else self._ran()
        if result.verdict is not Verdict.PASS:
            raise _DoesNotHoldError(result)

    def _ran(self) -> CheckResult:
        from pyharness.checks.engine import Effort, run_item

        return run_item(self._row.id, self._sort, self._check, Effort())

    def _computed(self) -> CheckResult:
        from pyharness.checks.lean_values import compute

        known = self._file.computed
        if not known:
            wanted = [
                (item._row, item._check)
                for item in self.session.items
                if isinstance(item, CheckItem)
                and item._file is self._file
                and item._sort == "computations"
            ]
            for result in compute(self._file.project, wanted):
                known[result.row, result.name] = result
        return known[self._row.id, self._check.name]

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Say what ``pyharness check`` says."""
        if not isinstance(excinfo.value, _DoesNotHoldError):
            return super().repr_failure(excinfo, style)
        import click

        from pyharness.cli.check import result_text

        return click.unstyle(result_text(excinfo.value.result))

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the check in reports."""
        return self.path, None, f"{self._row.id}::{self.name}"
