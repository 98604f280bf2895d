"""What a row of the registry says: typed, immutable, and refusing every key it does not know.

The descriptions below the fields are also the help texts of the JSON Schema, so an editor shows
them while a row is written.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, field_validator, model_validator

__all__ = [
    "Book",
    "Chapter",
    "Check",
    "Erratum",
    "Fidelity",
    "Hypothesis",
    "Kind",
    "Lean",
    "Question",
    "Reference",
    "Row",
]


class Question(StrEnum):
    """The questions that the ledger answers for every row."""

    STATED = "stated"
    PROVED = "proved"
    RECHECKED = "rechecked"
    WITNESSED = "witnessed"
    CHECKED = "checked"
    CONTROLLED = "controlled"
    COMPUTED = "computed"

    @property
    def meaning(self) -> str:
        """What a pass says, in one sentence."""
        return _MEANING[self]


_MEANING = {
    Question.STATED: "the Lean declaration exists and says what was locked",
    Question.PROVED: "Lean's kernel accepted a proof from the allowed axioms in this build",
    Question.RECHECKED: "a second kernel accepted the proof from the bytes of the compiled file",
    Question.WITNESSED: "a Lean term shows that the hypotheses can hold",
    Question.CHECKED: "every numeric instance holds",
    Question.CONTROLLED: "every altered claim is refuted, as it must be",
    Question.COMPUTED: "Lean's kernel and Python compute the same values",
}


class Kind(StrEnum):
    """What the book calls the statement."""

    DEFINITION = "definition"
    THEOREM = "theorem"
    LEMMA = "lemma"
    PROPOSITION = "proposition"
    COROLLARY = "corollary"
    IDENTITY = "identity"
    EXAMPLE = "example"
    ALGORITHM = "algorithm"
    REMARK = "remark"


class Fidelity(StrEnum):
    """How the formal statement relates to the book's."""

    EXACT = "exact"
    GENERALIZED = "generalized"
    SPECIALIZED = "specialized"
    CORRECTED = "corrected"


class Check(StrEnum):
    """The sorts of numeric checks; each answers one question."""

    IDENTITIES = "identities"
    INSTANCES = "instances"
    SEARCHES = "searches"
    CONTROLS = "controls"
    COMPUTATIONS = "computations"

    @property
    def question(self) -> Question:
        """The question that checks of this sort answer."""
        return {
            Check.IDENTITIES: Question.CHECKED,
            Check.INSTANCES: Question.CHECKED,
            Check.SEARCHES: Question.CHECKED,
            Check.CONTROLS: Question.CONTROLLED,
            Check.COMPUTATIONS: Question.COMPUTED,
        }[self]


class _Model(BaseModel):
    """Immutable, no unknown keys, field descriptions taken from the strings below the fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def _as_sentence(pattern: str, sentence: str) -> Any:
    """Make a text type that must match ``pattern``, described by ``sentence``."""
    return Annotated[str, Field(pattern=pattern, description=sentence)]


Text = Annotated[str, Field(min_length=1)]
Slug = _as_sentence(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "lower-case words joined by single hyphens")
RowId = _as_sentence(
    r"^ch[0-9]{2}-[a-z0-9]+(-[a-z0-9]+)*$",
    "`chNN-` and lower-case words joined by single hyphens, such as ch20-bradley-terry",
)
Label = _as_sentence(
    r"^[A-Z][a-z]+ [0-9]{1,2}\.[0-9]{1,3}$", "the book's own label, such as Proposition 20.5"
)
#: One Lean name. Quoted parts («…») are not needed in this library and so not accepted.
Declaration = _as_sentence(
    r"^[A-Za-z_\u0370-\u03FF][\w'!?]*(\.[A-Za-z_\u0370-\u03FF][\w'!?]*)*$",
    "a full Lean name, such as BradleyTerry.preference",
)


class Chapter(_Model):
    """A chapter of the book."""

    number: Annotated[StrictInt, Field(ge=1, le=99)]
    """The chapter's number in the book."""
    topic: Text
    """What the chapter is about."""


