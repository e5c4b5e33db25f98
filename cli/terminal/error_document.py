"""What went wrong as one JSON document, for whoever asked for JSON."""

import click
import msgspec

from milepost.cli.terminal.errors import REST, AnswersMissing, Undone, exit_code, how_to_use, wrong_use
from milepost.cli.terminal.streams import harmless
from milepost.engine.consulting.disagreement import TO_PEOPLE, EnginesDisagree
from milepost.engine.model.faults import Faulty

SCHEMA = "milepost.error/1"


def is_wanted(arguments: list[str]) -> bool:
    """Was JSON asked for? Read off what was typed, as a wrong use may keep it from being understood."""
    return "--json" in (arguments[: arguments.index("--")] if "--" in arguments else arguments)


def error_document(error: BaseException) -> dict:
    """Every problem with its place (None if it has none in a file), what it is, and what to do.

    And the answers missing or left out.
    """
    missing, left_out = (error.missing, error.left_out) if isinstance(error, AnswersMissing) else ((), ())
    return {
        "schema": SCHEMA,
        "exit_code": exit_code(error),
        "problems": _problems(error),
        "missing": [{"question": question.key, "ask": question.ask} for question in missing],
        "left_out": [msgspec.structs.asdict(left) for left in left_out],
    }


def _problems(error: BaseException) -> list[dict]:
    match error:
        case Faulty():
            return [_problem(fault.problem, fault.remedy, str(fault.at)) for fault in error.faults]
        case AnswersMissing():
            return [_problem(str(error), REST)]
        case EnginesDisagree():
            return [_problem(str(error), f"{TO_PEOPLE} `milepost help-now` shows whom to call.")]
        case click.ClickException():
            return [_problem(wrong_use(error), how_to_use(error))]
        case Undone():
            return [_problem(str(error), error.do)]
    return [_problem("it was interrupted", "start it again")]


def _problem(what: str, do: str, where: str | None = None) -> dict:
    return {"where": where and harmless(where), "what": harmless(what), "do": harmless(do)}
