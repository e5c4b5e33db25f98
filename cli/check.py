"""`milepost check`: every fault of a knowledge base."""

from pathlib import Path

import click

from milepost.cli.terminal import options
from milepost.cli.terminal.layout import heading, item, width
from milepost.cli.terminal.streams import echo_json, harmless

WORDS = {
    "advice": ("line of advice", "lines of advice"),
    "statements": ("statement of a source", "statements of sources"),
    "countries": ("country with helplines", "countries with helplines"),
}


@click.command("check")
@click.argument("named", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
@click.option("--coverage", is_flag=True, help="Also list what no example brings about.")
@options.as_json
@options.with_shared
def command(named, coverage, json_wanted, folder, today) -> None:
    """Read a knowledge base and name all its faults.

    Each fault comes with its place and what to do. Exits 3 if there are any.

    \b
    Examples:
      milepost check
      milepost check my-knowledge/
      milepost check --coverage
    """
    from milepost.engine.checks.accounting import unreached
    from milepost.engine.telling.about import checked, counts

    kb = options.load(named or folder, outcomes=True, today=today)
    found = unreached(kb) if coverage else None
    if json_wanted:
        echo_json(checked(kb, found))
        return
    click.echo(f"{harmless(str(kb.folder))}: no faults")
    for what, count in counts(kb).items():
        one, several = WORDS.get(what, (what.removesuffix("s"), what))
        click.echo(f"{count:>6} {one if count == 1 else several}")
    click.echo(f"digest {kb.digest[:16]}")
    if coverage:
        click.echo("\n" + "\n".join(_unreached(found, width())))


def _unreached(found, columns: int) -> list[str]:
    """What no example brings about, kind by kind; "none" where the examples bring about all of a kind."""
    kinds = {
        "rules": found.rules,
        "steps": found.steps,
        "lines of advice": found.advice,
        "finding values": found.values,
        "options that change nothing for anybody": found.options,
    }
    rows = [heading("Brought about by no example", columns)]
    for what, names in kinds.items():
        rows.append(item(f"{what}: {', '.join(names) or 'none'}", columns))
    return rows
