"""`milepost limits`: what milepost cannot do, and who has reviewed it."""

import click

from milepost.cli.terminal import options
from milepost.cli.terminal.layout import heading, item, width, wrapped
from milepost.cli.terminal.streams import echo_json


@click.command("limits")
@options.as_json
@options.with_shared
def command(json_wanted, folder, today) -> None:
    """What this knowledge base cannot do, and who reviewed it. Also how it is kept up.

    \b
    Example:
      milepost limits
    """
    from milepost.engine.telling.about import limits
    from milepost.engine.telling.rows import who

    kb = options.load(folder)
    if json_wanted:
        echo_json(limits(kb))
        return
    columns = width()
    blocks = [heading("Limits", columns)]
    for part in who(kb):
        lines = [
            item(each.say, columns) if part.key == "limits" else wrapped(each.say, columns, "  ") for each in part.items
        ]
        blocks.append("\n".join([heading(part.title, columns), *lines]))
    click.echo("\n\n".join(blocks))
