"""The code that is written from the gates gives what evaluating them one by one does."""

import gc
import random
import sys
import weakref
from math import inf

import msgspec
import pytest

from milepost.engine.circuit import gates
from milepost.engine.circuit.compile import Compiler, compiled
from milepost.engine.circuit.cone import compacted, cone, part
from milepost.engine.circuit.evaluate import conclude, conclusion_of, evaluate, input_atoms, step_of
from milepost.engine.circuit.gates import Gate
from milepost.engine.circuit.planes import RecentPlanes, depends_on, planes
from milepost.engine.circuit.trying import Trials
from milepost.engine.circuit.variants import Variants
from milepost.engine.meaning.states import states, states_held
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.solver.relevance import deciding_targets
from tests.sheets import every_sheet

# Answers that no question takes, and answers in forms that a table may take for another.
STRANGE = (None, True, False, 1.0, 0, 1, -1, 10**9, "", "no such option", (), ("no such option",), ("none", "not_sure"))


def test_one_sheet(small):
    circuit = compiled(small)
    for sheet in every_sheet(small):
        bits = evaluate(circuit, dict.fromkeys(input_atoms(circuit, sheet), 1))
        assert list(circuit.on_one_sheet(circuit.answers.rows(sheet))) == list(map(bool, bits)), dict(sheet.answers)
        assert conclude(circuit, sheet) == conclusion_of(circuit, bits)


def test_a_gate_that_never_holds_is_a_vector_like_any_other():
    """As a truth value it would be turned into its contrary with a warning, and later with a fault."""
    never, contrary = Gate(1, []), Gate(2, [[-2]])
    on_many = gates.on_many_sheets([0], [never, contrary], [1, 2])
    found = on_many(0b11, [0b01])
    assert found == (0, 0b11) and all(type(vector) is int for vector in found)


def test_examples(base):
    circuit = compiled(base)
    for example in list(base.examples.values())[::3]:
        bits = evaluate(circuit, dict.fromkeys(input_atoms(circuit, Sheet(example.answers)), 1))
        assert conclude(circuit, Sheet(example.answers)) == conclusion_of(circuit, bits), example.id


def test_every_answer_is_read_as_the_engine_means_it(base):
    circuit = compiled(base)
    for place, question in enumerate(base.questions.values()):
        ends = (question.minimum, question.maximum, question.maximum + 1)
        ticked = [tuple(list(question.options)[:n]) for n in range(len(question.options) + 1)]
        backwards = [some[::-1] for some in ticked]
        for answer in (
            *question.options,
            *STRANGE,
            *ends,
            *ticked,
            *backwards,
            *((*some, "not_sure") for some in ticked),
        ):
            sheet = Sheet({question.key: answer})
            held = states_held(base, question, sheet)
            assert circuit.answers.rows(sheet)[place] == tuple(state in held for state in states(base, question)), (
                answer
            )


def test_planes_say_what_is_certain(small):
    """Of every sheet that is begun, what the planes call certain is so however it goes on."""
    circuit, pick = compiled(small), random.Random(3)
    whole = list(every_sheet(small))
    recent = RecentPlanes(circuit)
    for sheet in pick.sample(whole, min(20, len(whole))):
        begun = {key: answer for key, answer in sheet.answers.items() if pick.random() < 0.6}
        found = planes(circuit, Sheet(begun))
        assert recent.of(Sheet(begun)) == found == recent.of(Sheet(begun))
        for other in whole:
            if all(other.answers[key] == answer for key, answer in begun.items()):
                bits = evaluate(circuit, dict.fromkeys(input_atoms(circuit, other), 1))
                assert all(found.true[atom] if bit else found.false[atom] for atom, bit in enumerate(bits))
        assert recent.depends_on(Sheet(begun), tuple(circuit.steps.values())) == depends_on(
            found, circuit.steps.values()
        )
    recent.forget()
    assert recent._work_out.cache_info().currsize == recent._follow.cache_info().currsize == 0


def test_of_a_whole_sheet_the_planes_leave_nothing_open(small):
    circuit = compiled(small)
    for sheet in every_sheet(small):
        found = planes(circuit, sheet)
        assert list(found.true) == [not each for each in found.false]
        assert list(found.true) == list(circuit.on_one_sheet(circuit.answers.rows(sheet)))


def test_what_is_compiled_later_says_the_same_before(any_base):
    seldom, often = Compiler(any_base).circuit(), Compiler(any_base).circuit()
    often.prepare()
    for example in list(any_base.examples.values())[:8]:
        sheet, begun = Sheet(example.answers), Sheet(dict(list(example.answers.items())[::2]))
        assert conclude(seldom, sheet) == conclude(often, sheet)
        before, after = planes(seldom, begun), planes(often, begun)
        assert (before.true, before.false) == (after.true, after.false)
    assert "on_two_planes" not in seldom.__dict__


