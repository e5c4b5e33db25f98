"""People to call, by country."""

import datetime
from typing import NamedTuple

from milepost.engine.model.position import Position

# What a line is for, and the words for it on screen, in the order they are shown.
PURPOSES = {
    "crisis": "thoughts of self-harm, despair",
    "domestic_abuse": "abuse by a partner or ex",
    "sexual_violence": "sexual violence",
    "intimate_pictures": "intimate pictures, shared or used as a threat",
    "child": "children and young people",
    "young_people_dating": "young people and dating",
    "stalking": "stalking",
    "stalking_and_crime": "stalking and other crime",
    "men": "men",
    "lgbt": "LGBT+ people",
    "indigenous": "Indigenous people",
    "perpetrator": "people worried about their own behaviour",
    "concern_about_a_child": "adults worried about a child",
    "own_thoughts_about_a_child": "adults worried about their own thoughts or conduct towards somebody under 18",
}
# What helps where a country has no line for a purpose; for the others, its other lines do.
INSTEAD = {
    "sexual_violence": "A hospital, a doctor or an abuse line can help.",
    "intimate_pictures": "The pages for any country can help to take them down.",
    "child": "A teacher, a school nurse or a doctor can help.",
    "stalking": "An abuse line and the police know about stalking.",
    "men": "Ask the abuse line. Many help men too, or know who does.",
    "lgbt": "The other lines are there for you too.",
    "perpetrator": "Ask a doctor, the court or probation for a programme.",
    "concern_about_a_child": "Ask a doctor, or the people who protect children where you live.",
    "own_thoughts_about_a_child": "A doctor or a crisis line can help, and has heard such things before.",
}
# After how many days the date of a line is said to be old, its line stands last, and it is refused.
SAID_AFTER, LAST_AFTER, REFUSED_AFTER = 90, 365, 3 * 365


class Line(NamedTuple):
    """One helpline; what is not known is an empty text. `checked_how` says on what kind of page it was seen.

    All doubt stands in `checked_how`: a person in danger reads `hours`, and needs to know them or that nobody does.
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

    def age(self, today: datetime.date) -> int:
        """Return how many days ago it was checked, at most: of a month or a year, its first day counts."""
        return (today - datetime.date.fromisoformat(f"{self.checked}-01-01"[:10])).days


class Country(NamedTuple):
    """A country's emergency number and its lines; `silent` and `text` say how to reach it without a word."""

    code: str
    name: str
    emergency: str
    checked: str
    checked_how: str
    lines: tuple[Line, ...]
    at: Position
    silent: str = ""
    text: str = ""
