"""The audit: what must hold of every declaration of the compiled library.

Lean's kernel has accepted each declaration. The audit looks at what the kernel does not look at, or
looks at only for one declaration at a time, by going through all declarations and along all edges:

============== ===================================================================================
rule           what it refuses
============== ===================================================================================
compiler       a compiled module that another compiler wrote
duplicate      a constant that two modules declare
unknown        a constant that is mentioned and that no module declares
axiom          a declared axiom that is not on the list `AXIOMS`; an axiom with another statement
sorry          a declaration that leaves a proof or a value out (``sorryAx``)
axiom-use      a declaration that rests on an axiom beyond `FOUNDATION`
axiom-record   axioms that Lean recorded and those that the edges give differ
unsafe         a safe declaration that mentions an unsafe or partial one
native         a theorem that rests on a constant bound to compiled code, beyond the list `NATIVE`
reserved       a name that the kernel knows with another meaning (`pyharness.lean.reserved`)
empty          a theorem that claims nothing: it concludes ``True``, or one of its own hypotheses
============== ===================================================================================

Compiled code and proofs
------------------------
``@[extern "symbol"]`` and ``@[implemented_by f]`` tell the *compiler* to run something else in
place of a constant. The kernel does not know these attributes: it type-checks and unfolds the
constant's own definition. A *definition* that is bound to compiled code is therefore harmless in a
proof, and its body is its meaning; but a value that compiled code shows (``#eval``) would be the
other code's. So such definitions are allowed where the compiled code is Lean's own run time, which
stands for the same function: `NATIVE` lists them with reasons. Everything else is refused, because
a statement must not mean one thing in a proof and another when it is computed.

An *opaque* constant has no body that the kernel unfolds. What a theorem says of one bound to
compiled code, it says of an unknown element of its type, never of the code. Such a theorem
would be read as a statement about the code, so no theorem may rest on one. The same holds for
``partial`` functions, which the kernel sees as opaque constants.

Declarations that are not theorems, tactic code above all, may use compiled code as they like.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pyharness.lean.derived import source_digest
from pyharness.project import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pyharness.lean.environment import Constant, Environment
    from pyharness.project import Project

__all__ = [
    "AXIOMS",
    "FOUNDATION",
    "NATIVE",
    "SELF_EVIDENT",
    "TACTICS",
    "AuditReport",
    "Finding",
    "audit",
    "find",
]

#: The axioms that theorems may rest on.
FOUNDATION = ("Classical.choice", "Quot.sound", "propext")

_MARKER = "unsafe: the compiler puts it where it erased a term; safe declarations cannot mention it"

#: The axioms that may be declared, and why.
AXIOMS: dict[str, str] = {
    "propext": "equivalent propositions are equal; an axiom of Lean's logic",
    "Quot.sound": "related elements have equal classes; an axiom of Lean's logic",
    "Classical.choice": "an element of a nonempty type; an axiom of Lean's logic",
    "sorryAx": "Lean's elaborator puts it where an error was; nothing may use it",
    "lcErased": _MARKER,
    "lcAny": _MARKER,
    "lcVoid": _MARKER,
    "lcProof": _MARKER,
    "lcUnreachable": _MARKER,
    "Quot.lcInv": _MARKER,
    "Quot.lcMk": _MARKER,
}
_UNSAFE_AXIOMS = frozenset(name for name, reason in AXIOMS.items() if reason == _MARKER)

_NUMBERS = "the run time computes with machine words and big numbers; the body says what"
_LAYOUT = "the run time has a layout of its own for this type; the constructor says what it holds"
_HASH = "the run time keeps a hash beside each name; the constructor is the meaning"

#: Definitions and constructors bound to compiled code on which theorems may rest: the code that
#: runs instead, and why that is harmless.
NATIVE: dict[str, tuple[str, str]] = {
    "Nat.add": ("lean_nat_add", _NUMBERS),
    "Nat.sub": ("lean_nat_sub", _NUMBERS),
    "Nat.mul": ("lean_nat_mul", _NUMBERS),
    "Nat.div": ("lean_nat_div", _NUMBERS),
    "Nat.mod": ("lean_nat_mod", _NUMBERS),
    "Nat.gcd": ("lean_nat_gcd", _NUMBERS),
    "Nat.gcd._unary": ("lean_nat_gcd", _NUMBERS),
    "Nat.pow": ("lean_nat_pow", _NUMBERS),
    "Nat.pred": ("lean_nat_pred", _NUMBERS),
    "Nat.beq": ("lean_nat_dec_eq", _NUMBERS),
    "Nat.ble": ("lean_nat_dec_le", _NUMBERS),
    "Nat.decEq": ("lean_nat_dec_eq", _NUMBERS),
    "Nat.decLe": ("lean_nat_dec_le", _NUMBERS),
    "Nat.decLt": ("lean_nat_dec_lt", _NUMBERS),
    "Int.ofNat": ("lean_nat_to_int", _NUMBERS),
    "Int.negSucc": ("lean_int_neg_succ_of_nat", _NUMBERS),
    "Int.neg": ("lean_int_neg", _NUMBERS),
    "Int.add": ("lean_int_add", _NUMBERS),
    "Int.sub": ("lean_int_sub", _NUMBERS),
    "Int.mul": ("lean_int_mul", _NUMBERS),
    "Int.ediv": ("lean_int_ediv", _NUMBERS),
    "Int.emod": ("lean_int_emod", _NUMBERS),
    "Int.decEq": ("lean_int_dec_eq", _NUMBERS),
    "Int.decLe": ("lean_int_dec_le", _NUMBERS),
    "Int.decLt": ("lean_int_dec_lt", _NUMBERS),
    "Int.natAbs": ("lean_nat_abs", _NUMBERS),
    "UInt32.ofBitVec": ("lean_uint32_of_nat_mk", _LAYOUT),
    "UInt32.toBitVec": ("lean_uint32_to_nat", _LAYOUT),
    "UInt32.toNat": ("lean_uint32_to_nat", _LAYOUT),
    "String.ofList": ("lean_string_mk", _LAYOUT),
    "String.toList": ("lean_string_data", _LAYOUT),
    "Array.mk": ("lean_array_mk", _LAYOUT),
    "Array.toList": ("lean_array_to_list", _LAYOUT),
    "Lean.Name.str": ("Lean.Name.str._override", _HASH),
    "Lean.Name.num": ("Lean.Name.num._override", _HASH),
}

#: Modules whose definitions may be bound to other Lean code for speed, and why. Proofs may rest on
#: them, statements of other modules may not speak of them.
TACTICS: dict[str, str] = {
    "DeepTheory.Algebra.Tactic.": "a tactic runs the fast version to find a certificate; then the "
    "kernel evaluates the definition, so a wrong fast version makes the tactic fail, nothing else",
}

#: Theorems that conclude `True` or a hypothesis on purpose.
SELF_EVIDENT: dict[str, str] = {
    "trivial": "core's name for the proof of `True`, which tactics look for",
    "imp_intro": "core's name for `α → β → α`, which tactics look for",
}

#: Version of the compiler that must have written every module.
_VERSION = "4.35.0"


@dataclass(frozen=True, order=True)
class Finding:
    """Something that the audit refuses.

    Parameters
    ----------
    file, line
        The source of the declaration, or of the declaration that it was made from; line 0 when
        it concerns a whole file.
    rule
        Which rule; see the text of this module.
    declaration
        The name of the constant; ``""`` when it concerns a module.
    message
        What is wrong and what to do.
    affected
        How many theorems rest on it.
    """

    file: str
    line: int
    rule: str
    declaration: str
    message: str
    affected: int = 0

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        subject = f"`{self.declaration}` " if self.declaration else ""
        plural = "theorem rests" if self.affected == 1 else "theorems rest"
        number = f" ({self.affected} {plural} on it)" if self.affected else ""
        return f"{place}: {subject}{self.message}{number} [{self.rule}]"


@dataclass
class AuditReport:
    """The result of an audit.

    Parameters
    ----------
    environment
        What was audited.
    findings
        What is refused, by place.
    """

    environment: Environment
    findings: list[Finding] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing is refused."""
        return not self.findings

    @cached_property
    def axioms(self) -> dict[str, tuple[str, ...]]:
        """The axioms that each theorem rests on."""
        environment = self.environment
        return {name: environment.axioms(name) for name in environment.of_kind("theorem")}

    def to_json(self) -> dict[str, Any]:
        """Return the report as a JSON object."""
        environment = self.environment
        return {
            "ok": self.ok,
            "modules": len(environment.modules),
            "constants": len(environment.constants),
            "findings": [asdict(finding) for finding in self.findings],
            "axioms": {name: list(axioms) for name, axioms in self.axioms.items()},
        }


