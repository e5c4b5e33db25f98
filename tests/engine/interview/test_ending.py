"""A step that ends the interview ends it as soon as it is certain, also where three-valued logic cannot see that."""

import pytest

from milepost.engine.checks.read import read
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.circuit.planes import planes
from milepost.engine.interview.interview import Interview
from milepost.engine.model.answer_sheet import Sheet

STEP = "how_long: A while., come_back: Later., opens_next: More., contact: none, sources: [s-1]"
CASES = """
topic: Matters
questions:
  fire: {ask: Is there a fire?, why: It matters., type: yes_no, changes: time, sources: [s-1]}
  smoke: {ask: Is there smoke?, why: It matters., type: yes_no, changes: time, sources: [s-1]}
rules:
  - {id: out-in-smoke, when: {fire: yes, smoke: yes}, then: {step: out}, because: Smoke., sources: [s-1], reviewed: 2026-11-22}
  - {id: out-without, when: {fire: yes, smoke: [no, unknown]}, then: {step: out}, because: Fire., sources: [s-1], reviewed: 2026-11-22}
  - {id: look-around, when: {smoke: yes}, then: {step: look}, because: Look., sources: [s-1], reviewed: 2026-11-22}
advice:
  - {id: low, kind: do, say: Stay low., when: {smoke: yes}, safety: yes, contact: none, duty: no, because: Air., sources: [s-1], reviewed: 2026-11-22}
steps:
  out: {title: Get out, say: Get out., ends_interview: ENDS, STEP}
  look: {title: Look, say: Look., STEP}
  stay: {title: Stay, say: Stay., STEP}
sources:
  book: {kind: guidance, title: A book, checked: 2026-11-22, about: Fires., says: {s-1: Get out.}}
"""


@pytest.fixture(params=["yes", "no"])
def interview(request, tmp_path):
    (tmp_path / "order.yaml").write_text(
        "topics: [matters]\nstages:\n  - {title: All, steps: [out, look, stay]}\notherwise: stay\n"
    )
    (tmp_path / "matters.yaml").write_text(CASES.replace("STEP", STEP).replace("ENDS", request.param))
    return Interview(read(tmp_path))


def test_no_question_stands_between_somebody_and_the_step(interview):
    sheet = Sheet({"fire": "yes"})
    assert planes(interview.circuit, sheet).step() is None, "three-valued logic does not see it"
    ends = interview.kb.steps["out"].ends_interview
    asked = [question.key for question in interview.deciding(sheet)]
    assert asked == ([] if ends else ["smoke"])
    assert conclude(interview.circuit, sheet).step == "out"
    assert [question.key for question in interview.deciding(Sheet({"fire": "no"}))] == ["smoke"]
