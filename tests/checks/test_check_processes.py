"""`pyharness check` as a user meets it: real processes, checks of the user's own."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from own_project import Own


def words(output: str) -> list[str]:
    """Return the arguments of the command that shows a failure again."""
    line = next(line for line in output.splitlines() if "again: " in line)
    command = shlex.split(line.partition("again: ")[2])
    assert command[0] == "pyharness"
    return command[1:]


def test_topics_with_a_dot_are_modules_of_the_user(own: Own) -> None:
    found = own.run("check", "--fresh", "--jobs", "2")
    assert found.stderr == ""
    assert found.returncode == 0, found.stdout
    assert "7 checks of 2 rows: 7 passed" in found.stdout


def test_several_processes_say_what_one_says(own: Own) -> None:
    def results(jobs: str) -> list[dict[str, object]]:
        found = own.run("check", "--fresh", "--jobs", jobs, "--json")
        return [{**r, "seconds": 0} for r in json.loads(found.stdout)["results"]]

    assert results("1") == results("3")
    assert len(results("1")) == 7


def test_a_search_that_fails_is_shown_again_by_its_command(own: Own) -> None:
    """Only many cases and the right seed find the one number."""
    own.edit("st.integers(0, 50)}", "st.integers(0, 10**6)}")
    own.edit(
        'return Comparison(n, "≤", n * n)',
        'return Comparison(n, "≤", n * n if n < 999_000 or n.denominator > 1 else 0)',
    )
    seed = next(
        seed
        for seed in map(str, range(1, 30))
        if own.run("check", "ch01-square", "--thorough", "--seed", seed).returncode
        and not own.run("check", "ch01-square", "--seed", seed).returncode
    )
    found = own.run("check", "ch01-square", "--thorough", "--seed", seed)
    assert found.returncode == 1
    assert "searches/numbers" in found.stdout
    assert "a search finds a counterexample: claimed is ≤, found is 999000 > 0" in found.stdout
    assert "the claim: A number is at most its square." in found.stdout
    assert "n = 999000" in found.stdout
    assert "written in numbers.py:" in found.stdout
    assert words(found.stdout) == [
        "check", "ch01-square", "--only", "searches/numbers", "--seed", seed, "--thorough",
    ]  # fmt: skip
    again = own.run(*words(found.stdout))
    assert again.returncode == 1
    assert "found is 999000 > 0" in again.stdout


def test_an_instance_needs_no_seed(own: Own) -> None:
    own.edit('Instance("two", grows, {"n": 2})', 'Instance("two", commutes, {"a": 2})')
    found = own.run("check", "--thorough", "--seed", "5")
    assert words(found.stdout) == ["check", "ch01-square", "--only", "instances/two"]


def test_thorough_and_quick_runs_are_both_kept(own: Own) -> None:
    for _ in range(2):
        assert own.run("check").returncode == 0
        assert own.run("check", "--thorough").returncode == 0
    kept = {path.name for path in (own.project.cache / "checks").iterdir()}
    assert "ch01-square.json" in kept
    assert "ch01-square.thorough.json" in kept
    found = json.loads(own.run("check", "--thorough", "--json").stdout)
    search = next(r for r in found["results"] if r["name"] == "numbers")
    assert "no counterexample in 51 cases" in search["message"]


def test_a_process_that_dies_is_not_a_pass(own: Own) -> None:
    own.edit(
        "    return Comparison(a + b", "    import os; os._exit(9)\n    return Comparison(a + b"
    )
    found = own.run("check", "--jobs", "2")
    assert found.returncode == 1
    assert "the worker gave no result: BrokenProcessPool" in found.stdout
    assert "ch01-sum  instances/two-and-three" in found.stdout


def on_a_terminal(own: Own, *arguments: str) -> tuple[str, str, int]:
    """Run with standard error on a terminal; return standard output, standard error, exit code."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        own.command(*arguments),
        env=own.environment,
        cwd=own.project.root,
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # how Linux says that the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    assert process.stdout is not None
    output = process.stdout.read()
    process.stdout.close()
    return output, shown.decode(), process.wait(timeout=60)


@pytest.fixture
def slow(own: Own) -> Own:
    own.edit(
        'Search("numbers", grows, numbers, cases=20', 'Search("numbers", slowly, numbers, cases=30'
    )
    return own


def test_progress_is_shown_on_a_terminal_after_two_seconds(slow: Own) -> None:
    slow.edit(
        'Instance("two-and-three", commutes, {"a": 2, "b": 3})',
        'Instance("two-and-three", commutes, {"a": 2, "b": 3}), Instance("late", slowly, {"n": 3})',
    )
    output, shown, code = on_a_terminal(slow, "check", "--jobs", "1")
    assert code == 0
    assert "8 checks of 2 rows: 8 passed" in output
    assert re.search(r"5 of 8 checks, 0 of 2 rows, \d+ s  ch01-square", shown)
    assert re.search(r"7 of 8 checks, 1 of 2 rows, \d+ s  ch01-sum", shown)
    # At the end the line is gone.
    assert shown.endswith("\r\x1b[K")


def test_progress_is_silent_with_json_and_when_it_goes_fast(slow: Own) -> None:
    output, shown, code = on_a_terminal(slow, "check", "--json", "--jobs", "1")
    assert (code, shown) == (0, "")
    assert json.loads(output)["holds"]
    _, shown, code = on_a_terminal(slow, "check")
    assert (code, shown) == (0, "")


def test_an_interrupted_run_leaves_no_process(slow: Own) -> None:
    slow.edit("time.sleep(0.1)", "time.sleep(5)")
    process = subprocess.Popen(
        slow.command("check", "--jobs", "2"),
        env=slow.environment,
        cwd=slow.project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    kept = slow.project.cache / "checks"
    deadline = time.monotonic() + 60
    while not (kept / "ch01-sum.json").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "interrupted: rows that are done are kept, the next run goes on" in said
    assert {path.name for path in kept.iterdir()} == {"ch01-sum.json"}
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
