"""The environment: every constant of the compiled library, and how constants rest on each other.

`load_environment` reads the compiled modules of a project. For each constant it knows what the
kernel knows (kind, universe parameters, safety), where it stands in the sources, its text, and
which constants it mentions, in its statement and in its proof apart. On top of that:

- `Environment.axioms`: the axioms that a constant rests on, as ``#print axioms`` would list them;
- `Environment.mentions`: what one has to read to understand a statement: every definition that it
  mentions, directly or through other definitions;
- `Environment.fingerprint`: a hash of a statement together with everything it mentions, so that a
  change of a definition shows in every theorem that speaks of it.

Statement edges and proof edges
-------------------------------
``statement_uses`` are the constants in the type. ``proof_uses`` are those in the value of a
definition, theorem or opaque constant; for an inductive type its constructors and the types
declared with it; for a constructor its type; for a recursor its types and computation rules.

Cache
-----
Reading is done once per content. ``build/cache/environment`` has one file per compiled module,
named by the hash of the ``.olean`` and the version of the reader, and one for the whole library.
Both are data only (`pyharness.lean.sections`), and both can be deleted at any time.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from pyharness.lean.declarations import KINDS, CompiledModule, Declaration, Kind, SourceRange
from pyharness.lean.derived import (
    DIGEST,
    EMPTINESS,
    NONE,
    READER_VERSION,
    SAFETY,
    derive_all,
    merge,
    module_cache,
    spread,
)
from pyharness.lean.olean import Olean, OleanError
from pyharness.lean.sections import Sections, read_sections, write_sections
from pyharness.problems import Problem, Problems, ProblemsError
from pyharness.project import write_whole

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pyharness.project import Project

__all__ = [
    "READER_VERSION",
    "Constant",
    "Environment",
    "Fingerprint",
    "LibraryError",
    "Module",
    "load_environment",
    "load_oleans",
]


class LibraryError(ProblemsError):
    """The compiled library cannot be read as one environment."""

    exit_code = 1


@dataclass(frozen=True)
class Module:
    """A compiled module.

    Parameters
    ----------
    name
        Such as ``DeepTheory.Core.Logic``.
    path
        Its ``.olean``.
    sha256, size
        Content hash and bytes of the ``.olean``.
    lean_version, githash
        The compiler that wrote it.
    imports
        Names of modules.
    texts
        Its ``/-! ... -/`` texts, each with its line.
    """

    name: str
    path: Path
    sha256: str
    size: int
    lean_version: str
    githash: str
    imports: tuple[str, ...]
    texts: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Constant:
    """One constant of the library.

    Parameters
    ----------
    name, kind, module, level_params
        As in Lean; ``module`` is the name of its module.
    safety
        ``"safe"``, ``"unsafe"`` or ``"partial"``.
    docstring
        Its text, ``""`` when it has none.
    range
        Where it stands in the source; None for constants that Lean made itself.
    statement_uses, proof_uses
        Constants that it mentions; see the text of this module.
    implemented_by, extern
        What compiled code runs instead: another constant, a native symbol. The kernel does not look
        at either.
    emptiness
        For theorems: ``"true"`` when the conclusion is ``True``, ``"hypothesis"`` when a hypothesis
        is the conclusion, otherwise ``""``.
    is_class, is_instance
        Whether type classes know it.
    recorded_axioms
        Lean's own record of its axioms, None where Lean keeps none.
    """

    name: str
    kind: Kind
    module: str
    level_params: tuple[str, ...]
    safety: str
    docstring: str
    range: SourceRange | None
    statement_uses: tuple[str, ...]
    proof_uses: tuple[str, ...]
    implemented_by: str
    extern: str
    emptiness: str
    is_class: bool
    is_instance: bool
    recorded_axioms: tuple[str, ...] | None

    @property
    def is_internal(self) -> bool:
        """Whether the name is one that Lean makes for its own use (``foo.match_1``, ...)."""
        return self.range is None


class Fingerprint(NamedTuple):
    """What a statement says, as hashes.

    Attributes
    ----------
    hash
        Hash of the statement and of everything it mentions.
    statement
        Hash of the statement alone.
    mentions
        Hash of each constant that the statement mentions, directly or not. Comparing two of these
        tables tells which definition made the difference.
    """

    hash: str
    statement: str
    mentions: dict[str, str]


# The library --------------------------------------------------------------------------------------


class _Constants(Mapping[str, Constant]):
    """The constants by name; each is made when it is asked for."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._made: dict[str, Constant] = {}

    def __getitem__(self, name: str) -> Constant:
        constant = self._made.get(name)
        if constant is None:
            index = self._environment._index[name]
            if index >= self._environment._count:
                raise KeyError(name)
            constant = self._made[name] = self._environment._constant(index)
        return constant

    def __contains__(self, name: object) -> bool:
        return self._environment._index.get(name, NONE) < self._environment._count  # type: ignore[call-overload]

    def __iter__(self) -> Iterator[str]:
        return iter(self._environment._names[: self._environment._count])

    def __len__(self) -> int:
        return self._environment._count


