"""Leaving: from every page, with and without a script, and nothing is left behind."""

import gc
import re
from pathlib import Path

import pytest

from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.telling.countries import ANYWHERE
from milepost.web.app import create_app
from milepost.web.settings import Clock, Settings
from tests.web.kinds import PAGES, faults
from tests.web.person import Person, title

STATIC = Path(__file__).parents[2] / "web" / "static"
PLAIN = "Kitchen measures"


@pytest.mark.parametrize("kind", PAGES)
def test_exit_and_help_are_on_every_page(done, kind):
    has_both(done.get(PAGES[kind]).text)


def test_and_on_every_fault_page(done, stranger):
    for answer in (*faults(done).values(), stranger.get("/")):
        has_both(answer.text)


def has_both(page: str) -> None:
    links = re.findall(r'<a ([^>]*)href="([^"]*)"([^>]*)>(.*?)</a>', page, re.DOTALL)
    skip, hidden, help_now, exit_ = [(address, words) for _, address, _, words in links[:4]]
    assert skip == ("#main", "Skip to the page")
    assert hidden == exit_ == ("/leave", "Exit this page")
    assert help_now == ("/help", "Get help now")
    assert page.count("data-leave") == 2 and 'id="leaving" class="hidden" role="status"' in page


def test_help_is_there_before_any_answer_and_without_a_token(stranger, person, base):
    for somebody in (stranger, person):
        page = somebody.page("/help")
        assert "emergency number of your country" in page and re.search(r"last checked \d+ \w+ 20\d\d", page)
        if somebody is stranger:
            assert all(each.emergency in page for each in base.countries.values() if each.code != ANYWHERE)


@pytest.mark.parametrize(("chosen", "address"), [("plain", "/plain"), ("weather", "https://www.bbc.com/weather")])
def test_the_exit_leads_where_it_was_chosen_to_lead(person, chosen, address):
    person.post("/begin", target=chosen)
    answer = person.get("/leave")
    assert answer.status_code == 303 and answer.headers["Location"] == address
    assert (
        answer.headers["Clear-Site-Data"] == '"cache", "storage"' and answer.headers["Referrer-Policy"] == "no-referrer"
    )


def test_the_exit_clears_our_cookie_and_no_other(person):
    person.client.set_cookie("visit-81", "another")
    person.get("/leave")
    assert person.client.get_cookie("visit-80") is None
    assert person.client.get_cookie("visit-81").value == "another"


@pytest.mark.parametrize("header", ["Sec-Purpose", "Purpose", "X-Moz"])
def test_a_page_fetched_ahead_never_leaves(done, header):
    assert done.get("/leave", **{header: "prefetch"}).status_code == 403
    assert title(done.page("/step")) == "Next step"


def test_idle_time_counts_sleep_and_a_clock_set_back_stops_nothing():
    wall, steady = iter([0, 60, 3660, 60, 70]), iter([0, 60, 60, 70, 80])
    clock = Clock(lambda: next(wall), lambda: next(steady))
    assert [clock() for _ in range(4)] == [60, 3660, 3670, 3680]


def test_another_target_cannot_be_sent_in(person):
    person.post("/begin", target="https://example.org")
    assert person.get("/leave").headers["Location"] == "/plain"


def test_after_leaving_every_page_is_the_plain_one(done):
    old = done.parts.door.token
    done.get("/leave")
    for address in (*PAGES.values(), f"/?t={old}", "/-/content.json"):
        assert title(done.get(address).text) == title(done.client.get(address).text) == PLAIN
    assert done.client.get("/plain").status_code == 200 and done.post("/q/1", answer="yes").status_code == 403


