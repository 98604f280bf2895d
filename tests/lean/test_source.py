"""Lean sources: tokens, headers, imports, refused words."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyharness.lean.source import (
    PERMISSIONS,
    Module,
    SourceError,
    _check_cycles,
    read_header,
    read_modules,
    refusals,
    scan,
    tokens,
    topological_order,
)
from pyharness.lean.toolchain import Toolchain, run_lean
from pyharness.project import Project

# Tokens -------------------------------------------------------------------------------------------

_text = st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0x2FF), max_size=12)
_inside = st.text(st.sampled_from("ab-/\"'«» \nsorry{}\\#!`"), max_size=14)


@st.composite
def _comment(draw: st.DrawFn) -> str:
    """A balanced block comment; the marks inside are spaced, so that none arises by accident."""
    words = st.text(st.sampled_from("ab\"'«»{} \n\\"), max_size=6)
    inner = st.recursive(
        words, lambda part: st.tuples(words, part, words).map(" /- {0[0]} {0[1]} -/ {0[2]}".format)
    )
    return f"/- {draw(inner)} -/"


_trivia = st.one_of(
    _comment(),
    st.text(st.sampled_from("ab-/\"'«» {}\\"), max_size=10).map(lambda s: f"--{s}\n"),
    st.sampled_from([" ", "\n", "\t"]),
)
_string = _inside.map(lambda s: '"' + s.replace("\\", "\\\\").replace('"', '\\"') + '"')
_raw = _inside.map(lambda s: 'r##"' + s.replace('"##', "") + ' "##')
_quoted = st.text(st.sampled_from('ab-/"{ .'), min_size=1, max_size=8).map(lambda s: f"«{s}»")
_char = st.sampled_from(["'a'", "'\"'", "'\\''", "'\\\\'", "'\\n'", "'\\x41'", "'\\u00e9'", "'-'"])
_literal = st.sampled_from(["`sorry", "``sorry", "`a.b"])
_name = st.sampled_from(
    ["x", "h'", "foo.bar", "Sorry", "sorry'", "sorry.x", "αβ₁", "_", "a.«b c».d"]
)
_hidden = st.one_of(_trivia, _string, _raw, _quoted, _char, _literal, _name)


@settings(deadline=None)
@given(st.lists(_hidden, max_size=8), st.lists(_hidden, max_size=8))
def test_a_word_is_found_exactly_where_it_is_a_token(before: list[str], after: list[str]) -> None:
    prefix = " ".join(before) + " "
    without = prefix + " " + " ".join(after)
    assert not refusals("M", without, "M.lean")
    found = refusals("M", f"{prefix}sorry {' '.join(after)}", "M.lean")
    assert len(found) == 1
    line = prefix.count("\n") + 1
    assert (found[0].line, found[0].column) == (line, len(prefix) - (prefix.rfind("\n") + 1) + 1)


@settings(deadline=None)
@given(st.lists(st.one_of(_hidden, _inside, _text), max_size=12).map("".join))
def test_tokens_cover_the_text_in_order_and_end(text: str) -> None:
    position = 0
    for token in tokens(text):
        assert token.start >= position and token.text
        assert text[token.start : token.start + len(token.text)] == token.text
        position = token.start + len(token.text)
    assert position <= len(text)
    # What lies between tokens is white space and comments: nothing else is left out.
    rest, position = "", 0
    for token in tokens(text):
        rest += text[position : token.start]
        position = token.start + len(token.text)
    rest += text[position:]
    assert not re.sub(r"(?s)/-.*|--[^\n]*|\s", "", rest)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a -- b", ["a"]),
        ("a - - b", ["a", "b"]),
        ("x <--1 sorry", ["x", "sorry"]),
        ("{x // p}", ["x", "p"]),
        ("x //- y", ["x", "y"]),
        ("a /\\- b \\/- c", ["a", "b", "c"]),
        ("/- a /- b -/ c -/ d", ["d"]),
        ("/-/- a -/ b", ["b"]),
        ("/-- a -/ b", ["b"]),
        ("/-! a /- b -/ -/ c", ["c"]),
        ("'\"' a '\"' b", ["a", "b"]),
        ("f' '\\'' g", ["f'", "g"]),
        ("f '' s", ["f", "s"]),
        ('r"\\" a', ["a"]),
        ('r#"""# a', ["a"]),
        ('bar"a" b', ["bar", "b"]),
        ('"a\\"b" c', ["c"]),
        ('s!"a {b} c {d {e} "}"} f" g', ["b", "d", "e", "g"]),
        ('m!"\\{a} {s!"{b} c"} d" e', ["b", "e"]),
        ("«a -- b».c d", ["«a -- b».c", "d"]),
        ("`a ``b.c `(d)", ["d"]),
        ("0x1F 12.5e3 1.2 x.1", ["x"]),
        ('"unterminated a', []),
        ("/- unterminated a", []),
        ("⟨a, λ b => b⟩ ∑ x₁ é", ["a", "b", "b", "x₁", "é"]),
    ],
)
def test_names_among_tokens(text: str, names: list[str]) -> None:
    assert [token.text for token in tokens(text) if token.kind == "name"] == names


