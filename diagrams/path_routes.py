"""The lines of a person's path: straight with rounded corners, gathered on tracks where they lead to one place."""

from milepost.diagrams.graph import Edge, Graph, Node
from milepost.diagrams.html_label import lines_of_edge, size_of
from milepost.diagrams.path_boxes import GUTTER, RIM, STEP, TRACK, Parts, heads_by_track, slots
from milepost.diagrams.places import Box, Route, rounded


def routes(graph: Graph, parts: Parts, boxes: dict[str, Box]) -> dict[Edge, Route]:
    """The line of every edge of a path."""
    found: dict[Edge, Route] = {}
    for card in parts.cards:
        found |= _from_card(graph, parts, boxes, card)
    last = boxes[parts.last.id]
    for edge in graph.edges:
        tail, head = boxes[edge.tail], boxes[edge.head]
        if edge in found:
            continue
        width, _height = size_of(lines_of_edge(edge))
        if edge.head == parts.step.id:
            middle = (tail.bottom + head.top) / 2 - 4
            found[edge] = Route(
                rounded((tail.x, tail.bottom), (tail.x, head.top - RIM)), (tail.x - 9 - width / 2, middle), side="RIGHT"
            )
        elif edge.tail == parts.last.id:
            track = last.x + STEP / 2 + TRACK
            above = head.top - 44
            corners = ((last.right, last.y), (track, last.y), (track, above), (head.x, above), (head.x, head.top))
            found[edge] = Route(rounded(*corners), (head.x + 7 + width / 2, head.top - 24))
        else:
            found[edge] = Route(
                rounded((tail.x, tail.bottom), (tail.x, head.top)),
                (tail.x + 7 + width / 2, (tail.bottom + head.top) / 2 - 3),
            )
    return found


def _from_card(graph: Graph, parts: Parts, boxes: dict[str, Box], card: Node) -> dict[Edge, Route]:
    tracks, place = heads_by_track(graph, parts), {node.id: node.place for node in parts.cards}
    box, found = boxes[card.id], {}
    for n, (edge, (offset, room)) in enumerate(slots(graph, parts, card).items()):
        start, head = box.left + offset, boxes[edge.head]
        width, height = size_of(lines_of_edge(edge, room))
        turn = box.bottom + height + 9 - 3 * n
        corners: tuple[tuple[float, float], ...]
        if edge.head == parts.last.id and card == parts.cards[-1]:
            corners = ((start, box.bottom), (start, head.y), (head.left, head.y))
        elif edge.head == parts.last.id:
            across = box.right + GUTTER / 2 - 4
            corners = ((start, box.bottom), (start, turn), (across, turn), (across, head.y), (head.left, head.y))
        elif place[edge.head] == card.place + 1:
            corners = ((start, box.bottom), (start, head.top))
        else:
            track = head.left - TRACK * (tracks.index(edge.head) + 1)
            corners = ((start, box.bottom), (start, turn), (track, turn), (track, head.y), (head.left, head.y))
        found[edge] = Route(rounded(*corners), (start + 7 + width / 2, box.bottom + 4 + height / 2), room)
    return found
