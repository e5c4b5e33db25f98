"""The first screen: what somebody reads at once, in at most 250 words, and which lines it leaves for the rows."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import zip_longest

import msgspec

from milepost.engine.consulting.choice import asks_for_step_alone, is_particular, most_particular, weight
from milepost.engine.consulting.consult import Consultation
from milepost.engine.model.advice import AFFIRMATION, ALSO, Advice
from milepost.engine.model.helpline import Country
from milepost.engine.telling import texts
from milepost.engine.telling.numbers import numbers
from milepost.engine.telling.review import overdue
from milepost.engine.telling.sections import Item, Section, words_of

# Words, with the titles of the rows; what opens these takes two more.
MOST = 248
# How many dos and don'ts are in view, where no more are safety lines; and how long a reason may be there, in words.
FEW, SHORT = 3, 16
REASONS = 2


class Waiting(msgspec.Struct, frozen=True):
    """Sections that wait until so many dos and don'ts have found room."""

    sections: tuple[str, ...]
    donts: int
    dos: int = FEW


_LATER = ((), ("next",), ("today",), ("today", "next"))
# The first of these that gives dos and don'ts room, else nothing waits; those come first that lose least. The first
# thing today, a sentence to say and the next moment are each worth a third don't.
WAITING = (
    *(Waiting((), donts, dos) for donts, dos in ((FEW, FEW), (FEW - 1, FEW), (FEW - 1, FEW - 1))),
    *(Waiting((AFFIRMATION, *later), donts) for later in _LATER for donts in (FEW, FEW - 1)),
    *(Waiting((AFFIRMATION, "words", *later), FEW) for later in _LATER),
    # A first thing today that is particular in somebody's life is worth a third do, too.
    *(Waiting((AFFIRMATION, *later), FEW - 1, FEW - 1) for later in _LATER[:2]),
)
ORDER = (
    "answer", "step", "numbers", "affirmation", "today", "words", "do", "dont", "next", "help", "notes", "at_odds",
    "why", "old",
)  # fmt: skip
# Numbers come first where nothing may stand before help; then what to do today, what else to do, and who can help.
HELP_FIRST = (
    "numbers", "step", "answer", "affirmation", "today", "words", "do", "dont", "help", "notes", "go_on", "old",
)  # fmt: skip
KINDS = {"do": "do", "dont": "dont", "note": "notes", "help": "help"}
# The lines of which the reason is told too; of a sentence to say, of help and of numbers it is plain.
REASONED = ("do", "dont", "today", "next", "answer", "affirmation", "notes")

Shown = dict[str, list[Item]]  # items by the keys of their sections
Wish = tuple[str, Item]  # an item for the section of a key


class FirstScreen(msgspec.Struct, frozen=True):
    """The sections in view, and the ids of the lines in them."""

    sections: tuple[Section, ...]
    lines: frozenset[str]


def first_screen(
    consultation: Consultation, country: Country | None, today: datetime.date | None, rows: Sequence[str]
) -> FirstScreen:
    """Return the first screen, to which `rows` are the titles of what may be closed below.

    What has to be in view is; what else belongs there comes in order as long as there is room, and so do reasons.
    """
    ends, room = consultation.step.ends_interview, MOST - sum(len(title.split()) for title in rows)
    needed, wished = _needed(consultation, country, today), list(_wished(consultation))
    there = {key: len(consultation.lines(key)) for key in ("do", "dont")}
    made = cache(lambda waiting: _Room(consultation, needed, room, wished, waiting))
    chosen = made(())
    worth = {kind for kind in there if _affirms_more(consultation, kind)}
    for each in () if ends else sorted(WAITING, key=lambda each: _lost(consultation, each, worth)):
        tried, few = made(each.sections), {"do": each.dos, "dont": each.donts}
        if all(len(tried.items(key)) >= min(most, there[key]) for key, most in few.items()):
            chosen = tried
            break
    for key, place, why in () if ends else _reasons(consultation, chosen.shown):
        items = chosen.items(key)
        chosen.take(key, (*items[:place], msgspec.structs.replace(items[place], why=why), *items[place + 1 :]))
    sections = tuple(chosen.shown[key] for key in (HELP_FIRST if ends else ORDER) if key in chosen.shown)
    return FirstScreen(sections, frozenset(item.id for s in sections for item in s.items) & consultation.told)


