"""Every safety line can be read by itself, and none holds back somebody who has to get out."""

import re

import pytest

# Words that lean on a line that may not stand above.
LEANING = r"^If it was\b|^It\b|^Such\b|\bsuch thoughts\b|^Do not do (it|so)\b"
# Words that ask somebody to stay where they are until they have talked to someone.
HOLDING = r"\bmove out\b|\bsay or pack\b|\bbefore you talk to an advocate\b|\bchange anything they would notice\b"


@pytest.fixture(scope="module")
def safety(base):
    return {line.id: line.say for line in base.advice.values() if line.safety}


def test_no_safety_line_leans_on_another(safety):
    assert {id: say for id, say in safety.items() if re.search(LEANING, say)} == {}


def test_whoever_is_told_to_stay_for_now_is_told_to_get_out_first_if_need_be(safety):
    held = {id: say for id, say in safety.items() if re.search(HOLDING, say)}
    assert len(held) >= 3
    assert {
        id: say for id, say in held.items() if not re.search("If it gets dangerous, get (out|to safety) first", say)
    } == {}