class Environment:
    """All constants of a set of compiled modules; made by `load_environment`.

    Attributes
    ----------
    modules : dict of str to Module
        The modules, each after those it imports.
    constants : Mapping of str to Constant
        The constants by name.
    key : str
        Hash of the content of all modules; equal keys mean equal environments.
    duplicates : list of (str, str, str)
        Constants that two modules declare: name, first module, second module.
    """

    def __init__(
        self, sections: Sections, paths: Mapping[str, Path], facts: Path | None = None
    ) -> None:
        self._sections = sections
        information = sections.json("information")
        self.key: str = information["key"]
        self.modules = {
            entry["name"]: Module(
                entry["name"],
                paths[entry["name"]],
                entry["sha256"],
                entry["size"],
                entry["lean_version"],
                entry["githash"],
                tuple(entry["imports"]),
                tuple((line, text) for line, text in entry["texts"]),
            )
            for entry in information["modules"]
        }
        self.duplicates = [tuple(entry) for entry in information["duplicates"]]
        self._module_names = list(self.modules)
        self._level_sets = [tuple(entry) for entry in information["level_sets"]]
        self._axiom_sets = [tuple(entry) for entry in information["axiom_sets"]]
        self._names: list[str] = sections.json("names")
        self._count: int = information["count"]
        self._index = {name: i for i, name in enumerate(self._names)}
        self._kinds = sections.raw("kinds")
        self._flags = sections.raw("flags")
        self._statement_starts = sections.numbers("statement_starts")
        self._statements = sections.numbers("statements")
        self._proof_starts = sections.numbers("proof_starts")
        self._proofs = sections.numbers("proofs")
        self._axioms = sections.numbers("axioms")
        self.constants: Mapping[str, Constant] = _Constants(self)
        self._meaning_memo: dict[int, tuple[int, ...]] = {}
        self._facts_file = facts
        self._new_facts = False

    # Facts that are kept ------------------------------------------------------------------------

    @cached_property
    def _facts(self) -> dict[str, str]:
        try:
            assert self._facts_file is not None
            found = json.loads(self._facts_file.read_bytes())
            return {str(key): str(value) for key, value in found.items()}
        except (AssertionError, OSError, ValueError, AttributeError):
            return {}

    def fact(self, question: str, name: str, find: Callable[[], str]) -> str:
        """Return a fact about a constant, found once for each content of the library.

        Parameters
        ----------
        question
            What the fact is about.
        name
            The constant.
        find
            Finds the fact; it must depend on the compiled modules only. When it is changed,
            `READER_VERSION` has to be raised, as for the other derived data.
        """
        key = f"{question} {name}"
        if key not in self._facts:
            self._facts[key] = find()
            self._new_facts = True
        return self._facts[key]

    def keep_facts(self) -> None:
        """Write the facts beside the derived data, for the next run with the same library."""
        if self._new_facts and self._facts_file is not None:
            write_whole(self._facts_file, json.dumps(self._facts, ensure_ascii=False))
            self._new_facts = False

    # Constants ----------------------------------------------------------------------------------

    def _constant(self, index: int) -> Constant:
        sections, names = self._sections, self._names
        name = names[index]
        flags = self._flags[index]
        place = sections.numbers("ranges")[6 * index : 6 * index + 6]
        recorded = sections.numbers("recorded")[index]
        beside = sections.json("beside")
        return Constant(
            name,
            KINDS[self._kinds[index]],
            self._module_names[sections.numbers("modules")[index]],
            self._level_sets[sections.numbers("levels")[index]],
            SAFETY[flags & 3],
            beside["docstrings"].get(name, ""),
            None if place[0] == NONE else SourceRange(*place),
            tuple(names[i] for i in self._statement_indices(index)),
            tuple(names[i] for i in self._proof_indices(index)),
            beside["implemented_by"].get(name, ""),
            beside["extern"].get(name, ""),
            EMPTINESS[flags >> 2 & 3],
            bool(flags & 16),
            bool(flags & 32),
            None if recorded == NONE else self._axiom_sets[recorded],
        )

    def _statement_indices(self, index: int) -> array[int]:
        starts = self._statement_starts
        return self._statements[starts[index] : starts[index + 1]]

    def _proof_indices(self, index: int) -> array[int]:
        starts = self._proof_starts
        return self._proofs[starts[index] : starts[index + 1]]

    def of_kind(self, *kinds: Kind) -> list[str]:
        """Return the names of all constants of some kinds, in the order of modules and names."""
        wanted = {KINDS.index(kind) for kind in kinds}
        return [self._names[i] for i in range(self._count) if self._kinds[i] in wanted]

    @property
    def unknown(self) -> list[str]:
        """Names that are mentioned and that no module declares."""
        return self._names[self._count :]

    def _known(self, name: str) -> int:
        index = self._index.get(name, NONE)
        if index >= self._count:
            raise KeyError(name)
        return index

    # Cones --------------------------------------------------------------------------------------

    def axioms(self, name: str) -> tuple[str, ...]:
        """Return the axioms that a constant rests on, sorted.

        Raises
        ------
        KeyError
            When there is no such constant.
        """
        return self._axiom_sets[self._axioms[self._known(name)]]

    def marks(self, marked: Mapping[str, int], *, proofs: bool = True) -> dict[str, int]:
        """Tell for every constant which of some marked constants it rests on.

        Parameters
        ----------
        marked
            A bit mask for each marked constant.
        proofs
            Whether proofs count; if not, only what is needed to understand the statement (see
            `mentions`).

        Returns
        -------
        dict of str to int
            For each constant that is marked or rests on a marked one, the union of the masks.
        """
        masks = [0] * len(self._names)
        for name, mask in marked.items():
            if name in self._index:
                masks[self._index[name]] = mask
        edges = [(self._statement_starts, self._statements), (self._proof_starts, self._proofs)]
        closed = b"" if proofs else bytes(KINDS.index(k) for k in ("theorem", "opaque"))
        spread(masks, self._sections.numbers("order"), edges, self._kinds, closed)
        return {self._names[i]: mask for i, mask in enumerate(masks[: self._count]) if mask}

    def cone(self, name: str) -> set[str]:
        """Return everything that a constant rests on, through statements and proofs, itself too."""
        seen = {self._known(name)}
        todo = list(seen)
        while todo:
            index = todo.pop()
            if index >= self._count:
                continue
            for edges in (self._statement_indices(index), self._proof_indices(index)):
                new = [other for other in edges if other not in seen]
                seen.update(new)
                todo += new
        return {self._names[index] for index in seen}

    def path(self, start: str, goal: str, *, proofs: bool = True) -> list[str]:
        """Return a shortest chain of mentions from one constant to another, ``[]`` if none.

        With ``proofs=False`` proofs do not count, as in `marks`.
        """
        first, last = self._known(start), self._index.get(goal, NONE)
        before = {first: first}
        layer = [first]
        while layer and last not in before:
            following = []
            for index in layer:
                if index >= self._count:
                    continue
                edges: tuple[int, ...] = self._meaning(index)
                if proofs:
                    edges = (*self._statement_indices(index), *self._proof_indices(index))
                for other in edges:
                    if other not in before:
                        before[other] = index
                        following.append(other)
            layer = following
        if last not in before:
            return []
        chain = [last]
        while chain[-1] != first:
            chain.append(before[chain[-1]])
        return [self._names[index] for index in reversed(chain)]

    # Meaning ------------------------------------------------------------------------------------

    def _meaning(self, index: int) -> tuple[int, ...]:
        """Return what one has to know beside a mentioned constant to understand it."""
        found = self._meaning_memo.get(index)
        if found is None:
            if index >= self._count:
                found = ()
            else:
                found = tuple(self._statement_indices(index))
                if KINDS[self._kinds[index]] in (
                    "definition",
                    "inductive",
                    "constructor",
                    "recursor",
                ):
                    found += tuple(self._proof_indices(index))
            self._meaning_memo[index] = found
        return found

    def _mentioned(self, index: int) -> set[int]:
        seen: set[int] = set()
        todo = list(self._meaning(index))
        while todo:
            other = todo.pop()
            if other not in seen:
                seen.add(other)
                todo += self._meaning(other)
        seen.discard(index)
        return seen

    def mentions(self, name: str) -> list[str]:
        """Return what a statement mentions, directly or through definitions; sorted.

        Of a definition the value counts, of an inductive type the constructors, of a theorem, an
        opaque constant and an axiom the statement only.
        """
        return sorted(self._names[index] for index in self._mentioned(self._known(name)))

    def fingerprint(self, name: str) -> Fingerprint:
        """Return the hashes of a statement and of everything it mentions.

        Names of bound variables and of universe parameters, binder kinds, texts, source places and
        the module of a constant make no difference; neither does the proof of a theorem. The value
        of a definition does, and so does everything that `mentions` lists.
        """
        index = self._known(name)
        statements, meanings = self._sections.raw("digests"), self._sections.raw("meanings")

        def part(table: bytes, i: int) -> bytes:
            return table[DIGEST * i : DIGEST * (i + 1)]

        mentions = {}
        for other in self._mentioned(index):
            known = other < self._count
            mentions[self._names[other]] = part(meanings, other).hex() if known else "unknown"
        mentions = dict(sorted(mentions.items()))
        total = sha256(part(meanings, index))
        total.update(json.dumps(list(mentions.items())).encode())
        return Fingerprint(total.hexdigest()[: 2 * DIGEST], part(statements, index).hex(), mentions)

    def fingerprint_hash(self, name: str) -> str:
        """Return the hash of `fingerprint`, from the kept facts when it is there."""
        return self.fact("fingerprint", name, lambda: self.fingerprint(name).hash)

    def meaning(self, name: str) -> bytes:
        """Return the hash of what a mention of a constant means: all but the proof of a theorem."""
        index = self._known(name)
        return self._sections.raw("meanings")[DIGEST * index : DIGEST * (index + 1)]

    def theorem_digests(self) -> dict[bytes, str]:
        """Return the first theorem for each statement that is proved, by the statement's digest."""
        table = self._sections.raw("digests")
        theorem = KINDS.index("theorem")
        return {
            table[DIGEST * i : DIGEST * (i + 1)]: self._names[i]
            for i in reversed(range(self._count))
            if self._kinds[i] == theorem
        }

    # The files themselves -----------------------------------------------------------------------

    @cached_property
    def _compiled(self) -> dict[str, CompiledModule]:
        return {}

    def compiled(self, module: str) -> CompiledModule:
        """Return a module's file, opened for looking inside types and values.

        Raises
        ------
        ProblemsError
            When the file changed since the environment was loaded.
        """
        if module not in self._compiled:
            entry = self.modules[module]
            data = entry.path.read_bytes()
            if sha256(data).hexdigest() != entry.sha256:
                raise LibraryError(
                    Problem(str(entry.path), 0, 0, "the file changed while it was being audited")
                )
            self._compiled[module] = CompiledModule(data, str(entry.path))
        return self._compiled[module]

    def declaration(self, name: str) -> tuple[CompiledModule, Declaration]:
        """Return a constant as the kernel knows it, with the file that its words point into."""
        module = self.compiled(
            self._module_names[self._sections.numbers("modules")[self._known(name)]]
        )
        return module, module.declarations[name]


