"""Keeping a library written in C from writing to standard error behind Python's back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

STANDARD_ERROR = 2


@contextmanager
def quiet() -> Iterator[None]:
    """Sends what is written to standard error nowhere: fontconfig warns there of settings that it does not know."""
    try:
        before = os.dup(STANDARD_ERROR)
    except OSError:
        yield  # it is closed already
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, STANDARD_ERROR)
        yield
    finally:
        os.dup2(before, STANDARD_ERROR)
        os.close(before)
        os.close(nowhere)
