"""The page of the step: one step, why, and nothing that sounds like a forecast."""

import datetime
import re

import pytest

from milepost.engine.telling.tell import tell
from milepost.web.app import create_app
from milepost.web.settings import Settings
from tests.web.person import Person, section, shown

ROWS = ("more", "why", "change", "others", "from", "who")


@pytest.fixture
def told(done, knowledge):
    consultation = knowledge.consulted(done.visit.conversation.sheet)
    return tell(consultation, knowledge.milepost.explain(consultation), None, datetime.date.today())


def test_one_step_with_all_that_belongs_to_it(done, told):
    page = done.page("/step")
    assert page.count("data-role=") == 1 and page.count("<h1") == 1
    step = shown(section(page, "step"))
    assert all(item.say in step for item in told.section("step").items) and told.section("step").lead in step


def test_its_rows_come_in_order_and_are_closed(done):
    page = done.page("/step")
    places = [page.index(f'<details class="row-{name}" id="{name}">') for name in ROWS]
    assert places == sorted(places) and page.index('data-role="step"') < places[0]


def test_all_that_is_told_is_on_the_page(done, told):
    words = shown(done.page("/step"))

    def said(items):
        for item in items:
            yield from (item.say, item.why, *said(item.below))

    behind = [section for row in told.rows for section in row.sections]
    texts = [text for section in (*told.screen, *behind) for text in (section.title, *said(section.items))]
    assert len(texts) > 100 and [text for text in texts if text not in words.replace("\n", " ")] == []


def test_what_every_line_rests_on_has_a_kind_and_a_date(done, knowledge):
    page = done.page("/step")
    kb, consultation = knowledge.kb, knowledge.consulted(done.visit.conversation.sheet)
    cited = {kb.statements[one].source for id in consultation.told for one in kb.advice[id].sources}
    listed = section(page, "texts")
    assert cited and all(kb.sources[key].title in shown(listed) for key in cited)
    for address in re.findall(r'href="(/sources/\d+)"', listed):
        source = done.page(address)
        assert re.search(r"<dd data-kind>(article|guidance|study)</dd>", source) and re.search(
            r"<dd data-checked>\d{1,2} [A-Z]\w+ \d{4}</dd>", source
        )


def test_the_first_numbers_can_be_called(ended):
    assert ended.post("/country", country="IE", back="step").status_code == 303
    page = ended.page("/step")
    assert page.index('<a href="tel:112">112</a>') < page.index('data-role="step"')


def test_no_forecast_in_any_form(done, ended):
    for person in (done, ended):
        assert not re.search(r"%|\bchances?\b|\bguarantee", shown(person.page("/step")), re.IGNORECASE)


def test_the_numbers_of_a_country_are_shown_and_not_in_an_address(ended, base):
    ireland = base.countries["IE"]
    assert f"Emergency ({ireland.name})" not in ended.page("/step")
    assert ended.post("/country", country="IE", back="step").headers["Location"] == "/step?open=people#people"
    assert f"Emergency ({ireland.name})" in shown(section(ended.page("/step"), "numbers"))
    assert "open id=" in ended.page("/step?open=people")
    assert ireland.emergency in shown(ended.page("/help"))
    assert ended.post("/country", country="XX", back="https://example.org").headers["Location"] == "/help#people"
    assert ended.visit.country == ""


def test_what_was_checked_long_ago_is_said(knowledge):
    late = Person(create_app(lambda: knowledge, Settings(today=datetime.date(2040, 1, 1)))).come_in()
    late.post("/begin", target="plain", question="", presses_most="")
    late.answer("/q/3", late.key("/q/3"), "yes")
    assert "last checked over a year ago" in shown(late.page("/step"))
