"""Where things are: one value that knows the folders of a project.

A project is a folder with a ``theorems.yaml``. Everything that is written goes below ``build/``,
or where the user says; what is derived and belongs to no project goes to the user's cache.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pyharness.problems import Problem, ProblemsError

__all__ = ["Project", "processors", "user_cache", "write_whole"]


@dataclass(frozen=True)
class Project:
    """The folders and files of one project.

    Parameters
    ----------
    root
        Absolute path of the folder that holds ``theorems.yaml``.
    """

    root: Path

    @classmethod
    def find(cls, start: Path | str | None = None) -> Project:
        """Find the project that ``start`` (default: the working folder) lies in.

        Parameters
        ----------
        start
            A folder inside the project, or the project itself.

        Returns
        -------
        Project
            The nearest enclosing folder with a ``theorems.yaml``.

        Raises
        ------
        ProblemsError
            When no enclosing folder has a ``theorems.yaml``.
        """
        here = Path(start or Path.cwd()).resolve()
        for folder in (here, *here.parents):
            if (folder / "theorems.yaml").is_file():
                return cls(folder)
        raise ProblemsError(
            Problem(
                str(here),
                0,
                0,
                "no project here",
                "a folder with a theorems.yaml, here or above",
                "change to the project's folder, or name it with --root FOLDER",
            )
        )

    @property
    def registry(self) -> Path:
        """The registry's entry point, ``theorems.yaml``."""
        return self.root / "theorems.yaml"

    @property
    def lock(self) -> Path:
        """The locked fingerprints of the formal statements, ``theorems.lock.json``."""
        return self.root / "theorems.lock.json"

    @property
    def lean_source(self) -> Path:
        """The folder of the Lean sources; module ``A.B`` is ``A/B.lean`` below it."""
        return self.root / "lean"

    @property
    def build(self) -> Path:
        """The folder for everything that is made."""
        return self.root / "build"

    @property
    def lean_build(self) -> Path:
        """The folder of ``.olean`` and ``.ilean`` files and of the build manifest."""
        return self.build / "lean"

    @property
    def cache(self) -> Path:
        """The folder for derived data that can be deleted at any time."""
        return self.build / "cache"

    @property
    def ledger(self) -> Path:
        """The verdicts of the last run."""
        return self.build / "ledger.json"

    @property
    def site(self) -> Path:
        """The folder of the pages."""
        return self.build / "site"

    def name_of(self, path: Path) -> str:
        """Name a file as the user would: relative to the project where it lies inside."""
        path = path.resolve()
        return str(path.relative_to(self.root)) if path.is_relative_to(self.root) else str(path)


def user_cache() -> Path:
    """Return the folder for derived data that belongs to no project."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "pyharness"


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def write_whole(path: Path, data: str | bytes) -> None:
    """Write a file whole or not at all: into a neighbour, then rename.

    Parameters
    ----------
    path
        The file; its folder is made when missing.
    data
        Text (written as UTF-8) or bytes.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
        os.chmod(temporary, 0o644)  # noqa: PTH101 - a temporary name, not a path of ours
        os.replace(temporary, path)  # noqa: PTH105
    except BaseException:
        os.unlink(temporary)  # noqa: PTH108
        raise
