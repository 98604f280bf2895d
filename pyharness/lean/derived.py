"""From compiled modules to one table: what the environment is made of, and its cache.

`derive_all` takes from every ``.olean`` what is kept of it, on several processors when there is
much to do; `merge` joins the modules into the table of the whole library. Both results are
`Sections`, that is, plain numbers and text.
"""

from __future__ import annotations

import json
import os
from array import array
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pyharness.lean.declarations import KINDS, CompiledModule, Declaration
from pyharness.lean.sections import Sections, numbers, pack, read_sections, unpack
from pyharness.problems import Problem, Problems, ProblemsError
from pyharness.project import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = [
    "DIGEST",
    "EMPTINESS",
    "NONE",
    "READER_VERSION",
    "SAFETY",
    "derive",
    "derive_all",
    "merge",
    "module_cache",
    "source_digest",
    "spread",
    "statement_digest",
]


def source_digest(*modules: str) -> str:
    """Hash modules of this package, for the keys of caches of what they compute."""
    folder = Path(__file__).parent
    total = sha256()
    for module in modules:
        total.update((folder / f"{module}.py").read_bytes() + b"\0")
    return total.hexdigest()[:16]


#: What is derived from an ``.olean`` depends on this code; part of every cache key.
READER_VERSION = source_digest("olean", "expression", "declarations", "derived")
#: Bytes of a digest.
DIGEST = 20
#: Stands for "nothing" among numbers.
NONE = 0xFFFFFFFF
SAFETY = ("safe", "unsafe", "partial")
EMPTINESS = ("", "true", "hypothesis")

#: Below this many bytes of new modules a second process costs more than it saves.
_PARALLEL_BYTES = 6_000_000


# One module ---------------------------------------------------------------------------------------


def _combine(*parts: bytes) -> bytes:
    text = b"".join(len(part).to_bytes(8, "little") + part for part in parts)
    return sha256(text).digest()[:DIGEST]


def statement_digest(level_params: int, type_digest: bytes) -> bytes:
    """Hash a statement, given its number of universe parameters and the digest of its type."""
    return _combine(str(level_params).encode(), type_digest)


def _own_digests(module: CompiledModule, declaration: Declaration) -> tuple[bytes, bytes]:
    """Hash the statement of a constant, and all that a mention of the constant means."""
    digest, parameters = module.expressions.digest, declaration.level_params

    statement = statement_digest(len(parameters), digest(declaration.type, parameters))
    kind = declaration.kind
    meaning = [kind.encode(), declaration.safety.encode(), statement]
    if kind == "definition":
        assert declaration.value is not None
        meaning.append(digest(declaration.value, parameters))
    elif kind == "inductive":
        meaning.append(str(declaration.parameters).encode())
        meaning += [name.encode() for name in declaration.constructors]
    elif kind == "constructor":
        meaning += [declaration.inductive.encode(), str(declaration.index).encode()]
    elif kind == "recursor":
        meaning.append(str(declaration.k).encode())
        meaning += [digest(rule.value, parameters) for rule in declaration.rules]
    return statement, _combine(*meaning)


def _proof_uses(module: CompiledModule, declaration: Declaration) -> set[str]:
    kind = declaration.kind
    if declaration.value is not None:
        return module.expressions.uses(declaration.value)
    if kind == "inductive":
        return {*declaration.constructors, *declaration.all} - {declaration.name}
    if kind == "constructor":
        return {declaration.inductive}
    if kind == "recursor":
        rules = declaration.rules
        found = module.expressions.uses(*(rule.value for rule in rules))
        found.update(declaration.all, (rule.constructor for rule in rules))
        return found - {declaration.name}
    return set()


