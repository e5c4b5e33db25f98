"""What all tests share: the knowledge base milepost comes with, and the small ones, each read once."""

from pathlib import Path

import pytest

from milepost import kb as shipped
from milepost.engine.checks.read import read
from milepost.engine.consulting.consult import Consultant
from milepost.engine.explaining.explain import Explainer
from milepost.engine.interview.interview import Interview
from milepost.engine.model.answer_sheet import Sheet

SMALL = sorted(p.parent for p in (Path(__file__).parent / "small").glob("*/order.yaml"))


@pytest.fixture(scope="session")
def base():
    """The knowledge base milepost comes with."""
    return read(shipped.FOLDER)


@pytest.fixture(scope="session")
def interview(base):
    """Interviews over the knowledge base milepost comes with; what it has ground once serves all tests."""
    return Interview(base)


@pytest.fixture(scope="session")
def consultant(base):
    """Consults the knowledge base milepost comes with."""
    return Consultant(base)


@pytest.fixture(scope="session")
def explainer(base):
    """Explains consultations of the knowledge base milepost comes with."""
    return Explainer(base)


@pytest.fixture(scope="session")
def consultations(base, consultant):
    """The consultation of every example of the knowledge base milepost comes with."""
    return {id: consultant.consult(Sheet(example.answers)) for id, example in base.examples.items()}


@pytest.fixture(scope="session", params=SMALL, ids=lambda p: p.name)
def small(request):
    """Each of the small knowledge bases."""
    return read(request.param)
