"""The review of the answers before the step, and the offer of more questions."""

from flask import Blueprint, render_template

from milepost.engine.telling import asking
from milepost.engine.telling.progress import offer
from milepost.engine.telling.said import played_back
from milepost.engine.telling.texts import STEP_STAYS
from milepost.web.here import go, knowledge, visit

pages = Blueprint("checking", __name__)


@pages.get("/check")
def page():
    here = visit()
    if here.conversation is None:
        return go("/begin")
    kb = knowledge().kb
    # Whoever comes here from an extra question has had enough of them for now.
    here.conversation = conversation = here.conversation.enough()
    if conversation.question is not None:
        return go("/q")
    given = conversation.sheet.answers
    rows = [
        {"number": n, "ask": kb.questions[key].ask, "said": played_back(kb.questions[key], given[key])}
        for n, key in enumerate(conversation.replay.line, start=1)
    ]
    offered = conversation.on_offer()
    return render_template(
        "check.html",
        undo=_undo(),
        back=f"/q/{len(rows)}" if rows else "/begin",
        rows=rows,
        offered=offered,
        offer=offer(offered),
        stays=STEP_STAYS,
    )


def _undo() -> str:
    """What the last change did, as long as it can be undone; empty where there was none."""
    here = visit()
    if here.before_change is None or here.conversation is None:
        return ""
    gone = here.before_change.sheet.answers.keys() - here.conversation.sheet.answers.keys()
    if here.before_change.sheet == here.conversation.sheet:
        return ""
    some = asking.ONE_FITS_NO_MORE if len(gone) == 1 else asking.SOME_FIT_NO_MORE.format(len(gone))
    return f"{asking.CHANGED} {some}" if gone else asking.CHANGED


@pages.post("/undo")
def undo():
    """The answers are again what they were before the last change."""
    here = visit()
    if here.before_change is not None:
        here.conversation, here.before_change = here.before_change.on(), None
    return go("/check")


@pages.post("/more")
def more():
    here = visit()
    if here.conversation is None:
        return go("/begin")
    knowledge()
    here.conversation = here.conversation.fitting(here.conversation.on_offer())
    return go(f"/q/{here.conversation.number}" if here.conversation.question else "/check")
