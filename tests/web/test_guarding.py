"""Only this machine, only whoever has the token, and nothing kept or loaded from elsewhere."""

import base64
import hashlib
import re

import pytest

from milepost.diagrams import looks
from milepost.engine.model.question import NOT_SURE
from milepost.web.door import LETTERS, LONG
from tests.web.kinds import OTHERS, PAGES, faults
from tests.web.person import Person, title

# The looks of a picture are within it, as it is to be dark where the screen is, and when it is kept.
PICTURES = "sha256-" + base64.b64encode(hashlib.sha256(looks.STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'self' '{PICTURES}'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def is_guarded(answer) -> bool:
    headers = answer.headers
    return (
        headers["Content-Security-Policy"] == POLICY
        and headers["Cache-Control"] == "no-store"
        and headers["Referrer-Policy"] == "no-referrer"
        and headers["X-Frame-Options"] == "DENY"
        and headers["X-Content-Type-Options"] == "nosniff"
    )


@pytest.mark.parametrize("kind", [*PAGES, *OTHERS])
def test_every_answer_carries_the_headers(done, kind):
    assert is_guarded(done.get({**PAGES, **OTHERS}[kind]))


def test_so_does_every_fault(done, stranger):
    found = faults(done)
    assert {code: answer.status_code for code, answer in found.items()} == {code: code for code in found}
    assert all(is_guarded(answer) for answer in (*found.values(), stranger.get("/"), stranger.get("/?t=wrong")))


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_loads_or_holds_anything_inline(done, kind):
    page = done.get(PAGES[kind]).text
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src=\"/static/)|javascript:", page)
    loaded = re.findall(r'(?:src|action)="([^"]*)"|<link[^>]*href="([^"]*)"', page)
    assert loaded and all((one or other).startswith("/") for one, other in loaded)


@pytest.mark.parametrize(
    "host", ["example.org", "127.0.0.1.example.org", "localhost.example.org:80", "[::1]", "[", "", "evil@127.0.0.2"]
)
def test_another_name_is_refused(person, host):
    answer = person.get("/", Host=host)
    assert answer.status_code == 400 and title(answer.text) == "This address does not fit"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:4711", "localhost:4711"])
def test_this_machine_is_not(person, host):
    assert person.get("/help", Host=host).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://example.org"},
        {"Origin": "http://localhost:81"},
    ],
)
def test_what_another_page_sends_is_refused(asked, headers):
    key = asked.key("/q/3")
    assert asked.post("/q/3", headers=headers, question=key, answer="yes").status_code == 403
    assert asked.client.get(f"{asked.below}/leave", headers=headers).status_code == 403
    assert set(asked.visit.conversation.sheet.answers.values()) == {NOT_SURE}


@pytest.mark.parametrize(
    "headers", [{}, {"Sec-Fetch-Site": "same-origin", "Origin": "null"}, {"Origin": "http://localhost"}]
)
def test_what_our_own_pages_send_is_taken(asked, headers):
    assert asked.post("/q/3", headers=headers, question=asked.key("/q/3"), answer="yes").status_code == 303


@pytest.mark.parametrize(
    "address", ["/", "/q/1", "/step", "/map", "/sources", "/-/content.json", "/?t=", "/?t=wrong", "/?t=%C3%A4"]
)
def test_without_the_token_nothing_is_shown(app, asked, stranger, address):
    answer = stranger.get(address)
    assert answer.status_code == 403 and title(answer.text) == "This page is closed"
    assert "Set-Cookie" not in answer.headers


def test_a_made_up_cookie_is_no_visit(stranger):
    stranger.client.set_cookie("visit-80", "guessed")
    for below in ("", stranger.parts.door.path):
        assert stranger.client.get(f"{below}/").status_code == 403


@pytest.mark.parametrize("kind", [*PAGES, *OTHERS])
def test_neither_the_key_nor_the_path_alone_is_worth_anything(done, app, kind):
    """As another server on this machine has them, if it has any; see also tests/browser/test_other_server.py."""
    address, last = {**PAGES, **OTHERS}[kind], done.visit.last
    nobody, with_key, with_path = Person(app), Person(app), Person(app)
    with_key.client.set_cookie("visit-80", done.client.get_cookie("visit-80", path=f"{done.below}/").value)
    with_path.below = done.below
    said = [
        (answer.status_code, answer.data) for answer in (each.get(address) for each in (nobody, with_key, with_path))
    ]
    assert said[0] == said[1] == said[2]
    assert done.visit.last == last and done.visit.conversation is not None


def test_the_path_is_long_has_no_word_in_it_and_is_another_after_leaving(done):
    assert len(LETTERS) ** LONG > 2**56 and not set(LETTERS) & set("aeiouy") and len(set(LETTERS)) == len(LETTERS)
    before = done.parts.door.path
    assert re.fullmatch(f"/[{LETTERS}]{{{LONG}}}", before) and done.below == before
    done.parts.door.fresh()
    assert done.parts.door.path == before, "whoever comes back finds the answers"
    done.get("/leave")
    assert done.parts.door.path != before


def test_the_token_becomes_a_cookie_and_leaves_the_address(app, stranger):
    token, below = stranger.parts.door.token, stranger.parts.door.path
    on = stranger.client.get("/", query_string={"t": token})
    assert on.status_code == 303 and on.headers["Location"] == f"{below}/?t={token}" and "Set-Cookie" not in on.headers
    answer = stranger.client.get(on.headers["Location"])
    assert answer.status_code == 303 and answer.headers["Location"] == f"{below}/"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and token not in cookie
    assert stranger.client.get(f"{below}/").status_code == 200


def test_opening_the_address_again_keeps_the_answers(done):
    before = done.visit
    done.come_in()
    assert done.visit is before and len(done.parts.visits) == 1
    assert "Go on where you were" in done.page("/")


def test_two_people_do_not_see_each_other(done, app):
    other = Person(app).come_in()
    assert other.visit is not done.visit and other.get("/step").headers["Location"] == "/q"


def test_large_bodies_are_refused_and_those_just_below_are_not(asked):
    key = asked.key("/q/3")
    assert asked.post("/q/3", question=key, answer="no", number="1" * 65_600).status_code == 413
    assert set(asked.visit.conversation.sheet.answers.values()) == {NOT_SURE}
    assert asked.post("/q/3", question=key, answer="no", number="1" * 60_000).status_code == 303


def test_a_failure_is_told_without_any_answer(done, capsys):
    answer = faults(done)[500]
    assert title(answer.text) == "This did not work" and "Traceback" not in answer.text
    said = capsys.readouterr().err
    assert re.fullmatch(r"a page failed: AttributeError at \S+:\d+\n", said)
