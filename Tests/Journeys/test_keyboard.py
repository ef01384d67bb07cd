"""Finding things, and working without a mouse."""

import re

from playwright.sync_api import expect

from desk_page import LIVE_MILLISECONDS, DeskPage
from house import ADA
from installation import PASSWORD


def test_search_takes_words_as_filters(shared_house, open_browser):
    """Promise: `from:`, `label:`, `is:` and words narrow what is found; a click opens it.

    Seen to fail when the `+` between the words of a form was not read as a space.
    """
    house = shared_house
    with house.api() as api:
        wanted = api.open_conversation("wanted")["id"]
        api.request("PATCH", path(wanted), {"labels": ["garden"]}).expect(200)
        other = api.open_conversation("unwanted")["id"]
        resolved = api.open_conversation("over")["id"]
        api.request("PUT", f"{path(resolved)}/resolution").expect(200)
    desk = house.desk(open_browser(), house.ada, "/desk/search")
    field = desk.page.locator("main input[name=q]")

    def found(query: str) -> set[str]:
        field.fill(query)
        field.press("Enter")
        desk.page.wait_for_load_state()
        expect(field).to_have_value(query)
        links = desk.page.locator('main a[href^="/desk/conversations/"]')
        return {
            re.search(r"/conversations/(\d+)", link.get_attribute("href")).group(1)
            for link in links.all()
        } & {wanted, other, resolved}

    assert found("Text") == {wanted, other, resolved}
    assert found("Text label:garden") == {wanted}
    assert found("is:resolved Text") == {resolved}
    assert found("from:unwanted@example.com Text") == {other}
    assert found("Text before:2020-01-01") == set()
    assert found("label:garden") == {wanted}
    desk.page.locator(f'main a[href*="{wanted}"]').first.click()
    expect(desk.page.locator("#subject")).to_have_text("Subject wanted")


def path(conversation: str) -> str:
    return f"/api/v1/conversations/{conversation}"


def test_the_command_palette(shared_house, open_browser):
    """Promise: Ctrl+K finds conversations and commands, and Enter goes there.

    Seen to fail when the palette asked the server for nothing.
    """
    house = shared_house
    with house.api() as api:
        wanted = api.open_conversation("palette")["id"]
    desk = house.desk(open_browser(), house.ada, "/desk/views/all")
    keys = desk.page.keyboard
    keys.press("Control+k")
    keys.type("Subject palette")
    option = desk.page.get_by_role("option").filter(has_text="Subject palette").first
    expect(option).to_be_visible()
    while option.get_attribute("aria-selected") != "true":
        keys.press("ArrowDown")
    keys.press("Enter")
    expect(desk.page.locator(f'#conversation[data-id="{wanted}"]')).to_be_visible()

    keys.press("Control+k")
    keys.type("Snoozed")
    expect(desk.page.get_by_role("dialog").get_by_role("option").first).to_be_visible()
    keys.press("Enter")
    desk.page.wait_for_url(re.compile("/desk/views/snoozed"))


def test_by_keyboard_alone(house, open_browser):
    """Promise: from the sign-in to an answered and resolved conversation without a mouse.

    Seen to fail when resolving had another key.
    """
    with house.api() as api:
        first = api.open_conversation("first")["id"]
        second = api.open_conversation("second")["id"]
    context = open_browser()
    desk = DeskPage(context.new_page(), house.address)
    page, keys = desk.page, desk.page.keyboard
    desk.go("/sign-in")
    tab_to(page, "input[name=email]")
    keys.type(ADA)
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    page.wait_for_url(re.compile("/desk/"))

    keys.press("g")
    keys.press("a")
    page.wait_for_url(re.compile("/desk/views/all"))
    expect(desk.rows).to_have_count(2)
    keys.press("j")
    keys.press("j")
    keys.press("Enter")
    expect(page.locator(f'#conversation[data-id="{first}"]')).to_be_visible()

    keys.press("?")
    help = page.get_by_role("dialog")
    expect(help).to_be_visible()
    expect(help.locator("kbd").first).to_be_visible()
    keys.press("Escape")
    expect(help).to_have_count(0)

    keys.press("t")
    expect(desk.owner).to_contain_text("Ada")
    keys.press("n")
    expect(desk.text).to_be_focused()
    note = colours(desk)
    keys.type("Look here, colleagues")
    keys.press("Control+Enter")
    desk.shows("Look here, colleagues")
    keys.press("Escape")
    keys.press("r")
    expect(page.locator("#composer .send .for-reply")).to_be_visible()
    expect(page.locator("#composer .send .for-note")).to_be_hidden()
    assert colours(desk) != note, "a note looks like an answer"
    keys.type("Here is your answer")
    keys.press("Control+Enter")
    desk.shows("Here is your answer")
    expect(desk.text).to_have_value("")
    keys.press("Escape")
    keys.press("e")
    expect(page.locator("#conversation-head")).to_have_attribute("data-status", "resolved")
    expect(desk.row(first)).to_have_count(0, timeout=LIVE_MILLISECONDS)
    expect(desk.row(second)).to_have_count(1)

    with house.api() as api:
        stored = api.all(f"{path(first)}/messages")
        assert api.get(path(first)).expect(200).json["status"] == "resolved"
    written = [(message["kind"], message["text"]) for message in stored[1:]]
    assert [one for one in written if one[0] != "system"] == [
        ("note", "Look here, colleagues"), ("reply", "Here is your answer"),
    ]


def tab_to(page, selector: str) -> None:
    """Presses Tab until the element has the focus; it is not far."""
    for _ in range(10):
        if page.locator(selector).evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by Tab")


def colours(desk) -> list[str]:
    """How the composer looks."""
    return desk.page.locator("#composer").evaluate(
        """form => [form, form.querySelector('.send')].map(node => {
             const style = getComputedStyle(node)
             return style.backgroundColor + style.borderColor
           })"""
    )
