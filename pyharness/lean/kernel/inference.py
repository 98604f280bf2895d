"""Types of terms, inferred or checked.

`Inference.infer` with ``check`` makes sure that the term is well-typed; without, it trusts that and
only works out the type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyharness.lean.expression import APP, CONST, FVAR, LAM, LET, LIT, PI, PROJ, SORT
from pyharness.lean.kernel import levels
from pyharness.lean.kernel.equality import Equality
from pyharness.lean.kernel.terms import (
    KernelError,
    Term,
    budget,
    close,
    const,
    instantiate,
    local,
    proj,
    show,
    sort,
    spine,
)

if TYPE_CHECKING:
    from pyharness.lean.kernel.levels import Level

__all__ = ["Checker"]


class Checker(Equality):
    """The whole type checker: types, equality, computation.

    One checker serves one declaration. What it finds out about terms is kept until it goes.
    """

    def __init__(self, *args, **options) -> None:  # type: ignore[no-untyped-def]
        super().__init__(*args, **options)
        self._inferred: dict[Term, Term] = {}
        self._checked: dict[Term, Term] = {}

    def infer(self, term: Term, check: bool = False) -> Term:
        """Return the type of a term.

        Parameters
        ----------
        term
            The term; its locals carry their types.
        check
            Whether to make sure that it is well-typed.

        Raises
        ------
        KernelError
            When it is not.
        """
        found = self._checked.get(term)
        if found is None and not check:
            found = self._inferred.get(term)
        if found is None:
            budget.left -= 1
            if budget.left < 0:
                budget.refuse()
            found = self._type(term, check)
            (self._checked if check else self._inferred)[term] = found
        return found

    def sort_of(self, kind: Term, check: bool = False) -> Level:
        """Return the level of a type."""
        found = self.infer(kind, check)
        if found.tag != SORT:
            found = self.whnf(found)
            if found.tag != SORT:
                raise KernelError(f"not a type: {show(kind)}")
        return found.a

    def check_type(self, value: Term, kind: Term, what: str) -> None:
        """Check a term against a type."""
        found = self.infer(value, True)
        if not self.same(found, kind):
            raise KernelError(f"{what} has type {show(found)}, but must have {show(kind)}")

    def _check_levels(self, *found: Level) -> None:
        for level in found:
            if unknown := level.parameters - self.level_params:
                raise KernelError(f"mentions the level {min(unknown)}, which is not declared")

    def _type(self, term: Term, check: bool) -> Term:
        tag = term.tag
        if tag == APP:
            return self._application(term, check)
        if tag == CONST:
            constant = self.constant(term.a)
            if check:
                self._check_levels(*term.b)
            return constant.type_at(term.b)
        if tag == FVAR:
            return term.b
        if tag == LAM:
            return self._lambda(term, check)
        if tag == PI:
            return self._pi(term, check)
        if tag == SORT:
            if check:
                self._check_levels(term.a)
            return sort(levels.successor(term.a))
        if tag == LET:
            if check:
                self.sort_of(term.a, True)
                self.check_type(term.b, term.a, "the value of a `let`")
            return self.infer(instantiate(term.c, (term.b,)), check)
        if tag == LIT:
            return self._literal(term)
        if tag == PROJ:
            return self._projection(term, check)
        raise KernelError("a variable without a binder")

    def _literal(self, term: Term) -> Term:
        """Return the type of a literal, which stands for constructors."""
        name = "Nat" if isinstance(term.a, int) else "String"
        if name not in self.shortcuts:
            raise KernelError(f"a literal, but what it stands for is not established: `{name}`")
        self.computed.add(name)
        return const(name)

    def _application(self, term: Term, check: bool) -> Term:
        function, arguments = spine(term)
        kind = self.infer(function, check)
        done = 0  # arguments that have been put into `kind`
        for place, argument in enumerate(arguments):
            if kind.tag != PI:
                kind = self.whnf(instantiate(kind, arguments[done:place]))
                done = place
                if kind.tag != PI:
                    raise KernelError(f"not a function: {show(function)} in {show(term)}")
            if check:
                wanted = instantiate(kind.a, arguments[done:place])
                found = self.infer(argument, True)
                if found is not wanted and not self.same(found, wanted):
                    raise KernelError(
                        f"{show(argument)} has type {show(found)}, but must have {show(wanted)}"
                    )
            kind = kind.b
        return instantiate(kind, arguments[done:])

    def _lambda(self, term: Term, check: bool) -> Term:
        variables: list[Term] = []
        start = term.locals
        while term.tag == LAM:
            kind = instantiate(term.a, variables)
            if check:
                self.sort_of(kind, True)
            variables.append(local(start + len(variables), kind))
            term = term.b
        return close(PI, variables, self.infer(instantiate(term, variables), check))

    def _pi(self, term: Term, check: bool) -> Term:
        variables: list[Term] = []
        found: list[Level] = []
        start = term.locals
        while term.tag == PI:
            kind = instantiate(term.a, variables)
            found.append(self.sort_of(kind, check))
            variables.append(local(start + len(variables), kind))
            term = term.b
        level = self.sort_of(instantiate(term, variables), check)
        for domain in reversed(found):
            level = levels.imax(domain, level)
        return sort(level)

    def _projection(self, term: Term, check: bool) -> Term:
        kind = self.whnf(self.infer(term.c, check))
        family, arguments = spine(kind)
        if family.tag != CONST or family.a != term.a:
            raise KernelError(f"a projection of {term.a} from {show(kind)}")
        inductive = self.constant(family.a)
        d = inductive.declaration
        if (
            inductive.kind != "inductive"
            or len(d.constructors) != 1
            or len(arguments) != d.parameters + d.indices
        ):
            raise KernelError(f"a projection from {show(kind)}, which is no structure")
        rest = self.constant(d.constructors[0]).type_at(family.b)
        for argument in arguments[: d.parameters]:
            rest = self._codomain(rest, argument)
        proposition = self.is_proposition(kind)
        for field in range(term.b):
            rest = self._domain(rest)
            if rest.b.loose and proposition and not self.is_proposition(rest.a):
                raise KernelError("a projection from a proposition beyond a field that is data")
            rest = instantiate(rest.b, (proj(term.a, field, term.c),))
        rest = self._domain(rest)
        if proposition and not self.is_proposition(rest.a):
            raise KernelError("a projection of data from a proposition")
        return rest.a

    def _domain(self, kind: Term) -> Term:
        if kind.tag != PI:
            kind = self.whnf(kind)
            if kind.tag != PI:
                raise KernelError("a projection beyond the last field")
        return kind

    def _codomain(self, kind: Term, argument: Term) -> Term:
        return instantiate(self._domain(kind).b, (argument,))
