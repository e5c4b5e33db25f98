"""**Every helpline was checked within the last three years.**"""

import datetime
from collections.abc import Iterator

from milepost.engine.model.faults import Fault
from milepost.engine.model.helpline import REFUSED_AFTER
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase, today: datetime.date) -> Iterator[Fault]:
    for country in kb.countries.values():
        for line in country.lines:
            # Where no day is given, that is the fault.
            if line.checked and line.age(today) > REFUSED_AFTER:
                problem = (
                    f"the helpline `{line.name}` of country `{country.code}` was checked {line.checked}, too long ago"
                )
                yield Fault(line.at, problem, "check it again and set the new date, or take it out")
