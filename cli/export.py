"""`milepost export`: the knowledge base in another language."""

import click

from milepost.cli.terminal import options


@click.command("export")
@click.option(
    "--to",
    "language",
    type=click.Choice(["asp"]),
    required=True,
    help="asp: an answer set program, which runs in clingo.",
)
@options.with_shared
def command(language, folder, today) -> None:
    """Print the rules as an answer set program. The ids and reasons of the rules are in its comments.

    \b
    Example:
      milepost export --to asp > rules.lp
    """
    from milepost.engine.solver.asp import program

    # As bytes: the program is UTF-8 whatever the terminal speaks.
    click.echo(program(options.open_base(folder).circuit).encode(), nl=False)
