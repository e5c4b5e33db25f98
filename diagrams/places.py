"""Where boxes and lines stand. All measures are points; x grows to the right and y downwards."""

import msgspec

from milepost.diagrams.graph import Edge

Point = tuple[float, float]
ROUND = 9


class Box(msgspec.Struct, frozen=True):
    """A place by its middle and its size."""

    x: float
    y: float
    width: float
    height: float

    left = property(lambda self: self.x - self.width / 2)
    right = property(lambda self: self.x + self.width / 2)
    top = property(lambda self: self.y - self.height / 2)
    bottom = property(lambda self: self.y + self.height / 2)


class Route(msgspec.Struct, frozen=True):
    """A line as the control points of its cubic pieces, the last of them straight and ending at the tip of the arrow;
    the middle of its label, and the room and the side that the label's words keep to."""

    control: tuple[Point, ...]
    label: Point
    room: float = 0
    side: str = "LEFT"


class Layout(msgspec.Struct, frozen=True):
    """The places of nodes, edges and groups; empty where Graphviz is to find them."""

    boxes: dict[str, Box] = {}
    routes: dict[Edge, Route] = {}
    groups: dict[str, Box] = {}


def rounded(*corners: Point) -> tuple[Point, ...]:
    """The control points of a line through some corners, which are rounded."""
    control = [corners[0]]
    for n in range(1, len(corners)):
        end = corners[n]
        if n < len(corners) - 1:
            into, out = towards(end, corners[n - 1], ROUND), towards(end, corners[n + 1], ROUND)
            control += [control[-1], into, into, end, end, out]
        else:
            control += [control[-1], end, end]
    return tuple(control)


def swung(start: Point, middle: Point, end: Point) -> tuple[Point, ...]:
    """The control points of a line that leaves and arrives level: a curve from start to middle, then straight."""
    reach = (middle[0] - start[0]) / 2
    return (start, (start[0] + reach, start[1]), (middle[0] - reach, middle[1]), middle, middle, end, end)


def before_arrow(control: tuple[Point, ...], length: float) -> tuple[Point, ...]:
    """The control points up to the foot of an arrow of some length."""
    foot = towards(control[-1], control[-4], length)
    return (*control[:-2], foot, foot)


def towards(start: Point, goal: Point, length: float) -> Point:
    """The point `length` from `start` on the way to `goal`, at most half of it."""
    dx, dy = goal[0] - start[0], goal[1] - start[1]
    whole = (dx * dx + dy * dy) ** 0.5
    share = min(length / whole, 0.5) if whole else 0
    return start[0] + dx * share, start[1] + dy * share
