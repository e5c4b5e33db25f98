"""The person's answers in a list, to check and to change."""

import click

from milepost.cli.terminal.layout import heading, width, wrapped
from milepost.cli.terminal.prompt import Back, Prompt, Review
from milepost.cli.terminal.streams import printable
from milepost.engine.interview.conversation import Conversation
from milepost.engine.telling.asking import OPENS_OTHERS
from milepost.engine.telling.said import played_back

TITLE = "Check your answers"
NONE_YET = "You have not answered anything yet."
START_OVER = "o"
INSTEAD = "the number of an answer to change it"
SURE = "Start over? All your answers are gone then."


def review(prompt: Prompt, conversation: Conversation, on: str) -> Conversation | None:
    """Shows every answer. Returns the conversation with one of them to be changed or started over, or None to go on.

    `on` says what Enter goes on to. Raises what a letter asks for.
    """
    if not conversation.sheet.answers:
        click.echo("\n" + NONE_YET)
        return None
    keys = numbered(conversation)
    ask = f"Type a number to change that answer, {START_OVER} to start over, or press Enter {on}."

    taken, whole = {START_OVER, *map(str, keys)}, True

    def again() -> None:
        raise Review

    while True:
        try:
            told = f"\n{heading(TITLE, width())}\n{listed(conversation, width())}\n\n{wrapped(ask, width())}"
            said = prompt.offer(told, taken, INSTEAD, OPENS_OTHERS) if whole else ""
            whole = False
            said = said or prompt.line("Number, o, or Enter:", lambda: [OPENS_OTHERS], again).lower()
        except Review:
            whole = True
            continue
        if not said:
            return None
        if said == START_OVER:
            if _is_sure(prompt):
                return conversation.start_over()
        elif said.isascii() and said.isdigit() and len(said) < 5 and int(said) in keys:
            return conversation.changing(keys[int(said)])
        else:
            click.echo(wrapped(f"`{printable(said)}` is not one of the numbers.", width()))
            continue
        whole = True


def numbered(conversation: Conversation) -> dict[int, str]:
    """The questions that have an answer, by the number each had when it was asked."""
    return {number: key for number, key in enumerate(conversation.replay.line, 1) if key in conversation.sheet.answers}


def listed(conversation: Conversation, columns: int) -> str:
    """Every answered question in the order of asking, with its answer below it."""
    kb, answers, rows = conversation.interview.kb, conversation.sheet.answers, []
    for number, key in numbered(conversation).items():
        rows.append(wrapped(kb.questions[key].ask, columns, "     ", f"{number:>3}  "))
        rows.append(wrapped(played_back(kb.questions[key], answers[key]), columns, "         ", "       "))
    return "\n".join(rows)


def _is_sure(prompt: Prompt) -> bool:
    try:
        return prompt.yes(SURE, "The questions begin again with the first.", "No, keep them")
    except (Back, Review):
        return False
