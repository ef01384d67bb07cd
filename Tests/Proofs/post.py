"""Throwaway mail servers, as the program's mailbox and as a customer's own mail program."""

import email
import email.policy
import imaplib
import json
import os
import smtplib
import ssl
import time
import uuid
from email.message import EmailMessage
from pathlib import Path

import pytest

SETTINGS = os.environ.get("RAPPORT_TEST_MAIL")


class Post:
    """The throwaway mail servers, as a customer's mail program uses them."""

    def __init__(self):
        """Skips the test where there are no mail servers."""
        if not SETTINGS:
            pytest.skip("RAPPORT_TEST_MAIL is not set")
        settings = json.loads(Path(SETTINGS).read_text())
        self.settings = settings
        self.support = f"support-{uuid.uuid4().hex}@{settings['domain']}"
        self.customer = f"maria-{uuid.uuid4().hex}@customer.test"

    @property
    def options(self) -> tuple[str, str]:
        """What `serve` needs to trust the servers."""
        return ("--mail-certificates", self.settings["certificateAuthority"])

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

    def box(self) -> list[bytes]:
        """The sources of the customer's mail."""
        trust = ssl.create_default_context(cafile=self.settings["certificateAuthority"])
        box = imaplib.IMAP4_SSL(
            self.settings["host"], self.settings["imap"]["tls"], ssl_context=trust
        )
        box.login(self.customer, self.settings["password"])
        box.select("INBOX", readonly=True)
        numbers = box.search(None, "ALL")[1][0].split()
        mails = [box.fetch(number, "(BODY.PEEK[])")[1][0][1] for number in numbers]
        box.logout()
        return mails

    def received(self, count: int) -> list:
        """The customer's mail, once there is as much."""
        deadline = time.monotonic() + 60
        while len(mails := self.box()) < count:
            assert time.monotonic() < deadline, f"{len(mails)} of {count} mails arrived"
            time.sleep(0.5)
        return [email.message_from_bytes(one, policy=email.policy.default) for one in mails]
