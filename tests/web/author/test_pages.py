"""The author's view: everything is there, and linked both ways; nobody else sees it."""

import re
import sys

import pytest

from milepost import kb as shipped
from milepost.diagrams.wiring import wiring
from milepost.engine.checks.read import read
from milepost.engine.circuit.cone import cone
from milepost.engine.promises.formula import BROKEN, promised
from milepost.web.app import create_app
from milepost.web.author.living import Living
from milepost.web.settings import Settings
from milepost.web.titles import ALLOWED
from tests.diagrams.readback import from_svg
from tests.tiers import thorough
from tests.web.author.authors import author_of, links
from tests.web.person import Person, shown, title


def crawl(author):
    """Every author's page that a link leads to, by its address."""
    seen, waiting = {}, ["/author"]
    while waiting:
        address = waiting.pop()
        if address not in seen:
            seen[address] = author.page(address)
            waiting += links(seen[address])
    return seen


def test_every_link_leads_to_a_page_and_every_entry_has_one(author, folder):
    seen, kb = crawl(author), read(folder)
    for section in ("questions", "rules", "steps", "promises", "sources", "statements", "examples"):
        for key in getattr(kb, section):
            assert f"/author/{section}/{key}" in seen
    pages = [page for address, page in seen.items() if not address.endswith("/picture")]
    assert all(ALLOWED.fullmatch(title(page)) for page in pages)


@pytest.fixture(scope="module")
def author_of_all():
    """The author of the knowledge base milepost comes with, which takes long to read and to check."""
    return author_of(shipped.FOLDER)


@thorough
def test_the_shipped_knowledge_base_is_linked_without_a_gap(base, author_of_all):
    author = author_of_all
    found = set()
    for section in (
        "questions",
        "findings",
        "rules",
        "steps",
        "advice",
        "promises",
        "sources",
        "statements",
        "systems",
        "examples",
    ):
        listed = links(author.page(f"/author/{section}"))
        every = list(getattr(base, section))
        assert {f"/author/{section}/{key}" for key in every} <= listed
        for key in every[:: max(1, len(every) // 12)]:
            found |= links(author.page(f"/author/{section}/{key}"))
    for address in found - {"/author", "/author/search"}:
        parts = address.split("/")[2:]
        assert len(parts) == 1 or parts[1] in getattr(base, parts[0]), address


def test_a_rule_shows_its_sentence_condition_conclusion_place_sources_tests_and_promises(author):
    page = author.page("/author/rules/step-coat")
    said = shown(page)
    assert "It may be wet." in said and "sky.yaml:20:" in said and "one of these" in said and "Grey" in said
    for address in (
        "questions/sky",
        "findings/storm",
        "steps/take_coat",
        "statements/s-1",
        "examples/a-grey-day",
        "promises/coat-when-grey",
    ):
        assert f"/author/{address}" in links(page)


def test_links_go_both_ways(author):
    for one, other in (
        ("questions/sky", "rules/step-coat"),
        ("findings/storm", "rules/storm-heard"),
        ("steps/take_coat", "rules/step-coat"),
        ("statements/s-1", "rules/step-coat"),
        ("rules/step-coat", "examples/a-grey-day"),
        ("rules/step-coat", "promises/coat-when-grey"),
        ("sources/almanac", "statements/s-1"),
    ):
        assert f"/author/{other}" in links(author.page(f"/author/{one}"))
        assert f"/author/{one}" in links(author.page(f"/author/{other}"))


@thorough
def test_the_promises_of_a_rule_are_those_it_can_reach(base, author_of_all):
    author, circuit = author_of_all, promised(base)
    rule = next(iter(base.rules))
    atom = circuit.index["Rule", rule]
    known = {p.id for p in base.promises.values() if not p.compares}
    reached = {id for id in known if atom in {gate.atom for gate in cone(circuit, [circuit.index[BROKEN, id]])[0]}}
    listed = {
        address.rpartition("/")[2] for address in links(author.page(f"/author/rules/{rule}")) if "/promises/" in address
    }
    assert listed & known == reached and reached


def test_a_promise_is_proved_on_demand(author):
    assert "Proved by clingo" not in author.page("/author/promises/coat-when-grey")
    said = shown(author.post("/author/promises/coat-when-grey").text)
    assert "\nholds\n" in said and "Proved by clingo" in said


def test_a_broken_promise_comes_with_its_sheet(author):
    page = author.post("/author/promises/coat-when-blue").text
    assert "\nBROKEN\n" in shown(page) and "A sheet that breaks it" in page
    assert {"/author/questions/sky", "/author/steps/walk"} <= links(page)


@thorough
def test_the_wiring_is_shown_and_can_be_opened_and_kept(base, author_of_all):
    author = author_of_all
    assert "/author/wiring" in links(author.page("/author"))
    page = author.page("/author/wiring")
    assert 'src="/author/wiring/picture"' in page and 'href="/author/wiring/picture" download="wiring.svg"' in page
    picture, graph = author.get("/author/wiring/picture"), wiring(base)
    assert picture.headers["Content-Type"].startswith("image/svg+xml")
    seen = from_svg(picture.data, graph)
    assert set(seen.nodes) == set(graph.by_id) and set(seen.edges) == {(e.tail, e.head) for e in graph.edges}


def test_where_nothing_draws_the_wiring_has_its_page_and_the_picture_says_what_to_install(
    author, tmp_path, monkeypatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    assert "3 questions" in shown(author.page("/author/wiring"))
    picture = author.get("/author/wiring/picture")
    assert picture.status_code == 503 and "pip install pygraphviz" in picture.text


def test_search_finds_by_name_and_by_words_and_says_when_there_is_nothing(author):
    assert links(author.page("/author/search?q=WET")) >= {"/author/rules/step-coat"}
    assert links(author.page("/author/search?q=take+coat")) >= {"/author/steps/take_coat"}
    assert "No entry has all of these words" in author.page("/author/search?q=elephant")
    assert "&lt;b&gt;" in author.page("/author/search?q=<b>")


def test_without_it_none_of_its_addresses_is_there(person):
    for address in (
        "/author",
        "/author/wiring",
        "/author/wiring/picture",
        "/author/rules",
        "/author/rules/step-coat",
        "/author/search?q=a",
    ):
        assert person.get(address).status_code == 404
    assert person.post("/author/promises/coat-when-grey").status_code == 404
    assert "/author" not in person.page("/")


def test_a_stranger_sees_none_of_it(folder):
    stranger = Person(create_app(Living(folder, read).loaded, Settings(author=True)))
    assert stranger.get("/author").status_code == 403


def test_its_pages_carry_what_every_page_carries(author):
    answer = author.get("/author/rules/step-coat")
    assert (
        "default-src 'none'" in answer.headers["Content-Security-Policy"]
        and answer.headers["Cache-Control"] == "no-store"
    )
    assert answer.text.count("data-leave") == 2 and 'href="/help"' in answer.text and 'href="/author"' in answer.text
    assert not re.search(r"<style|\sstyle=|<script(?! src)", answer.text)
    assert author.post("/author/promises/coat-when-grey", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_the_command_shows_a_folder_of_ones_own(folder):
    from click.testing import CliRunner

    from milepost.cli.web import command

    done = CliRunner().invoke(
        command, ["--author", "--kb", str(folder), "--get", "/author/rules/step-coat"], standalone_mode=False
    )
    assert done.return_value == 0 and "It may be wet." in done.output
    (folder / "order.yaml").unlink()
    done = CliRunner().invoke(command, ["--author", "--kb", str(folder), "--get", "/author"], standalone_mode=False)
    assert done.return_value == 1 and "there is no order.yaml" in done.output
