"""Taking the fields of a mapping one by one, noting what is missing, misshapen or unknown.

A field that is at fault still gives a value, so that one fault does not hide or cause another.
"""

import datetime
import re
from difflib import get_close_matches
from typing import TypeGuard

import msgspec

from milepost.engine.language.document import Node, short
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.position import Position


class Shape(msgspec.Struct, frozen=True):
    """What a word must look like: `called` names it in messages, `rule` says how it is written."""

    pattern: str
    called: str
    rule: str

    def fits(self, word: object) -> bool:
        return isinstance(word, str) and len(word) <= 60 and re.fullmatch(self.pattern, word) is not None


NAME = Shape("[a-z][a-z0-9_]*", "a name", "names are up to 60 small letters, digits and `_`, and start with a letter")
ID = Shape(
    "[a-z][a-z0-9]*(-[a-z0-9]+)*",
    "an id",
    "ids are up to 60 small letters, digits and single `-`, and start with a letter",
)
REFERENCE = Shape(
    "[a-z][a-z0-9-]*(:[a-z0-9-]+)?", "an id", "ids are up to 60 small letters, digits and `-`, with at most one `:`"
)
FILE = Shape(
    "[a-z][a-z0-9_-]*", "the name of a file", "they are up to 60 small letters, digits, `-` and `_`, without `.yaml`"
)
COARSE = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?")
RESERVED = (
    "yes",
    "no",
    "none",
    "unknown",
    "not_sure",
    "rather_not_say",
    "step",
    "all",
    "any",
    "impossible",
    "knowledge_base",
)


