"""The picture can be read by everyone: contrast is high enough, and nothing hangs on colour alone."""

import pytest

from milepost.diagrams import looks
from milepost.diagrams.graph import CONSIDERED
from milepost.diagrams.render import draw
from tests.diagrams.readback import from_dot


def brightness(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", [*looks.FILL.values(), looks.GROUP_FILL, looks.WHITE])
def test_text_stands_out_from_its_ground(ground):
    assert contrast(looks.INK, ground) >= 4.5
    assert contrast(looks.QUIET_INK, ground) >= 4.5
    assert contrast(looks.PATH, ground) >= 4.5


def test_text_on_the_step_and_on_badges_stands_out():
    assert contrast(looks.WHITE, looks.PATH) >= 4.5


@pytest.mark.parametrize("line", [looks.LINE, looks.PATH, looks.GROUP_LINE])
def test_lines_stand_out(line):
    assert contrast(line, looks.WHITE) >= 3


def test_the_path_stands_out_without_colour(parents):
    for node in parents.nodes:
        box = looks.box(node)
        assert (float(box["penwidth"]) >= 2) == bool(node.place)
        assert ("dashed" in box["style"]) == (node.state == CONSIDERED)
        assert ("dotted" in box["style"]) == (node.kind == "more")
    for edge in parents.edges:
        assert (float(looks.line(parents, edge)["penwidth"]) >= 2) == edge.on_path
    shown = from_dot(draw(parents, "dot"), parents).nodes
    assert all(shown[node.id].startswith(str(node.place)) for node in parents.path)
    assert "✓Yournextstep" in shown[parents.path[-1].id]


def test_kinds_differ_in_shape(parents):
    shapes = {node.kind: looks.box(node)["shape"] for node in parents.nodes}
    assert shapes["gate"] == "diamond"
    assert {shapes[kind] for kind in ("question", "finding", "step")} == {"box"}
