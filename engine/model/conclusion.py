"""What follows from an answer sheet. Every reading of the rules gives one of these, and they must be equal."""

import msgspec


class Conclusion(msgspec.Struct, frozen=True):
    """`findings` maps every finding but the step to its value; `fired` are rule ids, `advice` ids of the lines shown.

    Both are in the order of the knowledge base. A finding that must always be argued for, and was not, is left out.
    """

    findings: dict[str, str]
    step: str
    fired: tuple[str, ...]
    advice: tuple[str, ...]
