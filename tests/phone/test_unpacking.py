"""What Python packs, the phone unpacks: any text, of one block or more."""

import base64
import bz2
import random

import pytest

from milepost.web.phone.file import script

LETTERS = 'abcdefgh \n"\u00e9\u4e00\U0001f642'


def some(length: int, letters: str = LETTERS) -> str:
    return "".join(random.Random(length).choices(letters, k=length))


@pytest.fixture(scope="module")
def unpacked(browser):
    context = browser.new_context()
    page = context.new_page()
    page.add_script_tag(content=script(["unpacking"]).replace("const modules", "var modules", 1))
    yield lambda packed: page.evaluate("(packed) => modules.unpacking.unpacked(packed)", packed)
    context.close()


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
def test_the_same_text(unpacked, text):
    packed = base64.b64encode(bz2.compress(text.encode())).decode()
    assert unpacked(packed) == text
