"""The build: real Lean on small projects, planted faults, interrupts."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from pyharness.cli import main
from pyharness.lean.build import (
    BuildReport,
    Event,
    ModuleResult,
    build,
    out_of_date,
)
from pyharness.lean.manifest import read_manifest
from pyharness.lean.messages import Message, shown_message
from pyharness.lean.toolchain import GITHASH, Toolchain
from pyharness.problems import ProblemsError
from pyharness.project import Project

if TYPE_CHECKING:
    from pathlib import Path

BASE = """prelude
set_option autoImplicit false
universe u
inductive T : Prop where
  | intro : T
inductive F : Prop
inductive N : Type where
  | z : N
  | s : N → N
inductive Eq {α : Sort u} : α → α → Prop where
  | refl (a : α) : Eq a a
"""
USER = "prelude\nimport Base\ntheorem {0} : T := T.intro\n"


def write(project: Project, **files: str) -> None:
    """Write sources; ``__`` in a name stands for a folder."""
    for name, text in files.items():
        path = project.lean_source / (name.replace("__", "/") + ".lean")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def statuses(report: BuildReport) -> dict[str, str]:
    return {result.name: result.status for result in report.modules}


def result(report: BuildReport, name: str) -> ModuleResult:
    (found,) = (result for result in report.modules if result.name == name)
    return found


def outputs(project: Project) -> set[str]:
    folder = project.lean_build
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*.?lean")}


def command(project: Project, *args: str) -> tuple[int, str, str]:
    """Run ``pyharness build`` in this process."""
    ran = CliRunner().invoke(main, ["--root", str(project.root), "build", *args])
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran.exit_code, ran.stdout, ran.stderr


def start(project: Project, *args: str) -> subprocess.Popen[str]:
    """Run ``pyharness build`` in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "pyharness", "--root", str(project.root), "build", *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


# What is compiled ---------------------------------------------------------------------------------


def test_from_nothing_to_nothing_to_do(small_project: Project) -> None:
    write(small_project, Base=BASE, A__B=USER.format("ab"), A="prelude\nimport A.B\n")
    events: list[Event] = []
    report = build(small_project, progress=events.append)
    assert report.ok and report.clean
    assert statuses(report) == {"Base": "built", "A.B": "built", "A": "built"}
    assert outputs(small_project) == {
        *("A.olean", "A.ilean", "A/B.olean", "A/B.ilean", "Base.olean", "Base.ilean"),
    }
    assert [e.result.name for e in events if e.result] == ["Base", "A.B", "A"]
    assert [(e.done, e.total) for e in events if e.result] == [(1, 3), (2, 3), (3, 3)]
    manifest = json.loads((small_project.lean_build / "manifest.json").read_text())
    assert manifest["complete"] and manifest["lean"]["githash"] == GITHASH
    for entry in manifest["modules"].values():
        assert entry["seconds"] > 0 and entry["max_rss_mb"] > 20

    before = {p: p.stat().st_mtime_ns for p in small_project.lean_build.rglob("*")}
    # Without a Lean: nothing has to be compiled, so none is looked for.
    report = build(small_project, Toolchain("binary", small_project.root / "none", "test"))
    assert set(statuses(report).values()) == {"fresh"}
    assert before == {p: p.stat().st_mtime_ns for p in small_project.lean_build.rglob("*")}
    assert not (small_project.lean_build / ".new").exists()


def test_targets_and_one_leaf(small_project: Project) -> None:
    write(small_project, Base=BASE, A=USER.format("a"), B=USER.format("b"))
    assert statuses(build(small_project, targets=["A"])) == {"Base": "built", "A": "built"}
    assert not read_manifest(small_project).complete
    assert statuses(build(small_project)) == {"Base": "fresh", "A": "fresh", "B": "built"}
    assert read_manifest(small_project).complete
    write(small_project, B=USER.format("b'"))
    assert out_of_date(small_project, ["B"]) == ["B"]
    assert statuses(build(small_project, targets=["A"])) == {"Base": "fresh", "A": "fresh"}
    assert not read_manifest(small_project).complete  # B is behind its source
    assert statuses(build(small_project)) == {"Base": "fresh", "A": "fresh", "B": "built"}
    with pytest.raises(ProblemsError, match=r"there is no module `Bas`.*\n.*such as `Base`"):
        build(small_project, targets=["Bas"])


