"""`milepost review-kit`: one hour's work for a specialist, as a page to print; what did not fit it is a second part."""

from pathlib import Path

import click

from milepost.cli.terminal import options
from milepost.cli.terminal.errors import ELSEWHERE, Undone, reason
from milepost.cli.terminal.streams import harmless, printable

TEMPLATE = "review_kit.html"


@click.command("review-kit")
@click.option("--for", "part", required=True, metavar="WHO", help="The specialist, by the name under `specialists`.")
@click.option("--country", required=True, metavar="XX", help="The country whose numbers they know, as in IE.")
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The page to write.")
@click.option(
    "--part", "hour", type=click.Choice(["1", "2"]), default="1", help="1 is the hour (so if left out), 2 the rest."
)
@click.option("--since", type=options.Day(), metavar="DATE", help="Only what is new or was looked at again since then.")
@options.with_shared
def command(part, country, out, hour, since, folder, today) -> None:
    """One hour's work for a specialist, as a page to print.

    It holds their questions, first screens, gravest lines, open decisions and numbers, with room to write.
    Lines that did not fit the hour are a second part.

    \b
    Examples:
      milepost review-kit --for abuse --country GB --out kit.html
      milepost review-kit --for abuse --country GB --part 2 --out more.html
      milepost review-kit --for crisis --country IE --since 2026-11-25 --out changes.html
    """
    from milepost.cli.terminal.helplines import chosen
    from milepost.cli.terminal.private_file import COMMON, write_new
    from milepost.engine.model.faults import did_you_mean
    from milepost.engine.telling.countries import with_anywhere
    from milepost.engine.telling.review_kit import review_kit

    if out.exists():
        name = harmless(str(out))
        raise click.UsageError(f"`{name}` is there already; name another file, or remove this one first")
    milepost = options.open_base(folder)
    kb = milepost.kb
    if part not in kb.specialists:
        asked = did_you_mean(part, kb.specialists, "this knowledge base names no specialists")
        raise click.BadParameter(f"`{printable(part)}` is nobody who can be asked; {asked}", param_hint="--for")
    at = chosen(with_anywhere(kb.countries), country)
    if at is None:
        raise click.BadParameter("name a country by its two letters, as in IE", param_hint="--country")
    kit = review_kit(kb, part, at, today, milepost.consult, since)
    second = hour == "2"
    try:
        write_new(out, page(kit, second).encode(), COMMON)
    except OSError as error:
        raise Undone(f"`{harmless(str(out))}` cannot be written: {reason(error)}", ELSEWHERE) from None
    click.echo(f"{harmless(str(out))}: {_told_second(kit) if second else _told(kit)}", err=True)


def _told(kit: dict) -> str:
    left = f"; part 2 has {kit['count_later']} more" if kit["count_later"] else ""
    return f"{len(kit['screens'])} first screens and {kit['count']} lines for the hour{left}"


def _told_second(kit: dict) -> str:
    return f"{kit['count_later']} more lines, and the reasons of {len(kit['met'])} that stand on first screens"


def page(kit: dict, second: bool = False) -> str:
    """Return the hour of a kit, or its second part, as a page of HTML that needs nothing beside itself."""
    from jinja2 import Environment, FileSystemLoader

    from milepost.engine.telling.texts import date

    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["dated"] = date
    return made.get_template(TEMPLATE).render(kit=kit, second=second)
