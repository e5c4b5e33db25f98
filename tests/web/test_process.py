"""`milepost web` as a person starts it: one address, a port of its own, no traces, and an end."""

import http.client
import re
import signal
import socket
import subprocess
import sys
import urllib.parse

import pexpect
import pytest

from tests.cli.conftest import ROOT, environment, milepost  # noqa: F401
from tests.web.person import title

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/\?t=([\w-]+)")
# Any attempt to reach another machine fails, and is noticed.
ONLY_HERE = """
import socket, sys

kept = socket.socket.connect

def connect(self, address):
    if self.family != socket.AF_UNIX and address[0] != "127.0.0.1":
        print("NETWORK", address, file=sys.stderr)
        raise OSError("no network")
    return kept(self, address)

def refused(*given, **named):
    print("NETWORK", given, file=sys.stderr)
    raise OSError("no network")

socket.socket.connect = connect
socket.gethostbyname = refused
"""


class Running:
    """A server that was started, and a browser's cookie for it."""

    def __init__(self, variables, folder, *options: str):
        command = [sys.executable, "-m", "milepost", "web", *options]
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self.first = self.process.stdout.readline()
        if (address := ADDRESS.match(self.first)) is None:
            self.process.kill()
            raise AssertionError(f"no address, but `{self.first}`: {self.process.communicate()[1]}")
        self.port, self.token = int(address[1]), address[2]
        self.cookie = self.below = ""

    def comes_in(self, token: str) -> None:
        """Opens an address from the terminal, and goes where it leads: to a path of its own, and to the start there."""
        self.cookie = self.below = ""
        on = self.ask(f"/?t={token}")[1]["location"]
        status, headers, _ = self.ask(on)
        self.below = headers["location"].removesuffix("/")
        assert status == 303 and "server" not in headers and re.fullmatch(rf"{self.below}/\?t={token}", on)
        assert len(self.below) > 12 and self.below not in self.cookie

    def ask(self, address: str, form: dict | None = None) -> tuple[int, dict, str]:
        """One request without following where it leads: the status, the headers and the page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        body = urllib.parse.urlencode(form, doseq=True) if form is not None else None
        headers = {"Cookie": self.cookie} | (
            {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
        )
        connection.request("GET" if form is None else "POST", self.below + address, body, headers)
        answer = connection.getresponse()
        page, found = answer.read().decode(), {name.lower(): value for name, value in answer.getheaders()}
        connection.close()
        self.cookie = found.get("set-cookie", self.cookie).partition(";")[0]
        return answer.status, found, page

    def end(self) -> tuple[int, str, str]:
        """Presses Ctrl-C; returns the exit code and what was still printed."""
        self.process.send_signal(signal.SIGINT)
        # Not by communicate(), which does not see what came together with the first line.
        out, err = self.process.stdout.read(), self.process.stderr.read()
        return self.process.wait(timeout=60), out, err


@pytest.fixture
def quiet_environment(environment, tmp_path):  # noqa: F811
    """Cut off from the network."""
    (tmp_path / "offline").mkdir()
    (tmp_path / "offline" / "sitecustomize.py").write_text(ONLY_HERE)
    environment["PYTHONPATH"] = f"{tmp_path / 'offline'}:{ROOT}"
    return environment


@pytest.fixture
def start(quiet_environment, milepost):  # noqa: F811
    """Starts `milepost web` in an empty folder."""
    folder, started = milepost.folder, []

    def run(*options: str) -> Running:
        started.append(Running(quiet_environment, folder, *options))
        return started[-1]

    yield run
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
        one.process.communicate()


def files(folder) -> list[str]:
    return [str(path) for path in folder.rglob("*") if not path.is_dir()]


def test_a_whole_visit_leaves_no_trace_and_ends_with_ctrl_c(start, tmp_path):
    server = start()
    assert ADDRESS.fullmatch(server.first.strip())
    server.comes_in(server.token)
    assert server.ask("/begin", {"target": "plain", "question": "", "presses_most": ""})[0] == 303
    page = server.ask("/q/3")[2]
    assert title(page) == "Question 3"
    key = re.search(r'name="question" value="(\w+)"', page)[1]
    assert server.ask("/q/3", {"question": key, "answer": "yes"})[1]["location"] == f"{server.below}/step"
    for address in ("/step", "/map", "/map/all", "/check", "/sources", "/help"):
        assert server.ask(address)[0] == 200
    status, headers, page = server.ask("/q/3", {"question": key, "answer": "x" * 70_000})
    assert status == 413 and "content-security-policy" in headers
    # The token and the answers are nowhere that another program can look.
    with open(f"/proc/{server.process.pid}/cmdline") as arguments:
        assert server.token not in arguments.read()
    assert server.ask("/leave")[0] == 303 and title(server.ask("/step")[2]) == "Kitchen measures"
    code, out, err = server.end()
    assert code == 0 and err == "" and out == "Ctrl-C stops it.\n"
    assert files(tmp_path / "home") == [] and files(tmp_path / "here") == []
    with socket.socket() as other, pytest.raises(OSError):
        other.connect(("127.0.0.1", server.port))


def test_it_listens_on_this_machine_only(start):
    server = start()
    with open("/proc/net/tcp") as table:
        rows = [row.split() for row in table.readlines()[1:]]
    mine = [row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{server.port:04X}")]
    assert mine == [f"0100007F:{server.port:04X}"]


def test_a_port_can_be_named_and_a_taken_one_is_told(start, milepost):  # noqa: F811
    server = start()
    done = milepost("web", "--port", server.port)
    assert done.returncode == 1 and f"port {server.port} cannot be used" in done.err and done.out == ""
    server.end()
    assert start("--port", str(server.port)).port == server.port


def test_hidden_pages_come_back_with_resume(start, milepost):  # noqa: F811
    server = start()
    server.comes_in(server.token)
    server.ask("/leave")
    assert title(server.ask("/")[2]) == "Kitchen measures"
    # The port is named, as other tests run servers too.
    fresh = ADDRESS.fullmatch(milepost("web", "--resume", "--port", server.port).out.strip())
    assert int(fresh[1]) == server.port
    server.comes_in(fresh[2])
    assert title(server.ask("/")[2]) == "Start"


def test_enter_shows_a_new_address(quiet_environment, tmp_path):
    child = pexpect.spawn(
        sys.executable,
        ["-m", "milepost", "web"],
        env=quiet_environment,
        cwd=str(tmp_path),
        encoding="utf-8",
        timeout=60,
    )
    child.expect(ADDRESS)
    first = child.match.group(2)
    child.expect("Enter shows a new address")
    child.sendline("")
    child.expect(ADDRESS)
    assert child.match.group(2) != first
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_a_faulty_knowledge_base_ends_it(milepost, tmp_path):  # noqa: F811
    (tmp_path / "empty").mkdir()
    done = milepost("web", "--kb", tmp_path / "empty")
    assert done.returncode == 3 and "order.yaml" in done.err


def test_get_prints_a_page_as_it_would_be_served(milepost):  # noqa: F811
    done = milepost("web", "--get", "/")
    assert done.returncode == 0 and title(done.out) == "Start" and done.err == ""
    assert milepost("web", "--get", "/-/health").out.strip() == '{"ok":true}'
    missing = milepost("web", "--get", "/nothing")
    assert missing.returncode == 1 and title(missing.out) == "There is no such page"
    assert milepost("web", "--get", "nothing").returncode == 2


def test_resume_without_a_server_says_what_to_do(milepost):  # noqa: F811
    done = milepost("web", "--resume", "--port", "1")
    assert done.returncode == 1 and done.err == "milepost web: no pages are served now; `milepost web` starts them\n"