def test_an_edit_that_changes_no_output_stops_there(small_project: Project) -> None:
    write(small_project, Base=BASE + "-- one\n", A=USER.format("a"), B="prelude\nimport A\n")
    build(small_project)
    write(small_project, Base=BASE + "-- two\n")
    events: list[Event] = []
    report = build(small_project, progress=events.append)
    assert statuses(report) == {"Base": "built", "A": "fresh", "B": "fresh"}
    assert [e.result.status for e in events if e.result] == ["built", "fresh", "fresh"]
    # Lines that move are in the .olean: this goes on to the direct user, and there it stops,
    # but what a module sees through its imports counts for it.
    write(small_project, Base=BASE.replace("universe", "\nuniverse"))
    assert set(statuses(build(small_project)).values()) == {"built"}


def test_a_change_is_seen_through_an_import_whose_output_stays(small_project: Project) -> None:
    value = "prelude\nimport Base\nnoncomputable def n : N := {}\n"
    write(
        small_project,
        Base=BASE,
        Value=value.format("N.z"),
        Between="prelude\nimport Value\n",
        Leaf="prelude\nimport Between\ntheorem n_eq : Eq n N.z := Eq.refl N.z\n",
    )
    assert build(small_project).ok
    between = read_manifest(small_project).modules["Between"].olean.sha256
    write(small_project, Value=value.format("N.s N.z"))
    report = build(small_project)
    assert statuses(report)["Between"] == "built" and statuses(report)["Leaf"] == "failed"
    assert read_manifest(small_project).modules["Between"].olean.sha256 == between


def test_deleted_and_renamed_modules_leave_nothing(small_project: Project) -> None:
    write(small_project, Base=BASE, Old__Leaf=USER.format("a"), Gone=USER.format("b"))
    build(small_project)
    (small_project.lean_source / "Gone.lean").unlink()
    (small_project.lean_source / "Old").rename(small_project.lean_source / "New")
    report = build(small_project)
    assert statuses(report) == {"Base": "fresh", "New.Leaf": "built"}
    assert outputs(small_project) == {
        *("Base.olean", "Base.ilean", "New/Leaf.olean", "New/Leaf.ilean"),
    }
    assert sorted(report.removed) == [
        "Gone.ilean",
        "Gone.olean",
        "Old/Leaf.ilean",
        "Old/Leaf.olean",
    ]
    assert not (small_project.lean_build / "Old").exists()
    assert set(read_manifest(small_project).modules) == {"Base", "New.Leaf"}
    assert "Gone" not in read_manifest(small_project).costs


def test_reproducible_with_any_number_of_threads(small_project: Project) -> None:
    write(small_project, Base=BASE, A=USER.format("é"), B=USER.format("b"))
    hashes = []
    for jobs in (1, 2):
        shutil.rmtree(small_project.build, ignore_errors=True)
        assert build(small_project, jobs=jobs).ok
        modules = read_manifest(small_project).modules
        hashes.append({n: (e.olean.sha256, e.ilean.sha256, e.key) for n, e in modules.items()})
    assert hashes[0] == hashes[1]


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_result_is_that_of_a_clean_build(
    small_project: Project, tmp_path: Path, seed: int
) -> None:
    choose = random.Random(seed)
    count = 4
    imports = {i: {j for j in range(i) if choose.random() < 0.6} for i in range(count)}
    values, comments = dict.fromkeys(range(count), "N.z"), dict.fromkeys(range(count), "")
    wrong: set[int] = set()
    write(small_project, Base=BASE)
    for _ in range(4):
        i = choose.randrange(count)
        match choose.choice(["value", "comment", "line", "import", "wrong"]):
            case "value":
                values[i] = "N.z" if values[i] != "N.z" else "(N.s N.z)"
            case "comment":
                comments[i] += "x"
            case "line":
                comments[i] += "\n-- "
            case "import":
                imports[i] ^= {choose.randrange(i)} if i else set()
            case "wrong":
                wrong ^= {i}
        for i in range(count):
            text = "prelude\nimport Base\n" + "".join(f"import M{j}\n" for j in sorted(imports[i]))
            text += f"-- {comments[i]}\nnoncomputable def m{i} : N := {values[i]}\n"
            # Needs the values behind the imports, which their own outputs may not mention.
            text += "".join(
                f"theorem m{i}_{j} : Eq m{j} {values[j]} := Eq.refl {values[j]}\n"
                for j in sorted(imports[i])
            )
            write(small_project, **{f"M{i}": text + ("theorem no : F := T.intro\n" * (i in wrong))})
        report = build(small_project)
        clean = Project(tmp_path / "clean")
        shutil.rmtree(clean.root, ignore_errors=True)
        shutil.copytree(small_project.lean_source, clean.lean_source)
        expected = build(clean)
        there = {"built": "there", "fresh": "there"}
        assert {n: there.get(s, s) for n, s in statuses(report).items()} == {
            n: there.get(s, s) for n, s in statuses(expected).items()
        }
        assert {p: (small_project.lean_build / p).read_bytes() for p in outputs(small_project)} == {
            p: (clean.lean_build / p).read_bytes() for p in outputs(clean)
        }


