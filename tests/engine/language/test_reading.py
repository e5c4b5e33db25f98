"""What a good reading gives."""

import shutil

import pytest

from milepost.engine.checks.read import read
from milepost.engine.language.countries import read_countries
from milepost.engine.meaning.states import thresholds
from milepost.engine.model import condition
from milepost.engine.model.condition import All, Any
from milepost.engine.model.position import Position
from tests.engine.language.morning_and_evening import FILES, SOURCES


@pytest.fixture
def folder(tmp_path):
    for name, text in FILES.items():
        path = tmp_path / "kb" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "kb"


@pytest.fixture
def kb(folder):
    return read(folder)


def test_topics_and_questions_stand_in_the_order_of_asking(kb):
    assert kb.topics == {"morning": "The morning", "evening": "The evening"}
    assert list(kb.questions) == ["bright", "hours", "signs"]


def test_steps_stand_in_the_order_of_precedence(kb):
    assert list(kb.steps) == list(kb.step_choice.values) == ["sleep", "walk", "work"]
    assert kb.stages == {"First": ("sleep",), "Then": ("walk", "work")}
    assert kb.step_choice.otherwise == "work"


def test_findings_come_after_what_they_look_at(kb):
    assert list(kb.findings) == ["wish", "need"]


def test_words_are_those_of_yaml_1_2(kb):
    assert list(kb.questions["bright"].options) == ["yes", "no"]
    assert kb.questions["signs"].guard and not kb.questions["bright"].guard
    assert kb.rules["walk-when-bright"].when.parts[0].values == ("yes",)
    assert kb.steps["sleep"].ends_interview and not kb.steps["work"].ends_interview
    assert kb.rules["walk-when-bright"].reviewed == "2026-11-22"


def test_texts_are_one_line(kb):
    assert kb.questions["hours"].ask == "For how many hours were you awake?"
    assert kb.sources["book"].title == "A book: the second"


def test_places_are_kept(kb):
    assert kb.questions["hours"].at == Position("evening.yaml", 4, 3)
    assert kb.questions["bright"].at == Position("topics/morning.yaml", 3, 3)
    rule = kb.rules["need-follows-wish"]
    assert (rule.at, rule.then_at) == (Position("evening.yaml", 35, 5), Position("evening.yaml", 42, 12))
    assert [(test.fact, test.at.line, test.at.column) for test in condition.tests(rule.when)] == [
        ("wish", 37, 7),
        ("hours", 39, 12),
        ("signs", 40, 12),
    ]
    assert str(kb.advice["no-hurry"].at) == "topics/morning.yaml:6:5"
    assert kb.order_at == Position("order.yaml", 1, 1)


def test_conditions_are_joined_as_written(kb):
    rule = kb.rules["need-follows-wish"]
    assert isinstance(rule.when, All) and isinstance(rule.when.parts[1], Any)
    assert [(t.operator, t.values) for t in condition.tests(rule.when)] == [
        ("is", ("sleep",)),
        ("at_least", (16,)),
        ("includes", ("yawns", "stares")),
    ]
    assert [(t.fact, t.operator) for item in rule.unless for t in condition.tests(item)] == [
        ("bright", "is"),
        ("hours", "below"),
    ]


def test_unknown_in_a_list_is_a_test_beside_it(kb):
    when = kb.rules["wish-when-dark"].when
    assert isinstance(when, Any)
    assert [(t.operator, t.values) for t in condition.tests(when)] == [("is", ("no",)), ("unknown", ())]


def test_two_tests_in_one_mapping_must_both_hold(kb):
    assert [(t.operator, t.values) for t in condition.tests(kb.rules["walk-when-bright"].when)] == [
        ("is", ("yes",)),
        ("at_least", (8,)),
        ("below", (16,)),
    ]


def test_thresholds_are_all_those_in_use(kb):
    assert thresholds(kb) == {"hours": (2, 3, 8, 16)}


def test_statements_and_lines_are_found(kb):
    assert kb.statements["book:1"].links == ("https://example.org/",)
    assert kb.statements["s-1"].source == "book"
    assert kb.countries["IE"].lines[0].checked == "2021"
    assert kb.advice["no-hurry"].replaces == ("rest-well",) and kb.advice["no-hurry"].safety


def test_silent_under_blocks_every_line_of_its_file_but_safety_lines(folder):
    path = folder / "topics/morning.yaml"
    path.write_text("silent_under: [walk, work]\n" + path.read_text())
    lines = read(folder).advice.values()
    assert {line.safety for line in lines} == {True, False}
    assert all(line.unless == () for line in lines if line.safety)
    for line in (line for line in lines if not line.safety):
        (block,) = line.unless
        assert isinstance(block, condition.Test) and (block.fact, block.operator, block.values) == (
            "step",
            "is",
            ("walk", "work"),
        )


def test_under_a_step_for_safety_alone_only_safety_lines_and_those_shown_alone_remain(folder):
    before = read(folder).advice
    card = "walk: {title:"
    path = next(path for path in folder.rglob("*.yaml") if card in path.read_text())
    path.write_text(path.read_text().replace(card, "walk: {only_safety: yes, title:"))
    for id, line in read(folder).advice.items():
        added = line.unless[len(before[id].unless) :]
        silent = not line.safety and line.kind not in ("answer", "words")
        assert [(test.fact, test.operator, test.values) for test in added] == [("step", "is", ("walk",))] * silent


def test_under_a_step_of_few_lines_those_it_names_and_safety_lines_remain(folder):
    before = read(folder).advice
    card = "walk: {title:"
    path = next(path for path in folder.rglob("*.yaml") if card in path.read_text())
    named = next(id for id, line in before.items() if line.kind == "do")
    path.write_text(path.read_text().replace(card, f"walk: {{only_first: yes, first: [{named}], title:"))
    for id, line in read(folder).advice.items():
        silent = not line.safety and line.kind not in ("answer", "words") and id != named
        assert len(line.unless) == len(before[id].unless) + silent


def test_helplines_are_read_alone(folder):
    (folder / "evening.yaml").write_text("[")
    assert read_countries(folder)["IE"].name == "Ireland"


def test_no_helplines_are_no_fault(folder):
    shutil.rmtree(folder / "helplines")
    assert read_countries(folder) == {}


def test_digest_changes_with_a_file(folder, kb):
    (folder / "sources.yaml").write_text(SOURCES + "# a note\n")
    assert read(folder).digest != kb.digest


def test_digest_changes_with_a_name(folder, kb):
    (folder / "sources.yaml").rename(folder / "texts.yaml")
    assert read(folder).digest != kb.digest


def test_digest_is_the_same_wherever_and_in_whatever_order_files_were_written(tmp_path, kb):
    for name in reversed(FILES):
        path = tmp_path / "elsewhere" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(FILES[name].encode())
    assert read(tmp_path / "elsewhere").digest == kb.digest


def test_line_ends_and_byte_order_marks_of_windows_are_read(folder):
    for name, text in FILES.items():
        (folder / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    kb = read(folder)
    assert kb.questions["hours"].at == Position("evening.yaml", 4, 3)
    assert kb.questions["hours"].ask == "For how many hours were you awake?"
