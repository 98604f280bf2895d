"""Terms of the second kernel.

A term is built once: equal terms (up to names of bound variables and annotations) are the same
object, so comparison is ``is`` and whatever is found out about a term is kept in a dictionary under
the term itself. The tables that make this true live as long as the process, or until `forget`.

Bound variables are de Bruijn indices. Going under a binder puts a *local* in the place of the
variable: a term that carries a number and its own type. The number is one that no local in the
term at hand has (`Term.locals` is above them all), so a local is fresh where it is made; and since
equal binders get equal locals, what was found out under one serves under the other as well.

`budget` bounds the work: every function here, and every step of the checker, spends from it, and
`GaveUp` ends a check that asks for too much. What is spent depends on the declaration alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyharness.lean.expression import (
    APP,
    BVAR,
    CONST,
    FVAR,
    LAM,
    LET,
    LIT,
    PI,
    PROJ,
    SORT,
)
from pyharness.lean.kernel import levels

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pyharness.lean.kernel.levels import Level

__all__ = [
    "PROP",
    "Budget",
    "GaveUp",
    "KernelError",
    "Term",
    "abstract",
    "app",
    "apply",
    "binder",
    "budget",
    "bvar",
    "close",
    "const",
    "count",
    "forget",
    "head",
    "instantiate",
    "let",
    "lift",
    "literal",
    "local",
    "mentions",
    "pi",
    "proj",
    "replace",
    "show",
    "sort",
    "spine",
    "substitute_levels",
]


class KernelError(Exception):
    """A declaration breaks a rule of the calculus."""


class GaveUp(Exception):  # noqa: N818 - not an error of the declaration
    """A check needs more steps than it is given."""


class Budget:
    """The steps that are left.

    Attributes
    ----------
    left : int
        May be spent from directly; `refuse` when it is below zero.
    """

    def __init__(self) -> None:
        self.left = 1 << 62

    def refuse(self) -> None:
        """End the check."""
        raise GaveUp


#: The steps that are left to the check that is going on.
budget = Budget()


class Term:
    """A term; made by the functions of this module only.

    Attributes
    ----------
    tag : int
        What it is, a number of `pyharness.lean.expression`.
    a, b, c
        Its parts: ``BVAR`` index; ``FVAR`` number and type; ``SORT`` level; ``CONST`` name and
        levels; ``APP`` function and argument; ``LAM`` and ``PI`` type and body; ``LET`` type, value
        and body; ``LIT`` value; ``PROJ`` structure, field number and term.
    loose : int
        Above all indices of variables that are bound outside of the term.
    locals : int
        Above the numbers of all locals in it.
    params : bool
        Whether a universe parameter is in it.
    """

    __slots__ = ("a", "b", "c", "locals", "loose", "params", "tag")

    def __init__(  # noqa: PLR0917 - called for every term: keywords would cost time
        self, tag: int, a: Any, b: Any, c: Any, loose: int, locals_: int, params: bool
    ) -> None:
        self.tag = tag
        self.a = a
        self.b = b
        self.c = c
        self.loose = loose
        self.locals = locals_
        self.params = params

    def __repr__(self) -> str:
        return show(self)


_bvars: dict[int, Term] = {}
_locals: dict[tuple[int, Term], Term] = {}
_sorts: dict[Level, Term] = {}
_consts: dict[tuple[str, tuple[Level, ...]], Term] = {}
_apps: dict[tuple[Term, Term], Term] = {}
_lambdas: dict[tuple[Term, Term], Term] = {}
_pis: dict[tuple[Term, Term], Term] = {}
_lets: dict[tuple[Term, Term, Term], Term] = {}
_literals: dict[tuple[type, int | str], Term] = {}
_projections: dict[tuple[str, int, Term], Term] = {}


def count() -> int:
    """Return roughly how many terms there are."""
    return len(_apps) + len(_lambdas) + len(_pis)


def forget() -> None:
    """Drop all terms; those that are still in use must not be used together with new ones."""
    for table in (_locals, _consts, _apps, _lambdas, _pis, _lets, _literals, _projections):
        table.clear()


# Construction -------------------------------------------------------------------------------------


def bvar(index: int) -> Term:
    """Return a bound variable."""
    term = _bvars.get(index)
    if term is None:
        term = _bvars[index] = Term(BVAR, index, None, None, index + 1, 0, False)
    return term


def local(number: int, kind: Term) -> Term:
    """Return a local of a type; ``number`` must be at least ``kind.locals``."""
    key = (number, kind)
    term = _locals.get(key)
    if term is None:
        term = _locals[key] = Term(FVAR, number, kind, None, 0, number + 1, kind.params)
    return term


def sort(level: Level) -> Term:
    """Return a sort."""
    term = _sorts.get(level)
    if term is None:
        term = _sorts[level] = Term(SORT, level, None, None, 0, 0, bool(level.parameters))
    return term


#: The sort of propositions.
PROP = sort(levels.ZERO)


def const(name: str, arguments: tuple[Level, ...] = ()) -> Term:
    """Return a constant at some levels."""
    key = (name, arguments)
    term = _consts.get(key)
    if term is None:
        params = any(level.parameters for level in arguments)
        term = _consts[key] = Term(CONST, name, arguments, None, 0, 0, params)
    return term


def app(function: Term, argument: Term) -> Term:
    """Return an application."""
    key = (function, argument)
    term = _apps.get(key)
    if term is None:
        f, a = function, argument
        term = _apps[key] = Term(
            APP,
            f,
            a,
            None,
            f.loose if f.loose > a.loose else a.loose,
            f.locals if f.locals > a.locals else a.locals,
            f.params or a.params,
        )
    return term


def binder(tag: int, kind: Term, body: Term) -> Term:
    """Return ``fun (x : kind) => body`` or ``(x : kind) → body``, by the tag."""
    table = _lambdas if tag == LAM else _pis
    key = (kind, body)
    term = table.get(key)
    if term is None:
        inner = body.loose - 1
        term = table[key] = Term(
            tag,
            kind,
            body,
            None,
            kind.loose if kind.loose > inner else inner,
            kind.locals if kind.locals > body.locals else body.locals,
            kind.params or body.params,
        )
    return term


def pi(*parts: Term) -> Term:
    """Return ``(x₁ : A₁) → (x₂ : A₂) → ... → B``."""
    *kinds, term = parts
    for kind in reversed(kinds):
        term = binder(PI, kind, term)
    return term


def let(kind: Term, value: Term, body: Term) -> Term:
    """Return ``let x : kind := value; body``."""
    key = (kind, value, body)
    term = _lets.get(key)
    if term is None:
        term = _lets[key] = Term(
            LET,
            kind,
            value,
            body,
            max(kind.loose, value.loose, body.loose - 1),
            max(kind.locals, value.locals, body.locals),
            kind.params or value.params or body.params,
        )
    return term


def literal(value: int | str) -> Term:
    """Return a numeral or a string."""
    key = (type(value), value)
    term = _literals.get(key)
    if term is None:
        term = _literals[key] = Term(LIT, value, None, None, 0, 0, False)
    return term


def proj(structure: str, field: int, of: Term) -> Term:
    """Return a projection."""
    key = (structure, field, of)
    term = _projections.get(key)
    if term is None:
        term = _projections[key] = Term(PROJ, structure, field, of, of.loose, of.locals, of.params)
    return term


def apply(function: Term, arguments: Sequence[Term]) -> Term:
    """Apply a function to arguments."""
    for argument in arguments:
        function = app(function, argument)
    return function


def spine(term: Term) -> tuple[Term, list[Term]]:
    """Return the head of an application and its arguments."""
    arguments = []
    while term.tag == APP:
        arguments.append(term.b)
        term = term.a
    arguments.reverse()
    return term, arguments


def head(term: Term) -> Term:
    """Return the head of an application."""
    while term.tag == APP:
        term = term.a
    return term


# Substitution -------------------------------------------------------------------------------------


def replace(term: Term, change: Callable[[Term, int], Term | None]) -> Term:
    """Rebuild a term, with ``change`` asked first at each subterm and its depth of binders."""
    memo: dict[tuple[Term, int], Term] = {}

    def go(e: Term, depth: int) -> Term:
        key = (e, depth)
        new = memo.get(key)
        if new is not None:
            return new
        new = change(e, depth)
        if new is None:
            tag = e.tag
            if tag == APP:
                new = app(go(e.a, depth), go(e.b, depth))
            elif tag in (LAM, PI):
                new = binder(tag, go(e.a, depth), go(e.b, depth + 1))
            elif tag == LET:
                new = let(go(e.a, depth), go(e.b, depth), go(e.c, depth + 1))
            elif tag == PROJ:
                new = proj(e.a, e.b, go(e.c, depth))
            else:
                new = e
        memo[key] = new
        return new

    new = go(term, 0)
    go = None  # type: ignore[assignment]  # it refers to itself, and would keep its memo
    budget.left -= len(memo)
    return new


def lift(term: Term, by: int) -> Term:
    """Raise the loose variables of a term."""
    if not by or not term.loose:
        return term

    def change(e: Term, depth: int) -> Term | None:
        if e.loose <= depth:
            return e
        return bvar(e.a + by) if e.tag == BVAR else None

    return replace(term, change)


def instantiate(term: Term, values: Sequence[Term]) -> Term:
    """Put values in the place of the loose variables of a term.

    Parameters
    ----------
    term
        Its variable 0 becomes the last value, its variable 1 the one before, and so on; variables
        beyond come down by the number of values.
    values
        The values, in the order of the binders that they come from.
    """
    if not term.loose or not values:
        return term
    number = len(values)
    memos: dict[int, dict[Term, Term]] = {}
    visited = 0

    def go(e: Term, depth: int) -> Term:
        """Change a term that has loose variables beyond ``depth``."""
        nonlocal visited
        tag = e.tag
        if tag == BVAR:
            index = e.a - depth
            if index >= number:
                return bvar(e.a - number)
            value = values[number - 1 - index]
            return lift(value, depth) if depth and value.loose else value
        memo = memos.get(depth)
        if memo is None:
            memo = memos[depth] = {}
        new = memo.get(e)
        if new is not None:
            return new
        visited += 1
        if tag == APP:
            f, a = e.a, e.b
            if f.loose > depth:
                f = go(f, depth)
            if a.loose > depth:
                a = go(a, depth)
            new = app(f, a)
        elif tag in (LAM, PI):
            a, b = e.a, e.b
            if a.loose > depth:
                a = go(a, depth)
            if b.loose > depth + 1:
                b = go(b, depth + 1)
            new = binder(tag, a, b)
        elif tag == LET:
            a, b, c = e.a, e.b, e.c
            if a.loose > depth:
                a = go(a, depth)
            if b.loose > depth:
                b = go(b, depth)
            if c.loose > depth + 1:
                c = go(c, depth + 1)
            new = let(a, b, c)
        else:
            new = proj(e.a, e.b, go(e.c, depth))
        memo[e] = new
        return new

    new = go(term, 0)
    go = None  # type: ignore[assignment]  # it refers to itself, and would keep its memo
    budget.left -= visited
    if budget.left < 0:
        budget.refuse()
    return new


def abstract(term: Term, variables: Sequence[Term]) -> Term:
    """Put bound variables in the place of locals: the last of them becomes variable 0."""
    if not variables or not term.locals:
        return term
    lowest = min([variable.a for variable in variables])
    budget.left -= len(variables)
    if term.locals <= lowest:
        return term
    last = len(variables) - 1
    places = {variable: last - i for i, variable in enumerate(variables)}
    memos: dict[int, dict[Term, Term]] = {}
    visited = 0

    def go(e: Term, depth: int) -> Term:
        """Change a term that has locals of the lowest number or above."""
        nonlocal visited
        tag = e.tag
        if tag == FVAR:
            place = places.get(e)
            if place is not None:
                return bvar(place + depth)
            if e.b.locals > lowest and mentions(e.b, places.__contains__):
                raise KernelError("the type of a local depends on a variable that is bound before")
            return e
        memo = memos.get(depth)
        if memo is None:
            memo = memos[depth] = {}
        new = memo.get(e)
        if new is not None:
            return new
        visited += 1
        if tag == APP:
            f, a = e.a, e.b
            if f.locals > lowest:
                f = go(f, depth)
            if a.locals > lowest:
                a = go(a, depth)
            new = app(f, a)
        elif tag in (LAM, PI):
            a, b = e.a, e.b
            if a.locals > lowest:
                a = go(a, depth)
            if b.locals > lowest:
                b = go(b, depth + 1)
            new = binder(tag, a, b)
        elif tag == LET:
            a, b, c = e.a, e.b, e.c
            if a.locals > lowest:
                a = go(a, depth)
            if b.locals > lowest:
                b = go(b, depth)
            if c.locals > lowest:
                c = go(c, depth + 1)
            new = let(a, b, c)
        else:
            new = proj(e.a, e.b, go(e.c, depth))
        memo[e] = new
        return new

    new = go(term, 0)
    go = None  # type: ignore[assignment]  # it refers to itself, and would keep its memo
    budget.left -= visited
    return new


def close(tag: int, variables: Sequence[Term], body: Term) -> Term:
    """Bind locals again: the inverse of going under binders."""
    body = abstract(body, variables)
    for place in range(len(variables) - 1, -1, -1):
        kind = variables[place].b
        if kind.locals:
            kind = abstract(kind, variables[:place])
        body = binder(tag, kind, body)
    if budget.left < 0:
        budget.refuse()
    return body


def substitute_levels(term: Term, values: Mapping[str, Level]) -> Term:
    """Put levels in the place of universe parameters."""
    if not term.params or not values:
        return term

    memo: dict[Term, Term] = {}

    def go(e: Term) -> Term:
        if not e.params:
            return e
        new = memo.get(e)
        if new is not None:
            return new
        tag = e.tag
        if tag == APP:
            new = app(go(e.a), go(e.b))
        elif tag == CONST:
            new = const(e.a, tuple(levels.substitute(level, values) for level in e.b))
        elif tag == SORT:
            new = sort(levels.substitute(e.a, values))
        elif tag in (LAM, PI):
            new = binder(tag, go(e.a), go(e.b))
        elif tag == LET:
            new = let(go(e.a), go(e.b), go(e.c))
        elif tag == PROJ:
            new = proj(e.a, e.b, go(e.c))
        else:
            raise KernelError("a local in a declaration")
        memo[e] = new
        return new

    new = go(term)
    go = None  # type: ignore[assignment]  # it refers to itself, and would keep its memo
    return new


# Inspection ---------------------------------------------------------------------------------------


def mentions(term: Term, test: Callable[[Term], bool]) -> bool:
    """Tell whether some subterm passes a test; the types of locals count as well."""
    todo, seen = [term], {term}
    while todo:
        e = todo.pop()
        if test(e):
            return True
        for part in (e.a, e.b, e.c):
            if isinstance(part, Term) and part not in seen:
                seen.add(part)
                todo.append(part)
    return False


def show(term: Term, limit: int = 400) -> str:
    """Write a term for a message; long ones are cut."""
    out: list[str] = []
    size = 0
    todo: list[Term | str] = [term]
    while todo:
        e = todo.pop()
        if not isinstance(e, str):
            if e.tag == APP:
                function, arguments = spine(e)
                todo.append(")")
                for argument in reversed(arguments):
                    todo += [argument, " "]
                todo += [function, "("]
            elif e.tag in (LAM, PI):
                todo += [")", e.b, " ", e.a, "(λ " if e.tag == LAM else "(Π "]
            elif e.tag == LET:
                todo += [")", e.c, " ", e.b, " ", e.a, "(let "]
            elif e.tag == PROJ:
                todo += [f".{e.b + 1}", e.c]
            else:
                todo.append(_show_leaf(e))
            continue
        out.append(e)
        size += len(e)
        if size > limit:
            return "".join(out)[:limit] + " …"
    return "".join(out)


def _show_leaf(e: Term) -> str:
    if e.tag == BVAR:
        return f"#{e.a}"
    if e.tag == FVAR:
        return f"x{e.a}"
    if e.tag == SORT:
        return "Prop" if e.a is levels.ZERO else f"Sort {e.a}"
    if e.tag == LIT:
        if isinstance(e.a, int) and e.a.bit_length() > 1000:
            return f"(a numeral of {e.a.bit_length()} bits)"
        return repr(e.a)
    return e.a if not e.b else f"{e.a}.{{{', '.join(map(repr, e.b))}}}"
