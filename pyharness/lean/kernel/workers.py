"""Processes that check units, each with its own terms."""

from __future__ import annotations

import os
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from pyharness.lean.kernel.library import Library
from pyharness.lean.kernel.numbers import Shortcuts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pyharness.lean.environment import Environment
    from pyharness.lean.kernel.units import Unit

__all__ = ["Result", "Worker", "run"]

#: Units that are handed to a process at a time, and the number that is worth a second process.
_CHUNK, _PARALLEL = 60, 300
#: Room for deep terms: frames of Python, and bytes of the thread's stack for the C code between.
_FRAMES, _STACK = 1_000_000, 256 << 20


class Result(NamedTuple):
    """The outcome of a unit, as it comes from a process."""

    verdict: str
    message: str
    seconds: float
    seen: tuple[str, ...]
    opened: tuple[str, ...]
    computed: tuple[str, ...]


class Worker:
    """Checks units; one in each process."""

    def __init__(self, environment: Environment) -> None:

        self._library = Library(environment)
        self.shortcuts = Shortcuts(environment, self._library)

    def check(self, chunk: Sequence[Unit], steps: int) -> list[Result]:
        """Check some units."""
        from pyharness.lean.kernel.declarations import check

        found = []
        for unit in chunk:
            began = time.perf_counter()
            outcome = check(self._library, unit, self.shortcuts.allowed(unit), steps)
            seconds = time.perf_counter() - began
            found.append(
                Result(
                    outcome.verdict,
                    outcome.message,
                    seconds,
                    outcome.seen,
                    outcome.opened,
                    outcome.computed,
                )
            )
            self._library.tidy()
        return found


_worker: Worker | None = None
#: The library, for processes that are forked and so have it already.
_environment: Environment | None = None


def _start(paths: Mapping[str, Path], cache: Path | None) -> None:
    """Prepare a process."""
    import gc
    import signal

    from pyharness.lean.environment import load_oleans

    global _worker  # noqa: PLW0603 - the state of a process of the pool
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process ends the others
    gc.disable()  # terms have no cycles, and there are many
    _worker = Worker(_environment or load_oleans(paths, cache=cache))


def _check_in_pool(chunk: Sequence[Unit], steps: int) -> list[Result]:
    worker = _worker
    assert worker is not None
    return _deep(lambda: worker.check(chunk, steps))


def _deep(action: Callable[[], Any]) -> Any:
    """Run something that goes deep, with room for it."""
    result: list[Any] = []
    error: list[BaseException] = []

    def run() -> None:
        try:
            result.append(action())
        except BaseException as found:
            error.append(found)

    frames, stack = sys.getrecursionlimit(), threading.stack_size(_STACK)
    sys.setrecursionlimit(_FRAMES)
    try:
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(stack)
        sys.setrecursionlimit(frames)
    if error:
        raise error[0]
    return result[0]


def run(
    environment: Environment,
    worker: Worker,
    todo: Sequence[Unit],
    *,
    cache: Path | None,
    jobs: int | None,
    steps: int,
    progress: Callable[[int, int], None] | None,
    total: int,
) -> Iterator[tuple[Unit, Result]]:
    """Check units, in this process or in several.

    Parameters
    ----------
    environment
        The compiled library.
    worker
        Checks in this process.
    todo
        The units.
    cache
        The folder of derived data, for the processes to read the library.
    jobs, steps, progress
        As for `pyharness.lean.recheck.recheck`.
    total
        The number of all units; what is not to do is done.

    Yields
    ------
    tuple of Unit and Result
        The units as they are done.
    """
    done = total - len(todo)
    tell = progress or (lambda done, total: None)
    tell(done, total)
    # Neighbours in the sources share what has to be read for them.
    order = {name: i for i, name in enumerate(environment.modules)}
    by_module = sorted(todo, key=lambda unit: order[environment.constants[unit[0]].module])
    chunks = [by_module[i : i + _CHUNK] for i in range(0, len(by_module), _CHUNK)]
    processes = min(jobs or os.cpu_count() or 1, len(chunks))
    if processes <= 1 or (jobs is None and len(todo) < _PARALLEL):
        for chunk in chunks:
            yield from zip(chunk, _deep(lambda c=chunk: worker.check(c, steps)), strict=True)
            done += len(chunk)
            tell(done, total)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    paths = {name: module.path for name, module in environment.modules.items()}
    global _environment  # noqa: PLW0603 - see there
    _environment = environment
    pool = ProcessPoolExecutor(
        processes,
        mp_context=multiprocessing.get_context(method),
        initializer=_start,
        initargs=(paths, cache / "environment" if cache else None),
    )
    try:
        futures = {pool.submit(_check_in_pool, chunk, steps): chunk for chunk in chunks}
        for future in as_completed(futures):
            chunk = futures[future]
            try:
                results = future.result()
            except BrokenProcessPool:
                message = "gave up: the process that checked it was ended"
                results = [Result("not checked", message, 0.0, (), (), ())] * len(chunk)
            yield from zip(chunk, results, strict=True)
            done += len(chunk)
            tell(done, total)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        _environment = None
