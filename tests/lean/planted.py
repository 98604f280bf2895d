"""Words for tests of the second kernel: a few terms, and what a report must say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyharness.lean.kernel import levels
from pyharness.lean.kernel.terms import (
    Term,
    apply,
    const,
    literal,
    sort,
)

if TYPE_CHECKING:
    from pyharness.lean.recheck import Recheck

ONE = levels.ONE
TYPE = sort(ONE)


def nat(value: int | None = None) -> Term:
    return const("Nat") if value is None else literal(value)


def equal(x: Term, y: Term) -> Term:
    return apply(const("Eq", (ONE,)), (nat(), x, y))


def refl(x: Term) -> Term:
    return apply(const("Eq.refl", (ONE,)), (nat(), x))


def false() -> Term:
    return const("False")


def refused(report: Recheck, name: str) -> str:
    answer = report.answer(name)
    assert answer.verdict == "refused", answer
    assert not report.ok
    return answer.message


def accepted(report: Recheck, *names: str) -> None:
    assert report.ok, report.answers
    for name in names:
        assert report.answer(name).verdict == "accepted", report.answer(name)
