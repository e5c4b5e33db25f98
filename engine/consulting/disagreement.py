"""What becomes of a consultation where the two engines do not agree: nobody is given a step."""

from collections.abc import Iterator

from milepost.engine.model.derivation import Derivation

NO_STEP = "Something is wrong in this program: it worked out your step in two ways, and they do not agree."
NOTHING_WRONG_WITH_YOU = "So it gives you no step. Nothing is wrong with your answers."
TO_PEOPLE = "Please talk to a person instead."


class EnginesDisagree(Exception):
    """The chaining and the circuit derive different things from one sheet.

    `names` are the rules and findings that differ. Neither the text nor `names` holds an answer.
    """

    def __init__(self, names: tuple[str, ...]):
        self.names = names
        super().__init__(f"{NO_STEP} {NOTHING_WRONG_WITH_YOU}")


def check_agreement(chained: Derivation, derived: Derivation) -> None:
    """Raise EnginesDisagree unless both engines settled the same and fired the same rules on the same facts."""
    if chained != derived:
        raise EnginesDisagree(tuple(dict.fromkeys(_differing(chained, derived))))


def _differing(one: Derivation, other: Derivation) -> Iterator[str]:
    ours, theirs = ({firing.rule: firing for firing in derivation.firings} for derivation in (one, other))
    yield from (rule for rule in {**ours, **theirs} if ours.get(rule) != theirs.get(rule))
    yield from (key for key in {**one.findings, **other.findings} if one.findings.get(key) != other.findings.get(key))
    if one.step != other.step:
        yield "step"
    if [firing.rule for firing in one.firings] != [firing.rule for firing in other.firings]:
        yield "the order of firing"
