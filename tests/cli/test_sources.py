"""`milepost sources`: what stands behind the rules, and what is declined."""

from pathlib import Path

import pytest

from milepost.cli.main import main
from milepost.cli.sources import declined_of, page
from tests.cli.test_fits import too_wide
from tests.tiers import sampled

BAD = Path(__file__).parents[1] / "bad"


def flat(rows: list[str]) -> str:
    return " ".join(" ".join(rows).split())


def test_all_sources_are_listed(base, capsys):
    assert main(["sources"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    for source in base.sources.values():
        assert f"- {source.key}: {source.title} ({source.kind}; " in shown and source.about in shown


def test_a_source_lists_its_statements(base):
    for source in base.sources.values():
        shown = flat(page(base, source.key, 80))
        mine = [s for s in base.statements.values() if s.source == source.key]
        assert f"{len(mine)} statement" in shown
        assert all(f"- {s.id}: {' '.join(s.text.split())}" in shown for s in mine)


def test_a_statement_tells_what_became_of_it_and_where_it_is_cited(base, capsys):
    assert main(["sources", "ssg-17"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert base.statements["ssg-17"].text in shown
    assert base.sources["six-step-guide"].title in shown
    assert "At work in `pause_parents`, which says it." in shown
    assert f"- step `pause_parents`: {base.steps['pause_parents'].say}" in shown


def test_every_statement_has_a_page(base):
    words = {"at_work": "At work in", "told": "Told in", "background": "Background:", "declined": "Declined. Why not:"}
    for statement in base.statements.values():
        shown = flat(page(base, statement.id, 80))
        assert statement.id in shown and (not statement.status or words[statement.status] in shown)


def test_a_study_is_cited_with_its_links(base):
    study = next(s for s in base.statements.values() if s.links and s.cite)
    rows = page(base, study.id, 80)
    assert f"From: {study.cite}" in flat(rows)
    assert all(link in "".join("".join(rows).split()) for link in study.links)


def test_all_that_is_declined_has_its_why_and_what_is_said_instead(base, capsys):
    assert main(["sources", "--declined"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    declined = [s for s in base.statements.values() if s.status == "declined"]
    assert declined and shown.count("Why not: ") == shown.count("Instead: ") == len(declined)
    for s in declined:
        assert f"- {s.id}: {s.text} Why not: {s.why} Instead: {s.instead}" in shown


def test_what_is_declined_of_one_source(base):
    shown = "\n".join(declined_of(base, "seven-things", 80))
    assert "- st-03: " in shown and "- ssg-95: " not in shown
    assert declined_of(base, "practical", 80) == ["nothing is declined"]


@pytest.mark.parametrize("columns", sampled([40, 80], 1))
def test_all_pages_fit(base, columns):
    for id in (None, *base.sources, *base.statements):
        assert too_wide("\n".join(page(base, id, columns)), columns) == []
    assert too_wide("\n".join(declined_of(base, None, columns)), columns) == []


@pytest.mark.parametrize(
    ("id", "remedy"),
    [("six-step-gide", "did you mean `six-step-guide`?"), ("zzz", "`milepost sources` lists the sources")],
)
def test_an_id_that_is_none(capsys, id, remedy):
    assert main(["sources", id]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"`{id}` is not a source or a statement; {remedy}" in captured.err


def test_a_faulty_knowledge_base(capsys):
    assert main(["sources", "--kb", str(BAD / "source-kind-unknown")]) == 3
    captured = capsys.readouterr()
    assert captured.out == "" and ".yaml:" in captured.err
