"""The page of the step: one step, why, and nothing that sounds like a forecast."""

import datetime
import re

import pytest

from milepost.engine.telling.record import record
from milepost.web.app import create_app
from milepost.web.people import reachable
from milepost.web.settings import Settings
from tests.web.person import Person, section, shown

ORDER = ("step", "do", "dont", "why", "change", "else")


@pytest.fixture
def told(done, knowledge):
    consultation = knowledge.consulted(done.visit.conversation.sheet)
    return record(
        consultation,
        knowledge.milepost.explain(consultation),
        datetime.date.today(),
        reachable(knowledge.kb.countries, ""),
    )


def test_one_step_with_all_that_belongs_to_it(done, told):
    page = done.page("/step")
    assert page.count("data-role=") == 1 and page.count("<h1") == 1
    step = shown(section(page, "step"))
    for said in (told["step"]["title"], told["step"]["say"], told["step"]["come_back"], told["step"]["opens_next"]):
        assert said in step
    assert told["step"]["how_long"].lower() in step.lower()


def test_its_parts_come_in_order(done):
    page = done.page("/step")
    places = [page.index(f'id="{name}"') for name in ORDER]
    assert places == sorted(places)


def test_lists_are_cut_to_five_and_the_rest_is_folded(done, told):
    page = done.page("/step")
    for kind in ("do", "dont"):
        found = section(page, kind)
        open_, _, folded = found.partition(" more</summary>")
        assert open_.count("data-line=") == min(5, len(told[kind])) and folded.count("data-line=") == max(
            0, len(told[kind]) - 5
        )


def test_all_that_is_told_is_on_the_page(done, told):
    words = shown(done.page("/step"))
    said = [line[name] for kind in ("do", "dont", "notes") for line in told[kind] for name in ("say", "because")]
    said += [conflict["followed"] for conflict in told["conflicts"]] + [piece["says"] for piece in told["research"]]
    said += [change["step"]["title"] for change in told["would_change"]] + [
        option["title"] for option in told["options"]
    ]

    def reasons(found):
        for reason in found:
            yield reason["because"]
            yield from reasons(reason["below"])

    said += [*reasons(told["why"]), *(r for option in told["options"] for r in reasons(option["for"]))]
    assert len(said) > 40 and [text for text in said if text not in words] == []


def test_every_line_has_a_source_with_kind_and_date(done):
    page = done.page("/step")
    lines = re.findall(r"<li data-line=.*?</li>", page, re.DOTALL)
    assert len(lines) > 10 and all("/sources/" in line for line in lines)
    for address in sorted(set(re.findall(r'href="(/sources/\d+)"', page)))[:10]:
        source = done.page(address)
        assert re.search(r"<dd data-kind>(article|guidance|study)</dd>", source) and re.search(
            r"<dd data-checked>\d{4}-\d\d-\d\d</dd>", source
        )


def test_no_forecast_in_any_form(done, ended):
    for person in (done, ended):
        assert not re.search(r"%|\bchances?\b|\bguarantee", shown(person.page("/step")), re.IGNORECASE)


def test_the_numbers_of_a_country_are_shown_and_not_in_an_address(ended, base):
    ireland = base.countries["IE"]
    assert ireland.name not in section(ended.page("/step"), "people").replace("</option>", "").partition("</select>")[2]
    assert ended.post("/country", country="IE", back="step").headers["Location"] == "/step#people"
    shown_now = section(ended.page("/step"), "people")
    assert (
        f"Emergency: <strong>{ireland.emergency}</strong>" in shown_now
        and ireland.name in shown_now.partition("</select>")[2]
    )
    assert ireland.emergency in shown(ended.page("/help"))
    assert ended.post("/country", country="XX", back="https://example.org").headers["Location"] == "/help#people"
    assert ended.visit.country == ""


def test_what_was_checked_long_ago_is_said(knowledge):
    late = Person(create_app(lambda: knowledge, Settings(today=datetime.date(2040, 1, 1)))).come_in()
    late.post("/begin", target="plain", question="", presses_most="")
    late.answer("/q/3", late.key("/q/3"), "yes")
    assert "last checked over a year ago" in shown(late.page("/step"))
