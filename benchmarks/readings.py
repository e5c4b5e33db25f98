"""`python -m benchmarks.readings`: what one shipped example costs in experta and in the circuit.

Times are of the processor, all from one run; of a sheet, the best of some rounds over the same examples.
"""

import time
from collections.abc import Callable

from milepost import kb as shipped
from milepost.engine.chaining.chain import Chainer
from milepost.engine.chaining.experta_port import KnowledgeEngine
from milepost.engine.checks.read import read
from milepost.engine.circuit.compile import Compiler
from milepost.engine.circuit.derive import Deriver
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.circuit.planes import planes
from milepost.engine.model.answer_sheet import Sheet
from tests.engine.chaining.advice import WholeChainer

ROUNDS = 5
ASKED = 40


def main() -> None:
    kb = read(shipped.FOLDER)
    sheets = [Sheet(example.answers) for example in list(kb.examples.values())[:: max(1, len(kb.examples) // ASKED)]]
    compiling, circuit = _once(lambda: Compiler(kb).circuit())
    writing, _ = _once(lambda: (circuit.on_one_sheet, circuit.on_two_planes, circuit.answers, circuit.conclusions))
    begun = [Sheet(dict(list(sheet.answers.items())[: len(sheet.answers) // 2])) for sheet in sheets]
    rows = [
        ("the circuit: a conclusion", compiling + writing, _each(sheets, lambda sheet: conclude(circuit, sheet))),
        ("the circuit: a derivation", *_built(lambda: Deriver(circuit), sheets)),
        ("the circuit: planes, half answered", 0.0, _each(begun, lambda sheet: planes(circuit, sheet))),
        ("experta: a derivation", *_built(lambda: Chainer(kb), sheets)),
        ("experta with its own matcher", *_built(lambda: Chainer(kb, KnowledgeEngine), sheets)),
        ("experta, advice too", *_built(lambda: WholeChainer(kb), sheets)),
    ]
    print(f"{len(kb.rules)} rules, {len(kb.advice)} lines of advice; {len(sheets)} examples")
    print(f"{'':<36} {'to build':>12} {'a sheet':>12} {'ratio':>8}")
    for name, building, each in rows:
        print(f"{name:<36} {building * 1000:>9.1f} ms {each * 1000:>9.3f} ms {each / rows[0][2]:>8.1f}")


def _built(build: Callable, sheets: list[Sheet]) -> tuple[float, float]:
    """Seconds to build something that derives, and for one sheet."""
    building, made = _once(build)
    return building, _each(sheets, made.derive)


def _once(work: Callable) -> tuple[float, object]:
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def _each(sheets: list[Sheet], asked: Callable[[Sheet], object]) -> float:
    """Seconds for one sheet, in the fastest of some rounds."""
    return min(_once(lambda: [asked(sheet) for sheet in sheets])[0] for _ in range(ROUNDS)) / len(sheets)


if __name__ == "__main__":
    main()
