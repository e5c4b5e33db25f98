"""Answer sheets: what is wrong with a bad one, and that a good one comes back as it was written."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.engine.checks.read import read
from milepost.engine.language.sheet_file import GONE, NO_FIT, SOME_GONE, read_sheet, write_sheet
from milepost.engine.model.answer_sheet import Sheet, SheetRead
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
    assert read_sheet(write_sheet(KB, sheet).encode(), "sheet.yaml", KB) == SheetRead(sheet)


@given(sheets(), st.sampled_from([None, 2, "\t"]))
@settings(deadline=None)
def test_the_same_in_json(sheet, indent):
    assert read_sheet(json.dumps(sheet.answers, indent=indent).encode(), "sheet.json", KB) == SheetRead(sheet)


def test_a_sheet_with_nothing_filled_in_is_a_sheet_with_no_answers():
    assert read_sheet(write_sheet(KB).encode(), "sheet.yaml", KB) == SheetRead(Sheet({}))
    assert read_sheet(b"{}", "sheet.json", KB) == SheetRead(Sheet({}))


def test_what_json_and_editors_write():
    raw = b'\xef\xbb\xbf{\r\n\t"tired": true,\r\n\t"signs": "none",\r\n\t"nights": null\r\n}\r\n'
    assert read_sheet(raw, "sheet.json", KB).sheet == Sheet({"tired": "yes", "signs": ("none",)})


def test_not_sure_may_stand_beside_options():
    assert read_sheet(b"signs: [yawns, not_sure]", "sheet.yaml", KB).sheet.answers == {"signs": ("yawns", "not_sure")}


def test_the_sheet_to_fill_in_says_what_each_question_takes():
    text = write_sheet(KB)
    assert "# == The night ==" in text
    assert "# Take the one that fits best." in text
    assert "# Why we ask: They add up." in text
    assert "#   a whole number of nights, 0 to 365" in text
    assert "#   cross  Cross" in text
    assert "\nmood:\n" in text


OTHER = "0123456789abcdef" * 4
OLDER = f"knowledge_base: {OTHER}\ntired: yes\nwatch: [owl, cat]\nmood: merry\nsigns: [yawns, snores]\nnights: 400\n".encode()


def test_a_sheet_says_for_which_knowledge_base_it_was_made():
    assert f"\nknowledge_base: {KB.digest}\n" in write_sheet(KB)


def test_of_an_older_sheet_what_is_not_there_any_more_is_left_out():
    found = read_sheet(OLDER, "sheet.yaml", KB)
    assert found.sheet == Sheet({"tired": "yes", "signs": ("yawns", "not_sure")}), "what is there still is kept"
    assert [(left.question, left.answer, left.why) for left in found.left_out] == [
        ("watch", "[owl, cat]", GONE),
        ("mood", "merry", NO_FIT),
        ("signs", "[snores]", SOME_GONE),
        ("nights", "400", NO_FIT),
    ]


def test_an_older_sheet_in_json():
    raw = json.dumps({"tired": True, "mood": ["calm"], "gone": None, "knowledge_base": OTHER}).encode()
    found = read_sheet(raw, "sheet.json", KB)
    assert found.sheet == Sheet({"tired": "yes"})
    assert [(left.question, left.why) for left in found.left_out] == [("mood", NO_FIT)]


@pytest.mark.parametrize("line", ["", "knowledge_base:\n", f"knowledge_base: {KB.digest}\n"])
def test_without_another_digest_the_same_answers_are_faults(line):
    raw = line.encode() + OLDER.split(b"\n", 1)[1]
    faults = faults_in_sheet(raw)
    assert [fault.problem.split("`")[1] for fault in faults] == ["watch", "merry", "snores", "nights"]
    assert all(fault.remedy for fault in faults)


def test_a_fault_of_yaml_stays_one_in_an_older_sheet():
    assert faults_in_sheet(OLDER + b"mood: calm\n")[0].problem == "the key `mood` is given twice"
    assert "not closed" in faults_in_sheet(OLDER + b'low: "x\n')[0].problem


def test_an_older_sheet_of_nothing_we_ask_is_given_up():
    (fault,) = faults_in_sheet(
        f"knowledge_base: {OTHER}\n".encode() + b"".join(b"key_%d: 1\n" % n for n in range(5_000))
    )
    assert fault.problem == "more than 200 answers in this sheet are to other questions than ours"
