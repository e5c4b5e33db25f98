"""A promise that takes very long: more pigeons than holes (Haken, 1985, shows that resolution needs exponential time for it)."""

from itertools import combinations
from pathlib import Path

PIGEONS, HOLES = 13, 12

ORDER = "topics: [roost]\nstages:\n  - {title: All, steps: [crowd, look]}\notherwise: look\n"
STEP = "title: A step, say: Do it., how_long: A while., come_back: Later., opens_next: More., contact: none, sources: [s-1]"


def write(folder: Path) -> Path:
    """Writes a knowledge base with two promises: `quick`, and `two-share-a-hole`, which holds, but not so that anyone could wait for it."""
    folder.mkdir()
    (folder / "order.yaml").write_text(ORDER)
    holes = ", ".join(f"h{n}: Hole {n}" for n in range(HOLES))
    birds = [f"p{n}" for n in range(PIGEONS)]
    lines = ["topic: Roost", "questions:"]
    lines += [
        f"  {bird}: {{ask: Where is {bird}?, why: It matters., type: choice, options: {{{holes}}}, changes: time, sources: [s-1]}}"
        for bird in birds
    ]
    pairs = [(one, other, n) for one, other in combinations(birds, 2) for n in range(HOLES)]
    lines += ["rules:", "  - id: two-in-one", "    when:", "      any:"]
    lines += [f"        - {{{one}: h{n}, {other}: h{n}}}" for one, other, n in pairs]
    lines += [
        "    then: {step: crowd}",
        "    because: Two share a hole.",
        "    sources: [s-1]",
        "    reviewed: 2026-11-22",
    ]
    lines += ["steps:", f"  crowd: {{{STEP}}}", f"  look: {{{STEP}}}"]
    lines += [
        "sources:",
        "  book: {kind: study, title: A book, checked: 2026-11-22, about: Pigeons., says: {s-1: Pigeons roost.}}",
    ]
    (folder / "roost.yaml").write_text("\n".join(lines) + "\n")
    housed = ", ".join(f"{bird}: [{', '.join(f'h{n}' for n in range(HOLES))}]" for bird in birds)
    (folder / "promises.yaml").write_text(
        "promises:\n"
        "  - {id: quick, says: The first two do not share a hole unseen., given: {p0: h0, p1: h0}, always: {step: crowd}}\n"
        f"  - {{id: two-share-a-hole, says: Two birds always share a hole., given: {{{housed}}}, always: {{step: crowd}}}}\n"
    )
    return folder
