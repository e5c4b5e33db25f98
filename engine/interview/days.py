"""A number of days as people say it: a number, a length of time, or a date that is counted up to today."""

import datetime
import re

UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 365 / 12, "year": 365}
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
# What is a number also without a unit; a few stand only before one, and are three, the least that anyone means by it.
ALONE = {word: number for number, word in enumerate(WORDS)}
COUNTS = {"a": 1, "an": 1, "half a": 0.5, "a couple of": 2, "a few": 3, **ALONE}
LENGTH = re.compile(
    rf"(\d+(?:[.,]\d+)?|half an?|{'|'.join(sorted(COUNTS, key=len, reverse=True))}) ?({'|'.join(UNITS)})s?"
)
# What stands for a unit right behind a number.
SHORT = {"d": "day", "w": "week", "wk": "week", "mo": "month", "y": "year", "yr": "year"}
SHORTENED = re.compile(rf"(?<=\d) ?({'|'.join(sorted(SHORT, key=len, reverse=True))})s?\b")
# Words around an amount that do not change it.
NEAR = re.compile(r"^(about|around|roughly|nearly|almost|since|for|on|the) |( or so| ago| now)$|^~")
NAMED = {"today": 0, "yesterday": 1}
AHEAD = re.compile(r"tomorrow|in .*|next .*|coming .*")
# So many days ahead, a date without a year may be a slip as well as last year's.
SOON = 31
STILL_TO_COME = "That day is still to come."
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
TH = "(?:st|nd|rd|th)?"
MONTH_NAMED = re.compile(
    rf"(?:(\d{{1,2}}){TH}(?: of)? )?({'|'.join(MONTHS)})[a-z]*\.?(?: (\d{{1,2}}){TH})?,?(?: (\d{{4}}))?"
)


class NotDays(Exception):
    """No number of days is in what was said. The message says what is wrong with it, if that is known."""


def days(said: str, today: datetime.date) -> int:
    """Return how many days `said` means, a date being counted up to `today`. Raises NotDays.

    A month is a twelfth of 365 days. A date without a year is the last day of that name, unless that day is near at
    hand this year.
    """
    plain = " ".join(said.lower().split())
    while (nearer := NEAR.sub("", plain)) != plain:
        plain = nearer
    if (alone := {**NAMED, **ALONE}.get(plain)) is not None:
        return alone
    if AHEAD.fullmatch(plain) and not MONTH_NAMED.search(plain):
        raise NotDays(STILL_TO_COME)
    if (length := _length(plain)) is not None:
        return length
    date = _date(plain, today)
    if date > today:
        raise NotDays(f"That day, {date.day} {date:%B %Y}, is still to come.")
    return (today - date).days


def _length(plain: str) -> int | None:
    """The days in lengths of time, one after the other; None if there is anything else."""
    plain = SHORTENED.sub(lambda short: f" {SHORT[short[1]]}", plain)
    found = LENGTH.findall(plain)
    if not found or re.sub(r"[, ]|and", "", LENGTH.sub("", plain)):
        return None
    return int(sum(_count(count) * UNITS[unit] for count, unit in found))


def _count(said: str) -> float:
    return COUNTS.get(said.removesuffix("n") if said.startswith("half") else said) or float(said.replace(",", "."))


def _date(plain: str, today: datetime.date) -> datetime.date:
    try:
        if found := YEAR_FIRST.fullmatch(plain):
            return datetime.date(*map(int, found.groups()))
        if found := YEAR_LAST.fullmatch(plain):
            return _day_or_month_first(*map(int, found.groups()))
        if found := MONTH_NAMED.fullmatch(plain):
            before, month, after, year = found.groups()
            if not (before and after) and (day := before or after):
                named = MONTHS.index(month) + 1
                if year:
                    return datetime.date(int(year), named, int(day))
                return _last(datetime.date(today.year, named, int(day)), today)
    except ValueError:
        raise NotDays("There is no such day.") from None
    raise NotDays("")


def _last(this: datetime.date, today: datetime.date) -> datetime.date:
    """The last day of the name of this year's; not guessed where that one is near."""
    if this <= today:
        return this
    before = this.replace(year=today.year - 1)
    if (this - today).days > SOON:
        return before
    raise NotDays(f"That day is still to come this year. If you mean last year's, type {before.day} {before:%B %Y}.")


def _day_or_month_first(first: int, second: int, year: int) -> datetime.date:
    if first <= 12 and second <= 12 and first != second:
        raise NotDays(f"Which comes first there, the day or the month? Write it as in {year}-12-31.")
    day, month = (first, second) if first > 12 else (second, first)
    return datetime.date(year, month, day)
