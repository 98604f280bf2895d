"""`pytest theorems.yaml`, in processes of its own, with the plugin found as an installed one is."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from own_project import Own

    from pyharness.project import Project

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def installed(own: Own, tmp_path: Path) -> Own:
    """A project in an environment whose entry points are those of pyproject.toml."""
    entries = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"]
    folder = tmp_path / "installed" / "pyharness-0.1.0.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: pyharness\nVersion: 0.1.0\n")
    lines = [f"{name} = {module}" for name, module in entries["pytest11"].items()]
    (folder / "entry_points.txt").write_text("\n".join(["[pytest11]", *lines]) + "\n")
    path = own.environment["PYTHONPATH"]
    own.environment["PYTHONPATH"] = f"{folder.parent}:{path}"
    # These are for the outer run.
    for name in [n for n in own.environment if n.startswith("PYTEST")]:
        del own.environment[name]
    return own


def pytest_run(own: Own, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        env=own.environment,
        cwd=own.project.root,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_each_check_is_an_item(installed: Own) -> None:
    found = pytest_run(installed, "theorems.yaml", "-v")
    assert found.returncode == 0, found.stdout + found.stderr
    assert "theorems.yaml::ch01-square::instances/one PASSED" in found.stdout
    assert "theorems.yaml::ch01-square::controls/a-half PASSED" in found.stdout
    assert "theorems.yaml::ch01-sum::instances/two-and-three PASSED" in found.stdout
    assert "7 passed" in found.stdout


@pytest.mark.parametrize(
    ("arguments", "passed"),
    [
        (("theorems.yaml", "-k", "ch01-sum"), 1),
        (("theorems.yaml", "-k", "searches"), 2),
        (("theorems.yaml::ch01-square",), 6),
        (("theorems.yaml::ch01-square::instances/two",), 1),
        (("theorems.yaml", "-n", "2"), 7),
    ],
)
def test_items_are_chosen_as_others_are(
    installed: Own, arguments: tuple[str, ...], passed: int
) -> None:
    found = pytest_run(installed, *arguments)
    assert found.returncode == 0, found.stdout + found.stderr
    assert re.search(rf"\b{passed} passed\b", found.stdout)


def test_a_failure_says_what_the_command_says(installed: Own) -> None:
    installed.edit(
        'Instance("two", grows, {"n": 2})', 'Instance("two", grows, {"n": Fraction(2, 3)})'
    )
    found = pytest_run(installed, "theorems.yaml")
    assert found.returncode == 1
    command = installed.run("check").stdout
    said = command[command.index("FAIL") : command.index("7 checks of")]
    assert said.count("\n") == 6
    assert said in found.stdout
    assert "1 failed, 6 passed" in found.stdout
    assert "Traceback" not in found.stdout


def test_what_is_not_checked_does_not_pass(installed: Own) -> None:
    installed.edit('Instance("two", grows, {"n": 2})', 'Instance("two", undecided, {"n": 2})')
    installed.edit(
        "def numbers():",
        "def undecided(n):\n    from pyharness.checks.enclosures import sqrt\n"
        '    return Comparison(sqrt(n) * sqrt(n), "=", n)\n\n\ndef numbers():',
    )
    found = pytest_run(installed, "theorems.yaml")
    assert found.returncode == 1
    assert "open  ch01-square  instances/two" in found.stdout
    assert "undecided with 3200 binary digits" in found.stdout


def test_a_registry_with_errors(installed: Own) -> None:
    text = installed.project.registry.read_text(encoding="utf-8")
    installed.project.registry.write_text(text.replace("kind: lemma", "kind: lemna"))
    found = pytest_run(installed, "theorems.yaml")
    assert found.returncode == 2
    assert re.search(r"theorems.yaml:\d+:\d+: .*lemna", found.stdout), found.stdout
    assert "Traceback" not in found.stdout


def test_it_costs_nothing_when_it_is_not_asked(installed: Own, tmp_path: Path) -> None:
    """Neither a registry that lies there nor the plugin itself loads any of our packages."""
    (tmp_path / "test_other.py").write_text(
        "import sys\n"
        "def test_other():\n"
        "    ours = {name for name in sys.modules if name.partition('.')[0] == 'pyharness'}\n"
        "    assert ours == {'pyharness', 'pyharness.pytest_plugin'}\n"
    )
    found = pytest_run(installed, "-v", "--ignore", "installed")
    assert found.returncode == 0, found.stdout
    assert "1 passed" in found.stdout
    assert "theorems.yaml::" not in found.stdout


def test_computations_are_one_run_of_lean(built: Project) -> None:
    found = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "theorems.yaml",
            "-k", "computations and ch20-b", "-vv", "--durations=0",
        ],
        cwd=built.root,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stdout + found.stderr
    assert "ch20-bradley-terry::computations/two-to-three PASSED" in found.stdout
    passed = re.search(r"(\d+) passed", found.stdout)
    assert passed is not None
    assert int(passed[1]) > 3
    # Lean runs with the first of them; the others have their answers from that run.
    calls = re.findall(r"^(\d+\.\d+)s call", found.stdout, re.MULTILINE)
    longest, second, *_ = sorted(map(float, calls), reverse=True)
    assert longest > 3 * second
