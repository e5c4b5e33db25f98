"""`milepost why`: how a finding was concluded, and why not another step."""

import click

from milepost.cli.terminal import options
from milepost.cli.terminal.layout import heading, item, width, wrapped
from milepost.cli.terminal.streams import echo_json, printable
from milepost.engine.telling import texts


@click.command("why")
@click.argument("file", required=False, type=click.Path())
@click.option("--example", metavar="ID", help="Take the answers of an example of the knowledge base.")
@click.option("--not", "other", metavar="STEP", help="Why this step was not recommended.")
@click.option("--finding", metavar="NAME", help="How this finding was concluded.")
@options.as_json
@options.with_shared
def command(file, example, other, finding, json_wanted, folder, today) -> None:
    """Why this step, why not another one, or how a finding was concluded.

    Answers left out of the file count as not known.

    \b
    Examples:
      milepost why my-answers.yaml
      milepost why my-answers.yaml --not first_message
      milepost why my-answers.yaml --finding contact_bar
    """
    from milepost.cli.terminal import answers
    from milepost.engine.telling import why as telling

    if bool(file) == bool(example):
        raise click.UsageError("name one file of answers, - for standard input, or --example ID")
    milepost = options.open_base(folder)
    kb = milepost.kb
    for name, known, what in (
        (other, kb.steps, "step"),
        (finding, kb.findings, "finding"),
    ):
        if name is not None and name not in known:
            raise click.UsageError(f"`{printable(name)}` is not a {what}; {answers.nearest(name, known)}")
    read = answers.of_example(example, kb) if example else answers.from_file(file, kb)
    consultation = milepost.consult(read.sheet)
    if json_wanted:
        echo_json(telling.why(consultation, other, finding, read.left_out))
        return
    columns = width()
    answers.say_left_out(read.left_out, columns)
    parts = []
    if other is not None:
        parts.append(why_not_lines(consultation, other, columns))
    if finding is not None:
        parts.append(concluded(consultation, finding, columns))
    click.echo("\n\n".join("\n".join(part) for part in parts or _why(milepost, consultation, columns) if part))


def _why(milepost, consultation, columns: int) -> list[list[str]]:
    from milepost.cli.terminal.recommendation import section
    from milepost.engine.telling import rows

    explanation, answered = milepost.explain(consultation), milepost.tell(consultation, exact=False).section("answer")
    behind = [*rows.why(consultation, explanation)]
    behind += [] if consultation.step.ends_interview else rows.change(consultation, explanation)
    return [
        section(answered, columns) if answered else [],
        [heading(f"{texts.YOUR_STEP}: {consultation.step.title}", columns)],
        *(section(each, columns) for each in behind if each.items),
    ]


def concluded(consultation, finding: str, columns: int) -> list[str]:
    """How a finding was concluded: its value in words, and the rules that spoke for it."""
    from milepost.cli.terminal.recommendation import items
    from milepost.engine.telling.rows import rules

    words = consultation.kb.findings[finding].values.get(consultation.findings.get(finding, ""), "nothing")
    said = list(items(rules(consultation, consultation.why(finding), answered=True), columns))
    return [
        heading(f"{finding.replace('_', ' ')}: {words}", columns),
        *(said or [item(texts.NO_OTHER_VALUE, columns)]),
    ]


def why_not_lines(consultation, step: str, columns: int) -> list[str]:
    """Why a step was not recommended: what spoke for it, and what it would need."""
    from milepost.cli.terminal.recommendation import items
    from milepost.engine.explaining.why_not import why_not
    from milepost.engine.telling.not_so import in_its_way, not_so

    kb = consultation.kb
    found = why_not(consultation, "step", step)
    title = kb.steps[step].title
    if step == consultation.step.key:
        return [wrapped(texts.IT_IS_YOURS.format(title), columns)]
    rows = [
        heading(texts.WHY_NOT.format(title), columns),
        wrapped(f"{texts.YOUR_STEP}: {consultation.step.title}.", columns, "  "),
    ]
    for rule in found.argued:
        rows.append(item(texts.SPEAKS_FOR_IT.format(rule.because), columns))
    for missing in found.missing:
        # In quotation marks, as the reason of a rule that did not fire is not true of this person.
        rows.append(item(texts.WOULD_NEED.format(missing.rule.because), columns))
        needed = [not_so(kb, part) for part in missing.unmet]
        needed += [in_its_way(kb, part, consultation.sheet) for part in missing.blocking]
        rows += items(needed, columns, "    ")
    if not found.argued and not found.missing:
        rows.append(item(texts.ONLY_LEFT, columns))
    return rows
