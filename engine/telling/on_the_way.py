"""What is said while there are still questions, where no step can come out but one that brings help."""

import datetime

from milepost.engine.consulting.consult import Consultation
from milepost.engine.interview.conversation import Conversation
from milepost.engine.model.helpline import Country
from milepost.engine.telling import texts
from milepost.engine.telling.numbers import numbers
from milepost.engine.telling.sections import Section


def is_called_for(talk: Conversation) -> bool:
    """Return whether some answer has already made it sure that the interview ends with help."""
    return bool(talk.sheet.answers) and talk.question is not None and talk.interview.surely_ends(talk.sheet)


def on_the_way(consultation: Consultation, country: Country | None, today: datetime.date) -> Section:
    """Return the numbers that the answers so far call for, after a sentence to whoever gave them."""
    called = numbers(consultation.kb.countries, country, consultation.purposes, today)
    return Section("numbers", "", called, texts.ON_THE_WAY)
