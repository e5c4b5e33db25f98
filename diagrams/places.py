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
    """A line by the points where it turns, and its words with the left top corner of these; it has a tip at its end.

    It runs straight up, down or across from one point to the next.
    """

    points: tuple[Point, ...]
    words: tuple[Line, ...] = ()
    at: Point = (0, 0)

    def before_tip(self, by: float) -> tuple[Point, ...]:
        """Return the points, the last of them so far back that a tip fits before the end."""
        *points, (left, top), (x, y) = self.points
        across, down = (x > left) - (x < left), (y > top) - (y < top)
        return (*points, (left, top), (x - by * across, y - by * down))


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
