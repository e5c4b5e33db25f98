"""The server: on this machine only, until Ctrl-C or long after the last request."""

import socket
import threading

from milepost.web.settings import Settings

HOST = "127.0.0.1"
THREADS = 8
WAITING = 256
MOST_CONNECTIONS = 500
# Above these the server would write to a temporary file. Bodies over 64 kB are refused by the pages themselves.
BODY_IN_MEMORY, ANSWER_IN_MEMORY = 512 * 1024, 64 * 1024 * 1024


def listening(port: int) -> socket.socket:
    """A socket on this machine that already takes connections; port 0 is any free one. Raises OSError if taken."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind((HOST, port))
    sock.listen(WAITING)
    return sock


def address(port: int, token: str) -> str:
    """The address that opens the pages."""
    return f"http://{HOST}:{port}/?t={token}"


class Server:
    """Serves on a socket in threads of its own. What it imports is only loaded when it is made."""

    def __init__(self, sock: socket.socket, source, settings: Settings, door):
        import logging

        from waitress.server import BaseWSGIServer, create_server

        from milepost.web.app import create_app
        from milepost.web.channel import Channel

        self.door, self.port = door, sock.getsockname()[1]
        self._source = source
        app = create_app(source.loaded, settings, door)
        # By level, as that holds for what waitress logs under names below its own too.
        logging.getLogger("waitress").setLevel(logging.CRITICAL + 1)
        server = create_server(
            app,
            sockets=[sock],
            threads=THREADS,
            ident=None,
            connection_limit=MOST_CONNECTIONS,
            max_request_body_size=BODY_IN_MEMORY,
            outbuf_overflow=ANSWER_IN_MEMORY,
        )
        assert isinstance(server, BaseWSGIServer)  # one socket makes one server
        server.channel_class, self._server = Channel, server
        source.begin()
        self._closing = False
        threading.Thread(target=self._run, daemon=True).start()

    def fresh(self) -> str:
        """A new address; the old one opens nothing from now on."""
        return address(self.port, self.door.fresh())

    def stay(self) -> None:
        """Returns long after the last request. Raises what reading the knowledge base raised, and KeyboardInterrupt."""
        self._source.check()
        pause = threading.Event()
        while not self.door.is_over:
            pause.wait(1)

    def close(self) -> None:
        """Takes no more connections, and lets nobody begin to work anything out.

        What is being worked out is waited for: cutting the solver off in the middle would abort the program.
        """
        self._closing = True
        self._server.close()
        self._source.hold()

    def _run(self) -> None:
        try:
            self._server.run()
        except (OSError, ValueError):
            # The thread may be about to wait on a socket that was closed just now.
            if not self._closing:
                raise
