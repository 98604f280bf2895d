"""Inductive types inside others, such as a tree whose nodes hold a list of trees.

A constructor of ``T`` with a field of type ``List T`` is admissible when it is so after a copy of
``List``, with ``T`` for its parameter, is declared together with ``T``. `expand` makes the group
with such copies; `Expansion.restore` puts the types themselves in the place of the copies, in the
recursors that were derived for the larger group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyharness.lean.expression import APP, CONST, PI
from pyharness.lean.kernel import levels
from pyharness.lean.kernel.inductive import Block, Family, Recursor
from pyharness.lean.kernel.terms import (
    KernelError,
    Term,
    abstract,
    apply,
    close,
    const,
    instantiate,
    local,
    mentions,
    replace,
    show,
    spine,
)

if TYPE_CHECKING:
    from pyharness.lean.kernel.inference import Checker
    from pyharness.lean.kernel.levels import Level

__all__ = ["Expansion", "expand"]


class Expansion:
    """A group of inductive types with copies of the types that it is nested in.

    Attributes
    ----------
    block : Block
        The group; the copies come after the types of the file.
    copies : int
        How many copies there are.
    """

    def __init__(self, checker: Checker, block: Block) -> None:
        self._checker = checker
        self._own = {family.name for family in block.families}
        self._first = block.families[0].name
        self._levels: tuple[Level, ...] = tuple(map(levels.parameter, block.level_params))
        self._params: list[Term] = []
        kind = block.families[0].type
        for number in range(block.parameters):
            if kind.tag != PI:
                kind = checker.whnf(kind)
            if kind.tag != PI:
                raise KernelError(f"`{self._first}` has too few parameters")
            self._params.append(local(number, kind.a))
            kind = instantiate(kind.b, self._params[-1:])
        #: For each nested type at its parameters, the name of its copy.
        self._copies: dict[Term, str] = {}
        #: For each copy and each constructor of a copy, what it stands for, over the parameters.
        self._originals: dict[str, Term] = {}
        self.block = Block(block.level_params, block.parameters, list(block.families))
        self._expand()
        self.copies = len(self._copies)

    def _expand(self) -> None:
        families = self.block.families
        place = 0
        while place < len(families):
            family = families[place]
            replaced = []
            for name, kind in family.constructors:
                body = self._open(name, kind)
                body = replace(body, lambda e, _: self._copy(e))
                replaced.append((name, close(PI, self._params, body)))
            families[place] = Family(family.name, family.type, replaced, family.recursor)
            place += 1

    def _open(self, name: str, kind: Term) -> Term:
        """Put the common parameters in the place of a constructor's."""
        for param in self._params:
            if kind.tag != PI:
                raise KernelError(f"`{name}` has other parameters than its type")
            kind = instantiate(kind.b, (param,))
        return kind

    def _copy(self, e: Term) -> Term | None:
        """Replace an application of another inductive type to a type of the group."""
        if e.tag != APP:
            return None
        function, arguments = spine(e)
        if function.tag != CONST or function.a in self._own or function.a in self._originals:
            return None
        inductive = self._checker.constant(function.a)
        d = inductive.declaration
        number = d.parameters
        if inductive.kind != "inductive" or len(arguments) < number:
            return None
        own = self._own
        given = arguments[:number]
        if not any(mentions(x, lambda t: t.tag == CONST and t.a in own) for x in given):
            return None
        if any(x.loose for x in given):
            raise KernelError(f"nested in a type with variables of its own: {show(e)}")
        whole = apply(function, given)
        if whole not in self._copies:
            for name in d.all:
                self._add(name, function.b, given)
        copy = apply(const(self._copies[whole], self._levels), self._params)
        return apply(copy, arguments[number:])

    def _add(self, name: str, arguments: tuple[Level, ...], given: list[Term]) -> None:
        """Make a copy of an inductive type at some parameters."""
        original = self._checker.constant(name)
        number = len(self._copies) + 1
        # No file has this name: a name that is read has such a character between quotes only.
        copy = f"{self._first}.#{number}"
        whole = apply(const(name, arguments), given)
        self._copies[whole] = copy
        self._originals[copy] = abstract(whole, self._params)
        constructors = []
        for inner in original.declaration.constructors:
            constructor = self._checker.constant(inner)
            kind = self._at(constructor.type_at(arguments), given)
            name_of_copy = f"{copy}.{inner}"
            self._originals[name_of_copy] = abstract(
                apply(const(inner, arguments), given), self._params
            )
            constructors.append((name_of_copy, close(PI, self._params, kind)))
        kind = close(PI, self._params, self._at(original.type_at(arguments), given))
        recursor = f"{self._first}.rec_{number}"
        self.block.families.append(Family(copy, kind, constructors, recursor))

    def _at(self, kind: Term, given: list[Term]) -> Term:
        for argument in given:
            if kind.tag != PI:
                kind = self._checker.whnf(kind)
            if kind.tag != PI:
                raise KernelError("an inductive type with too few parameters")
            kind = instantiate(kind.b, (argument,))
        return kind

    # Back ---------------------------------------------------------------------------------------

    def _restore(self, term: Term) -> Term:
        number = len(self._params)

        def change(e: Term, _: int) -> Term | None:
            function, arguments = spine(e)
            if function.tag != CONST or function.a not in self._originals:
                return None
            if len(arguments) < number:
                raise KernelError("a copy of a type without its parameters")
            original = instantiate(self._originals[function.a], arguments[:number])
            return apply(original, [replace(x, change) for x in arguments[number:]])

        return replace(term, change)

    def restore(self, recursor: Recursor) -> Recursor:
        """Put the nested types themselves in the place of their copies."""
        rules = {}
        for name, (fields, right) in recursor.rules.items():
            original = self._originals.get(name)
            constructor = name
            if original is not None:
                while original.tag == APP:
                    original = original.a
                constructor = original.a
            rules[constructor] = (fields, self._restore(right))
        return Recursor(
            recursor.name, self._restore(recursor.type), rules, recursor.numbers, recursor.k
        )


def expand(checker: Checker, block: Block) -> Expansion:
    """Declare the types that a group is nested in together with it.

    Parameters
    ----------
    checker
        It must know the types of the group.
    block
        The group.

    Raises
    ------
    KernelError
        When the group is nested in a way that is not admissible.
    """
    return Expansion(checker, block)
