"""A web server for the pages, for this machine only."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["make_server"]

#: The only address that is served.
ADDRESS = "127.0.0.1"


class _Handler(SimpleHTTPRequestHandler):
    """Serves files of the pages; answers no other host name, so that no other page can read them.

    A page elsewhere could give its own name this machine's address; its requests carry that name.
    """

    def log_message(self, format: str, *args: object) -> None:
        pass

    def parse_request(self) -> bool:
        if not super().parse_request():
            return False
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        if host not in (ADDRESS, "localhost"):
            self.send_error(403, "only for this machine")
            return False
        return True

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # browsers ask for it unasked
            self.send_response(204)
            self.end_headers()
            return
        super().do_GET()

    def list_directory(self, path: object) -> None:
        self.send_error(404)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()


def make_server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Return a server for a folder on the loopback address; ``serve_forever`` runs it.

    Parameters
    ----------
    folder
        The pages.
    port
        The port; 0 takes a free one.
    """
    return ThreadingHTTPServer((ADDRESS, port), partial(_Handler, directory=str(folder)))
