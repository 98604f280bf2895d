"""The ledger's own rules, on findings that are put together by hand."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from pyharness.checks import CheckResult, Verdict
from pyharness.checks.model import Tightness
from pyharness.ledger import (
    Answer,
    Findings,
    Ledger,
    Record,
    Stage,
    changed_sources,
    make_ledger,
    row_tightness,
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
    before = source_hashes(painted, registry)
    assert {"theorems.yaml", "theorems.lock.json", "lean/Small.lean"} <= set(before)
    assert "pyharness/checks/alignment.py" in before
    new = painted.lean_source / "New.lean"
    new.write_text("prelude\n")
    painted.lock.unlink()
    after = source_hashes(painted, registry)
    assert changed_sources(before, after) == ["lean/New.lean", "theorems.lock.json"]


# ----- Tightness ----------------------------------------------------------------------------------


def inequality(name: str, smaller: int, larger: int, **fields: object) -> CheckResult:
    sides = Tightness(Fraction(smaller), Fraction(larger)).to_json()
    fields = {"verdict": Verdict.PASS, "message": "", "tightness": sides, **fields}
    return CheckResult("ch01-paint", Check.INSTANCES, name, **fields)


def test_tightness_names_the_closest_inequality_and_its_command() -> None:
    found = row_tightness(
        [
            inequality("far", 1, 4),
            inequality("near", 3, 4, parameters={"n": "3"}, says="At most four."),
            inequality("below-zero", -2, -1),
            inequality("not-an-inequality", 1, 1, tightness=None),
            inequality("refuted", 5, 6, verdict=Verdict.FAIL),
        ]
    )
    assert found == {
        "inequalities": 3,
        "equalities": [],
        "tightest": {
            "smaller": "3",
            "larger": "4",
            "slack": "1",
            "ratio": "0.75",
            "check": "instances/near",
            "claim": "At most four.",
            "at": "n = 3",
            "command": "pyharness check ch01-paint --only instances/near",
        },
    }


def test_equal_sides_are_named() -> None:
    found = row_tightness(
        [inequality("zero", 0, 0), inequality("near", 99, 100), inequality("four", 4, 4)]
    )
    assert found is not None
    assert found["equalities"] == ["instances/zero", "instances/four"]
    assert found["tightest"]["slack"] == "0"


def test_without_inequalities_there_is_no_tightness() -> None:
    assert row_tightness([]) is None
    assert row_tightness([inequality("equation", 1, 1, tightness=None)]) is None


def test_tightness_is_in_the_ledger(painted: Project) -> None:
    registry = load_registry(painted)
    findings = Findings(checks=[inequality("near", 3, 4)])
    rows = make_ledger(registry, findings).json["rows"]
    assert rows["ch01-paint"]["tightness"]["inequalities"] == 1
    assert rows["ch01-remark"]["tightness"] is None
