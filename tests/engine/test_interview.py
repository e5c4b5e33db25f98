"""The interview: what is asked, in which order, and which answers still apply."""

import hypothesis
from hypothesis import strategies as st

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from tests.sheets import answer, random_sheets


def answered(interview, sheet, refining=None):
    """The interview of somebody whose answers are in a sheet, unknown where it has none."""
    kb = interview.kb
    full = Sheet({key: sheet.answers.get(key, "not_sure") for key in kb.questions})
    return interview.replay(full, refining)


def test_danger_now_ends_the_interview_at_once(interview):
    replay = answered(interview, Sheet({"danger_now": "yes"}))
    assert [key for key in replay.asked if interview.kb.questions[key].asked != "first"] == ["danger_now"]
    assert interview.step(replay.sheet) == "get_safe_now"
    assert interview.refining(replay.sheet) == []


def test_safety_is_asked_first(interview):
    first = [q.topic for q in interview.deciding(Sheet())]
    assert first[:3] == ["now", "now", "now"]
    assert list(dict.fromkeys(first)) == [t for t in interview.kb.topics if t in first]


def test_a_person_in_the_pause_is_not_asked_about_meetings(base, interview):
    asked = answered(interview, Sheet(base.examples["parents-in-the-first-week"].answers)).asked
    assert not {"good_meetings", "last_reply", "goodwill", "old_patterns"} & set(asked)


def test_without_a_message_nothing_is_asked_about_it(base, interview):
    example = dict(base.examples["they-write-in-the-pause"].answers)
    with_a_message = answered(interview, Sheet(example), refining=len(base.questions)).asked
    without = answered(interview, Sheet({**example, "lately": "none"}), refining=len(base.questions)).asked
    assert "message_about" in with_a_message
    assert "message_about" not in without


def test_changing_an_answer_drops_what_no_longer_applies_and_keeps_the_rest(base, interview):
    example = dict(base.examples["they-write-in-the-pause"].answers)
    first = answered(interview, Sheet(example))
    changed = interview.replay(first.sheet.with_answer("lately", "none"))
    assert changed.dropped == ("message_about",)
    assert set(first.sheet.answers) - set(changed.sheet.answers) == {"message_about"}


def test_what_is_shared_is_asked_before_the_step_of_whoever_is_pressed_by_it(base, interview):
    answers = base.examples["parents-in-the-first-week"].answers

    def before_step(presses: str) -> tuple[str, ...]:
        given = {key: answer for key, answer in answers.items() if key != "shared_ties"}
        replay = interview.replay(Sheet({**given, "question": "get_through", "presses_most": presses}))
        return (*replay.line[: replay.deciding], *replay.perhaps)

    assert "shared_ties" in before_step("home") and "shared_ties" in before_step("money")
    assert "shared_ties" not in before_step("feelings")


def test_the_answers_asked_for_give_the_same_step_and_safety_lines_as_the_whole_sheet(base, interview):
    circuit = compiled(base)

    @hypothesis.settings(max_examples=20, deadline=None, suppress_health_check=list(hypothesis.HealthCheck))
    @hypothesis.given(random_sheets(base))
    def same(sheet):
        whole = conclude(circuit, sheet)
        replay = answered(interview, sheet)
        part = conclude(circuit, replay.sheet)
        assert part.step == whole.step
        if not base.steps[whole.step].ends_interview:
            safety = [id for id in whole.advice if base.advice[id].safety]
            assert [id for id in part.advice if base.advice[id].safety] == safety
            refined = conclude(circuit, answered(interview, sheet, refining=len(base.questions)).sheet)
            assert (refined.step, refined.advice) == (whole.step, whole.advice)

    same()


@hypothesis.settings(max_examples=6, deadline=None, suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(data=st.data())
def test_going_on_from_an_earlier_replay_gives_the_same_as_from_the_first_question(interview, data):
    kb = interview.kb
    sheets = [data.draw(random_sheets(kb))]
    for _ in range(3):
        key = data.draw(st.sampled_from(list(kb.questions)))
        sheets.append(sheets[-1].with_answer(key, data.draw(st.one_of(st.none(), answer(kb.questions[key])))))
    before = None
    for n, sheet in enumerate(sheets):
        refining = (None, 0, 2, 5)[n]
        before = interview.replay(sheet, refining, before)
        assert before == interview.replay(sheet, refining)
