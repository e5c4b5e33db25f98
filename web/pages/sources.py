"""What stands behind the rules. An address has the number of a source or statement, as some ids have words in them."""

from flask import Blueprint, abort, render_template

from milepost.engine.model.source import Source
from milepost.web.here import loaded

pages = Blueprint("sources", __name__)


def address(id: str) -> str:
    """The address of the page of a source or of a statement."""
    return f"/sources/{loaded().numbers[id]}"


@pages.get("/sources")
def page():
    return render_template("sources.html", sources=loaded().kb.sources.values())


@pages.get("/sources/<int:number>")
def one(number: int):
    known = loaded()
    kb, ids = known.kb, list(known.numbers)
    if not 1 <= number <= len(ids):
        abort(404)
    id = ids[number - 1]
    statement = kb.statements.get(id) if number > len(kb.sources) else None
    source: Source = kb.sources[statement.source if statement else id]
    said = [each for each in kb.statements.values() if each.source == source.key] if statement is None else []
    return render_template("source.html", source=source, statement=statement, said=said)
