"""``pyharness graph``: questions to the dependency graph, and its exports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from pyharness.cli import REFUTED, json_option, print_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pyharness.graph import DependencyGraph
    from pyharness.graph.queries import Near

__all__ = ["command"]

#: Titles with the lines below them.
_Sections: TypeAlias = "tuple[tuple[str, list[str]], ...]"

#: Letters of the three kinds of edges in listings.
_LETTERS = {"declared": "d", "statement": "s", "proof": "p"}


@click.group(
    epilog="""\b
Examples:
  pyharness graph needs ch06-min-norm-gf             what it rests on
  pyharness graph why ch20-bt-shift-invariance BradleyTerry.prob
  pyharness graph frontier --chapter 10              what to prove next in chapter 10
  pyharness graph compare                            declared uses against the proof terms
  pyharness graph export --format dot -o book.dot
  pyharness graph --trace ~/.cache/lean_dojo/OWNER-REPO-COMMIT/REPO used-by Nat.add_comm
""",
)
@click.option(
    "--trace",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Ask about another library: a repository that LeanDojo has traced.",
)
def command(trace: Path | None) -> None:
    """Ask what rests on what.

    IDs are row ids (`pyharness list`) or Lean names. Edges are of three kinds: declared in the
    registry (d), used by the formal statement (s), used by the proof (p); the last two are taken
    from the terms that Lean's kernel checked. Run `pyharness verify` first: without it only
    declared edges are there.

    A LeanDojo trace has identifiers that somebody typed, nothing else: what `simp` and other
    automation found, instances, notation and axioms are missing.
    """


def _trace(ctx: click.Context) -> Path | None:
    """Return the traced repository that is asked about, None for the project."""
    assert ctx.parent is not None
    return ctx.parent.params["trace"]


def _load(ctx: click.Context) -> DependencyGraph:
    return load_any(ctx, _trace(ctx))


def load_any(ctx: click.Context, trace: Path | None) -> DependencyGraph:
    """Return the graph of a traced repository, or of the project, and say what it lacks.

    Parameters
    ----------
    ctx
        Knows the project.
    trace
        The traced repository, None for the project.
    """

    def tell(text: str) -> None:
        click.secho(text, err=True, dim=True)

    if trace is not None:
        from pyharness.graph.lean_dojo import load_trace
        from pyharness.project import user_cache

        graph = load_trace(trace, keep=user_cache() / "traces")
        for note in graph.notes:
            tell(note)
        return graph
    from pyharness.graph import load_graph

    return load_graph(ctx.obj(), note=tell)


def _only_rows(ctx: click.Context, what: str) -> None:
    """Refuse what is about rows when a traced repository is asked about."""
    if _trace(ctx) is not None:
        raise click.UsageError(
            f"{what} is about the rows of a registry, and a LeanDojo trace has none.\n"
            "Leave out --trace, or ask for needs, used-by, why, impact, trust, path or export.",
            ctx,
        )


def _edges_option(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--edges",
        "kinds",
        metavar="KINDS",
        default="declared,statement,proof",
        callback=_kinds,
        help="Follow only these kinds, such as `statement,proof` or `d`. Default: all three.",
    )(function)


def _kinds(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    chosen = []
    for word in value.split(","):
        found = [kind for kind in _LETTERS if word.strip() and kind.startswith(word.strip())]
        if len(found) != 1:
            raise click.BadParameter(
                f"`{word}` is no kind of edge; there are {', '.join(_LETTERS)}", ctx, parameter
            )
        chosen += found
    return tuple(kind for kind in _LETTERS if kind in chosen)


_depth_option = click.option(
    "--depth", type=click.IntRange(min=1), help="Go at most this far. Default: to the end."
)
_lean_option = click.option("--lean", is_flag=True, help="List Lean declarations, not rows.")


def _plain(text: str) -> str:
    return text.replace("$", "")


def _show_near(found: Sequence[Near], nothing: str) -> None:
    if not found:
        click.echo(nothing)
        return
    width = max(len(near.id) for near in found)
    for near in found:
        letters = "".join(
            letter if kind in near.edges else " " for kind, letter in _LETTERS.items()
        )
        state = f"{near.state:<9}" if near.state else ""
        where = near.title if near.state else f"{near.title}  {near.file}:{near.line}"
        click.echo(f"{near.distance:>3} {letters} {near.id.ljust(width)}  {state}{_plain(where)}")


def _list(ctx: click.Context, name: str, question: str, as_json: bool, options: Any) -> None:
    from pyharness.graph import queries

    found = getattr(queries, question)(_load(ctx), name, **options)
    if as_json:
        print_json([near.to_json() for near in found])
        return
    said = "rests on nothing" if question == "needs" else "is used by nothing"
    _show_near(found, f"`{name}` {said} that the graph knows.")


@command.command(
    epilog="""\b
