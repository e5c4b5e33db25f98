"""A page that holds some modules of the phone, for tests of what one of them does by itself."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from milepost.web.phone.file import script


@contextmanager
def page_with(browser: Browser, modules: Iterable[str]) -> Iterator[Page]:
    """Open an empty page in which these modules stand under `modules`."""
    context = browser.new_context()
    page = context.new_page()
    page.add_script_tag(content=script(modules).replace("const modules", "var modules", 1))
    yield page
    context.close()