class Fields:
    """The fields of one mapping. `what` names the mapping in messages, as in "rule `children-first`"."""

    def __init__(self, node: Node, what: str, faults: list[Fault]):
        self.what, self.faults, self.at = what, faults, node.at
        self.taken: set[str] = set()
        self.lacking: dict[str, Fault] = {}
        self.is_mapping = node.kind == "mapping"
        self.nodes: dict[str, tuple[Node, Node]] = (
            {key.written: (key, value) for key, value in node.value} if self.is_mapping else {}
        )
        if not self.is_mapping:
            self.fault(
                node.at,
                f"{what} is {node.said}, where `key: value` lines are expected",
                "write its fields below it, one to a line",
            )

    def fault(self, at: Position, problem: str, remedy: str = "") -> None:
        self.faults.append(Fault(at, problem, remedy))

    def node(self, key: str, required: bool = False, remedy: str = "") -> Node | None:
        """The node of a field, or None."""
        self.taken.add(key)
        if key in self.nodes:
            return self.nodes[key][1]
        if required and self.is_mapping:
            self.lacking[key] = Fault(self.at, f"{self.what} has no `{key}`", remedy or f"add a line `{key}: ...`")
        return None

    def place(self, key: str) -> Position:
        """Where a field's value stands, or where the mapping does."""
        return self.nodes[key][1].at if key in self.nodes else self.at

    def items(self, key: str, of: str, required: bool = False) -> list[Node]:
        """The items of a list; `of` says what they are, as in "a list of steps"."""
        node = self.node(key, required)
        if node is None:
            return []
        if node.kind != "list" or not node.value:
            self.fault(
                node.at,
                f"`{key}` of {self.what} is {node.said}, where {of} is expected",
                "start each on a line of its own with `-`",
            )
            return []
        nodes: list[Node] = node.value
        return nodes

    def text(self, key: str, required: bool = True, default: str = "", remedy: str = "") -> str:
        """A text that is not empty; `remedy` is what to do where it is missing."""
        node = self.node(key, required, remedy)
        if node is None:
            return default
        if node.kind != "scalar" or not isinstance(node.value, str) or not node.value.strip():
            remedy = (
                ("write it" if required else "write it, or leave the line out")
                if node.said == "empty"
                else "write it in quotes"
            )
            self.fault(node.at, f"`{key}` of {self.what} is {node.said}, where a text is expected", remedy)
            return default
        return " ".join(node.value.split())

    def word(self, key: str, allowed: tuple[str, ...], required: bool = True, default: str = "") -> str:
        """One of some words."""
        words = ", ".join(f"`{w}`" for w in allowed)
        choice = f"use one of {words}"
        node = self.node(key, required, f"add a line `{key}: ...` with one of {words}")
        if node is None:
            return default
        if node.value not in allowed:
            is_word = node.kind == "scalar" and node.said != "empty"
            problem = f"cannot be {node.said}" if is_word else f"is {node.said}"
            self.fault(
                node.at,
                f"`{key}` of {self.what} {problem}",
                did_you_mean(short(node.written), allowed, choice) if is_word else choice,
            )
            return default
        word: str = node.value
        return word

    def flag(self, key: str, required: bool = False) -> bool:
        """yes or no; no where it is absent."""
        return self.word(key, ("yes", "no"), required, "no") == "yes"

    def number(self, key: str) -> int | None:
        """A whole number, required; None where it is at fault."""
        node = self.node(key, required=True)
        if node is None:
            return None
        if not is_whole(node.value):
            self.fault(
                node.at,
                f"`{key}` of {self.what} is {node.said}, where a whole number is expected",
                "write it in digits, as in 30, without quotes",
            )
            return None
        return node.value

    def date(self, key: str, required: bool = True, coarse: bool = False) -> str:
        """A date, as text YYYY-MM-DD; where `coarse`, also YYYY-MM or YYYY."""
        node = self.node(key, required)
        if node is None:
            return ""
        if coarse and COARSE.fullmatch(node.written):
            return node.written
        try:
            return datetime.date.fromisoformat(node.written).isoformat()
        except ValueError:
            self.fault(
                node.at, f"`{key}` of {self.what} is {node.said}, where a date is expected", "write it as 2026-11-22"
            )
            return ""

    def words(self, key: str, required: bool = False, shape: Shape = REFERENCE) -> tuple[str, ...]:
        """A list of words of one shape; at least one where the field is required."""
        return tuple(node.written for node in self.word_nodes(key, required, shape))

    def word_nodes(self, key: str, required: bool = False, shape: Shape = REFERENCE) -> list[Node]:
        """As `words`, each with its place. A single word may stand without a list."""
        node = self.node(key, required)
        if node is None:
            return []
        items = node.value if node.kind == "list" else [node]
        if (not items and required) or (node.kind == "scalar" and node.said == "empty"):
            self.fault(
                node.at,
                f"`{key}` of {self.what} is empty",
                "name at least one" if required else "name at least one, or leave the line out",
            )
            return []
        for item in items:
            if not shape.fits(item.value):
                self.fault(item.at, f"{item.said} in `{key}` of {self.what} is not {shape.called}", shape.rule)
        return [item for item in items if shape.fits(item.value)]

    def labels(self, key: str, required: bool = True) -> dict[str, str]:
        """A mapping of names to texts; at least one, where it is there."""
        node = self.node(key, required)
        if node is None:
            return {}
        if node.kind != "mapping" or not node.value:
            self.fault(
                node.at,
                f"`{key}` of {self.what} is {node.said}, where `name: words` lines are expected",
                "write at least one",
            )
            return {}
        found = {}
        for name, label in node.value:
            text = label.value if isinstance(label.value, str) else ""
            if not text.strip():
                self.fault(
                    label.at,
                    f"the words of {name.said} in {self.what} are {label.said}, where a text is expected",
                    "write them in quotes",
                )
            found[self.name(name, f"`{key}` of {self.what}")] = " ".join(text.split())
        return found

    def name(self, node: Node, where: str, shape: Shape = NAME) -> str:
        """The name in a key, with a fault if it is no name or a word the language uses itself."""
        if not shape.fits(node.value):
            self.fault(node.at, f"{node.said} in {where} is not {shape.called}", shape.rule)
        elif node.value in RESERVED:
            self.fault(node.at, f"`{node.value}` in {where} is a word of the language", "choose another name")
        return short(node.written)

    def done(self, called: str = "field") -> None:
        """Names every field that is not there, and every one that was not asked for; a misspelt one only once."""
        fields = sorted(self.taken)
        for key in self.unknown():
            meant = get_close_matches(key, self.lacking, n=1)
            if meant:
                del self.lacking[meant[0]]
            remedy = (
                f"did you mean `{meant[0]}`?"
                if meant
                else did_you_mean(key, fields, "use one of " + ", ".join(f"`{f}`" for f in fields))
            )
            node, _ = self.nodes[key]
            self.fault(node.at, f"{self.what} has an unknown {called} {node.said}", remedy)
        self.faults.extend(self.lacking.values())

    def unknown(self) -> list[str]:
        """The fields that were not asked for so far."""
        return [key for key in self.nodes if key not in self.taken]


def is_whole(value: object) -> TypeGuard[int]:
    """Is it a whole number? Truth values are numbers to Python, but not to an author."""
    return isinstance(value, int) and not isinstance(value, bool)
