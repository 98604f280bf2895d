"""The server answers this machine only."""

from __future__ import annotations

import http.client
import threading
from typing import TYPE_CHECKING

from click.testing import CliRunner

from pyharness.cli import main
from pyharness.site.server import make_server

if TYPE_CHECKING:
    from pathlib import Path

    from pyharness.project import Project


def test_it_serves_files_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("hello")
    (tmp_path / "sub").mkdir()
    server = make_server(tmp_path)
    assert server.server_address[0] == "127.0.0.1"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]

    def answer(path: str, host: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", path, headers={"Host": host})
        return connection.getresponse().status

    assert answer("/index.html", f"127.0.0.1:{port}") == 200
    assert answer("/", "localhost") == 200
    assert answer("/index.html", "example.org") == 403
    assert answer("/sub/", f"127.0.0.1:{port}") == 404
    assert answer("/../../etc/passwd", f"127.0.0.1:{port}") == 404
    server.shutdown()
    server.server_close()


def test_without_pages_it_says_what_to_do(small_project: Project) -> None:
    result = CliRunner().invoke(main, ["--root", str(small_project.root), "serve", "--port", "0"])
    assert result.exit_code == 2
    assert "pyharness verify" in result.output
