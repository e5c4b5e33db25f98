"""Answer sheets that commands are given: from a file, from standard input, or from an example."""

import sys
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from milepost.cli.terminal.errors import reason
from milepost.cli.terminal.layout import item, wrapped
from milepost.cli.terminal.streams import printable
from milepost.engine.model.answer_sheet import LeftOut, Sheet, SheetRead
from milepost.engine.model.faults import did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import Question
from milepost.engine.telling.texts import listed as listed_in_words

STANDARD_INPUT = "standard input"
# Enough to tell how large a sheet is that is too large, and an end to one that has none.
MOST_BYTES = 64_000_000
FEW = 3


def shown(file: str) -> str:
    """The name of a file in messages."""
    return STANDARD_INPUT if file == "-" else file


def from_file(file: str, kb: KnowledgeBase) -> SheetRead:
    """The sheet in a file, or on standard input for `-`.

    Raises SheetFaulty, or UsageError if there is no file to read.
    """
    try:
        if file == "-":
            raw = sys.stdin.buffer.read(MOST_BYTES)
        else:
            with Path(file).open("rb") as opened:
                raw = opened.read(MOST_BYTES)
    except IsADirectoryError:
        problem = "this is a folder, not a file of answers"
    except FileNotFoundError:
        problem = "there is no such file"
    except OSError as error:
        problem = f"this file cannot be read: {reason(error)}"
    except ValueError:
        problem = "this is not the name of a file"
    else:
        from milepost.engine.language.sheet_file import read_sheet  # loads a parser, and examples need none

        return read_sheet(raw, shown(file), kb)
    raise click.UsageError(f"`{shown(file)}`: {problem}")


def of_example(id: str, kb: KnowledgeBase) -> SheetRead:
    """The answers of an example of the knowledge base. Raises BadParameter if there is none of that name."""
    if id not in kb.examples:
        problem = f"`{printable(id)}` is not an example; {nearest(id, kb.examples)}"
        raise click.BadParameter(problem, param_hint="--example")
    return SheetRead(Sheet(kb.examples[id].answers))


def nearest(word: str, known: Collection[str]) -> str:
    """What to do about a name that is not there: the one that was meant, or a few near it and where all are."""
    few = [name for name in known if word and word in name][:FEW] or get_close_matches(word, known, FEW)
    near = f"{listed_in_words([f'`{name}`' for name in few], 'and')} come{'' if len(few) > 1 else 's'} nearest"
    some = f"of {len(known)} names, {near if few else 'none is near'}; `milepost web --author` shows all"
    return did_you_mean(word, known, some if known else "there are none")


def say_left_out(found: Sequence[LeftOut], columns: int) -> None:
    """Says on standard error which answers of an older sheet were left out, if any were."""
    if not found:
        return
    click.echo(wrapped("These answers are from an older version and were left out:", columns), err=True)
    for left in found:
        click.echo(item(f"{printable(left.question)}: {printable(left.answer)} ({left.why})", columns), err=True)


def listed(questions: list[Question], columns: int) -> str:
    """Questions by key and in words, a paragraph each."""
    return "\n".join(wrapped(f"{question.key}: {question.ask}", columns, "      ", "  ") for question in questions)
