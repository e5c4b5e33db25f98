"""Why a question is asked: the phone says what Python says of the steps still possible, and of what each answer does."""

import msgspec

from milepost.engine.circuit.compile import compiled
from milepost.engine.explaining.effects import Effects
from milepost.engine.exporting.exported import exported
from milepost.engine.model.answer_sheet import NOT_SURE, Sheet
from milepost.engine.telling.effects import effect_in_words
from tests.phone.walking import EXAMPLE, asked, begins, chooses
from tests.sheets import answers
from tests.tiers import thorough

SAID = """([data, cases]) => {
    const { effect } = modules.effects, circuit = new modules.circuit.Circuit(data);
    const space = new modules.space.Space(circuit, data.steps.map(({ atom }) => atom), circuit.base);
    return cases.map(([key, answers]) => effect(space, circuit.questions[key], answers));
}"""


def assert_the_same(loaded, kb, cases) -> None:
    effects = Effects(compiled(kb))
    python = [effect_in_words(kb, kb.questions[key], effects.of(kb.questions[key], sheet)) for key, sheet in cases]
    got = loaded.evaluate(SAID, [exported(kb), [[key, msgspec.to_builtins(sheet.answers)] for key, sheet in cases]])
    assert got == python


@thorough
def test_at_every_question_of_some_examples(loaded, base):
    cases = []
    for example in list(base.examples.values())[::150]:
        given = {}
        for key in base.questions:
            cases.append((key, Sheet(dict(given))))
            given[key] = example.answers.get(key, NOT_SURE)
    assert_the_same(loaded, base, cases)


def test_beside_every_answer_of_small_knowledge_bases(loaded, small):
    sheets = [
        Sheet(),
        *(Sheet({key: answer}) for key, each in small.questions.items() for answer in answers(small, each)),
    ]
    assert_the_same(loaded, small, [(key, sheet) for key in small.questions for sheet in sheets])


@thorough
def test_it_is_told_to_whoever_looks(opened, base):
    """Of a guard question the reason alone, of any other what its answers do."""
    page, given = opened(), base.examples[EXAMPLE].answers
    begins(page)
    effects, told = Effects(compiled(base)), {}
    before = {key: NOT_SURE for key, question in base.questions.items() if question.asked == "first"}
    while (key := asked(page)) is not None:
        question = base.questions[key]
        page.get_by_text("Why we ask", exact=True).click()
        said = effect_in_words(base, question, effects.of(question, Sheet(before)))
        if said:
            page.get_by_text(said[-1]).wait_for()
        shown = page.locator("details.why").first.inner_text()
        assert question.why in shown and [each for each in said if each not in shown] == []
        told[key] = len(said)
        before[key] = given.get(key, NOT_SURE)
        chooses(page, base, before[key])
        page.get_by_role("button", name="Continue").click()
    assert max(told.values()) > 1 and min(told.values()) == 0
