"""The one file as a file: its size, what is in it, and how the command writes and checks it."""

import gzip
import re
import shutil
from pathlib import Path

import pytest

from milepost.cli.main import main
from milepost.web.phone.file import DIGEST, ENGINE, NO_DIGEST, PAGE, Options, digest, options_of, script, written

BAD = Path(__file__).parents[1] / "bad"
LADDER = Path(__file__).parents[1] / "small" / "ladder"
BROKEN = BAD / "promises" / "unknown-guard-opens" / "kb"


def test_it_is_small(text):
    assert len(text.encode()) <= 1_000_000
    assert len(gzip.compress(text.encode(), 9)) <= 220_000


def test_nothing_in_it_is_loaded_from_outside(text):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    assert policy.startswith("default-src 'none'; connect-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    markup = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", text, flags=re.DOTALL)
    assert set(re.findall(r'\b(?:src|href)="(?!#|tel:|sms:)([^"]*)"', markup)) == {"data:,", "about:blank"}
    assert "url(" not in text and "@import" not in text


def test_the_engine_knows_no_subject(base):
    """Nothing that an author wrote stands in the script: no id but the two that are parts of the language."""
    names = {*base.questions, *base.findings, *base.rules, *base.steps, *base.advice}
    quoted = set(re.findall(r'["`]([a-z][a-z0-9_-]+)["`]', script((*ENGINE, *PAGE))))
    assert quoted & (names - {"step", "answer"}) == set()


def test_the_script_asks_for_no_network_and_no_store():
    asked = re.compile(
        r"\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|localStorage|sessionStorage|indexedDB|cookie|caches|serviceWorker|eval|Function|innerHTML)\b"
    )
    assert asked.findall(script((*ENGINE, *PAGE))) == []


def test_the_same_always_gives_the_same(base, text):
    assert written(base, Options()) == text


def test_its_digest_is_of_all_the_rest(text):
    assert DIGEST.search(text)[0] == digest(text) == digest(text.replace(digest(text), NO_DIGEST))
    assert digest(text.replace("116 123", "116 124")) != digest(text)


def test_written_and_verified(tmp_path, capfd):
    file = tmp_path / "what-now.html"
    assert (
        main(["export", "--to", "html", str(file), "--kb", str(LADDER), "--name", "A <b>line</b>", "--unproved"]) == 0
    )
    text = file.read_text(encoding="utf-8")
    assert options_of(text) == Options("A <b>line</b>", "", True) and "A <b>" not in text
    assert capfd.readouterr().err.splitlines()[-1] == digest(text)
    assert main(["export", "--verify", str(file), "--kb", str(LADDER)]) == 0
    assert "the very same file" in capfd.readouterr().out
    assert main(["export", "--verify", str(file)]) == 0
    assert "another knowledge base" in capfd.readouterr().out
    file.write_text(text.replace("<h1>What now?</h1>", "<h1>Now what?</h1>"), encoding="utf-8")
    assert main(["export", "--verify", str(file)]) == 1
    assert "changed" in capfd.readouterr().err


def test_a_file_that_is_there_is_replaced_only_with_force(tmp_path, capfd):
    file = tmp_path / "letter.html"
    file.write_text("a letter")
    export = ["export", "--to", "html", str(file), "--kb", str(LADDER), "--unproved"]
    assert main(export) == 2
    assert file.read_text() == "a letter" and "let --force replace it" in capfd.readouterr().err
    assert main([*export, "--force"]) == 0
    assert digest(file.read_text(encoding="utf-8")) in capfd.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["letter.html"]


def test_where_all_promises_hold_it_is_written(tmp_path):
    folder, file = tmp_path / "kb", tmp_path / "what-now.html"
    shutil.copytree(LADDER.parent / "weather", folder)
    assert main(["export", "--to", "html", str(file), "--kb", str(folder)]) == 3 and not file.exists()
    (folder / "promises.yaml").write_text(
        "promises: [{id: p, says: Thunder keeps you in., given: {thunder: yes, roof: no}, always: {step: stay_in}}]"
    )
    assert main(["export", "--to", "html", str(file), "--kb", str(folder)]) == 0
    assert 'unproved":false' in file.read_text()


@pytest.mark.parametrize(
    "folder, code", [(BROKEN, 3), (BAD / "alias", 3), (BAD / "promises" / "a-case-that-never-comes-about" / "kb", 3)]
)
def test_a_fault_or_a_broken_promise_writes_nothing(tmp_path, capfd, folder, code):
    file = tmp_path / "what-now.html"
    assert main(["export", "--to", "html", str(file), "--kb", str(folder)]) == code
    assert list(tmp_path.iterdir()) == [] and capfd.readouterr().err


def test_what_cannot_be_written_or_read(tmp_path, capfd):
    ladder = ["--kb", str(LADDER)]
    assert main(["export", "--to", "html", str(tmp_path / "no" / "x.html"), "--unproved", *ladder]) == 1
    assert main(["export", "--to", "html", str(tmp_path), "--unproved", *ladder]) == 1
    assert main(["export", "--verify", str(tmp_path / "none.html")]) == 1
    (tmp_path / "other.html").write_text("<p>hello</p>")
    assert main(["export", "--verify", str(tmp_path / "other.html")]) == 1
    assert "no file of" in capfd.readouterr().err


@pytest.mark.parametrize(
    "typed", [[], ["--to", "html"], ["--verify"], ["--to", "asp", "x"], ["--to", "json", "--verify", "x"]]
)
def test_wrong_use(typed, capfd):
    assert main(["export", *typed]) == 2


def test_a_country_that_is_not_there(tmp_path):
    assert main(["export", "--to", "html", str(tmp_path / "x.html"), "--country", "XX", "--unproved"]) == 2
    assert list(tmp_path.iterdir()) == []
