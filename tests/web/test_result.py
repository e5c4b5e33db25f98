"""The page of the step: one step, why, and nothing that sounds like a forecast."""

import datetime
import re

import pytest

from milepost.engine.telling import texts
from milepost.engine.telling.as_text import as_text
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
    assert 'Emergency: <strong><a href="tel:112">112</a> or <a href="tel:999">999</a></strong>' in ended.page("/help")
    assert ended.post("/country", country="XX", back="https://example.org").headers["Location"] == "/help#people"
    assert ended.visit.country == ""


def test_without_a_country_help_has_the_few_numbers_that_cover_most_and_offers_the_one_of_the_browser(ended):
    """What is offered is chosen in the list, and its numbers are shown to nobody who did not say that it is theirs."""
    for address in ("/help", "/step"):
        page = ended.get(address, Accept_Language="en-IE,en;q=0.8").text
        assert 'Call <a href="tel:112">112</a> (Europe), <a href="tel:911">911</a>' in page
        assert '<option value="IE" selected>' in page and "Emergency (Ireland)" not in page
        assert "selected" not in ended.get(address, Accept_Language="en").text


def test_what_was_checked_long_ago_is_said(knowledge):
    late = Person(create_app(lambda: knowledge, Settings(today=datetime.date(2040, 1, 1)))).come_in()
    late.post("/begin", target="plain", question="", presses_most="")
    late.answer("/q/3", late.key("/q/3"), "yes")
    assert "last checked over a year ago" in shown(late.page("/step"))


def test_the_first_screen_and_all_of_it_can_be_saved_as_text(done, told):
    for address, text in (("/text", as_text(told)), ("/fulltext", as_text(told, []))):
        answer = done.get(address)
        assert answer.text == text and answer.mimetype == "text/plain" and "utf-8" in answer.content_type
        assert answer.headers["Content-Disposition"] == 'attachment; filename="notes.txt"'
        assert answer.headers["Cache-Control"] == "no-store"
    assert len(done.get("/text").text.split()) <= 250


def test_what_is_saved_of_a_page_for_danger_has_people_to_call(ended, base):
    ended.post("/country", country="IE", back="step")
    first, whole = ended.get("/text").text, ended.get("/fulltext").text
    assert whole.startswith(first) and "Emergency (Ireland): 112 or 999" in first
    line = base.countries["IE"].lines[0]
    assert f"- {line.name}: " in whole and line.web in whole and line.web not in first


def test_nothing_is_saved_before_there_is_a_step_or_by_a_stranger(asked, app):
    for address in ("/text", "/fulltext"):
        assert asked.get(address).headers["Location"] == "/q"
        assert Person(app).get(address).status_code == 403


@pytest.mark.parametrize("somebody, is_risky", [("done", False), ("ended", True)])
def test_where_there_is_harm_what_a_file_risks_is_said_before_it_is_offered(somebody, is_risky, request):
    keep = section(request.getfixturevalue(somebody).page("/step"), "keep")
    assert texts.STAYS in keep
    before = keep[: keep.index("Save the first page as text")]
    assert (texts.RISKY in before) == ("<summary>Print or save</summary>" in before) == is_risky
