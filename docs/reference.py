"""`python -m docs.reference`: write the tables of docs/language.md, and the schemas made from types, as declared."""

import json
from pathlib import Path

from milepost.engine.exporting import exported
from milepost.engine.language.reference import with_tables
from milepost.engine.telling.record import schema

FOLDER = Path(__file__).parent
LANGUAGE, RECOMMENDATION = FOLDER / "language.md", FOLDER / "schema" / "recommendation-5.json"
CONSULTATION = FOLDER / "schema" / "consultation-4.json"
HELPLINES = max((FOLDER / "schema").glob("helplines-*.json"))


def recommendation() -> str:
    """Return the schema of a recommendation as it is published."""
    return json.dumps(schema(json.loads(HELPLINES.read_text())), indent=2, ensure_ascii=False) + "\n"


def consultation() -> str:
    """Return the schema of an exported knowledge base as it is published."""
    return json.dumps(exported.schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    LANGUAGE.write_text(with_tables(LANGUAGE.read_text(encoding="utf-8")), encoding="utf-8")
    RECOMMENDATION.write_text(recommendation(), encoding="utf-8")
    CONSULTATION.write_text(consultation(), encoding="utf-8")
