"""A line that names a kind of line to call shows its numbers, or stands in the promise that they are in view beside it."""

import re

import pytest

from milepost.engine.model.condition import All, Any, Lines, NoneOf

KINDS = {
    "whoever-reads-of-a-crisis-line-sees-its-number": (r"\bcrisis line", "crisis"),
    "whoever-reads-of-an-abuse-line-sees-its-number": (
        r"\babuse line|\bline for abuse|\bstalking line",
        "domestic_abuse",
    ),
    "whoever-reads-of-a-line-for-change-sees-its-number": (
        r"\bline for people who (want to change|have)",
        "perpetrator",
    ),
    "whoever-reads-of-a-helpline-sees-a-number": (r"\bhelplines?\b", ""),
}


def named(claim) -> set[str]:
    if isinstance(claim, All | Any | NoneOf):
        return set().union(*map(named, claim.parts))
    return set(claim.ids) if isinstance(claim, Lines) else set()


@pytest.mark.parametrize("promise", KINDS)
def test_each_line_that_names_people_to_call_is_promised_their_number(base, promise):
    words, purpose = KINDS[promise]
    telling = [line for line in base.advice.values() if not line.withdrawn and re.search(words, line.say)]
    assert telling
    alone = {line.id for line in telling if not (purpose in line.lines if purpose else line.lines)}
    assert alone - named(base.promises[promise].given) == set()
