"""Generate ``lean/DeepTheory/Core/Bindings.lean``: Lean's own syntax for files without `Init`.

    python -m pyharness.lean.bindings            write the file
    python -m pyharness.lean.bindings --check    exit 1 when the file is stale, and say how
    python -m pyharness.lean.bindings --unbound  list what is not bound, and why

Why there is something to bind
    Lean's elaborators (the meaning of ``intro``, ``simp``, ``calc`` ...) are part of the compiler
    and always there. The *syntax* of most tactics and of all notation is not: core Lean declares
    it in `Init` by ``syntax`` and ``macro``, so a ``prelude`` file, which has no `Init`, cannot
    even parse ``a = b``. But the compiler itself is written in Lean: it contains the compiled form
    of `Init`, as symbols of ``libleanshared.so``.

How one line binds a symbol
    ``@[extern "native"] opaque Lean.Parser.Tactic.intro : Lean.ParserDescr`` declares a constant
    that has a type and no definition that anyone could unfold. ``extern`` makes the interpreter,
    when it is asked for the constant's value, look for the symbol of that name in the running
    program (the string is not used: the symbol is the name, mangled, `pyharness.lean.native`). An
    attribute then hands the constant to the compiler, which evaluates it: ``tactic_parser`` adds
    the descriptor to the grammar of tactics, ``macro KIND`` adds the function to the macros tried
    on syntax nodes of that kind, ``app_unexpander C`` to the functions tried when an application of
    ``C`` is shown. For this the types must have, in memory, the layout that core's have: they are
    declared by the module that the generated file imports, constructor by constructor as in core.
    A mistake there, or a name without a symbol, ends the compiler with a crash; it cannot make it
    accept a wrong proof, since the kernel sees neither syntax nor macros.

What is bound
    Data symbols of the library that are parser descriptors are decoded from memory, and each is
    looked up in two tables below: `LEFT_OUT` (families that make no sense here, with the reason)
    and `CATEGORIES` (the syntax category that the rest belongs to: it is part of no descriptor,
    only of core's source). A descriptor in neither is an error, so nothing is forgotten silently.
    Macros and unexpanders are recognised by the names that the compiler gives them,
    ``_aux_Init_Core___macroRules_KIND_1`` and ``_aux_Init_Core___unexpand_CONSTANT_1``.

To bind one more
    Find its kind with ``--unbound``, add the kind to its category in `CATEGORIES` (an exact entry
    is longer than any pattern with a star, so it wins) and run the generator. Its macros follow.
    An unexpander for a constant of a later module is bound there, by the line that ``--unbound``
    prints.
"""

from __future__ import annotations

import difflib
import re
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

import click

from pyharness.lean.elf import read_symbols
from pyharness.lean.native import NativeError, demangle, read_descriptors
from pyharness.lean.toolchain import WHEEL, ToolchainError, find_toolchain
from pyharness.problems import Problem, Problems, ProblemsError
from pyharness.project import Project, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pyharness.lean.native import Descriptor, Name

__all__ = ["Bindings", "classify", "main", "render"]

MODULE = "DeepTheory.Core.Bindings"
COMMAND = "python -m pyharness.lean.bindings"
IMPORT = "DeepTheory.Core.Syntax"
"""The module that declares ParserDescr, Macro and Unexpander."""


# --- the tables ---------------------------------------------------------------------------------
#
# A pattern is the kind of a syntax node (which is the name of its declaration), a star in it stands
# for any text. Of all patterns in both tables that fit, the LONGEST decides, so that exceptions
# need no order. Kinds that the compiler makes up say their category and their tokens: `termIfLet`
# is a term, `term_+_` the term with a plus between two others.

_TACTIC = "Lean.Parser.Tactic."


@dataclass(frozen=True)
class Family:
    """Syntax that is not bound.

    Parameters
    ----------
    title
        What it is.
    reason
        Why it is not bound.
    patterns
        Its kinds.
    """

    title: str
    reason: str
    patterns: tuple[str, ...]


