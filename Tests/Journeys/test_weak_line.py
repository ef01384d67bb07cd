"""A weak line, a long conversation, and a browser without scripts."""

import re
import statistics
import time

from playwright.sync_api import expect

from cutting_proxy import CuttingProxy
from desk_page import DeskPage
from desk_session import DeskSession
from followers import Background
from installation import PASSWORD

LONG = 5_000
MOST_MESSAGES = 50
ROUNDS = 15


def test_a_reply_over_a_line_that_is_cut_arrives_once(shared_house, open_browser):
    """Promise: the server's answer is lost again and again; the reply is there once all the same.

    Seen to fail when each attempt to send had a key of its own.
    """
    house = shared_house
    with house.api() as api, Background() as background:
        conversation = api.open_conversation("weak")["id"]
        proxy = CuttingProxy(background, house.server.port, (0.5, 3))
        proxy.is_weak = False
        context = open_browser()
        house.sign_in(context, house.ada)
        desk = DeskPage(context.new_page(), f"http://127.0.0.1:{proxy.port}")
        desk.go(f"/desk/conversations/{conversation}?view=all")
        sending = f"/desk/conversations/{conversation}/messages"
        attempts = []
        desk.page.on("request", lambda sent: sending in sent.url and attempts.append(sent))
        proxy.swallow(f"POST {sending}")
        proxy.is_weak = True
        desk.write("reply", "Once only")
        desk.send()
        # Browsers repeat some by themselves, unseen here; the page does it too.
        while len(attempts) < 3:
            desk.page.wait_for_timeout(100)
        proxy.swallow(None)
        desk.shows_within("Once only", 20_000)
        expect(desk.text).to_have_value("", timeout=20_000)
        stored = api.all(f"/api/v1/conversations/{conversation}/messages")
        assert [one["text"] for one in stored].count("Once only") == 1
        assert proxy.swallowed >= 3


def test_a_long_conversation_opens_like_a_short_one(shared_house):
    """Promise: 5,000 messages open as fast as five, and the page holds one window of them.

    Seen to fail when a window was taken to be 20 messages; the ratio not yet.
    """
    house = shared_house
    with house.api() as api:
        short, long = (api.open_conversation(mark)["id"] for mark in ("short", "long"))
    for conversation, count in ((short, 5), (long, LONG)):
        fill(house.installation, conversation, count)
    session = DeskSession(house.server.port, house.ben["email"])
    times: dict[str, list[float]] = {short: [], long: []}
    for _ in range(ROUNDS):
        for conversation, taken in times.items():
            start = time.perf_counter()
            page = session.get(house.server.port, f"/desk/conversations/{conversation}")
            taken.append(time.perf_counter() - start)
            shown = len(re.findall('<article class="message', page))
            assert shown == 5 if conversation == short else 5 < shown <= MOST_MESSAGES
    ratio = statistics.median(times[long]) / statistics.median(times[short])
    print(f"{statistics.median(times[long]) * 1000:.0f} ms, {ratio:.2f} times the short one")
    assert ratio <= 3


def fill(installation, conversation: str, count: int) -> None:
    """Repeats the first message, each a millisecond and an id later."""
    columns = "kind, channel, author_kind, author_id, text || ' ' || n, delivery"
    installation.sql(f"""
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number
                                     WHERE n < {count - 1})
        INSERT INTO message (account_id, conversation_id, id, kind, channel, author_kind,
                             author_id, text, delivery, created_at)
        SELECT account_id, conversation_id, id + n, {columns}, created_at + n
        FROM message, number WHERE conversation_id = {conversation}
        """)


def test_without_scripts(shared_house, open_browser):
    """Promise: signing in, reading, answering, noting, assigning and resolving by plain forms.

    Seen to fail when the answer's form had lost its token.
    """
    house = shared_house
    with house.api() as api:
        conversation = api.open_conversation("plain")["id"]
    context = open_browser(java_script_enabled=False)
    desk = DeskPage(context.new_page(), house.address)
    desk.sign_in(house.ada["email"], PASSWORD)
    desk.page.locator('#views a[href="/desk/views/all"]').click()
    desk.row(conversation).locator("a").click()
    expect(desk.page.locator("#subject")).to_have_text("Subject plain")
    desk.shows("Text plain")
    desk.reply("A plain answer")
    desk.note("A plain note")
    expect(desk.message("A plain note")).to_have_class(re.compile("note"))

    desk.page.locator('details[data-menu="assign"] summary').click()
    desk.page.locator('details[data-menu="assign"] button', has_text="Ben").click()
    expect(desk.owner).to_contain_text("Ben")
    desk.press_action("resolve")
    expect(desk.page.locator("#conversation-head")).to_have_attribute("data-status", "resolved")
    with house.api() as api:
        stored = api.all(f"/api/v1/conversations/{conversation}/messages")
    kinds = [(one["kind"], one["text"]) for one in stored if one["kind"] != "system"]
    assert kinds == [
        ("incoming", "Text plain"), ("reply", "A plain answer"), ("note", "A plain note"),
    ]
