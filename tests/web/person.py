"""Somebody in front of the pages, with a browser that does only what every browser does."""

import re
from html import unescape

from milepost.web.here import NAME
from milepost.web.visits import Visit

OURS = re.compile(r'(?:href|action|src)="(/[^"]*)"')
# What is nobody's own: how pages look, and where the exit leads.
FOR_ALL = ("/static/", "/plain")


class Person:
    """A client with its cookies. Every page it is shown is a text; addresses are those of the pages."""

    def __init__(self, app):
        self.app, self.client = app, app.test_client()
        self.parts = app.extensions[NAME]
        # Below what the pages are for this person; nothing for whoever has not come in.
        self.below = ""

    def come_in(self) -> "Person":
        """Opens the address from the terminal."""
        on = self.client.get("/", query_string={"t": self.parts.door.token}).headers["Location"]
        start = self.client.get(on).headers["Location"]
        self.below = start.removesuffix("/")
        return self

    @property
    def visit(self) -> Visit | None:
        """What the server keeps of this person."""
        cookie = self.client.get_cookie("visit-80", "localhost", f"{self.below}/")
        return self.parts.visits.found(cookie.value) if cookie else None

    def get(self, address: str, **headers: str):
        """An answer with its addresses as they are below the path of the visit."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._as_seen(self.client.get(self.below + address, headers=sent))

    def post(self, address: str, headers: dict | None = None, **form):
        return self._as_seen(self.client.post(self.below + address, data=form, headers=headers or {}))

    def _as_seen(self, answer):
        """Looks that every address is below the path of this person, and takes the path off. A stranger sees no path."""
        is_page = answer.mimetype in ("text/html", "image/svg+xml")
        page, where = answer.get_data(as_text=True) if is_page else "", answer.headers.get("Location", "")
        if not self.below:
            assert self.parts.door.path not in f"{answer.headers}{page}"
            return answer
        for address in (*OURS.findall(page), *OURS.findall(f'href="{where}"')):
            assert address.startswith((f"{self.below}/", *FOR_ALL)), address
        if is_page:
            answer.set_data(page.replace(f'"{self.below}/', '"/'))
        if where:
            answer.headers["Location"] = where.removeprefix(self.below)
        return answer

    def page(self, address: str) -> str:
        """The page of an address, which has to be there."""
        answer = self.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return answer.text

    def key(self, address: str) -> str:
        """The question of a page, as its form names it."""
        return re.search(r'name="question" value="(\w+)"', self.page(address))[1]

    def answer(self, address: str, key: str, given) -> str:
        """Sends an answer from a page; returns where that leads."""
        form = (
            {"number": str(given)}
            if isinstance(given, int)
            else {"answer": list(given) if isinstance(given, tuple | list) else given}
        )
        answer = self.post(address, question=key, **form)
        assert answer.status_code == 303, (key, given, answer.text)
        return answer.headers["Location"]

    def answer_all(self, answers) -> list[str]:
        """Goes on from the question in view to the last that can change the step; returns the questions asked."""
        asked, address = [], self.get("/q").headers["Location"]
        while address.startswith("/q/"):
            asked.append(self.key(address))
            address = self.answer(address, asked[-1], answers.get(asked[-1], "not_sure"))
        return asked


def shown(page: str) -> str:
    """The words of a page, one piece to a line, without what only machines read."""
    page = re.sub(r"<(script|style|title|option|select|svg)\b.*?</\1>", "\n", page, flags=re.DOTALL)
    page = re.sub(
        r"</?(p|li|ul|ol|h\d|dt|dd|dl|div|section|details|summary|legend|label|button|a|main|header|form|tr|td|th|body|nav)\b[^>]*>",
        "\n",
        page,
    )
    page = unescape(re.sub(r"<[^>]+>", "", page))
    return "\n".join(line for line in (" ".join(line.split()) for line in page.splitlines()) if line)


def title(page: str) -> str:
    return unescape(re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1])


def checked(page: str) -> list[str]:
    """The choices of a page that are set."""
    return re.findall(r'<input type="(?:radio|checkbox)"[^>]* value="(\w+)" checked', page)


def section(page: str, name: str) -> str:
    """A section of the step's page by its class; empty if it is not there."""
    found = re.search(rf'<section class="{name}".*?</section>', page, re.DOTALL)
    return found[0] if found else ""
