"""Literals, and functions on natural numbers that are computed with Python's integers.

Lean's kernel computes these functions by name on numerals. Here a name alone means nothing: the
short cut of a function is taken only when its equations hold of the constant of that name, in the
form in which `pyharness.lean.reserved` writes them. The equations determine all values, so
the short cut then replaces one side of an equation that is true by the other.

- Equations that computation shows are computed by this kernel, without any short cut.
- The others must be theorems of the library, with exactly this statement. These theorems are
  checked like all others, and whatever rests on a short cut rests on them.

Numerals need core's natural numbers, strings need core's lists and ``String.ofList``: both are
treated as short cuts, ``Nat`` and ``String``, that these declarations justify.

A proof must not rest on itself, by the way of a short cut either. So the short cuts have an order,
`ORDER`, and a declaration on which what justifies one rests can use those before it only.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from pyharness.lean.expression import BVAR, CONST, FVAR, LIT, PROJ, digest_node
from pyharness.lean.kernel import terms
from pyharness.lean.kernel.library import from_node

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyharness.lean.environment import Environment
    from pyharness.lean.kernel.library import Library
    from pyharness.lean.reserved import Equation

__all__ = ["COMPUTE", "ORDER", "Shortcuts"]

#: Bits beyond which a power or a shift is left to the definitions.
_LARGEST = 1 << 24


def _power(n: int, m: int) -> int | None:
    return n**m if n < 2 or m * n.bit_length() <= _LARGEST else None


def _shift_left(n: int, m: int) -> int | None:
    return n << m if n == 0 or m <= _LARGEST else None


#: The number of arguments and Python's computation for each function.
COMPUTE: dict[str, tuple[int, Callable[..., int | bool | None]]] = {
    "Nat.add": (2, lambda n, m: n + m),
    "Nat.sub": (2, lambda n, m: max(n - m, 0)),
    "Nat.mul": (2, lambda n, m: n * m),
    "Nat.pow": (2, _power),
    "Nat.beq": (2, lambda n, m: n == m),
    "Nat.ble": (2, lambda n, m: n <= m),
    "Nat.div": (2, lambda n, m: n // m if m else 0),
    "Nat.mod": (2, lambda n, m: n % m if m else n),
    "Nat.gcd": (2, math.gcd),
    "Nat.log2": (1, lambda n: max(n.bit_length() - 1, 0)),
    "Nat.shiftLeft": (2, _shift_left),
    "Nat.shiftRight": (2, lambda n, m: n >> m),
    "Nat.land": (2, lambda n, m: n & m),
    "Nat.lor": (2, lambda n, m: n | m),
    "Nat.xor": (2, lambda n, m: n ^ m),
}
#: The short cuts; each function after those that its equations mention.
ORDER = ("Nat", *COMPUTE, "String")
_NAT = ("Nat", "Nat.zero", "Nat.succ")
_STRING = ("String", "String.ofList", "List", "List.nil", "List.cons", "Char", "Char.ofNat")
#: What the equations speak of beside the functions.
_DATA = (*_NAT, "Bool", "Bool.false", "Bool.true")
_PROOF_DATA = ("Eq", "Eq.refl", "Nat.le", "Nat.le.refl", "Nat.le.step")


class Shortcuts:
    """The short cuts that a library justifies.

    Parameters
    ----------
    environment
        The library.
    library
        The same as the kernel reads it.

    Attributes
    ----------
    reasons : dict of str to tuple of str
        For each short cut that may be taken, the declarations that justify it.
    refused : dict of str to str
        For each one that may not be taken although its constant is there, the reason.
    """

    def __init__(self, environment: Environment, library: Library) -> None:
        from pyharness.lean.reserved import EQUATIONS

        self.reasons: dict[str, tuple[str, ...]] = {}
        self.refused: dict[str, str] = {}
        self._environment = environment
        self._library = library
        equations: dict[str, list[Equation]] = {}
        for equation in EQUATIONS:
            equations.setdefault(equation.function, []).append(equation)
        self._equations = equations
        self._below: dict[str, int] | None = None
        self._find()

    def _find(self) -> None:
        constants = self._environment.constants
        for name, parts in (("Nat", _NAT), ("String", _STRING)):
            if name in constants:
                self._note(name, self._wrong(parts) or parts)
        trouble = self._wrong(_DATA)
        for name in ("Nat.pred", *COMPUTE):
            if name in constants:
                self._note(name, trouble or self._unjustified(name))

    def _note(self, name: str, reason: str | tuple[str, ...]) -> None:
        if isinstance(reason, str):
            self.refused[name] = reason
        else:
            self.reasons[name] = reason

    def _wrong(self, names: tuple[str, ...]) -> str:
        """Say which constant is not what the equations take it for."""
        from pyharness.lean.reserved import is_standard

        for name in names:
            if name not in self._environment.constants:
                return f"there is no `{name}`"
            if not is_standard(self._environment, name):
                return f"`{name}` is not core's"
        return ""

    def _unjustified(self, name: str) -> str | tuple[str, ...]:
        """Return the declarations that justify a short cut, or why there is none."""
        if self._environment.constants[name].kind != "definition":
            return f"`{name}` is not a definition"
        reasons: dict[str, None] = {name: None}
        for equation in self._equations[name]:
            for other in _functions(equation):
                if other != name:
                    if other not in self.reasons:
                        return f"the equations of `{other}` do not hold"
                    reasons |= dict.fromkeys(self.reasons[other])
            if equation.by_computation:
                if not self._computes(equation):
                    return f"does not hold by computation: {equation.lean}"
                continue
            if wrong := self._wrong(_PROOF_DATA):
                return wrong
            theorem = self._theorem(equation)
            if theorem is None:
                return f"no theorem says: {equation.lean}"
            reasons[theorem] = None
        return tuple(reasons)

    def _theorem(self, equation: Equation) -> str | None:
        """Return the theorem that states an equation."""
        from pyharness.lean.derived import statement_digest

        digest = statement_digest(0, digest_node(equation.statement))
        name = self._environment.theorem_digests().get(digest)
        constant = None if name is None else self._library.constant(name)
        if constant is None or constant.type is not from_node(equation.statement):
            return None
        return name

    def _computes(self, equation: Equation) -> bool:
        """Compare both sides by computation, with locals for the variables."""
        from pyharness.lean.kernel.inference import Checker

        nat = terms.const("Nat")
        variables = [terms.local(number, nat) for number in range(equation.variables)]
        left, right = (
            terms.instantiate(from_node(side), variables)
            for side in (equation.left, equation.right)
        )
        try:
            terms.budget.left = 100_000
            return Checker(self._library, shortcuts={"Nat"}).same(left, right)
        except (terms.KernelError, terms.GaveUp):
            return False

    def allowed(self, names: tuple[str, ...]) -> frozenset[str]:
        """Return the short cuts that a declaration may use.

        Parameters
        ----------
        names
            The declaration, with all that is declared together with it.
        """
        if self._below is None:
            below: dict[str, int] = {}
            for place, function in enumerate(ORDER):
                for reason in self.reasons.get(function, ()):
                    for name in self._environment.cone(reason):
                        below.setdefault(name, place)
            self._below = below
        first = min((self._below.get(name, len(ORDER)) for name in names), default=len(ORDER))
        return frozenset(name for name in ORDER[:first] if name in self.reasons)


def _functions(equation: Equation) -> set[str]:
    """Return the functions that an equation speaks of."""
    from pyharness.lean.reserved import EQUATIONS

    known = {entry.function for entry in EQUATIONS}
    todo = [equation.left, equation.right, *equation.hypotheses]
    found = set()
    while todo:
        e = todo.pop()
        if e[0] == CONST:
            if e[1] in known:
                found.add(e[1])
        elif e[0] not in (BVAR, FVAR, LIT, PROJ):
            todo += [part for part in e[1:] if isinstance(part, tuple)]
    return found
