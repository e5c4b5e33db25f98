"""The pages as one application."""

import logging
import sys
import traceback
from collections.abc import Callable

from flask import Flask, render_template
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

from milepost.engine.consulting.disagreement import NO_STEP, NOTHING_WRONG_WITH_YOU, TO_PEOPLE, EnginesDisagree
from milepost.engine.telling import asking, helplines
from milepost.engine.telling.countries import reachable
from milepost.engine.telling.texts import date, sentences
from milepost.web import here, titles
from milepost.web.door import Door
from milepost.web.guarding import guard
from milepost.web.knowledge import Knowledge
from milepost.web.pages import checking, help_now, leaving, machine, map, question, result, sources, start
from milepost.web.people import dialled
from milepost.web.settings import Settings
from milepost.web.visits import Visits
from milepost.web.ways_on import ways_on

PAGES = (start, question, checking, result, map, sources, help_now, leaving, machine)


class Pages(Flask):
    """Flask, with a log that names the place of a failure and never what somebody answered."""

    def log_exception(self, exc_info) -> None:
        kind, _, trace = exc_info
        last = traceback.extract_tb(trace)[-1] if trace else None
        print(f"a page failed: {kind.__name__}{f' at {last.filename}:{last.lineno}' if last else ''}", file=sys.stderr)


def create_app(loaded: Callable[[], Knowledge], settings: Settings | None = None, door: Door | None = None) -> Flask:
    """The application. `loaded` gives the knowledge when it is first needed; requests wait while it is read."""
    settings = settings or Settings()
    logging.getLogger("werkzeug").disabled = True
    app = Pages(__name__)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    house = app.extensions[here.NAME] = here.Parts(settings, door or Door(settings), Visits(settings), loaded)
    known = {"titles": titles, "is_for_author": settings.author, "ways_on": ways_on}
    app.context_processor(lambda: {"visit": here.visit_if_any(), **known})
    app.jinja_env.filters |= {"linked": result.linked, "dated": date, "dialled": dialled, "sentences": sentences}
    app.jinja_env.globals |= {
        "at": here.at,
        "source_at": sources.address,
        "asking": asking,
        "in_danger": helplines.IN_DANGER,
        "can_be_seen": helplines.CAN_BE_SEEN,
        "without_a_word": helplines.without_a_word,
        "last_checked": helplines.last_checked,
    }
    guard(app, house.door)
    app.teardown_request(here.let_go)
    for module in PAGES:
        app.register_blueprint(module.pages)
    if settings.author:
        from milepost.web.author.pages import pages as author

        app.register_blueprint(author)
    app.register_error_handler(HTTPException, _fault)
    app.register_error_handler(EnginesDisagree, _no_step)
    app.register_error_handler(Exception, _failure)
    return app


def _fault(error: HTTPException) -> tuple[str, int]:
    """A fault page in our words; a method that a page does not take is a page that is not there."""
    code = error.code if error.code in titles.FAULTS else 404 if error.code and error.code < 500 else 500
    return render_template("fault.html", code=code), code


def _no_step(_error: EnginesDisagree) -> tuple[str, int]:
    """The page where the two engines disagree: no step, and people to call."""
    visit = here.visit_if_any()
    people = [
        helplines.country(each, each.purposes, here.today())
        for each in reachable(here.countries(), visit.country if visit else "")
    ]
    said = (NO_STEP, NOTHING_WRONG_WITH_YOU, TO_PEOPLE)
    return render_template("no_step.html", said=said, people=people), 500


def _failure(_error: Exception) -> tuple[str, int]:
    from flask import current_app

    current_app.log_exception(sys.exc_info())
    return render_template("fault.html", code=500), 500
