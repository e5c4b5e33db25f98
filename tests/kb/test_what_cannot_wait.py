"""What cannot wait stands on the first screen, however many other safety lines there are."""

import pytest

from milepost.engine.telling.tell import tell

CANNOT_WAIT = (
    "neck-signs-that-cannot-wait",
    "neck-in-these-days",
    "neck-while-pregnant",
    "neck-with-danger-now",
    "already-hurt-or-taken",
    "already-hurt-with-danger",
    "call-if-it-gets-worse",
)


@pytest.mark.parametrize("id", CANNOT_WAIT)
def test_it_is_in_view_wherever_it_is_told(consultations, id):
    told = {name: found for name, found in consultations.items() if id in found.told}
    assert told
    for name, found in told.items():
        assert id in {item.id for section in tell(found).screen for item in section.items}, name
