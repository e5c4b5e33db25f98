"""Leaving: everything is dropped, and the browser is sent elsewhere."""

from flask import Blueprint, redirect, render_template

from milepost.web.here import at, cookie, forget, parts, visit_if_any
from milepost.web.visits import PLAIN, TARGETS

pages = Blueprint("leaving", __name__)
# Without "cookies": that would clear those of every other server on this machine too.
CLEARED = '"cache", "storage"'


@pages.get("/leave")
def leave():
    here, house = visit_if_any(), parts()
    # Never below the path of the visit, which is not to stay in the address bar.
    answer = redirect(TARGETS[here.target if here else PLAIN], 303)
    answer.headers["Clear-Site-Data"] = CLEARED
    answer.delete_cookie(cookie(), path=at("/"), httponly=True, samesite="Strict")
    if here is not None:
        house.visits.forget()
        house.door.shut()
        forget()
    return answer


@pages.get("/plain")
def plain():
    """Where the exit leads without a network, or where none is wanted; after idle minutes it hides an open page too."""
    page = render_template("plain.html")
    return page, 200, {"Clear-Site-Data": '"cache"'}
