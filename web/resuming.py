"""Asking a running server for a fresh address from another terminal of the same person.

On Linux this goes over a socket that has a name and no file, and the other side has to be the same user.
"""

import os
import socket
import struct
import sys
import threading
from collections.abc import Callable

CREDENTIALS = struct.Struct("3i")
LONGEST = 1000
PATIENCE = 5


class CannotResume(Exception):
    """There is no server to ask, or no way to ask it; the text says what to do."""


def listen(port: int, fresh: Callable[[], str]) -> None:
    """Answers whoever asks for the server of this port, or for any server, with a fresh address, in threads of its own.

    Of several servers the first answers for any. Where this cannot be, nothing happens: there is still the terminal.
    """
    if not sys.platform.startswith("linux"):
        return
    for name in (_name(port), _name()):
        asked = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            asked.bind(name)
            asked.listen(1)
        except OSError:
            asked.close()
            continue
        threading.Thread(target=_answer, args=(asked, fresh), daemon=True).start()


def ask(port: int = 0) -> str:
    """A fresh address from the server of this port, or without one from the first that runs. Raises CannotResume."""
    if not sys.platform.startswith("linux"):
        raise CannotResume("press Enter in the terminal where `milepost web` runs; it shows a new address")
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
            server.settimeout(PATIENCE)
            server.connect(_name(port))
            if not _is_mine(server):
                raise CannotResume(
                    "another user's program answers here; press Enter in the terminal where `milepost web` runs"
                )
            told = server.recv(LONGEST).decode()
    except OSError:
        told = ""
    if not told:
        raise CannotResume("no pages are served now; `milepost web` starts them")
    return told


def _answer(asked: socket.socket, fresh: Callable[[], str]) -> None:
    while True:
        other, _ = asked.accept()
        with other:
            if _is_mine(other):
                other.sendall(fresh().encode())


def _name(port: int = 0) -> str:
    return f"\0milepost-{os.getuid()}" + (f"-{port}" if port else "")


def _is_mine(other: socket.socket) -> bool:
    _, user, _ = CREDENTIALS.unpack(other.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, CREDENTIALS.size))
    return user == os.getuid()
