"""Faults that Lean's kernel would refuse, written into compiled files behind its back.

Lean imports such files without a word. Each must be refused by the second kernel, and the same
declaration without the fault must be accepted: so it is the fault that is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from compiled import compile_lean, with_imports
from olean_writer import Writer
from planted import ONE, TYPE, accepted, equal, false, nat, refl, refused

from pyharness.lean.environment import load_environment, load_oleans
from pyharness.lean.expression import BVAR, LAM
from pyharness.lean.kernel import levels
from pyharness.lean.kernel.terms import (
    PROP,
    Term,
    app,
    apply,
    binder,
    bvar,
    const,
    literal,
    pi,
    proj,
    sort,
)
from pyharness.lean.olean import header_word
from pyharness.lean.recheck import recheck

if TYPE_CHECKING:
    from collections.abc import Callable


# Values and proofs --------------------------------------------------------------------------------


def number(value: int) -> Callable[[Writer], dict[str, int]]:
    """``number := value``, proved to be 0, from which False follows if the value is 1."""

    def build(w: Writer) -> dict[str, int]:
        about = equal(const("number"), nat(0))
        proof = apply(const("Nat.succ_ne_zero"), (nat(0), const("about")))
        constants = {
            "number": w.valued("definition", "number", nat(), nat(value)),
            "about": w.valued("theorem", "about", about, refl(nat(0))),
        }
        if value:
            constants["boom"] = w.valued("theorem", "boom", false(), proof)
        return constants

    return build


def test_a_definition_with_another_value(checked):
    """The theorem was proved of another value; with this one it proves False."""
    accepted(checked(number(0)), "number", "about")
    report = checked(number(1))
    assert report.answer("number").verdict == "accepted"
    assert "Eq.refl" not in refused(report, "about")
    assert refused(report, "boom").startswith("rests on `about`: the value has type")


def test_a_proof_of_something_else(checked):
    def build(kind: Term, value: Term) -> Callable[[Writer], dict[str, int]]:
        return lambda w: {"boom": w.valued("theorem", "boom", kind, value)}

    accepted(checked(build(const("True"), const("True.intro"))), "boom")
    report = checked(build(false(), const("True.intro")))
    assert refused(report, "boom") == "the value has type True, but must have False"


def test_a_theorem_that_is_no_proposition(checked):
    report = checked(lambda w: {"data": w.valued("theorem", "data", nat(), nat(0))})
    assert refused(report, "data") == "a theorem whose type is no proposition"


def test_a_theorem_that_rests_on_itself(checked):
    report = checked(lambda w: {"boom": w.valued("theorem", "boom", false(), const("boom"))})
    assert "mentions `boom`, which is not declared yet" in refused(report, "boom")

    def circle(w: Writer) -> dict[str, int]:
        return {
            "ping": w.valued("theorem", "ping", false(), const("pong")),
            "pong": w.valued("theorem", "pong", false(), const("ping")),
        }

    report = checked(circle)
    assert refused(report, "ping") == "rests on itself, by way of `pong`"
    assert refused(report, "pong") == "rests on itself, by way of `ping`"


def test_an_argument_of_another_type(checked):
    proof = apply(const("Nat.succ_ne_zero"), (nat(0), refl(nat(0))))
    report = checked(lambda w: {"boom": w.valued("theorem", "boom", false(), proof)})
    assert "but must have (Eq.{0+1} Nat" in refused(report, "boom")


def test_a_variable_of_another_binder(checked):
    """What one changed byte in a proof can do."""

    def build(index: int) -> Callable[[Writer], dict[str, int]]:
        kind = pi(PROP, PROP, bvar(1), bvar(1), bvar(3))
        value: Term = bvar(index)
        for domain in (bvar(1), bvar(1), PROP, PROP):
            value = binder(LAM, domain, value)
        return lambda w: {"first": w.valued("theorem", "first", kind, value)}

    accepted(checked(build(1)), "first")
    refused(checked(build(0)), "first")
    assert "a variable without a binder" in refused(checked(build(9)), "first")


def test_a_changed_byte_in_a_proof(built, toolchain, tmp_path, known):
    """A file from Lean's compiler; the proof's last lambda is pointed at another variable."""
    text = """prelude
