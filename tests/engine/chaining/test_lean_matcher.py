"""The lean matcher finds what experta's own does."""

import pytest

from milepost.engine.chaining.chain import Chainer
from milepost.engine.chaining.experta_port import Engine, KnowledgeEngine
from milepost.engine.model.answer_sheet import Sheet
from tests.conftest import SMALL
from tests.sheets import every_sheet, spread
from tests.tiers import sampled, thorough


@pytest.mark.parametrize("small", sampled(SMALL, 1), ids=lambda p: p.name, indirect=True)
def test_on_every_sheet_of_small_knowledge_bases(small):
    lean, own = Chainer(small), Chainer(small, KnowledgeEngine)
    assert isinstance(lean._engine, Engine) and not isinstance(own._engine, Engine)
    for sheet in spread(every_sheet(small), 400):
        assert lean.derive(sheet) == own.derive(sheet), dict(sheet.answers)


@pytest.fixture(scope="module")
def matchers(base):
    return Chainer(base), Chainer(base, KnowledgeEngine)


@thorough
def test_on_examples(base, matchers):
    lean, own = matchers
    for example in list(base.examples.values())[::40]:
        assert lean.derive(Sheet(example.answers)) == own.derive(Sheet(example.answers)), example.id
