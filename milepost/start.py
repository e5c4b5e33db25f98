"""Where the command begins: Ctrl-C while it is still being loaded ends it without a word, as it does later."""

import os
import signal

INTERRUPTED = 130


def main() -> int:
    """Run the command line. Returns the exit code."""
    heard = signal.getsignal(signal.SIGINT)
    if heard is signal.default_int_handler:  # a shell lets what runs behind it ignore Ctrl-C
        signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    from milepost.cli.main import main as run

    signal.signal(signal.SIGINT, heard)
    return run()
