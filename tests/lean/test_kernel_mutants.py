"""Changed proofs and changed inductive types; see `mutants` and `copies`."""

from __future__ import annotations

import itertools
import random

import pytest
from compiled import with_imports
from copies import write_copy
from mutants import at, compare, level_names, mutate, number, size, subterms
from olean_writer import Writer

from pyharness.lean.environment import load_environment, load_oleans
from pyharness.lean.expression import BVAR, CONST, LAM, PI
from pyharness.lean.kernel import levels
from pyharness.lean.kernel.inference import Checker
from pyharness.lean.kernel.library import Library
from pyharness.lean.kernel.terms import Term, binder, bvar, const, sort
from pyharness.lean.kernel.units import units
from pyharness.lean.recheck import recheck


@pytest.mark.parametrize("seed", [11, 12])
def test_both_kernels_agree(built, toolchain, tmp_path, seed):
    accepted, refused, differing = compare(
        built, toolchain, count=180, seed=seed, folder=tmp_path, cache=tmp_path / "cache"
    )
    assert not differing, "\n".join(differing)
    # The sample must say something in both directions.
    assert accepted > 30
    assert refused > 90


TYPES = ("Bool", "Nat", "List", "Eq", "Acc", "And", "Or", "Exists", "PUnit", "Nat.le", "Prod")
COPIES = 12


@pytest.mark.parametrize("source", [*TYPES, "Lean.Syntax"])
def test_changed_inductive_types_are_refused(built, tmp_path, source):
    """One change in the type of a constructor, of a recursor, or in a rule.

    A sound type with another constructor has other recursors, so each change must be refused unless
    what was changed stays equal by definition. (A type itself can move to another universe.)
    """
    environment = load_environment(built)
    library = Library(environment)
    unit = next(unit for unit in units(environment)[0] if unit[0] == source)
    constants = [library.constant(name) for name in unit]
    known = {t for c in constants for t in subterms(c.type) if t.tag == CONST}
    pool = sorted({*known, const("Nat"), const("True")}, key=repr)
    rng = random.Random(source)
    writer = Writer()
    words: dict[str, int] = {}
    changed: dict[str, tuple[Term, Term]] = {}
    rules = [(c.name, i) for c in constants if c.kind == "recursor" for i in range(len(c.rules))]
    members = [(c.name, None) for c in constants if c.kind != "inductive"]
    places = itertools.cycle(members + rules)
    for i, place in zip(range(COPIES), places, strict=False):
        target = f"Copy{i}"

        def rename(name: str, target: str = target) -> str:
            return target + name[len(source) :] if name in unit else name

        def change(name: str, part: str, value, *, target: str = target, place=place):
            chosen, rule = place
            if name != chosen or part != ("type" if rule is None else "rules"):
                return value
            old = value if rule is None else value[rule][2]
            new = mutate(rng, old, pool, library.constant(name).level_params)
            changed[target] = (old, new)
            if rule is None:
                return new
            return [*value[:rule], (*value[rule][:2], new), *value[rule + 1 :]]

        words |= write_copy(writer, library, unit, rename, change)
    path = tmp_path / "Copies.olean"
    path.write_bytes(writer.module(["DeepTheory.Core"], **words))
    copied = load_oleans(with_imports(built, Copies=path), cache=built.cache / "environment")
    report = recheck(copied, [f"{t}*" for t in changed], cache=tmp_path / "cache", jobs=1)
    same = 0
    for target, (old, new) in changed.items():
        verdict = report.answer(target).verdict
        if verdict == "accepted":
            checker = Checker(Library(copied), level_names(old) | level_names(new))
            assert checker.same(old, new), f"{target}: {old} became {new}"
            same += 1
        assert verdict != "not checked"
    assert same < COPIES


def test_a_change_is_one_change():
    """Every place can be reached, and the others stay as they are."""
    term = number(random.Random(5), 2)
    places = subterms(term)
    assert len(places) == size(term)
    for place, old in enumerate(places):
        changed, _ = at(term, place, lambda _: const("marker"))
        found = subterms(changed)
        assert found[place] is const("marker")
        assert found[:place].count(const("marker")) == 0
        assert len(found) == len(places) - size(old) + 1


def test_changes_reach_variables_and_binders():
    identity = binder(LAM, sort(levels.ONE), binder(LAM, bvar(0), bvar(0)))
    rng = random.Random(1)
    seen = {mutate(rng, identity, [const("Nat")], ()) for _ in range(300)}
    assert binder(LAM, sort(levels.ONE), binder(LAM, bvar(0), bvar(1))) in seen
    assert binder(PI, sort(levels.ONE), binder(LAM, bvar(0), bvar(0))) in seen
    assert len(seen) > 15
    assert all(t.tag != BVAR or t.a >= 0 for e in seen for t in subterms(e))
