"""A connection, while a thread answers on it and afterwards."""

import socket
import threading

import pytest
from waitress.server import create_server

from milepost.web.channel import Channel


@pytest.fixture
def connected():
    """Serves one application on real connections; gives the server and one connection to it."""
    servers, clients = [], []

    def serve(app):
        sock = socket.create_server(("127.0.0.1", 0))
        server = create_server(app, sockets=[sock], threads=1, ident=None)
        server.channel_class = Channel
        threading.Thread(target=server.run, daemon=True).start()
        client = socket.create_connection(sock.getsockname(), timeout=20)
        servers.append(server)
        clients.append(client)
        return server, client

    yield serve
    for client in clients:
        client.close()
    for server in servers:
        server.close()
        server.task_dispatcher.shutdown()


def _answered(client: socket.socket) -> bytes:
    """The body of the answer to one request, all of it."""
    client.sendall(b"GET / HTTP/1.0\r\n\r\n")
    parts = iter(lambda: client.recv(1 << 16), b"")
    return b"".join(parts).partition(b"\r\n\r\n")[2]


def test_the_loop_leaves_a_connection_alone_while_a_thread_answers_on_it(connected):
    found = []

    def app(environ, start):
        start("200 OK", [("Content-Length", "1")])
        (channel,) = server.active_channels.values()
        for waiting in (0, 5, channel.adj.outbuf_high_watermark + 1):
            channel.total_outbufs_len = waiting
            found.append(channel.writable())
        channel.total_outbufs_len = 0
        return [b"x"]

    server, client = connected(app)
    assert _answered(client) == b"x"
    assert found == [False, False, True]


@pytest.mark.parametrize("size", (1, 300_000, 20_000_000), ids=("small", "a long page", "above the high mark"))
def test_every_answer_arrives_whole(connected, size):
    def app(environ, start):
        start("200 OK", [("Content-Length", str(size))])
        return (b"x" * min(part, size) for part in [1 << 20] * (size // (1 << 20)) + [size % (1 << 20)])

    _, client = connected(app)
    assert len(_answered(client)) == size
