"""Telling somebody about a consultation: all that terminal, pages and other programs lay out comes from here."""

import datetime

from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explanation
from milepost.engine.model.helpline import Country
from milepost.engine.telling.first_screen import first_screen
from milepost.engine.telling.rows import rows, titles
from milepost.engine.telling.sections import Telling


def tell(
    consultation: Consultation,
    explanation: Explanation | None = None,
    country: Country | None = None,
    today: datetime.date | None = None,
) -> Telling:
    """Return the first screen of a consultation, of at most 250 words, and the rows below it.

    The exact reasons are in it where there is an explanation, the numbers of the `country` where one is named, and
    dates, counted from `today`, where that is given.
    """
    screen = first_screen(consultation, country, today, list(titles(consultation).values()))
    return Telling(screen.sections, rows(consultation, explanation, country, screen))
