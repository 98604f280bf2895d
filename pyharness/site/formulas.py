r"""Words with LaTeX formulas as HTML with MathML.

Browsers typeset MathML themselves, so a page needs neither a script nor fonts. The translation is
done by latex2mathml; a formula that it cannot read is shown as it was written.
"""

from __future__ import annotations

import functools
import html
import re
import unicodedata
from xml.etree import ElementTree

from markupsafe import Markup, escape

__all__ = ["plain", "typeset"]

_FORMULA = re.compile(r"(?<!\\)\$(.+?)(?<!\\)\$", re.DOTALL)
_CODE = re.compile(r"`([^`]+)`")
#: A function name that latex2mathml does not know.
_ARG = re.compile(r"\\arg(?![a-zA-Z])")
_ESCAPED = re.compile(r"\\([$%&#_{}])")


@functools.cache
def typeset(text: str) -> Markup:
    r"""Turn words with formulas between dollar signs into HTML.

    Parameters
    ----------
    text
        Words, formulas between dollar signs, code between backquotes.

    Returns
    -------
    Markup
        Safe HTML: whatever is not a formula or code is escaped.

    Examples
    --------
    >>> typeset("if `a < b`")
    Markup('if <code>a &lt; b</code>')
    """
    parts: list[Markup] = []
    end = 0
    for found in _FORMULA.finditer(text):
        parts += [_words(text[end : found.start()]), _formula(found[1])]
        end = found.end()
    parts.append(_words(text[end:]))
    return Markup("").join(parts)


_TAG = re.compile(r"<[^>]*>")


@functools.cache
def plain(text: str) -> str:
    r"""Turn words with formulas into plain text, for titles and drawings.

    Examples
    --------
    >>> plain(r"If $x\in S$")
    'If x∈S'
    """
    return " ".join(html.unescape(_TAG.sub("", str(typeset(text)))).split())


def _words(text: str) -> Markup:
    """Escape words, and mark code."""
    pieces = _CODE.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if index % 2 else escape(_ESCAPED.sub(r"\1", piece))
        for index, piece in enumerate(pieces)
    )


#: The attributes that a formula may carry; links, classes and identifiers are not among them.
_ATTRIBUTES = frozenset(
    {
        "accent", "accentunder", "columnalign", "columnlines", "columnspacing", "depth", "display",
        "displaystyle", "fence", "form", "height", "largeop", "linethickness", "lspace",
        "mathsize", "mathvariant", "maxsize", "minsize", "movablelimits", "notation", "rowlines",
        "rowspacing", "rspace", "scriptlevel", "separator", "stretchy", "symmetric", "voffset",
        "width", "xmlns",
    }
)  # fmt: skip


#: Browsers know letters of these sorts only as characters of their own.
_VARIANTS = {
    "double-struck": "DOUBLE-STRUCK",
    "script": "SCRIPT",
    "fraktur": "FRAKTUR",
    "bold": "BOLD",
    "bold-italic": "BOLD ITALIC",
    "sans-serif": "SANS-SERIF",
    "monospace": "MONOSPACE",
}


@functools.cache
def _letter(sign: str, variant: str) -> str:
    """Return a letter or digit of another sort, the same sign when there is none.

    Examples
    --------
    >>> _letter("R", "DOUBLE-STRUCK"), _letter("F", "SCRIPT"), _letter("x", "BOLD")
    ('ℝ', 'ℱ', '𝐱')
    """
    name = unicodedata.name(sign, "").replace(" LETTER", "")
    name = name.removeprefix("LATIN ").removeprefix("GREEK ")
    sort = variant.replace("FRAKTUR", "BLACK-LETTER")
    for candidate in (f"MATHEMATICAL {variant} {name}", f"{sort} {name}"):
        try:
            return unicodedata.lookup(candidate)
        except KeyError:
            continue
    return sign


def _formula(latex: str) -> Markup:
    """Translate one formula; show it as written when that fails."""
    from latex2mathml.converter import convert_to_element

    try:
        root = convert_to_element(_ARG.sub(r"\\operatorname{arg}", latex))
    except Exception:  # it raises many kinds of errors on formulas that it does not know
        return Markup('<code class="latex">${}$</code>').format(latex)
    # The library writes character references into texts and unescapes them when it makes a string,
    # together with whatever the formula had in a \text. So the string is made here.
    for element in root.iter():
        element.text = html.unescape(element.text) if element.text else None
        element.tail = html.unescape(element.tail) if element.tail else None
        variant = _VARIANTS.get(element.get("mathvariant", ""))
        if variant and element.text:
            element.text = "".join(_letter(sign, variant) for sign in element.text)
            del element.attrib["mathvariant"]
        for name in set(element.attrib) - _ATTRIBUTES:
            del element.attrib[name]
    return Markup(ElementTree.tostring(root, encoding="unicode"))
