"""The start, and what is said and asked once before the first question page."""

import msgspec
from flask import Blueprint, render_template, request

from milepost.engine.interview.conversation import Conversation
from milepost.engine.model.question import FIRST, NOT_SURE, Question
from milepost.web.here import go, knowledge, visit
from milepost.web.people import countries, guessed
from milepost.web.visits import TARGETS

pages = Blueprint("start", __name__)


@pages.get("/")
def page():
    return render_template("start.html", under_way=visit().conversation is not None)


@pages.get("/begin")
def before():
    here = visit()
    given = here.conversation.sheet.answers if here.conversation else {}
    # A subject without helplines asks for no country; help is there all the same.
    known = countries(knowledge().kb.countries) if knowledge().kb.countries else []
    offered = guessed(known, request.accept_languages.values())
    known.sort(key=lambda each: each.code != offered)
    return render_template(
        "begin.html", target=here.target, first=asked_first(), given=given, countries=known, country=here.country
    )


@pages.post("/begin")
def begin():
    here = visit()
    if request.form.get("target") in TARGETS:
        here.target = request.form["target"]
    if (code := request.form.get("country")) is not None:
        here.country = code if code in {each.code for each in countries(knowledge().kb.countries)} else ""
    here.conversation = with_first(here.conversation or knowledge().milepost.begin())
    return go("/q")


@pages.post("/again")
def again():
    here = visit()
    here.conversation, here.before_change, here.sent = knowledge().milepost.begin(), None, {}
    return go("/begin" if asked_first() else "/q")


def asked_first() -> list[Question]:
    """The questions on the first page: those that are asked before all others, one answer each."""
    return [q for q in knowledge().kb.questions.values() if q.asked == FIRST and q.type in ("choice", "yes_no")]


def with_first(conversation: Conversation) -> Conversation:
    """The conversation with what was sent from the first page; what was left out there is not known."""
    for question in asked_first():
        chosen, line = request.form.get(question.key), conversation.replay.line
        if chosen is not None and question.key in line:
            standing = msgspec.structs.replace(conversation, place=line.index(question.key), returning=False)
            conversation = standing.answered(chosen if chosen in question.options else NOT_SURE)
    return conversation.on()
