"""``pyharness serve``: the pages in a browser."""

from __future__ import annotations

import click

from pyharness.problems import Problem, ProblemsError

__all__ = ["command"]


@click.command(
    epilog="""\b
Examples:
  pyharness serve --open           in the default browser
  pyharness serve --port 8000
"""
)
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True)
@click.option("--open", "show", is_flag=True, help="Open the default browser.")
@click.pass_context
def command(ctx: click.Context, /, *, port: int, show: bool) -> None:
    """Serve the pages of the last `pyharness verify`, on this machine only.

    The pages also open from disk: build/site/index.html.
    """
    from pyharness.site.server import ADDRESS, make_server

    project = ctx.obj()
    if not (project.site / "index.html").is_file():
        raise ProblemsError(
            Problem(
                project.name_of(project.site), 0, 0, "there are no pages yet", "",
                "run `pyharness verify`",
            )
        )  # fmt: skip
    try:
        server = make_server(project.site, port)
    except OSError as error:
        message = f"port {port} cannot be used: {error.strerror}"
        raise ProblemsError(
            Problem("", 0, 0, message, "a free port", "choose one with --port, or --port 0")
        ) from error
    address = f"http://{ADDRESS}:{server.server_address[1]}/"
    click.echo(address)
    click.echo("Ctrl+C ends it.", err=True)
    if show:
        import webbrowser

        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
