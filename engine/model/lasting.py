"""Making something large that lasts, without a search for garbage among its parts while they are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def making_what_lasts() -> Iterator[None]:
    """Pause the collector of garbage inside; it searches all that is there, again and again, and finds nothing.

    What a knowledge base and its circuit are made of holds no references in a circle. The pause is over when the one
    that began it leaves, so several threads may make something at once.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
