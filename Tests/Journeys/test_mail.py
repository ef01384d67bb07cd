"""Mail, from a customer's own program to the desk and back, over real servers and a real browser."""

import email
import email.policy
import imaplib
import json
import os
import re
import smtplib
import ssl
import time
import uuid
from email.message import EmailMessage
from pathlib import Path

import pytest
from house import House
from installation import Installation
from playwright.sync_api import expect

SETTINGS = os.environ.get("RAPPORT_TEST_MAIL")
# A mailbox is looked into every quarter of a minute.
FETCH_MILLISECONDS = 45_000


class Post:
    """The throwaway mail servers, as a customer's mail program uses them."""

    def __init__(self, settings: dict):
        self.settings = settings
        self.support = f"support-{uuid.uuid4().hex}@{settings['domain']}"
        self.customer = f"maria-{uuid.uuid4().hex}@customer.test"

    def mailbox(self) -> dict:
        """The team's mailbox, as the API takes it."""
        server = {
            "host": self.settings["host"],
            "security": "tls",
            "signIn": "password",
            "user": self.support,
        }
        return {
            "name": "Support",
            "address": self.support,
            "incoming": server | {"port": self.settings["imap"]["tls"]},
            "outgoing": server | {"port": self.settings["smtp"]["tls"]},
            "incomingPassword": self.settings["password"],
            "outgoingPassword": self.settings["password"],
        }

    def write(self, subject: str, text: str, html: str | None = None, answers=None) -> None:
        message = EmailMessage()
        message["From"] = f"Maria Papadaki <{self.customer}>"
        message["To"] = self.support
        message["Subject"] = subject
        message["Message-ID"] = f"<{uuid.uuid4().hex}@customer.test>"
        if answers:
            message["In-Reply-To"] = answers
            message["References"] = answers
        message.set_content(text)
        if html:
            message.add_alternative(html, subtype="html")
        with smtplib.SMTP(self.settings["host"], self.settings["smtp"]["plain"]) as server:
            server.send_message(message)

    def received(self, count: int) -> list:
        """The customer's mail, once there is as much."""
        trust = ssl.create_default_context(cafile=self.settings["certificateAuthority"])
        deadline = time.monotonic() + 60
        while True:
            box = imaplib.IMAP4_SSL(
                self.settings["host"], self.settings["imap"]["tls"], ssl_context=trust
            )
            box.login(self.customer, self.settings["password"])
            box.select("INBOX", readonly=True)
            numbers = box.search(None, "ALL")[1][0].split()
            mails = [box.fetch(number, "(BODY.PEEK[])")[1][0][1] for number in numbers]
            box.logout()
            if len(mails) >= count:
                return [email.message_from_bytes(one, policy=email.policy.default) for one in mails]
            assert time.monotonic() < deadline, f"{len(mails)} of {count} mails arrived"
            time.sleep(0.5)


@pytest.fixture
def post():
    if not SETTINGS:
        pytest.skip("RAPPORT_TEST_MAIL is not set")
    return Post(json.loads(Path(SETTINGS).read_text()))


@pytest.fixture
def mail_house(tmp_path, post):
    installation = Installation(tmp_path, None)
    options = ("--mail-certificates", post.settings["certificateAuthority"])
    try:
        with House(installation, *options) as house:
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
    desk.text.fill("It **leaves** this evening.")
    desk.send()
    desk.shows("It leaves this evening.")
    [answer] = post.received(1)
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
