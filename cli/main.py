"""The command `milepost`: its subcommands, and what becomes of errors.

Exit codes: 0 done; 1 failure or undecided; 2 wrong use, or a faulty answer sheet; 3 a fault in the knowledge base;
130 interrupted.
"""

import importlib
import sys

import click

from milepost.cli.terminal import looks
from milepost.cli.terminal.streams import abandon, prepare

# Each command with the first sentence of its help, so that the list of them loads none of them.
COMMANDS = {
    "ask": "Answer questions one by one, and get your next step.",
    "web": "Pages in your browser, on this machine only.",
    "advise": "Your next step, from a file of answers.",
    "graph": "The stages and their steps, or your way to your step.",
    "sheet": "An empty answer sheet, to fill in and give to `advise`.",
    "why": "Why this step, why not another one, or how a finding was concluded.",
    "systems": "The named methods of the articles, and what became of their parts.",
    "sources": "What stands behind the rules.",
    "coverage": "What became of every statement of the articles.",
    "limits": "What this knowledge base cannot do, and who reviewed it.",
    "review-kit": "One hour's work for a specialist, as a page to print.",
    "check": "Read a knowledge base and name all its faults.",
    "prove": "Prove the promises over every possible answer sheet.",
    "export": "The rules as a program, as data, or as one file for any phone.",
    "schema": "Print a JSON Schema, by which an editor completes and checks what you write.",
    "help-now": "People to call, at once.",
    "completion": "Print the script by which a shell completes commands, options and files.",
}

HELP = """What now, after a breakup: one next step, with its reasons.

\b
Examples:
  milepost ask                      answer questions, get your next step
  milepost web                      the same as pages in your browser
  milepost advise my-answers.yaml   the same from a file of answers
  milepost graph --out map.svg      the stages and their steps
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

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, context: click.Context, args: list[str]):
        if args[:1] == ["help"]:
            click.echo(context.get_help())
            context.exit()
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise _no_command(args[0], context)
        return super().resolve_command(context, args)


def _no_command(name: str, context: click.Context) -> click.UsageError:
    from milepost.engine.model.faults import did_you_mean

    remedy = did_you_mean(name, COMMANDS, "use one of " + ", ".join(f"`{known}`" for known in COMMANDS))
    return click.UsageError(f"`{name}` is not a command; {remedy}", context)


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
        from milepost.cli.terminal.errors import reason

        abandon(sys.stdout)
        click.echo(f"milepost: the output cannot be written: {reason(error)}", err=True)
        return 1


def _run(arguments: list[str] | None) -> int:
    try:
        return milepost.main(arguments, prog_name="milepost", standalone_mode=False) or 0
    except SystemExit:
        # click's own way out when the reader of a pipe is gone.
        return 0
    except (Exception, KeyboardInterrupt) as error:
        return _failed(error, sys.argv[1:] if arguments is None else arguments)


def _failed(error: BaseException, typed: list[str]) -> int:
    """Say what went wrong, and return the exit code for it. What nobody expects is raised again."""
    # Loaded here, as most commands go well, and their help is to come at once.
    from milepost.cli.terminal.error_document import error_document, is_wanted
    from milepost.cli.terminal.errors import EXPECTED, exit_code, say
    from milepost.cli.terminal.streams import echo_json

    if not isinstance(error, EXPECTED):
        raise error
    if isinstance(error, click.UsageError) and error.ctx and not {"-h", "--help"}.isdisjoint(typed):
        click.echo(error.ctx.get_help())
        return 0
    # Whoever reads JSON gets one document on standard output, whatever happens.
    if is_wanted(typed):
        echo_json(error_document(error))
    else:
        say(error)
    return exit_code(error)
