"""How close the sides of inequalities are: in the ledger, shown by the command, on the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from own_project import Own


def test_tightness_goes_from_the_checks_to_the_page(own: Own) -> None:
    own.edit('Instance("one", grows, {"n": 1}),', "")
    own.run("verify")
    record = json.loads(own.run("show", "ch01-square", "--json").stdout)["record"]
    tight = record["tightness"]
    assert tight["inequalities"] == 4
    # The random search has met a case that the others have not.
    assert tight["equalities"] == ["searches/numbers"]
    assert tight["tightest"]["at"] in ("n = 0", "n = 1")
    shown = own.run("show", "ch01-square").stdout
    assert "4 inequalities, 1 with equal sides" in shown
    assert "equal     searches/numbers" in shown
    assert "pyharness check ch01-square --only searches/numbers" in shown
    page = (own.project.site / "rows" / "ch01-square.html").read_text(encoding="utf-8")
    assert "<h2>Tightness</h2>" in page
    assert "<code>searches/numbers</code>" in page
    assert '<span class="label">tightest for n = 2</span></td><td>2</td><td>4</td><td>0.5' in page
    other = (own.project.site / "rows" / "ch01-sum.html").read_text(encoding="utf-8")
    assert "<h2>Tightness</h2>" not in other


def test_without_equal_sides_the_tightest_is_shown(own: Own) -> None:
    own.edit('Instance("one", grows, {"n": 1}),', "")
    own.edit("st.integers(0, 50)", "st.integers(2, 50)")
    own.run("verify")
    shown = own.run("show", "ch01-square").stdout
    assert "4 inequalities, none of them with equal sides" in shown
    assert "tightest  instances/two: 2 against 4,\n            ratio 0.5, slack 2" in shown
    assert "for n = 2" in shown
