"""What the second kernel knows: the declarations of compiled modules, read when they are needed.

`Library` reads types, values and rules from the bytes of the ``.olean`` files and turns them into
terms. It has no opinion on them: a declaration that is read is a claim, to be checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyharness.lean.expression import (
    APP,
    BVAR,
    CONST,
    LAM,
    LET,
    LIT,
    MDATA,
    PI,
    PROJ,
    SORT,
)
from pyharness.lean.kernel import levels, terms
from pyharness.lean.kernel.terms import KernelError, Term

if TYPE_CHECKING:
    from pyharness.lean.declarations import CompiledModule, Declaration
    from pyharness.lean.environment import Environment
    from pyharness.lean.kernel.levels import Level

__all__ = ["Constant", "Library", "Reader", "from_node"]

#: With more terms than this the tables are emptied between two declarations.
_MANY_TERMS = 1_500_000


class Reader:
    """Turns the expressions of one compiled module into terms.

    Parameters
    ----------
    module
        The module.
    """

    def __init__(self, module: CompiledModule) -> None:
        self._module = module
        self._terms: dict[int, Term] = {}
        self._levels: dict[int, Level] = {}
        self._level_lists: dict[int, tuple[Level, ...]] = {}

    def _level(self, word: int) -> Level:
        level = self._levels.get(word)
        if level is None:
            try:
                level = levels.from_node(self._module.expressions.level(word))
            except ValueError as error:
                raise KernelError(str(error)) from None
            self._levels[word] = level
        return level

    def _level_list(self, word: int) -> tuple[Level, ...]:
        found = self._level_lists.get(word)
        if found is None:
            words = self._module.olean.list(word, "a list of levels")
            found = self._level_lists[word] = tuple(map(self._level, words))
        return found

    def term(self, root: int) -> Term:
        """Return the term that a word points to; annotations are dropped."""
        memo = self._terms
        done = memo.get(root)
        if done is not None:
            return done
        olean, expressions = self._module.olean, self._module.expressions
        words, at, text = olean.words, olean.at, olean.text
        for word in expressions.reachable(root, memo):
            index = at[word]
            tag = words[index] >> 56
            first = words[index + 1]
            if tag == APP:
                term = terms.app(memo[first], memo[words[index + 2]])
            elif tag in (LAM, PI):
                term = terms.binder(tag, memo[words[index + 2]], memo[words[index + 3]])
            elif tag == CONST:
                term = terms.const(text(first), self._level_list(words[index + 2]))
            elif tag == BVAR:
                term = terms.bvar(olean.natural(first))
            elif tag == SORT:
                term = terms.sort(self._level(first))
            elif tag == LET:
                kind, value, body = words[index + 2 : index + 5]
                term = terms.let(memo[kind], memo[value], memo[body])
            elif tag == LIT:
                term = terms.literal(expressions.literal(first))
            elif tag == MDATA:
                term = memo[words[index + 2]]
            elif tag == PROJ:
                field = olean.natural(words[index + 2])
                term = terms.proj(text(first), field, memo[words[index + 3]])
            else:
                raise KernelError("a free variable or a metavariable in a declaration")
            memo[word] = term
        return memo[root]


def from_node(e: tuple) -> Term:  # type: ignore[type-arg]
    """Return the term of a small node of `pyharness.lean.expression`."""
    tag = e[0]
    if tag == APP:
        return terms.app(from_node(e[1]), from_node(e[2]))
    if tag in (LAM, PI):
        return terms.binder(tag, from_node(e[2]), from_node(e[3]))
    if tag == CONST:
        return terms.const(e[1], tuple(map(levels.from_node, e[2])))
    if tag == BVAR:
        return terms.bvar(e[1])
    if tag == SORT:
        return terms.sort(levels.from_node(e[1]))
    if tag == LIT:
        return terms.literal(e[1])
    raise KernelError("a node that the tables do not use")


class Constant:
    """A declaration as the second kernel reads it.

    Parameters
    ----------
    declaration
        Its data.
    reader
        Reads the expressions of its module; None for one that is in no module.
    kind_of
        Its type, where there is no reader.

    Attributes
    ----------
    name, kind, level_params
        As in Lean.
    safe : bool
        Whether it is neither unsafe nor partial.
    type : Term
        What it claims.
    """

    def __init__(
        self, declaration: Declaration, reader: Reader | None, kind_of: Term | None = None
    ) -> None:
        self.declaration = declaration
        self.name = declaration.name
        self.kind = declaration.kind
        self.level_params = declaration.level_params
        self.safe = declaration.safety == "safe"
        self.reader = reader
        self.type: Term = kind_of or self._read(declaration.type)
        self._at: dict[tuple[Level, ...], Term] = {}
        self._values: dict[tuple[Level, ...], Term] = {}
        self._rules: dict[str, tuple[int, Term]] | None = None
        self._rule_at: dict[tuple[str, tuple[Level, ...]], Term] = {}
        self._major: str | None = None

    def _read(self, word: int) -> Term:
        assert self.reader is not None
        return self.reader.term(word)

    def _substitute(self, term: Term, arguments: tuple[Level, ...]) -> Term:
        if len(arguments) != len(self.level_params):
            raise KernelError(f"`{self.name}` with {len(arguments)} levels")
        values = dict(zip(self.level_params, arguments, strict=True))
        return terms.substitute_levels(term, values)

    def type_at(self, arguments: tuple[Level, ...]) -> Term:
        """Return the type at some levels."""
        term = self._at.get(arguments)
        if term is None:
            term = self._at[arguments] = self._substitute(self.type, arguments)
        return term

    @property
    def value(self) -> Term | None:
        """The value of a definition, theorem or opaque constant."""
        word = self.declaration.value
        return None if word is None else self._read(word)

    def value_at(self, arguments: tuple[Level, ...]) -> Term:
        """Return the value at some levels."""
        term = self._values.get(arguments)
        if term is None:
            value = self.value
            assert value is not None
            term = self._values[arguments] = self._substitute(value, arguments)
        return term

    @property
    def rules(self) -> dict[str, tuple[int, Term]]:
        """The number of fields and the right-hand side for each constructor, of a recursor."""
        if self._rules is None:
            self._rules = {
                rule.constructor: (rule.fields, self._read(rule.value))
                for rule in self.declaration.rules
            }
        return self._rules

    def rule_at(self, constructor: str, arguments: tuple[Level, ...]) -> Term:
        """Return the right-hand side of a computation rule at some levels."""
        key = (constructor, arguments)
        term = self._rule_at.get(key)
        if term is None:
            term = self._rule_at[key] = self._substitute(self.rules[constructor][1], arguments)
        return term

    @property
    def major(self) -> str:
        """The inductive type that a recursor takes apart, read off its type."""
        if self._major is None:
            d = self.declaration
            kind = self.type
            for _ in range(d.parameters + d.motives + d.minors + d.indices):
                if kind.tag != PI:
                    raise KernelError(f"`{self.name}` is not of the form of a recursor")
                kind = kind.b
            found = terms.head(kind.a) if kind.tag == PI else kind
            if found.tag != CONST:
                raise KernelError(f"`{self.name}` is not of the form of a recursor")
            self._major = found.a
        return self._major


class Library:
    """The declarations of compiled modules.

    Parameters
    ----------
    environment
        The compiled modules.
    """

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self._readers: dict[str, Reader] = {}
        self._constants: dict[str, Constant] = {}

    def constant(self, name: str) -> Constant | None:
        """Return a declaration, None when no module has it."""
        found = self._constants.get(name)
        if found is None:
            if name not in self.environment.constants:
                return None
            module, declaration = self.environment.declaration(name)
            key = module.olean.name
            reader = self._readers.get(key)
            if reader is None:
                reader = self._readers[key] = Reader(module)
            found = self._constants[name] = Constant(declaration, reader)
        return found

    def tidy(self) -> None:
        """Drop all terms when there are many; call it only between two checks."""
        if terms.count() > _MANY_TERMS:
            terms.forget()
            self._readers.clear()
            self._constants.clear()