# Outputs that are not what was written ------------------------------------------------------------


def test_outputs_are_used_only_as_they_were_written(small_project: Project) -> None:
    write(small_project, Base=BASE, A=USER.format("a"))
    build(small_project)
    olean = small_project.lean_build / "Base.olean"
    whole = olean.read_bytes()

    def after(change: bytes | None, check: bool = False, date: int | None = None) -> str:
        if change is None:
            olean.unlink()
        else:
            olean.write_bytes(change)
        if date is not None:
            os.utime(olean, ns=(date, date))
        status = statuses(build(small_project, check=check))
        assert status["A"] == "fresh"
        if status["Base"] == "built":
            assert olean.read_bytes() == whole
        return status["Base"]

    tampered = whole.replace(b"intro", b"outro")
    assert tampered != whole and len(tampered) == len(whole)
    assert after(whole[:-8]) == "built"
    assert after(b"") == "built"
    assert after(None) == "built"
    assert after(tampered) == "built"
    assert after(whole) == "fresh"  # a copy with another date is as good
    date = olean.stat().st_mtime_ns
    assert after(tampered, date=date) == "fresh"  # what the quick look cannot see
    assert after(tampered, date=date, check=True) == "built"
    (small_project.lean_build / "A.ilean").write_bytes(b"{}")
    assert statuses(build(small_project)) == {"Base": "fresh", "A": "built"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1, "modules": {"Base": {}}}', "\xff"])
def test_a_damaged_manifest_costs_a_build(small_project: Project, text: str) -> None:
    write(small_project, Base=BASE)
    build(small_project)
    (small_project.lean_build / "manifest.json").write_text(text, encoding="latin-1")
    assert statuses(build(small_project)) == {"Base": "built"}


def test_stray_outputs_are_removed(small_project: Project) -> None:
    write(small_project, Base=BASE)
    build(small_project)
    stray = small_project.lean_build / "X" / "Y.olean"
    stray.parent.mkdir()
    shutil.copy(small_project.lean_build / "Base.olean", stray)
    assert build(small_project).removed == ("X/Y.olean",)
    assert not stray.parent.exists()


# Failures -----------------------------------------------------------------------------------------


def test_a_false_theorem(small_project: Project) -> None:
    write(
        small_project,
        Base=BASE,
        Good=USER.format("a"),
        Wrong="prelude\nimport Base\n/-- né -/ theorem wrong : F :=\n  (T.intro)\n",
        Behind="prelude\nimport Wrong\nimport Good\n",
        Further="prelude\nimport Behind\n",
    )
    code, out, err = command(small_project)
    assert code == 1
    assert "lean/Wrong.lean:4:3: error: Type mismatch\n  T.intro\nhas type\n  T\n" in err
    assert "\n    4 |   (T.intro)\n      |   ^^^^^^^^^\n" in err
    assert "Wrong  failed: 1 error" in err
    assert err.endswith("\nBehind, Further  skipped for want of Wrong\n")
    assert re.match(r"5 modules: 2 built, 1 failed, 2 skipped, in ", out)
    assert outputs(small_project) == {
        f"{n}.{e}" for n in ("Base", "Good") for e in ("olean", "ilean")
    }
    assert not read_manifest(small_project).complete


