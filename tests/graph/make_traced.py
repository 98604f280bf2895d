"""Makes the traced repository of this folder with LeanDojo's own classes.

    python tests/graph/make_traced.py [FOLDER]

LeanDojo's extractor runs inside Lean with Lean's whole library, which this project does not have.
So the syntax trees and the premises of the two files of ``traced/`` are written down here, in the
form of the extractor (``*.ast.json``, ``*.dep_paths``); everything after that (names, positions,
premises of identifiers, ``*.trace.xml``) is LeanDojo's. Its ``TracedRepo`` is not used: that asks
GitHub for the commit of Lean itself. Needs ``pip install 'pyharness[lean-dojo]'``.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "traced"
FILES = ("Traced/Colour.lean", "Traced/Twice.lean")
BUILD = Path(".lake/build/ir")


# Syntax trees -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ident:
    """An identifier; ``constant`` is what it means, ``defines`` what it defines."""

    text: str
    constant: str = ""
    defines: str = ""


@dataclass(frozen=True)
class Node:
    """A node of Lean's syntax; text among its arguments is an atom."""

    kind: str
    arguments: tuple[Any, ...]


def node(kind: str, *arguments: Any) -> Node:
    return Node(kind if kind in ("null", "group") else f"Lean.Parser.{kind}", arguments)


def null(*arguments: Any) -> Node:
    return node("null", *arguments)


def use(text: str, constant: str = "") -> Ident:
    """A constant of the namespace ``Traced``."""
    return Ident(text, f"Traced.{constant or text}")


def apply(function: Any, *arguments: Any) -> Node:
    return node("Term.app", function, null(*arguments))


def bracket(term: Any) -> Node:
    return node("Term.paren", "(", term, ")")


def colour(name: str) -> Node:
    """The binder ``(name : Colour)``."""
    return node(
        "Term.explicitBinder", "(", null(Ident(name)), null(":", use("Colour")), null(), ")"
    )


def signature(kind: str, binders: list[Any], type_: Any) -> Node:
    spec = node("Term.typeSpec", ":", type_)
    return node(f"Command.{kind}", null(*binders), null(spec) if kind == "optDeclSig" else spec)


def value(term: Any) -> Node:
    suffix = node("Termination.suffix", null(), null())
    return node("Command.declValSimple", ":=", term, suffix, null())


def name(text: str) -> Node:
    return node("Command.declId", Ident(text, defines=f"Traced.{text}"), null())


def declaration(
    body: Node, comment: str = "", *, private: bool = False, simp: bool = False
) -> Node:
    doc = null(node("Command.docComment", "/--", f"{comment} -/")) if comment else null()
    visibility = null(node("Command.private", "private")) if private else null()
    tag = node("Attr.simp", "simp", null(), null(), null())
    instance = node("Term.attrInstance", node("Term.attrKind", null()), tag)
    attributes = null(node("Term.attributes", "@[", null(instance), "]")) if simp else null()
    modifiers = node("Command.declModifiers", doc, attributes, visibility, null(), null(), null())
    return node("Command.declaration", modifiers, body)


def inductive(text: str, binders: list[Any], type_: Any, constructors: dict[str, Any]) -> Node:
    cases = [
        node(
            "Command.ctor", null(), "|", node("Command.declModifiers", *[null()] * 6),
            Ident(case, defines=f"Traced.{text}.{case}"), signature("optDeclSig", [], of),
        )
        for case, of in constructors.items()
    ]  # fmt: skip
    return node(
        "Command.inductive", "inductive", name(text), signature("optDeclSig", binders, type_),
        null("where"), null(*cases), null(), null(),
    )  # fmt: skip


def theorem(text: str, binders: list[Any], type_: Any, proof: Any) -> Node:
    return node(
        "Command.theorem", "theorem", name(text), signature("declSig", binders, type_), value(proof)
    )


def definition(text: str, binders: list[Any], type_: Any, term: Any) -> Node:
    return node(
        "Command.definition", "def", name(text), signature("optDeclSig", binders, type_),
        value(term), null(),
    )  # fmt: skip


