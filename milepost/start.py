"""Where the command begins: Ctrl-C while it is still being loaded ends it without a word, as it does later.

Help is to come at once, so no garbage is looked for among what was just loaded, nor among all there is at the end.
"""

import gc
import os
import signal

INTERRUPTED = 130


def main() -> int:
    """Run the command line. Returns the exit code."""
    heard = signal.getsignal(signal.SIGINT)
    if heard is signal.default_int_handler:  # a shell lets what runs behind it ignore Ctrl-C
        signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    gc.disable()
    from milepost.cli.main import main as run

    gc.freeze()
    gc.enable()
    signal.signal(signal.SIGINT, heard)
    code = run()
    gc.freeze()
    return code
