"""Names that Lean's kernel knows, and what the library must mean by them.

The kernel gives some names a meaning of its own: it evaluates ``Nat.add`` and fourteen other
functions on numerals with big-number code, reads numerals as ``Nat.succ (... Nat.zero)``, strings
as lists of characters, and reduces ``Quot.lift f h (Quot.mk r a)`` to ``f a``. In Lean's own
library these names have the right definitions. Here the library is our own, and nothing in Lean
checks them: with a wrong ``Nat.mul`` there is a proof of ``False`` that "does not depend on any
axioms".

So each of these names has core's definition, or does not exist. How that is established:

`DATA`
    inductive types, constructors, recursors and quotients are compared with what is written here,
    symbol by symbol. The connectives of logic are among them: the kernel does not know them, but
    every statement is read with them.
`EQUATIONS`
    for each function the equations that determine it on all numerals. Each equation must be the
    statement of a theorem of the library, and it is about variables, where the kernel's evaluation
    has nothing to evaluate. Where computation alone shows an equation (``by_computation``) it is
    computed here in Python as well, without any short cut: a proof found by a kernel that a wrong
    definition has made inconsistent would be worth nothing. The others (``Nat.div``, ``Nat.gcd``
    ...) lean on their theorems; only a second kernel that uses no short cut before its equations
    are proved can close that gap.
`TYPES`
    constants whose type alone matters: a string literal stands for the application of
    ``String.ofList`` to a list of characters by decree, whatever these functions do.
`FORBIDDEN`
    names that make the kernel run compiled code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyharness.lean.derived import statement_digest
from pyharness.lean.expression import (
    APP,
    BVAR,
    CONST,
    FVAR,
    PI,
    SUCC,
    ZERO,
    Expr,
    digest_node,
    write_expression,
)
from pyharness.lean.reduction import Reduction, ReductionError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyharness.lean.environment import Environment

__all__ = ["DATA", "EQUATIONS", "FORBIDDEN", "TYPES", "Equation", "Mismatch", "mismatches"]


class Mismatch(NamedTuple):
    """A reserved name that does not mean what the kernel assumes."""

    name: str
    message: str


# Data ---------------------------------------------------------------------------------------------

#: Kind and facts of each constant, as `_facts` writes them.
DATA: dict[str, tuple[str, ...]] = {
    "Nat": ("inductive", "Type", "0 0", "Nat.zero Nat.succ"),
    "Nat.zero": ("constructor", "Nat", "0 0 0"),
    "Nat.succ": ("constructor", "(Π Nat Nat)", "1 0 1"),
    "Nat.rec": (
        "recursor",
        "(Π (Π Nat (Sort u0)) (Π (#0 Nat.zero) (Π (Π Nat (Π (#2 #0) (#3 (Nat.succ #1)))) "
        "(Π Nat (#3 #0)))))",
        "0 0 1 2",
        "Nat.zero 0 (λ (Π Nat (Sort u0)) (λ (#0 Nat.zero) "
        "(λ (Π Nat (Π (#2 #0) (#3 (Nat.succ #1)))) #1)))",
        "Nat.succ 1 (λ (Π Nat (Sort u0)) (λ (#0 Nat.zero) "
        "(λ (Π Nat (Π (#2 #0) (#3 (Nat.succ #1)))) "
        "(λ Nat (#1 #0 (Nat.rec.{u0} #3 #2 #1 #0))))))",
    ),
    "Bool": ("inductive", "Type", "0 0", "Bool.false Bool.true"),
    "Bool.false": ("constructor", "Bool", "0 0 0"),
    "Bool.true": ("constructor", "Bool", "1 0 0"),
    "Eq": ("inductive", "(Π (Sort u0) (Π #0 (Π #1 Prop)))", "2 1", "Eq.refl"),
    "Eq.refl": ("constructor", "(Π (Sort u0) (Π #0 (Eq.{u0} #1 #0 #0)))", "0 2 0"),
    "Quot": ("quotient", "(Π (Sort u0) (Π (Π #0 (Π #1 Prop)) (Sort u0)))", "type"),
    "Quot.mk": (
        "quotient",
        "(Π (Sort u0) (Π (Π #0 (Π #1 Prop)) (Π #1 (Quot.{u0} #2 #1))))",
        "constructor",
    ),
    "Quot.lift": (
        "quotient",
        "(Π (Sort u0) (Π (Π #0 (Π #1 Prop)) (Π (Sort u1) (Π (Π #2 #1) "
        "(Π (Π #3 (Π #4 (Π (#4 #1 #0) (Eq.{u1} #4 (#3 #2) (#3 #1))))) "
        "(Π (Quot.{u0} #4 #3) #3))))))",
        "lift",
    ),
    "Quot.ind": (
        "quotient",
        "(Π (Sort u0) (Π (Π #0 (Π #1 Prop)) (Π (Π (Quot.{u0} #1 #0) Prop) "
        "(Π (Π #2 (#1 (Quot.mk.{u0} #3 #2 #0))) (Π (Quot.{u0} #3 #2) (#2 #0))))))",
        "induction",
    ),
    "List": ("inductive", "(Π (Sort u0+1) (Sort u0+1))", "1 0", "List.nil List.cons"),
    "List.nil": ("constructor", "(Π (Sort u0+1) (List.{u0} #0))", "0 1 0"),
    "List.cons": (
        "constructor",
        "(Π (Sort u0+1) (Π #0 (Π (List.{u0} #1) (List.{u0} #2))))",
        "1 1 2",
    ),
    "True": ("inductive", "Prop", "0 0", "True.intro"),
    "False": ("inductive", "Prop", "0 0", ""),
    "And": ("inductive", "(Π Prop (Π Prop Prop))", "2 0", "And.intro"),
    "And.intro": ("constructor", "(Π Prop (Π Prop (Π #1 (Π #1 (And #3 #2)))))", "0 2 2"),
    "Or": ("inductive", "(Π Prop (Π Prop Prop))", "2 0", "Or.inl Or.inr"),
    "Or.inl": ("constructor", "(Π Prop (Π Prop (Π #1 (Or #2 #1))))", "0 2 1"),
    "Or.inr": ("constructor", "(Π Prop (Π Prop (Π #0 (Or #2 #1))))", "1 2 1"),
    "Iff": ("inductive", "(Π Prop (Π Prop Prop))", "2 0", "Iff.intro"),
    "Iff.intro": (
        "constructor",
        "(Π Prop (Π Prop (Π (Π #1 #1) (Π (Π #1 #3) (Iff #3 #2)))))",
        "0 2 2",
    ),
    "Exists": ("inductive", "(Π (Sort u0) (Π (Π #0 Prop) Prop))", "2 0", "Exists.intro"),
    "Exists.intro": (
        "constructor",
        "(Π (Sort u0) (Π (Π #0 Prop) (Π #1 (Π (#1 #0) (Exists.{u0} #3 #2)))))",
        "0 2 2",
    ),
    "Nonempty": ("inductive", "(Π (Sort u0) Prop)", "1 0", "Nonempty.intro"),
    "Nonempty.intro": ("constructor", "(Π (Sort u0) (Π #0 (Nonempty.{u0} #1)))", "0 1 1"),
    "Nat.le": ("inductive", "(Π Nat (Π Nat Prop))", "1 1", "Nat.le.refl Nat.le.step"),
    "Nat.le.refl": ("constructor", "(Π Nat (Nat.le #0 #0))", "0 1 0"),
    "Nat.le.step": (
        "constructor",
        "(Π Nat (Π Nat (Π (Nat.le #1 #0) (Nat.le #2 (Nat.succ #1)))))",
        "1 1 2",
    ),
}

#: The types of constants of which nothing else matters.
TYPES: dict[str, str] = {
    "Char": "Type",
    "String": "Type",
    "Char.ofNat": "(Π Nat Char)",
    "String.ofList": "(Π (List.{0} Char) String)",
    "propext": "(Π Prop (Π Prop (Π (Iff #1 #0) (Eq.{1} Prop #2 #1))))",
    "Quot.sound": "(Π (Sort u0) (Π (Π #0 (Π #1 Prop)) (Π #1 (Π #2 (Π (#2 #1 #0) "
    "(Eq.{u0} (Quot.{u0} #4 #3) (Quot.mk.{u0} #4 #3 #2) (Quot.mk.{u0} #4 #3 #1)))))))",
    "Classical.choice": "(Π (Sort u0) (Π (Nonempty.{u0} #0) #1))",
}

#: Names that make the kernel, or a proof, trust compiled code.
FORBIDDEN = (
    "Lean.reduceBool",
    "Lean.reduceNat",
    "Lean.ofReduceBool",
    "Lean.ofReduceNat",
    "Lean.trustCompiler",
)


def _facts(environment: Environment, name: str) -> tuple[str, ...]:
    """Write what the kernel knows of a constant, for comparison with `DATA`."""
    module, declaration = environment.declaration(name)
    parameters = declaration.level_params

    def text(word: int) -> str:
        return write_expression(module.expressions.node(word), parameters)

    d = declaration
    facts: tuple[str, ...] = (d.kind, text(d.type))
    if d.kind == "inductive":
        return (*facts, f"{d.parameters} {d.indices}", " ".join(d.constructors))
    if d.kind == "constructor":
        return (*facts, f"{d.index} {d.parameters} {d.fields}")
    if d.kind == "recursor":
        rules = (f"{rule.constructor} {rule.fields} {text(rule.value)}" for rule in d.rules)
        return (*facts, f"{d.parameters} {d.indices} {d.motives} {d.minors}", *rules)
    return (*facts, d.quotient)


def is_standard(environment: Environment, name: str) -> bool:
    """Tell whether a constant of `DATA` or `TYPES` is what Lean's core has under this name."""
    if name not in environment.constants:
        return False
    facts = _facts(environment, name)
    return facts == DATA[name] if name in DATA else facts[1] == TYPES[name]