@pytest.mark.parametrize(
    "text",
    ["/-/- a -/ zzz", "/-- a /- b -/ -/ zzz", "/- a /-/ b -/ c -/ zzz", "--/-\n zzz"],
)
def test_lean_agrees_where_comments_end(toolchain: Toolchain, tmp_path: Path, text: str) -> None:
    (tmp_path / "A.lean").write_text(f"prelude\n{text}\n")
    run = run_lean(toolchain, ["--json", "A.lean"], cwd=tmp_path, timeout=60)
    ours = [token.start for token in tokens(text) if token.kind == "name"][-1]
    end = json.loads(run.stdout.splitlines()[0])["pos"]
    # Lean complains at the end of what it understood, or at the name.
    before = text.rfind("\n") + 1
    assert text[: before + end["column"]].rstrip() in (text[:ours].rstrip(), text.rstrip())
    assert "unterminated" not in run.stdout
    assert text[ours:] == "zzz"


# Headers ------------------------------------------------------------------------------------------


def test_header() -> None:
    text = (
        "/- a /- nested -/ import No -/\n-- import No\nprelude\nimport A.B -- c\n"
        "import «C».D public import E\nmeta import all F\n/-! text -/\nimport G\n"
    )
    header = read_header(text)
    assert header.prelude
    assert [name for name, _ in header.imports] == ["A.B", "C.D", "E", "F"]
    assert text[header.imports[0][1] :].startswith("A.B -- c")
    assert text[header.end :].startswith("/-! text")


@pytest.mark.parametrize("text", ["", "-- only\n", "import A\n", "/-! doc -/ prelude\n", "theorem"])
def test_header_without_prelude(text: str) -> None:
    assert not read_header(text).prelude


# Refused words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theorem a : T := sorry", "`sorry`"),
        ("theorem a : T := by admit", "`admit`"),
        ("theorem a : T := by exact (sorryAx _)", "`sorryAx`"),
        ("theorem a : T := _root_.sorryAx _", "`_root_.sorryAx`"),
        ("theorem a : T := by native_decide", "`native_decide`"),
        ("theorem a : T := by decide +native", "`+native`"),
        ("theorem a : T := by decide (config := { native := true })", "`native := ...`"),
        ("theorem a : T := Lean.ofReduceBool a b rfl", "`Lean.ofReduceBool`"),
        ("axiom a : F", "`axiom`"),
        ("unsafe def a := a", "`unsafe`"),
        ("partial def a := a", "`partial`"),
        ("opaque a : N", "`opaque`"),
        ('@[extern "a"] def a := b', "`extern`"),
        ("attribute [implemented_by b] a", "`implemented_by`"),
        ("set_option debug.skipKernelTC true", "option `debug.skipKernelTC`"),
        ("set_option debug.byAsSorry true in", "option `debug.byAsSorry`"),
        ("set_option warn.sorry false", "option `warn.sorry`"),
        ("#eval 1", "`#eval`"),
        ("#print axioms a", "`#print`"),
        ("#check a", "`#check`"),
        ('def a := s!"{sorry}"', "`sorry`"),
    ],
)
def test_refused(text: str, said: str) -> None:
    (problem,) = refusals("A", f"prelude\n  {text}\n", "lean/A.lean")
    assert problem.message == f"{said} is refused"
    assert problem.file == "lean/A.lean" and problem.line == 2
    word = said.removeprefix("option ").strip("`").removesuffix(" := ...")
    assert problem.column == 3 + text.index(word)
    assert problem.expected and problem.remedy


@pytest.mark.parametrize(
    "text",
    [
        "theorem not_sorry : T := T.intro",
        "theorem axiom_free (native : T) : T",
        "set_option maxHeartbeats 0",
        "def a := #[b, c]",
        "theorem x : #s = 1",
        "/-- Uses no `sorry` and no axiom. -/ def a := b",
    ],
)
def test_not_refused(text: str) -> None:
    assert not refusals("A", text, "A.lean")


def test_permissions_have_reasons_and_hold_for_their_modules_only() -> None:
    text = '@[extern "a"] opaque a : N'
    assert not refusals("DeepTheory.Core.Bindings", text, "x")
    assert len(refusals("DeepTheory.Corex", text, "x")) == 2
    assert len(refusals("DeepTheory.Real.Basic", text, "x")) == 2
    assert all(permission.reason and permission.words for permission in PERMISSIONS)


