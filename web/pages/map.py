"""The map: somebody's way to their step, the stages with all steps, and each step, finding and question by itself."""

import re

from flask import Blueprint, Response, abort, render_template
from markupsafe import Markup

from milepost.diagrams.around import around, views
from milepost.diagrams.graph import Graph
from milepost.diagrams.render import CannotDraw, draw
from milepost.diagrams.stages import stages_of
from milepost.diagrams.way import way_of
from milepost.web.here import at, go, knowledge
from milepost.web.pages.result import consulted, explained
from milepost.web.titles import MAP, ONE_PART, WHOLE_MAP

pages = Blueprint("map", __name__)
# A picture inside a page has the looks of the page.
HEAD, LOOKS = re.compile(r"^<\?xml.*?\?>\s*", re.DOTALL), re.compile("<style.*?</style>", re.DOTALL)


@pages.get("/map")
def way():
    """The way to the step; before there is one, the stages."""
    graph = _way()
    return go("/map/all") if graph is None else render_template("way.html", title=MAP, graph=graph)


@pages.get("/map/all")
def stages():
    """The stages with all steps, and somebody's own among them."""
    consultation = consulted()
    graph, link = stages_of(knowledge().kb, consultation), _link if consultation else _nowhere
    return render_template("stages.html", title=WHOLE_MAP, graph=graph, has_way=consultation is not None, link=link)


@pages.get("/map/<int:number>")
def part(number: int):
    """One step, finding or question, with what opens and stops it; nobody sees it before their step."""
    kb = knowledge().kb
    ids = views(kb)
    if not 0 < number <= len(ids):
        abort(404)
    if consulted() is None:
        return go("/map/all")
    graph = around(kb, ids[number - 1], guarded=False)
    return render_template(
        "around.html", title=ONE_PART, graph=graph, subject=graph.nodes[0], link=_link, picture=_inside(graph)
    )


@pages.get("/map/picture")
def picture():
    """The picture of the way; before there is one, of the stages."""
    return _picture(_way() or stages_of(knowledge().kb))


@pages.get("/map/all/picture")
def picture_of_stages():
    """The picture of the stages."""
    consultation = consulted()
    return _picture(stages_of(knowledge().kb, consultation), _link if consultation else _nowhere)


def _way() -> Graph | None:
    consultation = consulted()
    return None if consultation is None else way_of(consultation, explained(consultation))


def _link(id: str) -> str | None:
    """The address of the page about a step, a finding or a question: a number, as no address tells what it is about."""
    ids = views(knowledge().kb)
    return at(f"/map/{ids.index(id) + 1}") if id in ids else None


def _nowhere(id: str) -> None:
    """No link, as there is no step yet."""


def _picture(graph: Graph, link=_nowhere) -> Response:
    return Response(draw(graph, "svg", link=link), mimetype="image/svg+xml")


def _inside(graph: Graph) -> Markup | None:
    """The picture for the inside of a page; None where nothing can draw it, as the words say the same."""
    try:
        drawn = draw(graph, "svg", link=_link).decode()
    except CannotDraw:
        return None
    # As an image its links would be out of reach; its title and description stay its name.
    return Markup(LOOKS.sub("", HEAD.sub("", drawn)).replace('role="img"', 'role="group"', 1))
