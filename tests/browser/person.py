"""What a person does with the pages: open, read, choose, type, press."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, Page

from milepost.engine.meaning.words import choices
from milepost.engine.model.answer_sheet import NONE, NOT_SURE, RATHER_NOT_SAY, Answer
from tests.browser.site import Site

# Chromium reports a page that came with one of these as if it were a fault of the page.
OUR_STATUS = re.compile(r"Failed to load resource: the server responded with a status of (403|404|422|500) ")


class Person:
    """Somebody with one browser window. What their browser complained of and what it asked elsewhere is kept."""

    def __init__(self, context: BrowserContext, site: Site):
        self.context, self.site = context, site
        self.left_the_machine: list[str] = []
        self.console: list[str] = []
        context.set_default_timeout(15_000)
        context.on("request", lambda request: self._asked(request.url))
        context.on("console", self._complained)
        context.on("weberror", lambda error: self.console.append(str(error.error)))
        self.page: Page = context.new_page()
        # Where the pages are for this person, with the path of their visit; until they come in, the bare server.
        self.home = site.origin

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "about", "blob") and parts.hostname != "127.0.0.1":
            self.left_the_machine.append(url)

    def _complained(self, message) -> None:
        if message.type in ("error", "warning") and not OUR_STATUS.match(message.text):
            self.console.append(f"{message.type}: {message.text}")

    def comes_in(self) -> None:
        """Opens the address from the terminal."""
        self.page.goto(self.site.address)
        self.home = self.page.url.rstrip("/")

    def goes(self, path: str):
        """Types a path of ours into the address bar. Gives the response."""
        return self.page.goto(self.home + path)

    def follows(self, link: Locator) -> None:
        """Clicks what leads to another page, and is there."""
        with self.page.expect_navigation():
            link.click()

    def continues(self) -> None:
        """Presses Continue, and is on the page after."""
        self.follows(self.page.get_by_role("button", name="Continue"))

    @property
    def path(self) -> str:
        """What the address bar shows after the path of the visit."""
        assert self.page.url.startswith(self.home + "/"), self.page.url
        return self.page.url.removeprefix(self.home)

    @property
    def heading(self) -> str:
        """The main heading of the page in view."""
        return self.page.locator("h1").inner_text()

    def begins(self) -> None:
        """From the start page to the first question."""
        self.follows(self.page.get_by_role("link", name="Begin", exact=True))
        self.continues()

    @property
    def asked(self) -> str:
        """The key of the question in view."""
        return self.page.locator("input[name=question]").get_attribute("value")

    def answers(self, answer: Answer) -> None:
        """Answers the question in view by its labels, and continues."""
        self.chooses(answer)
        self.continues()

    def chooses(self, answer: Answer) -> None:
        """Sets the question in view to this answer and to nothing else."""
        question = self.site.knowledge.kb.questions[self.asked]
        if isinstance(answer, int):
            self.page.get_by_role("textbox").fill(str(answer))
            return
        chosen = answer if isinstance(answer, tuple) else (answer,)
        if question.grid and answer != RATHER_NOT_SAY:
            other = "Not sure" if NOT_SURE in chosen else "No"
            for key, words in question.options.items():
                line = self.page.get_by_role("radiogroup", name=words, exact=True)
                line.get_by_label("Yes" if key in chosen else other, exact=True).check()
            return
        for box in self.page.get_by_role("checkbox", checked=True).all():
            box.uncheck()
        for key in chosen:
            self.page.get_by_label(choices(question)[key], exact=True).check()

    @property
    def chosen(self) -> list[str]:
        """The keys of what is chosen at the question in view, as an answer holds them."""
        boxes = [box.get_attribute("value") for box in self.page.locator("input[name=answer]:checked").all()]
        rows = self.page.locator("input[name^=row-]:checked").all()
        said = {row.get_attribute("name").removeprefix("row-"): row.get_attribute("value") for row in rows}
        ticked = [key for key, value in said.items() if value == "yes"]
        unsure = [NOT_SURE] if NOT_SURE in said.values() else []
        return boxes + ticked + unsure + ([NONE] if said and not ticked and not unsure else [])

    def walks(self, answers: dict) -> list[str]:
        """Answers question after question until none is in view. Gives their keys in the order asked."""
        walked = []
        while "/q/" in self.path:
            walked.append(self.asked)
            self.answers(answers.get(self.asked, NOT_SURE))
        return walked
