"""Whom to call, on a phone: at once, in view, and of the country that its language names."""

from tests.phone.walking import EXAMPLE, begins, chooses, in_view, walks


def test_help_has_the_numbers_of_the_phones_own_country_at_once(opened):
    """It says whose they are, and all others can be chosen."""
    page = opened(locale="en-GB")
    page.get_by_role("link", name="Get help now").click()
    assert in_view(page, ".emergency a[href='tel:999']", "summary:text-is('Not in the United Kingdom? Choose')")
    page.get_by_text("Not in the United Kingdom? Choose").click()
    assert page.get_by_text("These are the numbers for the United Kingdom", exact=False).is_visible()
    page.get_by_label("Your country").select_option("Ireland")
    page.get_by_role("button", name="Show its numbers").click()
    assert "112 or 999" in page.locator(".emergency").inner_text()
    assert page.locator(".lines a[href^='sms:']").count() > 0
    page.get_by_text("Not in Ireland? Choose").click()
    page.get_by_label("Your country").select_option("Not named")
    page.get_by_role("button", name="Show its numbers").click()
    assert in_view(page, ".emergency a[href='tel:999']", ".emergency a[href='tel:911']")


def test_help_for_a_phone_without_a_country_has_the_numbers_of_most(opened):
    page = opened(locale="en")
    page.get_by_role("link", name="Get help now").click()
    assert in_view(page, ".emergency a[href='tel:112']", ".emergency a[href='tel:911']", ".country select")


def test_the_numbers_of_no_country_are_wider_than_a_small_phone(opened, base):
    page = opened()
    page.get_by_role("link", name="Get help now").click()
    wide = page.evaluate("""() => [...document.querySelector("main select").options].map(({ value }) => value).filter((code) => {
        if (document.querySelector(".elsewhere")) document.querySelector(".elsewhere").open = true;
        document.querySelector("main select").value = code;
        document.querySelector(".country button").click();
        return [...document.querySelectorAll("main *")].some((each) => each.getBoundingClientRect().right > innerWidth);
    })""")
    assert len(base.countries) > 2 and wide == []


def test_in_danger_the_step_and_its_numbers_are_in_view(opened, base):
    """Beside numbers of the country that the phone names is a way to others; where it names none, the choice is below."""
    for locale, number, choice in (("en-GB", "999", ".screen > .elsewhere summary"), ("en", "112", ".country select")):
        page = opened(locale=locale)
        begins(page)
        chooses(page, base, "yes")
        page.get_by_role("button", name="Continue").click()
        assert in_view(page, f".numbers a[href='tel:{number}']", "#step", ".step .lead"), locale
        chosen, step = page.locator(choice).bounding_box(), page.locator("#step").bounding_box()
        assert (chosen["y"] < step["y"]) == (locale == "en-GB")


def test_after_dark_thoughts_the_line_to_call_is_in_view(opened, base):
    page = opened(locale="en-GB")
    begins(page)
    chooses(page, base, "no")
    page.get_by_role("button", name="Continue").click()
    chooses(page, base, "thoughts")
    page.get_by_role("button", name="Continue").click()
    assert in_view(page, ".on-the-way a[href='tel:999']", ".on-the-way a[href='tel:116123']")
    chooses(page, base, "rather_not_say")
    page.get_by_text("Not in the United Kingdom? Choose").click()
    page.get_by_label("Your country").select_option("Ireland")
    page.get_by_role("button", name="Show its numbers").click()
    assert "Ireland" in page.locator(".on-the-way section").inner_text()
    assert page.locator("input:checked").get_attribute("value") == "rather_not_say", "what was chosen is still there"


def test_a_step_that_was_made_before_somebody_came_to_it_is_the_same_and_of_their_country(opened, base):
    """Whether they waited after their choice or not; and a country that was chosen meanwhile counts."""
    told = []
    for rests in (0, 800):
        page = opened(locale="en-GB")
        begins(page)
        chooses(page, base, "yes")
        page.wait_for_timeout(rests)
        page.get_by_role("button", name="Continue").click()
        told.append((page.title(), page.locator("main").inner_text(), page.evaluate("document.activeElement.id")))
    assert told[0] == told[1] and told[0][0] == "Next step" and told[0][2] == "step"
    page = opened(locale="en-GB")
    begins(page)
    chooses(page, base, "yes")
    page.wait_for_timeout(800)
    page.get_by_role("link", name="Get help now").click()
    page.get_by_text("Not in the United Kingdom? Choose").click()
    page.get_by_label("Your country").select_option("Austria")
    page.get_by_role("button", name="Show its numbers").click()
    page.get_by_text("Back", exact=True).click()
    chooses(page, base, "yes")
    page.wait_for_timeout(800)
    page.get_by_role("button", name="Continue").click()
    assert page.locator(".numbers a[href='tel:133']").count() and not page.locator("a[href='tel:999']").count()


def test_back_from_help_leads_to_the_step_and_to_the_answers(opened, base):
    page = opened()
    begins(page)
    walks(page, base, base.examples[EXAMPLE].answers)
    for view, button in (
        ("Your answers", None),
        ("Next step", "See your next step"),
        ("Your answers", "Look at your answers again"),
    ):
        if button:
            page.get_by_role("button", name=button).first.click()
        for beside in ("Get help now", "About this page"):
            page.get_by_role("link", name=beside).click()
            page.get_by_text("Back", exact=True).click()
            assert page.title() == view
