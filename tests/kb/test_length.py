"""The interview is short: how many questions an example is asked before its step and its safety lines are certain."""

from statistics import median

import pytest

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import ALWAYS
from milepost.engine.solver.relevance import Relevance, deciding_targets

MEDIAN, LONGEST, SAFETY, GRAVE, DANGER_NOW = 16, 23, 10, 8, 1
# Whether a sign is mild takes two questions of its own; after a grave one they are not asked.
MILD_OR_NOT = {"signs_often", "who_is_afraid"}
# Whoever is bound by an order is asked what it still allows.
ORDER = {"order_allows"}
# Whoever tells of harm from their own side is asked this once more, as it decides whose help comes first.
WHOSE_FEAR = {"who_is_afraid"}
# Whoever tells of put-downs that came often, and of nothing graver, is asked if they are over: only then is there no alarm.
# A single sign that comes often weighs by what the two are now: insults by four questions, a phone looked through by one
# (an example of the thorough run is asked it).
WEIGHED_BY = (
    ({"harm_signs": ("put_down",), "signs_often": "often"}, {"latest_word", "contact_now", "aim"}),
    ({"harm_signs": ("checked",), "signs_often": "often"}, {"latest_word"}),
)
# Whoever is asked to keep away for good is asked what else weighs: hard nights and an illness have a line of their own.
# So has a threat that waits for an answer, which those too may be sent who are bound, did harm or worry for a child.
THREAT = {"lately", "message_about"}
# Whoever expects a child and is asked to keep away is asked who the other parent is, and if it is still open.
EXPECTING = {"pregnancy_open", "ex_is_parent"}
BESIDE = {
    "stop_contact": {"daily_life", "life_now", *THREAT, *EXPECTING},
    **dict.fromkeys(("keep_the_order", "own_harm_help", "safe_support", "help_near_you", "leave_them_be"), THREAT),
}
# A plan knows what binds the two and what each did; a sign of grave danger still leads to it before that, by a promise.
GRAVE_STEPS = ("get_safe_now", "keep_everyone_safe", "crisis_help", "safety_plan")


@pytest.fixture(scope="module")
def asked(base, interview):
    """For each example its step, and the deciding questions that are asked; what is left out is answered by not sure."""
    circuit, found, before = compiled(base), {}, None
    sheets = {
        id: Sheet({key: example.answers.get(key, "not_sure") for key in base.questions})
        for id, example in base.examples.items()
    }
    # Those that begin alike follow each other, so that each goes on from the one before it.
    for id in sorted(sheets, key=lambda id: [str(answer) for answer in sheets[id].answers.values()]):
        before = interview.replay(sheets[id], before=before)
        asked = tuple(key for key in before.asked if not base.questions[key].asked)
        found[id] = conclude(circuit, sheets[id]).step, asked
    return found


@pytest.fixture(scope="module")
def safety(base):
    """The steps of the first stage."""
    return next(iter(base.stages.values()))


def test_what_is_asked_of_everybody_decides_neither_the_step_nor_a_safety_line(base):
    """Else it would be asked where it stands, and only of those for whom it can matter."""
    deciding = Relevance(compiled(base), deciding_targets(compiled(base))).questions
    assert {key for key, question in base.questions.items() if question.asked} & set(deciding) == set()


def test_most_people_are_asked_little(asked, safety):
    counts = {id: len(keys) for id, (step, keys) in asked.items() if step not in safety}
    longest = sorted(counts, key=counts.get, reverse=True)[:10]
    assert median(counts.values()) <= MEDIAN, {id: counts[id] for id in longest}


def test_nobody_is_asked_long(asked, safety):
    assert {id: keys for id, (step, keys) in asked.items() if step not in safety and len(keys) > LONGEST} == {}


def test_one_page_more_is_asked_of_everybody(base):
    """What is asked first stands on a page that is there already, and may be left out."""
    always = [question for question in base.questions.values() if question.asked == ALWAYS]
    assert len([question for question in always if not question.asked_with]) == 1
    assert len(always) == 2, "and one of whoever is pressed by what it is about"


def test_no_page_is_left_out_of_the_count(base, asked):
    """With the questions that are asked before the step is told, for all but grave danger and a crisis."""
    always = [question for question in base.questions.values() if question.asked == ALWAYS]

    def more(id: str) -> int:
        answers = {**dict.fromkeys(base.questions, "not_sure"), **base.examples[id].answers}
        return sum(base.is_asked_beside(question, answers) for question in always)

    pages = {
        id: len(keys) + more(id) * (not base.steps[step].ends_interview)
        for id, (step, keys) in asked.items()
        if step not in GRAVE_STEPS
    }
    assert median(pages.values()) <= MEDIAN
    assert {id: count for id, count in pages.items() if count > LONGEST + 1} == {}


def test_whose_safety_comes_first_is_soon_told(base, asked, safety):
    def own(id: str) -> set[str]:
        told = base.examples[id].answers
        weighed = [asked for only, asked in WEIGHED_BY if all(told.get(key) == answer for key, answer in only.items())]
        return WHOSE_FEAR.union(ORDER, *weighed, BESIDE.get(asked[id][0], ()))

    assert {
        id: keys for id, (step, keys) in asked.items() if step in safety and len(set(keys) - own(id)) > SAFETY
    } == {}


def test_grave_danger_and_a_crisis_are_told_sooner(asked):
    grave = {id: set(keys) for id, (step, keys) in asked.items() if step in GRAVE_STEPS}
    assert {id: keys for id, keys in grave.items() if len(keys - MILD_OR_NOT) > GRAVE} == {}


def test_danger_now_is_told_at_once(asked):
    assert {id: keys for id, (step, keys) in asked.items() if step == "get_safe_now" and len(keys) > DANGER_NOW} == {}
