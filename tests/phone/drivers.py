"""Firefox and WebKit as Debian has them, each driven by the protocol that it speaks itself; Playwright drives neither.

Firefox speaks WebDriver BiDi over a WebSocket, WebKit's MiniBrowser classic WebDriver over HTTP, under Xvfb.
"""

import itertools
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import websocket

WAIT = 60
MINI_BROWSERS = sorted(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser"))
# Nothing outside is asked for, whatever the browser would like to know.
PREFERENCES = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.shell.checkDefaultBrowser": False,
}
SHIFT, TAB, ENTER, SPACE = "\ue008", "\ue004", "\ue007", " "


class Driven(Protocol):
    """One window of a browser."""

    def goes_to(self, address: str) -> None:
        """Open an address; return once its page is loaded."""

    def runs(self, function: str, *given: Any) -> Any:
        """Call a function of JavaScript; given and returned are JSON."""

    def presses(self, *keys: str) -> None:
        """Press keys, one after the other, as a person does."""


def found(name: str) -> bool:
    """Is all here that driving this browser needs?"""
    if name == "firefox":
        return shutil.which("firefox-esr") is not None
    return bool(MINI_BROWSERS and shutil.which("WebKitWebDriver") and shutil.which("Xvfb"))


@contextmanager
def started(name: str) -> Iterator[Driven]:
    """A window of this browser, with a temporary profile that goes when the browser goes."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        browser = Firefox(Path(home)) if name == "firefox" else WebKit(Path(home))
        try:
            yield browser
        finally:
            browser.ends()


def _typed(keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """Keys as both protocols take them."""
    pressed = [{"type": move, "value": key} for key in keys for move in ("keyDown", "keyUp")]
    return [{"type": "key", "id": "keyboard", "actions": pressed}]


def _line(process: subprocess.Popen, sought: str) -> str:
    """The first line of what a process says that holds these words."""
    assert process.stderr
    for line in process.stderr:
        if sought in line:
            return line.strip()
    raise AssertionError(f"{process.args} ended before it said: {sought}")


class Firefox:
    """A window of Firefox."""

    def __init__(self, home: Path):
        preferences = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()]
        (home / "user.js").write_text("".join(preferences))
        command = ["firefox-esr", "--headless", "--no-remote", "--profile", str(home), "--remote-debugging-port", "0"]
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env={**os.environ, "HOME": str(home)}
        )
        address = _line(self._process, "WebDriver BiDi listening on ").split()[-1]
        self._socket = websocket.create_connection(f"{address}/session", timeout=WAIT, suppress_origin=True)
        self._ids = itertools.count()
        self._asks("session.new", capabilities={})
        # The window that it opens by itself never has the focus, so that Enter presses nothing there.
        self._window = self._asks("browsingContext.create", type="window")["context"]

    def _asks(self, method: str, **parameters: Any) -> dict[str, Any]:
        id = next(self._ids)
        self._socket.send(json.dumps({"id": id, "method": method, "params": parameters}))
        while (answer := json.loads(self._socket.recv())).get("id") != id:
            pass
        assert answer["type"] == "success", answer
        return answer["result"]

    def goes_to(self, address: str) -> None:
        self._asks("browsingContext.navigate", context=self._window, url=address, wait="complete")

    def runs(self, function: str, *given: Any) -> Any:
        called = f"async (given) => JSON.stringify(await ({function})(...JSON.parse(given)) ?? null)"
        answer = self._asks(
            "script.callFunction",
            functionDeclaration=called,
            arguments=[{"type": "string", "value": json.dumps(given)}],
            target={"context": self._window},
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def presses(self, *keys: str) -> None:
        self._asks("input.performActions", context=self._window, actions=_typed(keys))

    def ends(self) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(WAIT)


class WebKit:
    """A window of WebKit's MiniBrowser."""

    def __init__(self, home: Path):
        reads, writes = os.pipe()
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writes), "-nolisten", "tcp", "-screen", "0", "800x900x24"],
            pass_fds=[writes],
            stderr=subprocess.DEVNULL,
        )
        os.close(writes)
        with os.fdopen(reads) as display:
            number = display.readline().strip()
        environment = {**os.environ, "DISPLAY": f":{number}", "HOME": str(home), "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
        with socket.socket() as any_free:
            any_free.bind(("127.0.0.1", 0))
            port = any_free.getsockname()[1]
        self._process = subprocess.Popen(["WebKitWebDriver", f"--port={port}"], env=environment)
        self._address = f"http://127.0.0.1:{port}/session"
        options = {"binary": str(MINI_BROWSERS[0]), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._address += f"/{self._asks('POST', '', wanted)['sessionId']}"
        self._asks("POST", "/timeouts", {"script": WAIT * 1000})

    def _asks(self, method: str, path: str, sent: object = None) -> Any:
        body = json.dumps(sent or {}).encode() if method == "POST" else None
        request = Request(self._address + path, body, {"Content-Type": "application/json"}, method=method)
        for patience in range(WAIT * 10, -1, -1):
            try:
                with urlopen(request, timeout=WAIT) as answer:
                    return json.load(answer)["value"]
            except HTTPError as error:
                raise AssertionError(error.read().decode()) from None
            except URLError:  # the driver is not listening yet
                assert patience, self._address
                time.sleep(0.1)

    def goes_to(self, address: str) -> None:
        self._asks("POST", "/url", {"url": address})

    def runs(self, function: str, *given: Any) -> Any:
        script = f"""const [given, done] = arguments;
            (async () => ({function})(...JSON.parse(given)))().then(
                (value) => done(JSON.stringify([value ?? null])), (error) => done(String(error)))"""
        answer = self._asks("POST", "/execute/async", {"script": script, "args": [json.dumps(given)]})
        return json.loads(answer)[0]

    def presses(self, *keys: str) -> None:
        self._asks("POST", "/actions", {"actions": _typed(keys)})

    def ends(self) -> None:
        self._asks("DELETE", "")
        self._process.terminate()
        self._process.wait(WAIT)
        self._screen.terminate()
        self._screen.wait(WAIT)
