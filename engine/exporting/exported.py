"""A whole knowledge base as one document: the circuit as numbers, what its authors wrote, and how it is told.

A program that reads the circuit, knows three-valued logic and can search holds the same consultation as this one.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from milepost.engine.circuit.compile import RULE, SHOWN, Compiler
from milepost.engine.circuit.cone import cone
from milepost.engine.circuit.derive import Deriver
from milepost.engine.circuit.gates import Conjunctions, renumbered
from milepost.engine.circuit.lean import lean
from milepost.engine.consulting.choice import asks_for_step_alone, is_particular, weight
from milepost.engine.exporting import parts
from milepost.engine.exporting.bounds import bounds
from milepost.engine.exporting.manner import Manner, manner
from milepost.engine.interview.order import Order, order_of
from milepost.engine.meaning.states import intervals
from milepost.engine.model.advice import Advice
from milepost.engine.model.condition import tests
from milepost.engine.model.helpline import Line
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NOT_SURE, Question
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import Step
from milepost.engine.solver.relevance import deciding_targets
from milepost.engine.telling import helplines, plain
from milepost.engine.telling.rows import stance

SCHEMA = "milepost.consultation/4"
Part = TypeVar("Part", bound=msgspec.Struct)


class Exported(msgspec.Struct, frozen=True):
    """All of it. Atoms are counted from 1: the `inputs` of the questions come first, then a gate has one each.

    A gate is a list of conjunctions of literals, of which one has to hold; a literal is an atom, or minus an atom that
    must not hold. All that the step and the lines about safety hang on stands in the `first_gates` of them. Entries are
    in the order of the knowledge base.
    """

    inputs: int
    first_gates: int
    gates: list[Conjunctions]
    topics: dict[str, str]
    stages: dict[str, tuple[str, ...]]
    questions: list[parts.Question]
    order: Order
    findings: list[parts.Finding]
    rules: list[parts.Rule]
    steps: list[parts.Step]
    advice: list[parts.Line]
    at_odds: list[parts.AtOdds]
    purposes: list[parts.Purpose]
    countries: list[parts.Country]
    sources: list[parts.Source]
    conflicts: list[parts.Conflict]
    research: list[parts.Research]
    about: parts.About
    manner: Manner


def exported(kb: KnowledgeBase) -> dict[str, Any]:
    """Return a knowledge base without faults as data, ready for JSON."""
    return plain.document(SCHEMA, kb, **msgspec.structs.asdict(_exported(kb)))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of what is exported."""
    return plain.schema(SCHEMA, Exported)


