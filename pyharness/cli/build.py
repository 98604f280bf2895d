"""``pyharness build``: compile the Lean library."""

from __future__ import annotations

import contextlib
import shutil
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

import click

from pyharness.cli import HOLDS, INTERRUPTED, REFUTED, json_option, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pyharness.lean.build import BuildReport, Event, ModuleResult
    from pyharness.project import Project

__all__ = ["build_with_progress", "command"]

_COLOURS = {"error": "red", "warning": "yellow", "information": "cyan"}


@click.command(
    epilog="""\b
Examples:
  pyharness build                              everything that is out of date
  pyharness build DeepTheory.Core              one module and what it imports
  pyharness build lean/DeepTheory/Core.lean    the same, named by its file
  pyharness build --strict --check             as the verification does
"""
)
@click.argument("modules", nargs=-1, metavar="[MODULE...]")
@click.option(
    "--jobs", "-j", type=click.IntRange(min=1), help="Modules at a time. Default: processors."
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=120.0,
    show_default=True,
    metavar="SECONDS",
    help="Give a module up after this time.",
)
@click.option("--strict", is_flag=True, help="Fail when Lean warns or prints anything.")
@click.option(
    "--check",
    is_flag=True,
    help="Read and hash every output, instead of trusting its size and modification time.",
)
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    modules: tuple[str, ...],
    jobs: int | None,
    timeout: float,
    strict: bool,
    check: bool,
    as_json: bool,
) -> None:
    """Compile the Lean library: what has changed, and what depends on it.

    Results go to build/lean, with seconds and memory of each module in manifest.json. The build
    can be interrupted at any time and goes on where it was; two builds at once do not disturb
    each other. A module that fails does not stop those that do not need it.
    """
    project: Project = ctx.obj()
    names = [_module_name(project, given) for given in modules]
    try:
        report = build_with_progress(
            project, jobs=jobs, targets=names or None, timeout=timeout, check=check, strict=strict
        )
    except KeyboardInterrupt:
        click.echo("interrupted: finished modules are kept, the next build goes on", err=True)
        ctx.exit(INTERRUPTED)
    holds = report.clean if strict else report.ok
    if as_json:
        print_json({**report.to_json(), "strict": strict, "holds": holds})
    else:
        click.echo(_summary(report))
        if strict and report.ok and not report.clean:
            click.echo("not accepted: --strict wants a library about which Lean says nothing")
    ctx.exit(HOLDS if holds else REFUTED)


def build_with_progress(
    project: Project,
    *,
    jobs: int | None = None,
    targets: Sequence[str] | None = None,
    timeout: float = 120.0,
    check: bool = False,
    strict: bool = False,
) -> BuildReport:
    """Build as the command does: progress and messages on standard error.

    Parameters
    ----------
    project
        The project.
    jobs, targets, timeout, check
        See `pyharness.lean.build.build`.
    strict
        Repeat the warnings of modules that were built earlier.

    Returns
    -------
    BuildReport
        What was done.

    Raises
    ------
    KeyboardInterrupt
        When interrupted, or when another program asks this one to end.
    """
    from pyharness.lean.build import build

    with _ending_as_interrupt(), _Progress(project) as progress:
        report = build(
            project, jobs=jobs, targets=targets, timeout=timeout, check=check, progress=progress
        )
        if strict:
            for result in report.modules:
                if result.status == "fresh":
                    progress.show_messages(result)
    return report


def _module_name(project: Project, given: str) -> str:
    """Accept ``lean/A/B.lean`` for module ``A.B``."""
    if not given.endswith(".lean"):
        return given
    from pathlib import Path

    path = Path(given).absolute()
    if not path.is_relative_to(project.lean_source):
        raise click.UsageError(
            f"{given} is not below {project.lean_source}: give the name of a module, such as"
            " DeepTheory.Core, or its file"
        )
    return ".".join(path.relative_to(project.lean_source).with_suffix("").parts)


@contextlib.contextmanager
def _ending_as_interrupt() -> Iterator[None]:
    """Treat a request to end like Ctrl-C, so that no Lean process is left behind."""

    def interrupt(number: int, frame: Any) -> None:
        raise KeyboardInterrupt

    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, interrupt) for number in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Progress:
    """Shows a build on standard error: a line per module, and on a terminal what runs now."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._live = sys.stderr.isatty()
        self._began = time.monotonic()
        self._shown = False
        self._skipped: dict[str, list[str]] = {}

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *exception: object) -> None:
        self._clear()
        for reason, names in self._skipped.items():
            more = f" and {len(names) - 3} more" if len(names) > 3 else ""
            status = click.style("skipped", fg="red", bold=True)
            click.echo(f"{', '.join(names[:3])}{more}  {status} {reason}", err=True)

    def __call__(self, event: Event) -> None:
        self._clear()
        if event.kind == "wait":
            click.echo(f"another build of this project runs ({event.note}); waiting", err=True)
        elif event.result is not None:
            self._show_result(event, event.result)
        if self._live and event.running:
            seconds = time.monotonic() - self._began
            text = f"[{event.done}/{event.total}] {seconds:.0f} s  {'  '.join(event.running)}"
            click.echo(text[: shutil.get_terminal_size().columns - 1], nl=False, err=True)
            self._shown = True

    def _clear(self) -> None:
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
            self._shown = False

    def _show_result(self, event: Event, result: ModuleResult) -> None:
        # Modules with refused sources come before the count begins.
        width = len(str(event.total))
        count = f"[{event.done:{width}}/{event.total}] " if event.done else ""
        if result.status == "skipped":
            self._skipped.setdefault(result.reason, []).append(result.name)
            return
        if result.status in ("built", "fresh"):
            note = "" if result.status == "built" else "  unchanged"
            click.echo(f"{count}{result.name}  {result.seconds:.2f} s{note}", err=True)
        else:
            status = click.style(result.status, fg="red", bold=True)
            click.echo(f"{count}{result.name}  {status}: {result.reason}", err=True)
        if result.status != "fresh":
            self.show_messages(result)

    def show_messages(self, result: ModuleResult) -> None:
        """Show what Lean said about one module."""
        from pyharness.lean.messages import shown_message

        if not result.messages:
            return
        source = _text(self._project.root / result.file)
        for message in result.messages:
            colour = _COLOURS.get(message.severity, "white")
            shown = shown_message(result, message, source)
            head, mark, rest = shown.partition(f": {message.severity}: ")
            styled = click.style(mark[2:-2], fg=colour, bold=True)
            click.echo(f"{head}: {styled}: {rest}", err=True)


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None


def _summary(report: BuildReport) -> str:
    """Say in one line what a build did."""
    parts = [
        f"{report.count(status)} {status}"
        for status in ("built", "fresh", "failed", "skipped")
        if report.count(status)
    ]
    for severity in ("warning", "information"):
        number = report.messages(severity)
        if number:
            noun = {"warning": "warning", "information": "message"}[severity]
            parts.append(f"{number} {noun}{'s' if number > 1 else ''}")
    if report.removed:
        parts.append(f"{len(report.removed)} old outputs removed")
    total = len(report.modules)
    modules = f"{total} module{'s' if total != 1 else ''}"
    return f"{modules}: {', '.join(parts)}, in {report.seconds:.2f} s"
