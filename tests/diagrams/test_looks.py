"""The picture can be read by everyone: contrast is high enough in light and dark, and nothing hangs on colour alone."""

import pytest

from milepost.diagrams import looks
from milepost.diagrams.around import around
from milepost.diagrams.graph import Node
from milepost.diagrams.render import draw
from milepost.engine.telling import drawn


def brightness(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


SCHEMES = pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
GROUNDS = (looks.GROUND, looks.FOLLOWS, looks.CARD, looks.FRAME)


@SCHEMES
def test_text_stands_out_from_its_ground(scheme):
    colour = {name: pair[scheme] for name, pair in looks.COLOURS.items()}
    for ground in GROUNDS:
        assert contrast(colour[looks.INK], colour[ground]) >= 4.5
        assert contrast(colour[looks.QUIET], colour[ground]) >= 4.5
    assert contrast(colour[looks.ON_PATH], colour[looks.PATH]) >= 4.5


@SCHEMES
@pytest.mark.parametrize("line", [looks.LINE, looks.PATH])
def test_lines_stand_out(line, scheme):
    for ground in GROUNDS:
        assert contrast(looks.COLOURS[line][scheme], looks.COLOURS[ground][scheme]) >= 3


def test_kinds_differ_without_colour():
    nodes = [
        Node("question:a", "question", "A?"),
        Node("rule:a", "rule", "a"),
        Node("step:a", "step", "A", state="yours"),
        Node("step:b", "step", "B", state="subject"),
        Node("next:a", "next", "a"),
        Node("checked:a", "checked", "a"),
    ]
    shapes = {tuple((k, v) for k, v in looks.box(node).items() if "color" not in k) for node in nodes}
    assert len(shapes) == len(nodes)


def test_a_picture_that_stands_alone_has_its_looks_for_dark_and_for_forced_colours():
    assert "@media screen and (prefers-color-scheme:dark)" in looks.STYLE
    assert "@media (forced-colors:active)" in looks.STYLE
    assert all(dark in looks.STYLE for _, dark in looks.COLOURS.values())


def test_what_opens_what_stops_and_what_follows_differ_in_shape_and_have_titles(base):
    for id in ("step:pause", "finding:touch", "question:contact_now"):
        graph = around(base, id)
        groups = {node.group for node in graph.nodes if node.group}
        assert [group.key for group in graph.groups] == [key for key in drawn.AROUND if key in groups]
        assert all(group.title.startswith(drawn.AROUND[group.key]) for group in graph.groups)
        shapes = {(node.group, looks.is_round(node), looks.border(node)[2]) for node in graph.nodes if node.group}
        expected = {"opens": (True, ""), "stops": (False, looks.DASHED), "leads": (True, looks.DOTTED)}
        assert shapes == {(key, *expected[key]) for key in groups}
        assert all(edge.exception == (graph.by_id[edge.tail].group == "stops") for edge in graph.edges)
        said = draw(graph, "svg").decode()
        assert all(f">{group.title}</text>" in said for group in graph.groups)


def test_a_step_says_how_long_it_lasts(base):
    for key, step in base.steps.items():
        (row,) = around(base, f"step:{key}").by_id[f"step:{key}"].rows
        assert (
            (row.to == f"finding:{step.how_long_finding}") if step.how_long_finding else step.how_long[1:] in row.text
        )
