"""`milepost coverage`: what became of every statement of the articles."""

import click

from milepost.cli.terminal import options
from milepost.cli.terminal.layout import heading, item, width, wrapped
from milepost.cli.terminal.streams import echo_json

STATUSES = {"at_work": "at work", "told": "told", "background": "background", "declined": "declined", "": "not said"}


@click.command("coverage")
@click.option("--where", is_flag=True, help="Also list every statement with what carries it.")
@options.as_json
@options.with_shared
def command(where, json_wanted, folder, today) -> int:
    """What became of every statement of the articles. It is at work, told, background or declined.

    Exits 3 if nothing is said of some statement.

    \b
    Examples:
      milepost coverage
      milepost coverage --where
    """
    from milepost.engine.checks.accounting import by_source, by_system, of_articles
    from milepost.engine.telling import ledger

    kb = options.load(folder)
    statements = of_articles(kb)
    missing = [s.id for s in statements if not s.status]
    if json_wanted:
        echo_json(ledger.coverage(kb))
        return 3 if missing else 0
    columns = width()
    rows = [*_counted("By source", by_source(kb), columns), *_counted("By system", by_system(kb), columns)]
    if where and statements:
        rows.append(heading("Where they are", columns))
        rows += [item(f"{s.id}, {STATUSES[s.status]}{_where(s)}: {s.text}", columns) for s in statements]
        rows.append("")
    if missing:
        rows.append(wrapped(f"Nothing says what became of: {', '.join(missing)}", columns))
    rows.append(
        wrapped(f"{len(statements) - len(missing)} of {len(statements)} statements are accounted for.", columns)
    )
    click.echo("\n".join(rows) if statements else "this knowledge base has no articles")
    return 3 if missing else 0


def _counted(title: str, counts: list, columns: int) -> list[str]:
    rows = [heading(title, columns)]
    for count in counts:
        parts = ", ".join(
            f"{count.statuses[status]} {words}" for status, words in STATUSES.items() if status in count.statuses
        )
        rows.append(
            item(
                f"{count.name or 'of no system'}: {f'{count.total} ({parts})' if count.total else 'none of its own'}",
                columns,
            )
        )
    return [*rows, ""]


def _where(statement) -> str:
    if statement.status == "at_work":
        return f" in `{statement.carrier}`, which {statement.how} it"
    return f" in `{statement.carrier}`" if statement.status == "told" else ""
