"""`milepost sources`: what stands behind the rules, and what of it is declined."""

import click

from cli import options
from cli.layout import heading, item, width, wrapped
from engine.faults import did_you_mean


@click.command("sources")
@click.argument("id", required=False)
@click.option("--declined", is_flag=True, help="List what is declined, why, and what is said instead.")
@options.with_shared
def command(id, declined, folder, today) -> None:
    """The sources; with ID, one statement and where it is cited; with --declined, what milepost does not say.

    \b
    Examples:
      milepost sources
      milepost sources ssg-17
      milepost sources --declined
    """
    kb = options.load(folder)
    columns = width()
    if declined:
        for statement in kb.statements.values():
            if statement.status == "declined":
                click.echo(item(f"{statement.id}: {statement.text}", columns))
                click.echo(wrapped(f"Why not: {statement.why}", columns, "      ", "    "))
                click.echo(wrapped(f"Instead: {statement.instead}", columns, "      ", "    "))
    elif id is None:
        for source in kb.sources.values():
            count = sum(s.source == source.key for s in kb.statements.values())
            by = f", by {source.author}" if source.author else ""
            click.echo(item(f"{source.key}: {source.title}{by} ({source.kind}, read {source.checked}, {count} statements). {source.about}", columns))
    elif id in kb.statements:
        click.echo("\n".join(_statement(kb, kb.statements[id], columns)))
    else:
        raise click.UsageError(f"`{id}` is not a statement; {did_you_mean(id, kb.statements, '`milepost coverage --where` lists those of the articles')}")


def _statement(kb, statement, columns: int) -> list[str]:
    source = kb.sources[statement.source]
    rows = [heading(statement.id, columns), wrapped(statement.text, columns)]
    rows.append(wrapped(f"{source.kind}: {statement.cite or source.title}, read {source.checked}", columns))
    rows += [wrapped(link, columns, "  ") for link in statement.links]
    groups = (("question", kb.questions, "ask"), ("rule", kb.rules, "because"), ("step", kb.steps, "say"), ("advice", kb.advice, "say"))
    cited = [(what, key, getattr(e, words)) for what, entries, words in groups for key, e in entries.items() if statement.id in e.sources]
    if statement.why:
        rows.append(wrapped(f"{statement.status}: {statement.why}", columns))
    if statement.instead:
        rows.append(wrapped(f"instead: {statement.instead}", columns))
    rows += [heading("Cited by", columns), *(item(f"{what} `{key}`: {said}", columns) for what, key, said in cited)] if cited else ["not cited"]
    return rows
