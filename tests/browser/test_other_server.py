"""Another server on this machine, opened in the same browser: what the browser sends to it is worth nothing here."""

import http.client
import socket
import threading
from urllib.parse import urlsplit

import msgspec
import pytest
from waitress import create_server

from tests.web.kinds import OTHERS, PAGES
from tests.web.person import title

# It asks itself at the addresses that we are known to have, and us at those, as any page in this browser can.
PAGE = """<!doctype html><title>Elsewhere</title><p>Elsewhere<script>
const asked = %s.flatMap(path => [
    fetch(path), fetch('%s' + path, {mode: 'no-cors', credentials: 'include'}).catch(() => null)]);
Promise.all(asked).then(() => { document.title = 'Done'; });
</script>"""
KNOWN = ["/", "/q/1", "/step", "/map", "/leave", "/static/page.css"]


class Other(msgspec.Struct):
    """Another server: its address, and the path, cookies and referrer of each request it got."""

    origin: str
    got: list[tuple[str, str, str]]

    @property
    def keys(self) -> set[str]:
        """All cookies that browsers sent to it."""
        return {cookie for _, cookie, _ in self.got if cookie}


@pytest.fixture
def other(site):
    """Another user's server on the same machine. It gives everybody a cookie with the name of ours."""
    port = urlsplit(site.origin).port
    page = (PAGE % (msgspec.json.encode(KNOWN).decode(), site.origin)).encode()

    def answer(environ, start):
        found.got.append((environ["PATH_INFO"], environ.get("HTTP_COOKIE", ""), environ.get("HTTP_REFERER", "")))
        start("200 OK", [("Content-Type", "text/html"), ("Set-Cookie", f"visit-{port}=theirs; Path=/")])
        return [page]

    sock = socket.create_server(("127.0.0.1", 0))
    found = Other(f"http://127.0.0.1:{sock.getsockname()[1]}", [])
    server = create_server(answer, sockets=[sock])
    threading.Thread(target=server.run, daemon=True).start()
    yield found
    server.close()


def replayed(site, path: str, cookie: str) -> tuple[int, str]:
    """What our server says to a program that brings a cookie: the status, and all that it sends."""
    connection = http.client.HTTPConnection(urlsplit(site.origin).netloc)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    # Without the time of day, which can pass a second between two that are compared.
    said = answer.read().decode(), f"{[each for each in answer.getheaders() if each[0] != 'Date']}"
    connection.close()
    return answer.status, "\n".join(said)


def our_key(person) -> str:
    """The cookie of the visit, as a browser would send it."""
    path = urlsplit(person.home).path + "/"
    (ours,) = [each for each in person.context.cookies() if each["path"] == path]
    return f"{ours['name']}={ours['value']}"


@pytest.fixture
def visited(scripted, other):
    """Somebody in the middle of it, who then opened the other server in the same window, and in a second one."""
    scripted.site.told(scripted.site.example)
    scripted.goes("/step")
    for page in (scripted.page, scripted.context.new_page()):
        page.goto(f"{other.origin}/step")
        page.wait_for_function("document.title === 'Done'")
    yield scripted
    # Its page was not allowed to read ours, and the browser says so.
    scripted.console = [said for said in scripted.console if not said.endswith("ERR_BLOCKED_BY_RESPONSE.NotSameOrigin")]


def test_it_is_sent_no_key_and_what_it_is_sent_opens_nothing(visited, other):
    key, path = our_key(visited), urlsplit(visited.home).path
    assert {asked for asked, _, _ in other.got} >= set(KNOWN)
    assert all(each.endswith("=theirs") for each in other.keys), "it gets back its own cookie and no other"
    assert not any(key.partition("=")[2] in f"{each}" or path in f"{each}" for each in other.got)
    before = visited.site.visit.last
    for cookie in other.keys:
        for asked in (*PAGES.values(), "/nothing-here"):
            status, said = replayed(visited.site, asked, cookie)
            assert (status, title(said)) in ((403, "This page is closed"), (200, "Get help now"))
            assert path not in said
    assert visited.site.visit.last == before, "and it does not keep the visit awake"


def test_even_with_the_key_it_opens_nothing_as_it_does_not_know_the_path(visited):
    key, path = our_key(visited), urlsplit(visited.home).path
    for asked in (*PAGES.values(), *OTHERS.values()):
        assert replayed(visited.site, asked, key) == replayed(visited.site, asked, "")
        assert path not in replayed(visited.site, asked, key)[1]
    assert visited.site.visit.conversation is not None, "nor can it drop the answers"
    # Both together are what our own pages carry.
    assert title(replayed(visited.site, f"{path}/step", key)[1]) == "Next step"
    assert replayed(visited.site, f"{path}/step", "")[0] == 403


def test_the_visit_goes_on_beside_it(visited):
    """Its cookie has the name of ours, and takes nothing from us."""
    visited.page.go_back()
    assert visited.path == "/step" and visited.page.title() == "Next step"
    visited.goes("/check")
    assert visited.page.title() == "Your answers"


def test_only_who_opens_it_at_the_path_of_the_visit_gives_it_the_key(visited, other):
    """What stays open, and shows that this test would see a key that is sent."""
    visited.page.goto(other.origin + urlsplit(visited.home).path + "/")
    visited.page.wait_for_function("document.title === 'Done'")
    assert any(our_key(visited) in sent for sent in other.keys)