# Loading ------------------------------------------------------------------------------------------


def load_environment(project: Project, *, check: bool = True) -> Environment:
    """Load the compiled library of a project.

    Parameters
    ----------
    project
        The project; its ``.olean`` files are taken from ``build/lean``.
    check
        Whether to make sure that the files belong to the sources as they are now, and are byte
        for byte what the build wrote.

    Returns
    -------
    Environment
        All modules that have a source.

    Raises
    ------
    ProblemsError
        When a module is not built or out of date, or a file is not a sound ``.olean``.
    """
    from pyharness.lean.build import out_of_date
    from pyharness.lean.manifest import read_manifest

    folder = project.lean_source
    modules = {
        ".".join(path.relative_to(folder).with_suffix("").parts): path
        for path in sorted(folder.rglob("*.lean"))
    }
    if check:
        stale = out_of_date(project, list(modules))
    else:
        stale = [name for name in modules if not _olean(project, name).is_file()]
    if stale:
        raise LibraryError(*_not_built(project, modules, stale))
    paths = {name: _olean(project, name) for name in modules}
    environment = load_oleans(paths, cache=project.cache / "environment", name_of=project.name_of)
    if check:
        entries = read_manifest(project).modules
        problems = Problems()
        for name, module in environment.modules.items():
            if name not in entries or entries[name].olean.sha256 != module.sha256:
                problems.add(
                    "is not the file that the build wrote",
                    file=project.name_of(module.path),
                    expected="the content that build/lean/manifest.json records",
                    remedy="delete it and run `pyharness build`",
                )
        problems.raise_if_any()
    return environment


