"""Terminal, page and JSON say the same words in the same order, for every example; and the first screen is short."""

import datetime
import re
from html import unescape

import pytest

from milepost.cli.terminal.recommendation import LETTERS, everything
from milepost.cli.terminal.result import Result
from milepost.engine.telling.countries import ANYWHERE
from milepost.engine.telling.record import record
from milepost.engine.telling.sections import words_of
from milepost.engine.telling.tell import tell
from milepost.engine.telling.texts import NO_ALARM
from milepost.web.app import create_app
from milepost.web.pages.result import laid_out
from milepost.web.settings import Settings

TODAY = datetime.date(2026, 11, 25)
MOST_WORDS, MOST_LINES, COLUMNS = 250, 45, 80
STARTS = pytest.mark.parametrize("start", range(6))
# What a page alone has: forms, what leads to other pages, and the helplines, which are laid out by themselves.
APART = r'<form .*?</form>|<div class="helplines">.*?</div>|<p class="go">.*?</p>|<a class="back".*?</a>'


@pytest.fixture
def app(knowledge):
    return create_app(lambda: knowledge, Settings(today=TODAY))


@pytest.fixture(scope="module")
def tellings(base, consultations, explainer):
    """Each example with its consultation, its explanation and the country it is told for."""
    places = [None, *(country for code, country in base.countries.items() if code != ANYWHERE)]
    return {
        id: (consultations[id], explainer.explain(consultations[id]), places[n % len(places)])
        for n, id in enumerate(base.examples)
    }


def some(tellings, start: int) -> list:
    return list(tellings.values())[start::6]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def on_the_page(app, consultation, explanation, code: str) -> list[str]:
    ends = consultation.step.ends_interview
    with app.test_request_context("/step"):
        page = laid_out(consultation, None if ends else explanation, code, "/check")
    main = re.search(r"<main.*?</main>", page, re.DOTALL)[0]
    return words(unescape(re.sub(r"<[^>]+>", " ", re.sub(APART, " ", main, flags=re.DOTALL))))


def in_the_record(told: dict) -> list[str]:
    """Every word of the sections, in the order in which they stand in the record."""

    def of(items):
        return " ".join(f"{item['say']} {item['why']} {of(item['below'])}" for item in items)

    def sections(parts):
        return " ".join(f"{part['title']} {part['lead']} {of(part['items'])}" for part in parts)

    rows = " ".join(f"{row['title']} {sections(row['sections'])}" for row in told["rows"])
    return words(f"{sections(told['screen'])} {rows}")


@STARTS
def test_terminal_page_and_json_say_the_same(app, tellings, start):
    for consultation, explanation, country in some(tellings, start):
        ends = consultation.step.ends_interview
        telling = tell(consultation, None if ends else explanation, country, TODAY)
        printed = words(everything(telling, 10_000, ""))
        assert len(printed) > 300
        assert on_the_page(app, consultation, explanation, country.code if country else "") == printed
        reachable = [country] if country else []
        assert in_the_record(record(consultation, explanation, TODAY, reachable)) == printed


@STARTS
def test_the_first_screen_is_short(knowledge, tellings, start):
    for consultation, _, country in some(tellings, start):
        for at in (country, None):
            printed = Result(knowledge.milepost, consultation, TODAY).text(at, whole=False)
            read = len(printed.split())
            assert read <= MOST_WORDS, (consultation.step.key, read)
            assert len(printed.splitlines()) <= MOST_LINES, (consultation.step.key, len(printed.splitlines()))


@STARTS
def test_what_has_to_be_in_view_is(tellings, start):
    """The step, safety lines before all other dos and don'ts, and why; what found no room is behind a row."""
    for consultation, explanation, country in some(tellings, start):
        telling = tell(consultation, explanation, country, TODAY)
        shown = {item.id for section in telling.screen for item in section.items}
        safety = {each.id for kind in ("do", "dont") for each in consultation.lines(kind) if each.safety}
        assert telling.section("step").lead == consultation.step.title
        if not safety <= shown:
            others = {each.id for kind in ("do", "dont") for each in consultation.lines(kind) if not each.safety}
            assert len(shown & safety) >= 5 and not others & shown, (consultation.step.key, shown)
        told = {item.id for row in telling.rows for section in row.sections for item in section.items}
        assert consultation.told <= told | shown, "what is not in view is behind a row"
        if not safety and not consultation.step.ends_interview:
            assert telling.section("why") or consultation.lines("help")


def test_most_screens_show_three_of_each(tellings):
    full = total = 0
    for consultation, explanation, country in tellings.values():
        if not consultation.step.ends_interview:
            telling = tell(consultation, explanation, country, TODAY)
            shown = {kind: telling.section(kind) for kind in ("do", "dont")}
            total += 1
            in_view = {kind: len(section.items) if section else 0 for kind, section in shown.items()}
            full += all(many >= min(3, len(consultation.lines(kind))) for kind, many in in_view.items())
    assert full > total * 0.9, f"{full} of {total}"


@STARTS
def test_a_step_that_ends_the_interview_shows_help_and_nothing_that_distracts(tellings, start):
    for consultation, explanation, country in some(tellings, start):
        telling = tell(consultation, explanation, country, TODAY)
        if consultation.step.ends_interview:
            assert [section.key for section in telling.screen][:2] == ["numbers", "step"]
            assert {row.key for row in telling.rows} <= {"people", "more", "who"}
        elif any(line.safety for line in consultation.lines("help")):
            keys = [section.key for section in telling.screen]
            assert keys[keys.index("step") + 1] == "numbers", "help comes right below the step"


@STARTS
def test_nothing_rang_is_said_only_where_nothing_did(tellings, start):
    for consultation, explanation, country in some(tellings, start):
        telling = tell(consultation, explanation, country, TODAY)
        said = [item.say for row in telling.rows for section in row.sections for item in section.items]
        lines = [line for kind in ("do", "dont", "note", "help") for line in consultation.lines(kind)]
        if any(line.safety for line in lines) or explanation.alarm or consultation.step.ends_interview:
            assert NO_ALARM not in said


def test_every_row_has_a_letter_of_its_own_that_no_prompt_takes(tellings):
    from milepost.cli.terminal.prompt import LETTERS as EVERYWHERE

    assert len(set(LETTERS.values())) == len(LETTERS) and not set(LETTERS.values()) & set(EVERYWHERE)
    for consultation, explanation, country in tellings.values():
        assert {row.key for row in tell(consultation, explanation, country, TODAY).rows} <= set(LETTERS)


def test_words_are_counted_as_they_are_read(tellings):
    for consultation, explanation, country in list(tellings.values())[::40]:
        telling = tell(consultation, explanation, country, TODAY)
        assert words_of(telling) == len(
            " ".join(
                [f"{s.title} {s.lead} {' '.join(f'{i.say} {i.why}' for i in s.items)}" for s in telling.screen]
                + [row.title for row in telling.rows]
            ).split()
        )
