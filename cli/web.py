"""`milepost web`: the same as pages in a browser, on this machine only."""

import signal
import sys
import threading
import time

import click

from milepost.cli.terminal import options
from milepost.cli.terminal.errors import reason
from milepost.cli.terminal.layout import width, wrapped

STOP, NEW = "Ctrl-C stops it.", "Enter shows a new address."
LOOK_AGAIN = 1


@click.command("web")
@click.option(
    "--port",
    type=options.Number(0, 65535),
    default=0,
    show_default="any free one",
    metavar="PORT",
    help="The port to serve on, up to 65535.",
)
@click.option(
    "--idle",
    type=options.Number(0, 1440),
    default=15,
    show_default=True,
    metavar="MINUTES",
    help="Hide the pages after so long without a click, up to 1440; 0 for never.",
)
@click.option("--resume", is_flag=True, help="Show hidden pages again: prints a new address for them.")
@click.option("--get", "path", metavar="PATH", help="Print a page as it would be served, and end.")
@click.option("--author", is_flag=True, help="Also show the knowledge base itself, and its faults while it is written.")
@options.with_shared
def command(port, idle, resume, path, author, folder, today) -> int:
    """Pages in your browser, on this machine only.

    Open the address that it prints. Nothing is written or sent.

    \b
    Examples:
      milepost web
      milepost web --idle 60
      milepost web --resume
      milepost web --author --kb my-rules
    """
    from milepost.web.settings import Settings

    if resume:
        return _resume(port)
    settings = Settings(idle=idle, today=today, author=author)
    return _get(path, folder, settings) if path is not None else _serve(port, folder, settings)


def _serve(port, folder, settings) -> int:
    from milepost.web.door import Door
    from milepost.web.serving import Server, address, listening

    try:
        sock = listening(port)
    except OSError as error:
        click.echo(f"milepost web: port {port} cannot be used: {reason(error)}; `--port 0` takes a free one", err=True)
        return 1
    door = Door(settings)
    # The address comes before all that takes a while: whoever opens it now waits for the page, not for the address.
    assert door.token is not None  # nobody can have left yet
    click.echo(address(sock.getsockname()[1], door.token))
    at_terminal = bool(sys.stdin and sys.stdin.isatty())
    click.echo(wrapped(f"{STOP} {NEW}" if at_terminal else STOP, width()))
    sys.stdout.flush()
    try:
        server = Server(sock, _source(folder, settings, door), settings, door)
        try:
            from milepost.web import resuming

            resuming.listen(server.port, server.fresh)
            if at_terminal:
                _go_on_behind()
                threading.Thread(target=_on_enter, args=(server,), daemon=True).start()
            server.stay()
        finally:
            server.close()
    except KeyboardInterrupt:
        # This is how it is meant to be ended.
        return 0
    return 0


def _source(folder, settings, door):
    """The knowledge base as its files are at each moment for an author, read once for everybody else."""
    if settings.author:
        from milepost.web.author.living import Living

        return Living(folder, lambda folder: options.load(folder, outcomes=True))
    from milepost.web.loading import Once

    return Once(lambda: options.load(folder), lambda: _keep_from_the_collector(door))


def _keep_from_the_collector(door) -> None:
    """What was built stays, and need not be searched for garbage: with 200 people, a search took a fifth of a second.

    Nothing of anybody may be kept so: where somebody is there already, it is not done.
    """
    if not door.was_used:
        options.keep_from_the_collector()


def _go_on_behind() -> None:
    """Lets the pages go on where a shell puts them behind something else: to read there would stop the program."""
    if hasattr(signal, "SIGTTIN"):
        signal.signal(signal.SIGTTIN, signal.SIG_IGN)


def _on_enter(server) -> None:
    """Shows a new address at each Enter."""
    while True:
        try:
            if not sys.stdin.readline():
                return
        except OSError:  # it runs behind something else, which has the keys until this is in front again
            time.sleep(LOOK_AGAIN)
            continue
        click.echo(server.fresh())


def _resume(port) -> int:
    from milepost.web.resuming import CannotResume, ask

    try:
        click.echo(ask(port))
    except CannotResume as problem:
        click.echo(f"milepost web: {problem}", err=True)
        return 1
    return 0


def _get(path, folder, settings) -> int:
    from milepost.web.app import create_app
    from milepost.web.door import Door

    if not path.startswith("/"):
        raise click.UsageError(f"`{path}` is not a page; a page starts with /, as in /help")
    door = Door(settings)
    source = _source(folder, settings, door)
    source.begin(ahead=False)
    source.check()
    client = create_app(source.loaded, settings, door).test_client()
    client.get(f"{door.path}/", query_string={"t": door.token})
    answer = client.get(door.path + path, follow_redirects=True)
    # The path of a visit is another one each time; without it the same page is the same text.
    said = answer.text.replace(door.path, "")
    click.echo(said, nl=not said.endswith("\n"))
    return 0 if answer.status_code < 400 else 1
