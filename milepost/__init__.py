"""milepost: what now, after a breakup. One next step, with its reasons and the picture of how it was found.

`Milepost` is the library in one object; see docs/library.md. It and the errors are imported when they are first asked
for, as every command imports this package and most need little of it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from milepost.engine.consulting.disagreement import EnginesDisagree as EnginesDisagree
    from milepost.engine.model.faults import Faulty as Faulty
    from milepost.engine.model.faults import KnowledgeBaseFaulty as KnowledgeBaseFaulty
    from milepost.engine.model.faults import SheetFaulty as SheetFaulty
    from milepost.library import Milepost as Milepost

HOMES = {
    "Milepost": "milepost.library",
    "EnginesDisagree": "milepost.engine.consulting.disagreement",
    "Faulty": "milepost.engine.model.faults",
    "KnowledgeBaseFaulty": "milepost.engine.model.faults",
    "SheetFaulty": "milepost.engine.model.faults",
}


def __getattr__(name: str) -> object:
    if name not in HOMES:
        raise AttributeError(f"module `milepost` has no attribute `{name}`")
    from importlib import import_module

    return getattr(import_module(HOMES[name]), name)
