"""The door: who may come in, and when the pages are hidden. It knows a token and times, and no answers."""

import secrets

from milepost.web.settings import Settings


class Door:
    """Open for whoever has the token. After somebody left it is shut until the terminal asks for a fresh token."""

    def __init__(self, settings: Settings):
        self._settings = settings
        self._token: str | None = secrets.token_urlsafe(24)
        self._last = settings.clock()
        self._was_used = False
        self.was_left = False

    @property
    def token(self) -> str | None:
        """The token that opens; None after somebody left."""
        return self._token

    def opens(self, token: str) -> bool:
        """Is this the token?"""
        return self._token is not None and secrets.compare_digest(self._token.encode(), token.encode())

    def fresh(self) -> str:
        """A new token; it also ends the hiding after idle minutes."""
        self._token = secrets.token_urlsafe(24)
        self._last = self._settings.clock()
        return self._token

    def shut(self) -> None:
        """Somebody left: the token is dead, and from now on a stranger is shown the plain page and no more."""
        self._token, self.was_left = None, True

    def touched(self) -> None:
        """Somebody asked for a page just now."""
        self._last, self._was_used = self._settings.clock(), True

    @property
    def is_idle(self) -> bool:
        """Are the idle minutes over without a request? Before the first one there is nothing to hide."""
        return self._was_used and bool(self._settings.idle) and self._minutes() >= self._settings.idle

    @property
    def is_over(self) -> bool:
        """Is it time for the server to end?"""
        return self._minutes() >= self._settings.lasting

    def _minutes(self) -> float:
        return (self._settings.clock() - self._last) / 60
