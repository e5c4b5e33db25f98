"""Which labels count as a Yes or a No."""

import pytest

from milepost.engine.checks.yes_before_no import WORD


@pytest.mark.parametrize(
    "label", ["Yes", "no", "Yes, both of us", "No, not yet", "No.", "No: never", "Yes \u2013 once", "No - never"]
)
def test_a_yes_or_a_no(label):
    assert WORD.match(label)


@pytest.mark.parametrize(
    "label", ["None of these", "Not now", "Nobody", "No contact", "No-contact", "Yesterday", "Only I do: no"]
)
def test_neither(label):
    assert not WORD.match(label)
