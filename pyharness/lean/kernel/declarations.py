"""Declarations: what must hold of each kind, given what it mentions.

`check` takes a *unit*: one declaration, or an inductive type with all that is declared with it
(types, constructors, recursors). It accepts, or it says why not. What a unit mentions is taken as
it stands in the file; it is a unit of its own and is checked as such.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pyharness.lean.expression import LAM
from pyharness.lean.kernel import levels, terms
from pyharness.lean.kernel.inductive import Block, Family, Recursor, derive
from pyharness.lean.kernel.inference import Checker
from pyharness.lean.kernel.library import Constant
from pyharness.lean.kernel.nested import expand
from pyharness.lean.kernel.terms import (
    PROP,
    GaveUp,
    KernelError,
    Term,
    app,
    apply,
    bvar,
    const,
    instantiate,
    local,
    pi,
    show,
    sort,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pyharness.lean.kernel.library import Library

__all__ = ["Outcome", "check"]


@dataclass(frozen=True)
class Outcome:
    """What came of the check of a unit.

    Parameters
    ----------
    verdict
        ``"accepted"``, ``"refused"`` or ``"not checked"``.
    message
        The reason, when it was not accepted.
    steps
        What it cost.
    seen
        The declarations that were looked at.
    opened
        Those among them of which a proof was looked at.
    computed
        The functions on natural numbers that were computed with Python's integers.
    """

    verdict: str
    message: str = ""
    steps: int = 0
    seen: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    computed: tuple[str, ...] = ()


def check(
    library: Library, names: Sequence[str], shortcuts: Iterable[str] = (), steps: int = 1 << 40
) -> Outcome:
    """Check one unit.

    Parameters
    ----------
    library
        The declarations.
    names
        The unit: one name, or the names of an inductive type and all that is declared with it.
    shortcuts
        The functions on natural numbers that may be computed with Python's integers.
    steps
        How much work to spend at most.
    """
    budget = terms.budget
    budget.left = steps
    checkers: list[Checker] = []

    def checker(level_params: Sequence[str], hidden: Iterable[str]) -> Checker:
        checkers.append(Checker(library, level_params, hidden, shortcuts))
        return checkers[-1]

    verdict, message = "accepted", ""
    try:
        constants = [_known(library, name) for name in names]
        if unsafe := next((c for c in constants if not c.safe), None):
            verdict, message = "not checked", f"{unsafe.declaration.safety}: no proof can use it"
        elif any(c.kind in ("inductive", "constructor", "recursor") for c in constants):
            _Inductive(library, constants, checker).check()
        else:
            (constant,) = constants
            message = _single(library, constant, checker(constant.level_params, names))
            verdict = "not checked" if message else "accepted"
    except KernelError as error:
        verdict, message = "refused", str(error)
    except GaveUp:
        verdict, message = "not checked", f"gave up after {steps:,} steps"
    except (RecursionError, MemoryError) as error:
        verdict, message = "not checked", f"gave up: {type(error).__name__}"
    seen = {name for c in checkers for name, constant in c.seen.items() if constant.reader}
    return Outcome(
        verdict,
        message,
        steps - budget.left,
        tuple(sorted(seen - set(names))),
        tuple(sorted({name for c in checkers for name in c.opened})),
        tuple(sorted({name for c in checkers for name in c.computed})),
    )


def _known(library: Library, name: str) -> Constant:
    constant = library.constant(name)
    if constant is None:
        raise KernelError(f"no module declares `{name}`")
    if len(set(constant.level_params)) != len(constant.level_params):
        raise KernelError("a universe parameter has its name twice")
    return constant


def _single(library: Library, constant: Constant, checker: Checker) -> str:
    """Check a declaration that is no part of an inductive type; return why it was not checked."""
    if constant.kind == "quotient":
        return _quotient(library, constant, checker)
    checker.sort_of(constant.type, True)
    if constant.kind == "axiom":
        return _axiom(library, constant)
    if constant.kind == "theorem" and not checker.is_proposition(constant.type):
        raise KernelError("a theorem whose type is no proposition")
    value = constant.value
    if value is None:
        raise KernelError(f"a {constant.kind} without a value")
    checker.check_type(value, constant.type, "the value")
    return ""


# Axioms and quotients -----------------------------------------------------------------------------


def _axiom(library: Library, constant: Constant) -> str:
    from pyharness.lean.audit import AXIOMS, FOUNDATION
    from pyharness.lean.reserved import is_standard

    name = constant.name
    if name not in FOUNDATION:
        if name in AXIOMS:
            return f"an axiom on which nothing may rest: {AXIOMS[name]}"
        raise KernelError("an axiom that is none of Lean's three")
    for other in (name, *_AXIOM_DATA[name]):
        if not is_standard(library.environment, other):
            raise KernelError(f"an axiom with another meaning: `{other}` is not core's")
    return ""


#: The inductive types that the statements of axioms mention.
_AXIOM_DATA = {
    "propext": ("Eq", "Eq.refl", "Iff", "Iff.intro"),
    "Quot.sound": ("Eq", "Eq.refl", "Quot", "Quot.mk"),
    "Classical.choice": ("Nonempty", "Nonempty.intro"),
}


def _quotient(library: Library, constant: Constant, checker: Checker) -> str:
    from pyharness.lean.reserved import is_standard

    names = {"type": "Quot", "constructor": "Quot.mk", "lift": "Quot.lift", "induction": "Quot.ind"}
    which = constant.declaration.quotient
    if constant.name != names[which]:
        raise KernelError(f"a quotient constant that is not called `{names[which]}`")
    others = ("Eq", "Eq.refl") if which == "lift" else ()
    if not all(is_standard(library.environment, name) for name in others):
        raise KernelError("equality is not core's")
    u, v = sort(levels.parameter("u")), sort(levels.parameter("v"))
    at_u, at_v = (levels.parameter("u"),), (levels.parameter("v"),)

    def quot(a: int, r: int) -> Term:
        return apply(const("Quot", at_u), (bvar(a), bvar(r)))

    def equal(kind: int, x: Term, y: Term) -> Term:
        return apply(const("Eq", at_v), (bvar(kind), x, y))

    relation = pi(bvar(0), bvar(1), PROP)
    wanted = {
        "type": pi(u, relation, u),
        "constructor": pi(u, relation, bvar(1), quot(2, 1)),
        "lift": pi(
            u,
            relation,
            v,
            pi(bvar(2), bvar(1)),
            pi(
                bvar(3),
                bvar(4),
                apply(bvar(4), (bvar(1), bvar(0))),
                equal(4, app(bvar(3), bvar(2)), app(bvar(3), bvar(1))),
            ),
            quot(4, 3),
            bvar(3),
        ),
        "induction": pi(
            u,
            relation,
            pi(quot(1, 0), PROP),
            pi(bvar(2), app(bvar(1), apply(const("Quot.mk", at_u), (bvar(3), bvar(2), bvar(0))))),
            quot(3, 2),
            app(bvar(2), bvar(0)),
        ),
    }[which]
    expected = ("u", "v") if which == "lift" else ("u",)
    if len(constant.level_params) != len(expected):
        raise KernelError("a quotient constant with other universe parameters")
    arguments = tuple(map(levels.parameter, expected))
    if constant.type_at(arguments) is not wanted:
        raise KernelError(f"a quotient constant of type {show(constant.type)}")
    checker.sort_of(constant.type, True)
    return ""


# Inductive types ----------------------------------------------------------------------------------


class _Inductive:
    """Checks an inductive type with all that is declared with it."""

    def __init__(self, library: Library, constants: list[Constant], checker) -> None:  # type: ignore[no-untyped-def]
        self.library = library
        self.constants = {constant.name: constant for constant in constants}
        self.make_checker = checker
        self.recursors = [c for c in constants if c.kind == "recursor"]
        first = next((c for c in constants if c.kind == "inductive"), None)
        if first is None:
            raise KernelError("a constructor or recursor without its type")
        self.types = [self._part(name, "inductive") for name in first.declaration.all]
        if not self.types:
            raise KernelError("a group of types without a type")
        self.first = self.types[0]

    def _part(self, name: str, kind: str) -> Constant:
        found = self.constants.get(name)
        if found is None or found.kind != kind:
            raise KernelError(f"there is no {kind} `{name}`")
        return found

    def check(self) -> None:
        """Check the group."""
        block = self._headers()
        hidden = set(self.constants)
        rec_level_params = self.recursors[0].level_params if self.recursors else ()
        restore = None
        copies: dict[str, Constant] = {}
        if self.first.declaration.nested:
            plain = self.make_checker(self.first.level_params, hidden)
            for constant in self.types:
                plain.sort_of(constant.type, True)
            plain.reveal({constant.name: constant for constant in self.types})
            for family in block.families:
                for _, kind in family.constructors:
                    plain.sort_of(kind, True)
            expansion = expand(plain, block)
            block, restore = expansion.block, expansion.restore
            if expansion.copies != self.first.declaration.nested:
                raise KernelError(f"is nested {expansion.copies} times")
            copies = self._copies(block)
        checker = self.make_checker(self.first.level_params, hidden)
        derived = derive(
            checker, block, rec_level_params, lambda name: copies.get(name) or self.constants[name]
        )
        self._compare_data(derived, block)
        found = derived.recursors if restore is None else list(map(restore, derived.recursors))
        if sorted(r.name for r in found) != sorted(r.name for r in self.recursors):
            raise KernelError("has other recursors than its types determine")
        visible = self.make_checker(rec_level_params, ())
        for wanted in found:
            self._compare(visible, wanted, self.constants[wanted.name])

    def _headers(self) -> Block:
        """Check what the file says about the group beside the terms."""
        first = self.first.declaration
        families = []
        constructors: set[str] = set()
        for constant in self.types:
            d = constant.declaration
            if (
                d.all != first.all
                or d.level_params != first.level_params
                or d.parameters != first.parameters
                or d.nested != first.nested
            ):
                raise KernelError(f"`{d.name}` does not fit the types declared with it")
            members = []
            for index, name in enumerate(d.constructors):
                constructor = self._part(name, "constructor")
                c = constructor.declaration
                if (
                    c.inductive != d.name
                    or c.index != index
                    or c.level_params != d.level_params
                    or c.parameters != d.parameters
                    or name in constructors
                ):
                    raise KernelError(f"`{name}` does not fit its type")
                constructors.add(name)
                members.append((name, constructor.type))
            families.append(Family(d.name, constant.type, members, f"{d.name}.rec"))
        known = {*first.all, *constructors, *(r.name for r in self.recursors)}
        if set(self.constants) != known or len(set(first.all)) != len(first.all):
            raise KernelError(
                "declared together are other things than types, constructors, recursors"
            )
        return Block(first.level_params, first.parameters, families)

    def _copies(self, block: Block) -> dict[str, Constant]:
        """Make constants for the enlarged group."""
        found: dict[str, Constant] = {}
        for family in block.families:
            own = self.constants.get(family.name)
            names = tuple(name for name, _ in family.constructors)
            template = self.first.declaration
            data = replace(
                template,
                name=family.name,
                indices=own.declaration.indices if own else 0,
                constructors=names,
                recursive=True,
            )
            found[family.name] = Constant(data, None, family.type)
            for name, kind in family.constructors:
                data = replace(
                    template, name=name, kind="constructor", inductive=family.name, constructors=()
                )
                found[name] = Constant(data, None, kind)
        return found

    def _compare_data(self, derived, block: Block) -> None:  # type: ignore[no-untyped-def]
        """Compare numbers and flags."""
        for place, constant in enumerate(self.types):
            d = constant.declaration
            if d.indices != derived.indices[place] or d.recursive != derived.recursive:
                raise KernelError(f"`{d.name}` has wrong data beside its type")
            for name in d.constructors:
                if self.constants[name].declaration.fields != derived.fields[name]:
                    raise KernelError(f"`{name}` has {derived.fields[name]} fields")
        if self.first.name == "Nat":
            nat = const("Nat")
            wanted = [("Nat.zero", nat), ("Nat.succ", pi(nat, nat))]
            if len(block.families) != 1 or block.families[0].constructors != wanted:
                raise KernelError("the natural numbers are not core's")

    def _compare(self, checker: Checker, wanted: Recursor, found: Constant) -> None:
        """Compare a recursor in the file with the one that the types determine."""
        d = found.declaration
        if found.level_params != self.recursors[0].level_params:
            raise KernelError(f"`{d.name}` has other universe parameters than its group")
        if found.type is not wanted.type:
            checker.sort_of(found.type, True)
            if not checker.same(found.type, wanted.type):
                raise KernelError(
                    f"`{d.name}` has type {show(found.type)}, but must have {show(wanted.type)}"
                )
        if (d.parameters, d.indices, d.motives, d.minors) != wanted.numbers or d.k != wanted.k:
            raise KernelError(f"`{d.name}` has wrong data beside its type")
        if list(found.rules) != list(wanted.rules) or len(d.rules) != len(found.rules):
            raise KernelError(f"`{d.name}` has rules for other constructors")
        for name, (fields, right) in wanted.rules.items():
            given, value = found.rules[name]
            if given != fields or not _same_function(checker, value, right):
                raise KernelError(
                    f"`{d.name}` computes on `{name}` as {show(value)}, but must as {show(right)}"
                )


def _same_function(checker: Checker, f: Term, g: Term) -> bool:
    """Tell whether two functions differ in the types of their arguments at most, and those agree.

    Lean derives the arguments' types of a rule from the type; a constructor can write them with
    other annotations.
    """
    variables: list[Term] = []
    while f.tag == LAM == g.tag:
        kind = instantiate(f.a, variables)
        if f.a is not g.a and not checker.same(kind, instantiate(g.a, variables)):
            return False
        variables.append(local(len(variables), kind))
        f, g = f.b, g.b
    return f is g
