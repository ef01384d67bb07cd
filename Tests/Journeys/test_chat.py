"""A customer writes in the web chat, an agent answers: both see it at once."""

from playwright.sync_api import expect

from desk_page import LIVE_MILLISECONDS


def test_the_way_through(house, open_browser):
    """Promise: chat, list, answer, read mark and typing reach the other side without a reload.

    Seen to fail when a visitor's first conversation was not heard of, and when the desk did not
    notice a conversation that came with the page.
    """
    desk = house.desk(open_browser(), house.ada)
    expect(desk.rows).to_have_count(0)

    chat = house.chat(open_browser())
    chat.open()
    chat.say("Are the tulips fresh?")
    expect(desk.rows).to_have_count(1, timeout=LIVE_MILLISECONDS)
    expect(desk.rows).to_contain_text("Are the tulips fresh?")
    expect(desk.counter("all")).to_have_text("1")

    desk.open(desk.rows.get_attribute("data-id"))
    desk.shows("Are the tulips fresh?")
    expect(chat.seen).to_have_count(1, timeout=LIVE_MILLISECONDS)

    # A conversation that comes with the page is watched like one that was clicked.
    desk.page.reload()
    chat.text.press_sequentially("And", delay=20)
    expect(desk.presence).not_to_be_empty(timeout=LIVE_MILLISECONDS)
    desk.text.press_sequentially("Yes", delay=20)
    expect(chat.typing).to_contain_text("Ada", timeout=LIVE_MILLISECONDS)

    desk.reply("Cut this morning.")
    chat.shows("Cut this morning.")
    expect(desk.message("Cut this morning.").locator(".seen")).to_have_count(
        1, timeout=LIVE_MILLISECONDS
    )
    chat.say(" the roses?")
    desk.shows("the roses?")
    expect(chat.typing).to_be_empty(timeout=LIVE_MILLISECONDS + 6_000)
    assert not desk.faults and not chat.faults
