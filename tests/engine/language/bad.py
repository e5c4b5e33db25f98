"""The knowledge bases and answer sheets in tests/bad, each named by its fault, with the complete message expected."""

import datetime
from pathlib import Path

from milepost.engine.checks.read import read
from milepost.engine.language.sheet_file import read_sheet
from milepost.engine.model.faults import Fault, KnowledgeBaseFaulty, SheetFaulty

FOLDER = Path(__file__).parents[2] / "bad"
BASES = sorted(path.parent for path in FOLDER.glob("*/expected.txt"))
SHEETS = sorted(path for path in (FOLDER / "sheets").iterdir() if path.suffix in (".yaml", ".json"))
TODAY = datetime.date(2026, 11, 26)
GOOD = FOLDER / "sheets" / "kb"


def faults_in(folder: Path) -> tuple[Fault, ...]:
    """All faults of a knowledge base; none where it can be read."""
    try:
        read(folder, today=TODAY)
    except KnowledgeBaseFaulty as error:
        return error.faults
    return ()


def faults_in_sheet(raw: bytes, shown: str = "sheet.yaml") -> tuple[Fault, ...]:
    """All faults of an answer sheet for the knowledge base tests/bad/sheets/kb; none where it can be read."""
    try:
        read_sheet(raw, shown, read(GOOD))
    except SheetFaulty as error:
        return error.faults
    return ()


def message(faults: tuple[Fault, ...]) -> str:
    """What an author sees."""
    return "\n".join(str(fault) for fault in faults) + "\n"


def assert_well_said(faults: tuple[Fault, ...]) -> None:
    """Each fault has a place, a problem and a remedy, in lower case and without a full stop."""
    assert faults
    for fault in faults:
        assert fault.at.file and fault.at.line >= 1 and fault.at.column >= 1, fault
        for text in (fault.problem, fault.remedy):
            assert text, f"nothing is said in {fault}"
            assert not text[0].isupper(), text
            assert not text.endswith(".") and "\n" not in text, text
            for ours in ("Node(", "Position(", "object at 0x"):
                assert ours not in text, text
