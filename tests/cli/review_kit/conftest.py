"""The kit of each specialist, worked out once."""

import pytest

from milepost.engine.telling.review_kit import review_kit
from tests.cli.review_kit.kits import PARTS, TODAY


@pytest.fixture(scope="session")
def kits(base, opened):
    """Each specialist's kit, with the numbers of the United Kingdom."""
    return {part: review_kit(base, part, base.countries["GB"], TODAY, opened.consult) for part in PARTS}
