"""The next step, with everything that is told about it."""

import datetime

from flask import Blueprint, redirect, render_template

from engine.consultation.consult import Consultation
from engine.model.helpline import PURPOSES
from engine.telling.record import record
from web.here import knowledge, parts, visit
from web.people import countries, reachable

pages = Blueprint("result", __name__)
SHOWN = 5
HANDS = {"mine": "in your hands", "time": "with time", "theirs": "theirs to decide"}


def consulted() -> Consultation | None:
    """The consultation of this visit; None while a question is open that can change the step."""
    here = visit()
    if here.conversation is None:
        return None
    known = knowledge()
    return known.consulted(here.conversation.sheet) if here.conversation.enough().question is None else None


@pages.get("/step")
def page():
    consultation = consulted()
    if consultation is None:
        return redirect("/q", 303)
    known, today = knowledge(), parts().settings.today or datetime.date.today()
    told = record(consultation, known.explained(consultation), today, reachable(known.kb.countries, visit().country))
    loud = [answer for answer in told["deciding"]["answers"] if answer["question"] not in told["deciding"]["no_alarm"]]
    return render_template(
        "step.html",
        told=told,
        loud=loud,
        shown=SHOWN,
        hands=HANDS,
        purposes=PURPOSES,
        countries=countries(known.kb.countries),
        country=visit().country,
    )
