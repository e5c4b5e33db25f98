"""One YAML file as a tree of nodes that keep their places.

YAML 1.2 words (`yes` and `no` are text), no duplicate keys, no anchors, aliases or tags, and bounds on size and depth,
so that no file can be costly to read.
"""

import re
from contextlib import suppress
from typing import Any

import msgspec
import yaml

from milepost.engine.language.complaints import PLAIN, in_plain_words
from milepost.engine.language.text import Unreadable, decode, read_text, without_odd
from milepost.engine.model.faults import Fault
from milepost.engine.model.position import Position

MAXIMUM_DEPTH = 40
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,39})")
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class Node(msgspec.Struct):
    """A piece of YAML: `value` is text, int, bool or None, a list of nodes, or a list of (key node, node) pairs.

    `written` is a scalar as its author wrote it, without quotes.
    """

    at: Position
    kind: str
    value: Any
    written: str = ""

    @property
    def said(self) -> str:
        """How to name this node in a message."""
        if self.value is None or self.value in ("", []):
            return "empty"
        return f"`{short(self.written)}`" if self.kind == "scalar" else f"a {self.kind}"


def short(text: str, width: int = 60) -> str:
    """A text on one line, cut to a width."""
    line = " ".join(text[: 2 * width].split())
    return line if len(line) <= width and len(text) <= 2 * width else line[:width] + "..."


def parse(text: str, shown: str) -> tuple[Node | None, list[Fault]]:
    """The tree of a YAML text (None if it is empty) and the faults that do not stop the reading.

    Raises Unreadable if the text is not YAML.
    """
    text, odd = without_odd(text, shown)
    try:
        reader = _read(text, shown)
    except yaml.MarkedYAMLError as error:
        if error.problem not in PLAIN and error.problem_mark is not None:
            # The parser reads ahead of the events it gives, by up to 1024 characters, and may meet a limit of its own
            # there (libyaml counts to 1000 since PyYAML 6.0.4). Up to that place it gives what it held back, and our
            # own limit and words come first.
            with suppress(yaml.YAMLError):
                _read(text[: error.problem_mark.index], shown)
        # What cannot be seen is told first: it may be what stands in the way, and nobody would find it.
        raise Unreadable(odd[0] if odd else in_plain_words(error, text, shown)) from None
    except yaml.YAMLError as error:
        raise Unreadable(
            Fault(
                Position(shown),
                f"this is not YAML: {getattr(error, 'reason', error)}",
                "check that this is the right file",
            )
        ) from None
    return reader.root, odd + reader.faults


def _read(text: str, shown: str) -> "_Reader":
    """The reader that has taken a whole text. Raises Unreadable, and what the parser raises."""
    reader = _Reader(shown)
    for event in yaml.parse(text, Loader=LOADER):
        reader.take(event)
    return reader


class _Reader:
    """Builds the tree from parser events with a stack of its own, so that depth costs nothing."""

    def __init__(self, shown: str):
        self.shown = shown
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.stack: list[Node] = []
        self.keys: list[Node | None] = []  # for each mapping on the stack, the key that waits for its value
        self.given: list[dict[str, Position]] = []  # for each, the keys it has so far
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        assert mark is not None, "the parser gives every event of a text its place"
        at = Position(self.shown, mark.line + 1, mark.column + 1)
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise Unreadable(Fault(at, "a second document starts here", "remove the line `---`"))
            case yaml.AliasEvent():
                raise Unreadable(
                    Fault(
                        at,
                        f"`*{short(event.anchor or '')}` is an alias, and aliases are not read",
                        "write the text out, or put it in quotes",
                    )
                )
            case yaml.NodeEvent() if event.anchor:
                raise Unreadable(
                    Fault(
                        at,
                        f"`&{short(event.anchor)}` is an anchor, and anchors are not read",
                        "remove it, or put the text in quotes",
                    )
                )
            case yaml.ScalarEvent():
                self._tag(event, at)
                self._place(Node(at, "scalar", _resolve(event), event.value))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._tag(event, at)
                if len(self.stack) >= MAXIMUM_DEPTH:
                    raise Unreadable(Fault(at, f"this is nested more than {MAXIMUM_DEPTH} deep", "make it flatter"))
                node = Node(at, "mapping" if isinstance(event, yaml.MappingStartEvent) else "list", [])
                self._place(node)
                self.stack.append(node)
                self.keys.append(None)
                self.given.append({})
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                for pile in (self.stack, self.keys, self.given):
                    pile.pop()

    def _tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, at: Position) -> None:
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise Unreadable(
                Fault(at, f"`{short(tag)}` is a tag, and tags are not read", "remove it, or put the text in quotes")
            )

    def _place(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent, key = self.stack[-1], self.keys[-1]
        if parent.kind == "list":
            parent.value.append(node)
        elif key is None:
            if node.kind != "scalar" or node.value in (None, ""):
                raise Unreadable(
                    Fault(node.at, f"a key is {node.said}, where a word is expected", "write a word before the `:`")
                )
            self.keys[-1] = node
        else:
            self.keys[-1] = None
            first = self.given[-1].setdefault(key.written, key.at)
            if first is key.at:
                parent.value.append((key, node))
            else:
                self.faults.append(
                    Fault(key.at, f"the key {key.said} is given twice", f"the first is on line {first.line}; keep one")
                )


def _resolve(event: yaml.ScalarEvent) -> object:
    if event.style not in (None, ""):
        return event.value
    if event.value in WORDS:
        return WORDS[event.value]
    return int(event.value) if NUMBER.fullmatch(event.value) else event.value


__all__ = ["Node", "Unreadable", "decode", "parse", "read_text", "short"]
