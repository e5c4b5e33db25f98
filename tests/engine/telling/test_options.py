"""The chosen step and the others, each with what speaks for it and against it, in equal detail."""

import datetime

import pytest

from milepost import kb as shipped
from milepost.cli.terminal.recommendation import Page, the_rest
from milepost.engine.checks.read import read
from milepost.engine.consulting.consult import Consultant
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.telling.options import options, stage_of
from milepost.engine.telling.record import record

EXAMPLES = sorted(read(shipped.FOLDER, outcomes=False).examples)[::6]
DAY = datetime.date(2026, 12, 1)
each = pytest.mark.parametrize("id", EXAMPLES)


@each
def test_every_step_that_a_rule_argued_for_is_an_option(base, consultations, id):
    consultation = consultations[id]
    fired = consultation.conclusion.fired
    argued = [step for step in base.steps if any(rule.id in fired for rule in base.step_rules if rule.value == step)]
    found = options(consultation)
    assert [option.step.key for option in found] == (argued or [consultation.step.key])
    assert [option.chosen for option in found] == [True, *(False for _ in found[1:])]
    for option in found:
        speaking = {rule.id for rule in base.step_rules if rule.value == option.step.key and rule.id in fired}
        assert {reason.rule.id for reason in option.speaks_for} == speaking
        assert option.step.key in base.stages[option.stage]


@each
def test_against_an_option_speak_the_steps_before_it_and_against_the_chosen_one_the_rest(consultations, id):
    chosen, *others = options(consultations[id])
    assert [against.step.key for against in chosen.against] == [option.step.key for option in others]
    for place, option in enumerate(others, 1):
        assert [against.step.key for against in option.against] == [
            before.step.key for before in [chosen, *others][:place]
        ]
    for option in [chosen, *others]:
        said = {other.step.key: other.speaks_for for other in [chosen, *others]}
        assert all(against.reasons == said[against.step.key] for against in option.against)


@each
def test_the_order_is_told_by_the_titles_of_the_stages(base, consultations, id):
    stages, steps = list(base.stages), list(base.steps)
    for option in options(consultations[id]):
        for against in option.against:
            theirs = stage_of(base, against.step)
            first = steps.index(against.step.key) < steps.index(option.step.key)
            if theirs == option.stage:
                assert against.order == f'It comes {"first" if first else "later"} within "{theirs}".'
            else:
                assert (stages.index(theirs) < stages.index(option.stage)) == first
                assert against.order == f'"{theirs}" comes {"before" if first else "after"} "{option.stage}".'


def test_the_record_has_the_same_shape_for_each(consultations, explainer):
    id = max(EXAMPLES, key=lambda id: len(options(consultations[id])))
    told = record(consultations[id], explainer.explain(consultations[id]))
    assert len(told["options"]) == len(options(consultations[id])) > 2
    for option in told["options"]:
        assert set(option) == {"id", "title", "chosen", "stage", "for", "against"}
        for reason in (*option["for"], *(reason for against in option["against"] for reason in against["reasons"])):
            assert set(reason) == {"rule", "because", "sources", "answers", "below"}
    assert told["options"][0]["for"] == told["why"]


@each
def test_the_text_shows_each_with_for_and_against(consultations, id):
    found = [option for option in options(consultations[id]) if not option.chosen]
    shown = the_rest(consultations[id], Page(80, DAY, everything=True))
    if not found:
        assert "Other steps we looked at" not in shown
        return
    section = shown.split("\nOther steps we looked at\n")[1].split("\n\n")[0]
    assert section.splitlines().count("    For:") == section.splitlines().count("    Against:") == len(found)
    words = " ".join(section.split())
    for option in found:
        assert f"- {option.step.title} For: - {option.speaks_for[0].rule.because}" in words
        assert all(reason.rule.because in words for reason in option.speaks_for)
        for against in option.against:
            assert f"- {against.step.title}. {against.order}" in words


NAMES = ("first", "second", "third", "fourth", "fifth", "sixth")
CARD = "{title: Do the NAME, say: Go., how_long: A day., come_back: Later., opens_next: More., contact: none, sources: [s-1]}"
RULE = "{id: go-NAME, when: {ready: yes}, then: {step: NAME}, because: The NAME fits., sources: [s-1], reviewed: 2026-11-22}"
MANY = f"""topic: Ready
questions: {{ready: {{ask: Are you ready?, why: It matters., type: yes_no, changes: mine, sources: [s-1]}}}}
rules: [{", ".join(RULE.replace("NAME", name) for name in NAMES)}]
steps: {{{", ".join(f"{name}: {CARD.replace('NAME', name)}" for name in NAMES)}}}
sources: {{book: {{kind: guidance, title: A book, checked: 2026-11-22, about: Steps., says: {{s-1: Go.}}}}}}
"""


def test_a_long_list_is_folded_and_says_so(tmp_path):
    (tmp_path / "ready.yaml").write_text(MANY)
    (tmp_path / "order.yaml").write_text(
        f"topics: [ready]\nstages: [{{title: All, steps: [{', '.join(NAMES)}]}}]\notherwise: sixth\n"
    )
    consultation = Consultant(read(tmp_path)).consult(Sheet({"ready": "yes"}))
    folded = (
        the_rest(consultation, Page(80, DAY)).split("\nOther steps we looked at\n")[1].split("\n\n")[0].splitlines()
    )
    assert [line for line in folded if line.startswith("  - ")] == [
        "  - Do the second",
        "  - Do the third",
        "  - Do the fourth",
    ]
    assert folded[-1] == "    (2 more with --all)"
    whole = (
        the_rest(consultation, Page(80, DAY, everything=True))
        .split("\nOther steps we looked at\n")[1]
        .split("\n\n")[0]
        .splitlines()
    )
    assert "  - Do the sixth" in whole and "more with --all" not in "".join(whole)
    assert '      - Do the fifth. It comes first within "All".' in whole
