"""Checks on the workers of a Dask scheduler: real processes on this machine."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from own_project import Own


class Cluster:
    """A scheduler and workers, each a process that ends with the test."""

    def __init__(self, own: Own) -> None:
        self.own = own
        self.processes: list[subprocess.Popen[str]] = []
        self.scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0"
        )
        self.address = self._said(self.scheduler, r"Scheduler at: +(tcp://\S+)")
        self.name = f"dask:{self.address}"

    def _start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]],
            env={**self.own.environment, "PYTHONSAFEPATH": "1", **environment},
            cwd=self.own.project.root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.processes.append(process)
        return process

    @staticmethod
    def _said(process: subprocess.Popen[str], pattern: str) -> str:
        """Wait for a line, and leave the rest to a thread, so that the process never waits."""
        import threading

        assert process.stderr is not None
        said = []
        for line in process.stderr:
            said.append(line)
            if found := re.search(pattern, line):
                threading.Thread(target=process.stderr.read, daemon=True).start()
                return found[1]
        raise AssertionError("".join(said))

    def worker(self, **environment: str) -> subprocess.Popen[str]:
        """Start a worker and wait until it is there."""
        process = self._start(
            "worker", self.address, "--host", "127.0.0.1", "--no-nanny", "--nthreads", "1",
            "--no-dashboard", "--local-directory", str(self.own.project.root / "workers"),
            **environment,
        )  # fmt: skip
        self._said(process, r"(Registered to)")
        return process

    def end(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.kill()
        for process in self.processes:
            process.wait(timeout=20)


@contextmanager
def cluster(own: Own) -> Iterator[Cluster]:
    started = Cluster(own)
    try:
        yield started
    finally:
        started.end()


def results(found: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert found.stderr == ""
    return [{**r, "seconds": 0} for r in json.loads(found.stdout)["results"]]


SLOW = """\
def slowly(n):
    \"\"\"A number is at most its square, after a while.\"\"\"
    from pathlib import Path
    import os
    with Path({log!r}).open("a") as file:
        print(os.getpid(), n, file=file)
    time.sleep(0.4)
    return grows(n)


CHECKS = (
"""


def test_a_worker_that_is_killed_costs_no_result(own: Own, tmp_path: Path) -> None:
    log = tmp_path / "log"
    own.edit("    time.sleep(0.1)\n    return grows(n)\n", "    return grows(n)\n")
    own.edit("CHECKS = (\n", SLOW.format(log=str(log)))
    own.edit(
        '            Instance("three", grows, {"n": 3}),\n',
        '            *(Instance(f"slow-{n}", slowly, {"n": n}) for n in range(20)),\n',
    )
    options = ["check", "--fresh", "--thorough", "--seed", "3", "--json"]
    local = results(own.run(*options))
    assert len(local) == 26
    log.unlink()
    with cluster(own) as started:
        workers = [started.worker(), started.worker()]
        process = subprocess.Popen(
            own.command(*options, "--executor", started.name),
            env=own.environment,
            cwd=own.project.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        deadline = time.monotonic() + 60
        while len(seen := log.read_text().split("\n") if log.exists() else []) < 7:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        victim = workers[0]
        os.kill(victim.pid, signal.SIGKILL)
        output, said = process.communicate(timeout=120)
        assert said == ""
        # Both did something before, and the other one did the rest.
        pids = [line.split()[0] for line in log.read_text().split("\n") if line]
        assert {str(w.pid) for w in workers} == set(pids)
        assert str(victim.pid) in " ".join(seen)
        assert pids[-1] == str(workers[1].pid)
    assert process.returncode == 0
    there = [{**r, "seconds": 0} for r in json.loads(output)["results"]]
    assert there == local
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", int(started.address.rsplit(":", 1)[1])), 1)


def test_failures_are_told_as_on_this_machine(own: Own) -> None:
    own.edit('return Comparison(n, "≤", n * n)', 'return Comparison(n, "<", n * n)')
    here = own.run("check", "--fresh")
    with cluster(own) as started:
        started.worker()
        there = own.run("check", "--fresh", "--executor", started.name)
    assert here.returncode == there.returncode == 1
    assert here.stdout.splitlines()[:-1] == there.stdout.splitlines()[:-1]


def test_workers_must_have_the_same_checks(own: Own, tmp_path: Path) -> None:
    """First no worker, then one without the checks, then one with others."""
    with cluster(own) as started:
        found = own.run("check", "--executor", started.name)
        assert found.returncode == 2
        assert f"the scheduler at {started.address} has no workers" in found.stderr

        empty = tmp_path / "empty"
        (empty / "pyharness").mkdir(parents=True)
        (empty / "pyharness" / "__init__.py").touch()
        wrong = started.worker(PYTHONPATH=str(empty))
        found = own.run("check", "--executor", started.name)
        assert found.returncode == 2, found.stdout
        assert "cannot import the checks: ModuleNotFoundError" in found.stderr
        assert "install the same version of pyharness" in found.stderr
        wrong.kill()
        wrong.wait(timeout=20)

        other = tmp_path / "other" / "own_checks"
        other.mkdir(parents=True)
        (other / "__init__.py").touch()
        (other / "numbers.py").write_text(own.topic.read_text() + "\n# another version\n")
        path = f"{other.parent}:{own.environment['PYTHONPATH']}"
        started.worker(PYTHONPATH=path)
        found = own.run("check", "--executor", started.name)
        assert found.returncode == 2
        assert "has another version of the checks" in found.stderr
        assert found.stdout == ""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dask", "`dask` names no executor"),
        ("ray:tcp://127.0.0.1:1", "names no executor"),
        ("dask:127.0.0.1", "`127.0.0.1` is not the address of a Dask scheduler"),
        ("dask:tcp://127.0.0.1", "is not the address of a Dask scheduler"),
        ("dask:tcp://:80", "is not the address of a Dask scheduler"),
        ("dask:tcp://127.0.0.1:99999", "nobody answers at tcp://127.0.0.1:99999"),
    ],
)
def test_wrong_names(own: Own, name: str, said: str) -> None:
    found = own.run("check", "--executor", name)
    assert found.returncode == 2
    assert said in found.stderr
    assert "Traceback" not in found.stderr


def test_nobody_answers(own: Own) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        began = time.monotonic()
        found = own.run("check", "--executor", f"dask:tcp://127.0.0.1:{port}")
    assert time.monotonic() - began < 20
    assert found.returncode == 2
    assert f"nobody answers at tcp://127.0.0.1:{port}" in found.stderr
    assert "start `dask scheduler`" in found.stderr
    assert "Traceback" not in found.stderr


def test_without_the_extra(own: Own, tmp_path: Path) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "distributed.py").write_text("raise ImportError('No module named distributed')")
    own.environment["PYTHONPATH"] = f"{hidden}:{own.environment['PYTHONPATH']}"
    found = own.run("check", "--executor", "dask:tcp://127.0.0.1:1")
    assert found.returncode == 2
    assert "pip install 'pyharness[dask]'" in found.stderr


def test_jobs_and_executor_exclude_each_other(own: Own) -> None:
    found = own.run("check", "--jobs", "2", "--executor", "dask:tcp://127.0.0.1:1")
    assert found.returncode == 2
    assert "--jobs is for this machine" in found.stderr


def test_a_worker_that_joins_later_is_asked_too() -> None:
    from pyharness.checks.workers import OtherVersionError, _guarded, fingerprint

    modules = ("pyharness.checks.scaling",)
    assert _guarded(fingerprint(modules), modules, max, 2, 3) == 3
    with pytest.raises(OtherVersionError):
        _guarded("another", modules, max, 2, 3)
