"""No option is offered that changes nothing for anybody, and the search for such options finds one that is planted."""

import shutil

from milepost import kb as shipped
from milepost.engine.checks.changes_nothing import options_that_change_nothing
from milepost.engine.checks.read import read
from tests.tiers import thorough


@thorough
def test_every_option_changes_a_step_a_line_or_a_length_for_somebody(base):
    assert options_that_change_nothing(base) == []


@thorough
def test_an_option_that_nothing_reads_is_found(tmp_path):
    folder = tmp_path / "kb"
    shutil.copytree(shipped.FOLDER, folder)
    topic = folder / "topics" / "ties.yaml"
    text = topic.read_text()
    assert "      pets: A pet\n" in text
    topic.write_text(text.replace("      pets: A pet\n", "      pets: A pet\n      boat: A boat\n"))
    assert options_that_change_nothing(read(folder)) == [("shared_ties", "boat")]
