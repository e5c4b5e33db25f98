"""`milepost review-kit`: a page that a specialist can read in one hour, with nothing to learn and nothing to fetch."""

import datetime
import html
import re
from html.parser import HTMLParser

import pytest

from milepost.cli.main import main
from milepost.engine.model import condition
from milepost.engine.telling.review_kit import is_new, review_kit
from tests.tiers import thorough

TODAY = datetime.date(2026, 11, 26)
PARTS = ("abuse", "crisis", "own-harm")
# What stands in the files, and means nothing to somebody who knows none of them.
OURS = re.compile(
    r"\b(safety lines?|findings?|knowledge base|circuit|promises?|experta|sheets?|YAML|gate|guard)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def kits(base, opened):
    """Each specialist's kit, with the numbers of the United Kingdom."""
    return {part: review_kit(base, part, base.countries["GB"], TODAY, opened.consult) for part in PARTS}


@pytest.fixture(scope="module")
def pages(kits):
    from milepost.cli.review_kit import page

    return {part: page(kit) for part, kit in kits.items()}


@pytest.fixture(scope="module")
def second_pages(kits):
    from milepost.cli.review_kit import page

    return {part: page(kit, second=True) for part, kit in kits.items()}


def listed(kit) -> list[dict]:
    """The lines of a kit: those that are read by themselves, and those that stand on a first screen too."""
    return [*alone(kit), *kit["met"]]


def alone(kit) -> list[dict]:
    items = [line for group in [*kit["hour"], *kit["later"]] for line in group["lines"]]
    return [line for item in items for line in (item, *item["variants"])]


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


def test_every_line_about_safety_is_in_some_kit(base, kits):
    asked = {line["id"] for kit in kits.values() for line in listed(kit)}
    assert {line.id for line in base.advice.values() if line.safety} <= asked


@pytest.mark.parametrize("part", PARTS)
def test_it_is_one_hours_work(base, kits, part):
    kit = kits[part]
    ids = [line["id"] for line in listed(kit)]
    assert len(ids) == len(set(ids)) and len(alone(kit)) == kit["lines"]
    assert sum(len(group["lines"]) for group in kit["hour"]) == kit["count"] <= 60
    assert len(kit["screens"]) == 12 and len({screen["example"] for screen in kit["screens"]}) == 12
    assert len(kit["decisions"]) == 10
    assert [q["ask"] for q in kit["questions"]] == [base.questions[key].ask for key in base.specialists[part].questions]
    assert not any(screen["about"].startswith(("The same", "Such ")) for screen in kit["screens"])


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
def test_what_is_gravest_is_read_in_the_hour(kits, part):
    kit = kits[part]
    later = [line for group in kit["later"] for line in group["lines"]]
    assert len(later) == kit["count_later"] and not (later and kit["count"] < 60)
    assert all(line["safety"] for group in kit["hour"] for line in group["lines"]) or not any(
        line["safety"] for line in later
    )


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


def test_what_says_the_same_in_other_words_is_one_item(kits):
    items = [line for group in kits["abuse"]["hour"] for line in group["lines"]]
    told = [{item["say"], *(other["say"] for other in item["variants"])} for item in items if item["variants"]]
    assert told and all(len(says) > 1 for says in told)


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


def test_what_each_answer_leads_to_is_what_comes_out(base, kits, opened):
    calm = base.examples[base.specialists["abuse"].unalarming].answers
    told = {
        a["say"]: a
        for q in kits["abuse"]["questions"]
        for a in q["answers"]
        if q["ask"] == base.questions["danger_signs"].ask
    }
    for option, words in base.questions["danger_signs"].options.items():
        found = opened.consult({**calm, "danger_signs": (option,)})
        assert (told[words]["step"], told[words]["contact"]) == (found.step.title, found.step.contact != "none")
    assert told["None of these"]["same"] and not any(
        told[w]["same"] for w in base.questions["danger_signs"].options.values()
    )


def test_the_decisions_say_which_step_comes_out(base, kits):
    for decision, told in zip(base.decisions.values(), kits["crisis"]["decisions"], strict=True):
        assert [one["step"] for one in told["examples"]] == [
            base.steps[base.examples[id].step].title for id in decision.examples
        ]


def test_since_a_date_only_what_changed(base, kits, opened):
    dates = sorted({line.reviewed for line in base.advice.values()})
    since = datetime.date.fromisoformat(dates[-1])
    kit = review_kit(base, "abuse", base.countries["GB"], TODAY, opened.consult, since)
    shown = [base.advice[line["id"]] for line in listed(kit)]
    assert shown and all(line.reviewed >= since.isoformat() for line in shown)
    assert len(shown) < len(listed(kits["abuse"]))
    new = {
        t.fact
        for r in base.rules.values()
        if r.reviewed >= since.isoformat()
        for c in (r.when, *r.unless)
        for t in condition.tests(c)
    }
    assert {q["ask"] for q in kit["questions"]} <= {base.questions[key].ask for key in new & base.questions.keys()}
    later = review_kit(base, "abuse", base.countries["GB"], TODAY, opened.consult, datetime.date(2040, 1, 1))
    assert not any(
        later[key] for key in ("questions", "steps", "hour", "later", "met", "screens", "decisions", "lines")
    )


def test_the_command_writes_it(tmp_path, capsys):
    out = tmp_path / "kit.html"
    asked = ["review-kit", "--for", "crisis", "--country", "ie", "--today", "2026-11-26", "--out", str(out)]
    assert main(asked) == 0
    assert "12 first screens" in capsys.readouterr().err
    assert "1800 247 247" in html.unescape(out.read_text()) and "Ireland" in out.read_text()
    assert main(asked) == 2 and "is there already" in capsys.readouterr().err
    more = tmp_path / "more.html"
    assert main([*asked[:-1], str(more), "--part", "2"]) == 0
    assert "more lines, and the reasons of" in capsys.readouterr().err
    assert "the second part" in more.read_text() and "first screens, as people see them" not in more.read_text()


@pytest.mark.parametrize(
    "asked, said",
    [
        (["--for", "crises", "--country", "IE"], "did you mean `crisis`?"),
        (["--for", "abuse", "--country", "ZZ"], "there are no numbers here for `ZZ`"),
        (["--for", "abuse", "--country", ""], "name a country"),
        (["--for", "abuse"], "--country"),
        (["--for", "abuse", "--country", "IE", "--part", "3"], "3"),
        (["--for", "abuse", "--country", "IE", "--since", "soon"], "`soon` is not a date"),
    ],
)
def test_a_wrong_use_is_named(tmp_path, capsys, asked, said):
    assert main(["review-kit", *asked, "--out", str(tmp_path / "kit.html")]) == 2
    assert said in " ".join(capsys.readouterr().err.split()) and not list(tmp_path.iterdir())


@thorough
def test_a_file_that_cannot_be_written(tmp_path, capsys):
    assert main(["review-kit", "--for", "abuse", "--country", "IE", "--out", str(tmp_path / "no" / "kit.html")]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    "date, is_in",
    [
        ("2026-11-19", False),
        ("2026-11-20", True),
        ("2026-11", True),
        ("2026", True),
        ("2026-10", False),
        ("2025", False),
    ],
)
def test_what_is_dated_by_a_month_or_a_year_counts_until_its_last_day(date, is_in):
    assert is_new(date, datetime.date(2026, 11, 20)) is is_in


def test_what_has_to_be_given_is_named(capsys):
    assert main(["review-kit", "--for", "crisis"]) == 2
    assert "--country is missing: The country whose numbers they know, as in IE." in capsys.readouterr().err
