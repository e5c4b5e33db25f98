"""Reading the helplines alone, so that help is there at once."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from milepost import kb as shipped
from milepost.engine.language import stored
from milepost.engine.model.helpline import Country, Line, Purpose
from milepost.engine.model.position import Position

Record = TypeVar("Record", Country, Line, Purpose)


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
    countries = (_placed(Country, fields) for fields in json.loads(raw).values())
    return {
        each.code: each._replace(
            lines=tuple(_placed(Line, fields) for fields in each.lines),
            purposes={key: _placed(Purpose, fields) for key, fields in each.purposes.items()},
        )
        for each in countries
    }


def _placed(kind: type[Record], fields: Sequence[Any]) -> Record:
    record = kind(*fields)
    return record._replace(at=Position(*record.at))
