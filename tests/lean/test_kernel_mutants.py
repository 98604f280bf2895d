"""The second kernel and Lean's kernel agree on changed proofs; see `mutants`."""

from __future__ import annotations

import random

import pytest
from mutants import at, compare, mutate, number, size, subterms

from pyharness.lean.expression import BVAR, LAM, PI
from pyharness.lean.kernel import levels
from pyharness.lean.kernel.terms import binder, bvar, const, sort


@pytest.mark.parametrize("seed", [11, 12])
def test_both_kernels_agree(built, toolchain, tmp_path, seed):
    accepted, refused, differing = compare(
        built, toolchain, count=180, seed=seed, folder=tmp_path, cache=tmp_path / "cache"
    )
    assert not differing, "\n".join(differing)
    # The sample must say something in both directions.
    assert accepted > 30
    assert refused > 90


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
