"""`milepost schema`: the form of the files as JSON Schema, by which editors complete and check them."""

import json

import click

from milepost.cli.terminal import options


@click.command("schema")
@click.argument("what", type=click.Choice(["file", "order", "sheet"]), default="file")
@options.with_shared
def command(what, folder, today) -> None:
    """Print a JSON Schema, by which an editor completes and checks what you write.

    It is that of a file of a knowledge base (file, if nothing is said), of order.yaml (order), or of an answer sheet
    for this knowledge base (sheet).

    \b
    Example:
      milepost schema > file.schema.json
    """
    from milepost.engine.language.reference import file_schema, order_schema, sheet_schema

    schema = (
        sheet_schema(options.load(folder)) if what == "sheet" else file_schema() if what == "file" else order_schema()
    )
    click.echo(json.dumps(schema, indent=1, ensure_ascii=False).encode())
