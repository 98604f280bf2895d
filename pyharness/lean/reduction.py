"""Computation with terms of the library, with no short cuts.

Lean's kernel computes ``Nat.add`` and its like on numerals with big-number code, by name. To find
out whether such a constant has the meaning that the kernel assumes, one must not ask the kernel:
with a wrong definition it would prove anything. `Reduction.same` therefore compares two terms by
the rules of the calculus alone: beta, delta (definitions only), zeta, iota (computation rules of
recursors) and projections. It is small on purpose and knows neither proof irrelevance nor eta nor
K, so it can fail to see that two terms are the same, never the other way round. Universe levels are
not compared: nothing computes differently because of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyharness.lean.expression import (
    APP,
    BVAR,
    CONST,
    FVAR,
    LAM,
    LET,
    LIT,
    MDATA,
    PI,
    PROJ,
    SORT,
    Expr,
)

if TYPE_CHECKING:
    from pyharness.lean.environment import Environment

__all__ = ["Reduction", "ReductionError"]


class ReductionError(Exception):
    """The computation needs more steps than it is given."""


class Reduction:
    """Reduces terms over an environment.

    Parameters
    ----------
    environment
        Where the definitions are.
    steps
        How many steps all computations together may take.
    """

    def __init__(self, environment: Environment, steps: int = 200_000) -> None:
        self._environment = environment
        self._steps = steps
        self._fresh = 0
        self._unequal: set[tuple[int, int]] = set()
        self._alive: list[Expr] = []  # keeps the terms whose identity is remembered

    def _spend(self) -> None:
        self._steps -= 1
        if self._steps < 0:
            raise ReductionError

    # Substitution -------------------------------------------------------------------------------

    def instantiate(self, body: Expr, value: Expr) -> Expr:
        """Put a closed-up value in place of the outermost bound variable of a body."""
        memo: dict[tuple[int, int], Expr] = {}

        def go(e: Expr, depth: int) -> Expr:
            tag = e[0]
            if tag == BVAR:
                return value if e[1] == depth else (BVAR, e[1] - 1) if e[1] > depth else e
            if tag in (CONST, SORT, LIT, FVAR):
                return e
            key = (id(e), depth)
            found = memo.get(key)
            if found is not None:
                return found
            self._spend()
            if tag == APP:
                new: Expr = (APP, go(e[1], depth), go(e[2], depth))
            elif tag in (LAM, PI):
                new = (tag, e[1], go(e[2], depth), go(e[3], depth + 1), e[4])
            elif tag == LET:
                parts = go(e[2], depth), go(e[3], depth), go(e[4], depth + 1)
                new = (LET, e[1], *parts, e[5])
            elif tag == MDATA:
                new = go(e[1], depth)
            elif tag == PROJ:
                new = (PROJ, e[1], e[2], go(e[3], depth))
            else:
                new = e
            memo[key] = new
            return new

        return go(body, 0)

    # Weak head normal form ----------------------------------------------------------------------

    def head(self, e: Expr) -> tuple[Expr, list[Expr]]:
        """Reduce until the head of the term is known; return the head and its arguments."""
        arguments: list[Expr] = []  # the last one is the next one
        while True:
            self._spend()
            tag = e[0]
            if tag == APP:
                arguments.append(e[2])
                e = e[1]
            elif tag == MDATA:
                e = e[1]
            elif tag == LET:
                e = self.instantiate(e[4], e[3])
            elif tag == LAM and arguments:
                e = self.instantiate(e[3], arguments.pop())
            elif tag == PROJ:
                inner, fields = self._constructor(e[3])
                if inner is None:
                    break
                parameters = self._environment.declaration(inner)[1].parameters
                if e[2] + parameters >= len(fields):
                    break
                e = fields[parameters + e[2]]
            elif tag == CONST:
                unfolded = self._unfold(e[1], arguments)
                if unfolded is None:
                    break
                e = unfolded
            else:
                break
        return e, arguments[::-1]

    def _constructor(self, e: Expr) -> tuple[str | None, list[Expr]]:
        """Return the constructor that a term is an application of, with its arguments."""
        head, arguments = self._shape(e)
        constants = self._environment.constants
        if head[0] == CONST and head[1] in constants and constants[head[1]].kind == "constructor":
            return head[1], arguments
        return None, []

    def _unfold(self, name: str, arguments: list[Expr]) -> Expr | None:
        """Unfold a definition, or a recursor applied to a constructor (takes its arguments)."""
        if name not in self._environment.constants:
            return None
        module, declaration = self._environment.declaration(name)
        if declaration.kind == "definition" and declaration.safety == "safe":
            assert declaration.value is not None
            return module.expressions.node(declaration.value)
        if declaration.kind != "recursor":
            return None
        before = declaration.parameters + declaration.motives + declaration.minors
        major = before + declaration.indices
        if len(arguments) <= major:
            return None
        constructor, fields = self._constructor(arguments[-1 - major])
        for rule in declaration.rules:
            if rule.constructor == constructor:
                own = fields[len(fields) - rule.fields :]
                kept = arguments[len(arguments) - before :] if before else []
                del arguments[-1 - major :]
                arguments += [*reversed(own), *kept]
                return module.expressions.node(rule.value)
        return None

    # Comparison ---------------------------------------------------------------------------------

    def same(self, left: Expr, right: Expr) -> bool:
        """Tell whether two terms compute to the same.

        Raises
        ------
        ReductionError
            When that takes too many steps.
        """
        if left is right:
            return True
        key = (id(left), id(right))
        if key in self._unequal:
            return False
        self._alive += [left, right]
        try:
            result = self._same(left, right)
        except RecursionError as error:
            raise ReductionError from error
        if not result:
            self._unequal.add(key)
        return result

    def _same(self, left: Expr, right: Expr) -> bool:
        (a, above), (b, below) = self._shape(left), self._shape(right)
        tag = a[0]
        if tag != b[0] or len(above) != len(below):
            return False
        if tag in (LAM, PI):
            self._fresh += 1
            variable: Expr = (FVAR, self._fresh)
            if not self.same(a[2], b[2]) or not self.same(
                self.instantiate(a[3], variable), self.instantiate(b[3], variable)
            ):
                return False
        elif tag == PROJ:
            if a[1:3] != b[1:3] or not self.same(a[3], b[3]):
                return False
        elif tag != SORT and a[1] != b[1]:
            return False
        return all(map(self.same, above, below))

    def _shape(self, e: Expr) -> tuple[Expr, list[Expr]]:
        """Return head and arguments, numerals as constructors."""
        head, arguments = self.head(e)
        if head[0] == LIT and isinstance(head[1], int):
            if head[1] == 0:
                return (CONST, "Nat.zero", ()), []
            return (CONST, "Nat.succ", ()), [(LIT, head[1] - 1)]
        return head, arguments
