"""The manifest: what the last build made of each module, and how to see that it is still that."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pyharness.lean.messages import Message
from pyharness.lean.source import rules

if TYPE_CHECKING:
    from pathlib import Path

    from pyharness.project import Project

__all__ = ["FORMAT", "Entry", "Manifest", "Output", "manifest_path", "read_manifest"]

#: Part of the key of every module: to be raised when the build changes what it makes.
FORMAT = 1


@dataclass(frozen=True)
class Output:
    """A file that was made: its content's hash, and how to see quickly that it is still that."""

    sha256: str
    size: int
    mtime_ns: int

    @classmethod
    def of(cls, path: Path) -> Output:
        """Read and hash a file."""
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return cls(digest, status.st_size, status.st_mtime_ns)


@dataclass(frozen=True)
class Entry:
    """What the manifest knows of one module.

    Parameters
    ----------
    key
        Hash of everything that the outputs were made from.
    source
        Hash of the source.
    interface
        Hash of the ``.olean`` and of those of all modules behind it.
    olean, ilean
        The outputs.
    seconds, max_rss_mb
        What it cost to make them.
    messages
        What Lean said; never an error.
    """

    key: str
    source: str
    interface: str
    olean: Output
    ilean: Output
    seconds: float
    max_rss_mb: float
    messages: tuple[Message, ...] = ()


@dataclass
class Manifest:
    """The record of ``build/lean``, stored as ``manifest.json``.

    Parameters
    ----------
    modules
        The modules with valid outputs.
    complete
        Whether these were all modules of the sources when the last build ended.
    costs
        Seconds that each module took when it was last compiled, also if it failed: for planning.
    rules
        The rules by which the sources were accepted.
    """

    modules: dict[str, Entry] = field(default_factory=dict)
    complete: bool = False
    costs: dict[str, float] = field(default_factory=dict)
    rules: str = field(default_factory=rules)

    def accepted(self) -> dict[str, str]:
        """Return the sources, by their hashes, that need not be searched for refused words."""
        if self.rules != rules():
            return {}
        return {name: entry.source for name, entry in self.modules.items()}

    def to_json(self) -> dict[str, Any]:
        """Return the manifest as a JSON object."""
        from pyharness.lean.toolchain import GITHASH, VERSION

        return {
            "format": FORMAT,
            "lean": {"version": VERSION, "githash": GITHASH},
            "complete": self.complete,
            "rules": rules(),
            "costs": {name: round(self.costs[name], 3) for name in sorted(self.costs)},
            "modules": {
                name: {
                    "key": entry.key,
                    "source": entry.source,
                    "interface": entry.interface,
                    "olean": vars(entry.olean),
                    "ilean": vars(entry.ilean),
                    "seconds": round(entry.seconds, 3),
                    "max_rss_mb": round(entry.max_rss_mb, 1),
                    "messages": [message.to_json() for message in entry.messages],
                }
                for name, entry in sorted(self.modules.items())
            },
        }

    @classmethod
    def from_json(cls, value: Any) -> Manifest:
        """Read a manifest; raises `KeyError`, `TypeError` or `ValueError` when it is not one."""
        if value["format"] != FORMAT:
            return cls()
        return cls(
            {
                name: Entry(
                    key=entry["key"],
                    source=entry["source"],
                    interface=entry["interface"],
                    olean=Output(**entry["olean"]),
                    ilean=Output(**entry["ilean"]),
                    seconds=float(entry["seconds"]),
                    max_rss_mb=float(entry["max_rss_mb"]),
                    messages=tuple(Message(**message) for message in entry["messages"]),
                )
                for name, entry in value["modules"].items()
            },
            bool(value["complete"]),
            {name: float(seconds) for name, seconds in value["costs"].items()},
            str(value["rules"]),
        )


def read_manifest(project: Project) -> Manifest:
    """Read the record of the last build.

    Parameters
    ----------
    project
        The project.

    Returns
    -------
    Manifest
        Empty when there is none, or when it cannot be understood: then everything is built again.
    """
    try:
        return Manifest.from_json(json.loads(manifest_path(project).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest()


def manifest_path(project: Project) -> Path:
    """Return where the manifest is."""
    return project.lean_build / "manifest.json"
