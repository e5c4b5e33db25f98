"""`milepost why`: how a finding was concluded, and why not another step."""

import click

from cli import options
from cli.layout import heading, item, width, wrapped
from engine.faults import did_you_mean


@click.command("why")
@click.argument("file", required=False)
@click.option("--example", metavar="ID", help="Take the answers of an example of the knowledge base.")
@click.option("--not", "other", metavar="STEP", help="Why this step was not recommended.")
@click.option("--finding", metavar="NAME", help="How this finding was concluded.")
@options.with_shared
def command(file, example, other, finding, folder, today) -> None:
    """Why this step, why not another one, or how a finding was concluded.

    \b
    Examples:
      milepost why my-answers.yaml
      milepost why my-answers.yaml --not first_message
      milepost why my-answers.yaml --finding contact_bar
    """
    from cli import answers
    from cli.exact import deciding, left_open, what_would_change
    from cli.reasons import reasons, why
    from engine.consultation.consult import Consultant
    from engine.explaining.explain import Explainer

    if bool(file) == bool(example):
        raise click.UsageError("name one file of answers, - for standard input, or --example ID")
    kb = options.load(folder)
    for name, known, what in ((other, kb.steps, "step"), (finding, [key for key in kb.findings if key != "step"], "finding")):
        if name and name not in known:
            raise click.UsageError(f"`{name}` is not a {what}; {did_you_mean(name, known, 'the knowledge base lists them')}")
    sheet = answers.of_example(example, kb) if example else answers.from_file(file, kb)
    consultation = Consultant(kb).consult(sheet)
    columns = width()
    if other:
        click.echo("\n".join(_why_not(consultation, other, columns)))
    if finding:
        value = consultation.findings.get(finding, "")
        rows = [heading(f"{finding.replace('_', ' ')}: {kb.findings[finding].values.get(value, 'nothing')}", columns)]
        click.echo("\n".join([*rows, *(reasons(consultation, consultation.why(finding), columns) or ["  No rule argued for another value."])]))
    if not other and not finding:
        explanation = Explainer(kb).explain(consultation)
        parts = [deciding(consultation, explanation, columns), why(consultation, columns)]
        parts += [what_would_change(consultation, explanation, columns), left_open(consultation, explanation, columns)]
        click.echo("\n\n".join("\n".join(part) for part in parts if part))


def _why_not(consultation, step: str, columns: int) -> list[str]:
    from engine.explaining.why_not import why_not
    from engine.words import condition_in_words

    kb = consultation.kb
    found = why_not(consultation, "step", step)
    title = kb.steps[step].title
    if step == consultation.step.key:
        return [wrapped(f"This is your next step: {title}.", columns)]
    rows = [heading(f"Why not: {title}", columns)]
    for rule in found.argued:
        rows.append(item(f"Something spoke for it: {rule.because} But {consultation.step.title} comes before it.", columns))
    for missing in found.missing:
        rows.append(item(f"It would need more: {missing.rule.because}", columns))
        rows += [wrapped(f"not so: {condition_in_words(kb, part)}", columns, "        ", "      ") for part in missing.unmet]
        rows += [wrapped(f"in its way: {condition_in_words(kb, part)}", columns, "        ", "      ") for part in missing.blocking]
    if not found.argued and not found.missing:
        rows.append(item("No rule argues for it; it is what is left when nothing else fits.", columns))
    return rows
