"""`milepost sources`: what stands behind the rules, and what of it is declined."""

import click

from milepost.cli.terminal import options, paging
from milepost.cli.terminal.layout import heading, item, width, wrapped
from milepost.cli.terminal.streams import echo_json, printable
from milepost.engine.model.faults import did_you_mean
from milepost.engine.model.source import AT_WORK, BACKGROUND, DECLINED, TOLD
from milepost.engine.telling.texts import date


@click.command("sources")
@click.argument("id", required=False)
@click.option("--declined", is_flag=True, help="List what is declined, why, and what is said instead.")
@options.as_json
@options.with_shared
def command(id, declined, json_wanted, folder, today) -> None:
    """What stands behind the rules.

    With the ID of a source, its statements. With the ID of a statement, what became of it and where it is cited.

    \b
    Examples:
      milepost sources
      milepost sources six-step-guide
      milepost sources ssg-17
      milepost sources --declined
    """
    from milepost.engine.telling.ledger import sources

    kb = options.load(folder)
    if id is not None and id not in kb.sources and id not in kb.statements:
        remedy = did_you_mean(id, [*kb.sources, *kb.statements], "`milepost sources` lists the sources")
        raise click.UsageError(f"`{printable(id)}` is not a source or a statement; {remedy}")
    if json_wanted:
        echo_json(sources(kb, id, declined))
        return
    paging.show("\n".join(declined_of(kb, id, width()) if declined else page(kb, id, width())))


def declined_in_full(statement, columns: int) -> list[str]:
    """A declined statement as an item of a list, with why it is declined and what is said instead."""
    return [item(f"{statement.id}: {statement.text}", columns), *_why_and_instead(statement, columns, "    ")]


def _why_and_instead(statement, columns: int, indent: str) -> list[str]:
    why = [wrapped(f"Why not: {statement.why}", columns, f"{indent}  ", indent)]
    return [*why, wrapped(f"Instead: {statement.instead}", columns, f"{indent}  ", indent)]


def declined_of(kb, id: str | None, columns: int) -> list[str]:
    """Every declined statement in full; or those of the source or statement of that id."""
    found = [s for s in kb.statements.values() if s.status == DECLINED and id in (None, s.source, s.id)]
    return [row for s in found for row in declined_in_full(s, columns)] or ["nothing is declined"]


def page(kb, id: str | None, columns: int) -> list[str]:
    """All sources in short; or the one source or statement of that id."""
    if id is None:
        return [
            item(f"{source.key}: {_in_short(kb, source)}. {source.about}", columns) for source in kb.sources.values()
        ]
    return _source(kb, kb.sources[id], columns) if id in kb.sources else _statement(kb, kb.statements[id], columns)


def _in_short(kb, source) -> str:
    count = len(_says(kb, source))
    author = f"author: {source.author}; " if source.author else ""
    statements = "1 statement" if count == 1 else f"{count} statements"
    return f"{source.title} ({source.kind}; {author}read {date(source.checked)}; {statements})"


def _says(kb, source) -> list:
    return [s for s in kb.statements.values() if s.source == source.key]


def _source(kb, source, columns: int) -> list[str]:
    rows = [heading(source.key, columns), wrapped(_in_short(kb, source), columns), wrapped(source.about, columns), ""]
    return rows + [item(f"{s.id}: {s.text}", columns) for s in _says(kb, source)]


def _statement(kb, statement, columns: int) -> list[str]:
    source = kb.sources[statement.source]
    rows = [heading(statement.id, columns), wrapped(statement.text, columns), ""]
    rows.append(
        wrapped(
            f"From: {statement.cite or source.title} ({source.kind}, read {date(source.checked)})", columns, "  ", ""
        )
    )
    rows += [wrapped(link, columns, "  ") for link in statement.links]
    rows += ["", *_became(statement, columns)] if statement.status else []
    groups = (
        ("question", kb.questions, "ask"),
        ("rule", kb.rules, "because"),
        ("step", kb.steps, "say"),
        ("advice", kb.advice, "say"),
    )
    cited = [
        (what, key, getattr(e, words))
        for what, entries, words in groups
        for key, e in entries.items()
        if statement.id in e.sources
    ]
    if cited:
        return [
            *rows,
            "",
            heading("Cited by", columns),
            *(item(f"{what} `{key}`: {said}", columns) for what, key, said in cited),
        ]
    return [*rows, "", wrapped("No question, rule, step or line of advice cites it.", columns)]


def _became(statement, columns: int) -> list[str]:
    if statement.status == DECLINED:
        return ["Declined.", *_why_and_instead(statement, columns, "  ")]
    said = {
        AT_WORK: f"At work in `{statement.carrier}`, which {statement.how} it.",
        TOLD: f"Told in `{statement.carrier}`.",
        BACKGROUND: f"Background: {statement.why}",
    }
    return [wrapped(said[statement.status], columns)]
