"""The one file: everything inside, and nothing is loaded from outside. The browser runs no script that was changed."""

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from milepost.engine.exporting.exported import exported
from milepost.engine.model.helpline import Line
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.telling import helplines
from milepost.engine.telling.countries import ANYWHERE, with_anywhere
from milepost.engine.telling.numbers import links
from milepost.engine.telling.texts import TITLES, date
from milepost.web.phone.packing import checksum, packs
from milepost.web.visits import TARGETS, WEATHER

HERE = Path(__file__).parent
STATIC = HERE.parent / "static"
STYLES = (STATIC / "page.css", STATIC / "way.css", HERE / "phone.css")
# In this order, as each looks at those before it only.
ENGINE = (
    *("likely", "circuit", "solver", "space", "relevance", "interview", "conversation"),
    *("consultation", "explaining", "sentences", "people", "first_screen", "once", "telling", "way", "effects"),
)
PAGE = (
    *("elements", "asking", "showing", "result", "keeping", "copies", "views", "leaving", "slices"),
    *("visit", "questions", "step", "page", "unpacking", "begin"),
)
NO_DIGEST = "0" * 64
# How many dos and how many don'ts of a step there are to read where no script runs.
READ = 3
DIGEST = re.compile(r'(?<=<code id="digest">)[0-9a-f]{64}(?=</code>)')
# What somebody keeps in a copy is theirs, and no part of what is checked.
KEPT = re.compile(r'(?<=<template id="kept">)[A-Za-z0-9+/=]+(?=</template>)')
OPTIONS = re.compile(r"<script>globalThis\.milepost = \{ options: (\{.*?\}), data: \[")
# What modules of ours say of each other.
IMPORT, EXPORT = re.compile(r'import \{.*?\} from "./\w+.js";\n'), re.compile(r"^export ", re.M)
TYPE = re.compile(r"/\*\* @\w+ [^*]*\*/ ?")
# How the script calls a sentence of the telling.
NAME = re.compile(r"\b[A-Z][A-Z_]+\b")
# No text that a person reads has one of these in it.
BETWEEN = re.compile(r" (=>|[!=]==|&&|\|\||[+|&]?=|\?\?=?|[<>]=?|[?:]) |(?<=\{) | (?=\})")
# Where the exit leads, with the words for it.
EXITS = (
    ("about:blank", "An empty page"),
    (TARGETS[WEATHER], "A public page with the weather, loaded from the network"),
)


class Options(msgspec.Struct, frozen=True):
    """What can be set: an organisation's name, a country by its code, and that nobody proved the promises."""

    name: str = ""
    country: str = ""
    unproved: bool = False


