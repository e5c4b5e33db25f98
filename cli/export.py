"""`milepost export`: the knowledge base in another language."""

import click

from milepost.cli.terminal import options


@click.command("export")
@click.option(
    "--to",
    "language",
    type=click.Choice(["asp", "json"]),
    required=True,
    help="asp: an answer set program, which runs in clingo. json: all of it as data.",
)
@options.with_shared
def command(language, folder, today) -> None:
    """Print the rules as an answer set program, or the whole knowledge base as data.

    The ids and reasons of the rules are in the comments of the program.

    \b
    Examples:
      milepost export --to asp > rules.lp
      milepost export --to json > knowledge.json
    """
    milepost = options.open_base(folder)
    if language == "json":
        from milepost.cli.terminal.streams import echo_json
        from milepost.engine.exporting.exported import exported

        echo_json(exported(milepost.kb))
        return
    from milepost.engine.solver.asp import program

    # As bytes: the program is UTF-8 whatever the terminal speaks.
    click.echo(program(milepost.circuit).encode(), nl=False)
