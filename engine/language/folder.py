"""A folder of YAML files, as the entries in them."""

import hashlib
from collections.abc import Callable, Collection
from pathlib import Path

import msgspec

from milepost.engine.language import at_odds, document, entries, ledger, promises, records
from milepost.engine.language.document import Node, Unreadable
from milepost.engine.language.fields import FILE, NAME, REFERENCE, Fields, Shape
from milepost.engine.language.glance import holds_only
from milepost.engine.language.order import ORDER, Order, order, topic_faults
from milepost.engine.language.shown import Entries
from milepost.engine.model.about import About
from milepost.engine.model.condition import Test
from milepost.engine.model.faults import Fault, KnowledgeBaseFaulty
from milepost.engine.model.position import Position
from milepost.engine.model.step import STEP

MAPPINGS = ("questions", "findings", "steps", "sources", "helplines", "systems")
LISTS = ("rules", "advice", "examples", "promises", "conflicts", "research", "at_odds")
# What an entry is called where that is not its section without the s.
CALLED = {"at_odds": "at_odds entry"}
COUNTRY = Shape("[A-Z]{2,3}", "the code of a country", "use two capital letters, as in IE")


class Folder:
    """What the files of a folder hold.

    `entries` maps sections to names to entries, `titles` topics to titles. `faults` are those of YAML and of shape;
    `at_fault` names the sections with an entry at fault, and `incomplete` says that a whole section is missing. A file
    that holds nothing but sections of `without` is not read.
    """

    def __init__(self, folder: Path, files: str = "**/*", without: Collection[str] = ()):
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
        self.entries: dict[str, dict] = {section: {} for section in (*MAPPINGS, *LISTS, "statements")}
        self.noted = Entries()
        self._topics: dict[str, Position] = {}
        if not folder.is_dir():
            problem = "there is no such folder" if not folder.exists() else "this is not a folder"
            raise KnowledgeBaseFaulty([Fault(Position(str(folder)), problem, "name the folder that holds order.yaml")])
        paths = {_shown(path.relative_to(folder)): path for path in folder.glob(files)}
        for shown, path in sorted(paths.items()):
            if path.is_dir() or any(part.startswith(".") for part in shown.split("/")):
                continue
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

    def check_order(self) -> None:
        """Notes the faults of order.yaml beside the files: that it is missing, and topics that differ."""
        if self.order is not None and not self.incomplete:
            self.faults += topic_faults(self.order, self._topics)
        elif ORDER not in self.texts and not any(fault.at.file == ORDER for fault in self.faults):
            self._missing(
                Fault(
                    Position(ORDER),
                    "there is no order.yaml in this folder",
                    "write one that lists the topics and the steps in order",
                )
            )

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
            return self._missing(Fault(Position(shown), problem, "see that it is there and may be read"))
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
        faults = self.faults
        self._named(f, "questions", lambda key, node: entries.question(key, node, topic, faults))
        self._named(f, "findings", lambda key, node: entries.finding(key, node, faults))
        self._named(f, "steps", lambda key, node: entries.step(key, node, faults))
        self._named(f, "sources", self._source, REFERENCE)
        self._named(f, "helplines", lambda key, node: records.country(key, node, faults), COUNTRY)
        self._listed(f, "rules", lambda node: entries.rule(node, faults))
        silent = _silent_under(f)
        self._listed(f, "advice", lambda node: entries.advice(node, faults, silent))
        self._listed(f, "examples", lambda node: records.example(node, faults))
        self._named(f, "systems", lambda key, node: ledger.system(key, node, faults), FILE)
        self._listed(f, "conflicts", lambda node: ledger.conflict(node, faults))
        self._listed(f, "research", lambda node: ledger.research(node, faults))
        self._listed(f, "at_odds", lambda node: at_odds.at_odds(node, faults))
        if (said := f.node("about")) is not None:
            self.about = ledger.about(said, faults)
        self._listed(f, "promises", lambda node: promises.promise(node, entries.with_id, faults))
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

    def _source(self, key: str, node: Node):
        made, statements = records.source_entry(key, node, self.faults)
        for statement in statements:
            self._add("statements", statement.id, statement)
        says = (
            next((said for name, said in node.value if name.written == "says"), None)
            if node.kind == "mapping"
            else None
        )
        for pair in says.value if says is not None and says.kind == "mapping" else ():
            self.noted.note(Node(pair[0].at, "list", list(pair)))
        return made

    def _named(self, f: Fields, section: str, make: Callable, shape: Shape = NAME) -> None:
        node = f.node(section)
        if node is not None and (node.kind != "mapping" or not node.value):
            self._missing(
                Fault(
                    node.at,
                    f"`{section}` is {node.said}, where `name:` entries are expected",
                    "write each below it, under its name",
                )
            )
        elif node is not None:
            for key, value in node.value:
                before = len(self.faults)
                entry = msgspec.structs.replace(value, at=key.at)  # an entry begins at its name
                name = f.name(key, f"`{section}`", shape)
                self._add(section, name, make(name, entry))
                self.noted.note(Node(key.at, "list", [key, value]))
                self._note_faults(section, before)

    def _listed(self, f: Fields, section: str, make: Callable) -> None:
        node = f.node(section)
        if node is not None and (node.kind != "list" or not node.value):
            self._missing(
                Fault(
                    node.at,
                    f"`{section}` is {node.said}, where a list of entries is expected",
                    "begin each with `- id: ...`",
                )
            )
        elif node is not None:
            for item in node.value:
                before = len(self.faults)
                made = make(item)
                if made.id:
                    self._add(section, made.id, made)
                self.noted.note(item)
                self._note_faults(section, before)

    def _note_faults(self, section: str, before: int) -> None:
        if len(self.faults) > before:
            self.at_fault.add(section)

    def _add(self, section: str, name: str, made) -> None:
        facts = ("questions", "findings")
        for other in facts if section in facts else (section,):
            if first := self.entries[other].get(name):
                problem = (
                    f"the {CALLED.get(section, section.removesuffix('s'))} `{name}` is given twice"
                    if other == section
                    else f"`{name}` is both a question and a finding"
                )
                self.faults.append(Fault(made.at, problem, f"the first is at {first.at}; give each its own name"))
                return
        self.entries[section][name] = made


def _silent_under(f: Fields) -> tuple[Test, ...]:
    """What the file's `silent_under` adds to the `unless` of each of its lines of advice."""
    steps = f.words("silent_under", shape=NAME)
    return (Test(STEP, "is", steps, f.place("silent_under")),) if steps else ()


def _shown(path: Path) -> str:
    """A path for messages, with `/`, and with a mark for what is no text."""
    return path.as_posix().encode(errors="surrogateescape").decode(errors="replace")
