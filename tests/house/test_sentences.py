"""What a person reads about a consultation stands in `engine/telling`, once; elsewhere is only what belongs to the medium.

`own_words.txt` holds all that terminal, pages and the file for a phone say by themselves. What is new there is noticed: it
goes into `engine/telling`, unless it is about a key, a button, a browser or a file.
"""

import ast
import re
from pathlib import Path

import pytest

from milepost.engine.telling import asking, effects, helplines, texts

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).with_name("own_words.txt")
# Commands that ask nobody anything; and the author's view.
APART = {
    "check",
    "completion",
    "coverage",
    "export",
    "graph",
    "main",
    "prove",
    "review_kit",
    "schema",
    "sources",
    "systems",
}
APART |= {"errors", "mutants", "proof"}
A_WORD = re.compile(r"[A-Za-z]{2}")
IN_SCRIPT = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
# What only computers read: selectors, attributes, types and modules.
FOR_COMPUTERS = re.compile(r"[\[\]#<>|&=;{}]|^\.|data-|^(?:[a-z]+ )+[a-z]*-|\.js$|^[a-z]+ [:.]|^M[\d ]")


def templates() -> dict[str, set[str]]:
    found = {}
    for path in sorted([*(ROOT / "web/templates").glob("*.html"), ROOT / "web/phone/phone.html"]):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|<(style|script).*?</\1>", " ", path.read_text(), flags=re.DOTALL)
        text = re.sub(r"\{\{.*?\}\}", "{}", text, flags=re.DOTALL)
        found[str(path.relative_to(ROOT))] = {" ".join(each.split()) for each in re.findall(r">([^<>]+)<", text)}
    return found


def programs() -> dict[str, set[str]]:
    found = {}
    for path in sorted(each for folder in ("cli", "web") for each in (ROOT / folder).rglob("*.py")):
        if path.stem in APART or {"author", "phone"} & set(path.relative_to(ROOT).parts):
            continue
        tree = ast.parse(path.read_text())
        docs = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and isinstance(node.body[0], ast.Expr)
        }
        strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
        found[str(path.relative_to(ROOT))] = {" ".join(each.value.split()) for each in strings if id(each) not in docs}
    return found


def scripts() -> dict[str, set[str]]:
    found = {}
    for path in sorted([*(ROOT / "web/phone").glob("*.js"), *(ROOT / "web/static").glob("*.js")]):
        text = re.sub(r"(?s:/\*.*?\*/)|^\s*//.*$|^import .*$", "", path.read_text(), flags=re.MULTILINE)
        said = (" ".join((one or other).split()) for one, other in IN_SCRIPT.findall(text))
        found[str(path.relative_to(ROOT))] = {re.sub(r"\$\{.*?\}", "{}", each) for each in said}
    return found


def own_words() -> list[str]:
    """Each with the file it stands in, one a line."""
    return [
        f"{path}: {each}"
        for path, strings in {**templates(), **programs(), **scripts()}.items()
        for each in sorted(strings)
        if " " in each and A_WORD.search(each) and not FOR_COMPUTERS.search(each.replace("{}", ""))
    ]


def test_what_is_said_outside_of_the_telling_is_known():
    assert own_words() == KEPT.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("module", [texts, asking, helplines, effects], ids=lambda module: module.__name__)
def test_no_sentence_of_the_telling_stands_a_second_time_elsewhere(module):
    kept = {line.partition(": ")[2] for line in KEPT.read_text(encoding="utf-8").splitlines()}
    sentences = {said for said in vars(module).values() if isinstance(said, str) and said.count(" ") > 2}
    assert sentences & kept == set()