def test_after_leaving_no_answer_is_in_memory(app, knowledge, answered, base):
    somebody = Person(app).come_in()
    somebody.post("/begin", target="plain", question="", presses_most="")
    key = somebody.key("/q/3")
    somebody.answer("/q/3", key, "yes")
    assert somebody.page("/step")
    mine = somebody.visit.conversation.sheet.answers
    assert any(held.answers is mine for held in gc.get_objects() if isinstance(held, Sheet))
    kept = id(mine)
    del mine
    somebody.get("/leave")
    gc.collect()
    assert len(somebody.parts.visits) == 0 and not {"_consultant", "_explainer"} & set(vars(knowledge))
    assert not [
        held
        for held in gc.get_objects()
        if isinstance(held, Sheet) and id(held.answers) == kept and held.answers == {key: "yes"}
    ]


def test_leaving_drops_what_a_second_window_answered_too(done, app):
    other = Person(app).come_in()
    other.post("/begin", target="plain")
    done.get("/leave")
    assert len(done.parts.visits) == 0 and title(other.get("/q/1").text) == PLAIN


def test_a_fresh_address_opens_again_and_the_old_one_does_not(done):
    old = done.parts.door.token
    done.get("/leave")
    fresh = done.parts.door.fresh()
    for below in (done.below, done.parts.door.path, ""):
        assert title(done.client.get(f"{below}/?t={old}").text) == PLAIN
    assert done.parts.door.token == fresh and "Begin" in done.come_in().page("/")


def test_idle_pages_are_hidden_until_a_fresh_address(done, clock):
    token, answers = done.parts.door.token, done.visit.conversation.sheet.answers
    assert done.get("/step").headers["Refresh"] == "901; url=/plain"
    clock.minutes(14)
    assert title(done.page("/step")) == "Next step"
    clock.minutes(15)
    for address in ("/step", "/help", "/", f"/?t={token}"):
        assert title(done.get(address).text) == PLAIN
    done.parts.door.fresh()
    done.come_in()
    assert title(done.page("/step")) == "Next step" and done.visit.conversation.sheet.answers == answers


def test_before_anybody_came_there_is_nothing_to_hide(app, clock):
    clock.minutes(20)
    assert title(Person(app).come_in().page("/")) == "Start"


@pytest.mark.parametrize(("idle", "hides_after", "lasts"), [(15, 15, 30), (5, 5, 30), (60, 60, 120), (0, None, 1200)])
def test_hiding_can_be_put_off_and_turned_off(knowledge, clock, idle, hides_after, lasts):
    somebody = Person(create_app(lambda: knowledge, Settings(idle=idle, clock=clock))).come_in()
    assert ("Refresh" in somebody.get("/").headers) == bool(idle)
    clock.minutes((hides_after or lasts) - 0.1)
    assert title(somebody.page("/")) == "Start"
    clock.minutes(hides_after or 1)
    assert title(somebody.get("/").text) == (PLAIN if hides_after else "Start")
    clock.minutes(lasts)
    assert somebody.parts.door.is_over and somebody.visit is None


def test_at_most_so_many_visits_and_the_oldest_goes_first(knowledge, clock):
    app = create_app(lambda: knowledge, Settings(most_visits=3, clock=clock))
    people = []
    for _ in range(4):
        clock.minutes(1)
        people.append(Person(app).come_in())
        people[0].get("/")
    # The first one was seen just now each time, so the second is the oldest.
    assert [somebody.get("/").status_code for somebody in people] == [200, 403, 200, 200] and len(
        people[0].parts.visits
    ) == 3


def test_a_visit_ends_after_half_an_hour_without_a_page(done, app, clock):
    other = Person(app).come_in()
    for _ in range(3):
        clock.minutes(11)
        other.get("/")
    assert len(done.parts.visits) == 1 and done.get("/step").status_code == 403


def test_the_script_is_small_and_knows_no_address_but_the_exit():
    scripts = [path.read_text() for path in STATIC.glob("*.js")]
    assert 0 < sum(len(text.encode()) for text in scripts) < 10_000
    assert not any(
        re.search(
            r"https?://(?!www\.w3\.org)|fetch\(|XMLHttpRequest|sendBeacon|localStorage|sessionStorage|indexedDB", text
        )
        for text in scripts
    )
