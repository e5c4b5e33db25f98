"""What is closed below the first screen: each row answers one plain question, and says each thing once."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from milepost.engine.consulting.consult import Consultation, Reason
from milepost.engine.explaining.explain import Explanation
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.model.advice import AFFIRMATION, KINDS, Advice
from milepost.engine.model.evidence import STANCES, Research
from milepost.engine.model.helpline import Country
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.telling import texts
from milepost.engine.telling.changes import changes
from milepost.engine.telling.evidence import conflicts, research
from milepost.engine.telling.first_screen import FirstScreen, line, titled
from milepost.engine.telling.numbers import numbers
from milepost.engine.telling.once import once
from milepost.engine.telling.sections import Item, Row, Section

# The rows of a step that ends the interview: help, and nothing that distracts from it.
HELP_ONLY = ("people", "more", "who")


def titles(consultation: Consultation) -> dict[str, str]:
    """Return the titles of the rows that a consultation may have, by their keys."""
    ends = consultation.step.ends_interview
    called_for = consultation.lines("help")
    there = (key for key in texts.ROWS if (key in HELP_ONLY if ends else key != "people" or called_for))
    return {key: texts.ROWS[key] for key in there}


def rows(
    consultation: Consultation, explanation: Explanation | None, country: Country | None, screen: FirstScreen
) -> tuple[Row, ...]:
    """Return the rows that have something in them which is not in view."""
    more = _more(consultation, screen)
    lines = screen.lines.union(item.id for section in more for item in section.items)
    behind = {
        "people": lambda: _people(consultation, country),
        "more": lambda: more,
        "why": lambda: why(consultation, explanation),
        "change": lambda: change(consultation, explanation),
        "others": lambda: _others(consultation),
        "from": lambda: _from(consultation, lines),
        "who": lambda: who(consultation.kb),
    }
    made = ((key, title, behind[key]()) for key, title in titles(consultation).items())
    # The answers that decide a step take a while to find.
    waiting = () if explanation or consultation.step.ends_interview else ("why",)
    return once(screen.sections, (Row(key, title, tuple(sections)) for key, title, sections in made), waiting)


def _people(consultation: Consultation, country: Country | None) -> list[Section]:
    """Whom to call, where that is called for; the helplines come after it, as they are laid out."""
    lines = consultation.lines("help")
    if not lines and not consultation.step.ends_interview:
        return []
    first = numbers(consultation.kb.countries, country, consultation.purposes, None)[:1]
    return [Section("numbers", "", first), Section("help", "", tuple(map(line, lines)))]


def _more(consultation: Consultation, screen: FirstScreen) -> list[Section]:
    """The lines that are not in view, with their reasons; then the reasons that found no room there."""
    told = {
        key: [each for each in consultation.lines(kind) if each.id not in screen.lines]
        for kind, key in ((AFFIRMATION, AFFIRMATION), ("do", "do"), ("dont", "dont"), ("note", "notes"))
    }
    left = {key: each for key, each in consultation.alone.items() if each.id not in screen.lines}
    bare = {item.id for section in screen.sections for item in section.items if not item.why} & screen.lines
    above = [consultation.kb.advice[id] for id in consultation.conclusion.advice if id in bare]
    return [
        *(Section(key, texts.TITLES[key], tuple(map(_reasoned, lines))) for key, lines in told.items()),
        *(titled(consultation, key, (_reasoned(each),)) for key, each in left.items()),
        Section("reasons", texts.REASONS_ABOVE, tuple(map(_recalled, above))),
    ]


def _reasoned(told: Advice) -> Item:
    said = line(told)
    return Item(said.say, told.because, said.id, said.sources, said.safety)


def _recalled(told: Advice) -> Item:
    """Return the reason of a line in view, after the first words of it."""
    return _reasoned(msgspec.structs.replace(told, say=texts.recalled(told.say)))


def why(consultation: Consultation, explanation: Explanation | None) -> list[Section]:
    """The rules that speak for the step, each once, and the answers that decide it."""
    speak = rules(consultation, consultation.reasons) or (Item(texts.NO_RULE),)
    sections = [Section("rules", texts.RULES, speak)]
    decided: list[str] = []
    if explanation:
        decided = list(explanation.deciding)
        loud = [key for key in explanation.deciding if key not in explanation.quiet]
        quiet = (Item(texts.NO_ALARM),) if nothing_rang(consultation, explanation) else ()
        lead = texts.DECIDED_WITH_GUARDS if explanation.quiet else texts.DECIDED_LEAD
        sections.append(Section("deciding", texts.DECIDED, (*_answers(consultation, loud), *quiet), lead))
    odd = [key for misfit in consultation.misfits for key in misfit.questions]
    return [*sections, Section("at_odds", texts.TITLES["at_odds"], _answers(consultation, odd, decided))]


def nothing_rang(consultation: Consultation, explanation: Explanation) -> bool:
    """Return whether no answer about safety rang an alarm: none closes contact, and no safety line is told."""
    told = [each for kind in KINDS for each in consultation.lines(kind)]
    rang = explanation.alarm or consultation.step.ends_interview or any(each.safety for each in told)
    return bool(explanation.quiet) and not rang


def _answers(consultation: Consultation, keys: Iterable[str], recalled: Iterable[str] = ()) -> tuple[Item, ...]:
    """Return answers, each after its question; of what is to be `recalled` after its first words."""
    kb, given = consultation.kb, consultation.sheet.answers
    asked = {key: kb.questions[key].ask for key in keys} | {
        key: texts.recalled(kb.questions[key].ask) for key in recalled
    }
    return tuple(
        Item(f'{asked[key]} "{answer_in_words(kb.questions[key], given.get(key))}"', id=key)
        for key in dict.fromkeys(keys)
    )


def rules(consultation: Consultation, reasons: Iterable[Reason], answered: bool = False) -> tuple[Item, ...]:
    """Return rules that fired, with those below them, each once; and with the answers they read, if that is wished."""
    return tuple(_rules(consultation, reasons, answered, set()))


def _rules(consultation: Consultation, reasons: Iterable[Reason], answered: bool, met: set[str]) -> Iterator[Item]:
    for reason in reasons:
        rule = reason.rule
        if rule.id not in met:
            met.add(rule.id)
            read = [key for key in reason.answers if answered and key not in met]
            met.update(read)
            below = tuple(_rules(consultation, reason.below, answered, met))
            yield Item(rule.because, id=rule.id, sources=rule.sources, below=(*_answers(consultation, read), *below))


def change(consultation: Consultation, explanation: Explanation | None) -> list[Section]:
    """When to come back, what that opens, which other answers give another step, and which answers were left open."""
    kb, step = consultation.kb, consultation.step
    sections = [
        Section("come_back", texts.COME_BACK, (Item(step.come_back),)),
        Section("further_on", texts.FURTHER_ON, (Item(step.opens_next),)),
    ]
    if explanation is None:
        return sections
    open_ = []
    for left in explanation.left_open:
        question = kb.questions[left.question]
        # Which answer opens which door would lead people past a guard.
        named = texts.COULD_LEAD_TO.format(question.ask, "; ".join(_titles(kb, left.steps.values())))
        open_.append(Item(named if left.steps else question.ask, "" if left.steps else question.why, question.key))
    other = changes(consultation, explanation) or (Item(texts.NO_CHANGE),)
    return [
        *sections,
        Section("changes", texts.CHANGES, other),
        Section("left_open", texts.LEFT_OPEN, tuple(open_), texts.LEFT_OPEN_LEAD),
    ]


def _titles(kb: KnowledgeBase, steps: Iterable[str]) -> Sequence[str]:
    return [kb.steps[step].title for step in dict.fromkeys(steps)]


def _others(consultation: Consultation) -> list[Section]:
    """The other steps that something spoke for, a sentence each; and what to do where nothing fits."""
    others = tuple(
        Item(f"{step.title}. {reasons[0].rule.because}", id=step.key) for step, reasons in consultation.considered
    )
    return [
        Section("others", "", others, texts.OTHERS_LEAD),
        Section("nothing_fits", texts.NOTHING_FITS, (Item(texts.NOTHING_FITS_SAID),)),
    ]


def _from(consultation: Consultation, lines: frozenset[str]) -> list[Section]:
    """The texts that the step and its lines rest on, where these disagree, and what research says of these lines."""
    kb = consultation.kb
    cited = [*consultation.step.sources]
    cited += [id for reason in consultation.reasons for id in reason.rule.sources]
    shown = [kb.advice[id] for id in consultation.conclusion.advice if id in consultation.told]
    cited += [id for told in shown for id in told.sources]
    read = dict.fromkeys(kb.statements[id].source if id in kb.statements else id for id in cited)
    sources = [kb.sources[key] for key in kb.sources if key in read]
    return [
        Section(
            "texts",
            texts.TEXTS,
            tuple(Item(texts.SOURCE.format(s.title, s.kind), id=s.key) for s in sources),
        ),
        Section(
            "conflicts",
            texts.DISAGREE,
            tuple(
                Item(
                    texts.FOLLOWED.format(each.about, each.followed),
                    each.because,
                    each.id,
                    below=tuple(Item(f'"{side.says}"', sources=side.claims) for side in each.sides),
                )
                for each in conflicts(consultation, lines)
            ),
        ),
        Section(
            "research",
            texts.RESEARCH,
            tuple(Item(each.says, stance(each), each.id, each.studies) for each in research(consultation, lines)),
            texts.RESEARCH_LEAD,
        ),
    ]


def stance(piece: Research) -> str:
    """Return in a sentence how far research supports what is shown, empty where that need not be said."""
    # A sentence that says itself that evidence is missing needs no second one.
    missing = any(word in piece.says for word in ("evidence", "study"))
    return "" if piece.stance == "no_evidence" and missing else STANCES[piece.stance]


def who(kb: KnowledgeBase) -> list[Section]:
    """What the knowledge base says of itself: what it cannot do, who reviewed it, and how it is kept up."""
    about = kb.about
    reviewed = tuple(
        Item(texts.REVIEWED_BY.format(each.name, each.role, texts.date(each.date), ", ".join(each.scope)))
        for each in about.reviewed_by
    )
    return [
        Section("reviewed", texts.REVIEWED, reviewed or (Item(texts.NOT_REVIEWED),)),
        Section("limits", texts.LIMITS, tuple(map(Item, about.limits or (texts.NO_LIMITS,)))),
        Section("upkeep", texts.UPKEEP, (Item(about.upkeep or texts.GOOD_FOR.format(about.good_for_days)),)),
    ]
