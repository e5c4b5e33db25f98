"""People to call, at once and before anything else."""

from flask import Blueprint, render_template, request

from milepost.engine.telling.countries import ANYWHERE, anywhere, reachable, with_anywhere
from milepost.engine.telling.helplines import country as told
from milepost.web.here import countries as known_countries
from milepost.web.here import go, today, visit, visit_if_any
from milepost.web.people import countries, guessed

pages = Blueprint("help_now", __name__)
BACK = {"help": "/help", "step": "/step?open=people"}


@pages.get("/help")
def page():
    # Nothing is held here: who needs help does not wait for what others work out.
    known, here = known_countries(), visit_if_any()
    code, offered = here.country if here else "", countries(known)
    return render_template(
        "help.html",
        people=[told(each, each.purposes, today()) for each in reachable(known, code)],
        call=anywhere(with_anywhere(known)),
        countries=offered,
        country=code,
        offered=guessed(offered, request.accept_languages.values()),
    )


@pages.post("/country")
def choose():
    """The country is remembered for this visit; nothing of it is in an address."""
    code = request.form.get("country", "")
    known = with_anywhere(known_countries())
    visit().country = code if code in known and code != ANYWHERE else ""
    return go(BACK.get(request.form.get("back", ""), "/help") + "#people")
