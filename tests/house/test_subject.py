"""The program knows nothing of breakups: none of a list of its words stands in a text of it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.test_house import ROOMS, ROOT

OF_THE_SUBJECT = re.compile(
    r"\b(break-?ups?|broke up|partners?|ex|exes|abus\w+|stalk\w*|suicid\w*|self-harm|violen\w+|jealous\w*|marri\w+"
    r"|divorc\w+|couples|couple(?! of)|lovers?|dating)\b",
    re.IGNORECASE,
)
# What the program is for is said once, by its own help.
SAYS_WHAT_IT_IS_FOR = "cli/main.py"


def said(path: Path) -> Iterator[str]:
    """Yield what a file could say to a person: of Python the texts without docstrings, of others all."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield text
        return
    tree = ast.parse(text)
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


def test_no_word_of_the_subject_stands_in_the_program():
    found = {}
    for path in (path for room in ROOMS if room != "kb" for path in (ROOT / room).rglob("*.*")):
        if path.suffix in (".py", ".js", ".html", ".css") and "__pycache__" not in path.parts:
            words = sorted({word for text in said(path) for word in OF_THE_SUBJECT.findall(text)})
            found |= {path.relative_to(ROOT).as_posix(): words} if words else {}
    assert found == {SAYS_WHAT_IT_IS_FOR: ["breakup"]}
