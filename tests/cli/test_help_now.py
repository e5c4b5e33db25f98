"""`milepost help-now`: people to call, whatever else is broken."""

import datetime
import re

import pytest

from milepost.engine.model.helpline import SAID_AFTER

FIRST = "If you are in danger now, call the emergency number of your country."


def test_the_first_line_is_about_danger(milepost):
    done = milepost("help-now")
    assert done.returncode == 0
    assert done.out.splitlines()[0] == FIRST
    assert "112 (Europe), 911 (North America)" in done.out, "and the few numbers that cover most people"
    assert "https://findahelpline.com" in done.out
    assert "add --country and its letters: " in done.out


def test_every_country_has_its_emergency_number(milepost, base):
    for code in ("IE", "US", "ZA"):
        done = milepost("help-now", "--country", code)
        country = base.countries[code]
        assert done.returncode == 0
        assert f"Emergency ({country.name}): {country.emergency}" in " ".join(done.out.split())
        assert all(line.phone in " ".join(done.out.split()) for line in country.lines)


@pytest.mark.parametrize("said", ["ie", "IE", "Ireland", "ireland "])
def test_a_country_by_code_or_name(milepost, said):
    assert "Emergency (Ireland): 112 or 999" in milepost("help-now", "--country", said).out
    assert "Emergency (Ireland): 112 or 999" in milepost("help-now", said).out


def test_a_country_of_several_words_needs_no_quotes(milepost):
    assert "Emergency (New Zealand): 111" in milepost("help-now", "new", "zealand").out
    assert "There are no numbers here for `DE IE`" in milepost("help-now", "DE", "IE").err


@pytest.mark.parametrize("folder", ["missing", "faulty", "bare"])
def test_works_without_a_knowledge_base(milepost, tmp_path, folder):
    place = tmp_path / folder
    if folder != "missing":
        (place / "helplines").mkdir(parents=True)
    if folder == "faulty":
        (place / "order.yaml").write_text("topics: [")
        (place / "helplines" / "ie.yaml").write_text("helplines: {IE: {country: [")
    done = milepost("help-now", "--kb", place, "--country", "IE")
    assert done.returncode == 0
    assert done.out.startswith(FIRST)
    assert "112 or 999" in done.out
    assert "https://findahelpline.com" in done.out


def test_an_unknown_country_still_gets_the_directories(milepost):
    done = milepost("help-now", "--country", "ZZ")
    assert done.returncode == 2
    assert done.out.startswith(FIRST)
    assert "https://findahelpline.com" in done.out
    assert "There are no numbers here for `ZZ`" in done.err
    assert "IE" in done.err


def test_without_a_country_after_the_option_there_are_people_to_call(milepost):
    done = milepost("help-now", "--country")
    assert (done.returncode, done.err) == (0, "") and done.out == milepost("help-now").out


def test_an_unknown_country_is_told_before_the_numbers_and_after_them(process):
    """A person who typed it looks for its numbers first, and at the end of the list."""
    done = process("help-now", "--country", "Irland", "--plain")
    assert done.returncode == 2
    said = "There are no numbers here for `Irland`; did you mean `Ireland`?"
    assert done.err.count(said) == 2 and done.err.startswith(said)


def test_between_the_numbers_stands_a_date_only_where_it_is_old(milepost, base):
    done = milepost("help-now", "GB", "--today", "2026-11-27")
    old = [line for line in base.countries["GB"].lines if line.age(datetime.date(2026, 11, 27)) > SAID_AFTER]
    text = " ".join(done.out.split("Any country")[0].split())
    assert text.count("last checked") == len(old) + 1 < len(base.countries["GB"].lines) / 2
    assert text.count("so it may have changed") == len(old)
    assert re.search(r"All others here were last checked from [\w ]+ to [\w ]+[.]$", text)


def test_names_are_written_as_they_are(milepost):
    assert "Hilfetelefon Gewalt an Männern" in milepost("help-now", "DE").out


def test_the_directories_for_any_country_are_not_a_country(milepost):
    assert milepost("help-now", "--country", "INT").returncode == 2


def test_no_number_is_broken_over_two_lines(milepost, base):
    for code, country in base.countries.items():
        if code not in ("GB", "IE", "US", "AU"):
            continue
        shown = milepost("help-now", "--country", code, COLUMNS="40").out
        for line in country.lines:
            if line.phone.replace(" ", "").isdigit():
                assert line.phone in shown
