"""`milepost schema`: the form of the files, for editors."""

import json

import pytest
from jsonschema import Draft202012Validator


@pytest.mark.parametrize("what", [(), ("file",), ("order",), ("sheet",)], ids=str)
def test_a_schema_is_printed(milepost, what):
    done = milepost("schema", *what)
    assert done.returncode == 0
    Draft202012Validator.check_schema(json.loads(done.stdout))


def test_without_a_word_it_is_that_of_a_file(milepost):
    assert milepost("schema").stdout == milepost("schema", "file").stdout


def test_the_schema_of_a_sheet_is_that_of_the_knowledge_base_named(milepost, tmp_path):
    assert milepost("schema", "sheet", "--kb", tmp_path).returncode == 3