import DeepTheory.Core
theorem first (p q : Prop) (hp : p) (_ : q) : p := hp
"""
    path = compile_lean(built, toolchain, tmp_path, "Fault", text)
    environment = load_oleans(with_imports(built, Fault=path), cache=built.cache / "environment")
    assert recheck(environment, ["first"], cache=known).ok
    olean = environment.compiled("Fault").olean
    variables = {
        olean.words[index + 1] >> 1: word
        for word, index in olean.at.items()
        if olean.words[index] == header_word(BVAR, 1, 8)
    }
    (place,) = (
        8 * index + 24
        for index in olean.at.values()
        if olean.words[index] == header_word(LAM, 3, 16) and olean.words[index + 3] == variables[1]
    )
    data = bytearray(path.read_bytes())
    new = variables[3].to_bytes(8, "little")
    assert sum(a != b for a, b in zip(data[place : place + 8], new, strict=True)) <= 2
    data[place : place + 8] = new
    path.write_bytes(data)
    environment = load_oleans(with_imports(built, Fault=path), cache=built.cache / "environment")
    message = refused(recheck(environment, ["first"], cache=known), "first")
    assert message.startswith("the value has type")


def test_a_constant_that_is_not_there(checked):
    report = checked(lambda w: {"boom": w.valued("theorem", "boom", false(), const("nothing"))})
    assert "`nothing`, which no module declares" in refused(report, "boom")


# Universes ----------------------------------------------------------------------------------------


def test_a_universe_that_contains_itself(checked):
    def build(level: levels.Level) -> Callable[[Writer], dict[str, int]]:
        return lambda w: {"U": w.valued("definition", "U", sort(level), TYPE)}

    accepted(checked(build(levels.successor(ONE))), "U")
    report = checked(build(ONE))
    assert "the value has type Sort 0+1+1, but must have Sort 0+1" in refused(report, "U")


def test_a_level_that_is_not_declared(checked):
    u = levels.parameter("u")

    def build(*params: str) -> Callable[[Writer], dict[str, int]]:
        kind = sort(levels.successor(u))
        return lambda w: {"U": w.valued("definition", "U", kind, sort(u), params)}

    accepted(checked(build("u")), "U")
    assert "the level u, which is not declared" in refused(checked(build()), "U")
    assert "has its name twice" in refused(checked(build("u", "u")), "U")


def test_a_constant_at_too_few_levels(checked):
    value = apply(const("Eq.refl"), (nat(), nat(0)))
    kind = equal(nat(0), nat(0))
    report = checked(lambda w: {"bad": w.valued("theorem", "bad", kind, value)})
    assert "`Eq.refl` with 0 levels" in refused(report, "bad")


# Projections --------------------------------------------------------------------------------------


def test_data_out_of_a_proposition(checked):
    """With it every existence statement would give a witness, and False follows."""
    predicate = binder(LAM, nat(), const("True"))
    kind = apply(const("Exists", (ONE,)), (nat(), predicate))

    def build(w: Writer) -> dict[str, int]:
        value = binder(LAM, kind, proj("Exists", 0, bvar(0)))
        return {"witness": w.valued("definition", "witness", pi(kind, nat()), value)}

    assert "a projection of data from a proposition" in refused(checked(build), "witness")


@pytest.mark.parametrize(
    ("structure", "field", "message"),
    [
        ("Prod", 1, "the value has type"),
        ("Prod", 7, "a projection beyond the last field"),
        ("And", 0, "a projection of And from"),
        ("Or", 0, "a projection of Or from"),
    ],
)
def test_a_wrong_projection(checked, structure, field, message):
    zero = levels.ZERO
    kind = apply(const("Prod", (zero, zero)), (nat(), const("Bool")))

    def build(structure: str, field: int) -> Callable[[Writer], dict[str, int]]:
        value = binder(LAM, kind, proj(structure, field, bvar(0)))
        return lambda w: {"part": w.valued("definition", "part", pi(kind, nat()), value)}

    accepted(checked(build("Prod", 0)), "part")
    assert message in refused(checked(build(structure, field)), "part")


# Unsafe code and axioms ---------------------------------------------------------------------------


@pytest.mark.parametrize("safety", ["unsafe", "partial"])
def test_a_theorem_that_uses_an_unsafe_definition(checked, safety):
    def build(w: Writer) -> dict[str, int]:
        loop = w.valued("definition", "loop", false(), const("loop"), (), safety)
        return {"loop": loop, "boom": w.valued("theorem", "boom", false(), const("loop"))}

    report = checked(build)
    assert report.answers["loop"].verdict == "not checked"
    assert f"mentions `loop`, which is {safety}" in refused(report, "boom")


def test_an_axiom_of_its_own(checked):
    def build(w: Writer) -> dict[str, int]:
        return {
            "extra": w.assumed("extra", false()),
            "boom": w.valued("theorem", "boom", false(), const("extra")),
        }

    report = checked(build)
    assert refused(report, "extra") == "an axiom that is none of Lean's three"
    assert refused(report, "boom").startswith("rests on `extra`")


def test_an_axiom_with_another_statement(checked):
    """A library of its own, in which ``propext`` says False."""

    def build(w: Writer) -> dict[str, int]:
        u = levels.parameter("u")
        motive = pi(false(), sort(u))
        rec = pi(motive, false(), app(bvar(1), bvar(0)))
        return {
            "False": w.inductive("False", PROP, 0, 0, []),
            "False.rec": w.recursor("False.rec", rec, ["False"], (0, 0, 1, 0), [], ["u"]),
            "propext": w.assumed("propext", false()),
            "boom": w.valued("theorem", "boom", false(), const("propext")),
        }

    report = checked(build, imports=())
    assert report.answer("False").verdict == "accepted"
    assert "an axiom with another meaning" in refused(report, "propext")
    assert refused(report, "boom").startswith("rests on `propext`")


def test_a_quotient_that_respects_nothing(checked):
    """``Quot.lift`` without the proof that related elements have equal values."""
    u, v = levels.parameter("u"), levels.parameter("v")
    relation = pi(bvar(0), bvar(1), PROP)

    def build(w: Writer) -> dict[str, int]:
        quot = apply(const("Quot", (u,)), (bvar(3), bvar(2)))
        lift = pi(sort(u), relation, sort(v), pi(bvar(2), bvar(1)), quot, bvar(2))

        def quotient(name: str, kind: Term, params: list[str], which: int) -> int:
            head = w._head(name, kind, params)
            return w.constructor(4, w.constructor(0, head, scalars=bytes([which])))

        return {
            "Quot": quotient("Quot", pi(sort(u), relation, sort(u)), ["u"], 0),
            "Quot.lift": quotient("Quot.lift", lift, ["u", "v"], 2),
        }

    report = checked(build, imports=())
    assert report.answer("Quot").verdict == "accepted"
    refused(report, "Quot.lift")


def test_a_constant_in_two_modules(checked):
    report = checked(
        lambda w: {"Nat.succ_ne_zero": w.assumed("Nat.succ_ne_zero", false())}, "Nat.succ_ne_zero"
    )
    assert "only one of them is checked" in refused(report, "Nat.succ_ne_zero")


# Arithmetic ---------------------------------------------------------------------------------------


def test_arithmetic_behind_a_wrong_definition(built, toolchain, tmp_path, known):
    """Lean accepts ``boom : False`` here, without any axiom: it multiplies by name."""
    from pathlib import Path

    text = (Path(__file__).parent.parent / "faults" / "audit" / "wrong_mul.lean").read_text("utf-8")
    olean = compile_lean(built, toolchain, tmp_path, "wrong_mul", text)
    paths = with_imports(built, wrong_mul=olean)
    environment = load_oleans(paths, cache=built.cache / "environment")
    report = recheck(environment, ["boom"], cache=known, jobs=1)
    refused(report, "boom")
    assert report.answer("Nat.mul").verdict == "accepted"  # a definition like any other


def test_arithmetic_on_large_numbers(checked):
    """What the short cuts are for, and what they must not accept."""
    big = 10**40

    def build(value: int) -> Callable[[Writer], dict[str, int]]:
        product = apply(const("Nat.mul"), (nat(big), nat(big)))
        kind = equal(product, nat(value))
        return lambda w: {"t": w.valued("theorem", "t", kind, refl(nat(value)))}

    report = checked(build(big * big))
    accepted(report, "t")
    assert "t" in report.computed["Nat.mul"]
    refused(checked(build(big * big + 1)), "t")


@pytest.mark.parametrize("second", ["b", "c"])
def test_strings_are_their_characters(checked, second):
    def build(w: Writer) -> dict[str, int]:
        string, zero = const("String"), levels.ZERO
        letters: Term = app(const("List.nil", (zero,)), const("Char"))
        for letter in (second, "a"):
            code = app(const("Char.ofNat"), nat(ord(letter)))
            letters = apply(const("List.cons", (zero,)), (const("Char"), code, letters))
        other = app(const("String.ofList"), letters)
        kind = apply(const("Eq", (ONE,)), (string, literal("ab"), other))
        proof = apply(const("Eq.refl", (ONE,)), (string, literal("ab")))
        return {"text": w.valued("theorem", "text", kind, proof)}

    report = checked(build)
    if second == "b":
        accepted(report, "text")
        assert report.computed["String"] == ["text"]
    else:
        assert "the value has type" in refused(report, "text")


# Limits -------------------------------------------------------------------------------------------


def test_what_takes_too_long_is_given_up(built, known):
    environment = load_environment(built)
    report = recheck(environment, ["Nat.add_comm"], steps=3, jobs=1)
    answer = report.answers["Nat.add_comm"]
    assert answer == ("not checked", "gave up after 3 steps")
    assert report.ok
    assert report.answer("Nat.add_comm").verdict == "not checked"


def test_deep_terms(checked):
    """A proof by 10,000 steps, one inside the other; nothing of this depth may end a run."""
    depth = 10_000

    def build(w: Writer) -> dict[str, int]:
        value = const("True.intro")
        for _ in range(depth):
            value = app(binder(LAM, const("True"), bvar(0)), value)
        return {"deep": w.valued("theorem", "deep", const("True"), value)}

    import sys

    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(10 * depth)  # for the writer
    try:
        accepted(checked(build), "deep")
    finally:
        sys.setrecursionlimit(limit)
