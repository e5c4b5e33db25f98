"""`milepost limits`: what milepost cannot do, and who has reviewed it."""

import click

from cli import options
from cli.layout import heading, item, width, wrapped


@click.command("limits")
@options.with_shared
def command(folder, today) -> None:
    """What this knowledge base cannot do, who reviewed it, and how it is kept up."""
    about = options.load(folder).about
    columns = width()
    click.echo(heading("Limits", columns))
    for limit in about.limits:
        click.echo(item(limit, columns))
    reviewed = "Reviewed by " + ", ".join(about.reviewed_by) + "." if about.reviewed_by else "No specialist has reviewed these rules yet."
    click.echo("\n" + wrapped(reviewed, columns))
    click.echo(wrapped(f"A review counts for {about.good_for_days} days. {about.upkeep}", columns))
