"""`python -m docs.reference`: write the tables of docs/language.md as the language is declared."""

from pathlib import Path

from milepost.engine.language.reference import with_tables

LANGUAGE = Path(__file__).parent / "language.md"

if __name__ == "__main__":
    LANGUAGE.write_text(with_tables(LANGUAGE.read_text(encoding="utf-8")), encoding="utf-8")
