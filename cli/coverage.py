"""`milepost coverage`: what became of every statement of the articles."""

import json

import click

from cli import options
from cli.layout import heading, item, width, wrapped

STATUSES = {"at_work": "at work", "told": "told", "background": "background", "declined": "declined", "": "not said"}


@click.command("coverage")
@click.option("--where", is_flag=True, help="Also list every statement with what carries it.")
@click.option("--json", "json_wanted", is_flag=True, help="Print JSON instead of text.")
@options.with_shared
def command(where, json_wanted, folder, today) -> int:
    """What became of every statement of the articles: at work, told, background or declined.

    Exits 3 if nothing is said of some statement.

    \b
    Examples:
      milepost coverage
      milepost coverage --where
    """
    from engine.coverage import by_source, by_system, of_articles

    kb = options.load(folder)
    statements = of_articles(kb)
    missing = [s for s in statements if not s.status]
    if json_wanted:
        said = {s.id: {"status": s.status, "carrier": s.carrier, "how": s.how, "why": s.why, "instead": s.instead} for s in statements}
        click.echo(json.dumps({"schema": "milepost.coverage/1", "knowledge_base": kb.digest, "statements": said}, ensure_ascii=False, indent=2))
        return 3 if missing else 0
    columns = width()
    for title, counts in (("By source", by_source(kb)), ("By system", by_system(kb))):
        click.echo(heading(title, columns))
        for count in counts:
            parts = ", ".join(f"{number} {STATUSES[status]}" for status, number in sorted(count.statuses.items(), key=lambda p: list(STATUSES).index(p[0])))
            click.echo(item(f"{count.name}: {count.total} ({parts})" if count.total else f"{count.name}: none of its own", columns))
        click.echo("")
    if where:
        for statement in statements:
            click.echo(item(f"{statement.id}, {STATUSES[statement.status]}{_where(statement)}: {statement.text}", columns))
        click.echo("")
    click.echo(wrapped(f"{len(statements) - len(missing)} of {len(statements)} statements are accounted for.", columns))
    return 3 if missing else 0


def _where(statement) -> str:
    if statement.status == "at_work":
        return f" in `{statement.carrier}`, which {statement.how} it"
    return f" in `{statement.carrier}`" if statement.status == "told" else ""
