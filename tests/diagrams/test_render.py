"""Pictures come out alike with Graphviz on the machine and without it, and where they cannot, it is said why."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pygraphviz
import pytest

from milepost.diagrams.graph import STAGES, WAY
from milepost.diagrams.graphviz_svg import Incomplete, finished
from milepost.diagrams.render import FORMATS, CannotDraw, draw, format_of
from milepost.diagrams.svg import nowhere
from tests.diagrams.readback import from_svg

STARTS = {"svg": b"<?xml", "png": b"\x89PNG\r\n\x1a\n", "pdf": b"%PDF-"}


def assert_pictures(graph):
    for format, start in STARTS.items():
        assert draw(graph, format).startswith(start)
    seen = from_svg(draw(graph, "svg"), graph)
    assert set(seen.nodes) == set(graph.by_id)
    assert set(seen.edges) == {(edge.tail, edge.head) for edge in graph.edges}


def test_in_process_without_graphviz_on_the_machine(in_process, graphs):
    assert_pictures(graphs[3])
    assert_pictures(graphs[-1])


def test_as_this_machine_does_it(graphs):
    assert_pictures(graphs[3])


def test_by_the_command_where_there_is_one(fake_dot, graphs):
    assert_pictures(graphs[3])
    # The SVG of a way is drawn without it.
    assert fake_dot.read_text().splitlines() == ["-Kneato -Tpng -n2", "-Kneato -Tpdf -n2"]


BROKEN = {
    "fails": "#!/bin/sh\ncat >/dev/null\necho 'no such font' >&2\nexit 1\n",
    "prints nothing": "#!/bin/sh\ncat >/dev/null\nexit 0\n",
    "prints something else": "#!/bin/sh\ncat >/dev/null\necho usage: dot\n",
    "is no program": "",
}


@pytest.mark.parametrize("how", BROKEN)
def test_where_the_command_is_broken_the_graphviz_inside_pygraphviz_draws(monkeypatch, tmp_path, parents, how):
    command = tmp_path / "dot"
    command.write_text(BROKEN[how])
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert_pictures(parents)


def test_a_picture_with_something_missing_is_no_picture(parents):
    empty = b'<svg xmlns="http://www.w3.org/2000/svg"><g class="graph"/></svg>'
    with pytest.raises(Incomplete, match=r"checked-way, .* more"):
        finished(parents, empty, nowhere)


def test_where_nothing_can_draw_it_says_what_to_install(in_process, monkeypatch, parents):
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    assert draw(parents, "svg").startswith(STARTS["svg"])
    for format in ("png", "pdf"):
        with pytest.raises(CannotDraw) as refused:
            draw(parents, format)
        assert str(refused.value) == (
            "nothing here can draw a picture; install Graphviz (its command `dot`), or `pip install pygraphviz`."
            " The formats dot, mmd, txt and json need neither"
        )
    assert all(draw(parents, format) for format in ("dot", "mmd", "txt", "json"))


def test_without_the_package_that_writes_dot(monkeypatch, parents):
    monkeypatch.setitem(sys.modules, "graphviz", None)
    with pytest.raises(CannotDraw, match=r"the picture needs the package graphviz; `pip install graphviz`"):
        draw(parents, "dot")
    assert all(draw(parents, format) for format in ("mmd", "txt", "json"))


def test_graphviz_is_only_imported_when_it_is_needed():
    code = "import sys, milepost.diagrams.way, milepost.diagrams.stages, milepost.diagrams.render; print({'graphviz', 'pygraphviz'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


@pytest.mark.parametrize("format", FORMATS)
def test_the_ending_names_the_format(format):
    assert format_of(f"folder.x/my map.{format}") == format_of(Path(f"MAP.{format.upper()}")) == format


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("map.bmp", "`.bmp` is not a format for a picture; use one of .svg, .png, .pdf, .dot, .mmd, .txt, .json"),
        ("map", "the file has no ending that names a format; use one of .svg, .png, .pdf, .dot, .mmd, .txt, .json"),
    ],
)
def test_an_unknown_ending_is_refused(path, said):
    with pytest.raises(CannotDraw) as refused:
        format_of(path)
    assert str(refused.value) == said


def test_an_unknown_format_is_refused(parents):
    with pytest.raises(CannotDraw, match=r"`bmp` is not a format for a picture; use one of .svg"):
        draw(parents, "bmp")


def test_a_way_and_the_stages_fit_on_a4_and_the_pdf_has_no_date(in_process, graphs):
    for graph in [graph for graph in graphs if graph.flow in (WAY, STAGES)]:
        drawn = draw(graph, "pdf")
        wide, high = (float(n) for n in re.search(rb"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+) ?\]", drawn).groups())
        assert wide <= 595.3
        assert high <= 841.9
        assert b"CreationDate" not in drawn


def test_the_svg_speaks_for_itself(graphs):
    for graph in graphs:
        drawn = draw(graph, "svg")
        root = ElementTree.fromstring(drawn)
        assert root.get("role") == "img"
        title, description = root[0], root[1]
        assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert title.text == graph.title
        assert description.text.startswith(graph.description)
        assert all(node.label in description.text for node in graph.nodes)
        for refers_outside in (
            b"<!--",
            b"<!DOCTYPE",
            b"<?xml-stylesheet",
            b"style=",
            b"url(",
            b"@import",
            b"<script",
            b"<image",
        ):
            assert refers_outside not in drawn
        assert set(re.findall(rb'href="(.)', drawn)) <= {b"#"}
        addresses = set(re.findall(rb"https?://[^\"' >]+", drawn))
        assert addresses == {b"http://www.w3.org/2000/svg"}


def test_real_graphviz_takes_the_dot_file(tmp_path, parents):
    """The DOT form is for other people's Graphviz, here the command if there is one, else the one in pygraphviz."""
    source = draw(parents, "dot")
    if shutil.which("dot"):
        drawn = subprocess.run(["dot", "-Tsvg"], input=source, capture_output=True, check=True).stdout
    else:
        drawn = pygraphviz.AGraph(string=source.decode()).draw(format="svg", prog="dot")
    ids = {element.get("id") for element in ElementTree.fromstring(drawn).iter()}
    assert {node.id.replace(":", "-") for node in parents.nodes} <= ids
