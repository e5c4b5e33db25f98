"""What is made ahead is made once, and an error in it reaches whoever wants it."""

import subprocess
import sys
import threading

import pytest

from milepost.engine.consulting.background import MadeOnce
from milepost.engine.consulting.consult import Consultant
from milepost.engine.model.answer_sheet import Sheet


def test_made_once_however_many_want_it():
    go, made = threading.Event(), []

    def make():
        go.wait()
        made.append(object())
        return made[-1]

    once = MadeOnce(make)
    once.begin()
    once.begin()
    found = []
    people = [threading.Thread(target=lambda: found.append(once.get())) for _ in range(4)]
    for person in people:
        person.start()
    go.set()
    for person in people:
        person.join()
    assert len(made) == 1 and found == made * 4


def test_made_where_nobody_began():
    assert MadeOnce(threading.get_ident).get() == threading.get_ident()


def test_an_error_is_raised_where_it_is_wanted_and_the_next_may_try_again():
    left = [ValueError("no")]

    def make():
        if left:
            raise left.pop()
        return "made"

    once = MadeOnce(make)
    once.begin()
    try:
        first = once.get()
    except ValueError:
        first = None
    assert once.get() == "made" and first in (None, "made")


def test_without_begin_an_error_is_raised_at_once():
    with pytest.raises(ZeroDivisionError):
        MadeOnce(lambda: 1 // 0).get()


def test_a_prepared_consultant_says_the_same(small):
    prepared, plain = Consultant(small), Consultant(small)
    prepared.prepare()
    assert prepared.consult(Sheet({})) == plain.consult(Sheet({}))


def test_a_program_that_ends_waits_for_nothing():
    """The thread is still at work when the program ends."""
    program = (
        "import threading; from milepost.engine.consulting.background import MadeOnce; "
        "MadeOnce(threading.Event().wait).begin()"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
