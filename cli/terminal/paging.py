"""Long text on a terminal: a pager shows it screen by screen."""

import os
import shutil

import click

from milepost.cli.terminal import looks

# A pager that would do nothing.
NONE = ("", "cat")
KEYS = "Space\\: more   b\\: back   q\\: done"


def show(text: str) -> None:
    """Prints a text.

    In the pager that PAGER names, or in less, if it is longer than the screen and somebody looks on.
    """
    rows = shutil.get_terminal_size((80, 24)).lines
    pager = os.environ.get("PAGER", "less")
    # The line of the prompt that comes after it is a row too.
    if looks.paged() and pager.strip() not in NONE and text.count("\n") + 2 > rows and _can_be_split(pager):
        # The pager must not leave a file with what was searched for.
        os.environ.setdefault("LESSHISTFILE", "-")
        # Its own prompt is a colon, which tells nobody how to go on or out.
        os.environ.setdefault("LESS", f"-R -P{KEYS}$")
        click.echo_via_pager(text, color=None if looks.bold() else False)
    else:
        click.echo(text)


def _can_be_split(pager: str) -> bool:
    import shlex

    try:
        return bool(shlex.split(pager))
    except ValueError:
        return False