def derive(data: bytes, file: str) -> bytes:
    """Derive from an ``.olean`` what is kept of it, as the contents of a cache file."""
    module = CompiledModule(data, file)
    declarations = module.declarations
    own = sorted(declarations)
    places = {name: i for i, name in enumerate(own)}
    names = list(own)

    def place(name: str) -> int:
        index = places.get(name)
        if index is None:
            index = places[name] = len(names)
            names.append(name)
        return index

    statement_ends, statements, proof_ends, proofs = (array("I") for _ in range(4))
    level_sets: dict[tuple[str, ...], int] = {}
    axiom_sets: dict[tuple[str, ...], int] = {}
    levels, ranges, recorded = array("I"), array("I"), array("I")
    kinds, flags = bytearray(), bytearray()
    digests, meanings = bytearray(), bytearray()
    nowhere = (NONE,) * 6
    for name in own:
        declaration = declarations[name]
        statement, meaning = _own_digests(module, declaration)
        digests += statement
        meanings += meaning
        statements.extend(map(place, sorted(module.expressions.uses(declaration.type))))
        statement_ends.append(len(statements))
        proofs.extend(map(place, sorted(_proof_uses(module, declaration))))
        proof_ends.append(len(proofs))
        levels.append(level_sets.setdefault(declaration.level_params, len(level_sets)))
        ranges.extend(module.ranges.get(name, nowhere))
        axioms = module.recorded_axioms.get(name)
        recorded.append(NONE if axioms is None else axiom_sets.setdefault(axioms, len(axiom_sets)))
        kinds.append(KINDS.index(declaration.kind))
        empty = (
            module.expressions.emptiness(declaration.type) if declaration.kind == "theorem" else ""
        )
        flags.append(
            SAFETY.index(declaration.safety)
            | EMPTINESS.index(empty) << 2
            | (name in module.classes) << 4
            | (name in module.instances) << 5
        )
    information = {
        "lean_version": module.olean.lean_version,
        "githash": module.olean.githash,
        "imports": [entry.module for entry in module.imports],
        "texts": module.texts,
        "level_sets": list(level_sets),
        "axiom_sets": list(axiom_sets),
        "extern": module.extern,
        "implemented_by": module.implemented_by,
        "docstrings": module.docstrings,
    }
    return pack(
        {
            "information": json.dumps(information).encode(),
            "names": json.dumps(names).encode(),
            "kinds": bytes(kinds),
            "flags": bytes(flags),
            "levels": numbers(levels),
            "ranges": numbers(ranges),
            "recorded": numbers(recorded),
            "digests": bytes(digests),
            "meanings": bytes(meanings),
            "statement_ends": numbers(statement_ends),
            "statements": numbers(statements),
            "proof_ends": numbers(proof_ends),
            "proofs": numbers(proofs),
        }
    )


def spread(
    masks: list[int],
    order: Sequence[int],
    edges: Sequence[tuple[array[int], array[int]]],
    kinds: Sequence[int] = (),
    closed: bytes = b"",
) -> None:
    """Give every constant the masks of all that it mentions, until nothing changes.

    Parameters
    ----------
    masks
        The mask of each constant; changed in place.
    order
        The constants, each after what it mentions as far as possible: one round is enough then.
    edges
        Statement edges and proof edges, each as starts and targets.
    kinds, closed
        Kinds of the constants, and those kinds whose proof edges do not count.
    """
    count = len(edges[0][0]) - 1
    changed = True
    while changed:
        changed = False
        for index in order:
            if index >= count:
                continue
            mask = masks[index]
            for starts, targets in edges[:1] if closed and kinds[index] in closed else edges:
                for other in targets[starts[index] : starts[index + 1]]:
                    mask |= masks[other]
            if mask != masks[index]:
                masks[index] = mask
                changed = True


def _order(edges: Sequence[tuple[array[int], array[int]]], count: int) -> array[int]:
    """Order constants so that each comes after what it mentions, cycles apart."""
    seen = bytearray(count)
    order = array("I")
    for root in range(count):
        if seen[root]:
            continue
        seen[root] = 1
        stack = [root]
        todo = [iter([i for s, t in edges for i in t[s[root] : s[root + 1]]])]
        while stack:
            for other in todo[-1]:
                if other < count and not seen[other]:
                    seen[other] = 1
                    stack.append(other)
                    todo.append(iter([i for s, t in edges for i in t[s[other] : s[other + 1]]]))
                    break
            else:
                todo.pop()
                order.append(stack.pop())
    return order


