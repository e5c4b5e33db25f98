"""Every kind of page in every state it can be in, and how a person gets there."""

from collections.abc import Callable

from tests.browser.person import Person

IN_DANGER = {"danger_now": "yes"}


def _told(person: Person) -> None:
    person.comes_in()
    person.site.told(person.site.example)


def _after(*paths: str) -> Callable[[Person], None]:
    """Somebody who has answered everything opens these, one after the other."""

    def opened(person: Person) -> None:
        _told(person)
        for path in paths:
            person.goes(path)

    return opened


def _question(type: str, faulty: bool = False, explained: bool = False) -> Callable[[Person], None]:
    """The first question of a type (a grid is one); `faulty` after Continue with nothing chosen, `explained` with all that can be unfolded."""

    def opened(person: Person) -> None:
        _told(person)
        person.goes(f"/q/{person.site.number_of(type)}")
        if faulty:
            person.page.locator("input:checked").evaluate_all("boxes => boxes.forEach(box => box.checked = false)")
            for field in person.page.get_by_role("textbox").all():
                field.fill("")
            person.continues()
        if explained:
            unfold(person)

    return opened


def unfold(person: Person) -> None:
    """Opens all that can be unfolded."""
    person.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def _extra_question(person: Person) -> None:
    _told(person)
    person.goes("/check")
    person.follows(person.page.get_by_role("button", name="Answer"))


def _open_step(person: Person) -> None:
    _told(person)
    person.goes("/step")
    unfold(person)


def _step_in_danger(person: Person) -> None:
    person.comes_in()
    person.site.told(IN_DANGER)
    person.goes("/step")


def _begun(person: Person) -> None:
    person.comes_in()
    person.site.visit.conversation = person.site.knowledge.milepost.begin()
    person.goes("/")


def _help_with_a_country(person: Person) -> None:
    person.comes_in()
    person.goes("/help")
    person.page.get_by_label("Your country").select_option(label="Ireland")
    person.follows(person.page.get_by_role("button", name="Show its numbers"))


def _a_statement(person: Person) -> None:
    _told(person)
    person.goes(f"/sources/{len(person.site.knowledge.kb.sources) + 1}")


STATES: dict[str, Callable[[Person], None]] = {
    "start": lambda person: person.comes_in(),
    "start-under-way": _begun,
    "interruption": lambda person: (person.comes_in(), person.goes("/begin")),
    "question-choice": _question("choice"),
    "question-yes-no": _question("yes_no"),
    "question-many": _question("many"),
    "question-grid": _question("grid"),
    "question-number": _question("number"),
    "question-choice-faulty": _question("choice", faulty=True),
    "question-many-faulty": _question("many", faulty=True),
    "question-grid-faulty": _question("grid", faulty=True),
    "question-number-faulty": _question("number", faulty=True),
    "question-explained": _question("choice", explained=True),
    "question-extra": _extra_question,
    "check": _after("/check"),
    "step": _after("/step"),
    "step-unfolded": _open_step,
    "step-in-danger": _step_in_danger,
    "map": _after("/map"),
    "map-whole": _after("/map/all"),
    "map-of-a-step": _after("/map/all", "/map/3"),
    "map-of-a-finding": _after("/map/all", "/map/60"),
    "map-without-answers": lambda person: (person.comes_in(), person.goes("/map")),
    "sources": _after("/sources"),
    "source": _after("/sources", "/sources/1"),
    "statement": _a_statement,
    "help": _after("/help"),
    "help-with-a-country": _help_with_a_country,
    "help-for-a-stranger": lambda person: person.goes("/help"),
    "plain": lambda person: person.goes("/plain"),
    "closed": lambda person: person.goes("/check"),
    "not-there": _after("/nothing-here"),
}
# The page that is shown to others has nothing of ours on it.
OURS = [name for name in STATES if name != "plain"]