def written(kb: KnowledgeBase, options: Options) -> str:
    """Return the text of the file; the same knowledge base and options always give the same."""
    countries = with_anywhere(kb.countries)
    kb = msgspec.structs.replace(kb, countries=countries, purposes=countries[ANYWHERE].purposes)
    given = {**msgspec.to_builtins(options), "targets": [{"address": to, "words": words} for to, words in EXITS]}
    by_name = sorted(kb.countries.values(), key=lambda each: (each.code != ANYWHERE, each.name))
    steps = [_step(kb, key) for key in kb.steps]
    to_call = [text for each in by_name for line in each.lines for text in _called(line)]
    read = to_call + [text for step in steps for text in _texts(step)]
    whole = script((*ENGINE, *PAGE))
    data = f"data: {json.dumps(packs(exported(kb), read, NAME.findall(whole)))}, sum: {checksum(read)}"
    parts = {
        "style": _without_blanks("".join(path.read_text(encoding="utf-8") for path in STYLES)),
        "boot": (HERE / "boot.js").read_text(encoding="utf-8"),
        "data": f"globalThis.milepost = {{ options: {_in_script(given)}, {data} }};",
        # No module, as browsers draw the page without its start before they run one.
        "script": f'"use strict";\n{{\n{whole}\n}}',
    }
    environment = Environment(
        loader=FileSystemLoader(HERE),
        finalize=_as_browsers_do,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["dated"] = date
    environment.filters["dialled"] = _dialled
    text = environment.get_template("phone.html").render(
        {key: Markup(part) for key, part in parts.items()},
        policy=Markup(_policy(parts["style"], [parts["boot"], parts["data"], parts["script"]])),
        digest=NO_DIGEST,
        countries=by_name,
        in_danger=helplines.IN_DANGER,
        without_a_word=helplines.without_a_word,
        steps=steps,
    )
    return DIGEST.sub(digest(text), text)


def _without_blanks(style: str) -> str:
    """Return a style without the comments and blanks that readers need."""
    bare = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(
        r"\s*;?\s*([{}])\s*|\s*([;,>])\s*|(:)\s+|\s+", lambda found: found[found.lastindex or 0].strip() or " ", bare
    )


def digest(text: str) -> str:
    """Return the SHA-256 of a file, as it is without its digest and without answers that are kept in it."""
    return hashlib.sha256(DIGEST.sub(NO_DIGEST, without_kept(text)).encode()).hexdigest()


def without_kept(text: str) -> str:
    """Return a file as it was before answers were kept in it."""
    return KEPT.sub("", text)


def named_digest(text: str) -> str:
    """Return the digest that a file names; empty where it is no such file."""
    found = DIGEST.search(text)
    return found[0] if found else ""


def options_of(text: str) -> Options:
    """Return the options that a file was written with."""
    found = OPTIONS.search(text)
    return msgspec.json.decode(found[1], type=Options) if found else Options()


def script(modules: Iterable[str]) -> str:
    """Return modules as one script without the comments and indents that readers need; no two have a name in common."""
    return "\n".join(map(_bare, modules))


def _bare(name: str) -> str:
    text = (HERE / f"{name}.js").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines()]
    kept = TYPE.sub("", "\n".join(line for line in lines if line and not line.startswith(("//", "/**", "* ", "*/"))))
    return BETWEEN.sub(lambda found: found[1] or "", EXPORT.sub("", IMPORT.sub("", kept)))


def _as_browsers_do(value: object) -> object:
    """Text as a browser would write it again: a copy that keeps answers is made from what it read."""
    return value if isinstance(value, Markup) else escape(str(value), quote=False)


def _dialled(said: str) -> Markup:
    """A text whose numbers are links, by which a phone dials without a script."""
    made = Markup()
    for link in links(said):
        before, _, said = said.partition(link.text)
        made += Markup(f'{_as_browsers_do(before)}<a href="{link.to}">{link.text}</a>')
    return made + Markup(_as_browsers_do(said))


def _called(line: Line) -> list[str]:
    """The name and the numbers of a helpline in the order of the page, where the script finds them too."""
    ways = [f"{way} {number}" for way, number in (("call", line.phone), ("text", line.text)) if number]
    return [line.name, *(link.text for way in ways for link in links(way))]


def _step(kb: KnowledgeBase, key: str) -> dict[str, Any]:
    """A step with the first dos and don'ts that its card names."""
    step = kb.steps[key]
    named = [kb.advice[id] for id in step.first if id in kb.advice]
    lines = {TITLES[kind]: [line.say for line in named if line.kind == kind][:READ] for kind in ("do", "dont")}
    return {"title": step.title, "say": step.say, "come_back": step.come_back, "lines": lines}


def _texts(step: dict[str, Any]) -> list[str]:
    """The words of a step in the order of the page, where the script finds them too."""
    return [
        step["title"],
        step["say"],
        *(line for lines in step["lines"].values() for line in lines),
        step["come_back"],
    ]


def _policy(style: str, scripts: list[str]) -> str:
    allowed = " ".join(map(_source, scripts))
    return (
        f"default-src 'none'; connect-src 'none'; script-src {allowed}; style-src {_source(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    """What a policy calls the only text that may stand in a place."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _in_script(data: object) -> str:
    """JSON that can stand in a script: nothing in it ends one, or begins a comment."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