def module_cache(cache: Path, digest: str) -> Path:
    """Return the cache file of a module, given the hash of its ``.olean``."""
    return cache / f"module-{digest[:40]}-{READER_VERSION}"


def derive_all(
    contents: Mapping[str, bytes],
    hashes: Mapping[str, str],
    cache: Path | None,
    files: Mapping[str, str],
) -> dict[str, Sections]:
    """Derive the data of every module, or take it from the cache."""
    found: dict[str, Sections] = {}
    for name, digest in hashes.items() if cache else ():
        assert cache is not None
        sections = read_sections(module_cache(cache, digest))
        if sections is not None:
            found[name] = sections
    new = sorted(contents.keys() - found.keys(), key=lambda name: -len(contents[name]))
    problems = Problems()
    processes = min(os.cpu_count() or 1, 8)
    if sum(len(contents[name]) for name in new) < _PARALLEL_BYTES or processes == 1:
        packed: Iterator[bytes | ProblemsError] = (
            _derive_or_problem((contents[name], files[name])) for name in new
        )
        results = dict(zip(new, packed, strict=True))
    else:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(method)
        with ProcessPoolExecutor(processes, mp_context=context) as pool:
            jobs = [(contents[name], files[name]) for name in new]
            results = dict(zip(new, pool.map(_derive_or_problem, jobs), strict=True))
    for name, result in results.items():
        if isinstance(result, bytes):
            if cache:
                write_whole(module_cache(cache, hashes[name]), result)
            sections = unpack(result)
            assert sections is not None
            found[name] = sections
        else:
            problems.found.extend(result)
    problems.raise_if_any()
    return found


def _derive_or_problem(job: tuple[bytes, str]) -> bytes | list[Problem]:
    """Derive the data of one module; an error is returned, so that all of them are shown."""
    try:
        return derive(*job)
    except ProblemsError as error:
        return list(error.problems)


def _import_order(derived: Mapping[str, Sections], files: Mapping[str, str]) -> list[str]:
    """Order the modules by imports."""
    problems = Problems()
    imports = {name: part.json("information")["imports"] for name, part in derived.items()}
    order: list[str] = []
    state: dict[str, int] = {}
    for root in sorted(imports):
        todo = [root]
        while todo:
            name = todo[-1]
            if state.get(name) == 2:
                todo.pop()
                continue
            if state.get(name) == 1:
                state[name] = 2
                order.append(todo.pop())
                continue
            state[name] = 1
            for other in reversed(imports[name]):
                if other not in imports:
                    problems.add(
                        f"imports `{other}`, which is not compiled here",
                        file=files[name],
                        remedy="run `pyharness build`",
                    )
                elif state.get(other) is None:
                    todo.append(other)
                elif state[other] == 1 and other in todo:
                    problems.add(f"imports itself through `{other}`", file=files[name])
    problems.raise_if_any()
    return order