LEFT_OUT: tuple[Family, ...] = (
    Family(
        "native_decide",
        "it trusts compiled code instead of the kernel, with an axiom for each use; no proof may",
        (_TACTIC + "nativeDecide",),
    ),
    Family(
        "grind and the procedures in it (lia, cutsat, grobner, linarith of grind, order)",
        "they refer to some 600 constants and lemmas of Init",
        (
            _TACTIC + "Grind.*",
            _TACTIC + "grind*",
            _TACTIC + "anchor",
            _TACTIC + "lia",
            _TACTIC + "cutsat",
            _TACTIC + "grobner",
            "Lean.Parser.Attr.grind*",
            "Lean.Parser.Attr.lia*",
            "Lean.Grind.*",
            "Lean.Meta.Grind.*",
            "Lean.Parser.Command.grindAnnotated",
            "Lean.Parser.command_Builtin_grind*",
            "Lean.Parser.command_Grind*",
            "Lean.Parser.grindPropagatorBuiltinAttr",
            "Lean.Parser.resetGrindAttrs",
        ),
    ),
    Family(
        "symbolic simulation (sym, and its simplifier)",
        "it is built on grind",
        (
            _TACTIC + "sym",
            "Lean.Parser.Sym.*",
            "Lean.Meta.Sym.*",
            "Lean.Parser.Command.registerSym*",
            "Lean.Parser.Command.symDSimp*",
            "Lean.Parser.Command.symSimp*",
        ),
    ),
    Family(
        "proof mode for programs (mintro, mspec, mvcgen, vcgen ...)",
        "it proves Hoare triples about monadic programs; this library has none",
        (
            _TACTIC + "m*",
            _TACTIC + "vc*",
            _TACTIC + "tacticMvcgen*",
            _TACTIC + "invariant*",
            _TACTIC + "impossible",
            "Lean.Parser.Attr.spec",
        ),
    ),
    Family(
        "bit vectors and integers of fixed width (bv_decide, bv_omega, Int32 ...)",
        "no statement of the library is about them; bv_decide trusts compiled code besides",
        (
            _TACTIC + "bv*",
            _TACTIC + "tacticBv_omega",
            "BitVec.*",
            "commandDeclare_*",
            "Lean.commandDeclare_*",
        ),
    ),
    Family(
        "cbv (evaluation by rewriting)",
        "it needs the equations that Init proves for its own functions; decide and simp serve",
        (
            _TACTIC + "cbv",
            _TACTIC + "decide_cbv",
            _TACTIC + "Conv.cbv",
            "Lean.Parser.Attr.cbv*",
            "Lean.Parser.cbv*",
            "Lean.Parser.command_Builtin_cbv*",
            "Lean.Parser.command_Cbv*",
            "Lean.Parser.command__Builtin_cbv*",
            "Lean.Parser.command__Cbv*",
        ),
    ),
    Family(
        "declaring simplification procedures",
        "the built-in ones work without it; own ones would need the whole of Lean.Meta",
        (
            "Lean.Parser.Attr.simproc*",
            "Lean.Parser.Attr.sevalproc*",
            "Lean.Parser.simprocPattern*",
            "Lean.Parser.command_Builtin_simproc*",
            "Lean.Parser.command_Builtin_dsimproc*",
            "Lean.Parser.command_Simproc*",
            "Lean.Parser.command_Dsimproc*",
            "Lean.Parser.command__Builtin_simproc*",
            "Lean.Parser.command__Builtin_dsimproc*",
            "Lean.Parser.command__Simproc*",
            "Lean.Parser.command__Dsimproc*",
        ),
    ),
    Family(
        "notation of libraries that this one does not have, or has in its own form",
        "it would claim tokens (such as ~ and /.) for constants that do not exist",
        (
            "Array.*",
            "Vector.*",
            "String.*",
            "Rat.*",
            "List.term_*",
            "Std.*",
            "Lean.Json.*",
            "Lean.Order.*",
        ),
    ),
    Family(
        "the compiler's own workshop (documents, widgets, options, traces, linters, tests ...)",
        "it extends the compiler, which has these extensions already",
        (
            "_private.*",
            "DerivingHelpers.*",
            "Lean.Compiler.*",
            "Lean.Doc.*",
            "Lean.Elab.Command.*",
            "Lean.Elab.ConfigEval.*",
            "Lean.Elab.Tactic.commandConfigElab",
            "Lean.Elab.Tactic.configElab",
            "Lean.Elab.Term.Quotation.*",
            "Lean.Linter.*",
            "Lean.Option.*",
            "Lean.*_root_.*",
            "Lean.PostprocessTraces.*",
            "Lean.PrettyPrinter.*",
            "Lean.Server.*",
            "Lean.Widget.*",
            "Lean.builtin_command_code_action",
            "Lean.command_code_action",
            "Lean.Parser.check*",
            "Lean.setLibrarySuggestionsCmd",
            "Lean.termMacro.trace[_]_",
            "Lean.testExternCmd",
            "tacticDeriving_*",
            _TACTIC + "sleep",
            _TACTIC + "suggestions",
        ),
    ),
    Family(
        "quotations of syntax categories, `(conv| ...)",
        "declare_syntax_cat makes them anew",
        ("Lean.Parser.Term.quot",),
    ),
)


