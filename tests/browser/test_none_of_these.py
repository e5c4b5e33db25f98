"""What goes by itself clears the others, and back, as soon as it is ticked."""


def test_none_of_these_clears_the_others_and_back(scripted):
    page = scripted.page
    scripted.site.told(scripted.site.example)
    scripted.goes(f"/q/{scripted.site.number_of('many')}")
    boxes = page.get_by_role("checkbox")
    none = page.locator("input[value=none]")
    for ticked in boxes.all():
        ticked.uncheck()
    boxes.nth(0).check()
    boxes.nth(1).check()
    assert page.locator("input:checked").count() == 2
    none.check()
    assert page.locator("input:checked").evaluate_all("all => all.map(each => each.value)") == ["none"]
    boxes.nth(0).check()
    assert not none.is_checked()
    assert boxes.nth(0).is_checked()