# Equations ----------------------------------------------------------------------------------------


class Equation(NamedTuple):
    """An equation, or an equation under hypotheses, for all natural numbers.

    Attributes
    ----------
    function
        The reserved name that it is about.
    lean
        The statement in Lean.
    by_computation
        Whether computing both sides shows it.
    variables
        How many variables it has.
    hypotheses, left, right
        Its parts as expressions over the variables.
    boolean
        Whether it is an equation between Booleans.
    """

    function: str
    lean: str
    by_computation: bool
    variables: int
    hypotheses: tuple[Expr, ...]
    left: Expr
    right: Expr
    boolean: bool

    @property
    def statement(self) -> Expr:
        """The statement as an expression."""
        kind = _constant("Bool" if self.boolean else "Nat")
        equal: Expr = (CONST, "Eq", ((SUCC, (ZERO,)),))
        count = len(self.hypotheses)
        left, right = _lift(self.left, count), _lift(self.right, count)
        statement = _apply(equal, kind, left, right)
        for place in reversed(range(count)):
            statement = (PI, "h", _lift(self.hypotheses[place], place), statement, 0)
        for _ in range(self.variables):
            statement = (PI, "n", _constant("Nat"), statement, 0)
        return statement


def _constant(name: str) -> Expr:
    return (CONST, name, ())


