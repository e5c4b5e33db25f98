"""A knowledge base as the one file holds it: packed small, and what the first question needs before all else."""

import bz2
import json
import re
import string
from base64 import b64encode
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

# The questions need the first two packs, and people to call the third. All others are unpacked while somebody reads.
FIRST = ("inputs", "first_gates")
ASKING = ("topics", "stages", "questions", "order", "manner", "shown")
ASKING_OF = {"steps": ("key", "atom", "ends_interview", "gravest")}
PEOPLE = ("purposes", "countries", "lines", "about")
UNREAD = ("schema", "knowledge_base")
# Whose words can be read without a script, and in which fields they stand.
WORDED, WORDS = ("steps", "advice", "lines"), ("title", "say", "come_back", "name", "phone")
NAMED = ("advice", "rules", "at_odds", "conflicts", "research")
RESTING = ("steps", "rules", "advice")
# What stands in a record, and on no page of the file.
UNSEEN = ("checked_how", "claims", "studies")
# In a pack one of these, which JSON never holds bare, stands for a word that comes often, and the blank before it.
SIGNS = [chr(code) for code in range(1, ord(" "))]
WORD = re.compile(" [a-z]+")
# What begins with a capital is the same word without it, after this and a blank; JSON can do without it too.
RAISE, RAISED = "\x7f", re.compile('(?<=[" ])[A-Z](?=[a-z ])')
DIGITS, NEAR = string.digits + string.ascii_lowercase, 8
REFERRING = ("id", "rule", "first", "sources", "statements", "touches", "about", "claims", "studies")


def packs(data: dict[str, Any], read: Sequence[str] = (), named: Collection[str] | None = None) -> list[str]:
    """Return an exported knowledge base as five texts, each packed with bzip2 and written in base64.

    Of a step, a line or a helpline whose words are among those that can be `read` without a script, only their place is
    packed; and of the sentences of the telling those that are `named`, or all.
    """
    places = {text: place for place, text in reversed(list(enumerate(read)))}
    parts = {
        name: _columns(_placed(part, places) if name in WORDED else part)
        for name, part in _met_alike(_shown_apart(_lines_apart(read_on_pages(numbered(data), named)))).items()
        if name not in UNREAD
    }
    count = data["first_gates"]
    gates = numbered_near(parts.pop("gates"), data["inputs"] + 1)
    first, asking, people = ({name: parts.pop(name) for name in names} for names in (FIRST, ASKING, PEOPLE))
    for name, fields in ASKING_OF.items():
        columns = parts[name]["columns"] if parts[name] else {}
        asking[name] = {"columns": {field: columns.pop(field) for field in fields}} if columns else []
    early, late = ("".join(each) for each in (gates[:count], gates[count:]))
    in_turn = ({**first, "gates": early}, asking, people, {"gates": late}, parts)
    return [_packed(each) for each in in_turn]


def numbered_near(gates: Sequence[Sequence[Sequence[int]]], first: int) -> list[str]:
    """Return each gate as a text: its ways, and for each the literals it needs, in base 36.

    A gate just before is named by how far it is, in a capital letter: most are read by the next alone. Neither literals
    nor ways say anything by their turn; sorted, they are packed better by a twentieth.
    """

    def literal(number: int, atom: int) -> str:
        back = atom - abs(number)
        name = chr(ord("A") + back - 1) if 0 < back <= NEAR else _in_base_36(abs(number))
        return f"-{name}" if number < 0 else name

    def in_turn(way: Sequence[int]) -> list[int]:
        return sorted(way, key=lambda number: (number < 0, abs(number)))

    def by_atoms(way: Sequence[int]) -> list[int]:
        return [abs(number) for number in way]

    return [
        "|".join(
            ",".join(literal(number, atom) for number in way) or "0" for way in sorted(map(in_turn, ways), key=by_atoms)
        )
        + ";"
        for atom, ways in enumerate(gates, start=first)
    ]


def _in_base_36(number: int) -> str:
    before, last = divmod(number, len(DIGITS))
    return (_in_base_36(before) if before else "") + DIGITS[last]


def checksum(texts: Sequence[str]) -> int:
    """Return the number that the script gets for texts: FNV-1a (Fowler, Noll, Vo) of 32 bits, over their bytes."""
    total = 0x811C9DC5
    for byte in "\n".join(texts).encode():
        total = (total ^ byte) * 0x01000193 % 2**32
    return total


def numbers(data: dict[str, Any]) -> dict[str, int]:
    """Return a number for each id of a line, a rule, a statement and whatever else only other entries name."""
    sources = [id for source in data["sources"] for id in (source["key"], *source["statements"])]
    ids = [entry["id"] for name in NAMED for entry in data[name]]
    steps = {step["key"] for step in data["steps"]}
    return {id: number for number, id in enumerate(dict.fromkeys([*ids, *sources]), start=1) if id not in steps}


def numbered(data: dict[str, Any]) -> dict[str, Any]:
    """Return a knowledge base with these numbers for ids: nobody reads them on a phone, and they are a tenth of it."""
    given = numbers(data)
    found = renamed(data, given)
    return {**found, "sources": [{**each, "key": given.get(each["key"], each["key"])} for each in found["sources"]]}


