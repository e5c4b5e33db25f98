"""The command `milepost`: its subcommands, and what becomes of errors.

Exit codes: 0 done; 1 failure or undecided; 2 wrong use, or a faulty answer sheet; 3 a fault in the knowledge base;
130 interrupted.
"""

import importlib
import sys

import click

from milepost.cli.terminal import looks
from milepost.cli.terminal.error_document import error_document, is_wanted
from milepost.cli.terminal.errors import EXPECTED, exit_code, reason, say
from milepost.cli.terminal.streams import abandon, echo_json, prepare
from milepost.engine.model.faults import did_you_mean

COMMANDS = (
    "ask",
    "web",
    "advise",
    "graph",
    "sheet",
    "why",
    "systems",
    "sources",
    "coverage",
    "limits",
    "check",
    "prove",
    "export",
    "help-now",
    "completion",
)

HELP = """What now, after a breakup: one next step, with its reasons.

\b
Examples:
  milepost ask                      answer questions, get your next step
  milepost web                      the same as pages in your browser
  milepost advise my-answers.yaml   the same from a file of answers
  milepost graph --out map.svg      the whole decision graph
  milepost help-now --country IE    people to call, at once

\b
Exit codes: 0 done, 1 it failed, 2 wrong use or a faulty answer sheet,
3 a fault in the knowledge base, 130 interrupted.

Nothing you answer is kept or sent."""


class Commands(click.Group):
    """Subcommands, each imported only when it is used."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        return importlib.import_module(f"milepost.cli.{name.replace('-', '_')}").command

    def resolve_command(self, context: click.Context, args: list[str]):
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(
                f"`{args[0]}` is not a command; {did_you_mean(args[0], COMMANDS, 'use one of ' + ', '.join(f'`{name}`' for name in COMMANDS))}",
                context,
            )
        return super().resolve_command(context, args)


@click.group(
    cls=Commands,
    help=HELP,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.version_option(package_name="milepost", message="%(prog)s %(version)s")
@looks.with_looks
@click.pass_context
def milepost(context: click.Context) -> None:
    # click takes codes out of what goes to no terminal, unless it is told to leave them in.
    context.color = True if looks.bold() and not sys.stdout.isatty() else None
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line. Returns the exit code; never lets a traceback out for what a person may do."""
    prepare()
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        abandon(sys.stdout, sys.stderr)
        return 0
    except OSError as error:
        abandon(sys.stdout)
        click.echo(f"milepost: the output cannot be written: {reason(error)}", err=True)
        return 1


def _run(arguments: list[str] | None) -> int:
    try:
        return milepost.main(arguments, prog_name="milepost", standalone_mode=False) or 0
    except SystemExit:
        # click's own way out when the reader of a pipe is gone.
        return 0
    except EXPECTED as error:
        typed = sys.argv[1:] if arguments is None else arguments
        if isinstance(error, click.UsageError) and error.ctx and not {"-h", "--help"}.isdisjoint(typed):
            click.echo(error.ctx.get_help())
            return 0
        # Whoever reads JSON gets one document on standard output, whatever happens.
        if is_wanted(typed):
            echo_json(error_document(error))
        else:
            say(error)
        return exit_code(error)