def _apply(function: Expr, *arguments: Expr) -> Expr:
    for argument in arguments:
        function = (APP, function, argument)
    return function


def _lift(e: Expr, by: int) -> Expr:
    """Raise all variables of an expression without binders."""
    if e[0] == BVAR:
        return (BVAR, e[1] + by)
    return (APP, _lift(e[1], by), _lift(e[2], by)) if e[0] == APP else e


def _parse(text: str, variables: str) -> Expr:
    """Read ``Nat.add n (Nat.succ m)``."""
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()

    def atom() -> Expr:
        token = tokens.pop(0)
        if token == "(":
            e = application()
            tokens.pop(0)
            return e
        if token in variables:
            return (BVAR, len(variables) - 1 - variables.index(token))
        return _constant(token)

    def application() -> Expr:
        e = atom()
        while tokens and tokens[0] != ")":
            e = (APP, e, atom())
        return e

    return application()


def _equation(function: str, variables: str, text: str, *, by_computation: bool) -> Equation:
    *hypotheses, equation = text.split(" → ")
    left, right = equation.split(" = ")
    return Equation(
        function,
        f"∀ {' '.join(variables)} : Nat, {text}" if variables else text,
        by_computation,
        len(variables),
        tuple(_parse(hypothesis, variables) for hypothesis in hypotheses),
        _parse(left, variables),
        _parse(right, variables),
        right in ("Bool.true", "Bool.false") or right.startswith(("Nat.beq", "Nat.ble")),
    )


