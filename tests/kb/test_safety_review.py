"""The page on what specialists would insist on names only what is there, and each made-up person comes out as it says."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "safety-review.md").read_text(encoding="utf-8")
ITEM = re.compile(r"^\| ([ABCF]\d+\w?(?:-[BF]\d+)?) \| (.+?) \| (.*?) \| (.*?) \|$", re.MULTILINE)
PERSON = re.compile(r"^\| (\d+) \| (.+?) \| `(.+?)` \| `(.+?)` \|$", re.MULTILINE)
PEOPLE = PERSON.findall(PAGE)


def named() -> set[str]:
    return {id for row in ITEM.findall(PAGE) for cell in row[2:] for id in re.findall(r"`(.+?)`", cell)}


def test_what_holds_an_item_is_there(base):
    there = {*base.promises, *base.examples, *base.advice, *base.rules, *base.decisions, *base.questions}
    files = {id for id in named() if (ROOT / id).exists() or (ROOT / "docs" / "lints" / f"{id}.md").is_file()}
    assert named() - there - files == set()


def test_every_section_has_its_items():
    found = [row[0] for row in ITEM.findall(PAGE)]
    assert len(found) == len(set(found)) == 18 + 9 + 10 + 2
    assert all(held for _, _, held, _ in ITEM.findall(PAGE))


def test_there_are_forty_three_people():
    assert [int(number) for number, *_ in PEOPLE] == list(range(1, 44))
    assert len({id for _, _, id, _ in PEOPLE}) == 43


@pytest.mark.parametrize("id, step", [(id, step) for _, _, id, step in PEOPLE], ids=lambda each: each)
def test_each_has_lines_that_must_be_shown_and_lines_that_must_not(base, consultations, id, step):
    example, found = base.examples[id], consultations[id]
    assert found.step.key == step == example.step
    assert example.shows and set(example.shows) <= found.told
    assert example.never and not set(example.never) & found.told
