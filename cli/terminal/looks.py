"""What text may look like: bold or not, terminal codes or not, a pager or not.

The wishes are options (`--plain`, `--no-color`, `--no-pager`), before or after the command, and variables: NO_COLOR and
FORCE_COLOR (https://no-color.org, https://force-color.org: set and not empty), TERM, and MILEPOST_ACCESSIBLE.
"""

import os
import sys

import click

PLAIN, NO_COLOR, NO_PAGER = "plain", "no_color", "no_pager"
OFF = ("", "0", "false", "no")
_MINE = "milepost.looks."


def _wish(name: str):
    def keep(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
        # The contexts of a command and of the group before it share this, so it does not matter where the option
        # stands.
        if wanted:
            context.meta[_MINE + name] = True

    return keep


plain_option = click.option(
    "--plain", is_flag=True, expose_value=False, callback=_wish(PLAIN), help="Text only: no bold type, no pager."
)
no_color_option = click.option(
    "--no-color", is_flag=True, expose_value=False, callback=_wish(NO_COLOR), help="No bold type and no colour."
)
no_pager_option = click.option(
    "--no-pager", is_flag=True, expose_value=False, callback=_wish(NO_PAGER), help="Print long text at once."
)


def with_looks(command):
    """Adds the options about looks."""
    return plain_option(no_color_option(no_pager_option(command)))


def accessible() -> bool:
    """Is this for a screen reader, or for a terminal that knows no codes? Then no code is ever sent."""
    return os.environ.get("MILEPOST_ACCESSIBLE", "").strip().lower() not in OFF or os.environ.get("TERM") == "dumb"


def bold() -> bool:
    """May headings be bold?"""
    if accessible() or _wished(PLAIN) or _wished(NO_COLOR) or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def redrawn() -> bool:
    """May a line be written over? Not where it is read aloud, or where plain text is wished."""
    return not (accessible() or _wished(PLAIN))


def paged() -> bool:
    """May long text be shown in a pager? Only where somebody sits at a terminal."""
    return not (accessible() or _wished(PLAIN) or _wished(NO_PAGER)) and sys.stdin.isatty() and sys.stdout.isatty()


def _wished(name: str) -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and context.meta.get(_MINE + name, False)
