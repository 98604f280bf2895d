"""Time the second kernel on the built library.

Run ``python benchmarks/recheck.py`` after ``pyharness build``. Caches are made in a temporary
folder. Seconds of the clock depend on what else the machine does; processor time less so.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyharness.lean.environment import load_environment, load_oleans
from pyharness.lean.recheck import Recheck, recheck
from pyharness.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent.parent


def processor() -> float:
    """Return the processor time of this process and of those it waited for."""
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def timed(label: str, action: Callable[[], Recheck], figures: dict[str, Any]) -> Recheck:
    """Note the seconds that a check takes."""
    began, spent = time.perf_counter(), processor()
    report = action()
    figures[f"{label}: seconds"] = time.perf_counter() - began
    figures[f"{label}: processor seconds"] = processor() - spent
    figures[f"{label}: units checked"] = report.checked
    return report


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=HERE, help="the project")
    parser.add_argument("--jobs", type=int, help="processes; default: one for each processor")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    project = Project(options.root.resolve())
    environment = load_environment(project)
    figures: dict[str, Any] = {"processors": os.cpu_count()}
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "cache"

        def run() -> Recheck:
            return recheck(environment, cache=cache, jobs=options.jobs)

        report = timed("nothing known", run, figures)
        figures |= {f"declarations {verdict}": n for verdict, n in report.counts.items()}
        figures["longest unit, seconds"], figures["longest unit"] = report.slowest[0]
        timed("all known", run, figures)
        # A module in the middle, with other bytes: its last character of the compiler's commit.
        name = list(environment.modules)[len(environment.modules) // 2]
        paths = {name: module.path for name, module in environment.modules.items()}
        changed = Path(folder) / "changed.olean"
        data = bytearray(paths[name].read_bytes())
        data[79] ^= 1
        changed.write_bytes(data)
        environment = load_oleans({**paths, name: changed}, cache=cache / "environment")
        timed(f"after a change of {name}", run, figures)
        shutil.rmtree(cache)
    kilobytes = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    figures["megabytes of the largest process"] = kilobytes / 1000
    figures = {k: round(v, 2) if isinstance(v, float) else v for k, v in figures.items()}
    if options.json:
        print(json.dumps(figures, indent=2))
    else:
        for label, value in figures.items():
            print(f"{label:60} {value}")


if __name__ == "__main__":
    main()
