"""`milepost help-now`: people to call, at once and before anything else."""

import datetime

import click

from milepost import kb as shipped
from milepost.cli.terminal import options
from milepost.cli.terminal.helplines import chosen, lines_for
from milepost.cli.terminal.layout import width, wrapped
from milepost.cli.terminal.streams import echo_json, harmless
from milepost.engine.model.faults import Faulty
from milepost.engine.model.helpline import Country
from milepost.engine.telling.countries import ANYWHERE, anywhere, codes, emergency, with_anywhere
from milepost.engine.telling.helplines import CAN_BE_SEEN, IN_DANGER, country
from milepost.engine.telling.texts import sentence


@click.command("help-now")
@click.argument("named", metavar="[XX]", nargs=-1)
# Whoever names no country after it is shown people to call all the same.
@click.option("--country", metavar="[XX]", is_flag=False, flag_value="", default="", help=options.COUNTRY)
@options.as_json
@options.with_shared
def command(named, country, json_wanted, folder, today) -> int:
    """People to call, at once.

    With the two letters of your country, its numbers too.

    \b
    Examples:
      milepost help-now
      milepost help-now --country IE
    """
    columns = width()
    wanted = country or " ".join(named)  # whoever is in need quotes no New Zealand
    if not json_wanted:
        click.echo(wrapped(IN_DANGER, columns))
    countries, note = _countries(folder)
    if json_wanted:
        echo_json(_as_json(countries, chosen(countries, wanted), note, today))
        return 0
    if note:
        click.echo(wrapped(note, columns), err=True)
    at, problem = None, ""
    try:
        at = chosen(countries, wanted)
    except click.BadParameter as error:
        # First, as it is not to be found out after a search for its numbers; and last, where the eye is.
        problem = wrapped(sentence(error.message), columns)
        click.echo(problem, err=True)
    click.echo(text(countries, at, columns, today))
    if problem:
        click.echo(f"\n{problem}", err=True)
        return 2
    if at is None:
        click.echo(
            "\n"
            + wrapped(
                f"For the numbers of a country, add --country and its letters: {', '.join(codes(countries))}.", columns
            )
        )
    return 0


def text(countries: dict[str, Country], at: Country | None, columns: int, today: datetime.date) -> str:
    """The emergency number and all lines: of a country, if there is one, then the directories for any country."""
    call = emergency(at) if at else f"{anywhere(countries)}."
    parts = [wrapped(call, columns, "  ", "") + "\n" + wrapped(CAN_BE_SEEN, columns)]
    parts += [lines_for(country, country.purposes, columns, today) for country in (at, countries[ANYWHERE]) if country]
    return "\n\n".join(parts)


def _as_json(countries: dict[str, Country], at: Country | None, note: str, today: datetime.date) -> dict:
    """The same as plain data."""
    shown = [country(each, each.purposes, today) for each in (at, countries[ANYWHERE]) if each]
    said = [IN_DANGER, CAN_BE_SEEN]
    return {
        "schema": "milepost.helplines/3",
        "say": said,
        "note": note or None,
        "people": shown,
        "countries": codes(countries),
    }


def _countries(folder) -> tuple[dict[str, Country], str]:
    """The helplines of a knowledge base.

    Those milepost comes with, and a note, where that one has none that can be read.
    """
    from milepost.engine.language.countries import read_countries

    try:
        return with_anywhere(read_countries(folder)), ""
    except Faulty:
        note = (
            f"The helplines in `{folder}` cannot be read. These are the ones milepost comes with."
            if folder != shipped.FOLDER
            else ""
        )
        return read_countries(shipped.FOLDER), harmless(note)
