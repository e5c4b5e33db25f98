"""Step cards: the candidates for the one recommended next step."""

import msgspec

from milepost.engine.model.position import Position

# How far a step or a line goes towards the other person, least first. It is about the two of you, not about duties.
CONTACT = ("none", "reply", "reach_out", "meet", "ask", "together")
NO_CONTACT = CONTACT[0]
STEP = "step"


def contact_degree(contact: str) -> int:
    """Return how far a contact level goes towards the other person, as its place in CONTACT."""
    return CONTACT.index(contact)


def above(contact: str, level: str) -> bool:
    """Does one contact level go further than another?"""
    return contact_degree(contact) > contact_degree(level)


def within(contact: str, lower: str, upper: str) -> bool:
    """Is a contact level above one bound and not above the other? An empty bound is none."""
    return (not lower or above(contact, lower)) and not (upper and above(contact, upper))


class Step(msgspec.Struct, frozen=True):
    """A card. `how_long` is a text, or the name of the finding in `how_long_finding` whose words are used.

    `look_again` says after how many days to look at it again: by the value of that finding, or under an empty text for
    everybody; it is empty where no day fits. `days_done` names the question whose number of days is taken off it; where
    `days_done_if` names a finding and a value, only for whom that finding has that value.

    `first` names the lines of advice that matter most at this step, most important first. With `only_safety`, all lines
    but those of safety are silent, so that what may save somebody stands alone. With `only_first`, all but those in
    `first` and those of safety are.
    """

    key: str
    title: str
    say: str
    come_back: str
    opens_next: str
    contact: str
    at: Position
    how_long: str = ""
    how_long_finding: str = ""
    look_again: dict[str, int] = {}
    days_done: str = ""
    days_done_if: tuple[str, ...] = ()
    ends_interview: bool = False
    only_safety: bool = False
    only_first: bool = False
    sources: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
