"""`milepost check`: every fault of a knowledge base."""

from pathlib import Path

import click

from cli import options
from cli.layout import heading, item, width


@click.command("check")
@click.argument("named", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
@click.option("--coverage", is_flag=True, help="Also list what no example brings about.")
@options.with_shared
def command(named, coverage, folder, today) -> None:
    """Read a knowledge base and name all its faults.

    Each fault comes with its place and what to do. Exits 3 if there are any.

    \b
    Examples:
      milepost check
      milepost check my-knowledge/
      milepost check --coverage
    """
    kb = options.load(named or folder, outcomes=True)
    counts = {
        "questions": len(kb.questions),
        "findings": len(kb.findings),
        "rules": len(kb.rules),
        "steps": len(kb.steps),
        "lines of advice": len(kb.advice),
        "statements of sources": len(kb.statements),
        "countries with helplines": len(kb.countries),
        "examples": len(kb.examples),
    }
    click.echo(f"{kb.folder}: no faults")
    for what, count in counts.items():
        click.echo(f"{count:>6} {what}")
    click.echo(f"digest {kb.digest[:16]}")
    if coverage:
        click.echo("\n" + "\n".join(_unreached(kb, width())))


def _unreached(kb, columns: int) -> list[str]:
    """What no example brings about, kind by kind; "none" where the examples bring about all of a kind."""
    from engine.coverage import unreached

    found = unreached(kb)
    kinds = {"rules": found.rules, "steps": found.steps, "lines of advice": found.advice, "finding values": found.values}
    rows = [heading("Brought about by no example", columns)]
    for what, names in kinds.items():
        rows.append(item(f"{what}: {', '.join(names) or 'none'}", columns))
    return rows
