"""Options that commands share, and loading the knowledge base they name."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from milepost import kb as shipped
from milepost.cli.terminal.looks import with_looks
from milepost.cli.terminal.streams import printable

if TYPE_CHECKING:  # it loads the engine, and help needs none
    from milepost.library import Milepost


class Day(click.ParamType):
    """A date written as YYYY-MM-DD."""

    name = "date"

    def convert(self, value, param, context) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            self.fail(f"`{printable(value)}` is not a date; write it as 2026-11-22", param, context)


class Number(click.ParamType):
    """A number from `least` to `most`, or of `least` or more; `kind` is int for a whole one, else float."""

    name = "number"

    def __init__(self, least: int, most: int | None = None, kind: type[int] | type[float] = int):
        self.least, self.most, self.kind = least, most, kind

    def convert(self, value, param, context) -> int | float:
        a_number = "a whole number" if self.kind is int else "a number"
        bounds = f"of {self.least} or more" if self.most is None else f"from {self.least} to {self.most}"
        try:
            number = self.kind(value)
            problem = "" if number == number else f"not {a_number}"  # what is not a number is not even itself
        except ValueError:
            number, problem = self.least, f"not {a_number}"
        if number < self.least:
            problem = "too small"
        if self.most is not None and number > self.most:
            problem = "too large"
        if problem:
            self.fail(f"`{printable(str(value))}` is {problem}; give {a_number} {bounds}", param, context)
        return number


knowledge = click.option(
    "--kb", "folder", type=click.Path(path_type=Path), metavar="FOLDER", default=shipped.FOLDER,
    show_default="the one milepost comes with", help="Another knowledge base.",
)  # fmt: skip
today = click.option(
    "--today", type=Day(), metavar="DATE", default=datetime.date.today, show_default="the date of this machine",
    help="The date that review dates are compared with.",
)  # fmt: skip
COUNTRY = "Your country by its two letters, as in IE, for its numbers."
country = click.option("--country", metavar="XX", default="", help=COUNTRY)
everything = click.option("--all", "everything", is_flag=True, help="Print all there is, not the first screen alone.")


as_json = click.option("--json", "json_wanted", is_flag=True, help="Print JSON instead of text.")


def with_shared(command):
    """Adds the options every command takes."""
    return knowledge(today(with_looks(command)))


def open_base(folder: Path) -> "Milepost":
    """All that can be asked of the knowledge base in a folder. Raises KnowledgeBaseFaulty."""
    from milepost.library import Milepost

    milepost = Milepost(folder)
    keep_from_the_collector()
    return milepost


def keep_from_the_collector() -> None:
    """What there is stays until the command ends, so that no search for garbage has to go through it."""
    import gc

    gc.freeze()


def load_to_ask(folder: Path):
    """As much of it as the interview needs, in less time. Raises KnowledgeBaseFaulty."""
    from milepost.engine.checks.read import read_to_ask

    return read_to_ask(folder)


def load(folder: Path, outcomes: bool = False, today: datetime.date | None = None):
    """The knowledge base in a folder; `outcomes` runs its examples too. Raises KnowledgeBaseFaulty.

    With a day, `today`, what was last checked too long before it is a fault too.
    """
    from milepost.engine.checks.read import read

    return read(folder, outcomes, today)