Examples:
  pyharness graph needs ch06-min-norm-gf --depth 1    direct needs only
  pyharness graph needs ch20-bt-shift-invariance --edges statement,proof
  pyharness graph needs BradleyTerry.prob             a Lean declaration
"""
)
@click.argument("name", metavar="ID")
@_depth_option
@_edges_option
@_lean_option
@json_option
@click.pass_context
def needs(ctx: click.Context, /, *, name: str, as_json: bool, **options: Any) -> None:
    """List what ID rests on, nearest first, with distance, kinds of edge and state."""
    _list(ctx, name, "needs", as_json, options)


@command.command(
    "used-by",
    epilog="""\b
Example:
  pyharness graph used-by ch07-finite-class --depth 1
""",
)
@click.argument("name", metavar="ID")
@_depth_option
@_edges_option
@_lean_option
@json_option
@click.pass_context
def used_by(ctx: click.Context, /, *, name: str, as_json: bool, **options: Any) -> None:
    """List what rests on ID, nearest first."""
    _list(ctx, name, "used_by", as_json, options)


@command.command(
    epilog="""\b
Example:
  pyharness graph why ch20-bt-shift-invariance ch20-bradley-terry

Exit code 1: the first does not rest on the second.
"""
)
@click.argument("source", metavar="A")
@click.argument("target", metavar="B")
@json_option
@click.pass_context
def why(ctx: click.Context, /, *, source: str, target: str, as_json: bool) -> None:
    """Show why A rests on B: the shortest chain of statements and proofs, with its lemmas."""
    from pyharness.graph import queries

    chain = queries.why(_load(ctx), source, target)
    if as_json:
        print_json(chain.to_json())
    elif not chain.steps:
        click.echo(f"`{source}` does not rest on `{target}`, as far as the graph knows.")
    else:
        if chain.kind == "declared":
            click.echo("The proof terms have no such chain; the registry declares:")
        for depth, step in enumerate(chain.steps):
            rows = f"  = {', '.join(step.rows)}" if step.rows and chain.kind == "lean" else ""
            edge = f"{step.edge}: " if step.edge else ""
            place = f"  {step.file}:{step.line}" if step.line else ""
            click.echo(f"{'  ' * depth}{edge}{step.name}{rows}{place}")
    if not chain.steps:
        ctx.exit(REFUTED)


@command.command(
    epilog="""\b
Example:
  pyharness graph impact ch10-parseval
"""
)
@click.argument("name", metavar="ID")
@json_option
@click.pass_context
def impact(ctx: click.Context, /, *, name: str, as_json: bool) -> None:
    """Show what falls if ID falls: every row and declaration that rests on it.

    A declared use counts, unless the registry says that the formal proof goes without it.
    """
    from pyharness.graph import queries

    graph = _load(ctx)
    found = queries.impact(graph, name)
    if as_json:
        print_json(found.to_json())
        return
    if graph.rows:
        _show_near(found.rows, f"No row rests on `{name}`.")
    rows = f"{len(found.rows)} rows; in Lean " if graph.rows else ""
    click.echo(f"{rows}{found.declarations} declarations in {found.modules} modules")


@command.command(
    epilog="""\b
Example:
  pyharness graph trust ch20-bt-shift-invariance
