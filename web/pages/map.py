"""The map: somebody's way to their step, and the stages with all steps; each in words, and as a picture."""

from flask import Blueprint, Response, redirect, render_template

from milepost.diagrams.graph import Graph
from milepost.diagrams.render import draw
from milepost.diagrams.stages import stages_of
from milepost.diagrams.way import way_of
from milepost.web.here import knowledge
from milepost.web.pages.result import consulted, explained
from milepost.web.titles import MAP, WHOLE_MAP

pages = Blueprint("map", __name__)


@pages.get("/map")
def way():
    """The way to the step; before there is one, the stages."""
    graph = _way()
    return redirect("/map/all", 303) if graph is None else render_template("way.html", title=MAP, graph=graph)


@pages.get("/map/all")
def stages():
    """The stages with all steps, and somebody's own among them."""
    consultation = consulted()
    graph = stages_of(knowledge().kb, consultation)
    return render_template("stages.html", title=WHOLE_MAP, graph=graph, has_way=consultation is not None)


@pages.get("/map/picture")
def picture():
    """The picture of the way; before there is one, of the stages."""
    return _picture(_way() or stages_of(knowledge().kb))


@pages.get("/map/all/picture")
def picture_of_stages():
    """The picture of the stages."""
    return _picture(stages_of(knowledge().kb, consulted()))


def _way() -> Graph | None:
    consultation = consulted()
    return None if consultation is None else way_of(consultation, explained(consultation))


def _picture(graph: Graph) -> Response:
    return Response(draw(graph, "svg"), mimetype="image/svg+xml")
