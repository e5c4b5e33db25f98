"""People to call, by country."""

import datetime
from typing import NamedTuple

from milepost.engine.model.position import Position

# After how many days the date of a line is said to be old, its line stands last, and it is refused.
SAID_AFTER, LAST_AFTER, REFUSED_AFTER = 90, 365, 3 * 365


class Purpose(NamedTuple):
    """What a line can be for, in `words` that follow "for"; `instead` says what helps where a country has no such line.

    It is empty where the other lines of that country help.
    """

    key: str
    words: str
    at: Position
    instead: str = ""


class Line(NamedTuple):
    """One helpline; what is not known is an empty text. `checked_how` says on what kind of page it was seen.

    All doubt stands in `checked_how`: a person in danger reads `hours`, and needs to know them or that nobody does.
    Of a line that does not take everybody, `others` is the purpose of a line for the rest.
    """

    purpose: str
    name: str
    checked: str
    checked_how: str
    at: Position
    phone: str = ""
    text: str = ""
    chat: str = ""
    web: str = ""
    hours: str = ""
    languages: str = ""
    who: str = ""
    others: str = ""

    def age(self, today: datetime.date) -> int:
        """Return how many days ago it was checked, at most: of a month or a year, its first day counts."""
        return (today - datetime.date.fromisoformat(f"{self.checked}-01-01"[:10])).days


class Country(NamedTuple):
    """A country's emergency number and its lines; `silent` and `text` say how to reach it without a word.

    `purposes` is what lines can be for in its knowledge base, by key, in the order in which they are shown.
    """

    code: str
    name: str
    emergency: str
    checked: str
    checked_how: str
    lines: tuple[Line, ...]
    at: Position
    purposes: dict[str, Purpose]
    silent: str = ""
    text: str = ""