def header(*modules: str) -> Node:
    imports = [node("Module.import", null(), "import", null(), Ident(m), null()) for m in modules]
    return node("Module.header", null(), null(*imports))


def equal(left: Any, right: Any) -> Node:
    return Node("«term_=_»", (left, "=", right))


def by(tactic: Node) -> Node:
    block = node("Tactic.tacticSeq1Indented", null(tactic))
    return node("Term.byTactic", "by", node("Tactic.tacticSeq", block))


C, SAME, PAINT = Ident("c"), use("Same"), use("paint")
PAINTED = bracket(apply(PAINT, C))
PAINTED_TWICE = bracket(apply(PAINT, PAINTED))
PROP = node("Term.prop", "Prop")
EXACT = node("Tactic.exact", "exact", apply(use("under", "PRIVATE"), C))
SIMP = node("Tactic.simp", "simp", node("Tactic.optConfig", null()), *[null()] * 4)
TREES: dict[str, tuple[Node, ...]] = {
    "Traced/Colour.lean": (
        header(),
        node("Command.namespace", "namespace", Ident("Traced")),
        declaration(
            inductive("Colour", [], node("Term.type", "Type", null()), {
                "red": use("Colour"), "green": use("Colour"),
            }),
            "Two colours.",
        ),
        declaration(definition("paint", [colour("c")], use("Colour"), C), "The colour itself."),
        declaration(
            inductive("Same", [colour("a")], node("Term.arrow", use("Colour"), "→", PROP), {
                "refl": apply(SAME, Ident("a"), Ident("a")),
            }),
            "Equality with a colour.",
        ),
        declaration(
            theorem("paint_same", [colour("c")], apply(SAME, PAINTED, C), use("Same.refl")),
            '"Paint & varnish" <dry>.',
        ),
        declaration(
            theorem("paint_eq", [colour("c")], equal(apply(PAINT, C), C), Ident("rfl", "rfl")),
            simp=True,
        ),
        node("Command.end", "end", null(Ident("Traced"))),
    ),
    "Traced/Twice.lean": (
        header("Traced.Colour"),
        node("Command.namespace", "namespace", Ident("Traced")),
        declaration(
            theorem(
                "under", [colour("c")], apply(SAME, PAINTED_TWICE, PAINTED),
                apply(use("paint_same"), PAINTED),
            ),
            private=True,
        ),
        declaration(
            theorem(
                "paint_twice", [colour("c")], apply(SAME, PAINTED_TWICE, C),
                by(EXACT),
            )
        ),
        declaration(
            theorem("paint_paint", [colour("c")], equal(apply(PAINT, PAINTED), C), by(SIMP))
        ),
        node("Command.end", "end", null(Ident("Traced"))),
    ),
}  # fmt: skip
#: Lean's name of a private declaration.
PRIVATE = "_private.Traced.Twice.0.Traced.under"
#: What the tactic sees; the extractor records it for every tactic.
STATES = {
    "exact": ("c : Colour\n⊢ Same (paint (paint c)) c", "no goals"),
    "simp": ("c : Colour\n⊢ paint (paint c) = c", "no goals"),
}
#: A constant of Lean's own library, of which there is no trace: file, begin, end.
RFL = ".lake/packages/lean4/src/lean/Init/Prelude.lean"


