"""The first screen: what somebody reads at once, in at most 250 words, and which lines it leaves for the rows."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest

import msgspec

from milepost.engine.consulting.choice import most_particular
from milepost.engine.consulting.consult import Consultation
from milepost.engine.model.advice import ALSO, Advice
from milepost.engine.model.helpline import Country
from milepost.engine.telling import texts
from milepost.engine.telling.at_odds import misfits
from milepost.engine.telling.numbers import numbers
from milepost.engine.telling.review import overdue
from milepost.engine.telling.sections import Item, Section, words_of

# Words, with the titles of the rows and the marks before the lines of a list; what opens the rows takes two more.
MOST = 248
# How many dos and don'ts are in view, where no more are safety lines; and how long a reason may be there, in words.
FEW, SHORT = 3, 16
REASONS = 2
# What waits where three dos and three don'ts find no room: the first of these that gives them some, else nothing.
WAITING: tuple[tuple[str, ...], ...] = ((), ("next",), ("words",), ("words", "next"))
ORDER = ("answer", "step", "numbers", "today", "words", "do", "dont", "next", "help", "notes", "at_odds", "why", "old")
# Numbers come first where nothing may stand before help.
HELP_FIRST = ("numbers", "step", "help", "do", "dont", "today", "words", "notes", "go_on", "answer", "old")
KINDS = {"do": "do", "dont": "dont", "note": "notes", "help": "help"}
# The lines of which the reason is told too; of a sentence to say, of help and of numbers it is plain.
REASONED = ("do", "dont", "today", "next", "answer", "notes")

Shown = dict[str, list[Item]]  # items by the keys of their sections


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
    few = {key: min(FEW, len(consultation.lines(key))) for key in ("do", "dont")}
    tried = []
    for waiting in WAITING[:1] if ends else WAITING:
        tried.append(_chosen(consultation, needed, sorted(wished, key=lambda wish: wish[0] in waiting), room))
        if all(len(tried[-1].get(key, ())) >= most for key, most in few.items()):
            tried = tried[-1:]
            break
    shown = tried[0]
    for key, place, why in () if ends else _reasons(consultation, shown):
        reasoned = msgspec.structs.replace(shown[key][place], why=why)
        more = shown | {key: [*shown[key][:place], reasoned, *shown[key][place + 1 :]]}
        shown = more if _fits(consultation, more, room) else shown
    sections = _laid_out(consultation, shown)
    return FirstScreen(sections, frozenset(item.id for s in sections for item in s.items) & consultation.told)


def _chosen(consultation: Consultation, needed: Shown, wished: Iterable[tuple[str, Item]], room: int) -> Shown:
    """What is needed, and of what is wished, in its order, all that has room."""
    shown, crowded = needed, False
    for key, item in wished:
        if key in KINDS and crowded and not item.safety:
            continue  # no line stands where a safety line found no room
        more = shown | {key: [*shown.get(key, []), item]}
        if _fits(consultation, more, room):
            shown = more
        else:
            crowded = crowded or item.safety
    return shown


def _fits(consultation: Consultation, shown: Shown, room: int) -> bool:
    return sum(map(_size, _laid_out(consultation, shown))) <= room


def _laid_out(consultation: Consultation, shown: Shown) -> tuple[Section, ...]:
    order = HELP_FIRST if consultation.step.ends_interview else ORDER
    return tuple(_section(consultation, key, shown[key]) for key in order if shown.get(key))


def _size(section: Section) -> int:
    """Return how much room a section takes: its words, and a mark before each line of a list."""
    return words_of(section) + (len(section.items) if section.key != "step" and len(section.items) > 1 else 0)


def _section(consultation: Consultation, key: str, items: list[Item]) -> Section:
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
        shown["at_odds"] = [Item(misfit.entry.say, id=misfit.entry.id) for misfit in misfits(consultation)]
    if ends or any(told.safety for told in consultation.lines("help")):
        shown["numbers"] = list(numbers(consultation.kb.countries, country, consultation.purposes, today))
    late = overdue(consultation, today) if today else []
    shown["old"] = [Item(texts.OLD.format(texts.date(min(late))))] if late else []
    return shown


def _wished(consultation: Consultation) -> Iterator[tuple[str, Item]]:
    """Yield what comes into view where there is room, what matters most first, each with the key of its section."""
    c, ends = consultation, consultation.step.ends_interview
    alone = {"answer": c.answer, "today": c.today, "words": c.words, "next": c.next_moment}
    why = [Item(reason.rule.because, id=reason.rule.id) for reason in c.reasons[:REASONS]] or [Item(texts.NO_RULE)]
    safety = [(KINDS[kind], line(told)) for kind in ("help", "note") for told in c.lines(kind) if told.safety]
    first = ["answer", "today", "words", "next"] if not ends else []
    last = ["today", "words", "answer"] if ends else []
    yield from _in_turn(c, lambda told, _: told.safety)
    yield from safety if ends else ()
    yield from ((key, line(told)) for key in first if (told := alone[key]))
    yield from (() if ends else [("why", why[0])])
    yield from _in_turn(c, lambda told, before: not told.safety and before < FEW)
    yield from ((key, line(told)) for key in last if (told := alone[key]))
    yield from (() if ends else [*safety, *(("why", more) for more in why[1:])])


def _in_turn(consultation: Consultation, wanted: Callable[[Advice, int], bool]) -> Iterator[tuple[str, Item]]:
    """Yield the dos and don'ts that are wanted, one of each in turn, the most particular first.

    `wanted` is given a line, and how many of its kind come before it.
    """
    lines = {kind: most_particular(consultation.kb, consultation.lines(kind)) for kind in ("do", "dont")}
    chosen = [
        [(kind, line(told)) for before, told in enumerate(of_kind) if wanted(told, before)]
        for kind, of_kind in lines.items()
    ]
    for both in zip_longest(*chosen):
        yield from (one for one in both if one)


def _reasons(consultation: Consultation, shown: Shown) -> Iterator[tuple[str, int, str]]:
    """Yield where a short reason can stand in view: the key of the section, the place of the line, and the reason."""
    for key in REASONED:
        for place, item in enumerate(shown.get(key, ())):
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
