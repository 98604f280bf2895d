from __future__ import annotations

import struct
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from olean_writer import BASE, Writer, box

from pyharness.lean.declarations import CompiledModule
from pyharness.lean.derived import derive
from pyharness.lean.expression import write_expression
from pyharness.lean.olean import Olean, OleanError, quote_component

if TYPE_CHECKING:
    from pyharness.project import Project

#: No file of these tests may take longer, however hostile.
SECONDS = 10.0


def read_everything(data: bytes) -> None:
    """Read all that the harness can read of a file."""
    derive(data, "file")
    module = CompiledModule(data, "file")
    for declaration in module.declarations.values():
        for word in (declaration.type, declaration.value):
            if word is not None:
                node = module.expressions.node(word)
                write_expression(node, declaration.level_params)
    assert module.extensions is not None


def refused(data: bytes) -> OleanError:
    start = time.monotonic()
    with pytest.raises(OleanError) as caught:
        read_everything(data)
    assert time.monotonic() - start < SECONDS
    return caught.value


def test_a_module_written_by_hand():
    writer = Writer()
    prop = writer.sort()
    statement = writer.pi(prop, writer.pi(writer.bvar(0), writer.bvar(1)))
    data = writer.module(**{"A.b": writer.axiom("A.b", statement)})
    read_everything(data)
    module = CompiledModule(data)
    (declaration,) = module.declarations.values()
    assert (declaration.name, declaration.kind, declaration.safety) == ("A.b", "axiom", "safe")
    assert write_expression(module.expressions.node(declaration.type)) == "(Π Prop (Π #0 #1))"
    assert module.expressions.emptiness(declaration.type) == "hypothesis"


def test_big_naturals_and_strings():
    writer = Writer()
    big = writer.natural(7**100)
    text = writer.string("α → β")
    olean = Olean(writer.file(writer.array(big, text)))
    first, second = olean.array(olean.root)
    assert olean.natural(first) == 7**100
    assert olean.string(second) == "α → β"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("succ", "succ"),
        ("term_+_", "«term_+_»"),
        ("α₁", "α₁"),
        ("λ", "«λ»"),
        ("1", "«1»"),
        ("x'!?", "x'!?"),
        ("", "«»"),
        ("a»b", "«a»»b»"),
        ("é", "é"),
    ],
)
def test_names_are_quoted_as_lean_does(text, quoted):
    assert quote_component(text) == quoted


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"ELF" + bytes(200), "does not begin with `olean`"),
        (b"olean\x02\x01" + bytes(20), "ends inside its header"),
        (b"olean\x03\x01" + bytes(200), "format version 3"),
        (b"olean\x02\x01" + bytes(96), "ends inside an object"),
        (b"olean\x02\x01" + bytes(89), "root pointer"),
    ],
)
def test_headers(data, message):
    assert message in str(refused(data))


def small() -> tuple[Writer, int]:
    writer = Writer()
    return writer, writer.sort()


def patch(data: bytes, pointer: int, word: int, value: int) -> bytes:
    place = pointer - BASE + 8 * word
    return data[:place] + struct.pack("<Q", value) + data[place + 8 :]


def test_a_cycle_of_pointers():
    writer, prop = small()
    app = writer.app(prop, prop)
    data = writer.module(a=writer.axiom("a", writer.app(app, prop)))
    for target in (app, app + 32):
        error = refused(patch(data, app, 1, target))
        assert "points forward" in str(error)
        assert error.offset > 96


def test_a_cycle_in_a_list():
    writer, prop = small()
    levels = writer.list(writer.name("u"), writer.name("v"))
    head = writer.constructor(0, writer.name("a"), levels, prop)
    axiom = writer.constructor(0, writer.constructor(0, head, scalars=b"\0"))
    data = writer.module(a=axiom)
    read_everything(data)
    assert "list of names" in str(refused(patch(data, levels, 2, levels)))


def test_a_cycle_in_a_name():
    writer, prop = small()
    name = writer.name("a.b")
    data = writer.module(**{"a.b": writer.axiom("a.b", prop)})
    assert "a name was expected" in str(refused(patch(data, name, 1, name)))


@pytest.mark.parametrize("shift", [8, 1, 4, -8, 1 << 40, -(1 << 45)])
def test_a_pointer_to_no_object(shift):
    writer, prop = small()
    app = writer.app(prop, prop)
    data = writer.module(a=writer.axiom("a", app))
    refused(patch(data, app, 1, prop + shift))


@pytest.mark.parametrize(
    ("tag", "size", "capacity"),
    [(246, 1 << 60, 1 << 60), (246, 5, 4), (249, 0, 8), (248, 1 << 63, 1 << 63), (249, 9, 8)],
)
def test_sizes(tag, size, capacity):
    writer, prop = small()
    body = struct.pack("<iHBBQQQ", 0, 1, 1, tag, size, capacity, 0) + bytes(8)
    writer.body += body
    error = refused(writer.module(a=writer.axiom("a", prop)))
    assert error.offset == 96 + 24


