"""What is built before anybody comes is kept from the collector of garbage, and nothing that is somebody's."""

import gc
from pathlib import Path

import pytest

from milepost.cli.web import _keep_from_the_collector
from milepost.engine.checks.read import read
from milepost.web.door import Door
from milepost.web.loading import Once
from milepost.web.settings import Settings

LADDER = Path(__file__).parents[1] / "small" / "ladder"


@pytest.fixture
def unfrozen():
    """No object is kept from the collector, neither before a test nor after it."""
    gc.unfreeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("ahead", [True, False])
def test_both_engines_are_built_before_anybody_gets_them(ahead):
    ran = []
    once = Once(lambda: read(LADDER), lambda: ran.append("built"))
    once.begin(ahead)
    once.check()
    milepost = once._future.result().milepost
    assert ran == ["built"] * ahead and ("consultant" in vars(milepost)) == ("interview" in vars(milepost)) == ahead


def test_it_is_kept_from_the_collector_unless_somebody_is_there(unfrozen):
    door = Door(Settings())
    door.touched()
    _keep_from_the_collector(door)
    assert gc.get_freeze_count() == 0
    _keep_from_the_collector(Door(Settings()))
    assert gc.get_freeze_count() > 0


def test_whoever_leaves_gives_all_back_to_the_collector(done, unfrozen):
    gc.freeze()
    done.get("/leave")
    assert gc.get_freeze_count() == 0
