"""What all tests share: the knowledge base milepost comes with, and the small ones, each read once."""

from pathlib import Path

import pytest

import kb as shipped
from engine.language.read import read

SMALL = sorted(p.parent for p in (Path(__file__).parent / "small").glob("*/order.yaml"))


@pytest.fixture(scope="session")
def base():
    """The knowledge base milepost comes with."""
    return read(shipped.FOLDER)


@pytest.fixture(scope="session", params=SMALL, ids=lambda p: p.name)
def small(request):
    """Each of the small knowledge bases."""
    return read(request.param)
