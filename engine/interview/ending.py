"""Whether the interview is at its end: a step is certain that its card says to give at once."""

from functools import cached_property, lru_cache

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.evaluate import step_of
from milepost.engine.circuit.planes import RecentPlanes
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.solver.space import Space


class Ending:
    """Knows of unfinished sheets whether they end the interview, exactly; of the last few, what was found is kept."""

    def __init__(self, circuit: Circuit, planes: RecentPlanes, sheets: int = 8):
        self._circuit, self._planes = circuit, planes
        self._recent = lru_cache(sheets)(lambda answers: self._found(Sheet(dict(answers))))

    def is_certain(self, sheet: Sheet) -> bool:
        """Return whether all ways to go on lead to one step, which ends the interview."""
        return self._recent(frozenset(sheet.answers.items()))

    def forget(self) -> None:
        """Drop what was found out from anybody's answers."""
        self._recent.cache_clear()

    def _found(self, sheet: Sheet) -> bool:
        cards, planes = self._circuit.kb.steps, self._planes.of(sheet)
        if (step := planes.step()) is not None:
            return cards[step].ends_interview
        if not any(cards[step].ends_interview for step in planes.steps()):
            return False
        # Three-valued logic may not see it. The rest left open is one way to go on; a solver looks for another.
        step = step_of(self._circuit, sheet)
        if not step or not cards[step].ends_interview:
            return False
        other = -self._space.literals[self._circuit.steps[step]]
        return not self._space.is_possible([*self._space.given(sheet.answers), other])

    @cached_property
    def _space(self) -> Space:
        return Space(self._circuit, self._circuit.steps.values())