def test_a_failing_module_loses_its_older_output(small_project: Project) -> None:
    write(small_project, Base=BASE, A=USER.format("a"), B="prelude\nimport A\n")
    assert build(small_project).ok
    write(small_project, A="prelude\nimport Base\ntheorem a : F := T.intro\n")
    assert statuses(build(small_project)) == {"Base": "fresh", "A": "failed", "B": "skipped"}
    assert outputs(small_project) == {"Base.olean", "Base.ilean"}
    write(small_project, A=USER.format("a"))
    assert statuses(build(small_project)) == {"Base": "fresh", "A": "built", "B": "built"}


def test_refused_sources_fail_before_lean_is_started(small_project: Project) -> None:
    write(
        small_project,
        Base=BASE,
        Lazy="prelude\nimport Base\ntheorem lazy : F :=\n  sorry\n",
        Behind="prelude\nimport Lazy\n",
        Lost="prelude\nimport Bass\n",
        X="prelude\nimport Y\n",
        Y="prelude\nimport X\n",
        Above="prelude\nimport X\n",
    )
    (small_project.lean_source / "Broken.lean").write_bytes(b"prelude\n\xe9")
    code, out, err = command(small_project)
    assert code == 1
    assert (
        "lean/Lazy.lean:4:3: error: `sorry` is refused\n    expected: a complete proof\n    to do: "
    ) in err
    assert "    4 |   sorry\n      |   ^" in err
    assert "lean/Lost.lean:2:8: error: there is no module `Bass`" in err
    assert "did you mean `Base`?" in err
    assert "lean/X.lean:2:8: error: import cycle: X → Y → X" in err
    assert "lean/Broken.lean:2: error: byte 0xe9 is not UTF-8" in err
    assert re.match(r"8 modules: 1 built, 5 failed, 2 skipped", out)


def test_sorry_hidden_in_a_macro(small_project: Project) -> None:
    axiom = "axiom sorryAx (α : Sort u) (synthetic : B) : α\n"
    write(
        small_project,
        # The term `sorryAx` under another name: the words alone do not tell.
        DeepTheory__Core__A="prelude\nuniverse u\ninductive B : Type where\n  | f : B\n" + axiom,
        Hidden="prelude\nimport DeepTheory.Core.A\n"
        "theorem hidden (p : Prop) : p := @«sorryAx» p B.f\n",
    )
    report = build(small_project)
    assert statuses(report) == {"DeepTheory.Core.A": "built", "Hidden": "failed"}
    (message,) = result(report, "Hidden").messages
    assert message.severity == "error" and "sorry" in message.text and message.line == 3


def test_warnings(small_project: Project) -> None:
    warning = "prelude\nimport Base\ntheorem a (x : N) : T :=\n  T.intro\n"
    write(small_project, Base=BASE, A=warning)
    code, out, err = command(small_project)
    assert code == 0
    assert "lean/A.lean:3:12: warning: " in err and "\n    3 | theorem a (x : N)" in err
    assert out.startswith("2 modules: 2 built, 1 warning, in ")
    code, out, err = command(small_project)
    assert code == 0 and out.startswith("2 modules: 2 fresh, 1 warning, in ") and not err
    code, out, err = command(small_project, "--strict")
    assert code == 1 and "warning: " in err and "--strict wants" in out
    write(small_project, A=warning.replace("(x :", "(_ :"))
    assert command(small_project, "--strict")[0] == 0


def test_panic_is_a_failure_though_lean_calls_it_success(small_project: Project) -> None:
    write(small_project, Base=BASE, A="prelude\nimport Base\ninit_quot\n")
    report = build(small_project)
    (message,) = [m for m in result(report, "A").messages if m.severity == "error"]
    assert result(report, "A").status == "failed"
    assert message.text.startswith("Lean's own code failed: PANIC at ")
    assert "backtrace" not in message.text
    assert "A.olean" not in outputs(small_project)