@dataclass(frozen=True)
class Category:
    """A syntax category with the syntax that belongs to it.

    Parameters
    ----------
    name
        The category; the attribute ``NAME_parser`` adds syntax to it.
    title
        Heading in the generated file.
    patterns
        Its kinds.
    """

    name: str
    title: str
    patterns: tuple[str, ...]


CATEGORIES: tuple[Category, ...] = (
    Category("prec", "Precedences", ("prec*", "Lean.Parser.Syntax.*Prec")),
    Category("prio", "Priorities", ("prio*", "Lean.Parser.Syntax.*Prio")),
    Category("stx", "Syntax of syntax declarations", ("stx*",)),
    Category(
        "term",
        "Terms",
        (
            "term*",
            "Bool.term*",
            "Int.term*",
            "Lean.term*",
            "Lean.Parser.Syntax.exact?",
            "Lean.byElab",
            "Lean.calc",
            "Lean.includeStr",
            "Lean.modCast",
            "Lean.withAnnotateTerm",
            _TACTIC + "by?",
            _TACTIC + "showTermElab",
            "boolIfThenElse",
            "coeFunNotation",
            "coeNotation",
            "coeSortNotation",
            "rawNatLit",
        ),
    ),
    Category("binderPred", "Predicates in binders", ("Lean.binderPred*",)),
    Category("doElem", "Statements of do blocks", ("Lean.doElem*", "Lean.Parser.Term.*.doSkip")),
    Category("rcasesPat", "Patterns of rcases and obtain", (_TACTIC + "rcasesPat.*",)),
    Category("rintroPat", "Patterns of rintro", (_TACTIC + "rintroPat.*",)),
    Category(
        "attr",
        "Attributes",
        (
            "Lean.Attr.*",
            "Lean.Parser.Attr.*",
            "Lean.deprecated",
            "Lean.deprecated_arg",
            "Lean.suggest_for",
            "Lean.univ_out_params",
        ),
    ),
    Category(
        "command",
        "Commands",
        (
            "Lean.Parser.Command.*",
            "Lean.Parser.command*",
            "Lean.Parser.discrTree*",
            "Lean.Parser.timeCmd",
            "Lean.command*",
            "Lean.guardMsgsCmd",
            "Lean.guardPanicCmd",
            "Lean.infoTreesCmd",
            "Lean.reduceCmd",
            "Lean.runCmd",
            "Lean.runElab",
            "Lean.runMeta",
            _TACTIC + "declareSimpLikeTactic",
            _TACTIC + "normCastAddElim",
        ),
    ),
    Category(
        "conv",
        "Steps of conv",
        (
            _TACTIC + "Conv.*",
            _TACTIC + "guardExprConv",
            _TACTIC + "guardHypConv",
            _TACTIC + "guardTargetConv",
            "Lean.convCalc_",
        ),
    ),
    Category(
        "tactic",
        "Tactics",
        (
            _TACTIC + "*",
            _TACTIC + "Conv.conv",  # the tactic itself; its steps are named likewise
            "Lean.Elab.Tactic.Ext.*",
            "Lean.calcTactic",
            "Lean.cdot",
            "Lean.solveTactic",
            "List.tactic*",
            "tactic*",
        ),
    ),
)

