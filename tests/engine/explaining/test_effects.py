"""What a question is for is exact: the steps possible, those an answer rules out, and those it alone keeps."""

from milepost.engine.checks.read import read
from milepost.engine.circuit.compile import compiled
from milepost.engine.explaining.effects import Effects
from milepost.engine.meaning.states import intervals
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import NONE, NOT_SURE
from milepost.engine.telling.effects import effect_in_words
from tests.cli.terminal import SMALL
from tests.engine.interview.oracles import EverySheet
from tests.sheets import answers, spread


def told_of(kb, question) -> list:
    """The answers that are told of: for numbers the least of each range, for `many` each option alone."""
    if question.type == "number":
        return [*(low for low, _ in intervals(kb, question)), NOT_SURE]
    if question.type == "many":
        return [(NONE,), *((option,) for option in question.options), NOT_SURE]
    return [*question.options, NOT_SURE]


def parts(answer) -> set:
    return set(answer) if isinstance(answer, tuple) else {answer}


def partial_sheets(kb):
    """The empty sheet, and all with one or two answers."""
    yield {}
    keys = list(kb.questions)
    for place, key in enumerate(keys):
        for answer in answers(kb, kb.questions[key]):
            yield {key: answer}
            for later in keys[place + 1 :]:
                yield from ({key: answer, later: other} for other in told_of(kb, kb.questions[later]))


def test_against_trying_every_sheet(small):
    oracle, effects = EverySheet(small), Effects(compiled(small))
    order = list(small.steps)
    for given in spread(partial_sheets(small), 120):
        for key, question in small.questions.items():
            effect = effects.of(question, Sheet(given))
            aside = {k: a for k, a in given.items() if k != key}
            possible = oracle.steps(aside)
            assert list(effect.possible) == sorted(possible, key=order.index)
            if question.guard:
                assert effect.leaves == ()
                continue
            assert [leaves.answer for leaves in effect.leaves] == told_of(small, question)
            left = {answer: oracle.steps({**aside, key: answer}) for answer in answers(small, question)}
            for leaves in effect.leaves:
                mine = oracle.steps({**aside, key: leaves.answer})
                without = set().union(
                    *(steps for answer, steps in left.items() if not parts(leaves.answer) <= parts(answer))
                )
                assert set(leaves.rules_out) == possible - mine, (given, key, leaves)
                assert set(leaves.keeps_alone) == mine - without, (given, key, leaves)


def test_in_words():
    kb = read(SMALL / "ladder")
    effects, question = Effects(compiled(kb)), kb.questions["height"]
    said = effect_in_words(kb, question, effects.of(question, Sheet()))
    assert said[:2] == [
        "4 steps are still possible: Rest; Climb; Jump; Look.",
        '"0 to 2 metres" would rule out: Climb; Jump.',
    ]
    assert 'Only "3 to 9 metres" keeps possible: Jump.' in said
    assert '"50 metres or more" would rule out: Climb; Jump.' in said
    assert '"I do not know" would rule out: Climb; Jump.' in said
    effect = effects.of(kb.questions["tools"], Sheet({"height": 5, "tired": "no"}))
    assert effect_in_words(kb, kb.questions["tools"], effect)[0] == "One step is still possible: Jump."


def test_a_guard_tells_nothing_and_long_lists_are_cut(base):
    effects = Effects(compiled(base))
    for question in base.questions.values():
        effect = effects.of(question, Sheet())
        said = effect_in_words(base, question, effect)
        assert (said == []) == question.guard
        assert all(sentence.count(";") < 5 for sentence in said)
        cut = [leaves for leaves in effect.leaves if len(leaves.rules_out) > 3]
        assert [f", and {len(leaves.rules_out) - 3} more." in " ".join(said) for leaves in cut] == [True] * len(cut)
