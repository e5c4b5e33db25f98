"""Terminal, page, JSON and saved text say the same words in the same order, for every example; and the first screen is short."""

import datetime
import re
from collections import Counter
from html import unescape

import pytest

from milepost.cli.terminal.recommendation import LETTERS, everything
from milepost.cli.terminal.result import Result
from milepost.engine.telling.as_text import as_text
from milepost.engine.telling.countries import ANYWHERE
from milepost.engine.telling.record import record
from milepost.engine.telling.sections import words_of
from milepost.engine.telling.tell import tell
from milepost.engine.telling.texts import NO_ALARM
from milepost.web.app import create_app
from milepost.web.pages.result import laid_out
from milepost.web.settings import Settings
from tests.tiers import sampled

TODAY = datetime.date(2026, 11, 25)
MOST_WORDS, MOST_LINES, COLUMNS = 250, 45, 80
SHARES = 6
# What a page alone has: forms, what leads to other pages or saves this one, and the helplines, which are laid out by themselves.
APART = r'<section class="keep".*?</section>|<form .*?</form>|<div class="helplines">.*?</div>|<p class="go">.*?</p>|<a class="back".*?</a>'


@pytest.fixture
def app(knowledge, templates):
    made = create_app(lambda: knowledge, Settings(today=TODAY))
    made.jinja_env.bytecode_cache = templates
    return made


@pytest.fixture(scope="module")
def places(base):
    """The country that each example is told for; for some none."""
    countries = [None, *(country for code, country in base.countries.items() if code != ANYWHERE)]
    return {id: countries[n % len(countries)] for n, id in enumerate(base.examples)}


@pytest.fixture(scope="module", params=sampled(range(SHARES), 1))
def tellings(base, consultations, explanations, places, request):
    """Of a share of the examples the consultation, the explanation, the country, and what is told, made for all tests."""

    def told(id: str) -> tuple:
        consultation, country = consultations[id], places[id]
        explanation = explanations[id]
        ends = consultation.step.ends_interview
        return consultation, explanation, country, tell(consultation, None if ends else explanation, country, TODAY)

    return [told(id) for id in list(base.examples)[request.param :: SHARES]]


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


def test_terminal_page_json_and_saved_text_say_the_same(app, tellings):
    for consultation, explanation, country, telling in tellings:
        printed = words(everything(telling, 10_000, ""))
        assert len(printed) > 300
        assert on_the_page(app, consultation, explanation, country.code if country else "") == printed
        reachable = [country] if country else []
        assert in_the_record(record(consultation, explanation, TODAY, reachable)) == printed
        # There, titles of rows are in capitals.
        assert words(as_text(telling, []).lower()) == words(" ".join(printed).lower())


def test_the_first_screen_is_short(knowledge, tellings):
    for consultation, _, country, _ in tellings:
        for at in (country, None):
            printed = Result(knowledge.milepost, consultation, TODAY).text(at, whole=False)
            # The marks of a list are no words.
            read = len([each for each in printed.split() if re.search(r"\w", each)])
            assert read <= MOST_WORDS, (consultation.step.key, read)
            assert len(printed.splitlines()) <= MOST_LINES, (consultation.step.key, len(printed.splitlines()))


def test_what_has_to_be_in_view_is(tellings):
    """The step, safety lines before all other dos and don'ts, and why; what found no room is behind a row."""
    for consultation, _, _, telling in tellings:
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


def test_most_screens_show_three_of_each(base, consultations, places):
    full = total = 0
    for id in base.examples:
        consultation = consultations[id]
        if not consultation.step.ends_interview:
            telling = tell(consultation, None, places[id], TODAY)
            shown = {kind: telling.section(kind) for kind in ("do", "dont")}
            total += 1
            in_view = {kind: len(section.items) if section else 0 for kind, section in shown.items()}
            # An affirmation is worth a third do and a third don't.
            wanted = 3 - (telling.section("affirmation") is not None)
            full += all(many >= min(wanted, len(consultation.lines(kind))) for kind, many in in_view.items())
    # A sentence to say and the next moment are each worth a third don't.
    assert full > total * 0.9, f"{full} of {total}"


def test_a_step_that_ends_the_interview_shows_help_and_nothing_that_distracts(tellings):
    for consultation, _, _, telling in tellings:
        if consultation.step.ends_interview:
            assert [section.key for section in telling.screen][:2] == ["numbers", "step"]
            assert {row.key for row in telling.rows} <= {"people", "more", "who"}
        elif any(line.safety for line in consultation.lines("help")):
            keys = [section.key for section in telling.screen]
            to_do = any(line.safety for kind in ("do", "dont") for line in consultation.lines(kind))
            assert ("numbers" in keys) == to_do and ("help" in keys or to_do)
            assert not to_do or keys[keys.index("step") + 1] == "numbers", "help comes right below the step"


def test_nothing_rang_is_said_only_where_nothing_did(tellings):
    for consultation, explanation, _, telling in tellings:
        said = [item.say for row in telling.rows for section in row.sections for item in section.items]
        lines = [line for kind in ("do", "dont", "note", "help") for line in consultation.lines(kind)]
        if any(line.safety for line in lines) or explanation.alarm or consultation.step.ends_interview:
            assert NO_ALARM not in said


def test_nothing_is_told_twice(tellings):
    """Rows say nothing that is in view or in a row before; but numbers to call, and how far each study bears it out."""
    for consultation, _, _, telling in tellings:
        seen = Counter(words for s in telling.screen for i in s.items for words in {i.say, i.why} - {""})
        for section in (section for row in telling.rows for section in row.sections):
            for item in every(section.items):
                exempt = section.key == "numbers" or (section.key == "reasons" and item.say.endswith(("...", '..."')))
                seen.update([] if exempt else [item.say])
                seen.update([] if section.key == "research" or not item.why else [item.why])
        assert [words for words, count in seen.items() if count > 1] == [], consultation.step.key


def every(items):
    for item in items:
        yield item
        yield from every(item.below)


def test_every_row_has_a_letter_of_its_own_that_no_prompt_takes(tellings):
    from milepost.cli.terminal.prompt import LETTERS as EVERYWHERE

    assert len(set(LETTERS.values())) == len(LETTERS) and not set(LETTERS.values()) & set(EVERYWHERE)
    for _, _, _, telling in tellings:
        assert {row.key for row in telling.rows} <= set(LETTERS)


def test_words_are_counted_as_they_are_read(tellings):
    for _, _, _, telling in tellings[::7]:
        assert words_of(telling) == len(
            " ".join(
                [f"{s.title} {s.lead} {' '.join(f'{i.say} {i.why}' for i in s.items)}" for s in telling.screen]
                + [row.title for row in telling.rows]
            ).split()
        )
