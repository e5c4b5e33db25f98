"""For programs: is it up, what versions are these, and what do the pages know. Never what somebody answered."""

import platform
from importlib.metadata import version

import msgspec
from flask import Blueprint, jsonify

from milepost.diagrams.as_json import SCHEMA as GRAPH
from milepost.engine.meaning.words import condition_in_words
from milepost.engine.telling.record import SCHEMA as RECOMMENDATION
from milepost.web.here import loaded

pages = Blueprint("machine", __name__)
CONTENT = "milepost.content/1"


@pages.get("/-/health")
def health():
    return jsonify(ok=True)


@pages.get("/-/versions.json")
def versions():
    return jsonify(
        milepost=version("milepost"),
        knowledge_base=loaded().kb.digest,
        python=platform.python_version(),
        flask=version("flask"),
        waitress=version("waitress"),
        schemas={"recommendation": RECOMMENDATION, "graph": GRAPH, "content": CONTENT},
    )


@pages.get("/-/content.json")
def content():
    """What the knowledge base says, without where it stands in files; conditions in words."""
    kb = loaded().kb
    return jsonify(
        schema=CONTENT,
        knowledge_base=kb.digest,
        topics=kb.topics,
        stages={title: list(steps) for title, steps in kb.stages.items()},
        **{
            name: [_plain(kb, each) for each in getattr(kb, name).values()]
            for name in ("questions", "findings", "rules", "steps", "advice", "sources", "statements")
        },
    )


def _plain(kb, entry) -> dict:
    said = {}
    for name in entry.__struct_fields__:
        value = getattr(entry, name)
        if name in ("at", "then_at"):
            continue
        if name == "when":
            value = condition_in_words(kb, value)
        elif name == "unless":
            value = [condition_in_words(kb, each) for each in value]
        said[name] = msgspec.to_builtins(value)
    return said
