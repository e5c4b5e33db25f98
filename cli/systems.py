"""`milepost systems`: the methods that the articles describe, and what became of each."""

import click

from milepost.cli.sources import declined_in_full
from milepost.cli.terminal import options, paging
from milepost.cli.terminal.layout import heading, item, width, wrapped
from milepost.cli.terminal.streams import echo_json, printable
from milepost.engine.model.faults import did_you_mean


@click.command("systems")
@click.argument("key", required=False)
@options.as_json
@options.with_shared
def command(key, json_wanted, folder, today) -> None:
    """The named methods of the articles, and what became of their parts. With KEY, one of them in full.

    \b
    Examples:
      milepost systems
      milepost systems strategic-break
    """
    from milepost.engine.telling.ledger import systems

    kb = options.load(folder)
    columns = width()
    if json_wanted and key in (None, *kb.systems):
        echo_json(systems(kb, [key] if key else kb.systems))
        return
    if key is None:
        rows = [
            item(f"{system.key}: {_sentence(system.name)} {system.lets_you}", columns) for system in kb.systems.values()
        ]
        after = "`milepost systems KEY` shows one of them, as in `milepost systems strategic-break`."
        paging.show("\n".join([*rows, "", wrapped(after, columns)]) if rows else "this knowledge base names no systems")
        return
    if key not in kb.systems:
        raise click.UsageError(
            f"`{printable(key)}` is not a system; {did_you_mean(key, kb.systems, '`milepost systems` lists them')}"
        )
    paging.show("\n".join(page(kb, kb.systems[key], columns)))


def page(kb, system, columns: int) -> list[str]:
    """The page of a system: its parts with what carries them, what was changed or declined, and its examples."""
    sources = [kb.sources[key] for key in system.sources]
    titles = ", ".join(f"{s.title} ({s.author})" if s.author else s.title for s in sources)
    rows = [
        heading(system.name, columns),
        wrapped(f"From: {titles}; {system.section}", columns),
        "",
        wrapped(system.lets_you, columns),
        "",
    ]
    rows.append(heading("Its parts", columns))
    for number, part in enumerate(system.parts, 1):
        rows.append(wrapped(f"{_sentence(part.name)} {part.says}", columns, "     ", f"{number:>3}. "))
        rows += [wrapped(said, columns, "         ", "       - ") for said in _carriers(kb, part)]
    if system.changed:
        rows += ["", heading("What was changed, and why", columns), *(item(said, columns) for said in system.changed)]
    declined = [s for s in kb.statements.values() if s.system == system.key and s.status == "declined"]
    if declined:
        rows += ["", heading("What is declined", columns)]
        for statement in declined:
            rows += declined_in_full(statement, columns)
    examples = [kb.examples[id] for id in system.examples]
    rows += ["", heading("Examples", columns), *(item(f"{e.id}: {e.about}", columns) for e in examples)]
    return rows


def _carriers(kb, part) -> list[str]:
    found = [(name, *kb.entry(name)) for name in part.carried_by]
    words = {"question": "ask", "rule": "because", "step": "say", "advice": "say"}
    return [f"{kind} `{name}`: {getattr(entry, words[kind])}" for name, kind, entry in found]


def _sentence(name: str) -> str:
    return name if name.endswith(("?", "!")) else f"{name}."
