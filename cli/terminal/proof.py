"""What was proved, and what breaks a promise, laid out as text."""

import datetime
import sys

from milepost.cli.terminal import looks
from milepost.cli.terminal.layout import item, width, wrapped
from milepost.engine.consulting.consult import Consultation
from milepost.engine.language.sheet_file import written
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import NO_CONTACT, above
from milepost.engine.promises.certificate import compared, versions, with_more_said
from milepost.engine.promises.verdict import Broken, Verdict
from milepost.engine.telling.promise import STATUS, found_in_words

NO_PROMISES = "There are no promises here to prove."


def certified(verdict: Verdict, columns: int) -> str:
    """The certificate of one promise."""
    rows = [
        wrapped(f"{verdict.promise}: {STATUS[verdict.status]}", columns, "    ", ""),
        wrapped(verdict.says, columns, "    "),
    ]
    rows.append(wrapped(found_in_words(verdict), columns, "    "))
    rows += [wrapped(f"{c.question}: {compared(c)}", columns, "        ", "      ") for c in verdict.compared]
    return "\n".join(rows)


def witness(verdict: Broken, replay: Consultation, columns: int) -> str:
    """The sheet that breaks a promise, and what comes out of it."""
    kb, conclusion = replay.kb, replay.conclusion
    fewest = (
        "no sheet with fewer known answers breaks it"
        if verdict.simplest
        else "the time was too short to look for a simpler one"
    )
    rows = [wrapped(f"A sheet that breaks `{verdict.promise}`; {fewest}:", columns)]
    # One answer to a line, never wrapped, so that it can be copied into a file.
    rows += [f"  {key}: {written(answer)}" for key, answer in verdict.witness.answers.items()]
    step = f"the step `{conclusion.step}`" if conclusion.step else "no step"
    rows.append(wrapped(f"Run through the rules again, it leads to {step}. The rules that fired:", columns))
    rows += [item(f"{firing.rule}: {kb.rules[firing.rule].because}", columns) for firing in replay.firings]
    if further := [id for id in conclusion.advice if above(kb.advice[id].contact, NO_CONTACT)]:
        rows.append(wrapped("Lines with contact that are shown: " + ", ".join(f"`{id}`" for id in further), columns))
    if more := with_more_said(kb, verdict):
        then = f"the step `{more.step}`" if more.step else "no step"
        rows.append(
            wrapped(
                f"With `{written(more.answer)}` for `{more.question}`, which says more, it leads to {then}.",
                columns,
            )
        )
    elif ends := kb.promises[verdict.promise].ends_within:
        rows.append(wrapped(f"After {ends} questions another step is possible still, or this one asks on.", columns))
    elif verdict.question:
        instead = (
            f"`{written(verdict.others[0].answers[verdict.question])}`"
            if len(verdict.others) == 1
            else "any known answer"
        )
        rows.append(wrapped(f"With {instead} for `{verdict.question}` there is less contact.", columns))
    return "\n".join(rows)


def summary(kb: KnowledgeBase, verdicts: list[Verdict], asked: int, today: datetime.date, columns: int) -> str:
    """How many promises hold, of which knowledge base, with what versions, on what date."""
    held = sum(v.status == "holds" for v in verdicts)
    rows = [f"{held} of {asked} {'promise holds' if asked == 1 else 'promises hold'}." if asked else NO_PROMISES]
    if len(verdicts) < asked:
        rows.append(f"Stopped: {asked - len(verdicts)} were not looked at.")
    stamp = ", ".join(f"{name} {version}" for name, version in versions().items())
    rows.append(f"Knowledge base {kb.digest}.")
    rows.append(f"Date {today}; {stamp}.")
    return "\n".join(wrapped(row, columns) for row in rows)


def progress(words: str) -> None:
    """Show words on the last line of a terminal, and nothing anywhere else."""
    if sys.stderr.isatty() and looks.redrawn():
        room = width() - 1
        sys.stderr.write(f"\r{words[:room]:<{room}}\r{words[:room]}")
        sys.stderr.flush()