def _equations() -> Iterator[Equation]:
    one = "(Nat.succ Nat.zero)"
    two = "(Nat.succ (Nat.succ Nat.zero))"
    a2, b2 = f"(Nat.div a {two})", f"(Nat.div b {two})"
    abit, bbit = f"(Nat.mod a {two})", f"(Nat.mod b {two})"
    computed = {
        "Nat.pred": [("", "Nat.pred Nat.zero = Nat.zero"), ("n", "Nat.pred (Nat.succ n) = n")],
        "Nat.add": [
            ("n", "Nat.add n Nat.zero = n"),
            ("nm", "Nat.add n (Nat.succ m) = Nat.succ (Nat.add n m)"),
        ],
        "Nat.sub": [
            ("n", "Nat.sub n Nat.zero = n"),
            ("nm", "Nat.sub n (Nat.succ m) = Nat.pred (Nat.sub n m)"),
        ],
        "Nat.mul": [
            ("n", "Nat.mul n Nat.zero = Nat.zero"),
            ("nm", "Nat.mul n (Nat.succ m) = Nat.add (Nat.mul n m) n"),
        ],
        "Nat.pow": [
            ("n", f"Nat.pow n Nat.zero = {one[1:-1]}"),
            ("nm", "Nat.pow n (Nat.succ m) = Nat.mul (Nat.pow n m) n"),
        ],
        "Nat.beq": [
            ("", "Nat.beq Nat.zero Nat.zero = Bool.true"),
            ("n", "Nat.beq Nat.zero (Nat.succ n) = Bool.false"),
            ("n", "Nat.beq (Nat.succ n) Nat.zero = Bool.false"),
            ("nm", "Nat.beq (Nat.succ n) (Nat.succ m) = Nat.beq n m"),
        ],
        "Nat.ble": [
            ("", "Nat.ble Nat.zero Nat.zero = Bool.true"),
            ("n", "Nat.ble Nat.zero (Nat.succ n) = Bool.true"),
            ("n", "Nat.ble (Nat.succ n) Nat.zero = Bool.false"),
            ("nm", "Nat.ble (Nat.succ n) (Nat.succ m) = Nat.ble n m"),
        ],
        "Nat.shiftLeft": [
            ("n", "Nat.shiftLeft n Nat.zero = n"),
            ("nm", f"Nat.shiftLeft n (Nat.succ m) = Nat.shiftLeft (Nat.mul {two} n) m"),
        ],
        "Nat.shiftRight": [
            ("n", "Nat.shiftRight n Nat.zero = n"),
            ("nm", f"Nat.shiftRight n (Nat.succ m) = Nat.div (Nat.shiftRight n m) {two}"),
        ],
    }
    proved = {
        "Nat.div": [
            ("n", "Nat.div n Nat.zero = Nat.zero"),
            ("nm", "Nat.le (Nat.succ n) m → Nat.div n m = Nat.zero"),
            (
                "nm",
                f"Nat.le {one} m → Nat.le m n → Nat.div n m = Nat.succ (Nat.div (Nat.sub n m) m)",
            ),
        ],
        "Nat.mod": [
            ("n", "Nat.mod n Nat.zero = n"),
            ("nm", "Nat.le (Nat.succ n) m → Nat.mod n m = n"),
            ("nm", "Nat.le m n → Nat.mod n m = Nat.mod (Nat.sub n m) m"),
        ],
        "Nat.gcd": [
            ("n", "Nat.gcd Nat.zero n = n"),
            ("mn", "Nat.gcd (Nat.succ m) n = Nat.gcd (Nat.mod n (Nat.succ m)) (Nat.succ m)"),
        ],
        "Nat.log2": [
            ("", "Nat.log2 Nat.zero = Nat.zero"),
            ("", f"Nat.log2 {one} = Nat.zero"),
            (
                "n",
                "Nat.log2 (Nat.succ (Nat.succ n)) = "
                f"Nat.succ (Nat.log2 (Nat.div (Nat.succ (Nat.succ n)) {two}))",
            ),
        ],
        # Each determines all values: at 0 it says x = 2 * x, elsewhere the arguments get smaller.
        "Nat.land": [
            (
                "ab",
                f"Nat.land a b = Nat.add (Nat.mul {two} (Nat.land {a2} {b2})) "
                f"(Nat.mul {abit} {bbit})",
            )
        ],
        "Nat.lor": [
            (
                "ab",
                f"Nat.lor a b = Nat.add (Nat.mul {two} (Nat.lor {a2} {b2})) "
                f"(Nat.sub (Nat.add {abit} {bbit}) (Nat.mul {abit} {bbit}))",
            )
        ],
        "Nat.xor": [
            (
                "ab",
                f"Nat.xor a b = Nat.add (Nat.mul {two} (Nat.xor {a2} {b2})) "
                f"(Nat.mod (Nat.add {abit} {bbit}) {two})",
            )
        ],
    }
    for by_computation, table in ((True, computed), (False, proved)):
        for function, entries in table.items():
            for variables, text in entries:
                yield _equation(function, variables, text, by_computation=by_computation)


