"""The kit as a page: it can be read in one hour, with nothing to learn and nothing to fetch."""

import re
from html.parser import HTMLParser

import pytest

from milepost.cli.review_kit import page
from tests.cli.review_kit.kits import PARTS, listed

# What stands in the files, and means nothing to somebody who knows none of them.
OURS = re.compile(
    r"\b(safety lines?|findings?|knowledge base|circuit|promises?|experta|sheets?|YAML|gate|guard)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def pages(kits):
    return {part: page(kit) for part, kit in kits.items()}


@pytest.fixture(scope="module")
def second_pages(kits):
    return {part: page(kit, second=True) for part, kit in kits.items()}


class Seen(HTMLParser):
    """The words of a page, and every address and tag in it."""

    def __init__(self, text: str):
        super().__init__()
        self.words, self.tags, self.asked = [], set(), []
        self.quiet = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.quiet = tag in ("style", "title")
        self.asked += [value for key, value in attrs if key in ("src", "href", "srcset", "data", "action")]

    def handle_endtag(self, tag):
        self.quiet = self.quiet and tag not in ("style", "title")

    def handle_data(self, data):
        if not self.quiet:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.mark.parametrize("part", PARTS)
def test_it_can_be_read_in_an_hour_and_the_second_part_too(pages, second_pages, part):
    """Two hundred words a minute, and five seconds for each row of boxes; a name behind a line is not read."""
    for text in (pages[part], second_pages[part]):
        read = re.sub(
            r'<span class="boxes">(<span>.*?</span>)+</span>|<td class="number">.*?</td>', "", text, flags=re.DOTALL
        )
        words = len(re.sub(r"Rests on: .*?Name: \S+|Name: \S+", "", Seen(read).text).split())
        assert words / 200 + text.count('<span class="boxes">') / 12 <= 60


@pytest.mark.parametrize("part", PARTS)
def test_the_first_part_names_the_second_with_all_that_did_not_fit(kits, pages, second_pages, part):
    kit, first, second = kits[part], Seen(pages[part]).text, Seen(second_pages[part]).text
    left = [line for group in kit["later"] for item in group["lines"] for line in (item, *item["variants"])]
    assert all(f"Name: {line['id']}" in second for line in (*left, *kit["met"]))
    assert not any(f"Name: {line['id']} " in first for line in (*left, *kit["met"]))
    assert "There is a second part" in first and f"the reasons of {len(kit['met'])} lines" in first
    assert all(f"“{group['title']}” ({len(group['lines'])})" in first for group in kit["later"])


@pytest.mark.parametrize("part", PARTS)
def test_no_page_shows_how_it_was_made(pages, second_pages, part):
    """A name that the page's form does not know comes out empty, or as what the program calls it."""
    for text in (pages[part], second_pages[part]):
        assert not re.search(r"built-in|object at|None\b(?! of these)|\{\{|\bUndefined", Seen(text).text)
    assert re.search(r"5\. \d+ lines of advice of your field", Seen(pages[part]).text)


@pytest.mark.parametrize("part", PARTS)
def test_the_page_is_numbered_whole_and_needs_nothing_beside_itself(kits, pages, second_pages, part):
    for text in (pages[part], second_pages[part]):
        seen = Seen(text)
        assert not seen.tags & {"script", "link", "img", "iframe", "object", "form"} and seen.asked == []
        assert "url(" not in text and "@import" not in text
    seen = Seen(pages[part])
    assert [f" {n}. " in f" {seen.text}" for n in range(1, 9)] == [True] * 8
    kit = kits[part]
    both = f"{seen.text} {Seen(second_pages[part]).text}"
    assert all(line["say"] in both and line["id"] in both for line in listed(kit))
    for screen in kit["screens"]:
        assert all(item in seen.text for section in screen["sections"] for item in section["items"])
    assert all(decision["now"] in seen.text for decision in kit["decisions"])
    assert all(line["phone"] in seen.text for line in kit["numbers"]["lines"])


@pytest.mark.parametrize("part", PARTS)
def test_no_word_has_to_be_learned(pages, second_pages, part):
    seen = f"{Seen(pages[part]).text} {Seen(second_pages[part]).text}"
    text = re.sub(r"Name: [a-z0-9-]+|reviewed_by|kb/about\.yaml", "", seen)
    for everyday in (
        "What I found",
        "my findings",
        "your findings",
        "Do not promise to stay",
        "do not promise to come back",
        "promise nothing about",
    ):
        text = text.replace(everyday, "")
    assert OURS.findall(text) == []
