"""`milepost schema`: the form of the files as JSON Schema, by which editors complete and check them."""

import json

import click

from milepost.cli.terminal import options


@click.command("schema")
@click.argument("what", type=click.Choice(["file", "order", "sheet"]), default="file")
@options.with_shared
def command(what, folder, today) -> None:
    """Print a JSON Schema, by which an editor completes and checks what you write.

    `file` is for the files of a knowledge base, and is meant if nothing is said. `order` is for order.yaml, and
    `sheet` for the answer sheets of this knowledge base.

    \b
    Example:
      milepost schema > file.schema.json
    """
    from milepost.engine.language.reference import file_schema, order_schema, sheet_schema

    schema = (
        sheet_schema(options.load(folder)) if what == "sheet" else file_schema() if what == "file" else order_schema()
    )
    click.echo(json.dumps(schema, indent=1, ensure_ascii=False).encode())
