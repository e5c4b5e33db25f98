"""`milepost review-kit`: one hour's work for a specialist, as a page to print."""

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
@click.option("--since", type=options.Day(), metavar="DATE", help="Only what is new or was looked at again since then.")
@options.with_shared
def command(part, country, out, since, folder, today) -> None:
    """One hour's work for a specialist, as a page to print.

    It holds their questions, lines, first screens, open decisions and numbers, with room to write.

    \b
    Examples:
      milepost review-kit --for abuse --country GB --out kit.html
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
    try:
        write_new(out, page(kit).encode(), COMMON)
    except OSError as error:
        raise Undone(f"`{harmless(str(out))}` cannot be written: {reason(error)}", ELSEWHERE) from None
    click.echo(
        f"{harmless(str(out))}: {kit['items']} items for the hour, {kit['items_later']} for more time, "
        f"{len(kit['screens'])} first screens",
        err=True,
    )


def page(kit: dict) -> str:
    """Return a kit as a page of HTML that needs nothing beside itself."""
    from jinja2 import Environment, FileSystemLoader

    from milepost.engine.telling.texts import date

    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["dated"] = date
    return made.get_template(TEMPLATE).render(kit=kit)
