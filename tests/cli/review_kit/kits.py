"""Whose kits there are, and what stands in one."""

import datetime

TODAY = datetime.date(2026, 11, 26)
PARTS = ("abuse", "crisis", "own-harm")


def listed(kit) -> list[dict]:
    """The lines of a kit: those that are read by themselves, and those that stand on a first screen too."""
    return [*alone(kit), *kit["met"]]


def alone(kit) -> list[dict]:
    items = [line for group in [*kit["hour"], *kit["later"]] for line in group["lines"]]
    return [line for item in items for line in (item, *item["variants"])]
