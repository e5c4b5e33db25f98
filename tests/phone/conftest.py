"""The one file, written once for each test worker, and windows in which it is opened."""

import pytest

from milepost.web.phone.file import ENGINE, Options, written
from tests.phone.cases import Expected
from tests.phone.modules import page_with
from tests.phone.serving import serving
from tests.phone.walking import PHONE


@pytest.fixture(scope="session")
def text(base):
    """The one file."""
    return written(base, Options())


@pytest.fixture(scope="session")
def expected(base):
    """What Python says about sheets; what it has ground once serves all tests."""
    return Expected(base)


@pytest.fixture(scope="session")
def file(text, tmp_path_factory):
    """The one file on a disk."""
    path = tmp_path_factory.mktemp("phone") / "what-now.html"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


@pytest.fixture
def loaded(browser):
    """A page of a browser with the engine of the phone."""
    with page_with(browser, (*ENGINE, "elements", "asking")) as page:
        yield page


@pytest.fixture
def opened(browser, file):
    """Opens a file in a window of its own; at the end nothing was asked elsewhere, and nobody complained."""
    contexts = []

    def opening(address=None, quiet=True, **options):
        context = browser.new_context(**{"viewport": PHONE, **options})
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.asked, page.complaints = [], []
        context.on("request", lambda request: page.asked.append(request.url))
        # Chromium notes for developers who ask for all notes that what is hidden was laid out, which is meant.
        context.on("console", lambda message: message.type != "verbose" and page.complaints.append(message.text))
        context.on("weberror", lambda error: page.complaints.append(str(error.error)))
        contexts.append((context, page, quiet))
        page.goto(address or file.as_uri())
        return page

    yield opening
    for context, page, quiet in contexts:
        context.close()
        elsewhere = [url for url in page.asked if not url.startswith(("file:", "data:", "http://127.0.0.1", "about:"))]
        assert elsewhere == []
        assert not quiet or page.complaints == []


@pytest.fixture(scope="module")
def served(file):
    """The address of the file on a plain static server."""
    with serving(file.parent) as (address, _):
        yield f"{address}/{file.name}"
