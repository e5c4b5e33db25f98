"""Many people at once: each is told what they would be told alone."""

import random
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from milepost.engine.checks.read import read
from milepost.web.app import create_app
from milepost.web.knowledge import Knowledge
from tests.sheets import every_sheet
from tests.web.person import Person

PEOPLE = 16
LADDER = Path(__file__).parents[1] / "small" / "ladder"


def server():
    """An application of its own, in which nothing has been worked out yet."""
    knowledge = Knowledge(read(LADDER))
    return create_app(lambda: knowledge)


def seen_by(person, answers):
    """Every page on somebody's way from the first question to the map."""
    person.post("/begin")
    seen, address = [], person.get("/q").headers["Location"]
    while address.startswith("/q/"):
        seen.append(person.page(address))
        key = person.key(address)
        address = person.answer(address, key, answers[key])
    return [*seen, *map(person.page, ("/check", "/step", "/map", "/map/all", "/step"))]


@pytest.fixture(scope="module")
def sheets():
    every = list(every_sheet(read(LADDER)))
    return [sheet.answers for sheet in random.Random(7).sample(every, PEOPLE)]


@pytest.fixture(scope="module")
def alone(sheets):
    app = server()
    return [seen_by(Person(app).come_in(), answers) for answers in sheets]


@pytest.fixture
def in_small_turns():
    """Threads take turns a thousand times as often as usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 1000)
    yield
    sys.setswitchinterval(usual)


def test_each_is_told_what_they_would_be_told_alone(sheets, alone, in_small_turns):
    app, together = server(), threading.Barrier(PEOPLE)

    def walk(answers):
        person = Person(app).come_in()
        together.wait()
        return seen_by(person, answers)

    with ThreadPoolExecutor(PEOPLE) as people:
        assert list(people.map(walk, sheets)) == alone


def test_one_person_in_many_windows_at_once(alone, sheets, in_small_turns):
    app = server()
    person = Person(app).come_in()
    seen_by(person, sheets[0])
    together, addresses = threading.Barrier(PEOPLE), ("/check", "/step", "/map", "/map/all")

    def look(n):
        together.wait()
        return person.get(addresses[n % len(addresses)]).text

    with ThreadPoolExecutor(PEOPLE) as windows:
        found = list(windows.map(look, range(PEOPLE)))
    assert found == (alone[0][-5:-1] * PEOPLE)[:PEOPLE]


def test_while_all_is_prepared_people_are_served(sheets, alone):
    knowledge = Knowledge(read(LADDER))
    app = create_app(lambda: knowledge)
    preparing = threading.Thread(target=knowledge.prepare)
    preparing.start()
    assert seen_by(Person(app).come_in(), sheets[1]) == alone[1]
    preparing.join()


def test_of_what_was_answered_nothing_stays_when_somebody_leaves(sheets):
    app = server()
    person = Person(app).come_in()
    seen_by(person, sheets[0])
    knowledge = person.parts.loaded()
    engine = knowledge.milepost.consultant._chaining.get()
    person.get("/leave")
    assert len(person.parts.visits) == 0 and knowledge.milepost.__dict__.get("_effects") is None
    assert engine.firings == {} and [fact for fact in engine._engine.facts.values() if "value" in fact] == []
