"""Copies of inductive types under other names, with changes, for compiled files written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyharness.lean.expression import CONST, PROJ
from pyharness.lean.kernel.terms import Term, const, proj, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from olean_writer import Writer

    from pyharness.lean.kernel.library import Library


def write_copy(
    w: Writer,
    library: Library,
    unit: Sequence[str],
    rename: Callable[[str], str],
    change: Callable[[str, str, Any], Any] = lambda name, part, value: value,
) -> dict[str, int]:
    """Write all that belongs to an inductive type.

    Parameters
    ----------
    w
        Writes the module.
    library
        Where the type is.
    unit
        Its types, constructors and recursors.
    rename
        The new name of each; other names it leaves alone.
    change
        Gives the new value of a part, from the old name, the part and the value with names changed.
        The parts are ``type``, ``parameters``, ``indices``, ``recursive``, ``nested``, ``fields``,
        ``rules``, ``k``.
    """

    def renamed(e: Term) -> Term:
        def at(e: Term, _: int) -> Term | None:
            if e.tag == CONST:
                return const(rename(e.a), e.b)
            return proj(rename(e.a), e.b, renamed(e.c)) if e.tag == PROJ else None

        return replace(e, at)

    written = {}
    for name in unit:
        constant = library.constant(name)
        assert constant is not None
        d = constant.declaration

        def part(what: str, value: Any, name: str = name) -> Any:
            return change(name, what, value)

        head = (rename(name), part("type", renamed(constant.type)))
        if constant.kind == "inductive":
            word = w.inductive(
                *head,
                part("parameters", d.parameters),
                part("indices", d.indices),
                [*map(rename, d.constructors)],
                d.level_params,
                recursive=part("recursive", d.recursive),
                nested=part("nested", d.nested),
                together=[*map(rename, d.all)],
            )
        elif constant.kind == "constructor":
            numbers = (d.index, d.parameters, part("fields", d.fields))
            word = w.member(*head, rename(d.inductive), *numbers, d.level_params)
        else:
            rules = [
                (rename(constructor), fields, renamed(right))
                for constructor, (fields, right) in constant.rules.items()
            ]
            word = w.recursor(
                *head,
                [*map(rename, d.all)],
                (d.parameters, d.indices, d.motives, d.minors),
                part("rules", rules),
                d.level_params,
                part("k", d.k),
            )
        written[rename(name)] = word
    return written
