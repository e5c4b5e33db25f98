"""Reading a conclusion off a circuit that has been worked out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from operator import itemgetter
from typing import TypeVar

from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.knowledge_base import KnowledgeBase

Name = TypeVar("Name")


class Conclusions:
    """Knows which atoms a conclusion is read off: those of findings, steps, rules, and lines shown, in their order."""

    def __init__(self, kb: KnowledgeBase, index: Mapping[tuple[str, str], int], rule: str, shown: str):
        values = [(key, value) for key, finding in kb.findings.items() for value in finding.values]
        steps = list(kb.step_choice.values)
        self._findings = _selector(values, [index[pair] for pair in values])
        self._steps = _selector(steps, [index[kb.step_choice.key, key] for key in steps])
        self._rules = _selector(list(kb.rules), [index[rule, id] for id in kb.rules])
        self._advice = _selector(list(kb.advice), [index[shown, id] for id in kb.advice])

    def of(self, holds: Sequence[int]) -> Conclusion:
        """Return the conclusion, from whether each atom holds."""
        return Conclusion(
            findings=dict(self._findings(holds)),
            step=next(iter(self._steps(holds)), ""),
            fired=tuple(self._rules(holds)),
            advice=tuple(self._advice(holds)),
        )


def _selector(names: Sequence[Name], atoms: Sequence[int]) -> Callable[[Sequence[int]], Iterable[Name]]:
    """Return a function from whether each atom holds to the names of those of these atoms that do."""
    if len(atoms) < 2:  # of one, itemgetter gives no tuple
        return lambda holds: [name for name, atom in zip(names, atoms, strict=True) if holds[atom]]
    pick = itemgetter(*atoms)
    return lambda holds: compress(names, pick(holds))
