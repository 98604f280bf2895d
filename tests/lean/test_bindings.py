"""The committed binding file is what the generator writes, and the generator refuses what it must.

Everything is read from the real library; only what is planted is made up.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyharness.lean import bindings, native
from pyharness.lean.elf import read_symbols
from pyharness.lean.native import Descriptor, demangle, mangle, read_descriptors
from pyharness.problems import ProblemsError

if TYPE_CHECKING:
    from pathlib import Path

    from pyharness.lean.elf import Symbols
    from pyharness.project import Project


@pytest.fixture(scope="module")
def library() -> Path:
    return bindings.find_library()


@pytest.fixture(scope="module")
def symbols(library: Path) -> Symbols:
    return read_symbols(library, "l_")


@pytest.fixture(scope="module")
def descriptors(library: Path, symbols: Symbols) -> list[Descriptor]:
    return read_descriptors(library, symbols.objects)


@pytest.fixture(scope="module")
def found(descriptors: list[Descriptor], symbols: Symbols) -> bindings.Bindings:
    return bindings.classify(descriptors, symbols.functions)


@pytest.fixture
def committed(project: Project) -> Path:
    return project.lean_source / "DeepTheory" / "Core" / "Bindings.lean"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pyharness.lean.bindings", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


# --- the committed file -------------------------------------------------------------------------


def test_the_committed_file_is_current(committed: Path) -> None:
    result = run("--check", "--output", committed)
    assert result.returncode == 0, result.stderr


def test_a_stale_file_is_refused(committed: Path, tmp_path: Path) -> None:
    stale = tmp_path / "Bindings.lean"
    text = committed.read_text(encoding="utf-8")
    planted = text.replace("opaque Lean.Parser.Tactic.apply :", "opaque Lean.Parser.Tactic.aply :")
    assert planted != text
    stale.write_text(planted, encoding="utf-8")
    result = run("--check", "--output", stale)
    assert result.returncode == 1
    assert f"{stale}: not what the generator writes" in result.stderr
    assert "\n-@[extern" in result.stderr
    assert "Lean.Parser.Tactic.aply" in result.stderr
    assert "run python -m pyharness.lean.bindings" in result.stderr
    assert stale.read_text(encoding="utf-8") == planted, "--check changed the file"


def test_differences_are_shown_in_short() -> None:
    assert bindings.difference("a\nb\n", "a\nb\n") == ""
    assert bindings.difference("a\r\n", "a\n") == "the ends of lines differ"
    assert bindings.difference("a\nb\n", "a\n").splitlines()[-1] == "-b"
    long = bindings.difference("", "a\n" * 100).splitlines()
    assert len(long) == 41
    assert long[-1] == "... and 63 more lines"


def test_a_missing_file_is_refused_and_then_written(committed: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "Bindings.lean"
    assert run("--check", "--output", path).returncode == 1
    assert not path.exists()
    assert run("--output", path).returncode == 0
    assert path.read_bytes() == committed.read_bytes()


def test_help_and_unbound_explain() -> None:
    assert "To bind one more" in run("--help").stdout
    unbound = run("--unbound").stdout
    assert "Lean.Parser.Tactic.nativeDecide" in unbound
    assert "some 600 constants" in unbound


# --- the tables ---------------------------------------------------------------------------------


def test_native_decide_is_not_bound(found: bindings.Bindings) -> None:
    assert not [row for row in found.syntax if "native" in str(row.name).lower()]
    text = bindings.render(found)
    assert "nativeDecide" not in text
    assert "* native_decide: 1;" in text


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("Lean.Parser.Tactic.intro", "tactic"),
        ("Lean.Parser.Tactic.Conv.conv", "tactic"),
        ("Lean.Parser.Tactic.Conv.lhs", "conv"),
        ("Lean.Parser.Tactic.by?", "term"),
        ("Lean.Parser.Tactic.normCastAddElim", "command"),
        ("Lean.Parser.Tactic.optConfig", None),
        ("term_+_", "term"),
        ("stx_?", "stx"),
    ],
)
def test_the_longest_pattern_decides(
    found: bindings.Bindings, name: str, category: str | None
) -> None:
    assert [r.category for r in found.syntax if ".".join(map(str, r.name)) == name] == [category]


def test_every_descriptor_is_bound_or_has_a_reason(
    found: bindings.Bindings, descriptors: list[Descriptor]
) -> None:
    left_out = [
        name for family, names in found.unbound if family in bindings.LEFT_OUT for name in names
    ]
    assert len(found.syntax) + len(left_out) == len(descriptors)
    assert len(found.syntax) > 500


def test_syntax_in_no_table_is_refused(descriptors: list[Descriptor], symbols: Symbols) -> None:
    new = Descriptor("l_Lean_newSyntax", "node", ("Lean", "newSyntax"), '"new"')
    with pytest.raises(ProblemsError, match=r'Lean\.newSyntax \("new"\) is in no table'):
        bindings.classify([*descriptors, new], symbols.functions)


def test_syntax_under_another_name_is_refused(
    descriptors: list[Descriptor], symbols: Symbols
) -> None:
    new = Descriptor("l_termOther", "node", ("termNew",), '"new"')
    with pytest.raises(ProblemsError, match="termNew is declared by l_termOther"):
        bindings.classify([*descriptors, new], symbols.functions)


def test_a_pattern_that_decides_nothing_is_refused(
    descriptors: list[Descriptor], symbols: Symbols
) -> None:
    without = [d for d in descriptors if d.kind != ("Lean", "Parser", "Tactic", "nativeDecide")]
    with pytest.raises(ProblemsError, match="nativeDecide' of LEFT_OUT or CATEGORIES decides"):
        bindings.classify(without, symbols.functions)


def test_an_unexpander_without_function_is_refused(
    descriptors: list[Descriptor], symbols: Symbols
) -> None:
    without = [f for f in symbols.functions if f != "l_unexpandExists"]
    with pytest.raises(ProblemsError, match="no function unexpandExists"):
        bindings.classify(descriptors, without)


# --- names of symbols ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        (("Lean", "Parser", "Tactic", "intro"), "l_Lean_Parser_Tactic_intro"),
        (("term_+_",), "l_term___x2b__"),
        (("term∃_,_",), "l_term_u2203___x2c__"),
        (("Lean", "Parser", "Tactic", "exact?"), "l_Lean_Parser_Tactic_exact_x3f"),
        (("Lean", "Parser", "Tactic", "Conv", "conv·_"), "l_Lean_Parser_Tactic_Conv_conv_xb7__"),
    ],
)
def test_names_and_symbols_of_the_library(
    symbols: Symbols, name: tuple[str, ...], symbol: str
) -> None:
    assert symbol in symbols.objects
    assert mangle(name) == symbol
    assert demangle(symbol) == name


def test_kinds_agree_with_symbols(descriptors: list[Descriptor]) -> None:
    """The names in the objects are independent of the names of the symbols."""
    plain = [
        d for d in descriptors if not {"quot", "_root_"} & set(d.kind) and str(d.kind[0])[0] != "_"
    ]
    assert len(plain) > 1000
    assert [d.symbol for d in plain if mangle(d.kind) != d.symbol] == []
    assert [d.symbol for d in plain if demangle(d.symbol) != d.kind] == []


@given(st.lists(st.text("ab_xuU0f.é∃𝔽~", min_size=1, max_size=8), min_size=1, max_size=4))
@settings(max_examples=300)
def test_demangle_never_gives_another_name(components: list[str]) -> None:
    name = tuple(components)
    assert demangle(mangle(name)) in (name, None)


# --- the library's file -------------------------------------------------------------------------


def test_symbols_agree_with_the_loader(library: Path, symbols: Symbols) -> None:
    loaded = ctypes.CDLL(str(library))
    for name in (*symbols.objects[::500], *symbols.functions[::20_000]):
        assert getattr(loaded, name)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "cannot be read"),
        (b"\x7fELF", "not a little-endian ELF64 file"),
        (b"\x7fELF\x01\x01" + bytes(100), "not a little-endian ELF64 file"),
        (b"\x7fELF\x02\x01" + bytes(100), "table of 0 sections"),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "some.so"
    path.write_bytes(data)
    with pytest.raises(ProblemsError, match=message):
        read_symbols(path)


def test_a_missing_library_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match="cannot be read"):
        read_symbols(tmp_path / "none.so")


def test_damaged_libraries_give_errors_and_nothing_else(library: Path, tmp_path: Path) -> None:
    """Truncated anywhere, or with any field of its tables overwritten."""
    whole = (library.parent / "libInit_shared.so").read_bytes()
    path = tmp_path / "damaged.so"
    path.write_bytes(whole)
    read_symbols(path)  # sound as it is
    table = int.from_bytes(whole[40:48], "little")
    places = [*range(16, 64), *range(table, len(whole), 8)]
    truncated = [whole[:length] for length in range(0, len(whole), 197)]
    overwritten = [
        whole[:at] + value + whole[at + 4 :]
        for at in places
        for value in (b"\xff\xff\xff\x7f", b"\x00\x00\x00\x00", b"\x10\x00\x00\x00")
    ]
    refused = {}
    for kind, files in (("truncated", truncated), ("overwritten", overwritten)):
        refused[kind] = 0
        for data in files:
            path.write_bytes(data)
            try:
                read_symbols(path)
            except ProblemsError:
                refused[kind] += 1
    assert refused["truncated"] == len(truncated)  # the table of sections stands at the end
    assert refused["overwritten"] > 40  # most fields do not concern us


# --- the library in memory ----------------------------------------------------------------------


def test_grammars_are_readable(descriptors: list[Descriptor]) -> None:
    grammars = {".".join(map(str, d.kind)): d.grammar for d in descriptors}
    assert grammars["Lean.Parser.Tactic.exact"] == '"exact" term'
    assert grammars["term_+_"] == '_ "+" term'
    assert grammars["Lean.Parser.Tactic.rwRule"] == '("←" | "<-")? term'
    assert grammars["Lean.Parser.Tactic.omega"] == '"omega" optConfig'


def test_symbols_of_other_types_are_left_out(library: Path) -> None:
    rows = read_descriptors(library, ("l_Array_instFunctor", "l_Lean_Parser_Tactic_intro"))
    assert [row.symbol for row in rows] == ["l_Lean_Parser_Tactic_intro"]


def test_a_child_that_fails_is_an_error(library: Path, tmp_path: Path) -> None:
    with pytest.raises(native.NativeError, match="l_noSuchSymbol"):
        read_descriptors(library, ("l_noSuchSymbol",))
    broken = tmp_path / "broken.so"
    broken.write_bytes(b"no library")
    with pytest.raises(native.NativeError, match=r"broken\.so"):
        read_descriptors(broken, ("l_a",))


def test_a_child_that_hangs_is_ended(library: Path, symbols: Symbols) -> None:
    with pytest.raises(native.NativeError, match=r"no answer within 0\.01 s"):
        read_descriptors(library, symbols.objects, timeout=0.01)


@pytest.fixture
def memory() -> native._Memory:
    if not os.access("/proc/self/mem", os.R_OK):
        pytest.skip("this system does not show a process its memory")
    return native._Memory()


@pytest.mark.parametrize("address", [0, 1, 8, 4096, 4097, 1 << 46, (1 << 47) - 8, 1 << 63])
def test_addresses_that_are_not_mapped_are_refused(memory: native._Memory, address: int) -> None:
    with pytest.raises(native._NotThisTypeError):
        memory.descriptor(address)


def _object(tag: int, *fields: int) -> tuple[ctypes.Array[ctypes.c_char], int]:
    header = native._OBJECT.pack(0, 8 + 8 * len(fields), len(fields), tag)
    data = header + b"".join(f.to_bytes(8, "little") for f in fields)
    buffer = ctypes.create_string_buffer(data + bytes(8), len(data) + 8)
    return buffer, ctypes.addressof(buffer)


def test_objects_that_lie_are_refused(memory: native._Memory) -> None:
    size, capacity, length = 6, 6, 5
    for change, text in [
        ((1 << 40, 1 << 40, 5), b"hello"),
        ((6, 5, 5), b"hello"),
        ((6, 6, 4), b"hello"),
        ((3, 3, 2), b"\xff\xfe"),
        ((0, 8, 0), b""),
    ]:
        header = native._OBJECT.pack(0, 0, 0, 249) + native._STRING.pack(*change)
        buffer = ctypes.create_string_buffer(header + text)
        with pytest.raises(native._NotThisTypeError):
            memory.string(ctypes.addressof(buffer))
    header = native._OBJECT.pack(0, 0, 0, 249) + native._STRING.pack(size, capacity, length)
    buffer = ctypes.create_string_buffer(header + b"hello")
    assert memory.string(ctypes.addressof(buffer)) == "hello"
    # a name whose prefix is itself, and a descriptor that contains itself
    for tag, read in ((1, memory.name), (1, memory.descriptor)):
        keep, address = _object(tag, 0, 0)
        word = address.to_bytes(8, "little")
        ctypes.memmove(address + 8, word, 8)
        if read == memory.name:
            ctypes.memmove(address + 16, ctypes.addressof(buffer).to_bytes(8, "little"), 8)
        else:
            ctypes.memmove(address + 8, (1).to_bytes(8, "little"), 8)
            ctypes.memmove(address + 16, word, 8)
        with pytest.raises(native._NotThisTypeError):
            read(address)
        del keep
