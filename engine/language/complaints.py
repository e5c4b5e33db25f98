"""What YAML's parser complains of, in plain words."""

import yaml

from milepost.engine.model.faults import Fault
from milepost.engine.model.position import Position

# The parser's words (those of libyaml), what they mean, and what to do. {mark} is the place where the piece began.
PLAIN = {
    "mapping values are not allowed in this context": (
        "a `:` stands where no key can be",
        "put a text with `: ` in it in quotes; or look for a missing `:` or an indentation gone wrong",
    ),
    "did not find expected key": (
        "this does not fit the lines above it",
        "check the indentation, and for a quote that closes too early",
    ),
    "did not find expected '-' indicator": (
        "this does not fit the list above it",
        "start it with `-`, or check the indentation",
    ),
    "did not find expected <document start>": (
        "this does not fit what stands above it",
        "check the indentation, and for a bracket too many",
    ),
    "did not find expected ',' or '}'": ("a `,` or `}` is missing before this", "the `{` was opened at {mark}"),
    "did not find expected ',' or ']'": ("a `,` or `]` is missing before this", "the `[` was opened at {mark}"),
    "did not find expected node content": ("a value is missing before this", "write it, or remove what stands here"),
    "found unexpected end of stream": ("this quote is not closed", "close it; inside single quotes write `''` for `'`"),
    "found unexpected document indicator": (
        "this quote is not closed",
        "close it; inside single quotes write `''` for `'`",
    ),
    "could not find expected ':'": (
        "this line has no `:` after its key",
        "add it; or indent the line, if it goes on with the text above",
    ),
    "found character that cannot start any token": (
        "a text cannot start with this character",
        "put the text in quotes",
    ),
    "found unknown escape character": (
        "`\\` has no meaning before this character",
        "use single quotes, or write `\\\\`",
    ),
    "found invalid Unicode character escape code": (
        "this is no character that can be written with `\\u`",
        "write the character itself",
    ),
    "block sequence entries are not allowed in this context": (
        "a list cannot start here",
        "start it on a line of its own",
    ),
    "did not find expected alphabetic or numeric character": (
        "a text cannot start with `*` or `&`",
        "put the text in quotes",
    ),
    "did not find expected comment or line break": ("a text after `|` or `>` starts on the next line", "move it there"),
}
AT_BEGINNING = ("found unexpected end of stream", "found unexpected document indicator", "could not find expected ':'")


def in_plain_words(error: yaml.MarkedYAMLError, text: str, shown: str) -> Fault:
    """The fault for an error of the parser; tabs, the commonest cause, are named whatever the parser says."""
    lines = text.splitlines() or [""]
    began, noticed = (
        _place(mark, lines, shown)
        for mark in (error.context_mark or error.problem_mark, error.problem_mark or error.context_mark)
    )
    for at in (began, noticed):
        line = lines[at.line - 1]
        if "\t" in line[: len(line) - len(line.lstrip())]:
            return Fault(Position(shown, at.line, line.index("\t") + 1), "a tab indents this line", "use spaces")
    problem, remedy = PLAIN.get(
        error.problem or "", (f"this is not YAML: {error.problem}", "check this line and the one above it")
    )
    at = began if error.problem in AT_BEGINNING else noticed
    return Fault(at, problem, remedy.replace("{mark}", f"{began.line}:{began.column}"))


def _place(mark: yaml.Mark | None, lines: list[str], shown: str) -> Position:
    """A mark as a place in the text; one past its end, or none, is put at the end of its last line."""
    if mark is not None and mark.line < len(lines):
        return Position(shown, mark.line + 1, mark.column + 1)
    return Position(shown, len(lines), len(lines[-1].rstrip()) + 1)
