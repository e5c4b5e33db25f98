"""People to call, by country."""

from typing import NamedTuple

from milepost.engine.model.position import Position

# What a line is for, and the words for it on screen, in the order they are shown.
PURPOSES = {
    "crisis": "thoughts of self-harm, despair",
    "domestic_abuse": "abuse by a partner or ex",
    "child": "children and young people",
    "young_people_dating": "young people and dating",
    "stalking": "stalking",
    "stalking_and_crime": "stalking and other crime",
    "men": "men who are hurt by a partner",
    "lgbt": "LGBT+ people",
    "indigenous": "Indigenous people",
    "perpetrator": "people worried about their own behaviour",
}


class Line(NamedTuple):
    """One helpline; what is not known is an empty text. `checked_how` says on what kind of page it was seen."""

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
    who: str = ""


class Country(NamedTuple):
    """A country's emergency number and its lines."""

    code: str
    name: str
    emergency: str
    checked: str
    checked_how: str
    lines: tuple[Line, ...]
    at: Position
