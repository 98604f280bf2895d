"""The accepted units of earlier runs, kept with what their checks looked at."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from pyharness.project import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pyharness.lean.environment import Environment

__all__ = ["Kept", "Store"]


class Kept(NamedTuple):
    """An accepted unit: what its check looked at."""

    seen: tuple[str, ...]
    opened: tuple[str, ...]
    computed: tuple[str, ...]


class Store:
    """The accepted units of earlier runs, one file for each module."""

    def __init__(self, environment: Environment, folder: Path | None, code: str) -> None:
        self._environment = environment
        self._folder = folder
        self._code = code
        self._whole: dict[str, dict[str, Any]] = {}

    def _file(self, module: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{module}.json"

    def read(self) -> dict[str, Kept]:
        """Return the units that still hold, by their first name."""
        found: dict[str, Kept] = {}
        if self._folder is None:
            return found
        environment = self._environment
        for module, entry in environment.modules.items():
            try:
                kept = json.loads(self._file(module).read_bytes())
                if kept["code"] != self._code or kept["sha256"] != entry.sha256:
                    continue
                names = kept["names"]
                changed = {
                    i
                    for i, (name, meaning) in enumerate(zip(names, kept["meanings"], strict=True))
                    if name not in environment.constants
                    or environment.meaning(name).hex() != meaning
                }
                opened = {
                    name
                    for name, sha256 in kept["opened"].items()
                    if name not in environment.constants or self._hash_of(name) != sha256
                }
                self._whole[module] = kept
                for unit, (seen, looked_into, computed) in kept["units"].items():
                    if changed.isdisjoint(seen) and opened.isdisjoint(looked_into):
                        found[unit] = Kept(
                            tuple([names[i] for i in seen]), tuple(looked_into), tuple(computed)
                        )
            except (OSError, ValueError, KeyError, TypeError, IndexError):
                continue
        return found

    def _hash_of(self, name: str) -> str:
        return self._environment.modules[self._environment.constants[name].module].sha256

    def write(self, accepted: Mapping[str, Kept], touched: Iterable[str]) -> None:
        """Keep accepted units, for modules of which some were checked now."""
        if self._folder is None:
            return
        environment = self._environment
        by_module: dict[str, dict[str, Kept]] = {module: {} for module in touched}
        for unit, kept in accepted.items():
            module = environment.constants[unit].module
            if module in by_module:
                by_module[module][unit] = kept
        for module, members in by_module.items():
            names: dict[str, int] = {}
            entries = {}
            opened: dict[str, str] = {}
            for unit, kept in members.items():
                seen = [names.setdefault(name, len(names)) for name in kept.seen]
                entries[unit] = [seen, kept.opened, kept.computed]
                opened.update((name, self._hash_of(name)) for name in kept.opened)
            value = {
                "code": self._code,
                "sha256": environment.modules[module].sha256,
                "names": list(names),
                "meanings": [environment.meaning(name).hex() for name in names],
                "opened": opened,
                "units": entries,
            }
            write_whole(self._file(module), json.dumps(value, ensure_ascii=False))
