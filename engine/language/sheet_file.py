"""Reading an answer sheet from YAML or JSON, and writing one."""

import re

from milepost.engine.language import document
from milepost.engine.language.answer_nodes import given
from milepost.engine.language.document import Node, Unreadable, short
from milepost.engine.language.shown import MOST, as_shown
from milepost.engine.model.answer_sheet import Answer, LeftOut, Sheet, SheetRead, fault_in_answer, words
from milepost.engine.model.faults import Fault, SheetFaulty, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.position import Position
from milepost.engine.model.question import NONE, NOT_SURE, RATHER_NOT_SAY, Question

FORM = "an answer sheet has a line `question: answer` for each question"
EMPTY = "`milepost sheet` prints one to fill in"
# The line that says for which knowledge base a sheet was made; it is reserved, so that no question has this name.
MADE_FOR = "knowledge_base"
DIGEST = re.compile("[0-9a-f]{64}")
GONE = "this is not asked any more"
NO_FIT = "this answer does not fit the question any more"
SOME_GONE = "this is not offered any more; the rest of the answer is kept, and you are not sure beside it"


def read_sheet(raw: bytes, shown: str, kb: KnowledgeBase) -> SheetRead:
    """The sheet in some bytes; `shown` names them in messages. Raises SheetFaulty with every fault found.

    A sheet that says it was made for another knowledge base is read as an older one: an answer that is not there any
    more is left out, so that its question is open again; of a list, the options that are still there are kept. In any
    other sheet it is a fault.
    """
    text = ""
    faults: list[Fault] = []
    left_out: list[LeftOut] = []
    answers: dict[str, Answer] = {}
    try:
        text = document.decode(raw, shown)
        if text.lstrip().startswith("{"):
            text = text.replace("\t", " ")  # JSON may be indented with tabs, YAML may not
        root, faults = document.parse(text, shown)
        if root is None or root.value is None:
            raise Unreadable(Fault(Position(shown), "this answer sheet is empty", EMPTY))
        if root.kind != "mapping":
            raise Unreadable(Fault(root.at, f"this is {root.said}, not an answer sheet", FORM))
        older = _is_older(root, kb, faults)
        for key, value in root.value:
            if len(faults) > MOST:  # this is no answer sheet, and need not be read to its end
                break
            if len(left_out) > MOST:
                raise Unreadable(
                    Fault(root.at, f"more than {MOST} answers in this sheet are to other questions than ours", EMPTY)
                )
            if key.written != MADE_FOR:
                found = _read_answer(key, value, kb, answers, older)
                if isinstance(found, LeftOut):
                    left_out.append(found)
                elif found is not None:
                    faults.append(found)
    except Unreadable as error:
        faults = [*faults, error.fault]
    if faults:
        raise SheetFaulty(as_shown(faults, {shown: text}))
    return SheetRead(Sheet(answers), tuple(left_out))


def _is_older(root: Node, kb: KnowledgeBase, faults: list[Fault]) -> bool:
    """Does the sheet say that it was made for another knowledge base?"""
    value: Node | None = next((value for key, value in root.value if key.written == MADE_FOR), None)
    if value is None or value.value is None:
        return False
    if not DIGEST.fullmatch(value.written):
        problem = f"`{MADE_FOR}` is {value.said}, where the digest of a knowledge base is expected"
        faults.append(Fault(value.at, problem, "leave this line as `milepost sheet` prints it, or remove it"))
        return False
    return value.written != kb.digest


def _read_answer(
    key: Node, value: Node, kb: KnowledgeBase, answers: dict[str, Answer], older: bool
) -> LeftOut | Fault | None:
    """Puts one answer among the others; or what is wrong with it."""
    question = kb.questions.get(key.written)
    if question is None and not older:
        return Fault(
            key.at,
            f"{key.said} is not a question",
            did_you_mean(key.written[:60], kb.questions, "`milepost sheet` lists all questions"),
        )
    answer, fault = given(value, short(key.written))
    if fault is not None or answer is None:  # an answer left empty is left open
        return fault
    if question is None:
        return LeftOut(short(key.written), short(written(answer)), GONE)
    answer = _as_meant(answer, question)
    problem = fault_in_answer(question, answer)
    if problem is None:
        answers[question.key] = answer
        return None
    if not older:
        return Fault(value.at, *problem)
    kept, gone = _still_there(answer, question)
    if kept is None:
        return LeftOut(question.key, short(written(answer)), NO_FIT)
    answers[question.key] = kept
    return LeftOut(question.key, short(written(gone)), SOME_GONE)


def _still_there(answer: Answer, question: Question) -> tuple[Answer | None, Answer]:
    """What is left of the options of an older answer, and those that are gone; nothing is left of any other answer.

    What was said beside the options that are gone is not known any more, so what is left is not sure of the rest.
    """
    if question.type != "many" or not isinstance(answer, tuple):
        return None, answer
    kept = tuple(option for option in question.options if option in answer)
    gone = tuple(option for option in answer if option not in words(question))
    unsure = kept if question.is_open else (*kept, NOT_SURE)
    return (unsure if kept and gone and fault_in_answer(question, unsure) is None else None), gone


def _as_meant(answer: Answer, question: Question) -> Answer:
    """A word for a truth value, as JSON has it, and a list for the one option of a `many`."""
    if isinstance(answer, bool) and question.type == "yes_no":
        return "yes" if answer else "no"
    if question.type == "many" and isinstance(answer, str):
        return (answer,)
    return answer


def write_sheet(kb: KnowledgeBase, sheet: Sheet | None = None) -> str:
    """A sheet as YAML with every question, its options and help as comments; answers already given are filled in.

    It says for which knowledge base it was made, so that it can be read when that has changed.
    """
    lines = ["# Fill in what you know, and leave empty what you do not want to answer now.",
             f"# Every question also takes {NOT_SURE} and {RATHER_NOT_SAY}.", "",
             "# The version of the questions. Leave this line as it is.", f"{MADE_FOR}: {kb.digest}", ""]  # fmt: skip
    topic = None
    for question in kb.questions.values():
        if question.topic != topic:
            topic = question.topic
            lines += [f"# == {kb.topics[topic]} ==", ""]
        lines += [
            f"# {question.ask}",
            *([f"# {question.help}"] if question.help else []),
            f"# Why we ask: {question.why}",
        ]
        if question.type == "number":
            lines.append(f"#   a whole number of {question.unit}, {question.minimum} to {question.maximum}")
        elif question.type == "many":
            lines.append("#   any of these in brackets, as in [a, b]" + (f"; or {NONE}" if question.takes_none else ""))
        width = max((len(o) for o in question.options), default=0)
        lines += [f"#   {option:<{width}}  {label}" for option, label in question.options.items()]
        lines += [f"{question.key}: {written(sheet.answers.get(question.key) if sheet else None)}".rstrip(), ""]
    return "\n".join(lines)


def written(answer: Answer | None) -> str:
    """An answer as it stands in a sheet."""
    if answer is None:
        return ""
    return f"[{', '.join(map(str, answer))}]" if isinstance(answer, tuple) else str(answer)
