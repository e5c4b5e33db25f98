"""Reading the helplines alone, so that help is there at once."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from milepost import kb as shipped
from milepost.engine.language import stored
from milepost.engine.model.helpline import Country, Line
from milepost.engine.model.position import Position


def read_countries(folder: Path | str) -> dict[str, Country]:
    """Return the countries by code, from the files that lie in the folder `helplines` of a knowledge base.

    Raises KnowledgeBaseFaulty if one of these files has faults; files elsewhere are not looked at.
    """
    if (
        Path(folder) == shipped.FOLDER
        and (known := stored.load(shipped.FOLDER, stored.HELPLINES, _decoded)) is not None
    ):
        return known
    # Loaded here, as who has the stored form needs no parser.
    from milepost.engine.language.folder import Folder
    from milepost.engine.language.shown import as_shown
    from milepost.engine.model.faults import KnowledgeBaseFaulty

    found = Folder(Path(folder), stored.HELPLINES)
    if found.faults:
        raise KnowledgeBaseFaulty(as_shown(found.faults, found.texts))
    return found.entries["helplines"]


def store_countries(folder: Path, countries: dict[str, Country], into: Path) -> None:
    """Write the stored form of the helplines of a folder below the folder `into`."""
    stored.store(folder, stored.HELPLINES, json.dumps(countries).encode(), into)


def _decoded(raw: bytes) -> dict[str, Country]:
    countries = (Country(*fields) for fields in json.loads(raw).values())
    return {c.code: c._replace(lines=tuple(map(_line, c.lines)), at=Position(*c.at)) for c in countries}


def _line(fields: Sequence[Any]) -> Line:
    line = Line(*fields)
    return line._replace(at=Position(*line.at))
