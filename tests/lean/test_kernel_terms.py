"""Terms of the second kernel: built once, substituted right."""

from __future__ import annotations

import random

import pytest

from pyharness.lean.expression import APP, BVAR, LAM, LET, PI, PROJ
from pyharness.lean.kernel import levels, terms
from pyharness.lean.kernel.terms import (
    PROP,
    GaveUp,
    KernelError,
    Term,
    abstract,
    app,
    binder,
    bvar,
    close,
    const,
    instantiate,
    let,
    lift,
    literal,
    local,
    proj,
    sort,
    substitute_levels,
)


def made_up(rng: random.Random, depth: int, loose: int) -> Term:
    """A term with loose variables below ``loose``."""
    if depth == 0:
        leaves = [const("c"), sort(levels.parameter("u")), literal(3), literal("a")]
        return rng.choice([*leaves, *(bvar(i) for i in range(loose)), *map(bvar, range(loose))])
    x, y = made_up(rng, depth - 1, loose), made_up(rng, depth - 1, loose)
    inner = made_up(rng, depth - 1, loose + 1)
    return rng.choice(
        [
            lambda: app(x, y),
            lambda: binder(LAM, x, inner),
            lambda: binder(PI, x, inner),
            lambda: let(x, y, inner),
            lambda: proj("S", 1, x),
        ]
    )()


def naive(e: Term, values: list[Term], depth: int = 0) -> Term:
    """Substitution as its definition says, with no short cut."""
    if e.tag == BVAR:
        if e.a < depth:
            return e
        index = e.a - depth
        if index >= len(values):
            return bvar(e.a - len(values))
        return raised(values[len(values) - 1 - index], depth, 0)
    return rebuilt(e, lambda part, under: naive(part, values, depth + under))


def raised(e: Term, by: int, depth: int) -> Term:
    if e.tag == BVAR:
        return bvar(e.a + by) if e.a >= depth else e
    return rebuilt(e, lambda part, under: raised(part, by, depth + under))


def rebuilt(e: Term, go) -> Term:
    if e.tag == APP:
        return app(go(e.a, 0), go(e.b, 0))
    if e.tag in (LAM, PI):
        return binder(e.tag, go(e.a, 0), go(e.b, 1))
    if e.tag == LET:
        return let(go(e.a, 0), go(e.b, 0), go(e.c, 1))
    return proj(e.a, e.b, go(e.c, 0)) if e.tag == PROJ else e


@pytest.mark.parametrize("seed", range(5))
def test_substitution_is_the_definition(seed):
    rng = random.Random(seed)
    for _ in range(200):
        e = made_up(rng, 4, 3)
        values = [made_up(rng, 2, rng.randrange(3)) for _ in range(rng.randrange(1, 4))]
        assert instantiate(e, values) is naive(e, values)
        assert lift(e, 2) is raised(e, 2, 0)


def test_binding_again_undoes_opening():
    rng = random.Random(7)
    x = local(4, PROP)
    y = local(5, app(const("P"), x))
    for _ in range(300):
        e = made_up(rng, 4, 2)
        assert abstract(instantiate(e, [x, y]), [x, y]) is e
        inner = abstract(y.b, [x])
        assert close(LAM, [x, y], instantiate(e, [x, y])) is binder(
            LAM, PROP, binder(LAM, inner, e)
        )


def test_a_dependency_that_would_be_lost_is_an_error():
    x = local(4, PROP)
    y = local(5, app(const("P"), x))
    with pytest.raises(KernelError, match="depends on a variable"):
        abstract(app(y, x), [x])


def test_counts_of_variables_and_locals():
    x = local(2, PROP)
    e = binder(LAM, bvar(0), app(bvar(3), x))
    assert (e.loose, e.locals, e.params) == (3, 3, False)
    assert sort(levels.parameter("u")).params
    assert not substitute_levels(sort(levels.parameter("u")), {"u": levels.ZERO}).params
    assert substitute_levels(sort(levels.parameter("u")), {"u": levels.ZERO}) is PROP


def test_work_is_counted():
    e = bvar(0)
    for _ in range(50):
        e = app(e, e)  # 2^50 leaves, 50 nodes
    left = terms.budget.left
    try:
        terms.budget.left = 1000
        done = instantiate(e, [const("c")])
        assert 940 <= terms.budget.left <= 950
        terms.budget.left = 10
        with pytest.raises(GaveUp):
            instantiate(e, [done])
    finally:
        terms.budget.left = left


def test_long_terms_are_cut_in_messages():
    e = const("c")
    for _ in range(1000):
        e = app(const("f"), e)
    assert len(terms.show(e)) < 410
    assert terms.show(binder(PI, PROP, bvar(0))) == "(Π Prop #0)"
