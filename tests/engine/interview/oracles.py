"""What can matter, found without the interview: by trying every sheet, or by asking the exact method for each question."""

from functools import cache
from itertools import product

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.explaining.effects import Effects
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.solver.relevance import Relevance, deciding_targets, refining_targets
from tests.sheets import answers

DECIDING, REFINING = "deciding", "refining"


class EverySheet:
    """Tries every completion: for small knowledge bases."""

    def __init__(self, kb):
        self.kb = kb
        self.circuit = compiled(kb)
        self._outcomes = cache(self._outcomes_of)

    def matters(self, kind: str, key: str, kept: dict) -> bool:
        """Do two completions that differ only in the answer to `key` come out differently?"""
        if key in kept or self.is_over(kept):
            return False
        groups: dict[tuple, set] = {}
        for sheet, outcome in self._outcomes(frozenset(kept.items())):
            groups.setdefault(tuple(pair for pair in sheet if pair[0] != key), set()).add(outcome[kind])
        return any(len(results) > 1 for results in groups.values())

    def steps(self, kept: dict) -> set[str]:
        """The steps that some completion leads to."""
        return {outcome[DECIDING][0] for _, outcome in self._outcomes(frozenset(kept.items()))}

    def is_over(self, kept: dict) -> bool:
        """Is a step certain that ends the interview?"""
        return _ends(self.kb, self.steps(kept))

    def _outcomes_of(self, kept: frozenset) -> list[tuple[tuple, dict]]:
        open_keys = [key for key in self.kb.questions if key not in dict(kept)]
        found = []
        for given in product(*(answers(self.kb, self.kb.questions[key]) for key in open_keys)):
            sheet = {**dict(kept), **dict(zip(open_keys, given, strict=True))}
            conclusion = conclude(self.circuit, Sheet(sheet))
            safety = tuple(id for id in conclusion.advice if self.kb.advice[id].safety)
            other = tuple(id for id in conclusion.advice if not self.kb.advice[id].safety)
            found.append((tuple(sorted(sheet.items())), {DECIDING: (conclusion.step, safety), REFINING: other}))
        return found


class Exactly:
    """Asks the exact method for every question, without the quick reading that the interview trusts first."""

    def __init__(self, kb):
        self.kb = kb
        circuit = compiled(kb)
        self._relevance = {
            DECIDING: Relevance(circuit, deciding_targets(circuit)),
            REFINING: Relevance(circuit, refining_targets(circuit)),
        }
        self._effects = Effects(circuit)
        self._matters, self._steps = cache(self._matters_of), cache(self._steps_of)

    def matters(self, kind: str, key: str, kept: dict) -> bool:
        """Do two completions that differ only in the answer to `key` come out differently?"""
        return key not in kept and not self.is_over(kept) and self._matters(kind, key, frozenset(kept.items()))

    def steps(self, kept: dict) -> set[str]:
        """The steps that some completion leads to."""
        return set(self._steps(frozenset(kept.items())))

    def is_over(self, kept: dict) -> bool:
        """Is a step certain that ends the interview?"""
        return _ends(self.kb, self.steps(kept))

    def _matters_of(self, kind: str, key: str, kept: frozenset) -> bool:
        return self._relevance[kind].matters(key, dict(kept))

    def _steps_of(self, kept: frozenset) -> tuple[str, ...]:
        return self._effects.possible(Sheet(dict(kept)))


def _ends(kb, steps: set[str]) -> bool:
    return len(steps) == 1 and kb.steps[next(iter(steps))].ends_interview


def line_of_questions(oracle, given: dict, wanted: int) -> tuple[dict, list[str], int, str | None]:
    """What these answers come to: those that apply, the line, how many of it come before the step, and the open one."""
    kept, open_one = {}, None
    first, always = ([key for key, q in oracle.kb.questions.items() if q.asked == when] for when in ("first", "always"))
    beside = [key for key, q in oracle.kb.questions.items() if oracle.kb.is_asked_beside(q, given)]
    for key, question in oracle.kb.questions.items():
        grave = oracle.is_over(kept) or oracle.steps(kept) <= set(next(iter(oracle.kb.stages.values())))
        asked = key in beside and not question.asked and not grave
        if asked or oracle.matters(DECIDING, key, kept):
            assert key not in (*first, *always), "here these decide nothing"
            if key in given:
                kept[key] = given[key]
            else:
                open_one = open_one or key
    always = [] if oracle.is_over(kept) else [key for key in always if key in beside]
    open_first, open_always = ([key for key in keys if key not in given] for keys in (first, always))
    open_one = next(iter(open_first), None) or open_one or next(iter(open_always), None)
    deciding = [key for key in oracle.kb.questions if key in kept or (key == open_one and key not in (*first, *always))]
    deciding = [
        *(key for key in first if key in given or key == open_one),
        *deciding,
        *(key for key in always if key in given or key == open_one),
    ]
    kept |= {key: given[key] for key in (*first, *always) if key in given}
    read = oracle.kb.lines_that_read
    by_lines = list(dict.fromkeys((*oracle.kb.refining, *sorted(read, key=lambda key: -read[key]))))
    for key in by_lines:
        if key in given and oracle.matters(REFINING, key, kept):
            kept[key] = given[key]
    refining = [key for key in by_lines if key in kept and key not in deciding]
    if open_one is None and len(refining) < wanted:
        open_one = next((key for key in by_lines if oracle.matters(REFINING, key, kept)), None)
        refining = [key for key in by_lines if key in refining or key == open_one]
    return kept, [*deciding, *refining], len(deciding), open_one
