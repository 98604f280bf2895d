"""Statements as Lean shows them, asked once and kept."""

from __future__ import annotations

from pyharness.lean.environment import load_environment
from pyharness.lean.statements import statements


def test_statements(built, toolchain):
    library = load_environment(built)
    names = ["Nat.add_comm", "BradleyTerry.preference", "Nat.add_comm", "Nat.nothing"]
    found = statements(built, library, names, toolchain)
    assert found["Nat.add_comm"] == "Nat.add_comm (n m : Nat) : n + m = m + n"
    assert "u / (u + v)" in found["BradleyTerry.preference"]
    assert set(found) == {"Nat.add_comm", "BradleyTerry.preference"}


def test_kept(built, toolchain, monkeypatch):
    library = load_environment(built)
    found = statements(built, library, ["Nat.add_comm"], toolchain)
    monkeypatch.setenv("PYHARNESS_LEAN", "/no/lean/here")  # nothing is asked a second time
    assert statements(built, library, ["Nat.add_comm"]) == found
