"""A plain static server, as any host of the one file is."""

import functools
import http.server
import threading
from contextlib import contextmanager


@contextmanager
def serving(folder):
    """A plain static server: its address, and the headers of what was asked of it."""
    requests = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_) -> None:
            requests.append(dict(self.headers))

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", requests
    server.shutdown()
