"""What the knowledge base says about itself is what the page of limits says."""

import re
from pathlib import Path

from milepost.engine.model.helpline import LAST_AFTER, REFUSED_AFTER, SAID_AFTER

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"


def test_every_limit_stands_on_the_page(base):
    listed = {line.removeprefix("- ") for line in PAGE.read_text().splitlines() if line.startswith("- ")}
    assert base.about.limits and set(base.about.limits) == listed


def test_the_upkeep_stands_on_the_page(base):
    assert base.about.upkeep in " ".join(PAGE.read_text().split())
    assert f"After {base.about.good_for_days} days the date of a rule or a line is old" in base.about.upkeep


def test_what_it_says_of_helplines_is_what_happens_to_them(base):
    """The numbers are those that the results and `milepost check` go by; what these do is tested beside them."""
    upkeep = base.about.upkeep
    assert f"After {SAID_AFTER} days each helpline says how old its date is." in upkeep
    assert f"After {LAST_AFTER} days it stands last in its list." in upkeep
    assert "After three years it is checked again or taken out." in upkeep and REFUSED_AFTER == 3 * 365


def test_reviewers_stand_on_the_page(base):
    reviewers = PAGE.read_text().split("## Who has reviewed it")[1].split("##")[0]
    assert all(review.name in reviewers for review in base.about.reviewed_by)
    assert ("Nobody yet." in reviewers) == (not base.about.reviewed_by)


def test_the_limits_are_short_sentences(base):
    for text in (*base.about.limits, base.about.upkeep):
        for sentence in re.split(r"(?<=[.?!])\s+", text):
            assert len(sentence.split()) <= 20, sentence
