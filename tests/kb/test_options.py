"""The search for options that change nothing for anybody finds those that are planted, and no other.

That `kb` offers none is held by `check --coverage`, in tests/cli/test_coverage.py.
"""

import shutil

import pytest

from milepost.engine.checks.changes_nothing import options_that_change_nothing
from milepost.engine.checks.read import read

# Rain is read by nothing in `views`. One plain option of a choice leaves things as they are, and is no fault.
READ_BY_NOTHING = {"views": [("seen", "rain")]}


def test_what_is_read_is_not_found(small, request):
    name = request.node.callspec.id
    assert options_that_change_nothing(small) == READ_BY_NOTHING.get(name, [])


@pytest.mark.parametrize(
    "file, beside, planted, found",
    [
        ("silence/signs.yaml", "small: Small", "box: A box", [("bags", "box")]),
        ("visit/visit.yaml", "letter: They write", "post: A card", [("coming_up", "letter"), ("coming_up", "post")]),
    ],
)
def test_an_option_that_nothing_reads_is_found(tmp_path, request, file, beside, planted, found):
    name, topic = file.split("/")
    folder = shutil.copytree(request.path.parents[1] / "small" / name, tmp_path / name)
    text = (folder / topic).read_text()
    assert text.count(beside) == 1
    (folder / topic).write_text(text.replace(beside, f"{beside}, {planted}"))
    assert options_that_change_nothing(read(folder)) == found