"""
)
@click.argument("name", metavar="ID")
@json_option
@click.pass_context
def trust(ctx: click.Context, /, *, name: str, as_json: bool) -> None:
    """List what a reader of ID must trust: the definitions it speaks of, and the axioms.

    Theorems are not listed: Lean's kernel checked them. What remains for a human is whether the
    definitions mean what their names say.
    """
    from itertools import groupby

    from pyharness.graph import queries

    found = queries.trust(_load(ctx), name)
    if as_json:
        print_json(found.to_json())
        return
    if not found.statements:
        click.echo(f"`{name}` has no Lean statement that is built.")
        return
    click.secho("Statements", bold=True)
    for item in found.statements:
        click.echo(f"  {item.kind} {item.name}  {item.file}:{item.line}")
    click.secho("Definitions that they speak of", bold=True)
    for module, items in groupby(found.definitions, key=lambda item: item.module):
        group = list(items)
        lines = sum(item.lines for item in group)
        click.echo(f"  {module}: {len(group)} definitions, {lines} lines")
        for item in group:
            click.echo(f"    {item.name}  {item.file}:{item.line}  {item.lines} lines")
    click.secho("Axioms", bold=True)
    if found.axioms is None:
        click.echo("  unknown: the trace does not have them")
    else:
        for item in found.axioms:
            click.echo(f"  {item.name}  {item.file}:{item.line}")
        if not found.axioms:
            click.echo("  none")
    click.echo(f"{len(found.definitions)} definitions, {found.lines} lines to read")


@command.command(
    epilog="""\b
Example:
  pyharness graph frontier --chapter 7
"""
)
@click.option("--chapter", "chapters", type=int, multiple=True, help="Only this chapter.")
@json_option
@click.pass_context
def frontier(ctx: click.Context, /, *, chapters: tuple[int, ...], as_json: bool) -> None:
    """List what to prove next: rows that are not proved but whose needs all are.

    The number in front says how many rows rest on it.
    """
    from pyharness.graph import queries

    _only_rows(ctx, "frontier")
    found = queries.frontier(_load(ctx), chapters)
    if as_json:
        print_json([{**row.to_json(), "rest_on_it": weight} for row, weight in found])
        return
    width = max((len(row.id) for row, _ in found), default=0)
    for row, weight in found:
        click.echo(f"{weight:>4}  {row.id.ljust(width)}  {row.state.value:<9}{_plain(row.title)}")
    click.echo(f"{len(found)} rows could be proved next")


@command.command(
    epilog="""\b
Example:
  pyharness graph path ch07-sign-network-growth
"""
)
@click.argument("name", metavar="ID")
@_depth_option
@_edges_option
@_lean_option
@json_option
@click.pass_context
def path(ctx: click.Context, /, *, name: str, as_json: bool, **options: Any) -> None:
    """Show a reading order: everything that ID needs, prerequisites first, ID last.

    Rows, or for a declaration that states no row (and with --lean) declarations.
    """
    from pyharness.graph import queries

    found = queries.reading_order(_load(ctx), name, **options)
    if as_json:
        print_json([item.to_json() for item in found])
        return
    width = max(len(item.id) for item in found)
    for number, row in enumerate(found, start=1):
        if isinstance(row, queries.Near):
            click.echo(f"{number:>3}. {row.id.ljust(width)}  {row.title}  {row.file}:{row.line}")
            continue
        label = f"{row.label}: " if row.label else ""
        click.echo(
            f"{number:>3}. {row.id.ljust(width)}  {row.state.value:<9}{_plain(label + row.title)}"
        )


@command.command(
    epilog="""\b
Examples:
  pyharness graph compare
  pyharness graph compare --strict      exit code 1 when a difference is not settled
"""
)
@click.option("--strict", is_flag=True, help="Exit with 1 when a difference is not settled.")
@json_option
@click.pass_context
def compare(ctx: click.Context, /, *, strict: bool, as_json: bool) -> None:
    """Compare the declared uses with those in the proof terms, and look for odd rows.

    A use that Lean has is declared under `uses` of the row, directly or through other rows. A
    declared use that Lean does not have is taken out, or explained under `lean.unused` of the row
    when the book's own proof goes that way and the formal one takes another.
    """
    from pyharness.graph.compare import compare as comparison

    _only_rows(ctx, "compare")
    found = comparison(_load(ctx))
    if as_json:
        print_json(found.to_json())
    else:
        click.echo(
            f"{found.declared} declared edges; {found.comparable} join two rows that Lean states"
        )
        open_ones: _Sections = (
            ("Declared, but not used in Lean", [f"{a} -> {b}" for a, b in found.unused]),
            ("Used, but not declared", [f"{a} -> {b}  ({k})" for a, b, k in found.undeclared]),
            ("Said to be unused, but used in Lean", [f"{a} -> {b}" for a, b in found.mistaken]),
            ("Rows that rest on each other", [" <-> ".join(group) for group in found.cycles]),
            ("Proved from a row that is not",
             [f"{a} -> {b}  ({state})" for a, b, state in found.unproved]),
        )  # fmt: skip
        settled: _Sections = (
            ("Declared, and the formal proof takes another way",
             [f"{a} -> {b}: {why}" for a, b, why in found.explained]),
            ("Declared, and used only through other rows",
             [f"{a} -> {b}" for a, b in found.indirect]),
            ("Used, and declared only through other rows",
             [f"{a} -> {b}  ({k})" for a, b, k in found.implied]),
            ("Proved without a row that is declared and not proved yet",
             [f"{a} -> {b}  ({state})" for a, b, state in found.ahead]),
            ("Rows that rest on no other and are used by none", list(found.orphans)),
        )  # fmt: skip
        _show_sections("To be settled", open_ones)
        _show_sections("Explained", settled)
    if strict and found.findings:
        ctx.exit(REFUTED)


def _show_sections(heading: str, sections: _Sections) -> None:
    click.secho(f"{heading}: {sum(len(lines) for _, lines in sections) or 'nothing'}", bold=True)
    for title, lines in sections:
        if lines:
            click.echo(f"  {title}: {len(lines)}")
            for line in lines:
                click.echo(f"    {line}")


_FORMATS = (
    "graphml",
    "dot",
    "json",
    "mermaid",
    "csv",
    "blueprint",
    "formalization",
    "mathlib",
    "corpus",
)
#: Formats that carry the statements of rows.
_OF_ROWS = ("blueprint", "formalization", "mathlib")


@command.command(
    epilog="""\b
