"""Time the build of the Lean library: from nothing, with nothing to do, after an edit.

Run ``python benchmarks/build.py``. It copies the sources to a temporary folder, so the project's
own build is not touched, and starts the command as a user does: the times include Python's start.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyharness.lean.source import Module, read_modules

HERE = Path(__file__).resolve().parent.parent


def build(root: Path, *args: str) -> tuple[float, dict]:
    """Run ``pyharness build`` and return the wall time and its report."""
    began = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-m", "pyharness", "--root", str(root), "build", "--json", *args],
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - began
    if run.returncode:
        sys.exit(f"the library does not build:\n{run.stderr}{run.stdout[:2000]}")
    return seconds, json.loads(run.stdout)


def longest_chain(modules: dict[str, Module], report: dict) -> tuple[float, int]:
    """Return the seconds and the length of the longest chain of imports: no build is shorter."""
    seconds = {module["name"]: module["seconds"] for module in report["modules"]}
    chains: dict[str, tuple[float, int]] = {}
    for name, module in modules.items():  # imported ones come first
        before, length = max((chains[other] for other in module.imports), default=(0.0, 0))
        chains[name] = before + seconds[name], length + 1
    return max(chains.values())


def leaf_and_base(modules: dict[str, Module]) -> tuple[Path, Path]:
    """Return a module that few others need, and one that most others need."""
    imported = {other for module in modules.values() for other in module.imports}
    behind: dict[str, set[str]] = {name: set() for name in modules}
    for name, module in modules.items():  # imported ones come first
        for other in module.imports:
            behind[name] |= {other} | behind[other]
    users = {name: sum(name in seen for seen in behind.values()) for name in modules}
    leaf = min((name for name in modules if modules[name].size > 500), key=users.__getitem__)
    base = max(imported, key=users.__getitem__)
    return modules[leaf].path, modules[base].path


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--project", type=Path, default=HERE, help="the project to copy")
    project = parser.parse_args().project
    rows: list[tuple[str, float, dict]] = []
    with tempfile.TemporaryDirectory(prefix="pyharness-benchmark-") as folder:
        root = Path(folder)
        shutil.copytree(project / "lean", root / "lean")
        (root / "theorems.yaml").write_text("rows: []\n", encoding="utf-8")

        def measure(what: str, *args: str) -> dict:
            seconds, report = build(root, *args)
            rows.append((what, seconds, report))
            return report

        cold = measure("from nothing")
        shutil.rmtree(root / "build")
        alone = measure("from nothing, one job", "--jobs", "1")
        for _ in range(3):
            measure("nothing to do")
        measure("nothing to do, --check", "--check")
        modules = read_modules(root / "lean")
        chain, length = longest_chain(modules, alone)
        leaf, base = leaf_and_base(modules)
        leaf.write_text(leaf.read_text(encoding="utf-8") + "\n-- edited\n", encoding="utf-8")
        measure(f"comment at the end of {leaf.stem}")
        text = base.read_text(encoding="utf-8")
        base.write_text(text + "\n-- edited\n", encoding="utf-8")
        measure(f"comment at the end of {base.stem}")
        base.write_text(text.replace("prelude\n", "prelude\n\n", 1), encoding="utf-8")
        measure(f"lines moved in {base.stem}")

    print(f"{'build':<44}{'seconds':>9}{'built':>7}{'fresh':>7}{'Lean s':>8}{'max MB':>8}")
    for what, seconds, report in rows:
        built = [module for module in report["modules"] if module["status"] == "built"]
        total = sum(module["seconds"] for module in built)
        memory = max((module["max_rss_mb"] for module in built), default=0)
        counts = report["counts"]
        print(
            f"{what:<44}{seconds:>9.2f}{counts['built']:>7}{counts['fresh']:>7}"
            f"{total:>8.1f}{memory:>8.0f}"
        )
    print(
        f"\nthe longest chain of imports has {length} of {len(modules)} modules and takes"
        f" {chain:.1f} s with one thread each"
    )
    print(f"{os.cpu_count()} processors; slowest modules of the first build:")
    for module in sorted(cold["modules"], key=lambda m: -m["seconds"])[:8]:
        print(f"  {module['seconds']:6.2f} s {module['max_rss_mb']:5.0f} MB  {module['name']}")


if __name__ == "__main__":
    main()
