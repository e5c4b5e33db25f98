"""`milepost` on a real terminal, and a person who answers its questions."""

import re
import sys
from pathlib import Path

import pexpect

from milepost.cli.terminal.offered import Offered

PROMPT = r"(Number|Number, or Enter for the other groups|Numbers, as in 1, 3|A whole number of [^:\n]*|Days, weeks or a date, n or w|Number, or Enter for no|Country, or Enter|Country, or Enter to begin|Enter to begin|Country, or Enter to go on|Enter for more|Enter for more, or your answer|More numbers, or Enter if that is all|Enter goes on|Number, o, or Enter|File name, or Enter|Letter, or q to leave): "
SMALL = Path(__file__).parents[1] / "small"
LETTERS = {"not_sure": "n", "rather_not_say": "w"}


class Terminal:
    """`milepost` on a terminal of some size. Keeps all that was shown."""

    def __init__(self, arguments, environment, folder, columns, rows):
        command = ["-m", "milepost", *map(str, arguments)]
        self.child = pexpect.spawn(
            sys.executable,
            command,
            env=environment,
            cwd=str(folder),
            dimensions=(rows, columns),
            encoding="utf-8",
            timeout=60,
        )
        self.shown = ""

    def prompt(self) -> str:
        """Waits for the next prompt. Returns what came since the last one.

        The first one is that of the first question: it is begun without naming a country, see `welcome`.
        """
        shown = self.welcome()
        if not shown.endswith("Enter to begin:"):
            return shown
        self.child.sendline("")
        return f"{shown} {self.welcome()}"

    def welcome(self) -> str:
        """Waits for the next prompt, also that before the first question. Returns what came since the last one."""
        self.child.expect(PROMPT + "$")
        return self._seen(self.child.before + self.child.after)

    def next(self) -> str:
        """Waits for the next prompt, or the end. Returns what came."""
        ended = self.child.expect([PROMPT + "$", pexpect.EOF])
        if ended:
            self.child.close()
        return self._seen(self.child.before + ("" if ended else self.child.after))

    def end(self) -> str:
        """Waits for the end. Returns what came since the last prompt."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self._seen(self.child.before)

    def type(self, line: str) -> str:
        """Types a line and waits for the next prompt. Returns what came."""
        self.child.sendline(line)
        return self.prompt()

    def to_its_end(self, shown: str) -> str:
        """Goes on through a list that takes several screens. Returns the last of them."""
        while shown.endswith("Enter for more, or your answer:"):
            shown = self.type("")
        return shown

    def first_of_all(self) -> str:
        """Leaves out every question before those that everybody answers. Returns what came since the last prompt."""
        shown = self.prompt()
        while "You can leave this out: just press Enter." in shown:
            shown = self.type("")
        return shown

    def leave(self, line: str) -> str:
        """Types a line after which the program ends. Returns what came."""
        self.child.sendline(line)
        return self.end()

    @property
    def lines(self) -> list[str]:
        """All lines shown, as they stand on the screen."""
        return re.sub(r"\x1b\[[0-9;]*m", "", self.shown).replace("\r", "").split("\n")

    def _seen(self, text: str) -> str:
        self.shown += text
        return words(text)


def words(text: str) -> str:
    """A text without the codes for bold, and with every run of white space as one space."""
    return " ".join(re.sub(r"\x1b\[[0-9;]*m", "", text).split())


def asked(kb, shown: str) -> str | None:
    """The key of the question that a screen ends with."""
    found = {shown.rfind(words(question.ask)): key for key, question in kb.questions.items()}
    return found[max(found)] if max(found) >= 0 else None


def typed_for(question, answer) -> str:
    """What a person types to give an answer."""
    if question.type == "number":
        return str(LETTERS.get(answer, answer))
    if Offered(question).groups:
        return str(answer)  # a number stands for what is in view, and words for what they say
    offered = [*question.options, *(["none"] if question.type == "many" else []), "not_sure", "rather_not_say"]
    return ", ".join(str(offered.index(one) + 1) for one in (answer if isinstance(answer, tuple) else (answer,)))


def answer_all(terminal: Terminal, kb, answers: dict, shown: str | None = None) -> tuple[list[str], str]:
    """Answers every question, with `not_sure` where `answers` has nothing. Returns the questions met, and the last screen."""
    met, shown = [], terminal.prompt() if shown is None else shown
    while shown.endswith(("Number:", "Numbers, as in 1, 3:", "n or w:")):
        key = asked(kb, shown)
        met.append(key)
        terminal.child.sendline(typed_for(kb.questions[key], answers.get(key, "not_sure")))
        shown = terminal.next()
    return met, shown
