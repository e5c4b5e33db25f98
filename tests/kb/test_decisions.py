"""The page of decisions for specialists says what the knowledge base puts to them."""

from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "decisions-for-specialists.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("said", ["ask", "now", "because"])
def test_every_decision_stands_on_the_page(base, said):
    assert len(base.decisions) == PAGE.count("**Today:**") == PAGE.count("**Why:**") > 0
    assert [id for id, decision in base.decisions.items() if getattr(decision, said) not in PAGE] == []