def merge(
    derived: Mapping[str, Sections],
    hashes: Mapping[str, str],
    sizes: Mapping[str, int],
    key: str,
    files: Mapping[str, str],
) -> dict[str, bytes]:
    """Join the data of all modules into one table."""
    order = _import_order(derived, files)
    index: dict[str, int] = {}
    names: list[str] = []
    duplicates: list[tuple[str, str, str]] = []
    owners = array("I")
    kept: dict[str, list[int]] = {}  # positions in the module that are taken into the library
    for number, module in enumerate(order):
        sections = derived[module]
        kept[module] = []
        for position, name in enumerate(sections.json("names")[: len(sections.raw("kinds"))]):
            if name in index:
                duplicates.append((name, order[owners[index[name]]], module))
                continue
            index[name] = len(names)
            names.append(name)
            owners.append(number)
            kept[module].append(position)
    count = len(names)
    level_sets: dict[tuple[str, ...], int] = {}
    axiom_sets: dict[tuple[str, ...], int] = {}
    levels, ranges, recorded = array("I"), array("I"), array("I")
    kinds, flags, digests, meanings = bytearray(), bytearray(), bytearray(), bytearray()
    statement_starts, proof_starts = array("I", [0]), array("I", [0])
    statements, proofs = array("I"), array("I")
    beside: dict[str, dict[str, str]] = {"docstrings": {}, "extern": {}, "implemented_by": {}}
    modules = []
    for module in order:
        sections = derived[module]
        information = sections.json("information")
        modules.append(
            {
                "name": module,
                "sha256": hashes[module],
                "size": sizes[module],
                **{k: information[k] for k in ("lean_version", "githash", "imports", "texts")},
            }
        )
        for table, entries in beside.items():
            entries.update(information[table])
        places = []
        for name in sections.json("names"):
            place = index.get(name)
            if place is None:
                place = index[name] = len(names)
                names.append(name)
            places.append(place)
        own_levels = [
            level_sets.setdefault(tuple(entry), len(level_sets))
            for entry in information["level_sets"]
        ]
        own_axioms = [
            axiom_sets.setdefault(tuple(entry), len(axiom_sets))
            for entry in information["axiom_sets"]
        ]
        own = {k: sections.numbers(k) for k in ("levels", "ranges", "recorded")}
        edges = [
            (sections.numbers("statement_ends"), sections.numbers("statements"), statements),
            (sections.numbers("proof_ends"), sections.numbers("proofs"), proofs),
        ]
        for i in kept[module]:
            levels.append(own_levels[own["levels"][i]])
            ranges.extend(own["ranges"][6 * i : 6 * i + 6])
            entry = own["recorded"][i]
            recorded.append(entry if entry == NONE else own_axioms[entry])
            for ends, targets, joined in edges:
                start = ends[i - 1] if i else 0
                joined.extend([places[target] for target in targets[start : ends[i]]])
            statement_starts.append(len(statements))
            proof_starts.append(len(proofs))
            kinds.append(sections.raw("kinds")[i])
            flags.append(sections.raw("flags")[i])
            digests += sections.raw("digests")[DIGEST * i : DIGEST * (i + 1)]
            meanings += sections.raw("meanings")[DIGEST * i : DIGEST * (i + 1)]
    both = [(statement_starts, statements), (proof_starts, proofs)]
    topological = _order(both, count)
    axiom_names = [names[i] for i in range(count) if KINDS[kinds[i]] == "axiom"]
    masks = [0] * len(names)
    for bit, name in enumerate(axiom_names):
        masks[index[name]] = 1 << bit
    spread(masks, topological, both)
    of_mask: dict[int, int] = {}
    axioms = array("I")
    for mask in masks[:count]:
        place = of_mask.get(mask)
        if place is None:
            below = tuple(sorted(n for bit, n in enumerate(axiom_names) if mask >> bit & 1))
            place = of_mask[mask] = axiom_sets.setdefault(below, len(axiom_sets))
        axioms.append(place)
    information = {
        "key": key,
        "count": count,
        "modules": modules,
        "duplicates": duplicates,
        "level_sets": list(level_sets),
        "axiom_sets": list(axiom_sets),
    }
    return {
        "information": json.dumps(information).encode(),
        "names": json.dumps(names).encode(),
        "beside": json.dumps(beside).encode(),
        "kinds": bytes(kinds),
        "flags": bytes(flags),
        "modules": numbers(owners),
        "levels": numbers(levels),
        "ranges": numbers(ranges),
        "recorded": numbers(recorded),
        "digests": bytes(digests),
        "meanings": bytes(meanings),
        "statement_starts": numbers(statement_starts),
        "statements": numbers(statements),
        "proof_starts": numbers(proof_starts),
        "proofs": numbers(proofs),
        "order": numbers(topological),
        "axioms": numbers(axioms),
    }
