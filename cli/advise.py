"""`milepost advise`: a recommendation from a file of answers."""

import click

from cli import options, pictures
from cli.layout import width, wrapped
from cli.streams import echo_json


@click.command("advise")
@click.argument("file", required=False)
@click.option("--example", metavar="ID", help="Take the answers of an example of the knowledge base.")
@click.option("--rest-unknown", is_flag=True, help="Take answers that are missing as not known.")
@click.option("--json", "json_wanted", is_flag=True, help="Print JSON instead of text.")
@click.option("--graph", "picture", type=pictures.FILE, metavar="FILE", help=f"Also draw your path: {pictures.ENDINGS}.")
@options.everything
@options.country
@options.with_shared
def command(file, example, rest_unknown, json_wanted, picture, everything, country, folder, today) -> int:
    """Your next step, from a file of answers.

    The file is YAML or JSON; - reads it from standard input.

    \b
    Examples:
      milepost sheet > my-answers.yaml
      milepost advise my-answers.yaml
      milepost advise my-answers.yaml --graph my-path.svg
    """
    from cli import answers
    from cli.helplines import chosen, reachable, with_anywhere
    from cli.recommendation import Page, opening, the_rest
    from engine.consultation.consult import Consultant
    from engine.explaining.explain import Explainer
    from engine.telling.record import record

    if bool(file) == bool(example):
        raise click.UsageError("name one file of answers, - for standard input, or --example ID")
    format = pictures.checked(picture)
    kb = options.load(folder)
    at = chosen(with_anywhere(kb.countries), country)
    sheet = answers.of_example(example, kb) if example else answers.from_file(file, kb)
    if not (rest_unknown or example) and (missing := answers.missing(kb, sheet)):
        click.echo(_say_missing(missing, answers.shown(file), bool(sheet.answers)), err=True)
        return 2
    consultation = Consultant(kb).consult(sheet)
    explanation = Explainer(kb).explain(consultation)
    if json_wanted:
        echo_json(record(consultation, explanation, today, reachable(kb, at)))
    else:
        page = Page(width(), today, at, everything)
        click.echo(f"{opening(consultation, page)}\n\n{the_rest(consultation, page, explanation)}")
    return pictures.save_own_path(picture, consultation, format, width()) if picture else 0


def _say_missing(missing: list, file: str, some: bool) -> str:
    from cli.answers import listed

    columns = width()
    problem = "some answers are missing" if some else "there are no answers in it"
    rows = [wrapped(f"{file}: {problem}, and these can still change your next step:", columns), listed(missing, columns)]
    rows.append(wrapped("Add them, or use --rest-unknown to take them as not known; that takes the safer road.", columns))
    return "\n".join(rows)
