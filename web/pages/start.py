"""The start, and what is said once before the first question."""

from flask import Blueprint, redirect, render_template, request

from milepost.web.here import knowledge, visit
from milepost.web.visits import TARGETS

pages = Blueprint("start", __name__)


@pages.get("/")
def page():
    return render_template("start.html", under_way=visit().conversation is not None)


@pages.get("/begin")
def before():
    return render_template("begin.html", target=visit().target)


@pages.post("/begin")
def begin():
    here = visit()
    if request.form.get("target") in TARGETS:
        here.target = request.form["target"]
    if here.conversation is None:
        here.conversation = knowledge().milepost.begin()
    return redirect("/q", 303)


@pages.post("/again")
def again():
    here = visit()
    here.conversation = knowledge().milepost.begin()
    return redirect("/q", 303)
