"""Reading an answer sheet from YAML or JSON, and writing one."""

from engine.consultation.sheet import Answer, Sheet, fault_in_answer
from engine.faults import Fault, SheetFaulty, did_you_mean
from engine.language import document
from engine.language.answers import given
from engine.language.document import Node, Unreadable
from engine.language.shown import MOST, as_shown
from engine.model.knowledge_base import KnowledgeBase
from engine.model.position import Position
from engine.model.question import NONE, NOT_SURE, RATHER_NOT_SAY, Question

FORM = "an answer sheet has a line `question: answer` for each question"
EMPTY = "`milepost sheet` prints one to fill in"


def read_sheet(raw: bytes, shown: str, kb: KnowledgeBase) -> Sheet:
    """The sheet in some bytes; `shown` names them in messages. Raises SheetFaulty with every fault found."""
    text, faults, answers = "", [], {}
    try:
        text = document.decode(raw, shown)
        if text.lstrip().startswith("{"):
            text = text.replace("\t", " ")  # JSON may be indented with tabs, YAML may not
        root, faults = document.parse(text, shown)
        if root is None or root.value is None:
            raise Unreadable(Fault(Position(shown), "this answer sheet is empty", EMPTY))
        if root.kind != "mapping":
            raise Unreadable(Fault(root.at, f"this is {root.said}, not an answer sheet", FORM))
        for key, value in root.value:
            if len(faults) > MOST:  # this is no answer sheet, and need not be read to its end
                break
            _read_answer(key, value, kb, answers, faults)
    except Unreadable as error:
        faults = [*faults, error.fault]
    if faults:
        raise SheetFaulty(as_shown(faults, {shown: text}))
    return Sheet(answers)


def _read_answer(key: Node, value: Node, kb: KnowledgeBase, answers: dict[str, Answer], faults: list[Fault]) -> None:
    question = kb.questions.get(key.written)
    if question is None:
        faults.append(Fault(key.at, f"{key.said} is not a question", did_you_mean(key.written[:60], kb.questions, "`milepost sheet` lists all questions")))
        return
    answer, fault = given(value, question.key)
    if fault is None and answer is not None:  # an answer left empty is left open
        answer = _as_meant(answer, question)
        problem = fault_in_answer(question, answer)
        fault = Fault(value.at, *problem) if problem else None
    if fault is not None:
        faults.append(fault)
    elif answer is not None:
        answers[question.key] = answer


def _as_meant(answer: object, question: Question) -> object:
    """A word for a truth value, as JSON has it, and a list for the one option of a `many`."""
    if isinstance(answer, bool) and question.type == "yes_no":
        return "yes" if answer else "no"
    if question.type == "many" and isinstance(answer, str):
        return (answer,)
    return answer


def write_sheet(kb: KnowledgeBase, sheet: Sheet | None = None) -> str:
    """A sheet as YAML with every question, its options and help as comments; answers already given are filled in."""
    lines = ["# Fill in what you know, and leave empty what you do not want to answer now.",
             f"# Every question also takes {NOT_SURE} and {RATHER_NOT_SAY}.", ""]  # fmt: skip
    topic = None
    for question in kb.questions.values():
        if question.topic != topic:
            topic = question.topic
            lines += [f"# == {kb.topics[topic]} ==", ""]
        lines += [f"# {question.ask}", *([f"# {question.help}"] if question.help else []), f"# Why we ask: {question.why}"]
        if question.type == "number":
            lines.append(f"#   a whole number of {question.unit}, {question.minimum} to {question.maximum}")
        elif question.type == "many":
            lines.append(f"#   any of these in brackets, as in [a, b]; or {NONE}")
        width = max((len(o) for o in question.options), default=0)
        lines += [f"#   {option:<{width}}  {label}" for option, label in question.options.items()]
        lines += [f"{question.key}: {written(sheet.answers.get(question.key) if sheet else None)}".rstrip(), ""]
    return "\n".join(lines)


def written(answer: Answer | None) -> str:
    """An answer as it stands in a sheet."""
    if answer is None:
        return ""
    return f"[{', '.join(answer)}]" if isinstance(answer, tuple) else str(answer)
