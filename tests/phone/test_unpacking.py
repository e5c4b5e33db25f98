"""What Python packs, the phone unpacks: any text, of one block or more."""

import base64
import bz2
import random

import pytest

from milepost.engine.exporting.exported import exported
from milepost.web.phone.packing import UNREAD, checksum, numbered, packs, read_on_pages, shortened
from tests.phone.modules import page_with
from tests.tiers import thorough

LETTERS = 'abcdefgh \n"\u00e9\u4e00\U0001f642'

UNPACK = """(packed) => {
    const work = modules.unpacking.unpacked(packed);
    for (;;) {
        const { done, value } = work.next();
        if (done) return value;
    }
}"""

ADD = """([packs, read]) => {
    const data = {};
    for (const pack of packs) for (const work = modules.unpacking.adding(data, pack, read); !work.next().done;);
    return data;
}"""


def some(length: int, letters: str = LETTERS) -> str:
    return "".join(random.Random(length).choices(letters, k=length))


@pytest.fixture(scope="module")
def loaded(browser):
    with page_with(browser, ["unpacking"]) as page:
        yield page


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "aaaa",
        "a" * 5,
        "a" * 259,
        "a" * 260 + "b",
        "ab" * 3000,
        "\u4e00" * 70,
        some(1),
        some(4000),
        some(500_000),
        some(100_000, "ab"),
        "a" * 1_200_000,
    ],
    ids=lambda text: f"{text[:3]!r} of {len(text)}",
)
def test_the_same_text(loaded, text):
    packed = base64.b64encode(bz2.compress(text.encode())).decode()
    assert loaded.evaluate(UNPACK, packed) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        " a",
        " a b a",
        "you and you, and more and\u00e9 and\U0001f642",
        'You and I and "Do not" and A B, and Do',
        " ".join(some(length, "ab") for length in range(1, 99)),
    ],
)
def test_the_same_words(loaded, text):
    assert loaded.evaluate("(text) => modules.unpacking.spelled(text)", shortened(text)) == text


@pytest.mark.parametrize("texts", [[], ["a"], ["a", "b"], ["a\nb"], ["\u00e9\u4e00\U0001f642" * 9]], ids=ascii)
def test_the_same_checksum(loaded, texts):
    assert loaded.evaluate("(texts) => modules.unpacking.checksum(texts)", texts) == checksum(texts)


def in_any_turn(data: dict) -> dict:
    """A knowledge base with the literals of each way, and the ways of each gate, in one order: they say the same in any."""
    return {**data, "gates": [sorted(map(sorted, ways)) for ways in data["gates"]]}


def whole(loaded, kb) -> bool:
    """Does a knowledge base come out of its packs as it was exported, but for what no phone reads?"""
    wanted = {name: part for name, part in read_on_pages(numbered(exported(kb))).items() if name not in UNREAD}
    read = [step.title for step in kb.steps.values()] + [line.say for line in kb.advice.values()][:3]
    found = [loaded.evaluate(ADD, [packs(exported(kb), texts), texts]) for texts in ([], read)]
    return [in_any_turn(data) for data in found] == [in_any_turn(wanted)] * 2


@thorough
def test_the_whole_knowledge_base(loaded, base):
    assert whole(loaded, base)


def test_small_knowledge_bases(loaded, small):
    assert whole(loaded, small)
