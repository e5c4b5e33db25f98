"""Visits: what one person answered, in memory and nowhere else."""

import secrets
from collections import OrderedDict
from threading import Lock

import msgspec

from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explanation
from milepost.engine.interview.conversation import Conversation
from milepost.engine.model.answer_sheet import Answer
from milepost.web.answering import Sent
from milepost.web.settings import Settings

PLAIN, WEATHER = "plain", "weather"
# Where the exit leads. The plain page is our own and needs no network; the browser opens the other one itself.
TARGETS = {PLAIN: "/plain", WEATHER: "https://www.bbc.com/weather"}


class Told(msgspec.Struct):
    """What came out for the answers of a visit, worked out once; the exact reasons only when they are asked for."""

    consultation: Consultation
    explanation: Explanation | None = None


class Visit(msgspec.Struct):
    """One person's way: their conversation once it has begun, their country by its code, and where the exit leads.

    `before_change` is the conversation as it was before an answer was changed, to undo that and for nothing else.
    `noted` is what is said once on the next page. `sent` holds, for each question, what its form held when it was
    sent, and what that was understood as.
    """

    last: float
    conversation: Conversation | None = None
    country: str = ""
    target: str = PLAIN
    told: Told | None = None
    before_change: Conversation | None = None
    noted: str = ""
    sent: dict[str, tuple[Sent, Answer]] = {}


class Visits:
    """All visits by their keys. The oldest make room for new ones, and idle ones are dropped."""

    def __init__(self, settings: Settings):
        self._settings, self._lock = settings, Lock()
        self._visits: OrderedDict[str, Visit] = OrderedDict()

    def __len__(self) -> int:
        return len(self._visits)

    def begun(self) -> str:
        """The key of a new visit."""
        key = secrets.token_urlsafe(24)
        with self._lock:
            self._drop_idle()
            while len(self._visits) >= self._settings.most_visits:
                self._visits.popitem(last=False)
            self._visits[key] = Visit(self._settings.clock())
        return key

    def found(self, key: str | None) -> Visit | None:
        """The visit with this key, which is the newest now; None if there is none, or it has been idle too long."""
        key = key or ""
        with self._lock:
            self._drop_idle()
            visit = self._visits.get(key)
            if visit is not None:
                visit.last = self._settings.clock()
                self._visits.move_to_end(key)
            return visit

    def forget(self) -> None:
        """Drops every visit: whoever leaves may have the pages open in a second window too."""
        with self._lock:
            self._visits.clear()

    def _drop_idle(self) -> None:
        oldest = self._settings.clock() - self._settings.lasting * 60
        while self._visits and next(iter(self._visits.values())).last <= oldest:
            self._visits.popitem(last=False)
