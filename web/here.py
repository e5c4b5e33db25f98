"""What the request at hand can use: the visit, the knowledge, and the parts of the server."""

import datetime
from collections.abc import Callable
from contextlib import suppress

import msgspec
from flask import abort, current_app, g, redirect, request
from werkzeug import Response

from milepost.engine.model.faults import KnowledgeBaseFaulty
from milepost.engine.model.helpline import Country
from milepost.web.door import Door
from milepost.web.knowledge import Knowledge
from milepost.web.settings import Settings
from milepost.web.visits import Visit, Visits

NAME = "milepost"


class Parts(msgspec.Struct, frozen=True):
    """The parts of one server. `loaded` gives the knowledge, and waits for it where it is still being read."""

    settings: Settings
    door: Door
    visits: Visits
    loaded: Callable[[], Knowledge]


def parts() -> Parts:
    """The parts of this server."""
    return current_app.extensions[NAME]


def cookie() -> str:
    """The name of our cookie, with the port in it: cookies know none, and two servers are not to take each other's."""
    return f"visit-{request.environ['SERVER_PORT']}"


def at(path: str) -> str:
    """The address of one of our pages: below the path of the door for whoever is there, and as it is for others."""
    return request.script_root + path


def go(path: str) -> Response:
    """Sends the browser on to one of our pages."""
    return redirect(at(path), 303)


def visit_if_any() -> Visit | None:
    """The visit this request belongs to; None on the pages that are open to everybody."""
    return g.get("visit")


def visit() -> Visit:
    """The visit this request belongs to; 403 where there is none, which the guard has seen to before most pages."""
    return visit_if_any() or abort(403)


def loaded() -> Knowledge:
    """The knowledge, the same for the whole request; of what is not held only `kb` and `numbers` can be used."""
    if "loaded" not in g:
        g.loaded = parts().loaded()
    return g.loaded


def knowledge() -> Knowledge:
    """The knowledge, held for this request until it ends."""
    if "knowledge" not in g:
        loaded().lock.acquire()
        g.knowledge = g.loaded
    return g.knowledge


def today() -> datetime.date:
    """The day that dates are compared with."""
    return parts().settings.today or datetime.date.today()


def countries() -> dict[str, Country]:
    """All countries with their helplines: those of the knowledge, or where it has faults those milepost comes with."""
    try:
        return loaded().kb.countries
    except KnowledgeBaseFaulty:
        return {}


def forget() -> None:
    """Drops what is known of anybody's answers beside the visits."""
    with suppress(KnowledgeBaseFaulty):
        loaded().forget()


def let_go(_error: BaseException | None = None) -> None:
    """The request has ended, and the next one may use the knowledge."""
    if held := g.pop("knowledge", None):
        held.lock.release()
