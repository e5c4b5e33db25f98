"""Trees of reasons without repetition."""


def each_once(found: list[dict], said: set[str] | None = None) -> list[dict]:
    """These reasons of a record, and those below them, with each rule and each answer told where it comes first."""
    said = set() if said is None else said
    kept = []
    for reason in found:
        if reason["rule"] in said:
            continue
        said.add(reason["rule"])
        answers = [answer for answer in reason["answers"] if answer["question"] not in said]
        said.update(answer["question"] for answer in answers)
        kept.append({**reason, "answers": answers, "below": each_once(reason["below"], said)})
    return kept
