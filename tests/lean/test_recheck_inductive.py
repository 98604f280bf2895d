"""Inductive types in compiled files: sound ones of every sort, and faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from compiled import compile_lean, with_imports
from copies import write_copy
from olean_writer import Writer
from planted import ONE, TYPE, accepted, false, nat, refused

from pyharness.lean.environment import load_environment, load_oleans
from pyharness.lean.expression import LAM, MAX, ZERO
from pyharness.lean.kernel import levels
from pyharness.lean.kernel.library import Library
from pyharness.lean.kernel.terms import (
    PROP,
    Term,
    app,
    binder,
    bvar,
    const,
    pi,
    proj,
    sort,
)
from pyharness.lean.recheck import recheck

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyharness.project import Project


def bad(field: Term, level: levels.Level = ONE) -> Callable[[Writer], dict[str, int]]:
    """A type with one constructor that has one field, and a recursor as if it were sound."""

    def build(w: Writer) -> dict[str, int]:
        own = const("Bad")
        u = levels.parameter("u")
        minor = pi(field, app(bvar(1), app(const("Bad.mk"), bvar(0))))
        rec = pi(pi(own, sort(u)), minor, own, app(bvar(2), bvar(0)))
        rule = app(bvar(1), bvar(0))
        for domain in (field, minor, pi(own, sort(u))):
            rule = binder(LAM, domain, rule)
        return {
            "Bad": w.inductive("Bad", sort(level), 0, 0, ["Bad.mk"]),
            "Bad.mk": w.member("Bad.mk", pi(field, own), "Bad", 0, 0, 1),
            "Bad.rec": w.recursor(
                "Bad.rec", rec, ["Bad"], (0, 0, 1, 1), [("Bad.mk", 1, rule)], ["u"]
            ),
        }

    return build


def test_a_type_that_occurs_negatively(checked):
    """``Bad.mk : (Bad → False) → Bad`` gives False."""
    accepted(checked(bad(pi(nat(), false()))), "Bad.rec")
    message = refused(checked(bad(pi(const("Bad"), false()))), "Bad")
    assert message == "a field of `Bad.mk` takes an argument of its own type"
    for name in ("Bad.mk", "Bad.rec"):
        assert refused(checked(bad(pi(const("Bad"), false()))), name)


def test_a_type_that_occurs_in_an_argument(checked):
    """``Bad.mk : P Bad → Bad`` for a family ``P`` that is no inductive type."""

    def build(w: Writer) -> dict[str, int]:
        family = w.valued("opaque", "P", pi(TYPE, TYPE), binder(LAM, TYPE, nat()))
        return {"P": family, **bad(app(const("P"), const("Bad")))(w)}

    assert "mentions the type in (P Bad)" in refused(checked(build), "Bad")


def test_a_field_in_a_universe_that_is_too_large(checked):
    accepted(checked(bad(TYPE, levels.successor(ONE))), "Bad.rec")
    assert "a universe that is too large" in refused(checked(bad(TYPE)), "Bad")


def test_a_proposition_that_is_taken_apart_into_data(checked):
    """A proposition with data inside: ``0`` and ``1`` would be equal."""
    message = refused(checked(bad(nat(), levels.ZERO)), "Bad.rec")
    assert message == "the recursors have wrong universe parameters"


def test_a_proposition_in_disguise(checked):
    """``Sort (max 0 0)`` is ``Prop``: its elements are all equal, so nothing may look inside."""
    zero = levels.from_node((MAX, (ZERO,), (ZERO,)))
    assert zero is not levels.ZERO

    def build(data: bool) -> Callable[[Writer], dict[str, int]]:
        own, field = const("E"), nat() if data else const("True")
        minor = pi(field, app(bvar(1), app(const("E.mk"), bvar(0))))
        motive = pi(own, PROP)
        rule: Term = app(bvar(1), bvar(0))
        for domain in (field, minor, motive):
            rule = binder(LAM, domain, rule)
        params = [] if data else ["u"]
        if not data:
            u = sort(levels.parameter("u"))
            motive = pi(own, u)
            rule = binder(
                LAM, motive, binder(LAM, minor, binder(LAM, field, app(bvar(1), bvar(0))))
            )
        rec = pi(motive, minor, own, app(bvar(2), bvar(0)))
        inside = binder(LAM, own, proj("E", 0, bvar(0)))
        return lambda w: {
            "E": w.inductive("E", sort(zero), 0, 0, ["E.mk"]),
            "E.mk": w.member("E.mk", pi(field, own), "E", 0, 0, 1),
            "E.rec": w.recursor("E.rec", rec, ["E"], (0, 0, 1, 1), [("E.mk", 1, rule)], params),
            "inside": w.valued("definition", "inside", pi(own, field), inside),
        }

    accepted(checked(build(data=False)), "E.rec", "inside")
    report = checked(build(data=True))
    assert report.answer("E").verdict == "accepted"
    assert "a projection of data from a proposition" in refused(report, "inside")


def copy_of(
    original: Library, source: str, target: str, **changes: Callable[..., object]
) -> Callable[[Writer], dict[str, int]]:
    """The inductive type ``source`` of the library under another name, with changes."""
    first = original.constant(source)
    assert first is not None
    unit = (source, *first.declaration.constructors, f"{source}.rec")

    def rename(name: str) -> str:
        return target + name[len(source) :] if name.startswith(source) else name

    def change(name: str, part: str, value: object) -> object:
        if part not in changes or (part == "type" and name != unit[-1]):
            return value
        return changes[part](value)

    return lambda w: write_copy(w, original, unit, rename, change)


@pytest.fixture(scope="module")
def original(built: Project) -> Library:
    return Library(load_environment(built))


@pytest.mark.parametrize(
    "source", ["Bool", "Nat", "List", "Eq", "Acc", "And", "Or", "PUnit", "False", "Nat.le"]
)
def test_copies_of_sound_types_are_accepted(checked, original, source):
    report = checked(copy_of(original, source, "T"))
    accepted(report, *(name for name in report.names or () if name.split(".")[0] == "T"))


def test_a_recursor_with_a_wrong_rule(checked, original):
    """``Bool.rec`` computing the other way: with a theorem about it, ``true = false``."""

    def swapped(rules):
        (false_, m, f), (true_, n, t) = rules
        return [(false_, m, t), (true_, n, f)]

    report = checked(copy_of(original, "Bool", "T", rules=swapped))
    assert "`T.rec` computes on `T.false` as" in refused(report, "T.rec")


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("Bool", {"rules": lambda rules: rules[:1]}),
        ("Bool", {"rules": lambda rules: rules[::-1]}),
        ("Bool", {"rules": lambda rules: [(c, n + 1, right) for c, n, right in rules]}),
        ("Bool", {"k": lambda k: True}),
        ("Eq", {"k": lambda k: False}),
        ("And", {"k": lambda k: True}),
        ("Nat", {"recursive": lambda flag: not flag}),
        ("Bool", {"recursive": lambda flag: not flag}),
        ("Nat", {"fields": lambda number: number + 1}),
        ("Nat", {"type": lambda kind: pi(PROP, kind)}),
        ("Bool", {"type": lambda kind: binder(kind.tag, kind.a, pi(kind.b.b, kind.b.a, PROP))}),
    ],
)
def test_wrong_data_of_an_inductive_type(checked, original, source, changes):
    refused(checked(copy_of(original, source, "T", **changes)), "T")


NESTED = """prelude
import DeepTheory.Core
set_option autoImplicit false
universe u v

