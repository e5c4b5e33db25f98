"""What every request must pass, and what every answer carries."""

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import urlsplit

from flask import Flask, abort, g, make_response, redirect, render_template, request
from werkzeug import Response

from milepost.diagrams.looks import STYLE
from milepost.web.door import Door
from milepost.web.here import at, cookie, go, parts

HOSTS = ("127.0.0.1", "localhost")
LARGEST_BODY = 64 * 1024
# Served to everybody; these say nothing about anybody.
OPEN = ("static", "leaving.plain", "machine.health")
# Served to everybody until the pages are hidden.
OPEN_AT_FIRST = ("help_now.page", "leaving.leave")
FROM_HERE = (None, "same-origin", "none")
# By these a browser says that it fetches a page before anybody wished to see it.
AHEAD = ("Sec-Purpose", "Purpose", "X-Moz")
PICTURES = "sha256-" + b64encode(sha256(STYLE.encode()).digest()).decode()
HEADERS = {
    # Beside the looks of the pages, only those that a picture has within itself.
    "Content-Security-Policy": f"default-src 'none'; style-src 'self' '{PICTURES}'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def guard(app: Flask, door: Door) -> None:
    """Puts the guards before all pages, and the headers on all answers."""
    app.wsgi_app = _below(app.wsgi_app, door)  # type: ignore[method-assign]
    app.before_request(_is_for_us)
    app.before_request(_is_from_us)
    app.before_request(_is_small)
    app.before_request(_has_a_visit)
    app.after_request(_with_headers)


def _below(pages: Callable, door: Door) -> Callable:
    """Takes the path of the door off what is asked for. The pages find it again in `script_root`, or nothing."""

    def asked(environ: dict, start: Callable):
        path = environ["PATH_INFO"]
        if path.startswith(f"{door.path}/"):
            environ["SCRIPT_NAME"], environ["PATH_INFO"] = door.path, path.removeprefix(door.path)
        return pages(environ, start)

    return asked


def _is_for_us() -> None:
    # A page elsewhere can make its own name lead to this machine; the name is then in the request.
    try:
        host = urlsplit(f"//{request.headers.get('Host', '')}").hostname
    except ValueError:  # as for `[`
        host = None
    if host not in HOSTS:
        abort(400)


def _is_from_us() -> None:
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    changing = request.method not in ("GET", "HEAD") or request.endpoint == "leaving.leave"
    if changing and (site not in FROM_HERE or origin not in (None, "null", request.host_url.rstrip("/"))):
        abort(403)
    if request.endpoint == "leaving.leave" and any("prefetch" in request.headers.get(name, "") for name in AHEAD):
        abort(403)


def _is_small() -> None:
    if (request.content_length or 0) > LARGEST_BODY:
        abort(413)


def _has_a_visit() -> Response | None:
    door, visits = parts().door, parts().visits
    if request.endpoint in OPEN:
        return None
    # The address that was opened before does not bring back what idle minutes have hidden; a fresh one does.
    if door.is_idle:
        return _hidden()
    if request.endpoint == "start.page" and door.opens(request.args.get("t", "")):
        return _let_in()
    # A browser brings the key below the path only. Who brings it without the path has it from somewhere else.
    g.visit = visits.found(request.cookies.get(cookie())) if request.script_root else None
    if g.visit is not None:
        door.touched()
        # An old token in the address is taken off, so that it is not in a history for longer than needed.
        return go("/") if "t" in request.args else None
    if door.was_left:
        return _hidden()
    if request.endpoint in OPEN_AT_FIRST:
        return None
    return abort(403)


def _let_in() -> Response:
    door, visits = parts().door, parts().visits
    door.touched()
    if not request.script_root:
        # Whether this browser has a key already can only be seen below the path.
        return redirect(f"{door.path}/?t={request.args['t']}", 303)
    answer = go("/")
    key = request.cookies.get(cookie())
    if key is None or visits.found(key) is None:
        key = visits.begun()
    answer.set_cookie(cookie(), key, httponly=True, samesite="Strict", path=at("/"))
    return answer


def _hidden() -> Response:
    """The plain page, whatever was asked for."""
    return make_response(render_template("plain.html"), 403)


def _with_headers(answer: Response) -> Response:
    answer.headers.update(HEADERS)
    settings = parts().settings
    if settings.idle and request.endpoint not in OPEN and answer.mimetype == "text/html" and answer.status_code != 303:
        # A page that stays open is put away too, and without a script; a second later, so as never to be early.
        answer.headers["Refresh"] = f"{settings.idle * 60 + 1}; url=/plain"
    return answer
