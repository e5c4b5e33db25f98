"""Which tests run each time, and which only by `pytest -m thorough`, as CI does: of each oracle some run each time."""

from collections.abc import Callable, Iterable, Sequence

import pytest

thorough = pytest.mark.thorough


def sampled(cases: Iterable, often: int, each: Callable = pytest.param) -> list:
    """Return cases as parameters: so many, evenly spread, for every run, and the others for a thorough one.

    `each` makes a parameter of a case, where that has several (`several`).
    """
    cases = list(cases)
    every_time = {number * len(cases) // often for number in range(often)}
    return [each(case, marks=() if place in every_time else thorough) for place, case in enumerate(cases)]


def several(case: Sequence, marks) -> object:
    """Return the parameters of a case that has more than one."""
    return pytest.param(*case, marks=marks)
