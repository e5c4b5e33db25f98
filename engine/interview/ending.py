"""Whether the interview is at its end: a step is certain that its card says to give at once."""

from functools import cached_property

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.circuit.planes import RecentPlanes
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.solver.space import Space


class Ending:
    """Knows of unfinished sheets whether they end the interview, exactly."""

    def __init__(self, circuit: Circuit, planes: RecentPlanes):
        self._circuit, self._planes = circuit, planes

    def is_certain(self, sheet: Sheet) -> bool:
        """Return whether all ways to go on lead to one step, which ends the interview."""
        cards, step = self._circuit.kb.steps, self._planes.of(sheet).step()
        if step is not None:
            return cards[step].ends_interview
        # Three-valued logic may not see it. The rest left open is one way to go on; a solver looks for another.
        step = conclude(self._circuit, sheet).step
        if not step or not cards[step].ends_interview:
            return False
        other = -self._space.literals[self._circuit.steps[step]]
        return not self._space.is_possible([*self._space.given(sheet.answers), other])

    @cached_property
    def _space(self) -> Space:
        return Space(self._circuit, self._circuit.steps.values())