#: The equations of all reserved functions.
EQUATIONS: tuple[Equation, ...] = tuple(_equations())


# The check ----------------------------------------------------------------------------------------


def mismatches(environment: Environment) -> list[Mismatch]:
    """Compare the reserved names of a library with what Lean's kernel assumes of them.

    Parameters
    ----------
    environment
        The library. Reserved names that it does not have are fine.

    Returns
    -------
    list of Mismatch
        Empty when all is well.
    """
    found = []
    constants = environment.constants
    for name, expected in DATA.items():
        if name in constants:
            actual = _facts(environment, name)
            if actual != expected:
                pairs = zip(expected, actual, strict=False)
                wanted, is_now = next((p for p in pairs if p[0] != p[1]), (expected, actual))
                found.append(Mismatch(name, f"must be core's: expected `{wanted}`, is `{is_now}`"))
    for name, text in TYPES.items():
        if name in constants:
            actual = _facts(environment, name)[1]
            if actual != text:
                found.append(Mismatch(name, f"must have type `{text}`, has `{actual}`"))
    found += [
        Mismatch(name, "makes the kernel trust compiled code and must not exist")
        for name in FORBIDDEN
        if name in constants
    ]
    found += _wrong_functions(environment)
    return found


def _wrong_functions(environment: Environment) -> Iterator[Mismatch]:
    constants = environment.constants
    stated = environment.theorem_digests()
    for equation in EQUATIONS:
        name = equation.function
        if name not in constants:
            continue
        kind = constants[name].kind
        if kind != "definition":
            yield Mismatch(name, f"must be a definition, is of kind {kind}")
            continue
        if equation.by_computation and not _computes(environment, equation):
            yield Mismatch(name, f"does not compute as the kernel assumes: {equation.lean}")
        elif statement_digest(0, digest_node(equation.statement)) not in stated:
            yield Mismatch(name, f"no theorem states its equation: {equation.lean}")


def _computes(environment: Environment, equation: Equation) -> bool:
    """Compare both sides of an equation by computation, with variables for its variables."""
    reduction = Reduction(environment)
    sides = [equation.left, equation.right]
    for number in range(equation.variables):
        variable: Expr = (FVAR, -1 - number)
        sides = [reduction.instantiate(side, variable) for side in sides]
    try:
        return reduction.same(*sides)
    except ReductionError:
        return False
