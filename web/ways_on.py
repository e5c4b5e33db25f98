"""Where the foot of a page leads: to what there is for this visit by now, and nowhere else."""

from flask import request

from milepost.web.here import visit_if_any


def ways_on() -> list[tuple[str, str]]:
    """Addresses with their words: the questions while one is open, then the answers, the step, and the map to it."""
    here = visit_if_any()
    if here is None or here.conversation is None:
        return []
    talk = here.conversation
    if talk.is_open:
        is_here = request.endpoint == "question.page" and (request.view_args or {}).get("number") == talk.on().number
        return [] if is_here else [("/q", "Go on with the questions")]
    step = talk.interview.step(talk.sheet)
    found = [("/check", "Your answers"), ("/step", "Your next step")]
    # Beside danger or a crisis a map would only distract.
    ends = step is not None and talk.interview.kb.steps[step].ends_interview
    return found if ends else [*found, ("/map", "How your step was found")]
