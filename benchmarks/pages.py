"""`python -m benchmarks.pages`: many people at once on the local pages, beside a bare Flask page under the same server.

Each person walks a whole consultation, as an example of the knowledge base answers it, and has to get its step. They
all walk in this process, beside the one of the server; each uses one core at most, as Python lets one thread go on at a
time. So the pages a second are those that both came to; what the server worked on a page says what it alone can.
"""

import argparse
import http.client
import subprocess
import sys
import threading
import time
from urllib.parse import urlsplit

from benchmarks.processes import memory, spent
from benchmarks.visitors import PATIENCE, Visitor, Went
from milepost import kb as shipped
from milepost.engine.checks.read import read

BARE = """
import socket
from flask import Flask
from waitress import create_server
app = Flask(__name__)
app.add_url_rule("/", view_func=lambda: "<!doctype html><title>Bare</title><p>A bare page.")
sock = socket.create_server(("127.0.0.1", 0))
print(f"http://127.0.0.1:{sock.getsockname()[1]}/", flush=True)
create_server(app, sockets=[sock], threads=8, connection_limit=500).run()
"""
BARE_PAGES = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    base = read(shipped.FOLDER)
    examples = list(base.examples.values())
    bare, pages = (
        _started([sys.executable, "-c", BARE]),
        _started([sys.executable, "-m", "milepost", "web", "--idle", "0"]),
    )
    try:
        _prepared(pages)
        at_rest = spent(pages)
        print(f"{chosen.people} people at once, {len(base.questions)} questions, {len(base.rules)} rules")
        went, seconds = _together(chosen.people, lambda n, w: _bare(bare.address, w))
        usual = _told("bare page", went, seconds, None)
        print(f"at rest: {memory(pages)} MB, {at_rest:.1f} s of work")
        for round in range(1, chosen.rounds + 1):
            before, own = spent(pages), time.process_time()
            went, seconds = _together(
                chosen.people,
                lambda n, w: Visitor(pages.address, w).walk(_path(pages.address), examples[n % len(examples)]),
            )
            _told(f"round {round}", went, seconds, usual)
            worked, own = spent(pages) - before, time.process_time() - own
            print(
                f"the server worked {worked / len(went.all) * 1000:.1f} ms on a page, so that one core can serve "
                f"{len(went.all) / worked:.0f} a second; it had {worked / seconds:.2f} of a core, those who asked "
                f"{own / seconds:.2f}"
            )
            print(f"memory after round {round}: {memory(pages)} MB")
        _by_kind(went)
        _many_visits(pages.address)
        print(f"memory after 1,200 more visits: {memory(pages)} MB")
    finally:
        for process in (bare, pages):
            process.terminate()
            process.wait()


def _started(command: list[str]) -> subprocess.Popen:
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL if BARE in command else None, text=True
    )
    process.address = process.stdout.readline().strip()
    return process


def _prepared(pages: subprocess.Popen) -> None:
    """Waits until the server has done ahead what it does ahead: until it is at rest."""
    start, before = time.perf_counter(), -1.0
    while (now := spent(pages)) != before:
        before = now
        time.sleep(2)
    print(f"at rest {time.perf_counter() - start:.0f} s after its start")


def _together(people: int, walk) -> tuple[Went, float]:
    """Lets so many people walk at once. Gives how they fared, and how many seconds it took in all."""
    went, ready = Went({}, [], threading.Lock()), threading.Barrier(people + 1)

    def one(n: int) -> None:
        ready.wait()
        try:
            walk(n, went)
        except Exception as error:
            went.errors.append(f"{type(error).__name__}: {error}")

    threads = [threading.Thread(target=one, args=(n,)) for n in range(people)]
    for thread in threads:
        thread.start()
    ready.wait()
    start = time.perf_counter()
    for thread in threads:
        thread.join()
    return went, time.perf_counter() - start


def _bare(address: str, went: Went) -> None:
    visitor = Visitor(address, went)
    for _ in range(BARE_PAGES):
        visitor.ask("/")


def _told(what: str, went: Went, seconds: float, usual: tuple | None) -> tuple[float, float, float]:
    """Prints how a round went, with its ratios to the bare page."""
    every = went.all
    found = (len(every) / seconds, every[len(every) // 2], every[int(len(every) * 0.99)])
    said = [
        f"{found[0]:.0f} pages a second",
        f"half within {found[1] * 1000:.0f} ms",
        f"99 of 100 within {found[2] * 1000:.0f} ms",
    ]
    if usual:
        said = [f"{text} ({new / old:.2f} x bare)" for text, new, old in zip(said, found, usual, strict=True)]
    print(f"{what}: {len(every)} pages in {seconds:.1f} s, {len(went.errors)} errors; {', '.join(said)}", flush=True)
    for error in went.errors[:5]:
        print(f"  {error}")
    return found


def _by_kind(went: Went) -> None:
    for kind, seconds in sorted(went.seconds.items()):
        seconds.sort()
        half, most = seconds[len(seconds) // 2], seconds[int(len(seconds) * 0.99)]
        print(
            f"  {kind:<12} {len(seconds):>6} pages, half within {half * 1000:>6.0f} ms, "
            f"99 of 100 within {most * 1000:>6.0f} ms"
        )


def _many_visits(address: str) -> None:
    """Comes in 1,200 times: the oldest visits have to make room."""
    went, cookies = Went({}, [], threading.Lock()), []
    for _ in range(1200):
        visitor = Visitor(address, went)
        visitor.comes_in(_path(address))
        cookies.append(visitor.cookie)
        visitor.connection.close()
    known = sum(_is_known(address, f"{visitor.below}/begin", cookie) for cookie in reversed(cookies))
    print(f"of 1,200 visits {known} are kept")


def _is_known(address: str, path: str, cookie: str) -> bool:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    connection.request("GET", path, headers={"Cookie": cookie})
    found = connection.getresponse().status == 200
    connection.close()
    return found


def _path(address: str) -> str:
    return urlsplit(address)._replace(scheme="", netloc="").geturl()


if __name__ == "__main__":
    main()
