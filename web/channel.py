"""One connection of the server."""

from waitress.channel import HTTPChannel


class Channel(HTTPChannel):
    """A connection that the loop of the server leaves alone while a thread answers on it.

    That thread also sends what it makes. waitress would have its loop ask again and again whether it is done, which
    with 200 people took a third of all that the server worked. When the thread is done, it wakes the loop.
    """

    def writable(self) -> bool:
        """Is there anything for the loop to send, or to close?"""
        # Above the high mark the thread waits until the loop has sent enough.
        left_to_the_loop = not self.requests or self.total_outbufs_len > self.adj.outbuf_high_watermark
        return bool(self.total_outbufs_len and left_to_the_loop) or self.will_close or self.close_when_flushed
