"""Leaving: everything is dropped, and the browser is sent elsewhere."""

from flask import Blueprint, redirect, render_template

from milepost.web.here import forget, parts, visit
from milepost.web.visits import PLAIN, TARGETS

pages = Blueprint("leaving", __name__)
CLEARED = '"cache", "cookies", "storage"'


@pages.get("/leave")
def leave():
    here, house = visit(), parts()
    answer = redirect(TARGETS[here.target if here else PLAIN], 303)
    answer.headers["Clear-Site-Data"] = CLEARED
    if here is not None:
        house.visits.forget()
        house.door.shut()
        forget()
    return answer


@pages.get("/plain")
def plain():
    """The page that the exit leads to where there is no network, or none is wanted. It is put before an open page after idle minutes too."""
    page = render_template("plain.html")
    return page, 200, {"Clear-Site-Data": '"cache"'}
