"""The streams of the program: what becomes of text they cannot hold, and of streams that are closed."""

import json
import os
import sys
from typing import TextIO

import click


def prepare() -> None:
    """Makes standard input, output and error safe to use: none is missing, and no letter stops the program."""
    # These stay open for as long as the program runs.
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def abandon(*streams: TextIO) -> None:
    """Sends what is still to be written to these streams nowhere, as it cannot be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream.fileno())


def echo_json(document: dict) -> None:
    """Prints a document as bytes: JSON is UTF-8 whatever the terminal speaks."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2).encode())


def printable(text: str, most: int = 40) -> str:
    """Something typed, made safe to show again: no control characters, and cut when long."""
    shown = harmless(text.replace("\n", "?"))
    return shown if len(shown) <= most else f"{shown[:most]}..."


def harmless(text: str) -> str:
    """A message without what could play tricks on a terminal, as marks that turn text around; its lines are kept."""
    return "".join(c if c.isprintable() or c == "\n" else "?" for c in text)
