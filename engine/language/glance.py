"""Which sections a file holds, seen at a glance, so that one which is not needed now need not be read."""

import re
from collections.abc import Collection

# Every line that begins neither with a space, nor a comment, nor an item of a list; a word and a colon begin a section.
BEGINS = re.compile(r"^(?![\s#-])(.+)$", re.MULTILINE)
SECTION = re.compile(r"([a-z_]+):(\s|$)")


def holds_only(text: str, sections: Collection[str]) -> bool:
    """Does this file hold some of these sections, and surely nothing else? In doubt, no."""
    found = [SECTION.match(line) for line in BEGINS.findall(text)]
    return bool(found) and all(section is not None and section[1] in sections for section in found)
