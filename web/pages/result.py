"""The next step, with everything that is told about it."""

from typing import Any

from flask import Blueprint, Response, render_template, request
from markupsafe import Markup

from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explanation
from milepost.engine.telling import texts
from milepost.engine.telling.as_text import as_text
from milepost.engine.telling.countries import reachable
from milepost.engine.telling.record import people
from milepost.engine.telling.sections import Item, Telling
from milepost.engine.telling.tell import tell
from milepost.web.here import at, go, knowledge, loaded, today, visit
from milepost.web.pages.sources import address
from milepost.web.people import countries, guessed, with_links
from milepost.web.visits import Told

pages = Blueprint("result", __name__)
# What a saved text is called: nothing that tells what it is about.
FILE = "notes.txt"


def consulted() -> Consultation | None:
    """The consultation of this visit; None while a question is open that can change the step."""
    here = visit()
    if here.conversation is None:
        return None
    if here.conversation.is_open:
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


@pages.get("/step")
def page():
    consultation = consulted()
    if consultation is None:
        return go("/q")
    ends = consultation.step.ends_interview
    back = f"/q/{len(visit().conversation.replay.line)}" if ends else "/check"
    return laid_out(consultation, None if ends else explained(consultation), visit().country, back)


@pages.get("/text")
def text():
    """The first screen, as a file for the browser to save."""
    return saved(whole=False)


@pages.get("/fulltext")
def whole_text():
    """All that is told, as a file for the browser to save."""
    return saved(whole=True)


def saved(whole: bool):
    """What is told as a file."""
    consultation = consulted()
    if consultation is None:
        return go("/q")
    code, exact = visit().country, whole and not consultation.step.ends_interview
    told = told_of(consultation, explained(consultation) if exact else None, code)
    made = Response(as_text(told, people_for(consultation, code) if whole else None), mimetype="text/plain")
    made.headers["Content-Disposition"] = f'attachment; filename="{FILE}"'
    return made


def told_of(consultation: Consultation, explanation: Explanation | None, code: str) -> Telling:
    """What is told, with the numbers of the country of that code."""
    return tell(consultation, explanation, consultation.kb.countries.get(code), today())


def people_for(consultation: Consultation, code: str) -> list[dict[str, Any]]:
    """The lines that are called for, of the country of that code and of any country."""
    return people(consultation, reachable(consultation.kb.countries, code), today())


def laid_out(consultation: Consultation, explanation: Explanation | None, code: str, back: str) -> str:
    """The page about a consultation, with the numbers of the country of that code, and the address `back`."""
    known = countries(consultation.kb.countries)
    return render_template(
        "step.html",
        told=told_of(consultation, explanation, code),
        ends=consultation.step.ends_interview,
        opened=request.args.get("open", ""),
        texts=texts,
        guarded={key for key, question in consultation.kb.questions.items() if question.guard},
        people=people_for(consultation, code),
        countries=known,
        country=code,
        offered=guessed(known, request.accept_languages.values()),
        back=back,
    )


def linked(item: Item) -> Markup:
    """What an item says, with its numbers and addresses as links; the name of a source leads to its page."""
    if item.id in loaded().kb.sources:
        return Markup('<a href="{}">{}</a>').format(at(address(item.id)), item.say)
    return with_links(item.say, item.links)
