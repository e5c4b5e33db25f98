"""What `milepost ask` says where it cannot ask: the answers it needs, and how to give them."""

from pathlib import Path

import click

from milepost.cli.terminal import options
from milepost.cli.terminal.answers import from_file, listed
from milepost.cli.terminal.errors import IN_DANGER
from milepost.cli.terminal.layout import width, wrapped
from milepost.engine.model.answer_sheet import Sheet
from milepost.library import Milepost

NOBODY = "`milepost ask` asks on a terminal where somebody types, and here it cannot."
IN_A_FILE = "Give your answers in a file:"
FORMS = ("  milepost advise FILE", "  milepost advise -")
HOW = "- reads standard input. `milepost sheet` prints a file to fill in."
MISSING = "These answers can change your next step:"


def say_missing(folder: Path, sheet_file: str | None) -> None:
    """Names on standard error every question that can still matter. Raises KnowledgeBaseFaulty and SheetFaulty."""
    if sheet_file is None:
        # Nobody waits here for what is exact: the quick reading is, as long as nothing is answered.
        questions = Milepost.of(options.load_to_ask(folder)).interview.perhaps_deciding(Sheet())
    else:
        milepost = options.open_base(folder)
        questions = milepost.interview.deciding(from_file(sheet_file, milepost.kb).sheet)
    columns = width()
    # Why, how to go on and whom to call stand last: a list as long as this pushes what is above it off the screen.
    rows = [wrapped(MISSING, columns), listed(questions, columns), ""] if questions else []
    rows += [wrapped(NOBODY, columns), IN_A_FILE, *FORMS, wrapped(HOW, columns), wrapped(IN_DANGER, columns)]
    click.echo("\n".join(rows), err=True)
