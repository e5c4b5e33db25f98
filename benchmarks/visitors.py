"""Somebody who walks through the local pages over HTTP, and how long each page took."""

import http.client
import re
import time
from urllib.parse import urlencode, urlsplit

import msgspec

from milepost.engine.model.example import Example

QUESTION = re.compile(r'name="question" value="(\w+)"')
STEP = re.compile(r'data-step="(\w+)"')
PATIENCE = 600


class Went(msgspec.Struct):
    """How some people fared: the seconds each page took, by kind, and what went wrong."""

    seconds: dict[str, list[float]] = {}
    errors: list[str] = []
    lock: object = None

    def took(self, kind: str, seconds: float) -> None:
        with self.lock:
            self.seconds.setdefault(kind, []).append(seconds)

    @property
    def all(self) -> list[float]:
        return sorted(second for seconds in self.seconds.values() for second in seconds)


class Visitor:
    """One person with a connection that stays open."""

    def __init__(self, address: str, went: Went):
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
        self.cookie, self.below, self.went = "", "", went

    def ask(self, path: str, form: dict | None = None) -> http.client.HTTPResponse:
        """One page, timed until its last byte."""
        headers = {
            "Cookie": self.cookie,
            **({"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}),
        }
        start = time.perf_counter()
        self.connection.request(
            "POST" if form is not None else "GET",
            self.below + path,
            None if form is None else urlencode(form, doseq=True),
            headers,
        )
        answer = self.connection.getresponse()
        answer.text = answer.read().decode()
        self.went.took(
            ("POST " if form is not None else "") + re.sub(r"\d+", "N", urlsplit(path).path),
            time.perf_counter() - start,
        )
        if answer.status not in (200, 303):
            raise RuntimeError(f"{path} answered {answer.status}")
        if given := answer.getheader("Set-Cookie"):
            self.cookie = given.partition(";")[0]
        return answer

    def sent_on(self, path: str, form: dict | None = None) -> str:
        """Where a page sends on to, below the path of the visit."""
        return self.ask(path, form).getheader("Location").removeprefix(self.below)

    def comes_in(self, token: str) -> None:
        """Opens the address of the terminal, and goes to the path that it leads to."""
        on = self.sent_on(token)
        self.below = on.partition("/?")[0]
        self.ask(on.removeprefix(self.below))

    def walk(self, token: str, example: Example) -> None:
        """A whole consultation, from the address of the terminal to the map."""
        self.comes_in(token)
        self.ask("/")
        self.ask("/begin", {"target": "plain"})
        address = self.sent_on("/q")
        while address.startswith("/q/"):
            key = QUESTION.search(self.ask(address).text)[1]
            answer = example.answers.get(key, "not_sure")
            given = (
                {"number": answer}
                if isinstance(answer, int)
                else {"answer": answer if isinstance(answer, str) else list(answer)}
            )
            address = self.sent_on(address, {"question": key, **given})
        if address == "/check":
            self.ask("/check")
        step = STEP.search(self.ask("/step").text)[1]
        if step != example.step:
            raise RuntimeError(f"{example.id} got {step} instead of {example.step}")
        self.ask("/map")
