"""`milepost sheet`: an empty answer sheet."""

import click

from milepost.cli.terminal import options


@click.command("sheet")
@options.with_shared
def command(folder, today) -> None:
    """An empty answer sheet, to fill in and give to `advise`.

    It holds every question with its answers. Leave empty what you do not want to answer.

    \b
    Example:
      milepost sheet > my-answers.yaml
    """
    from milepost.engine.language.sheet_file import write_sheet

    # As bytes: a sheet is UTF-8 whatever the terminal speaks.
    click.echo(write_sheet(options.load(folder)).encode(), nl=False)
