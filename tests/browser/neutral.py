"""What may be seen over a shoulder, in a list of tabs or in a history."""

import re

TITLES = re.compile(
    r"(Error: )?("
    r"Start|Before you begin|Question \d{1,3}|Your answers|Next step|Map|Whole map|Part of the map|Sources|Source|Get help now|About this page|Kitchen measures"
    r"|This address does not fit|This page is closed|There is no such page|This is too much at once|This did not work"
    r")"
)
TELLING = re.compile(
    r"\b(break|breakup|ex|abuse|abused|partner|safety|violence|divorce|love|milepost)\b", re.IGNORECASE
)


def neutral(title: str) -> bool:
    """Is this one of the titles that a page may have?"""
    return TITLES.fullmatch(title) is not None and not tells(title)


def tells(text: str) -> bool:
    """Does a word in this tell what the pages are about?"""
    return TELLING.search(re.sub(r"[^a-z]+", " ", text.lower())) is not None
