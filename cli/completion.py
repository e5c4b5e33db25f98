"""`milepost completion`: the script by which a shell completes what you type."""

import click
from click.shell_completion import ShellComplete, get_completion_class

from milepost.cli.terminal import looks

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@looks.with_looks
@click.pass_context
def command(context, shell) -> None:
    """Print the script by which a shell completes commands, options and files.

    \b
    Examples:
      eval "$(milepost completion bash)"       in ~/.bashrc
      eval "$(milepost completion zsh)"        in ~/.zshrc, after compinit
      milepost completion fish | source        in ~/.config/fish/config.fish
    """
    group = context.find_root().command
    script = get_completion_class(shell)(group, {}, "milepost", "_MILEPOST_COMPLETE")
    # The source of the base class, as that of bash starts bash only to see how old it is.
    click.echo(ShellComplete.source(script))
