"""Finding the layout that is made for a graph."""

from milepost.diagrams import map_layout, path_boxes, path_routes
from milepost.diagrams.graph import Graph
from milepost.diagrams.places import Layout


def layout_of(graph: Graph) -> Layout:
    """The layout of a person's path or of a whole map; empty for any other graph, which Graphviz lays out."""
    if parts := path_boxes.parts_of(graph):
        boxes = path_boxes.boxes(graph, parts)
        return Layout(boxes, path_routes.routes(graph, parts, boxes))
    if map_layout.fits(graph):
        return map_layout.layout(graph)
    return Layout()
