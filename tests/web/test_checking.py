"""The review of the answers, changing one, and the offer of more questions."""

import re

from milepost.engine.telling.said import played_back
from tests.web.person import checked, shown


def test_every_answer_is_there_in_order_with_its_change(done, base):
    page, conversation = done.page("/check"), done.visit.conversation
    rows = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>\s*<dd class=\"change\">(.*?)</dd>", page, re.DOTALL)
    questions = [base.questions[key] for key in conversation.replay.line]
    assert [shown(ask) for ask, _, _ in rows] == [question.ask for question in questions]
    assert [shown(said) for _, said, _ in rows] == [
        played_back(q, conversation.sheet.answers[q.key]) for q in questions
    ]
    for number, (question, (_, _, link)) in enumerate(zip(questions, rows, strict=True), start=1):
        assert (
            f'href="/change/{number}"' in link
            and f'<span class="hidden"> the answer to: {question.ask}</span>' in link.replace("&#39;", "'")
        )


def test_a_change_that_opens_nothing_returns_to_the_review(done):
    line, before = done.visit.conversation.replay.line, dict(done.visit.conversation.sheet.answers)
    page = done.page("/change/1")
    assert checked(page) == [before[line[0]]] and 'href="/check"' in page
    assert done.answer("/change/1", line[0], before[line[0]]) == "/check"
    assert done.visit.conversation.sheet.answers == before


def test_a_change_asks_only_what_is_newly_needed(ended):
    first = ended.key("/q/3")
    address, asked = ended.answer("/change/3", first, "no"), []
    while address.startswith("/change/"):
        asked.append(ended.key(address))
        address = ended.answer(address, asked[-1], "not_sure")
    assert address in ("/check", "/step") and asked and first not in asked and len(set(asked)) == len(asked)


def test_the_review_sends_back_to_an_open_question(asked):
    assert asked.get("/check").headers["Location"] == "/q"
    assert asked.get("/step").headers["Location"] == "/q"


def test_more_questions_are_offered_can_be_left_out_and_change_no_step(done):
    step = re.search(r'data-step="(\w+)"', done.page("/step"))[1]
    page = done.page("/check")
    assert "5 more questions can still make the advice fit you better" in shown(page)
    deciding = len(done.visit.conversation.replay.line)
    address = done.post("/more").headers["Location"]
    assert (
        address == f"/q/{deciding + 1}"
        and "Extra question" in done.page(address)
        and 'href="/check"' in done.page(address)
    )
    following = done.answer(address, done.key(address), "not_sure")
    assert following == f"/q/{deciding + 2}"
    # Enough of it: the answer given stays, and the offer comes again, of what is left.
    assert done.page("/check").count("/change/") == deciding + 1
    # Whoever goes on is offered more, a few at a time, until nothing is left that could change a line.
    while "can still make the advice fit you better" in shown(done.page("/check")):
        before, address = len(done.visit.conversation.replay.line), done.post("/more").headers["Location"]
        while address.startswith("/q/"):
            address = done.answer(address, done.key(address), "not_sure")
        assert before < len(done.visit.conversation.replay.line) <= before + 5
    assert len(done.visit.conversation.replay.line) > deciding + 5
    assert f'data-step="{step}"' in done.page("/step")


def test_a_danger_leads_to_the_step_at_once_with_help_on_top(ended, base):
    page = ended.page("/step")
    assert page.index('class="numbers"') < page.index('id="step"') < page.index('class="do"')
    assert base.steps[re.search(r'data-step="(\w+)"', page)[1]].ends_interview


def test_starting_over(done):
    assert done.post("/again").headers["Location"] == "/begin"
    assert done.visit.conversation.sheet.answers == {} and done.get("/q").headers["Location"] == "/q/1"


def test_starting_over_is_asked_before_it_is_done(done):
    for page in (done.page("/check"), done.page("/")):
        assert "All your answers go." in page and "Yes, start over" in page
        assert page.index('<details class="again">') < page.index('action="/again"')


def test_a_change_can_be_undone_once_and_is_used_for_nothing(ended):
    before, first = dict(ended.visit.conversation.sheet.answers), ended.key("/q/3")
    assert "Undo the change" not in ended.page("/q/3")
    address = ended.answer("/change/3", first, "no")
    while address.startswith("/change/"):
        address = ended.answer(address, ended.key(address), "not_sure")
    ended.visit.conversation = ended.visit.conversation.enough()
    assert ended.visit.conversation.sheet.answers != before
    assert "You changed an answer." in ended.page("/check") and "Undo the change" in ended.page("/check")
    assert ended.post("/undo").headers["Location"] == "/check"
    assert ended.visit.conversation.sheet.answers == before and ended.visit.before_change is None
    assert ended.post("/undo").headers["Location"] == "/check"
    assert ended.visit.conversation.sheet.answers == before


def test_the_foot_of_a_page_leads_where_it_says(asked, answered):
    def foot() -> list[str]:
        page = asked.page("/help")
        return re.findall(r'href="([^"]*)"', page[page.index("<footer>") :])

    assert foot() == ["/", "/q", "/sources"]
    first = asked.visit.conversation
    asked.visit.conversation = answered
    assert foot() == ["/", "/check", "/step", "/map", "/sources"]
    assert [address for address in foot() if asked.get(address).status_code != 200] == []
    asked.visit.conversation = first
    assert asked.answer("/q/3", asked.key("/q/3"), "yes") == "/step"
    assert foot() == ["/", "/check", "/step", "/sources"], "no map beside danger"


def test_who_thinks_of_ending_their_life_has_numbers_on_the_next_question(asked, base):
    while (key := asked.key(asked.get("/q").headers["Location"])) != "self_harm":
        asked.answer(asked.get("/q").headers["Location"], key, "not_sure" if key != "danger_now" else "no")
    before = asked.get("/q").headers["Location"]
    assert "You can call now." not in asked.page(before)
    after = asked.answer(before, "self_harm", "thoughts")
    page = asked.page(after)
    assert "Thank you for telling us. You can call now. The questions can wait." in page
    assert page.index('href="tel:112"') < page.index("<fieldset")
