"""Equality by definition.

`Equality.same` decides it as Lean's kernel does: structure first, then proofs of one proposition,
then unfolding, the deeper definition first, then eta for functions and for structures. A negative
answer can mean that the algorithm does not find the way; Lean's has the same gaps, and this one
is made to have no others.
"""

from __future__ import annotations

from pyharness.lean.expression import APP, CONST, LAM, LIT, PI, PROJ, SORT
from pyharness.lean.kernel import levels
from pyharness.lean.kernel.reduction import Reduction
from pyharness.lean.kernel.terms import (
    Term,
    app,
    binder,
    budget,
    bvar,
    head,
    instantiate,
    lift,
    literal,
    local,
    proj,
    spine,
)

__all__ = ["Equality"]

_ABBREVIATION = 1 << 40


class Equality(Reduction):
    """Compares terms; a part of `pyharness.lean.kernel.checker.Checker`."""

    def __init__(self, *args, **options) -> None:  # type: ignore[no-untyped-def]
        super().__init__(*args, **options)
        self._equal: set[tuple[Term, Term]] = set()
        self._different: set[tuple[Term, Term]] = set()

    def same(self, t: Term, s: Term) -> bool:
        """Tell whether two terms are equal by definition."""
        if t is s:
            return True
        key = (t, s) if id(t) < id(s) else (s, t)
        if key in self._equal:
            return True
        found = self._compare(t, s)
        if found:
            self._equal.add(key)
        return found

    def _all_same(self, a: list[Term], b: list[Term]) -> bool:
        # A loop and not `all`: calls through C code would use up the stack.
        for x, y in zip(a, b, strict=True):  # noqa: SIM110
            if not self.same(x, y):
                return False
        return True

    # Structure ----------------------------------------------------------------------------------

    def _quick(self, t: Term, s: Term) -> bool | None:
        """Decide what the outermost shape decides."""
        if t is s:
            return True
        tag = t.tag
        if tag == s.tag:
            if tag in (LAM, PI):
                return self._binders(t, s)
            if tag == SORT:
                return levels.is_equal(t.a, s.a)
            if tag == LIT:
                return False
        return None

    def _binders(self, t: Term, s: Term) -> bool:
        tag = t.tag
        variables: list[Term] = []
        start = max(t.locals, s.locals)
        while t.tag == tag == s.tag:
            kind = instantiate(t.a, variables)
            if t.a is not s.a and not self.same(kind, instantiate(s.a, variables)):
                return False
            variables.append(local(start + len(variables), kind))
            t, s = t.b, s.b
        return self.same(instantiate(t, variables), instantiate(s, variables))

    # The algorithm ------------------------------------------------------------------------------

    def _compare(self, t: Term, s: Term) -> bool:
        budget.left -= 1
        if budget.left < 0:
            budget.refuse()
        quick = self._quick(t, s)
        if quick is not None:
            return quick
        # Decisions: compute them at once.
        if s.tag == CONST and s.a == "Bool.true" and not t.locals and self.whnf(t) is s:
            return True
        t1, s1 = self.whnf_core(t, True), self.whnf_core(s, True)
        if t1 is not t or s1 is not s:
            quick = self._quick(t1, s1)
            if quick is not None:
                return quick
        if self._proofs(t1, s1):
            return True
        decided, t, s = self._unfold_both(t1, s1)
        if decided is not None:
            return decided
        if t.tag == s.tag:
            if t.tag == CONST and t.a == s.a and levels.are_equal(t.b, s.b):
                return True
            if t.tag == PROJ and t.b == s.b and self._projections(t.c, s.c, t.b):
                return True
        t1, s1 = self.whnf_core(t), self.whnf_core(s)
        if t1 is not t or s1 is not s:
            return self.same(t1, s1)
        if t.tag == s.tag == APP:
            f, a = spine(t)
            g, b = spine(s)
            if len(a) == len(b) and self.same(f, g) and self._all_same(a, b):
                return True
        return (
            self._function_eta(t, s)
            or self._function_eta(s, t)
            or self._structure_eta(t, s)
            or self._structure_eta(s, t)
            or self._strings(t, s)
            or self._strings(s, t)
            or self._units(t, s)
        )

    def _proofs(self, t: Term, s: Term) -> bool:
        """Tell whether both prove one proposition."""
        kind = self.infer(t)
        return self.is_proposition(kind) and self.same(kind, self.infer(s))

    def _projections(self, t: Term, s: Term, field: int) -> bool:
        """Compare projections of stuck terms, unfolding both in step."""
        while True:
            decided, more, t, s = self._unfold_step(t, s)
            if decided:
                return True
            if decided is None and more:
                continue
            x, y = self.field(t, field), self.field(s, field)
            return self.same(x, y) if x is not None and y is not None else self.same(t, s)

    # Unfolding ----------------------------------------------------------------------------------

    def _unfold_both(self, t: Term, s: Term) -> tuple[bool | None, Term, Term]:
        """Unfold on both sides until the terms are decided or stuck."""
        while True:
            decided = self._offset(t, s)
            if decided is not None:
                return decided, t, s
            value = self.number(t)
            if value is not None:
                return self.same(value, s), t, s
            value = self.number(s)
            if value is not None:
                return self.same(t, value), t, s
            decided, more, t, s = self._unfold_step(t, s)
            if decided is not None or not more:
                return decided, t, s

    def _unfold_step(self, t: Term, s: Term) -> tuple[bool | None, bool, Term, Term]:
        """Unfold one side, or both; say what is decided, whether there was anything to do."""
        budget.left -= 1
        if budget.left < 0:
            budget.refuse()
        c, d = self.unfoldable(t), self.unfoldable(s)
        if c is None and d is None:
            return None, False, t, s
        if d is None:
            new = self._projection_head(s)
            if new is not None:
                s = new
            else:
                assert c is not None
                t = self.whnf_core(self.unfold(t, c), True)
        elif c is None:
            new = self._projection_head(t)
            if new is not None:
                t = new
            else:
                s = self.whnf_core(self.unfold(s, d), True)
        else:
            high, low = _height(c), _height(d)
            if high == low:
                if c is d and 0 < high < _ABBREVIATION and t.tag == s.tag == APP:
                    key = (t, s)
                    if key not in self._different:
                        f, a = spine(t)
                        g, b = spine(s)
                        if len(a) == len(b) and levels.are_equal(f.b, g.b) and self._all_same(a, b):
                            return True, True, t, s
                        self._different.add(key)
                t = self.whnf_core(self.unfold(t, c), True)
                s = self.whnf_core(self.unfold(s, d), True)
            elif high > low:
                t = self.whnf_core(self.unfold(t, c), True)
            else:
                s = self.whnf_core(self.unfold(s, d), True)
        return self._quick(t, s), True, t, s

    def _projection_head(self, term: Term) -> Term | None:
        """Compute a projection in the head, when that leads on."""
        if head(term).tag != PROJ:
            return None
        new = self.whnf_core(term)
        return None if new is term else new

    def _offset(self, t: Term, s: Term) -> bool | None:
        """Compare numerals and successors."""
        if not self.numerals:
            return None
        if _is_zero(t) and _is_zero(s):
            return True
        before = _predecessor(t)
        if before is None:
            return None
        other = _predecessor(s)
        return None if other is None else self.same(before, other)

    # Eta ----------------------------------------------------------------------------------------

    def _function_eta(self, t: Term, s: Term) -> bool:
        if t.tag != LAM or s.tag == LAM:
            return False
        kind = self.whnf(self.infer(s))
        return kind.tag == PI and self.same(t, binder(LAM, kind.a, app(lift(s, 1), bvar(0))))

    def _structure_eta(self, t: Term, s: Term) -> bool:
        function, arguments = spine(s)
        if function.tag != CONST:
            return False
        constructor = self.constant(function.a)
        d = constructor.declaration
        if constructor.kind != "constructor" or len(arguments) != d.parameters + d.fields:
            return False
        if self.structure_constructor(d.inductive) is None:
            return False
        if not self.same(self.infer(t), self.infer(s)):
            return False
        for field, argument in enumerate(arguments[d.parameters :]):
            if not self.same(proj(d.inductive, field, t), argument):
                return False
        return True

    def _strings(self, t: Term, s: Term) -> bool:
        if t.tag != LIT or not isinstance(t.a, str):
            return False
        function = head(s)
        if function.tag != CONST or function.a != "String.ofList":
            return False
        return self.same(self.string_constructor(t), s)

    def _units(self, t: Term, s: Term) -> bool:
        """Tell whether both are elements of one structure without fields."""
        kind = self.whnf(self.infer(t))
        family = head(kind)
        if family.tag != CONST:
            return False
        constructor = self.structure_constructor(family.a)
        if constructor is None or constructor.declaration.fields:
            return False
        return self.same(kind, self.infer(s))


def _height(constant) -> int:  # type: ignore[no-untyped-def]
    """How early a constant is unfolded: theorems last, abbreviations first."""
    hint = constant.declaration.hint
    if constant.kind == "theorem" or hint == "opaque":
        return 0
    return _ABBREVIATION if hint == "abbreviation" else hint + 1


def _is_zero(t: Term) -> bool:
    return (t.tag == LIT and t.a == 0 and isinstance(t.a, int)) or (
        t.tag == CONST and t.a == "Nat.zero"
    )


def _predecessor(t: Term) -> Term | None:
    if t.tag == LIT and isinstance(t.a, int) and t.a > 0:
        return literal(t.a - 1)
    if t.tag == APP and t.a.tag == CONST and t.a.a == "Nat.succ":
        return t.b
    return None
