"""Nothing keeps the answers of whoever has left: shown by a walk over all objects that the process can reach."""

import gc
import shutil
from pathlib import Path
from types import FrameType

import pytest

from milepost.engine.checks.read import read
from milepost.engine.consulting.consult import Consultant
from milepost.engine.model.answer_sheet import Sheet

LADDER = Path(__file__).parents[1] / "small" / "ladder"
# An answer that occurs nowhere else; kept as a text, as the number itself must not be found here.
HEIGHT = "70" + "123457"


@pytest.fixture
def tall(tmp_path):
    """The ladder, which may be very high."""
    folder = shutil.copytree(LADDER, tmp_path / "kb")
    text = (folder / "rungs.yaml").read_text()
    (folder / "rungs.yaml").write_text(text.replace("max: 100,", "max: 99999999,"))
    return read(folder)


def consulted(consultant: Consultant) -> None:
    """Consults on an answer that nobody else gives, and drops what comes of it."""
    consultation = consultant.consult(Sheet({"height": int(HEIGHT), "tools": ("rope", "hook"), "tired": "yes"}))
    assert ("height", int(HEIGHT)) in {pair for firing in consultation.derivation.firings for pair in firing.facts}


def holders() -> list[str]:
    """The types of all objects that refer to the answer, frames of running functions aside."""
    gc.collect()
    met: set[int] = set()
    # What holds no objects that can be in a circle, as a tuple of numbers, is not among these, but is referred to.
    left = [gc.get_objects()]
    met.add(id(left))
    found = []
    while left:
        for each in left.pop():
            if id(each) in met or isinstance(each, FrameType):
                continue
            met.add(id(each))
            below = gc.get_referents(each)
            if any(type(one) is int and str(one) == HEIGHT for one in below):
                found.append(type(each).__name__)
            left.append([one for one in below if type(one) not in (int, str, bytes, float, bool)])
    return found


def test_after_forgetting_no_object_holds_an_answer(tall):
    consultant = Consultant(tall)
    consulted(consultant)
    assert holders(), "the walk finds an answer where there is one"
    consultant.forget()
    assert holders() == []
    consulted(consultant)
    assert holders()


def test_nor_when_the_consultant_is_gone(tall):
    consulted(Consultant(tall))
    assert holders() == []
