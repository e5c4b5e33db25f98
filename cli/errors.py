"""What went wrong, in our words: a wrong use of the command line, and faults in files."""

import os

import click

from engine.faults import Faulty, did_you_mean

GROUP = "milepost"


def say_wrong_use(error: click.ClickException) -> None:
    """One message on standard error, with where to look."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else GROUP
    click.echo(f"{command}: {_words(error, command)}", err=True)
    click.echo(f"`{command} -h` shows how to use it", err=True)


def say_faults(error: Faulty) -> None:
    """Every fault on standard error, and how many there are if there are several."""
    for fault in error.faults:
        click.echo("".join(c if c.isprintable() or c == "\n" else "?" for c in str(fault)), err=True)
    if len(error.faults) > 1:
        click.echo(f"{len(error.faults)} faults", err=True)


def reason(error: OSError) -> str:
    """Why a file could not be read or written."""
    return (os.strerror(error.errno) if error.errno else str(error)).lower()


def _words(error: click.ClickException, command: str) -> str:
    match error:
        case click.NoSuchOption(option_name=name):
            known = [option for p in error.ctx.command.get_params(error.ctx) for option in p.opts if option.startswith("--")] if error.ctx else []
            if command == GROUP and name not in known:
                return f"there is no option `{name}` before the command; name the command first"
            return f"there is no option `{name}`; {did_you_mean(name, known, 'its options are ' + ', '.join(f'`{k}`' for k in known))}"
        case click.BadParameter():
            return f"{error.param_hint or _named(error.param)}: {_plain(error.message)}"
    return _plain(error.format_message())


def _named(parameter: click.Parameter | None) -> str:
    return max(parameter.opts, key=len) if parameter else "here"


def _plain(message: str) -> str:
    """click's own messages, in the way of ours."""
    message = message.removesuffix(".").replace("'", "`")
    return message[:1].lower() + message[1:]
