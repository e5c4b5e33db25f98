"""The options of a question as they are in view: a list, or groups by their letters, of which one may be open.

An option has the same number whatever is in view, so that whoever knows it need not open its group.
"""

import msgspec

from milepost.cli.terminal.layout import heading
from milepost.cli.terminal.prompt import option_in_words
from milepost.cli.terminal.typed import LETTERS as OF_NUMBERS
from milepost.cli.terminal.typed import meant_in_words
from milepost.engine.meaning.words import choices
from milepost.engine.model.question import Question
from milepost.engine.telling import texts

# Those that mean nothing else at a question.
LETTERS = "acefgijklmop"


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

    def rows(self, columns: int) -> list[str]:
        """What is in view, each after what to type for it."""
        if self.opened:
            return [heading(self.opened.title, columns), *map(self._option, self.opened.keys)]
        if self.groups:
            inside = {key for group in self.groups.values() for key in group.keys}
            named = [option_in_words(letter, group.title) for letter, group in self.groups.items()]
            return named + [self._option(key) for key in self.choices if key not in inside]
        rows, headings = [], self.question.headings
        for key in self.choices:
            rows += [heading(headings[key], columns)] if key in headings else []
            rows.append(self._option(key))
        return rows

    def opens(self, said: str) -> bool:
        """Open the group that was typed, by its letter or in words; False where none was."""
        letter = meant_in_words({letter: group.title for letter, group in self.groups.items()}, said)
        if not letter or meant_in_words(self.choices, said):
            return False
        self.opened = self.groups[letter]
        return True

    def closes(self) -> bool:
        """Close the group that is open; False where none is."""
        was, self.opened = self.opened, None
        return was is not None

    def in_view(self) -> str:
        """What can be typed for what is in view, in words."""
        inside = {key for group in self.groups.values() for key in group.keys}
        keys = self.opened.keys if self.opened else [key for key in self.choices if key not in inside]
        numbers = [*map(self.number, keys)]
        shown = f"{numbers[0]} to {numbers[-1]}" if len(numbers) > 2 else texts.listed(numbers)
        return texts.listed([*({} if self.opened else self.groups), *([shown] if shown else [])])

    def number(self, key: str) -> str:
        """What is typed for an option: its number, or a letter where a number is an answer itself."""
        letters = {unknown: letter for letter, unknown in OF_NUMBERS.items()}
        return letters[key] if self.question.type == "number" else str([*self.choices].index(key) + 1)

    def beside(self, ticked: tuple[str, ...], said: str) -> str:
        """What was typed, after the numbers of what is ticked already."""
        key = meant_in_words(self.choices, said)
        return ", ".join([*map(self.number, ticked), self.number(key) if key else said]) if ticked else said

    def _option(self, key: str) -> str:
        return option_in_words(self.number(key), self.choices[key])


def _groups(question: Question) -> dict[str, Group]:
    """The groups by their letters; none for a list with fewer than two headings that stand above several options."""
    found: list[tuple[str, list[str]]] = []
    for key in question.options:
        if key in question.headings:
            found.append((question.headings[key], []))
        if found:
            found[-1][1].append(key)
    several = [Group(title, tuple(keys)) for title, keys in found if len(keys) > 1]
    return dict(zip(LETTERS, several, strict=False)) if 1 < len(several) <= len(LETTERS) else {}
