"""What the pictures look like: in light and dark, in forced colours and on paper.

Text has a contrast of at least 4.5:1 to its ground, lines at least 3:1. Nothing hangs on colour alone: your step has a
second line around it and bold type, and its stage alone has a frame; what comes after is dotted, what stops is dashed
and ends in a bar, and kinds differ in shape.
"""

from milepost.diagrams.graph import AMONG, YOURS, Edge, Node

FONT = "DejaVu Sans,Verdana,Arial,sans-serif"
SIZE, SMALL, LARGE = 13, 11, 16
# The colours by what they are for: in the light, and in the dark.
COLOURS = {
    "ground": ("#ffffff", "#14191c"),
    "ink": ("#1b2530", "#e8ecee"),
    "quiet": ("#4f5b66", "#b3bfc5"),
    "line": ("#6b7680", "#8b989f"),
    "path": ("#0b4a5e", "#8fd0e4"),
    "on-path": ("#ffffff", "#0c1a20"),
    "follows": ("#e6f1f4", "#1d2f37"),
    "card": ("#ffffff", "#1c2327"),
    "frame": ("#edf0f2", "#2a353b"),
}
GROUND, INK, QUIET, LINE, PATH, ON_PATH, FOLLOWS, CARD, FRAME, NONE = *COLOURS, "none"
# Around a part: the keys of the groups that differ in shape.
OPENS, STOPS, LEADS = "opens", "stops", "leads"
# How a line is broken, as in SVG and as Graphviz calls it.
DASHED, DOTTED = "6 3", "2 3"
STYLES = {DASHED: "dashed", DOTTED: "dotted"}


def light(colour: str) -> str:
    """A colour as it is in the light."""
    return COLOURS[colour][0] if colour in COLOURS else "transparent"


def is_bare(node: Node) -> bool:
    """Is it words without a box?"""
    return node.kind in ("checked", "stage")


def frame(is_yours: bool) -> tuple[str, float]:
    """The line around a stage: its colour and its width. The one where somebody's step is has one, and no other."""
    return (PATH, 2.4) if is_yours else (NONE, 0)


def fill(node: Node) -> str:
    """The ground of a node: the name of its colour."""
    if node.state == YOURS:
        return PATH
    if is_bare(node):
        return NONE
    return FOLLOWS if node.group == OPENS or (node.kind in ("rule", "finding") and node.group != LEADS) else CARD


def border(node: Node) -> tuple[str, float, str]:
    """The line around a node: its colour, its width, and how it is broken, as in SVG."""
    if node.state == YOURS:
        return PATH, 1.5, ""
    if is_bare(node) or node.state == AMONG:
        return NONE, 0, ""
    if node.state:
        return PATH, 2.4, ""
    if node.group == STOPS:
        return LINE, 2, DASHED
    return LINE, 1.2, DOTTED if node.kind == "next" or node.group == LEADS else ""


def is_round(node: Node) -> bool:
    """Has it round corners? What follows and what is done has; what was asked and answered has none, nor what stops."""
    return node.kind != "question" and node.group != STOPS


def box(node: Node) -> dict[str, str]:
    """The Graphviz attributes of a node."""
    colour, width, broken = border(node)
    styles = [
        "filled",
        *(["rounded"] if is_round(node) and node.state != YOURS else []),
        *([STYLES[broken]] if broken else []),
    ]
    looks = {"shape": "box", "style": ",".join(styles), "fillcolor": light(fill(node)), "color": light(colour)}
    return looks | {"penwidth": f"{width or 1:g}"} | ({"peripheries": "2"} if node.state == YOURS else {})


def line(edge: Edge) -> dict[str, str]:
    """The Graphviz attributes of an edge."""
    style, tip = ("dashed", {"arrowhead": "tee", "arrowsize": "1.2"}) if edge.exception else ("solid", {})
    return {"color": light(LINE), "penwidth": "1.4", "arrowsize": "0.7", "style": style, **tip}


def _style() -> str:
    dark = "".join(
        f".t-{name}{{fill:{colour}}}.f-{name}{{fill:{colour}}}.s-{name}{{stroke:{colour}}}"
        for name, (_, colour) in COLOURS.items()
    )
    system = "[class*=t-]{fill:CanvasText}[class*=f-]{fill:Canvas}[class*=s-]{stroke:CanvasText}"
    return (
        f"@media screen and (prefers-color-scheme:dark){{{dark}}}"
        f"@media (forced-colors:active){{svg{{forced-color-adjust:none}}{system}"
        ".f-line{fill:CanvasText}.f-none{fill:none}.s-none{stroke:none}}"
        ":root{max-width:100%;height:auto;color-scheme:light dark}"  # a small screen shows it whole
        ".box{pointer-events:all}"  # what leads somewhere does so with its whole place
        "a:focus-visible .box{stroke-width:4}"
    )


# For a picture that stands alone; pages have the same in a file of their own.
STYLE = _style()
