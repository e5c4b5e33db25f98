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

    kb = options.load(folder)
    if json_wanted:
        echo_json(limits(kb))
        return
    about = kb.about
    columns = width()
    rows = [
        heading("Limits", columns),
        *(item(limit, columns) for limit in about.limits or ["This knowledge base names none."]),
    ]
    reviewed = (
        " ".join(f"{r.name} ({r.role}), {r.date}: {', '.join(r.scope)}." for r in about.reviewed_by)
        if about.reviewed_by
        else "No specialist has reviewed these rules yet."
    )
    rows += ["", heading("Who has reviewed it", columns), wrapped(reviewed, columns, "  ")]
    rows += ["", heading("How it is kept up", columns)]
    rows.append(wrapped(about.upkeep or f"A review counts for {about.good_for_days} days.", columns, "  "))
    click.echo("\n".join(rows))
