"""Nothing keeps the answers of whoever has left: shown by a walk over all objects that the process can reach."""

import gc
import shutil
from pathlib import Path
from types import FrameType

import pytest

from milepost.engine.checks.read import read
from milepost.engine.consulting.consult import Consultant
from milepost.engine.model.answer_sheet import Sheet
from tests.memory import referents

LADDER = Path(__file__).parents[1] / "small" / "ladder"
# Answers that occur nowhere else; kept in other forms, as they themselves must not be found here: a number as a text, and
# a set of ticks, which nothing but an answer makes, as a list.
HEIGHT = "70" + "123457"
TICKED = ["hook", "rope"]


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
    assert "height" in {fact for firing in consultation.firings for fact, _ in firing.facts}


def holders() -> list[str]:
    """The types of all objects that refer to the states the answers are in, which rules see, or to the answer itself."""
    gc.collect()
    found = []
    for each in gc.get_objects():
        if isinstance(each, FrameType) or each is found:
            continue
        for one in referents(each):
            if str(one) == HEIGHT if type(one) is int else type(one) is frozenset and sorted(map(str, one)) == TICKED:
                found.append(type(each).__name__)
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
