"""`milepost check`: every fault of a knowledge base."""

from pathlib import Path

import click

from cli import options


@click.command("check")
@click.argument("named", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
@options.with_shared
def command(named, folder, today) -> None:
    """Read a knowledge base and name all its faults.

    Each fault comes with its place and what to do. Exits 3 if there are any.

    \b
    Examples:
      milepost check
      milepost check my-knowledge/
    """
    kb = options.load(named or folder)
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
