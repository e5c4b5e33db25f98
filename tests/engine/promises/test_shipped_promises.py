"""The promises of the knowledge base milepost comes with: all are kept, the first ones are among them, and they catch faults."""

import re
import shutil
from functools import cache, lru_cache

import msgspec
import pytest

from milepost import kb as shipped
from milepost.engine.consulting.consult import Consultant
from milepost.engine.language import document
from milepost.engine.language.assemble import assembled
from milepost.engine.language.folder import Folder
from milepost.engine.promises.methods import CADICAL, CLINGO
from milepost.engine.promises.proving import Prover
from milepost.engine.promises.replay import replayed
from milepost.engine.solver.search import count_known
from tests.examples import shipped_base
from tests.tiers import sampled, thorough

# Spread evenly over all of them: `milepost prove` proves each in one process, which CI does too.
PROMISES = tuple(shipped_base().promises)[::9]
# What is promised first of all: contact is closed, what is grave comes first and keeps its help, not knowing opens nothing.
FIRST = {
    "danger-closes-contact", "an-order-closes-contact", "a-stop-closes-contact", "own-harm-closes-contact", "duty-goes-through-a-safe-channel",
    "danger-now-comes-first", "risk-to-others-comes-next", "crisis-comes-third", "under-13-no-contact-advice", "under-18-one-short-word-at-most",
    "under-18-has-its-own-steps", "danger-keeps-its-help", "dark-thoughts-keep-their-help", "young-people-keep-their-help", "own-harm-keeps-its-help", "an-order-or-a-stop-keeps-help", "not-knowing-opens-nothing-guards",
    "not-knowing-opens-nothing-others", "everybody-gets-a-step", "no-line-goes-further-than-its-step",
}  # fmt: skip

# What no promise can depend on is not read again for each fault; some of these are found by the examples too.
BESIDE = {"examples", "helplines", "sources", "systems", "conflicts", "research", "specialists", "decisions"}


def without_rule(id):
    return lambda text: re.sub(rf"  - id: {id}\n(?:    .*\n)+", "", text)


def swapped(one, other):
    return lambda text: text.replace(one, "\0").replace(other, one).replace("\0", other)


# Each mutation with the file it is planted in and a promise that catches it.
MUTATIONS = {
    "a gate that forgets orders": ("topics/door.yaml", without_rule("barred-by-order"), "an-order-closes-contact"),
    "a gate that forgets what is not known": ("topics/door.yaml", without_rule("unclear-danger-closes"), "a-left-open-guard-closes-contact"),
    "one warning sign that is forgotten": ("topics/warnings.yaml", without_rule("warning-tracked"), "every-warning-sign-closes-contact"),
    "growth that is no warning": ("topics/warnings.yaml", without_rule("warning-growing"), "what-grows-is-a-warning"),
    "growth left open that opens contact": ("topics/warnings.yaml", without_rule("growth-not-known"), "a-left-open-guard-closes-contact"),
    "a pursuit that is no grave sign": ("topics/danger.yaml", without_rule("high-danger-followed"), "pursuit-around-a-breakup-is-grave"),
    "a gun that is weighed alone": ("topics/danger.yaml", without_rule("high-danger-gun-and-any-sign"), "a-gun-with-any-sign-is-grave"),
    "a silence under one roof": (
        "advice/danger-now-and-high.yaml", lambda text: text.replace("{between_you: {includes_any: [home, children]}}, ", "", 1),
        "no-line-of-silence-under-one-roof"),
    "a pause for who may think of suicide": ("order.yaml", swapped("- help_near_you\n", "- pause\n"), "not-knowing-about-suicide-never-leads-to-silence"),
    "a parent cut off in a crisis": ("topics/ties.yaml", without_rule("children-minded-by-another"), "a-crisis-does-not-cut-off-the-other-parent"),
    "an order that comes after a rash quarrel": ("order.yaml", swapped("- keep_the_order", "- rash_wait"), "an-order-is-kept"),
    "a crisis that comes after an order": ("order.yaml", swapped("- crisis_help", "- keep_the_order"), "crisis-comes-third"),
    "a pause of 29 days": ("topics/pause.yaml", lambda text: text.replace("{at_least: 30}", "{at_least: 29}").replace("{below: 30}", "{below: 29}"),
                           "no-contact-before-the-pause"),
    "a line of the pause with contact": ("advice/pause.yaml", lambda text: text.replace("contact: none", "contact: meet", 1),
                                         "no-line-goes-further-than-its-step"),
    "a calm person who falls from the quick way into the pause": (
        "steps/rash-quarrel.yaml", lambda text: text.replace("unless: [{apology: given}, {ex_free: taken}", "unless: [{apology: given}, {calmness: calm}, {ex_free: taken}", 1),
        "more-never-leads-further-back"),
    "a line on divorce that anybody reads": (
        "advice/beside-the-breakup.yaml", lambda text: text.replace("when: {shared_ties: {includes: marriage}, question: ", "when: {aim: [civil, heal], question: "),
        "divorce-only-to-the-married"),
    "a lawyer for a pupil": (
        "advice/orders-and-stop.yaml", lambda text: text.replace("    unless: {age_group: [child, teen]}\n", ""), "no-lawyer-for-a-pupil"),
    "a step that goes further than it says": ("steps/safety.yaml", lambda text: text.replace("contact: none", "contact: reply"), "danger-closes-contact"),
}  # fmt: skip


