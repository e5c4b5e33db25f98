"""Where boxes and lines stand. All measures are points; x grows to the right and y downwards."""

import msgspec

from milepost.diagrams.graph import Edge
from milepost.diagrams.lines import Line

Point = tuple[float, float]


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
    """A line, whether it has a tip, and the lines of its words with the left top corner of these.

    It runs across from its start to above its end, and then down.
    """

    start: Point
    end: Point
    words: tuple[Line, ...] = ()
    at: Point = (0, 0)
    tip: bool = True

    corner = property(lambda self: (self.end[0], self.start[1]))


class Layout(msgspec.Struct, frozen=True):
    """The places of nodes, edges and groups, of each group's title, the words above all, and the size of the whole."""

    width: float
    height: float
    boxes: dict[str, Box]
    routes: dict[Edge, Route]
    titles: dict[str, Point]
    frames: dict[str, Box] = {}
    words: tuple[Line, ...] = ()
    words_at: Point = (0, 0)