MACROS_LEFT_OUT: tuple[Family, ...] = (
    Family(
        "extensions of get_elem_tactic and decreasing_trivial by libraries that this one lacks",
        "each would fail on a lemma that does not exist, and spoil the message of the tactic",
        (
            "Array._aux_Init_Data_Array_Mem___macroRules_tacticDecreasing_trivial_*",
            "Std._aux_*",
            "String.*",
            "_aux_Init_Data_Range_*",
        ),
    ),
)
"""Macros that are not bound although their syntax is; the patterns are names of macros."""

UNEXPANDERS: dict[str, str] = {
    "unexpandEqNDRec": "Eq.ndrec",
    "unexpandEqRec": "Eq.rec",
    "unexpandExists": "Exists",
    "unexpandIte": "ite",
    "unexpandListCons": "List.cons",
    "unexpandListNil": "List.nil",
    "unexpandPSigma": "PSigma",
    "unexpandProdMk": "Prod.mk",
    "unexpandSigma": "Sigma",
    "unexpandSubtype": "Subtype",
    "unexpandUnit": "Unit.unit",
}
"""Unexpanders whose name does not say which constant they show."""

UNEXPANDERS_LEFT_OUT: tuple[Family, ...] = (
    Family(
        "unexpanders of constants that do not exist where this file stands",
        "a module that declares one later can bind its unexpander there",
        (
            "Bind.bindLeft",
            "Bind.kleisliLeft",
            "Bind.kleisliRight",
            "Functor.mapRev",
            "andM",
            "orM",
            "Complement.complement",
            "HAnd.hAnd",
            "HOr.hOr",
            "HShiftLeft.hShiftLeft",
            "HShiftRight.hShiftRight",
            "HXor.hXor",
            "Int.*",
            "List.Is*",
            "List.Perm",
            "List.Sublist",
            "Rat.*",
        ),
    ),
    Family(
        "unexpanders of the compiler and of libraries that this one does not have",
        "their constants do not exist",
        ("Array.*", "Vector.*", "Std.*", "Lean.*", "lcErased"),
    ),
)
"""Unexpanders that are not bound; the patterns are constants."""


# --- what to bind -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Syntax:
    """A descriptor to bind.

    Parameters
    ----------
    name
        The declaration.
    category
        The category that it is added to; None for an alias, which other syntax refers to.
    trailing
        Whether it begins with a term of its own category.
    grammar
        What it accepts, for readers.
    macros
        The macros for it, in the order in which they are declared. The last is tried first.
    """

    name: Name
    category: str | None
    trailing: bool
    grammar: str
    macros: tuple[Name, ...]


@dataclass(frozen=True)
class Bindings:
    """What the generated file binds, and what it does not.

    Parameters
    ----------
    syntax
        Descriptors with their macros, sorted by name.
    unexpanders
        Pairs of an unexpander and the constant that it shows, sorted.
    unbound
        Pairs of a family and what belongs to it.
    """

    syntax: tuple[Syntax, ...]
    unexpanders: tuple[tuple[Name, str], ...]
    unbound: tuple[tuple[Family, tuple[str, ...]], ...]


def _fits(pattern: str, text: str) -> bool:
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), text) is not None


Entry = TypeVar("Entry", bound="Family | Category")


class _Table(Generic[Entry]):
    """Finds the entry with the longest pattern that fits, and knows which patterns never won."""

    def __init__(self, title: str, entries: Iterable[Entry]) -> None:
        self._title = title
        self._patterns = sorted(
            ((pattern, entry) for entry in entries for pattern in entry.patterns),
            key=lambda row: (-len(row[0]), row[0]),
        )
        self._idle = {pattern for pattern, _ in self._patterns}

    def find(self, text: str) -> Entry | None:
        for pattern, entry in self._patterns:
            if _fits(pattern, text):
                self._idle.discard(pattern)
                return entry
        return None

    def note_idle(self, problems: Problems) -> None:
        """Note the patterns that decided nothing: they are typing errors, or out of date."""
        for pattern in sorted(self._idle):
            problems.add(
                f"the pattern {pattern!r} of {self._title} decides nothing",
                file=__file__,
                remedy="correct it or take it out",
            )


def _text(name: Name) -> str:
    return ".".join(map(str, name))


_AUXILIARY = re.compile(r"_aux_.+?___(macroRules|unexpand)_(.+)_\d+")