@pytest.mark.parametrize(
    "body",
    [
        struct.pack("<iHBBQ", 1, 16, 1, 0, 1),  # a reference count
        struct.pack("<iHBBQ", 0, 12, 1, 0, 1),  # a size that is no multiple of 8
        struct.pack("<iHBBQ", 0, 16, 9, 0, 1),  # more fields than fit
        struct.pack("<iHBBQ", 0, 0, 0, 0, 1),  # a size of zero
        struct.pack("<iHBBQ", 0, 16, 1, 245, 1),  # a closure
        struct.pack("<iHBBiiQ", 0, 1, 0, 250, 1, -1, BASE + 144),  # a negative natural
        struct.pack("<iHBBiiQ", 0, 1, 0, 250, 9, 9, BASE + 96),  # limbs elsewhere
    ],
)
def test_objects(body):
    writer, prop = small()
    writer.body += body
    assert refused(writer.module(a=writer.axiom("a", prop))).offset == 96 + 24


def test_text_that_is_not_utf8():
    writer, prop = small()
    name = writer.constructor(1, 1, writer.string(b"\xff\xfe"), scalars=bytes(8))
    head = writer.constructor(0, name, box(0), prop)
    axiom = writer.constructor(0, writer.constructor(0, head, scalars=b"\0"))
    assert "not UTF-8" in str(refused(writer.module(a=axiom)))


def test_deep_terms_are_no_problem():
    writer, term = small()
    for _ in range(100_000):
        term = writer.app(term, term)
    start = time.monotonic()
    read_everything(writer.module(a=writer.axiom("a", term)))
    assert time.monotonic() - start < SECONDS


def test_deep_levels_and_binders_are_no_problem():
    writer = Writer()
    level = box(0)
    for _ in range(50_000):
        level = writer.constructor(2, level, level, scalars=bytes(8))
    term = writer.sort(level)
    for _ in range(50_000):
        term = writer.pi(term, term)
    read_everything(writer.module(a=writer.axiom("a", term)))


def test_sharing_that_explodes():
    writer, term = small()
    for _ in range(20_000):
        term = writer.app(term, term)
    constants = {f"a{i}": writer.axiom(f"a{i}", writer.app(term, term)) for i in range(2_000)}
    assert "blow" in str(refused(writer.module(**constants)))


def test_one_long_name_for_everybody():
    writer, prop = small()
    long = writer.string("x" * 10_000)
    name = 1
    for _ in range(60):
        name = writer.constructor(1, name, long, scalars=bytes(8))
    term = writer.constructor(4, name, box(0), scalars=bytes(8))
    assert "characters" in str(refused(writer.module(a=writer.axiom("a", writer.app(term, prop)))))


def test_constants_that_are_not_what_they_are_called():
    writer, prop = small()
    assert "under the name" in str(refused(writer.module(b=writer.axiom("a", prop))))
    twice = writer.axiom("a", prop)
    names, values = writer.array(*[writer.name("a")] * 2), writer.array(twice, twice)
    empty = writer.array()
    root = writer.constructor(0, empty, names, values, empty, empty, scalars=b"\0")
    assert "second time" in str(refused(writer.file(root)))


# A real file --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real(built: Project) -> bytes:
    """A small module of the library."""
    return built.lean_build.joinpath("DeepTheory", "Core", "Decidable.olean").read_bytes()


def test_a_real_file_is_read_whole(real):
    read_everything(real)
    module = CompiledModule(real)
    assert module.declarations["Decidable.isTrue"].inductive == "Decidable"
    assert module.olean.lean_version == "4.35.0"
    assert module.ranges["Decidable"].line > 1
    assert module.texts


def test_every_truncation_is_refused(real):
    for size in {*range(0, 400), *range(400, len(real), 997), len(real) - 8, len(real) - 1}:
        with pytest.raises(OleanError) as caught:
            Olean(real[:size], "Decidable.olean")
        assert "Decidable.olean: not a sound .olean" in str(caught.value)
        assert "pyharness build" in str(caught.value)


fuzz = settings(
    max_examples=150,
    deadline=SECONDS * 1000,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def survives(data: bytes) -> None:
    """Reading either works or is refused with an OleanError; anything else fails the test."""
    try:
        read_everything(data)
    except OleanError as error:
        assert 0 <= error.offset <= len(data)


@fuzz
@given(st.data())
def test_changed_bytes(real, data):
    changed = bytearray(real)
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(real) - 1))] = data.draw(st.integers(0, 255))
    survives(bytes(changed))


@fuzz
@given(st.data())
def test_changed_words(real, data):
    """Words are replaced by other words of the file: pointers to objects of the wrong kind."""
    words = len(real) // 8
    changed = bytearray(real)
    for _ in range(data.draw(st.integers(1, 8))):
        source, target = (8 * data.draw(st.integers(10, words - 1)) for _ in range(2))
        changed[target : target + 8] = real[source : source + 8]
    survives(bytes(changed))


@fuzz
@given(st.data())
def test_splices(real, data):
    places = [8 * data.draw(st.integers(12, len(real) // 8)) for _ in range(4)]
    a, b, c, d = places
    survives(real[: min(a, b)] + real[min(c, d) : max(c, d)] + real[max(a, b) :])


@fuzz
@given(st.binary(max_size=600))
def test_anything_after_a_sound_header(real, data):
    survives(real[:96] + data)
