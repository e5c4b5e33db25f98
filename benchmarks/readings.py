"""`python -m benchmarks.readings`: what one sheet costs in experta and in the circuit, on the knowledge base milepost comes with."""

import time
from collections.abc import Callable

from milepost import kb as shipped
from milepost.engine.chaining.chain import Chainer
from milepost.engine.checks.read import read
from milepost.engine.circuit.compile import Compiler
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion

ROUNDS = 3
ASKED = 40


def main() -> None:
    kb = read(shipped.FOLDER)
    sheets = [Sheet(example.answers) for example in list(kb.examples.values())[:: max(1, len(kb.examples) // ASKED)]]
    building, chainer = _once(lambda: Chainer(kb))
    compiling, circuit = _once(lambda: Compiler(kb).circuit())
    by_experta = _each(sheets, lambda sheet: chainer.derive(sheet).conclusion)
    by_circuit = _each(sheets, lambda sheet: conclude(circuit, sheet))
    print(
        f"{len(kb.rules)} rules, {len(kb.advice)} lines of advice; {len(sheets)} examples, the best of {ROUNDS} rounds"
    )
    print(f"{'':<10} {'to build':>12} {'a sheet':>12}")
    print(f"{'experta':<10} {building * 1000:>9.1f} ms {by_experta * 1000:>9.3f} ms")
    print(f"{'circuit':<10} {compiling * 1000:>9.1f} ms {by_circuit * 1000:>9.3f} ms")
    print(f"experta takes {by_experta / by_circuit:.0f} times as long for a sheet")


def _once(work: Callable) -> tuple[float, object]:
    start = time.perf_counter()
    made = work()
    return time.perf_counter() - start, made


def _each(sheets: list[Sheet], concluded: Callable[[Sheet], Conclusion]) -> float:
    """Seconds for one sheet, in the fastest of some rounds."""
    return min(_once(lambda: [concluded(sheet) for sheet in sheets])[0] for _ in range(ROUNDS)) / len(sheets)


if __name__ == "__main__":
    main()
