"""An oracle: all that is concluded, advice too, by experta alone."""

from milepost.engine.chaining.chain import Chainer, declare
from milepost.engine.chaining.experta_port import NOT, Fact
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion


class Holds(Fact):
    """The condition of an advice line holds: `line`."""


class Shown(Fact):
    """An advice line is shown: `line`."""


class WholeChainer(Chainer):
    """Chains over advice lines as well: each is a rule, and so is the silencing of those that another replaces."""

    def rules(self):
        yield from super().rules()
        silenced = sorted({id for line in self.kb.advice.values() for id in line.replaces})
        for line in self.kb.advice.values():
            shown = () if line.id in silenced else (Shown(line=line.id),)
            yield self.guarded(line.when, line.unless), declare(self.about(Holds, line.id)(line=line.id), *shown)
        for id in silenced:
            by = tuple(NOT(self.about(Holds, other.id)()) for other in self.kb.advice.values() if id in other.replaces)
            yield (self.about(Holds, id)(), *by), declare(Shown(line=id))

    def conclude(self, sheet: Sheet) -> Conclusion:
        """What follows from a sheet."""
        derivation = self.derive(sheet)
        fired = {firing.rule for firing in derivation.firings}
        shown = {fact["line"] for fact in self._engine.facts.values() if isinstance(fact, Shown)}
        return Conclusion(
            findings=derivation.findings,
            step=derivation.step,
            fired=tuple(id for id in self.kb.rules if id in fired),
            advice=tuple(id for id in self.kb.advice if id in shown),
        )
