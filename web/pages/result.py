"""The next step, with everything that is told about it."""

from flask import Blueprint, redirect, render_template

from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explanation
from milepost.engine.interview.conversation import Conversation
from milepost.engine.model.helpline import PURPOSES
from milepost.engine.telling.record import record
from milepost.web.here import knowledge, today, visit
from milepost.web.people import countries, reachable
from milepost.web.visits import Told

pages = Blueprint("result", __name__)
SHOWN = 5
HANDS = {"mine": "in your hands", "time": "with time", "theirs": "theirs to decide"}


def consulted() -> Consultation | None:
    """The consultation of this visit; None while a question is open that can change the step."""
    here = visit()
    if here.conversation is None:
        return None
    if is_open(here.conversation):
        return None
    known, sheet = knowledge(), here.conversation.sheet
    if here.told is None or here.told.consultation.sheet != sheet or here.told.consultation.kb is not known.kb:
        here.told = Told(known.consulted(sheet))
    return here.told.consultation


def explained(consultation: Consultation) -> Explanation:
    """The exact reasons of this visit's consultation."""
    told, known = visit().told, knowledge()
    if told is None or told.consultation is not consultation:
        return known.milepost.explain(consultation)
    if told.explanation is None:
        told.explanation = known.milepost.explain(consultation)
    return told.explanation


def is_open(conversation: Conversation) -> bool:
    """Is there a question left that can change the step?"""
    replay = conversation.replay
    return replay.following is not None and replay.following.key in replay.line[: replay.deciding]


@pages.get("/step")
def page():
    consultation = consulted()
    if consultation is None:
        return redirect("/q", 303)
    known = knowledge()
    told = record(consultation, explained(consultation), today(), reachable(known.kb.countries, visit().country))
    loud = [answer for answer in told["deciding"]["answers"] if answer["question"] not in told["deciding"]["no_alarm"]]
    return render_template(
        "step.html",
        told=told,
        loud=loud,
        lines={kind: _cut(told[kind]) for kind in ("do", "dont", "notes")},
        others=[option for option in told["options"] if not option["chosen"]],
        hands=HANDS,
        purposes=PURPOSES,
        countries=countries(known.kb.countries),
        country=visit().country,
        back=f"/q/{len(visit().conversation.replay.line)}" if told["step"]["ends_interview"] else "/check",
    )


def _cut(lines: list[dict]) -> dict[str, list[dict]]:
    """The first lines, and those that are folded. A line about safety is never folded."""
    shown = [line for n, line in enumerate(lines) if n < SHOWN or line["safety"]]
    return {"shown": shown, "folded": [line for line in lines if line not in shown]}
