"""Coming back: nothing is lost and nothing doubled, whoever was away meanwhile."""

from playwright.sync_api import expect

from desk_page import LIVE_MILLISECONDS

# Until a browser and the chat have found a server that was away for a moment.
RETURN_MILLISECONDS = 30_000


def test_a_visitor_comes_back(shared_house, open_browser):
    """Promise: in a new tab of the same browser the visitor finds all, and what came meanwhile.

    Seen to fail when the chat kept what it stores under another name each time.
    """
    house = shared_house
    visitor = open_browser()
    chat = house.chat(visitor)
    chat.open()
    chat.say("I shall be back")
    desk = house.desk(open_browser(), house.ada)
    row = desk.rows.filter(has_text="I shall be back")
    expect(row).to_have_count(1, timeout=LIVE_MILLISECONDS)
    desk.open(row.get_attribute("data-id"))
    desk.reply("We wait for you")
    chat.shows("We wait for you")
    chat.page.close()

    desk.reply("Here is more")
    again = house.chat(visitor)
    expect(again.badge).to_have_text("1")
    again.open()
    for text in ("I shall be back", "We wait for you", "Here is more"):
        again.shows(text)
    expect(again.badge).to_be_empty()
    again.say("I am back")
    desk.shows("I am back")


def test_the_server_restarts_in_mid_chat(house, open_browser):
    """Promise: both sides go on by themselves; what was written meanwhile arrives once.

    Seen to fail when the chat gave up after its first failed attempt.
    """
    chat = house.chat(open_browser())
    chat.open()
    chat.say("Before")
    desk = house.desk(open_browser(), house.ada)
    expect(desk.rows).to_have_count(1, timeout=LIVE_MILLISECONDS)
    desk.open(desk.rows.get_attribute("data-id"))
    desk.reply("Answer before")
    chat.shows("Answer before")

    house.server.stop()
    chat.say("During")
    desk.write("reply", "Answer during")
    desk.send()
    desk.page.wait_for_timeout(1_500)
    house.restart()

    desk.message("During").first.wait_for(timeout=RETURN_MILLISECONDS)
    chat.message("Answer during").first.wait_for(timeout=RETURN_MILLISECONDS)
    chat.say("After")
    desk.shows("After")
    desk.reply("Answer after")
    chat.shows("Answer after")
    asked = ["Before", "During", "After"]
    answered = ["Answer before", "Answer during", "Answer after"]
    for text in asked + answered:
        expect(chat.exactly(text)).to_have_count(1)
        expect(desk.exactly(text)).to_have_count(1)
    with house.api() as api:
        stored = api.all(f"/api/v1/conversations/{desk.conversation}/messages")
    assert sorted(message["text"] for message in stored) == sorted(asked + answered)
