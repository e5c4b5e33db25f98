"""A page that holds some modules of the phone, for tests of what one of them does by itself."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from milepost.web.phone.file import HERE, script

EXPORTED = re.compile(r"^export (?:class|(?:async )?function\*?|const) (\w+)", re.M)


def as_modules(names: Iterable[str]) -> str:
    """Return modules as one script that leaves what they export under `modules`, by their names."""
    held = {name: EXPORTED.findall((HERE / f"{name}.js").read_text(encoding="utf-8")) for name in names}
    listed = ", ".join(f"{name}: {{ {', '.join(exported)} }}" for name, exported in held.items())
    return f"{{\n{script(held)}\nglobalThis.modules = {{ {listed} }};\n}}"


@contextmanager
def page_with(browser: Browser, modules: Iterable[str]) -> Iterator[Page]:
    """Open an empty page in which these modules stand under `modules`."""
    context = browser.new_context()
    page = context.new_page()
    page.add_script_tag(content=as_modules(modules))
    yield page
    context.close()