Examples:
  pyharness graph export --format dot -o book.dot      for Graphviz: dot -Tsvg book.dot
  pyharness graph export --format graphml --level all -o book.graphml
  pyharness graph export --format blueprint -o content.tex
  pyharness graph export --format formalization --author "A. Name" --method manual
  pyharness graph export --format corpus -o corpus.jsonl
"""
)
@click.option("--format", "form", type=click.Choice(_FORMATS), required=True, help="What to write.")
@click.option(
    "--level",
    type=click.Choice(["rows", "declarations", "all"]),
    help="For graphml, dot, json, mermaid, csv: rows (default), Lean declarations, or both.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file.")
@click.option("--name", default="deep-theory", show_default=True, help="formalization: the name.")
@click.option("--license", "licence", default="Apache-2.0", show_default=True, hidden=True)
@click.option("--author", "authors", multiple=True, help="formalization, mathlib: who.")
@click.option(
    "--method",
    type=click.Choice(["manual", "copilot", "agent", "autonomous", "other"]),
    default="other",
    show_default=True,
    help="formalization: how the proofs were written.",
)
@click.option("--review", default="unchecked", show_default=True, help="formalization: by humans.")
@click.pass_context
def export(
    ctx: click.Context,
    /,
    *,
    form: str,
    level: str | None,
    output: Path | None,
    name: str,
    licence: str,
    authors: tuple[str, ...],
    method: str,
    review: str,
) -> None:
    """Write the graph for another tool, to standard output or to a file.

    graphml, dot, json (networkx node-link), mermaid and csv have nodes and edges; blueprint is
    LaTeX for leanblueprint; formalization is the metadata file of that name, version 0.4; mathlib
    is a list of theorems as Mathlib keeps it in docs/1000.yaml; corpus lists premises as LeanDojo
    does.
    """
    from pyharness.graph import exports
    from pyharness.project import write_whole

    if form in (*_OF_ROWS, "corpus"):
        _only_rows(ctx, f"the format {form}")
    if form == "corpus":
        from pyharness.lean.environment import load_environment

        project = ctx.obj()
        text = exports.corpus(project, load_environment(project))
    elif form in _OF_ROWS:
        from pyharness.registry import load_registry

        graph, registry = _load(ctx), load_registry(ctx.obj())
        if form == "blueprint":
            text = exports.blueprint(graph, registry)
        elif form == "mathlib":
            text = exports.mathlib(graph, registry, authors=authors)
        else:
            text = exports.formalization(
                graph,
                registry,
                name=name,
                license=licence,
                authors=authors,
                method=method,
                review=review,
            )
    else:
        writers = {
            "graphml": exports.graphml,
            "dot": exports.dot,
            "json": exports.node_link,
            "mermaid": exports.mermaid,
            "csv": exports.edge_list,
        }
        graph = _load(ctx)
        text = writers[form](graph, level or ("rows" if graph.rows else "declarations"))
    if output:
        write_whole(output, text)
        click.echo(f"wrote {output}", err=True)
    else:
        click.echo(text, nl=False)
