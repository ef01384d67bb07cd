"""Mail, from a customer's own program to the desk and back, over real servers and a real browser."""

import base64
import re

import pytest
from house import House
from installation import Installation
from playwright.sync_api import expect
from post import Post

# A mailbox is looked into every quarter of a minute.
FETCH_MILLISECONDS = 45_000


# A picture of one white point.
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJg"
    "gg=="
)


def paste_picture(desk) -> None:
    desk.text.evaluate(
        """(area, pixel) => {
          const bytes = Uint8Array.from(atob(pixel), (one) => one.charCodeAt(0))
          const clipboardData = new DataTransfer()
          clipboardData.items.add(new File([bytes], 'map.png', { type: 'image/png' }))
          area.focus()
          area.setSelectionRange(area.value.length, area.value.length)
          area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
        }""",
        PIXEL,
    )


@pytest.fixture
def post():
    return Post()


@pytest.fixture
def mail_house(tmp_path, post):
    installation = Installation(tmp_path, None)
    try:
        with House(installation, *post.options) as house:
            with house.api() as api:
                api.post("/api/v1/mailboxes", post.mailbox()).expect(201)
            yield house
    finally:
        installation.close()


def test_a_mail_is_answered_taken_back_and_answered_again(mail_house, post, open_browser):
    """Promise: a customer's mail comes to the desk by itself; an answer can be taken back, and
    then arrives in the customer's own mailbox; what comes back joins, without what it quotes."""
    desk = mail_house.desk(open_browser(), mail_house.ada)
    post.write("Lost parcel", "Where is my parcel?\n\n-- \nMaria Papadaki\nTel. 210 1234567")
    row = desk.rows.filter(has_text="Lost parcel")
    expect(row).to_have_count(1, timeout=FETCH_MILLISECONDS)
    row.locator("a").click()
    desk.shows("Where is my parcel?")
    expect(desk.page.locator("#messages")).not_to_contain_text("210 1234567")
    expect(desk.page.locator("#recipients-to")).to_have_value(re.compile(post.customer))

    desk.write("reply", "It left this morning.")
    desk.send()
    desk.page.locator("mail-undo button").click()
    expect(desk.text).to_have_value("It left this morning.")
    desk.text.fill("It **leaves** this evening. ")
    paste_picture(desk)
    expect(desk.text).to_have_value(re.compile(r"evening\. !\[map\.png\]\(attachment:\d+\)$"))
    desk.send()
    desk.shows("It leaves this evening.")
    shown = desk.page.locator('#messages p img[alt="map.png"]')
    assert shown.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1
    [answer] = post.received(1)
    html = answer.get_body(("html",)).get_content()
    [picture] = [part for part in answer.walk() if part.get_content_type() == "image/png"]
    assert f'src="cid:{picture["Content-ID"].strip("<>")}"' in html
    assert picture.get_content() == base64.b64decode(PIXEL)
    assert "[map.png]" in answer.get_body(("plain",)).get_content().replace("!", "")
    assert answer["Subject"] == "Re: Lost parcel"
    assert answer["In-Reply-To"] and answer["References"]
    words = answer.get_body(("plain",)).get_content()
    assert "It **leaves** this evening." in words and "this morning" not in words
    assert "<strong>leaves</strong>" in answer.get_body(("html",)).get_content()
    expect(desk.page.locator("mail-undo")).to_have_count(0, timeout=FETCH_MILLISECONDS)

    quoted = "\n".join(f"> {line}" for line in words.splitlines())
    post.write(
        "RE: Lost parcel",
        f"Thank you, Ada!\n\nOn Mon, 23 Nov 2026 Ada <{post.support}> wrote:\n\n{quoted}\n",
        answers=answer["Message-ID"],
    )
    desk.shows_within("Thank you, Ada!", FETCH_MILLISECONDS)
    expect(desk.exactly("Thank you, Ada!")).to_have_count(1)
    assert desk.faults == []
    mail_house.installation.doctor()


def test_the_original_is_shown_and_nothing_of_it_runs(mail_house, post, open_browser):
    """Promise: the whole mail opens below the message, in a frame that fits it; no script of it
    runs, and no picture is fetched from elsewhere unless somebody asks for it."""
    context = open_browser()
    desk = mail_house.desk(context, mail_house.ada)
    foreign = []
    context.on(
        "request",
        lambda request: foreign.append(request.url)
        if not request.url.startswith((mail_house.address, "data:", "about:"))
        else None,
    )
    post.write(
        "Colours",
        "The red one.",
        html="""<p style="color:#b00">The <b>red</b> one.</p>
        <img src="https://tracker.example/pixel.png"><img src=x onerror="top.ran=1">
        <script>top.ran = 1</script><a href="javascript:top.ran=1">click</a>""",
    )
    row = desk.rows.filter(has_text="Colours")
    expect(row).to_have_count(1, timeout=FETCH_MILLISECONDS)
    row.locator("a").click()
    desk.shows("The red one.")
    desk.page.locator("a.button[data-original]").click()
    frame = desk.page.frame_locator("mail-frame iframe")
    expect(frame.locator("b")).to_have_text("red")
    height = desk.page.locator("mail-frame iframe").bounding_box()["height"]
    assert 20 < height < 600, height
    assert desk.page.evaluate("window.ran") is None
    assert foreign == [] and desk.faults == []
