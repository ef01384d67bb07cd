"""Kills in the midst of fetching and of sending mail lose nothing and double no conversation."""

import random
import time

import pytest
from installation import Installation, Server
from post import Post

MAILS = 40
KILLS = 3
SEED = 20261123
# A mailbox is looked into every quarter of a minute, a reply is held for ten seconds.
PATIENCE = 120


@pytest.fixture
def post():
    return Post()


def forget_leases(installation: Installation) -> None:
    """What a killed node held becomes free by time; no test waits for that."""
    installation.sql("UPDATE mailbox SET leased_until = 0")
    installation.sql("UPDATE job SET leased_until = 0")


def subjects(server: Server, token: str) -> list[str]:
    with server.client(token) as client:
        return [item["subject"] for item in client.conversations()]


def answers_by_subject(post: Post) -> dict[str, set[str]]:
    """The Message-IDs under which answers have arrived."""
    ids = {}
    for answer in post.received(0):
        ids.setdefault(answer["Subject"], set()).add(answer["Message-ID"])
    return ids


def wait_for(count, least: int, what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while (now := count()) < least:
        assert time.monotonic() < deadline, f"{now} of {least} {what}"
        time.sleep(0.05)


@pytest.mark.timeout(900)
def test_kills_while_mail_comes_and_goes(installation, post):
    """Promise: each mail becomes one conversation, and each answer arrives under one Message-ID,
    however often the program dies meanwhile; an answer may arrive twice, which no sender can help.
    """
    random.seed(SEED)
    token = installation.create_admin()["token"]
    server = installation.serve(*post.options)
    with server.client(token) as client:
        client.post("/api/v1/mailboxes", post.mailbox()).expect(201)
    sent = [f"Parcel {number}" for number in range(MAILS)]
    for subject in sent:
        post.write(subject, f"Where is it? {subject}")

    for round in range(1, KILLS + 1):
        least = round * MAILS // (KILLS + 2)
        wait_for(lambda: len(subjects(server, token)), least, "conversations")
        time.sleep(random.uniform(0, 0.05))
        server.kill()
        forget_leases(installation)
        server = installation.serve(*post.options)
    wait_for(lambda: len(subjects(server, token)), MAILS, "conversations")
    assert sorted(subjects(server, token)) == sorted(sent)

    with server.client(token) as client:
        for item in client.conversations():
            path = f"/api/v1/conversations/{item['id']}/messages"
            client.post(path, {"kind": "reply", "text": f"Soon: {item['subject']}"}).expect(201)
    for round in range(1, KILLS + 1):
        wait_for(lambda: len(post.box()), round * MAILS // (KILLS + 2), "answers")
        time.sleep(random.uniform(0, 0.05))
        server.kill()
        forget_leases(installation)
        server = installation.serve(*post.options)
    states = "SELECT COUNT(*) FROM outgoing_mail WHERE state = 'sent'"
    wait_for(lambda: int(installation.sql(states)), MAILS, "answers sent")
    # What the program's server has taken reaches the customer's mailbox a little later.
    wait_for(lambda: len(answers_by_subject(post)), MAILS, "answers in the mailbox")
    ids = answers_by_subject(post)
    assert sorted(ids) == sorted(f"Re: {subject}" for subject in sent)
    assert all(len(known) == 1 for known in ids.values())
    twice = len(post.box()) - MAILS
    print(f"{MAILS} mails; {twice} answers arrived twice after {KILLS} kills")
    installation.doctor()
