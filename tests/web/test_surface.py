"""What others may see over a shoulder or in a history, and how the words of the pages read."""

import re
from pathlib import Path

import pytest

from milepost.web.titles import ALLOWED
from tests.kb.reading import grade, sentences, words
from tests.kb.test_words import BANNED, EXCEPTIONS
from tests.web.kinds import OTHERS, PAGES, faults
from tests.web.person import shown, title

WEB = Path(__file__).parents[2] / "web"
TELLING = re.compile(r"\b(break|breakup|ex|abuse|partner|safety)\b", re.IGNORECASE)
TEMPLATES = sorted((WEB / "templates").glob("*.html"))


@pytest.mark.parametrize("kind", PAGES)
def test_titles_are_on_the_list(done, kind):
    assert ALLOWED.fullmatch(title(done.get(PAGES[kind]).text))


def test_titles_of_faults_are_too(done, stranger):
    for answer in (*faults(done).values(), stranger.get("/"), done.get("/plain")):
        assert ALLOWED.fullmatch(title(answer.text))


def test_no_title_on_the_list_tells():
    assert not TELLING.search(ALLOWED.pattern)


def test_no_address_tells(app, done):
    addresses = [rule.rule for rule in app.url_map.iter_rules()] + [
        f"/static/{path.name}" for path in (WEB / "static").iterdir()
    ]
    for address in PAGES.values():
        addresses += re.findall(r'href="([/#][^"]*)"', done.get(address).text)
    assert len(addresses) > 200 and [a for a in addresses if TELLING.search(re.sub(r"[-_/]", " ", a))] == []


@pytest.mark.parametrize("kind", [*PAGES, *OTHERS])
def test_no_cookie_and_no_header_tells(done, kind):
    headers = str(done.get({**PAGES, **OTHERS}[kind]).headers)
    assert not TELLING.search(headers) and "attachment" not in headers and "Server:" not in headers


def test_no_answer_is_in_an_address(done):
    """Every address a person comes through has a number and nothing else."""
    for address in PAGES.values():
        for found in re.findall(r'(?:href|action)="(/[^"]*)"', done.get(address).text):
            assert re.fullmatch(
                r"/([a-z]+|(q|change|sources|map)/\d+|map(/all)?(/picture)?|static/(page|map|way)\.\w+)?", found
            ), found


def own_words(path: Path) -> str:
    """The words of a template: what it prints, and tags that only set off a word, are left out."""
    text = re.sub(r"{#.*?#}|{%.*?%}", "\n", path.read_text(), flags=re.DOTALL)
    return shown(re.sub(r"{{.*?}}", "these", text, flags=re.DOTALL))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_the_words_of_the_pages_are_plain(path):
    text = own_words(path)
    assert [word for word in words(text.lower()) if word in (*BANNED, "percentage")] == []
    assert [s for s in sentences(text) if len(s.split()) > 20] == []
    if len(words(text)) >= 40:
        assert grade(text) <= 6.0


@pytest.mark.parametrize("kind", PAGES)
def test_no_banned_word_on_any_page(done, kind):
    # Sources quote the titles and statements of others; a step that is about such a word may name it.
    if kind not in ("sources", "source", "statement"):
        barred = set(BANNED) - {word for _, word in EXCEPTIONS}
        assert [word for word in words(shown(done.get(PAGES[kind]).text).lower()) if word in barred] == []


def test_the_style_moves_nothing():
    assert not re.search(r"animation|transition|@keyframes", (WEB / "static" / "page.css").read_text())