@pytest.fixture(scope="module")
def prover(base):
    """Proves the promises of the knowledge base milepost comes with."""
    return Prover(base)


@pytest.fixture(scope="module")
def proved(base, prover):
    """Gives the verdict on a promise, which is proved when it is first asked for."""
    return cache(lambda id: prover.prove(base.promises[id]))


@pytest.mark.parametrize("id", PROMISES)
def test_promises_hold(proved, id):
    verdict = proved(id)
    assert verdict.status == "holds", verdict
    assert verdict.methods[:2] == (CLINGO, CADICAL)
    assert verdict.sheets > 10**30


def test_the_first_promises_are_among_them(base):
    assert set(base.promises) >= FIRST


@thorough
def test_not_knowing_is_proved_for_every_question_by_name(base, proved):
    verdicts = [proved(f"not-knowing-opens-nothing-{which}") for which in ("guards", "others")]
    for verdict, guard in zip(verdicts, (True, False), strict=True):
        assert [c.question for c in verdict.compared] == [key for key, q in base.questions.items() if q.guard == guard]


@pytest.fixture(scope="module")
def parsed_once():
    """Parses a file once for all tests: each plants its fault in one of 200."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "parse", lru_cache(maxsize=None)(document.parse))
        yield


@pytest.mark.parametrize("name", sampled(MUTATIONS, 2))
def test_a_planted_fault_is_caught(name, tmp_path, parsed_once):
    file, edit, caught_by = MUTATIONS[name]
    folder = tmp_path / "kb"
    shutil.copytree(shipped.FOLDER, folder)
    path = folder / file
    before = path.read_text(encoding="utf-8")
    path.write_text(edit(before), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != before
    kb = assembled(Folder(folder, without=BESIDE))
    kb = msgspec.structs.replace(kb, promises={caught_by: kb.promises[caught_by]})  # no gates for the others
    verdict = Prover(kb).prove(kb.promises[caught_by])
    assert verdict.status == "broken" and verdict.simplest
    assert count_known(verdict.witness) < len(kb.questions)
    assert replayed(Consultant(kb), verdict).sheet == verdict.witness


# An ex who may end their life today is in danger, and no sign of abuse by itself: the help is crisis lines for them.
@pytest.mark.parametrize(
    ("id", "apart"),
    [("every-warning-sign-closes-contact", set()), ("every-warning-sign-keeps-its-help", {"life_today"})],
)
def test_no_warning_sign_is_left_out(base, id, apart):
    named = {(test.fact, value) for test in base.promises[id].tests() for value in test.values}
    for key in ("harm_signs", "danger_signs"):
        assert {value for fact, value in named if fact == key} == set(base.questions[key].options) - apart