class Book(_Model):
    """The book that the rows come from."""

    title: Text
    """The book's title."""
    authors: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The authors, in the book's order."""
    year: Annotated[StrictInt, Field(ge=1000, le=9999)] | None = None
    """The year of the edition that is used."""
    arxiv: Annotated[str, Field(pattern=r"^[0-9]{4}\.[0-9]{4,5}(v[0-9]+)?$")] | None = None
    """The arXiv number, in quotes."""
    chapters: tuple[Chapter, ...] = ()
    """The chapters that rows may belong to."""


class Reference(_Model):
    """A work that rows refer to."""

    id: Slug
    """The key by which rows refer to it: author, year and perhaps a word, joined by hyphens."""
    title: Text
    """The work's title."""
    authors: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The authors; see `and_others`."""
    and_others: bool = False
    """Whether more authors than those listed wrote it."""
    year: Annotated[StrictInt, Field(ge=1000, le=9999)] | None = None
    """Year of publication."""
    venue: Text | None = None
    """Journal, conference or publisher."""
    number: Annotated[StrictInt, Field(ge=1)] | None = None
    """The number in the book's own list of references, when it is there."""
    arxiv: Annotated[str, Field(pattern=r"^[0-9]{4}\.[0-9]{4,5}(v[0-9]+)?$")] | None = None
    """The arXiv number, in quotes."""


class Hypothesis(_Model):
    """One assumption of a statement; controls name it by its id."""

    id: Slug
    """A name within the row, such as `common-shift`."""
    text: Text
    """The assumption in words and LaTeX."""


class Erratum(_Model):
    """Where the book is wrong, and what the row says instead."""

    problem: Text
    """What is wrong in the book, with the instance that shows it."""
    correction: Text
    """What the row states instead."""


class Lean(_Model):
    """The formal side of a row."""

    declaration: Declaration
    """The Lean declaration that states the row."""
    parts: tuple[Declaration, ...] = ()
    """Further declarations that state parts of the row; each must be stated and proved too."""
    fidelity: Fidelity
    """How the formal statement relates to the book's; anything but `exact` needs a note."""
    note: Text | None = None
    """What differs from the book, and why."""
    witness: tuple[Declaration, ...] = ()
    """Theorems without hypotheses which show that the hypotheses of the row can hold."""
    controls: dict[Slug, Annotated[tuple[Declaration, ...], Field(min_length=1)]] = {}
    """For a hypothesis, by its id: the theorems that refute the row without it."""
    unused: dict[RowId, Text] = {}
    """Entries of `uses` that the formal statement and proof do without, each with the reason."""

    @model_validator(mode="after")
    def _explained(self) -> Lean:
        if self.fidelity is not Fidelity.EXACT and self.note is None:
            raise ValueError(f"fidelity `{self.fidelity}` needs a `note` that says what differs")
        names = [self.declaration, *self.parts]
        if len(set(names)) < len(names):
            raise ValueError("`parts` repeats a declaration")
        return self

    @property
    def declarations(self) -> tuple[str, ...]:
        """The declarations that together state the row."""
        return (self.declaration, *self.parts)

    @property
    def named(self) -> tuple[str, ...]:
        """Every declaration that the row names, without repetition."""
        refuting = [name for names in self.controls.values() for name in names]
        return tuple(dict.fromkeys([*self.declarations, *self.witness, *refuting]))


