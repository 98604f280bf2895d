"""Computation: beta, zeta, projections, recursors, quotients, unfolding, and numerals.

Three depths, as in Lean's kernel: `Reduction.whnf_core` unfolds no definition in the head;
`Reduction.whnf` goes on until nothing computes; `unfold` is one step of definitions, which the
comparison of terms uses to unfold the right side at the right moment.

Natural numbers are numerals as long as possible. A function of the kernel's list is computed with
Python's integers only where `pyharness.lean.kernel.numbers` has established its equations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyharness.lean.expression import APP, CONST, FVAR, LAM, LET, LIT, PI, PROJ, SORT
from pyharness.lean.kernel import levels
from pyharness.lean.kernel.numbers import COMPUTE
from pyharness.lean.kernel.terms import (
    PROP,
    KernelError,
    Term,
    app,
    apply,
    budget,
    const,
    instantiate,
    literal,
    proj,
    spine,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyharness.lean.kernel.library import Constant, Library

__all__ = ["Reduction"]


class Reduction:
    """Computes terms over a library; a part of `pyharness.lean.kernel.checker.Checker`.

    Parameters
    ----------
    library
        The declarations.
    level_params
        The universe parameters of the declaration that is checked.
    hidden
        Declarations that this check must not see: itself, and what is declared with it.
    shortcuts
        What this check may use of `pyharness.lean.kernel.numbers.ORDER`.

    Attributes
    ----------
    seen : dict of str to Constant
        The declarations that were looked at.
    opened : set of str
        Theorems and opaque constants whose value was looked at.
    computed : set of str
        The short cuts that were taken.
    numerals : bool
        Whether numerals may stand for constructors.
    """

    def __init__(
        self,
        library: Library,
        level_params: Iterable[str] = (),
        hidden: Iterable[str] = (),
        shortcuts: Iterable[str] = (),
    ) -> None:
        self.library = library
        self.level_params = frozenset(level_params)
        self.hidden = frozenset(hidden)
        self.shortcuts = frozenset(shortcuts)
        self.numerals = "Nat" in self.shortcuts
        self.seen: dict[str, Constant] = {}
        self.opened: set[str] = set()
        self.computed: set[str] = set()
        self._core: dict[Term, Term] = {}
        self._cheap: dict[Term, Term] = {}
        self._whnf: dict[Term, Term] = {}

    # The other parts of the checker.

    def infer(self, term: Term, check: bool = False) -> Term:
        """Return the type of a term."""
        raise NotImplementedError

    def same(self, t: Term, s: Term) -> bool:
        """Tell whether two terms are equal by definition."""
        raise NotImplementedError

    # Declarations -------------------------------------------------------------------------------

    def constant(self, name: str) -> Constant:
        """Return a declaration that the one under check may mention."""
        found = self.seen.get(name)
        if found is None:
            if name in self.hidden:
                raise KernelError(f"mentions `{name}`, which is not declared yet")
            found = self.library.constant(name)
            if found is None:
                raise KernelError(f"mentions `{name}`, which no module declares")
            if not found.safe:
                safety = found.declaration.safety
                raise KernelError(f"mentions `{name}`, which is {safety}")
            self.seen[name] = found
        return found

    def reveal(self, constants: Mapping[str, Constant]) -> None:
        """Let the check see declarations that were hidden, or others under these names."""
        self.seen.update(constants)

    def structure_constructor(self, name: str) -> Constant | None:
        """Return the constructor of a type that has one, no indices and no recursion."""
        found = self.constant(name)
        d = found.declaration
        if found.kind != "inductive" or len(d.constructors) != 1 or d.indices or d.recursive:
            return None
        return self.constant(d.constructors[0])

    def is_proposition(self, kind: Term) -> bool:
        """Tell whether a type is a proposition.

        A sort such as ``Sort (max 0 0)`` counts: both answers are used, so both must be right.
        """
        found = self.whnf(self.infer(kind))
        return found is PROP or (found.tag == SORT and levels.is_leq(found.a, levels.ZERO))

    # Without unfolding --------------------------------------------------------------------------

    def whnf_core(self, term: Term, cheap: bool = False) -> Term:
        """Compute the head without unfolding definitions.

        Parameters
        ----------
        term
            What to compute.
        cheap
            Whether to unfold nothing in the structures of projections either.
        """
        if term.tag not in (APP, LET, PROJ):
            return term
        cache = self._cheap if cheap else self._core
        found = cache.get(term)
        if found is None:
            found = cache[term] = self._head(term, cheap)
        return found

    def _head(self, term: Term, cheap: bool) -> Term:
        while True:
            budget.left -= 1
            if budget.left < 0:
                budget.refuse()
            tag = term.tag
            if tag == LET:
                term = instantiate(term.c, (term.b,))
                continue
            if tag == PROJ:
                structure = self.whnf_core(term.c, cheap) if cheap else self.whnf(term.c)
                field = self.field(structure, term.b)
                if field is None:
                    return term
                term = field
                continue
            if tag != APP:
                return term
            function, arguments = spine(term)
            kind = function.tag
            if kind == LAM:
                term = beta(function, arguments)
                continue
            if kind in (LET, PROJ):
                new = self.whnf_core(function, cheap)
                if new is function:
                    return term
                term = apply(new, arguments)
                continue
            if kind != CONST:
                return term
            next_term = self._recursor(function, arguments)
            if next_term is None:
                return term
            term = next_term

    def field(self, structure: Term, number: int) -> Term | None:
        """Return a field of a constructor application."""
        if structure.tag == LIT and isinstance(structure.a, str):
            structure = self.string_constructor(structure)
        function, arguments = spine(structure)
        if function.tag != CONST:
            return None
        constructor = self.constant(function.a)
        if constructor.kind != "constructor":
            return None
        place = constructor.declaration.parameters + number
        return arguments[place] if place < len(arguments) else None

    def _literal_constructor(self, term: Term) -> Term:
        """Write a literal with a constructor in its head."""
        if isinstance(term.a, str):
            return self.string_constructor(term)
        return app(const("Nat.succ"), literal(term.a - 1)) if term.a else const("Nat.zero")

    def string_constructor(self, term: Term) -> Term:
        """Write a string as the list of its characters, by which Lean's kernel explains it."""
        character = const("Char")
        text = app(const("List.nil", (levels.ZERO,)), character)
        cons = app(const("List.cons", (levels.ZERO,)), character)
        for letter in reversed(term.a):
            code = app(const("Char.ofNat"), literal(ord(letter)))
            text = apply(cons, (code, text))
        return app(const("String.ofList"), text)

    # Recursors and quotients --------------------------------------------------------------------

    def _recursor(self, function: Term, arguments: list[Term]) -> Term | None:
        """Compute a recursor or a quotient function applied to a constructor."""
        constant = self.constant(function.a)
        if constant.kind == "quotient":
            return self._quotient(constant.declaration.quotient, arguments)
        if constant.kind != "recursor":
            return None
        d = constant.declaration
        before = d.parameters + d.motives + d.minors
        place = before + d.indices
        if len(arguments) <= place:
            return None
        major = arguments[place]
        if d.k:
            major = self._like(constant.major, major) or major
        major = self.whnf(major)
        if major.tag == LIT:
            major = self._literal_constructor(major)
        rules = constant.rules
        constructor, given = spine(major)
        if constructor.tag != CONST or constructor.a not in rules:
            major = self._eta(constant.major, major) or major
            constructor, given = spine(major)
            if constructor.tag != CONST or constructor.a not in rules:
                return None
        fields = rules[constructor.a][0]
        if len(given) < fields:
            return None
        right = constant.rule_at(constructor.a, function.b)
        taken = arguments[:before] + given[len(given) - fields :]
        return apply(beta(right, taken), arguments[place + 1 :])

    def _like(self, inductive: str, major: Term) -> Term | None:
        """For a type with K: return the constructor, when the type of the major premise has it."""
        kind = self.whnf(self.infer(major))
        family, arguments = spine(kind)
        if family.tag != CONST or family.a != inductive:
            return None
        d = self.constant(inductive).declaration
        if not d.constructors:
            return None
        new = apply(const(d.constructors[0], family.b), arguments[: d.parameters])
        return new if self.same(kind, self.infer(new)) else None

    def _eta(self, inductive: str, major: Term) -> Term | None:
        """For a structure: write an element as constructor applied to its projections."""
        constructor = self.structure_constructor(inductive)
        if constructor is None:
            return None
        kind = self.whnf(self.infer(major))
        family, arguments = spine(kind)
        if family.tag != CONST or family.a != inductive or self.is_proposition(kind):
            return None
        number = constructor.declaration.fields
        new = apply(const(constructor.name, family.b), arguments)
        return apply(new, [proj(inductive, field, major) for field in range(number)])

    def _quotient(self, which: str, arguments: list[Term]) -> Term | None:
        place = {"lift": 5, "induction": 4}.get(which)
        if place is None or len(arguments) <= place:
            return None
        function, given = spine(self.whnf(arguments[place]))
        if function.tag != CONST or len(given) != 3:
            return None
        constant = self.constant(function.a)
        if constant.kind != "quotient" or constant.declaration.quotient != "constructor":
            return None
        return apply(app(arguments[3], given[2]), arguments[place + 1 :])

    # Numerals -----------------------------------------------------------------------------------

    def number(self, term: Term) -> Term | None:
        """Compute a function on numerals; None when it is none, or has no numerals."""
        if term.tag != APP or term.locals or not self.numerals:
            return None
        first = term.a
        if first.tag == CONST:
            name = first.a
            if name == "Nat.succ":
                value = self._numeral(term.b)
                return None if value is None else literal(value + 1)
            if name not in self.shortcuts or COMPUTE[name][0] != 1:
                return None
            operands: tuple[Term, ...] = (term.b,)
        elif first.tag == APP and first.a.tag == CONST:
            name = first.a.a
            if name not in self.shortcuts or COMPUTE[name][0] != 2:
                return None
            operands = (first.b, term.b)
        else:
            return None
        values = []
        for operand in operands:
            value = self._numeral(operand)
            if value is None:
                return None
            values.append(value)
        result = COMPUTE[name][1](*values)
        if result is None:
            return None
        self.computed.add(name)
        if isinstance(result, bool):
            return const("Bool.true" if result else "Bool.false")
        return literal(result)

    def _numeral(self, term: Term) -> int | None:
        term = self.whnf(term)
        if term.tag == LIT and isinstance(term.a, int):
            return term.a
        return 0 if term.tag == CONST and term.a == "Nat.zero" else None

    # With unfolding -----------------------------------------------------------------------------

    def unfoldable(self, term: Term) -> Constant | None:
        """Return the definition or theorem in the head of a term."""
        while term.tag == APP:
            term = term.a
        if term.tag != CONST:
            return None
        constant = self.constant(term.a)
        if constant.kind not in ("definition", "theorem"):
            return None
        return constant if len(constant.level_params) == len(term.b) else None

    def unfold(self, term: Term, constant: Constant) -> Term:
        """Put the value of the constant in its place in the head of a term."""
        function, arguments = spine(term)
        if constant.kind != "definition":
            self.opened.add(constant.name)
        return beta(constant.value_at(function.b), arguments)

    def whnf(self, term: Term) -> Term:
        """Compute the head as far as it goes."""
        if term.tag in (SORT, PI, LAM, FVAR, LIT):
            return term
        found = self._whnf.get(term)
        if found is None:
            new = term
            while True:
                new = self.whnf_core(new)
                value = self.number(new)
                if value is not None:
                    new = value
                    break
                constant = self.unfoldable(new)
                if constant is None:
                    break
                new = self.unfold(new, constant)
            found = self._whnf[term] = new
        return found


def beta(function: Term, arguments: list[Term]) -> Term:
    """Apply a function to arguments, going into its body as far as there are binders."""
    used, number = 0, len(arguments)
    while function.tag == LAM and used < number:
        function = function.b
        used += 1
    if not used:
        return apply(function, arguments)
    return apply(instantiate(function, arguments[:used]), arguments[used:])
