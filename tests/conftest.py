"""What all tests share: the knowledge base milepost comes with, and the small ones, each read once."""

import os
import signal
from collections.abc import Mapping
from pathlib import Path

import pytest

from milepost import kb as shipped
from milepost.engine.checks.read import read
from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.derive import Deriver
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explainer
from milepost.engine.model.answer_sheet import Sheet
from milepost.library import Milepost
from tests.browser import chromium
from tests.examples import shipped_base

SMALL = sorted(p.parent for p in (Path(__file__).parent / "small").glob("*/order.yaml"))


# Set where a missing browser is a fault and not a circumstance.
REQUIRED = os.environ.get("MILEPOST_BROWSER") == "required"


def pytest_configure():
    """Let what tests start hear Ctrl-C: begun in the background by a shell, a process ignores it, and so do its own."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def browser():
    """One browser for each test worker, whichever tests it runs: a process can have one of Playwright's loops."""
    if chromium.found() is None:
        missing = "no Chromium here: these tests need one (on Debian: apt-get install chromium)"
        if REQUIRED:
            pytest.fail(missing)
        pytest.skip(missing)
    with chromium.started() as started:
        yield started


@pytest.fixture(scope="session")
def base():
    """The knowledge base milepost comes with."""
    return shipped_base()


@pytest.fixture(scope="session")
def opened(base):
    """All that can be asked of the knowledge base milepost comes with; what it has ground once serves all tests."""
    return Milepost.of(base)


@pytest.fixture(scope="session")
def interview(opened):
    """Interviews over the knowledge base milepost comes with."""
    opened.interview.prepare()
    return opened.interview


@pytest.fixture(scope="session")
def consultant(opened):
    """Consults the knowledge base milepost comes with."""
    return opened.consultant


@pytest.fixture(scope="session")
def explainer(base):
    """Explains consultations of the knowledge base milepost comes with."""
    return Explainer(base)


class OfExamples(Mapping):
    """What is made from each example, when it is first looked at."""

    def __init__(self, base, make):
        self._base, self._make, self._made = base, make, {}

    def __getitem__(self, id):
        if id not in self._made:
            self._made[id] = self._make(id)
        return self._made[id]

    def __iter__(self):
        return iter(self._base.examples)

    def __len__(self):
        return len(self._base.examples)


@pytest.fixture(scope="session")
def consultations(base):
    """The consultation of every example of the knowledge base milepost comes with.

    It is made by the circuit alone, which takes a tenth of the time; `test_both_engines_consult_every_example` has both.
    """
    deriver = Deriver(compiled(base))

    def consulted(id):
        sheet = Sheet(base.examples[id].answers)
        return Consultation(base, sheet, conclude(compiled(base), sheet), deriver.derive(sheet).firings)

    return OfExamples(base, consulted)


@pytest.fixture(scope="session")
def explanations(base, consultations, explainer):
    """The explanation of the consultation of every example."""
    return OfExamples(base, lambda id: explainer.explain(consultations[id]))


@pytest.fixture(scope="session", params=SMALL, ids=lambda p: p.name)
def small(request):
    """Each of the small knowledge bases."""
    return read(request.param)


@pytest.fixture(scope="session", params=[shipped.FOLDER, *SMALL], ids=lambda p: p.name)
def any_base(request, base):
    """Each knowledge base: the one milepost comes with, and the small ones."""
    return base if request.param == shipped.FOLDER else read(request.param)