class Row(_Model):
    """One statement of the book."""

    id: RowId
    """The row's name: `chNN-` and a few words."""
    chapter: Annotated[StrictInt, Field(ge=1, le=99)]
    """The chapter's number; the id begins with it."""
    label: Label | None = None
    """The book's own label, such as `Proposition 20.5`; absent when the book gives none."""
    kind: Kind
    """What sort of statement it is."""
    title: Text
    """A few words that name the statement."""
    statement: Text
    """The statement in words and LaTeX, formulas between dollar signs."""
    hypotheses: tuple[Hypothesis, ...] = ()
    """What the statement assumes, each with a name."""
    origin: Literal["book", "supplied"] = "book"
    """`supplied`: not displayed in the book, but referred to there or needed by a proof."""
    reconstructed: bool = False
    """The text that is left of the book is damaged here; the row completes the statement."""
    informal: bool = False
    """The book says it in words only; such a row has no Lean part and no checks."""
    object_controlled: Text | None = None
    """The book's motif: the object that the statement controls."""
    leaves_unexplained: Text | None = None
    """The book's motif: what the statement leaves unexplained."""
    proof: Text | None = None
    """How a proof goes, in a few sentences; nothing that is reported as proved rests on it."""
    remark: Text | None = None
    """Anything a reader should know about how the row was recovered or completed."""
    erratum: Erratum | None = None
    """Where the book is wrong."""
    lean: Lean | None = None
    """The formal side, when there is one."""
    uses: tuple[RowId, ...] = ()
    """The rows that the statement or its proof rests on."""
    checks: tuple[Check, ...] = ()
    """The sorts of numeric checks that the row must have."""
    references: tuple[Slug, ...] = ()
    """Works to read, by the keys under `references`."""
    mathlib: Declaration | None = None
    """The corresponding declaration of Mathlib, if there is one."""

    @field_validator("statement")
    @classmethod
    def _typeset(cls, text: str) -> str:
        if fault := latex_fault(text):
            raise ValueError(fault)
        return text

    @model_validator(mode="after")
    def _coherent(self) -> Row:
        if not self.id.startswith(f"ch{self.chapter:02}-"):
            raise ValueError(
                f"the id of a row of chapter {self.chapter} begins `ch{self.chapter:02}-`"
            )
        if self.label and int(self.label.split()[1].split(".")[0]) != self.chapter:
            raise ValueError(f"the label `{self.label}` is not of chapter {self.chapter}")
        for name in ("uses", "checks", "references"):
            values = [str(value) for value in getattr(self, name)]
            if again := sorted({v for v in values if values.count(v) > 1}):
                raise ValueError(f"`{name}` repeats {', '.join(again)}")
        ids = [hypothesis.id for hypothesis in self.hypotheses]
        if again := sorted({i for i in ids if ids.count(i) > 1}):
            raise ValueError(f"two hypotheses have the id {', '.join(again)}")
        if self.informal and (self.lean or self.checks):
            raise ValueError("an informal row has no `lean` and no `checks`")
        if self.lean:
            if unknown := sorted(set(self.lean.unused) - set(self.uses)):
                raise ValueError(f"`lean.unused` names no entry of `uses`: {unknown[0]}")
            if unknown := sorted(set(self.lean.controls) - set(ids)):
                raise ValueError(f"`lean.controls` names no hypothesis of the row: {unknown[0]}")
            if self.lean.fidelity is Fidelity.CORRECTED and self.erratum is None:
                raise ValueError("fidelity `corrected` needs an `erratum`")
        return self

    @property
    def claims(self) -> tuple[Question, ...]:
        """The questions that the row claims: a run that leaves one of them open fails.

        A row with a formal side claims `stated` and `rechecked`; unless it is a definition it also
        claims `proved`.
        A witness claims `witnessed`, and each sort of numeric check claims its question.
        """
        claimed: set[Question] = {check.question for check in self.checks}
        if self.lean:
            claimed |= {Question.STATED, Question.RECHECKED}
            if self.kind is not Kind.DEFINITION:
                claimed.add(Question.PROVED)
            if self.lean.witness:
                claimed.add(Question.WITNESSED)
            if self.lean.controls:
                claimed.add(Question.CONTROLLED)
        return tuple(question for question in Question if question in claimed)


def latex_fault(text: str) -> str | None:
    r"""Find what a typesetter would stumble over: an open formula or an open group.

    Parameters
    ----------
    text
        Words with formulas between dollar signs.

    Returns
    -------
    str or None
        The fault in words, or ``None``.

    Examples
    --------
    >>> latex_fault(r"$\frac{1}{2}$ of it")
    >>> latex_fault("costs 5$")
    'a formula is not closed: the number of dollar signs is odd'
    """
    if control := re.search(r"[\x00-\x08\x0b-\x1f]", text):
        return (
            f"the control character {control[0]!r} is in the text: in double quotes YAML reads "
            "backslashes as escapes; write the text after `>-`"
        )
    parts = re.split(r"(?<!\\)\$", text)
    if len(parts) % 2 == 0:
        return "a formula is not closed: the number of dollar signs is odd"
    for formula in parts[1::2]:
        depth = 0
        for token in re.findall(r"\\.|[{}]", formula, flags=re.DOTALL):
            depth += {"{": 1, "}": -1}.get(token, 0)
            if depth < 0:
                break
        if depth:
            return f"braces do not match in ${formula}$"
    return None
