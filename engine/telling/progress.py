"""How far along somebody is, in words."""

from milepost.engine.interview.conversation import Conversation
from milepost.engine.telling import asking, texts

SECONDS = 20  # that a question takes


def progress(talk: Conversation) -> str:
    """Return the number of the question in view, and about how many come after it before the step."""
    number = asking.QUESTION.format(talk.number)
    if talk.is_refining:
        done, most = refining(talk)
        return asking.EXTRA.format(done, most)
    if talk.returning and talk.answer_before is not None:
        return asking.CHANGING.format(number)
    if not talk.after_this():
        return asking.LAST.format(number)
    about = talk.likely_after_this()
    if about is None:
        return asking.AT_MOST_AFTER.format(number, talk.after_this())
    if about == 0:
        return asking.NEARLY_DONE.format(number)
    some = counted(about, asking.A_QUESTION), counted(minutes(about), asking.A_MINUTE)
    return asking.ABOUT_SO_MANY.format(number, *some)


def refining(talk: Conversation) -> tuple[int, int]:
    """Return the number of the refining question in view among these, and how many there are at most."""
    deciding, line = talk.replay.deciding, len(talk.replay.line)
    return talk.number - deciding, max(talk.wanted, line - deciding)


def offer(many: int) -> str:
    """Return what so many more questions are good for, once the step is clear."""
    return texts.ONE_MORE if many == 1 else texts.SOME_MORE.format(many)


def bound(talk: Conversation) -> str:
    """Return how many questions mostly come before the step, and then how many at most, whatever is answered.

    It is empty where none can come.
    """
    more = 0 if talk.is_refining else talk.after_this()
    if not more:
        return ""
    about = talk.likely_after_this()
    mostly = f"{asking.MOSTLY.format(counted(about, asking.A_QUESTION))} " if about and about < more else ""
    return mostly + asking.AT_MOST.format(more)


def minutes(questions: int) -> int:
    """Return about how many minutes so many questions take."""
    return max(1, round(questions * SECONDS / 60))


def counted(number: int, thing: str) -> str:
    """Return a number of things in words, as in 2 minutes."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def share(talk: Conversation) -> int:
    """Return how much of the way to the step, or through the refining questions, lies behind, in hundredths."""
    if talk.is_refining:
        done, most = refining(talk)
        return 100 * (done - 1) // most
    about = talk.likely_after_this()
    left = talk.after_this() if about is None else about
    return 100 * talk.place // (talk.number + left)