class Writer:
    """Finds the leaves of the trees in the sources and writes what the extractor writes."""

    def __init__(self) -> None:
        place = {"line": 300, "column": 16}, {"line": 300, "column": 19}
        self.defined: dict[str, tuple[str, dict[str, int], dict[str, int]]] = {"rfl": (RFL, *place)}

    def write(self, folder: Path, file: str) -> None:
        self.text, self.at, self.file = (folder / file).read_text(encoding="utf-8"), 0, file
        self.premises: list[dict[str, Any]] = []
        self.tactics: list[dict[str, Any]] = []
        trees = [self.syntax(tree) for tree in TREES[file]]
        assert self.text[self.at :].strip() == "", "the tree does not cover the file"
        data = {"commandASTs": trees, "tactics": self.tactics, "premises": self.premises}
        stem = (folder / BUILD / file).with_suffix("")
        stem.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        stem.with_suffix(".ast.json").write_text(text + "\n", encoding="utf-8")
        imports = re.findall(r"(?m)^import (\S+)", self.text)
        paths = [f"{module.replace('.', '/')}.lean\n" for module in imports]
        stem.with_suffix(".dep_paths").write_text("".join(paths), encoding="utf-8")

    def syntax(self, tree: Any) -> dict[str, Any]:
        if isinstance(tree, Node):
            begin = self.at
            arguments = [self.syntax(argument) for argument in tree.arguments]
            word = tree.kind.removeprefix("Lean.Parser.Tactic.")
            if word in STATES:
                before, after = STATES[word]
                place = {"pos": self.bytes(begin), "endPos": self.bytes(self.end)}
                self.tactics.append({"stateBefore": before, "stateAfter": after, **place})
            return {"node": {"info": "none", "kind": tree.kind, "args": arguments}}
        text = tree.text if isinstance(tree, Ident) else tree
        info, place = self.leaf(text)
        if isinstance(tree, str):
            return {"atom": {"info": info, "val": text}}
        if tree.defines:
            private = tree.defines == "Traced.under"
            self.defined[PRIVATE if private else tree.defines] = (self.file, *place)
        if tree.constant:
            constant = PRIVATE if tree.constant.endswith("PRIVATE") else tree.constant
            file, begin, end = self.defined[constant]
            self.premises.append({
                "fullName": constant, "defPos": begin, "defEndPos": end,
                "modName": file.split("/lean/")[-1].removesuffix(".lean").replace("/", "."),
                "defPath": file,
                "pos": place[0], "endPos": place[1],
            })  # fmt: skip
        return {"ident": {"info": info, "rawVal": text, "val": text, "preresolved": []}}

    def leaf(self, text: str) -> tuple[dict[str, Any], tuple[dict[str, int], dict[str, int]]]:
        assert self.text.startswith(text, self.at), (text, self.text[self.at : self.at + 30])
        begin, self.end = self.at, self.at + len(text)
        trailing = re.match(r"\s*", self.text[self.end :])[0]  # type: ignore[index]
        self.at = self.end + len(trailing)
        original = {
            "leading": "", "pos": self.bytes(begin),
            "trailing": trailing, "endPos": self.bytes(self.end),
        }  # fmt: skip
        return {"original": original}, (self.place(begin), self.place(self.end))

    def bytes(self, position: int) -> int:
        return len(self.text[:position].encode())

    def place(self, position: int) -> dict[str, int]:
        before = self.text[:position]
        return {"line": before.count("\n") + 1, "column": position - (before.rfind("\n") + 1)}


# LeanDojo -----------------------------------------------------------------------------------------


def traced_files(folder: Path, *, again: bool = False) -> list[Any]:
    """Return LeanDojo's ``TracedFile`` objects: from the XML or, ``again``, from the trees.

    Imported, LeanDojo reads a file ``.env``, signs in at GitHub when there is a token, and makes
    its cache folder; so the token is empty and the cache is here.
    """
    os.environ["GITHUB_ACCESS_TOKEN"] = ""
    os.environ.setdefault("CACHE_DIR", str(folder / "cache"))
    from lean_dojo.data_extraction.traced_data import TracedFile
    from lean_dojo.utils import to_json_path, to_xml_path

    folder = folder.resolve()
    files = []
    for file in FILES:
        if again:
            path = to_json_path(folder, Path(file), None)
            files.append(TracedFile.from_traced_file(folder, path, None))
        else:
            path = folder / to_xml_path(folder, Path(file), None)
            files.append(TracedFile.from_xml(folder, path, None))
    return files


def make(folder: Path) -> None:
    """Write the traces of a copy of the sources."""
    writer = Writer()
    for file in FILES:
        writer.write(folder, file)
    for traced in traced_files(folder, again=True):
        path = (folder / BUILD / traced.path).with_suffix("").with_suffix(".trace.xml")
        path.write_text(traced.to_xml(), encoding="utf-8")
    shutil.rmtree(folder / "cache", ignore_errors=True)
    for rest in folder.glob("cache.*"):
        rest.unlink()


if __name__ == "__main__":
    make(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE)