def classify(descriptors: Sequence[Descriptor], functions: Sequence[str]) -> Bindings:
    """Decide about every descriptor, macro and unexpander of the library.

    Parameters
    ----------
    descriptors
        All descriptors.
    functions
        The symbols of all functions.

    Returns
    -------
    Bindings
        What to bind, and what not, with the reasons.

    Raises
    ------
    ProblemsError
        When a descriptor is in no table or a pattern of a table decides nothing.
    """
    problems = Problems()
    unbound: dict[Family, list[str]] = {}
    table: _Table[Family | Category] = _Table("LEFT_OUT or CATEGORIES", (*LEFT_OUT, *CATEGORIES))
    found: dict[Name, tuple[Descriptor, str | None]] = {}
    for descriptor in descriptors:
        entry = table.find(_text(descriptor.kind))
        name = demangle(descriptor.symbol)
        if isinstance(entry, Family):
            unbound.setdefault(entry, []).append(_text(descriptor.kind))
        elif name != descriptor.kind:
            problems.add(
                f"the syntax {_text(descriptor.kind)} is declared by {descriptor.symbol}, under "
                "another name",
                file=__file__,
                expected="syntax that makes nodes of its own name",
                remedy="put it into LEFT_OUT",
            )
        elif descriptor.form == "alias":
            found[name] = (descriptor, None)
        elif entry is None:
            problems.add(
                f"the syntax {_text(name)} ({descriptor.grammar}) is in no table",
                file=__file__,
                expected="a pattern in LEFT_OUT or CATEGORIES",
                remedy="add it to the category that core Lean declares it in, or leave it out",
            )
        else:
            found[name] = (descriptor, entry.name)
    table.note_idle(problems)

    # The compiler joins the components of a kind by underscores in the names of its macros.
    kinds = {"_".join(map(str, name)): name for name in found}
    macros: dict[Name, list[Name]] = {name: [] for name in found}
    unexpanders: list[tuple[Name, str]] = []
    no_macro = _Table("MACROS_LEFT_OUT", MACROS_LEFT_OUT)
    no_unexpander = _Table("UNEXPANDERS_LEFT_OUT", UNEXPANDERS_LEFT_OUT)
    for symbol in functions:  # sorted: macros of one syntax keep their numbers' order
        name = demangle(symbol) if "__aux__" in symbol or "l_unexpand" in symbol else None
        if name is None:
            continue
        match = _AUXILIARY.fullmatch(str(name[-1]))
        if match and match[1] == "macroRules" and match[2] in kinds:
            family = no_macro.find(_text(name))
            if family:
                unbound.setdefault(family, []).append(_text(name))
            else:
                macros[kinds[match[2]]].append(name)
        elif _text(name) in UNEXPANDERS or (match and match[1] == "unexpand"):
            # No constant with an unexpander has an underscore in its own name.
            constant = UNEXPANDERS.get(_text(name)) or str(match and match[2].replace("_", "."))
            family = no_unexpander.find(constant)
            if family:
                unbound.setdefault(family, []).append(f"{_text(name)} for {constant}")
            else:
                unexpanders.append((name, constant))
    for missing in UNEXPANDERS.keys() - {_text(name) for name, _ in unexpanders}:
        problems.add(f"the library has no function {missing}", file=__file__)
    no_macro.note_idle(problems)
    no_unexpander.note_idle(problems)
    problems.raise_if_any()
    return Bindings(
        tuple(
            Syntax(name, category, row.form == "trailing", row.grammar, tuple(macros[name]))
            for name, (row, category) in sorted(found.items(), key=lambda item: item[0])
        ),
        tuple(sorted(unexpanders, key=lambda row: (row[1], row[0]))),
        tuple((f, tuple(sorted(unbound[f]))) for f in _FAMILIES if f in unbound),
    )


_FAMILIES = (*LEFT_OUT, *MACROS_LEFT_OUT, *UNEXPANDERS_LEFT_OUT)


# --- the file -----------------------------------------------------------------------------------

_WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_!?']*")
# Components of names that are tokens of the language, at the latest when the file has bound them.
_KEYWORDS = frozenset(
    [
        "at",
        "attribute",
        "by",
        "calc",
        "case",
        "case'",
        "deprecated",
        "do",
        "else",
        "end",
        "example",
        "exact",
        "export",
        "extends",
        "from",
        "fun",
        "have",
        "if",
        "import",
        "in",
        "infix",
        "instance",
        "intro",
        "let",
        "local",
        "macro",
        "match",
        "mut",
        "namespace",
        "notation",
        "open",
        "postfix",
        "prefix",
        "private",
        "protected",
        "rec",
        "scoped",
        "section",
        "set_option",
        "show",
        "structure",
        "syntax",
        "then",
        "theorem",
        "variable",
        "where",
        "with",
    ]
)
_HEADER = f"""\
prelude
import {IMPORT}

/-!
# Lean's own syntax, bound from the compiler

GENERATED by `{COMMAND}`. Do not edit: change the tables of
`pyharness/lean/bindings.py` and run that command again.

A `prelude` file has no `Init`, and with it none of core Lean's notation and tactic syntax. The
compiler contains all of it in compiled form. Each constant below is the compiled one: `extern`
makes the interpreter take the native symbol of the same name, and the attribute adds it to the
grammar, to the macros of a kind of syntax, or to the unexpanders of a constant. Nothing here is
seen by the kernel: no theorem can depend on it.

The text is the same for every way to install Lean, since it only depends on the version of Lean:
who builds with `lake` never needs the generator.

What is not bound, and why (`{COMMAND} --unbound` lists each by name):
{{families}}

## Main definitions

{{counts}}
-/

set_option autoImplicit false
-- Each declaration is too small to be worth a task of its own: this saves a fifth of the time.
set_option Elab.async false
"""
_CATEGORIES_TEXT = """
/-!
## Syntax categories

The compiler declares the others (`term`, `tactic`, `command` ...).
-/

declare_syntax_cat conv (behavior := both)
declare_syntax_cat rcasesPat
declare_syntax_cat rintroPat
declare_syntax_cat binderPred
declare_syntax_cat rawStx
"""


def _identifier(name: Name) -> str:
    return ".".join(
        text if _PLAIN.fullmatch(text) and text not in _KEYWORDS else f"«{text}»"
        for text in map(str, name)
    )


def _documentation(grammar: str) -> list[str]:
    fence = "``" if "`" in grammar else "`"
    text = f"/-- {fence}{grammar}{fence} -/"
    # A line may only break between two items of the grammar, not inside of a token.
    return textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _declaration(attributes: str, name: Name, type_name: str) -> list[str]:
    first, second = f'@[extern "native", {attributes}]', f"opaque {_identifier(name)} : {type_name}"
    if attributes == "":
        first = '@[extern "native"]'
    line = f"{first} {second}"
    return [line] if len(line) <= _WIDTH else [first, second]


def _syntax(row: Syntax) -> list[str]:
    type_name = "Lean.TrailingParserDescr" if row.trailing else "Lean.ParserDescr"
    attribute = f"{row.category}_parser" if row.category else ""
    lines = _documentation(row.grammar) + _declaration(attribute, row.name, type_name)
    for macro in row.macros:
        lines += _declaration(f"macro {_identifier(row.name)}", macro, "Lean.Macro")
    return lines


