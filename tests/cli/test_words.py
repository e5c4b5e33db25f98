"""The words the program itself says are plain and kind."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BANNED = re.compile(
    r"\b(should|please|sorry|invalid|victim|crazy|toxic|chance|chances|guarantee|score)\b|%", re.IGNORECASE
)
FILES = [
    *sorted((ROOT / "cli").rglob("*.py")),
    ROOT / "engine" / "meaning" / "words.py",
    ROOT / "engine" / "model" / "faults.py",
]


def said(file: Path) -> list[str]:
    """Every text in a module that has a space in it, but for the documentation of modules, classes and functions."""
    tree = ast.parse(file.read_text())
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    notes = [
        ast.get_docstring(n, clean=False)
        for n in ast.walk(tree)
        if isinstance(n, documented) and getattr(n, "name", "") != "command"
    ]
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [_without_examples(text) for text in texts if " " in text and text not in notes]


def _without_examples(text: str) -> str:
    return "\n\n".join(part for part in text.split("\n\n") if "\b" not in part)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_no_unkind_word(file):
    assert [text for text in said(file) if BANNED.search(text.replace("%(prog)s %(version)s", ""))] == []


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_short_sentences(file):
    for text in said(file):
        for sentence in re.split(r"[.?!:;]\s|\n\n", text):
            assert len(sentence.split()) <= 20, sentence
