"""A graph as a Mermaid flowchart."""

from milepost.diagrams import looks
from milepost.diagrams.graph import STAGES, WAY, YOURS, Graph, Node
from milepost.diagrams.labels import TICK, YOUR_ANSWER, lines, numbered, plain

SHAPES = {
    "question": ('["', '"]'),
    "step": ('[["', '"]]'),
    "next": ('(["', '"])'),
    "more": ('(["', '"])'),
}
ROUND = ('("', '")')
WIDTH = 32
# Letters, digits and these stand as they are; Mermaid may read a meaning into anything else.
PLAIN = frozenset(" .,!?'-")


def mermaid(graph: Graph) -> str:
    """The flowchart's source."""
    said = [f"flowchart {'TD' if graph.flow in (WAY, STAGES) else 'LR'}"]
    said += [f"  accTitle: {escaped(graph.title)}", f"  accDescr: {escaped(graph.description)}"]
    said += [_node(node, "  ") for node in graph.of_group("")]
    for group in graph.groups:
        said.append(f'  subgraph group_{group.key}["{escaped(group.title) or " "}"]')
        said += [_node(node, "    ") for node in graph.of_group(group.key)]
        said.append("  end")
    for edge in graph.edges:
        label = f'|"{_wrapped(edge.label)}"|' if edge.label else ""
        said.append(f"  {name(edge.tail)} {'-.->' if edge.exception else '-->'}{label} {name(edge.head)}")
    path, on_path, line = map(looks.light, (looks.PATH, looks.ON_PATH, looks.LINE))
    for style, css, nodes in (
        ("yours", f"fill:{path},color:{on_path},stroke:{path}", [n for n in graph.nodes if n.state == YOURS]),
        ("ghost", f"stroke:{line},stroke-dasharray:4", [n for n in graph.nodes if looks.border(n)[2] == looks.DOTTED]),
        ("stops", f"stroke:{line},stroke-width:2px,stroke-dasharray:8 4", graph.of_group(looks.STOPS)),
    ):
        if nodes:
            said += [f"  classDef {style} {css}", f"  class {','.join(name(node.id) for node in nodes)} {style}"]
    return "\n".join(said) + "\n"


def name(id: str) -> str:
    """A node's name in Mermaid: its id with an underscore; the kind ends at the first one."""
    return id.replace(":", "_", 1)


def escaped(text: str) -> str:
    """Text for the inside of quotes, with everything else as character codes."""
    return "".join(c if c in PLAIN or c.isalnum() else f"#{ord(c)};" for c in plain(text))


def _wrapped(text: str) -> str:
    return "<br/>".join(escaped(line) for line in lines(text, WIDTH))


def _node(node: Node, indent: str) -> str:
    before, after = SHAPES.get(node.kind, ROUND)
    tick = f"{TICK} " if node.state == YOURS else ""
    parts = [*([f"<i>{_wrapped(node.caption)}</i>"] if node.caption else []), _wrapped(tick + numbered(node))]
    if node.answer:
        parts.append(f"<b>{_wrapped(f'{YOUR_ANSWER}: {node.answer}')}</b>")
    parts += [_wrapped(row.text) for row in node.rows if node.kind != "checked"]
    return f"{indent}{name(node.id)}{before}{'<br/>'.join(parts)}{after}"
