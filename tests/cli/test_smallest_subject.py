"""The smallest whole subject, as it stands in the docs to be copied."""

import re

from tests.cli.conftest import ROOT

FILES = re.compile(r"`my-plant/(\w+\.yaml)`:\n```yaml\n(.*?)```", re.DOTALL)


def test_it_has_no_fault_and_leads_to_both_steps(milepost):
    folder = milepost.folder / "my-plant"
    folder.mkdir()
    for name, text in FILES.findall((ROOT / "docs/how-to-write-a-rule.md").read_text(encoding="utf-8")):
        (folder / name).write_text(text, encoding="utf-8")
    assert sorted(path.name for path in folder.iterdir()) == ["order.yaml", "plant.yaml"]
    assert "no faults" in milepost("check", folder).out
    for soil, step in {"dry": "Water it", "damp": "Leave it"}.items():
        told = milepost("advise", "-", "--kb", folder, typed=f"soil: {soil}\n".encode()).out
        assert step in told and "In danger" not in told
