"""The knowledge base as an answer set program: answers as free choices, strata as rules (Gelfond and Lifschitz, 1988).

The program is stratified below its choices, so that every way to answer gives exactly one answer set. It is written to
be read, and runs in plain clingo.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from milepost.engine.circuit.compile import APPLIES, ARGUED, PART, RULE, SHOWN, Circuit
from milepost.engine.circuit.gates import Gate
from milepost.engine.meaning.words import condition_in_words
from milepost.engine.model.question import UNKNOWN

# A word that clingo reads as a constant. `not` is a word of its own there.
CONSTANT = re.compile(r"(?!not$)[a-z][a-z0-9_]*|0|[1-9][0-9]*")
KINDS = {RULE: "fires", APPLIES: "applies", SHOWN: "shown", PART: "part"}
Term = Callable[[int], str]


def term(circuit: Circuit, atom: int) -> str:
    """The ASP term for an atom of the circuit."""
    kind, name = circuit.names[atom]
    question = circuit.kb.questions.get(kind)
    if question is not None and question.type == "many":
        return f"unsure({_constant(kind)})" if name == UNKNOWN else f"ticked({_constant(kind)},{_constant(name)})"
    if question is not None:
        return f"answer({_constant(kind)},{_constant(name)})"
    if kind == ARGUED:
        finding, _, value = name.partition("=")
        return f"argued({_constant(finding)},{_constant(value)})"
    if kind in circuit.kb.settled:
        return f"is({_constant(kind)},{_constant(name)})"
    return f"{KINDS.get(kind, kind.lower())}({_constant(name)})"


def choices(circuit: Circuit, questions: Iterable[str], named: Term) -> Iterator[str]:
    """A free choice for the answer to each question."""
    for key in questions:
        atoms = [named(atom) for atom in circuit.inputs[key]]
        if circuit.kb.questions[key].is_open:
            unknown = named(circuit.index[key, UNKNOWN])
            options = [atom for atom in atoms if atom != unknown]
            yield "{ " + "; ".join(options) + f" }}. {unknown} :- " + ", ".join(f"not {atom}" for atom in options) + "."
        else:
            yield "{ " + "; ".join(atoms) + (" }." if circuit.kb.questions[key].type == "many" else " } = 1.")


def rules(gates: Iterable[Gate], named: Term) -> Iterator[str]:
    """The rules for some gates."""
    for gate in gates:
        for way in gate.any_of:
            body = ", ".join(named(literal - 1) if literal > 0 else f"not {named(-literal - 1)}" for literal in way)
            yield f"{named(gate.atom)} :- {body}." if body else f"{named(gate.atom)}."


def program(circuit: Circuit) -> str:
    """The whole program as text, with the ids and reasons of rules as comments."""
    kb = circuit.kb

    def named(atom: int) -> str:
        return term(circuit, atom)

    lines = [
        f"% {len(kb.questions)} questions, {len(kb.rules)} rules, {len(kb.advice)} lines of advice; digest {kb.digest}"
    ]
    lines += ["", "% Answers: one of each, or for several options any of them and perhaps unsure."]
    for key, line in zip(kb.questions, choices(circuit, kb.questions, named), strict=True):
        lines += [f"% {kb.questions[key].ask}", line]
    parts: list[Gate] = []
    for gate in circuit.gates:
        if circuit.names[gate.atom][0] == PART:
            parts.append(gate)  # said below the heading of the rule that it is a part of
            continue
        lines += [*_heading(circuit, gate), *rules([*parts, gate], named)]
        parts.clear()
    lines += [
        "",
        "% Some of these no rule may argue for.",
        "#defined fires/1.",
        "#defined argued/2.",
        "#defined part/1.",
        "#defined applies/1.",
        "#defined shown/1.",
    ]
    lines += ["", "#show is/2.", "#show shown/1.", ""]
    return "\n".join(lines)


def _heading(circuit: Circuit, gate: Gate) -> list[str]:
    """The comment above a gate; none where it goes on with what the one before it is about."""
    kb = circuit.kb
    kind, name = circuit.names[gate.atom]
    finding, _, value = name.partition("=")
    if kind == RULE:
        return ["", f"% rule {name}: {kb.rules[name].because}"]
    if kind == ARGUED and value == next(iter(kb.settled[finding].values)):
        return ["", f"% the finding {finding} is settled, strongest value first"]
    if kind == APPLIES:
        return [
            "",
            f"% advice {name}: {kb.advice[name].say}",
            f"%   when {condition_in_words(kb, kb.advice[name].when)}",
        ]
    if kind == SHOWN and name == next(iter(kb.advice)):
        return ["", "% a line is shown where its condition holds and no line that replaces it applies"]
    return []


def _constant(name: str) -> str:
    return name if CONSTANT.fullmatch(name) else f'"{name}"'
