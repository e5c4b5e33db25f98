"""A folder of YAML files, as the entries in them."""

import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import Any

import msgspec

from milepost.engine.language import document, entries, lines, promises, records, sources, specialists
from milepost.engine.language.document import Node, Unreadable
from milepost.engine.language.fields import FILE, NAME, Fields
from milepost.engine.language.glance import holds_only
from milepost.engine.language.kinds import Kind
from milepost.engine.language.listing import ALLOW, listed, without_order
from milepost.engine.language.order import ORDER, Order, order, topic_faults
from milepost.engine.language.shown import Entries
from milepost.engine.language.stored import HELPLINES
from milepost.engine.model.about import About
from milepost.engine.model.condition import Test
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.helpline import Country, Purpose
from milepost.engine.model.position import Position
from milepost.engine.model.step import STEP

# The kinds of entries, each with its section, in the order in which a file is read.
ENTRIES = (
    entries.QUESTION,
    entries.FINDING,
    entries.STEP,
    sources.SOURCE,
    records.PURPOSE,
    records.COUNTRY,
    entries.RULE,
    lines.ADVICE,
    records.EXAMPLE,
    records.SYSTEM,
    records.CONFLICT,
    records.RESEARCH,
    lines.AT_ODDS,
    promises.PROMISE,
    specialists.SPECIALIST,
    specialists.DECISION,
)
KINDS = {kind.section: kind for kind in (*ENTRIES, sources.STATEMENT)}
# A system may bear the name of the article that tells of it, specialists and purposes any: no place names both.
MAY_SHARE = {"sources", "systems"}
NAMED_ALONE = {"specialists", "purposes"}


