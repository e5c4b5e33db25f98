"""The first screen has room for three dos and three don'ts; what can wait for that, waits in its row."""

import datetime

import pytest

from milepost.engine.consulting.choice import is_particular
from milepost.engine.model.advice import AFFIRMATION, ALSO
from milepost.engine.telling.first_screen import FEW, MOST, first_screen
from milepost.engine.telling.rows import titles
from milepost.engine.telling.sections import words_of
from milepost.engine.telling.texts import date

TODAY = datetime.date(2026, 11, 26)


@pytest.fixture(scope="module")
def screens(base, consultations):
    """The consultation and the first screen of every example that goes on."""
    found = {}
    for id, consultation in consultations.items():
        if not consultation.step.ends_interview:
            rows = list(titles(consultation).values())
            found[id] = consultation, first_screen(consultation, base.countries["IE"], TODAY, rows), rows
    return found


def test_three_of_each_are_in_view_where_nothing_about_safety_needs_the_room(screens):
    for id, (consultation, screen, _) in screens.items():
        shown = {section.key: len(section.items) for section in screen.sections}
        # A sentence to say and the next moment are each worth a third don't.
        # So is a third do by a first thing today that is particular, and each third line by an affirmation.
        today = consultation.today is not None and is_particular(consultation.kb, consultation.today)
        dos = FEW - (AFFIRMATION in shown or (today and "today" in shown))
        donts = FEW - bool({"words", "next", "today", AFFIRMATION} & set(shown))
        for kind, few in (("do", dos), ("dont", donts)):
            there = shown.get(kind, 0) >= min(few, len(consultation.lines(kind)))
            assert there or {"numbers", "help"} & set(shown) or consultation.lines(ALSO), (id, kind, shown)


def test_it_stays_within_its_words(screens):
    for id, (_, screen, rows) in screens.items():
        told = sum(map(words_of, screen.sections)) + sum(len(title.split()) for title in rows)
        assert told <= MOST, id


def test_what_waits_is_told_in_the_rows_and_most_of_it_does_not_wait(screens):
    waits = {"next": 0, "words": 0, "today": 0}
    for consultation, screen, _ in screens.values():
        keys = {section.key for section in screen.sections}
        assert "why" in keys or "numbers" in keys
        assert "answer" in keys or consultation.answer is None, "what was asked is answered"
        waits["next"] += consultation.next_moment is not None and "next" not in keys
        waits["today"] += consultation.today is not None and "today" not in keys
        waits["words"] += consultation.words is not None and "words" not in keys
    # In Ireland two numbers stand beside the emergency number, as the first line is for women: here is the least room.
    assert all(count < len(screens) / 10 for count in waits.values()), waits
    assert waits["words"] < len(screens) / 15, waits


def test_an_affirmation_stands_after_the_step_and_seldom_waits(screens):
    affirmed = [(c, screen) for c, screen, _ in screens.values() if c.lines(AFFIRMATION)]
    in_view = 0
    for consultation, screen in affirmed:
        keys = [section.key for section in screen.sections]
        shown = [section for section in screen.sections if section.key == AFFIRMATION]
        assert [[item.id for item in section.items] for section in shown] in (
            [],
            [[consultation.lines(AFFIRMATION)[0].id]],
        )
        assert not shown or keys[keys.index(AFFIRMATION) - 1] in ("step", "numbers")
        in_view += len(shown)
    assert len(affirmed) > len(screens) / 2 and in_view > len(affirmed) * 3 / 5, (len(screens), len(affirmed), in_view)


def test_what_is_particular_in_a_life_waits_for_nothing_general(base, screens):
    """A first thing today, or a next moment, that reads it is in view before a third do or don't that does not."""
    waits = []
    for id, (consultation, screen, _) in screens.items():
        keys = {section.key for section in screen.sections}
        own = {key for key in ("today", "next") if key in consultation.alone} - keys
        waits += [(id, key) for key in own if is_particular(base, consultation.alone[key])]
    assert not [id for id, key in waits if key == "today"]
    assert len(waits) < len(screens) / 30, waits


@pytest.mark.parametrize(
    "written, said", [("2026-11-22", "22 November 2026"), ("2026-02", "February 2026"), ("2025", "2025")]
)
def test_dates_are_written_as_people_write_them(written, said):
    assert date(written) == said
