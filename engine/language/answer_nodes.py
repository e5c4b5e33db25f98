"""An answer as it stands in a file, in an answer sheet or in an example."""

from milepost.engine.language.document import Node
from milepost.engine.model.answer_sheet import Answer
from milepost.engine.model.faults import Fault


def given(node: Node, question: str) -> tuple[Answer | None, Fault | None]:
    """The word, number or tuple of these in a node (None if it is empty); the fault if it is nothing of the kind."""
    if node.kind == "mapping":
        return None, Fault(
            node.at, f"`{question}` is {node.said}, where an answer is expected", "write the answer after the `:`"
        )
    if node.kind == "list":
        for item in node.value:
            if item.kind != "scalar" or item.value is None:
                return None, Fault(
                    item.at,
                    f"an answer to `{question}` is {item.said}, where a word is expected",
                    "name the options, as in [a, b]",
                )
        return tuple(item.value for item in node.value), None
    return node.value, None
