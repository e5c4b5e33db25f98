"""The door: who may come in, where to, and when the pages are hidden. It knows no answers."""

import secrets

from milepost.web.settings import Settings

# No vowel, so that no path has a word in it: it is in the history of a browser. Twelve of these are 57 bits.
LETTERS, LONG = "bcdfghjkmnpqrstvwxz23456789", 12


class Door:
    """Open for whoever has the token. After somebody left it is shut until the terminal asks for a fresh token."""

    def __init__(self, settings: Settings):
        self._settings = settings
        self._token: str | None = secrets.token_urlsafe(24)
        self._path = _new_path()
        self._last = settings.clock()
        self.was_used = False
        self.was_left = False

    @property
    def token(self) -> str | None:
        """The token that opens; None after somebody left."""
        return self._token

    @property
    def path(self) -> str:
        """What the address of every page of a visit begins with; another one after somebody left.

        A browser sends a cookie to every port of a host, but only below the path of the cookie: so our key goes to no
        other server on this machine, as none knows this path.
        """
        return self._path

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
        self._token, self._path, self.was_left = None, _new_path(), True

    def touched(self) -> None:
        """Somebody asked for a page just now."""
        self._last, self.was_used = self._settings.clock(), True

    @property
    def is_idle(self) -> bool:
        """Are the idle minutes over without a request? Before the first one there is nothing to hide."""
        return self.was_used and bool(self._settings.idle) and self._minutes() >= self._settings.idle

    @property
    def is_over(self) -> bool:
        """Is it time for the server to end?"""
        return self._minutes() >= self._settings.lasting

    def _minutes(self) -> float:
        return (self._settings.clock() - self._last) / 60


def _new_path() -> str:
    return "/" + "".join(secrets.choice(LETTERS) for _ in range(LONG))