def read_on_pages(data: dict[str, Any], named: Collection[str] | None = None) -> dict[str, Any]:
    """Return what pages show of a knowledge base; of the sentences of the telling those that are `named`, or all.

    That is which texts something rests on, and not which of their statements; of findings the words of those alone that
    say how long a step lasts; and of an answer's line not which options it answers, as its gate reads them.
    """
    text = {id: each["key"] for each in data["sources"] for id in (each["key"], *each["statements"])}
    found = {name: _without(part) for name, part in data.items()}
    for name in RESTING:
        found[name] = [{**entry, "sources": sorted({text[id] for id in entry["sources"]})} for entry in found[name]]
    lasting, manner = {step["how_long_finding"] for step in data["steps"]}, data["manner"]
    return {
        **found,
        "sources": [{**each, "statements": []} for each in found["sources"]],
        "findings": [
            each if each["key"] in lasting else {**each, "values": dict.fromkeys(each["values"], "")}
            for each in found["findings"]
        ],
        "advice": [{field: each for field, each in line.items() if field != "to"} for line in found["advice"]],
        "manner": {
            **manner,
            "sentences": {key: said for key, said in manner["sentences"].items() if named is None or key in named},
        },
    }


def _lines_apart(data: dict[str, Any]) -> dict[str, Any]:
    """Return a knowledge base with the lines of all countries in one list, and for those of each how many they are."""
    each_its_own = [country["lines"] for country in data["countries"]]
    counted = [{**country, "lines": len(country["lines"])} for country in data["countries"]]
    return {**data, "countries": counted, "lines": [line for lines in each_its_own for line in lines]}


def _shown_apart(data: dict[str, Any]) -> dict[str, Any]:
    """Return a knowledge base that says at one place which lines are about safety, and what the atoms of all lines are.

    Of those that are not, and of those that are, the atoms count on from the two of `atoms`; `counts` has how many of
    either there are in turn.
    """
    kinds, advice = (False, True), data["advice"]
    atoms = [next((line["atom"] for line in advice if line["safety"] is kind), 0) for kind in kinds]
    runs = [(kind, len(list(lines))) for kind, lines in groupby(line["safety"] for line in advice)]
    counts = [0, *(count for _, count in runs)] if runs and runs[0][0] else [count for _, count in runs]
    bare = [{field: each for field, each in line.items() if field not in ("atom", "safety")} for line in advice]
    return {**data, "shown": {"atoms": atoms, "counts": counts}, "advice": bare}


def _met_alike(data: dict[str, Any]) -> dict[str, Any]:
    """Return a knowledge base that says 0 for the literal of a way to meet a rule, where it is the rule's own atom."""

    def ways(rule: dict[str, Any]) -> list[dict[str, Any]]:
        return [{**way, "literal": way["literal"] if way["literal"] != rule["atom"] else 0} for way in rule["ways"]]

    return {**data, "rules": [{**rule, "ways": ways(rule)} for rule in data["rules"]]}


def _without(part: Any) -> Any:
    if isinstance(part, list):
        return [_without(each) for each in part]
    return {key: _without(each) for key, each in part.items() if key not in UNSEEN} if isinstance(part, dict) else part


def renamed(part: Any, given: Mapping[str, int]) -> Any:
    """Return a part of a document with numbers where it names what has one."""
    if isinstance(part, list):
        return [renamed(each, given) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        field: _named(each, given) if field in REFERRING and not _has_parts(each) else renamed(each, given)
        for field, each in part.items()
    }


def _has_parts(part: Any) -> bool:
    return isinstance(part, dict) or (isinstance(part, list) and any(isinstance(each, dict) for each in part))


def _named(part: Any, given: Mapping[str, int]) -> Any:
    return [given.get(each, each) for each in part] if isinstance(part, list) else given.get(part, part)


def _placed(entries: list[dict[str, Any]], places: Mapping[str, int]) -> list[dict[str, Any]]:
    return [
        {**entry, **{field: places.get(entry[field], entry[field]) for field in WORDS if field in entry}}
        for entry in entries
    ]


def _columns(part: Any) -> Any:
    """Entries as a list for each of their fields: like beside like is packed by a tenth better."""
    if not isinstance(part, list) or not part or not isinstance(part[0], dict):
        return part
    columns = {field: _counted([entry[field] for entry in part]) for field in part[0]}
    return {"columns": dict(sorted(columns.items(), key=lambda column: not isinstance(column[1], list)))}


def _counted(column: list[Any]) -> list[Any] | int | dict[str, list[int]]:
    """Numbers that follow one another as the first of them, and others that rise as how much each is above the last.

    Both stand after the columns that say how many.
    """
    first = column[0]
    if len(column) < 2 or any(type(each) is not int for each in column):
        return column
    rises = [first, *(later - before for before, later in pairwise(column))]
    if set(rises[1:]) == {1}:
        return first
    return {"rises": rises} if min(rises) > 0 else column


def _packed(data: object) -> str:
    """JSON as bzip2 packs it, in letters: a quarter smaller than by deflate, which looks back over 32 kB alone."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace(RAISE, "\\u007f")
    text = shortened(written).encode()
    # Whoever unpacks it has to make room for a whole block.
    hundreds_of_kilobytes = min(9, len(text) // 100_000 + 1)
    return b64encode(bz2.compress(text, hundreds_of_kilobytes)).decode()


def shortened(text: str) -> str:
    """Return a row of the words that come most, and the text with a sign for each: a fiftieth is saved.

    So that they are the same words where a sentence begins, capitals stand apart.
    """
    text = RAISED.sub(lambda found: f"{RAISE} {found[0].lower()}", text)
    words = [word for word, _ in Counter(WORD.findall(text)).most_common(len(SIGNS))]
    signs = dict(zip(words, SIGNS, strict=False))
    return "".join(words) + "\n" + WORD.sub(lambda found: signs.get(found[0], found[0]), text)
