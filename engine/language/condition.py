"""Conditions, from YAML to tests joined by all and any."""

from collections.abc import Iterable, Sequence

from milepost.engine.language.document import Node
from milepost.engine.language.fields import is_whole
from milepost.engine.meaning.operators import BARE, NUMBER, OPERATORS, VALUE_ALONE, VALUES, WRITTEN
from milepost.engine.model.condition import All, Any, Condition, Test, tests
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.question import UNKNOWN


def condition(node: Node, where: str, faults: list[Fault]) -> Condition:
    """The condition that a mapping writes: an AND of its lines."""
    if node.kind != "mapping" or not node.value:
        faults.append(
            Fault(
                node.at,
                f"{where} is {node.said}, where `fact: value` lines are expected",
                "name at least one fact, as in `{fact: value}`",
            )
        )
        return All(())
    parts: list[Condition] = []
    for key, value in node.value:
        fact = key.written
        if fact in ("all", "any"):
            join = All if fact == "all" else Any
            if value.kind != "list" or not value.value:
                faults.append(
                    Fault(
                        value.at,
                        f"`{fact}` in {where} is {value.said}, where a list of conditions is expected",
                        "write `- {fact: value}` lines",
                    )
                )
            else:
                parts.append(join(tuple(condition(item, where, faults) for item in value.value)))
        elif fact in WRITTEN or fact in BARE:
            form = f"{{{fact}: value}}" if fact in WRITTEN else fact
            faults.append(
                Fault(
                    key.at,
                    f"`{fact}` in {where} stands where a fact is expected",
                    f"write it behind a fact, as in `fact: {form}`",
                )
            )
        else:
            parts.extend(_tests(key, value, where, faults))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def blockers(node: Node | None, where: str, faults: list[Fault]) -> tuple[Condition, ...]:
    """The items of an `unless`: a mapping is one item, a list has one for each entry."""
    if node is None:
        return ()
    if not node.value:
        faults.append(Fault(node.at, f"{where} is {node.said}", "name what blocks, or leave the line out"))
        return ()
    items = tuple(condition(item, where, faults) for item in (node.value if node.kind == "list" else [node]))
    for item in items:
        for test in tests(item):
            if not OPERATORS[test.operator].in_unless:
                remedy = "name the values that block, or turn it round and test it in `when`"
                faults.append(Fault(test.at, f"`{test.operator}` is not a test that {where} may hold", remedy))
    return items


def _tests(key: Node, value: Node, where: str, faults: list[Fault]) -> Sequence[Condition]:
    fact, place = key.written, f"{key.said} in {where}"
    if value.kind == "scalar" and value.value in BARE:
        return [Test(fact, value.value, (), key.at)]
    if value.kind == "list":
        return _one_of(key, value, place, faults)
    if value.kind != "mapping":
        values = _values(value, False, place, faults)
        return [Test(fact, VALUE_ALONE.name, values, key.at)] if values else []
    if not value.value:
        faults.append(
            Fault(
                value.at,
                f"{place} is {value.said}, where a test is expected",
                "name a value, or one of " + _listed(WRITTEN),
            )
        )
    found = []
    for op, operand in value.value:
        if op.written not in WRITTEN:
            faults.append(Fault(op.at, f"{op.said}, said of {place}, is not a test", did_you_mean(op.written, WRITTEN)))
            continue
        operator = WRITTEN[op.written]
        takes = operator.written[op.written]
        if takes == NUMBER:
            if is_whole(operand.value):
                found.append(Test(fact, operator.name, (operand.value,), key.at))
            else:
                problem = f"`{op.written}` of {place} is {operand.said}, where a whole number is expected"
                faults.append(Fault(operand.at, problem, "write it in digits, as in 30, without quotes"))
        elif operand.kind == "scalar" and operand.value in BARE:
            remedy = (
                "a test on what is not known fails anyway; name a value"
                if operand.value == UNKNOWN
                else f"write `{fact}: {operand.value}`"
            )
            faults.append(Fault(operand.at, f"`{op.written}: {operand.value}`, said of {place}, is not a test", remedy))
        elif values := _values(operand, takes == VALUES, place, faults):
            found.append(Test(fact, operator.name, values, key.at))
    return found


def _one_of(key: Node, value: Node, place: str, faults: list[Fault]) -> Sequence[Condition]:
    """A list of values, one of which must hold; `unknown` may stand among them, and is a test of its own."""
    known = [item for item in value.value if item.value != UNKNOWN]
    unknown = [Test(key.written, UNKNOWN, (), item.at) for item in value.value if item.value == UNKNOWN][:1]
    if unknown and not known:
        return unknown
    values = _values(Node(value.at, "list", known), True, place, faults)
    met = [Test(key.written, VALUE_ALONE.name, values, key.at)] if values else []
    return [Any((*met, *unknown))] if met and unknown else met


def _values(node: Node, several: bool, place: str, faults: list[Fault]) -> tuple[str | int, ...]:
    """The words in a node; `several` allows a list of them."""
    items = node.value if node.kind == "list" and node.value and several else [node]
    values, before = [], len(faults)
    for item in items:
        if item.kind == "scalar" and item.value in BARE:
            faults.append(
                Fault(
                    item.at,
                    f"{item.said} stands in the list of values of {place}",
                    "test it by itself, as one item of `any`",
                )
            )
        elif item.kind == "scalar" and (is_whole(item.value) or (isinstance(item.value, str) and item.value)):
            values.append(item.value)
        else:
            remedy = "write `yes` or `no`" if isinstance(item.value, bool) else "name a value"
            faults.append(Fault(item.at, f"{place} is {item.said}, where a value is expected", remedy))
    return tuple(values) if len(faults) == before else ()


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{w}`" for w in words)
