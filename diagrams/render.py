"""Drawing a graph in any format. What is text is written here, and so is the SVG of what we lay out.

Graphviz is the one on the machine where there is one that works (its command `dot`), else the one inside pygraphviz.
The SVG of a way and of the stages needs neither.
"""

import os
import shutil
from pathlib import PurePath
from threading import Lock

from milepost.diagrams import pdf
from milepost.diagrams.as_json import as_json
from milepost.diagrams.dot import dot
from milepost.diagrams.graph import AROUND, STAGES, TOPICS, WAY, Graph
from milepost.diagrams.graphviz_svg import Incomplete, finished
from milepost.diagrams.labels import plain
from milepost.diagrams.layout import layout_of
from milepost.diagrams.mermaid import mermaid
from milepost.diagrams.places import Layout
from milepost.diagrams.quiet import quiet
from milepost.diagrams.svg import Link, nowhere, svg
from milepost.diagrams.text import text
from milepost.diagrams.topics import bound, home_of, pages, sheet

PICTURES = ("svg", "png", "pdf")
FORMATS = (*PICTURES, "dot", "mmd", "txt", "json")
# What each picture has near its beginning, whoever draws it.
BEGINS, NEAR = {"svg": b"<svg", "png": b"PNG", "pdf": b"%PDF-"}, 4096
A4 = "7.2,10.6"  # inches; Graphviz adds a margin of half an inch on each side
INSTALL = "install Graphviz (its command `dot`), or `pip install pygraphviz`"

# Graphviz' library keeps its state for the whole process, and two threads in it at once end that process.
ONE_AT_A_TIME = Lock()


class CannotDraw(Exception):
    """A graph cannot be drawn; the text says why, and what to do."""


def format_of(path: str | os.PathLike) -> str:
    """The format that a file's ending names. Raises CannotDraw if it names none."""
    ending = PurePath(path).suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        named = f"`.{ending}` is not a format for a picture" if ending else "the file has no ending that names a format"
        raise CannotDraw(f"{named}; use one of {_listed()}")
    return ending


def draw(graph: Graph, format: str, width: int = 80, link: Link = nowhere) -> bytes:
    """The graph in one of FORMATS; `width` is for txt, and `link` says for svg where a node with a view leads.

    Raises CannotDraw for another format, or where nothing can render.
    """
    match format:
        case "txt":
            return text(graph, width).encode()
        case "json":
            return as_json(graph).encode()
        case "mmd":
            return mermaid(graph).encode()
        case "dot":
            return _dot(graph, layout_of(graph)).encode()
        case "svg":
            return _svg(graph, link)
        case "png":
            return rendered(sheet(graph) if graph.flow == TOPICS else graph, format)
        case "pdf":
            return _pdf(graph)
    raise CannotDraw(f"`{format}` is not a format for a picture; use one of {_listed()}")


def rendered(graph: Graph, format: str) -> bytes:
    """A picture as Graphviz makes it. Raises CannotDraw where nothing can render."""
    layout = layout_of(graph)
    source = _dot(graph, layout, told=False, size=A4 if format == "pdf" and graph.flow != AROUND else "")
    drawn = _by_command(source, layout, format) if shutil.which("dot") else b""
    return drawn or _in_process(source, layout, format)


def _svg(graph: Graph, link: Link) -> bytes:
    if graph.flow in (WAY, STAGES) and (layout := layout_of(graph)):
        return svg(graph, layout, link)
    if graph.flow == TOPICS:
        return bound(graph, [_svg(page, home_of(page).get) for page in pages(graph)])
    try:
        return finished(graph, rendered(graph, "svg"), link)
    except Incomplete as error:
        raise CannotDraw(f"Graphviz left something out of the picture: {error}") from None


def _pdf(graph: Graph) -> bytes:
    if graph.flow != TOPICS:
        return pdf.undated(rendered(graph, "pdf"))
    try:
        return pdf.bound([(plain(page.title), pdf.undated(rendered(page, "pdf"))) for page in pages(graph)])
    except pdf.NoBinder:
        raise CannotDraw("a picture of many pages needs the package pypdf; `pip install pypdf`") from None


def _dot(graph: Graph, layout: Layout | None, told: bool = True, size: str = "") -> str:
    try:
        return dot(graph, layout, told, size)
    except ImportError:
        raise CannotDraw("the picture needs the package graphviz; `pip install graphviz`") from None


def _by_command(source: str, layout: Layout | None, format: str) -> bytes:
    """What the command draws; nothing where it is broken, whatever it says of itself."""
    import graphviz

    # Where the layout is made already, `neato -n2` only draws it.
    engine, no_op = ("neato", 2) if layout else ("dot", None)
    try:
        drawn = graphviz.Source(source).pipe(format=format, engine=engine, neato_no_op=no_op, quiet=True)
    except (graphviz.ExecutableNotFound, graphviz.CalledProcessError, OSError):
        return b""
    return drawn if BEGINS[format] in drawn[:NEAR] else b""


def _in_process(source: str, layout: Layout | None, format: str) -> bytes:
    try:
        import pygraphviz
    except ImportError:
        raise CannotDraw(
            f"nothing here can draw a picture; {INSTALL}. The formats dot, mmd, txt and json need neither"
        ) from None
    with ONE_AT_A_TIME:
        drawn = pygraphviz.AGraph(string=source)
        try:
            with quiet():
                return drawn.draw(format=format, prog="nop2" if layout else "dot")
        except (ValueError, TypeError, OSError) as error:
            raise CannotDraw(
                f"pygraphviz could not draw the picture as {format}: {_reason(error)}; {INSTALL}"
            ) from None
        finally:
            drawn.close()


def _reason(error: Exception) -> str:
    said = getattr(error, "stderr", None) or str(error)
    said = said.decode(errors="replace") if isinstance(said, bytes) else said
    return " ".join(said.split())[:200] or type(error).__name__


def _listed() -> str:
    return ", ".join(f".{ending}" for ending in FORMATS)