def audit(project: Project, environment: Environment) -> AuditReport:
    """Audit the compiled library of a project.

    Parameters
    ----------
    project
        The project; the result is kept in its cache, under a key made of the content of all
        compiled modules and of the code of the audit.
    environment
        Its compiled library.

    Returns
    -------
    AuditReport
        What is refused.
    """
    code = source_digest("audit", "reserved", "reduction", "expression", "olean", "derived")
    path = project.cache / f"audit-{environment.key[:32]}-{code}.json"
    try:
        kept = json.loads(path.read_bytes())
        findings = [Finding(**entry) for entry in kept]
    except (OSError, ValueError, TypeError):
        findings = find(environment, lambda module: _source(project, module))
        for old in project.cache.glob("audit-*.json"):
            old.unlink(missing_ok=True)
        write_whole(path, json.dumps([asdict(finding) for finding in findings]))
    return AuditReport(environment, findings)


def _source(project: Project, module: str) -> str:
    path: Path = project.lean_source.joinpath(*module.split(".")).with_suffix(".lean")
    return project.name_of(path)


def find(environment: Environment, source: Any = str) -> list[Finding]:
    """Apply all rules to an environment.

    Parameters
    ----------
    environment
        The compiled modules.
    source
        A function from the name of a module to its source file, as the user would name it.

    Returns
    -------
    list of Finding
        Sorted by place.
    """
    return sorted(set(_Audit(environment, source).run()))


