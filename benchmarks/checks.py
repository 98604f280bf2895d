"""Time ``pyharness check`` on the built library: everything, and when nothing has changed.

Run ``python benchmarks/checks.py`` after ``pyharness build``. Commands are started as a user does,
so their times include Python's start. A cold start is one for which the byte code of this package
and the caches of the system are gone, as far as this process can drop them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyharness.project import processors

HERE = Path(__file__).resolve().parent.parent


def command(root: Path, *args: str, **environment: str) -> float:
    """Return the wall time of a command."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "pyharness", "--root", str(root), "check", *args],
        check=True,
        capture_output=True,
        env={**os.environ, **environment},
    )
    return time.perf_counter() - began


def forget_files(*folders: Path) -> None:
    """Tell the system that the contents of these files are not needed in memory."""
    if not hasattr(os, "posix_fadvise"):
        return
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                with path.open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=HERE, help="the project")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    root = options.root.resolve()
    cores = processors()
    figures = {
        "processors": cores,
        "everything, one process, seconds": command(root, "--fresh", "--jobs", "1"),
        f"everything, {cores} processes, seconds": command(root, "--fresh"),
    }
    if cores == 1:
        figures["everything, 2 processes, seconds"] = command(root, "--fresh", "--jobs", "2")
    figures["nothing changed, warm, seconds"] = min(command(root) for _ in range(5))
    packages = [Path(path) for path in sys.path if path.endswith("site-packages")]
    forget_files(HERE / "pyharness", root / "build" / "cache", *packages)
    # Byte code is kept elsewhere, so nothing of it is there.
    with tempfile.TemporaryDirectory() as folder:
        figures["nothing changed, cold, seconds"] = command(root, PYTHONPYCACHEPREFIX=folder)
    figures = {k: round(v, 2) for k, v in figures.items()}
    if options.json:
        print(json.dumps(figures, indent=2))
    else:
        for label, value in figures.items():
            print(f"{label:45} {value}")


if __name__ == "__main__":
    main()
