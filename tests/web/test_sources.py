"""Each source and statement has a page, with its kind and date."""

import re

from milepost.engine.telling.texts import date
from milepost.web.pages.sources import address
from tests.web.person import shown


def test_each_id_has_a_page_of_its_own(person, base):
    with person.app.app_context():
        addresses = {id: address(id) for id in (*base.sources, *base.statements)}
    assert len(set(addresses.values())) == len(addresses) > 300
    for id in [*base.sources, *list(base.statements)[::25]]:
        page = person.page(addresses[id])
        source = base.sources[id] if id in base.sources else base.sources[base.statements[id].source]
        assert f"<dd data-kind>{source.kind}</dd>" in page and f"<dd data-checked>{date(source.checked)}</dd>" in page
        if id in base.statements:
            statement, said = base.statements[id], shown(page)
            assert " ".join(statement.text.split()) in said and " ".join(statement.cite.split()) in said


def test_all_sources_are_listed(person, base):
    page = person.page("/sources")
    assert all(source.title in shown(page) for source in base.sources.values())
    whole = person.page(re.search(r'href="(/sources/\d+)"', page)[1])
    assert whole.count("/sources/") > 10


def test_a_number_that_is_not_there(person):
    assert person.get("/sources/0").status_code == person.get("/sources/99999").status_code == 404