def render(bindings: Bindings) -> str:
    """Write the file.

    Parameters
    ----------
    bindings
        What to bind.

    Returns
    -------
    str
        The text of the Lean module; the same for the same bindings.
    """
    sections = [("Parts of other syntax", [r for r in bindings.syntax if r.category is None])]
    sections += [
        (entry.title, [r for r in bindings.syntax if r.category == entry.name])
        for entry in CATEGORIES
    ]
    macros = sum(len(row.macros) for row in bindings.syntax)
    counts = [f"* {title}: {len(rows)}" for title, rows in sections]
    counts += [
        f"* Macros, each below its syntax: {macros}",
        f"* Unexpanders: {len(bindings.unexpanders)}",
    ]
    families = [
        line
        for family, names in bindings.unbound
        for line in textwrap.wrap(
            f"* {family.title}: {len(names)}; {family.reason}",
            _WIDTH,
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    ]
    lines = [_HEADER.format(families="\n".join(families), counts="\n".join(counts))]
    lines[0] = lines[0].rstrip("\n")
    lines += _CATEGORIES_TEXT.rstrip("\n").split("\n")
    for title, rows in sections:
        lines += ["", f"/-! ## {title} -/", ""]
        for row in rows:
            lines += _syntax(row)
    lines += ["", "/-! ## Unexpanders: how the notation is shown -/", ""]
    for name, constant in bindings.unexpanders:
        lines += _declaration(f"app_unexpander {constant}", name, "Lean.PrettyPrinter.Unexpander")
    return "\n".join(lines) + "\n"


# --- the command --------------------------------------------------------------------------------


def find_library() -> Path:
    """Return the native library of Lean: the one of the wheel, or that PYHARNESS_LEAN names.

    Raises
    ------
    ProblemsError
        When there is none, or it is of another version.
    """
    try:
        return find_toolchain(kind="wheel").path
    except ToolchainError as error:
        raise ProblemsError(
            *error.problems,
            Problem(
                MODULE,
                0,
                0,
                "cannot be generated or checked without Lean as a library",
                remedy="to change the bindings, use Linux and the wheel; to build with the "
                "committed file, nothing: it serves every installation of this version of Lean",
            ),
        ) from error


def generate(library: Path | None = None) -> Bindings:
    """Read the library and decide what to bind.

    Parameters
    ----------
    library
        The shared library; by default the installed one.

    Returns
    -------
    Bindings
        What `render` writes.

    Raises
    ------
    ProblemsError
        When the library is missing or damaged, or the tables do not fit it.
    """
    library = library or find_library()
    symbols = read_symbols(library, "l_")
    try:
        descriptors = read_descriptors(library, symbols.objects)
    except NativeError as error:
        raise ProblemsError(
            Problem(str(library), 0, 0, str(error), remedy=f"pip install --force-reinstall {WHEEL}")
        ) from error
    return classify(descriptors, symbols.functions)


def difference(committed: str, fresh: str, longest: int = 40) -> str:
    """Say how two texts differ, as a unified difference of at most ``longest`` lines.

    Parameters
    ----------
    committed, fresh
        The texts.
    longest
        Further lines are counted, not shown.

    Returns
    -------
    str
        ``""`` when the texts are equal.
    """
    lines = list(
        difflib.unified_diff(
            committed.splitlines(), fresh.splitlines(), "committed", "generated", "", "", 0, ""
        )
    )
    if len(lines) > longest:
        lines[longest:] = [f"... and {len(lines) - longest} more lines"]
    if not lines and committed != fresh:
        return "the ends of lines differ"
    return "\n".join(lines)


def _print_unbound(bindings: Bindings) -> None:
    for family, names in bindings.unbound:
        click.echo(f"{family.title}\n  not bound: {family.reason}")
        for name in names:
            click.echo(f"    {name}")
        if family in UNEXPANDERS_LEFT_OUT[:1]:
            click.echo(
                '  to bind U for C: @[extern "native", app_unexpander C] '
                "opaque U : Lean.PrettyPrinter.Unexpander"
            )


@click.command(
    help=(__doc__ or "").replace("\n\n", "\n\n\b\n"),  # \b: keep the lines of a paragraph
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--check", is_flag=True, help="Change nothing; exit 1 when the file is stale.")
@click.option("--unbound", is_flag=True, help="Change nothing; list what is not bound, and why.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file [default: lean/DeepTheory/Core/Bindings.lean of this project].",
)
def main(check: bool, unbound: bool, output: Path | None) -> None:
    """Generate, check or explain the binding file."""
    try:
        bindings = generate()
        if unbound:
            _print_unbound(bindings)
            return
        file = Path(*MODULE.split(".")).with_suffix(".lean")
        output = output or Project.find().lean_source / file
        text = render(bindings)
        committed = output.read_bytes().decode(errors="replace") if output.is_file() else ""
        if text == committed:
            click.echo(f"{output}: up to date")
        elif check:
            raise ProblemsError(
                Problem(
                    str(output),
                    0,
                    0,
                    "not what the generator writes\n" + difference(committed, text),
                    remedy=f"run {COMMAND} and commit the file; never edit it",
                )
            )
        else:
            write_whole(output, text)
            click.echo(f"{output}: written, {text.count(chr(10))} lines")
    except ProblemsError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
