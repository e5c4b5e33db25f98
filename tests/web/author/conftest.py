"""An author and their folder."""

import shutil

import pytest

from tests.web.author.authors import EXAMPLE, PROMISES, WEATHER, author_of


@pytest.fixture
def folder(tmp_path):
    copied = tmp_path / "rules"
    shutil.copytree(WEATHER, copied)
    (copied / "promises.yaml").write_text(PROMISES)
    (copied / "examples.yaml").write_text(EXAMPLE)
    return copied


@pytest.fixture
def author(folder):
    return author_of(folder)