def slow(depth: int = 60) -> str:
    """A theorem that takes 2^depth steps to check."""
    number = "(N.s " * depth + "N.z" + ")" * depth
    return f"""prelude
import Base
set_option maxHeartbeats 0
inductive L : Type where
  | e : L
  | l : L → L
  | r : L → L
noncomputable def and (a b : N) : N := N.rec N.z (fun _ _ => b) a
noncomputable def go (n : N) : L → N :=
  N.rec (fun _ => N.s N.z) (fun _ ih x => and (ih (L.l x)) (ih (L.r x))) n
theorem slow : Eq (go {number} L.e) (N.s N.z) := Eq.refl (N.s N.z)
"""


def test_timeout(small_project: Project) -> None:
    write(small_project, Base=BASE, Slow=slow(), Other=USER.format("o"))
    began = time.monotonic()
    code, out, err = command(small_project, "--timeout", "2")
    assert code == 1 and time.monotonic() - began < 8
    assert "Slow  failed: no end after 2 s" in err and "allow more with --timeout" in err
    assert out.startswith("3 modules: 2 built, 1 failed")
    assert not lean_processes(small_project)


@pytest.mark.skipif(os.name != "posix", reason="shell scripts")
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("kill -SEGV $$", "Lean was ended (SIGSEGV) for bad memory access"),
        ("kill -KILL $$", "Lean was ended (SIGKILL) by the system, perhaps for want of memory"),
        ("echo oh no >&2; exit 7", "Lean ended with exit code 7 and no error message\n    oh no"),
        ("exit 0", "Lean reported success and wrote no whole output"),
        (': > "$5"; : > "$7"', "Lean reported success and wrote no whole output"),
        ('echo olean > "$5"; echo x > "$7"', "Lean reported success and wrote no whole output"),
        ("echo INTERNAL PANIC: out of memory; exit 1", "INTERNAL PANIC: out of memory"),
    ],
)
def test_a_lean_that_breaks(small_project: Project, script: str, said: str) -> None:
    lean = small_project.root / "lean.sh"
    lean.write_text(f"#!/bin/sh\n{script}\n")
    lean.chmod(0o755)
    write(small_project, Base=BASE)
    report = build(small_project, Toolchain("binary", lean, "test"))
    (message,) = result(report, "Base").messages
    assert statuses(report) == {"Base": "failed"} and message.severity == "error"
    assert said in message.text
    assert not outputs(small_project)


def test_source_that_changes_meanwhile(small_project: Project) -> None:
    write(small_project, Base=BASE)

    def edit(event: Event) -> None:
        if event.kind == "start":
            write(small_project, Base=BASE + "-- edited\n")

    report = build(small_project, progress=edit)
    assert "changed while it was compiled" in result(report, "Base").reason
    assert build(small_project).ok


# Interrupts and neighbours ------------------------------------------------------------------------


def lean_processes(project: Project) -> list[int]:
    """Find processes that write below the project's build folder."""
    listed = subprocess.run(
        ["ps", "-A", "-ww", "-o", "pid=,args="], capture_output=True, text=True, check=True
    )
    lines = [line for line in listed.stdout.splitlines() if f"{project.lean_build}/.new" in line]
    return [int(line.split()[0]) for line in lines]


@pytest.mark.skipif(os.name != "posix" or not shutil.which("ps"), reason="signals and ps")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupt_and_resume(small_project: Project, number: signal.Signals) -> None:
    chain = {f"M{i}": f"prelude\nimport {f'M{i - 1}' if i else 'Base'}\n" for i in range(4)}
    write(small_project, Base=BASE, **chain, Slow=slow())
    process = start(small_project)
    assert process.stderr
    for line in process.stderr:
        if "M2" in line:
            break
    while not lean_processes(small_project):
        time.sleep(0.02)
    process.send_signal(number)
    _, err = process.communicate(timeout=10)
    assert process.returncode == 130 and "finished modules are kept" in err
    assert not lean_processes(small_project)
    kept = set(read_manifest(small_project).modules)
    assert kept >= {"Base", "M0", "M1", "M2"} and "Slow" not in kept
    assert outputs(small_project) == {f"{name}.{e}" for name in kept for e in ("olean", "ilean")}
    assert not (small_project.lean_build / ".new").exists()
    (small_project.lean_source / "Slow.lean").unlink()
    report = build(small_project)
    assert report.ok and {r.name for r in report.modules if r.status == "fresh"} == kept


