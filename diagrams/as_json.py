"""A graph as JSON, for other programs."""

import msgspec

from milepost.diagrams.graph import Graph

SCHEMA, VERSION = "milepost.graph", 3


def as_json(graph: Graph) -> str:
    """The graph with all its fields; the version rises when a field changes its meaning or goes away."""
    content = {"schema": SCHEMA, "version": VERSION, **msgspec.to_builtins(graph)}
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"
