"""One server for each test worker, and for each test a new context, in which nothing may leave this machine."""

from urllib.parse import urlsplit

import pytest

from milepost.web.knowledge import Knowledge
from tests.browser.neutral import neutral, tells
from tests.browser.person import Person
from tests.browser.site import Site
from tests.tiers import sampled


@pytest.fixture(scope="session")
def served(browser, base):
    return Site(Knowledge(base))


@pytest.fixture
def site(served):
    served.anew()
    return served


@pytest.fixture
def meet(browser, site):
    """Gives a new person with a browser window of their own. What a test did not expect makes it fail at its end."""
    people = []

    def met(**options) -> Person:
        people.append(Person(browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options}), site))
        return people[-1]

    yield met
    for person in people:
        person.context.close()
        assert person.left_the_machine == [], "a page asked for something from elsewhere"
        assert person.console == [], "the browser had something to complain about"
    assert {page.title for page in site.served if not neutral(page.title)} == set()
    assert {urlsplit(page.path).path for page in site.served if tells(page.path)} == set()


@pytest.fixture(params=sampled(["script", "no-script"], 1))
def person(meet, request):
    """A person who came in at the start page: once with JavaScript, once without."""
    someone = meet(java_script_enabled=request.param == "script")
    someone.comes_in()
    return someone


@pytest.fixture
def scripted(meet):
    """A person who came in at the start page, with JavaScript."""
    someone = meet()
    someone.comes_in()
    return someone