def test_a_part_of_the_circuit_says_the_same_of_what_it_is_for(any_base):
    circuit = Compiler(any_base).circuit()
    targets = tuple(deciding_targets(circuit))
    smaller = part(circuit, targets)
    for prepared in (False, True):
        for example in list(any_base.examples.values())[:8]:
            begun = Sheet(dict(list(example.answers.items())[::2]))
            all_of_it, some = planes(circuit, begun), planes(smaller, begun)
            assert [(all_of_it.true[t], all_of_it.false[t]) for t in targets] == [
                (some.true[t], some.false[t]) for t in targets
            ]
            assert depends_on(all_of_it, targets) == depends_on(some, targets)
            assert conclude(circuit, begun).step == conclude(smaller, begun).step
        if not prepared:
            RecentPlanes(circuit).prepare()
            RecentPlanes(smaller).prepare()


def test_planes_of_some_questions_are_worked_out_once_whatever_the_others_say(any_base):
    circuit = compiled(any_base)
    targets = deciding_targets(circuit)
    questions = cone(circuit, targets)[1]
    recent = RecentPlanes(circuit, questions)
    for example in list(any_base.examples.values())[:5]:
        whole = Sheet(dict(example.answers))
        read = Sheet({key: answer for key, answer in example.answers.items() if key in questions})
        assert recent.of(whole) is recent.of(read)
        assert recent.depends_on(whole, tuple(targets)) == depends_on(planes(circuit, whole), targets)
        assert recent.of(whole).step() == planes(circuit, whole).step()


def test_gates_of_nothing():
    """No conjunction at all never holds, and one of no literal always does."""
    nothing, always = Gate(0, ()), Gate(1, ((),))
    assert gates.on_one_sheet([], [nothing, always], 2)(()) == (False, True)
    assert gates.on_two_planes([], [nothing, always], 2)((), ()) == ((False, True), (True, False), (0, 0))
    assert gates.on_many_sheets([], [nothing, always], [0, 1])(0b111, ()) == (0, 0b111)
    neither = Gate(2, ((-1,), (-2,)))
    assert gates.on_many_begun_sheets([], [nothing, always, neither], [0, 1, 2])(0b111, (), ()) == (0, 0b111, 0b111)


def test_no_word_of_an_author_is_compiled(base, monkeypatch):
    texts = []

    def look(text, *arguments):
        texts.append(text)
        return compile(text, *arguments)

    monkeypatch.setattr(gates, "compile", look, raising=False)
    monkeypatch.setattr(gates, "LONG", inf)  # here, where it can be looked at
    circuit = Compiler(base).circuit()
    assert circuit.on_one_sheet and circuit.on_two_planes
    Trials(circuit, deciding_targets(circuit)).prepare()
    Variants(circuit).prepare()
    assert len(texts) == 4
    for text in texts:
        words = set("".join(c if c.isalnum() else " " for c in text).split())
        plain = {"def", "compiled", "return", "and", "or", "not", "if", "else", "True", "False"}
        assert all(word in plain or word.isdigit() or (word[0] in "atfm" and word[1:].isdigit()) for word in words)


def test_a_circuit_goes_with_its_knowledge_base(small):
    class Watched:
        """Something that can be seen to be gone."""

    kb = msgspec.structs.replace(small)
    conclude(compiled(kb), Sheet({}))
    assert compiled(kb) is compiled(kb)
    kb.__dict__["watched"] = watched = Watched()
    gone = weakref.ref(watched)
    del kb, watched
    gc.collect()
    assert gone() is None


def test_a_part_that_is_compacted_says_the_same_under_other_numbers(any_base):
    circuit = Compiler(any_base).circuit()
    targets = deciding_targets(circuit)
    smaller = compacted(circuit, targets)
    assert len(smaller.names) <= len(circuit.names) and len(deciding_targets(smaller)) == len(targets)
    for prepared in (False, True):
        for example in list(any_base.examples.values())[:8]:
            begun = Sheet(dict(list(example.answers.items())[::2]))
            all_of_it, some = planes(circuit, begun), planes(smaller, begun)
            for atom, number in zip(targets, deciding_targets(smaller), strict=True):
                assert circuit.names[atom] == smaller.names[number]
                assert (all_of_it.true[atom], all_of_it.false[atom]) == (some.true[number], some.false[number])
            assert depends_on(all_of_it, targets) == depends_on(some, deciding_targets(smaller))
            assert conclude(circuit, begun).step == step_of(smaller, begun)
        if not prepared:
            circuit.prepare()
            smaller.prepare()


@pytest.mark.parametrize("python", [sys.executable, "", "/no/such/python", "/bin/false"])
def test_what_is_compiled_in_a_process_of_its_own_does_the_same(python, small, monkeypatch):
    monkeypatch.setattr(gates, "LONG", 0)
    monkeypatch.setattr(sys, "executable", python)
    circuit = msgspec.structs.replace(compiled(small))
    for sheet in list(every_sheet(small))[:20]:
        assert conclude(circuit, sheet) == conclude(compiled(small), sheet)
