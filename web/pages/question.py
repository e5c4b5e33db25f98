"""The question pages. An address names a number and nothing else; an answer is sent in the body."""

import msgspec
from flask import Blueprint, current_app, render_template, request
from markupsafe import Markup

from milepost.engine.interview.conversation import Conversation
from milepost.engine.interview.given import NotUnderstood
from milepost.engine.meaning.words import answer_in_words, choices
from milepost.engine.model.question import FIRST, SAY_NOTHING, Question
from milepost.engine.telling.effects import effect_in_words
from milepost.engine.telling.on_the_way import is_called_for, on_the_way
from milepost.engine.telling.progress import bound, progress, share
from milepost.engine.telling.sections import Section
from milepost.web import titles
from milepost.web.answering import Sent, sent, sent_for, understood
from milepost.web.here import go, knowledge, today, visit

pages = Blueprint("question", __name__)


@pages.get("/q")
def current():
    """The first open question, or what follows the last one."""
    here = visit()
    if here.conversation is None:
        return go("/begin")
    here.conversation = here.conversation.on()
    return go(following(here.conversation))


@pages.route("/q/<int:number>", methods=["GET", "POST"])
def page(number: int):
    here = visit()
    standing = standing_at(here.conversation, number)
    if standing is None or not _is_meant(_in_view(standing)):
        return go("/q")
    if request.method != "POST":
        return _shown(standing, f"/q/{number}", _back(standing))
    return _answered(standing, f"/q/{number}", _back(standing))


@pages.route("/change/<int:number>", methods=["GET", "POST"])
def change(number: int):
    """A question reached from the review of the answers; after it comes what is newly open, then the review again."""
    here = visit()
    standing = standing_at(here.conversation, number)
    if standing is None or not _is_meant(_in_view(standing)):
        return go("/q")
    if standing.answer_before is not None:
        standing = standing.changing(_in_view(standing).key)
    standing = msgspec.structs.replace(standing, returning=True)
    if request.method != "POST":
        return _shown(standing, f"/change/{standing.number}", "/check")
    return _answered(standing, f"/change/{standing.number}", "/check")


def standing_at(conversation: Conversation | None, number: int) -> Conversation | None:
    """The conversation with the question of this number in view; None if there is none, or it has not begun."""
    if conversation is None or not 1 <= number <= len(conversation.replay.line):
        return None
    knowledge()
    return msgspec.structs.replace(conversation, place=number - 1, returning=False)


def following(conversation: Conversation) -> str:
    """Where a conversation goes on: the question in view, the review of the answers, or the step that ends it."""
    if conversation.question is not None:
        return f"/{'change' if conversation.returning else 'q'}/{conversation.number}"
    return "/step" if ends_at_once(conversation) else "/check"


def ends_at_once(conversation: Conversation) -> bool:
    """Is the step one that ends the interview, so that nobody has to look over their answers first?"""
    kb, step = conversation.interview.kb, conversation.interview.step(conversation.sheet)
    return step is not None and kb.steps[step].ends_interview


def _in_view(standing: Conversation) -> Question:
    question = standing.question
    assert question is not None  # `standing_at` gives a conversation at one of its questions
    return question


def _is_meant(question: Question) -> bool:
    """Was this sent from the page of this question? In a second window the numbers may have moved on."""
    return request.method != "POST" or request.form.get("question") == question.key


def _answered(standing: Conversation, address: str, back: str):
    given = sent(request.form)
    try:
        answer = understood(_in_view(standing), given, today())
    except NotUnderstood as problem:
        return _shown(standing, address, back, given, str(problem)), 422
    here = visit()
    here.sent[_in_view(standing).key] = given, answer
    if standing.returning and standing.answer_before is not None:
        here.before_change = here.conversation
    if isinstance(answer, int) and given.typed.strip() != str(answer):
        here.noted = f"{given.typed.strip()}: that is {answer_in_words(_in_view(standing), answer)}."
    here.conversation = standing.answered(answer)
    return go(following(here.conversation))


def _back(standing: Conversation) -> str:
    before = standing.replay.line[: standing.number - 1]
    on_begin = not before or knowledge().kb.questions[before[-1]].asked == FIRST
    return "/begin" if on_begin else f"/q/{len(before)}"


def _shown(standing: Conversation, address: str, back: str, given: Sent | None = None, problem: str = "") -> str:
    question, kb = _in_view(standing), knowledge().kb
    noted, visit().noted = visit().noted, ""
    before, as_sent = standing.answer_before, visit().sent.get(question.key)
    given = given or (as_sent[0] if as_sent and as_sent[1] == before else sent_for(question, before))
    return render_template(
        "question.html",
        title=titles.of_question(standing.number, bool(problem)),
        question=question,
        topic=kb.topics[question.topic],
        choices=choices(question),
        fields=_fields(question, given, problem),
        given=given,
        problem=problem,
        number=standing.number,
        progress=progress(standing),
        share=share(standing),
        bound=bound(standing),
        noted=noted,
        is_refining=standing.is_refining,
        help=_help(standing),
        address=address,
        back=back,
        effect=effect_in_words(kb, question, knowledge().milepost.effect(question.key, standing.sheet)),
    )


def _fields(question: Question, given: Sent, problem: str) -> Markup:
    """The fields of a question. Those in which nothing stands are the same for everybody, and kept."""
    kept = knowledge().untouched
    if given == Sent() and not problem:
        if question.key not in kept:
            kept[question.key] = _laid_out(question, given, problem)
        return kept[question.key]
    return _laid_out(question, given, problem)


def _laid_out(question: Question, given: Sent, problem: str) -> Markup:
    about = {"question": question, "choices": choices(question), "unknowns": SAY_NOTHING}
    fields = current_app.jinja_env.get_template("fields.html")
    return Markup(fields.render(given=given, problem=problem, **about))


def _help(standing: Conversation) -> Section | None:
    """Numbers to call, where what was said so far calls for them before anything else."""
    if not is_called_for(standing):
        return None
    known = knowledge()
    return on_the_way(known.consulted(standing.sheet), known.kb.countries.get(visit().country), today())
