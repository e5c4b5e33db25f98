"""The program's own sentences about a consultation; all that belongs to a subject comes from the knowledge base."""

import datetime
import re
from collections.abc import Sequence

YOUR_STEP = "Your next step"
TITLES = {
    "answer": "You asked: {}",
    "affirmation": "Know this",
    "numbers": "In danger now?",
    "step": YOUR_STEP,
    "today": "Today",
    "words": "Words for them",
    "do": "Do",
    "dont": "Don't",
    "next": "The next moment",
    "notes": "Good to know",
    "help": "Who can help",
    "at_odds": "Two answers that do not fit",
    "why": "Why",
    "go_on": "Go on when you can",
    "old": "",
}
COULD_SAY_TO = "Words for {}"

# A question without an answer yet.
NOTHING_CHOSEN = "Nothing is chosen yet. There is no wrong answer here."

# More questions, once the step is clear.
ONE_MORE = "One more question can still make the advice fit you better"
SOME_MORE = "{} more questions can still make the advice fit you better"
STEP_STAYS = "Your next step stays the same. You can leave this out."

# A telling on paper, in a file or handed on.
STAYS = "A file, a paper or a message stays when you exit here. Whoever finds it can read it."
RISKY = (
    "If somebody could look at this device or find a paper, it is safer to keep nothing. "
    "A number that you know by heart leaves no trace."
)
WITH_ANSWERS = "With all rows, and with answers you gave. Those about safety are not on paper."

# Numbers to call.
ON_THE_WAY = "Thank you for telling us. You can call now. The questions can wait."
EMERGENCY = "Call {}"
EMERGENCY_ANYWHERE = "Call the emergency number of your country"
CALL, TEXT = "call {}", "text {}"
FOR, ALWAYS_THERE = "for {}", "24/7"

# When to look again.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
LOOK_AGAIN = "Look again about {}."

# What is behind the rows.
ROWS = {
    "people": "People who can help",
    "more": "More to do and not to do",
    "why": "Why this step",
    "change": "What would change it",
    "others": "Other steps",
    "from": "Where this comes from",
    "who": "Who stands behind this",
}
REASONS_ABOVE = "Why we say what stands above, by the first words of each line"
# How many words recall a line that stands in view.
RECALLED = 7
RULES = "What speaks for it"
DECIDED = "What decided it"
DECIDED_LEAD = "These answers alone lead to this step, whatever else you might have said."
DECIDED_WITH_GUARDS = "With what else you said about safety and contact, these answers lead to this step."
NO_ALARM = "Nothing you told us points to danger."
NO_RULE = "Nothing spoke for another step, so this one is left."
NONE_FIRST = "Nothing here puts another step first."
# The way to the step.
WAY = "How your next step was found"
YOU_SAID, SO, SO_WITH, OPENS = "You said", "So", "From this and {}", "After that"
CHECKED, PASSED = "Also looked at: {}.", "Stage passed: {}."
ABOUT_SAFETY, NO_ALARM_IN, STAGES_BEFORE = (
    "{} about safety, and none puts another step first",
    "{} about safety, none of them a sign of danger",
    "{} before this one, where no step fits",
)

# Why another step was not told, and how a finding came about.
WHY_NOT, IT_IS_YOURS = "Why not: {}", "This is your next step: {}."
SPEAKS_FOR_IT = "This speaks for it: {} But your next step comes before it."
WOULD_NEED = 'It would need this: "{}"'
NOT_SO, NONE_OF_THESE_WAYS, OR_MORE = (
    "Your answers do not lead to this: {}.",
    "None of these is so:",
    "one of {} more",
)
# Of a test on a question: what is not so, and what would be, each with the answers and the question in its places.
NOT_SAID = {
    "not": ('You did not say anything other than {} to "{}"', 'you said something other than {} to "{}"'),
    "excludes": ('You ticked {} at "{}", or left it open', 'you did not tick {} at "{}"'),
    "only": ('You did not tick {} alone at "{}"', 'you ticked nothing but {} at "{}"'),
    "unknown": ('You did not leave "{1}" open', 'you left "{1}" open'),
}
NOT_SAID_IT = ('You did not say {} to "{}"', 'you said {} to "{}"')
OTHER_THAN = 'something other than "{}"'
IN_ITS_WAY, YOU_SAID_TO = "This stands in its way: {}", 'you said {} to "{}"'
ONLY_LEFT = "Nothing speaks for it. It is what is left when nothing else fits."
NO_OTHER_VALUE = "Nothing spoke for another value."

COME_BACK, FURTHER_ON = "When to come back", "Further on"
CHANGES = "Other answers, another step"
NO_CHANGE = "Nothing that can change would give another step for now."
IF_TICKED, IF_NOT_TICKED = 'if you had ticked "{}"', 'if you had not ticked "{}"'
IF_SAID, ONCE_SAID = 'if you said "{}" to "{}"', 'once you can say "{}" to "{}"'
LEFT_OPEN = "What you left open"
LEFT_OPEN_LEAD = "Left open, these lead to no more contact than your answers could."
COULD_LEAD_TO = "{} Knowing it could lead to: {}."
OTHERS_LEAD = "Something spoke for these too. Your next step comes before them."
NOTHING_FITS = "Nothing here fits you?"
NOTHING_FITS_SAID = "You know your life best. Talk to a person you trust, or to people you can call."
TEXTS = "What we read"
SOURCE = "{} ({})"
DISAGREE = "Where sources disagree"
FOLLOWED = "{}. We follow: {}"
RESEARCH = "What research says"
RESEARCH_LEAD = "Studies lean towards the advice here, unless we say otherwise."
LIMITS = "What this cannot do"
NO_LIMITS = "This knowledge base names none."
REVIEWED = "Who has looked at it"
REVIEWED_BY, NOT_REVIEWED = "{} ({}), {}: {}.", "No specialist has reviewed these rules yet."
UPKEEP = "How it is kept up"
GOOD_FOR = "A review counts for {} days."
OLD = "Some of this was last checked over a year ago, on {}. Take it with care."


def day(date: datetime.date) -> str:
    """Return a day and its month, as in 25 December."""
    return f"{date.day} {MONTHS[date.month - 1]}"


def date(written: str) -> str:
    """Return a date, a month or a year as people write it: 22 November 2026 for 2026-11-22."""
    year, *rest = written.split("-")
    return " ".join([*(str(int(day)) for day in rest[1:]), *(MONTHS[int(month) - 1] for month in rest[:1]), year])


def sentence(text: str) -> str:
    """Return a text with a capital letter and an end, as the words of a finding and the length of a step have none."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}"


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each with its end."""
    return [said.strip() for said in re.findall(r".+?(?:\. |$)", text)]


def recalled(text: str) -> str:
    """Return the first words of a text that stands in view, as in: Do not send an apology, an explanation ..."""
    words = text.split()
    few = min(RECALLED, len(words) - 1)
    return f"{' '.join(words[:few]).rstrip('.,:;')} ..." if few > 1 else text


def listed(parts: Sequence[str], last: str = "or") -> str:
    """Return parts as a list in a sentence."""
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def counted(count: int, one: str) -> str:
    """Return how many there are of something that is named in the singular, as in 2 answers."""
    return f"{count} {one}{'' if count == 1 else 's'}"
