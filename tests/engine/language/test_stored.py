"""The stored form of the knowledge base: read in place of the files for as long as they are what it was made from."""

import shutil

import msgspec
import pytest

from milepost import kb as shipped
from milepost.engine.checks.read import read, read_to_ask
from milepost.engine.checks.storing import store_checked
from milepost.engine.circuit.compile import Compiler, compiled
from milepost.engine.consulting.consult import Consultant
from milepost.engine.language import folder, stored
from milepost.engine.language.countries import read_countries
from milepost.engine.meaning.states import thresholds
from milepost.engine.model.advice import Advice
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.faults import KnowledgeBaseFaulty
from milepost.engine.model.knowledge_base import KnowledgeBase

FIELDS = tuple(field.name for field in msgspec.structs.fields(KnowledgeBase))


@pytest.fixture
def base(tmp_path, monkeypatch):
    """A copy of a knowledge base in the place of the one that milepost comes with, stored."""
    copied = shutil.copytree("tests/small/weather", tmp_path / "kb")
    shutil.copytree(shipped.FOLDER / "helplines", copied / "helplines")
    monkeypatch.setattr(shipped, "FOLDER", copied)
    store_checked(copied, copied)
    return copied


@pytest.fixture
def parsed(monkeypatch):
    """The files that are parsed from now on."""
    found, parse = [], folder.document.parse
    monkeypatch.setattr(folder.document, "parse", lambda text, shown: found.append(shown) or parse(text, shown))
    return found


@pytest.mark.parametrize("reading", [lambda f: read(f, outcomes=False), read_to_ask], ids=["read", "read to ask"])
def test_it_is_what_the_files_say_and_they_are_not_parsed(base, parsed, reading):
    known = reading(base)
    assert not parsed
    afresh = read(base)
    assert parsed
    # Where each answer of an example stands is told in faults alone.
    examples = {id: msgspec.structs.replace(each, answers_at={}) for id, each in afresh.examples.items()}
    afresh = msgspec.structs.replace(afresh, examples=examples, reading=afresh.lines_that_read)
    assert [name for name in FIELDS if getattr(known, name) != getattr(afresh, name)] == []
    assert list(known.steps) == list(afresh.steps)


def test_what_follows_from_it_is_stored_too_and_is_what_would_be_worked_out(monkeypatch):
    known = read(shipped.FOLDER, outcomes=False)
    with monkeypatch.context() as without:
        without.setattr(Compiler, "circuit", lambda self: pytest.fail("it was compiled"))
        without.setattr(KnowledgeBase, "conditions", lambda self: pytest.fail("conditions were gone through"))
        circuit, cuts = compiled(known), thresholds(known)
    afresh = msgspec.structs.replace(known)  # with nothing that was kept
    assert cuts == thresholds(afresh) and any(cuts.values())
    other = compiled(afresh)
    assert other is not circuit
    for field in ("names", "inputs", "gates", "safety"):
        assert getattr(circuit, field) == getattr(other, field)


def test_a_consultation_decodes_the_lines_that_it_shows_and_no_others(monkeypatch):
    def shown(encoded):
        line = msgspec.msgpack.decode(encoded, type=Advice)
        decoded.append(line.id)
        return line

    decoded = []
    kb = read(shipped.FOLDER, outcomes=False)
    monkeypatch.setattr(kb.advice, "_decode", shown)
    consultation = Consultant(kb).consult(Sheet(kb.examples["parents-in-the-first-week"].answers))
    assert consultation.told
    assert set(decoded) <= set(consultation.conclusion.advice)
    assert len(decoded) == len(set(decoded)) < len(kb.advice) / 5


def test_the_helplines_alone_too(base, parsed):
    known = read_countries(base)
    assert not parsed
    shutil.rmtree(base / stored.FOLDER)
    assert known == read_countries(base) and parsed


def test_every_check_reads_the_files(base, parsed):
    read(base)
    assert parsed


def test_after_a_change_the_files_are_read(base, parsed):
    path = base / "helplines" / "ie.yaml"
    path.write_text(path.read_text().replace("country: Ireland", "country: Eire"))
    assert read_countries(base)["IE"].name == read(base, outcomes=False).countries["IE"].name == "Eire"
    (base / "order.yaml").write_text("")
    with pytest.raises(KnowledgeBaseFaulty):
        read(base, outcomes=False)


@pytest.mark.parametrize("left", [0, 1, 1000, -1, -40])
def test_a_damaged_one_is_passed_over(base, parsed, left):
    for part in (stored.WHOLE, stored.HELPLINES):
        path = base / stored.FOLDER / part
        path.write_bytes(path.read_bytes()[:left])
    assert read(base, outcomes=False).steps and read_countries(base)["IE"].name == "Ireland"
    assert parsed


def test_one_that_other_readers_made_is_passed_over(base, parsed, monkeypatch, tmp_path):
    (tmp_path / "newer").mkdir()
    (tmp_path / "newer" / "reader.py").write_text("# reads differently")
    monkeypatch.setattr(stored, "READERS", {stored.WHOLE: (str(tmp_path / "newer"),)})
    assert read(base, outcomes=False).steps and parsed


def test_only_the_one_that_milepost_comes_with_is_used(base, parsed, tmp_path):
    other = shutil.copytree(base, tmp_path / "other")
    assert read(other, outcomes=False).folder == str(other)
    assert parsed


def test_nothing_is_written_by_reading(base):
    shutil.rmtree(base / stored.FOLDER)
    read(base, outcomes=False)
    read_countries(base)
    assert not (base / stored.FOLDER).exists()
