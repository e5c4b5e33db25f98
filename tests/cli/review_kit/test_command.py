"""`milepost review-kit`: what it writes, and how a wrong use is named."""

import html

import pytest

from milepost.cli.main import main
from tests.tiers import thorough


def test_the_command_writes_it(tmp_path, capsys):
    out = tmp_path / "kit.html"
    asked = ["review-kit", "--for", "crisis", "--country", "ie", "--today", "2026-11-26", "--out", str(out)]
    assert main(asked) == 0
    assert "12 first screens" in capsys.readouterr().err
    assert "1800 247 247" in html.unescape(out.read_text()) and "Ireland" in out.read_text()
    assert main(asked) == 2 and "is there already" in capsys.readouterr().err
    more = tmp_path / "more.html"
    assert main([*asked[:-1], str(more), "--part", "2"]) == 0
    assert "more lines, and the reasons of" in capsys.readouterr().err
    assert "the second part" in more.read_text() and "first screens, as people see them" not in more.read_text()


@pytest.mark.parametrize(
    "asked, said",
    [
        (["--for", "crises", "--country", "IE"], "did you mean `crisis`?"),
        (["--for", "abuse", "--country", "ZZ"], "there are no numbers here for `ZZ`"),
        (["--for", "abuse", "--country", ""], "name a country"),
        (["--for", "abuse"], "--country"),
        (["--for", "abuse", "--country", "IE", "--part", "3"], "3"),
        (["--for", "abuse", "--country", "IE", "--since", "soon"], "`soon` is not a date"),
    ],
)
def test_a_wrong_use_is_named(tmp_path, capsys, asked, said):
    assert main(["review-kit", *asked, "--out", str(tmp_path / "kit.html")]) == 2
    assert said in " ".join(capsys.readouterr().err.split()) and not list(tmp_path.iterdir())


@thorough
def test_a_file_that_cannot_be_written(tmp_path, capsys):
    assert main(["review-kit", "--for", "abuse", "--country", "IE", "--out", str(tmp_path / "no" / "kit.html")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_what_has_to_be_given_is_named(capsys):
    assert main(["review-kit", "--for", "crisis"]) == 2
    assert "--country is missing: The country whose numbers they know, as in IE." in capsys.readouterr().err
