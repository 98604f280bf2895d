"""Inductive types: what makes one admissible, and which recursors belong to it.

`derive` checks a group of types that were declared together: their parameters, universes
and constructors, that the types occur only positively; and it derives the recursors that the types
determine, to be compared with those in the file. Types that occur inside others, such as
``List T`` in a constructor of ``T``, are first replaced by types declared together with ``T``
(`pyharness.lean.kernel.nested`), and put back in the recursors.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyharness.lean.expression import CONST, LAM, PI, SORT
from pyharness.lean.kernel import levels
from pyharness.lean.kernel.terms import (
    KernelError,
    Term,
    app,
    apply,
    close,
    const,
    instantiate,
    local,
    mentions,
    show,
    sort,
    spine,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pyharness.lean.kernel.inference import Checker
    from pyharness.lean.kernel.levels import Level
    from pyharness.lean.kernel.library import Constant

__all__ = ["Block", "Derived", "Family", "Recursor", "derive"]


@dataclass
class Family:
    """An inductive type of a group.

    Parameters
    ----------
    name, type
        The type; closed.
    constructors
        Names and types of its constructors; closed.
    recursor
        The name of its recursor.
    """

    name: str
    type: Term
    constructors: list[tuple[str, Term]]
    recursor: str


@dataclass
class Block:
    """Inductive types that are declared together.

    Parameters
    ----------
    level_params
        Their universe parameters.
    parameters
        How many parameters they have.
    families
        The types.
    """

    level_params: tuple[str, ...]
    parameters: int
    families: list[Family]


@dataclass
class Recursor:
    """A recursor as its types determine it.

    Parameters
    ----------
    name, type
        The recursor.
    rules
        For each constructor the number of fields and the right-hand side.
    numbers
        Parameters, indices, motives and minor premises.
    k
        Whether it computes on every element of its type.
    """

    name: str
    type: Term
    rules: dict[str, tuple[int, Term]]
    numbers: tuple[int, int, int, int]
    k: bool


@dataclass
class _Constructor:
    """A constructor, opened: its fields are locals."""

    name: str
    family: int
    fields: list[Term]
    result_indices: list[Term]
    #: For each recursive field: the field, its own arguments, the type it ends in, the indices.
    recursive: list[tuple[Term, list[Term], int, list[Term]]] = field(default_factory=list)


class _Derivation:
    """Checks one group and derives its recursors."""

    def __init__(self, checker: Checker, block: Block) -> None:
        self.checker = checker
        self.block = block
        self.level_params = block.level_params
        self.levels: tuple[Level, ...] = tuple(map(levels.parameter, block.level_params))
        self.places = {family.name: i for i, family in enumerate(block.families)}
        self._next = 0
        self.params: list[Term] = []
        self.indices: list[list[Term]] = []
        self.level = levels.ZERO
        self.constructors: list[_Constructor] = []

    def fresh(self, kind: Term) -> Term:
        """Return a new local."""
        self._next += 1
        return local(self._next - 1, kind)

    def occurs(self, term: Term) -> bool:
        """Tell whether a type of the group is mentioned."""
        places = self.places
        return mentions(term, lambda e: e.tag == CONST and e.a in places)

    def telescope(self, kind: Term) -> tuple[list[Term], Term]:
        """Go under all binders of a type, computing its head where needed."""
        variables: list[Term] = []
        while True:
            if kind.tag != PI:
                kind = self.checker.whnf(kind)
                if kind.tag != PI:
                    return variables, kind
            variables.append(self.fresh(kind.a))
            kind = instantiate(kind.b, variables[-1:])

    # Types --------------------------------------------------------------------------------------

    def types(self) -> None:
        """Check the types of the group: common parameters, one universe."""
        for place, family in enumerate(self.block.families):
            self.checker.sort_of(family.type, True)
            kind = family.type
            for number in range(self.block.parameters):
                if kind.tag != PI:
                    kind = self.checker.whnf(kind)
                if kind.tag != PI:
                    raise KernelError(f"`{family.name}` has too few parameters")
                if place == 0:
                    self.params.append(self.fresh(kind.a))
                elif not self.checker.same(kind.a, self.params[number].b):
                    raise KernelError(f"`{family.name}` has other parameters than its group")
                kind = instantiate(kind.b, (self.params[number],))
            indices, kind = self.telescope(kind)
            if kind.tag != SORT:
                raise KernelError(f"`{family.name}` is not a family of types")
            if place == 0:
                self.level = kind.a
            elif not levels.is_equal(self.level, kind.a):
                raise KernelError(f"`{family.name}` lives in another universe than its group")
            self.indices.append(indices)

    @property
    def is_proposition(self) -> bool:
        """Whether the types are propositions."""
        return levels.is_leq(self.level, levels.ZERO)

    def applied(self, place: int) -> Term:
        """Return a type of the group at its parameters."""
        return apply(const(self.block.families[place].name, self.levels), self.params)

    def member(self, kind: Term) -> tuple[int, list[Term]] | None:
        """Recognize a type of the group at the parameters and some indices."""
        function, arguments = spine(kind)
        if function.tag != CONST or function.b != self.levels:
            return None
        place = self.places.get(function.a)
        number = len(self.params)
        if place is None or len(arguments) != number + len(self.indices[place]):
            return None
        for argument, param in zip(arguments, self.params, strict=False):
            if not self.checker.same(argument, param):
                return None
        return place, arguments[number:]

    # Constructors -------------------------------------------------------------------------------

    def constructor(self, place: int, name: str, kind: Term) -> None:
        """Check a constructor and note what its fields are."""
        checker = self.checker
        checker.sort_of(kind, True)
        for param in self.params:
            if kind.tag != PI or not checker.same(kind.a, param.b):
                raise KernelError(f"`{name}` has other parameters than its type")
            kind = instantiate(kind.b, (param,))
        found = _Constructor(name, place, [], [])
        while kind.tag == PI:
            level = checker.sort_of(kind.a)
            if not self.is_proposition and not levels.is_leq(level, self.level):
                raise KernelError(f"a field of `{name}` lives in a universe that is too large")
            variable = self.fresh(kind.a)
            if self.occurs(kind.a):
                self.positive(name, kind.a)
                arguments, end = self.telescope(kind.a)
                member = self.member(end)
                if member is not None:
                    found.recursive.append((variable, arguments, *member))
            found.fields.append(variable)
            kind = instantiate(kind.b, (variable,))
        result = self.member(kind)
        if result is None or result[0] != place or any(map(self.occurs, result[1])):
            raise KernelError(f"`{name}` does not construct an element of its type: {show(kind)}")
        found.result_indices = result[1]
        self.constructors.append(found)

    def positive(self, name: str, kind: Term) -> None:
        """Refuse the type of a field in which the group occurs other than positively."""
        kind = self.checker.whnf(kind)
        while self.occurs(kind):
            if kind.tag != PI:
                member = self.member(kind)
                if member is None or any(map(self.occurs, member[1])):
                    raise KernelError(f"a field of `{name}` mentions the type in {show(kind)}")
                return
            if self.occurs(kind.a):
                raise KernelError(f"a field of `{name}` takes an argument of its own type")
            kind = self.checker.whnf(instantiate(kind.b, (self.fresh(kind.a),)))

    # Recursors ----------------------------------------------------------------------------------

    def eliminates_into_types(self) -> bool:
        """Tell whether the recursors may produce data."""
        if levels.is_never_zero(self.level):
            return True
        if len(self.block.families) > 1 or len(self.constructors) > 1:
            return False
        if not self.constructors:
            return True
        (only,) = self.constructors
        return all(
            levels.is_leq(self.checker.sort_of(variable.b), levels.ZERO)
            or variable in only.result_indices
            for variable in only.fields
        )

    def recursors(self, elimination: str | None) -> list[Recursor]:
        """Derive the recursors.

        Parameters
        ----------
        elimination
            The universe parameter of the motives; None when they are propositions.
        """
        families = self.block.families
        into = levels.ZERO if elimination is None else levels.parameter(elimination)
        rec_levels = self.levels if elimination is None else (into, *self.levels)
        motives, majors = [], []
        for place in range(len(families)):
            indices = self.indices[place]
            majors.append(self.fresh(apply(self.applied(place), indices)))
            motives.append(self.fresh(close(PI, [*indices, majors[-1]], sort(into))))
        minors = []
        for found in self.constructors:
            hypotheses = [
                self.fresh(close(PI, xs, app(apply(motives[j], ix), apply(x, xs))))
                for x, xs, j, ix in found.recursive
            ]
            whole = apply(const(found.name, self.levels), [*self.params, *found.fields])
            end = app(apply(motives[found.family], found.result_indices), whole)
            minors.append(self.fresh(close(PI, [*found.fields, *hypotheses], end)))
        before = [*self.params, *motives, *minors]
        derived = []
        for place, family in enumerate(families):
            indices, major = self.indices[place], majors[place]
            end = app(apply(motives[place], indices), major)
            rules = {}
            for found, minor in zip(self.constructors, minors, strict=True):
                if found.family != place:
                    continue
                calls = []
                for x, xs, j, ix in found.recursive:
                    call = apply(const(families[j].recursor, rec_levels), [*before, *ix])
                    calls.append(close(LAM, xs, app(call, apply(x, xs))))
                right = apply(minor, [*found.fields, *calls])
                rules[found.name] = (
                    len(found.fields),
                    close(LAM, [*before, *found.fields], right),
                )
            derived.append(
                Recursor(
                    family.recursor,
                    close(PI, [*before, *indices, major], end),
                    rules,
                    (len(self.params), len(indices), len(motives), len(minors)),
                    self.is_proposition
                    and len(families) == len(self.constructors) == 1
                    and not self.constructors[0].fields,
                )
            )
        return derived


@dataclass
class Derived:
    """What a group of inductive types determines.

    Parameters
    ----------
    recursors
        Its recursors.
    indices
        The number of indices of each type.
    fields
        The number of fields of each constructor.
    recursive
        Whether some field is of a type of the group.
    large
        Whether the recursors may produce data.
    """

    recursors: list[Recursor]
    indices: list[int]
    fields: dict[str, int]
    recursive: bool
    large: bool


def derive(
    checker: Checker,
    block: Block,
    rec_level_params: Sequence[str],
    declared: Callable[[str], Constant],
) -> Derived:
    """Check a group of inductive types and derive its recursors.

    Parameters
    ----------
    checker
        The types, the constructors and the recursors are hidden from it.
    block
        The group.
    rec_level_params
        The universe parameters of the recursors in the file.
    declared
        Gives the types and constructors; what it gives is shown to the checker when its turn comes.

    Raises
    ------
    KernelError
        When the group is not admissible.
    """
    derivation = _Derivation(checker, block)
    derivation.types()
    checker.reveal({family.name: declared(family.name) for family in block.families})
    for place, family in enumerate(block.families):
        for name, kind in family.constructors:
            derivation.constructor(place, name, kind)
    checker.reveal({found.name: declared(found.name) for found in derivation.constructors})
    large = derivation.eliminates_into_types()
    wanted = len(block.level_params) + large
    if len(rec_level_params) != wanted or tuple(rec_level_params[large:]) != block.level_params:
        raise KernelError("the recursors have wrong universe parameters")
    if len(set(rec_level_params)) != wanted:
        raise KernelError("a universe parameter of the recursors has its name twice")
    return Derived(
        derivation.recursors(rec_level_params[0] if large else None),
        list(map(len, derivation.indices)),
        {found.name: len(found.fields) for found in derivation.constructors},
        any(found.recursive for found in derivation.constructors),
        large,
    )
