"""Building milepost: the stored form of the knowledge base is made here; all else is in pyproject.toml."""

import shutil
import sys
import types
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent


class BuildWithStoredForm(build_py):
    """Build as always, and then store the knowledge base, checked, beside its files.

    An editable install uses the files of the repository, so there it is stored in them.
    """

    def run(self) -> None:
        if not self.editable_mode:
            # What an earlier build left, and is not in the repository any more, is not to be packed again.
            shutil.rmtree(Path(self.build_lib, "milepost"), ignore_errors=True)
        super().run()
        # While it is built, milepost is not installed: its rooms are the folders of the repository.
        package = types.ModuleType("milepost")
        package.__path__ = [str(ROOT / "milepost"), str(ROOT)]
        sys.modules["milepost"] = package
        from milepost.engine.checks.storing import store_checked
        from milepost.engine.model.faults import KnowledgeBaseFaulty

        try:
            store_checked(ROOT / "kb", ROOT / "kb" if self.editable_mode else Path(self.build_lib, "milepost", "kb"))
        except KnowledgeBaseFaulty as faulty:
            # An exception would reach setuptools, which takes it for a fault of its own and hides these.
            sys.exit(f"{faulty}\nmilepost is not built: correct the knowledge base first")


setup(cmdclass={"build_py": BuildWithStoredForm})
