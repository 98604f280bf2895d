"""The ledger's own rules, on findings that are put together by hand."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from pyharness.checks import CheckResult, Verdict
from pyharness.ledger import (
    Answer,
    Findings,
    Ledger,
    Record,
    Stage,
    changed_sources,
    make_ledger,
    source_hashes,
)
from pyharness.registry import Check, Question, load_registry

if TYPE_CHECKING:
    from pyharness.project import Project

OK = (Stage("build", True, "", 0.0),)


def record(*answers: tuple[Verdict, bool]) -> Record:
    return Record(
        "ch01-x",
        tuple(
            Answer(question, verdict, claimed, "")
            for question, (verdict, claimed) in zip(Question, answers, strict=False)
        ),
    )


_ANSWERS = list(itertools.product(Verdict, (True, False)))


@pytest.mark.parametrize("answers", list(itertools.product(_ANSWERS, _ANSWERS)))
def test_a_row_holds_only_when_every_answer_does(
    answers: tuple[tuple[Verdict, bool], ...],
) -> None:
    """All 36 pairs of answers, against the rule in its plainest form."""
    verdict = record(*answers).verdict
    failed = any(v is Verdict.FAIL for v, _ in answers)
    unanswered = any(claimed and v is Verdict.NOT_CHECKED for v, claimed in answers)
    claims = any(claimed for _, claimed in answers)
    if failed or unanswered:
        assert verdict is Verdict.FAIL
    else:
        assert verdict is (Verdict.PASS if claims else Verdict.NOT_CHECKED)


def test_a_run_without_any_confirmation_does_not_hold() -> None:
    confirmed = record((Verdict.PASS, True))
    unclaimed_pass = record((Verdict.PASS, False))
    skipped = record((Verdict.NOT_CHECKED, False))
    assert Ledger({"a": confirmed}, OK, {}).holds
    assert Ledger({"a": confirmed, "b": skipped}, OK, {}).holds
    assert not Ledger({}, OK, {}).holds
    assert not Ledger({"a": skipped, "b": skipped}, OK, {}).holds
    assert not Ledger({"a": unclaimed_pass}, OK, {}).holds
    assert not Ledger({"a": confirmed}, (), {}).holds
    assert not Ledger({"a": confirmed}, (*OK, Stage("audit", False, "", 0.0)), {}).holds


def test_without_findings_everything_claimed_is_open(painted: Project) -> None:
    ledger = make_ledger(load_registry(painted), Findings(), OK)
    answers = ledger.records["ch01-paint"].answers
    assert all(answer.verdict is Verdict.NOT_CHECKED for answer in answers)
    assert ledger.records["ch01-paint"].verdict is Verdict.FAIL
    assert not ledger.holds


def result(verdict: Verdict, sort: Check = Check.INSTANCES, row: str = "ch01-paint") -> CheckResult:
    return CheckResult(row, sort, "one", verdict, "a message")


@pytest.mark.parametrize(
    ("results", "verdict"),
    [
        (None, Verdict.NOT_CHECKED),
        ([], Verdict.NOT_CHECKED),
        ([result(Verdict.PASS)], Verdict.NOT_CHECKED),  # the identities are missing
        ([result(Verdict.PASS), result(Verdict.PASS, Check.IDENTITIES)], Verdict.PASS),
        (
            [result(Verdict.PASS), result(Verdict.NOT_CHECKED, Check.IDENTITIES)],
            Verdict.NOT_CHECKED,
        ),
        ([result(Verdict.PASS), result(Verdict.FAIL, Check.IDENTITIES)], Verdict.FAIL),
        ([result(Verdict.PASS, c, "ch01-other") for c in Check], Verdict.NOT_CHECKED),
    ],
)
def test_claimed_checks(
    painted: Project, results: list[CheckResult] | None, verdict: Verdict
) -> None:
    text = painted.registry.read_text()
    painted.registry.write_text(
        text.replace("uses: [ch01-remark]", "checks: [instances, identities]")
    )
    ledger = make_ledger(load_registry(painted), Findings(checks=results), OK)
    answer = next(a for a in ledger.records["ch01-paint"].answers if a.question is Question.CHECKED)
    assert answer.claimed
    assert answer.verdict is verdict


def test_a_failing_check_counts_even_when_nobody_claims_it(painted: Project) -> None:
    ledger = make_ledger(
        load_registry(painted), Findings(checks=[result(Verdict.FAIL, row="ch01-remark")]), OK
    )
    assert ledger.records["ch01-remark"].verdict is Verdict.FAIL


def test_sources_cover_what_verdicts_depend_on(painted: Project) -> None:
    registry = load_registry(painted)
    before = source_hashes(painted, registry.files)
    assert {"theorems.yaml", "theorems.lock.json", "lean/Small.lean"} <= set(before)
    assert "pyharness/checks/alignment.py" in before
    new = painted.lean_source / "New.lean"
    new.write_text("prelude\n")
    painted.lock.unlink()
    after = source_hashes(painted, registry.files)
    assert changed_sources(before, after) == ["lean/New.lean", "theorems.lock.json"]
