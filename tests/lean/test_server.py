"""The language server for editors: real exchanges over its standard streams."""

from __future__ import annotations

import json
import os
import queue
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from pyharness.lean.server import IMPORTS_STALE, tools_folder, vscode_settings, write_tools
from pyharness.lean.toolchain import GITHASH, find_toolchain
from pyharness.problems import ProblemsError
from pyharness.project import Project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the editor uses elan's")

BASE = "prelude\n/-- Two points. -/\ninductive Two where | left | right\n"
FILE = (
    "prelude\nimport Base\ndef swap (t : Two) : Two := Two.rec Two.right Two.left t\n"
    "theorem wrong : Two := missing\n"
)


class Client:
    """An editor: messages out, messages in."""

    def __init__(self, command: list[str], folder: Path) -> None:
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("LEAN", "LAKE"))}
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.count = 0
        self.messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while line := stream.readline():
            length = 0
            while line.strip():
                key, _, value = line.partition(b":")
                if key.lower() == b"content-length":
                    length = int(value)
                line = stream.readline()
            self.messages.put(json.loads(stream.read(length)))
        self.messages.put(None)

    def send(self, method: str, params: object, **more: object) -> None:
        data = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self.process.stdin.flush()

    def wait_for(self, wanted, seconds: float = 30) -> dict[str, Any]:
        end = time.monotonic() + seconds
        while True:
            message = self.messages.get(timeout=max(0.01, end - time.monotonic()))
            assert message is not None, "the server has ended"
            if wanted(message):
                return message

    def ask(self, method: str, params: object) -> Any:
        self.count += 1
        self.send(method, params, id=self.count)
        answer = self.wait_for(lambda m: m.get("id") == self.count and "method" not in m)
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, file: Path, version: int = 1, mode: str = "never") -> None:
        self.send(
            "textDocument/didOpen",
            {
                "textDocument": {
                    "uri": file.as_uri(),
                    "languageId": "lean4",
                    "version": version,
                    "text": file.read_text("utf-8"),
                },
                "dependencyBuildMode": mode,
            },
        )

    def diagnostics(self, part: str) -> dict[str, Any]:
        """Wait for a diagnostic whose message has a part."""
        found: list[dict[str, Any]] = []

        def has(message: dict[str, Any]) -> bool:
            if message.get("method") == "textDocument/publishDiagnostics":
                diagnostics = message["params"]["diagnostics"]
                found[:] = [d for d in diagnostics if part in d["message"]]
            return bool(found)

        self.wait_for(has)
        return found[0]

    def at(self, file: Path, line: int, character: int) -> dict[str, Any]:
        return {
            "textDocument": {"uri": file.as_uri()},
            "position": {"line": line, "character": character},
        }

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


@pytest.fixture
def book(tmp_path: Path) -> Project:
    """A project with two modules, none built, in a folder with an unusual name."""
    root = tmp_path / "my book Ω"
    (root / "lean").mkdir(parents=True)
    (root / "theorems.yaml").write_text("book: {}\nrows: []\n")
    (root / "lakefile.lean").write_text("import Lake\nopen Lake DSL\npackage book\n")
    (root / "lean" / "Base.lean").write_text(BASE, "utf-8")
    (root / "lean" / "File.lean").write_text(FILE, "utf-8")
    return Project(root)


@pytest.fixture
def start(book: Project):
    clients: list[Client] = []

    def start(*command: str) -> Client:
        client = Client([*map(str, command)], book.root)
        clients.append(client)
        client.ask(
            "initialize", {"processId": None, "rootUri": book.root.as_uri(), "capabilities": {}}
        )
        client.send("initialized", {})
        return client

    yield start
    for client in clients:
        client.stop()


