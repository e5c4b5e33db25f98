"""The pages, served in this process by the server that people use, so that a test can look into its memory."""

import re
import socket
import threading
from collections.abc import Callable
from functools import cached_property

import msgspec
from waitress import create_server

from milepost.engine.model.answer_sheet import NOT_SURE, Sheet
from milepost.web import here
from milepost.web.app import create_app
from milepost.web.knowledge import Knowledge
from milepost.web.settings import Settings
from milepost.web.visits import Visit
from tests.web.conftest import TemplatesOnce

EXAMPLE = "parents-in-the-first-week"
TITLE = re.compile("<title>(.*?)</title>", re.DOTALL)


class Served(msgspec.Struct, frozen=True):
    """One page as the server gave it."""

    path: str
    status: int
    title: str


class Site:
    """One server for all tests of a worker; each test gets a new application on it, with its own door and visits."""

    def __init__(self, knowledge: Knowledge):
        self.knowledge = knowledge
        self.served: list[Served] = []
        self.app: Callable | None = None
        self._templates = TemplatesOnce()
        sock = socket.create_server(("127.0.0.1", 0))
        self.origin = f"http://127.0.0.1:{sock.getsockname()[1]}"
        # Asked for at each request, as `anew` puts another in its place.
        current = lambda environ, start: self.app(environ, start)  # noqa: E731, PLW0108
        self._server = create_server(current, sockets=[sock], threads=8, ident=None)
        threading.Thread(target=self._server.run, daemon=True).start()

    def anew(self, settings: Settings | None = None) -> None:
        """A new application: nobody has been here yet."""
        self.served = []
        self.app = create_app(lambda: self.knowledge, settings or Settings())
        self.app.jinja_env.bytecode_cache = self._templates
        self.app.after_request(self._note)

    @property
    def parts(self) -> here.Parts:
        """The parts of the application at hand."""
        return self.app.extensions[here.NAME]

    @property
    def address(self) -> str:
        """The address that the terminal would show."""
        return f"{self.origin}/?t={self.parts.door.token}"

    @property
    def visit(self) -> Visit:
        """The newest visit."""
        return list(self.parts.visits._visits.values())[-1]

    def told(self, answers: dict) -> None:
        """Puts the visit where these answers have been given, all others unknown, to spare a test the way there."""
        with self.knowledge.lock:
            conversation = self.knowledge.milepost.begin(Sheet(dict(answers)))
            while conversation.question is not None:
                conversation = conversation.answered(answers.get(conversation.question.key, NOT_SURE))
            self.visit.conversation = conversation

    @cached_property
    def example(self) -> dict:
        """The answers of an example, with every question that is asked answered.

        The breakup is some weeks ago, so that it matters how long the two were out of touch since.
        """
        answers = {**self.knowledge.kb.examples[EXAMPLE].answers, "days_since_breakup": 40}
        while (following := self.knowledge.milepost.interview.replay(Sheet(answers)).following) is not None:
            answers[following.key] = NOT_SURE
        return dict(self.knowledge.milepost.interview.replay(Sheet(answers)).sheet.answers)

    def number_of(self, type: str) -> int:
        """The number of the first question of a type, in the visit at hand; a grid counts as a type of its own."""
        line = [self.knowledge.kb.questions[key] for key in self.visit.conversation.replay.line]
        return next(n for n, each in enumerate(line, start=1) if ("grid" if each.grid else each.type) == type)

    def _note(self, answer):
        from flask import request

        if answer.mimetype == "text/html":
            title = TITLE.search(answer.get_data(as_text=True))
            # A page without one has the address as its title; redirects are never looked at.
            if not 300 <= answer.status_code < 400:
                self.served.append(
                    Served(request.script_root + request.path, answer.status_code, title[1] if title else request.url)
                )
        return answer
