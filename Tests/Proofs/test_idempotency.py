"""The same request, sent again, does nothing again."""

from concurrent.futures import ThreadPoolExecutor

from client import CONVERSATIONS, conversation

AT_ONCE = 20


def test_repeated_one_after_the_other(running, client):
    """Promise: the same key and body give the first answer again, byte for byte.

    Seen to fail when a key that was already used was taken for a new one.
    """
    answers = [client.post(CONVERSATIONS, conversation("again"), key="again").expect(201)
               for _ in range(5)]
    assert len({answer.body for answer in answers}) == 1
    assert [item["id"] for item in client.conversations()] == [answers[0].json["id"]]


def test_repeated_all_at_once(running, client):
    """Promise: twenty at once make one conversation; each hears of it or that it is being made.

    Seen to fail when a key that was already used was taken for a new one.
    """

    def send(_):
        with running.client() as own:
            return own.post(CONVERSATIONS, conversation("race"), key="race")

    for _ in range(3):
        with ThreadPoolExecutor(AT_ONCE) as pool:
            answers = list(pool.map(send, range(AT_ONCE)))
        assert {answer.status for answer in answers} <= {201, 409}
        made = {answer.body for answer in answers if answer.status == 201}
        assert len(made) == 1
        for answer in answers:
            if answer.status == 409:
                assert answer.headers["Content-Type"] == "application/problem+json"
    assert len(client.conversations()) == 1


def test_repeated_in_every_kind_of_write(running, client):
    """Promise: what holds of conversations holds of replies, notes and every change.

    Seen to fail when a key that was already used was taken for a new one.
    """
    path = f"{CONVERSATIONS}/{client.open_conversation('kinds')['id']}"
    writes = [
        ("POST", f"{path}/messages", {"kind": "reply", "text": "Once"}),
        ("POST", f"{path}/messages", {"kind": "note", "text": "Once"}),
        ("PATCH", path, {"priority": "high"}),
        ("PUT", f"{path}/resolution", None),
        ("DELETE", f"{path}/resolution", None),
        ("POST", "/api/v1/labels", {"name": "once"}),
        ("POST", "/api/v1/teams", {"name": "Once"}),
    ]
    for number, (method, place, body) in enumerate(writes):
        first = client.request(method, place, body, key=f"kind-{number}").expect(200, 201, 204)
        events = running.events()
        second = client.request(method, place, body, key=f"kind-{number}")
        assert (second.status, second.body) == (first.status, first.body)
        assert running.events() == events


def test_repeated_after_a_restart(running, client):
    """Promise: the keys outlive the process.

    Seen to fail when a key that was already used was taken for a new one.
    """
    first = client.post(CONVERSATIONS, conversation("later"), key="later").expect(201)
    running.server.stop()
    with running.installation.serve().client(running.token) as after:
        again = after.post(CONVERSATIONS, conversation("later"), key="later").expect(201)
        assert again.body == first.body
        assert len(after.conversations()) == 1


def test_the_same_key_in_another_account(running, client):
    """Promise: keys of different accounts have nothing to do with each other.

    Seen to fail against a stand-in that kept the keys of all accounts together.
    """
    other = running.installation.create_admin("other@example.com", "Other")
    mine = client.post(CONVERSATIONS, conversation("mine"), key="same").expect(201)
    with running.server.client(other["token"]) as foreign:
        theirs = foreign.post(CONVERSATIONS, conversation("theirs"), key="same").expect(201)
    assert mine.json["subject"] != theirs.json["subject"]