def pyharness(*args: str | Path, cwd: Path, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pyharness", *map(str, args)],
        cwd=cwd,
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_errors_hover_and_definitions(book, start):
    assert pyharness("build", "Base", cwd=book.root).returncode == 0
    client = start(sys.executable, "-m", "pyharness", "lean-server", "--stdio")
    file = book.lean_source / "File.lean"
    client.open(file)
    error = client.diagnostics("missing")
    assert error["severity"] == 1
    assert error["range"] == {
        "start": {"line": 3, "character": 23},
        "end": {"line": 3, "character": 30},
    }
    begin = time.perf_counter()
    hover = client.ask("textDocument/hover", client.at(file, 2, 5))
    assert time.perf_counter() - begin < 1
    assert "swap (t : Two) : Two" in hover["contents"]["value"]
    hover = client.ask("textDocument/hover", client.at(file, 2, 14))
    assert "Two : Type" in hover["contents"]["value"]
    assert "Two points." in hover["contents"]["value"]
    (place,) = client.ask("textDocument/definition", client.at(file, 2, 14))
    assert place["targetUri"] == (book.lean_source / "Base.lean").as_uri()
    assert place["targetSelectionRange"]["start"] == {"line": 2, "character": 10}
    client.ask("shutdown", None)
    client.send("exit", None)
    assert client.process.wait(10) == 0


def test_restarting_a_file_builds_its_imports(book, start):
    scripts = write_tools(tools_folder(book), book, find_toolchain())
    client = start(scripts / "lake", "serve", "--", book.root)
    file = book.lean_source / "File.lean"
    client.open(file)
    stale = client.diagnostics("Imports are out of date")
    assert stale["range"]["start"] == {"line": 0, "character": 0}
    client.send("textDocument/didClose", {"textDocument": {"uri": file.as_uri()}})
    client.open(file, version=2, mode="once")
    assert client.diagnostics("missing")["range"]["start"]["line"] == 3
    assert (book.lean_build / "Base.olean").is_file()


def test_an_import_with_an_error_is_reported(book, start):
    (book.lean_source / "Base.lean").write_text("prelude\ndef a : Prop := nonsense\n", "utf-8")
    scripts = write_tools(tools_folder(book), book, find_toolchain())
    client = start(scripts / "lean", "--server", book.root)
    client.open(book.lean_source / "File.lean", mode="once")
    message = client.diagnostics("setup-file")["message"]
    assert "Base.lean:2:17: error" in message
    assert "nonsense" in message


def workers(process: int) -> list[int]:
    lists = Path(f"/proc/{process}/task").glob("*/children")
    return [int(pid) for file in lists for pid in file.read_text().split()]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_server_and_its_workers_end_with_the_editor(book, start):
    client = start(sys.executable, "-m", "pyharness", "lean-server", "--stdio")
    client.open(book.lean_source / "Base.lean")
    client.wait_for(lambda m: m.get("method") == "textDocument/publishDiagnostics")
    pids = workers(client.process.pid)
    assert pids
    client.process.kill()
    client.process.wait(20)
    end = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in pids) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)


def test_the_scripts_answer_an_editor(book):
    (book.root / "tools").mkdir()
    run = pyharness("lean-server", "--install", "tools", cwd=book.root)
    assert run.returncode == 0, run
    folder = book.root / "tools" / "bin"
    assert json.loads(run.stdout) == json.loads(vscode_settings(folder))
    assert json.loads(run.stdout)["lean4.envPathExtensions"] == [str(folder)]
    for name in ("lean", "lake"):
        assert (folder / name).stat().st_mode & stat.S_IXUSR

    def answer(*command: str | Path) -> tuple[int, str]:
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        return run.returncode, run.stdout

    assert answer(folder / "lean", "--githash") == (0, GITHASH + "\n")
    chosen = answer(folder / "lean", "+leanprover/lean4:v4.35.0", "--version")
    assert chosen[1].startswith("Lean (version 4.35.0,")
    assert answer(folder / "lake", "--version") == (
        0,
        "Lake version 5.0.0-pyharness (Lean version 4.35.0)\n",
    )
    assert answer(folder / "lake", "build") == (2, "")


def test_setup_file(book):
    file = book.lean_source / "File.lean"
    header = json.dumps({"imports": [{"module": "Base"}, {"module": "Elsewhere"}]})

    def ask(*more: str) -> subprocess.CompletedProcess[str]:
        return pyharness(
            "lean-server", "--setup-file", file, "-", *more, cwd=book.root, text=header
        )

    run = ask("--no-build", "--no-cache")
    assert (run.returncode, run.stdout) == (IMPORTS_STALE, "Base\n")
    run = ask()
    assert run.returncode == 0
    assert "Base" in run.stderr
    assert json.loads(run.stdout)["name"] == "File"
    run = ask("--no-build", "--no-cache")
    assert (run.returncode, run.stderr) == (0, "")


def test_a_folder_that_cannot_be_written(book):
    (book.root / "file").touch()
    with pytest.raises(ProblemsError, match="cannot be written"):
        write_tools(book.root / "file", book, find_toolchain())


def test_stray_arguments_are_refused(book):
    run = pyharness("lean-server", "--nonsense", cwd=book.root)
    assert run.returncode == 2
    assert "--nonsense" in run.stderr
