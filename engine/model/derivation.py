"""The derivation of a step: what was settled, and the rules that fired on the way.

Two engines give one, and they must be equal.
"""

import msgspec


class Firing(msgspec.Struct, frozen=True):
    """A rule that fired, and the facts that fired it, as pairs: a question and its states, or a finding and its value.

    Where the condition of a rule is met in several ways, the facts are those of the way with the latest facts (the
    depth strategy of CLIPS and experta), in the order of the knowledge base.
    """

    rule: str
    facts: tuple[tuple[str, str | frozenset[str]], ...]


class Derivation(msgspec.Struct, frozen=True):
    """The value of each finding, the step, and the firings.

    These are in the order of the knowledge base, each after those it rests on.
    """

    findings: dict[str, str]
    step: str
    firings: tuple[Firing, ...]
