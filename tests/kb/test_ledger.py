"""The ledger of the sources: every statement has its end, and every conflict and study comes up where it matters."""

from collections import Counter

import pytest

from milepost.cli.main import main
from milepost.engine.checks.accounting import of_articles
from milepost.engine.model.advice import KINDS
from milepost.engine.model.source import MOST_CARRIED
from milepost.engine.telling.evidence import conflicts, research
from milepost.engine.telling.tell import tell


@pytest.fixture(scope="module")
def shown(base, consultations):
    """For each example the step, the rules that argue for it, and the lines told."""
    found = {}
    for id in base.examples:
        c = consultations[id].conclusion
        argue = {rule for rule in c.fired if base.rules[rule].finding == "step" and base.rules[rule].value == c.step}
        told = {line.id for kind in KINDS for line in consultations[id].lines(kind)}
        found[id] = {c.step, *argue, *told}
    return found


@pytest.fixture(scope="module")
def few(base, shown, consultations):
    """Consultations of a few examples that together touch every conflict."""
    open_, found = dict(base.conflicts), []
    while open_:
        best = max(shown, key=lambda id: sum(not shown[id].isdisjoint(c.touches) for c in open_.values()))
        touched = [key for key, c in open_.items() if not shown[best].isdisjoint(c.touches)]
        assert touched, f"no example touches {', '.join(open_)}"
        found.append((best, consultations[best]))
        for key in touched:
            del open_[key]
    return found


def test_every_statement_of_the_articles_has_its_end(base):
    statements = of_articles(base)
    assert len(statements) == 421
    assert [s.id for s in statements if not s.status] == []
    assert [s.id for s in statements if s.status in ("at_work", "told") and not s.carrier] == []


def test_what_is_declined_has_its_why_and_what_is_said_instead(base):
    declined = [s for s in base.statements.values() if s.status == "declined"]
    assert declined and [s.id for s in declined if not s.why or not s.instead] == []


def test_what_is_background_has_its_why(base):
    assert [s.id for s in base.statements.values() if s.status == "background" and not s.why] == []


def test_no_carrier_bears_more_than_four(base):
    bears = Counter(s.carrier for s in base.statements.values() if s.status == "at_work")
    assert {key: n for key, n in bears.items() if n > MOST_CARRIED} == {} and MOST_CARRIED == 4


def test_every_rule_of_care_is_cited(base):
    care = [id for id in base.statements if id.startswith("care:")]
    cited = {
        id
        for entries in (base.questions, base.rules, base.steps, base.advice)
        for e in entries.values()
        for id in e.sources
    }
    assert len(care) == 35
    assert [id for id in care if id not in cited] == []


def test_every_system_is_of_a_statement_or_told(base):
    assert len(base.systems) == 27
    assert {s.system for s in of_articles(base) if s.system} == set(base.systems)


def test_every_conflict_is_touched_by_a_recommendation(base, shown, few):
    assert len(base.conflicts) == 36
    assert {c.id for _, consultation in few for c in conflicts(consultation, consultation.told)} == set(base.conflicts)


def test_every_conflict_is_told_with_both_sides(base, few):
    told = {}
    for _, consultation in few:
        if row := tell(consultation).row("from"):
            (section,) = [each for each in row.sections if each.key == "conflicts"] or [None]
            told |= {item.id: item for item in section.items} if section else {}
    for conflict in base.conflicts.values():
        item = told[conflict.id]
        assert item.say == f"{conflict.about}. We follow: {conflict.followed}"
        assert item.why == conflict.because or any(line.because == conflict.because for line in base.advice.values())
        assert [side.say for side in item.below] == [f'"{side.says}"' for side in conflict.sides]


def test_a_person_sees_where_sources_disagree(few, capsys):
    id, consultation = next((id, c) for id, c in few if not c.step.ends_interview)
    assert main(["advise", "--example", id, "--all"]) == 0
    out = " ".join(capsys.readouterr().out.split("\nWhere sources disagree\n")[1].split())
    assert all(f"We follow: {c.followed}" in out for c in conflicts(consultation, consultation.told))


def test_the_conflicts_of_the_step_come_first(few):
    for _, consultation in few:
        near = {consultation.step.key, *(reason.rule.id for reason in consultation.reasons)}
        order = [near.isdisjoint(c.touches) for c in conflicts(consultation, consultation.told)]
        assert order == sorted(order)


def test_all_research_comes_up_in_some_example(base, shown, few):
    assert [r.id for r in base.research.values() if all(found.isdisjoint(r.about) for found in shown.values())] == []
    for id, consultation in few:
        assert {r.id for r in research(consultation, consultation.told)} == {
            r.id for r in base.research.values() if not shown[id].isdisjoint(r.about)
        }


def test_research_and_conflicts_rest_on_statements(base):
    assert [r.id for r in base.research.values() if not r.studies or not r.about] == []
    assert [c.id for c in base.conflicts.values() if len(c.sides) < 2 or not all(side.claims for side in c.sides)] == []
