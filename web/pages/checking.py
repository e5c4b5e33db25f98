"""The review of the answers before the step, and the offer of more questions."""

from flask import Blueprint, redirect, render_template

from milepost.engine.meaning.words import answer_in_words
from milepost.web.here import knowledge, visit

pages = Blueprint("checking", __name__)


@pages.get("/check")
def page():
    here = visit()
    if here.conversation is None:
        return redirect("/begin", 303)
    kb = knowledge().kb
    # Whoever comes here from an extra question has had enough of them for now.
    here.conversation = conversation = here.conversation.enough()
    if conversation.question is not None:
        return redirect("/q", 303)
    given = conversation.sheet.answers
    rows = [
        {"number": n, "ask": kb.questions[key].ask, "said": answer_in_words(kb.questions[key], given[key])}
        for n, key in enumerate(conversation.replay.line, start=1)
    ]
    return render_template(
        "check.html", back=f"/q/{len(rows)}" if rows else "/begin", rows=rows, offered=conversation.on_offer()
    )


@pages.post("/more")
def more():
    here = visit()
    if here.conversation is None:
        return redirect("/begin", 303)
    knowledge()
    here.conversation = here.conversation.fitting()
    return redirect(f"/q/{here.conversation.number}" if here.conversation.question else "/check", 303)
