"""Answer sheets: what is wrong with a bad one, and that a good one comes back as it was written."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.consultation.sheet import Sheet
from engine.consultation.sheet_file import read_sheet, write_sheet
from engine.language.read import read
from tests.engine.language.bad import GOOD, SHEETS, assert_well_said, faults_in_sheet, message
from tests.sheets import answer

KB = read(GOOD)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_message(path):
    faults = faults_in_sheet(path.read_bytes(), path.name)
    assert message(faults) == path.with_name(path.name + ".expected.txt").read_text(encoding="utf-8")
    assert_well_said(faults)


@st.composite
def sheets(draw) -> Sheet:
    """Any sheet, in the form in which it is read: the answer to a `many` is a tuple."""
    given = {}
    for question in KB.questions.values():
        if draw(st.booleans()):
            said = draw(answer(question))
            given[question.key] = (said,) if question.type == "many" and isinstance(said, str) else said
    return Sheet(given)


@given(sheets())
@settings(deadline=None)
def test_a_written_sheet_is_read_as_it_was(sheet):
    assert read_sheet(write_sheet(KB, sheet).encode(), "sheet.yaml", KB) == sheet


@given(sheets(), st.sampled_from([None, 2, "\t"]))
@settings(deadline=None)
def test_the_same_in_json(sheet, indent):
    assert read_sheet(json.dumps(sheet.answers, indent=indent).encode(), "sheet.json", KB) == sheet


def test_a_sheet_with_nothing_filled_in_is_a_sheet_with_no_answers():
    assert read_sheet(write_sheet(KB).encode(), "sheet.yaml", KB) == Sheet({})
    assert read_sheet(b"{}", "sheet.json", KB) == Sheet({})


def test_what_json_and_editors_write():
    raw = b'\xef\xbb\xbf{\r\n\t"tired": true,\r\n\t"signs": "none",\r\n\t"nights": null\r\n}\r\n'
    assert read_sheet(raw, "sheet.json", KB) == Sheet({"tired": "yes", "signs": ("none",)})


def test_not_sure_may_stand_beside_options():
    assert read_sheet(b"signs: [yawns, not_sure]", "sheet.yaml", KB).answers == {"signs": ("yawns", "not_sure")}


def test_the_sheet_to_fill_in_says_what_each_question_takes():
    text = write_sheet(KB)
    assert "# == The night ==" in text
    assert "# Take the one that fits best." in text
    assert "# Why we ask: They add up." in text
    assert "#   a whole number of nights, 0 to 365" in text
    assert "#   cross  Cross" in text
    assert "\nmood:\n" in text
