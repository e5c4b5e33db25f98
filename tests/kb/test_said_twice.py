"""What must not slip is said twice: each line of safety, help or contact stands in the promises that speak of its kind."""

from collections.abc import Iterator

from milepost.engine.model.condition import All, Any, Claim, Lines, NoneOf, StepContact, Told
from milepost.engine.model.condition import Test as Fact
from milepost.engine.model.step import CONTACT, NO_CONTACT, STEP


def claims(base) -> Iterator[Claim]:
    waiting = [claim for each in base.promises.values() for claim in (each.given, each.never, each.always) if claim]
    while waiting:
        claim = waiting.pop()
        waiting += claim.parts if isinstance(claim, All | Any | NoneOf) else ()
        yield claim


def content(claim: Claim) -> object:
    """What a condition says, wherever it is written; of other claims nothing."""
    if isinstance(claim, Fact):
        return claim.content
    return type(claim), *map(content, getattr(claim, "parts", ()))


def named(base, **kind) -> set[str]:
    """The lines that some claim about such lines names."""
    about = (claim for claim in claims(base) if isinstance(claim, Lines))
    return {id for claim in about if all(getattr(claim, k) == v for k, v in kind.items()) for id in claim.ids}


def test_each_safety_line_is_promised_to_somebody_and_to_stay_one(base):
    safety = {line.id for line in base.advice.values() if line.safety}
    assert len(safety) > 200
    assert safety - {claim.id for claim in claims(base) if isinstance(claim, Told)} == set()
    assert safety - named(base, safety=False) == set()


def test_each_helpline_that_a_line_shows_is_promised(base):
    for purpose in {purpose for line in base.advice.values() for purpose in line.lines}:
        showing = {line.id for line in base.advice.values() if purpose in line.lines}
        assert showing - named(base, purposes=(purpose,)) == set(), purpose


def test_each_line_with_somebody_to_call_is_promised_to_somebody(base):
    naming = {line.id for line in base.advice.values() if line.lines}
    assert len(naming) > 30
    assert naming - {claim.id for claim in claims(base) if isinstance(claim, Told)} == set()


def test_each_two_answers_at_odds_are_promised_to_be_read_the_careful_way(base):
    cases = [content(claim) for claim in claims(base)]
    assert [entry.id for entry in base.at_odds.values() if content(entry.when) not in cases] == []


def test_each_line_with_contact_is_promised_to_have_as_much(base):
    for level, lower in zip(CONTACT[1:], CONTACT, strict=False):
        lines = {line.id for line in base.advice.values() if line.contact == level}
        assert lines - named(base, up_to=lower) == set(), level


def test_each_line_of_duty_with_contact_is_promised_to_be_for_somebody(base):
    for line in (line for line in base.advice.values() if line.duty and line.contact != NO_CONTACT):
        assert any(
            isinstance(claim, All)
            and any(isinstance(part, Lines) and part.ids == (line.id,) for part in claim.parts)
            and any(isinstance(part, NoneOf) for part in claim.parts)
            for claim in claims(base)
        ), line.id


def test_each_step_with_contact_is_promised_to_be_for_nobody_else(base):
    for key in (key for key, step in base.steps.items() if step.contact != NO_CONTACT):
        assert any(
            isinstance(claim, All)
            and any(isinstance(part, Fact) and (part.fact, part.values) == (STEP, (key,)) for part in claim.parts)
            and any(isinstance(part, NoneOf) for part in claim.parts)
            for claim in claims(base)
        ), key


def test_each_step_is_promised_to_have_its_contact(base):
    said = {
        step
        for claim in claims(base)
        if isinstance(claim, All) and any(isinstance(part, StepContact) for part in claim.parts)
        for part in claim.parts
        if isinstance(part, Fact) and part.fact == STEP
        for step in part.values
    }
    assert set(base.steps) - said == set()