def _not_built(
    project: Project, modules: Mapping[str, Path], stale: list[str]
) -> Iterator[Problem]:
    """Say why modules are not ready: compiled files that are damaged, then all others in one."""
    rest = []
    for name in stale:
        path = _olean(project, name)
        try:
            if path.is_file():
                Olean.read(path, project.name_of(path))
            rest.append(name)
        except OleanError as error:
            yield from error.problems
    if rest:
        others = f" and {len(rest) - 3} more" if len(rest) > 3 else ""
        yield Problem(
            project.name_of(modules[rest[0]]),
            0,
            0,
            f"not built from the sources as they are now: {', '.join(rest[:3])}{others}",
            "a compiled file that belongs to each source",
            "run `pyharness build`",
        )


def _olean(project: Project, module: str) -> Path:
    return project.lean_build.joinpath(*module.split(".")).with_suffix(".olean")


def load_oleans(
    paths: Mapping[str, Path], *, cache: Path | None = None, name_of: Callable[[Path], str] = str
) -> Environment:
    """Load compiled modules.

    Parameters
    ----------
    paths
        The ``.olean`` of each module, by module name. Every import must be among them.
    cache
        The folder of derived data; None to derive everything again.
    name_of
        How to name a file in messages.

    Raises
    ------
    ProblemsError
        When a file is missing, not a sound ``.olean``, or imports a module that is not there.
    """
    problems = Problems()
    contents: dict[str, bytes] = {}
    for name, path in sorted(paths.items()):
        try:
            contents[name] = path.read_bytes()
        except OSError as error:
            problems.add(
                f"cannot read the compiled module: {error.strerror}",
                file=name_of(path),
                remedy="run `pyharness build`",
            )
    problems.raise_if_any()
    hashes = {name: sha256(data).hexdigest() for name, data in contents.items()}
    key = sha256(json.dumps([READER_VERSION, sorted(hashes.items())]).encode()).hexdigest()
    library = cache / f"library-{key[:40]}" if cache else None
    facts = cache / f"facts-{key[:40]}.json" if cache else None
    if library:
        sections = read_sections(library)
        if sections is not None:
            return Environment(sections, paths, facts)
    files = {name: name_of(path) for name, path in paths.items()}
    derived = derive_all(contents, hashes, cache, files)
    parts = merge(derived, hashes, {n: len(d) for n, d in contents.items()}, key, files)
    if library:
        assert cache is not None
        write_sections(library, parts)
        _tidy(cache, {library.name, *(module_cache(cache, h).name for h in hashes.values())})
    return Environment(Sections(parts), paths, facts)


def _tidy(cache: Path, wanted: set[str]) -> None:
    """Delete cache files that nobody used for a week."""
    limit = time.time() - 7 * 24 * 3600
    for path in cache.iterdir():
        if path.name not in wanted and path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)