def test_core_states_its_own_axioms_only() -> None:
    assert not refusals("DeepTheory.Core.A", "axiom propext : T\naxiom Quot.sound : T", "x")
    (problem,) = refusals("DeepTheory.Core.A", "axiom Quot.unsound : F", "x")
    assert problem.message == "axiom `Quot.unsound` is refused"
    assert refusals("DeepTheory.Real.A", "axiom propext : T", "x")


# Folders ------------------------------------------------------------------------------------------


def _write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / "lean" / (name.replace("__", "/") + ".lean")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "lean"


def test_modules_in_order(tmp_path: Path) -> None:
    lean = _write(
        tmp_path,
        A="prelude\nimport A.C\nimport A.B\nimport A.C\n",
        A__B="prelude\n",
        A__C="prelude\nimport A.B",
    )
    (lean / ".#A.lean").write_text("an editor's lock")
    modules = read_modules(lean)
    assert list(modules) == ["A.B", "A.C", "A"]
    assert modules["A"].imports == ("A.C", "A.B")
    assert modules["A"].places == ((2, 8), (3, 8))
    assert modules["A"].file == "lean/A.lean"
    assert topological_order(modules) == list(modules)


def test_all_problems_at_once(tmp_path: Path) -> None:
    lean = _write(
        tmp_path,
        Alpha="prelude\nimport Betta\nimport gamma\n",
        Beta="import Gamma\n",
        Gamma="prelude\naxiom a : Prop\n",
    )
    (lean / "Bad.lean").write_bytes(b"prelude\n-- \xff\n")
    (lean / "Gone.lean").symlink_to(tmp_path / "nowhere")
    (lean / "my-file.lean").write_text("prelude\n")
    with pytest.raises(SourceError) as caught:
        read_modules(lean)
    shown = str(caught.value)
    assert "lean/Alpha.lean:2:8: there is no module `Betta`" in shown
    assert "did you mean `Beta`?" in shown
    assert "lean/Alpha.lean:3:8: there is no module `gamma`" in shown
    assert "the letter case of the file: `Gamma`" in shown
    assert "lean/Beta.lean:2:1: the file does not begin with `prelude`" in shown
    assert "lean/Gamma.lean:2:1: `axiom` is refused" in shown
    assert "lean/Bad.lean:2: byte 0xff is not UTF-8" in shown
    assert "lean/Gone.lean: cannot be read: No such file or directory" in shown
    assert "lean/my-file.lean: `my-file` cannot be part of a module's name" in shown
    assert caught.value.exit_code == 1


def test_letter_case_only(tmp_path: Path) -> None:
    lean = _write(tmp_path, Abc="prelude\n", ABC="prelude\n")
    if len(list(lean.iterdir())) == 1:
        pytest.skip("this file system does not tell letter case")
    (problem,) = scan(lean).all_problems()
    assert "in letter case only" in problem.message


def test_cycle_is_shown_once_per_module_on_it(tmp_path: Path) -> None:
    lean = _write(
        tmp_path,
        A="prelude\nimport B\n",
        B="prelude\nimport Z\nimport C\n",
        C="prelude\nimport A\n",
        Z="prelude\n",
        User="prelude\nimport A\n",
        Self="prelude\nimport Self\n",
    )
    sources = scan(lean)
    assert set(sources.problems) == {"A", "B", "C", "Self"}
    shown = [str(problem).partition("\n")[0] for problem in sources.all_problems()]
    assert shown == [
        "lean/A.lean:2:8: import cycle: A → B → C → A",
        "lean/B.lean:3:8: import cycle: A → B → C → A",
        "lean/C.lean:2:8: import cycle: A → B → C → A",
        "lean/Self.lean:2:8: import cycle: Self → Self",
    ]


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("ABCDEFG"), st.sets(st.sampled_from("ABCDEFG"))))
def test_cycles_are_found_exactly_when_there_are_some(graph: dict[str, set[str]]) -> None:
    modules = {}
    for name, wanted in graph.items():
        imports = tuple(sorted(wanted & graph.keys()))
        places = ((1, 1),) * len(imports)
        modules[name] = Module(name, Path(), f"{name}.lean", imports, "", 0, places)
    problems: defaultdict[str, list] = defaultdict(list)
    _check_cycles(modules, problems)
    edges = [(name, other) for name, module in modules.items() for other in module.imports]
    cyclic = networkx.DiGraph(edges)
    on_cycles = {
        name
        for part in networkx.strongly_connected_components(cyclic)
        for name in part
        if len(part) > 1 or (name, name) in edges
    }
    assert problems.keys() <= on_cycles
    # One module of each knot at least is told, so that no cycle is left to Lean.
    left = cyclic.copy()
    left.remove_nodes_from(problems)
    assert networkx.is_directed_acyclic_graph(left)


def test_the_library(project: Project) -> None:
    sources = scan(project.lean_source, project.root)
    assert [str(problem) for problem in sources.all_problems()] == []
