"""Running checks: each sort passes when it should, and fails when it should."""

from __future__ import annotations

import json
import sys
import textwrap
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
import sympy
from hypothesis import strategies as st

from pyharness.checks import (
    Comparison,
    Control,
    Effort,
    Enclosure,
    Exhaustion,
    Identity,
    Instance,
    RowChecks,
    Search,
    Verdict,
    check,
    load_topics,
)
from pyharness.checks.enclosures import exp, log, precision, real, sqrt
from pyharness.problems import ProblemsError
from pyharness.registry import Check, Registry, load_registry

if TYPE_CHECKING:
    from pathlib import Path

    from pyharness.checks import CheckResult
    from pyharness.project import Project


def commutes(a: int, b: int) -> Comparison:
    """Sums commute."""
    return Comparison(a + b, "=", b + a)


def difference_commutes(a: int, b: int) -> Comparison:
    """Differences commute: the altered claim."""
    return Comparison(a - b, "=", b - a)


def wrong_bound(a: int, b: int) -> Comparison:
    """A planted wrong constant."""
    return Comparison(a + b, "≤", a + Fraction(b, 2))


def floating(a: int, b: int) -> Comparison:
    """A comparison that rounds."""
    return Comparison(a / b, "=", a / b)


def raising(a: int, b: int) -> Comparison:
    """A check that breaks."""
    return Comparison(a // 0, "=", b)


def not_a_comparison(a: int, b: int) -> Any:
    """A claim that forgets to compare."""
    return a + b == b + a


def log_of_product(a: int, b: int) -> Comparison:
    """Logarithms turn products into sums."""
    return Comparison(log(a * b), "≈", log(a) + log(b))


def log_of_sum(a: int, b: int) -> Comparison:
    """Logarithms do not turn sums into sums."""
    return Comparison(log(a + b), "≈", log(a) + log(b))


def same_root(a: int, b: int) -> Comparison:
    """No interval proves that two real numbers are equal."""
    return Comparison(sqrt(a) * sqrt(b), "=", sqrt(a * b))


def close_roots(a: int, b: int) -> Comparison:
    """Needs more digits than the first intervals have."""
    return Comparison(sqrt(a), "<", sqrt(a) + real(Fraction(1, 10**b)))


def below_ten(a: int, b: int) -> Comparison:
    """A claim that fails from ten on."""
    return Comparison(a + b * 0, "<", 10)


def square() -> tuple[sympy.Expr, sympy.Expr]:
    """The square of a sum."""
    a, b = sympy.symbols("a b")
    return (a + b) ** 2, a**2 + 2 * a * b + b**2


def wrong_square() -> tuple[sympy.Expr, sympy.Expr]:
    """The square of a sum, without the middle."""
    a, b = sympy.symbols("a b")
    return (a + b) ** 2, a**2 + b**2


def open_question() -> tuple[sympy.Expr, sympy.Expr]:
    """Something that simplification does not decide."""
    f = sympy.Function("f")
    a = sympy.Symbol("a")
    return f(a), f(a + 1)


def run(project: Project, registry: Registry, *items: Any, **options: Any) -> list[CheckResult]:
    sorts = {
        Identity: "identities",
        Instance: "instances",
        Search: "searches",
        Exhaustion: "searches",
        Control: "controls",
    }
    grouped: dict[str, tuple[Any, ...]] = {}
    for item in items:
        name = sorts[type(item)]
        grouped[name] = (*grouped.get(name, ()), item)
    topics = {"ch20-sum": (RowChecks("ch20-sum", **grouped), __name__)}
    return check(project, registry, topics=topics, **options)


AB = {"a": 2, "b": 3}


def numbers() -> dict[str, Any]:
    return {"a": st.integers(0, 50), "b": st.integers(0, 50)}


def small_numbers() -> dict[str, Any]:
    return {"a": st.integers(0, 9), "b": st.integers(0, 50)}


def family() -> list[dict[str, Any]]:
    return [{"a": a, "b": b} for a in range(4) for b in range(3)]


@pytest.mark.parametrize(
    ("item", "verdict", "message"),
    [
        (Instance("i", commutes, AB), Verdict.PASS, "5 = 5"),
        (Instance("i", wrong_bound, AB), Verdict.FAIL, "claimed is ≤, found is 5 > 7/2"),
        (Instance("i", floating, AB), Verdict.FAIL, "is a float: a check compares exact values"),
        (Instance("i", raising, AB), Verdict.FAIL, "the check raised ZeroDivisionError: integer"),
        (
            Instance("i", not_a_comparison, AB),
            Verdict.FAIL,
            "a claim returns a Comparison, not True",
        ),
        (Instance("i", commutes, {"a": 1}), Verdict.FAIL, "missing 1 required positional argument"),
        (
            Control("c", "differences are taken", difference_commutes, AB, {"a": 1, "b": 1}),
            Verdict.PASS,
            "if differences are taken, the claim fails: -1 ≠ 1",
        ),
        (
            Control("c", "nothing changes", commutes, AB, {"a": 1, "b": 1}),
            Verdict.FAIL,
            "if nothing changes, the claim still holds here: 5 = 5; this instance refutes nothing",
        ),
        (
            Control("c", "the bound is wrong", wrong_bound, AB, {"a": 1, "b": 1}),
            Verdict.FAIL,
            "it is broken, not altered",
        ),
        (Identity("d", square), Verdict.PASS, "(a + b)**2 = a**2 + 2*a*b + b**2 for all a, b"),
        (
            Identity("d", wrong_square),
            Verdict.FAIL,
            "not an identity: for a = 2, b = 3: left 25, ri",
        ),
        (Identity("d", open_question), Verdict.NOT_CHECKED, "undecided: the difference simplifies"),
        (Instance("i", log_of_product, AB), Verdict.PASS, "1.79176 ≈ 1.79176"),
        (Instance("i", log_of_sum, AB), Verdict.FAIL, "claimed is ≈, found is 1.60944 ≉ 1.79176"),
        (Instance("i", same_root, AB), Verdict.NOT_CHECKED, "undecided with 3200 binary digits"),
        (Instance("i", close_roots, {"a": 2, "b": 90}), Verdict.PASS, "1.41421 < 1.41421"),
        (Exhaustion("s", commutes, family), Verdict.PASS, "all 12 cases hold"),
        (
            Exhaustion("s", wrong_bound, family),
            Verdict.FAIL,
            "case 2: claimed is ≤, found is 1 > 1/2",
        ),
        (Exhaustion("s", commutes, list), Verdict.NOT_CHECKED, "the family has no cases"),
        (Exhaustion("s", raising, family), Verdict.FAIL, "the check raised ZeroDivisionError"),
        (Search("s", commutes, numbers), Verdict.PASS, "no counterexample in 60 cases, seed 0"),
        (Search("s", below_ten, small_numbers), Verdict.PASS, "no counterexample in"),
        (
            Search("s", below_ten, numbers),
            Verdict.FAIL,
            "a search finds a counterexample: claimed is <, found is 10 ≥ 10",
        ),
        (Search("s", raising, numbers), Verdict.FAIL, "the check raised ZeroDivisionError"),
        (Search("s", same_root, numbers), Verdict.NOT_CHECKED, "undecided in"),
        (
            Control("c", "a is any number", below_ten, {"a": 10, "b": 0}, AB, over=numbers),
            Verdict.PASS,
            "the claim fails: 10 ≥ 10; a search finds a = 10, b = 0",
        ),
        (
            Control("c", "a is small", below_ten, {"a": 10, "b": 0}, AB, over=small_numbers),
            Verdict.FAIL,
            "but a search of 60 cases finds no refutation",
        ),
    ],
)
def test_one_check(
    one_row: Project, registry: Registry, item: Any, verdict: Verdict, message: str
) -> None:
    (result,) = run(one_row, registry, item)
    assert message in result.message
    assert result.verdict is verdict
    assert result.file.endswith("test_engine.py")
    assert result.line > 0


def test_a_check_that_raises_names_its_own_line(one_row: Project, registry: Registry) -> None:
    (result,) = run(one_row, registry, Instance("i", raising, AB))
    line = raising.__code__.co_firstlineno + 2
    assert result.message.endswith(f"test_engine.py:{line})")


def test_a_failing_search_shows_its_parameters(one_row: Project, registry: Registry) -> None:
    (result,) = run(one_row, registry, Search("s", below_ten, numbers))
    assert result.parameters == {"a": "10", "b": "0"}


def test_a_search_does_more_when_it_is_told_to(one_row: Project, registry: Registry) -> None:
    items = [
        Search("s", commutes, numbers, cases=5, thorough=50),
        Exhaustion("e", commutes, lambda: family()[:2], family),
    ]
    quick = run(one_row, registry, *items, effort=Effort(seed=3))
    assert [r.message for r in quick] == [
        "no counterexample in 5 cases, seed 3",
        "all 2 cases hold",
    ]
    # What a quick run kept is not an answer to a thorough one.
    thorough = run(one_row, registry, *items, effort=Effort(seed=3, thorough=True))
    assert [r.message for r in thorough] == [
        "no counterexample in 50 cases, seed 3",
        "all 12 cases hold",
    ]


def test_several_processes_find_what_one_finds(one_row: Project, registry: Registry) -> None:
    text = one_row.registry.read_text().replace("topics: [sums]", "topics: []")
    one_row.registry.write_text(text.replace("ch20-sum", "ch20-coverage"))
    registry = load_registry(one_row)
    from pyharness.checks import alignment_limits

    checks = next(c for c in alignment_limits.CHECKS if c.row == "ch20-coverage")
    topics = {"ch20-coverage": (replace(checks, computations=()), alignment_limits.__name__)}
    alone = check(one_row, registry, topics=topics, cache=False)
    shared = check(one_row, registry, topics=topics, cache=False, jobs=2)
    assert len(alone) > 3
    assert [(r.name, r.verdict, r.message) for r in shared] == [
        (r.name, r.verdict, r.message) for r in alone
    ]


def test_an_inequality_shows_its_slack(one_row: Project, registry: Registry) -> None:
    (tight,) = run(one_row, registry, Instance("i", below_ten, {"a": 8, "b": 0}))
    assert tight.tightness == {"smaller": "8", "larger": "10", "slack": "2", "ratio": "0.8"}
    (equal,) = run(one_row, registry, Instance("j", commutes, AB))
    assert equal.tightness is None
    # A distance that is below a tolerance is an agreement, and not a tight inequality.
    assert Comparison(Fraction(1, 10**50), "<", Fraction(1, 10**40)).tightness is None
    assert Comparison(0, "≤", 0).tightness is not None


@pytest.mark.parametrize(
    ("relation", "below", "same", "above"),
    [
        ("<", True, None, False),
        ("≤", True, None, False),
        (">", False, None, True),
        ("≥", False, None, True),
        ("=", False, None, False),
        ("≠", True, None, True),
    ],
)
def test_enclosures_decide_what_their_ends_prove(
    relation: str, below: Any, same: Any, above: Any
) -> None:
    half = Enclosure(Fraction(1, 3), Fraction(2, 3))
    found = [Comparison(half, relation, value).verdict for value in (1, Fraction(1, 2), 0)]
    assert found == [below, same, above]


def test_ends_that_touch() -> None:
    half = Enclosure(Fraction(1, 3), Fraction(2, 3))
    high = Fraction(2, 3)
    found = {r: Comparison(half, r, high).verdict for r in ("<", "≤", ">", "≥", "=", "≠", "≈")}
    assert found == {
        "<": None, "≤": True, ">": False, "≥": None, "=": None, "≠": None, "≈": None,
    }  # fmt: skip
    with precision(40):
        assert Comparison(exp(1), "≈", exp(1)).verdict is None
    assert Comparison(exp(1), "≈", exp(1)).verdict is True
    assert Comparison(exp(1), "≈", exp(1) + real(Fraction(1, 10**29))).verdict is False


def test_only_runs_what_it_names(one_row: Project, registry: Registry) -> None:
    items = [Instance("one", commutes, AB), Instance("two", commutes, AB), Identity("one", square)]
    results = run(one_row, registry, *items, only="instances/one")
    assert [(r.sort, r.name) for r in results] == [(Check.INSTANCES, "one")]
    with pytest.raises(ProblemsError, match="did you mean `instances/one`"):
        run(one_row, registry, *items, only="instances/on")


# ----- What passed is kept, until something changes -----------------------------------------------


def test_passed_rows_are_kept_and_failed_ones_are_not(one_row: Project, registry: Registry) -> None:
    good = Instance("i", commutes, AB)
    (first,) = run(one_row, registry, good)
    path = one_row.cache / "checks" / "ch20-sum.json"
    assert json.loads(path.read_text())["results"][0] == first.to_json()
    (again,) = run(one_row, registry, good)
    assert again.to_json() == first.to_json()
    run(one_row, registry, Instance("i", wrong_bound, AB), cache=False)
    assert not path.exists()


def test_a_check_that_was_added_is_run(one_row: Project, registry: Registry) -> None:
    run(one_row, registry, Instance("i", commutes, AB))
    results = run(one_row, registry, Instance("i", commutes, AB), Instance("j", wrong_bound, AB))
    assert [r.verdict for r in results] == [Verdict.PASS, Verdict.FAIL]


def test_a_changed_row_is_checked_again(one_row: Project, registry: Registry) -> None:
    run(one_row, registry, Instance("i", commutes, AB))
    path = one_row.cache / "checks" / "ch20-sum.json"
    before = json.loads(path.read_text())["key"]
    text = one_row.registry.read_text().replace("title: The sum", "title: The sums")
    one_row.registry.write_text(text)
    run(one_row, load_registry(one_row), Instance("i", commutes, AB))
    assert json.loads(path.read_text())["key"] != before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"key": 1}', "null"])
