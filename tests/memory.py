"""What an object refers to, for the tests that walk over all objects."""

import gc
from types import ModuleType


def referents(each: object) -> list[object]:
    """Return what an object refers to; of a module, its names.

    Until Python 3.12.6 asyncio's module hands out objects that are freed, and the next collection never ends
    (https://github.com/python/cpython/issues/122695).
    """
    return [vars(each)] if isinstance(each, ModuleType) else gc.get_referents(each)
