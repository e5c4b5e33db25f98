"""`milepost advise`: a recommendation from a file of answers."""

import click

from milepost.cli.terminal import options, paging, pictures
from milepost.cli.terminal.errors import AnswersMissing
from milepost.cli.terminal.layout import width
from milepost.cli.terminal.streams import echo_json


@click.command("advise")
@click.argument("file", required=False, type=click.Path())
@click.option("--example", metavar="ID", help="Take the answers of an example of the knowledge base.")
@click.option("--rest-unknown", is_flag=True, help="Take answers that are missing as not known.")
@options.as_json
@click.option(
    "--graph", "picture", type=pictures.FILE, metavar="FILE", help=f"Also draw your path: {pictures.ENDINGS}."
)
@pictures.force
@options.everything
@options.country
@options.with_shared
def command(file, example, rest_unknown, json_wanted, picture, force, everything, country, folder, today) -> int:
    """Your next step, from a file of answers.

    The file is YAML or JSON; - reads it from standard input.

    \b
    Examples:
      milepost sheet > my-answers.yaml
      milepost advise my-answers.yaml
      milepost advise my-answers.yaml --graph my-path.svg
    """
    from milepost.cli.terminal import answers
    from milepost.cli.terminal.helplines import chosen
    from milepost.cli.terminal.result import Result
    from milepost.engine.telling.countries import reachable, with_anywhere
    from milepost.engine.telling.record import record

    if bool(file) == bool(example):
        raise click.UsageError("name one file of answers, - for standard input, or --example ID")
    format = pictures.checked(picture, force=force, answers=file)
    milepost = options.open_base(folder)
    kb = milepost.kb
    at = chosen(with_anywhere(kb.countries), country)
    read = answers.of_example(example, kb) if example else answers.from_file(file, kb)
    sheet = read.sheet
    if not json_wanted:
        answers.say_left_out(read.left_out, width())
    if not (rest_unknown or example) and (missing := milepost.interview.deciding(sheet)):
        raise AnswersMissing(answers.shown(file), missing, bool(sheet.answers), read.left_out)
    milepost.consultant.prepare(wait=True)
    options.keep_from_the_collector()
    consultation = milepost.consult(sheet)
    if not json_wanted:
        paging.show(Result(milepost, consultation, today).text(at, everything))
    if picture:
        pictures.save(picture, milepost.graph(consultation), format, width(), force, file, private=True)
    if json_wanted:
        # Last, as there is one document only, and it may have to say that the picture could not be written.
        explanation = milepost.explain(consultation)
        echo_json(
            record(consultation, explanation, today, reachable(kb.countries, at.code if at else ""), read.left_out)
        )
    return 0
