"""What went wrong, in our words: a wrong use of the command line, faults in files, and what could not be done."""

import datetime
import os
from typing import TYPE_CHECKING

import click

from milepost.cli.terminal.layout import width, wrapped
from milepost.cli.terminal.streams import harmless
from milepost.engine.consulting.disagreement import TO_PEOPLE, EnginesDisagree
from milepost.engine.model.faults import Faulty, KnowledgeBaseFaulty, SheetFaulty, did_you_mean
from milepost.engine.model.question import Question

if TYPE_CHECKING:  # reading sheets takes a parser, and most errors have nothing to do with it
    from milepost.engine.model.answer_sheet import LeftOut

GROUP = "milepost"
ELSEWHERE = "name a file in a folder that is there, and where you can write"
IN_DANGER = "In danger now? `milepost help-now` shows whom to call."
THEIR_NUMBERS = "With the letters of your country, `milepost help-now` shows its numbers too."
REST = "Add them, or use --rest-unknown to take them as not known. That leads to no more contact than answers could."


class AnswersMissing(Exception):
    """Answers are missing in a file that can still change the step; `some` says if there are any in it.

    `left_out` are answers of an older sheet that were left out of it.
    """

    def __init__(self, file: str, missing: list[Question], some: bool, left_out: tuple["LeftOut", ...] = ()):
        self.missing, self.left_out = missing, left_out
        problem = "some answers are missing" if some else "there are no answers in it"
        super().__init__(f"{file}: {problem}, and these can still change your next step")


class Undone(Exception):
    """Something could not be done, as a file that cannot be written.

    The text says what, and why, and `do` what to do.
    """

    def __init__(self, what: str, do: str, exit_code: int = 1):
        self.do, self.exit_code = do, exit_code
        super().__init__(what)


# All that `main` turns into a message and an exit code.
EXPECTED = (Faulty, AnswersMissing, EnginesDisagree, Undone, click.ClickException, KeyboardInterrupt, click.Abort)


def exit_code(error: BaseException) -> int:
    """1 it failed, 2 wrong use or a faulty sheet, 3 a fault in the knowledge base, 130 interrupted."""
    match error:
        case Faulty():
            return 3 if isinstance(error, KnowledgeBaseFaulty) else 2
        case AnswersMissing():
            return 2
        case EnginesDisagree():
            return 1
        case Undone() | click.ClickException():
            return error.exit_code
    return 130


def say(error: BaseException) -> None:
    """What went wrong as text, on standard error."""
    match error:
        case Faulty():
            _say_faults(error)
            if isinstance(error, SheetFaulty):
                click.echo(wrapped(IN_DANGER, width()), err=True)
        case AnswersMissing():
            from milepost.cli.terminal.answers import listed

            columns = width()
            click.echo(
                "\n".join(
                    [
                        wrapped(harmless(f"{error}:"), columns),
                        listed(error.missing, columns),
                        wrapped(REST, columns),
                        wrapped(IN_DANGER, columns),
                    ]
                ),
                err=True,
            )
        case EnginesDisagree():
            _say_no_step(error)
        case click.ClickException():
            click.echo(f"{command_of(error)}: {harmless(wrong_use(error))}", err=True)
            click.echo(how_to_use(error), err=True)
        case Undone():
            click.echo(harmless(str(error)), err=True)
        case _:
            click.echo("", err=True)


def _say_no_step(error: EnginesDisagree) -> None:
    """That there is no step, and people to call."""
    from milepost.cli.terminal.helplines import lines_for
    from milepost.engine.telling.countries import ANYWHERE, with_anywhere

    columns, anywhere = width(), with_anywhere({})[ANYWHERE]
    click.echo(wrapped(f"{error} {TO_PEOPLE}", columns), err=True)
    click.echo("\n" + lines_for(anywhere, anywhere.purposes, columns, datetime.date.today()), err=True)
    click.echo("\n" + wrapped(THEIR_NUMBERS, columns), err=True)


def _say_faults(error: Faulty) -> None:
    """Every fault, and how many there are if there are several."""
    for fault in error.faults:
        click.echo(harmless(str(fault)), err=True)
    if len(error.faults) > 1:
        click.echo(f"{len(error.faults)} faults", err=True)


def reason(error: OSError) -> str:
    """Why a file could not be read or written."""
    return (os.strerror(error.errno) if error.errno else str(error)).lower()


def command_of(error: click.ClickException) -> str:
    """The command that was used wrongly."""
    context = getattr(error, "ctx", None)
    return context.command_path if context else GROUP


def how_to_use(error: click.ClickException) -> str:
    return f"`{command_of(error)} -h` shows how to use it"


def wrong_use(error: click.ClickException) -> str:
    """What is wrong in the use of a command."""
    match error:
        case click.NoSuchOption(option_name=name):
            known = (
                [
                    option
                    for p in error.ctx.command.get_params(error.ctx)
                    for option in p.opts
                    if option.startswith("--")
                ]
                if error.ctx
                else []
            )
            if command_of(error) == GROUP and name not in known:
                return f"there is no option `{name}` before the command; name the command first"
            remedy = did_you_mean(name, known, "its options are " + ", ".join(f"`{k}`" for k in known))
            return f"there is no option `{name}`; {remedy}"
        case click.MissingParameter():
            return f"{_named(error.param)} is missing: {getattr(error.param, 'help', None) or 'it has to be given'}"
        case click.BadParameter():
            return f"{error.param_hint or _named(error.param)}: {_plain(error.message)}"
    return _plain(error.format_message())


def _named(parameter: click.Parameter | None) -> str:
    return max(parameter.opts, key=len) if parameter else "here"


def _plain(message: str) -> str:
    """click's own messages, in the way of ours."""
    message = message.removesuffix(".").replace("'", "`")
    return message[:1].lower() + message[1:]