def test_killed_and_resumed(small_project: Project) -> None:
    write(small_project, Base=BASE, Slow=slow())
    process = start(small_project)
    assert process.stderr
    assert "Base" in process.stderr.readline()
    time.sleep(0.7)  # the manifest is written, and Slow begun
    process.kill()
    process.communicate(timeout=10)
    (small_project.lean_source / "Slow.lean").unlink()
    report = build(small_project)
    assert report.ok and not (small_project.lean_build / ".new").exists()
    assert outputs(small_project) == {"Base.olean", "Base.ilean"}


def test_left_over_folder_of_a_process_with_our_number(small_project: Project) -> None:
    write(small_project, Base=BASE)
    new = small_project.lean_build / ".new" / str(os.getpid())
    new.mkdir(parents=True)
    (new / "Base.olean").write_bytes(b"half")
    assert build(small_project).ok
    assert not new.parent.exists()


def test_two_builds_at_once(small_project: Project) -> None:
    modules = {f"M{i}": USER.format(f"m{i}") for i in range(6)}
    write(small_project, Base=BASE, **modules)
    both = [start(small_project, "--json"), start(small_project, "--json")]
    reports, errors = [], ""
    for process in both:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        reports.append(json.loads(out))
        errors += err
    assert sum(report["counts"]["built"] for report in reports) == 7
    assert sum(report["counts"]["fresh"] for report in reports) == 7
    assert re.search(r"another build of this project runs \(.*process.*\); waiting", errors)
    assert build(small_project).count("fresh") == 7


# Command ------------------------------------------------------------------------------------------


def test_json_and_file_names(small_project: Project) -> None:
    write(small_project, Base=BASE, A=USER.format("a"), Bad="prelude\nimport Base\ndef\n")
    code, out, _ = command(small_project, "--json", str(small_project.lean_source / "A.lean"))
    assert code == 0
    assert [m["name"] for m in json.loads(out)["modules"]] == ["Base", "A"]
    code, out, _ = command(small_project, "--json", "--jobs", "1")
    value = json.loads(out)
    assert code == 1 and not value["ok"] and not value["holds"]
    assert value["counts"] == {"built": 0, "failed": 1, "fresh": 2, "skipped": 0}
    (bad,) = [m for m in value["modules"] if m["status"] == "failed"]
    assert bad["file"] == "lean/Bad.lean" and bad["messages"][0]["line"] == 4
    assert command(small_project, "Nope")[0] == 2
    assert command(small_project, "/elsewhere/A.lean")[0] == 2
    assert command(small_project, "--jobs", "0")[0] == 2


def test_no_lean_is_exit_code_3(
    small_project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(small_project, Base=BASE)
    monkeypatch.setenv("PYHARNESS_LEAN", str(tmp_path / "no-lean"))
    code, _, err = command(small_project)
    assert code == 3 and "no usable Lean" in err


def test_no_sources(small_project: Project) -> None:
    code, _, err = command(small_project)
    assert code == 1 and "lean: no Lean sources" in err


def test_marks_below_wide_and_combined_letters() -> None:
    where = ModuleResult("A", "lean/A.lean", "failed")
    source = "αβ\n\tvalue 数学 e\u0301 x"
    message = Message("error", "no", 2, 14, 2, 15)
    assert shown_message(where, message, source).split("\n")[1:] == [
        "    2 |  value 数学 e\u0301 x",
        "      |               ^",
    ]
    assert (
        shown_message(where, Message("error", "no", 9, 1), source) == "lean/A.lean:9:1: error: no"
    )
    assert shown_message(where, Message("error", "no"), None) == "lean/A.lean: error: no"
