"""**Yes comes before No wherever a question offers both, so that the same number never says yes here and no there.**

A label counts as a Yes or a No if it is that word alone, or that word with a punctuation mark or a dash after it:
"No" and "No, not yet" do; "None", "Nobody", "Not now" and "No contact" do not.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase

WORD = re.compile(r"(yes|no)\s*($|[.,:;!?()\u2013\u2014]|-\s)", re.IGNORECASE)


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for key, question in kb.questions.items():
        matches = ((option, WORD.match(label)) for option, label in question.options.items())
        words = [(option, match[1].lower()) for option, match in matches if match]
        no = next((option for (option, word), (_, after) in pairwise(words) if (word, after) == ("no", "yes")), None)
        if no is not None:
            yield Fault(
                question.at,
                f"`{no}`, a No, comes before a Yes in the question `{key}`",
                "list every Yes before every No; the keys can stay as they are",
            )
