"""Changes are seen by the next page, and faults are the page until they are mended."""

from milepost.engine.checks.read import read
from milepost.web.app import create_app
from milepost.web.author.living import Living
from milepost.web.settings import Settings
from milepost.web.titles import ALLOWED
from tests.web.author.authors import EXAMPLE, author_of, change, links
from tests.web.person import Person, shown, title


def test_a_change_is_seen_by_the_next_page(author, folder):
    assert "It is dark." in author.page("/author/rules/storm-dark")
    change(folder / "sky.yaml", "It is dark.", "It is very dark.")
    assert "It is very dark." in author.page("/author/rules/storm-dark")
    (folder / "more.yaml").write_text(EXAMPLE.replace("a-grey-day", "another-day"))
    assert "/author/examples/another-day" in links(author.page("/author/examples"))
    (folder / "more.yaml").unlink()
    assert author.get("/author/examples/another-day").status_code == 404


def test_while_nothing_changes_nothing_is_read_again(folder):
    times = []
    living = Living(folder, lambda folder: times.append(1) or read(folder))
    author = Person(create_app(living.loaded, Settings(author=True))).come_in()
    for _ in range(3):
        author.page("/author/rules")
    assert len(times) == 1


def test_faults_are_the_page_until_they_are_mended(author, folder):
    author.page("/author")
    change(folder / "sky.yaml", "sky: grey}]}, then: {step: take_coat}", "sky: gray}]}, then: {step: take_coat}")
    for address in ("/author/rules", "/", "/begin"):
        answer = author.get(address)
        said = shown(answer.text)
        assert answer.status_code == 503 and "1 fault in the knowledge base" in said
        assert "sky.yaml:20:" in said and "`gray`" in said and "did you mean `grey`?" in said and "20 |" in said
        assert "Exit this page" in said and ALLOWED.fullmatch(title(answer.text))
    change(folder / "sky.yaml", "gray", "grey")
    assert "It may be wet." in author.page("/author/rules/step-coat")


def test_an_example_that_fails_is_a_fault_too(author, folder):
    change(folder / "examples.yaml", "take_coat", "walk")
    assert "a-grey-day" in shown(author.get("/author").text) and author.get("/author").status_code == 503


def test_faults_keep_nobody_from_help_or_from_leaving(author, folder):
    change(folder / "sky.yaml", "topic: The sky", "topic: [")
    assert "emergency number" in shown(author.page("/help"))
    answer = author.get("/leave")
    assert answer.status_code == 303 and len(author.parts.visits) == 0


def test_a_knowledge_base_that_is_faulty_from_the_start_is_shown_too(folder):
    (folder / "order.yaml").unlink()
    author = author_of(folder)
    assert "there is no order.yaml" in shown(author.get("/author").text)


def test_answers_that_still_fit_are_taken_over_when_a_question_changes(author, folder):
    author.post("/begin")
    address = author.get("/q").headers["Location"]
    asked = {}
    while address.startswith("/q/"):
        key = author.key(address)
        asked[key] = {"sky": "grey", "thunder": "no", "roof": "yes"}[key]
        address = author.answer(address, key, asked[key])
    assert "Take a coat" in author.page("/step")
    change(folder / "sky.yaml", "title: Take a coat,", "title: Take a raincoat,")
    assert "Take a raincoat" in author.page("/step")
    change(
        folder / "sky.yaml",
        "options: {blue: Blue, grey: Grey, black: Black}",
        "options: {blue: Blue, grey: Grey, black: Black, red: Red}",
    )
    assert author.visit.conversation.sheet.answers == asked
    assert "Take a raincoat" in author.page("/step")
