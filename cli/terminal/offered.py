"""The options of a question as they are in view: a list, or groups, of which one may be open.

What is in view is numbered from 1, groups too: letters with gaps, and then 31, puzzled whoever saw them first.
"""

import msgspec

from milepost.cli.terminal.layout import heading
from milepost.cli.terminal.prompt import option_in_words
from milepost.cli.terminal.typed import LETTERS as OF_NUMBERS
from milepost.cli.terminal.typed import meant_in_words
from milepost.engine.meaning.words import choices
from milepost.engine.model.question import Question

OPENS = "1 to {} each open a list."


class Group(msgspec.Struct, frozen=True):
    """Options below one heading."""

    title: str
    keys: tuple[str, ...]


class Offered:
    """What is offered at a question; `opened` is the group in view, None where that is the whole list or all groups."""

    def __init__(self, question: Question):
        self.question, self.choices = question, choices(question)
        self.groups = _groups(question)
        self.opened: Group | None = None
        inside = {key for group in self.groups for key in group.keys}
        self._alone = [key for key in self.choices if key not in inside]

    def rows(self, columns: int) -> list[str]:
        """What is in view, each after what to type for it."""
        if self.opened:
            return [heading(self.opened.title, columns), *map(self._option, self.opened.keys)]
        rows = [option_in_words(str(number), group.title) for number, group in enumerate(self.groups, 1)]
        headings = {} if self.groups else self.question.headings
        for key in self._alone:
            rows += [heading(headings[key], columns)] if key in headings else []
            rows.append(self._option(key))
        return rows

    def opens(self, said: str) -> bool:
        """Open the group that was typed, by its number or in words; False where none was."""
        named = {str(number): group for number, group in enumerate(self.groups, 1)}
        number = said.strip("().") if not self.opened else ""
        if number not in named:
            number = meant_in_words({number: group.title for number, group in named.items()}, said)
            if not number or number == said or meant_in_words(self.choices, said):
                return False
        self.opened = named[number]
        return True

    def closes(self) -> bool:
        """Close the group that is open; False where none is."""
        was, self.opened = self.opened, None
        return was is not None

    def numbered(self) -> dict[str, str]:
        """The options in view by their numbers."""
        first, keys = (1, self.opened.keys) if self.opened else (len(self.groups) + 1, self._alone)
        return {str(number): key for number, key in enumerate(keys, first)}

    def in_view(self) -> str:
        """What can be typed for what is in view, in words."""
        return f"1 to {[*self.numbered()][-1]}"

    def opening(self) -> str:
        """Which numbers open a group, in words; empty where none does."""
        return OPENS.format(len(self.groups)) if self.groups and not self.opened else ""

    def number(self, key: str) -> str:
        """What is typed for an option: its number, or a letter where a number is an answer itself."""
        letters = {unknown: letter for letter, unknown in OF_NUMBERS.items()}
        numbers = {key: number for number, key in self.numbered().items()}
        return letters[key] if self.question.type == "number" else numbers[key]

    def beside(self, ticked: tuple[str, ...], said: str) -> str:
        """What was typed, after the numbers of what is ticked already."""
        key = meant_in_words(self.choices, said)
        return ", ".join([*map(self.number, ticked), self.number(key) if key else said]) if ticked else said

    def _option(self, key: str) -> str:
        return option_in_words(self.number(key), self.choices[key])


def _groups(question: Question) -> list[Group]:
    """The groups of a list of which one is chosen; none where fewer than two headings stand above several options."""
    if question.type != "choice":  # what is ticked in one group would be out of view in the next
        return []
    found: list[tuple[str, list[str]]] = []
    for key in question.options:
        if key in question.headings:
            found.append((question.headings[key], []))
        if found:
            found[-1][1].append(key)
    several = [Group(title, tuple(keys)) for title, keys in found if len(keys) > 1]
    return several if len(several) > 1 else []
