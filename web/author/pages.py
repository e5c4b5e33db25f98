"""The author's pages. Their addresses name entries, so that an address still fits when others were added in between."""

from flask import Blueprint, Response, abort, render_template, request

from milepost.diagrams.render import CannotDraw, draw
from milepost.diagrams.wiring import wiring as wiring_of
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.model.answer_sheet import Sheet, fault_in_answer
from milepost.engine.model.faults import KnowledgeBaseFaulty
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import NO_CONTACT, above
from milepost.engine.promises.certificate import compared, with_more_said
from milepost.engine.promises.verdict import Broken
from milepost.engine.telling.promise import STATUS, found_in_words
from milepost.library import Milepost
from milepost.web import here, titles
from milepost.web.author.cards import facts, sections
from milepost.web.author.kinds import KINDS, entries, link, links, said

pages = Blueprint("author", __name__, url_prefix="/author")
MOST_FOUND = 200


def _kb() -> KnowledgeBase:
    # No turn is taken: nothing here asks the solvers that all share.
    return here.loaded().kb


@pages.app_context_processor
def kinds() -> dict:
    return {"kinds_of_entries": KINDS}


@pages.before_app_request
def follow() -> None:
    """Where the knowledge base has changed under somebody's answers, those that still fit are taken over."""
    visit = here.visit_if_any()
    if visit is None or request.endpoint in ("leaving.leave", "help_now.page", "help_now.choose"):
        return
    known, conversation = here.loaded(), visit.conversation
    if conversation is not None and conversation.interview is not known.milepost.interview:
        questions, given = known.kb.questions, conversation.sheet.answers
        fitting = {
            key: answer
            for key, answer in given.items()
            if key in questions and not fault_in_answer(questions[key], answer)
        }
        with known.lock:
            visit.conversation, visit.told = known.milepost.begin(Sheet(fitting)), None


@pages.app_errorhandler(KnowledgeBaseFaulty)
def faulty(error: KnowledgeBaseFaulty):
    """The faults of the knowledge base as the page, whatever was asked for, until they are mended."""
    return render_template("author/faults.html", title=titles.FAULTY, faults=error.faults), 503


@pages.get("")
def home():
    kb = _kb()
    counts = {section: len(entries(kb, section)) for section in KINDS}
    return render_template("author/home.html", title=titles.KNOWLEDGE, kb=kb, counts=counts)


@pages.get("/<any({}):section>".format(", ".join(KINDS)))
def all(section: str):
    kb = _kb()
    return render_template(
        "author/list.html",
        title=KINDS[section][0],
        section=section,
        links=links(kb, [(section, key) for key in entries(kb, section)]),
    )


@pages.get("/<any({}):section>/<key>".format(", ".join(KINDS)))
def one(section: str, key: str):
    return _card(section, key)


@pages.post("/promises/<key>")
def proved(key: str):
    """Proves a promise, over every sheet; nobody else has to wait for it."""
    kb = _kb()
    if key not in kb.promises:
        abort(404)
    with here.loaded().proving:
        return _card("promises", key, _proof(here.loaded().for_proofs, key))


def _proof(milepost: Milepost, key: str) -> dict:
    kb = milepost.kb
    (verdict,) = milepost.prove(key)
    found = {"status": STATUS[verdict.status], "holds": verdict.status == "holds", "how": found_in_words(verdict)}
    found["compared"] = [(link(kb, ("questions", each.question)), compared(each)) for each in verdict.compared]
    if isinstance(verdict, Broken):
        replay = milepost.replay(verdict)
        conclusion = replay.conclusion
        found["sheet"] = [
            link(kb, ("questions", q), answer_in_words(kb.questions[q], answer))
            for q, answer in verdict.witness.answers.items()
        ]
        if more := with_more_said(kb, verdict):
            question = kb.questions[verdict.question]
            found["more"] = link(kb, ("questions", question.key), answer_in_words(question, more.answer))
            found["more_step"] = links(kb, [("steps", more.step)] if more.step else [])
        found["step"] = links(kb, [("steps", conclusion.step)] if conclusion.step else [])
        found["fired"] = links(kb, [("rules", firing.rule) for firing in replay.firings])
        found["contact"] = links(
            kb, [("advice", id) for id in conclusion.advice if above(kb.advice[id].contact, NO_CONTACT)]
        )
    return found


@pages.get("/wiring")
def wiring():
    """What looks at what, as a picture to look at, to open and to keep."""
    return render_template("author/wiring.html", title=titles.WIRING, graph=wiring_of(_kb()))


@pages.get("/wiring/picture")
def picture():
    """The picture of the wiring; where nothing can draw it, what is missing."""
    try:
        return Response(draw(wiring_of(_kb()), "svg"), mimetype="image/svg+xml")
    except CannotDraw as error:
        return Response(f"{error}\n", 503, mimetype="text/plain")


@pages.get("/search")
def search():
    """Every entry that has all the words looked for in its name or in what it says."""
    kb, wanted = _kb(), request.args.get("q", "").casefold().split()
    found = [
        (section, key)
        for section in KINDS
        for key in (entries(kb, section) if wanted else ())
        if _has(f"{key} {said(kb, section, key)}".casefold(), wanted)
    ]
    return render_template(
        "author/search.html",
        title=titles.FOUND,
        looked_for=request.args.get("q", ""),
        count=len(found),
        links=links(kb, found[:MOST_FOUND]),
    )


def _has(text: str, words: list[str]) -> bool:
    return not [word for word in words if word not in text]


def _card(section: str, key: str, verdict: dict | None = None):
    kb = _kb()
    if key not in entries(kb, section):
        abort(404)
    return render_template(
        "author/card.html",
        title=KINDS[section][1],
        section=section,
        key=key,
        said=said(kb, section, key),
        facts=facts(kb, section, key),
        sections=sections(here.loaded().for_proofs, section, key),
        verdict=verdict,
    )
