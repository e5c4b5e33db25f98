"""The pages, asked by a client without a browser."""

import pytest
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from milepost.web.app import create_app
from milepost.web.knowledge import Knowledge
from milepost.web.settings import Settings
from tests.web.person import Person


class Clock:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def minutes(self, many: float) -> None:
        self.now += many * 60


class TemplatesOnce(BytecodeCache):
    """Templates as they were compiled for the first of many applications."""

    def __init__(self):
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key] = bucket.bytecode_to_string()


@pytest.fixture(scope="session")
def templates():
    """Templates, each compiled once for all tests."""
    return TemplatesOnce()


@pytest.fixture(scope="session")
def knowledge(base):
    """The shipped knowledge base and what reads it; grounded once for all tests."""
    return Knowledge(base)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def app(knowledge, clock, templates):
    """A server's application of its own, over the shared knowledge."""
    made = create_app(lambda: knowledge, Settings(clock=clock))
    made.jinja_env.bytecode_cache = templates
    return made


@pytest.fixture
def stranger(app):
    """Somebody on this machine who has no token."""
    return Person(app)


@pytest.fixture
def person(app):
    """Somebody who has opened the address from the terminal."""
    return Person(app).come_in()


@pytest.fixture
def asked(person):
    """Somebody in front of the first question, who left out the two that stand before it."""
    person.post("/begin", target="plain", question="", presses_most="")
    return person


@pytest.fixture
def ended(asked, base):
    """Somebody whose answers lead to a step that is given at once."""
    assert asked.answer("/q/3", asked.key("/q/3"), "yes") == "/step"
    return asked


@pytest.fixture(scope="session")
def answered(knowledge, base):
    """A conversation in which all is answered that can change the step, as an example did."""
    conversation, answers = knowledge.milepost.begin(), base.examples["every-stage-done"].answers
    while conversation.question:
        conversation = conversation.answered(answers.get(conversation.question.key, "not_sure"))
    return conversation


@pytest.fixture
def done(asked, answered):
    """Somebody who has answered all that can change the step."""
    asked.visit.conversation = answered
    return asked