def test_a_damaged_cache_is_ignored(one_row: Project, registry: Registry, text: str) -> None:
    (first,) = run(one_row, registry, Instance("i", commutes, AB))
    (one_row.cache / "checks" / "ch20-sum.json").write_text(text)
    (again,) = run(one_row, registry, Instance("i", commutes, AB))
    assert (again.verdict, again.message) == (first.verdict, first.message)


def test_a_kept_failure_would_not_be_believed(one_row: Project, registry: Registry) -> None:
    run(one_row, registry, Instance("i", commutes, AB))
    path = one_row.cache / "checks" / "ch20-sum.json"
    value = json.loads(path.read_text())
    value["results"][0]["verdict"] = "not checked"
    path.write_text(json.dumps(value))
    (result,) = run(one_row, registry, Instance("i", commutes, AB))
    assert result.verdict is Verdict.PASS
    assert json.loads(path.read_text())["results"][0]["verdict"] == "pass"


# ----- Topic modules ------------------------------------------------------------------------------


@pytest.fixture
def topic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Write the topic module `sums` into a package of its own and load it."""
    package = f"topics_{tmp_path.name}".replace("-", "_")
    folder = tmp_path / "code" / package
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path / "code")

    def load(registry: Registry, code: str) -> Any:
        (folder / "sums.py").write_text(textwrap.dedent(code))
        sys.modules.pop(f"{package}.sums", None)
        return load_topics(registry, package)

    return load


HEAD = """
from pyharness.checks import *
def claim(a): return Comparison(a, "=", a)
def checks(row, **sorts): return RowChecks(row, **sorts)
one = Instance("one", claim, {"a": 1})
control = Control("c", "x", claim, {"a": 1}, {"a": 1}, drops="nonnegativ")
"""


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("CHECKS = (checks('ch20-som'),)", "checks for a row that does not exist: `ch20-som`"),
        (
            "CHECKS = (checks('ch20-sum', instances=(one, one)),)",
            "two instances with the name `one`",
        ),
        ("CHECKS = (checks('ch20-sum', controls=(control,)),)", "did you mean `nonnegative`"),
        ("CHECKS = (checks('ch20-sum'), checks('ch20-sum'))", "has checks in two places"),
        ("import nothing_like_this", "cannot be used: ModuleNotFoundError"),
        ("x = 1 +", "cannot be used: SyntaxError"),
        ("pass", "cannot be used: AttributeError"),
    ],
)
def test_faults_of_a_topic_module(registry: Registry, topic: Any, code: str, expected: str) -> None:
    with pytest.raises(ProblemsError, match=expected):
        topic(registry, HEAD + code)


def test_checks_that_the_row_does_not_claim(one_row: Project, topic: Any) -> None:
    text = one_row.registry.read_text().replace("[identities, instances, controls]", "[identities]")
    one_row.registry.write_text(text)
    with pytest.raises(ProblemsError, match="`ch20-sum` has instances that the row does not claim"):
        topic(load_registry(one_row), HEAD + "CHECKS = (checks('ch20-sum', instances=(one,)),)")


def test_a_missing_topic_module_is_an_error(registry: Registry) -> None:
    with pytest.raises(ProblemsError, match=r"pyharness\.checks\.sums cannot be used"):
        load_topics(registry)
