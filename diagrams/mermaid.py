"""A graph as a Mermaid flowchart."""

from milepost.diagrams import looks
from milepost.diagrams.graph import CONSIDERED, DOWN, RECOMMENDED, Graph, Node
from milepost.diagrams.labels import TICK, YOUR_ANSWER, lines, plain

SHAPES = {
    "question": ('(["', '"])'),
    "finding": ('["', '"]'),
    "gate": ('{"', '"}'),
    "step": ('[["', '"]]'),
    "more": ('("', '")'),
}
WIDTH = 32
# Letters, digits and these stand as they are; Mermaid may read a meaning into anything else.
PLAIN = frozenset(" .,!?'-")


def mermaid(graph: Graph) -> str:
    """The flowchart's source."""
    said = [f"flowchart {'TD' if graph.flow == DOWN else 'LR'}"]
    said += [f"  accTitle: {escaped(graph.title)}", f"  accDescr: {escaped(graph.description)}"]
    said += [_node(node, "  ") for node in graph.nodes if not node.group]
    for group in graph.groups:
        said.append(f'  subgraph group_{group.key}["{escaped(group.title)}"]')
        said += [_node(node, "    ") for node in graph.nodes if node.group == group.key]
        said.append("  end")
    for edge in graph.edges:
        arrow = "==>" if edge.on_path else "-.->" if graph.by_id[edge.head].state == CONSIDERED else "-->"
        label = f'|"{_wrapped(edge.label)}"|' if edge.label else ""
        said.append(f"  {name(edge.tail)} {arrow}{label} {name(edge.head)}")
    said += [
        f"  classDef path stroke:{looks.PATH},stroke-width:3px",
        f"  classDef chosen fill:{looks.PATH},color:{looks.WHITE},stroke:{looks.PATH}",
    ]
    said.append("  classDef aside stroke-dasharray:4")
    for style, nodes in (("path", graph.path), ("chosen", [n for n in graph.nodes if n.state == RECOMMENDED]),
                         ("aside", [n for n in graph.nodes if n.state == CONSIDERED or n.kind == "more"])):  # fmt: skip
        if nodes:
            said.append(f"  class {','.join(name(node.id) for node in nodes)} {style}")
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
    before, after = SHAPES[node.kind]
    # Not "1. ", which Mermaid takes for the start of a list.
    number = f"{node.place}: " if node.place else ""
    parts = [_wrapped(number + node.label)]
    if node.caption:
        tick = f"{TICK} " if node.state == RECOMMENDED else ""
        parts.insert(0, f"<i>{_wrapped(tick + node.caption)}</i>")
    if node.answer:
        parts.append(f"<b>{_wrapped(f'{YOUR_ANSWER}: {node.answer}')}</b>")
    return f"{indent}{name(node.id)}{before}{'<br/>'.join(parts)}{after}"
