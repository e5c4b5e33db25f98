"""The one file, written once for each test worker."""

import pytest

from milepost.web.phone.file import Options, written


@pytest.fixture(scope="session")
def text(base):
    """The one file."""
    return written(base, Options())


@pytest.fixture(scope="session")
def file(text, tmp_path_factory):
    """The one file on a disk."""
    path = tmp_path_factory.mktemp("phone") / "what-now.html"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
