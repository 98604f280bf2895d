"""Changed proofs, judged by Lean's kernel and by the second one.

A mutant is a statement with a proof, taken from the library or made up from arithmetic, with one
random change: a subterm, a variable, an argument, a constant, a level. Lean is given the very
terms: a tactic closes the goal with an expression that the source builds, and nothing looks at it
before the kernel does. The second kernel reads the same terms from a compiled file.

Run ``python tests/lean/mutants.py --count 2000 --seed 7`` for more than the tests do.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from compiled import with_imports
from olean_writer import Writer

from pyharness.lean.environment import Environment, load_environment, load_oleans
from pyharness.lean.expression import (
    APP,
    BVAR,
    CONST,
    IMAX,
    LAM,
    LET,
    LIT,
    MAX,
    PARAM,
    PI,
    PROJ,
    SORT,
    SUCC,
    ZERO,
)
from pyharness.lean.kernel import levels
from pyharness.lean.kernel.levels import Level
from pyharness.lean.kernel.library import Library
from pyharness.lean.kernel.terms import (
    Term,
    app,
    apply,
    binder,
    bvar,
    const,
    instantiate,
    let,
    lift,
    literal,
    pi,
    proj,
    sort,
)
from pyharness.lean.recheck import recheck
from pyharness.lean.toolchain import run_lean

if TYPE_CHECKING:
    from pyharness.lean.toolchain import Toolchain
    from pyharness.project import Project

#: Modules whose theorems are changed.
SOURCES = ("DeepTheory.Core.", "DeepTheory.Algebra.Int.", "DeepTheory.Algebra.Order")
#: Mutants that Lean is given at a time.
_BATCH = 90
#: Nodes of a statement with its proof, written out.
LARGEST = 120
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_']*(\.[A-Za-z][A-Za-z0-9_']*)*")


@dataclass(frozen=True)
class Mutant:
    """A statement and what is claimed to prove it.

    Parameters
    ----------
    name
        The theorem's name in both files.
    origin
        What it was made from.
    level_params, type, value
        The theorem.
    """

    name: str
    origin: str
    level_params: tuple[str, ...]
    type: Term
    value: Term


# Places in a term ---------------------------------------------------------------------------------


def parts(e: Term) -> list[Term]:
    return [part for part in (e.a, e.b, e.c) if isinstance(part, Term)]


def size(e: Term) -> int:
    """The number of nodes when nothing is shared."""
    return 1 + sum(map(size, parts(e)))


def subterms(e: Term) -> list[Term]:
    """All places of a term, in a fixed order."""
    found = [e]
    for part in parts(e):
        found += subterms(part)
    return found


def constants(e: Term) -> set[str]:
    names = {t.a for t in subterms(e) if t.tag in (CONST, PROJ)}
    return names | {"Nat" for t in subterms(e) if t.tag == LIT}


def level_names(e: Term) -> set[str]:
    """The universe parameters in a term."""
    found: set[str] = set()
    for t in subterms(e):
        if t.tag == SORT:
            found |= t.a.parameters
        elif t.tag == CONST:
            found = found.union(*(level.parameters for level in t.b))
    return found


def at(e: Term, place: int, new) -> tuple[Term, int]:
    """Put ``new(subterm)`` at a place; also return how many places the term has."""
    if place == 0:
        return new(e), size(e)
    seen = 1
    changed = []
    for part in (e.a, e.b, e.c):
        if isinstance(part, Term):
            if seen <= place < seen + size(part):
                changed.append(at(part, place - seen, new)[0])
            else:
                changed.append(part)
            seen += size(part)
        else:
            changed.append(part)
    a, b, c = changed
    rebuilt = {
        APP: lambda: app(a, b),
        LAM: lambda: binder(LAM, a, b),
        PI: lambda: binder(PI, a, b),
        LET: lambda: let(a, b, c),
        PROJ: lambda: proj(a, b, c),
    }[e.tag]()
    return rebuilt, seen


# Changes ------------------------------------------------------------------------------------------


def change_level(rng: random.Random, level: Level, params: tuple[str, ...]) -> Level:
    options = [
        levels.successor(level),
        levels.ZERO,
        levels.maximum(level, levels.ONE),
        levels.imax(levels.ONE, level),
    ]
    options += [levels.parameter(name) for name in params]
    if level.tag == SUCC:
        options.append(level.a)
    return rng.choice(options)


def mutate(rng: random.Random, term: Term, pool: list[Term], params: tuple[str, ...]) -> Term:
    """Change a term at one place."""
    places = subterms(term)
    index = rng.randrange(len(places))

    def new(e: Term) -> Term:
        kind = rng.randrange(4)
        if kind == 0:  # another subterm of the same term
            other = rng.choice(places)
            return other
        if e.tag == BVAR:
            return bvar(max(0, e.a + rng.choice((-1, 1, 2))))
        if e.tag == SORT:
            return sort(change_level(rng, e.a, params))
        if e.tag == CONST:
            if e.b and kind == 1:
                changed = list(e.b)
                i = rng.randrange(len(changed))
                changed[i] = change_level(rng, changed[i], params)
                return const(e.a, tuple(changed))
            same = [c for c in pool if len(c.b) == len(e.b)]
            return const(rng.choice(same).a, e.b) if same else e
        if e.tag == LIT:
            return literal(e.a + 1) if kind % 2 else const("Nat.zero")
        if e.tag == APP:
            if kind == 1:
                return e.a
            if kind == 2 and e.a.tag == APP:
                return app(app(e.a.a, e.b), e.a.b)
            return app(app(e.a, e.b), e.b) if kind == 3 else e.b
        if e.tag in (LAM, PI):
            if kind == 1:
                return binder(LAM + PI - e.tag, e.a, e.b)
            if kind == 2:
                return binder(e.tag, e.a, lift(e, 1))
            # eta, for functions
            return binder(LAM, e.a, app(lift(e, 1), bvar(0)))
        if e.tag == LET:
            return instantiate(e.c, (e.b,))
        if e.tag == PROJ:
            return proj(e.a, e.b + 1 if kind % 2 else max(0, e.b - 1), e.c)
        return e

    return at(term, index, new)[0]


# Made-up statements -------------------------------------------------------------------------------


def number(rng: random.Random, depth: int) -> Term:
    """A closed term of natural numbers."""
    nat = const("Nat")
    if depth == 0:
        return rng.choice([literal(rng.randrange(6)), const("Nat.zero"), literal(10**30)])
    kind = rng.randrange(9)
    x, y = number(rng, depth - 1), number(rng, depth - 1)
    if kind == 0:
        return app(const("Nat.succ"), x)
    if kind < 4:
        name = rng.choice(["add", "sub", "mul", "div", "mod", "gcd", "pow"])
        if name == "pow":
            x, y = literal(rng.randrange(4)), literal(rng.randrange(5))
        return apply(const(f"Nat.{name}"), (x, y))
    if kind == 4:
        return let(nat, x, apply(const("Nat.add"), (bvar(0), lift(y, 1))))
    if kind == 5:
        return app(binder(LAM, nat, apply(const("Nat.mul"), (bvar(0), lift(y, 1)))), x)
    if kind == 6:  # a number taken apart
        motive = binder(LAM, nat, nat)
        step = binder(LAM, nat, binder(LAM, nat, app(const("Nat.succ"), bvar(rng.randrange(2)))))
        small = literal(rng.randrange(4))
        return apply(const("Nat.rec", (levels.ONE,)), (motive, x, step, small))
    zero = levels.ZERO
    pair = apply(const("Prod.mk", (zero, zero)), (nat, nat, x, y))
    if kind == 7:
        return proj("Prod", rng.randrange(2), pair)
    test = apply(const(rng.choice(["Nat.beq", "Nat.ble"])), (x, y))
    motive = binder(LAM, const("Bool"), nat)
    return apply(const("Bool.rec", (levels.ONE,)), (motive, x, y, test))


def equation(rng: random.Random, name: str) -> Mutant:
    """An equation of numbers with the proof by computation, right or wrong."""
    nat = const("Nat")
    left, right = number(rng, 2), number(rng, 2)
    kind = apply(const("Eq", (levels.ONE,)), (nat, left, right))
    proof = apply(const("Eq.refl", (levels.ONE,)), (nat, rng.choice([left, right])))
    return Mutant(name, "arithmetic", (), kind, proof)


def structural(rng: random.Random, name: str) -> Mutant:
    """A law that holds by definition, or nearly one: eta, units, proofs, quotients."""
    u = levels.parameter("u")
    zero, one = levels.ZERO, levels.ONE
    nat, prop = const("Nat"), sort(zero)
    pair = apply(const("Prod", (zero, zero)), (nat, nat))
    above = levels.successor(u)
    p = bvar(0)
    built = apply(
        const("Prod.mk", (zero, zero)),
        (nat, nat, proj("Prod", rng.randrange(2), p), proj("Prod", 1, p)),
    )
    unit = const("PUnit", (rng.choice([one, levels.successor(one)]),))
    function = pi(nat, nat)
    expanded = binder(LAM, nat, app(bvar(1), rng.choice([bvar(0), literal(0)])))
    options = [
        ((pair,), pair, built, p, one),
        ((unit, unit), unit, bvar(0), bvar(1), unit.b[0]),
        ((prop, bvar(0), bvar(1)), bvar(2), bvar(0), bvar(1), zero),
        ((sort(u), bvar(0), bvar(1)), bvar(2), bvar(0), bvar(1), u),
        ((function,), function, expanded, bvar(0), one),
        ((nat,), nat, apply(const("Nat.add"), (p, literal(1))), app(const("Nat.succ"), p), one),
        ((nat,), nat, apply(const("Nat.add"), (literal(1), p)), app(const("Nat.succ"), p), one),
        ((sort(u),), sort(above), sort(u), sort(levels.imax(u, u)), levels.successor(above)),
    ]
    domains, kind, left, right, level = rng.choice(options)
    equal = apply(const("Eq", (level,)), (kind, left, right))
    proof = apply(const("Eq.refl", (level,)), (kind, rng.choice([left, right])))
    for domain in reversed(domains):
        equal, proof = binder(PI, domain, equal), binder(LAM, domain, proof)
    return Mutant(name, "law", ("u",) if equal.params else (), equal, proof)


# The sample ---------------------------------------------------------------------------------------


def originals(library: Library, environment: Environment) -> list[Mutant]:
    """The small theorems of the library, as they are."""
    found = []
    for name in environment.of_kind("theorem"):
        constant = environment.constants[name]
        if not constant.module.startswith(SOURCES) or not _PLAIN.fullmatch(name):
            continue
        read = library.constant(name)
        assert read is not None and read.value is not None
        if _exceeds(read.type, LARGEST) or _exceeds(read.value, LARGEST):
            continue
        mutant = Mutant(name, name, read.level_params, read.type, read.value)
        if size(read.type) + size(read.value) <= LARGEST and _writable(mutant):
            found.append(mutant)
    return found


def _exceeds(e: Term, limit: int) -> bool:
    todo, seen = [e], 0
    while todo and seen <= limit:
        todo += parts(todo.pop())
        seen += 1
    return seen > limit


def _writable(mutant: Mutant) -> bool:
    names = constants(mutant.type) | constants(mutant.value) | set(mutant.level_params)
    strings = any(t.tag == LIT and isinstance(t.a, str) for t in subterms(mutant.value))
    return not strings and all(map(_PLAIN.fullmatch, names))


def sample(library: Library, environment: Environment, count: int, seed: int) -> list[Mutant]:
    """Make mutants; every tenth is a theorem as it is."""
    rng = random.Random(seed)
    known = originals(library, environment)
    pool = sorted(
        {t for m in known for t in subterms(m.value) + subterms(m.type) if t.tag == CONST},
        key=repr,
    )
    made: list[Mutant] = []
    while len(made) < count:
        name = f"mutant{len(made)}"
        kind = rng.randrange(20)
        if kind < 4:
            mutant = equation(rng, name)
        elif kind < 7:
            mutant = structural(rng, name)
        else:
            base = rng.choice(known)
            params, statement, value = base.level_params, base.type, base.value
            if kind >= 9:
                if rng.randrange(4) == 0:
                    statement = mutate(rng, statement, pool, params)
                else:
                    value = mutate(rng, value, pool, params)
            # Lean's elaborator wants each parameter in the statement.
            if set(params) != level_names(statement):
                continue
            mutant = Mutant(name, base.origin, params, statement, value)
        if _exceeds(mutant.value, 2 * LARGEST) or _exceeds(mutant.type, 2 * LARGEST):
            continue
        if mutant.type.loose == 0 and mutant.value.loose == 0:
            made.append(mutant)
    return made


# Lean's verdict -----------------------------------------------------------------------------------

_PREAMBLE = """prelude
import DeepTheory.Algebra
set_option autoImplicit false
set_option Elab.async false
set_option linter.all false
open Lean Lean.Elab.Tactic
inductive Mutants.BinderInfo | default | implicit | strictImplicit | instImplicit
namespace Lean
@[extern "native"] opaque mkLevelMax (a b : Level) : Level
@[extern "native"] opaque mkLevelIMax (a b : Level) : Level
@[extern "native"] opaque mkLevelParam (a : Name) : Level
@[extern "native"] opaque mkBVar (n : Nat) : Expr
@[extern "native"] opaque mkLambda (x : Name) (b : Mutants.BinderInfo) (t e : Expr) : Expr
@[extern "native"] opaque mkForall (x : Name) (b : Mutants.BinderInfo) (t e : Expr) : Expr
@[extern "native"] opaque mkLet (x : Name) (t v e : Expr) (nondep : Bool) : Expr
@[extern "native"] opaque mkProj (s : Name) (i : Nat) (e : Expr) : Expr
end Lean
"""


def write_level(level: Level) -> str:
    if level.tag == ZERO:
        return "Level.zero"
    if level.tag == PARAM:
        return f"(mkLevelParam `{level.a})"
    if level.tag == SUCC:
        return f"(Level.succ {write_level(level.a)})"
    name = {MAX: "mkLevelMax", IMAX: "mkLevelIMax"}[level.tag]
    return f"({name} {write_level(level.a)} {write_level(level.b)})"


def write_term(e: Term) -> str:
    """Lean source that builds a term."""
    if e.tag == APP:
        return f"(mkApp {write_term(e.a)} {write_term(e.b)})"
    if e.tag in (LAM, PI):
        name = "mkLambda" if e.tag == LAM else "mkForall"
        return f"({name} `x .default {write_term(e.a)} {write_term(e.b)})"
    if e.tag == BVAR:
        return f"(mkBVar {e.a})"
    if e.tag == SORT:
        return f"(mkSort {write_level(e.a)})"
    if e.tag == CONST:
        return f"(mkConst `{e.a} [{', '.join(map(write_level, e.b))}])"
    if e.tag == LIT:
        return f"(mkRawNatLit {e.a})"
    if e.tag == LET:
        inner = " ".join(map(write_term, (e.a, e.b, e.c)))
        return f"(mkLet `x {inner} Bool.false)"
    return f"(mkProj `{e.a} {e.b} {write_term(e.c)})"


def lean_verdicts(
    built: Project, toolchain: Toolchain, mutants: list[Mutant], folder: Path
) -> dict[str, str]:
    """What Lean says of each mutant: ``""`` when it accepts, otherwise its message."""
    verdicts: dict[str, str] = {}
    for i in range(0, len(mutants), _BATCH):
        verdicts |= _lean_verdicts(built, toolchain, mutants[i : i + _BATCH], folder)
    return verdicts


def _lean_verdicts(
    built: Project, toolchain: Toolchain, mutants: list[Mutant], folder: Path
) -> dict[str, str]:
    lines = _PREAMBLE.splitlines()
    places: dict[int, str] = {}
    for mutant in mutants:
        n = mutant.name
        for part, term in (("Type", mutant.type), ("Value", mutant.value)):
            lines += [
                f"def {n}{part} : Expr := {write_term(term)}",
                f'syntax (name := {n}{part}Syntax) "{n}{part}Tactic" : tactic',
                f"@[tactic {n}{part}Syntax] def {n}{part}Run : Tactic := fun _ =>",
                f"  closeMainGoal `mutant {n}{part} false",
            ]
        levels_ = f".{{{', '.join(mutant.level_params)}}}" if mutant.level_params else ""
        lines.append(f"theorem {n}{levels_} : (by {n}TypeTactic : Prop) := by {n}ValueTactic")
        places[len(lines)] = n
    # Lean stops after a hundred errors. This last one shows that it did not.
    lines.append("theorem last : False := True.intro")
    places[len(lines)] = "last"
    source = folder / "Judge.lean"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    run = run_lean(toolchain, [source], cwd=folder, lean_path=[built.lean_build], timeout=600)
    verdicts = {mutant.name: "" for mutant in mutants} | {"last": ""}
    output = run.stdout + run.stderr
    for found in re.finditer(r"^.*?Judge\.lean:(\d+):\d+: error:(.*)$", output, re.MULTILINE):
        line = int(found[1])
        assert line in places, f"{output[:2000]}"
        verdicts[places[line]] = verdicts[places[line]] or found[2].strip()
    assert verdicts.pop("last"), output[-2000:]
    return verdicts


# Our verdict --------------------------------------------------------------------------------------


def own_verdicts(
    built: Project, mutants: list[Mutant], folder: Path, cache: Path
) -> dict[str, tuple[str, str]]:
    """What the second kernel says of each mutant: verdict and message."""
    writer = Writer()
    words = {
        m.name: writer.valued("theorem", m.name, m.type, m.value, m.level_params) for m in mutants
    }
    path = folder / "Judged.olean"
    path.write_bytes(writer.module(["DeepTheory.Algebra"], **words))
    environment = load_oleans(with_imports(built, Judged=path), cache=built.cache / "environment")
    report = recheck(environment, list(words), cache=cache, jobs=1)
    return {name: tuple(report.answer(name)) for name in words}


def compare(
    built: Project, toolchain: Toolchain, *, count: int, seed: int, folder: Path, cache: Path
) -> tuple[int, int, list[str]]:
    """Judge mutants twice; return how many were accepted and refused, and the disagreements."""
    environment = load_environment(built)
    mutants = sample(Library(environment), environment, count, seed)
    lean = lean_verdicts(built, toolchain, mutants, folder)
    own = own_verdicts(built, mutants, folder, cache)
    accepted, differing = 0, []
    for mutant in mutants:
        verdict, message = own[mutant.name]
        accepted += verdict == "accepted"
        if (verdict == "accepted") != (lean[mutant.name] == "") or verdict == "not checked":
            differing.append(
                f"{mutant.name} from {mutant.origin}\n  type {mutant.type}\n  value {mutant.value}"
                f"\n  Lean: {lean[mutant.name] or 'accepted'}\n  here: {verdict} {message}"
            )
    return accepted, len(mutants) - accepted, differing


def main() -> None:
    """Compare many."""
    from pyharness.lean.toolchain import find_toolchain
    from pyharness.project import Project

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    project = Project.find(Path(__file__).parent)
    with tempfile.TemporaryDirectory() as folder:
        accepted, refused, differing = compare(
            project,
            find_toolchain(),
            count=options.count,
            seed=options.seed,
            folder=Path(folder),
            cache=project.cache,
        )
    for text in differing:
        print(text)
    print(f"{accepted} accepted, {refused} refused by the second kernel; {len(differing)} differ")


if __name__ == "__main__":
    main()
