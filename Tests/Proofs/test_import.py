"""Bringing mail in from a file."""

MBOX = """\
From maria@customer.example Mon Nov 23 10:00:00 2026
From: maria@customer.example
To: support@example.com
Subject: One
Message-ID: <1@customer.example>

First.

From nikos@customer.example Mon Nov 23 11:00:00 2026
From: nikos@customer.example
To: support@example.com
Subject: Two
Message-ID: <2@customer.example>

Second.
"""


def test_an_mbox_that_is_brought_in_twice(installation, tmp_path):
    """Promise: whoever repeats an import brings in nothing twice.

    Seen to fail against a file whose second mail had changed in between.
    """
    admin = installation.create_admin()
    file = tmp_path / "mails.mbox"
    file.write_text(MBOX)
    with installation.serve().client(admin["token"]) as client:
        mailbox = {"name": "Support", "address": "support@example.com"}
        client.post("/api/v1/mailboxes", mailbox).expect(201)
    installation.servers[-1].stop()
    said = []
    for _ in range(2):
        command = ("import", "mbox", str(file), "--mailbox", "support@example.com")
        done = installation.run(*command)
        assert done.returncode == 0, done.stderr
        said.append(done.stdout.strip())
    assert said == [
        "2 mails: 2 brought in, 0 there already, 0 too large",
        "2 mails: 0 brought in, 2 there already, 0 too large",
    ]
    with installation.serve().client(admin["token"]) as client:
        subjects = sorted(each["subject"] for each in client.conversations())
        assert subjects == ["One", "Two"]
    installation.doctor()
