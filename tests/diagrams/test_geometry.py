"""In every picture words are inside their box, no box covers another, and no line runs through words.

Measured on the SVG itself, with the widths of `measure`; test_measure holds these against a browser's.
"""

import re
from itertools import pairwise
from xml.etree import ElementTree

import msgspec
import pytest

from milepost.diagrams.around import around, views
from milepost.diagrams.graph import AROUND
from milepost.diagrams.measure import wide
from milepost.diagrams.render import draw
from milepost.diagrams.stages import stages_of
from milepost.diagrams.topics import pages
from milepost.diagrams.wiring import wiring
from tests.diagrams.letters import LETTERS
from tests.diagrams.readback import SVG
from tests.tiers import sampled

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
Box = tuple[float, float, float, float]


class Picture(msgspec.Struct):
    """The boxes of nodes with the words in them, other words, and points along each line."""

    boxes: dict[str, Box]
    inside: list[tuple[str, str, Box]]
    outside: list[tuple[str, Box]]
    lines: list[list[tuple[float, float]]]


def words_at(text) -> Box:
    size = float(text.get("font-size"))
    across, x, y = (
        wide(text.text or "", size, text.get("font-weight") == "bold"),
        float(text.get("x")),
        float(text.get("y")),
    )
    return x, y - size * 0.75, x + across, y + size * 0.2


def box_of(group) -> Box | None:
    for shape in group.iter():
        if "box" in (shape.get("class") or "").split():
            if shape.tag == f"{SVG}rect":
                x, y, w, h = (float(shape.get(key)) for key in ("x", "y", "width", "height"))
                return x, y, x + w, y + h
            numbers = [float(n) for n in NUMBER.findall(shape.get("d") or shape.get("points"))]
            return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])
    return None


def points_of(path: str) -> list[tuple[float, float]]:
    """Points along a line of straight and cubic pieces."""
    numbers = [float(n) for n in NUMBER.findall(path)]
    ends = list(zip(numbers[::2], numbers[1::2], strict=True))
    points = [ends[0]]
    if "C" not in path:
        return [(a + (c - a) * n / 64, b + (d - b) * n / 64) for (a, b), (c, d) in pairwise(ends) for n in range(65)]
    for n in range(1, len(ends) - 2, 3):
        a, (b, c, d) = points[-1], ends[n : n + 3]
        for t in (step / 12 for step in range(1, 13)):
            u = 1 - t
            points.append(
                tuple(u**3 * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t**3 * d[i] for i in (0, 1))
            )
    return points


def measured(drawn: bytes) -> Picture:
    root = ElementTree.fromstring(drawn)
    picture, in_nodes = Picture({}, [], [], []), set()
    for group in root.iter(f"{SVG}g"):
        kind = (group.get("class") or "").split()[:1]
        if kind == ["node"]:
            box, id = box_of(group), group.get("data-id")
            for text in group.iter(f"{SVG}text"):
                in_nodes.add(text)
                if box:
                    picture.inside.append((id, text.text, words_at(text)))
            if box:
                picture.boxes[id] = box
        elif kind == ["edge"]:
            path = next(group.iter(f"{SVG}path"))
            picture.lines.append(points_of(path.get("d")))
    picture.outside = [(text.text, words_at(text)) for text in root.iter(f"{SVG}text") if text not in in_nodes]
    return picture


def within(inner: Box, outer: Box) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def assert_well_drawn(graph, name) -> None:
    picture = measured(draw(graph, "svg"))
    assert set(picture.boxes) == set(graph.by_id) and len(picture.lines) == len(graph.edges), name
    for id, said, words in picture.inside:
        # Words without a box stand beside the line.
        bare = graph.by_id[id].kind in ("checked", "stage")
        assert bare or within(words, picture.boxes[id]), (name, said)
    placed = list(picture.boxes.items())
    for n, (id, box) in enumerate(placed):
        assert not [other for other, there in placed[n + 1 :] if overlap(box, there)], (name, id)
        assert not [said for said, words in picture.outside if overlap(box, words)], (name, id)
    free = [*picture.outside, *((said, words) for _, said, words in picture.inside)]
    for points in picture.lines:
        for x, y in points:
            assert not [said for said, at in free if at[0] < x < at[2] and at[1] < y < at[3]], (name, x, y)


def test_the_stages_with_each_step_marked(base, consultations, examples):
    assert_well_drawn(stages_of(base), "none")
    for step, example in examples.items():
        assert_well_drawn(stages_of(base, consultations[example.id]), step)


@pytest.mark.parametrize("share", sampled(range(4), 1))
def test_the_way_of_every_third_example(ways_of_examples, share):
    for id in list(ways_of_examples)[share * 3 :: 12]:
        assert_well_drawn(ways_of_examples[id], id)


@pytest.mark.parametrize("kind", sampled(["step", "finding", "question"], 1))
def test_around_a_part(base, kind):
    for id in [id for id in views(base) if id.startswith(kind)]:
        for guarded in (False, True):
            graph = around(base, id, guarded)
            assert graph.flow == AROUND
            assert_well_drawn(graph, (id, guarded))


def test_each_page_of_the_wiring(base):
    for page in pages(wiring(base)):
        assert_well_drawn(page, page.title)


def test_other_letters(ways, base):
    for words in LETTERS:
        for graph in (ways["pause"], around(base, "step:pause")):
            nodes = [msgspec.structs.replace(node, label=words * 3, detail=words) for node in graph.nodes]
            assert_well_drawn(msgspec.structs.replace(graph, nodes=tuple(nodes)), words)
