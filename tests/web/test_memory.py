"""After leaving no answer can be reached in the process: a walk over all objects, after a visit that saw every page.

Before that, a visit takes little.
"""

import gc
import re
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from types import FrameType

from milepost.engine.model.answer_sheet import Sheet
from tests.memory import referents
from tests.tiers import thorough
from tests.web.kinds import PAGES
from tests.web.person import Person, title

# A number of days that nobody else has, and that no object of this test holds as it is.
DAYS = "73" + "31"
WHOLE = re.compile(rf"(?<!\d){DAYS}(?!\d)")
OF_SOMEBODY = {"Fact", "Activation", "Consultation", "Explanation", "Conversation", "Visit", "Firing"}


def reached(each: object) -> Iterator[object]:
    """What an object refers to, and what is in containers of plain values, which the collector does not list."""
    for one in referents(each):
        yield one
        if isinstance(one, dict | tuple) and not gc.is_tracked(one):
            yield from reached(one)


def is_the_number(one: object) -> bool:
    if type(one) is int:
        return one.bit_length() < 20 and str(one) == DAYS
    # An address in memory, which experta puts into names, can have the same digits among others.
    return type(one) is str and len(one) < 100 and DAYS in one and WHOLE.search(one) is not None


def held() -> tuple[Counter, list[str]]:
    """How many objects of each kind there are that somebody's answers make, and the types of those that hold the number."""
    gc.collect()
    kinds, holders = Counter(), []
    for each in gc.get_objects():
        if isinstance(each, FrameType):
            continue
        kind = type(each).__name__
        if kind in OF_SOMEBODY or (isinstance(each, Sheet) and each.answers):
            kinds[kind] += 1
        for one in reached(each):
            if is_the_number(one):
                holders.append(kind)
    return kinds, holders


def everything_seen(app, base) -> tuple[Person, list[str]]:
    """Somebody who answers all that is asked and looks at every page, and what they were asked."""
    somebody = Person(app)
    somebody.come_in().post("/begin", target="plain", question="", presses_most="")
    answers = base.examples["good-meetings-both-lean-that-way"].answers
    asked = somebody.answer_all({**answers, "longest_silence": int(DAYS)})
    for address in PAGES.values():
        somebody.get(address)
    return somebody, asked


def test_nothing_of_a_whole_visit_is_left(app, knowledge, base):
    first, _ = everything_seen(app, base)  # what is made at a first visit, and holds nobody's answers, is there then
    first.get("/leave")
    first.parts.door.fresh()
    del first
    knowledge.forget()
    before = held()
    somebody, asked = everything_seen(app, base)
    assert "longest_silence" in asked and len(asked) > 15
    assert title(somebody.page("/step")) == "Next step"
    kinds, holders = held()
    assert holders and {"Consultation", "Explanation", "Conversation", "Visit", "Firing", "Sheet"} <= kinds.keys()
    somebody.get("/leave")
    del kinds, holders, asked
    assert held() == before


@thorough
def test_a_visit_takes_little(app, base):
    """What the same visit adds once more is what it keeps, when all is there that is made once: a thousand fit."""
    everything_seen(app, base)
    tracemalloc.start()
    try:
        kept = []
        for _ in range(2):
            somebody, _ = everything_seen(app, base)
            gc.collect()
            kept.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert somebody.visit is not None and kept[1] - kept[0] < 100_000