def _exported(kb: KnowledgeBase) -> Exported:
    compiler = Compiler(kb)
    circuit = compiler.circuit()
    before_step, asked_before = cone(circuit, deciding_targets(circuit))
    first = {gate.atom for gate in before_step}
    # Answers at odds are no part of the rules; as gates they need no reading of their own.
    odd = {
        entry.id: [(test.fact, compiler.single(compiler.ways(test))) for test in tests(entry.when)]
        for entry in kb.at_odds.values()
    }
    holds = {entry.id: compiler.single(compiler.ways(entry.when)) for entry in kb.at_odds.values()}
    # So are the ways in which a rule can be met, where there are several: of its tests all have to hold.
    rules = {
        id: [
            (facts, compiler.single(((*map(compiler.single, met),),)) if len(ways) > 1 else circuit.index[RULE, id] + 1)
            for facts, met in ways
        ]
        for id, _, ways in Deriver(circuit).rules
    }
    looked_at = [literal for tested in odd.values() for _, literal in tested]
    looked_at += [literal for ways in rules.values() for _, literal in ways]
    named = {atom for (kind, _), atom in circuit.index.items() if kind in kb.settled or kind in (RULE, SHOWN)}
    named |= {abs(literal) - 1 for literal in (*looked_at, *holds.values())}
    inputs = [atom for atoms in circuit.inputs.values() for atom in atoms]
    first_to_last = sorted(compiler.gates, key=lambda gate: gate.atom not in first)
    left = lean(first_to_last, named)
    gates, now = renumbered(inputs, left)

    def atom(kind: str, name: str) -> int:
        return now[circuit.index[kind, name] + 1]

    return Exported(
        inputs=len(inputs),
        first_gates=sum(gate.atom in first for gate in left),
        gates=[gate.any_of for gate in gates],
        topics=kb.topics,
        stages=kb.stages,
        questions=[_question(kb, question, now[circuit.inputs[key][0] + 1]) for key, question in kb.questions.items()],
        order=order_of(kb, asked_before),
        findings=[
            _made(parts.Finding, finding, atoms=tuple(atom(key, value) for value in finding.values))
            for key, finding in kb.findings.items()
        ],
        rules=[
            _made(
                parts.Rule,
                kb.rules[id],
                atom=atom(RULE, id),
                ways=tuple(parts.Way(facts, now[literal]) for facts, literal in ways),
            )
            for id, ways in rules.items()
        ],
        steps=[
            _made(parts.Step, kb.steps[key], gravest=key in next(iter(kb.stages.values()), ()), atom=now[old + 1])
            for key, old in circuit.steps.items()
        ],
        advice=[
            _made(
                parts.Line,
                line,
                weight=weight(kb, line),
                step_alone=asks_for_step_alone(kb, line),
                particular=is_particular(kb, line),
                atom=atom(SHOWN, line.id),
            )
            for line in kb.advice.values()
        ],
        at_odds=[
            _made(
                parts.AtOdds,
                entry,
                holds=now[holds[id]],
                answers=tuple(parts.OddAnswer(fact, now[literal]) for fact, literal in odd[id]),
            )
            for id, entry in kb.at_odds.items()
        ],
        purposes=[_made(parts.Purpose, each) for each in kb.purposes.values()],
        countries=[
            _made(parts.Country, each, lines=tuple(map(_helpline, each.lines))) for each in kb.countries.values()
        ],
        sources=[_made(parts.Source, each, statements=tuple(_cited(kb, key))) for key, each in kb.sources.items()],
        conflicts=[
            _made(parts.Conflict, each, sides=tuple(_made(parts.Side, side) for side in each.sides))
            for each in kb.conflicts.values()
        ],
        research=[_made(parts.Research, each, stands=stance(each)) for each in kb.research.values()],
        about=_made(parts.About, kb.about, reviewed_by=tuple(_made(parts.Review, r) for r in kb.about.reviewed_by)),
        manner=manner(),
    )


def _made(kind: type[Part], entry: object, **more: object) -> Part:
    """The exported form of an entry: its fields of the same names, and some more."""
    same = {name: getattr(entry, name) for name in kind.__struct_fields__ if name not in more}
    return kind(**same, **more)


def _question(kb: KnowledgeBase, question: Question, atom: int) -> parts.Question:
    answers = [
        (question.key in way, kb.examples[id].answers.get(question.key, NOT_SURE)) for id, way in kb.ways.items()
    ]
    said = dict.fromkeys(answer for asked, answer in answers if asked)
    signs = {answer: chr(ord("A") + place) for place, answer in enumerate(said)}
    return _made(
        parts.Question,
        question,
        starts=tuple(low for low, _ in intervals(kb, question)) if question.type == "number" else (),
        open=question.is_open,
        bounds=list(bounds(kb, question, atom)),
        atom=atom,
        said={sign: answer for answer, sign in signs.items()},
        ways="".join(signs[answer] if asked else "@" for asked, answer in answers),
    )


def _helpline(line: Line) -> parts.Helpline:
    return _made(parts.Helpline, line, hours=helplines.hours(line))


def _cited(kb: KnowledgeBase, source: str) -> Iterator[str]:
    """Yield the statements of a source that a step, a rule or a line rests on."""
    entries: tuple[Step | Rule | Advice, ...] = (*kb.steps.values(), *kb.rules.values(), *kb.advice.values())
    cited = {id for entry in entries for id in entry.sources}
    yield from (id for id, statement in kb.statements.items() if statement.source == source and id in cited)