def _lost(consultation: Consultation, waiting: Waiting, worth: set[str]) -> tuple[bool, int]:
    """What is lost where these wait: what is worth more, and how many lines on what is particular in a life.

    An affirmation is `worth` a third line of these kinds.
    """
    own = {key for key, line in consultation.alone.items() if is_particular(consultation.kb, line)}
    affirmed = AFFIRMATION not in waiting.sections
    few_dos = waiting.dos < FEW and not ("today" in own or (affirmed and "do" in worth))
    few_donts = waiting.donts < FEW and affirmed and "dont" not in worth
    return "words" in waiting.sections or few_dos or few_donts, len(own.intersection(waiting.sections))


def _affirms_more(consultation: Consultation, kind: str) -> bool:
    """Is there an affirmation that is worth more than the third line of a kind?

    It is if it reads what is particular in a life, or if that line asks for nothing but the step.
    """
    kb, thirds = consultation.kb, most_particular(consultation.kb, consultation.lines(kind))[FEW - 1 : FEW]
    general = all(not weight(kb, third) or asks_for_step_alone(kb, third) for third in thirds)
    return any(general or is_particular(kb, each) for each in consultation.lines(AFFIRMATION)[:1])


class _Room:
    """The sections of a first screen as they fill up, `shown` by their keys, and the words there is still room for.

    What is needed is there; of what is wished all that has room, the sections in `waiting` last.
    """

    def __init__(
        self, consultation: Consultation, needed: Shown, room: int, wished: list[Wish], waiting: Sequence[str]
    ):
        self.consultation = consultation
        self.shown = {key: titled(consultation, key, items) for key, items in needed.items() if items}
        self.left = room - sum(map(words_of, self.shown.values()))
        self._take_wished(sorted(wished, key=lambda wish: wish[0] in waiting))

    def items(self, key: str) -> tuple[Item, ...]:
        """What a section has so far."""
        return self.shown[key].items if key in self.shown else ()

    def take(self, key: str, items: Sequence[Item]) -> bool:
        """Make these the items of a section if there is room for that; return whether there was."""
        made = titled(self.consultation, key, items)
        left = self.left - words_of(made) + (words_of(self.shown[key]) if key in self.shown else 0)
        if left >= 0:
            self.shown[key], self.left = made, left
        return left >= 0

    def _take_wished(self, wished: Iterable[Wish]) -> None:
        """Take of what is wished, in its order, all that has room; no line where a safety line found none."""
        crowded = False
        for key, item in wished:
            if item not in self.items(key) and not (key in KINDS and crowded and not item.safety):
                taken = self.take(key, (*self.items(key), item))
                crowded = crowded or (item.safety and not taken)


def titled(consultation: Consultation, key: str, items: Iterable[Item]) -> Section:
    """Return some items as a section of the first screen, with its title."""
    words = consultation.words
    title = texts.TITLES[key].format(consultation.asked)
    if key == "words" and words and words.to_whom:
        title = texts.COULD_SAY_TO.format(words.to_whom)
    return Section(key, title, tuple(items), consultation.step.title if key == "step" else "")