class Folder:
    """What the files of a folder hold.

    `entries` maps sections to names to entries, `titles` topics to titles. `faults` are those of YAML and of shape;
    `at_fault` names the sections with an entry at fault, and `incomplete` says that a whole section is missing. A file
    that holds nothing but sections of `without` is not read, and with `below` no file outside the folder of that name.
    """

    def __init__(self, folder: Path, below: str = "", without: Collection[str] = ()):
        self.folder = folder
        self.without = without
        self.faults: list[Fault] = []
        self.at_fault: set[str] = set()
        self.incomplete = False
        self.texts: dict[str, str] = {}
        self.digest = hashlib.sha256()
        self.order: Order | None = None
        self.about = About()
        self.titles: dict[str, str] = {}
        self.entries: dict[str, dict[str, Any]] = {section: {} for section in KINDS}
        self.noted = Entries()
        self._topics: dict[str, Position] = {}
        paths, faults = listed(folder, below)
        for fault in faults:
            self._missing(fault)
        for shown, path in paths.items():
            if shown.endswith(".yaml"):
                self._file(path, shown)
            elif shown.lower().endswith((".yml", ".yaml")):
                self._missing(
                    Fault(
                        Position(shown),
                        "the name of this file does not end in `.yaml`",
                        "rename it, so that it is read",
                    )
                )
        self._with_purposes()

    def check_order(self) -> None:
        """Notes the faults of order.yaml beside the files: that it is missing, and topics that differ."""
        if self.order is not None and not self.incomplete:
            self.faults += topic_faults(self.order, self._topics)
        elif ORDER not in self.texts and not any(fault.at.file == ORDER for fault in self.faults):
            self._missing(without_order(self.folder))

    def _missing(self, fault: Fault) -> None:
        self.incomplete = True
        self.faults.append(fault)

    def _file(self, path: Path, shown: str) -> None:
        try:
            text = document.read_text(path, shown)
            self.texts[shown] = text
            self.digest.update(f"{shown}\0{text}\0".encode())
            if holds_only(text, self.without):
                return
            root, faults = document.parse(text, shown)
        except Unreadable as error:
            return self._missing(error.fault)
        except OSError as error:
            problem = f"this file cannot be read: {(error.strerror or str(error)).lower()}"
            return self._missing(Fault(Position(shown), problem, ALLOW))
        for fault in faults:
            self._missing(fault)
        if root is None or root.value is None:
            self._missing(Fault(Position(shown), "this file is empty", "write a section into it, or remove it"))
        elif shown == ORDER:
            self.noted.note(root)
            before = len(self.faults)
            self.order = order(root, self.faults)
            self.incomplete |= len(self.faults) > before
        else:
            self._sections(root, shown)

    def _sections(self, root: Node, shown: str) -> None:
        f = Fields(root, "this file", self.faults)
        topic = shown.removesuffix(".yaml").rpartition("/")[2]
        if "questions" in f.nodes or "topic" in f.nodes:
            self._topic(topic, f)
        given: dict[str, dict[str, Any]] = {"questions": {"topic": topic}, "advice": {"silent": _silent_under(f)}}
        for kind in ENTRIES:
            self._section(f, kind, given.get(kind.section, {}))
        if (said := f.node("about")) is not None:
            self.about = records.ABOUT.read(Fields(said, "`about`", self.faults))
            for review in Fields(said, "`about`", []).items("reviewed_by", "a list of reviews"):
                self.noted.note(review)
        self.incomplete |= bool(f.unknown()) or not f.is_mapping
        f.done("section")

    def _topic(self, topic: str, f: Fields) -> None:
        title = f.text("topic", default=topic)
        at = f.nodes["topic" if "topic" in f.nodes else "questions"][0].at
        if not FILE.fits(topic):
            f.fault(at, f"the file of a topic cannot be called `{topic}.yaml`", FILE.rule)
        elif topic in self._topics:
            f.fault(
                at,
                f"two files of questions are called `{topic}.yaml`",
                f"the first is {self._topics[topic].file}; rename one",
            )
        else:
            self._topics[topic] = at
        self.titles.setdefault(topic, title)

    def _with_purposes(self) -> None:
        """Gives each country the purposes that there are; a line of it for any other is a fault.

        So is a purpose outside the folder of the helplines where countries stand in it, as that is read alone.
        """
        purposes, countries = self.entries["purposes"], self.entries["helplines"]
        if any(map(_is_of_helplines, countries.values())):
            for key, purpose in purposes.items():
                if not _is_of_helplines(purpose):
                    problem = f"the purpose `{key}` stands outside the folder `{HELPLINES}`, which is read alone"
                    self.faults.append(Fault(purpose.at, problem, f"move it into a file of `{HELPLINES}`"))
        for code, country in countries.items():
            countries[code] = country._replace(purposes=purposes)
            for line in country.lines if not self.at_fault & {"purposes", "helplines"} else ():
                for field, named in (("for", line.purpose), ("others", line.others)):
                    if named not in ("", *purposes):
                        problem = f"`{named}` in `{field}` of a helpline of country `{code}` is not a purpose"
                        remedy = did_you_mean(named, purposes, "list it under `purposes`")
                        self.faults.append(Fault(line.at, problem, remedy))

    def _section(self, f: Fields, kind: Kind, given: dict[str, Any]) -> None:
        """Reads the entries of one kind: under names, or in a list."""
        node = f.node(kind.section)
        form = "mapping" if kind.named else "list"
        if node is not None and (node.kind != form or not node.value):
            self._missing(
                Fault(
                    node.at,
                    f"`{kind.section}` is {node.said}, where "
                    + ("`name:` entries are expected" if kind.named else "a list of entries is expected"),
                    "write each below it, under its name" if kind.named else "begin each with `- id: ...`",
                )
            )
        elif node is not None:
            for item in node.value:
                before = len(self.faults)
                self._entry(f, kind, item, given)
                if len(self.faults) > before:
                    self.at_fault.add(kind.section)

    def _entry(self, f: Fields, kind: Kind, item: Node | tuple[Node, Node], given: dict[str, Any]) -> None:
        if isinstance(item, Node):
            made = kind.entry(item, self.faults, **given)
            if made.id:
                self._add(kind, made.id, made)
            self.noted.note(item)
            return
        assert kind.named is not None, "only entries under names come as pairs"
        key, value = item
        name = f.name(key, f"`{kind.section}`", kind.named)
        # An entry begins at its name.
        made = kind.entry(msgspec.structs.replace(value, at=key.at), self.faults, name, **given)
        if kind is sources.SOURCE:
            made, statements = made
            for statement in statements:
                self._add(sources.STATEMENT, statement.id, msgspec.structs.replace(statement, source=name))
            self._note_statements(value)
        self._add(kind, name, made)
        self.noted.note(Node(key.at, "list", [key, value]))

    def _note_statements(self, source: Node) -> None:
        fields = {key.written: value for key, value in source.value} if source.kind == "mapping" else {}
        says = fields.get("says")
        for key, said in says.value if says is not None and says.kind == "mapping" else ():
            self.noted.note(Node(key.at, "list", [key, said]))

    def _add(self, kind: Kind, name: str, made: Any) -> None:
        """Puts an entry among the others; one whose name is taken, by whatever kind of entry, is a fault."""
        for section, others in self.entries.items():
            first = others.get(name)
            both = {section, kind.section}
            if first is None or (section != kind.section and (both == MAY_SHARE or both & NAMED_ALONE)):
                continue
            problem = (
                f"the {kind.called} `{name}` is given twice"
                if section == kind.section
                else f"`{name}` is both {KINDS[section].a} and {kind.a}"
            )
            self.faults.append(Fault(made.at, problem, f"the first is at {first.at}; give each its own name"))
            return
        self.entries[kind.section][name] = made


def _is_of_helplines(entry: Country | Purpose) -> bool:
    return entry.at.file.startswith(f"{HELPLINES}/")


def _silent_under(f: Fields) -> tuple[Test, ...]:
    """What the file's `silent_under` adds to the `unless` of each of its lines of advice."""
    steps = f.words("silent_under", shape=NAME)
    return (Test(STEP, "is", steps, f.place("silent_under")),) if steps else ()
