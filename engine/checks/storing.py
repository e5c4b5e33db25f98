"""Storing a knowledge base that was checked, with what every start would work out of it, and reading it back."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec.msgpack import Decoder

from milepost import kb as shipped
from milepost.engine.circuit.compile import keep_stored, stored_circuit
from milepost.engine.language import stored
from milepost.engine.meaning.states import keep_thresholds, thresholds
from milepost.engine.model.advice import Advice
from milepost.engine.model.evidence import Conflict, Research
from milepost.engine.model.example import Example
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.lasting import making_what_lasts
from milepost.engine.model.promise import Promise
from milepost.engine.model.source import Statement
from milepost.engine.model.system import System

# The sections of which one run needs few entries, if any.
SELDOM_NEEDED = {
    "advice": Advice, "withdrawn": Advice, "examples": Example, "promises": Promise, "statements": Statement,
    "systems": System, "conflicts": Conflict, "research": Research,
}  # fmt: skip
T = TypeVar("T")


class StoredEntries(Mapping[str, T]):
    """Entries under their names, each decoded when it is first asked for: most are never asked for in one run.

    Even which names there are is only read then. Nothing is copied: what is not decoded yet stays where it was read.
    """

    def __init__(self, encoded: memoryview, decode: Callable[[memoryview], T]):
        self._encoded, self._decode = encoded, decode

    @cached_property
    def _entries(self) -> dict[str, T | memoryview]:
        found: dict[str, T | memoryview] = msgspec.msgpack.decode(self._encoded, type=dict[str, memoryview])
        return found

    def __getitem__(self, name: str) -> T:
        found = self._entries[name]
        if isinstance(found, memoryview):
            found = self._entries[name] = self._decode(found)
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class _Stored(msgspec.Struct, array_like=True):
    """`base` without the entries that are seldom needed, which `entries` has by section; and what was worked out."""

    base: KnowledgeBase
    entries: dict[str, memoryview]
    thresholds: dict[str, tuple[int, ...]]
    circuit: memoryview


def store_checked(folder: Path, into: Path) -> None:
    """Store a knowledge base, so that reading it again needs no parsing. Raises KnowledgeBaseFaulty as `read` does."""
    from milepost.engine.checks.read import read
    from milepost.engine.interview.ways import ways
    from milepost.engine.language.countries import store_countries

    kb = read(folder)
    # Where each answer of an example stands is there for faults, and what is stored has none.
    examples = {id: msgspec.structs.replace(each, answers_at={}) for id, each in kb.examples.items()}
    kb = msgspec.structs.replace(kb, ways=ways(kb), reading=kb.lines_that_read, examples=examples)
    encode = msgspec.msgpack.encode
    encoded = {name: encode({id: encode(each) for id, each in getattr(kb, name).items()}) for name in SELDOM_NEEDED}
    form = _Stored(
        msgspec.structs.replace(kb, **{name: {} for name in SELDOM_NEEDED}),
        {name: memoryview(entries) for name, entries in encoded.items()},
        thresholds(kb),
        memoryview(stored_circuit(kb)),
    )
    stored.store(folder, stored.WHOLE, encode(form), into)
    store_countries(folder, kb.countries, into)


def stored_base(folder: Path | str) -> KnowledgeBase | None:
    """The stored form of the knowledge base that milepost comes with; any other folder is read as it stands."""
    if Path(folder) != shipped.FOLDER:
        return None
    with making_what_lasts():
        found = stored.load(shipped.FOLDER, stored.WHOLE, Decoder(_Stored).decode)
    if found is None:
        return None
    entries: dict[str, Any] = {
        name: StoredEntries(found.entries[name], Decoder(kind).decode) for name, kind in SELDOM_NEEDED.items()
    }
    kb = msgspec.structs.replace(found.base, folder=str(folder), **entries)
    keep_thresholds(kb, found.thresholds)
    keep_stored(kb, found.circuit)
    return kb