class _Audit:
    """The rules; each is a method that yields findings."""

    def __init__(self, environment: Environment, source: Any) -> None:
        self.environment = environment
        self.constants: Mapping[str, Constant] = environment.constants
        self.source = source
        self.theorems = environment.of_kind("theorem")

    def run(self) -> Iterator[Finding]:
        yield from self.compiler()
        yield from self.duplicate()
        yield from self.unknown()
        yield from self.axiom()
        yield from self.axiom_use()
        yield from self.axiom_record()
        yield from self.unsafe()
        yield from self.native()
        yield from self.reserved()
        yield from self.empty()

    def at(self, name: str, rule: str, message: str, affected: int = 0) -> Finding:
        """Make a finding with the place of a constant."""
        constant = self.constants[name]
        line = 0
        parent = name
        while not line and parent:
            known = self.constants.get(parent)
            if known and known.module == constant.module and known.range:
                line = known.range.name_line
            parent = parent.rpartition(".")[0]
        return Finding(self.source(constant.module), line, rule, name, message, affected)

    # Modules ------------------------------------------------------------------------------------

    def compiler(self) -> Iterator[Finding]:
        from pyharness.lean.toolchain import GITHASH

        for module in self.environment.modules.values():
            if (module.lean_version, module.githash) != (_VERSION, GITHASH):
                found = f"Lean {module.lean_version}, commit {module.githash[:12]}"
                yield Finding(
                    self.source(module.name),
                    0,
                    "compiler",
                    "",
                    f"compiled by {found}; expected {_VERSION}, commit {GITHASH[:12]}: "
                    "delete build/lean and run `pyharness build`",
                )

    def duplicate(self) -> Iterator[Finding]:
        together: dict[tuple[str, str], list[str]] = {}
        for name, first, second in self.environment.duplicates:
            together.setdefault((first, second), []).append(name)
        for (first, second), names in together.items():
            more = f" (and so are {len(names) - 1} more)" if len(names) > 1 else ""
            name = min(names, key=lambda name: (self.constants[name].is_internal, name))
            message = f"is declared in {self.source(first)} too{more}"
            yield Finding(self.source(second), 0, "duplicate", name, message)

    def unknown(self) -> Iterator[Finding]:
        unknown = set(self.environment.unknown)
        if not unknown:
            return
        for name, constant in self.constants.items():
            for other in unknown.intersection(constant.statement_uses + constant.proof_uses):
                yield self.at(name, "unknown", f"mentions `{other}`, which no module declares")

    # Axioms -------------------------------------------------------------------------------------

    def axiom(self) -> Iterator[Finding]:
        for name in self.environment.of_kind("axiom"):
            if name not in AXIOMS:
                yield self.at(name, "axiom", "is an axiom; prove it instead", self.resting_on(name))
            elif name in _UNSAFE_AXIOMS and self.constants[name].safety != "unsafe":
                yield self.at(name, "axiom", "must be `unsafe`, so that no proof can mention it")

    def resting_on(self, name: str) -> int:
        """Count the theorems that rest on a constant."""
        marked = self.environment.marks({name: 1})
        return sum(theorem in marked for theorem in self.theorems)

    def axiom_use(self) -> Iterator[Finding]:
        markers = (name for name in _UNSAFE_AXIOMS if name in self.constants)
        unsafe = (name for name in markers if self.constants[name].safety == "unsafe")
        allowed = {*FOUNDATION, *unsafe}
        bad = {
            axiom
            for name in self.constants
            for axiom in self.environment.axioms(name)
            if axiom not in allowed
        }
        if not bad:
            return
        for name, constant in self.constants.items():
            for axiom in bad.intersection(constant.statement_uses + constant.proof_uses):
                if axiom == "sorryAx":
                    yield self.at(name, "sorry", "is left out with `sorry`", self.resting_on(name))
                else:
                    yield self.at(
                        name, "axiom-use", f"uses the axiom `{axiom}`", self.resting_on(name)
                    )

    def axiom_record(self) -> Iterator[Finding]:
        for name, constant in self.constants.items():
            found = self.environment.axioms(name)
            if constant.recorded_axioms is not None and constant.recorded_axioms != found:
                recorded = ", ".join(constant.recorded_axioms) or "none"
                yield self.at(
                    name,
                    "axiom-record",
                    f"rests on {', '.join(found) or 'no axioms'}, but Lean recorded {recorded}: "
                    "the compiled file was changed; delete build/lean and build again",
                )

    # Code ---------------------------------------------------------------------------------------

    def unsafe(self) -> Iterator[Finding]:
        unsafe = {n: c.safety for n, c in self.constants.items() if c.safety != "safe"}
        for name, constant in self.constants.items():
            if constant.safety == "safe":
                for other in unsafe.keys() & {*constant.statement_uses, *constant.proof_uses}:
                    yield self.at(
                        name,
                        "unsafe",
                        f"is safe but mentions `{other}`, which is {unsafe[other]}: Lean does not "
                        "write such a file; delete build/lean and build again",
                    )

    def native(self) -> Iterator[Finding]:
        refused: dict[str, str] = {}
        for_tactics: dict[str, str] = {}
        for name, constant in self.constants.items():
            code = constant.implemented_by or constant.extern
            if constant.kind == "opaque":
                bound = f"bound to compiled code (`{code}`)" if code else "without a visible value"
                refused[name] = f"an opaque constant {bound}"
            elif code and NATIVE.get(name, ("", ""))[0] != code:
                if constant.implemented_by and constant.module.startswith(tuple(TACTICS)):
                    for_tactics[name] = f"which has a fast version for tactics (`{code}`)"
                else:
                    refused[name] = f"compiled as `{code}`, which the audit's list does not have"
        yield from self._resting("rests on", refused, self.theorems, proofs=True)
        elsewhere = [
            theorem
            for theorem in self.theorems
            if not self.constants[theorem].module.startswith(tuple(TACTICS))
        ]
        yield from self._resting("speaks of", for_tactics, elsewhere, proofs=False)

    def _resting(
        self, verb: str, suspects: Mapping[str, str], theorems: list[str], *, proofs: bool
    ) -> Iterator[Finding]:
        """Yield one finding for each suspect that theorems rest on."""
        names = list(suspects)
        marked = {name: 1 << place for place, name in enumerate(names)}
        marks = self.environment.marks(marked, proofs=proofs)
        victims: dict[str, list[str]] = {}
        for theorem in theorems:
            mask = marks.get(theorem, 0)
            while mask:
                low = mask & -mask
                victims.setdefault(names[low.bit_length() - 1], []).append(theorem)
                mask ^= low
        for name, below in victims.items():
            first = min(below, key=lambda theorem: self._distance(theorem, name))
            path = self.environment.path(first, name, proofs=proofs)
            chain = " → ".join(f"`{step}`" for step in path[1:])
            yield self.at(first, "native", f"{verb} {chain}, {suspects[name]}", len(below))

    def _distance(self, theorem: str, name: str) -> tuple[bool, bool, str]:
        """Prefer, for the message, a theorem that a human wrote and that mentions the constant."""
        constant = self.constants[theorem]
        direct = name in constant.statement_uses or name in constant.proof_uses
        return constant.is_internal, not direct, theorem

    # Meaning ------------------------------------------------------------------------------------

    def reserved(self) -> Iterator[Finding]:
        from pyharness.lean.reserved import mismatches

        for name, message in mismatches(self.environment):
            yield self.at(name, "reserved", message)

    def empty(self) -> Iterator[Finding]:
        for name in self.theorems:
            constant = self.constants[name]
            if constant.emptiness and not constant.is_internal and name not in SELF_EVIDENT:
                what = "concludes `True`"
                if constant.emptiness == "hypothesis":
                    what = "concludes one of its own hypotheses"
                yield self.at(name, "empty", f"claims nothing: it {what}")