def _needed(consultation: Consultation, country: Country | None, today: datetime.date | None) -> Shown:
    """What has to be in view, by the key of its section: the step, numbers, when to go on, and answers at odds."""
    step, ends = consultation.step, consultation.step.ends_interview
    shown = {"step": [Item(step.say, id=step.key, sources=step.sources), *map(line, consultation.lines(ALSO))]}
    if ends:
        shown["go_on"] = [Item(step.come_back)]
    else:
        shown["step"] += [Item(said) for said in _how_long(consultation, today)]
        shown["at_odds"] = [Item(misfit.entry.say, id=misfit.entry.id) for misfit in consultation.misfits]
    helps = [told for told in consultation.lines("help") if told.safety]
    if ends or helps:
        to_call = list(numbers(consultation.kb.countries, country, consultation.purposes, today))
        # Where there is nothing to do or leave for safety's sake, nobody is asked if they are in danger.
        calm = not ends and not any(told.safety for kind in ("do", "dont") for told in consultation.lines(kind))
        shown.update({"help": [*map(line, helps), *to_call[1:]]} if calm else {"numbers": to_call})
    late = overdue(consultation, today) if today else []
    shown["old"] = [Item(texts.OLD.format(texts.date(min(late))))] if late else []
    return shown


def _wished(consultation: Consultation) -> Iterator[tuple[str, Item]]:
    """Yield what comes into view where there is room, what matters most first, each with the key of its section."""
    c, ends = consultation, consultation.step.ends_interview
    why = [Item(reason.rule.because, id=reason.rule.id) for reason in c.reasons[:REASONS]] or [Item(texts.NO_RULE)]
    safety = [(KINDS[kind], line(told)) for kind in ("help", "note") for told in c.lines(kind) if told.safety]
    affirmation = [(AFFIRMATION, line(told)) for told in c.lines(AFFIRMATION)[:1]]
    first = ["words", "next"] if not ends else []
    last = ["words"] if ends else []
    lines = {kind: most_particular(c.kb, c.lines(kind)) for kind in ("do", "dont")}
    yield from _in_turn(lines, lambda told, before: told.safety and before < FEW)
    # What was asked is not left unanswered for a fourth line about safety; nor is there nothing to do first today.
    yield from ((key, line(told)) for key in ("answer", "today") if (told := c.alone.get(key)))
    yield from _in_turn(lines, lambda told, before: told.safety and before >= FEW)
    yield from safety if ends else ()
    yield from ((key, line(told)) for key in first if (told := c.alone.get(key)))
    yield from affirmation if not ends else ()
    yield from (() if ends else [("why", why[0])])
    yield from _in_turn(lines, lambda told, before: not told.safety and before < FEW)
    yield from ((key, line(told)) for key in last if (told := c.alone.get(key)))
    yield from affirmation if ends else ()
    yield from (() if ends else [*safety, *(("why", more) for more in why[1:])])


def _in_turn(lines: dict[str, list[Advice]], wanted: Callable[[Advice, int], bool]) -> Iterator[tuple[str, Item]]:
    """Yield the lines that are wanted, one of each kind in turn.

    `wanted` is given a line, and how many of its kind come before it.
    """
    chosen = [
        [(kind, line(told)) for before, told in enumerate(of_kind) if wanted(told, before)]
        for kind, of_kind in lines.items()
    ]
    for both in zip_longest(*chosen):
        yield from (one for one in both if one)


def _reasons(consultation: Consultation, shown: dict[str, Section]) -> Iterator[tuple[str, int, str]]:
    """Yield where a short reason can stand in view: the key of the section, the place of the line, and the reason."""
    for key in REASONED:
        for place, item in enumerate(shown[key].items if key in shown else ()):
            why = consultation.kb.advice[item.id].because
            if len(why.split()) <= SHORT:
                yield key, place, why


def _how_long(consultation: Consultation, today: datetime.date | None) -> Iterator[str]:
    """Yield how long the step lasts, and on what day to look again or else when to come back."""
    yield texts.sentence(consultation.how_long)
    if today and consultation.look_again:
        yield texts.LOOK_AGAIN.format(texts.day(today + datetime.timedelta(days=consultation.look_again)))


def line(told: Advice) -> Item:
    """Return a line of advice as it is said; words to say in quotation marks."""
    say = f'"{told.say}"' if told.kind == "words" else told.say
    return Item(say, id=told.id, sources=told.sources, safety=told.safety)
