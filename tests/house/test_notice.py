"""The notice names the licence of every package that comes with milepost."""

import re
import sys
from importlib import metadata
from pathlib import Path

NOTICE = (Path(__file__).parents[2] / "NOTICE.md").read_text()


def needed(name: str, found: set[str]) -> set[str]:
    """The packages that one needs to run on this system, and those that these need."""
    for line in metadata.requires(name) or []:
        key = re.match(r"[\w.-]+", line)[0]
        before = re.search(r"python_version < .3\.(\d+)", line)
        if "extra ==" in line or key.lower() in found or (before and int(before[1]) <= sys.version_info.minor):
            continue
        try:
            metadata.distribution(key)
        except metadata.PackageNotFoundError:  # for another system
            continue
        found.add(key.lower())
        needed(key, found)
    return found


def test_each_package_is_named_with_its_licence():
    named = {row.split()[0].lower() for row in re.findall(r"^\| ([^|]+) \| [^|]+ \|$", NOTICE, re.MULTILINE)}
    found = needed("milepost", set())
    assert "experta" in found and {key.replace("_", "-") for key in found} <= named
    assert "GNU Lesser General Public License, version 3" in NOTICE
