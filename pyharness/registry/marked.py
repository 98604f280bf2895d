"""YAML with places: plain values, and for each of them the line and column it came from.

Only the part of YAML that a data file needs is read: maps with text keys, lists and scalars.
Anchors, aliases, tags, merge keys and several documents in one file are refused, so a small file
cannot unfold into a large value and nothing is ever constructed but text, integers, truth values
and nulls. The reader works on libyaml's event stream without recursion: neither deep nesting nor
a large file can exhaust the stack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

    from pyharness.problems import Problems

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Node", "read_marked"]

#: Largest file that is read; the whole book needs about half a megabyte.
MAX_BYTES = 8 * 1024 * 1024

#: Deepest nesting of maps and lists that is read.
MAX_DEPTH = 20

_TOO_DEEP = f"more than {MAX_DEPTH} maps and lists inside each other"

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
# With a point, and a sign in the exponent: what YAML 1.1 and 1.2 both take for a number.
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]+)?")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

# The C parser when PyYAML was built with it, which every wheel is.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A value and its place.

    Parameters
    ----------
    value
        The plain value: dict, list, str, int, float, bool or None.
    line, column
        1-based place where the value begins.
    items
        For a map, the node of each key; for a list, the nodes in order; else ``None``.
    keys
        For a map, the 1-based place of each key.
    """

    value: Any
    line: int
    column: int
    items: dict[str, Node] | list[Node] | None = None
    keys: dict[str, tuple[int, int]] | None = None

    def at(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Return the place of the value at ``path``, or of the nearest value around it.

        For an entry of a map this is the place of its key: that is what one looks for.
        """
        node, place = self, (self.line, self.column)
        for step in path:
            if isinstance(node.items, dict) and step in node.items:
                place = (node.keys or {}).get(str(step), place)
                node = node.items[str(step)]
            elif isinstance(node.items, list) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                place = (node.line, node.column)
            else:
                break
        return place


def read_marked(path: Path, name: str, problems: Problems) -> Node | None:
    """Read one YAML file.

    Parameters
    ----------
    path
        The file.
    name
        What to call it in messages.
    problems
        Takes everything that is wrong with the file.

    Returns
    -------
    Node or None
        The document, or ``None`` when there is none that can be used.
    """
    if not path.is_file():
        problems.add("no such file", file=name, expected="a YAML file", remedy="create it")
        return None
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        problems.add(
            f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB",
            file=name,
            remedy="split it and list the parts under `include:`",
        )
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.add("the file is not UTF-8", file=name, line=line, remedy="save it as UTF-8")
        return None
    try:
        return _compose(text, name, problems)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = f"not valid YAML: {error.problem or error}"
        if error.context:
            message += f" ({error.context})"
        remedy = "text with colons, backslashes or dollars is safest after `>-`"
        if "nesting depth" in (error.problem or ""):
            # Some versions of libyaml meet a limit of their own while they look ahead.
            message, remedy = _TOO_DEEP, ""
        problems.add(
            message,
            file=name,
            line=mark.line + 1 if mark else 0,
            column=mark.column + 1 if mark else 0,
            remedy=remedy,
        )
    except yaml.YAMLError as error:
        problems.add(f"not valid YAML: {error}", file=name)
    return None


class _Building:
    """A map or list whose end has not been seen, with the key that waits for its value."""

    __slots__ = ("key", "node")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.key: tuple[str, int, int] | None = None


def _compose(text: str, name: str, problems: Problems) -> Node | None:
    """Build the document from the events of libyaml; see `read_marked`."""
    root: Node | None = None
    documents = 0
    open_nodes: list[_Building] = []

    for event in yaml.parse(text, Loader=_LOADER):
        kind = type(event)
        if kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                problems.add(
                    "a second document begins here",
                    file=name,
                    line=event.start_mark.line + 1,
                    expected="one document in a file",
                    remedy="remove the line `---`",
                )
                return None
            continue
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            open_nodes.pop()
            continue
        if kind not in _NODE_EVENTS:
            continue

        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if event.anchor is not None:
            problems.add(
                f"anchors and aliases (&{event.anchor}, *{event.anchor}) are not used here",
                file=name,
                line=line,
                column=column,
                expected="plain values",
                remedy="write the value out",
            )
            return None
        if kind is yaml.ScalarEvent:
            if event.tag is not None and event.tag != "!":
                return _refuse_tag(event.tag, name, line, column, problems)
            plain = event.implicit[0] and event.style in (None, "")
            node = Node(_scalar(event.value) if plain else event.value, line, column)
        else:
            if event.tag is not None and not event.implicit:
                return _refuse_tag(event.tag, name, line, column, problems)
            if len(open_nodes) >= MAX_DEPTH:
                problems.add(
                    _TOO_DEEP,
                    file=name,
                    line=line,
                    column=column,
                )
                return None
            if kind is yaml.MappingStartEvent:
                node = Node({}, line, column, {}, {})
            else:
                node = Node([], line, column, [])

        if not open_nodes:
            root = node
        elif not _place(open_nodes[-1], node, name, problems):
            return None
        if kind is not yaml.ScalarEvent:
            open_nodes.append(_Building(node))
    return root


_NODE_EVENTS = frozenset(
    {yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent}
)


def _place(parent: _Building, node: Node, name: str, problems: Problems) -> bool:
    """Put a node into its map or list; ``False`` when the map cannot be understood."""
    into = parent.node
    if isinstance(into.items, list):
        into.items.append(node)
        into.value.append(node.value)
        return True
    assert isinstance(into.items, dict)
    assert into.keys is not None
    if parent.key is None:
        if not isinstance(node.value, str):
            problems.add(
                f"a key must be text, and this is {node.value!r}",
                file=name,
                line=node.line,
                column=node.column,
                remedy="put it in quotes",
            )
            if node.items is not None:
                return False
        key = str(node.value)
        if key in into.keys:
            problems.add(
                f"the key `{key}` is here for the second time; first on line {into.keys[key][0]}",
                file=name,
                line=node.line,
                column=node.column,
                expected="each key once",
                remedy="keep one of them",
            )
        parent.key = (key, node.line, node.column)
        return True
    key, line, column = parent.key
    parent.key = None
    if key not in into.keys:
        into.items[key] = node
        into.keys[key] = (line, column)
        into.value[key] = node.value
    return True


def _refuse_tag(tag: str, name: str, line: int, column: int, problems: Problems) -> None:
    """Note a YAML tag: nothing is constructed from a file."""
    problems.add(
        f"the tag {tag} is not used here",
        file=name,
        line=line,
        column=column,
        expected="plain values",
        remedy="remove the tag",
    )


def _scalar(text: str) -> str | int | float | bool | None:
    """Read a scalar without quotes as YAML 1.2 does: null, truth value, number or text."""
    if text in _NULLS:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) < 20 else text
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
