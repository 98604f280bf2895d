"""Time the reader of compiled modules, the environment and the audit, on the built library.

Run ``python benchmarks/environment.py`` after ``pyharness build``. Caches are made in a temporary
folder; commands are started as a user does, so their times include Python's start.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from pyharness.lean.audit import find
from pyharness.lean.environment import load_environment, load_oleans
from pyharness.lean.olean import Olean
from pyharness.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent.parent


def timed(action: Callable[[], object]) -> float:
    """Return the seconds that an action takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def command(root: Path, *args: str) -> float:
    """Return the wall time of a command."""
    return timed(
        lambda: subprocess.run(
            [sys.executable, "-m", "pyharness", "--root", str(root), *args],
            check=False,
            capture_output=True,
        )
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=HERE, help="the project")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    project = Project(options.root.resolve())
    environment = load_environment(project)
    paths = {name: module.path for name, module in environment.modules.items()}
    contents = [path.read_bytes() for path in paths.values()]
    theorems = environment.of_kind("theorem")[-400:]
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "cache"
        figures = {
            "modules": len(paths),
            "constants": len(environment.constants),
            "megabytes": round(sum(map(len, contents)) / 1e6, 1),
            "objects, seconds": timed(lambda: [Olean(data) for data in contents]),
            "load, nothing known, seconds": timed(lambda: load_oleans(paths, cache=cache)),
            "load, all known, seconds": timed(lambda: load_oleans(paths, cache=cache)),
        }
        changed = Path(folder) / "changed.olean"
        name = max(paths, key=lambda name: paths[name].stat().st_size)
        data = bytearray(paths[name].read_bytes())
        data[79] ^= 1  # the last character of the compiler's commit
        changed.write_bytes(data)
        figures["load, largest module changed, seconds"] = timed(
            lambda: load_oleans({**paths, name: changed}, cache=cache)
        )
    figures["audit, all rules, seconds"] = timed(lambda: find(environment))
    figures[f"{len(theorems)} fingerprints, seconds"] = timed(
        lambda: [environment.fingerprint(theorem) for theorem in theorems]
    )
    shutil.rmtree(project.cache)
    figures["pyharness audit, no cache, seconds"] = command(project.root, "audit")
    figures["pyharness audit, again, seconds"] = min(
        command(project.root, "audit") for _ in range(3)
    )
    figures = {k: round(v, 3) if isinstance(v, float) else v for k, v in figures.items()}
    if options.json:
        print(json.dumps(figures, indent=2))
    else:
        for label, value in figures.items():
            print(f"{label:45} {value}")


if __name__ == "__main__":
    main()
