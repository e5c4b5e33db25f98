"""The titles that a page may have. They stay in the history of a browser, so none tells what the pages are about."""

import re

START, BEGIN, ANSWERS, STEP = "Start", "Before you begin", "Your answers", "Next step"
MAP, WHOLE_MAP, ONE_PART, SOURCES, SOURCE, HELP, PLAIN = (
    "Map",
    "Whole map",
    "Part of the map",
    "Sources",
    "Source",
    "Get help now",
    "Kitchen measures",
)
# The author's view.
KNOWLEDGE, WIRING, FOUND, FAULTY = "Knowledge base", "Wiring", "Found", "Faults"
ENTRIES = (
    "Questions", "Findings", "Rules", "Steps", "Advice", "Promises", "Statements", "Systems", "Examples",
    "One question", "One finding", "One rule", "One step", "One line",
    "One promise", "One source", "One statement", "One system", "One example",
)  # fmt: skip
FAULTS = {
    400: "This address does not fit",
    403: "This page is closed",
    404: "There is no such page",
    413: "This is too much at once",
    422: "There is a problem",
    500: "This did not work",
}
ALLOWED = re.compile(
    "(Error: )?("
    + "|".join(
        map(
            re.escape,
            (
                START,
                BEGIN,
                ANSWERS,
                STEP,
                MAP,
                WHOLE_MAP,
                ONE_PART,
                SOURCES,
                SOURCE,
                HELP,
                PLAIN,
                KNOWLEDGE,
                WIRING,
                FOUND,
                FAULTY,
                *ENTRIES,
                *FAULTS.values(),
            ),
        )
    )
    + r"|Question \d{1,3})"
)


def of_question(number: int, faulty: bool = False) -> str:
    """The title of a question page."""
    return f"{'Error: ' if faulty else ''}Question {number}"
