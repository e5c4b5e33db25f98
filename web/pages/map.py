"""The map: the person's own path, and the whole map with it, each as a picture and in words."""

from flask import Blueprint, redirect, render_template

from milepost.diagrams.graph import Graph
from milepost.diagrams.labels import KINDS, STATES, TICK
from milepost.diagrams.own_path import own_path
from milepost.diagrams.render import CannotDraw, draw
from milepost.diagrams.whole import whole
from milepost.web.here import knowledge
from milepost.web.pages.result import consulted
from milepost.web.picture import linked
from milepost.web.titles import MAP, WHOLE_MAP

pages = Blueprint("map", __name__)


@pages.get("/map")
def own():
    consultation = consulted()
    if consultation is None:
        return redirect("/map/all", 303)
    return _shown(MAP, own_path(consultation), has_path=True, is_whole=False)


@pages.get("/map/all")
def all():
    consultation = consulted()
    return _shown(WHOLE_MAP, whole(knowledge().kb, consultation), has_path=consultation is not None, is_whole=True)


def _shown(title: str, graph: Graph, has_path: bool, is_whole: bool) -> str:
    numbers = {node.id: n for n, node in enumerate(graph.in_reading_order, start=1)}
    try:
        picture = linked(graph, draw(graph, "svg"), numbers)
    except CannotDraw:
        # The words say all that the picture does.
        picture = None
    return render_template(
        "map.html",
        title=title,
        graph=graph,
        numbers=numbers,
        picture=picture,
        has_path=has_path,
        is_whole=is_whole,
        kinds=KINDS,
        states=STATES,
        tick=TICK,
    )