inductive Tree (α : Type u) : Type u
  | node (label : α) (children : List (Tree α)) : Tree α

inductive Deep : Type
  | leaf : Deep
  | node : List (List (Option Deep)) → (Nat → Prod Deep (List Deep)) → Deep

mutual
  inductive Even : Nat → Prop
    | zero : Even 0
    | step (n : Nat) : Odd n → Even (n + 1)
  inductive Odd : Nat → Prop
    | step (n : Nat) : Even n → Odd (n + 1)
end

mutual
  inductive Term : Type
    | var : Nat → Term
    | call : Nat → Arguments → Term
    | many : List Arguments → Term
  inductive Arguments : Type
    | none : Arguments
    | some : Term → Option Term → Arguments
end

inductive Vec (α : Type u) : Nat → Type u
  | nil : Vec α 0
  | cons {n : Nat} : α → Vec α n → Vec α (n + 1)

inductive Wide (α : Sort u) (β : α → Sort v) : Sort (max 1 u v)
  | mk (a : α) (sub : β a → Wide α β) : Wide α β

structure Point (α : Type u) where
  x : α
  y : α

class Pointed (α : outParam (Type u)) where
  point : α

inductive Unit' : Prop
  | mk : Unit'

theorem eta (p : Point Nat) : Point.mk p.x p.y = p := rfl
theorem letters : "ab" = String.ofList ['a', 'b'] := rfl
theorem on_classes {α : Sort u} {β : Sort v} (r : α → α → Prop) (f : α → β)
    (h : ∀ a b, r a b → f a = f b) (a : α) : Quot.lift f h (Quot.mk r a) = f a := rfl
theorem cast_self (a : Nat) (P : Nat → Type) (x : P a) (h : a = a) :
    Eq.rec (motive := fun b _ => P b) x h = x := rfl
theorem irrelevant (a b : Unit') : a = b := rfl
theorem unit (a b : PUnit) : a = b := rfl
noncomputable def sizes : Tree Nat → Nat :=
  Tree.rec (motive_1 := fun _ => Nat) (motive_2 := fun _ => Nat)
    (fun _ _ n => n + 1) 0 (fun _ _ a b => a + b)
theorem size : sizes (Tree.node 1 [Tree.node 2 [], Tree.node 3 []]) = 3 := rfl
"""


@pytest.fixture(scope="module")
def nested(built, toolchain, tmp_path_factory):
    folder = tmp_path_factory.mktemp("nested")
    olean = compile_lean(built, toolchain, folder, "Nested", NESTED)
    return load_oleans(with_imports(built, Nested=olean), cache=built.cache / "environment")


def test_inductive_types_of_all_sorts_are_accepted(nested, known):
    own = [name for name, constant in nested.constants.items() if constant.module == "Nested"]
    assert {"Tree.rec_1", "Deep.rec_5", "Term.rec_1", "Even.rec", "Vec.rec"} <= set(own)
    report = recheck(nested, own, cache=known, jobs=1)
    accepted(report, *(name for name in own if nested.constants[name].safety == "safe"))
    open_ = {answer.message for answer in report.answers.values()}
    assert all("no proof can use it" in message for message in open_)


def test_a_nested_type_that_occurs_negatively(checked):
    """``Bad.mk : List (Bad → Nat) → Bad`` is as bad as without the list."""
    field = app(const("List", (levels.ZERO,)), pi(const("Bad"), nat()))

    def build(w: Writer) -> dict[str, int]:
        return {
            **bad(field)(w),
            "Bad": w.inductive("Bad", TYPE, 0, 0, ["Bad.mk"], recursive=True, nested=1),
        }

    assert "takes an argument of its own type" in refused(checked(build), "Bad")
