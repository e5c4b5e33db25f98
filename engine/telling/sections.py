"""The parts of a telling: what a person reads about a consultation, in order, whoever lays it out."""

import msgspec


class Link(msgspec.Struct, frozen=True):
    """A piece of a text that can be used at once, as it stands there, and the address it leads to."""

    text: str
    to: str


class Item(msgspec.Struct, frozen=True):
    """One thing that is said, and why it is said; without a reason where that stands elsewhere or takes too much room.

    `id` names the entry it comes from (a line, rule, step, question, conflict, study or source), and `sources` what
    that rests on; both are for other programs and for authors. `links` are pieces of `say`; `below` belongs under it.
    """

    say: str
    why: str = ""
    id: str = ""
    sources: tuple[str, ...] = ()
    safety: bool = False
    links: tuple[Link, ...] = ()
    below: tuple["Item", ...] = ()


class Section(msgspec.Struct, frozen=True):
    """Some items under a title, which may be empty. `lead` comes before them, in a larger type; `key` is what it is."""

    key: str
    title: str
    items: tuple[Item, ...]
    lead: str = ""


class Row(msgspec.Struct, frozen=True):
    """What is closed until somebody opens it: a title, and the sections behind it."""

    key: str
    title: str
    sections: tuple[Section, ...]


class Telling(msgspec.Struct, frozen=True):
    """What a person is told: the first screen, in the order in which it is read aloud, then the closed rows."""

    screen: tuple[Section, ...]
    rows: tuple[Row, ...]

    def section(self, key: str) -> Section | None:
        """Return the section of the first screen with this key, if it is there."""
        return next((section for section in self.screen if section.key == key), None)

    def row(self, key: str) -> Row | None:
        """Return the row with this key, if it is there."""
        return next((row for row in self.rows if row.key == key), None)

    @property
    def is_risky(self) -> bool:
        """Could it harm somebody if another found it? Numbers or people to call are in view where there is harm."""
        return any(section.key in ("numbers", "help") for section in self.screen)


def words_of(part: Telling | Row | Section | Item) -> int:
    """Return how many words somebody reads in a part; of a telling, in its first screen with the titles of its rows."""
    match part:
        case Telling(screen, rows):
            return sum(map(words_of, screen)) + sum(len(row.title.split()) for row in rows)
        case Row(_, title, sections):
            return len(title.split()) + sum(map(words_of, sections))
        case Section(_, title, items, lead):
            return len(f"{title} {lead}".split()) + sum(map(words_of, items))
        case Item():
            return len(f"{part.say} {part.why}".split()) + sum(map(words_of, part.below))
